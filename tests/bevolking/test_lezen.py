"""From rows to blocks: what is good is exactly what was meant; the rest is set aside and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.analyses.voorbeeld import wet
from tests.bevolking.proefwet import als_bron, lees_alles, open_goed, redenen, rij, tabel, vorm
from wetsanalyse.bevolking.indeling import leg_naast
from wetsanalyse.bevolking.lezen import Gelezen, lees
from wetsanalyse.bevolking.opzij import kort
from wetsanalyse.bevolking.vorm import vorm_van
from wetsanalyse.plan.ops import LEEG

PARTNER = pa.struct([("huur", pa.decimal128(10, 2))])


def een(map_: Path, *rijen: dict[str, Any], **typen: pa.DataType) -> Gelezen:
    (gelezen,) = lees_alles(als_bron(tabel(*rijen, **typen), map_))
    return gelezen


def waarden(gelezen: Gelezen, naam: str) -> list[Any]:
    """A column of the row itself, as the exact interpreter would see it."""
    veld = next(v for v in vorm().velden.nodig if v.naam == naam)
    kolom = gelezen.blok.wortel[veld.eigenschap]
    return [kolom.waarde(i, veld.type) for i in range(len(kolom))]


# ------------------------------------------------------------------ what is meant


def test_elke_soort_waarde(tmp_path: Path) -> None:
    vol = rij(huishouden=7, huur=Decimal("12.50"), schuld=Decimal("-3.25"), aandeel=Decimal("12.5"))
    leeg = dict.fromkeys(vol) | {"huishouden": 8, "kinderen": []}
    gelezen = een(tmp_path, vol, leeg)
    assert gelezen.weg == 0
    assert gelezen.rijen.tolist() == [1, 2]
    assert gelezen.sleutels is not None
    assert gelezen.sleutels.to_pylist() == [7, 8]
    assert waarden(gelezen, "inkomen") == [Fraction(20_000), LEEG]
    assert waarden(gelezen, "huur") == [Fraction(25, 2), LEEG]
    assert waarden(gelezen, "schuld") == [Fraction(-13, 4), LEEG]
    assert waarden(gelezen, "aandeel") == [Fraction(1, 8), LEEG]  # per cents
    assert waarden(gelezen, "woonvorm") == ["huur", LEEG]
    assert waarden(gelezen, "postcode") == ["1234", LEEG]
    assert waarden(gelezen, "uitstel") == [True, LEEG]
    assert waarden(gelezen, "ingangsdatum") == [date(2024, 1, 1).toordinal(), LEEG]
    assert waarden(gelezen, "is verzekerd") == [True, False]  # a kenmerk is never leeg


def test_wie_er_is(tmp_path: Path) -> None:
    kind = {"geboortedatum": date(2020, 2, 3), "leeftijd in jaren": 5}
    gelezen = een(
        tmp_path,
        rij(partner={"huur": Decimal("1.00")}, kinderen=[kind, kind]),
        rij(),
        rij(partner={"huur": None}, kinderen=[kind]),
    )
    partner = gelezen.blok.enkel["partner"]
    assert partner.aanwezig.tolist() == [True, False, True]
    assert partner.kolommen["huur"].waarden.tolist() == [100, 0, 0]
    assert partner.kolommen["huur"].leeg is not None
    assert partner.kolommen["huur"].leeg.tolist() == [False, True, True]
    kinderen = gelezen.blok.veel["kind"]
    assert kinderen.grenzen.tolist() == [0, 2, 2, 3]
    assert kinderen.kolommen["leeftijd in jaren"].waarden.tolist() == [5, 5, 5]


def test_een_lege_kolom_is_van_niemand(tmp_path: Path) -> None:
    inhoud = tabel(rij(partner=None, kinderen=None, inkomen=None, woonvorm=None),
                   partner=pa.null(), kinderen=pa.null(), inkomen=pa.null(),
                   woonvorm=pa.null())  # fmt: skip
    (gelezen,) = lees_alles(als_bron(inhoud, tmp_path))
    assert gelezen.blok.enkel["partner"].aanwezig.tolist() == [False]
    assert set(gelezen.blok.enkel["partner"].kolommen) == {"huur"}
    assert gelezen.blok.veel["kind"].grenzen.tolist() == [0, 0]
    assert set(gelezen.blok.veel["kind"].kolommen) == {"geboortedatum", "leeftijd in jaren"}
    assert waarden(gelezen, "inkomen") == [LEEG]
    assert waarden(gelezen, "woonvorm") == [LEEG]


def test_gewicht_en_groepen(tmp_path: Path) -> None:
    inhoud = tabel(
        rij(gewicht=Decimal("12.50"), regio="Noord"), rij(gewicht=Decimal(0), regio=None)
    )
    (gelezen,) = lees_alles(als_bron(inhoud, tmp_path), ("Regio",))
    assert gelezen.gewichten is not None
    gewicht = gelezen.gewichten
    assert [Fraction(int(w), gewicht.schaal) for w in gewicht.waarden] == [Fraction(25, 2), 0]
    assert gelezen.groepen["Regio"].to_pylist() == ["Noord", None]


def test_nul_rijen(tmp_path: Path) -> None:
    assert lees_alles(als_bron(tabel(), tmp_path)) == []


# ------------------------------------------------------------------ both sides of every fault

GRENZEN: list[tuple[str, Any, pa.DataType | None, Any, Any]] = [
    # column, value, type of the file; what is good beside it, what is not
    ("huur", None, None, Decimal("0.00"), Decimal("-0.01")),
    ("inkomen", None, pa.float64(), 3.0, 3.5),
    ("inkomen", None, pa.float64(), 2.0**52, float("nan")),
    ("inkomen", None, pa.float64(), 1.0, float("inf")),
    ("inkomen", None, pa.uint64(), 2**63 - 1, 2**63),
    ("inkomen", None, pa.decimal128(20, 2), Decimal("5.00"), Decimal("5.01")),
    ("huur", None, pa.decimal128(20, 3), Decimal("5.010"), Decimal("5.001")),
    ("huur", None, pa.int64(), (2**63 - 1) // 100, (2**63 - 1) // 100 + 1),
    ("woonvorm", None, None, "Koop", "kraak"),
    ("ingangsdatum", None, pa.timestamp("ms"), 86_400_000, 86_400_001),
]


@pytest.mark.parametrize(("naam", "_", "soort", "goed", "fout"), GRENZEN)
def test_aan_beide_kanten_van_een_grens(
    naam: str, _: Any, soort: pa.DataType | None, goed: Any, fout: Any, tmp_path: Path
) -> None:
    typen = {} if soort is None else {naam: soort}
    gelezen = een(tmp_path, rij(**{naam: fout}), rij(**{naam: goed}), rij(**{naam: None}), **typen)
    assert [(r, k) for r, k, _ in redenen([gelezen])] == [(1, naam)]
    assert gelezen.rijen.tolist() == [2, 3]
    assert (gelezen.weg, gelezen.blok.n) == (1, 2)


@pytest.mark.parametrize(("dag", "goed"), [(date(2025, 6, 1), True), (date(2025, 6, 2), False)])
def test_een_geboorte_na_de_rekendatum(dag: date, goed: bool, tmp_path: Path) -> None:
    kind = {"geboortedatum": dag, "leeftijd in jaren": 0}
    gelezen = een(tmp_path, rij(kinderen=[kind]))
    assert gelezen.weg == (not goed)
    assert not goed or redenen([gelezen]) == []


@pytest.mark.parametrize(("dag", "goed"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)])
def test_een_wet_die_ongeborenen_meetelt_zegt_tot_wanneer(
    dag: date, goed: bool, tmp_path: Path
) -> None:
    """The Invoerbereik of the kindgebonden budget runs to the end of the year."""
    kgb = vorm_van(wet("kindgebonden-budget")[0].model, date(2025, 1, 1)).value
    assert kgb is not None
    inhoud = pa.table({
        "toetsingsinkomen": [1], "vermogen": [0], "toeslagpartner": pa.nulls(1),
        "kinderen": [[{"geboortedatum": dag}]],
    })  # fmt: skip
    (gelezen,) = lees_alles(als_bron(inhoud, tmp_path), voor=kgb)
    assert gelezen.weg == (not goed)


@pytest.mark.parametrize(("jaren", "goed"), [(0, True), (-1, False)])
def test_een_negatieve_leeftijd(jaren: int, goed: bool, tmp_path: Path) -> None:
    """The type of the attribute allows it; life does not."""
    kind = {"geboortedatum": date(2020, 1, 1), "leeftijd in jaren": jaren}
    assert een(tmp_path, rij(kinderen=[kind])).weg == (not goed)


def test_een_fout_bij_een_kind_houdt_het_huishouden_tegen(tmp_path: Path) -> None:
    goed = {"geboortedatum": date(2020, 1, 1), "leeftijd in jaren": 5}
    fout = {"geboortedatum": date(2031, 1, 1), "leeftijd in jaren": -5}
    gelezen = een(tmp_path, rij(kinderen=[goed]), rij(kinderen=[goed, fout]), rij(),
                  rij(kinderen=[goed, goed]))  # fmt: skip
    assert gelezen.rijen.tolist() == [1, 3, 4]
    assert gelezen.blok.veel["kind"].grenzen.tolist() == [0, 1, 1, 3]
    assert [(r, k) for r, k, _ in redenen([gelezen])] == [
        (2, "kinderen.geboortedatum"), (2, "kinderen.leeftijd in jaren"),
    ]  # fmt: skip


def test_een_fout_bij_iemand_die_er_niet_is_telt_niet(tmp_path: Path) -> None:
    """In a struct that is null anything may stand."""
    partner = pa.StructArray.from_arrays(
        [pa.array([-1.0, -1.0])], fields=list(pa.struct([("huur", pa.float64())])),
        mask=pa.array([True, False]),
    )  # fmt: skip
    inhoud = tabel(rij(), rij())
    inhoud = inhoud.set_column(inhoud.column_names.index("partner"), "partner", partner)
    (gelezen,) = lees_alles(als_bron(inhoud, tmp_path))
    assert [(r, k) for r, k, _ in redenen([gelezen])] == [(2, "partner.huur")]


def test_lijsten_die_er_niet_zijn(tmp_path: Path) -> None:
    kind = {"geboortedatum": date(2020, 1, 1), "leeftijd in jaren": 5}
    gelezen = een(tmp_path, rij(kinderen=None), rij(kinderen=[None]), rij(kinderen=[kind]))
    assert [(r, k) for r, k, _ in redenen([gelezen])] == [(1, "kinderen"), (2, "kinderen")]
    assert gelezen.blok.veel["kind"].grenzen.tolist() == [0, 1]


@pytest.mark.parametrize(("leden", "goed"), [(1, True), (0, False)])
def test_een_huis_zonder_mensen(leden: int, goed: bool, tmp_path: Path) -> None:
    woning = vorm_van(wet("bijstand-kostendelersnorm")[0].model, date(2025, 1, 1)).value
    assert woning is not None
    mens = {"geboortedatum": date(1990, 1, 1), "ontvanger van bijstand": True,
            "is studerend": False, "is zakelijk inwonend": False}  # fmt: skip
    soort = pa.list_(
        pa.struct(
            [
                ("geboortedatum", pa.date32()),
                *[(n, pa.bool_()) for n in mens if n != "geboortedatum"],
            ]
        )
    )
    inhoud = pa.table({"bewoners": pa.array([[mens] * leden], soort)})
    (gelezen,) = lees_alles(als_bron(inhoud, tmp_path), voor=woning)
    assert [reden for _, _, reden in redenen([gelezen])] == (
        [] if goed else ["in dit huishouden is niemand"]
    )


@pytest.mark.parametrize(("gewicht", "goed"), [(Decimal("0.00"), True), (Decimal("-0.01"), False),
                                               (None, False)])  # fmt: skip
def test_een_gewicht(gewicht: Decimal | None, goed: bool, tmp_path: Path) -> None:
    assert een(tmp_path, rij(gewicht=gewicht)).weg == (not goed)


# ------------------------------------------------------------------ keys


@pytest.mark.parametrize("per_blok", [1, 2, 3, 100])
@pytest.mark.parametrize(("sleutels", "dubbel"), [
    ([1, 2, 3, 4, 5], []), ([1, 2, 2, 3, 3], [3, 5]), ([5, 1, 4, 1, 5], [4, 5]),
    ([1, 2, 3, 2, 1], [4, 5]), ([9, 8, 7, 6, 9], [5]), ([3, 3, 1, 2, 3], [2, 5]),
])  # fmt: skip
def test_een_sleutel_die_er_al_was(
    sleutels: list[int], dubbel: list[int], per_blok: int, tmp_path: Path
) -> None:
    """Sorted or not, in whatever batch the first of the two stood; also as text."""
    for soort in (pa.int64(), pa.string()):
        rijen = [rij(huishouden=s if soort == pa.int64() else f"h{s}") for s in sleutels]
        bron = als_bron(tabel(*rijen, huishouden=soort), tmp_path)
        delen = lees_alles(bron, per_blok=per_blok)
        assert [r for r, _, _ in redenen(delen)] == dubbel
        assert sum(d.blok.n for d in delen) == 5 - len(dubbel)


def test_een_rij_zonder_sleutel(tmp_path: Path) -> None:
    gelezen = een(tmp_path, rij(huishouden=None), rij(huishouden=1), rij(huishouden=None))
    assert [r for r, _, _ in redenen([gelezen])] == [1, 3]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sleutels=st.lists(st.integers(0, 30), min_size=1, max_size=60), per_blok=st.integers(1, 20))
def test_sleutels_in_elke_volgorde(sleutels: list[int], per_blok: int, tmp_path: Path) -> None:
    bron = als_bron(tabel(*[rij(huishouden=s) for s in sleutels], huishouden=pa.int64()), tmp_path)
    hoort = [n for n, s in enumerate(sleutels, 1) if s in sleutels[: n - 1]]
    assert [r for r, _, _ in redenen(lees_alles(bron, per_blok=per_blok))] == hoort


# ------------------------------------------------------------------ nothing vanishes

GEGEVEN = st.tuples(
    st.one_of(st.none(), st.floats(-10, 10), st.sampled_from([1.0, float("nan")])),
    st.one_of(st.none(), st.sampled_from(["huur", "koop", "tent"])),
    st.integers(0, 3),
)
"""An income, a form of living, how many children."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gegeven=st.lists(GEGEVEN, min_size=1, max_size=30), per_blok=st.integers(1, 12))
def test_elke_rij_is_ergens(
    gegeven: list[tuple[float | None, str | None, int]], per_blok: int, tmp_path: Path
) -> None:
    kind = {"geboortedatum": date(2020, 1, 1), "leeftijd in jaren": 5}
    rijen = [rij(inkomen=i, woonvorm=w, kinderen=[kind] * k) for i, w, k in gegeven]
    delen = lees_alles(als_bron(tabel(*rijen, inkomen=pa.float64()), tmp_path), per_blok=per_blok)
    goed = np.concatenate([d.rijen for d in delen]).tolist()
    weg = {r for r, _, _ in redenen(delen)}
    assert sorted([*goed, *weg]) == list(range(1, len(rijen) + 1))
    assert sum(d.weg for d in delen) == len(weg)
    for deel in delen:
        kinderen = np.diff(deel.blok.veel["kind"].grenzen).tolist()
        assert kinderen == [gegeven[nummer - 1][2] for nummer in deel.rijen]


