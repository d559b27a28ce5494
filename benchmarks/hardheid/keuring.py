"""Whether a find can be right: a proof that is beaten is the gravest fault there is, and a method
that looks outside the problem proves nothing about it. Either way nothing may be measured."""

from __future__ import annotations

from benchmarks.hardheid.methoden import Vondst
from benchmarks.hardheid.probleem import Opgave, mis


class Weerlegd(Exception):
    """A find that cannot be: it, or the proof, is wrong."""


def keur_antwoord(o: Opgave) -> None:
    """The witness of the proof, run again: a law that changed since makes its answer old."""
    antwoord = o.probleem.antwoord
    assert antwoord is not None
    een, ander = (o.keuze.casus(dict(i)) for i in (antwoord.burger, antwoord.buur))
    fout = mis(o, (een, ander))
    verlies = o.verlies(een, ander)
    if not fout and verlies != antwoord.verlies:
        fout = [f"exact gerekend verliest die burger {verlies}, niet {antwoord.verlies}"]
    if fout:
        raise Weerlegd(
            f"Het antwoord van {o.probleem.naam} past niet bij de wet zoals die nu is: "
            f"{'; '.join(fout)}. Maak het opnieuw: python -m benchmarks.hardheid waarheid"
            f" --problemen {o.probleem.naam}"
        )


def keur(o: Opgave, methode: str, seed: int, vondst: Vondst) -> None:
    """Every find is run again exactly, and lies in the problem; none is worse than proven."""
    assert o.probleem.antwoord is not None
    wat = f"{o.probleem.naam}, {methode}, seed {seed}: {vondst.verlies}"
    if vondst.paar is None:
        if vondst.verlies:
            raise Weerlegd(f"{wat} zonder burger die dat laat zien")
        return
    fout = mis(o, vondst.paar)
    if fout:
        raise Weerlegd(f"{wat} bij een burger die niet in het probleem past: {'; '.join(fout)}")
    exact = o.verlies(*vondst.paar)
    if exact != vondst.verlies:
        raise Weerlegd(f"{wat}, maar exact gerekend is het {exact}")
    if exact > o.probleem.antwoord.verlies:
        burger = ", ".join(f"{'.'.join(p)}={w}" for p, w in vondst.paar[0].invoer.items())
        raise Weerlegd(
            f"{wat} is meer dan bewezen ({o.probleem.antwoord.verlies}): het bewijs klopt niet. "
            f"Reken deze burger na: {burger}"
        )
