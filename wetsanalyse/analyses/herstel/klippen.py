"""The cliffs of the axis before and after: which went, which came, which only moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any

from wetsanalyse.analyses.burgers.vormen import beschrijf
from wetsanalyse.analyses.herstel.gegevens import Klif, Kliffen, Verplaatst
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger, Rekenaar
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.oorzaak.onderscheid import OpAs
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaken import bundels
from wetsanalyse.analyses.patronen import kijk
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.run.verloop import Stuk, verschil
from wetsanalyse.run.weergave import toon

ZOEK = 60
"""So many units are run inside one piece to see how large a step really is."""
Plek = tuple[str, str]
"""(object, attribute) of the axis."""


@dataclass(frozen=True)
class Vergelijking:
    """Two sweeps of one citizen: under the law as it is, and under the variant."""

    burger: Proefburger
    voor: Veeg = field(repr=False)
    na: Veeg = field(repr=False)


@dataclass(frozen=True)
class Klifverschil:
    """What the sweeps together say."""

    voor: Kliffen
    na: Kliffen
    nieuw: tuple[Klif, ...]
    verplaatst: tuple[Verplaatst, ...]
    patronen: tuple[str, ...]
    gaten: tuple[str, ...]
    exact: bool


@dataclass
class Vondsten:
    """What was found along the axis under the law as it is: for every variant the same. The sweeps
    themselves are kept by their `Rekenaar`, so that one is known by its identity."""

    drempels: Drempels
    _gezien: dict[int, list[Waarneming]] = field(default_factory=dict)
    _ergste: dict[tuple[int, ...], Kliffen] = field(default_factory=dict)

    def gezien(self, veeg: Veeg) -> list[Waarneming]:
        if id(veeg) not in self._gezien:
            self._gezien[id(veeg)] = list(kijk("as", veeg, self.drempels))
        return self._gezien[id(veeg)]

    def ergste(self, verlopen: Sequence[Veeg]) -> Kliffen:
        sleutel = tuple(map(id, verlopen))
        if sleutel not in self._ergste:
            self._ergste[sleutel] = _ergste(verlopen)
        return self._ergste[sleutel]


def vergelijk(
    voor: Rekenaar, na: Rekenaar, plekken: Sequence[tuple[Proefburger, Plek]]
) -> list[Vergelijking]:
    """Sweep each citizen twice; who has no such axis is left out."""
    gedaan: dict[int, Vergelijking] = {}
    for burger, plek in plekken:
        oud = voor.veeg(burger, *plek, hard=False)
        nieuw = na.veeg(burger, *plek, hard=False)
        if oud is not None and nieuw is not None:
            gedaan.setdefault(id(oud), Vergelijking(burger, oud, nieuw))
    return list(gedaan.values())


def meet(
    paren: Sequence[Vergelijking], vondsten: Vondsten, maat: Maatstaf | None = None
) -> Klifverschil:
    """Run the patterns of an axis again over both."""
    drempels = vondsten.drempels
    nieuw: list[Klif] = []
    verplaatst: list[Verplaatst] = []
    patronen: set[str] = set()
    gaten: dict[str, None] = {}
    for paar in paren:
        oud, er_nu = vondsten.gezien(paar.voor), list(kijk("as", paar.na, drempels))
        patronen |= {w.patroon for w in er_nu} - {w.patroon for w in oud}
        bekend = {_plek(w): w for w in oud if w.patroon == "P01"}
        nu = {_plek(w): w for w in er_nu if w.patroon == "P01"}
        gekomen = [w for plek, w in nu.items() if plek not in bekend]
        weg = [w for plek, w in bekend.items() if plek not in nu]
        nieuw += [_klif(w) for w in gekomen]
        verplaatst += _verplaatst(weg, gekomen)
        for gat in _gaten(gekomen, drempels, maat):
            gaten[gat] = None
    exact = all(v.netto.garantie == "exact" for p in paren for v in (p.voor, p.na))
    return Klifverschil(
        vondsten.ergste([p.voor for p in paren]), _ergste([p.na for p in paren]),
        _uniek(nieuw), tuple(dict.fromkeys(verplaatst)), tuple(sorted(patronen)), tuple(gaten),
        exact,
    )  # fmt: skip


def _plek(w: Waarneming) -> Any:
    assert isinstance(w.onderscheid, OpAs)
    return w.onderscheid.x_buur, w.onderscheid.x_burger


def _klif(w: Waarneming) -> Klif:
    burger, buur = w.onderscheid.teksten
    huishouden = beschrijf(w.plan.model, w.paar[0].huishouden)
    return Klif(huishouden, buur, burger, w.maat)


def _verplaatst(weg: Sequence[Waarneming], gekomen: Sequence[Waarneming]) -> Iterator[Verplaatst]:
    """Each cliff that came, with the nearest one of its size that went."""
    over = list(weg)
    for w in gekomen:
        kandidaten = [o for o in over if 2 * w.maat >= o.maat]
        if not kandidaten:
            continue
        oud = min(kandidaten, key=lambda o: abs(_plek(o)[1] - _plek(w)[1]))
        over.remove(oud)
        yield Verplaatst(_klif(oud), _klif(w))


def _uniek(kliffen: Sequence[Klif]) -> tuple[Klif, ...]:
    """The largest of each place."""
    per_plek: dict[Any, Klif] = {}
    for k in kliffen:
        sleutel = (k.huishouden, k.van, k.naar)
        if sleutel not in per_plek or per_plek[sleutel].maat < k.maat:
            per_plek[sleutel] = k
    return tuple(sorted(per_plek.values(), key=lambda k: -k.maat))


def _gaten(
    gekomen: Sequence[Waarneming], drempels: Drempels, maat: Maatstaf | None
) -> Iterator[str]:
    """The new cliffs that no way out of enough strength covers."""
    sterkte = drempels.van("P14", "sterkte").waarde
    for bundel in bundels(gekomen, maat):
        if bundel[0].dekking.sterkte < sterkte:
            regels = ", ".join(bundel[0].regels) or "onbekende regel"
            yield f"geen uitweg van genoeg sterkte bij {regels}"


# ------------------------------------------------------------------ the worst step


@dataclass(frozen=True, slots=True)
class _Stap:
    """One unit of an axis and how much it changes; ``goed`` and ``slecht``: its two places."""

    maat: Fraction
    veeg: Veeg
    goed: int
    slecht: int


def _ergste(verlopen: Sequence[Veeg]) -> Kliffen:
    """The largest change of one unit: at the borders exactly. Inside a piece every place is run
    where the kernel can; elsewhere it is what was seen, with what it can be at most."""
    grootste: _Stap | None = None
    stukken: list[tuple[Veeg, Stuk]] = []
    for veeg in verlopen:
        for stap in _stappen(veeg):
            if grootste is None or stap.maat > grootste.maat:
                grootste = stap
        stukken += [
            (veeg, s)
            for s in veeg.netto.stukken
            if s.van < s.tot and isinstance(s.waarde_van, Fraction)
        ]
    hoogstens: Fraction | None = Fraction(0)
    for veeg, stuk in stukken:
        grens = stuk.grootste_stap
        if grens is None or grootste is None or grens > grootste.maat:
            gezien = _overal(veeg, stuk)
            if gezien is not None:
                grens = gezien.maat
                grootste = gezien if grootste is None or grens > grootste.maat else grootste
        hoogstens = None if grens is None or hoogstens is None else max(hoogstens, grens)
    if grootste is None:
        return Kliffen(None, hoogstens)
    return Kliffen(
        _als_klif(grootste), None if hoogstens is None else max(hoogstens, grootste.maat)
    )


def _als_klif(stap: _Stap) -> Klif:
    veeg = stap.veeg
    type_ = veeg.as_attribuut.type
    huishouden = beschrijf(veeg.plan.model, veeg.casus.huishouden)
    van, naar = (toon(veeg.waarde(x), type_) for x in (stap.goed, stap.slecht))
    return Klif(huishouden, van, naar, stap.maat)


def _stappen(veeg: Veeg) -> Iterator[_Stap]:
    for grens in veeg.netto.grenzen:
        if grens.sprong is not None:
            yield _stap(veeg, grens.links, grens.sprong)
    for stuk in veeg.netto.stukken:
        eind = min(stuk.tot, stuk.van + ZOEK)
        if stuk.helling is not None and not stuk.helling and not stuk.binnengrens:
            continue
        vorige = stuk.waarde_van
        for x in range(stuk.van, eind):
            volgende = veeg.netto.waarde(x + 1)
            sprong = verschil(vorige, volgende)
            if sprong is not None:
                yield _stap(veeg, x, sprong)
            vorige = volgende


def _stap(veeg: Veeg, links: int, sprong: Fraction) -> _Stap:
    goed, slecht = (links, links + 1) if sprong < 0 else (links + 1, links)
    return _Stap(abs(sprong), veeg, goed, slecht)


@cache
def _rekenaar() -> Any:
    """The kernels, if the libraries for them are there."""
    try:
        from wetsanalyse.run.kernel.langs import Langsrekenaar
    except ImportError:
        return None
    return Langsrekenaar()


def _overal(veeg: Veeg, stuk: Stuk) -> _Stap | None:
    """The largest change inside a piece, of all its places; None: the kernel cannot tell. Shown
    is what the exact interpreter says of the place that was found."""
    rekenaar, netto = _rekenaar(), veeg.netto
    if rekenaar is None or stuk.tot - stuk.van < ZOEK:
        return None
    delen = rekenaar.reken(netto.plan, netto.geval, netto.as_, netto.doel, stuk.van, stuk.tot)
    beste: tuple[Fraction, int] | None = None
    for deel in delen or ():
        gevonden = deel.grootste_stap()
        if gevonden is None:
            return None
        plek, maat = gevonden
        if beste is None or maat > beste[0]:
            beste = (maat, plek)
    if beste is None:
        return None
    sprong = verschil(netto.waarde(beste[1]), netto.waarde(beste[1] + 1))
    assert sprong is not None
    assert abs(sprong) == beste[0]
    return _stap(veeg, beste[1], sprong)
