"""Hypothesis profiles for the whole test suite.

``snel`` while writing, ``default`` in ``make test``, ``nacht`` for a long search. Choose with
``WETSANALYSE_PROFIEL=nacht`` or ``pytest --hypothesis-profile=nacht``.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Household shapes are built slowly now and then; a deadline would make tests flicker.
_BASIS = settings(deadline=None, print_blob=True)
_IN_CI = os.environ.get("CI", "") not in ("", "0", "false")

settings.register_profile("snel", _BASIS, max_examples=10)
settings.register_profile("default", _BASIS, max_examples=60, derandomize=_IN_CI)
settings.register_profile(
    "nacht", _BASIS, max_examples=3000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("WETSANALYSE_PROFIEL", "default"))
