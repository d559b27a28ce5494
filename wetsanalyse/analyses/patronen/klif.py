"""P01 klif: one legal unit costs a lot. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, bovengewoon, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.run.verloop import Sprong, sprongen
from wetsanalyse.run.weergave import toon


def klif(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """One legal unit on the axis costs at least ``hard``. Both ways: who is on the low side."""
    drempel = drempels.van("P01", "hard")
    grens = drempel.waarde * jaarmaat(veeg.plan)
    bij_grens = {g.links: g for g in veeg.netto.grenzen}
    hoog = [
        s
        for s in sprongen(veeg.netto, grens)
        if s.sprong is not None and bovengewoon(veeg, s) >= grens
    ]
    bewijs = (_alle_kliffen(veeg, hoog),) if len(hoog) > 1 else ()
    for sprong in hoog:
        assert sprong.sprong is not None
        daalt = sprong.sprong < 0
        burger, buur = (sprong.rechts, sprong.links) if daalt else (sprong.links, sprong.rechts)
        stap = bij_grens[sprong.links].stap if sprong.op_grens else None
        hard = Verlies(grens)
        yield langs_as(
            "P01", veeg, burger, buur, abs(sprong.sprong), "€", drempel, hard, stap, bewijs=bewijs
        )


MEESTE = 12
"""So many are listed."""


def _alle_kliffen(veeg: Veeg, hoog: Sequence[Sprong]) -> Bewijstabel:
    """One finding shows its worst place; the same law may have more of them on this axis."""
    type_ = veeg.as_attribuut.type
    grootste = sorted(hoog, key=lambda s: abs(s.sprong or Fraction(0)), reverse=True)[:MEESTE]
    rijen = [
        (
            *(toon(veeg.waarde(x), type_) for x in (s.links, s.rechts)),
            in_centen(s.sprong or Fraction(0)),
        )
        for s in sorted(grootste, key=lambda s: s.links)
    ]
    titel = f"Alle {len(hoog)} kliffen van deze burger langs {veeg.attribuut}"
    if len(rijen) < len(hoog):
        titel = f"De {len(rijen)} grootste van {len(hoog)} kliffen langs {veeg.attribuut}"
    return Bewijstabel(titel, ("van", "naar", "verandering"), tuple(rijen))


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
