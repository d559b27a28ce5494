"""The why of one value, told from the trace of an exact run. Nothing is computed again here:
each number stands in the run, and each article at the rule that the run names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wetsanalyse.model.terms import Term
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import LEEG, Fout, Onbeslist, Op, Step
from wetsanalyse.report.bronnen import Bronlink, bronlinks
from wetsanalyse.report.namen import Namen
from wetsanalyse.report.opmaak import (
    aantal,
    eenheid_van,
    geldigheid,
    hoofdletter,
    opsomming,
    waarde_van,
)
from wetsanalyse.report.sommen import dragers, enkel, stappen
from wetsanalyse.report.uitlegboom import NietToegepast, Rekenstap, Toets, Uitleg
from wetsanalyse.report.uitlegvorm import als_json, als_rich, als_tekst
from wetsanalyse.report.voorwaarden import bladen, toets
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


def leg_uit(plan: Plan, uitslag: Uitslag, object_: str, eigenschap: str) -> Uitleg:
    """Why this property of this object is what it is. KeyError if the run does not have it."""
    slot = uitslag.plan.eigenschappen[object_, eigenschap]
    return _Verteller(plan, uitslag, Namen.van(plan.model, uitslag.plan)).vertel(slot)


RIJEN = 3
"""Of a table of which no row fired, so many rows are told."""


@dataclass(frozen=True, slots=True)
class _Tak:
    """One rule that may set a value: its condition, its value, and whether it is a fallback."""

    regel: str
    voorwaarde: int
    waarde: int
    terugval: bool


@dataclass(slots=True)
class _Verteller:
    """Tells each value once."""

    plan: Plan
    uitslag: Uitslag
    namen: Namen
    verteld: set[int] = field(default_factory=set)

    def vertel(self, slot: int) -> Uitleg:
        step = self.uitslag.plan.steps[slot]
        basis = self._basis(slot, step)
        if slot in self.verteld:
            return replace(basis, soort="eerder", zin=f"{basis.zin} Zie hierboven.")
        self.verteld.add(slot)
        match step.op:
            case Op.INVOER:
                return self._invoer(basis, step)
            case Op.PARAMETER:
                return self._parameter(basis, step)
            case Op.OPEN_NORM:
                return self._open_norm(basis, step)
            case Op.KIES:
                return self._keuze(basis, slot)
            case _:
                return self._variabele(basis, slot)

    def _basis(self, slot: int, step: Step) -> Uitleg:
        """Name, value and sentence; the rest is filled in by kind."""
        waarde = self.uitslag.waarden[slot]
        getoond = waarde_van(waarde, step.type)
        if isinstance(waarde, bool) and self.namen.kenmerk(slot):
            zin = self.namen.kenmerkzin(slot, waarde)
        elif waarde is LEEG:
            zin = f"{self.namen.naam(slot)} heeft geen waarde"
        elif isinstance(waarde, Fout):
            zin = f"{self.namen.naam(slot)} kan niet uitgerekend worden: {waarde.bericht}"
        elif isinstance(waarde, Onbeslist):
            normen = opsomming(sorted({o.norm for o in waarde.oordelen}))
            wat = self.namen.vraag(slot)
            zin = f"{wat} staat nog niet vast: een mens moet oordelen over {normen}"
        else:
            zin = f"{self.namen.naam(slot)} is {getoond}"
        zin = hoofdletter(zin.rstrip(".")) + "."
        naam = self.namen.naam(slot)
        return Uitleg(slot, naam, "regel", waarde, eenheid_van(step.type), getoond, zin)

    # -------------------------------------------------------------- leaves

    def _invoer(self, basis: Uitleg, step: Step) -> Uitleg:
        if basis.waarde is LEEG:
            zin = f"{hoofdletter(basis.naam)} is niet opgegeven en heeft dus geen waarde."
            return replace(basis, soort="niet gegeven", zin=zin)
        # A kenmerk that was not given is not true; whether somebody said so cannot be seen.
        anders = basis.waarde is False and self.namen.kenmerk(basis.slot) is not None
        zin = "Iets anders is niet opgegeven." if anders else "Dat is opgegeven."
        return replace(basis, soort="gegeven", zin=f"{basis.zin} {zin}")

    def _parameter(self, basis: Uitleg, step: Step) -> Uitleg:
        if step.par in self.uitslag.geval.parameters:
            zin = f"{basis.zin} Die waarde is in dit geval opgegeven, in plaats van die van de wet."
            return replace(basis, soort="parameter", zin=zin)
        gevonden = self.plan.parameters.get(step.par)
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
            zin = f"Over {over} is geoordeeld: {'ja' if basis.waarde else 'nee'}.{wie}"
        else:
            zin = f"Over {over} heeft nog niemand geoordeeld.{wie}"
        bronnen = bronlinks(norm.herkomst, self.plan.model) if norm else ()
        return replace(basis, soort="open norm", zin=zin, bronnen=bronnen)

    # -------------------------------------------------------------- values made by rules

    def _variabele(self, basis: Uitleg, slot: int) -> Uitleg:
        regel = self.uitslag.plan.steps[slot].regel
        return replace(
            self._met_regel(basis, regel),
            soort="variabele",
            berekening=tuple(stappen(self.uitslag, slot)),
            gebruikt=self._vertel_alle(list(dragers(self.uitslag, slot))),
        )

    def _keuze(self, basis: Uitleg, slot: int) -> Uitleg:
        takken, invoer = self._takken(slot)
        gevuurd = [t for t in takken if self.uitslag.waarden[t.voorwaarde] is True]
        rest = [t for t in takken if t not in gevuurd and not t.terugval]
        object_ = self.uitslag.plan.steps[slot].par.object
        nodig: list[int] = []
        omdat: list[Toets] = []
        berekening: list[Rekenstap] = []
        for tak in gevuurd:
            bron = enkel(self.uitslag, tak.waarde)
            berekening += stappen(self.uitslag, tak.waarde)
            nodig += [bron] if self.uitslag.plan.steps[bron].hoofd else dragers(self.uitslag, bron)
            omdat += self._toetsen(tak, object_, nodig)
        niet = self._afgewezen(rest, gevuurd, object_, nodig)
        if not gevuurd:
            basis = self._zonder_regel(basis, invoer)
        return replace(
            self._met_regel(basis, *(tak.regel for tak in gevuurd)),
            omdat=tuple(dict.fromkeys(omdat)),
            berekening=tuple(berekening),
            niet=niet,
            gebruikt=self._vertel_alle([n for n in nodig if n != slot]),
        )

    def _takken(self, slot: int) -> tuple[list[_Tak], int]:
        """All rules for this value, a fallback (initialisatie) last, and the input behind them."""
        step = self.uitslag.plan.steps[slot]
        basis = step.args[-1]
        onder = self.uitslag.plan.steps[basis]
        dieper = onder.op is Op.KIES and onder.label == step.label
        takken, invoer = self._takken(basis) if dieper else ([], basis)
        eigen = [
            _Tak(regel, step.args[2 * n], step.args[2 * n + 1], dieper)
            for n, regel in enumerate(step.par.regels)
        ]
        return takken + eigen, invoer

    def _toetsen(self, tak: _Tak, object_: str, nodig: list[int]) -> list[Toets]:
        """The leaves that decide about a rule; the values they rest on go to ``nodig``."""
        term = self._voorwaarde(tak.regel)
        gevonden: list[Toets] = []
        for blad in bladen(self.uitslag, tak.voorwaarde, term):
            step = self.uitslag.plan.steps[blad[0]]
            eigen = step.op is Op.IS_LEEG and step.regel is None  # the guard of a fallback
            if eigen or (step.op is Op.CONSTANTE and blad[1] is None):
                continue
            gevonden.append(toets(self.uitslag, self.namen, blad, object_))
            nodig += [blad[0]] if step.hoofd else dragers(self.uitslag, blad[0])
        return gevonden

    def _voorwaarde(self, regel: str) -> Term | None:
        versie = self.plan.versies.get(regel)
        return versie.voorwaarde if versie else None

    def _afgewezen(
        self, rest: list[_Tak], gevuurd: list[_Tak], object_: str, nodig: list[int]
    ) -> tuple[NietToegepast, ...]:
        """The rules that did not fire. A table has one row per case: where one row fired the
        others go without saying, where none did the first few are enough."""
        genoeg = {self._tabel(t.regel) for t in gevuurd} - {None}
        per_tabel: dict[str | None, list[_Tak]] = {}
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
        return tuple(niet)

    def _tabel(self, regel: str) -> str | None:
        """The name of the decision table that a rule is a row of."""
        versie = self.plan.versies.get(regel)
        return versie.regel if versie is not None and versie.rij is not None else None

    def _niet_toegepast(self, tak: _Tak, object_: str, nodig: list[int]) -> NietToegepast:
        versie = self.plan.versies.get(tak.regel)
        bronnen = bronlinks(versie.herkomst, self.plan.model) if versie else ()
        toetsen = tuple(self._toetsen(tak, object_, nodig))
        if not isinstance(self.uitslag.waarden[tak.voorwaarde], Onbeslist):
            return NietToegepast(tak.regel, bronnen, toetsen)
        type_ = self.uitslag.plan.steps[tak.waarde].type
        zo_ja = waarde_van(self.uitslag.waarden[tak.waarde], type_)
        return NietToegepast(tak.regel, bronnen, toetsen, open=True, zo_ja=zo_ja)

    def _zonder_regel(self, basis: Uitleg, invoer: int) -> Uitleg:
        """No rule fired: the input stands, if there is one."""
        sleutel = self.uitslag.plan.steps[invoer].par
        if isinstance(basis.waarde, Fout | Onbeslist):
            return basis
        gegeven = self.uitslag.geval.invoer.get(sleutel, LEEG)
        if gegeven is not LEEG and not (gegeven is False and self.namen.kenmerk(basis.slot)):
            return replace(basis, soort="gegeven", zin=f"{basis.zin} Dat is opgegeven.")
        zin = f"{basis.zin} Geen regel was van toepassing."
        return replace(basis, soort="geen regel", zin=zin)

    def _met_regel(self, basis: Uitleg, *regels: str | None) -> Uitleg:
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

    def _vertel_alle(self, slots: list[int]) -> tuple[Uitleg, ...]:
        """A yes or no that was told before stands in the sentence of the condition already."""
        return tuple(
            self.vertel(slot)
            for slot in dict.fromkeys(slots)
            if slot not in self.verteld or self.namen.kenmerk(slot) is None
        )
