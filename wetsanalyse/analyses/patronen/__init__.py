"""The patterns, one module each, all of the same shape: what it is, what it shows, where it can be
wrong, and a function from what it looks at to what it saw. No pattern knows a law."""

from collections.abc import Iterator
from typing import Any

from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.patronen.alles_of_niets import P03
from wetsanalyse.analyses.patronen.basis import Onderwerp, Patroon
from wetsanalyse.analyses.patronen.bestaansminimum import P05
from wetsanalyse.analyses.patronen.cumulatie import P08
from wetsanalyse.analyses.patronen.doenlast import P07
from wetsanalyse.analyses.patronen.fatale_termijn import P06
from wetsanalyse.analyses.patronen.geen_weg_terug import P13
from wetsanalyse.analyses.patronen.keteneffect import P12
from wetsanalyse.analyses.patronen.klif import P01
from wetsanalyse.analyses.patronen.marginale_druk import P02, is_inkomen
from wetsanalyse.analyses.patronen.niet_monotonie import P09
from wetsanalyse.analyses.patronen.onevenredige_sanctie import P04
from wetsanalyse.analyses.patronen.ongelijke_behandeling import P10
from wetsanalyse.analyses.patronen.over_uitwegen import P14, P15, P16, P18
from wetsanalyse.analyses.patronen.overheidsoorzaak import P17
from wetsanalyse.analyses.patronen.terugwerkende_kracht import P11

PATRONEN = (
    P01, P02, P03, P04, P05, P06, P07, P08, P09, P10, P11, P12, P13, P14, P15, P16, P17, P18,
)  # fmt: skip
PER_ID = {p.id: p for p in PATRONEN}


def kijk(onderwerp: Onderwerp, ding: Any, drempels: Drempels) -> Iterator[Waarneming]:
    """What the patterns see that look at this kind of thing."""
    for patroon in PATRONEN:
        if onderwerp in patroon.controles:
            yield from patroon.controles[onderwerp](ding, drempels)


__all__ = ["PATRONEN", "PER_ID", "Onderwerp", "Patroon", "Waarneming", "is_inkomen", "kijk"]
