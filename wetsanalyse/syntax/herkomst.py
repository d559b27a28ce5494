"""The lines that say where a rule comes from. [uitbreidingen 2]"""

from __future__ import annotations

import re
from typing import Any

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje
from wetsanalyse.syntax.woorden import eenspatie
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.diagnostic import fout

_RANG = (
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
).split()
RANGTELWOORDEN = {woord: str(i) for i, woord in enumerate(_RANG, 1)}
_LID = "|".join(_RANG)

# Keyword -> allowed values; None: free.
SLEUTELS: dict[str, tuple[str, ...] | None] = {
    "bron": None,
    "bevoegdheid": ("gebonden", "discretionair"),
    "stap": ("beschikking", "boete", "verhoging van rechtswege", "terugvordering", "termijn"),
    "rechtsmiddel": None,
    "richting": ("nadelig", "voordelig", "neutraal"),
    "verdisconteerd": ("ja", "nee", "onbekend"),
}
_SLEUTEL = re.compile(r"(" + "|".join(SLEUTELS) + r")(?=\s|:|$)\s*:?\s*", re.IGNORECASE)
_JCI = re.compile(r"jci\d+(?:\.\d+)?:\S+", re.IGNORECASE)
_CITAAT = re.compile(r"[\"“](.*)[\"”]", re.DOTALL)
_ONBEVESTIGD = re.compile(r"onbevestigd\s*:?\s*", re.IGNORECASE)
# An article is a number (`3:4`, `18b`), a letter and a number (`B13`, the `J 24` of the
# Kieswet), or a roman number, as in a law that changes others (`XVI`).
_ARTIKEL = re.compile(
    r"(?:(?:artikel|art\.?)\s+(?P<artikel>\d[\w.:]*[a-z]?|[A-Z]{1,2} ?\d[\w.:]*|[IVXLCDM]+[a-z]?)"
    r"|bijlage\s+(?P<bijlage>[IVXLCDM]+|\d+[a-z]?|[A-Z]))(?=[\s,;]|$)",
    re.IGNORECASE,
)
_LIDDEEL = re.compile(
    rf"(?:(?P<rang>{_LID})\s+lid|lid\s+(?P<getal>\d+[a-z]?)|(?P<kort>\d+)(?:e|de|ste)\s+lid)(?=[\s,;]|$)",
    re.IGNORECASE,
)
_ONDERDEEL = re.compile(
    r"(?:onderdeel|onder)\s+(?P<onderdeel>[\w°º]+(?:\s*,?\s*onder\s+[\w°º]+)?)(?=[\s,;]|$)",
    re.IGNORECASE,
)
_KOMMA = re.compile(r"[\s,]*")


def is_herkomst(regel: str) -> bool:
    return _SLEUTEL.match(regel) is not None


def lees_bron(bron: Source, start: int, eind: int) -> t.Bron | None:
    """``artikel 2, tweede lid, onderdeel a, Wzt``, ``bijlage I, Wzt``, a JCI, or a quoted text;
    None: unreadable."""
    ruw = bron.tekst[start:eind]
    tekst = eenspatie(ruw)
    span = bron.span(start, eind)
    if m := _JCI.fullmatch(tekst):
        return t.Bron(span=span, tekst=tekst, jci=tekst)
    if m := _CITAAT.fullmatch(tekst):
        return t.Bron(span=span, tekst=m.group(1))
    m = _ARTIKEL.match(tekst)
    if m is None:
        return None
    # A bijlage stands where an article would: `bijlage I`.
    plaats = f"bijlage {m['bijlage']}" if m["bijlage"] else m["artikel"].rstrip(".:")
    delen: dict[str, str | None] = {"artikel": plaats, "lid": None}
    pos = _verder(tekst, m.end())
    if lid := _LIDDEEL.match(tekst, pos):
        rang = (lid["rang"] or "").lower()
        delen["lid"] = RANGTELWOORDEN.get(rang) or lid["getal"] or lid["kort"]
        pos = _verder(tekst, lid.end())
    if onderdeel := _ONDERDEEL.match(tekst, pos):
        delen["onderdeel"] = onderdeel["onderdeel"].rstrip("°º")
        pos = _verder(tekst, onderdeel.end())
    regeling = re.sub(r"^van\s+(de|het)\s+", "", tekst[pos:]).strip(" ,;")
    return t.Bron(span=span, tekst=tekst, regeling=regeling or None, **delen)


def _verder(tekst: str, pos: int) -> int:
    m = _KOMMA.match(tekst, pos)
    return m.end() if m else pos


def lees_herkomst(
    stuk: Blokstuk, lijst: list[Regeltje]
) -> tuple[t.HerkomstTekst | None, list[Diagnostic]]:
    """All lines of origin that stand together."""
    if not lijst:
        return None, []
    bronnen: list[t.Bron] = []
    twijfels: list[str] = []
    waarden: dict[str, Any] = {}
    meldingen: list[Diagnostic] = []
    for regel in lijst:
        m = _SLEUTEL.match(regel.tekst)
        assert m is not None
        sleutel, waarde = m.group(1).lower(), regel.tekst[m.end() :].strip()
        if sleutel == "bron":
            start = regel.start + m.end()
            if o := _ONBEVESTIGD.match(waarde):
                citaat = _CITAAT.fullmatch(waarde[o.end() :].strip())
                twijfels.append(citaat.group(1) if citaat else waarde[o.end() :])
            elif gelezen := lees_bron(stuk.bron, start, regel.eind):
                bronnen.append(gelezen)
            else:
                meldingen.append(_bronfout(stuk, regel, start))
            continue
        toegestaan = SLEUTELS[sleutel]
        if toegestaan is not None and eenspatie(waarde).lower() not in toegestaan:
            meldingen.append(
                fout(
                    "HK-WAARDE",
                    stuk.bron.span(regel.start, regel.eind),
                    f"“{waarde[:60]}” kan niet achter “{sleutel}” staan",
                    verwacht=toegestaan,
                    context=stuk.context,
                )
            )
            continue
        waarden[sleutel] = eenspatie(waarde).lower() if toegestaan else eenspatie(waarde)
    span = stuk.bron.span(lijst[0].start, lijst[-1].eind)
    herkomst = t.HerkomstTekst(
        span=span, bronnen=tuple(bronnen), onbevestigd=tuple(twijfels), **waarden
    )
    return herkomst, meldingen


def _bronfout(stuk: Blokstuk, regel: Regeltje, start: int) -> Diagnostic:
    return fout(
        "HK-BRON",
        stuk.bron.span(min(start, regel.eind - 1), regel.eind),
        "deze vindplaats is niet te lezen",
        verwacht=["artikel 2, tweede lid, onderdeel a, Wzt", "een Juriconnect-link (jci1.3:…)",
                  "een tekst tussen aanhalingstekens"],
        hulp=['een aanname schrijft u als “bron onbevestigd: "…"”'],
        context=stuk.context,
    )  # fmt: skip
