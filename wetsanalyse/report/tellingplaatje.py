"""Counts as bars: one row of bars, or two that lean away from each other."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.report.cijfers import getal
from wetsanalyse.report.deelvorm import Figuurbeeld
from wetsanalyse.report.plot import LETTER, LIJN, RASTER, SPRONG, STIJL
from wetsanalyse.report.svgvorm import maak_inbedbaar

BLAUW, ORANJE = "#7fa6c9", "#e3a27f"
STREEP = "////"
"""Colour is never the only sign: what leans left is hatched."""


@dataclass(frozen=True, slots=True)
class Reeks:
    """A row of bars; None: that number is not told, and has no bar."""

    naam: str
    waarden: tuple[Fraction | None, ...]
    links: bool = False


def staven(
    id_: str, titel: str, namen: Sequence[str], reeksen: Sequence[Reeks], as_: str
) -> Figuurbeeld:
    """Bars with their names, as an ``<svg>`` with the same in words."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    plaatsen = list(range(len(namen)))
    tegenover = any(reeks.links for reeks in reeksen)
    with mpl.rc_context({**STIJL, "hatch.linewidth": 0.6}):
        figuur = Figure(figsize=(7.2, 0.95 + 0.32 * len(namen)), layout="constrained")
        FigureCanvasSVG(figuur)
        vlak = figuur.add_subplot()
        for reeks in reeksen:
            kant = -1 if reeks.links else 1
            vlak.barh(
                plaatsen,
                [kant * float(w or 0) for w in reeks.waarden],
                height=0.66,
                color=ORANJE if reeks.links else BLAUW,
                edgecolor=SPRONG if reeks.links else LIJN,
                hatch=STREEP if reeks.links else None,
                label=reeks.naam,
                zorder=2,
            )
        for plaats in plaatsen:
            if all(reeks.waarden[plaats] is None for reeks in reeksen):
                vlak.text(0, plaats, " niet getoond", va="center", fontsize=LETTER - 2)
        vlak.set_yticks(plaatsen, namen)
        vlak.invert_yaxis()
        vlak.xaxis.set_major_locator(MaxNLocator(5))
        vlak.xaxis.set_major_formatter(
            FuncFormatter(lambda x, _: getal(Fraction(round(abs(x) if tegenover else x))))
        )
        vlak.axvline(0, color="#595959", linewidth=0.8)
        vlak.set_xlabel(as_)
        vlak.grid(visible=True, axis="x", color=RASTER, linewidth=0.8)
        vlak.set_axisbelow(True)
        vlak.spines[["top", "right"]].set_visible(False)
        vlak.tick_params(axis="both", labelsize=LETTER - 1)
        if len(reeksen) > 1:
            figuur.legend(loc="outside upper right", ncols=len(reeksen), frameon=False,
                          fontsize=LETTER - 1)  # fmt: skip
        uit = io.BytesIO()
        figuur.savefig(uit, format="svg", metadata={"Date": None, "Creator": None})
    tekst = "; ".join(
        f"{naam}: "
        + ", ".join(
            (f"{reeks.naam} " if len(reeksen) > 1 else "")
            + (getal(w) if (w := reeks.waarden[plaats]) is not None else "niet getoond")
            for reeks in reeksen
        )
        for plaats, naam in enumerate(namen)
    )
    svg = maak_inbedbaar(
        uit.getvalue().decode("utf-8"), id_=id_, titel=titel, beschrijving=f"{as_}. {tekst}."
    )
    return Figuurbeeld(titel, svg)


__all__ = ["Reeks", "staven"]
