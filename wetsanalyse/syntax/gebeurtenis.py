"""The block Gebeurtenis: what can happen, and what it changes. [uitbreidingen 10]"""

from __future__ import annotations

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.splitsen import Blokstuk
from wetsanalyse.syntax.velden import Veld, Veldlezer

SOORTEN = (
    "handeling van de burger", "handeling van de overheid", "levensgebeurtenis", "registratie"
)  # fmt: skip
_VERVULT = "vervult Verplichting"
VELDEN = (
    Veld("soort", "tekst", verplicht=True, keuze=SOORTEN),
    Veld(_VERVULT, "tekst"),
    Veld("verandert", "zin:keten", herhaalbaar=True),
)


def gebeurtenis(stuk: Blokstuk, v: Veldlezer) -> t.Gebeurtenis:
    """A kind that is missing is reported where it was read; the name must be known anyhow."""
    vervult = [naam_met_lidwoord(stuk.bron, g.van, g.tot) for g in v.stukken(_VERVULT)]
    return t.Gebeurtenis(
        span=stuk.span,
        naam=naam_met_lidwoord(stuk.bron, stuk.na_kop, stuk.kopeind),
        soort=v.een("soort") or "",
        verandert=tuple(v.alle("verandert")),
        vervult=vervult[0] if vervult else None,
    )
