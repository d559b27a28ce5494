"""Random sentences about values that change over time. [5]"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.naief import woorden as w
from tests.naief.wetten import NAMEN, TYPEN, Wet, regel
from tests.naief.woorden import Maat
from tests.naief.zinnen import Lezer
from wetsanalyse.model.feiten import Casus, Tijdwaarde

GRENZEN = ("dd. 1-1-2024", "dd. 1-3-2024", "dd. 29-2-2024", "dd. 15-6-2024", "dd. 1-1-2025",
           "dd. 1-7-2025", "dd. 31-12-2024", "2024", "2025")  # fmt: skip
DAGEN_PER_MAAND = Maat("dagen per maand", "dg/mnd")
MATEN = (w.EURO, w.PER_MAAND, w.PER_JAAR, w.KAAL, w.KLEUR, DAGEN_PER_MAAND)
LIJNEN = {
    "saldo": "elke dag", "huur": "elke maand", "loon": "elk jaar", "kleur": "elke dag",
    "aandeel": "elke maand", "spaargeld": "elke dag", "zakgeld": "elke maand",
    "waarde": "elk kwartaal", "getal": "elke dag", "actief": "elke dag",
    "recht op steun": "elke maand", "student": "elke dag", "thuiswonend": "elke dag",
    "verhuurd": "elke maand",
}  # fmt: skip
"""What may get a timeline, and which."""


_WOORD = {"student": r"(een|geen) student", "waarde": r"(?<!male )(?<!lute )\bwaarde\b"}
"""Names that are words of the language too, or how the subject is called."""


@dataclass(frozen=True)
class Tijdlezer(Lezer):
    """``lijnen``: the names that change over time; ``tijden``: the periods said so far."""

    lijnen: frozenset[str] = frozenset()
    tijden: list[str] = field(default_factory=list)

    def verandert(self, tekst: str) -> bool:
        """Whether a text is about something that changes."""
        namen = (re.search(_WOORD.get(naam, rf"\b{naam}\b"), tekst) for naam in self.lijnen)
        return any(namen) or any(tijd in tekst for tijd in self.tijden)

    def grens(self) -> str:
        eigen = self.lees(w.DATUM) if self.kans(4) else None
        return eigen if eigen and "uitkomst" not in eigen else self.kies(GRENZEN)

    def periode(self) -> str:
        van, tot = self.grens(), self.grens()
        vormen = (f"van {van} tot {tot}", f"van {van} tot en met {tot}", f"vanaf {van}",
                  f"tot {tot}", f"tot en met {tot}")  # fmt: skip
        self.tijden.append(self.kies(vormen))
        return self.tijden[-1]

    def wanneer(self) -> str:
        """A time: a period, or while somebody has a kenmerk."""
        lopend = [(v, n) for v, n in self.kenmerken[self.objecttype] if n in self.lijnen]
        if not lopend or self.kans(2):
            return self.periode()
        werkwoord, naam = self.kies(lopend)
        heel = self.kies(("", "", "gedurende de gehele maand ", "gedurende het gehele jaar "))
        een = "een " if naam == "student" or werkwoord == "heeft" else ""
        return f"gedurende de tijd dat {self._wie()} {heel}{een}{naam} {werkwoord}"

    def waarde(self, maat: Maat, diep: int) -> str:
        gewoon = super().waarde(maat, diep)
        if "•" in gewoon or "'" in gewoon or not self.kans(6):
            return gewoon
        if maat in (w.EURO, w.PER_MAAND, w.PER_JAAR) and self.kans(2):
            per = self.kies(("maand", "jaar"))
            return f"(het tijdsevenredig deel per {per} van {gewoon} {self.wanneer()})"
        return f"({gewoon} {self.wanneer()})"

    def stellend(self, diep: int) -> str:
        if self.kans(6):
            return f"het is de periode {self.periode()}"
        tekst = super().stellend(diep)
        if self.verandert(tekst) and self.kans(4):
            for kern in (" is leeg", " is gevuld", " is actief"):
                if tekst.endswith(kern):
                    per = self.kies((" gedurende de gehele maand", " gedurende het gehele jaar"))
                    return tekst.removesuffix(kern) + f" is{per}{kern.removeprefix(' is')}"
        return tekst


def met_lijnen(gegevens: str, lijnen: dict[str, str]) -> str:
    """The declarations, with a timeline behind some names."""
    regels = gegevens.split("\n")
    for i, tekst in enumerate(regels):
        for naam, lijn in lijnen.items():
            if re.match(rf"    (de|het|is) {naam}( \(mv: \w+\))?\t", tekst):
                regels[i] = tekst.rstrip(";") + f" voor {lijn};"
    return "\n".join(regels)


@st.composite
def wetten_in_tijd(draw: Any, hoogstens: int = 4) -> tuple[Wet, dict[str, str]]:
    """A law of which the outcomes change from day to day."""
    lijnen = {n: lijn for n, lijn in LIJNEN.items() if draw(st.integers(1, 5)) > 2}
    namen = {type_: list(rij) for type_, rij in w.INVOER.items()}
    kenmerken: dict[str, list[tuple[str, str]]] = {t: list(k) for t, k in w.KENMERKEN.items()}
    leden: dict[str, list[str]] = {t: [] for t in TYPEN}
    beweegt = set(lijnen)
    regels: list[str] = []
    for nummer in range(draw(st.integers(2, hoogstens))):
        type_ = draw(st.sampled_from(TYPEN))
        onderwerp = "student" if type_ == "Persoon" and draw(st.integers(1, 5)) == 5 else type_
        zelf = f"{'de' if type_ == 'Persoon' else 'het'} {onderwerp}"
        lezer = Tijdlezer(draw, type_, zelf, namen, kenmerken, {}, 0, frozenset(beweegt))
        naam, maat = NAMEN[nummer], draw(st.sampled_from(MATEN))
        soort = draw(st.integers(1, 8))
        voor = f"De {naam} van een {onderwerp} moet gesteld worden op "
        if maat == DAGEN_PER_MAAND:
            leden[type_].append(
                f"    de {naam}	Numeriek (getal) met eenheid dg/mnd voor elke dag;"
            )
            test = f"{lezer.lees(w.EURO) or '1 €'} groter is dan ({lezer.blad(w.EURO)} vanaf 2024)"
            regels.append(regel(f"r{nummer}", f"{voor}het aantal dagen in de maand dat {test}."))
        elif soort == 1 and onderwerp != "student":
            leden[type_].append(f"    de {naam}	Numeriek (getal) met eenheid €;")
            per = lezer.waarde(lezer.kies((w.PER_MAAND, w.PER_JAAR)), 2)
            totaal = f"(het totaal van {per} {lezer.wanneer()})"
            regels.append(regel(f"r{nummer}", f"{voor}{totaal}."))
            namen[type_].append(("de", naam, w.EURO))
            continue
        elif soort == 2:
            leden[type_].append(f"    is {naam}	kenmerk (bijvoeglijk) voor elke dag;")
            zin = f"Een {onderwerp} is {naam}{_wanneer(lezer, True)}."
            regels.append(regel(f"r{nummer}", zin))
            kenmerken[type_].append(("is", naam))
        else:
            leden[type_].append(f"    de {naam}	{w.TYPEN[maat][0]} voor elke dag;")
            for i in range(draw(st.sampled_from([1, 1, 2]))):
                doe = "geïnitialiseerd" if lezer.kans(5) else "gesteld"
                zin = f"De {naam} van een {onderwerp} moet {doe} worden op\n        "
                zin += f"{lezer.waarde(maat, 3)}{_wanneer(lezer, i > 0)}."
                regels.append(regel(f"r{nummer} {i}", zin))
            namen[type_].append(("de", naam, maat))
        beweegt.add(naam)
    gegevens = w.GEGEVENS.format(**{t.lower(): "\n".join(leden[t]) for t in TYPEN})
    return Wet(met_lijnen(gegevens, lijnen), tuple(regels)), lijnen


def _wanneer(lezer: Tijdlezer, eis: bool) -> str:
    """The condition of a rule: `gedurende de tijd dat` when it changes, else `indien`."""
    keuze = lezer.getal(1 if eis else 0, 3)
    if keuze == 0:
        return ""
    if keuze == 1:
        return f"\n        {lezer.wanneer()}"
    tekst = lezer.voorwaarde(1)
    kop = "gedurende de tijd dat" if lezer.verandert(tekst) else "indien"
    return f"\n        {kop} er aan {tekst.replace(':', ' wordt voldaan:', 1)}"


# ------------------------------------------------------------------ cases

KNIPS = {
    "elke dag": [date(2024, 1, 15), date(2024, 2, 29), date(2024, 6, 30), date(2025, 3, 1)],
    "elke maand": [date(2024, 2, 1), date(2024, 5, 1), date(2025, 1, 1), date(2025, 6, 1)],
    "elk kwartaal": [date(2024, 1, 1), date(2024, 7, 1), date(2025, 4, 1)],
    "elk jaar": [date(2024, 1, 1), date(2025, 1, 1)],
}
"""Days on which a timeline may change."""


def in_tijd(draw: Any, casus: Casus, lijnen: dict[str, str]) -> Casus:
    """A case of which the inputs with a timeline change now and then. All dates lie in the
    years that the naive reading looks at."""
    invoer: dict[tuple[str, str], Any] = {}
    for (wie, naam), waarde in casus.invoer.items():
        if naam.endswith("datum") or naam == "verjaardag":
            invoer[wie, naam] = draw(st.sampled_from(KNIPS["elke dag"])).toordinal()
        elif naam in lijnen and draw(st.integers(1, 4)) > 1:
            kan = KNIPS[lijnen[naam]]
            knips = sorted(draw(st.sets(st.sampled_from(kan), min_size=1, max_size=3)))
            leeg = False if waarde is True else None
            waarden = [draw(st.sampled_from([waarde, leeg, waarde])) for _ in range(len(knips) + 1)]
            invoer[wie, naam] = Tijdwaarde(tuple(k.toordinal() for k in knips), tuple(waarden))
        else:
            invoer[wie, naam] = waarde
    return replace(casus, invoer=invoer)
