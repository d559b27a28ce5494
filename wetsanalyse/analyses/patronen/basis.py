"""What every pattern is. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wetsanalyse.analyses.oorzaak.waarneming import Waarneming

Onderwerp = Literal["as", "burger", "historie", "zaak"]
"""What a pattern looks at: a sweep, a citizen, the replays of a history, or a case that another
pattern found."""


@dataclass(frozen=True, slots=True)
class Patroon:
    """``soort`` as in the catalogue: P one execution, 2P a pair, kP more than two, G the graph
    alone. ``controles``: for each thing that it looks at, what takes that and the thresholds;
    ``titel`` makes the first words of a finding from what was seen and the loss in words. Without
    them its findings are made elsewhere."""

    id: str
    naam: str
    soort: str
    vraag: str
    bewijs: str
    vals_alarm: str
    titel: Callable[[Waarneming, str], str] | None = None
    controles: Mapping[Onderwerp, Callable[..., Iterator[Waarneming]]] = field(default_factory=dict)
