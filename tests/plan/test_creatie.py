"""Objects and facts that rules make, worked out by hand. [4.3, 4.4, 4.9, 1.11]"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model import hulp as taalhulp
from tests.model import taal
from tests.model.taal import BASIS, regel
from tests.plan.hulp import DAG, code, gemaakt, getal, reken
from tests.run.plannen import Opgave, plannen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.model import Model
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.plan.zeker import Getal, Zeker, van_invoer
from wetsanalyse.run.exact import bestaande
from wetsanalyse.run.exact import reken as reken_plan
from wetsanalyse.run.scenarios import geval

Z, Y, A, B, C, G, H = "ZYABCGH"
MAAK = regel(
    "Een Aanvraag heeft een beschikking met bedrag gelijk aan het volgnummer van de Aanvraag maal "
    "5 € en voorlopig gelijk aan waar indien de Aanvraag volledig is.",
    "maak",
)
AANVRAGEN = ((A, "Aanvrager"), (Z, "Aanvraag"), (Y, "Aanvraag"))
VOLLEDIG = {(Z, "volledig"): True, (Z, "volgnummer"): 3, (Y, "volgnummer"): 4}


def telling(term: str, naam: str = "telling") -> str:
    return regel(f"De telling van een Aanvrager moet gesteld worden op {term}.", naam)


# ------------------------------------------------------------------ objects


@pytest.mark.constructie("R-173", "R-174", stap="rekent")
def test_een_object_per_onderwerp_dat_voldoet() -> None:
    uit = reken([MAAK], AANVRAGEN, (), VOLLEDIG)
    assert gemaakt(uit) == {"beschikking van Z": True, "beschikking van Y": False}
    assert uit.waarde("beschikking van Z", "bedrag") == 15
    assert uit.waarde("beschikking van Z", "voorlopig") is True
    assert uit.waarde("beschikking van Z", "kenmerknummer") is LEEG
    # What is not there has no values, although they could be computed.
    assert uit.waarde("beschikking van Y", "bedrag") is LEEG
    assert uit.waarde("beschikking van Y", "voorlopig") is False
    assert bestaande(uit) == [*AANVRAGEN, ("beschikking van Z", "Beschikking")]


@pytest.mark.constructie("R-259", stap="rekent")
def test_wie_een_nieuw_object_leest_komt_erna() -> None:
    """Through the role, and among all of its type; one of the two aanvragen is complete."""
    aantal = telling("het aantal Beschikkingen")
    via_rol = regel(
        "De urgentie van een Aanvraag moet gesteld worden op 1 "
        "indien het bedrag van de beschikking van de Aanvraag groter is dan 14 €.",
        "rol",
    )
    heeft = regel(
        "De uren van een Aanvraag moet gesteld worden op 2 u "
        "indien de Aanvraag een beschikking heeft.",
        "heeft",
    )
    terug = regel(
        "Het kenmerknummer van een beschikking moet gesteld worden op "
        "het volgnummer van de besliste aanvraag van de beschikking.",
        "terug",
    )
    for volgorde in ([aantal, via_rol, heeft, terug, MAAK], [MAAK, terug, heeft, via_rol, aantal]):
        uit = reken(volgorde, AANVRAGEN, (), VOLLEDIG)
        assert uit.waarde(A, "telling") == 1
        assert [uit.waarde(z, "urgentie") for z in (Z, Y)] == [1, LEEG]
        assert [uit.waarde(z, "uren") for z in (Z, Y)] == [2, LEEG]
        assert uit.waarde("beschikking van Z", "kenmerknummer") == 3
        assert uit.waarde("beschikking van Y", "kenmerknummer") is LEEG


@pytest.mark.constructie("R-174", stap="rekent")
def test_een_eerste_waarde_botst_met_een_andere_regel() -> None:
    def ander(bedrag: int) -> str:
        zin = f"Het bedrag van een Beschikking moet gesteld worden op {bedrag} €."
        return regel(zin, "ander")

    uit = reken([MAAK, ander(16)], AANVRAGEN, (), VOLLEDIG)
    assert code(uit.waarde("beschikking van Z", "bedrag")) == "BOTSING"
    assert reken([MAAK, ander(15)], AANVRAGEN, (), VOLLEDIG).waarde(
        "beschikking van Z", "bedrag"
    ) == 15  # fmt: skip


@pytest.mark.constructie("R-174", stap="rekent")
def test_een_kenmerk_dat_onwaar_meekrijgt() -> None:
    zin = "Een Aanvraag heeft een beschikking met voorlopig gelijk aan onwaar."
    uit = reken([regel(zin)], AANVRAGEN)
    assert uit.waarde("beschikking van Z", "voorlopig") is False
    wel = regel("Een Beschikking is voorlopig indien het bedrag van de Beschikking leeg is.", "wel")
    uit = reken([regel(zin), wel], AANVRAGEN)
    assert uit.waarde("beschikking van Z", "voorlopig") is True


def test_de_waarde_van_wat_er_niet_is_bederft_niets() -> None:
    """The condition protects the first value against dividing by zero."""
    zin = (
        "Een Aanvraag heeft een beschikking met kenmerknummer gelijk aan "
        "10 gedeeld door het volgnummer van de Aanvraag rekenkundig afgerond op 0 decimalen "
        "indien het volgnummer van de Aanvraag ongelijk is aan 0."
    )
    invoer = {(Z, "volgnummer"): 5, (Y, "volgnummer"): 0}
    uit = reken([regel(zin), telling("het aantal Beschikkingen", "n")], AANVRAGEN, (), invoer)
    assert uit.waarde("beschikking van Z", "kenmerknummer") == 2
    assert uit.waarde("beschikking van Y", "kenmerknummer") is LEEG
    assert uit.waarde(A, "telling") == 1


@pytest.mark.constructie("R-081", stap="rekent")
def test_een_enkelvoudige_rol_die_al_gevuld_is() -> None:
    leest = regel(
        "De urgentie van een Aanvraag moet gesteld worden op 1 "
        "indien de Aanvraag een beschikking heeft.",
        "leest",
    )
    objecten = (*AANVRAGEN, ("D", "Beschikking"))
    invoer = {**VOLLEDIG, (Y, "volledig"): True}
    uit = reken([MAAK, leest], objecten, [("besluit", (Z, "D"))], invoer)
    assert gemaakt(uit) == {"beschikking van Z": "FT-KARDINALITEIT", "beschikking van Y": True}
    fout = uit.bestaat("beschikking van Z")
    assert isinstance(fout, Fout)
    assert (fout.regel, fout.object) == ("maak", Z)
    assert [code(uit.waarde(z, "urgentie")) for z in (Z, Y)] == ["FT-KARDINALITEIT", 1]
    # Without the new one there is nothing wrong.
    uit = reken([MAAK, leest], objecten, [("besluit", (Z, "D"))], {(Z, "volledig"): False})
    assert [code(uit.waarde(z, "urgentie")) for z in (Z, Y)] == [1, LEEG]


@pytest.mark.constructie("R-081", stap="rekent")
def test_twee_regels_vullen_een_enkelvoudige_rol() -> None:
    spoed = regel(
        "Een Aanvraag heeft een beschikking met bedrag gelijk aan 1 € "
        "indien de urgentie van de Aanvraag groter is dan 1.",
        "spoed",
    )
    leest = regel(
        "De uren van een Aanvraag moet gesteld worden op 1 u "
        "indien het bedrag van de beschikking van de Aanvraag groter is dan 0 €.",
        "leest",
    )
    invoer = {**VOLLEDIG, (Z, "urgentie"): 2, (Y, "urgentie"): 2}
    uit = reken([MAAK, spoed, leest], AANVRAGEN, (), invoer)
    assert gemaakt(uit) == {
        "beschikking van Z": "FT-KARDINALITEIT",
        "beschikking 2 van Z": "FT-KARDINALITEIT",
        "beschikking van Y": False,
        "beschikking 2 van Y": True,
    }
    assert [code(uit.waarde(z, "uren")) for z in (Z, Y)] == ["FT-KARDINALITEIT", 1]


def test_een_naam_die_al_bestaat_krijgt_een_nummer() -> None:
    uit = reken([MAAK], (*AANVRAGEN, ("beschikking van Z", "Beschikking")), (), VOLLEDIG)
    assert gemaakt(uit) == {"beschikking 2 van Z": True, "beschikking van Y": False}


@pytest.mark.constructie("R-265", "R-266", stap="rekent")
def test_een_fout_in_de_voorwaarde_blijft_bij_haar_object() -> None:
    zin = (
        "Een Aanvraag heeft een beschikking met bedrag gelijk aan 5 € "
        "indien 6 gedeeld door het volgnummer van de Aanvraag groter is dan 1."
    )
    leest = regel(
        "De urgentie van een Aanvraag moet gesteld worden op 1 "
        "indien de Aanvraag een beschikking heeft.",
        "leest",
    )
    alle = telling("het aantal Beschikkingen", "alle")
    invoer = {(Z, "volgnummer"): 0, (Y, "volgnummer"): 3}
    uit = reken([regel(zin), leest, alle], AANVRAGEN, (), invoer)
    assert gemaakt(uit) == {"beschikking van Z": "DELEN-DOOR-NUL", "beschikking van Y": True}
    assert code(uit.waarde(Z, "urgentie")) == "DELEN-DOOR-NUL"
    assert uit.waarde(Y, "urgentie") == 1
    assert code(uit.waarde("beschikking van Z", "bedrag")) == "DELEN-DOOR-NUL"
    assert code(uit.waarde(A, "telling")) == "DELEN-DOOR-NUL"


NORM = """\
Bestuursorgaan het college
Open norm schrijnend
    bron artikel 9 Wop
    beoordeeld door het college
