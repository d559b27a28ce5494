"""Which cell of an attribute with dimensions is meant. [1.7, 3.7]"""

from __future__ import annotations

from collections.abc import Sequence

from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.terms import Cel
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span


def cel(attribuut: Attribuut, schakel: tree.Schakel, omg: Omgeving) -> Cel:
    """The labels of every dimension of an attribute, as a link names them or as the aggregation
    around it goes over them. Raises Onoplosbaar."""
    over: list[tuple[str, tuple[str, ...]]] = []
    gebruikt: set[int] = set()
    for dimensie in attribuut.dimensies:
        labels = _labels(dimensie, omg)
        genoemd = [
            (i, label) for i, label in enumerate(schakel.labels) if _is_label(label.tekst, labels)
        ]
        bereik = next((b for b in omg.bereiken if _hoort_bij(b, dimensie, omg)), None)
        if genoemd:
            i, label = genoemd[0]
            gebruikt.add(i)
            over.append((dimensie, (_label(label.tekst, labels),)))
        elif bereik is not None:
            over.append((dimensie, _bereik(bereik, labels)))
        else:
            raise _onvolledig(attribuut, dimensie, labels, schakel)
    vreemd = [label for i, label in enumerate(schakel.labels) if i not in gebruikt]
    if vreemd:
        raise _vreemd_label(attribuut, vreemd[0], omg)
    return tuple(over)


def is_meervoudige_cel(over: Cel) -> bool:
    """Whether more than one cell is meant."""
    return any(len(labels) > 1 for _, labels in over)


def eis_geen_labels(schakel: tree.Schakel, wat: str) -> None:
    """Raise when a link that has no dimensions carries labels."""
    if schakel.labels:
        label = schakel.labels[0]
        raise faal(
            "DI-LABEL",
            label.span,
            f"“{label.tekst}” hoort hier niet: {wat} heeft geen dimensies",
            hulp=("haal het label weg, of zet “gedimensioneerd met …” achter het attribuut",),
        )


def _labels(dimensie: str, omg: Omgeving) -> tuple[str, ...]:
    return omg.tabel.dimensies[dimensie].labels


def _is_label(tekst: str, labels: Sequence[str]) -> bool:
    return vouw(tekst) in {vouw(label) for label in labels}


def _label(tekst: str, labels: Sequence[str]) -> str:
    return next(label for label in labels if vouw(label) == vouw(tekst))


def _hoort_bij(bereik: tree.Dimensiebereik, dimensie: str, omg: Omgeving) -> bool:
    """Whether an aggregation goes over this dimension; in the short form its labels tell."""
    soort = omg.tabel.dimensies[dimensie]
    if bereik.dimensie is not None:
        return omg.tabel.dimensie(bereik.dimensie.tekst) == soort
    genoemd = [n for n in (bereik.van, bereik.tot, *bereik.labels) if n is not None]
    return all(_is_label(n.tekst, soort.labels) for n in genoemd)


def _bereik(bereik: tree.Dimensiebereik, labels: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of a range, in the order of the declaration. [3.7]"""
    for naam in (bereik.van, bereik.tot, *bereik.labels):
        if naam is not None and not _is_label(naam.tekst, labels):
            raise _geen_label(naam.tekst, naam.span, labels)
    if bereik.labels:
        gekozen = {vouw(n.tekst) for n in bereik.labels}
        return tuple(label for label in labels if vouw(label) in gekozen)
    nummers = {vouw(label): i for i, label in enumerate(labels)}
    van = nummers[vouw(bereik.van.tekst)] if bereik.van else 0
    tot = nummers[vouw(bereik.tot.tekst)] if bereik.tot else len(labels) - 1
    if van > tot:
        raise faal(
            "DI-BEREIK",
            bereik.span,
            f"“{labels[van]}” komt in de dimensie ná “{labels[tot]}”",
            hulp=(f"schrijf “vanaf {labels[tot]} t/m {labels[van]}”",),
        )
    return labels[van : tot + 1]


def _geen_label(tekst: str, span: Span, labels: Sequence[str]) -> Onoplosbaar:
    return faal(
        "DI-LABEL",
        span,
        f"“{tekst}” is geen label van deze dimensie",
        verwacht=tuple(labels[:6]),
    )


def _vreemd_label(attribuut: Attribuut, label: tree.Label, omg: Omgeving) -> Onoplosbaar:
    if not attribuut.dimensies:
        wat = f"“{attribuut.naam}” heeft geen dimensies"
    else:
        wat = f"“{attribuut.naam}” heeft de dimensies {', '.join(attribuut.dimensies)}"
    return faal(
        "DI-LABEL",
        label.span,
        f"het label “{label.tekst}” hoort hier niet: {wat}",
        verwacht=tuple(la for d in attribuut.dimensies for la in _labels(d, omg))[:6],
    )


def _onvolledig(
    attribuut: Attribuut, dimensie: str, labels: Sequence[str], schakel: tree.Schakel
) -> Onoplosbaar:
    return faal(
        "DI-ONVOLLEDIG",
        schakel.span,
        f"“{attribuut.naam}” heeft per {dimensie} een eigen waarde, en hier staat niet welke",
        hulp=(
            f"noem er een label bij: {', '.join(labels[:4])}",
            f"of neem alle labels van {dimensie} samen: “de som van … over alle …”",
        ),
    )
