"""The universal subject of a rule: for which instances it runs, and what it is about. [3.4]"""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.model.ketens import is_object, stap
from wetsanalyse.model.model import Onderwerp
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Tabel, faal, vouw
from wetsanalyse.model.terms import Instantie, ObjectTerm, is_meervoudig
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


def onderwerp(schakels: tuple[object, ...], tabel: Tabel, span: Span) -> tuple[Onderwerp, Omgeving]:
    """The subject that ends in ``een X``, and the scope in which the rule is read.

    Links before it are roles: ``een kind van een ouder`` runs once for each pair.
    """
    laatste = schakels[-1] if schakels else None
    if not isinstance(laatste, tree.Schakel) or laatste.bepaling != "een":
        raise faal(
            "RG-GEEN-ONDERWERP",
            span,
            "deze regel zegt niet voor wie hij geldt",
            hulp=("laat het resultaat eindigen op “van een …”, bijvoorbeeld “van een Aanvrager”",),
        )
    basis, rol, kenmerk = _basis(laatste, tabel)
    instantie = Instantie(0, basis)
    omg = Omgeving(tabel, vrij=1)
    doel: ObjectTerm = instantie
    omg = omg.met(_namen(laatste.naam.tekst, basis, rol is None and kenmerk is None), instantie)
    for schakel in reversed(schakels[:-1]):
        if not isinstance(schakel, tree.Schakel):
            raise faal("ON-KETEN", span, "in het onderwerp kunnen alleen rollen staan")
        stap_ = stap(doel, replace(schakel, kwantificatie=None), omg)
        if not is_object(stap_):
            raise faal("ON-KETEN", schakel.span, f"“{schakel.naam.tekst}” is hier geen rol")
        doel = stap_  # type: ignore[assignment]
        omg = omg.met(frozenset({vouw(schakel.naam.tekst)}), doel)
    if is_meervoudig(doel):
        # The rule runs for each of them: they become an instance of their own.
        paar = Instantie(1, doel.objecttype)
        namen = frozenset(n for b in omg.bindingen if b.term == doel for n in b.namen)
        omg = replace(omg, vrij=2, bindingen=tuple(b for b in omg.bindingen if b.term != doel)).met(
            namen, paar
        )
    gevonden = Onderwerp(basis, rol, kenmerk, doel, doel.objecttype)
    return gevonden, _met_hij(omg)


def _basis(schakel: tree.Schakel, tabel: Tabel) -> tuple[str, tuple[str, int] | None, str | None]:
    naam = schakel.naam.tekst
    for b in tabel.zoek(naam, "objecttype"):
        if b.naam in tabel.objecttypen:
            return b.naam, None, None
    for rol in tabel.rollen(naam):
        return rol.objecttype, (rol.feittype, rol.nummer), None
    for b in tabel.zoek(naam, "kenmerk"):
        kenmerk = tabel.kenmerk(b.eigenaar or "", naam) if b.eigenaar in tabel.objecttypen else None
        if kenmerk is None:
            continue
        if kenmerk.soort != "gewoon":
            raise faal(
                "ON-KENMERK",
                schakel.span,
                f"een {kenmerk.soort} kenmerk kan geen onderwerp zijn",
                hulp=(f"schrijf “een {kenmerk.objecttype}” en zet het kenmerk in de voorwaarde",),
            )
        return kenmerk.objecttype, None, kenmerk.naam
    raise faal(
        "ON-TYPE",
        schakel.span,
        f"“{naam}” is geen objecttype, rol of gewoon kenmerk",
        verwacht=tuple(tabel.objecttypen)[:6],
        verboden=schakel.naam.span,
    )


def _namen(naam: str, objecttype: str, is_type: bool) -> frozenset[str]:
    namen = {vouw(naam)}
    if is_type:
        namen.add(vouw(objecttype))
    return frozenset(namen)


def _met_hij(omg: Omgeving) -> Omgeving:
    """``hij`` only where exactly one universal subject is animate."""
    typen = omg.tabel.objecttypen
    bezield = [
        b.term
        for b in omg.bindingen
        if isinstance(b.term, Instantie) and typen[b.term.objecttype].bezield
    ]
    if len(bezield) == 1:
        return replace(omg, hij=bezield[0])
    reden = (
        "deze regel heeft geen bezield onderwerp"
        if not bezield
        else "deze regel heeft meer dan één bezield onderwerp"
    )
    return replace(omg, waarom_geen_hij=reden)
