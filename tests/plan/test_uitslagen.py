"""Rule status, consistency and uniqueness, worked out by hand. [4.5, 6.2]"""

from __future__ import annotations

from typing import Any

import pytest

from tests.model import hulp
from tests.model.taal import BASIS, regel
from tests.plan.hulp import code, controles, reken
from tests.plan.proef import dag, stap, uitslag, waarde
from wetsanalyse.plan.ops import LEEG

A, B, K, X, Y, Z = "ABKXYZ"
DRIE = ((A, "Aanvrager"), (X, "Aanvraag"), (Y, "Aanvraag"), (Z, "Aanvraag"))
KEUR = regel(
    "De einddatum van een Aanvraag moet later zijn dan de indieningsdatum van de Aanvraag.",
    "keur",
)


def vraag(uitslag: str, naam: str = "keur", wat: str = "urgentie") -> str:
    zin = f"De {wat} van een Aanvraag moet gesteld worden op 1 indien regelversie {naam} {uitslag}."
    return regel(zin, f"vraag {wat}")


def datums(**paren: tuple[int, int]) -> dict[tuple[str, str], Any]:
    """For each aanvraag: indieningsdatum and einddatum."""
    return {
        (wie, wat): dag
        for wie, paar in paren.items()
        for wat, dag in zip(("indieningsdatum", "einddatum"), paar, strict=True)
    }


# ------------------------------------------------------------------ consistency


@pytest.mark.constructie("R-178", "R-185", "R-237", stap="rekent")
def test_een_criterium_per_onderwerp() -> None:
    """Later by a day is good, the same day is not."""
    invoer = datums(X=(738_000, 738_001), Y=(738_000, 738_000), Z=(738_001, 738_000))
    uit = reken([vraag("inconsistent is"), KEUR], DRIE, (), invoer)
    assert controles(uit, "keur") == {X: True, Y: False, Z: False}
    assert [uit.waarde(z, "urgentie") for z in (X, Y, Z)] == [LEEG, 1, 1]
    # What is not consistent goes on.
    uit = reken([vraag("gevuurd is"), KEUR], DRIE, (), invoer)
    assert [uit.waarde(z, "urgentie") for z in (X, Y, Z)] == [1, 1, 1]


@pytest.mark.constructie("R-266", "R-185", stap="rekent")
def test_een_fout_in_het_criterium_is_de_uitslag() -> None:
    """Two dates that are both leeg cannot be compared; one of them leeg is just not later."""
    invoer = datums(X=(738_000, 738_001)) | {(Y, "einddatum"): 738_000}
    uit = reken([vraag("inconsistent is"), KEUR], DRIE, (), invoer)
    assert controles(uit, "keur") == {X: True, Y: False, Z: "BEIDE-LEEG"}
    assert [code(uit.waarde(z, "urgentie")) for z in (X, Y, Z)] == [LEEG, 1, "BEIDE-LEEG"]


@pytest.mark.constructie("R-178", "R-237", stap="rekent")
def test_een_toets_met_een_voorwaarde() -> None:
    keur = KEUR.replace("de Aanvraag.", "de Aanvraag indien de Aanvraag volledig is.")
    invoer = datums(X=(738_001, 738_000), Y=(738_001, 738_000)) | {(X, "volledig"): True}
    uit = reken([vraag("inconsistent is"), vraag("gevuurd is", wat="uren").replace(
        "op 1 ", "op 1 u "), keur], DRIE, (), invoer)  # fmt: skip
    # Y is not tested, and neither is Z, although its dates could not even be compared.
    assert controles(uit, "keur") == {X: False, Y: True, Z: True}
    assert [uit.waarde(z, "urgentie") for z in (X, Y, Z)] == [1, LEEG, LEEG]
    assert [uit.waarde(z, "uren") for z in (X, Y, Z)] == [1, LEEG, LEEG]


LIJST = """
    • de reden van de Aanvraag is gevuld
    • de Aanvraag voldoet aan ten minste één van de volgende criteria:
        •• het volgnummer van de Aanvraag is groter dan 0
        •• de Aanvraag is volledig."""


@pytest.mark.constructie("R-179", "R-181", stap="rekent")
def test_een_lijst_in_een_lijst() -> None:
    zin = f"Een Aanvraag moet voldoen aan alle volgende criteria:{LIJST}"
    invoer = {
        (X, "reden"): "ziek", (X, "volgnummer"): 1,
        (Y, "reden"): "ziek", (Y, "volgnummer"): 0,
        (Z, "volgnummer"): 1, (Z, "volledig"): True,
    }  # fmt: skip
    assert controles(reken([regel(zin)], DRIE, (), invoer), "proef") == {
        X: True,
        Y: False,
        Z: False,
    }
    invoer[Y, "volledig"] = True
    assert controles(reken([regel(zin)], DRIE, (), invoer), "proef")[Y] is True


