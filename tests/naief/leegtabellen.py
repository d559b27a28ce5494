"""The law and the household on which every cell of the tables for leeg is computed.

Three households of a Proef: A has children with 5 €, leeg and 7 €; B has two children with
nothing filled in; C has no children. Attributes called `… niets` are never given.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from tests.naief import vast
from tests.naief.naief import Naief
from tests.naief.vergelijken import gewoon, naieve_waarde, plan_van
from wetsanalyse.model.feiten import Casus, Feit, Huishouden
from wetsanalyse.run.scenarios import voer_uit

DAG = date(2025, 1, 1)
EURO, KAAL, PROCENT = (
    "Numeriek (getal) met eenheid €", "Numeriek (getal)", "Percentage (getal)",
)  # fmt: skip
DATUM, TEKST, DUUR = "Datum in dagen", "Tekst", "Numeriek (getal) met eenheid dg"

GEGEVENS = """\
Domein Kleur is van het type Enumeratie
    'rood'
    'groen'

Objecttype de Proef (mv: Proeven) (bezield)
    het bedrag acht	Numeriek (getal) met eenheid €;
    het bedrag drie	Numeriek (getal) met eenheid €;
    het bedrag nul	Numeriek (getal) met eenheid €;
    het bedrag niets	Numeriek (getal) met eenheid €;
    het bedrag ook niets	Numeriek (getal) met eenheid €;
    het getal acht	Numeriek (getal);
    het getal drie	Numeriek (getal);
    het getal nul	Numeriek (getal);
    het getal niets	Numeriek (getal);
    het getal ook niets	Numeriek (getal);
    het hele getal niets	Numeriek (geheel getal);
    het deel half	Percentage (getal);
    het deel niets	Percentage (getal);
    de dag een	Datum in dagen;
    de dag twee	Datum in dagen;
    de dag niets	Datum in dagen;
    de dag ook niets	Datum in dagen;
    de duur drie	Numeriek (getal) met eenheid dg;
    de duur niets	Numeriek (getal) met eenheid dg;
    de maanden niets	Numeriek (getal) met eenheid mnd;
    de tekst een	Tekst;
    de tekst niets	Tekst;
    de tekst ook niets	Tekst;
    de kleur een	Kleur;
    de kleur niets	Kleur;
    de kleur ook niets	Kleur;
    de vlag een	Boolean;
    de vlag niets	Boolean;
    de vlag ook niets	Boolean;
{leden}
Objecttype het Kind (mv: Kinderen) (bezield)
    het geld	Numeriek (getal) met eenheid €;
    de verjaardag	Datum in dagen;
    is jong	kenmerk (bijvoeglijk);

Dagsoort de werkdag (mv: werkdagen)

Feittype gezin
    de ouder (mv: ouders)	Proef
    het kind (mv: kinderen)	Kind
één ouder heeft meerdere kinderen

Wederkerig feittype paar
    de partner (mv: partners)	Proef
één partner hoort bij één partner

Regel werkdag
    geldig altijd
        Een dag is een werkdag indien de dag uit (de dag) groter is dan 0.

"""


def dag(jaar: int, maand: int, nummer: int) -> Fraction:
    return Fraction(date(jaar, maand, nummer).toordinal())


CASUS = Casus(
    DAG,
    Huishouden(
        (*((wie, "Proef") for wie in "ABC"), *((f"K{i}", "Kind") for i in range(5))),
        tuple(Feit("gezin", (o, k)) for o, k in
              (("A", "K0"), ("A", "K1"), ("A", "K2"), ("B", "K3"), ("B", "K4"))),
    ),
    {
        **{
            (wie, naam): waarde
            for wie in "ABC"
            for naam, waarde in {
                "bedrag acht": Fraction(8), "bedrag drie": Fraction(3), "bedrag nul": Fraction(0),
                "getal acht": Fraction(8), "getal drie": Fraction(3), "getal nul": Fraction(0),
                "deel half": Fraction(1, 2), "duur drie": Fraction(3),
                "dag een": date(2024, 2, 29).toordinal(), "dag twee": date(2025, 3, 1).toordinal(),
                "tekst een": "123456782", "kleur een": "rood", "vlag een": True,
            }.items()
        },
        ("K0", "geld"): Fraction(5),
        ("K2", "geld"): Fraction(7),
        ("K0", "verjaardag"): date(2010, 5, 1).toordinal(),
        ("K2", "verjaardag"): date(2012, 5, 1).toordinal(),
        ("K0", "jong"): True,
    },
)  # fmt: skip


class Tabel:
    """Cells gathered while a test module is read; the law with all of them is made once, when
    the first is asked."""

    def __init__(self) -> None:
        self.cellen: dict[tuple[str, str | None], int] = {}

    def waarde(self, type_: str, uitdrukking: str) -> tuple[str, str | None]:
        self.cellen.setdefault((uitdrukking, type_), len(self.cellen))
        return uitdrukking, type_

    def voorwaarde(self, tekst: str) -> tuple[str, str | None]:
        """A condition as it stands behind a bullet."""
        self.cellen.setdefault((tekst, None), len(self.cellen))
        return tekst, None

    @property
    def wet(self) -> str:
        leden, regels = "", ""
        kop = "indien er aan alle volgende voorwaarden wordt voldaan:"
        for (tekst, type_), i in self.cellen.items():
            if type_ is None:
                leden += f"    is cel{i}x	kenmerk (bijvoeglijk);\n"
                zin = f"Een Proef is cel{i}x {kop}\n        • {tekst}."
            else:
                leden += f"    de cel{i}x	{type_};\n"
                zin = f"De cel{i}x van een Proef moet gesteld worden op {tekst}."
            regels += f"Regel r{i}\n    geldig altijd\n        {zin}\n"
        return GEGEVENS.replace("{leden}", leden) + regels

    def uitkomsten(self, cel: tuple[str, str | None], wie: str) -> tuple[Any, Any]:
        """What the plan gives and what the naive reading gives."""
        plan, naief = _gedraaid(self)
        naam = f"cel{self.cellen[cel]}x"
        return gewoon(plan(wie, naam)), naieve_waarde(naief, wie, naam, None)


@cache
def _gedraaid(tabel: Tabel) -> tuple[Any, Naief]:
    model = vast.model(tabel.wet)
    _, uitslag = voer_uit(plan_van(model, DAG), CASUS)
    return uitslag.waarde, Naief(model, CASUS)
