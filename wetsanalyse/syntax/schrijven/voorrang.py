"""What binds tighter than what, and where brackets are needed. [3.2]"""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.syntax import tree as t

# What a place of the grammar takes, from loose to tight (grammars/regels.lark).
EXPRESSIE, SOM, PRODUCT, MACHT, OPERAND, LID = range(6)
NOOIT = -1  # only between brackets
_SOM_OPS = ("plus", "min", "verminderd met")
_FUNCTIES = (
    t.Aggregatie | t.Absoluut | t.Wortel | t.Tijdsduur | t.Datumdeel | t.DatumMet
    | t.DatumtijdMet | t.Paasdag | t.AantalDagen | t.Totaal | t.TijdsevenredigDeel
)  # fmt: skip


def is_functie(node: t.Node) -> bool:
    """May it stand without brackets where the grammar says `functie`?"""
    if getattr(node, "haakjes", False) or not isinstance(node, _FUNCTIES):
        return False
    return not isinstance(node, t.Totaal | t.TijdsevenredigDeel) or node.tijd is None


def niveau(node: t.Expressie) -> int:
    """How tight it binds without brackets of its own."""
    match node:
        case t.Opsomming() | t.Tijdgebonden():
            return NOOIT
        case t.Totaal(tijd=tijd) | t.TijdsevenredigDeel(tijd=tijd) if tijd is not None:
            return NOOIT
        case t.Afgerond() | t.Begrensd():
            return EXPRESSIE
        case t.Binair(op=op):
            return SOM if op in _SOM_OPS else PRODUCT
        case t.Machtsverheffing():
            return MACHT
        case t.Keten(schakels=schakels):
            return OPERAND if len(schakels) > 1 and is_functie(schakels[-1]) else LID
        case t.Subselectie():
            return OPERAND
        case _:
            return OPERAND if is_functie(replace(node, haakjes=False)) else LID


def eindigt_op_lijst(node: t.Node | None) -> bool:
    """Is the last thing of it a list with bullets? What follows would then belong to its last
    item, so it needs brackets."""
    while node is not None and not getattr(node, "haakjes", False):
        if isinstance(node, t.Samengesteld):
            return True
        node = _laatste(node)
    return False


def _laatste(node: t.Node) -> t.Node | None:
    """The part that stands at its end; None when it ends with a word of its own."""
    match node:
        case t.Subselectie(predicaat=deel) | t.AantalDagen(voorwaarde=deel):
            return deel
        case t.HelePeriode(conditie=deel) | t.Gedurende(conditie=deel):
            return deel
        case t.Vergelijking(rechts=deel) | t.Binair(rechts=deel) | t.DatumMet(dag=deel):
            return deel
        case t.Aggregatie(of_nul=False, bereiken=(), argument=deel):
            return deel
        case t.Absoluut(waarde=deel) | t.Datumdeel(datum=deel) | t.Paasdag(jaar=deel):
            return deel
        case t.Totaal(waarde=deel) | t.TijdsevenredigDeel(waarde=deel):
            return deel
        case t.Begrensd(minimum=minimum, maximum=maximum):
            return maximum or minimum
        case t.Keten(schakels=delen) | t.Opsomming(leden=delen) | t.DatumtijdMet(delen=delen):
            return delen[-1]
        case _:
            return None
