"""Each cell of the tables of the language reference: leeg, rounding, dates, tests."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.run.bouw import GETAL, REKENDATUM, TEKST, Bouw
from wetsanalyse.model.types import BOOLEAN, DATUM, Eenheid, Soort, Type
from wetsanalyse.plan.ops import (
    LEEG,
    Afronding,
    DatumEenheid,
    Duur,
    Fout,
    Op,
    Tekstdelen,
    Vergelijking,
)
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.getallen import AFRONDERS, gehele_wortel, rond_af, wortel
from wetsanalyse.run.kalender import hele_maanden, paasdag

F = Fraction
DAG = date(2024, 5, 6)
HEEL = Afronding("rekenkundig", 0)


def doe(op: Op, *args: Any, par: Any = None) -> Any:
    """One operation on constants; a fault gives its code, a date stays a number of days."""
    bouw = Bouw()
    doel = bouw.op(op, *[bouw.const(arg) for arg in args], par=par)
    waarde = reken(bouw.plan(), Geval(REKENDATUM), (doel,)).waarden[doel]
    return waarde.code if isinstance(waarde, Fout) else waarde


# ------------------------------------------------------------------ leeg [3.2, 3.3, 3.7, 3.9]


@pytest.mark.parametrize(
    ("op", "par", "beide", "links_leeg", "rechts_leeg", "gevuld"),
    [
        (Op.PLUS, None, 0, 3, 7, 10),
        (Op.MIN, None, 0, -3, 7, 4),
        (Op.VERMINDERD, None, LEEG, LEEG, 7, 4),
        (Op.MAAL, None, 0, 0, 0, 21),
        (Op.DEEL, None, 0, 0, "DELEN-DOOR-LEEG", F(7, 3)),
        (Op.DEEL, True, 0, 0, "DELEN-DOOR-LEEG", F(233333, 100000)),
        (Op.MACHT, HEEL, LEEG, LEEG, LEEG, 343),
    ],
)
def test_leeg_bij_twee_operanden(
    op: Op, par: Any, beide: Any, links_leeg: Any, rechts_leeg: Any, gevuld: Any
) -> None:
    assert doe(op, LEEG, LEEG, par=par) == beide
    assert doe(op, LEEG, 3, par=par) == links_leeg
    assert doe(op, 7, LEEG, par=par) == rechts_leeg
    assert doe(op, 7, 3, par=par) == gevuld


@pytest.mark.parametrize(
    ("op", "par", "bij_leeg"),
    [
        (Op.SCHAAL, F(12), LEEG),
        (Op.ABSOLUUT, None, LEEG),
        (Op.AFRONDEN, HEEL, LEEG),
        (Op.WORTEL, HEEL, LEEG),
        (Op.DATUMDEEL, "jaar", LEEG),
        (Op.PAASDAG, None, LEEG),
        (Op.IS_LEEG, None, True),
        (Op.ELFPROEF, None, False),
        (Op.CIJFERS, 4, False),
        (Op.NIET, None, True),
        (Op.AANTAL, None, 0),
        (Op.SOM, False, LEEG),
        (Op.SOM, True, 0),
        (Op.MINIMUM, None, LEEG),
        (Op.MAXIMUM, None, LEEG),
        (Op.CONTROLE, Type(Soort.NUMERIEK, decimalen=0, bereik="positief"), LEEG),
        (Op.TEKST, Tekstdelen(("<", None, ">"), (GETAL,)), "<>"),
    ],
)
def test_leeg_bij_een_operand(op: Op, par: Any, bij_leeg: Any) -> None:
    assert doe(op, LEEG, par=par) == bij_leeg


def test_leeg_in_lijsten_telt_niet_mee() -> None:
    assert doe(Op.SOM, 2, LEEG, 5, par=False) == 7
    assert doe(Op.MINIMUM, LEEG, 5, 2) == 2
    assert doe(Op.MAXIMUM, 5, LEEG, 2) == 5
    assert doe(Op.AANTAL, True, LEEG, False, True) == 2
    assert doe(Op.SOM, par=False) is LEEG
    assert doe(Op.AANTAL) == 0


@pytest.mark.parametrize(
    ("args", "verwacht"),
    [
        ((5, 0, 10), 5),
        ((-5, 0, 10), 0),
        ((15, 0, 10), 10),
        ((15, 0, LEEG), 15),
        ((-15, LEEG, 10), -15),
        ((-15, LEEG, LEEG), -15),
        ((LEEG, 0, 10), LEEG),
        ((5, 10, 0), "BEGR-OMGEKEERD"),
    ],
)
def test_begrenzen(args: tuple[Any, ...], verwacht: Any) -> None:
    assert doe(Op.BEGRENS, *args) == verwacht


MAAND_ERBIJ = DatumEenheid("mnd")


def test_leeg_bij_datums() -> None:
    duur = Duur("mnd", F(12))
    assert doe(Op.DATUM_PLUS, LEEG, 3, par=MAAND_ERBIJ) is LEEG
    assert doe(Op.DATUM_PLUS, LEEG, LEEG, par=MAAND_ERBIJ) is LEEG
    assert doe(Op.DATUM_PLUS, DAG, LEEG, par=MAAND_ERBIJ) == DAG.toordinal()
    assert doe(Op.TIJDSDUUR, LEEG, DAG, par=duur) is LEEG
    assert doe(Op.TIJDSDUUR, DAG, LEEG, par=duur) is LEEG
    assert doe(Op.TIJDSDUUR, LEEG, LEEG, par=duur) is LEEG
    assert doe(Op.DATUM_MET, 2024, LEEG, 1) is LEEG


LEEG_GELIJK = {
    "getal": False,
    "tijd": "BEIDE-LEEG",
    "tekst": "BEIDE-LEEG",
    "waarheid": "BEIDE-LEEG",
}
WAARDE = {"getal": 3, "tijd": DAG, "tekst": "ja", "waarheid": True}


@pytest.mark.parametrize("soort", sorted(WAARDE))
def test_leeg_bij_vergelijken(soort: str) -> None:
    waarde = WAARDE[soort]

    def uitslag(teken: str, links: Any, rechts: Any) -> Any:
        return doe(Op.VERGELIJK, links, rechts, par=Vergelijking(teken, soort))

    for links, rechts in ((LEEG, waarde), (waarde, LEEG)):
        assert uitslag("=", links, rechts) is False
        assert uitslag("≠", links, rechts) is True
    assert uitslag("=", LEEG, LEEG) == LEEG_GELIJK[soort]
    assert uitslag("≠", LEEG, LEEG) is False
    assert (uitslag("=", waarde, waarde), uitslag("≠", waarde, waarde)) == (True, False)


@pytest.mark.parametrize("teken", ["<", "<=", ">", ">="])
def test_leeg_bij_orde(teken: str) -> None:
    for soort in ("getal", "tijd"):
        waarde = WAARDE[soort]
        par = Vergelijking(teken, soort)
        assert doe(Op.VERGELIJK, LEEG, waarde, par=par) is False
        assert doe(Op.VERGELIJK, waarde, LEEG, par=par) is False
        beide = doe(Op.VERGELIJK, LEEG, LEEG, par=par)
        assert beide == ("BEIDE-LEEG" if soort == "tijd" else False)
        assert doe(Op.VERGELIJK, waarde, waarde, par=par) is (teken in ("<=", ">="))


# ------------------------------------------------------------------ rounding, roots, division


@pytest.mark.parametrize(
    ("getal", "beneden", "boven", "rekenkundig", "nul", "weg"),
    [
        ("7.2226", "7.22", "7.23", "7.22", "7.22", "7.23"),
        ("-7.2226", "-7.23", "-7.22", "-7.22", "-7.22", "-7.23"),
        ("3.1449", "3.14", "3.15", "3.14", "3.14", "3.15"),
        ("3.145", "3.14", "3.15", "3.15", "3.14", "3.15"),
        ("-3.145", "-3.15", "-3.14", "-3.15", "-3.14", "-3.15"),
        ("-3.1451", "-3.15", "-3.14", "-3.15", "-3.14", "-3.15"),
        ("0.004", "0", "0.01", "0", "0", "0.01"),
        ("-0.004", "-0.01", "0", "0", "0", "-0.01"),
        ("5.25", "5.25", "5.25", "5.25", "5.25", "5.25"),
        ("-5.25", "-5.25", "-5.25", "-5.25", "-5.25", "-5.25"),
        ("0", "0", "0", "0", "0", "0"),
    ],
)
def test_afronden_op_twee_decimalen(
    getal: str, beneden: str, boven: str, rekenkundig: str, nul: str, weg: str
) -> None:
    verwacht = dict(zip(AFRONDERS, (beneden, boven, rekenkundig, nul, weg), strict=True))
    for wijze, uitkomst in verwacht.items():
        assert doe(Op.AFRONDEN, F(getal), par=Afronding(wijze, 2)) == F(uitkomst)


@pytest.mark.parametrize(
    ("wijze", "verwacht"),
    [("naar beneden", -8), ("naar boven", -7), ("rekenkundig", -8), ("richting nul", -7),
     ("weg van nul", -8)],
)  # fmt: skip
def test_afronden_op_hele(wijze: str, verwacht: int) -> None:
    assert doe(Op.AFRONDEN, F("-7.65"), par=Afronding(wijze, 0)) == verwacht


@given(st.fractions(), st.sampled_from(sorted(AFRONDERS)), st.integers(0, 4))
def test_afronden_is_de_dichtste_aan_de_goede_kant(getal: Fraction, wijze: str, n: int) -> None:
    afronding = Afronding(wijze, n)
    rond = rond_af(getal, afronding)
    assert (rond / afronding.stap).denominator == 1
    assert abs(rond - getal) < afronding.stap
    assert rond_af(rond, afronding) == rond
    kant = (rond > getal) - (rond < getal)
    teken = (getal > 0) - (getal < 0)
    if wijze == "rekenkundig":
        assert abs(rond - getal) <= afronding.stap / 2
    else:
        grens = {"naar beneden": -1, "naar boven": 1, "richting nul": -teken, "weg van nul": teken}
        assert kant in (0, grens[wijze])


@pytest.mark.parametrize(
    ("links", "rechts", "verwacht"),
    [(5, 7, "0.71428"), (2, 3, "0.66666"), (2, -3, "-0.66666"), (-1, 8, "-0.125"), (0, 9, "0")],
)
def test_delen_abs(links: int, rechts: int, verwacht: str) -> None:
    assert doe(Op.DEEL, links, rechts, par=True) == F(verwacht)


def test_delen_door_nul() -> None:
    assert doe(Op.DEEL, 5, 0) == "DELEN-DOOR-NUL"
    assert doe(Op.DEEL, LEEG, 0) == "DELEN-DOOR-NUL"


@given(st.integers(0, 10**40), st.integers(1, 9))
def test_gehele_wortel(getal: int, graad: int) -> None:
    w = gehele_wortel(getal, graad)
    assert w**graad <= getal < (w + 1) ** graad


@given(st.fractions(min_value=0, max_value=10**6), st.integers(1, 5), st.integers(0, 3))
def test_wortel_is_exact_afgerond(getal: Fraction, graad: int, n: int) -> None:
    laag = wortel(getal, graad, Afronding("naar beneden", n))
    hoog = wortel(getal, graad, Afronding("naar boven", n))
    midden = wortel(getal, graad, Afronding("rekenkundig", n))
    assert laag**graad <= getal <= hoog**graad
    assert hoog - laag in (0, F(1, 10**n))
    dichtbij = laag + F(1, 2 * 10**n)
    assert midden == (hoog if dichtbij**graad <= getal and hoog > laag else laag)


@pytest.mark.parametrize(
    ("grondtal", "exponent", "verwacht"),
    [
        (2, 10, 1024),
        (2, -1, F("0.5")),
        (8, F(1, 3), 2),
        (-8, F(1, 3), -2),
        (2, F(1, 2), F("1.41")),
        (F("1.05"), 3, F("1.16")),
        (0, 0, 1),
        (0, 5, 0),
        (0, -1, "MACHT"),
        (-4, F(1, 2), "MACHT"),
        (2, 10**6, "MACHT"),
    ],
)
def test_macht(grondtal: Any, exponent: Any, verwacht: Any) -> None:
    assert doe(Op.MACHT, grondtal, exponent, par=Afronding("rekenkundig", 2)) == verwacht


def test_wortel() -> None:
    assert doe(Op.WORTEL, 2, par=Afronding("weg van nul", 2)) == F("1.42")
    assert doe(Op.WORTEL, F("2.25"), par=Afronding("weg van nul", 2)) == F("1.5")
    assert doe(Op.WORTEL, -1, par=HEEL) == "WORTEL-NEGATIEF"


# ------------------------------------------------------------------ dates [3.9]


@pytest.mark.parametrize(
    ("dag", "aantal", "eenheid", "verwacht"),
    [
        (date(2024, 1, 31), 1, DatumEenheid("mnd"), date(2024, 2, 29)),
        (date(2023, 1, 31), 1, DatumEenheid("mnd"), date(2023, 2, 28)),
        (date(2024, 2, 29), 1, DatumEenheid("mnd", F(12)), date(2025, 2, 28)),
        (date(2024, 2, 29), 4, DatumEenheid("mnd", F(12)), date(2028, 2, 29)),
        (date(2024, 3, 31), 1, DatumEenheid("mnd", F(1), -1), date(2024, 2, 29)),
        (date(2024, 3, 31), -13, DatumEenheid("mnd"), date(2023, 2, 28)),
        (date(2024, 2, 28), 2, DatumEenheid("dg"), date(2024, 3, 1)),
        (date(2024, 2, 28), 2, DatumEenheid("dg", F(7)), date(2024, 3, 13)),
        (date(2024, 3, 1), 1, DatumEenheid("dg", F(1), -1), date(2024, 2, 29)),
        (date(9999, 12, 1), 0, DatumEenheid("mnd"), date(9999, 12, 1)),
    ],
)
def test_datum_plus(dag: date, aantal: int, eenheid: DatumEenheid, verwacht: date) -> None:
    assert doe(Op.DATUM_PLUS, dag, aantal, par=eenheid) == verwacht.toordinal()


def test_datum_plus_buiten_de_kalender() -> None:
    assert doe(Op.DATUM_PLUS, date(9999, 12, 1), 1, par=MAAND_ERBIJ) == "DATUM"
    assert doe(Op.DATUM_PLUS, date(1, 1, 1), -1, par=MAAND_ERBIJ) == "DATUM"
    assert doe(Op.DATUM_PLUS, DAG, F(1, 2), par=MAAND_ERBIJ) == "DATUM"


JAREN, MAANDEN = Duur("mnd", F(12)), Duur("mnd")


@pytest.mark.parametrize(
    ("van", "tot", "duur", "verwacht"),
    [
        (date(2024, 3, 1), date(1990, 6, 15), JAREN, -33),
        (date(1990, 6, 15), date(2024, 3, 1), JAREN, 33),
        (date(2024, 3, 1), date(1990, 6, 15), Duur("mnd", F(12), absoluut=True), 33),
        (date(2004, 2, 29), date(2022, 2, 28), JAREN, 17),
        (date(2004, 2, 29), date(2022, 3, 1), JAREN, 18),
        (date(2004, 2, 29), date(2024, 2, 28), JAREN, 19),
        (date(2004, 2, 29), date(2024, 2, 29), JAREN, 20),
        (date(2000, 5, 6), date(2018, 5, 5), JAREN, 17),
        (date(2000, 5, 6), date(2018, 5, 6), JAREN, 18),
        (date(2024, 1, 31), date(2024, 2, 29), MAANDEN, 0),
        (date(2024, 1, 31), date(2024, 3, 1), MAANDEN, 1),
        (date(2024, 1, 15), date(2024, 10, 14), Duur("mnd", F(3)), 2),
        (date(2024, 1, 15), date(2024, 10, 15), Duur("mnd", F(3)), 3),
        (date(2024, 2, 1), date(2024, 3, 1), Duur("dg"), 29),
        (date(2024, 3, 1), date(2024, 2, 1), Duur("dg"), -29),
        (date(2024, 3, 1), date(2024, 2, 1), Duur("dg", F(1), absoluut=True), 29),
        (date(2024, 3, 1), date(2024, 2, 1), Duur("dg", F(7)), -4),
        (date(2024, 3, 1), date(2024, 3, 1), JAREN, 0),
    ],
)
def test_tijdsduur(van: date, tot: date, duur: Duur, verwacht: int) -> None:
    assert doe(Op.TIJDSDUUR, van, tot, par=duur) == verwacht


def test_tijdsduur_met_een_tijdstip() -> None:
    ochtend, avond = datetime(2024, 5, 6, 9), datetime(2024, 6, 6, 8)  # noqa: DTZ001
    bouw = Bouw()
    van, tot = bouw.op(Op.CONSTANTE, par=ochtend), bouw.op(Op.CONSTANTE, par=avond)
    doel = bouw.op(Op.TIJDSDUUR, van, tot, par=MAANDEN)
    uren = bouw.op(Op.TIJDSDUUR, van, tot, par=Duur("dg", F(1, 24)))
    uitslag = reken(bouw.plan(), Geval(REKENDATUM), (doel, uren))
    assert [uitslag.waarden[doel], uitslag.waarden[uren]] == [0, 31 * 24 - 1]


DAGNUMMERS = st.integers(date(1999, 1, 1).toordinal(), date(2032, 1, 1).toordinal())


@given(DAGNUMMERS, DAGNUMMERS)
def test_hele_maanden_stijgt_en_keert_om(van: int, tot: int) -> None:
    a, b = F(van), F(tot)
    maanden, later = hele_maanden(a, b), hele_maanden(a, b + 1)
    assert isinstance(maanden, int)
    assert isinstance(later, int)
    assert maanden <= later <= maanden + 1
    assert hele_maanden(b, a) == -maanden


@pytest.mark.parametrize(("deel", "verwacht"), [("jaar", 2024), ("maand", 5), ("dag", 6)])
def test_deel_van_datum(deel: str, verwacht: int) -> None:
    assert doe(Op.DATUMDEEL, DAG, par=deel) == verwacht


@pytest.mark.parametrize(
    ("delen", "verwacht"),
    [
        ((2024, 2, 29), date(2024, 2, 29).toordinal()),
        ((2023, 2, 29), "DATUM"),
        ((2023, 13, 1), "DATUM"),
        ((10_000, 1, 1), "DATUM"),
        ((2023, F(1, 2), 1), "DATUM"),
    ],
)
def test_datum_met(delen: tuple[Any, ...], verwacht: Any) -> None:
    assert doe(Op.DATUM_MET, *delen) == verwacht


@pytest.mark.parametrize(
    "pasen",
    [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2008, 3, 23), date(2024, 3, 31),
     date(2025, 4, 20), date(2038, 4, 25)],
)  # fmt: skip
def test_paasdag(pasen: date) -> None:
    assert doe(Op.PAASDAG, pasen.year) == pasen.toordinal()


def test_paasdag_is_een_zondag_tussen_22_maart_en_25_april() -> None:
    assert doe(Op.PAASDAG, 0) == "DATUM"
    for jaar in range(1583, 4100):
        dagen = paasdag(jaar)
        assert isinstance(dagen, int)
        dag = date.fromordinal(dagen)
        assert dag.weekday() == 6
        assert date(jaar, 3, 22) <= dag <= date(jaar, 3, 22) + timedelta(days=34)


# ------------------------------------------------------------------ tests of digits, text, check


@pytest.mark.parametrize(
    ("waarde", "voldoet"),
    [
        ("123456782", True),
        ("123456789", False),
        ("000000000", False),
        ("1", False),
        ("", False),
        ("12345678a", False),
        (123456782, True),
        (123456789, False),
        (-123456782, False),
        (F(1, 2), False),
    ],
)
def test_elfproef(waarde: Any, voldoet: bool) -> None:
    assert doe(Op.ELFPROEF, waarde) is voldoet


def test_numeriek_met_exact() -> None:
    assert doe(Op.CIJFERS, "0123", par=4) is True
    assert doe(Op.CIJFERS, "123", par=4) is False
    assert doe(Op.CIJFERS, "12a4", par=4) is False
    assert doe(Op.CIJFERS, "١٢٣٤", par=4) is False


EURO = Type(Soort.NUMERIEK, Eenheid((("€", 1),)))


@pytest.mark.parametrize(
    ("waarde", "type_", "getoond"),
    [
        (F("20.40"), EURO, "20,4 €"),
        (F("-0.05"), EURO, "-0,05 €"),
        (1250, GETAL, "1250"),
        (F(23, 11), GETAL, "2_1/11"),
        (F(-1, 3), GETAL, "-1/3"),
        (F("0.21"), Type(Soort.PERCENTAGE), "21%"),
        (F("0.135"), Type(Soort.PERCENTAGE), "13,5%"),
        (DAG, DATUM, "6-5-2024"),
        (True, BOOLEAN, "waar"),
        (False, BOOLEAN, "onwaar"),
        ("blauw", TEKST, "blauw"),
    ],
)
def test_tekst(waarde: Any, type_: Type, getoond: str) -> None:
    par = Tekstdelen(("«", None, "»"), (type_,))
    assert doe(Op.TEKST, waarde, par=par) == f"«{getoond}»"


@pytest.mark.parametrize(
    ("waarde", "decimalen", "bereik", "verwacht"),
    [
        (F("2.5"), 1, None, F("2.5")),
        (F("2.55"), 1, None, "DECIMALEN"),
        (F(1, 3), None, None, F(1, 3)),
        (0, 0, "niet-negatief", 0),
        (-1, 0, "niet-negatief", "BEREIK"),
        (0, 0, "positief", "BEREIK"),
        (1, 0, "positief", 1),
        (0, 0, "negatief", "BEREIK"),
        (-1, 0, "negatief", -1),
    ],
)
def test_controle(waarde: Any, decimalen: int | None, bereik: Any, verwacht: Any) -> None:
    par = Type(Soort.NUMERIEK, decimalen=decimalen, bereik=bereik)
    assert doe(Op.CONTROLE, waarde, par=par) == verwacht


def test_controle_van_een_percentage_telt_in_procenten() -> None:
    assert doe(Op.CONTROLE, F("0.135"), par=Type(Soort.PERCENTAGE, decimalen=1)) == F("0.135")
    assert doe(Op.CONTROLE, F("0.1355"), par=Type(Soort.PERCENTAGE, decimalen=1)) == "DECIMALEN"
