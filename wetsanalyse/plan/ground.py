"""From the plan to a flat plan for one household shape: every object walked, every list
written out as arguments. What is static in the shape (who is whose partner) is decided here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, cast

from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Regelversie, Rol
from wetsanalyse.model.terms import (
    Aggregaat,
    Alle,
    Bewerking,
    Constante,
    Genoemd,
    HeeftRol,
    Instantie,
    Lees,
    Lijst,
    ObjectTerm,
    OpenNormterm,
    Parameterterm,
    Rekendatumterm,
    Rolstap,
    Selectie,
    SpeeltRol,
    Term,
    Variabeleterm,
    Vereniging,
    Voorelk,
)
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import (
    LEEG,
    Afronding,
    DatumEenheid,
    Duur,
    Fout,
    GroundPlan,
    InvoerSleutel,
    Kiezers,
    Kwantiteit,
    OordeelSleutel,
    Op,
    Step,
    Tekstdelen,
    Vergelijking,
)

OBJECT = ObjectTerm.__args__
Bewaakt = tuple[int | None, str]
"""An object, with the step that says whether it is in (None: always)."""


def ground(
    plan: Plan, huishouden: Huishouden, vragen: Mapping[str, Term] | None = None
) -> GroundPlan:
    """The flat plan of a household shape. ``vragen`` are terms (over named objects) that are
    to be answered too, by name."""
    bouwer = _Bouwer(plan, huishouden)
    for objecttype, eigenschap in plan.volgorde:
        for naam in bouwer.van_type.get(objecttype, ()):
            bouwer.eigenschap(naam, eigenschap)
    antwoorden = {naam: bouwer.los(term) for naam, term in (vragen or {}).items()}
    return GroundPlan(
        tuple(bouwer.steps),
        MappingProxyType(dict(bouwer.slots)),
        MappingProxyType({n: w.waarde for n, w in plan.parameters.items()}),
        plan.rekendatum,
        MappingProxyType(antwoorden),
    )


class _Kader:
    """One run of a rule: which instance each number stands for, and its variables so far."""

    def __init__(self, versie: Regelversie | None, gebonden: dict[int, str]) -> None:
        self.versie = versie
        self.gebonden = gebonden
        self.variabelen: dict[str, int] = {}

    def met(self, nummer: int, naam: str) -> _Kader:
        kader = _Kader(self.versie, {**self.gebonden, nummer: naam})
        # A variable cannot see the element of a selection, so its step can be shared.
        kader.variabelen = self.variabelen
        return kader

    @property
    def regel(self) -> str | None:
        return self.versie.id if self.versie else None

    @property
    def object(self) -> str | None:
        return self.gebonden.get(1, self.gebonden.get(0))


class _Bouwer:
    """Gathers steps; every method gives the number of the step it made or found."""

    def __init__(self, plan: Plan, huishouden: Huishouden) -> None:
        self.plan, self.model, self.huishouden = plan, plan.model, huishouden
        self.steps: list[Step] = []
        self.slots: dict[tuple[str, str], int] = {}
        self.bezig: set[tuple[str, str]] = set()
        self.gedeeld: dict[Any, int] = {}
        self.type_van = dict(huishouden.objecten)
        self.van_type: dict[str, list[str]] = {}
        for naam, objecttype in huishouden.objecten:
            self.van_type.setdefault(objecttype, []).append(naam)
        self.schrijft: dict[tuple[str, str], list[tuple[_Kader, list[int]]]] = {}
        self.uitgezocht: set[str] = set()

    # -------------------------------------------------------------- steps

    def stap(
        self, op: Op, args: Sequence[int], type_: Type, par: Any = None, *,
        label: str = "", kader: _Kader | None = None, hoofd: bool = False, span: Any = None,
    ) -> int:  # fmt: skip
        self.steps.append(
            Step(
                op,
                tuple(args),
                type_,
                par,
                label,
                kader.regel if kader else None,
                kader.object if kader else None,
                hoofd,
                span,
            )  # fmt: skip
        )
        return len(self.steps) - 1

    def eenmaal(self, sleutel: Any, maak: Callable[[], int]) -> int:
        if sleutel not in self.gedeeld:
            self.gedeeld[sleutel] = maak()
        return self.gedeeld[sleutel]

    def vast(self, waarde: Any, type_: Type, span: Any = None) -> int:
        return self.eenmaal(
            ("vast", type(waarde), waarde, type_),
            lambda: self.stap(Op.CONSTANTE, (), type_, waarde, span=span),
        )

    def waar(self) -> int:
        return self.vast(True, BOOLEAN)

    def en(self, bewakers: Sequence[int | None], kader: _Kader | None = None) -> int | None:
        """All of the guards; None when there is none."""
        echte = [b for b in bewakers if b is not None]
        if len(echte) < 2:
            return echte[0] if echte else None
        return self.stap(Op.TEL, echte, BOOLEAN, Kwantiteit("alle"), kader=kader)

    # -------------------------------------------------------------- properties

    def eigenschap(self, object_: str, naam: str) -> int:
        """The step of an attribute or kenmerk of an object."""
        sleutel = (object_, naam)
        if sleutel in self.slots:
            return self.slots[sleutel]
        objecttype = self.model.objecttypen[self.type_van[object_]]
        attribuut = objecttype.attributen.get(naam)
        type_ = attribuut.type if attribuut else BOOLEAN
        if sleutel in self.bezig:
            fout = Fout("RC-KRING", f"{naam} van {object_} hangt af van zichzelf", None, object_)
            return self.vast(fout, type_)
        self.bezig.add(sleutel)
        label = f"{naam} van {object_}"
        invoer = self.stap(
            Op.INVOER, (), type_, InvoerSleutel(object_, naam), label=label, hoofd=True
        )
        versies = self.plan.schrijvers.get((objecttype.naam, naam), ())
        for versie in versies:
            self._zoek_doelen(versie)
        schrijvers = self.schrijft.get(sleutel, [])
        if attribuut is None:
            slot = self._kenmerk(schrijvers, invoer, label)
        else:
            slot = self._attribuut(schrijvers, invoer, type_, label, object_)
        self.bezig.discard(sleutel)
        self.slots[sleutel] = slot
        return slot

    def _zoek_doelen(self, versie: Regelversie) -> None:
        """Find out, once, for which objects a rule version runs and what it is about."""
        if versie.id in self.uitgezocht:
            return
        self.uitgezocht.add(versie.id)
        over = versie.onderwerp
        for wie in self.objecten(Alle(over.objecttype, over.rol), _Kader(versie, {})):
            kader = _Kader(versie, {0: wie[1]})
            kenmerk = self.eigenschap(wie[1], over.kenmerk) if over.kenmerk else None
            for bewaker, doel in self.objecten(over.doel, kader):
                eigen = kader if over.doel == Instantie(0, over.objecttype) else kader.met(1, doel)
                if eigen is not kader:
                    eigen.variabelen = {}
                bewakers = [b for b in (kenmerk, bewaker) if b is not None]
                self.schrijft.setdefault((doel, versie.eigenschap), []).append((eigen, bewakers))

    def _voorwaarde(self, kader: _Kader, bewakers: list[int]) -> int:
        assert kader.versie is not None
        eigen = kader.versie.voorwaarde
        delen = [*bewakers, *([self.los(eigen, kader)] if eigen is not None else [])]
        samen = self.en(delen, kader)
        return self.waar() if samen is None else samen

    def _kenmerk(self, schrijvers: list[tuple[_Kader, list[int]]], invoer: int, label: str) -> int:
        """Several rules for one kenmerk: one is enough. [4.2]"""
        if not schrijvers:
            return invoer
        waar = self.waar()
        args: list[int] = []
        for kader, bewakers in schrijvers:
            args += [self._voorwaarde(kader, bewakers), waar]
        regels = tuple(k.regel or "" for k, _ in schrijvers)
        par = Kiezers(regels, schrijvers[0][0].object or "")
        return self.stap(
            Op.KIES, (*args, invoer), BOOLEAN, par, label=label, kader=schrijvers[0][0], hoofd=True
        )

    def _attribuut(
        self,
        schrijvers: list[tuple[_Kader, list[int]]],
        invoer: int,
        type_: Type,
        label: str,
        object_: str,
    ) -> int:
        gewone = [s for s in schrijvers if s[0].versie and s[0].versie.soort != "initialisatie"]
        slot = self._kies(gewone, invoer, type_, label, object_)
        begin = [s for s in schrijvers if s not in gewone]
        if not begin:
            return slot
        # Initialisatie works on what is still leeg after all other writers. [4.6]
        leeg = self.stap(Op.IS_LEEG, (slot,), BOOLEAN, label=f"{label} is leeg")
        return self._kies([(k, [*b, leeg]) for k, b in begin], slot, type_, label, object_)

    def _kies(
        self,
        schrijvers: list[tuple[_Kader, list[int]]],
        basis: int,
        type_: Type,
        label: str,
        object_: str,
    ) -> int:
        if not schrijvers:
            return basis
        args: list[int] = []
        for kader, bewakers in schrijvers:
            assert kader.versie is not None and kader.versie.waarde is not None
            voorwaarde = self._voorwaarde(kader, bewakers)
            waarde = self.los(kader.versie.waarde, kader)
            args += [voorwaarde, self._controle(waarde, type_, kader, label)]
        par = Kiezers(tuple(k.regel or "" for k, _ in schrijvers), object_)
        return self.stap(
            Op.KIES, (*args, basis), type_, par, label=label, kader=schrijvers[0][0], hoofd=True
        )

    def _controle(self, slot: int, type_: Type, kader: _Kader, label: str) -> int:
        """Decimals and range are checked when a value is assigned. [1.4, 4.1]"""
        if type_.decimalen is None and type_.bereik is None:
            return slot
        extra = 2 if type_.soort is Soort.PERCENTAGE and type_.decimalen is not None else 0
        decimalen = None if type_.decimalen is None else type_.decimalen + extra
        eis = Type(Soort.NUMERIEK, type_.eenheid, decimalen, type_.bereik)
        return self.stap(Op.CONTROLE, (slot,), type_, eis, label=label, kader=kader)

    # -------------------------------------------------------------- objects

    def objecten(self, term: ObjectTerm, kader: _Kader) -> list[Bewaakt]:
        """The objects that a term stands for in this household."""
        match term:
            case Instantie(nummer):
                return [(None, kader.gebonden[nummer])]
            case Genoemd(naam):
                return [(None, naam)]
            case Rolstap(van, feittype, rol):
                return [
                    (bewaker, daar)
                    for bewaker, hier in self.objecten(van, kader)
                    for daar in self._overkant(hier, feittype, rol)
                ]
            case Alle(objecttype, rollen):
                alle = self.van_type.get(objecttype, [])
                return [(None, o) for o in alle if rollen is None or self._speelt(o, *rollen)]
            case Selectie(bron, nummer, voorwaarde):
                return [
                    (self.en([b, self.los(voorwaarde, kader.met(nummer, o))], kader), o)
                    for b, o in self.objecten(bron, kader)
                ]
            case Vereniging(leden):
                return self._vereniging([o for lid in leden for o in self.objecten(lid, kader)])

    def _vereniging(self, alle: list[Bewaakt]) -> list[Bewaakt]:
        """Each object once: it is in when one of its guards lets it in. [3.6]"""
        per_object: dict[str, list[int | None]] = {}
        for bewaker, naam in alle:
            per_object.setdefault(naam, []).append(bewaker)
        return [
            (None if None in b else self._of([x for x in b if x is not None]), naam)
            for naam, b in per_object.items()
        ]

    def _of(self, bewakers: list[int]) -> int:
        if len(bewakers) == 1:
            return bewakers[0]
        return self.stap(Op.TEL, bewakers, BOOLEAN, Kwantiteit("ten minste", 1))

    def _overkant(self, hier: str, feittype: str, rol: int) -> list[str]:
        gevonden: list[str] = []
        wederkerig = self.model.feittypen[feittype].wederkerig
        for feit in self.huishouden.feiten:
            if feit.feittype != feittype:
                continue
            for kant in (0, 1) if wederkerig else (rol,):
                if feit.objecten[1 - kant] == hier and feit.objecten[kant] not in gevonden:
                    gevonden.append(feit.objecten[kant])
        return gevonden

    def _speelt(self, naam: str, feittype: str, rol: int) -> bool:
        wederkerig = self.model.feittypen[feittype].wederkerig
        return any(
            f.feittype == feittype and naam in (f.objecten if wederkerig else (f.objecten[rol],))
            for f in self.huishouden.feiten
        )

    def rol(self, feittype: str, nummer: int) -> Rol:
        return self.model.feittypen[feittype].rollen[nummer]

    # -------------------------------------------------------------- terms

    def los(self, term: Term, kader: _Kader | None = None) -> int:
        """The step of one value."""
        return _TERMEN[type(term)](self, term, kader or _Kader(None, {}))

    def leden(self, term: Term | ObjectTerm, kader: _Kader) -> list[int]:
        """The steps of a list; a member that is guarded out gives leeg."""
        if isinstance(term, Lijst):
            return [slot for lid in term.leden for slot in self.leden(lid, kader)]
        if isinstance(term, Lees) and term.type.meervoudig:
            type_ = term.type.enkel()
            return [
                self._bewaakt(bewaker, self.eigenschap(naam, term.eigenschap), type_)
                for bewaker, naam in self.objecten(term.object, kader)
            ]
        assert not isinstance(term, OBJECT)
        return [self.los(cast(Term, term), kader)]

    def _bewaakt(self, bewaker: int | None, slot: int, type_: Type) -> int:
        return slot if bewaker is None else self.stap(Op.INDIEN, (bewaker, slot), type_)

    def _constante(self, term: Constante, kader: _Kader) -> int:
        waarde = LEEG if term.waarde is None else term.waarde
        return self.vast(waarde, term.type, term.span)

    def _parameter(self, term: Parameterterm, kader: _Kader) -> int:
        return self.eenmaal(
            ("parameter", term.naam),
            lambda: self.stap(
                Op.PARAMETER, (), term.type, term.naam, label=term.naam, hoofd=True, span=term.span
            ),
        )

    def _rekendatum(self, term: Rekendatumterm, kader: _Kader) -> int:
        dag = self.plan.rekendatum
        return self.vast(dag.year if term.jaar else dag.toordinal(), term.type)

    def _variabele(self, term: Variabeleterm, kader: _Kader) -> int:
        if term.naam not in kader.variabelen:
            assert kader.versie is not None
            gevouwen = term.naam.casefold()
            gevonden = next(v for v in kader.versie.variabelen if v.naam.casefold() == gevouwen)
            slot = self.los(gevonden.waarde, kader)
            stap = self.steps[slot]
            if not stap.hoofd and stap.op is not Op.CONSTANTE:
                self.steps[slot] = Step(
                    stap.op, stap.args, stap.type, stap.par, gevonden.naam, stap.regel,
                    stap.object, True, stap.span,
                )  # fmt: skip
            kader.variabelen[term.naam] = slot
        return kader.variabelen[term.naam]

    def _lees(self, term: Lees, kader: _Kader) -> int:
        """One attribute; no object: leeg (a kenmerk: not true); more than one: a fault."""
        objecten = self.objecten(term.object, kader)
        attributen = self.model.objecttypen[term.object.objecttype].attributen
        niets = LEEG if term.eigenschap in attributen else False
        if not objecten:
            return self.vast(niets, term.type)
        if len(objecten) > 1:
            bericht = f"er is meer dan één object waarvan “{term.eigenschap}” gelezen wordt"
            fout = Fout("FT-KARDINALITEIT", bericht, kader.regel, kader.object, term.span)
            return self.vast(fout, term.type)
        bewaker, naam = objecten[0]
        return self._bewaakt(bewaker, self.eigenschap(naam, term.eigenschap), term.type)

    def _speelt_rol(self, term: SpeeltRol, kader: _Kader) -> int:
        (_, naam), *_ = self.objecten(term.object, kader) or [(None, "")]
        speelt = any(self._speelt(naam, f, r) for f, r in term.rollen)
        return self.vast(speelt, BOOLEAN)

    def _heeft_rol(self, term: HeeftRol, kader: _Kader) -> int:
        objecten = self.objecten(term.object, kader)
        if any(bewaker is None for bewaker, _ in objecten) or not objecten:
            return self.vast(bool(objecten), BOOLEAN)
        return self._of([b for b, _ in objecten if b is not None])

    def _open_norm(self, term: OpenNormterm, kader: _Kader) -> int:
        (_, naam), *_ = self.objecten(term.object, kader)
        sleutel = OordeelSleutel(term.norm, naam)
        return self.eenmaal(
            sleutel,
            lambda: self.stap(
                Op.OPEN_NORM,
                (),
                BOOLEAN,
                sleutel,
                label=f"open norm {term.norm} voor {naam}",
                hoofd=True,
                span=term.span,
            ),  # fmt: skip
        )

    def _bewerking(self, term: Bewerking, kader: _Kader) -> int:
        op = Op[term.op]
        args = [self.los(arg, kader) for arg in term.args]
        par = _PAR.get(op, _zelf)(term.par)
        label = " ".join(term.span.tekst.split()) if term.span else ""
        return self.stap(op, args, term.type, par, label=label, kader=kader, span=term.span)

    def _lijst(self, term: Lijst, kader: _Kader) -> int:
        raise AssertionError("a list stands only inside an aggregate")

    def _aggregaat(self, term: Aggregaat, kader: _Kader) -> int:
        label = " ".join(term.span.tekst.split()) if term.span else ""
        if isinstance(term.lijst, OBJECT):
            args = [
                self.waar() if bewaker is None else bewaker
                for bewaker, _ in self._vereniging(self.objecten(term.lijst, kader))
            ]
        else:
            args = self.leden(term.lijst, kader)
        par = term.of_nul if term.op == "SOM" else None
        return self.stap(
            Op[term.op], args, term.type, par, label=label, kader=kader, span=term.span
        )

    def _voorelk(self, term: Voorelk, kader: _Kader) -> int:
        """A quantity over objects. One that is guarded out does not count: for ``alle`` it
        passes, for the others it fails."""
        soort, aantal = term.kwantiteit
        testen: list[int] = []
        for bewaker, naam in self.objecten(term.bron, kader):
            test = self.los(term.voorwaarde, kader.met(term.nummer, naam))
            if bewaker is None:
                testen.append(test)
            elif soort == "alle":
                anders = self.stap(Op.NIET, (bewaker,), BOOLEAN, kader=kader)
                testen.append(self._of([anders, test]))
            else:
                testen.append(self.en([bewaker, test], kader) or test)
        par = Kwantiteit(soort, aantal)
        label = " ".join(term.span.tekst.split()) if term.span else ""
        return self.stap(Op.TEL, testen, BOOLEAN, par, label=label, kader=kader, span=term.span)


def _zelf(par: Any) -> Any:
    return par


# The parameters of the model are plain tuples; here they become those of the op table.
_PAR: dict[Op, Callable[[Any], Any]] = {
    Op.AFRONDEN: lambda p: Afronding(*p),
    Op.WORTEL: lambda p: Afronding(*p),
    Op.MACHT: lambda p: Afronding(*p),
    Op.DATUM_PLUS: lambda p: DatumEenheid(*p),
    Op.TIJDSDUUR: lambda p: Duur(*p),
    Op.VERGELIJK: lambda p: Vergelijking(*p),
    Op.TEL: lambda p: Kwantiteit(*p),
    Op.TEKST: lambda p: Tekstdelen(*p),
}

_TERMEN: dict[type, Callable[[Any, Any, _Kader], int]] = {
    Constante: _Bouwer._constante,
    Parameterterm: _Bouwer._parameter,
    Rekendatumterm: _Bouwer._rekendatum,
    Variabeleterm: _Bouwer._variabele,
    Lees: _Bouwer._lees,
    SpeeltRol: _Bouwer._speelt_rol,
    HeeftRol: _Bouwer._heeft_rol,
    OpenNormterm: _Bouwer._open_norm,
    Bewerking: _Bouwer._bewerking,
    Lijst: _Bouwer._lijst,
    Aggregaat: _Bouwer._aggregaat,
    Voorelk: _Bouwer._voorelk,
}
