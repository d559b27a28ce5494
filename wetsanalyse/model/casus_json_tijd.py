"""What changes over time in a JSON case: values per period, and events. [5, uitbreidingen 10]"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wetsanalyse.model.feiten import Voorval, Wijziging
from wetsanalyse.model.gebeurtenissen import niet_toegestaan, zelfde_dagen, zoek
from wetsanalyse.model.jsonlezer import Jsonlezer
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.model import Attribuut, Gebeurtenis
from wetsanalyse.model.terms import Constante
from wetsanalyse.model.tijd import kenmerktype
from wetsanalyse.model.tijdgegevens import (
    Gebrek,
    Tijddeel,
    Tijdspanne,
    gebrek_in_deel,
    samengesteld,
)
from wetsanalyse.model.types import Type
from wetsanalyse.model.waarden import lees_datum, lees_waarde

DEELSLEUTELS = ("van", "tot", "waarde")
KENMERKSLEUTELS = ("naam", "van", "tot")
VOORVALSLEUTELS = ("datum", "gebeurtenis", "wijzigingen")


class Tijdlezer(Jsonlezer):
    """Reads periods and events."""

    # -------------------------------------------------------------- values per period

    def in_tijd(self, items: list[Any], pad: str, naam: str, type_: Type) -> Any:
        """``[{"van": …, "tot": …, "waarde": …}]``. An item without bounds is the base."""
        delen: list[Tijddeel] = []
        for i, item in enumerate(items):
            plek = f"{pad}[{i}]"
            if not isinstance(item, dict) or "waarde" not in item:
                self.meld("JS-VORM", plek, "een deel heeft een “waarde”, en “van” of “tot”")
                continue
            self._sleutels(item, plek, DEELSLEUTELS)
            spanne = self._spanne(item, plek)
            waarde, mis = None, None
            if item["waarde"] is not None:
                waarde, mis = lees_waarde(item["waarde"], type_, self.tabel)
            if mis is not None:
                self.meld("JS-WAARDE", f"{plek}.waarde", mis)
            elif spanne is not None:
                self._leg(Tijddeel(spanne, waarde), delen, plek, naam, type_.korrel)
        return _over_basis(delen, None)

    def waar_in_tijd(self, items: list[tuple[str, Any]], naam: str, korrel: Korrel | None) -> Any:
        """A kenmerk: its name alone, or ``{"naam": …, "van": …, "tot": …}`` when it is true."""
        delen: list[Tijddeel] = []
        for plek, item in items:
            if not isinstance(item, dict):
                delen.append(Tijddeel(Tijdspanne(), True))
                continue
            self._sleutels(item, plek, KENMERKSLEUTELS)
            spanne = self._spanne(item, plek)
            if spanne is not None:
                self._leg(Tijddeel(spanne, True), delen, plek, naam, korrel)
        return _over_basis(delen, False)

    def _leg(
        self, deel: Tijddeel, delen: list[Tijddeel], plek: str, naam: str, korrel: Korrel | None
    ) -> None:
        """Add a part, unless something is wrong with it. The base never overlaps a period."""
        is_basis = deel.spanne == Tijdspanne()
        eerdere = [d for d in delen if (d.spanne == Tijdspanne()) == is_basis]
        mis = gebrek_in_deel(deel, eerdere, korrel, naam)
        if mis is not None:
            self._meld_gebrek(mis, plek)
        else:
            delen.append(deel)

    def _meld_gebrek(self, mis: Gebrek, plek: str) -> None:
        self.meld(mis.code, plek, mis.bericht, *mis.hulp)

    def _sleutels(self, item: dict[str, Any], plek: str, kan: tuple[str, ...]) -> None:
        for sleutel in item:
            if sleutel not in kan:
                self.onbekend("JS-SLEUTEL", f"{plek}.{sleutel}", "veld", sleutel, kan)

    def _spanne(self, item: dict[str, Any], plek: str) -> Tijdspanne | None:
        grenzen: dict[str, int | None] = {}
        for sleutel in ("van", "tot"):
            ruw = item.get(sleutel)
            dag = self._dag(ruw, f"{plek}.{sleutel}") if ruw is not None else None
            if ruw is not None and dag is None:
                return None
            grenzen[sleutel] = None if dag is None else dag.toordinal()
        return Tijdspanne(grenzen["van"], grenzen["tot"])

    def _dag(self, ruw: Any, plek: str) -> date | None:
        dag = lees_datum(ruw)
        if dag is None:
            bericht = "hier hoort een datum" if ruw is None else f"“{ruw}” is geen datum"
            self.meld("JS-DATUM", plek, bericht, "schrijf jjjj-mm-dd")
        return dag

    # -------------------------------------------------------------- events

    def voorvallen(self, items: list[Any]) -> tuple[Voorval, ...]:
        """In the order in which they happen; those of one day as they were written."""
        gelezen = [self._voorval(item, f"gebeurtenissen[{i}]") for i, item in enumerate(items)]
        return tuple(sorted((v for v in gelezen if v is not None), key=lambda v: v.datum))

    def _voorval(self, item: Any, pad: str) -> Voorval | None:
        wijzigingen = item.get("wijzigingen", {}) if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(wijzigingen, dict):
            self.meld(
                "JS-VORM", pad, "een gebeurtenis heeft “datum”, “gebeurtenis” en “wijzigingen”"
            )
            return None
        self._sleutels(item, pad, VOORVALSLEUTELS)
        dag = self._dag(item.get("datum"), f"{pad}.datum")
        naam = str(item.get("gebeurtenis", ""))
        soort = zoek(naam, self.tabel)
        if soort is None:
            kan = self.tabel.gebeurtenissen
            self.onbekend("JS-GEBEURTENIS", f"{pad}.{naam}", "gebeurtenis", naam, kan)
        if soort is None or dag is None:
            return None
        gelezen: list[Wijziging] = []
        for wie, waarden in wijzigingen.items():
            plek = f"{pad}.wijzigingen.{wie}"
            if wie not in self.typen:
                self.onbekend("JS-OBJECT", plek, "object", wie, self.typen)
            elif not isinstance(waarden, dict):
                self.meld("JS-VORM", plek, 'hier hoort { "attribuut": "waarde" }')
            else:
                for sleutel, ruw in waarden.items():
                    gelezen += self._wijziging(soort, dag, wie, sleutel, ruw, f"{plek}.{sleutel}")
        return Voorval(dag, soort.naam, tuple(gelezen))

    def _wijziging(
        self, soort: Gebeurtenis, dag: date, wie: str, sleutel: str, ruw: Any, plek: str
    ) -> list[Wijziging]:
        objecttype = self.typen[wie]
        gevonden = self.eigenschap(objecttype, sleutel)
        if gevonden is None:
            kan = [naam for naam, _ in self.eigenschappen(objecttype)]
            self.onbekend("JS-ATTRIBUUT", plek, f"attribuut van {objecttype}", sleutel, kan)
            return []
        eigenschap, lid = gevonden
        type_ = lid.type if isinstance(lid, Attribuut) else kenmerktype(lid)
        gelezen: list[Wijziging] = []
        for deel, waar in self._delen(ruw, plek):
            spanne = self._spanne(deel, waar) if "van" in deel or "tot" in deel else None
            mis = niet_toegestaan(soort, objecttype, lid.naam, type_.korrel, spanne, dag)
            waarde, gebrek = None, None
            if deel["waarde"] is not None:
                waarde, gebrek = lees_waarde(deel["waarde"], type_, self.tabel)
            tijd = spanne or Tijdspanne(dag.toordinal())
            nieuw = Wijziging(wie, eigenschap, Constante(waarde, type_), type_, tijd.van, tijd.tot)
            if mis is not None:
                self._meld_gebrek(mis, waar)
            elif gebrek is not None:
                self.meld("JS-WAARDE", waar, gebrek)
            elif any(zelfde_dagen(nieuw, w) for w in gelezen):
                bericht = f"“{eigenschap}” krijgt op dezelfde dag twee nieuwe waarden"
                self.meld("SC-OVERLAP", waar, bericht, "laat de perioden op elkaar aansluiten")
            else:
                gelezen.append(nieuw)
        return gelezen

    def _delen(self, ruw: Any, plek: str) -> Iterator[tuple[dict[str, Any], str]]:
        """A new value, or a list of them with the time in which each holds."""
        if not isinstance(ruw, list):
            yield {"waarde": ruw}, plek
            return
        for i, item in enumerate(ruw):
            waar = f"{plek}[{i}]"
            if not isinstance(item, dict) or "waarde" not in item:
                self.meld("JS-VORM", waar, "een deel heeft een “waarde”, en “van” of “tot”")
                continue
            self._sleutels(item, waar, DEELSLEUTELS)
            yield item, waar


def _over_basis(delen: list[Tijddeel], leeg: Any) -> Any:
    basis = [deel.waarde for deel in delen if deel.spanne == Tijdspanne()]
    perioden = [deel for deel in delen if deel.spanne != Tijdspanne()]
    return samengesteld(basis[0] if basis else leeg, perioden)
