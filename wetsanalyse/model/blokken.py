"""Our own blocks, one by one: amounts here, the others in a module of their own."""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.model.bloknamen import Bloknamen
from wetsanalyse.model.clausules import clausule
from wetsanalyse.model.gebeurtenissen import gebeurtenis
from wetsanalyse.model.herkomst import Bronnen, herkomst
from wetsanalyse.model.model import (
    Aanvaard,
    Herkomst,
    OpenNorm,
    Parameterwaarde,
)
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.organen import bestuursorgaan
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.uitkomsten import invoerbereik, norm, uitkomst
from wetsanalyse.model.verplichtingen import verplichting
from wetsanalyse.model.verzameld import Verzameld, veilig
from wetsanalyse.model.waarden import vaste_waarde
from wetsanalyse.syntax import tree
from wetsanalyse.text import Span
from wetsanalyse.text.diagnostic import fout


def lees_blok(
    blok: tree.Blok, tabel: Tabel, bronnen: Bronnen, namen: Bloknamen, v: Verzameld
) -> None:
    """Add one block to what was gathered."""
    match blok:
        case tree.Parameterwaarden():
            _parameterwaarden(blok, tabel, bronnen, v)
        case tree.Hardheidsclausule():
            v.clausules[blok.naam.tekst] = clausule(blok, tabel, bronnen, namen.regels, v)
        case tree.OpenNorm():
            v.open_normen[blok.naam.tekst] = OpenNorm(
                blok.naam.tekst,
                herkomst(blok.herkomst, bronnen, v.meldingen),
                blok.beoordeeld_door.tekst if blok.beoordeeld_door else None,
                tuple(g if isinstance(g, str) else g.span.tekst for g in blok.gezichtspunten),
            )
        case tree.Bestuursorgaan():
            bestuursorgaan(blok, namen.organen, v)
        case tree.Verplichting():
            verplichting(blok, tabel, bronnen, namen.regels, v)
        case tree.Uitkomst():
            uitkomst(blok, tabel, v)
        case tree.Invoerbereik():
            invoerbereik(blok, tabel, v)
        case tree.Evenredigheidsnorm():
            v.normen.append(norm(blok, tabel, v))
        case tree.Aanvaard(naam, bevinding, reden, eigenaar, van, tot):
            v.aanvaard.append(Aanvaard(naam.tekst, bevinding, reden, eigenaar, van, tot))
        case tree.Gebeurtenis():
            gebeurtenis(blok, tabel, namen.plichten, v)
        case _:
            pass


def _parameterwaarden(
    blok: tree.Parameterwaarden, tabel: Tabel, bronnen: Bronnen, v: Verzameld
) -> None:
    omg = Omgeving(tabel)
    for node in blok.waarden:
        gevonden = [b.naam for b in tabel.zoek(node.naam.tekst, "parameter")]
        naam = next((n for n in gevonden if n in tabel.parameters), None)
        if naam is None:
            v.meldingen.append(
                fout(
                    "PA-ONBEKEND",
                    node.naam.span,
                    f"parameter “{node.naam.tekst}” is niet gedeclareerd",
                    hulp=("schrijf een regel “Parameter de … : …”",),
                )
            )
            continue
        waarde = veilig(v, vaste_waarde, node.waarde, tabel.parameters[naam], omg)
        if waarde is None:
            continue
        eigen = herkomst(node.herkomst, bronnen, v.meldingen)
        nieuw = Parameterwaarde(blok.geldigheid.van, blok.geldigheid.tot, waarde, eigen)
        elders = _elders_al(v.waarden.get(naam, []), nieuw, node.span)
        if elders is not None:
            v.waarden[naam][elders] = _met_bronnen(v.waarden[naam][elders], eigen)
            continue
        for eerder, _ in v.waarden.get(naam, []):
            if _overlapt(eerder, nieuw):
                v.meldingen.append(
                    fout(
                        "PA-OVERLAP",
                        node.span,
                        f"“{naam}” heeft op dezelfde dag twee waarden",
                        hulp=("laat de ene periode eindigen op de dag voor de andere begint",),
                    )
                )
        v.waarden.setdefault(naam, []).append((nieuw, node.span))


def _elders_al(
    eerdere: list[tuple[Parameterwaarde, Span]], nieuw: Parameterwaarde, span: Span
) -> int | None:
    """Where another folder gives the same value for the same time: together they are one."""
    for nummer, (eerder, plek) in enumerate(eerdere):
        zelfde = (eerder.van, eerder.tot, eerder.waarde) == (nieuw.van, nieuw.tot, nieuw.waarde)
        if zelfde and plek.source.map_ != span.source.map_:
            return nummer
    return None


def _met_bronnen(
    paar: tuple[Parameterwaarde, Span], ander: Herkomst
) -> tuple[Parameterwaarde, Span]:
    """A value with the sources of both, and the doubts of both."""
    waarde, span = paar
    eigen = waarde.herkomst
    twijfel = dict.fromkeys(h.onbevestigd for h in (eigen, ander) if h.onbevestigd)
    samen = replace(
        eigen,
        bronnen=tuple(dict.fromkeys((*eigen.bronnen, *ander.bronnen))),
        teksten=tuple(dict.fromkeys((*eigen.teksten, *ander.teksten))),
        onbevestigd="; ".join(twijfel) or None,
    )
    return replace(waarde, herkomst=samen), span


def _overlapt(a: Parameterwaarde, b: Parameterwaarde) -> bool:
    eerste = a.van is None or b.tot is None or a.van <= b.tot
    return eerste and (b.van is None or a.tot is None or b.van <= a.tot)
