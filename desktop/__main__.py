"""The command line: ``python -m desktop``. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__

_EPILOG = """
Without --vault the data lies in Sikkerplan's folder under the system's folder for application data:
%LOCALAPPDATA% on Windows, ~/Library/Application Support on macOS, ~/.local/share on others.
"""


def main(arguments: Sequence[str] | None = None, *, screen: bool | None = None) -> int:
    """Reads the command line and runs the app; returns the exit status. ``screen`` None: found out."""
    parser = _parser()
    if sys.stdout is None:
        # A windowed program on Windows has no terminal: what is wrong with its arguments can't be told.
        parser.exit_on_error = False
    asked = parser.parse_args(arguments)

    # A start makes what stays: to look through it for what could go again takes a third of its time. The app
    # looks itself, once its window is there; see qt/garbage.py.
    gc.disable()
    from desktop.qt.plain_import import import_qt

    import_qt()
    from desktop.app import Options, Terminal, start

    options = Options(asked.vault, asked.demo, asked.language, asked.seconds, asked.pdf)
    progress = _Progress()
    return start(options, Terminal(progress.out, progress.err, progress.step), screen=screen)


class _Progress:
    """Lines on the terminal, where there is one, with a last line that is written over."""

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                # A terminal that lacks a letter shows a question mark instead of ending the app.
                reconfigure(errors="replace")
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._width = 0

    def out(self, text: str) -> None:
        self._wipe()
        if sys.stdout is not None:
            print(text, flush=True)

    def err(self, text: str) -> None:
        self._wipe()
        if sys.stderr is not None:
            print(text, file=sys.stderr, flush=True)

    def step(self, text: str) -> None:
        if self._shows:
            print(f"\r{text:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(text)

    def _wipe(self) -> None:
        if self._width:
            print(f"\r{'':<{self._width}}\r", end="", file=sys.stderr, flush=True)
            self._width = 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m desktop",
        description="Sikkerplan plans the week of a unit whose people must not all meet.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"Sikkerplan {__version__}")
    parser.add_argument("--vault", type=Path, metavar="FOLDER", help="keep the data in this folder")
    parser.add_argument(
        "--demo",
        action="store_true",
        help="open the demo unit in a vault of its own and plan the current week",
    )
    parser.add_argument("--language", choices=("da", "en"), help="Danish or English; else the system's")
    parser.add_argument("--seconds", type=_seconds, metavar="N", help="plan for at most N seconds (1 to 600)")
    parser.add_argument("--pdf", type=Path, metavar="PATH", help="where the demo's week plan is written")
    return parser


def _seconds(text: str) -> int:
    seconds = int(text)
    if not 1 <= seconds <= 600:
        raise argparse.ArgumentTypeError("must be from 1 to 600")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
