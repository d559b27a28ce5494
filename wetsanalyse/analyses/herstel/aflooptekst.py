"""The text of a variant in which an amount runs off beyond the border."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wetsanalyse.analyses.herstel import knopen as k
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.afloop import Afloop, Geraakt, gewijzigd
from wetsanalyse.analyses.herstel.basis import Onmogelijk
from wetsanalyse.analyses.herstel.boom import vervang
from wetsanalyse.analyses.herstel.grens import Stand
from wetsanalyse.syntax import tree as t

VERLIES, DEEL = "verlies aan de grens", "deel van het verlies"
Over = Callable[[Afloop, t.Vergelijking], str]


@dataclass(frozen=True)
class Bedragsgewijs:
    """What comes off is an amount in the unit of the border: ``deel`` makes it of what is over."""

    deel: Callable[[str], str] = lambda over: over


@dataclass(frozen=True)
class Naarrato:
    """What comes off is a part of each amount: ``blijft`` and ``vervalt`` make what is left and
    what goes of an amount and what is over. ``delend``: it divides by what may be nothing."""

    blijft: Callable[[str, str], str]
    vervalt: Callable[[str, str], str]
    delend: bool = False


Wijze = Bedragsgewijs | Naarrato


def tekst(
    a: Afloop, wijze: Wijze, *los: str, over: Over | None = None, achter: str = "met afloop"
) -> str:
    """The whole variant. ``los`` are further blocks; ``over``: how it is measured, if not as a
    difference; ``achter``: what the rule for an amount is called."""
    delen = _Delen(a, wijze)
    blokken = [
        z.extensie(a.aanleiding, a.objecttype, delen.leden()),
        *los,
        *map(z.blok, gewijzigd(a)),
        *_overschrijding(a, over or _verschil),
        *delen.samen(),
    ]
    for g in a.geraakt:
        blokken += [*delen.vast(g), *delen.bedrag(g, achter)]
    return "\n\n".join(blokken)


@dataclass(frozen=True)
class _Delen:
    a: Afloop
    wijze: Wijze

    @property
    def verdeeld(self) -> bool:
        return isinstance(self.wijze, Bedragsgewijs) and self.a.gedeeld

    def leden(self) -> list[str]:
        a, tijd = self.a, self.a.grens.maat.is_tijd
        maat = "dg" if tijd else str(a.grens.maat.eenheid)
        in_maat = f" met eenheid {maat}" if maat else ""
        uit: list[str] = []
        for g in a.geraakt:
            namen = (g.zonder, g.vast) if g.grond else (g.zonder,)
            uit += [z.attribuut_zoals(a.aanleiding, g.bedrag.attribuut, n) for n in namen]
        uit.append(f"het {a.over}\tNumeriek (niet-negatief getal){in_maat}")
        if self.verdeeld:
            uit += [
                f"het {VERLIES}\tNumeriek (niet-negatief getal){in_maat}",
                f"het {DEEL}\tNumeriek (niet-negatief getal)",
            ]
        return uit

    def samen(self) -> list[str]:
        """What is lost at the border in all, and which part of it counts."""
        if not self.verdeeld:
            return []
        a, wijze = self.a, self.wijze
        assert isinstance(wijze, Bedragsgewijs)
        for naam in (VERLIES, DEEL):
            z.vrij(a.aanleiding, naam)
        if a.personen > 1 and not a.anderen:
            raise Onmogelijk(
                f"de grens raakt {a.personen} personen van één huishouden tegelijk, en zij zijn "
                "niet elkaars enige partner; dan is de overschrijding niet over hen te verdelen"
            )
        van_wie = ["", *(f" van zijn {rol}" for rol in a.anderen)]
        verlies = " plus ".join(
            z.in_eenheid(self.verlies(g, wie), g.type.eenheid, a.grens.maat.eenheid)
            for g in a.geraakt
            for wie in van_wie
        )
        span = a.grens.vergelijking.span
        totaal = k.keten(a.aanleiding, a.objecttype, VERLIES, span)
        nul = k.getal_nul(a.grens.maat.eenheid.machten, span)
        alle = k.alle([a.getroffen(), t.Vergelijking(totaal, "groter dan", nul, span=span)])
        over = wijze.deel(a.zijn(a.over))
        herkomst = z.herkomst_van(a.grens.standen[0][0])
        zinnen = {
            VERLIES: verlies,
            DEEL: f"({over} gedeeld door {a.zijn(VERLIES)}), met een maximum van 1 "
            f"{z.indien(alle)}",
        }
        return [
            z.regel(
                naam, a.geldig, f"Het {naam} van {a.wie} moet berekend worden als {zin}.",
                herkomst, stap=False,
            )
            for naam, zin in zinnen.items()
        ]  # fmt: skip

    def verlies(self, g: Geraakt, wie: str = "") -> str:
        """What of an amount the border decides about, of the person or of another (``wie``)."""
        lid = z.lidwoord(self.a.aanleiding, g.naam)

        def van(naam: str) -> str:
            return f"{lid} {naam}{wie}" if wie else self.a.zijn(naam)

        if not g.grond:
            return van(g.zonder)
        return f"({van(g.zonder)} min {van(g.vast)}, met een minimum van {z.nul(g.type)})"

    def vast(self, g: Geraakt) -> list[str]:
        """What there is of an amount in any case, for who is over the border."""
        uit: list[str] = []
        lid = z.lidwoord(self.a.aanleiding, g.naam)
        for n, kant in enumerate(g.grond, 1):
            doel = f"{z.hoofd(lid)} {g.vast} van {self.a.wie} moet"
            waarde = z.uitdrukking(kant.waarde)
            if kant.rest is True and isinstance(kant.stand.tekst.resultaat, t.Initialisatie):
                zin = f"{doel} geïnitialiseerd worden op {waarde}."
            else:
                zin = f"{doel} gesteld worden op {waarde} {self._bij_over(kant.rest)}."
            naam = g.vast if len(g.grond) == 1 else f"{g.vast}, geval {n}"
            uit.append(z.regel(naam, self.a.geldig, zin, z.herkomst_van(kant.stand), stap=False))
        return uit

    def _bij_over(self, rest: t.Conditie | bool) -> str:
        eis = self.a.getroffen()
        return z.indien(eis if isinstance(rest, bool) else k.alle([eis, rest]))

    def bedrag(self, g: Geraakt, achter: str) -> list[str]:
        """The rule that makes the amount; with a second one for who is not over the border, where
        the first would say something about him too."""
        a, wijze = self.a, self.wijze
        zonder, over, nul = a.zijn(g.zonder), a.zijn(a.over), z.nul(g.type)
        delend = self.verdeeld or bool(g.grond) or g.last
        if self.verdeeld:
            vervalt = f"({self.verlies(g)} maal {a.zijn(DEEL)})"
            blijft = f"{zonder} min {vervalt}"
        elif isinstance(wijze, Bedragsgewijs):
            vervalt = z.in_eenheid(wijze.deel(over), a.grens.maat.eenheid, g.type.eenheid)
            blijft = f"{zonder} min {vervalt}"
        else:
            delend |= wijze.delend
            vervalt, blijft = wijze.vervalt(zonder, over), wijze.blijft(zonder, over)
        if g.last:
            komt = f"({a.zijn(g.vast)} plus {vervalt})" if g.grond else vervalt
            waarde = f"{zonder}, met een maximum van {komt}"
        elif g.grond:
            rest = f"({blijft}, met een minimum van {nul})"
            waarde = f"de maximale waarde van {rest} en {a.zijn(g.vast)}"
        else:
            waarde = f"{blijft}, met een minimum van {nul}"
        doel = f"{z.hoofd(z.lidwoord(a.aanleiding, g.naam))} {g.naam} van {a.wie} moet"
        slot = f" {z.indien(a.getroffen())}" if delend else ""
        zin = f"{doel} berekend worden als {z.afgerond(g.type, waarde)}{slot}."
        herkomst = z.met_bron(
            z.herkomst_van(g.bedrag.alles[0]), z.herkomst_van(a.grens.standen[0][0])
        )
        uit = [z.regel(f"{g.naam} {achter}", a.geldig, zin, herkomst)]
        if delend:
            binnen = f"{doel} geïnitialiseerd worden op {zonder}."
            uit.append(z.regel(f"{g.naam} binnen de grens", a.geldig, binnen, herkomst))
        return uit


# ------------------------------------------------------------------ what is over the border


def kanten(a: Afloop, v: t.Vergelijking) -> tuple[str, str]:
    """The side that is too large for who is hit, and the side that it is held against."""
    te_veel, norm = v.links, v.rechts
    if not a.grens.bovengrens:
        te_veel, norm = norm, te_veel
    return z.uitdrukking(te_veel), z.uitdrukking(norm)


def _verschil(a: Afloop, v: t.Vergelijking) -> str:
    """How much one is over the border."""
    te_veel, norm = kanten(a, v)
    return f"{te_veel} min {norm}, met een minimum van {z.nul(a.grens.maat)}"


def _overschrijding(a: Afloop, over: Over) -> list[str]:
    """The rules for what is over the border, for whom the rest of each condition holds. Rules that
    say the same of the same people are one."""
    gevallen: dict[tuple[str, str], Stand] = {}
    for stand, v in a.grens.standen:
        rest = vervang(stand.tekst.voorwaarde, lambda c, v=v: True if c == v else None)  # type: ignore[arg-type, misc]
        if rest is False:
            raise Onmogelijk("de voorwaarde bij de grens is op geen andere manier te schrijven")
        gevallen.setdefault((over(a, v), "" if rest is True else f" {z.indien(rest)}"), stand)
    altijd = {waarde for waarde, voorwaarde in gevallen if not voorwaarde}
    over_ = {wat: s for wat, s in gevallen.items() if not wat[1] or wat[0] not in altijd}
    return [
        z.regel(
            f"{a.over}: {stand.versie.regel}" if len(over_) > 1 else a.over, a.geldig,
            f"Het {a.over} van {a.wie} moet berekend worden als {waarde}{voorwaarde}.",
            z.herkomst_van(stand), stap=False,
        )
        for (waarde, voorwaarde), stand in over_.items()
    ]  # fmt: skip
