"""The keys of households: as values that can be compared, and each of them once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt
from numpy.typing import NDArray

from wetsanalyse.bevolking import tekstcellen
from wetsanalyse.bevolking.getallen import Masker, leegte
from wetsanalyse.bevolking.omzetten import plat

Reeks = NDArray[Any]
"""Keys: whole numbers or texts."""
HEEL = r"^(0|-?[1-9]\d{0,17})$"


def als_reeks(cellen: pa.Array, als_getal: bool = False) -> tuple[Reeks, Masker]:
    """The keys, and where there is one. ``als_getal``: a text that is a number counts as that
    number; another text is then no key."""
    cellen = plat(cellen)
    if pt.is_string(cellen.type) and als_getal:
        kaal = tekstcellen.ontdaan(cellen)
        # 007 is a text: as a number it could not be told from 7.
        nul = pc.and_(pc.starts_with(kaal, "0"), pc.greater(pc.binary_length(kaal), 1))
        heel = None if pc.any(nul).as_py() else tekstcellen.gehele(kaal)
        if heel is None:
            goed = pc.match_substring_regex(kaal, HEEL)
            heel = pc.cast(pc.if_else(goed, kaal, pa.scalar(None, pa.string())), pa.int64())
        cellen = heel
    leeg = leegte(cellen)
    er = np.ones(len(cellen), np.bool_) if leeg is None else ~leeg
    if pt.is_string(cellen.type):
        # As UTF-8, which has the order of the texts themselves.
        return np.array(pc.fill_null(cellen.cast(pa.binary()), b"").to_pylist(), np.bytes_), er
    # What does not fit is no key.
    heel = pc.fill_null(pc.cast(cellen, pa.int64(), safe=False), 0)
    return np.asarray(heel.to_numpy(zero_copy_only=False), np.int64), er


def als_woord(sleutel: Any) -> str:
    """One key, for a person."""
    return sleutel.decode() if isinstance(sleutel, bytes) else str(sleutel)


@dataclass
class Sleutels:
    """Remembers which keys there were. As long as they rise, the last one is enough; ``eerder``
    gives those of the rows before, for when they do not (then eight bytes each are kept)."""

    eerder: Callable[[int], Iterable[Reeks]]
    laatste: Any = None
    aantal: int = 0
    stapels: list[Reeks] | None = field(default=None, repr=False)

    def dubbel(self, reeks: Reeks, er: Masker) -> Masker:
        """Which rows have a key that stood in an earlier row; the next rows at each call."""
        waar = np.zeros(len(reeks), np.bool_)
        plaatsen = np.flatnonzero(er)
        echt = reeks[plaatsen]
        if len(echt):
            waar[plaatsen] = self._dubbel(echt)
        self.aantal += len(reeks)
        return waar

    def _dubbel(self, reeks: Reeks) -> Masker:
        if self.stapels is None and self._stijgt(reeks):
            eerste = np.array([self.laatste is not None and reeks[0] == self.laatste])
            self.laatste = reeks[-1]
            return np.concatenate([eerste, reeks[1:] == reeks[:-1]])
        if self.stapels is None:
            self.stapels = []
            for oud in self.eerder(self.aantal):
                self._bewaar(np.sort(oud))
        volgorde = np.argsort(reeks, kind="stable")
        op_rij = reeks[volgorde]
        waar = np.zeros(len(reeks), np.bool_)
        waar[volgorde[1:]] = op_rij[1:] == op_rij[:-1]
        for stapel in self.stapels:
            plek = np.minimum(np.searchsorted(stapel, reeks), len(stapel) - 1)
            waar |= stapel[plek] == reeks
        self._bewaar(op_rij)
        return waar

    def _stijgt(self, reeks: Reeks) -> bool:
        na = self.laatste is None or reeks[0] >= self.laatste
        return bool(na and (reeks[1:] >= reeks[:-1]).all())

    def _bewaar(self, op_rij: Reeks) -> None:
        """Keep few sorted stacks, each at least twice as high as the next."""
        assert self.stapels is not None
        if len(op_rij) == 0:
            return
        while self.stapels and len(self.stapels[-1]) < 2 * len(op_rij):
            op_rij = np.sort(np.concatenate([self.stapels.pop(), op_rij]), kind="stable")
        self.stapels.append(op_rij)
