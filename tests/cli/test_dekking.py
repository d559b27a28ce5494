"""``wetsanalyse dekking``: the table in words and as JSON, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import WORTEL, Roep
from tests.report.test_html import lees
from wetsanalyse.run.symbolisch_termen import beschikbaar

WET = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
{tekst}
Objecttype de Burger (mv: Burgers) (bezield)
    het spaargeld\tNumeriek (niet-negatief geheel getal) met eenheid €;
    de steun\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;

Uitkomst van een Burger
    voordeel de steun van de Burger

Invoerbereik van een Burger
    het spaargeld: 0 € t/m 20000 € per 1 €, modaal 5000 €

Regel steun
    bron artikel 1, Pw
    geldig vanaf 2025
        De steun van een Burger moet gesteld worden op 1200 €/jr
        indien zijn spaargeld kleiner of gelijk is aan 10000 €.
"""


def wet(map_: Path, tekst: str = "    tekst van 1-1-2025\n") -> Path:
    map_.mkdir(parents=True)
    (map_ / "wet.regels").write_text(WET.format(tekst=tekst), "utf-8")
    return map_


def test_de_wahv_in_woorden(roep: Roep, wahv: Path) -> None:
    a = roep("dekking", wahv)
    assert a.code == 0
    tekst = " ".join(a.uit.split())
    assert "6 nadelige stappen, 6 kaal" in tekst
    assert "KAAL" in tekst
    assert "verhoging van rechtswege, geen rechtsmiddel: eerste verhoging, tweede" in tekst
    assert "artikel 22, vierde lid, Wahv: bereikt geen enkele regel" in tekst
    assert "Tekst niet vergeleken" in tekst
    assert "niet door een jurist ondertekend" in tekst


def test_de_kinderopvang_als_json(roep: Roep) -> None:
    """hardheid.md 6.3: 0 at the date of the case, 1 today; art. 47 reaches nothing."""
    a = roep("dekking", WORTEL / "rules" / "kinderopvangtoeslag-2014",
             "--rekendatum", "2014-12-31", "--json")  # fmt: skip
    assert a.code == 0
    (tabel,) = a.json["tabellen"]
    assert (tabel["rekendatum"], tabel["sigma"]) == ("2014-12-31", "3")
    stappen = {s["regel"]: s for s in tabel["stappen"]}
    terug = stappen["volledige terugvordering"]
    assert terug["kaal"] is terug["kaal_nu"] is True
    assert (terug["sterkte"], terug["sterkte_nu"]) == ("0", "1")
    assert terug["stap"] == "terugvordering"
    (clausule,) = tabel["clausules"]
    assert clausule["reikt"] == "bereikt geen enkele regel"
    assert [d["regels"] for d in clausule["reikwijdte"]] == [[], []]


def test_sigma_bepaalt_wat_kaal_is(roep: Roep, tmp_path: Path) -> None:
    """A bound step of an act: ABRvS 1 March 2023, strength 1."""
    map_ = wet(tmp_path / "wet")
    assert "1 nadelige stap, 1 kaal" in roep("dekking", map_, "--sigma", "2").uit
    assert "1 nadelige stap, 0 kaal" in roep("dekking", map_, "--sigma", "1").uit
    fout = roep("dekking", map_, "--sigma", "veel")
    assert fout.code == 2
    assert "“veel” is geen sterkte" in fout.fout
    assert roep("dekking", map_, "--sigma", "6").code == 2


def test_zonder_tekst_van_geen_tabel(roep: Roep, tmp_path: Path) -> None:
    map_ = wet(tmp_path / "wet", "")
    a = roep("dekking", map_)
    assert a.code == 1
    assert "DK-TEKST" in a.fout
    assert "tekst van" in a.fout
    assert a.uit == ""
    assert [m["code"] for m in roep("dekking", map_, "--json").json["meldingen"]] == ["DK-TEKST"]


def test_een_map_met_regelingen(roep: Roep, tmp_path: Path) -> None:
    """Each folder gets its own table; two folders that are named are one."""
    een, twee = wet(tmp_path / "alles" / "een"), wet(tmp_path / "alles" / "twee")
    los = roep("dekking", tmp_path / "alles", "--json").json["tabellen"]
    assert [t["mappen"] for t in los] == [["een"], ["twee"]]
    samen = roep("dekking", een, twee, "--json").json["tabellen"]
    assert [t["mappen"] for t in samen] == [["een", "twee"]]
    assert "== een" in roep("dekking", tmp_path / "alles").uit


