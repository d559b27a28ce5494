"""Chains and subjects as they were written."""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.syntax import tree
from wetsanalyse.syntax.doorloop import doorloop


def ketens_in(node: object) -> Iterator[tree.Keten]:
    """All chains under a node, in the order of the text."""
    ketens = [k for k in doorloop(node) if isinstance(k, tree.Keten)]
    yield from sorted(ketens, key=lambda k: (k.span.start, -k.span.eind))


def universeel(node: object) -> Iterator[tree.Schakel]:
    """The links ``een X`` under a node, in the order of the text. [3.4]"""
    for keten in ketens_in(node):
        laatste = keten.schakels[-1]
        if isinstance(laatste, tree.Schakel) and laatste.bepaling == "een":
            yield laatste
