"""The formatter: canonical text, the same meaning, the author's comments."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.syntax.voorbeeld import DECLARATIES, lexicon
from wetsanalyse.chain import read, regelmap, regelset_van
from wetsanalyse.syntax import Lexicon, ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import (
    BREEDTE,
    commentaren,
    herschrijf,
    regelspraak,
    schrijf,
    veilig,
)
from wetsanalyse.text import Source

WORTEL = Path(__file__).resolve().parents[2]
BESTANDEN = sorted(
    p
    for map_ in ("rules", "scenarios", "tests/modellen")
    for p in (WORTEL / map_).rglob("*")
    if p.suffix in (".regels", ".scenario")
)


@functools.cache
def _schat(pad: Path) -> Lexicon:
    """The names of the rule set that a file is part of, or is about."""
    map_ = regelmap(pad) if pad.suffix == ".scenario" else regelset_van(pad)
    assert map_ is not None
    return ontleed(read([map_]).value).value.lexicon


def _net(tekst: str, schat: Lexicon | None = None) -> str:
    bron = Source("proef.regels", tekst)
    gelezen = ontleed([bron], schat or lexicon())
    assert gelezen.ok, [f"{d.code} {d.span} {d.bericht}" for d in gelezen.fouten]
    return schrijf(gelezen.value.bestanden[0])


def _regel(*zin: str) -> str:
    return "Regel proef\n    geldig altijd\n" + "".join(f"        {z}\n" for z in zin)


# ------------------------------------------------------------------ our own files


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda p: str(p.relative_to(WORTEL)))
def test_eigen_bestanden_houden_hun_betekenis(pad: Path) -> None:
    bron = Source(str(pad), pad.read_text("utf-8"))
    (paar,) = herschrijf([bron], _schat(pad))
    if any(m.is_fout for m in paar.meldingen):
        assert paar.nieuw is None
        pytest.skip("dit bestand heeft zelf fouten")
    assert paar.nieuw is not None
    nieuw = Source(str(pad), paar.nieuw)
    gelezen = ontleed([nieuw], _schat(pad))
    assert gelezen.ok
    assert gelezen.value.bestanden[0] == paar.bestand
    assert sorted(commentaren(nieuw)) == sorted(commentaren(bron))
    assert schrijf(gelezen.value.bestanden[0]) == paar.nieuw


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.parametrize("naam", ["zorgtoeslag/regels.regels", "zorgtoeslag/hardheid.regels",
                                  "kinderopvangtoeslag-2014/gegevens.regels"])  # fmt: skip
def test_commentaar_op_elke_plaats_blijft(naam: str, data: st.DataObject) -> None:
    """Comments on random lines and behind random lines come back, and stay where they are."""
    pad = WORTEL / "rules" / naam
    lijnen = pad.read_text("utf-8").splitlines()
    plekken = data.draw(st.lists(st.integers(0, len(lijnen)), max_size=6), "op een eigen regel")
    achter = data.draw(st.sets(st.integers(0, len(lijnen) - 1), max_size=6), "achter een regel")
    for i in achter:
        lijnen[i] += f" // achter {i}"
    for n, i in enumerate(sorted(plekken, reverse=True)):
        wit = data.draw(st.sampled_from(["", "    ", "        "]))
        lijnen[i:i] = [f"{wit}// regel {n}", *data.draw(st.sampled_from([[], [""]]))]
    bron = Source(str(pad), "\n".join(lijnen) + "\n")
    (paar,) = herschrijf([bron], _schat(pad))
    assert paar.nieuw is not None, [m.bericht for m in paar.meldingen]
    eerste = Source(str(pad), paar.nieuw)
    assert sorted(commentaren(eerste)) == sorted(commentaren(bron))
    assert schrijf(ontleed([eerste], _schat(pad)).value.bestanden[0]) == paar.nieuw


# ------------------------------------------------------------------ layout


VORMEN = {
    "objecttype": (
        """\
Objecttype   de  Hond(mv: Honden) (bezield)
  de naam   Tekst ;
\tis lief kenmerk (bijvoeglijk);
--- meer
 de baas kenmerk;
""",
        """\
Objecttype de Hond (mv: Honden) (bezield)
    de naam\tTekst;
    is lief\tkenmerk (bijvoeglijk);
    --- meer
    de baas\tkenmerk;
""",
    ),
    "parameter": (
        """\
Parameter de grens:Numeriek ( geheel getal ) met eenheid €/jr
Parameter de maat : Tekst
""",
        """\
