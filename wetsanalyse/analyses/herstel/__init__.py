"""Advice and the repair experiment: which change of the text takes the harshness away, for whom, at
what cost, and what it breaks. Start with `onderzoek_herstel`. [hardheid 8]"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.herstel.basis import (
    Aanleiding,
    Afgewezen,
    Sjabloon,
    Variant,
    Wet,
    pas_toe,
    probeer,
)
from wetsanalyse.analyses.herstel.gegevens import Groepsuitslag, Herstelproef
from wetsanalyse.analyses.herstel.proef import Proef
from wetsanalyse.analyses.herstel.sjablonen import SJABLONEN
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.tweeling import tweeling
from wetsanalyse.model.scenarios import Scenario

Voortgang = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Herstel:
    """All variants that were tried for one finding, best first, and those that give no text."""

    bevinding: Bevinding
    proeven: tuple[Herstelproef, ...]
    afgewezen: tuple[Afgewezen, ...]


def onderzoek_herstel(
    wet: Wet,
    bevinding: Bevinding,
    scenarios: Sequence[Scenario],
    bevolking: Bevolking | None = None,
    sjablonen: Sequence[Sjabloon] = SJABLONEN,
    voortgang: Voortgang = lambda _nu, _van: None,
    maat: Maatstaf | None = None,
) -> Herstel:
    """Try every template that fits, and run each text that comes of it."""
    proef = Proef(wet, bevinding, scenarios, bevolking, maat)
    aanleiding = maak_aanleiding(wet, bevinding, proef)
    gedaan: list[Herstelproef] = []
    afgewezen: list[Afgewezen] = []
    for nummer, sjabloon in enumerate(sjablonen):
        voortgang(nummer, len(sjablonen))
        geprobeerd = probeer(sjabloon, aanleiding)
        if isinstance(geprobeerd, Afgewezen):
            afgewezen.append(geprobeerd)
        else:
            gedaan.append(proef.draai(*geprobeerd))
    voortgang(len(sjablonen), len(sjablonen))
    return Herstel(bevinding, tuple(sorted(gedaan, key=_rang)), tuple(afgewezen))


def proef_met_tekst(
    wet: Wet,
    bevinding: Bevinding,
    scenarios: Sequence[Scenario],
    variant: Variant,
    nieuw: Wet,
    bevolking: Bevolking | None = None,
    maat: Maatstaf | None = None,
) -> Herstel:
    """The experiment for a text of one's own; ``nieuw`` is the law with that text in it."""
    proef = Proef(wet, bevinding, scenarios, bevolking, maat)
    return Herstel(bevinding, (proef.draai(variant, nieuw),), ())


def maak_aanleiding(wet: Wet, bevinding: Bevinding, proef: Proef) -> Aanleiding:
    """The finding with its first pair, run in full."""
    eerste = proef.getuigen[0]
    getuige = bevinding.getuigen[0]
    plan = proef.voor.plan(getuige.burger)
    grond = proef.voor.grond(getuige.burger, eerste.vanaf)
    paar = tweeling(plan, grond, getuige.burger, getuige.buur)
    return Aanleiding(wet, plan, bevinding, paar)


# ------------------------------------------------------------------ best first


def _rang(p: Herstelproef) -> tuple[object, ...]:
    """What gives faults last, then what helps nobody; then by who is still hit hard, by the worst
    step, by who loses, and by cost."""
    maat = p.na.grootste.maat if p.na.grootste is not None else Fraction(0)
    verliest = sum((g.verliest for g in p.groepen), Fraction(0))
    return (
        bool(p.fouten), not any(g.geholpen for g in p.groepen), p.hard_oud + p.hard_nieuw > 0,
        bool(p.nieuwe_kliffen), maat, verliest, p.kosten, p.variant.id,
    )  # fmt: skip


def oordeel(p: Herstelproef) -> str:
    """Why a variant stands where it stands, in one sentence."""
    if p.fouten:
        return f"geeft niet meer bij iedereen een uitkomst: {p.fouten[0]}"
    if not any(g.geholpen for g in p.groepen):
        return "helpt niemand van wie is bekeken"
    if p.verplaatst:
        erg = max(p.verplaatst, key=lambda v: v.nieuw.maat)
        return (
            f"de klif is verplaatst: zij lag tussen {erg.oud.van} en {erg.oud.naar}, en ligt nu "
            f"tussen {erg.nieuw.van} en {erg.nieuw.naar}; zij kost daar nog "
            f"{in_centen(erg.nieuw.maat)}"
        )
    if p.hard_oud:
        wie = per_groep(p, lambda g: g.hard_oud)
        return f"wie hard werd geraakt, blijft dat soms ({wie})"
    if p.hard_nieuw:
        wie = per_groep(p, lambda g: g.hard_nieuw)
        return f"er is een nieuwe grens die burgers hard raakt ({wie})"
    if p.nieuwe_kliffen:
        klif = p.nieuwe_kliffen[0]
        return f"er is een nieuwe klif: {in_centen(klif.maat)} tussen {klif.van} en {klif.naar}"
    if p.variant.oordelen:
        zin = "niemand die is bekeken blijft hard geraakt als het orgaan ja zegt"
        if p.na.grootste is None:
            return zin
        return f"{zin}; de grens zelf blijft en kost nog {in_centen(p.na.grootste.maat)}"
    if p.na.grootste is None:
        return "niemand die is bekeken blijft hard geraakt"
    return (
        "niemand die is bekeken blijft hard geraakt; de grootste stap langs de as is nu "
        f"{in_centen(p.na.grootste.maat)}"
    )


def per_groep(p: Herstelproef, tel: Callable[[Groepsuitslag], Fraction]) -> str:
    """How many in each group, for the groups that have any. The groups are not added up: one
    citizen can be in two of them."""
    return ", ".join(f"{g.naam}: {g.toon(n)}" for g in p.groepen if (n := tel(g)))


def eigen_variant(pad: str, tekst: str) -> Variant:
    """A text of the user as a variant."""
    return Variant("eigen tekst", pad, tekst)


__all__ = [
    "SJABLONEN",
    "Afgewezen",
    "Herstel",
    "Herstelproef",
    "Variant",
    "Wet",
    "eigen_variant",
    "onderzoek_herstel",
    "oordeel",
    "pas_toe",
    "proef_met_tekst",
]
