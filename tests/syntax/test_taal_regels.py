"""Rules with versions, and every kind of result, each against its tree. [2, 4, 8.3]"""

from __future__ import annotations

from typing import Any

import pytest

from tests.syntax.boomtekst import kort
from tests.syntax.taal import codes, lees, lexicon, resultaat, versie
from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Source

ZIN = "De leeftijd van een Aanvrager moet gesteld worden op 3 jr."


def blokken(tekst: str) -> tuple[Any, ...]:
    gelezen = ontleed([Source("proef.regels", tekst)], lexicon())
    assert not gelezen.diagnostics, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    return gelezen.value.bestanden[0].blokken


def geldig(tekst: str) -> str:
    (regel,) = blokken(f"Regel proef\n    {tekst}\n        {ZIN}\n")
    return kort(regel.versies[0].geldigheid)


# ------------------------------------------------------------------ rules and versions [2.1]


@pytest.mark.constructie("R-084", stap="ontleedt")
@pytest.mark.parametrize(
    "naam", ["leeftijd kind", "premie van 2% en meer", "art. 3, met uitzondering", "indien of niet"]
)
def test_regel_met_een_naam(naam: str) -> None:
    (regel,) = blokken(f"Regel {naam}\n    geldig altijd\n        {ZIN}\n")
    assert isinstance(regel, t.Regel)
    assert regel.naam.tekst == naam


@pytest.mark.constructie("R-085", stap="ontleedt")
def test_meer_versies() -> None:
    (regel,) = blokken(
        "Regel proef\n"
        f"    geldig t/m 2023\n        {ZIN}\n"
        f"    geldig vanaf 2024\n        {ZIN.replace('3', '4')}\n"
    )
    assert [kort(v.geldigheid) for v in regel.versies] == [
        "Geldigheid(tot=31-12-2023)",
        "Geldigheid(van=1-1-2024)",
    ]
    assert [kort(v.resultaat.waarde) for v in regel.versies] == ["3 jr", "4 jr"]


@pytest.mark.constructie("R-086", stap="ontleedt")
@pytest.mark.parametrize("woord", ["geldig", "Geldig"])
def test_geldig_altijd(woord: str) -> None:
    """Contradiction 4: with or without a capital."""
    assert geldig(f"{woord} altijd") == "Geldigheid()"


@pytest.mark.constructie("R-087", stap="ontleedt")
@pytest.mark.parametrize(
    ("grens", "dag"),
    [
        ("2024", "1-1-2024"),
        ("01-07-2024", "1-7-2024"),
        ("dd. 1-7-2024", "1-7-2024"),
    ],
)
def test_geldig_vanaf(grens: str, dag: str) -> None:
    assert geldig(f"geldig vanaf {grens}") == f"Geldigheid(van={dag})"


@pytest.mark.constructie("R-088", stap="ontleedt")
def test_geldig_vanaf_tot_en_met() -> None:
    """A year means 1 January, and 31 December at the end."""
    beide = "Geldigheid(van=1-1-2023, tot=31-12-2024)"
    assert geldig("geldig vanaf 2023 t/m 2024") == beide
    assert geldig("geldig vanaf 1-1-2023 t/m 31-12-2024") == beide


@pytest.mark.constructie("R-089", stap="ontleedt")
def test_geldig_tot_en_met() -> None:
    assert geldig("geldig t/m 2023") == "Geldigheid(tot=31-12-2023)"


@pytest.mark.constructie("R-090", stap="ontleedt")
def test_versies_die_overlappen_zijn_leesbaar() -> None:
    (regel,) = blokken(
        f"Regel proef\n    geldig vanaf 2023\n        {ZIN}\n    geldig altijd\n        {ZIN}\n"
    )
    assert len(regel.versies) == 2


@pytest.mark.constructie("R-091", stap="ontleedt")
def test_universeel_onderwerp() -> None:
    (schakel,) = resultaat("Een Aanvrager is alleenstaand.").onderwerp.schakels
    assert (schakel.bepaling, schakel.naam.tekst) == ("een", "Aanvrager")


