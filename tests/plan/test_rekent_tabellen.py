"""Decision tables, computed: each row is a rule of its own. [7]"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.plan.proef import LEEG, dag, foutcode, uitslag, waarde


def tabel(*regels: str, geldig: str = "altijd", naam: str = "proef") -> str:
    kop, *rijen = regels
    kolommen = "\n".join([kop, "|" + "---|" * (kop.count("|") - 1), *rijen])
    return f"Beslistabel {naam}\n    bron artikel 1 Wop\n    geldig {geldig}\n{kolommen}\n"


TELLING = "| | de telling van een Aanvrager moet gesteld worden op | {} |"


def telling(tekst: str, **invoer: Any) -> Any:
    return waarde("A", "telling", tekst, invoer={("A", k): w for k, w in invoer.items()})


@pytest.mark.constructie("R-248", stap="rekent")
def test_wanneer_een_tabel_geldt() -> None:
    kop = TELLING.format("indien zijn leeftijd kleiner is dan")
    oud = tabel(kop, "| 1 | 4 | 21 jr |", geldig="t/m 2023")
    nieuw = tabel(kop, "| 1 | 5 | 18 jr |").split("\n", 2)[2].replace("altijd", "vanaf 1-7-2024")
    for leeftijd, verwacht in ((17, [4, LEEG, 5]), (18, [4, LEEG, LEEG]), (21, [LEEG] * 3)):
        invoer = {("A", "leeftijd"): leeftijd}
        dagen = (date(2023, 12, 31), date(2024, 6, 30), date(2024, 7, 1))
        gevonden = [waarde("A", "telling", oud + nieuw, op=op, invoer=invoer) for op in dagen]
        assert gevonden == verwacht, leeftijd


@pytest.mark.constructie("R-252", stap="rekent")
def test_een_kolom_die_een_kenmerk_toetst() -> None:
    tekst = tabel(
        TELLING.format("indien hij verzekerd is | indien hij een student is"),
        "| 1 | 1 | waar | waar |",
        "| 2 | 2 | waar | onwaar |",
        "| 3 | 3 | onwaar | n.v.t. |",
    )
    assert telling(tekst, verzekerd=True, student=True) == 1
    assert telling(tekst, verzekerd=True) == 2
    # Not known is not true; of an uninsured one row 3 asks no more.
    assert telling(tekst) == telling(tekst, student=True) == 3


@pytest.mark.constructie("R-252", stap="rekent")
def test_een_kolom_over_een_bezittelijk_kenmerk_en_een_ontkenning() -> None:
    tekst = tabel(
        TELLING.format("indien hij recht op steun heeft | indien hij niet verzekerd is"),
        "| 1 | 1 | waar | waar |",
        "| 2 | 2 | waar | onwaar |",
    )
    assert telling(tekst, **{"recht op steun": True}) == 1
    assert telling(tekst, **{"recht op steun": True, "verzekerd": True}) == 2
    assert telling(tekst) is LEEG


@pytest.mark.constructie("R-254", stap="rekent")
@pytest.mark.parametrize(
    ("leefvorm", "gelijk", "ongelijk"),
    [("alleen", 1, LEEG), ("samen", 1, LEEG), ("gezin", LEEG, 1), (LEEG, LEEG, 1)],
)
def test_een_opsomming_in_een_cel(leefvorm: Any, gelijk: Any, ongelijk: Any) -> None:
    rij = "| 1 | 1 | 'alleen' of 'samen' |"
    kop = TELLING.format("indien zijn leefvorm {} is aan")
    gevonden = [
        telling(tabel(kop.format(vorm), rij), leefvorm=leefvorm) for vorm in ("gelijk", "ongelijk")
    ]
    assert gevonden == [gelijk, ongelijk]


@pytest.mark.constructie("R-254", stap="rekent")
def test_een_opsomming_van_drie_getallen() -> None:
    tekst = tabel(
        TELLING.format("indien zijn cijfer gelijk is aan"), "| 1 | 1 | 2, 5 of 7 |", "| 2 | 9 | 6 |"
    )
    gevonden = [telling(tekst, cijfer=n) for n in range(1, 9)]
    assert gevonden == [LEEG, 1, LEEG, LEEG, 1, 9, 1, LEEG]


MEER = (
    "| | indien zijn leeftijd groter of gelijk is aan "
    "| de schuld van een Aanvrager moet gesteld worden op | een Aanvrager heeft recht op steun "
    "| indien zijn leeftijd kleiner is dan | de telling van een Aanvrager moet gesteld worden op |"
)
RIJEN = ("| 1 | n.v.t. | 10 € | n.v.t. | 18 jr | 1 |", "| 2 | 18 jr | 20 € | waar | 67 jr | 2 |")


@pytest.mark.constructie("R-255", stap="rekent")
@pytest.mark.parametrize(
    ("leeftijd", "schuld", "recht", "aantal"),
    [
        (17, 10, False, 1),
        (18, 20, True, 2),
        (66, 20, True, 2),
        (67, LEEG, False, LEEG),
    ],
)
def test_meer_uitkomsten_tussen_de_voorwaarden(
    leeftijd: int, schuld: Any, recht: bool, aantal: Any
) -> None:
    uit = uitslag(tabel(MEER, *RIJEN), invoer={("A", "leeftijd"): leeftijd})
    gevonden = [uit.waarde("A", e) for e in ("schuld", "recht op steun", "telling")]
    assert gevonden == [schuld, recht, aantal]


@pytest.mark.constructie("R-255", stap="rekent")
def test_een_andere_volgorde_van_kolommen_en_rijen_geeft_hetzelfde() -> None:
    def geschud(rij: str) -> str:
        nummer, *cellen = rij.strip("|").split("|")
        return "|" + "|".join([nummer, *reversed(cellen)]) + "|"

    recht = tabel(MEER, *RIJEN)
    andersom = tabel(*(geschud(r) for r in (MEER, *reversed(RIJEN))))
    assert andersom != recht
    for leeftijd in (17, 18, 66, 67):
        uitkomsten = []
        for tekst in (recht, andersom):
            uit = uitslag(tekst, invoer={("A", "leeftijd"): leeftijd})
            uitkomsten.append([uit.waarde("A", e) for e in ("schuld", "recht op steun", "telling")])
        assert uitkomsten[0] == uitkomsten[1], leeftijd


@pytest.mark.constructie("R-256", stap="rekent")
def test_rijen_die_overlappen_botsen_alleen_waar_ze_allebei_gelden() -> None:
    """No row goes before another: only if both say the same there is one answer. [7]"""
    kop = TELLING.format("indien zijn leeftijd groter is dan")
    botst = tabel(kop, "| 1 | 5 | 18 jr |", "| 2 | 6 | 65 jr |")
    assert [telling(botst, leeftijd=n) for n in (18, 19, 65)] == [LEEG, 5, 5]
    assert foutcode(telling(botst, leeftijd=66)) == "BOTSING"
    zelfde = tabel(kop, "| 1 | 5 | 18 jr |", "| 2 | 5 | 65 jr |")
    assert telling(zelfde, leeftijd=66) == 5


@pytest.mark.constructie("R-248", "R-254", stap="rekent")
def test_een_datum_en_een_waarde_van_een_ander_in_een_cel() -> None:
    tekst = tabel(
        "| | de schuld van een Aanvrager moet gesteld worden op "
        "| indien zijn geboortedatum eerder is dan | indien zijn telling gelijk is aan |",
        "| 1 | het tegoed van zijn partner maal 2 | dd. 1-1-2000 | 3 of zijn cijfer |",
    )
    invoer = {
        ("A", "geboortedatum"): dag(1999, 12, 31), ("A", "telling"): 4, ("A", "cijfer"): 4,
        ("B", "tegoed"): 11,
    }  # fmt: skip

    def schuld(**anders: Any) -> Any:
        return waarde(
            "A", "schuld", tekst, invoer=invoer | {("A", k): w for k, w in anders.items()}
        )

    assert schuld() == schuld(telling=3) == 22
    assert schuld(cijfer=5) is LEEG
    assert schuld(geboortedatum=dag(2000, 1, 1)) is LEEG
