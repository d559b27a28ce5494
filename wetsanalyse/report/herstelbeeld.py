"""What a page shows of a repair experiment, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.analyses.herstel import Herstel, Herstelproef
from wetsanalyse.report.herstelvorm import KOPPEN, cellen, onder, stap, zinnen


@dataclass(frozen=True, slots=True)
class Herstelbeeld:
    """``delen``: of each variant its name, what it does in sentences, and its text;
    ``afgewezen``: the template and why it gives no text here."""

    bevinding: str
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    zonder: str
    onder: tuple[str, ...]
    delen: tuple[tuple[str, tuple[str, ...], str], ...]
    afgewezen: tuple[tuple[str, str], ...]


def herstelbeeld(h: Herstel) -> Herstelbeeld:
    return Herstelbeeld(
        h.bevinding.id,
        h.bevinding.titel,
        KOPPEN,
        tuple(cellen(p) for p in h.proeven),
        stap(h.proeven[0].voor) if h.proeven else "",
        onder(h) if h.proeven else (),
        tuple(_deel(p) for p in h.proeven),
        tuple((a.sjabloon, a.reden) for a in h.afgewezen),
    )


def _deel(p: Herstelproef) -> tuple[str, tuple[str, ...], str]:
    return f"{p.variant.id}: {p.variant.naam}", tuple(zinnen(p)), p.variant.tekst