"""


@pytest.mark.parametrize(
    ("oordelen", "er", "aantal", "bedrag"),
    [
        ({}, "onbeslist", "onbeslist", "onbeslist"),
        ({("schrijnend", A): True}, True, 1, 7),
        ({("schrijnend", A): False}, False, 0, LEEG),
    ],
)
def test_een_open_norm_laat_het_object_onbeslist(
    oordelen: dict[tuple[str, str], bool], er: Any, aantal: Any, bedrag: Any
) -> None:
    extra = (
        "Feittype toezegging\n    de begunstigde\tAanvrager\n    de toezegging\tBeschikking\n"
        "één begunstigde krijgt één toezegging\n"
    )
    maak = regel(
        "Een Aanvrager heeft een toezegging met bedrag gelijk aan 7 € "
        "indien er sprake is van open norm schrijnend.",
        "maak",
    )
    leest = regel("Het tegoed van een Aanvrager moet gesteld worden op "
                  "het bedrag van zijn toezegging.", "leest")  # fmt: skip
    wet = [NORM, extra, maak, leest, telling("het aantal Beschikkingen", "n")]
    uit = reken(wet, ((A, "Aanvrager"),), (), {}, oordelen)
    assert code(uit.bestaat("toezegging van A")) == er
    assert code(uit.waarde(A, "telling")) == aantal
    assert code(uit.waarde(A, "tegoed")) == bedrag


# ------------------------------------------------------------------ facts

FEIT = regel(
    "Een kostendeler van een Aanvrager is een bewoner van het woonadres van de Aanvrager "
    "indien de bewoner verzekerd is.",
    "feit",
)
DELERS = telling("het aantal kostendelers van de Aanvrager", "delers")
THUIS = ((A, "Aanvrager"), (B, "Aanvrager"), (C, "Aanvrager"), (H, "Adres"))
WONEN = [("bewoning", (H, A)), ("bewoning", (H, B))]


@pytest.mark.constructie("R-176", stap="rekent")
def test_een_feit_met_wie_voldoet() -> None:
    """A and B live together, C elsewhere; B is insured. So B counts for both, also for himself."""
    uit = reken([FEIT, DELERS], THUIS, WONEN, {(B, "verzekerd"): True, (C, "verzekerd"): True})
    assert [uit.waarde(wie, "telling") for wie in (A, B, C)] == [1, 1, 0]
    uit = reken([FEIT, DELERS], THUIS, WONEN, {(B, "verzekerd"): True, (A, "verzekerd"): True})
    assert [uit.waarde(wie, "telling") for wie in (A, B, C)] == [2, 2, 0]


@pytest.mark.constructie("R-177", stap="rekent")
def test_een_feit_dat_er_al_is_telt_een_keer() -> None:
    dubbel = FEIT.replace("Regel feit", "Regel nog eens").replace("verzekerd", "een student")
    feiten = [*WONEN, ("kostendeling", (A, A))]
    invoer = {(wie, wat): True for wie in (A, B) for wat in ("verzekerd", "student")}
    uit = reken([FEIT, dubbel, DELERS], THUIS, feiten, invoer)
    assert [uit.waarde(wie, "telling") for wie in (A, B)] == [2, 2]


@pytest.mark.constructie("R-234", "R-235", "R-125", stap="rekent")
def test_een_rol_die_een_regel_geeft_is_te_toetsen() -> None:
    is_ = regel("Een Aanvrager is verzekerd indien hij een kostendeler is.", "is")
    heeft = regel("Een Aanvrager heeft een recht op steun indien hij een kostendeler heeft.", "h")
    zet = regel("Het cijfer van een kostendeler moet gesteld worden op 7.", "zet")
    feit = FEIT.replace("verzekerd", "een student")
    uit = reken([feit, is_, heeft, zet], THUIS, WONEN, {(B, "student"): True})
    assert [uit.waarde(wie, "verzekerd") for wie in (A, B, C)] == [False, True, False]
    assert [uit.waarde(wie, "recht op steun") for wie in (A, B, C)] == [True, True, False]
    assert [uit.waarde(wie, "cijfer") for wie in (A, B, C)] == [LEEG, 7, LEEG]


@pytest.mark.constructie("R-081", stap="rekent")
def test_wie_door_een_rol_met_te_veel_kijkt() -> None:
    """B is the kostendeler of A and of himself, but may have one gever. Who counts the
    kostendelers is not troubled."""
    door = regel(
        "Het cijfer van een Aanvrager moet gesteld worden op de telling van zijn gever.", "door"
    )
    uit = reken([FEIT, DELERS, door], THUIS, WONEN, {(B, "verzekerd"): True})
    assert [uit.waarde(wie, "telling") for wie in (A, B)] == [1, 1]
    assert [code(uit.waarde(wie, "cijfer")) for wie in (A, B)] == [LEEG, "FT-KARDINALITEIT"]


@pytest.mark.constructie("R-079", stap="rekent")
def test_niemand_is_zijn_eigen_partner() -> None:
    feit = regel(
        "Een partner van een Aanvrager is een bewoner van het woonadres van de Aanvrager "
        "indien de bewoner verzekerd is.",
        "feit",
    )
    leest = regel(
        "Het cijfer van een Aanvrager moet gesteld worden op 3 indien zijn partner verzekerd is.",
        "leest",
    )
    uit = reken([feit, leest], THUIS, WONEN, {(B, "verzekerd"): True})
    assert [code(uit.waarde(wie, "cijfer")) for wie in (A, B, C)] == [3, "FT-ZELF", LEEG]
    voorwaarden = (
        "indien er aan alle volgende voorwaarden wordt voldaan:\n"
        "            • de bewoner is verzekerd\n"
        "            • de leeftijd van de bewoner is ongelijk aan de leeftijd van de Aanvrager."
    )
    ander = feit.replace("indien de bewoner verzekerd is.", voorwaarden)
    jaren = {(B, "verzekerd"): True, (A, "leeftijd"): 30, (B, "leeftijd"): 31}
    uit = reken([ander, leest], THUIS, WONEN, jaren)
    assert [code(uit.waarde(wie, "cijfer")) for wie in (A, B, C)] == [3, LEEG, LEEG]


# ------------------------------------------------------------------ recursive groups

BEGIN = (
    "Feittype begin\n    de schuldzaak\tAanvraag\n    de eerste termijn\tTermijn\n"
    "één schuldzaak begint met één eerste termijn\n"
)
START = regel(
    "Een Aanvraag heeft een eerste termijn met slag gelijk aan 1 en restant gelijk aan "
    "het volgnummer van de Aanvraag maal 1 € indien de Aanvraag volledig is.",
    "start",
)


def groep(stap: str = "50 €", slagen: str = "6", extra: str = "") -> str:
    return f"""Regelgroep aflossing is recursief
{extra}
    Regel volgende
        geldig altijd
            Een Termijn heeft een volgende termijn
            met slag gelijk aan de slag van de Termijn plus 1
            en restant gelijk aan (het restant van de Termijn min {stap})
            indien er aan alle volgende voorwaarden wordt voldaan:
                • het restant van de Termijn is groter dan {stap}
                • de slag van de Termijn is kleiner dan {slagen}.
