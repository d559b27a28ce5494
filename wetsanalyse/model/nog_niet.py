"""What is read and checked, but not computed yet. A value that rests on it is a fault and never
a guess: neither leeg nor nul.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from wetsanalyse.model.gevolgen import (
    Consistentie,
    Dagsoortbepaling,
    Feitcreatie,
    Objectcreatie,
    Startpunt,
    Uniciteit,
    Verdeling,
)
from wetsanalyse.model.lezen_termen import DAGSOORT_PLUS, Eigenschap, gezet_door, versie_termen
from wetsanalyse.model.model import Model, Regelversie
from wetsanalyse.model.terms import (
    Bewerking,
    Dag,
    Dagentelling,
    Dagsoorttoets,
    Heletijd,
    Lees,
    Regeluitslag,
    TermBasis,
    Tijdgebonden,
    Tijdsdeel,
    Tijdvak,
    Totaal,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import waarschuwing

CODE = "NOG-NIET-GEREKEND"
TIJDLIJN = "R-201 een waarde met een tijdlijn"
DIMENSIE = "R-059 een attribuut met dimensies"
DATUMTIJD = "R-016 een datum met tijd"

_TERMEN: Mapping[type, str] = {
    Tijdvak: "R-205 een periode",
    Tijdgebonden: "R-213 een uitdrukking met een eigen tijd",
    Totaal: "R-210 het totaal van",
    Dagentelling: "R-211 het aantal dagen in de maand of het jaar",
    Tijdsdeel: "R-212 het tijdsevenredig deel",
    Heletijd: "R-209 gedurende het gehele jaar of de gehele maand",
    Dag: "R-198 de dag van een dagsoort",
    Dagsoorttoets: "R-233 is een dagsoort",
    Regeluitslag: "R-237 de uitslag van een regelversie",
}
_BEWERKINGEN = {
    DAGSOORT_PLUS: "R-166 een datum plus een aantal dagen van een soort",
    "DATUMTIJD_MET": "X-09 de datumtijd met",
}
_GEVOLGEN: Mapping[type, str] = {
    Objectcreatie: "R-173 objectcreatie",
    Feitcreatie: "R-176 feitcreatie",
    Consistentie: "R-178 een consistentieregel",
    Uniciteit: "R-182 uniciteit",
    Verdeling: "R-187 een verdeling",
    Dagsoortbepaling: "R-198 een dagsoortdefinitie",
    Startpunt: "X-19 een startpuntbepaling",
}


@dataclass(frozen=True, slots=True)
class Ongerekend:
    """Why these cannot be computed: properties, facts of a type, all objects of a type."""

    eigenschappen: Mapping[Eigenschap, str] = field(default_factory=dict)
    feittypen: Mapping[str, str] = field(default_factory=dict)
    objecttypen: Mapping[str, str] = field(default_factory=dict)


def ongerekend(model: Model, versies: Iterable[Regelversie]) -> Ongerekend:
    """What these rule versions, and the declarations, put out of reach."""
    eigenschappen = dict(_declaraties(model))
    feittypen: dict[str, str] = {}
    objecttypen: dict[str, str] = {}
    for versie in versies:
        match versie.gevolg:
            case Objectcreatie(rol):
                feittypen[rol.feittype] = objecttypen[rol.objecttype] = _GEVOLGEN[Objectcreatie]
            case Feitcreatie(rol):
                feittypen[rol.feittype] = _GEVOLGEN[Feitcreatie]
            case Verdeling():
                eigenschappen |= dict.fromkeys(gezet_door(versie), _GEVOLGEN[Verdeling])
            case None if versie.tijd is not None:
                eigenschappen |= dict.fromkeys(gezet_door(versie), TIJDLIJN)
            case _:
                pass
    return Ongerekend(
        MappingProxyType(eigenschappen), MappingProxyType(feittypen), MappingProxyType(objecttypen)
    )


def _declaraties(model: Model) -> Iterator[tuple[Eigenschap, str]]:
    for naam, objecttype in model.objecttypen.items():
        for attribuut in objecttype.attributen.values():
            reden = DIMENSIE if attribuut.dimensies else _type(attribuut.type)
            if reden is not None:
                yield (naam, attribuut.naam), reden
        for kenmerk in objecttype.kenmerken.values():
            if kenmerk.tijdlijn is not None:
                yield (naam, kenmerk.naam), TIJDLIJN


def _type(type_: Type) -> str | None:
    if type_.korrel is not None:
        return TIJDLIJN
    return DATUMTIJD if type_.soort is Soort.DATUMTIJD else None


def waarom(term: TermBasis) -> str | None:
    """Why this term itself (not a term inside it) is not computed; None: it is."""
    eigen = _TERMEN.get(type(term))
    if eigen is not None:
        return eigen
    if isinstance(term, Lees) and term.cel:
        return DIMENSIE
    if isinstance(term, Bewerking):
        if term.op in _BEWERKINGEN:
            return _BEWERKINGEN[term.op]
        if term.type.meervoudig:
            return "R-141 rekenen met meer waarden tegelijk"
    type_ = getattr(term, "type", None)
    return _type(type_) if isinstance(type_, Type) else None


def constructies(versie: Regelversie) -> tuple[str, ...]:
    """What in a rule version is not computed yet, each construct once."""
    gevonden: list[str] = []
    if versie.gevolg is not None:
        gevonden.append(_GEVOLGEN[type(versie.gevolg)])
    if versie.tijd is not None:
        periode = isinstance(versie.tijd, Tijdvak)
        gevonden.append("R-096 een periode als voorwaarde" if periode else "R-095 gedurende")
    if versie.cel:
        gevonden.append(DIMENSIE)
    for term in versie_termen(versie):
        reden = waarom(term)
        # What an operation inherits from its parts is told by the parts.
        if reden is not None and not (reden == TIJDLIJN and not isinstance(term, Lees)):
            gevonden.append(reden)
    per_nummer: dict[str, str] = {}
    for reden in gevonden:
        per_nummer.setdefault(reden.split()[0], reden)
    return tuple(per_nummer.values())


def bericht(reden: str) -> str:
    return f"{reden} wordt gelezen en gecontroleerd, maar nog niet gerekend"


def meld_ongerekend(model: Model) -> Iterator[Diagnostic]:
    """One warning for each rule with something that is not computed yet."""
    for regel in model.regels.values():
        delen = tuple(dict.fromkeys(c for v in regel.versies for c in constructies(v)))
        if delen:
            yield waarschuwing(
                CODE,
                regel.span,
                f"dit wordt gelezen en gecontroleerd, maar nog niet gerekend: {', '.join(delen)}",
                hulp=("wat hiervan afhangt krijgt de uitkomst “fout”, nooit stil een waarde",),
                context=f"Regel “{regel.naam}”",
            )
