"""Two inputs that must be right together: the course along the one shows where, the other too."""

from __future__ import annotations

from fractions import Fraction

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.voorbeeld import DAG, model_van
from wetsanalyse.analyses.burgers.vormen import burgers
from wetsanalyse.analyses.oorzaak.onderscheid import met_gegeven
from wetsanalyse.analyses.verlopen.lijnzoeken import ergste_plaats, ergste_van, hoogte
from wetsanalyse.analyses.verlopen.vegen import Opdracht, Veeg, opdrachten, veeg_van
from wetsanalyse.analyses.verlopen.zoeken import Zoekbudget, zoek
from wetsanalyse.model.casus import Casus
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.run.verloop import Verloop

# The support ends where savings and premium together pass 50,000.
SAMEN = regel(
    "steun",
    "De steun van een Burger moet gesteld worden op 500 €/jr\n"
    "indien (zijn spaargeld plus zijn betaalde premie) kleiner of gelijk is aan 50000 €.",
)
# Nothing is lost at all unless the citizen is insured and born late enough, both.
BEIDE = regel(
    "steun",
    "De steun van een Burger moet gesteld worden op 700 €/jr\n"
    "indien hij aan alle volgende voorwaarden voldoet:\n"
    "    - hij is verzekerd\n"
    "    - zijn geboortedatum is later dan 1-1-2010\n"
    "    - zijn spaargeld is kleiner of gelijk aan 50000 €.",
)
SPAARGELD, PREMIE = ("A", "spaargeld"), ("A", "betaalde premie")


def plan_van(*delen: str) -> Plan:
    return lower(model_van(wet_met(*delen)), DAG)


def een_burger(plan: Plan) -> Casus:
    return burgers(plan, ())[0]


def onverzekerd(plan: Plan) -> Casus:
    return met_gegeven(een_burger(plan), "A", "verzekerd", False)


def opdracht(plan: Plan, attribuut: str) -> Opdracht:
    [gevonden] = [o for o in opdrachten(plan, [een_burger(plan)]) if o.attribuut == attribuut]
    return gevonden


def veeg(plan: Plan, casus: Casus, attribuut: str) -> Veeg:
    gevonden = veeg_van(plan, opdracht(plan, attribuut).op(casus))
    assert gevonden is not None
    return gevonden


def test_de_lijn_ziet_waar_de_stap_het_ergst_is() -> None:
    """From 49,000 to 49,001 of savings: the support is lost at one premium only, 1,000; the same as
    with every premium run by itself."""
    plan = plan_van(SAMEN)
    basis = een_burger(plan)
    kanten = [met_gegeven(basis, *SPAARGELD, Fraction(x)) for x in (49_000, 49_001)]
    links, rechts = (veeg(plan, casus, PREMIE[1]).netto for casus in kanten)
    x = ergste_plaats(links, rechts)
    verschil = {p: abs(netto(links, p) - netto(rechts, p)) for p in range(990, 1_011)}
    assert x == 1000
    assert [p for p, v in verschil.items() if v] == [x]
    assert verschil[x] == 500


def netto(verloop: Verloop, x: int) -> Fraction:
    waarde = verloop.waarde(x)
    assert isinstance(waarde, Fraction)
    return waarde


def test_zonder_verschil_wijst_de_lijn_waar_het_meeste_op_het_spel_staat() -> None:
    plan = plan_van(SAMEN)
    zelfde = veeg(plan, met_gegeven(een_burger(plan), *SPAARGELD, Fraction(49_000)), PREMIE[1])
    x = ergste_plaats(zelfde.netto, zelfde.netto)
    assert x is not None
    assert x <= 1000
    assert hoogte(zelfde.netto) == 500


def test_een_klif_leest_wat_de_stap_bepaalt() -> None:
    """The premium is read, the birthday is not; without any step the whole axis is the pair."""
    plan = plan_van(SAMEN)
    klif = ergste_van(veeg(plan, met_gegeven(een_burger(plan), *PREMIE, Fraction(1)), SPAARGELD[1]))
    assert (klif.links, klif.rechts, klif.verlies) == (49_999, 50_000, 500)
    gelezen = {s.eigenschap for s in klif.gelezen.invoer}
    assert {"spaargeld", "betaalde premie"} <= gelezen
    assert not {"geboortedatum", "inkomen"} & gelezen
    plan = plan_van(BEIDE)
    vlak = ergste_van(veeg(plan, onverzekerd(plan), "geboortedatum"))
    assert (vlak.links, vlak.rechts, vlak.verlies) == (vlak.veeg.as_.van, vlak.veeg.as_.tot, 0)


def test_twee_gegevens_moeten_samen_kloppen() -> None:
    plan = plan_van(BEIDE)
    wie = opdracht(plan, "spaargeld").op(onverzekerd(plan))
    for seed in range(3):
        [beter] = zoek(plan, [wie], [], Zoekbudget(60, 5_000), seed).vegen
        assert ergste_van(beter).verlies == 700
