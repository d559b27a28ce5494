"""Duties: who must do what, before which day, and what follows if not. [uitbreidingen 6]"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from wetsanalyse.model.condities import conditie
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, herkomst, meld_zonder_bron
from wetsanalyse.model.model import Verplichting, Verplichtingversie
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.personen import persoon
from wetsanalyse.model.tabel import Tabel, dubbel, faal, vouw
from wetsanalyse.model.terms import Term
from wetsanalyse.model.verzameld import Verzameld, veilig
from wetsanalyse.syntax import tree


def verplichting(
    blok: tree.Verplichting,
    tabel: Tabel,
    bronnen: Bronnen,
    regels: Mapping[str, str],
    v: Verzameld,
) -> None:
    """Add a duty to what was gathered. ``regels``: folded rule name -> rule name."""
    naam = blok.naam.tekst
    if not naam:
        geen = faal("VP-NAAM", blok.span, "deze verplichting heeft geen naam",
                    hulp=("schrijf “Verplichting …” met een naam erachter",))  # fmt: skip
        v.meldingen.append(geen.melding)
        return
    eerder = next((p for n, p in v.verplichtingen.items() if vouw(n) == vouw(naam)), None)
    if eerder is not None:
        v.meldingen.append(dubbel("VP-DUBBEL", "verplichting", naam, blok.naam.span, eerder.span))
        return
    eigen = herkomst(blok.herkomst, bronnen, v.meldingen)
    meld_zonder_bron(naam, eigen, blok.naam.span, v.meldingen)
    versies = [veilig(v, _versie, versie, tabel, regels) for versie in blok.versies]
    v.verplichtingen[naam] = Verplichting(
        naam,
        eigen,
        blok.verschoonbaar,
        Fraction(1) if blok.gewicht is None else blok.gewicht.waarde,
        tuple(versie for versie in versies if versie is not None),
        blok.naam.span,
    )


def _versie(
    node: tree.Verplichtingversie, tabel: Tabel, regels: Mapping[str, str]
) -> Verplichtingversie:
    type_, omg = persoon(node.objecttype, tabel)
    termijn = None if node.termijn is None else _laatste_dag(node.termijn, omg)
    voorwaarde = None if node.voorwaarde is None else conditie(node.voorwaarde, omg)
    regel = None
    if node.gevolgregel is not None:
        regel = regels.get(vouw(node.gevolgregel.tekst))
        if regel is None:
            raise faal(
                "VP-REGEL",
                node.gevolgregel.span,
                f"Regel “{node.gevolgregel.tekst}” bestaat niet",
                hulp=("noem een regel van dit model, of laat “anders geldt …” weg",),
            )
    return Verplichtingversie(
        node.geldigheid.van, node.geldigheid.tot, type_, node.handeling, termijn, voorwaarde,
        regel, node.span,
    )  # fmt: skip


def _laatste_dag(node: tree.Termijn, omg: Omgeving) -> Term:
    """The last day on which it is in time: a term of weeks or months runs from the day itself,
    so it ends on the day with the same name or number."""
    som = node.datum
    if node.duur is not None:
        som = tree.Binair(span=node.span, op="plus", links=node.datum, rechts=node.duur)
    term = enkele(node.datum, omg)
    if not term.type.is_tijd:
        raise faal(
            "VP-TERMIJN",
            node.datum.span,
            f"een termijn eindigt op een datum of loopt vanaf een datum, maar dit is een "
            f"{term.type}",
            hulp=("schrijf “binnen 4 wk na de …datum van de …” of “uiterlijk op de …datum …”",),
        )
    return enkele(som, omg)
