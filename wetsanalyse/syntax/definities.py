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
from wetsanalyse.syntax.definitielezer import Definitielezer, Namen
from wetsanalyse.syntax.grammatica import laad
from wetsanalyse.syntax.herkenner import Kandidaat, Mislukt, als_tokens, herken, op_tokens
from wetsanalyse.syntax.kardinaliteit import feitfout, lees_kardinaliteit
from wetsanalyse.syntax.meervoud import geraden_meervouden
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje, regels
from wetsanalyse.syntax.trie import Trie
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, sleutel
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

SOORTEN = frozenset(
    {
        "Objecttype", "Extensie van objecttype", "Domein", "Dimensie", "Dagsoort", "Tijdlijn",
        "Parameter", "Feittype", "Wederkerig feittype", "Eenheidsysteem",
    }
)  # fmt: skip
_KOPTEKST = re.compile(r"-{3,}|[—–]+(?=\s)")
_LABEL = re.compile(r"(?:(?P<nummer>\d{1,9})\s*[.):]|[-–—•*])\s*(?P<tekst>\S.*?)\s*[;,.]?")
_KLAAR = re.compile(r"\)\s*:?\s*$")  # the end of the head of a Dimensie
_VERDER = re.compile(  # a line that goes on with the member before it
    r",|(?:gedimensioneerd\s+met|voor\s+elke?|en|met\s+eenheid|startend\s+op)(?!\w)", re.IGNORECASE
)
_SAMEN = 4  # lines of one member at most
_KARD = re.compile(r"(één|e[eé]n|éen|meerdere)\s+", re.IGNORECASE)
_EENHEIDREGEL = re.compile(
    r"(?:(?P<lid>de|het)\s+)?"
    # More words only when the plural shows where they end.
    r"(?P<naam>[^\s(=]+(?:\s+[^\s(=]+)*?(?=\s*\(\s*mv\b)|[^\s(=]+)"
    r"(?:\s*\(\s*mv\s*[:.]\s*(?P<mv>[^)]+?)\s*\))?"
    r"(?:\s+(?P<afk>[^\s=;]+))?(?:\s+(?P<sym>[^\s=;]+))?"
    r"(?:\s*=\s*(?P<deel>1?\s*/)?\s*(?P<n>\d+(?:,\d+)?)\s+(?P<basis>[^\s;]+))?\s*;?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Bekend:
    """What must be known before declarations can be read: names of types, spellings of units."""

    domeinen: Trie[str]
    objecttypen: Trie[str]
    eenheden: Mapping[str, str]
    dimensies: Trie[str]
    tijdlijnen: Trie[str]


def typetrie(namen: Iterable[str]) -> Trie[str]:
    trie: Trie[str] = Trie()
    for naam in namen:
        if woorden := sleutel(naam):
            trie.voeg_toe(woorden, naam)
    return trie


def vooraf(stukken: Iterable[Blokstuk], eenheden: Mapping[str, str]) -> Bekend:
    """A first look at the heads of all blocks of all files. Order of declaration is free."""
    domeinen, typen, dimensies, tijdlijnen = [], [], [], []
    spellingen = dict(eenheden)
    for stuk in stukken:
        kop = stuk.tekst[stuk.na_kop : stuk.kopeind]
        kaal = re.sub(r"^\s*(de|het)\s+", "", kop)
        if stuk.soort == "Domein":
            domeinen.append(re.split(r"\s+is\s+van\s+het\s+type\b", kop)[0])
        elif stuk.soort == "Objecttype":
            typen.append(re.split(r"\s*\(\s*(?:mv\b|bezield)", kaal)[0])
        elif stuk.soort == "Dimensie":
            dimensies.append(re.split(r"\s*\(\s*mv\b|,?\s+bestaande\b", kaal)[0])
            meervoud = re.search(r"bestaande\s+uit\s+(?:de\s+)?(.+?)\s*\(", kaal)
            dimensies += [meervoud.group(1)] if meervoud else []
        elif stuk.soort == "Tijdlijn":
            tijdlijnen.append(re.split(r"\s+heeft\s+tijdvakken\b", kaal)[0])
        elif stuk.soort == "Eenheidsysteem":
            for regel in regels(stuk.tekst, stuk.kopeind, stuk.eind):
                spellingen |= dict(_spellingen(regel.tekst))
        elif stuk.soort == "Dagsoort":
            m = re.match(r"(.+?)(?:\s*\(\s*mv\s*[:.]\s*([^)]+?)\s*\))?\s*;?\s*$", kaal)
            naam = eenspatie(m.group(1)) if m else ""
            vormen = [naam, m.group(2)] if m and m.group(2) else [naam, *geraden_meervouden(naam)]
            spellingen |= {norm_woord(eenspatie(vorm)): naam for vorm in vormen if vorm}
    return Bekend(
        typetrie(domeinen), typetrie(typen), spellingen, typetrie(dimensies), typetrie(tijdlijnen)
    )


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
            case "Dimensie":
                return self._dimensie(stuk)
            case "Extensie van objecttype":
                return self._extensie(stuk)
            case _:
                start = "tijdlijndefinitie" if stuk.soort == "Tijdlijn" else stuk.soort.lower()
                node: t.Blok | None = self._ontleed(stuk, start, stuk.start, stuk.eind)
                return node

    def _poging(
        self, stuk: Blokstuk, start: str, van: int, tot: int
    ) -> tuple[Any, list[Diagnostic]] | Mislukt:
        typen = self.bekend.objecttypen if start == "rol" else self.bekend.domeinen
        b = self.bekend
        namen = Namen(typen, b.dimensies, b.tijdlijnen, b.eenheden)
        lezer = Definitielezer(stuk.bron, van, tot, namen)
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

    def _objecttype(self, stuk: Blokstuk) -> t.Objecttype | None:
        kop = self._ontleed(stuk, "objecttype", stuk.start, stuk.kopeind)
        leden = self._leden(stuk)
        if kop is None:
            return None
        return t.Objecttype(
            span=stuk.span,
            naam=kop.naam,
            meervoud=kop.meervoud,
            bezield=kop.bezield,
            leden=leden,
        )

    def _extensie(self, stuk: Blokstuk) -> t.Extensie | None:
        kop = self._ontleed(stuk, "extensie", stuk.start, stuk.kopeind)
        leden = self._leden(stuk)
        if kop is None:
            return None
        return t.Extensie(span=stuk.span, objecttype=kop.objecttype, leden=leden)

    def _leden(self, stuk: Blokstuk) -> tuple[t.Lid, ...]:
        leden: list[t.Lid] = []
        lijst = list(regels(stuk.tekst, stuk.kopeind, stuk.eind))
        i = 0
        while i < len(lijst):
            kop = _KOPTEKST.match(lijst[i].tekst)
            if kop:
                plek = stuk.bron.span(lijst[i].start, lijst[i].eind)
                tekst = eenspatie(lijst[i].tekst[kop.end() :].rstrip("-—– "))
                leden.append(t.Koptekst(span=plek, tekst=tekst))
                i += 1
                continue
            i, lid = self._lid(stuk, lijst, i)
            if lid is not None:
                leden.append(lid)
        return tuple(leden)

    def _lid(self, stuk: Blokstuk, lijst: list[Regeltje], i: int) -> tuple[int, Any]:
        """One member; a name may run on over the next line, so more lines are tried together."""
        eerste, na = lijst[i], i + 1
        while na < len(lijst) and not lijst[na - 1].tekst.endswith(";"):
            if not _VERDER.match(lijst[na].tekst):
                break
            na += 1
        uitslag = self._poging(stuk, "lid", eerste.start, lijst[na - 1].eind)
        while isinstance(uitslag, Mislukt) and na < min(len(lijst), i + _SAMEN):
            if lijst[na - 1].tekst.endswith(";") or _KOPTEKST.match(lijst[na].tekst):
                break
            samen = self._poging(stuk, "lid", eerste.start, lijst[na].eind)
            na += 1
            if not isinstance(samen, Mislukt):
                uitslag = samen
        if isinstance(uitslag, Mislukt):
            tot, na = eerste.eind, i + 1
            uitslag = self._poging(stuk, "lid", eerste.start, tot)
        if isinstance(uitslag, Mislukt):
            self.meldingen.append(self._waarom(stuk, "lid", eerste.start, tot, uitslag))
            return na, None
        lid, meldingen = uitslag
        self.meldingen += meldingen
        return na, lid

    def _dimensie(self, stuk: Blokstuk) -> t.Dimensie | None:
        lijst = list(regels(stuk.tekst, stuk.kopeind, stuk.eind))
        kopeind, eerste = stuk.kopeind, 0
        # The head may run on, up to its closing bracket.
        while (
            not _KLAAR.search(stuk.tekst, stuk.start, kopeind)
            and eerste < len(lijst)
            and not _LABEL.fullmatch(lijst[eerste].tekst)
        ):
            kopeind, eerste = lijst[eerste].eind, eerste + 1
        kop = self._ontleed(stuk, "dimensie", stuk.start, kopeind)
        labels = [label for regel in lijst[eerste:] if (label := self._label(stuk, regel))]
        if kop is None:
            return None
        return t.Dimensie(
            span=stuk.span,
            naam=kop.naam,
            meervoud=kop.meervoud,
            voorzetsel=kop.voorzetsel,
            labels=tuple(labels),
        )

    def _label(self, stuk: Blokstuk, regel: Regeltje) -> t.Dimensielabel | None:
        m = _LABEL.fullmatch(regel.tekst)
        if m is None:
            self.meldingen.append(
                fout(
                    "DI-LABEL",
                    stuk.bron.span(regel.start, regel.eind),
                    "deze regel is geen label van een dimensie",
                    hulp=["schrijf een nummer met een punt ervoor, zoals “1. vorig jaar”"],
                    context=stuk.context,
                )
            )
            return None
        plek = stuk.bron.span(regel.start + m.start("tekst"), regel.start + m.end("tekst"))
        nummer = int(m["nummer"]) if m["nummer"] else None
        return t.Dimensielabel(span=plek, nummer=nummer, tekst=eenspatie(m["tekst"]))

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
            bericht = f"een {stuk.soort.lower()} heeft {aantal}"
            self.meldingen.append(feitfout("FT-ROLLEN", stuk, bericht))
            return None
        eerste, tweede = (rollen * 2)[:2]
        gelezen = lees_kardinaliteit(stuk, kardinaliteit, eerste, tweede)
        if isinstance(gelezen, Diagnostic):
            self.meldingen.append(gelezen)
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
