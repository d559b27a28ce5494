"""Decision tables, and what only the model judges but the text already says. [7, 0.1, 0.3, 1]"""

from __future__ import annotations

from typing import Any

import pytest

from tests.syntax.boomtekst import kort
from tests.syntax.taal import DECLARATIES, lees, lexicon, resultaat
from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Source


def tabel(kop: str, *rijen: str) -> Any:
    tekst = "Beslistabel Leefvorm\n    geldig vanaf 2024\n" + "".join(
        f"{r}\n" for r in (kop, "|---|---|", *rijen)
    )
    gelezen = ontleed([Source("proef.regels", tekst)], lexicon())
    assert not gelezen.diagnostics, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    (blok,) = gelezen.value.bestanden[0].blokken
    return blok


def kolom(kop: str, cel: str = "waar") -> str:
    gelezen = tabel(f"| | {kop} |", f"| 1 | {cel} |")
    (gevonden,) = gelezen.versies[0].kolommen
    return kort(gevonden)


def cel(tekst: str) -> Any:
    gelezen = tabel("| | indien zijn leefvorm gelijk is aan |", f"| 1 | {tekst} |")
    return gelezen.versies[0].rijen[0].cellen[0]


@pytest.mark.constructie("R-248", stap="ontleedt")
def test_tabel_met_geldigheid() -> None:
    gelezen = tabel("| | een Aanvrager is alleenstaand |", "| 1 | waar |", "| 2a | waar |")
    assert isinstance(gelezen, t.Beslistabel)
    assert gelezen.naam.tekst == "Leefvorm"
    (versie,) = gelezen.versies
    assert kort(versie.geldigheid) == "Geldigheid(van=1-1-2024)"
    assert [r.nummer for r in versie.rijen] == ["1", "2a"]


@pytest.mark.constructie("R-249", stap="ontleedt")
@pytest.mark.parametrize(
    ("woord", "werkwoord"), [("gesteld worden op", "gesteld"), ("berekend worden als", "berekend")]
)
def test_kolom_die_een_attribuut_vaststelt(woord: str, werkwoord: str) -> None:
    assert kolom(f"het inkomen van een Aanvrager moet {woord}", "de drempel plus 1 €") == (
        f"Kolom(soort=gelijkstelling, onderwerp=[inkomen van een Aanvrager], werkwoord={werkwoord})"
    )


@pytest.mark.constructie("R-250", stap="ontleedt")
@pytest.mark.parametrize(
    ("slot", "werkwoord", "naam"),
    [
        ("is alleenstaand", "is", "alleenstaand"),
        ("is een toeslagpartner", "is", "toeslagpartner"),
        ("heeft recht op bijstand", "heeft", "recht op bijstand"),
    ],
)
def test_kolom_die_een_kenmerk_toekent(slot: str, werkwoord: str, naam: str) -> None:
    assert kolom(f"een Aanvrager {slot}") == (
        f"Kolom(soort=kenmerk, onderwerp=[een Aanvrager], werkwoord={werkwoord}, naam={naam})"
    )


@pytest.mark.constructie("R-251", stap="ontleedt")
@pytest.mark.parametrize("woord", ["kleiner {} dan", "groter of gelijk {} aan"])
@pytest.mark.parametrize("verb", ["is", "zijn"])
def test_kolom_die_vergelijkt(woord: str, verb: str) -> None:
    assert kolom(f"indien zijn leeftijd {woord.format(verb)}", "21 jr") == (
        f"Kolom(soort=vergelijking, onderwerp=[zijn leeftijd], woord={woord.replace(' {}', '')})"
    )


@pytest.mark.constructie("R-252", stap="ontleedt")
@pytest.mark.parametrize("waarde", ["waar", "onwaar"])
def test_kolom_die_een_kenmerk_toetst(waarde: str) -> None:
    test = "Naamtest(onderwerp=[hij], werkwoord=is, naam=alleenstaand, ontkend=nee)"
    assert kolom("indien hij alleenstaand is", waarde) == (
        f"Kolom(soort=voorwaarde, conditie={test})"
    )


