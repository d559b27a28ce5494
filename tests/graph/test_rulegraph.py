"""The rule graph as a value, and the questions that can be asked of it."""

from __future__ import annotations

import networkx as nx
import pytest

from tests.graph import kleine_graaf as k
from wetsanalyse.graph import (
    JasKlasse,
    Knoop,
    Knoopsoort,
    Pijl,
    Pijlsoort,
    RuleGraph,
    bereik,
    dominatoren,
    knoop_id,
    kringen,
    slug,
)


def _regels(*paren: tuple[str, str]) -> RuleGraph:
    namen = sorted({naam for paar in paren for naam in paar})
    return RuleGraph.van(
        [Knoop(n, Knoopsoort.REGEL, n) for n in namen],
        [Pijl(a, b, Pijlsoort.STELT) for a, b in paren],
    )


def test_geeft_terug_wat_erin_ging() -> None:
    assert set(k.KLEIN.knopen) == set(k.KNOPEN)
    assert set(k.KLEIN.pijlen) == set(k.PIJLEN)
    assert k.INKOMEN.id in k.KLEIN
    assert len(k.KLEIN) == len(k.KNOPEN)


def test_volgorde_hangt_niet_af_van_de_invoer() -> None:
    omgekeerd = RuleGraph.van(reversed(k.KNOPEN), reversed(k.PIJLEN))
    assert list(omgekeerd.knopen) == list(k.KLEIN.knopen)
    assert list(omgekeerd.pijlen) == list(k.KLEIN.pijlen)


def test_ligt_vast() -> None:
    with pytest.raises(nx.NetworkXError):
        k.KLEIN.graaf.add_node("nieuw")


def test_zelfde_knoop_tweemaal_mag_andere_niet() -> None:
    a = Knoop("a", Knoopsoort.REGEL, "a")
    assert len(RuleGraph.van([a, a], [])) == 1
    with pytest.raises(ValueError, match="heten a"):
        RuleGraph.van([a, Knoop("a", Knoopsoort.REGEL, "b")], [])


def test_pijl_naar_niets_is_een_fout_van_de_programmeur() -> None:
    a = Knoop("a", Knoopsoort.REGEL, "a")
    with pytest.raises(ValueError, match="mist b"):
        RuleGraph.van([a], [Pijl("a", "b", Pijlsoort.STELT)])


def test_twee_soorten_pijlen_tussen_een_paar_is_een_fout_van_de_programmeur() -> None:
    knopen = [Knoop(n, Knoopsoort.REGEL, n) for n in "ab"]
    with pytest.raises(ValueError, match="twee soorten"):
        RuleGraph.van(knopen, [Pijl("a", "b", Pijlsoort.STELT), Pijl("a", "b", Pijlsoort.LEEST)])


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [("Één kind", "een-kind"), ("  A & B  ", "a-b"), ("€", "x"), ("art. 2:1", "art-2-1")],
)
def test_slug(tekst: str, verwacht: str) -> None:
    assert slug(tekst) == verwacht


def test_knoop_id_slaat_lege_delen_over() -> None:
    assert knoop_id(Knoopsoort.OPEN_NORM, "redelijk", "") == "open-norm-redelijk"


def test_elke_soort_heeft_een_klasse_en_elke_klasse_een_kleur() -> None:
    assert all(isinstance(soort.jas, JasKlasse) for soort in Knoopsoort)
    assert len({klasse.kleur for klasse in JasKlasse}) == len(JasKlasse) == 16


def test_geen_kring_in_de_kleine_graaf() -> None:
    assert kringen(k.KLEIN) == []


def test_kringen_zijn_hele_paden() -> None:
    graaf = _regels(("c", "a"), ("a", "b"), ("b", "c"), ("b", "b"), ("c", "d"))
    assert kringen(graaf) == [("b", "b"), ("a", "b", "c", "a")]


def test_kring_door_een_uitzondering_telt_alleen_op_verzoek() -> None:
    knopen = [Knoop(n, Knoopsoort.REGEL, n) for n in "ab"]
    graaf = RuleGraph.van(
        knopen, [Pijl("a", "b", Pijlsoort.WIJKT_AF_VAN), Pijl("b", "a", Pijlsoort.LEEST)]
    )
    assert kringen(graaf) == []
    assert kringen(graaf, soorten=list(Pijlsoort)) == [("a", "b", "a")]


def test_kringen_houdt_op_bij_het_hoogste_aantal() -> None:
    alles = _regels(*((a, b) for a in "abcdefgh" for b in "abcdefgh"))
    assert len(kringen(alles, hoogstens=7)) == 7


def test_bereik_heen_en_terug() -> None:
    assert bereik(k.KLEIN, k.R_BEDRAG.id) == {k.BEDRAG.id, k.UITKOMST.id}
    assert bereik(k.KLEIN, k.NORM.id, terug=True) == {k.R_NORM.id, k.INKOMEN.id, k.DREMPEL.id}


def test_dominatoren_is_waar_alles_langs_moet() -> None:
    assert dominatoren(k.KLEIN, k.UITKOMST.id) == (k.R_BEDRAG.id, k.BEDRAG.id)
    assert dominatoren(k.KLEIN, k.NORM.id) == (k.R_NORM.id,)
    assert dominatoren(k.KLEIN, k.INKOMEN.id) == ()


def test_dominatoren_in_een_kring() -> None:
    assert dominatoren(_regels(("a", "b"), ("b", "a"), ("b", "c")), "c") == ("b",)
