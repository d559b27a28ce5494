"""Every example of the documentation is read, resolved and run."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.paginas import (
    BEKEND,
    PAGINAS,
    WORTEL,
    Blok,
    blokken,
    gelezen,
    modelblokken,
    modelmap,
    regelset,
)
from wetsanalyse import chain
from wetsanalyse.model.casus import lees_json
from wetsanalyse.model.scenarios import los_scenarios_op
from wetsanalyse.text import Diagnostic, Ernst
from wetsanalyse.text.weergave import tekst

# A warning that an example may give: it shows a part of a regulation, or what is only read yet.
MAG = {
    "AT-ONGEBRUIKT", "BT-GAT", "CL-LEEG", "KM-NOOIT-GEZET", "LI-BEDRAG",
    "PA-GEEN-WAARDE", "PA-ONGEBRUIKT", "UI-ONTBREEKT",
}  # fmt: skip
ALLE = [blok for pagina in PAGINAS for blok in blokken(pagina)]
OPDRACHT = "$ wetsanalyse "


def _van(*soorten: str) -> list[object]:
    return [pytest.param(b, id=b.plek) for b in ALLE if b.soort in soorten]


def _meldingen(meldingen: tuple[Diagnostic, ...]) -> str:
    return "\n\n".join(tekst(m) for m in meldingen if m.is_fout or m.code not in MAG)


def test_elk_blok_is_van_een_bekende_soort() -> None:
    assert [b.plek for b in ALLE if b.soort not in BEKEND] == []


@pytest.mark.parametrize("blok", _van("regelspraak"))
def test_model(blok: Blok) -> None:
    """The whole model that begins here, without a fault and without an unexpected warning."""
    if modelmap(blok.pagina) is None:
        meldingen = regelset(blok.pagina, blok.model).diagnostics
        # A page shows declarations too that no rule on it uses: those are remarks.
        ernstig = tuple(m for m in meldingen if m.ernst is not Ernst.OPMERKING)
        assert _meldingen(ernstig) == ""
    else:
        assert regelset(blok.pagina, 0).ok


@pytest.mark.parametrize("blok", _van("regelspraak vervolg"))
def test_vervolg_hoort_bij_een_model(blok: Blok) -> None:
    assert blok.model > 0
    assert modelmap(blok.pagina) is None


@pytest.mark.parametrize(
    "blok",
    [
        pytest.param(b, id=b.plek)
        for b in ALLE
        if b.soort in ("regelspraak", "scenario") and modelmap(b.pagina)
    ],
)
def test_uittreksel_staat_zo_in_het_model(blok: Blok) -> None:
    map_ = modelmap(blok.pagina)
    assert map_ is not None
    bronnen = [
        _plat(pad.read_text(encoding="utf-8"))
        for m in (map_, chain.scenariomap(map_))
        if m is not None
        for pad in sorted(m.iterdir())
    ]
    delen = [d for d in blok.inhoud.split("\n\n") if d.strip()]
    assert [d for d in delen if not any(_plat(d) in bron for bron in bronnen)] == []


def _plat(tekst_: str) -> str:
    return "\n".join(" ".join(r.split()) for r in tekst_.splitlines() if r.strip())


@pytest.mark.parametrize("blok", _van("scenario"))
def test_scenario_komt_uit(blok: Blok) -> None:
    set_ = regelset(blok.pagina, blok.model)
    ontleding = chain.parse((blok.bron,), set_.value.ontleding.lexicon)
    scenarios = los_scenarios_op(ontleding.value.blokken, set_.value.tabel)
    assert _meldingen((*ontleding.diagnostics, *scenarios.diagnostics)) == ""
    assert scenarios.value
    uitslagen, _ = chain.draai_scenarios(set_.value.model, scenarios.value)
    assert [u for u in uitslagen if not u.geslaagd] == []


@pytest.mark.parametrize(
    "blok", [pytest.param(b, id=b.plek) for b in ALLE if b.soort == "fout" and b.naam]
)
def test_fout_geeft_deze_melding(blok: Blok) -> None:
    """``fout=CODE``: the model with this block gives that message, and no other."""
    meldingen = gelezen((*modelblokken(blok.pagina, blok.model), blok)).diagnostics
    codes = {m.code for m in meldingen if m.is_fout or m.code not in MAG}
    assert codes == set(str(blok.naam).split(",")), _meldingen(meldingen)


@pytest.mark.parametrize("blok", _van("json"))
def test_json(blok: Blok) -> None:
    """Valid; and a case is a case of the model of the page."""
    data = json.loads(blok.inhoud)
    bij_model = blok.model > 0 or modelmap(blok.pagina) is not None
    if bij_model and isinstance(data, dict) and "objecten" in data:
        casus = lees_json(blok.bron, regelset(blok.pagina, blok.model).value.tabel)
        assert _meldingen(casus.diagnostics) == ""


@pytest.mark.parametrize("blok", _van("console"))
def test_console(blok: Blok, tmp_path: Path) -> None:
    """Each ``$ wetsanalyse …`` runs, and what stands under it is in its output, in that order."""
    for naam in ("rules", "scenarios"):
        (tmp_path / naam).symlink_to(WORTEL / naam)
    for ander in blokken(blok.pagina):
        if ander.naam and ander.soort == "json":
            (tmp_path / ander.naam).write_text(ander.inhoud, encoding="utf-8")
    for opdracht, verwacht in _opdrachten(blok.inhoud):
        args = shlex.split(opdracht)
        aanroep = "import sys; from wetsanalyse.cli import main; main()"
        klaar = subprocess.run(
            [sys.executable, "-c", aanroep, *args], cwd=tmp_path, capture_output=True, check=False
        )
        uitvoer = (klaar.stdout + klaar.stderr).decode("utf-8").splitlines()
        assert klaar.returncode == 0, "\n".join(uitvoer)
        kaal = iter([regel.strip() for regel in uitvoer])
        for regel in verwacht:
            assert regel in kaal, f"{blok.plek}: “{regel}” staat niet (hier) in de uitvoer"


def _opdrachten(inhoud: str) -> Iterator[tuple[str, list[str]]]:
    """(arguments, expected lines); lines of other programs and ``…`` are passed over."""
    huidig: tuple[str, list[str]] | None = None
    for regel in inhoud.splitlines():
        if regel.startswith("$ "):
            if huidig:
                yield huidig
            is_eigen = regel.startswith(OPDRACHT)
            huidig = (regel.removeprefix(OPDRACHT), []) if is_eigen else None
        elif huidig and regel.strip() not in ("", "…"):
            huidig[1].append(regel.strip())
    if huidig:
        yield huidig
