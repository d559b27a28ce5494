"""Declarations, from tree to the table: types, timelines, units, and what is wrong. [1]"""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from wetsanalyse.model.declaraties import declareer
from wetsanalyse.model.korrel import DAG, JAAR, KWARTAAL, MAAND, Korrel
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.naamoverlap import naamoverlap
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.types import Eenheid, Soort
from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Diagnostic, Source

MERK = pytest.mark

KERN = """\
Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €
Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. dit jaar
Dimensie de brutering, bestaande uit de bruteringen (voor het attribuut zonder voorzetsel):
    - bruto
    - netto
Tijdlijn de betaalperiode heeft tijdvakken van een kwartaal met variabel startpunt;
Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    het inkomen Bedrag met eenheid €/jr;
    is actief kenmerk (bijvoeglijk);
Objecttype het Kind (mv: Kinderen)
    de leeftijd Numeriek (geheel getal) met eenheid jr;
Feittype gezin
    de ouder (mv: ouders)\tAanvrager
    het kind (mv: kinderen)\tKind
één ouder verzorgt meerdere kinderen
"""


def controleer(*teksten: str) -> tuple[Tabel, list[Diagnostic]]:
    gelezen = ontleed([Source(f"{i}", tekst) for i, tekst in enumerate(teksten)])
    gedeclareerd = declareer(gelezen.value.blokken, gelezen.value.lexicon)
    rollen = {
        (blok.naam.tekst, i): rol.naam.span
        for blok in gelezen.value.blokken
        if isinstance(blok, t.Feittype)
        for i, rol in enumerate(blok.rollen)
    }
    namen = naamoverlap(gedeclareerd.value, rollen)
    return gedeclareerd.value, [*gelezen.diagnostics, *gedeclareerd.diagnostics, *namen]


def goed(tekst: str) -> Tabel:
    tabel, meldingen = controleer(KERN, tekst)
    assert not meldingen, [f"{d.code} {d.bericht}" for d in meldingen]
    return tabel


def geeft(code: str, tekst: str) -> Diagnostic:
    """Exactly this message, and at the place between the marks."""
    _, meldingen = controleer(KERN, re.sub("[⟦⟧]", "", tekst))
    assert [d.code for d in meldingen] == [code], [f"{d.code} {d.bericht}" for d in meldingen]
    (melding,) = meldingen
    if "⟦" in tekst:
        assert melding.span is not None
        assert melding.span.tekst == tekst[tekst.index("⟦") + 1 : tekst.index("⟧")]
        assert melding.span.start == tekst.index("⟦")
    assert melding.hulp or melding.verwacht
    return melding


def attribuut(regel: str) -> Attribuut:
    tabel = goed(f"Objecttype de Zaak\n    {regel}\n")
    (enig,) = tabel.objecttypen["Zaak"].attributen.values()
    return enig


# ------------------------------------------------------------------ types


@pytest.mark.parametrize(
    ("tekst", "soort", "decimalen", "bereik"),
    [
        pytest.param(
            "Numeriek (geheel getal)",
            Soort.NUMERIEK,
            0,
            None,
            marks=MERK.constructie("R-029", "R-034", stap="controleert"),
        ),
        pytest.param(
            "Numeriek (getal met 3 decimalen)",
            Soort.NUMERIEK,
            3,
            None,
            marks=MERK.constructie("R-035", stap="controleert"),
        ),
        pytest.param(
            "Numeriek (positief getal)",
            Soort.NUMERIEK,
            None,
            "positief",
            marks=MERK.constructie("R-036", "R-037", stap="controleert"),
        ),
        ("Percentage (niet-negatief geheel getal)", Soort.PERCENTAGE, 0, "niet-negatief"),
        pytest.param(
            "Tekst", Soort.TEKST, None, None, marks=MERK.constructie("R-043", stap="controleert")
        ),
        pytest.param(
            "Boolean",
            Soort.BOOLEAN,
            None,
            None,
            marks=MERK.constructie("R-044", stap="controleert"),
        ),
        pytest.param(
            "Datum in dagen",
            Soort.DATUM,
            None,
            None,
            marks=MERK.constructie("R-045", stap="controleert"),
        ),
        pytest.param(
            "Datum en tijd in millisecondes",
            Soort.DATUMTIJD,
            None,
            None,
            marks=MERK.constructie("R-045", stap="controleert"),
        ),
    ],
)
def test_datatypen(tekst: str, soort: Soort, decimalen: int | None, bereik: str | None) -> None:
    type_ = attribuut(f"x {tekst};").type
    assert (type_.soort, type_.decimalen, type_.bereik) == (soort, decimalen, bereik)


