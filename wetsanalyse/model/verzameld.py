"""What the blocks give, being gathered while they are resolved."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, fields
from typing import Any

from wetsanalyse.model.model import (
    Aanvaard,
    Bestuursorgaan,
    Evenredigheidsnorm,
    Gebeurtenis,
    Hardheidsclausule,
    Invoerbereik,
    OpenNorm,
    Parameterwaarde,
    Uitkomst,
    Verplichting,
)
from wetsanalyse.model.tabel import Onoplosbaar
from wetsanalyse.text import Diagnostic, Span


@dataclass
class Verzameld:
    """What the blocks gave, being gathered; only inside `resolve`."""

    waarden: dict[str, list[tuple[Parameterwaarde, Span]]] = field(default_factory=dict)
    clausules: dict[str, Hardheidsclausule] = field(default_factory=dict)
    open_normen: dict[str, OpenNorm] = field(default_factory=dict)
    organen: dict[str, Bestuursorgaan] = field(default_factory=dict)
    uitkomsten: list[Uitkomst] = field(default_factory=list)
    bereiken: dict[str, Invoerbereik] = field(default_factory=dict)
    normen: list[Evenredigheidsnorm] = field(default_factory=list)
    aanvaard: list[Aanvaard] = field(default_factory=list)
    verplichtingen: dict[str, Verplichting] = field(default_factory=dict)
    gebeurtenissen: dict[str, Gebeurtenis] = field(default_factory=dict)
    meldingen: list[Diagnostic] = field(default_factory=list)
    gevallen: list[Onoplosbaar] = field(default_factory=list)

    @property
    def onoplosbaar(self) -> tuple[Onoplosbaar, ...]:
        return tuple(self.gevallen)

    @property
    def kern(self) -> object:
        """All that was gathered, without what was said about it."""
        return [
            getattr(self, f.name) for f in fields(self) if f.name not in ("meldingen", "gevallen")
        ]

    def kopie(self) -> Verzameld:
        """To add to without changing this one. ``gevallen`` begins anew."""
        kopie = copy(self)
        for veld in fields(self):
            setattr(kopie, veld.name, copy(getattr(self, veld.name)))
        kopie.waarden = {naam: list(lijst) for naam, lijst in self.waarden.items()}
        kopie.gevallen = []
        return kopie


def veilig(v: Verzameld, doe: Callable[..., Any], *args: Any) -> Any:
    """The result of one small step, or None and a message."""
    try:
        return doe(*args)
    except Onoplosbaar as e:
        v.meldingen.append(e.melding)
        v.gevallen.append(e)
        return None
