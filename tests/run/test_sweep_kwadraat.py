"""A product of two numbers that both move along the axis: with their signs known its direction
is known too, so a quadratic taper is swept exactly from few runs."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from tests.analyses.voorbeeld import DAG, model_van
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import vragen
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import lower
from wetsanalyse.plan.ops import InvoerSleutel
from wetsanalyse.run.scenarios import geval
from wetsanalyse.run.sweep import As, sweep
from wetsanalyse.run.verloop import verschil

MODEL = """
Objecttype de Huurder (mv: Huurders) (bezield)
    het inkomen	Numeriek (geheel getal) met eenheid €;
    de hulp	Numeriek (geheel getal) met eenheid €;

Regel hulp
    bron "voorbeeld"
    geldig altijd
        De hulp van een Huurder moet berekend worden als
        {formule}.

Uitkomst van een Huurder
    voordeel de hulp van de Huurder
    venster 12 mnd
"""
FORMULES = {
    "kwadraat, afgerond": (
        "900 € min ((zijn inkomen maal zijn inkomen) gedeeld door 400 €)"
        " rekenkundig afgerond op 0 decimalen"
    ),
    "twee die samen stijgen": (
        "((zijn inkomen plus 7 €) maal (zijn inkomen min 30 €)) gedeeld door 90 €"
        " naar beneden afgerond op 0 decimalen"
    ),
    "tegen elkaar in": (
        "((zijn inkomen plus 7 €) maal (400 € min zijn inkomen)) gedeeld door 90 €"
        " naar boven afgerond op 0 decimalen"
    ),
    "met een drempel": (
        "((zijn inkomen maal zijn inkomen) gedeeld door 100 €), met een minimum van 150 €"
        " naar boven afgerond op 0 decimalen"
    ),
}


@pytest.mark.parametrize("formule", FORMULES.values(), ids=list(FORMULES))
def test_elk_punt_ligt_op_zijn_stuk(formule: str) -> None:
    """Against running every point: between the ends of a piece nothing else happens, and a piece
    that says which way it goes does go that way."""
    plan = lower(model_van(MODEL.format(formule=formule)), DAG)
    huishouden = Huishouden((("A", "Huurder"),))
    grond = ground(plan, huishouden, vragen(plan, huishouden))
    as_ = As(InvoerSleutel("A", "inkomen"), -500, 700, Fraction(1))
    verloop = sweep(grond, geval(plan, Casus(DAG, huishouden, {})), as_, grond.vragen[NETTO])
    assert verloop.garantie == "exact"
    assert [s.van for s in verloop.stukken[1:]] == [s.tot + 1 for s in verloop.stukken[:-1]]
    for stuk in verloop.stukken:
        waarden = [verloop.waarde(x) for x in range(stuk.van, stuk.tot + 1)]
        assert (waarden[0], waarden[-1]) == (stuk.waarde_van, stuk.waarde_tot)
        if stuk.richting is not None:
            stappen = [verschil(a, b) for a, b in pairwise(waarden)]
            assert all(s is not None and s * stuk.richting >= 0 for s in stappen)


def test_een_kwadraat_kost_weinig_proeven() -> None:
    """Without the signs every point of the axis had to be run."""
    plan = lower(model_van(MODEL.format(formule=FORMULES["kwadraat, afgerond"])), DAG)
    huishouden = Huishouden((("A", "Huurder"),))
    grond = ground(plan, huishouden, vragen(plan, huishouden))
    as_ = As(InvoerSleutel("A", "inkomen"), 0, 100_000, Fraction(1))
    verloop = sweep(grond, geval(plan, Casus(DAG, huishouden, {})), as_, grond.vragen[NETTO])
    assert verloop.garantie == "exact"
    assert verloop.evaluaties < 100
