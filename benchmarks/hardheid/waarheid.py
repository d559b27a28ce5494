"""The true answers: by the solver, each with its witness run again; nothing by hand.

A problem for which the solver gives `onbekend` gets no answer, and is not in the benchmark."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from benchmarks.hardheid.probleem import (
    Antwoord,
    Plek,
    Probleem,
    opgave,
    schrijf_waarde,
    speel_na,
)
from wetsanalyse.analyses.bewijs.kliffen import getuigen, slechtste_klif

KOP = """\
# Problemen met een bewezen slechtste geval: wat kost één stap op de as hoogstens, voor wie dan ook
# in dit huishouden? Alles wat niet onder “vast” staat is vrij binnen het Invoerbereik.
# De antwoorden zijn gemaakt met: python -m benchmarks.hardheid waarheid
# Wat de bewijzer niet kan beslissen, staat er niet in. Een getal is exact: “=3/4” is drie kwart.
# Niet opgenomen: assen waarop elke stap evenveel kost, zoals de boete zelf bij de Wahv.

"""
SECONDEN = 20.0


def antwoord(p: Probleem, seconden: float = SECONDEN) -> Antwoord | None:
    """Ask the solver; its witness is replayed. None: it does not know."""
    o = opgave(p)
    bewijs = slechtste_klif(o.plan, p.huishouden, p.as_, vast=p.vast, tijd=seconden)
    if bewijs.uitkomst != "bewezen" or bewijs.maat is None or not bewijs.getuigen:
        return None
    burger, buur = getuigen(bewijs, o.plan, p.huishouden)
    eigen = {*o.keuze.getallen, *o.keuze.soorten}

    def invoer(alles: Any) -> dict[Plek, Any]:
        return {plek: w for plek, w in alles.items() if plek in eigen}

    gevonden = Antwoord(
        bewijs.maat, "de bewijzer: meer bestaat niet", bewijs.vragen,
        invoer(burger.invoer), invoer(buur.invoer),
    )  # fmt: skip
    assert speel_na(opgave(replace(p, antwoord=gevonden))) == bewijs.maat
    return gevonden


def maak(problemen: Sequence[Probleem], seconden: float = SECONDEN) -> list[Probleem]:
    """Every problem with its answer; those without one fall out, and that is told."""
    uit: list[Probleem] = []
    for p in problemen:
        gevonden = antwoord(p, seconden)
        verlies = "onbekend" if gevonden is None else gevonden.verlies
        sys.stderr.write(f"{p.naam}: {verlies}\n")
        if gevonden is not None:
            uit.append(replace(p, antwoord=gevonden))
    return uit


def schrijf(problemen: Sequence[Probleem], bestand: Path) -> None:
    rijen = [_rij(p) for p in problemen]
    tekst = yaml.safe_dump(rijen, allow_unicode=True, sort_keys=False, width=100)
    bestand.write_text(KOP + tekst, encoding="utf-8")


def _rij(p: Probleem) -> dict[str, Any]:
    rij: dict[str, Any] = {
        "naam": p.naam,
        "wetten": list(p.wetten),
        "dag": p.dag,
        "huishouden": [list(o) for o in p.huishouden.objecten],
        "as": ".".join(p.as_),
    }
    if p.huishouden.feiten:
        rij["feiten"] = [[f.feittype, *f.objecten] for f in p.huishouden.feiten]
    if p.vast:
        rij["vast"] = _invoer(p.vast)
    a = p.antwoord
    if a is not None:
        rij["antwoord"] = {
            "verlies": str(a.verlies),
            "bewijs": a.bewijs,
            "vragen": a.vragen,
            "burger": _invoer(a.burger),
            "buur": _invoer(a.buur),
        }
    return rij


def _invoer(invoer: Any) -> dict[str, Any]:
    return {".".join(plek): schrijf_waarde(w) for plek, w in invoer.items()}
