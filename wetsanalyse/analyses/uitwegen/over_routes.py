"""Findings about ways out: no route of enough strength (P14), a clause that passes by (P15)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from wetsanalyse.analyses.bevinding import Bevinding, Drempel
from wetsanalyse.analyses.maten.drempels import Drempels
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.oorzaak.namen import bevinding_id, plaatsen_tekst
from wetsanalyse.analyses.oorzaak.tweeling import blaam, getroffenen
from wetsanalyse.analyses.oorzaak.zaak import Bundel, Zaak
from wetsanalyse.analyses.uitwegen.dekking import EIGEN, dekking
from wetsanalyse.run.weergave import toon_getal

Maak = Callable[[str, Bundel], Bevinding]


def over_routes(
    bundels: Sequence[Bundel], maak: Maak, drempels: Drempels, maatstaf: Maatstaf
) -> list[Bevinding]:
    """For each harsh outcome: is there no way out of enough strength (P14), and does a clause
    that the act has pass it by (P15)? ``maak`` makes the finding of a bundle."""
    per_regel: dict[tuple[str, ...], Bundel] = {}
    for bundel in bundels:
        sleutel = tuple(sorted({bundel[0].plan.versies[r].regel for r in bundel[0].regels}))
        oud = per_regel.get(sleutel)
        if bundel[0].blaam and (oud is None or _rang_bundel(bundel) > _rang_bundel(oud)):
            per_regel[sleutel] = bundel
    gevonden: list[Bevinding] = []
    for bundel in per_regel.values():
        zaak = bundel[0]
        drempel = drempels.van("P14", "sterkte")
        if zaak.dekking.sterkte < drempel.waarde:
            basis = maak(bevinding_id(zaak, "P14"), bundel)
            titel = _titel_p14(zaak, drempel, maatstaf)
            gevonden.append(_routebevinding(basis, zaak, "P14", titel, drempel))
        p15 = _titel_p15(zaak, drempel)
        if p15 is not None:
            basis = maak(bevinding_id(zaak, "P15"), bundel)
            gevonden.append(_routebevinding(basis, zaak, "P15", p15, drempel))
    return gevonden


def _rang_bundel(bundel: Sequence[Zaak]) -> tuple[bool, Fraction]:
    """What a finding about ways out is told on: a klif before a ratio, the larger loss first."""
    return bundel[0].waarneming.norm is None, bundel[0].paar.verlies


def _routebevinding(
    basis: Bevinding, zaak: Zaak, patroon: str, titel: str, drempel: Drempel
) -> Bevinding:
    reden = (
        "geen route van genoeg sterkte dekt dit gevolg; "
        + ("herstel van de regel gaat voor, een clausule is het vangnet"
           if basis.klasse == "R" else basis.klasse_reden)
    )  # fmt: skip
    # Better execution goes before another text, here too.
    klasse = basis.klasse if basis.klasse in ("R", "U") else "C"
    return replace(
        basis, patroon=patroon, titel=titel, drempel=drempel, maat=zaak.dekking.sterkte,
        eenheid="sterkte", klasse=klasse, klasse_reden=reden, bewezen_onder=(),
        # That nobody is hit harder says nothing about the ways out of others.
        garantie=MappingProxyType({**basis.garantie, "burgers": "gezocht"}),
    )  # fmt: skip


def _titel_p14(zaak: Zaak, drempel: Drempel, maatstaf: Maatstaf) -> str:
    """Against the steps without a way out of their own; of the others one is enough."""
    waar = plaatsen_tekst(zaak.plan, _zonder_uitweg(zaak, drempel, maatstaf) or zaak.regels)
    return (
        f"Geen uitweg van genoeg sterkte tegen {waar}: de sterkste is "
        f"{toon_getal(zaak.dekking.sterkte)}"
    )


def _zonder_uitweg(zaak: Zaak, drempel: Drempel, maatstaf: Maatstaf) -> list[str]:
    burger, getroffen = zaak.paar.burger, getroffenen(zaak.paar)
    return [
        regel
        for regel in zaak.regels
        if dekking(zaak.plan, (blaam(zaak.plan, (regel,)),), burger, getroffen, maatstaf).sterkte
        < drempel.waarde
    ]


def _titel_p15(zaak: Zaak, drempel: Drempel) -> str | None:
    """Only where the regulations have a clause in force and none covers strongly enough."""
    eigen = [r for r in zaak.dekking.rijen if r.soort == EIGEN and r.dekt != "niet in werking"]
    dekkend = [r for r in eigen if r.dekt == "dekt"]
    if not eigen or any(r.sterkte >= drempel.waarde for r in dekkend):
        return None
    waar = plaatsen_tekst(zaak.plan, zaak.regels)
    if dekkend:
        sterkste = max(dekkend, key=lambda r: r.sterkte)
        return (
            f"De clausule {sterkste.route} reikt tot {waar}, maar is te zwak: sterkte "
            f"{toon_getal(sterkste.sterkte)}"
        )
    deels = [r.route for r in eigen if r.dekt == "raakt deels"]
    if deels:
        return f"De clausule {', '.join(deels)} bereikt niet alle stappen van dit gevolg"
    namen = ", ".join(r.route for r in eigen)
    return f"Er is een clausule ({namen}), maar zij bereikt {waar} niet"
