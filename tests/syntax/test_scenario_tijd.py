"""Lines of a scenario about time: periods, events, days; and the block Gebeurtenis."""

from __future__ import annotations

from datetime import date

import pytest

from tests.model.taal import BASIS
from wetsanalyse.syntax import Lexicon, ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven.veilig import herschrijf
from wetsanalyse.text import Source

GEBEURTENIS = """\
Gebeurtenis wijziging van inkomen
    soort levensgebeurtenis
    vervult Verplichting inkomen doorgeven
    verandert het inkomen van een Aanvrager
    verandert verzekerd van een Aanvrager

Gebeurtenis besluit
    soort handeling van de overheid
"""


def lexicon() -> Lexicon:
    return ontleed([Source("wet.regels", BASIS + "\n" + GEBEURTENIS)]).value.lexicon


def scenario(gegeven: str = "", dan: str = "A is verzekerd") -> Source:
    regels = "".join(f"        - {r}\n" for r in ("een Aanvrager A", gegeven) if r)
    tekst = (
        f"Scenario proef\n    rekendatum 1-1-2025\n    gegeven\n{regels}    dan\n        - {dan}\n"
    )
    return Source("proef.scenario", tekst)


def gelezen(bron: Source) -> t.Scenario:
    ontleding = ontleed([bron], lexicon())
    assert ontleding.ok, [(d.code, d.bericht) for d in ontleding.diagnostics]
    (blok,) = ontleding.value.blokken
    assert isinstance(blok, t.Scenario)
    return blok


def codes(bron: Source) -> list[str]:
    return [d.code for d in ontleed([bron], lexicon()).diagnostics]


# ------------------------------------------------------------------ the block


def test_het_blok_gebeurtenis() -> None:
    blokken = ontleed([Source("wet.regels", BASIS + "\n" + GEBEURTENIS)])
    assert blokken.ok
    eerste, tweede = (b for b in blokken.value.blokken if isinstance(b, t.Gebeurtenis))
    assert (eerste.naam.tekst, eerste.soort) == ("wijziging van inkomen", "levensgebeurtenis")
    assert eerste.vervult is not None
    assert eerste.vervult.tekst == "inkomen doorgeven"
    assert [k.span.tekst for k in eerste.verandert] == [
        "het inkomen van een Aanvrager",
        "verzekerd van een Aanvrager",
    ]
    assert (tweede.vervult, tweede.verandert) == (None, ())


def test_een_gebeurtenis_heeft_een_soort_uit_de_lijst() -> None:
    zonder = ontleed([Source("a.regels", "Gebeurtenis iets\n    verandert niets\n")]).diagnostics
    assert "VELD-ONTBREEKT" in [d.code for d in zonder]
    anders = ontleed([Source("a.regels", "Gebeurtenis iets\n    soort toeval\n")]).diagnostics
    assert [d.code for d in anders] == ["VELD-WAARDE"]


# ------------------------------------------------------------------ given


@pytest.mark.parametrize(
    ("periode", "verwacht"),
    [
        ("vanaf dd. 1-3-2025", (date(2025, 3, 1), None, False)),
        ("tot 1-3-2025", (None, date(2025, 3, 1), False)),
        ("tot en met 1-3-2025", (None, date(2025, 3, 1), True)),
        ("van 1-1-2025 tot 1-3-2025", (date(2025, 1, 1), date(2025, 3, 1), False)),
        ("van 1-1-2025 tot en met 1-3-2025", (date(2025, 1, 1), date(2025, 3, 1), True)),
    ],
)
@pytest.mark.parametrize(
    "zin", ["A is ingeschreven", "de maandsteun van A is gelijk aan 250 €/mnd"]
)
def test_een_gegeven_met_een_periode(
    zin: str, periode: str, verwacht: tuple[date | None, date | None, bool]
) -> None:
    _, gegeven = gelezen(scenario(f"{zin} {periode}")).gegeven
    assert isinstance(gegeven, t.GegevenConditie)
    assert gegeven.periode is not None
    van, tot = gegeven.periode.van, gegeven.periode.tot
    assert van is None or isinstance(van, t.Datumwaarde)
    assert tot is None or isinstance(tot, t.Datumwaarde)
    dagen = (van and van.datum, tot and tot.datum, gegeven.periode.tot_en_met)
    assert dagen == verwacht


def test_een_gegeven_zonder_periode_heeft_er_geen() -> None:
    _, gegeven = gelezen(scenario("A is ingeschreven")).gegeven
    assert isinstance(gegeven, t.GegevenConditie)
    assert gegeven.periode is None


def test_een_voorval_met_meer_wijzigingen() -> None:
    regel = (
        "op 1-3-2025 wijziging van inkomen met het inkomen van A gelijk aan 5 €/jr, "
        "verzekerd van A gelijk aan onwaar en de schuld van A gelijk aan het tegoed van A"
    )
    _, voorval = gelezen(scenario(regel)).gegeven
    assert isinstance(voorval, t.GegevenVoorval)
    assert (voorval.datum, voorval.gebeurtenis.tekst) == (date(2025, 3, 1), "wijziging van inkomen")
    assert [w.doel.span.tekst for w in voorval.wijzigingen] == [
        "het inkomen van A",
        "verzekerd van A",
        "de schuld van A",
    ]
    assert isinstance(voorval.wijzigingen[2].waarde, t.Keten)


