"""A case as values: a household, the facts between its objects, its inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.terms import Term
from wetsanalyse.model.types import Type
from wetsanalyse.text import Span


@dataclass(frozen=True, slots=True)
class Feit:
    """``objecten[i]`` plays role i of the feittype."""

    feittype: str
    objecten: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Huishouden:
    """The shape of a case: its objects (name, type) and the facts between them."""

    objecten: tuple[tuple[str, str], ...]
    feiten: tuple[Feit, ...] = ()

    @property
    def typen(self) -> Mapping[str, str]:
        return MappingProxyType(dict(self.objecten))


@dataclass(frozen=True, slots=True)
class Tijdwaarde:
    """A value over all days: ``waarden[i]`` counts from ``knips[i - 1]`` up to, not including,
    ``knips[i]``. A cut is a day (an ordinal, as every date); there is one value more than there
    are cuts. Leeg (in a case: None) where there is none."""

    knips: tuple[Any, ...]
    waarden: tuple[Any, ...]

    def elk(self, functie: Callable[[Any], Any]) -> Tijdwaarde:
        """The same function on every cut and every value."""
        return Tijdwaarde(
            tuple(functie(k) for k in self.knips), tuple(functie(w) for w in self.waarden)
        )


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A property that an event changes. ``waarde`` is computed on what was known just before;
    ``type`` is that of the property. ``van`` and ``tot``: the days (ordinals) from which and up to
    which it holds, also before the event; None is open. Without a timeline it simply replaces
    what was there."""

    object: str
    eigenschap: str
    waarde: Term
    type: Type
    van: int | None = None
    tot: int | None = None
    span: Span | None = field(default=None, compare=False, repr=False)
    """Where the value was written, in words."""


@dataclass(frozen=True, slots=True)
class Voorval:
    """One event on its day. From that day on it is known what it changes."""

    datum: date
    gebeurtenis: str
    wijzigingen: tuple[Wijziging, ...] = ()


@dataclass(frozen=True, slots=True)
class Casus:
    """Inputs by (object, property): Fraction, ordinal, bool or str, or a `Tijdwaarde` of those
    for a property with a timeline. The property of a cell has the name of `cellen.celnaam`. A
    kenmerk that is not there is not true; an attribute that is not there is leeg. All that is
    how it was before the ``gebeurtenissen``, which stand in the order in which they happen."""

    rekendatum: date
    huishouden: Huishouden
    invoer: Mapping[tuple[str, str], Any]
    oordelen: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    onbekend: frozenset[tuple[str, str]] = frozenset()
    gebeurtenissen: tuple[Voorval, ...] = ()


def leg_feit(
    feittype: str, gegeven: list[tuple[str, str]], typen: Mapping[str, str], tabel: Tabel
) -> tuple[Feit | None, str | None]:
    """The fact of (role name, object) pairs, or what is wrong with them."""
    soort = tabel.feittypen[feittype]
    rollen = soort.rollen
    namen = " en ".join(r.naam for r in rollen)
    if len(gegeven) != 2:
        return None, f"feittype “{feittype}” heeft twee rollen: {namen}"
    plaatsen: dict[int, str] = {}
    for rolnaam, wie in gegeven:
        gevonden = {r.nummer for r in tabel.rollen(rolnaam) if r.feittype == feittype}
        if soort.wederkerig and gevonden:
            gevonden = {0, 1}
        vrij = sorted(gevonden - plaatsen.keys())
        if not vrij:
            return None, f"feittype “{feittype}” heeft geen (tweede) rol “{rolnaam}”; wel: {namen}"
        if wie not in typen:
            return None, f"er is geen object “{wie}”"
        if typen[wie] != rollen[vrij[0]].objecttype:
            return None, (
                f"“{wie}” is een {typen[wie]}, maar de rol “{rolnaam}” is voor een "
                f"{rollen[vrij[0]].objecttype}"
            )
        plaatsen[vrij[0]] = wie
    if plaatsen[0] == plaatsen[1]:
        return None, f"“{plaatsen[0]}” kan niet beide rollen van “{feittype}” hebben"
    return Feit(feittype, (plaatsen[0], plaatsen[1])), None


def te_veel(feiten: Iterable[Feit], tabel: Tabel) -> list[str]:
    """Objects with more than one at the other end where only one may be. [1.11]"""
    gebreken: list[str] = []
    daar: dict[tuple[str, int, str], set[str]] = {}
    for feit in feiten:
        wederkerig = tabel.feittypen[feit.feittype].wederkerig
        for hier in (0, 1):
            sleutel = (feit.feittype, 0 if wederkerig else hier, feit.objecten[hier])
            daar.setdefault(sleutel, set()).add(feit.objecten[1 - hier])
    for (feittype, hier, wie), anderen in daar.items():
        rol = tabel.feittypen[feittype].rollen[1 - hier]
        if len(anderen) > 1 and not rol.meerdere:
            gebreken.append(
                f"“{wie}” heeft in “{feittype}” {len(anderen)} keer een {rol.naam}; "
                "er kan er maar één zijn"
            )
    return gebreken
