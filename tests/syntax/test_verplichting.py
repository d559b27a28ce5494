"""The block Verplichting, and the lines that say who carries out a regulation.
[uitbreidingen 5, 6]"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.syntax import voorbeeld
from wetsanalyse.syntax import Ontleding, ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven.eigen import eigenblok
from wetsanalyse.text import Result, Source

REGEL = """
Regel normpremie
    bron artikel 1, Awir
    geldig altijd
        De normpremie van een Aanvrager moet gesteld worden op 3 €/jr.
"""


def lees(tekst: str) -> Result[Ontleding]:
    return voorbeeld.lees(tekst + REGEL)


def blok(tekst: str) -> Any:
    gelezen = lees(tekst)
    assert gelezen.ok, [f"{d.code} {d.bericht}" for d in gelezen.diagnostics]
    return gelezen.value.bestanden[1].blokken[0]


KOP = "Verplichting inkomen doorgeven\n"
ZIN = (
    '        Een Aanvrager moet "zijn inkomen doorgeven" binnen 4 wk na de geboortedatum van de '
    "Aanvrager\n        indien hij verzekerd is, anders geldt Regel normpremie.\n"
)


def test_alles_van_een_verplichting() -> None:
    plicht = blok(
        KOP + "    bron artikel 17, eerste lid, Awir\n    verschoonbaar nee\n    gewicht 1,5\n"
        "    geldig vanaf 2025\n" + ZIN
    )
    assert (plicht.naam.tekst, plicht.verschoonbaar) == ("inkomen doorgeven", "nee")
    assert plicht.gewicht.waarde == Fraction(3, 2)
    assert plicht.herkomst.bronnen[0].artikel == "17"
    (versie,) = plicht.versies
    assert (versie.objecttype.tekst, versie.handeling) == ("Aanvrager", "zijn inkomen doorgeven")
    assert isinstance(versie.termijn.duur, t.Getal)
    assert isinstance(versie.termijn.datum, t.Keten)
    assert isinstance(versie.voorwaarde, t.Naamtest)
    assert versie.gevolgregel.tekst == "normpremie"


def test_een_vaste_laatste_dag() -> None:
    plicht = blok(
        KOP + "    geldig altijd\n"
        '        Een Aanvrager moet "zijn inkomen doorgeven" uiterlijk op dd. 1-4-2025.\n'
    )
    (versie,) = plicht.versies
    assert versie.termijn.duur is None
    assert versie.termijn.datum.datum == date(2025, 4, 1)
    assert (versie.voorwaarde, versie.gevolgregel) == (None, None)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        (KOP + "    gewicht 1 €\n    geldig altijd\n" + ZIN, "VELD-WAARDE"),
        (KOP + "    gewicht -1\n    geldig altijd\n" + ZIN, "VELD-WAARDE"),
        (KOP + "    verschoonbaar soms\n    geldig altijd\n" + ZIN, "VELD-WAARDE"),
        (KOP + "    gewicht 1\n", "RG-GELDIG"),
        (KOP + "    geldig altijd\n", "RG-LEEG"),
        (KOP + "    geldig altijd\n        Een Aanvrager moet iets doen.\n", "ST-VERWACHT"),
        (KOP + "    geldig altijd\n" + ZIN.replace("normpremie", "nietbestaat"), "NM-ONBEKEND"),
        ("Bestuursorgaan de Dienst\n    soort fabriek\n", "VELD-WAARDE"),
        ("Regeling Wet x\n    uitvoering door de Onbekende\n", "NM-ONBEKEND"),
    ],
)
def test_fout(tekst: str, code: str) -> None:
    assert [d.code for d in lees(tekst).diagnostics] == [code]


TERUG = {
    "alles": KOP
    + "    bron artikel 17, Awir\n    verschoonbaar ja\n    gewicht 2\n    geldig altijd\n"
    + ZIN,
    "twee versies": KOP
    + '    geldig t/m 2024\n        Een Aanvrager moet "bellen".\n    geldig vanaf 2025\n'
    + ZIN,
    "een dag": KOP
    + '    geldig altijd\n        Een Aanvrager moet "x" uiterlijk op dd. 1-4-2025.\n',
    "orgaan": "Bestuursorgaan de Dienst Kleine Zaken\n    soort uitvoeringsorganisatie\n"
    "    onder de Dienst Toeslagen\n",
    "regeling": "Regeling Wet x\n    afkorting Wx\n    uitvoering door de Dienst Toeslagen\n",
    "middelen": "Uitkomst van een Aanvrager\n    voordeel de normpremie van de Aanvrager\n"
    "    middelen het toetsingsinkomen van de Aanvrager\n",
}


@pytest.mark.parametrize("soort", TERUG)
def test_terug_naar_tekst(soort: str) -> None:
    """What is written reads as the same block, and is written the same again."""
    eerste: Any = blok(TERUG[soort])
    geschreven = "\n".join(eigenblok(eerste)) + "\n"
    tweede: Any = blok(geschreven)
    assert tweede == eerste
    assert "\n".join(eigenblok(tweede)) + "\n" == geschreven


def test_een_lange_zin_past_op_de_regel() -> None:
    gelezen = ontleed([Source("x.regels", "Objecttype de Zaak\n    de datum\tDatum in dagen;\n"
        'Verplichting lang\n    geldig altijd\n        Een Zaak moet "' + "heel " * 12 + 'veel" '
        "binnen 4 wk na de datum van de Zaak.\n")])  # fmt: skip
    assert not gelezen.diagnostics
    regels = eigenblok(gelezen.value.blokken[-1])  # type: ignore[arg-type]
    assert max(map(len, regels)) <= 100


def test_een_tweede_aanname_verdringt_de_eerste_niet() -> None:
    tekst = KOP + '    bron onbevestigd: "een"\n    bron onbevestigd: "twee"\n'
    plicht = blok(tekst + "    geldig altijd\n" + ZIN)
    assert plicht.herkomst.onbevestigd == ("een", "twee")
