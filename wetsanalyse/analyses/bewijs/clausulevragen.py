"""The conditions of some clauses, put to everybody of a household whom they can be about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wetsanalyse.analyses.verlopen.invulling import voor_persoon
from wetsanalyse.model.casus import Huishouden
from wetsanalyse.model.model import Clausuleversie
from wetsanalyse.model.terms import Bewerking, OpenNormterm, Term
from wetsanalyse.plan.ops import OordeelSleutel
from wetsanalyse.run.symbolisch_termen import Formule, en, en_alle, niet, of, of_alle


@dataclass(frozen=True)
class Clausules:
    """Some versions of clauses, for one household."""

    versies: Sequence[Clausuleversie]
    huishouden: Huishouden

    @property
    def vragen(self) -> dict[str, Term]:
        """The conditions, each for each person."""
        return {
            _naam(nummer, naam): voor_persoon(versie.voorwaarde, naam, versie.objecttype)
            for nummer, versie, naam in self._paren()
            if versie.voorwaarde is not None
        }

    @property
    def normen(self) -> list[OordeelSleutel]:
        """What stands beside an open norm must hold; the norm itself counts as possible."""
        return [
            OordeelSleutel(norm, naam)
            for _, versie, naam in self._paren()
            for norm in versie.normen
        ]

    @property
    def met_meer(self) -> frozenset[str]:
        """The persons of whom it matters which of them is hit: more are of their objecttype."""
        per_type: dict[str, set[str]] = {}
        for _, versie, naam in self._paren():
            per_type.setdefault(versie.objecttype, set()).add(naam)
        return frozenset(n for wie in per_type.values() if len(wie) > 1 for n in wie)

    def voor_getroffenen(
        self, waar: Mapping[str, Formule], geraakt: Mapping[str, Formule]
    ) -> Formule:
        """A clause can be met for somebody who is hit himself; where nobody of its objecttype is,
        for anybody of it. ``geraakt``: of ``met_meer``."""
        per_clausule: dict[int, list[tuple[Formule, Formule]]] = {}
        for nummer, _, naam in self._paren():
            kan = waar.get(_naam(nummer, naam), True)
            per_clausule.setdefault(nummer, []).append((geraakt.get(naam, True), kan))
        return of_alle(
            of(
                of_alle(en(hij, kan) for hij, kan in wie),
                en(niet(of_alle(hij for hij, _ in wie)), of_alle(kan for _, kan in wie)),
            )
            for wie in per_clausule.values()
        )

    def voor_iemand(self, waar: Mapping[str, Formule]) -> Formule:
        """A clause can be met for somebody. ``waar``: which of the questions hold."""
        return of_alle(waar.get(_naam(nummer, naam), True) for nummer, _, naam in self._paren())

    def voor_elk(self, waar: Mapping[str, Formule]) -> Formule:
        """A clause can be met whoever of the household is the one who is hit, where it is not
        known who that is: of one objecttype each must have a clause."""
        per_type: dict[str, dict[str, list[Formule]]] = {}
        for nummer, versie, naam in self._paren():
            eigen = per_type.setdefault(versie.objecttype, {}).setdefault(naam, [])
            eigen.append(waar.get(_naam(nummer, naam), True))
        return of_alle(en_alle(of_alle(d) for d in wie.values()) for wie in per_type.values())

    def _paren(self) -> Iterator[tuple[int, Clausuleversie, str]]:
        for nummer, versie in enumerate(self.versies):
            for naam, objecttype in self.huishouden.objecten:
                if objecttype == versie.objecttype:
                    yield nummer, versie, naam


def _naam(nummer: int, naam: str) -> str:
    return f"clausule {nummer}: {naam}"


def alleen_oordeel(versie: Clausuleversie) -> bool:
    """Whether the condition leaves nobody out by itself: there is none, or all of it is for
    somebody to judge."""
    return versie.voorwaarde is None or _is_oordeel(versie.voorwaarde)


def _is_oordeel(term: Term) -> bool:
    match term:
        case OpenNormterm():
            return True
        case Bewerking("TEL", leden, _, ("alle" | "ten minste", *_)):
            return bool(leden) and all(_is_oordeel(lid) for lid in leden)
        case _:
            return False
