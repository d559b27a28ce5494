"""The command and its page."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from wetsanalyse import chain
from wetsanalyse.bevolking.indeling import leg_naast
from wetsanalyse.bevolking.lezen import lees
from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.meten import Telling
from wetsanalyse.bevolking.maken.plan import Bouwplan
from wetsanalyse.bevolking.maken.uitkomsten import lees_uitkomst
from wetsanalyse.bevolking.maken.verslag import Regelinguitkomst, maak_verslag, toetsen
from wetsanalyse.bevolking.openen import open_bron
from wetsanalyse.bevolking.vorm import vorm_van
from wetsanalyse.opdrachten.bevolking_maken import maak
from wetsanalyse.report.bevolkingspagina import bevolkingspagina

WORTEL = Path(__file__).resolve().parents[3]
RULES = WORTEL / "rules"
MARGES = WORTEL / "wetsanalyse" / "bevolking" / "maken" / "marges.yaml"


def _roep(*delen: object) -> Result:
    return CliRunner().invoke(maak, [str(d) for d in delen])


def test_maken(tmp_path: Path) -> None:
    uit, bladzijde = tmp_path / "b.parquet", tmp_path / "b.html"
    antwoord = _roep("--huishoudens", "500", "--uit", uit, "--rapport", bladzijde)
    assert antwoord.exit_code == 0, antwoord.output
    assert "synthetisch" in antwoord.output
    assert "representatief voor niets" in antwoord.output.replace("\n", " ").replace("  ", " ")
    assert pq.read_metadata(uit).num_rows == 500
    assert "Deze bevolking is synthetisch" in bladzijde.read_text("utf-8")


def test_voor_een_wet(tmp_path: Path) -> None:
    uit = tmp_path / "z.parquet"
    antwoord = _roep("--huishoudens", "300", "--voor", RULES / "zorgtoeslag", "--groep", "soort",
                     "--uit", uit, "--json")  # fmt: skip
    assert antwoord.exit_code == 0, antwoord.output
    gezegd = json.loads(antwoord.stdout)
    assert gezegd["synthetisch"] is True
    assert gezegd["rijen"] == pq.read_metadata(uit).num_rows > 300
    assert "toetsingsinkomen" in gezegd["koppeling"]
    kolommen = pq.read_schema(uit).names
    assert kolommen[:3] == ["huishouden", "gewicht", "soort"]
    assert "is verzekerd" in kolommen
    assert pq.read_schema(uit).metadata[b"wetsanalyse.synthetisch"] == b"ja"


@pytest.mark.parametrize(
    ("delen", "woord"),
    [
        (("--huishoudens", "0"), "geheel getal"),
        (("--huishoudens", "veel"), "geheel getal"),
        (("--zaad", "-1"), "geheel getal"),
        (("--jaar", "1"), "geheel getal"),
        (("--index", "0"), "1,05"),
        (("--index", "1/0"), "1,05"),
        (("--groep", "soort"), "--voor"),
    ],
)
def test_verkeerd_gebruik(tmp_path: Path, delen: tuple[str, ...], woord: str) -> None:
    antwoord = _roep(*delen, "--uit", tmp_path / "b.parquet")
    assert antwoord.exit_code == 2
    assert woord in antwoord.output
    assert list(tmp_path.iterdir()) == []


def test_alleen_parquet(tmp_path: Path) -> None:
    antwoord = _roep("--uit", tmp_path / "b.csv")
    assert antwoord.exit_code == 2
    assert ".parquet" in antwoord.output
    assert _roep().exit_code == 2
    assert _roep("--uit", "b.parquet", "--naast", tmp_path, tmp_path).exit_code == 2


def _uitkomsten(pad: Path, kolom: str = "zorgtoeslag per jaar", synthetisch: str = "ja") -> Path:
    """Three rows of 1.000.000,5 households: 1.573, nothing, and unknown."""
    tabel = pa.table({
        kolom: pa.array([1573, 0, None], pa.int64()),
        "gewicht": pa.array([Decimal("1000000.5")] * 3, pa.decimal128(18, 9)),
        "inkomensgroep": pa.array([1, 2, 3], pa.int8()),
    })  # fmt: skip
    pq.write_table(tabel.replace_schema_metadata({"wetsanalyse.synthetisch": synthetisch}), pad)
    return pad


def test_een_doorrekening_naast_de_cijfers(tmp_path: Path) -> None:
    pad = _uitkomsten(tmp_path / "u.parquet")
    uitkomst = lees_uitkomst(pad, "zorgtoeslag per jaar").value
    assert uitkomst is not None
    assert uitkomst.ontvangers == Fraction("1000000.5")
    assert uitkomst.bedrag == Fraction("1000000.5") * 1573
    assert uitkomst.per_groep == {"groep 1": Fraction("1000000.5")}
    assert "Van 1 rijen" in uitkomst.deel
    bladzijde = tmp_path / "b.html"
    antwoord = _roep("--huishoudens", "500", "--rapport", bladzijde, "--json",
                     "--naast", RULES / "zorgtoeslag", pad)  # fmt: skip
    assert antwoord.exit_code == 0, antwoord.output
    gezegd = json.loads(antwoord.stdout)["regelingen"]
    assert [(r["regeling"], r["maat"]) for r in gezegd] == [
        ("zorgtoeslag", "ontvangers"), ("zorgtoeslag", "bedrag"),
    ]  # fmt: skip
    # 1.000.000,5 * 1.573 is 1.573 million
    assert "€ 1.573 mln" in bladzijde.read_text("utf-8")


@pytest.mark.parametrize(
    ("kolom", "synthetisch", "woord"),
    [("iets anders", "ja", "ontbreekt"), ("zorgtoeslag per jaar", "nee", "verzonnen")],
)
def test_uitkomsten_die_er_niet_naast_passen(
    tmp_path: Path, kolom: str, synthetisch: str, woord: str
) -> None:
    pad = _uitkomsten(tmp_path / "u.parquet", kolom, synthetisch)
    antwoord = _roep("--rapport", tmp_path / "b.html", "--naast", RULES / "zorgtoeslag", pad)
    assert antwoord.exit_code == 1
    assert "KP-UITKOMST" in antwoord.output
    assert woord in antwoord.output


def test_uitkomsten_die_geen_parquet_zijn(tmp_path: Path) -> None:
    pad = tmp_path / "u.parquet"
    pad.write_text("geen tabel", "utf-8")
    assert [f.code for f in lees_uitkomst(pad, "x").fouten] == ["KP-UITKOMST"]
    assert [f.code for f in lees_uitkomst(tmp_path / "weg", "x").fouten] == ["KP-UITKOMST"]


def test_een_map_die_geen_bestand_kan_zijn(tmp_path: Path) -> None:
    (tmp_path / "b.parquet").mkdir()
    antwoord = _roep("--huishoudens", "10", "--uit", tmp_path / "b.parquet")
    assert antwoord.exit_code == 1
    assert "kan niet geschreven worden" in antwoord.output


def test_een_wet_zonder_koppeling(tmp_path: Path) -> None:
    antwoord = _roep("--voor", RULES / "wahv", "--uit", tmp_path / "b.parquet")
    assert antwoord.exit_code == 1
    assert "KP-ONTBREEKT" in antwoord.output
    assert not (tmp_path / "b.parquet").exists()


def test_eigen_marges(tmp_path: Path) -> None:
    tekst = MARGES.read_text("utf-8")
    eigen = tmp_path / "eigen.yaml"
    eigen.write_text(tekst.replace("koop: 90.1, huur: 699.1", "koop: 699.1, huur: 90.1"), "utf-8")
    uit = tmp_path / "b.parquet"
    antwoord = _roep("--huishoudens", "20000", "--marges", eigen, "--uit", uit)
    assert antwoord.exit_code == 0, antwoord.output
    rijen = pq.read_table(uit, columns=["inkomensgroep", "woning"]).to_pylist()
    arm = [r["woning"] for r in rijen if r["inkomensgroep"] == 1]
    # 699,1 of 789,2 is 88,6 %; with what ships it is 11,4 %.
    assert arm.count("koop") / len(arm) == pytest.approx(0.886, abs=0.02)


def test_marges_die_niet_samengaan(tmp_path: Path) -> None:
    # 3.340.560 live alone, so there cannot be a million households of one person.
    eigen = tmp_path / "eigen.yaml"
    tekst = MARGES.read_text("utf-8").replace("1 persoon: 3340560", "1 persoon: 1000000")
    eigen.write_text(tekst, "utf-8")
    antwoord = _roep("--marges", eigen, "--uit", tmp_path / "b.parquet")
    assert antwoord.exit_code == 1
    assert "MG-TEGENSPRAAK" in antwoord.output
    assert not (tmp_path / "b.parquet").exists()


def test_marges_met_fouten(tmp_path: Path) -> None:
    eigen = tmp_path / "eigen.yaml"
    eigen.write_text("marges: {}\n", "utf-8")
    antwoord = _roep("--marges", eigen, "--uit", tmp_path / "b.parquet")
    assert antwoord.exit_code == 1
    assert "MS-ONTBREEKT" in antwoord.output


@pytest.mark.parametrize("wet", ["zorgtoeslag", "huurtoeslag", "kindgebonden-budget"])
def test_de_wet_leest_elke_rij(tmp_path: Path, wet: str) -> None:
    """What is made can be run: no column is refused, no row is set aside."""
    uit = tmp_path / "w.parquet"
    assert _roep("--huishoudens", "3000", "--voor", RULES / wet, "--uit", uit).exit_code == 0
    vorm = vorm_van(chain.laad([RULES / wet]).value.model, date(2025, 1, 1)).value
    bron = open_bron(str(uit)).value
    assert vorm is not None
    assert bron is not None
    assert bron.synthetisch
    indeling = leg_naast(vorm, bron)
    assert indeling.value is not None, indeling.fouten
    gelezen = list(lees(bron, vorm, indeling.value))
    assert sum(g.weg for g in gelezen) == 0
    assert sum(g.blok.n for g in gelezen) == pq.read_metadata(uit).num_rows > 500


def test_de_bladzijde_noemt_elke_marge(plan: Bouwplan, telling: Telling, marges: Marges) -> None:
    verslag = maak_verslag(plan, telling, 7, 2025, Fraction("1.162"))
    zonder = bevolkingspagina(verslag)
    for marge in marges.marges:
        assert marge.herkomst.adres in zonder
    for wat, _ in marges.weggelaten:
        assert wat in zonder
    assert "nog geen regeling doorgerekend" in zonder
    gedraaid = {"zorgtoeslag": Regelinguitkomst(Fraction(4_500_000), deel="Zonder instellingen.")}
    met = bevolkingspagina(verslag, toetsen(gedraaid, marges))
    assert "nog geen regeling doorgerekend" not in met
    assert "4.500.000" in met
    assert "Zonder instellingen." in met
    # 4,5 million beside 4,6 / 0,88 = 5.227.273 is 13,91 % less.
    assert "−13,91%" in met
