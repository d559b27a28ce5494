"""Layer L3: what the solver proves about all citizens of one household shape. [hardheid 11.5]

Every input is free within its Invoerbereik, on the legal grid, unless the caller fixes it; every
open norm may be judged either way. A proof holds for that, and says so in its ``aannamen``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bewijs.bewijsvraag import (
    NIETS,
    Domeinen,
    Sleutel,
    Vraagstuk,
    bouw,
    naar_casus,
)
from wetsanalyse.analyses.verlopen.positie import NETTO, per_persoon
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel, Op
from wetsanalyse.run.exact import Geval
from wetsanalyse.run.symbolisch import Onbekende, kegel, naast, onbekende_invoer
from wetsanalyse.run.symbolisch_getal import (
    Getal,
    constante,
    is_kleiner,
    kies,
    negatief,
    som,
)
from wetsanalyse.run.symbolisch_termen import (
    TIJD,
    ZONDER_Z3,
    Formule,
    Oplosser,
    beschikbaar,
    en,
    niet,
    of_alle,
)
from wetsanalyse.run.symbolisch_waarde import NUL, AlleenExact, Symbool, zelfde
from wetsanalyse.run.symbolisch_zoeken import Bewijs, grootste, onbekend


def getuigen(bewijs: Bewijs, plan: Plan, huishouden: Huishouden) -> tuple[Casus, ...]:
    """The citizens of a proof as cases, the worst off first."""
    return tuple(naar_casus(plan, huishouden, geval) for geval in bewijs.getuigen)


# ------------------------------------------------------------------ the worst cliff


def slechtste_klif(
    plan: Plan,
    huishouden: Huishouden,
    as_: Sleutel,
    domein: Domeinen | None = None,
    *,
    vast: Mapping[Sleutel, Any] = NIETS,
    vraag: str = NETTO,
    tijd: float = TIJD,
) -> Bewijs:
    """The greatest loss by one legal unit on an axis, more or less of it, over all citizens."""
    stelling = f"Eén stap bij {as_[1]} van {as_[0]} kost nergens meer"

    def doe() -> Bewijs:
        over = {s: w for s, w in vast.items() if s != as_}
        stuk = bouw(plan, huishouden, [vraag], vast=over, domein=domein)
        sleutel = InvoerSleutel(*as_)
        if sleutel not in stuk.onbekend:
            return Bewijs("bewezen", stelling, maat=Fraction(0), aannamen=stuk.aannamen)
        stap = Stap(stuk, sleutel, vraag)
        oplosser = Oplosser(stuk.eisen, tijd)
        gevonden = grootste(oplosser, stelling, stap.er, _afstand(stap.daling), stap.speel)
        return replace(gevonden, aannamen=stuk.aannamen)

    return veilig(stelling, doe)


class Stap:
    """Two citizens one step apart: what the one has more than the other."""

    def __init__(self, stuk: Vraagstuk, sleutel: InvoerSleutel, vraag: str) -> None:
        self.stuk, self.sleutel, self.vraag = stuk, sleutel, vraag
        self.hier = stuk.onbekend[sleutel]
        self.verder = {sleutel: naast(self.hier, 1)}
        (een,), (ander,) = stuk.vertaal([vraag]), stuk.vertaal([vraag], self.verder)
        laatste = constante(self.hier.vrij.tot * self.hier.vrij.per)
        self.er = en(is_kleiner(self.hier.symbool.getal, laatste), een.er, ander.er)
        self.daling = som(een.getal, negatief(ander.getal))
        """What is lost by one unit more."""

    def anders_in(self, regels: frozenset[str]) -> Formule:
        """One of these rules comes out differently for the two: what it chose, or what it worked
        out on the way. True where that cannot be seen, or where no rules are named: then everybody
        is looked at."""
        doel = self.stuk.grond.vragen[self.vraag]
        slots = [s for s in kegel(self.stuk.grond, [doel]) if self._is_van(s, regels)]
        if not slots:
            return True
        try:
            een, ander = self.stuk.stappen(slots), self.stuk.stappen(slots, self.verder)
        except AlleenExact:
            return True
        return _verschillen(een, ander)

    def geraakt(self, naam: str) -> Formule:
        """An outcome of this person himself is not the same for the two."""
        vragen = eigen_uitkomsten(self.stuk, naam)
        return _verschillen(self.stuk.vertaal(vragen), self.stuk.vertaal(vragen, self.verder))

    def _is_van(self, slot: int, regels: frozenset[str]) -> bool:
        step = self.stuk.grond.steps[slot]
        return step.regel in regels or (
            step.op is Op.KIES and not regels.isdisjoint(step.par.regels)
        )

    def paar(self, gevonden: Mapping[str, int | bool]) -> tuple[Geval, Geval]:
        een = self.stuk.geval(gevonden)
        verder = Fraction(een.invoer[self.sleutel]) + self.hier.vrij.per
        return een, self.stuk.geval(gevonden, {self.sleutel: verder})

    def speel(
        self, gevonden: Mapping[str, int | bool]
    ) -> tuple[Fraction, tuple[Geval, ...]] | None:
        return _paarmaat(self.stuk, self.vraag, *self.paar(gevonden))


def eigen_uitkomsten(stuk: Vraagstuk, naam: str) -> list[str]:
    """The questions about the outcomes of one person."""
    uitkomsten = per_persoon(stuk.plan.model, stuk.huishouden)
    return [
        f"{lees.eigenschap} van {wie}"
        for uitkomst, wie in uitkomsten
        for lees in (*uitkomst.voordelen, *uitkomst.nadelen)
        if wie == naam
    ]


def _verschillen(een: Sequence[Symbool], ander: Sequence[Symbool]) -> Formule:
    """One of the values is not the same; where one is a fault that cannot be told."""
    paren = zip(een, ander, strict=True)
    return of_alle(of_alle((a.fout, b.fout, niet(zelfde(a, b)))) for a, b in paren)


def _paarmaat(
    stuk: Vraagstuk, vraag: str, een: Geval, ander: Geval
) -> tuple[Fraction, tuple[Geval, ...]] | None:
    """How far two citizens lie apart, the worst off first; None: one has no number."""
    (a,), (b,) = stuk.exact(een, [vraag]), stuk.exact(ander, [vraag])
    if not isinstance(a, Fraction) or not isinstance(b, Fraction):
        return None
    return abs(a - b), ((een, ander) if a <= b else (ander, een))


def _afstand(verschil: Getal) -> Getal:
    return kies([(is_kleiner(verschil, NUL), negatief(verschil)), (True, verschil)])


# ------------------------------------------------------------------ near-equals [P10]


def grootste_verschil(
    plan: Plan,
    huishouden: Huishouden,
    attribuut: Sleutel,
    *,
    hoogstens: Fraction | None = None,
    domein: Domeinen | None = None,
    vast: Mapping[Sleutel, Any] = NIETS,
    vraag: str = NETTO,
    tijd: float = TIJD,
) -> Bewijs:
    """How far two citizens can lie apart who differ in one property only; ``hoogstens``: by no
    more than this."""
    stelling = f"Wie alleen verschilt in {attribuut[1]} van {attribuut[0]}, scheelt nooit meer"

    def doe() -> Bewijs:
        over = {s: w for s, w in vast.items() if s != attribuut}
        stuk = bouw(plan, huishouden, [vraag], vast=over, domein=domein)
        sleutel = InvoerSleutel(*attribuut)
        if sleutel not in stuk.onbekend:
            return Bewijs("bewezen", stelling, maat=Fraction(0), aannamen=stuk.aannamen)
        eigen = stuk.onbekend[sleutel]
        ander = onbekende_invoer("de ander", eigen.vrij)
        (a,), (b,) = stuk.vertaal([vraag]), stuk.vertaal([vraag], {sleutel: ander})
        eisen = [ander.eis, *_dichtbij(eigen, ander, hoogstens)]

        def speel(gevonden: Mapping[str, int | bool]) -> Any:
            anders = stuk.geval(gevonden, {sleutel: ander.gekozen(gevonden)})
            return _paarmaat(stuk, vraag, stuk.geval(gevonden), anders)

        maat = _afstand(som(a.getal, negatief(b.getal)))
        oplosser = Oplosser([*stuk.eisen, *eisen], tijd)
        gevonden = grootste(oplosser, stelling, en(a.er, b.er), maat, speel)
        return replace(gevonden, aannamen=stuk.aannamen)

    return veilig(stelling, doe)


def _dichtbij(een: Onbekende, ander: Onbekende, hoogstens: Fraction | None) -> list[Formule]:
    if hoogstens is None or een.symbool.soort != "getal":
        return []
    afstand = _afstand(som(een.symbool.getal, negatief(ander.symbool.getal)))
    return [niet(is_kleiner(constante(hoogstens), afstand))]


def veilig(stelling: str, doe: Callable[[], Bewijs]) -> Bewijs:
    """What the solver cannot look into, and a machine without it, give ``onbekend``."""
    if not beschikbaar():
        return onbekend(stelling, ZONDER_Z3)
    try:
        return doe()
    except AlleenExact as e:
        return onbekend(stelling, str(e))
