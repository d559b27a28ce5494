"""Everything that is the same for every batch: the raked cells as whole numbers, and tables that
turn chance into ages, ranks and amounts. It depends on the margins only, not on the seed."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from wetsanalyse.bevolking.maken.cellen import (
    VORM,
    Leefcellen,
    cellen,
    raak_cellen,
    soort_en_leeftijd,
)
from wetsanalyse.bevolking.maken.demografie import Gezinnen, gezinnen, raak_gezinnen
from wetsanalyse.bevolking.maken.dobbel import Getallen
from wetsanalyse.bevolking.maken.indeling import (
    HOOFDSOORT_VAN,
    KINDGRENZEN,
    LEEFTIJDEN,
    VERHUURDERS,
    WONINGEN,
)
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.raken import Geraakt, in_hele
from wetsanalyse.bevolking.maken.streven import streef
from wetsanalyse.bevolking.maken.verdelingen import (
    Bedragen,
    Score,
    inkomens,
    klokkromme,
    spreiding,
    vermogens,
)

DELEN = 256
"""A cell is kept to within 1/256 of a household."""
FIJN = 1 << 16
GROOTSTE = 16


@dataclass(frozen=True, slots=True)
class Bouwplan:
    """``einde_…``: running totals, to look up a place in; ``volgorde``: the families by kind and
    age; ``snede_…``: the cuts between scores (empty until the pilot has been drawn)."""

    marges: Marges
    gezinnen: Gezinnen
    cellen: Leefcellen
    geraakt: tuple[Geraakt, Geraakt]
    einde_cel: Getallen
    einde_vak: Getallen
    breed_vak: Getallen
    volgorde: Getallen
    einde_gezin: Getallen
    kindleeftijd: npt.NDArray[np.int8]
    corporatie: int
    huren: Getallen
    klok: Score
    klok_cent: Getallen
    spreiding_inkomen: float
    log_wortel: Score
    log_deel: Score
    log_inwonend: tuple[float, float, float]
    spreiding_inwonend: float
    log_spaar_soort: Score
    log_spaar_leeftijd: Score
    per_groep: float
    spreiding_vermogen: float
    inkomens: Bedragen
    vermogens: tuple[Bedragen, ...]
    snede_inkomen: Score
    snede_vermogen: tuple[Score, ...]


def zonder_proef(marges: Marges) -> Bouwplan:
    """Rake both tables and make the tables of chance; the cuts are still empty."""
    g = gezinnen(marges)
    wie = raak_gezinnen(marges, g)
    per_vak = soort_en_leeftijd(g, wie.tabel)
    c = cellen(marges, per_vak)
    waarvan = raak_cellen(marges, c, per_vak)
    gezin_vak = np.array(HOOFDSOORT_VAN)[g.soort] * len(LEEFTIJDEN) + g.leeftijd
    volgorde = np.argsort(gezin_vak, kind="stable")
    delen = in_hele(wie.tabel, DELEN)[volgorde]
    einde_gezin = np.cumsum(delen)
    breed_vak = np.bincount(gezin_vak[volgorde], weights=delen, minlength=VORM[0] * VORM[1])
    breed = breed_vak.astype(np.int64)
    per_cel = in_hele(waarvan.tabel, DELEN)
    cel_vak = c.soort.astype(np.int64) * len(LEEFTIJDEN) + c.leeftijd
    per_cel[breed[cel_vak] == 0] = 0  # nobody lives like that
    klok = klokkromme(10 * 4096)
    deel = (np.arange(4096) + 0.5) / 4096
    hoofddeel = 0.5 + 0.5 * deel**2
    mediaan, gemiddelde = marges.keus("mediaan en gemiddelde van het gestandaardiseerde inkomen")
    jong, oud, ander = marges.keus("inkomen van kind 18-24, ouder kind en ander lid")
    per_groep, spreiding_vermogen = marges.keus(
        "inkomensgroep en spreiding in de volgorde van vermogen"
    )
    corporatie = streef(marges, marges.marge("verhuurder"))[VERHUURDERS[0],]
    huren = [
        marges.keus(f"huur van een {wie}, midden en spreiding en uitersten")
        for wie in ("corporatie", "ander")
    ]
    return Bouwplan(
        marges=marges,
        gezinnen=g,
        cellen=c,
        geraakt=(wie, waarvan),
        einde_cel=np.cumsum(per_cel),
        einde_vak=np.cumsum(breed),
        breed_vak=breed,
        volgorde=volgorde,
        einde_gezin=einde_gezin,
        kindleeftijd=_kindleeftijden(marges),
        corporatie=round(corporatie * FIJN),
        huren=np.rint(np.array(huren) * 100).astype(np.int64),
        klok=klok,
        klok_cent=np.rint(klok * 1000).astype(np.int64),
        spreiding_inkomen=spreiding(mediaan, gemiddelde),
        log_wortel=np.log(np.maximum(np.arange(GROOTSTE), 1)) / 2,
        log_deel=np.log(np.stack([hoofddeel, 1 - hoofddeel])),
        log_inwonend=(log(jong), log(oud), log(ander)),
        spreiding_inwonend=marges.keus("spreiding van dat inkomen")[0],
        log_spaar_soort=np.log(np.array(marges.keus("mediaan banktegoed naar soort"))),
        log_spaar_leeftijd=np.log(np.array(marges.keus("mediaan banktegoed naar leeftijd"))),
        per_groep=per_groep,
        spreiding_vermogen=spreiding_vermogen,
        inkomens=inkomens(marges),
        vermogens=tuple(vermogens(marges, w) for w in range(len(WONINGEN))),
        snede_inkomen=np.empty(0),
        snede_vermogen=(np.empty(0),) * len(WONINGEN),
    )


def _kindleeftijden(marges: Marges) -> npt.NDArray[np.int8]:
    """By class and by chance: the age of a child. Ages that were read have their own share of the
    class; the others of the class share the rest evenly."""
    gelezen = {int(s[0].split()[0]): float(v)
               for s, v in marges.marge("kindleeftijd").waarden.items()}  # fmt: skip
    tieners = sum(marges.getallen("tieners"))
    tabel = np.empty((len(KINDGRENZEN), FIJN), np.int8)
    for klasse, (laag, hoog) in enumerate(KINDGRENZEN):
        jaren = range(laag, hoog + 1)
        onbekend = [j for j in jaren if j not in gelezen]
        rest = max(tieners - sum(gelezen.get(j, 0.0) for j in jaren), 1.0)
        gewicht = np.array([gelezen.get(j, rest / max(len(onbekend), 1)) for j in jaren])
        einden = np.rint(np.cumsum(gewicht) / gewicht.sum() * FIJN)
        tabel[klasse] = laag + np.searchsorted(einden, np.arange(FIJN), side="right")
    return tabel
