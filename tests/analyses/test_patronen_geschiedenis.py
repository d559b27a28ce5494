"""Patterns over what happened, on invented laws: P06, P07, P08, P09, P11, P13 and P17.

Thresholds: P06, P11, P13 and P17 100 euro a year; P07 more than 5 acts, twice within 3 months of an
event of life; P11 six months after the authority was told, else twelve. All amounts and days are
worked out by hand beside each law; a month is 365/12 days.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.proefwet import gelezen, onderzoek_met, regel
from tests.analyses.voorbeeld import patronen, van
from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek
from wetsanalyse.analyses.geschiedenis.herhaling import herhaal
from wetsanalyse.analyses.geschiedenis.historie import histories
from wetsanalyse.analyses.geschiedenis.registerfout import registerfout
from wetsanalyse.analyses.geschiedenis.samen import samen_van
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.patronen.niet_monotonie import van_een_historie
from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.terms import Constante
from wetsanalyse.run.toestanden import Plannen

KOP = """\
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

Domein Stand is van het type Enumeratie
    'in orde'
    'uitgesloten'

Objecttype de Klant (mv: Klanten) (bezield)
    de dag van de verandering\tDatum in dagen;
    de dag van de melding\tDatum in dagen;
    de dag van het besluit\tDatum in dagen;
    de dag van de opgave\tDatum in dagen;
    het bedrag per dag\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €/dg;
    de korting\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    de vastgestelde korting\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    de boete\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    de nieuwe boete\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    de stand\tStand;
    de nieuwe stand\tStand;
    de toelage\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €/jr;
    de terugvordering\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €;
    is ingeschreven\tkenmerk (bijvoeglijk) voor elke dag;
    de premie\tNumeriek (niet-negatief getal met 2 decimalen) met eenheid €/mnd voor elke dag;

Uitkomst van een Klant
    voordeel de toelage van de Klant
    nadeel de terugvordering van de Klant
    nadeel de vastgestelde korting van de Klant
    nadeel de boete van de Klant
    nadeel de premie van de Klant
    venster 12 mnd

Invoerbereik van een Klant
    de dag van de verandering: 1-1-2025 t/m 31-3-2025 per 1 dg, modaal 1-2-2025
    de dag van de melding: 1-1-2025 t/m 31-3-2025 per 1 dg, modaal 1-2-2025
    de dag van de opgave: 1-1-2025 t/m 31-12-2025 per 1 dg, modaal 1-2-2025
    de dag van het besluit: 1-1-2025 t/m 31-12-2025 per 1 dg, modaal 1-2-2025

Gebeurtenis verandering
    soort levensgebeurtenis
    verandert de dag van de verandering van een Klant

Gebeurtenis melding
    soort handeling van de burger
    verandert de dag van de melding van een Klant

Gebeurtenis opgave
    soort handeling van de burger
    verandert de dag van de opgave van een Klant

Gebeurtenis inschrijving
    soort registratie
    verandert ingeschreven van een Klant

Gebeurtenis besluit
    soort handeling van de overheid
    verandert de dag van het besluit van een Klant

Gebeurtenis beoordeling
    soort handeling van de overheid
    verandert de stand van een Klant
    verandert de boete van een Klant

Gebeurtenis vaststelling van de korting
    soort handeling van de overheid
    verandert de vastgestelde korting van een Klant
