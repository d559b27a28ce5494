"""Each operation of a term: what it makes of plain values and its parameter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.naief import datums, rekenen, toetsen
from tests.naief.waarden import LEEG


def _abs(args: list[Any], par: Any) -> Any:
    return LEEG if args[0] is LEEG else abs(args[0])


def _tekst(args: list[Any], par: Any) -> str:
    delen, typen = par
    stukken = iter([toetsen.tekst_van(w, t_) for w, t_ in zip(args, typen, strict=True)])
    return "".join(next(stukken) if deel is None else deel for deel in delen)


BEWERKINGEN: dict[str, Callable[[list[Any], Any], Any]] = {
    "PLUS": lambda a, p: rekenen.plus(*a),
    "MIN": lambda a, p: rekenen.min_(*a),
    "VERMINDERD": lambda a, p: rekenen.verminderd(*a),
    "MAAL": lambda a, p: rekenen.maal(*a),
    "DEEL": lambda a, p: rekenen.deel_abs(*a) if p else rekenen.deel(*a),
    "SCHAAL": lambda a, p: LEEG if a[0] is LEEG else a[0] * p,
    "ABSOLUUT": _abs,
    "AFRONDEN": lambda a, p: rekenen.rond(a[0], *p),
    "BEGRENS": lambda a, p: rekenen.begrens(*a),
    "WORTEL": lambda a, p: rekenen.wortel(a[0], *p),
    "MACHT": lambda a, p: rekenen.macht(a[0], a[1], *p),
    "DATUM_PLUS": lambda a, p: datums.datum_plus(a[0], a[1], *p),
    "TIJDSDUUR": lambda a, p: datums.tijdsduur(a[0], a[1], *p),
    "DATUMDEEL": lambda a, p: datums.deel_van(a[0], p),
    "DATUM_MET": lambda a, p: datums.datum_met(*a),
    "DATUMTIJD_MET": lambda a, p: datums.datum_met(*a),
    "PAASDAG": lambda a, p: datums.paasdag(a[0]),
    "VERGELIJK": lambda a, p: toetsen.vergelijk(a[0], a[1], *p),
    "IS_LEEG": lambda a, p: a[0] is LEEG,
    "ELFPROEF": lambda a, p: toetsen.elfproef(a[0]),
    "CIJFERS": lambda a, p: toetsen.exact_cijfers(a[0], p),
    "NIET": lambda a, p: a[0] is not True,
    "TEKST": _tekst,
}
