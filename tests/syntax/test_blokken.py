"""Declarations, rules with versions, tables, our own blocks, scenarios."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.syntax.voorbeeld import DECLARATIES, lees, lexicon, regel, versie
from wetsanalyse.syntax import ontleed, toon_boom
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.herkomst import lees_bron
from wetsanalyse.syntax.schrijven import schrijf
from wetsanalyse.text import Source


def blok(tekst: str) -> Any:
    gelezen = lees(tekst)
    assert gelezen.ok, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    return gelezen.value.bestanden[1].blokken[0]


def test_objecttype() -> None:
    gelezen = ontleed([Source("x", DECLARATIES)])
    aanvrager = gelezen.value.blokken[0]
    assert isinstance(aanvrager, t.Objecttype)
    assert (aanvrager.naam.tekst, aanvrager.naam.lidwoord) == ("Aanvrager", "de")
    assert (aanvrager.meervoud, aanvrager.bezield) == ("Aanvragers", True)
    assert aanvrager.leden[0] == t.Koptekst("gegevens", span=aanvrager.span)
    inkomen, vermogen, leeftijd = aanvrager.leden[1:4]
    assert isinstance(inkomen.type, t.DomeinType)  # type: ignore[union-attr]
    assert inkomen.type.eenheid is not None  # type: ignore[union-attr]
    assert vermogen.type.eenheid is None  # type: ignore[union-attr]
    assert leeftijd.type.bereik == "niet-negatief"  # type: ignore[union-attr]
    kenmerken = {k.naam.tekst: k.soort for k in aanvrager.leden if isinstance(k, t.Kenmerk)}
    assert kenmerken == {
        "verzekerd": "bijvoeglijk",
        "toeslagpartner": "gewoon",
        "recht op zorgtoeslag": "bezittelijk",
    }


@pytest.mark.parametrize(
    ("lid", "naam", "soort"),
    [
        ("inwonend bij ouders Boolean;", "inwonend bij ouders", "Boolean"),
        ("de datum van aanvang\tDatum in dagen;", "datum van aanvang", "Datum in dagen"),
        ("het kind van 12 tot en met 17 jaar Tekst;", "kind van 12 tot en met 17 jaar", "Tekst"),
        ("de bijdrage in de\n    kosten Tekst;", "bijdrage in de kosten", "Tekst"),
    ],
)
def test_attribuutnamen(lid: str, naam: str, soort: str) -> None:
    zaak = blok(f"Objecttype de Zaak\n    {lid}\n")
    assert (zaak.leden[0].naam.tekst, zaak.leden[0].type.soort) == (naam, soort)


def test_datatypen() -> None:
    zaak = blok(
        "Objecttype de Zaak\n"
        "    het a Numeriek (getal) met eenheid 1/jr;\n"
        "    het b Numeriek (positief getal met 2 decimalen) met eenheid m2x^2/s;\n".replace(
            "m2x", "u"
        )
        + "    het c Percentage (geheel getal) met eenheid %/jr;\n"
    )
    a, b, c = (lid.type for lid in zaak.leden)
    assert (a.eenheid.teller, a.eenheid.noemer[0].eenheid) == ((), "jr")
    assert (b.bereik, b.decimalen, b.eenheid.teller[0].exponent) == ("positief", 2, 2)
    assert (c.percentage, c.decimalen) == (True, 0)


def test_numeriek_zonder_getalspec() -> None:
    gelezen = lees("Parameter de duur : Numeriek met eenheid jr;\n")
    assert [d.code for d in gelezen.diagnostics] == ["DT-GETALSPEC"]
    assert gelezen.value.bestanden[1].blokken


@pytest.mark.parametrize(
    ("regels", "meerdere"),
    [
        ("één ouder verzorgt meerdere kinderen", (False, True)),
        ("meerdere kinderen wonen bij één ouder", (False, True)),
        ("één ouder heeft één kind", (False, False)),
        ("meerdere ouders verzorgen meerdere kinderen", (True, True)),
    ],
)
def test_kardinaliteit(regels: str, meerdere: tuple[bool, bool]) -> None:
    feit = blok(
        "Feittype zorg\n    de ouder (mv: ouders) Aanvrager\n    het kind (mv: kinderen)\tKind\n"
        f"{regels}\n"
    )
    assert feit.meerdere == meerdere
    assert [r.objecttype.tekst for r in feit.rollen] == ["Aanvrager", "Kind"]


def test_wederkerig_feittype() -> None:
    feit = blok(
        "Wederkerig feittype partnerschap\n    de partner\tAanvrager\n"
        "één partner voert een huishouding met één partner\n"
    )
    assert feit.wederkerig
    assert feit.rollen[0] is feit.rollen[1]
    assert feit.beschrijving == "voert een huishouding met"


def test_eenheidsysteem() -> None:
    stelsel = blok(
        "Eenheidsysteem opvang\n    het uurtje (mv: uurtjes) uo\n    het blok bl = 1/4 uo\n"
    )
    uur, deel = stelsel.eenheden
    assert (uur.naam.tekst, uur.meervoud, uur.afkorting, uur.factor) == (
        "uurtje",
        "uurtjes",
        "uo",
        None,
    )
    assert (deel.factor, deel.basis) == (Fraction(1, 4), "uo")
    tekst = "Eenheidsysteem opvang\n    het uurtje (mv: uurtjes) uo\n" + regel(
        "Het vermogen van een Aanvrager moet gesteld worden op 3 €/uo maal 2 uurtjes."
    )
    assert lees(tekst).ok


def test_regel_met_versies_en_herkomst() -> None:
    gelezen = blok(
        "Regel de premie van 2% en meer\n"
        "    bron artikel 2, tweede lid, Wzt\n"
        "    bevoegdheid gebonden\n"
        "    stap verhoging van rechtswege\n"
        "    geldig t/m 2024\n"
        "        De normpremie van een Aanvrager moet gesteld worden op 1 €/jr.\n"
        "    geldig vanaf 01-01-2025 t/m 31-12-2025\n"
        '        bron onbevestigd: "aanname"\n'
        "        De normpremie van een Aanvrager moet gesteld worden op 2 €/jr.\n"
    )
    assert gelezen.naam.tekst == "premie van 2% en meer"
    assert gelezen.herkomst.stap == "verhoging van rechtswege"
    eerste, tweede = gelezen.versies
    assert (eerste.geldigheid.van, eerste.geldigheid.tot) == (None, date(2024, 12, 31))
    assert tweede.herkomst.onbevestigd == ("aanname",)
    assert tweede.geldigheid.van == date(2025, 1, 1)


@pytest.mark.parametrize("punt", ["", "."])
@pytest.mark.parametrize("slot", ["", "."])
def test_variabelen_en_de_punt(punt: str, slot: str) -> None:
    """R-092: one of the two full stops is enough."""
    tekst = regel(
        f"De normpremie van een Aanvrager moet gesteld worden op D{punt}\n"
        "Daarbij geldt:\n"
        "    de tussenstap is de standaardpremie\n"
        f"    D is de tussenstap min het aantal kinderen van de Aanvrager{slot}"
    )
    gelezen = lees(tekst)
    assert [d.code for d in gelezen.diagnostics] == ([] if punt or slot else ["RG-PUNT"])
    if gelezen.ok:
        variabelen = gelezen.value.bestanden[1].blokken[0].versies[0].variabelen  # type: ignore[union-attr]
        assert [v.naam.tekst for v in variabelen] == ["tussenstap", "D"]
        assert variabelen[0].naam.span.tekst == "tussenstap"


def test_lijst_gevolgd_door_variabelen() -> None:
    gelezen = versie(
        "Een Aanvrager heeft recht op zorgtoeslag\n"
        "indien hij aan alle volgende voorwaarden voldoet:\n"
        "    • hij is verzekerd\n"
        "    • D is kleiner dan de standaardpremie\n"
        "Daarbij geldt:\n"
        "    D is het aantal kinderen van de Aanvrager die aan alle volgende voorwaarden voldoen:\n"
        "        • hij is thuiswonend\n"
        "    E is 3 €."
    )
    assert isinstance(gelezen.resultaat, t.Kenmerktoekenning)
    assert isinstance(gelezen.voorwaarde, t.Samengesteld)
    assert len(gelezen.voorwaarde.leden) == 2
    assert [v.naam.tekst for v in gelezen.variabelen] == ["D", "E"]


def test_beslistabel() -> None:
    tabel = blok(
        "Beslistabel Norm\n    geldig altijd\n"
        "|   | de normpremie van een Aanvrager moet gesteld worden op "
        "| indien zijn leefvorm gelijk is aan | indien hij verzekerd is |\n"
        "|---|---|---|---|\n"
        "| 1 | de standaardpremie | 'alleenstaand' of 'gehuwd paar' | waar |\n"
        "| 2 | 3 €/jr maal 2 | n.v.t. | onwaar |\n"
        "| 3 | 0 €/jr | 'alleenstaand' | n.v.t. |\n"
    )
    (inhoud,) = tabel.versies
    assert [k.soort for k in inhoud.kolommen] == ["gelijkstelling", "vergelijking", "voorwaarde"]
    assert [r.nummer for r in inhoud.rijen] == ["1", "2", "3"]
    assert inhoud.rijen[0].cellen[1].voegwoord == "of"
    assert inhoud.rijen[1].cellen[1] is None


def test_beslistabel_met_kenmerk_en_fouten() -> None:
    gelezen = lees(
        "Beslistabel K\n    geldig altijd\n"
        "| | een Aanvrager is verzekerd | indien zijn leeftijd groter is dan |\n|---|---|---|\n"
        "| 1 | waar | 18 jr |\n| 2 | waar |\n| 3 | waar | 18 jrr |\n"
    )
    assert [d.code for d in gelezen.diagnostics] == ["BT-CELLEN", "EH-ONBEKEND"]
    tabel = gelezen.value.bestanden[1].blokken[0]
    assert tabel.versies[0].kolommen[0].soort == "kenmerk"  # type: ignore[union-attr]


def test_een_rijnummer_staat_er_een_keer() -> None:
    gelezen = lees(
        "Beslistabel K\n    geldig altijd\n"
        "| | een Aanvrager is verzekerd | indien zijn leeftijd groter is dan |\n|---|---|---|\n"
        "| 1 | waar | 18 jr |\n| 1 | waar | 21 jr |\n"
    )
    (melding,) = gelezen.diagnostics
    assert (melding.code, melding.bericht) == (
        "RG-NAAM-DUBBEL",
        "er is in deze tabel al een rij “1”",
    )
    assert melding.span is not None
    assert (melding.span.tekst, melding.span.regel) == ("1", 6)


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("artikel 2, tweede lid, onderdeel a, Wzt", ("2", "2", "a", "Wzt")),
        ("artikel 2, tweede lid, onderdeel a Wzt", ("2", "2", "a", "Wzt")),
        ("artikel 1.5 Wko", ("1.5", None, None, "Wko")),
        ("artikel 3:4, lid 2, Awb", ("3:4", "2", None, "Awb")),
        ("artikel 31bis, 3e lid, Awir", ("31bis", "3", None, "Awir")),
        ("artikel 22a van de Wet op de zorgtoeslag", ("22a", None, None, "Wet op de zorgtoeslag")),
    ],
)
def test_vindplaatsen(tekst: str, delen: tuple[str | None, ...]) -> None:
    bron = lees_bron(Source("x", tekst), 0, len(tekst))
    assert bron is not None
    assert (bron.artikel, bron.lid, bron.onderdeel, bron.regeling) == delen


def test_jci_en_onleesbare_vindplaats() -> None:
    jci = "jci1.3:c:BWBR0018451&artikel=2"
    bron = lees_bron(Source("x", jci), 0, len(jci))
    assert bron is not None
    assert bron.jci == jci
    gelezen = lees(
        "Regel a\n    bron ergens in de wet\n    geldig altijd\n"
        "        Een Aanvrager is verzekerd.\n"
    )
    assert [d.code for d in gelezen.diagnostics] == ["HK-BRON"]


def test_hardheidsclausule() -> None:
    clausule = blok(
        "Hardheidsclausule afwijken bij hardheid\n"
        "    bron artikel 47 Awir\n"
        "    bevoegdheid discretionair\n"
        "    reikwijdte:\n"
        "    - artikel 7, derde lid, Awir\n"
        "    - Regel normpremie\n"
        "    - de gehele regeling Awir\n"
        "    voor individuele gevallen\n"
        "    toepassing op aanvraag\n"
        "    door besluit\n"
        "    geldig vanaf 2006\n"
        "        De Dienst Toeslagen kan ten aanzien van een Aanvrager afwijken van de reikwijdte\n"
        "        indien er sprake is van open norm onbillijke uitkomst.\n"
        "        In dat geval moet de normpremie van de Aanvrager gesteld worden op 0 €/jr,\n"
        "        met een maximum van 3 €/jr.\n"
    )
    assert (clausule.voor, clausule.toepassing, clausule.door) == (
        "individuele gevallen", "op aanvraag", "besluit",
    )  # fmt: skip
    artikel, regelnaam, geheel = clausule.reikwijdte
    assert (artikel.bron.lid, regelnaam.regel.tekst, geheel.regeling) == ("3", "normpremie", "Awir")
    (inhoud,) = clausule.versies
    assert inhoud.orgaan.tekst == "Dienst Toeslagen"
    assert isinstance(inhoud.voorwaarde, t.OpenNormtest)
    assert isinstance(inhoud.gevolg.waarde, t.Begrensd)


def test_parameterwaarden() -> None:
    waarden = blok(
        "Parameterwaarden 2025\n    geldig vanaf 1-1-2025 t/m 31-12-2025\n"
        "    de standaardpremie is 2112 €/jr\n        bron artikel 1, Regeling premie 2025\n"
        "    het drempelinkomen is 28406 €/jr\n        gedeeld door 2\n"
    )
    premie, drempel = waarden.waarden
    assert premie.herkomst.bronnen[0].regeling == "Regeling premie 2025"
    assert isinstance(drempel.waarde, t.Binair)


def test_regeling_en_fouten_in_velden() -> None:
    regeling = blok(
        "Regeling Wet op de zorgtoeslag\n    afkorting Wzt\n    bwb-id BWBR0018451\n"
        '    niveau formele wet\n    tekst van 1-1-2025\n    doel "steun"\n'
    )
    assert (regeling.afkorting, regeling.niveau, regeling.tekst_van) == (
        "Wzt", "formele wet", date(2025, 1, 1),
    )  # fmt: skip
    gelezen = lees("Regeling Iets\n    niveau wetje\n    afkortng X\n    tekst van 31-2-2025\n")
    assert sorted(d.code for d in gelezen.diagnostics) == [
        "LIT-DATUM", "VELD-ONBEKEND", "VELD-WAARDE",
    ]  # fmt: skip


def test_uitkomst_en_invoerbereik() -> None:
    uitkomst = blok(
        "Uitkomst van een Aanvrager\n    voordeel de zorgtoeslag van de Aanvrager\n"
        "    nadeel de normpremie van de Aanvrager\n    venster 12 mnd\n"
    )
    assert uitkomst.objecttype.tekst == "Aanvrager"
    assert uitkomst.venster.waarde == 12
    bereik = blok(
        "Invoerbereik van een Aanvrager\n"
        "    het toetsingsinkomen: 0 €/jr t/m 150000 €/jr per 1 €/jr, modaal 44000 €/jr\n"
        "    meer behoefte bij lager toetsingsinkomen\n"
        "    niet ter zake doet de leeftijd, marge 1 jr\n"
    )
    (inkomen,) = bereik.bereiken
    assert (inkomen.tot.waarde, inkomen.per.waarde, inkomen.modaal.waarde) == (150000, 1, 44000)
    assert bereik.ordes[0].woorden == "meer behoefte bij lager"
    assert bereik.niet_ter_zake[0].marge.waarde == 1


def test_ordes_en_delen_van_wat_niet_ter_zake_doet() -> None:
    """Every order by its own words, and what is written is what was read."""
    regels = [f"    {woorden} verzekerd\n" for woorden in t.ORDES]
    regels += [
        "    niet ter zake doet verzekerd\n",
        "    niet ter zake doet de maand van verzekerd, marge 1 jr\n",
        "    niet ter zake doet de verdeling van verzekerd\n",
    ]
    tekst = "Invoerbereik van een Aanvrager\n" + "".join(regels)
    bereik = blok(tekst)
    assert [o.woorden for o in bereik.ordes] == list(t.ORDES)
    assert [n.deel for n in bereik.niet_ter_zake] == ["", "maand", "verdeling"]
    assert {o.attribuut.tekst for o in bereik.ordes} == {"verzekerd"}
    geschreven = schrijf(lees(tekst).value.bestanden[-1])
    assert schrijf(lees(geschreven).value.bestanden[-1]) == geschreven
    for verwacht in regels:
        assert verwacht in geschreven


def test_een_volgorde_die_er_niet_is_wijst_naar_een_die_er_wel_is() -> None:
    gelezen = lees("Invoerbereik van een Aanvrager\n    meer verwijt bij hoger toetsingsinkomen\n")
    (melding,) = gelezen.diagnostics
    assert melding.code == "VELD-ONBEKEND"
    assert melding.hulp == ("bedoelt u “minder verwijt bij lager”?",)
    assert "meer behoefte bij lager …" in melding.verwacht


def test_een_bereik_mag_beginnen_als_een_volgorde() -> None:
    """A name before a colon is a name, whatever its first word is."""
    gelezen = lees("Invoerbereik van een Aanvrager\n    meer loon: 0 € t/m 10 € per 1 €\n")
    assert "VELD-ONBEKEND" not in {d.code for d in gelezen.diagnostics}


def test_norm_en_aanvaard() -> None:
    norm = blok(
        "Evenredigheidsnorm tekort\n    patroon P04 onevenredige sanctie\n"
        "    gevolg de normpremie van de Aanvrager\n    tekortkoming zijn vermogen\n"
        '    signaal bij 2, hard bij 4, zeer hard bij 10 €/jr\n    bron "stuk"\n'
    )
    assert [n for n, _ in norm.drempels] == ["signaal", "hard", "zeer hard"]
    aanvaard = blok(
        'Aanvaard klif\n    bevinding P01-1\n    reden "bedoeld"\n    eigenaar "de minister"\n'
        "    van 1-7-2024 tot 1-7-2027\n"
    )
    assert (aanvaard.van, aanvaard.tot) == (date(2024, 7, 1), date(2027, 7, 1))


SCENARIO = """\
Scenario alleenstaande met inkomen
    bron "publicatie"
    rekendatum 1-1-2025
    gegeven
        - een Aanvrager A met toetsingsinkomen gelijk aan 30000 €/jr en vermogen gelijk aan 0 €
        - A is verzekerd
        - een Kind B
        - gezin met ouder A en kind B
        - parameter de standaardpremie is 2112 €/jr
        - onbekend: het vermogen van A
        - er is geen sprake van open norm onbillijke uitkomst voor A
    dan
        - de zorgtoeslag van A is gelijk aan 112 €/jr
        - A is niet verzekerd
