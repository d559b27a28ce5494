"""A case from JSON: every kind of value, and every fault with the place it points at."""

from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.model.hulp import BASIS, bronnen
from wetsanalyse.model.casus import Casus, Feit, lees_json, lees_waarde, tabel_van
from wetsanalyse.model.jsonplaatsen import plaatsen
from wetsanalyse.model.resolve import resolve
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.types import Eenheid, Soort, Type
from wetsanalyse.syntax import ontleed
from wetsanalyse.text import Diagnostic, Source


def _tabel() -> Tabel:
    ontleding = ontleed(bronnen(BASIS)).value
    return tabel_van(resolve(ontleding).value, ontleding.lexicon)


TABEL = _tabel()


def lees(tekst: str) -> tuple[Casus | None, tuple[Diagnostic, ...]]:
    gelezen = lees_json(Source("geval.json", tekst), TABEL)
    return gelezen.value, gelezen.diagnostics


def geval(**velden: Any) -> str:
    basis = {"rekendatum": "2025-01-01", "objecten": [{"naam": "A", "type": "Aanvrager"}]}
    return json.dumps(basis | velden, ensure_ascii=False)


def aanvrager(**velden: Any) -> dict[str, Any]:
    return {"naam": "A", "type": "Aanvrager"} | velden


def test_een_heel_geval() -> None:
    casus, meldingen = lees(
        geval(
            objecten=[
                aanvrager(
                    attributen={
                        "inkomen": "30000,50",
                        "tegoed": 12.34,
                        "leefvorm": "alleen",
                        "ingangsdatum": "1-2-2024",
                        "omschrijving": "vrij",
                        "aandeel": "12,5%",
                        "schuld": None,
                    },
                    kenmerken=["verzekerd"],
                ),
                {"naam": "B", "type": "aanvrager"},
                {"naam": "K", "type": "Kind"},
            ],
            feiten=[
                {"feittype": "gezin", "rollen": {"ouder": "A", "kind": "K"}},
                {"feittype": "partnerschap", "rollen": {"partner": ["A", "B"]}},
            ],
            parameters={"de norm": "20000 €/jr"},
            oordelen=[{"open norm": "bijzonder hard", "object": "A", "oordeel": True}],
        )
    )
    assert [m.bericht for m in meldingen] == []
    assert casus is not None
    assert casus.rekendatum == date(2025, 1, 1)
    assert casus.invoer == {
        ("A", "inkomen"): Fraction(60001, 2),
        ("A", "tegoed"): Fraction(1234, 100),
        ("A", "leefvorm"): "alleen",
        ("A", "ingangsdatum"): date(2024, 2, 1).toordinal(),
        ("A", "omschrijving"): "vrij",
        ("A", "aandeel"): Fraction(1, 8),
        ("A", "verzekerd"): True,
    }
    assert casus.onbekend == {("A", "schuld")}
    assert casus.parameters == {"norm": Fraction(20000)}
    assert casus.oordelen == {("bijzonder hard", "A"): True}
    assert casus.huishouden.feiten == (Feit("gezin", ("A", "K")), Feit("partnerschap", ("A", "B")))


def test_een_lijst_in_een_rol_is_een_feit_per_naam() -> None:
    objecten = [aanvrager(), {"naam": "K", "type": "Kind"}, {"naam": "L", "type": "Kind"}]
    feit = {"feittype": "gezin", "rollen": {"ouder": "A", "kind": ["K", "L"]}}
    casus, meldingen = lees(geval(objecten=objecten, feiten=[feit]))
    assert not meldingen
    assert casus is not None
    assert casus.huishouden.feiten == (Feit("gezin", ("A", "K")), Feit("gezin", ("A", "L")))


