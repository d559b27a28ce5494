"""An amount that a border decides about, with all that sets it: plain rules, decision tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.boom import Vervanging, vervang
from wetsanalyse.analyses.herstel.grens import (
    Grens,
    Stand,
    bewaakte_bedragen,
    geschreven,
    op_pad,
    per_persoon,
    waarden,
)
from wetsanalyse.analyses.oorzaak.tweeling import omgeslagen
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.clausulegevolgen import CLAUSULE
from wetsanalyse.model.lezen_termen import Eigenschap
from wetsanalyse.model.model import Attribuut, Regelversie
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import sleutel


@dataclass(frozen=True)
class Tabelstand:
    """A decision table that gives an amount, in one version; ``kolom``: the column that does."""

    tabel: t.Beslistabel = field(repr=False)
    tekst: t.Tabelversie = field(repr=False)
    kolom: int


@dataclass(frozen=True)
class Bedrag:
    """An amount that rules set, with the rules and the tables that do."""

    eigenschap: Eigenschap
    attribuut: Attribuut
    standen: tuple[Stand, ...] = field(repr=False)
    tabellen: tuple[Tabelstand, ...] = field(repr=False)

    @property
    def alles(self) -> tuple[Stand | Tabelstand, ...]:
        return (*self.standen, *self.tabellen)

    @property
    def geldigheden(self) -> tuple[t.Geldigheid, ...]:
        return tuple(s.tekst.geldigheid for s in self.alles)

    @property
    def onderwerp(self) -> t.Keten:
        """``het bedrag van een Aanvrager``, as the first rule or table writes it."""
        if self.standen:
            resultaat = self.standen[0].tekst.resultaat
            assert isinstance(resultaat, t.Gelijkstelling | t.Initialisatie)
            return resultaat.doel
        eerste = self.tabellen[0]
        onderwerp = eerste.tekst.kolommen[eerste.kolom].onderwerp
        assert isinstance(onderwerp, t.Keten)
        return onderwerp


def bedrag(aanleiding: Aanleiding, eigenschap: Eigenschap) -> Bedrag:
    """An amount with what sets it. Raises Onmogelijk where it is no single amount."""
    lid = lid_van(aanleiding.model, *eigenschap)
    if not isinstance(lid, Attribuut) or not lid.type.is_getal:
        raise Onmogelijk(f"“{eigenschap[1]}” is geen bedrag")
    if lid.dimensies or lid.type.korrel is not None:
        raise Onmogelijk(f"“{eigenschap[1]}” heeft dimensies of een tijdlijn")
    versies = schrijvers(aanleiding, eigenschap)
    if not versies or any(v.gevolg is not None for v in versies):
        raise Onmogelijk(f"“{eigenschap[1]}” wordt niet door gewone regels bepaald")
    standen = tuple(geschreven(aanleiding, v) for v in versies if v.rij is None)
    tabellen: dict[tuple[str, int], Tabelstand] = {}
    for v in versies:
        if v.rij is not None and (v.regel, v.nummer) not in tabellen:
            tabellen[v.regel, v.nummer] = _tabel(aanleiding, v)
    return Bedrag(eigenschap, lid, standen, tuple(tabellen.values()))


def schrijvers(aanleiding: Aanleiding, eigenschap: Eigenschap) -> list[Regelversie]:
    """What sets a property by itself. A clause wins from whatever that is, so it may stay."""
    return [v for v in aanleiding.plan.schrijvers.get(eigenschap, ()) if v.soort != CLAUSULE]


def _tabel(aanleiding: Aanleiding, versie: Regelversie) -> Tabelstand:
    tabel, tekst, _ = geschreven_rij(aanleiding, versie)
    for i, kolom in enumerate(tekst.kolommen):
        if kolom.soort == "gelijkstelling" and isinstance(kolom.onderwerp, t.Keten):
            kop = kolom.onderwerp.schakels[0]
            if isinstance(kop, t.Schakel) and sleutel(kop.naam.tekst) == sleutel(versie.eigenschap):
                return Tabelstand(tabel, tekst, i)
    raise Onmogelijk(f"de tabel noemt “{versie.eigenschap}” op een andere manier")


def geschreven_rij(
    aanleiding: Aanleiding, versie: Regelversie
) -> tuple[t.Beslistabel, t.Tabelversie, t.Rij]:
    """How a row of a decision table is written."""
    for blok in aanleiding.wet.ontleding.blokken:
        if not isinstance(blok, t.Beslistabel) or sleutel(blok.naam.tekst) != sleutel(versie.regel):
            continue
        for tabelversie in blok.versies:
            geldig = tabelversie.geldigheid
            for rij in tabelversie.rijen:
                if (geldig.van, geldig.tot, rij.nummer) == (versie.van, versie.tot, versie.rij):
                    return blok, tabelversie, rij
    raise Onmogelijk(f"beslistabel “{versie.regel}” staat in een regelgroep")


# ------------------------------------------------------------------ what a border decides about


def geraakte_bedragen(grens: Grens) -> list[Eigenschap]:
    """The amounts that the border decides about and that differ between the two citizens. Raises
    Onmogelijk where one is computed from another: it runs off with that one already."""
    alle = bewaakte_bedragen(grens)
    if not alle:
        raise Onmogelijk("de grens beslist niet over een bedrag dat voor een uitkomst telt")
    anders = [b for b in alle if len(set(waarden(grens.aanleiding, b))) > 1]
    if not anders:
        namen = ", ".join(f"“{naam}”" for _, naam in alle)
        raise Onmogelijk(f"{namen} verschilt niet tussen de twee burgers")
    for een in anders:
        for ander in anders:
            if een != ander and een in voorgangers(grens, ander):
                raise Onmogelijk(
                    f"“{ander[1]}” wordt uit “{een[1]}” berekend en hangt zelf ook van de grens "
                    "af; de afloop zou dubbel tellen"
                )
    return anders


def ook_geraakt(grens: Grens) -> tuple[str, ...]:
    """The rules in which another test parts the two citizens as well, that does not follow from
    this border: they stay, and with them a part of the difference."""
    a, pad = grens.aanleiding, set(op_pad(grens))
    namen: dict[str, None] = {}
    for slot in omgeslagen(a.paar, tuple(a.plan.versies)):
        versie = a.plan.versies[a.paar.grond.steps[slot].regel or ""]
        eigenschap = (versie.onderwerp.doeltype, versie.eigenschap)
        if eigenschap in a.telt - pad and not voorgangers(grens, eigenschap) & pad:
            namen[versie.regel] = None
    return tuple(
        f"ook regel “{naam}” maakt verschil tussen deze twee burgers; die regel blijft zoals hij is"
        for naam in namen
    )


def voorgangers(grens: Grens, eigenschap: Eigenschap) -> set[Eigenschap]:
    """All that an amount is computed from."""
    plan = grens.plan
    gezien: set[Eigenschap] = set()
    stapel = [eigenschap]
    while stapel:
        for versie in plan.schrijvers.get(stapel.pop(), ()):
            nieuw = grens.aanleiding.leest[versie.id] - gezien
            gezien |= nieuw
            stapel += nieuw
    return gezien


# ------------------------------------------------------------------ one side of the border


@dataclass(frozen=True)
class Kant:
    """A rule that gives an amount on one side of a border, and what else it asks."""

    stand: Stand = field(repr=False)
    waarde: t.Expressie
    rest: t.Conditie | bool


def aan_kant(grens: Grens, van: Bedrag, goed: bool) -> tuple[Kant, ...]:
    """What the law gives on one side of the border to who is over it, if it is not nothing."""
    kanten = tuple(k for k in _kanten(grens, van, goed) if not _is_nul(k.waarde))
    for tabel in van.tabellen:
        if any(_rij_geldt(grens, tabel, rij, goed) for rij in tabel.tekst.rijen):
            raise Onmogelijk(
                f"beslistabel “{tabel.tabel.naam.tekst}” geeft aan beide kanten van de grens een "
                f"bedrag voor “{van.attribuut.naam}”"
            )
    return kanten


def _kanten(grens: Grens, van: Bedrag, goed: bool) -> Iterator[Kant]:
    for stand in van.standen:
        resultaat = stand.tekst.resultaat
        if not isinstance(resultaat, t.Gelijkstelling | t.Initialisatie):
            continue
        if not isinstance(stand.tekst.voorwaarde, t.Bewering):
            if isinstance(resultaat, t.Initialisatie):
                yield Kant(stand, resultaat.waarde, True)
            continue
        rest = vervang(stand.tekst.voorwaarde, gehouden_op(grens, goed))
        if rest is False or rest == stand.tekst.voorwaarde:
            continue
        if stand.tekst.variabelen:
            raise Onmogelijk(
                f"regel “{stand.versie.regel}” gebruikt eigen tussenstappen (Daarbij geldt)"
            )
        yield Kant(stand, resultaat.waarde, rest)


def gehouden_op(grens: Grens, goed: bool) -> Vervanging:
    """What a condition is on one side of the border: the comparison, and each kenmerk that rests
    on it alone between the two citizens."""
    pad = {sleutel(naam): (type_, naam) for type_, naam in op_pad(grens)}

    def houd(c: t.Conditie) -> bool | None:
        if isinstance(c, t.Naamtest) and sleutel(c.naam.tekst) in pad:
            waar = _op_zijde(grens, pad[sleutel(c.naam.tekst)], goed)
            return None if waar is None else waar != c.ontkend
        gehouden = grens.gehouden(c)
        return gehouden if gehouden is None or goed else not gehouden

    return houd


def _op_zijde(grens: Grens, kenmerk: Eigenschap, goed: bool) -> bool | None:
    """What a kenmerk is on one side; None: it is the same on both."""
    alle = per_persoon(grens.aanleiding, kenmerk)
    anders = {(buur is True, burger is True) for _, burger, buur in alle if burger != buur}
    anders = {(een, ander) for een, ander in anders if een != ander}
    if len(anders) != 1:
        return None
    buur, burger = anders.pop()
    return buur if goed else burger


def _is_nul(waarde: t.Expressie) -> bool:
    return isinstance(waarde, t.Getal | t.Percentagegetal) and not waarde.waarde


def _rij_geldt(grens: Grens, van: Tabelstand, rij: t.Rij, goed: bool) -> bool:
    """Whether a row can give something on one side of the border."""
    cel = rij.cellen[van.kolom]
    if cel is None or _is_nul(cel):
        return False
    houd = gehouden_op(grens, goed)
    raakt = False
    for kolom, eis in zip(van.tekst.kolommen, rij.cellen, strict=True):
        if eis is None:
            continue
        if kolom.conditie is not None and isinstance(eis, t.Waarheid):
            waar = houd(kolom.conditie)
            raakt |= waar is not None
            if waar is not None and waar != eis.waarde:
                return False
        elif kolom.soort == "vergelijking" and kolom.onderwerp is not None and kolom.woord:
            waar = houd(t.Vergelijking(kolom.onderwerp, kolom.woord, eis, span=eis.span))
            raakt |= waar is not None
            if waar is False:
                return False
    return raakt
