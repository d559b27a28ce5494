"""The head of a Regelgroep. Its rules are blocks of their own. [4.9]"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.definitiebouwer import naam_met_lidwoord
from wetsanalyse.syntax.splitsen import Blokstuk
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout, waarschuwing

_RECURSIEF = re.compile(r"\s+is\s+recursief\s*[.;:]?\s*$", re.IGNORECASE)


def groepsnaam(stuk: Blokstuk) -> tuple[t.Naam, bool]:
    """The name on the head line, and whether the group is recursive."""
    m = _RECURSIEF.search(stuk.tekst, stuk.na_kop, stuk.kopeind)
    return naam_met_lidwoord(stuk.bron, stuk.na_kop, m.start() if m else stuk.kopeind), bool(m)


def lees_groep(
    stuk: Blokstuk, leden: Sequence[tuple[Blokstuk, t.Regel | t.Beslistabel]]
) -> tuple[t.Regelgroep, list[Diagnostic]]:
    """The node of a group; it reaches to the end of its last rule."""
    meldingen: list[Diagnostic] = []
    naam, recursief = groepsnaam(stuk)
    if not naam.tekst:
        meldingen.append(
            fout(
                "RG-NAAM",
                stuk.kop,
                "een regelgroep heeft een naam",
                hulp=["schrijf de naam achter “Regelgroep”"],
                context=stuk.context,
            )
        )
    if not leden:
        meldingen.append(
            waarschuwing(
                "RG-GROEP-LEEG",
                stuk.kop,
                "in deze regelgroep staat geen regel die te lezen is",
                hulp=["zet de regels van de groep eronder"],
                context=stuk.context,
            )
        )
    eind = max([stuk.eind, *(lid.eind for lid, _ in leden)])
    span = stuk.bron.span(stuk.start, eind)
    regels = tuple(regel for _, regel in leden)
    return t.Regelgroep(span=span, naam=naam, recursief=recursief, regels=regels), meldingen
