"""docs/conformiteit.md, made from the list of constructs and the marks on the tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tests.docs.constructies import STAPPEN, Constructie, constructies, getoond

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "conformiteit.md"
KOP = """\
# Hoeveel van de taal werkt

<!-- Gemaakt door `make docs` uit tests/docs/constructies.yaml en de merken op de toetsen. -->

RegelSpraak heeft 268 constructies, en 19 erbij in 2.2 en 2.3. Hier staat van elke constructie hoe
ver dit programma is:

- **ontleedt**: de zin wordt gelezen, en de boom die eruit komt is wat er staat;
- **controleert**: namen, soorten en eenheden kloppen, en een fout geeft een melding;
- **rekent**: er komt de waarde uit die erbij hoort.

Hoe u een constructie schrijft, staat op de bladzijden van [de taal](taal.md#waar-staat-elk-nummer).
"""
UITLEG = """\
## Hoe deze bladzijde ontstaat

Niemand vult dit met de hand in. Een toets draagt het nummer van de constructie die hij laat zien:

```
@pytest.mark.constructie("R-101", stap="rekent")
def test_maal_geeft_het_product_van_de_eenheden() -> None:
    ...
```

- Zonder toets staat er een streepje. Achter het vinkje staat de eerste toets, in de map `tests/`.
- Een toets laat hoogstens vier constructies zien. Een toets die overgeslagen kan worden telt niet.
- *n.v.t.*: in deze stap valt er niets te doen. De reden staat in `tests/docs/constructies.yaml`.
- `tests/docs/test_conformiteit.py` maakt de bladzijde en vergelijkt haar met dit bestand.
  `make docs` schrijft haar opnieuw. Een vinkje dat verdwijnt geeft altijd een fout, ook dan.
"""
_RIJ = re.compile(r"^\| ([RX]-\d+) \| [^|]* \|(.*)\|$", re.MULTILINE)


def pagina() -> str:
    delen = [KOP, *_totalen(), UITLEG]
    for kop, rijen in groupby(constructies(), key=lambda c: c.kop):
        delen += [f"## {kop}\n", *_tabel(rijen), ""]
    return "\n".join(delen)


def _totalen() -> Iterator[str]:
    alle, toetsen = constructies(), getoond()
    for stap in STAPPEN:
        nodig = [c for c in alle if c.reden(stap) is None]
        klaar = [c for c in nodig if (c.nummer, stap) in toetsen]
        rest = len(alle) - len(nodig)
        slot = f" (bij de andere {rest} valt niets te doen)" if rest else ""
        yield f"- {stap}: **{len(klaar)} van {len(nodig)}**{slot}"
    yield ""


def _tabel(rijen: Iterable[Constructie]) -> Iterator[str]:
    yield f"| nummer | constructie | {' | '.join(STAPPEN)} |\n|---|---|---|---|---|"
    for c in rijen:
        yield f"| {c.nummer} | {c.naam} | {' | '.join(_vak(c, stap) for stap in STAPPEN)} |"


def _vak(constructie: Constructie, stap: str) -> str:
    plek = getoond().get((constructie.nummer, stap))
    if plek is not None:
        return f"✓ `{plek}`"
    return "–" if constructie.reden(stap) is None else "n.v.t."


def vinkjes(tekst: str) -> set[tuple[str, str]]:
    """(number, step) of every tick on a page."""
    return {
        (m.group(1), stap)
        for m in _RIJ.finditer(tekst)
        for stap, vak in zip(STAPPEN, m.group(2).split("|"), strict=True)
        if "✓" in vak
    }
