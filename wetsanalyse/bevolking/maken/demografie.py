"""Who lives together: kind of household, children by age class, other members, and the age of the
main earner, as one table of cells that is raked to the margins.

There is no sample of real households to start from. The start is a rough weight per cell (the
assumptions of `marges.yaml`) and zero where a parent would be younger than a child."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from math import exp, prod

import numpy as np
import numpy.typing as npt

from wetsanalyse.bevolking.maken.indeling import (
    AANTALLEN,
    JONGSTE_OUDER,
    KINDGRENZEN,
    LEEFTIJDEN,
    LEEFTIJDSGRENZEN,
    MEESTE_KINDEREN,
    MET_KINDEREN,
    MET_PARTNER,
    OUDSTEN,
    SOORTEN,
)
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.raken import Eis, Geraakt, Rij, Tabel, gewogen, raak
from wetsanalyse.bevolking.maken.streven import een, streef

OVERIG = len(SOORTEN) - 1
EENOUDER = SOORTEN.index("eenouder")
GEEN_KIND = -1
ZELDEN = 0.01
"""What can be has at least this weight, so that raking need not lift it far."""
Gelaagd = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Gezinnen:
    """One row per cell. ``kinderen``: class of each child, oldest first, -1 behind the last;
    ``extra``: other members besides the main earner."""

    soort: Gelaagd
    leeftijd: Gelaagd
    kinderen: Gelaagd
    extra: Gelaagd
    start: Tabel

    @property
    def aantal(self) -> Gelaagd:
        return np.asarray(np.count_nonzero(self.kinderen != GEEN_KIND, axis=1), np.int8)

    def in_klasse(self, klasse: int) -> Rij:
        return np.asarray(np.count_nonzero(self.kinderen == klasse, axis=1), np.int64)


def gezinnen(marges: Marges) -> Gezinnen:
    """Every combination that can be, with its rough weight."""
    gewicht_soort = np.array(marges.keus("soort en leeftijd")).reshape(len(SOORTEN), -1)
    rijen = []
    for s, naam in enumerate(SOORTEN):
        met_kinderen = naam in MET_KINDEREN
        for a in range(len(LEEFTIJDEN)):
            for kinderen, wk in _kindrijen(marges, a) if met_kinderen else [((), 1.0)]:
                for extra, we in _extra_leden(marges, s):
                    gewicht = gewicht_soort[s, a] * wk * we
                    if gewicht > 0:
                        rijen.append((s, a, kinderen, extra, gewicht))
    vul = (GEEN_KIND,) * MEESTE_KINDEREN
    soort = np.array([r[0] for r in rijen], np.int8)
    start = np.array([r[4] for r in rijen])
    # within a kind the weights are rough; how many there are of each kind is known
    start *= (np.array(marges.getallen("soort")) / gewogen(soort, start, len(SOORTEN)))[soort]
    return Gezinnen(
        soort,
        np.array([r[1] for r in rijen], np.int8),
        np.array([(*r[2], *vul)[:MEESTE_KINDEREN] for r in rijen], np.int8),
        np.array([r[3] for r in rijen], np.int8),
        start,
    )


def _extra_leden(marges: Marges, soort: int) -> list[tuple[int, float]]:
    if SOORTEN[soort] == "alleenstaand":
        return [(0, 1.0)]
    naam = "gewicht van leden in een overig huishouden" if soort == OVERIG else (
        "gewicht van extra leden"
    )  # fmt: skip
    return list(enumerate(marges.keus(naam), 1 if soort == OVERIG else 0))


def _kindrijen(marges: Marges, leeftijd: int) -> list[tuple[tuple[int, ...], float]]:
    """Every set of child classes that goes with this age of the main earner."""
    per_klasse = marges.keus("gewicht van een kinderklasse")
    per_aantal = marges.keus("gewicht van het aantal kinderen")
    midden, spreiding = marges.keus("leeftijdsverschil van ouder en kind")
    past = [_past(leeftijd, k, midden, spreiding) for k in range(len(KINDGRENZEN))]
    gevonden = []
    for n in range(1, MEESTE_KINDEREN + 1):
        for klassen in combinations_with_replacement(reversed(range(len(KINDGRENZEN))), n):
            # the oldest and the youngest decide whether the parent has the right age
            gewicht = per_aantal[n - 1] * prod(per_klasse[k] / 100 for k in klassen)
            gewicht *= past[klassen[0]] * past[klassen[-1]]
            if gewicht > 1e-9 and all(past[k] > 0 for k in klassen):
                gevonden.append((klassen, gewicht))
    return gevonden


def _past(leeftijd: int, klasse: int, midden: float, spreiding: float) -> float:
    """How well a child class goes with an age class; zero when any child of it would be too old."""
    (_, ouder_hoog), (kind_laag, kind_hoog) = LEEFTIJDSGRENZEN[leeftijd], KINDGRENZEN[klasse]
    if kind_hoog + JONGSTE_OUDER > ouder_hoog:
        return 0.0
    verschil = (sum(LEEFTIJDSGRENZEN[leeftijd]) - kind_laag - kind_hoog) / 2
    return max(exp(-(((verschil - midden) / spreiding) ** 2) / 2), ZELDEN)


def raak_gezinnen(marges: Marges, g: Gezinnen) -> Geraakt:
    """The cells, raked to every margin about persons and households."""
    return raak(g.start, _eisen(marges, g))


def _eisen(marges: Marges, g: Gezinnen) -> list[Eis]:
    aantal, jongste, oudste = g.aantal, _jongste(g), g.kinderen[:, 0]
    klein = (jongste == 0) & (aantal > 0)
    grootte = 1 + np.array(MET_PARTNER)[g.soort] + aantal + g.extra
    leden = {"thuiswonend kind": aantal, "overig lid": g.extra + (g.soort == OVERIG)}
    kindjaren = streef(marges, marges.marge("kindleeftijd"))

    def van(id_: str, rij: Callable[..., Rij]) -> list[Eis]:
        """One demand for each class of a margin; ``rij`` says of a class which cells are in it."""
        streven = streef(marges, marges.marge(id_))
        return [Eis(f"{id_}: {', '.join(s)}", rij(*s), v, id_) for s, v in streven.items()]

    def is_aantal(naam: str) -> npt.NDArray[np.bool_]:
        n = AANTALLEN.index(naam) + 1
        return aantal >= n if n == len(AANTALLEN) else aantal == n

    groottes = [s[0] for s in streef(marges, marges.marge("grootte"))]
    eisen = van("soort", lambda s: een(g.soort == SOORTEN.index(s)))
    eisen += van("leeftijd hoofd", lambda a: een(g.leeftijd == LEEFTIJDEN.index(a)))
    eisen += van("kinderen", lambda s, n: een((g.soort == SOORTEN.index(s)) & is_aantal(n)))
    eisen += van("jongste", lambda o, n: een(klein & (oudste == OUDSTEN.index(o)) & is_aantal(n)))
    eisen += van("jongste eenouder", lambda n: een(klein & (g.soort == EENOUDER) & is_aantal(n)))
    eisen += van(
        "grootte", lambda n: een(np.minimum(grootte, len(groottes)) == groottes.index(n) + 1)
    )
    for klasse, (laag, hoog) in enumerate(KINDGRENZEN[:2]):
        som = sum(kindjaren[f"{jaar} jaar",] for jaar in range(laag, hoog + 1))
        eisen.append(Eis(f"kinderen van {laag}-{hoog}", g.in_klasse(klasse), som))
    eisen += van("tieners", lambda _: g.in_klasse(2))
    eisen += [replace(e, groep="") for e in van("leden", lambda wie: een(leden[wie]))]
    return eisen


def _jongste(g: Gezinnen) -> Gelaagd:
    laatste = np.maximum(g.aantal.astype(np.int64) - 1, 0)
    return np.take_along_axis(g.kinderen, laatste[:, None], axis=1)[:, 0]
