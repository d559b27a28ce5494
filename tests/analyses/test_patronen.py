"""Each pattern on small invented laws: what must be flagged, and the near miss that must not.

Thresholds are those of hardheid.md section 4: P01 500 a year, P02 over a band of 1,000, P03 10 %
and 90 % and 100 euro, P04 4 times and 100 euro, P14 strength 3.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.analyses.proefwet import onderzoek_wet, regel
from tests.analyses.voorbeeld import patronen, van
from wetsanalyse.analyses.bevinding import Onderzoek

ROUTES = {"P14", "P15"}


def hard(gevonden: Onderzoek) -> set[str]:
    """The patterns found, without those about ways out."""
    return patronen(gevonden) - ROUTES


def als(voorwaarde: str, bedrag: str = "1200 €/jr", eigenschap: str = "steun") -> str:
    return regel(
        f"recht op {eigenschap}",
        f"De {eigenschap} van een Burger moet gesteld worden op {bedrag}\nindien {voorwaarde}.",
    )


def steun(uitdrukking: str, naam: str = "steun") -> str:
    return regel(
        f"hoogte van {naam}", f"De {naam} van een Burger moet berekend worden als\n{uitdrukking}."
    )


# ------------------------------------------------------------------ P01


@pytest.mark.parametrize(
    ("voorwaarde", "buur", "burger", "as_"),
    [
        ("zijn spaargeld kleiner of gelijk is aan 10000 €", 10000, 10001, "spaargeld"),
        ("zijn spaargeld kleiner is dan 10000 €", 9999, 10000, "spaargeld"),
        ("zijn inkomen groter of gelijk is aan 12000 €/jr", 12000, 11999, "inkomen"),
        ("(zijn spaargeld maal 3) kleiner of gelijk is aan 50000 €", 16666, 16667, "spaargeld"),
    ],
)
def test_p01_een_grens_die_alles_kost(voorwaarde: str, buur: int, burger: int, as_: str) -> None:
    """1,200 a year is lost one unit past the limit, on the side that the condition excludes."""
    gevonden = van(onderzoek_wet(als(voorwaarde)), "P01")
    assert len(gevonden) == 1
    g = gevonden[0].getuigen[0]
    assert (g.as_, int(g.waarde_buur), int(g.waarde_burger)) == (as_, buur, burger)
    assert gevonden[0].maat == g.verlies == 1200


def test_p01_een_grens_in_beide_richtingen() -> None:
    """An entitlement between two limits: both sides are found, each with its own pair."""
    gevonden = onderzoek_wet(
        als(
            "hij aan alle volgende voorwaarden voldoet:\n"
            "    - zijn inkomen is groter of gelijk aan 10000 €/jr\n"
            "    - zijn inkomen is kleiner of gelijk aan 20000 €/jr"
        )
    )
    grenzen = {tuple(sorted((int(g.waarde_buur), int(g.waarde_burger))))
               for b in van(gevonden, "P01") for g in b.getuigen}  # fmt: skip
    assert grenzen == {(9999, 10000), (20000, 20001)}
    ids = [b.id for b in van(gevonden, "P01")]
    assert len(set(ids)) == 2


def test_p01_elke_leeftijd_op_een_as_is_een_eigen_grens() -> None:
    """Ages 21 and 27 on 1 January 2025: born up to 2004 or 1998; 600 a year each."""
    leeftijd = "de tijdsduur van zijn geboortedatum tot de Rekendatum in hele jaren"
    gevonden = onderzoek_wet(
        als(f"({leeftijd}) groter of gelijk is aan 21 jr", "600 €/jr"),
        als(f"({leeftijd}) groter of gelijk is aan 27 jr", "600 €/jr", "extra steun"),
    )
    dagen = {date.fromordinal(int(g.waarde_burger))
             for b in van(gevonden, "P01") for g in b.getuigen}  # fmt: skip
    assert dagen == {date(2004, 1, 2), date(1998, 1, 2)}


@pytest.mark.parametrize(
    ("bedrag", "gevonden"), [("499 €/jr", False), ("500 €/jr", True), ("501 €/jr", True)]
)
def test_p01_de_drempel_telt_mee(bedrag: str, gevonden: bool) -> None:
    """`B(x) - B(x + d) >= hard`: 500 is flagged, 499 is the near miss."""
    uitkomst = onderzoek_wet(als("zijn spaargeld kleiner of gelijk is aan 10000 €", bedrag))
    assert bool(van(uitkomst, "P01")) is gevonden


def test_p01_een_eigen_norm_gaat_voor() -> None:
    norm = 'Evenredigheidsnorm klif\n    patroon P01 klif\n    hard bij 24 €/jr\n    bron "proef"\n'
    deel = als("zijn spaargeld kleiner of gelijk is aan 10000 €", "30 €/jr")
    assert not van(onderzoek_wet(deel), "P01")
    gevonden = van(onderzoek_wet(deel, norm), "P01")
    assert gevonden[0].drempel.waarde == 24
    assert gevonden[0].maat == 30


@pytest.mark.parametrize(
    ("deel", "inkomen", "verlies", "meest"),
    [
        # 0.1 % of the modal 15,000 is 15: 2,985 is more than 99 % of the 3,000 at no income
        ("0,1%", 15000, 2985, "verliest 3000 €"),
        # 1 % is 150: 2,850 is less than 99 %, so the worst hit is shown
        ("1%", 0, 3000, ""),
    ],
)
def test_p01_wie_bijna_even_hard_geraakt_wordt_en_gewoner_is(
    deel: str, inkomen: int, verlies: int, meest: str
) -> None:
    """Of who is hit as hard but for one percent, the modal person; the most is still told."""
    regels = regel(
        "recht op steun",
        f"De steun van een Burger moet berekend worden als 3000 €/jr min ({deel} van zijn inkomen)"
        "\nindien zijn spaargeld kleiner of gelijk is aan 10000 €.",
    )
    (b,) = van(onderzoek_wet(regels), "P01")
    g = b.getuigen[0]
    assert g.burger.invoer["A", "inkomen"] == inkomen
    assert b.maat == g.verlies == verlies
    assert meest in g.omschrijving
    assert ("het meest" in g.omschrijving) is bool(meest)


# ------------------------------------------------------------------ the date axis

JAREN = "de tijdsduur van zijn geboortedatum tot Rekendatum in hele jaren"


@pytest.mark.parametrize(
    ("voorwaarde", "buur", "burger"),
    [
        # born on or before the day counts: the next day is the first without
        ("zijn geboortedatum eerder of gelijk is aan 31-12-1957", "1957-12-31", "1958-01-01"),
        ("zijn geboortedatum later is dan 29-2-1988", "1988-03-01", "1988-02-29"),
        # Rekendatum 1-1-2025, 67 years: born 1-1-1958 is just old enough, a day later is not
        (
            JAREN + " groter of gelijk is aan 67 jr",
            "1958-01-01",
            "1958-01-02",
        ),
    ],
)
def test_p01_op_de_dag_precies(voorwaarde: str, buur: str, burger: str) -> None:
    gevonden = van(onderzoek_wet(als(voorwaarde)), "P01")
    assert len(gevonden) == 1
    g = gevonden[0].getuigen[0]
    assert date.fromordinal(int(g.waarde_buur)) == date.fromisoformat(buur)
    assert date.fromordinal(int(g.waarde_burger)) == date.fromisoformat(burger)
    assert "één dag" in g.omschrijving


def test_een_leeftijdsgrens_met_uitloop_is_geen_klif() -> None:
    """Fades out over two years (731 days): less than two euro a day."""
    gevonden = onderzoek_wet(
        steun(
            "1200 €/jr min (((de tijdsduur van 1-1-1958 tot zijn geboortedatum in hele dagen, met "
            "een minimum van 0 dg) gedeeld door 1 dg) maal 1,64 €/jr), met een minimum van 0 €/jr"
        )
    )
    assert not hard(gevonden)


# ------------------------------------------------------------------ P02


@pytest.mark.parametrize(
    "tekst",
    [
        # more than a euro is lost for each euro earned
        steun("2400 €/jr min (120% van zijn inkomen), met een minimum van 0 €/jr"),
        # two tapers of 60 % together
        steun("2400 €/jr min (60% van zijn inkomen), met een minimum van 0 €/jr")
        + "\n\n"
        + steun("2400 €/jr min (60% van zijn inkomen), met een minimum van 0 €/jr", "extra steun"),
    ],
)
def test_p02_wie_meer_verdient_houdt_minder(tekst: str) -> None:
    """Both take 120 % over the band: 1,200 lost for 1,000 earned, a pressure of 1.2."""
    gevonden = van(onderzoek_wet(tekst), "P02")
    assert len(gevonden) == 1
    assert gevonden[0].maat == Fraction(6, 5)
    g = gevonden[0].getuigen[0]
    assert g.waarde_burger - g.waarde_buur == 1000


def test_p02_een_klif_in_de_band() -> None:
    """1,100 lost at one euro: 1.1 over a band of 1,000."""
    gevonden = van(onderzoek_wet(als("zijn inkomen kleiner is dan 20000 €/jr", "1100 €/jr")), "P02")
    assert [b.maat for b in gevonden] == [Fraction(11, 10)]


@pytest.mark.parametrize(
    "tekst",
    [
        steun("2400 €/jr min (95% van zijn inkomen), met een minimum van 0 €/jr"),
        # 100 %: nothing is kept, but nothing is lost either
        steun("2400 €/jr min zijn inkomen, met een minimum van 0 €/jr"),
        # a drop of 400 at one euro is 0.4 over the band
        als("zijn inkomen kleiner is dan 20000 €/jr", "400 €/jr"),
        # the same taper of 120 %, but on savings, which are no income
        steun(
            "2400 €/jr min (120% van (zijn spaargeld gedeeld door 1 jr)), "
            "met een minimum van 0 €/jr"
        ),
    ],
)
def test_p02_bijna(tekst: str) -> None:
    assert not van(onderzoek_wet(tekst), "P02")


# ------------------------------------------------------------------ P03


@pytest.mark.parametrize("bedrag", ["1200 €/jr", "200 €/jr", "100 €/jr"])
def test_p03_een_euro_te_weinig_betaald(bedrag: str) -> None:
    """A shortfall of 1 in 1,000 costs the whole of it, also where that is less than 500."""
    gevonden = onderzoek_wet(als("zijn betaalde premie groter of gelijk is aan 1000 €", bedrag))
    p03 = van(gevonden, "P03")
    assert len(p03) == 1
    g = p03[0].getuigen[0]
    assert (int(g.waarde_buur), int(g.waarde_burger)) == (1000, 999)
    assert bool(van(gevonden, "P01")) is (g.verlies >= 500)


def test_p03_negentig_procent_is_genoeg() -> None:
    """1,000 of which 900 hangs on the limit: 90 % of the entitlement."""
    grens = als("zijn spaargeld kleiner of gelijk is aan 10000 €", "900 €/jr")
    assert van(onderzoek_wet(grens, steun("100 €/jr", "extra steun")), "P03")


@pytest.mark.parametrize(
    "delen",
    [
        # 89 % of the entitlement
        (
            als("zijn spaargeld kleiner of gelijk is aan 10000 €", "890 €/jr"),
            steun("110 €/jr", "extra steun"),
        ),
        # all of it, but 99 euro is no material amount
        (als("zijn betaalde premie groter of gelijk is aan 1000 €", "99 €/jr"),),
        # pro rata of what was paid
        (steun("1200 €/jr maal (zijn betaalde premie gedeeld door 2000 €)"),),
        # the shortfall is 1 of 5, more than 10 %
        (als("zijn betaalde premie groter of gelijk is aan 5 €", "400 €/jr"),),
        # eligibility by nature
        (als("hij verzekerd is"),),
    ],
)
def test_p03_bijna(delen: tuple[str, ...]) -> None:
    assert not van(onderzoek_wet(*delen), "P03")


# ------------------------------------------------------------------ P04

NORM = """
Evenredigheidsnorm boete naar tekort
    patroon P04 onevenredige sanctie
    gevolg de boete van de Burger
    tekortkoming het tekort van de Burger
    signaal bij 2, hard bij 4, zeer hard bij 10
    bron "proef"
