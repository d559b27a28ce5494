"""Subjects, chains, subselecties, enumerations, aggregations, text and dates. [3.4 - 3.9, A]"""

from __future__ import annotations

import pytest

from tests.syntax.boomtekst import kort
from tests.syntax.taal import resultaat, versie, zin

BEDRAG = "Het loontotaal van een Aanvrager moet gesteld worden op "


def waarde(tekst: str) -> str:
    return kort(resultaat(f"{BEDRAG}{tekst}.").waarde)


def doel(tekst: str) -> str:
    return kort(resultaat(f"{tekst} moet gesteld worden op 3.").doel)


# ------------------------------------------------------------------ subjects and chains [3.4]


@pytest.mark.constructie("R-122", stap="ontleedt")
def test_een_is_het_universele_onderwerp() -> None:
    assert doel("De leeftijd van een Aanvrager") == "[leeftijd van een Aanvrager]"
    assert doel("De leeftijd van de Aanvrager") == "[leeftijd van Aanvrager]"


@pytest.mark.constructie("R-123", stap="ontleedt")
def test_de_verwijst() -> None:
    assert waarde("het loontotaal van de Aanvrager") == "[loontotaal van Aanvrager]"


@pytest.mark.constructie("R-020", stap="ontleedt")
def test_een_is_geen_telwoord() -> None:
    assert kort(zin("een kind thuiswonend is", "conditie").onderwerp) == "[een kind]"
    eis = "ten minste één kind thuiswonend is"
    assert kort(zin(eis, "conditie").onderwerp) == "[ten minste 1 kind]"


@pytest.mark.constructie("R-124", stap="ontleedt")
def test_rol_als_onderwerp() -> None:
    assert doel("De leeftijd van een kind") == "[leeftijd van een kind]"


@pytest.mark.constructie("R-125", stap="ontleedt")
def test_kenmerk_als_onderwerp() -> None:
    assert doel("De leeftijd van een toeslagpartner") == "[leeftijd van een toeslagpartner]"


@pytest.mark.constructie("R-126", stap="ontleedt")
def test_keten_met_een_enkelvoudige_rol() -> None:
    assert waarde("het loontotaal van de partner van de Aanvrager") == (
        "[loontotaal van partner van Aanvrager]"
    )
    assert doel("De leeftijd van de partner van een Aanvrager") == (
        "[leeftijd van partner van een Aanvrager]"
    )


@pytest.mark.constructie("R-127", stap="ontleedt")
def test_keten_met_een_meervoudige_rol() -> None:
    assert doel("De leeftijd van een kind van een ouder") == (
        "[leeftijd van een kind van een ouder]"
    )


@pytest.mark.constructie("R-128", stap="ontleedt")
def test_hij() -> None:
    gelezen = versie("Een Aanvrager is alleenstaand indien hij meerderjarig is.")
    assert (
        kort(gelezen.voorwaarde)
        == "Naamtest(onderwerp=[hij], werkwoord=is, naam=meerderjarig, ontkend=nee)"
    )


@pytest.mark.constructie("R-129", stap="ontleedt")
def test_zijn_met_attribuut_en_rol() -> None:
    assert waarde("zijn inkomen") == "[zijn inkomen]"
    assert waarde("het inkomen van zijn partner") == "[inkomen van zijn partner]"


@pytest.mark.constructie("R-129", stap="ontleedt")
def test_zijn_is_ook_een_werkwoord() -> None:
    """A17: behind `zijn` a name of the subject, or else it is the verb."""
    gelezen = zin("alle kinderen van de ouder zijn thuiswonend", "conditie")
    assert kort(gelezen.onderwerp) == "[alle kinderen van ouder]"
    assert (gelezen.werkwoord, gelezen.naam.tekst) == ("is", "thuiswonend")


@pytest.mark.constructie("R-130", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("alle kinderen van de ouder", "[alle kinderen van ouder]"),
        ("al zijn kinderen", "[alle zijn kinderen]"),
        ("alle leeftijden van alle kinderen van de ouder",
         "[alle leeftijden van alle kinderen van ouder]"),
        ("de leeftijden van alle kinderen van de ouder",
         "[leeftijden van alle kinderen van ouder]"),
        ("de leeftijd van alle kinderen van de ouder", "[leeftijd van alle kinderen van ouder]"),
    ],
)  # fmt: skip
def test_alle(tekst: str, boom: str) -> None:
    """Contradiction 7: the quantifier may stand at the attribute, or behind `van`."""
    assert kort(zin(tekst)) == boom