"""


def restanten(uitslag: Any) -> list[Any]:
    termijnen = [naam for naam, type_ in bestaande(uitslag) if type_ == "Termijn"]
    return [uitslag.waarde(naam, "restant") for naam in termijnen]


@pytest.mark.constructie("R-200", stap="rekent")
@pytest.mark.parametrize(
    ("schuld", "verwacht"),
    [
        (50, [50]),
        (51, [51, 1]),
        (180, [180, 130, 80, 30]),
        (300, [300, 250, 200, 150, 100, 50]),
        # Here it is the number of turns that stops it: 301 - 5 times 50.
        (301, [301, 251, 201, 151, 101, 51]),
    ],
)
def test_een_groep_gaat_door_tot_er_niets_bij_komt(schuld: int, verwacht: list[int]) -> None:
    invoer = {(Z, "volledig"): True, (Z, "volgnummer"): schuld}
    wet = [BEGIN, groep(), START, telling("het aantal Termijnen", "n")]
    uit = reken(wet, AANVRAGEN, (), invoer)
    assert restanten(uit) == verwacht
    assert uit.waarde(A, "telling") == len(verwacht)


def test_een_groep_zonder_begin_maakt_niets() -> None:
    uit = reken([BEGIN, groep(), START, telling("het aantal Termijnen", "n")], AANVRAGEN)
    assert uit.waarde(A, "telling") == 0
    assert uit.waarde("eerste termijn van Z", "restant") is LEEG


@pytest.mark.constructie("R-200", stap="rekent")
def test_een_groep_rekent_verder_op_het_vorige_object() -> None:
    """The rente of a termijn is that of the one before it plus 1: 1, 2, 3, 4."""
    extra = "Extensie van objecttype de Termijn\n    de rente\tNumeriek (getal) met eenheid €;\n"
    rente = """
    Regel rente
        geldig altijd
            De rente van een Termijn moet berekend worden als
            de rente van de vorige termijn van de Termijn plus 1 €.
