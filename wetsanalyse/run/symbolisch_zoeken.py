"""Asking the solver, and holding what it says against the exact run. [hardheid 11.5]

A proof says that no citizen is left. A citizen that the solver shows is run again exactly before
anybody sees it; if that does not give what was promised, the translation is at fault, and the
answer is `onbekend`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from wetsanalyse.run.exact import Geval
from wetsanalyse.run.symbolisch_getal import Getal, constante, is_kleiner
from wetsanalyse.run.symbolisch_termen import Formule, Oplosser, niet

Gevonden = Mapping[str, int | bool]
Naspel = Callable[[Gevonden], tuple[Fraction | None, tuple[Geval, ...]] | None]
"""What the solver chose, run exactly: the size, if there is one, and the citizens. None: it is not
as the solver says."""
VERTAALFOUT = (
    "Bij een burger komt het exact gerekend anders uit dan de bewijzer zegt. De vertaling van de "
    "regels klopt dan niet; meld dit met deze wet erbij"
)
HOOGSTENS = 200
"""At most so many questions for one greatest size."""


@dataclass(frozen=True, slots=True)
class Bewijs:
    """``bewezen``: the ``stelling`` holds for all that is free. ``tegenvoorbeeld``: it does not,
    and ``getuigen`` show it. ``onbekend``: for the ``reden``. ``maat``: the greatest size that
    was seen, in an exact run of the ``getuigen``; they stand with the worst off first."""

    uitkomst: Literal["bewezen", "tegenvoorbeeld", "onbekend"]
    stelling: str
    reden: str = ""
    getuigen: tuple[Geval, ...] = ()
    maat: Fraction | None = None
    vragen: int = 0
    aannamen: tuple[str, ...] = ()


def onbekend(stelling: str, reden: str) -> Bewijs:
    return Bewijs("onbekend", stelling, reden)


def bestaat(oplosser: Oplosser, stelling: str, eis: Formule, naspel: Naspel) -> Bewijs:
    """The claim is that ``eis`` never holds."""
    antwoord = oplosser.vraag(eis)
    if antwoord.uitslag == "nee":
        return Bewijs("bewezen", stelling, vragen=1)
    if antwoord.uitslag == "onbekend":
        return replace(onbekend(stelling, antwoord.reden), vragen=1)
    gespeeld = naspel(antwoord.waarden)
    if gespeeld is None:
        return replace(onbekend(stelling, VERTAALFOUT), vragen=1)
    maat, getuigen = gespeeld
    return Bewijs("tegenvoorbeeld", stelling, "", getuigen, maat, 1)


def grootste(
    oplosser: Oplosser, stelling: str, eis: Formule, maat: Getal, naspel: Naspel
) -> Bewijs:
    """The greatest size above 0 while ``eis`` holds, with the proof that there is no greater one.

    Each citizen that is found raises the floor, each "no" lowers the ceiling. The claim is
    proven when nothing fits in between: sizes lie on a grid, or nothing is above the floor."""
    zoek = _Zoektocht(oplosser, eis, maat, naspel)
    reden = zoek.doe()
    gevonden = zoek.beste if zoek.beste is not None else Fraction(0)
    uitkomst: Literal["bewezen", "onbekend"] = "onbekend" if reden else "bewezen"
    return Bewijs(uitkomst, stelling, reden, zoek.getuigen, gevonden, zoek.vragen)


class _Zoektocht:
    """The state of one search; it does not leave this module."""

    def __init__(self, oplosser: Oplosser, eis: Formule, maat: Getal, naspel: Naspel) -> None:
        self.oplosser, self.eis, self.maat, self.naspel = oplosser, eis, maat, naspel
        self.beste: Fraction | None = None
        self.getuigen: tuple[Geval, ...] = ()
        self.vragen = 0
        self.reden = "De bewijzer heeft te veel vragen nodig"
        self.korrel = Fraction(1, maat.noemer) if isinstance(maat.noemer, int) else None

    def doe(self) -> str:
        """Search; the reason why it ended without a proof, or nothing."""
        nul = Fraction(0)
        plafond = self.maat.hoog
        if plafond is not None and self.korrel is not None:
            plafond += self.korrel
        antwoord = self._hoger_dan(nul)
        while antwoord == "ja" and self.vragen < HOOGSTENS:
            assert self.beste is not None
            if self.korrel and plafond is not None and plafond - self.beste <= self.korrel:
                return ""
            doel = 2 * self.beste if plafond is None else (self.beste + plafond) / 2
            antwoord = self._vanaf(doel)
            if antwoord == "nee":
                plafond = doel
                ruimte = self.korrel is not None and plafond - self.beste > 16 * self.korrel
                antwoord = "ja" if ruimte else self._hoger_dan(self.beste)
            elif antwoord == "onbekend":
                antwoord = self._hoger_dan(self.beste)
        if antwoord == "nee":
            return ""
        if antwoord == "fout":
            return VERTAALFOUT
        return self.reden

    def _hoger_dan(self, grens: Fraction) -> str:
        return self._vraag(is_kleiner(constante(grens), self.maat), grens)

    def _vanaf(self, grens: Fraction) -> str:
        return self._vraag(niet(is_kleiner(self.maat, constante(grens))), grens)

    def _vraag(self, genoeg: Formule, grens: Fraction) -> str:
        self.vragen += 1
        antwoord = self.oplosser.vraag(self.eis, genoeg)
        if antwoord.uitslag != "ja":
            self.reden = antwoord.reden
            return antwoord.uitslag
        maat, getuigen = self.naspel(antwoord.waarden) or (None, ())
        if maat is None or maat < grens or (self.beste is not None and maat <= self.beste):
            return "fout"
        self.beste, self.getuigen = maat, getuigen
        return "ja"
