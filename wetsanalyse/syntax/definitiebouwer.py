"""From the grammar's tree of a declaration to our own nodes."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from lark import Token, Transformer, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import eenspatie, norm_woord, schoon
from wetsanalyse.text import Diagnostic, Source, Span
from wetsanalyse.text.diagnostic import fout


@v_args(meta=True)
class Definitiebouwer(Transformer[Any, Any]):
    """One method per rule of ``definities.lark``."""

    def __init__(self, bron: Source, context: str) -> None:
        super().__init__(visit_tokens=False)
        self.bron, self.context = bron, context
        self.meldingen: list[Diagnostic] = []

    def _span(self, meta: Any) -> Span:
        return self.bron.span(meta.start_pos, meta.end_pos)

    def _naam(self, token: Token) -> t.Naam:
        return naam_van(self.bron, token.value.start, token.value.kern, token.value.eind)

    @staticmethod
    def _mv(token: Token | None) -> str | None:
        return None if token is None else str(token.value.waarde)

    def objecttype(self, meta: Any, k: list[Any]) -> t.Objecttype:
        extra = {token.type: token for token in k[2:] if token is not None}
        return t.Objecttype(
            span=self._span(meta),
            naam=self._naam(k[1]),
            meervoud=self._mv(extra.get("MV")),
            bezield="BEZIELD" in extra,
            leden=(),
        )

    def extensie(self, meta: Any, k: list[Any]) -> t.Extensie:
        return t.Extensie(span=self._span(meta), objecttype=self._naam(k[1]), leden=())

    def lid(self, _meta: Any, k: list[Any]) -> Any:
        return k[0]

    def _punt(self, meta: Any, token: Token | None) -> None:
        if token is None:
            plek = self.bron.span(meta.end_pos, meta.end_pos)
            self.meldingen.append(
                fout(
                    "OT-PUNTKOMMA",
                    plek,
                    "dit lid eindigt niet met een puntkomma",
                    hulp=["zet een “;” achter het laatste woord"],
                    context=self.context,
                )
            )

    def attribuut(self, meta: Any, k: list[Any]) -> t.Attribuut:
        self._punt(meta, k[-1])
        return t.Attribuut(
            span=self._span(meta),
            naam=self._naam(k[0]),
            meervoud=self._mv(k[1]),
            type=k[2],
            dimensies=k[3] or (),
            tijdlijn=k[4],
        )

    def dimensies(self, _meta: Any, k: list[Any]) -> tuple[t.Naam, ...]:
        return tuple(self._naam(token) for token in k if token.type == "DIMNAAM")

    def tijdlijn(self, meta: Any, k: list[Any]) -> t.Tijdlijn:
        kern = [token for token in k[1:] if isinstance(token, Token)]
        ijkpunt = next((deel for deel in k if isinstance(deel, t.Ijkpunt)), None)
        if kern[0].type == "TIJDLIJNNAAM":
            naam = self._naam(kern[0])
            return t.Tijdlijn(span=self._span(meta), maat=None, ijkpunt=ijkpunt, naam=naam)
        aantal, maat = _maat(kern)
        return t.Tijdlijn(span=self._span(meta), maat=maat, aantal=aantal, ijkpunt=ijkpunt)

    def ijkpunt(self, meta: Any, k: list[Any]) -> t.Ijkpunt:
        span, eerste = self._span(meta), k[0]
        if eerste.type == "WEEKDAG":
            return t.Ijkpunt(span=span, weekdag=eerste.value.waarde.lower())
        if eerste.type == "DATUM":
            return t.Ijkpunt(span=span, datum=self._datum(eerste))
        dag, *maanden = (int(token.value.waarde[:9]) for token in k if token.type == "GETAL")
        return t.Ijkpunt(span=span, dag=dag, maanden=tuple(maanden))

    def _datum(self, token: Token) -> date | None:
        dag, maand, jaar = (int(deel) for deel in token.value.waarde.split("-"))
        try:
            return date(jaar, maand, dag)
        except ValueError:
            plek = self.bron.span(token.value.start, token.value.eind)
            self.meldingen.append(
                fout(
                    "LIT-DATUM",
                    plek,
                    "deze datum bestaat niet",
                    hulp=["een datum is dag-maand-jaar, zoals 15-1-2025"],
                    context=self.context,
                )
            )
            return None

    def dimensie(self, meta: Any, k: list[Any]) -> t.Dimensie:
        met = next((token for token in k if token is not None and token.type == "VOORZETSEL"), None)
        return t.Dimensie(
            span=self._span(meta),
            naam=self._naam(k[1]),
            meervoud=self._naam(k[4]).tekst,
            voorzetsel=met.value.waarde.lower() if met is not None else None,
            labels=(),
        )

    def dagsoort(self, meta: Any, k: list[Any]) -> t.Dagsoort:
        return t.Dagsoort(span=self._span(meta), naam=self._naam(k[1]), meervoud=self._mv(k[2]))

    def tijdlijndefinitie(self, meta: Any, k: list[Any]) -> t.Tijdlijndefinitie:
        aantal, maat = _maat(k[3:5])
        return t.Tijdlijndefinitie(
            span=self._span(meta), naam=self._naam(k[1]), maat=maat, aantal=aantal
        )

    def kenmerk(self, meta: Any, k: list[Any]) -> t.Kenmerk:
        self._punt(meta, k[-1])
        met_is = k[0].type == "IS"
        naam, mv, soort, tijdlijn = k[1:5] if met_is else k[0:4]
        return t.Kenmerk(
            span=self._span(meta),
            naam=self._naam(naam),
            meervoud=self._mv(mv),
            soort=soort.value.waarde,
            tijdlijn=tijdlijn,
            met_is=met_is,
        )

    def domein(self, meta: Any, k: list[Any]) -> t.Domein:
        naam, type_ = self._naam(k[1]), k[3]
        if isinstance(type_, tuple):
            return t.Domein(span=self._span(meta), naam=naam, type=None, waarden=type_)
        return t.Domein(span=self._span(meta), naam=naam, type=type_)

    def enumeratie(self, _meta: Any, k: list[Any]) -> tuple[str, ...]:
        return tuple(w.value.waarde for w in k if w is not None and w.type == "WAARDE")

    def parameter(self, meta: Any, k: list[Any]) -> t.Parameter:
        return t.Parameter(span=self._span(meta), naam=self._naam(k[1]), type=k[3], tijdlijn=k[4])

    def rol(self, meta: Any, k: list[Any]) -> t.Rol:
        return t.Rol(
            span=self._span(meta),
            naam=self._naam(k[0]),
            meervoud=self._mv(k[1]),
            objecttype=self._naam(k[2]),
        )

    def datatype(self, _meta: Any, k: list[Any]) -> Any:
        return k[0]

    def enkelvoudig(self, meta: Any, k: list[Any]) -> t.EnkelvoudigType:
        soort: Any = re.sub(r"millisecond\w+", "millisecondes", k[0].value.waarde)
        return t.EnkelvoudigType(span=self._span(meta), soort=soort)

    def domeintype(self, meta: Any, k: list[Any]) -> t.DomeinType:
        return t.DomeinType(
            span=self._span(meta), domein=k[0].value.waarde, eenheid=self._eenheid(k[2])
        )

    @staticmethod
    def _eenheid(token: Token | None) -> t.EenheidTekst | None:
        return None if token is None else token.value.waarde

    def numeriek(self, meta: Any, k: list[Any]) -> t.NumeriekType:
        span, bereik, decimalen = self._span(meta), None, None
        if k[0].type.endswith("_KAAL"):
            naam = k[0].type.removesuffix("_KAAL").capitalize()
            self.meldingen.append(
                fout(
                    "DT-GETALSPEC",
                    span,
                    f"bij “{naam}” ontbreekt het soort getal",
                    hulp=[f"schrijf “{naam} (geheel getal)” of “{naam} (getal met 2 decimalen)”"],
                    context=self.context,
                )
            )
        else:
            bereik, decimalen = k[1]
        return t.NumeriekType(
            span=span,
            bereik=bereik,
            decimalen=decimalen,
            eenheid=self._eenheid(k[-1]),
            percentage=k[0].type.startswith("PERCENTAGE"),
        )

    def getalspec(self, _meta: Any, k: list[Any]) -> tuple[Any, int | None]:
        bereik = k[0].value.waarde.lower().replace("‑", "-") if k[0] is not None else None
        soort = k[1].type
        if soort == "GEHEEL":
            return bereik, 0
        if soort == "GETALWOORD":
            return bereik, None
        aantal = int(k[2].value.waarde[:9])
        if aantal <= 0:
            plek = self.bron.span(k[2].value.start, k[2].value.eind)
            self.meldingen.append(
                fout(
                    "DT-DECIMALEN",
                    plek,
                    "het aantal decimalen is 1 of meer",
                    hulp=["zonder decimalen schrijft u “geheel getal”"],
                    context=self.context,
                )
            )
            return bereik, 0
        return bereik, aantal


_MATEN: dict[str, t.Tijdmaat] = {
    "dagen": "dag", "weken": "week", "maanden": "maand", "kwartalen": "kwartaal", "jaren": "jaar",
    "dag": "dag", "week": "week", "maand": "maand", "kwartaal": "kwartaal", "jaar": "jaar",
}  # fmt: skip


def _maat(tokens: list[Token]) -> tuple[int, t.Tijdmaat]:
    """`maand` or `7 maanden`: how many, of what."""
    aantal = int(tokens[0].value.waarde[:9]) if tokens[0].type == "GETAL" else 1
    woord = next(x.value.waarde.lower() for x in tokens if x.type in ("TIJDMAAT", "TIJDMATEN"))
    return aantal, _MATEN[woord]


def naam_van(bron: Source, start: int, kern: int, eind: int) -> t.Naam:
    schone = schoon(bron)  # a comment is no part of a name
    voor: Any = norm_woord(schone[start:kern].strip()) or None
    tekst = eenspatie(schone[kern:eind])
    return t.Naam(span=bron.span(kern, eind), tekst=tekst, lidwoord=voor)


def naam_met_lidwoord(bron: Source, start: int, eind: int) -> t.Naam:
    """The name that is the rest of a line, with `de` or `het` taken off."""
    schone = schoon(bron)
    ruw = schone[start:eind]
    start += len(ruw) - len(ruw.lstrip())
    eind = start + len(ruw.strip())
    m = re.compile(r"(?:de|het)\s+(?=\S)", re.IGNORECASE).match(schone, start, eind)
    return naam_van(bron, start, m.end() if m else start, eind)
