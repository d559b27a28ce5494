"""Laws that stay the same while the inputs vary: one model for many cases."""

from __future__ import annotations

from functools import cache

from tests.model import hulp
from tests.naief import woorden as w
from wetsanalyse.model.model import Model

Uitdrukkingen = tuple[tuple[str, str], ...]
"""(type of the attribute, expression)"""

DELEN = (
    "het jaar uit (zijn startdatum), de maand uit (zijn geboortedatum), "
    "de dag uit (zijn geboortedatum)"
)
DRIE = "zijn geboortedatum, zijn startdatum en de verjaardag van zijn kinderen"

KALENDER: Uitdrukkingen = (
    *(
        (f"Numeriek (geheel getal) met eenheid {eenheid}",
         f"de {absoluut}tijdsduur van zijn geboortedatum tot zijn startdatum in hele {in_}")
        for absoluut in ("", "absolute ")
        for eenheid, in_ in (("jr", "jaren"), ("mnd", "maanden"), ("dg", "dagen"),
                             ("wk", "weken"), ("kw", "kwartalen"))
    ),
    *(
        ("Datum in dagen", f"zijn startdatum {op} {hoeveel}")
        for op in ("plus", "min")
        for hoeveel in ("zijn leeftijd", "zijn termijn", "zijn wachttijd", "2 wk", "1 kw")
    ),
    *(
        ("Numeriek (geheel getal)", f"{deel} uit (zijn geboortedatum)")
        for deel in ("het jaar", "de maand", "de dag")
    ),
    ("Datum in dagen", f"de datum met jaar, maand en dag({DELEN})"),
    ("Datum in dagen", "de datum met jaar, maand en dag(2024, zijn aantal beurten, zijn getal)"),
    ("Datum in dagen", "de eerste paasdag van (het jaar uit (zijn startdatum))"),
    ("Datum in dagen", "de eerste paasdag van (zijn getal)"),
    ("Datum in dagen", "de eerste van zijn geboortedatum, zijn startdatum en Rekendatum"),
    ("Datum in dagen", f"de laatste van {DRIE}"),
    ("Tekst", '"«zijn geboortedatum» en «de Rekendatum»"'),
    ("Datum in dagen", "(zijn startdatum plus zijn termijn) min zijn termijn"),
)  # fmt: skip
"""Everything that is made of dates. [3.9]"""

REKENEN: Uitdrukkingen = (
    *(
        ("Numeriek (getal) met eenheid €", f"zijn saldo {op} zijn schuld")
        for op in ("plus", "min", "verminderd met")
    ),
    *(
        ("Numeriek (getal)", f"zijn getal {op} zijn aantal beurten")
        for op in ("maal", "gedeeld door", "gedeeld door (ABS)")
    ),
    *(
        ("Numeriek (getal)", f"zijn getal {wijze} afgerond op {n} decimalen")
        for wijze in ("naar beneden", "naar boven", "rekenkundig", "richting nul", "weg van nul")
        for n in (0, 2)
    ),
    *(
        ("Numeriek (getal)", f"de wortel van zijn getal {wijze} afgerond op 1 decimalen")
        for wijze in ("naar beneden", "naar boven", "rekenkundig")
    ),
    *(
        ("Numeriek (getal)", f"zijn getal tot de macht {n} {wijze} afgerond op 2 decimalen")
        for n, wijze in (("2", "rekenkundig"), ("-1", "naar boven"), ("1/2", "rekenkundig"),
                         ("1/3", "naar beneden"), ("-3/2", "weg van nul"), ("0", "naar boven"))
    ),
    ("Numeriek (getal)", "2 tot de macht zijn aantal beurten rekenkundig afgerond op 3 decimalen"),
    ("Numeriek (getal) met eenheid €", "zijn aandeel van zijn saldo"),
    ("Numeriek (getal) met eenheid €/jr", "zijn loon plus zijn huur"),
    ("Numeriek (getal) met eenheid €/mnd", "zijn huur min zijn loon"),
    ("Numeriek (getal) met eenheid €", "de absolute waarde van (zijn saldo)"),
    ("Numeriek (getal) met eenheid €", "zijn saldo, met een minimum van zijn schuld"),
    ("Numeriek (getal) met eenheid €",
     "zijn saldo, met een minimum van zijn schuld en met een maximum van de drempel"),
    ("Numeriek (getal) met eenheid €",
     "zijn saldo, met een maximum van zijn schuld naar boven afgerond op 0 decimalen"),
    ("Numeriek (getal) met eenheid €", "de som van zijn saldo, zijn schuld en de onbekende"),
    ("Numeriek (getal) met eenheid €",
     "de som van de spaargelden van zijn kinderen of 0 als die er niet zijn"),
    ("Numeriek (getal) met eenheid €", "de som van de spaargelden van zijn kinderen"),
    ("Numeriek (getal) met eenheid €", "de minimale waarde van de spaargelden van zijn kinderen"),
    ("Numeriek (getal) met eenheid €", "de maximale waarde van de waarde van zijn woningen"),
    ("Numeriek (getal)", "het aantal kinderen van de Persoon die thuiswonend zijn"),
    ("Percentage (getal)", "zijn aandeel min 33,5%"),
    ("Percentage (getal met 2 decimalen)", "zijn aandeel rekenkundig afgerond op 1 decimalen"),
    ("Percentage (getal)", "de som van zijn aandeel, het tarief en zijn aandeel"),
    ("Tekst", '"«zijn getal» «zijn saldo» «zijn aandeel» «zijn vlag» «zijn kleur»"'),
    ("Numeriek (positief getal)", "zijn getal"),
    ("Numeriek (negatief geheel getal) met eenheid mnd", "zijn termijn"),
)  # fmt: skip
"""Arithmetic, rounding, bounds, aggregation and text. [3.2, 3.3, 3.7, 3.8]"""

