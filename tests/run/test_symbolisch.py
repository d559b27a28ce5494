"""The solver's run gives what the exact run gives, for every operation that it can look into."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from math import prod
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.run.bouw import GETAL, REKENDATUM, Bouw
from tests.run.plannen import Opgave, plannen
from wetsanalyse.model.types import BOOLEAN, DATUM, Soort, Type
from wetsanalyse.plan.ops import (
    LEEG,
    Afronding,
    DatumEenheid,
    Duur,
    Fout,
    GroundPlan,
    InvoerSleutel,
    Kwantiteit,
    OordeelSleutel,
    Op,
    Verdeeldeel,
    Verdeelregel,
)
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.getallen import AFRONDERS
from wetsanalyse.run.symbolisch import (
    WAAR_OF_NIET,
    Burger,
    Vrij,
    naast,
    onbekende_invoer,
    vertaal,
)
from wetsanalyse.run.symbolisch_ops import ALLEEN_EXACT, TABEL
from wetsanalyse.run.symbolisch_termen import (
    Oplosser,
    beschikbaar,
    ingevuld,
    onbekende_waarheid,
)
from wetsanalyse.run.symbolisch_waarde import AlleenExact, is_waarde

RUSTIG = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)
BLADEREN = {Op.INVOER, Op.CONSTANTE, Op.PARAMETER, Op.OPEN_NORM}
met_z3 = pytest.mark.skipif(not beschikbaar(), reason="z3 is niet geïnstalleerd")


def test_de_tabel_kent_elke_operatie_of_zegt_waarom_niet() -> None:
    assert set(TABEL) | set(ALLEEN_EXACT) | BLADEREN == set(Op)
    assert sum(len(deel) for deel in (TABEL, ALLEEN_EXACT, BLADEREN)) == len(Op)
    assert all(ALLEEN_EXACT.values())


# ------------------------------------------------------------------ every value of few inputs


def controleer(
    plan: GroundPlan, doelen: list[int], vrij: dict[InvoerSleutel, Vrij], geval: Geval
) -> None:
    """For all values of the free inputs, or many where there are too many: filled in, what the
    solver is told is what the exact run gives."""
    onbekend = {s: onbekende_invoer(f"i{n}", v) for n, (s, v) in enumerate(vrij.items())}
    burger = Burger(geval, onbekend)
    symbolen = vertaal(plan, burger, doelen)
    for keuze in _keuzes([_waarden(v) for v in vrij.values()]):
        invoer = {**geval.invoer, **dict(zip(vrij, keuze, strict=True))}
        uitslag = reken(plan, Geval(geval.rekendatum, invoer, geval.oordelen), doelen)
        gekozen = {o.naam: o.nummer(w) for o, w in zip(onbekend.values(), keuze, strict=True)}
        for doel, symbool in zip(doelen, symbolen, strict=True):
            waarde = uitslag.waarden[doel]
            assert ingevuld(is_waarde(symbool, waarde), gekozen) is True, (doel, invoer, waarde)


def _keuzes(rijen: list[list[Any]]) -> list[tuple[Any, ...]]:
    if prod(len(rij) for rij in rijen) <= HOOGSTENS:
        return list(product(*rijen))
    greep = Random(1)
    return [tuple(greep.choice(rij) for rij in rijen) for _ in range(HOOGSTENS)]


HOOGSTENS = 120


def _waarden(vrij: Vrij) -> list[Any]:
    return list(vrij.waarden) or [n * vrij.per for n in range(vrij.van, vrij.tot + 1)]


@met_z3
@settings(max_examples=100, deadline=None, suppress_health_check=RUSTIG)
@given(plannen(lengte=24))
def test_willekeurige_plannen(opgave: Opgave) -> None:
    """Rounding of negatives, leeg, dates, choices, quantities; with all inputs free."""
    as_ = opgave.as_
    vrij = {as_.sleutel: Vrij(as_.van, as_.tot, as_.eenheid)}
    for naam, per in (("a", Fraction(1, 2)), ("b", Fraction(1, 4))):
        if (sleutel := InvoerSleutel("A", naam)) in opgave.geval.invoer:
            vrij[sleutel] = Vrij(-6, 21, per)
    geval = replace(opgave.geval, oordelen=opgave.geval.oordelen or JA)
    with suppress(AlleenExact):
        controleer(opgave.plan, [opgave.doel], vrij, geval)


JA = {OordeelSleutel("redelijk", "A"): True}


# ------------------------------------------------------------------ each operation by itself


class Proef:
    """One operation on arguments that can be anything: also leeg, and (where asked) a fault."""

    def __init__(self) -> None:
        self.bouw = Bouw()
        self.vrij: dict[InvoerSleutel, Vrij] = {}

    def kenmerk(self) -> int:
        naam = f"k{len(self.vrij)}"
        self.vrij[InvoerSleutel("A", naam)] = WAAR_OF_NIET
        return self.bouw.invoer(naam, BOOLEAN)

    def getal(self, van: int = -7, tot: int = 7, per: Fraction = Fraction(1, 2)) -> int:
        """A number, or leeg."""
        return self._soms_leeg(Vrij(van, tot, per), GETAL)

    def datum(self, van: date, dagen: int) -> int:
        dag = van.toordinal()
        return self._soms_leeg(Vrij(dag, dag + dagen), DATUM)

    def keuze(self, *waarden: str) -> int:
        return self._soms_leeg(Vrij(waarden=waarden), Type(Soort.ENUMERATIE))

    def _soms_leeg(self, vrij: Vrij, type_: Type) -> int:
        er = self.kenmerk()
        naam = f"x{len(self.vrij)}"
        self.vrij[InvoerSleutel("A", naam)] = vrij
        return self.bouw.op(Op.INDIEN, er, self.bouw.invoer(naam, type_), type_=type_)

    def stuk(self) -> int:
        """True, false or a fault."""
        fout = self.bouw.const(Fout("STUK", "Dit is stuk."), BOOLEAN)
        return self.bouw.kies(self.kenmerk(), fout, self.kenmerk())

    def klopt(self, *doelen: int) -> None:
        controleer(self.bouw.plan(), list(doelen), self.vrij, Geval(REKENDATUM))


TWEE = (Op.PLUS, Op.MIN, Op.VERMINDERD, Op.MAAL, Op.DEEL, Op.SOM, Op.MINIMUM, Op.MAXIMUM)


@met_z3
@pytest.mark.parametrize("op", TWEE)
@pytest.mark.parametrize("groot", [False, True])
@pytest.mark.parametrize("par", [False, True])
def test_twee_getallen(op: Op, groot: bool, par: bool) -> None:
    """``groot``: too many values to be written out, so that the formula itself is tried."""
    if par and op not in (Op.DEEL, Op.SOM):
        return
    proef = Proef()
    van, tot = (-12, 12) if groot else (-3, 4)
    args = [proef.getal(van, tot), proef.getal(van, tot, Fraction(1, 3))]
    proef.klopt(proef.bouw.op(op, *args, par=par or None))


@met_z3
@pytest.mark.parametrize("wijze", sorted(AFRONDERS))
@pytest.mark.parametrize(("van", "tot"), [(-60, 60), (0, 90), (-90, -1), (-5, 5)])
def test_afronden(wijze: str, van: int, tot: int) -> None:
    proef = Proef()
    x = proef.getal(van, tot, Fraction(1, 8))
    halven = proef.bouw.op(Op.SCHAAL, x, par=Fraction(5, 2))
    omgekeerd = proef.bouw.op(Op.SCHAAL, x, par=Fraction(-1, 3))
    doelen = [proef.bouw.afronden(s, wijze, d) for s in (x, halven, omgekeerd) for d in (0, 1)]
    proef.klopt(*doelen)


@met_z3
@pytest.mark.parametrize("wijze", sorted(AFRONDERS))
def test_afronden_van_een_deling(wijze: str) -> None:
    """A divisor that is free, on both sides of zero."""
    proef = Proef()
    deling = proef.bouw.op(Op.DEEL, proef.getal(-9, 9), proef.getal(-9, 9))
    proef.klopt(proef.bouw.afronden(deling, wijze, 1))


@met_z3
def test_begrenzen_absoluut_en_controle() -> None:
    proef = Proef()
    bouw, x = proef.bouw, proef.getal(-12, 12)
    grens = bouw.op(Op.BEGRENS, x, proef.getal(-2, 2), proef.getal(-2, 2))
    eisen = [
        Type(Soort.NUMERIEK, decimalen=d, bereik=b)
        for d in (None, 0, 1)
        for b in (None, "positief", "niet-negatief", "negatief")
    ]
    kwart = bouw.op(Op.SCHAAL, x, par=Fraction(1, 2))
    controles = [bouw.op(Op.CONTROLE, s, par=eis) for eis in eisen for s in (x, kwart)]
    proef.klopt(grens, bouw.op(Op.ABSOLUUT, x), *controles)


@met_z3
@pytest.mark.parametrize("teken", ["=", "≠", "<", "<=", ">", ">="])
def test_vergelijken(teken: str) -> None:
    proef = Proef()
    bouw = proef.bouw
    getallen = proef.getal(-9, 9), proef.getal(-2, 2, Fraction(1, 3))
    dagen = proef.datum(date(2025, 1, 30), 2), proef.datum(date(2025, 1, 31), 2)
    doelen = [
        bouw.vergelijk(*_met(getallen, teken)),
        bouw.vergelijk(*_met(dagen, teken), "tijd"),
    ]
    proef.klopt(*doelen)


def _met(paar: tuple[int, int], teken: str) -> tuple[int, str, int]:
    return paar[0], teken, paar[1]


@met_z3
@pytest.mark.parametrize("teken", ["=", "≠"])
def test_vergelijken_van_teksten_en_waarheden(teken: str) -> None:
    proef = Proef()
    bouw = proef.bouw
    teksten = proef.keuze("huur", "koop", "zorg"), proef.keuze("koop", "zorg", "anders")
    waarheden = bouw.op(Op.INDIEN, proef.kenmerk(), proef.kenmerk(), type_=BOOLEAN), proef.kenmerk()
    doelen = [
        bouw.vergelijk(*_met(teksten, teken), "tekst"),
        bouw.vergelijk(*_met(waarheden, teken), "waarheid"),
        bouw.op(Op.IS_LEEG, teksten[0]),
        bouw.op(Op.NIET, waarheden[0]),
    ]
    proef.klopt(*doelen)


@met_z3
@pytest.mark.parametrize("soort", ["alle", "geen", "ten minste", "ten hoogste", "precies"])
@pytest.mark.parametrize("geordend", [True, False])
@pytest.mark.parametrize("aantal", [0, 1, 2, 4])
def test_tellen_met_fouten(soort: str, geordend: bool, aantal: int) -> None:
    proef = Proef()
    leden = [proef.stuk(), proef.stuk(), proef.stuk()]
    par = Kwantiteit(soort, aantal, geordend)
    tel = proef.bouw.op(Op.TEL, *leden, par=par, type_=BOOLEAN)
    leeg = proef.bouw.op(Op.TEL, par=par, type_=BOOLEAN)
    een_van = proef.bouw.op(Op.EEN_VAN, *leden, type_=BOOLEAN)
    proef.klopt(tel, leeg, een_van, proef.bouw.op(Op.AANTAL, *leden))


@met_z3
def test_kiezen_botst_alleen_bij_een_andere_waarde() -> None:
    proef = Proef()
    bouw, x = proef.bouw, proef.getal(-3, 3)
    takken = (proef.stuk(), x, proef.stuk(), proef.getal(-1, 1), proef.kenmerk(), bouw.const(LEEG))
    proef.klopt(bouw.kies(*takken, bouw.const(9)))


@met_z3
@pytest.mark.parametrize("par", [LEEG, False])
def test_de_enige(par: Any) -> None:
    proef = Proef()
    bouw = proef.bouw
    waarde = proef.kenmerk if par is False else proef.getal
    proef.klopt(bouw.op(Op.ENIGE, proef.stuk(), waarde(), proef.stuk(), waarde(), par=par))


SCHRIKKEL = date(2024, 1, 27)
DUREN = [Duur("dg"), Duur("dg", Fraction(7)), Duur("mnd"), Duur("mnd", Fraction(12), True)]


@met_z3
@pytest.mark.parametrize("duur", DUREN)
def test_tijdsduur(duur: Duur) -> None:
    """Around the end of February in a leap year; both ways, and with one day known."""
    proef = Proef()
    bouw, vast = proef.bouw, proef.bouw.const(date(2024, 2, 29))
    een, ander = proef.datum(date(2024, 2, 26), 8), proef.datum(date(2023, 2, 25), 8)
    paren = [(een, ander), (ander, een), (een, vast), (vast, ander)]
    proef.klopt(*(bouw.op(Op.TIJDSDUUR, *paar, par=duur) for paar in paren))


@met_z3
@pytest.mark.parametrize("basis", ["dg", "mnd"])
@pytest.mark.parametrize("teken", [1, -1])
def test_datum_plus(basis: str, teken: int) -> None:
    proef = Proef()
    eenheid = DatumEenheid(basis, Fraction(1), teken)
    args = proef.datum(SCHRIKKEL, 70), proef.getal(-3, 3, Fraction(1 if basis == "mnd" else 2))
    proef.klopt(proef.bouw.op(Op.DATUM_PLUS, *args, par=eenheid, type_=DATUM))


@met_z3
def test_een_half_aantal_maanden_is_een_fout() -> None:
    proef = Proef()
    args = proef.datum(SCHRIKKEL, 3), proef.getal(-3, 3)
    proef.klopt(proef.bouw.op(Op.DATUM_PLUS, *args, par=DatumEenheid("mnd"), type_=DATUM))


@met_z3
def test_delen_van_een_datum() -> None:
    proef = Proef()
    dag = proef.datum(date(2023, 12, 20), 90)
    proef.klopt(*(proef.bouw.op(Op.DATUMDEEL, dag, par=d) for d in ("jaar", "maand", "dag", "uur")))


@met_z3
def test_wat_geen_formule_heeft_wordt_uitgeschreven() -> None:
    proef = Proef()
    bouw = proef.bouw
    x = proef.getal(-3, 5)
    rond = bouw.afronden(x, "naar beneden", 0)
    drie = Afronding("rekenkundig", 3)
    machten = [bouw.op(Op.MACHT, x, bouw.const(n), par=drie) for n in (2, -1)]
    datum = bouw.op(
        Op.DATUM_MET, bouw.const(2023), bouw.const(2), bouw.op(Op.PLUS, rond, bouw.const(26))
    )
    proef.klopt(bouw.op(Op.WORTEL, x, par=drie), *machten, datum)


# ------------------------------------------------------------------ what is told, what is free


@met_z3
def test_wat_niet_kan_zegt_welke_regel_en_waarom() -> None:
    proef = Proef()
    bouw = proef.bouw
    deel = Verdeeldeel(Verdeelregel(False), 0)
    verdeeld = bouw.op(Op.VERDEEL, proef.getal(), bouw.const(True), par=deel)
    bouw.steps[verdeeld] = replace(bouw.steps[verdeeld], regel="erfdeel")
    doel = bouw.op(Op.PLUS, verdeeld, bouw.const(1))
    with pytest.raises(AlleenExact, match="Regel erfdeel draait alleen exact: er wordt verdeeld"):
        proef.klopt(doel)
    proef.klopt(
        bouw.kies(bouw.const(True), bouw.const(1), doel),
        bouw.op(Op.INDIEN, bouw.const(False), doel),
    )


@met_z3
def test_een_vaste_invoer_mag_door_elke_bewerking() -> None:
    """What does not depend on anything free is run exactly."""
    proef = Proef()
    bouw = proef.bouw
    verdeeld = bouw.op(
        Op.VERDEEL, bouw.const(10), bouw.const(True), par=Verdeeldeel(Verdeelregel(False), 0)
    )
    proef.klopt(bouw.op(Op.PLUS, verdeeld, proef.getal()))


@met_z3
def test_een_open_norm_is_vrij() -> None:
    bouw = Bouw()
    norm = bouw.norm("redelijk")
    doel = bouw.kies(norm, bouw.const(1), bouw.const(2))
    vrij = onbekende_waarheid("redelijk")
    burger = Burger(Geval(REKENDATUM), {}, {OordeelSleutel("redelijk", "A"): vrij})
    (symbool,) = vertaal(bouw.plan(), burger, [doel])
    oplosser = Oplosser([])
    for waarde, oordeel in ((1, True), (2, False)):
        antwoord = oplosser.vraag(is_waarde(symbool, Fraction(waarde)))
        assert (antwoord.uitslag, antwoord.waarden) == ("ja", {"redelijk": oordeel})
    assert oplosser.vraag(is_waarde(symbool, Fraction(3))).uitslag == "nee"


@met_z3
def test_de_buur_is_een_stap_verder() -> None:
    onbekende = onbekende_invoer("i0", Vrij(0, 99, Fraction(1, 100)))
    buur = naast(onbekende, 1)
    verschil = is_waarde(buur.symbool, Fraction(51, 100))
    antwoord = Oplosser([onbekende.eis]).vraag(verschil)
    assert onbekende.gekozen(antwoord.waarden) == Fraction(1, 2)
