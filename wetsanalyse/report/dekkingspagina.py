"""The coverage table as a page: adverse step by adverse step, which way out reaches it and how
strong. An empty cell says that it is empty. [hardheid 6, 14]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from wetsanalyse.analyses.bevinding import Routerij
from wetsanalyse.analyses.maten.vluchtroutes import Route
from wetsanalyse.analyses.statisch.overzicht import GedekteStap, Statisch
from wetsanalyse.model.model import Model
from wetsanalyse.report.bladzijde import bladzijde
from wetsanalyse.report.bronnen import Bronlink, bronlink
from wetsanalyse.report.dekkingsbewijsvorm import KOP, stapregels
from wetsanalyse.report.dekkingswoorden import (
    LEGE_VAKKEN,
    let_op,
    lijsten,
    niveau,
    slot,
    soort_stap,
)
from wetsanalyse.report.opmaak import getal, opsomming

if TYPE_CHECKING:
    from wetsanalyse.analyses.bewijs.stapbewijs import Stapbewijzen

BEREIKT = ("dekt", "raakt deels")


@dataclass(frozen=True, slots=True)
class Gedekt:
    """What was read, with its coverage."""

    namen: tuple[str, ...]
    tabel: Statisch
    model: Model
    bewijzen: Stapbewijzen | None = None


@dataclass(frozen=True, slots=True)
class Vak:
    """One way out at one step. ``soort``: ``genoeg``, ``te zwak``, ``raakt deels`` or ``leeg``."""

    soort: str
    sterkte: str
    reden: str


@dataclass(frozen=True, slots=True)
class Staprij:
    """An adverse step with a cell for each way out that reaches any step."""

    regel: str
    bronnen: tuple[Bronlink, ...]
    soort: str
    grond: tuple[str, ...]
    vakken: tuple[Vak, ...]
    toen: str
    nu: str
    kaal: bool
    kaal_nu: bool


@dataclass(frozen=True, slots=True)
class Dekkingsbeeld:
    """One table. ``koppen``: the ways out that reach a step; ``elders``: those that reach none,
    with the reasons that were found."""

    anker: str
    titel: str
    mapnaam: str
    samen: str
    """In which folder it stands, and with which other regelingen."""
    teksten: str
    tabel: Statisch
    let_op: tuple[str, ...]
    koppen: tuple[str, ...]
    rijen: tuple[Staprij, ...]
    elders: tuple[tuple[str, str], ...]
    leeg: tuple[str, ...]
    lijsten: tuple[tuple[str, list[str]], ...]
    gevraagd: bool
    """Whether it was asked who is left without a way out."""


def dekkingspagina(groepen: Sequence[Gedekt], routes: Sequence[Route]) -> str:
    """The page of `wetsanalyse dekking`, with a table for each group of folders."""
    ongetekend = sum(r.ondertekend is None for r in routes)
    beelden = [_beeld(nummer, g) for nummer, g in enumerate(groepen, 1)]
    return bladzijde(
        "dekking.html.j2",
        beelden=beelden,
        titel=beelden[0].titel if len(beelden) == 1 else f"{len(beelden)} modellen van wetten",
        nadelig=sum(len(b.tabel.nadelig) for b in beelden),
        kaal=sum(len(b.tabel.kaal) for b in beelden),
        routes=len(routes),
        getekend=len(routes) - ongetekend,
        zinnen=slot(groepen[0].model, ongetekend)[1:],
    )


def _beeld(nummer: int, g: Gedekt) -> Dekkingsbeeld:
    tabel = g.tabel
    per_route: dict[str, list[Routerij]] = {}
    for stap in tabel.nadelig:
        for rij in stap.dekking.rijen:
            per_route.setdefault(rij.route, []).append(rij)
    bereikt = [naam for naam, rijen in per_route.items() if any(r.dekt in BEREIKT for r in rijen)]
    koppen = sorted(bereikt, key=lambda naam: -max(_telt(r) for r in per_route[naam]))
    bewijs = [] if g.bewijzen is None else [(KOP, stapregels(tabel.nadelig, g.bewijzen))]
    over = [*bewijs, *lijsten(tabel)]
    regelingen = [r.naam for r in g.model.regelingen.values()]
    return Dekkingsbeeld(
        f"tabel-{nummer}",
        regelingen[0] if regelingen else opsomming(g.namen),
        opsomming(g.namen),
        _samen(g.namen, regelingen[1:]),
        slot(g.model, 0)[0],
        tabel,
        tuple(let_op(tabel, g.model)),
        tuple(koppen),
        tuple(_rij(s, koppen, g.model) for s in tabel.nadelig),
        tuple(
            (naam, "; ".join(dict.fromkeys(f"{r.dekt}: {r.reden}" for r in rijen)))
            for naam, rijen in per_route.items()
            if naam not in bereikt
        ),
        tuple(punt for kop, punten in over if kop == LEGE_VAKKEN for punt in punten),
        tuple((kop, punten) for kop, punten in over if kop != LEGE_VAKKEN and punten),
        g.bewijzen is not None,
    )


def _samen(namen: Sequence[str], regelingen: Sequence[str]) -> str:
    map_ = f"Map {opsomming(namen)}"
    return f"{map_}, samen met: {opsomming(regelingen)}." if regelingen else f"{map_}."


def _telt(r: Routerij) -> Fraction:
    return r.sterkte if r.dekt == "dekt" else Fraction(-1)


def _rij(s: GedekteStap, koppen: Sequence[str], model: Model) -> Staprij:
    stap = s.stap
    per_route = {r.route: r for r in s.dekking.rijen}
    middel = f"rechtsmiddel: {stap.rechtsmiddel}" if stap.rechtsmiddel else ""
    grond = (
        f"{niveau(s)}, {stap.bevoegdheid}",
        stap.stap or "berekening",
        middel,
        f"verdisconteerd: {stap.verdisconteerd}",
    )
    return Staprij(
        stap.regel,
        tuple(bronlink(p, model) for p in stap.plaatsen),
        soort_stap(s),
        tuple(zin for zin in grond if zin),
        tuple(_vak(per_route.get(naam), s.sigma) for naam in koppen),
        getal(s.dekking.sterkte),
        getal(s.dekking.sterkte_nu),
        s.kaal,
        s.kaal_nu,
    )


def _vak(r: Routerij | None, sigma: Fraction) -> Vak:
    if r is None or r.dekt not in BEREIKT:
        return Vak("leeg", "", "" if r is None else f"{r.dekt}: {r.reden}")
    if r.dekt != "dekt":
        return Vak("raakt deels", "", r.reden)
    return Vak("genoeg" if r.sterkte >= sigma else "te zwak", getal(r.sterkte), r.reden)
