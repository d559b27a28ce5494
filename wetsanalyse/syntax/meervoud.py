"""Guess the plural of a name whose writer gave none. [0.3]

Only used to recognise; a message never suggests a guessed plural.
"""

from __future__ import annotations

VOORZETSELS = frozenset(
    "aan bij binnen boven buiten door in met na naar om onder op over per sinds te tegen tot "
    "tussen uit van vanaf volgens voor zonder die dat".split()
)
_EIGEN = {
    "kind": "kinderen", "lid": "leden", "stad": "steden", "dag": "dagen", "weg": "wegen",
    "slag": "slagen", "drag": "dragen", "vat": "vaten", "schip": "schepen", "ei": "eieren",
    "museum": "musea", "datum": "data", "criterium": "criteria", "heid": "heden",
    "oordeel": "oordelen", "deel": "delen", "middel": "middelen", "gever": "gevers",
}  # fmt: skip
_KLINKERS = "aeiou"


def geraden_meervouden(naam: str) -> tuple[str, ...]:
    """The plurals of the head noun: the last word before the first preposition."""
    delen = naam.split()
    for kop, woord in enumerate(delen):
        if kop and woord.lower() in VOORZETSELS:
            break
    else:
        kop = len(delen)
    if not delen:
        return ()
    voor, achter = delen[: kop - 1], delen[kop:]
    return tuple(" ".join([*voor, vorm, *achter]) for vorm in _woord(delen[kop - 1]))


def _woord(woord: str) -> tuple[str, ...]:
    laag = woord.lower()
    for enkel, meer in _EIGEN.items():
        if laag.endswith(enkel):
            return (woord[: len(woord) - len(enkel)] + meer, woord + "s")
    if laag.endswith("e"):
        return (woord + "n", woord + "s")
    if laag[-1:] in ("a", "i", "o", "u", "y"):
        return (woord + "'s", woord + "s")
    return (woord + "s", _op_en(woord), woord + "en")


def _op_en(woord: str) -> str:
    laag = woord.lower()
    if len(laag) < 3 or laag[-1] in _KLINKERS:
        return woord + "en"
    medeklinker, klinker, daarvoor = woord[-1], laag[-2], laag[-3]
    zacht = {"f": "v", "s": "z"}.get(medeklinker.lower(), medeklinker)
    if klinker in "aeou" and daarvoor == klinker:
        return woord[:-2] + zacht + "en"
    if klinker in _KLINKERS and daarvoor not in _KLINKERS:
        return woord + medeklinker + "en"
    return woord[:-1] + zacht + "en"
