"""Random well-formed trees over the vocabulary of `voorbeeld`: what could have been written.

Types do not matter here, only what the grammar can hold: the trees are written and read again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from tests.syntax.voorbeeld import DECLARATIES
from wetsanalyse.syntax import Lexicon, ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.text import Source

Draw = Any
ERBIJ = """\

Dimensie het peiljaar, bestaande uit de peiljaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. dit jaar

Dagsoort de werkdag (mv: werkdagen)

Tijdlijn de betaalperiode heeft tijdvakken van een kwartaal met variabel startpunt;

Regel inkomensgrens
    geldig altijd
        Een Aanvrager is verzekerd.
"""
BASIS = DECLARATIES + ERBIJ
LEEG = Source("boom", " ").span(0, 0)
ENKEL = (("de", "leeftijd"), ("het", "vermogen"), ("het", "toetsingsinkomen"), ("de", "normpremie"),
         ("de", "geboortedatum"), ("het", "aantal kinderen"))  # fmt: skip
WIE = (("de", "Aanvrager"), ("de", "ouder"), ("het", "kind"), ("het", "Kind"))
VRIJ = (("de", "standaardpremie"), ("het", "drempelinkomen"), ("het", "afbouwpercentage"))
KENMERKEN = (("is", None, "verzekerd"), ("is", "een", "toeslagpartner"),
             ("is", None, "thuiswonend"), ("heeft", None, "recht op zorgtoeslag"),
             ("heeft", "een", "toeslagpartner"), ("is", "een", "kind"))  # fmt: skip
EENHEDEN = ("€", "€/jr", "jr", "€/mnd", "mnd/jr")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    gelezen = ontleed([Source("basis.regels", BASIS)])
    assert gelezen.ok, [d.bericht for d in gelezen.diagnostics]
    return gelezen.value.lexicon


def knoop(soort: Any, /, **velden: Any) -> Any:
    return soort(span=LEEG, **velden)


def naam(tekst: str, lidwoord: Any = None) -> t.Naam:
    return t.Naam(span=LEEG, tekst=tekst, lidwoord=lidwoord)


def _met_lidwoord(paar: tuple[str, str]) -> t.Naam:
    return naam(paar[1], paar[0])


# ------------------------------------------------------------------ values


def eenheid(tekst: str) -> Any:
    """``m^2 s/kg``"""
    teller, _, noemer = tekst.partition("/")
    return knoop(t.EenheidTekst, teller=_machten(teller), noemer=_machten(noemer))


def _machten(tekst: str) -> tuple[Any, ...]:
    delen = (deel.partition("^") for deel in tekst.split())
    return tuple(knoop(t.Macht, eenheid=e, exponent=int(n or 1)) for e, _, n in delen)


@st.composite
def getallen(draw: Draw) -> Any:
    decimalen = draw(st.integers(0, 3))
    if draw(st.booleans()):
        waarde = Fraction(draw(st.integers(-20, 99_999)), 10**decimalen)
    else:
        waarde = draw(st.fractions(-5, 5, max_denominator=30))
        decimalen = 0
    eh = draw(st.none() | st.sampled_from(EENHEDEN))
    return knoop(t.Getal, waarde=waarde, decimalen=decimalen, eenheid=eh and eenheid(eh))


percentages = st.builds(
    lambda n, d: knoop(t.Percentagegetal, waarde=Fraction(n, 100 * 10**d), decimalen=d),
    st.integers(0, 9999),
    st.integers(0, 2),
)
datums = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(lambda d: knoop(t.Datumwaarde, datum=d))
momenten = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda m: knoop(t.Datumtijdwaarde, moment=m.replace(microsecond=m.microsecond // 1000 * 1000))
)
vast = st.one_of(
    datums,
    momenten,
    st.booleans().map(lambda b: knoop(t.Waarheid, waarde=b)),
    st.sampled_from(["alleenstaand", "gehuwd paar"]).map(lambda w: knoop(t.Enumwaarde, waarde=w)),
    st.booleans().map(lambda b: knoop(t.Rekendatum, jaar=b)),
)
kwantificaties = st.one_of(
    st.sampled_from(["alle", "geen"]).map(lambda s: knoop(t.Kwantificatie, soort=s)),
    st.builds(
        lambda s, n: knoop(t.Kwantificatie, soort=s, aantal=n),
        st.sampled_from(["ten minste", "ten hoogste", "precies"]),
        st.integers(1, 12),
    ),
)


@st.composite
def schakels(draw: Draw, namen: Any = ENKEL) -> Any:
    rang = draw(st.none() | st.none() | st.none() | st.sampled_from([1, 2, 5, -1]))
    return knoop(t.Schakel, naam=_met_lidwoord(draw(st.sampled_from(namen))), rang=rang)


@st.composite
def ketens(draw: Draw, diepte: int = 0) -> Any:
    """Named links; sometimes a percentage or brackets among them, or a function at the end."""
    vorm = draw(st.integers(0, 6))
    if vorm == 0:
        return knoop(t.Keten, schakels=(knoop(t.Hij),))
    if vorm == 1:
        kop = naam(draw(st.sampled_from(ENKEL))[1])
        return knoop(t.Keten, schakels=(knoop(t.Schakel, naam=kop, bepaling="zijn"),))
    if vorm == 2:
        return knoop(
            t.Keten, schakels=(knoop(t.Schakel, naam=_met_lidwoord(draw(st.sampled_from(VRIJ)))),)
        )
    if vorm == 3 and diepte > 0:
        kop = draw(percentages | schakels(VRIJ))
        return knoop(t.Keten, schakels=(kop, draw(expressies(diepte - 1))))
    if vorm == 4:
        voor, achter = naam("toetsingsinkomen", "het"), draw(kwantificaties)
        rest = knoop(t.Schakel, naam=naam("kinderen"), kwantificatie=achter)
        return knoop(t.Keten, schakels=(knoop(t.Schakel, naam=voor), rest))
    n = draw(st.integers(0, 2))
    rij = [draw(schakels()), *(draw(schakels(WIE)) for _ in range(n))]
    return knoop(t.Keten, schakels=tuple(rij))


# ------------------------------------------------------------------ expressions

_WIJZEN = ("naar beneden", "naar boven", "rekenkundig", "richting nul", "weg van nul")
_AGG = ("het aantal", "de som van", "de minimale waarde van", "de maximale waarde van",
        "de eerste van", "de laatste van")  # fmt: skip
_OPS = ("plus", "min", "verminderd met", "maal", "gedeeld door", "gedeeld door (ABS)")
_DELEN = ("jaar", "maand", "dag", "uur", "minuut", "seconde", "milliseconde")


@st.composite
def expressies(draw: Draw, diepte: int = 3) -> Any:
    if diepte <= 0 or draw(st.integers(0, 3)) == 0:
        return draw(getallen() | percentages | vast | ketens(0) | ketens(0) | teksten(diepte - 1))
    node = draw(st.sampled_from(_SOORTEN).flatmap(lambda maak: maak(diepte - 1)))
    return replace(node, haakjes=draw(st.integers(0, 5)) == 0)


def _op(diepte: int) -> Any:
    e = expressies(diepte)
    return st.builds(
        lambda op, a, b: knoop(t.Binair, op=op, links=a, rechts=b), st.sampled_from(_OPS), e, e
    )


def _afgerond(diepte: int) -> Any:
    return st.builds(
        lambda x, w, n: knoop(t.Afgerond, waarde=x, wijze=w, decimalen=n),
        expressies(diepte), st.sampled_from(_WIJZEN), st.integers(0, 4),
    )  # fmt: skip


def _wortel(diepte: int) -> Any:
    return st.builds(
        lambda x, w, n: knoop(t.Wortel, waarde=x, wijze=w, decimalen=n),
        expressies(diepte), st.sampled_from(_WIJZEN), st.integers(0, 4),
    )  # fmt: skip


def _macht(diepte: int) -> Any:
    return st.builds(
        lambda x, y, w, n: knoop(
            t.Machtsverheffing, grondtal=x, exponent=y, wijze=w, decimalen=n
        ),
        expressies(diepte), expressies(diepte), st.sampled_from(_WIJZEN), st.integers(0, 4),
    )  # fmt: skip


def _begrensd(diepte: int) -> Any:
    e = expressies(diepte)
    grenzen = st.tuples(e, e) | st.tuples(st.none(), e) | st.tuples(e, st.none())
    return st.builds(
        lambda x, g: knoop(t.Begrensd, waarde=x, minimum=g[0], maximum=g[1]), e, grenzen
    )


def _met_een_deel(diepte: int) -> Any:
    e = expressies(diepte)
    return st.one_of(
        e.map(lambda x: knoop(t.Absoluut, waarde=x)),
        e.map(lambda x: knoop(t.Paasdag, jaar=x)),
        st.builds(lambda d, x: knoop(t.Datumdeel, deel=d, datum=x), st.sampled_from(_DELEN), e),
        st.builds(lambda a, b, c: knoop(t.DatumMet, jaar=a, maand=b, dag=c), e, e, e),
    )


def _opsomming(diepte: int, voegwoorden: tuple[str, ...] = ("en", "of")) -> Any:
    return st.builds(
        lambda leden, w: knoop(t.Opsomming, leden=tuple(leden), voegwoord=w),
        st.lists(expressies(diepte), min_size=2, max_size=3), st.sampled_from(voegwoorden),
    )  # fmt: skip


def _aggregatie(diepte: int) -> Any:
    bereik = st.sampled_from([
        (),
        (knoop(t.Dimensiebereik, dimensie=naam("peiljaren")),),
        (knoop(t.Dimensiebereik, dimensie=naam("peiljaren"), van=naam("vorig jaar"),
               tot=naam("dit jaar")),),
        (knoop(t.Dimensiebereik, dimensie=None, van=naam("vorig jaar"), tot=naam("dit jaar")),),
        (knoop(t.Dimensiebereik, dimensie=naam("peiljaren"),
               labels=(naam("vorig jaar"), naam("dit jaar"))),),
    ])  # fmt: skip
    return st.builds(
        lambda s, x, nul, b: knoop(t.Aggregatie, soort=s, argument=x, of_nul=nul, bereiken=b),
        st.sampled_from(_AGG),
        expressies(diepte) | _subselectie(diepte) | _opsomming(diepte, ("en",)),
        st.booleans(),
        bereik,
    )


def _tijdsduur(diepte: int) -> Any:
    e = expressies(diepte)
    return st.builds(
        lambda a, b, eh, hele, abs_: knoop(
            t.Tijdsduur, van=a, tot=b, eenheid=eh, hele=hele, absoluut=abs_
        ),
        e, e, st.sampled_from(["jaren", "dagen", "maanden"]), st.booleans(), st.booleans(),
    )  # fmt: skip


def _subselectie(diepte: int) -> Any:
    hij = knoop(t.Keten, schakels=(knoop(t.Hij),))
    # Not "kinderen" alone: `het aantal kinderen` is an attribute here. [A4]
    kop = st.one_of(
        st.just(knoop(t.Schakel, naam=naam("ouders", "de"))),
        kwantificaties.map(lambda k: knoop(t.Schakel, naam=naam("kinderen"), kwantificatie=k)),
    )
    wie = st.builds(lambda k, w: knoop(t.Keten, schakels=(k, w)), kop, schakels(WIE))
    return st.builds(
        lambda k, p: knoop(t.Subselectie, keten=k, predicaat=p), wie, predicaten(diepte, hij)
    )


def perioden(diepte: int, *, los: bool = False) -> Any:
    """``los``: nothing stands before it. Elsewhere `x van a tot b` would begin with a chain, unless
    a is a date."""
    e = expressies(diepte)
    van = e if los else datums | momenten
    return st.one_of(
        e.map(lambda a: knoop(t.Periode, van=a, tot=None)),
        st.builds(lambda a, b, tm: knoop(t.Periode, van=a, tot=b, tot_en_met=tm),
                  st.none() | van, e, st.booleans()),
    )  # fmt: skip


def tijden(diepte: int) -> Any:
    gedurende = condities(diepte).map(lambda c: knoop(t.Gedurende, conditie=c))
    return perioden(diepte) | gedurende


def _van_tijd(diepte: int) -> Any:
    e, tijd = expressies(diepte), tijden(diepte)
    per = st.sampled_from(["maand", "jaar"])
    return st.one_of(
        st.builds(lambda x, p: knoop(t.Totaal, waarde=x, tijd=p), e, st.none() | tijd),
        st.builds(lambda m, x, p: knoop(t.TijdsevenredigDeel, per=m, waarde=x, tijd=p),
                  per, e, st.none() | tijd),
        st.builds(lambda x, p: knoop(t.Tijdgebonden, waarde=x, tijd=p), e, tijd),
        st.builds(lambda m, c: knoop(t.AantalDagen, per=m, voorwaarde=c),
                  per, expressies(diepte).flatmap(lambda x: predicaten(diepte, x))),
    )  # fmt: skip


def teksten(diepte: int) -> Any:
    los = st.sampled_from(["", "een tekst", "met | een pijp", "zie wet://artikel 3"])
    if diepte <= 0:
        return los.map(lambda s: knoop(t.Tekst, delen=(s,) if s else ()))
    return st.builds(
        lambda a, x, b: knoop(t.Tekst, delen=tuple(d for d in (a, x, b) if d != "")),
        los, expressies(diepte), los,
    )  # fmt: skip


_SOORTEN = (ketens, _op, _op, _afgerond, _begrensd, _wortel, _macht, _met_een_deel, _opsomming,
            _aggregatie, _tijdsduur, _subselectie, _van_tijd, teksten)  # fmt: skip

# ------------------------------------------------------------------ conditions

_WOORDEN = (
    "gelijk aan", "ongelijk aan", "groter dan", "groter of gelijk aan", "kleiner dan",
    "kleiner of gelijk aan", "later dan", "later of gelijk aan", "eerder dan",
    "eerder of gelijk aan",
)  # fmt: skip


def _naamtest(wie: Any) -> Any:
    def maak(kenmerk: tuple[str, Any, str], ontkend: bool) -> Any:
        werkwoord, voor, kern = kenmerk
        return knoop(t.Naamtest, onderwerp=wie, werkwoord=werkwoord, naam=naam(kern, voor),
                     ontkend=ontkend)  # fmt: skip

    return st.builds(maak, st.sampled_from(KENMERKEN), st.booleans())


def enkele(diepte: int, wie: Any) -> Any:
    """What can be said of a subject in one go."""
    rechts = expressies(diepte) | _opsomming(diepte, ("of",))
    return st.one_of(
        st.builds(lambda w, r: knoop(t.Vergelijking, links=wie, woord=w, rechts=r),
                  st.sampled_from(_WOORDEN), rechts),
        st.booleans().map(lambda g: knoop(t.Leegtest, waarde=wie, gevuld=g)),
        _naamtest(wie),
    )  # fmt: skip


def predicaten(diepte: int, wie: Any) -> Any:
    """Conditions about one subject, as they may stand behind `die`."""
    soorten = [
        enkele(diepte, wie),
        st.booleans().map(lambda n: knoop(t.Elfproef, waarde=wie, ontkend=n)),
        st.builds(lambda n, o: knoop(t.Cijfertest, waarde=wie, cijfers=n, ontkend=o),
                  st.integers(1, 9), st.booleans()),
        st.builds(lambda p, c, o: knoop(t.HelePeriode, per=p, conditie=c, ontkend=o),
                  st.sampled_from(["jaar", "maand"]), enkele(diepte, wie), st.booleans()),
    ]  # fmt: skip
    if diepte > 0:
        soorten.append(_samengesteld(diepte, wie))
    return st.one_of(soorten)


def _samengesteld(diepte: int, wie: Any) -> Any:
    leden = st.lists(condities(diepte - 1), min_size=1, max_size=3)
    return st.builds(
        lambda k, c: knoop(t.Samengesteld, onderwerp=wie, kwantificatie=k, leden=tuple(c)),
        kwantificaties, leden,
    )  # fmt: skip


def condities(diepte: int = 2) -> Any:
    if diepte < 0:
        return ketens(0).flatmap(_naamtest)
    versie = st.none() | geldigheden
    return st.one_of(
        expressies(diepte).flatmap(lambda wie: predicaten(diepte, wie)),
        _samengesteld(diepte, None),
        st.builds(lambda u, g: knoop(t.Regeltest, regel=naam("inkomensgrens"), uitslag=u,
                                     geldigheid=g),
                  st.sampled_from(["gevuurd", "inconsistent"]), versie),
        st.builds(lambda p, o: knoop(t.Periodetest, periode=p, ontkend=o),
                  perioden(diepte - 1, los=True), st.booleans()),
        st.booleans().map(lambda o: knoop(t.OpenNormtest, norm=naam("onbillijke uitkomst"),
                                          ontkend=o)),
    )  # fmt: skip


# ------------------------------------------------------------------ rules


@st.composite
def _geldigheid(draw: Draw) -> Any:
    jaren = draw(st.tuples(st.booleans(), st.booleans()))
    van = draw(st.none() | st.dates(date(2000, 1, 1), date(2015, 12, 31)))
    tot = draw(st.none() | st.dates(date(2016, 1, 1), date(2030, 12, 31)))
    if van is not None and jaren[0]:
        van = date(van.year, 1, 1)
    if tot is not None and jaren[1]:
        tot = date(tot.year, 12, 31)
    return knoop(t.Geldigheid, van=van, tot=tot, jaartallen=jaren)


geldigheden = _geldigheid()


def _wie(*namen: str) -> Any:
    rij = [*namen[:-1]]
    return knoop(t.Keten, schakels=(
        *(knoop(t.Schakel, naam=naam(n, "de")) for n in rij),
        knoop(t.Schakel, naam=naam(namen[-1]), bepaling="een"),
    ))  # fmt: skip


def resultaten(diepte: int = 2) -> Any:
    e = expressies(diepte)
    doel = st.sampled_from([_wie("zorgtoeslag", "Aanvrager"), _wie("leeftijd", "kind", "ouder")])
    kenmerk = st.sampled_from(KENMERKEN)
    toekenning = st.builds(
        lambda n, x: knoop(t.Toekenning, naam=naam(n), waarde=x),
        st.sampled_from(["leeftijd", "spaargeld"]), e,
    )  # fmt: skip
    gewoon = st.one_of(
        st.builds(lambda d, x, w: knoop(t.Gelijkstelling, doel=d, waarde=x, werkwoord=w),
                  doel, e, st.sampled_from(["berekend", "gesteld"])),
        st.builds(lambda d, x: knoop(t.Initialisatie, doel=d, waarde=x), doel, e),
        kenmerk.map(lambda k: knoop(t.Kenmerktoekenning, onderwerp=_wie("Aanvrager"),
                                    werkwoord=k[0], naam=naam(k[2], k[1]))),
    )  # fmt: skip
    if diepte < 0:
        return gewoon
    return gewoon | st.one_of(
        st.lists(toekenning, min_size=1, max_size=3).map(
            lambda r: knoop(t.Objectcreatie, onderwerp=_wie("Aanvrager"),
                            rol=naam("kind", "een"), toekenningen=tuple(r))),
        st.just(knoop(t.Feitcreatie, doel=_wie("kind", "ouder"), bron=knoop(t.Keten, schakels=(
            knoop(t.Schakel, naam=naam("kind", "een")),
            knoop(t.Schakel, naam=naam("ouder", "de")))))),
        expressies(diepte).flatmap(lambda wie: predicaten(diepte, wie)).map(
            lambda c: knoop(t.Consistentie, criterium=c)),
        _samengesteld(diepte, None).map(lambda c: knoop(t.Consistentie, criterium=c)),
        st.lists(_uniekbron(), min_size=1, max_size=2).map(
            lambda b: knoop(t.Uniciteit, bronnen=tuple(b))),
        _verdeling(),
        st.just(knoop(t.Dagsoortdefinitie, dagsoort=naam("werkdag"))),
        e.map(lambda x: knoop(t.Startpuntbepaling, tijdlijn=naam("betaalperiode"),
                              onderwerp=_wie("Aanvrager"), datum=x)),
    )  # fmt: skip


def _uniekbron() -> Any:
    alle = knoop(t.Keten, schakels=(knoop(t.Schakel, naam=naam("Aanvragers"),
                 kwantificatie=knoop(t.Kwantificatie, soort="alle")),))  # fmt: skip
    namen = st.lists(st.sampled_from(ENKEL), min_size=1, max_size=3)
    return namen.map(
        lambda n: knoop(t.Uniekbron, namen=tuple(_met_lidwoord(x) for x in n), van=alle)
    )


def _verdeling() -> Any:
    attr = schakels().map(lambda s: knoop(t.Keten, schakels=(s,)))
    wijze = (st.none() | attr).map(lambda n: knoop(t.Verdeelwijze, naar=n))
    doel = knoop(t.Keten, schakels=(
        knoop(t.Schakel, naam=naam("spaargeld", "het")),
        knoop(t.Schakel, naam=naam("kinderen"),
              kwantificatie=knoop(t.Kwantificatie, soort="alle")),
        knoop(t.Schakel, naam=naam("ouder", "de")),
    ))  # fmt: skip
    return st.builds(
        lambda w, v, op, m, n, r: knoop(
            t.Verdeling, bron=_wie("vermogen", "ouder"), doel=doel, wijze=w, volgorde=v,
            toenemend=op and v is not None, maximum=m, decimalen=n, rest=r,
        ),
        wijze, st.none() | attr, st.booleans(), st.none() | attr,
        st.none() | st.integers(0, 3), st.none() | attr,
    )  # fmt: skip


@st.composite
def versies(draw: Draw, diepte: int = 2) -> Any:
    namen = draw(st.lists(st.sampled_from(["X", "Y", "het verschil"]), unique=True, max_size=2))
    variabelen = tuple(
        knoop(t.Variabele, naam=naam(n.removeprefix("het "), "het" if " " in n else None),
              waarde=draw(expressies(diepte)))
        for n in namen
    )  # fmt: skip
    voorwaarde = draw(st.none() | condities(diepte) | tijden(diepte))
    # Behind a list, `van` would go on with the last item.
    los = isinstance(voorwaarde, t.Periode)
    resultaat = draw(resultaten(-1) if los else resultaten(diepte))
    return knoop(
        t.Regelversie,
        geldigheid=draw(geldigheden),
        herkomst=None,
        resultaat=resultaat,
        voorwaarde=voorwaarde,
        variabelen=variabelen,
    )


def regels(diepte: int = 2) -> Any:
    return st.lists(versies(diepte), min_size=1, max_size=2).map(
        lambda v: knoop(t.Regel, naam=naam("proef"), herkomst=None, versies=tuple(v))
    )


# ------------------------------------------------------------------ declarations

_WOORD = ("inkomen", "datum van aanvang", "aantal uren", "loon per maand", "recht op een toeslag",
          "kosten van gas en licht")  # fmt: skip
namen = st.builds(naam, st.sampled_from(_WOORD), st.sampled_from([None, "de", "het"]))
meervouden = st.none() | st.sampled_from(["inkomens", "datums van aanvang"])
_maten = st.sampled_from(["dag", "week", "maand", "kwartaal", "jaar"])
_ijkpunten = st.one_of(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(lambda d: knoop(t.Ijkpunt, datum=d)),
    st.sampled_from(["maandag", "zondag"]).map(lambda w: knoop(t.Ijkpunt, weekdag=w)),
    st.builds(lambda d, m: knoop(t.Ijkpunt, dag=d, maanden=tuple(m)),
              st.integers(1, 28), st.lists(st.integers(1, 12), unique=True, max_size=4)),
)  # fmt: skip
tijdlijnen = st.builds(
    lambda m, n, i: knoop(t.Tijdlijn, maat=m, aantal=n, ijkpunt=i),
    _maten, st.integers(1, 9), st.none() | _ijkpunten,
) | st.just(knoop(t.Tijdlijn, maat=None, naam=naam("betaalperiode")))  # fmt: skip


@st.composite
def _numeriek(draw: Draw) -> Any:
    percentage = draw(st.booleans())
    eenheden = [None, "%/jr"] if percentage else [None, "€", "€/jr", "1/jr", "€^2 u/jr"]
    eh = draw(st.sampled_from(eenheden))
    return knoop(
        t.NumeriekType,
        bereik=draw(st.sampled_from([None, "negatief", "niet-negatief", "positief"])),
        decimalen=draw(st.none() | st.integers(0, 5)),
        eenheid=None if eh is None else eenheid(eh.removeprefix("1")),
        percentage=percentage,
    )


_enkelvoudig = st.sampled_from(
    ["Tekst", "Boolean", "Datum in dagen", "Datum en tijd in millisecondes"]
).map(lambda s: knoop(t.EnkelvoudigType, soort=s))
_domeintype = st.sampled_from([None, "€/jr"]).map(
    lambda eh: knoop(t.DomeinType, domein="Bedrag", eenheid=eh and eenheid(eh))
)


@st.composite
def _attributen(draw: Draw) -> Any:
    dimensies = draw(st.sampled_from([(), (naam("peiljaar"),)]))
    return knoop(
        t.Attribuut,
        naam=draw(namen),
        meervoud=draw(meervouden),
        type=draw(_numeriek() | _enkelvoudig | _domeintype),
        dimensies=dimensies,
        tijdlijn=None if dimensies else draw(st.none() | tijdlijnen),
    )


@st.composite
def _kenmerken(draw: Draw) -> Any:
    soort = draw(st.sampled_from(["gewoon", "bezittelijk", "bijvoeglijk"]))
    return knoop(
        t.Kenmerk,
        naam=replace(draw(namen), lidwoord=None) if soort == "bijvoeglijk" else draw(namen),
        meervoud=draw(meervouden),
        soort=soort,
        tijdlijn=draw(st.none() | tijdlijnen),
        met_is=soort == "bijvoeglijk",
    )


leden = st.lists(
    _attributen() | _kenmerken() | st.just(knoop(t.Koptekst, tekst="wat wij weten")), max_size=4
).map(tuple)


@st.composite
def _eenheidsystemen(draw: Draw) -> Any:
    factoren = [None, Fraction(60), Fraction(1, 4), Fraction(3, 2)]
    regels_ = [
        knoop(t.EenheidDefinitie, naam=naam(n, "de"), meervoud=draw(st.none() | st.just(f"{n}en")),
              afkorting=draw(st.just(a)), symbool=draw(st.sampled_from([None, f"{a}x"])),
              factor=(f := draw(st.sampled_from(factoren))), basis=None if f is None else "uur")
        for n, a in (("stip", "stp"), ("lijn", "lyn"))
    ]  # fmt: skip
    return knoop(t.Eenheidsysteem, naam=naam("maten"), eenheden=tuple(regels_))


def _feittype(meerdere: tuple[bool, bool], wederkerig: bool) -> Any:
    een = knoop(t.Rol, naam=naam("baas", "de"), meervoud="bazen", objecttype=naam("Aanvrager"))
    twee = knoop(t.Rol, naam=naam("knecht", "de"), meervoud="knechten", objecttype=naam("Kind"))
    gelijk = (meerdere[0], meerdere[0])
    return knoop(
        t.Feittype,
        naam=naam("werk"),
        rollen=(een, een) if wederkerig else (een, twee),
        meerdere=gelijk if wederkerig else meerdere,
        beschrijving="werkt samen met",
        wederkerig=wederkerig,
    )


@st.composite
def gegevens(draw: Draw) -> Any:
    """One declaration."""
    soort = draw(st.integers(0, 8))
    if soort == 0:
        return knoop(t.Objecttype, naam=naam("Proef", "de"), meervoud=draw(meervouden),
                     bezield=draw(st.booleans()), leden=draw(leden))  # fmt: skip
    if soort == 1:
        return knoop(t.Extensie, objecttype=naam("Aanvrager", "de"), leden=draw(leden))
    if soort == 2:
        waarden = ("een", "twee of drie")
        return knoop(t.Domein, naam=naam("Proef"), type=None, waarden=waarden)
    if soort == 3:
        return knoop(t.Domein, naam=naam("Proef"), type=draw(_numeriek() | _enkelvoudig))
    if soort == 4:
        labels = tuple(knoop(t.Dimensielabel, nummer=n, tekst=x)
                       for n, x in draw(st.sampled_from([((1, "bruto"), (2, "netto")),
                                                         ((None, "bruto"),)])))  # fmt: skip
        voor = draw(st.sampled_from([None, "van", "in", "uit"]))
        return knoop(t.Dimensie, naam=naam("brutering", "de"), meervoud="bruteringen",
                     voorzetsel=voor, labels=labels)  # fmt: skip
    if soort == 5:
        return knoop(t.Dagsoort, naam=naam("feestdag", "de"), meervoud=draw(meervouden))
    if soort == 6:
        return knoop(t.Tijdlijndefinitie, naam=naam("periode", "de"), maat=draw(_maten),
                     aantal=draw(st.integers(1, 9)))  # fmt: skip
    if soort == 7:
        return draw(st.builds(_feittype, st.tuples(st.booleans(), st.booleans()), st.booleans())
                    | _eenheidsystemen())  # fmt: skip
    type_ = draw(_numeriek() | _enkelvoudig | _domeintype)
    return knoop(t.Parameter, naam=draw(namen), type=type_,
                 tijdlijn=draw(st.none() | tijdlijnen))  # fmt: skip
