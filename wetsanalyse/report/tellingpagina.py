"""The page of a run over a population: what was run, what it came to, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from wetsanalyse.bevolking.loop import Eindstand
from wetsanalyse.model.model import Model
from wetsanalyse.report import opmaak
from wetsanalyse.report.bladzijde import bladzijde
from wetsanalyse.report.cijfers import KLEIN, getal
from wetsanalyse.report.deelvorm import Deel, Tabelbeeld
from wetsanalyse.report.tellingvorm import SYNTHETISCH, Beeld, delen

ECHT = (
    "Het bestand zegt niet dat deze huishoudens verzonnen zijn. Wat zij waard zijn, weet wie het "
    "bestand heeft gemaakt; het rekenen voegt daar niets aan toe en haalt er niets van af."
)
Wetdag = tuple[Model, date]


@dataclass(frozen=True, slots=True)
class Feit:
    """A fact at the top of the page."""

    naam: str
    waarde: str
    klein: str = ""


def tellingpagina(
    beeld: Beeld, mappen: Sequence[Path], wetten: Sequence[Wetdag], bron: str,
    naast: Sequence[Deel] = (),
) -> str:  # fmt: skip
    """The page of `wetsanalyse bevolking`. ``naast``: what stands beside it from elsewhere."""
    naam = opmaak.opsomming([pad.name or str(pad) for pad in mappen])
    return pagina(
        f"{opmaak.hoofdletter(naam)}: een bevolking doorgerekend",
        beeld.eind, beeld.redenen, bron, [(naam, *wet) for wet in wetten],
        [*delen(beeld, plaatjes=True), *naast], synthetisch=beeld.synthetisch,
    )  # fmt: skip


def pagina(
    titel: str,
    eind: Eindstand,
    redenen: Mapping[str, Sequence[str]],
    bron: str,
    wetten: Sequence[tuple[str, Model, date]],
    inhoud: Sequence[Deel],
    *,
    synthetisch: bool,
) -> str:
    """Any page of counts. ``wetten``: what they are called, with the day that was run."""
    return bladzijde(
        "telling.html.j2",
        titel=titel,
        synthetisch=SYNTHETISCH if synthetisch else "",
        feiten=_feiten(eind, wetten),
        klein=KLEIN,
        delen=[*inhoud, _herkomst(eind, redenen, bron, wetten, synthetisch=synthetisch)],
    )


def _feiten(eind: Eindstand, wetten: Sequence[tuple[str, Model, date]]) -> list[Feit]:
    rijen, telling = Fraction(eind.rijen), eind.telling
    geheel = telling.groepen[()].tal if () in telling.groepen else None
    samen = ""
    if geheel is not None and not telling.te_klein(geheel):
        samen = f"samen {getal(telling.aantal(geheel))} huishoudens"
    opzij = "niet gerekend, met de reden in een bestand" if eind.opzij else "elke rij is gerekend"
    los = f"{getal(Fraction(eind.verslag.exact))} keer een rij één voor één"
    return [
        *(Feit(naam, opmaak.datum(dag), "rekendatum") for naam, _, dag in wetten),
        Feit("rijen", getal(rijen), samen),
        Feit("opzij gezet", getal(Fraction(eind.opzij)), opzij),
        Feit("rekenen", "exact", los),
    ]


def _herkomst(
    eind: Eindstand,
    redenen: Mapping[str, Sequence[str]],
    bron: str,
    wetten: Sequence[tuple[str, Model, date]],
    *,
    synthetisch: bool,
) -> Deel:
    """What was run, and what it is worth."""
    zinnen = [
        f"De gegevens staan in “{Path(bron).name}”. {SYNTHETISCH if synthetisch else ECHT}",
        ("Elk bedrag is gerekend met de regels zelf, zonder afronding die de wet niet kent: exact. "
        "Alleen om te lezen zijn getallen op deze bladzijde afgerond."),
        KLEIN,
        *(f"“{naam}” draait rij voor rij: {'; '.join(w)}." for naam, w in redenen.items()),
        *(f"Fout in “{regel}”: {bericht} ({keer} keer)."
          for (regel, bericht), keer in eind.verslag.fouten.most_common(10)),
    ]  # fmt: skip
    rijen = [
        (naam, opmaak.datum(dag), r.afkorting or r.naam, _tekst_van(r.tekst_van))
        for naam, model, dag in wetten
        for r in model.regelingen.values()
    ]
    tabel = Tabelbeeld(
        "Welke tekst", ("wet", "rekendatum", "regeling", "tekst van"), tuple(rijen), links=4
    )
    return Deel("herkomst", "Wat is gerekend, en wat het waard is", tuple(zinnen), (tabel,))


def _tekst_van(dag: date | None) -> str:
    return "niet genoemd" if dag is None else opmaak.datum(dag)


__all__ = ["Wetdag", "pagina", "tellingpagina"]
