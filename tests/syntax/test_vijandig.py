"""Names that are made to be mistaken: what is written is what is read, or it is refused.

First the holes that were found one by one, then random vocabularies.
"""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import HealthCheck, event, given, settings

from tests.syntax.vijandig import Schat, gevallen
from wetsanalyse.model.casus import tabel_van
from wetsanalyse.model.declaraties import declareer
from wetsanalyse.model.herkomst import Bronnen
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.regels import los_regel_op
from wetsanalyse.model.resolve import resolve
from wetsanalyse.model.scenarios import los_scenarios_op
from wetsanalyse.model.terms import Term
from wetsanalyse.syntax import Lexicon, ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import schrijf_blok
from wetsanalyse.text import Diagnostic, Source

BASIS = """\
Objecttype de Aanvrager (mv: Aanvragers) (bezield)
    de uitkomst	Numeriek (getal);
    het saldo	Numeriek (getal);
    het loon	Numeriek (getal) voor elke maand;
    de steun	Numeriek (getal) met eenheid €/mnd;
    de ingangsdatum	Datum in dagen;
    is verzekerd	kenmerk (bijvoeglijk);
    de student	kenmerk;
{leden}
Objecttype het Kind (mv: Kinderen) (bezield)
    de leeftijd	Numeriek (getal);
{kindleden}
Objecttype de Begeleider (bezield)
    het maandloon	Numeriek (getal);
    de toelage	Numeriek (getal);

Objecttype de Gemeente (mv: Gemeenten)
    het maandloon van begeleider	Numeriek (getal);
    de toelage van begeleider	Numeriek (getal);

Feittype gezin
    de ouder (mv: ouders)	Aanvrager
    het kind (mv: kinderen)	Kind
één ouder verzorgt meerdere kinderen

Feittype begeleiding
    de begeleide	Aanvrager
    de begeleider	Begeleider
één begeleide krijgt één begeleider

Parameter de korting : Numeriek (getal);
Parameter het deel : Percentage (getal);
Parameter de peildatum : Datum in dagen;
"""
GETAL = "Numeriek (getal);"
DEELWOORD = """\
Parameter de toelage : Percentage (getal);
Parameter de toelage van x : Percentage (getal);
Parameter de x van nu : Numeriek (getal);
Parameter het nu : Numeriek (getal);
"""
SCHOOL = """\
Feittype school
    de school Gemeente
    {rol}
één school telt meerdere {meer}
"""


def wet(leden: str = "", kindleden: str = "", erbij: str = "") -> str:
    def regels(lijst: str) -> str:
        return "".join(f"    {r.strip()}\n" for r in lijst.splitlines() if r.strip())

    return BASIS.format(leden=regels(leden), kindleden=regels(kindleden)) + erbij + "\n"


def meldingen(*teksten: str) -> list[Diagnostic]:
    gelezen = ontleed([Source(f"{i}.regels", tekst) for i, tekst in enumerate(teksten)])
    return [d for d in (*gelezen.diagnostics, *resolve(gelezen.value).diagnostics) if d.is_fout]


def regel(zin: str, naam: str = "proef") -> str:
    return f"Regel {naam}\n    geldig altijd\n        {zin}\n"


def waarde(wettekst: str, expressie: str) -> Term | None:
    """The value of a rule that must be right."""
    zin = f"De uitkomst van een Aanvrager moet gesteld worden op {expressie}."
    gelezen = ontleed([Source("wet.regels", wettekst), Source("proef.regels", regel(zin))])
    model = resolve(gelezen.value)
    fouten = [*gelezen.fouten, *model.fouten]
    assert not fouten, [(d.code, d.bericht, d.hulp) for d in fouten]
    return model.value.regels["proef"].versies[0].waarde


def test_de_basis_is_goed() -> None:
    assert meldingen(wet()) == []


