"""The thresholds of the patterns: shipped data, overridden by an Evenredigheidsnorm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import yaml

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.model.model import Evenredigheidsnorm, Model


def pakketdata(naam: str) -> Any:
    """A YAML file that ships with the package. Numbers stay exact: fractions are text."""
    tekst = (resources.files("wetsanalyse") / "data" / naam).read_text("utf-8")
    return yaml.safe_load(tekst)


@cache
def standaard() -> Mapping[str, Mapping[str, Drempel]]:
    """Pattern id -> name of the threshold -> threshold."""
    return {
        patroon: {
            naam: Drempel(
                naam,
                Fraction(str(veld["waarde"])),
                veld["eenheid"],
                veld["bron"],
                veld["eigenaar"],
            )
            for naam, veld in velden.items()
        }
        for patroon, velden in pakketdata("drempels.yaml").items()
    }


NAMEN = {
    "P01": "klif",
    "P02": "marginale druk",
    "P03": "alles-of-niets",
    "P04": "onevenredige sanctie",
    "P14": "discretievacuüm",
    "P15": "clausule buiten bereik",
    "P18": "verborgen drempel",
}


@dataclass(frozen=True, slots=True)
class Drempels:
    """What holds for one model."""

    model: Model

    def normen(self, patroon: str) -> tuple[Evenredigheidsnorm, ...]:
        """The norms of the model for a pattern, named by its id, its name, or both."""
        return tuple(n for n in self.model.normen if is_patroon(n.patroon, patroon))

    def van(self, patroon: str, naam: str, norm: Evenredigheidsnorm | None = None) -> Drempel:
        """One threshold: of the given norm, of the first norm for this pattern, or the default."""
        gekozen = norm or next(iter(self.normen(patroon)), None)
        basis = standaard()[patroon][naam]
        if gekozen is not None and naam in gekozen.drempels:
            bron = gekozen.bron or f"Evenredigheidsnorm {gekozen.naam}"
            return Drempel(naam, gekozen.drempels[naam], basis.eenheid, bron, gekozen.naam)
        return basis


def is_patroon(tekst: str, id_: str) -> bool:
    woorden = tekst.casefold().split(maxsplit=1)
    return bool(woorden) and (woorden[0] == id_.casefold() or tekst.casefold() == NAMEN[id_])
