"""The whole pipeline, as a table of contents. Read this file first.

Every function is pure and takes the value of the one before it::

    read -> parse -> resolve -> link            the law, as text, tree, model and graph
                        `-> lower -> ground     the law on one day, for one household
                                     `-> evaluate   one citizen, exactly, with the trace
                                     `-> sweep      one citizen along one input, exactly
                        `-> analyse             where the law is hard, and what covers it

What a user can do wrong comes back as `Diagnostic` values beside the result, all at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wetsanalyse.graph import RuleGraph
from wetsanalyse.graph.bouw import link as _link
from wetsanalyse.model.casus import Casus, Huishouden, lees_json, tabel_van
from wetsanalyse.model.model import Model
from wetsanalyse.model.resolve import resolve as _resolve
from wetsanalyse.model.scenarios import Scenario, los_scenarios_op, los_vraag_op
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.terms import Lees, Term
from wetsanalyse.syntax import Lexicon, Ontleding, ontleed, ontleed_tekst, voeg_samen
from wetsanalyse.text import Diagnostic, Result, Source
from wetsanalyse.text.lezen import lees
from wetsanalyse.text.strengheid import Strengheid, weeg

# Checking a law needs only the front of the chain. The rest is imported when it is used.
if TYPE_CHECKING:
    from wetsanalyse.analyses.afnemer import alleen_voor, zoek_orgaan
    from wetsanalyse.analyses.bevinding import Onderzoek
    from wetsanalyse.analyses.burgers.bevolking import Bevolking
    from wetsanalyse.analyses.onderzoek import Voortgang, Vraag, draai_scenarios, kies_rekendatum
    from wetsanalyse.plan.lower import Plan
    from wetsanalyse.plan.ops import GroundPlan
    from wetsanalyse.run.exact import Uitslag
    from wetsanalyse.run.sweep import As, Verloop
    from wetsanalyse.syntax.schrijven import Herschreven
else:

    def __getattr__(naam: str) -> object:
        if naam in LATER:
            return getattr(import_module(LATER[naam]), naam)
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")


LATER = {
    "As": "wetsanalyse.run.sweep",
    "alleen_voor": "wetsanalyse.analyses.afnemer",
    "zoek_orgaan": "wetsanalyse.analyses.afnemer",
    "Vraag": "wetsanalyse.analyses.onderzoek",
    "draai_scenarios": "wetsanalyse.analyses.onderzoek",
    "kies_rekendatum": "wetsanalyse.analyses.onderzoek",
}
"""What this module offers as it stands elsewhere."""

REGELS = (".regels",)
SCENARIOS = (".scenario",)


def read(
    paden: Sequence[Path], achtervoegsels: tuple[str, ...] = REGELS
) -> Result[tuple[Source, ...]]:
    """Files and folders to texts."""
    return lees(paden, achtervoegsels)


def parse(
    bronnen: Sequence[Source], lexicon: Lexicon | None = None, vorige: Ontleding | None = None
) -> Result[Ontleding]:
    """Texts to trees. ``lexicon``: the names of a rule set, for scenarios. ``vorige``: an earlier
    reading of nearly the same texts; only what changed is read again."""
    return ontleed(bronnen, lexicon, vorige)


def resolve(ontleding: Ontleding) -> Result[Model]:
    """Trees to a model: names found, types and units checked."""
    return _resolve(ontleding)


def link(model: Model, rekendatum: date | None = None) -> Result[RuleGraph]:
    """The model as a graph for people; circles are reported with their path."""
    return _link(model, rekendatum)


def lower(model: Model, rekendatum: date) -> Plan:
    """The model as it stands on a day."""
    from wetsanalyse.plan.lower import lower as _lower

    return _lower(model, rekendatum)


def ground(
    plan: Plan,
    huishouden: Huishouden,
    vragen: Mapping[str, Term] | None = None,
    parameters: Mapping[str, Any] | None = None,
) -> GroundPlan:
    """The plan made flat for one household shape: steps of the closed op table."""
    from wetsanalyse.plan.ground import ground as _ground

    return _ground(plan, huishouden, vragen, parameters)


def evaluate(plan: Plan, casus: Casus) -> Uitslag:
    """One citizen through the plan, in exact rationals, with the trace."""
    from wetsanalyse.run.scenarios import voer_uit

    return voer_uit(plan, casus)[1]


def sweep(plan: Plan, casus: Casus, as_: As, object_: str, eigenschap: str) -> Verloop:
    """One outcome of one citizen along one input: every piece, exactly."""
    from wetsanalyse.run.scenarios import geval
    from wetsanalyse.run.sweep import sweep as _sweep

    grond = ground(plan, casus.huishouden, None, casus.parameters)
    return _sweep(grond, geval(plan, casus), as_, grond.eigenschappen[object_, eigenschap])


def analyse(
    model: Model,
    scenarios: Sequence[Scenario],
    rekendatum: date,
    voortgang: Voortgang | None = None,
    vraag: Vraag | None = None,
) -> Onderzoek:
    """Where the law is hard on that day, for whom, through which article, and what covers it.
    ``vraag``: how deep, which axis, with what measure, for how many people."""
    from wetsanalyse.analyses.onderzoek import geen_voortgang, onderzoek

    return onderzoek(model, scenarios, rekendatum, voortgang or geen_voortgang, vraag)


# ------------------------------------------------------------------ a folder at a time


@dataclass(frozen=True)
class Regelset:
    """A rule folder with all that the front of the chain makes of it."""

    bronnen: tuple[Source, ...]
    ontleding: Ontleding = field(repr=False)
    model: Model = field(repr=False)
    graaf: RuleGraph = field(repr=False)

    @property
    def tabel(self) -> Tabel:
        return tabel_van(self.model, self.ontleding.lexicon)


def laad(paden: Sequence[Path], strengheid: Strengheid = Strengheid.GEWOON) -> Result[Regelset]:
    """read, parse, resolve and link in one go, with every message of every stage. Two or more
    folders become one rule set, in whatever order they are given."""
    bronnen = read(volgorde(paden))
    set_ = laad_teksten(bronnen.value)
    return Result(set_.value, weeg((*bronnen.diagnostics, *set_.diagnostics), strengheid))


def laad_teksten(bronnen: Sequence[Source]) -> Result[Regelset]:
    """As `laad`, of texts that were read before."""
    ontleding = parse(bronnen)
    samen = voeg_samen(ontleding.value)
    model = resolve(samen.value)
    graaf = link(model.value)
    set_ = Regelset(tuple(bronnen), samen.value, model.value, graaf.value)
    stadia = (ontleding, samen, model, graaf)
    return Result(set_, tuple(m for stadium in stadia for m in stadium.diagnostics))


def volgorde(paden: Sequence[Path]) -> tuple[Path, ...]:
    """Files as they are given, then folders by their name, each once."""
    bestanden = [pad for pad in paden if _map(pad) is None]
    mappen: dict[Path, Path] = {}
    for pad in paden:
        volledig = _map(pad)
        if volledig is not None:
            mappen.setdefault(volledig, pad)
    return (*bestanden, *(mappen[m] for m in sorted(mappen, key=lambda m: (m.name, str(m)))))


def _map(pad: Path) -> Path | None:
    """The full path of a folder; None: it is none, or nobody can tell."""
    try:
        return pad.resolve() if pad.is_dir() else None
    except (OSError, ValueError, RuntimeError):
        return None


def laad_scenarios(set_: Regelset, paden: Sequence[Path]) -> Result[tuple[Scenario, ...]]:
    """The scenarios of some folders or files, read against a rule set."""
    bronnen = read(paden, SCENARIOS)
    ontleding = parse(bronnen.value, set_.ontleding.lexicon)
    scenarios = los_scenarios_op(ontleding.value.blokken, set_.tabel, ontleding.value)
    return Result(
        scenarios.value,
        (*bronnen.diagnostics, *ontleding.diagnostics, *scenarios.diagnostics),
    )


def laad_casus(set_: Regelset, pad: Path) -> Result[Casus | None]:
    """A case file."""
    bron = read([pad], (pad.suffix,))
    if not bron.ok or not bron.value:
        return Result(None, bron.diagnostics)
    return lees_json(bron.value[0], set_.tabel)


def laad_bevolking(
    set_: Regelset, pad: Path, scenarios: Sequence[Scenario], rekendatum: date
) -> Result[Bevolking | None]:
    """Households with weights, from a table."""
    from wetsanalyse.analyses.burgers.bevolking import lees_bevolking

    bron = read([pad], (pad.suffix,))
    if not bron.ok or not bron.value:
        return Result(None, bron.diagnostics)
    lexicon = set_.ontleding.lexicon
    gelezen = lees_bevolking(bron.value[0], set_.model, lexicon, scenarios, rekendatum)
    return Result(gelezen.value if gelezen.ok else None, gelezen.diagnostics)


def lees_vraag(set_: Regelset, casus: Casus, vraag: str) -> Result[Lees | None]:
    """``de zorgtoeslag per jaar van A`` as a term; `antwoord` gives its place in a run."""
    namen = tuple(naam for naam, _ in casus.huishouden.objecten)
    zin = ontleed_tekst(vraag, "keten", set_.ontleding.lexicon, namen, "--uitkomst")
    if zin.value is None or not zin.ok:
        return Result(None, zin.diagnostics)
    return los_vraag_op(zin.value, casus.huishouden, set_.tabel)


def antwoord(plan: Plan, casus: Casus, vraag: Lees) -> tuple[Uitslag, int | None]:
    """The run, and the step that was asked for. Of whom no rule made it is the step that says
    whether he is there; None: nobody stands in that role, or more than one."""
    from wetsanalyse.run.exact import stap_achter
    from wetsanalyse.run.scenarios import voer_uit

    grond, uitslag = voer_uit(plan, casus, {"vraag": vraag})
    return uitslag, stap_achter(uitslag, grond.vragen["vraag"])


def scenariomap(map_: Path) -> Path | None:
    """Where the scenarios of a rule folder stand: ``rules/X`` finds ``scenarios/X``; else the
    folder itself may hold them."""
    volledig = map_.resolve()
    buur = volledig.parent.parent / "scenarios" / volledig.name
    for kandidaat in (buur, volledig / "scenarios", volledig):
        if kandidaat.is_dir() and any(kandidaat.rglob("*.scenario")):
            return kandidaat
    return None


def regelmap(scenarios: Path) -> Path | None:
    """The other way round: the rules that a scenario file or folder is about. They stand beside
    it, one folder up from ``scenarios``, or in ``rules`` under the name of a folder above it."""
    volledig = scenarios.resolve()
    eigen = volledig if volledig.is_dir() else volledig.parent
    dichtbij = [eigen, eigen.parent] if eigen.name == "scenarios" else [eigen]
    for map_ in dichtbij:
        if any(map_.glob("*.regels")):
            return map_
    for map_ in (eigen, *eigen.parents):
        kandidaat = map_.parent.parent / "rules" / map_.name
        if map_.name and kandidaat.is_dir():
            return kandidaat
    return None


# ------------------------------------------------------------------ the formatter


def schrijf(paden: Sequence[Path]) -> Result[tuple[Herschreven, ...]]:
    """Files in canonical form, rules and scenarios. Nothing is written to disk here; a file with
    a fault has no new text."""
    from wetsanalyse.syntax.schrijven import geen_regels, herschrijf

    gelezen = read(paden, REGELS + SCENARIOS)
    meldingen = list(gelezen.diagnostics)
    groepen: dict[tuple[Path | None, bool], list[Source]] = {}
    for bron in gelezen.value:
        pad = Path(bron.pad).resolve()
        scenario = pad.suffix in SCENARIOS
        map_ = regelmap(pad) if scenario else regelset_van(pad)
        groepen.setdefault((map_, scenario), []).append(bron)
    uit: list[Herschreven] = []
    for (map_, scenario), bronnen in groepen.items():
        if map_ is None:
            meldingen += [geen_regels(bron.pad) for bron in bronnen]
        elif scenario:
            uit += herschrijf(bronnen, parse(read([map_]).value).value.lexicon)
        else:
            gevraagd = {Path(b.pad).resolve() for b in bronnen}
            rest = [b for b in read([map_]).value if Path(b.pad).resolve() not in gevraagd]
            # The others only lend their names.
            uit += herschrijf([*bronnen, *rest])[: len(bronnen)]
    return Result(tuple(uit), (*meldingen, *(m for paar in uit for m in paar.meldingen)))


def regelset_van(pad: Path) -> Path:
    """The folder of the rule set that a rule file is part of: the highest with rules in it."""
    map_ = pad.parent
    while map_.parent != map_ and any(map_.parent.glob("*.regels")):
        map_ = map_.parent
    return map_


__all__ = [
    "As",
    "Diagnostic",
    "Regelset",
    "Vraag",
    "alleen_voor",
    "analyse",
    "draai_scenarios",
    "evaluate",
    "ground",
    "kies_rekendatum",
    "laad",
    "laad_bevolking",
    "laad_casus",
    "laad_scenarios",
    "laad_teksten",
    "lees_vraag",
    "link",
    "lower",
    "parse",
    "read",
    "regelmap",
    "resolve",
    "scenariomap",
    "schrijf",
    "sweep",
    "zoek_orgaan",
]