@pytest.mark.constructie("R-131", "R-247", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("geen kinderen van de ouder", "geen kinderen"),
        ("geen van de kinderen van de ouder", "geen kinderen"),
        ("ten minste twee kinderen van de ouder", "ten minste 2 kinderen"),
        ("tenminste 2 van de kinderen van de ouder", "ten minste 2 kinderen"),
        ("ten hoogste één kind van de ouder", "ten hoogste 1 kind"),
        ("hoogstens drie kinderen van de ouder", "ten hoogste 3 kinderen"),
        ("precies vier van de kinderen van de ouder", "precies 4 kinderen"),
    ],
)
def test_zoveel(tekst: str, boom: str) -> None:
    """Contradiction 12. The condition that is quantified, as a question and as a statement."""
    onderwerp = f"[{boom} van ouder]"
    for werkwoord in ("thuiswonend zijn", "zijn thuiswonend"):
        gelezen = zin(f"{tekst} {werkwoord}", "conditie")
        assert kort(gelezen.onderwerp) == onderwerp
        assert gelezen.naam.tekst == "thuiswonend"


@pytest.mark.constructie("R-132", "R-133", stap="ontleedt")
def test_lege_of_meervoudige_schakel_is_een_keten_als_elke_andere() -> None:
    assert waarde("het loontotaal van de partner van zijn partner") == (
        "[loontotaal van partner van zijn partner]"
    )
    assert waarde("de leeftijd van de kinderen van de ouder") == (
        "[leeftijd van kinderen van ouder]"
    )


@pytest.mark.constructie("R-026", stap="ontleedt")
def test_objecttype_in_het_meervoud() -> None:
    assert waarde("het aantal Aanvragen") == "Aggregatie(soort=het aantal, argument=[Aanvragen])"
    assert waarde("het aantal aanvragen") == "Aggregatie(soort=het aantal, argument=[aanvragen])"


# ------------------------------------------------------------------ subselecties [3.5]


@pytest.mark.constructie("R-134", stap="ontleedt")
@pytest.mark.parametrize("woord", ["die", "dat"])
def test_die_met_een_vergelijking(woord: str) -> None:
    predicaat = "Vergelijking(links=[hij], woord=kleiner dan, rechts=12 jr)"
    tekst = f"de leeftijden van alle kinderen van de ouder {woord} kleiner zijn dan 12 jr"
    assert kort(zin(tekst)) == (
        f"Subselectie(keten=[leeftijden van alle kinderen van ouder], predicaat={predicaat})"
    )


@pytest.mark.constructie("R-135", stap="ontleedt")
@pytest.mark.parametrize(
    ("slot", "werkwoord", "naam", "ontkend"),
    [
        ("alleenstaand zijn", "is", "alleenstaand", "nee"),
        ("niet alleenstaand zijn", "is", "alleenstaand", "ja"),
        ("een toeslagpartner zijn", "is", "toeslagpartner", "nee"),
        ("geen recht op bijstand hebben", "heeft", "recht op bijstand", "ja"),
        ("een kostendeler zijn", "is", "kostendeler", "nee"),
        ("een partner hebben", "heeft", "partner", "nee"),
    ],
)
def test_die_met_een_kenmerk_of_rol(slot: str, werkwoord: str, naam: str, ontkend: str) -> None:
    predicaat = f"Naamtest(onderwerp=[hij], werkwoord={werkwoord}, naam={naam}, ontkend={ontkend})"
    assert waarde(f"het aantal bewoners van het adres van de Aanvrager die {slot}") == (
        "Aggregatie(soort=het aantal, argument=Subselectie("
        f"keten=[bewoners van adres van Aanvrager], predicaat={predicaat}))"
    )


@pytest.mark.constructie("R-136", "R-137", stap="ontleedt")
def test_die_met_een_lijst() -> None:
    jong = "Vergelijking(links=[zijn leeftijd], woord=kleiner dan, rechts=12 jr)"
    thuis = "Naamtest(onderwerp=[hij], werkwoord=is, naam=thuiswonend, ontkend=nee)"
    samen = f"Samengesteld(onderwerp=[hij], kwantificatie=alle, leden=({jong}, {thuis}))"
    assert waarde(
        "het aantal kinderen van de ouder die aan alle volgende voorwaarden voldoen:\n"
        "    • zijn leeftijd is kleiner dan 12 jr\n"
        "    • hij is thuiswonend"
    ) == (
        "Aggregatie(soort=het aantal, argument="
        f"Subselectie(keten=[kinderen van ouder], predicaat={samen}))"
    )


