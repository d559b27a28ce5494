"""The rule graph: for people, and for questions that need no computing."""

from wetsanalyse.graph.jas import JasKlasse
from wetsanalyse.graph.rulegraph import (
    Knoop,
    Knoopsoort,
    Pijl,
    Pijlsoort,
    RuleGraph,
    knoop_id,
    slug,
)
from wetsanalyse.graph.tekenen import TekenFout, dot, graphml, svg
from wetsanalyse.graph.vragen import bereik, dominatoren, kringen

__all__ = [
    "JasKlasse",
    "Knoop",
    "Knoopsoort",
    "Pijl",
    "Pijlsoort",
    "RuleGraph",
    "TekenFout",
    "bereik",
    "dominatoren",
    "dot",
    "graphml",
    "knoop_id",
    "kringen",
    "slug",
    "svg",
]
