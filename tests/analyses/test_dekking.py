"""Ways out held against one step: the table of hardheid.md 2.2 cell by cell, and the scale."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.proefwet import BASIS, regel
from tests.analyses.test_uitwegen import ORGAAN, clausule
from tests.analyses.voorbeeld import DAG, model_van
from wetsanalyse.analyses.bevinding import Blaam, Dekking, Routerij
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.maten.sterkte import sterkte
from wetsanalyse.analyses.maten.vluchtroutes import lees_routes
from wetsanalyse.analyses.uitwegen.dekking import dekking_van
from wetsanalyse.plan.lower import lower
from wetsanalyse.text import Source

TEKST = "De steun van een Burger moet gesteld worden op 1200 €/jr\nindien hij gerechtigd is."


def uitwegen(
    *kop: str,
    niveau: str = "formele wet",
    dag: date = DAG,
    delen: tuple[str, ...] = (),
    maat: Maatstaf | None = None,
) -> Dekking:
    """Of one step in a regulation of this level."""
    basis = BASIS.replace("niveau formele wet", f"niveau {niveau}")
    model = model_van("\n\n".join([basis, regel("stap", TEKST, "1", *kop), *delen]))
    plan = lower(model, dag)
    bronnen = plan.versies["stap"].herkomst.bronnen
    return dekking_van(plan, (Blaam(("stap",), bronnen),), maat or geleverd())


GEBONDEN, RUIMTE = "bevoegdheid gebonden", "bevoegdheid discretionair"


@pytest.mark.parametrize(
    ("niveau", "kop", "kracht"),
    [
        # hardheid.md 2.2, the rows from top to bottom, on 1 January 2025.
        ("beleidsregel", (RUIMTE,), 3),
        ("verordening", (RUIMTE,), 3),
        ("verordening", (GEBONDEN,), 2),
        ("ministeriële regeling", (GEBONDEN,), 2),
        ("AMvB", (GEBONDEN,), 2),
        ("formele wet", (RUIMTE,), 3),
        ("formele wet", (GEBONDEN,), 1),
        ("formele wet", (GEBONDEN, "stap boete"), 3),
        ("verdrag", (GEBONDEN,), 2),
        ("verdrag", (RUIMTE,), 3),
        # An increase by operation of law: the row of its level; without a remedy nothing.
        ("formele wet", (GEBONDEN, "stap verhoging van rechtswege"), 1),
        ("formele wet", (GEBONDEN, "stap verhoging van rechtswege", "rechtsmiddel geen"), 0),
        ("AMvB", (GEBONDEN, "stap verhoging van rechtswege"), 2),
        # A term of another act than the Awb has no more than its level gives.
        ("formele wet", (GEBONDEN, "stap termijn"), 1),
    ],
)
def test_elk_vak_van_de_tabel(niveau: str, kop: tuple[str, ...], kracht: int) -> None:
    assert uitwegen(*kop, niveau=niveau).sterkte == kracht


@pytest.mark.parametrize(
    ("verdisconteerd", "kracht"), [("ja", 0), ("nee", 1), ("onbekend", 1), (None, 1)]
)
def test_wat_de_wetgever_woog_sluit_de_deur(verdisconteerd: str | None, kracht: int) -> None:
    """ABRvS 1 March 2023: only what the legislature did not take into account."""
    kop = (GEBONDEN,) if verdisconteerd is None else (GEBONDEN, f"verdisconteerd {verdisconteerd}")
    gevonden = uitwegen(*kop)
    assert gevonden.sterkte == kracht
    rij = rij_van(gevonden, "Awb 3:4 bij een gebonden besluit")
    assert ("meegewogen" in rij.reden) is (verdisconteerd == "ja")


def rij_van(gevonden: Dekking, begin: str) -> Routerij:
    return next(r for r in gevonden.rijen if r.route.startswith(begin))


@pytest.mark.parametrize(
    ("dag", "toen", "nu"),
    [(date(2023, 2, 28), 0, 1), (date(2023, 3, 1), 1, 1), (date(2025, 1, 1), 1, 1)],
)
def test_toen_en_nu(dag: date, toen: int, nu: int) -> None:
    """A case is judged under the routes of its own date as well as under those of today."""
    gevonden = uitwegen(GEBONDEN, dag=dag)
    assert [gevonden.sterkte, gevonden.sterkte_nu] == [toen, nu]


def test_wat_niet_is_nagelezen_staat_bij_de_bron() -> None:
    assert "onbevestigd" in rij_van(uitwegen(GEBONDEN), "dringende redenen").bron


# ------------------------------------------------------------------ a user's own table


EIGEN = """
- {route: artikel 1 alleen, sterkte: 4, bron: x, regeling: [BWBR0000009 artikel 1]}
- {route: artikel 2 alleen, sterkte: 5, bron: x, regeling: [BWBR0000009 artikel 2]}
- {route: hele wet, sterkte: 2, bron: x, regeling: [BWBR0000009]}
"""


@pytest.mark.parametrize(
    ("bwb", "dekt"),
    [("BWBR0000009", ["artikel 1 alleen", "hele wet"]), ("BWBR0000008", [])],
)
def test_een_route_voor_een_artikel(bwb: str, dekt: list[str]) -> None:
    maat = replace(geleverd(), routes=lees_routes(Source("r.yaml", EIGEN)).value)
    basis = BASIS.replace("    niveau", f"    bwb-id {bwb}\n    niveau")
    plan = lower(model_van(basis + "\n\n" + regel("stap", TEKST)), DAG)
    bronnen = plan.versies["stap"].herkomst.bronnen
    gevonden = dekking_van(plan, (Blaam(("stap",), bronnen),), maat)
    assert [r.route for r in gevonden.rijen if r.dekt == "dekt"] == dekt
    assert gevonden.sterkte == (4 if dekt else 0)


def test_zonder_tabel_geen_uitweg() -> None:
    """zaken.md H15: what leans on a route is a gap without it."""
    maat = replace(geleverd(), routes=())
    assert uitwegen(RUIMTE, maat=maat).sterkte == 0
    assert uitwegen(RUIMTE).sterkte == 3


# ------------------------------------------------------------------ the scale


@pytest.mark.parametrize(
    ("norm", "kracht"),
    [
        (ORGAAN, 4),
        # No decider; no ground (neither an article nor viewpoints); both: one deduction.
        (ORGAAN.replace("    beoordeeld door het college\n", ""), 3),
        (ORGAAN.replace("    bron artikel 9 Pw\n", ""), 3),
        (
            ORGAAN.replace("    bron artikel 9 Pw\n", "").replace(
                "    beoordeeld door het college\n", ""
            ),
            3,
        ),
        (
            ORGAAN.replace("    bron artikel 9 Pw\n", "")
            + '    gezichtspunten:\n    - "wat iemand overhoudt"\n',
            4,
        ),
    ],
)
def test_een_norm_zonder_maatstaf_telt_een_minder(norm: str, kracht: int) -> None:
    delen = (norm, clausule("de gehele regeling Pw"))
    assert rij_van(uitwegen(GEBONDEN, delen=delen), "artikel 9").sterkte == kracht


def test_de_schaal_is_een_gegeven() -> None:
    """The same clause for groups under another scale: 5 less 3."""
    maat = geleverd()
    schaal = replace(maat.schaal, ambtshalve=Fraction(5), alleen_voor_groepen=Fraction(-3))
    delen = (ORGAAN, clausule("de gehele regeling Pw", voor="groepen van gevallen"))
    rij = rij_van(uitwegen(GEBONDEN, delen=delen), "artikel 9")
    anders = rij_van(
        uitwegen(GEBONDEN, delen=delen, maat=replace(maat, schaal=schaal)), "artikel 9"
    )
    assert [rij.sterkte, anders.sterkte] == [2, 2]
    schaal = replace(schaal, alleen_voor_groepen=Fraction(-1))
    weer = rij_van(uitwegen(GEBONDEN, delen=delen, maat=replace(maat, schaal=schaal)), "artikel 9")
    assert weer.sterkte == 4


def test_zonder_rechtsmiddel_is_een_clausule_niets() -> None:
    c = clausule("de gehele regeling Pw").replace(
        "    bevoegdheid", "    rechtsmiddel geen\n    bevoegdheid"
    )
    model = model_van("\n\n".join([BASIS, regel("stap", TEKST), ORGAAN, c]))
    (clausule_,) = model.clausules.values()
    assert sterkte(model, clausule_, clausule_.versies[0])[0] == 0
