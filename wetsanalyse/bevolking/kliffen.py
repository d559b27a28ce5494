"""What one step more costs: how much of it is lost, and who loses much at once.

Both run the law over the same households, moved some steps, and look at the net position: all
advantages less all disadvantages, in euro over the window of the block Uitkomst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np

from wetsanalyse.bevolking.draaien import Doel, Draaier, Verslag
from wetsanalyse.bevolking.kolomrekenen import Statussen, kolom_met, samen, status_van
from wetsanalyse.bevolking.netto import Bijdrage, in_euro, netto
from wetsanalyse.bevolking.tellen import Maat
from wetsanalyse.bevolking.uitkomsten import BEREKEND, FOUT, LEEG, Uitkomstkolom
from wetsanalyse.bevolking.verschuiven import Verschuiving, verschuif, waarden_van
from wetsanalyse.model.types import Soort
from wetsanalyse.run.kolommen import Blok, Getallen, Masker
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout

KWART = Fraction(1, 4)
"""The width of a class of marginal pressure."""


@dataclass(frozen=True, slots=True)
class _Gezet:
    """The net position after some steps. Who could not take them has a fault there."""

    netto: Uitkomstkolom
    einde: Masker


def _zet(
    draaier: Draaier, blok: Blok, delen: Sequence[Bijdrage], v: Verschuiving, keer: int,
    verslag: Verslag,
) -> _Gezet:  # fmt: skip
    verschoven = verschuif(blok, v, keer)
    uit, gedaan = draaier.reken(verschoven.blok)
    verslag.exact += gedaan.exact
    kolom = netto(delen, uit, blok.n)
    status = status_van(kolom)
    zonder = ~verschoven.mee & ~verschoven.einde
    status = np.where(verschoven.einde, np.uint8(FOUT), status).astype(np.uint8)
    status[zonder] = LEEG
    return _Gezet(kolom_met(kolom.kolom.waarden, status, kolom.kolom.schaal), verschoven.einde)


def _verlies(voor: Uitkomstkolom, na: Uitkomstkolom, mee: Masker) -> Uitkomstkolom:
    """How much less there is after than before; nothing for who does not have the fact."""
    kolom = samen([(voor, Fraction(1)), (na, Fraction(-1))])
    status = status_van(kolom)
    status = np.where((status == LEEG) & mee, np.uint8(BEREKEND), status)
    return kolom_met(
        kolom.kolom.waarden, np.where(mee, status, LEEG).astype(np.uint8), kolom.kolom.schaal
    )


def _waar(masker: Masker) -> Uitkomstkolom:
    return kolom_met(masker.astype(np.int64), np.zeros(len(masker), np.uint8), 1)


@dataclass(frozen=True)
class Drukmeting:
    """Which part of one step more is lost again."""

    verschuiving: Verschuiving
    bijdragen: tuple[Bijdrage, ...]

    @property
    def maat(self) -> Maat:
        v = self.verschuiving
        return Maat(f"druk langs {v.naam}, stap {v.stap}", KWART)

    @property
    def einde(self) -> Maat:
        return Maat(f"{self.maat.naam}: aan het einde", waarheid=True)

    def meet(
        self, draaier: Draaier, blok: Blok, uit: Mapping[Doel, Uitkomstkolom]
    ) -> tuple[dict[Maat, Uitkomstkolom], Verslag]:
        verslag = Verslag()
        per_stap = in_euro(self.verschuiving.veld.type)
        assert per_stap is not None
        nu = netto(self.bijdragen, uit, blok.n)
        straks = _zet(draaier, blok, self.bijdragen, self.verschuiving, 1, verslag)
        _, mee = waarden_van(blok, self.verschuiving)
        verlies = _verlies(nu, straks.netto, mee)
        deel = samen([(verlies, 1 / (self.verschuiving.stap * per_stap))])
        return {self.maat: deel, self.einde: _waar(straks.einde)}, verslag


@dataclass(frozen=True)
class Klifmeting:
    """Who loses at least ``vanaf`` euro by one step more, and who stands within some steps of such
    a place: before it, or just past it."""

    verschuiving: Verschuiving
    bijdragen: tuple[Bijdrage, ...]
    vanaf: Fraction
    binnen: int = 1

    @property
    def _naam(self) -> str:
        v = self.verschuiving
        return f"klif langs {v.naam}, stap {v.stap}, vanaf {self.vanaf}"

    @property
    def maat(self) -> Maat:
        """The loss by one step more, of those who lose enough; of the others zero."""
        return Maat(self._naam, Fraction(100))

    @property
    def ervoor(self) -> Maat:
        """The last value before the nearest klif ahead; leeg: there is none."""
        return Maat(f"{self._naam}: ervoor", self._trede)

    @property
    def erover(self) -> Maat:
        return Maat(f"{self._naam}: erover", self._trede)

    @property
    def einde(self) -> Maat:
        return Maat(f"{self._naam}: aan het einde", waarheid=True)

    @property
    def _trede(self) -> Fraction:
        """Places are told to the unit, or to the step when that is larger."""
        procent = self.verschuiving.veld.type.soort is Soort.PERCENTAGE
        return max(Fraction(1, 100) if procent else Fraction(1), abs(self.verschuiving.stap))

    def meet(
        self, draaier: Draaier, blok: Blok, uit: Mapping[Doel, Uitkomstkolom]
    ) -> tuple[dict[Maat, Uitkomstkolom], Verslag]:
        verslag = Verslag()
        _, mee = waarden_van(blok, self.verschuiving)
        netto_bij = {0: netto(self.bijdragen, uit, blok.n)}
        einde = np.zeros(blok.n, np.bool_)
        for keer in (k for k in range(-self.binnen, self.binnen + 1) if k):
            gezet = _zet(draaier, blok, self.bijdragen, self.verschuiving, keer, verslag)
            netto_bij[keer] = gezet.netto
            einde |= gezet.einde
        verlies = {
            k: _verlies(netto_bij[k], netto_bij[k + 1], mee)
            for k in range(-self.binnen, self.binnen)
        }
        nu = verlies[0]
        veel = self._veel(nu)
        return {
            self.maat: kolom_met(
                np.where(veel, nu.kolom.waarden, 0), status_van(nu), nu.kolom.schaal
            ),
            self.ervoor: self._plaats(blok, verlies, range(self.binnen)),
            self.erover: self._plaats(blok, verlies, range(-1, -self.binnen - 1, -1)),
            self.einde: _waar(einde),
        }, verslag

    def _veel(self, verlies: Uitkomstkolom) -> Masker:
        genoeg = verlies.kolom.waarden >= ceil(self.vanaf * verlies.kolom.schaal)
        return np.asarray(genoeg & (status_van(verlies) == BEREKEND), np.bool_)

    def _plaats(
        self, blok: Blok, verlies: Mapping[int, Uitkomstkolom], stappen: Sequence[int]
    ) -> Uitkomstkolom:
        """The value just before the nearest of these steps that is a klif."""
        kolom, _ = waarden_van(blok, self.verschuiving)
        plaats: Getallen = np.zeros(blok.n, np.int64)
        status: Statussen = np.full(blok.n, LEEG, np.uint8)
        for k in stappen:
            hier = self._veel(verlies[k]) & (status == LEEG)
            plaats[hier] = kolom.waarden[hier] + k * self.verschuiving.codes
            status[hier] = BEREKEND
        return kolom_met(plaats, status, kolom.schaal)


def gebrek(v: Verschuiving, delen: Sequence[Bijdrage], *, als_deel: bool) -> Diagnostic | None:
    """Why nothing can be measured. ``als_deel``: the loss is to be a part of the step."""
    if not delen:
        return fout(
            "BEV-NETTO", None,
            "geen van de gevraagde uitkomsten is een voordeel of nadeel in euro",
            hulp=("noem met --uitkomst een bedrag dat in een blok Uitkomst staat",),
        )  # fmt: skip
    if als_deel and in_euro(v.veld.type) is None:
        return fout(
            "BEV-DRUK", None,
            f"--druk: “{v.veld.naam}” is geen bedrag, dus een verlies is er geen deel van",
            hulp=(f"met --klif {v.veld.naam}=1 ziet u wie bij één stap meer verliest",),
        )  # fmt: skip
    return None


__all__ = ["Drukmeting", "Klifmeting", "gebrek"]
