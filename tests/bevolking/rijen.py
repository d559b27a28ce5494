"""Random households for a law, as columns, and the same households one by one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np

from wetsanalyse.bevolking.vorm import ZELF, Veld, Vorm, huishouden
from wetsanalyse.model.casus import Casus
from wetsanalyse.model.types import Eenheid, Soort
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG
from wetsanalyse.run.kolommen import Blok, Enkel, Kolom, Veel, invoerschaal


def drempels(plan: Plan) -> dict[Eenheid, list[Fraction]]:
    """The numbers of the law by unit: a rule changes at them, so citizens must stand at both
    sides."""
    uit: dict[Eenheid, list[Fraction]] = {}
    for naam, p in plan.parameters.items():
        if isinstance(p.waarde, Fraction):
            uit.setdefault(plan.model.parameters[naam].type.eenheid, []).append(p.waarde)
    return uit


class Trekker:
    """Draws facts: many at a threshold of the law, some ordinary, some far away, some leeg."""

    def __init__(self, zaad: int, plan: Plan, leeg: float = 0.05) -> None:
        self.r = random.Random(zaad)
        self.dag = plan.rekendatum
        self.drempels = drempels(plan)
        self.leeg = leeg

    def waarde(self, veld: Veld) -> Any:
        type_ = veld.type
        if type_.soort is Soort.BOOLEAN:
            return self.r.random() < 0.6
        if self.r.random() < self.leeg:
            return LEEG
        if type_.is_tijd:
            return Fraction(self._dag().toordinal())
        if not type_.is_getal:
            return self.r.choice(veld.waarden or ("een", "twee"))
        schaal = invoerschaal(type_)
        getal = self._getal(veld, schaal)
        if type_.bereik in ("niet-negatief", "positief"):
            getal = abs(getal) + (Fraction(1, schaal) if type_.bereik == "positief" else 0)
        return Fraction(int(getal * schaal), schaal)

    def _dag(self) -> date:
        jaar = self.dag.year - self.r.choice([0, 0, 1, 4, 12, 16, 18, 21, 27, 67, 80])
        maand, dag = self.r.choice([(self.dag.month, self.dag.day), (1, 1), (2, 28), (12, 31)])
        erbij = self.r.choice([-1, 0, 1, self.r.randint(-200, 200)])
        return date.fromordinal(date(jaar, maand, min(dag, 28)).toordinal() + erbij)

    def _getal(self, veld: Veld, schaal: int) -> Fraction:
        kans = self.r.random()
        if kans < 0.4:
            eigen = self.drempels.get(veld.type.eenheid, [Fraction(0)])
            return self.r.choice(eigen) + self.r.choice(
                [Fraction(0), Fraction(1), Fraction(-1), Fraction(1, schaal), Fraction(-1, schaal)]
            )
        if kans < 0.97 and veld.bereik is not None:
            van, tot = int(veld.bereik.van * schaal), int(veld.bereik.tot * schaal)
            return Fraction(self.r.randint(van, tot), schaal)
        if kans < 0.97:
            return Fraction(self.r.randint(0, 100_000 * schaal), schaal)
        return Fraction(self.r.choice([1, -1]) * 10 ** self.r.randint(6, 11))


def kolom(veld: Veld, waarden: Sequence[Any]) -> Kolom:
    schaal = invoerschaal(veld.type)
    leeg = np.array([w is LEEG for w in waarden], np.bool_)
    teksten: tuple[str, ...] | None = None
    if veld.type.soort in (Soort.TEKST, Soort.ENUMERATIE):
        teksten = tuple(dict.fromkeys(w for w in waarden if w is not LEEG)) or ("",)
        codes = [0 if w is LEEG else teksten.index(w) for w in waarden]
    else:
        codes = [0 if w is LEEG else int(w * schaal) for w in waarden]
    return Kolom(np.array(codes, np.int64), leeg if leeg.any() else None, schaal, teksten)


def trek(vorm: Vorm, plan: Plan, aantal: int, zaad: int, leeg: float = 0.05) -> Blok:
    """So many households."""
    t = Trekker(zaad, plan, leeg)

    def kolommen(velden: Sequence[Veld], n: int) -> dict[str, Kolom]:
        return {v.eigenschap: kolom(v, [t.waarde(v) for _ in range(n)]) for v in velden}

    wortel = kolommen(vorm.velden.nodig, aantal)
    enkel = {
        rol.naam: Enkel(
            np.array([t.r.random() < 0.5 for _ in range(aantal)], np.bool_),
            kolommen(rol.velden.nodig, aantal),
        )
        for rol in vorm.enkel
    }
    veel = {}
    for rol in vorm.veel:
        aantallen = [t.r.choice([0, 1, 1, 2, 2, 3, 4, 7]) for _ in range(aantal)]
        if not vorm.mens and rol.mens:
            aantallen = [max(1, n) for n in aantallen]
        grenzen = np.concatenate([[0], np.cumsum(aantallen)]).astype(np.int64)
        veel[rol.naam] = Veel(grenzen, kolommen(rol.velden.nodig, int(grenzen[-1])))
    return Blok(aantal, wortel, enkel, veel)


def casussen(blok: Blok, vorm: Vorm) -> Iterator[Casus]:
    """The same households as cases."""
    for i in range(blok.n):
        aanwezig = frozenset(rol for rol, e in blok.enkel.items() if e.aanwezig[i])
        leden = {rol: int(v.grenzen[i + 1] - v.grenzen[i]) for rol, v in blok.veel.items()}
        invoer: dict[tuple[str, str], Any] = {}

        def neem(wie: str, velden: Sequence[Veld], kolommen: Mapping[str, Kolom], plek: int,
                 uit: dict[tuple[str, str], Any] = invoer) -> None:  # fmt: skip
            for veld in velden:
                waarde = kolommen[veld.eigenschap].waarde(plek, veld.type)
                if waarde is not LEEG:
                    uit[wie, veld.eigenschap] = waarde

        neem(ZELF, vorm.velden.nodig, blok.wortel, i)
        for rol in vorm.enkel:
            if rol.naam in aanwezig:
                neem(rol.naam, rol.velden.nodig, blok.enkel[rol.naam].kolommen, i)
        for rol in vorm.veel:
            van = int(blok.veel[rol.naam].grenzen[i])
            for n in range(leden[rol.naam]):
                neem(f"{rol.naam} {n + 1}", rol.velden.nodig, blok.veel[rol.naam].kolommen, van + n)
        yield Casus(vorm.rekendatum, huishouden(vorm, aanwezig, leden), invoer)


__all__ = ["Trekker", "casussen", "kolom", "trek"]