"""


def test_scenario_tegen_een_bestaand_lexicon() -> None:
    gelezen = ontleed([Source("x.scenario", SCENARIO)], lexicon())
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
    scenario = gelezen.value.blokken[0]
    assert isinstance(scenario, t.Scenario)
    a, verzekerd, _, feit, parameter, onbekend, oordeel = scenario.gegeven
    assert isinstance(a, t.GegevenObject)
    assert (a.naam, [n.naam.tekst for n, _ in a.toekenningen]) == (
        "A",
        ["toetsingsinkomen", "vermogen"],
    )
    assert isinstance(verzekerd, t.GegevenConditie)
    assert isinstance(feit, t.GegevenFeit)
    assert [(n.tekst, o) for n, o in feit.rollen] == [("ouder", "A"), ("kind", "B")]
    assert isinstance(parameter, t.GegevenParameter)
    assert isinstance(onbekend, t.GegevenOnbekend)
    assert isinstance(oordeel, t.GegevenOordeel)
    assert (oordeel.object, oordeel.oordeel) == ("A", False)
    assert len(scenario.dan) == 2
    assert "GegevenOordeel" in toon_boom(scenario)


def test_fout_in_scenario_kost_de_rest_niet() -> None:
    tekst = SCENARIO.replace("onbekend: het vermogen", "onbekend: het vermoggen").replace(
        "A is verzekerd", "op 1-3-2025 A is verzekerd", 1
    )
    gelezen = ontleed([Source("x.scenario", tekst)], lexicon())
    assert [d.code for d in gelezen.diagnostics] == ["ST-VERWACHT", "NM-ONBEKEND"]
    assert len(gelezen.value.blokken[0].gegeven) == 5  # type: ignore[union-attr]


def test_voorbeeldreeks() -> None:
    gelezen = ontleed(
        [
            Source(
                "x.scenario",
                "Voorbeeldreeks zorgtoeslag, alleenstaand\n    rekendatum 1-1-2025\n    gegeven\n"
                "        - een Aanvrager A\n        - A is verzekerd\n"
                "| het toetsingsinkomen van A | dan de zorgtoeslag van A "
                "| dan A heeft recht op zorgtoeslag |\n|---|---|---|\n"
                "| 28000 €/jr | 131 €/jr | waar |\n| 30000 €/jr | 112 €/jr | n.v.t. |\n",
            )
        ],
        lexicon(),
    )
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
    reeks = gelezen.value.blokken[0]
    assert isinstance(reeks, t.Voorbeeldreeks)
    assert [k.verwacht for k in reeks.kolommen] == [False, True, True]
    assert isinstance(reeks.kolommen[2].onderwerp, t.Naamtest)
    assert reeks.rijen[1][2] is None


def test_crlf_en_bom_en_commentaar() -> None:
    inhoud = regel("De normpremie van een Aanvrager moet gesteld worden op 3 €/jr. // klaar")
    gelezen = ontleed([Source("x", (DECLARATIES + inhoud).replace("\n", "\r\n"))])
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
