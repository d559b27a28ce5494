"""Cut a source into blocks. A fault stays inside its block, so one run reports them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.woorden import eenspatie, norm_woord, schoon
from wetsanalyse.text import Diagnostic, Result, Source, Span
from wetsanalyse.text.diagnostic import fout

# The keywords that begin a block, at the start of a line.
BLOKKEN = (
    "Objecttype",
    "Domein",
    "Parameter",
    "Feittype",
    "Wederkerig feittype",
    "Eenheidsysteem",
    "Extensie van objecttype",
    "Dimensie",
    "Dagsoort",
    "Tijdlijn",
    "Regelgroep",
    "Regel",
    "Beslistabel",
    "Regeling",
    "Parameterwaarden",
    "Hardheidsclausule",
    "Bestuursorgaan",
    "Open norm",
    "Uitkomst",
    "Invoerbereik",
    "Evenredigheidsnorm",
    "Aanvaard",
    "Scenario",
    "Voorbeeldreeks",
    "Verplichting",
    "Gebeurtenis",
)
_NAMEN = sorted(BLOKKEN, key=len, reverse=True)


def _kopvorm(naam: str) -> str:
    """A keyword as it may be written: only the first word needs its capital."""
    eerste, *rest = naam.split()
    return r"[ \t]+".join([eerste, *(f"(?i:{woord})" for woord in rest)])


_KOP = re.compile("(?:" + "|".join(_kopvorm(n) for n in _NAMEN) + r")(?![\w-])")
_HEEL = {n.casefold(): n for n in BLOKKEN}
_KLEIN = {n.casefold(): n for n in BLOKKEN if " " not in n}
_KLEIN["extensie"] = "Extensie van objecttype"
_KOLOM0 = re.compile(r"^[^\W\d_][^\s:;,.]*", re.MULTILINE)
# In these blocks a sentence may stand at the start of a line.
_MET_ZINNEN = {"Regel", "Beslistabel", "Regelgroep", "Hardheidsclausule", "Verplichting"}
_LIJKT = 78
# A rule inside a group may be indented. [4.9]
_LIDKOP = re.compile(r"^([ \t]+)((?:Regel|Beslistabel)(?=[ \t]))", re.MULTILINE)
# Heads with more than the name on them, and what comes after the name.
_DEFINITIES = {
    "Objecttype", "Extensie van objecttype", "Parameter", "Domein", "Dimensie", "Dagsoort",
    "Tijdlijn", "Regelgroep",
}  # fmt: skip
_NA_NAAM = re.compile(
    r"\(mv\b|\(bezield|\s:\s|:| is van het type|,? bestaande uit| heeft tijdvakken| is recursief$|;"
)


@dataclass(frozen=True, slots=True)
class Blokstuk:
    """The text of one block: ``[start, eind)`` of its source; ``na_kop`` is after the keyword.
    ``groep`` is where the Regelgroep begins that a rule stands in; the group itself is only its
    head line."""

    bron: Source
    soort: str
    start: int
    na_kop: int
    eind: int
    groep: int | None = None

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
        if self.soort in _DEFINITIES:
            naam = _NA_NAAM.split(naam)[0].strip()
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
            koppen.append((kop.start(), kop.end(), _HEEL[eenspatie(kop.group()).casefold()]))
        elif _is_vreemd(tekst, m, koppen[-1][2] if koppen else None):
            koppen.append((m.start(), m.end(), ""))
    meldingen = list(_vooraf(bron, tekst, koppen[0][0] if koppen else len(tekst)))
    stukken: list[Blokstuk] = []
    groep, vrij = None, False
    for i, (start, na, soort) in enumerate(koppen):
        eind = koppen[i + 1][0] if i + 1 < len(koppen) else len(tekst)
        eind = start + len(tekst[start:eind].rstrip())
        if not soort:
            meldingen.append(_onbekend(bron, start, na))
        elif soort == "Regelgroep":
            hoofd, *leden = _groep(bron, tekst, start, na, eind)
            stukken += [hoofd, *leden]
            meldingen += _los(bron, tekst, hoofd.eind, leden[0].start if leden else eind)
            # Rules that are not indented belong to the group only if none is.
            groep, vrij = start, not leden
        else:
            lid = vrij and soort in ("Regel", "Beslistabel")
            vrij = lid
            stukken.append(Blokstuk(bron, soort, start, na, eind, groep if lid else None))
    return Result(tuple(stukken), tuple(meldingen))


def _groep(bron: Source, tekst: str, start: int, na: int, eind: int) -> list[Blokstuk]:
    """The head of a group and the indented rules below it."""
    regeleind = tekst.find("\n", na, eind)
    kopeind = eind if regeleind < 0 else regeleind
    kop = start + len(tekst[start:kopeind].rstrip())
    leden = list(_LIDKOP.finditer(tekst, kopeind, eind))
    # A deeper line that begins with “Regel” is part of a rule.
    leden = [m for m in leden if m.group(1).expandtabs() == leden[0].group(1).expandtabs()]
    grenzen = [*(m.start(2) for m in leden[1:]), eind][: len(leden)]
    return [Blokstuk(bron, "Regelgroep", start, na, kop)] + [
        Blokstuk(
            bron,
            m.group(2),
            m.start(2),
            m.end(2),
            m.start(2) + len(tekst[m.start(2) : grens].rstrip()),
            start,
        )
        for m, grens in zip(leden, grenzen, strict=True)
    ]


def _los(bron: Source, tekst: str, start: int, eind: int) -> Iterator[Diagnostic]:
    """Text between the head of a group and its first rule."""
    for regel in regels(tekst, start, eind):
        yield fout(
            "BLOK-ONBEKEND",
            bron.span(regel.start, regel.eind),
            "deze tekst hoort bij geen enkele regel van de groep",
            verwacht=["Regel", "Beslistabel"],
            hulp=["onder “Regelgroep” staan de regels van de groep"],
        )
        return


def _is_vreemd(tekst: str, m: re.Match[str], soort: str | None) -> bool:
    """Does this line look like the head of a block that we do not know?"""
    woord = m.group()
    if soort is None or not (woord[0].isupper() or _klein_trefwoord(tekst, m, soort)):
        return False
    if soort.lower().endswith("feittype") and norm_woord(woord) in ("één", "een", "meerdere"):
        return False  # the line that says how many
    if _lijkt_op(woord) is not None:
        return True
    if soort not in _MET_ZINNEN:
        return soort not in ("Scenario", "Voorbeeldreeks")
    vooraf = tekst[max(0, m.start() - 200) : m.start()]
    zin_af = vooraf.rstrip().endswith(".") and vooraf.rstrip(" \t").endswith("\n\n")
    return zin_af and woord not in ("Daarbij", "In", "Als")


def _klein_trefwoord(tekst: str, m: re.Match[str], soort: str) -> bool:
    """A keyword without its capital, after an empty line or below a declaration."""
    if m.group() not in _KLEIN:
        return False
    vooraf = tekst[max(0, m.start() - 200) : m.start()].rstrip(" \t")
    return vooraf.endswith("\n\n") or (soort not in _MET_ZINNEN and vooraf.endswith((";\n", "\n")))


def _lijkt_op(woord: str) -> str | None:
    """The keyword this is a slip of; short words and sentence words never are."""
    if len(woord) < 4 or len(woord) > 40:
        return None
    beste = process.extractOne(
        woord.casefold(), list(_KLEIN), scorer=fuzz.ratio, score_cutoff=_LIJKT
    )
    return _KLEIN[beste[0]] if beste else None


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
        eind = regel.start + len(woord) if _lijkt_op(woord) and not ingesprongen else regel.eind
        yield fout(
            "BLOK-ONBEKEND",
            bron.span(regel.start, min(eind, regel.start + 60)),
            "deze tekst hoort bij geen enkel blok",
            verwacht=["Regel", "Objecttype", "Parameter", "Feittype", "Beslistabel", "Domein"],
            hulp=[hulp],
        )
        return
