"""What a table of households looks like for a law: whom a row is about, and its columns.

A row is a household. Its root is the person (or the home) that the outcome is about; others stand
in roles, one level deep. Only what the outcomes rest on is a column: that is read from the flat
plans of the households that the roles allow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from wetsanalyse.bevolking.rollen import en, rollen_van, wortel_van
from wetsanalyse.model.cellen import celnaam, celnamen_van, eigenschappen, losse_cellen
from wetsanalyse.model.feiten import Feit, Huishouden
from wetsanalyse.model.gevolgen import Objectcreatie
from wetsanalyse.model.model import Attribuut, Bereik, Kenmerk, Model, Rol
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.terms import Lees
from wetsanalyse.model.types import BOOLEAN, Soort, Type
from wetsanalyse.plan.ground import ground
from wetsanalyse.plan.invoer import Kegel, gelezen_invoer, kegel, te_geven
from wetsanalyse.plan.lower import Plan, lower
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout, waarschuwing

ZELF = "A"
"""What the object of the row itself is called."""
ALLE_VORMEN = 64
"""Up to so many combinations of roles are all looked at; of more only the simple ones."""


@dataclass(frozen=True, slots=True)
class Veld:
    """One column: a fact that no rule sets. ``bereik``: what is said of it in an Invoerbereik;
    ``waarden``: the texts that it can be, when there is a list of them."""

    eigenschap: str
    objecttype: str
    type: Type
    kenmerk: Kenmerk | None = None
    bereik: Bereik | None = None
    waarden: tuple[str, ...] = ()

    @property
    def naam(self) -> str:
        """How the column is called: a kenmerk by its own words (`is verzekerd`)."""
        bijvoeglijk = self.kenmerk is not None and self.kenmerk.soort == "bijvoeglijk"
        return f"is {self.eigenschap}" if bijvoeglijk else self.eigenschap


@dataclass(frozen=True, slots=True)
class Velden:
    """The facts of one kind of person. ``overig``: facts that the law knows, and that these
    outcomes do not rest on. ``berekend``: what the rules work out themselves, by name."""

    nodig: tuple[Veld, ...]
    overig: tuple[Veld, ...] = ()
    berekend: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rolvorm:
    """Those who stand in a role of the household. ``mens``: whether they are persons."""

    rol: Rol
    velden: Velden
    mens: bool

    @property
    def naam(self) -> str:
        return self.rol.naam

    @property
    def kolom(self) -> str:
        """The name of the column: the plural where there may be many."""
        return (self.rol.meervoud or self.rol.naam) if self.rol.meerdere else self.rol.naam


@dataclass(frozen=True, slots=True)
class Vorm:
    """What a row holds. ``wortel``: the objecttype that a row is one of; ``mens``: whether that
    is a person, or something that persons belong to."""

    wortel: str
    mens: bool
    velden: Velden
    rollen: tuple[Rolvorm, ...]
    rekendatum: date

    @property
    def enkel(self) -> tuple[Rolvorm, ...]:
        """The roles that one may hold."""
        return tuple(r for r in self.rollen if not r.rol.meerdere)

    @property
    def veel(self) -> tuple[Rolvorm, ...]:
        """The roles that many may hold."""
        return tuple(r for r in self.rollen if r.rol.meerdere)


def vorm_van(
    model: Model, rekendatum: date, uitkomsten: Sequence[Lees] | None = None
) -> Result[Vorm | None]:
    """The columns for these outcomes (those of the blocks Uitkomst), with a message for all that
    a table cannot say."""
    gevraagd = tuple(uitkomsten if uitkomsten is not None else uitkomsten_van(model))
    plan = lower(model, rekendatum)
    wortel = wortel_van(model, kegel_ := kegel(plan, gevraagd), gevraagd)
    if isinstance(wortel, Diagnostic):
        return Result(None, (wortel,))
    if (niets := _zonder_regel(plan, gevraagd)) is not None:
        return Result(None, (niets,))
    rollen, meldingen = rollen_van(model, kegel_, wortel)
    nodig = _gelezen(plan, wortel, rollen, gevraagd)
    groepen: dict[str, Velden] = {}
    namen = {ZELF: wortel, **{rol.naam: rol.objecttype for rol in rollen}}
    for wie, objecttype in namen.items():
        groepen[wie], geweigerd = _velden(plan, objecttype, nodig.get(wie, frozenset()), wie)
        meldingen += geweigerd
    rolvormen = tuple(
        Rolvorm(rol, groepen[rol.naam], model.objecttypen[rol.objecttype].bezield) for rol in rollen
    )
    meldingen += _onbereikbaar(plan, kegel_, set(namen.values()))
    mens = model.objecttypen[wortel].bezield
    return Result(Vorm(wortel, mens, groepen[ZELF], rolvormen, rekendatum), tuple(meldingen))


def _zonder_regel(plan: Plan, uitkomsten: Sequence[Lees]) -> Diagnostic | None:
    """No rule of that day gives any outcome: then there is nothing to run."""
    if any(plan.schrijvers.get((u.object.objecttype, u.eigenschap)) for u in uitkomsten):
        return None
    dag = plan.rekendatum
    namen = list(dict.fromkeys(u.eigenschap for u in uitkomsten))
    return fout(
        "BEV-GEEN-REGEL", None,
        f"op {dag.day}-{dag.month}-{dag.year} stelt geen regel “{namen[0]}” vast"
        + (f", en ook niet {en(namen[1:])}" if namen[1:] else ""),
        hulp=("kies met --rekendatum een dag waarop de regels gelden",),
    )  # fmt: skip


def uitkomsten_van(model: Model) -> tuple[Lees, ...]:
    """All that counts for a citizen, each once."""
    alle = (
        lees
        for u in model.uitkomsten
        for lees in (*u.voordelen, *u.nadelen, *u.bodems, *u.middelen)
    )
    return tuple(dict.fromkeys(alle))


def huishouden(vorm: Vorm, aanwezig: frozenset[str], leden: Mapping[str, int]) -> Huishouden:
    """The shape of a row: which single roles somebody stands in, and how many in the others.
    The row itself is A; others are called by their role (`toeslagpartner`, `kind 2`)."""
    return _huishouden(vorm.wortel, [r.rol for r in vorm.rollen], aanwezig, leden)


# ------------------------------------------------------------------ columns


def _gelezen(
    plan: Plan, wortel: str, rollen: Sequence[Rol], uitkomsten: Sequence[Lees]
) -> dict[str, frozenset[str]]:
    """Per role (and of the row itself) the inputs that the outcomes rest on in some household."""
    gevonden: dict[str, frozenset[str]] = {}
    for aanwezig, leden in _vormen(rollen):
        vorm = _huishouden(wortel, rollen, aanwezig, leden)
        grond = ground(plan, vorm)
        doelen = [
            grond.eigenschappen[wie, naam]
            for lees in uitkomsten
            for wie, type_ in vorm.objecten
            if type_ == lees.object.objecttype and (type_ != wortel or wie == ZELF)
            for naam in celnamen_van(plan.model, type_, lees.eigenschap)
        ]
        van = {wie: wie if wie in aanwezig else ZELF for wie, _ in vorm.objecten}
        van |= {f"{r} {i + 1}": r for r, aantal in leden.items() for i in range(aantal)}
        for sleutel in gelezen_invoer(grond, doelen):
            if sleutel.object in van:
                wie = van[sleutel.object]
                gevonden[wie] = gevonden.get(wie, frozenset()) | {sleutel.eigenschap}
    return gevonden


def _vormen(rollen: Sequence[Rol]) -> list[tuple[frozenset[str], dict[str, int]]]:
    """The households to look at: each role filled or not; of the many, none or two."""
    keuzes = list(product((False, True), repeat=len(rollen))) if len(rollen) < 7 else []
    if len(keuzes) > ALLE_VORMEN or not keuzes:
        een = range(len(rollen))
        keuzes = [(False,) * len(rollen), (True,) * len(rollen)]
        keuzes += [tuple(i == j for j in een) for i in een]
        keuzes += [tuple(i != j for j in een) for i in een]
    vormen: list[tuple[frozenset[str], dict[str, int]]] = []
    for keuze in keuzes:
        gevuld = [rol for rol, vol in zip(rollen, keuze, strict=True) if vol]
        enkel = frozenset(rol.naam for rol in gevuld if not rol.meerdere)
        vormen.append((enkel, {rol.naam: 2 for rol in gevuld if rol.meerdere}))
    return vormen


def _huishouden(
    wortel: str, rollen: Sequence[Rol], aanwezig: frozenset[str], leden: Mapping[str, int]
) -> Huishouden:
    objecten = [(ZELF, wortel)]
    feiten: list[Feit] = []
    for rol in rollen:
        namen = [rol.naam] if rol.naam in aanwezig else []
        namen += [f"{rol.naam} {i + 1}" for i in range(leden.get(rol.naam, 0))]
        for naam in namen:
            objecten.append((naam, rol.objecttype))
            paar = (ZELF, naam) if rol.nummer == 1 else (naam, ZELF)
            feiten.append(Feit(rol.feittype, paar))
    return Huishouden(tuple(objecten), tuple(feiten))


def _velden(
    plan: Plan, objecttype: str, nodig: frozenset[str], wie: str
) -> tuple[Velden, list[Diagnostic]]:
    model = plan.model
    verklaard = model.invoerbereiken.get(objecttype)
    bereiken = {b.attribuut: b for b in verklaard.bereiken} if verklaard else {}
    velden: list[Veld] = []
    overig: list[Veld] = []
    meldingen: list[Diagnostic] = []
    for naam, lid in eigenschappen(model, objecttype):
        if not _te_geven(plan, objecttype, naam, lid):
            continue
        reden = _niet_in_tabel(lid)
        if reden is None:
            type_ = lid.type if isinstance(lid, Attribuut) else BOOLEAN
            kan = model.enumeraties.get(type_.domein or "", ())
            kenmerk = lid if isinstance(lid, Kenmerk) else None
            veld = Veld(naam, objecttype, type_, kenmerk, bereiken.get(lid.naam), kan)
            (velden if naam in nodig else overig).append(veld)
        elif naam in nodig:
            meldingen.append(_geen_veld(naam, objecttype if wie == ZELF else wie, reden))
    berekend = frozenset(
        vouw(naam)
        for naam, lid in eigenschappen(model, objecttype)
        if not _te_geven(plan, objecttype, naam, lid)
    )
    return Velden(tuple(velden), tuple(overig), berekend), meldingen


def _te_geven(plan: Plan, objecttype: str, naam: str, lid: Attribuut | Kenmerk) -> bool:
    """Of an attribute with dimensions some cells may be given, and others set by rules."""
    if isinstance(lid, Kenmerk) or not lid.dimensies or te_geven(plan, objecttype, lid.naam):
        return te_geven(plan, objecttype, lid.naam)
    schrijvers = plan.schrijvers.get((objecttype, lid.naam), ())
    gezet = {
        celnaam(lid.naam, cel, plan.model.dimensies)
        for v in schrijvers
        if v.soort != "initialisatie"
        for cel in losse_cellen(v.cel)
    }
    return bool(schrijvers) and all(v.cel for v in schrijvers) and naam not in gezet


def _niet_in_tabel(lid: Attribuut | Kenmerk) -> str | None:
    """Why a cell of a table cannot hold this; None: it can."""
    if lid.tijdlijn is not None:
        return "de waarde verandert in de tijd"
    if isinstance(lid, Kenmerk):
        return None
    if lid.type.meervoudig or lid.type.soort in (Soort.OBJECT, Soort.DATUMTIJD):
        return f"haar soort ({lid.type}) past niet in een kolom"
    return None


def _geen_veld(naam: str, van: str, reden: str) -> Diagnostic:
    return waarschuwing(
        "BEV-VELD", None,
        f"een tabel heeft geen kolom voor “{naam}” van {van}: {reden}",
        hulp=("elk huishouden wordt gerekend alsof dit gegeven leeg is",),
    )  # fmt: skip


def _onbereikbaar(plan: Plan, kegel_: Kegel, typen: set[str]) -> list[Diagnostic]:
    """Facts of objects that no row can have."""
    gemaakt = {v.gevolg.rol.objecttype for v in kegel_.versies
               if isinstance(v.gevolg, Objectcreatie)}  # fmt: skip
    elders: dict[str, list[str]] = {}
    for ding in sorted(kegel_.dingen):
        elders_van = ding[0] == "eigenschap" and ding[1] not in typen | gemaakt
        if elders_van and te_geven(plan, ding[1], ding[2]):
            elders.setdefault(ding[1], []).append(ding[2])
    return [
        waarschuwing(
            "BEV-OBJECT", None,
            f"een rij kan geen {type_} hebben; zonder kolom blijven: {', '.join(namen)}",
            hulp=(f"elk huishouden wordt gerekend alsof er geen {type_} is",),
        )
        for type_, namen in elders.items()
    ]  # fmt: skip
