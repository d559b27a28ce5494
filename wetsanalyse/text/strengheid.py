"""How strict the reading is: what the language leaves open is a fault for one and a warning for
another. [reference 0.3, 1.4, 1.10, 6.1]"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum
from types import MappingProxyType

from wetsanalyse.text.diagnostic import Diagnostic, Ernst


class Strengheid(Enum):
    """``SOEPEL`` reads what others write; ``STRENG`` wants it as the language has it."""

    SOEPEL = "soepel"
    GEWOON = "gewoon"
    STRENG = "streng"


# What can be read without doubt, but is not written as it should be.
SOEPEL = frozenset({"PR-VORM", "DT-GETALSPEC", "OT-PUNTKOMMA", "RG-PUNT"})
# What another reader may not accept.
STRENG = frozenset(
    {"MV-GERADEN", "MV-GETAL", "LIT-DD", "NM-HOOFDLETTER", "GS-WERKWOORD", "TC-HAAKJES",
     "PA-GEEN-WAARDE"}
)  # fmt: skip
_ERNST: Mapping[Strengheid, Mapping[str, Ernst]] = MappingProxyType(
    {
        Strengheid.SOEPEL: dict.fromkeys(SOEPEL, Ernst.WAARSCHUWING),
        Strengheid.GEWOON: {},
        Strengheid.STRENG: dict.fromkeys(STRENG, Ernst.FOUT),
    }
)


def weeg(meldingen: Iterable[Diagnostic], strengheid: Strengheid) -> tuple[Diagnostic, ...]:
    """The same messages, as bad as this reader finds them."""
    ernst = _ERNST[strengheid]
    return tuple(replace(m, ernst=ernst[m.code]) if m.code in ernst else m for m in meldingen)