"""
TEKORT = regel(
    "het tekort",
    "Het tekort van een Burger moet berekend worden als\n"
    "1000 € min zijn betaalde premie, met een minimum van 0 €.",
)


def boete(uitdrukking: str, *kop: str) -> str:
    return regel(
        "de boete", f"De boete van een Burger moet berekend worden als\n{uitdrukking}.", "2", *kop
    )


@pytest.mark.parametrize(
    ("uitdrukking", "maat", "betaald"),
    [
        # five times what is missing; 100 euro is reached at a shortfall of 20
        ("zijn tekort maal 5", 5, 980),
        # a fixed 500 for anything that is missing: at one euro 500 times
        ("500 € indien zijn betaalde premie kleiner is dan 1000 €", 500, 999),
    ],
)
def test_p04_een_veelvoud_van_het_tekort(uitdrukking: str, maat: int, betaald: int) -> None:
    gevonden = van(onderzoek_wet(TEKORT, boete(uitdrukking, "stap boete"), NORM), "P04")
    assert len(gevonden) == 1
    assert gevonden[0].maat == maat
    g = gevonden[0].getuigen[0]
    assert (int(g.waarde_buur), int(g.waarde_burger)) == (1000, betaald)
    assert [x.regels for x in gevonden[0].blaamset] == [("boete",)]


@pytest.mark.parametrize(
    "uitdrukking",
    [
        "zijn tekort maal 3",
        # a benchmark fine: as much as is missing
        "zijn tekort",
        # ten times, but at most 99 euro
        "zijn tekort maal 10, met een maximum van 99 €",
    ],
)
def test_p04_bijna(uitdrukking: str) -> None:
    assert not van(onderzoek_wet(TEKORT, boete(uitdrukking, "stap boete"), NORM), "P04")


def test_p04_zonder_norm_wordt_niet_gemeten() -> None:
    gevonden = onderzoek_wet(TEKORT, boete("zijn tekort maal 5", "stap boete"))
    assert not van(gevonden, "P04")
    assert any("P04" in reden for reden in gevonden.niet_gemeten)


# ------------------------------------------------------------------ P18


def test_p18_het_einde_van_een_afbouw() -> None:
    """2400 - 20 % of (x - 20000) is nil at 32000, which is written nowhere."""
    gevonden = onderzoek_wet(
        steun("2400 €/jr min (20% van (zijn inkomen min 20000 €/jr, met een minimum van 0 €/jr)), "
              "met een minimum van 0 €/jr")
    )  # fmt: skip
    (drempel,) = gevonden.verborgen_drempels
    assert drempel.as_ == "inkomen"
    (plek,) = drempel.plekken
    assert 32000 in (plek.waarde_links, plek.waarde_rechts)
    assert not gevonden.bevindingen


def test_p18_waar_twee_formules_elkaar_kruisen() -> None:
    """10 % of x and 600 + 5 % of x meet at 12000."""
    gevonden = onderzoek_wet(
        regel(
            "laagste van de twee",
            "De steun van een Burger moet berekend worden als\n"
            "10% van zijn inkomen, met een maximum van (600 €/jr plus (5% van zijn inkomen)).",
        )
    )
    (drempel,) = gevonden.verborgen_drempels
    (plek,) = drempel.plekken
    assert 12000 in (plek.waarde_links, plek.waarde_rechts)


@pytest.mark.parametrize(
    ("hoogste", "gevonden"),
    [
        # nil from 59,998.5: two places before the range of 60,000 ends
        ("5999,85 €/jr", True),
        # nil from 59,999.5: only the last place of the range is beyond it
        ("5999,95 €/jr", False),
    ],
)
def test_p18_het_einde_van_het_bereik_is_geen_grens(hoogste: str, gevonden: bool) -> None:
    """10 % of the income from an amount; the Invoerbereik says 0 up to 60,000."""
    uitslag = onderzoek_wet(
        steun(f"{hoogste} min (10% van zijn inkomen), met een minimum van 0 €/jr")
    )
    assert bool(uitslag.verborgen_drempels) is gevonden


def test_p18_een_genoemde_grens_niet() -> None:
    gevonden = onderzoek_wet(als("zijn spaargeld kleiner of gelijk is aan 10000 €"))
    assert not gevonden.verborgen_drempels


def test_p18_een_afbouw_die_niet_eindigt_niet() -> None:
    gevonden = onderzoek_wet(steun("9000 €/jr min (10% van zijn inkomen)"))
    assert not gevonden.verborgen_drempels


# ------------------------------------------------------------------ benign rules, zaken.md 3

GOED = {
    "lineaire afbouw": steun(
        "3000 €/jr min (20% van (zijn inkomen min 10000 €/jr, met een minimum van 0 €/jr)), "
        "met een minimum van 0 €/jr"
    ),
    "naar rato van wat betaald is": steun(
        "1200 €/jr maal (zijn betaalde premie gedeeld door 2000 €)"
    ),
    "verlies nooit groter dan de overschrijding": steun(
        "1200 €/jr min ((zijn spaargeld min 10000 €, met een minimum van 0 €) gedeeld door 1 jr), "
        "met een minimum van 0 €/jr"
    ),
    "tien cent per euro": steun(
        "1200 €/jr min ((10% van (zijn spaargeld min 10000 €, met een minimum van 0 €)) "
        "gedeeld door 1 jr), met een minimum van 0 €/jr"
    ),
    "afronden op hele euro's": steun(
        "(2400 €/jr min (13,7% van zijn inkomen), met een minimum van 0 €/jr) "
        "rekenkundig afgerond op 0 decimalen"
    ),
    "schijven": steun(
        "4000 €/jr min (30% van (zijn inkomen, met een maximum van 5000 €/jr)) "
        "min (50% van (zijn inkomen min 5000 €/jr, met een minimum van 0 €/jr)), "
        "met een minimum van 0 €/jr"
    ),
    "van nature ja of nee": als("hij verzekerd is"),
    "twee uitkeringen die elkaar vervangen": als("zijn inkomen kleiner is dan 20000 €/jr")
    + "\n\n"
    + als("zijn inkomen groter of gelijk is aan 20000 €/jr", eigenschap="extra steun"),
}


@pytest.mark.parametrize("naam", GOED)
def test_een_nette_regel_geeft_niets(naam: str) -> None:
    gevonden = onderzoek_wet(GOED[naam])
    assert gevonden.bevindingen == ()
    assert gevonden.sweeps_gezocht == 0
