"""Our own blocks: source, clause, duty, norm, event. [uitbreidingen]"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wetsanalyse.syntax.tree.condities import Conditie
from wetsanalyse.syntax.tree.expressies import Expressie, Getal, Keten
from wetsanalyse.syntax.tree.knopen import Naam, Node
from wetsanalyse.syntax.tree.regels import Bron, Geldigheid, Gelijkstelling, HerkomstTekst


@dataclass(frozen=True, slots=True)
class Regeling(Node):
    naam: Naam
    afkorting: str | None
    bwb_id: str | None
    niveau: str | None
    tekst_van: date | None
    doel: str | None
    uitvoering: tuple[Naam, ...] = ()


@dataclass(frozen=True, slots=True)
class Parameterwaarde(Node):
    naam: Naam
    waarde: Expressie
    herkomst: HerkomstTekst | None


@dataclass(frozen=True, slots=True)
class Parameterwaarden(Node):
    naam: Naam
    geldigheid: Geldigheid
    waarden: tuple[Parameterwaarde, ...]


@dataclass(frozen=True, slots=True)
class Reikwijdte(Node):
    """One item: exactly one of ``regel`` (a rule's name), ``bron`` (an article) and
    ``regeling`` (the whole of a regulation)."""

    regel: Naam | None = None
    bron: Bron | None = None
    regeling: str | None = None


@dataclass(frozen=True, slots=True)
class Clausuleversie(Node):
    """``orgaan`` may deviate for ``onderwerp`` if ``voorwaarde``; ``gevolg`` is the optional
    computable effect (``In dat geval moet … gesteld worden op …``)."""

    geldigheid: Geldigheid
    orgaan: Naam
    onderwerp: Keten
    voorwaarde: Conditie | None
    gevolg: Gelijkstelling | None = None


@dataclass(frozen=True, slots=True)
class Hardheidsclausule(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    reikwijdte: tuple[Reikwijdte, ...]
    voor: Literal["individuele gevallen", "groepen van gevallen", None]
    toepassing: Literal["ambtshalve", "op aanvraag", None]
    door: Literal["besluit", "ministeriële regeling", "beleidsregel", None]
    versies: tuple[Clausuleversie, ...]


@dataclass(frozen=True, slots=True)
class Termijn(Node):
    """``binnen 4 wk na <datum>``; without ``duur``: ``uiterlijk op <datum>``."""

    datum: Expressie
    duur: Expressie | None = None


@dataclass(frozen=True, slots=True)
class Verplichtingversie(Node):
    """An ``objecttype`` must do ``handeling``; ``gevolgregel`` is what applies if not."""

    geldigheid: Geldigheid
    objecttype: Naam
    handeling: str
    termijn: Termijn | None = None
    voorwaarde: Conditie | None = None
    gevolgregel: Naam | None = None


@dataclass(frozen=True, slots=True)
class Verplichting(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    verschoonbaar: Literal["ja", "nee", None]
    gewicht: Getal | None
    versies: tuple[Verplichtingversie, ...]


@dataclass(frozen=True, slots=True)
class Bestuursorgaan(Node):
    """``soort``: what kind of body it is; ``onder``: the ministry that it falls under."""

    naam: Naam
    soort: str | None = None
    onder: Naam | None = None


@dataclass(frozen=True, slots=True)
class OpenNorm(Node):
    naam: Naam
    herkomst: HerkomstTekst | None
    beoordeeld_door: Naam | None
    gezichtspunten: tuple[str | Keten, ...] = ()


@dataclass(frozen=True, slots=True)
class Uitkomst(Node):
    """What counts for (``voordelen``) and against (``nadelen``) a citizen of ``objecttype``."""

    objecttype: Naam
    voordelen: tuple[Keten, ...]
    nadelen: tuple[Keten, ...]
    bodems: tuple[Keten, ...]
    venster: Getal | None
    middelen: tuple[Keten, ...] = ()


@dataclass(frozen=True, slots=True)
class Bereik(Node):
    attribuut: Naam
    van: Expressie
    tot: Expressie
    per: Expressie | None
    modaal: Expressie | None


Ordesoort = Literal["behoefte", "verwijt", "melding", "opzet"]
Ordewaarbij = Literal["maat", "dag", "ja of nee"]
ORDES: dict[str, tuple[Ordesoort, Literal["lager", "hoger"], Ordewaarbij]] = {
    "meer behoefte bij lager": ("behoefte", "lager", "maat"),
    "meer behoefte bij hoger": ("behoefte", "hoger", "maat"),
    "meer behoefte bij": ("behoefte", "hoger", "ja of nee"),
    "minder verwijt bij lager": ("verwijt", "lager", "maat"),
    "minder verwijt bij hoger": ("verwijt", "hoger", "maat"),
    "minder verwijt bij": ("verwijt", "hoger", "ja of nee"),
    "eerder gemeld bij": ("melding", "lager", "dag"),
    "opzet bij": ("opzet", "lager", "ja of nee"),
    "meer behoefte bij lagere": ("behoefte", "lager", "maat"),
    "meer behoefte bij hogere": ("behoefte", "hoger", "maat"),
    "minder verwijt bij lagere": ("verwijt", "lager", "maat"),
    "minder verwijt bij hogere": ("verwijt", "hoger", "maat"),
}
"""What stands before the name: the sort of order, the way along it where one may not be worse off,
and what it is about."""


@dataclass(frozen=True, slots=True)
class Orde(Node):
    """``meer behoefte bij lager X``: who may not be worse off than another. ``woorden`` are those
    before the name, a key of `ORDES`."""

    woorden: str
    attribuut: Naam


@dataclass(frozen=True, slots=True)
class NietTerZake(Node):
    """``deel``: only this of it should make no difference; empty: all of it."""

    attribuut: Naam
    marge: Expressie | None
    deel: Literal["", "maand", "verdeling"] = ""


@dataclass(frozen=True, slots=True)
class Invoerbereik(Node):
    objecttype: Naam
    bereiken: tuple[Bereik, ...]
    ordes: tuple[Orde, ...] = ()
    niet_ter_zake: tuple[NietTerZake, ...] = ()


@dataclass(frozen=True, slots=True)
class Evenredigheidsnorm(Node):
    """``drempels`` holds (``signaal`` | ``hard`` | ``zeer hard``, value)."""

    naam: Naam
    patroon: str
    gevolg: Keten | None
    tekortkoming: Keten | None
    drempels: tuple[tuple[str, Expressie], ...]
    bron: str | None


@dataclass(frozen=True, slots=True)
class Aanvaard(Node):
    naam: Naam
    bevinding: str
    reden: str
    eigenaar: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True)
class Gebeurtenis(Node):
    """What can happen, and which attributes and kenmerken it changes (``het X van een Y``).
    ``vervult``: the duty that is done by it."""

    naam: Naam
    soort: str
    verandert: tuple[Keten, ...] = ()
    vervult: Naam | None = None
