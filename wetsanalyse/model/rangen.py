"""``de als tweede genoemde X``: the n-th subject, or the n-th mention of an attribute. [A-2]"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from wetsanalyse.model.boom import ketens_in
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.terms import ObjectTerm
from wetsanalyse.syntax import tree

T = TypeVar("T")


def als_genoemde(schakel: tree.Schakel, omg: Omgeving) -> ObjectTerm | tree.Keten:
    """What an ordinal points at: a subject of the rule by that name, or else the chain in which
    the attribute was mentioned. Raises Onoplosbaar."""
    assert schakel.rang is not None
    gevouwen = vouw(schakel.naam.tekst)
    wie = sorted((b for b in omg.bindingen if gevouwen in b.namen), key=lambda b: b.plaats)
    if wie:
        return _zoveelste([b.term for b in wie], schakel)
    vermeldingen = _vermeldingen(schakel, omg)
    if schakel.rang < 0:
        # The last one before this place; what comes later was not mentioned yet.
        eerder = [k for k in vermeldingen if k.span.start < schakel.span.start]
        vermeldingen = eerder or vermeldingen
    return _zoveelste(vermeldingen, schakel)


def _vermeldingen(schakel: tree.Schakel, omg: Omgeving) -> list[tree.Keten]:
    namen = {b.naam for b in omg.tabel.zoek(schakel.naam.tekst, "attribuut", "kenmerk")}
    gevonden = []
    for keten in ketens_in(omg.zin):
        for i, deel in enumerate(keten.schakels):
            if (
                isinstance(deel, tree.Schakel)
                and deel.rang is None
                and namen
                & {b.naam for b in omg.tabel.zoek(deel.naam.tekst, "attribuut", "kenmerk")}
            ):
                gevonden.append(replace(keten, schakels=keten.schakels[i:], span=deel.span))
    return gevonden


def _zoveelste(lijst: list[T], schakel: tree.Schakel) -> T:
    assert schakel.rang is not None
    nummer = schakel.rang - 1 if schakel.rang > 0 else len(lijst) + schakel.rang
    if 0 <= nummer < len(lijst):
        return lijst[nummer]
    naam = schakel.naam.tekst
    wat = f"maar {len(lijst)} keer" if lijst else "nergens"
    raise faal(
        "ON-RANG",
        schakel.span,
        f"“{naam}” wordt in deze regel {wat} genoemd",
        hulp=("tel vanaf het begin van de regel, of noem het zelf bij zijn naam",),
        verboden=schakel.naam.span,
    )


def rang_vooraan(schakel: tree.Schakel) -> Onoplosbaar:
    """An ordinal says by itself who is meant, so nothing can follow it."""
    return faal(
        "ON-RANG",
        schakel.span,
        "achter iets dat met een rangtelwoord genoemd is, kan geen “van” staan",
        hulp=("noem eerst het attribuut: “het … van de als tweede genoemde …”",),
    )
