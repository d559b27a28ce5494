"""Pro rata: who has done a part, gets that part."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import afloop
from wetsanalyse.analyses.herstel.aflooptekst import Naarrato, kanten, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.bedrag import ook_geraakt

GRENS = "bedrag van de grens"


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P01", "P03"):
        return Past(True, "een tekort is een deel van het geheel; het gevolg kan dat ook zijn")
    return Past(False, "alleen voor een klif of alles-of-niets (P01, P03)")


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    if a.grens.bovengrens:
        raise Onmogelijk("wie te veel heeft, mist geen deel; dit is er alleen bij een tekort")
    if any(g.last for g in a.geraakt):
        raise Onmogelijk("het gevolg is een last en geen aanspraak")
    z.vrij(aanleiding, GRENS)
    eenheid = a.grens.maat.eenheid
    norm = a.zijn(GRENS)
    wijze = Naarrato(
        lambda zonder, over: f"({zonder} maal ({norm} min {over}) gedeeld door {norm})",
        lambda zonder, over: f"({zonder} maal {over} gedeeld door {norm})",
        delend=True,
    )
    lid = f"het {GRENS}\tNumeriek (niet-negatief getal) met eenheid {eenheid}"
    if not eenheid:
        lid = f"het {GRENS}\tNumeriek (niet-negatief getal)"
    normen = [kanten(a, v)[0] for _, v in a.grens.standen]
    if len(set(normen)) != 1:
        raise Onmogelijk("de grens is voor verschillende huishoudens anders opgeschreven")
    meer = z.regel(
        GRENS, a.geldig, f"Het {GRENS} van {a.wie} moet berekend worden als {normen[0]}.",
        z.herkomst_van(a.grens.standen[0][0]), stap=False,
    )  # fmt: skip
    nieuw = tekst(
        a, wijze, z.extensie(aanleiding, a.objecttype, [lid]), meer, achter="naar evenredigheid"
    )
    return Variant(
        "evenredig",
        "naar evenredigheid van wat wel is gedaan",
        nieuw,
        opmerkingen=ook_geraakt(a.grens),
        geldig=a.geldigheid,
    )


EVENREDIG = Sjabloon(
    "evenredig",
    "naar evenredigheid",
    "Wie een deel heeft gedaan, krijgt dat deel.",
    past,
    maak,
)
