"""What lies within the reach of a clause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wetsanalyse.model.model import Hardheidsclausule, Regelversie, Reikwijdte
from wetsanalyse.model.perioden import samenvallen


def raakt(deel: Reikwijdte, versie: Regelversie) -> bool:
    """Whether a rule version lies within one item: by its name, its article or its regulation."""
    if deel.regel is not None:
        return deel.regel == versie.regel
    bronnen = versie.herkomst.bronnen
    if deel.plaats is not None:
        return any(deel.plaats.omvat(bron) for bron in bronnen)
    return any(deel.regeling == bron.regeling for bron in bronnen)


def geraakt(
    clausule: Hardheidsclausule, versies: Iterable[Regelversie], datum: date | None = None
) -> tuple[Regelversie, ...]:
    """The rule versions that a clause can deviate from: within reach, and in force together
    (on ``datum``, or on some day)."""
    perioden = [(c.van, c.tot) for c in clausule.versies]
    if datum is not None:
        perioden = [p for p in perioden if samenvallen(p, (datum, datum))]
    return tuple(
        v
        for v in versies
        if any(samenvallen(p, (v.van, v.tot)) for p in perioden)
        and any(raakt(deel, v) for deel in clausule.reikwijdte)
    )
