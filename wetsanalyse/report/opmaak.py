"""Numbers, amounts, dates and lists as a Dutch reader expects them: ``€ 1.352,09 per jaar``.

What is shown is exact; a number that does not end is cut off with ``…`` after four decimals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.model import Parameterwaarde, Regelversie
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.run.weergave import Tijdstuk, tijdstukken, tijdvak, toon_datum
from wetsanalyse.text import Span

MIN = "−"
LANGSTE = 9  # decimals; a number with more is cut off
KORT = 4

# unit -> (one, many)
WOORDEN = {
    "jr": ("jaar", "jaar"),
    "kw": ("kwartaal", "kwartalen"),
    "mnd": ("maand", "maanden"),
    "wk": ("week", "weken"),
    "dg": ("dag", "dagen"),
    "u": ("uur", "uur"),
    "minuut": ("minuut", "minuten"),
    "s": ("seconde", "seconden"),
}
VALUTA = ("€", "USD", "GBP", "CHF")


def decimalen_van(getal: Fraction) -> int | None:
    """How many decimals an exact number has; None: it does not end."""
    noemer, machten = getal.denominator, {2: 0, 5: 0}
    for priem in machten:
        while noemer % priem == 0:
            noemer //= priem
            machten[priem] += 1
    return max(machten.values()) if noemer == 1 else None


def getal(waarde: Fraction | int, minstens: int = 0) -> str:
    """``1.352,09``, with a point per thousand and at least so many decimals."""
    exact = Fraction(waarde)
    nodig = decimalen_van(exact)
    einde = ""
    if nodig is None or nodig > LANGSTE:
        nodig, einde = KORT, "…"
    plaatsen = max(nodig, minstens if nodig else 0)
    geheel, rest = divmod(int(abs(exact) * 10**plaatsen), 10**plaatsen)
    tekst = f"{geheel:,}".replace(",", ".")
    if plaatsen:
        tekst += f",{rest:0{plaatsen}d}"
    return f"{MIN if exact < 0 else ''}{tekst}{einde}"


def eenheidswoord(naam: str, meer: bool = False) -> str:
    een, veel = WOORDEN.get(naam, (naam, naam))
    return veel if meer else een


def met_eenheid(waarde: Fraction | int, eenheid: str) -> str:
    """An amount with its unit in words: ``€ 1.573 per jaar``, ``3 maanden``, ``13,7%``."""
    exact = Fraction(waarde)
    if eenheid == "datum":
        return toon_datum(exact)
    if eenheid in ("%", "deel"):
        return f"{getal(exact * 100)}%"
    if eenheid == "sterkte":
        return f"sterkte {getal(exact)}"
    if eenheid == "verhouding":
        return f"{getal(exact)} keer"
    boven, _, onder = eenheid.partition("/")
    per = f" per {eenheidswoord(onder)}" if onder else ""
    if boven in VALUTA:
        teken = MIN if exact < 0 else ""
        return f"{teken}{boven} {getal(abs(exact), 2)}{per}"
    if boven in ("", "1"):
        return f"{getal(exact)}{per}"
    return f"{getal(exact)} {eenheidswoord(boven, abs(exact) != 1)}{per}"


def eenheid_in_woorden(eenheid: str) -> str:
    """The unit alone, for the head of a column: ``euro per jaar``."""
    boven, _, onder = eenheid.partition("/")
    naam = "euro" if boven == "€" else eenheidswoord(boven, meer=True)
    return f"{naam} per {eenheidswoord(onder)}" if onder else naam


def eenheid_van(type_: Type) -> str:
    """The unit of a type as `met_eenheid` reads it."""
    if type_.is_tijd:
        return "datum"
    return "%" if type_.soort is Soort.PERCENTAGE else str(type_.eenheid)


def waarde(ding: Any, eenheid: str = "") -> str:
    """Any value of a run, in words."""
    if isinstance(ding, Tijdwaarde):
        return in_de_tijd(ding, eenheid)
    if ding is None:
        return "niet nodig"
    if ding is LEEG:
        return "geen waarde"
    if isinstance(ding, bool):
        return "ja" if ding else "nee"
    if isinstance(ding, Fout):
        return f"fout {ding.code}: {ding.bericht}"
    if isinstance(ding, Onbeslist):
        normen = sorted({o.norm for o in ding.oordelen})
        return f"hangt af van een oordeel: {opsomming(normen)}"
    if isinstance(ding, date):
        return datum(ding)
    if isinstance(ding, Fraction | int):
        return met_eenheid(ding, eenheid)
    return f"‘{ding}’"


def in_de_tijd(ding: Tijdwaarde, eenheid: str = "") -> str:
    """``€ 250 per maand van 1-1-2025 tot 1-5-2025; € 260 per maand vanaf 1-5-2025``. What is no
    value comes last, told once for all its periods."""
    gewoon, bijzonder = verdeeld(ding)
    if all(isinstance(w, bool) for _, _, w in gewoon):
        gewoon = [stuk for stuk in gewoon if stuk[2]] or gewoon[:1]
    delen = [f"{waarde(w, eenheid)} {tijdvak(van, tot)}" for van, tot, w in gewoon]
    return "; ".join([*delen, *(f"{waarde(w)} {perioden(w_)}" for w, w_ in bijzonder)])


def verdeeld(ding: Tijdwaarde) -> tuple[list[Tijdstuk], list[tuple[Any, list[Tijdstuk]]]]:
    """The stretches with a value, and of each fault or open judgment the stretches that have it."""
    gewoon: list[Tijdstuk] = []
    bijzonder: dict[Any, list[Tijdstuk]] = {}
    for stuk in tijdstukken(ding):
        if isinstance(stuk[2], Fout | Onbeslist):
            bijzonder.setdefault(stuk[2], []).append(stuk)
        else:
            gewoon.append(stuk)
    return gewoon, list(bijzonder.items())


def perioden(stukken: Sequence[Tijdstuk]) -> str:
    """``tot 1-1-2015 en vanaf 1-1-2036``."""
    return opsomming([tijdvak(van, tot) for van, tot, _ in stukken])


def waarde_van(ding: Any, type_: Type) -> str:
    return waarde(ding, eenheid_van(type_))


def datum(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def periode(van: date | None, tot: date | None) -> str:
    """``van 1-1-2025 t/m 31-12-2025``; open ends in words."""
    if van is None and tot is None:
        return "altijd"
    if tot is None:
        return f"vanaf {datum(van)}" if van else ""
    return f"van {datum(van)} t/m {datum(tot)}" if van else f"t/m {datum(tot)}"


def geldigheid(ding: Regelversie | Parameterwaarde) -> str:
    return periode(ding.van, ding.tot)


def opsomming(delen: Sequence[str], laatste: str = "en") -> str:
    """``a, b en c``."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {laatste} {delen[-1]}"