def test_klare_stukken_worden_overgeslagen_en_tellen_mee(tmp_path: Path) -> None:
    """A key in a batch that is not read again still counts as seen."""
    sleutels = [1, 2, 3, 4, 2, 6]
    bron = als_bron(tabel(*[rij(huishouden=s) for s in sleutels]), tmp_path)
    indeling = leg_naast(vorm(), bron).value
    assert indeling is not None
    delen = list(lees(bron, vorm(), indeling, 2, klaar={0, 1}))
    assert [d.nummer for d in delen] == [2]
    assert [r for r, _, _ in redenen(delen)] == [5]
    assert delen[0].rijen.tolist() == [6]


# ------------------------------------------------------------------ text

KOP = (
    "huishouden;inkomen;huur;schuld;aandeel;woonvorm;postcode;uitstel;ingangsdatum;"
    "is verzekerd;partner;partner.huur"
)


def csv(map_: Path, *regels: str) -> Gelezen:
    """A flat table; the many stand in a table of their own, so here there are none."""
    pad = map_ / "t.csv"
    pad.write_text("\n".join([KOP, *regels]) + "\n")
    (gelezen,) = lees_alles(open_goed(str(pad)), voor=replace(vorm(), rollen=vorm().enkel))
    return gelezen


def test_een_platte_tabel(tmp_path: Path) -> None:
    gelezen = csv(
        tmp_path,
        "a;1200;12,5;-3;12,5;Huur;0123;ja;2024-01-01;1;ja;1,05",
        "b;;;;;;;;;;nee;1.05",
        "c;x;-1;;60;tent;;wie weet;31-2-2024;;ja;1.05",
    )
    assert waarden(gelezen, "inkomen") == [Fraction(1200), LEEG]
    assert waarden(gelezen, "huur") == [Fraction(25, 2), LEEG]
    assert waarden(gelezen, "aandeel") == [Fraction(1, 8), LEEG]
    assert waarden(gelezen, "woonvorm") == ["huur", LEEG]
    assert waarden(gelezen, "postcode") == ["0123", LEEG]
    assert waarden(gelezen, "uitstel") == [True, LEEG]
    assert gelezen.blok.enkel["partner"].aanwezig.tolist() == [True, False]
    assert gelezen.blok.enkel["partner"].kolommen["huur"].waarden[0] == 105
    assert sorted(k for r, k, _ in redenen([gelezen])) == [
        "huur", "ingangsdatum", "inkomen", "partner.huur", "uitstel", "woonvorm",
    ]  # fmt: skip
    assert {r["waarde"] for r in gelezen.opzij.to_pylist()} == {
        "x", "-1", "tent", "wie weet", "31-2-2024", "1.05",
    }  # fmt: skip


