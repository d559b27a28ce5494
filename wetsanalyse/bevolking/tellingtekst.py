"""Counts as a text beside a part on disk, from which they can be made again."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from wetsanalyse.bevolking.tellen import TALLEN, Groepstand, Stand, Tal, Telling


def als_json(telling: Telling) -> str:
    """A text from which `uit_json` makes the same counts."""

    def paar(tal: Tal) -> list[int]:
        return [tal.rijen, tal.gewicht]

    def stand(s: Stand) -> dict[str, Any]:
        uit: dict[str, Any] = {naam: paar(getattr(s, naam)) for naam in TALLEN}
        uit |= {naam: str(getattr(s, naam)) for naam in ("som", "som_boven")}
        uit["grenzen"] = [None if g is None else str(g) for g in (s.laagst, s.hoogst)]
        uit["treden"] = [[trede, *paar(tal)] for trede, tal in s.treden.items()]
        return uit

    groepen = [
        [list(groep), paar(g.tal), {n: stand(s) for n, s in g.standen.items()}]
        for groep, g in telling.groepen.items()
    ]
    return json.dumps({"schaal": telling.schaal, "groepen": groepen}, ensure_ascii=False)


def uit_json(tekst: str) -> Telling:
    gelezen = json.loads(tekst)

    def stand(s: dict[str, Any]) -> Stand:
        laag, hoog = (None if g is None else Fraction(g) for g in s["grenzen"])
        treden = {trede: Tal(rijen, gewicht) for trede, rijen, gewicht in s["treden"]}
        uit = Stand(laagst=laag, hoogst=hoog, treden=treden)
        uit.som, uit.som_boven = Fraction(s["som"]), Fraction(s["som_boven"])
        for naam in TALLEN:
            setattr(uit, naam, Tal(*s[naam]))
        return uit

    groepen = {
        tuple(groep): Groepstand(Tal(*tal), {n: stand(s) for n, s in standen.items()})
        for groep, tal, standen in gelezen["groepen"]
    }
    return Telling(groepen, gelezen["schaal"])


__all__ = ["als_json", "uit_json"]
