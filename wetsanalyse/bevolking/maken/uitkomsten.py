"""What a run over the population came to, read from the file that the run wrote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from wetsanalyse.bevolking.maken.dobbel import Getallen
from wetsanalyse.bevolking.maken.verslag import Regelinguitkomst
from wetsanalyse.text import Result
from wetsanalyse.text.diagnostic import fout

GEWICHT, GROEP = "gewicht", "inkomensgroep"
SYNTHETISCH = b"wetsanalyse.synthetisch"


@dataclass
class _Som:
    """Running totals, in whole parts of the scale of the weight (and of the amount)."""

    ontvangers: int = 0
    bedrag: int = 0
    onbekend: int = 0
    per_groep: Counter[str] = field(default_factory=Counter)


def lees_uitkomst(pad: Path, kolom: str) -> Result[Regelinguitkomst | None]:
    """Recipients (who gets more than nothing), what they get together, and by income group."""
    try:
        bestand = pq.ParquetFile(pad)
    except (OSError, pa.ArrowInvalid):
        return _niet(f"{pad} is niet te lezen als Parquet", "draai de regeling met --uit ….parquet")
    schema = bestand.schema_arrow
    if (schema.metadata or {}).get(SYNTHETISCH) != b"ja":
        return _niet(f"{pad} gaat niet over een verzonnen bevolking",
                     "reken met een bestand van `wetsanalyse bevolking maak`")  # fmt: skip
    mist = [naam for naam in (kolom, GEWICHT) if naam not in schema.names]
    if mist:
        return _niet(f"in {pad} ontbreekt de kolom “{mist[0]}”", "draai de regeling opnieuw")
    if not _is_getal(schema.field(kolom).type):
        return _niet(f"in {pad} is “{kolom}” geen getal", "kies een uitkomst die een bedrag is")
    som = _Som()
    kolommen = [naam for naam in (kolom, GEWICHT, GROEP) if naam in schema.names]
    for deel in bestand.iter_batches(columns=kolommen):
        _tel(som, deel, kolom)
    weegt = _schaal(schema.field(GEWICHT).type)
    waard = weegt * _schaal(schema.field(kolom).type)
    deel_ = f"Van {som.onbekend} rijen is de uitkomst niet bekend; zij tellen als niets." if (
        som.onbekend
    ) else ""  # fmt: skip
    return Result(
        Regelinguitkomst(
            Fraction(som.ontvangers, weegt),
            Fraction(som.bedrag, waard),
            {f"groep {g}": Fraction(n, weegt) for g, n in sorted(som.per_groep.items())},
            deel_,
        )
    )


def _tel(som: _Som, deel: pa.RecordBatch, kolom: str) -> None:
    cellen = deel.column(kolom)
    bekend = np.asarray(cellen.is_valid())
    bedrag, gewicht = _heel(cellen), _heel(deel.column(GEWICHT))
    krijgt = bekend & (bedrag > 0)
    som.onbekend += int((~bekend).sum())
    som.ontvangers += _exact(gewicht[krijgt])
    # a product of two columns may be larger than 64 bits; weights are few, so sum by weight first
    for waarde in np.unique(gewicht[krijgt]):
        som.bedrag += int(waarde) * _exact(bedrag[krijgt & (gewicht == waarde)])
    if GROEP in deel.schema.names:
        groepen = deel.column(GROEP).to_numpy(zero_copy_only=False)
        for groep in np.unique(groepen[krijgt].astype(str)):
            som.per_groep[groep] += _exact(gewicht[krijgt & (groepen.astype(str) == groep)])


def _exact(rij: Getallen) -> int:
    """A sum that cannot run over: halves of 32 bits apart."""
    return (int((rij >> 32).sum()) << 32) + int((rij & 0xFFFFFFFF).sum())


def _is_getal(soort: Any) -> bool:
    return bool(pa.types.is_integer(soort) or pa.types.is_decimal128(soort))


def _schaal(soort: Any) -> int:
    return 10**soort.scale if pa.types.is_decimal(soort) else 1


def _heel(cellen: Any) -> Getallen:
    """Numbers as whole multiples of their scale; what is empty counts as 0."""
    vol = cellen.fill_null(0)
    if not pa.types.is_decimal(vol.type):
        return np.asarray(vol.to_numpy(zero_copy_only=False), np.int64)
    helften = np.frombuffer(vol.buffers()[1], np.int64).reshape(-1, 2)
    return np.asarray(helften[vol.offset : vol.offset + len(vol), 0])


def _niet(bericht: str, hulp: str) -> Result[None]:
    return Result(None, (fout("KP-UITKOMST", None, bericht, hulp=(hulp,)),))