"""
    wet = groep(extra=rente).replace("min 50 €)", "min 50 € plus de rente van de Termijn)")
    wet = wet.replace("wordt voldaan:", "wordt voldaan:\n                • de rente van de "
                      "Termijn is kleiner dan 4 €")  # fmt: skip
    invoer = {(Z, "volledig"): True, (Z, "volgnummer"): 180}
    uit = reken([extra, BEGIN, wet, START], AANVRAGEN, (), invoer)
    # 180 - 50 + 1, then - 50 + 2, then - 50 + 3; the fourth has a rente of 4.
    assert restanten(uit) == [180, 131, 83, 36]
    # Outside a group it is a circle.
    los = regel("De rente van een Termijn moet berekend worden als "
                "de rente van de vorige termijn van de Termijn plus 1 €.", "rente")  # fmt: skip
    _, meldingen, _ = taalhulp.lees(BASIS, extra, los)
    assert {m.code for m in meldingen if m.is_fout} == {"RC-KRING"}


@pytest.mark.constructie("R-200", stap="rekent")
def test_een_groep_met_een_begin_en_een_stap() -> None:
    """The rente of the first is 2, and 1 more for each next one; the rule for who comes next is
    about a role. The condition reads it through a variable."""
    extra = "Extensie van objecttype de Termijn\n    de rente\tNumeriek (getal) met eenheid €;\n"
    rentes = """
    Regel eerste rente
        geldig altijd
            De rente van een eerste termijn moet gesteld worden op 2 €.

    Regel rente
        geldig altijd
            De rente van een volgende termijn moet berekend worden als
            de rente van de vorige termijn van de volgende termijn plus 1 €.
