"""The coverage proof of a finding: who is left without a way out. [hardheid 6.1, 11.5]

The invented law gives 1,200 up to 10,000 of savings, so one euro more costs 1,200 at 10,001 and
nowhere else. Who is covered follows by hand from the condition of its clause and the ranges: income
0 to 60,000, savings 0 to 100,000, both in whole euros.
"""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.analyses.proefwet import BASIS, regel, wet_met
from tests.analyses.test_bewijs import KLIF, WET
from tests.analyses.test_patronen import NORM, TEKORT, boete
from tests.analyses.test_uitwegen import ORGAAN
from tests.analyses.test_uitwegen import clausule as oordeelclausule
from tests.analyses.voorbeeld import DAG, WORTEL, model_van, van, vraag, wet
from tests.report.test_html import lees
from wetsanalyse.analyses import onderzoek as onderzoekmodule
from wetsanalyse.analyses.bevinding import Dekkingsbewijs, Onderzoek
from wetsanalyse.analyses.bewijs import dekkingsbewijs as module
from wetsanalyse.analyses.bewijs import kliffen
from wetsanalyse.analyses.bewijs.bewijsclausules import Klifproef, ongedekt
from wetsanalyse.analyses.bewijs.clausulevragen import alleen_oordeel
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.model import Model
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import LEEG, InvoerSleutel
from wetsanalyse.report.dekkingsbewijsvorm import bewijs_json, bewijsregels
from wetsanalyse.report.html import rapport
from wetsanalyse.run.scenarios import voer_uit
from wetsanalyse.run.symbolisch_termen import beschikbaar
from wetsanalyse.run.symbolisch_zoeken import Bewijs

met_z3 = pytest.mark.skipif(not beschikbaar(), reason="z3 is niet geïnstalleerd")

STEUN = regel(
    "steun",
    "De steun van een Burger moet gesteld worden op 1200 €/jr\n"
    "indien zijn spaargeld kleiner of gelijk is aan 10000 €.",
)
EXTRA = regel(
    "extra",
    "De extra steun van een Burger moet gesteld worden op 900 €/jr\n"
    "indien zijn spaargeld kleiner of gelijk is aan 20000 €.",
    "2",
)
IEDEREEN = "zijn inkomen is kleiner of gelijk aan 60000 €/jr"


def clausule(*voorwaarden: str, artikel: str = "1", voor: str = "individuele gevallen") -> str:
    eisen = "\n".join(f"            - {v}" for v in (IEDEREEN, *voorwaarden))
    return (
        "Bestuursorgaan het college\n\nHardheidsclausule artikel 9 Pw\n    bron artikel 9 Pw\n"
        f"    reikwijdte:\n    - artikel {artikel}, Pw\n    voor {voor}\n"
        "    toepassing ambtshalve\n    door besluit\n    geldig altijd\n"
        "        Het college kan ten aanzien van een Burger afwijken van de reikwijdte\n"
        f"        indien hij aan alle volgende voorwaarden voldoet:\n{eisen}.\n"
    )


def met_bewijs(seconden: float = 20.0, hoogstens: int = 6) -> Vraag:
    basis = vraag(12)
    diepte = replace(basis.diepte, bewijzen=hoogstens, seconden=seconden)
    return replace(basis, diepte=diepte)


def onderzocht(*delen: str, seconden: float = 20.0, hoogstens: int = 6) -> Onderzoek:
    model = model_van(wet_met(*delen))
    return onderzoek(model, (), DAG, vraag=met_bewijs(seconden, hoogstens))


def bewijs(gevonden: Onderzoek, patroon: str = "P01", regel_: str = "steun") -> Dekkingsbewijs:
    (b,) = [b for b in van(gevonden, patroon) if b.regels == (regel_,)]
    assert b.dekkingsbewijs is not None
    return b.dekkingsbewijs


