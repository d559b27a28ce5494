"""The four trials of the exact axis sweep, against oracles in plain integers.

Each rule comes twice: as a flat plan, and as a function on whole numbers written by hand.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from tests.run.bouw import Bouw, X, geval
from wetsanalyse.plan.ops import Duur, GroundPlan, InvoerSleutel, Op
from wetsanalyse.run import sweep as sweep_module
from wetsanalyse.run.getallen import VERGELIJKERS
from wetsanalyse.run.spoor import Spoor, Sporen
from wetsanalyse.run.sweep import sweep
from wetsanalyse.run.verloop import As, Verloop, laagste, sprongen, steilste

Orakel = Callable[..., int]  # the inputs in whole euros; the answer in whole cents


def toeslag(bouw: Bouw, r: random.Random, invoer: list[int]) -> tuple[int, Orakel]:
    """An allowance that tapers with one input and ends at a limit of another."""
    op, grens = r.randrange(len(invoer)), r.randrange(len(invoer))
    drempel, limiet = r.randrange(20_000), r.randrange(50_000)
    percentage, hoogste = r.randrange(1, 60), r.randrange(10_000, 500_000)
    decimalen = r.choice((0, 2))

    boven = bouw.op(Op.VERMINDERD, invoer[op], bouw.const(drempel))
    deel = bouw.op(Op.MAAL, bouw.const(Fraction(percentage, 100)), boven)
    korting = bouw.afronden(deel, "naar beneden", decimalen)
    bedrag = bouw.op(Op.VERMINDERD, bouw.const(Fraction(hoogste, 100)), korting)
    begrensd = bouw.op(Op.BEGRENS, bedrag, bouw.const(0), bouw.const(Fraction(hoogste, 100)))
    recht = bouw.vergelijk(invoer[grens], "<=", bouw.const(limiet))
    slot = bouw.kies(recht, begrensd, bouw.const(0))

    def orakel(*x: int) -> int:
        if x[grens] > limiet:
            return 0
        korting_ = percentage * (x[op] - drempel)
        if decimalen == 0:
            korting_ = korting_ // 100 * 100
        return max(0, min(hoogste, hoogste - korting_))

    return slot, orakel


def stapel(r: random.Random, invoer: int, regelingen: int) -> tuple[GroundPlan, int, Orakel]:
    """A stack of allowances over a few inputs: their sum."""
    bouw = Bouw()
    slots = [bouw.invoer(naam) for naam in ("x", "a", "b")[:invoer]]
    delen = [toeslag(bouw, r, slots) for _ in range(regelingen)]
    som = bouw.op(Op.SOM, *[slot for slot, _ in delen])
    return bouw.plan(), som, lambda *x: sum(orakel(*x) for _, orakel in delen)


def vergelijk(verloop: Verloop, orakel: Orakel, minimaal: int) -> None:
    """Borders, ends and every jump of at least ``minimaal`` cents are those of the oracle."""
    waarden = [orakel(x) for x in range(verloop.as_.van, verloop.as_.tot + 1)]
    for stuk in verloop.stukken:
        for x, waarde in ((stuk.van, stuk.waarde_van), (stuk.tot, stuk.waarde_tot)):
            assert waarde == Fraction(waarden[x - verloop.as_.van], 100)
    echt = [
        verloop.as_.van + i
        for i in range(len(waarden) - 1)
        if abs(waarden[i + 1] - waarden[i]) >= minimaal
    ]
    assert [s.links for s in sprongen(verloop, Fraction(minimaal, 100))] == echt


def test_zestig_willekeurige_combinaties() -> None:
    """60 rules x households x axes: equal to brute force from few evaluations."""
    r = random.Random(1)
    evaluaties = punten = 0
    for _ in range(60):
        plan, doel, orakel = stapel(r, 3, r.randrange(1, 5))
        naam = r.choice(("x", "a", "b"))
        rest = {n: r.randrange(40_000) for n in ("x", "a", "b")}
        as_ = As(InvoerSleutel("A", naam), 0, 20_000)
        verloop = sweep(plan, geval(**rest), as_, doel)

        def langs(
            x: int, rest: dict[str, int] = rest, naam: str = naam, orakel: Orakel = orakel
        ) -> int:
            return orakel(*{**rest, naam: x}.values())

        vergelijk(verloop, langs, 10_000)
        assert verloop.garantie == "exact"
        evaluaties += verloop.evaluaties
        punten += 20_001
    assert evaluaties * 500 < punten


def zaagtand(r: random.Random) -> tuple[GroundPlan, int, Callable[[int], int]]:
    """A bonus if a rounded amount exceeds the unrounded one by more than a threshold."""
    teller, noemer = r.randrange(1, 60), r.randrange(2, 61)
    drempel = r.randrange(-9, 10)
    hoogte, teken = r.randrange(1, 100), r.choice(("<", "<=", ">", ">="))
    wijze = r.choice(("naar beneden", "naar boven"))
    bouw = Bouw()
    deel = bouw.op(Op.SCHAAL, bouw.invoer(), par=Fraction(teller, noemer))
    zaag = bouw.op(Op.VERMINDERD, bouw.afronden(deel, wijze, 0), deel)
    toets = bouw.vergelijk(zaag, teken, bouw.const(Fraction(drempel, 10)))
    doel = bouw.kies(toets, bouw.const(hoogte), bouw.const(0))

    def orakel(x: int) -> int:
        n = teller * x
        rond = n // noemer if wijze == "naar beneden" else -(-n // noemer)
        d, g = 10 * (rond * noemer - n), drempel * noemer
        return hoogte * {"<": d < g, "<=": d <= g, ">": d > g, ">=": d >= g}[teken]

    return bouw.plan(), doel, orakel


def klopt(verloop: Verloop, orakel: Callable[[int], int]) -> bool:
    """Every piece is constant and has the value of the oracle."""
    return all(
        orakel(x) == stuk.waarde_van
        for stuk in verloop.stukken
        for x in range(stuk.van, stuk.tot + 1)
    )


def test_zaagtand_600_regels_en_de_zonestap_is_nodig() -> None:
    """0 of 600 wrong; without the zone step most of them would be wrong."""
    r = random.Random(2)
    fout = fout_zonder = 0
    for _ in range(600):
        plan, doel, orakel = zaagtand(r)
        as_ = As(X, r.randrange(-50, 50), 120)
        verloop = sweep(plan, geval(), as_, doel)
        fout += not klopt(verloop, orakel) or verloop.garantie != "exact"
        fout_zonder += not klopt(sweep(plan, geval(), as_, doel, zonestap=False), orakel)
    assert fout == 0
    assert fout_zonder > 150


class WaarheidSporen(Sporen):
    """As it must not be: equality recorded as a truth."""

    def vergelijk(self, teken: str, links: Spoor, rechts: Spoor) -> bool:
        waar = super().vergelijk(teken, links, rechts)
        if teken in "=≠" and self.log and self.log[-1].uitkomst is not waar:
            hoe = (VERGELIJKERS[teken], links, rechts)
            self.log[-1] = self.log[-1]._replace(uitkomst=waar, hoe=hoe)
        return waar


def houdt_stand(plan: GroundPlan, as_: As, doel: int, orakel: Callable[[int], int]) -> bool:
    """Whether the sweep is right. It replays each piece exactly, and so may find out itself."""
    try:
        return klopt(sweep(plan, geval(), as_, doel), orakel)
    except AssertionError:
        return False


def gelijkheid(r: random.Random) -> tuple[GroundPlan, int, Callable[[int], int]]:
    """A rounded amount equal (or not) to a number: a bonus there only."""
    noemer, getal = r.randrange(1, 30), r.randrange(0, 30)
    hoogte, ongelijk = r.randrange(1, 100), r.random() < 0.5
    bouw = Bouw()
    deel = bouw.op(Op.SCHAAL, bouw.invoer(), par=Fraction(1, noemer))
    rond = bouw.afronden(deel, "naar beneden", 0)
    toets = bouw.vergelijk(rond, "≠" if ongelijk else "=", bouw.const(getal))
    doel = bouw.kies(toets, bouw.const(hoogte), bouw.const(0))
    return bouw.plan(), doel, lambda x: hoogte * ((x // noemer == getal) != ongelijk)


def test_gelijk_als_teken_en_niet_als_waarheid(monkeypatch: pytest.MonkeyPatch) -> None:
    r = random.Random(3)
    regels = [gelijkheid(r) for _ in range(150)]
    as_ = As(X, 0, 400)
    assert all(klopt(sweep(p, geval(), as_, doel), orakel) for p, doel, orakel in regels)
    monkeypatch.setattr(sweep_module, "Sporen", WaarheidSporen)
    fout = sum(not houdt_stand(p, as_, doel, orakel) for p, doel, orakel in regels)
    assert fout > 40


def test_zestig_regels_over_50001_punten() -> None:
    r = random.Random(4)
    evaluaties = 0
    for _ in range(60):
        plan, doel, orakel = stapel(r, 1, 1)
        verloop = sweep(plan, geval(), As(X, 0, 50_000), doel)
        vergelijk(verloop, orakel, 5_000)
        evaluaties += verloop.evaluaties
    assert evaluaties < 3_000


def test_budget_maakt_het_gezocht_en_nooit_stil_exact() -> None:
    bouw = Bouw()
    doel = bouw.op(Op.ELFPROEF, bouw.invoer())
    verloop = sweep(bouw.plan(), geval(), As(X, 0, 10**6), doel, evaluaties=200)
    assert verloop.garantie == "gezocht"
    assert verloop.evaluaties < 1_000


def test_budget_raakt_op_over_de_hele_as() -> None:
    """No half of the axis is left out for the sake of the other."""
    bouw = Bouw()
    doel = bouw.op(Op.TIJDSDUUR, bouw.invoer("geboren"), bouw.invoer("x"), par=Duur("mnd"))
    as_ = As(X, date(1925, 1, 1).toordinal(), date(2025, 1, 1).toordinal())  # 1200 months
    verloop = sweep(bouw.plan(), geval(geboren=date(1924, 1, 1)), as_, doel, evaluaties=200)
    midden = date(1975, 1, 1).toordinal()
    assert verloop.garantie == "gezocht"
    assert min(sum(g.links < midden for g in verloop.grenzen),
               sum(g.links > midden for g in verloop.grenzen)) > 20  # fmt: skip


def test_sprongen_binnen_een_stuk_op_veelvouden() -> None:
    """Rounding to thousands: the jumps lie inside the piece, and bisection finds them all."""
    bouw = Bouw()
    duizend = bouw.op(Op.SCHAAL, bouw.invoer(), par=Fraction(1, 1000))
    doel = bouw.op(Op.SCHAAL, bouw.afronden(duizend, "naar beneden", 0), par=Fraction(1000))
    verloop = sweep(bouw.plan(), geval(), As(X, 0, 1_000_000), doel)
    assert (len(verloop.stukken), verloop.garantie) == (1, "exact")
    gevonden = [s.rechts for s in sprongen(verloop, Fraction(500))]
    assert gevonden == list(range(1000, 1_000_001, 1000))
    assert not list(sprongen(verloop, Fraction(2002)))


def test_leeftijd_langs_een_datum_as() -> None:
    """Born on 29 February: 18 on 1 March; one piece per whole year of age."""
    bouw = Bouw()
    van, tot = bouw.invoer("geboren"), bouw.invoer("x")
    leeftijd = bouw.op(Op.TIJDSDUUR, van, tot, par=Duur("mnd", Fraction(12)))
    toets = bouw.vergelijk(leeftijd, ">=", bouw.const(18))
    doel = bouw.kies(toets, bouw.const(1), bouw.const(0))
    as_ = As(X, date(2005, 1, 1).toordinal(), date(2025, 1, 1).toordinal())
    verloop = sweep(bouw.plan(), geval(geboren=date(2004, 2, 29)), as_, doel)
    (sprong,) = sprongen(verloop, Fraction(1))
    assert date.fromordinal(sprong.rechts) == date(2022, 3, 1)
    assert verloop.garantie == "exact"
    assert len(verloop.stukken) == 21


def test_grens_noemt_de_stap_en_stuk_de_regels() -> None:
    bouw = Bouw()
    x = bouw.invoer()
    toets = bouw.vergelijk(x, ">", bouw.const(70))
    doel = bouw.kies(toets, bouw.const(5), x)
    verloop = sweep(bouw.plan(), geval(), As(X, 0, 100), doel)
    (grens,) = verloop.grenzen
    assert (grens.links, grens.rechts, grens.stap) == (70, 71, toets)
    waarden = [grens.waarde_links, grens.waarde_rechts, grens.sprong]
    assert waarden == [Fraction(70), Fraction(5), Fraction(-65)]
    assert (grens.uitkomst_links, grens.uitkomst_rechts) == (False, True)
    assert [verloop.gevuurd(s) for s in verloop.stukken] == [frozenset(), frozenset({"regel 1"})]
    assert steilste(verloop) == grens
    assert laagste(verloop) == (0, Fraction(0))
    assert verloop.waarde(70) == 70
    assert verloop.stuk(71).van == 71


def test_een_getal_min_zichzelf_is_nul_hoe_het_ook_is_afgerond() -> None:
    """What is granted less the advance, when both are the same rounded amount: nowhere is there a
    border, and no place has to be looked at by itself."""
    bouw = Bouw()
    x = bouw.invoer("x")
    bedrag = bouw.afronden(bouw.op(Op.MAAL, x, bouw.const(Fraction(37, 100))), "naar beneden", 0)
    verschil = bouw.op(Op.MIN, bedrag, bedrag)
    terug = bouw.op(Op.BEGRENS, verschil, bouw.const(0), bouw.const(1000))
    doel = bouw.op(Op.PLUS, terug, x)
    verloop = sweep(bouw.plan(), geval(x=Fraction(0)), As(X, 0, 4000), doel)
    assert [(s.van, s.tot, s.garantie) for s in verloop.stukken] == [(0, 4000, "exact")]
    assert verloop.evaluaties == 2
    assert verloop.waarde(2000) == 2000
