"""Declarations, from text to tree. [1]"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Source


def blokken(tekst: str) -> Any:
    gelezen = ontleed([Source("x", tekst)])
    assert not gelezen.diagnostics, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    return gelezen.value.bestanden[0].blokken


def leden(*regels: str, voor: str = "") -> Any:
    """The members of a type that these lines make."""
    tekst = f"{voor}Objecttype de Zaak\n" + "".join(f"    {r}\n" for r in regels)
    return blokken(tekst)[-1].leden


def lid(regel: str, voor: str = "") -> Any:
    (enig,) = leden(regel, voor=voor)
    return enig


BEDRAG = "Domein Bedrag is van het type Numeriek (getal met 2 decimalen) met eenheid €\n"

# ------------------------------------------------------------------ names [0.1, 0.3]


@pytest.mark.constructie("R-001", "R-002", "R-004", stap="ontleedt")
@pytest.mark.parametrize(
    ("regel", "naam"),
    [
        ("de coëfficiënt ß Tekst;", "coëfficiënt ß"),
        ("de\u00a0naam\u00a0van\u00a0iemand Tekst;", "naam van iemand"),
        ("de  lange \t naam\tTekst;", "lange naam"),
        ("de bijdrage in de\n        kosten\n        van opvang\n        Tekst;",
         "bijdrage in de kosten van opvang"),
        ("het kind van 12 tot en met 17 jaar Tekst;", "kind van 12 tot en met 17 jaar"),
        ("het 30%-deel w/o baby's Tekst;", "30%-deel w/o baby's"),
        ("het saldo min korting of 0 als die er niet zijn Tekst;",
         "saldo min korting of 0 als die er niet zijn"),
        ("de norm voor elke maand Tekst;", "norm voor elke maand"),
        ("de datum met eenheid startend op maandag Tekst;",
         "datum met eenheid startend op maandag"),
        ("de Tekst bij een Datum Tekst;", "Tekst bij een Datum"),
    ],
)  # fmt: skip
def test_namen(regel: str, naam: str) -> None:
    assert lid(regel).naam.tekst == naam


@pytest.mark.constructie("R-019", "R-032", stap="ontleedt")
def test_lidwoord_hoort_niet_bij_de_naam() -> None:
    gelezen = leden("de a Tekst;", "het b Tekst;", "c Tekst;", "inwonend bij ouders Boolean;")
    assert [(x.naam.lidwoord, x.naam.tekst) for x in gelezen] == [
        ("de", "a"), ("het", "b"), (None, "c"), (None, "inwonend bij ouders"),
    ]  # fmt: skip


@pytest.mark.constructie("R-021", "R-053", stap="ontleedt")
def test_meervoudsvorm() -> None:
    een, twee = leden("het kind (mv: kinderen) Tekst;", "de partner ( mv : partners ) kenmerk;")
    assert (een.meervoud, twee.meervoud) == ("kinderen", "partners")


@pytest.mark.constructie("R-003", "R-006", stap="ontleedt")
def test_regeleinden_en_commentaar() -> None:
    zaak, norm = blokken(
        "// een bestand\nObjecttype de Zaak // hier\n\n    a Tekst; // en hier\n    b Tekst;\n"
        "Parameter de norm\n    voor een kind : Tekst\n"
    )
    assert [x.naam.tekst for x in zaak.leden] == ["a", "b"]
    assert norm.naam.tekst == "norm voor een kind"


# ------------------------------------------------------------------ objecttype [1.2]


@pytest.mark.constructie("R-023", "R-024", stap="ontleedt")
@pytest.mark.parametrize(
    ("kop", "uit"),
    [
        ("de Zaak", ("Zaak", None, False)),
        ("de Zaak (mv: Zaken)", ("Zaak", "Zaken", False)),
        ("de Zaak (bezield)", ("Zaak", None, True)),
        ("Zaak (mv: Zaken) (bezield)", ("Zaak", "Zaken", True)),
        ("de Zaak (bezield) (mv: Zaken)", ("Zaak", "Zaken", True)),
        ("het  Ding van waarde(mv:Dingen van waarde)(bezield)",
         ("Ding van waarde", "Dingen van waarde", True)),
    ],
)  # fmt: skip
def test_kop_van_een_objecttype(kop: str, uit: tuple[str, str | None, bool]) -> None:
    (zaak,) = blokken(f"Objecttype {kop}\n    a Tekst;\n")
    assert (zaak.naam.tekst, zaak.meervoud, zaak.bezield) == uit


@pytest.mark.constructie("R-025", stap="ontleedt")
def test_koptekst() -> None:
    een, a, twee, b = leden("--- het begin", "a Tekst;", "--- slot ---", "b Tekst;")
    assert (een.tekst, twee.tekst) == ("het begin", "slot")
    assert isinstance(een, t.Koptekst)
    assert (a.naam.tekst, b.naam.tekst) == ("a", "b")


# ------------------------------------------------------------------ datatypes [1.4, 1.5]


@pytest.mark.constructie("R-034", "R-035", "R-036", "R-037", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("Numeriek (geheel getal)", (None, 0)),
        ("Numeriek(geheel  getal)", (None, 0)),
        ("Numeriek ( niet-negatief geheel getal )", ("niet-negatief", 0)),
        ("Numeriek (getal met 1 decimaal)", (None, 1)),
        ("Numeriek (positief getal met 12 decimalen)", ("positief", 12)),
        ("Numeriek (getal)", (None, None)),
        ("Numeriek (negatief getal)", ("negatief", None)),
    ],
)
def test_numeriek(tekst: str, uit: tuple[str | None, int | None]) -> None:
    type_ = lid(f"a {tekst};").type
    assert (type_.bereik, type_.decimalen, type_.percentage) == (*uit, False)


@pytest.mark.constructie("R-029", "R-038", "R-039", "R-040", stap="ontleedt")
@pytest.mark.parametrize(
    ("eenheid", "teller", "noemer"),
    [
        ("€", [("€", 1)], []),
        ("€/mnd", [("€", 1)], [("mnd", 1)]),
        ("1/jr", [], [("jr", 1)]),
        ("/jr", [], [("jr", 1)]),
        ("€ u/dg^2", [("€", 1), ("u", 1)], [("dg", 2)]),
        ("u^-2", [("u", -2)], []),
        ("euro / maand", [("euro", 1)], [("maand", 1)]),
    ],
)
def test_eenheid(
    eenheid: str, teller: list[tuple[str, int]], noemer: list[tuple[str, int]]
) -> None:
    gelezen = lid(f"a Numeriek (getal) met eenheid {eenheid};").type.eenheid
    assert [(m.eenheid, m.exponent) for m in gelezen.teller] == teller
    assert [(m.eenheid, m.exponent) for m in gelezen.noemer] == noemer


@pytest.mark.constructie("R-041", "R-042", stap="ontleedt")
def test_percentage() -> None:
    kaal, jaar = leden("a Percentage (geheel getal);",
                       "b Percentage (getal met 2 decimalen) met eenheid %/jr;")  # fmt: skip
    assert (kaal.type.percentage, kaal.type.decimalen, kaal.type.eenheid) == (True, 0, None)
    assert [m.eenheid for m in (*jaar.type.eenheid.teller, *jaar.type.eenheid.noemer)] == [
        "%", "jr",
    ]  # fmt: skip


@pytest.mark.constructie("R-043", "R-044", "R-045", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Tekst", "Tekst"),
        ("Boolean", "Boolean"),
        ("Datum  in dagen", "Datum in dagen"),
        ("Datum en tijd in millisecondes", "Datum en tijd in millisecondes"),
        ("Datum en tijd in milliseconden", "Datum en tijd in millisecondes"),
    ],
)
def test_enkelvoudige_typen(tekst: str, soort: str) -> None:
    assert lid(f"de a {tekst};").type == t.EnkelvoudigType(soort, span=lid("a Tekst;").span)  # type: ignore[arg-type]


@pytest.mark.constructie("R-030", "R-031", stap="ontleedt")
@pytest.mark.parametrize("domein", ["Bedrag", "Bedrag per jaar in euro", "bedrag"])
def test_attribuut_met_domein(domein: str) -> None:
    voor = f"Domein {domein} is van het type Numeriek (getal) met eenheid €\n"
    kaal, per_jaar = leden(f"a van b {domein};", f"c {domein} met eenheid €/jr;", voor=voor)
    assert (kaal.naam.tekst, kaal.type.domein, kaal.type.eenheid) == ("a van b", domein, None)
    assert (per_jaar.type.domein, len(per_jaar.type.eenheid.noemer)) == (domein, 1)


@pytest.mark.constructie("R-046", stap="ontleedt")
def test_domein_op_datatype() -> None:
    (domein,) = blokken(BEDRAG)
    assert (domein.naam.tekst, domein.type.decimalen, domein.waarden) == ("Bedrag", 2, ())


@pytest.mark.constructie("R-047", "R-018", stap="ontleedt")
@pytest.mark.parametrize(
    "waarden",
    [
        "\n    'oud stel'\n    'stel'\n    'alleen, met kind'\n",
        "\n    ‘oud stel’\n    ‘stel’\n    ‘alleen, met kind’\n",
        ":\n    'oud stel',\n    'stel',\n    'alleen, met kind'\n",
        " 'oud stel', 'stel', 'alleen, met kind';\n",
    ],
)
def test_enumeratie(waarden: str) -> None:
    (domein,) = blokken(f"Domein Vorm is van het type Enumeratie{waarden}")
    assert domein.waarden == ("oud stel", "stel", "alleen, met kind")


def test_enumeratiewaarde_met_een_apostrof() -> None:
    (domein,) = blokken("Domein D is van het type Enumeratie\n    'auto's'\n    'x'\n")
    assert domein.waarden == ("auto's", "x")


# ------------------------------------------------------------------ kenmerken [1.6]


@pytest.mark.constructie("R-050", "R-051", "R-052", "R-054", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("is actief kenmerk (bijvoeglijk);", ("actief", "bijvoeglijk", None)),
        ("is actief kenmerk( bijvoeglijk );", ("actief", "bijvoeglijk", None)),
        ("het recht op X kenmerk (bezittelijk);", ("recht op X", "bezittelijk", None)),
        ("de partner kenmerk;", ("partner", "gewoon", None)),
        ("is ouder kenmerk;", ("ouder", "gewoon", None)),
        ("is ouder van drie of meer kinderen kenmerk (bijvoeglijk) voor elke dag;",
         ("ouder van drie of meer kinderen", "bijvoeglijk", "dag")),
        ("het recht kenmerk (bezittelijk), voor elk kwartaal;",
         ("recht", "bezittelijk", "kwartaal")),
        ("de partner kenmerk voor elk jaar;", ("partner", "gewoon", "jaar")),
    ],
)  # fmt: skip
def test_kenmerken(tekst: str, uit: tuple[str, str, str | None]) -> None:
    kenmerk = lid(tekst)
    maat = kenmerk.tijdlijn.maat if kenmerk.tijdlijn else None
    assert (kenmerk.naam.tekst, kenmerk.soort, maat) == uit
    assert kenmerk.met_is == tekst.startswith("is ")


# ------------------------------------------------------------------ dimensions [1.7]

PEILJAAR = (
    "Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):\n"
    "    1. twee jaar terug\n    2. vorig jaar\n    3. dit jaar\n"
)
BRUTERING = (
    "Dimensie de brutering, bestaande uit de bruteringen (voor het attribuut zonder voorzetsel):\n"
    "    - bruto\n    - netto\n"
)


@pytest.mark.constructie("R-056", "R-058", stap="ontleedt")
@pytest.mark.parametrize("voorzetsel", ["van", "in", "voor", "over", "op", "bij", "uit"])
def test_dimensie_na_het_attribuut(voorzetsel: str) -> None:
    (dimensie,) = blokken(PEILJAAR.replace("voorzetsel van", f"voorzetsel {voorzetsel}"))
    assert (dimensie.naam.tekst, dimensie.meervoud, dimensie.voorzetsel) == (
        "peiljaar", "peiljaren", voorzetsel,
    )  # fmt: skip
    assert [(x.nummer, x.tekst, x.span.tekst) for x in dimensie.labels] == [
        (1, "twee jaar terug", "twee jaar terug"),
        (2, "vorig jaar", "vorig jaar"),
        (3, "dit jaar", "dit jaar"),
    ]


@pytest.mark.constructie("R-057", stap="ontleedt")
def test_dimensie_voor_het_attribuut() -> None:
    (dimensie,) = blokken(BRUTERING)
    assert dimensie.voorzetsel is None
    assert [(x.nummer, x.tekst) for x in dimensie.labels] == [(None, "bruto"), (None, "netto")]


@pytest.mark.parametrize(
    "tekst",
    [
        " ,bestaande uit de  peiljaren( na het attribuut met voorzetsel van )\n1.a b\n2 . c;\n",
        ",\n bestaande uit de peiljaren\n (na het attribuut met voorzetsel van):\n1) a b\n2) c\n",
        " (mv: x) bestaande uit peiljaren (na het attribuut met voorzetsel van):\n\t•\ta b\n\t– c",
    ],
)
def test_schrijfwijzen_van_een_dimensie(tekst: str) -> None:
    (dimensie,) = blokken("Dimensie  het peiljaar" + tekst)
    assert (dimensie.naam.tekst, dimensie.meervoud, dimensie.voorzetsel) == (
        "peiljaar", "peiljaren", "van",
    )  # fmt: skip
    assert [x.tekst for x in dimensie.labels] == ["a b", "c"]


@pytest.mark.constructie("R-059", stap="ontleedt")
@pytest.mark.parametrize(
    "toevoeging",
    [
        " gedimensioneerd met peiljaar en brutering",
        ", gedimensioneerd met het peiljaar en de brutering",
        ", gedimensioneerd  met peiljaar, brutering",
        "\n        gedimensioneerd met peiljaar\n        en brutering",
    ],
)
def test_attribuut_met_dimensies(toevoeging: str) -> None:
    attribuut = lid(f"het loon Numeriek (getal) met eenheid €{toevoeging};")
    assert [d.tekst for d in attribuut.dimensies] == ["peiljaar", "brutering"]
    assert attribuut.naam.tekst == "loon"
    assert attribuut.type.eenheid.teller[0].eenheid == "€"


def test_dimensie_met_en_in_haar_naam() -> None:
    voor = BRUTERING.replace("de brutering,", "de plaats en tijd,")
    attribuut = lid("a Tekst gedimensioneerd met plaats en tijd en peiljaar;", voor + PEILJAAR)
    assert [d.tekst for d in attribuut.dimensies] == ["plaats en tijd", "peiljaar"]


# ------------------------------------------------------------------ units [1.8]


@pytest.mark.constructie("R-061", "R-062", "R-063", "R-064", stap="ontleedt")
def test_eenheidsysteem() -> None:
    (stelsel,) = blokken(
        "Eenheidsysteem opvang\n"
        "    het kwartiertje (mv: kwartiertjes) kwr = 1/4 uo\n"
        "    kwintje kwi = /5 uo\n"
        "    het opvanguur (mv: opvanguren) uo ⌛\n"
        "    het dagdeel (mv:dagdelen) dd5 = 5 uo;\n"
        "    de vierkante meter (mv: vierkante meters) m2\n"
    )
    assert [
        (e.naam.tekst, e.meervoud, e.afkorting, e.symbool, e.factor, e.basis)
        for e in stelsel.eenheden
    ] == [
        ("kwartiertje", "kwartiertjes", "kwr", None, Fraction(1, 4), "uo"),
        ("kwintje", None, "kwi", None, Fraction(1, 5), "uo"),
        ("opvanguur", "opvanguren", "uo", "⌛", None, None),
        ("dagdeel", "dagdelen", "dd5", None, Fraction(5), "uo"),
        ("vierkante meter", "vierkante meters", "m2", None, None, None),
    ]


@pytest.mark.constructie("R-065", "R-066", stap="ontleedt")
@pytest.mark.parametrize(
    "eenheid",
    [
        *"ms s minuut minuten u uren dg dagen wk weken mnd md maand kw jr jaren".split(),
        *"€ EUR euro euros USD JPY xof".split(),
    ],
)
def test_ingebouwde_eenheden(eenheid: str) -> None:
    assert lid(f"a Numeriek (getal) met eenheid {eenheid};").type.eenheid.teller[0].eenheid == (
        eenheid
    )


# ------------------------------------------------------------------ timelines [1.9, A-5, A-6]

KWARTALEN = (3, 6, 9, 12)


@pytest.mark.constructie("R-069", "R-070", "R-071", "X-11", stap="ontleedt")
@pytest.mark.parametrize("komma", ["", ","])
@pytest.mark.parametrize(
    ("tekst", "maat"),
    [
        ("voor elke dag", "dag"),
        ("voor elke maand", "maand"),
        ("voor elk jaar", "jaar"),
        ("voor elk kwartaal", "kwartaal"),
    ],
)
def test_tijdlijnen(tekst: str, maat: str, komma: str) -> None:
    attribuut = lid(f"a Bedrag met eenheid €/mnd{komma} {tekst};", BEDRAG)
    assert (attribuut.tijdlijn.maat, attribuut.tijdlijn.aantal) == (maat, 1)
    assert (attribuut.tijdlijn.ijkpunt, attribuut.tijdlijn.naam) == (None, None)
    assert attribuut.tijdlijn.span.tekst.strip(", ") == tekst


@pytest.mark.constructie("X-12", "X-13", "X-14", "X-15", stap="ontleedt")
@pytest.mark.parametrize(
    ("tekst", "maat", "ijkpunt"),
    [
        ("elke week startend op maandag", "week", {"weekdag": "maandag"}),
        ("elke week startend op dd. 06-01-2025", "week", {"datum": date(2025, 1, 6)}),
        ("elke maand startend op dag 15 van de maand", "maand", {"dag": 15}),
        ("elk jaar startend op dag 1 van maand 7", "jaar", {"dag": 1, "maanden": (7,)}),
        ("elk kwartaal startend op dag 2 van maand 3, 6, 9 en 12", "kwartaal",
         {"dag": 2, "maanden": KWARTALEN}),
        ("elk kwartaal, startend op dag 2 van maand 3,6,9, en 12", "kwartaal",
         {"dag": 2, "maanden": KWARTALEN}),
    ],
)  # fmt: skip
def test_startpunt(tekst: str, maat: str, ijkpunt: dict[str, Any]) -> None:
    tijdlijn = lid(f"a Tekst voor {tekst};").tijdlijn
    assert tijdlijn.maat == maat
    assert tijdlijn.ijkpunt == t.Ijkpunt(span=tijdlijn.span, **ijkpunt)


@pytest.mark.constructie("X-16", stap="ontleedt")
def test_meervoudige_periode() -> None:
    lang, kort = leden("a Tekst voor elke 7 maanden startend op 15-1-2025;",
                       "b Tekst voor elke 2 kwartalen;")  # fmt: skip
    assert (lang.tijdlijn.maat, lang.tijdlijn.aantal) == ("maand", 7)
    assert lang.tijdlijn.ijkpunt.datum == date(2025, 1, 15)
    assert (kort.tijdlijn.maat, kort.tijdlijn.aantal, kort.tijdlijn.ijkpunt) == (
        "kwartaal", 2, None,
    )  # fmt: skip


@pytest.mark.constructie("X-17", "X-18", stap="ontleedt")
@pytest.mark.parametrize("naam", ["betaalperiode", "maand van betaling", "tijd van de zaak"])
def test_eigen_tijdlijn(naam: str) -> None:
    lijn, weken, zaak = blokken(
        f"Tijdlijn de {naam} heeft tijdvakken van een kwartaal met variabel startpunt;\n"
        "Tijdlijn het vierwekenvak heeft tijdvakken van 4 weken met variabel startpunt\n"
        f"Objecttype de Zaak\n    a Tekst voor elke {naam};\n"
    )
    assert (lijn.naam.tekst, lijn.maat, lijn.aantal) == (naam, "kwartaal", 1)
    assert (weken.naam.tekst, weken.maat, weken.aantal) == ("vierwekenvak", "week", 4)
    tijdlijn = zaak.leden[0].tijdlijn
    assert (tijdlijn.maat, tijdlijn.naam.tekst) == (None, naam)


# ------------------------------------------------------------------ parameters, days [1.10, 1.12]


@pytest.mark.constructie("R-072", "R-073", stap="ontleedt")
@pytest.mark.parametrize(
    "tekst",
    [
        "Parameter de norm voor een kind : Bedrag met eenheid €/mnd voor elk jaar;\n",
        "Parameter de norm voor een kind: Bedrag met eenheid €/mnd voor elk jaar\n",
        "Parameter de norm voor een\n    kind:\n    Bedrag met eenheid €/mnd,\n    voor elk jaar\n",
    ],
)
def test_parameter(tekst: str) -> None:
    _, norm = blokken(BEDRAG + tekst)
    assert (norm.naam.tekst, norm.naam.lidwoord) == ("norm voor een kind", "de")
    assert (norm.type.domein, norm.tijdlijn.maat) == ("Bedrag", "jaar")


@pytest.mark.constructie("R-083", stap="ontleedt")
def test_dagsoort() -> None:
    werkdag, vrij = blokken("Dagsoort de werkdag (mv: werkdagen)\nDagsoort vrije dag;\n")
    assert (werkdag.naam.tekst, werkdag.meervoud) == ("werkdag", "werkdagen")
    assert (vrij.naam.tekst, vrij.meervoud) == ("vrije dag", None)


# ------------------------------------------------------------------ feittypen [1.11]


@pytest.mark.constructie("R-075", "R-076", "R-077", "R-078", stap="ontleedt")
@pytest.mark.parametrize(
    ("regel", "meerdere"),
    [
        ("één ouder verzorgt meerdere kinderen", (False, True)),
        ("Eén ouder verzorgt één kind.", (False, False)),
        ("Meerdere ouders van nu verzorgen meerdere kinderen", (True, True)),
        ("meerdere kinderen wonen bij één ouder;", (False, True)),
    ],
)
def test_feittype(regel: str, meerdere: tuple[bool, bool]) -> None:
    *_, feit = blokken(
        "Objecttype de Mens\n    a Tekst;\nFeittype gezin van nu\n"
        "    de ouder (mv: ouders)\tMens\n    het kind (mv: kinderen) Mens;\n" + regel + "\n"
    )
    assert (feit.naam.tekst, feit.wederkerig, feit.meerdere) == ("gezin van nu", False, meerdere)
    assert [(r.naam.tekst, r.meervoud) for r in feit.rollen] == [
        ("ouder", "ouders"), ("kind", "kinderen"),
    ]  # fmt: skip


@pytest.mark.constructie("R-079", "R-080", stap="ontleedt")
@pytest.mark.parametrize(
    ("regel", "meerdere"),
    [
        ("één buur woont naast één buur", (False, False)),
        ("meerdere buren wonen naast meerdere buren", (True, True)),
    ],
)
def test_wederkerig_feittype(regel: str, meerdere: tuple[bool, bool]) -> None:
    _, feit = blokken(
        "Objecttype de Mens\n    a Tekst;\nWederkerig feittype buurt\n"
        f"    de buur (mv: buren)\tMens\n{regel}\n"
    )
    assert (feit.wederkerig, feit.meerdere) == (True, meerdere)


# ------------------------------------------------------------------ extensions, groups


@pytest.mark.constructie("X-01", stap="ontleedt")
def test_extensie() -> None:
    uitbreiding, _ = blokken(
        "Extensie van objecttype de Zaak\n    --- erbij\n    b Tekst voor elke dag;\n"
        "    is af kenmerk (bijvoeglijk);\nObjecttype de Zaak\n    a Tekst;\n"
    )
    assert (uitbreiding.objecttype.tekst, uitbreiding.objecttype.lidwoord) == ("Zaak", "de")
    assert [type(x) for x in uitbreiding.leden] == [t.Koptekst, t.Attribuut, t.Kenmerk]


GROEP = """\
Objecttype de Zaak (mv: Zaken)
    a Numeriek (geheel getal);
