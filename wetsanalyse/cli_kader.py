"""What stands around every command: help and faults in Dutch, arguments, files, progress."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

MODULEN = "wetsanalyse.opdrachten"
BRONNEN = (".regels", ".scenario", ".yaml")


class Opdracht(click.Command):
    """A command whose help is in Dutch, and that never writes over what it reads."""

    def invoke(self, ctx: click.Context) -> Any:
        uit = [
            (p.opts[0], ctx.params[p.name])
            for p in self.params
            if isinstance(p.type, Uitpad) and p.name and ctx.params.get(p.name)
        ]
        in_ = [
            tekst
            for p in self.params
            if not isinstance(p.type, Uitpad) and p.name
            for tekst in _teksten(ctx.params.get(p.name))
        ]
        for nummer, (optie, pad) in enumerate(uit):
            if any(_zelfde(pad, tekst) for tekst in in_):
                bericht = f"{optie}: “{pad}” is een bestand dat gelezen wordt; kies een ander"
                raise click.UsageError(bericht, ctx)
            if any(_zelfde(pad, str(ander)) for _, ander in uit[:nummer]):
                bericht = f"{optie}: “{pad}” wordt al geschreven; kies een ander"
                raise click.UsageError(bericht, ctx)
        return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        delen = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[OPTIES]")
        formatter.write_usage(ctx.command_path, delen, prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        opties = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        regels = [r for p in opties if (r := p.get_help_record(ctx)) is not None]
        with formatter.section("Opties"):
            formatter.write_dl([(naam, _in_nl(hulp)) for naam, hulp in regels])


def _in_nl(hulp: str) -> str:
    """The two phrases that click adds itself."""
    hulp = hulp.replace("Show this message and exit.", "Toon deze hulp.")
    return hulp.replace("[required]", "[verplicht]")


class Groep(Opdracht, click.Group):
    """A command group that says in Dutch what is wrong with a call.

    ``modulen``: the commands by name, each as ``module:function`` of the folder of commands.
    They come in this order in the help text, and are imported when they are needed."""

    command_class = Opdracht

    def __init__(self, *args: Any, modulen: Mapping[str, str] | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.modulen = modulen or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*self.modulen, *super().list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.modulen and cmd_name not in self.commands:
            module, _, functie = self.modulen[cmd_name].partition(":")
            opdracht = getattr(import_module(f"{MODULEN}.{module}"), functie)
            self.add_command(opdracht, cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Opdrachten"):
            formatter.write_dl(
                [
                    (naam, opdracht.get_short_help_str(120))
                    for naam in dict.fromkeys((*self.modulen, *self.commands))
                    if (opdracht := self.get_command(ctx, naam)) is not None
                ]
            )

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[OPTIES]", "OPDRACHT …"]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            mogelijk = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"“{args[0]}” is geen opdracht. Kies uit: {mogelijk}", ctx)
        return super().resolve_command(ctx, args)


def zeg(bericht: str) -> None:
    click.echo(bericht, err=True)


def in_het_nederlands(e: click.UsageError) -> str:
    if isinstance(e, click.NoSuchOption):
        return f"de optie {e.option_name} bestaat niet"
    if isinstance(e, click.MissingParameter) and e.param is not None:
        naam = e.param.make_metavar(e.ctx) if e.ctx else e.param.name
        return f"{naam if isinstance(e.param, click.Argument) else e.param.opts[0]} ontbreekt"
    if isinstance(e, click.BadParameter) and isinstance(e.param, click.Option):
        if isinstance(e.param.type, click.Choice):
            return f"{e.param.opts[0]} kan zijn: {', '.join(e.param.type.choices)}"
        if isinstance(e.param.type, click.IntRange) and e.param.type.min is not None:
            kleinste = e.param.type.min
            return f"{e.param.opts[0]}: schrijf een geheel getal, {kleinste} of groter"
        return f"{e.param.opts[0]}: {e.message}"
    if isinstance(e, click.BadParameter):
        return e.message
    return e.format_message()


def datum(_ctx: click.Context, _param: click.Parameter, waarde: str | None) -> date | None:
    if waarde is None:
        return None
    for vorm in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(waarde, vorm).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    raise click.BadParameter(f"“{waarde}” is geen datum; schrijf jjjj-mm-dd of d-m-jjjj")


class Pad(click.Path):
    """A path; an empty one is a slip of the pen, not the folder that one happens to be in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("een pad kan niet leeg zijn", param, ctx)
        try:
            Path(value).exists()
        except OSError as e:  # no file can have such a name
            kort = str(value) if len(str(value)) <= 60 else f"{str(value)[:60]}…"
            self.fail(f"“{kort}” kan geen pad zijn: {_oorzaak(e)}", param, ctx)
        return super().convert(value, param, ctx)


