"""P03 alles-of-niets: a small shortfall costs the whole entitlement. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, bovengewoon, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.positie import VOORDEEL
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.run.verloop import Grens


def alles_of_niets(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """A small shortfall on a graded quantity costs (nearly) the whole entitlement."""
    tekort = drempels.van("P03", "tekort").waarde
    verlies = drempels.van("P03", "verlies")
    materieel = drempels.van("P03", "materieel").waarde * jaarmaat(veeg.plan)
    for grens in veeg.netto.grenzen:
        if grens.sprong is None or bovengewoon(veeg, grens) < materieel:
            continue
        burger, buur = _kanten(grens)
        if not 0 < abs(burger - buur) <= tekort * abs(buur):
            continue
        recht = veeg.uitkomst(VOORDEEL, buur)
        if (
            isinstance(recht, Fraction)
            and recht > 0
            and abs(grens.sprong) >= verlies.waarde * recht
        ):
            maat = abs(grens.sprong)
            hard = Verlies(maat * verlies.waarde)
            yield langs_as("P03", veeg, burger, buur, maat, "€", verlies, hard, grens.stap)


def _kanten(grens: Grens) -> tuple[int, int]:
    assert grens.sprong is not None
    if grens.sprong < 0:
        return grens.rechts, grens.links
    return grens.links, grens.rechts


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return (
        f"Alles-of-niets bij {w.onderscheid.naam}: {naar} in plaats van {van} kost de hele "
        f"aanspraak, {verlies}"
    )


P03 = Patroon(
    "P03",
    "alles-of-niets",
    "2P/G",
    "Verdwijnt bij een klein tekort (bijna) de hele aanspraak?",
    "het tekort en het verlies naast elkaar",
    "een voorwaarde die van nature ja of nee is (verzekerd of niet)",
    _titel,
    {"as": alles_of_niets},
)
