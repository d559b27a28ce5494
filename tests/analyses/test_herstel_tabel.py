"""Repair of a border in a decision table: a made-up law, its amounts held against sums by hand.

Support of 3,000 up to an income of 20,000, 1,000 up to 40,000, then nothing. Kept after the cap:
3,000 less the excess, and never less than the table says; so 2,999 at 20,001 and 1,000 from 22,000
on. The other border, at 40,000, stays. The contribution grows from 100 to 900 at 20,000 in the same
way; and who earns less than 10,000 gets nothing in the last one."""

# ruff: noqa: E501
from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.bevindingen import maak_bevindingen
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.herstel import SJABLONEN, Variant, Wet, maak_aanleiding, pas_toe
from wetsanalyse.analyses.herstel.basis import Afgewezen, lees_wet, probeer
from wetsanalyse.analyses.herstel.proef import Proef
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger, Rekenaar
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.patronen import kijk
from wetsanalyse.analyses.verlopen.vegen import Opdracht, vegen, vragen
from wetsanalyse.model.casus import Casus, tabel_van
from wetsanalyse.model.casus_json import lees_json
from wetsanalyse.text import Source

KOP = """
Regeling Proefwet
    afkorting Pw
    niveau formele wet
    tekst van 1-1-2025

Objecttype de Burger (mv: Burgers) (bezield)
    het inkomen\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    het bedrag\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;
    het deel\tPercentage (geheel getal);
    is verzekerd\tkenmerk (bijvoeglijk);

Uitkomst van een Burger
    {telt} het bedrag van de Burger

Invoerbereik van een Burger
    het inkomen: 0 €/jr t/m 60000 €/jr per 1 €/jr, modaal 20000 €/jr

Beslistabel bedrag naar inkomen
    bron artikel 1, Pw
    geldig vanaf 2025
"""
STEUN = (
    KOP.format(telt="voordeel")
    + """\
|   | het bedrag van een Burger moet gesteld worden op | indien zijn inkomen kleiner of gelijk is aan | indien zijn inkomen groter is dan | indien hij verzekerd is |
|---|---|---|---|---|
| 1 | 3000 €/jr | 20000 €/jr | n.v.t.     | waar |
| 2 | 1000 €/jr | 40000 €/jr | 20000 €/jr | waar |
| 3 | 0 €/jr    | n.v.t.     | 40000 €/jr | waar |
"""
)
BIJDRAGE = (
    KOP.format(telt="nadeel")
    + """\
|   | indien zijn inkomen kleiner is dan | indien zijn inkomen groter of gelijk is aan | het bedrag van een Burger moet gesteld worden op |
|---|---|---|---|
| 1 | 20000 €/jr | n.v.t.     | 100 €/jr |
| 2 | n.v.t.     | 20000 €/jr | 900 €/jr |
"""
)
ONDERGRENS = (
    KOP.format(telt="voordeel")
    + """\
|   | het bedrag van een Burger moet gesteld worden op | indien zijn inkomen groter of gelijk is aan |
|---|---|---|
| 1 | 2000 €/jr | 10000 €/jr |
"""
)
DEEL = (
    KOP.format(telt="voordeel").replace("bedrag naar inkomen", "deel naar inkomen")
    + """\
|   | het deel van een Burger moet gesteld worden op | indien zijn inkomen kleiner of gelijk is aan | indien zijn inkomen groter is dan |
|---|---|---|---|
| 1 | 90% | 20000 €/jr | n.v.t.     |
| 2 | 20% | n.v.t.     | 20000 €/jr |

Regel bedrag
    bron artikel 2, Pw
    geldig vanaf 2025
        Het bedrag van een Burger moet berekend worden als
        (zijn deel van 5000 €/jr) rekenkundig afgerond op 0 decimalen.
"""
)
KLASSE = (
    KOP.format(telt="voordeel")
    .replace("bedrag naar inkomen", "klasse naar inkomen")
    .replace("    is verzekerd", "    is behoeftig\tkenmerk (bijvoeglijk);\n    is verzekerd")
    + """\
|   | een Burger is behoeftig | indien zijn inkomen kleiner of gelijk is aan |
|---|---|---|
| 1 | waar | 20000 €/jr |

Regel bedrag verzekerd
    bron artikel 2, Pw
    geldig vanaf 2025
        Het bedrag van een Burger moet gesteld worden op 2500 €/jr
        indien hij aan alle volgende voorwaarden voldoet:
            - hij is behoeftig
            - hij is verzekerd.

Regel bedrag onverzekerd
    bron artikel 2, Pw
    geldig vanaf 2025
        Het bedrag van een Burger moet gesteld worden op 2000 €/jr
        indien hij aan alle volgende voorwaarden voldoet:
            - hij is behoeftig
            - hij is niet verzekerd.

Regel bedrag anders
    bron artikel 2, Pw
    geldig vanaf 2025
        Het bedrag van een Burger moet gesteld worden op 900 €/jr
        indien hij niet behoeftig is.
"""
)
TWEEMAAL = (
    DEEL.replace(
        "    het deel",
        "    het extra\tNumeriek (niet-negatief geheel getal) met eenheid €/jr;\n    het deel",
    ).replace(
        "    voordeel het bedrag van de Burger",
        "    voordeel het bedrag van de Burger\n    voordeel het extra van de Burger",
    )
    + """\

Regel extra
    bron artikel 2, Pw
    geldig vanaf 2025
        Het extra van een Burger moet berekend worden als
        (zijn deel van 1000 €/jr) rekenkundig afgerond op 0 decimalen.
"""
)
ALLEEN_WIE_TE_VEEL_HEEFT = (
    KOP.format(telt="nadeel")
    .replace("bedrag naar inkomen", "wie te veel heeft")
    .replace("    is verzekerd", "    is rijk\tkenmerk (bijvoeglijk);\n    is verzekerd")
    + """\
|   | een Burger is rijk | indien zijn inkomen groter is dan |
|---|---|---|
| 1 | waar | 20000 €/jr |

Regel bedrag
    bron artikel 2, Pw
    geldig vanaf 2025
        Het bedrag van een Burger moet gesteld worden op 2500 €/jr indien hij rijk is.
"""
)
PER_ID = {s.id: s for s in SJABLONEN}


