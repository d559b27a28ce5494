"""The words of the population: into which classes households and persons are divided, and along
which classes each figure of the data file is measured."""

from __future__ import annotations

SOORTEN = (
    "alleenstaand",
    "ongehuwd paar zonder kinderen",
    "gehuwd paar zonder kinderen",
    "ongehuwd paar met kinderen",
    "gehuwd paar met kinderen",
    "eenouder",
    "overig",
)
HOOFDSOORTEN = (
    "alleenstaand", "paar zonder kinderen", "paar met kinderen", "eenouder", "overig",
)  # fmt: skip
HOOFDSOORT_VAN = (0, 1, 1, 2, 2, 3, 4)
"""Of each of `SOORTEN` its place in `HOOFDSOORTEN`: tables with income know fewer kinds."""
MET_PARTNER = (False, True, True, True, True, False, False)
GEHUWD = (False, False, True, False, True, False, False)

LEEFTIJDEN = ("tot 25", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85 en ouder")
LEEFTIJDSGRENZEN = ((18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 74), (75, 84), (85, 99))
KINDKLASSEN = ("0-5", "6-11", "12-17", "18-24", "25 of ouder")
KINDGRENZEN = ((0, 5), (6, 11), (12, 17), (18, 24), (25, 38))
MEESTE_KINDEREN = 5
JONGSTE_OUDER = 16
"""A parent is at least this much older than a child."""
VOLWASSEN = 18

GROEPEN = tuple(f"groep {n}" for n in range(1, 11))
WONINGGROEPEN = (*GROEPEN[:7], "groep 8-10")
BRONNEN = (
    "werknemer",
    "zelfstandige",
    "arbeidsongeschikt",
    "pensioen",
    "bijstand",
    "overige uitkering of studie",
)
WONINGEN = ("koop", "huur")
VERHUURDERS = ("woningcorporatie", "andere verhuurder")
INKOMENS = (
    "tot 10.000",
    "10.000 tot 20.000",
    "20.000 tot 30.000",
    "30.000 tot 40.000",
    "40.000 tot 50.000",
    "50.000 tot 100.000",
    "100.000 tot 200.000",
    "200.000 of meer",
)
INKOMENSGRENZEN = (0, 10_000, 20_000, 30_000, 40_000, 50_000, 100_000, 200_000)
KLEIN_VERMOGEN, GROOT_VERMOGEN = 5_000, 100_000
AANTALLEN = ("1 kind", "2 kinderen", "3 of meer")
MET_KINDEREN = (SOORTEN[3], SOORTEN[4], SOORTEN[5])
OUDSTEN = tuple(f"oudste {k}" for k in KINDKLASSEN[:4])

ASSEN: dict[str, tuple[tuple[str, ...], ...]] = {
    "soort": (SOORTEN,),
    "grootte": (("1 persoon", "2 personen", "3 personen", "4 personen", "5 of meer"),),
    "kinderen": (MET_KINDEREN, AANTALLEN),
    "jongste": (OUDSTEN, AANTALLEN),
    "jongste eenouder": (AANTALLEN,),
    "kindleeftijd": (tuple(f"{n} jaar" for n in range(13)),),
    "tieners": (("12-17 jaar",),),
    "leden": (("thuiswonend kind", "overig lid"),),
    "leeftijd hoofd": (LEEFTIJDEN,),
    "soort en inkomensgroep": (GROEPEN, HOOFDSOORTEN),
    "bron en inkomensgroep": (GROEPEN, BRONNEN),
    "woning en inkomensgroep": (WONINGGROEPEN, WONINGEN),
    "verhuurder": (VERHUURDERS,),
    "persoonlijk inkomen": (INKOMENS,),
    "gemiddeld inkomen": (INKOMENS,),
    "mediaan inkomen": (INKOMENS,),
    "mediaan vermogen": (WONINGEN,),
    "klein vermogen": (WONINGEN,),
    "groot vermogen": (WONINGEN,),
    "groene druk": (("onder 20",),),
    "grijze druk": (("65 of ouder",),),
    "leeftijd volwassenen": (("onder 20", "20-39", "40-64", "65-79", "80 en ouder"),),
    "minderjarigen": (("onder 18",),),
    "inkomen van gepensioneerden": (("pensioen",),),
    "inkomen van allen": (("gemiddelde", "mediaan"),),
}
"""Of each way of measuring the classes along its one or two sides."""