@pytest.mark.constructie("R-092", stap="ontleedt")
@pytest.mark.parametrize("punten", [("", "."), (".", ""), (".", ".")])
@pytest.mark.parametrize("lidwoord", ["", "de ", "het "])
def test_variabelen(punten: tuple[str, str], lidwoord: str) -> None:
    """Contradiction 21: the full stop before `Daarbij geldt`, at the end, or both."""
    gelezen = versie(
        f"De leeftijd van een Aanvrager moet gesteld worden op N{punten[0]}\n"
        "Daarbij geldt:\n"
        f"    {lidwoord}tussenstap is zijn leeftijd plus 1 jr\n"
        f"    N is de tussenstap maal 2{punten[1]}"
    )
    assert [kort(v) for v in gelezen.variabelen] == [
        "Variabele(naam=tussenstap, waarde=Binair(op=plus, links=[zijn leeftijd], rechts=1 jr))",
        "Variabele(naam=N, waarde=Binair(op=maal, links=[tussenstap], rechts=2))",
    ]
    assert kort(gelezen.resultaat.waarde) == "[N]"


@pytest.mark.constructie("R-093", stap="ontleedt")
def test_variabele_in_een_voorwaarde() -> None:
    gelezen = versie(
        "Het inkomen van een Aanvrager moet berekend worden als B\n"
        "indien er aan alle volgende voorwaarden wordt voldaan:\n"
        "    • N is groter dan 0\n"
        "    • B is groter dan 10 €.\n"
        "Daarbij geldt:\n"
        "    N is het aantal kinderen van de Aanvrager\n"
        "    B is zijn inkomen gedeeld door N."
    )
    assert [kort(lid.links) for lid in gelezen.voorwaarde.leden] == ["[N]", "[B]"]
    assert [v.naam.tekst for v in gelezen.variabelen] == ["N", "B"]


# ------------------------------------------------------------------ conditions behind a rule [2.3]


@pytest.mark.constructie("R-094", stap="ontleedt")
def test_indien() -> None:
    gelezen = versie("Een Aanvrager is alleenstaand indien zijn leeftijd kleiner is dan 18 jr.")
    assert kort(gelezen.voorwaarde) == (
        "Vergelijking(links=[zijn leeftijd], woord=kleiner dan, rechts=18 jr)"
    )


@pytest.mark.constructie("R-095", "R-208", stap="ontleedt")
def test_gedurende_de_tijd_dat() -> None:
    gelezen = versie(
        "De bijstand van een Aanvrager moet gesteld worden op de norm "
        "gedurende de tijd dat hij recht op bijstand heeft."
    )
    recht = "Naamtest(onderwerp=[hij], werkwoord=heeft, naam=recht op bijstand, ontkend=nee)"
    assert kort(gelezen.voorwaarde) == f"Gedurende(conditie={recht})"


@pytest.mark.constructie("R-096", stap="ontleedt")
def test_een_periode_als_voorwaarde() -> None:
    gelezen = versie(
        "De bijstand van een Aanvrager moet gesteld worden op de norm "
        "van dd. 1-1-2024 tot dd. 1-7-2024."
    )
    assert kort(gelezen.voorwaarde) == "Periode(van=1-1-2024, tot=1-7-2024)"
    assert kort(gelezen.resultaat.waarde) == "[norm]"


# ------------------------------------------------------------------ results [4.1 - 4.6, 4.8, A-7]


@pytest.mark.constructie("R-168", "R-170", stap="ontleedt")
@pytest.mark.parametrize("moet", ["moet", "moeten"])
def test_moet_berekend_worden_als(moet: str) -> None:
    assert kort(resultaat(f"Het inkomen van een Aanvrager {moet} berekend worden als 3 €/jr.")) == (
        "Gelijkstelling(doel=[inkomen van een Aanvrager], waarde=3 €/jr, werkwoord=berekend)"
    )


@pytest.mark.constructie("R-169", stap="ontleedt")
def test_moet_gesteld_worden_op() -> None:
    assert kort(resultaat("Zijn leefvorm moet gesteld worden op 'gehuwd'.")) == (
        "Gelijkstelling(doel=[zijn leefvorm], waarde='gehuwd', werkwoord=gesteld)"
    )


