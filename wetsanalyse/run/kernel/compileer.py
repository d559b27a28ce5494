"""Source text to machine code. The only module that knows numba.

The text goes into a file of its own in the cache of the user, so that the machine code of a
plan is made once for each machine. Where no file can be written it is made in memory.
"""

from __future__ import annotations

import hashlib
import importlib.util
import inspect
import linecache
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numba
from llvmlite import binding, ir
from numba.extending import intrinsic

from wetsanalyse.run.kernel import hulp

# Each outcome is its own array, so a loop with many columns has many pairs that might overlap;
# with the usual limit the compiler then gives up on doing several rows at once.
binding.set_option("wetsanalyse", "--runtime-memory-check-threshold=512")
binding.set_option("wetsanalyse", "--memory-check-merge-threshold=512")


KOP = """from __future__ import annotations
import math
import numpy as np
from numba import njit
from wetsanalyse.run.kernel.compileer import naar_breuk, naar_heel
"""
_TWEE_52 = 2.0**52
_BITS_52 = 0x4330000000000000
"""2**52 as the bits of a double: put a whole number below 2**52 in its last bits, and it is
2**52 plus that number."""


@intrinsic
def naar_breuk(_context: Any, getal: Any) -> Any:
    """See `hulp.naar_breuk`. A plain conversion is done one row at a time without AVX-512."""

    def code(_c: Any, bouwer: Any, _sig: Any, args: Any) -> Any:
        bits = bouwer.or_(args[0], ir.Constant(ir.IntType(64), _BITS_52))
        met = bouwer.bitcast(bits, ir.DoubleType())
        return bouwer.fsub(met, ir.Constant(ir.DoubleType(), _TWEE_52))

    return numba.types.float64(numba.types.int64), code


@intrinsic
def naar_heel(_context: Any, getal: Any) -> Any:
    """See `hulp.naar_heel`."""

    def code(_c: Any, bouwer: Any, _sig: Any, args: Any) -> Any:
        met = bouwer.fadd(args[0], ir.Constant(ir.DoubleType(), _TWEE_52))
        bits = bouwer.bitcast(met, ir.IntType(64))
        return bouwer.xor(bits, ir.Constant(ir.IntType(64), _BITS_52))

    return numba.types.int64(numba.types.float64), code


def compileer(tekst: str) -> Callable[..., bool]:
    """The function ``kern`` of a source text. Its first call with columns of some width makes the
    machine code, or takes it from the cache."""
    sleutel = hashlib.sha256((numba.__version__ + _bron(tekst, True)).encode()).hexdigest()[:24]
    naam = f"_wetsanalyse_kern_{sleutel}"
    if naam not in sys.modules:
        sys.modules[naam] = _uit_bestand(naam, _bron(tekst, True)) or _in_geheugen(
            naam, _bron(tekst, False)
        )
    kern: Callable[..., bool] = sys.modules[naam].kern
    return kern


def _bron(tekst: str, bewaren: bool) -> str:
    """The whole module: the functions that are called, and the kernel."""
    delen = [KOP]
    delen += [
        f'@njit(cache={bewaren}, nogil=True, error_model="numpy")\n{inspect.getsource(functie)}'
        for functie in hulp.FUNCTIES
    ]
    tabellen, kern = tekst.split("def kern", 1)
    delen += [tabellen, f'@njit(cache={bewaren}, nogil=True, error_model="numpy")\ndef kern{kern}']
    return "\n\n".join(delen)


def bewaarplaats() -> Path:
    """Where machine code is kept: ``WETSANALYSE_CACHE``, else the cache folder of the user."""
    eigen = os.environ.get("WETSANALYSE_CACHE")
    if eigen:
        return Path(eigen)
    basis = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(basis) if basis else Path.home() / ".cache") / "wetsanalyse"


def _uit_bestand(naam: str, bron: str) -> ModuleType | None:
    """The module of a file in the cache, made if need be; None: it cannot be kept there."""
    try:
        map_ = bewaarplaats()
        map_.mkdir(parents=True, exist_ok=True)
        pad = map_ / f"{naam}.py"
        if not pad.exists() or pad.read_text(encoding="utf-8") != bron:
            with tempfile.NamedTemporaryFile(
                "w", dir=map_, suffix=".deel", delete=False, encoding="utf-8"
            ) as bestand:
                bestand.write(bron)
            Path(bestand.name).replace(pad)
        spec = importlib.util.spec_from_file_location(naam, pad)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    except (OSError, RuntimeError):  # no place for the file, or for what numba keeps beside it
        return None
    return module


def _in_geheugen(naam: str, bron: str) -> ModuleType:
    module = ModuleType(naam)
    linecache.cache[naam] = (len(bron), None, bron.splitlines(keepends=True), naam)
    exec(compile(bron, naam, "exec"), module.__dict__)  # noqa: S102
    return module


def versies() -> str:
    """What the machine code is made with."""
    llvm = ".".join(map(str, binding.llvm_version_info))
    return f"numba {numba.__version__}, LLVM {llvm}"
