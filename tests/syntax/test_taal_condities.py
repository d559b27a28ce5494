"""Conditions in both orders of words, lists of them, and time. [5, 6]"""

from __future__ import annotations

from typing import Any

import pytest

from tests.syntax.boomtekst import kort
from tests.syntax.taal import codes, lees, versie, zin
from wetsanalyse.syntax import tree as t

ALLEEN = "Naamtest(onderwerp=[hij], werkwoord=is, naam=alleenstaand, ontkend=nee)"
RECHT = "Naamtest(onderwerp=[hij], werkwoord=heeft, naam=recht op bijstand, ontkend=nee)"


def beide(vragend: str, stellend: str) -> str:
    """The tree of a condition: the same as a question and as a statement."""
    een, ander = kort(zin(vragend, "conditie")), kort(zin(stellend, "conditie"))
    assert een == ander
    return een


def conditie(tekst: str) -> Any:
    return zin(tekst, "conditie")


# ------------------------------------------------------------------ form [6.1]


@pytest.mark.constructie("R-214", "R-215", stap="ontleedt")
def test_vraag_en_zin() -> None:
    """After `indien` the verb stands at the end, behind a bullet in front."""
    vraag = "Een Aanvrager is meerderjarig indien zijn leeftijd kleiner is dan 18 jr."
    zin_ = "Een Aanvrager is meerderjarig indien zijn leeftijd is kleiner dan 18 jr."
    assert kort(versie(vraag).voorwaarde) == (
        "Vergelijking(links=[zijn leeftijd], woord=kleiner dan, rechts=18 jr)"
    )
    assert codes(zin_) == ["PR-VORM"]
    lijst = (
        "Een Aanvrager is meerderjarig indien hij aan alle volgende voorwaarden voldoet:\n    • "
    )
    assert codes(f"{lijst}zijn leeftijd is kleiner dan 18 jr.") == []
    assert codes(f"{lijst}zijn leeftijd kleiner is dan 18 jr.") == ["PR-VORM"]


@pytest.mark.constructie("R-216", stap="ontleedt")
@pytest.mark.parametrize(
    ("enkel", "meer"),
    [
        ("zijn leeftijd kleiner is dan 18 jr", "zijn leeftijd kleiner zijn dan 18 jr"),
        ("zijn leeftijd is gevuld", "zijn leeftijd zijn gevuld"),
        ("hij alleenstaand is", "hij alleenstaand zijn"),
        ("hij heeft recht op bijstand", "hij hebben recht op bijstand"),
        ("hij voldoet aan alle volgende voorwaarden:\n• hij is alleenstaand",
         "hij voldoen aan alle volgende voorwaarden:\n• hij is alleenstaand"),
        ("zijn burgerservicenummer aan de elfproef voldoet",
         "zijn burgerservicenummer aan de elfproef voldoen"),
    ],
)  # fmt: skip
def test_enkelvoud_en_meervoud(enkel: str, meer: str) -> None:
    """One tree; which of the two was written is kept."""
    assert conditie(enkel) == conditie(meer)
    assert (conditie(enkel).meervoud, conditie(meer).meervoud) == (False, True)


@pytest.mark.constructie("R-217", stap="ontleedt")
def test_achter_moet_staat_het_hele_werkwoord() -> None:
    gelezen, meldingen = lees("De leeftijd van een Aanvrager moet groter zijn dan 3 jr.")
    assert not meldingen
    assert kort(gelezen.resultaat.criterium) == (
        "Vergelijking(links=[leeftijd van een Aanvrager], woord=groter dan, rechts=3 jr)"
    )
    assert codes("De leeftijd van een Aanvrager moet groter is dan 3 jr.") == ["PR-VORM"]


# ------------------------------------------------------------------ comparing [6.2]


