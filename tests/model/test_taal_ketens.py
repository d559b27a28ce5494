"""Subjects, chains, ordinals, dimensions. [3.4, 3.5, 1.7, A-2]"""

from __future__ import annotations

import pytest

from tests.model.taal import fout, meldt, versie, zwijgt
from wetsanalyse.model.terms import (
    Aggregaat,
    Alle,
    Bewerking,
    Instantie,
    Lees,
    Rolstap,
    Voorelk,
)
from wetsanalyse.model.types import BOOLEAN

# ------------------------------------------------------------------ subject


@pytest.mark.constructie("R-091", "R-122", stap="controleert")
def test_precies_een_universeel_onderwerp() -> None:
    assert versie("De schuld van een Aanvrager moet gesteld worden op 1 €.").onderwerp.doeltype == (
        "Aanvrager"
    )
    fout("RG-GEEN-ONDERWERP", "⟦De schuld van de Aanvrager moet gesteld worden op 1 €⟧.")
    fout(
        "RG-GEEN-ONDERWERP",
        "De schuld van een Aanvrager moet gesteld worden op het spaargeld van ⟦een Kind⟧.",
    )


@pytest.mark.constructie("R-124", "R-125", stap="controleert")
def test_rol_en_kenmerk_als_onderwerp() -> None:
    rol = versie("De schuld van een ouder moet gesteld worden op 1 €.").onderwerp
    assert (rol.objecttype, rol.rol) == ("Aanvrager", ("gezin", 0))
    kenmerk = versie("De schuld van een student moet gesteld worden op 1 €.").onderwerp
    assert (kenmerk.objecttype, kenmerk.kenmerk) == ("Aanvrager", "student")


@pytest.mark.constructie("R-127", "R-261", stap="controleert")
def test_een_paar_is_een_keer_per_combinatie() -> None:
    zin = "Het spaargeld van een kind van een ouder moet gesteld worden op het tegoed van de ouder."
    v = versie(zin)
    assert isinstance(v.onderwerp.doel, Rolstap)
    assert v.onderwerp.doel.meerdere
    assert isinstance(v.waarde, Lees)
    assert v.waarde.object == Instantie(0, "Aanvrager")


@pytest.mark.constructie("R-128", "R-129", stap="controleert")
def test_hij_is_het_enige_bezielde_onderwerp() -> None:
    fout(
        "ON-HIJ-ONBEZIELD",
        "Het budget van een Gemeente moet gesteld worden op ⟦zijn rest⟧.",
    )
    fout(
        "ON-HIJ-MEERDUIDIG",
        "Het spaargeld van een kind van een ouder moet gesteld worden op ⟦zijn tegoed⟧.",
    )


@pytest.mark.constructie("R-123", stap="controleert")
def test_een_verwijzing_moet_ergens_op_slaan() -> None:
    fout(
        "ON-ONGEBONDEN",
        "De schuld van een Aanvrager moet gesteld worden op het budget van ⟦de Gemeente⟧.",
    )


@pytest.mark.constructie("R-133", stap="controleert")
def test_meer_waarden_waar_er_een_hoort() -> None:
    fout(
        "EX-MEERVOUDIG",
        "De schuld van een Aanvrager moet gesteld worden op ⟦het spaargeld van zijn kinderen⟧.",
    )
    gehoord = versie(
        "De schuld van een Aanvrager moet gesteld worden op "
        "de som van het spaargeld van zijn kinderen."
    ).waarde
    assert isinstance(gehoord, Aggregaat)


# ------------------------------------------------------------------ ordinals


