"""The border taken away, and what lies beyond it made to run off: the technique of the templates
`kap`, `afbouw`, `tolerantie`, `evenredig` and `tijdsevenredig`. [hardheid 8]

The rules that give a guarded amount go on to compute it as if nobody were over the border (a
burden: as they do); they give it another name. A new rule says what is over the border, and one
more makes the amount of the two. So nothing is computed twice, and whoever stays on the good side
keeps what he had. Where more amounts fall at one border, or those of more persons, each loses in
proportion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from wetsanalyse.analyses.herstel import knopen as k
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.bedrag import (
    Bedrag,
    Kant,
    aan_kant,
    bedrag,
    gehouden_op,
    geraakte_bedragen,
)
from wetsanalyse.analyses.herstel.boom import (
    OMGEKEERD,
    STRIKT,
    Versiewijziging,
    geldigheid,
    vervang,
    wijzig,
)
from wetsanalyse.analyses.herstel.grens import (
    Grens,
    Stand,
    per_persoon,
    venster,
    vind_grens,
    waarden,
)
from wetsanalyse.model.lezen_termen import Eigenschap
from wetsanalyse.model.types import Type
from wetsanalyse.syntax import tree as t


@dataclass(frozen=True)
class Geraakt:
    """One amount that falls at the border, or a burden that grows there. ``grond``: the rules that
    say what there is of it in any case: of a claim what one keeps beyond the border, of a burden
    what one has to pay without it."""

    bedrag: Bedrag
    last: bool
    grond: tuple[Kant, ...] = field(repr=False)

    @property
    def naam(self) -> str:
        return self.bedrag.attribuut.naam

    @property
    def zonder(self) -> str:
        return f"{self.naam} vóór de grens"

    @property
    def vast(self) -> str:
        return f"{self.naam} in elk geval"

    @property
    def type(self) -> Type:
        return self.bedrag.attribuut.type


@dataclass(frozen=True)
class Afloop:
    """What a template of this kind needs: the border, the amounts, and the names for the text.
    ``anderen``: how the text names others in the household who lose at the same border."""

    aanleiding: Aanleiding = field(repr=False)
    grens: Grens
    geraakt: tuple[Geraakt, ...]
    geldig: t.Geldigheid
    personen: int
    anderen: tuple[str, ...]
    band: bool = False
    """Whether there is room beyond the border in which nothing is lost."""

    @property
    def objecttype(self) -> str:
        return self.grens.poort[0]

    @property
    def over(self) -> str:
        """What the excess, or the shortfall, is called."""
        if self.grens.maat.is_tijd:
            return "aantal dagen over de grens"
        soort = "bedrag" if z.is_geld(self.grens.maat) else "aantal"
        return f"{soort} over de grens" if self.grens.bovengrens else "tekort tot de grens"

    @property
    def gedeeld(self) -> bool:
        """Whether what is over the border has to be spread."""
        return len(self.geraakt) > 1 or self.personen > 1

    @property
    def lasten(self) -> bool:
        return all(g.last for g in self.geraakt)

    @property
    def geldigheid(self) -> tuple[date | None, date | None]:
        return self.geldig.van, self.geldig.tot

    @property
    def wie(self) -> str:
        return z.van_wie(self.geraakt[0].bedrag)

    def zijn(self, naam: str) -> str:
        return z.zijn(self.aanleiding, self.objecttype, naam)

    def getroffen(self) -> t.Conditie:
        """Who is over the border. Where everyone who is has something over it: ``zijn bedrag over
        de grens is groter dan 0 €``; else as the rules of the border have it."""
        if self.band or (self.grens.woord in STRIKT and not self.grens.maat.is_tijd):
            return k.een_van([self._over(stand, v) for stand, v in self.grens.standen])
        maat, span = self.grens.maat, self.grens.vergelijking.span
        keten = k.keten(self.aanleiding, self.objecttype, self.over, span)
        nul = k.getal_nul((("dg", 1),) if maat.is_tijd else maat.eenheid.machten, span)
        return t.Vergelijking(keten, "groter dan", nul, span=span)

    def _over(self, stand: Stand, v: t.Vergelijking) -> t.Conditie:
        over = replace(v, woord=OMGEKEERD[self.grens.woord])
        rest = vervang(stand.tekst.voorwaarde, lambda c: True if c == v else None)  # type: ignore[arg-type]
        return over if isinstance(rest, bool) else k.alle([over, rest])


def afloop(aanleiding: Aanleiding, *, band: bool = False) -> Afloop:
    """Raises Onmogelijk where the law has another shape."""
    grens = vind_grens(aanleiding)
    geraakt = tuple(_geraakt(grens, e) for e in geraakte_bedragen(grens))
    if any(stand.tekst.variabelen for stand, _ in grens.standen):
        raise Onmogelijk("de regel met de grens gebruikt eigen tussenstappen (Daarbij geldt)")
    regels = [stand.versie.id for stand, _ in grens.standen]
    if len(set(regels)) < len(regels):
        raise Onmogelijk("de grens staat meer dan één keer in dezelfde regel")
    geldig = venster((
        *(s.tekst.geldigheid for s, _ in grens.standen),
        *(g for b in geraakt for g in b.bedrag.geldigheden),
    ))  # fmt: skip
    if geldig.van is None and not all(g.last for g in geraakt) and _vervalt(grens, geraakt):
        # What goes has to end on some day: the new text begins in the year of the finding.
        geldig = geldigheid(geldig, date(aanleiding.paar.burger.rekendatum.year, 1, 1), geldig.tot)
    personen, anderen = _anderen(grens, geraakt)
    a = Afloop(aanleiding, grens, geraakt, geldig, personen, anderen, band)
    for naam in (a.over, *(n for g in geraakt for n in (g.zonder, g.vast))):
        z.vrij(aanleiding, naam)
    return a


def _geraakt(grens: Grens, eigenschap: Eigenschap) -> Geraakt:
    if eigenschap[0] != grens.poort[0]:
        raise Onmogelijk("de grens gaat over iemand anders dan wie het bedrag krijgt")
    van = bedrag(grens.aanleiding, eigenschap)
    # Whoever gains by a larger amount loses by a smaller one; the pair itself tells which it is.
    burger, buur = waarden(grens.aanleiding, eigenschap)
    last = burger > buur
    uitkomsten = grens.aanleiding.model.uitkomsten
    voor = {(n.object.objecttype, n.eigenschap) for u in uitkomsten for n in u.voordelen}
    tegen = {(n.object.objecttype, n.eigenschap) for u in uitkomsten for n in u.nadelen}
    if eigenschap in (voor if last else tegen):
        raise Onmogelijk(f"“{eigenschap[1]}” wordt bij deze grens juist beter voor de burger")
    return Geraakt(van, last, aan_kant(grens, van, goed=last))


def _vervalt(grens: Grens, geraakt: tuple[Geraakt, ...]) -> bool:
    """Whether some rule has nothing left to say once nobody is over the border."""
    teksten = [s.tekst for s, _ in grens.standen]
    teksten += [s.tekst for g in geraakt if not g.last for s in g.bedrag.standen]
    return any(
        vervang(tekst.voorwaarde, grens.gehouden) is False
        for tekst in teksten
        if isinstance(tekst.voorwaarde, t.Bewering)
    )


def _anderen(grens: Grens, geraakt: tuple[Geraakt, ...]) -> tuple[int, tuple[str, ...]]:
    """How many of a household lose at this border, and how a person is named by another."""
    a = grens.aanleiding
    wie = dict.fromkeys(
        wie for g in geraakt for wie, burger, buur in per_persoon(a, g.bedrag.eigenschap)
        if burger != buur
    )  # fmt: skip
    if len(wie) < 2:
        return len(wie), ()
    rollen: dict[str, None] = {}
    for feit in a.paar.burger.huishouden.feiten:
        if len(wie) == 2 and set(feit.objecten) == set(wie):
            soort = a.model.feittypen[feit.feittype]
            if not any(rol.meerdere for rol in soort.rollen):
                rollen.update(dict.fromkeys(rol.naam for rol in soort.rollen))
    return len(wie), tuple(rollen)


def eis_geld(a: Afloop) -> None:
    if not z.is_geld(a.grens.maat):
        raise Onmogelijk(
            "de grens is geen bedrag in euro’s, dus de overschrijding is niet met het verlies te "
            "vergelijken"
        )
    for g in a.geraakt:
        if not z.is_geld(g.type):
            raise Onmogelijk(f"“{g.naam}” is geen bedrag in euro’s")


# ------------------------------------------------------------------ the rules that the law has


def gewijzigd(a: Afloop) -> Iterator[t.Blok]:
    """The rules of the law that change: those with the border, and those that give an amount."""
    anders: dict[str, t.Regel] = {}
    if not a.lasten:
        for stand, _ in a.grens.standen:
            anders[stand.versie.regel] = wijzig(stand.regel, a.geldig, _zonder_grens(a))
    for g in a.geraakt:
        for stand in g.bedrag.standen:
            regel = anders.get(stand.versie.regel, stand.regel)
            if not g.last and stand.versie.regel not in anders:
                regel = wijzig(regel, a.geldig, _zonder_grens(a))
            elif g.last and not a.lasten:
                regel = wijzig(regel, a.geldig, _met_over(a))
            anders[stand.versie.regel] = z.met_andere_naam(regel, a.geldig, g.naam, g.zonder)
        if g.last and not a.lasten and g.bedrag.tabellen:
            raise Onmogelijk(
                f"“{g.naam}” komt uit een beslistabel en een ander bedrag uit een regel; die zijn "
                "niet samen te laten aflopen"
            )
    yield from anders.values()
    for g in a.geraakt:
        for tabel in g.bedrag.tabellen:
            yield z.tabel_met_andere_naam(tabel.tabel, tabel.kolom, a.geldig, g.naam, g.zonder)


def _zonder_grens(a: Afloop) -> Versiewijziging:
    def anders(versie: t.Regelversie) -> t.Regelversie | None:
        if not isinstance(versie.voorwaarde, t.Bewering):
            return versie
        over = vervang(versie.voorwaarde, a.grens.gehouden)
        if over is False:
            return None
        return replace(versie, voorwaarde=None if over is True else over)

    return anders


def _met_over(a: Afloop) -> Versiewijziging:
    """The rule of a burden beside which an amount falls: once nobody is over the border for that
    amount, what is over it says who bears the burden."""
    slecht = gehouden_op(a.grens, goed=False)

    def bij(c: t.Conditie) -> t.Conditie | None:
        waar = slecht(c) if isinstance(c, t.Naamtest) else None
        if not isinstance(waar, bool):
            return None
        if waar:
            return k.een_van([a.getroffen(), c])
        geen = t.Kwantificatie("geen", span=c.span)
        return k.alle([t.Samengesteld(None, geen, (a.getroffen(),), span=c.span), c])

    def anders(versie: t.Regelversie) -> t.Regelversie:
        if not isinstance(versie.voorwaarde, t.Bewering):
            return versie
        return replace(versie, voorwaarde=vervang(versie.voorwaarde, bij))  # type: ignore[arg-type]

    return anders
