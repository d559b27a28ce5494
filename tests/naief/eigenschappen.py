"""What an object has: which rules set a property, and what comes of them. [8.3]"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from typing import Any

from tests.naief import rekenen, tijd
from tests.naief.lopen import Loop
from tests.naief.objecten import Objecten
from tests.naief.verdelen import aandelen
from tests.naief.waarden import LEEG, Fout, alle, alle_van, zelfde
from wetsanalyse.model import terms as t
from wetsanalyse.model.cellen import celnaam
from wetsanalyse.model.gevolgen import Consistentie, Startpunt, Uniciteit, Verdeling
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.model import (
    Attribuut,
    Clausulegevolg,
    Clausuleversie,
    Regelversie,
    geldt,
)
from wetsanalyse.model.types import Soort, Type

Zetter = tuple[Loop, Callable[[int | None], Any], bool]
"""A run that sets a property, what it gives on a day, and whether it only fills what is leeg."""


class Eigenschappen(Objecten):
    """The objects of a case with their properties."""

    # ---------------------------------------------------------- properties [8.3]

    def waarde_van(self, wie: str, naam: str, dag: int | None, cel: t.Cel = ()) -> Any:
        """A property of an object on a day (which only counts when it has a timeline)."""
        soort = self.model.objecttypen[self.typen[wie]]
        attribuut = soort.attributen.get(naam)
        lijn = attribuut.tijdlijn if attribuut else soort.kenmerken[naam].tijdlijn
        sleutel = (wie, naam, cel, dag if lijn is not None else None)
        if sleutel not in self.bekend:
            if sleutel in self.bezig:
                raise Fout("RC-KRING")
            self.bezig.add(sleutel)
            try:
                # Which of two faults comes first is open: that of the timeline or of the value.
                _, self.bekend[sleutel] = alle(
                    (
                        partial(self._eis_startpunt, wie, naam, lijn),
                        partial(self._bepaal, wie, naam, sleutel[3], cel),
                    )
                )
            except Fout as fout:
                self.bekend[sleutel] = fout
            self.bezig.discard(sleutel)
        waarde = self.bekend[sleutel]
        if isinstance(waarde, Fout):
            raise waarde
        return waarde

    def _bepaal(self, wie: str, naam: str, dag: int | None, cel: t.Cel) -> Any:
        attribuut = self.model.objecttypen[self.typen[wie]].attributen.get(naam)
        eigen = celnaam(naam, cel, self.model.dimensies) if cel else naam
        ruw = self.casus.invoer.get((wie, eigen), LEEG if attribuut else False)
        invoer = tijd.op_dag(ruw, dag)
        door_clausule = None if attribuut is None else self._clausule(wie, attribuut, dag, cel)
        if door_clausule is not None:
            return door_clausule
        zetters = list(self._zetters(wie, naam, cel))
        if attribuut is None:
            # One rule is enough; a fault in one of them is never passed over in silence.
            vuren = alle_van(lambda z: self.vuurt(z[0], dag) and z[1](dag) is True, zetters)
            return invoer is True or any(vuren)
        waarde = self._kies([z for z in zetters if not z[2]], invoer, attribuut.type, dag)
        begin = [z for z in zetters if z[2]]
        return self._kies(begin, waarde, attribuut.type, dag) if waarde is LEEG else waarde

    def _eis_startpunt(self, wie: str, naam: str, lijn: Korrel | None) -> None:
        """A value with a timeline of its own changes only where a period begins, counted from
        the starting point of the object. [A-6, A-7]"""
        if lijn is None or lijn.naam is None:
            return
        versies = [v for v in self.versies if isinstance(v.gevolg, Startpunt)
                   and v.gevolg.tijdlijn == lijn.naam]  # fmt: skip
        gegeven = {
            self.waarde(versie.gevolg.datum, loop, None)
            for versie in versies
            if isinstance(versie.gevolg, Startpunt)
            for loop in self.lopen(versie)
            if loop.doel == wie and self.vuurt(loop, None)
        }
        if not gegeven or gegeven == {LEEG}:
            raise Fout("TL-STARTPUNT-LEEG")
        if len(gegeven) > 1:
            raise Fout("BOTSING")
        (begin,) = gegeven
        eerste, na = self.venster
        vorige = self._bepaal(wie, naam, eerste, ())
        for dag in range(eerste + 1, na):
            nu = self._bepaal(wie, naam, dag, ())
            if not zelfde(vorige, nu) and not tijd.is_begin(lijn, int(begin), dag):
                raise Fout("TL-KNIP")
            vorige = nu

    def _kies(self, zetters: list[Zetter], anders: Any, type_: Type, dag: int | None) -> Any:
        """What the rules that fire give; they must agree. No rule: what was there. [8.3]"""

        def waarde(zetter: Zetter) -> Any:
            loop, geef, _ = zetter
            return passend(geef(dag), type_) if self.vuurt(loop, dag) else None

        gegeven = eens([partial(waarde, zetter) for zetter in zetters])
        return anders if gegeven is None else gegeven

    def _clausule(self, wie: str, attribuut: Attribuut, dag: int | None, cel: t.Cel) -> Any:
        """What clauses make of it, whatever the rules say; they must agree. None: none does."""
        loop = Loop(None, {0: wie}, wie)

        def waarde(versie: Clausuleversie, gevolg: Clausulegevolg) -> Any:
            if not self.waar(versie.voorwaarde, loop, dag):
                return None
            return passend(self.waarde(gevolg.waarde, loop, dag), attribuut.type)

        wat = (self.typen[wie], attribuut.naam, cel)
        return eens(
            [
                partial(waarde, versie, gevolg)
                for clausule in self.model.clausules.values()
                for versie in clausule.versies
                if geldt(versie.van, versie.tot, self.casus.rekendatum)
                if (gevolg := versie.gevolg) is not None
                if (versie.objecttype, gevolg.doel.eigenschap, gevolg.doel.cel) == wat
            ]
        )

    def _zetters(self, wie: str, naam: str, cel: t.Cel) -> Iterator[Zetter]:
        """Every run that may set this property of this object."""
        type_ = self.typen[wie]
        if wie in self.gemaakt:
            loop, gevolg = self.gemaakt[wie]
            for eigenschap, term in gevolg.toekenningen:
                if eigenschap == naam:
                    yield loop, partial(self.waarde, term, loop), False
        for versie in self.versies:
            match versie.gevolg:
                case Verdeling() as verdeling:
                    yield from self._uit_verdeling(versie, verdeling, wie, naam)
                case None if (versie.onderwerp.doeltype, versie.eigenschap) == (type_, naam):
                    if versie.cel != cel:
                        continue
                    for loop in self.lopen(versie):
                        if loop.doel == wie:
                            yield loop, self._gever(versie, loop), versie.soort == "initialisatie"

    def _gever(self, versie: Regelversie, loop: Loop) -> Callable[[int | None], Any]:
        if versie.waarde is None:
            return lambda _dag: True
        return partial(self.waarde, versie.waarde, loop)

    def _uit_verdeling(
        self, versie: Regelversie, verdeling: Verdeling, wie: str, naam: str
    ) -> Iterator[Zetter]:
        """A share, or the rest, of what another object shares out. [4.7]"""
        type_ = self.typen[wie]
        rest = verdeling.rest
        als_ontvanger = (verdeling.ontvangers.objecttype, verdeling.doel) == (type_, naam)
        als_rest = rest is not None and (rest[0].objecttype, rest[1]) == (type_, naam)
        if not (als_ontvanger or als_rest):
            return
        for loop in self.lopen(versie):
            if als_ontvanger and wie in self.objecten(verdeling.ontvangers, loop, None):
                yield loop, partial(_aandeel, self, verdeling, loop, wie), False
            if als_rest and rest is not None and wie in self.objecten(rest[0], loop, None):
                yield loop, partial(_rest, self, verdeling, loop), False

    def losse_cellen(self, cel: t.Cel) -> list[t.Cel]:
        return [
            tuple((naam, (label,)) for (naam, _), label in zip(cel, keuze, strict=True))
            for keuze in product(*(labels for _, labels in cel))
        ]

    # ---------------------------------------------------------- the outcome of a rule [6.2, 4.5]

    def regeluitslag(self, term: t.Regeluitslag, loop: Loop, dag: int | None) -> bool:
        wie = None if term.object is None else self.objecten(term.object, loop, dag)
        return any(
            self.vuurt(eigen, dag)
            and (term.uitslag == "gevuurd" or not self._consistent(versie, eigen, dag))
            for versie in self.versies
            if versie.regel == term.regel and (not term.nummers or versie.nummer in term.nummers)
            for eigen in self.lopen(versie)
            if wie is None or eigen.doel in wie
        )

    def _consistent(self, versie: Regelversie, loop: Loop, dag: int | None) -> bool:
        match versie.gevolg:
            case Consistentie(criterium):
                return self.waar(criterium, loop, dag)
            case Uniciteit(bronnen):
                rijen = [
                    (wie, [self.waarde_van(wie, naam, dag) for naam in namen])
                    for objecten, namen in bronnen
                    for wie in self.objecten(objecten, loop, dag)
                ]
                eigen = [rij for wie, rij in rijen if wie == loop.doel and LEEG not in rij]
                return all(sum(rij == ander for _, ander in rijen) == 1 for rij in eigen)
        raise AssertionError("only a rule that tests can be inconsistent")


def eens(gevers: list[Callable[[], Any]]) -> Any:
    """What these give, for they must agree; None: none of them gives anything."""
    codes: set[str] = set()
    gegeven: list[Any] = []
    for gever in gevers:
        try:
            nieuw = gever()
        except Fout as fout:
            codes |= fout.codes
            continue
        if nieuw is not None:
            gegeven.append(nieuw)
    if any(not zelfde(gegeven[0], ander) for ander in gegeven[1:]):
        codes.add("BOTSING")
    if codes:
        raise Fout(*codes)
    return gegeven[0] if gegeven else None


def passend(waarde: Any, type_: Type) -> Any:
    """A value as an attribute takes it: decimals and range. [1.4]"""
    if waarde is LEEG or not type_.is_getal:
        return waarde
    if type_.decimalen is not None:
        decimalen = type_.decimalen + (2 if type_.soort is Soort.PERCENTAGE else 0)
        if waarde != rekenen.rond(waarde, "richting nul", decimalen):
            raise Fout("DECIMALEN")
    goed = {"positief": waarde > 0, "negatief": waarde < 0, "niet-negatief": waarde >= 0}
    if type_.bereik is not None and not goed[type_.bereik]:
        raise Fout("BEREIK")
    return waarde


def _aandeel(wereld: Objecten, v: Verdeling, loop: Loop, wie: str, dag: int | None) -> Any:
    return aandelen(wereld, v, loop, dag)[0][wie]


def _rest(wereld: Objecten, v: Verdeling, loop: Loop, dag: int | None) -> Any:
    return aandelen(wereld, v, loop, dag)[1]
