"""Typical mistakes: what the message must say, on a tuned set and on a held-out one.

The score on the held-out set stands in docs/fouten.md; ``make docs`` writes it anew.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from tests.syntax.taal import lexicon, regel, versie
from tests.syntax.vergissingen import Oordeel, Vergissing, oordeel, vergissingen
from wetsanalyse.syntax import ontleed
from wetsanalyse.text import Source
from wetsanalyse.text.weergave import tekst

LIJST = Path(__file__).resolve().parents[2] / "docs" / "fouten.md"
BEGIN, EIND = "<!-- score: begin -->\n", "<!-- score: eind -->\n"
ENGELS = re.compile(r"(?i)\b(?:unexpected|expected|token|error|invalid|terminal|none|traceback)\b")


@cache
def oordelen(set_: str) -> tuple[tuple[Vergissing, Oordeel], ...]:
    return tuple((v, oordeel(v)) for v in vergissingen(set_))


def _gezien(o: Oordeel) -> str:
    return "geen melding" if o.melding is None else tekst(o.melding)


@pytest.mark.parametrize("v", [pytest.param(v, id=v.naam) for v in vergissingen("bekend")])
def test_bekende_vergissing(v: Vergissing) -> None:
    uit = oordeel(v)
    assert uit.goed, f"code {v.code}, hulp {v.hulp}\n{_gezien(uit)}"


def score() -> str:
    """The lines between the marks in docs/fouten.md."""
    paren = oordelen("achtergehouden")
    goed = sum(o.goed for _, o in paren)
    plek = sum(o.code and o.plek for _, o in paren)
    return (
        f"- Vergissingen waarop de meldingen zijn afgesteld: {len(vergissingen('bekend'))}, "
        "allemaal goed.\n"
        f"- Vergissingen die daarna zijn geschreven: {len(paren)}. Bij {goed} zijn code, plaats en "
        f"volgende stap goed.\n  Bij {plek} zijn code en plaats goed.\n"
    )


def test_score_op_de_achtergehouden_vergissingen() -> None:
    """Never lower than what the page says, and never higher without the page saying so."""
    pagina = LIJST.read_text(encoding="utf-8")
    van, tot = pagina.index(BEGIN) + len(BEGIN), pagina.index(EIND)
    oud, nieuw = _goed(pagina[van:tot]), _goed(score())
    fout = "\n".join(f"{v.naam}\n{_gezien(o)}" for v, o in oordelen("achtergehouden") if not o.goed)
    assert nieuw >= oud, f"het waren er {oud}, nu {nieuw}:\n{fout}"
    if os.environ.get("WETSANALYSE_SCHRIJF_DOCS"):
        pagina = pagina[:van] + score() + pagina[tot:]
        LIJST.write_text(pagina, encoding="utf-8")
    assert score() in pagina, "draai make docs"


def _goed(tekst_: str) -> int:
    m = re.search(r"Bij (\d+) zijn code, plaats en", tekst_)
    return int(m.group(1)) if m else 0


def test_de_verzamelingen_zijn_groot_genoeg_en_apart() -> None:
    bekend, later = vergissingen("bekend"), vergissingen("achtergehouden")
    assert len(bekend) >= 30
    assert len(later) >= 30
    assert not {v.tekst for v in bekend} & {v.tekst for v in later}


@pytest.mark.parametrize("set_", ["bekend", "achtergehouden"])
def test_elke_melding_is_nederlands_en_noemt_een_volgende_stap(set_: str) -> None:
    for v, o in oordelen(set_):
        if o.melding is None:
            assert set_ != "bekend", v.naam
            continue
        regels = (o.melding.bericht, *o.melding.hulp, *o.melding.verwacht)
        eigen = re.sub(r"“[^”]*”", "", " ".join(regels))
        assert not ENGELS.search(eigen), regels
        assert set_ != "bekend" or o.melding.hulp or o.melding.verwacht, v.naam
        assert all(len(zin_.split()) <= 25 for zin_ in regels), regels


@pytest.mark.parametrize(
    ("teken", "plek"),
    [
        ("\u00a0", "zijn{}inkomen"),
        ("\u202f", "zijn{}inkomen"),
        ("\u00ad", "zijn in{}komen"),
        ("\u200b", "zijn in{}komen"),
        ("\u2060", "zijn in{}komen"),
    ],
)
def test_wat_een_tekstverwerker_verbergt_wordt_gelezen(teken: str, plek: str) -> None:
    """Unbreakable spaces and soft hyphens are not to be seen, so they may not matter."""
    inhoud = f"Het jaarbedrag van een Aanvrager moet gesteld worden op {plek.format(teken)}."
    (schakel,) = versie(inhoud).resultaat.waarde.schakels
    assert schakel.bepaling == "zijn"
    assert lexicon().zoek(schakel.naam.tekst) == lexicon().zoek("inkomen")


def test_een_onbreekbaar_koppelteken_in_een_naam() -> None:
    bron = "Objecttype de Zaak\n    het e-mailadres\tTekst;\n" + regel(
        'Het e\u2011mailadres van een Zaak moet gesteld worden op "x".'
    )
    assert ontleed([Source("x", bron)]).ok