@pytest.mark.constructie("R-180", stap="rekent")
@pytest.mark.parametrize(("kw", "verwacht"), [
    ("ten minste één van de", {X: True, Y: True, Z: False}),
    ("ten minste twee van de", {X: True, Y: False, Z: False}),
    ("geen van de", {X: False, Y: False, Z: True}),
])  # fmt: skip
def test_er_moet_worden_voldaan(kw: str, verwacht: dict[str, bool]) -> None:
    zin = (
        f"Er moet worden voldaan aan {kw} volgende criteria:\n"
        "    • de reden van een Aanvraag is gevuld\n    • de Aanvraag is volledig."
    )
    invoer = {(X, "reden"): "ziek", (X, "volledig"): True, (Y, "volledig"): True}
    assert controles(reken([regel(zin)], DRIE, (), invoer), "proef") == verwacht


# ------------------------------------------------------------------ unique


@pytest.mark.constructie("R-182", "R-185", stap="rekent")
def test_dezelfde_waarde_twee_keer() -> None:
    uniek = regel("De dossiernummers van alle Aanvragen moeten uniek zijn.", "uniek")
    invoer = {(X, "dossiernummer"): "a1", (Y, "dossiernummer"): "a1", (Z, "dossiernummer"): "A1"}
    uit = reken([uniek, vraag("inconsistent is", "uniek")], DRIE, (), invoer)
    assert controles(uit, "uniek") == {X: False, Y: False, Z: True}
    assert [uit.waarde(z, "urgentie") for z in (X, Y, Z)] == [1, 1, LEEG]
    # Two that have none do not clash.
    uit = reken([uniek], DRIE, (), {(X, "dossiernummer"): "a1"})
    assert controles(uit, "uniek") == {X: True, Y: True, Z: True}


@pytest.mark.constructie("R-183", stap="rekent")
def test_twee_gegevens_samen() -> None:
    uniek = regel(
        "De concatenatie van dossiernummers en volgnummers van alle Aanvragen moet uniek zijn.",
        "uniek",
    )
    invoer: dict[tuple[str, str], Any] = {(z, "dossiernummer"): "a" for z in (X, Y, Z)}
    invoer |= {(X, "volgnummer"): 1, (Y, "volgnummer"): 2, (Z, "volgnummer"): 2}
    assert controles(reken([uniek], DRIE, (), invoer), "uniek") == {X: True, Y: False, Z: False}
    invoer[Z, "dossiernummer"] = "b"
    assert controles(reken([uniek], DRIE, (), invoer), "uniek") == {X: True, Y: True, Z: True}
    del invoer[Y, "volgnummer"], invoer[Z, "volgnummer"]
    invoer[Z, "dossiernummer"] = "a"
    assert controles(reken([uniek], DRIE, (), invoer), "uniek") == {X: True, Y: True, Z: True}


@pytest.mark.constructie("R-184", stap="rekent")
def test_een_nummer_van_twee_soorten_objecten() -> None:
    """Also with what a rule makes: the beschikking of X gets number 7, as Z has."""
    uniek = regel(
        "De volgnummers van alle Aanvragen verenigd met de kenmerknummers van alle Beschikkingen "
        "moeten uniek zijn.",
        "uniek",
    )
    maak = regel(
        "Een Aanvraag heeft een beschikking met kenmerknummer gelijk aan 7 "
        "indien de Aanvraag volledig is.",
        "maak",
    )
    invoer = {(X, "volgnummer"): 1, (Y, "volgnummer"): 2, (Z, "volgnummer"): 7}
    beschikkingen = [f"beschikking van {z}" for z in (X, Y, Z)]

    uit = controles(reken([uniek, maak], DRIE, (), invoer | {(X, "volledig"): True}), "uniek")
    assert uit == {X: True, Y: True, Z: False, **dict(zip(
        beschikkingen, (False, LEEG, LEEG), strict=True))}  # fmt: skip
    uit = controles(reken([uniek, maak], DRIE, (), invoer), "uniek")
    assert uit == {X: True, Y: True, Z: True, **dict.fromkeys(beschikkingen, LEEG)}


@pytest.mark.constructie("R-182", stap="rekent")
def test_uniek_binnen_een_gezin() -> None:
    """Children of one parent may not have the same age; those of another may."""
    uniek = regel("De leeftijden van alle kinderen van een Aanvrager moeten uniek zijn.", "uniek")
    status = regel(
        "De telling van een Aanvrager moet gesteld worden op 1 "
        "indien regelversie uniek inconsistent is.",
        "status",
    )
    objecten = ((A, "Aanvrager"), (B, "Aanvrager"), *((k, "Kind") for k in "KLM"))
    feiten = [("gezin", (A, "K")), ("gezin", (A, "L")), ("gezin", (B, "M"))]
    jaren = {("K", "leeftijd"): 5, ("L", "leeftijd"): 6, ("M", "leeftijd"): 5}
    uit = reken([uniek, status], objecten, feiten, jaren)
    assert [uit.waarde(wie, "telling") for wie in (A, B)] == [LEEG, LEEG]
    uit = reken([uniek, status], objecten, feiten, jaren | {("L", "leeftijd"): 5})
    assert [uit.waarde(wie, "telling") for wie in (A, B)] == [1, LEEG]
    assert controles(uit, "uniek") == {A: False, B: True, "K": False, "L": False, "M": True}


# ------------------------------------------------------------------ fired


