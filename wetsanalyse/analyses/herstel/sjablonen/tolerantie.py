"""Tolerance with taper: a small excess costs nothing, a larger one only what is beyond the band."""

from __future__ import annotations

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import Afloop, afloop, eis_geld
from wetsanalyse.analyses.herstel.aflooptekst import Bedragsgewijs, tekst
from wetsanalyse.analyses.herstel.basis import Aanleiding, Sjabloon, Variant
from wetsanalyse.analyses.herstel.bedrag import ook_geraakt
from wetsanalyse.analyses.herstel.sjablonen.kap import past
from wetsanalyse.analyses.herstel.sjablonen.marge import AANDEEL, norm_van
from wetsanalyse.syntax import tree as t

DEEL = "toegestane deel van de grens"


def maak(aanleiding: Aanleiding) -> Variant:
    a = afloop(aanleiding, band=True)
    eis_geld(a)
    z.vrij(aanleiding, DEEL)
    band = z.parameter(f"het {DEEL}", "Percentage (geheel getal)", AANDEEL, a.geldig, z.EIGEN_KEUZE)

    def over(_: Afloop, v: t.Vergelijking) -> str:
        eigen, norm = norm_van(a.grens, v)
        te_veel = (eigen, norm) if a.grens.bovengrens else (norm, eigen)
        return (
            f"{te_veel[0]} min {te_veel[1]} min (het {DEEL} van {norm}), "
            f"met een minimum van {z.nul(a.grens.maat)}"
        )

    return Variant(
        "tolerantie",
        f"een afwijking tot {AANDEEL} kost niets, daarboven alleen het meerdere",
        tekst(a, Bedragsgewijs(), band, over=over),
        opmerkingen=ook_geraakt(a.grens),
        geldig=a.geldigheid,
    )


TOLERANTIE = Sjabloon(
    "tolerantie",
    "tolerantie met afloop",
    "Een kleine afwijking kost niets; een grotere kost alleen wat boven de tolerantie uitkomt.",
    past,
    maak,
)
