"""P01 klif: one legal unit costs a lot. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, bovengewoon, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.run.verloop import sprongen


def klif(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """One legal unit on the axis costs at least ``hard``. Both ways: who is on the low side."""
    drempel = drempels.van("P01", "hard")
    grens = drempel.waarde * jaarmaat(veeg.plan)
    bij_grens = {g.links: g for g in veeg.netto.grenzen}
    for sprong in sprongen(veeg.netto, grens):
        if sprong.sprong is None or bovengewoon(veeg, sprong) < grens:
            continue
        daalt = sprong.sprong < 0
        burger, buur = (sprong.rechts, sprong.links) if daalt else (sprong.links, sprong.rechts)
        stap = bij_grens[sprong.links].stap if sprong.op_grens else None
        hard = Verlies(grens)
        yield langs_as("P01", veeg, burger, buur, abs(sprong.sprong), "€", drempel, hard, stap)


def _titel(w: Waarneming, verlies: str) -> str:
    naar, van = w.onderscheid.teksten
    return f"Klif bij {w.onderscheid.naam}: van {van} naar {naar} scheelt {verlies}"


P01 = Patroon(
    "P01",
    "klif",
    "2P",
    "Kost één wettelijke eenheid meer of minder een groot bedrag?",
    "het paar dat één eenheid verschilt, beide berekeningen, het artikel dat hen scheidt",
    "een bedoelde uitsluiting, stappen door afronding, de ondergrens van 24 euro",
    _titel,
    {"as": klif},
)
