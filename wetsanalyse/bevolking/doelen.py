"""Which outcomes a run can give: of the household, and of those in a role."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from wetsanalyse.bevolking.draaien import Doel
from wetsanalyse.bevolking.indeling import vouwkolom
from wetsanalyse.bevolking.vorm import ZELF, Vorm, uitkomsten_van
from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.plan.lower import Plan
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout


@dataclass(frozen=True)
class Doelen:
    """All outcomes that a row can have."""

    alle: tuple[Doel, ...]

    def kies(self, namen: Sequence[str]) -> Result[list[Doel] | None]:
        """Those with these names, or what is wrong with each name that fits none."""
        gevonden: list[Doel] = []
        fouten: list[Diagnostic] = []
        for naam in namen:
            past = [d for d in self.alle if vouwkolom(naam) in _namen(d)]
            gevonden += past
            if not past:
                fouten.append(self._onbekend(naam))
        return Result(None if fouten else list(dict.fromkeys(gevonden)), tuple(fouten))

    def _onbekend(self, naam: str) -> Diagnostic:
        bekend = {n: d.eigenschap for d in self.alle for n in _namen(d)}
        dichtbij = difflib.get_close_matches(vouwkolom(naam), bekend, 1)
        hulp = (
            f"bedoelt u “{bekend[dichtbij[0]]}”?"
            if dichtbij
            else "kies uit: " + ", ".join(dict.fromkeys(d.eigenschap for d in self.alle))
        )
        return fout("BEV-UITKOMST", None, f"geen regel stelt “{naam}” vast", hulp=(hulp,))


def _namen(doel: Doel) -> tuple[str, ...]:
    kaal = vouwkolom(doel.eigenschap)
    return (kaal, f"{vouwkolom(doel.wie)}: {kaal}", f"is {kaal}")


def alle_doelen(plan: Plan, vorm: Vorm) -> Doelen:
    """Everything that a rule of that day sets, and that fits a cell of a table."""
    typen = {ZELF: vorm.wortel, **{rol.naam: rol.rol.objecttype for rol in vorm.rollen}}
    return Doelen(
        tuple(
            Doel(wie, naam, lid.type if isinstance(lid, Attribuut) else BOOLEAN)
            for wie, objecttype in typen.items()
            for naam, lid in eigenschappen(plan.model, objecttype)
            if plan.schrijvers.get((objecttype, lid.naam)) and lid.tijdlijn is None
        )
    )


def doelen_van(plan: Plan, vorm: Vorm) -> list[Doel]:
    """The outcomes of the law: what its blocks Uitkomst say counts for a citizen. Those of a
    person of the same type in a role are left out: they have no outcome of their own."""
    gevraagd = {(u.object.objecttype, u.eigenschap) for u in uitkomsten_van(plan.model)}
    typen = {ZELF: vorm.wortel, **{rol.naam: rol.rol.objecttype for rol in vorm.rollen}}
    return [
        doel
        for doel in alle_doelen(plan, vorm).alle
        if (typen[doel.wie], doel.eigenschap) in gevraagd
        and (doel.wie == ZELF or typen[doel.wie] != vorm.wortel)
    ]