@pytest.mark.constructie("R-171", stap="ontleedt")
@pytest.mark.parametrize(
    ("slot", "werkwoord", "naam"),
    [
        ("is alleenstaand", "is", "alleenstaand"),
        ("is een toeslagpartner", "is", "toeslagpartner"),
        ("heeft recht op bijstand", "heeft", "recht op bijstand"),
        ("heeft het recht op bijstand", "heeft", "recht op bijstand"),
        ("heeft een recht op bijstand", "heeft", "recht op bijstand"),
    ],
)
def test_kenmerk_toekennen(slot: str, werkwoord: str, naam: str) -> None:
    """Contradiction 8, for a kenmerk."""
    assert kort(resultaat(f"Een Aanvrager {slot}.")) == (
        f"Kenmerktoekenning(onderwerp=[een Aanvrager], werkwoord={werkwoord}, naam={naam})"
    )


@pytest.mark.constructie("R-172", stap="ontleedt")
@pytest.mark.parametrize(
    ("slot", "woord"),
    [("is niet alleenstaand", "niet"), ("is geen toeslagpartner", "geen"),
     ("heeft geen recht op bijstand", "geen")],
)  # fmt: skip
def test_een_kenmerk_ontzeggen_kan_niet(slot: str, woord: str) -> None:
    gelezen, (melding,) = lees(f"Een Aanvrager {slot}.")
    assert isinstance(gelezen.resultaat, t.Kenmerktoekenning)
    assert melding.span is not None
    assert (melding.code, melding.span.tekst) == ("KT-ONTKENNING", woord)


@pytest.mark.constructie("R-173", "R-175", stap="ontleedt")
@pytest.mark.parametrize("lidwoord", ["", "een ", "de ", "het "])
def test_object_maken(lidwoord: str) -> None:
    """Contradiction 8. Without `met` it reads as a kenmerk; the names tell them apart."""
    assert kort(resultaat(f"Een Aanvraag heeft {lidwoord}beschikking.")) == (
        "Kenmerktoekenning(onderwerp=[een Aanvraag], werkwoord=heeft, naam=beschikking)"
    )
    assert kort(
        resultaat(f"Een Aanvraag heeft {lidwoord}beschikking met toegekend bedrag gelijk aan 3 €.")
    ) == (
        "Objectcreatie(onderwerp=[een Aanvraag], rol=beschikking, "
        "toekenningen=(Toekenning(naam=toegekend bedrag, waarde=3 €)))"
    )


@pytest.mark.constructie("R-174", stap="ontleedt")
def test_object_met_attributen_en_kenmerken() -> None:
    gelezen = versie(
        "Een Aanvraag heeft een beschikking met toegekend bedrag gelijk aan "
        "de som van 3 € en 4 € en voorlopig gelijk aan waar indien de Aanvraag volledig is."
    )
    som = "Aggregatie(soort=de som van, argument={3 € en 4 €})"
    assert kort(gelezen.resultaat) == (
        "Objectcreatie(onderwerp=[een Aanvraag], rol=beschikking, toekenningen=("
        f"Toekenning(naam=toegekend bedrag, waarde={som}), "
        "Toekenning(naam=voorlopig, waarde=waar)))"
    )
    assert kort(gelezen.voorwaarde.onderwerp) == "[Aanvraag]"


@pytest.mark.constructie("R-176", "R-177", stap="ontleedt")
@pytest.mark.parametrize("lidwoord", ["een", "de"])
@pytest.mark.parametrize("slot", ["het Huis", "een Huis"])
def test_feit_maken(lidwoord: str, slot: str) -> None:
    """Contradiction 9: every article is read; `de` and `het` refer, `een` is universal."""
    onderwerp = slot.replace("Huis", "Aanvrager").replace("het", "de")
    gelezen = resultaat(
        f"Een kostendeler van een Aanvrager is {lidwoord} bewoner van het adres van {onderwerp}."
    )
    einde = onderwerp.removeprefix("de ")
    assert isinstance(gelezen, t.Feitcreatie)
    assert kort(gelezen.doel) == "[een kostendeler van een Aanvrager]"
    assert kort(gelezen.bron) == f"[bewoner van adres van {einde}]"


