"""For whom a report is: the body that carries a regulation out, or the ministry above it.

The findings stay what they are; only those of others are left out, and how many that are is
said. Nothing is guessed: a regulation of which nobody wrote down who carries it out is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek
from wetsanalyse.model.model import Model, Vindplaats
from wetsanalyse.model.tabel import vouw


def zoek_orgaan(model: Model, naam: str) -> str | None:
    """The body of that name, with or without an article before it."""
    gevraagd = {vouw(naam), vouw(naam).removeprefix("de ").removeprefix("het ")}
    return next((orgaan for orgaan in model.organen if vouw(orgaan) in gevraagd), None)


def organen_van(model: Model, plaatsen: Iterable[Vindplaats]) -> tuple[str, ...]:
    """Who carries out the regulations of these places, each followed by who stands above it."""
    gevonden: dict[str, None] = {}
    for plaats in plaatsen:
        regeling = model.regelingen.get(plaats.regeling)
        for orgaan in regeling.uitvoering if regeling else ():
            gevonden |= dict.fromkeys(_omhoog(model, orgaan))
    return tuple(gevonden)


def _omhoog(model: Model, orgaan: str | None) -> tuple[str, ...]:
    """A body and all above it. Who falls under himself stops there."""
    rij: list[str] = []
    while orgaan is not None and orgaan not in rij:
        rij.append(orgaan)
        eigen = model.organen.get(orgaan)
        orgaan = eigen.onder if eigen else None
    return tuple(rij)


def alleen_voor(onderzoek: Onderzoek, model: Model, orgaan: str) -> Onderzoek:
    """The same examination with only the findings that rest on a regulation of this body."""
    eigen: list[Bevinding] = []
    anders = van_niemand = 0
    for bevinding in onderzoek.bevindingen:
        organen = organen_van(model, bevinding.herkomst)
        if orgaan in organen:
            eigen.append(bevinding)
        elif organen:
            anders += 1
        else:
            van_niemand += 1
    punten = [f"dit rapport is voor {orgaan}; weggelaten: {_aantal(anders)} van een ander orgaan"]
    if van_niemand:
        punten.append(
            f"weggelaten: {_aantal(van_niemand)} uit een regeling zonder regel “uitvoering door …”"
        )
    return replace(
        onderzoek,
        bevindingen=tuple(eigen),
        open_punten=(*punten, *onderzoek.open_punten),
    )


def _aantal(n: int) -> str:
    return f"{n} bevinding" if n == 1 else f"{n} bevindingen"
