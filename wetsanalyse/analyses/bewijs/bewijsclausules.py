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
from wetsanalyse.analyses.bewijs.clausulevragen import Clausules
from wetsanalyse.analyses.bewijs.kliffen import Stap, eigen_uitkomsten, veilig
from wetsanalyse.analyses.oorzaak.hardheidsproef import Verhouding
from wetsanalyse.analyses.verlopen.positie import NETTO
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Clausuleversie
from wetsanalyse.model.terms import Term
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.ops import InvoerSleutel
from wetsanalyse.run.exact import Geval
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
    """One way to be harsh: when, and the citizen who is hit (as the other inputs he has)."""

    hard: Formule
    anders: Mapping[InvoerSleutel, Onbekende] = field(default_factory=dict)
    geraakt: Mapping[str, Formule] | None = None
    """Whose own outcome it is about; None: nobody knows."""


def ongedekt(
    plan: Plan,
    huishouden: Huishouden,
    hard: Klifproef | Verhouding,
    helpend: Sequence[Clausuleversie],
    *,
    regels: Iterable[str] = (),
    domein: Domeinen | None = None,
    vast: Mapping[Sleutel, Any] = NIETS,
    tijd: float = TIJD,
) -> Bewijs:
    """Is there somebody who is hit hard and for whom none of these clauses can be met? Which
    clauses help (by their reach and strength) is for the caller to say. ``regels``: only who is
    hit where one of these rules gives the neighbour something else; nobody is left out for whom
    the harsh outcome is gone without them."""
    stelling = "Niemand wordt hard geraakt zonder dat een van de clausules voor hem kan gelden"
    clausules = Clausules(helpend, huishouden)
    zoek = _Clausulevraag(
        plan, huishouden, hard, clausules, False, domein, vast, tijd, frozenset(regels)
    )
    return veilig(stelling, lambda: zoek.doe(stelling))


def kan_vervuld(
    plan: Plan,
    huishouden: Huishouden,
    clausuleversie: Clausuleversie,
    extra: Klifproef | Verhouding | None = None,
    *,
    domein: Domeinen | None = None,
    vast: Mapping[Sleutel, Any] = NIETS,
    tijd: float = TIJD,
) -> Bewijs:
    """Can the condition of a clause be met, by somebody who is hit hard if ``extra`` says how?
    ``bewezen``: by nobody, so the clause is dead. ``tegenvoorbeeld``: by this citizen. [P16]"""
    wie = "Niemand" if extra is None else "Niemand die hard wordt geraakt,"
    stelling = f"{wie} kan aan de voorwaarde van de clausule voldoen"
    clausules = Clausules([clausuleversie], huishouden)
    zoek = _Clausulevraag(plan, huishouden, extra, clausules, True, domein, vast, tijd)
    return veilig(stelling, lambda: zoek.doe(stelling))


@dataclass(frozen=True)
class _Clausulevraag:
    """Somebody who is hit, and for whom a clause can be met (``vervuld``) or none can."""

    plan: Plan
    huishouden: Huishouden
    hard: Klifproef | Verhouding | None
    clausules: Clausules
    vervuld: bool
    domein: Domeinen | None
    vast: Mapping[Sleutel, Any]
    tijd: float
    regels: frozenset[str] = frozenset()

    def doe(self, stelling: str) -> Bewijs:
        vragen = self.clausules.vragen
        stuk = self._stuk(vragen)
        kanten, speel = self._kanten(stuk)
        eis = of_alle(en(k.hard, self._past(stuk, k)) for k in kanten)
        if eis is False:
            return Bewijs("bewezen", stelling, aannamen=stuk.aannamen)

        def naspel(gevonden: Mapping[str, int | bool]) -> Any:
            gespeeld = speel(gevonden)
            if gespeeld is None:
                return None
            antwoorden = stuk.exact(gespeeld[1][0], tuple(vragen))
            waar = {v: a is True for v, a in zip(vragen, antwoorden, strict=True)}
            return (
                gespeeld
                if self._kan(waar, self._geraakt(stuk, gespeeld[1])) is self.vervuld
                else None
            )

        gevonden = bestaat(Oplosser(stuk.eisen, self.tijd), stelling, eis, naspel)
        return replace(gevonden, aannamen=stuk.aannamen)

    def _stuk(self, vragen: Mapping[str, Term]) -> Vraagstuk:
        eigen: tuple[str, ...] = ()
        vast = dict(self.vast)
        if isinstance(self.hard, Klifproef):
            eigen = (self.hard.vraag,)
            vast.pop((self.hard.object, self.hard.eigenschap), None)
        elif self.hard is not None:
            eigen = self.hard.vragen
        return bouw(
            self.plan,
            self.huishouden,
            [*eigen, *vragen],
            extra=vragen,
            vast=vast,
            domein=self.domein,
            ja=self.clausules.normen,
        )

    def _past(self, stuk: Vraagstuk, kant: _Kant) -> Formule:
        namen = tuple(self.clausules.vragen)
        waar = {n: s.waar for n, s in zip(namen, stuk.vertaal(namen, kant.anders), strict=True)}
        kan = self._kan(waar, kant.geraakt)
        return kan if self.vervuld else niet(kan)

    def _kan(self, waar: Mapping[str, Formule], geraakt: Mapping[str, Formule] | None) -> Formule:
        """Whether it can be met: by anybody, to be alive; by who is hit, to leave nobody out."""
        if self.vervuld:
            return self.clausules.voor_iemand(waar)
        if geraakt is None:
            return self.clausules.voor_elk(waar)
        return self.clausules.voor_getroffenen(waar, geraakt)

    def _geraakt(self, stuk: Vraagstuk, paar: tuple[Geval, ...]) -> Mapping[str, bool] | None:
        """The same of two citizens who were run exactly."""
        if not isinstance(self.hard, Klifproef):
            return None
        een, ander = paar
        vragen = {wie: eigen_uitkomsten(stuk, wie) for wie in self.clausules.met_meer}
        return {wie: stuk.exact(een, v) != stuk.exact(ander, v) for wie, v in vragen.items()}

    def _kanten(self, stuk: Vraagstuk) -> tuple[list[_Kant], Callable[..., Any]]:
        match self.hard:
            case None:
                return [_Kant(True)], lambda gevonden: (None, (stuk.geval(gevonden),))
            case Klifproef() as klif:
                return _bij_klif(stuk, klif, self.regels, self.clausules.met_meer)
            case Verhouding() as verhouding:
                return _bij_verhouding(stuk, verhouding)


def _bij_klif(
    stuk: Vraagstuk, klif: Klifproef, regels: frozenset[str], wie: Iterable[str]
) -> tuple[list[_Kant], Callable[..., Any]]:
    """On either side of the step somebody may be the one who is hit."""
    sleutel = InvoerSleutel(klif.object, klif.eigenschap)
    if sleutel not in stuk.onbekend:
        return [], lambda _: None
    stap, grens = Stap(stuk, sleutel, klif.vraag), constante(klif.grens)
    door = stap.anders_in(regels)
    geraakt = {naam: stap.geraakt(naam) for naam in wie}
    daalt = en(stap.er, door, niet(is_kleiner(stap.daling, grens)))
    stijgt = en(stap.er, door, niet(is_kleiner(negatief(stap.daling), grens)))

    def speel(gevonden: Mapping[str, int | bool]) -> Any:
        gespeeld = stap.speel(gevonden)
        return gespeeld if gespeeld is not None and gespeeld[0] >= klif.grens else None

    return [_Kant(daalt, stap.verder, geraakt), _Kant(stijgt, {}, geraakt)], speel


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
