"""The facts of severity of one pair: what the citizen loses, for how little, how deep, how long and
through whose fault. [hardheid 9]"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.burgers.opzet import met_opzet
from wetsanalyse.analyses.ernst.score import Ernstfeiten, Ernstscore, Verwijt, ernst
from wetsanalyse.analyses.geschiedenis.historie import OVERHEID, REGISTRATIE
from wetsanalyse.analyses.maten.weging import GEEN, GEWOON, OPZET, Weging
from wetsanalyse.analyses.oorzaak.bedragen import keer_in_venster
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verhouding
from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie, OpAs
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling, getroffenen
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Bundel, Zaak
from wetsanalyse.analyses.verlopen.maanden import bodem_in, ruimte_in
from wetsanalyse.analyses.verlopen.positie import JAAR, per_persoon, venster
from wetsanalyse.model.casus import Casus

EEN_EURO = Fraction(1)


def ernst_van(zaak: Zaak, weging: Weging) -> Ernstscore:
    """How severe one case is."""
    return ernst(feiten_van(zaak.waarneming, zaak.paar, zaak.dekking.sterkte, weging), weging)


def zwaarste(bundel: Bundel, weging: Weging) -> Ernstscore:
    """``top`` of a finding: its most severe case; of equals the first, which the rule is about."""
    return max((ernst_van(zaak, weging) for zaak in bundel), key=lambda e: e.ongerond)


def feiten_van(w: Waarneming, paar: Tweeling, sterkte: Fraction, weging: Weging) -> Ernstfeiten:
    """The facts of a pair that stands for what was seen; the pair of another citizen, where the
    same thing is looked for in a population."""
    return Ernstfeiten(
        gevolg(w, paar),
        tekortkoming(w, paar),
        diepte(paar),
        maanden(paar),
        verwijt(w, paar.burger, weging),
        sterkte,
    )


def gevolg(w: Waarneming, paar: Tweeling) -> Fraction:
    """In euro: what the norm calls the consequence, else what is lost against the neighbour."""
    if isinstance(w.hard, Verhouding):
        waarde, _ = paar.waarden(w.hard.gevolg)
        return waarde if isinstance(waarde, Fraction) else Fraction(0)
    return paar.verlies


def tekortkoming(w: Waarneming, paar: Tweeling) -> Fraction | None:
    """In euro: what the norm calls the shortcoming, else how far the two are apart on an axis of
    money, where less than a euro counts as one. None: it is not money."""
    if isinstance(w.hard, Verhouding):
        waarde, _ = paar.waarden(w.hard.tekortkoming)
        return waarde if isinstance(waarde, Fraction) else None
    if not isinstance(w.onderscheid, OpAs):
        return None
    keer = keer_in_venster(w.onderscheid.type, maanden(paar))
    if keer is None:
        return None
    ver = [
        abs(waarde - paar.buur.invoer[sleutel])
        for sleutel, waarde in paar.burger.invoer.items()
        if sleutel[1] == w.onderscheid.naam and isinstance(waarde, Fraction)
    ]
    return max(max(ver, default=Fraction(0)) * keer, EEN_EURO)


def diepte(paar: Tweeling) -> Fraction | None:
    """How far the step takes somebody below the floor, as a share of it, in the month where that is
    the most. What was missing without the step does not count. None: no floor is named."""
    gevonden: list[Fraction] = []
    for naam in paar.grond.objecten:
        maand = 0
        while ruimte_in(naam, maand) in paar.grond.vragen:
            ruim, buur = paar.waarden(ruimte_in(naam, maand))
            bodem, _ = paar.waarden(bodem_in(naam, maand))
            if all(isinstance(x, Fraction) for x in (ruim, buur, bodem)) and bodem > 0:
                gevonden.append(max(Fraction(0), min(-ruim, buur - ruim)) / bodem)
            maand += 1
    return max(gevonden, default=None)


def maanden(paar: Tweeling) -> Fraction:
    """The longest window of the outcomes of who is hit; a year unless a block says otherwise."""
    hit = getroffenen(paar)
    alle = per_persoon(paar.plan.model, paar.burger.huishouden)
    lengten = [venster(u) for u, naam in alle if not hit or naam in hit]
    return max(lengten, default=JAAR)


def verwijt(w: Waarneming, burger: Casus, weging: Weging) -> Verwijt:
    """What the data say of blame: who caused it, what was declared as on purpose, or a kenmerk or
    value with a word that the weights know. Where nothing is said, it counts as ordinary."""
    verschil = w.onderscheid
    if isinstance(verschil, InHistorie) and verschil.soort in (OVERHEID, REGISTRATIE):
        return Verwijt(GEEN, f"het komt door “{verschil.naam}” ({verschil.soort})")
    if met_opzet(w.plan.model, burger, (verschil.object,)):
        return Verwijt(OPZET, f"{verschil.object} handelde met opzet, zegt het geval")
    gezegd = {_woord(naam, waarde) for (_, naam), waarde in burger.invoer.items()}
    for soort in (OPZET, GEEN):
        raak = [w for w in weging.woorden[soort] if w.casefold() in gezegd]
        if raak:
            return Verwijt(soort, f"het geval noemt “{raak[0]}”")
    return Verwijt(GEWOON, "het model zegt niets over verwijt", bekend=False)


def _woord(naam: str, waarde: Any) -> str | None:
    """A kenmerk that is true by its name, a text or a member of a list by itself."""
    if waarde is True:
        return naam.casefold()
    return waarde.casefold() if isinstance(waarde, str) else None