@pytest.mark.parametrize(
    ("tekst", "machten"),
    [
        pytest.param(
            "Bedrag", {"€": 1}, marks=MERK.constructie("R-030", "R-046", stap="controleert")
        ),
        pytest.param(
            "Bedrag met eenheid euro's/maand",
            {"€": 1, "mnd": -1},
            marks=MERK.constructie("R-031", stap="controleert"),
        ),
        pytest.param(
            "Numeriek (getal) met eenheid /jr",
            {"jr": -1},
            marks=MERK.constructie("R-039", stap="controleert"),
        ),
        pytest.param(
            "Numeriek (getal) met eenheid 1/jaar^2",
            {"jr": -2},
            marks=MERK.constructie("R-039", "R-040", stap="controleert"),
        ),
        ("Numeriek (getal) met eenheid u u/dagen", {"u": 2, "dg": -1}),
        pytest.param(
            "Percentage (getal) met eenheid %",
            {},
            marks=MERK.constructie("R-041", stap="controleert"),
        ),
        pytest.param(
            "Percentage (getal) met eenheid %/jr",
            {"jr": -1},
            marks=MERK.constructie("R-042", stap="controleert"),
        ),
        pytest.param(
            "Numeriek (getal) met eenheid jpy",
            {"JPY": 1},
            marks=MERK.constructie("R-038", stap="controleert"),
        ),
    ],
)
def test_eenheden(tekst: str, machten: dict[str, int]) -> None:
    assert attribuut(f"x {tekst};").type.eenheid == Eenheid.van(machten)


@pytest.mark.constructie("R-047", stap="controleert")
def test_enumeratie() -> None:
    tabel = goed("Domein Vorm is van het type Enumeratie\n    'a'\n    'b c'\n")
    assert tabel.enumeraties["Vorm"] == ("a", "b c")
    assert (tabel.domeinen["Vorm"].soort, tabel.domeinen["Vorm"].domein) == (
        Soort.ENUMERATIE, "Vorm",
    )  # fmt: skip


def test_zonder_getalspec_is_het_verder_een_gewoon_getal() -> None:
    tabel, meldingen = controleer("Objecttype de Zaak\n    x Numeriek met eenheid jr;\n")
    assert [d.code for d in meldingen] == ["DT-GETALSPEC"]
    assert str(tabel.objecttypen["Zaak"].attributen["x"].type) == "getal in jr"


# ------------------------------------------------------------------ dimensions and timelines


@pytest.mark.constructie("R-056", "R-057", "R-058", "R-059", stap="controleert")
def test_dimensies() -> None:
    loon = attribuut("het loon Bedrag gedimensioneerd met PEILJAREN en de brutering;")
    assert loon.dimensies == ("peiljaar", "brutering")
    tabel = goed("Objecttype de Zaak\n    x Tekst;\n")
    peiljaar, brutering = tabel.dimensies.values()
    assert (peiljaar.voorzetsel, peiljaar.labels) == ("van", ("vorig jaar", "dit jaar"))
    assert (brutering.voorzetsel, brutering.labels) == (None, ("bruto", "netto"))


JULI = Korrel("jaar", 1, 6, 1)


