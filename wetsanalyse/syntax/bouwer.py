"""From the grammar's tree to our own nodes: one method per rule of ``regels.lark``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lark import Token, Transformer, Tree, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import eenspatie, norm_woord
from wetsanalyse.text import Diagnostic, Source, Span
from wetsanalyse.text.diagnostic import fout


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
    """Pure but for ``meldingen`` and ``vorm`` (which conditions were written as a question)."""

    def __init__(self, bron: Source, context: str | None) -> None:
        super().__init__(visit_tokens=False)
        self.bron, self.context = bron, context
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
        voor: Any = norm_woord(self.bron.tekst[k.start : k.kern].strip()) or None
        return t.Naam(span=self.bron.span(k.kern, k.eind), tekst=k.waarde, lidwoord=voor)

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
        kwantificatie, bepaling, naam = kinderen
        woord: Any = {"EEN": "een", "ZIJN": "zijn"}.get(_soort(bepaling))
        return t.Schakel(
            span=self._span(meta),
            naam=self.naam(naam),
            bepaling=woord,
            kwantificatie=kwantificatie,
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
        return expr(kinderen[1])

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
                return t.Datumwaarde(span=span, datum=waarde)
            case "WAARHEID":
                return t.Waarheid(span=span, waarde=waarde == "waar")
            case "ENUM":
                return t.Enumwaarde(span=span, waarde=eenspatie(waarde))
            case _:
                return t.Rekendatum(span=span, jaar=waarde == "jaar")

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
        agg, argument, of_nul = kinderen
        return t.Aggregatie(
            span=self._span(meta),
            soort=agg.value.waarde,
            argument=expr(argument),
            of_nul=of_nul is not None,
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

    def subselectie(self, meta: Any, kinderen: list[Any]) -> t.Subselectie:
        keten, _, predicaat = kinderen
        return t.Subselectie(span=self._span(meta), keten=keten, predicaat=predicaat)

    # -------------------------------------------------------------- conditions

    def _conditie(vorm: str, maak: str) -> Any:  # type: ignore[misc] # noqa: N805
        def methode(self: Bouwer, meta: Any, kinderen: list[Any]) -> t.Node:
            node: t.Node = getattr(self, maak)(self._span(meta), kinderen)
            return self._met_vorm(node, vorm)

        return methode

    vergelijking_v, vergelijking_s = _conditie("v", "_verg"), _conditie("s", "_verg")
    leegtest_v, leegtest_s = _conditie("v", "_leeg"), _conditie("s", "_leeg")
    elfproef_v, elfproef_s = _conditie("v", "_elf"), _conditie("s", "_elf")
    cijfertest_v, cijfertest_s = _conditie("v", "_cijfers"), _conditie("s", "_cijfers")
    naamtest_v, naamtest_s = _conditie("v", "_naamtest"), _conditie("s", "_naamtest")
    regeltest_v, regeltest_s = _conditie("v", "_regeltest"), _conditie("s", "_regeltest")
    opennorm_v, opennorm_s = _conditie("v", "_opennorm"), _conditie("s", "_opennorm")
    samengesteld_v, samengesteld_s = _conditie("v", "_samen"), _conditie("s", "_samen")
    samengesteld_er_v = _conditie("v", "_samen_er")
    samengesteld_er_s = _conditie("s", "_samen_er")

    def _verg(self, span: Span, kinderen: list[Any]) -> t.Vergelijking:
        links, woord, rechts = kinderen
        return t.Vergelijking(
            span=span, links=expr(links), woord=woord.value.waarde, rechts=expr(rechts)
        )

    def _leeg(self, span: Span, kinderen: list[Any]) -> t.Leegtest:
        waarde, woord = kinderen
        return t.Leegtest(span=span, waarde=expr(waarde), gevuld=woord.value.waarde == "gevuld")

    def _elf(self, span: Span, kinderen: list[Any]) -> t.Elfproef:
        waarde, woord = kinderen
        return t.Elfproef(span=span, waarde=expr(waarde), ontkend=woord.value.waarde == "niet")

    def _cijfers(self, span: Span, kinderen: list[Any]) -> t.Cijfertest:
        waarde, woord, getal, _ = kinderen
        return t.Cijfertest(
            span=span,
            waarde=expr(waarde),
            cijfers=self._decimalen(getal),
            ontkend=woord.value.waarde == "niet",
        )

    def _naamtest(self, span: Span, kinderen: list[Any]) -> t.Naamtest:
        onderwerp, *rest = kinderen
        naam, werkwoord, bepaling = self.toets(rest)
        return t.Naamtest(
            span=span,
            onderwerp=expr(onderwerp),
            werkwoord=werkwoord,
            naam=self.naam(naam),
            ontkend=bepaling in ("GEEN", "NIET"),
        )

    @staticmethod
    def toets(tokens: Sequence[Any]) -> tuple[Token, Any, str]:
        """(name, `is` | `heeft`, the word before the name) in either order of words."""
        soorten = {_soort(k): k for k in tokens if k is not None}
        bepaling = next((s for s in ("EEN", "GEEN", "NIET") if s in soorten), "")
        return soorten["NAAM"], "heeft" if "HEEFT" in soorten else "is", bepaling

    def _regeltest(self, span: Span, kinderen: list[Any]) -> t.Regeltest:
        _, naam, uitslag = kinderen
        return t.Regeltest(span=span, regel=self.naam(naam), uitslag=uitslag.value.waarde)

    def _opennorm(self, span: Span, kinderen: list[Any]) -> t.OpenNormtest:
        woord, naam = kinderen
        return t.OpenNormtest(span=span, norm=self.naam(naam), ontkend=woord.value.waarde == "geen")

    def _samen(self, span: Span, kinderen: list[Any]) -> t.Samengesteld:
        rest = [k for k in kinderen[1:] if not isinstance(k, Token)]
        return t.Samengesteld(
            span=span, onderwerp=expr(kinderen[0]), kwantificatie=rest[0], leden=rest[1]
        )

    def _samen_er(self, span: Span, kinderen: list[Any]) -> t.Samengesteld:
        kwantificatie, leden = (k for k in kinderen if not isinstance(k, Token))
        return t.Samengesteld(span=span, onderwerp=None, kwantificatie=kwantificatie, leden=leden)

    def aan(self, meta: Any, kinderen: list[Any]) -> t.Kwantificatie:
        aantal = kinderen[1] if len(kinderen) > 1 else 0
        return t.Kwantificatie(span=self._span(meta), soort=kinderen[0].value.waarde, aantal=aantal)

    def lijst(self, _meta: Any, kinderen: list[Any]) -> tuple[t.Conditie, ...]:
        return tuple(k for k in kinderen if not isinstance(k, Token))

    def item(self, _meta: Any, kinderen: list[Any]) -> t.Conditie:
        self.eis_vorm(kinderen[1], "s", "achter een opsommingsteken")
        return kinderen[1]  # type: ignore[no-any-return]

    def _predicaat(maak: str) -> Any:  # type: ignore[misc] # noqa: N805
        def methode(self: Bouwer, meta: Any, kinderen: list[Any]) -> t.Node:
            plek = self.bron.span(meta.start_pos, meta.start_pos)
            element = t.Keten(span=plek, schakels=(t.Hij(span=plek),))
            node: t.Node = getattr(self, maak)(self._span(meta), [element, *kinderen])
            return node

        return methode

    p_vergelijking, p_leegtest = _predicaat("_verg"), _predicaat("_leeg")
    p_elfproef, p_cijfertest = _predicaat("_elf"), _predicaat("_cijfers")
    p_naamtest, p_samengesteld = _predicaat("_naamtest"), _predicaat("_samen")

    def __default__(self, data: Any, children: list[Any], meta: Any) -> Any:
        return Tree(data, children, meta)
