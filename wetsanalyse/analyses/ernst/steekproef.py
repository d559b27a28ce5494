"""The citizens in whom the harsh set of a case is described. [hardheid 7]

They are those at the borders of all sweeps, also moved to both sides of what the case is about;
and the citizen of the case, moved along each other number to the place where it stops being hit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.ernst.boom import Voorbeeld, Waarde
from wetsanalyse.analyses.ernst.geraakt import Geheugen, Plek, te_meten, tekstplek, treffer
from wetsanalyse.analyses.oorzaak.onderscheid import InGegeven, OpAs, met_gegeven
from wetsanalyse.analyses.oorzaak.tweeling import TESTEN
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.model.casus import Casus, Huishouden
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.plan.invoer import is_invoer
from wetsanalyse.plan.ops import GroundPlan, Op
from wetsanalyse.run.exact import uitkomsten
from wetsanalyse.run.toestanden import geval

GRENZEN = 6
"""Of each sweep so many borders, those with the largest jump first."""
HOOGSTENS = 160
"""So many citizens in all."""
WERK = 240_000
"""So many steps of a plan are run for one sample: about a second. A third of it for the citizens of
the sweeps, a third for mixtures of them, the rest for the places where it stops."""
MENGSELS = 60
HALVEREN = 20
"""So often a range is halved at most, to find where it stops."""
Velden = Mapping[str, tuple[str, Type]]
"""Field -> how a sentence calls it, and its type."""


@dataclass(frozen=True)
class Steekproef:
    """``invoer`` and ``toetsen`` are the fields: what a citizen has, and how the tests in the rules
    of the case come out."""

    voorbeelden: tuple[Voorbeeld, ...] = field(repr=False)
    invoer: Velden
    toetsen: Velden


def steekproef(zaak: Zaak, vegen: Sequence[Veeg], geheugen: Geheugen) -> Steekproef:
    """Each citizen with whether it is hit. Only households of the same make-up: in another one the
    same place may be of somebody else. Nobody, where a case cannot be put to other citizens."""
    if not te_meten(zaak.waarneming):
        return Steekproef((), {}, {})
    vorm = zaak.paar.burger.huishouden
    gelijk = [
        v
        for v in vegen
        if opbouw(v.casus.huishouden) == opbouw(vorm) and _alleen_invoer(zaak, v.casus)
    ]
    for veeg in gelijk:
        geheugen.onthoud(veeg)
    toetsen = dict(_toetsen(zaak))
    begin = geheugen.werk
    bekeken = _bekijk(zaak, _gekozen(zaak, gelijk), geheugen, begin + WERK // 3)
    burgers = [casus for casus, _ in bekeken]
    bekeken += _bekijk(zaak, _mengsels(zaak, burgers), geheugen, begin + 2 * WERK // 3)
    per_burger = (geheugen.werk - begin) // max(1, len(bekeken))
    bekeken += _omslag(zaak, burgers, geheugen, begin + WERK - HALVEREN * per_burger)
    voorbeelden = [
        Voorbeeld({**_invoer(c), **_uitkomst_van(zaak, toetsen, c, geheugen)}, erin)
        for c, erin in bekeken
    ]
    return Steekproef(
        tuple(voorbeelden),
        _velden(zaak, vorm, voorbeelden),
        {naam: (tekst, BOOLEAN) for naam, (_, tekst) in toetsen.items()},
    )


def opbouw(huishouden: Huishouden) -> Any:
    """Who are in a household and how they belong together, whatever they are called."""
    plek = {naam: nr for nr, (naam, _) in enumerate(huishouden.objecten)}
    feiten = [(f.feittype, *(plek[o] for o in f.objecten)) for f in huishouden.feiten]
    return tuple(t for _, t in huishouden.objecten), tuple(sorted(feiten))


# ------------------------------------------------------------------ who


def _gekozen(zaak: Zaak, vegen: Sequence[Veeg]) -> list[Casus]:
    """Every citizen once: first the two of the case, then the others in an order of which each
    beginning is spread over the whole list."""
    gevonden: dict[Any, Casus] = {}
    for casus in (zaak.paar.burger, zaak.paar.buur, *(c for v in vegen for c in _rond(zaak, v))):
        sleutel = tuple(sorted((veld, str(w)) for veld, w in _invoer(casus).items()))
        gevonden.setdefault(sleutel, casus)
    eerste, rest = list(gevonden.values())[:2], list(gevonden.values())[2:]
    return [*eerste, *(rest[nr] for nr in verspreid(len(rest)))][:HOOGSTENS]


def _bekijk(
    zaak: Zaak, burgers: Sequence[Casus], geheugen: Geheugen, tot: int
) -> list[tuple[Casus, bool]]:
    """As many of them as the budget allows, each with whether it is hit."""
    gevonden: list[tuple[Casus, bool]] = []
    for casus in burgers:
        if geheugen.werk > tot:
            break
        geraakt = treffer(zaak, casus, geheugen) is not None
        gevonden.append((casus, geraakt))
    return gevonden


def _mengsels(zaak: Zaak, burgers: Sequence[Casus]) -> list[Casus]:
    """The citizen of the case with each number by itself another one that somebody has: so no two
    of them always go together, and no description rests on that they do."""
    basis = zaak.paar.burger
    gevonden: list[Casus] = []
    for nummer in range(MENGSELS):
        casus = basis
        for plek, (sleutel, waarde) in enumerate(basis.invoer.items()):
            if isinstance(waarde, Fraction):
                anders = _getallen(burgers, sleutel)
                if anders:
                    nr = _verspringend(nummer + 1, _PRIEM[plek % len(_PRIEM)], len(anders))
                    casus = met_gegeven(casus, *sleutel, anders[nr])
        gevonden.append(casus)
    return gevonden


def _getallen(burgers: Sequence[Casus], sleutel: tuple[str, str]) -> list[Fraction]:
    waarden = {c.invoer.get(sleutel) for c in burgers}
    return sorted(w for w in waarden if isinstance(w, Fraction))


_PRIEM = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31)


def _verspringend(nummer: int, grondtal: int, aantal: int) -> int:
    """One of so many places: the digits of a number read backwards, in a base of its own for each
    field, so that two fields do not move together."""
    deel, breuk = Fraction(0), Fraction(1, grondtal)
    while nummer:
        nummer, cijfer = divmod(nummer, grondtal)
        deel, breuk = deel + cijfer * breuk, breuk / grondtal
    return int(deel * aantal)


def verspreid(aantal: int) -> list[int]:
    """The numbers below ``aantal`` by their binary digits backwards: 0, 4, 2, 6, 1, 5, 3, 7."""
    cijfers = max(1, (aantal - 1).bit_length())
    return sorted(range(aantal), key=lambda nr: f"{nr:0{cijfers}b}"[::-1])


def _rond(zaak: Zaak, veeg: Veeg) -> Iterator[Casus]:
    """The citizens at the borders of a sweep; on another axis than that of the case, each of them
    on both sides of what the case is about."""
    verschil = zaak.waarneming.onderscheid
    zelfde = veeg.attribuut == verschil.naam
    for x in _plaatsen(veeg):
        casus = met_gegeven(veeg.casus, veeg.object, veeg.attribuut, veeg.waarde(x))
        if zelfde or not isinstance(verschil, OpAs | InGegeven):
            yield casus
            continue
        namen = [n for n, t in casus.huishouden.objecten if t == verschil.objecttype]
        for naam in namen:
            for waarde in verschil.waarden:
                yield met_gegeven(casus, naam, verschil.naam, waarde)


def _plaatsen(veeg: Veeg) -> list[int]:
    """Both sides of the largest jumps, and both ends."""
    grenzen = sorted(veeg.netto.grenzen, key=lambda g: (-abs(g.sprong or 0), g.links))[:GRENZEN]
    gevonden = {veeg.as_.van, veeg.as_.tot} | {x for g in grenzen for x in (g.links, g.rechts)}
    return sorted(gevonden)


def _alleen_invoer(zaak: Zaak, casus: Casus) -> bool:
    """Whether no outcome of a rule was given beforehand: then the rule says nothing any more."""
    typen = casus.huishouden.typen
    return all(is_invoer(zaak.plan, typen[naam], eig) for naam, eig in casus.invoer)


def _omslag(
    zaak: Zaak, burgers: Sequence[Casus], geheugen: Geheugen, tot: int
) -> Iterator[tuple[Casus, bool]]:
    """The citizen of the case at both sides of each place where another value of one number means
    that it is no longer hit. Looked for between the values that the others have."""
    bereik = domeinen(zaak.plan)
    basis = zaak.paar.burger
    for naam, objecttype in basis.huishouden.objecten:
        for (eigenaar, eigenschap), domein in bereik.items():
            sleutel = (naam, eigenschap)
            is_as = eigenschap == zaak.waarneming.onderscheid.naam
            if eigenaar != objecttype or is_as or sleutel not in basis.invoer:
                continue
            per = domein.bereik.per
            plekken = sorted({int(w / per) for w in _getallen(burgers, sleutel)})

            def op(plek: int, sleutel: tuple[str, str] = sleutel, per: Fraction = per) -> Casus:
                return met_gegeven(basis, *sleutel, plek * per)

            def raak(plek: int, op: Callable[[int], Casus] = op) -> bool:
                return treffer(zaak, op(plek), geheugen) is not None

            for laag, hoog in pairwise(plekken):
                if geheugen.werk > tot:
                    return
                if raak(laag) != raak(hoog):
                    for plek in scheiding(raak, laag, hoog):
                        yield op(plek), raak(plek)


def scheiding(raak: Callable[[int], bool], laag: int, hoog: int) -> tuple[int, int]:
    """Two neighbouring places between which the answer changes."""
    eerst = raak(laag)
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        laag, hoog = (midden, hoog) if raak(midden) == eerst else (laag, midden)
    return laag, hoog


# ------------------------------------------------------------------ fields


def _veld(nummer: int, eigenschap: str) -> str:
    return f"{nummer}:{eigenschap}"


def _invoer(casus: Casus) -> dict[str, Waarde]:
    plek = {naam: nr for nr, (naam, _) in enumerate(casus.huishouden.objecten)}
    return {
        _veld(plek[naam], eigenschap): waarde
        for (naam, eigenschap), waarde in casus.invoer.items()
        if isinstance(waarde, bool | str | Fraction)
    }


def _velden(zaak: Zaak, vorm: Huishouden, voorbeelden: Sequence[Voorbeeld]) -> Velden:
    """What any of them has, in the order of the model; the axis of the case first."""
    model = zaak.plan.model
    gezien = {veld for v in voorbeelden for veld in v.waarden}
    gevonden: dict[str, tuple[str, Type]] = {}
    for nr, (naam, objecttype) in enumerate(vorm.objecten):
        soort = model.objecttypen[objecttype]
        for veld in sorted(v for v in gezien if v.startswith(f"{nr}:")):
            eigenschap = veld.split(":", 1)[1]
            lid = lid_van(model, objecttype, eigenschap)
            if isinstance(lid, Attribuut):
                gevonden[veld] = f"“{eigenschap}” van {naam}", lid.type
            elif eigenschap in soort.kenmerken:
                gevonden[veld] = f"“{eigenschap}” van {naam}", BOOLEAN
    eigen = [v for v in gevonden if v.split(":", 1)[1] == zaak.waarneming.onderscheid.naam]
    volgorde = [*eigen, *(v for v in gevonden if v not in eigen)]
    return {veld: gevonden[veld] for veld in volgorde}


def _toetsen(zaak: Zaak) -> Iterator[tuple[str, tuple[Plek, str]]]:
    """The tests on the path of the citizen or the neighbour: where each stands, and its own words.
    The rows of a table are one thing, and give none."""
    grond = zaak.paar.grond
    doel = grond.vragen[NETTO]
    pad = zaak.paar.uitslag_burger.gebruikt(doel) | zaak.paar.uitslag_buur.gebruikt(doel)
    for slot in sorted(pad):
        step, plek = grond.steps[slot], tekstplek(grond, slot)
        if step.op not in TESTEN or step.regel is None or plek is None:
            continue
        if zaak.plan.versies[step.regel].rij is not None:
            continue
        span = step.span
        assert span is not None
        tekst = " ".join(span.source.tekst[span.start : span.eind].split())
        yield f"toets {plek[0]}:{plek[1]}", (plek, f"de toets “{tekst}” in Regel {step.regel}")


def _uitkomst_van(
    zaak: Zaak, toetsen: Mapping[str, tuple[Plek, str]], casus: Casus, geheugen: Geheugen
) -> dict[str, Waarde]:
    """How each test comes out; for more than one person, whether it holds for somebody. None: it
    does not, and for somebody it cannot be told."""
    grond = geheugen.grond(casus.huishouden)
    slots: dict[Plek, list[int]] = {}
    omgekeerd = dict(_omgekeerd(grond))
    for slot, step in enumerate(grond.steps):
        plek = tekstplek(grond, slot)
        if plek is not None and step.op in TESTEN:
            slots.setdefault(plek, []).append(omgekeerd.get(slot, slot))
    doelen = [slot for plek, _ in toetsen.values() for slot in slots.get(plek, ())]
    alles = dict(zip(doelen, uitkomsten(grond, geval(zaak.plan, casus), doelen), strict=True))
    gevonden: dict[str, Waarde] = {}
    for naam, (plek, _) in toetsen.items():
        waarden = [alles[slot] for slot in slots.get(plek, ())]
        nee = False if all(w is False for w in waarden) else None
        gevonden[naam] = True if any(w is True for w in waarden) else nee
    return gevonden


def _omgekeerd(grond: GroundPlan) -> Iterator[tuple[int, int]]:
    """Tests that the same words turn round: “is gevuld” is a test on leeg, with a not around it."""
    for slot, step in enumerate(grond.steps):
        if step.op is Op.NIET and grond.steps[step.args[0]].span == step.span:
            yield step.args[0], slot