def steun_van(model: Model, casus: Casus) -> object:
    grond, uitslag = voer_uit(lower(model, DAG), casus)
    return uitslag.waarden[grond.eigenschappen["A", "steun"]]


# ------------------------------------------------------------------ what the solver says


@met_z3
@pytest.mark.parametrize(
    "voorwaarde",
    [
        "zijn spaargeld is groter dan 10000 €",
        "zijn spaargeld is kleiner of gelijk aan 10001 €",
        "zijn inkomen is kleiner of gelijk aan 60000 €/jr",
    ],
)
def test_een_clausule_die_net_iedereen_omvat(voorwaarde: str) -> None:
    """Whoever is hit has 10,001 of savings and an income of at most 60,000."""
    d = bewijs(onderzocht(STEUN, clausule(voorwaarde)))
    assert (d.uitkomst, d.grond) == ("bewezen", "bewijzer")
    assert d.uitwegen == ("artikel 9 Pw",)
    assert (d.regels, d.seconden, d.getuige) == (("steun",), 20.0, None)
    assert "het huishouden is Burger A" in d.aannamen
    assert "inkomen van A is opgegeven en ligt van 0 €/jr tot en met 60000 €/jr" in d.aannamen


@met_z3
def test_een_clausule_die_een_burger_mist() -> None:
    """An income of 60,000 is in the range and not under 59,999: he is found, and run exactly."""
    delen = STEUN, clausule("zijn inkomen is kleiner of gelijk aan 59999 €/jr")
    d = bewijs(onderzocht(*delen))
    assert (d.uitkomst, d.grond) == ("tegenvoorbeeld", "bewijzer")
    assert d.getuige is not None
    burger, buur = d.getuige.burger, d.getuige.buur
    assert burger.invoer["A", "inkomen"] == 60000
    assert (burger.invoer["A", "spaargeld"], buur.invoer["A", "spaargeld"]) == (10001, 10000)
    assert d.getuige.verlies == 1200
    model = model_van(wet_met(*delen))
    assert steun_van(model, burger) is LEEG
    assert steun_van(model, buur) == 1200
    (rij,) = (r for r in d.gemist if r.route == "artikel 9 Pw")
    assert (rij.dekt, rij.reden) == ("reikt niet", "de voorwaarde is bij deze burger niet vervuld")


@met_z3
def test_een_andere_regel_op_dezelfde_as_telt_niet_mee() -> None:
    """Who is hit by the second rule has 20,001, and the clause is not for him; nor is it his rule.
    Without naming the rule he would be the one who is left."""
    delen = STEUN, EXTRA, clausule("zijn spaargeld is kleiner dan 15000 €")
    gevonden = onderzocht(*delen)
    (b,) = [b for b in van(gevonden, "P01") if b.regels == ("steun",)]
    assert b.dekkingsbewijs is not None
    assert (b.dekkingsbewijs.uitkomst, b.dekkingsbewijs.grond) == ("bewezen", "bewijzer")
    plan = lower(model_van(wet_met(*delen)), DAG)
    proef = Klifproef("A", "spaargeld", Fraction(500))
    versies = plan.model.clausules["artikel 9 Pw"].versies
    huis = Huishouden((("A", "Burger"),))
    assert ongedekt(plan, huis, proef, versies).uitkomst == "tegenvoorbeeld"
    assert ongedekt(plan, huis, proef, versies, regels=["steun"]).uitkomst == "bewezen"


@met_z3
@pytest.mark.parametrize(
    ("vanaf", "uitkomst"),
    [(874, "bewezen"), (875, "tegenvoorbeeld")],
)
def test_een_verhouding(vanaf: int, uitkomst: str) -> None:
    """A fine of 500 for anything less than 1,000: at 875 paid it is four times what is missing,
    which is harsh, and at 874 it is less than that."""
    straf = boete("500 € indien zijn betaalde premie kleiner is dan 1000 €", "stap beschikking")
    eis = clausule(f"zijn betaalde premie is groter dan {vanaf} €", artikel="2")
    d = bewijs(onderzocht(TEKORT, straf, NORM, eis), "P04", "boete")
    assert (d.uitkomst, d.grond) == (uitkomst, "bewijzer")
    if d.getuige is not None:
        assert d.getuige.burger.invoer["A", "betaalde premie"] == 875
        assert d.getuige.maat == 4
    assert (d.getuige is None) is (uitkomst == "bewezen")


