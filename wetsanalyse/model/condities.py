"""Conditions: from words to a term that is true or not. [6]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from wetsanalyse.model.expressies import enkele, expressie, waarde
from wetsanalyse.model.ketens import is_object
from wetsanalyse.model.kwantiteiten import elk_lid, niet, voor_elk
from wetsanalyse.model.naamtests import naamtest, open_norm, regeltest
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, faal
from wetsanalyse.model.terms import (
    HeeftRol,
    Instantie,
    Lees,
    ObjectTerm,
    Term,
    is_meervoudig,
)
from wetsanalyse.model.tijd import bewerk, met_korrel, objectkorrel
from wetsanalyse.model.types import BOOLEAN, Soort
from wetsanalyse.model.vergelijken import vergelijk
from wetsanalyse.syntax import tree


def conditie(node: tree.Conditie, omg: Omgeving) -> Term:
    """The term of a condition; raises Onoplosbaar with the first fault in it."""
    return _SOORTEN[type(node)](node, omg)


def fouten_in(node: tree.Voorwaarde, omg: Omgeving) -> list[Onoplosbaar]:
    """Every fault in a condition: each member of a list is looked at by itself."""
    if isinstance(node, tree.Samengesteld):
        try:
            _, binnen = _kop(node, omg)
        except Onoplosbaar as e:
            return [e, *(f for lid in node.leden for f in _eigen_fouten(lid, omg))]
        return [f for lid in node.leden for f in fouten_in(lid, binnen)]
    if isinstance(node, tree.Gedurende | tree.HelePeriode):
        gevonden = fouten_in(node.conditie, omg)
        if gevonden:
            return gevonden
    try:
        voorwaarde(node, omg)
    except Onoplosbaar as e:
        return [e]
    return []


def _eigen_fouten(node: tree.Conditie, omg: Omgeving) -> list[Onoplosbaar]:
    """Faults of a member whose head is faulty: not those about the subject that is missing."""
    return [f for f in fouten_in(node, omg) if not f.melding.code.startswith("ON-")]


def voorwaarde(node: tree.Voorwaarde, omg: Omgeving) -> Term:
    """A condition, or the time that a rule is about. [2.3]"""
    if isinstance(node, tree.Gedurende | tree.Periode):
        return _over_tijd(node, omg)
    return conditie(node, omg)


def _over_tijd(node: Any, omg: Omgeving) -> Term:
    from wetsanalyse.model.tijdtermen import over_tijd  # it needs conditions itself

    return over_tijd(node, omg)


# ------------------------------------------------------------------ comparisons


def _vergelijking(node: tree.Vergelijking, omg: Omgeving) -> Term:
    links = expressie(node.links, omg)
    if links.type.meervoudig:
        return elk_lid(
            node.links, links, omg, lambda lid, binnen: _vergelijk_lid(node, lid, binnen)
        )
    if isinstance(node.rechts, tree.Opsomming):
        return een_van(node, node.rechts, omg)
    return vergelijk(links, node.woord, enkele(node.rechts, omg), node.span, omg)


def een_van(node: tree.Vergelijking, lijst: tree.Opsomming, omg: Omgeving) -> Term:
    """``gelijk aan A of B``: one is enough; ``ongelijk aan``: none of them. [3.6]"""
    return _een_van(enkele(node.links, omg), node, lijst, omg)


def _een_van(links: Term, node: tree.Vergelijking, lijst: tree.Opsomming, omg: Omgeving) -> Term:
    if node.woord not in ("gelijk aan", "ongelijk aan") or lijst.voegwoord != "of":
        raise faal(
            "CO-PLAATS",
            lijst.span,
            "een opsomming kan hier alleen met “of”, achter “gelijk aan” of “ongelijk aan”",
        )
    testen = tuple(
        vergelijk(links, node.woord, enkele(lid, omg), lid.span, omg) for lid in lijst.leden
    )
    soort = ("ten minste", 1) if node.woord == "gelijk aan" else ("alle", 0)
    return bewerk("TEL", testen, BOOLEAN, soort, span=node.span)


def _vergelijk_lid(node: tree.Vergelijking, lid: Term, omg: Omgeving) -> Term:
    if isinstance(node.rechts, tree.Opsomming):
        return _een_van(lid, node, node.rechts, omg)
    return vergelijk(lid, node.woord, enkele(node.rechts, omg), node.span, omg)


# ------------------------------------------------------------------ single predicates


def _leegtest(node: tree.Leegtest, omg: Omgeving) -> Term:
    term = waarde(node.waarde, omg)
    if is_object(term):
        objecten = cast(ObjectTerm, term)
        bestaat = HeeftRol(objecten, met_korrel(BOOLEAN, objectkorrel(objecten)), span=node.span)
        return bestaat if node.gevuld else niet(bestaat)
    return _waardetest(node, cast(Term, term), omg, lambda x: _is_leeg(node, x))


def _is_leeg(node: tree.Leegtest, x: Term) -> Term:
    leeg = bewerk("IS_LEEG", (x,), BOOLEAN, span=node.span)
    return niet(leeg) if node.gevuld else leeg


def _waardetest(
    node: tree.Leegtest | tree.Elfproef | tree.Cijfertest,
    term: Term,
    omg: Omgeving,
    test: Callable[[Term], Term],
) -> Term:
    """A test of one value, or of each value of a list. [6.4]"""
    if term.type.meervoudig:
        return elk_lid(node.waarde, term, omg, lambda lid, _binnen: test(lid))
    return test(term)


def _elfproef(node: tree.Elfproef, omg: Omgeving) -> Term:
    return _waardetest(node, expressie(node.waarde, omg), omg, lambda x: _elf(node, x))


def _elf(node: tree.Elfproef, x: Term) -> Term:
    geheel = x.type.soort is Soort.NUMERIEK and x.type.decimalen == 0 and not x.type.eenheid
    if not geheel and x.type.soort is not Soort.TEKST:
        raise faal(
            "PR-SOORT",
            node.span,
            "de elfproef is voor een geheel getal zonder eenheid of een tekst met cijfers; "
            f"dit is een {x.type}",
        )
    test = bewerk("ELFPROEF", (x,), BOOLEAN, span=node.span)
    return niet(test) if node.ontkend else test


def _cijfertest(node: tree.Cijfertest, omg: Omgeving) -> Term:
    return _waardetest(node, expressie(node.waarde, omg), omg, lambda x: _cijfers(node, x))


def _cijfers(node: tree.Cijfertest, x: Term) -> Term:
    if x.type.soort is not Soort.TEKST:
        raise faal("PR-SOORT", node.span, f"“numeriek met exact” past niet bij een {x.type}")
    test = bewerk("CIJFERS", (x,), BOOLEAN, node.cijfers, span=node.span)
    return niet(test) if node.ontkend else test


# ------------------------------------------------------------------ compound


def _kop(node: tree.Samengesteld, omg: Omgeving) -> tuple[ObjectTerm | None, Omgeving]:
    """What a list of conditions is about: many objects, and the scope of the members. A value
    in the head may be called by its bare name in the members. [6.3]"""
    if node.onderwerp is None:
        return None, omg
    term = waarde(node.onderwerp, omg)
    if not is_object(term):
        gevonden = cast(Term, term)
        if not gevonden.type.meervoudig:
            return None, _met_bare_naam(node.onderwerp, gevonden, omg)
        if not isinstance(gevonden, Lees) or gevonden.cel:
            raise faal("EX-MEERVOUDIG", node.onderwerp.span, "hier hoort één waarde of object")
        element, binnen = omg.voor_element(gevonden.object.objecttype)
        lid = replace(gevonden, object=element, type=gevonden.type.enkel())
        return gevonden.object, _met_bare_naam(node.onderwerp, lid, binnen)
    objecten = cast(ObjectTerm, term)
    if not is_meervoudig(objecten):
        return None, omg
    _, binnen = omg.voor_element(objecten.objecttype)
    return objecten, binnen


def _met_bare_naam(bron: tree.Expressie, term: Term, omg: Omgeving) -> Omgeving:
    eerste = bron.schakels[0] if isinstance(bron, tree.Keten) else None
    if isinstance(eerste, tree.Schakel):
        omg = omg.met_waarde(eerste.naam.tekst, term)
    return omg.met_waarde(term.eigenschap, term) if isinstance(term, Lees) else omg


def _samengesteld(node: tree.Samengesteld, omg: Omgeving) -> Term:
    meer, binnen = _kop(node, omg)
    leden = tuple(conditie(lid, binnen) for lid in node.leden)
    kw = (node.kwantificatie.soort, node.kwantificatie.aantal)
    telling = bewerk("TEL", leden, BOOLEAN, kw, span=node.span)
    if meer is None:
        return telling
    assert node.onderwerp is not None
    element = Instantie(omg.vrij, meer.objecttype)
    return voor_elk(meer, element, telling, node.onderwerp, node.span)


_SOORTEN: dict[type, Callable[[Any, Omgeving], Term]] = {
    tree.Vergelijking: _vergelijking,
    tree.Leegtest: _leegtest,
    tree.Elfproef: _elfproef,
    tree.Cijfertest: _cijfertest,
    tree.Naamtest: naamtest,
    tree.OpenNormtest: open_norm,
    tree.Regeltest: regeltest,
    tree.Periodetest: _over_tijd,
    tree.HelePeriode: _over_tijd,
    tree.Samengesteld: _samengesteld,
}
