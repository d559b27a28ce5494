"""A message as plain text, with the line it is about and a caret under the words."""

from __future__ import annotations

from wetsanalyse.text.diagnostic import Diagnostic
from wetsanalyse.text.source import Span

BREEDTE = 160  # a line of a broken file may be very long; show the part around the caret


def tekst(d: Diagnostic) -> str:
    """The form that the command line shows."""
    regels = [f"{d.code} {d.ernst.value}: {d.bericht}"]
    context = f"  (in {d.context})" if d.context else ""
    if d.span is not None:
        regels.append(f"  --> {d.span}{context}")
        regels += _aangewezen(d.span)
    elif d.context:
        regels.append(f"  -->{context}")
    if d.verwacht:
        regels.append(f"   = verwacht: {', '.join(d.verwacht)}")
    regels += [f"   = hulp: {hulp}" for hulp in d.hulp]
    for verwijzing in d.verwant:
        regels.append(f"  zie {verwijzing.span}: {verwijzing.bericht}")
        regels += _aangewezen(verwijzing.span)
    return "\n".join(zichtbaar(regel) for regel in regels)


def zichtbaar(regel: str) -> str:
    """A text of a stranger may hold signs that steer a terminal, or turn the order of what is
    read around: each becomes one sign that shows, so that the carets stay right."""
    return "".join(
        t if t.isprintable() or t in "\t\n" else "\N{REPLACEMENT CHARACTER}" for t in regel
    )


def _aangewezen(span: Span) -> list[str]:
    """The first line of the span with carets under all of it that stands on that line."""
    regel = span.source.regel(span.regel)
    begin = span.kolom - 1
    lengte = max(1, min(span.eind - span.start, len(regel) - begin))
    links = max(0, begin - BREEDTE // 2) if len(regel) > BREEDTE else 0
    deel = regel[links : links + BREEDTE] if len(regel) > BREEDTE else regel
    voor, achter = ("…" if links else ""), ("…" if links + len(deel) < len(regel) else "")
    lengte = max(1, min(lengte, BREEDTE - (begin - links)))
    # Tabs stay tabs before the caret, so that it stands right at any tab width.
    aanloop = "".join("\t" if t == "\t" else " " for t in voor + regel[links:begin])
    aanloop += " " * (len(voor) + begin - links - len(aanloop))
    return [f"   | {voor}{deel}{achter}".rstrip(), f"   | {aanloop}{'^' * lengte}"]
