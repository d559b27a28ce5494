"""Kind, unit and decimals of arithmetic: what may meet, and what comes out. [3.1, 3.2]"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from wetsanalyse.model.tabel import Tabel, faal
from wetsanalyse.model.terms import Constante, Term, Tijdgebonden
from wetsanalyse.model.tijd import bewerk
from wetsanalyse.model.types import Eenheid, Soort, Type
from wetsanalyse.text import Span


def omgerekend(term: Term, doel: Eenheid, tabel: Tabel, span: Span, links: Type) -> Term:
    """``term`` in another unit; a fault when there is no way from one to the other."""
    eigen = term.type.eenheid
    if eigen == doel:
        return term
    if is_kale_nul(term):
        return _nul_in(term, doel)
    if not eigen or not doel:
        met, zonder = (links, term.type) if doel else (term.type, links)
        raise faal(
            "EH-GEMENGD",
            span,
            f"één kant heeft een eenheid ({met.eenheid}) en de andere niet ({zonder})",
            hulp=(f"schrijf de eenheid erbij, bijvoorbeeld “{met.eenheid}” achter het getal",),
        )
    factor = tabel.omrekenfactor(eigen, doel)
    if factor is None:
        raise faal(
            "EH-NIET-OMREKENBAAR",
            span,
            f"eenheden passen niet: links {doel}, rechts {eigen}",
            hulp=(_raad_eenheid(doel, eigen),),
        )
    return schaal(term, factor, doel)


def is_kale_nul(term: Term) -> bool:
    """A bare 0, also one with a time of its own: it goes with every unit (our choice, reference
    section 9, point 28)."""
    if isinstance(term, Tijdgebonden):
        return is_kale_nul(term.waarde)
    return isinstance(term, Constante) and term.letterlijk_nul


def _nul_in(term: Term, doel: Eenheid) -> Term:
    nul = replace(term, type=replace(term.type, eenheid=doel))
    if isinstance(nul, Tijdgebonden):
        return replace(nul, waarde=_nul_in(nul.waarde, doel))
    return nul


def _raad_eenheid(doel: Eenheid, eigen: Eenheid) -> str:
    namen = {n for n, _ in (*doel.machten, *eigen.machten)}
    if namen & {"dg", "wk", "u"} and namen & {"mnd", "jr", "kw"}:
        return "tussen dagen en maanden bestaat geen vaste factor; reken in een van de twee"
    return f"schrijf de waarde in {doel}, of deel of vermenigvuldig tot de eenheden gelijk zijn"


def schaal(term: Term, factor: Fraction, eenheid: Eenheid) -> Term:
    """A value times a constant, in a new unit. A constant is folded at once."""
    type_ = replace(
        term.type, eenheid=eenheid, decimalen=decimalen_maal(term.type.decimalen, factor)
    )
    if factor == 1:
        return replace(term, type=type_)
    if isinstance(term, Constante) and isinstance(term.waarde, Fraction):
        return replace(term, waarde=term.waarde * factor, type=type_)
    return bewerk("SCHAAL", (term,), type_, factor, span=term.span)


def decimalen_maal(decimalen: int | None, factor: Fraction) -> int | None:
    """Decimals of a value times a constant; None when the product may not end."""
    if decimalen is None:
        return None
    noemer, extra = factor.denominator, 0
    while noemer % 10 == 0:
        noemer, extra = noemer // 10, extra + 1
    for priem in (2, 5):
        while noemer % priem == 0:
            noemer, extra = noemer // priem, extra + 1
    return decimalen + extra if noemer == 1 else None


def som_type(links: Type, rechts: Type, span: Span) -> Type:
    """The type of plus and min: same kind, unit of the left, most decimals."""
    if links.soort is not rechts.soort or not links.is_getal:
        raise faal(
            "EX-SOORT",
            span,
            f"een {links} en een {rechts} kunnen niet opgeteld of afgetrokken worden",
        )
    decimalen = (
        None
        if links.decimalen is None or rechts.decimalen is None
        else max(links.decimalen, rechts.decimalen)
    )
    return replace(links, decimalen=decimalen, bereik=None)


def product_type(
    links: Type, rechts: Type, richting: int, tabel: Tabel, span: Span
) -> tuple[Type, Fraction]:
    """The type of maal (1) and gedeeld door (-1), and the factor that unit cancelling needs
    (12 when a year stood against a month)."""
    for kant in (links, rechts):
        if not kant.is_getal:
            raise faal("EX-SOORT", span, f"met een {kant} kan niet gerekend worden")
    procent = Soort.PERCENTAGE
    if richting == 1 and procent in (links.soort, rechts.soort):
        raise faal(
            "OP-PERCENTAGE",
            span,
            "“maal” met een percentage bestaat niet",
            hulp=("schrijf “het percentage van het bedrag”",),
        )
    eenheid, factor = tabel.eenheden.normaliseer(links.eenheid.maal(rechts.eenheid, richting))
    soort = procent if links.soort is procent and rechts.soort is not procent else Soort.NUMERIEK
    if richting == 1:
        decimalen = (
            None
            if links.decimalen is None or rechts.decimalen is None
            else decimalen_maal(links.decimalen + rechts.decimalen, factor)
        )
    else:
        decimalen = None
    return Type(soort, eenheid, decimalen), factor
