"""What became of a rule: fired or not, consistent or not, for each object. [4.5, 6.2]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wetsanalyse.model.gevolgen import Consistentie, Feitcreatie, Objectcreatie, Uniciteit
from wetsanalyse.model.lezen_termen import termen
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Instantie, Regeluitslag
from wetsanalyse.model.types import BOOLEAN, DATUM, Type
from wetsanalyse.plan.creatie import Creatie
from wetsanalyse.plan.objecten import NOOIT, Bewaker, Ongrondbaar, Uitkomst
from wetsanalyse.plan.ops import Fout, Op, Vergelijking
from wetsanalyse.plan.stappen import Kader


def regeluitslag(b: Creatie, term: Regeluitslag, kader: Kader) -> int:
    """``regelversie N is gevuurd | inconsistent``, for one object or for any."""
    versies = [
        v
        for v in b.plan.versies.values()
        if v.regel == term.regel and (not term.nummers or v.nummer in term.nummers)
    ]
    uitkomsten = [u for v in versies for u in _uitkomsten(b, v, term.uitslag)]
    if term.object is None:
        return b.waarheid(b.een_van([wanneer for _, wanneer in uitkomsten]))
    return b.enige(term.object, kader, lambda wie: _voor(b, uitkomsten, wie), term.type)


def _voor(b: Creatie, uitkomsten: list[Uitkomst], wie: str) -> int:
    return b.waarheid(b.een_van([wanneer for over, wanneer in uitkomsten if wie in over]))


def controles(b: Creatie) -> dict[tuple[str, str], int]:
    """For each rule that checks, and each object that it is about, whether it is consistent."""
    gevonden: dict[tuple[str, str], int] = {}
    for versie in b.plan.versies.values():
        if not isinstance(versie.gevolg, Consistentie | Uniciteit):
            continue
        try:
            uitkomsten = _uitkomsten(b, versie, "inconsistent")
        except Ongrondbaar as e:
            for wie in b.van_type.get(versie.onderwerp.objecttype, ()):
                fout = Fout(e.code, e.bericht, versie.id, wie, versie.span)
                gevonden[versie.id, wie] = b.vast(fout, BOOLEAN)
            continue
        for wie in dict.fromkeys(o for over, _ in uitkomsten for o in sorted(over)):
            label = f"{wie} voldoet aan {versie.regel}"
            args = (_voor(b, uitkomsten, wie),)
            slot = b.stap(
                Op.NIET, args, BOOLEAN, label=label, kader=Kader(versie, {}, wie), hoofd=True
            )
            gevonden[versie.id, wie] = b.bewaakt(b.bestaat(wie), slot, BOOLEAN)
    return gevonden


def _uitkomsten(b: Creatie, versie: Regelversie, uitslag: str) -> list[Uitkomst]:
    """Of every run, worked out once."""
    sleutel = (versie.id, uitslag)
    if sleutel not in b.uitkomsten:
        if sleutel in b.lopend:
            bericht = f"de uitslag van regel “{versie.regel}” hangt af van zichzelf"
            raise Ongrondbaar("RC-KRING", bericht)
        b.lopend.add(sleutel)
        try:
            runs = list(_per_run(b, versie, uitslag))
            if _beweegt(versie):
                eens = _ooit if uitslag == "gevuurd" else _op_rekendatum
                runs = [(over, eens(b, wanneer)) for over, wanneer in runs]
            b.uitkomsten[sleutel] = runs
        finally:
            b.lopend.discard(sleutel)
    return b.uitkomsten[sleutel]


def _beweegt(versie: Regelversie) -> bool:
    """Whether a rule may do something on one day and not on another."""
    criterium = versie.gevolg.criterium if isinstance(versie.gevolg, Consistentie) else None
    termen_ = (versie.voorwaarde, versie.tijd, criterium)
    return any(term is not None and term.type.korrel is not None for term in termen_)


def _ooit(b: Creatie, wanneer: Bewaker) -> Bewaker:
    """A rule has fired when it did something at any time. [6.2]"""
    return b.stap(Op.OOIT, (wanneer,), BOOLEAN) if isinstance(wanneer, int) else wanneer


def _op_rekendatum(b: Creatie, wanneer: Bewaker) -> Bewaker:
    """A check of what changes is about the rekendatum: outside the time of a value there is
    nothing to be in order. [6.2]"""
    if not isinstance(wanneer, int):
        return wanneer
    nu = b.vast(b.plan.rekendatum.toordinal(), DATUM)
    return b.stap(Op.OP_DAG, (wanneer, nu), BOOLEAN)


def _per_run(b: Creatie, versie: Regelversie, uitslag: str) -> Iterator[Uitkomst]:
    match versie.gevolg:
        case Uniciteit() if uitslag == "inconsistent":
            yield from _dubbel(b, versie, versie.gevolg)
        case Objectcreatie(rol) | Feitcreatie(rol):
            b.zorg(("rol", rol.feittype))
            for voorstel in b.voorstellen.get(versie.id, ()):
                yield _over(voorstel.kader), voorstel.voorwaarde
        case Consistentie(criterium) if uitslag == "inconsistent":
            for kader, bewakers in b.runs(versie):
                wanneer = b.voorwaarde(kader, bewakers)
                fout = b.stap(Op.NIET, (b.los(criterium, kader),), BOOLEAN, kader=kader)
                yield _over(kader), b.en([wanneer, fout], kader)
        case _:
            for kader, bewakers in b.runs(versie):
                yield _over(kader), b.voorwaarde(kader, bewakers)


def _over(kader: Kader) -> frozenset[str]:
    return frozenset({kader.gebonden[0], kader.object or ""} - {""})


# ------------------------------------------------------------------ unique


@dataclass(frozen=True, slots=True)
class Lid:
    """An object with the attributes of it that count."""

    bewaker: Bewaker
    object: str
    namen: tuple[str, ...]


def _dubbel(b: Creatie, versie: Regelversie, gevolg: Uniciteit) -> Iterator[Uitkomst]:
    """The objects that have the same values as another one. [4.5]"""
    per_onderwerp = any(isinstance(t, Instantie) and t.nummer == 0 for t in termen(gevolg.bronnen))
    runs = b.runs(versie) if per_onderwerp else [(Kader(versie, {}), [])]
    for kader, bewakers in runs:
        wanneer = b.voorwaarde(kader, bewakers)
        leden = _leden(b, gevolg, kader)
        over = _over(kader) if per_onderwerp else frozenset()
        for lid in leden:
            gelijken = [
                b.en([ander.bewaker, _gelijk(b, lid, ander)]) for ander in leden if ander != lid
            ]
            botst = b.een_van(gelijken)
            if botst is not NOOIT:
                yield over | {lid.object}, b.en([wanneer, lid.bewaker, botst])
            else:
                yield over | {lid.object}, b.vast(False, BOOLEAN)


def _leden(b: Creatie, gevolg: Uniciteit, kader: Kader) -> list[Lid]:
    return list(
        dict.fromkeys(
            Lid(bewaker, wie, namen)
            for objecten, namen in gevolg.bronnen
            for bewaker, wie in b.vereniging(b.objecten(objecten, kader))
        )
    )


def _gelijk(b: Creatie, een: Lid, ander: Lid) -> int:
    """All values the same, and none of them leeg."""
    delen: list[int] = []
    for naam, andere_naam in zip(een.namen, ander.namen, strict=True):
        links, rechts = b.eigenschap(een.object, naam), b.eigenschap(ander.object, andere_naam)
        type_, andere = b.steps[links].type, b.steps[rechts].type
        factor = b.model.eenheden.factor(andere.eenheid, type_.eenheid)
        if factor not in (None, 1):
            rechts = b.stap(Op.SCHAAL, (rechts,), type_, factor)
        par = Vergelijking("=", _soort(type_))
        delen += [b.gevuld(links), b.stap(Op.VERGELIJK, (links, rechts), BOOLEAN, par)]
    return b.waarheid(b.en(delen))


def _soort(type_: Type) -> str:
    if type_.is_getal:
        return "getal"
    if type_.is_tijd:
        return "tijd"
    return "waarheid" if type_.soort is BOOLEAN.soort else "tekst"
