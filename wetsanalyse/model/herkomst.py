"""Where things come from: sources as written become places with a Juriconnect link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wetsanalyse.model.bloknamen import Bloknamen
from wetsanalyse.model.model import GEEN_HERKOMST, Herkomst, Regeling, Vindplaats
from wetsanalyse.model.tabel import vouw
from wetsanalyse.syntax import tree
from wetsanalyse.text import Diagnostic, Span, Verwijzing
from wetsanalyse.text.diagnostic import fout, waarschuwing


@dataclass(frozen=True)
class Bronnen:
    """The regulations by every name they may be cited with."""

    regelingen: Mapping[str, Regeling]
    op_naam: Mapping[str, Regeling]


def lees_regelingen(blokken: tuple[tree.Blok, ...], meldingen: list[Diagnostic]) -> Bronnen:
    """Collect the Regeling blocks; what coverage needs and is missing gives a warning."""
    organen = Bloknamen.van(blokken, ()).organen
    regelingen: dict[str, Regeling] = {}
    op_naam: dict[str, Regeling] = {}
    for blok in blokken:
        if not isinstance(blok, tree.Regeling):
            continue
        naam = blok.naam.tekst
        afkorting = blok.afkorting or naam
        if vouw(afkorting) in op_naam:
            eerder = op_naam[vouw(afkorting)].span
            meldingen.append(
                fout(
                    "RE-DUBBEL",
                    blok.naam.span,
                    f"regeling “{afkorting}” is al beschreven",
                    hulp=("laat één blok Regeling per afkorting staan",),
                    verwant=(Verwijzing(eerder, "hier staat de eerste"),) if eerder else (),
                )
            )
            continue
        regeling = Regeling(
            naam, afkorting, blok.bwb_id, blok.niveau, blok.tekst_van, blok.doel, blok.naam.span,
            tuple(dict.fromkeys(organen.get(vouw(o.tekst), o.tekst) for o in blok.uitvoering)),
        )  # fmt: skip
        regelingen[afkorting] = regeling
        op_naam[vouw(afkorting)] = regeling
        op_naam[vouw(naam)] = regeling
    return Bronnen(regelingen, op_naam)


def vindplaats(bron: tree.Bron, bronnen: Bronnen, meldingen: list[Diagnostic]) -> Vindplaats | None:
    """The place of one source; None when it is only words (a page, a document)."""
    if bron.jci is not None:
        return _uit_jci(bron, bronnen)
    if bron.artikel is None:
        return None
    if bron.regeling is None:
        meldingen.append(
            fout(
                "BR-REGELING",
                bron.span,
                "hier staat niet van welke regeling dit artikel is",
                hulp=(f"schrijf bijvoorbeeld “{bron.tekst} Awir”",),
            )
        )
        return None
    regeling = bronnen.op_naam.get(vouw(bron.regeling))
    if regeling is None:
        bekend = ", ".join(bronnen.regelingen) or "nog geen"
        meldingen.append(
            fout(
                "BR-REGELING",
                bron.span,
                f"“{bron.regeling}” is geen bekende regeling",
                hulp=(
                    f"schrijf een blok “Regeling …” met “afkorting {bron.regeling}”",
                    f"bekende regelingen: {bekend}",
                ),
            )
        )
        return Vindplaats(bron.regeling, bron.artikel, bron.lid, bron.onderdeel)
    return Vindplaats(
        regeling.afkorting, bron.artikel, bron.lid, bron.onderdeel, _jci(bron, regeling)
    )


def _jci(bron: tree.Bron, regeling: Regeling) -> str | None:
    if regeling.bwb_id is None:
        return None
    artikel = bron.artikel or ""
    soort, nummer = (
        ("bijlage", artikel.split(" ", 1)[1])
        if artikel.startswith("bijlage ")
        else ("artikel", artikel)
    )
    delen = [f"jci1.3:c:{regeling.bwb_id}&{soort}={nummer}"]
    if bron.lid:
        delen.append(f"lid={bron.lid}")
    if bron.onderdeel:
        delen.append(f"o={bron.onderdeel}")
    if regeling.tekst_van:
        dag = regeling.tekst_van.isoformat()
        delen.append(f"z={dag}&g={dag}")
    return "&".join(delen)


def _uit_jci(bron: tree.Bron, bronnen: Bronnen) -> Vindplaats | None:
    """Read the parts of a literal link, so that reach can be computed on it."""
    assert bron.jci is not None
    kop, _, rest = bron.jci.partition("&")
    bwb = kop.rsplit(":", 1)[-1]
    velden = dict(deel.partition("=")[::2] for deel in rest.split("&") if "=" in deel)
    regeling = next((r for r in bronnen.regelingen.values() if r.bwb_id == bwb), None)
    artikel = velden.get("artikel") or (
        f"bijlage {velden['bijlage']}" if "bijlage" in velden else ""
    )
    return Vindplaats(
        regeling.afkorting if regeling else bwb,
        artikel,
        velden.get("lid"),
        velden.get("o"),
        bron.jci,
        gebouwd=False,
    )


def herkomst(
    tekst: tree.HerkomstTekst | None, bronnen: Bronnen, meldingen: list[Diagnostic]
) -> Herkomst:
    """Resolve the herkomst lines. No lines: `GEEN_HERKOMST`."""
    if tekst is None:
        return GEEN_HERKOMST
    plaatsen: list[Vindplaats] = []
    woorden: list[str] = []
    for bron in tekst.bronnen:
        plaats = vindplaats(bron, bronnen, meldingen)
        if plaats is None:
            woorden.append(bron.tekst)
        else:
            plaatsen.append(plaats)
    twijfel = "; ".join(tekst.onbevestigd) or None
    return Herkomst(
        tuple(plaatsen), twijfel, tuple(woorden), tekst.bevoegdheid, tekst.stap,
        tekst.rechtsmiddel, tekst.richting, tekst.verdisconteerd,
    )  # fmt: skip


def aangevuld(eigen: Herkomst, algemeen: Herkomst) -> Herkomst:
    """What a version says itself, filled up with what is said for all versions."""
    return Herkomst(
        eigen.bronnen or algemeen.bronnen,
        eigen.onbevestigd or algemeen.onbevestigd,
        eigen.teksten or algemeen.teksten,
        eigen.bevoegdheid or algemeen.bevoegdheid,
        eigen.stap or algemeen.stap,
        eigen.rechtsmiddel or algemeen.rechtsmiddel,
        eigen.richting or algemeen.richting,
        eigen.verdisconteerd or algemeen.verdisconteerd,
    )


def meld_zonder_bron(naam: str, wat: Herkomst, span: Span, meldingen: list[Diagnostic]) -> None:
    """A rule without a source cannot be put in front of a judge: say so."""
    if not wat.bronnen and not wat.teksten and wat.onbevestigd is None:
        meldingen.append(
            waarschuwing(
                "BR-ONTBREEKT",
                span,
                f"“{naam}” noemt geen bron",
                hulp=('zet onder de naam: bron artikel …, of: bron onbevestigd: "…"',),
            )
        )
