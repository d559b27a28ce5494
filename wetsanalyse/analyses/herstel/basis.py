"""What a repair is: a change of the text of the law, that is read and run like any other text.
[hardheid 8]

A variant is a text of blocks. A block with the name of one that the law has takes its place; every
other block is added. So what is shown is what is run, and it can be pasted as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.oorzaak.tweeling import Tweeling
from wetsanalyse.graph.bouw import link
from wetsanalyse.model.lezen_termen import Eigenschap, gelezen_door
from wetsanalyse.model.model import Model, geldt
from wetsanalyse.model.resolve import resolve
from wetsanalyse.plan.lower import Plan
from wetsanalyse.syntax import Ontleding, ontleed, voeg_samen
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import schrijf
from wetsanalyse.syntax.woorden import sleutel
from wetsanalyse.text import Result, Source

VARIANT = "variant.regels"


class Onmogelijk(Exception):
    """A template cannot be made for this law. The words say why, in one sentence; caught by
    `probeer`, never seen by a user as a fault."""


@dataclass(frozen=True)
class Wet:
    """The text of the law with what was made of it."""

    bronnen: tuple[Source, ...] = field(repr=False)
    ontleding: Ontleding = field(repr=False)
    model: Model = field(repr=False)

    @cached_property
    def regels(self) -> dict[tuple[str, ...], t.Regel]:
        """The rules that stand on their own, by the words of their name."""
        return {
            sleutel(blok.naam.tekst): blok
            for bestand in self.ontleding.bestanden
            for blok in bestand.blokken
            if isinstance(blok, t.Regel)
        }


@dataclass(frozen=True)
class Aanleiding:
    """A finding with all that a template may look at: the law, and the first pair of citizens."""

    wet: Wet = field(repr=False)
    plan: Plan = field(repr=False)
    bevinding: Bevinding
    paar: Tweeling = field(repr=False)

    @property
    def model(self) -> Model:
        return self.plan.model

    @cached_property
    def leest(self) -> dict[str, frozenset[Eigenschap]]:
        """What each rule version reads, by its id."""
        return {naam: frozenset(gelezen_door(v)) for naam, v in self.plan.versies.items()}

    @cached_property
    def telt(self) -> frozenset[Eigenschap]:
        """The properties on which what counts for a citizen can depend."""
        stapel = [
            (lees.object.objecttype, lees.eigenschap)
            for u in self.model.uitkomsten
            for lees in (*u.voordelen, *u.nadelen)
        ]
        gezien: set[Eigenschap] = set()
        while stapel:
            eigenschap = stapel.pop()
            if eigenschap not in gezien:
                gezien.add(eigenschap)
                for versie in self.plan.schrijvers.get(eigenschap, ()):
                    stapel += self.leest[versie.id]
        return frozenset(gezien)


@dataclass(frozen=True, slots=True)
class Variant:
    """``tekst``: the blocks; ``oordelen``: open norms in them that the trial answers with yes for
    who is hit hard; ``opmerkingen``: what the reader has to know about it; ``geldig``: the first
    and the last day of the new text, where that is known."""

    id: str
    naam: str
    tekst: str
    oordelen: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    geldig: tuple[date | None, date | None] = (None, None)

    def geldt_op(self, dag: date) -> bool:
        return geldt(*self.geldig, dag)


@dataclass(frozen=True, slots=True)
class Past:
    """Whether a template is meant for a finding, and why (not)."""

    ja: bool
    reden: str


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A way to repair. ``past`` looks at the finding alone; ``maak`` writes the text, or raises
    `Onmogelijk` where the law has another shape."""

    id: str
    naam: str
    idee: str
    past: Callable[[Bevinding], Past]
    maak: Callable[[Aanleiding], Variant]


@dataclass(frozen=True, slots=True)
class Afgewezen:
    """A template that gives no text here."""

    sjabloon: str
    reden: str


def probeer(sjabloon: Sjabloon, aanleiding: Aanleiding) -> tuple[Variant, Wet] | Afgewezen:
    """The variant of a template in its written form with the law that it makes, or why there is
    none."""
    past = sjabloon.past(aanleiding.bevinding)
    if not past.ja:
        return Afgewezen(sjabloon.id, past.reden)
    try:
        variant = sjabloon.maak(aanleiding)
    except Onmogelijk as e:
        return Afgewezen(sjabloon.id, str(e))
    gelezen = _lees_bij(aanleiding.wet, variant.tekst, VARIANT)[1]
    fouten = gelezen.fouten
    if gelezen.ok:
        variant = replace(variant, tekst=schrijf(gelezen.value.bestanden[-1]))
        toegepast = pas_toe(aanleiding.wet, variant.tekst)
        fouten = toegepast.fouten
    if fouten:
        return Afgewezen(sjabloon.id, f"de tekst past niet in deze wet: {fouten[0].bericht}")
    return variant, toegepast.value


# ------------------------------------------------------------------ text to law


def pas_toe(wet: Wet, tekst: str, pad: str = VARIANT) -> Result[Wet]:
    """The law with the blocks of a variant in it, read anew, with every fault of the variant."""
    bronnen, gelezen = _lees_bij(wet, tekst, pad)
    return lees_wet(bronnen, gelezen.value)


def _lees_bij(wet: Wet, tekst: str, pad: str) -> tuple[tuple[Source, ...], Result[Ontleding]]:
    """The texts with those of a variant in their place, and how they read."""
    variant = Source(pad, tekst, wet.bronnen[0].map_ if wet.bronnen else "")
    naast_elkaar = ontleed((*wet.bronnen, variant), vorige=wet.ontleding).value
    los = naast_elkaar.bestanden
    weg = {_naam(blok) for blok in los[-1].blokken} - {None} if los else set()
    oud = tuple(
        _zonder(bron, [b for b in bestand.blokken if _naam(b) in weg])
        for bron, bestand in zip(wet.bronnen, los, strict=False)
    )
    bronnen = (*oud, variant)
    return bronnen, ontleed(bronnen, vorige=naast_elkaar)


def lees_wet(bronnen: Sequence[Source], vorige: Ontleding | None = None) -> Result[Wet]:
    """Texts to a law, with every message of every stage. ``vorige``: an earlier reading of nearly
    the same texts."""
    ontleding = ontleed(bronnen, vorige=vorige)
    samen = voeg_samen(ontleding.value)
    model = resolve(samen.value)
    graaf = link(model.value)
    stadia = (ontleding, samen, model, graaf)
    meldingen = tuple(m for stadium in stadia for m in stadium.diagnostics)
    return Result(Wet(tuple(bronnen), samen.value, model.value), meldingen)


def _naam(blok: t.Blok) -> tuple[str, tuple[str, ...]] | None:
    """What a block is known by; None: another one never takes its place."""
    if isinstance(blok, t.Extensie):
        return None
    naam = blok.objecttype if isinstance(blok, t.Uitkomst | t.Invoerbereik) else blok.naam
    soort = "Regel" if isinstance(blok, t.Beslistabel) else type(blok).__name__
    return soort, sleutel(naam.tekst)


def _zonder(bron: Source, blokken: Sequence[t.Blok]) -> Source:
    """The same text with some blocks blank: everything else stays at its place."""
    tekst = bron.tekst
    for blok in blokken:
        begin, eind = blok.span.start, blok.span.eind
        leeg = "".join(c if c in "\r\n" else " " for c in tekst[begin:eind])
        tekst = tekst[:begin] + leeg + tekst[eind:]
    return replace(bron, tekst=tekst)