"""


def scenario(*regels: str, naam: str = "zoals het ging", kop: str = "een Klant A") -> str:
    """A history; the amounts in it are made up, what must come out is worked out in the test."""
    gegeven = "\n".join(f"        - {r}" for r in (kop, *regels))
    return (
        f'Scenario {naam}\n    bron "verzonnen"\n    rekendatum 1-1-2025\n    gegeven\n'
        f"{gegeven}\n    dan\n        - op 31-12-2026 is de dag van de opgave van A leeg\n"
    )


def met(regels: str, *gebeurd: str, kop: str = "een Klant A") -> Onderzoek:
    tekst = scenario(*gebeurd, kop=kop)
    if any(" opgave met " in g for g in gebeurd):
        tekst = tekst.replace("is de dag van de opgave van A leeg",
                              "is de dag van de opgave van A gevuld")  # fmt: skip
    return onderzoek_met(KOP + "\n" + regels, tekst)


def een(gevonden: Onderzoek, patroon: str) -> Bevinding:
    lijst = van(gevonden, patroon)
    assert len(lijst) == 1, [b.id for b in gevonden.bevindingen]
    return lijst[0]


# ------------------------------------------------------------ P11 and P17: the authority waits

PER_DAG = regel(
    "terugvordering per dag",
    "De terugvordering van een Klant moet berekend worden als\n"
    "(de tijdsduur van zijn dag van de verandering tot zijn dag van het besluit in hele dagen, "
    "met een minimum van 0 dg) maal zijn bedrag per dag.",
    "3",
    "bevoegdheid gebonden",
    "stap terugvordering",
)
GEMELD = (
    "op 1-1-2025 verandering met de dag van de verandering van A gelijk aan 1-1-2025",
    "op 1-1-2025 melding met de dag van de melding van A gelijk aan 1-1-2025",
)


def besluit(dag: str) -> str:
    return f"op {dag} besluit met de dag van het besluit van A gelijk aan {dag}"


def test_p11_de_overheid_wacht_langer_dan_een_half_jaar() -> None:
    """1 January plus 183 days is 3 July 2025: 6.02 months after the report. 183 days at 1 euro."""
    gevonden = met(PER_DAG, *GEMELD, besluit("3-7-2025"), kop="een Klant A met bedrag per dag "
                   "gelijk aan 1 €/dg")  # fmt: skip
    for patroon in ("P11", "P17"):
        assert een(gevonden, patroon).getuigen[0].verlies == 183
    b = een(gevonden, "P11")
    assert (b.maat, b.drempel.naam) == (6, "wist het")
    tabel = b.getuigen[0].bewijs[0]
    assert [rij[1] for rij in tabel.rijen] == ["01-01-2025", "03-07-2025", "183 dagen"]


def test_p11_een_dag_eerder_is_geen_half_jaar() -> None:
    """182 days are less than six months of 365/12 days. The authority still waited: P17."""
    gevonden = met(PER_DAG, *GEMELD, besluit("2-7-2025"), kop="een Klant A met bedrag per dag "
                   "gelijk aan 1 €/dg")  # fmt: skip
    assert not van(gevonden, "P11")
    assert een(gevonden, "P17").maat == 182


@pytest.mark.parametrize(("dag", "gevonden"), [("2-1-2026", True), ("1-1-2026", False)])
def test_p11_zonder_melding_telt_een_jaar(dag: str, gevonden: bool) -> None:
    """Nobody told: 366 days is more than twelve months, 365 is not. No report, so no cause of the
    authority either."""
    uitkomst = met(PER_DAG, GEMELD[0], besluit(dag), kop="een Klant A met bedrag per dag "
                   "gelijk aan 1 €/dg")  # fmt: skip
    assert bool(van(uitkomst, "P11")) is gevonden
    assert not van(uitkomst, "P17")
    if gevonden:
        assert een(uitkomst, "P11").drempel.naam == "wist het niet"


@pytest.mark.parametrize(
    ("bedrag", "gevonden"), [("1 €/dg", True), ("0,99 €/dg", False), ("0 €/dg", False)]
)
def test_p17_honderd_euro_telt(bedrag: str, gevonden: bool) -> None:
    """100 days from the report to the decision: 100 euro, or 99."""
    uitkomst = met(PER_DAG, *GEMELD, besluit("11-4-2025"), kop="een Klant A met bedrag per dag "
                   f"gelijk aan {bedrag}")  # fmt: skip
    assert bool(van(uitkomst, "P17")) is gevonden
    assert not van(uitkomst, "P11")


def test_p11_wie_op_tijd_besluit_doet_niets_fout() -> None:
    """The decision is of the day of the report."""
    gevonden = met(PER_DAG, *GEMELD, besluit("1-1-2025"), kop="een Klant A met bedrag per dag "
                   "gelijk aan 100 €/dg")  # fmt: skip
    assert not {"P11", "P17", "P05", "P08"} & patronen(gevonden)


MAANDPREMIE = regel(
    "premie tot het besluit",
    "De premie van een Klant moet gesteld worden op 40 €/mnd\n"
    "gedurende de tijd dat hij aan alle volgende voorwaarden voldoet:\n"
    "    - hij is niet ingeschreven\n"
    "    - zijn dag van de melding is gevuld\n"
    "    - zijn dag van het besluit is gevuld.",
    "4",
    "bevoegdheid gebonden",
    "stap verhoging van rechtswege",
)


def test_p17_een_register_dat_de_overheid_te_laat_verwerkt() -> None:
    """A timeline: until the register is put right a premium of 40 a month is due. The registration
    is of the authority's own making: from January to the end of April is 160 euro."""
    wet = KOP.replace("Gebeurtenis inschrijving\n    soort registratie",
                      "Gebeurtenis inschrijving\n    soort handeling van de overheid")  # fmt: skip
    tekst = scenario(
        GEMELD[1], besluit("1-1-2025"),
        "op 1-5-2025 inschrijving met ingeschreven van A gelijk aan waar",
    )  # fmt: skip
    b = een(onderzoek_met(wet + MAANDPREMIE, tekst), "P17")
    assert b.maat == 4 * 40
    assert [x.regels for x in b.blaamset] == [("premie tot het besluit",)]


