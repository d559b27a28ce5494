"""The coverage proof of a finding in words, as rows for the page, and as JSON.

The words claim what was looked at and no more: that the text lets nobody out is not that anybody
is helped, and a judgment that is taken to be favourable is said to be so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wetsanalyse.report.opmaak import getal, leesbaar, opsomming
from wetsanalyse.report.waardevorm import als_getal

if TYPE_CHECKING:
    from wetsanalyse.analyses.bevinding import Bevinding, Dekkingsbewijs
    from wetsanalyse.analyses.bewijs.stapbewijs import Stapbewijzen
    from wetsanalyse.analyses.statisch.overzicht import GedekteStap
    from wetsanalyse.report.tweelingvorm import Tweelingbeeld

KOP = "Blijft er iemand over zonder uitweg?"


@dataclass(frozen=True, slots=True)
class Bewijsbeeld:
    """What the page of a finding shows. ``merk``: (colour, words); ``waar``: what the ``aannamen``
    are for; ``tweeling``: the citizen who is left, with his neighbour; ``mist``: why no way out
    that comes this far is one for him."""

    merk: tuple[str, str]
    vraag: str
    zinnen: tuple[str, ...]
    waar: str
    aannamen: tuple[str, ...]
    tweeling: Tweelingbeeld | None = None
    mist: tuple[tuple[str, str], ...] = ()


def bewijsbeeld(d: Dekkingsbewijs, tweeling: Tweelingbeeld | None) -> Bewijsbeeld:
    mist = tuple((r.route, r.reden) for r in d.gemist if r.route in d.uitwegen)
    waar = "Gezocht is" if d.uitkomst == "tegenvoorbeeld" else "Dit geldt"
    return Bewijsbeeld(
        _merk(d),
        _vraag(d),
        tuple(_zinnen(d)),
        f"{waar} bij één soort huishouden, binnen dit bereik",
        d.aannamen if d.uitkomst != "onbekend" else (),
        tweeling,
        mist,
    )


def bewijsregels(bevindingen: Iterable[Bevinding]) -> list[str]:
    """One line for each finding that was asked about."""
    return [
        f"{b.id}: {leesbaar(_antwoord(b))}" for b in bevindingen if b.dekkingsbewijs is not None
    ]


def stapregels(stappen: Iterable[GedekteStap], bewijzen: Stapbewijzen) -> list[str]:
    """A line for each adverse step with each answer about it; the same answer once."""
    regels = []
    for s in stappen:
        antwoorden = {_antwoord(b): b.id for b in _over(s, bewijzen)}
        regels += [f"{s.stap.regel}: {zin} ({id_})" for zin, id_ in antwoorden.items()]
        if not antwoorden:
            regels.append(
                f"{s.stap.regel}: niet gevraagd; geen bevinding heeft deze stap als oorzaak, en "
                "dat is geen antwoord"
            )
    if bewijzen.afgebroken:
        regels.append("Afgebroken: dit is wat tot dan gevonden was")
    return regels


def stap_json(s: GedekteStap, bewijzen: Stapbewijzen) -> list[dict[str, Any]]:
    """Each finding about a step with the answer; the citizens stand in the examination."""
    return [
        {"bevinding": b.id, **(bewijs_json(b.dekkingsbewijs, None) or {})}
        for b in _over(s, bewijzen)
    ]


def _over(s: GedekteStap, bewijzen: Stapbewijzen) -> list[Bevinding]:
    per_id = {b.id: b for v in s.stap.versies for b in bewijzen.per_regel.get(v, ())}
    return list(per_id.values())


def _antwoord(b: Bevinding) -> str:
    assert b.dekkingsbewijs is not None
    return f"{_merk(b.dekkingsbewijs)[1]}. {_kort(b.dekkingsbewijs)}"


def bewijs_json(d: Dekkingsbewijs | None, getuige: Any) -> dict[str, Any] | None:
    """``getuige``: the pair as JSON already."""
    if d is None:
        return None
    return {
        "uitkomst": d.uitkomst,
        "grond": d.grond,
        "vraag": _vraag(d),
        "antwoord": " ".join(_zinnen(d)),
        "regels": list(d.regels),
        "sigma": als_getal(d.sigma),
        "uitwegen": list(d.uitwegen),
        "normen": list(d.normen),
        "reden": d.reden or None,
        "aannamen": list(d.aannamen),
        "seconden": d.seconden or None,
        "getuige": getuige,
    }


def _merk(d: Dekkingsbewijs) -> tuple[str, str]:
    match d.uitkomst, d.grond:
        case "bewezen", "bewijzer":
            return "goed", "niemand, bewezen"
        case "bewezen", _:
            return "", "niemand naar de tekst; of het helpt is een oordeel"
        case "tegenvoorbeeld", "bewijzer":
            return "hard", "ja, een andere burger"
        case "tegenvoorbeeld", _:
            return "hard", "ja, de burger van deze bevinding"
        case _:
            return "let-op", "onbekend"


def _vraag(d: Dekkingsbewijs) -> str:
    door = f", door {_regels(d)}" if d.regels else ""
    return (
        f"Is er iemand die {d.wie}{door}, en die geen uitweg van sterkte {getal(d.sigma)} of "
        "meer heeft?"
    )


def _regels(d: Dekkingsbewijs) -> str:
    namen = opsomming([f"“{regel}”" for regel in d.regels])
    return f"de regel {namen}" if len(d.regels) == 1 else f"de regels {namen}"


def _kort(d: Dekkingsbewijs) -> str:
    """Why, and which citizen it is; of the solver with its limits."""
    zinnen = list(_zinnen(d))
    kort = " ".join(zinnen if d.seconden else zinnen[:1])
    return f"{kort} Zijn geval: {d.getuige.omschrijving}." if d.getuige is not None else kort


def _zinnen(d: Dekkingsbewijs) -> Iterable[str]:
    match d.uitkomst, d.grond:
        case "bewezen", "bewijzer":
            yield (
                "Bewezen: iedereen in dit soort huishouden en binnen het opgegeven bereik die zo "
                f"wordt geraakt, kan voldoen aan de voorwaarde van {_uitwegen(d, 'of')}."
            )
            yield from _oordeel(d, "De bewijzer neemt aan dat dit oordeel gunstig is")
            yield "Of er dan ook echt van de regel wordt afgeweken, is niet bewezen."
        case "bewezen", _:
            yield (
                f"Geen voorwaarde in het model sluit iemand uit van {_uitwegen(d, 'en')}, wie de "
                "burger ook is."
            )
            yield from _oordeel(d, "Of het helpt, hangt af van het oordeel")
            yield "Dat iemand er echt mee wordt geholpen, is niet bewezen."
        case "tegenvoorbeeld", "bewijzer":
            yield (
                "De bewijzer vond een burger die ook zo wordt geraakt en niet voldoet aan de "
                f"voorwaarde van {_uitwegen(d, 'of')}."
            )
            yield "Deze burger is daarna exact nagerekend; ook geen andere uitweg is sterk genoeg."
        case "tegenvoorbeeld", "berekening":
            bereikt = "bereikt" if len(d.uitwegen) == 1 else "bereiken"
            yield (
                f"{_uitwegen(d, 'en')} {bereikt} {_regels(d)}, maar deze burger voldoet niet aan "
                "de voorwaarde."
            )
        case "tegenvoorbeeld", _:
            yield f"Geen uitweg van die sterkte heeft {_regels(d)} in haar bereik."
        case _:
            yield f"{d.reden.rstrip('.')}."
    if d.seconden:
        tijd = f"{d.seconden:g}".replace(".", ",")
        yield f"De bewijzer kreeg ten hoogste {tijd} seconden per vraag."


def _uitwegen(d: Dekkingsbewijs, woord: str) -> str:
    return opsomming([f"“{naam}”" for naam in d.uitwegen], woord)


def _oordeel(d: Dekkingsbewijs, zin: str) -> Iterable[str]:
    if d.normen:
        yield f"{zin}: {opsomming([f'“{norm}”' for norm in d.normen])}."
