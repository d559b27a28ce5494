"""A small graph made by hand: the healthcare allowance in eight rules and a clause."""

from __future__ import annotations

from wetsanalyse.graph import Knoop, Knoopsoort, Pijl, Pijlsoort, RuleGraph, knoop_id

S, P = Knoopsoort, Pijlsoort


def _knoop(soort: Knoopsoort, label: str, artikel: str = "", regeling: str = "Wzt") -> Knoop:
    return Knoop(
        knoop_id(soort, label), soort, label, regeling if artikel else "", artikel,
        uitleg="een voorbeeld" if soort is S.CLAUSULE else "",
    )  # fmt: skip


INKOMEN = _knoop(S.INVOER, "het toetsingsinkomen")
VERMOGEN = _knoop(S.INVOER, "het vermogen")
VERZEKERD = _knoop(S.KENMERK, "verzekerd")
PREMIE = _knoop(S.PARAMETER, "de standaardpremie")
DREMPEL = _knoop(S.PARAMETER, "het drempelinkomen")
NORM = _knoop(S.ATTRIBUUT, "de normpremie")
RECHT = _knoop(S.KENMERK, "recht op zorgtoeslag")
BEDRAG = _knoop(S.ATTRIBUUT, "de zorgtoeslag per jaar")
R_NORM = _knoop(S.REGEL, "normpremie", "2, tweede lid")
R_RECHT = _knoop(S.REGEL, "recht bij vermogen & <verzekering>", "3")
R_BEDRAG = _knoop(S.REGEL, "hoogte van de zorgtoeslag", "2, eerste lid")
HARDHEID = _knoop(S.CLAUSULE, "artikel 47 Awir", "47", "Awir")
OPEN = _knoop(S.OPEN_NORM, "onbillijkheid van overwegende aard", "47", "Awir")
DELEGATIE = _knoop(S.DELEGATIE, "standaardpremie bij ministeriële regeling", "4")
PLICHT = _knoop(S.VERPLICHTING, "wijziging doorgeven", "17", "Awir")
UITKOMST = _knoop(S.UITKOMST, "voordeel: de zorgtoeslag per jaar")

KNOPEN = (
    INKOMEN, VERMOGEN, VERZEKERD, PREMIE, DREMPEL, NORM, RECHT, BEDRAG, R_NORM, R_RECHT,
    R_BEDRAG, HARDHEID, OPEN, DELEGATIE, PLICHT, UITKOMST,
)  # fmt: skip

PIJLEN = (
    Pijl(INKOMEN.id, R_NORM.id, P.LEEST),
    Pijl(DREMPEL.id, R_NORM.id, P.LEEST),
    Pijl(R_NORM.id, NORM.id, P.STELT),
    Pijl(VERMOGEN.id, R_RECHT.id, P.LEEST),
    Pijl(VERZEKERD.id, R_RECHT.id, P.LEEST),
    Pijl(R_RECHT.id, RECHT.id, P.STELT),
    Pijl(NORM.id, R_BEDRAG.id, P.LEEST),
    Pijl(PREMIE.id, R_BEDRAG.id, P.LEEST),
    Pijl(RECHT.id, R_BEDRAG.id, P.LEEST),
    Pijl(R_BEDRAG.id, BEDRAG.id, P.STELT),
    Pijl(BEDRAG.id, UITKOMST.id, P.LEEST),
    Pijl(OPEN.id, HARDHEID.id, P.LEEST),
    Pijl(HARDHEID.id, R_RECHT.id, P.WIJKT_AF_VAN),
    Pijl(DELEGATIE.id, PREMIE.id, P.MACHTIGT),
    Pijl(INKOMEN.id, PLICHT.id, P.LEEST),
)

KLEIN = RuleGraph.van(KNOPEN, PIJLEN)
