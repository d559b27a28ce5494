"""Typed cells of a table as whole numbers, exactly: so many tenths, cents, days.

Nothing here goes row by row. Decimals come as 128 bits; they are taken apart as two halves of 64,
or as four of 32 where they must be divided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Masker = NDArray[np.bool_]
GROOTSTE = 2**63 - 1
VAN_EPOCH = 719_163
"""The ordinal of 1 January 1970, from which tables count their days."""
LAATSTE_DAG = 3_652_059
TE_GROOT = "dit getal is te groot om mee te rekenen"
PER_DAG = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


@dataclass(frozen=True, slots=True)
class Cellen:
    """``leeg``: where there is no value (None: nowhere). ``fouten``: reasons, each with the cells
    that have it; never cells that are leeg."""

    waarden: Getallen
    leeg: Masker | None = None
    fouten: tuple[tuple[str, Masker], ...] = ()

    def met(self, fouten: Iterable[tuple[str, Masker]]) -> Cellen:
        """The same with more faults; what is leeg is none, and what no cell has is left out."""
        vol = self.leeg
        echt = ((reden, waar if vol is None else waar & ~vol) for reden, waar in fouten)
        meer = tuple((reden, waar) for reden, waar in echt if waar.any())
        return Cellen(self.waarden, self.leeg, (*self.fouten, *meer)) if meer else self


def geen(aantal: int) -> Cellen:
    """Cells without any value."""
    return Cellen(np.zeros(aantal, np.int64), np.ones(aantal, np.bool_))


def leegte(cellen: pa.Array) -> Masker | None:
    """Where a column has no value."""
    if cellen.null_count == 0:
        return None
    return np.asarray(pc.is_null(cellen).to_numpy(zero_copy_only=False), np.bool_)


def _buffer(cellen: pa.Array, soort: str, per_cel: int = 1) -> NDArray[Any]:
    """The numbers as they lie in memory; what stands where there is no value is anything."""
    if len(cellen) == 0:
        return np.zeros(0, soort)
    begin = cellen.offset * per_cel * np.dtype(soort).itemsize
    return np.frombuffer(cellen.buffers()[1], soort, per_cel * len(cellen), begin)


def tienmacht(waarden: Getallen, macht: int) -> tuple[Getallen, Masker]:
    """Times a power of ten, and where that does not fit. The smallest number of all does not:
    its opposite is none."""
    if macht == 0:
        return waarden, waarden == -GROOTSTE - 1
    if macht > 18:
        return np.zeros_like(waarden), waarden != 0
    factor = 10**macht
    grens = GROOTSTE // factor
    te_groot = (waarden > grens) | (waarden < -grens)
    if not te_groot.any():
        return waarden * factor, np.zeros(0, np.bool_)
    return np.where(te_groot, 0, waarden) * factor, te_groot


def _met_fout(cellen: Cellen, reden: str, waar: Masker) -> Cellen:
    return cellen.met([(reden, waar)]) if len(waar) else cellen


def geheel(cellen: pa.Array, decimalen: int) -> Cellen:
    """A column of whole numbers of any width."""
    waarden = _buffer(cellen, cellen.type.to_pandas_dtype()().dtype.str)
    leeg = leegte(cellen)
    te_groot: Masker = np.zeros(0, np.bool_)
    if pt.is_uint64(cellen.type):
        te_groot = np.asarray(waarden > np.uint64(GROOTSTE), np.bool_)
        waarden = np.where(te_groot, 0, waarden)
    getal, meer = tienmacht(waarden.astype(np.int64, copy=False), decimalen)
    return _met_fout(_met_fout(Cellen(getal, leeg), TE_GROOT, te_groot), TE_GROOT, meer)


def decimaal(cellen: pa.Array, decimalen: int) -> Cellen:
    """A column of decimals; what has more of them than may be, is a fault (unless they are 0)."""
    if not pt.is_decimal128(cellen.type):
        cellen = cellen.cast(pa.decimal128(38, cellen.type.scale))
    helften = np.asarray(_buffer(cellen, "<u8", 2), np.uint64)
    laag, hoog = helften[0::2], helften[1::2].view(np.int64)
    leeg = leegte(cellen)
    te_veel = cellen.type.scale - decimalen
    if te_veel <= 0:
        waarden = laag.view(np.int64)
        past_niet = hoog != waarden >> 63
        getal, te_groot = tienmacht(np.where(past_niet, 0, waarden), -te_veel)
        return _met_fout(Cellen(getal, leeg).met([(TE_GROOT, past_niet)]), TE_GROOT, te_groot)
    getal, rest, past_niet = _gedeeld(laag, hoog, te_veel)
    return Cellen(getal, leeg).met([(TE_GROOT, past_niet), (meer_decimalen(decimalen), rest)])


def meer_decimalen(decimalen: int) -> str:
    if decimalen == 0:
        return "dit moet een geheel getal zijn"
    return f"dit getal heeft meer dan {decimalen} decima{'al' if decimalen == 1 else 'len'}"


def _gedeeld(
    laag: NDArray[np.uint64], hoog: Getallen, macht: int
) -> tuple[Getallen, Masker, Masker]:
    """Numbers of 128 bits divided by a power of ten: the quotient, where something is left, and
    where the quotient does not fit in 64 bits. Long division, nine digits at a time."""
    negatief = hoog < 0
    boven = hoog.view(np.uint64)
    onder = np.where(negatief, ~laag + np.uint64(1), laag)
    boven = np.where(negatief, ~boven + (laag == 0).astype(np.uint64), boven)
    masker, helft = np.uint64(0xFFFF_FFFF), np.uint64(32)
    delen = [boven >> helft, boven & masker, onder >> helft, onder & masker]
    over = np.zeros(len(laag), np.bool_)
    while macht > 0:
        deler = np.uint64(10 ** min(macht, 9))
        rest = np.zeros(len(laag), np.uint64)
        for plaats, deel in enumerate(delen):
            nu = (rest << helft) | deel
            delen[plaats], rest = nu // deler, nu % deler
        over |= rest != 0
        macht -= 9
    past_niet = (delen[0] != 0) | (delen[1] != 0) | (delen[2] >> np.uint64(31) != 0)
    getal = ((delen[2] << helft) | delen[3]).view(np.int64)
    getal = np.where(past_niet, 0, np.where(negatief, -getal, getal))
    return getal, over & ~past_niet, past_niet


def komma(cellen: pa.Array, decimalen: int) -> Cellen:
    """A column of doubles: each must be the very double that stands for a number with so many
    decimals, so that it is certain which number was meant."""
    waarden = np.asarray(_buffer(cellen, "<f8"), np.float64)
    eindig = np.isfinite(waarden)
    # Up to 2^51 no two numbers with these decimals share a double.
    grens = 2.0 ** (51 if decimalen else 53)
    veilig = np.where(eindig, waarden, 0.0)
    with np.errstate(over="ignore"):  # what runs over is too large, and said to be so
        maal = veilig * 10.0**decimalen
    te_groot = np.abs(maal) > grens
    heel = np.rint(np.where(te_groot, 0.0, maal))
    naast = ~te_groot & (heel / 10.0**decimalen != veilig)
    fouten = (
        ("dit is geen getal (NaN of oneindig)", ~eindig),
        ("dit kommagetal is te groot om exact te zijn", te_groot),
        (meer_decimalen(decimalen), naast),
    )
    return Cellen(heel.astype(np.int64), leegte(cellen)).met(fouten)


def datums(cellen: pa.Array) -> Cellen:
    """A column of days, or of moments that all are the first of a day."""
    leeg = leegte(cellen)
    rest = np.zeros(0, np.bool_)
    if pt.is_date32(cellen.type):
        dagen = np.asarray(_buffer(cellen, "<i4"), np.int64)
    else:
        per_dag = PER_DAG["ms" if pt.is_date64(cellen.type) else cellen.type.unit]
        momenten = np.asarray(_buffer(cellen, "<i8"), np.int64)
        dagen = momenten // per_dag
        rest = momenten != dagen * per_dag
    dag = dagen + VAN_EPOCH
    buiten = (dag < 1) | (dag > LAATSTE_DAG)
    uit = Cellen(dag, leeg).met([("deze datum ligt niet in het jaar 1 tot en met 9999", buiten)])
    return _met_fout(uit, "hier staat ook een tijd; geef alleen de datum", rest)


def waarheden(cellen: pa.Array) -> Cellen:
    bits = pc.cast(cellen, pa.uint8())
    return Cellen(_buffer(bits, "<u1").astype(np.int64), leegte(cellen))
