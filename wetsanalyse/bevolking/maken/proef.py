"""The pilot: a draw of its own, always the same, that says which score has which rank."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from wetsanalyse.bevolking.maken.dobbel import Dobbel
from wetsanalyse.bevolking.maken.indeling import VOLWASSEN, WONINGEN
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.plan import Bouwplan, zonder_proef
from wetsanalyse.bevolking.maken.trekken import BLOK, Ruw, trek
from wetsanalyse.bevolking.maken.verdelingen import Score, snijpunten

PROEF_ZAAD = 20_240_101
"""Not a seed of a population: what a rank means may not change with the seed."""
PROEF = 4 * BLOK
SNEDEN = 4096
JAAR = 2025
"""Only ages count here, and these do not depend on the year."""


def bouwplan(marges: Marges) -> Bouwplan:
    """The plan with its cuts. Raking takes about a second, so the last one is kept."""
    return _bouwplan(_Zelfde(marges))


def met_proef(plan: Bouwplan) -> Bouwplan:
    ruwen = [
        trek(plan, PROEF, PROEF_ZAAD, JAAR, range(n, n + BLOK), Dobbel(PROEF_ZAAD, 0, n // BLOK))
        for n in range(0, PROEF, BLOK)
    ]
    woning = np.concatenate([r.partij.woning for r in ruwen])
    vermogen = np.concatenate([r.score_vermogen for r in ruwen])
    return replace(
        plan,
        snede_inkomen=snijpunten(np.concatenate([_inkomensscores(r) for r in ruwen]), SNEDEN),
        snede_vermogen=tuple(
            snijpunten(vermogen[woning == w], SNEDEN) for w in range(len(WONINGEN))
        ),
    )


def _inkomensscores(r: Ruw) -> Score:
    """Of every person who has an income."""
    p = r.partij
    volwassen = p.kinderen.personen.leeftijd >= VOLWASSEN
    return np.concatenate(
        [r.score_hoofd, r.score_partner[p.heeft_partner], r.score_kind[volwassen], r.score_ander]
    )


class _Zelfde:
    """A key for the memory of `bouwplan`: which object it is, since margins hold mappings."""

    def __init__(self, marges: Marges) -> None:
        self.marges = marges

    def __hash__(self) -> int:
        return id(self.marges)

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Zelfde) and ander.marges is self.marges


@lru_cache(maxsize=2)
def _bouwplan(sleutel: _Zelfde) -> Bouwplan:
    return met_proef(zonder_proef(sleutel.marges))
