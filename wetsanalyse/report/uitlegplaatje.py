"""An explanation as a picture: the value on top, below it the rule that made it, and below that
what the rule read.

It is drawn as the rule graph is: DOT text, the same colours and shapes, and in each node the
name of its class, so that colour is never the only sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from textwrap import wrap
from typing import Literal

from wetsanalyse.graph import Knoopsoort, Pijlsoort
from wetsanalyse.graph.jas import TEKSTKLEUR, JasKlasse
from wetsanalyse.graph.svg import maak_toegankelijk
from wetsanalyse.graph.tekenen import LETTER, LIJNEN, VORMEN, teken
from wetsanalyse.plan.ops import LEEG, Fout
from wetsanalyse.report.opmaak import opsomming
from wetsanalyse.report.uitlegboom import Uitleg

Richting = Literal["BT", "RL"]
BREEDTE = 24  # characters on a line of a label
SMAL = 1000.0  # points; a drawing that is wider is laid on its side, if that helps
NAAST = 3  # so many given values beside each other; the next stand a row lower
LEGENDA = "Doorgetrokken: stelt vast.  Gestreept: wordt gelezen door."
VOORVOEGSEL = "uitleg"


@dataclass(frozen=True, slots=True)
class Vlak:
    """One node: its class and kind in small letters, its lines, and what a screen reader says."""

    id: str
    klasse: JasKlasse
    soort: str
    vorm: dict[str, str]
    regels: tuple[str, ...]
    vet: str
    zin: str


@dataclass(slots=True)
class _Tekening:
    vlakken: list[Vlak] = field(default_factory=list)
    pijlen: list[tuple[str, str, Pijlsoort, int]] = field(default_factory=list)
    plek: dict[int, str] = field(default_factory=dict)

    def leg(self, uitleg: Uitleg) -> str:
        """The node of a value, with all below it."""
        naam = f"w{len(self.vlakken) + 1}"
        self.vlakken.append(_waarde(naam, uitleg))
        self.plek.setdefault(uitleg.nummer, naam)
        onder = naam
        if uitleg.regel:
            onder = f"r{len(self.vlakken) + 1}"
            self.vlakken.append(_regel(onder, uitleg))
            self.pijlen.append((onder, naam, Pijlsoort.STELT, 1))
        elif uitleg.soort == "geen regel":
            for niet in uitleg.niet:
                ander = f"n{len(self.vlakken) + 1}"
                self.vlakken.append(_niet(ander, niet.regel))
                self.pijlen.append((ander, naam, Pijlsoort.LEEST, 1))
        bladen = 0
        for deel in uitleg.gebruikt:
            bron = self._plek_van(deel)
            blad = not deel.gebruikt and not deel.regel and deel.soort != "eerder"
            self.pijlen.append((bron, onder, Pijlsoort.LEEST, 1 + bladen // NAAST * blad))
            bladen += blad
        return naam

    def _plek_van(self, deel: Uitleg) -> str:
        if deel.soort == "eerder" and deel.nummer in self.plek:
            return self.plek[deel.nummer]
        return self.leg(deel)


def svg(uitleg: Uitleg) -> str:
    """The picture as an ``<svg>`` element with a title and a description. Raises `TekenFout`."""
    tekening = _getekend(uitleg)
    beelden = [teken(_dot(tekening, uitleg, "BT"))]
    if _breedte(beelden[0]) > SMAL:
        beelden.append(teken(_dot(tekening, uitleg, "RL")))
    return maak_toegankelijk(
        min(beelden, key=_breedte),
        titel=f"Waarom: {uitleg.kern}",
        beschrijving=beschrijving(uitleg),
        namen={f"{VOORVOEGSEL}-{v.id}": v.zin for v in tekening.vlakken},
    )


def dot(uitleg: Uitleg, richting: Richting = "BT") -> str:
    """The picture as DOT text, the same text for the same explanation."""
    return _dot(_getekend(uitleg), uitleg, richting)


def beschrijving(uitleg: Uitleg) -> str:
    """What the picture shows, in sentences."""
    zinnen = [u.zin for u in uitleg.alles() if u.soort != "eerder"]
    regels = [f"Regel “{u.regel}” bepaalt {u.naam}." for u in uitleg.alles() if u.regel]
    return " ".join([*zinnen, *dict.fromkeys(regels)])


def _getekend(uitleg: Uitleg) -> _Tekening:
    tekening = _Tekening()
    tekening.leg(uitleg)
    return tekening


def _breedte(tekening: str) -> float:
    gevonden = re.search(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ', tekening)
    return float(gevonden[1]) if gevonden else 0.0


# ------------------------------------------------------------------ nodes

VORM_VAN = {
    "gegeven": (JasKlasse.VARIABELEWAARDE, "gegeven", Knoopsoort.INVOER),
    "niet gegeven": (JasKlasse.VARIABELEWAARDE, "niet gegeven", Knoopsoort.INVOER),
    "parameter": (JasKlasse.PARAMETERWAARDE, "", Knoopsoort.PARAMETER),
    "open norm": (JasKlasse.VOORWAARDE, "open norm", Knoopsoort.OPEN_NORM),
    "tijd": (JasKlasse.TIJDSAANDUIDING, "verandert in de tijd", Knoopsoort.TIJDLIJN),
}


def _waarde(naam: str, uitleg: Uitleg) -> Vlak:
    kenmerk = isinstance(uitleg.waarde, bool) and uitleg.soort != "open norm"
    soort = Knoopsoort.KENMERK if kenmerk else Knoopsoort.ATTRIBUUT
    klasse, woord, soort = VORM_VAN.get(uitleg.soort, (JasKlasse.VARIABELEWAARDE, "", soort))
    rond = soort in (Knoopsoort.ATTRIBUUT, Knoopsoort.KENMERK)
    vorm = {"margin": "0.03,0.02" if rond else "0.12,0.1", **VORMEN[soort]}
    # The name of the object does not stand alone on a line.
    kop = [uitleg.naam.replace(f" van {uitleg.object}", f" van\u00a0{uitleg.object}")]
    vet = uitleg.getoond
    if uitleg.soort == "tijd":
        kop, vet = [], kop[0]  # its periods stand below it
        vorm["margin"] = "0.25,0.1"
    elif kenmerk or uitleg.soort == "open norm":
        kop, vet = [], uitleg.kern.rstrip(".")
    if isinstance(uitleg.waarde, Fout):
        vet = "kan niet uitgerekend worden"
        vorm |= {"color": "#9b1c1c", "penwidth": "2"}
    elif uitleg.waarde is LEEG:
        vorm |= {"style": "filled,dashed"}
    if uitleg.ook:
        kop.append(f"ook voor {opsomming(uitleg.ook)}")
    if uitleg.wanneer:
        kop.insert(0, uitleg.wanneer)
    return Vlak(naam, klasse, woord, vorm, tuple(kop), vet, uitleg.zin)


def _regel(naam: str, uitleg: Uitleg) -> Vlak:
    bronnen = [b.tekst for b in uitleg.bronnen]
    som = [uitleg.berekening[-1].som] if uitleg.berekening else []
    regels = (f"regel “{uitleg.regel}”", *bronnen, *som)
    zin = f"Regel “{uitleg.regel}”" + (f" ({'; '.join(bronnen)})" if bronnen else "")
    vorm = dict(VORMEN[Knoopsoort.REGEL])
    return Vlak(naam, JasKlasse.AFLEIDINGSREGEL, "", vorm, regels, "", zin)


def _niet(naam: str, regel: str) -> Vlak:
    vorm = {"shape": "box", "style": "filled,dashed"}
    kop, zin = (f"regel “{regel}”",), f"Regel “{regel}” is niet toegepast"
    return Vlak(naam, JasKlasse.AFLEIDINGSREGEL, "niet toegepast", vorm, kop, "", zin)


# ------------------------------------------------------------------ DOT


def _dot(tekening: _Tekening, uitleg: Uitleg, richting: Richting) -> str:
    letter = {"fontname": LETTER, "fontcolor": TEKSTKLEUR}
    geheel = {
        "id": VOORVOEGSEL, "rankdir": richting, "label": LEGENDA, "labelloc": "b",
        "tooltip": uitleg.kern, "fontsize": "10", "bgcolor": "white", "nodesep": "0.2",
        "ranksep": "0.35",
    }  # fmt: skip
    knoop = {"fontsize": "11", "color": TEKSTKLEUR, "margin": "0.12,0.06"}
    pijl = {"fontsize": "9", "color": "#4a4a4a", "arrowsize": "0.8"}
    regels = [
        f"digraph {VOORVOEGSEL} {{",
        f"\tgraph {_kenmerken(geheel | letter)}",
        f"\tnode {_kenmerken(knoop | letter)}",
        f"\tedge {_kenmerken(pijl | letter)}",
    ]
    for vlak in tekening.vlakken:
        eigen = {"id": f"{VOORVOEGSEL}-{vlak.id}", "tooltip": vlak.zin} | vlak.vorm
        eigen["fillcolor"] = vlak.klasse.kleur
        regels.append(f"\t{vlak.id} {_kenmerken(eigen, label=_label(vlak))}")
    for van, naar, soort, ver in tekening.pijlen:
        eigen = {"minlen": str(ver), "tooltip": str(soort)} | LIJNEN[soort]
        regels.append(f"\t{van} -> {naar} {_kenmerken(eigen)}")
    return "\n".join([*regels, "}", ""])


def _kenmerken(kenmerken: Mapping[str, str], label: str = "") -> str:
    """``[naam="waarde" …]``; ``label`` is HTML already. A backslash is a backslash."""
    delen = [f"label={label}"] if label else []
    for naam, waarde in kenmerken.items():
        veilig = waarde.replace("\\", "\\\\").replace('"', '\\"')
        delen.append(f'{naam}="{veilig}"')
    return f"[{' '.join(delen)}]"


def _label(vlak: Vlak) -> str:
    soort = ": ".join(d for d in (vlak.klasse.value, vlak.soort) if d)
    regels = [f'<FONT POINT-SIZE="8">{escape(soort)}</FONT>']
    regels += [_veilig(deel) for tekst in vlak.regels for deel in _gevouwen(tekst)]
    regels += [f"<B>{_veilig(deel)}</B>" for deel in _gevouwen(vlak.vet)]
    return f"<{'<BR/>'.join(regels)}>"


def _veilig(tekst: str) -> str:
    """Graphviz reads ``\\N`` even between its HTML; a joiner without width keeps them apart."""
    return escape(tekst).replace("\\", "\\\u2060")


def _gevouwen(tekst: str) -> Iterator[str]:
    yield from wrap(tekst.replace("€ ", "€\u00a0"), BREEDTE)
