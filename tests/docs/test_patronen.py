"""docs/patronen.md says what the patterns and the data say; ``make docs`` writes it anew."""

from __future__ import annotations

import os

from tests.docs.patronenpagina import PAGINA, pagina
from wetsanalyse.analyses.maten.drempels import NAMEN
from wetsanalyse.analyses.patronen import PATRONEN


def test_patronenpagina_is_bij() -> None:
    if os.environ.get("WETSANALYSE_SCHRIJF_DOCS"):
        PAGINA.write_text(pagina(), encoding="utf-8")
    assert PAGINA.read_text(encoding="utf-8") == pagina(), "draai make docs"


def test_elk_patroon_staat_er_een_keer_met_zijn_naam() -> None:
    assert [p.id for p in PATRONEN] == [f"P{n:02}" for n in range(1, 19)]
    assert {p.id: p.naam for p in PATRONEN} == NAMEN
