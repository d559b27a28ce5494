"""From paths to sources. A path that cannot be read is a fault of the user, not of us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from wetsanalyse.text.diagnostic import Diagnostic, Result, fout
from wetsanalyse.text.source import Source

BOM = b"\xef\xbb\xbf"


def lees(
    paden: Sequence[Path], achtervoegsels: Sequence[str] = (".regels",)
) -> Result[tuple[Source, ...]]:
    """Read files, and all rule files in folders (recursive, sorted), each file once."""
    bronnen: dict[Path, Source] = {}
    meldingen: list[Diagnostic] = []
    for pad in paden:
        for gevonden in _bestanden(Path(pad), tuple(achtervoegsels)):
            if isinstance(gevonden, Diagnostic):
                meldingen.append(gevonden)
            elif gevonden not in bronnen:
                map_ = "" if gevonden == Path(pad) else str(pad)
                gelezen = _lees_bestand(gevonden, map_)
                if isinstance(gelezen, Diagnostic):
                    meldingen.append(gelezen)
                else:
                    bronnen[gevonden] = gelezen
    return Result(tuple(bronnen.values()), tuple(meldingen))


def _bestanden(pad: Path, achtervoegsels: tuple[str, ...]) -> Iterator[Path | Diagnostic]:
    try:
        if pad.is_file():
            yield pad
        elif pad.is_dir():
            yield from _in_map(pad, achtervoegsels)
        elif pad.exists():
            yield fout("BST-SOORT", None, f"“{pad}” is geen gewoon bestand en geen map")
        else:
            yield fout(
                "BST-ONBEKEND",
                None,
                f"“{pad}” bestaat niet",
                hulp=["kijk of het pad goed gespeld is, en in welke map u staat"],
            )
    except (OSError, ValueError) as oorzaak:
        yield _onleesbaar(pad, oorzaak)


def _in_map(map_: Path, achtervoegsels: tuple[str, ...]) -> Iterator[Path | Diagnostic]:
    alles = sorted(p for p in map_.rglob("*") if p.is_file())
    passend = [p for p in alles if p.suffix in achtervoegsels]
    soorten = " of ".join(f"“{a}”" for a in achtervoegsels)
    if passend:
        yield from passend
    elif alles:
        yield fout(
            "BST-GEEN-REGELS",
            None,
            f"in de map “{map_}” staat geen bestand dat eindigt op {soorten}",
            hulp=[f"wel gevonden: {', '.join(p.name for p in alles[:3])}"],
        )
    else:
        yield fout(
            "BST-LEGE-MAP",
            None,
            f"de map “{map_}” is leeg",
            hulp=[f"zet er bestanden in die eindigen op {soorten}"],
        )


def _lees_bestand(pad: Path, map_: str) -> Source | Diagnostic:
    try:
        ruw = pad.read_bytes()
    except OSError as oorzaak:
        return _onleesbaar(pad, oorzaak)
    begin = len(BOM) if ruw.startswith(BOM) else 0
    try:
        tekst = ruw[begin:].decode("utf-8")
        # A line end of an old Mac; the positions stay the same.
        return Source(str(pad), re.sub(r"\r(?!\n)", "\n", tekst), map_)
    except UnicodeDecodeError as oorzaak:
        plek = begin + oorzaak.start
        regel = ruw.count(b"\n", 0, plek) + 1
        return fout(
            "BST-UTF8",
            None,
            f"“{pad}” is geen UTF-8: byte {plek} (regel {regel}) is geen geldig teken",
            hulp=["sla het bestand op als UTF-8"],
        )


def _onleesbaar(pad: Path, oorzaak: Exception) -> Diagnostic:
    reden = getattr(oorzaak, "strerror", None) or str(oorzaak)
    return fout("BST-ONLEESBAAR", None, f"“{pad}” kan niet worden gelezen: {reden}")
