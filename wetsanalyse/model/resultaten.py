"""Result parts: what a rule gives a value, makes, checks or defines. One function per kind. [4]"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele, expressie
from wetsanalyse.model.gevolgen import (
    Consistentie,
    Dagsoortbepaling,
    Feitcreatie,
    Gevolg,
    Objectcreatie,
    Startpunt,
    Uniciteit,
)
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.model import Attribuut, Onderwerp, Rol
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.onderwerpen import DAG, met_hij, onderwerp, onderwerpschakels
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.terms import (
    Cel,
    Constante,
    Dag,
    Instantie,
    ObjectTerm,
    Rolstap,
    Term,
    is_meervoudig,
)
from wetsanalyse.model.toewijzen import doelattribuut, eis_korrel, toewijsbaar
from wetsanalyse.model.types import DATUM, Soort
from wetsanalyse.model.verdeling import verdeling
from wetsanalyse.syntax import tree

Fouten = list[Onoplosbaar]


@dataclass(frozen=True, slots=True)
class Resultaat:
    """The result of one version. ``zet``: it gives something a value, which may change with
    ``doel`` (None: not at all)."""

    soort: str
    eigenschap: str
    waarde: Term | None = None
    gevolg: Gevolg | None = None
    cel: Cel = ()
    doel: Korrel | None = None
    zet: bool = True


# ------------------------------------------------------------------ who it is about


def onderwerp_van(node: tree.Resultaat, omg: Omgeving) -> tuple[Onderwerp, Omgeving]:
    """The subject of a rule, and the scope in which condition and result are read."""
    match node:
        case tree.Dagsoortdefinitie():
            over = Onderwerp(DAG, None, None, Instantie(0, DAG), DAG)
            return over, omg.met_waarde("dag", Dag(DATUM))
        case tree.Uniciteit():
            return _onderwerp_uniek(node, omg)
        case tree.Feitcreatie():
            over, binnen = onderwerp(onderwerpschakels(node), omg, node.span)
            return over, _met_element(node, binnen)
        case _:
            return onderwerp(onderwerpschakels(node), omg, node.span)


def _onderwerp_uniek(node: tree.Uniciteit, omg: Omgeving) -> tuple[Onderwerp, Omgeving]:
    """Unique among all of a type, or (`… van alle X van een Y`) for each Y by itself."""
    laatste = node.bronnen[0].van.schakels[-1]
    if isinstance(laatste, tree.Schakel) and laatste.bepaling == "een":
        return onderwerp((laatste,), omg, node.span)
    objecten = _objecten(node.bronnen[0].van, omg)
    type_ = objecten.objecttype
    return Onderwerp(type_, None, None, Instantie(0, type_), type_), replace(omg, vrij=1)


def _met_element(node: tree.Feitcreatie, omg: Omgeving) -> Omgeving:
    """Each object of the source goes by its own role and by the new one. [4.4]"""
    bron = _objecten(node.bron, omg)
    element = Instantie(omg.vrij, bron.objecttype)
    namen = {
        vouw(s.naam.tekst)
        for s in (node.doel.schakels[0], node.bron.schakels[0])
        if isinstance(s, tree.Schakel)
    }
    begin = node.bron.span.start
    return met_hij(replace(omg.met(frozenset(namen), element, begin), vrij=omg.vrij + 1))


def _objecten(node: tree.Keten, omg: Omgeving) -> ObjectTerm:
    term = keten(node, omg, expressie)
    if not is_object(term):
        raise faal(
            "ON-KETEN",
            node.span,
            "hier horen objecten, maar er staat een waarde",
            hulp=("noem een rol of een objecttype",),
        )
    return cast(ObjectTerm, term)


# ------------------------------------------------------------------ what it does


def resultaat(node: tree.Resultaat, over: Onderwerp, omg: Omgeving, fouten: Fouten) -> Resultaat:
    """The result of a rule. Raises Onoplosbaar; faults of parts that stand side by side are all
    added to ``fouten``."""
    return _SOORTEN[type(node)](node, over, omg, fouten)


def _gelijkstelling(
    node: tree.Gelijkstelling | tree.Initialisatie, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    attribuut, cel = doelattribuut(node.doel.schakels[0], over.doeltype, omg)
    waarde = toegekend(node.waarde, attribuut, omg)
    soort = "gelijkstelling" if isinstance(node, tree.Gelijkstelling) else "initialisatie"
    return Resultaat(soort, attribuut.naam, waarde, cel=cel, doel=attribuut.tijdlijn)


def toegekend(node: tree.Expressie, attribuut: Attribuut, omg: Omgeving) -> Term:
    """The value that an attribute gets."""
    waarde = toewijsbaar(enkele(node, omg), attribuut, node.span, omg)
    eis_korrel(attribuut.tijdlijn, [waarde.type.korrel], attribuut.naam, node.span)
    return waarde


def _kenmerk(
    node: tree.Kenmerktoekenning, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    kenmerk = omg.tabel.kenmerk(over.doeltype, node.naam.tekst)
    rollen = omg.tabel.rol_vanaf(over.doeltype, node.naam.tekst)
    if node.werkwoord == "heeft" and rollen:
        return _maak_object(rollen[0], node.naam, (), over, omg, fouten)
    naam = toe_te_kennen(node.naam, node.werkwoord, over, omg)
    assert kenmerk is not None
    return Resultaat("kenmerk", naam, doel=kenmerk.tijdlijn)


def toe_te_kennen(naam: tree.Naam, werkwoord: str, over: Onderwerp, omg: Omgeving) -> str:
    """The kenmerk that a rule gives. [4.2]"""
    kenmerk = omg.tabel.kenmerk(over.doeltype, naam.tekst)
    if kenmerk is None:
        kan = tuple(omg.tabel.objecttypen[over.doeltype].kenmerken)
        hulp = [f"bekende kenmerken: {', '.join(kan)}"] if kan else []
        if omg.tabel.zoek(naam.tekst, "rol"):
            hulp.append(
                "een rol geeft men met een feit: “Een R van een X is een S van het T van de X”"
            )
        raise faal(
            "KT-ONBEKEND",
            naam.span,
            f"{over.doeltype} heeft geen kenmerk “{naam.tekst}”",
            hulp=hulp,
            verboden=naam.span,
        )
    if (kenmerk.soort == "bezittelijk") != (werkwoord == "heeft"):
        goed = "heeft" if kenmerk.soort == "bezittelijk" else "is"
        raise faal(
            "KT-WERKWOORD", naam.span,
            f"bij het {kenmerk.soort}e kenmerk “{kenmerk.naam}” hoort “{goed}”",
        )  # fmt: skip
    return kenmerk.naam


def _objectcreatie(
    node: tree.Objectcreatie, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    rollen = omg.tabel.rol_vanaf(over.doeltype, node.rol.tekst)
    if not rollen:
        kan = tuple(r.naam for f in omg.tabel.feittypen.values() for r in _vanaf(f.rollen, over))
        raise faal(
            "OC-ROL-ONBEKEND",
            node.rol.span,
            f"vanaf {over.doeltype} is er geen rol “{node.rol.tekst}”",
            hulp=(f"bekende rollen: {', '.join(kan)}",) if kan else (),
            verboden=node.rol.span,
        )
    return _maak_object(rollen[0], node.rol, node.toekenningen, over, omg, fouten)


def _vanaf(rollen: tuple[Rol, Rol], over: Onderwerp) -> list[Rol]:
    paren = ((0, 1), (1, 0))
    return [rollen[daar] for hier, daar in paren if rollen[hier].objecttype == over.doeltype]


def _maak_object(
    rol: Rol, naam: tree.Naam, toekenningen: tuple[tree.Toekenning, ...], over: Onderwerp,
    omg: Omgeving, fouten: Fouten,
) -> Resultaat:  # fmt: skip
    kenmerk = omg.tabel.kenmerk(over.doeltype, naam.tekst)
    if kenmerk is not None and kenmerk.soort == "bezittelijk":
        raise faal(
            "OC-MEERDUIDIG",
            naam.span,
            f"“{naam.tekst}” is bij {over.doeltype} zowel een rol als een kenmerk: wordt hier een "
            "object gemaakt of een kenmerk gegeven?",
            hulp=("geef een van de twee een andere naam",),
        )
    gezet: dict[str, Term] = {}
    for node in toekenningen:
        try:
            eigenschap, term = _toekenning(node, rol, omg)
            if eigenschap in gezet:
                raise faal("OC-ATTR", node.naam.span, f"“{eigenschap}” krijgt twee keer een waarde")
            gezet[eigenschap] = term
        except Onoplosbaar as e:
            fouten.append(e)
    van = _zelf(over, omg)
    stap = Rolstap(van, rol.feittype, rol.nummer, rol.objecttype, rol.meerdere, span=naam.span)
    gevolg = Objectcreatie(stap, tuple(gezet.items()))
    return Resultaat("objectcreatie", rol.naam, gevolg=gevolg, zet=False)


def _toekenning(node: tree.Toekenning, rol: Rol, omg: Omgeving) -> tuple[str, Term]:
    naam, type_ = node.naam.tekst, rol.objecttype
    kenmerk = omg.tabel.kenmerk(type_, naam)
    if kenmerk is not None:
        term = enkele(node.waarde, omg)
        if not (isinstance(term, Constante) and term.type.soort is Soort.BOOLEAN):
            raise faal(
                "OC-ATTR",
                node.waarde.span,
                f"het kenmerk “{kenmerk.naam}” krijgt hier alleen “waar” of “onwaar”",
            )
        return kenmerk.naam, term
    if omg.tabel.attribuut(type_, naam) is None:
        eigen = omg.tabel.objecttypen[type_]
        kan = (*eigen.attributen, *eigen.kenmerken)
        raise faal(
            "OC-ATTR",
            node.naam.span,
            f"{type_} heeft geen attribuut of kenmerk “{naam}”",
            hulp=(f"{type_} heeft: {', '.join(kan[:8])}",),
            verboden=node.naam.span,
        )
    schakel = tree.Schakel(node.naam, span=node.naam.span)
    attribuut, _ = doelattribuut(schakel, type_, omg)
    return attribuut.naam, toegekend(node.waarde, attribuut, omg)


def _zelf(over: Onderwerp, omg: Omgeving) -> ObjectTerm:
    """The object that the rule is about, as one instance."""
    if is_meervoudig(over.doel):
        return Instantie(1, over.doeltype)
    return over.doel


def _feitcreatie(
    node: tree.Feitcreatie, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    naam = node.doel.schakels[0]
    if not isinstance(naam, tree.Schakel):
        raise faal("ON-KETEN", naam.span, "hier hoort de naam van een rol te staan")
    rollen = omg.tabel.rol_vanaf(over.doeltype, naam.naam.tekst)
    if not rollen:
        kan = tuple(r.naam for f in omg.tabel.feittypen.values() for r in _vanaf(f.rollen, over))
        raise faal(
            "ON-ROL-ONBEKEND",
            naam.span,
            f"vanaf {over.doeltype} is er geen rol “{naam.naam.tekst}”",
            hulp=(f"bekende rollen: {', '.join(kan)}",) if kan else (),
            verboden=naam.naam.span,
        )
    rol, bron = rollen[0], _objecten(node.bron, omg)
    if bron.objecttype != rol.objecttype:
        raise faal(
            "FC-TYPE",
            node.bron.span,
            f"een {rol.naam} is een {rol.objecttype}, maar hier staat een {bron.objecttype}",
            hulp=(f"noem achter “is” een {rol.objecttype}",),
        )
    element = omg.bindingen[-1].term
    assert isinstance(element, Instantie)
    van = _zelf(over, omg)
    stap = Rolstap(van, rol.feittype, rol.nummer, rol.objecttype, rol.meerdere, span=naam.span)
    return Resultaat("feitcreatie", rol.naam, gevolg=Feitcreatie(stap, bron, element), zet=False)


def _consistentie(
    node: tree.Consistentie, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    return Resultaat(
        "consistentie", "consistent", gevolg=Consistentie(conditie(node.criterium, omg)), zet=False
    )


def _uniciteit(node: tree.Uniciteit, over: Onderwerp, omg: Omgeving, fouten: Fouten) -> Resultaat:
    bronnen: list[tuple[ObjectTerm, tuple[Attribuut, ...]]] = []
    for bron in node.bronnen:
        objecten = _objecten(bron.van, omg)
        if not is_meervoudig(objecten):
            raise faal(
                "UN-TYPE",
                bron.van.span,
                "één object is altijd uniek; hier horen er meer te staan",
                hulp=("schrijf “van alle …”",),
            )
        namen = [
            doelattribuut(tree.Schakel(n, span=n.span), objecten.objecttype, omg)[0]
            for n in bron.namen
        ]
        bronnen.append((objecten, tuple(namen)))
    eerste = bronnen[0][1]
    for bron, (_, namen_) in zip(node.bronnen[1:], bronnen[1:], strict=True):
        _vergelijkbaar(eerste, namen_, bron)
    paren = tuple((wie, tuple(a.naam for a in namen_)) for wie, namen_ in bronnen)
    return Resultaat("uniciteit", eerste[0].naam, gevolg=Uniciteit(paren), zet=False)


def _vergelijkbaar(
    eerste: tuple[Attribuut, ...], ander: tuple[Attribuut, ...], bron: tree.Uniekbron
) -> None:
    """Raise when two sources of a uniqueness rule do not stand beside each other. [4.5]"""
    namen, eigen = [a.naam for a in eerste], [a.naam for a in ander]
    if namen != eigen and sorted(namen) == sorted(eigen):
        raise faal(
            "UN-VOLGORDE",
            bron.span,
            "deze attributen staan in een andere volgorde dan vóór “verenigd met”",
            hulp=(f"schrijf ze als: {', '.join(namen)}",),
        )
    gelijk = len(eerste) == len(ander) and all(
        (a.type.soort, a.type.domein) == (b.type.soort, b.type.domein)
        for a, b in zip(eerste, ander, strict=False)
    )
    if not gelijk:
        raise faal(
            "UN-TYPE",
            bron.span,
            "wat verenigd wordt moet van dezelfde soort zijn: "
            f"{_soorten(eerste)} tegen {_soorten(ander)}",
        )


def _soorten(attributen: tuple[Attribuut, ...]) -> str:
    return ", ".join(str(a.type) for a in attributen)


def _verdeling(node: tree.Verdeling, over: Onderwerp, omg: Omgeving, fouten: Fouten) -> Resultaat:
    gevolg, doel = verdeling(node, omg, fouten)
    return Resultaat("verdeling", gevolg.doel, gevolg=gevolg, doel=doel.tijdlijn)


def _dagsoort(
    node: tree.Dagsoortdefinitie, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    soorten = {b.naam for b in omg.tabel.zoek(node.dagsoort.tekst, "dagsoort")}
    naam = next((d for d in omg.tabel.dagsoorten if d in soorten), None)
    if naam is None:
        raise faal(
            "DS-ONBEKEND",
            node.dagsoort.span,
            f"“{node.dagsoort.tekst}” is geen dagsoort",
            verwacht=tuple(omg.tabel.dagsoorten)[:6],
            hulp=("declareer hem met “Dagsoort de …”",),
            verboden=node.dagsoort.span,
        )
    return Resultaat("dagsoort", naam, gevolg=Dagsoortbepaling(naam), zet=False)


def _startpunt(
    node: tree.Startpuntbepaling, over: Onderwerp, omg: Omgeving, fouten: Fouten
) -> Resultaat:
    lijn = omg.tabel.tijdlijn(node.tijdlijn.tekst)
    if lijn is None:
        raise faal(
            "TL-ONBEKEND",
            node.tijdlijn.span,
            f"“{node.tijdlijn.tekst}” is geen tijdlijn met een variabel startpunt",
            verwacht=tuple(omg.tabel.tijdlijnen)[:6],
            verboden=node.tijdlijn.span,
        )
    datum = enkele(node.datum, omg)
    if datum.type.soort is not Soort.DATUM:
        raise faal(
            "SP-DATUM",
            node.datum.span,
            f"een startpunt is een datum in dagen, maar dit is een {datum.type}",
        )
    eis_korrel(None, [datum.type.korrel], f"startpunt van {lijn.naam}", node.datum.span)
    return Resultaat("startpunt", lijn.naam, gevolg=Startpunt(lijn.naam, datum), zet=False)


_SOORTEN: dict[type, Callable[[Any, Onderwerp, Omgeving, Fouten], Resultaat]] = {
    tree.Gelijkstelling: _gelijkstelling,
    tree.Initialisatie: _gelijkstelling,
    tree.Kenmerktoekenning: _kenmerk,
    tree.Objectcreatie: _objectcreatie,
    tree.Feitcreatie: _feitcreatie,
    tree.Consistentie: _consistentie,
    tree.Uniciteit: _uniciteit,
    tree.Verdeling: _verdeling,
    tree.Dagsoortdefinitie: _dagsoort,
    tree.Startpuntbepaling: _startpunt,
}
