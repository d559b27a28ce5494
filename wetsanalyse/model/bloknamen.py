"""The names of blocks that other blocks refer to, wherever in the files these stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wetsanalyse.model.tabel import vouw
from wetsanalyse.syntax import tree


@dataclass(frozen=True)
class Bloknamen:
    """Folded name -> name as in its own block; of two blocks with one name the first counts.
    ``regels`` are only those that could be resolved."""

    regels: Mapping[str, str]
    organen: Mapping[str, str]
    plichten: Mapping[str, str]

    @staticmethod
    def van(blokken: tuple[tree.Blok, ...], regels: Iterable[str]) -> Bloknamen:
        organen = (b.naam.tekst for b in blokken if isinstance(b, tree.Bestuursorgaan))
        plichten = (b.naam.tekst for b in blokken if isinstance(b, tree.Verplichting))
        return Bloknamen(_gevouwen(regels), _gevouwen(organen), _gevouwen(plichten))


def _gevouwen(namen: Iterable[str]) -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for naam in namen:
        gevonden.setdefault(vouw(naam), naam)
    return gevonden
