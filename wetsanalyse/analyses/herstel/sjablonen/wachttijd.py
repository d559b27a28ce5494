"""Waiting notice: the consequence starts only some time after a warning."""

from __future__ import annotations

from dataclasses import replace

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import knopen as k
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.boom import vervang, wijzig
from wetsanalyse.analyses.herstel.grens import NIET_EIGEN, eigen_dag, vind_grens
from wetsanalyse.syntax import tree as t

DATUM, TIJD = "datum van de waarschuwing", "wachttijd na de waarschuwing"
WEKEN = "2 wk"


def past(bevinding: Bevinding) -> Past:
    op_dagen = any(g.eenheid_as == "dag" for g in bevinding.getuigen)
    if bevinding.patroon in ("P06", "P07", "P11") or op_dagen:
        return Past(True, "wie is gewaarschuwd, kan het nog goed maken")
    return Past(False, "alleen voor een termijn of een taak (P06, P07, P11, een grens op dagen)")


def maak(aanleiding: Aanleiding) -> Variant:
    grens = vind_grens(aanleiding)
    if not grens.maat.is_tijd or not grens.bovengrens:
        raise Onmogelijk("de grens is geen laatste dag om iets te doen")
    if len(grens.standen) != 1:
        raise Onmogelijk("de termijn staat in meer dan één regel")
    z.vrij(aanleiding, DATUM)
    stand, v = grens.standen[0]
    geldig = stand.tekst.geldigheid
    objecttype = grens.poort[0]
    span = v.span
    datum = z.zijn(aanleiding, objecttype, DATUM)
    wacht = k.lees_uitdrukking(aanleiding, v, f"{datum} plus de {TIJD}")

    def bij(c: t.Conditie) -> t.Conditie | None:
        if c != v:
            return None
        later = replace(v, rechts=wacht)
        # In time is who makes either day; too late is who is past both.
        eis = t.Kwantificatie("alle", span=span)
        if grens.goed:
            eis = t.Kwantificatie("ten minste", 1, span=span)
        return t.Samengesteld(None, eis, (v, later), span=span)

    def anders(versie: t.Regelversie) -> t.Regelversie:
        if not isinstance(versie.voorwaarde, t.Bewering):
            return versie
        return replace(versie, voorwaarde=vervang(versie.voorwaarde, bij))  # type: ignore[arg-type]

    aanname = "AANNAME: de waarschuwing gaat uit op de dag na de termijn"
    wie = f"een {objecttype}"
    eerste = (
        f"Regel {DATUM}\n"
        f'    bron onbevestigd: "{aanname}"\n'
        f"    geldig {z.tijd(geldig)}\n"
        f"        De {DATUM} van {wie} moet geïnitialiseerd worden op "
        f"{z.uitdrukking(v.rechts)} plus 1 dg."
    )
    return Variant(
        "wachttijd",
        f"het gevolg gaat pas in {WEKEN} na een waarschuwing",
        "\n\n".join((
            z.extensie(aanleiding, objecttype, [f"de {DATUM}\tDatum in dagen"]),
            z.parameter(f"de {TIJD}", "Numeriek (niet-negatief geheel getal) met eenheid wk",
                        WEKEN, geldig, z.EIGEN_KEUZE),
            eerste,
            z.blok(wijzig(stand.regel, geldig, anders)),
        )),
        (),
        (
            aanname, "een langere termijn verplaatst de klif; zij neemt haar niet weg",
            *(() if eigen_dag(aanleiding) else (NIET_EIGEN,)),
        ),
        (geldig.van, geldig.tot),
    )  # fmt: skip


WACHTTIJD = Sjabloon(
    "wachttijd",
    "eerst waarschuwen",
    "Het gevolg gaat pas in een tijd na een waarschuwing.",
    past,
    maak,
)
