"""Many together: enumerations, selections, aggregations. [3.5, 3.6, 3.7]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.datumrekenen import eis_zelfde_precisie
from wetsanalyse.model.expressies import HEEL, expressie, waarde
from wetsanalyse.model.ketens import Waarde, is_object, keten
from wetsanalyse.model.lezen_termen import termen
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import faal
from wetsanalyse.model.terms import (
    Aggregaat,
    Lees,
    Lijst,
    ObjectTerm,
    Rolstap,
    Selectie,
    Term,
    Vereniging,
    is_meervoudig,
)
from wetsanalyse.model.tijd import gemengd, met_korrel, objectkorrel
from wetsanalyse.syntax import tree

AGGREGATIES = {
    "het aantal": "AANTAL",
    "de som van": "SOM",
    "de minimale waarde van": "MINIMUM",
    "de maximale waarde van": "MAXIMUM",
    "de eerste van": "MINIMUM",
    "de laatste van": "MAXIMUM",
}


def verzameld(node: tree.Expressie, omg: Omgeving) -> Waarde:
    """The term of any of these. Raises Onoplosbaar."""
    return _SOORTEN[type(node)](node, omg)


def _opsomming(node: tree.Opsomming, omg: Omgeving) -> Waarde:
    leden = [waarde(lid, omg) for lid in node.leden]
    if all(is_object(lid) for lid in leden):
        return Vereniging(tuple(cast(ObjectTerm, lid) for lid in leden), span=node.span)
    eerste = next(lid for lid in leden if not is_object(lid))
    gelijk: list[Term] = []
    for lid, bron in zip(leden, node.leden, strict=True):
        if is_object(lid):
            raise faal("CO-TYPE", bron.span, "in één opsomming staan een object en een waarde")
        assert not is_object(eerste)
        gelijk.append(_gelijksoortig(cast(Term, lid), cast(Term, eerste), bron, omg))
    alle = [t.type.decimalen for t in gelijk]
    meeste = None if None in alle else max(cast(list[int], alle))
    type_ = replace(gelijk[0].type, decimalen=meeste, bereik=None).lijst()
    return Lijst(tuple(gelijk), gemengd(type_, gelijk), span=node.span)


def _gelijksoortig(lid: Term, eerste: Term, bron: tree.Expressie, omg: Omgeving) -> Term:
    eis_zelfde_precisie(eerste.type, lid.type, bron.span)
    if lid.type.soort is not eerste.type.soort:
        raise faal(
            "CO-TYPE",
            bron.span,
            f"in één opsomming staan een {eerste.type} en een {lid.type}",
            hulp=("alle leden moeten van dezelfde soort zijn",),
        )
    if lid.type.is_getal:
        return omgerekend(lid, eerste.type.eenheid, omg.tabel, bron.span, eerste.type)
    return lid


def _subselectie(node: tree.Subselectie, omg: Omgeving) -> Waarde:
    basis = keten(node.keten, omg, expressie)
    bron = basis if is_object(basis) else basis.object if isinstance(basis, Lees) else None
    if bron is None or not is_meervoudig(cast(ObjectTerm, bron)):
        raise faal(
            "ON-SUBSELECTIE",
            node.keten.span,
            "vóór “die” hoort iets waarvan er meer kunnen zijn",
            hulp=("gebruik een meervoudige rol of “alle …”",),
        )
    objecten = cast(ObjectTerm, bron)
    if isinstance(objecten, Rolstap) and is_meervoudig(objecten.van):
        raise faal(
            "ON-SUBSELECTIE-MEERDUIDIG",
            node.span,
            "dit kan op twee manieren gelezen worden: “die” kan bij de eerste of bij de tweede "
            "meervoudige schakel horen",
            hulp=("splits de regel met een variabele of een hulpattribuut",),
        )
    element, binnen = omg.voor_element(objecten.objecttype)
    voorwaarde = conditie(node.predicaat, binnen)
    keuze = Selectie(objecten, element.nummer, voorwaarde, span=node.span)
    if not isinstance(basis, Lees):
        return keuze
    return replace(basis, object=keuze, type=met_korrel(basis.type, objectkorrel(keuze)))


def _aggregatie(node: tree.Aggregatie, omg: Omgeving) -> Term:
    argument = waarde(node.argument, replace(omg, bereiken=node.bereiken, opgeteld=True))
    op = AGGREGATIES[node.soort]
    if op == "AANTAL":
        if not is_object(argument):
            raise faal(
                "AG-OBJECT",
                node.argument.span,
                "“het aantal” telt objecten, maar hier staan waarden",
                hulp=("noem een rol of een objecttype in het meervoud",),
            )
        objecten = cast(ObjectTerm, argument)
        type_ = met_korrel(replace(HEEL, bereik="niet-negatief"), objectkorrel(objecten))
        return Aggregaat(op, objecten, type_, span=node.span)
    if is_object(argument):
        raise faal(
            "AG-WAARDE", node.argument.span, f"“{node.soort}” vraagt om waarden, niet om objecten"
        )
    term = cast(Term, argument)
    tijd = node.soort in ("de eerste van", "de laatste van")
    if tijd != term.type.is_tijd or not (tijd or term.type.is_getal):
        raise faal(
            "AG-SOORT", node.argument.span, f"“{node.soort}” kan niet met een {term.type.enkel()}"
        )
    if node.bereiken and not any(isinstance(t, Lees) and t.cel for t in termen(term)):
        raise faal(
            "DI-LABEL",
            node.bereiken[0].span,
            "wat hier geteld wordt heeft geen dimensie om over te gaan",
            hulp=("zet “gedimensioneerd met …” achter het attribuut, of haal “over …” weg",),
        )
    type_ = replace(term.type.enkel(), bereik=None)
    return Aggregaat(op, term, type_, node.of_nul, span=node.span)


_SOORTEN: dict[type, Callable[[Any, Omgeving], Waarde]] = {
    tree.Opsomming: _opsomming,
    tree.Subselectie: _subselectie,
    tree.Aggregatie: _aggregatie,
}
