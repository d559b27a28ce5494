"""Objects and facts that rules make. [4.3, 4.4]

Rules are written out before anything runs, so what they make is only possible: it is there when
the condition of the rule is true. A rule of a recursive group also runs for what the group made
itself, until it is certain, whatever the inputs are, that no more is made. [4.9]
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wetsanalyse.model.feiten import Huishouden
from wetsanalyse.model.gevolgen import Feitcreatie, Objectcreatie
from wetsanalyse.model.lezen_termen import Ding, dingen_gezet
from wetsanalyse.model.model import Regelversie
from wetsanalyse.model.terms import Constante, Term
from wetsanalyse.model.types import BOOLEAN
from wetsanalyse.plan.feiten import Feiten, Paar, Voorstel
from wetsanalyse.plan.lower import Plan
from wetsanalyse.plan.objecten import Ongrondbaar, Run, Uitkomst
from wetsanalyse.plan.ops import Fout
from wetsanalyse.plan.stappen import Kader
from wetsanalyse.plan.zeker import Zeker

HOOGSTENS = 1000
"""So many objects a recursive group makes out of one; what would be more is a fault."""


class Creatie(Feiten):
    """Lets the rules that make something go before those that read it."""

    def __init__(self, plan: Plan, huishouden: Huishouden, parameters: Mapping[str, Any]) -> None:
        super().__init__(plan, huishouden)
        self.schrijft: dict[tuple[str, str], list[Run]] = {}
        self.voorstellen: dict[str, list[Voorstel]] = {}
        self.verdeeld: set[str] = set()
        self.uitkomsten: dict[tuple[str, str], list[Uitkomst]] = {}
        self.zeker = Zeker(self.steps, parameters)
        self.stam: dict[str, str] = {}
        self.aantal: dict[str, int] = {}
        self.eind: set[str] = set()
        self.klaar: dict[str, Ongrondbaar | None] = {}
        self.groepen = {r.naam: r.groep for r in plan.model.regels.values()}
        self.makers: dict[Ding, list[Regelversie]] = {}
        # The order of the text does not count, not even for the names of what is made.
        for versie in sorted(plan.versies.values(), key=lambda v: v.id):
            if isinstance(versie.gevolg, Objectcreatie | Feitcreatie):
                for ding in dingen_gezet(versie):
                    self.makers.setdefault(ding, []).append(versie)

    @abstractmethod
    def voorwaarde(self, kader: Kader, bewakers: list[int]) -> int:
        """Whether a run of a rule does something."""

    # -------------------------------------------------------------- makers first

    def zorg(self, ding: Ding, *, deels: bool = False) -> None:
        for versie in self.makers.get(ding, ()):
            self._eenmaal_gemaakt(versie, deels)

    def maak_alles(self) -> None:
        """All that rules make, so that it can be told what there is. Whoever reads what could
        not be made gets the fault."""
        for ding in self.makers:
            try:
                self.zorg(ding)
            except Ongrondbaar:
                continue

    def vast_bij(self, feittype: str, rol: int) -> bool:
        """A turn of a group adds facts of its new object and of the one it is made from."""
        nieuw = {
            versie.gevolg.rol.rol
            for versie in self.makers.get(("rol", feittype), ())
            if isinstance(versie.gevolg, Objectcreatie) and self._groep(versie) is not None
        }
        return nieuw <= {rol} and not (nieuw and self.model.feittypen[feittype].wederkerig)

    def _groep(self, versie: Regelversie) -> str | None:
        """The recursive group that this maker of objects belongs to."""
        return self.groepen[versie.regel] if isinstance(versie.gevolg, Objectcreatie) else None

    def _eenmaal_gemaakt(self, versie: Regelversie, deels: bool) -> None:
        groep = self._groep(versie)
        sleutel = f"groep {groep}" if groep else f"regel {versie.id}"
        if sleutel in self.makend and not (groep and deels):
            bericht = f"wat regel “{versie.regel}” maakt, hangt af van zichzelf"
            raise Ongrondbaar("RC-KRING", bericht)
        if sleutel not in self.klaar and sleutel not in self.makend:
            self.makend.add(sleutel)
            self.klaar[sleutel] = self._maak([versie] if groep is None else self._leden(groep))
            self.makend.discard(sleutel)
        mislukt = self.klaar.get(sleutel)
        if mislukt is not None:
            raise mislukt

    def _leden(self, groep: str) -> list[Regelversie]:
        alle = dict.fromkeys(v for versies in self.makers.values() for v in versies)
        return [v for v in alle if self._groep(v) == groep]

    # -------------------------------------------------------------- making

    def _maak(self, versies: list[Regelversie]) -> Ongrondbaar | None:
        """Make what these rules make, again for what they made, until there is nothing new."""
        gehad = {versie.id: 0 for versie in versies}
        try:
            while nieuw := [
                (versie, wie, runs)
                for versie in versies
                for wie, runs in self._per_object(versie, gehad).items()
                if wie not in self.eind
            ]:
                for versie, wie, runs in nieuw:
                    if isinstance(versie.gevolg, Objectcreatie):
                        self._maak_object(versie, versie.gevolg, wie, runs)
                    else:
                        for run in runs:
                            self._leg_feiten(versie, run)
        except Ongrondbaar as e:
            return e
        return None

    def _per_object(self, versie: Regelversie, gehad: dict[str, int]) -> dict[str, list[Run]]:
        """The new runs, together for each object, however often it is reached. [4.3]"""
        runs = self.runs(versie, deels=self._groep(versie) is not None)
        per_object: dict[str, list[Run]] = {}
        for run in runs[gehad[versie.id] :]:
            assert run[0].object is not None
            per_object.setdefault(run[0].object, []).append(run)
        gehad[versie.id] = len(runs)
        return per_object

    def _maak_object(
        self, versie: Regelversie, gevolg: Objectcreatie, wie: str, runs: list[Run]
    ) -> None:
        wanneer = [self.voorwaarde(kader, bewakers) for kader, bewakers in runs]
        samen = self.waarheid(self.een_van([*wanneer]))
        rol = self.model.feittypen[gevolg.rol.feittype].rollen[gevolg.rol.rol]
        groep = self._groep(versie)
        stam = wie if groep is None else self.stam.get(wie, wie)
        naam = self._nieuwe_naam(rol.naam, stam)
        if groep is not None:
            self.stam[naam] = stam
            self.aantal[stam] = self.aantal.get(stam, 0) + 1
            if self.zeker.nooit(samen) or self.aantal[stam] >= HOOGSTENS:
                # Not silently the last: should one more be made after all, that is a fault.
                self.eind.add(naam)
                samen = self.waarheid(self.en([samen, self._grens(versie, groep, wie)]))
        self.type_van[naam] = rol.objecttype
        self.van_type.setdefault(rol.objecttype, []).append(naam)
        paar = (naam, wie) if gevolg.rol.rol == 0 else (wie, naam)
        voorstel = Voorstel(runs[0][0], samen, naam, gevolg.rol.rol)
        self.voorstellen.setdefault(versie.id, []).append(voorstel)
        self.leg(gevolg.rol.feittype, paar, voorstel)
        for (kader, _), slot in zip(runs, wanneer, strict=True):
            # Nobody sees the values of an object that is not there, so they need no guard.
            bewakers = [] if len(runs) == 1 else [slot]
            for eigenschap, term in gevolg.toekenningen:
                if (
                    isinstance(term, Constante)
                    and term.waarde is False
                    and self.is_kenmerk(rol.objecttype, eigenschap)
                ):
                    continue
                eigen = als_toekenning(kader, naam, eigenschap, term)
                self.schrijft.setdefault((naam, eigenschap), []).append((eigen, bewakers))

    def is_kenmerk(self, objecttype: str, eigenschap: str) -> bool:
        return eigenschap in self.model.objecttypen[objecttype].kenmerken

    def _nieuwe_naam(self, rol: str, wie: str) -> str:
        """`beschikking van A`; when that is taken, `beschikking 2 van A`."""
        naam, nummer = f"{rol} van {wie}", 1
        while naam in self.type_van:
            nummer += 1
            naam = f"{rol} {nummer} van {wie}"
        return naam

    def _grens(self, versie: Regelversie, groep: str, wie: str) -> int:
        bericht = (
            f"regelgroep “{groep}” gaat verder dan vooraf te overzien is (ten hoogste {HOOGSTENS} "
            "objecten vanuit één begin): laat het volgnummer op een vast getal beginnen, "
            "en begrens het"
        )
        fout = Fout("RC-GRENS", bericht, versie.id, wie, versie.span)
        return self.vast(fout, BOOLEAN)

    def _leg_feiten(self, versie: Regelversie, run: Run) -> None:
        """A fact with each object of the source for which the condition holds. [4.4]"""
        kader, bewakers = run
        gevolg, wie = versie.gevolg, kader.object
        assert isinstance(gevolg, Feitcreatie)
        assert wie is not None
        feittype, rol = gevolg.rol.feittype, gevolg.rol.rol
        wederkerig = self.model.feittypen[feittype].wederkerig
        for bewaker, ander in self.objecten(gevolg.bron, kader):
            gebonden = {**kader.gebonden, gevolg.element.nummer: ander}
            eigen = Kader(versie, gebonden, wie)  # its variables may be about the element
            wanneer = self.voorwaarde(eigen, [*bewakers, *([] if bewaker is None else [bewaker])])
            if wederkerig and ander == wie:
                bericht = f"“{wie}” kan niet beide rollen van “{feittype}” hebben"
                zelf = self.vast(Fout("FT-ZELF", bericht, versie.id, wie, versie.span), BOOLEAN)
                wanneer = self.waarheid(self.en([wanneer, zelf]))
            paar: Paar = (ander, wie) if rol == 0 else (wie, ander)
            voorstel = Voorstel(eigen, wanneer)
            self.voorstellen.setdefault(versie.id, []).append(voorstel)
            self.leg(feittype, paar, voorstel)


def als_toekenning(kader: Kader, object_: str, eigenschap: str, waarde: Term) -> Kader:
    """A run that gives one property of an object a value, as a rule of its own would."""
    assert kader.versie is not None
    versie = replace(
        kader.versie, soort="gelijkstelling", eigenschap=eigenschap, waarde=waarde,
        voorwaarde=None, tijd=None, gevolg=None, cel=(),
    )  # fmt: skip
    eigen = Kader(versie, kader.gebonden, object_)
    eigen.variabelen = kader.variabelen
    return eigen
