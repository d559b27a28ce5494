"""In which order findings stand, and how firm that order is. [hardheid 9]

Two numbers are never merged: how severe it is for the worst hit (`top`), and how much there is of
it (`massa`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from wetsanalyse.analyses.ernst.omvang import Omvang, TeKlein
from wetsanalyse.analyses.ernst.score import DECIMALEN, Ernstscore, rond
from wetsanalyse.analyses.maten.weging import ONDERDELEN, Weging

KLASSEN = ("R", "C", "U", "M", "G")
"""What a legislator can mend first; a fault of the model is no judgement on the law."""
FACTOREN = (Fraction(1, 2), Fraction(3, 2))
KOPLOPERS = 3


@dataclass(frozen=True, slots=True)
class Rangpost:
    """What of a finding counts for its place. ``omvang`` None: unknown. ``achteraan``: it is about
    ways out of other findings; ``aanvaard``: wanted, and out of the ranking."""

    id: str
    ernst: Ernstscore
    omvang: Omvang | TeKlein | None
    klasse: str
    achteraan: bool = False
    aanvaard: bool = False

    def massa(self, weging: Weging) -> Fraction | None:
        """Too few persons to tell of weigh as nothing; otherwise their place would tell."""
        if isinstance(self.omvang, TeKlein):
            return Fraction(0)
        return self.omvang.massa_bij(weging) if self.omvang is not None else None


@dataclass(frozen=True, slots=True)
class Wissel:
    """What one weight does to the order. ``paren``: which two changed places; ``kop``: whether
    other findings are among the first."""

    onderdeel: str
    factor: Fraction
    volgorde: tuple[str, ...]
    paren: tuple[tuple[str, str], ...]
    kop: bool


@dataclass(frozen=True, slots=True)
class Stabiliteit:
    """The order, and what each weight does to it when it is half, and when it is one and a half."""

    volgorde: tuple[str, ...]
    wissels: tuple[Wissel, ...]

    @property
    def vast(self) -> bool:
        """Whether no weight changes anything."""
        return not any(w.paren for w in self.wissels)


def rangschik(posten: Sequence[Rangpost], weging: Weging) -> tuple[str, ...]:
    """Who falls below the floor first; then the front of (top, massa), the next front, …; within a
    front by class, then by top; what is about ways out, and what is wanted, behind it."""
    gevonden: list[str] = []
    for groep in _groepen(posten):
        for front in fronten([_punt(p, weging) for p in groep]):
            leden = sorted((groep[i] for i in front), key=lambda p: _binnen(p, weging))
            gevonden += [p.id for p in leden]
    return tuple(gevonden)


def stabiliteit(posten: Sequence[Rangpost], weging: Weging) -> Stabiliteit:
    """The order under each weight by turns half and one and a half as large."""
    basis = rangschik(posten, weging)
    wissels = tuple(
        _wissel(basis, posten, weging, onderdeel, factor)
        for onderdeel in ONDERDELEN
        for factor in FACTOREN
    )
    return Stabiliteit(basis, wissels)


KOPPEN = ("gewicht", "keer", "paren die wisselen", "andere kop")


def rijen(s: Stabiliteit) -> tuple[tuple[str, ...], ...]:
    """A row for each weight and factor, ready to be printed."""
    return tuple(
        (
            w.onderdeel,
            "0,5" if w.factor < 1 else "1,5",
            "; ".join(f"{a} en {b}" for a, b in w.paren) or "geen",
            "ja" if w.kop else "nee",
        )
        for w in s.wissels
    )


# ------------------------------------------------------------------ fronts

Punt = tuple[Fraction, Fraction | None]
"""(top, massa); a massa that is not known says nothing."""


def fronten(punten: Sequence[Punt]) -> list[list[int]]:
    """By number: first what nothing beats on one number without losing on the other; then the same
    of the rest. Where ``massa`` of one of two is not known, ``top`` decides."""
    over, gevonden = list(range(len(punten))), list[list[int]]()
    while over:
        front = [i for i in over if not any(_verslaat(punten[j], punten[i]) for j in over)]
        gevonden.append(front)
        over = [i for i in over if i not in front]
    return gevonden


def _verslaat(a: Punt, b: Punt) -> bool:
    if a[1] is None or b[1] is None:
        return a[0] > b[0]
    return a[0] >= b[0] and a[1] >= b[1] and a != b


def _groepen(posten: Sequence[Rangpost]) -> list[list[Rangpost]]:
    gevonden: dict[tuple[bool, bool, bool], list[Rangpost]] = {}
    for p in posten:
        sleutel = (p.aanvaard, p.achteraan, not p.ernst.onder_bodem)
        gevonden.setdefault(sleutel, []).append(p)
    return [gevonden[sleutel] for sleutel in sorted(gevonden)]


def _punt(p: Rangpost, weging: Weging) -> Punt:
    return p.ernst.met(weging).waarde, _afgerond(p.massa(weging))


def _afgerond(massa: Fraction | None) -> Fraction | None:
    return None if massa is None else rond(massa, DECIMALEN)


def _binnen(p: Rangpost, weging: Weging) -> tuple[int, Fraction, str]:
    return KLASSEN.index(p.klasse), -p.ernst.met(weging).waarde, p.id


def _wissel(
    basis: tuple[str, ...],
    posten: Sequence[Rangpost],
    weging: Weging,
    onderdeel: str,
    factor: Fraction,
) -> Wissel:
    volgorde = rangschik(posten, weging.met(onderdeel, factor))
    plek = {id_: nummer for nummer, id_ in enumerate(volgorde)}
    paren = tuple((a, b) for a, b in combinations(basis, 2) if plek[a] > plek[b])
    kop = set(volgorde[:KOPLOPERS]) != set(basis[:KOPLOPERS])
    return Wissel(onderdeel, factor, volgorde, paren, kop)
