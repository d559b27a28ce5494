"""What the command line shows: messages, outcomes, scenarios, the summary of an examination.

Every function gives something that rich can print. On a terminal it has colour; in a pipe the
same words come out plain, with a fixed width, so that a file or another program can read them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import IO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import Fout, Leeg, Onbeslist
from wetsanalyse.report.jsonvorm import aannamen
from wetsanalyse.report.opmaak import (
    aantal,
    datum,
    getal,
    hoofdletter,
    leesbaar,
    met_eenheid,
    waarde,
    waarde_van,
)
from wetsanalyse.run.exact import Uitslag
from wetsanalyse.run.scenarios import Scenariouitslag
from wetsanalyse.text import Diagnostic, Ernst
from wetsanalyse.text.weergave import tekst

SMAL = 80
KLEUREN = {Ernst.FOUT: "red", Ernst.WAARSCHUWING: "yellow", Ernst.OPMERKING: "cyan"}
VOORBEHOUD = (
    "Geen bevinding betekent alleen: geen van deze patronen, in dit model, bij deze garantie."
)


def console(uit: IO[str] | None = None) -> Console:
    """Colour and the real width on a terminal; plain and 80 columns anywhere else."""
    doel = uit or sys.stdout
    op_scherm = doel.isatty()
    return Console(
        file=doel,
        width=None if op_scherm else SMAL,
        highlight=False,
        soft_wrap=False,
        no_color=not op_scherm,
        emoji=False,
    )


def _tabel(*koppen: str, rechts: Sequence[int] = ()) -> Table:
    tabel = Table(box=box.SIMPLE, pad_edge=False, expand=False, show_edge=False)
    for nummer, kop in enumerate(koppen):
        tabel.add_column(kop, justify="right" if nummer in rechts else "left", overflow="fold")
    return tabel


def _kop(zin: str) -> Text:
    return Text(f"\n{zin}", style="bold")


# ------------------------------------------------------------------ messages


def meldingen(lijst: Iterable[Diagnostic]) -> Group:
    """All messages in full, and a line that counts them."""
    alle = list(lijst)
    delen: list[RenderableType] = []
    for melding in alle:
        kop, _, rest = tekst(melding).partition("\n")
        delen.append(Text(kop, style=KLEUREN[melding.ernst]))
        if rest:
            delen.append(Text(rest))
    delen.append(Text(telling(alle), style="bold"))
    return Group(*delen)


def telling(lijst: Sequence[Diagnostic]) -> str:
    """``2 fouten en 1 waarschuwing``."""
    fouten = sum(m.ernst is Ernst.FOUT for m in lijst)
    waarschuwingen = sum(m.ernst is Ernst.WAARSCHUWING for m in lijst)
    if not lijst:
        return "Geen fouten gevonden."
    delen = [aantal(fouten, "fout", "fouten")] if fouten else ["geen fouten"]
    if waarschuwingen:
        delen.append(aantal(waarschuwingen, "waarschuwing", "waarschuwingen"))
    rest = len(lijst) - fouten - waarschuwingen
    if rest:
        delen.append(aantal(rest, "opmerking", "opmerkingen"))
    return hoofdletter(", ".join(delen)) + "."


# ------------------------------------------------------------------ one citizen


def uitkomsten(
    plan: Plan, uitslag: Uitslag, gevraagd: Sequence[tuple[str, str]] | None = None
) -> Group:
    """The outcomes of one citizen, what is open, and the assumptions under them."""
    plat = uitslag.plan
    sleutels = list(plat.eigenschappen) if gevraagd is None else list(gevraagd)
    tabel = _tabel("uitkomst", "waarde", rechts=(1,))
    for sleutel in sleutels:
        slot = plat.eigenschappen[sleutel]
        ding = uitslag.waarden[slot]
        if ding is None or (gevraagd is None and isinstance(ding, Leeg)):
            continue
        stijl = "red" if isinstance(ding, Fout) else "yellow" if isinstance(ding, Onbeslist) else ""
        getoond = Text(waarde_van(ding, plat.steps[slot].type), style=stijl)
        tabel.add_row(Text(f"{sleutel[1]} van {sleutel[0]}"), getoond)
    slots = [plat.eigenschappen[s] for s in sleutels]
    delen: list[RenderableType] = [Text(f"Op {datum(plat.rekendatum)}:"), tabel]
    ontbreekt = sorted({i for s in slots for i in uitslag.ontbrekend(s)})
    if ontbreekt:
        delen.append(_kop("Niet opgegeven (telt als leeg)"))
        delen += [Text(f"- {i.eigenschap} van {i.object}") for i in ontbreekt]
    gevonden = aannamen(plan, uitslag, slots)
    if gevonden:
        delen.append(_kop("Aannamen, nog niet bevestigd"))
        delen += [
            Text(f"- {a.get('regel') or a.get('parameter')}: {a['aanname']}") for a in gevonden
        ]
    return Group(*delen)


# ------------------------------------------------------------------ scenarios


def scenarios(uitslagen: Sequence[Scenariouitslag]) -> Group:
    """Each scenario that failed with what differs, and one line for all."""
    delen: list[RenderableType] = []
    for s in uitslagen:
        if s.geslaagd:
            continue
        delen.append(Text(f"KLOPT NIET  {s.naam}", style="red"))
        if s.plaats:
            delen.append(Text(f"  {s.plaats}"))
        delen += [Text(f"  - {leesbaar(a)}") for a in s.afwijkingen]
    geslaagd = sum(s.geslaagd for s in uitslagen)
    verwacht = sum(s.verwachtingen for s in uitslagen)
    alles_goed = geslaagd == len(uitslagen)
    zin = (
        f"{getal(geslaagd)} van {aantal(len(uitslagen), 'scenario', 'scenario’s')} geslaagd "
        f"({aantal(verwacht, 'verwachte waarde', 'verwachte waarden')})."
    )
    delen.append(Text(zin, style="bold green" if alles_goed else "bold red"))
    zonder = [s for s in uitslagen if not s.bron]
    if zonder:
        hoeveel = sum(s.verwachtingen for s in zonder)
        wat = aantal(hoeveel, "verwachte waarde heeft", "verwachte waarden hebben")
        delen.append(Text(f"Let op: {wat} geen bron.", style="yellow"))
    return Group(*delen)


# ------------------------------------------------------------------ an examination


def onderzoek(o: Onderzoek) -> Group:
    """Ranking, hidden thresholds, coverage, what was not measured."""
    exact = o.sweeps - o.sweeps_gezocht
    delen: list[RenderableType] = [
        Text(
            f"Onderzoek op {datum(o.rekendatum)}: {aantal(o.burgers, 'burger', 'burgers')}, "
            f"{aantal(o.sweeps, 'verloop', 'verlopen')} ({getal(exact)} exact)."
        ),
        *_rangorde(o),
    ]
    delen += _verborgen(o)
    delen.append(scenarios(o.scenarios))
    delen += _dekking(o)
    for kop, punten in (("Niet gemeten", o.niet_gemeten), ("Open punten", o.open_punten)):
        if punten:
            delen.append(_kop(f"{kop} ({len(punten)})"))
            delen += [Text(f"- {leesbaar(punt)}") for punt in punten]
    delen.append(Text(f"\n{VOORBEHOUD}"))
    return Group(*delen)


def _rangorde(o: Onderzoek) -> list[RenderableType]:
    gewoon = [b for b in o.bevindingen if b.aanvaard is None]
    aanvaard = [b for b in o.bevindingen if b.aanvaard is not None]
    if not gewoon:
        delen: list[RenderableType] = [_kop("Geen bevindingen")]
    else:
        delen = [_kop(hoofdletter(aantal(len(gewoon), "bevinding", "bevindingen")))]
        tabel = _tabel("nr", "bevinding", "verlies", "uitweg", "klasse, as", rechts=(0, 2))
        for nummer, b in enumerate(gewoon, 1):
            tabel.add_row(*_bevinding(nummer, b))
        delen.append(tabel)
    if aanvaard:
        delen.append(_kop("Aanvaard, telt niet mee in de volgorde"))
        delen += [Text(f"- {b.id}: {leesbaar(b.titel)} ({b.aanvaard})") for b in aanvaard]
    return delen


def _bevinding(nummer: int, b: Bevinding) -> tuple[Text, ...]:
    verlies = max((g.verlies for g in b.getuigen), default=None)
    naam = Text(f"{leesbaar(b.titel)}\n")
    naam.append(b.id, style="dim")
    garantie = b.garantie.get("as", "")
    return (
        Text(str(nummer)),
        naam,
        Text(met_eenheid(verlies, "€") if verlies is not None else "", style="red"),
        Text(f"{getal(b.dekking.sterkte)} van 5"),
        Text(f"{b.klasse}, {garantie}"),
    )


def _verborgen(o: Onderzoek) -> list[RenderableType]:
    if not o.verborgen_drempels:
        return []
    tabel = _tabel("gegeven", "tussen", "wat er gebeurt", "huishouden")
    for v in o.verborgen_drempels:
        eenheid = "datum" if v.eenheid == "dag" else v.eenheid
        tabel.add_row(
            Text(v.as_),
            Text(f"{waarde(v.waarde_links, eenheid)} en {waarde(v.waarde_rechts, eenheid)}"),
            Text(v.soort),
            Text(v.huishouden),
        )
    return [_kop("Verborgen drempels: grenzen die in geen artikel staan (P18)"), tabel]


def _dekking(o: Onderzoek) -> list[RenderableType]:
    """Only the rules that the scenarios do not reach; the report has them all."""
    nooit = [d.regel for d in o.regeldekking if not d.geraakt]
    goed, alle = len(o.regeldekking) - len(nooit), len(o.regeldekking)
    zin = f"{getal(goed)} van {aantal(alle, 'regel', 'regels')} in scenario’s toegepast."
    delen: list[RenderableType] = [Text(zin)]
    if nooit:
        delen.append(Text("Nooit toegepast: " + ", ".join(nooit), style="yellow"))
    return delen
