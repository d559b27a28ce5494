"""What the command line shows: messages, outcomes, scenarios, the summary of an examination.

Every function gives something that rich can print. On a terminal it has colour; in a pipe the
same words come out plain, with a fixed width, so that a file or another program can read them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import IO, TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from wetsanalyse.graph import Knoopsoort, Pijlsoort, RuleGraph
from wetsanalyse.report.dekkingsbewijsvorm import KOP as BEWIJSKOP
from wetsanalyse.report.dekkingsbewijsvorm import bewijsregels
from wetsanalyse.report.drempelvorm import drempel_kort, drempelgegeven
from wetsanalyse.report.ernstvorm import ernst_tekst
from wetsanalyse.report.meldingvorm import samenvatting_meldingen
from wetsanalyse.report.opmaak import (
    aantal,
    datum,
    getal,
    hoofdletter,
    leesbaar,
    met_eenheid,
    opsomming,
    waarde,
)
from wetsanalyse.text import Diagnostic, Ernst
from wetsanalyse.text.weergave import tekst

# Only their names are needed here; checking a law does not wait for the rest of the chain.
if TYPE_CHECKING:
    from wetsanalyse.analyses.bevinding import Bevinding, Onderzoek, RegelDekking
    from wetsanalyse.run.scenarios import Scenariouitslag

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


def toon_meldingen(scherm: Console, lijst: Sequence[Diagnostic]) -> None:
    """All messages in full, and a line that counts them. Lines of a source are not folded."""
    for melding in lijst:
        kop, _, rest = tekst(melding).partition("\n")
        scherm.print(Text(kop, style=KLEUREN[melding.ernst]), soft_wrap=True)
        if rest:
            scherm.print(Text(rest), soft_wrap=True)
    scherm.print(Text(samenvatting_meldingen(lijst), style="bold"))


# ------------------------------------------------------------------ one citizen


def toon_reken(scherm: Console, data: Mapping[str, Any]) -> None:
    """The outcomes of `reken_json`: a table, what is open, the assumptions under them."""
    dag = date.fromisoformat(data["rekendatum"])
    rijen = [
        (f"{naam} van {object_}", uitkomst)
        for object_, uitkomsten in data["uitkomsten"].items()
        for naam, uitkomst in uitkomsten.items()
    ]
    beweegt = any(isinstance(uitkomst["waarde"], list) for _, uitkomst in rijen)
    koppen = ("uitkomst", *(("periode",) if beweegt else ()), "waarde")
    tabel = _tabel(*koppen, rechts=(len(koppen) - 1,))
    for naam, uitkomst in rijen:
        for nummer, (periode, deel) in enumerate(_perioden(uitkomst)):
            tussen = (Text(periode),) if beweegt else ()
            tabel.add_row(Text("" if nummer else naam), *tussen, _uitkomst(deel))
    delen: list[RenderableType] = [Text(f"Op {datum(dag)}:"), tabel]
    delen += _lijst("Niet opgegeven, telt als leeg", _open(data, "invoer"))
    delen += _lijst("Heeft op deze datum geen waarde in de wet, telt als leeg", [
        o["naam"] for o in data["open"] if o["soort"] == "parameter"
    ])  # fmt: skip
    delen += _lijst("Hier moet een mens over oordelen", _open(data, "open norm"))
    delen += _lijst("Aannamen, nog niet bevestigd", [
        f"{a.get('regel') or a.get('parameter')}: {a['aanname']}" for a in data["aannamen"]
    ])  # fmt: skip
    delen += _lijst("Opgegeven, maar een regel bepaalt het", [
        f"{o['eigenschap']} van {o['object']}" for o in data["overschreven"]
    ])  # fmt: skip
    niet_in_orde = [
        f"{c['object']} voldoet niet aan “{c['regel']}”"
        for c in data["controles"]
        if c["consistent"] is False
    ]
    delen += _lijst("Controles: niet in orde", niet_in_orde)
    fouten = [f"{f['eigenschap']} van {f['object']}: {f['bericht']}" for f in data["fouten"]]
    delen += _lijst("Fouten bij het rekenen", fouten)
    scherm.print(Group(*delen))


def _perioden(uitkomst: Mapping[str, Any]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """(period in words, the outcome in it); one without a period when it does not move."""
    ding = uitkomst["waarde"]
    if not isinstance(ding, list):
        return [("", uitkomst)]
    stukken = [
        (_periode(stuk["van"], stuk["tot"]), {**uitkomst, "waarde": stuk["waarde"]})
        for stuk in ding
    ]
    return stukken or [("", {**uitkomst, "waarde": None})]


def _periode(van: str | None, tot: str | None) -> str:
    grenzen = (("van" if tot else "vanaf", van), ("tot", tot))
    return " ".join(f"{woord} {_tekst_of_datum(dag)}" for woord, dag in grenzen if dag)


def _uitkomst(uitkomst: Mapping[str, Any]) -> Text:
    """A value of the JSON form in words."""
    ding = uitkomst["waarde"]
    if isinstance(ding, dict):
        if "fout" in ding:
            return Text(f"fout {ding['fout']}", style="red")
        kan = [_uitkomst({**uitkomst, "waarde": m["waarde"]}) for m in uitkomst["mogelijk"]
               if not isinstance(m["waarde"], dict)]  # fmt: skip
        woorden = opsomming(list(dict.fromkeys(str(w) for w in kan)), "of")
        return Text(f"{woorden}, naar het oordeel" if kan else "hangt af van een oordeel",
                    style="yellow")  # fmt: skip
    if ding is None:
        return Text("geen waarde", style="dim")
    if isinstance(ding, bool):
        return Text(waarde(ding))
    try:
        getal_ = Fraction(ding)
    except ValueError:
        return Text(_tekst_of_datum(ding))
    return Text(met_eenheid(getal_ / 100 if uitkomst["eenheid"] == "%" else getal_,
                            uitkomst["eenheid"]))  # fmt: skip


def _tekst_of_datum(ding: str) -> str:
    try:
        return datum(date.fromisoformat(ding))
    except ValueError:
        return waarde(ding)


def _open(data: Mapping[str, Any], soort: str) -> list[str]:
    voor = "bij" if soort == "open norm" else "van"
    return [f"{o['naam']} {voor} {o['object']}" for o in data["open"] if o["soort"] == soort]


def _lijst(kop: str, punten: Sequence[str]) -> list[RenderableType]:
    if not punten:
        return []
    return [_kop(kop), *(Text(f"- {punt}") for punt in punten)]


# ------------------------------------------------------------------ scenarios


def toon_toets(
    scherm: Console, uitslagen: Sequence[Scenariouitslag], dekking: Sequence[RegelDekking]
) -> None:
    """Scenarios, and how far they reach into the rules."""
    scherm.print(Group(*_scenarios(uitslagen), *_dekking(dekking)))


def _scenarios(uitslagen: Sequence[Scenariouitslag]) -> list[RenderableType]:
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
    return delen


# ------------------------------------------------------------------ an examination


def toon_onderzoek(scherm: Console, o: Onderzoek) -> None:
    """Ranking, hidden thresholds, coverage, what was not measured."""
    exact = o.sweeps - o.sweeps_gezocht
    delen: list[RenderableType] = [
        Text(
            f"Onderzoek op {datum(o.rekendatum)}: {aantal(o.burgers, 'burger', 'burgers')}, "
            f"{aantal(o.sweeps, 'verloop', 'verlopen')} ({getal(exact)} exact)."
        ),
        *_rangorde(o),
    ]
    delen += _lijst(BEWIJSKOP, bewijsregels(o.bevindingen))
    delen += _verborgen(o)
    delen += [_kop("Scenario’s"), *_scenarios(o.scenarios), *_dekking(o.regeldekking)]
    for kop, punten in (("Niet gemeten", o.niet_gemeten), ("Open punten", o.open_punten)):
        delen += _lijst(f"{kop} ({len(punten)})", [leesbaar(punt) for punt in punten])
    delen.append(Text(f"\n{VOORBEHOUD}"))
    scherm.print(Group(*delen))


def _rangorde(o: Onderzoek) -> list[RenderableType]:
    gewoon = [b for b in o.bevindingen if b.telt]
    gedekt = [b for b in o.bevindingen if b.gedekt and b.aanvaard is None]
    aanvaard = [b for b in o.bevindingen if b.aanvaard is not None]
    if not gewoon:
        delen: list[RenderableType] = [_kop("Geen bevindingen")]
    else:
        delen = [_kop(hoofdletter(aantal(len(gewoon), "bevinding", "bevindingen")))]
        koppen = ("nr", "bevinding", "verlies", "ernst", "uitweg", "klasse")
        tabel = _tabel(*koppen, rechts=(0, 2, 3))
        for nummer, b in enumerate(gewoon, 1):
            tabel.add_row(*_bevinding(nummer, b))
        delen.append(tabel)
        delen += _lijst("Namen, voor een blok Aanvaard", [b.id for b in gewoon])
    if gedekt:
        delen.append(_kop("Gedekt door een uitweg, telt niet mee in de volgorde"))
        delen += [Text(f"- {b.id}: {leesbaar(b.titel)}") for b in gedekt]
    if aanvaard:
        delen.append(_kop("Aanvaard, telt niet mee in de volgorde"))
        delen += [Text(f"- {b.id}: {leesbaar(b.titel)} ({b.aanvaard})") for b in aanvaard]
    return delen


def _bevinding(nummer: int, b: Bevinding) -> tuple[Text, ...]:
    verlies = max((g.verlies for g in b.getuigen), default=None)
    return (
        Text(str(nummer)),
        Text(leesbaar(b.titel) + _ook_bij(b)),
        Text(met_eenheid(verlies, "€") if verlies is not None else "", style="red"),
        Text(ernst_tekst(b.ernst)),
        Text(f"{getal(b.dekking.sterkte)} van 5"),
        Text(b.klasse),
    )


ANDERE_ASSEN = 2
"""So many other axes are named behind a title."""


def _ook_bij(b: Bevinding) -> str:
    """The other axes on which the same rules split two citizens; the title names one."""
    if b.as_ not in b.titel:
        return ""
    assen = list(dict.fromkeys(g.as_ for g in b.getuigen if g.as_ != b.as_))
    over = len(assen) - ANDERE_ASSEN
    meer = f" en nog {getal(over)}" if over > 0 else ""
    return f"; ook bij {', '.join(assen[:ANDERE_ASSEN])}{meer}" if assen else ""


def _verborgen(o: Onderzoek) -> list[RenderableType]:
    if not o.verborgen_drempels:
        return []
    tabel = _tabel("gegeven", "wat er gebeurt", "regel", "tussen, en voor wie")
    for v in o.verborgen_drempels:
        delen = (drempelgegeven(v), v.soort, v.regel or "geen", drempel_kort(v))
        tabel.add_row(*(Text(deel) for deel in delen))
    return [_kop("Verborgen drempels: grenzen die in geen artikel staan (P18)"), tabel]


def _dekking(dekking: Sequence[RegelDekking]) -> list[RenderableType]:
    """Only the rules that the scenarios do not reach; the report has them all."""
    nooit = [d.regel for d in dekking if not d.geraakt]
    goed, alle = len(dekking) - len(nooit), len(dekking)
    zin = f"{getal(goed)} van {aantal(alle, 'regel', 'regels')} in scenario’s toegepast."
    delen: list[RenderableType] = [Text(zin)] if dekking else []
    if nooit:
        delen.append(Text("Nooit toegepast: " + "; ".join(nooit), style="yellow"))
    return delen


# ------------------------------------------------------------------ the graph


def toon_graaf(scherm: Console, graaf: RuleGraph) -> None:
    """The rules of the graph with what each reads and sets, and a count of the rest."""
    telling = Counter(k.soort for k in graaf.knopen)
    delen = [f"{n} × {soort.value}" for soort, n in sorted(telling.items(), key=lambda p: -p[1])]
    scherm.print(Text(f"{opsomming(delen)}; {aantal(len(graaf.pijlen), 'pijl', 'pijlen')}."))
    tabel = _tabel("regel", "leest", "stelt vast", "artikel")
    for knoop in graaf.knopen:
        if knoop.soort is not Knoopsoort.REGEL:
            continue
        leest = [graaf.knoop(p.van).label for p in graaf.pijlen
                 if p.naar == knoop.id and p.soort is Pijlsoort.LEEST]  # fmt: skip
        stelt = [graaf.knoop(p.naar).label for p in graaf.pijlen
                 if p.van == knoop.id and p.soort is Pijlsoort.STELT]  # fmt: skip
        plaats = ", ".join(d for d in (knoop.artikel, knoop.regeling) if d)
        tabel.add_row(*(Text(d) for d in (knoop.label, ", ".join(leest), ", ".join(stelt), plaats)))
    if telling[Knoopsoort.REGEL]:
        scherm.print(tabel)
