"""What a clause decides, as a rule that wins over all others. [uitbreidingen 4]

A clause in force with an effect is one more writer of the property that it sets. Its rule
version carries the name and the articles of the clause, so whoever tells which rule gave a value
tells that it was the clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wetsanalyse.model.clausules import SOORT
from wetsanalyse.model.model import (
    Clausuleversie,
    Hardheidsclausule,
    Model,
    Onderwerp,
    Regelversie,
    geldt,
)
from wetsanalyse.model.terms import Instantie

CLAUSULE = "clausule"
"""The ``soort`` of such a rule version."""


def gevolgen(model: Model, datum: date | None = None) -> Iterator[Regelversie]:
    """The effects of all clauses, or of those in force on a day."""
    for clausule in model.clausules.values():
        yield from (v for v in _gevolgen(clausule) if datum is None or geldt(v.van, v.tot, datum))


def _gevolgen(clausule: Hardheidsclausule) -> Iterator[Regelversie]:
    for nummer, versie in enumerate(clausule.versies, 1):
        if versie.gevolg is not None:
            yield _als_regel(clausule, versie, nummer)


def _als_regel(clausule: Hardheidsclausule, versie: Clausuleversie, nummer: int) -> Regelversie:
    gevolg = versie.gevolg
    assert gevolg is not None
    type_ = versie.objecttype
    over = Onderwerp(type_, None, None, Instantie(0, type_), type_)
    return Regelversie(
        f"{SOORT} {clausule.naam}", nummer, versie.van, versie.tot, clausule.herkomst, over,
        CLAUSULE, gevolg.doel.eigenschap, gevolg.waarde, versie.voorwaarde, (),
        cel=gevolg.doel.cel, span=versie.span,
    )  # fmt: skip
