"""The grammar itself: no conflicts, one reading, longest match with a way back."""

from __future__ import annotations

from typing import Any

import lark
import pytest
from lark.exceptions import GrammarError
from lark.lexer import Lexer

from tests.syntax.voorbeeld import DECLARATIES, lees, lexicon, regel
from wetsanalyse.syntax import ontleed, toon_tokens
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.grammatica import STARTS, laad, lees_bestand
from wetsanalyse.text import Source


class _Klaar(Lexer):
    """Hands on tokens that exist already."""

    def __init__(self, _conf: Any) -> None: ...

    def lex(self, data: Any, _state: Any = None) -> Any:
        return iter(data)


@pytest.mark.parametrize("naam", sorted(STARTS))
def test_geen_enkel_conflict(naam: str) -> None:
    """Strict mode raises on the first shift/reduce or reduce/reduce conflict."""
    lark.Lark(
        lees_bestand(f"{naam}.lark"),
        parser="lalr",
        strict=True,
        start=STARTS[naam],
        lexer=_Klaar,
    )


def test_strict_ziet_een_conflict_echt() -> None:
    with pytest.raises(GrammarError):
        lark.Lark(
            "%declare A B\nx: a B | B\na: x B | x",
            parser="lalr", strict=True, start="x", lexer=_Klaar,
        )  # fmt: skip


def test_elke_terminal_van_de_grammatica_kan_uit_de_lexer_komen() -> None:
    from wetsanalyse.syntax.frases import frases

    uit_frases = {f.terminal for f in frases()}
    eigen = set(
        "NAAM OBJECT VARNAAM REGELNAAM NORMNAAM ORGAANNAAM FEITNAAM DIMNAAM LABEL TIJDLIJNNAAM "
        "GETAL EENHEID PROCENT DATUM DATUMTIJD JAARTAL TEKST TEKST_OPEN TEKST_MIDDEN TEKST_SLUIT "
        "ENUM LIJST_IN LIJST_UIT ITEM GEBEURTENISNAAM".split()
    )
    gebruikt = {str(s.name) for s in laad("regels").lark.terminals}
    gebruikt |= {str(x.name) for r in laad("regels").lark.rules for x in r.expansion if x.is_term}
    assert gebruikt - {"$END"} <= uit_frases | eigen


REGELS = [
    """\
De normpremie van een Aanvrager moet berekend worden als het afbouwpercentage van
(het toetsingsinkomen van de Aanvrager min het drempelinkomen),
met een minimum van 0 €/jr naar beneden afgerond op 0 decimalen.""",
    """\
Een Aanvrager heeft recht op zorgtoeslag indien hij aan alle volgende voorwaarden voldoet:
• hij is verzekerd
• hij voldoet aan ten minste één van de volgende voorwaarden:
•• zijn leefvorm is gelijk aan 'alleenstaand' of 'gehuwd paar'
•• hij is geen toeslagpartner.
Daarbij geldt:
N is het aantal kinderen van de Aanvrager
de rest is N plus 1.""",
    """\
Het vermogen van een Aanvrager moet gesteld worden op
de som van de leeftijd van alle kinderen van de ouder die kleiner zijn dan 12 jr
plus de maximale waarde van 3, 4 en 5
indien alle kinderen van de Aanvrager die thuiswonend zijn geen toeslagpartner zijn.""",
]


@pytest.mark.parametrize("inhoud", REGELS)
def test_earley_vindt_precies_een_lezing(inhoud: str) -> None:
    """The oracle: all derivations of the token stream that our lexer chose."""
    bron = Source("x", DECLARATIES + regel(inhoud))
    gelezen = ontleed([bron])
    assert gelezen.ok
    start = bron.tekst.index("geldig altijd") + len("geldig altijd")
    namen = [n for s, n, _ in toon_tokens(bron, gelezen.value.lexicon) if s.start >= start]
    earley = lark.Lark(
        lees_bestand("regels.lark"),
        parser="earley",
        lexer=_Klaar,
        start="inhoud",
        ambiguity="explicit",
    )
    tokens: Any = [lark.Token(n, n) for n in namen]
    assert not list(earley.parse(tokens).find_data("_ambig"))


