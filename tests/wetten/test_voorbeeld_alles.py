"""rules/voorbeeld-alles uses every construct of the language, and says so at the right place."""

from __future__ import annotations

import inspect
import json
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from tests.docs.constructies import constructies
from tests.wetten.plekken import PLEKKEN, nodes_bij, opmerkingen
from wetsanalyse import chain
from wetsanalyse.analyses.onderzoek import draai_scenarios
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.text import Source

WORTEL = Path(__file__).resolve().parents[2]
REGELS = WORTEL / "rules" / "voorbeeld-alles"
SCENARIOS = WORTEL / "scenarios" / "voorbeeld-alles"

# What cannot be written down in a regulation without a fault.
ZONDER_TEKST = {
    "een melding over wat fout is": [
        "R-022", "R-027", "R-028", "R-033", "R-049", "R-068", "R-081", "R-082", "R-090", "R-108",
        "R-133", "R-170", "R-172", "R-175", "R-197", "R-199", "R-256",
    ],
    "hoe er wordt uitgevoerd": [f"R-{n}" for n in range(257, 269)],
}  # fmt: skip


@cache
def bronnen() -> tuple[Source, ...]:
    return chain.read([REGELS]).value


@cache
def bestanden() -> tuple[t.Bestand, ...]:
    regels = chain.parse(bronnen())
    scenarios = chain.parse(chain.read([SCENARIOS], chain.SCENARIOS).value, regels.value.lexicon)
    return *regels.value.bestanden, *scenarios.value.bestanden


def blokken() -> tuple[t.Blok, ...]:
    plat: list[t.Blok] = []
    for bestand in bestanden():
        for blok in bestand.blokken:
            plat += [blok, *blok.regels] if isinstance(blok, t.Regelgroep) else [blok]
    return tuple(plat)


def test_geen_fout_en_geen_waarschuwing() -> None:
    set_ = chain.laad([REGELS])
    assert not set_.diagnostics, "\n".join(str(d) for d in set_.diagnostics)
    scenarios = chain.laad_scenarios(set_.value, [SCENARIOS])
    assert not scenarios.diagnostics, "\n".join(str(d) for d in scenarios.diagnostics)
    assert len(scenarios.value) > 50


def test_elke_regel_doet_iets_in_een_scenario() -> None:
    """And every scenario gets what was worked out by hand."""
    set_ = chain.laad([REGELS]).value
    scenarios = chain.laad_scenarios(set_, [SCENARIOS]).value
    uitslagen, dekking = draai_scenarios(set_.model, scenarios)
    assert [(u.naam, u.afwijkingen) for u in uitslagen if not u.geslaagd] == []
    assert len(dekking) > 150
    assert [d.regel for d in dekking if not d.geraakt] == []


def test_elke_constructie_heeft_een_opmerking() -> None:
    genoemd = {o.nummer for bron in bronnen() for o in opmerkingen(bron)}
    zonder = {n for nummers in ZONDER_TEKST.values() for n in nummers}
    alle = {c.nummer for c in constructies()}
    assert genoemd | zonder == alle, f"nergens genoemd: {sorted(alle - genoemd - zonder)}"
    assert not genoemd & zonder, "wat een voorbeeld heeft, staat niet bij de uitzonderingen"
    assert PLEKKEN.keys() <= genoemd


@pytest.mark.parametrize("nummer", sorted(PLEKKEN))
def test_een_opmerking_staat_op_haar_plek(nummer: str) -> None:
    """One remark with this number, or more; each stands at such a node."""
    for bron in bronnen():
        for opmerking in opmerkingen(bron):
            if opmerking.nummer == nummer:
                gevonden = nodes_bij(opmerking, blokken())
                assert any(PLEKKEN[nummer](n) for n in gevonden), f"{opmerking}: niet gevonden"


def test_een_opmerking_op_de_verkeerde_plek_valt_op() -> None:
    """The two ways to look, held against a remark that stands one rule too early."""
    boven = "// [R-098]\nDagsoort de rustdag\n\n// [R-099]\nDagsoort de werkdag // [R-083]\n"
    bron = Source("proef.regels", boven)
    gelezen = chain.parse([bron]).value.blokken
    plus, min_, dagsoort = opmerkingen(bron)
    assert [o.eigen_regel for o in (plus, min_, dagsoort)] == [True, True, False]
    assert nodes_bij(plus, gelezen)[0].span.tekst == "Dagsoort de rustdag"
    assert not any(PLEKKEN["R-098"](n) for n in nodes_bij(plus, gelezen))
    assert any(PLEKKEN["R-083"](n) for n in nodes_bij(dagsoort, gelezen))


def knopen() -> list[type[t.Node]]:
    alle = [k for _, k in inspect.getmembers(t, inspect.isclass) if issubclass(k, t.Node)]
    return [k for k in alle if k not in (t.Node, t.Uitdrukking, t.Bewering)]


@pytest.mark.parametrize("knoop", knopen(), ids=lambda k: k.__name__)
def test_elke_knoop_van_de_boom_komt_voor(knoop: type[t.Node]) -> None:
    assert any(type(n) is knoop for b in bestanden() for n in doorloop(b))


def test_alle_soorten_van_de_boom_zijn_knopen() -> None:
    """Each kind of a union is a class of its own, so the test above sees them all."""
    for soort in (t.Expressie, t.Conditie, t.Resultaat, t.Blok, t.Datatype, t.Gegeven):
        assert set(get_args(soort)) <= set(knopen())


@pytest.mark.parametrize(
    "naam", ["bruto inkomen uit arbeid van vorig jaar", "bruto inkomen van vorig jaar uit arbeid"]
)
def test_labels_in_elke_volgorde_in_een_geval(naam: str, tmp_path: Path) -> None:
    set_ = chain.laad([REGELS]).value
    pad = tmp_path / "a.json"
    ouder = {"naam": "A", "type": "Ouder", "attributen": {naam: "20000"}}
    pad.write_text(json.dumps({"rekendatum": "2025-01-01", "objecten": [ouder]}), encoding="utf-8")
    casus = chain.laad_casus(set_, pad).value
    assert casus is not None
    uitslag = chain.evaluate(chain.lower(set_.model, casus.rekendatum), casus)
    assert uitslag.waarde("A", "loon van het vorige jaar") == 20000
