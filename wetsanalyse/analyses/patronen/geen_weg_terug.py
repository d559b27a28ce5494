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
    REGISTRATIE,
    Historie,
    kalender,
    verschoven,
)
from wetsanalyse.analyses.geschiedenis.registerfout import Registerfout, registerfout
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
    all, and the authority act once more. Or put a wrong registration right, and let the authority
    act once more. Is the year that follows as good as it would have been?"""
    h = herhaling.historie
    drempel = drempels.van("P13", "maanden")
    grens = drempels.van("P13", "materieel").waarde * jaarmaat(h.plan)
    for weg in _wegen(h, int(drempel.waarde)):
        goed, mis = weg.netto(weg.goed), weg.netto(weg.mis)
        if goed is None or mis is None or goed - mis < grens:
            continue
        pogingen = [(dagen, weg.netto(weg.hersteld(dagen))) for dagen in weg.pogingen]
        if any(w is None or goed - w < grens for _, w in pogingen):
            continue
        beste = max(((w, dagen) for dagen, w in pogingen if w is not None), default=None)
        if beste is None:
            continue
        dagen = beste[1]
        tabellen = (_pogingen(goed, pogingen), _kalender(weg, dagen))
        yield Waarneming(
            "P13",
            weg.historie.plan,
            weg.historie.grond,
            _verschil(weg, dagen),
            goed - beste[0],
            "€",
            drempel,
            Verlies(grens),
            bewijs=(weg.fout.tabel, *tabellen) if weg.fout else tabellen,
        )


def _wegen(h: Historie, maanden: int) -> Iterator[_Terug]:
    """Every act of the citizen after which the authority acted, and every wrong registration."""
    for nummer in range(len(h.casus.gebeurtenissen)):
        fout = registerfout(h, nummer)
        if fout is None and h.soort(nummer) != BURGER:
            continue
        weg = _Terug.van(h, nummer, fout, maanden)
        if weg is not None:
            yield weg


@dataclass(frozen=True)
class _Terug:
    """A history and its continuation for a year: as it was right, wrong, and put right. The
    window begins where the attempts to put it right end. ``fout``: what the register has wrong;
    None: it is an act of the citizen that was left out."""

    historie: Historie = field(repr=False)
    nummer: int
    fout: Registerfout | None
    laatste: date
    maanden: int

    @classmethod
    def van(
        cls, h: Historie, nummer: int, fout: Registerfout | None, maanden: int
    ) -> _Terug | None:
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
        return cls(verlengd, nummer, fout, laatste, maanden)

    def netto(self, casus: Casus) -> Fraction | None:
        return self.historie.netto(casus)

    @property
    def pogingen(self) -> list[int]:
        return [d for d in POGINGEN if d <= 365 * self.maanden // 12]

    @property
    def voorval(self) -> Voorval:
        """The act of the citizen, or the wrong registration."""
        return self.historie.casus.gebeurtenissen[self.nummer]

    @property
    def goed(self) -> Casus:
        """With the act of the citizen; without the error of the register."""
        return self._zonder if self.fout else self.historie.casus

    @property
    def mis(self) -> Casus:
        return self.historie.casus if self.fout else self._zonder

    @property
    def _zonder(self) -> Casus:
        gebeurd = self.historie.casus.gebeurtenissen
        over = tuple(v for n, v in enumerate(gebeurd) if n != self.nummer)
        return replace(self.historie.casus, gebeurtenissen=over)

    def hersteld(self, dagen: int) -> Casus:
        """Put right so long after the last act of the authority; and then once more whatever the
        authority did after it went wrong."""
        gebeurd = self.historie.casus.gebeurtenissen
        dag = self.laatste + timedelta(days=dagen)
        if self.fout is not None:
            alsnog = self.fout.hersteld(self.historie, dag)
        else:
            alsnog = verschoven(self.voorval, (dag - self.voorval.datum).days)
        opnieuw = [
            verschoven(v, (dag - v.datum).days)
            for n, v in enumerate(gebeurd)
            if n > self.nummer and self.historie.soort(n) == OVERHEID
        ]
        rij: tuple[Voorval, ...] = (*self.mis.gebeurtenissen, alsnog, *opnieuw)
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


def _verschil(weg: _Terug, dagen: int) -> InHistorie:
    h, voorval = weg.historie, weg.voorval
    dag = f"{weg.laatste + timedelta(days=dagen):%d-%m-%Y}"
    daad = f"“{voorval.gebeurtenis}” op {voorval.datum:%d-%m-%Y}"
    if weg.fout:
        echt, alsnog = f"geen {daad}", f"{daad}, hersteld op {dag}"
    else:
        echt, alsnog = daad, f"“{voorval.gebeurtenis}” pas op {dag}"
    return InHistorie(
        (weg.hersteld(dagen), weg.goed),
        voorval.gebeurtenis,
        h.soort(weg.nummer),
        f"in de geschiedenis “{h.naam}”: {alsnog}",
        (alsnog, echt),
        weg.nummer,
    )


def _titel(w: Waarneming, verlies: str) -> str:
    verschil = w.onderscheid
    if isinstance(verschil, InHistorie) and verschil.soort == REGISTRATIE:
        wie = "is de fout in het register hersteld, dan is er een jaar later nog"
    else:
        wie = "wie het alsnog doet, houdt een jaar later nog"
    return f"Geen weg terug na {verschil.naam}: {wie} een tekort van {verlies}"


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
