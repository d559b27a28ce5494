"""Questions about a rule graph: circles, reach, and what everything passes through."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from wetsanalyse.graph.rulegraph import Pijlsoort, RuleGraph

REKENEN = frozenset({Pijlsoort.LEEST, Pijlsoort.STELT})
_BRON = "\0bron"


def kringen(
    graph: RuleGraph,
    *,
    soorten: Collection[Pijlsoort] = REKENEN,
    hoogstens: int = 100,
) -> list[tuple[str, ...]]:
    """Every circle as a whole path, its first node repeated at the end.

    A path starts at its smallest id, short circles come first. Circles can be very many:
    no more than ``hoogstens`` are looked for."""
    import networkx as nx

    deel: nx.DiGraph[str] = nx.DiGraph()
    deel.add_edges_from((pijl.van, pijl.naar) for pijl in graph.pijlen if pijl.soort in soorten)
    gevonden = []
    for kring in islice(nx.simple_cycles(deel), hoogstens):
        begin = kring.index(min(kring))
        gevonden.append((*kring[begin:], *kring[:begin], kring[begin]))
    return sorted(gevonden, key=lambda pad: (len(pad), pad))


def bereik(graph: RuleGraph, node: str, *, terug: bool = False) -> frozenset[str]:
    """What ``node`` has influence on; with ``terug``, what has influence on it. Without itself."""
    import networkx as nx

    zoek = nx.ancestors if terug else nx.descendants
    return frozenset(zoek(graph.graaf, node))


def dominatoren(graph: RuleGraph, node: str) -> tuple[str, ...]:
    """The nodes on *every* path from an input to ``node``, in the order of the path.

    Who changes one of them reaches everything behind it; without ``node`` itself."""
    import networkx as nx

    deel: nx.DiGraph[str] = nx.DiGraph(
        graph.graaf.subgraph({node, *nx.ancestors(graph.graaf, node)})
    )
    # A circle that nothing comes into is a source as a whole, so a path may start anywhere in it.
    verdicht = nx.condensation(deel)
    bronnen = [
        lid
        for groep in verdicht
        if verdicht.in_degree(groep) == 0
        for lid in verdicht.nodes[groep]["members"]
    ]
    deel.add_edges_from((_BRON, bron) for bron in bronnen)
    boven = nx.immediate_dominators(deel, _BRON)
    pad: list[str] = []
    hier = boven[node]
    while hier is not None and hier != _BRON:
        pad.append(hier)
        hier = boven[hier]
    return tuple(reversed(pad))
