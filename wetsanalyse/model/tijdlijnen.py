"""Dimensions, kinds of days and timelines: what is declared, and when a value may change.
[1.7, 1.9, 1.12, A-5, A-6]"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from wetsanalyse.model.korrel import MAANDEN, Korrel, maanden
from wetsanalyse.model.model import Dagsoort, Dimensie, Tijdlijn
from wetsanalyse.model.tabel import Tabel, dubbel, vouw
from wetsanalyse.model.types import ingebouwd
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout

WEEKDAGEN = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
_LANGSTE = 28  # the last day that every month has
_VOORBEELD = {
    "week": "voor elke week startend op maandag",
    "maand": "voor elke maand startend op dag 15 van de maand",
    "kwartaal": "voor elk kwartaal startend op dag 1 van maand 2, 5, 8 en 11",
    "jaar": "voor elk jaar startend op dag 1 van maand 7",
}


def lees_dimensies(blokken: Iterable[tree.Blok], tabel: Tabel, m: list[Diagnostic]) -> Tabel:
    uit: dict[str, Dimensie] = {}
    plaatsen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Dimensie):
            continue
        naam = blok.naam.tekst
        eerder = next((v for v in (naam, blok.meervoud) if vouw(v) in plaatsen), None)
        if eerder is not None:
            m.append(
                dubbel("DI-DUBBEL", "dimensie", eerder, blok.naam.span, plaatsen[vouw(eerder)])
            )
            continue
        plaatsen |= {vouw(naam): blok.naam.span, vouw(blok.meervoud): blok.naam.span}
        labels = _labels(blok, m)
        uit[naam] = Dimensie(naam, blok.voorzetsel, labels, blok.span)
    return replace(tabel, dimensies=MappingProxyType(uit))


def _labels(blok: tree.Dimensie, m: list[Diagnostic]) -> tuple[str, ...]:
    gezien: dict[str, Span] = {}
    vorige = 0
    for label in blok.labels:
        if label.nummer is not None and label.nummer <= vorige:
            m.append(
                fout(
                    "DI-VOLGORDE",
                    label.span,
                    f"label {label.nummer} staat na label {vorige}: de nummers moeten stijgen",
                    hulp=("zet de labels in de goede volgorde; die bepaalt “vanaf … t/m …”",),
                )
            )
        vorige = label.nummer if label.nummer is not None else vorige + 1
        if vouw(label.tekst) in gezien:
            m.append(
                dubbel(
                    "DI-LABEL-DUBBEL", "label", label.tekst, label.span, gezien[vouw(label.tekst)]
                )
            )
        gezien.setdefault(vouw(label.tekst), label.span)
    if not blok.labels:
        m.append(
            fout(
                "DI-LEEG",
                blok.naam.span,
                f"dimensie “{blok.naam.tekst}” heeft geen labels",
                hulp=("zet de labels eronder, elk met een nummer: “1. vorig jaar”",),
            )
        )
    return tuple(label.tekst for label in blok.labels)


def lees_dagsoorten(blokken: Iterable[tree.Blok], tabel: Tabel, m: list[Diagnostic]) -> Tabel:
    uit: dict[str, Dagsoort] = {}
    plaatsen: dict[str, Span] = {}
    eenheden = ingebouwd().namen
    for blok in blokken:
        if not isinstance(blok, tree.Dagsoort):
            continue
        vormen = [v for v in (blok.naam.tekst, blok.meervoud) if v]
        eerder = next((v for v in vormen if vouw(v) in plaatsen), None)
        if eerder is not None:
            m.append(
                dubbel("DS-DUBBEL", "dagsoort", eerder, blok.naam.span, plaatsen[vouw(eerder)])
            )
        elif any(vouw(v) in eenheden for v in vormen):
            m.append(
                fout(
                    "DS-DUBBEL",
                    blok.naam.span,
                    f"“{blok.naam.tekst}” is al een eenheid",
                    hulp=("geef de dagsoort een andere naam",),
                )
            )
        else:
            uit[blok.naam.tekst] = Dagsoort(blok.naam.tekst, blok.span)
        plaatsen |= {vouw(v): blok.naam.span for v in vormen}
    return replace(tabel, dagsoorten=MappingProxyType(uit))


def lees_tijdlijnen(blokken: Iterable[tree.Blok], tabel: Tabel, m: list[Diagnostic]) -> Tabel:
    uit: dict[str, Tijdlijn] = {}
    plaatsen: dict[str, Span] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Tijdlijndefinitie):
            continue
        naam = blok.naam.tekst
        if vouw(naam) in plaatsen:
            m.append(dubbel("TL-DUBBEL", "tijdlijn", naam, blok.naam.span, plaatsen[vouw(naam)]))
            continue
        plaatsen[vouw(naam)] = blok.naam.span
        if blok.aantal < 1:
            m.append(_fout("TL-AANTAL", blok.span, "een tijdvak duurt minstens één"))
            continue
        uit[naam] = Tijdlijn(naam, Korrel(blok.maat, blok.aantal, naam=naam), blok.span)
    return replace(tabel, tijdlijnen=MappingProxyType(uit))


def korrel_van(lijn: tree.Tijdlijn | None, tabel: Tabel, m: list[Diagnostic]) -> Korrel | None:
    """When a value with this timeline may change. What is wrong with it is told; what is left
    is still a timeline."""
    if lijn is None:
        return None
    if lijn.naam is not None:
        gevonden = tabel.tijdlijn(lijn.naam.tekst)
        if gevonden is None:
            nabij = tabel.lexicon.bijna(lijn.naam.tekst, ("tijdlijn",), 1)
            m.append(
                fout(
                    "TL-ONBEKEND",
                    lijn.naam.span,
                    f"“{lijn.naam.tekst}” is geen tijdlijn",
                    verwacht=("dag", "week", "maand", "kwartaal", "jaar", *tabel.tijdlijnen),
                    hulp=tuple(f"bedoelt u “{n}”?" for n, _, _ in nabij),
                )
            )
            return Korrel("dag")
        if lijn.ijkpunt is not None:
            m.append(
                _fout(
                    "TL-STARTPUNT",
                    lijn.ijkpunt.span,
                    f"tijdlijn “{gevonden.naam}” heeft een eigen startpunt",
                    "een regel “Het startpunt van een …” bepaalt het",
                )
            )
        return gevonden.korrel
    assert lijn.maat is not None
    if lijn.aantal < 1:
        m.append(_fout("TL-AANTAL", lijn.span, "een tijdvak duurt minstens één"))
        return Korrel(lijn.maat)
    if lijn.ijkpunt is None:
        return _zonder_startpunt(lijn, lijn.maat, m)
    return _met_startpunt(lijn, lijn.maat, lijn.ijkpunt, m)


def _fout(
    code: str, span: Span, bericht: str, hulp: str = "schrijf een ander aantal"
) -> Diagnostic:
    return fout(code, span, bericht, hulp=(hulp,))


def _duur(maat: str, aantal: int) -> str:
    return f"een tijdvak van {'een ' if aantal == 1 else ''}{Korrel(maat, aantal)}"


def _zonder_startpunt(lijn: tree.Tijdlijn, maat: tree.Tijdmaat, m: list[Diagnostic]) -> Korrel:
    """It may be left out when a whole number of periods fits in a year."""
    if maat == "dag" and lijn.aantal == 1:
        return Korrel("dag")
    stap = lijn.aantal * MAANDEN.get(maat, 0)
    if stap and MAANDEN["jaar"] % stap == 0:
        return Korrel(maat) if lijn.aantal == 1 else maanden(stap)
    m.append(
        _fout(
            "TL-STARTPUNT",
            lijn.span,
            f"{_duur(maat, lijn.aantal)} past niet precies in een jaar: het startpunt ontbreekt",
            f"schrijf bijvoorbeeld “{_VOORBEELD['week']}”"
            if maat == "week" and lijn.aantal == 1
            else "zet erachter “startend op” met een datum",
        )
    )
    return Korrel(maat, lijn.aantal)


def _met_startpunt(
    lijn: tree.Tijdlijn, maat: tree.Tijdmaat, ijk: tree.Ijkpunt, m: list[Diagnostic]
) -> Korrel:
    kaal = Korrel(maat, lijn.aantal)
    if ijk.datum is not None and maat in ("dag", "week"):
        stap = lijn.aantal * (7 if maat == "week" else 1)
        return Korrel(maat, lijn.aantal, ijk.datum.toordinal() % stap)
    if ijk.datum is not None:
        if ijk.datum.day > _LANGSTE:
            m.append(_geen_dag(ijk, ijk.datum.day))
        stap = lijn.aantal * MAANDEN[maat]
        begin = (ijk.datum.year * 12 + ijk.datum.month - 1) % stap
        return Korrel(maat, lijn.aantal, begin, ijk.datum.day)
    if ijk.weekdag is not None and maat == "week" and lijn.aantal == 1:
        return Korrel("week", 1, (WEEKDAGEN.index(ijk.weekdag) + 1) % 7)
    if ijk.dag is not None and lijn.aantal == 1 and _maanden_kloppen(maat, ijk.maanden):
        if not 1 <= ijk.dag <= _LANGSTE:
            m.append(_geen_dag(ijk, ijk.dag))
        begin = (ijk.maanden[0] - 1) % MAANDEN[maat] if ijk.maanden else 0
        return Korrel(maat, 1, begin, ijk.dag)
    if ijk.weekdag is None and ijk.dag is None:
        return kaal  # a date that does not exist; that was told when it was read
    hulp = "bij meer dan één is het startpunt een datum: “startend op 15-1-2025”"
    if lijn.aantal == 1:
        hulp = f"schrijf bijvoorbeeld “{_VOORBEELD.get(maat, 'voor elke dag')}”"
    bericht = f"dit startpunt past niet bij {_duur(maat, lijn.aantal)}"
    m.append(_fout("TL-STARTPUNT", ijk.span, bericht, hulp))
    return kaal


def _maanden_kloppen(maat: str, gegeven: tuple[int, ...]) -> bool:
    """No months for a month, one for a year, four that are three apart for a quarter."""
    if maat == "maand":
        return not gegeven
    if not all(1 <= n <= 12 for n in gegeven):
        return False
    if maat == "jaar":
        return len(gegeven) == 1
    eerste = min(gegeven, default=0)
    return maat == "kwartaal" and sorted(gegeven) == [eerste + i for i in (0, 3, 6, 9)]


def _geen_dag(ijk: tree.Ijkpunt, dag: int) -> Diagnostic:
    return _fout(
        "TL-DAG",
        ijk.span,
        f"niet elke maand heeft een dag {dag}",
        f"kies een dag van 1 tot en met {_LANGSTE}",
    )
