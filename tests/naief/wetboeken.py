"""Fixed laws about sharing out, making, checking, kinds of days and dimensions. [1.7, 4.3-4.9]"""

from __future__ import annotations

_WIJZEN = {
    "gelijk": ("in gelijke delen",),
    "gelijk rond": ("in gelijke delen", "afgerond op 0 decimalen naar beneden"),
    "rato": ("naar rato van het gewicht",),
    "rato hoogste": ("naar rato van het gewicht", "met een maximum van de grens"),
    "rato rond": ("naar rato van het gewicht", "afgerond op 1 decimalen naar beneden"),
    "op rij": (
        "op volgorde van afnemende de rang",
        "bij een even groot criterium naar rato van het gewicht",
        "met een maximum van de grens",
        "afgerond op 0 decimalen naar beneden",
    ),
    "oplopend": (
        "op volgorde van toenemende de rang",
        "bij een even groot criterium in gelijke delen",
        "afgerond op 2 decimalen naar beneden",
    ),
}


def _verdeelwet() -> str:
    pot, bak, regels = "", "", ""
    for i, (naam, wijze) in enumerate(_WIJZEN.items()):
        pot += f"    de rest{i}x	Numeriek (getal) met eenheid €;\n"
        bak += f"    het deel{i}x	Numeriek (getal) met eenheid €;\n"
        streepjes = ",".join(f"\n        - {deel}" for deel in wijze)
        hoe = f":{streepjes}" if len(wijze) > 1 else f" {wijze[0]}"
        regels += (
            f"Regel verdeling {naam}\n    geldig altijd\n"
            f"        Het budget van een Pot wordt verdeeld over het deel{i}x van alle bakken\n"
            f"        van de Pot, waarbij wordt verdeeld{hoe}.\n"
            f"        Als onverdeelde rest blijft de rest{i}x van de Pot over.\n"
        )
    return f"""\
Objecttype de Pot (mv: Potten)
    het budget	Numeriek (getal) met eenheid €;
{pot}
Objecttype de Bak (mv: Bakken)
    het gewicht	Numeriek (getal);
    de grens	Numeriek (getal) met eenheid €;
    de rang	Numeriek (geheel getal);
    is open	kenmerk (bijvoeglijk);
    het dubbele	Numeriek (getal) met eenheid €;
{bak}
Feittype verband
    de pot (mv: potten)	Pot
    de bak (mv: bakken)	Bak
één pot heeft meerdere bakken

{regels}
Regel dubbel
    geldig altijd
        Het dubbele van een Bak moet berekend worden als het deel2x van de Bak maal 2.
"""


VERDEELWET = _verdeelwet()
VERDEELWET_IN_TIJD = "".join(
    f"{regel.removesuffix(';')} voor elke dag;\n" if regel.endswith("€;") else f"{regel}\n"
    for regel in VERDEELWET.split("\n")
)
"""The same with amounts that may change every day."""

