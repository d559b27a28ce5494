"""A registration that says something else than the household does. [hardheid 4 P13 and P17]

A register writes down what happened. So it is wrong where it puts a value of its own in the place
of what an act of the citizen or an event of life said, while nothing happened since that it could
have written down; or where what it wrote was later taken back from the very day on which it began
to count. What was given at the start is how it began: every change differs from that, so by itself
it shows no error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.geschiedenis.historie import BURGER, LEVEN, REGISTRATIE, Historie
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.feiten import Voorval, Wijziging
from wetsanalyse.model.model import Kenmerk
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.tijdgegevens import Tijdspanne, op_dag
from wetsanalyse.model.types import Soort
from wetsanalyse.run.toestanden import Plannen, bekend
from wetsanalyse.run.weergave import toon


@dataclass(frozen=True, slots=True)
class Registerfout:
    """What the register wrote wrongly, and what the household says."""

    nummer: int
    wijzigingen: tuple[Wijziging, ...]
    rijen: tuple[tuple[str, str, str], ...]

    def hersteld(self, historie: Historie, dag: date) -> Voorval:
        """The register put right on a day: it says, about all days, what it would have said had
        nothing been written wrongly."""
        gebeurd = historie.casus.gebeurtenissen
        zonder = (*gebeurd[: self.nummer], *gebeurd[self.nummer + 1 :])
        staat = _bekend(historie, zonder, dag)
        goed = tuple(
            Wijziging(
                w.object,
                w.eigenschap,
                Constante(staat.get((w.object, w.eigenschap), _niets(historie, w)), w.type),
                w.type,
            )
            for w in self.wijzigingen
        )
        return Voorval(dag, gebeurd[self.nummer].gebeurtenis, goed)

    @property
    def tabel(self) -> Bewijstabel:
        koppen = ("gegeven", "volgens het huishouden", "volgens het register")
        return Bewijstabel("De fout in het register", koppen, self.rijen)


def registerfout(historie: Historie, nummer: int) -> Registerfout | None:
    """None: it is no registration, or nothing shows that it is wrong. One that also changes
    something else counts for nothing: leaving it out would take that away too."""
    voorval = historie.casus.gebeurtenissen[nummer]
    if historie.soort(nummer) != REGISTRATIE:
        return None
    toen = _bekend(historie, historie.casus.gebeurtenissen[:nummer], voorval.datum)
    fout: list[Wijziging] = []
    rijen: list[tuple[str, str, str]] = []
    for w in voorval.wijzigingen:
        if not isinstance(w.waarde, Constante):
            return None
        was, staat_er = toen.get((w.object, w.eigenschap), _niets(historie, w)), w.waarde.waarde
        if _legt_dag_vast(w.waarde, voorval) or staat_er == _op(was, w, voorval):
            continue
        gezegd = _volgens_het_huishouden(historie, nummer, w, staat_er)
        if gezegd is None or gezegd == staat_er:
            return None
        fout.append(w)
        wie = f"{w.eigenschap} van {w.object}"
        rijen.append((wie, toon(gezegd, w.type), toon(staat_er, w.type)))
    return Registerfout(nummer, tuple(fout), tuple(rijen)) if fout else None


def _bekend(
    historie: Historie, gebeurd: tuple[Voorval, ...], dag: date
) -> Mapping[tuple[str, str], Any]:
    """What is known on a day after these events."""
    casus = replace(historie.casus, gebeurtenissen=gebeurd, rekendatum=dag)
    return bekend(Plannen.vanaf(historie.plan), casus).invoer


def _volgens_het_huishouden(historie: Historie, nummer: int, w: Wijziging, staat_er: Any) -> Any:
    """What the household says it was; None: nobody says. An act of the citizen and what happens in
    a life say it. Something else that happened in the life since then may be just what the register
    wrote down."""
    voorval = historie.casus.gebeurtenissen[nummer]
    later = next(_erna(historie, nummer, w, staat_er), None)
    if later is not None:
        return later
    for n, v in reversed(list(enumerate(historie.casus.gebeurtenissen))):
        if n == nummer or v.datum > voorval.datum or historie.soort(n) not in (BURGER, LEVEN):
            continue
        eigen = [x.waarde for x in v.wijzigingen if _zelfde(x, w)]
        if eigen:
            gezegd = eigen[-1]
            return _op(gezegd.waarde, w, voorval) if isinstance(gezegd, Constante) else None
        if historie.soort(n) == LEVEN:
            return None
    return None


def _erna(historie: Historie, nummer: int, w: Wijziging, staat_er: Any) -> Iterator[Any]:
    """What was put there later about the same days, by whomever: what was wrong is taken back. And
    what the household itself says later, where it is the very thing that was registered."""
    voorval = historie.casus.gebeurtenissen[nummer]
    dag = _dag(w, voorval)
    for n, v in enumerate(historie.casus.gebeurtenissen[nummer + 1 :], nummer + 1):
        for x in v.wijzigingen:
            if not _zelfde(x, w) or not isinstance(x.waarde, Constante):
                continue
            waarde = _op(x.waarde.waarde, w, voorval)
            over_die_dag = w.type.korrel is not None and Tijdspanne(x.van, x.tot).omvat(dag)
            if over_die_dag or (historie.soort(n) in (BURGER, LEVEN) and waarde == staat_er):
                yield waarde
        if historie.soort(n) == LEVEN:
            return


def _zelfde(x: Wijziging, w: Wijziging) -> bool:
    return (x.object, x.eigenschap) == (w.object, w.eigenschap)


def _dag(w: Wijziging, voorval: Voorval) -> int:
    return w.van if w.van is not None else voorval.datum.toordinal()


def _op(waarde: Any, w: Wijziging, voorval: Voorval) -> Any:
    """A value on the day from which the registration counts."""
    return op_dag(waarde, _dag(w, voorval))


def _niets(historie: Historie, w: Wijziging) -> bool | None:
    """What stands where nothing was given: a kenmerk is not true."""
    objecttype = historie.casus.huishouden.typen[w.object]
    is_kenmerk = isinstance(lid_van(historie.model, objecttype, w.eigenschap), Kenmerk)
    return False if is_kenmerk else None


def _legt_dag_vast(waarde: Constante, voorval: Voorval) -> bool:
    """It is the day of the registration itself."""
    return waarde.type.soort is Soort.DATUM and waarde.waarde == voorval.datum.toordinal()
