"""How strong an explicit clause is. [hardheid 6.2] The numbers are data."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cache

from wetsanalyse.analyses.maten.maatbestand import Maatlezer, pakketbron
from wetsanalyse.model.model import Clausuleversie, Hardheidsclausule, Model
from wetsanalyse.run.weergave import toon_getal
from wetsanalyse.text import Result, Source

ALGEMENE_REGELS = ("ministeriële regeling", "beleidsregel")


@dataclass(frozen=True, slots=True)
class Sterkteschaal:
    """Three numbers to start from, what goes off, and what is left without a remedy."""

    ambtshalve: Fraction
    op_aanvraag: Fraction
    toepassing_niet_gezegd: Fraction
    alleen_voor_groepen: Fraction
    alleen_in_een_algemene_regel: Fraction
    open_norm_zonder_maatstaf: Fraction
    zonder_rechtsmiddel: Fraction


_NAMEN = tuple(veld.name.replace("_", " ") for veld in fields(Sterkteschaal))


@cache
def standaardschaal() -> Sterkteschaal:
    """The scale that ships with the package."""
    gelezen = lees_schaal(pakketbron("sterkte.yaml"))
    assert gelezen.value is not None, gelezen.fouten
    return gelezen.value


def lees_schaal(bron: Source) -> Result[Sterkteschaal | None]:
    """A scale, with every fault in it."""
    lezer = Maatlezer(bron)
    document = lezer.document()
    if document is None:
        return Result(None, tuple(lezer.meldingen))
    velden = lezer.velden(document, "de schaal", _NAMEN)
    if velden:
        lezer.eis(document, velden, "de schaal", _NAMEN)
    getallen = [lezer.getal(velden[naam]) if naam in velden else None for naam in _NAMEN]
    heel = [g for g in getallen if g is not None]
    schaal = Sterkteschaal(*heel) if not lezer.meldingen and len(heel) == len(_NAMEN) else None
    return Result(schaal, tuple(lezer.meldingen))


def sterkte(
    model: Model,
    clausule: Hardheidsclausule,
    versie: Clausuleversie | None,
    schaal: Sterkteschaal | None = None,
) -> tuple[Fraction, str]:
    """The strength of an explicit clause, with the reason."""
    s = schaal or standaardschaal()
    if clausule.herkomst.rechtsmiddel == "geen":
        return s.zonder_rechtsmiddel, "geen rechtsmiddel"
    waarde, reden = {
        "ambtshalve": (s.ambtshalve, "ambtshalve toe te passen"),
        "op aanvraag": (s.op_aanvraag, "alleen als de burger erom vraagt"),
    }.get(
        clausule.toepassing or "",
        (s.toepassing_niet_gezegd, "niet gezegd is dat zij ambtshalve werkt"),
    )
    redenen = [reden]
    normen = versie.normen if versie else ()
    for geldt, af, waarom in (
        (clausule.voor == "groepen van gevallen", s.alleen_voor_groepen, "alleen voor groepen"),
        (
            clausule.door in ALGEMENE_REGELS,
            s.alleen_in_een_algemene_regel,
            "alleen in een algemene regel",
        ),
        (
            any(_zonder_beslisser(model, norm) for norm in normen),
            s.open_norm_zonder_maatstaf,
            "open norm zonder wie beslist",
        ),
        (
            any(_zonder_grond(model, norm) for norm in normen),
            s.open_norm_zonder_maatstaf,
            "open norm zonder grond",
        ),
    ):
        if geldt:
            waarde += af
            redenen.append(f"{waarom} ({toon_getal(af)})")
    return max(waarde, Fraction(0)), ", ".join(redenen)


def _zonder_beslisser(model: Model, norm: str) -> bool:
    gevonden = model.open_normen.get(norm)
    return gevonden is None or gevonden.beoordeeld_door is None


def _zonder_grond(model: Model, norm: str) -> bool:
    """No article and no viewpoints: nothing says on what ground to decide. One deduction is
    enough for a norm that has no decider either."""
    gevonden = model.open_normen.get(norm)
    if gevonden is None or _zonder_beslisser(model, norm):
        return False
    herkomst = gevonden.herkomst
    return not (gevonden.gezichtspunten or herkomst.bronnen or herkomst.teksten)
