"""The repair experiment as a table on the terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wetsanalyse.analyses.burgers.bevolking import te_klein
from wetsanalyse.analyses.herstel import Herstel, Herstelproef, oordeel
from wetsanalyse.analyses.herstel.gegevens import Groepsuitslag, Klif, Kliffen, Kostenverdeling
from wetsanalyse.report.meldingvorm import VERSIE
from wetsanalyse.report.opmaak import leesbaar, met_eenheid
from wetsanalyse.report.waardevorm import als_getal

GROEPSKOPPEN = (
    "variant", "groep", "helpt", "kosten samen", "per geholpene", "blijft hard",
    "nieuw hard",
)  # fmt: skip
ASKOPPEN = (
    "variant", "grootste stap", "nieuwe kliffen", "nieuwe ongelijkheid", "nieuwe gaten",
)  # fmt: skip
ZONDER_BEVOLKING = (
    "Elke groep telt apart; een burger kan in twee groepen staan. Dat is geen begroting: hoeveel "
    "mensen het zijn, is onbekend zonder --bevolking."
)
SYNTHETISCH = "De gewichten van deze bevolking zijn verzonnen; elk aantal en elk bedrag dus ook."
VOORBEHOUD = (
    "Elke tekst is een voorstel en geen geldend recht. Percentages en marges erin zijn een eigen "
    "keuze; een jurist moet ze vaststellen."
)


def euro(bedrag: Fraction | None) -> str:
    """Whole cents: a cost is not more exact than that to a reader."""
    return "–" if bedrag is None else met_eenheid(Fraction(round(bedrag * 100), 100), "€")


def toon_herstel(scherm: Console, h: Herstel, met_tekst: bool) -> None:
    """The table best first, what each variant does, and the text where one was asked for."""
    scherm.print(Text(f"Herstel van {h.bevinding.id}", style="bold"))
    scherm.print(Text(leesbaar(h.bevinding.titel)))
    if h.proeven:
        groepsrijen = [rij for p in h.proeven for rij in groepsregels(p)]
        scherm.print(_tabel("Wie is geholpen, en wat kost het?", GROEPSKOPPEN, groepsrijen, 2))
        asrijen = [asregel(p) for p in h.proeven]
        scherm.print(_tabel("\nWat gaat er stuk langs de as?", ASKOPPEN, asrijen, 1))
        scherm.print(Text(f"Zonder herstel: grootste stap {stap(h.proeven[0].voor)}"))
        for zin in onder(h):
            scherm.print(Text(zin))
    for nummer, proef in enumerate(h.proeven, 1):
        scherm.print(Text(f"\n{nummer}. {proef.variant.id}: {proef.variant.naam}", style="bold"))
        for zin in zinnen(proef):
            scherm.print(Text(f"   {leesbaar(zin)}"))
        if met_tekst:
            scherm.print(Text(f"\n{proef.variant.tekst}"), soft_wrap=True)
    if h.afgewezen:
        scherm.print(Text("\nGeen tekst hier", style="bold"))
        for afgewezen in h.afgewezen:
            scherm.print(Text(f"   {afgewezen.sjabloon}: {afgewezen.reden}"))


def _tabel(
    titel: str, koppen: Sequence[str], rijen: Sequence[tuple[str, ...]], namen: int
) -> Table:
    """``namen``: so many columns hold words, the others numbers."""
    tabel = Table(
        box=box.SIMPLE, pad_edge=False, show_edge=False, collapse_padding=True, title=titel,
        title_justify="left", title_style="bold",
    )  # fmt: skip
    for nummer, kop in enumerate(koppen):
        # Only the heads may be broken: an amount in two is hard to read.
        tabel.add_column(
            kop.replace(" ", "\n"), justify="right" if nummer >= namen else "left",
            overflow="fold", no_wrap=True,
        )  # fmt: skip
    for rij in rijen:
        tabel.add_row(*(c.replace("€ ", "€\u00a0") for c in rij))
    return tabel


def onder(h: Herstel) -> tuple[str, ...]:
    gewogen = [g for g in h.proeven[0].groepen if g.gewogen]
    over = ZONDER_BEVOLKING
    if gewogen:
        over = SYNTHETISCH if any(g.synthetisch for g in gewogen) else ""
    return tuple(zin for zin in (over, VOORBEHOUD) if zin)


def groepsregels(p: Herstelproef) -> tuple[tuple[str, ...], ...]:
    """A line for each group; the name of the variant stands on the first."""
    return tuple(
        (p.variant.id if not nummer else "", g.naam, *_groepscellen(g))
        for nummer, g in enumerate(p.groepen)
    )


def _groepscellen(g: Groepsuitslag) -> tuple[str, ...]:
    if not g.aantal:
        return "niemand bekeken", "–", "–", "–", "–"
    bedragen = (None, None) if g.klein else (g.kosten.som, g.kosten.per_geholpene)
    blijft = f"{g.toon(g.hard_oud)} van {g.toon(g.hard_voor)}"
    return _helpt(g), *map(euro, bedragen), blijft, g.toon(g.hard_nieuw)


def asregel(p: Herstelproef) -> tuple[str, ...]:
    """What the sweeps say; without an axis there are none."""
    kliffen = "onbekend" if p.na.grootste is None else str(len(p.nieuwe_kliffen))
    gaten = "onbekend" if p.na.grootste is None else str(len(p.nieuwe_gaten))
    return p.variant.id, stap(p.na), kliffen, str(len(p.nieuwe_ongelijkheid)), gaten


def _helpt(g: Groepsuitslag) -> str:
    return f"{g.toon(g.geholpen)} van {g.toon(g.aantal)}"


def stap(k: Kliffen) -> str:
    if k.grootste is None:
        return "onbekend"
    return euro(k.grootste.maat)


def _klif(k: Klif) -> str:
    return f"{euro(k.maat)} tussen {k.van} en {k.naar} ({k.huishouden})"


def zinnen(p: Herstelproef) -> list[str]:
    """What one variant does, in sentences."""
    uit = [oordeel(p), *(_groepszin(g) for g in p.groepen)]
    if p.na.hoogstens is not None and p.na.grootste is not None:
        uit.append(f"langs de as kost geen enkele eenheid meer dan {euro(p.na.hoogstens)}")
    uit += [f"klif verplaatst: van {_klif(v.oud)} naar {_klif(v.nieuw)}" for v in _per_plek(p)]
    verplaatst = {v.nieuw for v in p.verplaatst}
    uit += [f"nieuwe klif: {_klif(k)}" for k in p.nieuwe_kliffen if k not in verplaatst][:5]
    if p.nieuwe_patronen:
        uit.append(f"nieuw langs deze as: {', '.join(p.nieuwe_patronen)}")
    uit += [
        f"nieuwe ongelijkheid: {o.een} en {o.ander} waren gelijk; nu {euro(o.verschil)} verschil"
        for o in p.nieuwe_ongelijkheid[:3]
    ]
    uit += [f"nieuw gat: {gat}" for gat in p.nieuwe_gaten]
    uit += [f"let op, heeft minder dan eerst: {wie}" for wie in p.geraakt[:5]]
    if len(p.geraakt) > 5:
        uit.append(f"en nog {len(p.geraakt) - 5} anderen")
    uit += [f"let op: {zin}" for zin in (*p.fouten[:3], *p.variant.opmerkingen)]
    uit += [f"garantie {kolom}: {zin}" for kolom, zin in p.garantie.items()]
    return uit


def _per_plek(p: Herstelproef) -> list[Any]:
    """Of each place the largest, so that one move is told once."""
    gezien: dict[Any, Any] = {}
    for v in sorted(p.verplaatst, key=lambda v: -v.nieuw.maat):
        gezien.setdefault((v.oud.huishouden, v.oud.van, v.nieuw.van), v)
    return list(gezien.values())[:5]


def _groepszin(g: Groepsuitslag) -> str:
    if g.klein:
        return f"{g.naam}: minder dan tien huishoudens; verder wordt niets verteld"
    k = g.kosten
    bedragen = (
        f"samen {euro(k.som)} (laagste {euro(k.laagste)}, middelste {euro(k.mediaan)}, hoogste "
        f"{euro(k.hoogste)})"
    )
    buiten = f"; {g.buiten} op een dag waarop de nieuwe tekst niet geldt" if g.buiten else ""
    hard = f"hard geraakt {g.toon(g.hard_voor)}, "
    hard += f"daarna {g.toon(g.hard_oud)} aan de oude grens"
    if g.hard_nieuw:
        hard += f" en {g.toon(g.hard_nieuw)} aan een nieuwe"
    verlies = f", {g.toon(g.verliest)} gaan achteruit" if g.verliest else ""
    return f"{g.naam}: {_helpt(g)} geholpen{verlies}, {bedragen}; {hard}{buiten}"


# ------------------------------------------------------------------ JSON


def herstel_json(h: Herstel) -> dict[str, Any]:
    """As described in docs/json.md. A small group of a real population is null."""
    return {
        "versie": VERSIE,
        "bevinding": h.bevinding.id,
        "titel": h.bevinding.titel,
        "varianten": [_proef(p) for p in h.proeven],
        "afgewezen": [{"sjabloon": a.sjabloon, "reden": a.reden} for a in h.afgewezen],
        "voorbehoud": VOORBEHOUD,
    }


def _proef(p: Herstelproef) -> dict[str, Any]:
    return {
        "variant": p.variant.id,
        "naam": p.variant.naam,
        "oordeel": oordeel(p),
        "tekst": p.variant.tekst,
        "opmerkingen": list(p.variant.opmerkingen),
        "groepen": [_groep(g) for g in p.groepen],
        "slechtste klif": {"voor": _kliffen(p.voor), "na": _kliffen(p.na)},
        "nieuwe kliffen": [_klif_json(k) for k in p.nieuwe_kliffen],
        "verplaatst": [
            {"van": _klif_json(v.oud), "naar": _klif_json(v.nieuw)} for v in p.verplaatst
        ],
        "nieuwe patronen": list(p.nieuwe_patronen),
        "nieuwe ongelijkheid": [
            {"een": o.een, "ander": o.ander, "verschil": als_getal(o.verschil)}
            for o in p.nieuwe_ongelijkheid
        ],
        "nieuwe gaten": list(p.nieuwe_gaten),
        "geraakt": list(p.geraakt),
        "fouten": list(p.fouten),
        "garantie": dict(p.garantie),
    }


def _groep(g: Groepsuitslag) -> dict[str, Any]:
    def n(aantal: Fraction) -> str | None:
        return None if g.echt and te_klein(aantal) else als_getal(aantal)

    return {
        "naam": g.naam, "gewogen": g.gewogen, "synthetisch": g.synthetisch, "aantal": n(g.aantal),
        "geholpen": n(g.geholpen), "verliest": n(g.verliest),
        "kosten": None if g.klein else _verdeling(g.kosten), "hard voor": n(g.hard_voor),
        "hard na, oude plek": n(g.hard_oud), "hard na, nieuwe plek": n(g.hard_nieuw),
        "buiten de tijd": g.buiten, "bekeken": g.geveegd,
    }  # fmt: skip


def _verdeling(v: Kostenverdeling) -> dict[str, Any]:
    per = None if v.per_geholpene is None else als_getal(v.per_geholpene)
    return {
        "som": als_getal(v.som), "laagste": als_getal(v.laagste), "mediaan": als_getal(v.mediaan),
        "hoogste": als_getal(v.hoogste), "per geholpene": per, "eenheid": "€",
    }  # fmt: skip


def _klif_json(k: Klif) -> dict[str, Any]:
    return {"huishouden": k.huishouden, "van": k.van, "naar": k.naar, "maat": als_getal(k.maat)}


def _kliffen(k: Kliffen) -> dict[str, Any]:
    return {
        "grootste": None if k.grootste is None else _klif_json(k.grootste),
        "hoogstens": None if k.hoogstens is None else als_getal(k.hoogstens),
    }
