"""Why a condition holds or does not: the leaves that decide, each with its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Bewerking, Dagsoorttoets, Regeluitslag, Term, Voorelk
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, Op, Step
from wetsanalyse.report.koppelen import voorwaardeslots
from wetsanalyse.report.leden import namen_bij
from wetsanalyse.report.namen import Namen, woorden
from wetsanalyse.report.opmaak import (
    aantal,
    eenheid_van,
    eenheidswoord,
    getal,
    met_eenheid,
    opsomming,
    waarde_van,
)
from wetsanalyse.report.tijdsommen import vaktelling
from wetsanalyse.report.uitlegboom import Toets
from wetsanalyse.run.exact import Uitslag


@dataclass(frozen=True, slots=True)
class Blad:
    """A leaf of a condition, with the term that it comes from. ``wie``: the object about which
    it is asked, where the same is asked of more."""

    slot: int
    term: Term | None
    wie: str = ""


# What became of a rule, when it is so and when it is not.
UITSLAG = {
    "gevuurd": ("toegepast", "niet toegepast"),
    "inconsistent": ("inconsistent", "consistent"),
}
# What a comparison says when it holds: (numbers, dates).
MEER, MINDER = ("meer dan", "na"), ("minder dan", "vóór")


def bladen(uitslag: Uitslag, namen: Namen, slot: int, versie: Regelversie | None) -> Iterator[Blad]:
    """The leaves that made the condition of a rule what it is, in the order of the text."""
    step = uitslag.plan.steps[slot]
    samen = step.op is Op.TEL and not step.label
    gevraagd, waarde = uitslag.gevraagd(slot), uitslag.waarden[slot]
    for term, deel in voorwaardeslots(uitslag, slot, versie):
        eigen = deel in step.args and samen
        if eigen and not (
            deel in gevraagd and _telt_mee(step.par.soort, waarde, uitslag.waarden[deel])
        ):
            continue
        yield from _onder(uitslag, namen, Blad(deel, term))


def _onder(uitslag: Uitslag, namen: Namen, blad: Blad) -> Iterator[Blad]:
    step, term = uitslag.plan.steps[blad.slot], blad.term
    if isinstance(term, Regeluitslag):
        yield blad
        # Of what is under it only what has words of its own: a bare "that is so" would be read
        # as if it were about the rule.
        onder_ = _onder(uitslag, namen, Blad(blad.slot, None, blad.wie))
        steps = uitslag.plan.steps
        yield from (b for b in onder_ if steps[b.slot].hoofd or steps[b.slot].op in ZINNEN)
        return
    if step.op is Op.NIET and uitslag.plan.steps[step.args[0]].op is Op.TEL:
        yield from _onder(uitslag, namen, Blad(step.args[0], _deel(term, 0, 1), blad.wie))
        return
    if step.op not in (Op.TEL, Op.EEN_VAN) or isinstance(term, Dagsoorttoets):
        yield blad
        return
    termen: Sequence[Term | None] = [None] * len(step.args)
    if isinstance(term, Bewerking) and len(term.args) == len(step.args):
        termen = term.args
    wie = [blad.wie] * len(step.args)
    if isinstance(term, Voorelk):
        yield blad
        wie = namen_bij(namen, step.args) if step.args else []
    gevraagd, waarde = set(uitslag.gevraagd(blad.slot)), uitslag.waarden[blad.slot]
    soort = step.par.soort if step.op is Op.TEL else "ten minste"
    for plaats, arg in enumerate(step.args):
        if arg in gevraagd and _telt_mee(soort, waarde, uitslag.waarden[arg]):
            yield from _onder(uitslag, namen, Blad(arg, termen[plaats], wie[plaats]))


def _telt_mee(soort: str, uitkomst: Any, lid: Any) -> bool:
    """Did this member help to make the quantification what it is?"""
    if isinstance(uitkomst, Onbeslist | Fout):
        return isinstance(lid, type(uitkomst))
    if soort in ("alle", "ten minste"):
        return (lid is True) == (uitkomst is True)
    if soort in ("geen", "ten hoogste"):
        return (lid is True) != (uitkomst is True)
    return True


def _deel(term: Term | None, nummer: int, van: int) -> Term | None:
    if isinstance(term, Bewerking) and len(term.args) == van:
        return term.args[nummer]
    return None


def toets(uitslag: Uitslag, namen: Namen, blad: Blad, object_: str | None) -> Toets:
    """One leaf, with its facts."""
    step, waarde = uitslag.plan.steps[blad.slot], uitslag.waarden[blad.slot]
    voldaan = waarde if isinstance(waarde, bool) else None
    zin = _zin(uitslag, namen, blad, blad.wie or step.object or object_)
    stil = step.hoofd and blad.term is None
    return Toets("" if stil else _woorden(step, blad.term), voldaan, zin, blad.wie)


def _woorden(step: Step, term: Term | None) -> str:
    if step.hoofd and term is not None and term.span is not None:
        return " ".join(term.span.tekst.split())
    return "" if step.hoofd else woorden(step, term)


def _zin(uitslag: Uitslag, namen: Namen, blad: Blad, object_: str | None) -> str:
    step, waarde = uitslag.plan.steps[blad.slot], uitslag.waarden[blad.slot]
    if isinstance(waarde, Onbeslist):
        normen = sorted({o.norm for o in waarde.oordelen})
        return f"hangt af van een oordeel over {opsomming(normen)}"
    if isinstance(waarde, Fout):
        return waarde_van(waarde, step.type)
    if isinstance(blad.term, Regeluitslag):
        ja, nee = UITSLAG[blad.term.uitslag]
        return f"regel “{blad.term.regel}” is {ja if waarde is True else nee}"
    maak = ZINNEN.get(step.op)
    if maak is not None:
        return maak(uitslag, namen, blad, object_)
    if step.hoofd:
        return namen.kenmerkzin(blad.slot, waarde is True)
    return _zo(waarde)


def _zo(waarde: Any) -> str:
    return "dat is zo" if waarde is True else "dat is niet zo"


def _niet(uitslag: Uitslag, namen: Namen, blad: Blad, object_: str | None) -> str:
    (arg,) = uitslag.plan.steps[blad.slot].args
    binnen = _zin(uitslag, namen, Blad(arg, _deel(blad.term, 0, 1)), object_)
    return binnen or _rol(uitslag, namen, blad, object_)


def _rol(uitslag: Uitslag, namen: Namen, blad: Blad, object_: str | None) -> str:
    return namen.rolzin(blad.term, object_, uitslag.waarden[blad.slot] is True)


def _is_leeg(uitslag: Uitslag, namen: Namen, blad: Blad, _object: str | None) -> str:
    leeg = "heeft geen waarde" if uitslag.waarden[blad.slot] is True else "heeft een waarde"
    return f"{namen.naam(uitslag.plan.steps[blad.slot].args[0])} {leeg}"


def _norm(uitslag: Uitslag, _namen: Namen, blad: Blad, _object: str | None) -> str:
    oordeel = "er sprake van" if uitslag.waarden[blad.slot] is True else "er geen sprake van"
    return f"volgens het oordeel is {oordeel} {uitslag.plan.steps[blad.slot].par.norm}"


def _nummer(uitslag: Uitslag, namen: Namen, blad: Blad, _object: str | None) -> str:
    step = uitslag.plan.steps[blad.slot]
    niet = "" if uitslag.waarden[blad.slot] is True else "niet "
    eis = "aan de elfproef" if step.op is Op.ELFPROEF else f"als getal van {step.par} cijfers"
    return f"{_met_waarde(uitslag, namen, step.args[0])} voldoet {niet}{eis}"


def _heletijd(uitslag: Uitslag, _namen: Namen, blad: Blad, _object: str | None) -> str:
    telling = vaktelling(uitslag, blad.slot)
    return f"dat is zo {telling.zin}" if telling else _zo(uitslag.waarden[blad.slot])


def _telling(uitslag: Uitslag, _namen: Namen, blad: Blad, _object: str | None) -> str:
    """How many hold, of a sort of day or of an object for each of which the same is asked."""
    step = uitslag.plan.steps[blad.slot]
    if isinstance(blad.term, Dagsoorttoets):
        datum = _eerste_datum(uitslag, blad.slot)
        woord = "een" if uitslag.waarden[blad.slot] is True else "geen"
        return f"{datum or 'dat'} is {woord} {blad.term.dagsoort}"
    if not step.args:
        return "er zijn er hier geen"
    waarden = [uitslag.waarden[arg] for arg in step.args]
    if None not in waarden:
        return f"dat geldt voor {sum(w is True for w in waarden)} van de {len(waarden)}"
    # The rest was not needed: it is settled already.
    soort, hoeveel = step.par.soort, step.par.aantal
    genoeg = {
        "alle": "dat geldt niet voor alle",
        "geen": "dat geldt voor ten minste 1 van de",
        "ten minste": f"dat geldt voor ten minste {hoeveel} van de",
    }.get(soort, f"dat geldt voor meer dan {hoeveel} van de")
    return f"{genoeg} {len(waarden)}"


def _eerste_datum(uitslag: Uitslag, slot: int) -> str:
    """The date that a test of a day is about."""
    step = uitslag.plan.steps[slot]
    if step.type.is_tijd:
        return waarde_van(uitslag.waarden[slot], step.type)
    return next((d for arg in step.args if (d := _eerste_datum(uitslag, arg))), "")


def _tijdvak(uitslag: Uitslag, namen: Namen, blad: Blad, _object: str | None) -> str:
    """``dit valt binnen de periode vanaf de begindatum van A (1-1-2025) tot 1-7-2025``."""
    step = uitslag.plan.steps[blad.slot]
    van, tot = step.args
    delen = []
    if step.par.begin:
        if uitslag.waarden[van] is LEEG:
            return f"{_naam(namen, van)} heeft geen waarde, dus de periode begint niet"
        delen.append(f"vanaf {_met_waarde(uitslag, namen, van)}")
    if step.par.eind and uitslag.waarden[tot] is not LEEG:
        voegwoord = "tot en met" if step.par.inclusief else "tot"
        delen.append(f"{voegwoord} {_met_waarde(uitslag, namen, tot)}")
    elif step.par.eind:
        delen.append(f"zonder einde, want {_naam(namen, tot)} heeft geen waarde")
    waar = "binnen" if uitslag.waarden[blad.slot] is True else "buiten"
    return f"dit valt {waar} de periode {' '.join(delen)}"


def vergelijking(uitslag: Uitslag, namen: Namen, slot: int) -> str:
    """``het vermogen van A is € 141.897; dat is € 1 meer dan de vermogensgrens (€ 141.896)``."""
    step = uitslag.plan.steps[slot]
    links, rechts = step.args
    a, b = uitslag.waarden[links], uitslag.waarden[rechts]
    type_ = uitslag.plan.steps[links].type
    begin = f"{_naam(namen, links)} is {waarde_van(a, type_)}"
    if a is LEEG:
        return f"{_naam(namen, links)} heeft geen waarde"
    if b is LEEG:
        return f"{begin}; {_naam(namen, rechts)} heeft geen waarde"
    tweede = _met_waarde(uitslag, namen, rechts)
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        if a == b:
            return f"{begin}; dat is precies {tweede}"
        tijd = type_.is_tijd
        verschil = _verschil(abs(a - b), type_)
        return f"{begin}; dat is {verschil} {(MEER if a > b else MINDER)[tijd]} {tweede}"
    return f"{begin}; {'dat is gelijk aan' if a == b else 'dat is iets anders dan'} {tweede}"


def _verschil(verschil: Fraction, type_: Any) -> str:
    if type_.is_tijd:
        hele = verschil.denominator == 1
        return aantal(int(verschil), "dag", "dagen") if hele else f"{getal(verschil)} dag"
    eenheid = eenheid_van(type_)
    if eenheid == "%":
        return f"{getal(verschil * 100)} procentpunt"
    # "€ 1 meer" reads better than "€ 1 per jaar meer"; the unit stands in the value itself
    boven, _, onder = eenheid.partition("/")
    per = f" per {eenheidswoord(onder)}" if onder and not boven else ""
    return met_eenheid(verschil, boven) + per


def _naam(namen: Namen, slot: int) -> str:
    step = namen.plan.steps[slot]
    if step.op is Op.CONSTANTE:
        return waarde_van(step.par, step.type)
    return namen.naam(slot) if step.hoofd else (step.label or "de uitkomst")


def _met_waarde(uitslag: Uitslag, namen: Namen, slot: int) -> str:
    step = uitslag.plan.steps[slot]
    getoond = waarde_van(uitslag.waarden[slot], step.type)
    if step.op is Op.CONSTANTE:
        return getoond
    return f"{_naam(namen, slot)} ({getoond})"


def _vergelijk(uitslag: Uitslag, namen: Namen, blad: Blad, _object: str | None) -> str:
    return vergelijking(uitslag, namen, blad.slot)


ZINNEN: Mapping[Op, Callable[[Uitslag, Namen, Blad, str | None], str]] = {
    Op.VERGELIJK: _vergelijk,
    Op.NIET: _niet,
    Op.IS_LEEG: _is_leeg,
    Op.OPEN_NORM: _norm,
    Op.CONSTANTE: _rol,
    Op.TIJDVAK: _tijdvak,
    Op.HELETIJD: _heletijd,
    Op.TEL: _telling,
    Op.ELFPROEF: _nummer,
    Op.CIJFERS: _nummer,
}