@pytest.mark.parametrize(
    ("tekst", "korrel"),
    [
        pytest.param("elke dag", DAG, marks=MERK.constructie("R-069", stap="controleert")),
        pytest.param("elke maand", MAAND, marks=MERK.constructie("R-070", stap="controleert")),
        pytest.param("elk kwartaal", KWARTAAL, marks=MERK.constructie("X-11", stap="controleert")),
        pytest.param("elk jaar", JAAR, marks=MERK.constructie("R-071", stap="controleert")),
        ("elke 6 maanden", Korrel("maand", 6)),
        ("elke 3 maanden", KWARTAAL),
        ("elke 4 kwartalen", JAAR),
        pytest.param(
            "elke maand startend op dag 15 van de maand",
            Korrel("maand", 1, 0, 15),
            marks=MERK.constructie("X-13", stap="controleert"),
        ),
        ("elke maand startend op dag 1 van de maand", MAAND),
        pytest.param(
            "elk jaar startend op dag 1 van maand 7",
            JULI,
            marks=MERK.constructie("X-15", stap="controleert"),
        ),
        pytest.param(
            "elk kwartaal startend op dag 2 van maand 3, 6, 9 en 12",
            Korrel("kwartaal", 1, 2, 2),
            marks=MERK.constructie("X-14", stap="controleert"),
        ),
        ("elk kwartaal startend op dag 2 van maand 12, 3, 6 en 9", Korrel("kwartaal", 1, 2, 2)),
        pytest.param(
            "elke 7 maanden startend op 15-1-2025",
            Korrel("maand", 7, (2025 * 12) % 7, 15),
            marks=MERK.constructie("X-16", stap="controleert"),
        ),
        pytest.param(
            "elke betaalperiode",
            Korrel("kwartaal", naam="betaalperiode"),
            marks=MERK.constructie("X-18", stap="controleert"),
        ),
    ],
)
def test_tijdlijnen(tekst: str, korrel: Korrel) -> None:
    gelezen = attribuut(f"x Bedrag voor {tekst};")
    assert gelezen.tijdlijn is gelezen.type.korrel
    assert gelezen.tijdlijn is not None
    assert gelezen.tijdlijn.omvat(korrel)
    assert korrel.omvat(gelezen.tijdlijn)


@pytest.mark.constructie("X-12", stap="controleert")
def test_een_week_op_maandag_is_een_week_vanaf_een_maandag() -> None:
    """6 January 2025 was a Monday."""
    maandag = attribuut("x Tekst voor elke week startend op maandag;").tijdlijn
    assert maandag == attribuut("x Tekst voor elke week startend op 6-1-2025;").tijdlijn
    assert maandag != attribuut("x Tekst voor elke week startend op 7-1-2025;").tijdlijn


@pytest.mark.constructie("R-054", "R-073", "X-17", stap="controleert")
def test_tijdlijn_van_kenmerk_en_parameter() -> None:
    tabel = goed(
        "Objecttype de Zaak\n    is open kenmerk (bijvoeglijk) voor elke betaalperiode;\n"
        "Parameter de norm : Bedrag voor elk jaar\n"
    )
    assert tabel.objecttypen["Zaak"].kenmerken["open"].tijdlijn == (
        tabel.tijdlijnen["betaalperiode"].korrel
    )
    assert tabel.parameters["norm"].korrel == JAAR


@pytest.mark.constructie("R-083", stap="controleert")
def test_dagsoort_is_ook_een_eenheid() -> None:
    tabel = goed("Dagsoort de werkdag (mv: werkdagen)\n")
    assert list(tabel.dagsoorten) == ["werkdag"]
    assert tabel.eenheden.namen["werkdagen"] == "werkdag"
    dagen, werkdagen = Eenheid.van({"dg": 1}), Eenheid.van({"werkdag": 1})
    assert tabel.eenheden.factor(werkdagen, dagen) is None


# ------------------------------------------------------------------ units


