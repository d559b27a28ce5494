"""What an examination measures with: thresholds, ways out and the scale of strength. One value,
handed on; a user's own file takes the place of what ships. [hardheid 2.2, 3, 6.2]"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import wetsanalyse.analyses.maten.drempels as drempeltabel
from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.maten.sterkte import Sterkteschaal, lees_schaal, standaardschaal
from wetsanalyse.analyses.maten.vluchtroutes import Route, algemene_routes, lees_routes
from wetsanalyse.analyses.maten.weging import Weging, lees_weging, standaardweging
from wetsanalyse.model.model import Model
from wetsanalyse.text import Diagnostic, Result, Source


@dataclass(frozen=True, slots=True)
class Maatstaf:
    """``drempels`` by pattern and name; ``routes`` in the order of the table."""

    drempels: Mapping[str, Mapping[str, Drempel]]
    routes: tuple[Route, ...]
    schaal: Sterkteschaal
    weging: Weging

    def voor(self, model: Model) -> drempeltabel.Drempels:
        """The thresholds for one model: an Evenredigheidsnorm goes first."""
        return drempeltabel.Drempels(model, self.drempels)


def geleverd() -> Maatstaf:
    """What ships with the package. No jurist has signed any of it."""
    return Maatstaf(
        drempeltabel.standaard(), algemene_routes(), standaardschaal(), standaardweging()
    )


def lees_maatstaf(
    eigen_drempels: Source | None = None,
    eigen_routes: Source | None = None,
    eigen_schaal: Source | None = None,
    eigen_weging: Source | None = None,
) -> Result[Maatstaf]:
    """The user's files over what ships: of thresholds only those that the file names, of ways out
    the whole table, since it is signed as a whole. All faults of all files at once."""
    maat, meldingen = geleverd(), list[Diagnostic]()
    per_patroon, routes, schaal, weging = maat.drempels, maat.routes, maat.schaal, maat.weging
    if eigen_drempels is not None:
        gelezen = drempeltabel.lees_drempels(eigen_drempels)
        per_patroon, meldingen = gelezen.value, [*meldingen, *gelezen.diagnostics]
    if eigen_routes is not None:
        tabel = lees_routes(eigen_routes)
        routes, meldingen = tabel.value, [*meldingen, *tabel.diagnostics]
    if eigen_schaal is not None:
        nieuw = lees_schaal(eigen_schaal)
        schaal, meldingen = nieuw.value or schaal, [*meldingen, *nieuw.diagnostics]
    if eigen_weging is not None:
        gewogen = lees_weging(eigen_weging)
        weging, meldingen = gewogen.value or weging, [*meldingen, *gewogen.diagnostics]
    return Result(Maatstaf(per_patroon, routes, schaal, weging), tuple(meldingen))
