"""Where things come from: places, links, and what a clause reaches."""

from __future__ import annotations

from datetime import date

import pytest

from tests.model.hulp import geeft, goed, regel
from wetsanalyse.model.bereik import geraakt
from wetsanalyse.model.herkomst import lees_regelingen, vindplaats
from wetsanalyse.model.model import Vindplaats
from wetsanalyse.syntax import tree
from wetsanalyse.text import Source

BWB = "jci1.3:c:BWBR0000001"
DATUM = "&z=2025-01-01&g=2025-01-01"
ZIN = "Een Aanvrager is behoeftig."


def plaats(bron: str) -> Vindplaats:
    tekst = regel(ZIN).replace("bron artikel 1 Wst", f"bron {bron}")
    (gevonden,) = goed(tekst).regels["proef"].versies[0].herkomst.bronnen
    return gevonden


@pytest.mark.parametrize(
    ("bron", "jci"),
    [
        ("artikel 2 Wst", f"{BWB}&artikel=2{DATUM}"),
        ("artikel 2, tweede lid, Wst", f"{BWB}&artikel=2&lid=2{DATUM}"),
        (
            "artikel 2, tweede lid, onderdeel a, Wst",
            f"{BWB}&artikel=2&lid=2&o=a{DATUM}",
        ),
        ("bijlage I, Wst", f"{BWB}&bijlage=I{DATUM}"),
        ("bijlage 1 Wst", f"{BWB}&bijlage=1{DATUM}"),
    ],
)
def test_link_wordt_gebouwd(bron: str, jci: str) -> None:
    gevonden = plaats(bron)
    assert gevonden.jci == jci
    assert gevonden.gebouwd
    assert gevonden.regeling == "Wst"


def test_letterlijke_link_wordt_gelezen() -> None:
    gevonden = plaats(f"{BWB}&artikel=7&lid=3&z=2020-01-01&g=2020-01-01")
    assert (gevonden.regeling, gevonden.artikel, gevonden.lid) == ("Wst", "7", "3")
    assert not gevonden.gebouwd


def test_bijlage() -> None:
    gevonden = plaats(f"{BWB}&bijlage=I&z=2020-01-01&g=2020-01-01")
    assert gevonden.artikel == "bijlage I"
    assert str(gevonden) == "bijlage I, Wst"
    span = Source("x", "bijlage I Wst").span()
    bron = tree.Bron("bijlage I Wst", "bijlage I", regeling="Wst", span=span)
    bekend = lees_regelingen((_REGELING,), [])
    gebouwd = vindplaats(bron, bekend, [])
    assert gebouwd is not None
    assert gebouwd.jci == f"{BWB}&bijlage=I{DATUM}"


_SPAN = Source("x", "x").span()
_REGELING = tree.Regeling(
    tree.Naam("Wet op de steun", span=_SPAN),
    "Wst",
    "BWBR0000001",
    "formele wet",
    date(2025, 1, 1),
    None,
    span=_SPAN,
)


def test_artikel_zonder_regeling() -> None:
    geeft("BR-REGELING", regel(ZIN).replace("bron artikel 1 Wst", "bron ⟦artikel 1⟧"))


def test_versie_vult_aan_met_de_kop() -> None:
    tekst = (
        "Regel proef\n    bevoegdheid gebonden\n    bron artikel 1 Wst\n"
        "    geldig t/m 2024\n        Een Aanvrager is behoeftig.\n"
        "    geldig vanaf 2025\n        bron artikel 2 Wst\n        Een Aanvrager is behoeftig.\n"
    )
    oud, nieuw = goed(tekst).regels["proef"].versies
    assert [b.artikel for b in oud.herkomst.bronnen] == ["1"]
    assert [b.artikel for b in nieuw.herkomst.bronnen] == ["2"]
    assert oud.herkomst.bevoegdheid == nieuw.herkomst.bevoegdheid == "gebonden"


def test_omvat() -> None:
    artikel = Vindplaats("Wst", "7")
    lid = Vindplaats("Wst", "7", "3")
    assert artikel.omvat(lid)
    assert not lid.omvat(artikel)
    assert not artikel.omvat(Vindplaats("Wst", "17"))


CLAUSULE = """\
Hardheidsclausule uitweg
    bron artikel 9 Wst
    reikwijdte:
    - {bereik}
    geldig {geldig}
        Het college kan ten aanzien van een Aanvrager afwijken van de reikwijdte
        indien er sprake is van open norm bijzonder hard.
"""


@pytest.mark.parametrize(
    ("bereik", "geldig", "aantal"),
    [
        ("Regel proef", "altijd", 1),
        ("artikel 1 Wst", "altijd", 1),
        ("de gehele regeling Wst", "altijd", 1),
        ("artikel 1 Wst", "t/m 2023", 0),
    ],
)
def test_wat_een_clausule_raakt(bereik: str, geldig: str, aantal: int) -> None:
    tekst = regel(ZIN, geldig="vanaf 2024") + CLAUSULE.format(bereik=bereik, geldig=geldig)
    model = goed(tekst)
    clausule = model.clausules["uitweg"]
    assert clausule.versies[0].normen == ("bijzonder hard",)
    alle = [v for r in model.regels.values() for v in r.versies]
    assert len(geraakt(clausule, alle)) == aantal


def test_gevolg_van_een_clausule() -> None:
    tekst = CLAUSULE.format(bereik="de gehele regeling Wst", geldig="altijd").rstrip()
    tekst += (
        "\n        In dat geval moet de schuld van de Aanvrager gesteld worden op de drempel.\n"
    )
    gevolg = goed(tekst + regel(ZIN)).clausules["uitweg"].versies[0].gevolg
    assert gevolg is not None
    assert gevolg.doel.eigenschap == "schuld"
