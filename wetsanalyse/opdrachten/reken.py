"""``wetsanalyse reken``: the outcomes of one case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from wetsanalyse import chain
from wetsanalyse.cli_kader import Opdracht
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.cellen import celnaam, celnamen_van
from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.opdrachten.gedeeld import (
    FOUTEN,
    GOED,
    invoer_optie,
    json_optie,
    laad_casus,
    laad_mappen,
    mappen_arg,
    toon_json,
)
from wetsanalyse.plan.lower import Plan
from wetsanalyse.report import terminal
from wetsanalyse.report.jsonvorm import reken_json
from wetsanalyse.run.exact import Uitslag


@click.command(cls=Opdracht)
@mappen_arg
@invoer_optie
@json_optie
def reken(mappen: tuple[Path, ...], invoer: Path, als_json_: bool) -> int:
    """Reken één geval door, exact."""
    set_ = laad_mappen(mappen, als_json_)
    casus = laad_casus(set_, invoer, als_json_)
    plan = chain.lower(set_.model, casus.rekendatum)
    uitslag = chain.evaluate(plan, casus)
    data = reken_json(plan, uitslag, list(berekend(plan, casus, uitslag)))
    if als_json_:
        toon_json(data)
    else:
        terminal.toon_reken(terminal.console(), data)
    return FOUTEN if data["fouten"] else GOED


def berekend(plan: Plan, casus: Casus, uitslag: Uitslag) -> Iterator[tuple[str, str]]:
    """What the rules set: all of it, in the order of the declarations. An object that a rule may
    make is there when that rule made it."""
    for naam, objecttype in _objecten(casus, uitslag):
        gemaakt = naam not in casus.huishouden.typen
        eerste = _eerste_waarden(plan, objecttype) if gemaakt else frozenset()
        soort = plan.model.objecttypen[objecttype]
        for lid in (*soort.attributen, *soort.kenmerken):
            for eigenschap in celnamen_van(plan.model, objecttype, lid):
                gezet = eigenschap in eerste or _gezet(plan, objecttype, lid, eigenschap)
                if gezet and (naam, eigenschap) in uitslag.plan.eigenschappen:
                    yield naam, eigenschap


def _objecten(casus: Casus, uitslag: Uitslag) -> Iterator[tuple[str, str]]:
    yield from casus.huishouden.objecten
    for naam, (objecttype, bewaker) in uitslag.plan.objecten.items():
        if bewaker is not None and uitslag.waarden[bewaker] is not False:
            yield naam, objecttype


def _gezet(plan: Plan, objecttype: str, lid: str, eigenschap: str) -> bool:
    """Whether a rule sets this cell of an attribute, or this kenmerk."""
    return any(
        celnaam(lid, versie.cel, plan.model.dimensies) == eigenschap
        for versie in plan.schrijvers.get((objecttype, lid), ())
    )


def _eerste_waarden(plan: Plan, objecttype: str) -> frozenset[str]:
    """What an object of this type gets from the rule that makes it."""
    return frozenset(
        eigenschap
        for versie in plan.versies.values()
        if isinstance(versie.gevolg, Objectcreatie) and versie.gevolg.rol.objecttype == objecttype
        for eigenschap, _ in versie.gevolg.toekenningen
    )
