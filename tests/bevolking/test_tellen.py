"""Sums of a population: exact, the same in any order, and nothing told of a few."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wetsanalyse.bevolking.geheim import Som, verberg
from wetsanalyse.bevolking.kolomrekenen import (
    RUIMTE,
    kolom_met,
    niets,
    per_huishouden,
    samen,
    status_van,
)
from wetsanalyse.bevolking.tellen import Maat, Tal, Telling, tel
from wetsanalyse.bevolking.tellingtekst import als_json, uit_json
from wetsanalyse.bevolking.uitkomsten import BEREKEND, FOUT, LEEG, ONBESLIST, Uitkomstkolom
from wetsanalyse.report.cijfers import ALLEN, IEDEREEN, Cijfers, cijfers
from wetsanalyse.report.klassen import spreiding
from wetsanalyse.run.kolommen import Kolom

STEUN = Maat("steun", Fraction(100))


def kolom(waarden: Sequence[int], status: Sequence[int] | None = None, schaal: int = 1) \
        -> Uitkomstkolom:  # fmt: skip
    toestand = np.array(status if status is not None else [BEREKEND] * len(waarden), np.uint8)
    return kolom_met(np.array(waarden, np.int64), toestand, schaal)


def geteld(waarden: Sequence[int], gewichten: Sequence[int], groepen: Sequence[str]) -> Telling:
    """Amounts in cents, weights in hundredths."""
    gewicht = Kolom(np.array(gewichten, np.int64), None, 100)
    regio = {"regio": pa.array(groepen, pa.string())}
    return tel({STEUN: kolom(waarden, schaal=100)}, gewicht, regio, len(waarden))


def test_sommen_met_gewichten_in_decimalen() -> None:
    """By hand: 1,5 x 300 - 0,25 x 12,50 + 2 x 0 = 446,875."""
    t = geteld([30000, -1250, 0], [150, 25, 200], ["noord", "zuid", "noord"])
    alles = t.groepen[()].standen["steun"]
    assert t.bedrag(alles.som) == Fraction("446.875")
    assert t.bedrag(alles.som_boven) == 450
    assert t.bedrag(alles.som_onder) == Fraction("-3.125")
    assert [t.aantal(n) for n in (alles.boven, alles.nul, alles.onder)] == [
        Fraction("1.5"), 2, Fraction("0.25")
    ]  # fmt: skip
    assert (alles.laagst, alles.hoogst) == (Fraction("-12.5"), 300)
    assert t.bedrag(t.groepen["zuid",].standen["steun"].som) == Fraction("-3.125")
    assert t.groepen["noord",].tal == Tal(2, 350)


def test_groepen_over_twee_kolommen() -> None:
    """Each pair that there is, also where a value is missing; together they are everybody."""
    groepen = {
        "regio": pa.array(["n", "z", "n", None, "n"]),
        "soort": pa.array([1, 1, 2, 1, 1]),
    }
    t = tel({STEUN: kolom([1, 2, 4, 8, -16])}, None, groepen, 5)
    sommen = {groep: stand.standen["steun"].som for groep, stand in t.groepen.items()}
    assert sommen == {
        (): -1, ("n", "1"): -15, ("z", "1"): 2, ("n", "2"): 4, ("(leeg)", "1"): 8
    }  # fmt: skip
    assert t.groepen["n", "1"].standen["steun"].som_boven == 1


def test_leden_tellen_met_hun_huishouden() -> None:
    """Two children of one household that weighs three, and one of another that weighs one half."""
    leden = kolom([10, 20, 40])
    uit = Uitkomstkolom(leden.kolom, None, np.array([0, 2, 2, 3]))
    gewicht = Kolom(np.array([30, 10, 5], np.int64), None, 10)
    t = tel({STEUN: uit}, gewicht, {"regio": pa.array(["n", "n", "z"])}, 3)
    assert t.bedrag(t.groepen[()].standen["steun"].som) == 110  # 3 x 30 + 0,5 x 40
    assert t.groepen["n",].standen["steun"].bekend == Tal(2, 60)
    assert t.groepen["z",].standen["steun"].treden == {0: Tal(1, 5)}


def test_sommen_buiten_64_bits() -> None:
    """2 x (2**61) x 2**40: far outside 64 bits, and still exact."""
    t = tel({Maat("x"): kolom([2**61, 2**61])}, Kolom(np.array([2**40] * 2), None, 1), {}, 2)
    assert t.groepen[()].standen["x"].som == 2**102


@pytest.mark.parametrize(("waarde", "trede"), [(9999, 0), (10000, 1), (-1, -1), (0, 0)])
def test_tredegrenzen(waarde: int, trede: int) -> None:
    """A step of a hundred euro runs from a hundred up to, not including, two hundred."""
    assert geteld([waarde], [100], ["a"]).groepen[()].standen["steun"].treden == {
        trede: Tal(1, 100)
    }


rijen = st.lists(
    st.tuples(st.integers(-(10**6), 10**6), st.integers(0, 10**5), st.sampled_from("abc")),
    min_size=1,
    max_size=30,
)


@given(rijen, st.integers(0, 2**32), st.integers(1, 5))
def test_optellen_in_elke_volgorde(
    inhoud: list[tuple[int, int, str]], zaad: int, stukken: int
) -> None:
    """Batches add up to the whole, in any order, also when they were on disk between."""
    delen = [inhoud[i::stukken] for i in range(stukken) if inhoud[i::stukken]]
    random.Random(zaad).shuffle(delen)
    samen_ = Telling()
    for deel in delen:
        samen_.voeg_toe(uit_json(als_json(geteld(*zip(*deel, strict=True)))))
    geheel = geteld(*zip(*inhoud, strict=True))
    assert samen_ == geheel
    som = sum(Fraction(w * g, 10_000) for w, g, _ in inhoud)
    assert geheel.bedrag(geheel.groepen[()].standen["steun"].som) == som


# ------------------------------------------------------------------ columns


def test_leeg_telt_als_nul_tenzij_alles_leeg_is() -> None:
    een = kolom([5, 0, 7, 1], [BEREKEND, LEEG, LEEG, ONBESLIST])
    twee = kolom([250, 300, 0, 100], [BEREKEND, BEREKEND, LEEG, BEREKEND], schaal=100)
    uit = samen([(een, Fraction(1)), (twee, Fraction(-2))])
    assert list(status_van(uit)) == [BEREKEND, BEREKEND, LEEG, ONBESLIST]
    assert [Fraction(int(w), uit.kolom.schaal) for w in uit.kolom.waarden] == [0, -6, 0, 0]


def test_te_groot_is_een_fout_en_geen_verkeerd_getal() -> None:
    uit = samen([(kolom([RUIMTE, 3]), Fraction(10)), (niets(2), Fraction(1))])
    assert list(status_van(uit)) == [FOUT, BEREKEND]
    assert list(uit.kolom.waarden) == [0, 30]


def test_per_huishouden() -> None:
    """Three households: of two members, of none, and of one whose outcome is not known."""
    leden = kolom([4, 5, 6], [BEREKEND, LEEG, ONBESLIST])
    uit = per_huishouden(Uitkomstkolom(leden.kolom, leden.status, np.array([0, 2, 2, 3])))
    assert list(status_van(uit)) == [BEREKEND, LEEG, ONBESLIST]
    assert list(uit.kolom.waarden) == [4, 0, 0]


# ------------------------------------------------------------------ few people


def klein(tal: Tal) -> bool:
    return 0 < tal.rijen < 10


@given(st.lists(st.lists(st.integers(0, 25), min_size=3, max_size=3), min_size=1, max_size=6))
def test_geen_som_verraadt_wat_verborgen_is(tafel: list[list[int]]) -> None:
    """In every row and every column a hidden number has company."""
    cellen: dict[tuple[str, str], Tal] = {}
    for r, rij in enumerate(tafel):
        for nummer, n in enumerate(rij):
            cellen[f"r{r}", f"k{nummer}"] = Tal(n, n)
        cellen[f"r{r}", "alle"] = Tal(sum(rij), sum(rij))
    kolommen = ("k0", "k1", "k2", "alle")
    rijnamen = tuple(f"r{r}" for r in range(len(tafel)))
    for k in kolommen:
        samen_ = sum(cellen[naam, k].rijen for naam in rijnamen)
        cellen["alle", k] = Tal(samen_, samen_)
    sommen = [
        Som(tuple((naam, k) for k in kolommen[:3]), (naam, "alle")) for naam in (*rijnamen, "alle")
    ]
    sommen += [Som(tuple((naam, k) for naam in rijnamen), ("alle", k)) for k in kolommen]
    weg = verberg(cellen, sommen, klein)
    assert all(plek in weg for plek, tal in cellen.items() if klein(tal))
    for som in sommen:
        onbekend = [p for p in (*som.delen, som.totaal) if p in weg]
        assert len(onbekend) != 1, som
    if not any(klein(tal) for tal in cellen.values()):
        assert not weg


def bevolking(noord: int, zuid: int, oost: int) -> Cijfers:
    """So many households in each region, all with a support of 100 euro."""
    regio = ["noord"] * noord + ["zuid"] * zuid + ["oost"] * oost
    t = geteld([10000] * len(regio), [100] * len(regio), regio)
    return cijfers(t, [STEUN])


def test_tien_mag_en_negen_niet() -> None:
    assert bevolking(10, 20, 30).weg == frozenset()
    c = bevolking(9, 20, 30)
    assert c.waarde(("noord",), None, ALLEN) is None
    assert c.bedrag(("noord",), STEUN) is None
    assert c.tekst(("noord",), None, ALLEN) == "te weinig"
    # 59 - 20 - 30 would tell it, so the smallest of the others goes too, and the largest stays
    assert c.tekst(("zuid",), None, ALLEN) == "niet getoond"
    assert c.bedrag(("zuid",), STEUN) is None
    assert c.waarde(("oost",), None, ALLEN) == 30
    assert c.waarde(IEDEREEN, STEUN, "boven") == 59


def test_weinig_rijen_met_veel_gewicht_zijn_weinig() -> None:
    """Nine rows that stand for nine thousand households are nine people in the file."""
    c = cijfers(geteld([100] * 9, [100_000] * 9, ["a"] * 9), [STEUN])
    assert c.waarde(IEDEREEN, None, ALLEN) is None


def test_geen_klasse_met_weinig() -> None:
    """Classes are taken together until each has ten: 12, 3 and 12 become 15 and 12."""
    waarden = [5_000] * 12 + [15_000] * 3 + [25_000] * 12
    c = cijfers(geteld(waarden, [100] * 27, ["a"] * 27), [STEUN])
    assert spreiding(c, STEUN) == (["0 tot 100", "100 tot 300"], [12, 15])


def test_verdeling_zonder_nullen() -> None:
    """Zero is told in the table; the classes are of who has something."""
    c = cijfers(geteld([0] * 40 + [5_000] * 10, [100] * 50, ["a"] * 50), [STEUN])
    assert spreiding(c, STEUN) == (["0 tot 100"], [10])
    leeg = cijfers(geteld([0] * 40, [100] * 40, ["a"] * 40), [STEUN])
    assert spreiding(leeg, STEUN) is None
