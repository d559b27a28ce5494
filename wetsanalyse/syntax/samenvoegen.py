"""Several folders of rules as one rule set.

What two folders say in the same words, layout and comments aside, is said once. An objecttype
that both describe gets the members of both. All else that differs under one name is a fault:
nobody can tell which of the two is meant. Inside one folder nothing is put together; there a
second block with the same name stays the fault that it was.

A tree with a part left out keeps the places of the text that it was read from, so messages
stay right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.ontleden import Ontleding
from wetsanalyse.syntax.woorden import sleutel
from wetsanalyse.text import Diagnostic, Result, Verwijzing
from wetsanalyse.text.diagnostic import fout

Sleutel = tuple[str, tuple[str, ...]]
"""What kind of name, and its words."""


def voeg_samen(ontleding: Ontleding) -> Result[Ontleding]:
    """The same trees with what the folders share in them once."""
    if len({bestand.span.source.map_ for bestand in ontleding.bestanden}) < 2:
        return Result(ontleding)
    samen = _Samenvoeger()
    bestanden = tuple(
        replace(bestand, blokken=tuple(samen.houd(bestand))) for bestand in ontleding.bestanden
    )
    return Result(replace(ontleding, bestanden=bestanden), tuple(samen.meldingen))


@dataclass
class _Samenvoeger:
    """What was seen so far, block by block; only inside `voeg_samen`."""

    gezien: dict[Sleutel, t.Node] = field(default_factory=dict)
    leden: dict[tuple[tuple[str, ...], tuple[str, ...]], t.Node] = field(default_factory=dict)
    getelde: dict[tuple[object, ...], t.Node] = field(default_factory=dict)
    letterlijk: list[t.Node] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)

    def houd(self, bestand: t.Bestand) -> Iterator[t.Blok]:
        """The blocks of one file that say something new."""
        for blok in bestand.blokken:
            nieuw = self._nieuw(blok)
            if nieuw is not None:
                yield nieuw

    def _nieuw(self, blok: t.Blok) -> t.Blok | None:
        match blok:
            case t.Objecttype():
                return self._objecttype(blok)
            case t.Extensie():
                return replace(blok, leden=self._nieuwe_leden(blok.objecttype, blok.leden))
            case t.Uitkomst():
                return blok if self._telt_nieuw(blok) else None
            case t.Invoerbereik() | t.Parameterwaarden():
                # These have no name of their own; what they say is compared when it is known.
                return blok if self._staat_er_nog_niet(blok) else None
            case t.Regelgroep():
                nieuw = self._is_nieuw(blok)
                for regel in blok.regels if nieuw else ():
                    self._is_nieuw(regel)  # a group is taken whole; what differs is told
                return blok if nieuw else None
            case _:
                return blok if self._is_nieuw(blok) else None

    def _is_nieuw(self, blok: t.Node) -> bool:
        """Whether no other folder has this name; one that differs is told and left out."""
        naam = _naam(blok)
        if naam is None:
            return True
        eerder = self.gezien.setdefault(naam, blok)
        if eerder is blok or not _andere_map(eerder, blok):
            return True
        if eerder != blok:
            self._verschil(eerder, blok)
        return False

    def _objecttype(self, blok: t.Objecttype) -> t.Blok | None:
        naam = ("objecttype", sleutel(blok.naam.tekst))
        eerder = self.gezien.setdefault(naam, blok)
        leden = self._nieuwe_leden(blok.naam, blok.leden)
        if not _andere_map(eerder, blok):
            return blok
        if isinstance(eerder, t.Objecttype):
            kop = (eerder.naam, eerder.meervoud, eerder.bezield)
            if kop != (blok.naam, blok.meervoud, blok.bezield):
                self._verschil(eerder, blok)
        return t.Extensie(span=blok.span, objecttype=blok.naam, leden=leden) if leden else None

    def _nieuwe_leden(self, type_: t.Naam, leden: tuple[t.Lid, ...]) -> tuple[t.Lid, ...]:
        """The members that no other folder gives to this objecttype."""
        over: list[t.Lid] = []
        for lid in leden:
            if isinstance(lid, t.Koptekst):
                continue
            eerder = self.leden.setdefault((sleutel(type_.tekst), sleutel(lid.naam.tekst)), lid)
            if not _andere_map(eerder, lid):
                over.append(lid)
            elif eerder != lid:
                self._verschil(eerder, lid, f"“{lid.naam.tekst}” van {type_.tekst}")
        return tuple(over)

    def _telt_nieuw(self, blok: t.Uitkomst) -> bool:
        """Whether an outcome counts something of its own. Two folders that both count one thing
        would count it twice."""
        if not self._staat_er_nog_niet(blok):
            return False
        for kant in ("voordelen", "nadelen"):
            for keten in getattr(blok, kant):
                wat = (sleutel(blok.objecttype.tekst), kant, keten)
                eerder = self.getelde.setdefault(wat, keten)
                if _andere_map(eerder, keten):
                    self.meldingen.append(_telt_dubbel(eerder, keten))
        return True

    def _staat_er_nog_niet(self, blok: t.Node) -> bool:
        if any(eerder == blok and _andere_map(eerder, blok) for eerder in self.letterlijk):
            return False
        self.letterlijk.append(blok)
        return True

    def _verschil(self, eerder: t.Node, node: t.Node, wat: str | None = None) -> None:
        kop, eerste = _kop(node), _kop(eerder)
        naam = wat or f"“{kop.tekst}”"
        self.meldingen.append(
            fout(
                "MAP-VERSCHIL",
                kop.span,
                f"{naam} staat in twee mappen, maar niet met dezelfde inhoud",
                hulp=(
                    "geef een van beide een andere naam",
                    "of maak ze woord voor woord gelijk: dan tellen ze als één",
                ),
                verwant=(Verwijzing(eerste.span, "hier staat de andere"),),
            )
        )


def _telt_dubbel(eerder: t.Node, keten: t.Node) -> Diagnostic:
    return fout(
        "MAP-TELT-DUBBEL",
        keten.span,
        f"“{' '.join(keten.span.tekst.split())}” telt in twee mappen mee, en dus twee keer",
        hulp=("laat haar in een van de twee blokken Uitkomst weg",),
        verwant=(Verwijzing(eerder.span, "hier telt zij al mee"),),
    )


def _andere_map(a: t.Node, b: t.Node) -> bool:
    return a.span.source.map_ != b.span.source.map_


_ZELFDE_RUIMTE = {"Beslistabel": "Regel"}
"""A decision table is called as a rule is."""


def _naam(blok: t.Node) -> Sleutel | None:
    """The name by which a block is known among its kind; of a regulation how it is cited."""
    naam = blok.afkorting if isinstance(blok, t.Regeling) else None
    if naam is None:
        eigen = getattr(blok, "naam", None)
        if not isinstance(eigen, t.Naam) or not eigen.tekst:
            return None
        naam = eigen.tekst
    soort = type(blok).__name__
    return _ZELFDE_RUIMTE.get(soort, soort), sleutel(naam)


def _kop(node: t.Node) -> t.Naam:
    """Where a name stands."""
    naam = getattr(node, "naam", None)
    assert isinstance(naam, t.Naam)
    return naam
