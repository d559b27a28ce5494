"""One message about a text. Faults of a user are values of this type, never exceptions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from wetsanalyse.text.source import Span

T = TypeVar("T", covariant=True)


class Ernst(Enum):
    """How bad it is: a ``FOUT`` stops the chain after the stage that found it."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A second place that helps to understand a message, with what is to be seen there."""

    span: Span
    bericht: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A message with its place.

    ``code`` is stable and mnemonic (``NM-ONBEKEND``); ``bericht`` is one Dutch sentence;
    ``verwacht`` lists what could have stood here, in reading order; ``hulp`` holds next steps;
    ``context`` names the block it stands in (``Regel “normpremie”``).
    """

    code: str
    ernst: Ernst
    span: Span | None
    bericht: str
    verwacht: tuple[str, ...] = ()
    hulp: tuple[str, ...] = ()
    verwant: tuple[Verwijzing, ...] = ()
    context: str | None = None

    @property
    def is_fout(self) -> bool:
        return self.ernst is Ernst.FOUT


def fout(
    code: str,
    span: Span | None,
    bericht: str,
    *,
    verwacht: Iterable[str] = (),
    hulp: Iterable[str] = (),
    verwant: Iterable[Verwijzing] = (),
    context: str | None = None,
) -> Diagnostic:
    """A fault; the short way to write one."""
    return Diagnostic(
        code, Ernst.FOUT, span, bericht, tuple(verwacht), tuple(hulp), tuple(verwant), context
    )


def waarschuwing(
    code: str,
    span: Span | None,
    bericht: str,
    *,
    hulp: Iterable[str] = (),
    verwant: Iterable[Verwijzing] = (),
    context: str | None = None,
) -> Diagnostic:
    """A warning; the short way to write one."""
    return Diagnostic(
        code, Ernst.WAARSCHUWING, span, bericht, (), tuple(hulp), tuple(verwant), context
    )


def opmerking(
    code: str,
    span: Span | None,
    bericht: str,
    *,
    hulp: Iterable[str] = (),
    context: str | None = None,
) -> Diagnostic:
    """A remark: nothing is wrong, but someone may want to know; the short way to write one."""
    return Diagnostic(code, Ernst.OPMERKING, span, bericht, (), tuple(hulp), (), context)


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What a stage made, with everything that it has to say about it.

    ``value`` holds what could be made even when there are faults, so that the next stage
    can report its own faults in the same run.
    """

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def fouten(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.is_fout)

    @property
    def ok(self) -> bool:
        return not self.fouten
