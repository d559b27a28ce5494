"""A run over a made population, beside the official figures that were kept out of it."""

from __future__ import annotations

from typing import Any

from wetsanalyse.bevolking.maken.marges import Marges
from wetsanalyse.bevolking.maken.verslag import Regelinguitkomst, Toetsregel, toetsen
from wetsanalyse.bevolking.netto import in_euro
from wetsanalyse.report.bevolkingsvorm import NIET_GEBRUIKT, in_eenheid, procent, toets_json
from wetsanalyse.report.cijfers import IEDEREEN
from wetsanalyse.report.deelvorm import Deel, Tabelbeeld
from wetsanalyse.report.tellingvorm import Beeld

INKOMENSGROEP = "inkomensgroep"
KOPPEN = ("wat", "jaar en bron", "officieel", "met wie niet aanvraagt", "doorrekening", "verschil")

VERSCHIL = (
    "Op deze cijfers is de bevolking niet gemaakt. Een verschil zegt iets over de bevolking, over "
    "het jaar, of over wie aanvraagt; niet over de regels alleen."
)


def naast_officieel(beeld: Beeld, regeling: str, marges: Marges) -> tuple[Toetsregel, ...]:
    """The official figures of a scheme with what the run found; none where it says nothing of
    them. Only of households that are made up: of others nobody said how many there should be."""
    if not beeld.synthetisch or not beeld.gemeten:
        return ()
    eerste, c = beeld.gemeten[0], beeld.cijfers
    factor = in_euro(eerste.type)
    som = c.bedrag(IEDEREEN, eerste.maat)
    per_groep = {}
    if tuple(beeld.groep) == (INKOMENSGROEP,):
        waarden = {g: c.waarde(g, eerste.maat, "boven") for g in c.groepen if g != IEDEREEN}
        per_groep = {f"groep {g[0]}": w for g, w in waarden.items() if w is not None}
    uitkomst = Regelinguitkomst(
        c.waarde(IEDEREEN, eerste.maat, "boven"),
        None if som is None or factor is None else som * factor,
        per_groep,
    )
    return toetsen({regeling: uitkomst}, marges)


def officieel_deel(regels: tuple[Toetsregel, ...]) -> Deel:
    rijen = []
    for r in regels:
        h, wat = r.cijfer.herkomst, r.cijfer.maat
        eenheid = "mln" if wat == "bedrag" else "honderden"
        recht = "–" if r.rechthebbenden is None else in_eenheid(r.rechthebbenden, eenheid)
        rijen.append((
            f"{wat}, {r.cijfer.groep}" if r.cijfer.groep else wat,
            f"{h.jaar}; {h.bron}" + (f" ({h.opmerking})" if h.opmerking else ""),
            in_eenheid(r.cijfer.getal, eenheid), recht, in_eenheid(r.uitkomst, eenheid),
            procent(r.verschil, teken=True),
        ))  # fmt: skip
    regeling = regels[0].cijfer.regeling
    tabel = Tabelbeeld(f"{regeling}: officieel en doorgerekend", KOPPEN, tuple(rijen), links=2)
    return Deel("officieel", "Naast de officiële cijfers", (NIET_GEBRUIKT, VERSCHIL), (tabel,))


def officieel_json(regels: tuple[Toetsregel, ...]) -> list[dict[str, Any]]:
    return [toets_json(r) for r in regels]


__all__ = ["naast_officieel", "officieel_deel", "officieel_json"]
