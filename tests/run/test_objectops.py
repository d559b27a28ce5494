"""What may or may not be there: one of several guards, and the only one of several objects."""

from __future__ import annotations

from itertools import permutations, product
from typing import Any

import pytest

from tests.run.bouw import REKENDATUM, Bouw
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, OordeelSleutel, Op
from wetsanalyse.run.exact import Geval, reken

STUK = Fout("STUK", "Dit is stuk.", "regel", "A")
STUKKER = Fout("STUKKER", "Dit is ook stuk.", "regel", "A")
TESTEN = (True, False, LEEG, STUK, STUKKER, "een", "twee")
"""A text stands for an open norm."""


def toets(bouw: Bouw, waarde: Any) -> int:
    return bouw.norm(waarde) if isinstance(waarde, str) else bouw.const(waarde, BOOLEAN)


def uitkomst(bouw: Bouw, doel: int, oordelen: dict[str, bool]) -> Any:
    gegeven = {OordeelSleutel(naam, "A"): ja for naam, ja in oordelen.items()}
    return reken(bouw.plan(), Geval(REKENDATUM, {}, gegeven), (doel,)).waarden[doel]


def een_van(leden: tuple[Any, ...], **oordelen: bool) -> Any:
    bouw = Bouw()
    args = [toets(bouw, lid) for lid in leden]
    return uitkomst(bouw, bouw.op(Op.EEN_VAN, *args, type_=BOOLEAN), oordelen)


def enige(*paren: tuple[Any, Any], niets: Any = LEEG, **oordelen: bool) -> Any:
    bouw = Bouw()
    args = [slot for test, waarde in paren for slot in (toets(bouw, test), bouw.const(waarde))]
    return uitkomst(bouw, bouw.op(Op.ENIGE, *args, par=niets), oordelen)


def code(waarde: Any) -> Any:
    if isinstance(waarde, Onbeslist):
        return "open"
    return waarde.code if isinstance(waarde, Fout) else waarde


@pytest.mark.parametrize(
    ("leden", "verwacht"),
    [
        ((), False),
        ((False, LEEG), False),
        ((False, True), True),
        ((STUK, True), True),
        (("een", True), True),
        ((STUK, False), "STUK"),
        ((STUKKER, STUK), "STUK"),
        (("een", False), "open"),
        # Judged yes it is true, judged no it is the fault.
        (("een", STUK), "open"),
    ],
)
def test_een_van(leden: tuple[Any, ...], verwacht: Any) -> None:
    assert code(een_van(leden)) == verwacht


@pytest.mark.constructie("R-267", stap="rekent")
def test_de_volgorde_van_een_van_telt_niet() -> None:
    for leden in product(TESTEN, repeat=3):
        assert len({een_van(rij) for rij in permutations(leden)}) == 1, leden


@pytest.mark.parametrize(
    ("paren", "verwacht"),
    [
        ((), LEEG),
        (((False, 1), (LEEG, 2)), LEEG),
        (((False, 1), (True, 2)), 2),
        (((True, 1), (True, 1)), "FT-KARDINALITEIT"),
        (((STUK, 1), (True, 2)), "STUK"),
        # The value of what is not there is not asked for.
        (((False, STUK), (True, 2)), 2),
        (((True, STUK), (False, 2)), "STUK"),
        ((("een", 1),), "open"),
        ((("een", LEEG),), LEEG),
        ((("een", 1), (True, 2)), "open"),
    ],
)
def test_de_enige(paren: tuple[tuple[Any, Any], ...], verwacht: Any) -> None:
    assert code(enige(*paren)) == verwacht


def test_zonder_de_enige_geldt_wat_er_staat() -> None:
    assert enige((False, True), niets=False) is False


def test_onbeslist_is_alleen_wat_van_een_oordeel_afhangt() -> None:
    """Undecided exactly when the judgments give different answers; else it is that answer."""
    paren = [(t, w) for t in (True, False, "een", "twee") for w in (1, LEEG)]
    for een, ander in product(paren, repeat=2):
        open_ = enige(een, ander)
        per_oordeel = {
            enige(een, ander, een=ja, twee=ook) for ja, ook in product((True, False), repeat=2)
        }
        if isinstance(open_, Onbeslist):
            assert len(per_oordeel) > 1, (een, ander)
        else:
            assert per_oordeel == {open_}, (een, ander)
