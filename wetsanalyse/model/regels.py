"""Rules: result, condition and variables, version by version. [2, 4]"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wetsanalyse.model.condities import fouten_in
from wetsanalyse.model.condities import voorwaarde as los_voorwaarde_op
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.herkomst import Bronnen, aangevuld, herkomst, meld_zonder_bron
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.linter import (
    onbegrensd,
    verkeerd_werkwoord,
    waarschuwingen,
    zonder_voorwaarde,
)
from wetsanalyse.model.model import GEEN_HERKOMST, Onderwerp, Regel, Regelversie, Variabele
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.onderwerpen import eis_een_onderwerp
from wetsanalyse.model.resultaten import Resultaat, onderwerp_van, resultaat
from wetsanalyse.model.tabel import Onoplosbaar, faal, vouw
from wetsanalyse.model.terms import Term
from wetsanalyse.model.tijdtermen import eis_geen_tijd
from wetsanalyse.model.toewijzen import eis_korrel
from wetsanalyse.syntax import tree
from wetsanalyse.syntax.doorloop import doorloop
from wetsanalyse.text import Diagnostic, Span
from wetsanalyse.text.diagnostic import fout


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What came of one rule: its versions, and every fault that was met."""

    regel: Regel | None
    onoplosbaar: tuple[Onoplosbaar, ...]
    meldingen: tuple[Diagnostic, ...]

    @property
    def kern(self) -> Regel | None:
        return self.regel


def los_regel_op(blok: tree.Regel, omg: Omgeving, bronnen: Bronnen) -> Gelezen:
    """Resolve one rule; ``omg`` holds what every rule may refer to. A fault in one version
    leaves the others."""
    tabel = omg.tabel
    meldingen: list[Diagnostic] = []
    fouten: list[Onoplosbaar] = []
    algemeen = herkomst(blok.herkomst, bronnen, meldingen)
    versies: list[Regelversie] = []
    for nummer, versie in enumerate(blok.versies, start=1):
        eigen = aangevuld(herkomst(versie.herkomst, bronnen, meldingen), algemeen)
        meld_zonder_bron(blok.naam.tekst, eigen, blok.naam.span, meldingen)
        gelezen, problemen = _versie(blok.naam.tekst, nummer, versie, omg)
        fouten += problemen
        if gelezen is not None:
            versies.append(replace(gelezen, herkomst=eigen))
        context = f"Regel “{blok.naam.tekst}”"
        meldingen += waarschuwingen(versie, tabel, context)
        if gelezen is not None:
            meldingen += onbegrensd(gelezen, context)
            meldingen += zonder_voorwaarde(gelezen, context)
        if gelezen is not None and isinstance(versie.resultaat, tree.Gelijkstelling):
            doeltype = tabel.objecttypen[gelezen.onderwerp.doeltype]
            doel = doeltype.attributen[gelezen.eigenschap]
            meldingen += verkeerd_werkwoord(versie.resultaat, doel, context)
    meldingen += overlap(blok.naam.tekst, [(v.geldigheid, v.span) for v in blok.versies])
    regel = Regel(blok.naam.tekst, tuple(versies), blok.span)
    return Gelezen(regel, tuple(fouten), tuple(meldingen))


def overlap(naam: str, versies: list[tuple[tree.Geldigheid, Span]]) -> Iterator[Diagnostic]:
    """Versions of one rule may not overlap; bounds are inclusive. [2.1]"""
    for i, (een, _) in enumerate(versies):
        for ander, _ in versies[i + 1 :]:
            begint_voor_eind = een.van is None or ander.tot is None or een.van <= ander.tot
            eindigt_na_begin = een.tot is None or ander.van is None or ander.van <= een.tot
            if begint_voor_eind and eindigt_na_begin:
                yield fout(
                    "RG-OVERLAP",
                    ander.span,
                    f"twee versies van “{naam}” gelden op dezelfde dag",
                    hulp=("laat de ene versie eindigen op de dag voor de andere begint",),
                )


def _versie(
    naam: str, nummer: int, versie: tree.Regelversie, basis: Omgeving
) -> tuple[Regelversie | None, list[Onoplosbaar]]:
    fouten: list[Onoplosbaar] = []
    try:
        eis_een_onderwerp(versie)
    except Onoplosbaar as e:
        fouten.append(e)
    try:
        over, omg = onderwerp_van(versie.resultaat, replace(basis, zin=versie))
    except Onoplosbaar as e:
        return None, [*fouten, e]
    variabelen, omg = _variabelen(versie.variabelen, omg, fouten)
    voorwaarde, tijd = _voorwaardendeel(versie.voorwaarde, omg, fouten)
    deel: Resultaat | None = None
    try:
        deel = resultaat(versie.resultaat, over, omg, fouten)
        if deel.zet:
            plaats = versie.voorwaarde or versie.resultaat
            korrels = [_onderwerpkorrel(over, omg), tijd.type.korrel if tijd else None]
            eis_korrel(deel.doel, korrels, deel.eigenschap, plaats.span)
    except Onoplosbaar as e:
        fouten.append(e)
    if fouten or deel is None:
        return None, _zonder_gevolgen(fouten, versie, variabelen)
    geldigheid = versie.geldigheid
    return (
        Regelversie(
            naam, nummer, geldigheid.van, geldigheid.tot, GEEN_HERKOMST, over, deel.soort,
            deel.eigenschap, deel.waarde, voorwaarde, variabelen, gevolg=deel.gevolg, tijd=tijd,
            cel=deel.cel, span=versie.span,
        ),
        [],
    )  # fmt: skip


