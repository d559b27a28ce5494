"""A data file (YAML), read with the place of everything in it: all faults of the file at once.
Numbers stay text until they are a fraction, so none passes through a float."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import yaml

from wetsanalyse.text import Diagnostic, Source, Span
from wetsanalyse.text.diagnostic import fout

Knoop = yaml.Node
Velden = dict[str, Knoop]


@dataclass
class Maatlezer:
    """Walks one document; what is wrong is gathered, and what could be read comes back."""

    bron: Source
    meldingen: list[Diagnostic] = field(default_factory=list)

    def document(self) -> Knoop | None:
        """The whole document; None: empty, or no YAML."""
        try:
            knoop: Knoop | None = yaml.compose(self.bron.tekst, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as e:
            plek = e.problem_mark.index if e.problem_mark is not None else 0
            self._vorm(plek, "dit is geen geldige YAML")
            return None
        except (yaml.YAMLError, RecursionError):
            self._vorm(0, "dit is geen geldige YAML")
            return None
        if knoop is None:
            self._vorm(0, "dit bestand is leeg")
        return knoop

    def _vorm(self, plek: int, bericht: str) -> None:
        plek = min(plek, len(self.bron.tekst))
        hulp = ("kijk naar inspringen, dubbele punten en aanhalingstekens",)
        self.meldingen.append(fout("MS-VORM", Span(self.bron, plek, plek), bericht, hulp=hulp))

    def meld(self, code: str, knoop: Knoop, bericht: str, *hulp: str) -> None:
        span = Span(self.bron, knoop.start_mark.index, knoop.end_mark.index)
        self.meldingen.append(fout(code, span, bericht, hulp=hulp))

    # -------------------------------------------------------------- shapes

    def velden(self, knoop: Knoop, wat: str, bekend: Collection[str] | None = None) -> Velden:
        """The fields of ``wat`` by name; with ``bekend``, others are a fault."""
        if not isinstance(knoop, yaml.MappingNode):
            self.meld("MS-VORM", knoop, f"hier horen de velden van {wat}", "schrijf “naam: waarde”")
            return {}
        gevonden: Velden = {}
        for sleutel, waarde in knoop.value:
            naam = str(sleutel.value)
            if naam in gevonden:
                self.meld("MS-DUBBEL", sleutel, f"“{naam}” staat er twee keer", "haal er één weg")
            elif bekend is not None and naam not in bekend:
                self.meld("MS-ONBEKEND", sleutel, f"{wat} kent geen “{naam}”", kies(bekend))
            else:
                gevonden[naam] = waarde
        return gevonden

    def rijen(self, knoop: Knoop, wat: str) -> list[Knoop]:
        if isinstance(knoop, yaml.SequenceNode):
            return list(knoop.value)
        self.meld("MS-VORM", knoop, f"hier hoort een lijst van {wat}", "zet voor elke rij “- ”")
        return []

    def eis(self, knoop: Knoop, velden: Velden, wat: str, namen: Sequence[str]) -> bool:
        """Whether all these fields are there and filled; each that is not is told."""
        mist = [n for n in namen if n not in velden or _leeg(velden[n])]
        for naam in mist:
            self.meld("MS-ONTBREEKT", knoop, f"{wat} heeft geen “{naam}”", f"schrijf “{naam}: …”")
        return not mist

    # -------------------------------------------------------------- values

    def tekst(self, knoop: Knoop | None) -> str | None:
        if knoop is None or _leeg(knoop):
            return None
        if not isinstance(knoop, yaml.ScalarNode):
            self.meld("MS-VORM", knoop, "hier hoort één waarde")
            return None
        return " ".join(str(knoop.value).split())

    def getal(self, knoop: Knoop) -> Fraction | None:
        """An exact number: ``500``, ``0.5`` or ``4/5``."""
        tekst = self.tekst(knoop)
        if tekst is None:
            return None
        try:
            return Fraction(tekst)
        except (ValueError, ZeroDivisionError):
            hulp = "schrijf een getal als 500, een breuk als 4/5 of een decimaal getal als 0.5"
            self.meld("MS-GETAL", knoop, f"“{tekst}” is geen getal", hulp)
            return None

    def datum(self, knoop: Knoop | None) -> date | None:
        tekst = self.tekst(knoop)
        if tekst is None or knoop is None:
            return None
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            self.meld("MS-DATUM", knoop, f"“{tekst}” is geen datum", "schrijf jjjj-mm-dd")
            return None

    def keuzes(self, knoop: Knoop | None, wat: str, bekend: Collection[str]) -> tuple[str, ...]:
        """A list of words of a closed set; nothing: an empty list."""
        gevonden: list[str] = []
        for lid in self.teksten(knoop, wat):
            if lid[1] in bekend:
                gevonden.append(lid[1])
            else:
                self.meld("MS-ONBEKEND", lid[0], f"“{lid[1]}” is geen {wat}", kies(bekend))
        return tuple(gevonden)

    def teksten(self, knoop: Knoop | None, wat: str) -> list[tuple[Knoop, str]]:
        if knoop is None or _leeg(knoop):
            return []
        leden = [(lid, self.tekst(lid)) for lid in self.rijen(knoop, wat)]
        return [(lid, tekst) for lid, tekst in leden if tekst is not None]


def _leeg(knoop: Knoop) -> bool:
    return isinstance(knoop, yaml.ScalarNode) and (
        knoop.tag == "tag:yaml.org,2002:null" or not str(knoop.value).strip()
    )


def kies(bekend: Collection[str]) -> str:
    return f"kies uit: {', '.join(bekend)}"
