"""Chains: from the last link to the first, each fitting the type before it. [3.4, 8.1]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wetsanalyse.model.dimensies import cel, eis_geen_labels, is_meervoudige_cel
from wetsanalyse.model.kalenaam import kale_naam
from wetsanalyse.model.model import Rol
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rangen import als_genoemde, rang_vooraan
from wetsanalyse.model.tabel import faal, vouw
from wetsanalyse.model.terms import (
    Alle,
    Cel,
    Lees,
    ObjectTerm,
    Parameterterm,
    Rolstap,
    Selectie,
    Term,
    Variabeleterm,
    is_meervoudig,
)
from wetsanalyse.model.tijd import bewerk, kenmerktype, met_korrel, objectkorrel
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span

Waarde = Term | ObjectTerm
OBJECTTERMEN = ObjectTerm.__args__


def is_object(term: Waarde) -> bool:
    return isinstance(term, OBJECTTERMEN)


def keten(
    node: tree.Keten, omg: Omgeving, expressie: Callable[[tree.Expressie, Omgeving], Term]
) -> Waarde:
    """The term of a chain: an object, a value, or a percentage of a value."""
    huidig = _begin(node.schakels[-1], omg, expressie)
    for i in range(len(node.schakels) - 2, -1, -1):
        schakel = node.schakels[i]
        if not is_object(huidig):
            links = replace(node, schakels=node.schakels[: i + 1])
            return _percentage_van(keten(links, omg, expressie), huidig, links.span)  # type: ignore[arg-type]
        if not isinstance(schakel, tree.Schakel):
            raise faal(
                "ON-KETEN",
                schakel.span,
                "vóór “van” staat hier geen naam van een attribuut of rol",
                hulp=("alleen een percentage kan van een waarde genomen worden",),
            )
        # `een kind van een ouder` is one pair, not all the children of an ouder.
        paar = omg.gebonden(schakel.naam.tekst) if schakel.bepaling == "een" else None
        huidig = paar or stap(huidig, schakel, omg)  # type: ignore[arg-type]
    return huidig


def _percentage_van(percentage: Waarde, waarde: Term, span: Span) -> Term:
    if is_object(percentage) or percentage.type.soort is not Soort.PERCENTAGE:  # type: ignore[union-attr]
        raise faal(
            "ON-KETEN",
            span,
            "“van” neemt hier een deel van een waarde, maar links staat geen percentage",
            hulp=("declareer het links als Percentage (…), of verwijs naar een object",),
            verboden=span,
        )
    if not waarde.type.is_getal:
        raise faal("ON-KETEN", span, f"van een {waarde.type} kan geen percentage genomen worden")
    assert not is_object(percentage)
    p = percentage.type.decimalen  # type: ignore[union-attr]
    x = waarde.type.decimalen
    decimalen = None if p is None or x is None else p + 2 + x
    # A percentage may be per unit of time: 5 %/jr of 100 € is 5 €/jr.
    eigen = percentage.type.eenheid  # type: ignore[union-attr]
    eenheid = eigen.maal(waarde.type.eenheid) if eigen else waarde.type.eenheid
    type_ = replace(waarde.type, eenheid=eenheid, decimalen=decimalen, bereik=None)
    return bewerk("MAAL", (percentage, waarde), type_, span=span)  # type: ignore[arg-type]


def _begin(
    schakel: tree.Schakel | tree.Hij | tree.Expressie,
    omg: Omgeving,
    expressie: Callable[[tree.Expressie, Omgeving], Term],
) -> Waarde:
    if isinstance(schakel, tree.Hij):
        return _hij(omg, schakel.span)
    if not isinstance(schakel, tree.Schakel):
        return expressie(schakel, omg)
    if schakel.bepaling == "zijn":
        return stap(_hij(omg, schakel.span), schakel, omg)
    if schakel.rang is not None:
        wie = als_genoemde(schakel, omg)
        return keten(wie, omg, expressie) if isinstance(wie, tree.Keten) else wie
    naam = schakel.naam
    gevouwen = vouw(naam.tekst)
    eigen = _eigen_naam(gevouwen, naam, omg)
    if eigen is not None:
        return eigen
    if schakel.kwantificatie is not None:
        alle = _alle(naam, omg)
        if alle is not None:
            return alle
    gebonden = omg.gebonden(naam.tekst)
    if gebonden is not None:
        return replace(gebonden, span=naam.span)
    for betekenis in omg.tabel.zoek(naam.tekst, "parameter"):
        if betekenis.naam in omg.tabel.parameters:
            return Parameterterm(
                betekenis.naam, omg.tabel.parameters[betekenis.naam], span=naam.span
            )
    alle = _alle(naam, omg)
    if alle is not None:
        return alle
    raise _ongebonden(schakel, omg)


def _eigen_naam(gevouwen: str, naam: tree.Naam, omg: Omgeving) -> Waarde | None:
    """What a name stands for in this sentence alone: an object of a scenario, a value that is
    being talked about, a variable."""
    if gevouwen in omg.objecten:
        return omg.objecten[gevouwen]
    if gevouwen in omg.waarden:
        return replace(omg.waarden[gevouwen], span=naam.span)
    if gevouwen in omg.variabelen:
        return Variabeleterm(naam.tekst, omg.variabelen[gevouwen], span=naam.span)
    return None


def _hij(omg: Omgeving, span: Span) -> ObjectTerm:
    if omg.hij is None and omg.meer_bezielde:
        raise faal(
            "ON-HIJ-MEERDUIDIG",
            span,
            f"“hij” of “zijn” kan hier niet: {omg.waarom_geen_hij}",
            hulp=("noem het onderwerp bij zijn naam",),
        )
    if omg.hij is None:
        raise faal(
            "ON-HIJ-ONBEZIELD",
            span,
            f"“hij” of “zijn” kan hier niet: {omg.waarom_geen_hij}",
            hulp=("noem het onderwerp bij zijn naam, of zet (bezield) achter het objecttype",),
        )
    return omg.hij


def _alle(naam: tree.Naam, omg: Omgeving) -> Alle | Selectie | None:
    """All instances of a type, or all that play a role or have a kenmerk, when the name is a
    plural."""
    groep = kale_naam(naam, omg.tabel, alleen_meervoud=True)
    if groep is None:
        return None
    alle = Alle(groep.objecttype, groep.rol)
    if groep.kenmerk is None:
        return alle
    kenmerk = omg.tabel.objecttypen[groep.objecttype].kenmerken[groep.kenmerk]
    element, _ = omg.voor_element(groep.objecttype)
    heeft_het = Lees(element, kenmerk.naam, kenmerktype(kenmerk))
    return Selectie(alle, element.nummer, heeft_het, span=naam.span)


def _ongebonden(schakel: tree.Schakel, omg: Omgeving) -> Exception:
    naam = schakel.naam.tekst
    attributen = omg.tabel.zoek(naam, "attribuut", "kenmerk", "rol")
    if attributen and not omg.tabel.zoek(naam, "objecttype"):
        eigenaar = attributen[0].eigenaar
        return faal(
            "ON-ATTR-ONBEKEND",
            schakel.span,
            f"van wie is “{naam}”? Hier staat niet bij welk object het hoort",
            hulp=(
                f"schrijf erbij van welk object van het type {eigenaar} het is, of “zijn {naam}”",
            ),
            verboden=schakel.naam.span,
        )
    if omg.tabel.zoek(naam, "objecttype"):
        return faal(
            "ON-ONGEBONDEN",
            schakel.span,
            f"“{naam}” verwijst nergens naar: deze regel gaat niet over een {naam}",
            hulp=(f"begin de regel met “… van een {naam}”, of noem het onderwerp van de regel",),
            verboden=schakel.naam.span,
        )
    return faal(
        "NM-SOORT",
        schakel.span,
        f"“{naam}” is hier geen waarde en geen object",
        hulp=("hier hoort een parameter, een variabele of een attribuut van een object",),
        verboden=schakel.naam.span,
    )


def stap(van: ObjectTerm, schakel: tree.Schakel, omg: Omgeving) -> Waarde:
    """One link further from an object: its attribute, kenmerk or a role."""
    naam, tabel = schakel.naam.tekst, omg.tabel
    attribuut = tabel.attribuut(van.objecttype, naam)
    if schakel.rang is not None:
        raise rang_vooraan(schakel)
    if attribuut is not None and tabel.rol_vanaf(van.objecttype, naam):
        raise faal(
            "NM-MEERDUIDIG",
            schakel.span,
            f"“{naam}” is bij {van.objecttype} zowel een attribuut als een rol",
            hulp=("geef een van de twee een andere naam",),
        )
    if attribuut is not None:
        gevonden, _ = attribuut
        over = cel(gevonden, schakel, omg)
        meer = is_meervoudig(van) or is_meervoudige_cel(over)
        return lees(
            van, gevonden.naam, gevonden.type.lijst() if meer else gevonden.type, schakel, over
        )
    eis_geen_labels(schakel, f"“{naam}”")
    rollen = tabel.rol_vanaf(van.objecttype, naam)
    if rollen:
        rol: Rol = rollen[0]
        return Rolstap(
            van, rol.feittype, rol.nummer, rol.objecttype, rol.meerdere, span=schakel.span
        )
    kenmerk = tabel.kenmerk(van.objecttype, naam)
    if kenmerk is not None:
        return lees(van, kenmerk.naam, kenmerktype(kenmerk), schakel)
    raise _past_niet(van, schakel, omg)


def lees(van: ObjectTerm, naam: str, type_: Type, bron: tree.Node, over: Cel = ()) -> Lees:
    """A read of a property. When who is meant changes over time, so does what is read."""
    return Lees(van, naam, met_korrel(type_, objectkorrel(van)), over, span=bron.span)


def _past_niet(van: ObjectTerm, schakel: tree.Schakel, omg: Omgeving) -> Exception:
    naam = schakel.naam.tekst
    eigenaars = sorted(
        {b.eigenaar for b in omg.tabel.zoek(naam, "attribuut", "kenmerk") if b.eigenaar}
    )
    eigen = omg.tabel.objecttypen[van.objecttype]
    hulp = [f"“{naam}” hoort bij {', '.join(eigenaars)}"] if eigenaars else []
    kan = [*eigen.attributen, *(r.naam for r in _rollen(omg, van.objecttype))]
    if kan:
        hulp.append(f"{van.objecttype} heeft: {', '.join(kan[:8])}")
    return faal(
        "ON-ROL-ONBEKEND" if omg.tabel.zoek(naam, "rol") else "ON-ATTR-ONBEKEND",
        schakel.span,
        f"{van.objecttype} heeft geen attribuut of rol “{naam}”",
        hulp=hulp,
        verboden=schakel.naam.span,
    )


def _rollen(omg: Omgeving, objecttype: str) -> list[Rol]:
    return [
        f.rollen[daar]
        for f in omg.tabel.feittypen.values()
        for hier, daar in ((0, 1), (1, 0))
        if f.rollen[hier].objecttype == objecttype
    ]
