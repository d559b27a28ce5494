"""Layer L3 for clauses: is somebody who is hit hard left without one, and can it ever apply?
[hardheid 6.1, P16]

Which clauses help, by their reach and their strength, is for the caller to say; here their
conditions are put to everybody. What stands beside an open norm must hold, the norm itself counts
as possible, as in `dekking`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from wetsanalyse.analyses.bewijs.bewijsvraag import (
    NIETS,
    Domeinen,
    Sleutel,
    Vraagstuk,
    bouw,
)
from wetsanalyse.analyses.bewijs.kliffen import Stap, veilig
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verhouding
from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Clausuleversie
from wetsanalyse.model.terms import Term
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel, OordeelSleutel
from wetsanalyse.run.symbolisch import Onbekende
from wetsanalyse.run.symbolisch_getal import (
    constante,
    is_kleiner,
    negatief,
    product,
)
from wetsanalyse.run.symbolisch_termen import (
    TIJD,
    Formule,
    Oplosser,
    en,
    niet,
    of_alle,
)
from wetsanalyse.run.symbolisch_waarde import NUL
from wetsanalyse.run.symbolisch_zoeken import Bewijs, bestaat


@dataclass(frozen=True, slots=True)
class Klifproef:
    """Harsh: one legal unit on this axis, either way, costs at least ``grens``."""

    object: str
    eigenschap: str
    grens: Fraction
    vraag: str = NETTO


@dataclass(frozen=True)
class _Kant:
    """One way to be harsh: when, who is hit (as the others inputs he has), and how it is replayed:
    the size and the citizens with the one who is hit first."""

    hard: Formule
    anders: Mapping[InvoerSleutel, Onbekende] = field(default_factory=dict)


@dataclass(frozen=True)
class _Clausules:
    """The conditions of some clauses, put to each person whom they can be about."""

    versies: Sequence[Clausuleversie]
    personen: Mapping[int, tuple[str, ...]]

    @property
    def vragen(self) -> dict[str, Term]:
        gevonden: dict[str, Term] = {}
        for nummer, versie in enumerate(self.versies):
            if versie.voorwaarde is not None:
                for naam in self.personen[nummer]:
                    term = voor_persoon(versie.voorwaarde, naam, versie.objecttype)
                    gevonden[f"clausule {nummer}: {naam}"] = term
        return gevonden

    @property
    def normen(self) -> list[OordeelSleutel]:
        """What stands beside an open norm must hold; the norm itself counts as possible."""
        return [
            OordeelSleutel(norm, naam)
            for nummer, versie in enumerate(self.versies)
            for norm in versie.normen
            for naam in self.personen[nummer]
        ]

    @property
    def altijd(self) -> bool:
        return any(
            versie.voorwaarde is None and self.personen[nummer]
            for nummer, versie in enumerate(self.versies)
        )


def _clausules(
    versies: Sequence[Clausuleversie], huishouden: Huishouden, getroffen: Iterable[str]
) -> _Clausules:
    geraakt = frozenset(getroffen)
    personen: dict[int, tuple[str, ...]] = {}
    for nummer, versie in enumerate(versies):
        alle = [n for n, t in huishouden.objecten if t == versie.objecttype]
        personen[nummer] = tuple([n for n in alle if n in geraakt] or alle)
    return _Clausules(versies, personen)


def ongedekt(
    plan: Plan,
    huishouden: Huishouden,
    hard: Klifproef | Verhouding,
    helpend: Sequence[Clausuleversie],
    *,
    getroffen: Iterable[str] = (),
    domein: Domeinen | None = None,
    vast: Mapping[Sleutel, Any] = NIETS,
    tijd: float = TIJD,
) -> Bewijs:
    """Is there somebody who is hit hard and for whom none of these clauses can be met? Which
    clauses help (by their reach and strength) is for the caller to say."""
    stelling = "Niemand wordt hard geraakt zonder dat een van de clausules voor hem kan gelden"
    clausules = _clausules(helpend, huishouden, getroffen)
    zoek = _Clausulevraag(plan, huishouden, hard, clausules, False, domein, vast, tijd)
    return veilig(stelling, lambda: zoek.doe(stelling))


def kan_vervuld(
    plan: Plan,
    huishouden: Huishouden,
    clausuleversie: Clausuleversie,
    extra: Klifproef | Verhouding | None = None,
    *,
    getroffen: Iterable[str] = (),
    domein: Domeinen | None = None,
    vast: Mapping[Sleutel, Any] = NIETS,
    tijd: float = TIJD,
) -> Bewijs:
    """Can the condition of a clause be met, by somebody who is hit hard if ``extra`` says how?
    ``bewezen``: by nobody, so the clause is dead. ``tegenvoorbeeld``: by this citizen. [P16]"""
    wie = "Niemand" if extra is None else "Niemand die hard wordt geraakt,"
    stelling = f"{wie} kan aan de voorwaarde van de clausule voldoen"
    clausules = _clausules([clausuleversie], huishouden, getroffen)
    zoek = _Clausulevraag(plan, huishouden, extra, clausules, True, domein, vast, tijd)
    return veilig(stelling, lambda: zoek.doe(stelling))


@dataclass(frozen=True)
class _Clausulevraag:
    """Somebody who is hit, and for whom a clause can be met (``vervuld``) or none can."""

    plan: Plan
    huishouden: Huishouden
    hard: Klifproef | Verhouding | None
    clausules: _Clausules
    vervuld: bool
    domein: Domeinen | None
    vast: Mapping[Sleutel, Any]
    tijd: float

    def doe(self, stelling: str) -> Bewijs:
        vragen = self.clausules.vragen
        eigen: tuple[str, ...] = ()
        vast = dict(self.vast)
        if isinstance(self.hard, Klifproef):
            eigen = (self.hard.vraag,)
            vast.pop((self.hard.object, self.hard.eigenschap), None)
        elif self.hard is not None:
            eigen = self.hard.vragen
        stuk = bouw(
            self.plan,
            self.huishouden,
            [*eigen, *vragen],
            extra=vragen,
            vast=vast,
            domein=self.domein,
            ja=self.clausules.normen,
        )
        kanten, speel = self._kanten(stuk)
        eis = of_alle(en(k.hard, self._past(stuk, k, tuple(vragen))) for k in kanten)
        if eis is False:
            return Bewijs("bewezen", stelling, aannamen=stuk.aannamen)

        def naspel(gevonden: Mapping[str, int | bool]) -> Any:
            gespeeld = speel(gevonden)
            if gespeeld is None:
                return None
            antwoorden = stuk.exact(gespeeld[1][0], tuple(vragen))
            kan = self.clausules.altijd or any(a is True for a in antwoorden)
            return gespeeld if kan is self.vervuld else None

        gevonden = bestaat(Oplosser(stuk.eisen, self.tijd), stelling, eis, naspel)
        return replace(gevonden, aannamen=stuk.aannamen)

    def _past(self, stuk: Vraagstuk, kant: _Kant, vragen: tuple[str, ...]) -> Formule:
        if self.clausules.altijd:
            return self.vervuld
        kan = of_alle(s.waar for s in stuk.vertaal(vragen, kant.anders))
        return kan if self.vervuld else niet(kan)

    def _kanten(self, stuk: Vraagstuk) -> tuple[list[_Kant], Callable[..., Any]]:
        match self.hard:
            case None:
                return [_Kant(True)], lambda gevonden: (None, (stuk.geval(gevonden),))
            case Klifproef() as klif:
                return _bij_klif(stuk, klif)
            case Verhouding() as verhouding:
                return _bij_verhouding(stuk, verhouding)


def _bij_klif(stuk: Vraagstuk, klif: Klifproef) -> tuple[list[_Kant], Callable[..., Any]]:
    """On either side of the step somebody may be the one who is hit."""
    sleutel = InvoerSleutel(klif.object, klif.eigenschap)
    if sleutel not in stuk.onbekend:
        return [], lambda _: None
    stap, grens = Stap(stuk, sleutel, klif.vraag), constante(klif.grens)
    daalt = en(stap.er, niet(is_kleiner(stap.daling, grens)))
    stijgt = en(stap.er, niet(is_kleiner(negatief(stap.daling), grens)))

    def speel(gevonden: Mapping[str, int | bool]) -> Any:
        gespeeld = stap.speel(gevonden)
        return gespeeld if gespeeld is not None and gespeeld[0] >= klif.grens else None

    return [_Kant(daalt, stap.verder), _Kant(stijgt)], speel


def _bij_verhouding(stuk: Vraagstuk, proef: Verhouding) -> tuple[list[_Kant], Callable[..., Any]]:
    gevolg, tekort = stuk.vertaal(proef.vragen)
    c, t = gevolg.getal, tekort.getal
    keer = product(constante(proef.hard), t)
    hard = en(
        gevolg.er,
        tekort.er,
        is_kleiner(NUL, t),
        niet(is_kleiner(c, constante(proef.materieel))),
        niet(is_kleiner(c, keer)),
    )

    def speel(gevonden: Mapping[str, int | bool]) -> Any:
        geval = stuk.geval(gevonden)
        a, b = stuk.exact(geval, proef.vragen)
        getallen = isinstance(a, Fraction) and isinstance(b, Fraction)
        if not getallen or not proef.is_hard((a, b), ()):
            return None
        return a / b, (geval,)

    return [_Kant(hard)], speel
