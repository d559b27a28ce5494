"""Small laws of one's own with one finding, for the tests of the repair experiment."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from wetsanalyse import chain
from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.bevindingen import maak_bevindingen
from wetsanalyse.analyses.burgers.vormen import domeinen
from wetsanalyse.analyses.herstel import SJABLONEN, Variant, Wet, maak_aanleiding, pas_toe
from wetsanalyse.analyses.herstel.basis import Afgewezen, lees_wet, probeer
from wetsanalyse.analyses.herstel.proef import Proef
from wetsanalyse.analyses.herstel.uitkomsten import Proefburger, Rekenaar
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.patronen import kijk
from wetsanalyse.analyses.verlopen.vegen import Opdracht, vegen, vragen
from wetsanalyse.model.casus import Casus, tabel_van
from wetsanalyse.model.casus_json import lees_json
from wetsanalyse.text import Source

PER_ID = {s.id: s for s in SJABLONEN}
DAG = "2025-07-01"


@cache
def wet_van(tekst: str) -> Wet:
    gelezen = lees_wet([Source("wet.regels", tekst)])
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def geval(
    wet: Wet, *personen: tuple[str, dict[str, str], list[str]], feiten: Any = (), dag: str = DAG
) -> Casus:
    """Citizens A, B …: (objecttype, attributen, kenmerken)."""
    objecten = [
        {"naam": "AB"[n], "type": type_, "attributen": attributen, "kenmerken": kenmerken}
        for n, (type_, attributen, kenmerken) in enumerate(personen)
    ]
    bron = json.dumps({"rekendatum": dag, "objecten": objecten, "feiten": list(feiten)})
    gelezen = lees_json(Source("geval.json", bron), tabel_van(wet.model, wet.ontleding.lexicon))
    assert gelezen.value is not None, gelezen.fouten
    return gelezen.value


def klif(wet: Wet, casus: Casus, as_: str, patroon: str = "P01") -> Bevinding:
    """The largest finding of a pattern along an axis of the first citizen."""
    plan = chain.lower(wet.model, casus.rekendatum)
    grond = chain.ground(plan, casus.huishouden, vragen(plan, casus.huishouden))
    wie, type_ = casus.huishouden.objecten[0]
    opdracht = Opdracht(casus, grond, wie, as_, domeinen(plan)[type_, as_])
    (veeg,) = vegen(plan, [opdracht], lambda _nu, _van: None)
    gezien = [w for w in kijk("as", veeg, Drempels(wet.model)) if w.patroon == patroon]
    return max(maak_bevindingen(plan, gezien), key=lambda b: b.maat)


def maak(wet: Wet, bevinding: Bevinding, sjabloon: str) -> Variant | Afgewezen:
    aanleiding = maak_aanleiding(wet, bevinding, Proef(wet, bevinding, ()))
    geprobeerd = probeer(PER_ID[sjabloon], aanleiding)
    return geprobeerd if isinstance(geprobeerd, Afgewezen) else geprobeerd[0]


def herstel(wet: Wet, bevinding: Bevinding, sjabloon: str) -> Wet:
    variant = maak(wet, bevinding, sjabloon)
    assert isinstance(variant, Variant), variant
    gelezen = pas_toe(wet, variant.tekst)
    assert gelezen.ok, gelezen.fouten
    return gelezen.value


def reden(wet: Wet, bevinding: Bevinding, sjabloon: str) -> str:
    afgewezen = maak(wet, bevinding, sjabloon)
    assert isinstance(afgewezen, Afgewezen), afgewezen
    return afgewezen.reden


def uitkomst(wet: Wet, casus: Casus) -> Mapping[str, Any]:
    return Rekenaar(wet.model).uitkomsten(Proefburger("", casus), False)
