"""rules/voorbeeld-alles/10-objecten.regels from beginning to end, worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.plan.hulp import code, controles, getal
from wetsanalyse import chain
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.terms import Aggregaat, Genoemd, Rolstap
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG
from wetsanalyse.run.exact import Uitslag, bestaande
from wetsanalyse.run.scenarios import voer_uit

WORTEL = Path(__file__).resolve().parents[2]
DAG = date(2025, 1, 1)
A, B, C, K, L, X, Y, Z, G, H = "ABCKLXYZGH"
HUISHOUDEN = Huishouden(
    (
        *((wie, "Ouder") for wie in (A, B, C)),
        *((wie, "Kind") for wie in (K, L)),
        *((wie, "Aanvraag") for wie in (X, Y, Z)),
        (G, "Gemeente"),
        (H, "Adres"),
    ),
    (
        Feit("ouderschap", (A, K)),
        Feit("ouderschap", (A, L)),
        Feit("indiening", (A, Z)),
        *(Feit("behandeling", (G, wie)) for wie in (X, Y, Z)),
        *(Feit("bewoning", (H, wie)) for wie in (A, B, C)),
    ),
)


@cache
def plan() -> Plan:
    set_ = chain.laad([WORTEL / "rules" / "voorbeeld-alles"]).value
    return chain.lower(set_.model, DAG)


def reken(invoer: dict[tuple[str, str], Any]) -> Uitslag:
    eigen = {sleutel: getal(waarde) for sleutel, waarde in invoer.items()}
    rol = Rolstap(Genoemd(A, "Ouder"), "kostendeling", 1, "Ouder", True)
    vragen: Any = {"kostendelers": Aggregaat("AANTAL", rol, Type(Soort.NUMERIEK))}
    return voer_uit(plan(), Casus(DAG, HUISHOUDEN, eigen), vragen)[1]


def per(uitslag: Uitslag, wat: str, *wie: str) -> list[Any]:
    return [code(uitslag.waarde(w, wat)) for w in wie]


@pytest.mark.constructie("R-173", "R-174", stap="rekent")
def test_een_beschikking_op_wat_volledig_is() -> None:
    uit = reken({(Z, "volledig"): True})
    gemaakt = [naam for naam, type_ in bestaande(uit) if type_ == "Beschikking"]
    assert gemaakt == ["beschikking van Z"]
    assert uit.waarde("beschikking van Z", "dagtekening") == DAG.toordinal()
    assert uit.waarde("beschikking van Z", "voorlopig") is True
    # The gezinssteun of who has no right to it is 0.
    steun = uit.waarde(A, "gezinssteun per jaar")
    assert uit.waarde("beschikking van Z", "toegekend bedrag") == steun == 0
    assert bestaande(reken({})) == list(HUISHOUDEN.objecten)


@pytest.mark.constructie("R-176", "R-177", stap="rekent")
def test_kostendelers_zijn_meerderjarige_bewoners() -> None:
    """A is of age, B turns 18 the day after, C has no date of birth."""
    geboren = {
        (A, "geboortedatum"): date(1990, 5, 6).toordinal(),
        (B, "geboortedatum"): date(2007, 1, 2).toordinal(),
    }
    uit = reken(geboren)
    assert uit.waarden[uit.plan.vragen["kostendelers"]] == 1
    uit = reken(geboren | {(B, "geboortedatum"): date(2007, 1, 1).toordinal()})
    assert uit.waarden[uit.plan.vragen["kostendelers"]] == 2


@pytest.mark.constructie("R-185", stap="rekent")
def test_een_aanvraag_die_niet_klopt_gaat_terug() -> None:
    dag = DAG.toordinal()
    uit = reken(
        {
            (X, "ontvangstdatum"): dag, (X, "gevraagde opvanguren"): 1,
            (Y, "ontvangstdatum"): dag, (Y, "gevraagde opvanguren"): 0,
            (Z, "gewenste ingangsdatum"): dag,
        }
    )  # fmt: skip
    assert controles(uit, "aanvraag goed ingevuld") == {X: True, Y: False, Z: False}
    assert per(uit, "teruggestuurd", X, Y, Z) == [False, True, True]
    # An address with people and without a postcode.
    assert controles(uit, "adres volledig") == {H: False}
    assert controles(reken({(H, "postcode"): "1234 AB"}), "adres volledig") == {H: True}


@pytest.mark.constructie("R-187", "R-190", "R-193", "R-194", stap="rekent")
def test_verdelen() -> None:
    """101 hours: Z goes first and has its maximum of 30; X and Y share 71 by 90 and 80: 37,58
    and 33,41, rounded down. The list: X and Y go first, 5 each."""
    invoer: dict[tuple[str, str], Any] = {
        (G, "opvangbudget"): 101, (G, "wachtlijstbudget"): 10, (A, "kleedgeld voor het gezin"): 75,
    }  # fmt: skip
    for wie, urgentie, uren, nummer in ((Z, 2, 30, 2), (Y, 1, 80, 1), (X, 1, 90, 1)):
        invoer |= {
            (wie, "urgentie"): urgentie,
            (wie, "gevraagde opvanguren"): uren,
            (wie, "volgnummer"): nummer,
        }
    uit = reken(invoer)
    assert per(uit, "toegekende opvanguren", X, Y, Z) == [37, 33, 30]
    assert per(uit, "ongebruikte opvangbudget", G) == [1]
    assert per(uit, "wachtlijsturen", X, Y, Z) == [5, 5, 0]
    assert per(uit, "kleedgeld", K, L) == [Fraction(75, 2)] * 2
    del invoer[X, "urgentie"]
    assert per(reken(invoer), "toegekende opvanguren", X, Y, Z) == ["VD-VOLGORDE-LEEG"] * 3


@pytest.mark.constructie("R-200", stap="rekent")
@pytest.mark.parametrize(
    ("voorschot", "bedragen"),
    [
        (0, []),
        (50, [50]),
        (180, [180, 130, 80, 30]),
        # At most 36: 1801 - 35 times 50 is what is left in the last one.
        (1801, [1801 - 50 * n for n in range(36)]),
    ],
)
def test_terugbetalen_in_termijnen(voorschot: int, bedragen: list[int]) -> None:
    uit = reken({(A, "betaalde voorschot"): voorschot})
    termijnen = [naam for naam, type_ in bestaande(uit) if type_ == "Termijn"]
    assert per(uit, "openstaand bedrag", *termijnen) == bedragen
    assert per(uit, "rangnummer", *termijnen) == list(range(1, len(bedragen) + 1))
    if not bedragen:
        assert per(uit, "openstaand bedrag", "eerste termijn van A") == [LEEG]
