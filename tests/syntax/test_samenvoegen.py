"""Folders together: what they share counts once, what differs is told, the order is free."""

from __future__ import annotations

from itertools import permutations

import pytest

from wetsanalyse import chain
from wetsanalyse.model.model import Model
from wetsanalyse.syntax import ontleed, voeg_samen
from wetsanalyse.text import Diagnostic, Source

MENS = """\
Objecttype de Mens (mv: Mensen) (bezield)
    het inkomen	Numeriek (geheel getal) met eenheid €/jr;
    is ziek	kenmerk (bijvoeglijk);
"""
# The same, in other layout and with comments.
MENS_ANDERS_GETYPT = """\
// wie het betreft
Objecttype de   Mens (mv: Mensen)  (bezield)
    --- invoer
    het  inkomen   Numeriek (geheel getal) met eenheid €/jr;   // per jaar
    is ziek    kenmerk (bijvoeglijk);
"""
PARAMETER = """\
Parameter de grens : Numeriek (geheel getal) met eenheid €/jr;

Parameterwaarden 2025
    geldig vanaf 1-1-2025 t/m 31-12-2025
    de grens is {bedrag} €/jr
        bron artikel {artikel} W
"""
WET = """\
Regeling Wet
    afkorting W
    niveau formele wet
    tekst van 1-1-2025
    doel "een proef"
"""


def lees(**mappen: str) -> tuple[Model, list[Diagnostic]]:
    """A text per folder, as one rule set."""
    bronnen = [Source(f"{naam}/a.regels", tekst, naam) for naam, tekst in mappen.items()]
    ontleding = ontleed(bronnen)
    samen = voeg_samen(ontleding.value)
    model = chain.resolve(samen.value)
    return model.value, [*ontleding.fouten, *samen.fouten, *model.fouten]


def codes(meldingen: list[Diagnostic]) -> list[str]:
    return [m.code for m in meldingen]


def test_gelijke_blokken_tellen_een_keer() -> None:
    model, fouten = lees(a=MENS, b=MENS_ANDERS_GETYPT)
    assert fouten == []
    assert list(model.objecttypen) == ["Mens"]
    assert list(model.objecttypen["Mens"].attributen) == ["inkomen"]
    assert list(model.objecttypen["Mens"].kenmerken) == ["ziek"]


def test_binnen_een_map_blijft_dubbel_een_fout() -> None:
    _, fouten = lees(a=MENS + "\n" + MENS)
    assert codes(fouten) == ["OT-DUBBEL"]
    _, fouten = lees(a=MENS + "\n" + MENS, b=MENS)
    assert codes(fouten) == ["OT-DUBBEL"]


def test_een_objecttype_krijgt_de_leden_van_beide() -> None:
    ander = MENS.replace("is ziek	kenmerk", "is oud	kenmerk")
    model, fouten = lees(a=MENS, b=ander)
    assert fouten == []
    assert set(model.objecttypen["Mens"].kenmerken) == {"ziek", "oud"}


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("geheel getal) met eenheid €/jr", "geheel getal) met eenheid €/mnd"),
        ("is ziek	kenmerk (bijvoeglijk)", "het ziek	kenmerk (bezittelijk)"),
        (" (bezield)", ""),
        ("(mv: Mensen)", "(mv: Menschen)"),
    ],
)
def test_wat_verschilt_wordt_verteld_met_beide_plaatsen(van: str, naar: str) -> None:
    assert van in MENS
    _, fouten = lees(a=MENS, b=MENS.replace(van, naar))
    assert codes(fouten) == ["MAP-VERSCHIL"]
    (fout,) = fouten
    assert fout.span is not None
    assert fout.span.source.map_ == "b"
    assert [v.span.source.map_ for v in fout.verwant] == ["a"]
    assert "geef een van beide een andere naam" in fout.hulp


def test_een_blok_met_een_andere_inhoud() -> None:
    a = "Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €\n"
    _, fouten = lees(a=a, b=a)
    assert fouten == []
    _, fouten = lees(a=a, b=a.replace("2 decimalen", "3 decimalen"))
    assert codes(fouten) == ["MAP-VERSCHIL"]


REGEL = """
Regel {naam}
    geldig altijd
        Een Mens is {kenmerk}
        indien zijn inkomen groter is dan {grens} €/jr.
"""


def test_regels_met_een_naam() -> None:
    """Equal rules are one rule; with another content the name has to change."""
    a = MENS + REGEL.format(naam="gezond", kenmerk="ziek", grens=1)
    model, fouten = lees(a=a, b=a)
    assert fouten == []
    assert list(model.regels) == ["gezond"]
    _, fouten = lees(a=a, b=MENS + REGEL.format(naam="gezond", kenmerk="ziek", grens=2))
    assert codes(fouten) == ["MAP-VERSCHIL"]
    model, fouten = lees(a=a, b=MENS + REGEL.format(naam="ook gezond", kenmerk="ziek", grens=2))
    assert fouten == []
    assert set(model.regels) == {"gezond", "ook gezond"}


