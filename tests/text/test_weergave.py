"""A message as text: what a hostile file may not do to whoever reads it."""

from __future__ import annotations

from wetsanalyse.text import Source, Span
from wetsanalyse.text.diagnostic import fout
from wetsanalyse.text.weergave import tekst


def test_geen_teken_dat_een_terminal_stuurt() -> None:
    bron = Source("x.regels", "Regel \x1b]0;x\x07 \u202eabc\u200b de fout\there\n")
    van = bron.tekst.index("fout")
    uit = tekst(fout("X", Span(bron, van, van + 4), "van \x1b[31m \x00", context="Regel \x9b"))
    assert all(t.isprintable() or t in "\n\t" for t in uit)
    regel, streep = uit.splitlines()[2:4]
    assert regel.index("fout") == streep.index("^^^^")
    assert "abc" in regel