@pytest.mark.parametrize(
    ("erbij", "naam", "een", "ander"),
    [
        # an operator in a name
        ({"leden": f"het saldo min korting {GETAL}"},
         "saldo min korting", "“saldo min korting”", "“saldo” min “korting”"),
        ({"erbij": f"Parameter de korting maal 2 : {GETAL}"},
         "korting maal 2", "“korting maal 2”", "“korting” maal 2"),
        # a percentage of a value
        ({"leden": f"het deel van het saldo {GETAL}"}, "deel van het saldo", None, None),
        ({"erbij": f"Parameter het deel van korting : {GETAL}"}, "deel van korting", None, None),
        # a percentage that is called like a function
        ({"erbij": "Parameter de som : Percentage (getal);"},
         "som", "de som van", "“som” van"),
        # a chain over a role, with and without article
        ({"kindleden": f"het saldo van de ouder {GETAL}"}, "saldo van de ouder", None, None),
        ({"leden": f"het maandloon van begeleider {GETAL}"},
         "maandloon van begeleider", None, None),
        # two names that share a word
        ({"erbij": DEELWOORD}, "toelage van x", "“toelage van x” van “nu”",
         "“toelage” van “x van nu”"),
        # a list
        ({"erbij": f"Parameter de korting en b : {GETAL}\nParameter de b : {GETAL}"},
         "korting en b", "“korting en b”", "“korting” en “b”"),
        ({"leden": f"het saldo of korting {GETAL}"},
         "saldo of korting", "“saldo of korting”", "“saldo” of “korting”"),
        # a period
        ({"leden": "het loon tot de peildatum Numeriek (getal) voor elke maand;"},
         "loon tot de peildatum", "“loon tot de peildatum”", "“loon” tot “peildatum”"),
        ({"erbij": f"Parameter de korting vanaf 1-1-2024 : {GETAL}"},
         "korting vanaf 1-1-2024", "“korting vanaf 1-1-2024”", "“korting” vanaf 1-1-2024"),
        # a function that begins with the article
        ({"erbij": f"Parameter het jaar uit zijn ingangsdatum : {GETAL}"},
         "jaar uit zijn ingangsdatum", "“jaar uit zijn ingangsdatum”",
         "het jaar uit zijn “ingangsdatum”"),
        # a denial
        ({"leden": "is niet verzekerd kenmerk (bijvoeglijk);"},
         "niet verzekerd", "“niet verzekerd”", "niet “verzekerd”"),
        # a quantity
        ({"erbij": "Parameter de leeftijd van alle kinderen : Tekst;"},
         "leeftijd van alle kinderen", None, None),
        # one name for two things
        ({"erbij": f"Parameter de ouder : {GETAL}"}, "ouder", None, None),
        ({"erbij": f"Parameter de Gemeente : {GETAL}"}, "Gemeente", None, None),
    ],
)  # fmt: skip
def test_geweigerd_bij_de_declaratie(
    erbij: dict[str, str], naam: str, een: str | None, ander: str | None
) -> None:
    """Both readings are right, so the name may not be declared; both are shown."""
    gevonden = [d for d in meldingen(wet(**erbij)) if d.code == "NM-OVERLAP"]
    passend = [d for d in gevonden if d.span is not None and naam in d.span.tekst]
    assert len(passend) == 1, [(d.bericht, d.hulp) for d in gevonden]
    hulp = " ".join(passend[0].hulp)
    assert een is None or f"als {een}" in hulp
    assert ander is None or f"of als {ander}" in hulp


@pytest.mark.parametrize(
    "erbij",
    [
        # Keywords in a name that can be nothing else.
        {"leden": "de kind van 12 tot en met 17 jaar kenmerk;"},
        {"leden": f"het saldo is gelijk aan korting {GETAL}"},
        {"erbij": f"Parameter de korting naar rato van saldo : {GETAL}"},
        {"erbij": f"Parameter het totaal min : {GETAL}\nParameter de 12 : {GETAL}"},
        {"leden": f"het maximum van min en max {GETAL}"},
        # The same name for a value of its own and for one of an object is told apart.
        {"erbij": f"Parameter het saldo : {GETAL}"},
        {"erbij": f"Parameter het saldo van belang : {GETAL}"},
        # Of different kinds, so the function wins nothing from it.
        {"leden": f"de maximale waarde {GETAL}"},
    ],
)
def test_niet_zonder_reden_geweigerd(erbij: dict[str, str]) -> None:
    assert meldingen(wet(**erbij)) == []


