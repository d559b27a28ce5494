"""Two laws over one population: who gains, who loses, and what it costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wetsanalyse.bevolking.loop import Eindstand
from wetsanalyse.bevolking.tellen import Groep
from wetsanalyse.bevolking.vergelijken import Aard, Paar
from wetsanalyse.model.model import Model
from wetsanalyse.model.types import Soort
from wetsanalyse.report import opmaak
from wetsanalyse.report.cijfers import (
    ALLEN,
    IEDEREEN,
    Cijfers,
    bedrag,
    cijfers,
    exact,
    groepnaam,
    in_woorden,
)
from wetsanalyse.report.deelvorm import Deel, Figuurbeeld, Tabelbeeld, zonder_lege_kolommen
from wetsanalyse.report.klassen import spreiding
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.opmaak import eenheid_van
from wetsanalyse.report.tellingpagina import pagina
from wetsanalyse.report.tellingplaatje import Reeks, staven
from wetsanalyse.report.tellingvorm import loop_json, loopzinnen, stand_json

OUD, NIEUW, VERSCHIL = "oud", "nieuw", "verschil"
WOORDEN = {
    Aard.VOORDEEL: ("erop vooruit", "gelijk", "erop achteruit"),
    Aard.NADEEL: ("erop vooruit", "gelijk", "erop achteruit"),
    Aard.GETAL: ("meer", "gelijk", "minder"),
    Aard.WAARHEID: ("erbij", "gelijk", "eraf"),
    Aard.ANDERS: ("anders", "gelijk", "niet te zeggen"),
}
"""Those for whom more is better, equal, worse; of other things: what became of them."""


@dataclass(frozen=True)
class Vergelijkbeeld:
    """All that is told of a comparison. ``namen``: what the two laws are called, and their day."""

    eind: Eindstand
    paren: Sequence[Paar]
    redenen: Mapping[str, Sequence[str]]
    groep: Sequence[str]
    wetten: tuple[tuple[str, Model, date], tuple[str, Model, date]]
    synthetisch: bool

    @property
    def cijfers(self) -> Cijfers:
        maten = [p.maat(wat) for p in self.paren for wat in (OUD, NIEUW, VERSCHIL)]
        return cijfers(self.eind.telling, maten)

    @property
    def kop(self) -> str:
        return " · ".join(self.groep) or "wie"


def beter_slechter(paar: Paar) -> tuple[str, str]:
    """Which side of the difference is better for a citizen, and which is worse."""
    return ("onder", "boven") if paar.aard is Aard.NADEEL else ("boven", "onder")


def delen(beeld: Vergelijkbeeld, *, plaatjes: bool) -> list[Deel]:
    c = beeld.cijfers
    return [
        _paar(c, paar, beeld.kop, f"uitkomst-{nummer}", plaatjes)
        for nummer, paar in enumerate(beeld.paren, 1)
    ]


def loopdeel(beeld: Vergelijkbeeld) -> Deel:
    wie = [
        f"{kant}: {naam} op {opmaak.datum(dag)}."
        for kant, (naam, _, dag) in zip(("OUD", "NIEUW"), beeld.wetten, strict=True)
    ]
    return Deel("run", "De vergelijking", (*wie, *loopzinnen(beeld.eind, beeld.redenen)))


def _paar(c: Cijfers, paar: Paar, kop: str, id_: str, plaatjes: bool) -> Deel:
    maat, (beter, slechter) = paar.maat(VERSCHIL), beter_slechter(paar)
    titel = opmaak.hoofdletter(paar.naam)
    telt = paar.aard not in (Aard.WAARHEID, Aard.ANDERS)
    rijen = [
        [groepnaam(g), c.tekst(g, None, ALLEN),
         *(c.tekst(g, maat, deel) for deel in (beter, "nul", slechter, "leeg", "onbekend"))]
        for g in c.groepen
    ]  # fmt: skip
    koppen, rijen_ = zonder_lege_kolommen(
        (kop, "huishoudens", *WOORDEN[paar.aard], "in geen van beide", "onbekend"), rijen, 5
    )
    tabellen = [Tabelbeeld(f"{titel}: wie het raakt", koppen, rijen_)]
    zinnen: list[str] = []
    if telt:
        tabellen.append(_geldtabel(c, paar, kop, titel))
        zinnen += _zinnen(c, paar)
    figuren = _plaatjes(c, paar, id_, titel) if plaatjes else ()
    return Deel(id_, titel, tuple(zinnen), tuple(tabellen), figuren)


def _geldtabel(c: Cijfers, paar: Paar, kop: str, titel: str) -> Tabelbeeld:
    """What it comes to: totals before and after, and the mean change on either side."""
    maat, (beter, slechter) = paar.maat(VERSCHIL), beter_slechter(paar)
    vooruit, _, achteruit = WOORDEN[paar.aard]
    rijen = []
    for g in c.groepen:
        cellen = [c.bedrag(g, paar.maat(OUD)), c.bedrag(g, paar.maat(NIEUW)), c.bedrag(g, maat),
                  c.gemiddeld(g, maat, beter), c.gemiddeld(g, maat, slechter)]  # fmt: skip
        rijen.append((groepnaam(g), *(bedrag(w, paar.type) for w in cellen)))
    koppen, rijen_ = zonder_lege_kolommen(
        (kop, "oud", "nieuw", "verschil", f"gemiddeld {vooruit}", f"gemiddeld {achteruit}"),
        rijen, 4,
    )  # fmt: skip
    return Tabelbeeld(f"{titel}: wat het is{in_woorden(paar.type)}", koppen, rijen_)


def _zinnen(c: Cijfers, paar: Paar) -> list[str]:
    maat, eenheid = paar.maat(VERSCHIL), eenheid_van(paar.type)
    uit = []
    kosten = c.bedrag(IEDEREEN, maat)
    if kosten is not None:
        woord = "meer" if kosten > 0 else "minder"
        rond = abs(kosten) if paar.type.soort is Soort.PERCENTAGE else round(abs(kosten))
        samen = opmaak.waarde(rond, eenheid)
        uit.append("Samen verandert er niets." if not kosten else f"Samen is het {samen} {woord}.")
    for kant, woord in (("boven", "De grootste stijging"), ("onder", "De grootste daling")):
        if (uiterste := c.uiterste(maat, kant)) is not None:
            uit.append(f"{woord} is {opmaak.waarde(abs(uiterste), eenheid)}.")
    return uit


def _plaatjes(c: Cijfers, paar: Paar, id_: str, titel: str) -> tuple[Figuurbeeld, ...]:
    maat, (beter, slechter) = paar.maat(VERSCHIL), beter_slechter(paar)
    vooruit, _, achteruit = WOORDEN[paar.aard]
    groepen = [g for g in c.groepen if g != IEDEREEN] or [IEDEREEN]
    reeksen = [Reeks(vooruit, tuple(c.waarde(g, maat, beter) for g in groepen))]
    if paar.aard is not Aard.ANDERS:
        links = tuple(c.waarde(g, maat, slechter) for g in groepen)
        reeksen.insert(0, Reeks(achteruit, links, links=True))
    uit = [
        staven(f"{id_}-groepen", f"{titel}: {achteruit} en {vooruit}",
               [groepnaam(g) for g in groepen], reeksen, "huishoudens")
    ]  # fmt: skip
    verdeeld = None if paar.aard in (Aard.ANDERS, Aard.WAARHEID) else spreiding(c, maat)
    if verdeeld is not None:
        namen, aantallen = verdeeld
        bijschrift = f"{titel}: het verschil van wie niet gelijk blijft{in_woorden(paar.type)}"
        uit.append(staven(f"{id_}-spreiding", bijschrift, namen,
                          [Reeks("huishoudens", tuple(aantallen))], "huishoudens"))  # fmt: skip
    return tuple(uit)


def vergelijkpagina(beeld: Vergelijkbeeld, bron: str) -> str:
    """The page of `wetsanalyse vergelijk`."""
    (oud, _, dag), (nieuw, _, later) = beeld.wetten
    kanten = (f"{oud} op {opmaak.datum(dag)}", f"{nieuw} op {opmaak.datum(later)}")
    wetten = [
        (f"{kant}: {naam}", model, op)
        for kant, (naam, model, op) in zip(("oud", "nieuw"), beeld.wetten, strict=True)
    ]
    return pagina(
        f"Van {kanten[0]} naar {kanten[1]}", beeld.eind, beeld.redenen, bron, wetten,
        delen(beeld, plaatjes=True), synthetisch=beeld.synthetisch,
    )  # fmt: skip


# ------------------------------------------------------------------ JSON


def vergelijk_json(beeld: Vergelijkbeeld) -> dict[str, Any]:
    c = beeld.cijfers
    return {
        "versie": VERSIE,
        **loop_json(beeld.eind, beeld.redenen, synthetisch=beeld.synthetisch),
        "wetten": [
            {"kant": kant, "naam": naam, "rekendatum": dag.isoformat()}
            for kant, (naam, _, dag) in zip(("oud", "nieuw"), beeld.wetten, strict=True)
        ],
        "groepen": [
            {
                "groep": list(groep),
                "huishoudens": exact(c.waarde(groep, None, ALLEN)),
                "uitkomsten": {paar.naam: _paar_json(c, groep, paar) for paar in beeld.paren},
            }
            for groep in c.groepen
        ],
    }


def _paar_json(c: Cijfers, groep: Groep, paar: Paar) -> dict[str, Any]:
    beter, slechter = beter_slechter(paar)
    maat = paar.maat(VERSCHIL)
    uit: dict[str, Any] = {
        "aard": paar.aard.value,
        "vooruit": exact(c.waarde(groep, maat, beter)),
        "gelijk": exact(c.waarde(groep, maat, "nul")),
        "achteruit": exact(c.waarde(groep, maat, slechter)),
    }
    if paar.aard is not Aard.ANDERS:
        uit |= {wat: stand_json(c, groep, paar.maat(wat)) for wat in (OUD, NIEUW, VERSCHIL)}
    if groep == IEDEREEN:
        uit["grootste_stijging"] = exact(c.uiterste(maat, "boven"))
        uit["grootste_daling"] = exact(c.uiterste(maat, "onder"))
        verdeeld = spreiding(c, maat)
        if verdeeld is not None:
            uit["verdeling"] = [
                {"klasse": naam, "huishoudens": exact(n)} for naam, n in zip(*verdeeld, strict=True)
            ]
    return uit


__all__ = ["Vergelijkbeeld", "delen", "loopdeel", "vergelijk_json", "vergelijkpagina"]
