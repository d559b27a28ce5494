"""Childcare 2014, the old practice: all or nothing, and the clause that does not reach it.

Amounts of the documented parent: njb.nl, "theorie en werkelijkheid" (entitled 15,937, advance
12,427, costs 17,454, unpaid 2,982). Percentages: bijlage I Besluit kinderopvangtoeslag, text of
2014-01-01; prices: Regeling indexering maximum uurprijs kinderopvang 2014.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import floor, prod
from types import MappingProxyType
from typing import Any

import pytest

from tests.analyses.voorbeeld import een, onderzocht, patronen, route, vraag, wet
from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.onderzoek import onderzoek
from wetsanalyse.model.casus import Casus, Feit, Huishouden

WET = "kinderopvangtoeslag-2014"
ID = "wko-1-5-betaalde-eigen-bijdrage-kosten-volledig-betaald"
OVER_DE_KNIP = ("P01", "P03", "P14", "P15")


def knip(patroon: str) -> Bevinding:
    achter = "-terugvordering-naar-niet-betaald-deel" if patroon == "P04" else ""
    return een(onderzocht(WET), f"{patroon}-{ID}{achter}")


@pytest.mark.parametrize("patroon", ["P01", "P03", "P04", "P14", "P15"])
def test_alles_of_niets_wijst_artikel_1_5_aan(patroon: str) -> None:
    b = knip(patroon)
    assert [str(p) for p in b.herkomst] == ["artikel 1.5, Wko", "artikel 1.7, Wko"]
    assert b.regels == ("kosten volledig betaald",)
    assert b.klasse == "R"


def test_de_blaamsets_zijn_de_knip_of_de_terugvordering() -> None:
    """Either without the test on full payment, or without the recovery, nothing is lost: two
    minimal sets, worked out by hand from articles 1.5 Wko and 26 Awir."""
    sets = {blaam.regels for blaam in knip("P01").blaamset}
    assert sets == {("kosten volledig betaald",), ("volledige terugvordering",)}


@pytest.mark.parametrize("patroon", OVER_DE_KNIP)
def test_een_euro_te_weinig_kost_alles(patroon: str) -> None:
    """The parent of the source, with costs 17454 and 15937 granted as the advance: 1517 is due,
    and with 1516 all 15937 is lost."""
    g = knip(patroon).getuigen[0]
    assert g.as_ == "betaalde eigen bijdrage"
    assert g.waarde_buur == 17454 - 15937
    assert g.waarde_burger == 17454 - 15937 - 1
    assert g.verlies == 15937


def test_de_verhouding_is_het_bedrag_op_het_tekort() -> None:
    """The ratio of a finding is that of its own pair, worked out from both outcomes."""
    b = knip("P04")
    assert b.drempel.waarde == 4
    for g in b.getuigen:
        set_, _ = wet(WET)
        plan = chain.lower(set_.model, g.burger.rekendatum)
        uitslag = chain.evaluate(plan, g.burger)
        a = next(n for n, t in g.burger.huishouden.objecten if t == "Aanvrager")
        terug = waarde(uitslag, a, "terugvordering")
        tekort = waarde(uitslag, a, "niet betaalde bedrag")
        assert g.maat == terug / tekort >= 4


def waarde(uitslag: Any, naam: str, eigenschap: str) -> Fraction:
    gevonden = uitslag.waarden[uitslag.plan.eigenschappen[naam, eigenschap]]
    assert isinstance(gevonden, Fraction)
    return gevonden


@pytest.mark.parametrize("patroon", [*OVER_DE_KNIP, "P04"])
def test_artikel_47_bereikt_het_niet(patroon: str) -> None:
    """In 2014 art. 47 Awir saw only art. 7 lid 3 and 4; no general route of that year holds for
    a bound decision under an act (2023:772 is of 1 March 2023)."""
    b = knip(patroon)
    rij = route(b, "artikel 47 Awir")
    assert rij.dekt == "reikt niet"
    assert b.dekking.sterkte == 0
    assert b.dekking.sterkte_nu == 1, "today: ABRvS 1 March 2023 alone"


def test_p15_noemt_de_clausule_en_het_artikel() -> None:
    titel = knip("P15").titel
    assert "artikel 47 Awir" in titel
    assert "artikel 1.5, Wko" in titel
    assert "niet" in titel


def test_de_patronen_van_h1_zijn_er() -> None:
    """zaken.md 2, H1; P08 through the income step has a test of its own below."""
    assert {"P01", "P03", "P04", "P05", "P14", "P15", "P17"} <= patronen(onderzocht(WET))


# ------------------------------------------------------------------ floor and history

VOORSCHOT = "wko-1-5-wijziging-van-het-voorschot-kosten-volledig-betaald"
BODEM = Fraction("0.95") * Fraction("1345.45")
"""AANGENOMEN in the model: 95 % of the norm of 1 January 2025, in cents 1278.18."""


def test_de_terugvordering_duwt_de_ouder_onder_de_bodem() -> None:
    """njb.nl: 12,427 back, asked at once. Means (assumed): an income of 17,000, and the advance of
    12,427 spread over the year. Worked out: 1278.18 - ((17000 + 12427) / 12 - 12427) = 11252.93.
    Without the recovery the parent stays above the floor."""
    b = een(onderzocht(WET), f"P05-{VOORSCHOT}")
    bodem = round(BODEM, 2)
    middelen = Fraction(17000 + 12427, 12)
    assert b.maat == bodem - (middelen - 12427) == Fraction("11252.93")
    assert middelen - bodem > 0, "no shortage without the adverse step"
    assert Fraction(17000, 12) > bodem, "nor on the income alone"
    assert ("volledige terugvordering",) in {x.regels for x in b.blaamset}


def test_zonder_het_lage_voorschot_is_er_niets_aan_de_hand() -> None:
    """The authority set the advance 3,510 too low (15,937 - 12,427). Leave that act out, and the
    whole 15,937 stays: the loss comes from the government, so class U."""
    b = een(onderzocht(WET), f"P17-{VOORSCHOT}")
    assert b.klasse == "U"
    assert b.maat == 15937
    g = b.getuigen[0]
    assert {v.gebeurtenis for v in g.burger.gebeurtenissen} - {
        v.gebeurtenis for v in g.buur.gebeurtenissen
    } == {"wijziging van het voorschot"}
    assert b.dekking.sterkte == 0


# ------------------------------------------------------------------ one euro more income

TABEL = (
    # first euro, last euro, percentage for the first child; bijlage I, rows 11 to 14
    (28281, 29538, Fraction("0.815")),
    (29539, 30796, Fraction("0.809")),
    (30797, 32056, Fraction("0.799")),
    (32057, 33314, Fraction("0.790")),
)


def recht(inkomen: int, uren: int, tarief: Fraction, maanden: int) -> int:
    """Percentage times hours (230 at most) times price (6.70 at most), whole euros."""
    percentage = next(p for van, tot, p in TABEL if van <= inkomen <= tot)
    bedrag = percentage * min(uren, 230) * min(tarief, Fraction("6.70")) * maanden
    return floor(bedrag + Fraction(1, 2))


def ouder(inkomen: int, betaald: int, uren: int, tarief: Fraction) -> Casus:
    invoer: dict[tuple[str, str], Any] = {
        ("A", "toetsingsinkomen"): Fraction(inkomen),
        ("A", "betaalde eigen bijdrage"): Fraction(betaald),
        ("K", "soort opvang"): "dagopvang",
        ("K", "opvanguren per maand"): Fraction(uren),
        ("K", "uurtarief"): tarief,
        ("K", "opvangmaanden"): Fraction(12),
        ("K", "eerste kind"): True,
    }
    huishouden = Huishouden((("A", "Aanvrager"), ("K", "Kind")), (Feit("gezin", ("A", "K")),))
    return Casus(date(2014, 12, 31), huishouden, MappingProxyType(invoer))


@pytest.mark.parametrize("grens", [29538, 30796, 32056])
@pytest.mark.parametrize(("uren", "tarief"), [(100, "6.70"), (230, "6.50"), (60, "5.00")])
def test_een_euro_meer_inkomen_kost_alles(grens: int, uren: int, tarief: str) -> None:
    """Who paid exactly what was due at the last euro of a bracket loses everything one euro
    further: the percentage drops, the own contribution rises, and it is not paid in full."""
    prijs = Fraction(tarief)
    kosten = uren * prijs * 12
    voor, na = recht(grens, uren, prijs, 12), recht(grens + 1, uren, prijs, 12)
    assert na < voor
    betaald = int(kosten - voor)
    assert betaald == kosten - voor, "whole euros, so that exactly all is paid"
    set_, _ = wet(WET)
    plan = chain.lower(set_.model, date(2014, 12, 31))
    rijk = chain.evaluate(plan, ouder(grens + 1, betaald, uren, prijs))
    arm = chain.evaluate(plan, ouder(grens, betaald, uren, prijs))
    assert waarde(arm, "A", "kinderopvangtoeslag") == voor
    assert waarde(arm, "A", "terugvordering") == 0
    assert waarde(rijk, "A", "kinderopvangtoeslag") == 0
    assert waarde(rijk, "A", "terugvordering") == na
    assert waarde(rijk, "A", "niet betaalde bedrag") == voor - na


def test_de_inkomensstap_en_alles_of_niets_stapelen() -> None:
    """P08 (zaken.md 2, H1): crossing a bracket costs a few hundred euro, and who paid exactly what
    was due then loses all. Worked out from bijlage I: 90.7 % up to 17,575 and 89.1 % after it, of
    the costs of this household; the bracket alone costs the difference of the two."""
    set_, scenarios = wet(WET)
    alleen = tuple(s for s in scenarios if s.naam.startswith("een euro meer inkomen"))
    vraag_ = replace(vraag(12), as_="toetsingsinkomen", patronen=frozenset({"P08"}))
    b = onderzoek(set_.model, alleen, date(2014, 12, 31), vraag=vraag_).bevindingen[0]
    g = b.getuigen[0]
    assert (b.patroon, int(g.waarde_buur), int(g.waarde_burger)) == ("P08", 17575, 17576)
    kosten = Fraction(0)
    for kind in (naam for naam, soort in g.burger.huishouden.objecten if soort == "Kind"):
        assert g.burger.invoer[kind, "eerste kind"] is True
        deel = [
            g.burger.invoer[kind, naam]
            for naam in ("opvanguren per maand", "uurtarief", "opvangmaanden")
        ]
        assert all(isinstance(d, Fraction) for d in deel)
        kosten += prod(d for d in deel if isinstance(d, Fraction))
    voor = floor(Fraction("0.907") * kosten + Fraction(1, 2))
    na = floor(Fraction("0.891") * kosten + Fraction(1, 2))
    assert g.verlies == voor, "all is lost"
    assert b.maat == voor - (voor - na), "beyond what the bracket costs alone"


def test_het_inkomen_staat_bij_de_getuigen() -> None:
    """The klif names a pair on the income axis too: 21,085 is the last euro of the class of 87.4 %
    and 21,086 the first of 86.7 % (bijlage I, table 2014). The
    loss is all that the neighbour has."""
    g = next(g for g in knip("P01").getuigen if g.as_ == "toetsingsinkomen")
    assert (int(g.waarde_buur), int(g.waarde_burger)) == (21085, 21086)
    netto = next(v for v in g.uitkomsten if v.naam == "de netto positie")
    assert g.verlies == netto.buur > 10000
    assert netto.burger == 0


def test_de_gedocumenteerde_ouder_staat_boven_de_drempel() -> None:
    """njb.nl: 12,427 recovered for 2,982 unpaid: 4.17, above the 4 of the norm; and 2,982 is
    17 % of the costs, so a tolerance of 10 % would not have helped (zaken.md 2, rule 5)."""
    set_, scenarios = wet(WET)
    s = next(s for s in scenarios if s.naam == "gedocumenteerde ouder van 2014")
    uitslag = chain.evaluate(chain.lower(set_.model, s.casus.rekendatum), s.casus)
    terug, tekort = (
        waarde(uitslag, "A", "terugvordering"),
        waarde(uitslag, "A", "niet betaalde bedrag"),
    )
    kosten = waarde(uitslag, "A", "totaal aan opvangkosten")
    assert (terug, tekort, kosten) == (Fraction(12427), Fraction(2982), Fraction(17454))
    assert terug / tekort >= knip("P04").drempel.waarde
    assert tekort > kosten / 10