@met_z3
@pytest.mark.parametrize(("grens", "uitkomst"), [(10000, "bewezen"), (10001, "tegenvoorbeeld")])
def test_van_twee_bewoners_gaat_het_om_wie_geraakt_wordt(grens: int, uitkomst: str) -> None:
    """Who is hit has an income of 10,001; that the other may have more helps nobody, and that he
    may have less harms nobody."""
    tekst = WET.replace("SPAARGRENS", "9000").replace("INKOMENSGRENS", str(grens))
    model = model_van(tekst)
    huis = Huishouden((("A", "Bewoner"), ("B", "Bewoner")))
    versies = model.clausules["arme spaarders"].versies
    gevonden = ongedekt(lower(model, DAG), huis, KLIF, versies)
    assert gevonden.uitkomst == uitkomst
    for geval in gevonden.getuigen[:1]:
        assert geval.invoer[InvoerSleutel("A", "inkomen")] == 10001


KLEIN = (
    ("t/m 60000 €/jr per 1 €/jr, modaal 15000 €/jr", "t/m 9 €/jr per 1 €/jr, modaal 5 €/jr"),
    ("t/m 100000 € per 1 €, modaal 1000 €", "t/m 9 € per 1 €, modaal 5 €"),
)


@met_z3
@pytest.mark.parametrize("nummer", range(8))
def test_gelijk_aan_alle_burgers_langslopen(nummer: int) -> None:
    """1,200 up to one border and 900 up to another, the second for a low income only: 1,500 is lost
    where both coincide. Every citizen is tried by hand."""
    kans = random.Random(nummer)
    een, laag = kans.randint(2, 6), kans.randint(0, 9)
    ander = een if nummer % 4 else een + 1
    van_, tot = kans.randint(0, een), een + kans.randint(0, 2)
    inkomen = kans.randint(max(0, laag - 1), 9)
    basis = BASIS
    for groot, klein in KLEIN:
        assert groot in basis
        basis = basis.replace(groot, klein)
    steun = STEUN.replace("10000 €", f"{een} €")
    extra = EXTRA.replace(
        "indien zijn spaargeld kleiner of gelijk is aan 20000 €",
        "indien hij aan alle volgende voorwaarden voldoet:\n"
        f"            - zijn spaargeld is kleiner of gelijk aan {ander} €\n"
        f"            - zijn inkomen is kleiner of gelijk aan {laag} €/jr",
    )
    eis = clausule(
        f"zijn spaargeld is groter dan {van_} €",
        f"zijn spaargeld is kleiner of gelijk aan {tot} €",
        f"zijn inkomen is kleiner of gelijk aan {inkomen} €/jr",
    )
    plan = lower(model_van(f"{basis}\n\n{steun}\n\n{extra}\n\n{eis}"), DAG)

    def netto(i: int, s: int) -> int:
        return 1200 * (s <= een) + 900 * (s <= ander and i <= laag)

    over = {
        (i, s + 1)
        for i in range(10)
        for s in range(9)
        if netto(i, s) - netto(i, s + 1) >= 1500 and not (van_ < s + 1 <= tot and i <= inkomen)
    }
    proef = Klifproef("A", "spaargeld", Fraction(1500))
    versies = plan.model.clausules["artikel 9 Pw"].versies
    gevonden = ongedekt(plan, Huishouden((("A", "Burger"),)), proef, versies, regels=["steun"])
    assert gevonden.uitkomst == ("tegenvoorbeeld" if over else "bewezen")
    for geval in gevonden.getuigen[:1]:
        wie = [geval.invoer[InvoerSleutel("A", naam)] for naam in ("inkomen", "spaargeld")]
        assert (int(wie[0]), int(wie[1])) in over