# ------------------------------------------------------------------ P17: another value

KORTING = "op 1-3-2025 vaststelling van de korting met de vastgestelde korting van A gelijk aan "


@pytest.mark.parametrize(("eerst", "gevonden"), [(300, True), (301, False)])
def test_p17_de_overheid_zet_er_een_ander_bedrag_neer(eerst: int, gevonden: bool) -> None:
    """A first decision of 300 (or 301), a month later one of 400: without the second 100 (or 99)
    euro more would be left. A first value is no error, so the first decision counts for nothing."""
    eerste = KORTING.replace("1-3", "1-2") + f"{eerst} €"
    uitkomst = met("", eerste, KORTING + "400 €")
    assert bool(van(uitkomst, "P17")) is gevonden
    if gevonden:
        b = een(uitkomst, "P17")
        assert b.maat == 100
        assert b.getuigen[0].waarde_burger == "“vaststelling van de korting” op 01-03-2025"


def test_p17_wie_uitvoert_wat_de_wet_zegt_maakt_geen_fout() -> None:
    """The second decision writes down what the rules say: 500 since the change. Without it the
    citizen would have had more, but that would be the error."""
    hoogte = regel(
        "korting",
        "De korting van een Klant moet gesteld worden op 500 €\n"
        "indien zijn dag van de verandering gevuld is.",
        "5",
        "bevoegdheid gebonden",
    )
    uitkomst = met(
        hoogte,
        KORTING.replace("1-3", "2-1") + "100 €",
        "op 1-2-2025 verandering met de dag van de verandering van A gelijk aan 1-2-2025",
        KORTING.replace("1-3", "1-2") + "de korting van A",
    )
    assert not van(uitkomst, "P17")


# ------------------------------------------------------------ P17 and P13: a wrong registration

UIT_HET_REGISTER_KOP = (
    KOP
    + """
Gebeurtenis eigen opgave
    soort handeling van de burger
    verandert ingeschreven van een Klant
"""
)
UIT_HET_REGISTER = UIT_HET_REGISTER_KOP + regel(
    "premie voor wie niet is ingeschreven",
    "De premie van een Klant moet gesteld worden op 40 €/mnd\n"
    "gedurende de tijd dat hij niet ingeschreven is.",
    "4",
    "bevoegdheid gebonden",
    "stap verhoging van rechtswege",
)  # fmt: skip
FOUT = "op 1-5-2025 inschrijving met ingeschreven van A gelijk aan onwaar"
OPGEGEVEN_ALS = "op 2-5-2025 eigen opgave met ingeschreven van A gelijk aan"
ZEGT_HET = ("A is ingeschreven", OPGEGEVEN_ALS.replace("2-5", "2-1") + " waar")
TERUG_VANAF = FOUT.replace("1-5", "1-9").replace("onwaar", "waar vanaf dd. {}")
VERANDERD = "op 1-4-2025 verandering met de dag van de verandering van A gelijk aan 1-4-2025"


@pytest.mark.parametrize(
    ("gebeurd", "premie"),
    [
        # the citizen said so, and nothing happened: May up to December, eight months of 40
        ((*ZEGT_HET, FOUT), 320),
        # nobody said what it was
        ((FOUT,), None),
        # how it began is not said against anything: the register may write down a change
        (("A is ingeschreven", FOUT), None),
        # something happened in the life that the register may have written down
        ((*ZEGT_HET, VERANDERD, FOUT), None),
        # after what happened the citizen said what it was
        (
            ("A is ingeschreven", VERANDERD, OPGEGEVEN_ALS.replace("2-5", "2-4") + " waar", FOUT),
            320,
        ),
        # the citizen says the same as the register
        ((*ZEGT_HET, FOUT, OPGEGEVEN_ALS + " onwaar"), None),
        # taken back with effect from another day: that shows no error, and May alone is 40
        (("A is ingeschreven", FOUT, TERUG_VANAF.format("1-6-2025")), None),
        # taken back with effect from the first day: an error, and nothing is lost any more
        (("A is ingeschreven", FOUT, TERUG_VANAF.format("1-5-2025")), None),
    ],
)
def test_p17_een_fout_in_een_register(gebeurd: tuple[str, ...], premie: int | None) -> None:
    lijst = van(onderzoek_met(UIT_HET_REGISTER, scenario(*gebeurd)), "P17")
    assert [b.maat for b in lijst] == ([] if premie is None else [premie])
    for b in lijst:
        assert b.getuigen[0].bewijs[0].rijen == (("ingeschreven van A", "waar", "onwaar"),)
        assert b.getuigen[0].waarde_burger == "“inschrijving” op 01-05-2025"
        assert b.titel.startswith("Een fout in een register veroorzaakt het gevolg")
        assert [x.regels for x in b.blaamset] == [("premie voor wie niet is ingeschreven",)]


