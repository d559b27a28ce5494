"""Values that are given for a time: periods over a base become one value over all days. [5]

A period without bounds covers all days. Of two periods on one day the values must be the same;
where there is none the base counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, faal
from wetsanalyse.model.terms import Constante, Term, Tijdvak
from wetsanalyse.model.tijdtermen import over_tijd
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


@dataclass(frozen=True, slots=True)
class Tijdspanne:
    """The days from ``van`` up to, not including, ``tot`` (ordinals); None is open."""

    van: int | None = None
    tot: int | None = None

    @property
    def grenzen(self) -> tuple[int, ...]:
        return tuple(g for g in (self.van, self.tot) if g is not None)

    @property
    def is_leeg(self) -> bool:
        return self.van is not None and self.tot is not None and self.tot <= self.van

    def omvat(self, dag: int | None) -> bool:
        """Whether a day lies in it; None is the first of all days."""
        begonnen = self.van is None or (dag is not None and self.van <= dag)
        return begonnen and (self.tot is None or dag is None or dag < self.tot)

    def raakt(self, ander: Tijdspanne) -> bool:
        """Whether there is a day that lies in both."""
        return ander.omvat(self.van) or self.omvat(ander.van)


class Tijddeel(NamedTuple):
    """A value for a part of the time."""

    spanne: Tijdspanne
    waarde: Any


class Gebrek(NamedTuple):
    """What is wrong with a value for a time: the message that a reader makes of it."""

    code: str
    bericht: str
    hulp: tuple[str, ...]

    def bij(self, span: Span) -> Onoplosbaar:
        return faal(self.code, span, self.bericht, hulp=self.hulp)


def samengesteld(basis: Any, delen: Sequence[Tijddeel]) -> Any:
    """One value of a base and the parts over it; a plain one when it never changes."""
    knips = sorted({grens for deel in delen for grens in deel.spanne.grenzen})

    def op(dag: int | None) -> Any:
        return next((deel.waarde for deel in delen if deel.spanne.omvat(dag)), basis)

    return _aaneen([(dag, op(dag)) for dag in (None, *knips)])


def gewijzigd(spanne: Tijdspanne, oud: Any, nieuw: Any) -> Any:
    """The new value in that time, the old one outside it."""
    begins = {b for ding in (oud, nieuw) for b, _ in _stukken(ding) if b is not None}
    dagen = (None, *sorted(begins.union(spanne.grenzen)))
    return _aaneen([(d, _op(nieuw if spanne.omvat(d) else oud, d)) for d in dagen])


def _op(waarde: Any, dag: int | None) -> Any:
    return _stukken(waarde)[0][1] if dag is None else op_dag(waarde, dag)


def op_dag(waarde: Any, dag: int) -> Any:
    """The value on a day."""
    return [w for begin, w in _stukken(waarde) if begin is None or begin <= dag][-1]


def _stukken(waarde: Any) -> list[tuple[int | None, Any]]:
    """Each value with the day from which it counts; None: from the beginning."""
    if not isinstance(waarde, Tijdwaarde):
        return [(None, waarde)]
    return list(zip((None, *waarde.knips), waarde.waarden, strict=True))


def _aaneen(stukken: Sequence[tuple[int | None, Any]]) -> Any:
    """Equal neighbours joined."""
    knips: list[int] = []
    waarden = [stukken[0][1]]
    for knip, waarde in stukken[1:]:
        if knip is not None and waarde != waarden[-1]:
            knips.append(knip)
            waarden.append(waarde)
    return Tijdwaarde(tuple(knips), tuple(waarden)) if knips else waarden[0]


# ------------------------------------------------------------------ what may be given


def gebrek_in_deel(
    nieuw: Tijddeel, eerdere: Iterable[Tijddeel], korrel: Korrel | None, naam: str
) -> Gebrek | None:
    """What is wrong with a part of a value of ``naam``, beside the parts that stand before it."""
    return gebrek_in_tijd(nieuw.spanne, korrel, naam) or _overlap(nieuw, eerdere, naam)


def gebrek_in_tijd(spanne: Tijdspanne, korrel: Korrel | None, naam: str) -> Gebrek | None:
    """What is wrong with a period for a property whose value may change with ``korrel``."""
    if korrel is None:
        return Gebrek(
            "SC-GEEN-TIJDLIJN",
            f"“{naam}” heeft één waarde voor alle tijd; een periode kan hier niet",
            ("zet “voor elke dag”, “voor elke maand” of “voor elk jaar” achter de declaratie",),
        )
    if spanne.is_leeg:
        return geen_dagen()
    for grens in spanne.grenzen:
        if not korrel.is_knip(grens):
            kan = " of ".join(toon_dag(dag) for dag in korrel.rond(grens))
            return Gebrek(
                "SC-KNIP",
                f"“{naam}” kan niet op {toon_dag(grens)} veranderen: per {korrel} is er één waarde",
                (f"kies een dag waarop dat wel kan: {kan}",) if kan else (),
            )
    return None


def geen_dagen() -> Gebrek:
    return Gebrek("SC-PERIODE", "deze periode heeft geen dagen", ("zet de vroegste datum vooraan",))


def _overlap(nieuw: Tijddeel, eerdere: Iterable[Tijddeel], naam: str) -> Gebrek | None:
    for deel in eerdere:
        if deel.spanne.raakt(nieuw.spanne) and deel.waarde != nieuw.waarde:
            begins = [s.van for s in (deel.spanne, nieuw.spanne) if s.van is not None]
            begin = max(begins, default=None)
            wanneer = f" (vanaf {toon_dag(begin)})" if begin is not None else ""
            return Gebrek(
                "SC-OVERLAP",
                f"“{naam}” heeft op dezelfde dag twee waarden{wanneer}",
                ("laat de ene periode eindigen op de dag dat de andere begint",),
            )
    return None


def toon_dag(dag: int) -> str:
    """A day as it is written."""
    if not 1 <= dag <= date.max.toordinal():
        return f"dag {dag}"
    d = date.fromordinal(dag)
    return f"{d.day}-{d.month}-{d.year}"


def lees_spanne(node: tree.Periode, omg: Omgeving) -> Tijdspanne:
    """The days of a written period. Raises Onoplosbaar; its bounds are dates and no sums."""
    tijdvak = over_tijd(node, omg)
    assert isinstance(tijdvak, Tijdvak)
    van, tot = _dag(tijdvak.van), _dag(tijdvak.tot)
    na = tot + 1 if tot is not None and tijdvak.inclusief else tot
    # Up to and including the last of all days is without an end.
    return Tijdspanne(van, None if na is not None and na > date.max.toordinal() else na)


def _dag(grens: Term | None) -> int | None:
    if grens is None:
        return None
    if not isinstance(grens, Constante):
        assert grens.span is not None
        raise faal(
            "SC-PERIODE",
            grens.span,
            "in een scenario begint en eindigt een periode op een vaste datum",
            hulp=("schrijf de datum zelf: “van dd. 1-1-2025 tot dd. 1-7-2025”",),
        )
    return int(grens.waarde)
