"""Which rules take something away or close an option: declared by the law's own lines, else derived
from the sign of their effect on the net position. [hardheid 6.1]"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wetsanalyse.analyses.maten.vluchtroutes import GEBONDEN, niveaus_van
from wetsanalyse.analyses.statisch.invloed import Invloeden, gunst_van, uitkomst_bij_vuren
from wetsanalyse.analyses.statisch.tekens import Teken
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.clausulegevolgen import CLAUSULE
from wetsanalyse.model.lezen_termen import Eigenschap, gezet_door
from wetsanalyse.model.model import Attribuut, Regelversie, Vindplaats

STRAFSTAPPEN = frozenset({"boete", "verhoging van rechtswege", "terugvordering", "termijn"})


class Stapsoort(Enum):
    """What an adverse step does; ``ONBEKEND``: it matters, but which way cannot be derived."""

    LEGT_OP = "legt op"
    OP_NIHIL = "stelt op nihil"
    SLUIT_AF = "sluit af"
    VERLAAGT = "verlaagt"
    ONBEKEND = "richting onbekend"


@dataclass(frozen=True, slots=True)
class NadeligeStap:
    """A rule (all its versions and rows in force) that is adverse. ``verklaard``: the law's lines
    say so. ``sprong``: it works under a condition, so it can make a difference all at once."""

    regel: str
    versies: tuple[str, ...]
    plaatsen: tuple[Vindplaats, ...]
    soort: Stapsoort
    verklaard: bool
    sprong: bool
    niveaus: tuple[str, ...]
    bevoegdheid: str
    stap: str | None
    rechtsmiddel: str | None
    verdisconteerd: str
    uitkomsten: tuple[str, ...]

    @property
    def is_nadelig(self) -> bool:
        return self.soort is not Stapsoort.ONBEKEND


def nadelige_stappen(inv: Invloeden) -> tuple[NadeligeStap, ...]:
    """In the order of the text. Steps of unknown direction are in it too: unknown is not safe."""
    per_regel: dict[tuple[str, Stapsoort], list[Regelversie]] = {}
    for versie in inv.plan.versies.values():
        soort = stapsoort(inv, versie)
        if soort is not None:
            per_regel.setdefault((versie.regel, soort), []).append(versie)
    return tuple(_stap(inv, soort, versies) for (_, soort), versies in per_regel.items())


def _stap(inv: Invloeden, soort: Stapsoort, versies: list[Regelversie]) -> NadeligeStap:
    eerste = versies[0].herkomst
    plaatsen = tuple(dict.fromkeys(b for v in versies for b in v.herkomst.bronnen))
    doelen = {e for v in versies for e in gezet_door(v)}
    return NadeligeStap(
        versies[0].regel,
        tuple(v.id for v in versies),
        plaatsen,
        soort,
        any(is_verklaard(v) for v in versies),
        any(_onder_voorwaarde(v) for v in versies),
        niveaus_van(inv.plan.model, plaatsen),
        eerste.bevoegdheid or GEBONDEN,
        eerste.stap,
        eerste.rechtsmiddel,
        eerste.verdisconteerd or "onbekend",
        tuple(sorted({u for doel in doelen for u in inv.uitkomsten_van(doel)})),
    )


def _onder_voorwaarde(versie: Regelversie) -> bool:
    voorwaarden = (versie.voorwaarde, versie.tijd, versie.onderwerp.kenmerk)
    return any(v is not None for v in voorwaarden)


def is_verklaard(versie: Regelversie) -> bool:
    """Whether the law's own lines call it adverse."""
    herkomst = versie.herkomst
    return herkomst.richting == "nadelig" or herkomst.stap in STRAFSTAPPEN


def stapsoort(inv: Invloeden, versie: Regelversie) -> Stapsoort | None:
    """What the rule does to the citizen; None: nothing adverse."""
    if versie.soort == CLAUSULE or versie.herkomst.richting in ("voordelig", "neutraal"):
        return None
    soorten = [s for doel in gezet_door(versie) if (s := _bij(inv, versie, doel)) is not None]
    nadelig = [s for s in soorten if s is not Stapsoort.ONBEKEND]
    if nadelig:
        return nadelig[0]
    if is_verklaard(versie):
        sluit = versie.soort == "kenmerk" or versie.herkomst.stap == "termijn"
        return Stapsoort.SLUIT_AF if sluit else Stapsoort.LEGT_OP
    return Stapsoort.ONBEKEND if soorten else None


def _bij(inv: Invloeden, versie: Regelversie, doel: Eigenschap) -> Stapsoort | None:
    """What it does through one property that it sets."""
    netto = inv.netto(doel)
    if netto is Teken.GEEN or _is_dag(inv, doel):
        return None
    effect, nihil = uitkomst_bij_vuren(inv.plan, versie, doel)
    effect *= netto
    if nihil and versie.soort == "initialisatie":
        return None
    if effect is Teken.MINDER:
        if nihil:
            return Stapsoort.OP_NIHIL
        is_nadeel = versie.soort == "kenmerk" or doel in inv.nadelen or is_verklaard(versie)
        return Stapsoort.LEGT_OP if is_nadeel else Stapsoort.VERLAAGT
    if effect is Teken.MEER:
        if not _onder_voorwaarde(versie):
            return None
        gunst = gunst_van(inv.plan, versie, doel) * netto
        return Stapsoort.SLUIT_AF if gunst is Teken.MEER else Stapsoort.ONBEKEND
    return Stapsoort.ONBEKEND if effect is Teken.ONBEKEND else None


def _is_dag(inv: Invloeden, doel: Eigenschap) -> bool:
    """A date is not more or less of anything: what follows from it is another rule's step."""
    lid = lid_van(inv.plan.model, *doel)
    return isinstance(lid, Attribuut) and lid.type.is_tijd
