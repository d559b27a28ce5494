"""Small models through the whole middle of the chain: the values that must come out."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.hulp import BASIS, lees, regel
from wetsanalyse.model.casus import Casus, Feit, Huishouden
from wetsanalyse.model.model import Model
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.run.exact import reken
from wetsanalyse.run.scenarios import geval

DAG = date(2025, 6, 1)
A, B, C, K, L, M = "ABCKLM"
WAARDEN = """\
Parameterwaarden proef
    geldig vanaf 1-1-2025 t/m 31-12-2025
    de norm is 1200 €/jr
    de drempel is 100 €
    de korting is 10%
    de leeftijdsgrens is 12 jr
Parameterwaarden vorig jaar
    geldig t/m 31-12-2024
    de drempel is 50 €
"""
THUISWONEND = "Een Kind is thuiswonend\nindien zijn leeftijd kleiner is dan de leeftijdsgrens."


def model(*regels: str) -> Model:
    gevonden, meldingen, _ = lees(BASIS, WAARDEN, *regels)
    fouten = [f"{m.code} {m.bericht} {m.span and m.span.tekst}" for m in meldingen if m.is_fout]
    assert not fouten, fouten
    return gevonden


def gezin(*kinderen: str, partner: bool = False) -> Huishouden:
    objecten = [(A, "Aanvrager"), (B, "Aanvrager"), *((k, "Kind") for k in kinderen)]
    feiten = [Feit("gezin", (A, k)) for k in kinderen]
    if partner:
        feiten.append(Feit("partnerschap", (A, B)))
    return Huishouden(tuple(objecten), tuple(feiten))


def uitkomst(
    wet: Model,
    huishouden: Huishouden,
    invoer: Mapping[tuple[str, str], Any],
    wie: str,
    wat: str,
    *,
    dag: date = DAG,
    oordelen: Mapping[tuple[str, str], bool] | None = None,
) -> Any:
    getallen = {
        s: Fraction(w) if isinstance(w, int) and not isinstance(w, bool) else w
        for s, w in invoer.items()
    }
    casus = Casus(dag, huishouden, getallen, oordelen or {})
    plan = lower(wet, dag)
    return reken(ground(plan, huishouden), geval(plan, casus)).waarde(wie, wat)


# ------------------------------------------------------------------ roles


SPAARGELD = regel(
    "De schuld van een Aanvrager moet berekend worden als\n"
    "de som van het spaargeld van de kinderen van de Aanvrager."
)


@pytest.mark.parametrize(
    ("kinderen", "verwacht"), [((), LEEG), ((K,), Fraction(5)), ((K, L), Fraction(12))]
)
@pytest.mark.constructie("R-077", "R-141", stap="rekent")
def test_som_over_geen_een_en_twee_kinderen(kinderen: tuple[str, ...], verwacht: Any) -> None:
    invoer = {(K, "spaargeld"): 5, (L, "spaargeld"): 7}
    bekend = {s: w for s, w in invoer.items() if s[0] in kinderen}
    assert uitkomst(model(SPAARGELD), gezin(*kinderen), bekend, A, "schuld") == verwacht


@pytest.mark.constructie("R-143", stap="rekent")
def test_som_of_nul() -> None:
    tekst = SPAARGELD.replace("de Aanvrager.", "de Aanvrager of 0 als die er niet zijn.")
    assert uitkomst(model(tekst), gezin(), {}, A, "schuld") == 0


@pytest.mark.parametrize(("partner", "verwacht"), [(False, 3), (True, 7)])
@pytest.mark.constructie("R-126", "R-132", "R-168", stap="rekent")
def test_partner_die_er_niet_is_telt_als_nul(partner: bool, verwacht: int) -> None:
    wet = model(
        regel(
            "De schuld van een Aanvrager moet berekend worden als\n"
            "zijn tegoed plus het tegoed van zijn partner."
        )
    )
    invoer = {(A, "tegoed"): 3, (B, "tegoed"): 4}
    assert uitkomst(wet, gezin(partner=partner), invoer, A, "schuld") == verwacht


@pytest.mark.constructie("R-079", "R-129", "R-169", stap="rekent")
def test_wederkerig_feit_werkt_van_twee_kanten() -> None:
    wet = model(
        regel("De schuld van een Aanvrager moet gesteld worden op\nhet tegoed van zijn partner.")
    )
    huis = gezin(partner=True)
    invoer = {(A, "tegoed"): 3, (B, "tegoed"): 4}
    assert uitkomst(wet, huis, invoer, A, "schuld") == 4
    assert uitkomst(wet, huis, invoer, B, "schuld") == 3


@pytest.mark.constructie("R-078", stap="rekent")
def test_kind_met_twee_ouders_telt_een_keer() -> None:
    wet = model(
        "Feittype verblijf\n    de huisgenoot (mv: huisgenoten) Aanvrager\n"
        "    de logé (mv: logés) Kind\nmeerdere huisgenoten ontvangen meerdere logés\n",
        regel(
            "De bijdrage van een Kind moet berekend worden als\n"
            "de som van het spaargeld van de logés van de huisgenoten van het Kind."
        ),
    )
    huis = Huishouden(
        ((A, "Aanvrager"), (B, "Aanvrager"), (K, "Kind")),
        (Feit("verblijf", (A, K)), Feit("verblijf", (B, K))),
    )
    assert uitkomst(wet, huis, {(K, "spaargeld"): 5}, K, "bijdrage") == 5


# ------------------------------------------------------------------ pairs


@pytest.mark.constructie("R-127", "R-261", stap="rekent")
def test_regel_per_paar_van_ouder_en_kind() -> None:
    wet = model(
        regel(
            "De bijdrage van een kind van een ouder moet berekend worden als\n"
            "het tegoed van de ouder plus het spaargeld van het kind."
        )
    )
    invoer = {(A, "tegoed"): 10, (K, "spaargeld"): 1, (L, "spaargeld"): 2}
    assert uitkomst(wet, gezin(K, L), invoer, K, "bijdrage") == 11
    assert uitkomst(wet, gezin(K, L), invoer, L, "bijdrage") == 12


@pytest.mark.constructie("R-124", stap="rekent")
def test_regel_over_een_rol_geldt_alleen_voor_wie_hem_speelt() -> None:
    wet = model(regel("De schuld van een ouder moet gesteld worden op de drempel."))
    assert uitkomst(wet, gezin(K), {}, A, "schuld") == 100
    assert uitkomst(wet, gezin(K), {}, B, "schuld") is LEEG


@pytest.mark.constructie("R-125", "R-052", stap="rekent")
def test_regel_over_een_kenmerk() -> None:
    wet = model(regel("De schuld van een student moet gesteld worden op de drempel."))
    assert uitkomst(wet, gezin(), {(A, "student"): True}, A, "schuld") == 100
    assert uitkomst(wet, gezin(), {}, A, "schuld") is LEEG


# ------------------------------------------------------------------ selections and quantities


@pytest.mark.parametrize(("thuis", "verwacht"), [((), 0), ((K,), 1), ((K, L), 2)])
@pytest.mark.constructie("R-122", "R-123", "R-135", "R-140", stap="rekent")
def test_aantal_in_een_selectie(thuis: tuple[str, ...], verwacht: int) -> None:
    wet = model(
        regel(
            "De telling van een Aanvrager moet berekend worden als\n"
            "het aantal kinderen van de Aanvrager die thuiswonend zijn."
        )
    )
    invoer = {(k, "thuiswonend"): True for k in thuis}
    assert uitkomst(wet, gezin(K, L), invoer, A, "telling") == verwacht


@pytest.mark.constructie("R-145", "R-222", stap="rekent")
def test_selectie_met_een_berekende_bewaking() -> None:
    """The guard is a kenmerk that a rule gives, with its own condition."""
    wet = model(
        regel(
            "Een Kind is thuiswonend\nindien zijn leeftijd kleiner is dan de leeftijdsgrens.", "a"
        ),
        regel(
            "De schuld van een Aanvrager moet berekend worden als\n"
            "de maximale waarde van het spaargeld van de kinderen van de Aanvrager "
            "die thuiswonend zijn.",
            "b",
        ),
    )
    invoer = {
        (K, "leeftijd"): 11, (K, "spaargeld"): 3,
        (L, "leeftijd"): 13, (L, "spaargeld"): 9,
    }  # fmt: skip
    assert uitkomst(wet, gezin(K, L), invoer, A, "schuld") == 3


@pytest.mark.parametrize(
    ("wie", "kinderen", "thuis", "verwacht"),
    [
        ("alle", (), (), True),
        ("alle", (K, L), (K,), False),
        ("alle", (K, L), (K, L), True),
        ("geen", (), (), True),
        ("geen", (K, L), (K,), False),
        ("ten minste één", (), (), False),
        ("ten minste één", (K, L), (L,), True),
        ("ten hoogste één", (K, L), (K, L), False),
        ("precies twee", (K, L), (K, L), True),
    ],
)
@pytest.mark.constructie("R-130", "R-131", "R-247", stap="rekent")
def test_kwantificatie(
    wie: str, kinderen: tuple[str, ...], thuis: tuple[str, ...], verwacht: bool
) -> None:
    wet = model(
        regel(
            f"Een Aanvrager is behoeftig\nindien {wie} kinderen van de Aanvrager thuiswonend zijn."
        )
    )
    invoer = {(k, "thuiswonend"): True for k in thuis}
    assert uitkomst(wet, gezin(*kinderen), invoer, A, "behoeftig") is verwacht


# ------------------------------------------------------------------ several rules for one property


TWEE = (
    regel("De schuld van een Aanvrager moet gesteld worden op zijn tegoed\n"
          "indien hij verzekerd is.", "een")
    + regel("De schuld van een Aanvrager moet gesteld worden op de drempel\n"
            "indien hij een student is.", "twee")
)  # fmt: skip


@pytest.mark.parametrize(
    ("kenmerken", "verwacht"),
    [((), LEEG), (("verzekerd",), Fraction(7)), (("student",), Fraction(100))],
)
@pytest.mark.constructie("R-094", stap="rekent")
def test_wie_vuurt_bepaalt_de_waarde(kenmerken: tuple[str, ...], verwacht: Any) -> None:
    invoer = {(A, "tegoed"): 7} | {(A, k): True for k in kenmerken}
    assert uitkomst(model(TWEE), gezin(), invoer, A, "schuld") == verwacht


@pytest.mark.constructie("R-264", stap="rekent")
def test_botsing() -> None:
    invoer = {(A, "tegoed"): 7, (A, "verzekerd"): True, (A, "student"): True}
    fout = uitkomst(model(TWEE), gezin(), invoer, A, "schuld")
    assert isinstance(fout, Fout)
    assert fout.code == "BOTSING"
    assert "een" in fout.bericht
    assert "twee" in fout.bericht


def test_gelijke_waarden_botsen_niet() -> None:
    invoer = {(A, "tegoed"): 100, (A, "verzekerd"): True, (A, "student"): True}
    assert uitkomst(model(TWEE), gezin(), invoer, A, "schuld") == 100


@pytest.mark.constructie("R-262", "R-263", stap="rekent")
def test_regel_gaat_voor_invoer() -> None:
    invoer = {(A, "tegoed"): 7, (A, "schuld"): 1, (A, "verzekerd"): True}
    assert uitkomst(model(TWEE), gezin(), invoer, A, "schuld") == 7
    assert uitkomst(model(TWEE), gezin(), {(A, "schuld"): 1}, A, "schuld") == 1


@pytest.mark.constructie("R-186", "R-260", stap="rekent")
def test_initialisatie_alleen_op_wat_leeg_bleef() -> None:
    begin = regel("De schuld van een Aanvrager moet geïnitialiseerd worden op 0 €.", "begin")
    wet = model(TWEE + begin)
    assert uitkomst(wet, gezin(), {}, A, "schuld") == 0
    assert uitkomst(wet, gezin(), {(A, "schuld"): 3}, A, "schuld") == 3
    assert uitkomst(wet, gezin(), {(A, "student"): True}, A, "schuld") == 100


@pytest.mark.constructie("R-055", "R-171", stap="rekent")
def test_meer_regels_voor_een_kenmerk_is_of() -> None:
    wet = model(
        regel("Een Aanvrager is behoeftig\nindien hij verzekerd is.", "een")
        + regel("Een Aanvrager is behoeftig\nindien hij een student is.", "twee")
    )
    for kenmerken, verwacht in (
        ((), False),
        (("student",), True),
        (("student", "verzekerd"), True),
    ):
        invoer = {(A, k): True for k in kenmerken}
        assert uitkomst(wet, gezin(), invoer, A, "behoeftig") is verwacht


def test_open_norm_blijft_open_tot_iemand_oordeelt() -> None:
    wet = model(
        regel("Een Aanvrager is behoeftig\nindien er sprake is van open norm bijzonder hard.")
    )
    assert isinstance(uitkomst(wet, gezin(), {}, A, "behoeftig"), Onbeslist)
    oordelen = {("bijzonder hard", A): True}
    assert uitkomst(wet, gezin(), {}, A, "behoeftig", oordelen=oordelen) is True
    assert isinstance(uitkomst(wet, gezin(), {}, B, "behoeftig", oordelen=oordelen), Onbeslist)


# ------------------------------------------------------------------ versions, amounts, units


@pytest.mark.constructie("R-085", "R-087", "R-089", "R-257", stap="rekent")
def test_versie_en_bedrag_van_de_dag() -> None:
    tekst = regel(
        "De schuld van een Aanvrager moet gesteld worden op de drempel.", geldig="t/m 2024"
    )
    tekst += "    geldig vanaf 2025\n        De schuld van een Aanvrager moet gesteld worden op\n"
    tekst += "        de drempel maal 2.\n"
    wet = model(tekst)
    assert uitkomst(wet, gezin(), {}, A, "schuld", dag=date(2024, 12, 31)) == 50
    assert uitkomst(wet, gezin(), {}, A, "schuld", dag=date(2025, 1, 1)) == 200
    assert uitkomst(wet, gezin(), {}, A, "schuld", dag=date(2026, 1, 1)) == 0


@pytest.mark.constructie("R-102", "R-106", "R-112", "R-113", stap="rekent")
def test_eenheden_worden_omgerekend() -> None:
    wet = model(
        regel(
            "De uitkering van een Aanvrager moet berekend worden als\n"
            "(zijn inkomen plus de norm) gedeeld door 12 mnd/jr\n"
            "naar beneden afgerond op 0 decimalen."
        )
    )
    assert uitkomst(wet, gezin(), {(A, "inkomen"): 11}, A, "uitkering") == 100


@pytest.mark.constructie("R-107", stap="rekent")
def test_percentage_van_een_percentage() -> None:
    wet = model(
        regel(
            "De schuld van een Aanvrager moet berekend worden als\n"
            "de korting van de korting van zijn tegoed."
        )
    )
    assert uitkomst(wet, gezin(), {(A, "tegoed"): 200}, A, "schuld") == 2


@pytest.mark.constructie("R-037", stap="rekent")
def test_toekennen_buiten_het_type_is_een_uitvoerfout() -> None:
    wet = model(
        regel(
            "De leeftijd van een Aanvrager moet berekend worden als\nde leeftijdsgrens min 20 jr."
        )
    )
    fout = uitkomst(wet, gezin(), {}, A, "leeftijd")
    assert isinstance(fout, Fout)


@pytest.mark.constructie("R-092", stap="rekent")
def test_variabelen_zijn_per_paar() -> None:
    wet = model(
        regel(
            "De bijdrage van een kind van een ouder moet berekend worden als X\n"
            "indien X groter is dan 0 €.\n"
            "Daarbij geldt:\n    Y is het tegoed van de ouder\n"
            "    X is het spaargeld van het kind plus Y."
        )
    )
    invoer = {(A, "tegoed"): 10, (K, "spaargeld"): 1, (L, "spaargeld"): 2}
    assert uitkomst(wet, gezin(K, L), invoer, K, "bijdrage") == 11
    assert uitkomst(wet, gezin(K, L), invoer, L, "bijdrage") == 12


@pytest.mark.constructie("R-249", "R-250", "R-251", "R-253", stap="rekent")
def test_beslistabel() -> None:
    wet = model(
        "Beslistabel steun\n    bron artikel 2 Wst\n    geldig altijd\n"
        "| | de schuld van een Aanvrager moet gesteld worden op | een Aanvrager is behoeftig "
        "| indien zijn leefvorm gelijk is aan | indien zijn leeftijd kleiner is dan |\n"
        "|---|---|---|---|---|\n"
        "| 1 | de drempel | waar | 'alleen' | n.v.t. |\n"
        "| 2 | zijn tegoed | n.v.t. | 'samen' | de leeftijdsgrens |\n"
    )
    alleen = {(A, "leefvorm"): "alleen", (A, "tegoed"): 4, (A, "leeftijd"): 10}
    assert uitkomst(wet, gezin(), alleen, A, "schuld") == 100
    assert uitkomst(wet, gezin(), alleen, A, "behoeftig") is True
    samen = alleen | {(A, "leefvorm"): "samen"}
    assert uitkomst(wet, gezin(), samen, A, "schuld") == 4
    assert uitkomst(wet, gezin(), samen, A, "behoeftig") is False


# ------------------------------------------------------------------ order does not matter

REGELS = (
    regel(THUISWONEND, "r1"),
    regel(
        "De telling van een Aanvrager moet berekend worden als\n"
        "het aantal kinderen van de Aanvrager die thuiswonend zijn.",
        "r2",
    ),
    regel("Een Aanvrager is behoeftig\nindien zijn telling groter is dan 0.", "r3"),
    regel(
        "De schuld van een Aanvrager moet berekend worden als\n"
        "zijn tegoed plus het tegoed van zijn partner\nindien hij behoeftig is.",
        "r4",
    ),
    regel("De schuld van een Aanvrager moet geïnitialiseerd worden op 0 €.", "r5"),
)
EIGENSCHAPPEN = ("telling", "behoeftig", "schuld")


def _uitslag(
    regels: Iterable[str], objecten: list[tuple[str, str]], feiten: list[Feit], invoer: Any
) -> dict[tuple[str, str], Any]:
    wet = model(*regels)
    huis = Huishouden(tuple(objecten), tuple(feiten))
    plan = lower(wet, DAG)
    uitslag = reken(ground(plan, huis), geval(plan, Casus(DAG, huis, invoer)))
    return {(o, e): uitslag.waarde(o, e) for o in (A, B) for e in EIGENSCHAPPEN}


@given(
    zaad=st.integers(0, 2**16),
    leeftijden=st.lists(st.integers(0, 20), min_size=3, max_size=3),
    ouders=st.lists(st.sampled_from([A, B]), min_size=3, max_size=3),
    partner=st.booleans(),
)
@pytest.mark.constructie("R-258", "R-267", stap="rekent")
def test_volgorde_doet_er_niet_toe(
    zaad: int, leeftijden: list[int], ouders: list[str], partner: bool
) -> None:
    """Rules, files, objects and facts in any order: the same answers."""
    objecten = [(A, "Aanvrager"), (B, "Aanvrager"), *((k, "Kind") for k in (K, L, M))]
    feiten = [Feit("gezin", (o, k)) for o, k in zip(ouders, (K, L, M), strict=True)]
    if partner:
        feiten.append(Feit("partnerschap", (A, B)))
    invoer: dict[tuple[str, str], Any] = {
        (k, "leeftijd"): Fraction(n) for k, n in zip((K, L, M), leeftijden, strict=True)
    }
    invoer |= {(A, "tegoed"): Fraction(3), (B, "tegoed"): Fraction(4)}
    recht = _uitslag(REGELS, objecten, feiten, invoer)
    dobbel = random.Random(zaad)
    geschud: list[Any] = []
    for lijst in (list(REGELS), objecten, feiten):
        kopie: list[Any] = list(lijst)
        dobbel.shuffle(kopie)
        geschud.append(kopie)
    if partner and dobbel.random() < 0.5:
        geschud[2] = [
            Feit(f.feittype, f.objecten[::-1]) if f.feittype == "partnerschap" else f
            for f in geschud[2]
        ]
    assert _uitslag(geschud[0], geschud[1], geschud[2], invoer) == recht
