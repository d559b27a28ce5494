"""Reading files: what can be wrong with a path or its bytes is a message."""

from __future__ import annotations

from pathlib import Path

from wetsanalyse.text.lezen import lees


def test_map_in_volgorde_en_elk_bestand_een_keer(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for naam in ("z.regels", "a.regels", "b/m.regels", "b/x.scenario"):
        (tmp_path / naam).write_text(naam, encoding="utf-8")
    gelezen = lees([tmp_path, tmp_path / "a.regels"])
    assert [s.tekst for s in gelezen.value] == ["a.regels", "b/m.regels", "z.regels"]
    assert lees([tmp_path], (".scenario",)).value[0].tekst == "b/x.scenario"


def test_bom_en_crlf(tmp_path: Path) -> None:
    pad = tmp_path / "a.regels"
    pad.write_bytes(b"\xef\xbb\xbfRegel a\r\n  geldig\r\n")
    (bron,) = lees([pad]).value
    assert bron.tekst.startswith("Regel")
    assert bron.regel(1) == "Regel a"


def test_fouten(tmp_path: Path) -> None:
    leeg, zonder = tmp_path / "leeg", tmp_path / "zonder"
    leeg.mkdir()
    zonder.mkdir()
    (zonder / "lees.mij").write_text("x", encoding="utf-8")
    fout = tmp_path / "fout.regels"
    fout.write_bytes(b"Regel a\n caf\xe9\n")
    gelezen = lees([tmp_path / "weg", leeg, zonder, fout])
    assert [d.code for d in gelezen.diagnostics] == [
        "BST-ONBEKEND", "BST-LEGE-MAP", "BST-GEEN-REGELS", "BST-UTF8",
    ]  # fmt: skip
    assert "byte 12 (regel 2)" in gelezen.diagnostics[3].bericht
    assert gelezen.value == ()


def test_onmogelijk_pad() -> None:
    (melding,) = lees([Path("a\x00b")]).diagnostics
    assert melding.is_fout
