"""The value of one step when the citizen is not known yet.

Beside what it may be, a value carries two conditions: when it is a fault, and when it is leeg.
Where one of them holds, the rest has no meaning. An open norm that nobody has judged is free, so
nothing is ever undecided: the solver looks at every judgment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, Literal

from wetsanalyse.plan.ops import LEEG, Fout
from wetsanalyse.run.symbolisch_getal import (
    HOOGSTENS,
    Getal,
    constante,
    is_gelijk,
    kies,
)
from wetsanalyse.run.symbolisch_termen import (
    Formule,
    als,
    en,
    niet,
    of,
    of_alle,
    zelfde_waarheid,
)

Soort = Literal["getal", "waarheid", "tekst", "niets"]
Tekst = tuple[tuple[Formule, str], ...]
"""Conditions of which exactly one holds, each with its text."""


class AlleenExact(Exception):
    """This step can only be run exactly; the reason is a Dutch sentence without its end."""


@dataclass(frozen=True, slots=True)
class Symbool:
    """``inhoud``: a `Getal` (dates too), a formula, or a text; ``niets`` is always leeg or a
    fault."""

    soort: Soort
    inhoud: Any
    leeg: Formule = False
    fout: Formule = False

    @property
    def er(self) -> Formule:
        """There is a value."""
        return en(niet(self.leeg), niet(self.fout))

    @property
    def waar(self) -> Formule:
        """It is true, and no fault."""
        if self.soort == "niets":
            return False
        if self.soort != "waarheid":
            raise AlleenExact("een waarde die niet waar of onwaar is, staat als voorwaarde")
        return en(self.er, self.inhoud)

    @property
    def getal(self) -> Getal:
        """The number; where it is leeg this is 0, so that nobody trips over it."""
        if self.soort == "niets":
            return NUL
        if self.soort != "getal":
            raise AlleenExact("er wordt gerekend met een waarde die geen getal is")
        assert isinstance(self.inhoud, Getal)
        return self.inhoud


Arg = Callable[[], Symbool]
"""An argument that is only worked out when it is asked for."""
NUL = constante(Fraction(0))
NIETS = Symbool("niets", None, True)
STUK = Symbool("niets", None, False, True)


def waarheid(formule: Formule, *, leeg: Formule = False, fout: Formule = False) -> Symbool:
    return Symbool("waarheid", formule, leeg, fout)


def getal_(inhoud: Getal, *, leeg: Formule = False, fout: Formule = False) -> Symbool:
    return Symbool("getal", inhoud, leeg, fout)


def bekend(waarde: Any) -> Symbool:
    """A value of the exact run."""
    if waarde is LEEG:
        return NIETS
    if isinstance(waarde, Fout):
        return STUK
    if isinstance(waarde, bool):
        return waarheid(waarde)
    if isinstance(waarde, Fraction):
        return getal_(constante(waarde))
    if isinstance(waarde, str):
        return Symbool("tekst", ((True, waarde),))
    raise AlleenExact("er staat een waarde die in de tijd verandert")


def fout_in(args: Sequence[Symbool]) -> Formule:
    return of_alle(arg.fout for arg in args)


def met_fout(symbool: Symbool, fout: Formule) -> Symbool:
    return replace(symbool, fout=of(fout, symbool.fout))


# ------------------------------------------------------------------ choosing, comparing


def gekozen(paren: Sequence[tuple[Formule, Symbool]]) -> Symbool:
    """The value of the first of which the condition holds; the last is what is left."""
    over: list[tuple[Formule, Symbool]] = []
    for voorwaarde, waarde in paren[:-1]:
        if voorwaarde is not False:
            over.append((voorwaarde, waarde))
        if voorwaarde is True:
            break
    else:
        over.append((True, paren[-1][1]))
    soorten = {w.soort for _, w in over if w.soort != "niets"}
    if len(soorten) > 1:
        raise AlleenExact("de mogelijke waarden zijn niet van één soort")
    leeg, fout = over[-1][1].leeg, over[-1][1].fout
    for voorwaarde, waarde in reversed(over[:-1]):
        leeg = als(voorwaarde, waarde.leeg, leeg)
        fout = als(voorwaarde, waarde.fout, fout)
    if not soorten:
        return Symbool("niets", None, leeg, fout)
    soort = soorten.pop()
    return Symbool(soort, _inhoud(soort, over), leeg, fout)


def _inhoud(soort: Soort, paren: Sequence[tuple[Formule, Symbool]]) -> Any:
    """Where a value is leeg or a fault, any other will do."""
    echt = [(c, w) for c, w in paren if w.soort != "niets"]
    if soort == "getal":
        return kies([(c, w.getal) for c, w in echt])
    if soort == "waarheid":
        formule = echt[-1][1].inhoud
        for voorwaarde, waarde in reversed(echt[:-1]):
            formule = als(voorwaarde, waarde.inhoud, formule)
        return formule
    bij: dict[str, list[Formule]] = {}
    eerder: Formule = False
    for nummer, (voorwaarde, waarde) in enumerate(echt):
        laatste = nummer == len(echt) - 1
        hier = niet(eerder) if laatste else en(voorwaarde, niet(eerder))
        for c, tekst in waarde.inhoud:
            bij.setdefault(tekst, []).append(en(hier, c))
        eerder = of(eerder, voorwaarde)
    return tuple((of(*c), tekst) for tekst, c in bij.items())


def zelfde(links: Symbool, rechts: Symbool) -> Formule:
    """The same value, as two rules must agree; leeg is a value here. Neither is a fault."""
    beide_leeg = en(links.leeg, rechts.leeg)
    er = en(niet(links.leeg), niet(rechts.leeg))
    return of(beide_leeg, en(er, _gelijk(links, rechts)))


def _gelijk(links: Symbool, rechts: Symbool) -> Formule:
    if "niets" in (links.soort, rechts.soort) or links.soort != rechts.soort:
        return False
    if links.soort == "getal":
        return is_gelijk(links.getal, rechts.getal)
    if links.soort == "waarheid":
        return zelfde_waarheid(links.inhoud, rechts.inhoud)
    return of_alle(en(a, b) for a, s in links.inhoud for b, t in rechts.inhoud if s == t)


def is_waarde(symbool: Symbool, waarde: Any) -> Formule:
    """Whether it is this value of the exact run; of a fault only that it is one."""
    if isinstance(waarde, Fout):
        return symbool.fout
    return en(niet(symbool.fout), zelfde(symbool, bekend(waarde)))


# ------------------------------------------------------------------ few values


def eindig(functie: Callable[[list[Any]], Any], args: Sequence[Symbool]) -> Symbool:
    """Any function, worked out exactly for each row of values that the arguments can have."""
    rijen = [list(_gevallen(arg)) for arg in args]
    if prod(len(rij) for rij in rijen) > HOOGSTENS:
        raise AlleenExact("de bewerking heeft te veel mogelijke waarden om uit te schrijven")
    fout = fout_in(args)
    uitkomsten = [
        (en(*(c for c, _ in rij)), bekend(functie([w for _, w in rij]))) for rij in product(*rijen)
    ]
    uitkomsten = [(c, w) for c, w in uitkomsten if c is not False]
    if not uitkomsten:
        return STUK
    return met_fout(gekozen(uitkomsten), fout)


def _gevallen(arg: Symbool) -> Iterator[tuple[Formule, Any]]:
    """What an argument that is no fault can be."""
    if arg.leeg is not False:
        yield arg.leeg, LEEG
    if arg.soort == "niets" or arg.leeg is True:
        return
    er = niet(arg.leeg)
    if arg.soort == "waarheid":
        yield en(er, arg.inhoud), True
        yield en(er, niet(arg.inhoud)), False
    elif arg.soort == "tekst":
        for c, tekst in arg.inhoud:
            yield en(er, c), tekst
    else:
        keuzes = arg.getal.keuzes
        if keuzes is None:
            raise AlleenExact("de bewerking kan alleen met een bekende waarde")
        for c, waarde in keuzes:
            yield en(er, c), waarde