@pytest.mark.constructie("R-178", "R-217", stap="ontleedt")
@pytest.mark.parametrize(
    ("slot", "criterium"),
    [
        ("later zijn dan zijn ingangsdatum",
         "Vergelijking(links=[EIND], woord=later dan, rechts=[zijn ingangsdatum])"),
        ("gevuld zijn", "Leegtest(waarde=[EIND], gevuld=ja)"),
        ("een werkdag zijn",
         "Naamtest(onderwerp=[EIND], werkwoord=is, naam=werkdag, ontkend=nee)"),
    ],
)  # fmt: skip
def test_een_eis(slot: str, criterium: str) -> None:
    assert kort(resultaat(f"De einddatum van een Aanvrager moet {slot}.")) == (
        f"Consistentie(criterium={criterium.replace('EIND', 'einddatum van een Aanvrager')})"
    )


EISEN = "\n    • zijn ingangsdatum is gevuld\n    • hij is alleenstaand."
LEDEN = (
    "(Leegtest(waarde=[zijn ingangsdatum], gevuld=ja), "
    "Naamtest(onderwerp=[hij], werkwoord=is, naam=alleenstaand, ontkend=nee))"
)


@pytest.mark.constructie("R-179", stap="ontleedt")
@pytest.mark.parametrize(
    ("kop", "kw"),
    [
        ("alle volgende criteria", "alle"),
        ("alle van de volgende criteria", "alle"),
        ("het volgende criterium", "alle"),
        ("geen van de volgende criteria", "geen"),
        ("ten minste één van de volgende criteria", "ten minste 1"),
        ("precies twee van de volgende voorwaarden", "precies 2"),
    ],
)
def test_onderwerp_moet_voldoen_aan(kop: str, kw: str) -> None:
    """Contradictions 10 and 11."""
    assert kort(resultaat(f"Een Aanvrager moet voldoen aan {kop}:{EISEN}")) == (
        "Consistentie(criterium=Samengesteld("
        f"onderwerp=[een Aanvrager], kwantificatie={kw}, leden={LEDEN}))"
    )


@pytest.mark.constructie("R-180", stap="ontleedt")
@pytest.mark.parametrize("kop", ["worden voldaan", "voldaan worden", "voldoen"])
def test_er_moet_worden_voldaan_aan(kop: str) -> None:
    """Contradiction 10."""
    assert kort(resultaat(f"Er moet {kop} aan alle volgende criteria:{EISEN}")) == (
        f"Consistentie(criterium=Samengesteld(kwantificatie=alle, leden={LEDEN}))"
    )


@pytest.mark.constructie("R-181", "R-185", stap="ontleedt")
def test_criterium_in_een_criterium() -> None:
    gelezen = resultaat(
        "Een Aanvrager moet voldoen aan alle volgende criteria:\n"
        "    • zijn ingangsdatum is gevuld\n"
        "    • hij voldoet aan ten minste één van de volgende voorwaarden:\n"
        "        •• hij is alleenstaand\n"
        "        •• hij is meerderjarig."
    )
    _, binnen = gelezen.criterium.leden
    assert kort(binnen.kwantificatie) == "ten minste 1"
    assert [lid.naam.tekst for lid in binnen.leden] == ["alleenstaand", "meerderjarig"]


@pytest.mark.constructie("R-182", stap="ontleedt")
@pytest.mark.parametrize("moet", ["moet", "moeten"])
def test_uniek(moet: str) -> None:
    assert kort(resultaat(f"De dossiernummers van alle Aanvragen {moet} uniek zijn.")) == (
        "Uniciteit(bronnen=(Uniekbron(namen=(dossiernummers), van=[alle Aanvragen])))"
    )


