"""How severe and how many, in words and rows. Two numbers that are never merged. [hardheid 9]"""

from __future__ import annotations

from typing import Any

from wetsanalyse.analyses.ernst.omvang import HOE, Omvang, TeKlein
from wetsanalyse.analyses.ernst.score import Ernstscore
from wetsanalyse.report.opmaak import getal, met_eenheid


def ernst_tekst(score: Ernstscore | None) -> str:
    """``0,312``; empty where nobody is hit by the finding itself."""
    return getal(score.waarde, 3) if score is not None else ""


def omvang_tekst(omvang: Omvang | TeKlein | None) -> str:
    """How many people it is about, or that nobody knows."""
    if omvang is None:
        return "Omvang onbekend: er zijn geen gegevens over hoeveel mensen dit treft."
    bron = f"{'Verzonnen bevolking' if omvang.synthetisch else 'Bevolking'}: {omvang.bron}."
    if isinstance(omvang, TeKlein):
        return f"Minder dan tien personen; het aantal blijft daarom weg. {bron}"
    van, tot = (getal(round(g, 3)) for g in omvang.interval)
    return (
        f"{getal(round(omvang.huishoudens))} huishoudens "
        f"({getal(round(omvang.personen))} personen), samen "
        f"{met_eenheid(round(omvang.euro_per_jaar), '€')} per jaar; massa "
        f"{getal(round(omvang.massa, 3))} (tussen {van} en {tot}; {HOE}). {bron}"
    )


def ernst_json(score: Ernstscore | None) -> dict[str, Any] | None:
    """The parts, each with its value and weight."""
    if score is None:
        return None
    return {
        "waarde": str(score.waarde),
        "uitweg": str(score.uitweg),
        "onderdelen": [
            {
                "naam": o.naam,
                "waarde": str(o.waarde),
                "gewicht": str(o.gewicht),
                "ongewogen": o.ongewogen,
                "bekend": o.bekend,
            }
            for o in score.onderdelen
        ],
    }


def omvang_json(omvang: Omvang | TeKlein | None) -> dict[str, Any] | None:
    """None: unknown. Of fewer than ten persons only that."""
    if omvang is None:
        return None
    if isinstance(omvang, TeKlein):
        return {"te_klein": True, "synthetisch": omvang.synthetisch, "bron": omvang.bron}
    return {
        "te_klein": False,
        "massa": str(omvang.massa),
        "interval": [str(g) for g in omvang.interval],
        "euro_per_jaar": str(omvang.euro_per_jaar),
        "huishoudens": str(omvang.huishoudens),
        "personen": str(omvang.personen),
        "synthetisch": omvang.synthetisch,
        "bron": omvang.bron,
    }