@pytest.mark.parametrize(
    ("woord", "slot"),
    [
        pytest.param("gelijk", "aan", marks=pytest.mark.constructie("R-218", stap="ontleedt")),
        pytest.param("ongelijk", "aan", marks=pytest.mark.constructie("R-219", stap="ontleedt")),
        pytest.param("groter", "dan", marks=pytest.mark.constructie("R-220", stap="ontleedt")),
        pytest.param(
            "groter of gelijk", "aan", marks=pytest.mark.constructie("R-221", stap="ontleedt")
        ),
        pytest.param("kleiner", "dan", marks=pytest.mark.constructie("R-222", stap="ontleedt")),
        pytest.param(
            "kleiner of gelijk", "aan", marks=pytest.mark.constructie("R-223", stap="ontleedt")
        ),
        pytest.param("later", "dan", marks=pytest.mark.constructie("R-224", stap="ontleedt")),
        pytest.param(
            "later of gelijk", "aan", marks=pytest.mark.constructie("R-225", stap="ontleedt")
        ),
        pytest.param("eerder", "dan", marks=pytest.mark.constructie("R-226", stap="ontleedt")),
        pytest.param(
            "eerder of gelijk", "aan", marks=pytest.mark.constructie("R-227", stap="ontleedt")
        ),
    ],
)
@pytest.mark.parametrize("verb", ["is", "zijn"])
def test_vergelijken(woord: str, slot: str, verb: str) -> None:
    boom = f"Vergelijking(links=[zijn inkomen], woord={woord} {slot}, rechts=[drempel])"
    vragend = f"zijn inkomen {woord} {verb} {slot} de drempel"
    assert beide(vragend, f"zijn inkomen {verb} {woord} {slot} de drempel") == boom


def test_nul_zonder_eenheid() -> None:
    """Contradiction 28: a bare 0 may be compared with an amount."""
    assert kort(conditie("zijn inkomen groter is dan 0").rechts) == "0"


@pytest.mark.constructie("R-228", stap="ontleedt")
@pytest.mark.parametrize(("woord", "gevuld"), [("leeg", "nee"), ("gevuld", "ja")])
@pytest.mark.parametrize("verb", ["is", "zijn"])
def test_leeg_en_gevuld(woord: str, gevuld: str, verb: str) -> None:
    assert beide(f"zijn inkomen {woord} {verb}", f"zijn inkomen {verb} {woord}") == (
        f"Leegtest(waarde=[zijn inkomen], gevuld={gevuld})"
    )


@pytest.mark.constructie("R-229", "R-230", stap="ontleedt")
@pytest.mark.parametrize(("niet", "ontkend"), [("", "nee"), ("niet ", "ja")])
@pytest.mark.parametrize("verb", ["voldoet", "voldoen"])
def test_elfproef(niet: str, ontkend: str, verb: str) -> None:
    nummer = "zijn burgerservicenummer"
    vragend = f"{nummer} {niet}aan de elfproef {verb}"
    assert beide(vragend, f"{nummer} {verb} {niet}aan de elfproef") == (
        f"Elfproef(waarde=[{nummer}], ontkend={ontkend})"
    )


@pytest.mark.constructie("R-231", "R-232", stap="ontleedt")
@pytest.mark.parametrize(("niet", "ontkend"), [("", "nee"), ("niet ", "ja")])
@pytest.mark.parametrize("verb", ["is", "zijn"])
def test_aantal_cijfers(niet: str, ontkend: str, verb: str) -> None:
    nummer = "zijn burgerservicenummer"
    boom = f"Cijfertest(waarde=[{nummer}], cijfers=9, ontkend={ontkend})"
    stellend = f"{nummer} {verb} {niet}numeriek met exact 9 cijfers"
    assert beide(f"{nummer} {niet}numeriek {verb} met exact 9 cijfers", stellend) == boom
    assert beide(f"{nummer} {niet}numeriek met exact 9 cijfers {verb}", stellend) == boom


def naamtest(onderwerp: str, werkwoord: str, naam: str, ontkend: str = "nee") -> str:
    velden = f"onderwerp=[{onderwerp}], werkwoord={werkwoord}, naam={naam}, ontkend={ontkend}"
    return f"Naamtest({velden})"


@pytest.mark.constructie("R-233", stap="ontleedt")
def test_dag_van_een_soort() -> None:
    datum = "zijn ingangsdatum"
    assert beide(f"{datum} een werkdag is", f"{datum} is een werkdag") == (
        naamtest(datum, "is", "werkdag")
    )
    assert beide(f"{datum} geen werkdag is", f"{datum} is geen werkdag") == (
        naamtest(datum, "is", "werkdag", "ja")
    )


