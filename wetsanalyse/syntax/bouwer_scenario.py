"""The builder of the lines of a scenario. [uitbreidingen 10]"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lark import v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.bouwer import expr
from wetsanalyse.syntax.bouwer_conditie import Conditiebouwer


@v_args(meta=True)
class Scenariobouwer(Conditiebouwer):
    """One method per rule of the grammar, for what is given and what is expected."""

    # -------------------------------------------------------------- given

    def gegeven_object(self, meta: Any, kinderen: list[Any]) -> t.GegevenObject:
        return t.GegevenObject(
            span=self._span(meta),
            objecttype=self.naam(kinderen[1]),
            naam=kinderen[2].value.waarde,
            toekenningen=tuple(k for k in kinderen if isinstance(k, tuple)),
        )

    def toekenning(self, _meta: Any, kinderen: list[Any]) -> tuple[t.Schakel, t.Expressie]:
        token, _, waarde = kinderen
        span = self._tokenspan(token)
        return t.Schakel(span=span, naam=self.naam(token), labels=self.labels(token)), expr(waarde)

    def gegeven_feit(self, meta: Any, kinderen: list[Any]) -> t.GegevenFeit:
        return t.GegevenFeit(
            span=self._span(meta),
            feittype=self.naam(kinderen[0]),
            rollen=tuple(k for k in kinderen if isinstance(k, tuple)),
        )

    def rolbezetting(self, _meta: Any, kinderen: list[Any]) -> tuple[t.Naam, str]:
        return self.naam(kinderen[0]), kinderen[1].value.waarde

    def gegeven_parameter(self, meta: Any, kinderen: list[Any]) -> t.GegevenParameter:
        return t.GegevenParameter(
            span=self._span(meta), naam=self.naam(kinderen[1]), waarde=expr(kinderen[3])
        )

    def gegeven_onbekend(self, meta: Any, kinderen: list[Any]) -> t.GegevenOnbekend:
        return t.GegevenOnbekend(span=self._span(meta), keten=kinderen[1])

    def gegeven_oordeel(self, meta: Any, kinderen: list[Any]) -> t.GegevenOordeel:
        woord, norm, _, object_ = kinderen
        return t.GegevenOordeel(
            span=self._span(meta),
            norm=self.naam(norm),
            object=object_.value.waarde,
            oordeel=woord.value.waarde == "wel",
        )

    def gegeven_conditie(self, meta: Any, kinderen: list[Any]) -> t.GegevenConditie:
        self.eis_vorm(kinderen[0], "s", "in een scenario")
        conditie, periode = kinderen
        return t.GegevenConditie(span=self._span(meta), conditie=conditie, periode=periode)

    def gegeven_voorval(self, meta: Any, kinderen: list[Any]) -> t.GegevenVoorval:
        return t.GegevenVoorval(
            span=self._span(meta),
            datum=kinderen[1].value.waarde,
            gebeurtenis=self.naam(kinderen[2]),
            wijzigingen=tuple(k for k in kinderen if isinstance(k, t.Wijziging)),
        )

    def wijziging(self, meta: Any, kinderen: list[Any]) -> t.Wijziging:
        doel, _, waarde, periode = kinderen
        return t.Wijziging(span=self._span(meta), doel=doel, waarde=expr(waarde), periode=periode)

    # -------------------------------------------------------------- expected on a day

    def op_dag(self, meta: Any, kinderen: list[Any]) -> t.Verwachting:
        _, _, _, conditie, _ = kinderen
        self.eis_vorm(conditie, "s", "na “geldt:”")
        return self._op(meta, kinderen, conditie)

    def op_dag_vergelijking(self, meta: Any, kinderen: list[Any]) -> t.Verwachting:
        return self._op(meta, kinderen, self._verg(self._span(meta), kinderen[3:6]))

    def op_dag_leegtest(self, meta: Any, kinderen: list[Any]) -> t.Verwachting:
        return self._op(meta, kinderen, self._leeg(self._span(meta), kinderen[3:5]))

    def op_dag_naamtest(self, meta: Any, kinderen: list[Any]) -> t.Verwachting:
        _, _, werkwoord, onderwerp, *rest, _ = kinderen
        zegt = [onderwerp, werkwoord, *rest]
        return self._op(meta, kinderen, self._naamtest(self._span(meta), zegt))

    def _op(self, meta: Any, kinderen: Sequence[Any], conditie: t.Conditie) -> t.Verwachting:
        """The verb stands in front, so it says whether there are more."""
        if self._meervoud(kinderen[2:3]):
            conditie = replace(conditie, meervoud=True)
        return t.Verwachting(
            span=self._span(meta),
            conditie=conditie,
            datum=kinderen[1].value.waarde,
            periode=kinderen[-1],
        )
