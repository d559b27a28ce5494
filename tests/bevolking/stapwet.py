"""A small made-up law with a slope and a klif, of which every outcome can be done by hand.

The support is 300 euro a year, less 30 % of the income above 1000 euro, never below zero, and only
for who has at most 500 euro of wealth. With more there is none at all: *leeg*.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.analyses.voorbeeld import model_van
from tests.bevolking.proefwet import open_goed
from wetsanalyse.bevolking.bron import Bron
from wetsanalyse.bevolking.doelen import doelen_van
from wetsanalyse.bevolking.draaien import Draaier
from wetsanalyse.bevolking.indeling import Indeling, leg_naast
from wetsanalyse.bevolking.vorm import Vorm, vorm_van
from wetsanalyse.plan.lower import lower

DAG = date(2025, 6, 1)
HEFFING = """
Regel heffing
    bron artikel 3 Wos
    geldig altijd
        De heffing van een Burger moet gesteld worden op 2 €/mnd
        indien zijn vermogen groter is dan 450 €.
"""


def wettekst(basis: int = 300, grens: int = 500, *, heffing: bool = False) -> str:
    """The whole law. ``heffing``: with a levy of 2 euro a month above 450 euro of wealth."""
    nadeel = "    nadeel de heffing van de Burger\n" if heffing else ""
    return f"""
Regeling Wet op de stap
    afkorting Wos
    niveau formele wet
    tekst van 1-1-2025

Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    het vermogen	Numeriek (geheel getal) met eenheid €;
    het meerinkomen	Numeriek (niet-negatief geheel getal) met eenheid €/jr;
    de steun	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;
    de heffing	Numeriek (niet-negatief geheel getal) met eenheid €/mnd;

Feittype partnerschap
    de burger (mv: burgers)	Burger
    de partner (mv: partners)	Burger
één burger leeft samen met één partner

Uitkomst van een Burger
    voordeel de steun van de Burger
{nadeel}    venster 12 mnd

Regel meerinkomen
    bron artikel 1 Wos
    geldig altijd
        Het meerinkomen van een Burger moet berekend worden als
        zijn inkomen plus het inkomen van zijn partner min 1000 €/jr, met een minimum van 0 €/jr.

Regel steun
    bron artikel 2 Wos
    geldig altijd
        De steun van een Burger moet berekend worden als
        {basis} €/jr min 30% van zijn meerinkomen, met een minimum van 0 €/jr
        indien zijn vermogen kleiner of gelijk is aan {grens} €.
{HEFFING if heffing else ""}"""


@cache
def draaier(basis: int = 300, grens: int = 500, *, heffing: bool = False) -> Draaier:
    return draaier_van(wettekst(basis, grens, heffing=heffing))


@cache
def draaier_van(tekst: str) -> Draaier:
    model = model_van(tekst)
    vorm = vorm_van(model, DAG)
    assert vorm.value is not None, vorm.diagnostics
    plan = lower(model, DAG)
    return Draaier(plan, vorm.value, doelen_van(plan, vorm.value))


def rij(inkomen: int, vermogen: int | None, gewicht: str = "1", regio: str = "noord",
        partner: int | None = None) -> dict[str, Any]:  # fmt: skip
    return {
        "inkomen": inkomen, "vermogen": vermogen, "gewicht": Decimal(gewicht), "regio": regio,
        "partner": None if partner is None else {"inkomen": partner},
    }  # fmt: skip


TYPEN = {
    "inkomen": pa.int64(), "vermogen": pa.int64(), "gewicht": pa.decimal128(9, 2),
    "regio": pa.string(), "partner": pa.struct([("inkomen", pa.int64())]),
}  # fmt: skip


def schrijf(pad: Path, rijen: Sequence[dict[str, Any]], *, synthetisch: bool = False) -> Path:
    merk = {"wetsanalyse.synthetisch": "ja"} if synthetisch else {}
    schema = pa.schema(list(TYPEN.items()), merk)
    pq.write_table(pa.Table.from_pylist(list(rijen), schema), pad)
    return pad


def bron(
    map_: Path, rijen: Sequence[dict[str, Any]], vorm: Vorm, groepen: Sequence[str] = ("regio",)
) -> tuple[Bron, Indeling]:
    gelezen = open_goed(str(schrijf(map_ / "stap.parquet", rijen)))
    indeling = leg_naast(vorm, gelezen, groepen)
    assert indeling.value is not None, indeling.diagnostics
    return gelezen, indeling.value


VIJF = (
    rij(1000, 500, "1.5"),  # the most, with the last euro of wealth: 300
    rij(1001, 0, "2", "zuid"),  # one euro on the slope: 299,70
    rij(2000, 501, "0.25"),  # one euro too wealthy: leeg
    rij(1999, 500, "10", "zuid"),  # the foot of the slope: 0,30
    rij(2500, 0, "1"),  # past it: 0
)
"""Both sides of every threshold. Together: 1,5 x 300 + 2 x 299,70 + 10 x 0,30 = 1052,40."""
