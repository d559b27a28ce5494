"""Giving a value to an attribute: which one, and whether the value fits it. [3.1, 4.1]"""

from __future__ import annotations

from wetsanalyse.model.dimensies import cel
from wetsanalyse.model.korrel import Korrel, samen
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Onoplosbaar, faal
from wetsanalyse.model.terms import Cel, Constante, Parameterterm, Term
from wetsanalyse.model.types import Soort
from wetsanalyse.model.vergelijken import hulp_bij_soorten, pas_enumeratie
from wetsanalyse.model.waarden import buiten_type
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


def doelattribuut(schakel: object, objecttype: str, omg: Omgeving) -> tuple[Attribuut, Cel]:
    """The attribute that a rule sets, and which cell of it."""
    if not isinstance(schakel, tree.Schakel):
        span = getattr(schakel, "span", None)
        assert isinstance(span, Span)
        raise faal("ON-KETEN", span, "hier hoort de naam van een attribuut te staan")
    gevonden = omg.tabel.attribuut(objecttype, schakel.naam.tekst)
    if gevonden is None:
        kan = tuple(omg.tabel.objecttypen[objecttype].attributen)
        raise faal(
            "ON-ATTR-ONBEKEND",
            schakel.span,
            f"{objecttype} heeft geen attribuut “{schakel.naam.tekst}”",
            hulp=(f"bekende attributen: {', '.join(kan[:8])}",) if kan else (),
            verboden=schakel.naam.span,
        )
    return gevonden[0], cel(gevonden[0], schakel, omg)


def eis_korrel(doel: Korrel | None, bronnen: list[Korrel | None], naam: str, span: Span) -> None:
    """Raise when the target cannot change as often as what it is made of. [5]"""
    bron = samen(bronnen)
    if bron is None or (doel is not None and doel.omvat(bron)):
        return
    if doel is None:
        raise faal(
            "GS-KORREL",
            span,
            f"deze waarde kan per {bron} anders zijn, maar “{naam}” heeft één waarde voor "
            "alle tijd",
            hulp=(
                f"zet “voor elke {bron}” achter “{naam}”, of neem één waarde: “het totaal van …”",
            ),
        )
    raise faal(
        "GS-KORREL",
        span,
        f"deze waarde kan per {bron} anders zijn, maar “{naam}” alleen per {doel}",
        hulp=("geef het attribuut een fijnere tijdlijn", "of maak de waarde grover"),
    )


def toewijsbaar(term: Term, attribuut: Attribuut, span: Span, omg: Omgeving) -> Term:
    """The value as the attribute takes it: same kind, unit converted, decimals fit."""
    doel = attribuut.type
    term = pas_enumeratie(term, Parameterterm(attribuut.naam, doel), omg)
    if term.type.soort is not doel.soort or (
        doel.soort is Soort.ENUMERATIE and term.type.domein != doel.domein
    ):
        raise faal(
            "GS-TYPE",
            span,
            f"“{attribuut.naam}” is een {doel}, maar dit is een {term.type}",
            hulp=hulp_bij_soorten(doel, term.type),
        )
    if not doel.is_getal:
        return term
    term = _in_eenheid(term, attribuut, span, omg)
    if isinstance(term, Constante):
        gebrek = buiten_type(term.waarde, doel)
        if gebrek:
            raise faal("DT-BEREIK", span, f"voor “{attribuut.naam}”: {gebrek}")
        return term
    eis_decimalen(term.type.decimalen, attribuut, span)
    return term


def _in_eenheid(term: Term, attribuut: Attribuut, span: Span, omg: Omgeving) -> Term:
    doel = attribuut.type
    try:
        return omgerekend(term, doel.eenheid, omg.tabel, span, doel)
    except Onoplosbaar as e:
        raise faal(
            "GS-EENHEID",
            span,
            f"“{attribuut.naam}” is in {doel.eenheid or 'geen eenheid'}, "
            f"maar dit is in {term.type.eenheid or 'geen eenheid'}",
            hulp=e.melding.hulp,
        ) from None


def eis_decimalen(decimalen: int | None, attribuut: Attribuut, span: Span) -> None:
    """Raise when a value may have more decimals than the attribute takes."""
    doel = attribuut.type
    if doel.decimalen is None or (decimalen is not None and decimalen <= doel.decimalen):
        return
    hoeveel = "onbeperkt veel" if decimalen is None else str(decimalen)
    raise faal(
        "GS-DECIMALEN",
        span,
        f"deze waarde kan {hoeveel} decimalen hebben, “{attribuut.naam}” heeft er {doel.decimalen}",
        hulp=(
            (
                f"rond expliciet af: “rekenkundig afgerond op {doel.decimalen} decimalen” "
                "(of naar beneden, naar boven)"
            ),
        ),
    )