@pytest.mark.constructie("R-237", stap="rekent")
def test_gevuurd_is_per_onderwerp() -> None:
    zet = regel("Het tegoed van een Aanvrager moet gesteld worden op 5 € "
                "indien hij verzekerd is.", "zet")  # fmt: skip
    status = regel("De telling van een Aanvrager moet gesteld worden op 1 "
                   "indien regelversie zet gevuurd is.", "status")  # fmt: skip
    objecten = ((A, "Aanvrager"), (B, "Aanvrager"))
    for wet in ([zet, status], [status, zet]):
        uit = reken(wet, objecten, (), {(A, "verzekerd"): True})
        assert [uit.waarde(wie, "telling") for wie in (A, B)] == [1, LEEG]
    # Of a rule about another type: whether it fired at all.
    kind = regel("De leeftijd van een Kind moet gesteld worden op 3 jr "
                 "indien hij thuiswonend is.", "zet")  # fmt: skip
    wie = (*objecten, (K, "Kind"))
    uit = reken([kind, status], wie, (), {(K, "thuiswonend"): True})
    assert [uit.waarde(wie, "telling") for wie in (A, B)] == [1, 1]
    uit = reken([kind, status], wie)
    assert [uit.waarde(wie, "telling") for wie in (A, B)] == [LEEG, LEEG]


@pytest.mark.constructie("R-237", stap="rekent")
def test_gevuurd_van_een_regel_die_iets_maakt() -> None:
    maak = regel("Een Aanvraag heeft een beschikking indien de Aanvraag volledig is.", "maak")
    uit = reken([vraag("gevuurd is", "maak"), maak], DRIE, (), {(Y, "volledig"): True})
    assert [uit.waarde(z, "urgentie") for z in (X, Y, Z)] == [LEEG, 1, LEEG]


@pytest.mark.constructie("R-237", stap="rekent")
def test_alleen_de_versie_die_genoemd_is() -> None:
    """The version of before 2025 is not in force on 1-6-2025, so it has not fired."""
    zet = (
        "Regel zet\n    bron artikel 1 Wop\n    geldig t/m 31-12-2024\n"
        "        Het tegoed van een Aanvrager moet gesteld worden op 4 €.\n"
        "    geldig vanaf 1-1-2025\n"
        "        Het tegoed van een Aanvrager moet gesteld worden op 5 €.\n"
    )

    def telling(versie: str) -> Any:
        zin = (
            "De telling van een Aanvrager moet gesteld worden op 1 "
            f"indien regelversie zet{versie} gevuurd is."
        )
        return reken([zet, regel(zin, "status")], ((A, "Aanvrager"),)).waarde(A, "telling")

    assert telling("") == 1
    assert telling(" (geldig t/m 31-12-2024)") is LEEG
    assert telling(" (geldig vanaf 1-1-2025)") == 1


def test_een_uitslag_die_van_zichzelf_afhangt() -> None:
    """Such rules are refused when they are read; in a plan it is a fault, and the rest goes on."""
    zin = (
        "De telling van een Aanvrager moet gesteld worden op 1 indien regelversie proef gevuurd is."
    )
    model, meldingen, _ = hulp.lees(BASIS, regel(zin), regel(
        "Het cijfer van een Aanvrager moet gesteld worden op 2.", "rest"))  # fmt: skip
    assert "RC-KRING" in {m.code for m in meldingen if m.is_fout}
    uit = reken(model, ((A, "Aanvrager"),))
    assert code(uit.waarde(A, "telling")) == "RC-KRING"
    assert uit.waarde(A, "cijfer") == 2


@pytest.mark.constructie("R-237", stap="rekent")
def test_een_uitslag_die_in_de_tijd_verandert_telt_als_zij_ooit_waar_is() -> None:
    zet = regel(
        "De dagsteun van een Aanvrager moet gesteld worden op 1 €/mnd "
        "gedurende de tijd dat hij ingeschreven is.",
        "zet",
    )
    vraag = regel("Een Aanvrager is verzekerd indien regelversie zet gevuurd is.", "vraag")
    een_dag = stap(False, dag(2025, 3, 1), True, dag(2025, 3, 2), False)
    assert waarde("A", "verzekerd", zet, vraag, invoer={("A", "ingeschreven"): een_dag}) is True
    assert waarde("A", "verzekerd", zet, vraag) is False


@pytest.mark.constructie("R-185", stap="rekent")
def test_een_controle_over_de_tijd_gaat_over_de_rekendatum() -> None:
    """A wage above 10 in 2025 and none outside it: on 1 June 2025 that is in order."""
    keur = regel("De dagsteun van een Aanvrager moet groter zijn dan 10 €/mnd.", "keur")
    rij = stap(None, dag(2025, 1, 1), 100, dag(2026, 1, 1), None)
    uit = uitslag(keur, invoer={("A", "dagsteun"): rij})
    assert controles(uit, "keur")["A"] is True
    laag = stap(None, dag(2025, 6, 1), 10, dag(2025, 6, 2), 100)
    assert controles(uitslag(keur, invoer={("A", "dagsteun"): laag}), "keur")["A"] is False
