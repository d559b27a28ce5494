"""What others need to read and hold a case: its values, its reader, its table of names."""

from __future__ import annotations

from types import MappingProxyType

from wetsanalyse.model.casus_json import lees_json
from wetsanalyse.model.feiten import Casus, Feit, Huishouden, leg_feit, te_veel
from wetsanalyse.model.model import Model
from wetsanalyse.model.tabel import Tabel
from wetsanalyse.model.waarden import lees_waarde
from wetsanalyse.syntax.lexicon import Lexicon

__all__ = [
    "Casus",
    "Feit",
    "Huishouden",
    "lees_json",
    "lees_waarde",
    "leg_feit",
    "tabel_van",
    "te_veel",
]


def tabel_van(model: Model, lexicon: Lexicon) -> Tabel:
    """The table again, for what is read after the rules: cases, scenarios, questions."""
    return Tabel(
        lexicon,
        model.eenheden,
        model.objecttypen,
        model.enumeraties,
        MappingProxyType({}),
        model.feittypen,
        MappingProxyType({n: p.type for n, p in model.parameters.items()}),
        model.dimensies,
        model.dagsoorten,
        model.tijdlijnen,
        model.gebeurtenissen,
    )
