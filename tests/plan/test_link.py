"""The rule graph of small models: what stands in it, and which arrows."""

from __future__ import annotations

from datetime import date

from tests.model.hulp import BASIS, goed, lees, regel
from wetsanalyse.graph import Knoopsoort, Pijlsoort, RuleGraph
from wetsanalyse.graph.bouw import link

TEKST = (
    regel("Het tegoed van een Aanvrager moet gesteld worden op de drempel.", "tegoed", "t/m 2024")
    + "    geldig vanaf 2025\n        Het tegoed van een Aanvrager moet gesteld worden op\n"
    "        het spaargeld van de kinderen van de Aanvrager.\n".replace(
        "het spaargeld", "de som van het spaargeld"
    )
    + regel("Een Aanvrager is behoeftig\nindien zijn tegoed kleiner is dan de drempel.", "nood")
    + "Hardheidsclausule uitweg\n    bron artikel 9 Wst\n    reikwijdte:\n"
    "    - de gehele regeling Wst\n    geldig vanaf 2025\n"
    "        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte\n"
    "        indien er sprake is van open norm bijzonder hard.\n"
)


def graaf(dag: date | None = None) -> RuleGraph:
    return link(goed(TEKST), dag).value


def pijlen(graaf: RuleGraph) -> set[tuple[str, str, Pijlsoort]]:
    return {(p.van, p.naar, p.soort) for p in graaf.pijlen}


def test_lezen_en_stellen() -> None:
    gevonden = pijlen(graaf())
    assert ("parameter-drempel", "regel-tegoed", Pijlsoort.LEEST) in gevonden
    assert ("regel-tegoed", "attribuut-aanvrager-tegoed", Pijlsoort.STELT) in gevonden
    assert ("invoer-kind-spaargeld", "regel-tegoed-versie-2", Pijlsoort.LEEST) in gevonden
    assert ("attribuut-aanvrager-tegoed", "regel-nood", Pijlsoort.LEEST) in gevonden
    assert ("regel-nood", "kenmerk-aanvrager-behoeftig", Pijlsoort.STELT) in gevonden


def test_clausule_wijkt_af_van_wat_dan_geldt() -> None:
    afwijkend = {naar for _, naar, s in pijlen(graaf()) if s is Pijlsoort.WIJKT_AF_VAN}
    assert afwijkend == {"regel-tegoed-versie-2", "regel-nood"}
    machtigt = {p for p in pijlen(graaf()) if p[2] is Pijlsoort.MACHTIGT}
    assert machtigt == {("open-norm-bijzonder-hard", "clausule-uitweg", Pijlsoort.MACHTIGT)}


def test_op_een_dag() -> None:
    toen = graaf(date(2024, 1, 1))
    assert "regel-tegoed" in toen
    assert "regel-tegoed-versie-2" not in toen
    assert not [p for p in toen.pijlen if p.soort is Pijlsoort.WIJKT_AF_VAN]


def test_knopen_zeggen_waar_ze_vandaan_komen() -> None:
    knoop = graaf().knoop("regel-nood")
    assert (knoop.regeling, knoop.artikel) == ("Wst", "1")
    assert knoop.jci.startswith("jci1.3:c:BWBR0000001&artikel=1")
    assert all(k.uitleg.endswith(".") for k in graaf().knopen)
    uitkomsten = [k for k in graaf().knopen if k.soort is Knoopsoort.UITKOMST]
    assert [k.label for k in uitkomsten] == ["voordeel: uitkering"]


def test_namen_die_op_elkaar_lijken_krijgen_eigen_knopen() -> None:
    zin = "Een Aanvrager is behoeftig."
    namen = [k.id for k in link(goed(regel(zin, "a b") + regel(zin, "a-b"))).value.knopen]
    assert {"regel-a-b", "regel-a-b-2"} <= set(namen)


def test_een_model_met_fouten_heeft_ook_een_graaf() -> None:
    kapot, meldingen, _ = lees(BASIS, TEKST + regel("De onzin van een Aanvrager is 3."))
    assert any(m.is_fout for m in meldingen)
    assert len(link(kapot).value) > 10
