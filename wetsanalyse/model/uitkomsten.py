"""Outcomes, input ranges and norms of proportion. [uitbreidingen 7, 8]"""

from __future__ import annotations

from fractions import Fraction

from wetsanalyse.model.bereiken_samen import voeg_bereiken_samen
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.model import (
    Bereik,
    Evenredigheidsnorm,
    Invoerbereik,
    NietTerZake,
    Orde,
    Uitkomst,
)
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.personen import persoon
from wetsanalyse.model.tabel import Tabel, faal
from wetsanalyse.model.terms import (
    Constante,
    Lees,
)
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.model.verzameld import Verzameld, veilig
from wetsanalyse.model.waarden import vaste_waarde
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span
from wetsanalyse.text.diagnostic import fout


def _lees(node: tree.Keten, omg: Omgeving) -> Lees:
    term = keten(node, omg, enkele)
    if is_object(term) or not isinstance(term, Lees):
        raise faal("UI-ATTRIBUUT", node.span, "hier hoort een attribuut: “de … van de …”")
    return term


def uitkomst(blok: tree.Uitkomst, tabel: Tabel, v: Verzameld) -> None:
    gevonden = veilig(v, persoon, blok.objecttype, tabel)
    if gevonden is None:
        return
    type_, omg = gevonden

    def lees_alle(ketens: tuple[tree.Keten, ...]) -> tuple[Lees, ...]:
        alle = [veilig(v, _geldlees, k, omg) for k in ketens]
        return tuple(lees for lees in alle if lees is not None)

    venster: Fraction | None = None
    if blok.venster is not None:
        maand = Type(Soort.NUMERIEK, tabel.eenheid(_maand(blok.venster.span)), None)
        venster = veilig(v, vaste_waarde, blok.venster, maand, omg)
    v.uitkomsten.append(
        Uitkomst(
            type_,
            lees_alle(blok.voordelen),
            lees_alle(blok.nadelen),
            lees_alle(blok.bodems),
            venster,
            lees_alle(blok.middelen),
        )
    )


def _maand(span: Span) -> tree.EenheidTekst:
    return tree.EenheidTekst((tree.Macht("mnd", span=span),), span=span)


def _geldlees(node: tree.Keten, omg: Omgeving) -> Lees:
    lees = _lees(node, omg)
    geld = lees.type.soort is Soort.NUMERIEK and any(n == "€" for n, _ in lees.type.eenheid.machten)
    if not geld:
        raise faal(
            "UI-GELD",
            node.span,
            f"een uitkomst is een bedrag in €, maar dit is een {lees.type}",
            hulp=("noem een attribuut in €, of reken het bedrag eerst met een regel om naar €",),
        )
    rest = {(n, e) for n, e in lees.type.eenheid.machten if n != "€"}
    if len(rest) > 1 or not rest <= {("jr", -1), ("mnd", -1), ("kw", -1)}:
        raise faal(
            "UI-GELD",
            node.span,
            f"een uitkomst in {lees.type.eenheid} past niet in een venster van maanden",
            hulp=(
                "maak er een bedrag in €, per maand, per kwartaal of per jaar van",
                "een bedrag per week rekent u met een regel om: “… maal 52 wk/jr” is € per jaar",
            ),
        )
    return lees


def invoerbereik(blok: tree.Invoerbereik, tabel: Tabel, v: Verzameld) -> None:
    gevonden = veilig(v, persoon, blok.objecttype, tabel)
    if gevonden is None:
        return
    type_, omg = gevonden
    bereiken = [veilig(v, _bereik, b, type_, tabel, omg) for b in blok.bereiken]
    ordes = [veilig(v, _orde, o, type_, tabel) for o in blok.ordes]
    zonder = [veilig(v, _niet_ter_zake, n, type_, tabel, omg) for n in blok.niet_ter_zake]
    nieuw = Invoerbereik(
        type_,
        tuple(b for b in bereiken if b is not None),
        tuple(o for o in ordes if o is not None),
        tuple(n for n in zonder if n is not None),
    )
    eerder = v.bereiken.get(type_)
    v.bereiken[type_] = voeg_bereiken_samen(eerder, nieuw, blok.span, v.meldingen)


