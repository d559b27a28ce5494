"""docs/patronen.md, made from the patterns and the data that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from wetsanalyse.analyses.maten.drempels import pakketdata
from wetsanalyse.analyses.patronen import PATRONEN

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "patronen.md"
SOORTEN = {
    "P": "één burger",
    "2P": "twee burgers naast elkaar",
    "kP": "meer burgers, of meer regels tegelijk",
    "G": "de regels zelf, zonder burger",
}
KOP = """\
# Patronen van hardheid

<!-- Gemaakt door `make docs` uit de patronen en de gegevens van het pakket. Wijzig het daar. -->

Het onderzoek zoekt naar vaste patronen: manieren waarop een wet hard kan uitpakken. Geen patroon
kent een wet. Elk patroon stelt één vraag, laat een bewijs zien en kan zich op een bekende manier
vergissen.

Alle drempels en sterktes op deze bladzijde zijn een eigen keuze. Geen jurist heeft ze ondertekend.
"""
DREMPELUITLEG = """\
## Drempels

Vanaf welk getal is iets hard? Een blok `Evenredigheidsnorm` in een model gaat voor. Een bedrag
geldt per jaar en groeit mee met het `venster` van de uitkomst.
"""
ROUTEUITLEG = """\
## Algemene uitwegen

Een clausule in de regeling zelf is een uitweg. Daarnaast zijn er algemene uitwegen, die voor veel
regelingen gelden. Een leeg vak betekent: geldt voor alles. Een uitweg dekt een gevolg als zij past
bij het niveau van de regeling, de bevoegdheid en de soort stap, op de dag van het onderzoek.

| sterkte | betekenis |
|---|---|
| 5 | de regel is zelf evenredig |
| 4 | een eigen clausule die ambtshalve werkt |
| 3 | een clausule of weging waarom de burger kan vragen |
| 2 | toetsing van een algemeen voorschrift |
| 1 | alleen wat de wetgever niet heeft voorzien |
| 0 | niets |

Een clausule in de regeling begint op 4 (ambtshalve) of 3. Daar gaat 2 af als zij alleen voor
groepen is, 1 als zij alleen in een algemene regel kan, en 1 als een open norm geen beslisser heeft.
Zonder rechtsmiddel is zij 0.
"""


def pagina() -> str:
    return "\n".join([KOP, *_patronen(), DREMPELUITLEG, *_drempels(), ROUTEUITLEG, *_routes()])


def _patronen() -> Iterator[str]:
    for p in PATRONEN:
        yield f"## {p.id} {p.naam}\n"
        yield f"**{p.vraag}**\n"
        yield f"- Kijkt naar: {' of '.join(SOORTEN[s] for s in p.soort.split('/'))}."
        yield f"- Bewijs: {p.bewijs}."
        yield f"- Kan vals alarm zijn: {p.vals_alarm}."
        for naam, veld in pakketdata("drempels.yaml").get(p.id, {}).items():
            yield f"- Drempel *{naam}*: {_maat(veld)}."
        yield ""


def _maat(veld: Mapping[str, Any]) -> str:
    waarde, eenheid = str(veld["waarde"]), veld["eenheid"]
    vormen = {"€": f"{waarde} euro", "sterkte": f"sterkte {waarde}"}
    vormen |= {"verhouding": f"{waarde} maal de tekortkoming"}
    if eenheid == "deel":
        return f"{Fraction(waarde) * 100} procent"
    return vormen.get(eenheid, f"{waarde} {eenheid}")


def _drempels() -> Iterator[str]:
    yield "| patroon | drempel | waarde | bron | eigenaar |\n|---|---|---|---|---|"
    for id_, velden in pakketdata("drempels.yaml").items():
        for naam, veld in velden.items():
            yield f"| {id_} | {naam} | {_maat(veld)} | {veld['bron']} | {veld['eigenaar']} |"
    yield ""


def _routes() -> Iterator[str]:
    yield "| uitweg | niveau | bevoegdheid | soort stap | sterkte | geldt | bron |"
    yield "|---|---|---|---|---|---|---|"
    for rij in pakketdata("vluchtroutes.yaml"):
        vakken = [
            rij["route"],
            *(", ".join(rij.get(veld) or ()) for veld in ("niveau", "bevoegdheid", "stap")),
            str(rij["sterkte"]),
            _periode(rij.get("geldig_van"), rij.get("geldig_tot")),
            rij["bron"] + _alleen(rij.get("regeling")) + _open(rij.get("onbevestigd")),
        ]
        yield f"| {' | '.join(vakken)} |"
    yield ""


def _alleen(bwb: list[str] | None) -> str:
    return f" (alleen voor stappen in {', '.join(bwb)} zelf)" if bwb else ""


def _open(onbevestigd: str | None) -> str:
    return f" (onbevestigd: {onbevestigd})" if onbevestigd else ""


def _periode(van: date | None, tot: date | None) -> str:
    if van and tot:
        return f"{_dag(van)} t/m {_dag(tot)}"
    if van:
        return f"vanaf {_dag(van)}"
    return f"t/m {_dag(tot)}" if tot else ""


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
