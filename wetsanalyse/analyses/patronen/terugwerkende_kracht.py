"""P11 terugwerkende kracht: a decision reaches back over a time in which nothing was said.
[hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.burgers.opzet import met_opzet, opzet_over
from wetsanalyse.analyses.geschiedenis.herhaling import Herhaling, Rij, wist_het
from wetsanalyse.analyses.geschiedenis.historie import OVERHEID, Historie, verschil
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.tweeling import getroffenen, tweeling
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.patronen.overheidsoorzaak import kalenders
from wetsanalyse.run.toestanden import Plannen, bekend

DAGEN_PER_MAAND = Fraction(365, 12)


def terugwerkende_kracht(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """An act of the authority that hurts, long after what it is about: had it come at once, the
    citizen would have kept more. The shorter limit counts from what told the authority (a report
    or a register), the longer one from what happened. Where all who lose by it kept silent on
    purpose, the authority could not come sooner."""
    historie = herhaling.historie
    materieel = drempels.van("P11", "materieel").waarde * jaarmaat(historie.plan)
    for rij, winst, later in _eerder(herhaling):
        dagen = rij.ingreep.dagen
        # Nothing more lost than from a later day on: then it does not reach back to this one.
        if dagen is None or winst < materieel or winst <= later:
            continue
        wist = wist_het(historie, rij.ingreep)
        drempel = drempels.van("P11", "wist het" if wist else "wist het niet")
        maanden = Fraction(-dagen) / DAGEN_PER_MAAND
        if maanden <= drempel.waarde or _door_opzet(historie, rij):
            continue
        yield Waarneming(
            "P11",
            historie.plan,
            historie.grond,
            verschil(historie, rij.ingreep, burger=historie.casus, buur=rij.casus, getroffen=False),
            Fraction(int(maanden)),
            "maanden",
            drempel,
            Verlies(materieel),
            bewijs=(_wie_wist_wat(historie, rij), *kalenders(historie, rij)),
        )


def _eerder(herhaling: Herhaling) -> Iterator[tuple[Rij, Fraction, Fraction]]:
    """Each act of the authority brought forward to a day on which something happened; what is won
    by it, and what would be won by the next such day."""
    per_daad: dict[int, list[tuple[int, Rij, Fraction]]] = {}
    for rij, winst in herhaling.anders(OVERHEID):
        if rij.ingreep.dagen is not None and rij.ingreep.dagen < 0:
            per_daad.setdefault(rij.ingreep.nummer, []).append((rij.ingreep.dagen, rij, winst))
    for rijen in per_daad.values():
        rijen.sort(key=lambda r: r[0])
        volgende = [winst for _, _, winst in rijen[1:]] + [Fraction(0)]
        yield from (
            (rij, winst, later) for (_, rij, winst), later in zip(rijen, volgende, strict=True)
        )


def _door_opzet(historie: Historie, rij: Rij) -> bool:
    """Whether everybody who loses by the delay acted on purpose, as far as the case says by its
    end."""
    if not opzet_over(historie.model):
        return False
    wie = getroffenen(tweeling(historie.plan, historie.grond, historie.casus, rij.casus))
    eind = bekend(Plannen.vanaf(historie.plan), historie.casus)
    return bool(wie) and set(met_opzet(historie.model, eind, wie)) == wie


def _wie_wist_wat(historie: Historie, rij: Rij) -> Bewijstabel:
    """The days that count, and how many days lie between them."""
    assert rij.ingreep.dagen is not None
    besluit = historie.casus.gebeurtenissen[rij.ingreep.nummer].datum
    kon = besluit + timedelta(days=rij.ingreep.dagen)
    wist = wist_het(historie, rij.ingreep)
    return Bewijstabel(
        "Wie wist wat wanneer",
        ("moment", "dag"),
        (
            ("de overheid kon het weten" if wist else "het begon", f"{kon:%d-%m-%Y}"),
            ("de overheid handelde", f"{besluit:%d-%m-%Y}"),
            ("daartussen", f"{-rij.ingreep.dagen} dagen"),
        ),
    )


def _titel(w: Waarneming, verlies: str) -> str:
    return (
        f"Met terugwerkende kracht: {w.onderscheid.teksten[0]} komt {w.maat} maanden na wat eraan "
        f"voorafging en kost {verlies}"
    )


P11 = Patroon(
    "P11",
    "terugwerkende kracht",
    "P",
    "Grijpt een besluit terug op een lange tijd waarin de burger niets hoorde?",
    "de tijdlijn: wie wist wat wanneer",
    "opzettelijk verzwijgen: zeg dan met “opzet bij …” in het Invoerbereik wat opzet is",
    _titel,
    {"historie": terugwerkende_kracht},
)
