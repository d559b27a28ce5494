"""The page that goes with a made population: every margin, what was assumed, what it cannot do, and
the schemes beside the official figures when a run over it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wetsanalyse.bevolking.maken.marges import Bronmerk, Regelingcijfer
from wetsanalyse.bevolking.maken.verslag import Bevolkingsverslag, Margeverslag, Toetsregel
from wetsanalyse.report.bevolkingsplaatje import margeplaatje
from wetsanalyse.report.bevolkingsvorm import (
    GETOETST,
    INGEPAST,
    NIET_GEBRUIKT,
    SYNTHETISCH,
    in_eenheid,
    indextekst,
    procent,
    rakingen,
    samenvatting,
    verschil,
    weegt,
)
from wetsanalyse.report.bladzijde import bladzijde

GETEKEND = ("soort", "leeftijd hoofd", "kindleeftijd", "persoonlijk inkomen")
"""The margins that are drawn: one row of classes, and enough of them to look at."""
MERKKLEUR = {Bronmerk.OFFICIEEL: "goed", Bronmerk.OPENBAAR: "", Bronmerk.ONBEVESTIGD: "let-op"}


@dataclass(frozen=True, slots=True)
class Margebeeld:
    """One margin as the page shows it."""

    id: str
    titel: str
    jaar: str
    bron: str
    adres: str
    merk: str
    kleur: str
    opmerking: str
    samen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Regelingbeeld:
    """One official figure of a scheme, with the run beside it when there is one."""

    regeling: str
    maat: str
    officieel: str
    jaar: str
    bron: str
    adres: str
    opmerking: str
    rechthebbenden: str
    uitkomst: str
    verschil: str


def bevolkingspagina(
    v: Bevolkingsverslag,
    toetsing: Sequence[Toetsregel] = (),
    koppeling: Sequence[tuple[str, str]] = (),
) -> str:
    """The whole page. ``toetsing``: from `toetsen`, after a run of the schemes; ``koppeling``: what
    was assumed to bring the population into the columns of a law."""
    per_cijfer = {r.cijfer: r for r in toetsing}
    getekend = [m for m in v.ingepast if m.marge.id in GETEKEND]
    return bladzijde(
        "bevolking.html.j2",
        v=v,
        synthetisch=SYNTHETISCH,
        ingepast_zin=INGEPAST,
        getoetst_zin=GETOETST,
        niet_gebruikt=NIET_GEBRUIKT,
        weegt=weegt(v),
        index=indextekst(v),
        rakingen=rakingen(v),
        ingepast=[_beeld(m) for m in v.ingepast],
        getoetst=[_beeld(m) for m in v.getoetst],
        plaatjes=[
            (m.marge.titel, m.marge.herkomst.jaar, margeplaatje(m, f"marge-{n}"))
            for n, m in enumerate(getekend, 1)
        ],
        regelingen=[_regeling(c, per_cijfer.get(c)) for c in v.marges.regelingen],
        gedraaid=bool(toetsing),
        delen=sorted({r.deel for r in toetsing if r.deel}),
        koppeling=koppeling,
    )


def _beeld(m: Margeverslag) -> Margebeeld:
    h = m.marge.herkomst
    return Margebeeld(
        m.marge.id.replace(" ", "-"), m.marge.titel, h.jaar, h.bron, h.adres, h.merk.value,
        MERKKLEUR[h.merk], h.opmerking, samenvatting(m),
        tuple(
            (", ".join(r.klasse), _gepubliceerd(m, n), in_eenheid(r.streven, m.eenheid),
             in_eenheid(r.uitkomst, m.eenheid), verschil(r))
            for n, r in enumerate(m.regels)
        ),
    )  # fmt: skip


def _gepubliceerd(m: Margeverslag, nummer: int) -> str:
    return in_eenheid(m.regels[nummer].gepubliceerd, m.eenheid)


def _regeling(c: Regelingcijfer, r: Toetsregel | None) -> Regelingbeeld:
    eenheid = "mln" if c.maat == "bedrag" else "honderden"  # no source is finer than that
    recht = None if c.niet_gebruikt is None else c.getal / (1 - c.niet_gebruikt)
    return Regelingbeeld(
        c.regeling, f"{c.maat}, {c.groep}" if c.groep else c.maat,
        in_eenheid(c.getal, eenheid), c.herkomst.jaar, c.herkomst.bron, c.herkomst.adres,
        c.herkomst.opmerking,
        "–" if recht is None else in_eenheid(recht, eenheid),
        "–" if r is None else in_eenheid(r.uitkomst, eenheid),
        "–" if r is None else procent(r.verschil, teken=True),
    )  # fmt: skip
