"""The why of one value, told from the trace of an exact run. Nothing is computed again here:
each number stands in the run, and each article at the rule that the run names."""

from __future__ import annotations

from collections.abc import Generator, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, cast

from wetsanalyse.model.feiten import Tijdwaarde
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, Op, Step
from wetsanalyse.report import tijdverloop
from wetsanalyse.report.bronnen import Bronlink, bronlinks
from wetsanalyse.report.bundelen import Bundelaar, Eenmaal
from wetsanalyse.report.namen import BESTAAT, Namen
from wetsanalyse.report.opmaak import eenheid_van, geldigheid, hoofdletter, waarde_van
from wetsanalyse.report.sommen import dragers, stappen
from wetsanalyse.report.tijdverloop import Vak
from wetsanalyse.report.uitlegboom import NietToegepast, Rekenstap, Toets, Uitleg
from wetsanalyse.report.uitlegkern import kernzin, past_in_zin
from wetsanalyse.report.uitlegregel import Beeld, Regelkeuze
from wetsanalyse.report.uitlegvorm import als_json, als_rich, als_tekst
from wetsanalyse.run.exact import Uitslag

__all__ = [
    "Bronlink",
    "NietToegepast",
    "Rekenstap",
    "Toets",
    "Uitleg",
    "als_json",
    "als_rich",
    "als_tekst",
    "leg_uit",
]


def leg_uit(
    plan: Plan,
    uitslag: Uitslag,
    object_: str,
    eigenschap: str,
    *,
    op: date | None = None,
    bundelen: bool = False,
) -> Uitleg:
    """Why this property of this object is what it is. KeyError if the run does not have it.
    ``op``: on that day only; ``bundelen``: what holds for more objects alike is told once."""
    slot = uitslag.plan.eigenschappen[object_, eigenschap]
    return leg_stap_uit(plan, uitslag, slot, op=op, bundelen=bundelen)


def leg_stap_uit(
    plan: Plan, uitslag: Uitslag, slot: int, *, op: date | None = None, bundelen: bool = False
) -> Uitleg:
    """As `leg_uit`, for any step that has words of its own."""
    verteller = _Verteller(plan, Namen.van(plan.model, uitslag.plan))
    beeld = uitslag if op is None else verteller.op(uitslag, Fraction(op.toordinal()))
    boom = verteller.vertel(beeld, slot)
    bundelaar = Bundelaar()
    if bundelen:
        boom = bundelaar.bundel(boom)
    kenmerk = verteller.namen.kenmerk
    return Eenmaal(bundelaar.zelfde, lambda slot: kenmerk(slot) is not None).vertel(boom)


Vraag = Generator[Beeld, Uitleg, Uitleg]
"""The making of one explanation: it asks for those of the values below it, one by one, so that
the depth of a law does not matter."""


