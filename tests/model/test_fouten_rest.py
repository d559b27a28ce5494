"""The faults that need more than one sentence; and: no fault of the model goes untested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.model.hulp import BASIS, bronnen, geeft, gemerkt, regel
from wetsanalyse.model.casus import Huishouden, tabel_van
from wetsanalyse.model.resolve import resolve
from wetsanalyse.model.scenarios import los_scenarios_op, los_vraag_op
from wetsanalyse.syntax import ontleed, ontleed_tekst
from wetsanalyse.text import Diagnostic

REST = [
    (
        "PR-MEERDUIDIG",
        "Objecttype de Voogd (bezield)\n    de hulp kenmerk;\n    is blij kenmerk (bijvoeglijk);\n"
        "Feittype voogdij\n    de hulp Voogd\n    de pupil Kind\néén hulp helpt één pupil\n"
        + regel("Een Voogd is blij\nindien ⟦hij een hulp is⟧."),
    ),
    (
        "ON-SUBSELECTIE-MEERDUIDIG",
        "Feittype school\n    de leerling (mv: leerlingen) Kind\n    de zaak (mv: zaken) Zaak\n"
        "meerdere leerlingen hebben meerdere zaken\n"
        + regel(
            "De telling van een Aanvrager moet berekend worden als\n"
            "het aantal ⟦leerlingen van de zaken van alle kinderen van de Aanvrager "
            "die thuiswonend zijn⟧."
        ),
    ),
    ("AT-TYPE-ONBEKEND", "Parameter de vlag : ⟦Kleur⟧;\n"),
    (
        "CL-GEVOLG",
        "Hardheidsclausule uitweg\n    bron artikel 9 Wst\n    reikwijdte:\n"
        "    - Regel proef\n    geldig altijd\n"
        "        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte\n"
        "        indien er sprake is van open norm bijzonder hard.\n"
        "        ⟦In dat geval moet de norm gesteld worden op de drempel.⟧\n"
        + regel("Een Aanvrager is behoeftig."),
    ),
]


@pytest.mark.parametrize(("code", "tekst"), REST)
def test_fout(code: str, tekst: str) -> None:
    geeft(code, tekst)


# ------------------------------------------------------------------ scenarios


def scenario(tekst: str) -> list[Diagnostic]:
    regels = ontleed(bronnen(BASIS)).value
    tabel = tabel_van(resolve(regels).value, regels.lexicon)
    gelezen = ontleed(bronnen(tekst), regels.lexicon)
    return [*gelezen.diagnostics, *los_scenarios_op(gelezen.value.blokken, tabel).diagnostics]


KOP = "Scenario proef\n    rekendatum 1-1-2025\n    gegeven\n"
DAN = "    dan\n        - de schuld van A is gelijk aan 0 €\n"
A = "        - een Aanvrager A met tegoed gelijk aan 3 €\n"

SCENARIOS = [
    ("OT-ONBEKEND", KOP + "        - een ⟦norm⟧ A\n" + DAN),
    ("SC-OBJECT-DUBBEL", KOP + A + "        - ⟦een Aanvrager A met tegoed gelijk aan 4 €⟧\n" + DAN),
    ("ON-ATTR-ONBEKEND", KOP + "        - een Aanvrager A met ⟦spaargeld⟧ gelijk aan 3 €\n" + DAN),
    ("SC-GEGEVEN", KOP + A + "        - ⟦het tegoed van A is groter dan 3 €⟧\n" + DAN),
    ("SC-KETEN", KOP + A + "        - ⟦het tegoed van de partner van A⟧ is gelijk aan 3 €\n" + DAN),
    ("SC-KETEN", KOP + A + "        - onbekend: ⟦het tegoed van de partner van A⟧\n" + DAN),
    ("FT-ROL", KOP + A + "        - ⟦gezin met ouder A en kind A⟧\n" + DAN),
    ("PA-VAST", KOP + A + "        - het tegoed van A is gelijk aan ⟦de drempel⟧\n" + DAN),
    (
        "FT-KARDINALITEIT",
        KOP + "        - ⟦een Aanvrager A⟧\n        - een Aanvrager B\n        - een Aanvrager C\n"
        "        - partnerschap met partner A en partner B\n"
        "        - partnerschap met partner A en partner C\n" + DAN,
    ),
    ("SC-DUBBEL", KOP + A + DAN + "\nScenario ⟦proef⟧" + (KOP + A + DAN)[14:]),
    ("EH-GEMENGD", KOP + A + "    dan\n        - ⟦de schuld van A is gelijk aan 5⟧\n"),
    (
        "BT-CEL",
        "Voorbeeldreeks rij\n    rekendatum 1-1-2025\n    gegeven\n" + A
        + "| A is verzekerd | dan A is behoeftig |\n|---|---|\n| waar | ⟦3⟧ |\n",
    ),
    (
        "BT-CEL",
        "Voorbeeldreeks rij\n    rekendatum 1-1-2025\n    gegeven\n" + A
        + "| A is verzekerd | dan A is behoeftig |\n|---|---|\n| ⟦3⟧ | waar |\n",
    ),
]  # fmt: skip


@pytest.mark.constructie("R-081", stap="controleert")
@pytest.mark.parametrize(("code", "tekst"), SCENARIOS)
def test_fout_in_een_scenario(code: str, tekst: str) -> None:
    plek = gemerkt(tekst)
    meldingen = scenario(plek.tekst)
    assert {m.code for m in meldingen} == {code}, [(m.code, m.bericht) for m in meldingen]
    assert meldingen[0].span is not None
    assert meldingen[0].span.tekst == plek.woorden


def test_goed_scenario_geeft_niets() -> None:
    assert scenario(KOP + A + DAN) == []


@pytest.mark.parametrize("vraag", ["de partner van A", "het spaargeld van alle kinderen van A"])
def test_vraag_die_geen_uitkomst_is(vraag: str) -> None:
    regels = ontleed(bronnen(BASIS)).value
    tabel = tabel_van(resolve(regels).value, regels.lexicon)
    zin = ontleed_tekst(vraag, "keten", regels.lexicon, ("A",)).value
    assert zin is not None
    gelezen = los_vraag_op(zin, Huishouden((("A", "Aanvrager"),)), tabel)
    assert gelezen.value is None
    assert [m.code for m in gelezen.diagnostics] == ["VR-VORM"]


# ------------------------------------------------------------------ all codes

BRON = Path(__file__).resolve().parents[2] / "wetsanalyse"
CODE = re.compile(r'"([A-Z]{2,4}-[A-Z0-9]+(?:-[A-Z0-9]+)*)"')

# The parser finds these first, or they only come after an other fault.
NIET_TE_BEREIKEN = {
    "CL-ONDERWERP": "de ontleder vraagt al om een objecttype",
    "EN-DREMPEL": "een naam in een drempel is daar al onbekend",
    "FT-ONBEKEND": "de ontleder kent het feittype al niet",
    "GB-ONBEKEND": "de ontleder kent de gebeurtenis al niet",
    "NM-SOORT": "komt alleen na een fout in een declaratie of variabele",
    "ON-NORM-OBJECT": "een regel heeft altijd een onderwerp",
    "ON-NORM-ONBEKEND": "de ontleder kent de open norm al niet",
    "OT-LEEG": "de ontleder meldt een leeg objecttype",
    "PA-ONBEKEND": "de ontleder kent de parameter al niet",
    "SC-OORDEEL": "de ontleder kent de open norm en het object al niet",
}


ELDERS = ("syntax/test_samenvoegen.py", "analyses/test_maatstaf.py")
"""What goes wrong when several folders are read together, and in a file with data."""


def test_elke_code_van_het_model_heeft_een_tekst() -> None:
    bron = "".join(p.read_text(encoding="utf-8") for p in sorted((BRON / "model").glob("*.py")))
    bron += (BRON / "graph" / "controles.py").read_text(encoding="utf-8")
    elders = [Path(__file__).parents[1] / naam for naam in ELDERS]
    bestanden = [*Path(__file__).parent.glob("test_*.py"), *elders]
    tests = "".join(p.read_text(encoding="utf-8") for p in bestanden)
    ontbreekt = set(CODE.findall(bron)) - set(CODE.findall(tests))
    assert not ontbreekt, sorted(ontbreekt)
