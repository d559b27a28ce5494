"""What each operation becomes in the source text: one row per `Op`, or why it has none.

A function gets the writer, the parameter of the step, and its arguments. Those of `GEWOON` need
all their arguments: what is not known of one is not known of the answer. Those of `LUI` look
for themselves. What leeg does stands in `plan/ops.py`; this follows it to the letter, for the
exact interpreter is held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Kwantiteit, Op, Vergelijking
from wetsanalyse.run.kernel import kalender
from wetsanalyse.run.kernel.rekenen import (
    NUL,
    afgerond,
    als_nul,
    breuk,
    gelijknamig,
    klem,
    op_rooster,
    product,
    quotient,
    som,
)
from wetsanalyse.run.kernel.schrijver import Schrijver
from wetsanalyse.run.kernel.toetsen import (
    gelijk,
    is_waar,
    keuze,
    kies,
    toets_exact,
    vergelijk,
    zeker_waar,
)
from wetsanalyse.run.kernel.waarde import (
    LEEG_,
    ONWAAR,
    WAAR,
    Aard,
    PastNiet,
    Waarde,
    als,
    en,
    getal,
    niet,
    of,
    waarheid,
)
from wetsanalyse.run.operaties import ABS_AFRONDING

Functie = Callable[[Schrijver, Any, Sequence[Waarde]], Waarde]


def leeg_van(x: Waarde) -> str:
    return WAAR if x.aard is Aard.NIETS and x.exact != WAAR else x.leeg


def _getal(x: Waarde) -> Waarde:
    """As a number; of what is always leeg, some number."""
    if x.aard is Aard.NIETS:
        return replace(NUL, leeg=leeg_van(x), exact=x.exact)
    if x.aard is not Aard.GETAL:
        raise PastNiet("er wordt gerekend met iets dat geen getal is")
    return x


def _kaal(x: Waarde) -> Waarde:
    """Only the number: whether it is leeg is asked apart."""
    return replace(_getal(x), leeg=ONWAAR, exact=ONWAAR)


# ------------------------------------------------------------------ arithmetic


def _plus(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    a, b = (als_nul(s, x) for x in args)
    return som(s, a, b)


def _min(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    a, b = (als_nul(s, x) for x in args)
    return som(s, a, b, -1)


def _verminderd(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    a, b = args
    return replace(som(s, _kaal(a), als_nul(s, b), -1), leeg=leeg_van(a))


def _maal(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    a, b = args
    leeg = of(leeg_van(a), leeg_van(b))
    return als_nul(s, replace(product(s, _kaal(a), _kaal(b)), leeg=s.test(leeg)))


def _deel(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    a, b = args
    if b.aard is Aard.NIETS:
        return replace(NUL, exact=niet(leeg_van(a)))
    uit, nul = quotient(s, _kaal(a), _kaal(b))
    if par is True:
        uit = afgerond(s, uit, ABS_AFRONDING)
    door_niets = en(leeg_van(b), niet(leeg_van(a)))
    fout = s.test(of(door_niets, en(nul, niet(leeg_van(b)))))
    leeg = s.test(of(leeg_van(a), leeg_van(b)))
    return als_nul(s, replace(uit, leeg=leeg, exact=of(uit.exact, fout)))


def _schaal(s: Schrijver, par: Fraction, args: Sequence[Waarde]) -> Waarde:
    return replace(product(s, _kaal(args[0]), breuk(par)), leeg=leeg_van(args[0]))


def _absoluut(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    return replace(kalender.absoluut(s, _kaal(args[0])), leeg=leeg_van(args[0]))


def _afronden(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    return replace(afgerond(s, _kaal(args[0]), par), leeg=leeg_van(args[0]))


def _begrens(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    x, laagste, hoogste = args
    if x.aard is Aard.NIETS:
        return replace(LEEG_, exact=_omgekeerd(s, laagste, hoogste))
    uit = replace(_getal(x), exact=ONWAAR)
    for grens, teken in ((laagste, "<"), (hoogste, ">")):
        if grens.aard is Aard.NIETS:
            continue
        buiten = s.test(en(niet(leeg_van(grens)), vergelijk(s, teken, _kaal(uit), _kaal(grens))))
        leeg = uit.leeg
        uit = replace(_begrensd(s, buiten, _kaal(grens), _kaal(uit), teken, grens), leeg=leeg)
    return replace(uit, exact=_omgekeerd(s, laagste, hoogste))


def _begrensd(
    s: Schrijver, buiten: str, grens: Waarde, x: Waarde, teken: str, bron: Waarde
) -> Waarde:
    """The bound where the number lies outside it; that narrows the bounds of the code too."""
    uit = kies(s, buiten, grens, x)
    if leeg_van(bron) != ONWAAR or uit.noemer is not None:
        return uit
    uiterste = Fraction(grens.laag if teken == "<" else grens.hoog, grens.schaal) * uit.schaal
    if grens.noemer is not None:
        return uit
    if teken == "<":
        laag = max(uit.laag, int(uiterste))
        return replace(uit, laag=laag, hoog=max(laag, uit.hoog))
    hoog = min(uit.hoog, int(uiterste))
    return replace(uit, hoog=hoog, laag=min(hoog, uit.laag))


def _omgekeerd(s: Schrijver, laagste: Waarde, hoogste: Waarde) -> str:
    """The minimum is above the maximum: a fault, so for the exact interpreter."""
    if Aard.NIETS in (laagste.aard, hoogste.aard):
        return ONWAAR
    beide = en(niet(leeg_van(laagste)), niet(leeg_van(hoogste)))
    return s.test(en(beide, vergelijk(s, ">", _kaal(laagste), _kaal(hoogste))))


# ------------------------------------------------------------------ dates


def _datum_plus(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    dag, aantal = args
    if dag.aard is Aard.NIETS or aantal.aard is Aard.NIETS:
        return replace(dag, exact=ONWAAR)
    zeker = niet(of(leeg_van(dag), leeg_van(aantal)))
    plus = kalender.datum_plus(s, _kaal(dag), _kaal(aantal), par)
    plus = replace(plus, exact=s.test(en(zeker, plus.exact)))
    ongemoeid = replace(_kaal(dag), leeg=ONWAAR)
    return replace(kies(s, s.test(niet(leeg_van(aantal))), plus, ongemoeid), leeg=leeg_van(dag))


def _met_waarden(s: Schrijver, args: Sequence[Waarde], maak: Callable[[], Waarde]) -> Waarde:
    """Leeg when one of them is; only where all have a value does it matter what comes out."""
    leeg = s.test(of(*(leeg_van(x) for x in args)))
    if leeg == WAAR:
        return LEEG_
    uit = maak()
    return replace(uit, leeg=leeg, exact=s.test(en(niet(leeg), uit.exact)))


def _tijdsduur(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    van, tot = (_kaal(x) for x in args)
    return _met_waarden(s, args, lambda: kalender.tijdsduur(s, van, tot, par))


def _datumdeel(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    return _met_waarden(s, args, lambda: kalender.datumdeel(s, _kaal(args[0]), par))


def _datum_met(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    delen = [_kaal(x) for x in args]
    return _met_waarden(s, args, lambda: kalender.datum_met(s, *delen))


# ------------------------------------------------------------------ tests


def _vergelijk(s: Schrijver, par: Vergelijking, args: Sequence[Waarde]) -> Waarde:
    a, b = args
    leeg_a, leeg_b = leeg_van(a), leeg_van(b)
    een_leeg, beide_leeg = s.test(of(leeg_a, leeg_b)), s.test(en(leeg_a, leeg_b))
    bij_leeg = niet(beide_leeg) if par.teken == "≠" else ONWAAR
    streng = par.soort == "tijd" or (par.teken == "=" and par.soort != "getal")
    fout = beide_leeg if streng and par.teken != "≠" else ONWAAR
    if Aard.NIETS in (a.aard, b.aard):
        return waarheid(bij_leeg, exact=fout)
    if par.soort in ("getal", "tijd"):
        uit = vergelijk(s, par.teken, _kaal(a), _kaal(b))
    else:
        if a.aard is not b.aard:
            raise PastNiet("waarden van verschillende soort worden vergeleken")
        zelfde = WAAR if a.code == b.code else f"({a.code} == {b.code})"
        uit = zelfde if par.teken == "=" else niet(zelfde)
    if een_leeg != ONWAAR:
        uit = of(en(niet(een_leeg), s.test(uit)), en(een_leeg, bij_leeg))
    return waarheid(s.test(uit), exact=fout)


def _is_leeg(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    return waarheid(s.test(leeg_van(args[0])))


def _niet(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    return waarheid(s.test(niet(is_waar(args[0]))))


def _controle(s: Schrijver, par: Type, args: Sequence[Waarde]) -> Waarde:
    (x,) = args
    if x.aard is not Aard.GETAL or not par.is_getal:
        return replace(x, exact=ONWAAR)
    uit = replace(x, exact=ONWAAR)
    if par.decimalen is not None:
        uit = op_rooster(s, uit, par.decimalen + (2 if par.soort is Soort.PERCENTAGE else 0))
    exact = uit.exact
    if par.bereik is not None:
        laag = {"positief": 1, "niet-negatief": 0}.get(par.bereik)
        hoog = -1 if par.bereik == "negatief" else None
        if (laag is not None and uit.laag < laag) or (hoog is not None and uit.hoog > hoog):
            buiten = f"({uit.code} < {laag})" if laag is not None else f"({uit.code} > {hoog})"
            exact = of(exact, buiten)
            uit = klem(s, uit, laag, hoog)
    return replace(uit, exact=s.test(en(niet(x.leeg), exact)))


# ------------------------------------------------------------------ lists


def _aantal(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    return geteld(s, [is_waar(x) for x in args])


def geteld(s: Schrijver, toetsen: Sequence[str]) -> Waarde:
    """How many of these tests are true."""
    vast = sum(t == WAAR for t in toetsen)
    los = [t for t in toetsen if t not in (WAAR, ONWAAR)]
    code = " + ".join([str(vast), *(als(t, "1", "0") for t in los)])
    return getal(s.zet(f"({code})") if los else str(vast), vast, vast + len(los))


def _som(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    uit = NUL
    for x in args:
        uit = som(s, uit, als_nul(s, x))
    if par is True:
        return uit
    return replace(uit, leeg=s.test(en(*(leeg_van(x) for x in args))))


def _uiterste(teken: str) -> Functie:
    def uiterste(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
        uit = LEEG_
        for x in args:
            uit = beter(s, teken, uit, replace(x, exact=ONWAAR))
        return uit

    return uiterste


def beter(s: Schrijver, teken: str, een: Waarde, ander: Waarde) -> Waarde:
    """The least (``<``) or greatest (``>``) of two, of which either may be leeg."""
    if een.aard is Aard.NIETS or ander.aard is Aard.NIETS:
        return ander if een.aard is Aard.NIETS else een
    zelfde = een.vast is not None and een.vast == ander.vast and een.schaal == ander.schaal
    if zelfde and een.leeg in (ONWAAR, ander.leeg):  # else the other may be there where it is not
        return een
    wint = vergelijk(s, teken, _kaal(ander), _kaal(een))
    test = s.test(en(niet(ander.leeg), of(een.leeg, wint)))
    uit = replace(kies(s, test, ander, een), leeg=s.test(en(een.leeg, ander.leeg)))
    if {een.leeg, ander.leeg} != {ONWAAR} or uit.noemer is not None:
        return uit
    (x, y), _, _ = gelijknamig(s, (een, ander))
    if teken == ">":
        return replace(uit, laag=max(x.laag, y.laag))
    return replace(uit, hoog=min(x.hoog, y.hoog))


# ------------------------------------------------------------------ those that look for themselves


def _tel(s: Schrijver, par: Kwantiteit, args: Sequence[Waarde]) -> Waarde:
    waar = [s.test(is_waar(x)) for x in args]
    bekend = [s.test(zeker_waar(x)) for x in args]
    onwaar = [en(niet(w), niet(x.exact)) for w, x in zip(waar, args, strict=True)]
    match par.soort, par.aantal:
        case "alle", _:
            code, beslist = en(*waar), onwaar
        case "geen", _:
            code, beslist = en(*(niet(w) for w in waar)), bekend
        case "ten minste", 1:
            code, beslist = of(*waar), bekend
        case _:
            return waarheid(s.test(_naar_aantal(s, par, waar)), exact=of(*(x.exact for x in args)))
    return waarheid(s.test(code), exact=toets_exact(s, args, beslist))


def _naar_aantal(s: Schrijver, par: Kwantiteit, waar: Sequence[str]) -> str:
    teken = {"ten minste": ">=", "ten hoogste": "<=", "precies": "="}[par.soort]
    return vergelijk(s, teken, geteld(s, waar), breuk(Fraction(par.aantal)))


def _een_van(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    code = s.test(of(*(zeker_waar(x) for x in args)))
    return waarheid(code, exact=s.test(en(niet(code), of(*(x.exact for x in args)))))


def _indien(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    voorwaarde, waarde = args
    uit = kies(s, s.test(is_waar(voorwaarde)), waarde, LEEG_)
    return replace(uit, exact=s.test(of(voorwaarde.exact, uit.exact)))


def _enige(s: Schrijver, par: Any, args: Sequence[Waarde]) -> Waarde:
    uit = constante(par)
    gevonden, exact = ONWAAR, ONWAAR
    for bewaker, waarde in zip(args[::2], args[1::2], strict=True):
        hier = s.test(is_waar(bewaker))
        exact = of(exact, bewaker.exact, en(hier, gevonden))
        uit = kies(s, hier, waarde, uit)
        gevonden = s.test(of(gevonden, hier))
    return replace(uit, exact=s.test(of(exact, uit.exact)))


def _kies(s: Schrijver, _par: Any, args: Sequence[Waarde]) -> Waarde:
    paren = list(zip(args[:-1:2], args[1:-1:2], strict=True))
    return keuze(s, paren, args[-1])


def constante(waarde: Any, tekst: Callable[[str], int] | None = None) -> Waarde:
    """A value that is the same for everybody."""
    if waarde is LEEG or waarde is None:
        return LEEG_
    if isinstance(waarde, bool):
        return waarheid(WAAR if waarde else ONWAAR)
    if isinstance(waarde, int | Fraction):
        return breuk(Fraction(waarde))
    if isinstance(waarde, str) and tekst is not None:
        nummer = tekst(waarde)
        return Waarde(Aard.TEKST, str(nummer), nummer, nummer)
    raise PastNiet("er staat een waarde die in de tijd verandert of een fout is")


GEWOON: Mapping[Op, Functie] = MappingProxyType(
    {
        Op.PLUS: _plus,
        Op.MIN: _min,
        Op.VERMINDERD: _verminderd,
        Op.MAAL: _maal,
        Op.DEEL: _deel,
        Op.SCHAAL: _schaal,
        Op.ABSOLUUT: _absoluut,
        Op.AFRONDEN: _afronden,
        Op.BEGRENS: _begrens,
        Op.DATUM_PLUS: _datum_plus,
        Op.TIJDSDUUR: _tijdsduur,
        Op.DATUMDEEL: _datumdeel,
        Op.DATUM_MET: _datum_met,
        Op.VERGELIJK: _vergelijk,
        Op.IS_LEEG: _is_leeg,
        Op.NIET: _niet,
        Op.AANTAL: _aantal,
        Op.SOM: _som,
        Op.MINIMUM: _uiterste("<"),
        Op.MAXIMUM: _uiterste(">"),
        Op.CONTROLE: _controle,
    }
)
LUI: Mapping[Op, Functie] = MappingProxyType(
    {
        Op.TEL: _tel,
        Op.EEN_VAN: _een_van,
        Op.INDIEN: _indien,
        Op.ENIGE: _enige,
        Op.KIES: _kies,
    }
)
BLADEREN = frozenset({Op.INVOER, Op.CONSTANTE, Op.PARAMETER, Op.OPEN_NORM})
"""Written by `programma`, which knows the columns."""
ALLEEN_EXACT: Mapping[Op, str] = MappingProxyType(
    {
        Op.WORTEL: "een wortel",
        Op.MACHT: "een macht",
        Op.DATUMTIJD_MET: "een tijdstip op de dag",
        Op.PAASDAG: "de paasdag",
        Op.DATUM_PLUS_DAGSOORT: "tellen in werkdagen of andere dagsoorten",
        Op.ELFPROEF: "de elfproef",
        Op.CIJFERS: "het aantal cijfers van een tekst",
        Op.VERDEEL: "verdelen over ontvangers",
        Op.TEKST: "een samengestelde tekst",
        Op.TIJDVAK: "een periode",
        Op.BINNEN: "een waarde die in de tijd verandert",
        Op.TOTAAL: "een totaal over de tijd",
        Op.DAGENTELLING: "een aantal dagen in de tijd",
        Op.TIJDSDEEL: "een tijdsevenredig deel",
        Op.HELETIJD: "de gehele periode",
        Op.OOIT: "een waarde die in de tijd verandert",
        Op.OP_DAG: "een waarde die in de tijd verandert",
        Op.KNIPS: "een waarde die in de tijd verandert",
    }
)
"""What only the exact interpreter can do, in words that end “… draait alleen exact”."""


def vertaal(s: Schrijver, op: Op, par: Any, args: Sequence[Waarde]) -> Waarde:
    """One step over its arguments; `PastNiet` when it cannot be done here."""
    if op in LUI:
        return s.vast(LUI[op](s, par, args))
    if op not in GEWOON:
        raise PastNiet(f"{ALLEEN_EXACT[op]} draait alleen exact")
    exact = s.test(of(*(x.exact for x in args)))
    if exact == WAAR:
        raise PastNiet("")
    uit = GEWOON[op](s, par, args)
    return s.vast(replace(uit, exact=of(exact, uit.exact)))


__all__ = ["ALLEEN_EXACT", "BLADEREN", "GEWOON", "LUI", "constante", "gelijk", "vertaal"]