@pytest.mark.constructie("R-234", stap="ontleedt")
@pytest.mark.parametrize(("een", "ontkend"), [("een ", "nee"), ("", "nee"), ("geen ", "ja")])
def test_speelt_een_rol(een: str, ontkend: str) -> None:
    assert beide(f"hij {een}bewoner is", f"hij is {een}bewoner") == (
        naamtest("hij", "is", "bewoner", ontkend)
    )


@pytest.mark.constructie("R-235", stap="ontleedt")
@pytest.mark.parametrize(("een", "ontkend"), [("een ", "nee"), ("", "nee"), ("geen ", "ja")])
@pytest.mark.parametrize("verb", ["heeft", "hebben"])
def test_heeft_een_rol(een: str, ontkend: str, verb: str) -> None:
    assert beide(f"de ouder {een}partner {verb}", f"de ouder {verb} {een}partner") == (
        naamtest("ouder", "heeft", "partner", ontkend)
    )


@pytest.mark.constructie("R-236", stap="ontleedt")
@pytest.mark.parametrize(
    ("vragend", "stellend", "boom"),
    [
        ("hij alleenstaand is", "hij is alleenstaand", naamtest("hij", "is", "alleenstaand")),
        ("hij niet alleenstaand is", "hij is niet alleenstaand",
         naamtest("hij", "is", "alleenstaand", "ja")),
        ("hij een toeslagpartner is", "hij is een toeslagpartner",
         naamtest("hij", "is", "toeslagpartner")),
        ("hij geen toeslagpartner is", "hij is geen toeslagpartner",
         naamtest("hij", "is", "toeslagpartner", "ja")),
        ("hij een recht op bijstand heeft", "hij heeft het recht op bijstand",
         naamtest("hij", "heeft", "recht op bijstand")),
        ("hij geen recht op bijstand heeft", "hij heeft geen recht op bijstand",
         naamtest("hij", "heeft", "recht op bijstand", "ja")),
    ],
)  # fmt: skip
def test_kenmerken(vragend: str, stellend: str, boom: str) -> None:
    assert beide(vragend, stellend) == boom


@pytest.mark.constructie("R-237", stap="ontleedt")
@pytest.mark.parametrize("uitslag", ["gevuurd", "inconsistent"])
@pytest.mark.parametrize(
    ("versie_", "boom"),
    [
        ("", ""),
        (" (geldig altijd)", ", geldigheid=Geldigheid()"),
        (" (geldig vanaf 2024)", ", geldigheid=Geldigheid(van=1-1-2024)"),
        (" (vanaf 1-1-2024)", ", geldigheid=Geldigheid(van=1-1-2024)"),
    ],
)
def test_regelversie(uitslag: str, versie_: str, boom: str) -> None:
    regel = f"regelversie dossiernummer uniek{versie_}"
    assert beide(f"{regel} {uitslag} is", f"{regel} is {uitslag}") == (
        f"Regeltest(regel=dossiernummer uniek, uitslag={uitslag}{boom})"
    )


# ------------------------------------------------------------------ lists [6.3, 6.4]

LIJST = ":\n    • hij is alleenstaand\n    • hij heeft recht op bijstand"


def samen(kw: str, onderwerp: str = "", leden: str = f"{ALLEEN}, {RECHT}") -> str:
    wie = f"onderwerp={onderwerp}, " if onderwerp else ""
    return f"Samengesteld({wie}kwantificatie={kw}, leden=({leden}))"


@pytest.mark.constructie("R-238", stap="ontleedt")
@pytest.mark.parametrize(
    "kop",
    [
        "er aan alle volgende voorwaarden wordt voldaan",
        "er wordt voldaan aan alle volgende voorwaarden",
        "er wordt aan alle volgende voorwaarden voldaan",
        "er aan alle van de volgende voorwaarden voldaan wordt",
    ],
)
def test_er_wordt_voldaan_aan(kop: str) -> None:
    """Contradictions 10 and 11."""
    assert kort(conditie(kop + LIJST)) == samen("alle")