@dataclass(slots=True)
class _Verteller:
    """Makes the explanation of each value once for each day on which it is looked at, and gives
    equal explanations one number."""

    plan: Plan
    namen: Namen
    gemaakt: dict[tuple[Fraction | None, int], Uitleg] = field(default_factory=dict)
    bekend: dict[Hashable, Uitleg] = field(default_factory=dict)
    dagen: dict[Fraction, Uitslag] = field(default_factory=dict)

    def op(self, uitslag: Uitslag, dag: Fraction) -> Uitslag:
        if dag not in self.dagen:
            self.dagen[dag] = tijdverloop.dagbeeld(uitslag, dag)
        return self.dagen[dag]

    def vertel(self, beeld: Uitslag, slot: int) -> Uitleg:
        stapel = [((beeld, slot), self._maak(beeld, slot))]
        antwoord: Any = None
        while stapel:
            wat, loop = stapel[-1]
            try:
                vraag = loop.send(antwoord)
            except StopIteration as einde:
                stapel.pop()
                antwoord = self.gemaakt[_sleutel(wat)] = self._genummerd(einde.value)
                continue
            antwoord = self.gemaakt.get(_sleutel(vraag))
            if antwoord is None:
                stapel.append((vraag, self._maak(*vraag)))
        return cast(Uitleg, antwoord)

    def _genummerd(self, uitleg: Uitleg) -> Uitleg:
        """The one explanation with this content."""
        if uitleg.nummer:
            return uitleg
        inhoud = (replace(uitleg, gebruikt=()), tuple([u.nummer for u in uitleg.gebruikt]))
        nieuw = replace(uitleg, nummer=len(self.bekend) + 1)
        return self.bekend.setdefault(inhoud, nieuw)

    def _maak(self, beeld: Uitslag, slot: int) -> Vraag:
        step = beeld.plan.steps[slot]
        if not isinstance(beeld, tijdverloop.Dagbeeld):
            knips = tijdverloop.knips_onder(beeld, slot)
            if knips:
                return (yield from self._in_de_tijd(beeld, slot, tijdverloop.vakken(knips)))
        if step.op is Op.KNIPS and beeld.waarden[slot] == beeld.waarden[step.args[0]]:
            return (yield beeld, step.args[0])
        if step.op in BESTAAT and slot in self.namen.sleutels:
            bestaat, waarde = step.args
            if beeld.waarden[bestaat] is True:
                return (yield beeld, waarde)
        uitleg, nodig = self._eigen(beeld, slot)
        delen: list[Uitleg] = []
        uniek = {_sleutel(wat): wat for wat in nodig}
        uniek.pop(_sleutel((beeld, slot)), None)  # nothing rests on itself
        for deel in uniek.values():
            delen.append((yield deel))  # noqa: PERF401 (a comprehension cannot yield)
        return replace(uitleg, gebruikt=tuple(delen))

    def _eigen(self, beeld: Uitslag, slot: int) -> tuple[Uitleg, Iterable[Beeld]]:
        """What is told of a value itself, and on what it rests."""
        step = beeld.plan.steps[slot]
        basis = self._basis(beeld, slot, beeld.waarden[slot])
        if step.op in BESTAAT and slot in self.namen.sleutels:
            return replace(basis, soort="variabele"), [(beeld, step.args[0])]
        door = self._fout_van(beeld, slot)
        if door:
            return self._keten(basis, door[0]), door[:1]
        match step.op:
            case Op.INVOER:
                return self._invoer(basis), ()
            case Op.PARAMETER:
                return self._parameter(beeld, basis, step), ()
            case Op.OPEN_NORM:
                return self._open_norm(basis, step), ()
            case Op.KIES:
                return Regelkeuze(self.plan, beeld, self.namen).keuze(basis)
            case _:
                return self._variabele(beeld, basis), dragers(beeld, slot)

    def _basis(self, beeld: Uitslag, slot: int, waarde: Any) -> Uitleg:
        """Name, value and sentence; the rest is filled in by kind."""
        type_ = beeld.plan.steps[slot].type
        zin = kernzin(self.namen, slot, waarde, type_)
        return Uitleg(
            slot, self.namen.naam(slot), "regel", waarde, eenheid_van(type_),
            waarde_van(waarde, type_), zin, kern=zin, object=self.namen.object(slot),
        )  # fmt: skip

    # -------------------------------------------------------------- values over time

    def _in_de_tijd(self, beeld: Uitslag, slot: int, vakken: list[Vak]) -> Vraag:
        """Each stretch by what is told of it; stretches with the same reason are one."""
        uitleg: dict[Vak, Uitleg] = {}
        for vak in vakken:
            uitleg[vak] = yield self.op(beeld, tijdverloop.dag_in(vak)), slot
        groepen = tijdverloop.gegroepeerd((vak, u.nummer) for vak, u in uitleg.items())
        per_nummer = {u.nummer: u for u in uitleg.values()}
        if len(groepen) == 1:
            return next(iter(per_nummer.values()))
        delen = [
            _op_tijd(per_nummer[nummer], tijdverloop.in_woorden(rij))
            for nummer, rij in groepen.items()
            if isinstance(nummer, int)
        ]
        # What has a value comes first: the rest is what happens outside its time.
        delen.sort(key=lambda u: u.waarde is LEEG or isinstance(u.waarde, Fout))
        basis = self._basis(beeld, slot, beeld.waarden[slot])
        gegeven = {u.soort for u in delen} <= {"gegeven", "niet gegeven"}
        if gegeven and past_in_zin(basis.waarde):
            return replace(basis, soort="gegeven", zin=f"{basis.kern} Dat is opgegeven.")
        return replace(basis, soort="tijd", gebruikt=tuple(delen))

    # -------------------------------------------------------------- faults

    def _fout_van(self, beeld: Uitslag, slot: int) -> list[Beeld]:
        """The values known by name from which a fault comes; none: it arose here."""
        fout = beeld.waarden[slot]
        if not isinstance(fout, Fout):
            return []
        return [
            (b, arg)
            for b, arg in dragers(beeld, slot)
            if b.waarden[arg] == fout or _ooit(b.waarden[arg], fout)
        ]

    def _keten(self, basis: Uitleg, door: Beeld) -> Uitleg:
        """A fault that came from elsewhere: only the way to it is told."""
        wie, bron = (self.namen.vraag(slot) for slot in (basis.slot, door[1]))
        zin = hoofdletter(f"{wie} kan niet uitgerekend worden")
        kern = f"{zin}, want {bron} kan ook niet uitgerekend worden."
        return replace(basis, soort="fout", zin=kern, kern=kern)

    # -------------------------------------------------------------- leaves

    def _invoer(self, basis: Uitleg) -> Uitleg:
        if basis.waarde is LEEG:
            zin = f"{hoofdletter(basis.naam)} is niet opgegeven en heeft dus geen waarde."
            return replace(basis, soort="niet gegeven", zin=zin)
        # A kenmerk that was not given is not true; whether somebody said so cannot be seen.
        anders = basis.waarde is False and self.namen.kenmerk(basis.slot) is not None
        zin = "Iets anders is niet opgegeven." if anders else "Dat is opgegeven."
        return replace(basis, soort="gegeven", zin=f"{basis.zin} {zin}")

    def _parameter(self, beeld: Uitslag, basis: Uitleg, step: Step) -> Uitleg:
        if step.par in beeld.geval.parameters:
            zin = f"{basis.zin} Die waarde is in dit geval opgegeven, in plaats van die van de wet."
            return replace(basis, soort="parameter", zin=zin)
        gevonden = self.plan.parameters.get(step.par)
        declaratie = self.plan.model.parameters.get(step.par)
        dag = tijdverloop.dag_van(beeld)
        if dag is not None and declaratie is not None and declaratie.tijdlijn is not None:
            gevonden = declaratie.op(date.fromordinal(max(1, int(dag))))
        if gevonden is None:
            zin = f"{hoofdletter(basis.naam)} heeft op deze datum geen waarde."
            return replace(basis, soort="parameter", zin=zin)
        return replace(
            basis,
            soort="parameter",
            bronnen=bronlinks(gevonden.herkomst, self.plan.model),
            geldig=geldigheid(gevonden),
            onbevestigd=gevonden.herkomst.onbevestigd or "",
        )

    def _open_norm(self, basis: Uitleg, step: Step) -> Uitleg:
        norm = self.plan.model.open_normen.get(step.par.norm)
        wie = f" Wie oordeelt: {norm.beoordeeld_door}." if norm and norm.beoordeeld_door else ""
        over = f"{step.par.norm} bij {step.par.object}"
        if isinstance(basis.waarde, bool):
            kern = f"Over {over} is geoordeeld: {'ja' if basis.waarde else 'nee'}."
        else:
            kern = f"Over {over} heeft nog niemand geoordeeld."
        bronnen = bronlinks(norm.herkomst, self.plan.model) if norm else ()
        return replace(basis, soort="open norm", zin=f"{kern}{wie}", bronnen=bronnen)

    # -------------------------------------------------------------- values made by rules

    def _variabele(self, beeld: Uitslag, basis: Uitleg) -> Uitleg:
        regel = Regelkeuze(self.plan, beeld, self.namen)
        return replace(
            regel.met_regel(basis, beeld.plan.steps[basis.slot].regel),
            soort="variabele",
            berekening=tuple(stappen(beeld, basis.slot, self.namen)),
        )


def _sleutel(wat: Beeld) -> tuple[Fraction | None, int]:
    return tijdverloop.dag_van(wat[0]), wat[1]


def _ooit(waarde: Any, fout: Fout) -> bool:
    """A value over time that has this fault in some stretch."""
    return isinstance(waarde, Tijdwaarde) and fout in waarde.waarden


def _op_tijd(uitleg: Uitleg, wanneer: str) -> Uitleg:
    """The explanation of a stretch, with its period in front."""
    begin = hoofdletter(uitleg.naam)
    zin = uitleg.naam + uitleg.zin[len(begin) :] if uitleg.zin.startswith(begin) else uitleg.zin
    return replace(uitleg, wanneer=wanneer, zin=f"{hoofdletter(wanneer)}: {zin}")
