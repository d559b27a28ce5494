"""Conditions: from words to a term that is true or not. [6]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from wetsanalyse.model.expressies import enkele, expressie, waarde
from wetsanalyse.model.ketens import is_object
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Onoplosbaar, faal
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    HeeftRol,
    Lees,
    ObjectTerm,
    OpenNormterm,
    Rolstap,
    SpeeltRol,
    Term,
    Voorelk,
    is_meervoudig,
)
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span
from wetsanalyse.text.diagnostic import fout

TEKENS = {
    "gelijk aan": "=",
    "ongelijk aan": "≠",
    "groter dan": ">",
    "groter of gelijk aan": ">=",
    "kleiner dan": "<",
    "kleiner of gelijk aan": "<=",
    "later dan": ">",
    "later of gelijk aan": ">=",
    "eerder dan": "<",
    "eerder of gelijk aan": "<=",
}


def conditie(node: tree.Conditie, omg: Omgeving) -> Term:
    """The term of a condition; raises Onoplosbaar with the first fault in it."""
    return _SOORTEN[type(node)](node, omg)


def fouten_in(node: tree.Conditie, omg: Omgeving) -> list[Onoplosbaar]:
    """Every fault in a condition: each member of a list is looked at by itself."""
    if isinstance(node, tree.Samengesteld) and not _over_meer(node, omg):
        return [f for lid in node.leden for f in fouten_in(lid, omg)]
    try:
        conditie(node, omg)
    except Onoplosbaar as e:
        return [e]
    return []


def _over_meer(node: tree.Samengesteld, omg: Omgeving) -> bool:
    try:
        return _meer_onderwerp(node, omg) is not None
    except Onoplosbaar:
        return False


# ------------------------------------------------------------------ comparisons


def _vergelijking(node: tree.Vergelijking, omg: Omgeving) -> Term:
    links = expressie(node.links, omg)
    if links.type.meervoudig:
        return _elk_lid(node, links, omg)
    if isinstance(node.rechts, tree.Opsomming):
        return een_van(node, node.rechts, omg)
    return vergelijk(links, node.woord, enkele(node.rechts, omg), node.span, omg)


def vergelijk(links: Term, woord: str, rechts: Term, span: Span, omg: Omgeving) -> Term:
    """Two values held against each other, the second in the unit of the first. [6.2]"""
    links, rechts = pas_enumeratie(links, rechts, omg), pas_enumeratie(rechts, links, omg)
    soort = _vergelijksoort(links.type, woord, rechts.type, span)
    if soort == "getal":
        if isinstance(links, Constante) and links.letterlijk_nul:
            links = omgerekend(links, rechts.type.eenheid, omg.tabel, span, rechts.type)
        rechts = omgerekend(rechts, links.type.eenheid, omg.tabel, span, links.type)
    return Bewerking("VERGELIJK", (links, rechts), BOOLEAN, (TEKENS[woord], soort), span=span)


def _vergelijksoort(links: Type, woord: str, rechts: Type, span: Span) -> str:
    if links.soort is not rechts.soort:
        raise faal("PR-SOORT", span, f"een {links} en een {rechts} kunnen niet vergeleken worden")
    if links.is_getal:
        soort = "getal"
    elif links.is_tijd:
        soort = "tijd"
    elif links.soort is Soort.BOOLEAN:
        soort = "waarheid"
    else:
        soort = "tekst"
    tijdwoord = woord.startswith(("later", "eerder"))
    maatwoord = woord.startswith(("groter", "kleiner"))
    if (tijdwoord and soort != "tijd") or (maatwoord and soort != "getal"):
        hulp = {
            "tijd": "gebruik “later dan” of “eerder dan”",
            "getal": "gebruik “groter dan” of “kleiner dan”",
        }.get(soort, "gebruik “gelijk aan” of “ongelijk aan”")
        raise faal("PR-SOORT", span, f"“{woord}” past niet bij een {links}", hulp=(hulp,))
    return soort


def pas_enumeratie(term: Term, ander: Term, omg: Omgeving) -> Term:
    """Give a bare enumeration value the domain of the other side, and check it there. [1.5]"""
    if not (
        isinstance(term, Constante)
        and term.type.soort is Soort.ENUMERATIE
        and term.type.domein is None
        and ander.type.soort is Soort.ENUMERATIE
        and ander.type.domein is not None
    ):
        return term
    waarden = omg.tabel.enumeraties.get(ander.type.domein, ())
    if term.waarde not in waarden:
        assert term.span is not None
        raise faal(
            "EN-ONBEKEND",
            term.span,
            f"“{term.waarde}” is geen waarde van domein “{ander.type.domein}”",
            verwacht=tuple(f"'{w}'" for w in waarden[:6]),
        )
    return replace(term, type=ander.type.enkel())


def een_van(node: tree.Vergelijking, lijst: tree.Opsomming, omg: Omgeving) -> Term:
    """``gelijk aan A of B``: one is enough; ``ongelijk aan``: none of them. [3.6]"""
    if node.woord not in ("gelijk aan", "ongelijk aan") or lijst.voegwoord != "of":
        raise faal(
            "CO-PLAATS",
            lijst.span,
            "een opsomming kan hier alleen met “of”, achter “gelijk aan” of “ongelijk aan”",
        )
    links = enkele(node.links, omg)
    testen = tuple(
        vergelijk(links, node.woord, enkele(lid, omg), lid.span, omg) for lid in lijst.leden
    )
    soort = ("ten minste", 1) if node.woord == "gelijk aan" else ("alle", 0)
    return Bewerking("TEL", testen, BOOLEAN, soort, span=node.span)


def _elk_lid(node: tree.Vergelijking, links: Term, omg: Omgeving) -> Term:
    """A list on the left: the quantity says for how many members it must hold. [6.4]"""
    kwantiteit = _kwantiteit_van(node.links)
    if not isinstance(links, Lees):
        raise faal("EX-MEERVOUDIG", node.links.span, "deze lijst kan niet vergeleken worden")
    element, binnen = omg.voor_element(links.object.objecttype)
    lid = Lees(element, links.eigenschap, links.type.enkel(), span=node.links.span)
    if isinstance(node.rechts, tree.Opsomming):
        raise faal("CO-PLAATS", node.rechts.span, "een opsomming kan hier niet")
    test = vergelijk(lid, node.woord, enkele(node.rechts, binnen), node.span, binnen)
    return Voorelk(links.object, element.nummer, test, kwantiteit, BOOLEAN, span=node.span)


def _kwantiteit_van(node: tree.Expressie | None) -> tuple[str, int]:
    if isinstance(node, tree.Subselectie):
        node = node.keten
    if isinstance(node, tree.Keten):
        for schakel in node.schakels:
            if isinstance(schakel, tree.Schakel) and schakel.kwantificatie is not None:
                return schakel.kwantificatie.soort, schakel.kwantificatie.aantal
    return "alle", 0


# ------------------------------------------------------------------ single predicates


def _leegtest(node: tree.Leegtest, omg: Omgeving) -> Term:
    term = waarde(node.waarde, omg)
    if is_object(term):
        objecten = cast(ObjectTerm, term)
        bestaat = HeeftRol(objecten, BOOLEAN, span=node.span)
        return bestaat if node.gevuld else niet(bestaat)
    if term.type.meervoudig:  # type: ignore[union-attr]
        raise faal("EX-MEERVOUDIG", node.waarde.span, "hier hoort één waarde")
    leeg = Bewerking("IS_LEEG", (cast(Term, term),), BOOLEAN, span=node.span)
    return niet(leeg) if node.gevuld else leeg


def niet(term: Term) -> Term:
    return Bewerking("NIET", (term,), BOOLEAN, span=term.span)


def _elfproef(node: tree.Elfproef, omg: Omgeving) -> Term:
    test = Bewerking("ELFPROEF", (enkele(node.waarde, omg),), BOOLEAN, span=node.span)
    return niet(test) if node.ontkend else test


def _cijfertest(node: tree.Cijfertest, omg: Omgeving) -> Term:
    x = enkele(node.waarde, omg)
    if x.type.soort is not Soort.TEKST:
        raise faal("PR-SOORT", node.span, f"“numeriek met exact” past niet bij een {x.type}")
    test = Bewerking("CIJFERS", (x,), BOOLEAN, node.cijfers, span=node.span)
    return niet(test) if node.ontkend else test


def _naamtest(node: tree.Naamtest, omg: Omgeving) -> Term:
    onderwerp = waarde(node.onderwerp, omg)
    if not is_object(onderwerp):
        raise _geen_object(node, cast(Term, onderwerp))
    objecten = cast(ObjectTerm, onderwerp)
    if not is_meervoudig(objecten):
        test = naam_van(objecten, node, omg)
        return niet(test) if node.ontkend else test
    element, binnen = omg.voor_element(objecten.objecttype)
    test = naam_van(element, node, binnen)
    if node.ontkend:
        test = niet(test)
    kwantiteit = _kwantiteit_van(node.onderwerp)
    return Voorelk(objecten, element.nummer, test, kwantiteit, BOOLEAN, span=node.span)


def _geen_object(node: tree.Naamtest, term: Term) -> Exception:
    if term.type.is_tijd:
        return Onoplosbaar(
            fout("NOG-NIET", node.span, "R-233 (is een dagsoort) wordt nog niet gelezen")
        )
    return faal(
        "PR-SOORT",
        node.onderwerp.span,
        f"een {term.type} kan geen kenmerk of rol hebben",
        hulp=("vergelijk de waarde: “is gelijk aan …”",),
    )


def naam_van(object_: ObjectTerm, node: tree.Naamtest, omg: Omgeving) -> Term:
    """``is N`` / ``heeft N`` for one object: a kenmerk or a role. [6.2]"""
    naam, type_ = node.naam.tekst, object_.objecttype
    kenmerk = omg.tabel.kenmerk(type_, naam)
    als_kenmerk = kenmerk is not None and (kenmerk.soort == "bezittelijk") == (
        node.werkwoord == "heeft"
    )
    if node.werkwoord == "is":
        rollen = tuple(
            (r.feittype, r.nummer) for r in omg.tabel.rollen(naam) if r.objecttype == type_
        )
        als_rol: Term | None = (
            SpeeltRol(object_, rollen, BOOLEAN, span=node.span) if rollen else None
        )
    else:
        vanaf = omg.tabel.rol_vanaf(type_, naam)
        als_rol = None
        if vanaf:
            r = vanaf[0]
            daar = Rolstap(object_, r.feittype, r.nummer, r.objecttype, r.meerdere)
            als_rol = HeeftRol(daar, BOOLEAN, span=node.span)
    if als_kenmerk and als_rol is not None:
        raise faal(
            "PR-MEERDUIDIG",
            node.span,
            f"“{naam}” is bij {type_} zowel een kenmerk als een rol",
            hulp=("geef een van de twee een andere naam",),
        )
    if als_kenmerk and kenmerk is not None:
        return Lees(object_, kenmerk.naam, BOOLEAN, span=node.span)
    if als_rol is not None:
        return als_rol
    raise _onbekende_test(object_, node, omg, kenmerk is not None)


def _onbekende_test(
    object_: ObjectTerm, node: tree.Naamtest, omg: Omgeving, ander_werkwoord: bool
) -> Exception:
    naam, type_ = node.naam.tekst, object_.objecttype
    if ander_werkwoord:
        goed = "heeft" if node.werkwoord == "is" else "is"
        hulp: tuple[str, ...] = (f"schrijf “{goed} {naam}”",)
    else:
        kan = tuple(omg.tabel.objecttypen[type_].kenmerken)
        hulp = (f"{type_} kent de kenmerken: {', '.join(kan[:8])}",) if kan else ()
    return faal(
        "PR-NAAM",
        node.naam.span,
        f"“{naam}” is bij {type_} geen kenmerk en geen rol met “{node.werkwoord}”",
        hulp=hulp,
        verboden=node.naam.span,
    )


def _open_norm(node: tree.OpenNormtest, omg: Omgeving) -> Term:
    gevonden = omg.tabel.zoek(node.norm.tekst, "open norm")
    if not gevonden:
        raise faal(
            "ON-NORM-ONBEKEND",
            node.norm.span,
            f"open norm “{node.norm.tekst}” bestaat niet",
            hulp=("declareer hem in een blok “Open norm …”",),
        )
    onderwerp = omg.hij or (omg.bindingen[0].term if omg.bindingen else None)
    if onderwerp is None:
        raise faal("ON-NORM-OBJECT", node.span, "deze open norm gaat hier over niemand")
    test = OpenNormterm(gevonden[0].naam, onderwerp, BOOLEAN, span=node.span)
    return niet(test) if node.ontkend else test


def _regeltest(node: tree.Regeltest, omg: Omgeving) -> Term:
    raise Onoplosbaar(
        fout(
            "NOG-NIET", node.span, f"R-237 (regelversie … is {node.uitslag}) wordt nog niet gelezen"
        )
    )


# ------------------------------------------------------------------ compound


def _meer_onderwerp(node: tree.Samengesteld, omg: Omgeving) -> ObjectTerm | None:
    if node.onderwerp is None:
        return None
    term = waarde(node.onderwerp, omg)
    if is_object(term) and is_meervoudig(cast(ObjectTerm, term)):
        return cast(ObjectTerm, term)
    return None


def _samengesteld(node: tree.Samengesteld, omg: Omgeving) -> Term:
    meer = _meer_onderwerp(node, omg)
    if meer is None:
        return _tel(node, omg)
    element, binnen = omg.voor_element(meer.objecttype)
    kwantiteit = _kwantiteit_van(node.onderwerp)
    return Voorelk(meer, element.nummer, _tel(node, binnen), kwantiteit, BOOLEAN, span=node.span)


def _tel(node: tree.Samengesteld, omg: Omgeving) -> Term:
    leden = tuple(conditie(lid, omg) for lid in node.leden)
    kw = (node.kwantificatie.soort, node.kwantificatie.aantal)
    return Bewerking("TEL", leden, BOOLEAN, kw, span=node.span)


_SOORTEN: dict[type, Callable[[Any, Omgeving], Term]] = {
    tree.Vergelijking: _vergelijking,
    tree.Leegtest: _leegtest,
    tree.Elfproef: _elfproef,
    tree.Cijfertest: _cijfertest,
    tree.Naamtest: _naamtest,
    tree.OpenNormtest: _open_norm,
    tree.Regeltest: _regeltest,
    tree.Samengesteld: _samengesteld,
}
