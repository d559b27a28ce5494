"""Which rules made a value, which did not, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wetsanalyse.model.clausulegevolgen import CLAUSULE
from wetsanalyse.model.gevolgen import Objectcreatie, Verdeling
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Instantie, Voorelk
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, Op
from wetsanalyse.report.bronnen import bronlinks
from wetsanalyse.report.bundelen import bundel_toetsen
from wetsanalyse.report.juridisch import regeltekst
from wetsanalyse.report.koppelen import waardeterm
from wetsanalyse.report.leegte import leegten
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.opmaak import aantal, geldigheid, waarde_van
from wetsanalyse.report.sommen import dragers, enkel, stappen
from wetsanalyse.report.uitlegboom import NietToegepast, Regeltekst, Rekenstap, Toets, Uitleg
from wetsanalyse.report.voorwaarden import bladen, toets
from wetsanalyse.run.exact import Uitslag

RIJEN = 3
"""Of a table of which no row fired, so many rows are told."""

Beeld = tuple[Uitslag, int]
"""A step, and the run in which it is to be told."""


@dataclass(frozen=True, slots=True)
class Tak:
    """One rule that may set a value: its condition, its value, and whether it is a fallback."""

    regel: str
    voorwaarde: int
    waarde: int
    terugval: bool


@dataclass(frozen=True, slots=True)
class Regelkeuze:
    """Tells of one choice between rules."""

    plan: Plan
    beeld: Uitslag
    namen: Namen

    def keuze(self, basis: Uitleg) -> tuple[Uitleg, list[Beeld]]:
        """The explanation without what it rests on, and what that is."""
        beeld, slot = self.beeld, basis.slot
        takken, invoer = self._takken(slot)
        gevuurd = [t for t in takken if beeld.waarden[t.voorwaarde] is True]
        rest = [t for t in takken if t not in gevuurd and not t.terugval]
        object_ = beeld.plan.steps[slot].par.object
        nodig: list[Beeld] = []
        omdat: list[Toets] = []
        berekening: list[Rekenstap] = []
        for tak in gevuurd:
            bron = enkel(beeld, tak.waarde)
            term = waardeterm(self.plan.versies.get(tak.regel), self._eigenschap(slot))
            berekening += leegten(beeld, self.namen, tak.waarde, term)
            berekening += stappen(beeld, tak.waarde, self.namen)
            nodig += self._dragers(bron)
            omdat += self._toetsen(tak, object_, nodig)
            if slot in self.namen.sleutels:
                nodig += self._bestaan(tak, basis.object)
        niet = self._afgewezen(rest, gevuurd, object_, nodig)
        if not gevuurd:
            basis = self._zonder_regel(basis, invoer)
        regels = [tak.regel for tak in gevuurd]
        if isinstance(basis.waarde, Fout) and not regels:
            regels = [basis.waarde.regel or ""]
        uitleg = replace(
            self.met_regel(basis, *regels),
            omdat=tuple(bundel_toetsen(omdat)),
            berekening=tuple(dict.fromkeys(berekening)),
            niet=niet,
            regelteksten=tuple(t for tak in gevuurd for t in self._tekst(tak, slot, object_)),
        )
        return uitleg, nodig

    def _dragers(self, slot: int) -> list[Beeld]:
        if self.beeld.plan.steps[slot].hoofd:
            return [(self.beeld, slot)]
        return list(dragers(self.beeld, slot))

    def _takken(self, slot: int) -> tuple[list[Tak], int]:
        """All rules for this value, a fallback (initialisatie) and then clauses last, and the
        input behind them."""
        step = self.beeld.plan.steps[slot]
        basis = step.args[-1]
        onder = self.beeld.plan.steps[basis]
        dieper = onder.op is Op.KIES and onder.label == step.label
        clausule = self._is_clausule(step.par.regels[0])
        eigen = [
            Tak(regel, step.args[2 * n], step.args[2 * n + 1], dieper and not clausule)
            for n, regel in enumerate(step.par.regels)
        ]
        if clausule and any(self.beeld.waarden[tak.voorwaarde] is True for tak in eigen):
            return eigen, basis  # what the rules would have given was not asked
        takken, invoer = self._takken(basis) if dieper else ([], basis)
        return takken + eigen, invoer

    def _is_clausule(self, regel: str) -> bool:
        versie = self.plan.versies.get(regel)
        return versie is not None and versie.soort == CLAUSULE

    def _toetsen(self, tak: Tak, object_: str, nodig: list[Beeld]) -> list[Toets]:
        """The leaves that decide about a rule; the values they rest on go to ``nodig``."""
        gevonden: list[Toets] = []
        versie = self.plan.versies.get(tak.regel)
        for blad in bladen(self.beeld, self.namen, tak.voorwaarde, versie):
            step = self.beeld.plan.steps[blad.slot]
            eigen = step.op is Op.IS_LEEG and step.regel is None  # the guard of a fallback
            if eigen or (step.op is Op.CONSTANTE and blad.term is None):
                continue
            gevonden.append(toets(self.beeld, self.namen, blad, object_))
            if not isinstance(blad.term, Voorelk):  # its members are told one by one
                nodig += self._dragers(blad.slot)
        return gevonden

    def _afgewezen(
        self, rest: list[Tak], gevuurd: list[Tak], object_: str, nodig: list[Beeld]
    ) -> tuple[NietToegepast, ...]:
        """The rules that did not fire. A table has one row per case: where one row fired the
        others go without saying, where none did the first few are enough."""
        genoeg = {self._tabel(t.regel) for t in gevuurd} - {None}
        per_tabel: dict[str | None, list[Tak]] = {}
        for tak in rest:
            if (tabel := self._tabel(tak.regel)) not in genoeg:
                per_tabel.setdefault(tabel, []).append(tak)
        niet: list[NietToegepast] = []
        for tabel, takken in per_tabel.items():
            toon = takken if tabel is None else takken[:RIJEN]
            niet += [self._niet_toegepast(tak, object_, nodig) for tak in toon]
            if over := len(takken) - len(toon):
                niet.append(
                    NietToegepast(f"{tabel}, en nog {aantal(over, 'rij', 'rijen')}", (), ())
                )
        return tuple(dict.fromkeys(niet))

    def _tabel(self, regel: str) -> str | None:
        """The name of the decision table that a rule is a row of."""
        versie = self.plan.versies.get(regel)
        return versie.regel if versie is not None and versie.rij is not None else None

    def _niet_toegepast(self, tak: Tak, object_: str, nodig: list[Beeld]) -> NietToegepast:
        versie = self.plan.versies.get(tak.regel)
        bronnen = bronlinks(versie.herkomst, self.plan.model) if versie else ()
        niet = NietToegepast(
            tak.regel,
            bronnen,
            tuple(bundel_toetsen(self._toetsen(tak, object_, nodig))),
            geldig=geldigheid(versie) if versie else "",
            regelteksten=tuple(self._tekst(tak, None, object_)),
        )
        if not isinstance(self.beeld.waarden[tak.voorwaarde], Onbeslist):
            return niet
        type_ = self.beeld.plan.steps[tak.waarde].type
        return replace(niet, open=True, zo_ja=waarde_van(self.beeld.waarden[tak.waarde], type_))

    def _tekst(self, tak: Tak, slot: int | None, object_: str) -> Iterator[Regeltekst]:
        """``slot``: what the rule was applied to; None: it was not."""
        versie = self.plan.versies.get(tak.regel)
        if versie is None or versie.span is None:
            return
        term = None if slot is None else waardeterm(versie, self._eigenschap(slot))
        waarde = None if term is None else (term, tak.waarde)
        voorwaarde, wie = tak.voorwaarde, self._voor_wie(versie, tak, object_)
        bewaker = self.namen.bewaker(object_)
        if bewaker is not None and isinstance(versie.gevolg, Objectcreatie):
            # Its condition stands where the object was made.
            voorwaarde, wie = bewaker, self.beeld.plan.steps[bewaker].object
        yield regeltekst(self.plan.model, self.beeld, versie, voorwaarde, waarde, wie)

    def _voor_wie(self, versie: Regelversie, tak: Tak, object_: str) -> str | None:
        """The object that the rule ran for, where that is the one that it is about."""
        if isinstance(versie.gevolg, Verdeling):
            stappen_ = (self.beeld.plan.steps[s] for s in self._keten(tak.waarde))
            return next((s.object for s in stappen_ if s.op is Op.VERDEEL), None)
        over = versie.onderwerp
        return object_ if over.doel == Instantie(0, over.objecttype) else None

    def _keten(self, slot: int) -> Iterator[int]:
        """A step and what stands straight below it."""
        yield slot
        args = self.beeld.plan.steps[slot].args
        if len(args) == 1 or self.beeld.plan.steps[slot].op is Op.INDIEN:
            yield from self._keten(args[-1])

    def _eigenschap(self, slot: int) -> str:
        sleutel = self.namen.sleutels.get(slot)
        return sleutel.eigenschap if sleutel else ""

    def _bestaan(self, tak: Tak, object_: str) -> list[Beeld]:
        """Of a first value of something that a rule made: that it was made."""
        versie = self.plan.versies.get(tak.regel)
        if versie is None or not isinstance(versie.gevolg, Objectcreatie):
            return []
        bewaker = self.namen.bewaker(object_)
        return [] if bewaker is None else [(self.beeld, bewaker)]

    def _zonder_regel(self, basis: Uitleg, invoer: int) -> Uitleg:
        """No rule fired: the input stands, if there is one."""
        sleutel = self.beeld.plan.steps[invoer].par
        if isinstance(basis.waarde, Fout | Onbeslist):
            return basis
        gegeven = self.beeld.geval.invoer.get(sleutel, LEEG)
        if gegeven is not LEEG and not (gegeven is False and self.namen.kenmerk(basis.slot)):
            return replace(basis, soort="gegeven", zin=f"{basis.zin} Dat is opgegeven.")
        zin = f"{basis.zin} Geen regel was van toepassing."
        return replace(basis, soort="geen regel", zin=zin)

    def met_regel(self, basis: Uitleg, *regels: str | None) -> Uitleg:
        """The rule that made the value; where more fired, all of them."""
        namen = list(dict.fromkeys(r for r in regels if r))
        versies = [self.plan.versies[r] for r in namen if r in self.plan.versies]
        links = [b for v in versies for b in bronlinks(v.herkomst, self.plan.model)]
        twijfel = [v.herkomst.onbevestigd for v in versies if v.herkomst.onbevestigd]
        return replace(
            basis,
            regel="” en “".join(namen),
            regeltekst="\n\n".join(v.span.tekst for v in versies if v.span),
            bronnen=tuple(dict.fromkeys(links)),
            geldig=geldigheid(versies[0]) if versies else "",
            onbevestigd="; ".join(dict.fromkeys(twijfel)),
        )
