"""A why as plain text, as JSON and as a tree on the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.markup import escape
from rich.tree import Tree

from wetsanalyse.report.opmaak import opsomming
from wetsanalyse.report.uitlegboom import NietToegepast, Toets, Uitleg
from wetsanalyse.report.waardevorm import als_waarde


def regels_van(uitleg: Uitleg) -> Iterator[tuple[str, str]]:
    """(kind, sentence) under the sentence of a value itself, in the order of telling."""
    if uitleg.regel and uitleg.soort != "eerder":
        yield "regel", f"Regel “{uitleg.regel}”" + _bron(uitleg)
    elif uitleg.bronnen and uitleg.soort != "eerder":
        yield "bron", "Bron: " + "; ".join(b.tekst for b in uitleg.bronnen) + _geldig(uitleg)
    for toets in uitleg.omdat:
        yield "omdat", "Want " + _toets(toets)
    for stap in uitleg.berekening:
        yield "som", stap.som
    for niet in uitleg.niet:
        yield "niet", niet_zin(niet)
    if uitleg.onbevestigd:
        yield "aanname", f"Aanname, nog niet bevestigd: {uitleg.onbevestigd}"


def _bron(uitleg: Uitleg) -> str:
    bronnen = "; ".join(b.tekst for b in uitleg.bronnen)
    return (f" ({bronnen})" if bronnen else "") + _geldig(uitleg)


def _geldig(uitleg: Uitleg) -> str:
    return f", geldig {uitleg.geldig}" if uitleg.geldig else ""


def _toets(toets: Toets) -> str:
    """The fact; the words of the rule where they say more."""
    feit = toets.zin or f"“{toets.woorden}”"
    if toets.voldaan is None:
        feit = f"“{toets.woorden}” {feit}"
    if toets.wie and toets.wie not in feit:
        feit = f"bij {toets.wie}: {feit}"
    return f"{feit} (dat geldt ook voor {opsomming(toets.ook)})" if toets.ook else feit


def niet_zin(niet: NietToegepast) -> str:
    """Why a rule was not applied, in one sentence."""
    redenen = [_toets(t) for t in niet.toetsen]
    waarom = f": {'; '.join(redenen)}" if redenen else ""
    bronnen = opsomming([b.tekst for b in niet.bronnen])
    waar = f" ({bronnen})" if bronnen else ""
    if niet.open:
        dan = f" Zo ja: {niet.zo_ja}." if niet.zo_ja != "ja" else ""
        return f"Nog niet te zeggen: of regel “{niet.regel}”{waar} geldt{waarom}.{dan}"
    return f"Niet toegepast: regel “{niet.regel}”{waar}{waarom}."


def als_tekst(uitleg: Uitleg) -> str:
    """The tree with indentation, fit for a plain file; the links of its articles at the end."""
    return "\n".join([*_tekst(uitleg, 0), *_staart(uitleg)]) + "\n"


def _staart(uitleg: Uitleg) -> Iterator[str]:
    for kop, delen in (
        ("Niet opgegeven", uitleg.ontbrekend),
        ("Aannamen, nog niet bevestigd", uitleg.aannamen),
        ("Vindplaatsen", vindplaatsen(uitleg)),
    ):
        if delen:
            yield ""
            yield f"{kop}:"
            yield from (f"- {deel}" for deel in delen)


def vindplaatsen(uitleg: Uitleg) -> tuple[str, ...]:
    """Each article once, with its Juriconnect link and its address."""
    bronnen = dict.fromkeys(
        b
        for u in uitleg.alles()
        for b in (*u.bronnen, *(b for n in u.niet for b in n.bronnen))
        if b.jci
    )
    return tuple(f"{b.tekst}: {b.jci} <{b.adres}>" for b in bronnen)


def _tekst(uitleg: Uitleg, diep: int) -> Iterator[str]:
    inspring = "    " * diep
    yield f"{inspring}{uitleg.zin}"
    for _, zin in regels_van(uitleg):
        yield f"{inspring}  {zin}"
    for deel in uitleg.gebruikt:
        yield from _tekst(deel, diep + 1)


STIJLEN = {"regel": "cyan", "bron": "cyan", "niet": "yellow", "aanname": "magenta"}


def als_rich(uitleg: Uitleg) -> Tree:
    """The same as a tree for the terminal."""
    boom = Tree(f"[bold]{escape(uitleg.zin)}[/bold]", highlight=False)
    _vul(boom, uitleg)
    plaatsen = vindplaatsen(uitleg)
    if plaatsen:
        tak = boom.add("Vindplaatsen")
        for plaats in plaatsen:
            tak.add(escape(plaats))
    return boom


def _vul(tak: Tree, uitleg: Uitleg) -> None:
    for soort, zin in regels_van(uitleg):
        stijl = STIJLEN.get(soort, "")
        tekst = escape(zin)
        tak.add(f"[{stijl}]{tekst}[/{stijl}]" if stijl else tekst)
    for deel in uitleg.gebruikt:
        _vul(tak.add(escape(deel.zin)), deel)


def als_json(uitleg: Uitleg) -> dict[str, Any]:
    """The tree as plain data; numbers exact, as text."""
    return {
        "naam": uitleg.naam,
        "soort": uitleg.soort,
        "wanneer": uitleg.wanneer or None,
        "ook voor": list(uitleg.ook),
        "waarde": als_waarde(uitleg.waarde, uitleg.eenheid),
        "eenheid": uitleg.eenheid,
        "zin": uitleg.zin,
        "regel": uitleg.regel or None,
        "geldig": uitleg.geldig or None,
        "bronnen": [
            {"tekst": b.tekst, "jci": b.jci or None, "adres": b.adres or None}
            for b in uitleg.bronnen
        ],
        "onbevestigd": uitleg.onbevestigd or None,
        "omdat": [_toets_json(t) for t in uitleg.omdat],
        "berekening": [{"woorden": s.woorden, "som": s.som} for s in uitleg.berekening],
        "niet toegepast": [
            {
                "regel": n.regel,
                "open": n.open,
                "omdat": [_toets_json(t) for t in n.toetsen],
                "regeltekst": [t.ingevuld for t in n.regelteksten],
            }
            for n in uitleg.niet
        ],
        "regeltekst": [t.ingevuld for t in uitleg.regelteksten],
        "gebruikt": [als_json(deel) for deel in uitleg.gebruikt],
    }


def _toets_json(toets: Toets) -> dict[str, Any]:
    return {
        "woorden": toets.woorden,
        "voldaan": toets.voldaan,
        "feit": toets.zin,
        "ook voor": list(toets.ook),
    }
