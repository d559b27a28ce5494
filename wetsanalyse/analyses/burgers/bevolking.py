"""Households with weights, from a table: how many are like the citizens of a finding.
[hardheid 9, 11.6]

The columns have the heads of a Voorbeeldreeks (``het vermogen van A``). Beside them stand
``gewicht``, how many households the row stands for (``synthetisch gewicht`` when that is made
up), and ``huishouden``: the scenario whose objects and facts the household has. What a row does
not say is as in that scenario. Without such a column every row is one person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from wetsanalyse.analyses.burgers.gewogen_tabel import Cel, Tabelblad, lees_blad
from wetsanalyse.model.casus import Casus, Huishouden, tabel_van
from wetsanalyse.model.cellen import lid_van
from wetsanalyse.model.condities import conditie
from wetsanalyse.model.gebeurtenissen import eigenschap_van, genoemde_eigenschap
from wetsanalyse.model.model import Attribuut, Model
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.scenarios import Scenario
from wetsanalyse.model.tabel import Onoplosbaar, Tabel, faal, vouw
from wetsanalyse.model.terms import Genoemd, Lees
from wetsanalyse.model.types import BOOLEAN, Type
from wetsanalyse.model.waarden import GETAL, lees_waarde
from wetsanalyse.syntax import Lexicon, tree
from wetsanalyse.syntax.meldingen import Plek
from wetsanalyse.syntax.zin import Omgeving as Zinomgeving
from wetsanalyse.syntax.zin import lees_zin
from wetsanalyse.text import Diagnostic, Result, Source
from wetsanalyse.text.diagnostic import fout

KLEINSTE_GROEP = 10
"""Of fewer persons nothing is told: they might be recognised."""
GEWICHT, SYNTHETISCH, HUISHOUDEN = "gewicht", "synthetisch gewicht", "huishouden"
Kolom = tree.Keten | tree.Naamtest
Doel = tuple[str, str]
"""(object, property)"""


@dataclass(frozen=True)
class Bevolking:
    """Each household with the number of households it stands for. ``synthetisch``: the weights
    are made up, which every figure that comes of them must say."""

    huishoudens: tuple[tuple[Casus, Fraction], ...]
    bron: str
    synthetisch: bool

    @property
    def omvang(self) -> Fraction:
        """All households together."""
        return sum((gewicht for _, gewicht in self.huishoudens), Fraction(0))


def personen(casus: Casus, model: Model) -> int:
    """How many people are in a household."""
    return sum(model.objecttypen[type_].bezield for _, type_ in casus.huishouden.objecten)


def te_klein(aantal: Fraction) -> bool:
    """Whether so few persons may not be told of. Nobody at all is no group."""
    return 0 < aantal < KLEINSTE_GROEP


def toon_aantal(aantal: Fraction) -> str:
    """A number of persons or households as it may be published."""
    if te_klein(aantal):
        return f"minder dan {KLEINSTE_GROEP}"
    return f"{round(aantal):,}".replace(",", ".")


def lees_bevolking(
    bron: Source, model: Model, lexicon: Lexicon, scenarios: Sequence[Scenario], dag: date
) -> Result[Bevolking]:
    """The households of a table as they are on a day, or every fault in it."""
    lezer = _Lezer(lees_blad(bron), model, tabel_van(model, lexicon), scenarios, dag)
    huishoudens = lezer.lees()
    synthetisch = any(vouw(kop.tekst) == SYNTHETISCH for kop in lezer.blad.koppen)
    return Result(Bevolking(tuple(huishoudens), bron.pad, synthetisch), tuple(lezer.meldingen))


# ------------------------------------------------------------------ reading


@dataclass
class _Lezer:
    """Gathers the households of one table; only inside `lees_bevolking`."""

    blad: Tabelblad
    model: Model
    tabel: Tabel
    scenarios: Sequence[Scenario]
    dag: date
    meldingen: list[Diagnostic] = field(default_factory=list)
    _doelen: dict[tuple[int, Huishouden], Doel | Onoplosbaar] = field(default_factory=dict)

    def lees(self) -> list[tuple[Casus, Fraction]]:
        """All households; none of them when something is wrong with one."""
        if not self.blad.rijen:
            hulp = "zet op de eerste regel de koppen en daaronder de huishoudens"
            bericht = "deze tabel heeft geen huishoudens"
            self.meldingen.append(fout("BV-LEEG", self.blad.bron.span(), bericht, hulp=(hulp,)))
            return []
        vormen = self._vormen()
        self._kijk_kop_na(vormen)
        kolommen = self._kolommen(vormen)
        gelezen = [self._huishouden(rij, kolommen, vormen) for rij in self.blad.rijen]
        return [] if self.meldingen else [paar for paar in gelezen if paar is not None]

    def _meld(self, code: str, plek: Cel | Sequence[Cel], bericht: str, *hulp: str) -> None:
        cellen = (plek,) if isinstance(plek, Cel) else plek
        span = cellen[0].span.tot(cellen[-1].span)
        self.meldingen.append(fout(code, span, bericht, hulp=hulp))

    # -------------------------------------------------------------- the head

    def _vormen(self) -> Mapping[str, Casus]:
        """What a household is like where its row says nothing, by the name that a row may give.
        A voorbeeldreeks is known by its own name too: its first row. “” is the one person of a
        table without such a column."""
        koppen = self.blad.koppen
        if any(vouw(kop.tekst) == HUISHOUDEN for kop in koppen):
            vormen: dict[str, Casus] = {}
            for scenario in self.scenarios:
                casus = replace(scenario.casus, rekendatum=self.dag)
                vormen.setdefault(vouw(scenario.naam), casus)
                vormen.setdefault(vouw(scenario.naam.rpartition(", rij ")[0]), casus)
            vormen.pop("", None)
            return vormen
        typen = list(dict.fromkeys(u.objecttype for u in self.model.uitkomsten))
        namen = {kop.tekst.split()[-1] for kop in koppen if " van " in kop.tekst}
        namen |= {kop.tekst.split()[0] for kop in koppen if " is " in kop.tekst}
        namen = {naam for naam in namen if naam[0].isupper()}
        if len(typen) != 1 or len(namen) != 1:
            return {}
        alleen = Huishouden(((namen.pop(), typen[0]),))
        return {"": Casus(self.dag, alleen, MappingProxyType({}))}

    def _kijk_kop_na(self, vormen: Mapping[str, Casus]) -> None:
        koppen = self.blad.koppen
        eigen = [vouw(kop.tekst) for kop in koppen]
        if sum(naam in (GEWICHT, SYNTHETISCH) for naam in eigen) != 1:
            self._meld(
                "BV-GEEN-GEWICHT",
                koppen,
                f"deze tabel heeft niet precies één kolom “{GEWICHT}”",
                f"voeg een kolom “{GEWICHT}” toe: hoeveel huishoudens een rij voorstelt",
                f"zijn de gewichten bedacht, noem de kolom dan “{SYNTHETISCH}”",
            )
        if HUISHOUDEN not in eigen and not vormen:
            self._meld(
                "BV-HUISHOUDEN",
                koppen,
                "deze tabel zegt niet wie er in een huishouden zijn",
                f"voeg een kolom “{HUISHOUDEN}” toe met de naam van een scenario dat erop lijkt",
            )

    def _kolommen(self, vormen: Mapping[str, Casus]) -> list[Kolom | None]:
        """What each head asks for; None for our own columns."""
        namen = {naam: None for c in vormen.values() for naam, _ in c.huishouden.objecten}
        omgeving = Zinomgeving(self.tabel.lexicon, objecten=tuple(namen), formeel=False)
        gezien: set[str] = set()
        return [self._kolom(kop, omgeving, gezien) for kop in self.blad.koppen]

    def _kolom(self, kop: Cel, omgeving: Zinomgeving, gezien: set[str]) -> Kolom | None:
        naam = vouw(kop.tekst)
        if naam in gezien:
            self._meld("BV-KOLOM-DUBBEL", kop, f"kolom “{kop.tekst}” staat er twee keer",
                       "haal er een weg")  # fmt: skip
            return None
        gezien.add(naam)
        if naam in (GEWICHT, SYNTHETISCH, HUISHOUDEN):
            return None
        plek = Plek(kop.span.source, "de koppen van de tabel")
        node, meldingen = lees_zin(plek, "reekskolom", kop.span.start, kop.span.eind, omgeving)
        self.meldingen += meldingen
        if not isinstance(node, tree.Reekskolom):
            return None
        if node.verwacht:
            bericht = f"“{kop.tekst}” is een uitkomst; een bevolking heeft alleen gegevens"
            self._meld("BV-UITKOMST", kop, bericht, "haal de kolom weg")
        return node.onderwerp

    # -------------------------------------------------------------- the rows

    def _huishouden(
        self, rij: Sequence[Cel], kolommen: Sequence[Kolom | None], vormen: Mapping[str, Casus]
    ) -> tuple[Casus, Fraction] | None:
        koppen = self.blad.koppen
        if len(rij) != len(koppen):
            bericht = f"deze rij heeft {len(rij)} cellen, de kop heeft er {len(koppen)}"
            hulp = f"zet een waarde waar “{self.blad.scheider}” in staat tussen aanhalingstekens"
            self._meld("BV-CELLEN", rij, bericht, hulp)
            return None
        eigen = {vouw(kop.tekst): cel for kop, cel in zip(koppen, rij, strict=True)}
        gewicht = self._gewicht(eigen.get(GEWICHT) or eigen.get(SYNTHETISCH))
        vorm = self._vorm(eigen.get(HUISHOUDEN), vormen)
        if vorm is None:
            return None
        invoer: dict[Doel, Any] = {}
        for nummer, (kolom, cel) in enumerate(zip(kolommen, rij, strict=True)):
            if kolom is None or not cel.tekst:
                continue
            doel = self._doel(nummer, kolom, vorm)
            if isinstance(doel, Onoplosbaar):
                # The head is right, but not for this household: tell it where the value stands.
                melding = replace(
                    doel.melding, span=cel.span, context=f"kolom “{koppen[nummer].tekst}”"
                )
                self.meldingen.append(melding)
                continue
            invoer[doel] = self._waarde(cel, doel, kolom, vorm)
        if gewicht is None:
            return None
        alles = MappingProxyType({**vorm.invoer, **invoer})
        return replace(vorm, invoer=alles, onbekend=vorm.onbekend - invoer.keys()), gewicht

    def _vorm(self, cel: Cel | None, vormen: Mapping[str, Casus]) -> Casus | None:
        if cel is None:
            return vormen.get("")
        vorm = vormen.get(vouw(cel.tekst))
        if vorm is None:
            kan = ", ".join(f"“{s.naam}”" for s in self.scenarios[:3]) or "geen"
            self._meld(
                "BV-SCENARIO",
                cel,
                f"er is geen scenario “{cel.tekst}” dat zegt wie er in dit huishouden zijn",
                f"bekende scenario's: {kan}",
            )
        return vorm

    def _gewicht(self, cel: Cel | None) -> Fraction | None:
        if cel is None:
            return None
        getal = self.blad.getal(cel.tekst)
        if getal is None or getal < 0:
            bericht = f"“{cel.tekst}” is geen gewicht; het is een getal van 0 of meer"
            self._meld("BV-GEWICHT", cel, bericht, self.blad.getalvorm)
            return None
        return getal

    def _doel(self, nummer: int, kolom: Kolom, vorm: Casus) -> Doel | Onoplosbaar:
        """Which property of whom a column is, in a household of this shape."""
        sleutel = (nummer, vorm.huishouden)
        if sleutel not in self._doelen:
            objecten = {vouw(n): Genoemd(n, t) for n, t in vorm.huishouden.objecten}
            omg = Omgeving(self.tabel, objecten=MappingProxyType(objecten))
            try:
                self._doelen[sleutel] = eigenschap_van(_lees(kolom, omg), self.tabel)
            except Onoplosbaar as e:
                self._doelen[sleutel] = e
        return self._doelen[sleutel]

    def _waarde(self, cel: Cel, doel: Doel, kolom: Kolom, vorm: Casus) -> Any:
        lid = lid_van(self.model, vorm.huishouden.typen[doel[0]], doel[1])
        type_: Type = lid.type if isinstance(lid, Attribuut) else BOOLEAN
        if type_.is_getal and (self.blad.dubbelzinnig(cel.tekst) or not GETAL.match(cel.tekst)):
            bericht = f"“{cel.tekst}” is hier niet als getal te lezen"
            self._meld("BV-WAARDE", cel, bericht, self.blad.getalvorm)
            return None
        waarde, gebrek = lees_waarde(cel.tekst, type_, self.tabel)
        if gebrek is not None:
            self._meld("BV-WAARDE", cel, gebrek)
        ontkend = isinstance(kolom, tree.Naamtest) and kolom.ontkend
        return not waarde if ontkend else waarde


def _lees(kolom: Kolom, omg: Omgeving) -> Lees:
    """A head as the property that it speaks of. Raises Onoplosbaar."""
    if isinstance(kolom, tree.Keten):
        return genoemde_eigenschap(kolom, omg)
    lees = conditie(replace(kolom, ontkend=False), omg)
    if not isinstance(lees, Lees) or not isinstance(lees.object, Genoemd):
        raise faal("SC-GEGEVEN", kolom.span, "dit is geen kenmerk van een object",
                   hulp=("bijvoorbeeld “A is verzekerd”",))  # fmt: skip
    return lees
