"""Random trees: written, read again, and written again."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.syntax import bomen
from wetsanalyse.syntax import ontleed
from wetsanalyse.syntax import tree as t
from wetsanalyse.syntax.schrijven import BREEDTE, ONBEPERKT, schrijf_blok
from wetsanalyse.text import Source


def _lees(lijnen: list[str]) -> tuple[t.Blok, ...]:
    gelezen = ontleed([Source("proef.regels", "\n".join(lijnen))], bomen.lexicon())
    assert gelezen.ok, "\n".join([*lijnen, *(f"{d.code} {d.bericht}" for d in gelezen.fouten)])
    return gelezen.value.blokken


@pytest.mark.parametrize("breedte", [BREEDTE, ONBEPERKT])
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(regel=bomen.regels())
def test_lezen_na_schrijven_geeft_dezelfde_boom(breedte: int, regel: t.Regel) -> None:
    lijnen = schrijf_blok(regel, breedte)
    (gelezen,) = _lees(lijnen)
    assert gelezen == regel, "\n".join(lijnen)
    assert schrijf_blok(gelezen, breedte) == lijnen


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(blok=bomen.gegevens())
def test_lezen_na_schrijven_geeft_dezelfde_declaratie(blok: t.Blok) -> None:
    lijnen = schrijf_blok(blok)
    basis = Source("basis.regels", bomen.BASIS)
    gelezen = ontleed([basis, Source("proef.regels", "\n".join(lijnen))])
    assert gelezen.ok, "\n".join([*lijnen, *(f"{d.code} {d.bericht}" for d in gelezen.fouten)])
    (nieuw,) = gelezen.value.bestanden[1].blokken
    assert nieuw == blok, "\n".join(lijnen)
    assert schrijf_blok(nieuw) == lijnen


def test_een_afgerond_onderwerp_krijgt_haakjes() -> None:
    """Without them the name would begin with how the number is rounded."""
    (regel,) = _lees(
        [
            "Regel proef",
            "    geldig altijd",
            "        De zorgtoeslag van een Aanvrager moet berekend worden als X.",
            "        Daarbij geldt:",
            "            X is het totaal van onwaar gedurende de tijd dat",
            "            (onwaar richting nul afgerond op 0 decimalen) een toeslagpartner is.",
        ]
    )
    assert isinstance(regel, t.Regel)
    zonder = _zonder_haakjes(regel)
    lijnen = schrijf_blok(zonder, ONBEPERKT)
    assert "(onwaar richting nul afgerond op 0 decimalen) een toeslagpartner is" in "".join(lijnen)
    assert _lees(lijnen) == (zonder,)


def _zonder_haakjes(ding: Any) -> Any:
    """The same tree, without remembering where brackets stood."""
    if isinstance(ding, tuple):
        return tuple(_zonder_haakjes(deel) for deel in ding)
    if not isinstance(ding, t.Node):
        return ding
    delen = {f.name: _zonder_haakjes(getattr(ding, f.name)) for f in fields(ding) if f.init}
    return replace(ding, **{**delen, **({"haakjes": False} if "haakjes" in delen else {})})