Parameter de grens : Numeriek (geheel getal) met eenheid €/jr;
Parameter de maat : Tekst;
""",
    ),
    "lege regels": (
        "Parameter de grens : Tekst;\n\n\n\nParameter de maat : Tekst;\n\n\n",
        "Parameter de grens : Tekst;\n\nParameter de maat : Tekst;\n",
    ),
    "regel": (
        """\
Regel proef
geldig   vanaf 2024
De leeftijd van een Aanvrager moet gesteld worden op 3 jr indien hij verzekerd is.
""",
        """\
Regel proef
    geldig vanaf 2024
        De leeftijd van een Aanvrager moet gesteld worden op 3 jr
        indien hij verzekerd is.
""",
    ),
    "bolletjes": (
        """\
Regel proef
    geldig altijd
        Een Aanvrager is verzekerd indien hij aan alle volgende voorwaarden voldoet:
        - hij is een toeslagpartner;
        - hij voldoet aan ten minste 2 van de volgende voorwaarden:
        .. hij is verzekerd,
        .. zijn leeftijd is groter dan 3 jr.
""",
        """\
Regel proef
    geldig altijd
        Een Aanvrager is verzekerd
        indien hij aan alle volgende voorwaarden voldoet:
            • hij is een toeslagpartner
            • hij voldoet aan ten minste twee van de volgende voorwaarden:
                •• hij is verzekerd
                •• zijn leeftijd is groter dan 3 jr.
""",
    ),
    "variabelen": (
        """\
Regel proef
    geldig altijd
        De leeftijd van een Aanvrager moet gesteld worden op X.
        Daarbij geldt:
        X is 3 jr
        de rest is X min 1 jr.
""",
        """\
Regel proef
    geldig altijd
        De leeftijd van een Aanvrager moet gesteld worden op X.
        Daarbij geldt:
            X is 3 jr
            de rest is X min 1 jr.
