"""What a household has by all the schemes together: advantages less disadvantages, in euro over
the window of the block Uitkomst."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.bevolking.draaien import Doel, Draaier, Verslag
from wetsanalyse.bevolking.kolomrekenen import niets, per_huishouden, samen
from wetsanalyse.bevolking.tellen import Maat, trede_van
from wetsanalyse.bevolking.uitkomsten import Uitkomstkolom
from wetsanalyse.bevolking.vorm import ZELF, Vorm
from wetsanalyse.model.model import Model
from wetsanalyse.model.types import Eenheid, Soort, Type
from wetsanalyse.run.kolommen import Blok

SAMEN = "alles samen"
JAAR = Fraction(12)
EURO = Type(Soort.NUMERIEK, Eenheid.van({"€": 1}))
PER = {"jr": Fraction(1, 12), "mnd": Fraction(1), "kw": Fraction(1, 3)}
"""An amount per such a unit of time, in a month."""


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """An outcome that counts in the net position. ``factor``: what one unit of it is in euro over
    the window; below zero for a disadvantage."""

    doel: Doel
    factor: Fraction


def in_euro(type_: Type, maanden: Fraction = JAAR) -> Fraction | None:
    """What one unit of an amount is in euro over so many months; None: it is no amount."""
    machten = dict(type_.eenheid.machten)
    if not type_.is_getal or machten.pop("€", 0) != 1:
        return None
    if not machten:
        return Fraction(1)
    tijd, exponent = machten.popitem()
    return PER[tijd] * maanden if exponent == -1 and tijd in PER and not machten else None


def bijdragen(model: Model, vorm: Vorm, doelen: Sequence[Doel]) -> tuple[Bijdrage, ...]:
    """Those of some outcomes that the blocks Uitkomst call an advantage or a disadvantage."""
    typen = {ZELF: vorm.wortel, **{rol.naam: rol.rol.objecttype for rol in vorm.rollen}}
    gevonden: dict[Doel, Fraction] = {}
    for uitkomst in model.uitkomsten:
        maanden = uitkomst.venster or JAAR
        for teken, kant in ((1, uitkomst.voordelen), (-1, uitkomst.nadelen)):
            gevraagd = {(u.object.objecttype, u.eigenschap) for u in kant}
            for doel in doelen:
                if (typen.get(doel.wie), doel.eigenschap) not in gevraagd:
                    continue
                if doel.wie != ZELF and typen[doel.wie] == vorm.wortel:
                    continue  # somebody of that type in a role has no outcome of his own
                if (factor := in_euro(doel.type, maanden)) is not None:
                    gevonden[doel] = teken * factor
    return tuple(Bijdrage(doel, factor) for doel, factor in gevonden.items())


def netto(
    delen: Sequence[Bijdrage], uit: Mapping[Doel, Uitkomstkolom], lengte: int
) -> Uitkomstkolom:
    """The net position of each household."""
    kolommen = [(per_huishouden(uit[d.doel]), d.factor) for d in delen]
    return samen(kolommen) if kolommen else niets(lengte)


@dataclass(frozen=True)
class Netto:
    """The net position as something to measure beside the outcomes."""

    bijdragen: tuple[Bijdrage, ...]

    @property
    def maat(self) -> Maat:
        return Maat(SAMEN, trede_van(EURO))

    def meet(
        self, _draaier: Draaier, blok: Blok, uit: Mapping[Doel, Uitkomstkolom]
    ) -> tuple[dict[Maat, Uitkomstkolom], Verslag]:
        return {self.maat: netto(self.bijdragen, uit, blok.n)}, Verslag()


def samen_van(draaier: Draaier) -> tuple[Netto, ...]:
    """All together, where more than one outcome is in it."""
    delen = bijdragen(draaier.plan.model, draaier.vorm, draaier.doelen)
    return (Netto(delen),) if len(delen) > 1 else ()


__all__ = ["EURO", "SAMEN", "Bijdrage", "Netto", "bijdragen", "in_euro", "netto", "samen_van"]