@pytest.mark.constructie("R-239", stap="ontleedt")
@pytest.mark.parametrize(
    ("kop", "wie"),
    [
        ("hij aan alle volgende voorwaarden voldoet", "[hij]"),
        ("hij voldoet aan alle volgende voorwaarden", "[hij]"),
        ("de ouder aan de volgende voorwaarden voldoet", "[ouder]"),
        ("de partner van de ouder voldoet aan alle van de volgende voorwaarden",
         "[partner van ouder]"),
        ("alle kinderen van de ouder aan alle volgende voorwaarden voldoen",
         "[alle kinderen van ouder]"),
    ],
)  # fmt: skip
def test_onderwerp_voldoet_aan(kop: str, wie: str) -> None:
    assert kort(conditie(kop + LIJST)) == samen("alle", wie)


def test_lijst_van_een() -> None:
    """One bullet is enough, and the head may be in the singular. [6.3]"""
    kop = "hij aan de volgende voorwaarde voldoet:\n    • hij is alleenstaand"
    assert kort(conditie(kop)) == samen("alle", "[hij]", ALLEEN)


@pytest.mark.parametrize(
    ("kw", "boom"),
    [
        pytest.param("alle", "alle", marks=pytest.mark.constructie("R-240", stap="ontleedt")),
        pytest.param("de", "alle", marks=pytest.mark.constructie("R-240", stap="ontleedt")),
        pytest.param(
            "alle van de", "alle", marks=pytest.mark.constructie("R-240", stap="ontleedt")
        ),
        pytest.param(
            "geen van de", "geen", marks=pytest.mark.constructie("R-241", stap="ontleedt")
        ),
        pytest.param(
            "ten minste één van de",
            "ten minste 1",
            marks=pytest.mark.constructie("R-242", stap="ontleedt"),
        ),
        pytest.param(
            "tenminste 2 van de",
            "ten minste 2",
            marks=pytest.mark.constructie("R-242", stap="ontleedt"),
        ),
        pytest.param(
            "ten hoogste twee van de",
            "ten hoogste 2",
            marks=pytest.mark.constructie("R-243", stap="ontleedt"),
        ),
        pytest.param(
            "hoogstens Eén van de",
            "ten hoogste 1",
            marks=pytest.mark.constructie("R-243", stap="ontleedt"),
        ),
        pytest.param(
            "precies één van de",
            "precies 1",
            marks=pytest.mark.constructie("R-244", stap="ontleedt"),
        ),
    ],
)
@pytest.mark.parametrize("woord", ["voorwaarden", "criteria"])
def test_kwantificatie(kw: str, boom: str, woord: str) -> None:
    """Contradictions 4 (`Eén`), 11 and 12."""
    assert kort(conditie(f"hij aan {kw} volgende {woord} voldoet{LIJST}")) == samen(boom, "[hij]")
    assert kort(conditie(f"hij voldoet aan {kw} volgende {woord}{LIJST}")) == samen(boom, "[hij]")


@pytest.mark.constructie("R-245", "R-003", stap="ontleedt")
@pytest.mark.parametrize(
    ("een", "twee", "drie"),
    [
        ("•", "••", "•••"),
        ("-", "--", "---"),
        ("*", "**", "***"),
        ("-", "..", "..."),
        ("\t•", "\t\t••", "\t\t\t•••"),
        ("        -", "..", "•••"),
    ],
)
def test_genest(een: str, twee: str, drie: str) -> None:
    """The number of signs is the depth; the sign and the indentation do not count."""
    gelezen = conditie(
        "hij aan alle volgende voorwaarden voldoet:\n"
        f"{een} hij voldoet aan ten minste één van de volgende voorwaarden:\n"
        f"{twee} hij is alleenstaand\n"
        f"{twee} hij voldoet aan geen van de volgende voorwaarden:\n"
        f"{drie} hij heeft recht op bijstand\n"
        f"{een} hij is alleenstaand"
    )
    diepst = samen("geen", "[hij]", RECHT)
    binnen = samen("ten minste 1", "[hij]", f"{ALLEEN}, {diepst}")
    assert kort(gelezen) == samen("alle", "[hij]", f"{binnen}, {ALLEEN}")


@pytest.mark.constructie("R-245", stap="ontleedt")
@pytest.mark.parametrize("einde", ["", ",", ";"])
def test_een_leesteken_achter_een_lid(einde: str) -> None:
    tekst = LIJST.replace("alleenstaand", f"alleenstaand{einde}")
    kop = "hij aan alle volgende voorwaarden voldoet"
    assert kort(conditie(kop + tekst)) == samen("alle", "[hij]")


