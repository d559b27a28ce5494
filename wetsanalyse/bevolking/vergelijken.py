"""Two versions of a law over the same households, in one pass.

The columns are those that either law needs. Of every household each outcome is worked out twice,
and what is counted is the difference: new less old.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

import numpy as np

from wetsanalyse.bevolking.draaien import Doel, Draaier, Verslag
from wetsanalyse.bevolking.kolomrekenen import kolom_met, niets, samen, status_van
from wetsanalyse.bevolking.lezen import Gelezen
from wetsanalyse.bevolking.loop import Batch
from wetsanalyse.bevolking.netto import EURO, SAMEN, Bijdrage, bijdragen, netto
from wetsanalyse.bevolking.tellen import Maat, naam_van, tel, trede_van
from wetsanalyse.bevolking.uitkomsten import LEEG, Uitkomstkolom, Uitvoerveld, tabel
from wetsanalyse.bevolking.verenigen import NIEUW, OUD, ander_soort, past_bij
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.run.kolommen import Blok
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import opmerking


class Aard(Enum):
    """What more of an outcome is to a citizen."""

    VOORDEEL = "voordeel"
    NADEEL = "nadeel"
    GETAL = "getal"
    WAARHEID = "waarheid"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class Paar:
    """One outcome in both laws. None: that law does not have it, and gives nobody anything."""

    naam: str
    type: Type
    aard: Aard
    oud: Doel | None
    nieuw: Doel | None
    veel: bool = False

    def maat(self, wat: str) -> Maat:
        """``wat``: oud, nieuw or verschil."""
        waarheid = self.aard is Aard.ANDERS or (self.aard is Aard.WAARHEID and wat != "verschil")
        trede = trede_van(self.type)
        if wat == "verschil" and self.aard is not Aard.WAARHEID:
            trede /= 10  # a change is smaller than what changes
        return Maat(f"{self.naam} ({wat})", trede, waarheid)


@dataclass(frozen=True)
class Zijde:
    """One of the two laws."""

    draaier: Draaier
    bijdragen: tuple[Bijdrage, ...]

    def reken(self, blok: Blok) -> tuple[dict[Doel, Uitkomstkolom], Verslag]:
        return self.draaier.reken(past_bij(blok, self.draaier.vorm))


def zijde(draaier: Draaier) -> Zijde:
    delen = bijdragen(draaier.plan.model, draaier.vorm, draaier.doelen)
    return Zijde(draaier, delen)


@dataclass(frozen=True)
class Wetvergelijking:
    """The work of two laws. ``samen``: the net position, where more than one outcome is in it."""

    oud: Zijde
    nieuw: Zijde
    paren: tuple[Paar, ...]
    samen: Paar | None

    @property
    def alle(self) -> tuple[Paar, ...]:
        """What is counted, the net position first."""
        return (*((self.samen,) if self.samen else ()), *self.paren)

    def __call__(self, gelezen: Gelezen) -> Batch:
        blok = gelezen.blok
        oud, verslag = self.oud.reken(blok)
        nieuw, ander = self.nieuw.reken(blok)
        verslag.exact += ander.exact
        verslag.fouten.update(ander.fouten)
        velden: dict[Uitvoerveld, Uitkomstkolom] = {}
        maten: dict[Maat, Uitkomstkolom] = {}
        for paar in self.alle:
            voor, na = self._kolommen(paar, oud, nieuw, blok)
            anders = verschil(paar, voor, na)
            for wat, kolom in (("oud", voor), ("nieuw", na), ("verschil", anders)):
                maten[paar.maat(wat)] = kolom
                if paar is not self.samen and (type_ := _type(paar, wat)) is not None:
                    velden[Uitvoerveld(f"{paar.naam} ({wat})", type_, paar.veel)] = kolom
        rij = tabel(list(velden), gelezen, {veld.naam: kolom for veld, kolom in velden.items()})
        telling = tel(maten, gelezen.gewichten, gelezen.groepen, blok.n)
        return Batch(rij, telling, verslag)

    def _kolommen(
        self,
        paar: Paar,
        oud: Mapping[Doel, Uitkomstkolom],
        nieuw: Mapping[Doel, Uitkomstkolom],
        blok: Blok,
    ) -> tuple[Uitkomstkolom, Uitkomstkolom]:
        if paar is self.samen:
            return (
                netto(self.oud.bijdragen, oud, blok.n),
                netto(self.nieuw.bijdragen, nieuw, blok.n),
            )
        voor = oud[paar.oud] if paar.oud is not None else None
        na = nieuw[paar.nieuw] if paar.nieuw is not None else None
        een = voor or na
        assert een is not None
        geen = niets(len(een.kolom), een.grenzen)
        geen = replace(geen, kolom=replace(geen.kolom, teksten=een.kolom.teksten))
        return voor or geen, na or geen


def verschil(paar: Paar, voor: Uitkomstkolom, na: Uitkomstkolom) -> Uitkomstkolom:
    """New less old; of what is no number: whether it is another value."""
    if paar.aard is not Aard.ANDERS:
        return samen([(na, Fraction(1)), (voor, Fraction(-1))])
    een, twee = status_van(voor), status_van(na)
    if voor.kolom.teksten is not None and na.kolom.teksten is not None:
        nummers = {t: i for i, t in enumerate({*voor.kolom.teksten, *na.kolom.teksten})}
        codes = [
            np.array([nummers[t] for t in k.kolom.teksten or ()] or [0], np.int64)[k.kolom.waarden]
            for k in (voor, na)
        ]
    else:
        codes = [voor.kolom.waarden, na.kolom.waarden]
    anders = (codes[0] != codes[1]) | (een != twee)
    ergst = np.where(np.maximum(een, twee) > LEEG, np.maximum(een, twee), 0).astype(np.uint8)
    return kolom_met(anders.astype(np.int64), ergst, 1, voor.grenzen)


def _type(paar: Paar, wat: str) -> Type | None:
    """The type of a column to write; None: there is no such column."""
    if wat != "verschil":
        return paar.type
    if paar.aard in (Aard.WAARHEID, Aard.ANDERS):
        return None
    return replace(paar.type, bereik=None)


# ------------------------------------------------------------------ which outcomes go together


def vergelijking(oud: Draaier, nieuw: Draaier) -> Result[Wetvergelijking | None]:
    """The outcomes of both laws side by side, with a message for each that one of them lacks."""
    een, twee = zijde(oud), zijde(nieuw)
    links = {naam_van(d): d for d in oud.doelen}
    rechts = {naam_van(d): d for d in nieuw.doelen}
    voordelen = {naam_van(b.doel): b.factor > 0 for b in (*een.bijdragen, *twee.bijdragen)}
    veel = {rol.naam for rol in (*oud.vorm.veel, *nieuw.vorm.veel)}
    paren: list[Paar] = []
    meldingen: list[Diagnostic] = []
    for naam in dict.fromkeys((*links, *rechts)):
        voor, na = links.get(naam), rechts.get(naam)
        een_van = voor or na
        assert een_van is not None
        if voor is None or na is None:
            meldingen.append(_alleen_in(naam, NIEUW if voor is None else OUD))
        elif _maat(voor.type) != _maat(na.type):
            meldingen.append(ander_soort("de uitkomst", naam, voor.type, na.type))
            continue
        type_ = _ruimste([d.type for d in (voor, na) if d is not None])
        aard = _aard(type_, voordelen.get(naam))
        paren.append(Paar(naam, type_, aard, voor, na, een_van.wie in veel))
    if any(m.is_fout for m in meldingen):
        return Result(None, tuple(meldingen))
    meer = max(len(een.bijdragen), len(twee.bijdragen)) > 1
    samen_ = Paar(SAMEN, EURO, Aard.VOORDEEL, None, None) if meer else None
    return Result(Wetvergelijking(een, twee, tuple(paren), samen_), tuple(meldingen))


def _aard(type_: Type, voordeel: bool | None) -> Aard:
    if voordeel is not None:
        return Aard.VOORDEEL if voordeel else Aard.NADEEL
    if type_.is_getal:
        return Aard.GETAL
    return Aard.WAARHEID if type_.soort is Soort.BOOLEAN else Aard.ANDERS


def _maat(type_: Type) -> tuple[object, ...]:
    """What must be the same for two values to be compared."""
    return type_.soort, type_.eenheid


def _ruimste(typen: Sequence[Type]) -> Type:
    """A type that holds the values of both."""
    cijfers = [t.decimalen for t in typen]
    decimalen = None if None in cijfers else max(c for c in cijfers if c is not None)
    return replace(typen[0], decimalen=decimalen, bereik=None)


def _alleen_in(naam: str, wie: str) -> Diagnostic:
    return opmerking(
        "BEV-UITKOMST-EEN", None, f"de uitkomst “{naam}” is er alleen in {wie}",
        hulp=("in de andere wet krijgt niemand haar: zij telt daar als nul",),
    )  # fmt: skip


__all__ = ["Aard", "Paar", "Wetvergelijking", "Zijde", "vergelijking", "verschil"]
