"""Who acted on purpose: what the model declares with ``opzet bij``, and a case that says so.

A sanction may deter who hid something on purpose; the patterns that measure a sanction leave such a
citizen out. What nobody declared, nobody is accused of."""

from __future__ import annotations

from collections.abc import Iterable

from wetsanalyse.model.casus import Casus
from wetsanalyse.model.model import Model
from wetsanalyse.run.exact import ooit_waar


def met_opzet(model: Model, casus: Casus, namen: Iterable[str]) -> tuple[str, ...]:
    """The persons among these of whom the case says that they acted on purpose."""
    typen = casus.huishouden.typen
    return tuple(
        naam
        for naam in namen
        if (bereik := model.invoerbereiken.get(typen[naam])) is not None
        and any(ooit_waar(casus.invoer.get((naam, kenmerk))) for kenmerk in bereik.opzet)
    )


def opzet_over(model: Model) -> tuple[str, ...]:
    """The kenmerken that were declared: ``opzettelijk verzwegen van Klant``."""
    return tuple(
        f"{kenmerk} van {objecttype}"
        for objecttype, bereik in model.invoerbereiken.items()
        for kenmerk in bereik.opzet
    )