@pytest.mark.constructie("R-245", stap="ontleedt")
def test_te_diep() -> None:
    kop = "Een Aanvrager is meerderjarig indien hij aan alle volgende voorwaarden voldoet:\n"
    assert codes(f"{kop}•• hij is alleenstaand.") == ["BL-DIEPTE"]


@pytest.mark.constructie("R-246", stap="ontleedt")
def test_een_waarde_voldoet_aan() -> None:
    nummer = "burgerservicenummer"
    leden = (
        f"Elfproef(waarde=[{nummer}], ontkend=nee), "
        f"Cijfertest(waarde=[{nummer}], cijfers=9, ontkend=nee)"
    )
    assert kort(
        conditie(
            f"zijn {nummer} aan alle volgende voorwaarden voldoet:\n"
            f"    • het {nummer} voldoet aan de elfproef\n"
            f"    • het {nummer} is numeriek met exact 9 cijfers"
        )
    ) == samen("alle", f"[zijn {nummer}]", leden)


@pytest.mark.constructie("R-247", stap="ontleedt")
def test_vergelijking_van_meer_waarden() -> None:
    links = "alle leeftijden van alle kinderen van de ouder"
    assert beide(f"{links} groter zijn dan 12 jr", f"{links} zijn groter dan 12 jr") == (
        "Vergelijking(links=[alle leeftijden van alle kinderen van ouder], "
        "woord=groter dan, rechts=12 jr)"
    )


# ------------------------------------------------------------------ time [5]

BIJSTAND = "De bijstand van een Aanvrager moet gesteld worden op "


def met_tijd(tijd: str) -> Any:
    return versie(f"{BIJSTAND}de norm {tijd}.").voorwaarde


@pytest.mark.constructie("R-205", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("vanaf dd. 1-7-2024", "Periode(van=1-7-2024)"),
        ("tot dd. 1-7-2024", "Periode(tot=1-7-2024)"),
        ("tot en met dd. 1-7-2024", "Periode(tot=1-7-2024, tot_en_met=ja)"),
        ("t/m dd. 1-7-2024", "Periode(tot=1-7-2024, tot_en_met=ja)"),
        ("vanaf zijn ingangsdatum", "Periode(van=[zijn ingangsdatum])"),
    ],
)
def test_periode_met_een_grens(tekst: str, boom: str) -> None:
    assert kort(met_tijd(tekst)) == boom


@pytest.mark.constructie("R-206", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("van dd. 1-1-2024 tot dd. 1-7-2024", "Periode(van=1-1-2024, tot=1-7-2024)"),
        ("van dd. 1-1-2024 tot en met dd. 30-6-2024",
         "Periode(van=1-1-2024, tot=30-6-2024, tot_en_met=ja)"),
        ("van zijn ingangsdatum tot zijn einddatum",
         "Periode(van=[zijn ingangsdatum], tot=[zijn einddatum])"),
    ],
)  # fmt: skip
def test_periode_met_twee_grenzen(tekst: str, boom: str) -> None:
    assert kort(met_tijd(tekst)) == boom


@pytest.mark.constructie("R-207", stap="ontleedt")
@pytest.mark.parametrize(("niet", "ontkend"), [("", ""), ("niet ", ", ontkend=ja")])
def test_het_is_de_periode(niet: str, ontkend: str) -> None:
    boom = f"Periodetest(periode=Periode(van=1-1-2024, tot=1-7-2024){ontkend})"
    periode = "de periode van dd. 1-1-2024 tot dd. 1-7-2024"
    assert beide(f"het {niet}{periode} is", f"het is {niet}{periode}") == boom


