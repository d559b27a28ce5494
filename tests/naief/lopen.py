"""One run of a rule: for whom, and what its words stand for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from wetsanalyse.model.model import Regelversie


@dataclass(frozen=True)
class Loop:
    """``gebonden``: the object for each number; ``doel``: what the result is about; ``dag``: the
    day that a dagsoort is asked of. A variable is worked out once in a run. A run of a clause,
    which has no variables, has no ``versie``."""

    versie: Regelversie | None
    gebonden: dict[int, str]
    doel: str = ""
    dag: Any = None
    variabelen: dict[Any, Any] = field(default_factory=dict)

    def met(self, nummer: int, wie: str) -> Loop:
        """The same run with one element of a selection at hand. A variable does not see it, so
        what is known of those stays."""
        return replace(self, gebonden={**self.gebonden, nummer: wie})
