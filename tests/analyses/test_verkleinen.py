"""The plausible and the smallest pair, on small laws worked out by hand: what the harm needs
stays, everything else goes to its goal."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from tests.analyses.proefwet import regel, wet_met
from tests.analyses.voorbeeld import DAG, model_van
from wetsanalyse.analyses.burgers.verkleinen import aannemelijk, kleinst
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.patronen.klif import klif
from wetsanalyse.analyses.verlopen.vegen import opdrachten, veeg_van
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.lower import lower

GEGEVEN = {
    "inkomen": 30000,
    "spaargeld": 500,
    "betaalde premie": 1500,
    "verzekerd": True,
    "gerechtigd": True,
    "arm": True,
}


def gezien(*voorwaarden: str) -> Waarneming:
    """The klif of 1,200 above 10,000 of savings, for who meets the conditions too."""
    eisen = "".join(
        f"    - {v}\n" for v in ("zijn spaargeld is kleiner of gelijk aan 10000 €", *voorwaarden)
    )
    steun = regel(
        "steun",
        "De steun van een Burger moet gesteld worden op 1200 €/jr\n"
        f"indien hij aan alle volgende voorwaarden voldoet:\n{eisen.rstrip()}.",
    )
    plan = lower(model_van(wet_met(steun)), DAG)
    invoer = MappingProxyType({("A", naam): waarde for naam, waarde in GEGEVEN.items()})
    casus = Casus(DAG, Huishouden((("A", "Burger"),)), invoer)
    [opdracht] = [o for o in opdrachten(plan, [casus]) if o.attribuut == "spaargeld"]
    veeg = veeg_van(plan, opdracht)
    assert veeg is not None
    [waarneming] = klif(veeg, Drempels(plan.model))
    return waarneming


def test_wat_niet_uitmaakt_gaat_naar_zijn_doel() -> None:
    """The modal income is 15,000 and the modal premium 1,000; the smallest are 0 and no kenmerk.
    Along the axis both pairs stay on the two sides of the limit."""
    w = gezien()
    modaal, klein = aannemelijk(w), kleinst(w)
    assert modaal is not None
    assert klein is not None
    for paar, inkomen, premie in ((modaal, 15000, 1000), (klein, 0, 0)):
        for burger, spaargeld in zip(paar, (10001, 10000), strict=True):
            assert burger.invoer["A", "spaargeld"] == spaargeld
            assert burger.invoer["A", "inkomen"] == inkomen
            assert burger.invoer["A", "betaalde premie"] == premie
    assert not klein[0].invoer["A", "arm"]
    assert modaal[0].invoer["A", "arm"]


@pytest.mark.parametrize(
    ("eis", "modaal", "klein"),
    [
        ("zijn inkomen is groter of gelijk aan 21000 €/jr", 21000, 21000),
        ("zijn inkomen is groter dan 21000 €/jr", 21001, 21001),
        ("zijn inkomen is groter of gelijk aan 9000 €/jr", 15000, 9000),
    ],
)
def test_een_getal_gaat_zo_ver_als_het_kan(eis: str, modaal: int, klein: int) -> None:
    """The last place where the harm still is, up to the euro."""
    w = gezien(eis)
    paren = aannemelijk(w), kleinst(w)
    assert [p[0].invoer["A", "inkomen"] for p in paren if p is not None] == [modaal, klein]


def test_een_kenmerk_dat_nodig_is_blijft() -> None:
    """Only who is insured has something to lose; whether he is poor does not matter."""
    klein = kleinst(gezien("hij is verzekerd"))
    assert klein is not None
    assert klein[0].invoer["A", "verzekerd"]
    assert not klein[0].invoer["A", "arm"]
