"""A curve of an outcome along an axis, as SVG: exact pieces, and the jump marked.

The picture is only drawn from the exact ends of the pieces; nothing is sampled."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from wetsanalyse.plan.ops import InvoerSleutel, Op
from wetsanalyse.report.opmaak import aantal, eenheid_in_woorden, eenheid_van, hoofdletter, waarde
from wetsanalyse.report.svgvorm import maak_inbedbaar
from wetsanalyse.run.verloop import Grens, Stuk, Verloop, steilste

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LIJN, SPRONG, TEKST, RASTER = "#0b4f8a", "#a33a00", "#1a1a1a", "#d9d9d9"
LETTER = 11
STAPPEN = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12 * 10_000)  # months between dates
STIJL: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "wetsanalyse",
    "font.size": LETTER,
    "font.family": "sans-serif",
    "axes.edgecolor": "#595959",
    "axes.labelcolor": TEKST,
    "text.color": TEKST,
    "xtick.color": TEKST,
    "ytick.color": TEKST,
}


@dataclass(frozen=True, slots=True)
class Assen:
    """What stands along the two sides: names and units."""

    x_naam: str
    x_eenheid: str
    y_naam: str
    y_eenheid: str

    def x(self, getal: Any) -> str:
        return waarde(getal, self.x_eenheid)

    def y(self, getal: Any) -> str:
        return waarde(getal, self.y_eenheid)


@dataclass(frozen=True, slots=True)
class Stukrij:
    """One row of the table beside a curve."""

    van: str
    tot: str
    begin: str
    eind: str
    garantie: str


def assen_van(verloop: Verloop, y_naam: str = "") -> Assen:
    """Names and units from the plan."""
    steps = verloop.plan.steps
    doel = steps[verloop.doel]
    sleutel: InvoerSleutel = verloop.as_.sleutel
    x_type = next((s.type for s in steps if s.op is Op.INVOER and s.par == sleutel), None)
    naam = y_naam or doel.label or next(
        (n for n, slot in verloop.plan.vragen.items() if slot == verloop.doel), "de uitkomst"
    )  # fmt: skip
    x_eenheid = eenheid_van(x_type) if x_type else ""
    return Assen(
        f"{sleutel.eigenschap} van {sleutel.object}", x_eenheid, naam, eenheid_van(doel.type)
    )


def stukrijen(verloop: Verloop) -> tuple[Stukrij, ...]:
    """The curve as a table: the same facts for who does not see the picture."""
    assen, factor = assen_van(verloop), verloop.as_.eenheid
    return tuple(
        Stukrij(
            assen.x(s.van * factor),
            assen.x(s.tot * factor),
            assen.y(s.waarde_van),
            assen.y(s.waarde_tot),
            s.garantie,
        )
        for s in _rijen(verloop)
    )


def _rijen(verloop: Verloop) -> list[Stuk]:
    """Pieces next to each other on which the outcome stays the same are told as one."""
    rijen: list[Stuk] = []
    for stuk in verloop.stukken:
        vorige = rijen[-1] if rijen else None
        if (
            vorige is not None
            and vorige.waarde_van == vorige.waarde_tot == stuk.waarde_van == stuk.waarde_tot
            and vorige.richting == stuk.richting == 0
            and vorige.garantie == stuk.garantie
        ):
            rijen[-1] = replace(vorige, tot=stuk.tot)
        else:
            rijen.append(stuk)
    return rijen


def sprong_bij(verloop: Verloop, links: Fraction, rechts: Fraction) -> Grens | None:
    """The border that lies between two values of the axis, or holds them."""
    laag, hoog = sorted((links / verloop.as_.eenheid, rechts / verloop.as_.eenheid))
    binnen = [g for g in verloop.grenzen if laag <= g.links and g.rechts <= hoog]
    return max(binnen, key=lambda g: abs(g.sprong or Fraction(0)), default=None)


def curvenaam(verloop: Verloop) -> str:
    """``De zorgtoeslag per jaar van A, als het vermogen van A verandert``."""
    assen = assen_van(verloop)
    return f"{hoofdletter(assen.y_naam)} als {assen.x_naam} verandert"


def beschrijving(verloop: Verloop, markeer: Grens | None = None) -> str:
    """The curve in words, for a screen reader and for under the picture."""
    assen, factor = assen_van(verloop), verloop.as_.eenheid
    van, tot = assen.x(verloop.as_.van * factor), assen.x(verloop.as_.tot * factor)
    zin = f"{hoofdletter(assen.y_naam)} bij {assen.x_naam} van {van} tot {tot}."
    zin += f" Het verloop heeft {aantal(len(_rijen(verloop)), 'stuk', 'stukken')}."
    grens = markeer or steilste(verloop)
    if grens is not None:
        zin += (
            f" Bij {assen.x(grens.links * factor)} is de uitkomst {assen.y(grens.waarde_links)};"
            f" bij {assen.x(grens.rechts * factor)} is dat {assen.y(grens.waarde_rechts)}."
        )
    return zin


def verloop_svg(
    verloop: Verloop, bijschrift: str, markeer: Grens | None = None, *, id_: str = "verloop"
) -> str:
    """The curve as an ``<svg>`` element. ``markeer``: the border to mark, by default the one
    with the largest drop. ``id_`` keeps the ids of two pictures on one page apart."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    grens = markeer or steilste(verloop)
    assen = assen_van(verloop)
    with mpl.rc_context(STIJL):
        figuur = Figure(figsize=(7.6, 3.7), layout="constrained")
        FigureCanvasSVG(figuur)
        vlak = figuur.add_subplot()
        _teken_stukken(vlak, verloop)
        _richt_in(vlak, assen, verloop)
        if grens is not None:
            _teken_sprong(vlak, verloop, grens, assen)
        uit = io.BytesIO()
        figuur.savefig(uit, format="svg", metadata={"Date": None, "Creator": None})
    return maak_inbedbaar(
        uit.getvalue().decode("utf-8"),
        id_=id_,
        titel=bijschrift,
        beschrijving=beschrijving(verloop, grens),
    )


