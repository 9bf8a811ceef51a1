"""Which command, and what is said where its files are at fault."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from solver.command import check, explain, prepare, repair, serve, solve
from solver.exchange import ExchangeError
from solver.telling import UnsoundPlanError
from solver.terminal.words import deafen, say


def main(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except ExchangeError as error:
        say(str(error))
        return 2
    except UnsoundPlanError as error:
        say(f"a plan broke {error}, a fault of the program: nothing was written")
        return 3
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            deafen()
        # The file's name was the user's own word; the error's text adds what went wrong.
        say(f"{error.filename or 'file'}: {error.strerror or 'cannot be read or written'}")
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m solver",
        description="Plans a week, and checks plans, in the Sikkerplan exchange format.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (solve, repair, check, explain, prepare, serve):
        command.add_parser(commands)
    return parser
