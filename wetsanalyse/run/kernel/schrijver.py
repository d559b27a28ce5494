"""The source text being written: lines, names, and which helper functions it needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wetsanalyse.run.kernel.waarde import ONTKEND, ONWAAR, WAAR, Aard, Waarde

_NAAM = re.compile(r"-?\w+")


class Schrijver:
    """Gathers the lines of one function body. What has been given a name is not computed again."""

    def __init__(self) -> None:
        self.tabellen: list[str] = []
        """Lines that stand before the function."""
        self.vooraf: list[str] = []
        self.regels: list[str] = []
        self.inspringing = 2
        self.ingeperkt = 0
        """How often a number had to be kept within narrower bounds than were proven."""
        self._geteld = 0
        self._bekend: list[dict[str, str]] = [{}]

    def regel(self, tekst: str) -> None:
        self.regels.append("    " * self.inspringing + tekst)

    def vers(self, letter: str = "v") -> str:
        self._geteld += 1
        return f"{letter}{self._geteld}"

    def zet_vooraf(self, code: str) -> str:
        """As `zet`, but computed once, before the first row."""
        eerste = self._bekend[0]
        if code not in eerste:
            eerste[code] = self.vers()
            self.vooraf.append(f"    {eerste[code]} = {code}")
        return eerste[code]

    def zet(self, code: str) -> str:
        """The name under which the value of an expression can be found."""
        if _NAAM.fullmatch(code):
            return code
        for bekend in reversed(self._bekend):
            if code in bekend:
                return bekend[code]
        naam = self.vers()
        self.regel(f"{naam} = {code}")
        self._bekend[-1][code] = naam
        return naam

    def tabel(self, getallen: Sequence[int]) -> str:
        """The name of a column of constants."""
        code = f"np.array([{', '.join(map(str, getallen))}], dtype=np.int64)"
        bekend = self._bekend[0]
        if code not in bekend:
            bekend[code] = self.vers("T")
            self.tabellen.append(f"{bekend[code]} = {code}")
        return bekend[code]

    def vast(self, waarde: Waarde) -> Waarde:
        """The value with each of its parts under a name."""
        return replace(
            waarde,
            code=(self.test if waarde.aard is Aard.WAARHEID else self.zet)(waarde.code),
            leeg=self.test(waarde.leeg),
            exact=self.test(waarde.exact),
        )

    def test(self, code: str) -> str:
        return code if code in (WAAR, ONWAAR) or ONTKEND.fullmatch(code) else self.zet(code)

    def lus_in(self, kop: str) -> None:
        self.regel(kop)
        self.inspringing += 1
        self._bekend.append({})

    def lus_uit(self) -> None:
        self.inspringing -= 1
        self._bekend.pop()
