"""Bijstand, kostendelersnorm: one birthday of the child, 70 % becomes 50 % (H7).

Sources: art. 21 Participatiewet, norms of 1 January 2025 (1,345.45 and 1,922.07); art. 22a, the
formula, recomputed with what the municipality of Velsen published for 1 July 2024; art. 19a, 21
years until 2023 and 27 since. The loss is our own calculation.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType

import pytest

from tests.analyses.voorbeeld import een, onderzocht, patronen, route, wet
from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.plan.ops import InvoerSleutel

WET = "bijstand-kostendelersnorm"
STAM = "pw-22a-geboortedatum-kostendelersnorm"
ALLEEN, GEHUWD = Fraction("1345.45"), Fraction("1922.07")


def norm(personen: int) -> Fraction:
    """(40 % + A x 30 %) x norm of a couple / A, in cents, by hand."""
    deel = (Fraction("0.4") + Fraction("0.3") * personen) * GEHUWD / personen
    return Fraction(int(deel * 100 + Fraction(1, 2)), 100)


def gezin(rekendatum: date, kind: date) -> Casus:
    """A parent with bijstand, and one child that lives in."""
    objecten = (("W", "Woning"), ("Ouder", "Bewoner"), ("Kind", "Bewoner"))
    feiten = (Feit("bewoning", ("W", "Ouder")), Feit("bewoning", ("W", "Kind")))
    invoer = {
        ("Ouder", "geboortedatum"): Fraction(date(1972, 3, 12).toordinal()),
        ("Ouder", "ontvanger van bijstand"): True,
        ("Kind", "geboortedatum"): Fraction(kind.toordinal()),
    }
    return Casus(rekendatum, Huishouden(objecten, feiten), MappingProxyType(invoer))


@pytest.mark.parametrize(("jaar", "leeftijd"), [(2022, 21), (2025, 27)])
def test_een_dag_ouder_kost_een_ouder_4613_per_jaar(jaar: int, leeftijd: int) -> None:
    """About 384 a month and 4,613 a year at the norms of 2025, with the age of before 2023 and
    with that of today: the same cliff, six years later."""
    dag = date(jaar, 7, 1)
    plan = chain.lower(wet(WET)[0].model, dag)
    van, tot = date(jaar - leeftijd - 1, 7, 1), date(jaar - leeftijd + 1, 7, 1)
    as_ = chain.As(InvoerSleutel("Kind", "geboortedatum"), van.toordinal(), tot.toordinal())
    verloop = chain.sweep(plan, gezin(dag, van), as_, "Ouder", "bijstandsnorm")
    assert verloop.garantie == "exact"
    [grens] = [g for g in verloop.grenzen if g.waarde_links != g.waarde_rechts]
    assert date.fromordinal(int(grens.links)) == date(jaar - leeftijd, 7, 1), "the birthday itself"
    assert grens.rechts == grens.links + 1
    assert (grens.waarde_links, grens.waarde_rechts) == (norm(2), ALLEEN)
    per_maand = ALLEEN - norm(2)
    assert per_maand == Fraction("384.41")
    assert round(per_maand) == 384
    assert round(12 * per_maand) == 4613


def test_de_klif_ligt_op_de_verjaardag() -> None:
    """The worst household of the search: three who receive bijstand, none of them counts for the
    others, and all three go from a norm alone to half of a couple."""
    b = een(onderzocht(WET), f"P01-{STAM}")
    g = b.getuigen[0]
    assert b.as_ == "geboortedatum"
    assert g.waarde_buur - g.waarde_burger == 1
    dag = date.fromordinal(int(g.waarde_burger))
    assert dag.replace(year=dag.year + 27) == g.burger.rekendatum
    assert b.maat == 3 * 12 * (ALLEEN - norm(2))
    assert [x.regels for x in b.blaamset] == [("kostendelersnorm",)]
    assert [str(p) for p in b.herkomst] == ["artikel 22a, Pw"]


def test_een_verjaardag_raakt_drie_uitkomsten() -> None:
    b = een(onderzocht(WET), f"P12-{STAM}")
    veranderd = [
        v
        for v in b.getuigen[0].uitkomsten
        if v.naam.startswith("bijstandsnorm") and v.burger != v.buur
    ]
    assert len(veranderd) == 3


def test_de_afstemming_van_artikel_18_dekt_het() -> None:
    """Art. 18 lid 1 works as a clause: ex officio, individual, with a remedy. So no vacuum and no
    clause that misses."""
    b = een(onderzocht(WET), f"P01-{STAM}")
    rij = route(b, "artikel 18, eerste lid, Pw, bij samen wonen")
    assert rij.dekt == "dekt"
    assert rij.sterkte == b.dekking.sterkte == 4
    assert not {"P02", "P04", "P14", "P15"} & patronen(onderzocht(WET))
