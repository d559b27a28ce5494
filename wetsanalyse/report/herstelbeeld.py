"""What a page shows of a repair experiment, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.analyses.herstel import Herstel, Herstelproef
from wetsanalyse.report.herstelvorm import (
    ASKOPPEN,
    GROEPSKOPPEN,
    asregel,
    groepsregels,
    onder,
    stap,
    zinnen,
)


@dataclass(frozen=True, slots=True)
class Herstelbeeld:
    """``groepen``: of each variant a line for each group; ``delen``: of each variant its name,
    what it does in sentences, and its text;
    ``afgewezen``: the template and why it gives no text here."""

    bevinding: str
    titel: str
    groepskoppen: tuple[str, ...]
    groepen: tuple[tuple[tuple[str, ...], ...], ...]
    askoppen: tuple[str, ...]
    as_: tuple[tuple[str, ...], ...]
    zonder: str
    onder: tuple[str, ...]
    delen: tuple[tuple[str, tuple[str, ...], str], ...]
    afgewezen: tuple[tuple[str, str], ...]


def herstelbeeld(h: Herstel) -> Herstelbeeld:
    return Herstelbeeld(
        h.bevinding.id,
        h.bevinding.titel,
        GROEPSKOPPEN,
        tuple(groepsregels(p) for p in h.proeven),
        ASKOPPEN,
        tuple(asregel(p) for p in h.proeven),
        stap(h.proeven[0].voor) if h.proeven else "",
        onder(h) if h.proeven else (),
        tuple(_deel(p) for p in h.proeven),
        tuple((a.sjabloon, a.reden) for a in h.afgewezen),
    )


def _deel(p: Herstelproef) -> tuple[str, tuple[str, ...], str]:
    return f"{p.variant.id}: {p.variant.naam}", tuple(zinnen(p)), p.variant.tekst
