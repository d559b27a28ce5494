"""The pages of the house: one HTML file that opens offline. The words stand in the templates, the
pictures are SVG inside the page, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from fractions import Fraction
from html import escape
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.filters import do_mark_safe

from wetsanalyse import __version__
from wetsanalyse.report import opmaak
from wetsanalyse.report.ernstvorm import ernst_tekst, omvang_tekst


def bladzijde(sjabloon: str, **velden: Any) -> str:
    """A template with its fields, in the style that all pages share."""
    stijl = do_mark_safe(bestand("rapport.css"))
    return omgeving().get_template(sjabloon).render(versie=__version__, stijl=stijl, **velden)


def bestand(naam: str) -> str:
    """A file beside the templates, such as the style."""
    pad = resources.files("wetsanalyse.report") / "sjablonen" / naam
    return pad.read_text("utf-8")


def omgeving() -> Environment:
    """The templates of the house, with the filters that they use."""
    sjablonen = Environment(
        loader=PackageLoader("wetsanalyse.report", "sjablonen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sjablonen.filters |= {
        "getal": opmaak.getal,
        "datum": opmaak.datum,
        "leesbaar": _leesbaar,
        "hoofdletter": opmaak.hoofdletter,
        "opsomming": opmaak.opsomming,
        "aangehaald": lambda delen: opmaak.opsomming([f"“{deel}”" for deel in delen]),
        "sterkte": _sterkte,
        "ernst": ernst_tekst,
        "omvang": omvang_tekst,
    }
    sjablonen.globals |= {"aantal": opmaak.aantal, "svg": do_mark_safe}
    return sjablonen


AANEEN = re.compile(r"(−?€ [\d.,]*\d|\b\d{1,2}-\d{1,2}-\d{4}\b)")


def _leesbaar(tekst: str) -> str:
    """Amounts as the report writes them; they and dates are not broken over two lines."""
    veilig = escape(opmaak.leesbaar(tekst))
    return do_mark_safe(AANEEN.sub(r'<span class="nw">\1</span>', veilig))


def _sterkte(getal: Fraction) -> str:
    return f"{opmaak.getal(getal)} van 5"
