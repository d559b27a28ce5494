"""The coverage table in the terminal: adverse step by adverse step, which way out reaches it and
how strong, which cell is empty, and clauses that reach nothing. [hardheid 6, 14]"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from wetsanalyse.analyses.statisch.overzicht import GedekteStap, Statisch
from wetsanalyse.model.model import Model
from wetsanalyse.report.dekkingsbewijsvorm import KOP, stapregels
from wetsanalyse.report.dekkingswoorden import kort, let_op, lijsten, niveau, slot, soort_stap
from wetsanalyse.report.opmaak import getal, leesbaar
from wetsanalyse.report.terminal import _lijst, _tabel

if TYPE_CHECKING:
    from wetsanalyse.analyses.bewijs.stapbewijs import Stapbewijzen


def toon_dekking(
    scherm: Console,
    tabel: Statisch,
    model: Model,
    ongetekend: int,
    bewijzen: Stapbewijzen | None = None,
) -> None:
    """``ongetekend``: how many of the general ways out no jurist has signed."""
    delen: list[RenderableType] = [Text(kort(tabel))]
    delen += [Text(zin) for zin in let_op(tabel, model)]
    if tabel.nadelig:
        delen.append(_stappen(tabel.nadelig))
    if bewijzen is not None:
        delen += _lijst(KOP, [leesbaar(r) for r in stapregels(tabel.nadelig, bewijzen)])
    for kop, punten in lijsten(tabel):
        delen += _lijst(kop, punten)
    teksten, getekend, voorbehoud = slot(model, ongetekend)
    delen += [Text(f"\n{teksten}"), Text(getekend), Text(f"\n{voorbehoud}")]
    scherm.print(Group(*delen))


def _stappen(stappen: Sequence[GedekteStap]) -> Table:
    tabel = _tabel("nadelige stap", "soort stap", "uitweg", "toen", "nu", rechts=(3, 4))
    for s in stappen:
        stap = s.stap
        plaatsen = "; ".join(str(p) for p in stap.plaatsen) or "geen artikel"
        tabel.add_row(
            Text(f"{stap.regel}\n{plaatsen}\n{soort_stap(s)}"),
            Text(f"{niveau(s)}, {stap.bevoegdheid}\n{stap.stap or 'berekening'}\n"
                 f"verdisconteerd: {stap.verdisconteerd}"),
            _uitweg(s),
            Text(getal(s.dekking.sterkte), style="red" if s.kaal else "green"),
            Text(getal(s.dekking.sterkte_nu), style="red" if s.kaal_nu else "green"),
        )  # fmt: skip
        tabel.add_section()
    return tabel


def _uitweg(s: GedekteStap) -> Text:
    """The strongest first; what is bare says so in words, not in colour alone."""
    regels = [f"{r.route} ({getal(r.sterkte)})" for r in s.dekkend] or ["geen"]
    tekst = Text("\n".join(regels))
    return tekst.append("\nKAAL", style="bold red") if s.kaal else tekst