@cache
def als_wet(tekst: str) -> Wet:
    gelezen = lees_wet([Source("wet.regels", tekst)])
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def burger(wet: Wet, inkomen: int, *, verzekerd: bool = True) -> Casus:
    a = {
        "naam": "A", "type": "Burger", "attributen": {"inkomen": str(inkomen)},
        "kenmerken": ["verzekerd"] * verzekerd,
    }  # fmt: skip
    gelezen = lees_json(
        Source("geval.json", json.dumps({"rekendatum": "2025-07-01", "objecten": [a]})),
        tabel_van(wet.model, wet.ontleding.lexicon),
    )
    assert gelezen.value is not None, gelezen.fouten
    return gelezen.value


@cache
def klif(tekst: str) -> Bevinding:
    """The largest cliff along the income."""
    wet = als_wet(tekst)
    casus = burger(wet, 20000)
    plan = chain.lower(wet.model, casus.rekendatum)
    grond = chain.ground(plan, casus.huishouden, vragen(plan, casus.huishouden))
    opdracht = Opdracht(casus, grond, "A", "inkomen", domeinen(plan)["Burger", "inkomen"])
    (veeg,) = vegen(plan, [opdracht], lambda _nu, _van: None)
    gezien = [w for w in kijk("as", veeg, Drempels(wet.model)) if w.patroon == "P01"]
    return max(maak_bevindingen(plan, gezien), key=lambda b: b.maat)


def maak(tekst: str, sjabloon: str) -> Variant | Afgewezen:
    wet, b = als_wet(tekst), klif(tekst)
    geprobeerd = probeer(PER_ID[sjabloon], maak_aanleiding(wet, b, Proef(wet, b, ())))
    return geprobeerd if isinstance(geprobeerd, Afgewezen) else geprobeerd[0]


@cache
def hersteld(tekst: str, sjabloon: str) -> Wet:
    variant = maak(tekst, sjabloon)
    assert isinstance(variant, Variant), variant
    assert any("andere grenzen" in zin for zin in variant.opmerkingen)
    gelezen = pas_toe(als_wet(tekst), variant.tekst)
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def bedrag(wet: Wet, inkomen: int, *, verzekerd: bool = True) -> Any:
    casus = burger(wet, inkomen, verzekerd=verzekerd)
    return Rekenaar(wet.model).uitkomsten(Proefburger("", casus), False)["bedrag van A"]


@pytest.mark.parametrize(
    ("inkomen", "zonder", "kap", "afbouw"),
    [
        (20000, 3000, 3000, 3000),
        (20001, 1000, 2999, 3000),  # 3000 - 0.10 is rounded to 3000
        (21999, 1000, 1001, 2800),
        (22000, 1000, 1000, 2800),
        (22001, 1000, 1000, 2800),
        (40000, 1000, 1000, 1000),
        (40001, 0, 0, 1000),
        (45000, 0, 0, 500),
    ],
)
def test_wie_net_te_veel_heeft(inkomen: int, zonder: int, kap: int, afbouw: int) -> None:
    assert bedrag(als_wet(STEUN), inkomen) == zonder
    assert bedrag(hersteld(STEUN, "kap"), inkomen) == kap
    assert bedrag(hersteld(STEUN, "afbouw"), inkomen) == afbouw


