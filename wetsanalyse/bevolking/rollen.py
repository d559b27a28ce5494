"""Whom a row of a table is about, and which roles beside him have columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wetsanalyse.model.gevolgen import Feitcreatie, Objectcreatie
from wetsanalyse.model.lezen_termen import versie_termen
from wetsanalyse.model.model import Model, Rol
from wetsanalyse.model.terms import Lees, Rolstap
from wetsanalyse.plan.invoer import Kegel
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout, opmerking, waarschuwing


def wortel_van(model: Model, kegel_: Kegel, uitkomsten: Sequence[Lees]) -> str | Diagnostic:
    """The type that the outcomes are about. Where rules look from the one it belongs to at all
    that belong there (a home and those who live in it), a row is that one."""
    typen = list(dict.fromkeys(lees.object.objecttype for lees in uitkomsten))
    if not typen:
        return fout(
            "BEV-GEEN-UITKOMST", None, "de regels hebben geen blok Uitkomst",
            hulp=("schrijf in een blok Uitkomst wat er voor een burger telt",),
        )  # fmt: skip
    geteld = {
        (t.feittype, t.rol) for v in kegel_.versies for t in versie_termen(v)
        if isinstance(t, Rolstap) and t.meerdere
    }  # fmt: skip
    boven = {
        rol.objecttype
        for rol in model.rollen_vanaf(typen[0])
        if not rol.meerdere and rol.objecttype != typen[0]
        and (rol.feittype, 1 - rol.nummer) in geteld
    }  # fmt: skip
    for kandidaat in (*sorted(boven), *typen):
        daar = {kandidaat, *(rol.objecttype for rol in model.rollen_vanaf(kandidaat))}
        if len(boven) < 2 and daar.issuperset(typen):
            return kandidaat
    return fout(
        "BEV-WORTEL", None,
        f"een rij kan niet over één huishouden gaan: de uitkomsten gaan over {en(typen)}"
        + (f", en de regels tellen vanuit {en(sorted(boven))}" if boven else ""),
        hulp=("reken deze burgers één voor één, met “wetsanalyse reken”",),
    )  # fmt: skip


def rollen_van(model: Model, kegel_: Kegel, wortel: str) -> tuple[list[Rol], list[Diagnostic]]:
    """The roles that a row has columns for; the others with the reason why not."""
    gemaakt = {
        v.gevolg.rol.feittype
        for v in kegel_.versies
        if isinstance(v.gevolg, Objectcreatie | Feitcreatie)
    }
    rollen: list[Rol] = []
    meldingen: list[Diagnostic] = []
    for rol in _elk_feit_een_keer(model.rollen_vanaf(wortel), wortel):
        if not kegel_.heeft_rol(rol.feittype):
            continue
        ander = model.feittypen[rol.feittype].rollen[1 - rol.nummer]
        if rol.feittype in gemaakt:
            meldingen.append(_gemaakt(rol))
        elif rol.meerdere and ander.meerdere:
            reden = f"meer dan één {ander.naam} kan er meer dan één hebben"
            meldingen.append(_geen_rol(rol, reden))
        else:
            rollen.append(rol)
    gehad = {rol.feittype for rol in model.rollen_vanaf(wortel)}
    for objecttype in dict.fromkeys(rol.objecttype for rol in rollen):
        for rol in _elk_feit_een_keer(model.rollen_vanaf(objecttype), objecttype):
            if kegel_.heeft_rol(rol.feittype) and rol.feittype not in gehad | gemaakt:
                reden = f"hij hoort bij een {objecttype}, niet bij de {wortel} van de rij"
                meldingen.append(_geen_rol(rol, reden))
    return rollen, meldingen


def _elk_feit_een_keer(rollen: Iterable[Rol], hier: str) -> Iterator[Rol]:
    """Of a relation of a type with itself only one end: the many, else the second."""
    gekozen: dict[str, Rol] = {}
    for rol in rollen:
        eerder = gekozen.get(rol.feittype)
        if eerder is None or (rol.meerdere, rol.nummer) > (eerder.meerdere, eerder.nummer):
            gekozen[rol.feittype] = rol
    yield from gekozen.values()


def _gemaakt(rol: Rol) -> Diagnostic:
    return opmerking(
        "BEV-GEMAAKT", None,
        f"wie of wat “{rol.naam}” is, maken de regels zelf; een tabel heeft er geen kolom voor",
    )  # fmt: skip


def _geen_rol(rol: Rol, reden: str) -> Diagnostic:
    return waarschuwing(
        "BEV-ROL", None, f"een tabel heeft geen kolom voor de rol “{rol.naam}”: {reden}",
        hulp=("elk huishouden wordt gerekend alsof er niemand in die rol is",),
    )  # fmt: skip


def en(namen: Sequence[str]) -> str:
    return " en ".join(filter(None, (", ".join(namen[:-1]), namen[-1])))