_X = {
    "getal": ("zijn getal", "zijn aantal beurten"),
    "datum": ("zijn geboortedatum", "zijn startdatum"),
    "tekst": ("zijn nummer", '"12345"'),
    "kleur": ("zijn kleur", "'rood'"),
    "vlag": ("zijn vlag", "waar"),
}
_ORDE = ("groter dan", "groter of gelijk aan", "kleiner dan", "kleiner of gelijk aan")

VOORWAARDEN = (
    *(
        f"{x} is {woord} {y}"
        for soort, (x, y) in _X.items()
        for woord in ("gelijk aan", "ongelijk aan", *(_ORDE if soort == "getal" else ()))
    ),
    *(
        f"zijn geboortedatum is {woord} zijn startdatum"
        for woord in ("later dan", "later of gelijk aan", "eerder dan", "eerder of gelijk aan")
    ),
    *(
        f"zijn {x} is {toets}"
        for x in ("getal", "nummer", "vlag", "startdatum")
        for toets in ("leeg", "gevuld")
    ),
    "zijn nummer voldoet aan de elfproef",
    "zijn aantal beurten voldoet aan de elfproef",
    "zijn nummer is numeriek met exact 5 cijfers",
    "zijn kleur is gelijk aan 'rood' of 'groen'",
    "zijn kleur is ongelijk aan 'rood' of 'groen'",
    "zijn loon is groter dan zijn huur",
    *(
        f"{hoeveel} van de Persoon voldoet aan de volgende voorwaarde:"
        "\n        •• (6 gedeeld door zijn rapport) is groter dan 2"
        for hoeveel in ("alle kinderen", "ten minste één kind", "geen van de kinderen",
                        "precies één kind", "ten hoogste één kind")
    ),
    "hij is een partner",
    "hij is geen ouder",
    "hij heeft een kind",
    "hij heeft geen partner",
    "hij heeft een recht op steun",
    "alle kinderen van de Persoon zijn thuiswonend",
    "ten minste één kind van de Persoon is thuiswonend",
    "precies twee woningen van de Persoon zijn verhuurd",
    "de leeftijden van alle kinderen van de Persoon zijn groter dan 12 jr",
    "de verjaardagen van alle kinderen van de Persoon zijn eerder dan de startdatum van de Persoon",
    "de verjaardagen van ten minste één kind van de Persoon zijn later dan Rekendatum",
)  # fmt: skip
"""Conditions as they stand behind a bullet. [6]"""


@cache
def wet(*uitdrukkingen: tuple[str, str]) -> Model:
    """A model with one attribute of a Persoon for each expression."""
    leden = "".join(
        f"    de uitkomst{i}x	{type_};\n" for i, (type_, _) in enumerate(uitdrukkingen)
    )
    regels = "".join(
        f"Regel r{i}\n    geldig altijd\n"
        f"        De uitkomst{i}x van een Persoon moet gesteld worden op {tekst}.\n"
        for i, (_, tekst) in enumerate(uitdrukkingen)
    )
    return model(w.GEGEVENS.format(persoon=leden, kind="", huis="") + regels)


@cache
def voorwaardenwet(*voorwaarden: str) -> Model:
    """A model with one kenmerk of a Persoon for each condition."""
    leden = "".join(f"    is goed{i}x	kenmerk (bijvoeglijk);\n" for i in range(len(voorwaarden)))
    kop = "indien er aan alle volgende voorwaarden wordt voldaan:"
    regels = "".join(
        f"Regel r{i}\n    geldig altijd\n"
        f"        Een Persoon is goed{i}x {kop}\n        • {tekst}.\n"
        for i, tekst in enumerate(voorwaarden)
    )
    return model(w.GEGEVENS.format(persoon=leden, kind="", huis="") + regels)


@cache
def model(*teksten: str) -> Model:
    """The model of these texts, in which nothing may be wrong."""
    gelezen, meldingen, _ = hulp.lees(*teksten)
    fouten = [f"{m.code} {m.bericht} [{m.span and m.span.tekst}]" for m in meldingen if m.is_fout]
    assert not fouten, fouten
    return gelezen
