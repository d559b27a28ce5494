"""What a run of a population came to: as parts of a page, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from wetsanalyse.bevolking.draaien import Doel
from wetsanalyse.bevolking.kliffen import Drukmeting, Klifmeting
from wetsanalyse.bevolking.loop import Eindstand, Nevenmeting
from wetsanalyse.bevolking.netto import EURO, Netto
from wetsanalyse.bevolking.tellen import Groep, Maat, maat_van
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.report import opmaak
from wetsanalyse.report.cijfers import (
    ALLEN,
    DELEN,
    IEDEREEN,
    PLAATSDELEN,
    Cijfers,
    bedrag,
    cijfers,
    exact,
    getal,
    groepnaam,
    in_woorden,
)
from wetsanalyse.report.deelvorm import Deel, Figuurbeeld, Tabelbeeld, zonder_lege_kolommen
from wetsanalyse.report.klassen import drukklassen, plaatsen, spreiding
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.opmaak import aantal, eenheid_van
from wetsanalyse.report.stapvorm import druk_deel, klif_deel, meting_json
from wetsanalyse.report.tellingplaatje import Reeks, staven

SYNTHETISCH = (
    "Deze huishoudens zijn synthetisch: verzonnen, en alleen representatief voor de randtotalen "
    "waarop zij zijn gemaakt."
)


@dataclass(frozen=True)
class Gemeten:
    """Something to tell a total of: an outcome, or all of them together."""

    maat: Maat
    type: Type

    @property
    def telt(self) -> bool:
        """Whether more or less of it means something; of a text or a date it does not."""
        return self.type.is_getal or self.type.soort is Soort.BOOLEAN


@dataclass(frozen=True)
class Beeld:
    """All that is told of a run. ``redenen``: of an outcome that runs row by row: why."""

    eind: Eindstand
    doelen: Sequence[Doel]
    metingen: Sequence[Nevenmeting]
    redenen: Mapping[str, Sequence[str]]
    groep: Sequence[str]
    synthetisch: bool

    @property
    def gemeten(self) -> tuple[Gemeten, ...]:
        """What has a total, all together first."""
        samen = [Gemeten(m.maat, EURO) for m in self.metingen if isinstance(m, Netto)]
        return (*samen, *(Gemeten(maat_van(doel), doel.type) for doel in self.doelen))

    @cached_property
    def cijfers(self) -> Cijfers:
        maten = [g.maat for g in self.gemeten if g.telt]
        plekken = [g.maat for g in self.gemeten if not g.telt]
        verdeeld = []
        for meting in self.metingen:
            if isinstance(meting, Drukmeting):
                maten += [meting.maat, meting.einde]
                verdeeld.append(drukklassen(self.eind.telling, meting.maat))
            elif isinstance(meting, Klifmeting):
                maten += [meting.maat, meting.einde]
                plekken += [meting.ervoor, meting.erover]
                verdeeld += [plaatsen(self.eind.telling, m) for m in (meting.ervoor, meting.erover)]
        return cijfers(self.eind.telling, maten, plekken, verdeeld)

    @property
    def kop(self) -> str:
        return " · ".join(self.groep) or "wie"


# ------------------------------------------------------------------ the run itself


def loopzinnen(eind: Eindstand, redenen: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    snelheid = round(eind.rijen / eind.seconden) if eind.seconden else 0
    opzij, los = (getal(Fraction(n)) for n in (eind.opzij, eind.verslag.exact))
    rijen = aantal(eind.rijen, "rij", "rijen")
    zinnen = [
        f"{rijen} gerekend, {opzij} opzij gezet; {los} keer een rij één voor één.",
        f"{aantal(snelheid, 'rij', 'rijen')} per seconde. Zekerheid van het rekenen: exact.",
    ]
    if eind.hervat:
        zinnen.append(f"{eind.hervat} blokken waren al klaar en zijn niet opnieuw gerekend.")
    zinnen += [
        f"“{naam}” draait alleen exact, rij voor rij: {'; '.join(waarom)}"
        for naam, waarom in redenen.items()
    ]
    zinnen += [
        f"Fout in “{regel}”: {bericht} ({keer} keer)"
        for (regel, bericht), keer in eind.verslag.fouten.most_common(10)
    ]
    return tuple(zinnen)


def loopdeel(beeld: Beeld) -> Deel:
    return Deel("run", "De doorrekening", loopzinnen(beeld.eind, beeld.redenen))


# ------------------------------------------------------------------ outcomes


def delen(beeld: Beeld, *, plaatjes: bool) -> list[Deel]:
    """A part for each outcome, and for what was measured beside them."""
    c = beeld.cijfers
    uit = [
        _uitkomst(c, gemeten, beeld.kop, f"uitkomst-{nummer}", plaatjes)
        for nummer, gemeten in enumerate(beeld.gemeten, 1)
    ]
    for nummer, meting in enumerate(beeld.metingen, 1):
        if isinstance(meting, Drukmeting):
            uit.append(druk_deel(c, meting, beeld.kop, f"druk-{nummer}", plaatjes))
        elif isinstance(meting, Klifmeting):
            uit.append(klif_deel(c, meting, beeld.kop, f"klif-{nummer}"))
    return uit


def _uitkomst(c: Cijfers, gemeten: Gemeten, kop: str, id_: str, plaatjes: bool) -> Deel:
    maat, som = gemeten.maat, gemeten.type.is_getal
    titel = opmaak.hoofdletter(maat.naam)
    woorden: tuple[str, ...] = ("ja", "nee", "onder nul", "leeg", "onbekend")
    soorten: tuple[str, ...] = DELEN
    if som:
        woorden = ("boven nul", "nul", *woorden[2:])
    elif not gemeten.telt:
        woorden, soorten = ("met een waarde", "leeg", "onbekend"), PLAATSDELEN
    rijen = [
        [groepnaam(groep), c.tekst(groep, None, ALLEN),
         *(c.tekst(groep, maat, deel) for deel in soorten)]
        for groep in c.groepen
    ]  # fmt: skip
    koppen_, rijen_ = zonder_lege_kolommen((kop, "huishoudens", *woorden), rijen, 3)
    zinnen = []
    if som:
        koppen_ = (*koppen_, f"totaal{in_woorden(gemeten.type)}", "gemiddeld boven nul")
        rijen_ = tuple(
            (*rij, bedrag(c.bedrag(groep, maat), gemeten.type),
             bedrag(c.gemiddeld(groep, maat, "boven"), gemeten.type))
            for rij, groep in zip(rijen_, c.groepen, strict=True)
        )  # fmt: skip
        zinnen += _samen(c, gemeten)
        for kant, woord in (("boven", "hoogste"), ("onder", "laagste")):
            if (uiterste := c.uiterste(maat, kant)) is not None:
                waarde = opmaak.waarde(uiterste, eenheid_van(gemeten.type))
                zinnen.append(f"De {woord} waarde is {waarde}.")
    figuren = _plaatjes(c, gemeten, id_) if plaatjes and gemeten.telt else ()
    tabel = Tabelbeeld(f"{titel}, per groep", koppen_, rijen_)
    return Deel(id_, titel, tuple(zinnen), (tabel,), figuren)


def _samen(c: Cijfers, gemeten: Gemeten) -> list[str]:
    """What it all comes to, first; nothing where one of the two may not be told."""
    totaal, wie = c.bedrag(IEDEREEN, gemeten.maat), c.waarde(IEDEREEN, gemeten.maat, "boven")
    if totaal is None or wie is None:
        return []
    samen = opmaak.waarde(Fraction(round(totaal)), eenheid_van(gemeten.type))
    return [f"{getal(wie)} huishoudens hebben meer dan nul. Alle huishoudens samen: {samen}."]


def _plaatjes(c: Cijfers, gemeten: Gemeten, id_: str) -> tuple[Figuurbeeld, ...]:
    maat, uit = gemeten.maat, []
    titel = opmaak.hoofdletter(maat.naam)
    groepen = [g for g in c.groepen if g != IEDEREEN]
    if groepen:
        som = gemeten.type.is_getal
        waarden = [c.bedrag(g, maat) if som else c.waarde(g, maat, "boven") for g in groepen]
        as_ = f"totaal{in_woorden(gemeten.type)}" if som else "huishoudens"
        uit.append(staven(f"{id_}-groepen", f"{titel}: {as_} per groep",
                          [groepnaam(g) for g in groepen],
                          [Reeks(as_, tuple(waarden))], as_))  # fmt: skip
    verdeeld = None if maat.waarheid else spreiding(c, maat)
    if verdeeld is not None:
        namen, aantallen = verdeeld
        bijschrift = f"{titel}: wie niet nul heeft{in_woorden(gemeten.type)}"
        uit.append(staven(f"{id_}-spreiding", bijschrift, namen,
                          [Reeks("huishoudens", tuple(aantallen))], "huishoudens"))  # fmt: skip
    return tuple(uit)


# ------------------------------------------------------------------ JSON


def telling_json(beeld: Beeld) -> dict[str, Any]:
    eind, c = beeld.eind, beeld.cijfers
    return {
        "versie": VERSIE,
        **loop_json(eind, beeld.redenen, synthetisch=beeld.synthetisch),
        "groepen": [
            {
                "groep": list(groep),
                "huishoudens": exact(c.waarde(groep, None, ALLEN)),
                "uitkomsten": {
                    g.maat.naam: stand_json(c, groep, g.maat, g.telt) for g in beeld.gemeten
                },
                "metingen": [
                    meting_json(c, groep, m) for m in beeld.metingen if not isinstance(m, Netto)
                ],
            }
            for groep in c.groepen
        ],
    }


def loop_json(
    eind: Eindstand, redenen: Mapping[str, Sequence[str]], *, synthetisch: bool
) -> dict[str, Any]:
    return {
        "synthetisch": synthetisch,
        "zekerheid": "exact",
        "rijen": eind.rijen,
        "opzij": eind.opzij,
        "een_voor_een": eind.verslag.exact,
        "seconden": round(eind.seconden, 3),
        "alleen_exact": {naam: list(waarom) for naam, waarom in redenen.items()},
        "fouten": [
            {"regel": regel, "bericht": bericht, "keer": keer}
            for (regel, bericht), keer in sorted(eind.verslag.fouten.items())
        ],
    }


def stand_json(c: Cijfers, groep: Groep, maat: Maat, telt_: bool = True) -> dict[str, str | None]:
    """Exact numbers as text; None: too few to tell."""
    uit = {deel: exact(c.waarde(groep, maat, deel)) for deel in (DELEN if telt_ else PLAATSDELEN)}
    if telt_:
        uit = {NAMEN.get(deel, deel): waarde for deel, waarde in uit.items()}
        uit["totaal"] = exact(c.bedrag(groep, maat))
        uit["totaal_boven_nul"] = exact(c.bedrag(groep, maat, "som_boven"))
    return uit


NAMEN = {"boven": "boven_nul", "onder": "onder_nul"}

__all__ = [
    "SYNTHETISCH",
    "Beeld",
    "Gemeten",
    "delen",
    "loop_json",
    "loopdeel",
    "loopzinnen",
    "stand_json",
    "telling_json",
]
