"""What the blocks give, being gathered while they are resolved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from wetsanalyse.model.model import (
    Aanvaard,
    Evenredigheidsnorm,
    Hardheidsclausule,
    Invoerbereik,
    OpenNorm,
    Parameterwaarde,
    Uitkomst,
)
from wetsanalyse.model.tabel import Onoplosbaar
from wetsanalyse.text import Diagnostic, Span


@dataclass
class Verzameld:
    """What the blocks gave, being gathered; only inside `resolve`."""

    waarden: dict[str, list[tuple[Parameterwaarde, Span]]] = field(default_factory=dict)
    clausules: dict[str, Hardheidsclausule] = field(default_factory=dict)
    open_normen: dict[str, OpenNorm] = field(default_factory=dict)
    organen: list[str] = field(default_factory=list)
    uitkomsten: list[Uitkomst] = field(default_factory=list)
    bereiken: dict[str, Invoerbereik] = field(default_factory=dict)
    normen: list[Evenredigheidsnorm] = field(default_factory=list)
    aanvaard: list[Aanvaard] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)


def veilig(v: Verzameld, doe: Callable[..., Any], *args: Any) -> Any:
    """The result of one small step, or None and a message."""
    try:
        return doe(*args)
    except Onoplosbaar as e:
        v.meldingen.append(e.melding)
        return None
