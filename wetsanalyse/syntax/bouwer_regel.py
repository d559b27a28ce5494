"""The rest of the builder: rules, tables, and the sentences of our own blocks."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from lark import Token, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.bouwer import Bouwer, _soort, expr


class Inhoud(NamedTuple):
    resultaat: t.Resultaat
    voorwaarde: t.Conditie | None
    variabelen: tuple[t.Variabele, ...]


class Clausuletekst(NamedTuple):
    orgaan: t.Naam
    onderwerp: t.Keten
    voorwaarde: t.Conditie | None
    gevolg: t.Gelijkstelling | None


@v_args(meta=True)
class Regelbouwer(Bouwer):
    """One method per rule of the grammar, for everything above conditions."""

    def inhoud(self, meta: Any, kinderen: list[Any]) -> Inhoud:
        resultaat, voorwaarde, punt, variabelen = kinderen
        paren = variabelen or ()
        if punt is None and not any(met_punt for _, met_punt in paren):
            plek = self.bron.span(meta.end_pos, meta.end_pos)
            self._fout(
                "RG-PUNT",
                plek,
                "de regel eindigt niet met een punt",
                "zet een “.” achter het laatste woord",
            )
        return Inhoud(resultaat, voorwaarde, tuple(v for v, _ in paren))

    def voorwaarde(self, _meta: Any, kinderen: list[Any]) -> t.Conditie:
        self.eis_vorm(kinderen[1], "v", "na “indien”")
        return kinderen[1]  # type: ignore[no-any-return]

    def variabelen(self, _meta: Any, kinderen: list[Any]) -> list[tuple[t.Variabele, bool]]:
        return kinderen[1:]

    def variabele(self, meta: Any, kinderen: list[Any]) -> tuple[t.Variabele, bool]:
        plek, waarde, punt = kinderen
        tekst, eind = plek.value.waarde
        naam = t.Naam(span=self.bron.span(plek.value.kern, eind), tekst=tekst)
        variabele = t.Variabele(span=self._span(meta), naam=naam, waarde=expr(waarde))
        return variabele, punt is not None

    def berekend(self, meta: Any, kinderen: list[Any]) -> t.Gelijkstelling:
        return t.Gelijkstelling(
            span=self._span(meta), doel=kinderen[0], waarde=expr(kinderen[2]), werkwoord="berekend"
        )

    def gesteld(self, meta: Any, kinderen: list[Any]) -> t.Gelijkstelling:
        return t.Gelijkstelling(
            span=self._span(meta), doel=kinderen[0], waarde=expr(kinderen[2]), werkwoord="gesteld"
        )

    def initialisatie(self, meta: Any, kinderen: list[Any]) -> t.Initialisatie:
        return t.Initialisatie(span=self._span(meta), doel=kinderen[0], waarde=expr(kinderen[2]))

    def kenmerktoekenning(self, meta: Any, kinderen: list[Any]) -> t.Kenmerktoekenning:
        onderwerp, *rest = kinderen
        naam, werkwoord, bepaling = self.toets(rest)
        if bepaling in ("GEEN", "NIET"):
            ontkenning = next(k for k in rest if _soort(k) == bepaling)
            self._fout(
                "KT-ONTKENNING",
                self._tokenspan(ontkenning),
                "een regel kan een kenmerk alleen toekennen, niet ontkennen",
                "een kenmerk is onwaar zolang geen regel het toekent; keer de voorwaarde om",
            )
        return t.Kenmerktoekenning(
            span=self._span(meta), onderwerp=onderwerp, werkwoord=werkwoord, naam=self.naam(naam)
        )

    # -------------------------------------------------------------- validity

    def geldig_altijd(self, meta: Any, _kinderen: list[Any]) -> t.Geldigheid:
        return t.Geldigheid(span=self._span(meta))

    def geldig_vanaf(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        return t.Geldigheid(span=self._span(meta), van=_van(kinderen[2]))

    def geldig_tm(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        return t.Geldigheid(span=self._span(meta), tot=_tot(kinderen[2]))

    def geldig_vanaf_tm(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        van, tot = _van(kinderen[2]), _tot(kinderen[4])
        if tot < van:
            self._fout("RG-GELDIGHEID", self._span(meta), "het einde ligt vóór het begin")
        return t.Geldigheid(span=self._span(meta), van=van, tot=tot)

    # -------------------------------------------------------------- tables

    def kolom_gesteld(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        return t.Kolom(span=self._span(meta), soort="gelijkstelling", onderwerp=kinderen[0])

    def kolom_kenmerk(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        return self._toetskolom(meta, "kenmerk", kinderen[0], kinderen[1:])

    def kolom_naamtest(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        return self._toetskolom(meta, "naamtest", kinderen[1], kinderen[2:])

    def _toetskolom(self, meta: Any, soort: Any, onderwerp: Any, rest: list[Any]) -> t.Kolom:
        naam, werkwoord, bepaling = self.toets(rest)
        return t.Kolom(
            span=self._span(meta),
            soort=soort,
            onderwerp=onderwerp if soort == "kenmerk" else expr(onderwerp),
            werkwoord=werkwoord,
            naam=self.naam(naam),
            ontkend=bepaling in ("GEEN", "NIET"),
        )

    def kolom_vergelijking(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        return t.Kolom(
            span=self._span(meta),
            soort="vergelijking",
            onderwerp=expr(kinderen[1]),
            woord=kinderen[2].value.waarde,
        )

    def cel(self, _meta: Any, kinderen: list[Any]) -> t.Expressie:
        return expr(kinderen[0])  # type: ignore[no-any-return]

    def reekskolom(self, meta: Any, kinderen: list[Any]) -> t.Reekskolom:
        return t.Reekskolom(
            span=self._span(meta), verwacht=kinderen[0] is not None, onderwerp=kinderen[1]
        )

    def reekstest(self, meta: Any, kinderen: list[Any]) -> t.Naamtest:
        return self._naamtest(self._span(meta), kinderen)

    # -------------------------------------------------------------- our own sentences

    def parameterwaarde(self, meta: Any, kinderen: list[Any]) -> t.Parameterwaarde:
        return t.Parameterwaarde(
            span=self._span(meta),
            naam=self.naam(kinderen[0]),
            waarde=expr(kinderen[2]),
            herkomst=None,
        )

    def clausule(self, _meta: Any, kinderen: list[Any]) -> Clausuletekst:
        orgaan, _, onderwerp, _, voorwaarde, _, gevolg = kinderen
        return Clausuletekst(self.naam(orgaan), onderwerp, voorwaarde, gevolg)

    def clausulegevolg(self, meta: Any, kinderen: list[Any]) -> t.Gelijkstelling:
        return t.Gelijkstelling(
            span=self._span(meta), doel=kinderen[1], waarde=expr(kinderen[3]), werkwoord="gesteld"
        )

    def bereik(self, meta: Any, kinderen: list[Any]) -> t.Bereik:
        naam, _, van, _, tot, *rest = kinderen
        delen = {_soort(k): expr(rest[i + 1]) for i, k in enumerate(rest) if _soort(k)}
        return t.Bereik(
            span=self._span(meta),
            attribuut=self.naam(naam),
            van=expr(van),
            tot=expr(tot),
            per=delen.get("PER"),
            modaal=delen.get("MODAAL"),
        )

    def tezake(self, meta: Any, kinderen: list[Any]) -> t.NietTerZake:
        marge = expr(kinderen[2]) if kinderen[1] is not None else None
        return t.NietTerZake(span=self._span(meta), attribuut=self.naam(kinderen[0]), marge=marge)

    def drempels(self, _meta: Any, kinderen: list[Any]) -> tuple[tuple[str, t.Expressie], ...]:
        return tuple(k for k in kinderen if not isinstance(k, Token))

    def drempel(self, _meta: Any, kinderen: list[Any]) -> tuple[str, t.Expressie]:
        return kinderen[0].value.waarde, kinderen[1]

    def naamalleen(self, _meta: Any, kinderen: list[Any]) -> t.Naam:
        return self.naam(kinderen[0])

    def orgaan(self, _meta: Any, kinderen: list[Any]) -> t.Naam:
        return self.naam(kinderen[0])

    def eennaam(self, _meta: Any, kinderen: list[Any]) -> t.Naam:
        return self.naam(kinderen[1])

    # -------------------------------------------------------------- scenarios

    def gegeven_object(self, meta: Any, kinderen: list[Any]) -> t.GegevenObject:
        return t.GegevenObject(
            span=self._span(meta),
            objecttype=self.naam(kinderen[1]),
            naam=kinderen[2].value.waarde,
            toekenningen=tuple(k for k in kinderen if isinstance(k, tuple)),
        )

    def toekenning(self, _meta: Any, kinderen: list[Any]) -> tuple[t.Naam, t.Expressie]:
        return self.naam(kinderen[0]), expr(kinderen[2])

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
        return t.GegevenConditie(span=self._span(meta), conditie=kinderen[0])


def _van(token: Token) -> date:
    waarde: Any = token.value.waarde
    return waarde if token.type == "DATUM" else date(max(1, token.value.waarde), 1, 1)


def _tot(token: Token) -> date:
    waarde: Any = token.value.waarde
    return waarde if token.type == "DATUM" else date(max(1, token.value.waarde), 12, 31)