@pytest.mark.parametrize(("vanaf", "is_fout"), [("1-5-2025", True), ("2-5-2025", False)])
def test_wat_een_register_terugdraait_vanaf_de_eerste_dag_was_een_fout(
    vanaf: str, is_fout: bool
) -> None:
    """From the second day it may be that it changed once more. Put right, the register says for all
    days what it would have said, and not only from the day of the repair; so what really changed
    later stays."""
    later = "op 1-10-2025 inschrijving met ingeschreven van A gelijk aan onwaar"
    tekst = scenario("A is ingeschreven", FOUT, TERUG_VANAF.format(vanaf), later)
    model, scenarios = gelezen(UIT_HET_REGISTER, tekst)
    [historie] = histories(Plannen(model), scenarios)
    fout = registerfout(historie, 0)
    assert (fout is not None) is is_fout
    if fout is not None:
        [goed] = fout.hersteld(historie, date(2025, 12, 1)).wijzigingen
        assert (goed.van, goed.tot) == (None, None)
        assert goed.waarde == Constante(
            Tijdwaarde((date(2025, 10, 1).toordinal(),), (True, False)), goed.type
        )
        assert fout.rijen == (("ingeschreven van A", "waar", "onwaar"),)


# ------------------------------------------------------------------ P08: two things at once


def boete_als(bedrag: str, *voorwaarden: str) -> str:
    lijst = "\n".join(f"    - {v}" for v in voorwaarden)
    return regel(
        f"boete van {bedrag}",
        f"De boete van een Klant moet gesteld worden op {bedrag}\n"
        f"indien hij aan alle volgende voorwaarden voldoet:\n{lijst}.",
        "5",
        "bevoegdheid gebonden",
        "stap boete",
    )


ZONDER_OPGAVE, ZONDER_BESLUIT = "zijn dag van de opgave is leeg", "zijn dag van het besluit is leeg"
MET_OPGAVE = "zijn dag van de opgave is gevuld"
MET_BESLUIT = "zijn dag van het besluit is gevuld"
OPGEGEVEN = "op 1-2-2025 opgave met de dag van de opgave van A gelijk aan 1-2-2025"


def p08(regels: str, *gebeurd: str) -> list[Bevinding]:
    return van(met(regels, *gebeurd), "P08")


@pytest.mark.parametrize(
    ("bedrag", "gevonden"), [("150 €", True), ("100 €", True), ("99 €", False)]
)
def test_p08_twee_stille_dingen_tegelijk(bedrag: str, gevonden: bool) -> None:
    """No statement of the citizen and no decision of the authority: only then there is a fine."""
    wet = boete_als(bedrag, ZONDER_OPGAVE, ZONDER_BESLUIT)
    lijst = p08(wet, OPGEGEVEN, besluit("1-3-2025"))
    assert bool(lijst) is gevonden
    if gevonden:
        [b] = lijst
        g = b.getuigen[0]
        assert b.maat == g.verlies == int(bedrag.split()[0])
        assert g.waarde_burger == "“opgave” gebeurt niet en “besluit” gebeurt niet"
        assert [rij[1] for rij in g.bewijs[0].rijen] == ["0 €", "0 €", bedrag]
        # the calendar as it went, and the empty one
        assert [len(t.rijen) for t in g.bewijs[1:]] == [2, 0]
        assert [x.regels for x in b.blaamset] == [(f"boete van {bedrag}",)]


@pytest.mark.parametrize(
    ("allebei", "gevonden"),
    # 60 + 60 and 220: 100 more than the two by themselves; 219 is 99 more
    [("220 €", True), ("219 €", False)],
)
def test_p08_allebei_is_meer_dan_de_som(allebei: str, gevonden: bool) -> None:
    wet = "\n".join([
        boete_als(allebei, ZONDER_OPGAVE, ZONDER_BESLUIT),
        boete_als("60 €", ZONDER_OPGAVE, MET_BESLUIT),
        boete_als("60 €", MET_OPGAVE, ZONDER_BESLUIT).replace("boete van 60 €", "andere boete"),
    ])  # fmt: skip
    lijst = p08(wet, OPGEGEVEN, besluit("1-3-2025"))
    assert [b.maat for b in lijst] == ([100] if gevonden else [])


