"""Hostile vocabularies, and random rules over them that are right in meaning.

The names are made to be mistaken: they begin with each other, they hold `van`, `en`, `min`, `is`,
numbers and articles. The rules are trees with types that fit, so there is one thing that each of
them means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.syntax.bomen import knoop, naam
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import ONBEPERKT, schrijf_blok

Draw = Any
KERN = (
    "saldo korting kosten ouder kind leeftijd x A é gas licht jaar dag som loon's co-ouder".split()
)
BINDWOORD = (
    "van", "van de", "van het", "van een", "van alle", "en", "of", "min", "plus", "maal", "tot",
    "tot en met", "vanaf", "is", "zijn", "indien", "per", "in", "naar rato van", "is gelijk aan",
    "aantal", "het aantal", "de som van", "niet", "geen", "dan", "met", "12", "2024", "1-1-2025",
    "20%", "3,5", "die", "gedeeld door", "met een minimum van", "of gelijk", "leeg", "heeft",
    "hij", "waar", "over alle", "gedurende de tijd dat", "bij", "uit", "op", "voor elke", "een",
    "de", "het", "alle", "jaar uit", "in hele", "twee", "afgerond op", "rekendatum", "verzekerd",
)  # fmt: skip
VAAK = ("van", "van de", "min", "plus", "en", "of", "maal", "tot", "niet")
LIDWOORDEN = ("de", "het", "een")
TAM = ("min", "plus", "of", "12", "20%", "per", "op", "voor elke", "tot", "niet", "gedeeld door")


@st.composite
def namen(draw: Draw, eerder: list[str]) -> str:
    """A name that is new, often with an earlier one in it."""

    def stuk() -> str:
        if eerder and draw(st.booleans()):
            return str(draw(st.sampled_from(eerder)))
        return str(draw(st.sampled_from(KERN)))

    delen = [stuk()]
    for _ in range(draw(st.integers(0, 2))):
        if draw(st.integers(0, 5)):
            delen.append(draw(st.sampled_from(draw(st.sampled_from((VAAK, BINDWOORD))))))
        delen.append(stuk())
    if draw(st.integers(0, 5)) == 0:
        delen.insert(0, draw(st.sampled_from(BINDWOORD)))
    if draw(st.integers(0, 7)) == 0:
        delen.append(draw(st.sampled_from(BINDWOORD)))
    woorden = " ".join(delen).split()
    while woorden[0] in LIDWOORDEN:  # an article is no part of a name
        woorden.append(woorden.pop(0))
    return " ".join(woorden[:9])


@st.composite
def variabelenamen(draw: Draw) -> str:
    """A line of variables is found by how it begins, so these names are tamer."""
    delen = [draw(st.sampled_from(KERN))]
    if draw(st.booleans()):
        delen += [draw(st.sampled_from(TAM)), draw(st.sampled_from(KERN))]
    return " ".join(delen)


@dataclass(frozen=True)
class Schat:
    """The names of a small law: persons (``mens``) with children (``telg``)."""

    mens: str
    telg: str
    ouder: str
    kind: str
    kinderen: str
    getallen: tuple[str, ...]
    datums: tuple[str, ...]
    kenmerken: tuple[str, ...]
    heeft: str
    telggetallen: tuple[str, ...]
    parameters: tuple[str, ...]
    percentages: tuple[str, ...]
    variabelen: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        def leden(lijst: tuple[str, ...], type_: str) -> str:
            return "".join(f"    het {n}\t{type_};\n" for n in lijst)

        telgleden = leden(self.telggetallen, "Numeriek (getal)")
        return (
            f"Objecttype de {self.mens} (bezield)\n"
            "    de uitkomst\tNumeriek (getal);\n"
            f"{leden(self.getallen, 'Numeriek (getal)')}{leden(self.datums, 'Datum in dagen')}"
            + "".join(f"    is {n}\tkenmerk (bijvoeglijk);\n" for n in self.kenmerken)
            + f"    het {self.heeft}\tkenmerk (bezittelijk);\n\n"
            f"Objecttype het {self.telg} (bezield)\n{telgleden}\n"
            f"Feittype gezinsband\n    de {self.ouder}\t{self.mens}\n"
            f"    het {self.kind} (mv: {self.kinderen})\t{self.telg}\n"
            f"één {self.ouder} verzorgt meerdere {self.kinderen}\n\n"
            + "".join(f"Parameter de {n} : Numeriek (getal);\n" for n in self.parameters)
            + "".join(f"Parameter het {n} : Percentage (getal);\n" for n in self.percentages)
        )


@st.composite
def schatten(draw: Draw) -> Schat:
    eerder: list[str] = []

    def nieuw(soort: Any = None) -> str:
        gevonden = str(draw(namen(eerder) if soort is None else soort))
        if gevonden.casefold() in gezien:
            gevonden += f" {len(gezien)}"
        gezien.add(gevonden.casefold())
        eerder.append(gevonden)
        return gevonden

    def enige(van: int, tot: int) -> tuple[str, ...]:
        return tuple(nieuw() for _ in range(draw(st.integers(van, tot))))

    gezien = {"uitkomst"}
    return Schat(
        mens=nieuw(), telg=nieuw(), ouder=nieuw(), kind=nieuw(), kinderen=nieuw(),
        getallen=enige(1, 3), datums=enige(1, 1), kenmerken=enige(1, 2), heeft=nieuw(),
        telggetallen=enige(1, 2), parameters=enige(1, 3), percentages=enige(1, 1),
        variabelen=tuple(nieuw(variabelenamen()) for _ in range(draw(st.integers(0, 1)))),
    )  # fmt: skip


# ------------------------------------------------------------------ trees


def schakel(tekst: str, lidwoord: str | None = "de", **velden: Any) -> t.Schakel:
    bron = naam(tekst, None if velden.get("bepaling") else lidwoord)
    return knoop(t.Schakel, naam=bron, **velden)  # type: ignore[no-any-return]


def keten(*schakels: Any) -> t.Keten:
    return knoop(t.Keten, schakels=tuple(schakels))  # type: ignore[no-any-return]


def getal(n: int) -> t.Getal:
    return knoop(t.Getal, waarde=Fraction(n))  # type: ignore[no-any-return]


@st.composite
def wie(draw: Draw, s: Schat) -> tuple[Any, ...]:
    """The links that stand for the person that the rule is about."""
    return (schakel(s.mens),) if draw(st.booleans()) else ()


@st.composite
def eigenschap(draw: Draw, s: Schat, tekst: str) -> t.Keten:
    """`zijn x` or `de x van de mens`."""
    rest = draw(wie(s))
    if not rest:
        return keten(schakel(tekst, bepaling="zijn"))
    return keten(schakel(tekst), *rest)


PLAT = ("getal", "parameter", "eigen", "eigen", "percentage", "aantal", "som")
DIEP = ("binair", "binair", "max", "afgerond", "begrensd", "datumdeel", "percentage van")


@st.composite
def waarden(draw: Draw, s: Schat, diep: int = 2, variabelen: bool = True) -> Any:
    """A number."""
    met = variabelen and bool(s.variabelen)
    plat = (*PLAT, "variabele") if met else PLAT
    soort = draw(st.sampled_from((*plat, *DIEP) if diep else plat))
    return draw(_diep(s, soort, diep, variabelen) if soort in DIEP else _plat(s, soort))


@st.composite
def _plat(draw: Draw, s: Schat, soort: str) -> Any:
    match soort:
        case "getal":
            return getal(draw(st.integers(0, 99)))
        case "parameter":
            return keten(schakel(draw(st.sampled_from(s.parameters))))
        case "eigen":
            return draw(eigenschap(s, draw(st.sampled_from(s.getallen))))
        case "variabele":
            return keten(schakel(draw(st.sampled_from(s.variabelen)), None))
        case "percentage":
            links = schakel(draw(st.sampled_from(s.percentages)))
            rechts = draw(eigenschap(s, draw(st.sampled_from(s.getallen))))
            return keten(links, *rechts.schakels)
        case _:
            return draw(tellingen(s, soort))


@st.composite
def _diep(draw: Draw, s: Schat, soort: str, diep: int, variabelen: bool) -> Any:
    def deel(diepte: int = diep - 1) -> Any:
        return draw(waarden(s, diepte, variabelen))

    match soort:
        case "percentage van":
            links = schakel(draw(st.sampled_from(s.percentages)))
            binnen = deel()
            if isinstance(binnen, t.Keten):
                return keten(links, *binnen.schakels)
            return keten(links, knoop(type(binnen), **{**_velden(binnen), "haakjes": True}))
        case "binair":
            op = draw(st.sampled_from(["plus", "min", "maal", "gedeeld door"]))
            return knoop(t.Binair, op=op, links=deel(), rechts=deel())
        case "max":
            leden = tuple(deel(0) for _ in range(draw(st.integers(2, 3))))
            lijst = knoop(t.Opsomming, leden=leden, voegwoord="en")
            return knoop(t.Aggregatie, soort="de maximale waarde van", argument=lijst)
        case "afgerond":
            return knoop(t.Afgerond, waarde=deel(), wijze="rekenkundig", decimalen=2)
        case "begrensd":
            return knoop(t.Begrensd, waarde=deel(), minimum=deel(), maximum=None)
        case _:
            datum = draw(eigenschap(s, draw(st.sampled_from(s.datums))))
            return knoop(t.Datumdeel, deel="jaar", datum=datum)


def _velden(node: Any) -> dict[str, Any]:
    return {n: getattr(node, n) for n in node.__dataclass_fields__ if n != "span"}


@st.composite
def tellingen(draw: Draw, s: Schat, soort: str) -> Any:
    alle = knoop(t.Kwantificatie, soort="alle")
    rest = draw(wie(s))
    wiens = rest or ()
    if soort == "aantal":
        kop = schakel(s.kinderen, None, **({} if wiens else {"bepaling": "zijn"}))
        return knoop(t.Aggregatie, soort="het aantal", argument=keten(kop, *wiens))
    lijst = schakel(s.kinderen, None, kwantificatie=alle, **({} if wiens else {"bepaling": "zijn"}))
    attribuut = schakel(draw(st.sampled_from(s.telggetallen)))
    return knoop(t.Aggregatie, soort="de som van", argument=keten(attribuut, lijst, *wiens))


@st.composite
def condities(draw: Draw, s: Schat, diep: int = 1) -> Any:
    persoon = keten(schakel(s.mens)) if draw(st.booleans()) else keten(knoop(t.Hij))
    soorten = ["vergelijking", "of", "kenmerk", "heeft", "leeg", "datum"]
    match draw(st.sampled_from(soorten + (["samen"] if diep else []))):
        case "vergelijking":
            woord = draw(st.sampled_from(["gelijk aan", "groter dan", "kleiner of gelijk aan"]))
            links, rechts = draw(waarden(s, 1)), draw(waarden(s, 1))
            return knoop(t.Vergelijking, links=links, woord=woord, rechts=rechts)
        case "of":
            leden = (draw(waarden(s, 0)), draw(waarden(s, 0)))
            rechts = knoop(t.Opsomming, leden=leden, voegwoord="of")
            links = draw(waarden(s, 0))
            return knoop(t.Vergelijking, links=links, woord="gelijk aan", rechts=rechts)
        case "kenmerk":
            wat = naam(draw(st.sampled_from(s.kenmerken)))
            ontkend = draw(st.booleans())
            return knoop(t.Naamtest, onderwerp=persoon, werkwoord="is", naam=wat, ontkend=ontkend)
        case "heeft":
            wat, ontkend = naam(s.heeft), draw(st.booleans())
            return knoop(
                t.Naamtest, onderwerp=persoon, werkwoord="heeft", naam=wat, ontkend=ontkend
            )
        case "leeg":
            wat = draw(eigenschap(s, draw(st.sampled_from(s.getallen))))
            return knoop(t.Leegtest, waarde=wat, gevuld=draw(st.booleans()))
        case "datum":
            wat = draw(eigenschap(s, draw(st.sampled_from(s.datums))))
            dag = knoop(t.Datumwaarde, datum=date(2025, 1, draw(st.integers(1, 28))))
            return knoop(t.Vergelijking, links=wat, woord="later dan", rechts=dag)
        case _:
            leden = tuple(draw(condities(s, diep - 1)) for _ in range(draw(st.integers(1, 3))))
            kw = knoop(t.Kwantificatie, soort="alle")
            return knoop(t.Samengesteld, onderwerp=persoon, kwantificatie=kw, leden=leden)


@st.composite
def regels(draw: Draw, s: Schat) -> t.Regel:
    doel = keten(schakel("uitkomst"), schakel(s.mens, bepaling="een"))
    variabelen = tuple(
        knoop(t.Variabele, naam=naam(v), waarde=draw(waarden(s, 1, variabelen=False)))
        for v in s.variabelen
    )
    resultaat = knoop(t.Gelijkstelling, doel=doel, waarde=draw(waarden(s)), werkwoord="berekend")
    versie = knoop(
        t.Regelversie,
        geldigheid=knoop(t.Geldigheid),
        herkomst=None,
        resultaat=resultaat,
        voorwaarde=draw(st.none() | condities(s)),
        variabelen=variabelen,
    )
    return knoop(t.Regel, naam=naam("proef"), herkomst=None, versies=(versie,))  # type: ignore[no-any-return]


VELDEN = (
    "getallen",
    "getallen",
    "parameters",
    "percentages",
    "datums",
    "kenmerken",
    "telggetallen",
)


def _tweeling(draw: Draw, schat: Schat, regel: t.Regel) -> Schat:
    """The same law with one name more: words of the rule, from a name to a name."""
    tekst = " ".join(" ".join(schrijf_blok(regel, ONBEPERKT)[2:]).split())
    plaatsen = [
        (m.start(), m.end())
        for n in _alle_namen(schat)
        for m in re.finditer(rf"(?<!\S){re.escape(n)}(?![^\s.,):])", tekst, re.IGNORECASE)
    ]
    stukken = sorted(
        {
            tekst[begin:eind]
            for begin, einde in plaatsen
            for _, eind in plaatsen
            if einde < eind <= begin + 60
        }
    )
    bekend = {n.casefold() for n in _alle_namen(schat)}
    goed = [s for s in stukken if s.casefold() not in bekend and not re.search(r"[(),:;•]|\. ", s)]
    if not goed:
        return schat
    nieuw, veld = draw(st.sampled_from(goed)), draw(st.sampled_from(VELDEN))
    meer: dict[str, Any] = {veld: (*getattr(schat, veld), nieuw)}
    return replace(schat, **meer)


def _alle_namen(schat: Schat) -> Iterator[str]:
    for veld in fields(schat):
        waarde = getattr(schat, veld.name)
        yield from (waarde,) if isinstance(waarde, str) else waarde
    yield "uitkomst"


@st.composite
def gevallen(draw: Draw) -> tuple[Schat, t.Regel]:
    """A vocabulary and a rule over it; mostly with a name that is made of words of the rule."""
    schat = draw(schatten())
    regel = draw(regels(schat))
    for _ in range(draw(st.integers(0, 2))):
        schat = _tweeling(draw, schat, regel)
    return schat, draw(regels(schat)) if draw(st.integers(0, 3)) == 0 else regel