# ------------------------------------------------------------------ what the text says already


def test_zonder_clausule_is_het_de_burger_zelf() -> None:
    d = bewijs(onderzocht(STEUN))
    assert (d.uitkomst, d.grond, d.uitwegen) == ("tegenvoorbeeld", "tekst", ())
    assert d.seconden == 0


def test_een_clausule_voor_groepen_is_niet_sterk_genoeg() -> None:
    d = bewijs(onderzocht(STEUN, clausule(voor="groepen van gevallen")))
    assert (d.uitkomst, d.grond, d.uitwegen) == ("tegenvoorbeeld", "tekst", ())


def test_de_burger_zelf_voldoet_niet() -> None:
    """10,001 is not more than 10,001."""
    d = bewijs(onderzocht(STEUN, clausule("zijn spaargeld is groter dan 10001 €")))
    assert (d.uitkomst, d.grond) == ("tegenvoorbeeld", "berekening")
    assert d.uitwegen == ("artikel 9 Pw",)


def test_alleen_een_oordeel_is_geen_bewijs_dat_het_helpt() -> None:
    gevonden = onderzocht(STEUN, ORGAAN, oordeelclausule("artikel 1 Pw"))
    d = bewijs(gevonden)
    assert (d.uitkomst, d.grond) == ("bewezen", "tekst")
    assert d.normen == ("bijzondere hardheid",)
    (zin,) = (r for r in bewijsregels(gevonden.bevindingen) if r.startswith("P01"))
    assert "of het helpt is een oordeel" in zin
    tekst = bewijs_json(d, None)
    assert tekst is not None
    assert "Dat iemand er echt mee wordt geholpen, is niet bewezen." in tekst["antwoord"]


# ------------------------------------------------------------------ honesty

MAANDHULP = regel(
    "hulp per maand",
    "De extra steun van een Burger moet gesteld worden op 10 €/mnd\n"
    "indien zijn inkomen kleiner is dan 5000 €/jr.",
    "2",
)
MIST = clausule("zijn inkomen is kleiner of gelijk aan 59999 €/jr")


@met_z3
def test_te_weinig_tijd_is_onbekend() -> None:
    """No two whole squares add up to 2,147,483,647 (it leaves 3 when divided by 4), so the clause
    is for everybody; but that takes more than a hundredth of a second to find out."""
    kwadraten = (
        "(zijn inkomen maal (zijn inkomen gedeeld door 1 €/jr)) plus "
        "(zijn extra steun maal (zijn extra steun gedeeld door 1 €/jr)) is ongelijk aan "
        "2147483647 €/jr"
    )
    d = bewijs(onderzocht(STEUN, clausule(kwadraten), seconden=0.01))
    assert (d.uitkomst, d.grond) == ("onbekend", "bewijzer")
    assert "gaf binnen 0.01 seconden per vraag geen antwoord" in d.reden


@met_z3
def test_wat_de_bewijzer_niet_kan_lezen_is_onbekend() -> None:
    """An outcome that changes from month to month."""
    per_maand = wet_met(STEUN, MAANDHULP, MIST).replace(
        "de extra steun\tNumeriek (niet-negatief getal) met eenheid €/jr;",
        "de extra steun\tNumeriek (niet-negatief getal) met eenheid €/mnd voor elke maand;",
    )
    d = bewijs(onderzoek(model_van(per_maand), (), DAG, vraag=met_bewijs()))
    assert (d.uitkomst, d.grond) == ("onbekend", "bewijzer")
    assert "draait alleen exact" in d.reden


