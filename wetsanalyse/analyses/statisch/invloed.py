"""Which way a value pushes an outcome, read from the rules alone: a monotone sign analysis from
each property to the net position. [hardheid 6.1]

A sign is about size: more of it, or true for false, gives more (or less) of the other, all else
equal. What cannot be derived is `onbekend`; that is an answer, never a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from wetsanalyse.analyses.statisch.tekens import Teken, teken_van, tekens
from wetsanalyse.model.gevolgen import Objectcreatie, Verdeling
from wetsanalyse.model.lezen_termen import Eigenschap, gelezen_door, gezet_door
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Lees
from wetsanalyse.plan.lower import Plan

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Invloedpijl:
    """What a rule reads pushes what it sets."""

    van: Eigenschap
    naar: Eigenschap
    teken: Teken
    regel: str
    test: bool
    """Whether it is read in the condition of the rule, and not in its value."""


@dataclass(frozen=True)
class Invloeden:
    """All pushes of a plan, and of every property its sign on the net position."""

    plan: Plan
    pijlen: tuple[Invloedpijl, ...]
    op_netto: Mapping[Eigenschap, Teken]

    def netto(self, eigenschap: Eigenschap) -> Teken:
        return self.op_netto.get(eigenschap, Teken.GEEN)

    @cached_property
    def nadelen(self) -> frozenset[Eigenschap]:
        """What counts against a citizen."""
        return frozenset(e for u in self.plan.model.uitkomsten for e in _gelezen(u.nadelen))

    @cached_property
    def _graaf(self) -> nx.DiGraph[Eigenschap]:
        import networkx as nx

        graaf: nx.DiGraph[Eigenschap] = nx.DiGraph()
        graaf.add_nodes_from(self.op_netto)
        graaf.add_edges_from((p.van, p.naar) for p in self.pijlen)
        return graaf

    def gevolgd_door(self, eigenschap: Eigenschap) -> frozenset[Eigenschap]:
        """All that a property has influence on, with itself."""
        import networkx as nx

        verder = nx.descendants(self._graaf, eigenschap) if eigenschap in self._graaf else set()
        return frozenset({eigenschap, *verder})

    def uitkomsten_van(self, eigenschap: Eigenschap) -> tuple[str, ...]:
        """The names of the outcomes that a property has influence on."""
        verder = self.gevolgd_door(eigenschap)
        return tuple(
            dict.fromkeys(
                naam
                for u in self.plan.model.uitkomsten
                for soort, naam in _gelezen((*u.voordelen, *u.nadelen))
                if (soort, naam) in verder
            )
        )


def _gelezen(ketens: Iterable[Lees]) -> Iterator[Eigenschap]:
    for lees in ketens:
        yield lees.object.objecttype, lees.eigenschap


def invloeden(plan: Plan) -> Invloeden:
    pijlen = tuple(p for versie in plan.versies.values() for p in _pijlen(plan, versie))
    netto: dict[Eigenschap, Teken] = {}
    for uitkomst in plan.model.uitkomsten:
        for teken, ketens in ((Teken.MEER, uitkomst.voordelen), (Teken.MINDER, uitkomst.nadelen)):
            for sleutel in _gelezen(ketens):
                netto[sleutel] = netto.get(sleutel, Teken.GEEN) | teken
    per_doel: dict[Eigenschap, list[Invloedpijl]] = {}
    for pijl in pijlen:
        per_doel.setdefault(pijl.naar, []).append(pijl)
    # Signs only grow toward `onbekend`, so this ends: each property is looked at a few times.
    werk = list(netto)
    while werk:
        doel = werk.pop()
        for pijl in per_doel.get(doel, ()):
            oud = netto.get(pijl.van, Teken.GEEN)
            nieuw = oud | (pijl.teken * netto[doel])
            if nieuw is not oud:
                netto[pijl.van] = nieuw
                werk.append(pijl.van)
    return Invloeden(plan, pijlen, MappingProxyType(netto))


def _pijlen(plan: Plan, versie: Regelversie) -> Iterator[Invloedpijl]:
    doelen = tuple(dict.fromkeys(gezet_door(versie)))
    for doel in doelen:
        waarde = _in_waarde(plan, versie, doel)
        gunst = gunst_van(plan, versie, doel)
        test = {e: t * gunst for e, t in tekens(plan, versie, (versie.voorwaarde, versie.tijd))}
        if versie.onderwerp.kenmerk is not None:
            eigen = (versie.onderwerp.objecttype, versie.onderwerp.kenmerk)
            test[eigen] = test.get(eigen, Teken.GEEN) | gunst
        for bron, is_test in ((waarde, False), (test, True)):
            for eigenschap, teken in bron.items():
                yield Invloedpijl(eigenschap, doel, teken, versie.id, is_test)
        # What is read to find the objects that it is about: who, not how much.
        bekend = waarde.keys() | test.keys()
        for eigenschap in dict.fromkeys(gelezen_door(versie)):
            if eigenschap not in bekend:
                yield Invloedpijl(eigenschap, doel, Teken.ONBEKEND, versie.id, True)


def _in_waarde(plan: Plan, versie: Regelversie, doel: Eigenschap) -> dict[Eigenschap, Teken]:
    """The signs of what the value of a rule reads, on what it sets."""
    match versie.gevolg:
        case None:
            return dict(tekens(plan, versie, versie.waarde))
        case Objectcreatie(rol, toekenningen):
            delen = [t for naam, t in toekenningen if (rol.objecttype, naam) == doel]
            return dict(tekens(plan, versie, tuple(delen)))
        case Verdeling(bron=bron, ontvangers=ontvangers, doel=naam) if doel == (
            ontvangers.objecttype,
            naam,
        ):
            return dict(tekens(plan, versie, bron))
        case _:
            return {}


# ------------------------------------------------------------------ what firing does


def gunst_van(plan: Plan, versie: Regelversie, doel: Eigenschap) -> Teken:
    """What becomes of ``doel`` when the rule fires, against when it does not: more, less, or not
    to be said (another rule gives an amount then)."""
    if versie.soort == "kenmerk":
        return Teken.MEER
    bedragen = [v for v in _anderen(plan, versie, doel) if not _is_nul(plan, v)]
    teken, nihil = uitkomst_bij_vuren(plan, versie, doel)
    # Beside another amount only nil is certain to be less.
    return teken if nihil or not bedragen else Teken.ONBEKEND


def uitkomst_bij_vuren(plan: Plan, versie: Regelversie, doel: Eigenschap) -> tuple[Teken, bool]:
    """What a rule makes of ``doel`` against nothing at all; and whether it makes it nil: then
    against what others would give."""
    if versie.soort == "kenmerk":
        return Teken.MEER, False
    if versie.gevolg is not None or versie.waarde is None:
        return Teken.ONBEKEND, False
    eigen = teken_van(plan, versie, versie.waarde)
    if eigen is not Teken.GEEN:
        return eigen, False
    return Teken.MINDER * _van_anderen(plan, _anderen(plan, versie, doel)), True


def _anderen(plan: Plan, versie: Regelversie, doel: Eigenschap) -> list[Regelversie]:
    return [v for v in plan.schrijvers.get(doel, ()) if v.id != versie.id]


def _van_anderen(plan: Plan, anderen: Iterable[Regelversie]) -> Teken:
    teken = Teken.GEEN
    for v in anderen:
        teken |= Teken.ONBEKEND if v.waarde is None else teken_van(plan, v, v.waarde)
    return teken


def _is_nul(plan: Plan, versie: Regelversie) -> bool:
    return versie.waarde is not None and teken_van(plan, versie, versie.waarde) is Teken.GEEN