def test_p08_wat_alleen_al_hard_is_telt_niet_als_tweetal() -> None:
    """Without a statement there is a fine of 150 already, whatever else goes wrong."""
    assert not p08(boete_als("150 €", ZONDER_OPGAVE), OPGEGEVEN, besluit("1-3-2025"))


@pytest.mark.parametrize(
    ("laatste", "gevonden"),
    [
        # a day late is 2 February
        ("1-2-2025", True),
        # fourteen days late is 15 February
        ("14-2-2025", True),
        ("15-2-2025", False),
    ],
)
def test_p08_de_overheid_betaalt_te_weinig_en_de_burger_is_laat(
    laatste: str, gevonden: bool
) -> None:
    """A tenth of 400 is 40, to the good of the citizen; below 400 who is late pays 140: that is 100
    more for both together."""
    wet = boete_als("140 €", "zijn vastgestelde korting is kleiner dan 400 €",
                    f"zijn dag van de opgave is later dan {laatste}")  # fmt: skip
    lijst = p08(wet, OPGEGEVEN, KORTING + "400 €")
    assert [b.maat for b in lijst] == ([100] if gevonden else [])
    if gevonden:
        assert (
            "“vastgestelde korting” 360 € in plaats van 400 €" in lijst[0].getuigen[0].waarde_burger
        )


def test_p08_een_fout_in_het_register_en_geen_besluit() -> None:
    """Who is registered needs no decision: only a wrong entry and no decision cost 150."""
    wet = KOP.replace("    is ingeschreven\tkenmerk (bijvoeglijk) voor elke dag;",
                      "    is ingeschreven\tkenmerk (bijvoeglijk);")  # fmt: skip
    regels = boete_als("150 €", "hij is niet ingeschreven", ZONDER_BESLUIT)
    tekst = scenario("op 1-2-2025 inschrijving met ingeschreven van A gelijk aan waar",
                     besluit("1-3-2025"))  # fmt: skip
    [b] = van(onderzoek_met(wet + regels, tekst), "P08")
    assert b.maat == 150
    assert "“ingeschreven”" in b.getuigen[0].waarde_burger


def test_p08_niet_alle_tweetallen_dan_gezocht() -> None:
    """Two events with three and four changes (left out, one and fourteen days late; a tenth less):
    twelve pairs. With a bound of eleven the answer is searched, and no longer exact."""
    model, scenarios = gelezen(KOP, scenario(OPGEGEVEN, KORTING + "400 €"))
    [historie] = histories(Plannen(model), scenarios)
    for hoogstens, garantie in ((12, "exact"), (11, "gezocht")):
        samen = samen_van(historie, Fraction(1000), hoogstens)
        assert samen is not None
        assert (len(samen.tweetallen), samen.mogelijk, samen.garantie) == (hoogstens, 12, garantie)


# ------------------------------------------------------------------ P09: who tells it earlier

GEMELD_IS_BETER = KOP.replace(
    "    de dag van de opgave: 1-1",
    "    eerder gemeld bij dag van de opgave\n    de dag van de opgave: 1-1",
)


@pytest.mark.parametrize(
    ("bedrag", "dag", "gevonden"),
    [
        # told on 1 February: a day later there would have been no fine
        ("101 €", "1-2-2025", True),
        ("100 €", "1-2-2025", False),
        # told on 15 February: fourteen days earlier there would have been one
        ("101 €", "15-2-2025", True),
        # fifteen days are not tried
        ("101 €", "16-2-2025", False),
    ],
)
def test_p09_wie_eerder_meldt_betaalt_een_boete(bedrag: str, dag: str, gevonden: bool) -> None:
    """A fine for who told it before 2 February. The range of the axis shows it too, wherever the
    day of the history is; here only the history is looked at."""
    wet = boete_als(bedrag, MET_OPGAVE, "zijn dag van de opgave is eerder dan 2-2-2025")
    tekst = scenario(f"op {dag} opgave met de dag van de opgave van A gelijk aan {dag}",
                     besluit("1-12-2025"))  # fmt: skip
    model, scenarios = gelezen(GEMELD_IS_BETER + wet, tekst)
    [historie] = histories(Plannen(model), scenarios)
    gezien = list(van_een_historie(herhaal(historie), Drempels(model)))
    assert bool(gezien) is gevonden
    assert {w.maat for w in gezien} <= {101}
    zonder = gelezen(KOP + wet, tekst)[0]
    [kaal] = histories(Plannen(zonder), scenarios)
    assert not list(van_een_historie(herhaal(kaal), Drempels(zonder)))


