"""One step more: what it costs, and who stands beside a klif. All figures are done by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.bevolking.stapwet import VIJF, bron, draaier, rij
from wetsanalyse.bevolking.draaien import Draaier
from wetsanalyse.bevolking.kliffen import Drukmeting, Klifmeting, gebrek
from wetsanalyse.bevolking.loop import Doorrekening, Nevenmeting, draai
from wetsanalyse.bevolking.netto import bijdragen
from wetsanalyse.bevolking.tellen import Maat, Stand, Tal, Telling
from wetsanalyse.bevolking.verschuiven import Verschuiving, lees_verschuiving, verschuif
from wetsanalyse.report.klassen import drukklassen, plaatsen
from wetsanalyse.run.kolommen import Blok, Enkel, Kolom


def langs(vraag: str) -> Verschuiving:
    gevonden = lees_verschuiving(draaier().vorm, vraag, "--klif")
    assert gevonden.value is not None, gevonden.diagnostics
    return gevonden.value


def meet(
    map_: Path,
    meting: Nevenmeting,
    rijen: Sequence[dict[str, Any]] = VIJF,
    met: Draaier | None = None,
) -> Telling:
    d = met or draaier()
    bron_, indeling = bron(map_, rijen, d.vorm)
    return draai(Doorrekening(d, [meting]), d.vorm, bron_, indeling, draden=1).telling


def delen(d: Draaier) -> Any:
    return bijdragen(d.plan.model, d.vorm, d.doelen)


def druk(vraag: str, d: Draaier | None = None) -> Drukmeting:
    return Drukmeting(langs(vraag), delen(d or draaier()))


def klif(vraag: str, vanaf: str = "100", binnen: int = 1) -> Klifmeting:
    return Klifmeting(langs(vraag), delen(draaier()), Fraction(vanaf), binnen)


def stand(t: Telling, maat: Maat, *groep: str) -> Stand:
    return t.groepen[groep].standen[maat.naam]


def hoeveel(t: Telling, tal: Tal) -> Fraction:
    return t.aantal(tal)


# ------------------------------------------------------------------ pressure


def test_druk_in_klassen(tmp_path: Path) -> None:
    """Of 100 euro more, the two on the slope lose 30 (30 %), the one at its foot the last 0,30
    (0,3 %), and the two past it or too wealthy nothing."""
    d = druk("inkomen=100")
    t = meet(tmp_path, d)
    s = stand(t, d.maat)
    assert hoeveel(t, s.nul) == Fraction("1.25")
    per_klasse = {n: hoeveel(t, k[()]) for n, k in drukklassen(t, d.maat).delen.items()}
    assert per_klasse == {
        "0 tot 25%": 10, "25 tot 50%": Fraction("3.5"), "50 tot 75%": 0, "75 tot 100%": 0,
        "100% of meer": 0,
    }  # fmt: skip
    # 1,5 x 0,30 + 2 x 0,30 + 10 x 0,003
    assert t.bedrag(s.som) == Fraction("1.08")
    assert t.bedrag(stand(t, d.maat, "zuid").som) == Fraction("0.63")


def test_druk_van_een_klif_is_meer_dan_alles(tmp_path: Path) -> None:
    """One euro of wealth too many costs 300 euro: that is 30.000 % of it."""
    d = druk("vermogen")
    t = meet(tmp_path, d, [rij(1000, 500), rij(1000, 499)])
    assert stand(t, d.maat).hoogst == 300
    assert drukklassen(t, d.maat).delen["100% of meer"][()].rijen == 1


def test_minder_inkomen_kan_ook(tmp_path: Path) -> None:
    """Of 100 euro less, 30 comes back: the same part. Below 100 the income cannot go."""
    d = druk("inkomen=-100")
    t = meet(tmp_path, d, [rij(1300, 0), rij(100, 0), rij(99, 0)])
    s = stand(t, d.maat)
    assert (s.hoogst, s.laagst) == (Fraction("0.3"), 0)
    assert s.fout.rijen == 1
    assert stand(t, d.einde).boven.rijen == 1


def test_druk_telt_een_heffing_mee(tmp_path: Path) -> None:
    """Above 450 euro of wealth there is a levy of 2 euro a month: 24 a year for one euro."""
    d = draaier(heffing=True)
    m = druk("vermogen", d)
    t = meet(tmp_path, m, [rij(0, 450), rij(0, 451)], d)
    assert (stand(t, m.maat).hoogst, stand(t, m.maat).laagst) == (24, 0)


def test_druk_van_de_partner(tmp_path: Path) -> None:
    """Who has no partner has no income of one that can rise."""
    d = druk("partner.inkomen=100")
    t = meet(tmp_path, d, [rij(900, 0, partner=100), rij(900, 0, partner=99), rij(1500, 0)])
    s = stand(t, d.maat)
    assert s.leeg.rijen == 1
    assert (s.hoogst, s.laagst) == (Fraction("0.3"), Fraction("0.297"))


# ------------------------------------------------------------------ klif


RANDEN = [rij(1000, v) for v in (498, 499, 500, 501, 502)]


def test_wie_bij_een_stap_verliest(tmp_path: Path) -> None:
    """Only the last euro counts, and only for who has at least so much to lose."""
    k = klif("vermogen=1")
    t = meet(tmp_path, k)
    assert hoeveel(t, stand(t, k.maat).boven) == Fraction("1.5")
    assert t.bedrag(stand(t, k.maat).som) == 450
    assert stand(t, k.maat).bekend.rijen == 5


@pytest.mark.parametrize(("vanaf", "aantal"), [("0,30", "11.5"), ("0,31", "1.5"), ("300", "1.5"),
                                               ("300,01", "0")])  # fmt: skip
def test_vanaf_welk_verlies(tmp_path: Path, vanaf: str, aantal: str) -> None:
    """The household at the foot of the slope loses exactly 0,30; the other exactly 300."""
    k = klif("vermogen=1", vanaf.replace(",", "."))
    t = meet(tmp_path, k)
    assert hoeveel(t, stand(t, k.maat).boven) == Fraction(aantal)


@pytest.mark.parametrize(("binnen", "ervoor", "erover"), [(1, 1, 1), (2, 2, 2), (3, 3, 2)])
def test_binnen_zoveel_stappen(tmp_path: Path, binnen: int, ervoor: int, erover: int) -> None:
    """The klif lies between 500 and 501: 500, 499 and 498 stand before it, 501 and 502 past it."""
    k = klif("vermogen=1", binnen=binnen)
    t = meet(tmp_path, k, RANDEN)
    assert stand(t, k.ervoor).bekend.rijen == ervoor
    assert stand(t, k.erover).bekend.rijen == erover
    assert set(plaatsen(t, k.ervoor).delen) == set(plaatsen(t, k.erover).delen) == {"500"}


def test_grotere_stap(tmp_path: Path) -> None:
    """A step of two euro passes the klif from 499 and from 500."""
    k = klif("vermogen=2")
    assert stand(meet(tmp_path, k, RANDEN), k.maat).boven.rijen == 2


def test_zonder_gegeven_en_aan_het_einde_wordt_verteld(tmp_path: Path) -> None:
    """Wealth that is not known cannot be moved; an income of zero cannot be one less."""
    k = klif("vermogen=1")
    assert stand(meet(tmp_path, k, [rij(1000, None), rij(1000, 500)]), k.maat).leeg.rijen == 1
    k = klif("inkomen=1", "0.3")
    t = meet(tmp_path, k, [rij(0, 0), rij(1, 0), rij(1000, 0)])
    assert stand(t, k.einde).boven.rijen == 1
    assert stand(t, k.maat).boven.rijen == 1


# ------------------------------------------------------------------ the shift itself


def blok(inkomens: list[int], leeg: list[bool] | None = None) -> Blok:
    kolom = Kolom(np.array(inkomens, np.int64), None if leeg is None else np.array(leeg))
    n = len(inkomens)
    partner = Enkel(np.zeros(n, np.bool_), {"inkomen": kolom})
    return Blok(n, {"inkomen": kolom, "vermogen": kolom}, {"partner": partner})


def test_alleen_wie_kan_verschuift() -> None:
    uit = verschuif(blok([0, 5, 0], [False, False, True]), langs("inkomen=1"), -1)
    assert list(uit.blok.wortel["inkomen"].waarden) == [0, 4, 0]
    assert list(uit.mee) == [False, True, False]
    assert list(uit.einde) == [True, False, False]


def test_de_hoogste_waarde_loopt_niet_over() -> None:
    uit = verschuif(blok([2**62, 2**62 - 1]), langs("vermogen=1"), 1)
    assert list(uit.mee) == [False, True]
    assert list(uit.blok.wortel["vermogen"].waarden) == [2**62, 2**62]


@pytest.mark.parametrize(
    ("vraag", "code", "hulp"),
    [
        ("vermoge=1", "BEV-AS", "bedoelt u “vermogen”?"),
        ("steun=1", "BEV-AS", "kies uit"),
        ("vermogen=0", "BEV-STAP", "schrijf bijvoorbeeld"),
        ("vermogen=0,5", "BEV-STAP", "schrijf bijvoorbeeld"),
        ("vermogen=1.000", "BEV-STAP", "schrijf bijvoorbeeld"),
        ("vermogen=veel", "BEV-STAP", "schrijf bijvoorbeeld"),
        ("vermogen=9999999999999999999", "BEV-STAP", "schrijf bijvoorbeeld"),
    ],
)
def test_wat_niet_te_verschuiven_is(vraag: str, code: str, hulp: str) -> None:
    gevonden = lees_verschuiving(draaier().vorm, vraag, "--klif")
    assert gevonden.value is None
    (melding,) = gevonden.fouten
    assert melding.code == code
    assert hulp in melding.hulp[0]


def test_spelling_van_een_gegeven() -> None:
    assert langs("Het_Vermogen").veld.eigenschap == "vermogen"
    assert langs("partner.inkomen=5").naam == "inkomen van de partner"


def test_zonder_bijdragen_is_er_niets_te_meten() -> None:
    mis = gebrek(langs("vermogen=1"), (), als_deel=False)
    assert mis is not None
    assert mis.code == "BEV-NETTO"
