"""What reading a JSON case rests on: messages with a path, and properties by their name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import cached_property

from wetsanalyse.model.cellen import celnamen
from wetsanalyse.model.jsonplaatsen import Plek, plaatsen
from wetsanalyse.model.model import Attribuut, Kenmerk
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.text import Diagnostic, Source, Span
from wetsanalyse.text.diagnostic import fout


class Jsonlezer:
    """Looks names up, and gathers messages with the path to the value."""

    def __init__(self, bron: Source, tabel: Tabel) -> None:
        self.bron, self.tabel = bron, tabel
        self.meldingen: list[Diagnostic] = []
        self.typen: dict[str, str] = {}

    def meld(self, code: str, pad: str, bericht: str, *hulp: str) -> None:
        self.meldingen.append(fout(code, self._span(pad), f"{pad}: {bericht}", hulp=hulp))

    def _span(self, pad: str) -> Span:
        """The key or item of the path; else the last of its words, behind what is known of it."""
        if pad in self._plaatsen:
            return Span(self.bron, *self._plaatsen[pad])
        boven = max(
            (p for p in self._plaatsen if pad.startswith((f"{p}.", f"{p}["))), default="", key=len
        )
        vanaf = self._plaatsen.get(boven, (0, 1))[0]
        woord = f'"{pad[len(boven) :].lstrip(".")}"'
        plek = self.bron.tekst.find(woord, vanaf)
        if plek >= 0:
            return Span(self.bron, plek, plek + len(woord))
        return Span(self.bron, vanaf, min(vanaf + 1, len(self.bron.tekst)))

    @cached_property
    def _plaatsen(self) -> Mapping[str, Plek]:
        return plaatsen(self.bron.tekst)

    def onbekend(self, code: str, pad: str, soort: str, naam: str, kan: Iterable[str]) -> None:
        mogelijk = list(kan)
        nabij = difflib.get_close_matches(naam, mogelijk, 1, 0.6)
        hulp = [f"bedoelt u “{nabij[0]}”?"] if nabij else []
        if mogelijk:
            hulp.append("mogelijk: " + ", ".join(mogelijk[:10]))
        self.meld(code, pad, f"{soort} “{naam}” is niet bekend", *hulp)

    def eigenschappen(self, type_: str) -> list[tuple[str, Attribuut | Kenmerk]]:
        """Every property of a type by the name that it has in a case: cells have their own."""
        soort = self.tabel.objecttypen[type_]
        cellen = [
            (naam, attribuut)
            for attribuut in soort.attributen.values()
            for naam in celnamen(attribuut, self.tabel.dimensies)
        ]
        return [*cellen, *soort.kenmerken.items()]

    def eigenschap(self, type_: str, naam: str) -> tuple[str, Attribuut | Kenmerk] | None:
        """A property by its name as written. An attribute with dimensions has none itself."""
        attribuut = self.tabel.attribuut(type_, naam)
        if attribuut is not None and not attribuut[0].dimensies:
            return attribuut[0].naam, attribuut[0]
        kenmerk = self.tabel.kenmerk(type_, naam)
        if kenmerk is not None:
            return kenmerk.naam, kenmerk
        alle = self.eigenschappen(type_)
        precies = [paar for paar in alle if vouw(paar[0]) == vouw(naam)]
        # The labels of a cell may stand in another order, as in a rule.
        anders = [p for p in alle if sorted(vouw(p[0]).split()) == sorted(vouw(naam).split())]
        if precies:
            return precies[0]
        return anders[0] if len(anders) == 1 else None
