"""The command line: each command is one walk along the chain, and a way of showing the end of it.

A command stands in a module of `wetsanalyse.opdrachten` and is loaded when it is called, so that
a small question gets a quick answer.

Exit codes: 0 clean, 1 faults in what was read or a scenario that failed, 2 wrong use.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

import click

from wetsanalyse import __version__
from wetsanalyse.cli_kader import Groep, in_het_nederlands, zeg

GOED, VERKEERD_GEBRUIK = 0, 2

# The name of a command, and the module and the function that it stands for.
OPDRACHTEN = {
    "controleer": "controleer:controleer",
    "reken": "reken:reken",
    "leg-uit": "leg_uit:leg_uit_",
    "graaf": "graaf:graaf",
    "toets": "toets:toets",
    "schrijf": "schrijf:schrijf_",
    "toon": "toon:toon",
    "onderzoek": "onderzoek:onderzoek",
    "herstel": "herstel:herstel",
    "dekking": "dekking:dekking",
    "bevolking": "bevolking:bevolking",
    "vergelijk": "vergelijk:vergelijk",
}


def main() -> NoReturn:
    """The entry point: no traceback for a user's fault."""
    # What a command makes lives until it ends: looking for cycles in it takes a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    try:
        code = cli.main(standalone_mode=False)
    except click.UsageError as e:
        if len(sys.argv) == 1:
            zeg(e.format_message())
            sys.exit(VERKEERD_GEBRUIK)
        zeg(f"verkeerd gebruik: {in_het_nederlands(e)}")
        if e.ctx is not None:
            zeg(f"hulp: {e.ctx.command_path} --help")
        sys.exit(VERKEERD_GEBRUIK)
    except click.ClickException as e:
        zeg(e.format_message())
        sys.exit(VERKEERD_GEBRUIK)
    except (click.Abort, KeyboardInterrupt):
        zeg("afgebroken")
        sys.exit(130)
    except BrokenPipeError:
        # Who reads us (head, less) has had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(GOED)
    sys.exit(code if isinstance(code, int) else GOED)


@click.group(cls=Groep, context_settings={"help_option_names": ["--help", "-h"]},
             modulen=OPDRACHTEN)  # fmt: skip
@click.version_option(__version__, "--versie", message="wetsanalyse %(version)s",
                      help="Toon de versie.")  # fmt: skip
def cli() -> None:
    """Controleer, reken en onderzoek regelgeving in gecontroleerd Nederlands."""
