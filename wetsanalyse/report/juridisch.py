"""An explanation in the words of the law: each rule with the values of this case in it, its
article, its version and how long it is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent, indent
from typing import Any

from wetsanalyse.model.model import Model, Regelversie
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Dagentelling,
    Dagsoorttoets,
    HeeftRol,
    Heletijd,
    Lees,
    OpenNormterm,
    Parameterterm,
    Regeluitslag,
    Rekendatumterm,
    SpeeltRol,
    Term,
    Tijdsdeel,
    Tijdvak,
    Totaal,
    Variabeleterm,
    Voorelk,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist
from wetsanalyse.report.bronnen import bronlinks
from wetsanalyse.report.koppelen import NIET_NODIG, koppels_van
from wetsanalyse.report.opmaak import geldigheid, waarde_van
from wetsanalyse.report.uitlegboom import NietToegepast, Regeltekst, Uitleg
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.text import Span

INGEVULD = (
    Lees, Parameterterm, Variabeleterm, Rekendatumterm, Aggregaat, Totaal, Tijdsdeel,
    Dagentelling, OpenNormterm, HeeftRol, SpeeltRol, Voorelk, Dagsoorttoets, Heletijd, Tijdvak,
    Regeluitslag,
)  # fmt: skip
"""Terms behind which their value is written; of an operation only when it is a test."""


# ------------------------------------------------------------------ the text of a rule


def regeltekst(
    model: Model,
    uitslag: Uitslag,
    versie: Regelversie,
    voorwaarde: int,
    waarde: tuple[Term, int] | None,
    object_: str | None,
) -> Regeltekst:
    """The words of a rule with the values of this run between brackets; of a rule that was not
    applied (``waarde`` None) only those in its conditions."""
    span = versie.span
    assert span is not None
    bij: dict[int, list[str]] = {}
    toetsen: dict[int, str] = {}
    for term, beeld, slot in koppels_van(uitslag, versie, voorwaarde, waarde):
        tekst = _waarde(term, None if slot == NIET_NODIG else beeld.waarden[slot])
        if not tekst or term.span is None or not _binnen(term.span, span):
            continue
        plek = term.span.eind - span.start
        if term.type.soort is Soort.BOOLEAN:
            toetsen.setdefault(plek, tekst)  # the whole test comes before its parts
        else:
            bij.setdefault(plek, []).append(tekst)
    for plek, tekst in toetsen.items():
        bij.setdefault(plek, []).append(tekst)
    onderwerp = _onderwerp(model, versie, span.tekst)
    if onderwerp is not None and object_ is not None:
        bij.setdefault(onderwerp, []).insert(0, object_)
    return Regeltekst(
        versie.id,
        _net(span, span.tekst),
        _net(span, _vul_in(span.tekst, bij)),
        bronlinks(versie.herkomst, model),
        geldigheid(versie),
    )


def _waarde(term: Term, waarde: Any) -> str:
    toets = isinstance(term, Bewerking) and term.type.soort is Soort.BOOLEAN and term.op != "TEL"
    if not isinstance(term, INGEVULD) and not toets:
        return ""
    if waarde is None:
        return "niet nodig"
    if isinstance(waarde, Fout):
        return "kan niet uitgerekend worden"
    type_: Type = term.type
    if type_.soort is Soort.BOOLEAN and isinstance(waarde, bool):
        return "dat is zo" if waarde else "dat is niet zo"
    if isinstance(waarde, Onbeslist):
        return "nog geen oordeel"
    return "geen waarde" if waarde is LEEG else waarde_van(waarde, type_)


def _binnen(deel: Span, geheel: Span) -> bool:
    zelfde = deel.source == geheel.source
    return zelfde and geheel.start <= deel.start and deel.eind <= geheel.eind


def _onderwerp(model: Model, versie: Regelversie, tekst: str) -> int | None:
    """Where the object for which the rule runs is named: after the first ``een …``."""
    over = versie.onderwerp
    namen = [over.doeltype, over.objecttype, over.kenmerk or ""]
    if over.rol is not None:
        feittype, nummer = over.rol
        namen.append(model.feittypen[feittype].rollen[nummer].naam)
    plekken = [
        gevonden.end()
        for naam in namen
        if naam and (gevonden := re.search(rf"\been {re.escape(naam)}\b", tekst, re.IGNORECASE))
    ]
    return min(plekken, default=None)


def _vul_in(tekst: str, bij: dict[int, list[str]]) -> str:
    """The text with each value behind the words that it belongs to."""
    uit, vorige = [], 0
    for plek in sorted(bij):
        uit.append(tekst[vorige:plek])
        uit += [f" [{deel}]" for deel in dict.fromkeys(bij[plek])]
        vorige = plek
    return "".join([*uit, tekst[vorige:]])


def _net(span: Span, tekst: str) -> str:
    """With the spaces before its first line, and then without what all lines have."""
    begin = span.source.tekst.rfind("\n", 0, span.start) + 1
    voor = span.source.tekst[begin : span.start]
    return dedent(voor + tekst if not voor.strip() else tekst).rstrip()


# ------------------------------------------------------------------ the whole explanation


def als_juridisch(uitleg: Uitleg) -> str:
    """The tree in the order of telling, each value with the rules that made it or did not."""
    delen = ["\n".join(_stuk(u)) for u in uitleg.alles() if u.soort != "eerder"]
    return "\n\n".join(delen) + "\n"


def _stuk(uitleg: Uitleg) -> Iterator[str]:
    yield uitleg.zin
    for tekst in uitleg.regelteksten:
        yield from _regel("Toegepast", tekst)
    if not uitleg.regelteksten and uitleg.regel:
        yield f"  Regel “{uitleg.regel}”{_plaats(uitleg)}"
    elif not uitleg.regelteksten and (uitleg.bronnen or uitleg.geldig):
        yield f"  Bron{_plaats(uitleg)}"
    for stap in uitleg.berekening:
        yield f"  {stap.som}"
    for niet in uitleg.niet:
        yield from _niet(niet)
    if uitleg.onbevestigd:
        yield f"  Aanname, nog niet bevestigd: {uitleg.onbevestigd}"


def _niet(niet: NietToegepast) -> Iterator[str]:
    kop = "Nog niet te zeggen" if niet.open else "Niet toegepast"
    if not niet.regelteksten:
        yield f"  {kop}: regel “{niet.regel}”"
    for tekst in niet.regelteksten:
        yield from _regel(kop, tekst)


def _regel(kop: str, tekst: Regeltekst) -> Iterator[str]:
    yield f"  {kop}: regel “{tekst.regel}”{_plaats(tekst)}"
    yield indent(tekst.ingevuld, "    ")


def _plaats(ding: Uitleg | Regeltekst) -> str:
    """``: artikel 2, lid 1, Wzt (tekst van 1-1-2025), geldig vanaf 1-1-2025``."""
    bronnen = [
        f"{b.tekst} (tekst van {b.tekst_van})" if b.tekst_van else b.tekst for b in ding.bronnen
    ]
    waar = f": {'; '.join(bronnen)}" if bronnen else ""
    return f"{waar}, geldig {ding.geldig}" if ding.geldig else waar
