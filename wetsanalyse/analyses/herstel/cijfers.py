"""What a group of citizens adds up to, before against after."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from typing import Any

from wetsanalyse.analyses.burgers.bevolking import toon_aantal
from wetsanalyse.analyses.burgers.vormen import Domein
from wetsanalyse.analyses.herstel.gegevens import Groepsuitslag, Kostenverdeling, Ongelijk
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.model.casus import Casus

PAREN = 150
"""So many citizens are put beside each other, two by two."""


@dataclass(frozen=True)
class Stand:
    """One citizen under both texts."""

    burger: Proefburger
    voor: Mapping[str, Any] = field(repr=False)
    na: Mapping[str, Any] = field(repr=False)
    hard_voor: bool
    hard_oud: bool
    hard_nieuw: bool

    @property
    def verschil(self) -> Fraction | None:
        oud, nieuw = self.voor[NETTO], self.na[NETTO]
        if isinstance(oud, Fraction) and isinstance(nieuw, Fraction):
            return nieuw - oud
        return None


def groep_van(
    naam: str, standen: Sequence[Stand], gewogen: bool, synthetisch: bool, buiten: int, hoe: str
) -> Groepsuitslag:
    def weeg(*keuze: Stand) -> Fraction:
        return sum((s.burger.gewicht for s in keuze), Fraction(0))

    veranderd = [(v, s.burger.gewicht) for s in standen if (v := s.verschil)]
    return Groepsuitslag(
        naam,
        weeg(*standen),
        weeg(*(s for s in standen if (s.verschil or 0) > 0)),
        weeg(*(s for s in standen if (s.verschil or 0) < 0)),
        verdeling(veranderd),
        weeg(*(s for s in standen if s.hard_voor)),
        weeg(*(s for s in standen if s.hard_oud)),
        weeg(*(s for s in standen if s.hard_nieuw)),
        gewogen,
        synthetisch,
        buiten,
        hoe,
    )


def verdeling(bedragen: Sequence[tuple[Fraction, Fraction]]) -> Kostenverdeling:
    """Of (amount, weight)."""
    nul = Fraction(0)
    if not bedragen:
        return Kostenverdeling(nul, nul, nul, nul, None)
    op_rij = sorted(bedragen)
    som = sum((v * g for v, g in op_rij), nul)
    totaal = sum((g for _, g in op_rij), nul)
    tot, mediaan = nul, op_rij[-1][0]
    for v, g in op_rij:
        tot += g
        if 2 * tot >= totaal:
            mediaan = v
            break
    winst = [(v, g) for v, g in op_rij if v > 0]
    geholpen = sum((g for _, g in winst), nul)
    per = sum((v * g for v, g in winst), nul) / geholpen if geholpen else None
    return Kostenverdeling(som, op_rij[0][0], mediaan, op_rij[-1][0], per)


DICHTBIJ = 10
"""Near-equals differ in one number, by at most so many legal units."""


def _bijna_gelijk(a: Casus, b: Casus, bereik: Mapping[tuple[str, str], Domein]) -> bool:
    anders = [k for k in a.invoer.keys() | b.invoer.keys() if a.invoer.get(k) != b.invoer.get(k)]
    if len(anders) != 1 or a.rekendatum != b.rekendatum:
        return False
    object_, naam = anders[0]
    domein = bereik.get((a.huishouden.typen[object_], naam))
    een, ander = a.invoer.get(anders[0]), b.invoer.get(anders[0])
    getallen = isinstance(een, int | Fraction) and isinstance(ander, int | Fraction)
    if domein is None or not getallen:
        return False
    return abs(Fraction(een) - Fraction(ander)) <= DICHTBIJ * domein.bereik.per  # type: ignore[arg-type]


def nieuw_ongelijk(
    standen: Sequence[Stand], grens: Fraction, bereik: Mapping[tuple[str, str], Domein]
) -> tuple[Ongelijk, ...]:
    """Pairs that differ in one input, were equal, and now differ by more than ``grens``."""
    gevonden: list[Ongelijk] = []
    for een, ander in combinations(standen[:PAREN], 2):
        a, b = een.burger.casus, ander.burger.casus
        if a.huishouden != b.huishouden or a.gebeurtenissen or b.gebeurtenissen:
            continue
        if not _bijna_gelijk(a, b, bereik):
            continue
        oud = (een.voor[NETTO], ander.voor[NETTO])
        nieuw = (een.na[NETTO], ander.na[NETTO])
        if not all(isinstance(w, Fraction) for w in (*oud, *nieuw)) or oud[0] != oud[1]:
            continue
        if abs(nieuw[0] - nieuw[1]) >= grens:
            gevonden.append(Ongelijk(een.burger.naam, ander.burger.naam, abs(nieuw[0] - nieuw[1])))
    return tuple(gevonden)


def fouten_van(standen: Sequence[Stand], genoemd: Collection[str]) -> tuple[str, ...]:
    """Citizens whose outcome was a number and is none any more; by name only if they are in a group
    that may be named, and else all in one line."""
    fout = [
        s for s in standen
        if isinstance(s.voor[NETTO], Fraction) and not isinstance(s.na[NETTO], Fraction)
    ]  # fmt: skip
    los = [s.burger.naam for s in fout if s.burger.naam in genoemd]
    rest = sum((s.burger.gewicht for s in fout if s.burger.naam not in genoemd), Fraction(0))
    samen = [f"{toon_aantal(rest)} huishoudens van de bevolking"] if rest else []
    return tuple(f"{wie}: de uitkomst is geen getal meer" for wie in (*los, *samen))
