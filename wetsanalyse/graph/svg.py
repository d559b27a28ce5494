"""Make what Graphviz draws fit for a page: it scales, has a name, and its links can be reached."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"

_STIJL = (
    ".regelgraaf a:focus{outline:none}"
    ".regelgraaf a:focus-visible>*{stroke:#0b5cad;stroke-width:3px}"
    ".regelgraaf a:focus-visible text{stroke:none}"
    ".regelgraaf a:hover text{text-decoration:underline}"
)


def maak_toegankelijk(bron: str, *, titel: str, beschrijving: str, namen: Mapping[str, str]) -> str:
    """One ``<svg>`` element, without XML prolog, that can stand in an HTML page.

    ``namen`` maps the id of a node's group to what a screen reader says. A picture with links
    is a ``graphics-document``: in an ``img`` nobody could reach them."""
    from xml.etree import ElementTree as ET

    wortel = ET.fromstring(bron)  # noqa: S314 (our own drawing, not somebody's file)
    breedte = _punten(wortel.attrib.pop("width", "")) * 4 / 3
    wortel.attrib.pop("height", None)
    id_ = _id_van_graaf(wortel)
    _vervang_titels(wortel, namen)
    links = _maak_links(wortel)
    wortel.set("class", "regelgraaf")
    wortel.set("style", f"width:100%;max-width:{breedte:.0f}px;height:auto")
    wortel.set("role", "graphics-document" if links else "img")
    wortel.set("aria-label", titel)
    wortel.set("aria-describedby", f"{id_}-beschrijving")
    vooraan: tuple[tuple[str, dict[str, str], str], ...] = (
        ("title", {"id": f"{id_}-titel"}, titel),
        ("desc", {"id": f"{id_}-beschrijving"}, beschrijving),
        ("style", {}, _STIJL),
    )
    for plaats, (naam, kenmerken, tekst) in enumerate(vooraan):
        element = ET.Element(f"{{{_SVG}}}{naam}", kenmerken)
        element.text = tekst
        wortel.insert(plaats, element)
    ET.register_namespace("", _SVG)
    return ET.tostring(wortel, encoding="unicode") + "\n"


def _punten(lengte: str) -> float:
    try:
        return float(lengte.removesuffix("pt"))
    except ValueError:
        return 720.0


def _id_van_graaf(wortel: ET.Element) -> str:
    groep = wortel.find(f"{{{_SVG}}}g")
    return (groep.get("id") if groep is not None else None) or "graaf"


def _vervang_titels(wortel: ET.Element, namen: Mapping[str, str]) -> None:
    """Graphviz puts internal names in ``<title>``, which browsers show: use words or nothing."""
    for groep in wortel.iter(f"{{{_SVG}}}g"):
        titel = groep.find(f"{{{_SVG}}}title")
        if titel is None:
            continue
        naam = namen.get(groep.get("id", ""))
        if naam is None:
            groep.remove(titel)
        else:
            titel.text = naam


def _maak_links(wortel: ET.Element) -> int:
    """Plain ``href`` with a name; what Graphviz made a link for a tooltip only becomes a group."""
    from xml.etree import ElementTree as ET

    links = 0
    for groep in wortel.iter(f"{{{_SVG}}}g"):
        for link in groep.findall(f"{{{_SVG}}}g/{{{_SVG}}}a"):
            uitleg = link.attrib.pop(f"{{{_XLINK}}}title", "")
            doel = link.attrib.pop(f"{{{_XLINK}}}href", "")
            if doel:
                links += 1
                link.set("href", doel)
                titel = groep.find(f"{{{_SVG}}}title")
                link.set("aria-label", (titel.text if titel is not None else None) or uitleg)
            else:
                link.tag = f"{{{_SVG}}}g"
                titel = ET.Element(f"{{{_SVG}}}title")
                titel.text = uitleg
                link.insert(0, titel)
    return links
