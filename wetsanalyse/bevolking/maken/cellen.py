"""What a household lives on: kind, income group, source of income, owned or rented, and age of the
main earner, as one table of cells that is raked to the margins with income."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wetsanalyse.bevolking.maken.demografie import Gelaagd, Gezinnen
from wetsanalyse.bevolking.maken.indeling import (
    BRONNEN,
    GROEPEN,
    HOOFDSOORT_VAN,
    HOOFDSOORTEN,
    LEEFTIJDEN,
    WONINGEN,
    WONINGGROEPEN,
)
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.raken import Eis, Geraakt, Tabel, gewogen, raak
from wetsanalyse.bevolking.maken.streven import een, streef

VORM = (len(HOOFDSOORTEN), len(LEEFTIJDEN), len(GROEPEN), len(BRONNEN), len(WONINGEN))
KOOP, HUUR = range(len(WONINGEN))
PENSIOEN = BRONNEN.index("pensioen")


@dataclass(frozen=True, slots=True)
class Leefcellen:
    """One row per cell, in the order kind, age, group, source, dwelling."""

    soort: Gelaagd
    leeftijd: Gelaagd
    groep: Gelaagd
    bron: Gelaagd
    woning: Gelaagd
    start: Tabel


def soort_en_leeftijd(g: Gezinnen, tabel: Tabel) -> Tabel:
    """From the table of who lives together: households by kind and age, after each other."""
    vak = np.array(HOOFDSOORT_VAN)[g.soort] * len(LEEFTIJDEN) + g.leeftijd
    return gewogen(vak, tabel, VORM[0] * VORM[1])


def cellen(marges: Marges, per_vak: Tabel) -> Leefcellen:
    """Kind and age as they came out; sources and dwellings of each age as a rough weight."""
    soort, leeftijd, groep, bron, woning = (
        as_.ravel().astype(np.int8) for as_ in np.meshgrid(*map(np.arange, VORM), indexing="ij")
    )
    bron_leeftijd = np.array(marges.keus("bron en leeftijd")).reshape(len(BRONNEN), -1)
    woning_leeftijd = np.array(marges.keus("woning en leeftijd")).reshape(len(WONINGEN), -1)
    start = bron_leeftijd[bron, leeftijd] * woning_leeftijd[woning, leeftijd]
    vak = soort.astype(np.int64) * len(LEEFTIJDEN) + leeftijd
    start *= (per_vak / gewogen(vak, start, len(per_vak)))[vak]
    return Leefcellen(soort, leeftijd, groep, bron, woning, start)


def raak_cellen(marges: Marges, c: Leefcellen, per_vak: Tabel) -> Geraakt:
    return raak(c.start, _eisen(marges, c, per_vak))


def _eisen(marges: Marges, c: Leefcellen, per_vak: Tabel) -> list[Eis]:
    eisen = [
        Eis(f"{s}, {a}", een((c.soort == i) & (c.leeftijd == j)), per_vak[i * VORM[1] + j], "vak")
        for i, s in enumerate(HOOFDSOORTEN)
        for j, a in enumerate(LEEFTIJDEN)
    ]
    zijden = (
        ("soort en inkomensgroep", c.soort, HOOFDSOORTEN),
        ("bron en inkomensgroep", c.bron, BRONNEN),
        ("woning en inkomensgroep", c.woning, WONINGEN),
    )
    for id_, zijde, namen in zijden:
        groepen = woninggroep(c.groep) if id_.startswith("woning") else c.groep
        labels = WONINGGROEPEN if id_.startswith("woning") else GROEPEN
        for (groep, naam), som in streef(marges, marges.marge(id_)).items():
            cel = (groepen == labels.index(groep)) & (zijde == namen.index(naam))
            eisen.append(Eis(f"{groep}, {naam}", een(cel), som, id_))
    return eisen


def woninggroep(groep: Gelaagd) -> Gelaagd:
    """The dwelling table takes the three highest groups together."""
    return np.minimum(groep, len(WONINGGROEPEN) - 1).astype(np.int8)
