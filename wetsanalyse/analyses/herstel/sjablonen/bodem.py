"""Floor: no more is recovered than what is left above the floor of subsistence."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.begrenzen import last, vooraf
from wetsanalyse.model.terms import Instantie, Lees

EERSTE_MAAND = (
    "wat een burger in één maand kan betalen, telt één keer: wat overblijft, vervalt en wordt niet "
    "in latere maanden gevraagd"
)


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P05", "P11", "P17", "P04"):
        return Past(True, "terugbetalen kan iemand onder het bestaansminimum brengen")
    return Past(False, "alleen voor terugvordering (P04, P05, P11, P17)")


def maak(aanleiding: Aanleiding) -> Variant:
    v = vooraf(aanleiding, last(aanleiding), "vóór de bodem")
    objecttype = v.bedrag.eigenschap[0]
    eigen = [u for u in aanleiding.model.uitkomsten if u.objecttype == objecttype and u.bodems]
    if len(eigen) != 1:
        raise Onmogelijk("het blok Uitkomst noemt voor deze persoon geen bodem")
    uitkomst = eigen[0]
    in_ = [_deel(v.zijn, lees) for lees in (*uitkomst.middelen, *uitkomst.voordelen)]
    if not in_:
        raise Onmogelijk("het blok Uitkomst noemt geen middelen, dus de ruimte is onbekend")
    bodem = _deel(v.zijn, uitkomst.bodems[0])
    ruimte = f"({' plus '.join(in_)} min {bodem})"
    type_ = v.bedrag.attribuut.type
    if ("mnd", -1) not in type_.eenheid.machten:
        # What is due at once, is due in one month.
        ruimte = f"({ruimte} maal 1 mnd)"
    waarde = f"{v.zijn(v.zonder)}, met een minimum van {z.nul(type_)}"
    zin = f"({v.zijn(v.zonder)}, met een maximum van {ruimte}), met een minimum van {z.nul(type_)}"
    slot = v.regel("met een bodem", z.afgerond(type_, zin)) if waarde else ""
    return Variant(
        "bodem", "terugvordering laat de bodem staan", "\n\n".join((*v.blokken(), slot)),
        opmerkingen=(EERSTE_MAAND,), geldig=v.geldigheid,
    )  # fmt: skip


def _deel(zijn: object, lees: Lees) -> str:
    """A read of the person himself, per month."""
    if not isinstance(lees.object, Instantie) or not callable(zijn):
        raise Onmogelijk(f"“{lees.eigenschap}” staat niet bij de persoon zelf")
    if lees.type.korrel is not None:
        raise Onmogelijk(f"“{lees.eigenschap}” verandert in de tijd")
    machten = dict(lees.type.eenheid.machten)
    tekst = str(zijn(lees.eigenschap))
    if machten == {"€": 1, "mnd": -1}:
        return tekst
    if machten == {"€": 1, "jr": -1}:
        return f"({tekst} gedeeld door 12 mnd/jr)"
    raise Onmogelijk(f"“{lees.eigenschap}” is geen bedrag per maand of jaar")


BODEM = Sjabloon(
    "bodem",
    "matiging met een bodem",
    "Wat iemand moet betalen, is nooit meer dan wat boven het bestaansminimum overblijft.",
    past,
    maak,
)
