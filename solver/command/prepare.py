"""``prepare``: the search's machine code, before anybody waits for a plan."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from solver.terminal.words import say

if TYPE_CHECKING:
    from solver.terminal.arguments import Commands


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser(
        "prepare", help="compile the search once (a minute or two), so that no plan has to wait for it"
    )
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    from solver import machine_code

    try:
        machine_code.make()
    except machine_code.SourcesChangedError as error:
        say(str(error))
        return 3
    return 0