FOUTEN = [
    ("JS-VORM", "{", None),
    ("JS-VORM", "[]", None),
    ("JS-VORM", "[" * 100_000, None),
    ("JS-DUBBEL", '{"rekendatum": "2025-01-01", "rekendatum": "2025-01-01"}', '"rekendatum"'),
    ("JS-REKENDATUM", '{"objecten": [{"naam": "A", "type": "Aanvrager"}]}', None),
    ("JS-REKENDATUM", geval(rekendatum="2025-13-01"), '"rekendatum"'),
    ("JS-SLEUTEL", geval(feitten=[]), '"feitten"'),
    ("JS-SLEUTEL", geval(objecten=[aanvrager(kenmerk=[])]), '"kenmerk"'),
    ("JS-LEEG", geval(objecten=[]), '"objecten"'),
    ("JS-VORM", geval(objecten={}), '"objecten"'),
    ("JS-VORM", geval(objecten=["A"]), '"A"'),
    ("JS-DUBBEL", geval(objecten=[aanvrager(), aanvrager()]), '"A"'),
    ("JS-TYPE", geval(objecten=[{"naam": "A", "type": "Burger"}]), '"Burger"'),
    ("JS-ATTRIBUUT", geval(objecten=[aanvrager(attributen={"inkomem": 1})]), '"inkomem"'),
    ("JS-VORM", geval(objecten=[aanvrager(attributen=["x"])]), '"attributen"'),
    ("JS-KENMERK", geval(objecten=[aanvrager(kenmerken=["rijk"])]), '"rijk"'),
    ("JS-VORM", geval(objecten=[aanvrager(kenmerken={"rijk": True})]), '"kenmerken"'),
    ("JS-WAARDE", geval(objecten=[aanvrager(attributen={"inkomen": "veel"})]), '"inkomen"'),
    ("JS-WAARDE", geval(parameters={"norm": "1,234 €/jr"}), '"norm"'),
    ("JS-PARAMETER", geval(parameters={"normm": 1}), '"normm"'),
    ("JS-VORM", geval(parameters=[1]), '"parameters"'),
    ("JS-FEITTYPE", geval(feiten=[{"feittype": "huwelijk", "rollen": {}}]), '"huwelijk"'),
    ("JS-VORM", geval(feiten=["gezin"]), '"gezin"'),
    ("JS-ROL", geval(feiten=[{"feittype": "gezin", "rollen": {"ouder": "A"}}]), "{"),
    ("JS-ROL", geval(feiten=[{"feittype": "gezin", "rollen": {"ouder": "A", "kind": "X"}}]),
     "{"),
    ("JS-ROL", geval(feiten=[{"feittype": "partnerschap", "rollen": {"partner": ["A", "A"]}}]),
     "{"),
    ("JS-NORM", geval(oordelen=[{"open norm": "zacht", "object": "A", "oordeel": True}]),
     "{"),
    ("JS-OBJECT",
     geval(oordelen=[{"open norm": "bijzonder hard", "object": "B", "oordeel": True}]),
     "{"),
    ("JS-VORM", geval(oordelen=[{"open norm": "bijzonder hard", "oordeel": "ja"}]), "{"),
    ("FT-KARDINALITEIT",
     geval(
         objecten=[aanvrager(), aanvrager(naam="B"), aanvrager(naam="C")],
         feiten=[
             {"feittype": "partnerschap", "rollen": {"partner": ["A", "B"]}},
             {"feittype": "partnerschap", "rollen": {"partner": ["A", "C"]}},
         ],
     ),
     '"feiten"'),
]  # fmt: skip


@pytest.mark.parametrize(("code", "tekst", "plek"), FOUTEN)
def test_fout_in_json(code: str, tekst: str, plek: str | None) -> None:
    casus, meldingen = lees(tekst)
    assert casus is None
    assert {m.code for m in meldingen} == {code}, [m.bericht for m in meldingen]
    assert meldingen[0].span is not None
    if plek is not None:
        assert meldingen[0].span.tekst == plek


def test_alle_fouten_in_een_keer() -> None:
    _, meldingen = lees(geval(rekendatum="x", parameters={"y": 1}, feiten=[1]))
    assert {m.code for m in meldingen} == {"JS-REKENDATUM", "JS-PARAMETER", "JS-VORM"}


BEDRAG = Type(Soort.NUMERIEK, Eenheid.van({"€": 1}), 2, "niet-negatief")


@pytest.mark.parametrize(
    ("ruw", "type_", "waarde"),
    [
        ("12,50", BEDRAG, Fraction(25, 2)),
        ("12.50 €", BEDRAG, Fraction(25, 2)),
        (12, BEDRAG, Fraction(12)),
        ("1/4", BEDRAG, Fraction(1, 4)),
        ("5", Type(Soort.PERCENTAGE), Fraction(1, 20)),
        ("5%", Type(Soort.PERCENTAGE), Fraction(1, 20)),
        ("waar", Type(Soort.BOOLEAN), True),
        (False, Type(Soort.BOOLEAN), False),
        ("2024-02-29", Type(Soort.DATUM), date(2024, 2, 29).toordinal()),
        ("'samen'", Type(Soort.ENUMERATIE, domein="Leefvorm"), "samen"),
        ("tekst", Type(Soort.TEKST), "tekst"),
    ],
)
def test_waarde(ruw: object, type_: Type, waarde: object) -> None:
    assert lees_waarde(ruw, type_, TABEL) == (waarde, None)


