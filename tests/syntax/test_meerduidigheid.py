"""No sentence of ours can be read in two ways.

Two questions are asked of every sentence. Does the grammar give the tokens that the lexer chose
more than one tree (Earley finds all of them)? And do other tokens fit the grammar as well, with
another tree? The second is answered by the types: at most one reading may be right.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import lark
import pytest
from lark.lexer import Lexer

from tests.syntax.corpus import Deel, bronnen, delen, modellen, scenariomap, zinnen_van
from wetsanalyse.model.resolve import resolve
from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax.grammatica import STARTS, laad, lees_bestand
from wetsanalyse.syntax.herkenner import Kandidaat
from wetsanalyse.syntax.zin import Zin

DELEN = delen()
Vorm = tuple[str, tuple[str, ...]]  # start symbol and terminals


class _Klaar(Lexer):
    """Hands on tokens that exist already."""

    def __init__(self, _conf: Any) -> None: ...

    def lex(self, data: Any, _state: Any = None) -> Any:
        return iter(data)


@lru_cache(maxsize=1)
def earley() -> lark.Lark:
    return lark.Lark(
        lees_bestand("regels.lark"),
        parser="earley",
        lexer=_Klaar,
        start=STARTS["regels"],
        ambiguity="explicit",
    )


@lru_cache(maxsize=100_000)
def bezwaar(vorm: Vorm) -> str:
    """What is wrong with the readings of a row of terminals; nothing when there is exactly one
    and LALR finds it."""
    start, terminals = vorm
    tokens: Any = [lark.Token(t, str(i)) for i, t in enumerate(terminals)]
    alle = earley().parse(tokens, start=start)
    if list(alle.find_data("_ambig")):
        return "meer dan één boom"
    return "" if alle == laad("regels").bouw(start, tokens) else "een andere boom dan LALR"


def vorm(zin: Zin) -> Vorm:
    return zin.start, tuple(k.terminal for k in zin.tokens)


@pytest.mark.parametrize("deel", [pytest.param(d, id=d.id) for d in DELEN])
def test_een_boom_per_zin(deel: Deel) -> None:
    zinnen = deel.zinnen()
    if deel.soort == "model":
        assert zinnen
    fouten = {f"{toon(zin)}: {bezwaar(vorm(zin))}" for zin in zinnen if bezwaar(vorm(zin))}
    assert sorted(fouten) == []


def test_earley_ziet_een_dubbele_boom_echt() -> None:
    """The oracle is no empty question."""
    dubbel = lark.Lark(
        "%declare A B\nx: a b | c\na: A\nb: B\nc: A B",
        parser="earley", lexer=_Klaar, start="x", ambiguity="explicit",
    )  # fmt: skip
    tokens: Any = [lark.Token("A", "1"), lark.Token("B", "2")]
    assert list(dubbel.parse(tokens).find_data("_ambig"))


@pytest.mark.parametrize("deel", [pytest.param(d, id=d.id) for d in DELEN])
def test_de_lezer_kiest_de_eerste_van_alle_lezingen(deel: Deel) -> None:
    """The enumeration holds what the recogniser chose, in front; and every other row that it
    finds is a sentence of the grammar too."""
    for zin in deel.zinnen():
        alle = zin.lezingen()
        assert alle.volledig
        assert alle.eerste is not None
        assert echt(alle.eerste) == echt(zin.tokens), toon(zin)
        for stroom in alle.stromen():
            assert zin.boom(stroom).children


MEERDUIDIG = {
    # An attribute `aantal kinderen` that can be counted as well: the language has a rule. [A4]
    "aantal kinderen",
    "aantal kostendelers",
    # `Een dag is een feestdag`: `dag` is a name in that rule, but no object has a kenmerk. [4.8]
    "DAG_IS",
}


@pytest.mark.parametrize("deel", [pytest.param(d, id=d.id) for d in DELEN])
def test_andere_tokens_geven_geen_andere_boom(deel: Deel) -> None:
    """In the corpus only known names have two readings."""
    fouten = set()
    for zin in deel.zinnen():
        eigen, _ = zin.node(zin.boom())
        for stroom in zin.lezingen().stromen():
            ander, _ = zin.node(zin.boom(stroom))
            weg = {k.waarde or k.terminal for k in set(zin.tokens) - set(stroom)}
            if ander != eigen and not weg & MEERDUIDIG:
                fouten.add(f"{toon(zin)}: {woorden(stroom)}")
    assert sorted(fouten) == []


@pytest.mark.parametrize("map_", [pytest.param(m, id=m.name) for m in modellen()])
def test_geen_model_is_meerduidig(map_: Any) -> None:
    gelezen = ontleed(bronnen(map_, ".regels"))
    codes = {d.code for d in resolve(gelezen.value).diagnostics}
    assert not codes & {"NM-OVERLAP", "NM-MEERDUIDIG"}


def echt(stroom: Any) -> list[Kandidaat]:
    """The tokens that have text; a list may be closed before or after white space."""
    return [k for k in stroom if k.terminal not in ("LIJST_IN", "LIJST_UIT")]


def woorden(stroom: Any) -> str:
    return " ".join(k.terminal for k in echt(stroom))


def toon(zin: Zin) -> str:
    tekst = " ".join(zin.lezer.tekst[zin.van : zin.lezer.eind].split())
    return f"{zin.start}: {tekst}"


def test_het_corpus_is_groot_genoeg() -> None:
    """Otherwise nothing was asked."""
    assert len(DELEN) > 10
    map_ = next(m for m in modellen() if m.name == "zorgtoeslag")
    gelezen = ontleed(bronnen(map_, ".regels"))
    assert (
        len(list(zinnen_van(bronnen(scenariomap(map_), ".scenario"), gelezen.value.lexicon))) > 100
    )
