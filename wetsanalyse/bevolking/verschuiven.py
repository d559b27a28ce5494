"""The same households with one fact a little higher or lower.

Nothing is estimated: the whole law runs again over the households as they would be. Who has no
value for the fact, or would leave its range, is not moved, and is told apart.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

import numpy as np

from wetsanalyse.bevolking.indeling import namen_van, vouwkolom
from wetsanalyse.bevolking.omzetten import GRENZEN
from wetsanalyse.bevolking.vorm import ZELF, Veld, Vorm
from wetsanalyse.model.types import Soort
from wetsanalyse.run.kernel.waarde import GROOTST
from wetsanalyse.run.kolommen import Blok, Enkel, Kolom, Masker, invoerschaal
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout

GETAL = re.compile(r"-?\d+(?:,\d+|\.\d{1,2})?")
"""As in a law, with a comma; also with a point where that cannot be one between thousands."""

MEESTE_STAPPEN = 1000


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """A fact of the household itself (`ZELF`) or of who holds a role, and how far one step is, in
    the value itself (one percent is 1/100)."""

    wie: str
    veld: Veld
    stap: Fraction

    @property
    def naam(self) -> str:
        eigen = self.veld.eigenschap
        return eigen if self.wie == ZELF else f"{eigen} van de {self.wie}"

    @property
    def codes(self) -> int:
        """One step as it is counted in a column."""
        return int(self.stap * invoerschaal(self.veld.type))


@dataclass(frozen=True, slots=True)
class Verschoven:
    """``mee``: who was moved; ``einde``: who has the fact and could not be, at the end of its
    range. All others have no value there."""

    blok: Blok
    mee: Masker
    einde: Masker


def waarden_van(blok: Blok, v: Verschuiving) -> tuple[Kolom, Masker]:
    """The column of the fact, and who has it."""
    if v.wie == ZELF:
        kolom, er = blok.wortel[v.veld.eigenschap], np.ones(blok.n, np.bool_)
    else:
        rol = blok.enkel[v.wie]
        kolom, er = rol.kolommen[v.veld.eigenschap], rol.aanwezig
    return kolom, er if kolom.leeg is None else er & ~kolom.leeg


def verschuif(blok: Blok, v: Verschuiving, keer: int) -> Verschoven:
    """So many steps further."""
    kolom, er = waarden_van(blok, v)
    erbij = v.codes * keer
    laag, hoog = _grenzen(v.veld)
    kan = (kolom.waarden >= laag - erbij) & (kolom.waarden <= hoog - erbij)
    mee = er & kan
    nieuw = replace(kolom, waarden=kolom.waarden + np.where(mee, erbij, 0))
    return Verschoven(_met(blok, v, nieuw), mee, er & ~kan)


def _grenzen(veld: Veld) -> tuple[int, int]:
    """The lowest and the highest that a column can hold."""
    if veld.type.is_tijd:
        return date.min.toordinal(), date.max.toordinal()
    laag, hoog, _ = GRENZEN.get(veld.type.bereik or "", (None, None, ""))
    return -GROOTST if laag is None else laag, GROOTST if hoog is None else hoog


def _met(blok: Blok, v: Verschuiving, kolom: Kolom) -> Blok:
    naam = v.veld.eigenschap
    if v.wie == ZELF:
        return replace(blok, wortel={**blok.wortel, naam: kolom})
    rol = blok.enkel[v.wie]
    anders = Enkel(rol.aanwezig, {**rol.kolommen, naam: kolom})
    return replace(blok, enkel={**blok.enkel, v.wie: anders})


# ------------------------------------------------------------------ what is asked


def lees_verschuiving(vorm: Vorm, vraag: str, optie: str) -> Result[Verschuiving | None]:
    """``vermogen=1`` or ``toeslagpartner.toetsingsinkomen=100``; without a number one step is 1."""
    naam, _, stap = vraag.partition("=")
    kan = {
        vouwkolom(voor + spelling): (wie, veld, voor + veld.naam)
        for wie, voor, velden in (
            (ZELF, "", vorm.velden),
            *((rol.naam, f"{rol.naam}.", rol.velden) for rol in vorm.enkel),
        )
        for veld in velden.nodig
        if veld.type.is_getal or veld.type.soort is Soort.DATUM
        for spelling in namen_van(veld)
    }
    gevonden = kan.get(vouwkolom(naam.strip()))
    if gevonden is None:
        return Result(None, (_onbekend(naam.strip(), optie, [n for *_, n in kan.values()]),))
    wie, veld, _ = gevonden
    grootte = _stap(stap.strip() or "1", veld)
    if isinstance(grootte, str):
        bericht = f"{optie}: “{vraag}” kan niet: {grootte}"
        hulp = f"schrijf bijvoorbeeld {naam.strip()}=1"
        return Result(None, (fout("BEV-STAP", None, bericht, hulp=(hulp,)),))
    return Result(Verschuiving(wie, veld, grootte))


def _stap(tekst: str, veld: Veld) -> Fraction | str:
    """How far a step is, or what is wrong with it."""
    if not GETAL.fullmatch(tekst):
        return f"“{tekst}” is geen getal; een komma staat voor de decimalen, een punt kan niet"
    stap = Fraction(tekst.replace(",", "."))
    if veld.type.soort is Soort.PERCENTAGE:
        stap /= 100
    schaal = invoerschaal(veld.type)
    if not stap:
        return "een stap van nul verandert niets"
    if (stap * schaal).denominator != 1:
        return f"zo klein is “{veld.naam}” niet te verdelen"
    if abs(stap * schaal) >= GROOTST // MEESTE_STAPPEN:
        return "zo groot is geen waarde"
    return stap


def _onbekend(naam: str, optie: str, kan: list[str]) -> Diagnostic:
    dichtbij = difflib.get_close_matches(naam, kan, 1)
    hulp = (
        f"bedoelt u “{dichtbij[0]}”?" if dichtbij else "kies uit: " + ", ".join(dict.fromkeys(kan))
    )
    return fout(
        "BEV-AS", None,
        f"{optie}: langs “{naam}” is niets te verschuiven; dat kan langs een getal of een datum "
        "van het huishouden zelf, of van één ander",
        hulp=(hulp,),
    )  # fmt: skip


__all__ = ["Verschoven", "Verschuiving", "lees_verschuiving", "verschuif", "waarden_van"]