# ------------------------------------------------------------------ P13


def op_stand(nieuw: str, bedrag: str) -> str:
    return (
        regel("nieuwe stand, in orde", "De nieuwe stand van een Klant moet gesteld worden op "
              f"'in orde'\nindien {nieuw}.", "6")
        + "\n"
        + regel("nieuwe stand, uitgesloten", "De nieuwe stand van een Klant moet gesteld worden "
                f"op 'uitgesloten'\nindien {omgekeerd(nieuw)}.", "6",
                "bevoegdheid gebonden", "stap beschikking")
        + "\n"
        + regel("toelage", f"De toelage van een Klant moet gesteld worden op {bedrag}\n"
                "indien zijn stand gelijk is aan 'in orde'.", "7", "bevoegdheid gebonden")
    )  # fmt: skip


def omgekeerd(voorwaarde: str) -> str:
    if "alle volgende" in voorwaarde:
        return (
            "hij aan ten minste één van de volgende voorwaarden voldoet:\n"
            "    - zijn dag van de opgave is leeg\n"
            "    - zijn stand is gelijk aan 'uitgesloten'"
        )
    return "zijn dag van de opgave leeg is"


VOORGOED = (
    "hij aan alle volgende voorwaarden voldoet:\n"
    "    - zijn dag van de opgave is gevuld\n"
    "    - zijn stand is ongelijk aan 'uitgesloten'"
)
TERUG = "zijn dag van de opgave gevuld is"
OPGAVE = (
    "op 1-2-2025 opgave met de dag van de opgave van A gelijk aan 1-2-2025",
    "op 1-4-2025 beoordeling met de stand van A gelijk aan de nieuwe stand van A",
)
IN_ORDE = "een Klant A met stand gelijk aan 'in orde'"


@pytest.mark.parametrize("bedrag", ["600 €/jr", "100 €/jr"])
def test_p13_wie_uitgesloten_is_blijft_dat(bedrag: str) -> None:
    """Who is excluded stays so: without the statement the assessment of 1 April excludes, and the
    statement afterwards changes nothing. The whole of the next year is lost."""
    b = een(met(op_stand(VOORGOED, bedrag), *OPGAVE, kop=IN_ORDE), "P13")
    assert b.maat == b.getuigen[0].verlies == int(bedrag.split()[0])
    tekorten = [rij[1] for rij in b.getuigen[0].bewijs[0].rijen]
    assert set(tekorten) == {bedrag.replace("/jr", "")}


@pytest.mark.parametrize(
    ("nieuw", "bedrag"), [(TERUG, "600 €/jr"), (VOORGOED, "99 €/jr")]
)  # fmt: skip
def test_p13_bijna(nieuw: str, bedrag: str) -> None:
    """A statement that counts again at the next assessment is a way back; 99 euro is not much."""
    assert not van(met(op_stand(nieuw, bedrag), *OPGAVE, kop=IN_ORDE), "P13")


def boete_die_blijft(hoogte: str, vervalt: bool) -> str:
    oud = "" if vervalt else " plus zijn boete"
    return regel(
        "nieuwe boete zonder opgave",
        f"De nieuwe boete van een Klant moet berekend worden als {hoogte}\n"
        "indien zijn dag van de opgave leeg is.",
        "8",
        "bevoegdheid gebonden",
        "stap boete",
    ) + "\n" + regel(
        "nieuwe boete na opgave",
        f"De nieuwe boete van een Klant moet berekend worden als 0 €{oud}\n"
        "indien zijn dag van de opgave gevuld is.",
        "8",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hoogte", "vervalt", "gevonden"),
    [
        ("150 €", False, True),
        ("100 €", False, True),
        ("99 €", False, False),
        ("150 €", True, False),
    ],
)
def test_p13_een_boete_die_na_herstel_blijft(hoogte: str, vervalt: bool, gevonden: bool) -> None:
    """The fine is still due in the year after the statement was made after all, unless the law
    lets it lapse."""
    uitkomst = met(
        boete_die_blijft(hoogte, vervalt),
        OPGAVE[0],
        "op 1-4-2025 beoordeling met de boete van A gelijk aan de nieuwe boete van A",
    )
    assert bool(van(uitkomst, "P13")) is gevonden
    if gevonden:
        assert een(uitkomst, "P13").maat == int(hoogte.split()[0])


