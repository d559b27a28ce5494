"""Spellings of units, and reading a unit such as ``€/mnd``. [1.8]

Only how a unit is written stands here; what it is worth is the model's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from rapidfuzz import fuzz, process

from wetsanalyse.syntax.tree import EenheidTekst, Macht
from wetsanalyse.syntax.woorden import norm_woord
from wetsanalyse.text import Source

_TIJD = {
    "ms": ("ms", "milliseconde", "milliseconden", "millisecondes"),
    "s": ("s", "seconde", "seconden", "secondes"),
    "minuut": ("minuut", "minuten"),
    "u": ("u", "uur", "uren"),
    "dg": ("dg", "dag", "dagen"),
    "wk": ("wk", "week", "weken"),
    "mnd": ("mnd", "maand", "maanden", "md"),
    "kw": ("kw", "kwartaal", "kwartalen"),
    "jr": ("jr", "jaar", "jaren"),
}
_GELD = {"€": ("€", "eur", "euro", "euros", "euro's")}
# ISO 4217 without EUR and without the two codes that name no currency (XTS, XXX). No factors:
# a rate of exchange is not part of the language.
_ISO = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN "
    "BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP "
    "ERN ETB FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD "
    "JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT "
    "MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
    "TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA "
    "XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG"
).split()
VALUTA = frozenset({"€", *_ISO})

SPELLINGEN: Mapping[str, str] = MappingProxyType(
    {spelling: basis for basis, alle in (_TIJD | _GELD).items() for spelling in alle}
    | {code.casefold(): code for code in _ISO}
    | {"%": "%"}
)

_MACHT = re.compile(r"([^\W\d_][\w'’]*|°\w*|[^\w\s^/])(?:\^(-?\d{1,3}))?(?![\w'’^])")
_EEN_OP = re.compile(r"1(?=\s*/)")
_DEEL = re.compile(r"\s*/\s*")
_SPATIE = re.compile(r"[ \t\n]+")


def lees_eenheid(
    bron: Source, tekst: str, start: int, eind: int, bekend: Mapping[str, str]
) -> tuple[EenheidTekst, int] | None:
    """The longest unit at ``start`` and where it ends; ``tekst`` is the cleaned text."""
    teller, pos = _machten(bron, tekst, start, eind, bekend)
    if not teller:
        een = _EEN_OP.match(tekst, start, eind)
        pos = een.end() if een else start
    streep = _DEEL.match(tekst, pos, eind)
    if streep:
        noemer, na = _machten(bron, tekst, streep.end(), eind, bekend)
        if noemer:
            return EenheidTekst(span=bron.span(start, na), teller=teller, noemer=noemer), na
    if not teller:
        return None
    return EenheidTekst(span=bron.span(start, pos), teller=teller), pos


def bekende_eenheden(namen: Mapping[str, str], hoogstens: int = 16) -> str:
    """For a message: the units that are most likely meant."""
    keuze = sorted(set(namen.values()) - set(_ISO))
    return ", ".join(keuze[:hoogstens]) + (", …" if len(keuze) > hoogstens else "")


def bijna_eenheid(woord: str, namen: Mapping[str, str]) -> str | None:
    """The spelling that this looks like. Three letters are like many a currency, so those are
    not guessed."""
    keuze = sorted(n for n, basis in namen.items() if basis not in _ISO)
    bijna = process.extractOne(norm_woord(woord), keuze, scorer=fuzz.ratio, score_cutoff=60)
    return bijna[0] if bijna else None


def met_een_streep(woord: str, namen: Mapping[str, str]) -> str | None:
    """`kWh/kWp/jr` as it is written: what is under the line stands together, behind one line."""
    boven, *onder = woord.split("/")
    if len(onder) < 2 or not all(norm_woord(deel) in namen for deel in (boven, *onder)):
        return None
    return f"{boven}/{' '.join(onder)}"


def _machten(
    bron: Source, tekst: str, start: int, eind: int, bekend: Mapping[str, str]
) -> tuple[tuple[Macht, ...], int]:
    gevonden: list[Macht] = []
    pos = na = start
    while m := _MACHT.match(tekst, pos, eind):
        if norm_woord(m.group(1)) not in bekend:
            break
        macht = int(m.group(2) or 1)
        gevonden.append(
            Macht(span=bron.span(m.start(), m.end()), eenheid=m.group(1), exponent=macht)
        )
        na = m.end()
        spatie = _SPATIE.match(tekst, na, eind)
        if not spatie:
            break
        pos = spatie.end()
    return tuple(gevonden), na
