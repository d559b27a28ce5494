"""The order of findings: floor first, then fronts of (top, massa), then class. [hardheid 9]"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.analyses.ernst.omvang import Omvang, TeKlein
from wetsanalyse.analyses.ernst.rangorde import (
    Rangpost,
    fronten,
    rangschik,
    rijen,
    stabiliteit,
)
from wetsanalyse.analyses.ernst.score import Ernstfeiten, Ernstscore, Verwijt, ernst
from wetsanalyse.analyses.maten.weging import ONDERDELEN, standaardweging

W = standaardweging()
NORM = Fraction("1345.45")


def score(
    normen: int | str = 0,
    *,
    diepte: str | None = None,
    maanden: int = 0,
    soort: str = "opzet",
) -> Ernstscore:
    """So many norms lost; what is left out counts for nothing."""
    return ernst(
        Ernstfeiten(
            NORM * Fraction(normen),
            None,
            None if diepte is None else Fraction(diepte),
            Fraction(maanden),
            Verwijt(soort, ""),
            Fraction(0),
        ),
        W,
    )


def hoeveel(ernst_: Ernstscore, huishoudens: int) -> Omvang:
    """So many households that are all hit alike."""
    delen = {n: ernst_.deel(n) * ernst_.uitweg * huishoudens for n in ONDERDELEN}
    massa = ernst_.ongerond * huishoudens
    return Omvang(
        MappingProxyType(delen), massa, (massa, massa), Fraction(0), Fraction(huishoudens),
        Fraction(huishoudens), False, "test",
    )  # fmt: skip


def post(id_: str, ernst_: Ernstscore, aantal: int | None = None, klasse: str = "R") -> Rangpost:
    return Rangpost(id_, ernst_, None if aantal is None else hoeveel(ernst_, aantal), klasse)


def volgorde(*posten: Rangpost) -> str:
    return "".join(rangschik(posten, W))


def test_wie_onder_de_bodem_komt_staat_voorop() -> None:
    zwaar, bodem = post("a", score(6)), post("b", score(0, diepte="0.01"))
    assert zwaar.ernst.waarde > bodem.ernst.waarde
    assert volgorde(zwaar, bodem) == "ba"
    assert volgorde(zwaar, post("b", score(0, diepte="0"))) == "ab"


def test_zonder_bevolking_telt_alleen_top() -> None:
    assert volgorde(post("a", score(1)), post("b", score(3)), post("c", score(2))) == "bca"


def test_ernst_en_omvang_worden_niet_bij_elkaar_opgeteld() -> None:
    """a is worse, b hits more: one front, in which the class decides; c loses on both from b."""
    a, b = post("a", score(3), 10, "C"), post("b", score(2), 100, "R")
    c = post("c", score(1), 20, "R")
    assert volgorde(a, b, c) == "bac"
    assert volgorde(replace(a, klasse="R"), replace(b, klasse="C"), c) == "abc"


def test_gelijke_klasse_dan_top_dan_naam() -> None:
    a, b = post("b", score(3), 10), post("a", score(2), 100)
    assert volgorde(b, a) == "ba"
    assert volgorde(post("y", score(2), 5), post("x", score(2), 5)) == "xy"


def test_wat_gewenst_is_of_over_uitwegen_gaat_staat_achteraan() -> None:
    a, b, c = post("a", score(6)), post("b", score(1)), post("c", score(3))
    assert volgorde(a, b, c) == "acb"
    assert volgorde(replace(a, achteraan=True), b, c) == "cba"
    assert volgorde(replace(a, aanvaard=True), b, replace(c, achteraan=True)) == "bca"


def test_een_fout_van_het_model_staat_achter_wat_te_herstellen_is() -> None:
    assert volgorde(post("a", score(2), 10, "M"), post("b", score(1), 100, "U")) == "ba"


def test_te_klein_verraadt_niets() -> None:
    """As if nobody was hit: the place says nothing about how many there are."""
    klein = replace(post("a", score(2)), omvang=TeKlein(False, "test"))
    assert klein.massa(W) == 0
    assert volgorde(post("b", score(2), 50), klein) == "ba"


F = Fraction


def test_fronten_met_de_hand() -> None:
    punten = [(F(3), F(1)), (F(2), F(2)), (F(1), F(3)), (F(1), F(2)), (F(1), F(1)), (F(3), F(1))]
    assert fronten(punten) == [[0, 1, 2, 5], [3], [4]]
    assert fronten([]) == []


def test_onbekende_omvang_vergelijkt_op_top() -> None:
    assert fronten([(F(2), None), (F(1), F(9)), (F(3), F(1))]) == [[2], [0], [1]]


# ------------------------------------------------------------------ stability


def test_een_gewicht_dat_de_volgorde_omdraait() -> None:
    """a loses 3 norms: 0.30 x 0.5 = 0.15. b lasts 36 months, nothing lost, and ordinary blame:
    0.10 + 0.075 = 0.175. With the weight of loss at 0.45 a has 0.225; with that of duration at
    0.05 b has 0.125; with that of blame at 0.075 b has 0.1375."""
    a, b = post("a", score(3)), post("b", score(0, maanden=36, soort="gewoon"))
    assert (a.ernst.waarde, b.ernst.waarde) == (Fraction("0.15"), Fraction("0.175"))
    gevonden = stabiliteit((a, b), W)
    assert gevonden.volgorde == ("b", "a")
    om = {(w.onderdeel, w.factor) for w in gevonden.wissels if w.paren}
    half, meer = Fraction(1, 2), Fraction(3, 2)
    assert om == {("verlies", meer), ("duur", half), ("verwijt", half)}
    assert not gevonden.vast
    assert all(w.paren == (("b", "a"),) for w in gevonden.wissels if w.paren)
    assert not any(w.kop for w in gevonden.wissels)  # both are among the first three
    assert len(rijen(gevonden)) == 10


def test_wat_in_alles_erger_is_blijft_voorop() -> None:
    a, b = post("a", score(3, maanden=12)), post("b", score(2, maanden=11))
    gevonden = stabiliteit((a, b), W)
    assert gevonden.vast
    assert gevonden.volgorde == ("a", "b")


def test_de_massa_beweegt_mee_met_de_gewichten() -> None:
    """Equal tops; only in how much there is do they differ."""
    a = hoeveel(score(3), 100)
    assert a.massa == 15
    assert a.massa_bij(W.met("verlies", Fraction(0))) == 0
