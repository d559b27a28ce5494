"""Objecttypes and their members, also those that an Extensie adds. [1.2, 1.3, 1.6, A-1]"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from wetsanalyse.model.datatypen import datatype
from wetsanalyse.model.model import Attribuut, Dimensie, Kenmerk, Objecttype
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, dubbel, vouw
from wetsanalyse.model.tijdlijnen import korrel_van
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout, waarschuwing


@dataclass
class _Bouw:
    """One objecttype in the making. ``gezien``: each name with what it is and where."""

    blok: tree.Objecttype
    attributen: dict[str, Attribuut] = field(default_factory=dict)
    kenmerken: dict[str, Kenmerk] = field(default_factory=dict)
    gezien: dict[str, tuple[type, Span]] = field(default_factory=dict)
    leden: int = 0

    @property
    def naam(self) -> str:
        return self.blok.naam.tekst

    def klaar(self) -> Objecttype:
        return Objecttype(
            self.naam,
            self.blok.meervoud,
            self.blok.bezield,
            MappingProxyType(self.attributen),
            MappingProxyType(self.kenmerken),
            self.blok.span,
        )


def lees_objecttypen(blokken: Iterable[tree.Blok], tabel: Tabel, m: list[Diagnostic]) -> Tabel:
    blokken = tuple(blokken)
    typen: dict[str, _Bouw] = {}
    namen: dict[str, _Bouw] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Objecttype):
            continue
        vormen = [n for n in (blok.naam.tekst, blok.meervoud) if n]
        eerder = next((n for n in vormen if vouw(n) in namen), None)
        if eerder:
            eerste = namen[vouw(eerder)].blok.naam.span
            m.append(dubbel("OT-DUBBEL", "objecttype", eerder, blok.naam.span, eerste))
            continue
        typen[blok.naam.tekst] = bouw = _Bouw(blok)
        namen |= {vouw(n): bouw for n in vormen}
        _voeg_toe(bouw, blok.leden, tabel, m)
    for blok in blokken:
        if isinstance(blok, tree.Extensie):
            gevonden = namen.get(vouw(blok.objecttype.tekst))
            if gevonden is None:
                m.append(_onbekend(blok, tabel))
            else:
                _voeg_toe(gevonden, blok.leden, tabel, m)
    m += [_leeg(b) for b in typen.values() if not b.leden and not _heeft_regels(b.blok)]
    klaar = {naam: bouw.klaar() for naam, bouw in typen.items()}
    return replace(tabel, objecttypen=MappingProxyType(klaar))


def _heeft_regels(blok: tree.Objecttype) -> bool:
    """Whether there was a member that could not be read; that was told where it stands."""
    _, *rest = blok.span.tekst.splitlines()
    return any(r.strip() and not r.strip().startswith(("---", "//")) for r in rest)


def _leeg(bouw: _Bouw) -> Diagnostic:
    return fout(
        "OT-LEEG",
        bouw.blok.naam.span,
        f"objecttype “{bouw.naam}” heeft geen attributen en geen kenmerken",
        hulp=("zet er minstens één attribuut of kenmerk onder",),
    )


def _onbekend(blok: tree.Extensie, tabel: Tabel) -> Diagnostic:
    nabij = tabel.lexicon.bijna(blok.objecttype.tekst, ("objecttype",), 1)
    return fout(
        "OT-ONBEKEND",
        blok.objecttype.span,
        f"“{blok.objecttype.tekst}” is geen objecttype: er valt niets uit te breiden",
        hulp=tuple(f"bedoelt u “{naam}”?" for naam, _, _ in nabij)
        or ("declareer het objecttype, of kijk hoe het gespeld is",),
    )


def _voeg_toe(bouw: _Bouw, leden: Iterable[tree.Lid], tabel: Tabel, m: list[Diagnostic]) -> None:
    for lid in leden:
        if isinstance(lid, tree.Koptekst):
            continue
        bouw.leden += 1
        naam = lid.naam.tekst
        vormen = dict.fromkeys(vouw(v) for v in (naam, lid.meervoud) if v)
        eerder = next((v for v in vormen if v in bouw.gezien), None)
        if eerder is not None:
            m.append(_al_gezien(bouw, lid, eerder))
            continue
        bouw.gezien |= {v: (type(lid), lid.naam.span) for v in vormen}
        if isinstance(lid, tree.Kenmerk):
            m += _kenmerkvorm(lid)
            korrel = korrel_van(lid.tijdlijn, tabel, m)
            bouw.kenmerken[naam] = Kenmerk(naam, bouw.naam, lid.soort, lid.span, korrel)
            continue
        try:
            bouw.attributen[naam] = _attribuut(bouw.naam, lid, tabel, m)
        except Onoplosbaar as e:
            m.append(e.melding)


def _al_gezien(bouw: _Bouw, lid: tree.Attribuut | tree.Kenmerk, vorm: str) -> Diagnostic:
    soort, plek = bouw.gezien[vorm]
    if soort is tree.Attribuut and isinstance(lid, tree.Attribuut):
        code, wat = "AT-DUBBEL", "attribuut"
    else:
        code, wat = "OT-LID-DUBBEL", "de naam"
    return dubbel(code, wat, lid.naam.tekst, lid.naam.span, plek, f"bij {bouw.naam}")


def _kenmerkvorm(lid: tree.Kenmerk) -> Iterator[Diagnostic]:
    """Only an adjectival kenmerk is written with `is`, and none with `heeft`. Without a kind both
    are read. [1.6]"""
    if lid.soort == "bijvoeglijk" and not lid.met_is:
        yield waarschuwing(
            "KM-VORM",
            lid.naam.span,
            f"voor het bijvoeglijke kenmerk “{lid.naam.tekst}” ontbreekt “is”",
            hulp=(f"schrijf “is {lid.naam.tekst} kenmerk (bijvoeglijk);”",),
        )
    elif lid.soort == "bezittelijk" and lid.met_is:
        yield waarschuwing(
            "KM-VORM",
            lid.naam.span,
            f"voor het bezittelijke kenmerk “{lid.naam.tekst}” hoort geen “is”",
            hulp=(f"schrijf “het {lid.naam.tekst} kenmerk (bezittelijk);”",),
        )
    elif lid.soort == "bezittelijk" and lid.naam.tekst.startswith("heeft "):
        bezit = lid.naam.tekst.removeprefix("heeft ")
        yield waarschuwing(
            "KM-VORM",
            lid.naam.span,
            f"een zin zet zelf “heeft” voor een bezittelijk kenmerk: nu “heeft heeft {bezit}”",
            hulp=(f"schrijf “de {bezit} kenmerk (bezittelijk);”",),
        )


def _attribuut(
    objecttype: str, lid: tree.Attribuut, tabel: Tabel, m: list[Diagnostic]
) -> Attribuut:
    dimensies = _dimensies(lid, tabel, m)
    korrel = korrel_van(lid.tijdlijn, tabel, m)
    if lid.dimensies and lid.tijdlijn is not None:
        m.append(
            fout(
                "AT-DIM-EN-TIJD",
                lid.tijdlijn.span,
                f"attribuut “{lid.naam.tekst}” heeft dimensies en ook een tijdlijn",
                hulp=("kies een van de twee, of maak er twee attributen van",),
            )
        )
    type_ = replace(datatype(lid.type, tabel), korrel=korrel)
    return Attribuut(lid.naam.tekst, objecttype, type_, lid.span, dimensies)


def _dimensies(lid: tree.Attribuut, tabel: Tabel, m: list[Diagnostic]) -> tuple[str, ...]:
    gevonden: list[Dimensie] = []
    for naam in lid.dimensies:
        dimensie = tabel.dimensie(naam.tekst)
        if dimensie is None:
            nabij = tabel.lexicon.bijna(naam.tekst, ("dimensie",), 1)
            m.append(
                fout(
                    "DI-ONBEKEND",
                    naam.span,
                    f"“{naam.tekst}” is geen dimensie",
                    verwacht=tuple(tabel.dimensies)[:6],
                    hulp=tuple(f"bedoelt u “{n}”?" for n, _, _ in nabij),
                )
            )
        elif dimensie in gevonden:
            m.append(
                fout(
                    "DI-DUBBEL",
                    naam.span,
                    f"dimensie “{dimensie.naam}” staat twee keer bij “{lid.naam.tekst}”",
                    hulp=("haal er een weg",),
                )
            )
        else:
            m += _zelfde_labels(lid, naam, dimensie, gevonden)
            gevonden.append(dimensie)
    return tuple(d.naam for d in gevonden)


def _zelfde_labels(
    lid: tree.Attribuut, naam: tree.Naam, dimensie: Dimensie, eerder: list[Dimensie]
) -> Iterator[Diagnostic]:
    """Two dimensions of one attribute with one label: nobody sees which of the two is meant."""
    for ander in eerder:
        labels = {vouw(label) for label in ander.labels}
        for label in dimensie.labels:
            if vouw(label) in labels and ander.voorzetsel == dimensie.voorzetsel:
                yield fout(
                    "DI-LABEL-DUBBEL",
                    naam.span,
                    f"bij “{lid.naam.tekst}” hebben “{ander.naam}” en “{dimensie.naam}” "
                    f"allebei het label “{label}”",
                    hulp=("geef een van de labels een andere naam",),
                )
