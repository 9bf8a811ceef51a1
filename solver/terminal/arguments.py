"""The types of a command's arguments."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from solver.limits import MOST_SECONDS, MOST_SEED, MOST_WORKERS

if TYPE_CHECKING:
    #: What ``add_parser`` of a command is given: argparse keeps its name to itself.
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

#: Threads that search where the user names no number.
WORKERS = 2


def add_seed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seed",
        type=whole(0, MOST_SEED),
        default=1,
        metavar="S",
        help="seed of everything drawn by chance (1)",
    )


def add_workers(parser: argparse.ArgumentParser, default: int | None = WORKERS) -> None:
    parser.add_argument(
        "--workers", type=whole(1, MOST_WORKERS), default=default, metavar="W", help=f"threads ({WORKERS})"
    )


def seconds(text: str) -> float:
    """A time that a search may take."""
    with contextlib.suppress(ValueError):
        if 0 < (value := float(text)) <= MOST_SECONDS:
            return value
    raise argparse.ArgumentTypeError(f"must be a number above 0 and at most {MOST_SECONDS:.0f}")


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number in a range, both ends in it."""

    def number(text: str) -> int:
        with contextlib.suppress(ValueError):
            if least <= (value := int(text)) <= most:
                return value
        raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}")

    return number