@pytest.mark.constructie("R-183", stap="ontleedt")
def test_unieke_combinatie() -> None:
    tekst = "De concatenatie van dossiernummers en volgnummers van alle Aanvragen moet uniek zijn."
    assert kort(resultaat(tekst)) == (
        "Uniciteit(bronnen=(Uniekbron(namen=(dossiernummers, volgnummers), van=[alle Aanvragen])))"
    )


@pytest.mark.constructie("R-184", stap="ontleedt")
def test_uniek_verenigd_met() -> None:
    tekst = (
        "De dossiernummers van alle Aanvragen verenigd met "
        "de volgnummers van alle aanvragen van de gemeente moeten uniek zijn."
    )
    assert kort(resultaat(tekst)) == (
        "Uniciteit(bronnen=(Uniekbron(namen=(dossiernummers), van=[alle Aanvragen]), "
        "Uniekbron(namen=(volgnummers), van=[alle aanvragen van gemeente])))"
    )


@pytest.mark.constructie("R-186", stap="ontleedt")
def test_initialisatie() -> None:
    assert kort(resultaat("De urgentie van een Aanvraag moet geïnitialiseerd worden op 1.")) == (
        "Initialisatie(doel=[urgentie van een Aanvraag], waarde=1)"
    )


@pytest.mark.constructie("R-198", stap="ontleedt")
def test_dagsoortdefinitie() -> None:
    gelezen = versie(
        "Een dag is een feestdag\n"
        "indien de dag aan alle volgende voorwaarden voldoet:\n"
        "    • de maand uit (de dag) is gelijk aan 4\n"
        "    • de dag voldoet aan ten minste één van de volgende voorwaarden:\n"
        "        •• de dag uit (de dag) is gelijk aan 27."
    )
    assert kort(gelezen.resultaat) == "Dagsoortdefinitie(dagsoort=feestdag)"
    maand, genest = gelezen.voorwaarde.leden
    assert kort(maand.links) == "Datumdeel(deel=maand, datum=[dag])"
    assert kort(genest.onderwerp) == "[dag]"


@pytest.mark.constructie("X-19", stap="ontleedt")
def test_startpuntbepaling() -> None:
    gelezen = versie(
        "Het startpunt van een betaalperiode voor een Aanvrager wordt bepaald door "
        "zijn ingangsdatum indien hij alleenstaand is."
    )
    assert kort(gelezen.resultaat) == (
        "Startpuntbepaling(tijdlijn=betaalperiode, onderwerp=[een Aanvrager], "
        "datum=[zijn ingangsdatum])"
    )
    assert isinstance(gelezen.voorwaarde, t.Naamtest)


# ------------------------------------------------------------------ verdeling [4.7]

KOP = (
    "Het opvangbudget van een Gemeente wordt verdeeld over "
    "de toegekende opvanguren van alle aanvragen van de Gemeente"
)
REST = "Als onverdeelde rest blijft het ongebruikte budget van de Gemeente over."
BEGIN = (
    "Verdeling(bron=[opvangbudget van een Gemeente], "
    "doel=[toegekende opvanguren van alle aanvragen van Gemeente], "
)
NAAR_RATO = "wijze=Verdeelwijze(naar=[gevraagde opvanguren])"


def verdeling(slot: str) -> str:
    return kort(resultaat(f"{KOP}{slot}"))


@pytest.mark.constructie("R-187", stap="ontleedt")
def test_in_gelijke_delen() -> None:
    assert verdeling(", waarbij wordt verdeeld in gelijke delen.") == (
        f"{BEGIN}wijze=Verdeelwijze())"
    )


@pytest.mark.constructie("R-188", "R-194", stap="ontleedt")
def test_naar_rato_met_een_rest() -> None:
    zin = f", waarbij wordt verdeeld naar rato van de gevraagde opvanguren. {REST}"
    assert verdeling(zin) == f"{BEGIN}{NAAR_RATO}, rest=[ongebruikte budget van Gemeente])"


