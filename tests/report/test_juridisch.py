"""An explanation in the words of the law, with the values of the case filled in."""

from __future__ import annotations

from datetime import date

from tests.report.keten import aanvrager, uitslag, zorgtoeslag
from tests.report.test_uitleg_tijd import gezin, tijd, waarom
from wetsanalyse.model.casus import Casus
from wetsanalyse.report.juridisch import als_juridisch
from wetsanalyse.report.uitleg import leg_uit


def zorg(casus: Casus, eigenschap: str = "zorgtoeslag per jaar") -> str:
    plan = zorgtoeslag()
    return als_juridisch(leg_uit(plan, uitslag(plan, casus), "A", eigenschap))


def test_de_tekst_van_de_regel_met_de_getallen_erin() -> None:
    tekst = zorg(aanvrager(30000))
    assert (
        "De normpremie van een Aanvrager [A] moet berekend worden als\n"
        "        (het normpercentage zonder toeslagpartner [1,896%] van het drempelinkomen "
        "[€ 28.406 per jaar])\n"
        "        plus (het afbouwpercentage [13,7%] van zijn inkomen boven het drempelinkomen "
        "[€ 1.594 per jaar])\n"
        "        indien hij alleenstaand is [dat is zo]."
    ) in tekst
    assert "  538,57776 + 218,378 = 756,95576" in tekst


def test_artikel_versie_tekst_en_geldigheid_staan_erbij() -> None:
    assert (
        "Toegepast: regel “toekenning (versie 2)”: artikel 14, lid 5, Awir (tekst van 1-1-2025), "
        "geldig van 1-1-2025 t/m 31-12-2025"
    ) in zorg(aanvrager(30000))


def test_waarom_niet_in_de_woorden_van_de_wet() -> None:
    tekst = zorg(aanvrager(28000, 141897), "binnen de vermogensgrens")
    assert "Niet toegepast: regel “vermogen alleenstaand”: artikel 3, lid 1, Wzt" in tekst
    assert (
        "zijn meetellende vermogen [€ 141.897] is kleiner of gelijk aan\n"
        "              de vermogensgrens zonder toeslagpartner [€ 141.896] [dat is niet zo]."
    ) in tekst
    # At the border it holds.
    assert "[€ 141.896] [dat is zo]." in zorg(aanvrager(28000, 141896), "binnen de vermogensgrens")


def test_wat_niet_nodig_was_is_niet_ingevuld() -> None:
    tekst = zorg(aanvrager(28000, 0), "binnen de vermogensgrens")
    # Without a partner the second condition of the other rule was never looked at.
    assert "hij heeft een toeslagpartner [dat is niet zo]" in tekst
    assert "de vermogensgrens met toeslagpartner [niet nodig]" in tekst


def test_elke_regel_staat_er_een_keer() -> None:
    tekst = zorg(aanvrager(30000), "zorgtoeslag per maand")
    assert tekst.count("Toegepast: regel “premieverschil”") == 1


def test_op_een_dag_in_de_tijd() -> None:
    tekst = als_juridisch(waarom("toelage", tijd(), op=date(2025, 2, 1)))
    assert "als zijn loon [€ 160 per maand] plus het normbedrag [€ 100 per maand]" in tekst
    assert "gedurende de tijd dat hij ingeschreven is [dat is zo]." in tekst
    heel = als_juridisch(waarom("toelage", tijd()))
    assert "als zijn loon [€ 150 per maand] plus" in heel
    assert "Tot 10-1-2025 en vanaf 1-3-2025: de toelage van A heeft geen waarde." in heel


def test_een_fout_en_een_lege_waarde() -> None:
    tekst = als_juridisch(waarom("huur per kind", gezin({"K1": 15}, huur=600)))
    assert "zijn huur [€ 600 per maand] gedeeld door zijn aantal jonge kinderen [0]" in tekst
    leeg = als_juridisch(waarom("partnerbedrag"))
    assert "de huur [geen waarde] van de partner van de Bewoner" in leeg