def test_eigen_uitwegen(roep: Roep, tmp_path: Path) -> None:
    map_ = wet(tmp_path / "wet")
    routes = tmp_path / "routes.yaml"
    routes.write_text(
        "- {route: onze weging, sterkte: 4, bron: artikel 9, ondertekend: 'de raad, 1-1-2025'}\n",
        "utf-8",
    )
    a = roep("dekking", map_, "--routes", routes, "--json")
    (tabel,) = a.json["tabellen"]
    assert tabel["ondertekend"] == {"routes": 1, "van": 1}
    assert [u["route"] for u in tabel["stappen"][0]["uitwegen"]] == ["onze weging"]
    assert tabel["stappen"][0]["kaal"] is False


def test_alle_fouten_van_alle_eigen_bestanden(roep: Roep, tmp_path: Path) -> None:
    map_ = wet(tmp_path / "wet")
    routes, drempels = tmp_path / "routes.yaml", tmp_path / "drempels.yaml"
    routes.write_text("- {route: x, sterkte: 9, bron: y}\n", "utf-8")
    drempels.write_text("P14:\n  sterkte: {waarde: 2, bron: x}\n", "utf-8")
    a = roep("dekking", map_, "--routes", routes, "--drempels", drempels, "--json")
    assert a.code == 1
    assert [m["code"] for m in a.json["meldingen"]] == ["MS-ONTBREEKT", "MS-GETAL"]
    weg = roep("dekking", map_, "--routes", tmp_path / "weg.yaml")
    assert weg.code == 1
    assert "BST-ONBEKEND" in weg.fout


def test_een_eigen_drempel_is_sigma(roep: Roep, tmp_path: Path) -> None:
    map_, drempels = wet(tmp_path / "wet"), tmp_path / "drempels.yaml"
    drempels.write_text("P14:\n  sterkte: {waarde: 1, bron: x, eigenaar: y}\n", "utf-8")
    assert "genoeg is sterkte 1" in roep("dekking", map_, "--drempels", drempels).uit


def test_ook_het_onderzoek_meet_met_eigen_bestanden(roep: Roep, tmp_path: Path) -> None:
    """The same law: its klif of 1,200 is a gap (P14) unless a way out of strength 3 is in the
    table, and it is no klif when the threshold is 1,201."""
    map_ = wet(tmp_path / "wet")
    routes, drempels = tmp_path / "routes.yaml", tmp_path / "drempels.yaml"

    def patronen(*opties: object) -> set[str]:
        a = roep("onderzoek", map_, "--json", *opties)
        assert a.code == 0
        return {b["patroon"] for b in a.json["bevindingen"]}

    assert {"P01", "P14"} <= patronen()
    routes.write_text("- {route: onze weging, sterkte: 3, bron: artikel 9}\n", "utf-8")
    met_route = patronen("--routes", routes)
    assert "P01" in met_route
    assert "P14" not in met_route
    for grens, geldt in ((1200, True), (1201, False)):
        drempels.write_text(f"P01:\n  hard: {{waarde: {grens}, bron: x, eigenaar: y}}\n", "utf-8")
        assert ("P01" in patronen("--drempels", drempels)) is geldt


def test_de_tabel_als_bladzijde(roep: Roep, wahv: Path, tmp_path: Path) -> None:
    """Six bare steps, two of them with an empty cell for the only way out that reaches any; page,
    words and JSON say the same."""
    pagina = tmp_path / "uit" / "dekking.html"
    a = roep("dekking", wahv, "--rapport", pagina)
    assert a.code == 0
    assert str(pagina) in a.uit
    assert "6 nadelige stappen, 6 kaal" in " ".join(a.uit.split())
    lezer = lees(pagina.read_text("utf-8"))
    assert (lezer.fouten, lezer.open) == ([], [])
    (tabel,) = roep("dekking", wahv, "--json").json["tabellen"]
    vakken = [k for k in lezer.van("td") if k.get("class") == "leegvak"]
    leeg = [s for s in tabel["stappen"] if not any(u["dekt"] == "dekt" for u in s["uitwegen"])]
    assert len(vakken) == len(leeg) == 2
    tekst = lezer.platte_tekst
    assert tekst.count("kaal leeg") == 2  # in words, not in colour alone
    for vak in tabel["lege_vakken"]:
        assert f"{vak['vak']}: {', '.join(vak['regels'])}" in tekst
    for stap in tabel["stappen"]:
        assert stap["regel"] in tekst
    assert "0 van 15 door een jurist" in tekst
    assert "Tekst niet vergeleken" in tekst