def test_afgesproken_lezingen_zijn_geen_fout() -> None:
    """An attribute `aantal …` wins from counting, with a warning. [A4]"""
    wettekst = wet(leden=f"het aantal kinderen {GETAL}")
    zin = "De uitkomst van een Aanvrager moet gesteld worden op zijn saldo plus het aantal kinderen"
    gelezen = ontleed([Source("wet.regels", wettekst + regel(f"{zin} van de Aanvrager."))])
    model = resolve(gelezen.value)
    assert [d.code for d in (*gelezen.fouten, *model.fouten)] == []
    assert "NM-AANTAL" in {d.code for d in model.diagnostics}


# ------------------------------------------------------------------ giving back


def test_meer_te_gretige_namen_in_een_regel() -> None:
    """Each of the three hides the next one: only when it is given back the next is seen."""
    gretig = (
        "(het maandloon van begeleider van de Aanvrager plus de toelage van begeleider van de "
        "Aanvrager) maal het maandloon van begeleider van de Aanvrager"
    )
    bedoeld = gretig.replace("van begeleider", "van de begeleider")
    assert waarde(wet(), gretig) == waarde(wet(), bedoeld)


def test_te_gretige_namen_in_een_tabel() -> None:
    tabel = (
        "Beslistabel proef\n    geldig altijd\n"
        "|   | de uitkomst van een Aanvrager moet gesteld worden op "
        "| indien het maandloon van {b} van de Aanvrager groter is dan |\n|---|---|---|\n"
        "| 1 | het maandloon van {b} van de Aanvrager | de toelage van {b} van de Aanvrager |\n"
        "| 2 | de toelage van {b} van de Aanvrager plus het maandloon van {b} van de Aanvrager "
        "| n.v.t. |\n"
    )
    uitslagen = []
    for b in ("begeleider", "de begeleider"):
        gelezen = ontleed([Source("wet.regels", wet()), Source("t.regels", tabel.format(b=b))])
        model = resolve(gelezen.value)
        assert [d.code for d in (*gelezen.fouten, *model.fouten)] == []
        uitslagen.append(model.value.regels["proef"])
    assert uitslagen[0] == uitslagen[1]


def test_te_gretige_namen_in_onze_blokken() -> None:
    """The attributes of a Gemeente are no outcomes of an Aanvrager."""
    blok = (
        "Uitkomst van een Aanvrager\n"
        "    voordeel de bijslag van {b} van de Aanvrager\n"
        "    nadeel de heffing van {b} van de Aanvrager\n"
    )
    geld = "Numeriek (getal) met eenheid €/mnd;"
    basis = wet().replace(
        "het maandloon van begeleider\tNumeriek (getal);",
        f"de bijslag van begeleider {geld}\n    de heffing van begeleider {geld}",
    ).replace(f"de toelage\t{GETAL}", f"de bijslag {geld}\n    de heffing {geld}")  # fmt: skip
    uitslagen = []
    for b in ("begeleider", "de begeleider"):
        gelezen = ontleed([Source("wet.regels", basis), Source("u.regels", blok.format(b=b))])
        model = resolve(gelezen.value)
        assert [d.code for d in (*gelezen.fouten, *model.fouten)] == []
        uitslagen.append(model.value.uitkomsten)
    assert uitslagen[0] == uitslagen[1]
    assert len(uitslagen[0][0].voordelen) == 1


def test_een_objectnaam_in_een_scenario() -> None:
    """`saldo van B` is also a name, but of a Gemeente; here B is an Aanvrager."""
    eerder = "    de toelage van begeleider"
    basis = wet().replace(eerder, f"    het saldo van B Tekst;\n{eerder}")
    tekst = (
        "Scenario proef\n    rekendatum 1-1-2025\n    gegeven\n"
        "    - een Aanvrager A\n    - een Aanvrager B\n"
        "    - het saldo van B is gelijk aan 3\n    - het saldo van A is gelijk aan 4\n"
        "    dan\n    - het saldo van B is kleiner dan het saldo van A\n"
    )
    gelezen = ontleed([Source("wet.regels", basis)])
    model = resolve(gelezen.value)
    assert model.ok
    lexicon = gelezen.value.lexicon
    scenario = ontleed([Source("p.scenario", tekst)], lexicon)
    tabel = tabel_van(model.value, lexicon)
    opgelost = los_scenarios_op(scenario.value.blokken, tabel, scenario.value)
    assert [d.bericht for d in (*scenario.fouten, *opgelost.fouten)] == []
    assert dict(opgelost.value[0].casus.invoer) == {("B", "saldo"): 3, ("A", "saldo"): 4}


