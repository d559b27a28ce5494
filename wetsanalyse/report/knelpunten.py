"""The short list of bottlenecks: the list that a body which carries out the law hands in each
year. One thing that is hard is one bottleneck, however many patterns saw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rich.console import Console
from rich.text import Text

from wetsanalyse.analyses.bevinding import Bevinding, Getuige
from wetsanalyse.analyses.burgers.vormen import beschrijf
from wetsanalyse.model.model import Model
from wetsanalyse.report.dossier import KLASSEN
from wetsanalyse.report.opmaak import aantal, getal, hoofdletter, leesbaar, met_eenheid, opsomming
from wetsanalyse.report.waardevorm import als_getal


@dataclass(frozen=True, slots=True)
class Knelpunt:
    """What a reader has to know of a bottleneck. ``wie`` None: no citizen was needed to see it;
    ``uitweg`` None: no way out reaches it; ``namen``: the findings about it."""

    zin: str
    artikelen: tuple[str, ...]
    kosten: Fraction | None
    gewoon: Fraction | None
    """What the plausible citizen loses, where that is somebody else."""
    wie: str | None
    uitweg: str | None
    sterkte: Fraction
    klasse: str
    reden: str
    namen: tuple[str, ...]


def knelpunten(
    bevindingen: Sequence[Bevinding], model: Model, hoogstens: int
) -> tuple[Knelpunt, ...]:
    """The first so many, in the order of the findings; only what stands in the ranking."""
    per_oorzaak: dict[tuple[object, ...], list[Bevinding]] = {}
    for b in bevindingen:
        if b.telt:
            regels = {regel for blaam in b.blaamset for regel in blaam.regels} or set(b.regels)
            oorzaak = (b.as_, *sorted(regels)) if regels else (b.id,)
            per_oorzaak.setdefault(oorzaak, []).append(b)
    return tuple(_knelpunt(groep, model) for groep in list(per_oorzaak.values())[:hoogstens])


def _knelpunt(groep: Sequence[Bevinding], model: Model) -> Knelpunt:
    b = groep[0]
    getuige = max(b.getuigen, key=lambda g: g.verlies, default=None)
    routes = [r for r in b.dekking.rijen if r.dekt == "dekt" and r.sterkte > 0]
    beste = max(routes, key=lambda r: r.sterkte, default=None)
    plaatsen = dict.fromkeys(str(p) for blaam in b.blaamset for p in blaam.plaatsen)
    return Knelpunt(
        leesbaar(b.titel),
        tuple(plaatsen or map(str, b.herkomst)),
        getuige.verlies if getuige else None,
        b.aannemelijk.verlies if b.aannemelijk else None,
        _wie(getuige, model) if getuige else None,
        beste.route if beste else None,
        b.dekking.sterkte,
        b.klasse,
        b.klasse_reden,
        tuple(ander.id for ander in groep),
    )


def _wie(getuige: Getuige, model: Model) -> str:
    return f"{beschrijf(model, getuige.burger.huishouden)}: {leesbaar(getuige.omschrijving)}"


def toon_knelpunten(scherm: Console, lijst: Sequence[Knelpunt]) -> None:
    """The list on a terminal."""
    kop = aantal(len(lijst), "knelpunt", "knelpunten") if lijst else "Geen knelpunten"
    scherm.print(Text(hoofdletter(kop), style="bold"))
    for nummer, k in enumerate(lijst, 1):
        scherm.print(Text(f"\n{nummer}. {k.zin}", style="bold"))
        for naam, waarde in (*regels_van(k), ("bevindingen", ", ".join(k.namen))):
            scherm.print(Text(f"   {naam}: {waarde}"))
    scherm.print()


GEWONER = "bij een gewonere burger"
"""Who is as near to the modal person as the harm allows."""


def regels_van(k: Knelpunt) -> tuple[tuple[str, str], ...]:
    """What is told of a bottleneck, each with its name; which findings
    it is made of stands beside it."""
    uitweg = "geen" if k.uitweg is None else f"{k.uitweg} (sterkte {getal(k.sterkte)} van 5)"
    kosten = "onbekend" if k.kosten is None else met_eenheid(k.kosten, "€")
    regels = {
        "artikel": opsomming(k.artikelen) or "geen artikel genoemd",
        "kosten": kosten
        if k.gewoon is None
        else f"{kosten}; {GEWONER} {met_eenheid(k.gewoon, '€')}",
        "wie": k.wie or "geen burger: dit staat in de regels zelf",
        "uitweg": uitweg,
        "advies": f"{KLASSEN.get(k.klasse, k.klasse).partition(':')[0]}: {k.reden}",
    }
    return tuple(regels.items())


def knelpunt_json(k: Knelpunt) -> dict[str, Any]:
    """The same for a program, under the same names."""
    return {
        "knelpunt": k.zin,
        "artikelen": list(k.artikelen),
        "kosten": None if k.kosten is None else als_getal(k.kosten),
        "kosten_gewoon": None if k.gewoon is None else als_getal(k.gewoon),
        "wie": k.wie,
        "uitweg": k.uitweg,
        "sterkte": als_getal(k.sterkte),
        "klasse": k.klasse,
        "klasse_reden": k.reden,
        "bevindingen": list(k.namen),
    }
