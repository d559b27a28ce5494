"""Values as written, in a rule file or in JSON, as their type has them."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.rekentypen import omgerekend
from wetsanalyse.model.tabel import Tabel, faal, vouw
from wetsanalyse.model.terms import Constante, Parameterterm
from wetsanalyse.model.types import Soort, Type
from wetsanalyse.model.vergelijken import pas_enumeratie
from wetsanalyse.syntax import tree


def vaste_waarde(node: tree.Expressie, type_: Type, omg: Omgeving) -> Any:
    """The value of an expression without names, in the unit of ``type_``. Raises Onoplosbaar."""
    term = pas_enumeratie(enkele(node, omg), Parameterterm("", type_), omg)
    negatief = isinstance(node, tree.Binair)
    if term.type.soort is not type_.soort:
        raise faal("PA-TYPE", node.span, f"hier hoort een {type_}, maar er staat een {term.type}")
    if type_.is_getal:
        term = omgerekend(term, type_.eenheid, omg.tabel, node.span, type_)
    if not isinstance(term, Constante):
        wat = "som" if negatief else "verwijzing"
        raise faal("PA-VAST", node.span, f"hier hoort een vaste waarde, geen {wat}")
    gebrek = buiten_type(term.waarde, type_)
    if gebrek:
        raise faal("DT-BEREIK", node.span, gebrek)
    return term.waarde


def buiten_type(waarde: Any, type_: Type) -> str | None:
    """What is wrong with a number for its type (decimals, range); None if nothing. [1.4]"""
    if not type_.is_getal or not isinstance(waarde, Fraction):
        return None
    schaal = 2 if type_.soort is Soort.PERCENTAGE else 0
    if type_.decimalen is not None and (waarde * 10 ** (type_.decimalen + schaal)).denominator != 1:
        return f"deze waarde heeft meer decimalen dan de {type_.decimalen} die mogen"
    grenzen = {
        "negatief": (waarde < 0, "kleiner dan 0"),
        "niet-negatief": (waarde >= 0, "0 of groter"),
        "positief": (waarde > 0, "groter dan 0"),
    }
    goed, eis = grenzen.get(type_.bereik or "", (True, ""))
    return None if goed else f"deze waarde moet {eis} zijn"


LANGSTE = 200
GETAL = re.compile(r"^\s*(-?\d+/\d+|-?\d+(?:[.,]\d+)?)\s*(%)?\s*(.*?)\s*$")


def lees_datum(ruw: Any) -> date | None:
    """``jjjj-mm-dd`` or ``d-m-jjjj``."""
    tekst = str(ruw).strip()
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
            return date.fromisoformat(tekst)
        if re.fullmatch(r"\d{1,2}-\d{1,2}-\d{4}", tekst):
            dag, maand, jaar = (int(d) for d in tekst.split("-"))
            return date(jaar, maand, dag)
    except ValueError:
        return None
    return None


_MOMENT = re.compile(r"(\S+)[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?")


def lees_moment(ruw: Any) -> Fraction | None:
    """A date with a time (``jjjj-mm-dd uu:mm:ss.mmm``, or with a ``T``) as a number of days; a
    date alone is its first moment."""
    gevonden = _MOMENT.fullmatch(str(ruw).strip())
    datum = lees_datum(ruw if gevonden is None else gevonden.group(1))
    if datum is None:
        return None
    if gevonden is None:
        return Fraction(datum.toordinal())
    uur, minuut, seconde = (int(g or 0) for g in gevonden.groups()[1:4])
    if uur > 23 or minuut > 59 or seconde > 59:
        return None
    milliseconde = int((gevonden.group(5) or "").ljust(3, "0"))
    sinds = ((uur * 60 + minuut) * 60 + seconde) * 1000 + milliseconde
    return datum.toordinal() + Fraction(sinds, 86_400_000)


def lees_waarde(ruw: Any, type_: Type, tabel: Tabel) -> tuple[Any, str | None]:
    """A value as the type has it, or what is wrong with it."""
    if isinstance(ruw, list | dict) or ruw is None:
        return None, "hier hoort één waarde"
    if len(str(ruw)) > LANGSTE and type_.soort is not Soort.TEKST:
        return None, f"deze waarde is te lang (meer dan {LANGSTE} tekens)"
    if type_.soort is Soort.BOOLEAN:
        waarden = {"waar": True, "onwaar": False, "true": True, "false": False}
        waarde = ruw if isinstance(ruw, bool) else waarden.get(str(ruw).casefold())
        return waarde, None if isinstance(waarde, bool) else f"“{ruw}” is geen waar of onwaar"
    if type_.soort is Soort.DATUMTIJD:
        moment = lees_moment(ruw)
        if moment is None:
            return None, f"“{ruw}” is geen datum met tijd; schrijf jjjj-mm-ddTuu:mm:ss.mmm"
        return moment, None
    if type_.is_tijd:
        datum = lees_datum(ruw)
        if datum is None:
            return None, f"“{ruw}” is geen datum; schrijf jjjj-mm-dd"
        return datum.toordinal(), None
    if type_.soort is Soort.ENUMERATIE:
        kan = tabel.enumeraties.get(type_.domein or "", ())
        kaal = str(ruw).strip("'‘’")
        mogelijk = ", ".join(f"'{k}'" for k in kan)
        return kaal, None if kaal in kan else f"“{ruw}” is geen van de waarden {mogelijk}"
    if type_.soort is Soort.TEKST:
        goed = not isinstance(ruw, bool)
        return (str(ruw), None) if goed else (None, "hier hoort een tekst, geen waar of onwaar")
    return _lees_getal(ruw, type_)


def _lees_getal(ruw: Any, type_: Type) -> tuple[Any, str | None]:
    if isinstance(ruw, bool):
        return None, "waar of onwaar is geen getal"
    gevonden = GETAL.match(str(ruw))
    if gevonden is None:
        voorbeeld = f"“1234.50” ({type_.eenheid})" if type_.eenheid else "“1234.50”"
        return None, f"“{ruw}” is geen getal; schrijf bijvoorbeeld {voorbeeld}"
    getal, procent, eenheid = gevonden.groups()
    if eenheid and vouw(eenheid) != vouw(str(type_.eenheid)):
        return None, f"“{ruw}” is in {eenheid}, maar hier hoort {type_.eenheid or 'geen eenheid'}"
    if getal.partition("/")[2] and int(getal.partition("/")[2]) == 0:
        return None, f"“{ruw}” deelt door nul"
    if procent and type_.soort is not Soort.PERCENTAGE:
        return None, f"“{ruw}” is een percentage, maar hier hoort een getal"
    waarde = Fraction(getal.replace(",", "."))
    if type_.soort is Soort.PERCENTAGE:
        waarde /= 100
    gebrek = buiten_type(waarde, type_)
    return waarde, f"“{ruw}” kan niet: {gebrek}" if gebrek else None