def test_een_cel_bij_een_object() -> None:
    bron = Source(
        "proef.scenario",
        scenario().tekst.replace(
            "een Aanvrager A", "een Aanvrager A met bruto loon van vorig jaar gelijk aan 3 €"
        ),
    )
    (object_,) = gelezen(bron).gegeven
    assert isinstance(object_, t.GegevenObject)
    ((schakel, _),) = object_.toekenningen
    assert schakel.naam.tekst == "loon"
    assert [label.tekst for label in schakel.labels] == ["bruto", "vorig jaar"]


def test_een_verwachting_hoort_niet_onder_gegeven() -> None:
    assert codes(scenario("op 1-3-2025 is A verzekerd")) == ["SC-OP-DAG"]


def test_een_voorval_hoort_niet_onder_dan() -> None:
    assert codes(scenario(dan="op 1-3-2025 wijziging van inkomen")) == ["SC-DAN-VORM"]


@pytest.mark.parametrize("zin", ["op 29-2-2025 besluit", "A is ingeschreven vanaf 31-4-2025"])
def test_een_dag_die_niet_bestaat(zin: str) -> None:
    assert codes(scenario(zin)) == ["LIT-DATUM"]


def test_een_onbekende_gebeurtenis() -> None:
    (melding,) = ontleed([scenario("op 1-3-2025 wijziging van inkommen")], lexicon()).diagnostics
    assert melding.code == "NM-ONBEKEND"
    assert any("wijziging van inkomen" in hulp for hulp in melding.hulp)


# ------------------------------------------------------------------ expected


@pytest.mark.parametrize(
    ("zin", "kaal"),
    [
        ("is het inkomen van A gelijk aan 5 €/jr", "het inkomen van A is gelijk aan 5 €/jr"),
        ("is het inkomen van A groter dan 5 €/jr", "het inkomen van A is groter dan 5 €/jr"),
        ("is A verzekerd", "A is verzekerd"),
        ("is A niet verzekerd", "A is niet verzekerd"),
        ("is A geen student", "A is geen student"),
        ("heeft A recht op steun", "A heeft recht op steun"),
        ("is het inkomen van A leeg", "het inkomen van A is leeg"),
        ("geldt: A is verzekerd", "A is verzekerd"),
    ],
)
def test_op_een_dag_zegt_hetzelfde_als_zonder_dag(zin: str, kaal: str) -> None:
    """The verb stands in front, but the condition is the same."""
    (op_dag,) = gelezen(scenario(dan=f"op dd. 1-3-2025 {zin}")).dan
    (zonder,) = gelezen(scenario(dan=kaal)).dan
    assert op_dag.conditie == zonder.conditie
    assert (op_dag.datum, zonder.datum) == (date(2025, 3, 1), None)


def test_een_verwachting_met_een_periode() -> None:
    (eis,) = gelezen(scenario(dan="A is ingeschreven van 1-3-2025 tot 1-5-2025")).dan
    assert eis.datum is None
    assert eis.periode is not None


def test_meer_dan_een_op_een_dag() -> None:
    """The verb in the plural is kept, so that it is written back."""
    bron = scenario(dan="op 1-3-2025 zijn de kinderen van A thuiswonend")
    (eis,) = gelezen(bron).dan
    assert eis.conditie.meervoud
    assert "zijn de kinderen van A thuiswonend" in herschrijf([bron], lexicon())[0].nieuw  # type: ignore[operator]


# ------------------------------------------------------------------ written back


REGELS = (
    "de maandsteun van A is gelijk aan 250 €/mnd van 1-1-2025 tot 1-7-2025",
    "A is ingeschreven tot en met 1-3-2025",
    "het bruto loon van vorig jaar van A is gelijk aan 3 €",
    "onbekend: het netto loon van dit jaar van A",
    "op 1-3-2025 besluit",
    "op 1-3-2025 wijziging van inkomen met het inkomen van A gelijk aan 5 €/jr",
    "op 1-3-2025 besluit met de schuld van A gelijk aan 5 € en het tegoed van A gelijk aan 4 €",
)
EISEN = (
    "op 1-3-2025 is het inkomen van A gelijk aan 5 €/jr",
    "op 1-3-2025 is het inkomen van A gevuld",
    "op 1-3-2025 is A geen student",
    "op 1-3-2025 heeft A recht op steun",
    "op 1-3-2025 geldt: A is verzekerd",
    "op 1-3-2025 is de maandsteun van A gelijk aan 3 €/mnd vanaf 1-9-2025",
    "A is ingeschreven van 1-3-2025 tot 1-5-2025",
)


@pytest.mark.parametrize("regel", REGELS)
def test_een_gegeven_wordt_zo_teruggeschreven(regel: str) -> None:
    _teruggeschreven(scenario(regel), regel)


@pytest.mark.parametrize("regel", EISEN)
def test_een_verwachting_wordt_zo_teruggeschreven(regel: str) -> None:
    _teruggeschreven(scenario(dan=regel), regel)


def _teruggeschreven(bron: Source, regel: str) -> None:
    (uit,) = herschrijf([bron], lexicon())
    assert uit.nieuw is not None, [m.bericht for m in uit.meldingen]
    assert regel in " ".join(uit.nieuw.split())


def test_het_blok_wordt_zo_teruggeschreven() -> None:
    (uit,) = herschrijf([Source("wet.regels", BASIS + "\n" + GEBEURTENIS)])
    assert uit.nieuw is not None, [m.bericht for m in uit.meldingen if m.is_fout]
    assert uit.nieuw.endswith(GEBEURTENIS)
