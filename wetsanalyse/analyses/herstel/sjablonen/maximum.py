"""Maximum: what is added on top is never more than the benchmark."""

from __future__ import annotations

from wetsanalyse.analyses.bevinding import Bevinding
from wetsanalyse.analyses.herstel import woorden as z
from wetsanalyse.analyses.herstel.basis import Aanleiding, Onmogelijk, Past, Sjabloon, Variant
from wetsanalyse.analyses.herstel.begrenzen import vooraf
from wetsanalyse.analyses.herstel.uitkomsten import norm_bij
from wetsanalyse.model.cellen import lid_van


def past(bevinding: Bevinding) -> Past:
    if bevinding.patroon == "P04":
        return Past(True, "het gevolg is vele malen groter dan de tekortkoming")
    return Past(False, "alleen voor een onevenredige sanctie (P04)")


def maak(aanleiding: Aanleiding) -> Variant:
    norm = norm_bij(aanleiding.model, aanleiding.bevinding)
    if norm is None:
        raise Onmogelijk("er is niet één evenredigheidsnorm die zegt wat een gewoon bedrag is")
    gevolg, maat = norm.gevolg, norm.tekortkoming
    assert gevolg is not None
    assert maat is not None
    eigenschap = (gevolg.object.objecttype, gevolg.eigenschap)
    if maat.object.objecttype != eigenschap[0]:
        raise Onmogelijk("gevolg en tekortkoming horen niet bij dezelfde persoon")
    v = vooraf(aanleiding, eigenschap, "vóór het maximum")
    van = lid_van(aanleiding.model, maat.object.objecttype, maat.eigenschap).type  # type: ignore[union-attr]
    hoogste = z.in_eenheid(v.zijn(maat.eigenschap), van.eenheid, v.bedrag.attribuut.type.eenheid)
    slot = v.regel("met een maximum", f"{v.zijn(v.zonder)}, met een maximum van {hoogste}")
    return Variant(
        "maximum",
        f"nooit meer dan {maat.eigenschap}",
        "\n\n".join((*v.blokken(), slot)),
        geldig=v.geldigheid,
    )


MAXIMUM = Sjabloon(
    "maximum",
    "een maximum",
    "Het gevolg is nooit groter dan de maat die als gewoon geldt.",
    past,
    maak,
)