def _onderwerpkorrel(over: Onderwerp, omg: Omgeving) -> Korrel | None:
    """A rule about who has a kenmerk holds only while he has it."""
    if over.kenmerk is None:
        return None
    return omg.tabel.objecttypen[over.objecttype].kenmerken[over.kenmerk].tijdlijn


def _voorwaardendeel(
    node: tree.Voorwaarde | None, omg: Omgeving, fouten: list[Onoplosbaar]
) -> tuple[Term | None, Term | None]:
    """(the condition, the time) of a rule; one of them, or none. [2.3]"""
    if node is None:
        return None, None
    gevonden = fouten_in(node, omg)
    if gevonden:
        fouten += gevonden
        return None, None
    try:
        term = los_voorwaarde_op(node, omg)
        if isinstance(node, tree.Gedurende | tree.Periode):
            return None, term
        eis_geen_tijd(term, node.span)
    except Onoplosbaar as e:
        fouten.append(e)
        return None, None
    return term, None


def _zonder_gevolgen(
    fouten: list[Onoplosbaar], versie: tree.Regelversie, goede: tuple[Variabele, ...]
) -> list[Onoplosbaar]:
    """Without the faults that only say that a faulty variable is not known, or that a second
    subject is not known."""
    tweede = {f.melding.span for f in fouten if f.melding.code == "RG-GEEN-ONDERWERP"}
    fouten = [
        f for f in fouten if f.melding.code != "ON-ONGEBONDEN" or f.melding.span not in tweede
    ]
    bekend = {vouw(v.naam) for v in goede}
    kapot = {vouw(v.naam.tekst) for v in versie.variabelen} - bekend
    return [
        f
        for f in fouten
        if not (
            f.melding.code == "NM-SOORT"
            and f.melding.span is not None
            and vouw(f.melding.span.tekst) in kapot
        )
    ]


def _variabelen(
    nodes: tuple[tree.Variabele, ...], omg: Omgeving, fouten: list[Onoplosbaar]
) -> tuple[tuple[Variabele, ...], Omgeving]:
    """Local variables in order; each may use only those named before it. [2.2]"""
    variabelen: list[Variabele] = []
    for i, node in enumerate(nodes):
        try:
            _alleen_eerdere(node, nodes[i:])
            term = enkele(node.waarde, omg)
        except Onoplosbaar as e:
            fouten.append(e)
            continue
        variabelen.append(Variabele(node.naam.tekst, term))
        omg = omg.met_variabele(node.naam.tekst, term.type)
    return tuple(variabelen), omg


def _alleen_eerdere(node: tree.Variabele, later: tuple[tree.Variabele, ...]) -> None:
    """Raise when a variable uses itself or one that comes later. [2.2]"""
    waarden = {vouw(v.naam.tekst): v.waarde for v in later}
    for naam in _gebruikt(node.waarde, waarden):
        if _komt_terug(vouw(naam.tekst), vouw(node.naam.tekst), waarden):
            zelf = vouw(naam.tekst) == vouw(node.naam.tekst)
            wat = "zichzelf" if zelf else f"“{naam.tekst}”, en die gebruikt haar weer"
            raise faal(
                "VA-CYCLUS",
                naam.span,
                f"variabele “{node.naam.tekst}” gebruikt {wat}",
                hulp=("reken een van de twee uit zonder de andere",),
            )
        raise faal(
            "VA-LATER",
            naam.span,
            f"variabele “{naam.tekst}” wordt pas later genoemd",
            hulp=("zet een variabele onder de variabelen die zij gebruikt",),
        )


def _gebruikt(waarde: tree.Expressie, waarden: Mapping[str, tree.Expressie]) -> Iterator[tree.Naam]:
    """The variables of ``waarden`` that an expression names."""
    for deel in doorloop(waarde):
        if isinstance(deel, tree.Keten) and isinstance(deel.schakels[-1], tree.Schakel):
            schakel = deel.schakels[-1]
            if vouw(schakel.naam.tekst) in waarden and schakel.bepaling is None:
                yield schakel.naam


def _komt_terug(van: str, naar: str, waarden: Mapping[str, tree.Expressie]) -> bool:
    """Whether ``naar`` is used on the way from a variable."""
    gezien, te_doen = set[str](), [van]
    while te_doen:
        hier = te_doen.pop()
        if hier == naar:
            return True
        if hier not in gezien:
            gezien.add(hier)
            te_doen += [vouw(n.tekst) for n in _gebruikt(waarden[hier], waarden)]
    return False