@pytest.mark.constructie("R-136", stap="ontleedt")
def test_die_met_een_voorwaarde_zonder_bolletje() -> None:
    gelezen = zin(
        "alle kinderen van de ouder die aan de volgende voorwaarde voldoen: "
        "zijn leeftijd is kleiner dan 12 jr"
    )
    (lid,) = gelezen.predicaat.leden
    assert kort(lid) == "Vergelijking(links=[zijn leeftijd], woord=kleiner dan, rechts=12 jr)"


# ------------------------------------------------------------------ enumerations [3.6]


@pytest.mark.constructie("R-138", stap="ontleedt")
def test_en_tussen_waarden() -> None:
    assert waarde("de som van 3 €, zijn loontotaal en de drempel") == (
        "Aggregatie(soort=de som van, argument={3 € en [zijn loontotaal] en [drempel]})"
    )


@pytest.mark.constructie("R-139", stap="ontleedt")
@pytest.mark.parametrize("woord", ["gelijk", "ongelijk"])
def test_gelijk_aan_een_van_meer(woord: str) -> None:
    boom = (
        f"Vergelijking(links=[zijn leefvorm], woord={woord} aan, "
        "rechts={'alleenstaand' of 'gehuwd' of [zijn omschrijving]})"
    )
    leden = "'alleenstaand', 'gehuwd' of zijn omschrijving"
    assert kort(zin(f"zijn leefvorm {woord} is aan {leden}", "conditie")) == boom
    assert kort(zin(f"zijn leefvorm is {woord} aan {leden}", "conditie")) == boom


# ------------------------------------------------------------------ aggregations [3.7]


@pytest.mark.constructie("R-140", stap="ontleedt")
def test_het_aantal() -> None:
    assert waarde("het aantal kinderen van de ouder plus 1") == (
        "Binair(op=plus, "
        "links=Aggregatie(soort=het aantal, argument=[kinderen van ouder]), rechts=1)"
    )


@pytest.mark.parametrize(
    "soort",
    [
        pytest.param("de som van", marks=pytest.mark.constructie("R-141", stap="ontleedt")),
        pytest.param(
            "de minimale waarde van", marks=pytest.mark.constructie("R-144", stap="ontleedt")
        ),
        pytest.param(
            "de maximale waarde van", marks=pytest.mark.constructie("R-145", stap="ontleedt")
        ),
        pytest.param("de eerste van", marks=pytest.mark.constructie("R-146", stap="ontleedt")),
        pytest.param("de laatste van", marks=pytest.mark.constructie("R-147", stap="ontleedt")),
    ],
)
def test_samenvatten(soort: str) -> None:
    assert waarde(f"{soort} de leeftijden van alle kinderen van de ouder") == (
        f"Aggregatie(soort={soort}, argument=[leeftijden van alle kinderen van ouder])"
    )


@pytest.mark.constructie("R-142", "R-143", stap="ontleedt")
def test_som_met_en_zonder_nul() -> None:
    som = "de som van de leeftijd van alle kinderen van de ouder"
    argument = "argument=[leeftijd van alle kinderen van ouder]"
    assert waarde(som) == f"Aggregatie(soort=de som van, {argument})"
    assert waarde(f"{som} of 0 als die er niet zijn") == (
        f"Aggregatie(soort=de som van, {argument}, of_nul=ja)"
    )


@pytest.mark.constructie("R-148", stap="ontleedt")
@pytest.mark.parametrize("soort", ["de som van", "de maximale waarde van", "de eerste van"])
def test_samenvatten_van_losse_waarden(soort: str) -> None:
    leden = "{3 en 4 en [zijn leeftijd]}"
    assert (
        waarde(f"{soort} 3, 4 en zijn leeftijd") == f"Aggregatie(soort={soort}, argument={leden})"
    )


@pytest.mark.constructie("R-149", stap="ontleedt")
def test_over_alle_labels() -> None:
    assert waarde("de som van zijn bruto loon over alle peiljaren") == (
        "Aggregatie(soort=de som van, argument=[zijn <bruto> loon], "
        "bereiken=(Dimensiebereik(dimensie=peiljaren)))"
    )


