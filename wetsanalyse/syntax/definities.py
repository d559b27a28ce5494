"""Phase 1: declarations to nodes. Names are free text here; see ``definitielezer``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.declaratiefouten import declaratiefout
from wetsanalyse.syntax.definitiebouwer import Definitiebouwer, naam_met_lidwoord, naam_van
from wetsanalyse.syntax.definitielezer import Definitielezer
from wetsanalyse.syntax.grammatica import laad
from wetsanalyse.syntax.herkenner import Kandidaat, Mislukt, als_tokens, herken, op_tokens
from wetsanalyse.syntax.meervoud import geraden_meervouden
from wetsanalyse.syntax.meldingen import nog_niet
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje, regels
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, sleutel
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout

SOORTEN = frozenset(
    {"Objecttype", "Domein", "Parameter", "Feittype", "Wederkerig feittype", "Eenheidsysteem"}
)
_TIJDLIJN = re.compile(
    r",?[ \t]*(voor\s+(?:elke\s+(dag|maand|week)|elk\s+(jaar|kwartaal)|elke\s+\d+\s+\w+)"
    r"(?:\s+startend\s+op\s+[^;]*)?)\s*(?=;|$)",
    re.IGNORECASE,
)
_TIJDNUMMER = {
    "dag": "R-069",
    "maand": "R-070",
    "jaar": "R-071",
    "kwartaal": "X-11",
    "week": "X-12",
}
_DIMENSIES = re.compile(r",?[ \t]*(gedimensioneerd\s+met\s+[^;]*?)\s*(?=;|$)", re.IGNORECASE)
_KARD = re.compile(r"(één|een|meerdere)\s+", re.IGNORECASE)
_EENHEIDREGEL = re.compile(
    r"(?:(?P<lid>de|het)\s+)?(?P<naam>[^\s(=]+)(?:\s*\(\s*mv\s*:\s*(?P<mv>[^)]+?)\s*\))?"
    r"(?:\s+(?P<afk>[^\s=;]+))?(?:\s+(?P<sym>[^\s=;]+))?"
    r"(?:\s*=\s*(?P<deel>1?\s*/)?\s*(?P<n>\d+(?:,\d+)?)\s+(?P<basis>[^\s;]+))?\s*;?"
)


@dataclass(frozen=True)
class Bekend:
    """What must be known before declarations can be read: names of types, spellings of units."""

    domeinen: Trie[str]
    objecttypen: Trie[str]
    eenheden: Mapping[str, str]


def typetrie(namen: Iterable[str]) -> Trie[str]:
    trie: Trie[str] = Trie()
    for naam in namen:
        if woorden := sleutel(naam):
            trie.voeg_toe(woorden, naam)
    return trie


def vooraf(stukken: Iterable[Blokstuk], eenheden: Mapping[str, str]) -> Bekend:
    """A first look at the heads of all blocks of all files. Order of declaration is free."""
    domeinen, typen, spellingen = [], [], dict(eenheden)
    for stuk in stukken:
        kop = stuk.tekst[stuk.na_kop : stuk.kopeind]
        if stuk.soort == "Domein":
            domeinen.append(re.split(r"\s+is\s+van\s+het\s+type\b", kop)[0])
        elif stuk.soort == "Objecttype":
            kaal = re.sub(r"^\s*(de|het)\s+", "", kop)
            typen.append(re.split(r"\s*\(\s*(?:mv\b|bezield)", kaal)[0])
        elif stuk.soort == "Eenheidsysteem":
            for regel in regels(stuk.tekst, stuk.kopeind, stuk.eind):
                spellingen |= dict(_spellingen(regel.tekst))
        elif stuk.soort == "Dagsoort":
            m = re.match(r"\s*(?:de|het)?\s*([^\s(]+)(?:\s*\(mv:\s*([^)]+)\))?", kop)
            for vorm in m.groups() if m else ():
                if vorm and m:
                    spellingen[norm_woord(vorm.strip())] = m.group(1)
    return Bekend(typetrie(domeinen), typetrie(typen), spellingen)


def _spellingen(regel: str) -> Iterable[tuple[str, str]]:
    m = _EENHEIDREGEL.fullmatch(regel)
    if m:
        basis = m["sym"] or m["afk"] or m["naam"]
        for vorm in (m["naam"], m["mv"], m["afk"], m["sym"]):
            if vorm:
                yield norm_woord(vorm), basis


@dataclass
class Definities:
    """Reads the declaration blocks of all sources; gathers what it has to say."""

    bekend: Bekend
    meldingen: list[Diagnostic]
    tokens: list[Kandidaat] | None = None  # as in ``zin.Omgeving``

    def lees(self, stuk: Blokstuk) -> t.Blok | None:
        match stuk.soort:
            case "Objecttype":
                return self._objecttype(stuk)
            case "Eenheidsysteem":
                return self._eenheidsysteem(stuk)
            case "Feittype" | "Wederkerig feittype":
                return self._feittype(stuk)
            case _:
                start = stuk.soort.lower()
                eind = self._zonder_tijd(stuk, stuk.start, stuk.eind)
                node: t.Blok | None = self._ontleed(stuk, start, stuk.start, eind)
                return node

    def _poging(
        self, stuk: Blokstuk, start: str, van: int, tot: int
    ) -> tuple[Any, list[Diagnostic]] | Mislukt:
        typen = self.bekend.objecttypen if start == "rol" else self.bekend.domeinen
        lezer = Definitielezer(stuk.bron, van, tot, typen, self.bekend.eenheden)
        grammatica = laad("definities")
        tokens = herken(grammatica, start, lezer, van, verste=op_tokens)
        if isinstance(tokens, Mislukt):
            return tokens
        if self.tokens is not None:
            self.tokens.extend(tokens)
        bouwer = Definitiebouwer(stuk.bron, stuk.context)
        boom = grammatica.bouw(start, als_tokens(tokens, stuk.tekst))
        return bouwer.transform(boom), bouwer.meldingen

    def _ontleed(self, stuk: Blokstuk, start: str, van: int, tot: int) -> Any:
        uitslag = self._poging(stuk, start, van, tot)
        if isinstance(uitslag, Mislukt):
            self.meldingen.append(self._waarom(stuk, start, van, tot, uitslag))
            return None
        node, meldingen = uitslag
        self.meldingen += meldingen
        return node

    def _waarom(self, stuk: Blokstuk, start: str, van: int, tot: int, m: Mislukt) -> Diagnostic:
        return declaratiefout(stuk, start, van, tot, m, self.bekend.eenheden)

    def _zonder_tijd(self, stuk: Blokstuk, van: int, tot: int) -> int:
        """Where the part that we can read ends: time lines and dimensions come later."""
        for patroon in (_TIJDLIJN, _DIMENSIES):
            m = patroon.search(stuk.tekst, van, tot)
            if not m:
                continue
            if patroon is _DIMENSIES:
                nummer = "R-059 gedimensioneerd met"
            else:
                woord = (m.group(2) or m.group(3) or "").lower()
                nummer = f"{_TIJDNUMMER.get(woord, 'X-16')} {eenspatie(m.group(1))}"
            plek = stuk.bron.span(m.start(1), m.end(1))
            self.meldingen.append(nog_niet(nummer, plek, stuk.context))
            tot = m.start()
        return tot

    def _objecttype(self, stuk: Blokstuk) -> t.Objecttype | None:
        kop = self._ontleed(stuk, "objecttype", stuk.start, stuk.kopeind)
        leden: list[Any] = []
        lijst = [
            r for r in regels(stuk.tekst, stuk.kopeind, stuk.eind) if not r.tekst.startswith("---")
        ]
        i = 0
        while i < len(lijst):
            i, lid = self._lid(stuk, lijst, i)
            if lid is not None:
                leden.append(lid)
        if kop is None:
            return None
        return t.Objecttype(
            span=stuk.span,
            naam=kop.naam,
            meervoud=kop.meervoud,
            bezield=kop.bezield,
            leden=tuple(leden),
        )

    def _lid(self, stuk: Blokstuk, lijst: list[Regeltje], i: int) -> tuple[int, Any]:
        """One member; a name may run on over the next line, so two lines are tried together."""
        eerste = lijst[i]
        tot = self._zonder_tijd(stuk, eerste.start, eerste.eind)
        geknipt = tot != eerste.eind
        uitslag = self._poging(stuk, "lid", eerste.start, tot)
        na = i + 1
        if isinstance(uitslag, Mislukt) and not eerste.tekst.endswith(";") and na < len(lijst):
            samen = self._poging(stuk, "lid", eerste.start, lijst[na].eind)
            if not isinstance(samen, Mislukt):
                uitslag, na = samen, na + 1
        if isinstance(uitslag, Mislukt):
            self.meldingen.append(self._waarom(stuk, "lid", eerste.start, tot, uitslag))
            return na, None
        lid, meldingen = uitslag
        self.meldingen += [m for m in meldingen if not (geknipt and m.code == "OT-PUNTKOMMA")]
        return na, lid

    def _eenheidsysteem(self, stuk: Blokstuk) -> t.Eenheidsysteem:
        eenheden = []
        for regel in regels(stuk.tekst, stuk.kopeind, stuk.eind):
            m = _EENHEIDREGEL.fullmatch(regel.tekst)
            plek = stuk.bron.span(regel.start, regel.eind)
            if m is None or (m["n"] and Fraction(m["n"].replace(",", ".")) == 0):
                self.meldingen.append(
                    fout(
                        "EH-REGEL",
                        plek,
                        "deze regel is geen eenheid",
                        verwacht=["het uur (mv: uren) u = 60 minuut"],
                        context=stuk.context,
                    )
                )
                continue
            factor = Fraction(m["n"].replace(",", ".")) if m["n"] else None
            kern = regel.start + m.start("naam")
            eenheden.append(
                t.EenheidDefinitie(
                    span=plek,
                    naam=naam_van(stuk.bron, regel.start, kern, regel.start + m.end("naam")),
                    meervoud=m["mv"],
                    afkorting=m["afk"],
                    symbool=m["sym"],
                    factor=1 / factor if factor and m["deel"] else factor,
                    basis=m["basis"],
                )
            )
        naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
        return t.Eenheidsysteem(span=stuk.span, naam=naam, eenheden=tuple(eenheden))

    def _feittype(self, stuk: Blokstuk) -> t.Feittype | None:
        wederkerig = stuk.soort != "Feittype"
        nodig = 1 if wederkerig else 2
        rollen: list[t.Rol] = []
        kardinaliteit: Regeltje | None = None
        for regel in regels(stuk.tekst, stuk.kopeind, stuk.eind):
            if len(rollen) >= nodig or _KARD.match(regel.tekst):
                kardinaliteit = kardinaliteit or regel
                continue
            rol = self._ontleed(stuk, "rol", regel.start, regel.eind)
            if rol is not None:
                rollen.append(rol)
        naam = naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind)
        if len(rollen) < nodig:
            aantal = "één rol" if wederkerig else "twee rollen"
            self._feitfout(stuk, stuk.kop, f"een {stuk.soort.lower()} heeft {aantal}")
            return None
        eerste, tweede = (rollen * 2)[:2]
        gelezen = self._kardinaliteit(stuk, kardinaliteit, eerste, tweede)
        if gelezen is None:
            return None
        meerdere, beschrijving = gelezen
        return t.Feittype(
            span=stuk.span,
            naam=naam,
            rollen=(eerste, tweede),
            meerdere=meerdere,
            beschrijving=beschrijving,
            wederkerig=wederkerig,
        )

    def _feitfout(self, stuk: Blokstuk, plek: Span, bericht: str) -> None:
        self.meldingen.append(
            fout(
                "FT-KARDINALITEITSREGEL" if "regel" in bericht else "FT-ROLLEN",
                plek,
                bericht,
                hulp=["bijvoorbeeld “één ouder verzorgt meerdere kinderen”"],
                context=stuk.context,
            )
        )

    def _kardinaliteit(
        self, stuk: Blokstuk, regel: Regeltje | None, een: t.Rol, twee: t.Rol
    ) -> tuple[tuple[bool, bool], str] | None:
        """Read from the outside in: role in front, role at the end, description between. [1.11]"""
        if regel is None:
            self._feitfout(stuk, stuk.kop, "de regel met “één … meerdere …” ontbreekt")
            return None
        tekst = eenspatie(regel.tekst).rstrip(".;")
        for voor, achter, omgekeerd in ((een, twee, False), (twee, een, True)):
            begin = _rol_vooraan(tekst, voor)
            einde = _rol_achteraan(tekst, achter)
            if begin and einde and begin[1] <= einde[1]:
                meer = (einde[0], begin[0]) if omgekeerd else (begin[0], einde[0])
                return meer, tekst[begin[1] : einde[1]].strip()
        self.meldingen.append(
            fout(
                "FT-KARD-NAAM",
                stuk.bron.span(regel.start, regel.eind),
                f"deze regel noemt niet de rollen “{een.naam.tekst}” en “{twee.naam.tekst}”",
                hulp=["schrijf “één” met de rolnaam of “meerdere” met het meervoud van de rol"],
                context=stuk.context,
            )
        )
        return None


def _vormen(rol: t.Rol) -> list[tuple[bool, str]]:
    meervouden = [rol.meervoud] if rol.meervoud else list(geraden_meervouden(rol.naam.tekst))
    paren = [(True, f"meerdere {m}") for m in meervouden]
    return [*paren, (False, f"één {rol.naam.tekst}"), (False, f"een {rol.naam.tekst}")]


def _rol_vooraan(tekst: str, rol: t.Rol) -> tuple[bool, int] | None:
    laag = tekst.casefold()
    for meer, vorm in _vormen(rol):
        if (laag + " ").startswith(vorm.casefold() + " "):
            return meer, len(vorm)
    return None


def _rol_achteraan(tekst: str, rol: t.Rol) -> tuple[bool, int] | None:
    laag = tekst.casefold()
    for meer, vorm in _vormen(rol):
        if (" " + laag).endswith(" " + vorm.casefold()):
            return meer, len(tekst) - len(vorm)
    return None