""",
    ),
    "datum": (
        _regel("De geboortedatum van een Aanvrager moet gesteld worden op 01-02-2024."),
        _regel("De geboortedatum van een Aanvrager moet gesteld worden op dd. 1-2-2024."),
    ),
    "getallen en haakjes": (
        _regel("De zorgtoeslag van een Aanvrager", "moet berekend worden als",
               "((3,50 €)) plus (1/3 €)", "maal 4_1/2."),
        _regel("De zorgtoeslag van een Aanvrager moet berekend worden als "
               "(3,50 €) plus (1/3 €) maal 4_1/2."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", VORMEN)
def test_vaste_vorm(naam: str) -> None:
    rommelig, net = VORMEN[naam]
    assert _net(rommelig) == net
    assert _net(net) == net


def test_lange_zin_breekt_op_een_goede_plaats() -> None:
    som = "zijn normpremie plus het vermogen van de ouder min het toetsingsinkomen van de ouder"
    zin = f"De zorgtoeslag van een Aanvrager moet berekend worden als {som} plus {som}."
    net = _net(_regel(zin)).splitlines()
    assert net[2:] == [
        "        De zorgtoeslag van een Aanvrager moet berekend worden als",
        "        zijn normpremie",
        "        plus het vermogen van de ouder",
        "        min het toetsingsinkomen van de ouder",
        "        plus zijn normpremie",
        "        plus het vermogen van de ouder",
        "        min het toetsingsinkomen van de ouder.",
    ]


def test_tekst_tussen_aanhalingstekens_breekt_niet() -> None:
    lang = '"' + "woord  met  spaties " * 12 + '"'
    zin = f"Het dossiernummer van een Aanvrager moet gesteld worden op {lang}."
    assert f"\n        {lang}.\n" in _net(_regel(zin))


def test_tabel_wordt_uitgelijnd() -> None:
    tabel = (
        "Beslistabel proef\n  geldig altijd\n"
        "||de leeftijd van een Aanvrager moet gesteld worden op"
        "|indien zijn leefvorm gelijk is aan|\n"
        "|-|-|-|\n|1|3 jr|'alleenstaand'|\n|2|10 jr|n.v.t.|\n"
    )
    koppen = ["de leeftijd van een Aanvrager moet gesteld worden op",
              "indien zijn leefvorm gelijk is aan"]  # fmt: skip
    assert _net(tabel).splitlines()[2:] == [
        "|   | " + " | ".join([*koppen, ""]).rstrip(),
        "|---|" + "-" * 54 + "|" + "-" * 36 + "|",
        "| 1 | 3 jr" + " " * 49 + "| 'alleenstaand'" + " " * 21 + "|",
        "| 2 | 10 jr" + " " * 48 + "| n.v.t." + " " * 29 + "|",
    ]


# ------------------------------------------------------------------ comments


def test_commentaar_houdt_zijn_plaats() -> None:
    tekst = (
        "// kop\n\n\n// bij de parameter\nParameter de grens : Tekst;  // erachter\n"
        "    // hoort erbij\n\n// los\n\nParameter de maat : Tekst\n\n// bij de regel\n"
        "Regel proef\n  geldig altijd // nog een\n"
        "  De leeftijd van een Aanvrager // midden\n  moet gesteld worden op 3 jr\n"
        "  // boven indien\n  indien hij verzekerd is. // slot\n// einde\n"
    )
    assert _net(tekst) == (
        "// kop\n\n// bij de parameter\nParameter de grens : Tekst;  // erachter\n"
        "    // hoort erbij\n\n// los\n\nParameter de maat : Tekst;\n\n// bij de regel\n"
        "Regel proef\n    geldig altijd  // nog een\n"
        "        De leeftijd van een Aanvrager moet gesteld worden op 3 jr  // midden\n"
        "        // boven indien\n        indien hij verzekerd is.  // slot\n// einde\n"
    )


def test_twee_keer_commentaar_op_een_regel_die_er_een_wordt() -> None:
    tekst = _regel("De leeftijd van een Aanvrager  // een", "moet gesteld worden  // twee",
                   "op 3 jr.  // drie")  # fmt: skip
    net = _net(tekst)
    assert [r.strip() for r in net.splitlines()[2:]] == [
        "// een",
        "// twee",
        "De leeftijd van een Aanvrager moet gesteld worden op 3 jr.  // drie",
    ]
    assert _net(net) == net


# ------------------------------------------------------------------ nothing is lost


def test_bestand_met_een_fout_krijgt_geen_nieuwe_tekst() -> None:
    bron = Source("proef.regels", _regel("De leeftijd van een Aanvrager moet gesteld worden op."))
    (paar,) = herschrijf([bron], lexicon())
    assert paar.nieuw is None
    assert any(m.is_fout for m in paar.meldingen)


def test_wat_verloren_zou_gaan_houdt_het_schrijven_tegen() -> None:
    """A second line of numbers is not in the tree, so the file may not be written."""
    tekst = DECLARATIES.replace(
        "één ouder verzorgt meerdere kinderen",
        "één ouder verzorgt meerdere kinderen\neen tweede zin die niemand leest",
    )
    (paar,) = herschrijf([Source("proef.regels", tekst)])
    assert paar.nieuw is None
    assert any(m.is_fout for m in paar.meldingen)


@pytest.mark.parametrize(
    ("van", "naar"),
    [("groter is", "kleiner is"), ("  // let op", ""), ("3 jr", "3,0 jr"), ("De", "Het")],
)
def test_een_verschil_houdt_het_schrijven_tegen(
    van: str, naar: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the writer itself were wrong, the file stays as it is."""

    def fout(bestand: t.Bestand, breedte: int = BREEDTE) -> str:
        return schrijf(bestand, breedte).replace(van, naar)

    monkeypatch.setattr(veilig, "schrijf", fout)
    zin = "De leeftijd van een Aanvrager moet gesteld worden op 3 jr // let op"
    bron = Source("proef.regels", _regel(zin, "indien zijn leeftijd groter is dan 4 jr."))
    (paar,) = herschrijf([bron], lexicon())
    assert van in schrijf(paar.bestand)
    # An article is no part of the meaning.
    assert [m.code for m in paar.meldingen] == ([] if van == "De" else ["SW-VERSCHIL"])
    assert (paar.nieuw is None) is (van != "De")


def test_zuiver_regelspraak_laat_het_eigene_weg() -> None:
    tekst = (
        "// commentaar\nRegeling Proefwet\n    afkorting Pw\n    niveau formele wet\n\n"
        "Regel proef\n    bron artikel 1, Pw\n    stap boete\n    geldig altijd\n"
        "        bron artikel 2, Pw\n        Een Aanvrager is verzekerd.\n"
    )
    gelezen = ontleed([Source("proef.regels", tekst)], lexicon())
    assert gelezen.ok
    assert regelspraak(gelezen.value.bestanden[0]) == _regel("Een Aanvrager is verzekerd.")
