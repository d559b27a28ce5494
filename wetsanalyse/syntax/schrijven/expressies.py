"""Expressions as documents; brackets where the author or the grammar wants them. [3]"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.opmaak import Doc, Groep, Vul, Woorden, heeft_lijst, plat, samen
from wetsanalyse.syntax.schrijven.voorrang import (
    EXPRESSIE,
    LID,
    OPERAND,
    SOM,
    eindigt_op_lijst,
    is_functie,
    niveau,
)
from wetsanalyse.syntax.schrijven.woordkeus import (
    afronding,
    bereik,
    die_of_dat,
    kwantificatie,
    onderwerp_van,
    rangtelwoord,
    rekendatum,
)


@dataclass(frozen=True)
class Expressies:
    """Writes expressions. ``dd``: a date begins with `dd.`, as in a rule; ``diepte``: of the list
    that it stands in; ``tijd_erna``: a time of the rule follows, so a total wants brackets."""

    dd: bool = True
    diepte: int = 0
    tijd_erna: bool = False

    def dieper(self) -> Self:
        return replace(self, diepte=self.diepte + 1)

    # -------------------------------------------------------------- conditions: see `condities`

    def predicaat(self, node: t.Conditie, meervoud: bool, in_expressie: bool) -> Doc:
        raise NotImplementedError

    def met_onderwerp(self, node: t.Conditie, onderwerp: Doc, in_expressie: bool) -> Doc:
        raise NotImplementedError

    def tijd(self, node: t.Tijdconditie) -> Doc:
        raise NotImplementedError

    # -------------------------------------------------------------- brackets

    def expressie(self, node: t.Expressie, eis: int = EXPRESSIE, *, achter: bool = False) -> Doc:
        """``eis``: what the grammar takes here; ``achter``: something follows."""
        if node.haakjes or self._wil_haakjes(node, eis) or (achter and eindigt_op_lijst(node)):
            return samen("(", replace(self, tijd_erna=False).kaal(node), ")")
        return self.kaal(node)

    def _wil_haakjes(self, node: t.Expressie, eis: int) -> bool:
        if self.tijd_erna and isinstance(node, t.Totaal | t.TijdsevenredigDeel):
            return True
        return niveau(node) < eis

    def lid(self, node: t.Expressie, *, achter: bool = False) -> Doc:
        return self.expressie(node, LID, achter=achter)

    def _argument(self, node: t.Expressie) -> Doc:
        """A lid or a function."""
        return self.expressie(node, OPERAND if is_functie(node) else LID)

    def rechts(self, node: t.Expressie, eis: int = EXPRESSIE) -> Doc:
        """Where an enumeration with `of` may stand without brackets: behind a comparison."""
        if isinstance(node, t.Opsomming) and node.voegwoord == "of" and not node.haakjes:
            return self._opsomming(node)
        return self.expressie(node, eis)

    # -------------------------------------------------------------- one node

    def kaal(self, node: t.Expressie) -> Doc:
        """Without brackets of its own."""
        match node:
            case t.Tekst():
                return self._tekst(node)
            case t.Keten():
                return self.keten(node)
            case t.Binair():
                return Groep(self._operanden(node))
            case t.Opsomming():
                return self._opsomming(node)
            case t.Subselectie(keten=keten, predicaat=predicaat):
                zegt = self.predicaat(predicaat, predicaat.meervoud, True)
                return Groep((self.keten(keten), samen(f"{die_of_dat(node)} ", zegt)))
            case t.Tijdgebonden(waarde=waarde, tijd=tijd):
                # A bare total would take the time as its own.
                eis = LID if isinstance(waarde, t.Totaal | t.TijdsevenredigDeel) else EXPRESSIE
                return Groep((self.expressie(waarde, eis, achter=True), self.tijd(tijd)))
            case _:
                vast = self._vast(node)
                return self._bewerking(node) if vast is None else vast

    def _vast(self, node: t.Expressie) -> str | None:
        """A value of one word."""
        dd = "dd. " if self.dd else ""
        match node:
            case t.Getal():
                return w.getal(node)
            case t.Percentagegetal():
                return w.percentage(node)
            case t.Datumwaarde(datum=dag):
                return dd + w.datum(dag)
            case t.Datumtijdwaarde(moment=moment):
                return dd + w.tijdstip(moment)
            case t.Waarheid(waarde=waar):
                return "waar" if waar else "onwaar"
            case t.Enumwaarde(waarde=waarde):
                return f"'{waarde}'"
            case t.Rekendatum():
                return rekendatum(node)
            case _:
                return None

    def _bewerking(self, node: t.Expressie) -> Doc:
        match node:
            case t.Afgerond(waarde=waarde):
                return Groep((self.expressie(waarde, achter=True), afronding(node)))
            case t.Begrensd():
                return self._begrensd(node)
            case t.Absoluut(waarde=waarde):
                return samen("de absolute waarde van ", self._argument(waarde))
            case t.Wortel(waarde=waarde):
                waarde_ = self.expressie(waarde, OPERAND, achter=True)
                return Groep((samen("de wortel van ", waarde_), afronding(node)))
            case t.Machtsverheffing(grondtal=grondtal, exponent=exponent):
                macht = samen("tot de macht ", self.expressie(exponent, OPERAND, achter=True))
                basis = self.expressie(grondtal, OPERAND, achter=True)
                return Groep((basis, macht, afronding(node)))
            case t.Aggregatie():
                return self._aggregatie(node)
            case _:
                return self._van_tijd(node)

    def _van_tijd(self, node: t.Expressie) -> Doc:
        """Dates, and sums over time. [3.9, 5]"""
        match node:
            case t.Tijdsduur():
                soort = "absolute tijdsduur" if node.absoluut else "tijdsduur"
                van = samen(f"de {soort} van ", self.expressie(node.van, SOM, achter=True))
                tot = samen("tot ", self.expressie(node.tot, SOM, achter=True))
                return Vul((van, tot, f"in {'hele ' if node.hele else ''}{node.eenheid}"))
            case t.Datumdeel(deel=deel, datum=datum):
                lidwoord = "het" if deel in ("jaar", "uur") else "de"
                return samen(f"{lidwoord} {deel} uit ", self._argument(datum))
            case t.DatumMet():
                return self._datum_met(node)
            case t.DatumtijdMet(delen=delen):
                return self._met_delen("de datumtijd met", _DELEN, delen)
            case t.Paasdag(jaar=jaar):
                return samen("de eerste paasdag van ", self.lid(jaar))
            case t.Totaal(waarde=waarde, tijd=tijd):
                return self._met_tijd("het totaal van ", waarde, tijd)
            case t.TijdsevenredigDeel(per=per, waarde=waarde, tijd=tijd):
                return self._met_tijd(f"het tijdsevenredig deel per {per} van ", waarde, tijd)
            case t.AantalDagen(per=per, voorwaarde=voorwaarde):
                periode = "de maand" if per == "maand" else "het jaar"
                vraag = self._vraag_in_expressie(voorwaarde)
                return samen(f"het aantal dagen in {periode} dat ", vraag)
            case _:
                raise AssertionError(node)

    # -------------------------------------------------------------- chains

    def keten(self, node: t.Keten) -> Doc:
        laatste = len(node.schakels) - 1
        delen: list[Doc] = []
        for i, schakel in enumerate(node.schakels):
            doc = self._link(schakel, i == laatste and i > 0)
            delen.append(samen("van ", doc) if i else doc)
        return Vul(tuple(delen))

    def _link(self, schakel: t.Schakel | t.Hij | t.Expressie, slot: bool) -> Doc:
        match schakel:
            case t.Schakel():
                return self.schakel(schakel)
            case t.Hij():
                return "hij"
            case t.Getal(haakjes=False) | t.Percentagegetal(haakjes=False):
                return self.kaal(schakel)
            case _ if slot and is_functie(schakel):
                return self.expressie(schakel, OPERAND)
            case _:
                return self.expressie(replace(schakel, haakjes=True))

    def schakel(self, node: t.Schakel) -> Doc:
        woorden = [kwantificatie(node.kwantificatie)] if node.kwantificatie else []
        if node.bepaling or node.naam.lidwoord:
            woorden.append(node.bepaling or node.naam.lidwoord or "")
        if node.rang is not None:
            woorden.append(rangtelwoord(node.rang))
        woorden += [label.tekst for label in node.labels if label.voorzetsel is None]
        woorden.append(node.naam.tekst)
        woorden += [f"{x.voorzetsel} {x.tekst}" for x in node.labels if x.voorzetsel is not None]
        return Woorden(" ".join(woorden))

    # -------------------------------------------------------------- compound values

    def _tekst(self, node: t.Tekst) -> Doc:
        """On one line, unless a list with bullets stands in it."""
        delen: list[Doc] = []
        for deel in node.delen:
            if isinstance(deel, str):
                delen.append(deel)
            else:
                doc = self.expressie(deel)
                delen += ["«", doc if heeft_lijst(doc) else plat(doc), "»"]
        return samen('"', *delen, '"')

    def _opsomming(self, node: t.Opsomming) -> Doc:
        *voor, laatste = node.leden
        delen = [self.lid(deel, achter=True) for deel in voor]
        met_komma = [samen(deel, ",") for deel in delen[:-1]] + delen[-1:]
        return Vul((*met_komma, samen(f"{node.voegwoord} ", self.lid(laatste))))

    def _operanden(self, node: t.Binair) -> tuple[Doc, ...]:
        """A row of operators of one precedence, each on a line of its own if need be."""
        eigen = niveau(node)
        rechts = samen(f"{node.op} ", self.expressie(node.rechts, eigen + 1))
        links = node.links
        kaal = isinstance(links, t.Binair) and not links.haakjes and not eindigt_op_lijst(links)
        if isinstance(links, t.Binair) and kaal and niveau(links) == eigen:
            return (*self._operanden(links), rechts)
        return (self.expressie(links, eigen, achter=True), rechts)

    def _begrensd(self, node: t.Begrensd) -> Doc:
        delen: list[Doc] = [samen(self.expressie(node.waarde, achter=True), ",")]
        if node.minimum is not None:
            achter = node.maximum is not None
            minimum = self.expressie(node.minimum, SOM, achter=achter)
            delen.append(samen("met een minimum van ", minimum))
        if node.maximum is not None:
            kop = "met een maximum van"
            if node.minimum is not None:
                kort = "en een maximum van" in " ".join(node.span.tekst.split())
                kop = "en een maximum van" if kort else f"en {kop}"
            delen.append(samen(f"{kop} ", self.expressie(node.maximum, SOM)))
        return Groep(tuple(delen))

    def _aggregatie(self, node: t.Aggregatie) -> Doc:
        arg, staart = node.argument, bool(node.of_nul or node.bereiken)
        if isinstance(arg, t.Opsomming) and arg.voegwoord == "en" and not arg.haakjes:
            waarvan = self._opsomming(arg)
        elif isinstance(arg, t.Subselectie):
            waarvan = self.expressie(arg, OPERAND, achter=staart)
        else:
            waarvan = self.lid(arg, achter=staart)
        delen: list[Doc] = [samen(f"{node.soort} ", waarvan)]
        delen += [bereik(b) for b in node.bereiken]
        if node.of_nul:
            delen.append("of 0 als die er niet zijn")
        return Vul(tuple(delen))

    def _met_tijd(self, kop: str, waarde: t.Expressie, tijd: t.Tijdconditie | None) -> Doc:
        if tijd is None:
            return samen(kop, self._argument(waarde))
        return Groep((samen(kop, self._argument(waarde)), self.tijd(tijd)))

    def _datum_met(self, node: t.DatumMet) -> Doc:
        delen = (node.jaar, node.maand, node.dag)
        # The older form, when it was written so. [3.9]
        if "dag(" in "".join(node.span.tekst.split()):
            binnen: list[Doc] = [self.expressie(d, SOM, achter=True) for d in delen]
            return samen("de datum met jaar, maand en dag(", binnen[0], ", ", binnen[1], ", ",
                         binnen[2], ")")  # fmt: skip
        return self._met_delen("de datum met", ("jaar", "maand", "dag"), delen)

    def _met_delen(
        self, kop: str, woorden: tuple[str, ...], waarden: tuple[t.Expressie, ...]
    ) -> Doc:
        delen: list[Doc] = []
        laatste = len(waarden) - 1
        for i, (woord, waarde) in enumerate(zip(woorden, waarden, strict=True)):
            voor = kop + " " if i == 0 else "en " if i == laatste else ""
            doc = self.lid(waarde) if i == laatste else self.expressie(waarde, SOM, achter=True)
            komma = "," if i < laatste - 1 else ""
            delen.append(samen(f"{voor}{woord}: ", doc, komma))
        return Vul(tuple(delen))

    def _vraag_in_expressie(self, node: t.Conditie) -> Doc:
        onderwerp: Doc = "er"
        wie = onderwerp_van(node)
        if wie is not None:
            onderwerp = self.lid(wie, achter=True)
        return self.met_onderwerp(node, onderwerp, True)


_DELEN = ("jaar", "maand", "dag", "uur", "minuut", "seconde", "milliseconde")
