"""A citizen as the text of a Scenario, to be pasted into ``scenarios/`` and read again.

What the language has no words for stands in the text as a comment, so that nothing is left out
in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from string import ascii_uppercase
from typing import Any

from wetsanalyse.model.casus import Casus, Feit
from wetsanalyse.model.cellen import eigenschappen
from wetsanalyse.model.feiten import Tijdwaarde, Voorval, Wijziging
from wetsanalyse.model.model import Attribuut, Kenmerk, Model
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.report.namen import kenmerkzin
from wetsanalyse.report.opmaak import lidwoord, opsomming
from wetsanalyse.run.weergave import tijdstukken, toon, toon_getal
from wetsanalyse.syntax.schrijven import waarden as w

NOG_IN_TE_VULLEN = "// vul hier in wat er volgens de wet uit moet komen"
_OBJECT = re.compile(r"[^\W\d_]\w*")
_MILLI = 86_400_000


def scenario_tekst(casus: Casus, model: Model, naam: str, dan: Sequence[str] = ()) -> str:
    """``dan``: what must come out, each as the language says it."""
    schrijver = _Schrijver(casus, model)
    gegeven = [_item(deel) for deel in schrijver.gegeven()]
    regels = [
        f"Scenario {' '.join(naam.split())}",
        f"    rekendatum {w.datum(casus.rekendatum)}",
        "    gegeven",
        *gegeven,
        "    dan",
        *([_item(deel) for deel in dan] or [f"        {NOG_IN_TE_VULLEN}"]),
    ]
    return "\n".join(regels) + "\n"


@dataclass(frozen=True, slots=True)
class _Onschrijfbaar:
    """What cannot be said, and why."""

    wat: str


def _item(deel: str | _Onschrijfbaar) -> str:
    if isinstance(deel, _Onschrijfbaar):
        return f"        // niet te schrijven in een scenario: {' '.join(deel.wat.split())}"
    return f"        - {deel}"


@dataclass
class _Schrijver:
    """The lines under `gegeven`. ``namen``: how each object is called in the text."""

    casus: Casus
    model: Model
    namen: dict[str, str] = field(default_factory=dict)
    leden: dict[str, dict[str, Attribuut | Kenmerk]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        gegeven = [naam for naam, _ in self.casus.huishouden.objecten]
        vrij = (n for n in _hoofdletters() if n not in gegeven)
        self.namen = {naam: naam if _kan_heten(naam) else next(vrij) for naam in gegeven}
        for _, soort in self.casus.huishouden.objecten:
            self.leden.setdefault(soort, dict(eigenschappen(self.model, soort)))

    def gegeven(self) -> Iterator[str | _Onschrijfbaar]:
        casus = self.casus
        for naam, soort in casus.huishouden.objecten:
            if self.namen[naam] != naam:
                yield _Onschrijfbaar(f"de naam “{naam}”; dat is hier {self.namen[naam]}")
            yield f"een {soort} {self.namen[naam]}"
        for feit in casus.huishouden.feiten:
            yield self._feit(feit)
        for naam, _ in casus.huishouden.objecten:
            for (wie, eigenschap), waarde in casus.invoer.items():
                if wie == naam:
                    yield from self._waarde(wie, eigenschap, waarde)
        for wie, eigenschap in sorted(casus.onbekend):
            yield f"onbekend: {self._van(wie, eigenschap)}"
        for parameter, waarde in casus.parameters.items():
            yield self._parameter(parameter, waarde)
        for (norm, wie), oordeel in casus.oordelen.items():
            geen = "" if oordeel else "geen "
            yield f"er is {geen}sprake van open norm {norm} voor {self.namen[wie]}"
        for voorval in casus.gebeurtenissen:
            yield from self._voorval(voorval)

    # -------------------------------------------------------------- who

    def _feit(self, feit: Feit) -> str:
        rollen = self.model.feittypen[feit.feittype].rollen
        paren = zip(rollen, feit.objecten, strict=True)
        delen = [f"{rol.naam} {self.namen[wie]}" for rol, wie in paren]
        return f"{feit.feittype} met {opsomming(delen)}"

    def _lid(self, wie: str, eigenschap: str) -> Attribuut | Kenmerk:
        return self.leden[self.casus.huishouden.typen[wie]][eigenschap]

    def _van(self, wie: str, eigenschap: str) -> str:
        """``het vermogen van A``; of a cell the labels stand in its name."""
        lid = self._lid(wie, eigenschap)
        ervoor = lidwoord(lid.span) if isinstance(lid, Attribuut) else ""
        return f"{ervoor}{eigenschap} van {self.namen[wie]}"

    # -------------------------------------------------------------- what of them

    def _waarde(self, wie: str, eigenschap: str, waarde: Any) -> Iterator[str | _Onschrijfbaar]:
        """One line, or one for each stretch of time."""
        if not isinstance(waarde, Tijdwaarde):
            if waarde is not None:
                yield self._op(wie, eigenschap, waarde, "")
            return
        for van, tot, ding in tijdstukken(waarde):
            # Outside what is given a kenmerk is not true already.
            if ding is not False or isinstance(self._lid(wie, eigenschap), Attribuut):
                yield self._op(wie, eigenschap, ding, _periode(van, tot))

    def _op(self, wie: str, eigenschap: str, ding: Any, periode: str) -> str | _Onschrijfbaar:
        lid = self._lid(wie, eigenschap)
        if isinstance(lid, Kenmerk):
            return kenmerkzin(self.namen[wie], lid, waar=bool(ding)) + periode
        tekst = _letterlijk(ding, lid.type)
        wat = self._van(wie, eigenschap)
        if tekst is None:
            return _Onschrijfbaar(f"{wat}: {ding}")
        return f"{wat} is gelijk aan {tekst}{periode}"

    def _parameter(self, naam: str, waarde: Any) -> str | _Onschrijfbaar:
        tekst = _letterlijk(waarde, self.model.parameters[naam].type)
        if tekst is None:
            return _Onschrijfbaar(f"parameter {naam}: {waarde}")
        return f"parameter {naam} is {tekst}"

    # -------------------------------------------------------------- what happens

    def _voorval(self, voorval: Voorval) -> Iterator[str | _Onschrijfbaar]:
        kop = f"op {w.datum(voorval.datum)} {voorval.gebeurtenis}"
        delen: list[str] = []
        for wijziging in voorval.wijzigingen:
            deel = self._wijziging(wijziging, voorval.datum)
            if deel is None:
                wat = self._van(wijziging.object, wijziging.eigenschap)
                yield _Onschrijfbaar(f"wat {voorval.gebeurtenis} verandert aan {wat}")
            else:
                delen.append(deel)
        yield f"{kop} met {opsomming(delen)}" if delen else kop

    def _wijziging(self, wijziging: Wijziging, dag: date) -> str | None:
        """None: the language cannot say it."""
        waarde = wijziging.waarde
        if isinstance(waarde, Constante):
            # In the unit of the property, whatever unit it was written in.
            tekst = _letterlijk(waarde.waarde, wijziging.type)
        else:
            # What is computed then, is told in the words in which it was written.
            tekst = " ".join(wijziging.span.tekst.split()) if wijziging.span else None
        altijd = wijziging.van is None and wijziging.tot is None
        if tekst is None or altijd:
            return None
        vanzelf = wijziging.van == dag.toordinal() and wijziging.tot is None
        periode = "" if vanzelf else _periode(wijziging.van, wijziging.tot)
        wat = self._van(wijziging.object, wijziging.eigenschap)
        return f"{wat} gelijk aan {tekst}{periode}"


# ------------------------------------------------------------------ names and literals


def _kan_heten(naam: str) -> bool:
    return bool(_OBJECT.fullmatch(naam)) and naam[0].isupper()


def _hoofdletters() -> Iterator[str]:
    nummer = 0
    while True:
        yield from (f"{letter}{nummer or ''}" for letter in ascii_uppercase)
        nummer += 1


def _letterlijk(ding: Any, type_: Type) -> str | None:
    """The value as it is written, read back as the same value; None: it cannot be."""
    if ding is None:
        return None
    match type_.soort:
        case Soort.BOOLEAN:
            return toon(bool(ding), BOOLEAN)
        case Soort.ENUMERATIE:
            return f"'{ding}'"
        case Soort.TEKST:
            schoon = not re.search(r"[\"“”«»\n]|//", str(ding))
            return f'"{ding}"' if schoon else None
        case Soort.PERCENTAGE if type_.eenheid:
            return f"{toon_getal(Fraction(ding) * 100)} %{str(type_.eenheid).removeprefix('1')}"
        case Soort.DATUM:
            return w.datum(_dag(ding)) if Fraction(ding).denominator == 1 else None
        case Soort.DATUMTIJD:
            return _moment(Fraction(ding))
        case _:
            return toon(Fraction(ding), type_)


def _moment(dagen: Fraction) -> str | None:
    """With milliseconds; finer than that cannot be written."""
    milli = dagen * _MILLI
    if milli.denominator != 1:
        return None
    heel, rest = divmod(milli.numerator, _MILLI)
    begin = datetime.combine(_dag(heel), datetime.min.time())
    return w.tijdstip(begin + timedelta(milliseconds=rest))


def _dag(dag: Any) -> date:
    return date.fromordinal(int(dag))


def _periode(van: Any, tot: Any) -> str:
    """`` van dd. 1-1-2025 tot dd. 1-5-2025``, with the space before it."""
    delen = []
    if van is not None:
        delen.append(f"{'vanaf' if tot is None else 'van'} dd. {w.datum(_dag(van))}")
    if tot is not None:
        delen.append(f"tot dd. {w.datum(_dag(tot))}")
    return "".join(f" {deel}" for deel in delen)
