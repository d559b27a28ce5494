"""A small made-up law with a column of every kind, and a short way to read a table for it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.analyses.voorbeeld import model_van
from wetsanalyse.bevolking.bron import Bron
from wetsanalyse.bevolking.indeling import leg_naast
from wetsanalyse.bevolking.lezen import Gelezen, lees
from wetsanalyse.bevolking.openen import open_bron
from wetsanalyse.bevolking.vorm import Vorm, vorm_van
from wetsanalyse.model.model import Model

DAG = date(2025, 6, 1)
GEGEVENS = """
Regeling Wet op de proef
    afkorting Wop
    niveau formele wet
    tekst van 1-1-2025

Domein Woonvorm is van het type Enumeratie
    'huur'
    'koop'

Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen	Numeriek (geheel getal) met eenheid €/jr;
    de huur	Numeriek (niet-negatief getal met 2 decimalen) met eenheid €/mnd;
    de schuld	Numeriek (getal) met eenheid €;
    het aandeel	Percentage (getal met 1 decimalen);
    de woonvorm	Woonvorm;
    de postcode	Tekst;
    het uitstel	Boolean;
    de ingangsdatum	Datum in dagen;
    is verzekerd	kenmerk (bijvoeglijk);
    de toelichting	Tekst;
    het bedrag	Numeriek (getal met 4 decimalen) met eenheid €;
    het aantal jonge kinderen	Numeriek (geheel getal);
    het kindbedrag	Numeriek (getal) met eenheid €;

Objecttype het Kind (mv: Kinderen) (bezield)
    de geboortedatum	Datum in dagen;
    de leeftijd in jaren	Numeriek (geheel getal) met eenheid jr;

Feittype partnerschap
    de burger (mv: burgers)	Burger
    de partner (mv: partners)	Burger
één burger leeft samen met één partner

Feittype gezin
    de ouder (mv: ouders)	Burger
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen

Uitkomst van een Burger
    voordeel het bedrag van de Burger
    voordeel het kindbedrag van de Burger
"""
REGELS = """
Regel bedrag
    bron artikel 1 Wop
    geldig altijd
        Het bedrag van een Burger moet berekend worden als
        de huur van zijn partner maal 1 mnd
        indien hij aan alle volgende voorwaarden voldoet:
            • zijn inkomen is groter dan 0 €/jr
            • zijn huur is groter dan 0 €/mnd
            • zijn schuld is kleiner dan 9 €
            • zijn aandeel is kleiner dan 50%
            • zijn woonvorm is gelijk aan 'huur'
            • zijn postcode is gelijk aan "1234"
            • zijn uitstel is gelijk aan waar
            • zijn ingangsdatum is eerder dan dd. 1-1-2025
            • hij is verzekerd.

Regel jonge kinderen
    bron artikel 2 Wop
    geldig altijd
        Het aantal jonge kinderen van een Burger moet berekend worden als
        het aantal kinderen van de Burger die aan alle volgende voorwaarden voldoen:
            • zijn geboortedatum is later dan dd. 1-1-2020
            • zijn leeftijd in jaren is kleiner dan 9 jr.

Regel kindbedrag
    bron artikel 3 Wop
    geldig altijd
        Het kindbedrag van een Burger moet berekend worden als
        zijn aantal jonge kinderen maal 10 € gedeeld door 3.
"""


@cache
def model() -> Model:
    return model_van(GEGEVENS + REGELS)


@cache
def vorm() -> Vorm:
    gevonden = vorm_van(model(), DAG)
    assert gevonden.diagnostics == ()
    assert gevonden.value is not None
    return gevonden.value


def rij(**anders: Any) -> dict[str, Any]:
    """A household that is in order."""
    goed: dict[str, Any] = {
        "inkomen": 20_000, "huur": None, "schuld": None, "aandeel": None, "woonvorm": "huur",
        "postcode": "1234", "uitstel": True, "ingangsdatum": date(2024, 1, 1),
        "is verzekerd": True, "partner": None, "kinderen": [],
    }  # fmt: skip
    return {**goed, **anders}


TYPEN = {
    "huishouden": pa.int64(), "inkomen": pa.int64(), "huur": pa.decimal128(10, 2),
    "schuld": pa.decimal128(12, 2), "aandeel": pa.decimal128(5, 1), "woonvorm": pa.string(),
    "postcode": pa.string(), "uitstel": pa.bool_(), "ingangsdatum": pa.date32(),
    "is verzekerd": pa.bool_(), "partner": pa.struct([("huur", pa.decimal128(10, 2))]),
    "kinderen": pa.list_(
        pa.struct([("geboortedatum", pa.date32()), ("leeftijd in jaren", pa.int64())])
    ),
    "gewicht": pa.decimal128(12, 2), "regio": pa.string(),
}  # fmt: skip


def tabel(*rijen: dict[str, Any], **typen: pa.DataType) -> pa.Table:
    """A table of households; ``typen``: a column of another type than usual."""
    soorten = {**TYPEN, **typen}
    namen = list(dict.fromkeys(naam for r in rijen for naam in r)) or list(rij())
    schema = pa.schema([(naam, soorten[naam]) for naam in namen])
    return pa.Table.from_pylist(list(rijen), schema)


def als_bron(inhoud: pa.Table, map_: Path, **rest: Any) -> Bron:
    pad = map_ / "bevolking.parquet"
    pq.write_table(inhoud, pad, **rest)
    return open_goed(str(pad))


def open_goed(adres: str, vraag: str | None = None) -> Bron:
    bron = open_bron(adres, vraag)
    assert bron.value is not None, bron.diagnostics
    return bron.value


def lees_alles(
    bron: Bron, groepen: tuple[str, ...] = (), per_blok: int = 1000, voor: Vorm | None = None
) -> list[Gelezen]:
    indeling = leg_naast(voor or vorm(), bron, groepen)
    assert indeling.value is not None, indeling.diagnostics
    return list(lees(bron, voor or vorm(), indeling.value, per_blok))


def redenen(delen: list[Gelezen]) -> list[tuple[int, str, str]]:
    """Row, column and reason of everything that was set aside in the main table."""
    return [
        (r["rij"], r["kolom"], r["reden"])
        for deel in delen
        for r in deel.opzij.to_pylist()
        if r["tabel"] == "huishoudens"
    ]
