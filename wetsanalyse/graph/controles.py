"""Faults that only the whole shows: circles, amounts that are missing, empty reach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import islice

from wetsanalyse.model.bereik import raakt
from wetsanalyse.model.clausulegevolgen import gevolgen
from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.lezen_termen import (
    Ding,
    dingen_gelezen,
    dingen_gezet,
    parameters_van,
    versie_termen,
)
from wetsanalyse.model.model import Hardheidsclausule, Model, Regelversie, Reikwijdte, geldt
from wetsanalyse.model.perioden import Periode, eerste_gat, momenten
from wetsanalyse.model.terms import Instantie, Lees
from wetsanalyse.text import Diagnostic, Verwijzing
from wetsanalyse.text.diagnostic import fout, waarschuwing

MEESTE_KRINGEN = 10
ZOEK_KRINGEN = 200
"""How many circles are looked at on one day; there can be very many that differ little."""

Versies = tuple[Regelversie, ...]


def controleer(model: Model, versies: Versies, rekendatum: date | None) -> Iterator[Diagnostic]:
    """All checks on the rule versions that are drawn, and on the effects of clauses."""
    samen = (*versies, *gevolgen(model, rekendatum))
    yield from _kringen(model, samen, rekendatum)
    yield from _zonder_waarde(model, samen, rekendatum)
    for clausule in model.clausules.values():
        yield from _lege_reikwijdte(model, clausule)


# ------------------------------------------------------------------ circles


def _kringen(model: Model, versies: Versies, rekendatum: date | None) -> Iterator[Diagnostic]:
    """Circles among rule versions that are in force on the same day. [4.9]"""
    if rekendatum is not None:
        dagen: tuple[date, ...] = (rekendatum,)
    else:
        dagen = momenten((v.van, v.tot) for v in versies)
    recursief = {r.naam for r in model.regels.values() if r.groep is not None}
    gemeld: set[tuple[str, ...]] = set()
    for dag in dagen:
        for kring in _kringen_op(tuple(v for v in versies if geldt(v.van, v.tot, dag)), recursief):
            pad = tuple(f"{_noem(d)} → regel {v.regel}" for d, v in kring)
            if pad not in gemeld and len(gemeld) < MEESTE_KRINGEN:
                gemeld.add(pad)
                yield _kring(kring, pad)


_Kring = tuple[tuple[Ding, Regelversie], ...]
"""Each thing with the rule that reads it."""


def _kringen_op(versies: Versies, recursief: Collection[str]) -> list[_Kring]:
    """Circles, but for those of which each turn is about another object, as a rule of
    ``recursief`` may have: it makes that object, or reads what an earlier one got."""
    regels: dict[tuple[Ding, Ding], Regelversie] = {}
    gevraagd = {d for versie in versies for d in dingen_gelezen(versie)}
    for versie in versies:
        if isinstance(versie.gevolg, Objectcreatie) and versie.regel in recursief:
            continue
        van_anderen = _van_anderen(versie) if versie.regel in recursief else set()
        gelezen = sorted(set(dingen_gelezen(versie)) - van_anderen)
        for naar in gevraagd.intersection(dingen_gezet(versie)):
            for van in gelezen:
                regels.setdefault((van, naar), versie)
    if not _heeft_kring(regels):
        return []
    # Only a law with a circle pays for loading this library.
    import networkx as nx

    graaf: nx.DiGraph[Ding] = nx.DiGraph()
    graaf.add_edges_from(regels)
    kringen = []
    for leden in islice(nx.simple_cycles(graaf), ZOEK_KRINGEN):
        begin = leden.index(min(leden))
        rij = [*leden[begin:], *leden[:begin]]
        paren = zip(rij, [*rij[1:], rij[0]], strict=True)
        kringen.append(tuple((van, regels[van, naar]) for van, naar in paren))
    return sorted(kringen, key=lambda k: (len(k), [e for e, _ in k]))


def _van_anderen(versie: Regelversie) -> set[Ding]:
    """The properties that a rule version reads of other objects than its own subject only."""
    eigen: set[Ding] = {("eigenschap", versie.onderwerp.objecttype, versie.onderwerp.kenmerk or "")}
    andere: set[Ding] = set()
    for term in versie_termen(versie):
        if isinstance(term, Lees):
            waar = eigen if isinstance(term.object, Instantie) else andere
            waar.add(("eigenschap", term.object.objecttype, term.eigenschap))
    return andere - eigen


def _heeft_kring(pijlen: Iterable[tuple[Ding, Ding]]) -> bool:
    volgorde: TopologicalSorter[Ding] = TopologicalSorter()
    for van, naar in pijlen:
        volgorde.add(naar, van)
    try:
        volgorde.prepare()
    except CycleError:
        return True
    return False


def _noem(ding: Ding) -> str:
    """A thing as a reader calls it."""
    match ding:
        case "eigenschap", objecttype, naam, *labels:
            cel = f" ({', '.join(labels)})" if labels else ""
            return f"{naam}{cel} van {objecttype}"
        case "bestaan", objecttype:
            return f"elke {objecttype}"
        case "uitslag", regel:
            return f"de uitslag van regel {regel}"
        case soort, naam:
            return f"{soort} {naam}"
        case _:
            return " ".join(ding)


def _kring(kring: _Kring, pad: tuple[str, ...]) -> Diagnostic:
    begin = kring[0][0]
    eerste, *andere = (v for _, v in kring)
    dagen = all(ding[0] == "dagsoort" for ding, _ in kring)
    return fout(
        "DS-KRING" if dagen else "RC-KRING",
        eerste.span,
        f"deze regels draaien in een kring: {' → '.join(pad)} → {_noem(begin)}",
        hulp=("haal één stap weg, of gebruik in één van de regels een ander attribuut",),
        verwant=[
            Verwijzing(v.span, f"regel “{v.regel}”")
            for v in dict.fromkeys(andere)
            if v.span is not None and v != eerste
        ],
        context=f"Regel “{eerste.regel}”",
    )


# ------------------------------------------------------------------ amounts


def _zonder_waarde(model: Model, versies: Versies, rekendatum: date | None) -> Iterator[Diagnostic]:
    """A parameter without a value on a day on which a rule that reads it is in force. [1.10]"""
    lezers: dict[str, list[Regelversie]] = {}
    for versie in versies:
        for naam in dict.fromkeys(parameters_van(versie)):
            lezers.setdefault(naam, []).append(versie)
    if not any(p.waarden for p in model.parameters.values()):
        # Not a law with its amounts, but rules that get them from elsewhere.
        return
    horizon = _horizon(model)
    for naam, van_deze in lezers.items():
        parameter = model.parameters.get(naam)
        if parameter is None:
            continue
        waarden = [(w.van, w.tot) for w in parameter.waarden]
        gaten = [
            (gat, v)
            for v in van_deze
            if (gat := eerste_gat(_te_dekken(v, rekendatum, horizon), waarden)) is not None
        ]
        if gaten:
            gat, versie = min(gaten, key=lambda paar: paar[0])
            wanneer = _wanneer(gat, waarden)
            dan = " dan" if wanneer else ""
            yield waarschuwing(
                "PA-GEEN-WAARDE",
                parameter.span,
                f"parameter “{naam}” heeft{wanneer} geen waarde, maar regel “{versie.regel}” "
                f"leest hem{dan}",
                hulp=(f"schrijf de waarde in een blok “Parameterwaarden …” dat{dan} geldt",),
                verwant=[Verwijzing(versie.span, "deze regel")] if versie.span else [],
            )


def _wanneer(gat: date, waarden: Sequence[Periode]) -> str:
    """When there is no value; “” where there never is one."""
    if gat > date.min:
        return f" op {gat.day}-{gat.month}-{gat.year}"
    eerste = min((van for van, _ in waarden if van is not None), default=None)
    return f" vóór {eerste.day}-{eerste.month}-{eerste.year}" if eerste else ""


def _horizon(model: Model) -> Periode:
    """The time for which amounts are written at all: outside it a rule without an end is not
    asked for amounts."""
    waarden = [w for p in model.parameters.values() for w in p.waarden]
    begin = min((w.van or date.min for w in waarden), default=None)
    eind = max((w.tot or date.max for w in waarden), default=None)
    return begin, eind


def _te_dekken(versie: Regelversie, rekendatum: date | None, horizon: Periode) -> Periode:
    """The days on which a rule needs its amounts; an open bound is that of the horizon."""
    if rekendatum is not None:
        return rekendatum, rekendatum
    return versie.van or horizon[0], versie.tot or horizon[1]


# ------------------------------------------------------------------ reach


def _lege_reikwijdte(model: Model, clausule: Hardheidsclausule) -> Iterator[Diagnostic]:
    alle = tuple(v for regel in model.regels.values() for v in regel.versies)
    for deel in clausule.reikwijdte:
        if deel.regel is None and not any(raakt(deel, v) for v in alle):
            yield waarschuwing(
                "CL-LEEG",
                deel.span or clausule.span,
                f"de reikwijdte “{_tekst(deel)}” raakt geen enkele regel van dit model",
                hulp=_grovere(deel, alle) or ("schrijf de regels van dit onderdeel op",),
                context=f"Hardheidsclausule “{clausule.naam}”",
            )


def _tekst(deel: Reikwijdte) -> str:
    return str(deel.plaats) if deel.plaats else f"de gehele regeling {deel.regeling}"


def _grovere(deel: Reikwijdte, versies: Iterable[Regelversie]) -> tuple[str, ...]:
    """Rules that name a whole article, of which the reach takes only a part."""
    if deel.plaats is None:
        return ()
    namen = dict.fromkeys(
        (v.regel, str(bron))
        for v in versies
        for bron in v.herkomst.bronnen
        if bron.omvat(deel.plaats)
    )
    return tuple(
        f"regel “{regel}” noemt {bron}: noem daar ook het lid of onderdeel"
        for regel, bron in list(namen)[:3]
    )