@pytest.mark.constructie("R-209", stap="ontleedt")
@pytest.mark.parametrize(
    ("lengte", "per"), [("het gehele jaar", "jaar"), ("de gehele maand", "maand")]
)
@pytest.mark.parametrize(("niet", "ontkend"), [("", ""), ("niet ", ", ontkend=ja")])
@pytest.mark.parametrize(
    ("vragend", "stellend", "boom"),
    [
        ("zijn bijstand {} gevuld is", "zijn bijstand is {} gevuld",
         "Leegtest(waarde=[zijn bijstand], gevuld=ja)"),
        ("zijn bijstand {} groter is dan 0", "zijn bijstand is {} groter dan 0",
         "Vergelijking(links=[zijn bijstand], woord=groter dan, rechts=0)"),
        ("hij {} alleenstaand is", "hij is {} alleenstaand", ALLEEN),
        ("hij {} recht op bijstand heeft", "hij heeft {} recht op bijstand", RECHT),
    ],
)  # fmt: skip
def test_hele_periode(
    lengte: str, per: str, niet: str, ontkend: str, vragend: str, stellend: str, boom: str
) -> None:
    duur = f"{niet}gedurende {lengte}"
    assert beide(vragend.format(duur), stellend.format(duur)) == (
        f"HelePeriode(per={per}, conditie={boom}{ontkend})"
    )


@pytest.mark.constructie("R-210", "R-213", stap="ontleedt")
def test_totaal() -> None:
    boom = "Totaal(waarde=[zijn bijstand]"
    assert kort(zin("het totaal van zijn bijstand")) == f"{boom})"
    assert kort(zin("(het totaal van zijn bijstand van dd. 1-1-2024 tot dd. 1-1-2025)")) == (
        f"{boom}, tijd=Periode(van=1-1-2024, tot=1-1-2025))"
    )
    kop = "Het jaarbedrag van een Aanvrager moet gesteld worden op "
    assert codes(f"{kop}het totaal van zijn bijstand van dd. 1-1-2024 tot dd. 1-1-2025.") == [
        "TC-MEERDUIDIG"
    ]


@pytest.mark.constructie("R-211", stap="ontleedt")
@pytest.mark.parametrize(("per", "deel"), [("de maand", "maand"), ("het jaar", "jaar")])
@pytest.mark.parametrize(
    ("slot", "boom"),
    [
        ("hij alleenstaand is", ALLEEN),
        ("zijn bijstand groter is dan 0",
         "Vergelijking(links=[zijn bijstand], woord=groter dan, rechts=0)"),
        ("er aan alle volgende voorwaarden wordt voldaan" + LIJST, samen("alle")),
    ],
)  # fmt: skip
def test_aantal_dagen(per: str, deel: str, slot: str, boom: str) -> None:
    assert kort(zin(f"het aantal dagen in {per} dat {slot}")) == (
        f"AantalDagen(per={deel}, voorwaarde={boom})"
    )


@pytest.mark.constructie("R-212", stap="ontleedt")
@pytest.mark.parametrize("per", ["maand", "jaar"])
def test_tijdsevenredig_deel(per: str) -> None:
    tijd = "gedurende de tijd dat hij recht op bijstand heeft"
    boom = f"TijdsevenredigDeel(per={per}, waarde=[norm], tijd=Gedurende(conditie={RECHT}))"
    deel = f"het tijdsevenredig deel per {per} van de norm {tijd}"
    gelezen, meldingen = lees(f"{BIJSTAND}({deel}).")
    assert (kort(gelezen.resultaat.waarde), gelezen.voorwaarde, meldingen) == (boom, None, [])
    gelezen, (melding,) = lees(f"{BIJSTAND}{deel}.")
    assert (kort(gelezen.resultaat.waarde), gelezen.voorwaarde) == (boom, None)
    assert melding.code == "TC-HAAKJES"


@pytest.mark.constructie("R-213", "R-201", stap="ontleedt")
def test_haakjes_om_een_eigen_tijd() -> None:
    gelezen = versie(f"{BIJSTAND}(de norm vanaf dd. 1-7-2024) tot dd. 1-1-2025.")
    assert kort(gelezen.resultaat.waarde) == (
        "Tijdgebonden(waarde=[norm], tijd=Periode(van=1-7-2024))"
    )
    assert kort(gelezen.voorwaarde) == "Periode(tot=1-1-2025)"


@pytest.mark.constructie("R-202", "R-203", "R-204", stap="ontleedt")
def test_waarden_in_de_tijd_worden_samengevoegd() -> None:
    gelezen = versie(
        f"{BIJSTAND}de norm plus zijn bijstand gedurende de tijd dat hij alleenstaand is."
    )
    assert kort(gelezen.resultaat.waarde) == "Binair(op=plus, links=[norm], rechts=[zijn bijstand])"
    assert isinstance(gelezen.voorwaarde, t.Gedurende)
