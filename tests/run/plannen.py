"""Random flat plans with a citizen and an axis: a strategy for Hypothesis, reusable.

`plannen()` draws (plan, geval, axis, goal). The plans cover the arithmetic, comparisons, `TEL`,
`KIES`, `INDIEN`, lists, leeg, open norms and dates. `gewoon` leaves out what is not affine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.run.bouw import REKENDATUM, Bouw, X
from wetsanalyse.model.types import BOOLEAN, DATUM, Soort, Type
from wetsanalyse.plan.ops import (
    LEEG,
    Afronding,
    DatumEenheid,
    Duur,
    GroundPlan,
    InvoerSleutel,
    OordeelSleutel,
    Op,
    Tekstdelen,
)
from wetsanalyse.run.exact import Geval
from wetsanalyse.run.getallen import AFRONDERS
from wetsanalyse.run.verloop import As

Trek = Callable[[st.SearchStrategy[Any]], Any]
TEKENS = ("=", "≠", "<", "<=", ">", ">=")
BREUKEN = st.builds(Fraction, st.integers(-40, 40), st.sampled_from((1, 2, 3, 4, 10)))
DAGEN = st.integers(date(2019, 11, 20).toordinal(), date(2024, 4, 10).toordinal())


@dataclass(frozen=True, slots=True)
class Opgave:
    """One random problem."""

    plan: GroundPlan
    geval: Geval
    as_: As
    doel: int


class _Trekker:
    """Draws steps one by one; keeps the slots per kind of value."""

    def __init__(self, trek: Trek, krom: bool) -> None:
        self.trek, self.krom = trek, krom
        self.bouw = Bouw()
        self.getallen: list[int] = []
        self.datums: list[int] = []
        self.waarheden: list[int] = []

        self.beweegt: set[int] = set()

    def uit(self, slots: list[int]) -> int:
        """A slot; those that the axis moves, and of these the last ones, come more often."""
        bewegend = [slot for slot in slots if slot in self.beweegt][-3:]
        return int(self.trek(st.sampled_from([*(3 * bewegend), *slots])))

    def getal(self) -> int:
        return self.uit(self.getallen)

    def datum(self) -> int:
        return self.uit(self.datums)

    def waarheid(self) -> int:
        return self.uit(self.waarheden)

    def bij(self, slots: list[int], slot: int) -> None:
        """Keep a new step, and know which steps the axis moves."""
        for nummer, step in enumerate(self.bouw.steps):
            if step.par == X or any(arg in self.beweegt for arg in step.args):
                self.beweegt.add(nummer)
        slots.append(slot)

    def doel(self) -> int:
        """Mostly a choice between numbers, guarded by tests that the axis moves."""
        vorm = self.trek(st.integers(0, 9))
        if vorm == 0:
            return self.uit([*self.getallen, *self.waarheden, *self.datums])
        gekozen = self.bouw.kies(self.waarheid(), self.getal(), self.getal())
        self.bij(self.getallen, gekozen)
        if vorm < 4:
            rond = self.bouw.op(Op.AFRONDEN, gekozen, par=self.afronding())
            return self.bouw.op(Op.MAXIMUM, rond, self.getal())
        if vorm < 7:
            tak = self.bouw.op(Op.INDIEN, self.zaagtand(), self.getal())
            return self.bouw.op(Op.PLUS, gekozen, tak)
        return self.bouw.op(Op.VERMINDERD, self.keuze(), gekozen)

    def afronding(self) -> Afronding:
        wijze = self.trek(st.sampled_from(sorted(AFRONDERS)))
        return Afronding(wijze, self.trek(st.sampled_from((0, 0, 1))))

    def rekenen(self) -> int:
        op = self.trek(st.sampled_from((Op.PLUS, Op.MIN, Op.VERMINDERD, Op.MAAL, Op.DEEL)))
        links, rechts = self.getal(), self.getal()
        if op in (Op.MAAL, Op.DEEL) and not self.krom:
            rechts = self.bouw.const(self.trek(BREUKEN.filter(bool)))
        par = self.trek(st.booleans()) if op is Op.DEEL else None
        return self.bouw.op(op, links, rechts, par=par)

    def enkelvoudig(self) -> int:
        op = self.trek(st.sampled_from((Op.SCHAAL, Op.ABSOLUUT, Op.AFRONDEN, Op.AFRONDEN)))
        par = self.afronding() if op is Op.AFRONDEN else None
        if op is Op.SCHAAL:
            par = self.trek(BREUKEN.filter(bool))
        return self.bouw.op(op, self.getal(), par=par)

    def grof(self) -> int:
        """Rounded to whole multiples of 3: large steps inside a piece."""
        derde = self.bouw.op(Op.SCHAAL, self.getal(), par=Fraction(1, 3))
        heel = self.bouw.op(Op.AFRONDEN, derde, par=self.afronding())
        return self.bouw.op(Op.SCHAAL, heel, par=Fraction(3))

    def wortel(self) -> int:
        if self.krom and self.trek(st.booleans()):
            exponent = self.bouw.const(self.trek(st.sampled_from((2, 3, Fraction(1, 2), -1))))
            return self.bouw.op(Op.MACHT, self.getal(), exponent, par=self.afronding())
        return self.bouw.op(Op.WORTEL, self.getal(), par=self.afronding())

    def lijst(self) -> int:
        op = self.trek(st.sampled_from((Op.SOM, Op.MINIMUM, Op.MAXIMUM, Op.BEGRENS)))
        aantal = 3 if op is Op.BEGRENS else self.trek(st.integers(1, 3))
        par = self.trek(st.booleans()) if op is Op.SOM else None
        return self.bouw.op(op, *[self.getal() for _ in range(aantal)], par=par)

    def keuze(self) -> int:
        if self.trek(st.booleans()):
            return self.bouw.op(Op.INDIEN, self.waarheid(), self.getal())
        takken = range(self.trek(st.integers(1, 2)))
        delen = [slot for _ in takken for slot in (self.waarheid(), self.getal())]
        return self.bouw.kies(*delen, self.getal())

    def uit_datum(self) -> int:
        if self.trek(st.booleans()):
            deel = self.trek(st.sampled_from(("jaar", "maand", "dag")))
            return self.bouw.op(Op.DATUMDEEL, self.datum(), par=deel)
        basis, factor = self.trek(st.sampled_from((("dg", 1), ("dg", 7), ("mnd", 1), ("mnd", 12))))
        duur = Duur(basis, Fraction(factor), self.trek(st.booleans()))
        return self.bouw.op(Op.TIJDSDUUR, self.datum(), self.datum(), par=duur)

    def nieuwe_datum(self) -> int:
        if self.trek(st.booleans()):
            return self.bouw.op(Op.MAXIMUM, self.datum(), self.datum(), type_=DATUM)
        aantal = self.bouw.const(self.trek(st.integers(-14, 14)))
        basis = self.trek(st.sampled_from(("dg", "mnd")))
        teken = self.trek(st.sampled_from((1, -1)))
        par = DatumEenheid(basis, Fraction(1), teken)
        return self.bouw.op(Op.DATUM_PLUS, self.datum(), aantal, par=par, type_=DATUM)

    def toets(self) -> int:
        vorm = self.trek(st.integers(0, 5))
        teken = self.trek(st.sampled_from(TEKENS))
        if vorm <= 2:
            return self.bouw.vergelijk(self.getal(), teken, self.getal())
        if vorm == 3:
            return self.bouw.vergelijk(self.datum(), teken, self.datum(), "tijd")
        if vorm == 4:
            return self.bouw.op(Op.IS_LEEG, self.getal(), type_=BOOLEAN)
        return self.bouw.op(Op.NIET, self.waarheid(), type_=BOOLEAN)

    def kwantificatie(self) -> int:
        soorten = ("alle", "geen", "ten minste", "ten hoogste", "precies")
        leden = [self.waarheid() for _ in range(self.trek(st.integers(1, 3)))]
        if self.trek(st.integers(0, 4)) == 0:
            return self.bouw.op(Op.AANTAL, *leden)
        soort = self.trek(st.sampled_from(soorten))
        return self.bouw.tel(soort, *leden, aantal=self.trek(st.integers(0, 2)))

    def zaagtand(self) -> int:
        """A rounded amount minus an unrounded one, compared with a constant."""
        x = self.getal()
        rond = self.bouw.op(Op.AFRONDEN, x, par=self.afronding())
        zaag = self.bouw.op(Op.VERMINDERD, rond, x)
        grens = self.bouw.const(self.trek(BREUKEN) / 40)
        return self.bouw.vergelijk(zaag, self.trek(st.sampled_from(TEKENS)), grens)

    def tekst(self) -> int:
        par = Tekstdelen(("bedrag ", None), (Type(Soort.NUMERIEK),))
        tekst = self.bouw.op(Op.TEKST, self.getal(), par=par)
        ander = self.bouw.op(Op.CONSTANTE, par=f"bedrag {self.trek(st.integers(-5, 5))}")
        return self.bouw.vergelijk(tekst, self.trek(st.sampled_from("=≠")), ander, "tekst")

    def controle(self) -> int:
        bereik = self.trek(st.sampled_from((None, "positief", "niet-negatief", "negatief")))
        type_ = Type(
            Soort.NUMERIEK, decimalen=self.trek(st.sampled_from((None, 0, 1))), bereik=bereik
        )
        return self.bouw.op(Op.CONTROLE, self.getal(), par=type_)


def _bladeren(t: _Trekker, op_datum: bool) -> dict[InvoerSleutel, Any]:
    """The inputs: the axis, and a few that stay where they are (leeg among them)."""
    invoer: dict[InvoerSleutel, Any] = {}
    t.bij(t.datums if op_datum else t.getallen, t.bouw.invoer("x"))
    for naam in ("a", "b"):
        t.getallen.append(t.bouw.invoer(naam))
        waarde = t.trek(st.one_of(BREUKEN, BREUKEN, BREUKEN, st.just(LEEG)))
        if waarde is not LEEG:
            invoer[InvoerSleutel("A", naam)] = waarde
    t.getallen.append(t.bouw.const(t.trek(BREUKEN)))
    t.datums += [t.bouw.const(date.fromordinal(t.trek(DAGEN))) for _ in range(2)]
    t.datums.append(t.bouw.const(t.trek(st.sampled_from((LEEG, date(2020, 2, 29)))), DATUM))
    t.waarheden.append(t.bouw.norm("redelijk"))
    duur = t.bouw.op(Op.TIJDSDUUR, t.datums[0], t.datums[1], par=Duur("dg"))
    if op_datum:
        t.bij(t.getallen, t.bouw.op(Op.SCHAAL, duur, par=Fraction(1, 10)))
    else:
        t.bij(
            t.datums,
            t.bouw.op(
                Op.DATUM_PLUS, t.datums[0], t.getallen[0], par=DatumEenheid("dg"), type_=DATUM
            ),
        )
    for _ in range(2):
        t.bij(t.waarheden, t.toets())
    return invoer


def _stappen(t: _Trekker, aantal: int) -> None:
    getal = (t.rekenen, t.rekenen, t.enkelvoudig, t.grof, t.lijst, t.keuze, t.keuze, t.uit_datum,
             t.controle, t.wortel)  # fmt: skip
    waar = (t.toets, t.toets, t.zaagtand, t.tekst, t.kwantificatie)
    for _ in range(aantal):
        soort = t.trek(st.integers(0, 9))
        if soort < 5:
            t.bij(t.getallen, t.trek(st.sampled_from(getal))())
        elif soort < 9:
            slot = t.trek(st.sampled_from(waar))()
            lijst = t.getallen if t.bouw.steps[slot].op is Op.AANTAL else t.waarheden
            t.bij(lijst, slot)
        else:
            t.bij(t.datums, t.nieuwe_datum())


@st.composite
def plannen(draw: Any, *, krom: bool = True, stappen: int = 16, lengte: int = 120) -> Opgave:
    """A random problem; ``krom``: also products and powers of values that vary."""
    t = _Trekker(draw, krom)
    op_datum = draw(st.booleans())
    invoer = _bladeren(t, op_datum)
    _stappen(t, draw(st.integers(stappen // 2, stappen)))
    van = draw(DAGEN) if op_datum else draw(st.integers(-60, 40))
    eenheid = (
        Fraction(1) if op_datum else draw(st.sampled_from((1, Fraction(1, 2), Fraction(1, 10))))
    )
    as_ = As(X, van, van + lengte - draw(st.integers(0, lengte)), Fraction(eenheid))
    oordeel = draw(st.sampled_from((True, False, True, None)))
    oordelen = {} if oordeel is None else {OordeelSleutel("redelijk", "A"): oordeel}
    doel = t.doel()
    geval = Geval(REKENDATUM, invoer, oordelen)
    return Opgave(t.bouw.plan(), geval, as_, doel)
