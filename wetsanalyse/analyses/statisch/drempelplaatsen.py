"""Every limit that the rules state: a comparison of a graded quantity, by rule and article; and the
comparisons that guard a whole amount. [hardheid 4 P03 and P18, 11.1]"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.statisch.invloed import Invloeden, gunst_van
from wetsanalyse.analyses.statisch.tekens import Teken, teken_van, variabele
from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.lezen_termen import (
    Eigenschap,
    eigenschappen_in,
    gezet_door,
    termen,
    versie_termen,
)
from wetsanalyse.model.model import Regelversie, Vindplaats
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Constante,
    Lees,
    Parameterterm,
    Rekendatumterm,
    Term,
    Totaal,
    Variabeleterm,
)
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.text import Span

VAST = (Constante, Parameterterm, Rekendatumterm, Bewerking)


@dataclass(frozen=True, slots=True)
class Drempelplaats:
    """A comparison of a graded quantity. ``waarde`` None: with another quantity of the citizen, or
    with an amount that is not one number on that day. ``soort``: getal or tijd."""

    regel: str
    plaatsen: tuple[Vindplaats, ...]
    grootheid: str
    teken: str
    tegen: str
    soort: str
    waarde: Any
    eenheid: str
    gelezen: tuple[Eigenschap, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


def drempelplaatsen(plan: Plan) -> tuple[Drempelplaats, ...]:
    """In the order of the text, each place once."""
    gevonden: list[tuple[Regelversie, Bewerking, Term, Term]] = []
    for versie in plan.versies.values():
        for term in versie_termen(versie):
            if isinstance(term, Bewerking) and term.op == "VERGELIJK":
                zijden = _zijden(versie, term)
                if zijden is not None:
                    gevonden.append((versie, term, *zijden))
    vast = _waarden(plan, {i: r for i, (_, _, _, r) in enumerate(gevonden) if _is_vast(r)})
    return tuple(_plaats(*rij, vast.get(i)) for i, rij in enumerate(gevonden))


def _zijden(versie: Regelversie, term: Bewerking) -> tuple[Term, Term] | None:
    """The graded side first; None where nothing graded is compared."""
    links, rechts = term.args
    if term.par[1] not in ("getal", "tijd"):
        return None
    leest = [bool(tuple(_leest(versie, zijde))) for zijde in (links, rechts)]
    if not any(leest):
        return None
    return (links, rechts) if leest[0] else (rechts, links)


def _leest(versie: Regelversie, term: Any) -> Iterator[Eigenschap]:
    yield from eigenschappen_in(term)
    for deel in termen(term):
        if isinstance(deel, Variabeleterm):
            yield from _leest(versie, variabele(versie, deel.naam))


def _is_vast(term: Any) -> bool:
    return all(isinstance(deel, VAST) for deel in termen(term))


def _waarden(plan: Plan, vragen: Mapping[int, Term]) -> dict[int, Any]:
    """The fixed sides, computed as every other value is, for a household of nobody."""
    niemand = Huishouden(())
    grond = ground(plan, niemand, {str(i): term for i, term in vragen.items()})
    slots = [grond.vragen[str(i)] for i in vragen]
    uitslag = reken(grond, Geval(plan.rekendatum), slots)
    gevonden = {i: uitslag.waarden[slot] for i, slot in zip(vragen, slots, strict=True)}
    # An amount without a value on that day, or one that moves in time, is not one number.
    return {i: w for i, w in gevonden.items() if isinstance(w, int | Fraction)}


_OM = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def _plaats(
    versie: Regelversie, term: Bewerking, graad: Term, tegen: Term, waarde: Any
) -> Drempelplaats:
    teken = term.par[0] if graad is term.args[0] else _OM.get(term.par[0], term.par[0])
    return Drempelplaats(
        versie.id,
        versie.herkomst.bronnen,
        _woorden(graad),
        teken,
        _woorden(tegen),
        term.par[1],
        waarde,
        "dag" if graad.type.is_tijd else str(graad.type.eenheid),
        tuple(dict.fromkeys(_leest(versie, graad))),
        term.span,
    )


def _woorden(term: Any) -> str:
    """A side as it stands in the text, else by the name of what it reads."""
    if term.span is not None and term.span.tekst.strip():
        return " ".join(term.span.tekst.split())
    return str(getattr(term, "eigenschap", getattr(term, "naam", getattr(term, "waarde", "?"))))


# ------------------------------------------------------------------ whole amounts


@dataclass(frozen=True, slots=True)
class Poort:
    """A comparison on a graded quantity that decides over an amount at once. ``bedrag``: what the
    citizen then gets or does not get; ``geheel``: nothing of the outcome is left without it;
    ``via``: the rules between the comparison and the amount."""

    drempel: Drempelplaats
    via: tuple[str, ...]
    bedrag: Eigenschap
    uitkomst: Eigenschap
    geheel: bool


def poorten(inv: Invloeden, drempels: tuple[Drempelplaats, ...]) -> tuple[Poort, ...]:
    """The comparisons behind which an amount in favour of the citizen stands, all or nothing."""
    gevonden: list[Poort] = []
    for drempel in drempels:
        versie = inv.plan.versies[drempel.regel]
        if not _in_voorwaarde(versie, drempel):
            continue
        for doel in dict.fromkeys(gezet_door(versie)):
            for bedrag, via in _bewaakt(inv, versie, doel, ()):
                gevonden += _tot_uitkomst(inv, drempel, bedrag, via)
    return tuple(dict.fromkeys(gevonden))


def _in_voorwaarde(versie: Regelversie, drempel: Drempelplaats) -> bool:
    delen = (*termen(versie.voorwaarde), *termen(versie.tijd))
    return any(isinstance(t, Bewerking) and t.span == drempel.span for t in delen)


def _bewaakt(
    inv: Invloeden, versie: Regelversie, doel: Eigenschap, via: tuple[str, ...]
) -> Iterator[tuple[Eigenschap, tuple[str, ...]]]:
    """The amounts that a condition lets through: of the rule itself, or of the rules that ask for
    the kenmerk that it sets."""
    via = (*via, versie.id)
    if versie.soort != "kenmerk":
        if gunst_van(inv.plan, versie, doel) * inv.netto(doel) is Teken.MEER:
            yield doel, via
        return
    for pijl in inv.pijlen:
        if pijl.van == doel and pijl.test and pijl.regel not in via:
            yield from _bewaakt(inv, inv.plan.versies[pijl.regel], pijl.naar, via)


def _tot_uitkomst(
    inv: Invloeden, drempel: Drempelplaats, bedrag: Eigenschap, via: tuple[str, ...]
) -> Iterator[Poort]:
    voordelen = {
        (lees.object.objecttype, lees.eigenschap)
        for uitkomst in inv.plan.model.uitkomsten
        for lees in uitkomst.voordelen
    }
    # From the amount to an outcome: whether nil stays nil all the way.
    gezien: dict[Eigenschap, bool] = {bedrag: True}
    werk = [bedrag]
    while werk:
        hier = werk.pop()
        if hier in voordelen:
            yield Poort(drempel, via, bedrag, hier, gezien[hier])
        for pijl in inv.pijlen:
            if pijl.van != hier or pijl.test or pijl.naar in gezien:
                continue
            versie = inv.plan.versies[pijl.regel]
            alleen = len(
                [v for v in inv.plan.schrijvers.get(pijl.naar, ()) if v.soort != "initialisatie"]
            )
            nul = alleen == 1 and _nul_bij(inv.plan, versie, versie.waarde, hier)
            gezien[pijl.naar] = gezien[hier] and nul
            werk.append(pijl.naar)


def _nul_bij(plan: Plan, versie: Regelversie, term: Any, bron: Eigenschap) -> bool:
    """Whether a value is nil when ``bron`` is: nothing else is added to it."""
    match term:
        case Lees(object, eigenschap):
            return (object.objecttype, eigenschap) == bron
        case Constante() | Parameterterm():
            return teken_van(plan, versie, term) is Teken.GEEN
        case Variabeleterm(naam):
            return _nul_bij(plan, versie, variabele(versie, naam), bron)
        case Totaal(waarde):
            return _nul_bij(plan, versie, waarde, bron)
        case Aggregaat(op, lijst):
            return op != "AANTAL" and _nul_bij(plan, versie, lijst, bron)
        case Bewerking(op, args):
            nul = [_nul_bij(plan, versie, a, bron) for a in args]
            return _bewerking_nul(plan, versie, op, args, nul, bron)
        case _:
            return False


def _bewerking_nul(
    plan: Plan,
    versie: Regelversie,
    op: str,
    args: tuple[Term, ...],
    nul: list[bool],
    bron: Eigenschap,
) -> bool:
    match op:
        case "PLUS" | "SOM" | "MINIMUM" | "MAXIMUM":
            return all(nul)
        case "MAAL":
            return any(nul)
        case "DEEL" | "SCHAAL" | "AFRONDEN" | "ABSOLUUT" | "INDIEN" | "OP_DAG":
            return nul[-1] if op == "INDIEN" else nul[0]
        case "BEGRENS":
            laag = args[1]
            open_ = isinstance(laag, Constante) and laag.waarde is None
            onder_nul = open_ or teken_van(plan, versie, laag) is Teken.GEEN
            return onder_nul and (nul[0] or _niet_boven_nul(plan, versie, args[0], bron))
        case _:
            return False


def _niet_boven_nul(plan: Plan, versie: Regelversie, term: Any, bron: Eigenschap) -> bool:
    """A difference of which the first part is nil when ``bron`` is, and the second not below it."""
    return (
        isinstance(term, Bewerking)
        and term.op in ("MIN", "VERMINDERD")
        and _nul_bij(plan, versie, term.args[0], bron)
        and teken_van(plan, versie, term.args[1]) in (Teken.MEER, Teken.GEEN)
    )
