"""The steps of terms over time: periods, totals, counts of days, shares. [5]"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.terms import (
    Dagentelling,
    Heletijd,
    Term,
    Tijdgebonden,
    Tijdsdeel,
    Tijdvak,
    Totaal,
)
from wetsanalyse.model.types import DATUM, Eenheid
from wetsanalyse.plan.bouwer import Bouwer
from wetsanalyse.plan.ops import LEEG, Op, Tijdseenheid, Tijdvakvorm
from wetsanalyse.plan.stappen import Kader


def _stap(b: Bouwer, op: Op, args: Sequence[int], term: Any, kader: Kader, par: Any = None) -> int:
    label = " ".join(term.span.tekst.split()) if term.span else ""
    return b.stap(op, args, term.type, par, label=label, kader=kader, span=term.span)


def _tijdvak(b: Bouwer, term: Tijdvak, kader: Kader) -> int:
    van, tot = (
        b.vast(LEEG, DATUM) if grens is None else b.los(grens, kader)
        for grens in (term.van, term.tot)
    )
    vorm = Tijdvakvorm(term.van is not None, term.tot is not None, term.inclusief)
    return _stap(b, Op.TIJDVAK, (van, tot), term, kader, vorm)


def _tijdgebonden(b: Bouwer, term: Tijdgebonden, kader: Kader) -> int:
    args = (b.los(term.waarde, kader), b.los(term.tijd, kader))
    return _stap(b, Op.BINNEN, args, term, kader)


def _wanneer(b: Bouwer, tijd: Term | None, kader: Kader) -> int:
    return b.waar() if tijd is None else b.los(tijd, kader)


def _totaal(b: Bouwer, term: Totaal, kader: Kader) -> int:
    waarde = b.los(term.waarde, kader)
    if term.tijd is not None:
        wanneer = b.los(term.tijd, kader)
        waarde = b.stap(Op.BINNEN, (waarde, wanneer), term.waarde.type, kader=kader)
    return _stap(b, Op.TOTAAL, (waarde,), term, kader, _per(b, term))


def _per(b: Bouwer, term: Totaal) -> Tijdseenheid:
    """The unit of time that the value is counted per, and the total no longer. [5]"""
    verschil = term.waarde.type.eenheid.maal(term.type.eenheid, -1)
    ((naam, _),) = Eenheid.van(dict(verschil.machten)).machten
    basis, factor = b.model.eenheden.factoren[naam]
    return Tijdseenheid(basis, factor)


def _dagentelling(b: Bouwer, term: Dagentelling, kader: Kader) -> int:
    return _stap(b, Op.DAGENTELLING, (b.los(term.voorwaarde, kader),), term, kader, term.per)


def _tijdsdeel(b: Bouwer, term: Tijdsdeel, kader: Kader) -> int:
    args = (b.los(term.waarde, kader), _wanneer(b, term.tijd, kader))
    return _stap(b, Op.TIJDSDEEL, args, term, kader, term.per)


def _heletijd(b: Bouwer, term: Heletijd, kader: Kader) -> int:
    return _stap(b, Op.HELETIJD, (b.los(term.voorwaarde, kader),), term, kader, term.per)


TIJDTERMEN: Mapping[type, Callable[[Bouwer, Any, Kader], int]] = MappingProxyType(
    {
        Tijdvak: _tijdvak,
        Tijdgebonden: _tijdgebonden,
        Totaal: _totaal,
        Dagentelling: _dagentelling,
        Tijdsdeel: _tijdsdeel,
        Heletijd: _heletijd,
    }
)
