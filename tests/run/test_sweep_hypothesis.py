"""On random plans the pieces of the sweep are the same as running every point."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from tests.run.plannen import Opgave, plannen
from wetsanalyse.run.evaluator import Omgeving, evalueer, programma
from wetsanalyse.run.exact import reken
from wetsanalyse.run.spoor import Spoor, Sporen, spoor_as
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import Verloop, geval_op, sprongen

RUSTIG = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


def spoorrun(opgave: Opgave, x: int) -> tuple[object, tuple[object, ...]]:
    """Value and signature at one point, without anything from the sweep itself."""
    nu = [0]
    g = Sporen(nu)
    invoer = {**opgave.geval.invoer, opgave.as_.sleutel: spoor_as(x, opgave.as_.eenheid)}
    om = Omgeving(g, invoer, opgave.geval.oordelen, opgave.plan.parameters, nu)
    waarde = evalueer(programma(opgave.plan), om, (opgave.doel,))[opgave.doel]
    kaal = waarde.v if isinstance(waarde, Spoor) else waarde
    return kaal, tuple(entry.uitkomst for entry in g.log)


def brute_kracht(opgave: Opgave) -> dict[int, object]:
    """The value at every point of the axis, run exactly."""
    waarden: dict[int, object] = {}
    for x in range(opgave.as_.van, opgave.as_.tot + 1):
        geval = geval_op(opgave.geval, opgave.as_, x)
        waarden[x] = reken(opgave.plan, geval, (opgave.doel,)).waarden[opgave.doel]
    return waarden


def controleer(opgave: Opgave, verloop: Verloop) -> None:
    """Everything that the pieces claim, at every point."""
    waarden = brute_kracht(opgave)
    stukken = verloop.stukken
    assert [s.van for s in stukken[1:]] == [s.tot + 1 for s in stukken[:-1]]
    assert (stukken[0].van, stukken[-1].tot) == (opgave.as_.van, opgave.as_.tot)
    for stuk in stukken:
        assert (stuk.waarde_van, stuk.waarde_tot) == (waarden[stuk.van], waarden[stuk.tot])
        if stuk.garantie == "exact":
            binnen(opgave, verloop, stuk.van, waarden)
    for minimaal in (Fraction(1, 100), Fraction(1), Fraction(5)):
        gevonden = [(s.links, s.waarde_links, s.waarde_rechts) for s in sprongen(verloop, minimaal)]
        assert gevonden == verwacht(waarden, minimaal)


def controleer_exact(opgave: Opgave) -> None:
    """With zones that are hardly run point by point: what is still called exact, is."""
    verloop = sweep(opgave.plan, opgave.geval, opgave.as_, opgave.doel, zonegrens=3)
    waarden = brute_kracht(opgave)
    for stuk in verloop.stukken:
        assert (stuk.waarde_van, stuk.waarde_tot) == (waarden[stuk.van], waarden[stuk.tot])
        if stuk.garantie == "exact":
            binnen(opgave, verloop, stuk.van, waarden)


def binnen(opgave: Opgave, verloop: Verloop, van: int, waarden: dict[int, object]) -> None:
    """One path on the whole piece; no step above the bound; the value near its line."""
    stuk = verloop.stuk(van)
    punten = range(stuk.van, stuk.tot + 1)
    assert len({spoorrun(opgave, x)[1] for x in punten}) == 1
    grootste, begin = stuk.grootste_stap, waarden[stuk.van]
    for x, y in pairwise(punten):
        voor, na = waarden[x], waarden[y]
        if not isinstance(voor, Fraction) or not isinstance(na, Fraction):
            assert voor == na
            continue
        if stuk.richting is not None:
            assert (na > voor) - (na < voor) in (0, stuk.richting)
        if grootste is not None:
            assert abs(na - voor) <= grootste
        if stuk.helling is not None and stuk.binnengrens is not None:
            assert isinstance(begin, Fraction)
            lijn = (y - stuk.van) * stuk.helling
            assert abs(na - begin - lijn) <= stuk.binnengrens


def verwacht(waarden: dict[int, object], minimaal: Fraction) -> list[tuple[int, object, object]]:
    sprongen_: list[tuple[int, object, object]] = []
    for (x, voor), (_, na) in pairwise(sorted(waarden.items())):
        if isinstance(voor, Fraction) and isinstance(na, Fraction):
            telt = abs(na - voor) >= minimaal
        else:
            telt = voor != na
        if telt:
            sprongen_.append((x, voor, na))
    return sprongen_


@settings(max_examples=1000, deadline=None, suppress_health_check=RUSTIG)
@given(plannen())
def test_sweep_is_brute_kracht(opgave: Opgave) -> None:
    controleer(opgave, sweep(opgave.plan, opgave.geval, opgave.as_, opgave.doel))


@settings(max_examples=150, deadline=None, suppress_health_check=RUSTIG)
@given(plannen(krom=False, lengte=60))
def test_kleine_zonegrens_zegt_eerlijk_gezocht(opgave: Opgave) -> None:
    controleer_exact(opgave)


@settings(max_examples=300, deadline=None, suppress_health_check=RUSTIG)
@given(plannen(lengte=3))
def test_exact_en_spoor_geven_dezelfde_waarde(opgave: Opgave) -> None:
    for x, waarde in brute_kracht(opgave).items():
        assert spoorrun(opgave, x)[0] == waarde