@pytest.mark.constructie("R-253", stap="ontleedt")
@pytest.mark.parametrize("tekst", ["n.v.t.", "N.v.t.", "nvt"])
def test_niet_van_toepassing(tekst: str) -> None:
    assert cel(tekst) is None


@pytest.mark.constructie("R-254", stap="ontleedt")
def test_opsomming_in_een_cel() -> None:
    assert kort(cel("'alleenstaand' of 'gehuwd'")) == "{'alleenstaand' of 'gehuwd'}"
    drie = "'alleenstaand', 'gehuwd' of zijn omschrijving"
    assert kort(cel(drie)) == "{'alleenstaand' of 'gehuwd' of [zijn omschrijving]}"


@pytest.mark.constructie("R-255", stap="ontleedt")
def test_kolommen_in_elke_volgorde() -> None:
    gelezen = tabel(
        "|   | indien zijn leeftijd kleiner is dan | een Aanvrager is alleenstaand "
        "| het inkomen van een Aanvrager moet gesteld worden op | indien hij meerderjarig is |",
        "| 1 | 21 jr | waar | 8% van de drempel rekenkundig afgerond op 2 decimalen | n.v.t. |",
        "| 2 | n.v.t. | n.v.t. | 0 €/jr | onwaar |",
    )
    (versie,) = gelezen.versies
    assert [k.soort for k in versie.kolommen] == [
        "vergelijking", "kenmerk", "gelijkstelling", "voorwaarde",
    ]  # fmt: skip
    afgerond = "Afgerond(waarde=[8% van drempel], wijze=rekenkundig, decimalen=2)"
    assert [[kort(c) for c in r.cellen] for r in versie.rijen] == [
        ["21 jr", "waar", afgerond, "None"],
        ["None", "None", "0 €/jr", "onwaar"],
    ]


@pytest.mark.constructie("R-256", stap="ontleedt")
def test_een_rij_met_te_weinig_cellen_kost_de_andere_niet() -> None:
    tekst = (
        "Beslistabel proef\n    geldig altijd\n"
        "| | een Aanvrager is alleenstaand | indien hij meerderjarig is |\n"
        "| 1 | waar |\n| 2 | waar | onwaar |\n"
    )
    gelezen = ontleed([Source("proef.regels", tekst)], lexicon())
    (melding,) = gelezen.diagnostics
    assert melding.code == "BT-CELLEN"
    assert melding.span is not None
    assert melding.span.tekst == "| 1 | waar |"
    blok: Any = gelezen.value.bestanden[0].blokken[0]
    assert [r.nummer for r in blok.versies[0].rijen] == ["2"]


# ------------------------------------------------------------------ text and names


@pytest.mark.constructie("R-005", "R-074", stap="ontleedt")
@pytest.mark.parametrize("naam", ["de drempel", "drempel", "DREMPEL", "De Drempel"])
def test_hoofdletters_en_lidwoord_maken_niet_uit(naam: str) -> None:
    """A parameter with and without article, in any capitals; what was written is kept."""
    gelezen = resultaat(f"Het inkomen van een AANVRAGER Moet Gesteld worden op {naam}.")
    (schakel,) = gelezen.waarde.schakels
    assert schakel.naam.tekst == naam.removeprefix("de ").removeprefix("De ")
    assert gelezen.doel.schakels[1].naam.tekst == "AANVRAGER"


@pytest.mark.constructie("R-022", stap="ontleedt")
def test_een_geraden_meervoud_wordt_gelezen() -> None:
    """`inkomens` was never declared; `huizen` is no plural of anything."""
    gelezen = resultaat(
        "Het inkomen van een Aanvrager moet berekend worden als "
        "de som van de inkomens van alle bewoners van het adres van de Aanvrager."
    )
    assert kort(gelezen.waarde.argument) == "[inkomens van alle bewoners van adres van Aanvrager]"
    (betekenis,) = lexicon().zoek("inkomens")
    assert (betekenis.naam, betekenis.getal) == ("inkomen", "geraden")
    assert lees("Een Aanvrager is huizen.")[1][0].code == "NM-ONBEKEND"