@pytest.mark.constructie("R-061", "R-062", "R-063", "R-064", stap="controleert")
def test_ketting_van_eenheden() -> None:
    tabel = goed(
        "Eenheidsysteem opvang\n    het kwartiertje kwr = 1/4 uo\n    het opvanguur uo = /5 dd5\n"
        "    het dagdeel dd5 = 2 dg\n"
    )

    def factor(van: str, naar: str) -> Fraction | None:
        return tabel.eenheden.factor(Eenheid.van({van: 1}), Eenheid.van({naar: 1}))

    assert factor("uo", "kwr") == 4
    assert factor("kwr", "dd5") == Fraction(1, 20)
    assert factor("dd5", "u") == 48


@pytest.mark.constructie("R-065", "R-066", "R-068", stap="controleert")
def test_ingebouwde_stelsels() -> None:
    tabel = goed("")

    def factor(van: str, naar: str) -> Fraction | None:
        namen = tabel.eenheden.namen
        links, rechts = (Eenheid.van({namen[n]: 1}) for n in (van, naar))
        return tabel.eenheden.factor(links, rechts)

    assert factor("dagen", "milliseconden") == 86_400_000
    assert factor("jaar", "kw") == 4
    assert factor("kwartaal", "md") == 3
    assert factor("wk", "u") == 168
    assert factor("mnd", "dg") is None
    assert factor("eur", "€") == 1
    assert factor("eur", "usd") is None
    assert {"jpy", "sek", "xof", "zar"} <= set(tabel.eenheden.namen)


def test_wie_de_ingebouwde_eenheden_uitschrijft_bedoelt_die() -> None:
    tabel = goed(
        "Eenheidsysteem Tijd\n    de seconde (mv: seconden) s = 1/60 minuut\n"
        "    de minuut (mv: minuten) minuut = 1/60 u\n    het uur (mv: uren) u\n"
        "    de dag (mv: dagen) d\nEenheidsysteem Valuta\n    de euro (mv: euros) EUR €\n"
    )
    assert (tabel.eenheden.namen["d"], tabel.eenheden.namen["dagen"]) == ("dg", "dg")
    uur, seconde = Eenheid.van({"u": 1}), Eenheid.van({"s": 1})
    assert tabel.eenheden.factor(uur, seconde) == 3600


# ------------------------------------------------------------------ extensions, order, case


@pytest.mark.constructie("X-01", stap="controleert")
def test_extensie() -> None:
    tabel = goed(
        "Extensie van objecttype aanvragers\n    --- erbij\n    het vermogen Bedrag;\n"
        "    de partner kenmerk;\n"
    )
    aanvrager = tabel.objecttypen["Aanvrager"]
    assert list(aanvrager.attributen) == ["inkomen", "vermogen"]
    assert list(aanvrager.kenmerken) == ["actief", "partner"]
    assert aanvrager.attributen["vermogen"].objecttype == "Aanvrager"
    gevonden = tabel.attribuut("Aanvrager", "vermogen")
    assert gevonden is not None


@pytest.mark.constructie("R-001", "R-002", "R-005", "R-023", stap="controleert")
def test_gebruik_voor_de_declaratie_en_hoofdletters() -> None:
    """Order of declaration is free; names are compared without capitals and white space."""
    tabel = goed(
        "Objecttype de Zaak\n    x aller laatste\n        BEDRAG;\n    de café\u0301s Aard;\n"
        "Domein Aard is van het type Tekst\n".replace("café\u0301s", "cafe\u0301s")
    )
    assert tabel.objecttypen["Zaak"].attributen["x aller laatste"].type.eenheid
    assert tabel.zoek("DE CAFÉS"[3:], "attribuut")


