"""Make a drawing fit for a page: unique ids, a name and a description, a size that follows."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
LETTER = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def maak_inbedbaar(bron: str, *, id_: str, titel: str, beschrijving: str) -> str:
    """One ``<svg role="img">`` without prolog, metadata or fixed size; every id gets ``id_`` in
    front, so that several drawings can stand in one page."""
    wortel = ET.fromstring(bron)  # noqa: S314 (our own drawing, not somebody's file)
    for metadata in wortel.findall(f"{{{SVG}}}metadata"):
        wortel.remove(metadata)
    breedte = float(wortel.attrib.pop("width", "500pt").removesuffix("pt")) * 4 / 3
    wortel.attrib.pop("height", None)
    _hernoem(wortel, id_)
    wortel.set("id", id_)
    wortel.set("role", "img")
    wortel.set("class", "verloop")
    wortel.set("style", f"width:100%;max-width:{breedte:.0f}px;height:auto")
    wortel.set("aria-labelledby", f"{id_}-titel {id_}-beschrijving")
    for plaats, (naam, tekst) in enumerate((("title", titel), ("desc", beschrijving))):
        deel = ET.Element(f"{{{SVG}}}{naam}")
        deel.set("id", f"{id_}-{'titel' if naam == 'title' else 'beschrijving'}")
        deel.text = tekst
        wortel.insert(plaats, deel)
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    return ET.tostring(wortel, encoding="unicode") + "\n"


def _hernoem(wortel: ET.Element, id_: str) -> None:
    for element in wortel.iter():
        for naam, waarde in list(element.attrib.items()):
            if naam == "id":
                element.set(naam, f"{id_}-{waarde}")
            elif naam in ("href", f"{{{XLINK}}}href") and waarde.startswith("#"):
                del element.attrib[naam]
                element.set("href", f"#{id_}-{waarde[1:]}")
            elif "url(#" in waarde:
                element.set(naam, waarde.replace("url(#", f"url(#{id_}-"))
            elif naam == "style" and "font" in waarde:
                element.set(naam, _systeemletter(waarde))
        if element.tag == f"{{{SVG}}}style" and element.text:
            element.text = element.text.replace("*{", f"#{id_} *{{")


def _systeemletter(stijl: str) -> str:
    """matplotlib names its own fonts; a page uses those of the reader."""
    stijl = re.sub(r"font-family:[^;]*", f"font-family: {LETTER}", stijl)
    return re.sub(r"(font:[^;]*?\d+(?:\.\d+)?px )[^;]*", rf"\g<1>{LETTER}", stijl)
