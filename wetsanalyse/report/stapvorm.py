"""What one step more costs, of a whole population: in words, as tables and as JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from wetsanalyse.bevolking.kliffen import Drukmeting, Klifmeting
from wetsanalyse.bevolking.loop import Nevenmeting
from wetsanalyse.bevolking.tellen import Groep, Maat
from wetsanalyse.report import opmaak
from wetsanalyse.report.cijfers import (
    ALLEN,
    IEDEREEN,
    PLAATSDELEN,
    Cijfers,
    euro,
    exact,
    getal,
    groepnaam,
)
from wetsanalyse.report.deelvorm import Deel, Figuurbeeld, Tabelbeeld, zonder_lege_kolommen
from wetsanalyse.report.klassen import DRUKKLASSEN, grootste_plaatsen
from wetsanalyse.report.opmaak import eenheid_van
from wetsanalyse.report.tellingplaatje import Reeks, staven
from wetsanalyse.run.kolommen import invoerschaal


def druk_deel(c: Cijfers, d: Drukmeting, kop: str, id_: str, plaatjes: bool) -> Deel:
    stap = opmaak.waarde(d.verschuiving.stap, eenheid_van(d.verschuiving.veld.type))
    koppen = [kop, "huishoudens", "gaat erop vooruit", "verliest niets", *DRUKKLASSEN, "leeg",
              "onbekend"]  # fmt: skip
    rijen = [
        [groepnaam(groep), c.tekst(groep, None, ALLEN),
         *(c.tekst(groep, d.maat, deel)
           for deel in ("onder", "nul", *DRUKKLASSEN, "leeg", "onbekend"))]
        for groep in c.groepen
    ]  # fmt: skip
    koppen_, rijen_ = zonder_lege_kolommen(koppen, rijen, 4)
    zinnen = [
        (
            f"Welk deel van {stap} meer {d.verschuiving.naam} gaat weer verloren aan lagere "
            "uitkomsten samen, over het venster van de uitkomst. Elk huishouden is twee keer "
            "doorgerekend."
        ),
        *_einde(c, d.einde, d.verschuiving.naam),
    ]
    figuren: tuple[Figuurbeeld, ...] = ()
    if plaatjes:
        namen = ("gaat erop vooruit", "verliest niets", *DRUKKLASSEN)
        waarden = tuple(c.waarde(IEDEREEN, d.maat, deel) for deel in ("onder", "nul", *DRUKKLASSEN))
        figuren = (staven(f"{id_}-klassen", "Druk: iedereen", namen,
                          [Reeks("huishoudens", waarden)], "huishoudens"),)  # fmt: skip
    titel = f"Druk langs {d.verschuiving.naam}"
    return Deel(id_, titel, tuple(zinnen), (Tabelbeeld(titel, koppen_, rijen_),), figuren)


def klif_deel(c: Cijfers, k: Klifmeting, kop: str, id_: str) -> Deel:
    eenheid = eenheid_van(k.verschuiving.veld.type)
    stap = opmaak.waarde(k.verschuiving.stap, eenheid)
    if k.verschuiving.veld.type.is_tijd:
        stap = opmaak.waarde(k.verschuiving.stap, "dg")
    koppen = [kop, "huishoudens", "verliest bij één stap", f"binnen {k.binnen} ervoor",
              f"binnen {k.binnen} erover", "leeg", "onbekend", "verlies samen (euro)"]  # fmt: skip
    rijen = [
        [groepnaam(groep), c.tekst(groep, None, ALLEN), c.tekst(groep, k.maat, "boven"),
         c.tekst(groep, k.ervoor, "bekend"), c.tekst(groep, k.erover, "bekend"),
         c.tekst(groep, k.maat, "leeg"), c.tekst(groep, k.maat, "onbekend"),
         getal(c.bedrag(groep, k.maat))]
        for groep in c.groepen
    ]  # fmt: skip
    koppen_, rijen_ = zonder_lege_kolommen(koppen, rijen, 5)
    titel = f"Klif langs {k.verschuiving.naam}"
    tabellen = [Tabelbeeld(titel, koppen_, rijen_)]
    for maat, woord in ((k.ervoor, "ervoor"), (k.erover, "erover")):
        genoemd, elders = grootste_plaatsen(c, maat)
        if genoemd:
            plekken = [(_plaats(p, maat, k), getal(n)) for p, n in genoemd]
            rest = [("elders", getal(elders))] if elders else []
            tabellen.append(Tabelbeeld(
                f"Waar de klif ligt, voor wie {woord} staat",
                ("laatste waarde voor het verlies", f"huishoudens {woord}"), (*plekken, *rest),
            ))  # fmt: skip
    stappen = opmaak.aantal(k.binnen, "stap", "stappen")
    vraag = (
        f"Wie verliest minstens {euro(k.vanaf)} bij {stap} meer {k.verschuiving.naam}, over het "
        f"venster van de uitkomst? En wie staat binnen {stappen} van zo’n plaats? Elk huishouden "
        "is op elke plaats opnieuw doorgerekend."
    )
    zinnen = [
        vraag,
        *_einde(c, k.einde, k.verschuiving.naam),
    ]
    if (hoogst := c.uiterste(k.maat, "boven")) is not None:
        zinnen.append(f"Het grootste verlies bij één stap is {euro(hoogst, 2)}.")
    return Deel(id_, titel, tuple(zinnen), tuple(tabellen))


def _plaats(plaats: Fraction, maat: Maat, k: Klifmeting) -> str:
    """One value, or the first and the last of what was taken together."""
    type_ = k.verschuiving.veld.type
    fijn = Fraction(1, invoerschaal(type_))
    van = opmaak.waarde(plaats, eenheid_van(type_))
    if maat.trede <= fijn:
        return van
    return f"{van} tot {opmaak.waarde(plaats + maat.trede, eenheid_van(type_))}"


def _einde(c: Cijfers, maat: Maat, naam: str) -> list[str]:
    tal = c.tal(IEDEREEN, maat, "boven")
    if not tal.rijen:
        return []
    return [
        (
            f"Bij {c.tekst(IEDEREEN, maat, 'boven')} huishoudens kon {naam} niet elke stap verder: "
            "de waarde staat aan het einde van haar bereik. Zij tellen daar als onbekend."
        )
    ]


def meting_json(c: Cijfers, groep: Groep, meting: Nevenmeting) -> dict[str, Any]:
    if isinstance(meting, Drukmeting):
        namen = ("onder", "nul", *DRUKKLASSEN, "leeg", "onbekend")
        klassen = {naam: exact(c.waarde(groep, meting.maat, naam)) for naam in namen}
        return {"druk": meting.verschuiving.naam, "stap": str(meting.verschuiving.stap),
                "klassen": klassen, "aan_het_einde": exact(c.waarde(groep, meting.einde, "boven")),
                }  # fmt: skip
    assert isinstance(meting, Klifmeting)
    uit: dict[str, Any] = {
        "klif": meting.verschuiving.naam,
        "stap": str(meting.verschuiving.stap),
        "vanaf": str(meting.vanaf),
        "binnen": meting.binnen,
        "verliest": exact(c.waarde(groep, meting.maat, "boven")),
        "verlies": exact(c.bedrag(groep, meting.maat)),
        "onbekend": exact(c.waarde(groep, meting.maat, "onbekend")),
        "leeg": exact(c.waarde(groep, meting.maat, "leeg")),
        "aan_het_einde": exact(c.waarde(groep, meting.einde, "boven")),
    }
    for maat, woord in ((meting.ervoor, "ervoor"), (meting.erover, "erover")):
        deel: dict[str, Any] = {"huishoudens": exact(c.waarde(groep, maat, PLAATSDELEN[0]))}
        if groep == IEDEREEN:
            genoemd, elders = grootste_plaatsen(c, maat)
            deel["plaatsen"] = [{"na": str(p), "huishoudens": str(n)} for p, n in genoemd]
            deel["elders"] = str(elders)
        uit[woord] = deel
    return uit


__all__ = ["druk_deel", "klif_deel", "meting_json"]
