"""A small decision tree: can a set of citizens be described in a few conditions? [hardheid 7]

Greedy, exact, and the same on every run: of equal splits the first field and the lowest value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeGuard

Waarde = Fraction | bool | str | None
"""Of a field; None: the citizen does not have it."""
DIEPTE = 3


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One citizen with the value of each field, and whether it belongs to the set."""

    waarden: Mapping[str, Waarde]
    erin: bool


@dataclass(frozen=True, slots=True)
class Vraagstuk:
    """One condition on a field."""

    veld: str
    soort: Literal["meer", "hoogstens", "is", "is niet"]
    waarde: Waarde

    def klopt(self, waarden: Mapping[str, Waarde]) -> bool:
        eigen = waarden.get(self.veld)
        if self.soort in ("is", "is niet"):
            return (eigen == self.waarde) == (self.soort == "is")
        meer = _is_getal(eigen) and _is_getal(self.waarde) and eigen > self.waarde
        return meer == (self.soort == "meer")

    @property
    def anders(self) -> Vraagstuk:
        """The opposite."""
        om: dict[str, Literal["meer", "hoogstens", "is", "is niet"]] = {
            "meer": "hoogstens", "hoogstens": "meer", "is": "is niet", "is niet": "is"}  # fmt: skip
        return Vraagstuk(self.veld, om[self.soort], self.waarde)


Pad = tuple[Vraagstuk, ...]


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """The set as one or more paths; in a path all conditions hold. ``raak``: which part of what it
    describes is in the set; ``vangst``: which part of the set it describes."""

    paden: tuple[Pad, ...]
    raak: Fraction
    vangst: Fraction
    bekeken: int

    @property
    def voorwaarden(self) -> int:
        """How many different conditions it takes."""
        return len({v for pad in self.paden for v in pad})

    def zuiver(self, deel: Fraction) -> bool:
        return bool(self.paden) and min(self.raak, self.vangst) >= deel


def beschrijf(voorbeelden: Sequence[Voorbeeld], velden: Sequence[str]) -> Beschrijving:
    """The best description that a greedy tree gives."""
    erin = [v for v in voorbeelden if v.erin]
    if not erin:
        return Beschrijving((), Fraction(0), Fraction(0), len(voorbeelden))
    paden = tuple(_kort(pad) for pad in _paden(voorbeelden, velden, (), DIEPTE, voorbeelden))
    geraakt = [v for v in voorbeelden if any(_volgt(pad, v) for pad in paden)]
    goed = sum(v.erin for v in geraakt)
    raak = Fraction(goed, len(geraakt)) if geraakt else Fraction(0)
    return Beschrijving(paden, raak, Fraction(goed, len(erin)), len(voorbeelden))


def _volgt(pad: Pad, v: Voorbeeld) -> bool:
    return all(vraag.klopt(v.waarden) for vraag in pad)


def _paden(
    hier: Sequence[Voorbeeld],
    velden: Sequence[str],
    pad: Pad,
    diepte: int,
    alle: Sequence[Voorbeeld],
) -> list[Pad]:
    """The paths to leaves in the set. Two leaves that say the same are one."""
    erin = sum(v.erin for v in hier)
    vraag = _beste(hier, velden, alle) if diepte and 0 < erin < len(hier) else None
    if vraag is None:
        return [pad] if 2 * erin > len(hier) else []
    ja = [v for v in hier if vraag.klopt(v.waarden)]
    nee = [v for v in hier if not vraag.klopt(v.waarden)]
    links = _paden(ja, velden, (*pad, vraag), diepte - 1, alle)
    rechts = _paden(nee, velden, (*pad, vraag.anders), diepte - 1, alle)
    if links == [(*pad, vraag)] and rechts == [(*pad, vraag.anders)]:
        return [pad]
    return links + rechts


def _beste(
    hier: Sequence[Voorbeeld], velden: Sequence[str], alle: Sequence[Voorbeeld]
) -> Vraagstuk | None:
    """The question that leaves the least mixed up. In and out of the set weigh the same in all, so
    that a small set is not drowned."""
    binnen = sum(v.erin for v in alle)
    last = {True: Fraction(1, binnen), False: Fraction(1, max(1, len(alle) - binnen))}
    totaal = _last(hier, last)
    beste, laagst = None, _mengsel(*totaal)
    for veld in velden:
        for vraag, ja in _vragen(hier, veld, last):
            nee = totaal[0] - ja[0], totaal[1] - ja[1]
            gemengd = _mengsel(*ja) + _mengsel(*nee)
            if gemengd < laagst:
                beste, laagst = vraag, gemengd
    return beste


def _vragen(
    hier: Sequence[Voorbeeld], veld: str, last: Mapping[bool, Fraction]
) -> Iterator[tuple[Vraagstuk, tuple[Fraction, Fraction]]]:
    """Every question on a field that parts these citizens, with who answers yes."""
    per_waarde: dict[Waarde, list[Voorbeeld]] = {}
    for v in hier:
        per_waarde.setdefault(v.waarden.get(veld), []).append(v)
    if len(per_waarde) < 2:
        return
    getallen = sorted(w for w in per_waarde if _is_getal(w))
    boven = (Fraction(0), Fraction(0))
    for lager, hoger in zip(reversed(getallen[:-1]), reversed(getallen[1:]), strict=True):
        erbij = _last(per_waarde[hoger], last)
        boven = boven[0] + erbij[0], boven[1] + erbij[1]
        yield Vraagstuk(veld, "meer", lager), boven
    for waarde in sorted((w for w in per_waarde if not _is_getal(w)), key=_volgorde):
        if waarde is not None:
            yield Vraagstuk(veld, "is", waarde), _last(per_waarde[waarde], last)


def _volgorde(waarde: Waarde) -> tuple[bool, str]:
    """True before false: “is not true” also holds for who does not have the field."""
    return waarde is False, str(waarde)


def _last(
    voorbeelden: Sequence[Voorbeeld], last: Mapping[bool, Fraction]
) -> tuple[Fraction, Fraction]:
    binnen = sum(v.erin for v in voorbeelden)
    return binnen * last[True], (len(voorbeelden) - binnen) * last[False]


def _mengsel(binnen: Fraction, buiten: Fraction) -> Fraction:
    """Gini, times how much there is."""
    samen = binnen + buiten
    return binnen * buiten / samen if samen else Fraction(0)


def _kort(pad: Pad) -> Pad:
    """Of two limits on one side of a field the tighter one says it all."""
    over: list[Vraagstuk] = []
    for nr, vraag in enumerate(pad):
        rest = (v for n, v in enumerate(pad) if n != nr)
        if not any(_strenger(v, vraag) for v in rest):
            over.append(vraag)
    return tuple(dict.fromkeys(over))


def _strenger(a: Vraagstuk, b: Vraagstuk) -> bool:
    """Whether a holding means that b holds as well (and is another question)."""
    if a.veld != b.veld or a == b:
        return False
    if a.soort == "is" and b.soort == "is niet":
        return a.waarde != b.waarde
    if a.soort != b.soort or not (_is_getal(a.waarde) and _is_getal(b.waarde)):
        return False
    return a.waarde > b.waarde if a.soort == "meer" else a.waarde < b.waarde


def _is_getal(waarde: Waarde) -> TypeGuard[Fraction]:
    return isinstance(waarde, Fraction)
