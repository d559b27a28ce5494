"""Walk over a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from wetsanalyse.syntax import tree as t


def doorloop(node: Any, verder: Callable[[t.Node], bool] = lambda _n: True) -> Iterator[t.Node]:
    """All nodes under a node, itself first; not below one for which ``verder`` says no."""
    if isinstance(node, t.Node):
        yield node
        if verder(node):
            for veld in node.__dataclass_fields__:
                if veld != "span":
                    yield from doorloop(getattr(node, veld), verder)
    elif isinstance(node, tuple):
        for deel in node:
            yield from doorloop(deel, verder)
