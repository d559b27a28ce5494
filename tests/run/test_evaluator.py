"""The evaluator: demand, lazy operations, faults, open norms, depth, and the trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.run.bouw import GETAL, REKENDATUM, Bouw, geval
from tests.run.plannen import Opgave, plannen
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.plan.ops import LEEG, Fout, InvoerSleutel, Onbeslist, OordeelSleutel, Op
from wetsanalyse.run.evaluator import ALLE_STRIKT, BLADEREN, TABEL
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.lui import LUI
from wetsanalyse.run.objectops import OBJECTOPS
from wetsanalyse.run.tijdwaarde import TIJD

STUK = Fout("STUK", "Dit is stuk.")


def test_de_tabel_kent_elke_operatie_precies_een_keer() -> None:
    assert set(TABEL) == set(Op)
    delen = (BLADEREN, ALLE_STRIKT, LUI, OBJECTOPS, TIJD)
    assert sum(len(deel) for deel in delen) == len(Op)


class Norm:
    """Stands for an open norm in the tables below."""

    def __init__(self, naam: str) -> None:
        self.naam = naam


N1, N2 = Norm("een"), Norm("twee")
OPEN = "open"


def reken_lui(bouw: Bouw, doel: int, **oordelen: bool) -> Any:
    """The value, with a fault as its code and undecided as the word open."""
    gegeven = {OordeelSleutel(naam, "A"): waar for naam, waar in oordelen.items()}
    waarde = reken(bouw.plan(), Geval(REKENDATUM, {}, gegeven), (doel,)).waarden[doel]
    if isinstance(waarde, Onbeslist):
        return OPEN
    return waarde.code if isinstance(waarde, Fout) else waarde


def zet(bouw: Bouw, waarden: tuple[Any, ...]) -> list[int]:
    return [bouw.norm(w.naam) if isinstance(w, Norm) else bouw.const(w) for w in waarden]


# ------------------------------------------------------------------ TEL

W, O = True, False  # noqa: E741 (waar, onwaar)


@pytest.mark.parametrize(
    ("soort", "aantal", "leden", "verwacht"),
    [
        ("alle", 0, (), W),
        ("geen", 0, (), W),
        ("ten minste", 1, (), O),
        ("alle", 0, (W, W), W),
        ("alle", 0, (W, O, STUK), O),
        ("alle", 0, (W, STUK, O), "STUK"),
        ("alle", 0, (W, LEEG), O),
        ("geen", 0, (O, LEEG), W),
        ("geen", 0, (W, STUK), O),
        ("ten minste", 2, (W, O, W, STUK), W),
        ("ten minste", 2, (O, O, STUK), O),
        ("ten minste", 2, (O, W, STUK), "STUK"),
        ("ten minste", 3, (STUK, STUK), O),
        ("ten hoogste", 1, (W, W, STUK), O),
        ("ten hoogste", 1, (W, O), W),
        ("precies", 1, (W, O), W),
        ("precies", 1, (W, W, STUK), O),
        ("precies", 0, (), W),
        ("alle", 0, (N1, O), O),
        ("alle", 0, (N1, W), OPEN),
        ("geen", 0, (N1, W), O),
        ("ten minste", 1, (N1, W, STUK), W),
        ("ten minste", 2, (N1, N2, W), OPEN),
        ("ten minste", 2, (N1, W, W), W),
        ("ten hoogste", 2, (N1, N2), W),
        ("precies", 1, (N1, W, W), O),
        ("precies", 2, (N1, W), OPEN),
        ("alle", 0, (N1, STUK, O), OPEN),  # judged onwaar: nobody looks at the fault
        ("precies", 1, (N1, STUK, O), "STUK"),  # judged either way, the fault is reached
    ],
)
def test_kwantificatie(soort: str, aantal: int, leden: tuple[Any, ...], verwacht: Any) -> None:
    bouw = Bouw()
    doel = bouw.tel(soort, *zet(bouw, leden), aantal=aantal)
    assert reken_lui(bouw, doel) == verwacht


# ------------------------------------------------------------------ KIES and INDIEN


@pytest.mark.parametrize(
    ("args", "verwacht"),
    [
        ((W, 1, 9), 1),
        ((O, 1, 9), 9),
        ((LEEG, 1, 9), 9),
        ((O, STUK, 9), 9),
        ((W, 1, STUK), 1),
        ((W, 1, W, 2, 9), "BOTSING"),
        ((W, 1, W, 1, 9), 1),
        ((W, LEEG, W, LEEG, 9), LEEG),
        ((W, LEEG, W, 0, 9), "BOTSING"),
        ((W, True, W, 1, 9), "BOTSING"),
        ((W, 1, O, 2, 9), 1),
        ((W, 1, STUK, 2, 9), "STUK"),
        ((W, STUK, W, 2, 9), "STUK"),
        ((9,), 9),
        ((N1, 1, 9), OPEN),
        ((N1, 9, 9), 9),
        ((N1, LEEG, LEEG), LEEG),
        ((N1, 1, W, 1, 9), 1),
        ((N1, 1, W, 2, 9), OPEN),
        ((N1, 1, N2, 1, 1), 1),
        ((N1, 1, N2, 2, 1), OPEN),
        ((N1, 1, STUK, 2, 9), "STUK"),
        ((N1, 5, W, 1, W, 2, 9), "BOTSING"),
        ((N1, STUK, 9), OPEN),
        ((N1, STUK, STUK), "STUK"),
        ((W, N2, 9), OPEN),
    ],
)
def test_kies(args: tuple[Any, ...], verwacht: Any) -> None:
    bouw = Bouw()
    doel = bouw.kies(*zet(bouw, args))
    assert reken_lui(bouw, doel) == verwacht


@pytest.mark.parametrize(
    ("voorwaarde", "waarde", "verwacht"),
    [
        (W, 5, 5),
        (O, 5, LEEG),
        (O, STUK, LEEG),
        (LEEG, 5, LEEG),
        (STUK, 5, "STUK"),
        (N1, 5, OPEN),
        (N1, LEEG, LEEG),
        (N1, STUK, OPEN),
        (W, N1, OPEN),
    ],
)
def test_indien(voorwaarde: Any, waarde: Any, verwacht: Any) -> None:
    bouw = Bouw()
    doel = bouw.op(Op.INDIEN, *zet(bouw, (voorwaarde, waarde)))
    assert reken_lui(bouw, doel) == verwacht


def test_fout_gaat_voor_onbeslist_en_normen_worden_verenigd() -> None:
    bouw = Bouw()
    stuk = bouw.op(Op.AANTAL, *zet(bouw, (N1, STUK)))
    open_ = bouw.op(Op.AANTAL, *zet(bouw, (N1, N2, W)))
    uitslag = reken(bouw.plan(), Geval(REKENDATUM), (stuk, open_))
    assert uitslag.waarden[stuk] == STUK
    normen = frozenset({OordeelSleutel("een", "A"), OordeelSleutel("twee", "A")})
    assert uitslag.waarden[open_] == Onbeslist(normen)


@pytest.mark.constructie("R-265", stap="rekent")
def test_fout_noemt_regel_en_object_van_de_plaats_waar_zij_ontstond() -> None:
    bouw = Bouw()
    deling = bouw.op(Op.DEEL, bouw.const(1), bouw.const(0))
    doel = bouw.op(Op.PLUS, deling, bouw.const(1))
    bouw.steps[deling] = replace(bouw.steps[deling], regel="eigen bijdrage", object="Jan")
    bouw.steps[doel] = replace(bouw.steps[doel], regel="totaal", object="Jan")
    fout = reken(bouw.plan(), Geval(REKENDATUM), (doel,)).waarden[doel]
    assert isinstance(fout, Fout)
    assert (fout.code, fout.regel, fout.object) == ("DELEN-DOOR-NUL", "eigen bijdrage", "Jan")


RUSTIG = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


@settings(max_examples=200, deadline=None, suppress_health_check=RUSTIG)
@given(plannen(lengte=2), st.booleans())
def test_wat_beslist_is_blijft_zo_onder_elk_oordeel(opgave: Opgave, tweede: bool) -> None:
    """A value next to an open norm is the value under every judgment of it."""
    zonder = replace(opgave.geval, oordelen={})
    open_ = reken(opgave.plan, zonder).waarden
    norm = OordeelSleutel("redelijk", "A")
    met = reken(opgave.plan, replace(zonder, oordelen={norm: tweede})).waarden
    for voor, na in zip(open_, met, strict=True):
        if voor is None or na is None or isinstance(voor, Onbeslist):
            continue
        assert voor == na or (isinstance(voor, Fout) and isinstance(na, Fout))


# ------------------------------------------------------------------ leaves


def test_bladeren() -> None:
    bouw = Bouw()
    x, kenmerk = bouw.invoer("x"), bouw.invoer("meerderjarig", BOOLEAN)
    parameter, onbekend = bouw.op(Op.PARAMETER, par="grens"), bouw.op(Op.PARAMETER, par="weg")
    plan = bouw.plan(grens=Fraction(18))
    doelen = (x, kenmerk, parameter, onbekend)
    niets = reken(plan, geval(), doelen)
    assert [niets.waarden[d] for d in doelen] == [LEEG, False, 18, LEEG]
    gegeven = replace(geval(x=date(2024, 1, 1), meerderjarig=True), parameters={"grens": 21})
    iets = reken(plan, gegeven, doelen)
    assert [iets.waarden[d] for d in doelen] == [date(2024, 1, 1).toordinal(), True, 21, LEEG]
    assert reken(plan, geval(meerderjarig=LEEG)).waarde("A", "meerderjarig") is LEEG


def test_een_andere_rekendatum_is_een_fout_van_de_programmeur() -> None:
    with pytest.raises(ValueError, match="plan is for"):
        reken(Bouw().plan(), Geval(date(2024, 1, 1)))


# ------------------------------------------------------------------ demand, depth, trace


def test_een_plan_van_50000_stappen_diep() -> None:
    bouw = Bouw()
    slot, een, waar = bouw.invoer(), bouw.const(1), bouw.const(True)
    for nummer in range(50_000):
        vorig = bouw.op(Op.PLUS, slot, een) if nummer % 2 else bouw.kies(waar, slot, een)
        slot = vorig
    uitslag = reken(bouw.plan(), geval(x=1), (slot,))
    assert uitslag.waarden[slot] == 25_001
    assert len(uitslag.gebruikt(slot)) == 50_003


def test_alleen_wat_nodig_is_wordt_berekend() -> None:
    bouw = Bouw()
    x, y = bouw.invoer("x"), bouw.invoer("y")
    toets = bouw.vergelijk(x, ">", bouw.const(10))
    nooit = bouw.op(Op.DEEL, y, bouw.const(0))
    doel = bouw.kies(toets, nooit, x)
    bouw.op(Op.PLUS, doel, y)
    uitslag = reken(bouw.plan(), geval(x=3, y=4), (doel,))
    assert uitslag.waarden[nooit] is None
    assert uitslag.waarden[y] is None
    assert uitslag.gebruikt(doel) == {x, toets, toets - 1, doel}
    assert uitslag.gebruikt(nooit) == frozenset()


def test_het_spoor_kent_een_ander_doel_niet_als_oorzaak() -> None:
    """A value asked for by another goal is not on the path of this one."""
    bouw = Bouw()
    x, y = bouw.invoer("x"), bouw.invoer("y")
    doel = bouw.tel("alle", bouw.const(False), bouw.op(Op.IS_LEEG, y, type_=BOOLEAN))
    uitslag = reken(bouw.plan(), geval(x=3), (y, doel, doel - 1))
    assert uitslag.gebruikt(doel) == {doel, doel - 2}
    assert x not in uitslag.gebruikt(doel)


@pytest.mark.constructie("R-268", stap="rekent")
def test_het_spoor_noemt_invoer_normen_parameters_en_regels() -> None:
    bouw = Bouw()
    x, y = bouw.invoer("x"), bouw.invoer("y")
    norm = bouw.norm("redelijk")
    grens = bouw.op(Op.PARAMETER, par="grens")
    toets = bouw.tel("alle", bouw.vergelijk(x, "<", grens), norm)
    som = bouw.op(Op.PLUS, x, y)
    bouw.steps[som] = replace(bouw.steps[som], regel="som")
    bouw.steps[toets] = replace(bouw.steps[toets], regel="alleen getest")
    doel = bouw.kies(toets, som, bouw.const(0))
    bouw.eigenschappen["A", "uitkomst"] = doel
    plan = bouw.plan(grens=Fraction(10))
    oordeel = OordeelSleutel("redelijk", "A")
    uitslag = reken(plan, replace(geval(x=3), oordelen={oordeel: True}))
    assert uitslag.waarde("A", "uitkomst") == 3
    assert uitslag.ontbrekend(doel) == (InvoerSleutel("A", "y"),)
    assert uitslag.open_normen(doel) == (oordeel,)
    assert uitslag.parameters(doel) == ("grens",)
    assert uitslag.gevuurd(doel) == ((doel, "regel 1"),)
    assert uitslag.regels(doel) == {"regel 1", "som"}


def test_uitslag_is_elke_keer_dezelfde() -> None:
    for a, b in product((1, 2), repeat=2):
        bouw = Bouw()
        doel = bouw.op(Op.MAAL, bouw.invoer("x"), bouw.invoer("y"), type_=GETAL)
        plan = bouw.plan()
        assert reken(plan, geval(x=a, y=b), (doel,)) == reken(plan, geval(x=a, y=b), (doel,))