@pytest.mark.constructie("R-019", "R-032", stap="controleert")
def test_een_lidwoord_maakt_geen_andere_naam() -> None:
    tabel = goed("Objecttype Zaak\n    de prijs Tekst;\n    inwonend bij ouders Boolean;\n")
    assert list(tabel.objecttypen["Zaak"].attributen) == ["prijs", "inwonend bij ouders"]
    geeft("AT-DUBBEL", ZAAK + "de prijs Tekst;\n    ⟦prijs⟧ Tekst;\n")


@pytest.mark.constructie("R-021", "R-024", "R-053", stap="controleert")
def test_meervoud_en_bezield() -> None:
    tabel = goed(
        "Objecttype de Zaak (mv: Zaken)\n    het pand (mv: bouwsels) Tekst;\n"
        "    de bewoner (mv: huisgenoten) kenmerk;\n"
    )
    assert tabel.attribuut("Zaak", "bouwsels") == (
        tabel.objecttypen["Zaak"].attributen["pand"],
        True,
    )
    bewoner = tabel.kenmerk("Zaak", "huisgenoten")
    assert bewoner is not None
    assert bewoner.naam == "bewoner"
    assert [t.bezield for t in tabel.objecttypen.values()] == [True, False, False]
    geeft("OT-LID-DUBBEL", ZAAK + "de a (mv: x) kenmerk;\n    ⟦x⟧ Tekst;\n")


# ------------------------------------------------------------------ faults