class Uitpad(Pad):
    """A file to write. A device is none: to replace it by a file would break it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        pad = super().convert(value, param, ctx)
        if pad.exists() and not pad.is_file() and not pad.is_dir():
            self.fail(f"“{pad}” is geen gewoon bestand", param, ctx)
        return pad


def _teksten(waarde: Any) -> Iterator[str]:
    """The paths that may be in the value of an option, also of ``rol=bestand`` and ``duckdb:…``."""
    if isinstance(waarde, tuple):
        for deel in waarde:
            yield from _teksten(deel)
    elif isinstance(waarde, str | os.PathLike):
        tekst = os.fspath(waarde)
        yield tekst
        yield tekst.partition("=")[2]
        yield tekst.removeprefix("duckdb:").partition("?")[0]


def _zelfde(uit: Path, tekst: str) -> bool:
    """Whether that is the file to write, or a folder of laws or scenarios with that file in it."""
    if not tekst:
        return False
    hier, daar = Path(os.path.realpath(uit)), Path(os.path.realpath(tekst))
    return hier == daar or (uit.suffix in BRONNEN and daar in hier.parents and hier.is_file())


def schrijf(pad: Path, inhoud: str) -> None:
    """Write to a temporary file beside it and rename: a reader never sees half a file."""
    import tempfile

    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=pad.parent, prefix=f".{pad.name}.", delete=False
        ) as tijdelijk:
            tijdelijk.write(inhoud)
        naast = Path(tijdelijk.name)
        try:
            naast.chmod(0o644)
            naast.replace(pad)
        except OSError:
            naast.unlink()
            raise
    except OSError as e:
        raise click.ClickException(f"{pad} kan niet geschreven worden: {_oorzaak(e)}") from None


def _oorzaak(e: OSError) -> str:
    bekend = {
        IsADirectoryError: "dit is een map",
        NotADirectoryError: "een deel van het pad is geen map",
        PermissionError: "geen toestemming",
        FileNotFoundError: "de map bestaat niet en kan niet worden gemaakt",
        FileExistsError: "een deel van het pad is geen map",
    }
    if e.errno == errno.ENAMETOOLONG:
        return "de naam is te lang"
    return bekend.get(type(e), e.strerror or str(e))


@contextmanager
def voortgang(aan: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on the error stream; only where somebody watches."""
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from wetsanalyse.report import terminal

    console = terminal.console(sys.stderr)
    if not aan or not console.is_terminal:
        yield lambda _wat, _nu, _van: None
        return
    kolommen = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*kolommen, console=console, transient=True) as balk:
        taken: dict[str, Any] = {}

        def stap(wat: str, nu: int, van: int) -> None:
            if wat not in taken:
                taken[wat] = balk.add_task(wat, total=van)
            balk.update(taken[wat], completed=nu, total=van)

        yield stap


@contextmanager
def rijenteller(totaal: int | None, aan: bool) -> Iterator[Callable[[int], None] | None]:
    """A progress bar with rows per second. ``totaal`` None: nobody knows how many there are."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from wetsanalyse.report import terminal

    console = terminal.console(sys.stderr)
    if not aan or not console.is_terminal:
        yield None
        return
    kolommen = (TextColumn("huishoudens"), BarColumn(), TextColumn("{task.fields[tekst]}"),
                TimeRemainingColumn())  # fmt: skip
    with Progress(*kolommen, console=console, transient=True) as balk:
        taak = balk.add_task("", total=totaal, tekst="")

        def stap(rijen: int) -> None:
            snelheid = balk.tasks[0].speed or 0
            tekst = f"{rijen:,} · {snelheid:,.0f} per seconde".replace(",", ".")
            balk.update(taak, completed=rijen, tekst=tekst)

        yield stap
