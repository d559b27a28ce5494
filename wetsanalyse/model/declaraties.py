"""From declaration blocks to the table: types, units, roles; and their faults. [1]"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.model.model import Attribuut, Feittype, Kenmerk, Objecttype, Rol
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, vouw
from wetsanalyse.model.types import (
    GEEN_EENHEID,
    Eenhedenstelsel,
    Soort,
    Type,
    ingebouwd,
)
from wetsanalyse.syntax import tree
from wetsanalyse.syntax.lexicon import Lexicon
from wetsanalyse.text import Diagnostic, Result, Span, Verwijzing
from wetsanalyse.text.diagnostic import fout

ENKELVOUDIG = {
    "Tekst": Soort.TEKST,
    "Boolean": Soort.BOOLEAN,
    "Datum in dagen": Soort.DATUM,
    "Datum en tijd in millisecondes": Soort.DATUMTIJD,
}


def declareer(blokken: Iterable[tree.Blok], lexicon: Lexicon) -> Result[Tabel]:
    """Build the table. What is faulty is left out, with a fault."""
    blokken = tuple(blokken)
    meldingen: list[Diagnostic] = []
    eenheden = _eenheden(blokken, meldingen)
    tabel = Tabel(lexicon, eenheden, {}, {}, {}, {}, {})
    tabel = _domeinen(blokken, tabel, meldingen)
    tabel = _objecttypen(blokken, tabel, meldingen)
    tabel = _feittypen(blokken, tabel, meldingen)
    tabel = _parameters(blokken, tabel, meldingen)
    return Result(tabel, tuple(meldingen))


def _dubbel(code: str, wat: str, naam: str, span: Span, eerder: Span | None) -> Diagnostic:
    verwant = (Verwijzing(eerder, "hier staat de eerste"),) if eerder else ()
    return fout(
        code,
        span,
        f"{wat} “{naam}” is al gedeclareerd",
        hulp=("geef een van de twee een andere naam, of haal er een weg",),
        verwant=verwant,
    )


def _eenheden(blokken: tuple[tree.Blok, ...], meldingen: list[Diagnostic]) -> Eenhedenstelsel:
    """The built-in system with the declared ones added; a chain of factors ends at its root."""
    basis = ingebouwd()
    namen, factoren = dict(basis.namen), dict(basis.factoren)
    schakels: dict[str, tuple[str, Fraction, Span]] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Eenheidsysteem):
            continue
        for e in blok.eenheden:
            canoniek = e.symbool or e.afkorting or e.naam.tekst
            for spelling in (e.naam.tekst, e.meervoud, e.afkorting, e.symbool):
                if spelling:
                    namen[vouw(spelling)] = canoniek
            if e.factor is not None and e.basis is not None:
                schakels[canoniek] = (e.basis, e.factor, e.span)
    for naam, (_, _, span) in schakels.items():
        gevonden = _wortel(naam, namen, factoren, schakels)
        if gevonden is None:
            meldingen.append(
                fout(
                    "EH-ONBEKEND",
                    span,
                    f"de omrekening van “{naam}” leidt niet naar een bekende eenheid",
                    hulp=("declareer de eenheid achter het getal, of verbreek de kring",),
                )
            )
        else:
            factoren[naam] = gevonden
    return Eenhedenstelsel(MappingProxyType(namen), MappingProxyType(factoren))


def _wortel(
    naam: str,
    namen: dict[str, str],
    factoren: dict[str, tuple[str, Fraction]],
    schakels: dict[str, tuple[str, Fraction, Span]],
) -> tuple[str, Fraction] | None:
    factor, gezien = Fraction(1), set[str]()
    while naam in schakels:
        if naam in gezien:
            return None
        gezien.add(naam)
        volgende, f, _ = schakels[naam]
        factor *= f
        if vouw(volgende) not in namen:
            return None
        naam = namen[vouw(volgende)]
    wortel, f = factoren.get(naam, (naam, Fraction(1)))
    return wortel, factor * f


def datatype(type_: tree.Datatype, tabel: Tabel) -> Type:
    """The type that a declaration writes. Raises Onoplosbaar."""
    match type_:
        case tree.NumeriekType(bereik, decimalen, eenheid, percentage):
            soort = Soort.PERCENTAGE if percentage else Soort.NUMERIEK
            return Type(
                soort, tabel.eenheid(eenheid) if eenheid else GEEN_EENHEID, decimalen, bereik
            )
        case tree.EnkelvoudigType(naam):
            return Type(ENKELVOUDIG[naam])
        case tree.DomeinType(domein, eenheid):
            for canoniek, basis in tabel.domeinen.items():
                if vouw(canoniek) == vouw(domein):
                    # An added unit replaces that of the domain (our choice, 1.3).
                    return replace(basis, eenheid=tabel.eenheid(eenheid)) if eenheid else basis
            nabij = tabel.lexicon.bijna(domein, ("domein",))
            raise Onoplosbaar(
                fout(
                    "AT-TYPE-ONBEKEND",
                    type_.span,
                    f"“{domein}” is geen datatype en geen domein",
                    verwacht=(
                        "Numeriek (…)",
                        "Percentage (…)",
                        "Tekst",
                        "Boolean",
                        "Datum in dagen",
                        "een gedeclareerd domein",
                    ),
                    hulp=tuple(f"bedoelt u “{n}”?" for n in map(_naamtekst, nabij[:1])),
                )
            )


def _naamtekst(nabij: object) -> str:
    return nabij if isinstance(nabij, str) else str(getattr(nabij, "naam", nabij))


def _domeinen(blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]) -> Tabel:
    typen: dict[str, Type] = {}
    waarden: dict[str, tuple[str, ...]] = {}
    plaatsen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Domein):
            continue
        naam = blok.naam.tekst
        if vouw(naam) in plaatsen:
            meldingen.append(
                _dubbel("DO-DUBBEL", "domein", naam, blok.naam.span, plaatsen[vouw(naam)])
            )
            continue
        plaatsen[vouw(naam)] = blok.naam.span
        if blok.type is None:
            if len(set(blok.waarden)) != len(blok.waarden):
                meldingen.append(
                    fout("EN-DUBBEL", blok.span, f"domein “{naam}” noemt een waarde twee keer")
                )
            typen[naam] = Type(Soort.ENUMERATIE, domein=naam)
            waarden[naam] = blok.waarden
        elif isinstance(blok.type, tree.EnkelvoudigType) and blok.type.soort == "Boolean":
            meldingen.append(
                fout(
                    "DO-BOOLEAN",
                    blok.type.span,
                    "een domein op Boolean bestaat niet",
                    hulp=("schrijf het datatype Boolean bij het attribuut zelf",),
                )
            )
        else:
            try:
                typen[naam] = datatype(blok.type, tabel)
            except Onoplosbaar as e:
                meldingen.append(e.melding)
    return replace(tabel, domeinen=MappingProxyType(typen), enumeraties=MappingProxyType(waarden))


def _objecttypen(
    blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]
) -> Tabel:
    typen: dict[str, Objecttype] = {}
    namen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Objecttype):
            continue
        dubbel = next((n for n in (blok.naam.tekst, blok.meervoud) if n and vouw(n) in namen), None)
        if dubbel:
            meldingen.append(
                _dubbel("OT-DUBBEL", "objecttype", dubbel, blok.naam.span, namen[vouw(dubbel)])
            )
            continue
        for n in (blok.naam.tekst, blok.meervoud):
            if n:
                namen[vouw(n)] = blok.naam.span
        typen[blok.naam.tekst] = _objecttype(blok, tabel, meldingen)
    return replace(tabel, objecttypen=MappingProxyType(typen))


def _objecttype(blok: tree.Objecttype, tabel: Tabel, meldingen: list[Diagnostic]) -> Objecttype:
    attributen: dict[str, Attribuut] = {}
    kenmerken: dict[str, Kenmerk] = {}
    gezien: dict[str, Span] = {}
    eigen = blok.naam.tekst
    if not blok.leden:
        meldingen.append(
            fout(
                "OT-LEEG",
                blok.naam.span,
                f"objecttype “{eigen}” heeft geen attributen en geen kenmerken",
                hulp=("zet er minstens één attribuut of kenmerk onder",),
            )
        )
    for lid in blok.leden:
        naam = lid.naam.tekst
        if vouw(naam) in gezien:
            meldingen.append(
                _dubbel("OT-LID-DUBBEL", "de naam", naam, lid.naam.span, gezien[vouw(naam)])
            )
            continue
        gezien[vouw(naam)] = lid.naam.span
        if isinstance(lid, tree.Kenmerk):
            kenmerken[naam] = Kenmerk(naam, eigen, lid.soort, lid.span)
            continue
        try:
            attributen[naam] = Attribuut(naam, eigen, datatype(lid.type, tabel), lid.span)
        except Onoplosbaar as e:
            meldingen.append(e.melding)
    return Objecttype(
        eigen,
        blok.meervoud,
        blok.bezield,
        MappingProxyType(attributen),
        MappingProxyType(kenmerken),
        blok.span,
    )


def _feittypen(blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]) -> Tabel:
    typen: dict[str, Feittype] = {}
    bereikbaar: dict[tuple[str, str], Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Feittype):
            continue
        naam = blok.naam.tekst
        eerder = next((f for n, f in typen.items() if vouw(n) == vouw(naam)), None)
        if eerder is not None:
            meldingen.append(_dubbel("FT-DUBBEL", "feittype", naam, blok.naam.span, eerder.span))
            continue
        rollen: list[Rol] = []
        for i, rol in enumerate(blok.rollen):
            gevonden = tabel.zoek(rol.objecttype.tekst, "objecttype")
            if not gevonden or gevonden[0].naam not in tabel.objecttypen:
                meldingen.append(
                    fout(
                        "FT-TYPE-ONBEKEND",
                        rol.objecttype.span,
                        f"“{rol.objecttype.tekst}” is geen objecttype",
                        verwacht=tuple(tabel.objecttypen)[:6],
                    )
                )
                continue
            rollen.append(Rol(rol.naam.tekst, gevonden[0].naam, naam, i, blok.meerdere[i]))
        if len(rollen) != 2:
            continue
        for hier, daar in ((0, 1),) if blok.wederkerig else ((0, 1), (1, 0)):
            sleutel = (rollen[hier].objecttype, vouw(rollen[daar].naam))
            if sleutel in bereikbaar:
                meldingen.append(
                    _dubbel(
                        "FT-ROL-DUBBEL",
                        f"vanaf {rollen[hier].objecttype} is de rol",
                        rollen[daar].naam,
                        blok.rollen[daar].span,
                        bereikbaar[sleutel],
                    )
                )
            bereikbaar[sleutel] = blok.rollen[daar].span
        typen[naam] = Feittype(naam, (rollen[0], rollen[1]), blok.wederkerig, blok.span)
    return replace(tabel, feittypen=MappingProxyType(typen))


def _parameters(blokken: tuple[tree.Blok, ...], tabel: Tabel, meldingen: list[Diagnostic]) -> Tabel:
    typen: dict[str, Type] = {}
    plaatsen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Parameter):
            continue
        naam = blok.naam.tekst
        if vouw(naam) in plaatsen:
            meldingen.append(
                _dubbel("PA-DUBBEL", "parameter", naam, blok.naam.span, plaatsen[vouw(naam)])
            )
            continue
        plaatsen[vouw(naam)] = blok.naam.span
        try:
            typen[naam] = datatype(blok.type, tabel)
        except Onoplosbaar as e:
            meldingen.append(e.melding)
    return replace(tabel, parameters=MappingProxyType(typen))
