"""A direct, slow reading of a model: what every property of every object is, on one day.

There is no plan and there are no steps: a term is read each time that its value is asked, with
the objects that are bound and the day that is meant. It exists to be compared with the plan, so
it is written from the reference of the language and shares no code with `wetsanalyse.plan` and
`wetsanalyse.run`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any, cast

from tests.naief import datums, rekenen, tijd, toetsen
from tests.naief.bewerkingen import BEWERKINGEN
from tests.naief.eigenschappen import Eigenschappen
from tests.naief.lopen import Loop
from tests.naief.waarden import LEEG, Fout, alle_van, als_waarde
from wetsanalyse.model import terms as t
from wetsanalyse.model.gevolgen import Dagsoortbepaling
from wetsanalyse.model.model import Regelversie

OBJECT = t.ObjectTerm.__args__
Dag = int | None
"""The day that is meant, as an ordinal; None where nothing changes over time."""


class Naief(Eigenschappen):
    """One case. ``waarde_van`` gives a property of an object."""

    def waarde(self, term: Any, loop: Loop, dag: Dag) -> Any:
        """The value of a term in one run of a rule, on a day."""
        return _TERMEN[type(term)](self, term, loop, dag)

    def waar(self, term: Any, loop: Loop, dag: Dag) -> bool:
        return self.waarde(term, loop, dag) is True

    # ---------------------------------------------------------- leaves

    def _constante(self, term: t.Constante, loop: Loop, dag: Dag) -> Any:
        return als_waarde(term.waarde)

    def _parameter(self, term: t.Parameterterm, loop: Loop, dag: Dag) -> Any:
        if term.naam in self.casus.parameters:
            return tijd.op_dag(self.casus.parameters[term.naam], dag)
        parameter = self.model.parameters[term.naam]
        wanneer = self.casus.rekendatum
        if parameter.tijdlijn is not None:
            assert dag is not None
            wanneer = date.fromordinal(dag)
        gevonden = parameter.op(wanneer)
        return LEEG if gevonden is None else als_waarde(gevonden.waarde)

    def _rekendatum(self, term: t.Rekendatumterm, loop: Loop, dag: Dag) -> Any:
        vandaag = self.casus.rekendatum
        return als_waarde(vandaag.year if term.jaar else vandaag.toordinal())

    def _variabele(self, term: t.Variabeleterm, loop: Loop, dag: Dag) -> Any:
        assert loop.versie is not None
        bekend = loop.variabelen
        sleutel = (term.naam.casefold(), dag)
        if sleutel not in bekend:
            gevonden = next(
                v for v in loop.versie.variabelen if v.naam.casefold() == term.naam.casefold()
            )
            bekend[sleutel] = self.waarde(gevonden.waarde, loop, dag)
        return bekend[sleutel]

    def _dag(self, term: t.Dag, loop: Loop, dag: Dag) -> Any:
        return loop.dag

    # ---------------------------------------------------------- what an object has

    def _lees(self, term: t.Lees, loop: Loop, dag: Dag) -> Any:
        """One value; no object: leeg (a kenmerk: not true)."""
        objecten = self.objecten(term.object, loop, dag)
        is_attribuut = term.eigenschap in self.model.objecttypen[term.object.objecttype].attributen
        if not objecten:
            return LEEG if is_attribuut else False
        if len(objecten) > 1:
            raise Fout("FT-KARDINALITEIT")
        return self.waarde_van(objecten[0], term.eigenschap, dag, term.cel)

    def _leden(self, term: Any, loop: Loop, dag: Dag) -> list[Any]:
        """The values of a list."""
        if isinstance(term, t.Lijst):
            per_lid = alle_van(lambda lid: self._leden(lid, loop, dag), term.leden)
            return [waarde for leden in per_lid for waarde in leden]
        if isinstance(term, t.Lees) and term.type.meervoudig:
            objecten = self.objecten(term.object, loop, dag)
            paren = list(product(objecten, self.losse_cellen(term.cel)))
            return alle_van(lambda p: self.waarde_van(p[0], term.eigenschap, dag, p[1]), paren)
        return [self.waarde(term, loop, dag)]

    def _aggregaat(self, term: t.Aggregaat, loop: Loop, dag: Dag) -> Any:
        if isinstance(term.lijst, OBJECT):
            return als_waarde(len(self.objecten(term.lijst, loop, dag)))
        leden = self._leden(term.lijst, loop, dag)
        if term.op == "SOM":
            return rekenen.som(leden, term.of_nul)
        return {"MINIMUM": rekenen.kleinste, "MAXIMUM": rekenen.grootste}[term.op](leden)

    def _speelt_rol(self, term: t.SpeeltRol, loop: Loop, dag: Dag) -> bool:
        return any(
            self.speelt(naam, feittype, rol)
            for naam in self.objecten(term.object, loop, dag)
            for feittype, rol in term.rollen
        )

    def _heeft_rol(self, term: t.HeeftRol, loop: Loop, dag: Dag) -> bool:
        return self.bestaat(term.object, loop, dag)

    def _voorelk(self, term: t.Voorelk, loop: Loop, dag: Dag) -> bool:
        def test(wie: str) -> bool:
            return self.waar(term.voorwaarde, loop.met(term.nummer, wie), dag)

        objecten = self.objecten(term.bron, loop, dag)
        return toetsen.ongeordend(test, objecten, *term.kwantiteit)

    def _open_norm(self, term: t.OpenNormterm, loop: Loop, dag: Dag) -> bool:
        """Cases here judge every norm."""
        (wie,) = self.objecten(term.object, loop, dag)
        return self.casus.oordelen[term.norm, wie]

    # ---------------------------------------------------------- days

    def _dagsoorttoets(self, term: t.Dagsoorttoets, loop: Loop, dag: Dag) -> bool:
        datum = self.waarde(term.datum, loop, dag)
        return datum is not LEEG and self.is_dagsoort(datum // 1, term.dagsoort)

    def is_dagsoort(self, datum: Any, dagsoort: str) -> bool:
        """Rules for one dagsoort: one is enough. [4.8]"""

        def test(versie: Regelversie) -> bool:
            loop = Loop(versie, {}, dag=datum)
            return versie.voorwaarde is None or self.waar(versie.voorwaarde, loop, None)

        if (datum, dagsoort) not in self.dagen:
            versies = [v for v in self.versies if v.gevolg == Dagsoortbepaling(dagsoort)]
            self.dagen[datum, dagsoort] = any(alle_van(test, versies))
        return self.dagen[datum, dagsoort]

    def _dagsoort_plus(self, datum: Any, aantal: Any, par: tuple[str, int]) -> Any:
        """Count so many days of a sort after the date, which itself does not count. [3.9]"""
        if datum is LEEG or aantal is LEEG:
            return datum
        dagsoort, teken = par
        nog = datums.geheel(aantal) * teken
        stap = 1 if nog > 0 else -1
        for _ in range(400):
            if nog == 0:
                return datum
            datum += stap
            if self.is_dagsoort(datum // 1, dagsoort):
                nog -= stap
        raise Fout("*")

    # ---------------------------------------------------------- operations

    def _bewerking(self, term: t.Bewerking, loop: Loop, dag: Dag) -> Any:
        if term.op == "TEL":
            return toetsen.van_boven_af(lambda lid: self.waar(lid, loop, dag), term.args, *term.par)
        args = alle_van(lambda arg: self.waarde(arg, loop, dag), term.args)
        if term.op == "DATUM_PLUS_DAGSOORT":
            return self._dagsoort_plus(args[0], args[1], term.par)
        return BEWERKINGEN[term.op](args, term.par)

    # ---------------------------------------------------------- time [5]

    def _tijdvak(self, term: t.Tijdvak, loop: Loop, dag: Dag) -> bool:
        """A begin that is leeg has not come; an end that is leeg never comes (our choice)."""
        assert dag is not None
        van, tot = alle_van(
            lambda grens: None if grens is None else self.waarde(grens, loop, dag),
            (term.van, term.tot),
        )
        if van is LEEG or (van is not None and dag < van):
            return False
        if tot is None or tot is LEEG:
            return True
        return bool(dag <= tot if term.inclusief else dag < tot)

    def _tijdgebonden(self, term: t.Tijdgebonden, loop: Loop, dag: Dag) -> Any:
        return self.waarde(term.waarde, loop, dag) if self.waar(term.tijd, loop, dag) else LEEG

    def _binnen(self, tijd_: Any, loop: Loop, dag: Dag) -> bool:
        return tijd_ is None or self.waar(tijd_, loop, dag)

    def _totaal(self, term: t.Totaal, loop: Loop, dag: Dag) -> Any:
        """Day by day: the part of a month or year that one day is, times the value on it."""
        eenheid = tijd.noemer_in_tijd(term.waarde.type.eenheid, term.type.eenheid)
        basis, factor = self.model.eenheden.factoren[eenheid]

        def op(d: int) -> Any:
            return self.waarde(term.waarde, loop, d) if self._binnen(term.tijd, loop, d) else LEEG

        return tijd.totaal(op, basis, factor, self.venster)

    def _heel_tijdvak(self, term: Any, loop: Loop, dag: Dag) -> Any:
        """The same on every day of a month or year, so it is worked out once for each."""
        assert dag is not None
        dagen = tijd.dagen_van(dag, term.per)
        sleutel = (id(term), dagen.start, *sorted(loop.gebonden.items()))
        if sleutel not in self.bekend:
            try:
                self.bekend[sleutel] = _TIJDVAKKEN[type(term)](self, term, loop, dagen)
            except Fout as fout:
                self.bekend[sleutel] = fout
        if isinstance(self.bekend[sleutel], Fout):
            raise self.bekend[sleutel]
        return self.bekend[sleutel]

    def _dagentelling(self, term: t.Dagentelling, loop: Loop, dagen: range) -> Any:
        return als_waarde(sum(alle_van(lambda d: self.waar(term.voorwaarde, loop, d), dagen)))

    def _tijdsdeel(self, term: t.Tijdsdeel, loop: Loop, dagen: range) -> Any:
        """Each day that counts carries its share; leeg gives leeg."""
        tellen = alle_van(lambda d: self._binnen(term.tijd, loop, d), dagen)
        geteld = [d for d, telt in zip(dagen, tellen, strict=True) if telt]
        waarden = alle_van(lambda d: self.waarde(term.waarde, loop, d), geteld or dagen)
        if all(w is LEEG for w in waarden):
            return LEEG
        return rekenen.som(waarden if geteld else [], True) / len(dagen)

    def _heletijd(self, term: t.Heletijd, loop: Loop, dagen: range) -> bool:
        """Every day of the month or year; days have no order to be lazy in."""
        return toetsen.ongeordend(lambda d: self.waar(term.voorwaarde, loop, d), dagen, "alle", 0)


_TERMEN = cast(
    dict[type, Callable[[Naief, Any, Loop, Dag], Any]],
    {
        t.Constante: Naief._constante,
        t.Parameterterm: Naief._parameter,
        t.Rekendatumterm: Naief._rekendatum,
        t.Variabeleterm: Naief._variabele,
        t.Dag: Naief._dag,
        t.Lees: Naief._lees,
        t.Aggregaat: Naief._aggregaat,
        t.SpeeltRol: Naief._speelt_rol,
        t.HeeftRol: Naief._heeft_rol,
        t.Voorelk: Naief._voorelk,
        t.OpenNormterm: Naief._open_norm,
        t.Dagsoorttoets: Naief._dagsoorttoets,
        t.Regeluitslag: Naief.regeluitslag,
        t.Bewerking: Naief._bewerking,
        t.Tijdvak: Naief._tijdvak,
        t.Tijdgebonden: Naief._tijdgebonden,
        t.Totaal: Naief._totaal,
        t.Dagentelling: Naief._heel_tijdvak,
        t.Tijdsdeel: Naief._heel_tijdvak,
        t.Heletijd: Naief._heel_tijdvak,
    },
)

_TIJDVAKKEN = cast(
    dict[type, Callable[[Naief, Any, Loop, range], Any]],
    {
        t.Dagentelling: Naief._dagentelling,
        t.Tijdsdeel: Naief._tijdsdeel,
        t.Heletijd: Naief._heletijd,
    },
)
