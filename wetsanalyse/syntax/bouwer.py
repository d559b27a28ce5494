"""From the grammar's tree to our own nodes: one method per rule of ``regels.lark``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lark import Token, Transformer, Tree, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.kandidaten import Gedimensioneerd
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, schoon
from wetsanalyse.text import Diagnostic, Source, Span
from wetsanalyse.text.diagnostic import fout, waarschuwing


def expr(x: Any) -> Any:
    """A chain of one link that is itself an expression is just that expression."""
    if isinstance(x, t.Keten) and len(x.schakels) == 1:
        link = x.schakels[0]
        if not isinstance(link, t.Schakel | t.Hij):
            return link
    return x


def _soort(kind: Any) -> str:
    return str(kind.type) if isinstance(kind, Token) else ""


@v_args(meta=True)
class Bouwer(Transformer[Any, Any]):
    """Chains, values and expressions. Pure but for ``meldingen`` and ``vorm`` (which conditions
    were written as a question). ``formeel``: the text of a rule, where a date wants `dd.`."""

    def __init__(self, bron: Source, context: str | None, formeel: bool = False) -> None:
        super().__init__(visit_tokens=False)
        self.bron, self.context, self.formeel = bron, context, formeel
        self.meldingen: list[Diagnostic] = []
        self._vorm: dict[int, tuple[t.Node, str]] = {}

    # -------------------------------------------------------------- tools

    def _span(self, meta: Any) -> Span:
        if meta.empty:
            return self.bron.span(0, 0)
        return self.bron.span(meta.start_pos, meta.end_pos)

    def _tokenspan(self, token: Token) -> Span:
        return self.bron.span(token.value.start, token.value.eind)

    def naam(self, token: Token) -> t.Naam:
        k = token.value
        voor: Any = norm_woord(schoon(self.bron)[k.start : k.kern].strip()) or None
        span, tekst = self.bron.span(k.kern, k.eind), k.waarde
        if isinstance(tekst, Gedimensioneerd):
            span = self.bron.span(*tekst.naam)
            tekst = eenspatie(span.tekst)
        return t.Naam(span=span, tekst=tekst, lidwoord=voor)

    def labels(self, token: Token) -> tuple[t.Label, ...]:
        """The labels of dimensions around the name of an attribute. [1.7]"""
        waarde = token.value.waarde
        if not isinstance(waarde, Gedimensioneerd):
            return ()
        return tuple(
            t.Label(
                span=self.bron.span(van, tot),
                tekst=eenspatie(schoon(self.bron)[van:tot]),
                voorzetsel=voorzetsel,
            )
            for voorzetsel, van, tot in waarde.labels
        )

    def _fout(self, code: str, span: Span, bericht: str, *hulp: str) -> None:
        self.meldingen.append(fout(code, span, bericht, hulp=hulp, context=self.context))

    def _met_vorm(self, node: t.Node, vorm: str) -> t.Node:
        self._vorm[id(node)] = (node, vorm)
        return node

    def eis_vorm(self, node: Any, vorm: str, waar: str) -> None:
        """A condition must be a question after `indien` and a statement behind a bullet. [6.1]"""
        if self._vorm.get(id(node), (None, vorm))[1] == vorm:
            return
        hulp = (
            "zet het werkwoord achteraan: “kleiner is dan”, “verzekerd is”"
            if vorm == "v"
            else "zet het werkwoord vooraan: “is kleiner dan”, “is verzekerd”"
        )
        soort = "vragende" if vorm == "v" else "stellende"
        self._fout("PR-VORM", node.span, f"{waar} staat de voorwaarde in de {soort} vorm", hulp)

    # -------------------------------------------------------------- chains and values

    def keten(self, meta: Any, kinderen: list[Any]) -> t.Keten:
        eerste, rest = kinderen[0], kinderen[2:]
        schakels = (self._schakel(eerste), *(s for r in rest for s in r.schakels))
        return t.Keten(span=self._span(meta), schakels=schakels)

    def ketenf(self, meta: Any, kinderen: list[Any]) -> t.Keten:
        eerste, _, rest = kinderen
        staart = rest.schakels if isinstance(rest, t.Keten) else (rest,)
        return t.Keten(span=self._span(meta), schakels=(self._schakel(eerste), *staart))

    def _schakel(self, kind: Any) -> Any:
        if _soort(kind) == "HIJ":
            return t.Hij(span=self._tokenspan(kind))
        if _soort(kind) == "OBJECT":
            return t.Schakel(span=self._tokenspan(kind), naam=self.naam(kind))
        return expr(kind)

    def schakel(self, meta: Any, kinderen: list[Any]) -> t.Schakel:
        kwantificatie, bepaling, rang, token = kinderen
        woord: Any = {"EEN": "een", "ZIJN": "zijn"}.get(_soort(bepaling))
        naam = self.naam(token)
        if rang is not None:
            eerste: Any = norm_woord(self._tokenspan(rang).tekst.split()[0])
            naam = replace(naam, lidwoord=eerste if eerste in ("de", "het") else naam.lidwoord)
        return t.Schakel(
            span=self._span(meta),
            naam=naam,
            bepaling=woord,
            kwantificatie=kwantificatie,
            labels=self.labels(token),
            rang=None if rang is None else int(rang.value.waarde),
        )

    def kwantificatie(self, meta: Any, kinderen: list[Any]) -> t.Kwantificatie:
        eerste = kinderen[0]
        if eerste.type == "KW_N":
            return t.Kwantificatie(
                span=self._span(meta), soort=eerste.value.waarde, aantal=kinderen[1]
            )
        soort: Any = "alle" if eerste.type == "ALLE" else "geen"
        return t.Kwantificatie(span=self._span(meta), soort=soort)

    def telwoord(self, meta: Any, kinderen: list[Any]) -> int:
        token = kinderen[0]
        if token.type == "GETAL":
            waarde, _ = token.value.waarde
            if waarde.denominator != 1 or waarde < 0:
                self._fout("KW-AANTAL", self._tokenspan(token), "dit moet een geheel aantal zijn")
            return int(waarde)
        return 1 if token.type == "EEN" else int(token.value.waarde)

    def haakjes(self, _meta: Any, kinderen: list[Any]) -> Any:
        return replace(expr(kinderen[1]), haakjes=True)

    def haakjes_tijd(self, meta: Any, kinderen: list[Any]) -> t.Expressie:
        waarde: t.Expressie = met_tijd(expr(kinderen[1]), kinderen[2], self._span(meta))
        return replace(waarde, haakjes=True)

    def getal(self, meta: Any, kinderen: list[Any]) -> t.Getal | t.Percentagegetal:
        waarde, decimalen = kinderen[0].value.waarde
        if kinderen[0].type == "PROCENT":
            return t.Percentagegetal(
                span=self._span(meta), waarde=waarde / 100, decimalen=decimalen
            )
        eenheid = kinderen[1].value.waarde if kinderen[1] is not None else None
        return t.Getal(span=self._span(meta), waarde=waarde, decimalen=decimalen, eenheid=eenheid)

    def literal(self, meta: Any, kinderen: list[Any]) -> t.Expressie:
        kind, span = kinderen[0], self._span(meta)
        if not isinstance(kind, Token):
            return kind  # type: ignore[no-any-return]
        waarde = kind.value.waarde
        match kind.type:
            case "DATUM":
                self._eis_dd(span)
                return t.Datumwaarde(span=span, datum=waarde)
            case "DATUMTIJD":
                self._eis_dd(span)
                return t.Datumtijdwaarde(span=span, moment=waarde)
            case "WAARHEID":
                return t.Waarheid(span=span, waarde=waarde == "waar")
            case "ENUM":
                return t.Enumwaarde(span=span, waarde=eenspatie(waarde))
            case _:
                return t.Rekendatum(span=span, jaar=waarde == "jaar")

    def _eis_dd(self, span: Span) -> None:
        """The formal way to write a date begins with `dd.`; both are read. [0.2]"""
        if self.formeel and not span.tekst.casefold().startswith("dd."):
            hulp = (f"schrijf “dd. {span.tekst}”",)
            bericht = "voor een datum in een regel hoort “dd.”"
            self.meldingen.append(
                waarschuwing("LIT-DD", span, bericht, hulp=hulp, context=self.context)
            )

    def tekst(self, meta: Any, kinderen: list[Any]) -> t.Tekst:
        delen = [k.value.waarde if isinstance(k, Token) else expr(k) for k in kinderen]
        return t.Tekst(span=self._span(meta), delen=tuple(d for d in delen if d != ""))

    # -------------------------------------------------------------- expressions

    def binair(self, meta: Any, kinderen: list[Any]) -> t.Binair:
        links, op, rechts = kinderen
        return t.Binair(
            span=self._span(meta), op=op.value.waarde, links=expr(links), rechts=expr(rechts)
        )

    def _decimalen(self, token: Token) -> int:
        waarde, _ = token.value.waarde
        if waarde.denominator != 1 or waarde < 0:
            self._fout(
                "AFR-DECIMALEN", self._tokenspan(token), "het aantal decimalen is een geheel getal"
            )
            return 0
        return int(waarde)

    def afgerond(self, meta: Any, kinderen: list[Any]) -> t.Afgerond:
        waarde, rond, getal, _ = kinderen
        return t.Afgerond(
            span=self._span(meta),
            waarde=expr(waarde),
            wijze=rond.value.waarde,
            decimalen=self._decimalen(getal),
        )

    def minimum(self, meta: Any, kinderen: list[Any]) -> t.Begrensd:
        return t.Begrensd(
            span=self._span(meta),
            waarde=expr(kinderen[0]),
            minimum=expr(kinderen[2]),
            maximum=None,
        )

    def maximum(self, meta: Any, kinderen: list[Any]) -> t.Begrensd:
        return t.Begrensd(
            span=self._span(meta),
            waarde=expr(kinderen[0]),
            minimum=None,
            maximum=expr(kinderen[2]),
        )

    def minimum_maximum(self, meta: Any, kinderen: list[Any]) -> t.Begrensd:
        return t.Begrensd(
            span=self._span(meta),
            waarde=expr(kinderen[0]),
            minimum=expr(kinderen[2]),
            maximum=expr(kinderen[4]),
        )

    def machtsverheffing(self, meta: Any, kinderen: list[Any]) -> t.Machtsverheffing:
        grondtal, _, exponent, rond, getal, _ = kinderen
        return t.Machtsverheffing(
            span=self._span(meta),
            grondtal=expr(grondtal),
            exponent=expr(exponent),
            wijze=rond.value.waarde,
            decimalen=self._decimalen(getal),
        )

    def wortel(self, meta: Any, kinderen: list[Any]) -> t.Wortel:
        _, waarde, rond, getal, _ = kinderen
        return t.Wortel(
            span=self._span(meta),
            waarde=expr(waarde),
            wijze=rond.value.waarde,
            decimalen=self._decimalen(getal),
        )

    def absoluut(self, meta: Any, kinderen: list[Any]) -> t.Absoluut:
        return t.Absoluut(span=self._span(meta), waarde=expr(kinderen[1]))

    def opsomming_en(self, meta: Any, kinderen: list[Any]) -> t.Opsomming:
        return self._opsomming(meta, kinderen, "en")

    def opsomming_of(self, meta: Any, kinderen: list[Any]) -> t.Opsomming:
        return self._opsomming(meta, kinderen, "of")

    def _opsomming(self, meta: Any, kinderen: list[Any], voegwoord: Any) -> t.Opsomming:
        leden = tuple(expr(k) for k in kinderen if not isinstance(k, Token))
        return t.Opsomming(span=self._span(meta), leden=leden, voegwoord=voegwoord)

    def aggregatie(self, meta: Any, kinderen: list[Any]) -> t.Aggregatie:
        agg, argument, *bereiken, of_nul = kinderen
        return t.Aggregatie(
            span=self._span(meta),
            soort=agg.value.waarde,
            argument=expr(argument),
            of_nul=of_nul is not None,
            bereiken=tuple(bereiken),
        )

    def bereik_alle(self, meta: Any, kinderen: list[Any]) -> t.Dimensiebereik:
        return t.Dimensiebereik(span=self._span(meta), dimensie=self.naam(kinderen[1]))

    def bereik_van_tot(self, meta: Any, kinderen: list[Any]) -> t.Dimensiebereik:
        namen = {s: [k for k in kinderen if _soort(k) == s] for s in ("DIMNAAM", "LABEL")}
        van, tot = (self.naam(k) for k in namen["LABEL"])
        dimensie = self.naam(namen["DIMNAAM"][0]) if namen["DIMNAAM"] else None
        return t.Dimensiebereik(span=self._span(meta), dimensie=dimensie, van=van, tot=tot)

    def bereik_in(self, meta: Any, kinderen: list[Any]) -> t.Dimensiebereik:
        labels = tuple(self.naam(k) for k in kinderen if _soort(k) == "LABEL")
        return t.Dimensiebereik(
            span=self._span(meta), dimensie=self.naam(kinderen[1]), labels=labels
        )

    def tijdsduur(self, meta: Any, kinderen: list[Any]) -> t.Tijdsduur:
        woord, van, _, tot, in_, eenheid = kinderen
        return t.Tijdsduur(
            span=self._span(meta),
            van=expr(van),
            tot=expr(tot),
            eenheid=self._tokenspan(eenheid).tekst,
            hele=in_.value.waarde == "hele",
            absoluut=woord.value.waarde == "absoluut",
        )

    def datumdeel(self, meta: Any, kinderen: list[Any]) -> t.Datumdeel:
        return t.Datumdeel(
            span=self._span(meta), deel=kinderen[0].value.waarde, datum=expr(kinderen[1])
        )

    def paasdag(self, meta: Any, kinderen: list[Any]) -> t.Paasdag:
        return t.Paasdag(span=self._span(meta), jaar=expr(kinderen[1]))

    def datummet(self, meta: Any, kinderen: list[Any]) -> t.DatumMet:
        jaar, maand, dag = (expr(k) for k in kinderen if not isinstance(k, Token))
        return t.DatumMet(span=self._span(meta), jaar=jaar, maand=maand, dag=dag)

    def datumtijdmet(self, meta: Any, kinderen: list[Any]) -> t.DatumtijdMet:
        delen = tuple(expr(k) for k in kinderen if not isinstance(k, Token))
        return t.DatumtijdMet(span=self._span(meta), delen=delen)

    def __default__(self, data: Any, children: list[Any], meta: Any) -> Any:
        return Tree(data, children, meta)

    # -------------------------------------------------------------- time [5]

    def periode(self, meta: Any, kinderen: list[Any]) -> t.Periode:
        woorden = {_soort(k) for k in kinderen if isinstance(k, Token)}
        waarden = [expr(k) for k in kinderen if not isinstance(k, Token)]
        open_ = "PERIODE_VANAF" in woorden
        return t.Periode(
            span=self._span(meta),
            van=waarden[0] if open_ or len(waarden) == 2 else None,
            tot=None if open_ else waarden[-1],
            tot_en_met="PERIODE_TM" in woorden,
        )

    def totaal(self, meta: Any, kinderen: list[Any]) -> t.Totaal:
        return t.Totaal(span=self._span(meta), waarde=expr(kinderen[1]))

    def evenredig(self, meta: Any, kinderen: list[Any]) -> t.TijdsevenredigDeel:
        return t.TijdsevenredigDeel(
            span=self._span(meta), per=kinderen[0].value.waarde, waarde=expr(kinderen[1])
        )


def met_tijd(waarde: Any, tijd: t.Tijdconditie, span: Span) -> Any:
    """An expression with a time of its own. A total or a share takes it as its own part."""
    eigen = isinstance(waarde, t.Totaal | t.TijdsevenredigDeel) and not waarde.haakjes
    if eigen and waarde.tijd is None:
        return replace(waarde, tijd=tijd, span=span)
    return t.Tijdgebonden(span=span, waarde=waarde, tijd=tijd)