@pytest.mark.constructie("R-150", stap="ontleedt")
@pytest.mark.parametrize(
    ("kop", "dimensie"), [(" over de peiljaren", "dimensie=peiljaren, "), ("", "")]
)
def test_over_labels_van_tot(kop: str, dimensie: str) -> None:
    """Contradiction 22: with and without `over de …`."""
    assert waarde(f"de som van zijn bruto loon{kop} vanaf twee jaar terug t/m vorig jaar") == (
        "Aggregatie(soort=de som van, argument=[zijn <bruto> loon], "
        f"bereiken=(Dimensiebereik({dimensie}van=twee jaar terug, tot=vorig jaar)))"
    )


@pytest.mark.constructie("R-151", stap="ontleedt")
def test_over_genoemde_labels() -> None:
    kop = "de som van zijn bruto loon over de peiljaren in"
    begin = "Aggregatie(soort=de som van, argument=[zijn <bruto> loon], bereiken=(Dimensiebereik("
    assert waarde(f"{kop} {{vorig jaar en dit jaar}}") == (
        f"{begin}dimensie=peiljaren, labels=(vorig jaar, dit jaar))))"
    )
    assert waarde(f"{kop} {{twee jaar terug, vorig jaar en dit jaar}}") == (
        f"{begin}dimensie=peiljaren, labels=(twee jaar terug, vorig jaar, dit jaar))))"
    )


@pytest.mark.constructie("R-056", "R-057", "R-059", "R-060", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("het bruto loon van vorig jaar van de Aanvrager",
         "[<bruto> loon <van vorig jaar> van Aanvrager]"),
        ("zijn netto loon van dit jaar", "[zijn <netto> loon <van dit jaar>]"),
        ("zijn loon van dit jaar", "[zijn loon <van dit jaar>]"),
        ("zijn loon", "[zijn loon]"),
    ],
)  # fmt: skip
def test_labels_van_dimensies(tekst: str, boom: str) -> None:
    assert waarde(tekst) == boom


# ------------------------------------------------------------------ text [3.8]


@pytest.mark.constructie("R-152", stap="ontleedt")
def test_tekst_met_waarden() -> None:
    assert waarde('"u krijgt «zijn inkomen plus 1 €/jr» in «Rekenjaar»"') == (
        "Tekst(delen=(u krijgt , Binair(op=plus, links=[zijn inkomen], rechts=1 €/jr), "
        " in , rekenjaar))"
    )


# ------------------------------------------------------------------ dates [3.9, A]


@pytest.mark.constructie("R-153", "R-154", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "boom"),
    [
        ("Rekendatum", "rekendatum"),
        ("de Rekendatum", "rekendatum"),
        ("Rekenjaar", "rekenjaar"),
        ("het Rekenjaar", "rekenjaar"),
    ],
)
def test_rekendatum(tekst: str, boom: str) -> None:
    assert waarde(tekst) == boom


@pytest.mark.parametrize(
    "deel",
    [
        pytest.param("jaar", marks=pytest.mark.constructie("R-155", stap="ontleedt")),
        pytest.param("maand", marks=pytest.mark.constructie("R-156", stap="ontleedt")),
        pytest.param("dag", marks=pytest.mark.constructie("R-157", stap="ontleedt")),
        pytest.param("uur", marks=pytest.mark.constructie("X-04", stap="ontleedt")),
        pytest.param("minuut", marks=pytest.mark.constructie("X-05", stap="ontleedt")),
        pytest.param("seconde", marks=pytest.mark.constructie("X-06", stap="ontleedt")),
        pytest.param("milliseconde", marks=pytest.mark.constructie("X-07", stap="ontleedt")),
    ],
)
def test_deel_van_een_datum(deel: str) -> None:
    lidwoord = "het" if deel in ("jaar", "uur") else "de"
    boom = f"Datumdeel(deel={deel}, datum=[zijn tijdstip van aanvragen])"
    assert waarde(f"{lidwoord} {deel} uit (zijn tijdstip van aanvragen)") == boom
    assert waarde(f"{lidwoord} {deel} uit zijn tijdstip van aanvragen plus 1") == (
        f"Binair(op=plus, links={boom}, rechts=1)"
    )


@pytest.mark.constructie("R-158", stap="ontleedt")
def test_datum_uit_delen() -> None:
    assert waarde("de datum met jaar, maand en dag(Rekenjaar, 3, 1 plus 1)") == (
        "DatumMet(jaar=rekenjaar, maand=3, dag=Binair(op=plus, links=1, rechts=1))"
    )


