"""docs/conformiteit.md says what the marks on the tests say; ``make docs`` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.docs.conformiteitspagina import PAGINA, pagina, vinkjes
from tests.docs.constructies import LIJST, TE_VEEL, constructies, getoond, merken, merken_van


def test_de_bladzijde_is_bij() -> None:
    oud = PAGINA.read_text(encoding="utf-8") if PAGINA.exists() else ""
    weg = sorted(vinkjes(oud) - getoond().keys())
    assert not weg, f"geen toets laat dit nog zien: {', '.join(f'{n} {s}' for n, s in weg)}"
    if os.environ.get("WETSANALYSE_SCHRIJF_DOCS"):
        PAGINA.write_text(pagina(), encoding="utf-8")
        oud = pagina()
    assert oud == pagina(), "draai make docs"


def test_de_lijst_is_compleet() -> None:
    nummers = [f"R-{n:03}" for n in range(1, 269)] + [f"X-{n:02}" for n in range(1, 20)]
    assert [c.nummer for c in constructies()] == nummers
    stappen = {stap for c in constructies() for stap, _ in c.zonder}
    assert stappen <= {"controleert", "rekent"}, "ontleden kan altijd"


def test_elk_merk_telt() -> None:
    fout = [f"{m.plek} (regel {m.regel}): {m.bezwaar}" for m in merken() if m.bezwaar]
    assert not fout, "\n".join(fout)


def test_elke_constructie_wordt_ontleed() -> None:
    zonder = [c.nummer for c in constructies() if (c.nummer, "ontleedt") not in getoond()]
    assert not zonder, f"geen toets laat zien dat dit gelezen wordt: {', '.join(zonder)}"


def test_wat_niets_te_doen_heeft_heeft_geen_toets() -> None:
    """A reason beside a test would mean that one of the two is wrong."""
    redenen = {(c.nummer, stap) for c in constructies() for stap, _ in c.zonder}
    dubbel = sorted(redenen & getoond().keys())
    assert not dubbel, f"haal de reden weg uit {LIJST.name}: {dubbel}"


def test_elk_gemerkt_bestand_is_echt_verzameld(request: pytest.FixtureRequest) -> None:
    """The files are read as text; here that is held against what pytest found in this run."""
    opties = request.config.option
    keuze = (opties.keyword, opties.markexpr, opties.deselect, getattr(opties, "lf", False))
    if any(keuze) or any("::" in a for a in request.config.args):
        return  # a part of the tests was chosen, so nothing can be said
    gevonden = {i.nodeid.split("[")[0].removeprefix("tests/") for i in request.session.items}
    bestanden = {plek.split("::")[0] for plek in gevonden}
    gemist = {m.plek for m in merken() if m.plek.split("::")[0] in bestanden} - gevonden
    assert not gemist, f"pytest vond deze toetsen niet: {sorted(gemist)}"


MERK = '@pytest.mark.constructie("R-001", stap="ontleedt")\n'
TEST = "def test_a(): assert 1\n"


@pytest.mark.parametrize(
    ("tekst", "bezwaar"),
    [
        (MERK + TEST, None),
        (f"class TestA:\n    {MERK}    {TEST}", None),
        ('L = [pytest.param(1, marks=pytest.mark.constructie("R-001", stap="rekent"))]\n'
         "@pytest.mark.parametrize('x', L)\n" + TEST, None),
        (MERK + "def hulp(): assert 1\n", "niet op een test"),
        (MERK + "@pytest.mark.skip\n" + TEST, "“skip”"),
        ("@pytest.mark.xfail\nclass TestA:\n    " + MERK + "    " + TEST, "“xfail”"),
        ("pytestmark = pytest.mark.skipif(True)\n" + MERK + TEST, "“skipif”"),
        (MERK + "def test_a():\n    pytest.skip('x')\n", "“skip”"),
        (MERK.replace("ontleedt", "loopt") + TEST, "schrijf constructie"),
        (MERK.replace("R-001", "R-999") + TEST, "R-999 staat niet in"),
        (MERK.replace('"R-001"', "NUMMER") + TEST, "schrijf constructie"),
        (MERK.replace('"R-001"', '"R-001", "R-002", "R-003", "R-004", "R-005"') + TEST, TE_VEEL),
        (MERK.replace('"R-001"', '"R-002", "R-003"') + MERK.replace('"R-001"', '"R-004"')
         + MERK.replace('"R-001"', '"R-005", "R-006"') + TEST, TE_VEEL),
    ],
)  # fmt: skip
def test_een_merk_telt_alleen_op_een_toets_die_draait(tekst: str, bezwaar: str | None) -> None:
    gevonden = list(merken_van(tekst, Path("test_x.py")))
    assert gevonden
    for merk in gevonden:
        assert (merk.bezwaar is None) == (bezwaar is None), merk
        assert bezwaar is None or bezwaar in str(merk.bezwaar)


def test_een_vinkje_op_de_bladzijde_wordt_gezien() -> None:
    rij = "| R-001 | een naam | ✓ `a.py::test_b` | – | n.v.t. |"
    assert vinkjes(rij) == {("R-001", "ontleedt")}
