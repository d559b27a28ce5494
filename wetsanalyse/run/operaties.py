"""What each operation means: one function per strict `Op`, generic over the number type.

A function gets the number type, the parameter of the step, and the values of its arguments, in
which there is no `Fout` and no `Onbeslist` any more. `LEEG` follows the row of the operation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Afronding, Fout, Op, Vergelijking
from wetsanalyse.run import kalender
from wetsanalyse.run.getallen import NUL, macht, wortel
from wetsanalyse.run.weergave import toon

Functie = Callable[[Any, Any, list[Any]], Any]
ABS_AFRONDING = Afronding("richting nul", 5)


def _leeg(args: list[Any]) -> bool:
    return any(waarde is LEEG for waarde in args)


# ------------------------------------------------------------------ arithmetic


def _plus(g: Any, _par: Any, args: list[Any]) -> Any:
    links, rechts = args
    if links is LEEG:
        return g.const(NUL) if rechts is LEEG else rechts
    return links if rechts is LEEG else g.plus(links, rechts)


def _min(g: Any, _par: Any, args: list[Any]) -> Any:
    links, rechts = args
    if rechts is LEEG:
        return g.const(NUL) if links is LEEG else links
    return g.negeer(rechts) if links is LEEG else g.plus(links, g.negeer(rechts))


def _verminderd(g: Any, _par: Any, args: list[Any]) -> Any:
    links, rechts = args
    if links is LEEG or rechts is LEEG:
        return links
    return g.plus(links, g.negeer(rechts))


def _maal(g: Any, _par: Any, args: list[Any]) -> Any:
    links, rechts = args
    if links is LEEG or rechts is LEEG:
        return g.const(NUL)
    return g.maal(links, rechts)


def _deel(g: Any, par: Any, args: list[Any]) -> Any:
    links, rechts = args
    if rechts is LEEG:
        if links is LEEG:
            return g.const(NUL)
        return Fout("DELEN-DOOR-LEEG", "Er wordt gedeeld door een waarde die leeg is.")
    if g.vergelijk("=", rechts, g.const(NUL)):
        return Fout("DELEN-DOOR-NUL", "Er wordt gedeeld door nul.")
    if links is LEEG:
        return g.const(NUL)
    quotient = g.deel(links, rechts)
    return g.afronden(quotient, ABS_AFRONDING) if par is True else quotient


def _schaal(g: Any, par: Any, args: list[Any]) -> Any:
    return LEEG if args[0] is LEEG else g.schaal(args[0], par)


def _absoluut(g: Any, _par: Any, args: list[Any]) -> Any:
    return LEEG if args[0] is LEEG else kalender.absoluut(g, args[0])


def _afronden(g: Any, par: Any, args: list[Any]) -> Any:
    return LEEG if args[0] is LEEG else g.afronden(args[0], par)


def _wortel(g: Any, par: Any, args: list[Any]) -> Any:
    (getal,) = args
    if getal is LEEG:
        return LEEG
    if g.vergelijk("<", getal, g.const(NUL)):
        return Fout("WORTEL-NEGATIEF", "De wortel uit een negatief getal bestaat niet.")
    return g.krom(lambda x: wortel(x, 2, par), getal, stijgend=True)


def _macht(g: Any, par: Any, args: list[Any]) -> Any:
    if _leeg(args):
        return LEEG
    return g.krom(lambda grondtal, exponent: macht(grondtal, exponent, par), *args)


def _begrens(g: Any, _par: Any, args: list[Any]) -> Any:
    getal, laagste, hoogste = args
    if laagste is not LEEG and hoogste is not LEEG and g.vergelijk(">", laagste, hoogste):
        return Fout("BEGR-OMGEKEERD", "Het minimum is groter dan het maximum.")
    if getal is LEEG:
        return LEEG
    if laagste is not LEEG and g.vergelijk("<", getal, laagste):
        getal = laagste
    if hoogste is not LEEG and g.vergelijk(">", getal, hoogste):
        getal = hoogste
    return getal


# ------------------------------------------------------------------ dates


def _datum_plus(g: Any, par: Any, args: list[Any]) -> Any:
    datum, aantal = args
    if datum is LEEG or aantal is LEEG:
        return datum
    return kalender.datum_plus(g, datum, aantal, par)


def _tijdsduur(g: Any, par: Any, args: list[Any]) -> Any:
    return LEEG if _leeg(args) else kalender.tijdsduur(g, args[0], args[1], par)


def _datumdeel(g: Any, par: Any, args: list[Any]) -> Any:
    return LEEG if args[0] is LEEG else kalender.deel_van_datum(g, args[0], par)


def _datum_met(g: Any, _par: Any, args: list[Any]) -> Any:
    return LEEG if _leeg(args) else kalender.datum_met(g, *args)


def _datumtijd_met(g: Any, _par: Any, args: list[Any]) -> Any:
    return LEEG if _leeg(args) else kalender.datumtijd_met(g, args)


def _paasdag(g: Any, _par: Any, args: list[Any]) -> Any:
    return LEEG if args[0] is LEEG else kalender.eerste_paasdag(g, args[0])


# ------------------------------------------------------------------ tests


def _vergelijk(g: Any, par: Vergelijking, args: list[Any]) -> Any:
    links, rechts = args
    if links is LEEG or rechts is LEEG:
        return _vergelijk_leeg(par, links is rechts)
    if par.soort in ("getal", "tijd"):
        return g.vergelijk(par.teken, links, rechts)
    return (links == rechts) == (par.teken == "=")


def _vergelijk_leeg(par: Vergelijking, beide: bool) -> bool | Fout:
    if par.teken == "≠":
        return not beide
    if beide and (par.soort == "tijd" or (par.teken == "=" and par.soort != "getal")):
        return Fout("BEIDE-LEEG", "Er worden twee waarden vergeleken die allebei leeg zijn.")
    return False


def _is_leeg(_g: Any, _par: Any, args: list[Any]) -> bool:
    return args[0] is LEEG


def _cijfers_van(waarde: Any) -> str:
    """The digits of a text or a whole number >= 0; else an empty text."""
    if isinstance(waarde, Fraction):
        return str(waarde.numerator) if waarde.denominator == 1 and waarde >= 0 else ""
    return waarde if isinstance(waarde, str) and waarde.isascii() and waarde.isdigit() else ""


def elfproef(waarde: Any) -> bool:
    """Weights from the right -1, 2, 3 …; the sum is positive and divisible by 11."""
    cijfers = [int(c) for c in reversed(_cijfers_van(waarde))]
    som = sum(c * (i + 1 if i else -1) for i, c in enumerate(cijfers))
    return som > 0 and som % 11 == 0


def _elfproef(g: Any, _par: Any, args: list[Any]) -> bool:
    return bool(_van_tekst(g, elfproef, args[0]))


def _cijfers(g: Any, par: int, args: list[Any]) -> bool:
    return bool(_van_tekst(g, lambda w: len(_cijfers_van(w)) == par, args[0]))


def _van_tekst(g: Any, functie: Callable[[Any], bool], waarde: Any) -> bool:
    return bool(g.grillig(functie, waarde)) if g.is_getal(waarde) else functie(waarde)


def _niet(_g: Any, _par: Any, args: list[Any]) -> bool:
    return args[0] is not True


# ------------------------------------------------------------------ lists


def _aantal(g: Any, _par: Any, args: list[Any]) -> Any:
    return g.const(Fraction(sum(waarde is True for waarde in args)))


def _som(g: Any, par: Any, args: list[Any]) -> Any:
    leden = [waarde for waarde in args if waarde is not LEEG]
    if not leden:
        return g.const(NUL) if par is True else LEEG
    som = leden[0]
    for lid in leden[1:]:
        som = g.plus(som, lid)
    return som


def _uiterste(teken: str) -> Functie:
    def kies(g: Any, _par: Any, args: list[Any]) -> Any:
        beste: Any = LEEG
        for waarde in args:
            if waarde is not LEEG and (beste is LEEG or g.vergelijk(teken, waarde, beste)):
                beste = waarde
        return beste

    return kies


# ------------------------------------------------------------------ text, check at assignment


def _tekst(g: Any, par: Any, args: list[Any]) -> str:
    waarden = iter(zip(args, par.typen, strict=True))
    return "".join([_getoond(g, *next(waarden)) if d is None else d for d in par.delen])


def _getoond(g: Any, waarde: Any, type_: Type) -> str:
    if g.is_getal(waarde):
        waarde = g.stap(lambda x: x, waarde)
    return toon(waarde, type_)


BEREIKEN: Mapping[str, str] = MappingProxyType(
    {"positief": ">", "niet-negatief": ">=", "negatief": "<"}
)


@cache
def _rooster(decimalen: int) -> Fraction:
    return Fraction(1, 10**decimalen)


def _controle(g: Any, par: Type, args: list[Any]) -> Any:
    (waarde,) = args
    if waarde is LEEG or not par.is_getal or not g.is_getal(waarde):
        return waarde
    if par.decimalen is not None:
        decimalen = par.decimalen + (2 if par.soort is Soort.PERCENTAGE else 0)
        if not g.op_rooster(waarde, _rooster(decimalen)):
            bericht = f"De waarde heeft meer dan {par.decimalen} decimalen."
            return Fout("DECIMALEN", bericht)
    if par.bereik is not None and not g.vergelijk(BEREIKEN[par.bereik], waarde, g.const(NUL)):
        return Fout("BEREIK", f"De waarde is niet {par.bereik}.")
    return waarde


STRIKT: Mapping[Op, Functie] = MappingProxyType(
    {
        Op.PLUS: _plus,
        Op.MIN: _min,
        Op.VERMINDERD: _verminderd,
        Op.MAAL: _maal,
        Op.DEEL: _deel,
        Op.SCHAAL: _schaal,
        Op.ABSOLUUT: _absoluut,
        Op.AFRONDEN: _afronden,
        Op.WORTEL: _wortel,
        Op.MACHT: _macht,
        Op.BEGRENS: _begrens,
        Op.DATUM_PLUS: _datum_plus,
        Op.TIJDSDUUR: _tijdsduur,
        Op.DATUMDEEL: _datumdeel,
        Op.DATUM_MET: _datum_met,
        Op.DATUMTIJD_MET: _datumtijd_met,
        Op.PAASDAG: _paasdag,
        Op.VERGELIJK: _vergelijk,
        Op.IS_LEEG: _is_leeg,
        Op.ELFPROEF: _elfproef,
        Op.CIJFERS: _cijfers,
        Op.NIET: _niet,
        Op.AANTAL: _aantal,
        Op.SOM: _som,
        Op.MINIMUM: _uiterste("<"),
        Op.MAXIMUM: _uiterste(">"),
        Op.TEKST: _tekst,
        Op.CONTROLE: _controle,
    }
)
