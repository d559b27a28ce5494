"""A small vocabulary in our own domain, and marks that say where a fault must point."""

from __future__ import annotations

from dataclasses import dataclass

from wetsanalyse.graph.bouw import link
from wetsanalyse.model.model import Model, Regelversie
from wetsanalyse.model.resolve import resolve
from wetsanalyse.syntax import Ontleding, ontleed
from wetsanalyse.text import Diagnostic, Source

OPEN, DICHT = "⟦", "⟧"

BASIS = """\
Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Domein Leefvorm is van het type Enumeratie
    'alleen'
    'samen'
Domein Woonvorm is van het type Enumeratie
    'huur'
    'koop'

Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    het inkomen	Bedrag met eenheid €/jr;
    de uitkering	Bedrag met eenheid €/mnd;
    het hele bedrag	Numeriek (geheel getal) met eenheid €;
    de schuld	Numeriek (getal) met eenheid €;
    het tegoed	Bedrag;
    het aandeel	Percentage (getal met 2 decimalen);
    de leeftijd	Numeriek (niet-negatief geheel getal) met eenheid jr;
    de duur in dagen	Numeriek (geheel getal) met eenheid dg;
    de telling	Numeriek (geheel getal);
    de ingangsdatum	Datum in dagen;
    de einddatum	Datum in dagen;
    de omschrijving	Tekst;
    de leefvorm	Leefvorm;
    de woonvorm	Woonvorm;
    is verzekerd	kenmerk (bijvoeglijk);
    is behoeftig	kenmerk (bijvoeglijk);
    het recht op steun	kenmerk (bezittelijk);
    de student (mv: studenten)	kenmerk;

Objecttype het Kind (mv: Kinderen) (bezield)
    de leeftijd	Numeriek (geheel getal) met eenheid jr;
    het spaargeld	Bedrag;
    de bijdrage	Bedrag;
    is thuiswonend	kenmerk (bijvoeglijk);

Objecttype de Zaak (mv: Zaken)
    het nummer	Tekst;
    het bedrag van de zaak	Bedrag;

Feittype gezin
    de ouder (mv: ouders)	Aanvrager
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen

Wederkerig feittype partnerschap
    de partner (mv: partners)	Aanvrager
één partner voert een huishouding met één partner

Parameter de norm : Bedrag met eenheid €/jr;
Parameter de drempel : Bedrag;
Parameter de maandnorm : Bedrag met eenheid €/mnd;
Parameter het percentage : Percentage (getal met 3 decimalen);
Parameter de korting : Percentage (geheel getal);
Parameter de leeftijdsgrens : Numeriek (geheel getal) met eenheid jr;

Regeling Wet op de steun
    afkorting Wst
    bwb-id BWBR0000001
    niveau formele wet
    tekst van 1-1-2025

Bestuursorgaan het college

Open norm bijzonder hard
    bron artikel 9 Wst
    beoordeeld door het college

Uitkomst van een Aanvrager
    voordeel de uitkering van de Aanvrager
"""


def bronnen(*teksten: str) -> list[Source]:
    return [Source(f"proef{n}.regels", tekst) for n, tekst in enumerate(teksten)]


def lees(*teksten: str) -> tuple[Model, list[Diagnostic], Ontleding]:
    """Everything that the front of the chain says about these texts."""
    ontleding = ontleed(bronnen(*teksten))
    model = resolve(ontleding.value)
    graaf = link(model.value)
    return (
        model.value,
        [*ontleding.diagnostics, *model.diagnostics, *graaf.diagnostics],
        ontleding.value,
    )


def goed(tekst: str, *andere: str) -> Model:
    """The model of the basis with this text, which must give no fault at all."""
    model, meldingen, _ = lees(BASIS, tekst, *andere)
    fouten = [f"{m.code} {m.bericht} [{m.span and m.span.tekst}]" for m in meldingen if m.is_fout]
    assert not fouten, fouten
    return model


def versie(tekst: str) -> Regelversie:
    """The only version of the only rule in a good text."""
    model = goed(tekst)
    (regel,) = model.regels.values()
    (eerste,) = regel.versies
    return eerste


def regel(zin: str, naam: str = "proef", geldig: str = "altijd") -> str:
    regels = "\n".join(f"        {r}" for r in zin.strip("\n").split("\n"))
    return f"Regel {naam}\n    bron artikel 1 Wst\n    geldig {geldig}\n{regels}\n"


@dataclass(frozen=True)
class Gemerkt:
    """A text with the place between the marks taken out of it."""

    tekst: str
    start: int
    eind: int

    @property
    def woorden(self) -> str:
        return self.tekst[self.start : self.eind]


def gemerkt(tekst: str) -> Gemerkt:
    start = tekst.index(OPEN)
    eind = tekst.index(DICHT) - 1
    return Gemerkt(tekst.replace(OPEN, "").replace(DICHT, ""), start, eind)


def geeft(code: str, tekst: str, *andere: str, basis: str = BASIS) -> Diagnostic:
    """The text must give this code, and no other fault, at the words between the marks."""
    plek = gemerkt(tekst)
    _, meldingen, _ = lees(basis, plek.tekst, *andere)
    fouten = {m.code for m in meldingen if m.is_fout}
    passend = [m for m in meldingen if m.code == code]
    toon = [f"{m.code}: {m.bericht} [{m.span and m.span.tekst}]" for m in meldingen]
    assert passend, toon
    assert fouten <= {code}, toon
    plaatsen = [(m.span.tekst, m.span.start) for m in passend if m.span is not None]
    assert (plek.woorden, plek.start) in plaatsen, (plek.woorden, plaatsen)
    melding = next(m for m in passend if m.span and m.span.tekst == plek.woorden)
    assert melding.bericht
    assert not melding.bericht.endswith(".")
    return melding