VOLGENS_HET_REGISTER = UIT_HET_REGISTER_KOP.replace(
    "    is ingeschreven\tkenmerk (bijvoeglijk) voor elke dag;",
    "    is ingeschreven\tkenmerk (bijvoeglijk);",
)
BLIJFT_UITGESLOTEN = VOORGOED.replace("zijn dag van de opgave is gevuld", "hij is ingeschreven")
STAND_NA_FOUT = (
    *ZEGT_HET,
    "op 1-2-2025 inschrijving met ingeschreven van A gelijk aan onwaar",
    OPGAVE[1],
)


@pytest.mark.parametrize(
    ("nieuw", "bedrag", "blijft"),
    [
        (BLIJFT_UITGESLOTEN, "600 €/jr", True),
        ("hij ingeschreven is", "600 €/jr", False),
        (BLIJFT_UITGESLOTEN, "99 €/jr", False),
    ],
)
def test_p13_een_fout_in_een_register_die_blijft_nadat_hij_hersteld_is(
    nieuw: str, bedrag: str, blijft: bool
) -> None:
    """The register is wrong, and the assessment of 1 April excludes. Once excluded one stays so, or
    the register put right counts at the next assessment. As long as nobody puts it right the
    authority is the cause either way."""
    wet = op_stand(nieuw, bedrag).replace(
        "indien zijn dag van de opgave leeg is", "indien hij niet ingeschreven is"
    ).replace("zijn dag van de opgave is leeg", "hij is niet ingeschreven")  # fmt: skip
    uitkomst = onderzoek_met(VOLGENS_HET_REGISTER + wet, scenario(*STAND_NA_FOUT, kop=IN_ORDE))
    assert bool(van(uitkomst, "P13")) is blijft
    assert bool(van(uitkomst, "P17")) is (bedrag == "600 €/jr")
    if blijft:
        b = een(uitkomst, "P13")
        assert b.maat == b.getuigen[0].verlies == 600
        assert "is de fout in het register hersteld" in b.titel
        assert b.getuigen[0].waarde_buur == "geen “inschrijving” op 01-02-2025"


# ------------------------------------------------------------------ P06


def termijn(bedrag: str, voorwaarde: str, *kop: str) -> str:
    return regel(
        "toelage op tijd",
        f"De toelage van een Klant moet gesteld worden op {bedrag}\n"
        "indien hij aan alle volgende voorwaarden voldoet:\n"
        "    - zijn dag van de verandering is gevuld\n"
        "    - zijn dag van de opgave is gevuld\n"
        f"    - {voorwaarde}.",
        "9",
        "bevoegdheid gebonden",
        *kop,
    )


GEBEURD = (
    "op 1-2-2025 verandering met de dag van de verandering van A gelijk aan 1-2-2025",
    "op 3-2-2025 opgave met de dag van de opgave van A gelijk aan 3-2-2025",
)
LATER = "op 1-12-2025 besluit met de dag van het besluit van A gelijk aan 1-12-2025"
SINDS = (
    "de tijdsduur van zijn dag van de verandering tot zijn dag van de opgave in hele dagen "
    "is kleiner of gelijk aan 30 dg"
)
ACHT_WEKEN = "zijn dag van de opgave is eerder of gelijk aan zijn dag van de verandering plus 8 wk"
OPNIEUW = (
    "hij voldoet aan ten minste één van de volgende voorwaarden:\n"
    f"    •• {ACHT_WEKEN}\n"
    "    •• zijn dag van de opgave is later of gelijk aan 1-7-2025"
)


@pytest.mark.parametrize(
    ("bedrag", "voorwaarde", "laatste"),
    [
        # 1 February plus 56 days is 29 March
        ("300 €/jr", ACHT_WEKEN, "29-03-2025"),
        ("100 €/jr", ACHT_WEKEN, "29-03-2025"),
        # strictly before: the day before
        ("300 €/jr", ACHT_WEKEN.replace("eerder of gelijk aan", "eerder dan"), "28-03-2025"),
        # a fixed day in the year
        ("300 €/jr", "zijn dag van de opgave is eerder of gelijk aan 1-9-2025", "01-09-2025"),
        # no day, but a time since
        (
            "300 €/jr",
            SINDS,
            "03-03-2025",
        ),
    ],
)
def test_p06_de_laatste_veilige_dag(bedrag: str, voorwaarde: str, laatste: str) -> None:
    """One day later the whole allowance is lost, and no later day gives it back."""
    gevonden = met(termijn(bedrag, voorwaarde), *GEBEURD, LATER)
    b = een(gevonden, "P06")
    assert b.maat == int(bedrag.split()[0])
    g = next(g for g in b.getuigen if g.as_ == "opgave")
    assert g.waarde_buur == laatste
    dag = date(*reversed([int(d) for d in laatste.split("-")]))
    te_laat = date.fromordinal(dag.toordinal() + 1)
    assert g.waarde_burger == f"{te_laat:%d-%m-%Y}"


