"""What the solver adds: a proof that nobody is hit harder, a worse citizen, a dead clause."""

from __future__ import annotations

from dataclasses import replace

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.voorbeeld import DAG, een, model_van, van, vraag, wet
from wetsanalyse.analyses.bevinding import Onderzoek
from wetsanalyse.analyses.onderzoek import Vraag, onderzoek

ORGAAN = "Bestuursorgaan het college\n"


def met_bewijs(sweeps: int = 120, bewijzen: int = 2) -> Vraag:
    basis = vraag(sweeps)
    return replace(basis, diepte=replace(basis.diepte, bewijzen=bewijzen, seconden=20.0))


def onderzoek_wet(*delen: str, sweeps: int = 120) -> Onderzoek:
    return onderzoek(model_van(wet_met(*delen)), (), DAG, vraag=met_bewijs(sweeps))


def test_van_de_vermogensgrens_is_bewezen_dat_niemand_meer_verliest() -> None:
    """1,573 and 3,010: the standaardpremie less the normpremie at the drempelinkomen, in whole
    euros [hardheid 12, P1v]; proven for one person and for two."""
    set_, scenarios = wet("zorgtoeslag")
    gevonden = onderzoek(set_.model, scenarios, DAG, vraag=met_bewijs(60, 4))
    for naam, verlies in (("alleenstaand", 1573), ("met-toeslagpartner", 3010)):
        b = een(gevonden, f"P01-wzt-3-1-vermogen-{naam}")
        assert b.maat == verlies
        assert b.garantie["burgers"] == "bewezen"
        assert any("opgegeven en ligt van" in a for a in b.bewezen_onder)
        # That nobody is hit harder says nothing about ways out, or about other patterns.
        assert een(gevonden, f"P14-wzt-3-1-vermogen-{naam}").garantie["burgers"] == "gezocht"
        assert een(gevonden, f"P03-wzt-3-1-vermogen-{naam}").garantie["burgers"] == "gezocht"


def test_de_bewijzer_vindt_een_hardere_burger_dan_de_vaste() -> None:
    """600 is lost above 10,000 of savings by everybody, and 1,500 more by who earns between
    33,333 and 33,337: a place that two sweeps do not meet."""
    steun = regel(
        "steun",
        "De steun van een Burger moet gesteld worden op 600 €/jr\n"
        "indien zijn spaargeld kleiner of gelijk is aan 10000 €.",
    )
    extra = regel(
        "extra",
        "De extra steun van een Burger moet gesteld worden op 1500 €/jr\n"
        "indien hij aan alle volgende voorwaarden voldoet:\n"
        "    - zijn spaargeld is kleiner of gelijk aan 10000 €\n"
        "    - zijn inkomen maal 3 is groter dan 99999 €/jr\n"
        "    - zijn inkomen maal 3 is kleiner dan 100012 €/jr.",
        "2",
    )
    model = model_van(wet_met(steun, extra))

    def ergste(vraag_: Vraag) -> tuple[int, str]:
        kliffen = van(onderzoek(model, (), DAG, vraag=vraag_), "P01")
        spaargeld = [b for b in kliffen if b.as_ == "spaargeld"]
        b = max(spaargeld, key=lambda b: b.maat)
        return int(b.maat), b.garantie["burgers"]

    assert ergste(vraag(2)) == (600, "gezocht")
    assert ergste(met_bewijs(2)) == (2100, "bewezen")


def dode(voorwaarden: str) -> Onderzoek:
    clausule = (
        "Hardheidsclausule artikel 9 Pw\n    bron artikel 9, Pw\n    reikwijdte:\n"
        "    - de gehele regeling Pw\n    voor individuele gevallen\n    geldig altijd\n"
        "        Het college kan ten aanzien van een Burger afwijken van de reikwijdte\n"
        f"        indien hij aan alle volgende voorwaarden voldoet:\n{voorwaarden}.\n"
    )
    steun = regel("steun", "De steun van een Burger moet gesteld worden op 600 €/jr.")
    return onderzoek_wet(steun, ORGAAN, clausule, sweeps=2)


def test_p16_een_clausule_waaraan_niemand_kan_voldoen() -> None:
    """Less than 1,000, and twice that more than 2,000: nobody. Less than 1,000 and twice that more
    than 1,997: 999."""
    dood = dode(
        "            - zijn inkomen is kleiner dan 1000 €/jr\n"
        "            - zijn inkomen maal 2 is groter dan 2000 €/jr"
    )
    (b,) = van(dood, "P16")
    assert (b.id, dict(b.garantie)) == ("P16-artikel-9-pw", {"clausule": "bewezen"})
    levend = dode(
        "            - zijn inkomen is kleiner dan 1000 €/jr\n"
        "            - zijn inkomen maal 2 is groter dan 1997 €/jr"
    )
    assert not van(levend, "P16")