@pytest.mark.constructie("X-02", stap="controleert")
def test_rangtelwoord_wijst_een_onderwerp_aan() -> None:
    zin = (
        "De schuld van een partner van een partner moet gesteld worden op "
        "het tegoed van de {} partner."
    )
    eerste = versie(zin.format("eerstgenoemde")).waarde
    tweede = versie(zin.format("als tweede genoemde")).waarde
    laatste = versie(zin.format("laatstgenoemde")).waarde
    assert isinstance(eerste, Lees)
    assert isinstance(eerste.object, Rolstap)
    assert isinstance(tweede, Lees)
    assert tweede.object == Instantie(0, "Aanvrager")
    assert tweede == laatste
    fout(
        "ON-RANG",
        "De schuld van een partner van een partner moet gesteld worden op "
        "het tegoed van ⟦de als derde genoemde partner⟧.",
    )


@pytest.mark.constructie("X-03", stap="controleert")
def test_rangtelwoord_bij_een_attribuut() -> None:
    v = versie(
        "De schuld van een Aanvrager moet gesteld worden op het eerstgenoemde tegoed\n"
        "indien het tegoed van zijn partner groter is dan zijn tegoed."
    )
    assert isinstance(v.waarde, Lees)
    assert isinstance(v.waarde.object, Rolstap)
    fout(
        "ON-RANG",
        "De schuld van een Aanvrager moet gesteld worden op ⟦het eerstgenoemde tegoed⟧.",
    )


# ------------------------------------------------------------------ dimensions


@pytest.mark.constructie("R-056", "R-057", "R-059", stap="controleert")
def test_een_cel_is_van_alle_dimensies() -> None:
    v = versie("De schuld van een Aanvrager moet gesteld worden op zijn bruto loon van vorig jaar.")
    assert isinstance(v.waarde, Lees)
    assert v.waarde.cel == (("peiljaar", ("vorig jaar",)), ("brutering", ("bruto",)))
    assert not v.waarde.type.meervoudig


@pytest.mark.constructie("R-060", stap="controleert")
def test_elke_dimensie_moet_genoemd_zijn() -> None:
    fout(
        "DI-ONVOLLEDIG",
        "De schuld van een Aanvrager moet gesteld worden op ⟦zijn bruto loon⟧.",
    )
    fout(
        "DI-ONVOLLEDIG",
        "⟦Het bruto loon⟧ van een Aanvrager moet gesteld worden op 1 €.",
    )
    doel = versie("Het bruto loon van dit jaar van een Aanvrager moet gesteld worden op 1 €.")
    assert doel.cel == (("peiljaar", ("dit jaar",)), ("brutering", ("bruto",)))


@pytest.mark.constructie("R-149", "R-150", "R-151", stap="controleert")
@pytest.mark.parametrize(
    ("bereik", "labels"),
    [
        ("over alle peiljaren", ("twee jaar terug", "vorig jaar", "dit jaar")),
        (
            "over de peiljaren vanaf twee jaar terug t/m vorig jaar",
            ("twee jaar terug", "vorig jaar"),
        ),
        ("vanaf vorig jaar t/m dit jaar", ("vorig jaar", "dit jaar")),
        ("over de peiljaren in {twee jaar terug en dit jaar}", ("twee jaar terug", "dit jaar")),
    ],
)
def test_aggregatie_over_een_dimensie(bereik: str, labels: tuple[str, ...]) -> None:
    v = versie(
        f"De schuld van een Aanvrager moet gesteld worden op de som van zijn netto loon {bereik}."
    )
    assert isinstance(v.waarde, Aggregaat)
    assert isinstance(v.waarde.lijst, Lees)
    assert v.waarde.lijst.cel == (("peiljaar", labels), ("brutering", ("netto",)))
    assert v.waarde.lijst.type.meervoudig
    assert not v.waarde.type.meervoudig


@pytest.mark.constructie("R-150", stap="controleert")
def test_een_bereik_loopt_met_de_dimensie_mee() -> None:
    fout(
        "DI-BEREIK",
        "De schuld van een Aanvrager moet gesteld worden op de som van zijn netto loon "
        "⟦over de peiljaren vanaf dit jaar t/m vorig jaar⟧.",
    )
    fout(
        "DI-LABEL",
        "De schuld van een Aanvrager moet gesteld worden op "
        "de som van het spaargeld van zijn kinderen ⟦over alle peiljaren⟧.",
    )


