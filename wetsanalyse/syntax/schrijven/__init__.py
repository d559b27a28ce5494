"""From tree to text: every node in its canonical form, with the author's comments.

``schrijf`` keeps the meaning: reading what it wrote gives the same tree, and writing that gives
the same text. ``herschrijf`` makes sure of it. Read ``bestanden`` first.
"""

from wetsanalyse.syntax.schrijven.bestanden import (
    eigen_in_regels,
    regelspraak,
    schrijf,
    schrijf_blok,
)
from wetsanalyse.syntax.schrijven.commentaar import commentaren
from wetsanalyse.syntax.schrijven.opmaak import BREEDTE, ONBEPERKT
from wetsanalyse.syntax.schrijven.veilig import Herschreven, geen_regels, herschrijf

__all__ = [
    "BREEDTE",
    "ONBEPERKT",
    "Herschreven",
    "commentaren",
    "eigen_in_regels",
    "geen_regels",
    "herschrijf",
    "regelspraak",
    "schrijf",
    "schrijf_blok",
]
