"""One border of a decision table that gives no amount itself, but a percentage, a number or a
kenmerk that an amount rests on. [hardheid 8]

The table stays as it is, and the rules for the amount do too, under another name. One set of new
rules says what somebody who is just over the border had on the row before, and how much of that he
is left; the last one takes the better of the two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from wetsanalyse.analyses.herstel import knopen as k
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.bedrag import Bedrag, bedrag
from wetsanalyse.analyses.herstel.boom import vervang
from wetsanalyse.analyses.herstel.grens import Stand, venster, waarden
from wetsanalyse.analyses.herstel.trede import GEEN_GELD, GEEN_TREDE, Rijgrens, rijgrenzen
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.lezen_termen import Eigenschap
from wetsanalyse.model.model import Attribuut, Kenmerk
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import sleutel


@dataclass(frozen=True)
class Tredegevolg:
    """``lid``: what the table gives; ``cel``: what it gives on the row before; ``bedrag``: the
    amount that rests on it, and ``rekent``: those of its rules that read ``lid``."""

    aanleiding: Aanleiding = field(repr=False)
    plek: Rijgrens
    lid: Attribuut | Kenmerk
    cel: t.Expressie
    bedrag: Bedrag
    rekent: tuple[Stand, ...] = field(repr=False)
    last: bool
    geldig: t.Geldigheid

    @property
    def geldigheid(self) -> tuple[date | None, date | None]:
        return self.geldig.van, self.geldig.tot

    @property
    def objecttype(self) -> str:
        return self.bedrag.eigenschap[0]

    @property
    def voorheen(self) -> str:
        return f"{self.lid.naam} van de rij ervoor"

    @property
    def zonder(self) -> str:
        return f"{self.bedrag.attribuut.naam} volgens de tabel"

    @property
    def houvast(self) -> str:
        soort = "hoogste" if self.last else "laagste"
        return f"{soort} {self.bedrag.attribuut.naam} bij de grens"


def tredegevolg(aanleiding: Aanleiding) -> Tredegevolg:
    """Raises Onmogelijk where the law has another shape."""
    reden = GEEN_TREDE
    for versie, plek in rijgrenzen(aanleiding):
        if not z.is_geld(plek.maat):
            reden = GEEN_GELD
            continue
        eigenschap = (versie.onderwerp.doeltype, versie.eigenschap)
        lid = lid_van(aanleiding.model, *eigenschap)
        assert lid is not None
        van, rekent = _bedrag(aanleiding, eigenschap)
        burger, buur = waarden(aanleiding, van.eigenschap)
        geldig = venster((plek.versie.geldigheid, *van.geldigheden))
        cel = _cel(plek, versie.eigenschap)
        return Tredegevolg(aanleiding, plek, lid, cel, van, rekent, burger > buur, geldig)
    raise Onmogelijk(reden)


def _cel(plek: Rijgrens, naam: str) -> t.Expressie:
    for kolom, cel in zip(plek.versie.kolommen, plek.rij.cellen, strict=True):
        eigen = kolom.naam
        if isinstance(kolom.onderwerp, t.Keten) and isinstance(
            kolom.onderwerp.schakels[0], t.Schakel
        ):
            eigen = eigen or kolom.onderwerp.schakels[0].naam
        raak = kolom.soort in ("gelijkstelling", "kenmerk") and eigen is not None
        if raak and cel is not None and sleutel(eigen.tekst) == sleutel(naam):  # type: ignore[union-attr]
            return cel
    raise Onmogelijk(f"de rij voor de grens geeft geen “{naam}”")


def _bedrag(aanleiding: Aanleiding, eigenschap: Eigenschap) -> tuple[Bedrag, tuple[Stand, ...]]:
    """The one amount in euro that rests on what the table gives, and the rules that read it."""
    plan = aanleiding.plan
    telt, leest = aanleiding.telt, aanleiding.leest
    lezers = dict.fromkeys(
        (v.onderwerp.doeltype, v.eigenschap)
        for v in plan.versies.values()
        if eigenschap in leest[v.id]
    )
    gevonden = [e for e in lezers if e in telt and len(set(waarden(aanleiding, e))) > 1]
    if len(gevonden) != 1 or gevonden[0][0] != eigenschap[0]:
        namen = ", ".join(f"“{naam}”" for _, naam in gevonden) or "geen bedrag"
        raise Onmogelijk(
            f"de tabel geeft “{eigenschap[1]}”, en daarmee rekent niet één bedrag van dezelfde "
            f"persoon maar: {namen}"
        )
    van = bedrag(aanleiding, gevonden[0])
    if not z.is_geld(van.attribuut.type):
        raise Onmogelijk(
            f"de tabel geeft “{eigenschap[1]}”, en daarmee wordt “{gevonden[0][1]}” berekend; dat "
            "is geen bedrag in euro’s"
        )
    rekent = tuple(
        s for s in van.standen
        if eigenschap in leest[s.versie.id] and not s.tekst.variabelen
    )  # fmt: skip
    if not rekent or van.tabellen:
        raise Onmogelijk(
            f"“{gevonden[0][1]}” wordt niet in één regel uit “{eigenschap[1]}” berekend"
        )
    return van, rekent


# ------------------------------------------------------------------ the text


def tekst(g: Tredegevolg, deel: Callable[[str], str], *los: str) -> str:
    """The whole variant. ``deel``: how much of what one is over the border comes off."""
    a, van, type_ = g.aanleiding, g.bedrag, g.bedrag.attribuut.type
    leden = [z.attribuut_zoals(a, van.attribuut, z.vrij(a, n)) for n in (g.zonder, g.houvast)]
    if isinstance(g.lid, Attribuut):
        leden.append(z.attribuut_zoals(a, g.lid, z.vrij(a, g.voorheen)))
    over = z.in_eenheid(deel(g.plek.over), g.plek.maat.eenheid, type_.eenheid)
    naam, wie, lid = van.attribuut.naam, z.van_wie(van), z.lidwoord(a, van.attribuut.naam)
    zonder, houvast = (z.zijn(a, g.objecttype, n) for n in (g.zonder, g.houvast))
    blokken = [
        z.extensie(a, g.objecttype, leden),
        *los,
        *map(z.blok, z.hernoemd(van, g.geldig, g.zonder)),
        *_voorheen(g),
    ]
    for stand, waarde, eisen in _bij_de_grens(g):
        rest = f"{waarde} plus {over}" if g.last else (
            f"({waarde} min {over}), met een minimum van {z.nul(type_)}"
        )  # fmt: skip
        zin = (
            f"{z.hoofd(lid)} {g.houvast} van {wie} moet berekend worden als "
            f"{z.afgerond(type_, rest)} {z.indien(k.alle(eisen))}."
        )
        kop = g.houvast if len(g.rekent) == 1 else f"{g.houvast}: {stand.versie.regel}"
        blokken.append(z.regel(kop, g.geldig, zin, z.herkomst_van(stand), stap=False))
    beste = (
        f"{zonder}, met een maximum van {houvast}" if g.last
        else f"de maximale waarde van {zonder} en {houvast}"
    )  # fmt: skip
    samen = f"{z.hoofd(lid)} {naam} van {wie} moet berekend worden als {beste}."
    herkomst = z.herkomst_van(van.standen[0])
    return "\n\n".join((*blokken, z.regel(f"{naam} met afloop", g.geldig, samen, herkomst)))


def _voorheen(g: Tredegevolg) -> list[str]:
    """What the row before gives, for who is over the border. A kenmerk needs no rule."""
    if not isinstance(g.lid, Attribuut):
        return []
    lid = z.lidwoord(g.aanleiding, g.lid.naam)
    zin = (
        f"{z.hoofd(lid)} {g.voorheen} van {z.van_wie(g.bedrag)} moet gesteld worden op "
        f"{z.uitdrukking(g.cel)} {z.indien(k.alle(g.plek.eisen()))}."
    )
    herkomst = z.samengevoegd(g.plek.versie.herkomst, g.plek.tabel.herkomst)
    return [z.regel(g.voorheen, g.geldig, zin, herkomst, stap=False)]


def _bij_de_grens(g: Tredegevolg) -> list[tuple[Stand, str, list[t.Conditie]]]:
    """The rules of the amount as they would be with the row before: (rule, value, conditions)."""
    uit: list[tuple[Stand, str, list[t.Conditie]]] = []
    for stand in g.rekent:
        resultaat, eisen = stand.tekst.resultaat, list(g.plek.eisen())
        assert isinstance(resultaat, t.Gelijkstelling | t.Initialisatie)
        waarde, eigen = resultaat.waarde, stand.tekst.voorwaarde
        if isinstance(g.lid, Attribuut):
            waarde = _anders(waarde, g.lid.naam, g.voorheen)
            rest = True if eigen is None else _anders(eigen, g.lid.naam, g.voorheen)
        else:
            rest = True if eigen is None else vervang(eigen, lambda c: _houd(g, c))  # type: ignore[arg-type]
        if rest is False:
            continue
        if rest is not True:
            eisen.append(rest)
        uit.append((stand, z.uitdrukking(waarde), eisen))
    if not uit:
        raise Onmogelijk(
            f"op de rij voor de grens geeft geen regel een bedrag voor “{g.bedrag.attribuut.naam}”"
        )
    return uit


def _houd(g: Tredegevolg, c: t.Conditie) -> bool | None:
    """A test of the kenmerk, as the row before answers it."""
    if not isinstance(c, t.Naamtest) or sleutel(c.naam.tekst) != sleutel(g.lid.naam):
        return None
    return (isinstance(g.cel, t.Waarheid) and g.cel.waarde) != c.ontkend


def _anders(node: Any, oud: str, nieuw: str) -> Any:
    """A tree with another name in it."""
    if isinstance(node, t.Schakel) and sleutel(node.naam.tekst) == sleutel(oud):
        return replace(node, naam=replace(node.naam, tekst=nieuw))
    if isinstance(node, tuple):
        return tuple(_anders(n, oud, nieuw) for n in node)
    if not isinstance(node, t.Node):
        return node
    delen = {f.name: getattr(node, f.name) for f in fields(node) if f.name != "span"}
    anders = {n: nu for n, w in delen.items() if (nu := _anders(w, oud, nieuw)) != w}
    return replace(node, **anders) if anders else node
