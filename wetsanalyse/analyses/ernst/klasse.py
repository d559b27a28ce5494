"""What sort of repair a finding asks for: its class, with the reason. [hardheid 7]

The questions come in the order M, G, U, R, C. G is an `Aanvaard` of the model and comes later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.ernst.boom import Beschrijving, Vraagstuk, beschrijf
from wetsanalyse.analyses.ernst.geraakt import Geheugen
from wetsanalyse.analyses.ernst.score import rond
from wetsanalyse.analyses.ernst.steekproef import Steekproef, Velden, steekproef
from wetsanalyse.analyses.oorzaak.onderscheid import OpAs
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.plan.ops import Op
from wetsanalyse.run.weergave import toon, toon_getal

ZUIVER = Fraction(95, 100)
MINSTENS = 30
"""Citizens that must have been looked at; of fewer any three conditions are a description."""
HOOGSTENS = 3
"""Conditions with which the harsh set must be described."""
STRUCTUREEL = ("P01", "P03")
OVERHEIDSPATRONEN = ("P17",)
CLAUSULE = "denk aan een hardheidsclausule (Aanwijzing 5.26) voor de genoemde artikelen"
REGEL = "pas de regel aan (Aanwijzing 5.25)"


@dataclass(frozen=True, slots=True)
class Klasse:
    """``voorwaarden``: who is hit, each line one group in which everything holds; empty: not to be
    described so. ``raak`` and ``vangst`` as in `Beschrijving`, over ``bekeken`` citizens."""

    letter: str
    reden: str
    voorwaarden: tuple[str, ...] = ()
    raak: Fraction | None = None
    vangst: Fraction | None = None
    bekeken: int = 0

    @property
    def tekst(self) -> str:
        """The reason with the conditions."""
        if not self.voorwaarden:
            return self.reden
        wie = "; of ".join(self.voorwaarden)
        return f"{self.reden}. Getroffen is, van {self.bekeken} bekeken burgers, wie: {wie}"


def klasse(
    zaak: Zaak,
    vegen: Sequence[Veeg] = (),
    geheugen: Geheugen | None = None,
    *,
    weg_na_herstel_overheid: bool = False,
) -> Klasse:
    """The class of one case. ``vegen``: all sweeps that were done; without them the harsh set is
    not described. ``weg_na_herstel_overheid``: a replay showed that the outcome is no longer harsh
    when an act of the authority is put right."""
    if not zaak.blaam and zaak.waarneming.norm is None:
        return Klasse(
            "M",
            "ook zonder alle stappen die anders uitvielen blijft het gevolg hard: het model mist "
            "de oorzaak",
        )
    if weg_na_herstel_overheid or _door_overheid(zaak.waarneming):
        return Klasse(
            "U",
            "het harde gevolg is weg als de overheid haar deel goed of op tijd doet: leg het "
            "vooraf aan de uitvoering voor (uitvoeringstoets)",
        )
    proef = steekproef(zaak, vegen, geheugen or Geheugen(zaak.plan)) if vegen else None
    beschreven = _beschreven(proef) if proef is not None else None
    if zaak.waarneming.patroon in STRUCTUREEL or _een_grens(zaak):
        reden = f"één grens geeft het harde gevolg en is vooraf te zien: {REGEL}"
        return _met("R", reden, proef, beschreven)
    if not zaak.blaam:
        reden = (
            "de verhouding tussen gevolg en tekortkoming volgt uit de formule zelf en niet uit "
            f"één grens: {REGEL}"
        )
        return _met("R", reden, proef, beschreven)
    if (norm := open_norm(zaak)) is not None:
        reden = (
            f"of het gebeurt hangt af van “{norm}”, en dat staat niet in de gegevens: {CLAUSULE}"
        )
        return Klasse("C", reden)
    if beschreven is not None and beschreven.zuiver(ZUIVER):
        aantal = beschreven.voorwaarden
        reden = f"wie getroffen wordt is te beschrijven met {_hoeveel(aantal)}: {REGEL}"
        return _met("R", reden, proef, beschreven)
    return _clausule(zaak, beschreven)


def _door_overheid(w: Waarneming) -> bool:
    """Seen by a replay: an act of the authority left out, or in time after it was told."""
    return w.patroon in OVERHEIDSPATRONEN or (w.patroon == "P11" and w.drempel.naam == "wist het")


def _een_grens(zaak: Zaak) -> bool:
    """Whether the two stand one unit apart, on both sides of a test in one rule: that is a klif,
    whatever else it is."""
    verschil = zaak.waarneming.onderscheid
    naast = isinstance(verschil, OpAs) and abs(verschil.x_burger - verschil.x_buur) == 1
    return naast and bool(zaak.testen) and len(zaak.regels) == 1


def _clausule(zaak: Zaak, beschreven: Beschrijving | None) -> Klasse:
    aantal = len(zaak.blaam[0].regels)
    if beschreven is None or not beschreven.bekeken:
        reden = (
            f"niet bekend is of {_hoeveel(HOOGSTENS)} genoeg zijn om te beschrijven wie getroffen "
            f"wordt; het gevolg komt uit {'één regel' if aantal == 1 else f'{aantal} regels'}: "
            f"{CLAUSULE}"
        )
        return Klasse("C", reden)
    beste = toon_getal(rond(min(beschreven.raak, beschreven.vangst) * 100, 0))
    reden = (
        f"wie getroffen wordt is niet met {_hoeveel(HOOGSTENS)} te beschrijven (hoogstens voor "
        f"{beste} %): {CLAUSULE}"
    )
    return Klasse("C", reden, (), beschreven.raak, beschreven.vangst, beschreven.bekeken)


def _met(
    letter: str, reden: str, proef: Steekproef | None, beschreven: Beschrijving | None
) -> Klasse:
    """With the description, where it is good enough to be shown."""
    if proef is None or beschreven is None or not beschreven.zuiver(ZUIVER):
        return Klasse(letter, reden)
    regels = tuple(_zin(pad, proef) for pad in beschreven.paden)
    return Klasse(letter, reden, regels, beschreven.raak, beschreven.vangst, beschreven.bekeken)


def _beschreven(proef: Steekproef) -> Beschrijving:
    """On what the citizens have; where that is not enough, also on the tests in the rules. Never
    with more conditions than a reader can oversee."""
    beste = Beschrijving((), Fraction(0), Fraction(0), 0)
    if len(proef.voorbeelden) < MINSTENS:
        return beste
    for velden in (tuple(proef.invoer), (*proef.invoer, *proef.toetsen)):
        beste = beschrijf(proef.voorbeelden, velden)
        if beste.zuiver(ZUIVER) and 0 < beste.voorwaarden <= HOOGSTENS:
            return beste
    return Beschrijving((), beste.raak, beste.vangst, beste.bekeken)


def open_norm(zaak: Zaak) -> str | None:
    """An open norm in the rules of the case: a human being decides."""
    for step in zaak.paar.grond.steps:
        if step.op is Op.OPEN_NORM and step.regel in zaak.regels:
            return str(step.par)
    return None


# ------------------------------------------------------------------ words


def _hoeveel(aantal: int) -> str:
    return "één voorwaarde" if aantal == 1 else f"{aantal} voorwaarden"


def _zin(pad: Sequence[Vraagstuk], proef: Steekproef) -> str:
    velden = {**proef.invoer, **proef.toetsen}
    return " en ".join(_voorwaarde(v, velden, v.veld in proef.toetsen) for v in pad)


def _voorwaarde(vraag: Vraagstuk, velden: Velden, toets: bool) -> str:
    """``“vermogen” van A is meer dan 141896 €``."""
    naam, type_ = velden[vraag.veld]
    if isinstance(vraag.waarde, bool):
        ja, nee = ("klopt", "klopt niet") if toets else ("is waar", "is niet waar")
        return f"{naam} {ja if vraag.waarde == (vraag.soort == 'is') else nee}"
    waarde = toon(vraag.waarde, type_)
    if type_.is_tijd:
        woorden = {"meer": "ligt na", "hoogstens": "ligt op of voor"}
        return f"{naam} {woorden[vraag.soort]} {waarde}"
    woorden = {
        "meer": "is meer dan",
        "hoogstens": "is hoogstens",
        "is": "is",
        "is niet": "is niet",
    }
    return f"{naam} {woorden[vraag.soort]} {waarde}"
