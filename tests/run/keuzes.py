"""Choices between many rows by the size of a number: a strategy for Hypothesis, reusable."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.run.bouw import Bouw
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.plan.ops import LEEG, Fout, GroundPlan, InvoerSleutel, OordeelSleutel, Op
from wetsanalyse.plan.trap import MINSTENS

HALVEN = Type(Soort.NUMERIEK, decimalen=1)
KENMERK = InvoerSleutel("A", "kenmerk")
NORM = OordeelSleutel("norm", "A")
TEKENS = ("<", "<=", ">", ">=", "=", "≠")


@dataclass(frozen=True)
class Keuze:
    plan: GroundPlan
    doel: int
    kies: int


def _getal(trek: Any, bouw: Bouw, x: int) -> int:
    """The number by which is chosen: the input, or what is made of it."""
    soort = trek(st.sampled_from(("zelf", "dalend", "afgerond", "kwadraat")))
    if soort == "dalend":
        return bouw.op(Op.VERMINDERD, bouw.const(3), x)
    if soort == "afgerond":
        return bouw.afronden(bouw.op(Op.DEEL, x, bouw.const(3), par=False), "naar beneden", 0)
    if soort == "kwadraat":
        return bouw.op(Op.MAAL, x, x)
    return x


@st.composite
def keuzes(trek: Any) -> Keuze:
    """A choice with rows of all kinds: apart, overlapping, empty, with something else asked."""
    bouw = Bouw()
    x = bouw.invoer("x", HALVEN)
    getal = _getal(trek, bouw, x)
    ander = bouw.op(Op.PLUS, x, bouw.const(1))
    kenmerk, norm = bouw.invoer("kenmerk", BOOLEAN), bouw.norm("norm")
    args: list[int] = []
    for _ in range(trek(st.integers(MINSTENS, MINSTENS + 4))):
        delen: list[int] = []
        for _ in range(trek(st.integers(1, 3))):
            wat = trek(st.sampled_from((getal,) * 6 + (ander, kenmerk, norm)))
            if wat in (kenmerk, norm):
                delen.append(wat)
                continue
            grens = bouw.const(Fraction(trek(st.integers(-10, 10)), trek(st.sampled_from((1, 2)))))
            paar = (wat, grens) if trek(st.booleans()) else (grens, wat)
            delen.append(bouw.vergelijk(paar[0], trek(st.sampled_from(TEKENS)), paar[1]))
        samen = trek(st.sampled_from(("alle",) * 6 + ("geen",)))
        alleen = len(delen) == 1 and samen == "alle"
        args.append(delen[0] if alleen else bouw.tel(samen, *delen))
        soort = trek(st.sampled_from(("vast", "zelfde", "x", "leeg", "fout")))
        vast = {"vast": trek(st.integers(0, 5)), "zelfde": 7, "leeg": LEEG}
        fout = Fout("PROEF", "Zo maar.")
        args.append(x if soort == "x" else bouw.const(vast.get(soort, fout)))
    kies = bouw.kies(*args, bouw.const(LEEG))
    doel = bouw.op(Op.PLUS, kies, bouw.const(1))
    return Keuze(bouw.plan(), doel, kies)


@st.composite
def vaste_tabellen(trek: Any) -> Keuze:
    """Rows next to each other or with something in between, each with a constant or leeg."""
    bouw = Bouw()
    getal = _getal(trek, bouw, bouw.invoer("x", HALVEN))
    halven = trek(st.lists(st.integers(-22, 22), min_size=MINSTENS + 1, max_size=10, unique=True))
    onder, boven = trek(st.sampled_from(((">=", "<"), (">", "<="), (">", "<"))))
    args: list[int] = []
    for van, tot in pairwise(sorted(halven)):
        begin, einde = bouw.const(Fraction(van, 2)), bouw.const(Fraction(tot, 2))
        delen = [bouw.vergelijk(getal, onder, begin), bouw.vergelijk(getal, boven, einde)]
        waarde = trek(st.one_of(st.just(LEEG), st.integers(-5, 5)))
        args += [bouw.tel("alle", *trek(st.permutations(delen))), bouw.const(waarde)]
    kies = bouw.kies(*args, bouw.const(LEEG))
    doel = bouw.op(Op.PLUS, kies, bouw.const(1))
    return Keuze(bouw.plan(), doel, kies)


def tabel(rijen: int) -> Keuze:
    """A table of so many rows, each ten wide: row n gives n."""
    bouw = Bouw()
    x = bouw.invoer("x", HALVEN)
    args: list[int] = []
    for n in range(rijen):
        onder = bouw.vergelijk(x, ">=", bouw.const(10 * n))
        boven = bouw.vergelijk(x, "<=", bouw.const(10 * n + 9))
        args += [bouw.tel("alle", onder, boven), bouw.const(n)]
    kies = bouw.kies(*args, bouw.const(LEEG))
    return Keuze(bouw.plan(), kies, kies)
