"""Every scenario of the shipped laws as a row of a table, and back: the same outcomes.

So the columns that are asked for are enough, in whatever file they come, and nothing is lost in
them. What is expected comes from the scenario itself, run without any table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from tests.analyses.voorbeeld import wet
from tests.bevolking.proefwet import lees_alles, open_goed
from wetsanalyse import chain
from wetsanalyse.bevolking.bron import Bron
from wetsanalyse.bevolking.leden import met_leden
from wetsanalyse.bevolking.sjabloon import ledenschema, plat_schema, schema
from wetsanalyse.bevolking.vorm import Rolvorm, Veld, Vorm, huishouden, uitkomsten_van, vorm_van
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.types import Soort
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG
from wetsanalyse.run.kolommen import Blok

WETTEN = (
    "awb-bezwaar", "bijstand-giften", "bijstand-kostendelersnorm", "controle-inkomenssteun",
    "huurtoeslag", "kinderopvangtoeslag-2014", "kinderopvangtoeslag-2014-evenredig",
    "kindgebonden-budget", "wahv", "ww-terugvordering", "zorgtoeslag",
)  # fmt: skip
FORMATEN = ("parquet", "csv")
HOOGSTENS = 16
"""About so many scenarios of a law are taken, spread over all of them."""


@dataclass(frozen=True)
class Rij:
    """A scenario as a household: the object that the row is about, and who stands in which role."""

    casus: Casus
    wortel: str
    enkel: dict[str, str]
    veel: dict[str, list[str]]


def als_rij(casus: Casus, vorm: Vorm) -> Rij | None:
    """None: this scenario says what no table can (events, values in time, a second household)."""
    wortels = [n for n, t in casus.huishouden.objecten if t == vorm.wortel]
    tijd = any(isinstance(w, Tijdwaarde) for w in casus.invoer.values())
    if casus.gebeurtenissen or casus.parameters or casus.oordelen or casus.onbekend or tijd:
        return None
    for wortel in wortels:
        enkel: dict[str, str] = {}
        veel: dict[str, list[str]] = {r.naam: [] for r in vorm.veel}
        for rol in vorm.rollen:
            bij = [
                f.objecten[rol.rol.nummer]
                for f in casus.huishouden.feiten
                if f.feittype == rol.rol.feittype and f.objecten[1 - rol.rol.nummer] == wortel
            ]
            if rol.rol.meerdere:
                veel[rol.naam] = bij
            elif bij:
                enkel[rol.naam] = bij[0]
        wie = {wortel, *enkel.values(), *(n for namen in veel.values() for n in namen)}
        if wie == set(casus.huishouden.typen):
            return Rij(casus, wortel, enkel, veel)
    return None


def cel(waarde: Any, veld: Veld) -> Any:
    if waarde is None or isinstance(waarde, str | bool):
        return waarde
    if veld.type.soort is Soort.DATUM:
        return date.fromordinal(int(waarde))
    breuk = Fraction(waarde) * (100 if veld.type.soort is Soort.PERCENTAGE else 1)
    if veld.type.decimalen == 0:
        assert breuk.denominator == 1
        return int(breuk)
    return Decimal(breuk.numerator) / Decimal(breuk.denominator)


def velden(rij: Rij, wie: str, nodig: tuple[Veld, ...]) -> dict[str, Any]:
    return {v.naam: cel(rij.casus.invoer.get((wie, v.eigenschap)), v) for v in nodig}


def genest(rij: Rij, vorm: Vorm) -> dict[str, Any]:
    uit = velden(rij, rij.wortel, vorm.velden.nodig)
    for rol in vorm.enkel:
        wie = rij.enkel.get(rol.naam)
        uit[rol.kolom] = None if wie is None else _lid(rij, wie, rol)
    for rol in vorm.veel:
        uit[rol.kolom] = [_lid(rij, wie, rol) for wie in rij.veel[rol.naam]]
    return uit


def _lid(rij: Rij, wie: str, rol: Rolvorm) -> Any:
    return velden(rij, wie, rol.velden.nodig) if rol.velden.nodig else True


def parquet(rijen: list[Rij], vorm: Vorm, map_: Path) -> Bron:
    inhoud = [{"huishouden": n, **genest(rij, vorm)} for n, rij in enumerate(rijen)]
    pq.write_table(pa.Table.from_pylist(inhoud, schema(vorm)), map_ / "h.parquet")
    return open_goed(str(map_ / "h.parquet"))


def csv(rijen: list[Rij], vorm: Vorm, map_: Path) -> Bron:
    """A flat table, and one for each list."""
    hoofd, leden = [], {rol.kolom: [] for rol in vorm.veel}  # type: ignore[var-annotated]
    for n, rij in enumerate(rijen):
        uit = {"huishouden": n, **velden(rij, rij.wortel, vorm.velden.nodig)}
        for rol in vorm.enkel:
            wie = rij.enkel.get(rol.naam)
            uit[rol.kolom] = wie is not None
            binnen = {} if wie is None else velden(rij, wie, rol.velden.nodig)
            uit |= {f"{rol.kolom}.{naam}": waarde for naam, waarde in binnen.items()}
        hoofd.append(uit)
        for rol in vorm.veel:
            leden[rol.kolom] += [
                {"huishouden": n, **velden(rij, wie, rol.velden.nodig)}
                for wie in rij.veel[rol.naam]
            ]
    pacsv.write_csv(pa.Table.from_pylist(hoofd, plat_schema(vorm)), map_ / "h.csv")
    losse = {}
    for rol in vorm.veel:
        lijst = pa.Table.from_pylist(leden[rol.kolom], ledenschema(rol))
        pacsv.write_csv(lijst, map_ / f"{rol.kolom}.csv")
        losse[rol.kolom] = open_goed(str(map_ / f"{rol.kolom}.csv"))
    samen = met_leden(open_goed(str(map_ / "h.csv")), losse)
    assert samen.value is not None, samen.diagnostics
    return samen.value


def terug(blok: Blok, plek: int, vorm: Vorm, dag: date) -> Casus:
    """The household of one row, for the exact interpreter."""
    aanwezig = frozenset(r for r, enkel in blok.enkel.items() if enkel.aanwezig[plek])
    leden = {r: int(v.grenzen[plek + 1] - v.grenzen[plek]) for r, v in blok.veel.items()}
    invoer = dict(_feiten(blok, plek, vorm, aanwezig, leden))
    bekend = {sleutel: waarde for sleutel, waarde in invoer.items() if waarde is not LEEG}
    return Casus(dag, huishouden(vorm, aanwezig, leden), MappingProxyType(bekend))


def _feiten(
    blok: Blok, plek: int, vorm: Vorm, aanwezig: frozenset[str], leden: dict[str, int]
) -> Iterator[tuple[tuple[str, str], Any]]:
    for veld in vorm.velden.nodig:
        yield ("A", veld.eigenschap), blok.wortel[veld.eigenschap].waarde(plek, veld.type)
    for rol in vorm.rollen:
        for veld in rol.velden.nodig:
            if rol.naam in aanwezig:
                kolom = blok.enkel[rol.naam].kolommen[veld.eigenschap]
                yield (rol.naam, veld.eigenschap), kolom.waarde(plek, veld.type)
            for n in range(leden.get(rol.naam, 0)):
                kolom = blok.veel[rol.naam].kolommen[veld.eigenschap]
                lid = int(blok.veel[rol.naam].grenzen[plek]) + n
                yield (f"{rol.naam} {n + 1}", veld.eigenschap), kolom.waarde(lid, veld.type)


@cache
def plan(naam: str, dag: date) -> Plan:
    return chain.lower(wet(naam)[0].model, dag)


def uitkomsten(casus: Casus, wie: list[str], naam: str) -> list[Any]:
    """The outcomes of these people, in order."""
    model = wet(naam)[0].model
    uitslag = chain.evaluate(plan(naam, casus.rekendatum), casus)
    return [
        uitslag.waarden[uitslag.plan.eigenschappen[o, lees.eigenschap]]
        for lees in uitkomsten_van(model)
        for o in wie
        if casus.huishouden.typen[o] == lees.object.objecttype
    ]


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("naam", WETTEN)
def test_een_scenario_als_rij_geeft_dezelfde_uitkomst(
    naam: str, formaat: str, tmp_path: Path
) -> None:
    set_, scenarios = wet(naam)
    per_dag: dict[date, list[Casus]] = {}
    for scenario in scenarios[:: max(1, len(scenarios) // HOOGSTENS)]:
        per_dag.setdefault(scenario.casus.rekendatum, []).append(scenario.casus)
    vergeleken = 0
    for dag, casussen in per_dag.items():
        vorm = vorm_van(set_.model, dag).value
        rijen = [] if vorm is None else [r for c in casussen if (r := als_rij(c, vorm)) is not None]
        if vorm is None or not rijen:
            continue
        bron = (parquet if formaat == "parquet" else csv)(rijen, vorm, tmp_path)
        delen = lees_alles(bron, voor=vorm, per_blok=7)
        assert [deel.opzij.to_pylist() for deel in delen] == [[]] * len(delen)
        for deel in delen:
            for plek, nummer in enumerate(deel.rijen):
                rij = rijen[int(nummer) - 1]
                nieuw = terug(deel.blok, plek, vorm, dag)
                eigen = [
                    rij.wortel,
                    *rij.enkel.values(),
                    *(n for v in rij.veel.values() for n in v),
                ]
                gelezen = [n for n, _ in nieuw.huishouden.objecten]
                if not vorm.mens:
                    eigen, gelezen = eigen[1:], gelezen[1:]
                else:
                    eigen, gelezen = eigen[:1], gelezen[:1]
                assert uitkomsten(nieuw, gelezen, naam) == uitkomsten(rij.casus, eigen, naam)
                vergeleken += 1
    assert vergeleken >= 3
