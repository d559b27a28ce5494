"""P08 cumulatie in a history: two small things that each do no harm, and do together.
[hardheid 11.6]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.geschiedenis.herhaling import Herhaling
from wetsanalyse.analyses.geschiedenis.historie import Historie, kalender
from wetsanalyse.analyses.geschiedenis.samen import Samen, Tweetal, samen_van
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat
from wetsanalyse.analyses.verlopen.positie import EURO
from wetsanalyse.run.weergave import toon


def twee_tegelijk(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """Of the pairs of one history: those where both together cost a material amount more than each
    alone."""
    historie = herhaling.historie
    drempel = drempels.van("P08", "materieel")
    grens = drempel.waarde * jaarmaat(historie.plan)
    samen = samen_van(historie, grens)
    for paar in samen.tweetallen if samen is not None else ():
        assert samen is not None
        nul = Fraction(0)
        los = sum((max(samen.netto - waarde, nul) for waarde in paar.alleen), nul)
        meer = samen.netto - paar.samen - los
        if meer >= grens:
            yield Waarneming(
                "P08",
                historie.plan,
                historie.grond,
                _verschil(historie, paar),
                meer,
                "€",
                drempel,
                Verlies(grens),
                garantie=samen.garantie,
                bewijs=_bewijs(samen, paar),
            )


def _verschil(historie: Historie, paar: Tweetal) -> InHistorie:
    """The citizen is who had both happen to him, the neighbour is who the history is of."""
    gebeurd = historie.casus.gebeurtenissen
    namen = dict.fromkeys(gebeurd[a.nummer].gebeurtenis for a in (paar.een, paar.ander))
    soorten = {historie.soort(a.nummer) for a in (paar.een, paar.ander)}
    tekst = f"{paar.een.hoe} en {paar.ander.hoe}"
    return InHistorie(
        (paar.casus, historie.casus),
        " en ".join(namen),
        # Whose doing it is can only be said where both are of one sort.
        soorten.pop() if len(soorten) == 1 else "",
        f"in de geschiedenis “{historie.naam}”: {tekst}",
        (tekst, "zoals het ging"),
        paar.een.nummer,
    )


def _bewijs(samen: Samen, paar: Tweetal) -> tuple[Bewijstabel, ...]:
    """What each costs, both calendars, and how many pairs were run."""
    historie, netto = samen.historie, samen.netto
    rijen = [
        (a.hoe, toon(netto - waarde, EURO))
        for a, waarde in zip((paar.een, paar.ander), paar.alleen, strict=True)
    ]
    rijen.append(("allebei", toon(netto - paar.samen, EURO)))
    koppen = ("dag", "gebeurtenis", "wie")
    gedraaid = f"{len(samen.tweetallen)} van {samen.mogelijk} tweetallen gedraaid"
    return (
        Bewijstabel(f"Wat elk alleen kost ({gedraaid})", ("wat er anders ging", "kost"),
                    tuple(rijen)),
        Bewijstabel("Zoals het ging", koppen, kalender(historie, historie.casus)),
        Bewijstabel("Zoals het met allebei gaat", koppen, kalender(historie, paar.casus)),
    )  # fmt: skip
