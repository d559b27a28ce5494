"""One border of a decision table made to run off: the technique of `kap` and `afbouw` where a table
gives the amount. [hardheid 8]

The table goes on to compute the amount, under another name. A new rule says what somebody keeps who
is just over the border: what the row before gives, less what he is over. One more rule takes the
better of the two. So every row stays as it is, and so do the other borders of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from wetsanalyse.analyses.herstel import knopen as k
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Variant
from wetsanalyse.analyses.herstel.bedrag import geschreven_rij, schrijvers
from wetsanalyse.analyses.herstel.boom import HOOGSTENS, MINSTENS, OMGEKEERD
from wetsanalyse.analyses.herstel.grens import in_tabel, waarden
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.model import Attribuut, Regelversie
from wetsanalyse.model.types import Type
from wetsanalyse.plan.ops import Op
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.woorden import sleutel

GEEN_TREDE = "de rijen van de tabel worden niet door één vergelijking gescheiden"
GEEN_RIJ = "wie niet is getroffen, staat in geen rij van de tabel; er is geen rij ervoor"
GEEN_GELD = "de grens van de tabel is geen bedrag in euro’s, of scheidt het bedrag niet"
LET_OP = "andere grenzen van dezelfde tabel blijven zoals zij zijn"


@dataclass(frozen=True)
class Rijgrens:
    """The row that holds for the neighbour and no longer for the citizen, with the ``kolom`` and
    the ``cel`` that part them."""

    tabel: t.Beslistabel = field(repr=False)
    versie: t.Tabelversie = field(repr=False)
    rij: t.Rij = field(repr=False)
    kolom: t.Kolom = field(repr=False)
    cel: t.Expressie = field(repr=False)
    maat: Type
    """Of the quantity that is compared."""

    @property
    def over(self) -> str:
        """How much one is over the border, or short of it."""
        assert self.kolom.onderwerp is not None
        te_veel, norm = self.kolom.onderwerp, self.cel
        if self.kolom.woord in MINSTENS:
            te_veel, norm = norm, te_veel
        return f"({z.uitdrukking(te_veel)} min {z.uitdrukking(norm)})"

    def eisen(self) -> list[t.Conditie]:
        """Over the border, and as the row has it for the rest. What the row says of the same
        quantity on the other side holds there by itself."""
        grens, span = self.kolom, self.cel.span
        assert grens.onderwerp is not None
        assert grens.woord is not None
        leden: list[t.Conditie] = [
            t.Vergelijking(grens.onderwerp, OMGEKEERD[grens.woord], self.cel, span=span)
        ]
        for kolom, cel in zip(self.versie.kolommen, self.rij.cellen, strict=True):
            if cel is None or kolom.soort not in ("vergelijking", "voorwaarde"):
                continue
            if kolom.conditie is not None:
                if not (isinstance(cel, t.Waarheid) and cel.waarde):
                    raise Onmogelijk("de rij voor de grens vraagt dat iets niet zo is")
                leden.append(kolom.conditie)
            elif kolom.onderwerp != grens.onderwerp:
                if isinstance(cel, t.Opsomming):
                    raise Onmogelijk("de rij voor de grens noemt meer waarden tegelijk")
                assert kolom.onderwerp is not None
                assert kolom.woord is not None
                leden.append(t.Vergelijking(kolom.onderwerp, kolom.woord, cel, span=span))
        return leden


@dataclass(frozen=True)
class Trede:
    """A border in a table whose row gives an amount: the column ``conclusie``."""

    aanleiding: Aanleiding = field(repr=False)
    plek: Rijgrens
    conclusie: int
    attribuut: Attribuut
    objecttype: str
    last: bool
    """Whether the amount is a burden: then it is the growth that is held back."""

    @property
    def versie(self) -> t.Tabelversie:
        return self.plek.versie

    @property
    def geldigheid(self) -> tuple[date | None, date | None]:
        return self.versie.geldigheid.van, self.versie.geldigheid.tot

    @property
    def zonder(self) -> str:
        return f"{self.attribuut.naam} volgens de tabel"

    @property
    def houvast(self) -> str:
        return f"{'hoogste' if self.last else 'laagste'} {self.attribuut.naam} bij de grens"


def of_trede(
    gewoon: Callable[[Aanleiding], Variant],
    tabel: Callable[[Trede], Variant],
    gevolg: Callable[[Aanleiding], Variant],
) -> Callable[[Aanleiding], Variant]:
    """A template that looks for a border in a plain rule first, and then in a decision table: one
    that gives the amount itself (``tabel``), or something that the amount rests on (``gevolg``)."""

    def maak(aanleiding: Aanleiding) -> Variant:
        try:
            return gewoon(aanleiding)
        except Onmogelijk:
            if next(_rijen(aanleiding), None) is None:
                if in_tabel(aanleiding):
                    raise Onmogelijk(GEEN_RIJ) from None
                raise
            try:
                gevonden = trede(aanleiding)
            except Onmogelijk as reden:
                if not geeft_iets_anders(aanleiding):
                    raise reden from None
                return gevolg(aanleiding)
            return tabel(gevonden)

    return maak


def trede(aanleiding: Aanleiding) -> Trede:
    """The border in the table. Raises Onmogelijk where the table has another shape."""
    reden = GEEN_TREDE
    for versie, plek in rijgrenzen(aanleiding):
        i, attribuut = _bedrag(aanleiding, versie, plek.versie)
        objecttype = versie.onderwerp.doeltype
        burger, buur = waarden(aanleiding, (objecttype, attribuut.naam))
        if not z.is_geld(plek.maat) or burger == buur:
            reden = GEEN_GELD
            continue
        return Trede(aanleiding, plek, i, attribuut, objecttype, burger > buur)
    raise Onmogelijk(reden)


def rijgrenzen(aanleiding: Aanleiding) -> Iterator[tuple[Regelversie, Rijgrens]]:
    """The cells that part the two citizens, with the conclusion of the row that they stand in."""
    steps = aanleiding.paar.grond.steps
    for slot, versie in _rijen(aanleiding):
        tabel, tabelversie, rij = geschreven_rij(aanleiding, versie)
        step = steps[slot]
        for kolom, cel in zip(tabelversie.kolommen, rij.cellen, strict=True):
            if kolom.soort != "vergelijking" or cel is None or step.span is None:
                continue
            if cel.span.start != step.span.start or kolom.woord not in HOOGSTENS | MINSTENS:
                continue
            yield versie, Rijgrens(tabel, tabelversie, rij, kolom, cel, steps[step.args[0]].type)


def _rijen(aanleiding: Aanleiding) -> Iterator[tuple[int, Regelversie]]:
    """The comparisons in rows that hold for the neighbour and not for the citizen."""
    plan, paar = aanleiding.plan, aanleiding.paar
    for slot, step in enumerate(paar.grond.steps):
        versie = plan.versies.get(step.regel or "")
        if step.op is not Op.VERGELIJK or versie is None or versie.rij is None:
            continue
        wel, niet = paar.uitslag_buur.waarden[slot], paar.uitslag_burger.waarden[slot]
        slots = paar.grond.vuurt.get(versie.id, ())
        if wel is True and niet is False and any(
            paar.uitslag_buur.waarden[s] is True for s in slots
        ):  # fmt: skip
            yield slot, versie


def _bedrag(
    aanleiding: Aanleiding, versie: Regelversie, tabelversie: t.Tabelversie
) -> tuple[int, Attribuut]:
    """The one amount in euro that the table gives and that an outcome rests on."""
    plan = aanleiding.plan
    objecttype = versie.onderwerp.doeltype
    telt = aanleiding.telt
    gevonden: list[tuple[int, Attribuut]] = []
    for i, kolom in enumerate(tabelversie.kolommen):
        if kolom.soort != "gelijkstelling" or not isinstance(kolom.onderwerp, t.Keten):
            continue
        schakel = kolom.onderwerp.schakels[0]
        naam = schakel.naam.tekst if isinstance(schakel, t.Schakel) else ""
        for v in plan.versies.values():
            if v.regel == versie.regel and sleutel(v.eigenschap) == sleutel(naam):
                lid = lid_van(aanleiding.model, objecttype, v.eigenschap)
                if isinstance(lid, Attribuut) and z.is_geld(lid.type) and (
                    (objecttype, lid.naam) in telt
                ):  # fmt: skip
                    gevonden.append((i, lid))
                break
    if len(gevonden) != 1:
        raise Onmogelijk(f"beslistabel “{versie.regel}” geeft niet één bedrag in euro’s")
    _, lid = gevonden[0]
    if lid.dimensies or lid.type.korrel is not None:
        raise Onmogelijk(f"“{lid.naam}” heeft dimensies of een tijdlijn")
    if any(v.regel != versie.regel for v in schrijvers(aanleiding, (objecttype, lid.naam))):
        raise Onmogelijk(f"“{lid.naam}” komt niet alleen uit deze tabel")
    return gevonden[0]


def geeft_iets_anders(aanleiding: Aanleiding) -> bool:
    """Whether the table gives no amount in euro at all, but a percentage, a number or a kenmerk."""
    for versie, _ in rijgrenzen(aanleiding):
        lid = lid_van(aanleiding.model, versie.onderwerp.doeltype, versie.eigenschap)
        if isinstance(lid, Attribuut) and z.is_geld(lid.type):
            return False
    return next(rijgrenzen(aanleiding), None) is not None


# ------------------------------------------------------------------ the text


def tekst(trede_: Trede, deel: Callable[[str], str], *los: str) -> str:
    """The whole variant. ``deel``: how much of what one is over the border comes off."""
    a, geldig = trede_.aanleiding, trede_.versie.geldigheid
    naam, herkomst = trede_.attribuut.naam, _herkomst(trede_)
    leden = [
        z.attribuut_zoals(a, trede_.attribuut, z.vrij(a, trede_.zonder)),
        z.attribuut_zoals(a, trede_.attribuut, z.vrij(a, trede_.houvast)),
    ]
    wie = _wie(trede_)
    over = z.in_eenheid(
        deel(trede_.plek.over), trede_.plek.maat.eenheid, trede_.attribuut.type.eenheid
    )
    basis = z.uitdrukking(_conclusie(trede_))
    rest = f"{basis} plus {over}" if trede_.last else (
        f"{basis} min {over}, met een minimum van {z.nul(trede_.attribuut.type)}"
    )  # fmt: skip
    lidwoord = z.lidwoord(a, naam)
    zin = (
        f"{lidwoord} {trede_.houvast} van {wie} moet berekend worden als "
        f"{z.afgerond(trede_.attribuut.type, rest)} {z.indien(k.alle(trede_.plek.eisen()))}."
    )
    samen = f"{lidwoord} {naam} van {wie} moet berekend worden als {_beste(trede_)}."
    blokken = [
        z.extensie(a, trede_.objecttype, leden),
        *los,
        z.blok(
            z.tabel_met_andere_naam(
                trede_.plek.tabel, trede_.conclusie, geldig, naam, trede_.zonder
            )
        ),
        z.regel(trede_.houvast, geldig, zin, herkomst, stap=False),
        z.regel(f"{naam} met afloop", geldig, samen, herkomst),
    ]
    return "\n\n".join(blokken)


def _beste(trede_: Trede) -> str:
    """Somebody over the border may have no row at all: then he keeps what he is left. A burden that
    the table does not give is none."""
    zonder, houvast = (
        z.zijn(trede_.aanleiding, trede_.objecttype, naam)
        for naam in (trede_.zonder, trede_.houvast)
    )
    if trede_.last:
        return f"{zonder}, met een maximum van {houvast}"
    return f"de maximale waarde van {zonder} en {houvast}"


def _herkomst(trede_: Trede) -> t.HerkomstTekst | None:
    return z.samengevoegd(trede_.versie.herkomst, trede_.plek.tabel.herkomst)


def _conclusie(trede_: Trede) -> t.Expressie:
    cel = trede_.plek.rij.cellen[trede_.conclusie]
    if cel is None:
        raise Onmogelijk("de rij voor de grens geeft geen bedrag")
    return cel


def _wie(trede_: Trede) -> str:
    """``een Aanvrager``, as the head of the column has it."""
    keten = trede_.versie.kolommen[trede_.conclusie].onderwerp
    assert isinstance(keten, t.Keten)
    return z.eigenaar(keten, trede_.attribuut.naam)