@pytest.mark.parametrize(
    ("woord", "extra"),
    [
        pytest.param(
            "toenemende", "toenemend=ja, ", marks=pytest.mark.constructie("R-189", stap="ontleedt")
        ),
        pytest.param("afnemende", "", marks=pytest.mark.constructie("R-190", stap="ontleedt")),
    ],
)
@pytest.mark.parametrize("lidwoord", ["de ", ""])
@pytest.mark.parametrize("een", ["een ", ""])
def test_op_volgorde(woord: str, extra: str, lidwoord: str, een: str) -> None:
    gelezen = verdeling(
        ", waarbij wordt verdeeld:\n"
        f"    - op volgorde van {woord} {lidwoord}urgentie,\n"
        f"    - bij {een}even groot criterium in gelijke delen,\n"
        f"    - afgerond op 0 decimalen naar beneden.\n{REST}"
    )
    assert gelezen == (
        f"{BEGIN}wijze=Verdeelwijze(), volgorde=[urgentie], {extra}"
        "decimalen=0, rest=[ongebruikte budget van Gemeente])"
    )


@pytest.mark.constructie("R-191", "R-192", "R-193", stap="ontleedt")
@pytest.mark.parametrize("punt", [".", ""])
@pytest.mark.parametrize("teken", ["-", "•", "*"])
def test_alle_delen_van_een_verdeling(punt: str, teken: str) -> None:
    gelezen = verdeling(
        ", waarbij wordt verdeeld:\n"
        f"    {teken} op volgorde van afnemende de urgentie,\n"
        f"    {teken} bij een even groot criterium naar rato van de gevraagde opvanguren,\n"
        f"    {teken} met een maximum van de gevraagde opvanguren,\n"
        f"    {teken} afgerond op 0 decimalen naar beneden{punt}\n{REST}"
    )
    assert gelezen == (
        f"{BEGIN}{NAAR_RATO}, volgorde=[urgentie], maximum=[gevraagde opvanguren], "
        "decimalen=0, rest=[ongebruikte budget van Gemeente])"
    )


def test_komma_achter_de_laatste_streep() -> None:
    assert verdeling(", waarbij wordt verdeeld:\n    - in gelijke delen,") == (
        f"{BEGIN}wijze=Verdeelwijze())"
    )


@pytest.mark.constructie("R-195", "R-196", stap="ontleedt")
def test_maximum_zonder_volgorde() -> None:
    gelezen = verdeling(
        ", waarbij wordt verdeeld:\n"
        "    - naar rato van de gevraagde opvanguren,\n"
        f"    - met een maximum van de gevraagde opvanguren,\n{REST}"
    )
    assert gelezen == (
        f"{BEGIN}{NAAR_RATO}, maximum=[gevraagde opvanguren], "
        "rest=[ongebruikte budget van Gemeente])"
    )


@pytest.mark.constructie("R-197", stap="ontleedt")
@pytest.mark.parametrize(
    ("regels", "code"),
    [
        ("- bij een even groot criterium in gelijke delen,", "VD-VOLGORDE"),
        ("- op volgorde van afnemende de urgentie,", "VD-WIJZE"),
        ("- in gelijke delen,\n    - in gelijke delen,", "VD-DUBBEL"),
    ],
)
def test_een_verdeling_die_niet_klopt(regels: str, code: str) -> None:
    assert codes(f"{KOP}, waarbij wordt verdeeld:\n    {regels}") == [code]


# ------------------------------------------------------------------ running [4.9, 8.3]


@pytest.mark.constructie("R-199", "R-200", stap="ontleedt")
@pytest.mark.parametrize("slot", [" is recursief", ""])
def test_regelgroep(slot: str) -> None:
    """Contradiction 24: our own way to write a group."""
    groep, los = blokken(
        f"Regelgroep keten van besluiten{slot}\n"
        f"    Regel een\n        geldig altijd\n            {ZIN}\n"
        f"    Regel twee\n        geldig altijd\n            {ZIN}\n"
        f"Regel drie\n    geldig altijd\n        {ZIN}\n"
    )
    assert (groep.naam.tekst, groep.recursief) == ("keten van besluiten", bool(slot))
    assert [r.naam.tekst for r in groep.regels] == ["een", "twee"]
    assert los.naam.tekst == "drie"


