"""A flat plan made by hand, so that running it is measured apart from reading the rules:
the zorgtoeslag of 2025 for somebody alone, from income to the amount in a year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.types import BOOLEAN, Eenheid, Soort, Type
from wetsanalyse.plan.ops import Afronding, GroundPlan, InvoerSleutel, Op, Step, Vergelijking

EURO_PER_JAAR = Type(Soort.NUMERIEK, Eenheid.van({"€": 1, "jr": -1}))
AANDEEL = Type(Soort.PERCENTAGE)
INKOMEN = InvoerSleutel("A", "toetsingsinkomen")
REKENDATUM = date(2025, 1, 1)
KLEINSTE = Fraction(24)


def _stap(
    op: Op, *args: int, par: Any = None, label: str = "", type_: Type = EURO_PER_JAAR
) -> Step:
    return Step(op, args, type_, par, label, regel="zorgtoeslag", object="A", hoofd=bool(label))


def _constante(waarde: Fraction, type_: Type = EURO_PER_JAAR) -> Step:
    return _stap(Op.CONSTANTE, par=waarde, type_=type_)


STAPPEN = (
    _stap(Op.INVOER, par=INKOMEN, label="het toetsingsinkomen van A"),  # 0
    _stap(Op.PARAMETER, par="drempelinkomen", label="het drempelinkomen"),
    _stap(Op.PARAMETER, par="standaardpremie", label="de standaardpremie"),
    _constante(Fraction(1896, 100_000), AANDEEL),
    _constante(Fraction(1370, 10_000), AANDEEL),
    _constante(Fraction(0)),  # 5
    _stap(Op.MAAL, 3, 1),
    _stap(Op.MIN, 0, 1),
    _stap(Op.MAXIMUM, 7, 5, label="het inkomen boven het drempelinkomen van A"),
    _stap(Op.MAAL, 4, 8),
    _stap(Op.PLUS, 6, 9, label="de normpremie van A"),  # 10
    _stap(Op.MIN, 2, 10),
    _stap(Op.MAXIMUM, 11, 5, label="het premieverschil van A"),
    _stap(Op.AFRONDEN, 12, par=Afronding("rekenkundig", 0)),
    _constante(KLEINSTE),
    _stap(Op.VERGELIJK, 13, 14, par=Vergelijking(">=", "getal"), type_=BOOLEAN),  # 15
    _stap(Op.INDIEN, 15, 13),
    _stap(Op.PLUS, 16, 5, label="de zorgtoeslag per jaar van A"),
)

UITKOMST = len(STAPPEN) - 1
ALLEENSTAAND = GroundPlan(
    STAPPEN,
    MappingProxyType({("A", "zorgtoeslag per jaar"): UITKOMST}),
    MappingProxyType({"drempelinkomen": Fraction(28406), "standaardpremie": Fraction(2112)}),
    REKENDATUM,
)
