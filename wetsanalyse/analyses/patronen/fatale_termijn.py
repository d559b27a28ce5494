"""P06 fatale termijn: one day late, and it cannot be put right. [hardheid 4]"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from wetsanalyse.analyses.bevinding import Bewijstabel
from wetsanalyse.analyses.geschiedenis.herhaling import Herhaling
from wetsanalyse.analyses.geschiedenis.historie import BURGER, Historie, Ingreep, kalender
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import InHistorie
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming, jaarmaat, langs_as
from wetsanalyse.analyses.patronen.basis import Patroon
from wetsanalyse.analyses.verlopen.vegen import Veeg
from wetsanalyse.plan.ops import Op
from wetsanalyse.run.verloop import Grens

TERMIJNOPS = frozenset({Op.DATUM_PLUS, Op.DATUM_PLUS_DAGSOORT})


def op_een_as(veeg: Veeg, drempels: Drempels) -> Iterator[Waarneming]:
    """A day after which something is lost, for good, because a term has passed."""
    if not veeg.as_attribuut.type.is_tijd:
        return
    drempel = drempels.van("P06", "materieel")
    materieel = drempel.waarde * jaarmaat(veeg.plan)
    for grens in veeg.netto.grenzen:
        if grens.sprong is None or -grens.sprong < materieel or not _is_termijn(veeg, grens):
            continue
        if not _voorgoed(veeg, grens, materieel):
            continue
        yield langs_as(
            "P06", veeg, grens.rechts, grens.links, -grens.sprong, "€", drempel,
            Verlies(materieel), grens.stap, bewijs=(_agenda(veeg, grens),),
        )  # fmt: skip


def _is_termijn(veeg: Veeg, grens: Grens) -> bool:
    """Whether the comparison is with a day that is so long after another day, or is about the day
    of an act of the citizen, or the rule says that it is about a term. An age is not: nobody has a
    birthday too late."""
    if grens.stap is None:
        return False
    step = veeg.grond.steps[grens.stap]
    regel = veeg.plan.versies.get(step.regel or "")
    if regel is not None and regel.herkomst.stap == "termijn":
        return True
    if step.op is not Op.VERGELIJK or step.par.soort != "tijd":
        return False
    return _is_dag_van_handeling(veeg) or any(
        veeg.grond.steps[s].op in TERMIJNOPS for s in _kegel(veeg, grens.stap)
    )


def _is_dag_van_handeling(veeg: Veeg) -> bool:
    """Whether an act of the citizen puts the date of the axis on record."""
    veld = veeg.casus.huishouden.typen[veeg.object], veeg.as_attribuut.naam
    soorten = veeg.plan.model.gebeurtenissen.values()
    return any(veld in g.verandert for g in soorten if g.soort == BURGER)


def _kegel(veeg: Veeg, slot: int) -> set[int]:
    gezien: set[int] = set()
    stapel = [slot]
    while stapel:
        top = stapel.pop()
        if top not in gezien:
            gezien.add(top)
            stapel += veeg.grond.steps[top].args
    return gezien


def _voorgoed(veeg: Veeg, grens: Grens, materieel: Fraction) -> bool:
    """Whether no later day in the next year is as good as the last safe day. Inside a piece the
    best is at one of its ends, or it only moves by rounding."""
    goed = grens.waarde_links
    assert isinstance(goed, Fraction)
    einde = grens.rechts + 365
    for stuk in veeg.netto.stukken:
        if stuk.tot < grens.rechts or stuk.van > einde:
            continue
        for waarde in (stuk.waarde_van, stuk.waarde_tot):
            if not isinstance(waarde, Fraction) or waarde > goed - materieel:
                return False
    return True


def _agenda(veeg: Veeg, grens: Grens) -> Bewijstabel:
    """The last safe day, and what one and fourteen days more cost."""
    rijen = [("laatste veilige dag", _dag(grens.links), "niets")]
    goed = grens.waarde_links
    assert isinstance(goed, Fraction)
    for dagen in (1, 14):
        x = grens.links + dagen
        waarde = veeg.netto.waarde(x) if x <= veeg.as_.tot else None
        verlies = in_centen(goed - waarde) if isinstance(waarde, Fraction) else "niet onderzocht"
        rijen.append((f"{dagen} {'dag' if dagen == 1 else 'dagen'} te laat", _dag(x), verlies))
    return Bewijstabel("De termijn", ("moment", "dag", "verlies"), tuple(rijen))


def _dag(x: int) -> str:
    return f"{date.fromordinal(x):%d-%m-%Y}"


# ------------------------------------------------------------------ in a history


def in_historie(herhaling: Herhaling, drempels: Drempels) -> Iterator[Waarneming]:
    """An act of the citizen that is done day by day later: where is the last safe day?"""
    historie = herhaling.historie
    drempel = drempels.van("P06", "materieel")
    materieel = drempel.waarde * jaarmaat(historie.plan)
    for nummer in historie.nummers(BURGER):
        veilig = laatste_veilige_dag(historie, nummer, materieel)
        if veilig is None:
            continue
        verlies = _netto(historie, nummer, veilig) - _netto(historie, nummer, veilig + 1)
        yield Waarneming(
            "P06",
            historie.plan,
            historie.grond,
            _verschil(historie, nummer, veilig),
            verlies,
            "€",
            drempel,
            Verlies(materieel),
            bewijs=(_kalender(historie, nummer, veilig),),
        )


def laatste_veilige_dag(historie: Historie, nummer: int, materieel: Fraction) -> int | None:
    """So many days later an act can be done; one day more costs a material amount, and no later
    day is better. None: there is no such day. Looked for by halving, and checked on a few days
    after it."""
    dag = historie.casus.gebeurtenissen[nummer].datum
    hoogstens = min(366, (historie.casus.rekendatum - dag).days)
    nu = historie.netto(historie.casus)
    if nu is None or hoogstens < 1:
        return None

    def te_laat(dagen: int) -> bool:
        return nu - _netto(historie, nummer, dagen) >= materieel

    proeven = [d for d in (1, 14, 60, 180, hoogstens) if d <= hoogstens]
    eerste = next((d for d in proeven if te_laat(d)), None)
    if eerste is None:
        return None
    laag, hoog = 0, eerste
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        laag, hoog = (laag, midden) if te_laat(midden) else (midden, hoog)
    sprong = _netto(historie, nummer, laag) - _netto(historie, nummer, hoog)
    later = [d for d in (*proeven, hoog + 14) if hoog <= d <= hoogstens]
    return laag if sprong >= materieel and all(te_laat(d) for d in later) else None


def _netto(historie: Historie, nummer: int, dagen: int) -> Fraction:
    casus = Ingreep(nummer, dagen).op(historie) if dagen else historie.casus
    gevonden = historie.netto(casus)
    return Fraction(0) if gevonden is None else gevonden


def _verschil(historie: Historie, nummer: int, veilig: int) -> InHistorie:
    voorval = historie.casus.gebeurtenissen[nummer]
    laat, goed = (f"{voorval.datum + timedelta(days=d):%d-%m-%Y}" for d in (veilig + 1, veilig))
    burger, buur = (Ingreep(nummer, d).op(historie) for d in (veilig + 1, veilig))
    hoe = (
        f"in de geschiedenis “{historie.naam}”: “{voorval.gebeurtenis}” op {laat}, één dag te laat,"
    )
    return InHistorie(
        (burger, buur), voorval.gebeurtenis, historie.soort(nummer), hoe, (laat, goed), nummer
    )


def _kalender(historie: Historie, nummer: int, veilig: int) -> Bewijstabel:
    casus = Ingreep(nummer, veilig + 1).op(historie)
    return Bewijstabel(
        "Zoals het gaat wie één dag te laat is",
        ("dag", "gebeurtenis", "wie"),
        kalender(historie, casus),
    )


def _titel(w: Waarneming, verlies: str) -> str:
    laat, goed = w.onderscheid.teksten
    return f"Fatale termijn bij {w.onderscheid.naam}: {laat} in plaats van {goed} kost {verlies}"


P06 = Patroon(
    "P06",
    "fatale termijn",
    "P/G",
    "Kost één dag te laat iets dat niet meer goed te maken is?",
    "de agenda met de laatste veilige dag",
    "termijnen van bezwaar en beroep: daarvoor is er artikel 6:11 Awb",
    _titel,
    {"as": op_een_as, "historie": in_historie},
)
