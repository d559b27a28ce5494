"""Two laws over the same households. All figures are done by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.bevolking.stapwet import VIJF, bron, draaier, draaier_van, rij, wettekst
from wetsanalyse.bevolking.draaien import Draaier
from wetsanalyse.bevolking.loop import Eindstand, draai
from wetsanalyse.bevolking.netto import SAMEN
from wetsanalyse.bevolking.schrijven import begin, maak_af
from wetsanalyse.bevolking.tellen import Stand
from wetsanalyse.bevolking.verenigen import verenig
from wetsanalyse.bevolking.vergelijken import Aard, Wetvergelijking, vergelijking
from wetsanalyse.report.cijfers import cijfers
from wetsanalyse.report.vergelijkvorm import beter_slechter

RUIMER = {"basis": 320, "grens": 400}
"""Twenty euro more for all, and nothing for who has more than 400 euro of wealth."""


def werk(oud: Draaier, nieuw: Draaier) -> Wetvergelijking:
    gevonden = vergelijking(oud, nieuw)
    assert gevonden.value is not None, gevonden.diagnostics
    return gevonden.value


def vergeleken(
    map_: Path, oud: Draaier, nieuw: Draaier, rijen: Sequence[dict[str, Any]] = VIJF,
    per_blok: int = 1000, uit: Path | None = None,
) -> Eindstand:  # fmt: skip
    vorm = verenig(oud.vorm, nieuw.vorm)
    assert vorm.value is not None, vorm.diagnostics
    bron_, indeling = bron(map_, rijen, vorm.value)
    uitvoer = None
    if uit is not None:
        uitvoer = begin(uit, {"bron": "a", "wet": "b", "rekendatum": "c", "opties": "d"}).value
    eind = draai(
        werk(oud, nieuw), vorm.value, bron_, indeling, uitvoer, draden=1, per_blok=per_blok
    )
    if uitvoer is not None:
        maak_af(uitvoer, eind.blokken)
    return eind


def stand(eind: Eindstand, wat: str, *groep: str) -> Stand:
    return eind.telling.groepen[groep].standen[wat]


def test_winst_en_verlies_met_de_hand(tmp_path: Path) -> None:
    """1,5 lose 300 (too wealthy now), 2 gain 20, 10 lose their last 0,30; the rest is equal or has
    nothing in either."""
    eind = vergeleken(tmp_path, draaier(), draaier(**RUIMER))
    t, s = eind.telling, stand(eind, "steun (verschil)")
    assert [t.aantal(n) for n in (s.boven, s.onder, s.nul, s.leeg)] == [
        2, Fraction("11.5"), 1, Fraction("0.25")
    ]  # fmt: skip
    assert t.bedrag(s.som_boven) == 40
    assert t.bedrag(s.som_onder) == -453
    assert (s.hoogst, s.laagst) == (20, -300)
    assert t.bedrag(stand(eind, "steun (oud)").som) == Fraction("1052.4")
    assert t.bedrag(stand(eind, "steun (nieuw)").som) == Fraction("639.4")
    assert t.bedrag(stand(eind, "steun (verschil)", "zuid").som) == 37  # 2 x 20 - 10 x 0,30


def test_een_wet_met_zichzelf_verandert_niets(tmp_path: Path) -> None:
    eind = vergeleken(tmp_path, draaier(), draaier())
    s = stand(eind, "steun (verschil)")
    assert (s.boven.rijen, s.onder.rijen, s.som, s.nul.rijen) == (0, 0, 0, 4)


@pytest.mark.parametrize("per_blok", [1, 2, 5])
def test_blokken_maken_niet_uit(tmp_path: Path, per_blok: int) -> None:
    heel = vergeleken(tmp_path, draaier(), draaier(**RUIMER))
    stukken = vergeleken(tmp_path, draaier(), draaier(**RUIMER), per_blok=per_blok)
    assert stukken.telling == heel.telling


def test_per_huishouden_in_een_bestand(tmp_path: Path) -> None:
    """The change of each household stands beside what it was and is; nothing in either is null."""
    uit = tmp_path / "uit.parquet"
    vergeleken(tmp_path, draaier(), draaier(**RUIMER), uit=uit)
    geschreven = pq.read_table(uit)
    assert [str(w) for w in geschreven.column("steun (verschil)").to_pylist()] == [
        "-300.00", "20.00", "None", "-0.30", "0.00"
    ]  # fmt: skip
    assert [str(w) for w in geschreven.column("steun (oud)").to_pylist()][:2] == [
        "300.00", "299.70"
    ]  # fmt: skip
    assert geschreven.column("steun (nieuw)").null_count == 3


def test_een_nieuwe_heffing_telt_als_nadeel(tmp_path: Path) -> None:
    """A levy of 24 a year above 450 euro of wealth. It is there in one law only, so it is nothing
    in the other; more of it is worse."""
    oud, nieuw = draaier(), draaier(heffing=True)
    gevonden = vergelijking(oud, nieuw)
    assert [m.code for m in gevonden.diagnostics] == ["BEV-UITKOMST-EEN"]
    assert gevonden.value is not None
    heffing = next(p for p in gevonden.value.paren if p.naam == "heffing")
    assert heffing.aard is Aard.NADEEL
    assert beter_slechter(heffing) == ("onder", "boven")
    eind = vergeleken(tmp_path, oud, nieuw)
    t = eind.telling
    # 1,5 with 500, 0,25 with 501 and 10 with 500 euro of wealth pay it: 2 a month
    assert t.bedrag(stand(eind, "heffing (verschil)").som) == Fraction("23.5")
    samen = stand(eind, f"{SAMEN} (verschil)")
    assert t.bedrag(samen.som) == -282  # 11,75 x 24
    assert t.aantal(samen.onder) == Fraction("11.75")


# ------------------------------------------------------------------ columns


MET_KOLOM = wettekst().replace(
    "    het meerinkomen", "    is ziek	kenmerk (bijvoeglijk);\n    het meerinkomen"
).replace(
    "        indien zijn vermogen kleiner of gelijk is aan 500 €.",
    "        indien hij aan alle volgende voorwaarden voldoet:\n"
    "            • zijn vermogen is kleiner of gelijk aan 500 €\n"
    "            • hij is ziek.",
)  # fmt: skip


def test_elke_wet_krijgt_haar_eigen_kolommen() -> None:
    nieuw = draaier_van(MET_KOLOM)
    gevonden = verenig(draaier().vorm, nieuw.vorm)
    assert gevonden.value is not None
    assert [(m.code, m.bericht) for m in gevonden.diagnostics] == [
        ("BEV-KOLOM-EEN", "de kolom “is ziek” is alleen voor NIEUW")
    ]
    assert {v.naam for v in gevonden.value.velden.nodig} == {"inkomen", "vermogen", "is ziek"}


def test_een_ander_soort_kolom_gaat_niet_samen() -> None:
    anders = wettekst().replace(
        "het vermogen	Numeriek (geheel getal)",
        "het vermogen	Numeriek (getal met 2 decimalen)",
    )
    gevonden = verenig(draaier().vorm, draaier_van(anders).vorm)
    assert gevonden.value is None
    (melding,) = gevonden.fouten
    assert melding.code == "BEV-VERGELIJK-SOORT"
    assert "“vermogen”" in melding.bericht


def test_een_strenger_bereik_geldt_voor_beide() -> None:
    """What one law excludes cannot be compared, so it is set aside."""
    strenger = wettekst().replace(
        "het vermogen	Numeriek (geheel getal)",
        "het vermogen	Numeriek (niet-negatief geheel getal)",
    )
    gevonden = verenig(draaier().vorm, draaier_van(strenger).vorm)
    assert gevonden.value is not None
    bereik = {v.naam: v.type.bereik for v in gevonden.value.velden.nodig}
    assert bereik == {"inkomen": "niet-negatief", "vermogen": "niet-negatief"}


def test_wetten_over_iets_anders_gaan_niet_samen() -> None:
    anders = draaier_van(wettekst().replace("Burger", "Inwoner").replace("burger", "inwoner"))
    gevonden = verenig(draaier().vorm, anders.vorm)
    assert [m.code for m in gevonden.fouten] == ["BEV-VERGELIJK-WORTEL"]


def test_een_uitkomst_in_een_andere_eenheid_gaat_niet_samen() -> None:
    steun = "de steun	Numeriek (niet-negatief getal met 2 decimalen) met eenheid"
    maand = (
        wettekst()
        .replace(f"{steun} €/jr", f"{steun} €/mnd")
        .replace(
            "moet berekend worden als\n"
            "        300 €/jr min 30% van zijn meerinkomen, met een minimum van 0 €/jr",
            "moet gesteld worden op 20 €/mnd",
        )
    )
    gevonden = vergelijking(draaier(), draaier_van(maand))
    assert gevonden.value is None
    assert [m.code for m in gevonden.fouten] == ["BEV-VERGELIJK-SOORT"]


# ------------------------------------------------------------------ few people


def test_weinig_verliezers_blijven_verborgen(tmp_path: Path) -> None:
    """Nine lose, so nothing is told of them, nor of those that would give them away."""
    rijen = [rij(1000, 450)] * 9 + [rij(1000, 0)] * 30 + [rij(9000, 0)] * 20
    eind = vergeleken(tmp_path, draaier(), draaier(**RUIMER), rijen)
    paar = werk(draaier(), draaier(**RUIMER)).paren[0]
    maten = [paar.maat(wat) for wat in ("oud", "nieuw", "verschil")]
    c = cijfers(eind.telling, maten)
    assert c.tekst((), maten[2], "onder") == "te weinig"
    assert c.tekst((), maten[2], "nul") == "niet getoond"
    assert c.waarde((), maten[2], "boven") == 30
    assert c.bedrag((), maten[2]) is None
    assert c.uiterste(maten[2], "onder") is None
    tien = vergeleken(tmp_path, draaier(), draaier(**RUIMER), [rij(1000, 450), *rijen])
    c = cijfers(tien.telling, maten)
    assert c.waarde((), maten[2], "onder") == 10
    assert c.bedrag((), maten[2]) == -2400  # 10 x -300 + 30 x 20
