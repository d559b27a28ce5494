"""Scenarios and voorbeeldreeksen: a case, and what must come out of it. [uitbreidingen 10]"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.feiten import Casus, Huishouden, Voorval
from wetsanalyse.model.gegevenslezer import Gegevenslezer
from wetsanalyse.model.herkansing import met_herkansing
from wetsanalyse.model.ketens import keten
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import Bewerking, Genoemd, Lees, Term
from wetsanalyse.model.tijdgegevens import Tijdspanne, geen_dagen, lees_spanne
from wetsanalyse.syntax import Ontleding, tree
from wetsanalyse.text import Diagnostic, Result, Span


@dataclass(frozen=True, slots=True)
class Verwachting:
    """A condition that must hold on ``datum`` (None: the rekendatum), with what is known then;
    with a ``periode`` on every day of it. For a comparison with a value, ``doel`` and
    ``verwacht`` are its two sides, so that a difference can be shown."""

    tekst: str
    voorwaarde: Term
    doel: Term | None = None
    verwacht: Term | None = None
    datum: date | None = None
    periode: Tijdspanne | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Scenario:
    """``naam`` of a row of a voorbeeldreeks ends in its number."""

    naam: str
    bron: str | None
    casus: Casus
    verwachtingen: tuple[Verwachting, ...]
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def gebeurtenissen(self) -> tuple[Voorval, ...]:
        """What happens, in order."""
        return self.casus.gebeurtenissen


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
    gezien: set[tuple[str, str]] = set()
    for blok in blokken:
        if not isinstance(blok, tree.Scenario | tree.Voorbeeldreeks):
            continue
        lezer = _Lezer(tabel, f"{type(blok).__name__} “{blok.naam.tekst}”")
        naam = (blok.span.source.map_, vouw(blok.naam.tekst))
        if naam in gezien:
            lezer.meld(
                faal("SC-DUBBEL", blok.naam.span, f"er is al een scenario “{blok.naam.tekst}”")
            )
        gezien.add(naam)
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


class _Lezer(Gegevenslezer):
    """Reads one block: the case, and what must come out of it."""

    def lees(self, blok: tree.Scenario | tree.Voorbeeldreeks) -> list[Scenario]:
        return [self.scenario(blok)] if isinstance(blok, tree.Scenario) else self.reeks(blok)

    def scenario(self, blok: tree.Scenario) -> Scenario:
        verwachtingen = [self._op_dag(node) for node in blok.dan]
        return Scenario(
            blok.naam.tekst,
            blok.bron,
            self.casus(blok.rekendatum),
            tuple(v for v in verwachtingen if v is not None),
            blok.naam.span,
        )

    def _op_dag(self, node: tree.Verwachting) -> Verwachting | None:
        gevonden = self._verwachting(node.conditie)
        if gevonden is None:
            return None
        periode = None
        try:
            if node.periode is not None:
                periode = lees_spanne(node.periode, self.omg)
                if periode.is_leeg:
                    raise geen_dagen().bij(node.periode.span)
                if gevonden.voorwaarde.type.korrel is None:
                    raise _zonder_tijd(node)
        except Onoplosbaar as e:
            self.meld(e)
        tekst = " ".join(node.span.tekst.split())
        return replace(gevonden, tekst=tekst, datum=node.datum, periode=periode, span=node.span)

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
        return Verwachting(tekst, term, doel, verwacht, span=node.span)

    def reeks(self, blok: tree.Voorbeeldreeks) -> list[Scenario]:
        """One scenario per row: the given columns first, then what must come out."""
        self.eenmaal = False  # a column goes over what was given above it
        basis = dict(self.invoer)
        scenarios: list[Scenario] = []
        for nummer, rij in enumerate(blok.rijen, start=1):
            self.invoer = dict(basis)
            paren = list(zip(blok.kolommen, rij, strict=True))
            for kolom, cel in paren:
                if not kolom.verwacht and cel is not None:
                    self.probeer(self._cel, (kolom, cel))
            verwachtingen = [
                self._verwachting_van(kolom, cel)
                for kolom, cel in paren
                if kolom.verwacht and cel is not None
            ]
            scenarios.append(
                Scenario(
                    f"{blok.naam.tekst}, rij {nummer}",
                    blok.bron,
                    self.casus(blok.rekendatum),
                    tuple(v for v in verwachtingen if v is not None),
                    next((c.span for c in rij if c is not None), blok.naam.span),
                )
            )
        return scenarios

    def _cel(self, paar: tuple[tree.Reekskolom, tree.Reekscel]) -> None:
        kolom, cel = paar
        if isinstance(cel, tree.Leegcel):
            hulp = ("is het niet opgegeven, schrijf dan “n.v.t.”",)
            raise faal("BT-CEL", cel.span, "“leeg” en “gevuld” staan onder “dan”", hulp=hulp)
        self.conditie(_als_conditie(kolom, cel))

    def _verwachting_van(self, kolom: tree.Reekskolom, cel: tree.Reekscel) -> Verwachting | None:
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


def _zonder_tijd(node: tree.Verwachting) -> Onoplosbaar:
    """What has no timeline has one value for a whole run: a period would ask for more runs."""
    assert node.periode is not None
    return faal(
        "SC-GEEN-TIJDLIJN",
        node.periode.span,
        "dit heeft op een dag één waarde voor alle tijd; een periode zegt hier niets",
        hulp=("vraag naar een dag: “op 1-3-2025 is … gelijk aan …”",),
    )


def _als_conditie(kolom: tree.Reekskolom, cel: tree.Reekscel) -> tree.Conditie:
    """A column head and a cell as the condition that they stand for."""
    if isinstance(kolom.onderwerp, tree.Naamtest):
        if not isinstance(cel, tree.Waarheid):
            raise faal("BT-CEL", cel.span, "onder een kenmerk staat “waar” of “onwaar”")
        ontkend = kolom.onderwerp.ontkend == cel.waarde
        return replace(kolom.onderwerp, ontkend=ontkend, span=cel.span)
    if isinstance(cel, tree.Leegcel):
        return tree.Leegtest(kolom.onderwerp, cel.gevuld, span=cel.span)
    return tree.Vergelijking(kolom.onderwerp, "gelijk aan", cel, span=cel.span)


def los_vraag_op(node: tree.Node, huishouden: Huishouden, tabel: Tabel) -> Result[Lees | None]:
    """What a question asks for: ``de zorgtoeslag per jaar van A``, or of who stands in a role of
    A. Whom that is, only the run tells."""
    objecten = {vouw(n): Genoemd(n, t) for n, t in huishouden.objecten}
    omg = Omgeving(tabel, objecten=MappingProxyType(objecten))
    try:
        if not isinstance(node, tree.Keten):
            raise faal("VR-VORM", node.span, "vraag naar een uitkomst als “de … van A”")
        term = keten(node, omg, enkele)
        if not isinstance(term, Lees) or term.type.meervoudig:
            kan = ", ".join(n for n, _ in huishouden.objecten)
            raise faal(
                "VR-VORM",
                node.span,
                "dit is geen uitkomst van één object",
                hulp=(f"schrijf “de … van …”, met een object van dit geval: {kan}",),
            )
    except Onoplosbaar as e:
        return Result(None, (e.melding,))
    return Result(term)
