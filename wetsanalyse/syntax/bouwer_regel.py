"""The rest of the builder: rules, tables, and the sentences of our own blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from lark import Token, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.bouwer import _soort, expr, met_tijd
from wetsanalyse.syntax.bouwer_scenario import Scenariobouwer
from wetsanalyse.syntax.tijdbepaling import Tijdfout, plaats_tijd
from wetsanalyse.syntax.verdeling import Verdeelitem, verdeling_van
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, schoon
from wetsanalyse.text.diagnostic import fout, waarschuwing


class Inhoud(NamedTuple):
    resultaat: t.Resultaat
    voorwaarde: t.Voorwaarde | None
    variabelen: tuple[t.Variabele, ...]


class Clausuletekst(NamedTuple):
    orgaan: t.Naam
    onderwerp: t.Keten
    voorwaarde: t.Conditie | None
    gevolg: t.Gelijkstelling | None


class Verplichtingtekst(NamedTuple):
    objecttype: t.Naam
    handeling: str
    termijn: t.Termijn | None
    voorwaarde: t.Conditie | None
    gevolgregel: t.Naam | None


@v_args(meta=True)
class Regelbouwer(Scenariobouwer):
    """One method per rule of the grammar, for everything above conditions."""

    def inhoud(self, meta: Any, kinderen: list[Any]) -> Inhoud:
        resultaat, voorwaarde, punt, variabelen = kinderen
        paren = variabelen or ()
        met_punt = punt is not None or any(met_punt for _, met_punt in paren)
        # Behind the dashes of a verdeling the full stop may be left out. [4.7]
        if not met_punt and not isinstance(resultaat, t.Verdeling):
            plek = self.bron.span(meta.end_pos, meta.end_pos)
            self._fout(
                "RG-PUNT",
                plek,
                "de regel eindigt niet met een punt",
                "zet een “.” achter het laatste woord",
            )
        resultaat, voorwaarde, tijdfouten = plaats_tijd(resultaat, voorwaarde)
        eigen = tuple(v for v, _ in paren)
        self._meld_tijd(tijdfouten)
        return Inhoud(resultaat, voorwaarde, eigen)

    def _meld_tijd(self, fouten: list[Tijdfout]) -> None:
        for f in fouten:
            maak = fout if f.is_fout else waarschuwing
            self.meldingen.append(
                maak(f.code, f.span, f.bericht, hulp=f.hulp, context=self.context)
            )

    def voorwaarde(self, _meta: Any, kinderen: list[Any]) -> t.Conditie:
        self.eis_vorm(kinderen[1], "v", "na “indien”")
        return kinderen[1]  # type: ignore[no-any-return]

    def gedurende(self, meta: Any, kinderen: list[Any]) -> t.Gedurende:
        self.eis_vorm(kinderen[1], "v", "na “gedurende de tijd dat”")
        return t.Gedurende(span=self._span(meta), conditie=kinderen[1])

    def variabelen(self, _meta: Any, kinderen: list[Any]) -> list[tuple[t.Variabele, bool]]:
        return kinderen[1:]

    def variabele(self, meta: Any, kinderen: list[Any]) -> tuple[t.Variabele, bool]:
        plek, ruw, tijd, punt = kinderen
        tekst, eind = plek.value.waarde
        kern = plek.value.kern
        voor: Any = norm_woord(schoon(self.bron)[plek.value.start : kern].strip()) or None
        naam = t.Naam(span=self.bron.span(kern, eind), tekst=tekst, lidwoord=voor)
        waarde = expr(ruw)
        if tijd is not None:
            waarde = met_tijd(waarde, tijd, waarde.span.tot(tijd.span))
        return t.Variabele(span=self._span(meta), naam=naam, waarde=waarde), punt is not None

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
        naam, werkwoord, ontkend = self.toets(rest)
        if ontkend:
            ontkenning = next(k for k in rest if _soort(k) in ("GEEN", "NIET"))
            self._fout(
                "KT-ONTKENNING",
                self._tokenspan(ontkenning),
                "een regel kan een kenmerk alleen toekennen, niet ontkennen",
                "een kenmerk is onwaar zolang geen regel het toekent; keer de voorwaarde om",
            )
        return t.Kenmerktoekenning(
            span=self._span(meta), onderwerp=onderwerp, werkwoord=werkwoord, naam=naam
        )

    def objectcreatie(self, meta: Any, kinderen: list[Any]) -> t.Objectcreatie:
        onderwerp, *rest = kinderen
        rol, _, _ = self.toets([k for k in rest if isinstance(k, Token)])
        return t.Objectcreatie(
            span=self._span(meta),
            onderwerp=onderwerp,
            rol=rol,
            toekenningen=tuple(k for k in rest if isinstance(k, t.Toekenning)),
        )

    def oc_toekenning(self, meta: Any, kinderen: list[Any]) -> t.Toekenning:
        naam, _, waarde = kinderen
        return t.Toekenning(span=self._span(meta), naam=self.naam(naam), waarde=expr(waarde))

    def feitcreatie(self, meta: Any, kinderen: list[Any]) -> t.Feitcreatie:
        doel, _, bron = kinderen
        return t.Feitcreatie(span=self._span(meta), doel=doel, bron=bron)

    def feitbron(self, meta: Any, kinderen: list[Any]) -> t.Keten:
        een, naam, _, rest = kinderen
        voor: Any = {"lidwoord": "een"} if een is not None else {}
        eerste = t.Schakel(span=self._tokenspan(naam), naam=replace(self.naam(naam), **voor))
        return t.Keten(span=self._span(meta), schakels=(eerste, *rest.schakels))

    def consistentie(self, meta: Any, kinderen: list[Any]) -> t.Consistentie:
        onderwerp, _, predicaat = kinderen
        span = self._span(meta)
        criterium = predicaat.van(onderwerp, span)
        if not criterium.meervoud:
            bericht = "achter “moet” staat het hele werkwoord"
            hulp = "schrijf “moet groter zijn dan”, “moet gevuld zijn”, “moet recht op … hebben”"
            self._fout("PR-VORM", predicaat.span, bericht, hulp)
        return t.Consistentie(span=span, criterium=criterium)

    def consistentie_samen(self, meta: Any, kinderen: list[Any]) -> t.Consistentie:
        span = self._span(meta)
        return t.Consistentie(span=span, criterium=self._samen(span, kinderen))

    def consistentie_er(self, meta: Any, kinderen: list[Any]) -> t.Consistentie:
        span = self._span(meta)
        return t.Consistentie(span=span, criterium=self._samen_er(span, kinderen))

    def uniciteit(self, meta: Any, kinderen: list[Any]) -> t.Uniciteit:
        bronnen = tuple(k for k in kinderen if isinstance(k, t.Uniekbron))
        return t.Uniciteit(span=self._span(meta), bronnen=bronnen)

    def uniekbron(self, meta: Any, kinderen: list[Any]) -> t.Uniekbron:
        *voor, keten = (k for k in kinderen if not isinstance(k, Token))
        eerste = keten.schakels[0]
        if len(keten.schakels) < 2 or not isinstance(eerste, t.Schakel):
            bericht = "hier hoort “de … van alle …”: uniek zijn de waarden van veel objecten"
            self._fout("UN-VORM", keten.span, bericht)
        namen = [s.naam for s in (*voor, eerste) if isinstance(s, t.Schakel)]
        rest = keten.schakels[1:] or keten.schakels
        van = t.Keten(span=rest[0].span.tot(rest[-1].span), schakels=rest)
        return t.Uniekbron(span=self._span(meta), namen=tuple(namen), van=van)

    def dagsoortdefinitie(self, meta: Any, kinderen: list[Any]) -> t.Dagsoortdefinitie:
        return t.Dagsoortdefinitie(span=self._span(meta), dagsoort=self.naam(kinderen[1]))

    def startpuntbepaling(self, meta: Any, kinderen: list[Any]) -> t.Startpuntbepaling:
        _, tijdlijn, _, onderwerp, _, datum = kinderen
        return t.Startpuntbepaling(
            span=self._span(meta),
            tijdlijn=self.naam(tijdlijn),
            onderwerp=onderwerp,
            datum=expr(datum),
        )

    # -------------------------------------------------------------- verdeling [4.7]

    def verdeling(self, meta: Any, kinderen: list[Any]) -> t.Verdeling:
        bron, _, doel, *delen = kinderen
        items = [k for k in delen if isinstance(k, Verdeelitem)]
        wijzen = [Verdeelitem("wijze", k.span, k) for k in delen if isinstance(k, t.Verdeelwijze)]
        node, fouten = verdeling_van(self._span(meta), bron, doel, [*wijzen, *items])
        for span, code, bericht, hulp in fouten:
            self._fout(code, span, bericht, hulp)
        return node

    def verdeelwijze(self, meta: Any, kinderen: list[Any]) -> t.Verdeelwijze:
        naar = kinderen[1] if len(kinderen) > 1 else None
        return t.Verdeelwijze(span=self._span(meta), naar=naar)

    def item_wijze(self, meta: Any, k: list[Any]) -> Verdeelitem:
        return Verdeelitem("wijze", self._span(meta), k[1])

    def item_gelijk(self, meta: Any, k: list[Any]) -> Verdeelitem:
        return Verdeelitem("bij_gelijk", self._span(meta), k[2])

    def item_volgorde(self, meta: Any, k: list[Any]) -> Verdeelitem:
        return Verdeelitem(k[1].value.waarde, self._span(meta), k[2])

    def item_maximum(self, meta: Any, k: list[Any]) -> Verdeelitem:
        return Verdeelitem("maximum", self._span(meta), k[2])

    def item_afgerond(self, meta: Any, k: list[Any]) -> Verdeelitem:
        return Verdeelitem("decimalen", self._span(meta), self._decimalen(k[2]))

    def rest(self, meta: Any, k: list[Any]) -> Verdeelitem:
        return Verdeelitem("rest", self._span(meta), k[1])

    # -------------------------------------------------------------- validity

    def geldigheid(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        node: t.Geldigheid = kinderen[1]
        return replace(node, span=self._span(meta))

    def geldig_altijd(self, meta: Any, _kinderen: list[Any]) -> t.Geldigheid:
        return t.Geldigheid(span=self._span(meta))

    def geldig_vanaf(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        return self._geldig(meta, kinderen[1], None)

    def geldig_tm(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        return self._geldig(meta, None, kinderen[1])

    def geldig_vanaf_tm(self, meta: Any, kinderen: list[Any]) -> t.Geldigheid:
        return self._geldig(meta, kinderen[1], kinderen[3])

    def _geldig(self, meta: Any, begin: Token | None, eind: Token | None) -> t.Geldigheid:
        span = self._span(meta)
        van = None if begin is None else _van(begin)
        tot = None if eind is None else _tot(eind)
        if van is not None and tot is not None and tot < van:
            self._fout("RG-GELDIGHEID", span, "het einde ligt vóór het begin")
        jaartallen = (_soort(begin) == "JAARTAL", _soort(eind) == "JAARTAL")
        return t.Geldigheid(span=span, van=van, tot=tot, jaartallen=jaartallen)

    # -------------------------------------------------------------- tables

    def kolom_gesteld(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        doel, woord = kinderen
        span = self._span(meta)
        if woord.type == "MOET_INIT":
            bericht = "in een beslistabel kan geen attribuut geïnitialiseerd worden"
            hulp = "schrijf “moet gesteld worden op”, of maak er een gewone regel van"
            self._fout("BT-SOORT", span, bericht, hulp)
        berekend = woord.type == "MOET_BEREKEND"
        return t.Kolom(
            span=span,
            soort="gelijkstelling",
            onderwerp=doel,
            werkwoord="berekend" if berekend else "gesteld",
        )

    def kolom_kenmerk(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        onderwerp, *rest = kinderen
        naam, werkwoord, _ = self.toets(rest)
        return t.Kolom(
            span=self._span(meta),
            soort="kenmerk",
            onderwerp=onderwerp,
            werkwoord=werkwoord,
            naam=naam,
        )

    def kolom_vergelijking(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        return t.Kolom(
            span=self._span(meta),
            soort="vergelijking",
            onderwerp=expr(kinderen[1]),
            woord=kinderen[2].value.waarde,
        )

    def kolom_voorwaarde(self, meta: Any, kinderen: list[Any]) -> t.Kolom:
        conditie = kinderen[1]
        self.eis_vorm(conditie, "v", "in een kolomkop")
        return t.Kolom(span=self._span(meta), soort="voorwaarde", onderwerp=None, conditie=conditie)

    def cel(self, _meta: Any, kinderen: list[Any]) -> t.Expressie:
        return expr(kinderen[0])  # type: ignore[no-any-return]

    def reekscel(self, _meta: Any, kinderen: list[Any]) -> t.Reekscel:
        return kinderen[0]  # type: ignore[no-any-return]

    def leegcel(self, meta: Any, kinderen: list[Any]) -> t.Leegcel:
        return t.Leegcel(span=self._span(meta), gevuld=kinderen[0].value.waarde == "gevuld")

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

    def verplichting(self, _meta: Any, kinderen: list[Any]) -> Verplichtingtekst:
        _, type_, _, handeling, termijn, voorwaarde, _, regel, _ = kinderen
        gevolgregel = None if regel is None else self.naam(regel)
        wat = eenspatie(handeling.value.waarde)
        return Verplichtingtekst(self.naam(type_), wat, termijn, voorwaarde, gevolgregel)

    def termijn_na(self, meta: Any, kinderen: list[Any]) -> t.Termijn:
        _, duur, _, datum = kinderen
        return t.Termijn(span=self._span(meta), datum=expr(datum), duur=expr(duur))

    def termijn_op(self, meta: Any, kinderen: list[Any]) -> t.Termijn:
        return t.Termijn(span=self._span(meta), datum=expr(kinderen[1]))

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


def _van(token: Token) -> date:
    waarde: Any = token.value.waarde
    return waarde if token.type == "DATUM" else date(max(1, token.value.waarde), 1, 1)


def _tot(token: Token) -> date:
    waarde: Any = token.value.waarde
    return waarde if token.type == "DATUM" else date(max(1, token.value.waarde), 12, 31)
