"""The universal subject of a rule: for which instances it runs, and what it is about. [3.4]"""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.model.boom import ketens_in, universeel
from wetsanalyse.model.kalenaam import kale_naam
from wetsanalyse.model.ketens import is_object, stap
from wetsanalyse.model.model import Onderwerp
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import Instantie, ObjectTerm, is_meervoudig
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span

DAG = "dag"
"""The objecttype of a rule that is about days, which are no objects. [4.8]"""


def onderwerp(
    schakels: tuple[object, ...], basisomg: Omgeving, span: Span
) -> tuple[Onderwerp, Omgeving]:
    """The subject that ends in ``een X``, and the scope in which the rule is read.

    Links before it are roles: ``een kind van een ouder`` runs once for each pair.
    """
    tabel = basisomg.tabel
    laatste = schakels[-1] if schakels else None
    if not isinstance(laatste, tree.Schakel) or laatste.bepaling != "een":
        raise geen_onderwerp(span)
    basis, rol, kenmerk = _basis(laatste, tabel)
    instantie = Instantie(0, basis)
    omg = replace(basisomg, vrij=1)
    doel: ObjectTerm = instantie
    is_type = rol is None and kenmerk is None
    omg = omg.met(_namen(laatste.naam.tekst, basis, is_type), instantie, laatste.span.start)
    for schakel in reversed(schakels[:-1]):
        if not isinstance(schakel, tree.Schakel):
            raise faal("ON-KETEN", span, "in het onderwerp kunnen alleen rollen staan")
        stap_ = stap(doel, replace(schakel, kwantificatie=None), omg)
        if not is_object(stap_):
            raise faal("ON-KETEN", schakel.span, f"“{schakel.naam.tekst}” is hier geen rol")
        doel = stap_  # type: ignore[assignment]
        omg = omg.met(frozenset({vouw(schakel.naam.tekst)}), doel, schakel.span.start)
    if is_meervoudig(doel):
        # The rule runs for each of them: they become an instance of their own.
        paar = Instantie(1, doel.objecttype)
        omg = replace(
            omg,
            vrij=2,
            bindingen=tuple(replace(b, term=paar) if b.term == doel else b for b in omg.bindingen),
        )
    gevonden = Onderwerp(basis, rol, kenmerk, doel, doel.objecttype)
    return gevonden, met_hij(omg)


def geen_onderwerp(span: Span) -> Onoplosbaar:
    return faal(
        "RG-GEEN-ONDERWERP",
        span,
        "deze regel zegt niet voor wie hij geldt",
        hulp=("laat het resultaat eindigen op “van een …”, bijvoorbeeld “van een Aanvrager”",),
    )


def onderwerpschakels(resultaat: tree.Resultaat) -> tuple[object, ...]:
    """The chain that names the subject of a rule; empty when the result has none."""
    match resultaat:
        case tree.Kenmerktoekenning() | tree.Objectcreatie() | tree.Startpuntbepaling():
            return resultaat.onderwerp.schakels
        case tree.Gelijkstelling() | tree.Initialisatie() | tree.Feitcreatie():
            return resultaat.doel.schakels[1:]
        case tree.Verdeling():
            return resultaat.bron.schakels[1:]
        case tree.Consistentie():
            return _van_criterium(resultaat.criterium)
        case tree.Uniciteit() | tree.Dagsoortdefinitie():
            return ()


def _van_criterium(criterium: tree.Conditie) -> tuple[object, ...]:
    """A criterion has its subject where the first ``een X`` stands: that link and those behind
    it. [4.5]"""
    for keten in ketens_in(criterium):
        laatste = keten.schakels[-1]
        if isinstance(laatste, tree.Schakel) and laatste.bepaling == "een":
            eerste = next(
                i
                for i, s in enumerate(keten.schakels)
                if isinstance(s, tree.Schakel) and s.bepaling == "een"
            )
            return keten.schakels[eerste:]
    return ()


def eis_een_onderwerp(versie: tree.Regelversie) -> None:
    """Raise when more than one thing is introduced with ``een``. [2.1]"""
    # The source of a new fact may be written with `een` too. [4.4]
    resultaat = versie.resultaat
    bron = resultaat.bron if isinstance(resultaat, tree.Feitcreatie) else None
    vrij = {id(s) for s in universeel(bron)}
    gevonden = [s for s in universeel(versie) if id(s) not in vrij]
    if len(gevonden) > 1:
        tweede = gevonden[1]
        raise faal(
            "RG-GEEN-ONDERWERP",
            tweede.span,
            f"deze regel voert een tweede onderwerp in: “een {tweede.naam.tekst}”",
            hulp=(
                "een regel heeft één onderwerp met “een”",
                f"verwijs verder met “de {tweede.naam.tekst}”, of gebruik “alle …”",
            ),
        )


def _basis(schakel: tree.Schakel, tabel: Tabel) -> tuple[str, tuple[str, int] | None, str | None]:
    naam = schakel.naam.tekst
    groep = kale_naam(schakel.naam, tabel)
    if groep is not None:
        return groep
    for b in tabel.zoek(naam, "kenmerk"):
        kenmerk = tabel.kenmerk(b.eigenaar or "", naam) if b.eigenaar in tabel.objecttypen else None
        if kenmerk is not None:
            raise faal(
                "ON-KENMERK",
                schakel.span,
                f"een {kenmerk.soort} kenmerk kan geen onderwerp zijn",
                hulp=(f"schrijf “een {kenmerk.objecttype}” en zet het kenmerk in de voorwaarde",),
            )
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


def met_hij(omg: Omgeving) -> Omgeving:
    """``hij`` only where exactly one universal subject is animate."""
    typen = omg.tabel.objecttypen
    bezield = list(
        dict.fromkeys(
            b.term
            for b in omg.bindingen
            if isinstance(b.term, Instantie) and typen[b.term.objecttype].bezield
        )
    )
    if len(bezield) == 1:
        return replace(omg, hij=bezield[0])
    reden = (
        "deze regel heeft geen bezield onderwerp"
        if not bezield
        else "deze regel heeft meer dan één bezield onderwerp"
    )
    return replace(omg, hij=None, waarom_geen_hij=reden, meer_bezielde=bool(bezield))
