"""The table of declared things that names are looked up in, and the fault that ends a lookup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from wetsanalyse.model.model import (
    Attribuut,
    Dagsoort,
    Dimensie,
    Feittype,
    Gebeurtenis,
    Kenmerk,
    Objecttype,
    Rol,
    Tijdlijn,
)
from wetsanalyse.model.types import Eenhedenstelsel, Eenheid, Type
from wetsanalyse.syntax import tree
from wetsanalyse.syntax.eenheden import bekende_eenheden
from wetsanalyse.syntax.lexicon import Betekenis, Lexicon
from wetsanalyse.text import Diagnostic, Span, Verwijzing
from wetsanalyse.text.diagnostic import fout


class Onoplosbaar(Exception):
    """Ends the resolving of one expression; the message goes to the user as a value."""

    def __init__(self, melding: Diagnostic, verboden: Span | None = None) -> None:
        super().__init__(melding.bericht)
        self.melding = melding
        self.verboden = verboden
        """A name match that may have been too greedy: to be given back and tried again."""


def faal(
    code: str,
    span: Span,
    bericht: str,
    *,
    hulp: Iterable[str] = (),
    verwacht: Iterable[str] = (),
    verboden: Span | None = None,
) -> Onoplosbaar:
    return Onoplosbaar(fout(code, span, bericht, hulp=hulp, verwacht=verwacht), verboden)


def dubbel(
    code: str, wat: str, naam: str, span: Span, eerder: Span | None, bij: str = ""
) -> Diagnostic:
    """Something is declared for the second time."""
    return fout(
        code,
        span,
        f"{wat} “{naam}” is {bij + ' ' if bij else ''}al gedeclareerd",
        hulp=("geef een van de twee een andere naam, of haal er een weg",),
        verwant=(Verwijzing(eerder, "hier staat de eerste"),) if eerder else (),
    )


def vouw(naam: str) -> str:
    """The form in which names are compared: NFC, casefolded, single spaces. [0.1]"""
    return " ".join(unicodedata.normalize("NFC", naam).casefold().split())


@dataclass(frozen=True)
class Tabel:
    """Everything that was declared, by canonical name."""

    lexicon: Lexicon
    eenheden: Eenhedenstelsel
    objecttypen: Mapping[str, Objecttype]
    enumeraties: Mapping[str, tuple[str, ...]]
    domeinen: Mapping[str, Type]
    feittypen: Mapping[str, Feittype]
    parameters: Mapping[str, Type]
    dimensies: Mapping[str, Dimensie] = field(default_factory=dict)
    dagsoorten: Mapping[str, Dagsoort] = field(default_factory=dict)
    tijdlijnen: Mapping[str, Tijdlijn] = field(default_factory=dict)
    gebeurtenissen: Mapping[str, Gebeurtenis] = field(default_factory=dict)

    def zoek(self, naam: str, *soorten: str) -> tuple[Betekenis, ...]:
        """What a name can mean, of the asked kinds only."""
        return tuple(b for b in self.lexicon.zoek(naam) if b.soort in soorten)

    def attribuut(self, objecttype: str, naam: str) -> tuple[Attribuut, bool] | None:
        """The attribute of a type by this name, and whether the name is a plural."""
        for b in self.zoek(naam, "attribuut"):
            if b.eigenaar == objecttype and b.naam in self.objecttypen[objecttype].attributen:
                return self.objecttypen[objecttype].attributen[b.naam], b.getal != "enkel"
        return None

    def kenmerk(self, objecttype: str, naam: str) -> Kenmerk | None:
        for b in self.zoek(naam, "kenmerk"):
            if b.eigenaar == objecttype:
                gevonden = self.objecttypen[objecttype].kenmerken.get(b.naam)
                if gevonden is not None:
                    return gevonden
        return None

    def rollen(self, naam: str) -> tuple[Rol, ...]:
        """All roles by this name, each end of each feittype once."""
        gevonden: list[Rol] = []
        for b in self.zoek(naam, "rol"):
            for rol in (
                self.feittypen[b.eigenaar or ""].rollen if b.eigenaar in self.feittypen else ()
            ):
                if rol.naam == b.naam and rol not in gevonden:
                    gevonden.append(rol)
        return tuple(gevonden)

    def rol_vanaf(self, objecttype: str, naam: str) -> tuple[Rol, ...]:
        """The roles by this name that can be reached from a type."""
        return tuple(
            rol
            for rol in self.rollen(naam)
            if self.feittypen[rol.feittype].rollen[1 - rol.nummer].objecttype == objecttype
        )

    def tijdlijn(self, naam: str) -> Tijdlijn | None:
        """The declared timeline of this name."""
        return next(
            (
                self.tijdlijnen[b.naam]
                for b in self.zoek(naam, "tijdlijn")
                if b.naam in self.tijdlijnen
            ),
            None,
        )

    def dimensie(self, naam: str) -> Dimensie | None:
        """The dimension by its name or its plural."""
        return next(
            (
                self.dimensies[b.naam]
                for b in self.zoek(naam, "dimensie")
                if b.naam in self.dimensies
            ),
            None,
        )

    def eenheid(self, tekst: tree.EenheidTekst) -> Eenheid:
        """A written unit with base names; ``%`` is a kind of number and not a unit."""
        machten: dict[str, int] = {}
        for teken, delen in ((1, tekst.teller), (-1, tekst.noemer)):
            for macht in delen:
                if macht.eenheid == "%":
                    continue
                basis = self.eenheden.namen.get(vouw(macht.eenheid))
                if basis is None:
                    raise faal(
                        "EH-ONBEKEND",
                        macht.span,
                        f"onbekende eenheid “{macht.eenheid}”",
                        hulp=(f"bekende eenheden: {bekende_eenheden(self.eenheden.namen)}",),
                    )
                machten[basis] = machten.get(basis, 0) + teken * macht.exponent
        return Eenheid.van(machten)

    def omrekenfactor(self, van: Eenheid, naar: Eenheid) -> Fraction | None:
        return self.eenheden.factor(van, naar)
