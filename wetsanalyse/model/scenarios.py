"""Scenarios and voorbeeldreeksen: a case, and what must come out of it. [uitbreidingen 10]"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.feiten import Casus, Feit, Huishouden, leg_feit, te_veel
from wetsanalyse.model.herkansing import met_herkansing
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import Bewerking, Genoemd, Lees, Term
from wetsanalyse.model.waarden import vaste_waarde
from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.text import Diagnostic, Result, Span


@dataclass(frozen=True, slots=True)
class Verwachting:
    """A condition that must hold. For a comparison with a value, ``doel`` and ``verwacht`` are
    its two sides, so that a difference can be shown."""

    tekst: str
    voorwaarde: Term
    doel: Term | None = None
    verwacht: Term | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """``naam`` of a row of a voorbeeldreeks ends in its number."""

    naam: str
    bron: str | None
    casus: Casus
    verwachtingen: tuple[Verwachting, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Gelezen:
    kern: tuple[Scenario, ...]
    onoplosbaar: tuple[Onoplosbaar, ...]
    meldingen: tuple[Diagnostic, ...]


def los_scenarios_op(
    blokken: Iterable[tree.Blok], tabel: Tabel, ontleding: Ontleding | None = None
) -> Result[tuple[Scenario, ...]]:
    """All scenarios that are right, and every fault in the others. With the ``ontleding`` that
    the blocks came from, a name that was matched too greedily is given back."""
    scenarios: list[Scenario] = []
    meldingen: list[Diagnostic] = []
    gezien: set[str] = set()
    for blok in blokken:
        if not isinstance(blok, tree.Scenario | tree.Voorbeeldreeks):
            continue
        lezer = _Lezer(tabel, f"{type(blok).__name__} “{blok.naam.tekst}”")
        if vouw(blok.naam.tekst) in gezien:
            lezer.meld(
                faal("SC-DUBBEL", blok.naam.span, f"er is al een scenario “{blok.naam.tekst}”")
            )
        gezien.add(vouw(blok.naam.tekst))
        gelezen = _los_op(blok, tabel)
        if ontleding is not None:
            gelezen, dubbel = met_herkansing(blok, ontleding, lambda b: _los_op(b, tabel))
            gelezen = replace(gelezen, meldingen=(*gelezen.meldingen, *dubbel))
        eigen = [*lezer.meldingen, *gelezen.meldingen]
        meldingen += eigen
        if not eigen:
            scenarios += gelezen.kern
    return Result(tuple(scenarios), tuple(meldingen))


def _los_op(blok: tree.Scenario | tree.Voorbeeldreeks, tabel: Tabel) -> _Gelezen:
    lezer = _Lezer(tabel, f"{type(blok).__name__} “{blok.naam.tekst}”")
    lezer.gegeven(blok.gegeven)
    gevonden = lezer.lees(blok)
    return _Gelezen(tuple(gevonden), tuple(lezer.gevallen), tuple(lezer.meldingen))


class _Lezer:
    """Reads one block; gathers the case line by line, with a message for each bad line."""

    def __init__(self, tabel: Tabel, context: str) -> None:
        self.tabel, self.context = tabel, context
        self.meldingen: list[Diagnostic] = []
        self.gevallen: list[Onoplosbaar] = []
        self.typen: dict[str, str] = {}
        self.kapot: set[str] = set()
        self.feiten: list[Feit] = []
        self.invoer: dict[tuple[str, str], Any] = {}
        self.oordelen: dict[tuple[str, str], bool] = {}
        self.parameters: dict[str, Any] = {}
        self.onbekend: set[tuple[str, str]] = set()

    def meld(self, fout: Onoplosbaar) -> None:
        melding = fout.melding
        if melding.code == "NM-SOORT" and melding.span and melding.span.tekst in self.kapot:
            return  # the line that brings this object in was told already
        self.gevallen.append(fout)
        self.meldingen.append(replace(fout.melding, context=self.context))

    @property
    def omg(self) -> Omgeving:
        objecten = {vouw(n): Genoemd(n, t) for n, t in self.typen.items()}
        return Omgeving(self.tabel, objecten=MappingProxyType(objecten))

    # -------------------------------------------------------------- given

    def gegeven(self, nodes: tuple[tree.Gegeven, ...]) -> None:
        """Objects first, so that a line may speak of an object that comes later."""
        for node in nodes:
            if isinstance(node, tree.GegevenObject):
                self._probeer(self._object, node)
        for node in nodes:
            if not isinstance(node, tree.GegevenObject):
                self._probeer(self._regel, node)
        for gebrek in te_veel(self.feiten, self.tabel):
            span = nodes[0].span if nodes else None
            if span is not None:
                self.meld(faal("FT-KARDINALITEIT", span, gebrek))

    def _probeer(self, doe: Any, node: Any) -> None:
        try:
            doe(node)
        except Onoplosbaar as e:
            self.meld(e)

    def _object(self, node: tree.GegevenObject) -> None:
        gevonden = [b.naam for b in self.tabel.zoek(node.objecttype.tekst, "objecttype")]
        typen = [t for t in gevonden if t in self.tabel.objecttypen]
        typen += [r.objecttype for r in self.tabel.rollen(node.objecttype.tekst)]
        if not typen:
            self.kapot.add(node.naam)
            raise faal(
                "OT-ONBEKEND",
                node.objecttype.span,
                f"“{node.objecttype.tekst}” is geen objecttype",
                verwacht=tuple(self.tabel.objecttypen)[:6],
            )
        if node.naam in self.typen:
            raise faal("SC-OBJECT-DUBBEL", node.span, f"er is al een object “{node.naam}”")
        self.typen[node.naam] = typen[0]
        for naam, waarde in node.toekenningen:
            self._probeer(lambda paar: self._zet(node.naam, *paar), (naam, waarde))

    def _zet(self, object_: str, naam: tree.Naam, waarde: tree.Expressie) -> None:
        type_ = self.typen[object_]
        gevonden = self.tabel.attribuut(type_, naam.tekst)
        if gevonden is not None:
            doel = gevonden[0]
            self.invoer[object_, doel.naam] = vaste_waarde(waarde, doel.type, self.omg)
            return
        kenmerk = self.tabel.kenmerk(type_, naam.tekst)
        if kenmerk is not None and isinstance(waarde, tree.Waarheid):
            self.invoer[object_, kenmerk.naam] = waarde.waarde
            return
        raise faal(
            "ON-ATTR-ONBEKEND",
            naam.span,
            f"{type_} heeft geen attribuut “{naam.tekst}”",
            hulp=(f"bekende attributen: {', '.join(self.tabel.objecttypen[type_].attributen)}",),
        )

    def _regel(self, node: tree.Gegeven) -> None:
        match node:
            case tree.GegevenFeit():
                self._feit(node)
            case tree.GegevenConditie(conditie=test):
                self._conditie(test)
            case tree.GegevenParameter(naam=naam, waarde=waarde):
                gevonden = [b.naam for b in self.tabel.zoek(naam.tekst, "parameter")]
                bekend = [n for n in gevonden if n in self.tabel.parameters]
                if not bekend:
                    raise faal("PA-ONBEKEND", naam.span, f"“{naam.tekst}” is geen parameter")
                type_ = self.tabel.parameters[bekend[0]]
                self.parameters[bekend[0]] = vaste_waarde(waarde, type_, self.omg)
            case tree.GegevenOnbekend(keten=wat):
                lees = self._lees(wat)
                sleutel = (lees.object.naam, lees.eigenschap)  # type: ignore[union-attr]
                self.onbekend.add(sleutel)
                self.invoer.pop(sleutel, None)
            case tree.GegevenOordeel(norm=norm, object=wie, oordeel=oordeel):
                normen = self.tabel.zoek(norm.tekst, "open norm")
                if not normen or wie not in self.typen:
                    onbekend = f"open norm “{norm.tekst}”" if not normen else f"object “{wie}”"
                    raise faal("SC-OORDEEL", node.span, f"{onbekend} bestaat niet")
                self.oordelen[normen[0].naam, wie] = oordeel
            case _:
                pass

    def _feit(self, node: tree.GegevenFeit) -> None:
        naam = vouw(node.feittype.tekst)
        feittype = next((f for n, f in self.tabel.feittypen.items() if vouw(n) == naam), None)
        if feittype is None:
            raise faal(
                "FT-ONBEKEND",
                node.feittype.span,
                f"“{node.feittype.tekst}” is geen feittype",
                verwacht=tuple(self.tabel.feittypen)[:6],
            )
        rollen = [(rol.tekst, wie) for rol, wie in node.rollen]
        feit, gebrek = leg_feit(feittype.naam, rollen, self.typen, self.tabel)
        if feit is None:
            raise faal("FT-ROL", node.span, gebrek or "dit feit klopt niet")
        self.feiten.append(feit)

    def _conditie(self, node: tree.Conditie) -> None:
        """What is given as a condition: a kenmerk, or a value."""
        if isinstance(node, tree.Naamtest):
            lees = conditie(replace(node, ontkend=False), self.omg)
            if isinstance(lees, Lees) and isinstance(lees.object, Genoemd):
                self.invoer[lees.object.naam, lees.eigenschap] = not node.ontkend
                return
        elif isinstance(node, tree.Vergelijking) and node.woord == "gelijk aan":
            if not isinstance(node.links, tree.Keten):
                raise self._geen_gegeven(node)
            doel = self._lees(node.links)
            assert isinstance(doel.object, Genoemd)
            self.invoer[doel.object.naam, doel.eigenschap] = vaste_waarde(
                node.rechts, doel.type, self.omg
            )
            return
        raise self._geen_gegeven(node)

    @staticmethod
    def _geen_gegeven(node: tree.Conditie) -> Onoplosbaar:
        return faal(
            "SC-GEGEVEN",
            node.span,
            "dit is geen gegeven: hier hoort een kenmerk of een waarde",
            hulp=("bijvoorbeeld “A is verzekerd” of “het vermogen van A is gelijk aan 0 €”",),
        )

    def _lees(self, node: tree.Keten) -> Lees:
        term = keten(node, self.omg, enkele)
        if is_object(term) or not isinstance(term, Lees) or not isinstance(term.object, Genoemd):
            raise faal("SC-KETEN", node.span, "hier hoort een attribuut van een object: “… van A”")
        return term

    # -------------------------------------------------------------- expected

    def _casus(self, rekendatum: date) -> Casus:
        return Casus(
            rekendatum,
            Huishouden(tuple(self.typen.items()), tuple(self.feiten)),
            MappingProxyType(dict(self.invoer)),
            MappingProxyType(dict(self.oordelen)),
            MappingProxyType(dict(self.parameters)),
            frozenset(self.onbekend),
        )

    def lees(self, blok: tree.Scenario | tree.Voorbeeldreeks) -> list[Scenario]:
        return [self.scenario(blok)] if isinstance(blok, tree.Scenario) else self.reeks(blok)

    def scenario(self, blok: tree.Scenario) -> Scenario:
        verwachtingen = [self._verwachting(node) for node in blok.dan]
        return Scenario(
            blok.naam.tekst,
            blok.bron,
            self._casus(blok.rekendatum),
            tuple(v for v in verwachtingen if v is not None),
            blok.naam.span,
        )

    def _verwachting(self, node: tree.Conditie) -> Verwachting | None:
        try:
            term = conditie(node, self.omg)
        except Onoplosbaar as e:
            self.meld(e)
            return None
        doel, verwacht = None, None
        if isinstance(term, Bewerking) and term.op == "VERGELIJK" and term.par[0] == "=":
            doel, verwacht = term.args
        tekst = " ".join(node.span.tekst.split())
        return Verwachting(tekst, term, doel, verwacht, node.span)

    def reeks(self, blok: tree.Voorbeeldreeks) -> list[Scenario]:
        """One scenario per row: the given columns first, then what must come out."""
        basis = dict(self.invoer)
        scenarios: list[Scenario] = []
        for nummer, rij in enumerate(blok.rijen, start=1):
            self.invoer = dict(basis)
            paren = list(zip(blok.kolommen, rij, strict=True))
            for kolom, cel in paren:
                if not kolom.verwacht and cel is not None:
                    self._probeer(self._cel, (kolom, cel))
            verwachtingen = [
                self._verwachting_van(kolom, cel)
                for kolom, cel in paren
                if kolom.verwacht and cel is not None
            ]
            scenarios.append(
                Scenario(
                    f"{blok.naam.tekst}, rij {nummer}",
                    blok.bron,
                    self._casus(blok.rekendatum),
                    tuple(v for v in verwachtingen if v is not None),
                    next((c.span for c in rij if c is not None), blok.naam.span),
                )
            )
        return scenarios

    def _cel(self, paar: tuple[tree.Reekskolom, tree.Expressie]) -> None:
        self._conditie(_als_conditie(*paar))

    def _verwachting_van(self, kolom: tree.Reekskolom, cel: tree.Expressie) -> Verwachting | None:
        try:
            vraag = _als_conditie(kolom, cel)
        except Onoplosbaar as e:
            self.meld(e)
            return None
        gevonden = self._verwachting(vraag)
        if gevonden is None:
            return None
        kop = " ".join(kolom.onderwerp.span.tekst.split())
        return replace(gevonden, tekst=f"{kop}: {cel.span.tekst.strip()}", span=cel.span)


def _als_conditie(kolom: tree.Reekskolom, cel: tree.Expressie) -> tree.Conditie:
    """A column head and a cell as the condition that they stand for."""
    if isinstance(kolom.onderwerp, tree.Naamtest):
        if not isinstance(cel, tree.Waarheid):
            raise faal("BT-CEL", cel.span, "onder een kenmerk staat “waar” of “onwaar”")
        ontkend = kolom.onderwerp.ontkend == cel.waarde
        return replace(kolom.onderwerp, ontkend=ontkend, span=cel.span)
    return tree.Vergelijking(kolom.onderwerp, "gelijk aan", cel, span=cel.span)


def los_vraag_op(
    node: tree.Node, huishouden: Huishouden, tabel: Tabel
) -> Result[tuple[str, str] | None]:
    """Which property of which object a chain such as ``de zorgtoeslag per jaar van A`` names."""
    objecten = {vouw(n): Genoemd(n, t) for n, t in huishouden.objecten}
    omg = Omgeving(tabel, objecten=MappingProxyType(objecten))
    try:
        if not isinstance(node, tree.Keten):
            raise faal("VR-VORM", node.span, "vraag naar een uitkomst als “de … van A”")
        term = keten(node, omg, enkele)
        if not isinstance(term, Lees) or not isinstance(term.object, Genoemd):
            kan = ", ".join(n for n, _ in huishouden.objecten)
            raise faal(
                "VR-VORM",
                node.span,
                "dit is geen uitkomst van één object",
                hulp=(f"schrijf “de … van …”, met een object van dit geval: {kan}",),
            )
    except Onoplosbaar as e:
        return Result(None, (e.melding,))
    return Result((term.object.naam, term.eigenschap))