def test_een_beslistabel_en_een_regel_delen_hun_namen() -> None:
    tabel = """
Beslistabel gezond
    geldig altijd
| | een Mens is ziek | indien zijn inkomen groter is dan |
|---|---|---|
| 1 | waar | 1 €/jr |
"""
    regel = REGEL.format(naam="gezond", kenmerk="ziek", grens=1)
    _, fouten = lees(a=MENS + regel, b=MENS)
    assert fouten == []
    _, fouten = lees(a=MENS, b=MENS + tabel)
    assert fouten == []
    _, fouten = lees(a=MENS + regel, b=MENS + tabel)
    assert codes(fouten) == ["MAP-VERSCHIL"]


def test_dezelfde_waarde_van_een_parameter_houdt_beide_bronnen() -> None:
    a = WET + "\n" + PARAMETER.format(bedrag=10, artikel=1)
    model, fouten = lees(a=a, b=WET + "\n" + PARAMETER.format(bedrag=10, artikel=2))
    assert fouten == []
    (waarde,) = model.parameters["grens"].waarden
    assert [bron.artikel for bron in waarde.herkomst.bronnen] == ["1", "2"]
    _, fouten = lees(a=a, b=WET + "\n" + PARAMETER.format(bedrag=11, artikel=1))
    assert codes(fouten) == ["PA-OVERLAP"]
    dubbel = PARAMETER.format(bedrag=10, artikel=1).replace("2025\n", "2025 nog eens\n", 1)
    _, fouten = lees(a=a + "\n" + dubbel.partition("\n\n")[2])
    assert codes(fouten) == ["PA-OVERLAP"]


BEREIK = """
Invoerbereik van een Mens
    het inkomen: 0 €/jr t/m {top} €/jr per 1 €/jr, modaal 5 €/jr
    {behoefte}
"""


def test_een_invoerbereik_uit_twee_mappen() -> None:
    een = MENS + BEREIK.format(top=100, behoefte="meer behoefte bij lager inkomen")
    ander = MENS + BEREIK.format(top=100, behoefte="niet ter zake doet ziek")
    model, fouten = lees(a=een, b=ander)
    assert fouten == []
    bereik = model.invoerbereiken["Mens"]
    assert [b.attribuut for b in bereik.bereiken] == ["inkomen"]
    assert bereik.behoeften == (("lager", "inkomen"),)
    assert bereik.niet_ter_zake == (("ziek", None),)
    binnen = een + BEREIK.format(top=99, behoefte="meer behoefte bij lager inkomen")
    for andere in (een.replace("per 1 €/jr", "per 2 €/jr"), None):
        _, fouten = lees(a=een, b=andere) if andere else lees(a=binnen)
        assert codes(fouten) == ["IB-DUBBEL"]
        assert fouten[0].verwant
    _, fouten = lees(a=een, b=een.replace("bij lager", "bij hoger"))
    assert codes(fouten) == ["IB-DUBBEL"]


def test_een_ander_bereik_in_een_andere_map() -> None:
    """A range is a choice: all that either names is searched, and that is told."""
    ruim = MENS + BEREIK.format(top=200, behoefte="").replace("0 €/jr t/m", "-50 €/jr t/m")
    krap = MENS + BEREIK.format(top=100, behoefte="").replace("modaal 5 ", "modaal 7 ")
    for a, b, modaal in ((ruim, krap, 5), (krap, ruim, 7)):
        bronnen = [Source("a", a, "a"), Source("b", b, "b")]
        gelezen = chain.resolve(voeg_samen(ontleed(bronnen).value).value)
        assert gelezen.ok
        assert [d.code for d in gelezen.diagnostics if d.code.startswith("IB")] == ["IB-VERSCHIL"]
        (bereik,) = gelezen.value.invoerbereiken["Mens"].bereiken
        assert bereik.van == -50
        assert bereik.tot == 200
        assert bereik.modaal == modaal


UITKOMST = """
Uitkomst van een Mens
    voordeel het inkomen van de Mens
"""


def test_een_uitkomst_telt_een_keer() -> None:
    model, fouten = lees(a=MENS + UITKOMST, b=MENS + UITKOMST)
    assert fouten == []
    assert len(model.uitkomsten) == 1
    _, fouten = lees(a=MENS + UITKOMST, b=MENS + UITKOMST + "    venster 12 mnd\n")
    assert codes(fouten) == ["MAP-TELT-DUBBEL"]
    (fout,) = fouten
    assert fout.verwant
    loon = MENS.replace("het inkomen	", "het loon	") + UITKOMST.replace("inkomen", "loon")
    model, fouten = lees(a=MENS + UITKOMST, b=loon)
    assert fouten == []
    assert [u.voordelen[0].eigenschap for u in model.uitkomsten] == ["inkomen", "loon"]


def test_drie_mappen_in_elke_volgorde_verschillen_even_vaak() -> None:
    ander = MENS.replace("€/jr", "€/mnd")
    for a, b, c in permutations([MENS, MENS, ander]):
        _, fouten = lees(a=a, b=b, c=c)
        assert set(codes(fouten)) == {"MAP-VERSCHIL"}
