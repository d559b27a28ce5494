"""Does everybody who is hit as in a finding have a way out of enough strength, or is somebody left
without one? [hardheid 6.1, 11.5]

Where the text of the rules answers that, nothing is asked of the solver: no way out has the rules
in its scope, or one does that asks nothing of the citizen. Otherwise the conditions of the clauses
are put to everybody. A citizen that the solver shows goes the way of all others first: swept, seen
by the pattern, blamed and held against every way out. Whoever does not come through is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from wetsanalyse.analyses.bevinding import Bevinding, Blaam, Dekkingsbewijs, Getuige
from wetsanalyse.analyses.bevindingen import OVER_UITWEGEN, getuige_van
from wetsanalyse.analyses.bewijs.bewijsclausules import Klifproef, ongedekt
from wetsanalyse.analyses.bewijs.bewijsvraag import naar_casus
from wetsanalyse.analyses.bewijs.clausulevragen import alleen_oordeel
from wetsanalyse.analyses.bewijs.sterke_uitwegen import Uitwegen, uitwegen_van
from wetsanalyse.analyses.burgers.vormen import Domein, domeinen
from wetsanalyse.analyses.maten.maatstaf import Maatstaf
from wetsanalyse.analyses.oorzaak.bedragen import in_centen
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verhouding, Verlies
from wetsanalyse.analyses.oorzaak.onderscheid import OpAs
from wetsanalyse.analyses.oorzaak.vergelijkbaar import vergelijkbaar
from wetsanalyse.analyses.oorzaak.waarneming import Waarneming
from wetsanalyse.analyses.oorzaak.zaak import Zaak
from wetsanalyse.analyses.oorzaak.zaken import werk_uit
from wetsanalyse.analyses.patronen import kijk
from wetsanalyse.analyses.verlopen.vegen import Opdracht, veeg_van, vragen
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Clausuleversie
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel
from wetsanalyse.run.symbolisch_zoeken import Bewijs
from wetsanalyse.run.toestanden import Plannen
from wetsanalyse.run.weergave import toon_getal

Voortgang = Callable[[int, int], None]

GEEN_OORZAAK = (
    "Niet gevonden is welke regels dit gevolg geven, dus ook niet welke uitweg ze bereikt"
)
ALLEEN_SAMEN = "Alleen uitwegen samen bereiken deze regels; daarover stelt het programma geen vraag"
GEEN_AS = (
    "Deze bevinding gaat niet over één stap van een gegeven en niet over een verhouding; daarover "
    "kan de bewijzer niets vragen"
)
OP = "Er zijn niet meer vragen aan de bewijzer gesteld dan het onderzoek er stelt"
ANDERS = (
    "De bewijzer vond een burger, maar die wordt bij het narekenen niet geraakt zoals in deze "
    "bevinding, of heeft wel een uitweg"
)


@dataclass(frozen=True)
class Dekkingsvragen:
    """The questions about the findings of one examination. ``hoogstens``: so many go to the
    solver, each with ``seconden`` of time."""

    plan: Plan
    maatstaf: Maatstaf
    hoogstens: int
    seconden: float
    sigma: Fraction | None = None
    """How strong a way out must be; None: as the threshold of P14 says."""

    def antwoorden(
        self, bevindingen: Sequence[Bevinding], voortgang: Voortgang
    ) -> Iterator[tuple[int, Dekkingsbewijs]]:
        """For each finding of which somebody is hit: its place, and the answer. The first of the
        ranking come first, for as long as there are questions."""
        gedaan: dict[object, Dekkingsbewijs] = {}
        over = self.hoogstens
        for plek, b in enumerate(bevindingen):
            voortgang(plek, len(bevindingen))
            if not b.getuigen or b.patroon in OVER_UITWEGEN:
                continue
            vraag = self._vraag(b)
            antwoord = gedaan.get(vraag.sleutel) or vraag.uit_de_tekst()
            if antwoord is None and over:
                antwoord, over = vraag.uit_de_bewijzer(), over - 1
            antwoord = gedaan[vraag.sleutel] = antwoord or vraag.onbekend(OP)
            yield plek, antwoord
        voortgang(len(bevindingen), len(bevindingen))

    def _vraag(self, b: Bevinding) -> _Vraag:
        plan = Plannen.vanaf(self.plan).op(b.getuigen[0].burger.rekendatum)
        drempel = self.maatstaf.voor(plan.model).van("P14", "sterkte")
        genoeg = drempel.waarde if self.sigma is None else self.sigma
        per_set = [(set_, uitwegen_van(plan, set_, self.maatstaf, genoeg)) for set_ in b.blaamset]
        keuze = next(((s, u) for s, u in per_set if u.is_er), None)
        set_, uitwegen = keuze or (per_set[0] if per_set else (Blaam((), ()), Uitwegen()))
        return _Vraag(self, plan, b, set_.regels, uitwegen, genoeg)


# ------------------------------------------------------------------ one question


@dataclass(frozen=True)
class _Vraag:
    """Whether all who are hit as in a finding, by these rules, have one of these ways out."""

    bij: Dekkingsvragen
    plan: Plan
    """On the day of the finding."""
    bevinding: Bevinding
    regels: tuple[str, ...]
    uitwegen: Uitwegen
    sigma: Fraction

    @property
    def getuige(self) -> Getuige:
        return self.bevinding.getuigen[0]

    @property
    def huishouden(self) -> Huishouden:
        return self.getuige.burger.huishouden

    @property
    def sleutel(self) -> object:
        """Two findings with the same question have the same answer."""
        as_ = self.getuige.as_object, self.getuige.as_
        eigen = self.bevinding.dekking.sterkte < self.sigma
        return (
            self.huishouden,
            as_,
            self.bevinding.hard,
            self.regels,
            self.uitwegen,
            eigen,
            self.wie,
        )

    @property
    def wie(self) -> str:
        """Who is hit as in the finding, in words that fill “wie …”."""
        match self.proef, self.bevinding.hard:
            case Klifproef() as klif, _:
                return (
                    f"door één stap bij {klif.eigenschap} van {klif.object} ten minste "
                    f"{in_centen(klif.grens)} verliest"
                )
            case _, Verhouding() as v:
                return (
                    f"een gevolg van ten minste {in_centen(v.materieel)} krijgt, en ten minste "
                    f"{toon_getal(v.hard)} keer de tekortkoming"
                )
            case _:
                return "zo wordt geraakt"

    @property
    def domein(self) -> Domein | None:
        """Of the axis of the finding; None: it has none."""
        if self.getuige.verloop is None:
            return None
        soort = self.huishouden.typen[self.getuige.as_object]
        return domeinen(self.plan).get((soort, self.getuige.as_))

    @property
    def proef(self) -> Klifproef | Verhouding | None:
        """What the solver can be asked about: a step of one unit, or a ratio."""
        g, hard, domein = self.getuige, self.bevinding.hard, self.domein
        if domein is None:
            return None
        if isinstance(hard, Verhouding):
            return hard
        een_stap = abs(g.waarde_burger - g.waarde_buur) == domein.bereik.per
        if isinstance(hard, Verlies) and een_stap:
            return Klifproef(g.as_object, g.as_, hard.grens)
        return None

    def uit_de_tekst(self) -> Dekkingsbewijs | None:
        """What is known without the solver; None: nothing yet."""
        if not self.regels:
            return self.onbekend(GEEN_OORZAAK)
        if self.uitwegen.samen:
            return self.onbekend(ALLEEN_SAMEN)
        if not self.uitwegen.is_er:
            return self._antwoord("tegenvoorbeeld", "tekst")
        if self.bevinding.dekking.sterkte < self.sigma:
            return self._antwoord("tegenvoorbeeld", "berekening")
        if self.uitwegen.algemeen:
            antwoord = self._antwoord("bewezen", "tekst")
            return replace(antwoord, uitwegen=self.uitwegen.algemeen, normen=())
        zonder_eis = [(n, v) for n, v in self.uitwegen.clausules if self._sluit_niemand_uit(v)]
        if zonder_eis:
            return replace(
                self._antwoord("bewezen", "tekst"),
                uitwegen=tuple(n for n, _ in zonder_eis),
                normen=_normen(v for _, v in zonder_eis),
            )
        return None if self.proef is not None else self.onbekend(GEEN_AS)

    def _sluit_niemand_uit(self, versie: Clausuleversie) -> bool:
        return versie.objecttype in self.huishouden.typen.values() and alleen_oordeel(versie)

    def uit_de_bewijzer(self) -> Dekkingsbewijs:
        """Put the conditions of the clauses to everybody."""
        assert self.proef is not None
        versies = [versie for _, versie in self.uitwegen.clausules]
        bewijs = ongedekt(
            self.plan, self.huishouden, self.proef, versies,
            regels=self.regels, tijd=self.bij.seconden,
        )  # fmt: skip
        basis = replace(
            self._antwoord("onbekend", "bewijzer"),
            reden=bewijs.reden,
            aannamen=bewijs.aannamen,
            seconden=self.bij.seconden,
        )
        if bewijs.uitkomst == "bewezen":
            return replace(basis, uitkomst="bewezen")
        if bewijs.uitkomst == "onbekend":
            return basis
        zaak = self._naspelen(bewijs)
        if zaak is None:
            return replace(basis, reden=ANDERS)
        return replace(
            basis,
            uitkomst="tegenvoorbeeld",
            getuige=getuige_van(zaak),
            gemist=zaak.dekking.rijen,
        )

    def _naspelen(self, bewijs: Bewijs) -> Zaak | None:
        """The citizen of the solver, swept and looked at as everybody is: hit as in the finding,
        by a rule of it, and without a way out of enough strength. None: he is not."""
        plan, g, domein = self.plan, self.getuige, self.domein
        assert domein is not None
        burger = naar_casus(plan, self.huishouden, bewijs.getuigen[0])
        grond = ground(plan, self.huishouden, vragen(plan, self.huishouden))
        veeg = veeg_van(plan, Opdracht(burger, grond, g.as_object, g.as_, domein))
        drempels = self.bij.maatstaf.voor(plan.model)
        for w in kijk("as", veeg, drempels) if veeg is not None else ():
            if w.patroon != self.bevinding.patroon or not self._zelfde_maat(w):
                continue
            zaak = werk_uit(self._bij(w, bewijs), self.bij.maatstaf)
            geraakt = any(not set(b.regels).isdisjoint(self.regels) for b in zaak.blaam)
            if geraakt and zaak.dekking.sterkte < self.sigma and vergelijkbaar(zaak.paar):
                return zaak
        return None

    def _zelfde_maat(self, w: Waarneming) -> bool:
        """A ratio is of one norm and of one person."""
        return not isinstance(w.hard, Verhouding) or w.hard == self.bevinding.hard

    def _bij(self, w: Waarneming, bewijs: Bewijs) -> Waarneming:
        """Of a ratio the pattern tells the worst place of a stretch; the citizen of the solver
        stands elsewhere on it."""
        if not isinstance(w.hard, Verhouding) or not isinstance(w.onderscheid, OpAs):
            return w
        g, veeg = self.getuige, w.onderscheid.veeg
        waarde = bewijs.getuigen[0].invoer[InvoerSleutel(g.as_object, g.as_)]
        plek = OpAs(veeg, int(waarde / veeg.as_.eenheid), w.onderscheid.x_buur)
        return replace(w, onderscheid=plek, maat=bewijs.maat or w.maat, bewijs=())

    def onbekend(self, reden: str) -> Dekkingsbewijs:
        return replace(self._antwoord("onbekend", "tekst"), reden=reden)

    def _antwoord(
        self,
        uitkomst: Literal["bewezen", "tegenvoorbeeld", "onbekend"],
        grond: Literal["tekst", "berekening", "bewijzer"],
    ) -> Dekkingsbewijs:
        namen = [naam for naam, _ in self.uitwegen.clausules]
        return Dekkingsbewijs(
            uitkomst,
            grond,
            self.wie,
            self.regels,
            self.sigma,
            (*self.uitwegen.algemeen, *namen),
            _normen(v for _, v in self.uitwegen.clausules),
        )


def _normen(versies: Iterable[Clausuleversie]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(norm for versie in versies for norm in versie.normen))
