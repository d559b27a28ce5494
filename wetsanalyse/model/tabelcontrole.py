"""Rows of a decision table that can hold together, and cases for which no row holds. [7]

Only what is certain is told. Each thing that is tested gets a few values of which one stands for
all others that the tests cannot tell apart. A row allows some values of each thing: it is a box.
Two rows overlap when their boxes do; a gap is a point in no box. A test that is not understood
makes a row possible: it may fill a gap, and it never overlaps. Leeg is left out: what is not
known is no gap in the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, floor
from typing import Any

from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.schrijfwijze import schrijf_waarde
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    HeeftRol,
    Lees,
    Parameterterm,
    SpeeltRol,
    Term,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import opmerking, waarschuwing

HOOGSTENS = 20_000
"""Steps in the search for a gap; a table that needs more is not looked at."""

Toets = Callable[[Any], bool]
_VERGELIJK: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: bool(a == b),
    "≠": lambda a, b: bool(a != b),
    "<": lambda a, b: bool(a < b),
    "<=": lambda a, b: bool(a <= b),
    ">": lambda a, b: bool(a > b),
    ">=": lambda a, b: bool(a >= b),
}


@dataclass(frozen=True, slots=True)
class _Proef:
    """One thing and what a row demands of it. ``grenzen``: the values that it is held against;
    ``tegen``: the parameter, when it is one; ``precies``: only equal to or not."""

    ding: Term
    grenzen: tuple[Any, ...]
    toets: Toets
    tegen: Term | None = None
    precies: bool = False


@dataclass(frozen=True, slots=True)
class _Rij:
    """``mag``: for each thing the values that the row allows, as bits; ``volledig``: every test
    of the row was understood."""

    versie: Regelversie
    mag: tuple[int, ...]
    volledig: bool

    @property
    def mogelijk(self) -> bool:
        return all(self.mag)


@dataclass(frozen=True, slots=True)
class _Ding:
    """Something that is tested, with the values that stand for all. ``tegen``: the parameter
    that it is held against, if any."""

    term: Term
    waarden: tuple[Any, ...]
    tegen: Term | None

    @property
    def alles(self) -> int:
        return (1 << len(self.waarden)) - 1


def gaten_en_overlap(
    kolom: Span, versies: Sequence[Regelversie], tabel: Tabel, context: str
) -> Iterator[Diagnostic]:
    """Warnings about one conclusion column. A kenmerk may well be given twice, or not at all."""
    if not versies or versies[0].waarde is None:
        return
    per_rij = [_proeven(v) for v in versies]
    alle = [p for proeven in per_rij for p in proeven if p is not None]
    dingen = []
    for term in dict.fromkeys(p.ding for p in alle):
        eigen = [p for p in alle if p.ding == term]
        waarden = _waarden(term, eigen, tabel)
        if waarden is not None:
            dingen.append(_Ding(term, tuple(waarden), eigen[0].tegen))
    rijen = [_rij(v, proeven, dingen) for v, proeven in zip(versies, per_rij, strict=True)]
    yield from _overlap(rijen, dingen, context)
    vrij = len(dingen) == 1 or all(isinstance(d.term, _KALE) for d in dingen)
    if dingen and vrij and not any(_opsomming(d.term, alle) for d in dingen):
        mogelijk = [r for r in rijen if r.mogelijk]
        binnen = _binnen(mogelijk, dingen)
        gedeeld = [d for d in dingen if d not in binnen and d.term.type.soort is not Soort.BOOLEAN]
        yield from _buiten(kolom, _alleen(mogelijk, dingen, gedeeld), gedeeld, context)
        yield from _gat(kolom, _alleen(mogelijk, dingen, binnen), binnen, context)


def _binnen(rijen: Sequence[_Rij], dingen: Sequence[_Ding]) -> list[_Ding]:
    """Without the things of which all rows demand the same: those say for whom the table is, as
    the kenmerk of who broke a rule in a table of fines. One row alone does not show that."""
    return [
        ding
        for n, ding in enumerate(dingen)
        if len(rijen) < 2 or len({r.mag[n] for r in rijen}) > 1 or rijen[0].mag[n] == ding.alles
    ]


def _alleen(rijen: Sequence[_Rij], dingen: Sequence[_Ding], keuze: Sequence[_Ding]) -> list[_Rij]:
    plekken = [n for n, ding in enumerate(dingen) if ding in keuze]
    return [replace(r, mag=tuple(r.mag[n] for n in plekken)) for r in rijen]


_KALE = (Lees, SpeeltRol, HeeftRol)
"""Things that differ freely from each other; two sums of one thing do not."""


def _opsomming(ding: Term, proeven: Sequence[_Proef]) -> bool:
    """A list of separate numbers or dates is never all there are, and need not be."""
    eigen = [p for p in proeven if p.ding == ding]
    return (ding.type.is_getal or ding.type.is_tijd) and all(p.precies for p in eigen)


# ------------------------------------------------------------------ what a row demands


def _proeven(versie: Regelversie) -> list[_Proef | None]:
    if versie.voorwaarde is None:
        return []
    assert isinstance(versie.voorwaarde, Bewerking)
    return [_proef(test) for test in versie.voorwaarde.args]


def _rij(versie: Regelversie, proeven: list[_Proef | None], dingen: list[_Ding]) -> _Rij:
    mag = []
    for ding in dingen:
        eigen = [p for p in proeven if p is not None and p.ding == ding.term]
        bits = sum(1 << i for i, w in enumerate(ding.waarden) if all(p.toets(w) for p in eigen))
        mag.append(bits)
    bekend = {d.term for d in dingen}
    return _Rij(versie, tuple(mag), all(p is not None and p.ding in bekend for p in proeven))


def _proef(test: Term) -> _Proef | None:
    match test:
        case Bewerking("NIET", (binnen,)):
            proef = _proef(binnen)
            if proef is None or proef.ding.type.soort is not Soort.BOOLEAN:
                return None
            waar = proef.toets
            return _Proef(proef.ding, (), lambda x: not waar(x))
        case Bewerking("TEL", leden, _, ("ten minste", 1)):
            return _samen(leden, any)
        case Bewerking("TEL", leden, _, ("alle", 0)):
            return _samen(leden, all)
        case Bewerking("VERGELIJK", (links, rechts), _, (teken, soort)):
            return _vergelijking(links, rechts, teken, soort)
        case _ if isinstance(test, _KALE):
            return _Proef(test, (), bool)
        case _:
            return None


def _samen(leden: Sequence[Term], hoe: Callable[[Iterator[bool]], bool]) -> _Proef | None:
    """More tests of one thing, such as `gelijk aan A of B`."""
    proeven = [p for lid in leden if (p := _proef(lid)) is not None]
    if len(proeven) < len(leden) or len({p.ding for p in proeven}) != 1:
        return None
    if any(p.tegen is not None for p in proeven):
        return None
    grenzen = tuple(g for p in proeven for g in p.grenzen)
    precies = all(p.precies for p in proeven)
    toets: Toets = lambda x: hoe(p.toets(x) for p in proeven)  # noqa: E731
    return _Proef(proeven[0].ding, grenzen, toets, precies=precies)


def _vergelijking(links: Term, rechts: Term, teken: str, soort: str) -> _Proef | None:
    vergelijk = _VERGELIJK[teken]
    if isinstance(links, Constante) or soort == "waarheid":
        return None
    if isinstance(rechts, Constante) and rechts.waarde is not None:
        grens = rechts.waarde
        return _Proef(links, (grens,), lambda x: vergelijk(x, grens), precies=teken in "=≠")
    if isinstance(rechts, Parameterterm) and soort in ("getal", "tijd"):
        # What it is worth is not known here: below it, at it, above it.
        return _Proef(links, (0,), lambda x: vergelijk(x, 0), rechts)
    return None


# ------------------------------------------------------------------ values that stand for all


def _waarden(ding: Term, proeven: list[_Proef], tabel: Tabel) -> list[Any] | None:
    type_ = ding.type
    if type_.soort is Soort.BOOLEAN:
        return [True, False]
    if type_.soort is Soort.ENUMERATIE:
        return list(tabel.enumeraties.get(type_.domein or "", ())) or None
    if not (type_.is_getal or type_.is_tijd):
        return None
    tegen = {p.tegen for p in proeven}
    if tegen != {None}:
        return [-1, 0, 1] if len(tegen) == 1 else None
    grenzen = sorted({Fraction(g) for p in proeven for g in p.grenzen})
    stap = _stap(type_)
    punten = _met_stap(grenzen, stap) if stap is not None else _zonder_stap(grenzen)
    return [x for x in punten if _in_bereik(x, type_.bereik)] or None


def _stap(type_: Type) -> Fraction | None:
    if type_.soort is Soort.DATUM:
        return Fraction(1)
    if not type_.is_getal or type_.decimalen is None:
        return None
    extra = 2 if type_.soort is Soort.PERCENTAGE else 0
    return Fraction(1, 10 ** (type_.decimalen + extra))


def _met_stap(grenzen: list[Fraction], stap: Fraction) -> list[Fraction]:
    punten: set[Fraction] = {Fraction(0)}
    for grens in grenzen:
        onder, boven = floor(grens / stap), ceil(grens / stap)
        punten |= {stap * n for n in (onder - 1, onder, boven, boven + 1)}
    return sorted(punten)


def _zonder_stap(grenzen: list[Fraction]) -> list[Fraction]:
    met_nul = sorted({Fraction(0), *grenzen})
    tussen = [(a + b) / 2 for a, b in pairwise(met_nul)]
    return sorted({met_nul[0] - 1, *met_nul, *tussen, met_nul[-1] + 1})


def _in_bereik(waarde: Fraction, bereik: str | None) -> bool:
    eisen = {"negatief": waarde < 0, "niet-negatief": waarde >= 0, "positief": waarde > 0}
    return eisen.get(bereik or "", True)


# ------------------------------------------------------------------ messages


def _overlap(rijen: Sequence[_Rij], dingen: Sequence[_Ding], context: str) -> Iterator[Diagnostic]:
    for een, ander in combinations([r for r in rijen if r.volledig], 2):
        samen = [a & b for a, b in zip(een.mag, ander.mag, strict=True)]
        zelfde = een.versie.waarde == ander.versie.waarde
        if zelfde or not all(samen) or een.versie.onderwerp != ander.versie.onderwerp:
            continue
        genoemd = [
            (ding, _eerste(ding, bits))
            for ding, bits, a, b in zip(dingen, samen, een.mag, ander.mag, strict=True)
            if (a & b) != ding.alles
        ]
        bij = _toon(genoemd)
        yield waarschuwing(
            "BT-OVERLAP",
            ander.versie.span,
            f"rij {een.versie.rij} en rij {ander.versie.rij} gelden allebei"
            + (f", bijvoorbeeld bij {bij}" if bij else ""),
            hulp=("scherp een van de twee aan: een tabel kent geen “eerste rij wint”",),
            context=context,
        )


def _eerste(ding: _Ding, bits: int) -> Any:
    return next(w for i, w in enumerate(ding.waarden) if bits >> i & 1)


def _gat(
    kolom: Span, rijen: Sequence[_Rij], dingen: Sequence[_Ding], context: str
) -> Iterator[Diagnostic]:
    punt = _zonder_rij(rijen, dingen) or _open_punt(rijen, dingen)
    if punt is None:
        return
    yield waarschuwing(
        "BT-GAT",
        kolom,
        f"geen enkele rij geldt bij {_toon(punt)}: dan zegt deze tabel niets",
        hulp=("voeg een rij toe, of laat een andere regel dit geval bepalen",),
        context=context,
    )


def _buiten(
    kolom: Span, rijen: Sequence[_Rij], gedeeld: Sequence[_Ding], context: str
) -> Iterator[Diagnostic]:
    """For whom the whole table is not, when a number or a list says so. Of a kenmerk, a role or a
    boolean nothing is said: that is how a table tells whom it is about."""
    punt = _zonder_rij(rijen, gedeeld)
    if punt is not None:
        yield opmerking(
            "BT-GAT",
            kolom,
            f"elke rij vraagt hetzelfde: bij {_toon(punt)} geldt deze tabel niet",
            hulp=("klopt dat, dan hoeft u niets te doen",),
            context=context,
        )


def _zeker(ding: _Ding) -> list[int]:
    """The values that are sure to exist. Below or above a parameter there may be nothing."""
    return [i for i, w in enumerate(ding.waarden) if ding.tegen is None or w == 0]


def _zonder_rij(rijen: Sequence[_Rij], dingen: Sequence[_Ding]) -> list[tuple[_Ding, Any]] | None:
    """One value that no row allows: enough to name the gap."""
    for n, ding in enumerate(dingen):
        samen = 0
        for rij in rijen:
            samen |= rij.mag[n]
        for i in _zeker(ding):
            if not samen >> i & 1:
                return [(ding, ding.waarden[i])]
    return None


def _open_punt(rijen: Sequence[_Rij], dingen: Sequence[_Ding]) -> list[tuple[_Ding, Any]] | None:
    """A point in no box, found one thing at a time."""
    stappen = 0

    def zoek(n: int, over: list[_Rij]) -> list[tuple[_Ding, Any]] | None:
        nonlocal stappen
        stappen += 1
        rest = range(n, len(dingen))
        if stappen > HOOGSTENS or any(
            all(rij.mag[k] == dingen[k].alles for k in rest) for rij in over
        ):
            return None
        if n == len(dingen):
            return []
        for i in _zeker(dingen[n]):
            verder = zoek(n + 1, [rij for rij in over if rij.mag[n] >> i & 1])
            if verder is not None:
                return [(dingen[n], dingen[n].waarden[i]), *verder]
        return None

    return zoek(0, list(rijen))


def _toon(punt: Sequence[tuple[_Ding, Any]]) -> str:
    return " en ".join(_ding(d.term, w, d.tegen) for d, w in punt)


def _ding(ding: Term, waarde: Any, tegen: Term | None) -> str:
    naam = ding.eigenschap if isinstance(ding, Lees) else _woorden(ding)
    if isinstance(tegen, Parameterterm):
        hoe = {-1: "onder", 0: "gelijk aan", 1: "boven"}[waarde]
        return f"{naam} {hoe} {tegen.naam}"
    if isinstance(waarde, bool):
        return f"{naam} {'waar' if waarde else 'onwaar'}"
    if isinstance(waarde, str):
        return f"{naam} '{waarde}'"
    return f"{naam} {schrijf_waarde(waarde, ding.type)}"


def _woorden(ding: Term) -> str:
    return " ".join(ding.span.tekst.split()) if ding.span is not None else "deze waarde"