"""
    wet = groep(extra=rentes).replace("min 50 €)", "min 50 € plus R)")
    wet = (
        wet.replace("wordt voldaan:", "wordt voldaan:\n                • R is kleiner dan 100 €")
        + "            Daarbij geldt:\n                R is de rente van de Termijn.\n"
    )
    invoer = {(Z, "volledig"): True, (Z, "volgnummer"): 180}
    uit = reken([extra, BEGIN, wet, START], AANVRAGEN, (), invoer)
    # 180 - 50 + 2, then - 50 + 3, then - 50 + 4.
    assert restanten(uit) == [180, 132, 85, 39]


def test_terugkijken_over_een_lange_reeks() -> None:
    """Each termijn adds all that come after it: from 10.000 down in steps of 50."""
    extra = "Extensie van objecttype de Termijn\n    het saldo\tNumeriek (getal) met eenheid €;\n"
    saldo = """
    Regel saldo
        geldig altijd
            Het saldo van een Termijn moet berekend worden als het restant van de Termijn
            plus het saldo van de volgende termijn van de Termijn.
"""
    wet = [extra, BEGIN, groep(slagen="500", extra=saldo), START]
    invoer = {(Z, "volledig"): True, (Z, "volgnummer"): 10_000}
    uit = reken(wet, AANVRAGEN, (), invoer)
    assert uit.waarde("eerste termijn van Z", "saldo") == sum(range(50, 10_001, 50)) == 1_005_000


def test_een_groep_die_naar_al_haar_objecten_kijkt_is_een_kring() -> None:
    wet = groep().replace("wordt voldaan:", "wordt voldaan:\n                • het aantal "
                          "Termijnen is kleiner dan 9")  # fmt: skip
    invoer = {(Z, "volledig"): True, (Z, "volgnummer"): 180}
    uit = reken([BEGIN, wet, START, telling("het aantal Termijnen", "n")], AANVRAGEN, (), invoer)
    assert code(uit.waarde(A, "telling")) == "RC-KRING"
    assert uit.waarde("eerste termijn van Z", "restant") == 180


GRENS = """\
Parameter het hoogste aantal : Numeriek (geheel getal);
Parameterwaarden proef
    geldig altijd
    het hoogste aantal is 3