BEDRAG = re.compile(r"(?<![\w,.])(-?)(\d+)(?:,(\d+))? €(?:/(jr|mnd|kw|wk|dg|u))?(?!\w)")
DATUM = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")
KEER = re.compile(r"(?<![\d,.])(\d{4,})(?= keer\b)")


def leesbaar(tekst: str) -> str:
    """Amounts and dates in a sentence of another layer (``141897 €``, ``01-02-2025``) as the
    report writes them."""

    def schrijf(gevonden: re.Match[str]) -> str:
        teken, heel, achter, per = gevonden.groups()
        exact = Fraction(f"{teken}{heel}.{achter or 0}")
        return met_eenheid(exact, f"€/{per}" if per else "€")

    tekst = BEDRAG.sub(schrijf, tekst)
    tekst = DATUM.sub(lambda d: f"{int(d[1])}-{int(d[2])}-{d[3]}", tekst)
    return KEER.sub(lambda k: getal(int(k[1])), tekst)


def hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]


def aantal(hoeveel: int, een: str, meer: str) -> str:
    """``1 bevinding``, ``3 bevindingen``."""
    return f"{getal(hoeveel)} {een if hoeveel == 1 else meer}"


def lidwoord(span: Span | None) -> str:
    """The article with which a name was declared, and a space; empty when there is none."""
    if span is None:
        return ""
    begin = span.tekst[:4].lower()
    voor = span.source.tekst[max(0, span.start - 5) : span.start].lower()
    for woord in ("de", "het"):
        if begin.startswith(f"{woord} ") or voor.endswith((f" {woord} ", f"\t{woord} ")):
            return f"{woord} "
    return ""
