"""The coverage table in the terminal: adverse step by adverse step, which way out reaches it and
how strong, which cell is empty, and clauses that reach nothing. [hardheid 6, 14]"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from wetsanalyse.analyses.statisch.drempelplaatsen import Drempelplaats
from wetsanalyse.analyses.statisch.overzicht import GedekteStap, Statisch
from wetsanalyse.analyses.statisch.termijnplaatsen import Termijnplaats
from wetsanalyse.analyses.uitwegen.clausulebereik import Clausulebereik, Reikt
from wetsanalyse.model.model import Model
from wetsanalyse.report.opmaak import aantal, datum, getal, hoofdletter, leesbaar, met_eenheid
from wetsanalyse.report.terminal import _lijst, _tabel
from wetsanalyse.run.weergave import toon_datum

IN_ORDE = (Reikt.ALLES, Reikt.TEN_DELE)
WOORDEN = {
    "getal": {"<": "minder dan", "<=": "hoogstens", ">": "meer dan", ">=": "minstens"},
    "tijd": {"<": "eerder dan", "<=": "uiterlijk", ">": "later dan", ">=": "niet eerder dan"},
}
VOORBEHOUD = (
    "Deze tabel komt uit de regels zelf, zonder één burger. Kaal betekent: hier kan het misgaan "
    "zonder uitweg. Of het misgaat, zoekt “wetsanalyse onderzoek”."
)


def toon_dekking(scherm: Console, tabel: Statisch, model: Model, ongetekend: int) -> None:
    """``ongetekend``: how many of the general ways out no jurist has signed."""
    nadelig, kaal = tabel.nadelig, tabel.kaal
    delen: list[RenderableType] = [
        Text(
            f"Dekking op {datum(tabel.rekendatum)}, genoeg is sterkte {getal(tabel.sigma)}: "
            f"{aantal(len(nadelig), 'nadelige stap', 'nadelige stappen')}, {getal(len(kaal))} kaal."
        )
    ]
    if not tabel.invloeden.plan.versies:
        delen.append(Text("Op die dag geldt geen enkele regel."))
    if not model.uitkomsten:
        delen.append(Text("Er is geen blok Uitkomst: alleen wat de regels zelf nadelig noemen."))
    if nadelig:
        delen.append(_stappen(nadelig))
    delen += _lijst("Lege vakken: hier is geen uitweg van genoeg sterkte", lege_vakken(tabel))
    onbekend = [s.stap.regel for s in tabel.stappen if not s.stap.is_nadelig]
    delen += _lijst(f"Richting onbekend ({len(onbekend)})", onbekend)
    delen += _clausules(tabel.clausules)
    delen += _lijst("Grens vóór een heel bedrag", [_poort(tabel, n) for n in _poorten(tabel)])
    delen += _lijst(
        "Termijn zonder verontschuldiging",
        [_termijn(t) for t in tabel.termijnen if t.excuus is None],
    )
    delen += _lijst(
        "Termijn die gedekt is",
        [f"{_termijn(t)}: {t.excuus}" for t in tabel.termijnen if t.excuus is not None],
    )
    delen += _lijst(
        "Eén gegeven, veel gevolgen",
        [f"{w.feit[1]} van {w.feit[0]}: {len(w.gevolgen)} gevolgen" for w in tabel.waaiers],
    )
    delen.append(Text(f"\n{_teksten(model)}"))
    delen.append(
        Text(f"{aantal(ongetekend, 'algemene uitweg is', 'algemene uitwegen zijn')} niet door een "
             "jurist ondertekend; ook de sterkte van clausules is een eigen keuze.")
    )  # fmt: skip
    delen.append(Text(f"\n{VOORBEHOUD}"))
    scherm.print(Group(*delen))


# ------------------------------------------------------------------ steps


def _stappen(stappen: Sequence[GedekteStap]) -> Table:
    tabel = _tabel("nadelige stap", "soort stap", "uitweg", "toen", "nu", rechts=(3, 4))
    for s in stappen:
        stap = s.stap
        plaatsen = "; ".join(str(p) for p in stap.plaatsen) or "geen artikel"
        geleidelijk = "" if stap.sprong else ", zonder voorwaarde"
        tabel.add_row(
            Text(f"{stap.regel}\n{plaatsen}\n{stap.soort.value}{geleidelijk}"),
            Text(f"{_niveau(s)}, {stap.bevoegdheid}\n{stap.stap or 'berekening'}\n"
                 f"verdisconteerd: {stap.verdisconteerd}"),
            _uitweg(s),
            Text(getal(s.dekking.sterkte), style="red" if s.kaal else "green"),
            Text(getal(s.dekking.sterkte_nu), style="red" if s.kaal_nu else "green"),
        )  # fmt: skip
        tabel.add_section()
    return tabel


def _niveau(s: GedekteStap) -> str:
    return " en ".join(s.stap.niveaus) or "niveau onbekend"


def _uitweg(s: GedekteStap) -> Text:
    """The strongest first; what is bare says so in words, not in colour alone."""
    regels = [f"{r.route} ({getal(r.sterkte)})" for r in s.dekkend] or ["geen"]
    tekst = Text("\n".join(regels))
    return tekst.append("\nKAAL", style="bold red") if s.kaal else tekst


def lege_vakken(tabel: Statisch) -> list[str]:
    """For each kind of step that is bare: the cell of the table of ways out that it falls in."""
    per_vak: dict[str, list[str]] = {}
    for s in tabel.kaal:
        middel = ", geen rechtsmiddel" if s.stap.rechtsmiddel == "geen" else ""
        vak = f"{_niveau(s)}, {s.stap.bevoegdheid}, {s.stap.stap or 'berekening'}{middel}"
        per_vak.setdefault(vak, []).append(s.stap.regel)
    return [f"{vak}: {', '.join(regels)}" for vak, regels in per_vak.items()]


# ------------------------------------------------------------------ the rest


def _clausules(clausules: Sequence[Clausulebereik]) -> list[RenderableType]:
    if not clausules:
        return _lijst("Clausules", ["de regels hebben geen hardheidsclausule"])
    punten = []
    for c in clausules:
        reden = f" ({c.reden})" if c.reden else ""
        punten.append(f"{c.naam}: {c.reikt.value}{reden}; sterkte {getal(c.sterkte)}")
        if c.reikt in IN_ORDE:
            leeg = [d.tekst for d in c.delen if not d.regels]
            punten += [f"{c.naam}: {tekst} raakt geen regel" for tekst in leeg]
    return _lijst("Clausules", punten)


def _poorten(tabel: Statisch) -> list[int]:
    """One line for a comparison, whatever ways lead from it."""
    gezien: dict[tuple[str, str], int] = {}
    for n, p in enumerate(tabel.poorten):
        if p.geheel:
            gezien.setdefault((p.drempel.regel, p.drempel.grootheid), n)
    return list(gezien.values())


def _poort(tabel: Statisch, n: int) -> str:
    p = tabel.poorten[n]
    d = p.drempel
    waarde = ""
    if d.waarde is not None and d.soort == "getal":
        waarde = f" ({met_eenheid(d.waarde, d.eenheid)})"
    elif d.waarde is not None:
        waarde = f" ({toon_datum(d.waarde)})"
    plaats = f" ({d.plaatsen[0]})" if d.plaatsen else ""
    return leesbaar(
        f"Regel {d.regel}{plaats}: {vergelijking(d)}{waarde} beslist over heel {p.uitkomst[1]}"
    )


def vergelijking(d: Drempelplaats) -> str:
    """``het vermogen hoogstens de grens``."""
    return f"{d.grootheid} {WOORDEN[d.soort].get(d.teken, d.teken)} {d.tegen}"


def _termijn(t: Termijnplaats) -> str:
    grens = f": {vergelijking(t.grens)}" if t.grens is not None else ""
    plaats = f" ({t.plaatsen[0]})" if t.plaatsen else ""
    return leesbaar(f"Regel {t.regel}{plaats}{grens}")


def _teksten(model: Model) -> str:
    delen = [
        f"{r.afkorting} van {datum(r.tekst_van)}"
        for r in model.regelingen.values()
        if r.tekst_van is not None
    ]
    return hoofdletter(f"gelezen teksten: {'; '.join(delen)}. Tekst niet vergeleken.")
