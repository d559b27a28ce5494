"""The table that a law asks for, before anybody has filled it: its columns for a person to read,
and an empty file with the right ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from wetsanalyse.bevolking.indeling import SLEUTEL
from wetsanalyse.bevolking.omzetten import soort_van
from wetsanalyse.bevolking.schrijven import in_een_keer
from wetsanalyse.bevolking.uitkomsten import GEWICHT, arrow_type
from wetsanalyse.bevolking.vorm import Rolvorm, Veld, Vorm
from wetsanalyse.model.lezen_termen import gelezen_door
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.kolommen import RUIM


@dataclass(frozen=True, slots=True)
class Sjabloonkolom:
    """One column, for a person. ``van``: whose it is, or what it says; ``bereik``: what is usual
    for it; ``regels``: which rules read it; ``nodig``: whether the table must have it (it may be
    empty)."""

    naam: str
    soort: str
    van: str
    eenheid: str = ""
    bereik: str = ""
    regels: tuple[str, ...] = ()
    nodig: bool = True


def sjabloon(vorm: Vorm, plan: Plan) -> tuple[Sjabloonkolom, ...]:
    """All columns, in the order of the empty file."""
    kolommen = [_kolom(veld, veld.naam, plan) for veld in vorm.velden.nodig]
    for rol in vorm.rollen:
        soort, wie = ("lijst", f"elke {rol.naam}") if rol.rol.meerdere else ("groep", rol.naam)
        kolommen.append(Sjabloonkolom(rol.kolom, soort, f"{wie}; null: niemand" if soort == "groep"
                                      else f"{wie}; een lege lijst: niemand"))  # fmt: skip
        kolommen += [_kolom(v, f"{rol.kolom}.{v.naam}", plan) for v in rol.velden.nodig]
    return (*kolommen, *VRIJ)


VRIJ = (
    Sjabloonkolom(SLEUTEL, "geheel getal of tekst", "de sleutel van de rij", nodig=False),
    Sjabloonkolom(GEWICHT, f"getal met hoogstens {RUIM} decimalen",
                  "voor hoeveel huishoudens de rij staat", bereik="0 of meer", nodig=False),
)  # fmt: skip
"""What every table may have."""


def _kolom(veld: Veld, naam: str, plan: Plan) -> Sjabloonkolom:
    regels = tuple(dict.fromkeys(
        versie.regel for versie in plan.versies.values()
        if (veld.objecttype, veld.eigenschap) in gelezen_door(versie)
    ))  # fmt: skip
    eenheid = eenheid_van(veld.type)
    return Sjabloonkolom(naam, soort_van(veld), veld.objecttype, eenheid, _bereik(veld), regels)


def eenheid_van(type_: Type) -> str:
    return "%" if type_.soort is Soort.PERCENTAGE else str(type_.eenheid)


def _bereik(veld: Veld) -> str:
    if veld.bereik is None:
        return {"niet-negatief": "0 of meer", "positief": "meer dan 0",
                "negatief": "minder dan 0"}.get(veld.type.bereik or "", "")  # fmt: skip
    return f"{_waarde(veld, veld.bereik.van)} t/m {_waarde(veld, veld.bereik.tot)}"


def _waarde(veld: Veld, waarde: Fraction) -> str:
    if veld.type.soort is Soort.DATUM:
        dag = date.fromordinal(int(waarde))
        return f"{dag.day}-{dag.month}-{dag.year}"
    getal = waarde * 100 if veld.type.soort is Soort.PERCENTAGE else waarde
    decimalen = veld.type.decimalen or 0
    if getal.denominator == 1 and not decimalen:
        return str(getal)
    return f"{float(getal):.{decimalen}f}".replace(".", ",")


# ------------------------------------------------------------------ the empty file


def invoertype(veld: Veld) -> pa.DataType:
    """The type that fits a column best."""
    if veld.type.is_getal and veld.type.decimalen is None:
        return pa.decimal128(19, RUIM)
    return arrow_type(veld.type)


def schema(vorm: Vorm) -> pa.Schema:
    """The nested table: a role is one value (null: nobody), or a list."""
    velden = [pa.field(SLEUTEL, pa.int64()), *_velden(vorm.velden.nodig)]
    velden += [pa.field(rol.kolom, _roltype(rol)) for rol in vorm.rollen]
    return pa.schema(velden)


def _velden(velden: Sequence[Veld]) -> list[pa.Field]:
    return [
        pa.field(v.naam, invoertype(v), metadata={"eenheid": eenheid_van(v.type)}) for v in velden
    ]


def _roltype(rol: Rolvorm) -> pa.DataType:
    if not rol.velden.nodig:
        return pa.list_(pa.bool_()) if rol.rol.meerdere else pa.bool_()
    lid = pa.struct(_velden(rol.velden.nodig))
    return pa.list_(lid) if rol.rol.meerdere else lid


def plat_schema(vorm: Vorm) -> pa.Schema:
    """The table for a file without nested values; the many in a role have a table of their own."""
    velden = [pa.field(SLEUTEL, pa.int64()), *_velden(vorm.velden.nodig)]
    for rol in vorm.enkel:
        velden.append(pa.field(rol.kolom, pa.bool_()))
        velden += [v.with_name(f"{rol.kolom}.{v.name}") for v in _velden(rol.velden.nodig)]
    return pa.schema(velden)


def ledenschema(rol: Rolvorm) -> pa.Schema:
    return pa.schema([pa.field(SLEUTEL, pa.int64()), *_velden(rol.velden.nodig)])


def schrijf_leeg(vorm: Vorm, pad: Path) -> tuple[Path, ...]:
    """Empty files that only have to be filled: one, or in text also one for each role of many.
    Raises Bronbreuk when they cannot be written."""
    if pad.suffix.lower() == ".parquet":
        in_een_keer(pad, lambda p: pq.write_table(schema(vorm).empty_table(), p))
        return (pad,)
    delen = {pad: plat_schema(vorm)}
    for rol in vorm.veel:
        delen[pad.with_name(f"{pad.stem}.{rol.kolom}{pad.suffix}")] = ledenschema(rol)
    for doel, deel in delen.items():
        in_een_keer(doel, partial(_schrijf_kop, deel))
    return tuple(delen)


def _schrijf_kop(deel: pa.Schema, pad: Path) -> None:
    vorm = pacsv.WriteOptions(delimiter=";", quoting_style="needed")
    pacsv.write_csv(deel.empty_table(), pad, vorm)


def als_json(kolommen: Sequence[Sjabloonkolom], vorm: Vorm) -> dict[str, Any]:
    return {
        "wortel": vorm.wortel,
        "rekendatum": vorm.rekendatum.isoformat(),
        "kolommen": [
            {"naam": k.naam, "soort": k.soort, "eenheid": k.eenheid, "bereik": k.bereik,
             "van": k.van, "regels": list(k.regels), "nodig": k.nodig}
            for k in kolommen
        ],
    }  # fmt: skip
