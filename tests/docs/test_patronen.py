"""docs/patronen.md says what the patterns and the data say; ``make docs`` writes it anew."""

from __future__ import annotations

import os

from tests.docs.patronenpagina import LATER, PAGINA, pagina
from wetsanalyse.analyses.drempels import NAMEN


def test_patronenpagina_is_bij() -> None:
    if os.environ.get("WETSANALYSE_SCHRIJF_DOCS"):
        PAGINA.write_text(pagina(), encoding="utf-8")
    assert PAGINA.read_text(encoding="utf-8") == pagina(), "draai make docs"


def test_elk_patroon_heeft_een_naam_en_is_gebouwd_of_niet() -> None:
    alle = {f"P{n:02}" for n in range(1, 19)}
    assert set(NAMEN) | set(LATER) == alle
    assert not set(NAMEN) & set(LATER)
