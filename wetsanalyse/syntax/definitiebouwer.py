"""From the grammar's tree of a declaration to our own nodes."""

from __future__ import annotations

import re
from typing import Any

from lark import Token, Transformer, v_args

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import eenspatie, norm_woord
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
        return t.Objecttype(
            span=self._span(meta),
            naam=self._naam(k[1]),
            meervoud=self._mv(k[2]),
            bezield=k[3] is not None,
            leden=(),
        )

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
        self._punt(meta, k[3])
        return t.Attribuut(
            span=self._span(meta), naam=self._naam(k[0]), meervoud=self._mv(k[1]), type=k[2]
        )

    def kenmerk(self, meta: Any, k: list[Any]) -> t.Kenmerk:
        self._punt(meta, k[-1])
        met_is = k[0].type == "IS"
        naam, mv, soort = k[1:4] if met_is else k[0:3]
        return t.Kenmerk(
            span=self._span(meta),
            naam=self._naam(naam),
            meervoud=self._mv(mv),
            soort=soort.value.waarde,
        )

    def domein(self, meta: Any, k: list[Any]) -> t.Domein:
        naam, type_ = self._naam(k[1]), k[3]
        if isinstance(type_, tuple):
            return t.Domein(span=self._span(meta), naam=naam, type=None, waarden=type_)
        return t.Domein(span=self._span(meta), naam=naam, type=type_)

    def enumeratie(self, _meta: Any, k: list[Any]) -> tuple[str, ...]:
        return tuple(w.value.waarde for w in k[1:])

    def parameter(self, meta: Any, k: list[Any]) -> t.Parameter:
        return t.Parameter(span=self._span(meta), naam=self._naam(k[1]), type=k[3])

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
        return t.EnkelvoudigType(span=self._span(meta), soort=k[0].value.waarde)

    def domeintype(self, meta: Any, k: list[Any]) -> t.DomeinType:
        return t.DomeinType(
            span=self._span(meta), domein=k[0].value.waarde, eenheid=self._eenheid(k[2])
        )

    @staticmethod
    def _eenheid(token: Token | None) -> t.EenheidTekst | None:
        return None if token is None else token.value.waarde

    def numeriek(self, meta: Any, k: list[Any]) -> t.NumeriekType:
        span, bereik, decimalen = self._span(meta), None, None
        if k[0].type == "NUMERIEK_KAAL":
            self.meldingen.append(
                fout(
                    "DT-GETALSPEC",
                    span,
                    "bij “Numeriek” ontbreekt het soort getal",
                    hulp=[
                        "schrijf “Numeriek (geheel getal)” of “Numeriek (getal met 2 decimalen)”"
                    ],
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
            percentage=k[0].type == "PERCENTAGE",
        )

    def getalspec(self, _meta: Any, k: list[Any]) -> tuple[Any, int | None]:
        bereik = k[0].value.waarde.lower() if k[0] is not None else None
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


def naam_van(bron: Source, start: int, kern: int, eind: int) -> t.Naam:
    voor: Any = norm_woord(bron.tekst[start:kern].strip()) or None
    tekst = eenspatie(bron.tekst[kern:eind])
    return t.Naam(span=bron.span(kern, eind), tekst=tekst, lidwoord=voor)


def naam_met_lidwoord(bron: Source, start: int, eind: int) -> t.Naam:
    """The name that is the rest of a line, with `de` or `het` taken off."""
    ruw = bron.tekst[start:eind]
    start += len(ruw) - len(ruw.lstrip())
    eind = start + len(ruw.strip())
    m = re.compile(r"(?:de|het)\s+(?=\S)", re.IGNORECASE).match(bron.tekst, start, eind)
    return naam_van(bron, start, m.end() if m else start, eind)