@met_z3
def test_een_burger_die_niet_narekent_wordt_niet_getoond(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A solver that shows somebody who is not hit at all."""

    def ernaast(*args: object, **kw: object) -> Bewijs:
        echt = ongedekt(*args, **kw)  # type: ignore[arg-type]
        invoer = {
            **echt.getuigen[0].invoer,
            InvoerSleutel("A", "inkomen"): Fraction(59999),
        }
        return replace(echt, getuigen=(replace(echt.getuigen[0], invoer=invoer),))

    monkeypatch.setattr(module, "ongedekt", ernaast)
    d = bewijs(onderzocht(STEUN, MIST))
    assert (d.uitkomst, d.reden, d.getuige) == ("onbekend", module.ANDERS, None)


def test_wie_afbreekt_houdt_wat_er_was(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_args: object, **_kw: object) -> Bewijs:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "ongedekt", stop)
    gevonden = onderzocht(STEUN, MIST)
    assert gevonden.afgebroken
    (b,) = van(gevonden, "P01")
    assert b.dekkingsbewijs is None


@met_z3
def test_er_worden_niet_meer_vragen_gesteld_dan_afgesproken() -> None:
    """Two borders, two rules, and a clause for both: only the first of the ranking is asked."""
    beide = clausule().replace("- artikel 1, Pw", "- artikel 1, Pw\n    - artikel 2, Pw")
    gevonden = onderzocht(STEUN, EXTRA, beide, hoogstens=1)
    eerste, tweede, *_ = [b.dekkingsbewijs for b in van(gevonden, "P01")]
    assert eerste is not None
    assert tweede is not None
    assert (eerste.uitkomst, eerste.regels) == ("bewezen", ("steun",))
    assert (tweede.uitkomst, tweede.reden) == ("onbekend", module.OP)


def test_zonder_z3_staat_erbij_hoe_u_die_krijgt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows from the text needs no solver."""
    monkeypatch.setattr(kliffen, "beschikbaar", lambda: False)
    monkeypatch.setattr(onderzoekmodule, "beschikbaar", lambda: False)
    gevonden = onderzocht(STEUN, MIST)
    d = bewijs(gevonden)
    assert d.uitkomst == "onbekend"
    assert "pip install 'wetsanalyse[bewijs]'" in d.reden
    assert sum("pip install" in punt for punt in gevonden.niet_gemeten) == 1
    assert bewijs(onderzocht(STEUN)).uitkomst == "tegenvoorbeeld"


@met_z3
def test_de_burger_zonder_uitweg_staat_op_de_bladzijde() -> None:
    """With what he has, why no clause is for him, the limits, and as a file to run again."""
    delen = STEUN, MIST
    pagina = lees(rapport(onderzocht(*delen), lower(model_van(wet_met(*delen)), DAG)))
    assert not pagina.fouten
    tekst = " ".join("".join(pagina.tekst).split())
    for zin in (
        "en die geen uitweg van sterkte 3 of meer heeft? ja, een andere burger",
        "Deze burger is daarna exact nagerekend; ook geen andere uitweg is sterk genoeg.",
        "De bewijzer kreeg ten hoogste 20 seconden per vraag.",
        "Het inkomen van A€ 60.000 per jaar",
        "“artikel 9 Pw”: de voorwaarde is bij deze burger niet vervuld.",
        "inkomen van A is opgegeven en ligt van € 0 per jaar tot en met € 60.000 per jaar",
        "Burger, zonder uitweg",
    ):
        assert zin in tekst, zin


def test_zonder_bewijs_wordt_er_niets_gezegd() -> None:
    gevonden = onderzocht(STEUN, MIST, hoogstens=0)
    assert all(b.dekkingsbewijs is None for b in gevonden.bevindingen)


def test_wat_docs_hardheid_over_de_meegeleverde_wetten_zegt() -> None:
    """Each clause asks for a judgment only; once one asks more, the page has to say so."""
    for map_ in sorted((WORTEL / "rules").iterdir()):
        for clausule_ in wet(map_.name)[0].model.clausules.values():
            assert all(alleen_oordeel(v) for v in clausule_.versies), (map_.name, clausule_.naam)
