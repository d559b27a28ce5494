"""A table with more columns than a law asks for, such as those to group by elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

from wetsanalyse.bevolking.bron import Bron
from wetsanalyse.bevolking.indeling import GEWICHTEN, SLEUTEL, namen_van, vouwkolom
from wetsanalyse.bevolking.vorm import Vorm


def zonder_onbekende(vorm: Vorm, bron: Bron) -> tuple[Bron, list[str]]:
    """The table without the columns that this law does not know, and their names, to be told. A
    column that it needs and that has another name is still missed."""
    bekend = {SLEUTEL, *GEWICHTEN, *(vouwkolom(r.kolom) for r in vorm.rollen)}
    alle = (*vorm.velden.nodig, *vorm.velden.overig)
    bekend |= {naam for veld in alle for naam in namen_van(veld)}
    over = [n for n in bron.schema.names if vouwkolom(n) not in bekend and "." not in n]
    houd = pa.schema([v for v in bron.schema if v.name not in over], bron.schema.metadata)
    return replace(bron, schema=houd), over


__all__ = ["zonder_onbekende"]
