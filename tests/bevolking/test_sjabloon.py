"""The empty table that a law asks for: filled in as it says, it can be read."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from tests.analyses.voorbeeld import WORTEL, wet
from tests.bevolking.proefwet import DAG, lees_alles, model, open_goed, vorm
from wetsanalyse.bevolking.indeling import leg_naast
from wetsanalyse.bevolking.leden import met_leden
from wetsanalyse.bevolking.sjabloon import schema, schrijf_leeg, sjabloon
from wetsanalyse.bevolking.vorm import vorm_van
from wetsanalyse.opdrachten.bevolking_sjabloon import sjabloon as opdracht
from wetsanalyse.plan.lower import lower

WETTEN = [
    ("awb-bezwaar", date(2025, 1, 1)), ("bijstand-giften", date(2025, 1, 1)),
    ("bijstand-kostendelersnorm", date(2025, 1, 1)), ("controle-inkomenssteun", date(2025, 1, 1)),
    ("huurtoeslag", date(2026, 1, 1)), ("kinderopvangtoeslag-2014", date(2014, 1, 1)),
    ("kindgebonden-budget", date(2025, 1, 1)), ("voorbeeld-alles", date(2025, 1, 1)),
    ("ww-terugvordering", date(2025, 1, 1)), ("zorgtoeslag", date(2025, 1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "dag"), WETTEN)
@pytest.mark.parametrize("soort", [".parquet", ".csv"])
def test_het_lege_bestand_is_goed(naam: str, dag: date, soort: str, tmp_path: Path) -> None:
    """For every law that is shipped: what the template makes, the reader takes."""
    v = vorm_van(wet(naam)[0].model, dag).value
    assert v is not None
    geschreven = schrijf_leeg(v, tmp_path / f"leeg{soort}")
    bron = open_goed(str(geschreven[0]))
    losse = (
        {}
        if soort == ".parquet"
        else {r.kolom: p for r, p in zip(v.veel, geschreven[1:], strict=True)}
    )
    samen = met_leden(bron, {kolom: open_goed(str(pad)) for kolom, pad in losse.items()})
    assert samen.value is not None
    indeling = leg_naast(v, samen.value)
    assert indeling.diagnostics == ()
    assert lees_alles(samen.value, voor=v) == []


def test_de_kolommen_voor_een_mens() -> None:
    kolommen = {k.naam: k for k in sjabloon(vorm(), lower(model(), DAG))}
    assert kolommen["huur"].soort == "getal met 2 decimalen"
    assert kolommen["huur"].eenheid == "€/mnd"
    assert kolommen["huur"].bereik == "0 of meer"
    assert kolommen["aandeel"].eenheid == "%"
    assert kolommen["woonvorm"].soort == "een van: huur, koop"
    assert kolommen["inkomen"].regels == ("bedrag",)
    assert kolommen["kinderen.geboortedatum"].van == "Kind"
    assert [n for n, k in kolommen.items() if not k.nodig] == ["huishouden", "gewicht"]


def test_een_bereik_staat_erbij() -> None:
    kgb = vorm_van(wet("kindgebonden-budget")[0].model, date(2025, 1, 1)).value
    assert kgb is not None
    plan = lower(wet("kindgebonden-budget")[0].model, date(2025, 1, 1))
    kolommen = {k.naam: k.bereik for k in sjabloon(kgb, plan)}
    assert kolommen["toetsingsinkomen"] == "0 t/m 150000"
    assert kolommen["kinderen.geboortedatum"] == "1-1-2006 t/m 31-12-2025"


def test_het_lege_bestand_kan_gevuld_worden(tmp_path: Path) -> None:
    leeg = schema(vorm())
    gevuld = pa.Table.from_pylist([{
        "huishouden": 1, "huur": Decimal("10.50"), "woonvorm": "koop",
        "partner": {"huur": Decimal(3)}, "kinderen": [{"geboortedatum": date(2020, 1, 1)}],
    }], leeg)  # fmt: skip
    pq.write_table(gevuld, tmp_path / "vol.parquet")
    (een,) = lees_alles(open_goed(str(tmp_path / "vol.parquet")))
    assert (een.weg, een.blok.n) == (0, 1)
    assert een.blok.wortel["huur"].waarden.tolist() == [1050]


# ------------------------------------------------------------------ the command


def draai(*args: str) -> tuple[int, str]:
    uit = CliRunner().invoke(opdracht, list(args), standalone_mode=False)
    assert uit.exception is None or isinstance(uit.exception, SystemExit), uit.output
    return uit.return_value or 0, uit.output


def test_de_opdracht_toont_en_schrijft(tmp_path: Path) -> None:
    regels = str(WORTEL / "rules" / "kindgebonden-budget")
    _, tekst = draai(regels, "--uit", str(tmp_path / "leeg.csv"))
    assert "toetsingsinkomen" in tekst
    assert ".geboortedatum" in tekst
    assert (tmp_path / "leeg.kinderen.csv").read_text().startswith('"huishouden";"geboortedatum"')
    _, ruw = draai(regels, "--json", "--uit", str(tmp_path / "leeg.json"))
    document = json.loads(ruw)
    assert document["wortel"] == "Aanvrager"
    assert json.loads((tmp_path / "leeg.json").read_text()) == document


def test_de_opdracht_zegt_waarom_zij_niet_schrijft(tmp_path: Path) -> None:
    regels = str(WORTEL / "rules" / "zorgtoeslag")
    (tmp_path / "bestand").write_text("x")
    for naam, hoort in (("leeg.xlsx", "eindigen op"), ("bestand/leeg.csv", "is geen map")):
        uit = CliRunner().invoke(opdracht, [regels, "--uit", str(tmp_path / naam)])
        assert uit.exit_code != 0
        assert hoort in uit.output