MAAKWET = """\
Dimensie het jaar, bestaande uit de jaren (na het attribuut met voorzetsel van):
    1. vorig jaar
    2. dit jaar
Dimensie de soort, bestaande uit de soorten (voor het attribuut zonder voorzetsel):
    1. bruto
    2. netto

Dagsoort de vrijedag (mv: vrijedagen)
Dagsoort de langedag (mv: langedagen)

Objecttype de Burger (mv: Burgers) (bezield)
    het bedrag	Numeriek (getal) met eenheid €;
    het aantal	Numeriek (geheel getal);
    het nummer (mv: nummers)	Tekst;
    de datum	Datum in dagen;
    de tweede datum	Datum in dagen;
    het loon	Numeriek (getal) met eenheid € gedimensioneerd met jaar en soort;
    het loon samen	Numeriek (getal) met eenheid €;
    het hoogste loon	Numeriek (getal) met eenheid €;
    de brieventelling	Numeriek (geheel getal);
    het briefgeld	Numeriek (getal) met eenheid €;
    de vriendentelling	Numeriek (geheel getal);
    het vriendengeld	Numeriek (getal) met eenheid €;
    de rijken	Numeriek (geheel getal);
    de burentelling	Numeriek (geheel getal);
    de gastherentelling	Numeriek (geheel getal);
    is vriendelijk	kenmerk (bijvoeglijk);
    is gastvrij	kenmerk (bijvoeglijk);
    de rij	Numeriek (geheel getal);
    is goed	kenmerk (bijvoeglijk);
    is dubbel	kenmerk (bijvoeglijk);
    is fout	kenmerk (bijvoeglijk);
    is gemeld	kenmerk (bijvoeglijk);
    is vrij	kenmerk (bijvoeglijk);

Objecttype de Brief (mv: Brieven)
    het bedrag	Numeriek (niet-negatief getal) met eenheid €;
    het kenmerknummer (mv: kenmerknummers)	Tekst;
    het extra	Numeriek (getal) met eenheid €;
    de afzender	Tekst;
    is open	kenmerk (bijvoeglijk);
    is belangrijk	kenmerk (bijvoeglijk);

Objecttype de Schakel (mv: Schakels)
    het nummer	Numeriek (geheel getal);
    het rest bedrag	Numeriek (getal) met eenheid €;

Objecttype het Huis (mv: Huizen)
    de prijs	Numeriek (getal) met eenheid €;

Feittype post
    de schrijver (mv: schrijvers)	Burger
    de brief (mv: brieven)	Brief
één schrijver heeft één brief

Feittype wonen
    het huis (mv: huizen)	Huis
    de bewoner (mv: bewoners)	Burger
één huis heeft meerdere bewoners

Feittype vriendschap
    de gastheer (mv: gastheren)	Burger
    de vriend (mv: vrienden)	Burger
meerdere gastheren hebben meerdere vrienden

Wederkerig feittype buurschap
    de buur (mv: buren)	Burger
meerdere buren wonen naast meerdere buren

Feittype begin
    de houder (mv: houders)	Burger
    de eerste schakel (mv: eerste schakels)	Schakel
één houder heeft één eerste schakel

Feittype ketting
    de vorige schakel (mv: vorige schakels)	Schakel
    de volgende schakel (mv: volgende schakels)	Schakel
één vorige schakel heeft één volgende schakel

Parameter de stap : Numeriek (getal) met eenheid €;
Parameter het hoogste nummer : Numeriek (geheel getal);

Parameterwaarden proef
    geldig altijd
    de stap is 30 €
    het hoogste nummer is 4

Regel loon
    geldig altijd
        Het bruto loon van dit jaar van een Burger moet gesteld worden op
        zijn bruto loon van vorig jaar plus zijn bedrag
        indien zijn netto loon van dit jaar gevuld is.

Regel loon samen
    geldig altijd
        Het loon samen van een Burger moet gesteld worden op
        de som van zijn netto loon over alle jaren of 0 als die er niet zijn.

Regel hoogste loon
    geldig altijd
        Het hoogste loon van een Burger moet gesteld worden op
        de maximale waarde van zijn bruto loon over de jaren vanaf vorig jaar t/m dit jaar.

Regel maak brief
    geldig altijd
        Een Burger heeft een brief met bedrag gelijk aan 100 € gedeeld door zijn aantal,
        kenmerknummer gelijk aan zijn nummer en open gelijk aan waar
        indien zijn bedrag groter is dan 0 €.

Regel extra
    geldig altijd
        Het extra van een Brief moet gesteld worden op het bedrag van de schrijver van de Brief
        min het bedrag van de Brief.

Regel belangrijk
    geldig altijd
        Een Brief is belangrijk indien het bedrag van de Brief groter is dan 40 €.

Regel afzender
    geldig altijd
        De afzender van een brief moet gesteld worden op het nummer van de schrijver van de brief.

Regel aantal brieven
    geldig altijd
        De brieventelling van een Burger moet gesteld worden op het aantal Brieven.

Regel bedrag van de brief
    geldig altijd
        Het briefgeld van een Burger moet gesteld worden op
        het bedrag van de brief van de Burger.

Regel vriend
    geldig altijd
        Een vriend van een Burger is een bewoner van het huis van de Burger
        indien (12 gedeeld door het aantal van de bewoner) groter is dan 1.

Regel aantal vrienden
    geldig altijd
        De vriendentelling van een Burger moet gesteld worden op
        het aantal vrienden van de Burger.

Regel bedrag van vrienden
    geldig altijd
        Het vriendengeld van een Burger moet gesteld worden op
        de som van het bedrag van de vrienden van de Burger.

Regel rijke vrienden
    geldig altijd
        De rijken van een Burger moet gesteld worden op
        het aantal vrienden van de Burger die aan alle volgende voorwaarden voldoen:
            • zijn bedrag is groter dan 10 €
            • hij heeft een brief.

Regel buur
    geldig altijd
        Een buur van een Burger is een bewoner van het huis van de Burger
        indien (100 € gedeeld door het aantal van de bewoner) groter is dan 5 €.

Regel burentelling
    geldig altijd
        De burentelling van een Burger moet gesteld worden op het aantal buren van de Burger.

Regel gastherentelling
    geldig altijd
        De gastherentelling van een Burger moet gesteld worden op
        het aantal gastheren van de Burger.

Regel vriendelijk
    geldig altijd
        Een Burger is vriendelijk
        indien hij aan alle volgende voorwaarden voldoet:
            • hij is een vriend.

Regel gastvrij
    geldig altijd
        Een Burger is gastvrij
        indien hij aan alle volgende voorwaarden voldoet:
            • hij heeft een vriend.

Regel eerste
    geldig altijd
        Een Burger heeft een eerste schakel met nummer gelijk aan 1
        en rest bedrag gelijk aan zijn bedrag
        indien hij goed is.

Regelgroep ketting is recursief
    Regel volgende
        geldig altijd
            Een Schakel heeft een volgende schakel
            met nummer gelijk aan het nummer van de Schakel plus 1
            en rest bedrag gelijk aan het rest bedrag van de Schakel min de stap
            indien er aan alle volgende voorwaarden wordt voldaan:
                • het rest bedrag van de Schakel is groter dan de stap
                • het nummer van de Schakel is kleiner dan het hoogste nummer.

Regel rij
    geldig altijd
        De rij van een Burger moet gesteld worden op het aantal Schakels.

Regel nummer uniek
    geldig altijd
        De nummers van alle Burgers moeten uniek zijn.

Regel nummers niet door elkaar
    geldig altijd
        De nummers van alle Burgers verenigd met de kenmerknummers van alle Brieven
        moeten uniek zijn.

Regel dubbel
    geldig altijd
        Een Burger is dubbel indien regelversie nummer uniek inconsistent is.

Regel later
    geldig altijd
        De tweede datum van een Burger moet later zijn dan de datum van de Burger
        indien de Burger goed is.

Regel fout
    geldig altijd
        Een Burger is fout indien regelversie later inconsistent is.

Regel gemeld
    geldig altijd
        Een Burger is gemeld
        indien hij aan ten minste één van de volgende voorwaarden voldoet:
            • regelversie later is gevuurd
            • regelversie maak brief is gevuurd.

Regel eerste vrijedag
    geldig altijd
        Een dag is een vrijedag
        indien de dag aan alle volgende voorwaarden voldoet:
            • de maand uit (de dag) is gelijk aan 1
            • de dag uit (de dag) is gelijk aan 1.

Regel tweede vrijedag
    geldig altijd
        Een dag is een vrijedag indien de dag uit (de dag) gelijk is aan 15.

Regel langedag
    geldig altijd
        Een dag is een langedag
        indien de dag aan alle volgende voorwaarden voldoet:
            • de dag is geen vrijedag
            • de dag uit (de dag) is kleiner dan 20.

Regel vrij
    geldig altijd
        Een Burger is vrij indien zijn datum een vrijedag is.
{dagen}
"""

_DAGEN = {
    "plus zijn aantal": "zijn datum plus 3 langedagen",
    "min": "zijn datum min 2 vrijedagen",
    "later": "de tweede datum van de Burger plus 12 langedagen",
}


def maakwet() -> str:
    regels = "".join(
        f"\nRegel dag {i}\n    geldig altijd\n"
        f"        De dag{i}x van een Burger moet gesteld worden op {tekst}.\n"
        for i, tekst in enumerate(_DAGEN.values())
    )
    leden = "".join(f"    de dag{i}x	Datum in dagen;\n" for i in range(len(_DAGEN)))
    extra = f"\nExtensie van objecttype de Burger\n{leden}"
    return MAAKWET.replace("{dagen}", regels) + extra
