"""P09 niet-monotonie: who needs more gets less. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg


def niet_monotonie(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """Along an axis with a declared order, going toward more need the position may not get worse.
    Every end of every piece is held against the best before it; inside a piece it moves one way,
    or by rounding only."""
    richting = _meer_behoefte(veeg)
    if richting is None:
        return
    drempel = drempels.van("P09", "materieel")
    grens = drempel.waarde * jaarmaat(veeg.plan)
    punten = [
        (x, waarde)
        for s in veeg.netto.stukken
        for x, waarde in ((s.van, s.waarde_van), (s.tot, s.waarde_tot))
        if isinstance(waarde, Fraction)
    ]
    punten.sort(key=lambda p: p[0] * richting)
    beste: tuple[int, Fraction] | None = None
    ergste: tuple[Fraction, int, int] | None = None
    for x, waarde in punten:
        if beste is not None and beste[1] - waarde > (ergste[0] if ergste else grens):
            ergste = beste[1] - waarde, x, beste[0]
        # Of equals the nearest: the smallest change that shows it.
        if beste is None or waarde >= beste[1]:
            beste = x, waarde
    if ergste is not None:
        maat, burger, buur = ergste
        yield langs_as("P09", veeg, burger, buur, maat, "€", drempel, Verlies(grens))


def _meer_behoefte(veeg: Veeg) -> int | None:
    """Which way along the axis there is more need; None: nothing was declared."""
    objecttype = veeg.casus.huishouden.typen[veeg.object]
    bereik = veeg.plan.model.invoerbereiken.get(objecttype)
    for hoe, attribuut in bereik.behoeften if bereik else ():
        if attribuut == veeg.attribuut:
            return -1 if hoe == "lager" else 1
    return None


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return (
        f"Wie meer nodig heeft krijgt minder: {w.onderscheid.naam} {naar} in plaats van {van} kost "
        f"{verlies}"
    )


P09 = Patroon(
    "P09",
    "niet-monotonie",
    "2P",
    "Krijgt wie meer nodig heeft minder?",
    "het paar, met de volgorde die het model noemt",
    "een verkeerde volgorde in het model: een jurist tekent de volgorde",
    _titel,
    {"as": niet_monotonie},
)
