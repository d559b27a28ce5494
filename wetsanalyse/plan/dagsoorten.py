"""Kinds of days: what a rule says of `de dag`, asked of a date. [1.12, 4.8]

A test is written out where it stands, with the date in the place of the day. Counting days asks
it of one day after another, so there the test is a small plan by itself.
"""

from __future__ import annotations

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.gevolgen import Dagsoortbepaling
from wetsanalyse.model.terms import Bewerking, Dag, Dagsoorttoets
from wetsanalyse.model.types import BOOLEAN, DATUM, Soort
from wetsanalyse.plan.bouwer import Bouwer
from wetsanalyse.plan.ops import DAG, Afronding, Dagtelling, Fout, GroundPlan, Op
from wetsanalyse.plan.stappen import Kader

HELE_DAG = Afronding("naar beneden", 0)


def dag(b: Bouwer, term: Dag, kader: Kader) -> int:
    assert kader.dag is not None
    return kader.dag


def dagsoorttoets(b: Bouwer, term: Dagsoorttoets, kader: Kader) -> int:
    """Whether a date is such a day; a date that is leeg is not."""
    datum = b.los(term.datum, kader)
    if term.datum.type.soort is Soort.DATUMTIJD:
        datum = b.stap(Op.AFRONDEN, (datum,), DATUM, HELE_DAG, kader=kader)
    label = " ".join(term.span.tekst.split()) if term.span else ""
    samen = b.en([b.gevuld(datum, kader), is_dagsoort(b, term.dagsoort, datum)], kader)
    assert samen is not None
    return b.noem(samen, label)


def is_dagsoort(b: Bouwer, soort: str, datum: int) -> int:
    """The step that says whether a date, not leeg, is a day of this sort: one rule is enough."""
    sleutel = ("dagsoort", soort, datum)
    if sleutel in b.lopend:
        return b.vast(Fout("RC-KRING", f"{soort} hangt af van zichzelf"), BOOLEAN)
    b.lopend.add(sleutel)
    slot = b.eenmaal(sleutel, lambda: _een_van_de_regels(b, soort, datum))
    b.lopend.discard(sleutel)
    return slot


def _een_van_de_regels(b: Bouwer, soort: str, datum: int) -> int:
    testen = []
    for versie in b.plan.versies.values():
        if versie.gevolg == Dagsoortbepaling(soort):
            kader = Kader(versie, {}, dag=datum)
            testen.append(b.voorwaarde(kader, []))
    return b.of(testen) if testen else b.vast(False, BOOLEAN)


def plus_dagsoort(b: Bouwer, term: Bewerking, kader: Kader) -> int:
    soort, teken = term.par
    telling = _telling(b, soort, teken)
    args = [b.los(arg, kader) for arg in term.args]
    args += [b.parameter(naam) for naam in telling.parameters]
    label = " ".join(term.span.tekst.split()) if term.span else ""
    return b.stap(
        Op.DATUM_PLUS_DAGSOORT, args, term.type, telling, label=label, kader=kader, span=term.span
    )


def _telling(b: Bouwer, soort: str, teken: int) -> Dagtelling:
    eigen = Bouwer(b.plan, Huishouden(()), b.termen)
    vraag = eigen.stap(Op.INVOER, (), DATUM, DAG, label="de dag", hoofd=True)
    doel = is_dagsoort(eigen, soort, vraag)
    namen = [step.par for step in eigen.steps if step.op is Op.PARAMETER]
    plan = GroundPlan(tuple(eigen.steps), {}, {}, b.plan.rekendatum, vuurt=eigen.vurend())
    return Dagtelling(soort, teken, plan, doel, tuple(dict.fromkeys(namen)))
