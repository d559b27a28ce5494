"""Every hand-over of the chain as text, for `wetsanalyse toon`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wetsanalyse.graph import RuleGraph
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Model, Regelversie
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import GroundPlan, Step
from wetsanalyse.run.weergave import toon
from wetsanalyse.syntax import Ontleding
from wetsanalyse.syntax.tonen import toon_boom, toon_tokens
from wetsanalyse.text import Source


def tokens(bronnen: tuple[Source, ...], ontleding: Ontleding) -> Iterator[str]:
    """Place, terminal and words of each token of each source."""
    for bron in bronnen:
        yield f"// {bron.pad}"
        for span, terminal, tekst in toon_tokens(bron, ontleding.lexicon):
            yield f"{span.regel:>5}:{span.kolom:<4} {terminal:<18} {' '.join(tekst.split())}"


def boom(ontleding: Ontleding) -> Iterator[str]:
    for blok in ontleding.blokken:
        yield toon_boom(blok)


def model(m: Model) -> Iterator[str]:
    """What was resolved: types, facts, parameters with their values, rules, clauses."""
    for regeling in m.regelingen.values():
        yield f"regeling {regeling.afkorting}: {regeling.naam}, {regeling.niveau or 'geen niveau'}"
    for o in m.objecttypen.values():
        yield f"objecttype {o.naam}"
        yield from (f"    {a.naam}: {a.type}" for a in o.attributen.values())
        yield from (f"    {k.naam}: {k.soort} kenmerk" for k in o.kenmerken.values())
    for f in m.feittypen.values():
        rollen = " en ".join(f"{r.naam} ({r.objecttype})" for r in f.rollen)
        yield f"feittype {f.naam}: {rollen}"
    for p in m.parameters.values():
        yield f"parameter {p.naam}: {p.type}"
        for w in p.waarden:
            vorm = toon(w.waarde, p.type) if not isinstance(w.waarde, bool) else str(w.waarde)
            yield f"    {_periode(w.van, w.tot)}: {vorm}"
    for regel in m.regels.values():
        for versie in regel.versies:
            yield _versie(versie)
    for c in m.clausules.values():
        yield f"hardheidsclausule {c.naam}: {len(c.reikwijdte)} keer reikwijdte"


def _versie(v: Regelversie) -> str:
    bronnen = "; ".join(str(b) for b in v.herkomst.bronnen) or "geen artikel"
    return (
        f"regel {v.id} [{_periode(v.van, v.tot)}] zet {v.eigenschap} van {v.onderwerp.doeltype}"
        f" ({bronnen})"
    )


def _periode(van: date | None, tot: date | None) -> str:
    if van is None and tot is None:
        return "altijd"
    begin = f"vanaf {van:%d-%m-%Y} " if van else ""
    return (begin + (f"t/m {tot:%d-%m-%Y}" if tot else "")).strip()


def graaf(g: RuleGraph) -> Iterator[str]:
    for knoop in g.knopen:
        yield f"{knoop.soort.value} {knoop.id}: {knoop.label}"
    for pijl in g.pijlen:
        yield f"{pijl.van} --{pijl.soort}--> {pijl.naar}"


def graaf_json(g: RuleGraph) -> dict[str, Any]:
    """Nodes and edges for programs."""
    return {
        "knopen": [
            {
                "id": k.id,
                "soort": k.soort.value,
                "jas": k.soort.jas.value,
                "label": k.label,
                "regeling": k.regeling,
                "artikel": k.artikel,
                "jci": k.jci,
            }
            for k in g.knopen
        ],
        "pijlen": [{"van": p.van, "naar": p.naar, "soort": p.soort.value} for p in g.pijlen],
    }


def plan(p: Plan) -> Iterator[str]:
    """The versions of the day, and the flat plan of the smallest household: one object of each
    type."""
    objecten = tuple((f"{naam[0]}{i}", naam) for i, naam in enumerate(p.model.objecttypen, 1))
    grond = ground(p, Huishouden(objecten))
    yield f"// plan op {p.rekendatum:%d-%m-%Y}, voor {', '.join(n for n, _ in objecten)}"
    yield from (f"// {v.id}" for v in p.versies.values())
    for nummer, step in enumerate(grond.steps):
        yield _stap(nummer, step, grond)


def _stap(nummer: int, step: Step, grond: GroundPlan) -> str:
    args = " ".join(f"%{a}" for a in step.args)
    par = "" if step.par is None else f" [{step.par}]"
    label = f"  // {step.label}" if step.label else ""
    return f"%{nummer} = {step.op.value} {args}".rstrip() + par + label
