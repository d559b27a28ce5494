"""What is given in a scenario: from lines to a case. [uitbreidingen 10]"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from wetsanalyse.model.cellen import celnaam
from wetsanalyse.model.condities import conditie
from wetsanalyse.model.dimensies import cel, eis_geen_labels
from wetsanalyse.model.feiten import Casus, Feit, Huishouden, Voorval, leg_feit, te_veel
from wetsanalyse.model.gebeurtenissen import eigenschap_van, genoemde_eigenschap, los_voorval_op
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import Genoemd, Lees
from wetsanalyse.model.tijdgegevens import Tijddeel, gebrek_in_deel, lees_spanne, samengesteld
from wetsanalyse.model.waarden import vaste_waarde
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span


class Gegevenslezer:
    """Gathers the case of one block line by line, with a message for each bad line."""

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
        self.delen: dict[tuple[str, str], list[Tijddeel]] = {}
        self.voorvallen: list[Voorval] = []
        self.eenmaal = True

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

    def _leg_vast(self, sleutel: tuple[str, str], waarde: Any, span: Span) -> None:
        """A value that is given; a second one, other than the first, is a fault."""
        if self.eenmaal and self.invoer.get(sleutel, waarde) != waarde:
            raise faal(
                "SC-OVERLAP",
                span,
                f"“{sleutel[1]}” van {sleutel[0]} krijgt hier een tweede waarde",
                hulp=("haal een van de twee regels weg",),
            )
        self.invoer[sleutel] = waarde

    def gegeven(self, nodes: tuple[tree.Gegeven, ...]) -> None:
        """Objects first, so that a line may speak of an object that comes later."""
        for node in nodes:
            if isinstance(node, tree.GegevenObject):
                self.probeer(self._object, node)
        for node in nodes:
            if not isinstance(node, tree.GegevenObject):
                self.probeer(self._regel, node)
        for gebrek in te_veel(self.feiten, self.tabel):
            span = nodes[0].span if nodes else None
            if span is not None:
                self.meld(faal("FT-KARDINALITEIT", span, gebrek))

    def probeer(self, doe: Any, node: Any) -> None:
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
        for schakel, waarde in node.toekenningen:
            self.probeer(lambda paar: self._zet(node.naam, *paar), (schakel, waarde))

    def _zet(self, object_: str, schakel: tree.Schakel, waarde: tree.Expressie) -> None:
        type_, naam = self.typen[object_], schakel.naam
        gevonden = self.tabel.attribuut(type_, naam.tekst)
        if gevonden is not None:
            doel = gevonden[0]
            eigen = celnaam(doel.naam, cel(doel, schakel, self.omg), self.tabel.dimensies)
            nieuw = vaste_waarde(waarde, doel.type, self.omg)
            self._leg_vast((object_, eigen), nieuw, waarde.span)
            return
        eis_geen_labels(schakel, f"“{naam.tekst}”")
        kenmerk = self.tabel.kenmerk(type_, naam.tekst)
        if kenmerk is not None and isinstance(waarde, tree.Waarheid):
            self._leg_vast((object_, kenmerk.naam), waarde.waarde, waarde.span)
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
            case tree.GegevenConditie(conditie=test, periode=periode):
                self.conditie(test, periode)
            case tree.GegevenVoorval():
                self.voorvallen.append(los_voorval_op(node, self.omg))
            case tree.GegevenParameter(naam=naam, waarde=waarde):
                gevonden = [b.naam for b in self.tabel.zoek(naam.tekst, "parameter")]
                bekend = [n for n in gevonden if n in self.tabel.parameters]
                if not bekend:
                    raise faal("PA-ONBEKEND", naam.span, f"“{naam.tekst}” is geen parameter")
                type_ = self.tabel.parameters[bekend[0]]
                self.parameters[bekend[0]] = vaste_waarde(waarde, type_, self.omg)
            case tree.GegevenOnbekend(keten=wat):
                sleutel = eigenschap_van(genoemde_eigenschap(wat, self.omg), self.tabel)
                self.onbekend.add(sleutel)
                self.invoer.pop(sleutel, None)
                self.delen.pop(sleutel, None)
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

    def conditie(self, node: tree.Conditie, periode: tree.Periode | None = None) -> None:
        """What is given as a condition: a kenmerk, or a value."""
        if isinstance(node, tree.Naamtest):
            lees = conditie(replace(node, ontkend=False), self.omg)
            if isinstance(lees, Lees) and isinstance(lees.object, Genoemd):
                self._geef(lees, not node.ontkend, periode)
                return
        elif isinstance(node, tree.Vergelijking) and node.woord == "gelijk aan":
            if not isinstance(node.links, tree.Keten):
                raise self._geen_gegeven(node)
            doel = genoemde_eigenschap(node.links, self.omg)
            self._geef(doel, vaste_waarde(node.rechts, doel.type, self.omg), periode)
            return
        raise self._geen_gegeven(node)

    def _geef(self, lees: Lees, waarde: Any, periode: tree.Periode | None) -> None:
        """A value at all times, or for a part of the time over it."""
        sleutel = eigenschap_van(lees, self.tabel)
        if periode is None:
            assert lees.span is not None
            self._leg_vast(sleutel, waarde, lees.span)
            return
        deel = Tijddeel(lees_spanne(periode, self.omg), waarde)
        eerdere = self.delen.setdefault(sleutel, [])
        mis = gebrek_in_deel(deel, eerdere, lees.type.korrel, sleutel[1])
        if mis is not None:
            raise mis.bij(periode.span)
        eerdere.append(deel)

    @staticmethod
    def _geen_gegeven(node: tree.Conditie) -> Onoplosbaar:
        return faal(
            "SC-GEGEVEN",
            node.span,
            "dit is geen gegeven: hier hoort een kenmerk of een waarde",
            hulp=("bijvoorbeeld “A is verzekerd” of “het vermogen van A is gelijk aan 0 €”",),
        )

    # -------------------------------------------------------------- the case

    def casus(self, rekendatum: date) -> Casus:
        return Casus(
            rekendatum,
            Huishouden(tuple(self.typen.items()), tuple(self.feiten)),
            MappingProxyType(self._invoer()),
            MappingProxyType(dict(self.oordelen)),
            MappingProxyType(dict(self.parameters)),
            frozenset(self.onbekend),
            tuple(sorted(self.voorvallen, key=lambda v: v.datum)),
        )

    def _invoer(self) -> dict[tuple[str, str], Any]:
        """What was given, with the parts of the time over it. Outside them a kenmerk is not
        true and an attribute has no value."""
        uit = dict(self.invoer)
        for (wie, eigenschap), delen in self.delen.items():
            soort = self.tabel.objecttypen[self.typen[wie]]
            leeg = False if eigenschap in soort.kenmerken else None
            uit[wie, eigenschap] = samengesteld(uit.get((wie, eigenschap), leeg), delen)
        return uit
