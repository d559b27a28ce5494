"""Sharing out a value over receivers. [4.7]"""

from __future__ import annotations

from typing import cast

from wetsanalyse.model.expressies import enkele, expressie
from wetsanalyse.model.gevolgen import Verdeling
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.terms import Instantie, Lees, ObjectTerm, Term, is_meervoudig
from wetsanalyse.model.toewijzen import doelattribuut, eis_decimalen, eis_korrel
from wetsanalyse.model.types import Soort
from wetsanalyse.syntax import tree


def verdeling(
    node: tree.Verdeling, omg: Omgeving, fouten: list[Onoplosbaar]
) -> tuple[Verdeling, Attribuut]:
    """The gevolg, and the attribute that is shared out to."""
    fouten += _vormfouten(node)
    bron = _getal(node.bron, omg)
    ontvangers = _ontvangers(node, omg)
    element, binnen = omg.voor_element(ontvangers.objecttype)
    binnen = binnen.met(_namen(node.doel, ontvangers, omg), element)
    doel, _ = doelattribuut(node.doel.schakels[0], ontvangers.objecttype, binnen)
    if doel.type.soort is not Soort.NUMERIEK:
        raise _geen_getal(node.doel, doel.type)
    omgerekend(bron, doel.type.eenheid, omg.tabel, node.span, doel.type)
    if node.decimalen is not None:
        eis_decimalen(node.decimalen, doel, node.span)

    def van_ontvanger(k: tree.Keten | None) -> Term | None:
        if k is None:
            return None
        try:
            return _van_ontvanger(k, element, binnen)
        except Onoplosbaar as e:
            fouten.append(e)
            return None

    gewicht = van_ontvanger(node.wijze.naar)
    volgorde = van_ontvanger(node.volgorde)
    maximum = van_ontvanger(node.maximum)
    if maximum is not None:
        assert node.maximum is not None
        maximum = omgerekend(maximum, doel.type.eenheid, omg.tabel, node.maximum.span, doel.type)
    delen = [bron, *(t for t in (gewicht, volgorde, maximum) if t is not None)]
    eis_korrel(doel.tijdlijn, [t.type.korrel for t in delen], doel.naam, node.span)
    rest = _rest(node, bron, omg)
    gevolg = Verdeling(
        bron, ontvangers, element, doel.naam, gewicht, volgorde, node.toenemend, maximum,
        node.decimalen, rest,
    )  # fmt: skip
    return gevolg, doel


def _vormfouten(node: tree.Verdeling) -> list[Onoplosbaar]:
    gevonden: list[Onoplosbaar] = []
    if node.maximum is not None and node.wijze.naar is None:
        gevonden.append(
            faal(
                "VD-MAX-GELIJK",
                node.maximum.span,
                "een maximum kan alleen bij “naar rato van”, niet bij gelijke delen",
                hulp=("schrijf “naar rato van …”, of haal het maximum weg",),
            )
        )
    if (node.maximum is not None or node.decimalen is not None) and node.rest is None:
        gevonden.append(
            faal(
                "VD-GEEN-REST",
                node.span,
                "door het maximum of de afronding kan iets overblijven; er staat niet waarheen",
                hulp=("schrijf erachter: “Als onverdeelde rest blijft … over.”",),
            )
        )
    return gevonden


def _getal(node: tree.Keten, omg: Omgeving) -> Term:
    term = enkele(node, omg)
    if term.type.soort is not Soort.NUMERIEK:
        raise _geen_getal(node, term.type)
    return term


def _geen_getal(node: tree.Keten, type_: object) -> Onoplosbaar:
    return faal("VD-TYPE", node.span, f"verdelen gaat met getallen, maar dit is een {type_}")


def _ontvangers(node: tree.Verdeling, omg: Omgeving) -> ObjectTerm:
    """The objects behind the second attribute; there must be able to be many. [4.7]"""
    rest = node.doel.schakels[1:]
    if not rest:
        raise faal(
            "VD-ENKELVOUDIG",
            node.doel.span,
            "hier staat niet over wie er verdeeld wordt",
            hulp=("schrijf “… wordt verdeeld over de … van alle … van de …”",),
        )
    term = keten(tree.Keten(rest, span=node.doel.span), omg, expressie)
    if not is_object(term) or not is_meervoudig(cast(ObjectTerm, term)):
        raise faal(
            "VD-ENKELVOUDIG",
            node.doel.span,
            "verdelen kan alleen over iets waarvan er meer kunnen zijn",
            hulp=("gebruik een rol die er meerdere keren kan zijn: “alle … van de …”",),
        )
    return cast(ObjectTerm, term)


def _namen(doel: tree.Keten, ontvangers: ObjectTerm, omg: Omgeving) -> frozenset[str]:
    """The words for one receiver: its type, and the role by which it was reached."""
    namen = {vouw(ontvangers.objecttype)}
    schakel = doel.schakels[1]
    if isinstance(schakel, tree.Schakel):
        namen |= {vouw(b.naam) for b in omg.tabel.zoek(schakel.naam.tekst, "rol", "objecttype")}
        namen.add(vouw(schakel.naam.tekst))
    return frozenset(namen)


def _van_ontvanger(node: tree.Keten, element: Instantie, omg: Omgeving) -> Term:
    """A number of the receiver; its bare name is enough."""
    eerste = node.schakels[0]
    if len(node.schakels) == 1 and isinstance(eerste, tree.Schakel) and eerste.bepaling is None:
        bij = tree.Schakel(tree.Naam(element.objecttype, span=eerste.span), span=eerste.span)
        node = tree.Keten((eerste, bij), span=node.span)
    return _getal(node, omg)


def _rest(node: tree.Verdeling, bron: Term, omg: Omgeving) -> tuple[ObjectTerm, str] | None:
    if node.rest is None:
        return None
    term = _getal(node.rest, omg)
    if not isinstance(term, Lees):
        raise faal("VD-TYPE", node.rest.span, "de rest gaat naar een attribuut: “het … van de …”")
    omgerekend(bron, term.type.eenheid, omg.tabel, node.rest.span, term.type)
    eis_korrel(term.type.korrel, [bron.type.korrel], term.eigenschap, node.rest.span)
    return term.object, term.eigenschap
