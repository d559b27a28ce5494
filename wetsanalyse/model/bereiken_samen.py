"""What two blocks Invoerbereik say together about one objecttype.

A range is a choice for the examination and stands in no law. Two folders that chose differently
are searched over all that either of them names, and that is told; a step or an order on which
they disagree has no answer, and is a fault. Inside one folder every difference is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wetsanalyse.model.model import Bereik, Invoerbereik
from wetsanalyse.text import Diagnostic, Span, Verwijzing
from wetsanalyse.text.diagnostic import fout, waarschuwing


def voeg_bereiken_samen(
    eerder: Invoerbereik | None, nieuw: Invoerbereik, plek: Span, meldingen: list[Diagnostic]
) -> Invoerbereik:
    """``plek`` is where the new block stands."""
    if eerder is None:
        return nieuw
    bereiken = {b.attribuut: b for b in eerder.bereiken}
    for bereik in nieuw.bereiken:
        ander = bereiken.setdefault(bereik.attribuut, bereik)
        if ander == bereik:
            continue
        if ander.per == bereik.per and _andere_map(ander, bereik):
            bereiken[bereik.attribuut] = _ruimste(ander, bereik)
            meldingen.append(_verschil(ander, bereik, plek))
        else:
            meldingen.append(_dubbel(bereik.attribuut, bereik.span or plek, ander.span))
    samen = Invoerbereik(
        nieuw.objecttype,
        tuple(bereiken.values()),
        tuple(dict.fromkeys((*eerder.ordes, *nieuw.ordes))),
        tuple(dict.fromkeys((*eerder.zonder_belang, *nieuw.zonder_belang))),
    )
    meldingen += [_dubbel(naam, plek, None) for naam in _tegenspraak(samen)]
    return samen


def _andere_map(a: Bereik, b: Bereik) -> bool:
    return a.span is not None and b.span is not None and a.span.source.map_ != b.span.source.map_


def _ruimste(a: Bereik, b: Bereik) -> Bereik:
    """All that either names. The modal value is that of the first, in the order of the folders."""
    modaal = b.modaal if a.modaal is None else a.modaal
    return replace(a, van=min(a.van, b.van), tot=max(a.tot, b.tot), modaal=modaal)


def _tegenspraak(samen: Invoerbereik) -> Iterator[str]:
    """What is named with two directions, or with two margins."""
    ordes = {(o.attribuut, o.richting) for o in samen.ordes}
    for namen in (
        [(naam, "") for naam, _ in ordes],
        [(n.attribuut, n.deel) for n in samen.zonder_belang],
    ):
        yield from sorted({paar[0] for paar in namen if namen.count(paar) > 1})


def _verschil(ander: Bereik, bereik: Bereik, plek: Span) -> Diagnostic:
    return waarschuwing(
        "IB-VERSCHIL",
        bereik.span or plek,
        f"het bereik van “{bereik.attribuut}” is in een andere map anders; gezocht wordt over "
        "beide samen, met de modale waarde van de eerste map",
        hulp=("maak de twee gelijk als u één bereik bedoelt",),
        verwant=(Verwijzing(ander.span, "hier staat het andere"),) if ander.span else (),
    )


def _dubbel(naam: str, plek: Span, eerder: Span | None) -> Diagnostic:
    return fout(
        "IB-DUBBEL",
        plek,
        f"over “{naam}” zegt een ander blok Invoerbereik iets anders",
        hulp=("maak de twee gelijk, of laat er een weg",),
        verwant=(Verwijzing(eerder, "hier staat het andere"),) if eerder else (),
    )
