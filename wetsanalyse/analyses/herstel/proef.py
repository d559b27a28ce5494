"""The repair experiment: before against after. [hardheid 8]

Everything is run twice, under the text as it is and under the text of the variant: the citizens of
the finding, the scenarios of the law with all that happens in them, and a population where there
is one. Then the axis of the finding is swept again, so that a cliff that only moved is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.burgers.bevolking import Bevolking
from wetsanalyse.analyses.burgers.vormen import beschrijf, burgers, domeinen
from wetsanalyse.analyses.herstel.basis import Variant, Wet
from wetsanalyse.analyses.herstel.cijfers import (
    DICHTBIJ,
    Stand,
    fouten_van,
    groep_van,
    nieuw_ongelijk,
)
from wetsanalyse.analyses.herstel.gegevens import (
    Herstelproef,
)
from wetsanalyse.analyses.herstel.klippen import Plek, Vondsten, meet, vergelijk
from wetsanalyse.analyses.herstel.proefburgers import getuigen_van, uit_scenario
from wetsanalyse.analyses.herstel.uitkomsten import (
    Maatlat,
    Proefburger,
    Rekenaar,
    Verhouding,
    hard_op_as,
    plaats_op_as,
    verliezers,
)
from wetsanalyse.analyses.maten.maatstaf import Maatstaf, geleverd
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.model.scenarios import Scenario

VEGEN = 16
"""So many citizens are swept along the axis of the finding, beside those of the finding."""
HARD_VEGEN = 300
"""Of so many citizens of one group is looked whether they are hit hard."""


@dataclass
class Eerst:
    """A citizen before any change: what comes out, whether a border can hit him hard at all, and
    once he was swept (``geveegd``) the one that does."""

    uitkomsten: Mapping[str, Any]
    kan_hard: bool
    geveegd: bool = False
    grens: int | None = None


class Proef:
    """The trials of one finding: the law as it is is run once, for all variants."""

    def __init__(
        self,
        wet: Wet,
        bevinding: Bevinding,
        scenarios: Sequence[Scenario],
        bevolking: Bevolking | None = None,
        maat: Maatstaf | None = None,
    ) -> None:
        self.wet, self.bevinding = wet, bevinding
        self.voor = Rekenaar(wet.model)
        self.maat = maat
        self.drempels = (maat or geleverd()).voor(wet.model)
        self.lat = Maatlat.bij(self.drempels, bevinding)
        self.verhouding = Verhouding.bij(self.drempels, bevinding)
        self.vondsten = Vondsten(self.drempels)
        self._eerst: dict[int, Eerst] = {}
        self.bevolking = bevolking
        self.getuigen = getuigen_van(bevinding, scenarios)
        self.scenarios = [uit_scenario(s) for s in scenarios]
        huishoudens = bevolking.huishoudens if bevolking is not None else ()
        self.rijen = [
            Proefburger(f"rij {n}", c, None, gewicht)
            for n, (c, gewicht) in enumerate(huishoudens, 1)
        ]
        self.plek = self._plek()
        plan = self.voor.plan(bevinding.getuigen[0].burger)
        self.bereik = domeinen(plan)
        self.vormen = [Proefburger("", c) for c in burgers(plan, scenarios)] if self.plek else []

    def _plek(self) -> tuple[str, str] | None:
        """(objecttype, attribute) of the axis; None: what happened is what differs."""
        g = self.bevinding.getuigen[0]
        type_ = g.burger.huishouden.typen.get(g.as_object)
        plan = self.voor.plan(g.burger)
        return (type_, g.as_) if type_ and (type_, g.as_) in domeinen(plan) else None

    def draai(self, variant: Variant, wet: Wet) -> Herstelproef:
        """Before against after for one variant, whose law is given."""
        na = Rekenaar(wet.model, variant.oordelen)
        groepen: list[tuple[str, list[Stand], bool, bool, int, str]] = []
        for naam, lijst in (
            ("deze bevinding", self.getuigen),
            ("scenario’s", self.scenarios),
        ):
            geldend = [b for b in lijst if variant.geldt_op(b.casus.rekendatum)]
            standen, hoe = self._standen(geldend, na)
            groepen.append((naam, standen, False, False, len(lijst) - len(geldend), hoe))
        if self.bevolking is not None:
            standen, hoe = self._standen(self.rijen, na)
            naam = f"bevolking {self.bevolking.bron}"
            groepen.append((naam, standen, True, self.bevolking.synthetisch, 0, hoe))
        alle = [s for _, standen, *_ in groepen for s in standen]
        # Of a real population nothing is told about one household: it is only counted.
        te_noemen = [s for _, standen, gewogen, synthetisch, *_ in groepen
                     if synthetisch or not gewogen for s in standen]  # fmt: skip
        paren = vergelijk(self.voor, na, self._te_vegen())
        kliffen = meet(paren, self.vondsten, self.maat)
        return Herstelproef(
            variant,
            tuple(groep_van(*g) for g in groepen),
            kliffen.voor,
            kliffen.na,
            kliffen.nieuw,
            kliffen.verplaatst,
            kliffen.patronen,
            nieuw_ongelijk(te_noemen, self.lat.hard, self.bereik),
            kliffen.gaten,
            self._geraakt(te_noemen),
            fouten_van(alle, {s.burger.naam for s in te_noemen}),
            MappingProxyType(self._garantie(len(paren), kliffen.exact, groepen)),
        )

    # -------------------------------------------------------------- one group

    def _standen(self, lijst: Sequence[Proefburger], na: Rekenaar) -> tuple[list[Stand], str]:
        if self.verhouding is not None:
            return [self._naar_verhouding(b, na) for b in lijst], "allen bekeken"
        if self.plek is None:
            return [self._naar_buur(b, na) for b in lijst], "wie als getuige bekend is"
        standen: list[Stand] = []
        bekeken = 0
        for burger in lijst:
            plek, eerst = self._plek_van(burger), self._voor(burger)
            kijk = eerst.kan_hard and bekeken < HARD_VEGEN
            bekeken += kijk
            oud = self._grens_voor(burger) if kijk else None
            hard = oud is not None
            voor, daarna = eerst.uitkomsten, na.uitkomsten(burger, hard)
            nieuw: int | None = None
            if plek is not None and (hard or voor[NETTO] != daarna[NETTO]):
                nieuw = self._hard(na, burger, plek, hard)
            elders = nieuw is not None and nieuw != oud
            standen.append(Stand(burger, voor, daarna, hard, hard and nieuw == oud, elders))
        te_veel = bekeken >= HARD_VEGEN
        return standen, f"de eerste {HARD_VEGEN} die er wat mee winnen" if te_veel else "allen"

    def _voor(self, burger: Proefburger) -> Eerst:
        """One citizen under the law as it is. The citizens live as long as the trial does."""
        if id(burger) not in self._eerst:
            plek = self._plek_van(burger)
            kan = plek is not None and self.voor.kan_hard(burger, *plek, False, self.lat)
            self._eerst[id(burger)] = Eerst(self.voor.uitkomsten(burger, False), kan)
        return self._eerst[id(burger)]

    def _grens_voor(self, burger: Proefburger) -> int | None:
        eerst = self._voor(burger)
        if not eerst.geveegd:
            eerst.grens = self._hard(self.voor, burger, self._plek_van(burger), False)
            eerst.geveegd = True
        return eerst.grens

    def _naar_verhouding(self, burger: Proefburger, na: Rekenaar) -> Stand:
        """Hard by the ratio of consequence and shortcoming; it has no place on an axis."""
        assert self.verhouding is not None
        namen = [naam for naam, _ in burger.casus.huishouden.objecten]
        voor = self._voor(burger).uitkomsten
        hard = self.verhouding.is_hard(voor, namen)
        daarna = na.uitkomsten(burger, hard)
        nog = self.verhouding.is_hard(daarna, namen)
        return Stand(burger, voor, daarna, hard, hard and nog, nog and not hard)

    def _naar_buur(self, burger: Proefburger, na: Rekenaar) -> Stand:
        """Without an axis: hit is who the finding says is hit, as long as the neighbour is better
        off."""
        buur = next((g.buur for g in self.bevinding.getuigen if g.burger == burger.casus), None)
        hard = buur is not None
        voor, daarna = self._voor(burger).uitkomsten, na.uitkomsten(burger, hard)
        nog = False
        if buur is not None:
            beter, eigen = na.netto(replace(burger, casus=buur), False), daarna[NETTO]
            scheelt = isinstance(eigen, Fraction) and beter is not None
            nog = not scheelt or beter - eigen >= self.lat.materieel
        return Stand(burger, voor, daarna, hard, hard and nog, False)

    def _plek_van(self, burger: Proefburger) -> Plek | None:
        """The object on whose axis a citizen stands: of the type of the finding, with a value."""
        if self.plek is None:
            return None
        type_, attribuut = self.plek
        eigen = self.bevinding.getuigen[0].as_object
        namen = [n for n, t in burger.casus.huishouden.objecten if t == type_]
        namen.sort(key=lambda n: n != eigen)
        return next(((n, attribuut) for n in namen), None)

    def _hard(
        self, rekenaar: Rekenaar, burger: Proefburger, plek: Plek | None, hard: bool
    ) -> int | None:
        """The border that hits somebody hard; None: none."""
        if plek is None:
            return None
        veeg = rekenaar.veeg(burger, *plek, hard=hard)
        x = plaats_op_as(veeg, burger.casus) if veeg is not None else None
        return hard_op_as(veeg, x, self.lat) if veeg is not None and x is not None else None

    # -------------------------------------------------------------- the sweeps

    def _te_vegen(self) -> list[tuple[Proefburger, Plek]]:
        """Those of the finding, then the shapes of household by turns."""
        gevonden = [(b, p) for b in self.getuigen if (p := self._plek_van(b)) is not None]
        per_vorm: dict[Any, list[tuple[Proefburger, Plek]]] = {}
        for burger in self.vormen:
            plek = self._plek_van(burger)
            if plek is not None:
                per_vorm.setdefault(burger.casus.huishouden, []).append((burger, plek))
        om_en_om: list[tuple[Proefburger, Plek]] = []
        while len(om_en_om) < VEGEN and any(per_vorm.values()):
            om_en_om += [lijst.pop(0) for lijst in per_vorm.values() if lijst]
        return gevonden + om_en_om[:VEGEN]

    def _geraakt(self, standen: Sequence[Stand]) -> tuple[str, ...]:
        """Who has less than before: the household as a whole, or one person in it."""
        gevonden: dict[str, None] = {}
        for s in standen:
            for naam in verliezers(self.wet.model, s.burger.casus, s.voor, s.na):
                wie = beschrijf(self.wet.model, s.burger.casus.huishouden)
                gevonden[f"{naam} in: {s.burger.naam or wie}"] = None
        return tuple(gevonden)

    def _garantie(self, geveegd: int, exact: bool, groepen: Sequence[Any]) -> dict[str, str]:
        as_ = "exact" if exact else "gezocht"
        wie = f"over {geveegd} burgers, gezocht" if geveegd else "onbekend: er is geen as"
        bedragen = "exact voor de getoonde burgers; over anderen onbekend"
        if any(synthetisch for *_, synthetisch, _, _ in groepen):
            bedragen = "exact voor elke rij; de gewichten zijn verzonnen"
        hard = "gezocht; " + "; ".join(f"{naam}: {hoe}" for naam, *_, hoe in groepen)
        return {
            "geholpen": bedragen,
            "kosten": bedragen,
            "resterend hard": hard,
            "slechtste klif": f"langs de as {as_}, {wie}",
            "nieuwe kliffen": f"langs de as {as_}, {wie}",
            "nieuwe ongelijkheid": f"gezocht: één getal dat tot {DICHTBIJ} eenheden scheelt",
            "nieuwe gaten": "gezocht: bij de nieuwe kliffen",
        }