BEGINWAARDE = "De urgentie van een Aanvraag moet geïnitialiseerd worden op 1."
TWEE = (
    f"Regel een\n    geldig vanaf 2024\n        {ZIN}\n",
    f"Regel twee\n    geldig altijd\n        {BEGINWAARDE}\n",
)


@pytest.mark.constructie("R-257", "R-258", "R-267", stap="ontleedt")
def test_de_volgorde_in_het_bestand_telt_niet() -> None:
    heen, terug = blokken("".join(TWEE)), blokken("".join(TWEE[::-1]))
    assert heen == terug[::-1]
    assert heen == blokken("".join(TWEE))


@pytest.mark.constructie("R-259", "R-260", stap="ontleedt")
def test_maken_beginwaarde_en_lezen_naast_elkaar() -> None:
    maken, begin, lezen = blokken(
        "Regel lezen\n    geldig altijd\n"
        "        Het inkomen van een Aanvrager moet berekend worden als "
        "de urgentie van de Aanvraag.\n"
        "Regel begin\n    geldig altijd\n"
        "        De urgentie van een Aanvraag moet geïnitialiseerd worden op 1.\n"
        "Regel maken\n    geldig altijd\n        Een Aanvraag heeft een beschikking met "
        "toegekend bedrag gelijk aan 3 €.\n"
    )[::-1]
    soorten = [type(r.versies[0].resultaat) for r in (maken, begin, lezen)]
    assert soorten == [t.Objectcreatie, t.Initialisatie, t.Gelijkstelling]


@pytest.mark.constructie("R-261", stap="ontleedt")
def test_onderwerp_per_paar() -> None:
    doel = resultaat("De leeftijd van een kind van een ouder moet gesteld worden op 3 jr.").doel
    assert [getattr(s, "bepaling", None) for s in doel.schakels] == [None, "een", "een"]


@pytest.mark.constructie("R-262", "R-263", "R-264", stap="ontleedt")
def test_twee_regels_over_een_attribuut() -> None:
    een, twee = blokken(TWEE[0] + TWEE[0].replace("een\n", "nog een\n").replace("3 jr", "4 jr"))
    assert een.versies[0].resultaat.doel == twee.versies[0].resultaat.doel
    assert een.versies[0].resultaat.waarde != twee.versies[0].resultaat.waarde


@pytest.mark.constructie("R-265", "R-266", stap="ontleedt")
def test_een_regel_die_een_fout_kan_geven_en_een_die_daarop_verder_rekent() -> None:
    een, twee = blokken(
        "Regel een\n    geldig altijd\n        De leeftijd van een Aanvrager moet berekend worden "
        "als 3 jr gedeeld door 0.\n"
        "Regel twee\n    geldig altijd\n        De leeftijd van een kind moet berekend worden als "
        "de leeftijd van zijn ouder plus 1 jr.\n"
    )
    assert kort(een.versies[0].resultaat.waarde).startswith("Binair(op=gedeeld door")
    assert kort(twee.versies[0].resultaat.waarde.links) == "[leeftijd van zijn ouder]"


@pytest.mark.constructie("R-268", stap="ontleedt")
def test_elke_knoop_weet_waar_hij_staat() -> None:
    gelezen = versie("Een Aanvrager is alleenstaand indien zijn leeftijd kleiner is dan 18 jr.")
    assert gelezen.resultaat.span.tekst == "Een Aanvrager is alleenstaand"
    assert gelezen.voorwaarde.span.tekst == "zijn leeftijd kleiner is dan 18 jr"
    assert gelezen.voorwaarde.rechts.span.tekst == "18 jr"


@pytest.mark.constructie("R-182", stap="controleert")
@pytest.mark.parametrize("staart", ["moeten uniek zijn", "verenigd met de volgnummers"])
def test_uniek_is_geen_deel_van_een_opsomming(staart: str) -> None:
    (melding,) = lees(
        "Een Aanvraag moet voldoen aan alle volgende criteria:\n"
        f"• de dossiernummers van alle Aanvragen {staart}."
    )[1]
    assert melding.code == "UN-GENEST"
    assert melding.span is not None
    assert melding.span.tekst.startswith(("moeten uniek zijn", "verenigd met"))
