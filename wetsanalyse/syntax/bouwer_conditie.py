"""The builder of conditions and predicates. [6]"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from lark import Token, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.bouwer import Bouwer, _soort, expr
from wetsanalyse.syntax.woorden import norm_woord
from wetsanalyse.text import Span

_MEERVOUD = {"zijn", "hebben", "voldoen", "worden", "moeten"}


class Predicaat(NamedTuple):
    """What is said, while who it is said of stands elsewhere."""

    span: Span
    maak: Callable[[Span, list[Any]], t.Conditie]
    kinderen: list[Any]

    def van(self, onderwerp: Any, span: Span | None = None) -> t.Conditie:
        return self.maak(span or self.span, [onderwerp, *self.kinderen])


def _conditie(vorm: str, maak: str) -> Any:
    """A method for a rule of the grammar: the node, and whether it was a question (`v`) or a
    statement (`s`)."""

    def methode(self: Conditiebouwer, meta: Any, kinderen: list[Any]) -> t.Node:
        node: t.Node = getattr(self, maak)(self._span(meta), kinderen)
        return self._met_vorm(node, vorm)

    return methode


def _predicaat(maak: str) -> Any:
    def methode(self: Conditiebouwer, meta: Any, kinderen: list[Any]) -> Predicaat:
        return Predicaat(self._span(meta), getattr(self, maak), kinderen)

    return methode


@v_args(meta=True)
class Conditiebouwer(Bouwer):
    """One method per rule of the grammar, for conditions."""

    vergelijking_v, vergelijking_s = _conditie("v", "_verg"), _conditie("s", "_verg")
    leegtest_v, leegtest_s = _conditie("v", "_leeg"), _conditie("s", "_leeg")
    elfproef_v, elfproef_s = _conditie("v", "_elf"), _conditie("s", "_elf")
    cijfertest_v, cijfertest_s = _conditie("v", "_cijfers"), _conditie("s", "_cijfers")
    naamtest_v, naamtest_s = _conditie("v", "_naamtest"), _conditie("s", "_naamtest")
    regeltest_v, regeltest_s = _conditie("v", "_regeltest"), _conditie("s", "_regeltest")
    periodetest_v = _conditie("v", "_periodetest")
    periodetest_s = _conditie("s", "_periodetest")
    opennorm_v, opennorm_s = _conditie("v", "_opennorm"), _conditie("s", "_opennorm")
    samengesteld_v, samengesteld_s = _conditie("v", "_samen"), _conditie("s", "_samen")
    samengesteld_er_v = _conditie("v", "_samen_er")
    samengesteld_er_s = _conditie("s", "_samen_er")
    heel_v = _conditie("v", "_heel")
    heel_vergelijking_s = _conditie("s", "_heel_verg")
    heel_leegtest_s = _conditie("s", "_heel_leeg")
    heel_naamtest_s = _conditie("s", "_heel_naam")

    p_vergelijking, p_leegtest = _predicaat("_verg"), _predicaat("_leeg")
    p_elfproef, p_cijfertest = _predicaat("_elf"), _predicaat("_cijfers")
    p_naamtest, p_samengesteld = _predicaat("_naamtest"), _predicaat("_samen")
    p_heel = _predicaat("_heel")

    def _meervoud(self, kinderen: Sequence[Any]) -> bool:
        """Whether a verb among the tokens stands in the plural."""
        woorden = (
            norm_woord(w)
            for k in kinderen
            if isinstance(k, Token) and k.type not in ("NAAM", "REGELNAAM", "NORMNAAM")
            for w in self._tokenspan(k).tekst.split()
        )
        return any(w in _MEERVOUD for w in woorden)

    # -------------------------------------------------------------- single

    def _verg(self, span: Span, kinderen: list[Any]) -> t.Vergelijking:
        links, woord, rechts = kinderen
        return t.Vergelijking(
            span=span,
            links=expr(links),
            woord=woord.value.waarde,
            rechts=expr(rechts),
            meervoud=self._meervoud([woord]),
        )

    def _leeg(self, span: Span, kinderen: list[Any]) -> t.Leegtest:
        waarde, woord = kinderen
        return t.Leegtest(
            span=span,
            waarde=expr(waarde),
            gevuld=woord.value.waarde == "gevuld",
            meervoud=self._meervoud([woord]),
        )

    def _elf(self, span: Span, kinderen: list[Any]) -> t.Elfproef:
        waarde, woord = kinderen
        return t.Elfproef(
            span=span,
            waarde=expr(waarde),
            ontkend=woord.value.waarde == "niet",
            meervoud=self._meervoud([woord]),
        )

    def _cijfers(self, span: Span, kinderen: list[Any]) -> t.Cijfertest:
        waarde, woord, getal, slot = kinderen
        return t.Cijfertest(
            span=span,
            waarde=expr(waarde),
            cijfers=self._decimalen(getal),
            ontkend=woord.value.waarde == "niet",
            meervoud=self._meervoud([woord, slot]),
        )

    def _naamtest(self, span: Span, kinderen: list[Any]) -> t.Naamtest:
        onderwerp, *rest = kinderen
        naam, werkwoord, ontkend = self.toets(rest)
        return t.Naamtest(
            span=span,
            onderwerp=expr(onderwerp),
            werkwoord=werkwoord,
            naam=naam,
            ontkend=ontkend,
            meervoud=self._meervoud(rest),
        )

    def toets(self, tokens: Sequence[Any]) -> tuple[t.Naam, Any, bool]:
        """(name, `is` | `heeft`, denied) in either order of words. `een` and `geen` are kept as
        the article of the name."""
        soorten = {_soort(k): k for k in tokens if k is not None}
        naam = self.naam(soorten["NAAM"])
        if {"EEN", "GEEN"} & soorten.keys():
            naam = replace(naam, lidwoord="een")
        ontkend = bool({"GEEN", "NIET"} & soorten.keys())
        return naam, "heeft" if "HEEFT" in soorten else "is", ontkend

    def _regeltest(self, span: Span, kinderen: list[Any]) -> t.Regeltest:
        _, naam, versie, uitslag = kinderen
        return t.Regeltest(
            span=span, regel=self.naam(naam), uitslag=uitslag.value.waarde, geldigheid=versie
        )

    def versie(self, _meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        return next(k for k in kinderen if isinstance(k, t.Geldigheid))

    def _periodetest(self, span: Span, kinderen: list[Any]) -> t.Periodetest:
        woord, periode = kinderen[:2]
        return t.Periodetest(span=span, periode=periode, ontkend=woord.value.waarde == "niet")

    def _opennorm(self, span: Span, kinderen: list[Any]) -> t.OpenNormtest:
        woord, naam = kinderen
        return t.OpenNormtest(span=span, norm=self.naam(naam), ontkend=woord.value.waarde == "geen")

    # -------------------------------------------------------------- a whole month or year [5]

    def _heel(self, span: Span, kinderen: list[Any]) -> t.HelePeriode:
        onderwerp, heel, predicaat = kinderen
        return self._om(span, heel, predicaat.van(onderwerp))

    @staticmethod
    def _om(span: Span, heel: Token, conditie: Any) -> t.HelePeriode:
        ontkend, _, per = heel.value.waarde.rpartition(" ")
        return t.HelePeriode(
            span=span,
            per=per,
            conditie=conditie,
            ontkend=bool(ontkend),
            meervoud=conditie.meervoud,
        )

    def _heel_verg(self, span: Span, kinderen: list[Any]) -> t.HelePeriode:
        links, werkwoord, heel, woord, rechts = kinderen
        node = self._verg(span, [links, woord, rechts])
        return self._om(span, heel, replace(node, meervoud=self._meervoud([werkwoord])))

    def _heel_leeg(self, span: Span, kinderen: list[Any]) -> t.HelePeriode:
        waarde, werkwoord, heel, woord = kinderen
        node = self._leeg(span, [waarde, woord])
        return self._om(span, heel, replace(node, meervoud=self._meervoud([werkwoord])))

    def _heel_naam(self, span: Span, kinderen: list[Any]) -> t.HelePeriode:
        onderwerp, werkwoord, heel, *rest = kinderen
        return self._om(span, heel, self._naamtest(span, [onderwerp, werkwoord, *rest]))

    # -------------------------------------------------------------- compound [6.3]

    def _samen(self, span: Span, kinderen: list[Any]) -> t.Samengesteld:
        rest = [k for k in kinderen[1:] if not isinstance(k, Token)]
        return t.Samengesteld(
            span=span,
            onderwerp=expr(kinderen[0]),
            kwantificatie=rest[0],
            leden=rest[1] if isinstance(rest[1], tuple) else (rest[1],),
            meervoud=self._meervoud(kinderen),
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

    # -------------------------------------------------------------- conditions inside expressions

    def subselectie(self, meta: Any, kinderen: list[Any]) -> t.Subselectie:
        keten, _, predicaat = kinderen
        plek = self.bron.span(predicaat.span.start, predicaat.span.start)
        element = t.Keten(span=plek, schakels=(t.Hij(span=plek),))
        return t.Subselectie(span=self._span(meta), keten=keten, predicaat=predicaat.van(element))

    def aantal_dagen(self, meta: Any, kinderen: list[Any]) -> t.AantalDagen:
        woord, onderwerp, predicaat = kinderen
        wie = expr(onderwerp)
        voorwaarde = predicaat.van(wie, wie.span.tot(predicaat.span))
        return t.AantalDagen(span=self._span(meta), per=woord.value.waarde, voorwaarde=voorwaarde)

    def aantal_dagen_er(self, meta: Any, kinderen: list[Any]) -> t.AantalDagen:
        span = self._span(meta)
        return t.AantalDagen(
            span=span, per=kinderen[0].value.waarde, voorwaarde=self._samen_er(span, kinderen[1:])
        )
