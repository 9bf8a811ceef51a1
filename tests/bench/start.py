"""How long somebody waits for the app: for the window that asks for the passphrase, for the unit once it is
typed, and for the demo, whose door opens by itself.

Each start is a process of its own, run by the app's command line. The vault is an ordinary one but for its
key, which costs next to nothing to work out: in everyday use that is a second of its own, on purpose.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median

ASKED_SECONDS = 1.0
PASSPHRASE = "karrusel mellem fjorten glas"
TYPING_MS = 2000
"""How long somebody takes over the passphrase; what the window needs is imported meanwhile."""
PLAN_SECONDS = 3.0

# Runs in a process of its own: the app, watched from the inside. Each line that it prints is the name of what
# was seen for the first time, the clock, the seconds of processor so far, and the MB held or null.
CHILD = """
import gc, json, os, sys, time
from pathlib import Path

from desktop.__main__ import main
from desktop.qt.plain_import import import_qt

gc.disable()
import_qt()
from PySide6.QtCore import QTimer

import desktop.qt.first_paint as first_paint

PASSPHRASE, TYPING_MS = sys.argv[1], int(sys.argv[2])
plain = first_paint.when_painted


def tell(name):
    try:
        held = int(Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]) / 1024
    except OSError:
        held = None
    print(json.dumps([name, time.time(), time.process_time(), held]), flush=True)


def watched(widget, act):
    plain(widget, lambda: painted(widget, act))


def painted(widget, act):
    names = {"UnlockDialog": "door", "OpeningCard": "card", "MainWindow": "window"}
    name = names.get(type(widget).__name__, "page")
    tell(name)
    if name == "page" or (name == "door" and not PASSPHRASE):
        os._exit(0)
    if name == "door":
        QTimer.singleShot(TYPING_MS, widget, lambda: unlock(widget))
    act()


def unlock(dialog):
    dialog.first.setText(PASSPHRASE)
    dialog.name.setText("Koordinator")
    tell("typed")
    dialog.ok.click()


first_paint.when_painted = watched
sys.exit(main(sys.argv[3:], screen=True))
"""


# What no app of this kind is faster than: Qt and a window without anything in it.
EMPTY = """
import json, os, time

from PySide6.QtWidgets import QApplication, QMainWindow

app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print(json.dumps(["window", time.time(), time.process_time(), None]), flush=True)
os._exit(0)
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was waited for: seconds by the clock, and of the processor; MB held then, None where not told."""

    seconds: float
    processor: float
    held: float | None


@dataclass(frozen=True, slots=True)
class Waits:
    """One wait, as often as it was measured."""

    name: str
    seen: tuple[Seen, ...]

    def words(self) -> str:
        seconds = median(each.seconds for each in self.seen)
        processor = median(each.processor for each in self.seen)
        held = [each.held for each in self.seen if each.held is not None]
        memory = f", {median(held):.0f} MB held" if held else ""
        met = "met" if seconds <= ASKED_SECONDS else "missed"
        asked = f"asked {ASKED_SECONDS:g} s: {met}"
        return f"  {self.name}: {seconds:.2f} s ({processor:.2f} s of processor), {asked}{memory}"


def measure(folder: Path, times: int) -> list[Waits]:
    """Starts the app so many times in each way; makes the vaults first, which is not measured."""
    own, demo = folder / "own", folder / "demo"
    _make_vault(own)
    _once(demo, "", "--demo")
    empty, asked, opened, shown = [], [], [], []
    for _ in range(times):
        empty.append(_run([sys.executable, "-c", EMPTY]))
        asked.append(_once(own, ""))
        opened.append(_once(own, PASSPHRASE))
        shown.append(_once(demo, "", "--demo"))
    return [
        Waits("an empty window of Qt's, from the start", tuple(each["window"] for each in empty)),
        Waits("the door of a vault, from the start", tuple(each["door"] for each in asked)),
        Waits("its window, from the passphrase", tuple(_after(each, "window") for each in opened)),
        Waits("its first page, from the passphrase", tuple(_after(each, "page") for each in opened)),
        Waits("the demo's first sign, from the start", tuple(each["card"] for each in shown)),
        Waits("the demo's window, from the start", tuple(each["window"] for each in shown)),
        Waits("the demo's week, from the start", tuple(each["page"] for each in shown)),
    ]


def words(waits: Sequence[Waits]) -> str:
    times = len(waits[0].seen)
    head = f"How long a start takes (medians of {times})"
    return "\n".join((head, *(each.words() for each in waits)))


def _after(seen: dict[str, Seen], name: str) -> Seen:
    """What was seen, counted from the typed passphrase."""
    typed, then = seen["typed"], seen[name]
    return Seen(then.seconds - typed.seconds, then.processor - typed.processor, then.held)


def _once(vault: Path, passphrase: str, *options: str) -> dict[str, Seen]:
    command = [sys.executable, "-c", CHILD, passphrase, str(TYPING_MS), "--vault", str(vault), *options]
    return _run([*command, "--language", "da"])


def _run(command: Sequence[str]) -> dict[str, Seen]:
    # Without its compiled modules no start is a warm one.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.time()
    ended = subprocess.run(
        command,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    return {name: Seen(clock - begun, processor, held) for name, clock, processor, held in lines}


def _make_vault(folder: Path) -> None:
    """A vault that holds the demo's people with this week planned."""
    from desktop.app.door import VaultDoor
    from desktop.domain.time import IsoWeek
    from desktop.services.demo import demo_unit_text
    from desktop.services.files.importing import import_unit
    from desktop.services.ids import sequential_ids
    from desktop.services.week.planning import PlanningService
    from desktop.ui.door import DoorAnswer
    from desktop.vault import Argon2Cost
    from solver.solve import Options, solve
    from tests.services.fakes import FakeClock

    today = datetime.now().astimezone().date()
    with closing(VaultDoor(folder, Argon2Cost(passes=1, memory_kib=64, lanes=1))) as door:
        door.give_name("Koordinator")
        if door.create(PASSPHRASE) is not DoorAnswer.OPEN:
            raise RuntimeError("the vault could not be made")
        import_unit(door.store(), demo_unit_text(1, today), sequential_ids())
        planning = PlanningService(door.store(), FakeClock(), "Koordinator")
        prepared = planning.prepare(IsoWeek.containing(today))
        made = solve(prepared.problem, Options(seconds=PLAN_SECONDS))
        planning.accept(prepared, made, PLAN_SECONDS, whole=True)
