"""How many of a large population stand where a finding lies, and what a repair does to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wetsanalyse.bevolking.kliffen import Klifmeting
from wetsanalyse.bevolking.loop import Eindstand
from wetsanalyse.bevolking.vergelijken import Aard, Paar
from wetsanalyse.report import opmaak
from wetsanalyse.report.cijfers import IEDEREEN, cijfers, euro, exact, getal
from wetsanalyse.report.deelvorm import Deel, Tabelbeeld
from wetsanalyse.report.opmaak import eenheid_van
from wetsanalyse.report.tellingvorm import SYNTHETISCH, loopzinnen

UITLEG = (
    "Elk huishouden van de bevolking is opnieuw gerekend met het gegeven één stap verder, in de "
    "richting van de bevinding. Geteld is wie dan minstens de drempel van het patroon verliest, "
    "door welke regel ook. Wie al voorbij de grens staat, telt hier niet mee."
)


@dataclass(frozen=True)
class Rand:
    """A step that findings are about, and which findings."""

    klif: Klifmeting
    bevindingen: tuple[str, ...]

    @property
    def tekst(self) -> str:
        v = self.klif.verschuiving
        eenheid = "dg" if v.veld.type.is_tijd else eenheid_van(v.veld.type)
        richting = "meer" if v.stap > 0 else "minder"
        return f"{opmaak.waarde(abs(v.stap), eenheid)} {richting} {v.naam}"


@dataclass(frozen=True)
class Massa:
    """What a population says of the findings. ``niet``: those that cannot be counted so, with why;
    ``over``: columns that were not read."""

    eind: Eindstand
    randen: Sequence[Rand]
    niet: Sequence[tuple[str, str]]
    over: Sequence[str]
    synthetisch: bool


@dataclass(frozen=True)
class Variantmassa:
    """A variant over the whole population. ``rest``: the run that counts who still loses by the
    step of the finding; None where that step cannot be counted."""

    variant: str
    vergelijking: Eindstand
    paar: Paar
    rest: tuple[Eindstand, Rand] | None


@dataclass(frozen=True)
class Herstelmassa:
    """What each variant does to all. ``weg``: variants that could not be run, with why."""

    varianten: Sequence[Variantmassa]
    weg: Sequence[tuple[str, str]]
    synthetisch: bool


def massa_deel(m: Massa) -> Deel:
    c = cijfers(m.eind.telling, [r.klif.maat for r in m.randen])
    rijen = tuple(
        (r.tekst, ", ".join(r.bevindingen), euro(r.klif.vanaf),
         c.tekst(IEDEREEN, r.klif.maat, "boven"), getal(c.bedrag(IEDEREEN, r.klif.maat)),
         c.tekst(IEDEREEN, r.klif.maat, "onbekend"))
        for r in m.randen
    )  # fmt: skip
    koppen = ("één stap", "bevindingen", "verlies vanaf", "huishoudens", "verlies samen (euro)",
              "onbekend")  # fmt: skip
    zinnen = [SYNTHETISCH] if m.synthetisch else []
    zinnen += [*loopzinnen(m.eind, {}), UITLEG]
    if m.over:
        zinnen.append(f"Niet gelezen kolommen: {', '.join(m.over)}.")
    redenen: dict[str, list[str]] = {}
    for id_, reden in m.niet:
        redenen.setdefault(reden, []).append(id_)
    zinnen += [f"Niet zo te tellen ({reden}): {', '.join(ids)}." for reden, ids in redenen.items()]
    tabel = Tabelbeeld("Wie bij één stap verliest", koppen, rijen, links=2)
    return Deel("massa", "In de bevolking", tuple(zinnen), (tabel,))


def massa_json(m: Massa) -> dict[str, Any]:
    c = cijfers(m.eind.telling, [r.klif.maat for r in m.randen])
    return {
        "synthetisch": m.synthetisch,
        "rijen": m.eind.rijen,
        "opzij": m.eind.opzij,
        "zekerheid": "exact",
        "niet_gelezen": list(m.over),
        "stappen": [
            {
                "as": r.klif.verschuiving.naam,
                "stap": str(r.klif.verschuiving.stap),
                "vanaf": str(r.klif.vanaf),
                "huishoudens": exact(c.waarde(IEDEREEN, r.klif.maat, "boven")),
                "verlies": exact(c.bedrag(IEDEREEN, r.klif.maat)),
                "onbekend": exact(c.waarde(IEDEREEN, r.klif.maat, "onbekend")),
                "bevindingen": list(r.bevindingen),
            }
            for r in m.randen
        ],
        "niet_te_tellen": [{"bevinding": id_, "reden": reden} for id_, reden in m.niet],
    }


# ------------------------------------------------------------------ a repair


def herstelmassa_deel(h: Herstelmassa) -> Deel:
    rijen = []
    for v in h.varianten:
        r = _rij(v)
        rest = "–" if v.rest is None else r["nog_hard_tekst"]
        rijen.append(
            (v.variant, r["kosten_tekst"], r["vooruit_tekst"], r["achteruit_tekst"], rest or "–")
        )
    koppen = ("herstel", "kosten (euro)", "erop vooruit", "erop achteruit", "verliest nog bij stap")
    zinnen = [SYNTHETISCH] if h.synthetisch else []
    zinnen.append(
        "De wet van nu en de wet met het herstel zijn over dezelfde bevolking gerekend, exact. "
        "Een open norm heeft geen oordeel; wat daarvan afhangt, telt niet mee."
    )
    zinnen += [f"Niet doorgerekend: {naam}, want {reden}." for naam, reden in h.weg]
    tabel = Tabelbeeld("Elk herstel over de hele bevolking", koppen, tuple(rijen))
    return Deel("massa", "In de bevolking", tuple(zinnen), (tabel,))


def herstelmassa_json(h: Herstelmassa) -> dict[str, Any]:
    namen = ("kosten", "vooruit", "achteruit", "nog_hard")
    varianten = []
    for v in h.varianten:
        r = _rij(v)
        varianten.append({"variant": v.variant, **{n: r.get(n) for n in namen}})
    return {
        "synthetisch": h.synthetisch,
        "zekerheid": "exact",
        "varianten": varianten,
        "niet_doorgerekend": [{"variant": naam, "reden": reden} for naam, reden in h.weg],
    }


def _rij(v: Variantmassa) -> dict[str, str]:
    """Numbers of a variant, in words and (where they may be told) exact."""
    maat = v.paar.maat("verschil")
    c = cijfers(v.vergelijking.telling, [maat])
    beter, slechter = ("onder", "boven") if v.paar.aard is Aard.NADEEL else ("boven", "onder")
    getallen = {
        "kosten": c.bedrag(IEDEREEN, maat),
        "vooruit": c.waarde(IEDEREEN, maat, beter),
        "achteruit": c.waarde(IEDEREEN, maat, slechter),
    }
    uit = {
        "kosten_tekst": getal(getallen["kosten"]),
        "vooruit_tekst": c.tekst(IEDEREEN, maat, beter),
        "achteruit_tekst": c.tekst(IEDEREEN, maat, slechter),
    }
    if v.rest is not None:
        eind, rand = v.rest
        over = cijfers(eind.telling, [rand.klif.maat])
        getallen["nog_hard"] = over.waarde(IEDEREEN, rand.klif.maat, "boven")
        uit["nog_hard_tekst"] = over.tekst(IEDEREEN, rand.klif.maat, "boven")
    return uit | {naam: str(w) for naam, w in getallen.items() if w is not None}


__all__ = [
    "Herstelmassa",
    "Massa",
    "Rand",
    "Variantmassa",
    "herstelmassa_deel",
    "herstelmassa_json",
    "massa_deel",
    "massa_json",
]
