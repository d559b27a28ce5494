"""``wetsanalyse herstel``: the table, one variant, a text of one's own, and what can go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import WORTEL, Roep

ID = "P04-wahv-25-1-betaaldatum-tweede-verhoging-verhogingen-naar-gewone-kosten"
WAHV = WORTEL / "rules" / "wahv"


def test_een_variant_als_json(roep: Roep) -> None:
    a = roep("herstel", WAHV, "--bevinding", ID, "--variant", "maximum", "--json")
    assert a.code == 0
    assert a.json["bevinding"] == ID
    (variant,) = a.json["varianten"]
    assert variant["variant"] == "maximum"
    assert "Regel totaal aan verhogingen met een maximum" in variant["tekst"]
    for groep in variant["groepen"]:
        assert (groep["hard na, oude plek"], groep["hard na, nieuwe plek"]) == ("0", "0")
    assert variant["groepen"][0]["kosten"]["eenheid"] == "€"
    assert set(variant["garantie"]) >= {"geholpen", "kosten", "slechtste klif", "nieuwe kliffen"}


def test_alle_sjablonen_met_reden_waar_er_geen_tekst_is(roep: Roep, tmp_path: Path) -> None:
    pagina = tmp_path / "herstel.html"
    a = roep("herstel", WAHV, "--bevinding", ID, "--rapport", pagina)
    assert a.code == 0
    assert "1. maximum" in a.uit
    assert "Geen tekst hier" in a.uit
    assert "alleen voor een klif of alles-of-niets" in a.uit
    assert "geen geldend recht" in " ".join(a.uit.split())
    html = pagina.read_text(encoding="utf-8")
    assert '<html lang="nl">' in html
    assert "Regel totaal aan verhogingen met een maximum" in html


def test_een_eigen_tekst(roep: Roep, tmp_path: Path) -> None:
    """The written text of a template, given back as a file, does the same."""
    een = roep("herstel", WAHV, "--bevinding", ID, "--variant", "maximum", "--json")
    eigen = tmp_path / "eigen.regels"
    eigen.write_text(een.json["varianten"][0]["tekst"], encoding="utf-8")
    twee = roep("herstel", WAHV, "--bevinding", ID, "--variant", eigen, "--json")
    assert twee.code == 0
    (a,), (b,) = een.json["varianten"], twee.json["varianten"]
    assert a["groepen"] == b["groepen"]
    assert a["slechtste klif"] == b["slechtste klif"]


def test_een_fout_in_de_eigen_tekst_krijgt_een_plaats(roep: Roep, tmp_path: Path) -> None:
    eigen = tmp_path / "kapot.regels"
    eigen.write_text(
        "Regel totaal aan verhogingen\n"
        '    bron onbevestigd: "proef"\n'
        "    geldig altijd\n"
        "        Het totaal aan verhogingen van een Betrokkene moet berekend worden als\n"
        "        zijn onbekende bedrag.\n",
        encoding="utf-8",
    )
    a = roep("herstel", WAHV, "--bevinding", ID, "--variant", eigen)
    assert a.code == 1
    assert "kapot.regels:5" in a.fout


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        (("--bevinding", "P99"), "is er niet; wel:"),
        (("--bevinding", ID, "--variant", "toverij"), "bestaat niet; kies kap, afbouw"),
    ],
)
def test_verkeerd_gebruik_noemt_wat_kan(roep: Roep, opties: tuple[str, ...], zin: str) -> None:
    a = roep("herstel", WAHV, *opties)
    assert a.code == 2
    assert zin in a.fout


def test_een_nette_wet_heeft_niets_te_herstellen(roep: Roep) -> None:
    a = roep("herstel", WORTEL / "rules" / "controle-inkomenssteun", "--bevinding", "P01-x")
    assert a.code == 2
    assert "niets te herstellen" in a.fout
