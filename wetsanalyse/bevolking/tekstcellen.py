"""Cells of a table of text as whole numbers: 12,50 and 3-4-2025, a whole column at a time."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wetsanalyse.bevolking.getallen import (
    TE_GROOT,
    VAN_EPOCH,
    Cellen,
    Getallen,
    Masker,
    datums,
    geheel,
    leegte,
    meer_decimalen,
    tienmacht,
)

CIJFERS = 18
"""Up to so many digits before the separator surely fit in 64 bits."""
JA, NEE = ("waar", "ja", "true", "1", "j"), ("onwaar", "nee", "false", "0", "n")
GEHEEL = b"0123456789-"


def _letters(cellen: pa.Array) -> NDArray[np.uint8]:
    """All bytes of a column behind each other: to see at a glance what does not occur."""
    if len(cellen) == 0:
        return np.zeros(0, np.uint8)
    grenzen = np.frombuffer(cellen.buffers()[1], np.int32, len(cellen) + 1, cellen.offset * 4)
    if grenzen[0] == grenzen[-1]:
        return np.zeros(0, np.uint8)
    return np.frombuffer(cellen.buffers()[2], np.uint8)[grenzen[0] : grenzen[-1]]


def alleen(cellen: pa.Array, tekens: bytes) -> bool:
    """Whether there are no other characters in a whole column."""
    mag = np.zeros(256, np.bool_)
    mag[list(tekens)] = True
    return bool(mag[_letters(cellen)].all())


def ontdaan(cellen: pa.Array) -> pa.Array:
    """Without the spaces around; a cell with nothing else has no value."""
    letters = _letters(cellen)
    wit = bool(((letters <= 32) | (letters >= 128)).any())
    kaal = pc.utf8_trim_whitespace(cellen) if wit else cellen
    leeg = pc.equal(pc.binary_length(kaal), 0)
    if not pc.any(leeg).as_py():
        return kaal
    return pc.if_else(leeg, pa.scalar(None, pa.string()), kaal)


def _waar(toets: pa.Array) -> Masker:
    return np.asarray(pc.fill_null(toets, False).to_numpy(zero_copy_only=False), np.bool_)


def _geheel(cijfers: pa.Array) -> Getallen:
    """Whole numbers, 0 where there are none."""
    heel = pc.fill_null(pc.cast(cijfers, pa.int64()), 0)
    return np.asarray(heel.to_numpy(zero_copy_only=False), np.int64)


def gehele(cellen: pa.Array) -> pa.Array | None:
    """A column of nothing but whole numbers, at once; None: it is something else."""
    if not alleen(cellen, GEHEEL):
        return None
    try:
        return pc.cast(cellen, pa.int64())
    except pa.ArrowInvalid:
        return None


def getal(cellen: pa.Array, decimalen: int, scheider: str) -> Cellen:
    """A number as a person writes it in such a table, without anything between thousands."""
    if (heel := gehele(cellen)) is not None:
        return geheel(heel, decimalen)
    komma = scheider != ","
    vorm = "12,5" if komma else "12.5"
    teken = "," if komma else "[.,]"
    delen = pc.extract_regex(cellen, rf"^(?P<min>-?)0*(?P<heel>\d+)(?:{teken}(?P<rest>\d*?)0*)?$")
    goed = _waar(pc.is_valid(delen))
    voor, achter = (pc.struct_field(delen, [naam]) for naam in ("heel", "rest"))
    klein = _waar(pc.less_equal(pc.binary_length(voor), CIJFERS))
    op_rooster = _waar(pc.less_equal(pc.binary_length(achter), decimalen))
    leesbaar = pa.array(goed & klein & op_rooster)
    niets = pa.scalar(None, pa.string())
    getal_, te_groot = tienmacht(_geheel(pc.if_else(leesbaar, voor, niets)), decimalen)
    if decimalen:
        rest = pc.utf8_rpad(pc.if_else(leesbaar, achter, niets), decimalen, "0")
        getal_ = getal_ + _geheel(rest)
        # Only where the whole part nearly fills 64 bits can this go over.
        te_groot = getal_ < 0 if not len(te_groot) else te_groot | (getal_ < 0)
    negatief = _waar(pc.equal(pc.struct_field(delen, ["min"]), "-"))
    punt = np.zeros(len(cellen), np.bool_)
    if komma and not goed.all():
        punt = _waar(pc.match_substring_regex(cellen, r"^-?\d+\.\d+$"))
    fouten = [
        (f"een punt kan hier van alles zijn; schrijf een getal als 1250 of {vorm}", punt),
        (f"dit is geen getal; schrijf 1250 of {vorm}, zonder teken tussen duizendtallen",
         ~goed & ~punt),
        (TE_GROOT, goed & ~klein),
        (meer_decimalen(decimalen), goed & klein & ~op_rooster),
    ]  # fmt: skip
    if len(te_groot):
        fouten.append((TE_GROOT, te_groot))
    return Cellen(np.where(negatief, -getal_, getal_), leegte(cellen)).met(fouten)


def datum(cellen: pa.Array) -> Cellen:
    """``jjjj-mm-dd`` or ``d-m-jjjj``."""
    if (dagen := _volle_datums(cellen)) is not None:
        return datums(dagen)
    voluit = r"^(?P<j>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})$"
    los = r"^(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<j>\d{4})$"
    delen = [pc.extract_regex(cellen, patroon) for patroon in (voluit, los)]
    jaar, maand, dag = (
        _geheel(pc.coalesce(*(pc.struct_field(deel, [naam]) for deel in delen))) for naam in "jmd"
    )
    kan = (jaar >= 1) & (maand >= 1) & (maand <= 12) & (dag >= 1)
    maanden = np.where(kan, (jaar - 1970) * 12 + maand - 1, 0).astype("datetime64[M]")
    dagen = maanden.astype("datetime64[D]") + np.where(kan, dag - 1, 0)
    kan &= dagen.astype("datetime64[M]") == maanden
    ordinaal = np.where(kan, dagen.astype(np.int64) + VAN_EPOCH, 0)
    fout = ("dit is geen datum; schrijf jjjj-mm-dd of d-m-jjjj", ~kan)
    return Cellen(ordinaal, leegte(cellen)).met([fout])


def _volle_datums(cellen: pa.Array) -> pa.Array | None:
    """A column of nothing but ``jjjj-mm-dd``, at once; None: it is something else."""
    lengten = pc.min_max(pc.binary_length(cellen)).as_py()
    if set(lengten.values()) != {10} or not alleen(cellen, GEHEEL):
        return None
    try:
        return pc.cast(cellen, pa.date32())
    except pa.ArrowInvalid:
        return None


def waarheid(cellen: pa.Array) -> Cellen:
    klein = pc.utf8_lower(cellen)
    ja = _waar(pc.is_in(klein, pa.array(JA)))
    nee = _waar(pc.is_in(klein, pa.array(NEE)))
    fout = ("dit is geen waar of onwaar; schrijf ja of nee", ~ja & ~nee)
    return Cellen(ja.astype(np.int64), leegte(cellen)).met([fout])
