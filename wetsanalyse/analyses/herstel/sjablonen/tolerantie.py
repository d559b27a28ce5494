"""Tolerance with taper: a small excess costs nothing, a larger one only what is beyond the band."""

from __future__ import annotations

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import afloop, eis_geld, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Sjabloon, Variant
from wetsanalyse.analyses.herstel.sjablonen.kap import past
from wetsanalyse.analyses.herstel.sjablonen.marge import AANDEEL, norm_van

DEEL = "toegestane deel van de grens"


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding)
    eis_geld(a)
    z.vrij(aanleiding, DEEL)
    band = z.parameter(f"het {DEEL}", "Percentage (geheel getal)", AANDEEL, a.geldig, z.EIGEN_KEUZE)

    def over(a_: object, v: object) -> str:
        te_veel, norm = norm_van(a.grens, v)  # type: ignore[arg-type]
        return (
            f"{te_veel} min {norm} min (het {DEEL} van {norm}), "
            f"met een minimum van {z.nul(a.grens.maat)}"
        )

    def onder(a_: object, v: object) -> str:
        te_weinig, norm = norm_van(a.grens, v)  # type: ignore[arg-type]
        return (
            f"{norm} min {te_weinig} min (het {DEEL} van {norm}), "
            f"met een minimum van {z.nul(a.grens.maat)}"
        )

    def slot(zonder: str, bedrag: str) -> str:
        deel = a.omgerekend(bedrag)
        if a.last:
            return z.afgerond(a.type, f"{zonder}, met een maximum van {deel}")
        return z.afgerond(a.type, f"{zonder} min {deel}, met een minimum van {z.nul(a.type)}")

    return Variant(
        "tolerantie",
        f"een afwijking tot {AANDEEL} kost niets, daarboven alleen het meerdere",
        tekst(a, slot, band, over=over if a.grens.bovengrens else onder),
        geldig=a.geldigheid,
    )


TOLERANTIE = Sjabloon(
    "tolerantie",
    "tolerantie met afloop",
    "Een kleine afwijking kost niets; een grotere kost alleen wat boven de tolerantie uitkomt.",
    past,
    maak,
)
