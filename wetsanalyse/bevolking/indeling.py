"""The columns of a source held against those that a law asks for: which is which, and every
column that is missing, unknown, twice there or of the wrong kind. Before any row is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.types as pt

from wetsanalyse.bevolking.bron import Bron
from wetsanalyse.bevolking.omzetten import past, soort_van
from wetsanalyse.bevolking.vorm import Rolvorm, Veld, Velden, Vorm
from wetsanalyse.model.model import Kenmerk
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout, opmerking

SLEUTEL = "huishouden"
GEWICHTEN = ("gewicht", "synthetisch gewicht")
GEWICHT = Veld("gewicht", "", Type(Soort.NUMERIEK, bereik="niet-negatief"))
AANWEZIG = Veld("aanwezig", "", BOOLEAN, Kenmerk("aanwezig", "", "gewoon"))
"""Whether there is somebody in a role; where nothing stands, there is nobody."""
LIDWOORDEN = ("de ", "het ", "een ")


@dataclass(frozen=True, slots=True)
class Veldplek:
    """Where the cells of a fact stand: ``kolom`` of the table or of a nested value."""

    veld: Veld
    kolom: str
    naam: str


@dataclass(frozen=True, slots=True)
class Rolplek:
    """``genest``: the facts stand within ``kolom`` (null: nobody); else that column says whether
    there is somebody, and the facts have columns of their own."""

    vorm: Rolvorm
    kolom: str
    genest: bool
    velden: tuple[Veldplek, ...]


@dataclass(frozen=True, slots=True)
class Indeling:
    """Where everything stands. ``groepen``: columns to group by, by their name."""

    velden: tuple[Veldplek, ...]
    enkel: tuple[Rolplek, ...]
    veel: tuple[Rolplek, ...]
    sleutel: str | None
    gewicht: str | None
    groepen: Mapping[str, str]

    @property
    def synthetisch(self) -> bool:
        """Whether the weights are made up, by the name of their column."""
        return self.gewicht is not None and vouwkolom(self.gewicht) == GEWICHTEN[1]

    @property
    def kolommen(self) -> tuple[str, ...]:
        """The columns that must be read, each once."""
        plekken = [plek.kolom for plek in self.velden]
        for rol in (*self.enkel, *self.veel):
            plekken += [rol.kolom, *([] if rol.genest else [p.kolom for p in rol.velden])]
        plekken += [k for k in (self.sleutel, self.gewicht) if k is not None]
        return tuple(dict.fromkeys([*plekken, *self.groepen.values()]))


def vouwkolom(naam: str) -> str:
    """The form in which names of columns are compared: without capitals, underscores and the
    article in front."""
    kaal = vouw(naam.replace("_", " "))
    for lidwoord in LIDWOORDEN:
        kaal = kaal.removeprefix(lidwoord)
    return kaal


def namen_van(veld: Veld) -> tuple[str, ...]:
    """What the column of a fact may be called, folded."""
    return tuple(dict.fromkeys((vouwkolom(veld.naam), vouwkolom(veld.eigenschap))))


def leg_naast(vorm: Vorm, bron: Bron, groepen: Sequence[str] = ()) -> Result[Indeling | None]:
    """Which column is which, or every fault in the columns."""
    zoeker = _Zoeker(vorm, bron)
    indeling = zoeker.deel_in(groepen)
    meldingen = tuple(zoeker.meldingen)
    return Result(None if any(m.is_fout for m in meldingen) else indeling, meldingen)


@dataclass
class _Zoeker:
    """Gathers the messages about one source; only inside `leg_naast`."""

    vorm: Vorm
    bron: Bron
    meldingen: list[Diagnostic] = field(default_factory=list)

    def deel_in(self, groepen: Sequence[str]) -> Indeling:
        over = self._per_naam(self.bron.schema, "")
        apart = {naam: veld.name for naam in groepen if (veld := over.pop(vouwkolom(naam), None))}
        self._groepen_ontbreken(groepen, apart)
        sleutel = over.pop(SLEUTEL, None)
        if sleutel is not None:
            self._controleer_sleutel(sleutel)
        gewicht = next((over.pop(g) for g in GEWICHTEN if g in over), None)
        if gewicht is not None:
            self._controleer(GEWICHT, gewicht, gewicht.name, gewicht.name)
        enkel = tuple(p for rol in self.vorm.enkel if (p := self._enkel(rol, over)) is not None)
        veel = tuple(p for rol in self.vorm.veel if (p := self._veel(rol, over)) is not None)
        velden = self._velden(self.vorm.velden, over, "")
        return Indeling(
            velden, enkel, veel,
            sleutel.name if sleutel is not None else None,
            gewicht.name if gewicht is not None else None,
            apart,
        )  # fmt: skip

    def _meld(self, code: str, bericht: str, *hulp: str) -> None:
        self.meldingen.append(fout(code, None, f"{self.bron.naam}: {bericht}", hulp=hulp))

    def _per_naam(self, velden: Iterable[pa.Field], binnen: str) -> dict[str, pa.Field]:
        """The columns by their folded name; two with one name is a fault."""
        gevonden: dict[str, pa.Field] = {}
        for veld in velden:
            naam = vouwkolom(veld.name)
            if not naam:
                self._meld("BEV-KOLOM-NAAM", "er is een kolom zonder naam",
                           "geef haar een naam, of haal haar weg")  # fmt: skip
            elif naam in gevonden:
                twee = f"“{binnen}{gevonden[naam].name}” en “{binnen}{veld.name}”"
                gelijk = f"de kolom “{binnen}{veld.name}” staat er twee keer"
                bericht = gelijk if gevonden[naam].name == veld.name else f"{twee} zijn één naam"
                self._meld("BEV-KOLOM-DUBBEL", bericht, "haal een van de twee weg")
            else:
                gevonden[naam] = veld
        return gevonden

    def _groepen_ontbreken(self, groepen: Sequence[str], apart: Mapping[str, str]) -> None:
        for naam in groepen:
            if naam not in apart:
                kan = difflib.get_close_matches(naam, self.bron.schema.names, 1)
                self._meld("BEV-KOLOM-ONTBREEKT", f"de kolom “{naam}” om op te groeperen ontbreekt",
                           *(f"bedoelt u “{k}”?" for k in kan))  # fmt: skip

    # -------------------------------------------------------------- facts

    def _velden(
        self, velden: Velden, over: dict[str, pa.Field], voor: str, top: str | None = None
    ) -> tuple[Veldplek, ...]:
        """Find these facts among some columns; what is missing is told, and so is what is left.
        ``top``: the column that they are nested in."""
        plekken: list[Veldplek] = []
        for veld in velden.nodig:
            naam = f"{voor}{veld.naam}"
            vormen = [vorm for vorm in namen_van(veld) if vorm in over]
            if not vormen:
                self._ontbreekt(naam, veld, list(over))
                continue
            kolom = over.pop(vormen[0])
            self._controleer(veld, kolom, naam, top or kolom.name)
            plekken.append(Veldplek(veld, kolom.name, naam))
        self._onbekend(over, velden, voor)
        return tuple(plekken)

    def _ontbreekt(self, naam: str, veld: Veld, andere: Sequence[str]) -> None:
        kan = difflib.get_close_matches(vouwkolom(veld.naam), andere, 1, 0.75)
        self._meld(
            "BEV-KOLOM-ONTBREEKT", f"de kolom “{naam}” ontbreekt ({soort_van(veld)})",
            *(f"heet zij “{k}”? noem haar dan “{naam}”" for k in kan),
            "weet u dit van niemand? geef dan een lege kolom",
        )  # fmt: skip

    def _controleer(self, veld: Veld, kolom: pa.Field, naam: str, top: str) -> None:
        if top not in self.bron.tekst and not past(kolom.type, veld):
            hulp = _raad(kolom.type, veld)
            self._meld(
                "BEV-KOLOM-SOORT",
                f"de kolom “{naam}” is {_in_woorden(kolom.type)}; hier hoort: {soort_van(veld)}",
                *hulp,
            )

    def _controleer_sleutel(self, kolom: pa.Field) -> None:
        soort = kolom.type.value_type if pt.is_dictionary(kolom.type) else kolom.type
        if not (pt.is_integer(soort) or pt.is_string(soort) or pt.is_large_string(soort)):
            self._meld("BEV-KOLOM-SOORT",
                       f"de kolom “{kolom.name}” is {_in_woorden(soort)}; "
                       "hier hoort: een geheel getal of een tekst")  # fmt: skip

    def _onbekend(self, over: Mapping[str, pa.Field], velden: Velden, voor: str) -> None:
        """What nothing is made of: a fact that is not needed here is a remark, the rest a fault."""
        weg = {naam for veld in velden.overig for naam in namen_van(veld)}
        weghalen = "haal haar weg" if voor else "haal haar weg, of noem haar met --groep"
        bekend = [veld.naam for veld in (*velden.nodig, *velden.overig)]
        if not voor:
            bekend += [rol.kolom for rol in self.vorm.rollen]
        for vorm, kolom in over.items():
            plat = bool(voor) and vouwkolom(kolom.name).startswith(vouwkolom(voor))
            naam = kolom.name if plat else f"{voor}{kolom.name}"
            if vorm in weg:
                self.meldingen.append(
                    opmerking("BEV-KOLOM-OVER", None,
                              f"{self.bron.naam}: de kolom “{naam}” wordt niet gelezen: "
                              "geen uitkomst hangt ervan af")
                )  # fmt: skip
            elif vorm.removeprefix("is ") in velden.berekend:
                self._meld("BEV-KOLOM-ONBEKEND", f"de kolom “{naam}” rekenen de regels zelf uit",
                           weghalen)  # fmt: skip
            else:
                kan = difflib.get_close_matches(vorm, [vouwkolom(b) for b in bekend], 1)
                self._meld("BEV-KOLOM-ONBEKEND", f"de kolom “{naam}” kent deze wet niet",
                           *(f"bedoelt u “{voor}{k}”?" for k in kan),
                           weghalen)  # fmt: skip

    # -------------------------------------------------------------- roles

    def _enkel(self, rol: Rolvorm, over: dict[str, pa.Field]) -> Rolplek | None:
        voor = f"{rol.naam}."
        kolom = over.pop(vouwkolom(rol.kolom), None)
        vooraan = f"{vouwkolom(rol.naam)}."
        los = {
            vouwkolom(naam.removeprefix(vooraan)): over.pop(naam)
            for naam in tuple(over) if naam.startswith(vooraan)
        }  # fmt: skip
        if kolom is None:
            self._meld(
                "BEV-KOLOM-ONTBREEKT", f"de kolom “{rol.kolom}” ontbreekt: "
                + ("zij zegt of er iemand is" if los else "wie in die rol is"),
                "heeft niemand die? geef dan een lege kolom",
            )  # fmt: skip
            return None
        if pt.is_struct(kolom.type):
            binnen = self._per_naam(kolom.type, voor)
            velden = self._velden(rol.velden, binnen, voor, kolom.name)
            return Rolplek(rol, kolom.name, True, velden)
        if pt.is_null(kolom.type) and not los:
            return Rolplek(rol, kolom.name, False, ())
        self._controleer(AANWEZIG, kolom, rol.kolom, kolom.name)
        velden = self._velden(rol.velden, los, voor)
        return Rolplek(rol, kolom.name, False, velden)

    def _veel(self, rol: Rolvorm, over: dict[str, pa.Field]) -> Rolplek | None:
        # Who says `--leden kind=…` means the children.
        namen = [n for n in (vouwkolom(rol.kolom), vouwkolom(rol.naam)) if n in over]
        kolom = over.pop(namen[0]) if namen else None
        if kolom is None:
            self._meld(
                "BEV-KOLOM-ONTBREEKT",
                f"de kolom “{rol.kolom}” ontbreekt: een lijst met elke {rol.naam}",
                f"of geef een tabel apart: --leden {rol.kolom}=bestand",
            )  # fmt: skip
            return None
        if pt.is_null(kolom.type):
            return Rolplek(rol, kolom.name, True, ())
        if not (pt.is_list(kolom.type) or pt.is_large_list(kolom.type)):
            self._meld("BEV-KOLOM-SOORT",
                       f"de kolom “{rol.kolom}” is {_in_woorden(kolom.type)}; hier hoort een lijst",
                       f"geef een tabel apart: --leden {rol.kolom}=bestand")  # fmt: skip
            return None
        lid = kolom.type.value_type
        binnen = self._per_naam(lid, f"{rol.kolom}.") if pt.is_struct(lid) else {}
        velden = self._velden(rol.velden, binnen, f"{rol.kolom}.", kolom.name)
        return Rolplek(rol, kolom.name, True, velden)


def _in_woorden(soort: pa.DataType) -> str:
    """The type of a column, for a person."""
    woorden = (
        (pt.is_integer, "een geheel getal"),
        (pt.is_floating, "een kommagetal"),
        (pt.is_decimal, "een decimaal getal"),
        (pt.is_boolean, "waar of onwaar"),
        (pt.is_string, "tekst"),
        (pt.is_large_string, "tekst"),
        (pt.is_temporal, "een datum of tijd"),
        (pt.is_struct, "een samengestelde waarde"),
        (pt.is_list, "een lijst"),
    )
    gevonden = next((woord for toets, woord in woorden if toets(soort)), "van een ander soort")
    return f"{gevonden} ({soort})" if len(str(soort)) < 40 else gevonden


def _raad(soort: pa.DataType, veld: Veld) -> tuple[str, ...]:
    """The next step for a column of the wrong type."""
    if pt.is_float32(soort) or pt.is_float16(soort):
        return ("zo’n kommagetal is niet precies genoeg; geef een geheel of decimaal getal",)
    if pt.is_decimal256(soort):
        return ("maak er decimal(38, …) van",)
    if pt.is_timestamp(soort):
        return ("laat de tijdzone weg, of geef alleen de datum",)
    if pt.is_string(soort) and veld.type.is_getal:
        return ("maak er getallen van, of geef de tabel als .csv",)
    return ()