# ------------------------------------------------------------------ quantities [6.4]


@pytest.mark.constructie("R-130", "R-131", "R-247", stap="controleert")
@pytest.mark.parametrize(
    ("wie", "kwantiteit"),
    [
        ("alle kinderen van de Aanvrager", ("alle", 0)),
        ("ten minste twee kinderen van de Aanvrager", ("ten minste", 2)),
        ("ten hoogste 3 kinderen van de Aanvrager", ("ten hoogste", 3)),
    ],
)
def test_kwantificatie_over_objecten(wie: str, kwantiteit: tuple[str, int]) -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien {} thuiswonend zijn."
    v = versie(zin.format(wie))
    assert isinstance(v.voorwaarde, Voorelk)
    assert v.voorwaarde.kwantiteit == kwantiteit
    waarden = versie(
        "De telling van een Aanvrager moet gesteld worden op 1 indien "
        "alle leeftijden van alle kinderen van de Aanvrager groter zijn dan 12 jr."
    ).voorwaarde
    assert isinstance(waarden, Voorelk)
    assert isinstance(waarden.voorwaarde, Bewerking)


# ------------------------------------------------------------------ how it is written


@pytest.mark.constructie("R-022", stap="controleert")
def test_een_geraden_meervoud_vraagt_om_een_opgave() -> None:
    zin = (
        "De schuld van een Aanvrager moet gesteld worden op "
        "de som van de ⟦tegoeden⟧ van alle Aanvragers."
    )
    meldt("MV-GERADEN", zin)
    zwijgt("MV-GERADEN", zin.replace("⟦tegoeden⟧", "tegoed").replace("de tegoed", "het tegoed"))


@pytest.mark.constructie("R-005", stap="controleert")
def test_andere_hoofdletters_worden_gemeld() -> None:
    meldt("NM-HOOFDLETTER", "De schuld van een Aanvrager moet gesteld worden op zijn ⟦Tegoed⟧.")
    zwijgt("NM-HOOFDLETTER", "De schuld van een Aanvrager moet gesteld worden op zijn tegoed.")
    zwijgt("NM-HOOFDLETTER", "Schuld van een Aanvrager moet gesteld worden op zijn tegoed.")


@pytest.mark.constructie("R-216", stap="controleert")
def test_werkwoord_en_onderwerp_in_hetzelfde_getal() -> None:
    zin = "De telling van een Aanvrager moet gesteld worden op 1 indien {}."
    meldt("MV-GETAL", zin.format("⟦zijn leeftijd groter zijn dan 12 jr⟧"))
    zwijgt("MV-GETAL", zin.format("zijn leeftijd groter is dan 12 jr"))
    zwijgt("MV-GETAL", zin.format("alle kinderen van de Aanvrager thuiswonend zijn"))
    meldt("MV-GETAL", zin.format("⟦alle kinderen van de Aanvrager thuiswonend is⟧"))


@pytest.mark.constructie("R-026", stap="controleert")
def test_het_meervoud_van_een_objecttype_is_elk_ervan() -> None:
    v = versie("De telling van een Aanvrager moet gesteld worden op het aantal Kinderen.")
    assert isinstance(v.waarde, Aggregaat)
    assert v.waarde.lijst == Alle("Kind")
    fout(
        "EX-MEERVOUDIG",
        "De schuld van een Aanvrager moet gesteld worden op ⟦het spaargeld van alle Kinderen⟧.",
    )


@pytest.mark.constructie("R-055", stap="controleert")
def test_een_kenmerk_is_nooit_leeg() -> None:
    """So it goes where something that is true or not is wanted, without a rule or input."""
    v = versie("Een Aanvrager heeft recht op steun indien hij geen student is.")
    assert isinstance(v.voorwaarde, Bewerking)
    assert v.voorwaarde.op == "NIET"
    assert isinstance(v.voorwaarde.args[0], Lees)
    assert v.voorwaarde.args[0].type == BOOLEAN
