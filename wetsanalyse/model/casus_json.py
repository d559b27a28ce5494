"""A case from a JSON file: every fault at once, each with the path to its value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from wetsanalyse.model.casus_json_tijd import Tijdlezer
from wetsanalyse.model.feiten import Casus, Feit, Huishouden, leg_feit, te_veel
from wetsanalyse.model.model import Attribuut
from wetsanalyse.model.tabel import Tabel, vouw
from wetsanalyse.model.waarden import lees_datum, lees_waarde
from wetsanalyse.text import Result, Source, Span
from wetsanalyse.text.diagnostic import fout

SLEUTELS = ("rekendatum", "objecten", "feiten", "parameters", "oordelen", "gebeurtenissen")
OBJECTSLEUTELS = ("naam", "type", "attributen", "kenmerken")


def lees_json(bron: Source, tabel: Tabel) -> Result[Casus | None]:
    """Read a case file. All faults at once; ``value`` is None when there is any."""
    lezer = _Lezer(bron, tabel)
    casus = lezer.lees()
    return Result(None if lezer.meldingen else casus, tuple(lezer.meldingen))


class _Lezer(Tijdlezer):
    """Walks one JSON document and gathers messages with the path to the value."""

    # -------------------------------------------------------------- the document

    def lees(self) -> Casus | None:
        try:
            # Numbers stay text: nothing passes through a float, and none is too long to read.
            data = json.loads(
                self.bron.tekst,
                parse_float=str,
                parse_int=str,
                parse_constant=str,
                object_pairs_hook=_zonder_dubbel,
            )
        except json.JSONDecodeError as e:
            span = Span(self.bron, min(e.pos, len(self.bron.tekst)), e.pos + 1)
            self.meldingen.append(
                fout("JS-VORM", span, "dit is geen geldige JSON",
                     hulp=("kijk naar komma's, aanhalingstekens en accolades op deze plaats",))
            )  # fmt: skip
            return None
        except _Dubbel as e:
            self.meld("JS-DUBBEL", str(e), "deze sleutel staat er twee keer")
            return None
        except RecursionError:
            self.meld("JS-VORM", "$", "deze JSON is te diep genest")
            return None
        if not isinstance(data, dict):
            self.meld("JS-VORM", "$", "een geval is een object met “rekendatum” en “objecten”")
            return None
        for sleutel in data:
            if sleutel not in SLEUTELS:
                self.onbekend("JS-SLEUTEL", sleutel, "veld", sleutel, SLEUTELS)
        rekendatum = self._rekendatum(data.get("rekendatum"))
        invoer, onbekend = self._objecten(self._lijst(data, "objecten", verplicht=True))
        feiten = self._feiten(self._lijst(data, "feiten"))
        parameters = self._parameters(_of(data.get("parameters"), {}))
        oordelen = self._oordelen(self._lijst(data, "oordelen"))
        voorvallen = self.voorvallen(self._lijst(data, "gebeurtenissen"))
        if rekendatum is None:
            return None
        huishouden = Huishouden(tuple(self.typen.items()), feiten)
        return Casus(rekendatum, huishouden, invoer, oordelen, parameters, onbekend, voorvallen)

    def _lijst(self, data: dict[str, Any], sleutel: str, *, verplicht: bool = False) -> list[Any]:
        waarde = data.get(sleutel, [])
        if not isinstance(waarde, list):
            self.meld("JS-VORM", sleutel, "hier hoort een lijst [ … ]")
            return []
        if verplicht and not waarde:
            self.meld("JS-LEEG", sleutel, "er is geen enkel object",
                      'voeg bijvoorbeeld toe: {"naam": "A", "type": "…"}')  # fmt: skip
        return waarde

    def _rekendatum(self, waarde: Any) -> date | None:
        if waarde is None:
            self.meld("JS-REKENDATUM", "rekendatum", "de rekendatum ontbreekt",
                      'schrijf bijvoorbeeld "rekendatum": "2025-01-01"')  # fmt: skip
            return None
        gelezen = lees_datum(waarde)
        if gelezen is None:
            self.meld("JS-REKENDATUM", "rekendatum", f"“{waarde}” is geen datum",
                      "schrijf jjjj-mm-dd")  # fmt: skip
        return gelezen

    def _objecten(
        self, items: list[Any]
    ) -> tuple[dict[tuple[str, str], Any], frozenset[tuple[str, str]]]:
        invoer: dict[tuple[str, str], Any] = {}
        onbekend: set[tuple[str, str]] = set()
        for i, item in enumerate(items):
            pad = f"objecten[{i}]"
            if not isinstance(item, dict) or not isinstance(item.get("naam"), str):
                self.meld("JS-VORM", pad, "een object heeft een “naam” en een “type”")
                continue
            naam = item["naam"]
            if not naam.strip() or not naam.isprintable():
                bericht = "de naam van een object is leeg, of heeft een teken dat niet te zien is"
                self.meld("JS-VORM", f"{pad}.naam", bericht, "geef het een naam, bijvoorbeeld “A”")
                continue
            for sleutel in item:
                if sleutel not in OBJECTSLEUTELS:
                    self.onbekend("JS-SLEUTEL", f"{pad}.{sleutel}", "veld", sleutel, OBJECTSLEUTELS)
            if naam in self.typen:
                self.meld("JS-DUBBEL", f"{pad}.{naam}", f"er is al een object “{naam}”")
                continue
            type_ = self._objecttype(str(item.get("type", "")), pad)
            if type_ is None:
                continue
            self.typen[naam] = type_
            self._attributen(_of(item.get("attributen"), {}), naam, type_, pad, invoer, onbekend)
            self._kenmerken(_of(item.get("kenmerken"), []), naam, type_, pad, invoer)
        return invoer, frozenset(onbekend)

    def _objecttype(self, naam: str, pad: str) -> str | None:
        for b in self.tabel.zoek(naam, "objecttype"):
            if b.naam in self.tabel.objecttypen:
                return b.naam
        self.onbekend("JS-TYPE", f"{pad}.{naam}", "objecttype", naam, self.tabel.objecttypen)
        return None

    def _attributen(
        self,
        items: Any,
        naam: str,
        type_: str,
        pad: str,
        invoer: dict[tuple[str, str], Any],
        onbekend: set[tuple[str, str]],
    ) -> None:
        if not isinstance(items, dict):
            self.meld("JS-VORM", f"{pad}.attributen", 'hier hoort { "attribuut": "waarde" }')
            return
        for sleutel, ruw in items.items():
            plek = f"{pad}.attributen.{sleutel}"
            eigenschap, doel = self.eigenschap(type_, sleutel) or ("", None)
            if not isinstance(doel, Attribuut):
                kan = [c for c, lid in self.eigenschappen(type_) if isinstance(lid, Attribuut)]
                self.onbekend("JS-ATTRIBUUT", plek, f"attribuut van {type_}", sleutel, kan)
                continue
            if ruw is None:
                onbekend.add((naam, eigenschap))
            elif isinstance(ruw, list):
                invoer[naam, eigenschap] = self.in_tijd(ruw, plek, eigenschap, doel.type)
            else:
                waarde, gebrek = lees_waarde(ruw, doel.type, self.tabel)
                if gebrek:
                    self.meld("JS-WAARDE", plek, gebrek)
                else:
                    invoer[naam, eigenschap] = waarde

    def _kenmerken(
        self, items: Any, naam: str, type_: str, pad: str, invoer: dict[tuple[str, str], Any]
    ) -> None:
        if not isinstance(items, list):
            self.meld("JS-VORM", f"{pad}.kenmerken", "hier hoort een lijst met namen",
                      'schrijf bijvoorbeeld ["verzekerd"]')  # fmt: skip
            return
        per_kenmerk: dict[str, list[tuple[str, Any]]] = {}
        for i, item in enumerate(items):
            tekst = str(item.get("naam", "")) if isinstance(item, dict) else str(item)
            kenmerk = self.tabel.kenmerk(type_, tekst)
            if kenmerk is None:
                kan = self.tabel.objecttypen[type_].kenmerken
                plek = f"{pad}.kenmerken.{tekst}"
                self.onbekend("JS-KENMERK", plek, f"kenmerk van {type_}", tekst, kan)
            else:
                plek = f"{pad}.kenmerken[{i}]"
                per_kenmerk.setdefault(kenmerk.naam, []).append((plek, item))
        for kenmerk_, gegeven in per_kenmerk.items():
            korrel = self.tabel.objecttypen[type_].kenmerken[kenmerk_].tijdlijn
            invoer[naam, kenmerk_] = self.waar_in_tijd(gegeven, kenmerk_, korrel)

    def _feiten(self, items: list[Any]) -> tuple[Feit, ...]:
        gevonden = tuple(f for i, x in enumerate(items) for f in self._feit(x, f"feiten[{i}]"))
        for gebrek in te_veel(gevonden, self.tabel):
            self.meld("FT-KARDINALITEIT", "feiten", gebrek)
        return gevonden

    def _feit(self, item: Any, pad: str) -> Iterator[Feit]:
        """The facts of one item: a role with a list of names stands for one fact each."""
        rollen = item.get("rollen") if isinstance(item, dict) else None
        if not isinstance(item, dict) or not isinstance(rollen, dict):
            self.meld("JS-VORM", pad, "een feit heeft een “feittype” en “rollen”")
            return
        naam = str(item.get("feittype", ""))
        typen = {vouw(n): f for n, f in self.tabel.feittypen.items()}
        feittype = typen.get(vouw(naam))
        if feittype is None:
            self.onbekend("JS-FEITTYPE", f"{pad}.{naam}", "feittype", naam, self.tabel.feittypen)
            return
        namen = {
            str(rol): [str(w) for w in wie] if isinstance(wie, list) else [str(wie)]
            for rol, wie in rollen.items()
        }
        for gegeven in _paren(namen, wederkerig=feittype.wederkerig):
            gelegd, gebrek = leg_feit(feittype.naam, gegeven, self.typen, self.tabel)
            if gebrek:
                self.meld("JS-ROL", pad, gebrek)
            if gelegd is not None:
                yield gelegd

    def _parameters(self, items: Any) -> dict[str, Any]:
        gevonden: dict[str, Any] = {}
        if not isinstance(items, dict):
            self.meld("JS-VORM", "parameters", 'hier hoort { "parameter": "waarde" }')
            return gevonden
        namen = {vouw(n): n for n in self.tabel.parameters}
        for sleutel, ruw in items.items():
            naam = namen.get(vouw(re.sub(r"^(de|het)\s+", "", sleutel)), namen.get(vouw(sleutel)))
            plek = f"parameters.{sleutel}"
            if naam is None:
                self.onbekend("JS-PARAMETER", plek, "parameter", sleutel, self.tabel.parameters)
                continue
            waarde, gebrek = lees_waarde(ruw, self.tabel.parameters[naam], self.tabel)
            if gebrek:
                self.meld("JS-WAARDE", plek, gebrek)
            else:
                gevonden[naam] = waarde
        return gevonden

    def _oordelen(self, items: list[Any]) -> dict[tuple[str, str], bool]:
        gevonden: dict[tuple[str, str], bool] = {}
        for i, item in enumerate(items):
            pad = f"oordelen[{i}]"
            if not isinstance(item, dict) or not isinstance(item.get("oordeel"), bool):
                self.meld("JS-VORM", pad, "een oordeel heeft “open norm”, “object” en “oordeel”")
                continue
            norm = self.tabel.zoek(str(item.get("open norm", "")), "open norm")
            wie = str(item.get("object", ""))
            if not norm:
                self.meld("JS-NORM", pad, f"open norm “{item.get('open norm')}” bestaat niet")
            elif wie not in self.typen:
                self.onbekend("JS-OBJECT", pad, "object", wie, self.typen)
            else:
                gevonden[norm[0].naam, wie] = item["oordeel"]
        return gevonden


def _of(waarde: Any, anders: Any) -> Any:
    """`null` is the same as nothing written; an empty value of another kind is not."""
    return anders if waarde is None else waarde


class _Dubbel(Exception):
    pass


def _zonder_dubbel(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    gevonden: dict[str, Any] = {}
    for sleutel, waarde in paren:
        if sleutel in gevonden:
            raise _Dubbel(sleutel)
        gevonden[sleutel] = waarde
    return gevonden


def _paren(namen: dict[str, list[str]], *, wederkerig: bool) -> list[list[tuple[str, str]]]:
    """(role, object) pairs per fact. The one role of a reciprocal fact holds both objects."""
    if wederkerig:
        return [[(rol, naam) for rol, lijst in namen.items() for naam in lijst]]
    rollen = list(namen)
    return [list(zip(rollen, keuze, strict=True)) for keuze in product(*namen.values())]