Regelgroep stap voor stap is recursief
{r}Regel een
{r}    geldig altijd
{r}        De a van een Zaak moet gesteld worden op 1.
{r}Regel twee
{r}    geldig altijd
{r}        De a van een Zaak moet gesteld worden op 2.
{na}
    geldig altijd
        De a van een Zaak moet gesteld worden op 3.
"""


@pytest.mark.constructie("R-200", stap="ontleedt")
@pytest.mark.parametrize(
    ("inspringing", "na", "binnen"),
    [
        ("    ", "Regel drie", ["een", "twee"]),
        ("\t", "Regel drie", ["een", "twee"]),
        ("", "Regel drie", ["een", "twee", "drie"]),
        ("", "Regelgroep slot\nRegel drie", ["een", "twee"]),
        ("", "Dagsoort x\nRegel drie", ["een", "twee"]),
    ],
)
def test_regelgroep(inspringing: str, na: str, binnen: list[str]) -> None:
    gelezen = ontleed([Source("x", GROEP.format(r=inspringing, na=na))])
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
    groep: Any = gelezen.value.bestanden[0].blokken[1]
    assert (groep.naam.tekst, groep.recursief) == ("stap voor stap", True)
    assert [r.naam.tekst for r in groep.regels] == binnen
    regels = [b.naam.tekst for b in gelezen.value.blokken if isinstance(b, t.Regel)]
    assert regels == ["een", "twee", "drie"]
    assert gelezen.value.blokken.index(groep) == 1
    assert (groep.span.start, groep.span.eind) == (
        gelezen.value.bestanden[0].span.tekst.index("Regelgroep"), groep.regels[-1].span.eind,
    )  # fmt: skip


def test_een_regel_in_een_groep_wordt_opnieuw_gelezen() -> None:
    """`herlees` finds a rule by its place, inside a group too."""
    ontleding = ontleed([Source("x", GROEP.format(r="    ", na="Regel drie"))]).value
    groep: Any = ontleding.blokken[1]
    assert ontleding.herlees(groep.regels[1], frozenset()).value == groep.regels[1]


@pytest.mark.parametrize(
    ("tekst", "codes"),
    [
        ("Regelgroep leeg\n", ["RG-GROEP-LEEG"]),
        ("Regelgroep\n" + GROEP[GROEP.index("{r}Regel een") :], ["RG-NAAM"]),
        ("Regelgroep g\n    los\n" + GROEP[GROEP.index("{r}Regel een") :], ["BLOK-ONBEKEND"]),
    ],
)
def test_regelgroep_met_fouten(tekst: str, codes: list[str]) -> None:
    voor = GROEP[: GROEP.index("Regelgroep")]
    gelezen = ontleed([Source("x", voor + tekst.format(r="    ", na="Regel drie"))])
    assert [d.code for d in gelezen.diagnostics] == codes


# ------------------------------------------------------------------ what the others look up


def test_woordenschat() -> None:
    lexicon = ontleed(
        [
            Source(
                "x",
                PEILJAAR + BRUTERING + "Dagsoort de werkdag (mv: werkdagen)\n"
                "Tijdlijn de periode heeft tijdvakken van een jaar met variabel startpunt\n"
                "Objecttype de Zaak\n    het loon Tekst gedimensioneerd met PEILJAREN, brutering;\n"
                "Extensie van objecttype zaak\n    de prijs Tekst;\nRegelgroep de stappen\n",
            )
        ]
    ).value.lexicon

    def soorten(tekst: str) -> list[tuple[str, str, str | None]]:
        return [(b.soort, b.naam, b.eigenaar) for b in lexicon.zoek(tekst)]

    assert soorten("peiljaren") == [("dimensie", "peiljaar", None)]
    assert soorten("Vorig Jaar") == [("dimensielabel", "vorig jaar", "peiljaar")]
    assert soorten("werkdagen") == [("dagsoort", "werkdag", None)]
    assert soorten("periode") == [("tijdlijn", "periode", None)]
    assert soorten("stappen") == [("regelgroep", "stappen", None)]
    assert soorten("prijs") == [("attribuut", "prijs", "Zaak")]
    assert lexicon.zoek("loon")[0].dimensies == ("peiljaar", "brutering")
    assert lexicon.eenheden["werkdagen"] == "werkdag"
    info = lexicon.dimensies["peiljaar"]
    assert (info.voorzetsel, info.labels) == ("van", ("twee jaar terug", "vorig jaar", "dit jaar"))
    assert info.sleutels[1] == ("vorig", "jaar")
    assert lexicon.dimensies["brutering"].voorzetsel is None
