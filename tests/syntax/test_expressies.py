"""Expressions and conditions against their trees. The numbers are those of the checklist."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.syntax.voorbeeld import expressie
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Source

PLEK = Source("x", "").span()


def getal(waarde: int | Fraction, eenheid: str | None = None, decimalen: int = 0) -> t.Getal:
    machten = (t.Macht(span=PLEK, eenheid=eenheid),) if eenheid else ()
    tekst = t.EenheidTekst(span=PLEK, teller=machten) if eenheid else None
    return t.Getal(span=PLEK, waarde=Fraction(waarde), decimalen=decimalen, eenheid=tekst)


def naam(tekst: str) -> t.Naam:
    return t.Naam(span=PLEK, tekst=tekst)


def keten(*namen: str) -> t.Keten:
    return t.Keten(span=PLEK, schakels=tuple(t.Schakel(span=PLEK, naam=naam(n)) for n in namen))


def zijn(tekst: str) -> t.Keten:
    return t.Keten(span=PLEK, schakels=(t.Schakel(span=PLEK, naam=naam(tekst), bepaling="zijn"),))


HIJ = t.Keten(span=PLEK, schakels=(t.Hij(span=PLEK),))


def binair(op: str, links: t.Expressie, rechts: t.Expressie) -> t.Binair:
    return t.Binair(span=PLEK, op=op, links=links, rechts=rechts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekst", "waarde", "decimalen"),
    [
        ("-12", Fraction(-12), 0),
        ("0,50", Fraction(1, 2), 2),
        ("1/3", Fraction(1, 3), 0),
        ("2_1/11", Fraction(23, 11), 0),
    ],
)
def test_getallen(tekst: str, waarde: Fraction, decimalen: int) -> None:
    assert expressie(tekst) == getal(waarde, decimalen=decimalen)


def test_eenheid_boven_en_onder() -> None:
    """R-012, R-013"""
    gelezen = expressie("15 €/mnd")
    assert gelezen.eenheid.teller[0].eenheid == "€"
    assert gelezen.eenheid.noemer[0].eenheid == "mnd"
    assert expressie("42jr") == getal(42, "jr")


def test_procent_en_datum() -> None:
    """R-011, R-014, R-015"""
    procent = t.Percentagegetal(span=PLEK, waarde=Fraction(1, 20))
    assert expressie("5% van (3 € plus 4 €)") == t.Keten(
        span=PLEK, schakels=(procent, binair("plus", getal(3, "€"), getal(4, "€")))
    )
    for tekst in ("dd. 1-7-2024", "01-07-2024"):
        assert expressie(tekst) == t.Datumwaarde(span=PLEK, datum=date(2024, 7, 1))


def test_voorrang_en_haakjes() -> None:
    """R-105, R-106"""
    drie, vijf, vier = getal(3), getal(5), getal(4)
    assert expressie("3 maal 5 min 4") == binair("min", binair("maal", drie, vijf), vier)
    assert expressie("3 min 5 min 4") == binair("min", binair("min", drie, vijf), vier)
    assert expressie("3 maal (5 min 4)") == binair("maal", drie, binair("min", vijf, vier))
    assert expressie("3 gedeeld door (ABS) 4") == binair("gedeeld door (ABS)", drie, vier)
    assert expressie("3 verminderd met 4") == binair("verminderd met", drie, vier)


def test_afronding_pakt_alles_links_ook_een_begrenzing() -> None:
    """R-121"""
    gelezen = expressie("3 min 5, met een minimum van 0 naar beneden afgerond op 0 decimalen")
    begrensd = t.Begrensd(
        span=PLEK, waarde=binair("min", getal(3), getal(5)), minimum=getal(0), maximum=None
    )
    assert gelezen == t.Afgerond(span=PLEK, waarde=begrensd, wijze="naar beneden", decimalen=0)


@pytest.mark.parametrize("slot", ["en met een maximum van 9", "en een maximum van 9"])
def test_minimum_en_maximum(slot: str) -> None:
    gelezen = expressie(f"3, met een minimum van 1 {slot}")
    assert (gelezen.minimum, gelezen.maximum) == (getal(1), getal(9))


def test_wortel_bindt_sterker_dan_plus() -> None:
    """R-109, R-110"""
    gelezen = expressie("de wortel van 16 rekenkundig afgerond op 2 decimalen plus 1")
    assert isinstance(gelezen.links, t.Wortel)
    macht = expressie("3 tot de macht 2 naar boven afgerond op 1 decimaal maal 5")
    assert isinstance(macht.links, t.Machtsverheffing)
    assert macht.links.exponent == getal(2)


def test_percentage_van_haakjes_is_een_platte_keten() -> None:
    """R-107"""
    gelezen = expressie("het afbouwpercentage van (het toetsingsinkomen van A min 3 €)")
    eerste, tweede = gelezen.schakels
    assert eerste.naam.tekst == "afbouwpercentage"
    assert tweede == binair("min", keten("toetsingsinkomen", "A"), getal(3, "€"))


def test_aggregaties() -> None:
    """R-141, R-143, R-145, R-148"""
    som = expressie("de som van het spaargeld van alle kinderen van A of 0 als die er niet zijn")
    assert (som.soort, som.of_nul) == ("de som van", True)
    assert [s.naam.tekst for s in som.argument.schakels] == ["spaargeld", "kinderen", "A"]
    assert som.argument.schakels[1].kwantificatie.soort == "alle"
    meest = expressie("de maximale waarde van 3, 4 en zijn leeftijd plus 1")
    assert meest.op == "plus"
    assert meest.links.argument.leden == (getal(3), getal(4), zijn("leeftijd"))


def test_percentage_van_een_aggregatie() -> None:
    gelezen = expressie("5% van de som van het spaargeld van alle kinderen van A")
    assert isinstance(gelezen.schakels[1], t.Aggregatie)


def test_subselectie_laat_de_bewerking_erna_buiten() -> None:
    """R-134, R-140: `plus 1` hoort bij het aantal, niet bij `12 jr`."""
    gelezen = expressie(
        "de som van de leeftijd van alle kinderen van A die kleiner zijn dan 12 jr plus 1"
    )
    assert gelezen.rechts == getal(1)
    predicaat = gelezen.links.argument.predicaat
    assert predicaat == t.Vergelijking(
        span=PLEK, links=HIJ, woord="kleiner dan", rechts=getal(12, "jr")
    )


def test_subselectie_met_opsomming() -> None:
    """R-136"""
    gelezen = expressie(
        "alle kinderen van A die aan alle volgende voorwaarden voldoen:\n"
        "    • zijn leeftijd is kleiner dan 12 jr\n"
        "    • hij is thuiswonend"
    )
    assert isinstance(gelezen, t.Subselectie)
    assert isinstance(gelezen.predicaat, t.Samengesteld)
    assert len(gelezen.predicaat.leden) == 2


def test_tekst_met_ingevoegde_waarden() -> None:
    """R-152"""
    gelezen = expressie('"u krijgt «zijn normpremie» per jaar"')
    assert gelezen.delen == ("u krijgt ", zijn("normpremie"), " per jaar")


def test_datums() -> None:
    """R-153 t/m R-163"""
    duur = expressie("de tijdsduur van zijn geboortedatum tot de Rekendatum in hele jaren")
    assert (duur.eenheid, duur.hele, duur.absoluut) == ("jaren", True, False)
    assert duur.tot == t.Rekendatum(span=PLEK)
    assert expressie(
        "de absolute tijdsduur van zijn geboortedatum tot Rekendatum in hele dg"
    ).absoluut
    assert expressie("het jaar uit (de Rekendatum)") == t.Datumdeel(
        span=PLEK, deel="jaar", datum=t.Rekendatum(span=PLEK)
    )
    met = expressie("de datum met jaar, maand en dag(Rekenjaar, 3, 1 plus 1)")
    assert (met.jaar, met.dag.op) == (t.Rekendatum(span=PLEK, jaar=True), "plus")
    assert expressie("de eerste paasdag van (2024)") == t.Paasdag(span=PLEK, jaar=getal(2024))


def test_eenheid_na_getal_en_operator_min() -> None:
    """A8: `min` is never a unit."""
    assert expressie("5 min 3") == binair("min", getal(5), getal(3))


@pytest.mark.parametrize(
    ("vragend", "stellend"),
    [
        ("zijn leeftijd groter of gelijk is aan 18 jr",
         "zijn leeftijd is groter of gelijk aan 18 jr"),
        ("zijn geboortedatum later is dan 1-1-2000", "zijn geboortedatum is later dan 1-1-2000"),
        ("zijn dossiernummer leeg is", "zijn dossiernummer is leeg"),
        ("zijn dossiernummer niet aan de elfproef voldoet",
         "zijn dossiernummer voldoet niet aan de elfproef"),
        ("zijn dossiernummer niet numeriek is met exact 9 cijfers",
         "zijn dossiernummer is niet numeriek met exact 9 cijfers"),
        ("hij verzekerd is", "hij is verzekerd"),
        ("hij geen toeslagpartner is", "hij is geen toeslagpartner"),
        ("hij recht op zorgtoeslag heeft", "hij heeft recht op zorgtoeslag"),
        ("er sprake is van open norm onbillijke uitkomst",
         "er is sprake van open norm onbillijke uitkomst"),
        ("alle kinderen van A thuiswonend zijn", "alle kinderen van A zijn thuiswonend"),
        ("ten minste twee kinderen van A geen toeslagpartner zijn",
         "ten minste 2 van de kinderen van A zijn geen toeslagpartner"),
    ],
)  # fmt: skip
def test_vragend_en_stellend_zijn_een_boom(vragend: str, stellend: str) -> None:
    """R-214 t/m R-236, R-247"""
    assert expressie(vragend, "conditie") == expressie(stellend, "conditie")


def test_gelijk_aan_een_van_meer() -> None:
    """R-139"""
    gelezen = expressie("zijn leefvorm gelijk is aan 'alleenstaand' of 'gehuwd paar'", "conditie")
    assert gelezen.rechts.voegwoord == "of"
    assert [lid.waarde for lid in gelezen.rechts.leden] == ["alleenstaand", "gehuwd paar"]


@pytest.mark.parametrize(
    ("kop", "soort", "aantal"),
    [
        ("hij aan alle volgende voorwaarden voldoet", "alle", 0),
        ("hij aan de volgende voorwaarde voldoet", "alle", 0),
        ("hij aan alle van de volgende voorwaarden voldoet", "alle", 0),
        ("er aan geen van de volgende voorwaarden wordt voldaan", "geen", 0),
        ("hij aan tenminste één van de volgende voorwaarden voldoet", "ten minste", 1),
        ("hij voldoet aan hoogstens 3 van de volgende voorwaarden", "ten hoogste", 3),
        ("er wordt voldaan aan precies twee van de volgende voorwaarden", "precies", 2),
        ("er wordt aan alle volgende voorwaarden voldaan", "alle", 0),
    ],
)
def test_koppen_van_een_opsomming(kop: str, soort: str, aantal: int) -> None:
    """R-238 t/m R-244"""
    gelezen = expressie(f"{kop}:\n - hij is verzekerd", "conditie")
    assert (gelezen.kwantificatie.soort, gelezen.kwantificatie.aantal) == (soort, aantal)
    assert (gelezen.onderwerp is None) == kop.startswith("er ")


@pytest.mark.parametrize("tekens", [("•", "••"), ("-", ".."), ("*", "**"), ("-", "••")])
def test_opsommingstekens(tekens: tuple[str, str]) -> None:
    """R-245: each sign counts as one level, whatever the indentation."""
    een, twee = tekens
    gelezen = expressie(
        "hij aan alle volgende voorwaarden voldoet:\n"
        f"{een} hij voldoet aan alle volgende voorwaarden:\n"
        f"{twee} hij is verzekerd;\n"
        f"    {twee} zijn vermogen is leeg\n"
        f"{een} zijn leeftijd is gevuld",
        "conditie",
    )
    binnen, laatste = gelezen.leden
    assert len(binnen.leden) == 2
    assert laatste.gevuld


def test_een_objectnaam_is_een_schakel() -> None:
    assert expressie("de zorgtoeslag van B", "keten") == keten("zorgtoeslag", "B")