"""


@pytest.mark.constructie("R-200", stap="rekent")
def test_de_grens_mag_een_parameter_zijn() -> None:
    """Also that of the case. In a plan that was made for another one it is a fault, never a
    silent end."""
    alle = telling("het aantal Termijnen", "n")
    wet = taal.goed(GRENS, BEGIN, groep(slagen="het hoogste aantal"), START, alle)
    invoer = {(Z, "volledig"): True, (Z, "volgnummer"): 500}
    assert restanten(reken(wet, AANVRAGEN, (), invoer)) == [500, 450, 400]
    vier = {"hoogste aantal": 4}
    uit = reken(wet, AANVRAGEN, (), invoer, parameters=vier)
    assert restanten(uit) == [500, 450, 400, 350]
    assert uit.waarde(A, "telling") == 4

    plan, huishouden = lower(wet, DAG), Huishouden(AANVRAGEN)
    anders = {k: getal(w) for k, w in vier.items()}
    casus = Casus(DAG, huishouden, {k: getal(w) for k, w in invoer.items()}, {}, anders)
    uit = reken_plan(ground(plan, huishouden), geval(plan, casus))
    assert code(uit.waarde(A, "telling")) == "RC-GRENS"
    minder = Casus(DAG, huishouden, casus.invoer, {}, {"hoogste aantal": Fraction(2)})
    assert reken_plan(ground(plan, huishouden), geval(plan, minder)).waarde(A, "telling") == 2


@pytest.mark.parametrize(("schuld", "verwacht"), [(500, 10), (50_001, "RC-GRENS")])
def test_een_groep_die_niet_te_overzien_is(schuld: int, verwacht: Any) -> None:
    """The first termijn is given, with any slag: how many follow is not known beforehand. A
    thousand is looked at; the next one is a fault."""
    alle = telling("het aantal Termijnen", "n")
    termijn = ((A, "Aanvrager"), ("T", "Termijn"))
    invoer = {("T", "slag"): -5000, ("T", "restant"): schuld}
    uit = reken([groep(), alle], termijn, (), invoer)
    assert code(uit.waarde(A, "telling")) == verwacht


@given(plannen())
def test_wat_zeker_is_komt_uit(opgave: Opgave) -> None:
    """What is said for certain holds for every value that is not a fault and not undecided."""
    plan = opgave.plan
    zeker = Zeker(list(plan.steps), plan.parameters)
    waarden = reken_plan(plan, opgave.geval, tuple(range(len(plan.steps)))).waarden
    for slot, waarde in enumerate(waarden):
        gezegd = zeker.van(slot)
        if isinstance(waarde, Fout | Onbeslist) or gezegd is None:
            continue
        if isinstance(gezegd, bool):
            assert (waarde is True) == gezegd
        elif waarde is LEEG:
            assert gezegd.leeg
        else:
            assert isinstance(waarde, Fraction)
            assert gezegd.laag is None or gezegd.laag <= waarde
            assert gezegd.hoog is None or waarde <= gezegd.hoog


def test_een_invoer_is_begrensd_door_haar_type() -> None:
    assert van_invoer(Type(Soort.NUMERIEK, decimalen=0, bereik="positief")) == Getal(
        Fraction(1), None, leeg=True
    )
    assert van_invoer(Type(Soort.NUMERIEK, decimalen=2, bereik="positief")) == Getal(
        Fraction(0), None, leeg=True
    )
    assert van_invoer(Type(Soort.TEKST)) is None


# ------------------------------------------------------------------ the order does not count


@pytest.mark.constructie("R-258", "R-267", stap="rekent")
@given(st.randoms(use_true_random=False), st.integers(0, 400), st.booleans())
def test_de_volgorde_telt_niet(rng: random.Random, schuld: int, samen: bool) -> None:
    """Rules, objects and facts in any order: the same objects, with the same values."""
    invoer = {
        (Z, "volledig"): True, (Z, "volgnummer"): schuld, (Y, "volgnummer"): 7,
        (Y, "volledig"): samen, (B, "verzekerd"): True, (A, "verzekerd"): samen,
    }  # fmt: skip
    objecten = [*THUIS, (Z, "Aanvraag"), (Y, "Aanvraag")]
    feiten = [*WONEN, ("indiening", (A, Z)), ("indiening", (A, Y))]

    def alles(model: Model, wie: list[Any], wat: list[Any]) -> dict[Any, Any]:
        uit = reken(model, wie, wat, invoer)
        eigen = {k: code(uit.waarden[slot]) for k, slot in uit.plan.eigenschappen.items()}
        return {**eigen, **gemaakt(uit)}

    eerst = alles(_wetten()[0], objecten, feiten)
    rng.shuffle(objecten)
    rng.shuffle(feiten)
    for model in _wetten()[1:]:
        assert alles(model, objecten, feiten) == eerst


_GELEZEN: list[Model] = []


def _wetten() -> list[Model]:
    """The same rules in three orders, read once."""
    if not _GELEZEN:
        som = regel(
            "De schuld van een Aanvrager moet berekend worden als "
            "de som van het restant van alle Termijnen.",
            "som",
        )
        spoed = MAAK.replace("Regel maak", "Regel haast").replace("volledig is", "niet volledig is")
        regels = [BEGIN, START, groep(), FEIT, DELERS, som, MAAK, spoed]
        volgorden = (regels, regels[::-1], [*regels[3:], *regels[:3]])
        _GELEZEN.extend(taal.goed(*volgorde) for volgorde in volgorden)
    return _GELEZEN


@pytest.mark.parametrize(
    "regels",
    [
        # An object that is made is a subject again.
        ["Een Termijn heeft een volgende termijn met slag gelijk aan 1."],
        # Two rules each wait for what the other makes.
        [
            (
                "Een kostendeler van een Aanvrager is een bewoner van het woonadres "
                "van de Aanvrager indien de Aanvrager een partner heeft."
            ),
            (
                "Een partner van een Aanvrager is een kostendeler van de Aanvrager "
                "indien de kostendeler verzekerd is."
            ),
        ],
    ],
)
def test_maken_in_een_kring(regels: list[str]) -> None:
    """Refused when it is read; in a plan a fault for whoever reads it, and the rest goes on."""
    tellingen = [
        telling("het aantal Termijnen plus het aantal kostendelers van de Aanvrager", "n"),
        regel("Het cijfer van een Aanvrager moet gesteld worden op 2.", "rest"),
    ]
    teksten = [regel(zin, f"kring {n}") for n, zin in enumerate(regels)]
    for volgorde in (teksten, teksten[::-1]):
        model, meldingen, _ = taalhulp.lees(BASIS, *volgorde, *tellingen)
        assert {m.code for m in meldingen if m.is_fout} == {"RC-KRING"}
        uit = reken(model, (*THUIS, ("T", "Termijn")), WONEN, {(B, "verzekerd"): True})
        assert code(uit.waarde(A, "telling")) == "RC-KRING"
        assert uit.waarde(A, "cijfer") == 2