# ------------------------------------------------------------------ drawing


def _hoogte(ding: Any) -> float | None:
    """A place on the y axis; None: there is no number to draw."""
    if isinstance(ding, bool):
        return float(ding)
    return float(ding) if isinstance(ding, Fraction | int) else None


def _teken_stukken(vlak: Axes, verloop: Verloop) -> None:
    factor = verloop.as_.eenheid
    for stuk in verloop.stukken:
        begin, eind = _hoogte(stuk.waarde_van), _hoogte(stuk.waarde_tot)
        if begin is None or eind is None:
            continue
        xen = [float(stuk.van * factor), float(stuk.tot * factor)]
        soort = "-" if stuk.garantie == "exact" else ":"
        if stuk.van == stuk.tot:
            soort = "."
        vlak.plot(xen, [begin, eind], soort, color=LIJN, linewidth=2.4, zorder=3)


def _richt_in(vlak: Axes, assen: Assen, verloop: Verloop) -> None:
    from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

    for as_, eenheid in ((vlak.xaxis, assen.x_eenheid), (vlak.yaxis, assen.y_eenheid)):
        van, tot = as_.get_view_interval()
        datums = eerste_dagen(int(van), int(tot)) if eenheid == "datum" else []
        as_.set_major_locator(FixedLocator(datums) if datums else MaxNLocator(6))
        as_.set_major_formatter(FuncFormatter(_schaal(eenheid)))
    if all(isinstance(s.waarde_van, bool) for s in verloop.stukken):
        vlak.set_yticks([0, 1], ["nee", "ja"])
    laag, hoog = vlak.get_ylim()
    vlak.set_ylim(min(laag, 0), hoog + 0.16 * (hoog - min(laag, 0)))
    vlak.grid(visible=True, color=RASTER, linewidth=0.8)
    vlak.set_axisbelow(True)
    vlak.spines[["top", "right"]].set_visible(False)
    vlak.set_xlabel(_met(assen.x_naam, assen.x_eenheid))
    vlak.set_title(_met(assen.y_naam, assen.y_eenheid), loc="left", fontsize=LETTER)


def eerste_dagen(van: int, tot: int, hoogstens: int = 7) -> list[int]:
    """First days of months between two days, spread evenly; empty for a span of days."""
    dag, eind = date.fromordinal(max(van, 1)), date.fromordinal(tot)
    maanden = range(dag.year * 12 + dag.month, eind.year * 12 + eind.month)
    stap = next(s for s in STAPPEN if len(maanden) <= s * hoogstens)
    return [date(m // 12, m % 12 + 1, 1).toordinal() for m in maanden if m % stap == 0]


def _met(naam: str, eenheid: str) -> str:
    woorden = "" if eenheid in ("datum", "%") else eenheid_in_woorden(eenheid)
    return f"{naam} ({woorden})" if woorden else naam


def _schaal(eenheid: str) -> Any:
    kaal = eenheid if eenheid in ("datum", "%") else ""

    def toon(getal: float, _plaats: int) -> str:
        return waarde(Fraction(getal).limit_denominator(10_000), kaal)

    return toon


def _teken_sprong(vlak: Axes, verloop: Verloop, grens: Grens, assen: Assen) -> None:
    """A connector one unit wide, both ends marked, both amounts beside it."""
    factor = verloop.as_.eenheid
    xen = [float(grens.links * factor), float(grens.rechts * factor)]
    links, rechts = _hoogte(grens.waarde_links), _hoogte(grens.waarde_rechts)
    if links is None or rechts is None:
        vlak.axvline(xen[1], color=SPRONG, linewidth=2, linestyle="--")
        return
    vlak.plot(xen, [links, rechts], "--", color=SPRONG, linewidth=2.2, zorder=4)
    for x, hoogte, vulling in ((xen[0], links, SPRONG), (xen[1], rechts, "white")):
        vlak.plot(
            [x], [hoogte], "o", color=SPRONG, markersize=7, markerfacecolor=vulling,
            markeredgewidth=2, zorder=5,
        )  # fmt: skip
    hoog, laag = max(links, rechts), min(links, rechts)
    teksten = (
        (xen[0], links, f"bij {assen.x(grens.links * factor)}: {assen.y(grens.waarde_links)}"),
        (xen[1], rechts, f"bij {assen.x(grens.rechts * factor)}: {assen.y(grens.waarde_rechts)}"),
    )
    onder, boven = vlak.get_ylim()
    if hoog - laag < 0.12 * (boven - onder):  # too close for two labels
        _schrijf(vlak, max(xen), hoog, "\n".join(tekst for *_, tekst in teksten))
    else:
        for x, hoogte, tekst in teksten:
            _schrijf(vlak, x, hoogte, tekst)


def _schrijf(vlak: Axes, x: float, y: float, tekst: str) -> None:
    van, tot = vlak.get_xlim()
    kant = -1 if x > van + 0.58 * (tot - van) else 1
    vlak.annotate(
        tekst,
        (x, y),
        xytext=(10 * kant, 9),
        textcoords="offset points",
        ha="left" if kant > 0 else "right",
        va="bottom",
        color=SPRONG,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5, "alpha": 0.9},
        zorder=6,
    )
