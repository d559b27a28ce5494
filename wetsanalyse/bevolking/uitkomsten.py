"""Outcomes of a block of households as columns of a table, exactly, with their unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wetsanalyse.bevolking.getallen import VAN_EPOCH, Getallen, Masker
from wetsanalyse.bevolking.lezen import Gelezen
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.run.kolommen import Kolom

STATUSSEN = ("berekend", "leeg", "onbeslist", "fout")
"""What became of an outcome; only what is ``berekend`` has a value."""
BEREKEND, LEEG, ONBESLIST, FOUT = range(4)
STATUS = pa.dictionary(pa.int8(), pa.string())
"""A column of those words: each by its place."""
RIJ, HUISHOUDEN, GEWICHT = "rij", "huishouden", "gewicht"
CIJFERS = 19
"""So many digits has the largest number of 64 bits."""


@dataclass(frozen=True, slots=True)
class Uitvoerveld:
    """One outcome as a column. ``veel``: each of the many in a role has one, so the column holds
    lists."""

    naam: str
    type: Type
    veel: bool = False

    @property
    def status(self) -> str:
        """The column that says what became of it, where that is not plain."""
        return f"{self.naam} (status)"

    def veld(self) -> pa.Field:
        soort = arrow_type(self.type)
        gegevens = {"soort": str(self.type.soort.value)}
        if self.type.soort is Soort.PERCENTAGE:
            gegevens["eenheid"] = "%"
        elif self.type.eenheid:
            gegevens["eenheid"] = str(self.type.eenheid)
        return pa.field(self.naam, pa.list_(soort) if self.veel else soort, metadata=gegevens)


@dataclass(frozen=True, slots=True)
class Uitkomstkolom:
    """The values of one outcome. ``status``: places in `STATUSSEN` (None: all worked out, or
    leeg); ``grenzen``: where the members of each household begin and end, when there are many."""

    kolom: Kolom
    status: NDArray[np.uint8] | None = None
    grenzen: Getallen | None = None


def arrow_type(type_: Type) -> pa.DataType:
    """Numbers keep the decimals of the law; one without a fixed number of them is a text such as
    ``12.5`` or ``10/3``, which no rounding touched."""
    match type_.soort:
        case Soort.NUMERIEK | Soort.PERCENTAGE:
            if type_.decimalen is None:
                return pa.string()
            d = type_.decimalen
            return pa.decimal128(max(CIJFERS, d), d) if d else pa.int64()
        case Soort.DATUM:
            return pa.date32()
        case Soort.BOOLEAN:
            return pa.bool_()
        case _:
            return pa.string()


def kolom_van(kolom: Kolom, type_: Type, weg: Masker | None) -> pa.Array:
    """The values of a column; ``weg``: where there is none."""
    soort = arrow_type(type_)
    if kolom.teksten is not None:
        plaatsen = pa.array(kolom.waarden, mask=weg)
        return pa.array(kolom.teksten, pa.string()).take(plaatsen)
    if type_.is_getal:
        procent = 100 if type_.soort is Soort.PERCENTAGE else 1
        if type_.decimalen is None:
            return _breuken(kolom.waarden, Fraction(procent, kolom.schaal), weg)
        stap = Fraction(procent * 10**type_.decimalen, kolom.schaal)
        heel = np.where(weg, 0, kolom.waarden) if weg is not None else kolom.waarden
        return _decimalen(_maal(heel, stap), soort, weg)
    if soort == pa.date32():
        dagen = np.where(weg, VAN_EPOCH, kolom.waarden) if weg is not None else kolom.waarden
        return pa.array((dagen - VAN_EPOCH).astype(np.int32), soort, mask=weg)
    return pa.array(kolom.waarden != 0, soort, mask=weg)


def _maal(waarden: Getallen, stap: Fraction) -> Getallen:
    """Times a fraction; the rules saw to it that the answer is whole."""
    uit = waarden
    if stap.denominator != 1:
        uit, rest = np.divmod(uit, stap.denominator)
        assert not rest.any(), "een uitkomst heeft meer decimalen dan haar type"
    return uit * stap.numerator


def _decimalen(waarden: Getallen, soort: pa.DataType, weg: Masker | None) -> pa.Array:
    if soort == pa.int64():
        return pa.array(waarden, soort, mask=weg)
    helften = np.empty((len(waarden), 2), np.int64)
    helften[:, 0], helften[:, 1] = waarden, waarden >> 63
    er = None if weg is None else pa.array(~weg).buffers()[1]
    return pa.Array.from_buffers(soort, len(waarden), [er, pa.py_buffer(helften)])


def _breuken(waarden: Getallen, deel: Fraction, weg: Masker | None) -> pa.Array:
    anders, plaatsen = np.unique(waarden, return_inverse=True)
    teksten = [_als_tekst(int(w) * deel) for w in anders]
    return pa.array(teksten, pa.string()).take(pa.array(plaatsen, pa.int64(), mask=weg))


def _als_tekst(waarde: Fraction) -> str:
    """As a decimal number where that is exact, else as a fraction."""
    noemer, decimalen = waarde.denominator, 0
    while noemer % 10 == 0 or noemer % 5 == 0 or noemer % 2 == 0:
        noemer //= 10 if noemer % 10 == 0 else 5 if noemer % 5 == 0 else 2
        decimalen += 1
    if noemer != 1:
        return str(waarde)
    cijfers = f"{abs(int(waarde * 10**decimalen)):0{decimalen + 1}d}"
    heel, rest = cijfers[: len(cijfers) - decimalen], cijfers[len(cijfers) - decimalen :]
    teken = "-" if waarde < 0 else ""
    return f"{teken}{heel}.{rest}" if rest else f"{teken}{heel}"


# ------------------------------------------------------------------ a whole batch


def tabel(
    velden: Sequence[Uitvoerveld], gelezen: Gelezen, uitkomsten: Mapping[str, Uitkomstkolom]
) -> pa.RecordBatch:
    """The outcomes of a batch, each row with its number and its key. Every outcome has a column
    with its status beside it; the one who writes leaves out those that say nothing."""
    namen = [pa.field(RIJ, pa.int64(), nullable=False)]
    kolommen = [pa.array(gelezen.rijen, pa.int64())]
    if gelezen.sleutels is not None:
        namen.append(pa.field(HUISHOUDEN, gelezen.sleutels.type))
        kolommen.append(gelezen.sleutels)
    if gelezen.gewichten is not None:
        gewicht = Type(Soort.NUMERIEK, decimalen=len(str(gelezen.gewichten.schaal)) - 1)
        namen.append(pa.field(GEWICHT, arrow_type(gewicht)))
        kolommen.append(kolom_van(gelezen.gewichten, gewicht, None))
    bezet = {RIJ, HUISHOUDEN, GEWICHT, *(veld.naam for veld in velden)}
    for naam, groep in gelezen.groepen.items():
        namen.append(pa.field(f"{naam} (gegeven)" if naam in bezet else naam, groep.type))
        kolommen.append(groep)
    for veld in velden:
        waarden, status = _uitkomst(veld, uitkomsten[veld.naam])
        namen += [veld.veld(), pa.field(veld.status, status.type)]
        kolommen += [waarden, status]
    return pa.RecordBatch.from_arrays(kolommen, schema=pa.schema(namen))


def _uitkomst(veld: Uitvoerveld, uitkomst: Uitkomstkolom) -> tuple[pa.Array, pa.Array]:
    kolom = uitkomst.kolom
    status = np.zeros(len(kolom), np.uint8) if uitkomst.status is None else uitkomst.status
    if kolom.leeg is not None:
        status = np.where(kolom.leeg & (status == BEREKEND), np.uint8(LEEG), status)
    weg = status != BEREKEND
    waarden = kolom_van(kolom, veld.type, weg if weg.any() else None)
    woorden = pa.DictionaryArray.from_arrays(pa.array(status.astype(np.int8)), pa.array(STATUSSEN))
    if uitkomst.grenzen is None:
        return waarden, woorden
    grenzen = pa.array(uitkomst.grenzen.astype(np.int32))
    lijst = pa.ListArray.from_arrays
    return lijst(grenzen, waarden), lijst(grenzen, woorden)
