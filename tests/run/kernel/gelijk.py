"""The compiled plan held against the exact interpreter, row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Any

import numpy as np
import pytest

from wetsanalyse.model.types import Soort, Type
from wetsanalyse.plan.ops import LEEG, GroundPlan, InvoerSleutel, OordeelSleutel, Op
from wetsanalyse.run.exact import Geval, reken
from wetsanalyse.run.kernel import hulp, kern
from wetsanalyse.run.kernel.kern import Gegevens, Kern, maak_kern
from wetsanalyse.run.kolommen import Kolom, invoerschaal

VERGIFT = 113
"""What stands in a column that was never written: no leeg, no answer of a test."""


def invoertypen(plan: GroundPlan) -> dict[InvoerSleutel, Type]:
    return {step.par: step.type for step in plan.steps if step.op is Op.INVOER}


def op_rooster(waarde: Any, type_: Type) -> Any:
    """The value as a column can hold it."""
    if not isinstance(waarde, Fraction | int) or isinstance(waarde, bool):
        return waarde
    schaal = invoerschaal(type_)
    return Fraction(floor(waarde * schaal), schaal)


def kolom(type_: Type, waarden: Sequence[Any]) -> Kolom:
    """Values of the exact interpreter as a column; `LEEG` where there is none."""
    schaal = invoerschaal(type_)
    if type_.soort is Soort.BOOLEAN:  # what is not given is not true
        waarden = [w is True for w in waarden]
    leeg = np.array([w is LEEG for w in waarden], np.bool_)
    teksten: tuple[str, ...] | None = None
    if type_.soort in (Soort.TEKST, Soort.ENUMERATIE):
        teksten = tuple(dict.fromkeys(w for w in waarden if w is not LEEG))
        codes = [0 if w is LEEG else teksten.index(w) for w in waarden]
    else:
        codes = [0 if w is LEEG else int(w * schaal) for w in waarden]
    return Kolom(np.array(codes, np.int64), leeg if leeg.any() else None, schaal, teksten)


def kern_van(
    plan: GroundPlan,
    doelen: Sequence[int],
    rijen: Sequence[Mapping[InvoerSleutel, Any]],
    oordelen: Mapping[OordeelSleutel, bool] | None = None,
) -> tuple[Kern, Gegevens]:
    """The kernel for these cases, all of one shape, and the cases as columns."""
    kolommen = {
        sleutel: kolom(type_, [rij.get(sleutel, LEEG) for rij in rijen])
        for sleutel, type_ in invoertypen(plan).items()
        if any(sleutel in rij for rij in rijen)
    }
    nullen = [sleutel for sleutel, k in kolommen.items() if k.leeg is not None]
    gemaakt = maak_kern(plan, doelen, kolommen, nullen=nullen, oordelen=oordelen)
    return gemaakt, Gegevens(len(rijen), kolommen)


def voorgelezen(tekst: str) -> Callable[..., bool]:
    """The source text as plain Python: no compiler, and a number that runs over 64 bits is an
    error instead of a wrong number."""
    namen: dict[str, Any] = {"np": np, **{f.__name__: f for f in hulp.FUNCTIES}}
    exec(tekst, namen)
    functie = namen["kern"]

    def lees(*args: Any) -> bool:
        with np.errstate(over="raise"):
            return bool(functie(*args))

    return lees


@contextmanager
def vergiftigd() -> Any:
    """Every column that a kernel writes starts with what no rule gives."""
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(kern, "_nieuw", lambda n, soort: np.full(n, VERGIFT, soort))
        yield


def verschillen(
    plan: GroundPlan,
    doelen: Sequence[int],
    rijen: Sequence[Mapping[InvoerSleutel, Any]],
    oordelen: Mapping[OordeelSleutel, bool] | None = None,
    *,
    compileer: bool = True,
    smal: bool = False,
) -> tuple[list[str], float]:
    """Where the two differ, and the share of answers that the kernel gave itself. ``smal``: the
    columns are as narrow as their values allow."""
    gemaakt, gegevens = kern_van(plan, doelen, rijen, oordelen)
    if smal:
        gegevens = replace(gegevens, kolommen={s: k.smal() for s, k in gegevens.kolommen.items()})
    if not compileer:
        gemaakt = replace(gemaakt, functie=voorgelezen(gemaakt.bron.tekst))
    with vergiftigd():
        uitkomsten = gemaakt.reken(gegevens)
    fout: list[str] = []
    zelf = 0
    for i, rij in enumerate(rijen):
        exact = reken(plan, Geval(plan.rekendatum, dict(rij), oordelen or {}), doelen)
        for slot, uitkomst in uitkomsten.items():
            if uitkomst.exact is not None and uitkomst.exact[i]:
                continue
            zelf += 1
            hier = uitkomst.kolom.waarde(i, plan.steps[slot].type)
            daar = exact.waarden[slot]
            if isinstance(daar, bool):  # the type of a step of a test plan may be vague
                hier = bool(hier) if hier in (0, 1) else hier
            if type(hier) is not type(daar) or hier != daar:
                naam = plan.steps[slot].label or f"{slot} {plan.steps[slot].op.value}"
                fout.append(f"{naam}: {hier} ≠ {daar} bij {dict(rij)}\n{gemaakt.bron.tekst}")
    return fout, zelf / max(1, len(rijen) * len(doelen))
