"""No pattern knows a law: the same law in meaningless words, and with every amount a hundredth,
gives the same findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from tests.analyses.voorbeeld import BUDGET, WORTEL, onderzocht, wet
from tests.wetten.hernoem import HONDERDSTE, Namen, herschrijf, verzamel
from wetsanalyse import chain
from wetsanalyse.analyses import drempels
from wetsanalyse.analyses.bevinding import Bevinding, Drempel, Onderzoek
from wetsanalyse.analyses.onderzoek import draai_scenarios, onderzoek
from wetsanalyse.model.casus import tabel_van
from wetsanalyse.model.model import Model
from wetsanalyse.model.scenarios import Scenario, los_scenarios_op

KLEIN = ("controle-inkomenssteun", "wahv", "zorgtoeslag")
GROOT = "kinderopvangtoeslag-2014"


@cache
def hernoemd(naam: str, *, kleiner: bool) -> tuple[Model, tuple[Scenario, ...], Namen]:
    """A shipped law and its scenarios in other words."""
    set_, _ = wet(naam)
    namen = verzamel(set_.ontleding)
    bronnen = herschrijf(set_.ontleding, namen, kleiner=kleiner)
    ontleding = chain.parse(bronnen)
    assert ontleding.ok, "\n".join(str(f) for f in ontleding.fouten)
    model = chain.resolve(ontleding.value)
    assert model.ok, "\n".join(str(f) for f in model.fouten)
    oud = chain.parse(_scenariobronnen(naam), set_.ontleding.lexicon)
    assert oud.ok
    nieuw = chain.parse(herschrijf(oud.value, namen, kleiner=kleiner), ontleding.value.lexicon)
    assert nieuw.ok, "\n".join(str(f) for f in nieuw.fouten)
    scenarios = los_scenarios_op(
        nieuw.value.blokken, tabel_van(model.value, ontleding.value.lexicon)
    )
    assert scenarios.ok, "\n".join(str(f) for f in scenarios.fouten)
    return model.value, scenarios.value, namen


def _scenariobronnen(naam: str) -> Any:
    return chain.read([WORTEL / "scenarios" / naam], chain.SCENARIOS).value


def kern(gevonden: Onderzoek, namen: Namen | None, schaal: Fraction = Fraction(1)) -> list[Any]:
    """What must stay the same, with the names of the original put into the new words and its
    amounts at the new scale."""
    return [_kern(b, namen, schaal) for b in gevonden.bevindingen]


def _kern(b: Bevinding, namen: Namen | None, schaal: Fraction) -> Any:
    def woord(tekst: str) -> str:
        return tekst if namen is None else (namen.van(tekst) or tekst)

    def regel(id_: str) -> str:
        return id_ if namen is None else namen.regel(id_)

    def as_waarde(waarde: Fraction, eenheid: str) -> Fraction:
        return waarde * schaal if "€" in eenheid else waarde

    return (
        b.patroon,
        woord(b.as_),
        b.maat * schaal if b.eenheid == "€" else b.maat,
        b.klasse,
        b.dekking.sterkte,
        b.dekking.sterkte_nu,
        [(r.soort, r.dekt, r.sterkte) for r in b.dekking.rijen],
        b.blaam_volledig,
        sorted(tuple(sorted(map(regel, blaam.regels))) for blaam in b.blaamset),
        [
            (
                woord(g.as_),
                as_waarde(g.waarde_buur, g.eenheid_as),
                as_waarde(g.waarde_burger, g.eenheid_as),
                g.verlies * schaal,
            )
            for g in b.getuigen
        ],
    )


def kleinere_drempels() -> Mapping[str, Mapping[str, Drempel]]:
    """The shipped thresholds in euro as hundredths."""
    return {
        patroon: {
            naam: replace(d, waarde=d.waarde * HONDERDSTE) if d.eenheid == "€" else d
            for naam, d in velden.items()
        }
        for patroon, velden in drempels.standaard().items()
    }


def examineer(naam: str, *, kleiner: bool) -> tuple[Onderzoek, Namen]:
    model, scenarios, namen = hernoemd(naam, kleiner=kleiner)
    dag = onderzocht(naam).rekendatum
    return onderzoek(model, scenarios, dag, hoogstens=BUDGET.get(naam, 120)), namen


@pytest.mark.parametrize("naam", [*KLEIN, GROOT])
@pytest.mark.parametrize("kleiner", [False, True])
def test_dezelfde_wet_haalt_zijn_scenarios(naam: str, kleiner: bool) -> None:
    """Every expected amount goes along, so all scenarios still pass."""
    model, scenarios, _ = hernoemd(naam, kleiner=kleiner)
    assert len(scenarios) == len(wet(naam)[1])
    uitslagen, _ = draai_scenarios(model, scenarios)
    assert [u.afwijkingen for u in uitslagen if not u.geslaagd] == []


@pytest.mark.parametrize("naam", [*KLEIN, GROOT])
def test_geen_oude_naam_blijft_over(naam: str) -> None:
    """Nothing that the law calls by name is left in the model."""
    model, _, namen = hernoemd(naam, kleiner=False)
    over = {
        *model.objecttypen,
        *model.parameters,
        *model.regels,
        *model.clausules,
        *model.open_normen,
        *model.feittypen,
        *model.enumeraties,
        *model.regelingen,
        *(a for o in model.objecttypen.values() for a in (*o.attributen, *o.kenmerken)),
        *(w for waarden in model.enumeraties.values() for w in waarden),
    }
    assert {n.casefold() for n in over} <= set(namen.nieuw.values())
    assert not {n.casefold() for n in over} & set(namen.nieuw)


@pytest.mark.parametrize("naam", KLEIN)
def test_andere_namen_dezelfde_bevindingen(naam: str) -> None:
    gevonden, namen = examineer(naam, kleiner=False)
    assert kern(gevonden, None) == kern(onderzocht(naam), namen)


@pytest.mark.parametrize("naam", [*KLEIN, GROOT])
def test_andere_bedragen_dezelfde_bevindingen(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    origineel = onderzocht(naam)
    kleiner = kleinere_drempels()
    monkeypatch.setattr(drempels, "standaard", lambda: kleiner)
    gevonden, namen = examineer(naam, kleiner=True)
    assert kern(gevonden, None) == kern(origineel, namen, HONDERDSTE)


def grenzen(gevonden: Onderzoek, schaal: Fraction = Fraction(1)) -> list[Any]:
    """The hidden borders. Their order goes by the words of the axis, so it may change."""

    def maat(waarde: Fraction, eenheid: str) -> Fraction:
        return waarde * schaal if "€" in eenheid else waarde

    return sorted(
        (maat(d.waarde_links, d.eenheid), maat(d.waarde_rechts, d.eenheid), d.soort)
        for d in gevonden.verborgen_drempels
    )


@pytest.mark.parametrize("naam", KLEIN)
def test_dezelfde_verborgen_drempels(naam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    origineel = onderzocht(naam)
    assert grenzen(examineer(naam, kleiner=False)[0]) == grenzen(origineel)
    kleiner = kleinere_drempels()
    monkeypatch.setattr(drempels, "standaard", lambda: kleiner)
    assert grenzen(examineer(naam, kleiner=True)[0]) == grenzen(origineel, HONDERDSTE)