def test_een_platte_tabel_mag_ook_parquet_zijn(tmp_path: Path) -> None:
    """A point in the name of a column is just a point there."""
    inhoud = tabel(rij(), rij(), rij()).drop_columns(["partner", "kinderen"])
    inhoud = inhoud.append_column("Partner", pa.array([True, False, None]))
    inhoud = inhoud.append_column("partner.huur", pa.array([1.5, -9.0, 2.5]))
    bron = als_bron(inhoud, tmp_path)
    (gelezen,) = lees_alles(bron, voor=replace(vorm(), rollen=vorm().enkel))
    assert gelezen.weg == 0  # what stands beside nobody counts for nothing
    assert gelezen.blok.enkel["partner"].aanwezig.tolist() == [True, False, False]
    assert gelezen.blok.enkel["partner"].kolommen["huur"].waarden[0] == 150


def test_de_vorm_van_het_bestand_maakt_niet_uit(tmp_path: Path) -> None:
    """The same households from Parquet, packed in different ways, give the same block."""
    kind = {"geboortedatum": date(2020, 1, 1), "leeftijd in jaren": 5}
    rijen = [rij(huishouden=n, inkomen=n, kinderen=[kind] * (n % 3)) for n in range(20)]
    inhoud = tabel(*rijen)
    pad = tmp_path / "a.parquet"
    blokken = []
    for opties in ({}, {"row_group_size": 3}, {"compression": "zstd", "use_dictionary": False}):
        pq.write_table(inhoud, pad, **opties)
        (gelezen,) = lees_alles(open_goed(str(pad)))
        blokken.append(gelezen)
    for ander in blokken[1:]:
        assert waarden(ander, "inkomen") == waarden(blokken[0], "inkomen")
        gelijk = ander.blok.veel["kind"].grenzen == blokken[0].blok.veel["kind"].grenzen
        assert gelijk.all()


def test_een_dag_buiten_de_kalender_staat_er_in_het_nederlands() -> None:
    dagen = pa.array([99_999_999, 0], pa.int32()).cast(pa.date32())
    assert kort(dagen).to_pylist() == ["99999999 (geen dag in de kalender)", "1970-01-01"]
