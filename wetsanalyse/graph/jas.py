"""The sixteen classes of the Juridisch Analyseschema, with the colour each has by custom.

Text in ``TEKSTKLEUR`` on each tint has a contrast of at least 5,4 to 1. The tints themselves
are too close to tell apart for everybody, so whoever draws them adds the name of the class.
"""

from __future__ import annotations

from enum import Enum

TEKSTKLEUR = "#1a1a1a"


class JasKlasse(Enum):
    """A class and its colour; the value is the name that a reader sees."""

    RECHTSSUBJECT = "rechtssubject"
    RECHTSOBJECT = "rechtsobject"
    RECHTSBETREKKING = "rechtsbetrekking"
    RECHTSFEIT = "rechtsfeit"
    VOORWAARDE = "voorwaarde"
    AFLEIDINGSREGEL = "afleidingsregel"
    VARIABELE = "variabele"
    VARIABELEWAARDE = "variabelewaarde"
    PARAMETER = "parameter"
    PARAMETERWAARDE = "parameterwaarde"
    OPERATOR = "operator"
    TIJDSAANDUIDING = "tijdsaanduiding"
    PLAATSAANDUIDING = "plaatsaanduiding"
    DELEGATIEBEVOEGDHEID = "delegatiebevoegdheid"
    DELEGATIE_INVULLING = "delegatie-invulling"
    BRONDEFINITIE = "brondefinitie"

    @property
    def kleur(self) -> str:
        return _KLEUREN[self]


_KLEUREN = {
    JasKlasse.RECHTSSUBJECT: "#d8eaf7",
    JasKlasse.RECHTSOBJECT: "#b2c3e3",
    JasKlasse.RECHTSBETREKKING: "#90a2d0",
    JasKlasse.RECHTSFEIT: "#bad8f1",
    JasKlasse.VOORWAARDE: "#b7d8cd",
    JasKlasse.AFLEIDINGSREGEL: "#d47479",
    JasKlasse.VARIABELE: "#f5dc5e",
    JasKlasse.VARIABELEWAARDE: "#f8f187",
    JasKlasse.PARAMETER: "#e6b8bb",
    JasKlasse.PARAMETERWAARDE: "#f6e0eb",
    JasKlasse.OPERATOR: "#d7e8e2",
    JasKlasse.TIJDSAANDUIDING: "#cbb8d6",
    JasKlasse.PLAATSAANDUIDING: "#e6d3e5",
    JasKlasse.DELEGATIEBEVOEGDHEID: "#b0b1b2",
    JasKlasse.DELEGATIE_INVULLING: "#d8dadb",
    JasKlasse.BRONDEFINITIE: "#edefef",
}
