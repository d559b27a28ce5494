"""From the model to the rule graph: what reads, sets, deviates and empowers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wetsanalyse.graph.controles import controleer
from wetsanalyse.graph.rulegraph import Knoop, Knoopsoort, Pijl, Pijlsoort, RuleGraph, knoop_id
from wetsanalyse.model.bereik import geraakt
from wetsanalyse.model.lezen_termen import (
    Ding,
    Eigenschap,
    dingen_gelezen,
    dingen_gezet,
    eigenschappen_in,
    gezet_door,
    normen_in,
    parameters_in,
    versie_termen,
)
from wetsanalyse.model.model import (
    Hardheidsclausule,
    Herkomst,
    Model,
    OpenNorm,
    Parameter,
    Regelversie,
    Uitkomst,
    Verplichting,
    Vindplaats,
)
from wetsanalyse.model.perioden import samenvallen
from wetsanalyse.text import Result

S, P = Knoopsoort, Pijlsoort
Sleutel = tuple[str, ...]
"""The kind of a thing and its names, such as ("parameter", "drempelinkomen")."""


def link(model: Model, rekendatum: date | None = None) -> Result[RuleGraph]:
    """The graph of all rule versions, or of those in force on ``rekendatum``."""
    versies = _versies(model, rekendatum)
    gezet = {e for v in versies for e in gezet_door(v)}
    knopen = _Knopen()
    for versie in versies:
        knopen.zet(("regel", versie.id), _regel(versie))
    for eigenschap, is_kenmerk in _eigenschappen(model):
        knopen.zet(("eigenschap", *eigenschap), _eigenschap(eigenschap, is_kenmerk, gezet))
    for parameter in model.parameters.values():
        knopen.zet(("parameter", parameter.naam), _parameter(parameter, rekendatum))
    for clausule in model.clausules.values():
        knopen.zet(("clausule", clausule.naam), _clausule(clausule))
    for plicht in model.verplichtingen.values():
        knopen.zet(("verplichting", plicht.naam), _verplichting(plicht))
    for norm in model.open_normen.values():
        knopen.zet(("open norm", norm.naam), _norm(norm))
    for sleutel, knoop in _gemaakt(versies):
        knopen.zet(sleutel, knoop)
    for sleutel, knoop in _uitkomsten(model.uitkomsten):
        knopen.zet(sleutel, knoop)
    pijlen = {
        Pijl(knopen.id[van], knopen.id[naar], soort)
        for van, naar, soort in _pijlen(model, versies, rekendatum)
        if van in knopen.id and naar in knopen.id
    }
    graaf = RuleGraph.van(knopen.alle, pijlen)
    return Result(graaf, tuple(controleer(model, versies, rekendatum)))


def _versies(model: Model, rekendatum: date | None) -> tuple[Regelversie, ...]:
    if rekendatum is not None:
        return model.versies_op(rekendatum)
    return tuple(v for regel in model.regels.values() for v in regel.versies)


# ------------------------------------------------------------------ nodes


class _Knopen:
    """The nodes so far; a second node with the same slug gets a number."""

    def __init__(self) -> None:
        self.id: dict[Sleutel, str] = {}
        self.alle: list[Knoop] = []
        self._bezet: set[str] = set()

    def zet(self, sleutel: Sleutel, schets: _Schets) -> None:
        basis = knoop_id(schets.soort, *schets.delen)
        nummer, id_ = 1, basis
        while id_ in self._bezet:
            nummer += 1
            id_ = f"{basis}-{nummer}"
        self._bezet.add(id_)
        self.id[sleutel] = id_
        plaats = schets.plaats
        self.alle.append(
            Knoop(
                id_, schets.soort, schets.label,
                plaats.regeling if plaats else "", plaats.artikel if plaats else "",
                (plaats.jci or "") if plaats else "", schets.uitleg,
            )
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Schets:
    """A node before it has its id; ``delen`` are the words of which the id is made."""

    soort: Knoopsoort
    delen: tuple[str, ...]
    label: str
    uitleg: str
    plaats: Vindplaats | None = None


def _plaats(herkomst: Herkomst) -> Vindplaats | None:
    return herkomst.bronnen[0] if herkomst.bronnen else None


def _regel(versie: Regelversie) -> _Schets:
    naam, type_ = versie.eigenschap, versie.onderwerp.doeltype
    wat = f"“{naam}” van {type_}"
    doet = {
        "gelijkstelling": f"zegt wat {wat} is",
        "initialisatie": f"geeft {wat} een waarde als er nog geen is",
        "kenmerk": f"zegt wanneer {wat} waar is",
        "objectcreatie": f"maakt bij {type_} een nieuw object: {naam}",
        "feitcreatie": f"legt vast wie bij {type_} {naam} is",
        "consistentie": f"toetst of de gegevens van {type_} bij elkaar passen",
        "uniciteit": f"toetst of {wat} nergens dubbel is",
        "verdeling": f"verdeelt een waarde van {type_} over “{naam}”",
        "dagsoort": f"zegt welke dag een {naam} is",
        "startpunt": f"zegt waar de tijdvakken van {naam} voor {type_} beginnen",
    }[versie.soort]
    als = ", onder een voorwaarde" if versie.voorwaarde is not None else ""
    uitleg = f"Deze regel {doet}{als}; hij geldt {_geldig(versie.van, versie.tot)}."
    return _Schets(S.REGEL, (versie.id,), versie.id, uitleg, _plaats(versie.herkomst))


def _geldig(van: date | None, tot: date | None) -> str:
    delen = (f"vanaf {_dag(van)}" if van else "", f"t/m {_dag(tot)}" if tot else "")
    return " ".join(d for d in delen if d) or "altijd"


def _dag(datum: date) -> str:
    return f"{datum.day}-{datum.month}-{datum.year}"


def _eigenschappen(model: Model) -> Iterator[tuple[Eigenschap, bool]]:
    for naam, objecttype in model.objecttypen.items():
        for attribuut in objecttype.attributen:
            yield (naam, attribuut), False
        for kenmerk in objecttype.kenmerken:
            yield (naam, kenmerk), True


def _eigenschap(eigenschap: Eigenschap, is_kenmerk: bool, gezet: set[Eigenschap]) -> _Schets:
    objecttype, naam = eigenschap
    wat = "kenmerk" if is_kenmerk else "attribuut"
    if eigenschap in gezet:
        soort = S.KENMERK if is_kenmerk else S.ATTRIBUUT
        uitleg = f"Dit {wat} van {objecttype} wordt door een regel gezet."
    else:
        soort = S.INVOER
        uitleg = f"Dit {wat} van {objecttype} is invoer: geen regel zet het."
    return _Schets(soort, (objecttype, naam), f"{naam} van {objecttype}", uitleg)


def _parameter(parameter: Parameter, rekendatum: date | None) -> _Schets:
    waarden = parameter.waarden
    waarde = parameter.op(rekendatum) if rekendatum else waarden[-1] if waarden else None
    return _Schets(
        S.PARAMETER,
        (parameter.naam,),
        parameter.naam,
        f"Deze parameter is voor iedereen gelijk: een {parameter.type}.",
        _plaats(waarde.herkomst) if waarde else None,
    )


def _clausule(clausule: Hardheidsclausule) -> _Schets:
    orgaan = clausule.versies[0].orgaan if clausule.versies else "het bestuursorgaan"
    uitleg = f"Hiermee kan {orgaan} van de regels in de reikwijdte afwijken."
    naam = clausule.naam
    return _Schets(S.CLAUSULE, (naam,), naam, uitleg, _plaats(clausule.herkomst))


def _verplichting(plicht: Verplichting) -> _Schets:
    wie = plicht.versies[0].objecttype if plicht.versies else "burger"
    wat = plicht.versies[0].handeling if plicht.versies else plicht.naam
    excuus = {
        "ja": " Te laat zijn kan verschoond worden.",
        "nee": " Te laat zijn kan niet verschoond worden.",
        None: "",
    }[plicht.verschoonbaar]
    uitleg = f"Een {wie} moet dit doen: “{wat}”.{excuus}"
    delen = (plicht.naam,)
    return _Schets(S.VERPLICHTING, delen, plicht.naam, uitleg, _plaats(plicht.herkomst))


def _norm(norm: OpenNorm) -> _Schets:
    wie = norm.beoordeeld_door or "een mens"
    uitleg = f"Of dit zo is, beoordeelt {wie}; het is niet uit te rekenen."
    return _Schets(S.OPEN_NORM, (norm.naam,), norm.naam, uitleg, _plaats(norm.herkomst))


_MAKEN = {
    "rol": (S.ROL, "Deze rol wordt door een regel gevuld."),
    "dagsoort": (S.DAGSOORT, "Een regel zegt welke dagen dit zijn."),
    "tijdlijn": (S.TIJDLIJN, "Een regel zegt waar de tijdvakken beginnen."),
}


def _gemaakt(versies: Iterable[Regelversie]) -> Iterator[tuple[Sleutel, _Schets]]:
    """Roles, kinds of days and timelines that a rule makes, each once."""
    gezien: set[Ding] = set()
    for versie in versies:
        for ding in dingen_gezet(versie):
            if ding[0] in _MAKEN and ding not in gezien:
                gezien.add(ding)
                soort, uitleg = _MAKEN[ding[0]]
                yield ding, _Schets(soort, ding[1:], ding[1], uitleg)


def _uitkomsten(uitkomsten: Iterable[Uitkomst]) -> Iterator[tuple[Sleutel, _Schets]]:
    """One node for each thing that counts."""
    for nummer, uitkomst in enumerate(uitkomsten):
        for wat, soort, zin in (
            (uitkomst.voordelen, "voordeel", "telt als voordeel voor"),
            (uitkomst.nadelen, "nadeel", "telt als nadeel voor"),
            (uitkomst.bodems, "bodem", "is een bodem voor"),
            (uitkomst.middelen, "middelen", "telt bij de middelen van"),
        ):
            for lees in wat:
                uitleg = f"“{lees.eigenschap}” {zin} een {uitkomst.objecttype}."
                delen = (soort, uitkomst.objecttype, lees.eigenschap)
                label = f"{soort}: {lees.eigenschap}"
                yield (
                    _uitkomstsleutel(nummer, soort, lees.eigenschap),
                    _Schets(S.UITKOMST, delen, label, uitleg),
                )


def _uitkomstsleutel(nummer: int, soort: str, eigenschap: str) -> Sleutel:
    return "uitkomst", str(nummer), soort, eigenschap


# ------------------------------------------------------------------ edges


def _knoop(ding: Ding) -> Sleutel:
    """The node of a thing: the cells of an attribute are drawn as one."""
    return ding[:3] if ding[0] == "eigenschap" else ding


_Pijl = tuple[Sleutel, Sleutel, Pijlsoort]


def _pijlen(
    model: Model, versies: tuple[Regelversie, ...], rekendatum: date | None
) -> Iterator[_Pijl]:
    for versie in versies:
        hier = ("regel", versie.id)
        for ding in dingen_gezet(versie):
            yield hier, _knoop(ding), P.STELT
        for ding in dingen_gelezen(versie):
            if ding[0] == "uitslag":
                yield from ((("regel", v.id), hier, P.LEEST) for v in versies if v.regel == ding[1])
            else:
                yield _knoop(ding), hier, P.LEEST
        yield from _gelezen(tuple(versie_termen(versie)), hier, normen=P.LEEST)
    for clausule in model.clausules.values():
        yield from _clausulepijlen(clausule, versies, rekendatum)
    for plicht in model.verplichtingen.values():
        yield from _plichtpijlen(plicht, versies)
    for nummer, uitkomst in enumerate(model.uitkomsten):
        for lijst, soort in (
            (uitkomst.voordelen, "voordeel"),
            (uitkomst.nadelen, "nadeel"),
            (uitkomst.bodems, "bodem"),
            (uitkomst.middelen, "middelen"),
        ):
            for lees in lijst:
                daar = _uitkomstsleutel(nummer, soort, lees.eigenschap)
                yield ("eigenschap", lees.object.objecttype, lees.eigenschap), daar, P.LEEST


def _clausulepijlen(
    clausule: Hardheidsclausule, versies: tuple[Regelversie, ...], rekendatum: date | None
) -> Iterator[_Pijl]:
    hier = ("clausule", clausule.naam)
    for deel in clausule.versies:
        gevolg = deel.gevolg
        waarde = gevolg.waarde if gevolg else None
        yield from _gelezen((deel.voorwaarde, waarde), hier, normen=P.MACHTIGT)
        if gevolg is not None:
            yield hier, ("eigenschap", deel.objecttype, gevolg.doel.eigenschap), P.STELT
    for versie in geraakt(clausule, versies, rekendatum):
        yield hier, ("regel", versie.id), P.WIJKT_AF_VAN


def _plichtpijlen(plicht: Verplichting, versies: tuple[Regelversie, ...]) -> Iterator[_Pijl]:
    """What a duty rests on; and the rules that apply when it is not done, which it sets off."""
    hier = ("verplichting", plicht.naam)
    for deel in plicht.versies:
        yield from _gelezen((deel.termijn, deel.voorwaarde), hier, normen=P.LEEST)
        for versie in versies:
            if versie.regel == deel.gevolgregel and samenvallen(
                (deel.van, deel.tot), (versie.van, versie.tot)
            ):
                yield hier, ("regel", versie.id), P.LEEST


def _gelezen(waarde: object, hier: Sleutel, *, normen: Pijlsoort) -> Iterator[_Pijl]:
    for eigenschap in eigenschappen_in(waarde):
        yield ("eigenschap", *eigenschap), hier, P.LEEST
    for parameter in parameters_in(waarde):
        yield ("parameter", parameter), hier, P.LEEST
    for norm in normen_in(waarde):
        yield ("open norm", norm), hier, normen
