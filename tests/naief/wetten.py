"""Random laws as rule texts, and random cases for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.naief import woorden as w
from tests.naief.woorden import Maat
from tests.naief.zinnen import WIJZEN, Lezer
from wetsanalyse.model.feiten import Casus, Feit, Huishouden

TYPEN = ("Persoon", "Kind", "Huis")
NAMEN = ("eerste uitkomst", "tweede uitkomst", "derde uitkomst", "vierde uitkomst",
         "vijfde uitkomst", "zesde uitkomst", "zevende uitkomst")  # fmt: skip


@dataclass(frozen=True)
class Wet:
    """Declarations and rules: together the text of a model."""

    gegevens: str
    regels: tuple[str, ...]

    @property
    def tekst(self) -> str:
        return "\n".join((self.gegevens, *self.regels))


def regel(naam: str, zin: str, geldig: str = "altijd") -> str:
    return f"Regel {naam}\n    geldig {geldig}\n        {zin}\n"


ONDERWERPEN = {
    "Persoon": (("een Persoon", "de Persoon"), ("een Persoon", "de Persoon"),
                ("een student", "de student"), ("een ouder", "de ouder"),
                ("een bewoner", "de bewoner"), ("de partner van een Persoon", "de partner")),
    "Kind": (("een Kind", "het Kind"), ("een Kind", "het Kind"), ("een kind", "het kind"),
             ("een kind van een ouder", "het kind")),
    "Huis": (("een Huis", "het Huis"), ("een Huis", "het Huis"),
             ("het bezit van een Persoon", "het bezit"),
             ("een woning van een bewoner", "de woning")),
}  # fmt: skip
"""The subject of a rule as it stands behind `van`, and how the rule calls it after that."""
GELDIG = ("altijd", "altijd", "altijd", "vanaf 2025", "t/m 30-12-2024")


@st.composite
def wetten(draw: Any, hoogstens: int = 5) -> Wet:
    """A law of a few rules; each may read what the rules before it set."""
    namen = {type_: list(rij) for type_, rij in w.INVOER.items()}
    kenmerken: dict[str, list[tuple[str, str]]] = {t: list(k) for t, k in w.KENMERKEN.items()}
    leden: dict[str, list[str]] = {t: [] for t in TYPEN}
    regels: list[str] = []
    for nummer in range(draw(st.integers(2, hoogstens))):
        objecttype = draw(st.sampled_from(["Persoon", "Persoon", "Kind", "Huis"]))
        onderwerp, zelf = draw(st.sampled_from(ONDERWERPEN[objecttype]))
        lezer = Lezer(draw, objecttype, zelf, namen, kenmerken, {})
        if draw(st.integers(1, 5)) == 5:
            naam = f"kenmerk{nummer}"
            leden[objecttype].append(f"    is {naam}	kenmerk (bijvoeglijk);")
            for i in range(draw(st.integers(1, 2))):
                eis = lezer.voorwaarde(2).replace(":", " wordt voldaan:", 1)
                kop = onderwerp[0].upper() + onderwerp[1:]
                zin = f"{kop} is {naam}\n        indien er aan {eis}."
                regels.append(regel(f"kenmerk {nummer} {i}", zin, lezer.kies(GELDIG)))
            kenmerken[objecttype].append(("is", naam))
            continue
        maat: Maat = draw(st.sampled_from((*w.MATEN, w.EURO, w.KAAL, w.DATUM)))
        type_ = draw(st.sampled_from(w.TYPEN[maat]))
        naam = NAMEN[nummer]
        leden[objecttype].append(f"    de {naam}	{type_};")
        regels += [
            _stel(lezer, naam, onderwerp, maat, type_, f"{nummer} {i}", i > 0)
            for i in range(draw(st.sampled_from([1, 1, 1, 2, 3])))
        ]
        if lezer.kans(4):
            zelf = ONDERWERPEN[objecttype][0][1]
            over = Lezer(draw, objecttype, zelf, namen, kenmerken, {})
            regels.append(_clausule(over, naam, maat, type_, nummer))
        namen[objecttype].append(("de", naam, maat))
    gegevens = w.GEGEVENS.format(**{t.lower(): "\n".join(leden[t]) for t in TYPEN})
    return Wet(gegevens, tuple(regels))


_KAAL_GETAL = re.compile(r"-?[\d,_/]+(%| \S+)?")


def _stel(
    lezer: Lezer, naam: str, onderwerp: str, maat: Maat, type_: str, nr: str, eis: bool
) -> str:
    """A rule that sets an attribute, with or without variables, condition, initialisation."""
    variabelen: list[str] = []
    if lezer.kans(3):
        lezer = Lezer(lezer.draw, lezer.objecttype, lezer.zelf, lezer.namen, lezer.kenmerken, {})
        for v in range(lezer.getal(1, 2)):
            soort = lezer.kies((w.EURO, w.KAAL, maat))
            if soort in (w.TEKST, w.KLEUR, w.VLAG):
                soort = w.EURO
            variabelen.append(f"            V{v} is {lezer.waarde(soort, 2)}")
            lezer.variabelen.setdefault(soort, []).append(f"V{v}")
    waarde = _waarde(lezer, maat, type_)
    doe = "geïnitialiseerd worden op" if lezer.kans(5) else "gesteld worden op"
    zin = f"De {naam} van {onderwerp} moet {doe}\n        {waarde}"
    if eis or lezer.kans(3):
        tekst = lezer.voorwaarde(2).replace(":", " wordt voldaan:", 1)
        zin += f"\n        indien er aan {tekst}"
    zin += "."
    if variabelen:
        zin += "\n        Daarbij geldt:\n" + "\n".join(variabelen) + "."
    return regel(f"regel {nr}", zin, lezer.kies(GELDIG))


def _clausule(lezer: Lezer, naam: str, maat: Maat, type_: str, nummer: int) -> str:
    """A clause that sets an attribute anew, on a condition that can be computed."""
    tekst = lezer.voorwaarde(2).replace(":", " wordt voldaan:", 1)
    return (
        f"Hardheidsclausule clausule {nummer}\n    reikwijdte:\n    - Regel regel {nummer} 0\n"
        f"    geldig {lezer.kies(GELDIG)}\n"
        f"        Het college kan ten aanzien van een {lezer.objecttype} afwijken van de "
        f"reikwijdte\n        indien er aan {tekst}.\n"
        f"        In dat geval moet de {naam} van {lezer.zelf} gesteld worden op\n"
        f"        {_waarde(lezer, maat, type_)}.\n"
    )


def _waarde(lezer: Lezer, maat: Maat, type_: str) -> str:
    """An expression that an attribute of this type takes when the law is read."""
    waarde = lezer.waarde(maat, 3)
    if maat in (*w.GETALLEN, w.PROCENT) and (
        "(getal)" not in type_ and "positief getal" not in type_
    ):
        hele = 0 if "geheel" in type_ else 2
        waarde = f"({waarde}) {lezer.kies(WIJZEN)} afgerond op {hele} decimalen"
    if "tief" in type_ and _KAAL_GETAL.fullmatch(waarde):
        # Written out, a number outside the bounds of the type is refused when the law is read.
        waarde = f"{waarde} plus {waarde}"
    return waarde


# ------------------------------------------------------------------ cases

_GETALLEN = [Fraction(0), Fraction(1), Fraction(-3), Fraction(5, 2), Fraction(100), Fraction(1, 3)]
_HELE = [Fraction(0), Fraction(1), Fraction(2), Fraction(30), Fraction(-2)]
_DATUMS = [date(2024, 2, 29), date(2023, 2, 28), date(2004, 2, 29), date(1990, 12, 31),
           date(2025, 1, 1), date(2024, 6, 30)]  # fmt: skip
RUW: dict[str, list[Any]] = {
    "schuld": [Fraction(0), Fraction(5, 2), Fraction(-3), Fraction(100)],
    "loon": [Fraction(0), Fraction(24000), Fraction(1, 4), Fraction(-12)],
    "aantal beurten": _HELE,
    "leeftijd": [Fraction(0), Fraction(12), Fraction(18)],
    "termijn": _HELE,
    "wachttijd": _HELE,
    "aandeel": [Fraction(0), Fraction(1, 10), Fraction(1), Fraction(-1, 4)],
    "nummer": ["", "123456782", "12345", "abc", "00000"],
    "kleur": ["rood", "blauw", "groen"],
    "vlag": [True, False],
}


def _ruw(draw: Any, naam: str, maat: Maat, ruim: bool) -> Any:
    if ruim and maat in RUIM and naam not in RUW and draw(st.integers(1, 4)) > 1:
        waarde = draw(RUIM[maat])
        return waarde.toordinal() if isinstance(waarde, date) else waarde
    if maat == w.DATUM:
        return draw(st.sampled_from(_DATUMS)).toordinal()
    return draw(st.sampled_from(RUW.get(naam, _GETALLEN)))


RUIM: dict[Maat, st.SearchStrategy[Any]] = {
    w.KAAL: st.fractions(-200, 200, max_denominator=800),
    w.EURO: st.fractions(-500, 500, max_denominator=300),
    w.DATUM: st.dates(date(1899, 1, 1), date(2101, 12, 31)),
}
"""Freer inputs, for laws that stay the same."""


@st.composite
def casussen(draw: Any, ruim: bool = False) -> Casus:
    """A small household; about a third of the inputs is not given."""
    personen = st.integers(1, 2) if ruim else st.integers(0, 3)
    aantal = {"Persoon": draw(personen), "Kind": draw(st.integers(0, 3)),
              "Huis": draw(st.integers(0, 2))}  # fmt: skip
    wie = {t: [f"{t[0]}{i}" for i in range(n)] for t, n in aantal.items()}
    feiten: list[Feit] = []
    if wie["Persoon"]:
        feiten += [Feit("gezin", (draw(st.sampled_from(wie["Persoon"])), k))
                   for k in wie["Kind"] if draw(st.integers(1, 5)) > 1]  # fmt: skip
        feiten += [Feit("bewoning", (p, h)) for p in wie["Persoon"] for h in wie["Huis"]
                   if draw(st.booleans())]  # fmt: skip
        feiten += [Feit("eigendom", paar) for paar in zip(wie["Persoon"], wie["Huis"], strict=False)
                   if draw(st.booleans())]  # fmt: skip
    if len(wie["Persoon"]) > 1 and draw(st.booleans()):
        feiten.append(Feit("partnerschap", (wie["Persoon"][0], wie["Persoon"][1])))
    objecten = tuple((naam, t) for t, rij in wie.items() for naam in rij)
    invoer: dict[tuple[str, str], Any] = {}
    for naam, t in objecten:
        for _, attribuut, maat in w.INVOER[t]:
            if draw(st.integers(1, 3)) > 1:
                invoer[naam, attribuut] = _ruw(draw, attribuut, maat, ruim)
        for _, kenmerk in w.KENMERKEN[t]:
            if draw(st.booleans()):
                invoer[naam, kenmerk] = True
    dag = draw(st.sampled_from([date(2024, 2, 29), date(2025, 1, 1), date(2024, 12, 31)]))
    parameters: dict[str, Any] = {}
    if draw(st.integers(1, 4)) == 1:
        parameters = {"drempel": Fraction(7), "factor": draw(st.sampled_from(_GETALLEN))}
    return Casus(dag, Huishouden(objecten, tuple(feiten)), invoer, parameters=parameters)
