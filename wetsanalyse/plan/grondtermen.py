"""The steps of a term: one function for each kind, which asks the builder for the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.terms import (
    Aggregaat,
    Bewerking,
    Constante,
    HeeftRol,
    Lees,
    Lijst,
    ObjectTerm,
    OpenNormterm,
    Parameterterm,
    Rekendatumterm,
    SpeeltRol,
    Term,
    Variabeleterm,
    Voorelk,
)
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.plan.bouwer import Bouwer
from wetsanalyse.plan.ops import (
    LEEG,
    Afronding,
    DatumEenheid,
    Duur,
    Fout,
    Kwantiteit,
    OordeelSleutel,
    Op,
    Step,
    Tekstdelen,
    Vergelijking,
)
from wetsanalyse.plan.stappen import Kader

OBJECT = ObjectTerm.__args__


def _constante(b: Bouwer, term: Constante, kader: Kader) -> int:
    waarde = LEEG if term.waarde is None else term.waarde
    return b.vast(waarde, term.type, term.span)


def _parameter(b: Bouwer, term: Parameterterm, kader: Kader) -> int:
    return b.eenmaal(
        ("parameter", term.naam),
        lambda: b.stap(
            Op.PARAMETER, (), term.type, term.naam, label=term.naam, hoofd=True, span=term.span
        ),
    )


def _rekendatum(b: Bouwer, term: Rekendatumterm, kader: Kader) -> int:
    dag = b.plan.rekendatum
    return b.vast(dag.year if term.jaar else dag.toordinal(), term.type)


def _variabele(b: Bouwer, term: Variabeleterm, kader: Kader) -> int:
    if term.naam not in kader.variabelen:
        assert kader.versie is not None
        gevouwen = vouw(term.naam)
        gevonden = next(v for v in kader.versie.variabelen if vouw(v.naam) == gevouwen)
        slot = b.los(gevonden.waarde, kader)
        stap = b.steps[slot]
        if not stap.hoofd and stap.op is not Op.CONSTANTE:
            b.steps[slot] = Step(
                stap.op, stap.args, stap.type, stap.par, gevonden.naam, stap.regel,
                stap.object, True, stap.span,
            )  # fmt: skip
        kader.variabelen[term.naam] = slot
    return kader.variabelen[term.naam]


def _lees(b: Bouwer, term: Lees, kader: Kader) -> int:
    """One attribute; no object: leeg (a kenmerk: not true); more than one: a fault."""
    objecten = b.objecten(term.object, kader)
    attributen = b.model.objecttypen[term.object.objecttype].attributen
    niets = LEEG if term.eigenschap in attributen else False
    if not objecten:
        return b.vast(niets, term.type)
    if len(objecten) > 1:
        bericht = f"er is meer dan één object waarvan “{term.eigenschap}” gelezen wordt"
        fout = Fout("FT-KARDINALITEIT", bericht, kader.regel, kader.object, term.span)
        return b.vast(fout, term.type)
    bewaker, naam = objecten[0]
    return b.bewaakt(bewaker, b.eigenschap(naam, term.eigenschap), term.type)


def _speelt_rol(b: Bouwer, term: SpeeltRol, kader: Kader) -> int:
    (_, naam), *_ = b.objecten(term.object, kader) or [(None, "")]
    speelt = any(b.speelt(naam, f, r) for f, r in term.rollen)
    return b.vast(speelt, BOOLEAN)


def _heeft_rol(b: Bouwer, term: HeeftRol, kader: Kader) -> int:
    objecten = b.objecten(term.object, kader)
    if any(bewaker is None for bewaker, _ in objecten) or not objecten:
        return b.vast(bool(objecten), BOOLEAN)
    return b.of([b for b, _ in objecten if b is not None])


def _open_norm(b: Bouwer, term: OpenNormterm, kader: Kader) -> int:
    (_, naam), *_ = b.objecten(term.object, kader)
    sleutel = OordeelSleutel(term.norm, naam)
    return b.eenmaal(
        sleutel,
        lambda: b.stap(
            Op.OPEN_NORM,
            (),
            BOOLEAN,
            sleutel,
            label=f"open norm {term.norm} voor {naam}",
            hoofd=True,
            span=term.span,
        ),
    )


def _bewerking(b: Bouwer, term: Bewerking, kader: Kader) -> int:
    op = Op[term.op]
    args = [b.los(arg, kader) for arg in term.args]
    par = _PAR.get(op, _zelf)(term.par)
    label = " ".join(term.span.tekst.split()) if term.span else ""
    return b.stap(op, args, term.type, par, label=label, kader=kader, span=term.span)


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
    par = Kwantiteit(soort, aantal)
    label = " ".join(term.span.tekst.split()) if term.span else ""
    return b.stap(Op.TEL, testen, BOOLEAN, par, label=label, kader=kader, span=term.span)


def _leden(b: Bouwer, term: Term | ObjectTerm, kader: Kader) -> list[int]:
    """The steps of a list; a member that is guarded out gives leeg."""
    if isinstance(term, Lijst):
        return [slot for lid in term.leden for slot in _leden(b, lid, kader)]
    if isinstance(term, Lees) and term.type.meervoudig:
        type_ = term.type.enkel()
        return [
            b.bewaakt(bewaker, b.eigenschap(naam, term.eigenschap), type_)
            for bewaker, naam in b.objecten(term.object, kader)
        ]
    assert not isinstance(term, OBJECT)
    return [b.los(cast(Term, term), kader)]


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
    Bewerking: _bewerking,
    Lijst: _lijst,
    Aggregaat: _aggregaat,
    Voorelk: _voorelk,
}