# ------------------------------------------------------------------ two readings in one sentence


def test_een_variabele_die_ook_een_som_is() -> None:
    """A local name is not seen at the declarations, so the sentence tells."""
    zin = (
        "De uitkomst van een Aanvrager moet gesteld worden op de korting min 2.\n"
        "        Daarbij geldt:\n            korting min 2 is 4."
    )
    (melding,) = meldingen(wet(), regel(zin))
    assert melding.code == "NM-MEERDUIDIG"
    assert melding.span is not None
    assert melding.span.tekst == "de korting min 2"
    assert melding.hulp[:2] == ("als “korting min 2”", "of als “korting” min 2")
    assert (
        meldingen(wet(), regel(zin.replace("op de korting min 2", "op (de korting) min 2"))) == []
    )


@pytest.mark.parametrize(
    ("erbij", "zin"),
    [
        # two roles, or a role and a kenmerk, with one name
        (SCHOOL.format(rol="het kind (mv: kinderen) Aanvrager", meer="kinderen"),
         "De uitkomst van een Aanvrager moet gesteld worden op het aantal alle ⟦kinderen⟧."),
        (SCHOOL.format(rol="de student (mv: studenten) Kind", meer="studenten"),
         "Een ⟦student⟧ is verzekerd."),
    ],
)  # fmt: skip
def test_een_kale_naam_van_twee_dingen(erbij: str, zin: str) -> None:
    """None of the two may win without a word."""
    plek = zin[zin.index("⟦") + 1 : zin.index("⟧")]
    gevonden = meldingen(wet(erbij=erbij), regel(zin.replace("⟦", "").replace("⟧", "")))
    assert ("NM-MEERDUIDIG", plek) in [(d.code, d.span and d.span.tekst) for d in gevonden]


# ------------------------------------------------------------------ random vocabularies


GEEN = Bronnen({}, {})
DUBBEL = {"NM-OVERLAP", "NM-MEERDUIDIG"}
Uitslag = Literal["gelijk", "declaratie", "meerduidig", "zonder zin"]


def uitslag(schat: Schat, regel: t.Regel) -> Uitslag:
    """What the front end makes of a rule; fails when it means something else than was meant."""
    declaraties = Source("namen.regels", schat.tekst)
    tekst = "\n".join(schrijf_blok(regel))
    los = ontleed([declaraties])
    if not los.ok:
        return "declaratie"
    lexicon = los.value.lexicon
    assert _namen_kloppen(schat, lexicon), schat.tekst
    tabel = declareer(los.value.blokken, lexicon)
    if not tabel.ok:
        return "declaratie"
    bedoeld = los_regel_op(regel, Omgeving(tabel.value), GEEN)
    if bedoeld.onoplosbaar:
        return "zonder zin"
    gelezen = ontleed([declaraties, Source("proef.regels", tekst)])
    model = resolve(gelezen.value)
    fouten = [*gelezen.fouten, *model.fouten]
    codes = {d.code for d in fouten}
    if codes & DUBBEL:
        return "meerduidig"
    uitleg = "\n".join([schat.tekst, tekst, *(f"{d.code} {d.bericht} {d.hulp}" for d in fouten)])
    assert not fouten, uitleg
    assert model.value.regels["proef"] == bedoeld.regel, uitleg
    return "gelijk"


def _namen_kloppen(schat: Schat, lexicon: Lexicon) -> bool:
    """Whether the declarations were read as the names that were meant."""
    bedoeld = [
        *((n, "attribuut") for n in (*schat.getallen, *schat.datums, *schat.telggetallen)),
        *((n, "kenmerk") for n in (*schat.kenmerken, schat.heeft)),
        *((n, "parameter") for n in (*schat.parameters, *schat.percentages)),
        *((n, "rol") for n in (schat.ouder, schat.kind, schat.kinderen)),
        *((n, "objecttype") for n in (schat.mens, schat.telg)),
    ]
    return all(soort in {b.soort for b in lexicon.zoek(n)} for n, soort in bedoeld)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(geval=gevallen())
def test_wat_geschreven_is_wordt_gelezen_of_geweigerd(geval: tuple[Schat, t.Regel]) -> None:
    event(uitslag(*geval))