@pytest.mark.constructie("X-08", stap="ontleedt")
def test_datum_uit_benoemde_delen() -> None:
    assert waarde("de datum met jaar: Rekenjaar min 1, maand: 3 en dag: 14") == (
        "DatumMet(jaar=Binair(op=min, links=rekenjaar, rechts=1), maand=3, dag=14)"
    )


@pytest.mark.constructie("X-09", stap="ontleedt")
def test_tijdstip_uit_benoemde_delen() -> None:
    delen = "jaar: 2025, maand: 3, dag: 14, uur: 13, minuut: 5, seconde: 59 en milliseconde: 250"
    assert waarde(f"de datumtijd met {delen}") == (
        "DatumtijdMet(delen=(2025, 3, 14, 13, 5, 59, 250))"
    )


@pytest.mark.parametrize(
    "jaar",
    [
        pytest.param("(2024)", marks=pytest.mark.constructie("R-159", stap="ontleedt")),
        pytest.param("2024", marks=pytest.mark.constructie("X-10", stap="ontleedt")),
    ],
)
def test_eerste_paasdag(jaar: str) -> None:
    assert waarde(f"de eerste paasdag van {jaar}") == "Paasdag(jaar=2024)"


@pytest.mark.constructie("R-160", "R-162", stap="ontleedt")
def test_tijdsduur_in_hele_eenheden() -> None:
    assert waarde("de tijdsduur van zijn geboortedatum tot de Rekendatum in hele jaren") == (
        "Tijdsduur(van=[zijn geboortedatum], tot=rekendatum, eenheid=jaren)"
    )
    assert waarde("de tijdsduur van dd. 1-3-2024 tot dd. 15-6-1990 in hele jr") == (
        "Tijdsduur(van=1-3-2024, tot=15-6-1990, eenheid=jr)"
    )


@pytest.mark.constructie("R-161", stap="ontleedt")
def test_tijdsduur_in_milliseconden() -> None:
    tijdstip = "zijn tijdstip van aanvragen"
    assert waarde(f"de tijdsduur van {tijdstip} tot {tijdstip} in ms") == (
        f"Tijdsduur(van=[{tijdstip}], tot=[{tijdstip}], eenheid=ms, hele=nee)"
    )


@pytest.mark.constructie("R-163", stap="ontleedt")
def test_absolute_tijdsduur() -> None:
    assert waarde("de absolute tijdsduur van zijn einddatum tot de Rekendatum in hele dagen") == (
        "Tijdsduur(van=[zijn einddatum], tot=rekendatum, eenheid=dagen, absoluut=ja)"
    )


@pytest.mark.parametrize(
    ("op", "duur"),
    [
        pytest.param("plus", "14 dg", marks=pytest.mark.constructie("R-164", stap="ontleedt")),
        pytest.param("plus", "1 mnd", marks=pytest.mark.constructie("R-164", stap="ontleedt")),
        pytest.param("min", "2 jr", marks=pytest.mark.constructie("R-165", stap="ontleedt")),
        pytest.param(
            "plus", "40 werkdagen", marks=pytest.mark.constructie("R-166", stap="ontleedt")
        ),
    ],
)
def test_rekenen_met_een_datum(op: str, duur: str) -> None:
    assert waarde(f"zijn ingangsdatum {op} {duur}") == (
        f"Binair(op={op}, links=[zijn ingangsdatum], rechts={duur})"
    )


@pytest.mark.constructie("R-167", stap="ontleedt")
def test_een_duur_die_leeg_kan_zijn() -> None:
    assert waarde("zijn ingangsdatum plus de leeftijdsgrens") == (
        "Binair(op=plus, links=[zijn ingangsdatum], rechts=[leeftijdsgrens])"
    )


# ------------------------------------------------------------------ ordinals


@pytest.mark.constructie("X-02", stap="ontleedt")
@pytest.mark.parametrize(
    ("woord", "rang"),
    [
        ("de eerstgenoemde", 1),
        ("de als eerste genoemde", 1),
        ("de als tweede genoemde", 2),
        ("de als 5e genoemde", 5),
        ("de laatstgenoemde", -1),
    ],
)
def test_rangtelwoord(woord: str, rang: int) -> None:
    assert waarde(f"het inkomen van {woord} Aanvrager") == f"[inkomen van #{rang} Aanvrager]"


@pytest.mark.constructie("X-03", stap="ontleedt")
def test_rangtelwoord_bij_een_attribuut() -> None:
    assert waarde("de eerstgenoemde leeftijd van de als tweede genoemde partner") == (
        "[#1 leeftijd van #2 partner]"
    )