ZAAK = "Objecttype de Zaak\n    "
ZONDER = ", bestaande uit de xen (voor het attribuut zonder voorzetsel):\n"
FOUTEN = [
    # -- objecttypes and members
    pytest.param(
        "OT-DUBBEL",
        "Objecttype de ⟦aanvrager⟧\n    x Tekst;\n",
        marks=MERK.constructie("R-027", stap="controleert"),
    ),
    ("OT-DUBBEL", "Objecttype de ⟦Meute⟧ (mv: Kinderen)\n    x Tekst;\n"),
    pytest.param(
        "OT-LEEG", "Objecttype de ⟦Zaak⟧\n", marks=MERK.constructie("R-028", stap="controleert")
    ),
    ("OT-LEEG", "Objecttype de ⟦Zaak⟧\n    --- alleen een kop\n"),
    ("OT-LID-DUBBEL", ZAAK + "x Tekst;\n    is ⟦x⟧ kenmerk (bijvoeglijk);\n"),
    ("OT-LID", ZAAK + "⟦x tekst⟧;\n"),
    ("OT-PUNTKOMMA", ZAAK + "x Tekst\n    y Tekst;\n"),
    ("OT-ONBEKEND", "Extensie van objecttype de ⟦Aanvraagster⟧\n    x Tekst;\n"),
    ("AT-DUBBEL", ZAAK + "het x Tekst;\n    de ⟦X⟧ Boolean;\n"),
    ("AT-DUBBEL", ZAAK + "x (mv: ys) Tekst;\n    ⟦ys⟧ Boolean;\n"),
    ("AT-DUBBEL", "Extensie van objecttype de Aanvrager\n    het ⟦inkomen⟧ Tekst;\n"),
    ("AT-TYPE-ONBEKEND", ZAAK + "x ⟦Bedrach⟧;\n"),
    ("AT-TYPE-ONBEKEND", ZAAK + "x\t⟦bedrach⟧;\n"),
    pytest.param(
        "AT-DIM-EN-TIJD",
        ZAAK + "x Bedrag gedimensioneerd met peiljaar ⟦voor elke dag⟧;\n",
        marks=MERK.constructie("R-033", stap="controleert"),
    ),
    # -- datatypes
    ("DT-GETALSPEC", ZAAK + "x ⟦Numeriek⟧;\n"),
    ("DT-GETALSPEC", ZAAK + "x ⟦Percentage⟧;\n"),
    ("DT-GETALSPEC", ZAAK + "x Numeriek (⟦gehele⟧ getallen);\n"),
    ("DT-DECIMALEN", ZAAK + "x Numeriek (getal met ⟦0⟧ decimalen);\n"),
    ("DT-EENHEID-ONBEKEND", ZAAK + "x Numeriek (getal) met eenheid ⟦mdn⟧;\n"),
    ("DT-EENHEID", ZAAK + "x Numeriek (getal) met eenheid ⟦%⟧;\n"),
    ("DT-EENHEID", ZAAK + "x Percentage (getal) met eenheid ⟦€/jr⟧;\n"),
    ("DT-EENHEID", "Domein Naam is van het type Tekst\n" + ZAAK + "x Naam met eenheid ⟦€⟧;\n"),
    # -- domains
    ("DO-DUBBEL", "Domein ⟦bedrag⟧ is van het type Tekst\n"),
    pytest.param(
        "DO-BOOLEAN",
        "Domein Vlag is van het type ⟦Boolean⟧\n",
        marks=MERK.constructie("R-049", stap="controleert"),
    ),
    pytest.param(
        "EN-DUBBEL",
        "Domein ⟦D⟧ is van het type Enumeratie\n    'a'\n    'b'\n    'a'\n",
        marks=MERK.constructie("R-047", stap="controleert"),
    ),
    # -- kenmerken
    pytest.param(
        "KM-VORM",
        ZAAK + "⟦actief⟧ kenmerk (bijvoeglijk);\n",
        marks=MERK.constructie("R-050", stap="controleert"),
    ),
    pytest.param(
        "KM-VORM",
        ZAAK + "is ⟦recht⟧ kenmerk (bezittelijk);\n",
        marks=MERK.constructie("R-051", stap="controleert"),
    ),
    ("KM-VORM", ZAAK + "⟦heeft recht⟧ kenmerk (bezittelijk);\n"),
    pytest.param(
        "KM-SOORT",
        ZAAK + "is actief kenmerk (⟦bijwoordelijk⟧);\n",
        marks=MERK.constructie("R-052", stap="controleert"),
    ),
    # -- dimensions
    ("DI-DUBBEL", f"Dimensie het ⟦peiljaar⟧{ZONDER}    1. a\n"),
    ("DI-DUBBEL", ZAAK + "x Tekst gedimensioneerd met peiljaar en ⟦peiljaren⟧;\n"),
    ("DI-ONBEKEND", ZAAK + "x Tekst gedimensioneerd met ⟦peildatum⟧;\n"),
    pytest.param(
        "DI-VOLGORDE",
        f"Dimensie x{ZONDER}    1. a\n    3. b\n    2. ⟦c⟧\n",
        marks=MERK.constructie("R-058", stap="controleert"),
    ),
    ("DI-LABEL-DUBBEL", f"Dimensie x{ZONDER}    1. a\n    2. ⟦A⟧\n"),
    (
        "DI-LABEL-DUBBEL",
        f"Dimensie x{ZONDER}    1. netto\n{ZAAK}y Tekst gedimensioneerd met brutering en ⟦x⟧;\n",
    ),
    ("DI-LABEL", f"Dimensie x{ZONDER}    1. a\n    ⟦los⟧\n"),
    ("DI-LEEG", f"Dimensie ⟦x⟧{ZONDER}"),
    (
        "ST-VERWACHT",
        "Dimensie x, bestaande uit de xen (na het attribuut met voorzetsel ⟦tot):⟧\n    1. a\n",
    ),
    # -- units
    pytest.param(
        "EH-MIN",
        "Eenheidsysteem T\n    ⟦de minuut (mv: minuten) min⟧\n",
        marks=MERK.constructie("R-061", stap="controleert"),
    ),
    ("EH-DUBBEL", "Eenheidsysteem T\n    het blok bl\n    ⟦de blokken bl⟧\n"),
    ("EH-DUBBEL", "Eenheidsysteem T\n    ⟦de week wk = 8 dg⟧\n"),
    ("EH-ONBEKEND", "Eenheidsysteem T\n    ⟦het blok bl = 4 xyz⟧\n"),
    ("EH-ONBEKEND", "Eenheidsysteem T\n    ⟦het blok bl = 4 bl⟧\n"),
    ("EH-REGEL", "Eenheidsysteem T\n    ⟦het blok = vier uur⟧\n"),
    # -- parameters, days, timelines
    pytest.param(
        "PA-DUBBEL",
        "Parameter de a : Tekst\nParameter het ⟦A⟧ : Tekst\n",
        marks=MERK.constructie("R-072", stap="controleert"),
    ),
    ("DS-DUBBEL", "Dagsoort de werkdag\nDagsoort ⟦werkdag⟧\n"),
    ("DS-DUBBEL", "Dagsoort de ⟦dag⟧\n"),
    (
        "TL-DUBBEL",
        "Tijdlijn ⟦Betaalperiode⟧ heeft tijdvakken van een jaar met variabel startpunt\n",
    ),
    ("TL-AANTAL", "⟦Tijdlijn de x heeft tijdvakken van 0 weken met variabel startpunt;⟧\n"),
    ("TL-AANTAL", ZAAK + "x Tekst ⟦voor elke 0 maanden⟧;\n"),
    ("TL-ONBEKEND", ZAAK + "x Tekst voor elke ⟦betaalweek⟧;\n"),
    ("TL-STARTPUNT", ZAAK + "x Tekst ⟦voor elke week⟧;\n"),
    ("TL-STARTPUNT", ZAAK + "x Tekst ⟦voor elke 5 maanden⟧;\n"),
    ("TL-STARTPUNT", ZAAK + "x Tekst ⟦voor elke 2 jaar⟧;\n"),
    ("TL-STARTPUNT", ZAAK + "x Tekst voor elk kwartaal startend op ⟦maandag⟧;\n"),
    ("TL-STARTPUNT", ZAAK + "x Tekst voor elke maand startend op ⟦dag 1 van maand 2⟧;\n"),
    ("TL-STARTPUNT", ZAAK + "x Tekst voor elk jaar startend op ⟦dag 1 van maand 13⟧;\n"),
    (
        "TL-STARTPUNT",
        ZAAK + "x Tekst voor elk kwartaal startend op ⟦dag 1 van maand 1, 4, 7 en 11⟧;\n",
    ),
    ("TL-STARTPUNT", ZAAK + "x Tekst voor elke betaalperiode startend op ⟦1-1-2025⟧;\n"),
    ("TL-DAG", ZAAK + "x Tekst voor elke maand startend op ⟦dag 31 van de maand⟧;\n"),
    ("TL-DAG", ZAAK + "x Tekst voor elke 7 maanden startend op ⟦31-1-2025⟧;\n"),
    ("LIT-DATUM", ZAAK + "x Tekst voor elke 7 maanden startend op ⟦31-2-2025⟧;\n"),
    # -- facts
    ("FT-DUBBEL", "Feittype ⟦Gezin⟧\n    de a Kind\n    de b Kind\néén a met één b\n"),
    pytest.param(
        "FT-TYPE-ONBEKEND",
        "Feittype f\n    de a Kind\n    de b\t⟦Kindt⟧\néén a met één b\n",
        marks=MERK.constructie("R-075", stap="controleert"),
    ),
    pytest.param(
        "FT-ROL-DUBBEL",
        "Feittype f\n    de a Aanvrager\n    ⟦het kind\tKind⟧\néén a met één kind\n",
        marks=MERK.constructie("R-082", stap="controleert"),
    ),
    ("FT-ROLLEN", "⟦Feittype f⟧\n    de a Kind\néén a met één b\n"),
    ("FT-KARDINALITEITSREGEL", "⟦Feittype f⟧\n    de a Kind\n    de b Kind\n"),
    pytest.param(
        "FT-KARD-NAAM",
        "Feittype f\n    de a Kind\n    de b Kind\n⟦één a met één c⟧\n",
        marks=MERK.constructie("R-076", stap="controleert"),
    ),
    # -- names
    ("NM-ROL-TYPE", "Feittype f\n    de ⟦aanvrager⟧ Kind\n    b Kind\néén aanvrager met één b\n"),
]