def test_voor_wie_de_tabel_niet_geldt_verandert_niets() -> None:
    voor, na = (
        bedrag(wet, 20001, verzekerd=False) for wet in (als_wet(STEUN), hersteld(STEUN, "kap"))
    )
    assert voor == na
    assert not isinstance(na, Fraction)


@pytest.mark.parametrize(
    ("inkomen", "zonder", "kap"),
    [(19999, 100, 100), (20000, 900, 100), (20001, 900, 101), (20799, 900, 899),
     (20800, 900, 900), (20801, 900, 900)],
)  # fmt: skip
def test_een_last_groeit_niet_sneller_dan_het_inkomen(inkomen: int, zonder: int, kap: int) -> None:
    assert bedrag(als_wet(BIJDRAGE), inkomen) == zonder
    assert bedrag(hersteld(BIJDRAGE, "kap"), inkomen) == kap


@pytest.mark.parametrize(("inkomen", "kap"), [(10000, 2000), (9999, 1999), (8001, 1), (7999, 0)])
def test_wie_net_te_weinig_heeft(inkomen: int, kap: int) -> None:
    assert bedrag(hersteld(ONDERGRENS, "kap"), inkomen) == kap


@pytest.mark.parametrize(
    ("inkomen", "zonder", "kap", "afbouw"),
    [
        # 90 % of 5000 is 4500, 20 % is 1000.
        (20000, 4500, 4500, 4500),
        (20001, 1000, 4499, 4500),  # 4500 - 0.10 is rounded to 4500
        (20010, 1000, 4490, 4499),
        (23499, 1000, 1001, 4150),
        (23500, 1000, 1000, 4150),
        (23501, 1000, 1000, 4150),
        (54990, 1000, 1000, 1001),
        (55010, 1000, 1000, 1000),
    ],
)
def test_een_tabel_die_een_percentage_geeft(
    inkomen: int, zonder: int, kap: int, afbouw: int
) -> None:
    """What the percentage of the row before would give runs off; not the percentage itself."""
    assert bedrag(als_wet(DEEL), inkomen) == zonder
    assert bedrag(hersteld(DEEL, "kap"), inkomen) == kap
    assert bedrag(hersteld(DEEL, "afbouw"), inkomen) == afbouw


@pytest.mark.parametrize(
    ("inkomen", "verzekerd", "zonder", "kap"),
    [
        (20000, True, 2500, 2500),
        (20001, True, 900, 2499),
        (21599, True, 900, 901),
        (21601, True, 900, 900),
        (50000, True, 900, 900),
        (20000, False, 2000, 2000),
        (20001, False, 900, 1999),
        (21101, False, 900, 900),
    ],
)
def test_een_tabel_die_een_kenmerk_geeft(
    inkomen: int, verzekerd: bool, zonder: int, kap: int
) -> None:
    """Two rules give the amount of who has the kenmerk; each runs off by itself."""
    assert bedrag(als_wet(KLASSE), inkomen, verzekerd=verzekerd) == zonder
    assert bedrag(hersteld(KLASSE, "kap"), inkomen, verzekerd=verzekerd) == kap


def test_een_tabel_waar_meer_bedragen_op_rusten_zegt_waarom_niet() -> None:
    afgewezen = maak(TWEEMAAL, "kap")
    assert isinstance(afgewezen, Afgewezen)
    assert "niet één bedrag van dezelfde persoon maar: “bedrag”, “extra”" in afgewezen.reden


@pytest.mark.parametrize(
    ("sjabloon", "woorden"),
    [
        ("kap", "wie niet is getroffen, staat in geen rij van de tabel"),
        ("afbouw", "wie niet is getroffen, staat in geen rij van de tabel"),
        ("marge", "de grens staat in een beslistabel"),
    ],
)
def test_een_tabel_zonder_rij_voor_de_grens_zegt_waarom_niet(sjabloon: str, woorden: str) -> None:
    afgewezen = maak(ALLEEN_WIE_TE_VEEL_HEEFT, sjabloon)
    assert isinstance(afgewezen, Afgewezen)
    assert woorden in afgewezen.reden


def test_de_andere_grens_van_de_tabel_blijft_en_dat_is_te_zien() -> None:
    wet, b = als_wet(STEUN), klif(STEUN)
    variant = maak(STEUN, "kap")
    assert isinstance(variant, Variant)
    proef = Proef(wet, b, ()).draai(variant, hersteld(STEUN, "kap"))
    assert proef.hard_oud == 0
    assert proef.na.grootste is not None
    assert (proef.na.grootste.van, proef.na.grootste.maat) == ("40000 €/jr", 1000)
