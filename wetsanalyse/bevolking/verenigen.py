"""One table for two laws: the columns that either needs, and what each of them sees of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wetsanalyse.bevolking.vorm import Rolvorm, Veld, Velden, Vorm
from wetsanalyse.model.tabel import vouw
from wetsanalyse.model.types import Type
from wetsanalyse.run.kolommen import Blok, Enkel, Kolom, Veel
from wetsanalyse.text import Diagnostic, Result
from wetsanalyse.text.diagnostic import fout, opmerking

OUD, NIEUW = "OUD", "NIEUW"


def verenig(oud: Vorm, nieuw: Vorm) -> Result[Vorm | None]:
    """The columns that either law needs, or why one row cannot be for both. Who is not born yet on
    the first of two days is set aside, so that both laws are about the same people."""
    if (oud.wortel, oud.mens) != (nieuw.wortel, nieuw.mens):
        melding = fout(
            "BEV-VERGELIJK-WORTEL", None,
            f"een rij is in {OUD} een {oud.wortel} en in {NIEUW} een {nieuw.wortel}",
            hulp=("twee wetten zijn te vergelijken als hun uitkomsten over hetzelfde gaan",),
        )  # fmt: skip
        return Result(None, (melding,))
    meldingen: list[Diagnostic] = []
    velden = _verenig(oud.velden, nieuw.velden, "", meldingen)
    rollen: list[Rolvorm] = []
    links, rechts = ({r.naam: r for r in vorm.rollen} for vorm in (oud, nieuw))
    for naam in dict.fromkeys((*links, *rechts)):
        een, twee = links.get(naam), rechts.get(naam)
        rol = een or twee
        assert rol is not None
        if een is None or twee is None:
            wie = NIEUW if een is None else OUD
            meldingen.append(_kolom_een(rol.kolom, wie))
            rollen.append(rol)
        elif (een.rol.meerdere, een.mens, een.kolom) != (twee.rol.meerdere, twee.mens, twee.kolom):
            meldingen.append(fout(
                "BEV-VERGELIJK-SOORT", None,
                f"de rol “{naam}” is in {OUD} en {NIEUW} niet hetzelfde",
                hulp=("maak het feittype in beide wetten gelijk",),
            ))  # fmt: skip
        else:
            samen_ = _verenig(een.velden, twee.velden, f"{naam}.", meldingen)
            rollen.append(replace(een, velden=samen_))
    if any(m.is_fout for m in meldingen):
        return Result(None, tuple(meldingen))
    dag = min(oud.rekendatum, nieuw.rekendatum)
    return Result(Vorm(oud.wortel, oud.mens, velden, tuple(rollen), dag), tuple(meldingen))


def _verenig(oud: Velden, nieuw: Velden, voor: str, meldingen: list[Diagnostic]) -> Velden:
    links, rechts = ({v.eigenschap: v for v in velden.nodig} for velden in (oud, nieuw))
    bekend = [{v.eigenschap for v in (*s.nodig, *s.overig)} for s in (oud, nieuw)]
    nodig: list[Veld] = []
    for naam in dict.fromkeys((*links, *rechts)):
        een, twee = links.get(naam), rechts.get(naam)
        veld = een or twee
        assert veld is not None
        if een is not None and twee is not None:
            if not _zelfde(een, twee):
                meldingen.append(ander_soort("de kolom", voor + veld.naam, een.type, twee.type))
            strengst = een.type.bereik or twee.type.bereik
            veld = replace(een, type=replace(een.type, bereik=strengst))
        elif not all(naam in deze for deze in bekend):
            meldingen.append(_kolom_een(voor + veld.naam, OUD if twee is None else NIEUW))
        nodig.append(veld)
    namen = {v.eigenschap for v in nodig}
    overig = {v.eigenschap: v for v in (*oud.overig, *nieuw.overig) if v.eigenschap not in namen}
    berekend = (oud.berekend | nieuw.berekend) - {vouw(n) for n in namen}
    return Velden(tuple(nodig), tuple(overig.values()), frozenset(berekend))


def _zelfde(een: Veld, twee: Veld) -> bool:
    """Whether one column can be read for both."""
    soort = (een.type.soort, een.type.eenheid, een.type.decimalen, een.waarden)
    ander = (twee.type.soort, twee.type.eenheid, twee.type.decimalen, twee.waarden)
    bereiken = {een.type.bereik, twee.type.bereik} - {None}
    return soort == ander and len(bereiken) < 2 and (een.kenmerk is None) == (twee.kenmerk is None)


def _kolom_een(naam: str, wie: str) -> Diagnostic:
    return opmerking(
        "BEV-KOLOM-EEN", None, f"de kolom “{naam}” is alleen voor {wie}",
        hulp=("de andere wet vraagt haar niet, of rekent haar zelf uit",),
    )  # fmt: skip


def past_bij(blok: Blok, vorm: Vorm) -> Blok:
    """What a law sees of a household: only what it asks for itself."""

    def kolommen(velden: Iterable[Veld], alle: Mapping[str, Kolom]) -> dict[str, Kolom]:
        return {v.eigenschap: alle[v.eigenschap] for v in velden}

    return Blok(
        blok.n,
        kolommen(vorm.velden.nodig, blok.wortel),
        {
            rol.naam: Enkel(
                blok.enkel[rol.naam].aanwezig,
                kolommen(rol.velden.nodig, blok.enkel[rol.naam].kolommen),
            )
            for rol in vorm.enkel
        },
        {
            rol.naam: Veel(
                blok.veel[rol.naam].grenzen,
                kolommen(rol.velden.nodig, blok.veel[rol.naam].kolommen),
            )
            for rol in vorm.veel
        },
    )


def ander_soort(wat: str, naam: str, oud: Type, nieuw: Type) -> Diagnostic:
    return fout(
        "BEV-VERGELIJK-SOORT", None,
        f"{wat} “{naam}” is in {OUD} een {_in_woorden(oud)} en in {NIEUW} een {_in_woorden(nieuw)}",
        hulp=("maak de soort en de eenheid in beide wetten gelijk",),
    )  # fmt: skip


def _in_woorden(type_: Type) -> str:
    cijfers = "" if type_.decimalen is None else f" met {type_.decimalen} decimalen"
    return f"{type_}{cijfers}"


__all__ = ["NIEUW", "OUD", "ander_soort", "past_bij", "verenig"]
