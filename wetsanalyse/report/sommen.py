"""The arithmetic of one value, step by step, in words and with the numbers filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Fout, Op, Step
from wetsanalyse.report.leden import Lid, gebundeld, leden, met_namen, staart
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.opmaak import MIN, aantal, getal, opsomming, waarde
from wetsanalyse.report.tijdsommen import EENHEDEN, TIJDSOMMEN
from wetsanalyse.report.tijdverloop import onder, per_stuk
from wetsanalyse.report.uitlegboom import Rekenstap
from wetsanalyse.report.verdeelsom import verdeling
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.weergave import toon_datum

DOORGEVEN = {Op.CONTROLE: 0, Op.INDIEN: -1, Op.BINNEN: 0}
"""Checks and guards: which argument they let through."""


@dataclass(frozen=True, slots=True)
class Opgave:
    """One step to be written as a sum: its arguments and its outcome as text, and who they are."""

    step: Step
    delen: list[str]
    uitkomst: str
    leden: list[Lid]


def stappen(uitslag: Uitslag, slot: int, namen: Namen) -> Iterator[Rekenstap]:
    """The arithmetic below a value, deepest first; values known by name are not entered."""
    gezien: set[int] = set()
    yield from _stappen(uitslag, slot, namen, gezien)


def _stappen(uitslag: Uitslag, slot: int, namen: Namen, gezien: set[int]) -> Iterator[Rekenstap]:
    step = uitslag.plan.steps[slot]
    if slot in gezien or uitslag.waarden[slot] is None:
        return
    gezien.add(slot)
    for arg in uitslag.gevraagd(slot):
        if not uitslag.plan.steps[arg].hoofd:
            yield from _stappen(onder(uitslag, slot), arg, namen, gezien)
    if step.op in ZONDER:
        return
    if step.op is Op.VERDEEL:
        yield from verdeling(uitslag, slot)
        return
    if step.op in TIJDSOMMEN:
        uitkomst = getoond(uitslag.waarden[slot], step.type)
        for som in TIJDSOMMEN[step.op](uitslag, slot, uitkomst):
            yield Rekenstap(step.label, som)
        return
    for wanneer, beeld in per_stuk(uitslag, (slot, *step.args)):
        som = _som_van(beeld, slot, namen)
        if som and not (wanneer and beeld.waarden[slot] is LEEG):
            yield Rekenstap(step.label, f"{wanneer}: {som}" if wanneer else som)


def _som_van(uitslag: Uitslag, slot: int, namen: Namen) -> str:
    step = uitslag.plan.steps[slot]
    delen = [_operand(uitslag, arg) for arg in step.args]
    uitkomst = getoond(uitslag.waarden[slot], step.type)
    wie = leden(uitslag, namen, step.args, delen) if step.op in LIJSTEN else []
    maak = SOMMEN.get(step.op, _onbekend)
    return maak(Opgave(step, delen, uitkomst, wie))


def dragers(uitslag: Uitslag, slot: int) -> Iterator[tuple[Uitslag, int]]:
    """The values known by name right below a step, in the order of the text, each with the run
    in which it is to be told."""
    beeld = onder(uitslag, slot)
    for arg in uitslag.gevraagd(slot):
        if uitslag.plan.steps[arg].hoofd:
            yield beeld, arg
        else:
            yield from dragers(beeld, arg)


def getoond(ding: Any, type_: Type) -> str:
    """A value without its unit, as it stands in a sum."""
    if isinstance(ding, Fout):
        return "fout"
    if isinstance(ding, Fraction):
        if type_.is_tijd:
            return toon_datum(ding)
        if type_.soort is Soort.PERCENTAGE:
            return f"{getal(ding * 100)}%"
        return getal(ding)
    return waarde(ding)


def _operand(uitslag: Uitslag, slot: int) -> str:
    step = uitslag.plan.steps[slot]
    ding = uitslag.waarden[slot]
    if ding is None:
        return ""
    return getoond(ding, step.type)


def _teken(teken: str) -> Callable[[Opgave], str]:
    def som(o: Opgave) -> str:
        leeg = [d == "geen waarde" for d in o.delen]
        if all(leeg) and o.uitkomst != "fout":
            return f"de delen hebben geen waarde: {o.uitkomst}"
        if any(leeg) and o.uitkomst in o.delen:
            return ""  # the other part is what remains
        links, rechts = (_haakjes(d) for d in o.delen)
        if o.uitkomst == "fout":
            return f"{links} {teken} {rechts} kan niet"
        telt = f" ({links if leeg[0] else rechts} telt als 0)" if any(leeg) else ""
        return f"{links} {teken} {rechts} = {o.uitkomst}{telt}"

    return som


def _haakjes(deel: str) -> str:
    return f"({deel})" if deel.startswith(MIN) else deel


def _begrens(o: Opgave) -> str:
    """Only where the bound is felt."""
    ding, laagste, _ = o.delen
    if ding == o.uitkomst:
        return ""
    grens = "ten minste" if o.uitkomst == laagste else "ten hoogste"
    return f"{ding}, maar {grens} {o.uitkomst}: het wordt {o.uitkomst}"


def _afronden(o: Opgave) -> str:
    waarop = "hele getallen"
    if o.step.par.decimalen:
        waarop = aantal(o.step.par.decimalen, "decimaal", "decimalen")
    return f"{o.delen[0]}, {o.step.par.wijze} afgerond op {waarop}, wordt {o.uitkomst}"


def _lijst(kop: str) -> Callable[[Opgave], str]:
    def som(o: Opgave) -> str:
        telt = [lid for lid in o.leden if lid.stand == "telt"]
        rij = opsomming([met_namen(w, wie) for w, wie in gebundeld(telt)])
        return f"{kop} van {rij or 'een lege lijst'} is {o.uitkomst}{staart(o.leden)}"

    return som


def _som(o: Opgave) -> str:
    """Who contributes what; equal contributions once."""
    telt = [lid for lid in o.leden if lid.stand == "telt"]
    if not telt:
        niets = "niets telt mee" if o.leden else "er is niets om op te tellen"
        return f"{niets}: {o.uitkomst}{staart(o.leden)}"
    if len(telt) == 1:
        alleen = f"alleen {met_namen(telt[0].waarde, [telt[0].naam])} telt mee{staart(o.leden)}"
        return alleen if len(o.leden) > 1 else ""
    delen = [
        met_namen(f"{len(wie)} × {_haakjes(w)}" if len(wie) > 1 else _haakjes(w), wie)
        for w, wie in gebundeld(telt)
    ]
    return f"{' + '.join(delen)} = {o.uitkomst}{staart(o.leden)}"


def _aantal(o: Opgave) -> str:
    telt = [lid.naam for lid in o.leden if lid.waarde == "ja" and lid.naam]
    van = f"{o.uitkomst} van de {len(o.leden)}" if len(telt) < len(o.leden) else o.uitkomst
    return met_namen(van, telt) if o.leden else f"er zijn er geen: {o.uitkomst}"


def _datum_plus(o: Opgave) -> str:
    par = o.step.par
    teken = "plus" if par.teken > 0 else "min"
    woorden = EENHEDEN.get((par.basis, par.factor))
    if woorden is None:
        eenheid = f"maal {getal(par.factor)} {EENHEDEN[par.basis, 1][1]}"
    else:
        eenheid = woorden[0 if o.delen[1] == "1" else 1]
    return f"{o.delen[0]} {teken} {o.delen[1]} {eenheid} = {o.uitkomst}"


def _dagsoort_plus(o: Opgave) -> str:
    teken = "plus" if o.step.par.teken > 0 else "min"
    soort = o.step.par.dagsoort
    return f"{o.delen[0]} {teken} {o.delen[1]} keer een {soort} = {o.uitkomst}"


def _onbekend(o: Opgave) -> str:
    """An operation without a sentence of its own: its name, what went in and what came out."""
    van = f" van {opsomming([d for d in o.delen if d])}" if any(o.delen) else ""
    return f"{o.step.op.value}{van}: {o.uitkomst}"


ZONDER = frozenset(
    {
        Op.INVOER, Op.CONSTANTE, Op.PARAMETER, Op.OPEN_NORM, Op.CONTROLE, Op.INDIEN, Op.KIES,
        Op.VERGELIJK, Op.IS_LEEG, Op.ELFPROEF, Op.CIJFERS, Op.NIET, Op.TEL, Op.TIJDVAK,
        Op.HELETIJD, Op.KNIPS, Op.EEN_VAN, Op.ENIGE, Op.OOIT,
    }
)  # fmt: skip
"""What is no arithmetic: leaves, guards, choices, and tests (see `voorwaarden`)."""
LIJSTEN = frozenset({Op.AANTAL, Op.SOM, Op.MINIMUM, Op.MAXIMUM})

SOMMEN: Mapping[Op, Callable[[Opgave], str]] = {
    Op.PLUS: _teken("+"),
    Op.MIN: _teken("−"),
    Op.VERMINDERD: _teken("−"),
    Op.MAAL: _teken("×"),
    Op.DEEL: _teken(":"),
    Op.SCHAAL: lambda o: f"{o.delen[0]} × {getal(o.step.par)} = {o.uitkomst}",
    Op.ABSOLUUT: lambda o: f"{o.delen[0]} zonder minteken = {o.uitkomst}",
    Op.AFRONDEN: _afronden,
    Op.WORTEL: lambda o: f"de wortel uit {o.delen[0]} is {o.uitkomst}",
    Op.MACHT: lambda o: f"{o.delen[0]} tot de macht {o.delen[1]} is {o.uitkomst}",
    Op.BEGRENS: _begrens,
    Op.DATUM_PLUS: _datum_plus,
    Op.DATUM_PLUS_DAGSOORT: _dagsoort_plus,
    Op.TIJDSDUUR: lambda o: f"van {o.delen[0]} tot {o.delen[1]}: {o.uitkomst}",
    Op.DATUMDEEL: lambda o: f"{o.step.par} van {o.delen[0]}: {o.uitkomst}",
    Op.DATUM_MET: lambda o: f"de datum is {o.uitkomst}",
    Op.DATUMTIJD_MET: lambda o: f"het moment is {o.uitkomst}",
    Op.PAASDAG: lambda o: f"eerste paasdag van {o.delen[0]}: {o.uitkomst}",
    Op.AANTAL: _aantal,
    Op.SOM: _som,
    Op.MINIMUM: _lijst("de kleinste waarde"),
    Op.MAXIMUM: _lijst("de grootste waarde"),
    Op.TEKST: lambda o: f"de tekst is {o.uitkomst}",
}


def enkel(uitslag: Uitslag, slot: int) -> int:
    """The step that makes the value, past checks and guards that let it through."""
    step = uitslag.plan.steps[slot]
    while not step.hoofd and uitslag.waarden[slot] is not LEEG:
        verder = _doorgegeven(uitslag, slot)
        if verder is None:
            break
        slot, step = verder, uitslag.plan.steps[verder]
    return slot


def _doorgegeven(uitslag: Uitslag, slot: int) -> int | None:
    """The argument that a step lets through; of a single role that of who has it."""
    step = uitslag.plan.steps[slot]
    if step.op in DOORGEVEN:
        return step.args[DOORGEVEN[step.op]]
    if step.op is not Op.ENIGE:
        return None
    paren = zip(step.args[::2], step.args[1::2], strict=True)
    return next((v for c, v in paren if uitslag.waarden[c] is True), None)
