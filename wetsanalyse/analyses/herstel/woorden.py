"""Pieces of text for a variant: names, sentences, declarations, in the words of the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.bedrag import Bedrag, Tabelstand
from wetsanalyse.analyses.herstel.boom import wijzig, wijzig_tabel
from wetsanalyse.analyses.herstel.grens import Stand
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.types import Eenheid, Soort, Type
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.syntax.schrijven import BREEDTE, ONBEPERKT, schrijf_blok
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.schrijven.opmaak import regels
from wetsanalyse.syntax.schrijven.regels import bron
from wetsanalyse.syntax.schrijven.zinnen import Zinnen
from wetsanalyse.syntax.woorden import sleutel

VOORSTEL = "voorstel van wetsanalyse; geen geldend recht"
EIGEN_KEUZE = "eigen keuze van wetsanalyse; een jurist moet het getal vaststellen"
JR, MND = ("jr", -1), ("mnd", -1)


def uitdrukking(node: t.Expressie) -> str:
    """An expression on one line, in brackets where it has parts."""
    kaal = "".join(regels(Zinnen().expressie(node), 0, 0, ONBEPERKT))
    los = isinstance(node, t.Keten | t.Getal | t.Percentagegetal | t.Datumwaarde)
    return kaal if los or node.haakjes else f"({kaal})"


def indien(node: t.Conditie) -> str:
    """``indien …``, over more lines where it has a list."""
    return "\n".join(regels(Zinnen().voorwaarde(node), 8, 8, BREEDTE)).lstrip()


def hoofd(tekst: str) -> str:
    """With a capital, as at the head of a sentence."""
    return tekst[:1].upper() + tekst[1:]


def blok(node: t.Blok) -> str:
    return "\n".join(schrijf_blok(node))


def lidwoord(aanleiding: Aanleiding, naam: str) -> str:
    """What stands before a name where it is declared."""
    for node in doorloop(aanleiding.wet.ontleding.blokken):
        eigen = isinstance(node, t.Attribuut | t.Parameter | t.Objecttype)
        if eigen and sleutel(node.naam.tekst) == sleutel(naam):  # type: ignore[attr-defined]
            return node.naam.lidwoord or "de"  # type: ignore[attr-defined]
    return "de"


def vrij(aanleiding: Aanleiding, naam: str) -> str:
    """A new name. Raises Onmogelijk when the law has it already: the repair was made before."""
    for node in doorloop(aanleiding.wet.ontleding.blokken):
        eigen = isinstance(node, t.Attribuut | t.Parameter | t.Kenmerk | t.OpenNorm | t.Regel)
        if eigen and sleutel(node.naam.tekst) == sleutel(naam):  # type: ignore[attr-defined]
            raise Onmogelijk(f"de wet heeft al iets dat “{naam}” heet")
    return naam


# ------------------------------------------------------------------ declarations


def getaltype(type_: Type) -> str:
    """``Numeriek (niet-negatief geheel getal) met eenheid €``"""
    soort = "getal" if type_.decimalen is None else f"getal met {type_.decimalen} decimalen"
    if type_.decimalen == 0:
        soort = "geheel getal"
    kop = "Percentage" if type_.soort is Soort.PERCENTAGE else "Numeriek"
    bereik = f"{type_.bereik} " if type_.bereik else ""
    eenheid = f" met eenheid {type_.eenheid}" if type_.eenheid else ""
    return f"{kop} ({bereik}{soort}){eenheid}"


def extensie(aanleiding: Aanleiding, objecttype: str, leden: Iterable[str]) -> str:
    kop = f"Extensie van objecttype {lidwoord(aanleiding, objecttype)} {objecttype}"
    return "\n".join((kop, *(f"    {lid};" for lid in leden)))


def parameter(naam: str, type_: str, waarde: str, geldig: t.Geldigheid, waarom: str) -> str:
    """A parameter with its value for a time."""
    return (
        f"Parameter {naam} : {type_};\n\n"
        f"Parameterwaarden voorstel: {naam}\n"
        f"    geldig {w.geldigheid(geldig)}\n"
        f"    {naam} is {waarde}\n"
        f'        bron onbevestigd: "{waarom}"'
    )


# ------------------------------------------------------------------ rules


def regel(
    naam: str, geldig: t.Geldigheid, zin: str, herkomst: t.HerkomstTekst | None, stap: bool = True
) -> str:
    """A new rule in the place of the law that it changes."""
    lijnen = [f"Regel {naam}"]
    if herkomst is not None:
        lijnen += [f"    bron {bron(b)}" for b in herkomst.bronnen]
    lijnen.append(f'    bron onbevestigd: "{VOORSTEL}"')
    if herkomst is not None and stap:
        for sleutel_ in ("bevoegdheid", "stap", "rechtsmiddel"):
            waarde = getattr(herkomst, sleutel_)
            if waarde is not None:
                lijnen.append(f"    {sleutel_} {waarde}")
    return "\n".join((*lijnen, f"    geldig {w.geldigheid(geldig)}", f"        {zin}"))


def herkomst_van(stand: Stand | Tabelstand) -> t.HerkomstTekst | None:
    """Where a version comes from: its own lines, else those of its rule or table."""
    kop = stand.regel if isinstance(stand, Stand) else stand.tabel
    return samengevoegd(stand.tekst.herkomst, kop.herkomst)


def samengevoegd(
    eigen: t.HerkomstTekst | None, kop: t.HerkomstTekst | None
) -> t.HerkomstTekst | None:
    """What a version says itself goes before what stands over all versions."""
    if eigen is None or kop is None:
        return eigen or kop
    return replace(
        kop,
        bronnen=eigen.bronnen or kop.bronnen,
        bevoegdheid=eigen.bevoegdheid or kop.bevoegdheid,
        stap=eigen.stap or kop.stap,
        rechtsmiddel=eigen.rechtsmiddel or kop.rechtsmiddel,
    )


def met_bron(
    besluit: t.HerkomstTekst | None, grens: t.HerkomstTekst | None
) -> t.HerkomstTekst | None:
    """The article of the border that changes, in the same decision as the amount was made in."""
    if besluit is None or grens is None:
        return besluit or grens
    return replace(besluit, bronnen=grens.bronnen or besluit.bronnen)


def met_andere_naam(regel_: t.Regel, geldig: t.Geldigheid, oud: str, nieuw: str) -> t.Regel:
    """A rule that sets another attribute instead."""

    def anders(versie: t.Regelversie) -> t.Regelversie:
        resultaat = versie.resultaat
        if not isinstance(resultaat, t.Gelijkstelling | t.Initialisatie):
            raise Onmogelijk(f"regel “{regel_.naam.tekst}” rekent “{oud}” niet zelf uit")
        kop = resultaat.doel.schakels[0]
        if not isinstance(kop, t.Schakel) or kop.labels or sleutel(kop.naam.tekst) != sleutel(oud):
            raise Onmogelijk(f"regel “{regel_.naam.tekst}” noemt “{oud}” op een andere manier")
        schakel = replace(kop, naam=replace(kop.naam, tekst=nieuw))
        doel = replace(resultaat.doel, schakels=(schakel, *resultaat.doel.schakels[1:]))
        return replace(versie, resultaat=replace(resultaat, doel=doel))

    return wijzig(regel_, geldig, anders)


def tabel_met_andere_naam(
    tabel: t.Beslistabel, kolom: int, geldig: t.Geldigheid, oud: str, nieuw: str
) -> t.Beslistabel:
    """A decision table that sets another attribute instead, in one of its columns."""

    def anders(versie: t.Tabelversie) -> t.Tabelversie:
        eigen = versie.kolommen[kolom] if kolom < len(versie.kolommen) else None
        kop = (
            eigen.onderwerp.schakels[0] if eigen and isinstance(eigen.onderwerp, t.Keten) else None
        )
        zelfde = isinstance(kop, t.Schakel) and sleutel(kop.naam.tekst) == sleutel(oud)
        if eigen is None or not isinstance(kop, t.Schakel) or kop.labels or not zelfde:
            raise Onmogelijk(f"de tabel noemt “{oud}” op een andere manier")
        assert isinstance(eigen.onderwerp, t.Keten)
        schakel = replace(kop, naam=replace(kop.naam, tekst=nieuw))
        keten = replace(eigen.onderwerp, schakels=(schakel, *eigen.onderwerp.schakels[1:]))
        kolommen = list(versie.kolommen)
        kolommen[kolom] = replace(eigen, onderwerp=keten)
        return replace(versie, kolommen=tuple(kolommen))

    return wijzig_tabel(tabel, geldig, anders)


def hernoemd(bedrag: Bedrag, geldig: t.Geldigheid, nieuw: str) -> list[t.Blok]:
    """All that sets an amount, setting another attribute instead."""
    oud = bedrag.attribuut.naam
    regels_ = {s.versie.regel: s.regel for s in bedrag.standen}
    tabellen = {s.tabel.naam.tekst: s for s in bedrag.tabellen}
    return [
        *(met_andere_naam(r, geldig, oud, nieuw) for r in regels_.values()),
        *(tabel_met_andere_naam(s.tabel, s.kolom, geldig, oud, nieuw) for s in tabellen.values()),
    ]


def van_wie(bedrag: Bedrag) -> str:
    """``een Aanvrager``: the subject as the rules for an amount write it."""
    return eigenaar(bedrag.onderwerp, bedrag.attribuut.naam)


def eigenaar(onderwerp: t.Keten, naam: str) -> str:
    rest = replace(onderwerp, schakels=onderwerp.schakels[1:])
    if len(rest.schakels) != 1:
        raise Onmogelijk(f"“{naam}” hoort bij iemand die met meer woorden is beschreven")
    return uitdrukking(rest)


def zijn(aanleiding: Aanleiding, objecttype: str, naam: str) -> str:
    """``zijn X``, or ``de X van de Woning`` for who is no person."""
    if aanleiding.model.objecttypen[objecttype].bezield:
        return f"zijn {naam}"
    wie = f"{lidwoord(aanleiding, objecttype)} {objecttype}"
    return f"{lidwoord(aanleiding, naam)} {naam} van {wie}"


def nul(type_: Type) -> str:
    return f"0 {type_.eenheid}" if type_.eenheid else "0"


def afgerond(type_: Type, zin: str) -> str:
    """With the rounding that the attribute asks for."""
    if type_.decimalen is None:
        return zin
    return f"{zin} rekenkundig afgerond op {type_.decimalen} decimalen"


# ------------------------------------------------------------------ units


def in_eenheid(tekst: str, van: Eenheid, naar: Eenheid) -> str:
    """A quantity as an amount in another unit of money over time. What is no amount per time is
    taken as the amount of one year."""
    if van == naar:
        return tekst
    per: dict[object, int] = {(): 0, (MND,): 1, (JR,): 2}
    een, ander = (per.get(_tijd(e)) for e in (van, naar))
    if een is None or ander is None:
        raise Onmogelijk(f"een bedrag in {van} is niet naast een bedrag in {naar} te zetten")
    return f"({tekst} {factor})" if (factor := _FACTOREN[een][ander]) else tekst


_FACTOREN = (
    ("", "gedeeld door 12 mnd", "gedeeld door 1 jr"),
    ("maal 12 mnd", "", "maal 12 mnd/jr"),
    ("maal 1 jr", "gedeeld door 12 mnd/jr", ""),
)


def _tijd(eenheid: Eenheid) -> tuple[tuple[str, int], ...] | None:
    """What stands below the line, of an amount in euro; None: it is no such amount."""
    if ("€", 1) not in eenheid.machten:
        return None
    return tuple(m for m in eenheid.machten if m != ("€", 1))


def is_geld(type_: Type) -> bool:
    return type_.is_getal and _tijd(type_.eenheid) is not None


def per_jaar(eenheid: Eenheid) -> bool:
    """Whether an amount in euro is one in all, or one of a year."""
    return _tijd(eenheid) in ((), (JR,))


def rond_getal(bedrag: Fraction) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that is not less."""
    macht = 1
    while True:
        for voor in (1, 2, 5):
            if voor * macht >= bedrag:
                return voor * macht
        macht *= 10


def attribuut_zoals(aanleiding: Aanleiding, als: Attribuut, naam: str) -> str:
    """The declaration of an attribute with the type of another."""
    return f"{lidwoord(aanleiding, als.naam)} {naam}\t{getaltype(als.type)}"


def tijd(geldig: t.Geldigheid) -> str:
    return w.geldigheid(geldig)