@pytest.mark.parametrize(
    ("ruw", "type_", "woord"),
    [
        ("-1", BEDRAG, "0 of groter"),
        ("1,234", BEDRAG, "decimalen"),
        ("5 jr", BEDRAG, "hier hoort €"),
        ("5%", BEDRAG, "percentage"),
        ("1/0", BEDRAG, "nul"),
        (True, BEDRAG, "geen getal"),
        ("9" * 5000, BEDRAG, "te lang"),
        ([1], BEDRAG, "één waarde"),
        ({"a": 1}, Type(Soort.TEKST), "één waarde"),
        (True, Type(Soort.TEKST), "tekst"),
        ("misschien", Type(Soort.BOOLEAN), "waar of onwaar"),
        ("2023-02-29", Type(Soort.DATUM), "geen datum"),
        ("apart", Type(Soort.ENUMERATIE, domein="Leefvorm"), "'alleen'"),
    ],
)
def test_waarde_die_niet_kan(ruw: object, type_: Type, woord: str) -> None:
    waarde, gebrek = lees_waarde(ruw, type_, TABEL)
    assert waarde is None or gebrek is not None
    assert gebrek is not None
    assert woord in gebrek


def test_de_plaats_is_die_van_het_goede_object() -> None:
    tekst = geval(
        objecten=[
            aanvrager(attributen={"inkomen": "1", "tegoed": "2"}, kenmerken=["verzekerd"]),
            {"naam": "B", "type": "Aanvrager", "attributen": {"tegoed": "veel"}},
            {"naam": "A", "type": "Aanvrager"},
            {"naam": "C", "type": "Aanvrager", "kenmerken": ["verzekerd", "aap"]},
        ]
    )
    _, meldingen = lees(tekst)
    assert [(m.code, tekst[m.span.start : m.span.eind]) for m in meldingen if m.span] == [
        ("JS-WAARDE", '"tegoed"'),
        ("JS-DUBBEL", '"A"'),
        ("JS-KENMERK", '"aap"'),
    ]
    eerste, tweede, derde = (m.span.start for m in meldingen if m.span)
    assert tekst.index('"B"') < eerste < tekst.rindex('"A"') == tweede < tekst.index('"C"') < derde


@pytest.mark.parametrize("veld", [{"attributen": []}, {"kenmerken": {}}, {"attributen": ""}])
def test_leeg_van_een_andere_soort_is_niet_niets(veld: dict[str, Any]) -> None:
    casus, meldingen = lees(geval(objecten=[aanvrager(**veld)]))
    assert casus is None
    assert [m.code for m in meldingen] == ["JS-VORM"]
    assert lees(geval(objecten=[aanvrager(attributen=None, kenmerken=None)]))[0] is not None


def test_plaatsen_in_elke_tekst() -> None:
    """Also of a text that is no JSON, or nests without end."""
    tekst = '{"a": [1, {"b": "x]", "c": [true]}, "z"], "d": {"e.f": null}}'
    assert {pad: tekst[van:tot] for pad, (van, tot) in plaatsen(tekst).items()} == {
        "a": '"a"', "a[0]": "1", "a[1]": "{", "a[1].b": '"b"', "a[1].c": '"c"', "a[1].c[0]": "true",
        "a[2]": '"z"', "d": '"d"', "d.e.f": '"e.f"',
    }  # fmt: skip
    for raar in ("[" * 9999, '{"a":' * 9999, ']}"', '"' + "\\" * 999):
        assert len(plaatsen(raar)) < 99


def test_geen_woorden_van_de_programmeertaal() -> None:
    waar = geval(objecten=[aanvrager(attributen={"inkomen": True, "tegoed": False})])
    for tekst in (waar, geval(gebeurtenissen=[{}])):
        _, meldingen = lees(tekst)
        assert meldingen
        assert not re.search("True|False|None", " ".join(m.bericht for m in meldingen))