def test_een_bladzijde_met_meer_tabellen(roep: Roep, tmp_path: Path) -> None:
    """Each its own heading and its own anchors; without a way out at all the cell says so."""
    for naam in ("een", "twee"):
        wet(tmp_path / "wetten" / naam)
    routes, pagina = tmp_path / "routes.yaml", tmp_path / "r.html"
    routes.write_text(
        "- {route: zachte weg, sterkte: 0, bron: geen, niveau: [beleidsregel]}\n", "utf-8"
    )
    a = roep("dekking", tmp_path / "wetten", "--routes", routes, "--rapport", pagina)
    assert a.code == 0, a.fout
    lezer = lees(pagina.read_text("utf-8"))
    ids = [k["id"] for _, k, _ in lezer.elementen if k.get("id")]
    assert len(ids) == len(set(ids))
    assert {"tabel-1", "tabel-2"} <= set(ids)
    assert lezer.platte_tekst.count("geen uitweg Uitwegen die geen enkele stap bereiken (1)") == 2


def _sleutels(ding: object) -> set[str]:
    """Every field name in a document."""
    if isinstance(ding, dict):
        return set(ding).union(*(_sleutels(w) for w in ding.values()))
    if isinstance(ding, list):
        return set[str]().union(*(_sleutels(w) for w in ding))
    return set()


def test_het_document_noemt_elk_veld(roep: Roep, zorgtoeslag: Path, wahv: Path) -> None:
    tekst = (WORTEL / "docs" / "json.md").read_text("utf-8")
    genoemd = set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", tekst, flags=re.DOTALL)))
    for map_ in (zorgtoeslag, wahv):
        assert _sleutels(roep("dekking", map_, "--json").json) - genoemd == set()


# ------------------------------------------------------------------ who is left

CLAUSULE = """
Bestuursorgaan het college

Hardheidsclausule artikel 9 Pw
    bron artikel 9 Pw
    reikwijdte:
    - artikel 1, Pw
    voor individuele gevallen
    toepassing ambtshalve
    door besluit
    geldig altijd
        Het college kan ten aanzien van een Burger afwijken van de reikwijdte
        indien zijn spaargeld kleiner of gelijk is aan {grens} €.
"""


def met_clausule(map_: Path, grens: int) -> Path:
    """One euro more than 10,000 of savings costs 1,200; the clause is for who has so much."""
    wet(map_)
    (map_ / "clausule.regels").write_text(CLAUSULE.format(grens=grens), "utf-8")
    return map_


@pytest.mark.skipif(not beschikbaar(), reason="z3 is niet geïnstalleerd")
def test_per_stap_of_er_iemand_overblijft(roep: Roep, tmp_path: Path) -> None:
    """Who is hit has 10,001: a clause up to there is for everybody, and one up to 10,000 not even
    for him."""
    antwoorden = {}
    for grens in (10001, 10000):
        a = roep("dekking", met_clausule(tmp_path / str(grens), grens), "--bewijs", "--json")
        assert a.code == 0
        (stap,) = a.json["tabellen"][0]["stappen"]
        klif = next(d for d in stap["dekkingsbewijzen"] if d["bevinding"].startswith("P01"))
        antwoorden[grens] = klif["uitkomst"], klif["grond"]
        assert klif["regels"] == ["steun"]
    assert antwoorden == {
        10001: ("bewezen", "bewijzer"),
        10000: ("tegenvoorbeeld", "berekening"),
    }


def test_de_sterkte_telt_ook_bij_wie_overblijft(roep: Roep, tmp_path: Path) -> None:
    """The clause has strength 4."""
    map_ = met_clausule(tmp_path / "wet", 10001)
    a = roep("dekking", map_, "--bewijs", "--sigma", "4,5", "--json")
    (stap,) = a.json["tabellen"][0]["stappen"]
    assert {(d["uitkomst"], d["grond"]) for d in stap["dekkingsbewijzen"]} == {
        ("tegenvoorbeeld", "tekst")
    }


def test_wie_overblijft_op_de_bladzijde(roep: Roep, tmp_path: Path) -> None:
    map_, bladzijde = met_clausule(tmp_path / "wet", 10000), tmp_path / "d.html"
    a = roep("dekking", map_, "--bewijs", "--rapport", bladzijde)
    assert "Blijft er iemand over zonder uitweg?" in a.uit
    assert "deze burger voldoet niet aan de voorwaarde" in " ".join(a.uit.split())
    tekst = bladzijde.read_text("utf-8")
    assert "Blijft er iemand over zonder uitweg?" in tekst
    assert "er is geen burger doorgerekend" not in tekst
    zonder = roep("dekking", map_, "--json").json["tabellen"][0]["stappen"][0]
    assert zonder["dekkingsbewijzen"] is None
