"""The thresholds of the patterns: shipped data, overridden by an Evenredigheidsnorm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any

import yaml

from wetsanalyse.analyses.bevinding import Drempel
from wetsanalyse.analyses.maten.maatbestand import Knoop, Maatlezer
from wetsanalyse.model.model import Evenredigheidsnorm, Model
from wetsanalyse.text import Result, Source


def pakketdata(naam: str) -> Any:
    """A YAML file that ships with the package. Numbers stay exact: fractions are text."""
    tekst = (resources.files("wetsanalyse") / "data" / naam).read_text("utf-8")
    return yaml.safe_load(tekst)


VERPLICHT = ("waarde", "bron", "eigenaar")
VELDEN = (*VERPLICHT, "eenheid")
Tabel = Mapping[str, Mapping[str, Drempel]]
"""Pattern id -> name of the threshold -> threshold."""


@cache
def standaard() -> Tabel:
    """What ships with the package."""
    return {
        patroon: {
            naam: Drempel(
                naam,
                Fraction(str(veld["waarde"])),
                veld["eenheid"],
                veld["bron"],
                veld["eigenaar"],
            )
            for naam, veld in velden.items()
        }
        for patroon, velden in pakketdata("drempels.yaml").items()
    }


def lees_drempels(bron: Source) -> Result[Tabel]:
    """A user's file over what ships: only thresholds that a pattern has, each with its source and
    its owner. Every fault in it at once."""
    lezer = Maatlezer(bron)
    basis = standaard()
    nieuw = {patroon: dict(velden) for patroon, velden in basis.items()}
    document = lezer.document()
    patronen = lezer.velden(document, "de drempels", tuple(basis)) if document is not None else {}
    for patroon, knoop in patronen.items():
        for naam, rij in lezer.velden(knoop, patroon, tuple(basis[patroon])).items():
            drempel = _drempel(lezer, basis[patroon][naam], rij)
            if drempel is not None:
                nieuw[patroon][naam] = drempel
    return Result(nieuw, tuple(lezer.meldingen))


def _drempel(lezer: Maatlezer, basis: Drempel, rij: Knoop) -> Drempel | None:
    wat = f"de drempel “{basis.naam}”"
    velden = lezer.velden(rij, wat, VELDEN)
    if not velden or not lezer.eis(rij, velden, wat, VERPLICHT):
        return None
    waarde = lezer.getal(velden["waarde"])
    bron, eigenaar, eenheid = (lezer.tekst(velden.get(v)) for v in ("bron", "eigenaar", "eenheid"))
    if eenheid is not None and eenheid != basis.eenheid:
        lezer.meld("MS-ONBEKEND", velden["eenheid"], f"{wat} is in {basis.eenheid}",
                   "reken het getal om, of laat de eenheid weg")  # fmt: skip
    if waarde is not None and waarde < 0:
        lezer.meld("MS-GETAL", velden["waarde"], "een drempel is niet kleiner dan 0")
        return None
    if waarde is None or bron is None or eigenaar is None:
        return None
    return Drempel(basis.naam, waarde, basis.eenheid, bron, eigenaar)


NAMEN = {
    "P01": "klif",
    "P02": "marginale druk",
    "P03": "alles-of-niets",
    "P04": "onevenredige sanctie",
    "P05": "bestaansminimum",
    "P06": "fatale termijn",
    "P07": "doenlast",
    "P08": "cumulatie",
    "P09": "niet-monotonie",
    "P10": "ongelijke behandeling",
    "P11": "terugwerkende kracht",
    "P12": "keteneffect",
    "P13": "geen weg terug",
    "P14": "discretievacuüm",
    "P15": "clausule buiten bereik",
    "P16": "dode clausule",
    "P17": "overheidsoorzaak",
    "P18": "verborgen drempel",
}


@dataclass(frozen=True, slots=True)
class Drempels:
    """What holds for one model. ``tabel``: the thresholds that an
    Evenredigheidsnorm goes before (None: what ships)."""

    model: Model
    tabel: Tabel | None = field(default=None, repr=False)

    def normen(self, patroon: str) -> tuple[Evenredigheidsnorm, ...]:
        """The norms of the model for a pattern, named by its id, its name, or both."""
        return tuple(n for n in self.model.normen if is_patroon(n.patroon, patroon))

    def van(self, patroon: str, naam: str, norm: Evenredigheidsnorm | None = None) -> Drempel:
        """One threshold: of the given norm, of the first norm for this pattern, or the default."""
        gekozen = norm or next(iter(self.normen(patroon)), None)
        basis = (self.tabel or standaard())[patroon][naam]
        if gekozen is not None and naam in gekozen.drempels:
            bron = gekozen.bron or f"Evenredigheidsnorm {gekozen.naam}"
            return Drempel(naam, gekozen.drempels[naam], basis.eenheid, bron, gekozen.naam)
        return basis


def is_patroon(tekst: str, id_: str) -> bool:
    woorden = tekst.casefold().split(maxsplit=1)
    return bool(woorden) and (woorden[0] == id_.casefold() or tekst.casefold() == NAMEN[id_])
