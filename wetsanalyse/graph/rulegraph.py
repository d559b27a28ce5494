"""The rule graph: one directed graph of what the rules read, set and deviate from.

Conventions
-----------
* Every edge points the way that influence goes, from input to outcome:

  =================  ==========================================================
  ``leest``          what is read -> the rule, clause, duty or outcome that reads it;
                     a duty -> the rule that applies when it is not done
  ``stelt``          the rule -> the attribute or kenmerk that it sets
  ``wijkt_af_van``   the exception (rule or clause) -> the rule it deviates from
  ``machtigt``       the power or the norm -> the rule or parameter that fills it in
  =================  ==========================================================

* The id of a node is a stable slug (`knoop_id`), fit for an HTML anchor.
* The attributes of nodes and edges are text only, so that any format can hold them;
  `Knoop` and `Pijl` are their typed form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import Enum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from wetsanalyse.graph.jas import JasKlasse

if TYPE_CHECKING:
    import networkx as nx


class Knoopsoort(Enum):
    """What a node stands for. An ``INVOER`` is an attribute or kenmerk that no rule sets; a
    ``ROL``, ``DAGSOORT`` or ``TIJDLIJN`` is drawn when a rule fills or defines it."""

    REGEL = "regel"
    ATTRIBUUT = "attribuut"
    PARAMETER = "parameter"
    KENMERK = "kenmerk"
    CLAUSULE = "clausule"
    OPEN_NORM = "open norm"
    UITKOMST = "uitkomst"
    INVOER = "invoer"
    VERPLICHTING = "verplichting"
    DELEGATIE = "delegatie"
    ROL = "rol"
    DAGSOORT = "dagsoort"
    TIJDLIJN = "tijdlijn"

    @property
    def jas(self) -> JasKlasse:
        return _JAS[self]


_JAS = {
    Knoopsoort.REGEL: JasKlasse.AFLEIDINGSREGEL,
    Knoopsoort.ATTRIBUUT: JasKlasse.VARIABELE,
    Knoopsoort.PARAMETER: JasKlasse.PARAMETER,
    Knoopsoort.KENMERK: JasKlasse.VARIABELE,
    Knoopsoort.CLAUSULE: JasKlasse.RECHTSBETREKKING,
    Knoopsoort.OPEN_NORM: JasKlasse.VOORWAARDE,
    Knoopsoort.UITKOMST: JasKlasse.RECHTSOBJECT,
    Knoopsoort.INVOER: JasKlasse.VARIABELE,
    Knoopsoort.VERPLICHTING: JasKlasse.RECHTSBETREKKING,
    Knoopsoort.DELEGATIE: JasKlasse.DELEGATIEBEVOEGDHEID,
    Knoopsoort.ROL: JasKlasse.RECHTSBETREKKING,
    Knoopsoort.DAGSOORT: JasKlasse.TIJDSAANDUIDING,
    Knoopsoort.TIJDLIJN: JasKlasse.TIJDSAANDUIDING,
}


class Pijlsoort(Enum):
    LEEST = "leest"
    STELT = "stelt"
    WIJKT_AF_VAN = "wijkt_af_van"
    MACHTIGT = "machtigt"

    def __str__(self) -> str:
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Knoop:
    """A node. Empty text is: not known, or does not apply. ``artikel`` and ``regeling`` say in
    which cluster it is drawn (``2`` or ``2, eerste lid``; ``Wzt``); ``uitleg`` is one sentence."""

    id: str
    soort: Knoopsoort
    label: str
    regeling: str = ""
    artikel: str = ""
    jci: str = ""
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Pijl:
    van: str
    naar: str
    soort: Pijlsoort


def slug(tekst: str) -> str:
    """Lower case, without accents, words joined by hyphens: ``Één kind`` is ``een-kind``."""
    kaal = unicodedata.normalize("NFKD", tekst.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-") or "x"


def knoop_id(soort: Knoopsoort, *delen: str) -> str:
    """``regel-normpremie-2025`` from REGEL, ``normpremie``, ``2025``."""
    return "-".join(slug(deel) for deel in (soort.value, *delen) if deel)


@dataclass(frozen=True, eq=False)
class RuleGraph:
    """Nodes and edges in a fixed order, with the conventions of this module. Make it with `van`;
    ``graaf`` is the same as a frozen ``networkx.DiGraph``."""

    knopen: tuple[Knoop, ...] = field(repr=False)
    pijlen: tuple[Pijl, ...] = field(repr=False)

    @staticmethod
    def van(knopen: Iterable[Knoop], pijlen: Iterable[Pijl]) -> RuleGraph:
        """The graph of these nodes and edges, in an order that does not depend on theirs.

        Saying the same thing twice is fine. A different node under one id, two kinds of edge
        between one pair, or an edge to nowhere is a programmer's fault: ``ValueError``."""
        per_id: dict[str, Knoop] = {}
        for knoop in knopen:
            if per_id.setdefault(knoop.id, knoop) != knoop:
                raise ValueError(f"twee verschillende knopen heten {knoop.id}")
        rij = sorted(set(pijlen), key=lambda p: (p.van, p.naar, p.soort.value))
        for pijl in rij:
            for eind in (pijl.van, pijl.naar):
                if eind not in per_id:
                    raise ValueError(f"de pijl {pijl.van} -> {pijl.naar} mist {eind}")
        for pijl, volgende in pairwise(rij):
            if (pijl.van, pijl.naar) == (volgende.van, volgende.naar):
                raise ValueError(f"twee soorten pijlen van {pijl.van} naar {pijl.naar}")
        return RuleGraph(tuple(sorted(per_id.values(), key=lambda k: k.id)), tuple(rij))

    @cached_property
    def graaf(self) -> nx.DiGraph[str]:
        """For the questions that a graph library answers. It is loaded only for those."""
        import networkx as nx

        graaf: nx.DiGraph[str] = nx.DiGraph()
        for knoop in self.knopen:
            velden = asdict(knoop) | {"soort": knoop.soort.value, "jas": knoop.soort.jas.value}
            del velden["id"]
            graaf.add_node(knoop.id, **velden)
        for pijl in self.pijlen:
            graaf.add_edge(pijl.van, pijl.naar, soort=pijl.soort.value)
        nx.freeze(graaf)
        return graaf

    @cached_property
    def _per_id(self) -> dict[str, Knoop]:
        return {knoop.id: knoop for knoop in self.knopen}

    def __contains__(self, id_: object) -> bool:
        return id_ in self._per_id

    def __len__(self) -> int:
        return len(self.knopen)

    def knoop(self, id_: str) -> Knoop:
        return self._per_id[id_]