# ------------------------------------------------------------------ declarations that are faulty


def declaratie(tekst: str) -> Any:
    """The last block of a text that stands behind the declarations, whatever is said about it."""
    gelezen = ontleed([Source("taal.regels", DECLARATIES), Source("proef.regels", tekst)])
    blokken = gelezen.value.bestanden[1].blokken
    return blokken[-1] if blokken else None


@pytest.mark.constructie("R-027", "R-028", stap="ontleedt")
def test_dubbel_of_leeg_objecttype() -> None:
    dubbel = declaratie("Objecttype de Aanvrager\n    de naam Tekst;\n    de naam Tekst;\n")
    assert [lid.naam.tekst for lid in dubbel.leden] == ["naam", "naam"]
    leeg = declaratie("Objecttype de Zaak (mv: Zaken)\n")
    assert (leeg.naam.tekst, leeg.meervoud, leeg.leden) == ("Zaak", "Zaken", ())


@pytest.mark.constructie("R-033", stap="ontleedt")
def test_dimensie_en_tijdlijn_samen() -> None:
    """Both are read; that they cannot go together is for the model to say."""
    zaak = declaratie(
        "Objecttype de Zaak\n    het bedrag Bedrag gedimensioneerd met peiljaar voor elke maand;\n"
    )
    (lid,) = zaak.leden
    assert [d.tekst for d in lid.dimensies] == ["peiljaar"]
    assert lid.tijdlijn.maat == "maand"


@pytest.mark.constructie("R-048", "R-055", stap="ontleedt")
def test_waarde_van_een_domein_en_een_kenmerk_zonder_regel() -> None:
    gelezen = resultaat("De leefvorm van een Aanvrager moet gesteld worden op 'samenwonend'.")
    assert kort(gelezen.waarde) == "'samenwonend'"
    domein = declaratie("Domein Leefwijze is van het type Enumeratie\n    'alleen'\n    'samen'\n")
    assert domein.waarden == ("alleen", "samen")
    zaak = declaratie("Objecttype de Zaak\n    is open kenmerk (bijvoeglijk);\n")
    assert [(k.naam.tekst, k.soort) for k in zaak.leden] == [("open", "bijvoeglijk")]


@pytest.mark.constructie("R-049", stap="ontleedt")
def test_domein_op_boolean() -> None:
    gelezen = ontleed([Source("proef.regels", "Domein Ja is van het type Boolean\n")])
    assert [d.code for d in gelezen.diagnostics if d.is_fout] in ([], ["DO-BOOLEAN"])
    (domein,) = gelezen.value.blokken
    assert kort(domein) == "Domein(naam=Ja, type=EnkelvoudigType(soort=Boolean))"


@pytest.mark.constructie("R-067", "R-068", stap="ontleedt")
@pytest.mark.parametrize("eenheid", ["€/jr", "€/mnd", "dg"])
def test_een_bedrag_in_een_andere_eenheid(eenheid: str) -> None:
    gelezen = resultaat(f"De bijstand van een Aanvrager moet gesteld worden op 1200 {eenheid}.")
    assert kort(gelezen.waarde) == f"1200 {eenheid}"


@pytest.mark.constructie("R-081", "R-082", stap="ontleedt")
def test_rol_met_een_naam_die_er_al_is() -> None:
    feit = declaratie(
        "Feittype voogdij\n    de ouder (mv: ouders)\tAanvrager\n    het pleegkind\tKind\n"
        "één ouder verzorgt één pleegkind\n"
    )
    assert [r.naam.tekst for r in feit.rollen] == ["ouder", "pleegkind"]
    assert feit.meerdere == (False, False)
