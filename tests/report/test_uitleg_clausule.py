"""The explanation of a value for which a clause has an effect."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.model.hulp import goed, regel
from wetsanalyse.model.feiten import Casus, Huishouden
from wetsanalyse.plan.lower import lower
from wetsanalyse.report.uitleg import Uitleg, als_tekst, leg_uit
from wetsanalyse.run.scenarios import voer_uit

NORM = "bijzonder hard"
WET = regel("De schuld van een Aanvrager moet gesteld worden op zijn tegoed.", "terug") + (
    "Hardheidsclausule artikel 9\n    bron artikel 9 Wst\n    reikwijdte:\n    - Regel terug\n"
    "    geldig altijd\n"
    "        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte\n"
    f"        indien er sprake is van open norm {NORM}.\n"
    "        In dat geval moet de schuld van de Aanvrager gesteld worden op 5 €.\n"
)


def waarom(oordeel: bool | None) -> Uitleg:
    oordelen = {} if oordeel is None else {(NORM, "A"): oordeel}
    huis = Huishouden((("A", "Aanvrager"),), ())
    casus = Casus(date(2025, 1, 1), huis, {("A", "tegoed"): Fraction(90)}, oordelen)
    plan = lower(goed(WET), casus.rekendatum)
    return leg_uit(plan, voer_uit(plan, casus)[1], "A", "schuld")


def test_de_clausule_besliste() -> None:
    uitleg = waarom(True)
    assert uitleg.waarde == 5
    assert uitleg.regel == "Hardheidsclausule artikel 9"
    assert [b.tekst for b in uitleg.bronnen] == ["artikel 9, Wst"]
    assert uitleg.niet == ()
    assert "terug" not in als_tekst(uitleg)


def test_de_clausule_besliste_niet() -> None:
    uitleg = waarom(False)
    assert uitleg.waarde == 90
    assert uitleg.regel == "terug"
    (niet,) = uitleg.niet
    assert (niet.regel, niet.open) == ("Hardheidsclausule artikel 9", False)


def test_nog_geen_oordeel() -> None:
    uitleg = waarom(None)
    (niet,) = uitleg.niet
    assert (niet.regel, niet.open, niet.zo_ja) == ("Hardheidsclausule artikel 9", True, "€ 5")
    assert "staat nog niet vast" in uitleg.zin
