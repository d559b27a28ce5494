"""Formulas and whole-number terms for the solver; the only module that knows z3.

A formula is a Python bool or a formula of z3, a term a Python int or a term of z3. Whatever is
known is worked out here and now, so that a formula only holds what really depends on the citizen.
Without z3 (the extra `bewijs`) all that is constant still works; `beschikbaar` tells.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from typing import Any, Literal

Formule = Any
"""A bool, or a formula of the solver."""
Term = Any
"""An int, or a whole number of the solver."""
ZONDER_Z3 = (
    "Hiervoor is de bewijzer z3 nodig, en die is niet geïnstalleerd. Installeer hem met: "
    "pip install 'wetsanalyse[bewijs]'"
)
TIJD = 20.0
"""Seconds for one question, unless told otherwise. [hardheid 11.5]"""


def beschikbaar() -> bool:
    """Whether the solver is installed."""
    return find_spec("z3") is not None


@cache
def _z3() -> Any:
    import z3

    return z3


# ------------------------------------------------------------------ formulas


def onbekende(naam: str) -> Term:
    """A whole number that is free."""
    return _z3().Int(naam)


def onbekende_waarheid(naam: str) -> Formule:
    return _z3().Bool(naam)


def niet(f: Formule) -> Formule:
    return not f if isinstance(f, bool) else _z3().Not(f)


def en(*delen: Formule) -> Formule:
    return en_alle(delen)


def of(*delen: Formule) -> Formule:
    return of_alle(delen)


def en_alle(delen: Iterable[Formule]) -> Formule:
    rest: list[Formule] = []
    for deel in delen:
        if deel is False:
            return False
        if deel is not True:
            rest.append(deel)
    if len(rest) < 2:
        return rest[0] if rest else True
    return _z3().And(rest)


def of_alle(delen: Iterable[Formule]) -> Formule:
    rest: list[Formule] = []
    for deel in delen:
        if deel is True:
            return True
        if deel is not False:
            rest.append(deel)
    if len(rest) < 2:
        return rest[0] if rest else False
    return _z3().Or(rest)


def zelfde_waarheid(links: Formule, rechts: Formule) -> Formule:
    """Both true, or both not."""
    if isinstance(links, bool):
        return rechts if links else niet(rechts)
    if isinstance(rechts, bool):
        return links if rechts else niet(links)
    return links == rechts


def als(voorwaarde: Formule, dan: Any, anders: Any) -> Any:
    """A choice between two terms, or between two formulas."""
    if isinstance(voorwaarde, bool):
        return dan if voorwaarde else anders
    if isinstance(dan, bool) and isinstance(anders, bool):
        return dan if dan == anders else (voorwaarde if dan else niet(voorwaarde))
    if isinstance(dan, bool):
        return of(voorwaarde, anders) if dan else en(niet(voorwaarde), anders)
    if isinstance(anders, bool):
        return of(niet(voorwaarde), dan) if anders else en(voorwaarde, dan)
    return dan if _eender(dan, anders) else _z3().If(voorwaarde, dan, anders)


def _eender(links: Any, rechts: Any) -> bool:
    """The same term as written."""
    if isinstance(links, int) or isinstance(rechts, int):
        return isinstance(links, int) and isinstance(rechts, int) and links == rechts
    return bool(links.eq(rechts))


# ------------------------------------------------------------------ whole numbers


def maal(links: Term, rechts: Term) -> Term:
    for een, ander in ((links, rechts), (rechts, links)):
        if isinstance(een, int) and een in (0, 1):
            return een and ander
    return links * rechts


def plus(links: Term, rechts: Term) -> Term:
    if isinstance(links, int) and links == 0:
        return rechts
    return links if isinstance(rechts, int) and rechts == 0 else links + rechts


def vloer(teller: Term, noemer: Term) -> Term:
    """The quotient rounded down; the divisor is positive, and then z3 divides so too."""
    if isinstance(noemer, int) and noemer == 1:
        return teller
    if isinstance(teller, int) and isinstance(noemer, int):
        return teller // noemer
    return _als_term(teller) / noemer


def is_oneven(getal: Term) -> Formule:
    return gelijk(getal % 2, 1)


def _als_term(getal: Term) -> Term:
    return _z3().IntVal(getal) if isinstance(getal, int) else getal


def kleiner(links: Term, rechts: Term) -> Formule:
    return _formule(links < rechts)


def gelijk(links: Term, rechts: Term) -> Formule:
    if not isinstance(links, int) and not isinstance(rechts, int) and links.eq(rechts):
        return True
    return _formule(links == rechts)


def _formule(waarde: Any) -> Formule:
    return waarde


# ------------------------------------------------------------------ asking


@dataclass(frozen=True, slots=True)
class Antwoord:
    """``ja``: it can be, with a value for each unknown by its name; ``nee``: it cannot be."""

    uitslag: Literal["ja", "nee", "onbekend"]
    waarden: Mapping[str, int | bool] = field(default_factory=dict)
    reden: str = ""


def ingevuld(formule: Formule, waarden: Mapping[str, int | bool]) -> bool | None:
    """A formula in which every unknown has a value; None: one has not."""
    if isinstance(formule, bool):
        return formule
    z3 = _z3()
    paren = [
        (z3.Bool(n), z3.BoolVal(w)) if isinstance(w, bool) else (z3.Int(n), z3.IntVal(w))
        for n, w in waarden.items()
    ]
    klaar = z3.simplify(z3.substitute(formule, *paren))
    return True if z3.is_true(klaar) else False if z3.is_false(klaar) else None


GEDULD = 3
"""All questions about one set of demands together get so many times the time of one."""


class Oplosser:
    """The questions about one set of demands. It holds a solver, and stays inside one analysis."""

    def __init__(self, eisen: Sequence[Formule], tijd: float = TIJD) -> None:
        z3 = _z3()
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._tijd, self._rest = tijd, GEDULD * tijd
        self._nooit = any(eis is False for eis in eisen)
        self._solver.add([eis for eis in eisen if not isinstance(eis, bool)])

    def vraag(self, *eisen: Formule) -> Antwoord:
        """Can all demands and these hold together?"""
        if self._nooit or any(eis is False for eis in eisen):
            return Antwoord("nee")
        z3, solver = _z3(), self._solver
        solver.push()
        try:
            solver.add([eis for eis in eisen if eis is not True])
            solver.set("timeout", max(1, int(min(self._tijd, self._rest) * 1000)))
            begin = time.monotonic()
            uitslag = solver.check()
            self._rest -= time.monotonic() - begin
            if uitslag == z3.unsat:
                return Antwoord("nee")
            if uitslag == z3.unknown:
                return Antwoord("onbekend", reden=self._waarom(str(solver.reason_unknown())))
            model = solver.model()
            return Antwoord(
                "ja", {str(d): _waarde(model[d]) for d in model.decls() if not d.arity()}
            )
        finally:
            solver.pop()

    def _waarom(self, reden: str) -> str:
        """The solver takes Ctrl-C for itself; here it means what it always means."""
        if "interrupted" in reden:
            raise KeyboardInterrupt
        if "timeout" in reden or "canceled" in reden:
            if self._rest <= 0:
                return f"De bewijzer was na {GEDULD * self._tijd:g} seconden niet klaar"
            return f"De bewijzer gaf binnen {self._tijd:g} seconden per vraag geen antwoord"
        return "De bewijzer kan deze vraag niet beslissen"


def _waarde(waarde: Any) -> int | bool:
    z3 = _z3()
    return bool(z3.is_true(waarde)) if z3.is_bool(waarde) else int(waarde.as_long())
