"""Values in classes: a spread that can be looked at, without a class of only a few."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from wetsanalyse.bevolking.tellen import NIEMAND, Groep, Maat, Stand, Tal, Telling
from wetsanalyse.report.cijfers import IEDEREEN, Cijfers, Verdeling, getal

MEESTE_KLASSEN = 14
BREEDTEN = (1, 2, 5)
BUITEN = 50
MEESTE_PLAATSEN = 10
DRUKKLASSEN = ("0 tot 25%", "25 tot 50%", "50 tot 75%", "75 tot 100%", "100% of meer")


def spreiding(c: Cijfers, maat: Maat) -> tuple[list[str], list[Fraction]] | None:
    """How many of all households lie in each class of values other than zero; None: too few to
    show. The first and the last class are open. Classes next to each other are taken together
    until each is large enough."""
    stand, t = c.stand(IEDEREEN, maat), c.telling
    if not stand.treden or not c.open(IEDEREEN, maat, "boven", "onder", "nul"):
        return None
    treden = {trede: tal - stand.nul if trede == 0 else tal for trede, tal in stand.treden.items()}
    treden = {trede: tal for trede, tal in treden.items() if tal.rijen}
    if not treden:
        return None
    laag, hoog = _kern(treden)
    breedte = _breedte(laag, hoog)
    eerste, laatste = laag // breedte, hoog // breedte
    klassen: dict[int, Tal] = {}
    for trede, tal in treden.items():
        plek = min(max(trede // breedte, eerste), laatste)
        klassen[plek] = klassen.get(plek, NIEMAND) + tal
    samen = _samengenomen(klassen, t)
    if t.te_klein(samen[0][2]):
        return None
    stap = maat.trede * breedte
    namen = []
    for nummer, (van, tot, _) in enumerate(samen):
        onder = nummer == 0 and min(treden) < eerste * breedte
        boven = nummer == len(samen) - 1 and max(treden) >= (laatste + 1) * breedte
        if onder and boven:
            namen.append("alles")
        elif onder:
            namen.append(f"minder dan {_kort((tot + 1) * stap)}")
        elif boven:
            namen.append(f"{_kort(van * stap)} of meer")
        else:
            namen.append(f"{_kort(van * stap)} tot {_kort((tot + 1) * stap)}")
    return namen, [t.aantal(tal) for *_, tal in samen]


def _kern(treden: Mapping[int, Tal]) -> tuple[int, int]:
    """Between which steps nearly all lie: one on each side in fifty may be outside."""
    gewicht = sum(tal.gewicht for tal in treden.values())
    volgorde = sorted(treden)
    grenzen = []
    for kant in (volgorde, volgorde[::-1]):
        buiten = 0
        for trede in kant:
            buiten += treden[trede].gewicht
            if buiten * BUITEN > gewicht or trede == kant[-1]:
                grenzen.append(trede)
                break
    return min(grenzen), max(grenzen)


def _breedte(laag: int, hoog: int) -> int:
    """So many steps to a class that there are few classes."""
    macht = 1
    while True:
        for keer in BREEDTEN:
            breedte = keer * macht
            if hoog // breedte - laag // breedte < MEESTE_KLASSEN:
                return breedte
        macht *= 10


def _samengenomen(klassen: Mapping[int, Tal], t: Telling) -> list[tuple[int, int, Tal]]:
    """First class, last class and how many, none of them too small where that can be."""
    samen: list[tuple[int, int, Tal]] = []
    for plek in sorted(klassen):
        if samen and t.te_klein(samen[-1][2]):
            van, _, tal = samen.pop()
            samen.append((van, plek, tal + klassen[plek]))
        else:
            samen.append((plek, plek, klassen[plek]))
    if len(samen) > 1 and t.te_klein(samen[-1][2]):
        _, tot, tal = samen.pop()
        van, _, eerder = samen.pop()
        samen.append((van, tot, eerder + tal))
    return samen


def _kort(waarde: Fraction) -> str:
    return getal(waarde, 0 if waarde.denominator == 1 else 2)


def drukklassen(telling: Telling, maat: Maat) -> Verdeling:
    """The part that is lost, in quarters; those who lose nothing are counted apart."""

    def klasse(nummer: int) -> dict[Groep, Tal]:
        laatste = nummer == len(DRUKKLASSEN) - 1
        uit: dict[Groep, Tal] = {}
        for groep, groepstand in telling.groepen.items():
            stand = groepstand.standen.get(maat.naam, Stand())
            in_klasse = [
                tal for trede, tal in stand.treden.items()
                if trede == nummer or (laatste and trede > nummer)
            ]  # fmt: skip
            tal = sum(in_klasse, NIEMAND)
            uit[groep] = tal - stand.nul if nummer == 0 else tal
        return uit

    return Verdeling(maat, "boven", {naam: klasse(n) for n, naam in enumerate(DRUKKLASSEN)})


def plaatsen(telling: Telling, maat: Maat) -> Verdeling:
    """Where the value lies, of everybody."""
    treden: Mapping[int, Tal] = telling.groepen[IEDEREEN].standen.get(maat.naam, Stand()).treden
    delen = {str(trede): {IEDEREEN: tal} for trede, tal in sorted(treden.items())}
    return Verdeling(maat, "bekend", delen)


def grootste_plaatsen(c: Cijfers, maat: Maat) -> tuple[list[tuple[Fraction, Fraction]], Fraction]:
    """The places with most households that may be told, and how many are elsewhere."""
    alle = {trede: c.tal(IEDEREEN, maat, trede) for trede in c.verdelingen[maat.naam].delen}
    open_ = [trede for trede in alle if c.open(IEDEREEN, maat, trede)]
    eerst = sorted(open_, key=lambda p: (-alle[p].gewicht, int(p)))[:MEESTE_PLAATSEN]
    elders = sum((tal for p, tal in alle.items() if p not in eerst), NIEMAND)
    genoemd = [(int(p) * maat.trede, c.telling.aantal(alle[p])) for p in sorted(eerst, key=int)]
    return genoemd, c.telling.aantal(elders)


__all__ = ["DRUKKLASSEN", "drukklassen", "grootste_plaatsen", "plaatsen", "spreiding"]
