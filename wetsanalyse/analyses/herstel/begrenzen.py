"""An amount put within bounds after it was computed: the technique of `maximum`, `bodem` and
`overheidsfout`. The rules of the law go on to compute it under another name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk
from wetsanalyse.analyses.herstel.bedrag import Bedrag, bedrag
from wetsanalyse.analyses.herstel.grens import venster
from wetsanalyse.model.lezen_termen import Eigenschap
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import waarden as w
from wetsanalyse.syntax.woorden import sleutel


@dataclass(frozen=True)
class Vooraf:
    """An amount whose rules give it another name, ``zonder``."""

    aanleiding: Aanleiding = field(repr=False)
    bedrag: Bedrag
    zonder: str
    geldig: t.Geldigheid

    @property
    def geldigheid(self) -> tuple[date | None, date | None]:
        return self.geldig.van, self.geldig.tot

    def zijn(self, naam: str) -> str:
        return z.zijn(self.aanleiding, self.bedrag.eigenschap[0], naam)

    def blokken(self) -> list[str]:
        lid = z.attribuut_zoals(self.aanleiding, self.bedrag.attribuut, self.zonder)
        anders = z.hernoemd(self.bedrag, self.geldig, self.zonder)
        return [
            z.extensie(self.aanleiding, self.bedrag.eigenschap[0], [lid]),
            *map(z.blok, anders),
        ]

    def regel(self, achter: str, waarde: str, voorwaarde: str = "") -> str:
        """A rule that gives the amount its old name back."""
        naam = self.bedrag.attribuut.naam
        zin = (
            f"{z.lidwoord(self.aanleiding, naam)} {naam} van {z.van_wie(self.bedrag)} moet "
            f"berekend worden als {waarde}{voorwaarde}."
        )
        herkomst = z.herkomst_van(self.bedrag.alles[0])
        return z.regel(f"{naam} {achter}", self.geldig, zin, herkomst)


def vooraf(aanleiding: Aanleiding, eigenschap: Eigenschap, achter: str) -> Vooraf:
    """Raises Onmogelijk where the amount is not made by plain rules."""
    b = bedrag(aanleiding, eigenschap)
    zonder = z.vrij(aanleiding, f"{b.attribuut.naam} {achter}")
    return Vooraf(aanleiding, b, zonder, venster(b.geldigheden))


def last(aanleiding: Aanleiding) -> Eigenschap:
    """The burden that a finding is about: a recovery on the path, else what is counted against a
    citizen and is larger for who is hit."""
    plan = aanleiding.plan
    blaam = [r for b in aanleiding.bevinding.blaamset for r in b.regels]
    namen = dict.fromkeys((*aanleiding.bevinding.regels, *blaam, *plan.versies))
    bekend = [plan.versies[n] for n in namen if n in plan.versies]
    terug = [v for v in bekend if v.herkomst.stap == "terugvordering"]
    if terug:
        return terug[0].onderwerp.doeltype, terug[0].eigenschap
    nadelen = [n for u in aanleiding.model.uitkomsten for n in u.nadelen]
    if len(nadelen) != 1:
        raise Onmogelijk("er is geen terugvordering of ander bedrag dat iemand moet betalen")
    return nadelen[0].object.objecttype, nadelen[0].eigenschap


def orgaan(aanleiding: Aanleiding) -> tuple[str, str | None]:
    """Who decides: the body that carries out the regulation of the first article, else the only
    one that the law names. With the block that declares it where there is none: an empty slot that
    can be seen."""
    blokken = aanleiding.wet.ontleding.blokken
    bekend = {
        sleutel(o.naam.tekst): w.naam(o.naam) for o in blokken if isinstance(o, t.Bestuursorgaan)
    }
    for plaats in aanleiding.bevinding.herkomst:
        for regeling in blokken:
            if not isinstance(regeling, t.Regeling) or not regeling.uitvoering:
                continue
            if plaats.regeling in (regeling.afkorting, regeling.naam.tekst):
                eerste = sleutel(regeling.uitvoering[0].tekst)
                if eerste in bekend:
                    return bekend[eerste], None
    if len(bekend) == 1:
        return next(iter(bekend.values())), None
    leeg = "het nog te noemen orgaan"
    return leeg, f"Bestuursorgaan {leeg}"


def oordeelblokken(aanleiding: Aanleiding, norm: str) -> list[str]:
    """The declaration of a new open norm, and of who judges it."""
    z.vrij(aanleiding, norm)
    wie, blok = orgaan(aanleiding)
    bron = f'    bron onbevestigd: "{z.VOORSTEL}"'
    eigen = f"Open norm {norm}\n{bron}\n    beoordeeld door {wie}"
    return [*([blok] if blok else []), eigen]
