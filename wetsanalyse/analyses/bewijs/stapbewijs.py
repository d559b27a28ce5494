"""The coverage proofs of one law, step by step: of each adverse step whether somebody whom it hits
hard is left without a way out. [hardheid 6.1]

Who is hit hard is looked for first; a step that hits nobody of those who were looked at has no
question, and that is no answer either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.bewijs.dekkingsbewijs import Dekkingsvragen
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.analyses.verlopen.diepte import BEWIJZEN, SECONDEN, SNEL
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.plan.lower import lower


@dataclass(frozen=True, slots=True)
class Stapbewijzen:
    """``per_regel``: by rule version, the findings in which it hits somebody, each with its
    answer. ``afgebroken``: somebody stopped it, and there may be more."""

    per_regel: Mapping[str, tuple[Bevinding, ...]]
    afgebroken: bool = False


def stapbewijzen(
    model: Model,
    scenarios: Sequence[Scenario],
    dag: date,
    maatstaf: Maatstaf,
    sigma: Fraction | None,
    voortgang: Callable[[str, int, int], None],
) -> Stapbewijzen:
    """Look for who is hit hard, quickly, and ask of each. An interruption keeps what there is."""
    vraag = Vraag(SNEL, maatstaf=maatstaf)
    gevonden = onderzoek(model, scenarios, dag, voortgang, vraag)
    vragen = Dekkingsvragen(lower(model, dag), maatstaf, BEWIJZEN, SECONDEN, sigma)
    per_regel: dict[str, list[Bevinding]] = {}
    afgebroken = gevonden.afgebroken
    try:
        for plek, bewijs in vragen.antwoorden(
            gevonden.bevindingen, lambda nu, van: voortgang("dekking bewijzen", nu, van)
        ):
            b = replace(gevonden.bevindingen[plek], dekkingsbewijs=bewijs)
            for regel in bewijs.regels:
                per_regel.setdefault(regel, []).append(b)
    except KeyboardInterrupt:
        afgebroken = True
    return Stapbewijzen({r: tuple(lijst) for r, lijst in per_regel.items()}, afgebroken)
