"""A law as it is shipped, ready to run on columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.schaal.gegevens import Gezinnen, Zorg
from wetsanalyse import chain
from wetsanalyse.bevolking.doelen import doelen_van
from wetsanalyse.bevolking.draaien import Draaier
from wetsanalyse.bevolking.vorm import Vorm, vorm_van
from wetsanalyse.model.model import Model
from wetsanalyse.plan.lower import Plan
from wetsanalyse.run.kolommen import Blok, Enkel, Kolom, Veel

RULES = Path(__file__).parents[2] / "rules"
DAG = date(2025, 1, 1)


class GeenTabel(Exception):
    """This law cannot be run on a table; the message says why, in Dutch."""


@dataclass(frozen=True)
class Wet:
    naam: str
    model: Model
    plan: Plan
    vorm: Vorm
    regels: int
    """Lines of text of its rules."""

    def draaier(self) -> Draaier:
        """A new one, with no kernels yet. Open norms count as met, so that each step is run."""
        oordelen = dict.fromkeys(self.model.open_normen, True)
        return Draaier(self.plan, self.vorm, doelen_van(self.plan, self.vorm), oordelen)


def laad(mappen: Sequence[str], dag: date | None = DAG) -> Wet:
    """Without a day: the day that the rules themselves are about."""
    set_ = chain.laad([RULES / naam for naam in mappen])
    if set_.value is None:
        raise GeenTabel("; ".join(m.bericht for m in set_.fouten[:2]))
    model = set_.value.model
    dag = dag or chain.kies_rekendatum(model, ())
    if dag is None:
        raise GeenTabel("deze regels noemen geen enkele datum")
    vorm = vorm_van(model, dag)
    if vorm.value is None:
        raise GeenTabel("; ".join(m.bericht for m in vorm.fouten[:2]))
    regels = sum(bron.tekst.count("\n") for bron in set_.value.bronnen)
    return Wet(" + ".join(mappen), model, chain.lower(model, dag), vorm.value, regels)


def blok_zorg(zorg: Zorg) -> Blok:
    return Blok(
        zorg.n,
        {
            "toetsingsinkomen": Kolom(zorg.inkomen),
            "vermogen": Kolom(zorg.vermogen),
            "verzekerd": Kolom(zorg.verzekerd),
        },
    )


def blok_gezinnen(g: Gezinnen) -> Blok:
    return Blok(
        g.n,
        {"toetsingsinkomen": Kolom(g.inkomen), "vermogen": Kolom(g.vermogen)},
        {
            "toeslagpartner": Enkel(
                g.partner == 1,
                {
                    "toetsingsinkomen": Kolom(g.inkomen_partner),
                    "vermogen": Kolom(g.vermogen_partner),
                },
            )
        },
        {"kind": Veel(g.grenzen, {"geboortedatum": Kolom(g.geboren)})},
    )
