"""Reading again after an edit gives what reading from scratch gives, for less work."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.syntax.taal import DECLARATIES, regel
from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Diagnostic, Source
from wetsanalyse.text.lezen import lees

WORTEL = Path(__file__).resolve().parents[2]
A = regel(
    "Een Aanvrager is meerderjarig indien zijn leeftijd groter is dan de leeftijdsgrens.", "a"
)
B = regel("Het loontotaal van een Aanvrager moet gesteld worden op de drempel plus 3.", "b")
GROEP = "Regelgroep ketting is recursief\n" + A.replace("Regel a", "Regel g").replace(
    "\n", "\n    "
).replace("Regel g", "    Regel g", 1)


def _alles(teksten: list[str], vorige: object = None) -> tuple[object, list[tuple[object, ...]]]:
    bronnen = [Source(f"{i}.regels", tekst) for i, tekst in enumerate(teksten)]
    gelezen = ontleed(bronnen, vorige=vorige)  # type: ignore[arg-type]
    return gelezen.value, [_plat(d) for d in gelezen.diagnostics]


def _plat(d: Diagnostic) -> tuple[object, ...]:
    plek = None if d.span is None else (d.span.source.pad, d.span.start, d.span.eind, d.span.tekst)
    return d.code, plek, d.bericht, d.hulp


def _gelijk(oud: list[str], nieuw: list[str]) -> int:
    """The number of blocks that were used again."""
    eerst, _ = _alles(oud)
    weer, meldingen = _alles(nieuw, eerst)
    vers, verwacht = _alles(nieuw)
    assert weer.bestanden == vers.bestanden  # type: ignore[attr-defined]
    assert meldingen == verwacht
    return sum(b.verplaatst for b in weer.lezingen.blokken)  # type: ignore[attr-defined]


def test_alleen_de_gewijzigde_regel_wordt_gelezen() -> None:
    blokken = len(_alles([DECLARATIES, A + "\n" + B])[0].lezingen.blokken)  # type: ignore[attr-defined]
    assert _gelijk([DECLARATIES, A + "\n" + B], [DECLARATIES, A + "\n" + B.replace("3", "4")]) == (
        blokken - 1
    )


def test_meldingen_schuiven_mee() -> None:
    """A fault that stands lower now is shown lower, though its block is not read again."""
    fout = B.replace("drempel", "drempell")
    assert _gelijk([DECLARATIES, A + "\n" + fout], [DECLARATIES, "\n\n" + A + "\n\n" + fout]) > 0


def test_een_nieuwe_naam_laat_lezen_wie_hem_kan_gebruiken() -> None:
    anders = DECLARATIES + "Parameter de drempel plus : Bedrag;\n"
    assert _gelijk([DECLARATIES, A + "\n" + B], [anders, A + "\n" + B]) > 0
    eerst, _ = _alles([DECLARATIES, A + "\n" + B])
    weer, _ = _alles([anders, A + "\n" + B], eerst)
    opnieuw = {b.stuk.context for b in weer.lezingen.blokken if not b.verplaatst}  # type: ignore[attr-defined]
    assert "Regel “b”" in opnieuw
    assert "Regel “a”" not in opnieuw


def test_een_groep_die_verschuift() -> None:
    assert _gelijk([DECLARATIES, A + "\n" + GROEP], [DECLARATIES, "// x\n" + A + "\n" + GROEP])


def test_twee_keer_hergebruikt() -> None:
    een, _ = _alles([DECLARATIES, A + B])
    twee, _ = _alles([DECLARATIES, "\n" + A + B], een)
    drie, meldingen = _alles([DECLARATIES, "\n\n" + A + B.replace("plus 3", "plus x")], twee)
    vers, verwacht = _alles([DECLARATIES, "\n\n" + A + B.replace("plus 3", "plus x")])
    assert meldingen == verwacht
    assert drie.bestanden == vers.bestanden  # type: ignore[attr-defined]


_TEKST = "\n".join(b.tekst for b in lees([WORTEL / "rules" / "wahv"], (".regels",)).value)


@given(st.data())
def test_willekeurige_wijzigingen(data: st.DataObject) -> None:
    """Cuts, copies and noise anywhere, several times over."""
    tekst = _TEKST
    vorige, _ = _alles([tekst])
    for _ in range(data.draw(st.integers(1, 3))):
        van = data.draw(st.integers(0, len(tekst)))
        tot = min(len(tekst), van + data.draw(st.integers(0, 60)))
        bron = data.draw(st.integers(0, len(tekst)))
        nieuw = data.draw(
            st.sampled_from(["", "\n", " x ", "Regel q\n", tekst[bron : bron + 40], "// c\n"])
        )
        tekst = tekst[:van] + nieuw + tekst[tot:]
        vorige, meldingen = _alles([tekst], vorige)
        vers, verwacht = _alles([tekst])
        assert isinstance(vorige.bestanden[0], t.Bestand)  # type: ignore[attr-defined]
        assert vorige.bestanden == vers.bestanden  # type: ignore[attr-defined]
        assert meldingen == verwacht


def test_twee_gelijke_blokken_met_een_fout() -> None:
    """Each keeps its own place."""
    fout = B.replace("drempel", "drempell")
    _gelijk([DECLARATIES, fout], [DECLARATIES, fout + "\n" + fout])
    _gelijk([DECLARATIES, fout + "\n" + fout], [DECLARATIES, "\n" + fout + "\n" + fout])


def test_ook_meldingen_van_het_model_schuiven_mee() -> None:
    """A fault of the checker in a block that was not read again."""
    from wetsanalyse.model.resolve import resolve

    fout = B.replace("de drempel plus 3", "zijn omschrijving")
    eerst, _ = _alles([DECLARATIES, fout])
    weer, _ = _alles([DECLARATIES, "\n\n\n" + fout], eerst)
    vers, _ = _alles([DECLARATIES, "\n\n\n" + fout])
    gevonden = [_plat(d) for d in resolve(weer).diagnostics if d.is_fout]  # type: ignore[arg-type]
    assert gevonden
    assert gevonden == [_plat(d) for d in resolve(vers).diagnostics if d.is_fout]  # type: ignore[arg-type]