def test_te_lange_naam_wordt_teruggegeven() -> None:
    """The parameter “premie van het jaar” swallows `van het jaar`; here only `premie` fits."""
    tekst = (
        "Objecttype de Zaak\n    de premie Numeriek (getal);\n"
        "    het jaar Numeriek (getal);\n    de uitkomst Numeriek (getal);\n"
        "Parameter de premie van het jaar : Numeriek (getal);\n"
        "Parameter de premie van het jaar uit : Tekst;\n"
        + regel(
            "De uitkomst van een Zaak moet gesteld worden op de premie van het jaar uit (1-1-2024)."
        )
    )
    gelezen = ontleed([Source("x", tekst)])
    assert gelezen.ok
    laatste: Any = gelezen.value.blokken[-1]
    premie, deel = laatste.versies[0].resultaat.waarde.schakels
    assert premie.naam.tekst == "premie"
    assert isinstance(deel, t.Datumdeel)


def test_verboden_naam_geeft_een_andere_lezing() -> None:
    """A4: the attribute “aantal kinderen” wins, until the resolver says that it does not fit."""
    inhoud = (
        "Het vermogen van een Aanvrager moet gesteld worden op het aantal kinderen van de ouder."
    )
    gelezen = lees(regel(inhoud)).value
    blok = gelezen.bestanden[1].blokken[0]
    assert isinstance(blok, t.Regel)
    eerste = blok.versies[0].resultaat
    assert isinstance(eerste, t.Gelijkstelling)
    assert isinstance(eerste.waarde, t.Keten)
    schakel = eerste.waarde.schakels[0]
    assert isinstance(schakel, t.Schakel)
    assert schakel.naam.tekst == "aantal kinderen"
    plek = (schakel.naam.span.start, schakel.naam.span.eind)
    opnieuw = gelezen.herlees(blok, frozenset({plek}))
    assert opnieuw.ok
    nieuw: Any = opnieuw.value
    tweede = nieuw.versies[0].resultaat.waarde
    assert isinstance(tweede, t.Aggregatie)
    assert tweede.soort == "het aantal"


def test_herlezen_zonder_andere_lezing_geeft_het_oude_blok() -> None:
    gelezen = lees(regel("Het vermogen van een Aanvrager moet gesteld worden op 3 €.")).value
    blok: Any = gelezen.bestanden[1].blokken[0]
    naam = blok.versies[0].resultaat.doel.schakels[0].naam
    opnieuw = gelezen.herlees(blok, frozenset({(naam.span.start, naam.span.eind)}))
    assert not opnieuw.ok
    assert opnieuw.value is blok


def test_lexicon_kent_hoofdletters_wit_en_meervoud() -> None:
    woorden = lexicon()
    (betekenis,) = woorden.zoek("Recht  op\nZorgtoeslag")
    assert (betekenis.soort, betekenis.eigenaar) == ("kenmerk", "Aanvrager")
    assert {b.getal for b in woorden.zoek("aanvragers")} == {"meer"}
    assert {b.getal for b in woorden.zoek("leeftijden")} == {"geraden"}
    assert woorden.zoek("e\u0301\u0301n") == ()
    assert woorden.bijna("toetsingsinkommen")[0][0] == "toetsingsinkomen"
    assert not woorden.bijna("leeftijdn", ["parameter"])
    assert woorden.eenheden["euro"] == "€"


def test_naam_over_twee_regels() -> None:
    """R-002"""
    inhoud = "De normpremie van een Aanvrager moet gesteld\nworden op het recht op\n  zorgtoeslag."
    assert lees(regel(inhoud)).ok
