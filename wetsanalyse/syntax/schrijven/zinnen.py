"""The sentences of rules: results, conditions behind them, variables. [2, 4]"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.condities import Condities
from wetsanalyse.syntax.schrijven.opmaak import Doc, Groep, Lijst, Onder, Vul, regels, samen

# Words that begin a sentence with a capital; a name keeps the letters that it was given.
_HOOFDLETTER = re.compile(
    r"(\s*)(?=(?:de|het|een|alle|geen|zijn|hij|er|ten|precies|eerstgenoemde|laatstgenoemde|als)\b)"
    r"(\w)"
)


def hoofdletter(lijnen: list[str]) -> list[str]:
    m = _HOOFDLETTER.match(lijnen[0])
    if m is None:
        return lijnen
    eerste = m.group(1) + m.group(2).upper() + lijnen[0][m.end() :]
    return [eerste, *lijnen[1:]]


@dataclass(frozen=True)
class Zinnen(Condities):
    """Writes what stands under a line `geldig …`."""

    def inhoud(self, versie: t.Regelversie, inspring: int, breedte: int) -> list[str]:
        tijd_erna = isinstance(versie.voorwaarde, t.Gedurende | t.Periode)
        delen = list(replace(self, tijd_erna=tijd_erna).resultaat(versie.resultaat))
        if isinstance(versie.voorwaarde, t.Periode):
            delen[-1] = Groep((delen[-1], self.tijd(versie.voorwaarde)))
        elif versie.voorwaarde is not None:
            delen.append(self.voorwaarde(versie.voorwaarde))
        delen[-1] = samen(delen[-1], ".")
        zin = hoofdletter(regels(Onder(tuple(delen)), inspring, inspring, breedte))
        return zin + self.variabelen(versie.variabelen, inspring, breedte)

    def variabelen(
        self, variabelen: Sequence[t.Variabele], inspring: int, breedte: int
    ) -> list[str]:
        if not variabelen:
            return []
        uit = [" " * inspring + "Daarbij geldt:"]
        dieper = inspring + 4
        for i, variabele in enumerate(variabelen):
            punt = "." if i == len(variabelen) - 1 else ""
            kop = f"{w.naam(variabele.naam)} is "
            doc = samen(kop, self._waarde_van(variabele.waarde), punt)
            # What runs on stands further to the right than the next variable.
            eerste, *rest = regels(doc, dieper, dieper, breedte - 4)
            uit += [eerste, *(f"    {regel}" for regel in rest)]
        return uit

    def _waarde_van(self, waarde: t.Expressie) -> Doc:
        """A variable may have a time without brackets. [5]"""
        met_tijd = isinstance(waarde, t.Tijdgebonden | t.Totaal | t.TijdsevenredigDeel)
        return self.kaal(waarde) if met_tijd and not waarde.haakjes else self.expressie(waarde)

    def voorwaarde(self, node: t.Voorwaarde) -> Doc:
        if isinstance(node, t.Gedurende | t.Periode):
            return self.tijd(node)
        return samen("indien ", self.conditie(node, "v"))

    # -------------------------------------------------------------- results

    def resultaat(self, node: t.Resultaat) -> tuple[Doc, ...]:
        """The sentence; a verdeling may have a second one."""
        match node:
            case t.Gelijkstelling():
                moet = (
                    "berekend worden als" if node.werkwoord == "berekend" else "gesteld worden op"
                )
                return (self._toekenning(node.doel, moet, node.waarde),)
            case t.Initialisatie():
                return (self._toekenning(node.doel, "geïnitialiseerd worden op", node.waarde),)
            case t.Kenmerktoekenning():
                zegt = f" {node.werkwoord} {w.naam(node.naam)}"
                return (samen(self.keten(node.onderwerp), zegt),)
            case t.Objectcreatie():
                return (self._objectcreatie(node),)
            case t.Feitcreatie(doel=doel, bron=bron):
                return (Groep((samen(self.keten(doel), " is"), self.keten(bron))),)
            case t.Consistentie(criterium=criterium):
                moeten = "moeten" in node.span.tekst.casefold().split()
                return (self.criterium(criterium, moeten),)
            case t.Uniciteit(bronnen=bronnen):
                eerste, *rest = (self._uniekbron(b) for b in bronnen)
                delen = [eerste, *(samen("verenigd met ", b) for b in rest)]
                return (Groep((*delen[:-1], samen(delen[-1], " moeten uniek zijn"))),)
            case t.Verdeling():
                return self._verdeling(node)
            case t.Dagsoortdefinitie(dagsoort=dagsoort):
                return (f"een dag is een {dagsoort.tekst}",)
            case t.Startpuntbepaling():
                kop = samen(f"het startpunt van een {node.tijdlijn.tekst} voor ",
                            self.keten(node.onderwerp), " wordt bepaald door")  # fmt: skip
                return (Groep((kop, self.expressie(node.datum))),)

    def _toekenning(self, doel: t.Keten, moet: str, waarde: t.Expressie) -> Doc:
        return Groep((samen(self.keten(doel), f" moet {moet}"), self.expressie(waarde)))

    def _objectcreatie(self, node: t.Objectcreatie) -> Doc:
        *voor, laatste = (
            samen(f"{w.naam(x.naam)} gelijk aan ", self.expressie(x.waarde))
            for x in node.toekenningen
        )
        kop = samen(self.keten(node.onderwerp), f" heeft {w.naam(node.rol)}")
        met_komma = [samen(deel, ",") for deel in voor[:-1]] + voor[-1:]
        delen: list[Doc] = [*met_komma, samen("en ", laatste)] if voor else [laatste]
        return Groep((kop, samen("met ", Vul(tuple(delen)))))

    def _uniekbron(self, node: t.Uniekbron) -> Doc:
        namen = w.reeks([w.naam(n) for n in node.namen])
        kop = "de concatenatie van " if len(node.namen) > 1 else ""
        return samen(f"{kop}{namen} van ", self.keten(node.van))

    # -------------------------------------------------------------- verdeling [4.7]

    def _verdeling(self, node: t.Verdeling) -> tuple[Doc, ...]:
        kop = samen(
            Groep((samen(self.keten(node.bron), " wordt verdeeld over"), self.keten(node.doel))),
            ", waarbij wordt verdeeld",
        )
        items = self._verdeelitems(node)
        if len(items) == 1:
            eerste = samen(kop, " ", items[0])
        else:
            *voor, laatste = items
            lijst = Lijst((*(samen(i, ",") for i in voor), laatste), self.diepte + 1, "-")
            eerste = samen(kop, ":", lijst)
        if node.rest is None:
            return (eerste,)
        rest = samen("Als onverdeelde rest blijft ", self.keten(node.rest), " over")
        return samen(eerste, "."), rest

    def _verdeelitems(self, node: t.Verdeling) -> list[Doc]:
        wijze: Doc = "in gelijke delen"
        if node.wijze.naar is not None:
            wijze = samen("naar rato van ", self.keten(node.wijze.naar))
        items: list[Doc] = [wijze]
        if node.volgorde is not None:
            richting = "toenemende" if node.toenemend else "afnemende"
            volgorde = samen(f"op volgorde van {richting} ", self.keten(node.volgorde))
            items = [volgorde, samen("bij een even groot criterium ", wijze)]
        if node.maximum is not None:
            items.append(samen("met een maximum van ", self.keten(node.maximum)))
        if node.decimalen is not None:
            items.append(f"afgerond op {node.decimalen} decimalen naar beneden")
        return items
