"""Where each value of a JSON text stands, by its path: `objecten[1].attributen.inkomen`.

The reader of the standard library does not tell. Two objects of a case have the same keys, so
looking for the words of a key would point at the wrong object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_TEKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s,:{}\[\]"]+')
DIEPST = 50
"""No value of a case lies deeper, and every path holds the one above it."""

Plek = tuple[int, int]


def plaatsen(tekst: str) -> Mapping[str, Plek]:
    """The span of every key (of an object) and item (of a list) by its path."""
    gevonden: dict[str, Plek] = {}
    stapel: list[tuple[str, int | None]] = [("", None)]
    """What is open: its path, and in a list the number of the next item."""
    pad: str | None = ""
    """Of the value that is next; None where a key is next, or the next item of a list."""
    for m in _TEKEN.finditer(tekst):
        teken, (boven, nummer) = m.group(), stapel[-1]
        if teken in "}]":
            if len(stapel) > 1:
                stapel.pop()
            continue
        if nummer is None and pad is None:
            pad = f"{boven}.{_woord(teken)}".removeprefix(".")
            gevonden.setdefault(pad, m.span())
            continue
        if nummer is not None:
            pad = f"{boven}[{nummer}]"
            gevonden.setdefault(pad, m.span())
            stapel[-1] = (boven, nummer + 1)
        if teken in "{[":
            if len(stapel) > DIEPST:
                break
            stapel.append((pad or "", 0 if teken == "[" else None))
        pad = None
    return gevonden


def _woord(teken: str) -> str:
    try:
        return str(json.loads(teken))
    except ValueError:
        return teken
