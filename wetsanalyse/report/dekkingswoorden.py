"""The words of the coverage table, for the terminal and for the page: what stands where, which cell
is empty, and what else the rules show without a citizen. [hardheid 6, 14]"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wetsanalyse.analyses.statisch.drempelplaatsen import Drempelplaats, Poort
from wetsanalyse.analyses.statisch.overzicht import GedekteStap, Statisch
from wetsanalyse.analyses.statisch.termijnplaatsen import Termijnplaats
from wetsanalyse.analyses.uitwegen.clausulebereik import Clausulebereik, Reikt
from wetsanalyse.model.model import Model
from wetsanalyse.report.opmaak import aantal, datum, getal, hoofdletter, leesbaar, met_eenheid
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
EIGEN_KEUZE = "ook de sterkte van clausules is een eigen keuze"
LEGE_VAKKEN = "Lege vakken: hier is geen uitweg van genoeg sterkte"


def kort(tabel: Statisch) -> str:
    stappen = aantal(len(tabel.nadelig), "nadelige stap", "nadelige stappen")
    return (
        f"Dekking op {datum(tabel.rekendatum)}, genoeg is sterkte {getal(tabel.sigma)}: "
        f"{stappen}, {getal(len(tabel.kaal))} kaal."
    )


def let_op(tabel: Statisch, model: Model) -> Iterator[str]:
    """Why the table may be emptier than the law."""
    if not tabel.invloeden.plan.versies:
        yield "Op die dag geldt geen enkele regel."
    if not model.uitkomsten:
        yield "Er is geen blok Uitkomst: alleen wat de regels zelf nadelig noemen."


def lijsten(tabel: Statisch) -> list[tuple[str, list[str]]]:
    """What stands under the table: a heading with its points. A list without points is left out."""
    onbekend = [s.stap.regel for s in tabel.stappen if not s.stap.is_nadelig]
    alle = [
        (LEGE_VAKKEN, [f"{vak}: {', '.join(regels)}" for vak, regels in lege_vakken(tabel)]),
        (f"Richting onbekend ({len(onbekend)})", onbekend),
        ("Clausules", _clausules(tabel.clausules)),
        ("Grens vóór een heel bedrag", [_poort(p) for p in _poorten(tabel)]),
        (
            "Termijn zonder verontschuldiging",
            [_termijn(t) for t in tabel.termijnen if t.excuus is None],
        ),
        (
            "Termijn die gedekt is",
            [f"{_termijn(t)}: {t.excuus}" for t in tabel.termijnen if t.excuus is not None],
        ),
        (
            "Eén gegeven, veel gevolgen",
            [f"{w.feit[1]} van {w.feit[0]}: {len(w.gevolgen)} gevolgen" for w in tabel.waaiers],
        ),
    ]
    return [(kop, punten) for kop, punten in alle if punten]


def slot(model: Model, ongetekend: int) -> tuple[str, str, str]:
    """What every reader has to know. ``ongetekend``: how many of the general ways out no jurist
    has signed."""
    uitwegen = aantal(ongetekend, "algemene uitweg is", "algemene uitwegen zijn")
    return (
        _teksten(model),
        f"{uitwegen} niet door een jurist ondertekend; {EIGEN_KEUZE}.",
        VOORBEHOUD,
    )


# ------------------------------------------------------------------ steps


def niveau(s: GedekteStap) -> str:
    return " en ".join(s.stap.niveaus) or "niveau onbekend"


def soort_stap(s: GedekteStap) -> str:
    """``sluit af``, or ``verlaagt, zonder voorwaarde``."""
    return f"{s.stap.soort.value}{'' if s.stap.sprong else ', zonder voorwaarde'}"


def lege_vakken(tabel: Statisch) -> list[tuple[str, list[str]]]:
    """For each kind of step that is bare: the cell of the table of ways out that it falls in, and
    the rules that do."""
    per_vak: dict[str, list[str]] = {}
    for s in tabel.kaal:
        middel = ", geen rechtsmiddel" if s.stap.rechtsmiddel == "geen" else ""
        vak = f"{niveau(s)}, {s.stap.bevoegdheid}, {s.stap.stap or 'berekening'}{middel}"
        per_vak.setdefault(vak, []).append(s.stap.regel)
    return list(per_vak.items())


# ------------------------------------------------------------------ the rest


def _clausules(clausules: Sequence[Clausulebereik]) -> list[str]:
    if not clausules:
        return ["de regels hebben geen hardheidsclausule"]
    punten = []
    for c in clausules:
        reden = f" ({c.reden})" if c.reden else ""
        punten.append(f"{c.naam}: {c.reikt.value}{reden}; sterkte {getal(c.sterkte)}")
        if c.reikt in IN_ORDE:
            leeg = [d.tekst for d in c.delen if not d.regels]
            punten += [f"{c.naam}: {tekst} raakt geen regel" for tekst in leeg]
    return punten


def _poorten(tabel: Statisch) -> list[Poort]:
    """One line for a comparison, whatever ways lead from it."""
    gezien: dict[tuple[str, str], Poort] = {}
    for p in tabel.poorten:
        if p.geheel:
            gezien.setdefault((p.drempel.regel, p.drempel.grootheid), p)
    return list(gezien.values())


def _poort(p: Poort) -> str:
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
    if not delen:
        return "Geen Regeling opgegeven: niet bekend is welke tekst gelezen is."
    return hoofdletter(f"gelezen teksten: {'; '.join(delen)}. Tekst niet vergeleken.")
