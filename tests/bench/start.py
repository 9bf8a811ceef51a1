"""How long the app takes to show its window on the demo unit, and how much memory it then holds."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# Runs in a process of its own: starts the app as its command line does, and ends it once the window is drawn.
CHILD = """
import json, os, sys, time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.app import Options, Terminal, start
from desktop.ui.main_window import MainWindow


class Shown(MainWindow):
    def show(self):
        super().show()
        QCoreApplication.processEvents()
        print(json.dumps(time.time()), flush=True)
        try:
            status = Path("/proc/self/status").read_text()
            print(json.dumps(int(status.split("VmRSS:")[1].split()[0]) / 1024), flush=True)
        except OSError:
            print("null", flush=True)
        os._exit(0)


import desktop.ui.main_window

desktop.ui.main_window.MainWindow = Shown
quiet = Terminal(lambda text: None, lambda text: None, lambda text: None)
sys.exit(start(Options(vault=Path(sys.argv[1]), demo=True), quiet, screen=True))
"""


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the process's start to the drawn window; MB that it then holds, None where not told."""

    seconds: float
    memory: float | None


def measure(vault: Path, times: int) -> list[Start]:
    """Starts the app on the demo's vault so many times; the vault is made first, which is not measured."""
    _once(vault)
    return [_once(vault) for _ in range(times)]


def words(starts: list[Start]) -> str:
    seconds = statistics.median(start.seconds for start in starts)
    memory = [start.memory for start in starts if start.memory is not None]
    held = f", {statistics.median(memory):.0f} MB held" if memory else ""
    return f"Window on the demo unit: {seconds:.2f} s after the start (median of {len(starts)}){held}"


def _once(vault: Path) -> Start:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.time()
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(vault)],
        env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True,
    )  # fmt: skip
    drawn, memory = map(json.loads, ended.stdout.splitlines())
    return Start(drawn - begun, memory)