@pytest.mark.parametrize(
    ("bedrag", "voorwaarde"),
    [
        ("99 €/jr", ACHT_WEKEN),
        # a second chance: from July on the allowance can be asked for again
        (
            "300 €/jr",
            OPNIEUW,
        ),
    ],
)
def test_p06_bijna(bedrag: str, voorwaarde: str) -> None:
    assert not van(met(termijn(bedrag, voorwaarde), *GEBEURD, LATER), "P06")


def test_p06_elke_dag_een_dag() -> None:
    """Every day late costs a day: 1 euro, never 100 at once."""
    naar_dag = regel(
        "toelage naar dagen",
        "De toelage van een Klant moet berekend worden als\n"
        "365 €/jr min ((de tijdsduur van zijn dag van de verandering tot zijn dag van de opgave in "
        "hele dagen, met een minimum van 0 dg) maal 1 €/dg gedeeld door 1 jr), "
        "met een minimum van 0 €/jr rekenkundig afgerond op 2 decimalen.",
        "9",
    )
    assert not van(met(naar_dag, *GEBEURD, LATER), "P06")


# ------------------------------------------------------------------ P07


def plichten(aantal: int, gewicht: str = "1") -> str:
    """So many duties; who misses the first loses the allowance."""
    blokken = [
        f"Verplichting plicht {n}\n    bron artikel 10, Pw\n    gewicht {gewicht}\n"
        f'    geldig altijd\n        Een Klant moet "plicht nummer {n} doen"\n'
        "        anders geldt Regel toelage op tijd."
        for n in range(1, aantal + 1)
    ]
    return "\n\n".join(blokken)


VERVULT = KOP.replace(
    "Gebeurtenis opgave\n    soort handeling van de burger",
    "Gebeurtenis opgave\n    soort handeling van de burger\n    vervult Verplichting plicht 1",
)


def doenlast(aantal: int, gewicht: str, *gebeurd: str) -> Onderzoek:
    tekst = scenario(*gebeurd, LATER).replace("A leeg", "A gevuld")
    wet = VERVULT + "\n" + termijn("600 €/jr", ACHT_WEKEN) + "\n" + plichten(aantal, gewicht)
    return onderzoek_met(wet, tekst)


@pytest.mark.parametrize(
    ("aantal", "gewicht", "dag", "last"),
    [
        # six duties of weight 1, long after what changed: 1-2 plus 8 weeks is 29-3, within three
        # months (91.25 days), so the one that was done counts twice: 5 + 2
        (6, "1", "3-2-2025", 7),
        # weight 2: two undone and one done within three months, 2 + 2 + 4
        (3, "2", "3-2-2025", 8),
        # 4 undone and one done on the day itself: 4 + 2
        (5, "1", "1-2-2025", 6),
    ],
)
def test_p07_te_veel_handelingen(aantal: int, gewicht: str, dag: str, last: int) -> None:
    opgave = f"op {dag} opgave met de dag van de opgave van A gelijk aan {dag}"
    gevonden = doenlast(aantal, gewicht, GEBEURD[0], opgave)
    b = een(gevonden, "P07")
    assert b.maat == last
    assert b.getuigen[0].verlies == 600
    assert len(b.getuigen[0].bewijs[0].rijen) == aantal


@pytest.mark.parametrize(
    ("aantal", "gewicht"),
    [
        # 3 undone and one done within three months: exactly 5, and 5 is not more than 5
        (4, "1"),
        # half the weight: 2.5 and 1
        (6, "0,5"),
    ],
)
def test_p07_bijna(aantal: int, gewicht: str) -> None:
    assert not van(doenlast(aantal, gewicht, *GEBEURD), "P07")


@pytest.mark.parametrize(("dagen", "gevonden"), [(91, True), (92, False)])
def test_p07_na_drie_maanden_telt_het_gewoon(dagen: int, gevonden: bool) -> None:
    """Five duties; who did what was needed did it on the last safe day. Three months are 91.25
    days: on day 91 that act counts twice (6), on day 92 once (5)."""
    wet = termijn("600 €/jr", ACHT_WEKEN.replace("8 wk", f"{dagen} dg"))
    tekst = scenario(*GEBEURD, LATER).replace("A leeg", "A gevuld")
    uitkomst = onderzoek_met(VERVULT + "\n" + wet + "\n" + plichten(5), tekst)
    assert bool(van(uitkomst, "P07")) is gevonden
    if gevonden:
        assert een(uitkomst, "P07").maat == 6
