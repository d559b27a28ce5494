"""The border taken away, and what lies beyond it made to run off: the technique of the templates
`kap`, `afbouw`, `tolerantie` and `evenredig`. [hardheid 8]

The rules that give the guarded amount go on to compute it as if nobody were over the border; they
give it another name. A new rule says what is over the border, and one more makes the amount of the
two. So nothing is computed twice, and whoever stays on the good side gets what he got."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.boom import vervang, wijzig
from wetsanalyse.analyses.herstel.grens import (
    Bedrag,
    Grens,
    Stand,
    bewaakt_bedrag,
    venster,
    vind_grens,
    waarden,
)
from wetsanalyse.model.types import Type
from wetsanalyse.syntax import tree as t


@dataclass(frozen=True)
class Afloop:
    """What a template of this kind needs: the border, the amount, and the names for the text."""

    aanleiding: Aanleiding = field(repr=False)
    grens: Grens
    bedrag: Bedrag
    geldig: t.Geldigheid
    last: bool
    """Whether the amount is a burden: then it is the growth that is held back."""

    @property
    def objecttype(self) -> str:
        return self.bedrag.eigenschap[0]

    @property
    def zonder(self) -> str:
        return f"{self.bedrag.attribuut.naam} vóór de grens"

    @property
    def over(self) -> str:
        """What the excess, or the shortfall, is called."""
        return "bedrag over de grens" if self.grens.bovengrens else "tekort tot de grens"

    @property
    def type(self) -> Type:
        return self.bedrag.attribuut.type

    @property
    def geldigheid(self) -> tuple[date | None, date | None]:
        return self.geldig.van, self.geldig.tot

    def zijn(self, naam: str) -> str:
        return z.zijn(self.aanleiding, self.objecttype, naam)

    def omgerekend(self, tekst: str) -> str:
        """An amount in the unit of the border as one in the unit of the guarded amount."""
        return z.in_eenheid(tekst, self.grens.maat.eenheid, self.type.eenheid)


def afloop(aanleiding: Aanleiding) -> Afloop:
    """Raises Onmogelijk where the law has another shape."""
    grens = vind_grens(aanleiding)
    bedrag = bewaakt_bedrag(grens)
    if bedrag.eigenschap[0] != grens.poort[0]:
        raise Onmogelijk("de grens gaat over iemand anders dan wie het bedrag krijgt")
    if any(stand.tekst.variabelen for stand, _ in grens.standen):
        raise Onmogelijk("de regel met de grens gebruikt eigen tussenstappen (Daarbij geldt)")
    burger, buur = waarden(aanleiding, bedrag.attribuut.naam)
    if burger == buur:
        raise Onmogelijk(f"“{bedrag.attribuut.naam}” verschilt niet tussen de twee burgers")
    geldig = venster((*(s for s, _ in grens.standen), *bedrag.standen))
    # Whoever gains by a larger amount loses by a smaller one; the pair itself tells which it is.
    last = burger > buur
    z.vrij(aanleiding, f"{bedrag.attribuut.naam} vóór de grens")
    a = Afloop(aanleiding, grens, bedrag, geldig, last)
    z.vrij(aanleiding, a.over)
    return a


def eis_geld(a: Afloop) -> None:
    if not z.is_geld(a.grens.maat):
        raise Onmogelijk(
            "de grens is geen bedrag in euro’s, dus de overschrijding is niet met het verlies te "
            "vergelijken"
        )
    if not z.is_geld(a.type):
        raise Onmogelijk(f"“{a.bedrag.attribuut.naam}” is geen bedrag in euro’s")


def tekst(
    a: Afloop,
    slot: Callable[[str, str], str],
    *los: str,
    over: Over | None = None,
    eenheid: str | None = None,
) -> str:
    """The whole variant. ``slot`` makes the value of the amount from the amount without the border
    and what is over it; ``los`` are further blocks; ``over`` and ``eenheid``: how and in what unit
    it is measured, if not as a difference."""
    maat = eenheid or str(a.grens.maat.eenheid)
    leden = [
        z.attribuut_zoals(a.aanleiding, a.bedrag.attribuut, a.zonder),
        f"het {a.over}\tNumeriek (niet-negatief getal)" + (f" met eenheid {maat}" if maat else ""),
    ]
    eerste = a.grens.standen[0][0]
    naam = a.bedrag.attribuut.naam
    waarde = slot(a.zijn(a.zonder), a.zijn(a.over))
    zin = (
        f"{z.lidwoord(a.aanleiding, naam)} {naam} van {z.van_wie(a.bedrag)} moet berekend worden "
        f"als {waarde}."
    )
    blokken = [
        z.extensie(a.aanleiding, a.objecttype, leden),
        *los,
        *_gewijzigd(a),
        *(_over(a, stand, v, over or _verschil) for stand, v in a.grens.standen),
        z.regel(f"{naam} met afloop", a.geldig, zin, z.herkomst_van(eerste)),
    ]
    return "\n\n".join(blokken)


def _gewijzigd(a: Afloop) -> list[str]:
    """The rules of the law that change: those with the border, and those that give the amount."""
    naam = a.bedrag.attribuut.naam
    anders = {s.versie.regel: s.regel for s, _ in a.grens.standen}
    if a.last:
        anders = {}  # a burden is computed as it was, and then held back

    def zonder_grens(versie: t.Regelversie) -> t.Regelversie | None:
        if not isinstance(versie.voorwaarde, t.Bewering):
            return versie
        over = vervang(versie.voorwaarde, a.grens.gehouden)
        if over is False:
            return None
        return replace(versie, voorwaarde=None if over is True else over)

    uit = {n: wijzig(regel, a.geldig, zonder_grens) for n, regel in anders.items()}
    for stand in a.bedrag.standen:
        basis = uit.get(stand.versie.regel, stand.regel)
        if not a.last and stand.versie.regel not in uit:
            basis = wijzig(basis, a.geldig, zonder_grens)
        uit[stand.versie.regel] = z.met_andere_naam(basis, a.geldig, naam, a.zonder)
    return [z.blok(regel) for regel in uit.values()]


Over = Callable[[Afloop, t.Vergelijking], str]


def kanten(a: Afloop, v: t.Vergelijking) -> tuple[str, str]:
    """The side that is too large for who is hit, and the side that it is held against."""
    te_veel, norm = v.links, v.rechts
    if not _bovengrens(a, v):
        te_veel, norm = norm, te_veel
    return z.uitdrukking(te_veel), z.uitdrukking(norm)


def _verschil(a: Afloop, v: t.Vergelijking) -> str:
    """How much one is over the border."""
    te_veel, norm = kanten(a, v)
    return f"{te_veel} min {norm}, met een minimum van {z.nul(a.grens.maat)}"


def _bovengrens(a: Afloop, v: t.Vergelijking) -> bool:
    zelfde = v.woord == a.grens.vergelijking.woord
    return a.grens.bovengrens if zelfde else not a.grens.bovengrens


def _over(a: Afloop, stand: Stand, v: t.Vergelijking, over: Over) -> str:
    """The rule for what is over the border, for whom the rest of the condition holds."""
    rest = vervang(stand.tekst.voorwaarde, lambda c: True if c == v else None)  # type: ignore[arg-type]
    if rest is False:
        raise Onmogelijk("de voorwaarde bij de grens is op geen andere manier te schrijven")
    voorwaarde = ""
    if rest is not True:
        voorwaarde = f" {z.indien(rest)}"
    zin = (
        f"Het {a.over} van {z.van_wie(a.bedrag)} moet berekend worden als {over(a, v)}{voorwaarde}."
    )
    naam = f"{a.over}: {stand.versie.regel}" if len(a.grens.standen) > 1 else a.over
    return z.regel(naam, a.geldig, zin, z.herkomst_van(stand), stap=False)
