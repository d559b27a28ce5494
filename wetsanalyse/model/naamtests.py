"""Tests by name: a kenmerk, a role, a kind of day, an open norm, what a rule did. [6.2]"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from wetsanalyse.model.expressies import waarde
from wetsanalyse.model.ketens import is_object, lees
from wetsanalyse.model.kwantiteiten import elk_lid, niet, voor_elk
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.onderwerpen import onderwerpschakels
from wetsanalyse.model.tabel import faal, vouw
from wetsanalyse.model.terms import (
    Dagsoorttoets,
    HeeftRol,
    ObjectTerm,
    OpenNormterm,
    Regeluitslag,
    Rolstap,
    SpeeltRol,
    Term,
    is_meervoudig,
)
from wetsanalyse.model.tijd import gemengd, kenmerktype, met_korrel, objectkorrel
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.syntax import tree


def naamtest(node: tree.Naamtest, omg: Omgeving) -> Term:
    onderwerp = waarde(node.onderwerp, omg)
    if not is_object(onderwerp):
        return _dagtest(node, cast(Term, onderwerp), omg)
    objecten = cast(ObjectTerm, onderwerp)
    if not is_meervoudig(objecten):
        test = _naam_van(objecten, node, omg)
        return niet(test) if node.ontkend else test
    element, binnen = omg.voor_element(objecten.objecttype)
    test = _naam_van(element, node, binnen)
    if node.ontkend:
        test = niet(test)
    return voor_elk(objecten, element, test, node.onderwerp, node.span)


def _dagtest(node: tree.Naamtest, term: Term, omg: Omgeving) -> Term:
    """``is een werkdag``, when the subject is a date. [6.2]"""
    if not term.type.is_tijd:
        raise faal(
            "PR-SOORT",
            node.onderwerp.span,
            f"een {term.type.enkel()} kan geen kenmerk of rol hebben",
            hulp=("vergelijk de waarde: “is gelijk aan …”",),
        )
    soorten = {b.naam for b in omg.tabel.zoek(node.naam.tekst, "dagsoort")}
    bekend = [d for d in omg.tabel.dagsoorten if d in soorten]
    if not bekend or node.werkwoord != "is":
        kan = ", ".join(omg.tabel.dagsoorten) or "geen"
        raise faal(
            "PR-NAAM",
            node.naam.span,
            f"“{node.naam.tekst}” is geen dagsoort, en een datum kan niets anders zijn",
            hulp=(f"bekende dagsoorten: {kan}", "declareer hem met “Dagsoort de …”"),
            verboden=node.naam.span,
        )

    def test(x: Term) -> Term:
        toets = Dagsoorttoets(x, bekend[0], gemengd(BOOLEAN, (x,)), span=node.span)
        return niet(toets) if node.ontkend else toets

    if term.type.meervoudig:
        return elk_lid(node.onderwerp, term, omg, lambda lid, _binnen: test(lid))
    return test(term)


def _naam_van(object_: ObjectTerm, node: tree.Naamtest, omg: Omgeving) -> Term:
    """``is N`` / ``heeft N`` for one object: a kenmerk or a role. [6.2]"""
    naam, type_ = node.naam.tekst, object_.objecttype
    korrel = objectkorrel(object_)
    waarheid = met_korrel(BOOLEAN, korrel)
    kenmerk = omg.tabel.kenmerk(type_, naam)
    als_kenmerk = kenmerk is not None and (kenmerk.soort == "bezittelijk") == (
        node.werkwoord == "heeft"
    )
    if node.werkwoord == "is":
        rollen = tuple(
            (r.feittype, r.nummer) for r in omg.tabel.rollen(naam) if r.objecttype == type_
        )
        als_rol: Term | None = (
            SpeeltRol(object_, rollen, waarheid, span=node.span) if rollen else None
        )
    else:
        vanaf = omg.tabel.rol_vanaf(type_, naam)
        als_rol = None
        if vanaf:
            r = vanaf[0]
            daar = Rolstap(object_, r.feittype, r.nummer, r.objecttype, r.meerdere)
            als_rol = HeeftRol(daar, waarheid, span=node.span)
    if als_kenmerk and als_rol is not None:
        raise faal(
            "PR-MEERDUIDIG",
            node.span,
            f"“{naam}” is bij {type_} zowel een kenmerk als een rol",
            hulp=("geef een van de twee een andere naam",),
        )
    if als_kenmerk and kenmerk is not None:
        return lees(object_, kenmerk.naam, kenmerktype(kenmerk), node)
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


def open_norm(node: tree.OpenNormtest, omg: Omgeving) -> Term:
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


def regeltest(node: tree.Regeltest, omg: Omgeving) -> Term:
    """Whether a rule fired for this instance, or found it inconsistent. [6.2]"""
    regel = omg.regels.get(vouw(node.regel.tekst))
    if regel is None:
        raise faal(
            "RV-ONBEKEND",
            node.regel.span,
            f"er is geen regel “{node.regel.tekst}”",
            hulp=("schrijf de naam zoals hij achter “Regel” staat",),
            verboden=node.regel.span,
        )
    alle: tuple[tree.Regelversie | tree.Tabelversie, ...] = regel.versies
    versies = [
        (nummer, versie)
        for nummer, versie in enumerate(alle, start=1)
        if node.geldigheid is None or versie.geldigheid == node.geldigheid
    ]
    if not versies:
        assert node.geldigheid is not None
        raise faal(
            "RV-ONBEKEND",
            node.geldigheid.span,
            f"regel “{regel.naam.tekst}” heeft geen versie die zo geldt",
            hulp=("neem de geldigheid van de versie letterlijk over, of laat haar weg",),
        )
    if node.uitslag == "inconsistent" and not all(_is_toets(v) for _, v in versies):
        raise faal(
            "RV-GEEN-CONSISTENTIE",
            node.span,
            f"regel “{regel.naam.tekst}” is geen consistentieregel",
            hulp=("vraag of hij gevuurd is: “regelversie … is gevuurd”",),
        )
    nummers = () if node.geldigheid is None else tuple(n for n, _ in versies)
    wie = _voor_wie(regel, omg)
    return Regeluitslag(regel.naam.tekst, nummers, node.uitslag, wie, BOOLEAN, span=node.span)


def _voor_wie(regel: tree.Regel | tree.Beslistabel, omg: Omgeving) -> ObjectTerm | None:
    """Of the subjects here, the one of the type that the other rule is about; None: none is, so
    it is asked whether that rule did it for anyone."""
    typen: set[str] = set()
    for schakel in _genoemd_in(regel):
        naam = schakel.naam.tekst
        typen |= {b.naam for b in omg.tabel.zoek(naam, "objecttype")}
        typen |= {rol.objecttype for rol in omg.tabel.rollen(naam)}
    return next((b.term for b in omg.bindingen if b.term.objecttype in typen), None)


def _is_toets(versie: tree.Regelversie | tree.Tabelversie) -> bool:
    return isinstance(versie, tree.Regelversie) and isinstance(
        versie.resultaat, tree.Consistentie | tree.Uniciteit
    )


def _genoemd_in(regel: tree.Regel | tree.Beslistabel) -> Iterator[tree.Schakel]:
    """What a rule is about: both ends of its subject, or the objects that must differ."""
    for versie in regel.versies:
        if not isinstance(versie, tree.Regelversie):
            continue
        if isinstance(versie.resultaat, tree.Uniciteit):
            ketens: list[tuple[object, ...]] = [b.van.schakels for b in versie.resultaat.bronnen]
        else:
            ketens = [onderwerpschakels(versie.resultaat)]
        einden = (s for keten in ketens for s in (*keten[:1], *keten[-1:]))
        yield from (s for s in einden if isinstance(s, tree.Schakel))
