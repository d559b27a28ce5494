"""Our own blocks as tables of fields: keyword, kind of value, required or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.herkomst import is_herkomst, lees_bron, lees_herkomst
from wetsanalyse.syntax.kandidaten import DATUM
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje, regels
from wetsanalyse.syntax.woorden import eenspatie
from wetsanalyse.syntax.zin import Omgeving, lees_zin
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

_CITAAT = re.compile(r"[\"“](.*)[\"”]", re.DOTALL)
_BOL = re.compile(r"(?:•|-|\*|·)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Veld:
    """``soort``: tekst, citaat, datum, lijst, or ``zin:<start>`` for a sentence of the language.
    ``keuze`` limits a text to a few values; ``sleutel`` empty takes lines with no keyword."""

    sleutel: str
    soort: str
    verplicht: bool = False
    keuze: tuple[str, ...] = ()
    herhaalbaar: bool = False


class Gevonden(NamedTuple):
    """A field as it stands there: its line, and the stretch of its value."""

    veld: Veld
    start: int
    van: int
    tot: int
    extra: list[Regeltje]  # items of a list, lines of origin under a value


@dataclass
class Veldlezer:
    """The fields of one block, and the faults found on the way."""

    stuk: Blokstuk
    omgeving: Omgeving
    velden: Sequence[Veld]
    lijst: Sequence[Regeltje] | None = None
    meldingen: list[Diagnostic] = field(default_factory=list)
    gevonden: list[Gevonden] = field(default_factory=list)
    herkomst: t.HerkomstTekst | None = None
    met_herkomst: bool = False

    def lees(self) -> Veldlezer:
        """Go over the lines; then report what is missing or stands there twice."""
        lijst = self.lijst
        if lijst is None:
            lijst = list(regels(self.stuk.tekst, self.stuk.kopeind, self.stuk.eind))
        herkomst: list[Regeltje] = []
        for regel in lijst:
            if self._hoort_bij_vorige(regel):
                continue
            veld, na = self._veld(regel)
            if not (veld and veld.sleutel) and self._verschreven(regel):
                self._vreemd(regel)
            elif veld is not None:
                van = regel.start + na
                self.gevonden.append(Gevonden(veld, regel.start, van, regel.eind, []))
            elif self.met_herkomst and is_herkomst(regel.tekst):
                herkomst.append(regel)
            elif not self._loopt_door(regel):
                self._vreemd(regel)
        if self.met_herkomst:
            self.herkomst, eigen = lees_herkomst(self.stuk, herkomst)
            self.meldingen += eigen
        self._volledig()
        return self

    def _hoort_bij_vorige(self, regel: Regeltje) -> bool:
        """Items of an open list, and the origin of a value."""
        if not self.gevonden:
            return False
        vorige = self.gevonden[-1]
        item = vorige.veld.soort == "lijst" and _BOL.match(regel.tekst) is not None
        bron = vorige.veld.soort == "zin:parameterwaarde" and is_herkomst(regel.tekst)
        if item or bron:
            vorige.extra.append(regel)
        return item or bron

    def _veld(self, regel: Regeltje) -> tuple[Veld | None, int]:
        beste: tuple[Veld | None, int] = (None, -1)
        for veld in self.velden:
            patroon = r"\s+".join(re.escape(w) for w in veld.sleutel.split())
            slot = r"(?=\s|:|$)\s*:?\s*" if veld.sleutel else ""
            m = re.compile(patroon + slot, re.IGNORECASE).match(regel.tekst)
            if m and m.end() > beste[1] and not (not veld.sleutel and self._sleutelachtig(regel)):
                beste = (veld, m.end())
        return beste

    def _sleutelachtig(self, regel: Regeltje) -> bool:
        """A line without a keyword that is something else: origin, or the rest of a value."""
        if self.met_herkomst and is_herkomst(regel.tekst):
            return True
        eerste = [g for g in self.gevonden if not g.veld.sleutel][:1]
        return any(self._kolom(regel.start) > self._kolom(g.start) for g in eerste)

    def _verschreven(self, regel: Regeltje) -> bool:
        """A line that begins as a keyword of more words does, and names nothing before a colon."""
        eerste = regel.tekst.split()[:1]
        lang = [v.sleutel.split() for v in self.velden if " " in v.sleutel]
        los = any(not v.sleutel for v in self.velden)
        return los and ":" not in regel.tekst and any(woorden[:1] == eerste for woorden in lang)

    def _kolom(self, pos: int) -> int:
        return pos - self.stuk.tekst.rfind("\n", 0, pos)

    def _loopt_door(self, regel: Regeltje) -> bool:
        """A value of the language may run on over the next line."""
        if not self.gevonden:
            return False
        vorige = self.gevonden[-1]
        if not vorige.veld.soort.startswith("zin:") and vorige.veld.soort != "citaat":
            return False
        if vorige.veld.soort == "citaat" and self._tekst(vorige).count('"') != 1:
            return False
        self.gevonden[-1] = vorige._replace(tot=regel.eind)
        return True

    def _vreemd(self, regel: Regeltje) -> None:
        sleutels = [v.sleutel for v in self.velden if v.sleutel]
        eerste = " ".join(regel.tekst.split()[:2])
        bijna = process.extractOne(eerste, sleutels, scorer=fuzz.partial_ratio, score_cutoff=75)
        self.meldingen.append(
            fout(
                "VELD-ONBEKEND",
                self.stuk.bron.span(regel.start, regel.eind),
                f"deze regel past niet in een blok {self.stuk.soort}",
                verwacht=[f"{s} …" for s in sleutels][:6],
                hulp=[f"bedoelt u “{bijna[0]}”?"] if bijna else [],
                context=self.stuk.context,
            )
        )

    def _volledig(self) -> None:
        for veld in self.velden:
            aanwezig = [g for g in self.gevonden if g.veld is veld]
            if veld.verplicht and not aanwezig:
                wat = f"“{veld.sleutel}”" if veld.sleutel else "de inhoud"
                self.meldingen.append(
                    fout(
                        "VELD-ONTBREEKT",
                        self.stuk.kop,
                        f"in {self.stuk.context} ontbreekt {wat}",
                        context=self.stuk.context,
                    )
                )
            for dubbel in [] if veld.herhaalbaar else aanwezig[1:]:
                self.meldingen.append(
                    fout(
                        "VELD-DUBBEL",
                        self.stuk.bron.span(dubbel.start, dubbel.tot),
                        f"“{veld.sleutel}” staat hier voor de tweede keer",
                        context=self.stuk.context,
                    )
                )

    # -------------------------------------------------------------- values

    def _tekst(self, g: Gevonden) -> str:
        return self.stuk.tekst[g.van : g.tot].strip()

    def _melding(self, code: str, g: Gevonden, bericht: str, verwacht: Sequence[str] = ()) -> None:
        van = min(g.van, g.tot - 1) if g.van >= g.tot else g.van
        self.meldingen.append(
            fout(
                code,
                self.stuk.bron.span(max(g.start, van), g.tot),
                bericht,
                verwacht=verwacht,
                context=self.stuk.context,
            )
        )

    def alle(self, sleutel: str) -> list[Any]:
        """The values of all fields with this keyword; what is faulty is reported and left out."""
        waarden = [self._waarde(g) for g in self.gevonden if g.veld.sleutel == sleutel]
        return [w for w in waarden if w is not None]

    def een(self, sleutel: str) -> Any:
        return next(iter(self.alle(sleutel)), None)

    def stukken(self, sleutel: str) -> list[Gevonden]:
        return [g for g in self.gevonden if g.veld.sleutel == sleutel]

    def _waarde(self, g: Gevonden) -> Any:
        soort = g.veld.soort
        if soort.startswith("zin:"):
            return self.zin(soort[4:], g.van, g.tot)
        tekst = self._tekst(g)
        if soort == "citaat":
            m = _CITAAT.fullmatch(tekst)
            if m is None:
                self._melding(
                    "VELD-CITAAT", g, "hier hoort een tekst tussen aanhalingstekens", ['"…"']
                )
                return None
            return eenspatie(m.group(1))
        if soort == "datum":
            return self._datum(g, tekst)
        waarde = eenspatie(tekst)
        if g.veld.keuze:
            return self._keuze(g, waarde)
        if not waarde:
            self._melding("VELD-LEEG", g, f"achter “{g.veld.sleutel}” staat niets")
            return None
        m = _CITAAT.fullmatch(waarde)
        return m.group(1) if m else waarde

    def _keuze(self, g: Gevonden, waarde: str) -> str | None:
        for keuze in g.veld.keuze:
            if waarde.casefold() == keuze.casefold():
                return keuze
        self._melding(
            "VELD-WAARDE",
            g,
            f"“{waarde[:60]}” kan niet achter “{g.veld.sleutel}” staan",
            g.veld.keuze,
        )
        return None

    def _datum(self, g: Gevonden, tekst: str) -> date | None:
        m = DATUM.fullmatch(tekst)
        if m is not None:
            dag, maand, jaar = (int(d) for d in m.groups())
            try:
                return date(jaar, maand, dag)
            except ValueError:
                pass
        self._melding("LIT-DATUM", g, f"“{tekst[:40]}” is geen bestaande datum", ["1-1-2025"])
        return None

    def zin(self, start: str, van: int, tot: int) -> Any:
        plek = Plek(self.stuk.bron, self.stuk.context)
        node, eigen = lees_zin(plek, start, van, tot, self.omgeving)
        self.meldingen += eigen
        return node

    def items(self, sleutel: str) -> list[Regeltje]:
        """The items of a list, without their bullets."""
        gevonden = []
        for g in self.stukken(sleutel):
            for regel in g.extra:
                m = _BOL.match(regel.tekst)
                na = m.end() if m else 0
                gevonden.append(Regeltje(regel.start + na, regel.eind, regel.tekst[na:]))
        return gevonden

    def bron(self, regel: Regeltje) -> t.Bron | None:
        return lees_bron(self.stuk.bron, regel.start, regel.eind)
