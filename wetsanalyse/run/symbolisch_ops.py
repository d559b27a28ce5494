"""What each operation means when the citizen is not known: one function per `Op`.

Each function follows the row of its operation in `plan/ops.py` and the exact function in
`run/operaties.py` or `run/lui.py`. It gets the parameter of the step and its arguments, each of
them still to be asked: what lies behind a condition that is never true is not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.types import Type
from wetsanalyse.plan.ops import Afronding, Op, Vergelijking
from wetsanalyse.run.evaluator import ALLE_STRIKT
from wetsanalyse.run.getallen import Rationaal
from wetsanalyse.run.operaties import ABS_AFRONDING, BEREIKEN
from wetsanalyse.run.symbolisch_getal import (
    is_kleiner,
    kies,
    negatief,
    product,
    quotient,
    schaal,
    som,
    vergelijk,
)
from wetsanalyse.run.symbolisch_kalender import datum_plus, datumdeel, tijdsduur
from wetsanalyse.run.symbolisch_rond import afgerond, is_op_rooster
from wetsanalyse.run.symbolisch_tellen import aantal, tel
from wetsanalyse.run.symbolisch_termen import (
    Formule,
    als,
    en,
    en_alle,
    niet,
    of,
    of_alle,
)
from wetsanalyse.run.symbolisch_waarde import (
    NIETS,
    NUL,
    STUK,
    AlleenExact,
    Arg,
    Symbool,
    bekend,
    eindig,
    fout_in,
    gekozen,
    getal_,
    met_fout,
    waarheid,
    zelfde,
)

Functie = Callable[[Any, Sequence[Arg]], Symbool]
RATIONAAL = Rationaal()


def strikt(functie: Callable[[Any, list[Symbool]], Symbool]) -> Functie:
    """All arguments are needed, and a fault in one of them is the fault of all."""

    def doe(par: Any, args: Sequence[Arg]) -> Symbool:
        waarden = [arg() for arg in args]
        fout = fout_in(waarden)
        return STUK if fout is True else met_fout(functie(par, waarden), fout)

    return doe


# ------------------------------------------------------------------ arithmetic


def _waarde_of_nul(arg: Symbool) -> Any:
    return kies([(arg.leeg, NUL), (True, arg.getal)])


def _plus(_par: Any, args: list[Symbool]) -> Symbool:
    links, rechts = (_waarde_of_nul(arg) for arg in args)
    return getal_(som(links, rechts))


def _min(_par: Any, args: list[Symbool]) -> Symbool:
    links, rechts = (_waarde_of_nul(arg) for arg in args)
    return getal_(som(links, negatief(rechts)))


def _verminderd(_par: Any, args: list[Symbool]) -> Symbool:
    links, rechts = args
    return getal_(som(links.getal, negatief(_waarde_of_nul(rechts))), leeg=links.leeg)


def _maal(_par: Any, args: list[Symbool]) -> Symbool:
    links, rechts = args
    leeg = of(links.leeg, rechts.leeg)
    return getal_(kies([(leeg, NUL), (True, product(links.getal, rechts.getal))]))


def _deel(par: Any, args: list[Symbool]) -> Symbool:
    links, rechts = args
    nul = vergelijk("=", rechts.getal, NUL)
    fout = als(rechts.leeg, niet(links.leeg), nul)
    waarde = quotient(links.getal, rechts.getal)
    if par is True:
        waarde = afgerond(waarde, ABS_AFRONDING)
    return getal_(kies([(of(links.leeg, rechts.leeg), NUL), (True, waarde)]), fout=fout)


def _schaal(par: Fraction, args: list[Symbool]) -> Symbool:
    return getal_(schaal(args[0].getal, par), leeg=args[0].leeg)


def _absoluut(_par: Any, args: list[Symbool]) -> Symbool:
    getal = args[0].getal
    groot = kies([(is_kleiner(getal, NUL), negatief(getal)), (True, getal)])
    return getal_(groot, leeg=args[0].leeg)


def _afronden(par: Afronding, args: list[Symbool]) -> Symbool:
    return getal_(afgerond(args[0].getal, par), leeg=args[0].leeg)


def _begrens(_par: Any, args: list[Symbool]) -> Symbool:
    x, laag, hoog = args
    fout = en(niet(laag.leeg), niet(hoog.leeg), is_kleiner(hoog.getal, laag.getal))
    getal = x.getal
    onder = en(niet(laag.leeg), is_kleiner(getal, laag.getal))
    getal = kies([(onder, laag.getal), (True, getal)])
    boven = en(niet(hoog.leeg), is_kleiner(hoog.getal, getal))
    getal = kies([(boven, hoog.getal), (True, getal)])
    return getal_(getal, leeg=x.leeg, fout=fout)


def _uitgeschreven(op: Op) -> Functie:
    """The exact function, for every row of values that the arguments can have."""
    exact = ALLE_STRIKT[op]

    def doe(par: Any, args: list[Symbool]) -> Symbool:
        return eindig(lambda waarden: exact(RATIONAAL, par, waarden), args)

    return strikt(doe)


# ------------------------------------------------------------------ tests


def _vergelijk(par: Vergelijking, args: list[Symbool]) -> Symbool:
    links, rechts = args
    beide, een = en(links.leeg, rechts.leeg), of(links.leeg, rechts.leeg)
    fout: Formule = False
    if par.teken != "≠" and (par.soort == "tijd" or (par.teken == "=" and par.soort != "getal")):
        fout = beide
    if par.soort in ("getal", "tijd"):
        waar = vergelijk(par.teken, links.getal, rechts.getal)
    else:
        eender = zelfde(links, rechts)
        waar = eender if par.teken == "=" else niet(eender)
    bij_leeg = niet(beide) if par.teken == "≠" else False
    return waarheid(als(een, bij_leeg, waar), fout=fout)


def _is_leeg(_par: Any, args: list[Symbool]) -> Symbool:
    return waarheid(args[0].leeg)


def _niet(_par: Any, args: list[Symbool]) -> Symbool:
    return waarheid(niet(args[0].waar))


def _controle(par: Type, args: list[Symbool]) -> Symbool:
    (arg,) = args
    if not par.is_getal or arg.soort != "getal":
        return arg
    fout: Formule = False
    if par.decimalen is not None:
        fout = niet(is_op_rooster(arg.getal, Fraction(1, 10**par.decimalen)))
    if par.bereik is not None:
        fout = of(fout, niet(vergelijk(BEREIKEN[par.bereik], arg.getal, NUL)))
    return met_fout(arg, en(niet(arg.leeg), fout))


# ------------------------------------------------------------------ choice


def _indien(_par: Any, args: Sequence[Arg]) -> Symbool:
    voorwaarde = args[0]()
    waar = voorwaarde.waar
    if waar is False:
        return met_fout(NIETS, voorwaarde.fout)
    return met_fout(gekozen([(waar, args[1]()), (True, NIETS)]), voorwaarde.fout)


def _een_van(_par: Any, args: Sequence[Arg]) -> Symbool:
    leden = [arg() for arg in args]
    waar = of_alle(lid.waar for lid in leden)
    return waarheid(waar, fout=en(niet(waar), fout_in(leden)))


def _kies(_par: Any, args: Sequence[Arg]) -> Symbool:
    """Two that are true must agree; only then it does not matter which one is taken."""
    takken: list[tuple[Formule, Symbool]] = []
    fout: Formule = False
    for voorwaarde, waarde in zip(args[:-1:2], args[1::2], strict=True):
        test = voorwaarde()
        fout = of(fout, test.fout)
        if test.waar is not False:
            takken.append((test.waar, waarde()))
    zeker = any(c is True for c, _ in takken)
    keuze = gekozen([*takken, (True, NIETS if zeker else args[-1]())])
    for c, tak in takken:
        anders = en(niet(tak.fout), niet(keuze.fout), niet(zelfde(tak, keuze)))
        fout = of(fout, en(c, of(tak.fout, anders)))
    return met_fout(keuze, fout)


def _enige(par: Any, args: Sequence[Arg]) -> Symbool:
    bewakers = [arg() for arg in args[::2]]
    fout = fout_in(bewakers)
    paren: list[tuple[Formule, Symbool]] = []
    eerder: Formule = False
    for bewaker, waarde in zip(bewakers, args[1::2], strict=True):
        fout = of(fout, en(eerder, bewaker.waar))
        eerder = of(eerder, bewaker.waar)
        if bewaker.waar is not False:
            paren.append((bewaker.waar, waarde()))
    return met_fout(gekozen([*paren, (True, bekend(par))]), fout)


# ------------------------------------------------------------------ lists


def _som(par: Any, args: list[Symbool]) -> Symbool:
    totaal = NUL
    for arg in args:
        totaal = som(totaal, _waarde_of_nul(arg))
    leeg = False if par is True else en_alle(arg.leeg for arg in args)
    return getal_(totaal, leeg=leeg)


def _uiterste(teken: str) -> Callable[[Any, list[Symbool]], Symbool]:
    def doe(_par: Any, args: list[Symbool]) -> Symbool:
        beste, leeg = NUL, True
        for arg in args:
            beter = en(niet(arg.leeg), of(leeg, vergelijk(teken, arg.getal, beste)))
            beste = arg.getal if leeg is True else kies([(beter, arg.getal), (True, beste)])
            leeg = en(leeg, arg.leeg)
        return getal_(beste, leeg=leeg)

    return doe


# ------------------------------------------------------------------ the table

GEWOON: Mapping[Op, Callable[[Any, list[Symbool]], Symbool]] = MappingProxyType(
    {
        Op.PLUS: _plus,
        Op.MIN: _min,
        Op.VERMINDERD: _verminderd,
        Op.MAAL: _maal,
        Op.DEEL: _deel,
        Op.SCHAAL: _schaal,
        Op.ABSOLUUT: _absoluut,
        Op.AFRONDEN: _afronden,
        Op.BEGRENS: _begrens,
        Op.DATUM_PLUS: datum_plus,
        Op.TIJDSDUUR: tijdsduur,
        Op.DATUMDEEL: datumdeel,
        Op.VERGELIJK: _vergelijk,
        Op.IS_LEEG: _is_leeg,
        Op.NIET: _niet,
        Op.AANTAL: aantal,
        Op.SOM: _som,
        Op.MINIMUM: _uiterste("<"),
        Op.MAXIMUM: _uiterste(">"),
        Op.CONTROLE: _controle,
    }
)
UITGESCHREVEN = (
    Op.WORTEL, Op.MACHT, Op.DATUM_MET, Op.DATUMTIJD_MET, Op.PAASDAG, Op.ELFPROEF, Op.CIJFERS,
    Op.TEKST, Op.DATUM_PLUS_DAGSOORT,
)  # fmt: skip
"""Without a formula of their own: only where their arguments can have few values."""
TABEL: Mapping[Op, Functie] = MappingProxyType(
    {
        **{op: strikt(functie) for op, functie in GEWOON.items()},
        **{op: _uitgeschreven(op) for op in UITGESCHREVEN},
        Op.TEL: tel,
        Op.INDIEN: _indien,
        Op.EEN_VAN: _een_van,
        Op.ENIGE: _enige,
        Op.KIES: _kies,
    }
)
IN_DE_TIJD = "de waarde verandert in de tijd"
ALLEEN_EXACT: Mapping[Op, str] = MappingProxyType(
    {
        Op.VERDEEL: "er wordt verdeeld, en de volgorde hangt van de burger af",
        **dict.fromkeys(
            (Op.TIJDVAK, Op.BINNEN, Op.TOTAAL, Op.DAGENTELLING, Op.TIJDSDEEL, Op.HELETIJD,
             Op.OOIT, Op.OP_DAG, Op.KNIPS),
            IN_DE_TIJD,
        ),
    }
)  # fmt: skip
"""Why the solver cannot look into an operation whose arguments depend on the citizen."""


def voer_uit(op: Op, par: Any, args: Sequence[Arg]) -> Symbool:
    functie = TABEL.get(op)
    if functie is None:
        raise AlleenExact(ALLEEN_EXACT[op])
    return functie(par, args)
