"""P17 overheidsoorzaak: the authority made the harm, and the citizen bears it. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.geschiedenis.herhaling import Herhaling, Rij, wist_het
from wetsanalyse.analyses.geschiedenis.historie import (
    OVERHEID,
    REGISTRATIE,
    Historie,
    kalender,
    verschil,
)
from wetsanalyse.analyses.geschiedenis.registerfout import registerfout
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.model.terms import Constante
from wetsanalyse.run.toestanden import Plannen, bekend


def overheidsoorzaak(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """Leave an act of the authority out, or let it come in time; leave a wrong registration out:
    is the harsh result gone?

    Left out counts only where the act put a value of its own in the place of one that was there:
    then it is the value that hurts. An act that settles something for the first time would take
    the settlement itself away, and one that writes down what the rules say carries out the law; of
    those only the delay is looked at, since the authority was told. A registration counts where
    the household says something else."""
    drempel = drempels.van("P17", "hard")
    historie = herhaling.historie
    grens = drempel.waarde * jaarmaat(historie.plan)
    for rij, winst, bewijs in chain(_besluiten(herhaling), _registraties(herhaling)):
        if winst >= grens:
            yield Waarneming(
                "P17",
                historie.plan,
                historie.grond,
                verschil(historie, rij.ingreep, burger=historie.casus, buur=rij.casus,
                         getroffen=False),
                winst,
                "€",
                drempel,
                Verlies(grens),
                bewijs=(*bewijs, *kalenders(historie, rij)),
            )  # fmt: skip


Gevonden = Iterator[tuple[Rij, Fraction, tuple[Bewijstabel, ...]]]


def _besluiten(herhaling: Herhaling) -> Gevonden:
    for rij, winst in herhaling.anders(OVERHEID):
        dagen = rij.ingreep.dagen
        if dagen is None:
            telt = overschrijft(herhaling.historie, rij.ingreep.nummer)
        else:
            telt = dagen < 0 and wist_het(herhaling.historie, rij.ingreep)
        if telt:
            yield rij, winst, ()


def _registraties(herhaling: Herhaling) -> Gevonden:
    for rij, winst in herhaling.anders(REGISTRATIE):
        fout = registerfout(herhaling.historie, rij.ingreep.nummer)
        if fout is not None:
            yield rij, winst, (fout.tabel,)


def overschrijft(historie: Historie, nummer: int) -> bool:
    """Whether an event changes something that had a value already, to an amount of its own."""
    voorval = historie.casus.gebeurtenissen[nummer]
    eerder = replace(
        historie.casus,
        gebeurtenissen=historie.casus.gebeurtenissen[:nummer],
        rekendatum=voorval.datum,
    )
    toen = bekend(Plannen.vanaf(historie.plan), eerder).invoer
    return any(
        isinstance(w.waarde, Constante) and toen.get((w.object, w.eigenschap)) is not None
        for w in voorval.wijzigingen
    )


def kalenders(historie: Historie, rij: Rij) -> tuple[Bewijstabel, ...]:
    """What happened, and what would have happened."""
    koppen = ("dag", "gebeurtenis", "wie")
    return (
        Bewijstabel("Zoals het ging", koppen, kalender(historie, historie.casus)),
        Bewijstabel("Zoals het had kunnen gaan", koppen, kalender(historie, rij.casus)),
    )


def _titel(w: Waarneming, verlies: str) -> str:
    verschil = w.onderscheid
    registratie = isinstance(verschil, InHistorie) and verschil.soort == REGISTRATIE
    wie = "Een fout in een register" if registratie else "De overheid"
    return f"{wie} veroorzaakt het gevolg: door {verschil.teksten[0]} kost het {verlies}"


P17 = Patroon(
    "P17",
    "overheidsoorzaak",
    "P",
    "Is het harde gevolg weg als de overheid haar deel goed had gedaan?",
    "de gebeurtenissen zoals zij gingen, naast hoe zij hadden kunnen gaan",
    "een besluit dat terecht later kwam, omdat de overheid eerst iets moest uitzoeken; een "
    "register dat gelijk had",
    _titel,
    {"historie": overheidsoorzaak},
)
