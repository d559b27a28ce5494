"""Wahv 2025: two increases by operation of law, without a remedy.

Sources: art. 23 lid 3 (50 %), art. 25 lid 1 (100 % of fine and first increase), terms of art. 23
lid 1 (two weeks) and 24 lid 1 (four weeks); the benchmark of 15 % is that of nos.nl 2532560.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from types import MappingProxyType

import pytest

from tests.analyses.voorbeeld import een, onderzocht, route, van, wet
from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.ops import InvoerSleutel

WET = "wahv"
STAM = "wahv-25-1-betaaldatum-tweede-verhoging"


def test_de_klif_is_750_een_dag_te_laat() -> None:
    """At the highest fine of the range, 500: 500 + 250 = 750, doubled 1500: one day costs 750.
    The first increase, 250, stays under the threshold of 500."""
    b = een(onderzocht(WET), f"P01-{STAM}")
    assert b.maat == 750
    assert b.as_ == "betaaldatum"
    g = b.getuigen[0]
    assert g.waarde_burger - g.waarde_buur == 1
    assert [v for (_, a), v in g.burger.invoer.items() if a == "boete"] == [500]
    assert [x.regels for x in b.blaamset] == [("tweede verhoging",)]
    assert [str(p) for p in b.herkomst] == ["artikel 25, lid 1, Wahv"]


def test_de_laatste_veilige_dag_volgt_uit_de_termijnen() -> None:
    """Last safe day: the day of the reminder plus four weeks, or, if later, two weeks after the
    fine became final."""
    g = een(onderzocht(WET), f"P01-{STAM}").getuigen[0]
    onherroepelijk = _dag(g.buur, "datum waarop de boete onherroepelijk is")
    aanmaning = _dag(g.buur, "verzenddatum van de aanmaning")
    veilig = max(onherroepelijk + timedelta(weeks=2), aanmaning + timedelta(weeks=4))
    assert date.fromordinal(int(g.waarde_buur)) == veilig
    assert date.fromordinal(int(g.waarde_burger)) == veilig + timedelta(days=1)


def _dag(casus: Casus, attribuut: str) -> date:
    return next(date.fromordinal(int(v)) for (_, a), v in casus.invoer.items() if a == attribuut)


def test_beide_termijnen_hebben_een_laatste_dag() -> None:
    """By hand: 1 March plus two weeks is 15 March; 31 March plus four weeks is 28 April. Fine 310:
    310, then 465, then 930."""
    set_, _ = wet(WET)
    invoer = {
        ("B", "boete"): Fraction(310),
        ("B", "administratiekosten"): Fraction(0),
        ("B", "datum waarop de boete onherroepelijk is"): _nummer(2025, 3, 1),
        ("B", "verzenddatum van de aanmaning"): _nummer(2025, 3, 31),
        ("B", "betaaldatum"): _nummer(2025, 3, 1),
    }
    casus = Casus(date(2025, 9, 1), Huishouden((("B", "Betrokkene"),)), MappingProxyType(invoer))
    plan = chain.lower(set_.model, casus.rekendatum)
    sleutel = InvoerSleutel("B", "betaaldatum")
    as_ = chain.As(sleutel, date(2025, 3, 1).toordinal(), date(2025, 12, 31).toordinal())
    verloop = chain.sweep(plan, casus, as_, "B", "te betalen bedrag")
    assert verloop.garantie == "exact"
    sprongen = [
        (date.fromordinal(g.links), date.fromordinal(g.rechts), g.waarde_links, g.waarde_rechts)
        for g in verloop.grenzen
    ]
    assert sprongen == [
        (date(2025, 3, 15), date(2025, 3, 16), Fraction(310), Fraction(465)),
        (date(2025, 4, 28), date(2025, 4, 29), Fraction(465), Fraction(930)),
    ]


def _nummer(jaar: int, maand: int, dag: int) -> Fraction:
    return Fraction(date(jaar, maand, dag).toordinal())


def test_de_verhouding_is_200_tegen_15_procent() -> None:
    """50 % and then 100 % of 150 % is 200 % of the fine; against 15 % that is 13 1/3."""
    b = een(onderzocht(WET), f"P04-{STAM}-verhogingen-naar-gewone-kosten")
    verhogingen = Fraction("0.5") + Fraction(1) * (1 + Fraction("0.5"))
    assert b.maat == verhogingen / Fraction("0.15") == Fraction(40, 3)
    assert "13,3 keer" in b.titel
    assert b.drempel.waarde == 4
    assert b.drempel.eigenaar == "verhogingen naar gewone kosten"


@pytest.mark.parametrize("patroon", ["P01", "P14", "P15"])
def test_er_is_geen_uitweg(patroon: str) -> None:
    """No remedy (rechtsmiddel geen): strength 0; art. 22 lid 4 sees 26 and 27, not 25."""
    b = een(onderzocht(WET), f"{patroon}-{STAM}")
    assert b.dekking.sterkte == 0
    assert b.dekking.sterkte_nu == 0
    assert not [r for r in b.dekking.rijen if r.dekt == "dekt"]
    assert route(b, "artikel 22, vierde lid, Wahv").dekt == "reikt niet"
    algemeen = [r for r in b.dekking.rijen if r.soort == "algemene route"]
    in_werking = [r for r in algemeen if r.dekt != "niet in werking"]
    assert in_werking
    assert {r.reden for r in in_werking} == {"er staat geen rechtsmiddel open"}


def test_de_patronen_van_h4() -> None:
    """H4: P04 and P14 must be there, and the act has a clause that misses it (P15)."""
    gevonden = onderzocht(WET)
    for patroon in ("P01", "P04", "P14", "P15"):
        assert van(gevonden, patroon), patroon
