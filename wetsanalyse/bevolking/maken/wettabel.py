"""The population in the columns of one law: one row per applicant, as a `Koppeling` says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from wetsanalyse.bevolking.maken import tabel
from wetsanalyse.bevolking.maken.cellen import HUUR
from wetsanalyse.bevolking.maken.dobbel import Getallen
from wetsanalyse.bevolking.maken.indeling import BRONNEN, SOORTEN, VOLWASSEN, WONINGEN
from wetsanalyse.bevolking.maken.koppeling import (
    Alleen,
    Koppeling,
    Rolvulling,
    Vast,
    Veldvulling,
    Wie,
)
from wetsanalyse.bevolking.maken.tabel import Jaargeld
from wetsanalyse.bevolking.maken.trekken import Ja, Leden, Partij, Personen

PER_HUISHOUDEN = 100
"""The key of an applicant is the household times this, plus its number in the household."""
GROEPKOLOMMEN = ("soort", "inkomensgroep", "inkomensbron", "woning")


@dataclass(frozen=True, slots=True)
class Aanvragers:
    """The rows of a law. ``huis``: the place of the household in the batch; ``hoofd``: whether the
    row is of the main earner (with partner and children) or of another adult, alone."""

    huis: Getallen
    sleutel: Getallen
    hoofd: Ja
    persoon: Personen


def wettabel(
    p: Partij, k: Koppeling, jaargeld: Jaargeld, gewicht: Fraction, groepen: Sequence[str] = ()
) -> Any:
    """The rows of one batch. ``groepen``: columns of the household to take along."""
    wie = aanvragers(p, k)
    mee = {
        "soort": tabel.woorden(p.soort[wie.huis], SOORTEN),
        "inkomensgroep": p.groep[wie.huis] + 1,
        "inkomensbron": tabel.woorden(p.bron[wie.huis], BRONNEN),
        "woning": tabel.woorden(p.woning[wie.huis], WONINGEN),
    }
    kolommen: dict[str, Any] = {
        "huishouden": wie.sleutel,
        "gewicht": tabel.gewichten(gewicht, len(wie.huis)),
        **{naam: mee[naam] for naam in groepen},
        **{v.naam: _van_aanvrager(v, p, wie, jaargeld) for v in k.velden},
        **{naam: tabel.leeg(len(wie.huis)) for naam, _ in k.niet_gevuld},
    }
    for rol in k.rollen:
        kolommen[rol.naam] = _rol(rol, p, wie, jaargeld)
    return tabel.tabel(kolommen)


def aanvragers(p: Partij, k: Koppeling) -> Aanvragers:
    """Who gets a row, in the order of the households."""
    kind = p.kinderen.personen
    volwassen = kind.leeftijd >= VOLWASSEN
    huizen = [np.arange(len(p)), p.kinderen.van[volwassen], p.overigen.van]
    nummers = [np.zeros(len(p), np.int64), _nummer(p.kinderen)[volwassen] + 1,
               _nummer(p.overigen) + 51]  # fmt: skip
    personen = [p.hoofd, _kies(kind, volwassen), p.overigen.personen]
    deel = 1 if k.wie is Wie.HOOFDEN else 3
    huis, nummer = np.concatenate(huizen[:deel]), np.concatenate(nummers[:deel])
    mag = np.ones(len(p), bool)
    if Alleen.HUURDERS in k.alleen:
        mag &= p.woning == HUUR
    if Alleen.MET_KIND in k.alleen:
        mag &= _aantal_onder(p.kinderen, VOLWASSEN) > 0
    volgorde = np.lexsort((nummer, huis))
    volgorde = volgorde[mag[huis[volgorde]]]
    alle = Personen(*(
        np.concatenate([getattr(w, veld) for w in personen[:deel]])
        for veld in ("leeftijd", "geboren", "inkomen")
    ))  # fmt: skip
    huis, nummer = huis[volgorde], nummer[volgorde]
    sleutel = (p.nummer[huis] + 1) * PER_HUISHOUDEN + nummer
    return Aanvragers(huis, sleutel, nummer == 0, _kies(alle, volgorde))


def _nummer(leden: Leden) -> Getallen:
    """The place of each member within its household."""
    return np.arange(len(leden.personen)) - np.repeat(leden.grens[:-1], leden.aantal)


def _kies(wie: Personen, waar: Any) -> Personen:
    return Personen(wie.leeftijd[waar], wie.geboren[waar], wie.inkomen[waar])


def _aantal_onder(leden: Leden, grens: int) -> Getallen:
    jong = leden.personen.leeftijd < grens
    return np.bincount(leden.van[jong], minlength=len(leden.grens) - 1)


def _van_aanvrager(v: Veldvulling, p: Partij, wie: Aanvragers, jaargeld: Jaargeld) -> Any:
    """The column of one attribute. What belongs to the household, such as its wealth and who lives
    in, goes to the row of the main earner."""
    if isinstance(v.van, Vast):
        return tabel.constante(v.van.waarde, v.van.plaatsen, len(wie.huis))
    if v.van == "vermogen":
        return np.where(wie.hoofd, p.vermogen[wie.huis], 0)
    if v.van == "huur":
        return tabel.decimaal(p.huur[wie.huis], 2, p.woning[wie.huis] == HUUR)
    if v.van == "aantal medebewoners":
        aantal = (p.kinderen.aantal + p.overigen.aantal)[wie.huis]
        return tabel.geheel(aantal, wie.hoofd & (aantal > 0))
    if v.van == "inkomen van de medebewoners":
        return np.where(wie.hoofd, _inkomen_medebewoners(v, p, jaargeld)[wie.huis], 0)
    if v.van == "heeft een kind in huis":
        return wie.hoofd & (p.kinderen.aantal > 0)[wie.huis]
    return _van_persoon(v.van, wie.persoon, jaargeld)


def _van_persoon(van: str, wie: Personen, jaargeld: Jaargeld) -> Any:
    if van == "inkomen":
        return jaargeld(wie.inkomen)
    return tabel.datum(wie.geboren) if van == "geboortedatum" else wie.leeftijd


def _inkomen_medebewoners(v: Veldvulling, p: Partij, jaargeld: Jaargeld) -> Getallen:
    """Per household, with what a young child may earn left out."""
    kind = p.kinderen.personen
    van_kind = jaargeld(kind.inkomen)
    if v.vrijstelling is not None:
        jong = kind.leeftijd < v.vrijstelling.jonger_dan
        van_kind = np.where(jong, np.maximum(van_kind - v.vrijstelling.bedrag, 0), van_kind)
    som = np.zeros(len(p), np.int64)
    np.add.at(som, p.kinderen.van, van_kind)
    np.add.at(som, p.overigen.van, jaargeld(p.overigen.personen.inkomen))
    return som


def _rol(rol: Rolvulling, p: Partij, wie: Aanvragers, jaargeld: Jaargeld) -> Any:
    if rol.van == "partner":
        er = wie.hoofd & p.heeft_partner[wie.huis]
        return tabel.struct(_velden(rol, _kies(p.partner, wie.huis), jaargeld), er)
    jong = p.kinderen.personen.leeftijd < VOLWASSEN
    aantal = np.where(wie.hoofd, _aantal_onder(p.kinderen, VOLWASSEN)[wie.huis], 0)
    # the rows of main earners stand in the order of the households, so the children do too
    mee = jong & np.isin(p.kinderen.van, wie.huis[wie.hoofd])
    grens = np.concatenate([[0], np.cumsum(aantal)])
    leden = Leden(grens, _kies(p.kinderen.personen, mee))
    return tabel.lijst(leden, _velden(rol, leden.personen, jaargeld))


def _velden(rol: Rolvulling, wie: Personen, jaargeld: Jaargeld) -> dict[str, Any]:
    return {
        v.naam: tabel.constante(v.van.waarde, v.van.plaatsen, len(wie))
        if isinstance(v.van, Vast)
        else _van_persoon(v.van, wie, jaargeld)
        for v in rol.velden
    }