@pytest.mark.parametrize(("code", "tekst"), FOUTEN)
def test_fouten(code: str, tekst: str) -> None:
    geeft(code, tekst)


@pytest.mark.constructie("R-077", "R-078", "R-079", "R-080", stap="controleert")
@pytest.mark.parametrize(
    ("tekst", "meerdere"),
    [
        ("Feittype f\n    de a Kind\n    de b Kind\néén a met één b\n", (False, False)),
        ("Feittype f\n    de a Kind\n    de b Kind\néén a met meerdere bs\n", (False, True)),
        ("Feittype f\n    de a Kind\n    de b Kind\nmeerdere as met meerdere bs\n", (True, True)),
        ("Wederkerig feittype f\n    de a Kind\néén a met één a\n", (False, False)),
        ("Wederkerig feittype f\n    de a Kind\nmeerdere as met meerdere as\n", (True, True)),
    ],
)
def test_feittypen(tekst: str, meerdere: tuple[bool, bool]) -> None:
    tekst = tekst.replace("de a Kind", "de a (mv: as) Kind").replace(
        "de b Kind", "de b (mv: bs) Kind"
    )
    feittype = goed(tekst).feittypen["f"]
    assert (feittype.rollen[0].meerdere, feittype.rollen[1].meerdere) == meerdere


