"""Sharing out: what each receiver gets, and what is left, as writers of their attributes. [4.7]"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from wetsanalyse.model.gevolgen import Verdeling
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Term, TermBasis
from wetsanalyse.model.types import Eenheid, Type
from wetsanalyse.plan.creatie import Creatie, als_toekenning
from wetsanalyse.plan.objecten import Bewaakt, Ongrondbaar, Run
from wetsanalyse.plan.ops import Op, Verdeeldeel, Verdeelregel
from wetsanalyse.plan.stappen import Kader


@dataclass(frozen=True, slots=True)
class Stapterm(TermBasis):
    """A value that is a step already."""

    slot: int
    type: Type


def verdeel(b: Creatie, versie: Regelversie) -> None:
    """Find out, once, who gets what from a rule that shares out."""
    if versie.id in b.verdeeld:
        return
    if versie.id in b.lopend:
        bericht = f"wat regel “{versie.regel}” verdeelt, hangt af van zichzelf"
        raise Ongrondbaar("RC-KRING", bericht)
    b.lopend.add(versie.id)
    try:
        gevonden = [deel for run in b.runs(versie) for deel in _delen(b, versie, run)]
    finally:
        b.lopend.discard(versie.id)
    b.verdeeld.add(versie.id)
    for sleutel, run in gevonden:
        b.schrijft.setdefault(sleutel, []).append(run)


def _delen(b: Creatie, versie: Regelversie, run: Run) -> list[tuple[tuple[str, str], Run]]:
    """For each attribute that gets something: the run that gives it."""
    kader, _ = run
    gevolg = versie.gevolg
    assert isinstance(gevolg, Verdeling)
    ontvangers = b.vereniging(b.objecten(gevolg.ontvangers, kader))
    doel = b.model.objecttypen[gevolg.ontvangers.objecttype].attributen[gevolg.doel].type
    volgorde = "toenemend" if gevolg.toenemend else "afnemend"
    regel = Verdeelregel(
        gevolg.gewicht is not None,
        volgorde if gevolg.volgorde is not None else None,
        gevolg.maximum is not None,
        gevolg.decimalen,
    )
    args = _argumenten(b, gevolg, ontvangers, kader, doel)
    wanneer = b.voorwaarde(*run)

    def deel(
        ontvanger: Bewaakt, eigenschap: str, slot: int, type_: Type
    ) -> tuple[tuple[str, str], Run]:
        bewaker, naam = ontvanger
        waarde = cast(Term, Stapterm(slot, type_))
        bewakers = [wanneer, *([] if bewaker is None else [bewaker])]
        return (naam, eigenschap), (als_toekenning(kader, naam, eigenschap, waarde), bewakers)

    def verdeeld(nummer: int | None, label: str) -> int:
        par = Verdeeldeel(regel, nummer)
        return b.stap(Op.VERDEEL, args, doel, par, label=label, kader=kader, span=versie.span)

    delen = [
        deel(ontvanger, gevolg.doel, verdeeld(i, f"het deel van {ontvanger[1]}"), doel)
        for i, ontvanger in enumerate(ontvangers)
    ]
    if gevolg.rest is not None:
        objecten, naam = gevolg.rest
        type_ = b.model.objecttypen[objecten.objecttype].attributen[naam].type
        rest = _omgerekend(b, verdeeld(None, "de rest"), doel, type_.eenheid)
        delen += [deel(wie, naam, rest, type_) for wie in b.objecten(objecten, kader)]
    return delen


def _argumenten(
    b: Creatie, gevolg: Verdeling, ontvangers: list[Bewaakt], kader: Kader, doel: Type
) -> list[int]:
    """The amount in the unit of the shares, and of each receiver what the rule asks for."""
    args = [_omgerekend(b, b.los(gevolg.bron, kader), gevolg.bron.type, doel.eenheid)]
    for bewaker, naam in ontvangers:
        args.append(b.waarheid(bewaker))
        van_hem = kader.met(gevolg.element.nummer, naam)
        termen = (gevolg.gewicht, gevolg.volgorde, gevolg.maximum)
        args += [b.bewaakt(bewaker, b.los(t, van_hem), t.type) for t in termen if t is not None]
    return args


def _omgerekend(b: Creatie, slot: int, van: Type, naar: Eenheid) -> int:
    factor = b.model.eenheden.factor(van.eenheid, naar)
    # Other units were refused when the rule was read; a bare 0 goes with every unit.
    return slot if factor in (None, 1) else b.stap(Op.SCHAAL, (slot,), van, factor)
