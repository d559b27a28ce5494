"""What the amounts become when the body says yes: one sentence for each amount that the border, or
a step to blame, made worse. [hardheid 2.3]"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.bedrag import bedrag, geschreven_rij
from wetsanalyse.analyses.herstel.begrenzen import last
from wetsanalyse.analyses.herstel.grens import (
    bewaakte_bedragen,
    geschreven,
    grenzen,
    waarden,
)
from wetsanalyse.analyses.oorzaak.tweeling import STRAFSTAPPEN, Tweeling, omgeslagen
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.lezen_termen import Eigenschap, gelezen_door
from wetsanalyse.model.model import Attribuut, Regelversie
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import sleutel

AFZIEN = "het orgaan ziet hier af van het hele bedrag; het kan ook een deel zijn"
GEEN_REGEL = "geen regel rekent het bedrag uit zonder de grens"


@dataclass(frozen=True, slots=True)
class Gevolg:
    """The sentence of one amount. ``afzien``: it is put at nothing."""

    naam: str
    zin: str
    afzien: bool = False


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """``over``: the amounts that stay as they are; ``reden``: why nothing could be said."""

    gevolgen: tuple[Gevolg, ...]
    over: tuple[str, ...]
    reden: str


def gevolgen(aanleiding: Aanleiding, persoon: str) -> Gevolgen:
    """Of each amount: what a rule that fired for the neighbour makes of it without the border, or
    nothing where it is a burden that the neighbour does not have."""
    gevonden: dict[Eigenschap, Gevolg] = {}
    open_: list[Eigenschap] = []
    reden = GEEN_REGEL
    for eigenschap in dict.fromkeys(_bedragen(aanleiding)):
        try:
            gevolg = _gevolg(aanleiding, eigenschap, persoon)
        except Onmogelijk as e:
            gevolg, reden = None, str(e)
        if gevolg is not None:
            gevonden[eigenschap] = gevolg
        else:
            open_.append(eigenschap)
    if not gevonden and (afgezien := _afzien(aanleiding, persoon)) is not None:
        gevonden[afgezien[0]] = afgezien[1]
    # What only counts by way of an amount that is said, needs no words of its own.
    gezegd = set(gevonden)
    over = [n for e in open_ if not _na(aanleiding, e) & gezegd for n in (e[1],)]
    return Gevolgen(tuple(gevonden.values()), tuple(over), reden)


def _bedragen(aanleiding: Aanleiding) -> Iterator[Eigenschap]:
    """The amounts that came out differently: those of the borders, then those of the steps to
    blame and the burdens."""
    try:
        for grens in grenzen(aanleiding):
            yield from bewaakte_bedragen(grens)
    except Onmogelijk:
        pass  # A border in a decision table: its amounts are those of the steps to blame.
    plan = aanleiding.plan
    telt = aanleiding.telt
    for blaam in aanleiding.bevinding.blaamset:
        for regel in blaam.regels:
            versie = plan.versies[regel]
            eigenschap = (versie.onderwerp.doeltype, versie.eigenschap)
            if eigenschap in telt and isinstance(lid_van(plan.model, *eigenschap), Attribuut):
                yield eigenschap
    for lasten in (u.nadelen for u in aanleiding.model.uitkomsten):
        for eigenschap in ((n.object.objecttype, n.eigenschap) for n in lasten):
            burger, buur = waarden(aanleiding, eigenschap)
            if burger > buur:
                yield eigenschap


def _gevolg(aanleiding: Aanleiding, eigenschap: Eigenschap, persoon: str) -> Gevolg | None:
    if eigenschap[0] != persoon:
        return None
    lid = lid_van(aanleiding.model, *eigenschap)
    if not isinstance(lid, Attribuut) or lid.dimensies or lid.type.korrel is not None:
        raise Onmogelijk(f"“{eigenschap[1]}” heeft dimensies of een tijdlijn")
    op_pad = {p for poort in _poorten(aanleiding) for p in _na(aanleiding, poort)}
    for versie in aanleiding.plan.schrijvers.get(eigenschap, ()):
        if set(gelezen_door(replace(versie, voorwaarde=None))) & op_pad:
            continue
        if _vuurt(aanleiding.paar, versie.id) and (waarde := _waarde(aanleiding, versie)):
            return _zin(aanleiding, lid.naam, persoon, z.uitdrukking(waarde))
    if _is_last_zonder_buur(aanleiding, eigenschap):
        return _op_nul(aanleiding, eigenschap, persoon)
    return None


def _waarde(aanleiding: Aanleiding, versie: Regelversie) -> t.Expressie | None:
    """What a rule, or a row of a decision table, gives as it is written; None: that is not one
    expression."""
    if versie.rij is None:
        tekst = geschreven(aanleiding, versie).tekst
        los = isinstance(tekst.resultaat, t.Gelijkstelling) and not tekst.variabelen
        return tekst.resultaat.waarde if los else None  # type: ignore[union-attr]
    _, tabelversie, rij = geschreven_rij(aanleiding, versie)
    for kolom, cel in zip(tabelversie.kolommen, rij.cellen, strict=True):
        schakel = kolom.onderwerp.schakels[0] if isinstance(kolom.onderwerp, t.Keten) else None
        naam = schakel.naam.tekst if isinstance(schakel, t.Schakel) else ""
        if kolom.soort == "gelijkstelling" and sleutel(naam) == sleutel(versie.eigenschap):
            return cel if isinstance(cel, t.Expressie) else None
    return None


def _poorten(aanleiding: Aanleiding) -> Iterator[Eigenschap]:
    """What the rules give in which a test came out differently, rows of a table too."""
    plan, paar = aanleiding.plan, aanleiding.paar
    for slot in omgeslagen(paar, tuple(plan.versies)):
        versie = plan.versies[paar.grond.steps[slot].regel or ""]
        yield versie.onderwerp.doeltype, versie.eigenschap


def _is_last_zonder_buur(aanleiding: Aanleiding, eigenschap: Eigenschap) -> bool:
    """Whether it is a burden or a sanction that only the citizen has."""
    nadelen = {
        (n.object.objecttype, n.eigenschap) for u in aanleiding.model.uitkomsten for n in u.nadelen
    }
    stappen = {v.herkomst.stap for v in aanleiding.plan.schrijvers.get(eigenschap, ())}
    if eigenschap not in nadelen and not stappen & STRAFSTAPPEN:
        return False
    burger, buur = waarden(aanleiding, eigenschap)
    return burger > 0 and buur == 0


def _afzien(aanleiding: Aanleiding, persoon: str) -> tuple[Eigenschap, Gevolg] | None:
    """Of a recovery: nothing is recovered."""
    try:
        eigenschap = last(aanleiding)
        bedrag(aanleiding, eigenschap)
    except Onmogelijk:
        return None
    if eigenschap[0] != persoon:
        return None
    return eigenschap, _op_nul(aanleiding, eigenschap, persoon)


def _op_nul(aanleiding: Aanleiding, eigenschap: Eigenschap, persoon: str) -> Gevolg:
    lid = lid_van(aanleiding.model, *eigenschap)
    assert isinstance(lid, Attribuut)
    return replace(_zin(aanleiding, lid.naam, persoon, z.nul(lid.type)), afzien=True)


def _zin(aanleiding: Aanleiding, naam: str, persoon: str, waarde: str) -> Gevolg:
    wie = f"{z.lidwoord(aanleiding, persoon)} {persoon}"
    deel = f"{z.lidwoord(aanleiding, naam)} {naam} van {wie}"
    return Gevolg(naam, f"In dat geval moet {deel} gesteld worden op {waarde}.")


def _vuurt(paar: Tweeling, regel: str) -> bool:
    """Whether a rule fired for the neighbour."""
    alle = range(len(paar.grond.steps))
    return regel in {r for _, r in paar.uitslag_buur.gevuurd(*alle)}


def _na(aanleiding: Aanleiding, begin: Eigenschap) -> set[Eigenschap]:
    """The properties that depend on one, itself too."""
    gezien, stapel = {begin}, [begin]
    while stapel:
        eigenschap = stapel.pop()
        for versie in aanleiding.plan.versies.values():
            nieuw = (versie.onderwerp.doeltype, versie.eigenschap)
            if nieuw not in gezien and eigenschap in aanleiding.leest[versie.id]:
                gezien.add(nieuw)
                stapel.append(nieuw)
    return gezien