def test_alle_fouten_van_alle_bestanden_in_een_keer() -> None:
    _, meldingen = controleer(
        "Objecttype de Zaak\n    x Tekst voor elke foo;\n    y Numeriek;\n    x Tekst;\n",
        "Dagsoort de dag\nParameter p : Onzin\nExtensie van objecttype Q\n    a Tekst;\n",
    )
    assert sorted(d.code for d in meldingen) == [
        "AT-DUBBEL", "AT-TYPE-ONBEKEND", "DS-DUBBEL", "DT-GETALSPEC", "OT-ONBEKEND", "TL-ONBEKEND",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "tekst", "bedoeld"),
    [
        ("AT-TYPE-ONBEKEND", ZAAK + "x Bedrach;\n", "Bedrag"),
        ("DI-ONBEKEND", ZAAK + "x Tekst gedimensioneerd met peiljar;\n", "peiljaar"),
        ("TL-ONBEKEND", ZAAK + "x Tekst voor elke betaalperiod;\n", "betaalperiode"),
        ("OT-ONBEKEND", "Extensie van objecttype de Aanvager\n    x Tekst;\n", "Aanvrager"),
        ("OT-LID", ZAAK + "x datum in dagen;\n", "Datum in dagen"),
        ("DT-EENHEID-ONBEKEND", ZAAK + "x Numeriek (getal) met eenheid maande;\n", "maand"),
        ("BLOK-ONBEKEND", "parameter de norm : Tekst\n", "Parameter"),
        ("BLOK-ONBEKEND", "OBJECTTYPE de Zaak\n    x Tekst;\n", "Objecttype"),
        ("BLOK-ONBEKEND", "Extensie de Aanvrager\n    x Tekst;\n", "Extensie van objecttype"),
    ],
)
def test_bedoelt_u(code: str, tekst: str, bedoeld: str) -> None:
    melding = geeft(code, tekst)
    assert any(f"bedoelt u “{bedoeld}" in hulp for hulp in melding.hulp), melding.hulp


def test_bekende_eenheden_zonder_alle_valuta_van_de_wereld() -> None:
    melding = geeft("DT-EENHEID-ONBEKEND", ZAAK + "x Numeriek (getal) met eenheid hallo;\n")
    (bekend,) = [h for h in melding.hulp if h.startswith("bekende")]
    assert "mnd" in bekend
    assert "€" in bekend
    assert "AED" not in bekend
