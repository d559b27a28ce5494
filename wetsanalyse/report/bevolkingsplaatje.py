"""A margin as a picture: a bar for what came out, a mark for what was aimed at."""

from __future__ import annotations

import io
from fractions import Fraction

from wetsanalyse.bevolking.maken.verslag import Margeverslag
from wetsanalyse.report.bevolkingsvorm import in_eenheid
from wetsanalyse.report.opmaak import getal, hoofdletter
from wetsanalyse.report.plot import LETTER, LIJN, RASTER, SPRONG, STIJL
from wetsanalyse.report.svgvorm import maak_inbedbaar

BALK = "#7fa6c9"
"""Lighter than a line of the house, so that the mark of the aim stands out on it."""


def margeplaatje(m: Margeverslag, id_: str) -> str:
    """One margin with one row of classes, as an ``<svg>`` element."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    namen = [", ".join(r.klasse) for r in m.regels]
    plaatsen = list(range(len(namen)))
    with mpl.rc_context(STIJL):
        figuur = Figure(figsize=(5.4, 0.8 + 0.33 * len(namen)), layout="constrained")
        FigureCanvasSVG(figuur)
        vlak = figuur.add_subplot()
        uitkomsten = [float(r.uitkomst) for r in m.regels]
        vlak.barh(plaatsen, uitkomsten, height=0.62, color=BALK, edgecolor=LIJN, zorder=2)
        for plaats, r in zip(plaatsen, m.regels, strict=True):
            streven = float(r.streven)
            vlak.plot([streven] * 2, [plaats - 0.42, plaats + 0.42], color=SPRONG, lw=2.6, zorder=3)
        vlak.set_yticks(plaatsen, namen)
        vlak.invert_yaxis()
        vlak.xaxis.set_major_locator(MaxNLocator(4))
        vlak.xaxis.set_major_formatter(FuncFormatter(lambda x, _: getal(Fraction(round(x)))))
        vlak.grid(visible=True, axis="x", color=RASTER, linewidth=0.8)
        vlak.set_axisbelow(True)
        vlak.spines[["top", "right"]].set_visible(False)
        vlak.tick_params(axis="both", labelsize=LETTER - 1)
        uit = io.BytesIO()
        figuur.savefig(uit, format="svg", metadata={"Date": None, "Creator": None})
    return maak_inbedbaar(
        uit.getvalue().decode("utf-8"),
        id_=id_,
        titel=hoofdletter(m.marge.titel),
        beschrijving=_beschrijving(m),
    )


def _beschrijving(m: Margeverslag) -> str:
    delen = (
        f"{', '.join(r.klasse)}: {in_eenheid(r.uitkomst, m.eenheid)}, streven "
        f"{in_eenheid(r.streven, m.eenheid)}"
        for r in m.regels
    )
    return "; ".join(delen) + "."
