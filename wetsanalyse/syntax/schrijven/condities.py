"""Conditions as documents: as a question, as a statement, or as a predicate. [6]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.expressies import Expressies
from wetsanalyse.syntax.schrijven.opmaak import Doc, Groep, Lijst, Vul, samen
from wetsanalyse.syntax.schrijven.voorrang import EXPRESSIE, LID, SOM
from wetsanalyse.syntax.schrijven.woordkeus import kwantificatie, onderwerp_van

Vorm = Literal["v", "s"]
"""`v`: a question, with its verb at the end (`kleiner is dan`); `s`: a statement (`is kleiner
dan`). [6.1]"""


@dataclass(frozen=True)
class Condities(Expressies):
    """Writes conditions, and with them every expression."""

    def conditie(self, node: t.Conditie, vorm: Vorm) -> Doc:
        match node:
            case t.OpenNormtest(norm=norm, ontkend=ontkend):
                woorden = ["er", *_alleen(vorm == "s", "is"), *_alleen(ontkend, "geen"), "sprake"]
                woorden += [*_alleen(vorm == "v", "is"), f"van open norm {norm.tekst}"]
                return " ".join(woorden)
            case t.Regeltest():
                versie = f" (geldig {w.geldigheid(node.geldigheid)})" if node.geldigheid else ""
                uitslag = f"is {node.uitslag}" if vorm == "s" else f"{node.uitslag} is"
                return f"regelversie {node.regel.tekst}{versie} {uitslag}"
            case t.Periodetest(periode=periode, ontkend=ontkend):
                woorden = [*_alleen(vorm == "s", "is"), *_alleen(ontkend, "niet")]
                kop = " ".join(["het", *woorden, "de periode "])
                return samen(kop, self.tijd(periode), " is" if vorm == "v" else "")
            case _:
                wie = onderwerp_van(node)
                # In a question a name follows: it would begin with how the number is rounded.
                eis = SOM if vorm == "v" and isinstance(node, t.Naamtest) else EXPRESSIE
                onderwerp = "er" if wie is None else self.expressie(wie, eis, achter=True)
                if vorm == "v":
                    return self.met_onderwerp(node, onderwerp, False)
                return self._stelling(node, onderwerp)

    def tijd(self, node: t.Tijdconditie) -> Doc:
        """`gedurende de tijd dat …`, or a period. [5]"""
        if isinstance(node, t.Gedurende):
            return samen("gedurende de tijd dat ", self.conditie(node.conditie, "v"))
        delen: list[Doc] = []
        if node.van is not None:
            woord = "van" if node.tot is not None else "vanaf"
            delen.append(samen(f"{woord} ", self.expressie(node.van, SOM, achter=True)))
        if node.tot is not None:
            woord = "tot en met" if node.tot_en_met else "tot"
            delen.append(samen(f"{woord} ", self.expressie(node.tot, SOM)))
        return Vul(tuple(delen))

    # -------------------------------------------------------------- questions

    def met_onderwerp(self, node: t.Conditie, onderwerp: Doc, in_expressie: bool) -> Doc:
        """A question: subject, then predicate."""
        if isinstance(node, t.Vergelijking):
            rechts = self.rechts(node.rechts, LID if in_expressie else EXPRESSIE)
            woord = _met_werkwoord(node.woord, _is(node.meervoud))
            return Groep((samen(onderwerp, f" {woord}"), rechts))
        return samen(onderwerp, " ", self.predicaat(node, node.meervoud, in_expressie))

    def predicaat(self, node: t.Conditie, meervoud: bool, in_expressie: bool) -> Doc:
        """What is asked about a subject that stands elsewhere: behind `die` or `moet`."""
        is_ = _is(meervoud)
        match node:
            case t.Vergelijking(woord=woord):
                rechts = self.rechts(node.rechts, LID if in_expressie else EXPRESSIE)
                return Groep((_met_werkwoord(woord, is_), rechts))
            case t.Leegtest(gevuld=gevuld):
                return f"{'gevuld' if gevuld else 'leeg'} {is_}"
            case t.Elfproef(ontkend=ontkend):
                return f"{_niet(ontkend)}aan de elfproef {_voldoet(meervoud)}"
            case t.Cijfertest(ontkend=ontkend, cijfers=cijfers):
                return f"{_niet(ontkend)}numeriek {is_} met exact {cijfers} cijfers"
            case t.Naamtest():
                return f"{_wat(node)} {_werkwoord(node, meervoud)}"
            case t.HelePeriode(conditie=binnen):
                zegt = self.predicaat(binnen, meervoud, in_expressie)
                return samen(_hele_periode(node), " ", zegt)
            case t.Samengesteld(onderwerp=None):
                kop = f"{_aan(node, 'voorwaarde')} wordt voldaan:"
                return samen(kop, self.bolletjes(node.leden))
            case t.Samengesteld():
                kop = f"{_aan(node, 'voorwaarde')} {_voldoet(meervoud)}:"
                return samen(kop, self.bolletjes(node.leden))
            case _:
                return self.conditie(node, "v")

    # -------------------------------------------------------------- statements

    def _stelling(self, node: t.Conditie, onderwerp: Doc) -> Doc:
        is_ = _is(node.meervoud)
        match node:
            case t.Vergelijking(woord=woord, rechts=rechts):
                return Groep((samen(onderwerp, f" {is_} {woord}"), self.rechts(rechts)))
            case t.Leegtest(gevuld=gevuld):
                return samen(onderwerp, f" {is_} {'gevuld' if gevuld else 'leeg'}")
            case t.Elfproef(ontkend=ontkend):
                return samen(
                    onderwerp, f" {_voldoet(node.meervoud)} {_niet(ontkend)}aan de elfproef"
                )
            case t.Cijfertest(ontkend=ontkend, cijfers=cijfers):
                return samen(
                    onderwerp, f" {is_} {_niet(ontkend)}numeriek met exact {cijfers} cijfers"
                )
            case t.Naamtest():
                return samen(onderwerp, f" {_werkwoord(node, node.meervoud)} {_wat(node)}")
            case t.HelePeriode(conditie=binnen):
                return self._hele_stelling(node, binnen, onderwerp)
            case t.Samengesteld(onderwerp=None):
                kop = f" wordt voldaan {_aan(node, 'voorwaarde')}:"
                return samen(onderwerp, kop, self.bolletjes(node.leden))
            case t.Samengesteld():
                kop = f" {_voldoet(node.meervoud)} {_aan(node, 'voorwaarde')}:"
                return samen(onderwerp, kop, self.bolletjes(node.leden))
            case _:
                raise AssertionError(node)

    def _hele_stelling(self, node: t.HelePeriode, binnen: t.Conditie, onderwerp: Doc) -> Doc:
        hele = _hele_periode(node)
        match binnen:
            case t.Vergelijking(woord=woord, rechts=rechts):
                kop = samen(onderwerp, f" {_is(binnen.meervoud)} {hele} {woord}")
                return Groep((kop, self.rechts(rechts)))
            case t.Leegtest(gevuld=gevuld):
                wat = "gevuld" if gevuld else "leeg"
                return samen(onderwerp, f" {_is(binnen.meervoud)} {hele} {wat}")
            case t.Naamtest():
                werkwoord = _werkwoord(binnen, binnen.meervoud)
                return samen(onderwerp, f" {werkwoord} {hele} {_wat(binnen)}")
            case _:
                # The grammar has no statement of this kind; the question says the same.
                return self.met_onderwerp(node, onderwerp, False)

    def omgekeerd(self, node: t.Conditie) -> Doc:
        """A statement with its verb in front: what is said of one day in a scenario."""
        is_ = _is(node.meervoud)
        match node:
            case t.Vergelijking(links=links, woord=woord, rechts=rechts):
                kop = samen(f"{is_} ", self.expressie(links, achter=True), f" {woord}")
                return Groep((kop, self.rechts(rechts)))
            case t.Leegtest(waarde=waarde, gevuld=gevuld):
                wie = self.expressie(waarde, achter=True)
                return samen(f"{is_} ", wie, f" {'gevuld' if gevuld else 'leeg'}")
            case t.Naamtest(onderwerp=onderwerp):
                wie = self.expressie(onderwerp, achter=True)
                return samen(f"{_werkwoord(node, node.meervoud)} ", wie, f" {_wat(node)}")
            case _:
                raise AssertionError(node)

    # -------------------------------------------------------------- lists and criteria

    def bolletjes(self, leden: Sequence[t.Conditie]) -> Doc:
        binnen = self.dieper()
        items = tuple(binnen.conditie(lid, "s") for lid in leden)
        return Lijst(items, binnen.diepte, "•" * binnen.diepte)

    def criterium(self, node: t.Conditie, moeten: bool) -> Doc:
        """A whole consistency rule: what must be so. [4.5]"""
        moet = "moeten" if moeten else "moet"
        wie = onderwerp_van(node)
        onderwerp = "er" if wie is None else self.expressie(wie, achter=True)
        if isinstance(node, t.Samengesteld):
            verb = "worden voldaan" if wie is None else "voldoen"
            kop = f" {moet} {verb} {_aan(node, 'criterium')}:"
            return samen(onderwerp, kop, self.bolletjes(node.leden))
        zegt = self.predicaat(node, True, False)
        return Groep((samen(onderwerp, f" {moet}"), zegt))


def _alleen(als: bool, woord: str) -> list[str]:
    return [woord] if als else []


def _is(meervoud: bool) -> str:
    return "zijn" if meervoud else "is"


def _voldoet(meervoud: bool) -> str:
    return "voldoen" if meervoud else "voldoet"


def _niet(ontkend: bool) -> str:
    return "niet " if ontkend else ""


def _met_werkwoord(woord: str, is_: str) -> str:
    """``groter of gelijk is aan``: the verb before the last word."""
    voor, _, laatste = woord.rpartition(" ")
    return f"{voor} {is_} {laatste}"


def _werkwoord(node: t.Naamtest, meervoud: bool) -> str:
    if node.werkwoord == "heeft":
        return "hebben" if meervoud else "heeft"
    return _is(meervoud)


def _wat(node: t.Naamtest) -> str:
    """The name with what stands before it: `een`, `geen`, `niet`, an article or nothing."""
    if not node.ontkend:
        return w.naam(node.naam)
    if node.naam.lidwoord == "een":
        return f"geen {node.naam.tekst}"
    return f"niet {w.naam(node.naam)}"


def _hele_periode(node: t.HelePeriode) -> str:
    periode = "het gehele jaar" if node.per == "jaar" else "de gehele maand"
    return f"{_niet(node.ontkend)}gedurende {periode}"


def _aan(node: t.Samengesteld, wat: Literal["voorwaarde", "criterium"]) -> str:
    if "criteri" in node.kwantificatie.span.tekst:
        wat = "criterium"
    meer = "voorwaarden" if wat == "voorwaarde" else "criteria"
    kw = node.kwantificatie
    if kw.soort == "alle":
        if len(node.leden) == 1:
            return f"aan {'de' if wat == 'voorwaarde' else 'het'} volgende {wat}"
        return f"aan alle volgende {meer}"
    return f"aan {kwantificatie(kw)} van de volgende {meer}"
