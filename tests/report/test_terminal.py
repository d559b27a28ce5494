"""What the command line shows: the same words on a screen and in a pipe, in 80 columns."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from tests.report.keten import aanvrager, graaf, onderzocht, uitslag, zorgtoeslag
from tests.report.test_uitleg import klein, mens
from wetsanalyse.report import terminal
from wetsanalyse.report.jsonvorm import reken_json
from wetsanalyse.report.meldingvorm import samenvatting_meldingen
from wetsanalyse.text import Source
from wetsanalyse.text.diagnostic import Diagnostic, fout, waarschuwing


class Scherm:
    """A console that keeps what was printed."""

    def __init__(self, *, kleur: bool = False) -> None:
        self.uit = io.StringIO()
        self.console = (
            Console(file=self.uit, force_terminal=True, width=80)
            if kleur
            else terminal.console(self.uit)
        )

    @property
    def tekst(self) -> str:
        return self.uit.getvalue()

    @property
    def woorden(self) -> str:
        return " ".join(self.tekst.split())


def test_in_een_pijp_zonder_kleur_en_in_tachtig_kolommen() -> None:
    scherm = Scherm()
    terminal.toon_onderzoek(scherm.console, onderzocht())
    assert "\x1b" not in scherm.tekst
    assert max(len(regel) for regel in scherm.tekst.splitlines()) <= 80


def test_op_een_scherm_met_kleur() -> None:
    scherm = Scherm(kleur=True)
    terminal.toon_toets(scherm.console, onderzocht().scenarios, ())
    assert "\x1b[" in scherm.tekst


def test_reken_toont_bedragen_en_wat_eronder_ligt() -> None:
    scherm = Scherm()
    data = reken_json(zorgtoeslag(), uitslag(zorgtoeslag(), aanvrager(30000, None)))
    terminal.toon_reken(scherm.console, data)
    for woorden in (
        "Op 1-1-2025:", "zorgtoeslag per jaar van A", "€ 1.355 per jaar",
        "recht op zorgtoeslag van A ja", "Niet opgegeven, telt als leeg", "- vermogen van A",
        "Aannamen, nog niet bevestigd",
    ):  # fmt: skip
        assert woorden in scherm.woorden


def test_reken_toont_fouten_en_oordelen() -> None:
    scherm = Scherm()
    geval = mens(inkomen=100, aantal_kinderen=0)
    terminal.toon_reken(scherm.console, reken_json(klein(), uitslag(klein(), geval)))
    assert "fout DELEN-DOOR-NUL" in scherm.tekst
    assert "- deel van A: Er wordt gedeeld door nul." in scherm.woorden
    assert "Hier moet een mens over oordelen - schrijnend geval bij A" in scherm.woorden


def test_onderzoek_toont_rangorde_en_voorbehoud() -> None:
    scherm = Scherm()
    terminal.toon_onderzoek(scherm.console, onderzocht())
    for woorden in (
        "12 burgers, 3 verlopen (2 exact)",
        "1 bevinding",
        "€ 1.573",
        "P01-wzt-3-1-vermogen-alleenstaand",
        "Aanvaard, telt niet mee in de volgorde",
        "€ 39.719 per jaar",
        "1 van 2 scenario’s geslaagd (5 verwachte waarden).",
        "KLOPT NIET misgelopen",
        "het model geeft € 12 per jaar",
        "Let op: 3 verwachte waarden hebben geen bron.",
        "Nooit toegepast: vermogen met toeslagpartner",
        terminal.VOORBEHOUD,
    ):
        assert woorden in scherm.woorden, woorden


def test_zonder_bevindingen() -> None:
    scherm = Scherm()
    leeg = replace(onderzocht(), bevindingen=(), verborgen_drempels=(), regeldekking=())
    terminal.toon_onderzoek(scherm.console, leeg)
    assert "Geen bevindingen" in scherm.tekst


def test_graaf() -> None:
    scherm = Scherm()
    terminal.toon_graaf(scherm.console, graaf())
    assert "1 × regel" in scherm.woorden
    assert "het vermogen" in scherm.woorden


def meldingen() -> list[Diagnostic]:
    span = Source("a.regels", "regel een\nregel [rood]twee[/rood]").span(10, 15)
    return [fout("XX-A", span, "dit is [b]fout[/b]"), waarschuwing("XX-B", None, "let op")]


def test_meldingen_blijven_letterlijk_en_worden_geteld() -> None:
    scherm = Scherm()
    terminal.toon_meldingen(scherm.console, meldingen())
    assert "XX-A fout: dit is [b]fout[/b]" in scherm.tekst
    assert "| regel [rood]twee[/rood]" in scherm.tekst
    assert "1 fout, 1 waarschuwing." in scherm.tekst
    assert samenvatting_meldingen([]) == "Geen fouten gevonden."
    assert samenvatting_meldingen(meldingen()[1:]) == "Geen fouten, 1 waarschuwing."
