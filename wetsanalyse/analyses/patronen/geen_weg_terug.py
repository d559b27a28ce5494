"""P13 geen weg terug: who puts the cause right stays worse off. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.geschiedenis.herhaling import Herhaling
from wetsanalyse.analyses.geschiedenis.historie import (
    BURGER,
    OVERHEID,
    Historie,
    kalender,
    verschoven,
)
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import vragen
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.feiten import Voorval
from wetsanalyse.plan.ground import ground
from wetsanalyse.run.toestanden import Plannen

POGINGEN = (1, 14, 30, 91, 182, 365)
"""So many days after the last act of the authority the citizen puts it right."""


def geen_weg_terug(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """Leave an act of the citizen out; let the authority act; then let the citizen do it after
    all, and the authority act once more. Is the year that follows as good as it would have been?"""
    h = herhaling.historie
    drempel = drempels.van("P13", "maanden")
    grens = drempels.van("P13", "materieel").waarde * jaarmaat(h.plan)
    for nummer in h.nummers(BURGER):
        weg = _Terug.van(h, nummer, int(drempel.waarde))
        if weg is None:
            continue
        goed, zonder = weg.netto(weg.goed), weg.netto(weg.zonder)
        if goed is None or zonder is None or goed - zonder < grens:
            continue
        pogingen = [(dagen, weg.netto(weg.hersteld(dagen))) for dagen in weg.pogingen]
        if any(w is None or goed - w < grens for _, w in pogingen):
            continue
        beste = max(((w, dagen) for dagen, w in pogingen if w is not None), default=None)
        if beste is None:
            continue
        dagen = beste[1]
        yield Waarneming(
            "P13",
            weg.historie.plan,
            weg.historie.grond,
            _verschil(weg, nummer, dagen),
            goed - beste[0],
            "€",
            drempel,
            Verlies(grens),
            bewijs=(_pogingen(goed, pogingen), _kalender(weg, dagen)),
        )


@dataclass(frozen=True)
class _Terug:
    """A history and its continuation for a year: as it was right, wrong, and put right. The
    window begins where the attempts to put it right end."""

    historie: Historie = field(repr=False)
    nummer: int
    laatste: date
    maanden: int

    @classmethod
    def van(cls, h: Historie, nummer: int, maanden: int) -> _Terug | None:
        """None: the authority did nothing after it, so nothing can be undone."""
        gebeurd = h.casus.gebeurtenissen
        besluiten = [gebeurd[n] for n in h.nummers(OVERHEID) if n > nummer]
        if not besluiten:
            return None
        laatste = besluiten[-1].datum
        einde = laatste + timedelta(days=365 * maanden // 12)
        kijkdag = einde + timedelta(days=1)
        plan = Plannen.vanaf(h.plan).op(kijkdag)
        grond = ground(plan, h.casus.huishouden, vragen(plan, h.casus.huishouden, einde))
        verlengd = replace(h, plan=plan, grond=grond, begin=einde,
                           casus=replace(h.casus, rekendatum=kijkdag))  # fmt: skip
        return cls(verlengd, nummer, laatste, maanden)

    def netto(self, casus: Casus) -> Fraction | None:
        return self.historie.netto(casus)

    @property
    def pogingen(self) -> list[int]:
        return [d for d in POGINGEN if d <= 365 * self.maanden // 12]

    @property
    def goed(self) -> Casus:
        return self.historie.casus

    @property
    def zonder(self) -> Casus:
        gebeurd = self.historie.casus.gebeurtenissen
        over = tuple(v for n, v in enumerate(gebeurd) if n != self.nummer)
        return replace(self.historie.casus, gebeurtenissen=over)

    def hersteld(self, dagen: int) -> Casus:
        """The act after all, so long after the last act of the authority; and then once more
        whatever the authority did after the act was due."""
        gebeurd = self.historie.casus.gebeurtenissen
        daad = gebeurd[self.nummer]
        dag = self.laatste + timedelta(days=dagen)
        alsnog = [verschoven(daad, (dag - daad.datum).days)]
        opnieuw = [
            verschoven(v, (dag - v.datum).days)
            for n, v in enumerate(gebeurd)
            if n > self.nummer and self.historie.soort(n) == OVERHEID
        ]
        rij: tuple[Voorval, ...] = (*self.zonder.gebeurtenissen, *alsnog, *opnieuw)
        return replace(self.historie.casus, gebeurtenissen=rij)


def _pogingen(goed: Fraction, pogingen: list[tuple[int, Fraction | None]]) -> Bewijstabel:
    rijen = [
        (f"{dagen} {'dag' if dagen == 1 else 'dagen'} na het laatste besluit",
         "niet bekend" if waarde is None else in_centen(goed - waarde))
        for dagen, waarde in pogingen
    ]  # fmt: skip
    return Bewijstabel(
        "Pogingen om het goed te maken", ("alsnog gedaan", "tekort in het jaar erna"),
        tuple(rijen),
    )  # fmt: skip


def _kalender(weg: _Terug, dagen: int) -> Bewijstabel:
    casus = weg.hersteld(dagen)
    return Bewijstabel(
        "De beste poging", ("dag", "gebeurtenis", "wie"), kalender(weg.historie, casus)
    )


def _verschil(weg: _Terug, nummer: int, dagen: int) -> InHistorie:
    h = weg.historie
    voorval = h.casus.gebeurtenissen[nummer]
    echt = f"“{voorval.gebeurtenis}” op {voorval.datum:%d-%m-%Y}"
    alsnog = f"“{voorval.gebeurtenis}” pas op {weg.laatste + timedelta(days=dagen):%d-%m-%Y}"
    return InHistorie(
        (weg.hersteld(dagen), weg.goed),
        voorval.gebeurtenis,
        h.soort(nummer),
        f"in de geschiedenis “{h.naam}”: {alsnog}",
        (alsnog, echt),
        nummer,
    )


def _titel(w: Waarneming, verlies: str) -> str:
    return (
        f"Geen weg terug na {w.onderscheid.naam}: wie het alsnog doet, houdt een jaar later nog "
        f"een tekort van {verlies}"
    )


P13 = Patroon(
    "P13",
    "geen weg terug",
    "G/P",
    "Blijft het gevolg, ook als de oorzaak weg is?",
    "de pogingen om het goed te maken, en wat er dan nog ontbreekt",
    "een definitief besluit dat de burger kan laten herzien",
    _titel,
    {"historie": geen_weg_terug},
)
