"""A hidden border in words: of whom, where it lies, for whom, and what happens there."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Drempelplek, VerborgenDrempel
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.report.opmaak import aantal, waarde


def drempelgegeven(v: VerborgenDrempel) -> str:
    """``geboortedatum van kind``; without the role where it is seen in more than one."""
    rollen = {p.wie for p in v.plekken}
    return f"{v.as_} van {rollen.pop()}" if len(rollen) == 1 else v.as_


def drempelplekken(v: VerborgenDrempel) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each place of the border, between what it lies and for which kinds of household."""
    eenheid = "datum" if v.eenheid == "dag" else v.eenheid
    geld = "€" if v.gevolg == NETTO else ""
    noem_rol = len({p.wie for p in v.plekken}) > 1
    return tuple(
        (
            f"{waarde(links, eenheid)} en {waarde(rechts, eenheid)}",
            tuple(_geval(p, geld, noem_rol) for p in plekken),
        )
        for (links, rechts), plekken in v.per_waarde.items()
    )


def _geval(p: Drempelplek, geld: str, noem_rol: bool) -> str:
    """``Aanvrager met kind: € 477 wordt € 955``."""
    rol = f" ({p.wie})" if noem_rol else ""
    return f"{p.huishouden}{rol}: {waarde(p.voor, geld)} wordt {waarde(p.na, geld)}"


def drempel_kort(v: VerborgenDrempel) -> str:
    """For a terminal: of each place one kind of household, and how many more."""
    regels = []
    for tussen, gevallen in drempelplekken(v):
        meer = len(gevallen) - 1
        nog = f"; ook voor {aantal(meer, 'ander', 'andere')}" if meer else ""
        regels.append(f"{tussen}: {gevallen[0]}{nog}")
    return "\n".join(regels)
