"""Where a leeg in the words of a rule comes from: there is nobody to read it of."""

from __future__ import annotations

from collections.abc import Iterator

from wetsanalyse.model.model import Model
from wetsanalyse.model.terms import Lees, ObjectTerm, Rolstap, Term
from wetsanalyse.plan.ops import LEEG, Op
from wetsanalyse.report.koppelen import NIET_NODIG, koppels
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.uitlegboom import Rekenstap
from wetsanalyse.run.exact import Uitslag


def leegten(uitslag: Uitslag, namen: Namen, waarde: int, term: Term | None) -> Iterator[Rekenstap]:
    """A sentence for each value that a rule reads along a role that nobody has."""
    if term is None:
        return
    for deel, beeld, slot in koppels(uitslag, waarde, term):
        if slot == NIET_NODIG or not isinstance(deel, Lees) or deel.span is None:
            continue
        if beeld.waarden[slot] is LEEG and _niemand(beeld, slot):
            woorden = " ".join(deel.span.tekst.split())
            rollen = " en ".join(_rollen(namen.model, deel.object))
            wie = f"er is geen {rollen}" if rollen else "er is niets om dit van te lezen"
            yield Rekenstap(woorden, f"“{woorden}” heeft geen waarde: {wie}")


def _niemand(uitslag: Uitslag, slot: int) -> bool:
    """Nobody has the role in this household, or a rule did not give it to anybody."""
    step = uitslag.plan.steps[slot]
    if step.op is Op.ENIGE:
        return not any(uitslag.waarden[arg] is True for arg in step.args[::2])
    if step.op is Op.INDIEN:
        return uitslag.waarden[step.args[0]] is False
    return step.op is Op.CONSTANTE


def _rollen(model: Model, object_: ObjectTerm) -> Iterator[str]:
    if isinstance(object_, Rolstap):
        yield model.feittypen[object_.feittype].rollen[object_.rol].naam
