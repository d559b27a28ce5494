"""How names are written: capitals, guessed plurals, verbs that follow the subject.
[0.1, 0.3, 6.1]"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.syntax import tree
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.syntax.lexicon import Betekenis
from wetsanalyse.syntax.woorden import eenspatie, sleutel
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import waarschuwing

NAMEN = ("objecttype", "attribuut", "kenmerk", "rol", "parameter", "dagsoort")
REGELBEGIN = frozenset("\n.:;|•-*")
"""What may stand before the first word of a sentence, a bullet or a cell."""


def over_schrijfwijze(node: tree.Node, tabel: Tabel, context: str) -> Iterator[Diagnostic]:
    """Warnings about the names in one version of a rule, each name once."""
    eigen = _eigen_namen(node)
    gezien: set[str] = set()
    for deel in doorloop(node):
        if isinstance(deel, tree.Naam) and sleutel(deel.tekst) not in eigen:
            for melding in (_hoofdletters(deel, tabel), _geraden(deel, tabel)):
                if melding is not None and melding.code + deel.tekst not in gezien:
                    gezien.add(melding.code + deel.tekst)
                    yield waarschuwing(
                        melding.code, melding.span, melding.bericht, hulp=melding.hulp,
                        context=context,
                    )  # fmt: skip
    yield from _getal(node, tabel, context)


def _eigen_namen(node: tree.Node) -> set[tuple[str, ...]]:
    """Names that are made in the rule itself, and names of other kinds of blocks."""
    namen: set[tuple[str, ...]] = set()
    for deel in doorloop(node):
        if isinstance(deel, tree.Variabele):
            namen.add(tuple(sleutel(deel.naam.tekst)))
        elif isinstance(deel, tree.Regeltest):
            namen.add(tuple(sleutel(deel.regel.tekst)))
        elif isinstance(deel, tree.OpenNormtest):
            namen.add(tuple(sleutel(deel.norm.tekst)))
    return namen


def _hoofdletters(naam: tree.Naam, tabel: Tabel) -> Diagnostic | None:
    """Other capitals than in the declaration, unless the name begins a sentence. [0.1]"""
    geschreven = eenspatie(naam.tekst)
    betekenissen = tabel.zoek(geschreven, *NAMEN)
    vormen = [eenspatie(v) for b in betekenissen if (v := _vorm(b, tabel)) is not None]
    if len(vormen) < len(betekenissen) or not vormen or geschreven in vormen:
        return None
    if _begint_zin(naam) and any(geschreven[1:] == vorm[1:] for vorm in vormen):
        return None
    return waarschuwing(
        "NM-HOOFDLETTER",
        naam.span,
        f"“{geschreven}” is gedeclareerd als “{vormen[0]}”",
        hulp=("schrijf de naam overal met dezelfde hoofdletters",),
    )


def _vorm(betekenis: Betekenis, tabel: Tabel) -> str | None:
    """How this form of a name was declared, where that is known."""
    if betekenis.getal == "enkel":
        return betekenis.naam
    if betekenis.soort == "objecttype" and betekenis.naam in tabel.objecttypen:
        return tabel.objecttypen[betekenis.naam].meervoud
    return None


def _begint_zin(naam: tree.Naam) -> bool:
    tekst = naam.span.source.tekst
    voor = tekst[: naam.span.start].rstrip(" \t")
    return not voor or voor[-1] in REGELBEGIN


def _geraden(naam: tree.Naam, tabel: Tabel) -> Diagnostic | None:
    """A plural that nobody declared. [0.3]"""
    betekenissen = tabel.zoek(naam.tekst, *NAMEN)
    if not betekenissen or any(b.getal != "geraden" for b in betekenissen):
        return None
    eerste = betekenissen[0]
    return waarschuwing(
        "MV-GERADEN",
        naam.span,
        f"“{eenspatie(naam.tekst)}” is gelezen als het meervoud van “{eerste.naam}”, maar dat is "
        "nergens opgegeven",
        hulp=(f"schrijf bij de declaratie “{eerste.naam} (mv: {eenspatie(naam.tekst)})”",),
    )


def _getal(node: tree.Node, tabel: Tabel, context: str) -> Iterator[Diagnostic]:
    """A verb in the singular with a plural subject, or the other way round. [6.1]"""
    for deel in doorloop(node, lambda n: not isinstance(n, tree.Subselectie | tree.Consistentie)):
        onderwerp = _onderwerp(deel)
        if onderwerp is None:
            continue
        meer = _is_meervoud(onderwerp, tabel)
        assert isinstance(deel, tree.Bewering)
        if meer is not None and meer != deel.meervoud:
            goed = "zijn, hebben, voldoen" if meer else "is, heeft, voldoet"
            yield waarschuwing(
                "MV-GETAL",
                deel.span,
                f"het onderwerp is {'meervoud' if meer else 'enkelvoud'}, "
                f"het werkwoord {'meervoud' if deel.meervoud else 'enkelvoud'}",
                hulp=(f"gebruik hier: {goed}",),
                context=context,
            )


def _onderwerp(node: tree.Node) -> tree.Keten | None:
    match node:
        case tree.Vergelijking():
            onderwerp: object = node.links
        case tree.Leegtest() | tree.Elfproef() | tree.Cijfertest():
            onderwerp = node.waarde
        case tree.Naamtest() | tree.Samengesteld():
            onderwerp = node.onderwerp
        case _:
            return None
    return onderwerp if isinstance(onderwerp, tree.Keten) else None


def _is_meervoud(keten: tree.Keten, tabel: Tabel) -> bool | None:
    """Whether the first word of a chain is a plural; None when that cannot be said."""
    eerste = keten.schakels[0]
    if isinstance(eerste, tree.Hij):
        return False
    if not isinstance(eerste, tree.Schakel):
        return None
    vormen = {b.getal == "enkel" for b in tabel.zoek(eerste.naam.tekst, *NAMEN)}
    if any(
        isinstance(s, tree.Schakel) and s.kwantificatie is not None and s is not eerste
        for s in keten.schakels
    ):
        # `de leeftijd van alle kinderen` can be followed by either.
        return None
    kw = eerste.kwantificatie
    if kw is not None and (kw.soort == "geen" or kw.aantal == 1):
        # `hoogstens één van de kinderen is`, and `zijn` is heard too.
        return None
    if len(vormen) != 1:
        return None
    return vormen != {True}


def schrijf_waarde(waarde: Fraction, type_: Type) -> str:
    """A number or date as a reader writes it."""
    if type_.soort is Soort.DATUM and waarde.denominator == 1 and 1 <= waarde <= 3652059:
        dag = date.fromordinal(int(waarde))
        return f"{dag.day}-{dag.month}-{dag.year}"
    if type_.soort is Soort.PERCENTAGE:
        return f"{_decimaal(waarde * 100)}%"
    eenheid = f" {type_.eenheid}" if type_.eenheid else ""
    return f"{_decimaal(waarde)}{eenheid}"


def _decimaal(waarde: Fraction) -> str:
    noemer = waarde.denominator
    while noemer % 2 == 0:
        noemer //= 2
    while noemer % 5 == 0:
        noemer //= 5
    if noemer != 1:
        return str(waarde)
    cijfers = 0
    while (waarde * 10**cijfers).denominator != 1:
        cijfers += 1
    geheel = abs(waarde.numerator * 10**cijfers // waarde.denominator)
    tekst = str(geheel).rjust(cijfers + 1, "0")
    kaal = tekst if cijfers == 0 else f"{tekst[:-cijfers]},{tekst[-cijfers:]}"
    return f"-{kaal}" if waarde < 0 else kaal
