"""Names, units, numbers, dates and types as text. [0.2, 0.3, 1.4, 1.8]"""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

from wetsanalyse.syntax import tree as t

TELWOORDEN = ("nul", "één", "twee", "drie", "vier")  # the language has words up to four [3.4]
_MEERVOUD = {
    "dag": "dagen", "week": "weken", "maand": "maanden", "kwartaal": "kwartalen", "jaar": "jaren",
}  # fmt: skip


def naam(node: t.Naam) -> str:
    return f"{node.lidwoord} {node.tekst}" if node.lidwoord else node.tekst


def naamwoord(node: t.Naam, meervoud: str | None) -> str:
    """A name where it is declared, with its plural. [0.3]"""
    return f"{naam(node)} (mv: {meervoud})" if meervoud else naam(node)


def reeks(delen: list[str], voegwoord: str = "en") -> str:
    """``a, b en c``"""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


def aantal(n: int) -> str:
    return TELWOORDEN[n] if 1 <= n < len(TELWOORDEN) else str(n)


# ------------------------------------------------------------------ numbers and dates


def breuk(waarde: Fraction, decimalen: int) -> str:
    """With as many decimals as were written; a value that has none as a (mixed) fraction."""
    teken = "-" if waarde < 0 else ""
    heel = abs(waarde) * 10**decimalen
    if heel.denominator == 1:
        cijfers = str(heel.numerator).rjust(decimalen + 1, "0")
        if not decimalen:
            return teken + cijfers
        return f"{teken}{cijfers[:-decimalen]},{cijfers[-decimalen:]}"
    geheel, rest = divmod(abs(waarde), 1)
    deel = f"{rest.numerator}/{rest.denominator}"
    return f"{teken}{geheel}_{deel}" if geheel else teken + deel


def getal(node: t.Getal) -> str:
    cijfers = breuk(node.waarde, node.decimalen)
    if node.eenheid is None:
        return cijfers
    return f"{cijfers} {eenheid(node.eenheid)}"


def percentage(node: t.Percentagegetal) -> str:
    return breuk(node.waarde * 100, node.decimalen) + "%"


def datum(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year:04d}"


def tijdstip(moment: datetime) -> str:
    milli = moment.microsecond // 1000
    return f"{datum(moment.date())} {moment:%H:%M:%S}.{milli:03d}"


# ------------------------------------------------------------------ units and types


def eenheid(node: t.EenheidTekst) -> str:
    """``€/mnd``; without anything above the line ``/u``, or ``1/u`` as it was written."""
    boven = " ".join(_macht(m) for m in node.teller)
    onder = " ".join(_macht(m) for m in node.noemer)
    if not boven and node.span.tekst.startswith("1"):
        boven = "1"
    return f"{boven}/{onder}" if onder else boven


def _macht(m: t.Macht) -> str:
    return m.eenheid if m.exponent == 1 else f"{m.eenheid}^{m.exponent}"


def met_eenheid(node: t.EenheidTekst | None) -> str:
    if node is None:
        return ""
    tekst = eenheid(node)
    return f" met eenheid {'1' if tekst.startswith('/') else ''}{tekst}"


def datatype(node: t.Datatype) -> str:
    match node:
        case t.EnkelvoudigType(soort=soort):
            return soort
        case t.DomeinType(domein=domein, eenheid=eh):
            return domein + met_eenheid(eh)
        case t.NumeriekType():
            woord = "Percentage" if node.percentage else "Numeriek"
            return f"{woord} ({_getalspec(node)}){met_eenheid(node.eenheid)}"


def _getalspec(node: t.NumeriekType) -> str:
    bereik = f"{node.bereik} " if node.bereik else ""
    if node.decimalen is None:
        return f"{bereik}getal"
    if node.decimalen == 0:
        return f"{bereik}geheel getal"
    return f"{bereik}getal met {node.decimalen} decimalen"


# ------------------------------------------------------------------ time


def geldigheid(node: t.Geldigheid) -> str:
    """``altijd``, ``vanaf 2024 t/m 30-6-2025``, without the word `geldig` itself. [2.1]"""
    van = None if node.van is None else _grens(node.van, node.jaartallen[0], (1, 1))
    tot = None if node.tot is None else _grens(node.tot, node.jaartallen[1], (12, 31))
    delen = [f"vanaf {van}" if van else "", f"t/m {tot}" if tot else ""]
    return " ".join(d for d in delen if d) or "altijd"


def _grens(dag: date, als_jaar: bool, rand: tuple[int, int]) -> str:
    return f"{dag.year:04d}" if als_jaar and (dag.month, dag.day) == rand else datum(dag)


def maten(maat: t.Tijdmaat, n: int) -> str:
    return f"{n} {_MEERVOUD[maat]}"


def tijdlijn(node: t.Tijdlijn | None) -> str:
    """`` voor elke maand``, with the space before it; nothing for None. [1.9, A-5]"""
    if node is None:
        return ""
    if node.naam is not None:
        maat = f"elke {node.naam.tekst}"
    elif node.aantal == 1:
        maat = f"{'elk' if node.maat in ('kwartaal', 'jaar') else 'elke'} {node.maat}"
    else:
        maat = f"elke {maten(node.maat or 'maand', node.aantal)}"
    start = f" startend op {_ijkpunt(node.ijkpunt)}" if node.ijkpunt else ""
    return f" voor {maat}{start}"


def _ijkpunt(node: t.Ijkpunt) -> str:
    if node.datum is not None:
        return datum(node.datum)
    if node.weekdag is not None:
        return node.weekdag
    maanden = reeks([str(m) for m in node.maanden])
    return f"dag {node.dag} van {f'maand {maanden}' if maanden else 'de maand'}"
