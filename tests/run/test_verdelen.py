"""Dividing, against the figures of the reference and against sums that must hold. [4.7]"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wetsanalyse.plan.ops import LEEG, Fout, Verdeelregel
from wetsanalyse.run.getallen import Rationaal
from wetsanalyse.run.verdelen import Ontvanger, Verdeeld, verdeel

G = Rationaal()
F = Fraction


def _deel(regel: Verdeelregel, plafond: Any, *ontvangers: Ontvanger) -> Verdeeld:
    uit = verdeel(G, regel, plafond, ontvangers)
    assert isinstance(uit, Verdeeld)
    return uit


def test_maximum_zonder_herverdeling() -> None:
    """900 uur, gewichten 2, 1 en 3, maximum 300: 300, 150, 300, rest 150."""
    ontvangers = [Ontvanger(F(w), LEEG, F(300)) for w in (2, 1, 3)]
    assert _deel(Verdeelregel(True, maximum=True), F(900), *ontvangers) == ((300, 150, 300), 150)


def test_afronden_naar_beneden_laat_een_rest() -> None:
    """101 uur, gewichten 3:2, 0 decimalen: 60, 40, rest 1."""
    ontvangers = [Ontvanger(F(3)), Ontvanger(F(2))]
    assert _deel(Verdeelregel(True, decimalen=0), F(101), *ontvangers) == ((60, 40), 1)


def test_gelijke_delen_zijn_breuken() -> None:
    drie = [Ontvanger()] * 3
    assert _deel(Verdeelregel(False), F(100), *drie) == ((F(100, 3),) * 3, 0)


@pytest.mark.parametrize(
    ("volgorde", "verwacht"), [("toenemend", ((0, 30, 70), 0)), ("afnemend", ((60, 30, 10), 0))]
)
def test_op_volgorde(volgorde: str, verwacht: Any) -> None:
    """Each gets its maximum until there is no more; here 60, 30 and 70 are asked of 100."""
    ontvangers = [
        Ontvanger(F(60), F(3), F(60)), Ontvanger(F(30), F(2), F(30)), Ontvanger(F(70), F(1), F(70)),
    ]  # fmt: skip
    regel = Verdeelregel(True, volgorde=volgorde, maximum=True)
    assert _deel(regel, F(100), *ontvangers) == verwacht


def test_gelijken_in_de_volgorde_delen_samen() -> None:
    ontvangers = [Ontvanger(F(1), F(1)), Ontvanger(F(3), F(1)), Ontvanger(F(9), F(2))]
    regel = Verdeelregel(True, volgorde="toenemend")
    assert _deel(regel, F(40), *ontvangers) == ((10, 30, 0), 0)


def test_zonder_plafond_gebeurt_er_niets_en_zonder_ontvangers_blijft_alles() -> None:
    assert _deel(Verdeelregel(False), LEEG, Ontvanger()) == ((LEEG,), LEEG)
    assert _deel(Verdeelregel(False), F(7)) == ((), 7)


@pytest.mark.parametrize(
    ("regel", "plafond", "ontvanger", "code"),
    [
        (Verdeelregel(True), F(1), Ontvanger(), "VD-GEWICHT"),
        (Verdeelregel(True), F(1), Ontvanger(F(-1)), "VD-GEWICHT"),
        (Verdeelregel(True), F(1), Ontvanger(F(0)), "VD-GEWICHT"),
        (Verdeelregel(False, volgorde="afnemend"), F(1), Ontvanger(), "VD-VOLGORDE-LEEG"),
        (Verdeelregel(True, maximum=True), F(1), Ontvanger(F(1)), "VD-MAXIMUM"),
        (Verdeelregel(True, maximum=True), F(1), Ontvanger(F(1), LEEG, F(-1)), "VD-MAXIMUM"),
        (Verdeelregel(False), F(-1), Ontvanger(), "VD-PLAFOND"),
    ],
)
def test_uitvoerfouten(
    regel: Verdeelregel, plafond: Fraction, ontvanger: Ontvanger, code: str
) -> None:
    uit = verdeel(G, regel, plafond, [ontvanger])
    assert isinstance(uit, Fout)
    assert uit.code == code


getal = st.integers(0, 50).map(F)


@given(st.lists(st.tuples(st.integers(1, 9).map(F), getal, getal), max_size=6), getal, st.data())
def test_alles_samen_is_wat_er_was(
    rijen: list[tuple[Fraction, Fraction, Fraction]], plafond: Fraction, data: st.DataObject
) -> None:
    regel = Verdeelregel(
        data.draw(st.booleans()),
        data.draw(st.sampled_from([None, "toenemend", "afnemend"])),
        data.draw(st.booleans()),
        data.draw(st.sampled_from([None, 0, 2])),
    )
    uit = _deel(regel, plafond, *(Ontvanger(*rij) for rij in rijen))
    assert sum(uit.aandelen, F(0)) + uit.rest == plafond
    assert uit.rest >= 0
    for aandeel, (_, _, maximum) in zip(uit.aandelen, rijen, strict=True):
        assert aandeel >= 0
        assert not regel.maximum or aandeel <= maximum
