"""The type that a declaration writes. [1.4, 1.5]"""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz, process

from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.types import GEEN_EENHEID, Eenheid, Soort, Type
from wetsanalyse.syntax import tree

ENKELVOUDIG = {
    "Tekst": Soort.TEKST,
    "Boolean": Soort.BOOLEAN,
    "Datum in dagen": Soort.DATUM,
    "Datum en tijd in millisecondes": Soort.DATUMTIJD,
}


def datatype(type_: tree.Datatype, tabel: Tabel) -> Type:
    """Raises Onoplosbaar."""
    match type_:
        case tree.NumeriekType(bereik, decimalen, eenheid, percentage):
            soort = Soort.PERCENTAGE if percentage else Soort.NUMERIEK
            return Type(soort, _eenheid(eenheid, soort, tabel), decimalen, bereik)
        case tree.EnkelvoudigType(naam):
            return Type(ENKELVOUDIG[naam])
        case tree.DomeinType(domein, eenheid):
            for canoniek, basis in tabel.domeinen.items():
                if vouw(canoniek) == vouw(domein):
                    return _met_eenheid(basis, eenheid, tabel)
            raise _onbekend(type_, tabel)


def _met_eenheid(basis: Type, eenheid: tree.EenheidTekst | None, tabel: Tabel) -> Type:
    """An added unit replaces that of the domain (our choice, 1.3)."""
    if eenheid is None:
        return basis
    if not basis.is_getal:
        raise faal(
            "DT-EENHEID",
            eenheid.span,
            f"een {basis.soort.value} heeft geen eenheid",
            hulp=("haal “met eenheid …” weg, of neem een domein met getallen",),
        )
    return replace(basis, eenheid=_eenheid(eenheid, basis.soort, tabel))


def _eenheid(tekst: tree.EenheidTekst | None, soort: Soort, tabel: Tabel) -> Eenheid:
    """A percentage has `%`, perhaps per something; a number never has. [1.4]"""
    if tekst is None:
        return GEEN_EENHEID
    teller = [macht.eenheid for macht in tekst.teller]
    met_procent = "%" in teller or any(macht.eenheid == "%" for macht in tekst.noemer)
    if (soort is Soort.PERCENTAGE) != (teller == ["%"]) and (
        met_procent or soort is Soort.PERCENTAGE
    ):
        raise faal(
            "DT-EENHEID",
            tekst.span,
            "“%” hoort bij een percentage, en een percentage heeft geen andere eenheid",
            hulp=("schrijf “Percentage (…)”, met “met eenheid %/jr” als het per jaar is",),
        )
    return tabel.eenheid(tekst)


_DATATYPEN = ("Numeriek", "Percentage", "Tekst", "Boolean", "Datum in dagen")
# What a datatype is called elsewhere.
_ELDERS = {
    "string": "Tekst", "str": "Tekst", "text": "Tekst", "varchar": "Tekst", "bool": "Boolean",
    "integer": "Numeriek (geheel getal)", "int": "Numeriek (geheel getal)",
    "float": "Numeriek (getal)", "double": "Numeriek (getal)", "number": "Numeriek (getal)",
    "decimal": "Numeriek (getal met 2 decimalen)", "money": "Numeriek (getal met 2 decimalen)",
    "date": "Datum in dagen", "datum": "Datum in dagen",
    "datetime": "Datum en tijd in millisecondes", "timestamp": "Datum en tijd in millisecondes",
    "getal": "Numeriek (getal)", "nummer": "Numeriek (geheel getal)",
}  # fmt: skip


def _onbekend(type_: tree.DomeinType, tabel: Tabel) -> Onoplosbaar:
    nabij = tabel.lexicon.bijna(type_.domein, ("domein",), 1)
    hulp = tuple(f"bedoelt u “{naam}”? (domein)" for naam, _, _ in nabij)
    woord = type_.domein.split("(")[0].strip()
    if elders := _ELDERS.get(woord.casefold()):
        hulp = (f"schrijf “{elders}”",)
    elif lijkt := process.extractOne(woord, _DATATYPEN, scorer=fuzz.ratio, score_cutoff=80):
        hulp = (f"bedoelt u “{lijkt[0]}”? (datatype)",)
    return faal(
        "AT-TYPE-ONBEKEND",
        type_.span,
        f"“{type_.domein}” is geen datatype en geen domein",
        verwacht=(
            "Numeriek (…)",
            "Percentage (…)",
            "Tekst",
            "Boolean",
            "Datum in dagen",
            "een gedeclareerd domein",
        ),
        hulp=hulp,
    )
