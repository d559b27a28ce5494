"""Cut a source into blocks. A fault stays inside its block, so one run reports them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.woorden import eenspatie, schoon
from wetsanalyse.text import Diagnostic, Result, Source, Span
from wetsanalyse.text.diagnostic import fout

# Keyword at the start of a line -> number and name when this version cannot read it yet.
BLOKKEN: dict[str, str | None] = {
    "Objecttype": None,
    "Domein": None,
    "Parameter": None,
    "Feittype": None,
    "Wederkerig feittype": None,
    "Eenheidsysteem": None,
    "Regel": None,
    "Beslistabel": None,
    "Regeling": None,
    "Parameterwaarden": None,
    "Hardheidsclausule": None,
    "Bestuursorgaan": None,
    "Open norm": None,
    "Uitkomst": None,
    "Invoerbereik": None,
    "Evenredigheidsnorm": None,
    "Aanvaard": None,
    "Scenario": None,
    "Voorbeeldreeks": None,
    "Dimensie": "R-056 Dimensie",
    "Dagsoort": "R-083 Dagsoort",
    "Regelgroep": "R-200 Regelgroep",
    "Extensie": "X-01 Extensie van objecttype",
    "Tijdlijn": "X-17 Tijdlijn",
    "Verplichting": "uitbreiding 6 Verplichting",
    "Gebeurtenis": "uitbreiding 10 Gebeurtenis",
}
_NAMEN = sorted(BLOKKEN, key=len, reverse=True)
_KOP = re.compile(
    "(?:" + "|".join(re.escape(n).replace(r"\ ", r"[ \t]+") for n in _NAMEN) + r")(?![\w-])"
)
_KOLOM0 = re.compile(r"^[^\W\d_][^\s:;,.]*", re.MULTILINE)
# In these blocks a sentence may stand at the start of a line.
_MET_ZINNEN = {"Regel", "Beslistabel", "Hardheidsclausule", "Verplichting"}
_LIJKT = 78


@dataclass(frozen=True, slots=True)
class Blokstuk:
    """The text of one block: ``[start, eind)`` of its source; ``na_kop`` is after the keyword."""

    bron: Source
    soort: str
    start: int
    na_kop: int
    eind: int

    @property
    def tekst(self) -> str:
        return schoon(self.bron)

    @property
    def span(self) -> Span:
        return self.bron.span(self.start, self.eind)

    @property
    def kopeind(self) -> int:
        """Where the first line ends."""
        einde = self.tekst.find("\n", self.na_kop, self.eind)
        return self.eind if einde < 0 else einde

    @property
    def kop(self) -> Span:
        return self.bron.span(
            self.start, self.start + len(self.tekst[self.start : self.kopeind].rstrip())
        )

    @property
    def context(self) -> str:
        naam = eenspatie(self.tekst[self.na_kop : self.kopeind])
        if self.soort in ("Objecttype", "Parameter", "Domein"):
            naam = re.split(r"\(mv:|\(bezield|\s:\s|:| is van het type", naam)[0].strip()
            naam = re.sub(r"^(de|het)\s+", "", naam)
        return f"{self.soort} “{naam[:80]}”" if naam else self.soort


class Regeltje(NamedTuple):
    """One line without its indentation and without white space at its end."""

    start: int
    eind: int
    tekst: str


def regels(tekst: str, start: int, eind: int) -> Iterator[Regeltje]:
    """The lines of a stretch that are not empty."""
    pos = start
    while pos < eind:
        einde = tekst.find("\n", pos, eind)
        einde = eind if einde < 0 else einde
        inhoud = tekst[pos:einde]
        kaal = inhoud.strip()
        if kaal:
            begin = pos + len(inhoud) - len(inhoud.lstrip())
            yield Regeltje(begin, begin + len(kaal), kaal)
        pos = einde + 1


def splits(bron: Source) -> Result[tuple[Blokstuk, ...]]:
    """The blocks of a source; text that belongs to no block is a fault."""
    tekst = schoon(bron)
    koppen: list[tuple[int, int, str]] = []
    for m in _KOLOM0.finditer(tekst):
        kop = _KOP.match(tekst, m.start())
        if kop and kop.end() >= m.end():
            koppen.append((kop.start(), kop.end(), eenspatie(kop.group())))
        elif _is_vreemd(tekst, m, koppen[-1][2] if koppen else None):
            koppen.append((m.start(), m.end(), ""))
    meldingen = list(_vooraf(bron, tekst, koppen[0][0] if koppen else len(tekst)))
    stukken = []
    for i, (start, na, soort) in enumerate(koppen):
        eind = koppen[i + 1][0] if i + 1 < len(koppen) else len(tekst)
        eind = start + len(tekst[start:eind].rstrip())
        if soort:
            stukken.append(Blokstuk(bron, soort, start, na, eind))
        else:
            meldingen.append(_onbekend(bron, start, na))
    return Result(tuple(stukken), tuple(meldingen))


def _is_vreemd(tekst: str, m: re.Match[str], soort: str | None) -> bool:
    """Does this line look like the head of a block that we do not know?"""
    woord = m.group()
    if not woord[0].isupper() or soort is None:
        return False
    if _lijkt_op(woord) is not None:
        return True
    if soort not in _MET_ZINNEN:
        return soort not in ("Scenario", "Voorbeeldreeks")
    vooraf = tekst[max(0, m.start() - 200) : m.start()]
    zin_af = vooraf.rstrip().endswith(".") and vooraf.rstrip(" \t").endswith("\n\n")
    return zin_af and woord not in ("Daarbij", "In", "Als")


def _lijkt_op(woord: str) -> str | None:
    """The keyword this is a slip of; short words and sentence words never are."""
    if len(woord) < 4 or len(woord) > 40:
        return None
    enkel = [n for n in BLOKKEN if " " not in n]
    beste = process.extractOne(woord, enkel, scorer=fuzz.ratio, score_cutoff=_LIJKT)
    return beste[0] if beste else None


def _onbekend(bron: Source, start: int, na: int) -> Diagnostic:
    woord = schoon(bron)[start:na]
    bijna = _lijkt_op(woord)
    hulp = (
        [f"bedoelt u “{bijna}”?"]
        if bijna
        else ["zet tekst die bij een blok hoort verder naar rechts"]
    )
    return fout(
        "BLOK-ONBEKEND",
        bron.span(start, na),
        f"“{woord[:60]}” begint geen bekend blok",
        verwacht=["Regel", "Objecttype", "Parameter", "Feittype", "Beslistabel", "Domein"],
        hulp=hulp,
    )


def _vooraf(bron: Source, tekst: str, eind: int) -> Iterator[Diagnostic]:
    for regel in regels(tekst, 0, eind):
        woord = regel.tekst.split()[0]
        ingesprongen = _KOP.match(regel.tekst)
        if ingesprongen:
            hulp = f"zet “{ingesprongen.group()}” helemaal links op de regel"
        elif bijna := _lijkt_op(woord):
            hulp = f"bedoelt u “{bijna}”?"
        else:
            hulp = "een bestand begint met een blok; commentaar begint met “//”"
        yield fout(
            "BLOK-ONBEKEND",
            bron.span(regel.start, min(regel.eind, regel.start + 60)),
            "deze tekst hoort bij geen enkel blok",
            verwacht=["Regel", "Objecttype", "Parameter", "Feittype", "Beslistabel", "Domein"],
            hulp=[hulp],
        )
        return
