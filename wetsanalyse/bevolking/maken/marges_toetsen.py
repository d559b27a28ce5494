"""Whether figures go together: an amount lies in its class, and a curve through points rises."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.bevolking.maken.indeling import (
    GROOT_VERMOGEN,
    INKOMENS,
    INKOMENSGRENZEN,
    KLEIN_VERMOGEN,
    WONINGEN,
)
from wetsanalyse.bevolking.maken.marges import Marges


def wat_niet_past(m: Marges) -> Iterator[str]:
    """One sentence for each class whose figures cannot all be true."""
    yield from _inkomen(m)
    yield from _vermogen(m)


def _inkomen(m: Marges) -> Iterator[str]:
    """Half of a class lies evenly below its median; the rest must be able to make up the mean."""
    grenzen = tuple(map(Fraction, INKOMENSGRENZEN))
    einden = (*grenzen[1:], m.keuzen["hoogste inkomen en vermogen"][0])
    for naam, laag, hoog in zip(INKOMENS, grenzen, einden, strict=True):
        midden = m.marge("mediaan inkomen").waarden[naam,]
        gemiddelde = m.marge("gemiddeld inkomen").waarden[naam,]
        boven = 2 * gemiddelde - (laag + midden) / 2
        if not laag <= midden < hoog:
            yield f"de mediaan van de klasse “{naam}” ligt niet in die klasse"
        elif not midden < boven < hoog:
            yield f"bij de mediaan van de klasse “{naam}” kan dit gemiddelde niet"


def _vermogen(m: Marges) -> Iterator[str]:
    for woning in WONINGEN:
        klein, groot, midden = (
            m.marge(id_).waarden[woning,]
            for id_ in ("klein vermogen", "groot vermogen", "mediaan vermogen")
        )
        punten = sorted([(klein, Fraction(KLEIN_VERMOGEN)), (Fraction(1, 2), midden),
                         (1 - groot, Fraction(GROOT_VERMOGEN))])  # fmt: skip
        delen, bedragen = zip(*punten, strict=True)
        stijgt = bedragen[0] < bedragen[1] < bedragen[2] and delen[0] < delen[1] < delen[2]
        if not (stijgt and delen[0] > 0 and delen[2] < 1 and bedragen[0] > 0):
            yield f"de drie cijfers over het vermogen bij {woning} gaan niet samen"
