"""``worker``: serves the app by JSON lines."""

from __future__ import annotations

import argparse
import signal
import sys
from typing import TYPE_CHECKING

from solver import worker
from solver.terminal.signals import block_interrupts

if TYPE_CHECKING:
    from solver.terminal.arguments import Commands


def add_parser(commands: Commands) -> None:
    parser = commands.add_parser("worker", help="serve the app by JSON lines on standard input and output")
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    # Ctrl-C in a terminal reaches the whole process group: when to stop is the app's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    block_interrupts()
    return worker.work(sys.stdin, sys.stdout)
