"""The class of a finding, and the tree that describes who is hit. [hardheid 7]"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.proefzaken import bundel, zaken_van_tekst, zaken_van_wet
from wetsanalyse.analyses.ernst.boom import Beschrijving, Voorbeeld, Vraagstuk, Waarde, beschrijf
from wetsanalyse.analyses.ernst.geraakt import Geheugen, treffer
from wetsanalyse.analyses.ernst.klasse import MINSTENS, ZUIVER, klasse
from wetsanalyse.analyses.ernst.steekproef import opbouw, scheiding, steekproef, verspreid
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.model.casus import Feit, Huishouden

F = Fraction

# ------------------------------------------------------------------ the tree


def v(erin: bool, **waarden: Waarde) -> Voorbeeld:
    return Voorbeeld(waarden, erin)


def woorden(b: Beschrijving) -> set[tuple[str, str, Waarde]]:
    return {(w.veld, w.soort, w.waarde) for pad in b.paden for w in pad}


def test_een_grens() -> None:
    rij = [v(x > 5, x=F(x), y=F(x % 3)) for x in range(11)]
    gevonden = beschrijf(rij, ("y", "x"))
    assert gevonden.paden == ((Vraagstuk("x", "meer", F(5)),),)
    assert gevonden.raak == gevonden.vangst == 1


def test_drie_voorwaarden() -> None:
    rij = [
        v(x > 2 and y <= 3 and z, x=F(x), y=F(y), z=z)
        for x in range(6)
        for y in range(6)
        for z in (True, False)
    ]
    gevonden = beschrijf(rij, ("x", "y", "z"))
    assert gevonden.voorwaarden == 3
    assert gevonden.zuiver(F(1))
    assert woorden(gevonden) == {("x", "meer", F(2)), ("y", "hoogstens", F(3)), ("z", "is", True)}


def test_vier_voorwaarden_zijn_er_een_te_veel() -> None:
    rij = [
        v(all(aan), **{f"k{n}": a for n, a in enumerate(aan)})
        for aan in ((a, b, c, d) for a in (True, False) for b in (True, False)
                    for c in (True, False) for d in (True, False))
    ]  # fmt: skip
    assert not beschrijf(rij, ("k0", "k1", "k2", "k3")).zuiver(ZUIVER)


@pytest.mark.parametrize(("mis", "genoeg"), [(0, True), (5, True), (6, False)])
def test_vijfennegentig_procent(mis: int, genoeg: bool) -> None:
    """100 described, of which so many are not in the set; and one field says nothing else."""
    rij = [v(n >= mis, hoog=True) for n in range(100)] + [v(False, hoog=False)] * 100
    gevonden = beschrijf(rij, ("hoog",))
    assert gevonden.raak == F(100 - mis, 100)
    assert gevonden.zuiver(ZUIVER) is genoeg


def test_wie_het_niet_heeft_zit_niet_boven_een_grens() -> None:
    rij = [v(True, x=F(5)), v(False, x=F(1)), v(False, x=None)]
    gevonden = beschrijf(rij, ("x",))
    assert gevonden.paden == ((Vraagstuk("x", "meer", F(1)),),)
    assert gevonden.zuiver(F(1))


def test_een_waarde_uit_een_lijst() -> None:
    rij = [v(kleur == "rood", kleur=kleur) for kleur in ("rood", "groen", "blauw") * 3]
    assert beschrijf(rij, ("kleur",)).paden == ((Vraagstuk("kleur", "is", "rood"),),)


def test_niemand_en_iedereen() -> None:
    assert beschrijf([v(False, x=F(1))], ("x",)).paden == ()
    assert beschrijf([], ("x",)).bekeken == 0
    assert beschrijf([v(True, x=F(1))], ("x",)).paden == ((),)


def test_een_kleine_verzameling_verdrinkt_niet() -> None:
    """Two of 500; the tree still finds them."""
    rij = [v(x in (250, 251), x=F(x)) for x in range(500)]
    gevonden = beschrijf(rij, ("x",))
    assert woorden(gevonden) == {("x", "meer", F(249)), ("x", "hoogstens", F(251))}


# ------------------------------------------------------------------ who is looked at


def test_een_plek_vinden_en_spreiden() -> None:
    assert scheiding(lambda x: x > 41, 0, 100) == (41, 42)
    assert scheiding(lambda x: x < 7, 0, 100) == (6, 7)
    assert verspreid(8) == [0, 4, 2, 6, 1, 5, 3, 7]
    assert sorted(verspreid(21)) == list(range(21))
    assert verspreid(0) == []


def test_opbouw_kijkt_niet_naar_namen() -> None:
    een = Huishouden((("A", "P"), ("B", "P")), (Feit("f", ("A", "B")),))
    ander = Huishouden((("X", "P"), ("Y", "P")), (Feit("f", ("X", "Y")),))
    om = Huishouden((("X", "P"), ("Y", "P")), (Feit("f", ("Y", "X")),))
    assert opbouw(een) == opbouw(ander)
    assert opbouw(een) != opbouw(om)


def test_geraakt_is_wie_met_zijn_eigen_berekening_hard_getroffen_wordt() -> None:
    """Beyond the asset limit at an income x the loss is 1,573.42 - 0.137 (x - 28,406), rounded. It
    is 500 for as long as that is at least 499.50: x at most 36,244 (7,838 more: 499.62; 7,839:
    499.48)."""
    zaken = zaken_van_wet("zorgtoeslag")
    (zaak,) = bundel(zaken, "P01", "vermogen")
    geheugen = Geheugen(zaak.plan)
    (naam, _), *_ = zaak.paar.burger.huishouden.objecten

    def raak(inkomen: int, vermogen: int) -> bool:
        casus = met_gegeven(zaak.paar.burger, naam, "toetsingsinkomen", F(inkomen))
        casus = met_gegeven(casus, naam, "vermogen", F(vermogen))
        return treffer(zaak, casus, geheugen) is not None

    assert raak(36244, 141897)
    assert not raak(36245, 141897)
    assert not raak(36244, 141896)
    assert raak(0, 500000)


# ------------------------------------------------------------------ classes


def test_de_vermogensgrens_is_een_regel_om_te_herstellen() -> None:
    zaken = zaken_van_wet("zorgtoeslag")
    (zaak,) = bundel(zaken, "P01", "vermogen")
    gevonden = klasse(zaak, zaken[1])
    assert gevonden.letter == "R"
    (zin,) = gevonden.voorwaarden
    assert set(zin.split(" en ")) == {
        "“vermogen” van A is meer dan 141896 €",
        "“toetsingsinkomen” van A is hoogstens 36244 €/jr",
        "“verzekerd” van A is waar",
    }
    assert zin in gevonden.tekst
    assert gevonden.bekeken >= MINSTENS


def test_de_verhogingen_zijn_met_toetsen_uit_de_regels_te_beschrijven() -> None:
    """Both increases together are twice the fine, and count from 100 euro: from a fine of 50."""
    zaken = zaken_van_wet("wahv")
    zaak, *_ = bundel(zaken, "P04", "betaaldatum")
    gevonden = klasse(zaak, zaken[1])
    assert gevonden.letter == "R"
    (zin,) = gevonden.voorwaarden
    assert "“boete” van B is meer dan 49 €" in zin
    assert "“zijn verzenddatum van de aanmaning is gevuld” in Regel tweede verhoging klopt" in zin
    assert zin.count("klopt niet") == 1


def test_elke_keer_hetzelfde() -> None:
    zaken = zaken_van_wet("wahv")
    zaak, *_ = bundel(zaken, "P04", "betaaldatum")
    assert klasse(zaak, zaken[1]) == klasse(zaak, zaken[1])
    een, twee = (steekproef(zaak, zaken[1], Geheugen(zaak.plan)) for _ in range(2))
    assert een == twee


KLIF = regel(
    "steun",
    "De steun van een Burger moet gesteld worden op 3000 €/jr\n"
    "indien zijn spaargeld kleiner of gelijk is aan 5000 €.",
)


def test_de_volgorde_van_de_vragen() -> None:
    """M before U, U before R."""
    zaken = zaken_van_tekst(wet_met(KLIF))
    zaak, *_ = bundel(zaken, "P01", "spaargeld")
    assert klasse(zaak).letter == "R"
    assert klasse(zaak, weg_na_herstel_overheid=True).letter == "U"
    overheid = replace(zaak, waarneming=replace(zaak.waarneming, patroon="P17"))
    assert klasse(overheid).letter == "U"
    zonder = replace(zaak, blaam=())
    assert klasse(zonder, weg_na_herstel_overheid=True).letter == "M"


def niet_op_een_grens(zaak: Zaak) -> Zaak:
    """As another pattern would see it, which has no one test that splits the two."""
    return replace(zaak, waarneming=replace(zaak.waarneming, patroon="P05"), testen=())


def test_een_paar_aan_weerszijden_van_een_toets_is_een_klif() -> None:
    """Whatever pattern saw it: one unit apart, one test in one rule."""
    zaken = zaken_van_tekst(wet_met(KLIF))
    zaak, *_ = bundel(zaken, "P01", "spaargeld")
    zelfde = replace(zaak, waarneming=replace(zaak.waarneming, patroon="P04"))
    assert klasse(zelfde).letter == "R"


def test_zonder_bekeken_burgers_is_er_geen_beschrijving() -> None:
    """Not structural, and nobody was looked at: then a clause, and it says that it is not known."""
    zaken = zaken_van_tekst(wet_met(KLIF))
    zaak, *_ = bundel(zaken, "P01", "spaargeld")
    anders = niet_op_een_grens(zaak)
    gevonden = klasse(anders)
    assert gevonden.letter == "C"
    assert "niet bekend" in gevonden.reden
    assert klasse(anders, zaken[1]).letter == "R"


VEEL = regel(
    "steun",
    "De steun van een Burger moet gesteld worden op 3000 €/jr\n"
    "indien hij aan alle volgende voorwaarden voldoet:\n"
    "    • zijn spaargeld is kleiner of gelijk aan 5000 €\n"
    "    • zijn inkomen is groter dan 9000 €/jr\n"
    "    • zijn inkomen is kleiner of gelijk aan 30000 €/jr\n"
    "    • zijn betaalde premie is groter dan 400 €\n"
    "    • zijn betaalde premie is kleiner of gelijk aan 1500 €\n"
    "    • hij is verzekerd.",
)


def test_veel_voorwaarden_vragen_een_clausule() -> None:
    """Six conditions, five of which must be known to tell who is hit beyond the limit."""
    zaken = zaken_van_tekst(wet_met(VEEL))
    zaak, *_ = bundel(zaken, "P01", "spaargeld")
    anders = niet_op_een_grens(zaak)
    gevonden = klasse(anders, zaken[1])
    assert gevonden.letter == "C"
    assert gevonden.voorwaarden == ()
    assert gevonden.bekeken >= MINSTENS
    assert gevonden.vangst is not None
    assert gevonden.raak is not None
    assert min(gevonden.raak, gevonden.vangst) < ZUIVER
