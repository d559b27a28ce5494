"""Which node stands where a numbered remark of rules/voorbeeld-alles says that it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.text import Source

Toets = Callable[[Any], bool]
NUMMER = re.compile(r"\[([RX]-\d+)\]")


class Opmerking(NamedTuple):
    """A number in a remark. ``eigen_regel``: the remark has the line to itself, so it is about
    the block that follows; else it is about what stands on its line."""

    nummer: str
    bron: Source
    start: int
    eigen_regel: bool

    def __str__(self) -> str:
        regel = self.bron.tekst.count("\n", 0, self.start) + 1
        return f"{self.nummer} bij {self.bron.pad}:{regel}"


def opmerkingen(bron: Source) -> Iterator[Opmerking]:
    begin = 0
    for regel in bron.tekst.splitlines(keepends=True):
        voor, streep, opmerking = regel.partition("//")
        if streep:
            for m in NUMMER.finditer(opmerking):
                yield Opmerking(m.group(1), bron, begin + len(voor) + m.start(), not voor.strip())
        begin += len(regel)


def nodes_bij(opmerking: Opmerking, blokken: Iterable[t.Blok]) -> list[t.Node]:
    """What a remark is about: the next block, or the nodes that begin on its line."""
    hier = [b for b in blokken if b.span.source.pad == opmerking.bron.pad]
    if opmerking.eigen_regel:
        volgende = min(
            (b for b in hier if b.span.start > opmerking.start),
            key=lambda b: b.span.start,
            default=None,
        )
        return [] if volgende is None else list(doorloop(volgende))
    begin = opmerking.bron.tekst.rfind("\n", 0, opmerking.start)
    return [n for b in hier for n in doorloop(b) if begin < n.span.start < opmerking.start]


def een(klasse: type[t.Node] | tuple[type[t.Node], ...], /, **velden: Any) -> Toets:
    """A node of this class in which these fields have these values."""
    return lambda n: isinstance(n, klasse) and all(getattr(n, k) == v for k, v in velden.items())


def met(klasse: type[t.Node], toets: Toets) -> Toets:
    return lambda n: isinstance(n, klasse) and toets(n)


def schakel(toets: Toets) -> Toets:
    return met(t.Schakel, toets)


def tijdlijn(toets: Toets) -> Toets:
    """An attribute, kenmerk or parameter with such a timeline."""
    return lambda n: (
        isinstance(n, t.Attribuut | t.Kenmerk | t.Parameter)
        and n.tijdlijn is not None
        and toets(n.tijdlijn)
    )


def per(maat: str) -> Toets:
    return tijdlijn(lambda lijn: lijn == t.Tijdlijn(span=lijn.span, maat=maat))  # type: ignore[arg-type]


def naamtype(toets: Toets) -> Toets:
    return met(t.Attribuut, lambda n: toets(n.type))


def vergelijking(woord: str) -> Toets:
    return een(t.Vergelijking, woord=woord)


def eenheid(toets: Toets) -> Toets:
    return lambda n: getattr(n, "eenheid", None) is not None and toets(n.eenheid)


def kwantificatie(soort: str) -> Toets:
    return met(t.Samengesteld, lambda n: n.kwantificatie.soort == soort)


def diepte(node: Any) -> int:
    """How many lists stand in each other."""
    if not isinstance(node, t.Samengesteld):
        return 0
    return 1 + max(diepte(lid) for lid in node.leden)


# What a number stands for in the tree. Not here: what is only a way of writing (an article, white
# space), and what says how is computed.
PLEKKEN: dict[str, Toets] = {
    "R-007": met(t.Getal, lambda n: n.waarde < 0),
    "R-008": met(t.Getal, lambda n: n.decimalen > 0),
    "R-009": met(t.Getal, lambda n: n.waarde.denominator == 3 and n.waarde < 1),
    "R-010": met(t.Getal, lambda n: n.waarde.denominator == 2 and n.waarde > 1),
    "R-011": een(t.Percentagegetal),
    "R-012": met(t.Getal, eenheid(lambda e: not e.noemer)),
    "R-013": met(t.Getal, eenheid(lambda e: bool(e.teller and e.noemer))),
    "R-014": een(t.Datumwaarde),
    "R-015": een(t.Datumwaarde),
    "R-016": een(t.Datumtijdwaarde),
    "R-017": een(t.Waarheid),
    "R-018": een(t.Enumwaarde),
    "R-021": met(t.Objecttype, lambda n: n.meervoud is not None),
    "R-023": een(t.Objecttype),
    "R-024": een(t.Objecttype, bezield=True),
    "R-025": een(t.Koptekst),
    "R-026": schakel(lambda n: n.naam.tekst == "Aanvragen"),
    "R-029": naamtype(een((t.NumeriekType, t.EnkelvoudigType))),
    "R-030": naamtype(een(t.DomeinType, eenheid=None)),
    "R-031": naamtype(met(t.DomeinType, lambda n: n.eenheid is not None)),
    "R-032": met(t.Attribuut, lambda n: n.naam.lidwoord is None),
    "R-034": naamtype(een(t.NumeriekType, decimalen=0)),
    "R-035": met(t.Domein, lambda n: n.type.decimalen == 2),
    "R-036": naamtype(een(t.NumeriekType, decimalen=None, percentage=False)),
    "R-037": naamtype(een(t.NumeriekType, bereik="negatief")),
    "R-038": met(t.NumeriekType, eenheid(lambda e: not e.noemer)),
    "R-039": naamtype(eenheid(lambda e: not e.teller and bool(e.noemer))),
    "R-040": naamtype(eenheid(lambda e: e.teller[0].exponent == 2)),
    "R-041": naamtype(een(t.NumeriekType, percentage=True, eenheid=None)),
    "R-042": naamtype(met(t.NumeriekType, lambda n: n.percentage and n.eenheid is not None)),
    "R-043": naamtype(een(t.EnkelvoudigType, soort="Tekst")),
    "R-044": naamtype(een(t.EnkelvoudigType, soort="Boolean")),
    "R-045": naamtype(een(t.EnkelvoudigType, soort="Datum in dagen")),
    "R-046": met(t.Domein, lambda n: isinstance(n.type, t.NumeriekType)),
    "R-047": met(t.Domein, lambda n: bool(n.waarden)),
    "R-048": een(t.Enumwaarde),
    "R-050": een(t.Kenmerk, soort="bijvoeglijk"),
    "R-051": een(t.Kenmerk, soort="bezittelijk"),
    "R-053": met(t.Kenmerk, lambda n: n.meervoud is not None),
    "R-054": met(t.Kenmerk, lambda n: n.tijdlijn is not None),
    "R-056": met(t.Dimensie, lambda n: n.voorzetsel is not None),
    "R-057": een(t.Dimensie, voorzetsel=None),
    "R-058": met(t.Dimensie, lambda n: [x.nummer for x in n.labels] == [1, 2, 3]),
    "R-059": met(t.Attribuut, lambda n: len(n.dimensies) > 1),
    "R-060": schakel(lambda n: len(n.labels) == 3),
    "R-061": een(t.Eenheidsysteem),
    "R-062": met(t.EenheidDefinitie, lambda n: (n.factor or 0) > 1),
    "R-063": met(t.EenheidDefinitie, lambda n: 0 < (n.factor or 0) < 1),
    "R-064": met(t.Eenheidsysteem, lambda n: len(n.eenheden) == 4),
    "R-069": per("dag"),
    "R-070": per("maand"),
    "R-071": per("jaar"),
    "R-072": met(t.Parameter, lambda n: n.type.eenheid is not None),
    "R-073": met(
        t.Parameter, lambda n: n.tijdlijn is not None and isinstance(n.type, t.DomeinType)
    ),
    "R-074": schakel(lambda n: n.naam.lidwoord == "de"),
    "R-075": met(t.Feittype, lambda n: n.rollen[0] != n.rollen[1]),
    "R-076": met(t.Rol, lambda n: n.meervoud is not None),
    "R-077": een(t.Feittype, meerdere=(False, True)),
    "R-078": met(t.Feittype, lambda n: n.meerdere[0] == n.meerdere[1]),
    "R-079": een(t.Feittype, wederkerig=True, meerdere=(False, False)),
    "R-080": een(t.Feittype, wederkerig=True, meerdere=(True, True)),
    "R-083": een(t.Dagsoort),
    "R-084": een(t.Regel),
    "R-085": met(t.Regel, lambda n: len(n.versies) == 3),
    "R-086": een(t.Geldigheid, van=None, tot=None),
    "R-087": met(t.Geldigheid, lambda n: n.van is not None and n.tot is None),
    "R-088": met(t.Geldigheid, lambda n: n.van is not None and n.tot is not None),
    "R-089": met(t.Geldigheid, lambda n: n.van is None and n.tot is not None),
    "R-091": schakel(lambda n: n.bepaling == "een"),
    "R-092": met(t.Variabele, lambda n: n.naam.lidwoord == "het"),
    "R-094": met(t.Regelversie, lambda n: isinstance(n.voorwaarde, t.Vergelijking)),
    "R-095": met(t.Regelversie, lambda n: isinstance(n.voorwaarde, t.Gedurende)),
    "R-096": met(t.Regelversie, lambda n: isinstance(n.voorwaarde, t.Periode)),
    "R-098": een(t.Binair, op="plus"),
    "R-099": een(t.Binair, op="min"),
    "R-100": een(t.Binair, op="verminderd met"),
    "R-101": een(t.Binair, op="maal"),
    "R-102": een(t.Binair, op="gedeeld door"),
    "R-103": een(t.Binair, op="gedeeld door (ABS)"),
    "R-105": met(t.Binair, lambda n: n.op == "min" and getattr(n.links, "op", "") == "maal"),
    "R-106": met(t.Binair, lambda n: n.haakjes),
    "R-107": met(t.Keten, lambda n: n.schakels[0].naam.tekst == "afbouwpercentage"),
    "R-109": een(t.Wortel),
    "R-110": een(t.Machtsverheffing),
    "R-111": een(t.Absoluut),
    "R-112": een(t.Binair, op="plus"),
    "R-113": een(t.Afgerond, wijze="naar beneden"),
    "R-114": een(t.Afgerond, wijze="naar boven"),
    "R-115": een(t.Afgerond, wijze="rekenkundig"),
    "R-116": een(t.Afgerond, wijze="richting nul"),
    "R-117": een(t.Afgerond, wijze="weg van nul"),
    "R-119": met(t.Begrensd, lambda n: n.minimum is not None and n.maximum is None),
    "R-120": met(t.Begrensd, lambda n: n.minimum is None and n.maximum is not None),
    "R-121": met(t.Afgerond, lambda n: isinstance(n.waarde, t.Begrensd)),
    "R-124": schakel(lambda n: n.bepaling == "een" and n.naam.tekst == "opvangkind"),
    "R-125": schakel(lambda n: n.bepaling == "een" and n.naam.tekst == "mantelzorger"),
    "R-126": met(t.Keten, lambda n: len(n.schakels) == 3),
    "R-127": met(
        t.Keten, lambda n: [getattr(s, "bepaling", 0) for s in n.schakels[1:]] == ["een"] * 2
    ),
    "R-128": een(t.Hij),
    "R-129": schakel(lambda n: n.bepaling == "zijn"),
    "R-130": schakel(lambda n: n.kwantificatie is not None and n.kwantificatie.soort == "alle"),
    "R-131": schakel(lambda n: n.kwantificatie is not None and n.kwantificatie.aantal > 1),
    "R-134": met(t.Subselectie, lambda n: isinstance(n.predicaat, t.Naamtest)),
    "R-135": met(t.Subselectie, lambda n: isinstance(n.predicaat, t.Naamtest)),
    "R-136": met(t.Subselectie, lambda n: isinstance(n.predicaat, t.Samengesteld)),
    "R-138": een(t.Opsomming, voegwoord="en"),
    "R-139": een(t.Opsomming, voegwoord="of"),
    "R-140": een(t.Aggregatie, soort="het aantal"),
    "R-141": een(t.Aggregatie, soort="de som van"),
    "R-143": een(t.Aggregatie, of_nul=True),
    "R-144": een(t.Aggregatie, soort="de minimale waarde van"),
    "R-145": een(t.Aggregatie, soort="de maximale waarde van"),
    "R-146": een(t.Aggregatie, soort="de eerste van"),
    "R-147": een(t.Aggregatie, soort="de laatste van"),
    "R-148": met(t.Aggregatie, lambda n: isinstance(n.argument, t.Opsomming)),
    "R-149": met(t.Dimensiebereik, lambda n: n.dimensie and not n.van and not n.labels),
    "R-150": met(t.Dimensiebereik, lambda n: bool(n.dimensie and n.van and n.tot)),
    "R-151": met(t.Dimensiebereik, lambda n: len(n.labels) == 2),
    "R-152": met(t.Tekst, lambda n: len(n.delen) > 1),
    "R-153": een(t.Rekendatum, jaar=False),
    "R-154": een(t.Rekendatum, jaar=True),
    "R-155": een(t.Datumdeel, deel="jaar"),
    "R-156": een(t.Datumdeel, deel="maand"),
    "R-157": een(t.Datumdeel, deel="dag"),
    "R-158": een(t.DatumMet),
    "R-159": met(t.Paasdag, lambda n: isinstance(n.jaar, t.Keten)),
    "R-160": een(t.Tijdsduur, eenheid="maanden", hele=True),
    "R-161": een(t.Tijdsduur, hele=False),
    "R-163": een(t.Tijdsduur, absoluut=True),
    "R-164": een(t.Binair, op="plus"),
    "R-165": een(t.Binair, op="min"),
    "R-166": met(t.Getal, eenheid(lambda e: e.teller[0].eenheid == "werkdagen")),
    "R-168": een(t.Gelijkstelling, werkwoord="berekend"),
    "R-169": een(t.Gelijkstelling, werkwoord="gesteld"),
    "R-171": een(t.Kenmerktoekenning),
    "R-173": een(t.Objectcreatie),
    "R-174": een(t.Toekenning),
    "R-176": een(t.Feitcreatie),
    "R-178": met(t.Consistentie, lambda n: isinstance(n.criterium, t.Vergelijking)),
    "R-179": met(t.Consistentie, lambda n: getattr(n.criterium, "onderwerp", None) is not None),
    "R-180": met(t.Consistentie, lambda n: n.criterium.onderwerp is None),
    "R-181": met(t.Consistentie, lambda n: diepte(n.criterium) == 2),
    "R-182": met(t.Uniciteit, lambda n: len(n.bronnen) == 1 and len(n.bronnen[0].namen) == 1),
    "R-183": met(t.Uniciteit, lambda n: len(n.bronnen[0].namen) == 2),
    "R-184": met(t.Uniciteit, lambda n: len(n.bronnen) == 2),
    "R-185": een(t.Regeltest, uitslag="inconsistent"),
    "R-186": een(t.Initialisatie),
    "R-187": met(t.Verdeling, lambda n: n.wijze.naar is None and n.volgorde is None),
    "R-188": met(t.Verdeling, lambda n: n.wijze.naar is not None),
    "R-189": een(t.Verdeling, toenemend=True),
    "R-190": met(t.Verdeling, lambda n: n.volgorde is not None and not n.toenemend),
    "R-191": met(t.Verdeling, lambda n: n.volgorde is not None),
    "R-192": met(t.Verdeling, lambda n: n.maximum is not None),
    "R-193": een(t.Verdeling, decimalen=0),
    "R-194": met(t.Verdeling, lambda n: n.rest is not None),
    "R-198": een(t.Dagsoortdefinitie),
    "R-200": een(t.Regelgroep, recursief=True),
    "R-205": een(t.Periode, tot=None),
    "R-206": met(t.Periode, lambda n: n.van is not None and n.tot is not None),
    "R-207": een(t.Periodetest),
    "R-208": met(t.Gedurende, lambda n: isinstance(n.conditie, t.Samengesteld)),
    "R-209": een(t.HelePeriode),
    "R-210": een(t.Totaal),
    "R-211": een(t.AantalDagen, per="maand"),
    "R-212": een(t.TijdsevenredigDeel, per="maand"),
    "R-213": een(t.Tijdgebonden),
    "R-217": een(t.Consistentie),
    "R-218": vergelijking("gelijk aan"),
    "R-219": vergelijking("ongelijk aan"),
    "R-220": vergelijking("groter dan"),
    "R-221": vergelijking("groter of gelijk aan"),
    "R-222": vergelijking("kleiner dan"),
    "R-223": vergelijking("kleiner of gelijk aan"),
    "R-224": vergelijking("later dan"),
    "R-225": vergelijking("later of gelijk aan"),
    "R-226": vergelijking("eerder dan"),
    "R-227": vergelijking("eerder of gelijk aan"),
    "R-228": een(t.Leegtest),
    "R-229": een(t.Elfproef, ontkend=False),
    "R-230": een(t.Elfproef, ontkend=True),
    "R-231": een(t.Cijfertest, ontkend=False),
    "R-232": een(t.Cijfertest, ontkend=True),
    "R-233": een(t.Naamtest, werkwoord="is"),
    "R-234": met(t.Naamtest, lambda n: n.naam.tekst == "opvangkind"),
    "R-235": met(t.Naamtest, lambda n: n.werkwoord == "heeft" and n.naam.tekst == "kind"),
    "R-236": een(t.Naamtest, ontkend=True),
    "R-237": met(t.Regeltest, lambda n: n.geldigheid is not None),
    "R-238": een(t.Samengesteld, onderwerp=None),
    "R-239": met(t.Samengesteld, lambda n: n.onderwerp is not None),
    "R-240": kwantificatie("alle"),
    "R-241": kwantificatie("geen"),
    "R-242": kwantificatie("ten minste"),
    "R-243": kwantificatie("ten hoogste"),
    "R-244": kwantificatie("precies"),
    "R-245": met(t.Samengesteld, lambda n: diepte(n) == 3),
    "R-246": met(
        t.Samengesteld, lambda n: n.onderwerp.schakels[0].naam.tekst == "burgerservicenummer"
    ),
    "R-247": met(t.Naamtest, lambda n: n.onderwerp.schakels[0].kwantificatie is not None),
    "R-248": een(t.Beslistabel),
    "R-249": een(t.Kolom, soort="gelijkstelling"),
    "R-250": een(t.Kolom, soort="kenmerk"),
    "R-251": een(t.Kolom, soort="vergelijking"),
    "R-252": een(t.Kolom, soort="voorwaarde"),
    "R-253": met(t.Rij, lambda n: None in n.cellen),
    "R-254": een(t.Opsomming, voegwoord="of"),
    "R-255": met(
        t.Tabelversie, lambda n: [k.soort for k in n.kolommen].count("gelijkstelling") == 2
    ),
    "X-01": een(t.Extensie),
    "X-02": schakel(lambda n: n.rang == 1),
    "X-03": schakel(lambda n: n.rang == 2),
    "X-04": een(t.Datumdeel, deel="uur"),
    "X-05": een(t.Datumdeel, deel="minuut"),
    "X-06": een(t.Datumdeel, deel="seconde"),
    "X-07": een(t.Datumdeel, deel="milliseconde"),
    "X-08": een(t.DatumMet),
    "X-09": een(t.DatumtijdMet),
    "X-10": met(t.Paasdag, lambda n: isinstance(n.jaar, t.Rekendatum)),
    "X-11": per("kwartaal"),
    "X-12": tijdlijn(lambda n: n.maat == "week" and n.ijkpunt.weekdag == "maandag"),
    "X-13": tijdlijn(lambda n: n.maat == "maand" and n.ijkpunt.dag == 15),
    "X-14": tijdlijn(lambda n: n.maat == "kwartaal" and n.ijkpunt.maanden == (3, 6, 9, 12)),
    "X-15": tijdlijn(lambda n: n.maat == "jaar" and n.ijkpunt.maanden == (8,)),
    "X-16": tijdlijn(lambda n: n.aantal == 7 and n.ijkpunt.datum is not None),
    "X-17": een(t.Tijdlijndefinitie),
    "X-18": tijdlijn(lambda n: n.naam is not None),
    "X-19": een(t.Startpuntbepaling),
}
