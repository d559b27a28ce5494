"""Our own blocks: parameter values, clauses, norms, outcomes, input ranges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from wetsanalyse.model.condities import conditie, pas_enumeratie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, herkomst, vindplaats
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.model import (
    Aanvaard,
    Bereik,
    Clausuleversie,
    Evenredigheidsnorm,
    Hardheidsclausule,
    Invoerbereik,
    OpenNorm,
    Parameterwaarde,
    Reikwijdte,
    Uitkomst,
)
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import (
    Bewerking,
    Constante,
    Instantie,
    Lees,
    OpenNormterm,
    Parameterterm,
    Term,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout


@dataclass
class Verzameld:
    """What the blocks gave, being gathered; only inside `resolve`."""

    waarden: dict[str, list[tuple[Parameterwaarde, Span]]] = field(default_factory=dict)
    clausules: dict[str, Hardheidsclausule] = field(default_factory=dict)
    open_normen: dict[str, OpenNorm] = field(default_factory=dict)
    organen: list[str] = field(default_factory=list)
    uitkomsten: list[Uitkomst] = field(default_factory=list)
    bereiken: dict[str, Invoerbereik] = field(default_factory=dict)
    normen: list[Evenredigheidsnorm] = field(default_factory=list)
    aanvaard: list[Aanvaard] = field(default_factory=list)
    meldingen: list[Diagnostic] = field(default_factory=list)


def lees_blok(
    blok: tree.Blok, tabel: Tabel, bronnen: Bronnen, regels: Mapping[str, str], v: Verzameld
) -> None:
    """Add one block to what was gathered. ``regels``: folded rule name -> rule name."""
    match blok:
        case tree.Parameterwaarden():
            _parameterwaarden(blok, tabel, bronnen, v)
        case tree.Hardheidsclausule():
            v.clausules[blok.naam.tekst] = _clausule(blok, tabel, bronnen, regels, v)
        case tree.OpenNorm():
            v.open_normen[blok.naam.tekst] = OpenNorm(
                blok.naam.tekst,
                herkomst(blok.herkomst, bronnen, v.meldingen),
                blok.beoordeeld_door.tekst if blok.beoordeeld_door else None,
                tuple(g if isinstance(g, str) else g.span.tekst for g in blok.gezichtspunten),
            )
        case tree.Bestuursorgaan():
            v.organen.append(blok.naam.tekst)
        case tree.Uitkomst():
            _uitkomst(blok, tabel, v)
        case tree.Invoerbereik():
            _invoerbereik(blok, tabel, v)
        case tree.Evenredigheidsnorm():
            v.normen.append(_norm(blok, tabel, v))
        case tree.Aanvaard(naam, bevinding, reden, eigenaar, van, tot):
            v.aanvaard.append(Aanvaard(naam.tekst, bevinding, reden, eigenaar, van, tot))
        case _:
            pass


def _veilig(v: Verzameld, doe: Callable[..., Any], *args: Any) -> Any:
    """The result of one small step, or None and a message."""
    try:
        return doe(*args)
    except Onoplosbaar as e:
        v.meldingen.append(e.melding)
        return None


# ------------------------------------------------------------------ amounts


def vaste_waarde(node: tree.Expressie, type_: Type, omg: Omgeving) -> Any:
    """The value of an expression without names, in the unit of ``type_``. Raises Onoplosbaar."""
    term = pas_enumeratie(enkele(node, omg), Parameterterm("", type_), omg)
    negatief = isinstance(node, tree.Binair)
    if term.type.soort is not type_.soort:
        raise faal("PA-TYPE", node.span, f"hier hoort een {type_}, maar er staat een {term.type}")
    if type_.is_getal:
        term = omgerekend(term, type_.eenheid, omg.tabel, node.span, type_)
    if not isinstance(term, Constante):
        wat = "som" if negatief else "verwijzing"
        raise faal("PA-VAST", node.span, f"hier hoort een vaste waarde, geen {wat}")
    gebrek = buiten_type(term.waarde, type_)
    if gebrek:
        raise faal("DT-BEREIK", node.span, gebrek)
    return term.waarde


def buiten_type(waarde: Any, type_: Type) -> str | None:
    """What is wrong with a number for its type (decimals, range); None if nothing. [1.4]"""
    if not type_.is_getal or not isinstance(waarde, Fraction):
        return None
    schaal = 2 if type_.soort is Soort.PERCENTAGE else 0
    if type_.decimalen is not None and (waarde * 10 ** (type_.decimalen + schaal)).denominator != 1:
        return f"deze waarde heeft meer decimalen dan de {type_.decimalen} die mogen"
    grenzen = {
        "negatief": (waarde < 0, "kleiner dan 0"),
        "niet-negatief": (waarde >= 0, "0 of groter"),
        "positief": (waarde > 0, "groter dan 0"),
    }
    goed, eis = grenzen.get(type_.bereik or "", (True, ""))
    return None if goed else f"deze waarde moet {eis} zijn"


def _parameterwaarden(
    blok: tree.Parameterwaarden, tabel: Tabel, bronnen: Bronnen, v: Verzameld
) -> None:
    omg = Omgeving(tabel)
    for node in blok.waarden:
        gevonden = [b.naam for b in tabel.zoek(node.naam.tekst, "parameter")]
        naam = next((n for n in gevonden if n in tabel.parameters), None)
        if naam is None:
            v.meldingen.append(
                fout(
                    "PA-ONBEKEND",
                    node.naam.span,
                    f"parameter “{node.naam.tekst}” is niet gedeclareerd",
                    hulp=("schrijf een regel “Parameter de … : …”",),
                )
            )
            continue
        waarde = _veilig(v, vaste_waarde, node.waarde, tabel.parameters[naam], omg)
        if waarde is None:
            continue
        eigen = herkomst(node.herkomst, bronnen, v.meldingen)
        nieuw = Parameterwaarde(blok.geldigheid.van, blok.geldigheid.tot, waarde, eigen)
        for eerder, _ in v.waarden.get(naam, []):
            if _overlapt(eerder, nieuw):
                v.meldingen.append(
                    fout(
                        "PA-OVERLAP",
                        node.span,
                        f"“{naam}” heeft op dezelfde dag twee waarden",
                        hulp=("laat de ene periode eindigen op de dag voor de andere begint",),
                    )
                )
        v.waarden.setdefault(naam, []).append((nieuw, node.span))


def _overlapt(a: Parameterwaarde, b: Parameterwaarde) -> bool:
    eerste = a.van is None or b.tot is None or a.van <= b.tot
    return eerste and (b.van is None or a.tot is None or b.van <= a.tot)


# ------------------------------------------------------------------ clauses


def _clausule(
    blok: tree.Hardheidsclausule,
    tabel: Tabel,
    bronnen: Bronnen,
    regels: Mapping[str, str],
    v: Verzameld,
) -> Hardheidsclausule:
    bereik = [_reikwijdte(r, bronnen, regels, v) for r in blok.reikwijdte]
    versies = [_veilig(v, _clausuleversie, versie, tabel) for versie in blok.versies]
    return Hardheidsclausule(
        blok.naam.tekst,
        herkomst(blok.herkomst, bronnen, v.meldingen),
        tuple(r for r in bereik if r is not None),
        blok.voor,
        blok.toepassing,
        blok.door,
        tuple(c for c in versies if c is not None),
        blok.naam.span,
    )


def _reikwijdte(
    node: tree.Reikwijdte, bronnen: Bronnen, regels: Mapping[str, str], v: Verzameld
) -> Reikwijdte | None:
    if node.regel is not None:
        naam = regels.get(vouw(node.regel.tekst))
        if naam is None:
            v.meldingen.append(
                fout("CL-REGEL", node.span, f"Regel “{node.regel.tekst}” bestaat niet")
            )
            return None
        return Reikwijdte(regel=naam)
    if node.bron is not None:
        plaats = vindplaats(node.bron, bronnen, v.meldingen)
        return Reikwijdte(plaats=plaats) if plaats else None
    regeling = bronnen.op_naam.get(vouw(node.regeling or ""))
    if regeling is None:
        v.meldingen.append(
            fout(
                "BR-REGELING",
                node.span,
                f"“{node.regeling}” is geen bekende regeling",
                hulp=("schrijf een blok “Regeling …” voor deze regeling",),
            )
        )
        return None
    return Reikwijdte(regeling=regeling.afkorting)


def _clausuleversie(node: tree.Clausuleversie, tabel: Tabel) -> Clausuleversie:
    laatste = node.onderwerp.schakels[-1]
    naam = laatste.naam.tekst if isinstance(laatste, tree.Schakel) else ""
    typen = [b.naam for b in tabel.zoek(naam, "objecttype") if b.naam in tabel.objecttypen]
    if not typen:
        raise faal("CL-ONDERWERP", node.onderwerp.span, f"“{naam}” is geen objecttype")
    persoon = Instantie(0, typen[0])
    omg = Omgeving(tabel, hij=persoon, vrij=1).met(frozenset({vouw(naam)}), persoon)
    voorwaarde = conditie(node.voorwaarde, omg) if node.voorwaarde is not None else None
    gevolg: tuple[str, Term] | None = None
    if node.gevolg is not None:
        doel = keten(node.gevolg.doel, omg, enkele)
        if not isinstance(doel, Lees):
            raise faal("CL-GEVOLG", node.gevolg.span, "het gevolg moet een attribuut zetten")
        waarde = enkele(node.gevolg.waarde, omg)
        waarde = omgerekend(waarde, doel.type.eenheid, tabel, node.gevolg.waarde.span, doel.type)
        gevolg = (doel.eigenschap, waarde)
    normen = tuple(sorted(_normen(voorwaarde)))
    return Clausuleversie(
        node.geldigheid.van, node.geldigheid.tot, node.orgaan.tekst, typen[0], voorwaarde,
        normen, gevolg,
    )  # fmt: skip


def _normen(term: Term | None) -> set[str]:
    if isinstance(term, OpenNormterm):
        return {term.norm}
    if isinstance(term, Bewerking):
        return {n for arg in term.args for n in _normen(arg)}
    return set()


# ------------------------------------------------------------------ outcomes and ranges


def _persoon(naam: tree.Naam, tabel: Tabel) -> tuple[str, Omgeving]:
    gevonden = [b.naam for b in tabel.zoek(naam.tekst, "objecttype")]
    typen = [t for t in gevonden if t in tabel.objecttypen]
    if not typen:
        raise faal(
            "OT-ONBEKEND", naam.span, f"“{naam.tekst}” is geen objecttype",
            verwacht=tuple(tabel.objecttypen)[:6],
        )  # fmt: skip
    persoon = Instantie(0, typen[0])
    omg = Omgeving(tabel, hij=persoon, vrij=1).met(frozenset({vouw(naam.tekst)}), persoon)
    return typen[0], omg


def _lees(node: tree.Keten, omg: Omgeving) -> Lees:
    term = keten(node, omg, enkele)
    if is_object(term) or not isinstance(term, Lees):
        raise faal("UI-ATTRIBUUT", node.span, "hier hoort een attribuut: “de … van de …”")
    return term


def _uitkomst(blok: tree.Uitkomst, tabel: Tabel, v: Verzameld) -> None:
    gevonden = _veilig(v, _persoon, blok.objecttype, tabel)
    if gevonden is None:
        return
    type_, omg = gevonden

    def lees_alle(ketens: tuple[tree.Keten, ...]) -> tuple[Lees, ...]:
        alle = [_veilig(v, _geldlees, k, omg) for k in ketens]
        return tuple(lees for lees in alle if lees is not None)

    venster: Fraction | None = None
    if blok.venster is not None:
        maand = Type(Soort.NUMERIEK, tabel.eenheid(_maand(blok.venster.span)), None)
        venster = _veilig(v, vaste_waarde, blok.venster, maand, omg)
    v.uitkomsten.append(
        Uitkomst(
            type_,
            lees_alle(blok.voordelen),
            lees_alle(blok.nadelen),
            lees_alle(blok.bodems),
            venster,
        )  # fmt: skip
    )


def _maand(span: Span) -> tree.EenheidTekst:
    return tree.EenheidTekst((tree.Macht("mnd", span=span),), span=span)


def _geldlees(node: tree.Keten, omg: Omgeving) -> Lees:
    lees = _lees(node, omg)
    geld = lees.type.soort is Soort.NUMERIEK and any(n == "€" for n, _ in lees.type.eenheid.machten)
    if not geld:
        raise faal(
            "UI-GELD", node.span, f"een uitkomst is een bedrag in €, maar dit is een {lees.type}"
        )
    return lees


def _invoerbereik(blok: tree.Invoerbereik, tabel: Tabel, v: Verzameld) -> None:
    gevonden = _veilig(v, _persoon, blok.objecttype, tabel)
    if gevonden is None:
        return
    type_, omg = gevonden
    bereiken = [_veilig(v, _bereik, b, type_, tabel, omg) for b in blok.bereiken]
    behoeften = [_veilig(v, _behoefte, b, type_, tabel) for b in blok.behoeften]
    zonder = [_veilig(v, _niet_ter_zake, n, type_, tabel, omg) for n in blok.niet_ter_zake]
    v.bereiken[type_] = Invoerbereik(
        type_,
        tuple(b for b in bereiken if b is not None),
        tuple(b for b in behoeften if b is not None),
        tuple(n for n in zonder if n is not None),
    )


def _behoefte(node: tree.Behoefte, type_: str, tabel: Tabel) -> tuple[str, str]:
    return node.richting, _attribuut(node.attribuut, type_, tabel)


def _attribuut(naam: tree.Naam, type_: str, tabel: Tabel) -> str:
    gevonden = tabel.attribuut(type_, naam.tekst)
    if gevonden is not None:
        return gevonden[0].naam
    kenmerk = tabel.kenmerk(type_, naam.tekst)
    if kenmerk is not None:
        return kenmerk.naam
    raise faal(
        "ON-ATTR-ONBEKEND", naam.span, f"{type_} heeft geen attribuut “{naam.tekst}”",
        hulp=(f"bekende attributen: {', '.join(tabel.objecttypen[type_].attributen)}",),
    )  # fmt: skip


def _bereik(node: tree.Bereik, type_: str, tabel: Tabel, omg: Omgeving) -> Bereik:
    naam = _attribuut(node.attribuut, type_, tabel)
    attribuut = tabel.objecttypen[type_].attributen.get(naam)
    if attribuut is None or not (attribuut.type.is_getal or attribuut.type.is_tijd):
        raise faal("IB-SOORT", node.span, f"“{naam}” is geen getal of datum en heeft geen bereik")

    def vast(x: tree.Expressie) -> Fraction:
        return Fraction(vaste_waarde(x, attribuut.type, omg))

    stap = _stap(node, attribuut.type, tabel, omg)
    van, tot = vast(node.van), vast(node.tot)
    if van > tot or stap <= 0:
        raise faal(
            "IB-OMGEKEERD", node.span, f"het bereik van “{naam}” loopt niet van klein naar groot"
        )
    return Bereik(type_, naam, van, tot, stap, vast(node.modaal) if node.modaal else None)


def _stap(node: tree.Bereik, type_: Type, tabel: Tabel, omg: Omgeving) -> Fraction:
    """The legal unit of a step; for a date a number of days."""
    if node.per is None:
        return Fraction(1) if type_.is_tijd else Fraction(1, 10 ** (type_.decimalen or 0))
    if type_.is_tijd:
        dag = tree.EenheidTekst((tree.Macht("dg", span=node.span),), span=node.span)
        return Fraction(vaste_waarde(node.per, Type(Soort.NUMERIEK, tabel.eenheid(dag)), omg))
    return Fraction(vaste_waarde(node.per, type_, omg))


def _niet_ter_zake(
    node: tree.NietTerZake, type_: str, tabel: Tabel, omg: Omgeving
) -> tuple[str, Fraction | None]:
    naam = _attribuut(node.attribuut, type_, tabel)
    if node.marge is None:
        return naam, None
    marge = enkele(node.marge, omg)
    waarde = marge.waarde if isinstance(marge, Constante) else None
    return naam, waarde if isinstance(waarde, Fraction) else None


def _norm(blok: tree.Evenredigheidsnorm, tabel: Tabel, v: Verzameld) -> Evenredigheidsnorm:
    drempels: dict[str, Fraction] = {}
    for naam, node in blok.drempels:
        term = _veilig(v, enkele, node, Omgeving(tabel))
        if isinstance(term, Constante) and isinstance(term.waarde, Fraction):
            drempels[naam] = term.waarde
        elif term is not None:
            v.meldingen.append(fout("EN-DREMPEL", node.span, "een drempel is een vaste waarde"))

    def lees(node: tree.Keten | None) -> Lees | None:
        if node is None:
            return None
        laatste = node.schakels[-1]
        naam = laatste.naam if isinstance(laatste, tree.Schakel) else None
        if naam is None:
            return None
        gevonden = _veilig(v, _persoon, naam, tabel)
        return _veilig(v, _lees, node, gevonden[1]) if gevonden else None

    return Evenredigheidsnorm(
        blok.naam.tekst, blok.patroon, lees(blok.gevolg), lees(blok.tekortkoming), drempels,
        blok.bron,
    )  # fmt: skip