def _orde(node: tree.Orde, type_: str, tabel: Tabel) -> Orde:
    """What is so or not needs no direction; what has a measure does, but for a day of telling."""
    naam = _attribuut(node.attribuut, type_, tabel)
    soort, richting, waarbij = tree.ORDES[node.woorden]
    passend = _waarbij(_type_van(type_, naam, tabel))
    if waarbij not in passend:
        anders = [w for w, (s, _, b) in tree.ORDES.items() if s == soort and b in passend]
        hoort = {"maat": "een getal of datum", "dag": "een datum", "ja of nee": "een kenmerk"}
        raise faal(
            "IB-ORDE",
            node.span,
            f"achter “{node.woorden}” hoort {hoort[waarbij]}, en dat is “{naam}” niet",
            hulp=tuple(f"schrijf “{w} {naam}”" for w in anders),
        )
    return Orde(soort, richting, naam)


def _waarbij(type_: Type | None) -> tuple[tree.Ordewaarbij, ...]:
    """What a property is, for an order; None: a kenmerk. A list of words has none."""
    if type_ is None or type_.soort is Soort.BOOLEAN:
        return ("ja of nee",)
    if type_.is_tijd:
        return ("maat", "dag")
    return ("maat",) if type_.is_getal else ()


def _type_van(objecttype: str, naam: str, tabel: Tabel) -> Type | None:
    """None: a kenmerk."""
    attribuut = tabel.objecttypen[objecttype].attributen.get(naam)
    return None if attribuut is None else attribuut.type


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
    if stap <= 0:
        raise faal("IB-OMGEKEERD", node.span, "de stap achter “per” moet groter dan 0 zijn")
    if van > tot:
        raise faal(
            "IB-OMGEKEERD",
            node.span,
            f"het bereik van “{naam}” loopt niet van klein naar groot",
            hulp=("zet vóór “t/m” de kleinste waarde",),
        )
    modaal = vast(node.modaal) if node.modaal else None
    return Bereik(type_, naam, van, tot, stap, modaal, node.span)


def _stap(node: tree.Bereik, type_: Type, tabel: Tabel, omg: Omgeving) -> Fraction:
    """The legal unit of a step; for a date a number of days."""
    if node.per is None:
        return Fraction(1) if type_.is_tijd else Fraction(1, 10 ** (type_.decimalen or 0))
    if type_.is_tijd:
        dag = tree.EenheidTekst((tree.Macht("dg", span=node.span),), span=node.span)
        return Fraction(vaste_waarde(node.per, Type(Soort.NUMERIEK, tabel.eenheid(dag)), omg))
    return Fraction(vaste_waarde(node.per, type_, omg))


def _niet_ter_zake(node: tree.NietTerZake, type_: str, tabel: Tabel, omg: Omgeving) -> NietTerZake:
    naam = _attribuut(node.attribuut, type_, tabel)
    eigen = _type_van(type_, naam, tabel)
    kan = {
        "": True,
        "maand": eigen is not None and eigen.soort is Soort.DATUM,
        "verdeling": eigen is not None and eigen.is_getal,
    }
    if not kan[node.deel]:
        hoort = "een datum" if node.deel == "maand" else "een getal"
        raise faal("IB-ORDE", node.span, f"“de {node.deel} van” hoort bij {hoort}, en dat is "
                   f"“{naam}” niet", hulp=(f"schrijf “niet ter zake doet {naam}”",))  # fmt: skip
    marge = enkele(node.marge, omg) if node.marge is not None else None
    waarde = marge.waarde if isinstance(marge, Constante) else None
    return NietTerZake(naam, waarde if isinstance(waarde, Fraction) else None, node.deel)


def norm(blok: tree.Evenredigheidsnorm, tabel: Tabel, v: Verzameld) -> Evenredigheidsnorm:
    drempels: dict[str, Fraction] = {}
    for naam, node in blok.drempels:
        term = veilig(v, enkele, node, Omgeving(tabel))
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
        gevonden = veilig(v, persoon, naam, tabel)
        return veilig(v, _lees, node, gevonden[1]) if gevonden else None

    return Evenredigheidsnorm(
        blok.naam.tekst, blok.patroon, lees(blok.gevolg), lees(blok.tekortkoming), drempels,
        blok.bron,
    )  # fmt: skip
