"""Events: what can happen in general, and what happens in one case. [uitbreidingen 10]"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from wetsanalyse.model.cellen import celnaam
from wetsanalyse.model.expressies import enkele
from wetsanalyse.model.feiten import Voorval, Wijziging
from wetsanalyse.model.ketens import is_object, keten
from wetsanalyse.model.korrel import Korrel
from wetsanalyse.model.model import Attribuut, Gebeurtenis
from wetsanalyse.model.omgeving import Omgeving
from wetsanalyse.model.tabel import Tabel, dubbel, faal, vouw
from wetsanalyse.model.terms import Genoemd, Lees
from wetsanalyse.model.tijdgegevens import Gebrek, Tijdspanne, gebrek_in_tijd, lees_spanne
from wetsanalyse.model.toewijzen import eis_korrel, toewijsbaar
from wetsanalyse.model.verzameld import Verzameld, veilig
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic
from wetsanalyse.text.diagnostic import waarschuwing

# ------------------------------------------------------------------ the block


def gebeurtenis(
    blok: tree.Gebeurtenis, tabel: Tabel, plichten: Mapping[str, str], v: Verzameld
) -> None:
    """Add a kind of event to what was gathered. ``plichten``: folded name -> name of a duty."""
    naam = blok.naam.tekst
    if not naam:
        geen = faal("GB-VORM", blok.span, "deze gebeurtenis heeft geen naam",
                    hulp=("schrijf “Gebeurtenis …” met een naam erachter",))  # fmt: skip
        v.meldingen.append(geen.melding)
        return
    eerder = next((g for n, g in v.gebeurtenissen.items() if vouw(n) == vouw(naam)), None)
    if eerder is not None:
        v.meldingen.append(dubbel("GB-DUBBEL", "gebeurtenis", naam, blok.naam.span, eerder.span))
        return
    gelezen = [veilig(v, _verandert, node, tabel) for node in blok.verandert]
    v.meldingen += _dubbel_genoemd(blok, gelezen)
    v.gebeurtenissen[naam] = Gebeurtenis(
        naam,
        blok.soort,
        tuple(dict.fromkeys(paar for paar in gelezen if paar is not None)),
        None if blok.vervult is None else veilig(v, _plicht, blok.vervult, plichten),
        blok.naam.span,
    )


def _plicht(naam: tree.Naam, plichten: Mapping[str, str]) -> str:
    bekend = plichten.get(vouw(naam.tekst))
    if bekend is None:
        raise faal(
            "GB-PLICHT",
            naam.span,
            f"er is geen verplichting “{naam.tekst}”",
            verwacht=tuple(plichten.values())[:6],
            hulp=(f"schrijf een blok “Verplichting {naam.tekst}”, of haal “vervult …” weg",),
        )
    return bekend


def _dubbel_genoemd(
    blok: tree.Gebeurtenis, gelezen: Sequence[tuple[str, str] | None]
) -> Iterator[Diagnostic]:
    """Said twice is no fault, but one of the two was probably meant to be something else."""
    for nummer, (node, paar) in enumerate(zip(blok.verandert, gelezen, strict=True)):
        if paar is not None and paar in gelezen[:nummer]:
            yield waarschuwing(
                "GB-TWEEMAAL",
                node.span,
                f"gebeurtenis “{blok.naam.tekst}” noemt “{paar[1]}” van {paar[0]} twee keer",
                hulp=("haal een van de twee regels “verandert …” weg, of noem iets anders",),
                context=f"Gebeurtenis “{blok.naam.tekst}”",
            )


def _verandert(node: tree.Keten, tabel: Tabel) -> tuple[str, str]:
    """``het inkomen van een Aanvrager``: the objecttype (or role) and what of it."""
    if len(node.schakels) != 2 or not all(isinstance(s, tree.Schakel) for s in node.schakels):
        raise faal(
            "GB-VORM",
            node.span,
            "hier hoort een attribuut of kenmerk met zijn objecttype",
            hulp=("schrijf “verandert het … van een …”",),
        )
    wat, wie = node.schakels
    assert isinstance(wat, tree.Schakel)
    assert isinstance(wie, tree.Schakel)
    typen = [b.naam for b in tabel.zoek(wie.naam.tekst, "objecttype")]
    typen = [t for t in typen if t in tabel.objecttypen]
    typen += [rol.objecttype for rol in tabel.rollen(wie.naam.tekst)]
    if not typen:
        raise faal(
            "OT-ONBEKEND",
            wie.naam.span,
            f"“{wie.naam.tekst}” is geen objecttype",
            verwacht=tuple(tabel.objecttypen)[:6],
            verboden=wie.naam.span,
        )
    attribuut = tabel.attribuut(typen[0], wat.naam.tekst)
    kenmerk = tabel.kenmerk(typen[0], wat.naam.tekst)
    if attribuut is not None:
        return typen[0], attribuut[0].naam
    if kenmerk is not None:
        return typen[0], kenmerk.naam
    kan = tabel.objecttypen[typen[0]]
    raise faal(
        "ON-ATTR-ONBEKEND",
        wat.span,
        f"{typen[0]} heeft geen attribuut of kenmerk “{wat.naam.tekst}”",
        hulp=(f"bekend zijn: {', '.join([*kan.attributen, *kan.kenmerken][:8])}",),
        verboden=wat.naam.span,
    )


# ------------------------------------------------------------------ one event in a case


def zoek(tekst: str, tabel: Tabel) -> Gebeurtenis | None:
    """The kind of event by its name."""
    return next((g for n, g in tabel.gebeurtenissen.items() if vouw(n) == vouw(tekst)), None)


def los_voorval_op(node: tree.GegevenVoorval, omg: Omgeving) -> Voorval:
    """The event of a line in a scenario. Raises Onoplosbaar."""
    soort = zoek(node.gebeurtenis.tekst, omg.tabel)
    if soort is None:
        raise faal(
            "GB-ONBEKEND",
            node.gebeurtenis.span,
            f"“{node.gebeurtenis.tekst}” is geen gebeurtenis",
            verwacht=tuple(omg.tabel.gebeurtenissen)[:6],
        )
    wijzigingen: list[Wijziging] = []
    for deel in node.wijzigingen:
        nieuw = _wijziging(deel, soort, node.datum, omg)
        if any(zelfde_dagen(nieuw, w) for w in wijzigingen):
            raise faal(
                "SC-OVERLAP",
                deel.doel.span,
                f"“{nieuw.eigenschap}” van {nieuw.object} krijgt hier twee nieuwe waarden",
                hulp=("laat een van de twee weg, of maak er twee gebeurtenissen van",),
            )
        wijzigingen.append(nieuw)
    return Voorval(node.datum, soort.naam, tuple(wijzigingen))


def _wijziging(node: tree.Wijziging, soort: Gebeurtenis, datum: date, omg: Omgeving) -> Wijziging:
    doel = genoemde_eigenschap(node.doel, omg)
    korrel, eigenschap = doel.type.korrel, doel.eigenschap
    spanne = None if node.periode is None else lees_spanne(node.periode, omg)
    gebrek = niet_toegestaan(soort, doel.object.objecttype, eigenschap, korrel, spanne, datum)
    if gebrek is not None:
        raise gebrek.bij(node.doel.span if node.periode is None else node.periode.span)
    spanne = spanne or Tijdspanne(datum.toordinal())
    term = enkele(node.waarde, omg)
    attribuut = Attribuut(eigenschap, doel.object.objecttype, doel.type)
    if korrel is not None:
        eis_korrel(korrel, [term.type.korrel], eigenschap, node.waarde.span)
    term = toewijsbaar(term, attribuut, node.waarde.span, omg)
    sleutel = eigenschap_van(doel, omg.tabel)
    return Wijziging(*sleutel, term, doel.type, spanne.van, spanne.tot, node.waarde.span)


def zelfde_dagen(een: Wijziging, ander: Wijziging) -> bool:
    """Whether two changes are about the same property on the same day."""
    zelfde = (een.object, een.eigenschap) == (ander.object, ander.eigenschap)
    return zelfde and Tijdspanne(een.van, een.tot).raakt(Tijdspanne(ander.van, ander.tot))


def genoemde_eigenschap(node: tree.Keten, omg: Omgeving) -> Lees:
    """An attribute or kenmerk of an object that the case calls by name. Raises Onoplosbaar."""
    term = keten(node, omg, enkele)
    if is_object(term) or not isinstance(term, Lees) or not isinstance(term.object, Genoemd):
        raise faal("SC-KETEN", node.span, "hier hoort een attribuut van een object: “… van A”")
    return term


def eigenschap_van(lees: Lees, tabel: Tabel) -> tuple[str, str]:
    """(object, property): the key of a case. Of an attribute with dimensions it is a cell."""
    assert isinstance(lees.object, Genoemd)
    return lees.object.naam, celnaam(lees.eigenschap, lees.cel, tabel.dimensies)


def niet_toegestaan(
    soort: Gebeurtenis, objecttype: str, lid: str, korrel: Korrel | None,
    spanne: Tijdspanne | None, datum: date,
) -> Gebrek | None:  # fmt: skip
    """Why an event on this day cannot change this in that time (None: from that day on); None:
    it can."""
    if (objecttype, lid) not in soort.verandert:
        kan = ", ".join(naam for _, naam in soort.verandert) or "niets"
        return Gebrek(
            "GB-VERANDERT",
            f"gebeurtenis “{soort.naam}” verandert “{lid}” van {objecttype} niet",
            (
                f"wat zij verandert: {kan}",
                f"zet anders “verandert {lid} van een {objecttype}” in het blok Gebeurtenis",
            ),
        )
    if korrel is None and spanne is None:
        return None
    gebrek = gebrek_in_tijd(spanne or Tijdspanne(datum.toordinal()), korrel, lid)
    if gebrek is not None and gebrek.code == "SC-KNIP" and spanne is None:
        # Something becomes known on any day; the day from which it holds may be another one.
        return gebrek._replace(
            hulp=(*gebrek.hulp, "zet erachter vanaf welke dag het geldt: “vanaf dd. …”")
        )
    return gebrek
