"""The population as an Arrow table, and the file that it is written to: the one module here that
knows pyarrow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from wetsanalyse import __version__
from wetsanalyse.bevolking.maken.cellen import HUUR
from wetsanalyse.bevolking.maken.dobbel import Getallen
from wetsanalyse.bevolking.maken.indeling import BRONNEN, SOORTEN, VERHUURDERS, VOLWASSEN, WONINGEN
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.trekken import Ja, Leden, Partij, Personen

EPOCHE = 719_163
"""``date(1970, 1, 1).toordinal()``: where Arrow's days begin."""
WEEGPLAATSEN = 9


@dataclass(frozen=True, slots=True)
class Jaargeld:
    """Brings an amount of the year of the margin to the year of the population: whole euros,
    rounded half up."""

    index: Fraction

    def __call__(self, bedrag: Getallen) -> Getallen:
        boven, onder = self.index.numerator, self.index.denominator
        return (2 * bedrag * boven + onder) // (2 * onder)


def basistabel(p: Partij, jaargeld: Jaargeld, gewicht: Fraction) -> pa.Table:
    """One row per household, as docs/bevolking-maken.md describes it."""
    huur = p.woning == HUUR
    partner = _personen(p.partner, jaargeld)
    return pa.table({
        "huishouden": p.nummer + 1,
        "gewicht": gewichten(gewicht, len(p)),
        "soort": woorden(p.soort, SOORTEN),
        "inkomensgroep": pa.array((p.groep + 1).astype(np.int8)),
        "inkomensbron": woorden(p.bron, BRONNEN),
        "woning": woorden(p.woning, WONINGEN),
        "verhuurder": woorden(p.verhuurder, VERHUURDERS, huur),
        "huur": decimaal(p.huur, 2, huur),
        "vermogen": p.vermogen,
        "hoofd": struct(_personen(p.hoofd, jaargeld)),
        "partner": struct({**partner, "gehuwd": p.gehuwd}, p.heeft_partner),
        "kinderen": lijst(p.kinderen, _personen(p.kinderen.personen, jaargeld)),
        "overige_leden": lijst(p.overigen, _personen(p.overigen.personen, jaargeld)),
    })  # fmt: skip


def _personen(wie: Personen, jaargeld: Jaargeld) -> dict[str, Any]:
    return {
        "geboortedatum": datum(wie.geboren),
        "leeftijd": wie.leeftijd.astype(np.int8),
        "inkomen": geheel(jaargeld(wie.inkomen), wie.leeftijd >= VOLWASSEN),
    }


# ------------------------------------------------------------------ columns


def geheel(waarden: Getallen, er: Ja | None = None) -> pa.Array:
    return pa.array(waarden, mask=None if er is None else ~er)


def leeg(aantal: int) -> pa.Array:
    """A column that nothing is known of; the law still expects it."""
    return pa.nulls(aantal, pa.int64())


def datum(dagen: Getallen) -> pa.Array:
    return pa.array((dagen - EPOCHE).astype(np.int32)).cast(pa.date32())


def woorden(nummers: Getallen, namen: tuple[str, ...], er: Ja | None = None) -> pa.Array:
    plaats = pa.array(nummers.astype(np.int8), mask=None if er is None else ~er)
    return pa.DictionaryArray.from_arrays(plaats, pa.array(namen))


def decimaal(waarden: Getallen, plaatsen: int, er: Ja | None = None) -> pa.Array:
    """Whole multiples of a power of ten as exact decimals: 128 bits, the upper half the sign."""
    helften = np.stack([waarden, waarden >> 63], axis=1)
    masker = None if er is None else pa.py_buffer(np.packbits(er, bitorder="little").tobytes())
    return pa.Array.from_buffers(
        pa.decimal128(18, plaatsen), len(waarden), [masker, pa.py_buffer(helften.tobytes())]
    )


def gewichten(gewicht: Fraction, aantal: int) -> pa.Array:
    """The same weight on every row, to nine decimals."""
    negende = (2 * gewicht.numerator * 10**WEEGPLAATSEN + gewicht.denominator) // (
        2 * gewicht.denominator
    )
    return decimaal(np.full(aantal, negende, np.int64), WEEGPLAATSEN)


def struct(velden: Mapping[str, Any], er: Ja | None = None) -> pa.Array:
    rijen = [pa.array(v) if isinstance(v, np.ndarray) else v for v in velden.values()]
    masker = None if er is None else pa.array(~er)
    return pa.StructArray.from_arrays(rijen, names=list(velden), mask=masker)


def lijst(leden: Leden, velden: Mapping[str, Any]) -> pa.Array:
    return pa.ListArray.from_arrays(pa.array(leden.grens.astype(np.int32)), struct(velden))


def tabel(kolommen: Mapping[str, Any]) -> pa.Table:
    return pa.table(dict(kolommen))


def constante(waarde: bool | int | Fraction | str, plaatsen: int, aantal: int) -> Any:
    """The same value on every row."""
    if isinstance(waarde, bool):
        return np.full(aantal, waarde)
    if isinstance(waarde, str):
        return woorden(np.zeros(aantal, np.int64), (waarde,))
    heel = int(waarde * 10**plaatsen)
    rij = np.full(aantal, heel, np.int64)
    return decimaal(rij, plaatsen) if plaatsen else rij


# ------------------------------------------------------------------ the file


def kenmerken(
    marges: Marges, huishoudens: int, zaad: int, jaar: int, index: Fraction, voor: str
) -> dict[str, str]:
    """What a file says of itself. That it is synthetic stands first, and with every file."""
    return {
        "wetsanalyse.synthetisch": "ja",
        "wetsanalyse.uitleg": "verzonnen huishoudens; representatief voor niets buiten de marges",
        "wetsanalyse.versie": __version__,
        "wetsanalyse.zaad": str(zaad),
        "wetsanalyse.huishoudens": str(huishoudens),
        "wetsanalyse.peildatum": f"{jaar}-01-01",
        "wetsanalyse.index_inkomen": str(index),
        "wetsanalyse.voor": voor,
        "wetsanalyse.marges": _json({m.id: m.herkomst.jaar for m in marges.marges}),
        "wetsanalyse.aannamen": _json(dict(marges.aannamen)),
        "wetsanalyse.weggelaten": _json([wat for wat, _ in marges.weggelaten]),
    }


def _json(ding: object) -> str:
    return json.dumps(ding, ensure_ascii=False)


def schrijf_tabellen(pad: Path, tabellen: Iterable[pa.Table], merken: Mapping[str, str]) -> int:
    """Write batch by batch to a file beside it, and rename at the end: a reader never sees half a
    population. The number of rows."""
    naast = pad.with_name(f".{pad.name}.deel")
    rijen, schrijver = 0, None
    try:
        for deel in tabellen:
            if schrijver is None:
                schema = deel.schema.with_metadata(dict(merken))
                schrijver = pq.ParquetWriter(naast, schema, compression="zstd")
            schrijver.write_table(deel.replace_schema_metadata(dict(merken)))
            rijen += deel.num_rows
        if schrijver is not None:
            schrijver.close()
            naast.replace(pad)
    finally:
        if schrijver is not None:
            schrijver.close()
        naast.unlink(missing_ok=True)
    return rijen


def lees_kenmerken(pad: Path) -> dict[str, str]:
    """What a file of ours says of itself."""
    ruw = pq.read_schema(pad).metadata or {}
    return {k.decode(): v.decode() for k, v in ruw.items() if k.startswith(b"wetsanalyse.")}
