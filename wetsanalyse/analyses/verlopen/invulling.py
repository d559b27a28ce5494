"""A term about the bound instance, made to speak of a named object."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from wetsanalyse.model.terms import Genoemd, Instantie, Term, TermBasis


def voor_persoon(term: Term, naam: str, objecttype: str) -> Term:
    """Replace instance 0 by the object ``naam``, everywhere in the term."""
    gevuld: Term = _vul(term, Genoemd(naam, objecttype))
    return gevuld


def _vul(waarde: Any, persoon: Genoemd) -> Any:
    if isinstance(waarde, Instantie):
        return persoon if waarde.nummer == 0 else waarde
    if isinstance(waarde, TermBasis):
        nieuw = {
            veld.name: _vul(getattr(waarde, veld.name), persoon)
            for veld in fields(waarde)
            if veld.name not in ("span", "type", "par")
        }
        return replace(waarde, **nieuw)
    if isinstance(waarde, tuple):
        return tuple(_vul(deel, persoon) for deel in waarde)
    return waarde
