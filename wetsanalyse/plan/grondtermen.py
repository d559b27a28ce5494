"""The steps of a term: one function for each kind, which asks the builder for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from wetsanalyse.model.lezen_termen import DAGSOORT_PLUS
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Constante,
    Dag,
    Dagsoorttoets,
    HeeftRol,
    Lees,
    Lijst,
    ObjectTerm,
    OpenNormterm,
    Parameterterm,
    Regeluitslag,
    Rekendatumterm,
    SpeeltRol,
    Term,
    Variabeleterm,
    Voorelk,
)
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.plan.bouwer import Bouwer
from wetsanalyse.plan.dagsoorten import dag, dagsoorttoets, plus_dagsoort
from wetsanalyse.plan.objecten import NOOIT
from wetsanalyse.plan.ops import (
    LEEG,
    Afronding,
    DatumEenheid,
    Duur,
    Kwantiteit,
    OordeelSleutel,
    Op,
    Tekstdelen,
    Vergelijking,
)
from wetsanalyse.plan.stappen import Kader
from wetsanalyse.plan.tijdtermen import TIJDTERMEN
from wetsanalyse.plan.uitslagen import regeluitslag
from wetsanalyse.plan.verdeling import Stapterm

OBJECT = ObjectTerm.__args__


def _constante(b: Bouwer, term: Constante, kader: Kader) -> int:
    waarde = LEEG if term.waarde is None else term.waarde
    return b.vast(waarde, term.type, term.span)


def _parameter(b: Bouwer, term: Parameterterm, kader: Kader) -> int:
    return b.parameter(term.naam, term.span)


def _rekendatum(b: Bouwer, term: Rekendatumterm, kader: Kader) -> int:
    dag = b.plan.rekendatum
    return b.vast(dag.year if term.jaar else dag.toordinal(), term.type)


def _variabele(b: Bouwer, term: Variabeleterm, kader: Kader) -> int:
    if term.naam not in kader.variabelen:
        assert kader.versie is not None
        gevouwen = vouw(term.naam)
        gevonden = next(v for v in kader.versie.variabelen if vouw(v.naam) == gevouwen)
        slot = b.noem(b.los(gevonden.waarde, kader), gevonden.naam, hoofd=True)
        kader.variabelen[term.naam] = slot
    return kader.variabelen[term.naam]


def _lees(b: Bouwer, term: Lees, kader: Kader) -> int:
    """One attribute; no object: leeg (a kenmerk: not true); more than one: a fault."""
    attributen = b.model.objecttypen[term.object.objecttype].attributen
    niets = LEEG if term.eigenschap in attributen else False
    eigenschap = b.celnaam(term)
    return b.enige(
        term.object, kader, lambda naam: b.eigenschap(naam, eigenschap), term.type, niets
    )


def _speelt_rol(b: Bouwer, term: SpeeltRol, kader: Kader) -> int:
    def speelt(naam: str) -> int:
        keren = [b.speelt(naam, feittype, rol) for feittype, rol in term.rollen]
        return b.waarheid(b.een_van([k for k in keren if k is not NOOIT]))

    return b.enige(term.object, kader, speelt, BOOLEAN)


def _heeft_rol(b: Bouwer, term: HeeftRol, kader: Kader) -> int:
    return b.waarheid(b.een_van([bewaker for bewaker, _ in b.objecten(term.object, kader)]))


def _open_norm(b: Bouwer, term: OpenNormterm, kader: Kader) -> int:
    def oordeel(naam: str) -> int:
        sleutel = OordeelSleutel(term.norm, naam)
        label = f"open norm {term.norm} voor {naam}"
        return b.eenmaal(
            sleutel,
            lambda: b.stap(
                Op.OPEN_NORM, (), BOOLEAN, sleutel, label=label, hoofd=True, span=term.span
            ),
        )

    return b.enige(term.object, kader, oordeel, BOOLEAN)


def _uitslag(b: Bouwer, term: Regeluitslag, kader: Kader) -> int:
    return regeluitslag(b, term, kader)


def _stapterm(b: Bouwer, term: Stapterm, kader: Kader) -> int:
    return term.slot


def _bewerking(b: Bouwer, term: Bewerking, kader: Kader) -> int:
    if term.op == DAGSOORT_PLUS:
        return plus_dagsoort(b, term, kader)
    return _met_args(b, term, [b.los(arg, kader) for arg in term.args], term.type, kader)


def _met_args(b: Bouwer, term: Bewerking, args: Sequence[int], type_: Type, kader: Kader) -> int:
    op = Op[term.op]
    par = _PAR.get(op, _zelf)(term.par)
    label = " ".join(term.span.tekst.split()) if term.span else ""
    return b.stap(op, args, type_, par, label=label, kader=kader, span=term.span)


def _lijst(b: Bouwer, term: Lijst, kader: Kader) -> int:
    raise AssertionError("a list stands only inside an aggregate")


def _aggregaat(b: Bouwer, term: Aggregaat, kader: Kader) -> int:
    label = " ".join(term.span.tekst.split()) if term.span else ""
    if isinstance(term.lijst, OBJECT):
        args = [
            b.waar() if bewaker is None else bewaker
            for bewaker, _ in b.vereniging(b.objecten(term.lijst, kader))
        ]
    else:
        args = _leden(b, term.lijst, kader)
    par = term.of_nul if term.op == "SOM" else None
    return b.stap(Op[term.op], args, term.type, par, label=label, kader=kader, span=term.span)


def _voorelk(b: Bouwer, term: Voorelk, kader: Kader) -> int:
    """A quantity over objects. One that is guarded out does not count: for ``alle`` it
    passes, for the others it fails."""
    soort, aantal = term.kwantiteit
    testen: list[int] = []
    for bewaker, naam in b.objecten(term.bron, kader):
        test = b.los(term.voorwaarde, kader.met(term.nummer, naam))
        if bewaker is None:
            testen.append(test)
        elif soort == "alle":
            anders = b.stap(Op.NIET, (bewaker,), BOOLEAN, kader=kader)
            testen.append(b.of([anders, test]))
        else:
            testen.append(b.en([bewaker, test], kader) or test)
    par = Kwantiteit(soort, aantal, geordend=False)
    label = " ".join(term.span.tekst.split()) if term.span else ""
    return b.stap(Op.TEL, testen, BOOLEAN, par, label=label, kader=kader, span=term.span)


def _leden(b: Bouwer, term: Term | ObjectTerm, kader: Kader) -> list[int]:
    """The steps of a list; a member that is guarded out gives leeg."""
    if isinstance(term, Lijst):
        return [slot for lid in term.leden for slot in _leden(b, lid, kader)]
    if isinstance(term, Lees) and term.type.meervoudig:
        type_ = term.type.enkel()
        return [
            b.bewaakt(bewaker, b.eigenschap(naam, cel), type_)
            for bewaker, naam in b.objecten(term.object, kader)
            for cel in b.celnamen(term)
        ]
    if isinstance(term, Bewerking) and term.type.meervoudig:
        return _bewerkte_leden(b, term, kader)
    assert not isinstance(term, OBJECT)
    return [b.los(cast(Term, term), kader)]


def _bewerkte_leden(b: Bouwer, term: Bewerking, kader: Kader) -> list[int]:
    """An operation on each member of a list. A member that is leeg stays leeg, whatever stands
    beside it, so that it does not count. [3.7]"""
    lijsten = {i: _leden(b, a, kader) for i, a in enumerate(term.args) if a.type.meervoudig}
    vast = {i: b.los(a, kader) for i, a in enumerate(term.args) if i not in lijsten}
    type_ = term.type.enkel()
    uit: list[int] = []
    for rij in zip(*lijsten.values(), strict=True):
        leden = dict(zip(lijsten, rij, strict=True))
        args = [leden.get(i, vast.get(i, -1)) for i in range(len(term.args))]
        gevuld = [b.gevuld(lid, kader) for lid in rij]
        waarde = _met_args(b, term, args, type_, kader)
        uit.append(b.bewaakt(b.of(gevuld), waarde, type_))
    return uit


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

TERMEN: dict[type, Callable[[Bouwer, Any, Kader], int]] = {
    Constante: _constante,
    Parameterterm: _parameter,
    Rekendatumterm: _rekendatum,
    Variabeleterm: _variabele,
    Lees: _lees,
    SpeeltRol: _speelt_rol,
    HeeftRol: _heeft_rol,
    OpenNormterm: _open_norm,
    Regeluitslag: _uitslag,
    Stapterm: _stapterm,
    Bewerking: _bewerking,
    Lijst: _lijst,
    Aggregaat: _aggregaat,
    Voorelk: _voorelk,
    Dag: dag,
    Dagsoorttoets: dagsoorttoets,
    **TIJDTERMEN,
}
