"""No recovery where the authority caused it."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel.basis import Aanleiding, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.begrenzen import last, oordeelblokken, vooraf
from wetsanalyse.analyses.herstel.woorden import nul

NORM = "oorzaak bij de overheid"
OORDEEL = (
    "de proef zegt ja voor wie hard wordt geraakt; of de overheid de oorzaak was, oordeelt een mens"
)


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon in ("P17", "P11"):
        return Past(True, "zonder de fout of het wachten van de overheid was er geen hard gevolg")
    return Past(False, "alleen waar de overheid de oorzaak is (P17, P11)")


def maak(aanleiding: Aanleiding) -> Variant:
    v = vooraf(aanleiding, last(aanleiding), "vóór de toets op de oorzaak")
    type_ = v.bedrag.attribuut.type
    return Variant(
        "overheidsfout",
        "geen terugvordering van wat de overheid veroorzaakte",
        "\n\n".join((
            *oordeelblokken(aanleiding, NORM),
            *v.blokken(),
            v.regel("door eigen toedoen", v.zijn(v.zonder),
                    f" indien er geen sprake is van open norm {NORM}"),
            v.regel("door toedoen van de overheid", nul(type_),
                    f" indien er sprake is van open norm {NORM}"),
        )),
        (NORM,),
        (OORDEEL,),
        v.geldigheid,
    )  # fmt: skip


OVERHEIDSFOUT = Sjabloon(
    "overheidsfout",
    "geen terugvordering bij een oorzaak bij de overheid",
    "Wat door de overheid ontstond, hoeft de burger niet terug te betalen.",
    past,
    maak,
)
