"""The arithmetic of one value, step by step, in words and with the numbers filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, Fout, Op, Step
from wetsanalyse.report.opmaak import MIN, aantal, getal, opsomming, waarde
from wetsanalyse.report.uitlegboom import Rekenstap
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.weergave import toon_datum

DOORGEVEN = (Op.CONTROLE, Op.INDIEN)
DATUMEENHEID: Mapping[tuple[str, Fraction | int], str] = {
    ("dg", 1): "dagen",
    ("dg", 7): "weken",
    ("mnd", 1): "maanden",
    ("mnd", 3): "kwartalen",
    ("mnd", 12): "jaar",
}


def stappen(uitslag: Uitslag, slot: int) -> Iterator[Rekenstap]:
    """The arithmetic below a value, deepest first; values known by name are not entered."""
    gezien: set[int] = set()
    yield from _stappen(uitslag, slot, gezien)


def _stappen(uitslag: Uitslag, slot: int, gezien: set[int]) -> Iterator[Rekenstap]:
    step = uitslag.plan.steps[slot]
    if slot in gezien or uitslag.waarden[slot] is None:
        return
    gezien.add(slot)
    for arg in uitslag.gevraagd(slot):
        if not uitslag.plan.steps[arg].hoofd:
            yield from _stappen(uitslag, arg, gezien)
    maak = SOMMEN.get(step.op)
    if maak is not None:
        delen = [_operand(uitslag, arg) for arg in step.args]
        som = maak(step, delen, getoond(uitslag.waarden[slot], step.type))
        if som:
            yield Rekenstap(step.label, som)


def dragers(uitslag: Uitslag, slot: int) -> Iterator[int]:
    """The values known by name right below a step, in the order of the text."""
    for arg in uitslag.gevraagd(slot):
        if uitslag.plan.steps[arg].hoofd:
            yield arg
        else:
            yield from dragers(uitslag, arg)


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


def _teken(teken: str) -> Callable[[Step, list[str], str], str]:
    def som(_step: Step, delen: list[str], uitkomst: str) -> str:
        leeg = [d == "geen waarde" for d in delen]
        if all(leeg):
            return f"de delen hebben geen waarde: {uitkomst}"
        if any(leeg) and uitkomst in delen:
            return ""  # the other part is what remains
        links, rechts = (_haakjes(d) for d in delen)
        telt = f" ({links if leeg[0] else rechts} telt als 0)" if any(leeg) else ""
        return f"{links} {teken} {rechts} = {uitkomst}{telt}"

    return som


def _haakjes(deel: str) -> str:
    return f"({deel})" if deel.startswith(MIN) else deel


def _begrens(_step: Step, delen: list[str], uitkomst: str) -> str:
    """Only where the bound is felt."""
    ding, laagste, _ = delen
    if ding == uitkomst:
        return ""
    grens = "ten minste" if uitkomst == laagste else "ten hoogste"
    return f"{ding}, maar {grens} {uitkomst}: het wordt {uitkomst}"


def _afronden(step: Step, delen: list[str], uitkomst: str) -> str:
    waarop = "hele getallen"
    if step.par.decimalen:
        waarop = aantal(step.par.decimalen, "decimaal", "decimalen")
    return f"{delen[0]}, {step.par.wijze} afgerond op {waarop}, wordt {uitkomst}"


def _lijst(kop: str) -> Callable[[Step, list[str], str], str]:
    def som(_step: Step, delen: list[str], uitkomst: str) -> str:
        leden = [d for d in delen if d not in ("geen waarde", "")]
        return f"{kop} van {opsomming(leden) or 'een lege lijst'} is {uitkomst}"

    return som


def _som(_step: Step, delen: list[str], uitkomst: str) -> str:
    leden = [d for d in delen if d not in ("geen waarde", "")]
    return f"{' + '.join(leden)} = {uitkomst}" if len(leden) > 1 else ""


def _aantal(_step: Step, delen: list[str], uitkomst: str) -> str:
    return f"{uitkomst} van de {len(delen)}"


def _datum_plus(step: Step, delen: list[str], uitkomst: str) -> str:
    teken = "plus" if step.par.teken > 0 else "min"
    eenheid = DATUMEENHEID.get((step.par.basis, step.par.factor))
    if eenheid is None:
        eenheid = f"maal {getal(step.par.factor)} {DATUMEENHEID[step.par.basis, 1]}"
    return f"{delen[0]} {teken} {delen[1]} {eenheid} = {uitkomst}"


def _tijdsduur(_step: Step, delen: list[str], uitkomst: str) -> str:
    return f"van {delen[0]} tot {delen[1]}: {uitkomst}"


SOMMEN: Mapping[Op, Callable[[Step, list[str], str], str]] = {
    Op.PLUS: _teken("+"),
    Op.MIN: _teken("−"),
    Op.VERMINDERD: _teken("−"),
    Op.MAAL: _teken("×"),
    Op.DEEL: _teken(":"),
    Op.SCHAAL: lambda s, d, u: f"{d[0]} × {getal(s.par)} = {u}",
    Op.ABSOLUUT: lambda _s, d, u: f"{d[0]} zonder minteken = {u}",
    Op.AFRONDEN: _afronden,
    Op.WORTEL: lambda _s, d, u: f"de wortel uit {d[0]} is {u}",
    Op.MACHT: lambda _s, d, u: f"{d[0]} tot de macht {d[1]} is {u}",
    Op.BEGRENS: _begrens,
    Op.DATUM_PLUS: _datum_plus,
    Op.TIJDSDUUR: _tijdsduur,
    Op.DATUMDEEL: lambda s, d, u: f"{s.par} van {d[0]}: {u}",
    Op.DATUM_MET: lambda _s, _d, u: f"de datum is {u}",
    Op.PAASDAG: lambda _s, d, u: f"eerste paasdag van {d[0]}: {u}",
    Op.AANTAL: _aantal,
    Op.SOM: _som,
    Op.MINIMUM: _lijst("de kleinste waarde"),
    Op.MAXIMUM: _lijst("de grootste waarde"),
    Op.TEKST: lambda _s, _d, u: f"de tekst is {u}",
}


def enkel(uitslag: Uitslag, slot: int) -> int:
    """The step that makes the value, past checks and guards that let it through."""
    step = uitslag.plan.steps[slot]
    while step.op in DOORGEVEN and not step.hoofd and uitslag.waarden[slot] is not LEEG:
        slot = step.args[-1]
        step = uitslag.plan.steps[slot]
    return slot
