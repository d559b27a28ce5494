"""Random sentences, well typed by how they are made: an expression of a measure, a condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.naief import woorden as w
from tests.naief.woorden import Maat

T = TypeVar("T")
WIJZEN = ("naar beneden", "naar boven", "rekenkundig", "richting nul", "weg van nul")
DATUMS = ("dd. 29-2-2024", "dd. 1-1-2025", "dd. 31-12-2023", "dd. 15-6-1990", "dd. 31-1-2024")


@dataclass(frozen=True)
class Lezer:
    """Who speaks: the type of the subject, how it is called, and what may be read. ``namen``:
    per type (article, name, measure); ``bolletjes``: how deep in a list of conditions."""

    draw: Any
    objecttype: str
    zelf: str | None
    namen: dict[str, list[tuple[str, str, Maat]]]
    kenmerken: dict[str, list[tuple[str, str]]]
    variabelen: dict[Maat, list[str]]
    bolletjes: int = 0

    # ---------------------------------------------------------- choosing

    def kies(self, uit: Sequence[T]) -> T:
        return uit[self.getal(0, len(uit) - 1)]

    def getal(self, laag: int, hoog: int) -> int:
        return int(self.draw(st.integers(laag, hoog)))

    def kans(self, een_op: int) -> bool:
        return self.getal(1, een_op) == een_op

    # ---------------------------------------------------------- reading

    def lees(self, maat: Maat) -> str | None:
        """An attribute of the subject, or of somebody at the end of one single role or two."""
        hier, van = self.objecttype, self.zelf
        while self.kans(3) and w.ENKEL[hier]:
            rol, daar = self.kies(w.ENKEL[hier])
            van = f"zijn {rol}" if van is None else f"de {rol} van {van}"
            hier = daar
        mogelijk = [(lw, n) for lw, n, m in self.namen[hier] if m == maat]
        if not mogelijk:
            return None
        lw, naam = self.kies(mogelijk)
        return f"zijn {naam}" if van is None else f"{lw} {naam} van {van}"

    def meer(self) -> tuple[str, str] | None:
        """Many objects at the end of a role: how they are called, and their type."""
        if not w.MEER[self.objecttype]:
            return None
        rol, daar = self.kies(w.MEER[self.objecttype])
        return (f"zijn {rol}" if self.zelf is None else f"de {rol} van {self.zelf}"), daar

    def van_meer(self, maat: Maat) -> str | None:
        """An attribute of many objects, perhaps of a selection of them."""
        gevonden = self.meer()
        if gevonden is None:
            return None
        wie, daar = gevonden
        mogelijk = [n for _, n, m in self.namen[daar] if m == maat]
        if not mogelijk:
            return None
        kern = f"de {self.kies(mogelijk)} van {wie}"
        return kern + self.die(daar) if self.kans(2) else kern

    def die(self, daar: str) -> str:
        """A selection: conditions about the element."""
        diepte = self.bolletjes + 1
        binnen = Lezer(self.draw, daar, None, self.namen, self.kenmerken, {}, diepte)
        if daar == "Huis":
            return " die verhuurd zijn"
        leden = [binnen.stellend(1) for _ in range(self.getal(1, 2))]
        return " die aan alle volgende voorwaarden voldoen:" + "".join(
            f"\n            {'•' * diepte} {lid}" for lid in leden
        )

    # ---------------------------------------------------------- expressions

    def vast(self, maat: Maat) -> str:
        if maat == w.DATUM:
            return self.kies(DATUMS)
        if maat == w.TEKST:
            return self.kies(('"a"', '"123456782"', '"12345"', '""'))
        if maat == w.KLEUR:
            return self.kies(("'rood'", "'blauw'"))
        if maat == w.VLAG:
            return self.kies(("waar", "onwaar"))
        getal = self.kies(("0", "1", "2", "3", "10", "-4", "0,5", "2,25", "1/3", "7_1/2"))
        if maat == w.PROCENT:
            return self.kies(("10%", "0%", "33,25%", "-5%"))
        return f"{getal} {maat.eenheid}" if maat.eenheid else getal

    def blad(self, maat: Maat) -> str:
        keuze = self.getal(1, 6)
        if keuze == 1:
            return self.vast(maat)
        if keuze == 2 and maat in w.PARAMETERS:
            return self.kies(w.PARAMETERS[maat])
        if keuze == 3 and self.variabelen.get(maat):
            return self.kies(self.variabelen[maat])
        return self.lees(maat) or self.vast(maat)

    def waarde(self, maat: Maat, diep: int) -> str:
        """An expression of a measure, in parentheses when it is more than a name."""
        if diep <= 0 or self.kans(4):
            return self.blad(maat)
        if maat == w.DATUM:
            return f"({self._datum(diep)})"
        if maat == w.TEKST:
            return f'"x «{self.waarde(self.kies(w.MATEN), diep - 1)}» y"'
        if maat in (w.KLEUR, w.VLAG):
            return self.blad(maat)
        if maat == w.PROCENT:
            return f"({self._procent(diep)})"
        return f"({self._getal(maat, diep)})"

    def _procent(self, diep: int) -> str:
        a = self.waarde(w.PROCENT, diep - 1)
        if self.kans(2):
            return f"{a} {self.kies(('plus', 'min'))} {self.waarde(w.PROCENT, diep - 1)}"
        return f"{a} {self.kies(WIJZEN)} afgerond op {self.getal(0, 2)} decimalen"

    def _getal(self, maat: Maat, diep: int) -> str:
        a = self.waarde(maat, diep - 1)
        soort = self.getal(1, 13)
        if soort <= 3:
            b = self.waarde(self._andere(maat), diep - 1)
            return f"{a} {self.kies(('plus', 'min', 'verminderd met'))} {b}"
        if soort == 4:
            return f"{a} maal {self.waarde(w.KAAL, diep - 1)}"
        if soort == 5:
            door = self.kies(("gedeeld door", "gedeeld door (ABS)"))
            noemer = self.kies(("3", "-7", self.waarde(w.KAAL, diep - 1)))
            return f"{a} {door} {noemer}"
        if soort == 6:
            return f"{self.blad(w.PROCENT)} van {a}"
        if soort == 7:
            return f"{a} {self.kies(WIJZEN)} afgerond op {self.getal(0, 2)} decimalen"
        if soort == 8:
            return self._begrensd(maat, a, diep)
        if soort == 9:
            return f"de absolute waarde van ({a})"
        if soort == 10:
            return self._verzameld(maat, a, diep)
        return self._eigen(maat, diep) or a

    def _andere(self, maat: Maat) -> Maat:
        """A measure that can be added to this one: sometimes in another unit."""
        paren = {w.PER_JAAR: w.PER_MAAND, w.PER_MAAND: w.PER_JAAR, w.JAREN: w.MAANDEN,
                 w.MAANDEN: w.JAREN}  # fmt: skip
        return paren[maat] if maat in paren and self.kans(4) else maat

    def _begrensd(self, maat: Maat, a: str, diep: int) -> str:
        laag = f"met een minimum van {self.waarde(maat, diep - 1)}"
        hoog = f"met een maximum van {self.waarde(self._andere(maat), diep - 1)}"
        return f"{a}, " + self.kies((laag, hoog, f"{laag} en {hoog}"))

    def _verzameld(self, maat: Maat, a: str, diep: int) -> str:
        kop = self.kies(("de som van", "de minimale waarde van", "de maximale waarde van"))
        staart = " of 0 als die er niet zijn" if kop == "de som van" and self.kans(2) else ""
        meer = self.van_meer(maat)
        if meer is not None and not self.kans(3):
            # A list of bullets would swallow the words behind it.
            return f"{kop} ({meer}){staart}" if "•" in meer else f"{kop} {meer}{staart}"
        b, c = self.waarde(maat, diep - 1), self.waarde(self._andere(maat), diep - 1)
        return f"{kop} {a}, {b} en {c}{staart}"

    def _eigen(self, maat: Maat, diep: int) -> str | None:
        """What only this measure has."""
        if maat in (w.JAREN, w.MAANDEN, w.DAGEN):
            kop = self.kies(("de tijdsduur van", "de absolute tijdsduur van"))
            van, tot = self.waarde(w.DATUM, diep - 1), self.waarde(w.DATUM, diep - 1)
            in_ = {w.JAREN: "jaren", w.MAANDEN: "maanden", w.DAGEN: "dagen"}[maat]
            return f"{kop} {van} tot {tot} in hele {in_}"
        if maat != w.KAAL:
            return None
        soort = self.getal(1, 7)
        if soort == 1:
            gevonden = self.meer()
            if gevonden is not None:
                wie, daar = gevonden
                return f"het aantal {wie.removeprefix('de ')}" + (
                    self.die(daar) if self.kans(2) else ""
                )
        if soort == 2 or soort == 6:
            deel = self.kies(("het jaar", "de maand", "de dag"))
            return f"{deel} uit ({self.waarde(w.DATUM, diep - 1)})"
        wijze = f"{self.kies(WIJZEN)} afgerond op {self.getal(0, 3)} decimalen"
        if soort == 3:
            return f"de wortel van {self.waarde(w.KAAL, diep - 1)} {wijze}"
        if soort == 4:
            exponent = self.kies(("2", "3", "0", "-1", "1/2"))
            return f"{self.waarde(w.KAAL, diep - 1)} tot de macht {exponent} {wijze}"
        maat = self.kies((w.EURO, w.JAREN))
        return f"{self.waarde(maat, diep - 1)} gedeeld door {self.waarde(maat, diep - 1)}"

    def _datum(self, diep: int) -> str:
        soort = self.getal(1, 7)
        if soort <= 4:
            maat = self.kies((w.JAREN, w.MAANDEN, w.DAGEN))
            hoeveel = self.lees(maat) if self.kans(2) else None
            getal = hoeveel or f"{self.kies(('0', '1', '3', '14', '-2'))} {maat.eenheid}"
            return f"{self.waarde(w.DATUM, diep - 1)} {self.kies(('plus', 'min'))} {getal}"
        if soort == 5:
            jaar = self.kies(
                ("2024", "Rekenjaar", "zijn getal" if self._heeft("getal") else "2000")
            )
            dag = self.kies(("1", "29", "31"))
            return f"de datum met jaar, maand en dag({jaar}, {self.kies(('1', '2', '12'))}, {dag})"
        if soort == 6:
            return f"de eerste paasdag van ({self.kies(('2024', '2025', 'Rekenjaar', '1954'))})"
        kop = self.kies(("de eerste van", "de laatste van"))
        return f"{kop} {self.blad(w.DATUM)}, {self.blad(w.DATUM)} en {self.blad(w.DATUM)}"

    def _heeft(self, naam: str) -> bool:
        return self.zelf is None and any(n == naam for _, n, _ in self.namen[self.objecttype])

    # ---------------------------------------------------------- conditions

    def stellend(self, diep: int) -> str:
        """A condition as it stands behind a bullet."""
        soort = self.getal(1, 10)
        if soort <= 4:
            return self._vergelijking(self.kies((*w.GETALLEN, w.PROCENT)), diep)
        if soort == 5:
            maat = self.kies((w.DATUM, w.TEKST, w.KLEUR, w.VLAG))
            return self._vergelijking(maat, diep)
        if soort == 6:
            maat = self.kies(w.MATEN)
            x = self.lees(maat)
            if x is not None:
                return f"{x} is {self.kies(('leeg', 'gevuld'))}"
        if soort == 7:
            x = self.lees(w.TEKST)
            if x is not None:
                proef = ("voldoet aan de elfproef", "voldoet niet aan de elfproef",
                         "is numeriek met exact 5 cijfers")  # fmt: skip
                return f"{x} {self.kies(proef)}"
        if soort == 8:
            return self._hoeveel() or self._kenmerk()
        if soort == 9 and self.kans(2):
            return self._rol()
        return self._kenmerk()

    def _wie(self) -> str:
        return self.zelf or "hij"

    def _kenmerk(self) -> str:
        werkwoord, naam = self.kies(self.kenmerken[self.objecttype])
        ontkend = self.kans(3)
        if werkwoord == "heeft":
            return f"{self._wie()} heeft {'geen' if ontkend else 'een'} {naam}"
        if naam == "student":
            return f"{self._wie()} is {'geen' if ontkend else 'een'} {naam}"
        return f"{self._wie()} is {'niet ' if ontkend else ''}{naam}"

    def _rol(self) -> str:
        rol = {"Persoon": ("partner", "ouder", "bewoner"), "Kind": ("kind",), "Huis": ("bezit",)}
        heeft = {"Persoon": ("kind", "partner", "bezit"), "Kind": ("ouder",), "Huis": ("bewoner",)}
        een = self.kies(("een", "geen"))
        if self.kans(2):
            return f"{self._wie()} is {een} {self.kies(rol[self.objecttype])}"
        return f"{self._wie()} heeft {een} {self.kies(heeft[self.objecttype])}"

    def _hoeveel(self) -> str | None:
        """How many of many objects have a kenmerk."""
        gevonden = self.meer()
        if gevonden is None:
            return None
        wie, daar = gevonden
        eerste = self.kies(("alle", "geen van de", "ten minste één van de",
                            "ten hoogste één van de", "precies twee van de"))  # fmt: skip
        kern = wie.removeprefix("de ").removeprefix("zijn ")
        kern = f"{kern} van {self._wie()}" if wie.startswith("zijn ") else kern
        if self.zelf is None:
            return None
        bijv = [n for v, n in self.kenmerken[daar] if v == "is" and n != "student"]
        return f"{eerste} {kern} zijn {self.kies(bijv)}"

    def _vergelijking(self, maat: Maat, diep: int) -> str:
        links = self.waarde(maat, min(diep, 1)) if maat != w.VLAG else self.blad(maat)
        rechts = self.waarde(self._andere(maat), diep - 1)
        gelijk = ("gelijk aan", "ongelijk aan")
        if maat in (w.TEKST, w.KLEUR, w.VLAG):
            if maat == w.KLEUR and self.kans(3):
                rechts = "'rood' of 'groen'"
            return f"{links} is {self.kies(gelijk)} {rechts}"
        orde = ("groter dan", "groter of gelijk aan", "kleiner dan", "kleiner of gelijk aan")
        tijd = ("later dan", "later of gelijk aan", "eerder dan", "eerder of gelijk aan")
        woord = self.kies((*gelijk, *(tijd if maat == w.DATUM else orde)))
        return f"{links} is {woord} {rechts}"

    def voorwaarde(self, diep: int) -> str:
        """A list of conditions, one perhaps a list itself."""
        kop = self.kies(("alle volgende voorwaarden", "alle volgende voorwaarden",
                         "ten minste één van de volgende voorwaarden",
                         "geen van de volgende voorwaarden",
                         "precies één van de volgende voorwaarden",
                         "ten hoogste één van de volgende voorwaarden"))  # fmt: skip
        leden = []
        binnen = replace(self, bolletjes=self.bolletjes + 1)
        for _ in range(self.getal(1, 3)):
            if binnen.bolletjes < 3 and self.kans(5):
                lid = f"er wordt voldaan aan {binnen.voorwaarde(diep)}"
            else:
                lid = binnen.stellend(diep)
            leden.append(f"\n            {'•' * binnen.bolletjes} {lid}")
        return f"{kop}:{''.join(leden)}"
