"""Places in a text: lines and columns for people, UTF-16 positions for editors."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wetsanalyse.text import Source

# Text with all that makes counting hard: two units, combining marks, line ends, lone halves.
LASTIG = st.lists(
    st.sampled_from(
        ["a", "€", "é", "e\u0301", "😀", "𝒳", "\t", "\n", "\r\n", "\r", "\ufeff", "\ud800"]
    )
    | st.characters(),
    max_size=30,
).map("".join)


def bron(tekst: str) -> Source:
    return Source("a.regels", tekst)


# ------------------------------------------------------------------ for people


@pytest.mark.parametrize(
    ("tekst", "offset", "plaats"),
    [
        ("", 0, (1, 1)),
        ("een\ntwee", 3, (1, 4)),
        ("een\ntwee", 4, (2, 1)),
        ("een\n", 4, (2, 1)),
        ("\n\n\nx", 2, (3, 1)),
        ("\n\n\nx", 3, (4, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("😀 x", 2, (1, 3)),
    ],
)
def test_plaats(tekst: str, offset: int, plaats: tuple[int, int]) -> None:
    assert bron(tekst).plaats(offset) == plaats


@given(LASTIG)
def test_elke_regel_staat_op_haar_plaats(tekst: str) -> None:
    gelezen = bron(tekst)
    for nummer, regel in enumerate(tekst.split("\n"), 1):
        assert gelezen.regel(nummer) == regel.rstrip("\r")
    for offset in range(len(tekst) + 1):
        regel_, kolom = gelezen.plaats(offset)
        voor = tekst[:offset]
        assert regel_ == voor.count("\n") + 1
        assert kolom == len(voor.rpartition("\n")[2]) + 1


# ------------------------------------------------------------------ for editors


@pytest.mark.parametrize(
    ("tekst", "offset", "plaats"),
    [
        ("", 0, (0, 0)),
        ("abc", 3, (0, 3)),
        ("€ 1", 2, (0, 2)),  # one unit: the sign stands in the basic plane
        ("😀x", 1, (0, 2)),
        ("a𝒳b𝒳c", 4, (0, 6)),
        ("e\u0301x", 2, (0, 2)),  # a letter and its mark are two
        ("\ufeffx", 1, (0, 1)),
        ("😀\nx", 2, (1, 0)),
        ("\n\n", 2, (2, 0)),
        ("ab\r\ncd", 5, (1, 1)),
        ("een\n", 4, (1, 0)),
    ],
)
def test_utf16_heen_en_terug(tekst: str, offset: int, plaats: tuple[int, int]) -> None:
    assert bron(tekst).plaats_utf16(offset) == plaats
    assert bron(tekst).offset_van_utf16(*plaats) == offset


def test_binnen_een_regeleinde_is_het_einde_van_de_regel() -> None:
    """An editor cannot point between ``\\r`` and ``\\n``."""
    gelezen = bron("ab\r\ncd")
    assert gelezen.plaats_utf16(2) == gelezen.plaats_utf16(3) == (0, 2)


@pytest.mark.parametrize(
    ("tekst", "plaats", "offset"),
    [
        ("ab\ncd", (0, 99), 2),
        ("ab\r\ncd", (0, 3), 2),
        ("ab\ncd", (1, 99), 5),
        ("ab\ncd", (2, 0), 5),
        ("ab\ncd\n", (2, 5), 6),
        ("ab\r", (1, 0), 3),  # a line end is not complete without ``\\n``
        ("", (3, 3), 0),
        ("x😀y", (0, 2), 1),  # halfway the character: its start
        ("x😀y", (0, 3), 2),
        ("😀😀", (0, 3), 1),
        ("€😀", (0, 99), 2),
    ],
)
def test_een_plaats_die_er_niet_is(tekst: str, plaats: tuple[int, int], offset: int) -> None:
    assert bron(tekst).offset_van_utf16(*plaats) == offset


@pytest.mark.parametrize("plaats", [(-1, 0), (0, -1)])
def test_onder_nul_is_een_fout_van_de_programmeur(plaats: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="vanaf 0"):
        bron("abc").offset_van_utf16(*plaats)


@given(LASTIG)
def test_utf16_rondgang(tekst: str) -> None:
    gelezen = bron(tekst)
    for offset in range(len(tekst) + 1):
        regel, kolom = gelezen.plaats_utf16(offset)
        start = tekst[:offset].rfind("\n") + 1
        eerste, regeleinde, _ = tekst[start:].partition("\n")
        einde = start + len(eerste.removesuffix("\r") if regeleinde else eerste)
        assert regel == tekst.count("\n", 0, offset)
        heel = tekst[start : min(offset, einde)].encode("utf-16-le", "surrogatepass")
        assert kolom == len(heel) // 2
        assert gelezen.offset_van_utf16(regel, kolom) == min(offset, einde)


@given(LASTIG, st.integers(0, 40), st.integers(0, 80))
def test_elke_plaats_van_een_editor_is_een_offset(tekst: str, regel: int, kolom: int) -> None:
    gelezen = bron(tekst)
    offset = gelezen.offset_van_utf16(regel, kolom)
    assert 0 <= offset <= len(tekst)
    weer = gelezen.plaats_utf16(offset)
    assert weer <= (regel, kolom)
    assert gelezen.offset_van_utf16(*weer) == offset


def test_een_lange_tekst_gaat_snel() -> None:
    """15,000 lines, every one looked up: a search from the start for each takes minutes."""
    regel = "het inkomen van de aanvrager moet berekend worden als € 5 😀"
    gelezen = bron("\n".join([regel] * 15_000))
    begin = time.perf_counter()
    for nummer in range(15_000):
        offset = nummer * (len(regel) + 1) + len(regel)
        assert gelezen.plaats_utf16(offset) == (nummer, len(regel) + 1)
        assert gelezen.offset_van_utf16(nummer, len(regel) + 1) == offset
    assert time.perf_counter() - begin < 5
