"""Pro rata: who has done a part, gets that part."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import Afloop, afloop, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.syntax import tree as t

GRENS = "bedrag van de grens"


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P01", "P03"):
        return Past(True, "een tekort is een deel van het geheel; het gevolg kan dat ook zijn")
    return Past(False, "alleen voor een klif of alles-of-niets (P01, P03)")


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    if a.grens.bovengrens:
        raise Onmogelijk("wie te veel heeft, mist geen deel; dit is er alleen bij een tekort")
    if a.last:
        raise Onmogelijk("het gevolg is een last en geen aanspraak")
    z.vrij(aanleiding, GRENS)
    eenheid = a.grens.maat.eenheid

    def slot(zonder: str, over: str) -> str:
        norm = a.zijn(GRENS)
        deel = f"{zonder} maal ({norm} min {over}) gedeeld door {norm}"
        return z.afgerond(a.type, f"{deel}, met een minimum van {z.nul(a.type)}")

    blokken = tekst(a, slot)
    lid = f"het {GRENS}\tNumeriek (niet-negatief getal) met eenheid {eenheid}"
    if not eenheid:
        lid = f"het {GRENS}\tNumeriek (niet-negatief getal)"
    norm = [_norm(a, v) for _, v in a.grens.standen]
    if len(set(norm)) != 1:
        raise Onmogelijk("de grens is voor verschillende huishoudens anders opgeschreven")
    meer = z.regel(
        GRENS, a.geldig,
        f"Het {GRENS} van {z.van_wie(a.bedrag)} moet berekend worden als {norm[0]}.",
        z.herkomst_van(a.grens.standen[0][0]), stap=False,
    )  # fmt: skip
    return Variant(
        "evenredig",
        "naar evenredigheid van wat wel is gedaan",
        "\n\n".join((_gesplitst(a, blokken), z.extensie(aanleiding, a.objecttype, [lid]), meer)),
        geldig=a.geldigheid,
    )


def _norm(a: Afloop, v: t.Vergelijking) -> str:
    links_is_te_weinig = (v.woord == a.grens.vergelijking.woord) == a.grens.goed
    return z.uitdrukking(v.rechts if links_is_te_weinig else v.links)


def _gesplitst(a: Afloop, blokken: str) -> str:
    """Nothing short: the whole amount, without dividing (the whole may be nothing)."""
    kop, _, slot = blokken.rpartition("\n\n")
    heel = f"{slot[: slot.index('berekend worden')]}gesteld worden op {a.zijn(a.zonder)}"
    over = a.zijn(a.over)
    nul = z.nul(a.grens.maat)
    geheel = f"{heel} indien {over} kleiner of gelijk is aan {nul}."
    deel = f"{slot.rstrip('.')} indien {over} groter is dan {nul}."
    return "\n\n".join((
        kop,
        geheel.replace(" met afloop", " zonder tekort", 1),
        deel.replace(" met afloop", " naar evenredigheid", 1),
    ))  # fmt: skip


EVENREDIG = Sjabloon(
    "evenredig",
    "naar evenredigheid",
    "Wie een deel heeft gedaan, krijgt dat deel.",
    past,
    maak,
)
