"""Random households of the two laws, and their outcomes in plain whole numbers.

The truth is written down here by hand from the text of the law, apart from the kernel, and
`nareken` holds it against the exact interpreter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
PER_KEER = 1_000_000
"""Rows made at a time, so that making them needs little memory beside what they take."""
KINDEREN = np.array([0.45, 0.2, 0.22, 0.09, 0.04])
"""Share of the households with 0 to 4 children; a choice for the measurement."""
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Zorg:
    """A: applicants without a partner."""

    inkomen: Getallen
    vermogen: Getallen
    verzekerd: Getallen

    @property
    def n(self) -> int:
        return len(self.inkomen)


@dataclass(frozen=True)
class Gezinnen:
    """B: households with children one after another. ``partner``: 1 where there is one (0: what
    stands in his columns is 0). ``geboren``: ordinals of days."""

    inkomen: Getallen
    vermogen: Getallen
    partner: Getallen
    inkomen_partner: Getallen
    vermogen_partner: Getallen
    grenzen: Getallen
    geboren: Getallen

    @property
    def n(self) -> int:
        return len(self.inkomen)

    @property
    def ouder(self) -> Getallen:
        """Of each child the row of its household."""
        return np.repeat(np.arange(self.n), np.diff(self.grenzen))


def _vul(n: int, bron: Callable[[int], Getallen]) -> Getallen:
    uit = np.empty(n, np.int64)
    for van, tot in stukken(n, PER_KEER):
        uit[van:tot] = bron(tot - van)
    return uit


def stukken(n: int, maat: int) -> Iterator[tuple[int, int]]:
    return ((van, min(van + maat, n)) for van in range(0, n, maat))


def maak_zorg(n: int, zaad: int = 1) -> Zorg:
    """Incomes on both sides of where it ends, assets on both sides of the limit."""
    r = np.random.default_rng(zaad)
    return Zorg(
        _vul(n, lambda m: r.integers(0, 60_001, m)),
        _vul(n, lambda m: r.integers(100_000, 180_001, m)),
        _vul(n, lambda m: (r.random(m) < 0.9).astype(np.int64)),
    )


def maak_gezinnen(n: int, zaad: int = 1) -> Gezinnen:
    r = np.random.default_rng(zaad)
    partner = _vul(n, lambda m: r.integers(0, 2, m))
    grenzen = np.zeros(n + 1, np.int64)
    aantal = _vul(n, lambda m: r.choice(5, m, p=KINDEREN))
    aantal[-1:] = 1  # OpenFisca stops where the last household has nobody
    np.cumsum(aantal, out=grenzen[1:])
    eerste, laatste = date(2005, 7, 1).toordinal(), date(2026, 6, 30).toordinal()
    inkomen_partner = _vul(n, lambda m: r.integers(0, 60_001, m))
    vermogen_partner = _vul(n, lambda m: r.integers(0, 100_001, m))
    inkomen_partner *= partner
    vermogen_partner *= partner
    return Gezinnen(
        _vul(n, lambda m: r.integers(0, 90_001, m)),
        _vul(n, lambda m: r.integers(0, 200_001, m)),
        partner,
        inkomen_partner,
        vermogen_partner,
        grenzen,
        _vul(int(grenzen[-1]), lambda m: r.integers(eerste, laatste + 1, m)),
    )


# ------------------------------------------------------------------ the truth


def waarheid_zorg(zorg: Zorg) -> Getallen:
    """Zorgtoeslag per year of 2025, one applicant, in euros: in whole parts of 100,000 per euro."""
    uit = np.empty(zorg.n, np.int64)
    for van, tot in stukken(zorg.n, PER_KEER):
        boven = np.maximum(zorg.inkomen[van:tot] - 28_406, 0)
        verschil = np.maximum(2_112 * 100_000 - (1_896 * 28_406 + 13_700 * boven), 0)
        bedrag = (2 * verschil + 100_000) // 200_000
        recht = (zorg.verzekerd[van:tot] == 1) & (zorg.vermogen[van:tot] <= 141_896)
        uit[van:tot] = np.where(recht & (bedrag >= 24), bedrag, 0)
    return uit


def maanden(geboren: Getallen, leeftijd: int) -> Getallen:
    """Months of 2025 after the month in which a child reaches an age."""
    maand = (geboren - EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.clip((2026 - 1970 - leeftijd) * 12 - 1 - maand, 0, 12)


def waarheid_gezinnen(g: Gezinnen) -> Getallen:
    """Kindgebonden budget of 2025 in euros: in whole parts of 12,000 per euro."""
    uit = np.empty(g.n, np.int64)
    for van, tot in stukken(g.n, PER_KEER):
        grenzen = g.grenzen[van : tot + 1]
        geboren = g.geboren[grenzen[0] : grenzen[-1]]
        m0, m12, m16, m18 = (maanden(geboren, jaar) for jaar in (0, 12, 16, 18))
        ouder = np.repeat(np.arange(tot - van), np.diff(grenzen))
        kinderen = np.zeros(tot - van, np.int64)
        np.add.at(kinderen, ouder, 2_511 * (m0 - m18) + 703 * (m12 - m16) + 936 * (m16 - m18))
        meest, minst = np.zeros(tot - van, np.int64), np.full(tot - van, 12)
        np.maximum.at(meest, ouder, m0)
        np.minimum.at(minst, ouder, m18)
        samen = np.where(np.diff(grenzen) > 0, meest - minst, 0)
        partner = g.partner[van:tot] == 1
        boven = np.maximum(
            g.inkomen[van:tot] + g.inkomen_partner[van:tot] - np.where(partner, 37_545, 28_406), 0
        )
        erbij = np.where(partner, 0, 3_389 * samen)
        over = np.maximum((kinderen + erbij) * 1_000 - boven * 71 * samen, 0)
        bedrag = (2 * over + 12_000) // 24_000
        vermogen = g.vermogen[van:tot] + g.vermogen_partner[van:tot]
        recht = vermogen <= np.where(partner, 179_429, 141_896)
        uit[van:tot] = np.where(recht & (bedrag >= 24), bedrag, 0)
    return uit
