"""The line of a Feittype that says how many there are on each side. [1.11]"""

from __future__ import annotations

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.meervoud import geraden_meervouden
from wetsanalyse.syntax.splitsen import Blokstuk, Regeltje
from wetsanalyse.syntax.woorden import eenspatie, norm_woord
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import fout


def feitfout(code: str, stuk: Blokstuk, bericht: str) -> Diagnostic:
    return fout(
        code,
        stuk.kop,
        bericht,
        hulp=["bijvoorbeeld “één ouder verzorgt meerdere kinderen”"],
        context=stuk.context,
    )


def lees_kardinaliteit(
    stuk: Blokstuk, regel: Regeltje | None, een: t.Rol, twee: t.Rol
) -> tuple[tuple[bool, bool], str] | Diagnostic:
    """Which role is many, and the description. The line is free text: read from the outside in,
    a role in front, a role at the end, the description between."""
    if regel is None:
        bericht = "de regel met “één … meerdere …” ontbreekt"
        return feitfout("FT-KARDINALITEITSREGEL", stuk, bericht)
    tekst = eenspatie(regel.tekst).rstrip(".;")
    for voor, achter, omgekeerd in ((een, twee, False), (twee, een, True)):
        begin = _rol_vooraan(tekst, voor)
        einde = _rol_achteraan(tekst, achter)
        if begin and einde and begin[1] <= einde[1]:
            meer = (einde[0], begin[0]) if omgekeerd else (begin[0], einde[0])
            return meer, tekst[begin[1] : einde[1]].strip()
    return fout(
        "FT-KARD-NAAM",
        stuk.bron.span(regel.start, regel.eind),
        f"deze regel noemt niet de rollen “{een.naam.tekst}” en “{twee.naam.tekst}”",
        hulp=["schrijf “één” met de rolnaam of “meerdere” met het meervoud van de rol"],
        context=stuk.context,
    )


def _vormen(rol: t.Rol) -> list[tuple[bool, str]]:
    meervouden = [rol.meervoud] if rol.meervoud else list(geraden_meervouden(rol.naam.tekst))
    paren = [(True, f"meerdere {m}") for m in meervouden]
    return [*paren, (False, f"één {rol.naam.tekst}"), (False, f"een {rol.naam.tekst}")]


def _rol_vooraan(tekst: str, rol: t.Rol) -> tuple[bool, int] | None:
    delen = tekst.split(" ")
    for meer, vorm in _vormen(rol):
        kop = _genormd(vorm)
        if [norm_woord(d) for d in delen[: len(kop)]] == kop:
            return meer, len(" ".join(delen[: len(kop)]))
    return None


def _rol_achteraan(tekst: str, rol: t.Rol) -> tuple[bool, int] | None:
    delen = tekst.split(" ")
    for meer, vorm in _vormen(rol):
        staart = _genormd(vorm)
        if [norm_woord(d) for d in delen[-len(staart) :]] == staart:
            return meer, len(tekst) - len(" ".join(delen[-len(staart) :]))
    return None


def _genormd(vorm: str) -> list[str]:
    return [norm_woord(w) for w in vorm.split()]
