"""How long somebody waits for a page, for one change to be saved, undone and hidden, in a unit of any size.

Everything is measured in the window with an encrypted database and its audit trail, from the key to the
painted page. The times are those of this process's own processor: others at the machine don't count.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.domain.people import Absence, AbsenceKind, Citizen
from desktop.domain.time import TimeSpan
from desktop.domain.unit import Unit
from desktop.qt.garbage import garbage_kept_here
from desktop.store import DatabaseKey, create_store
from desktop.store.unit_of_work import SqlStore
from tests.bench.board import MONDAY, copied_demo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.ui.context import WindowContext

#: Demo units side by side, and the milliseconds that nobody may have to wait longer for.
COPIES = ((1, 100.0), (10, 400.0))
PAGES = ("start", "week", "acute", "people", "conflicts", "levels", "resources")
PLANNED = ("start", "week", "acute", "people")
"""Those that show how the planned weeks stand."""
KEY = DatabaseKey(bytes(range(32)), bytes(range(16)))


@dataclass(frozen=True, slots=True)
class PageWaits:
    """Milliseconds by what was done; ``asked`` is what a page may take."""

    people: int
    taken: tuple[tuple[str, float], ...]
    asked: float

    @property
    def longest(self) -> tuple[str, float]:
        return max(self.taken, key=lambda each: each[1])

    @property
    def missed(self) -> tuple[str, ...]:
        """What took longer than was asked."""
        return tuple(name for name, taken in self.taken if taken > self.asked)

    def words(self) -> str:
        name, taken = self.longest
        lines = [
            f"Pages, {self.people} people: longest wait {taken:.0f} ms ({name}); asked {self.asked:g} ms"
        ]
        lines += [f"  {name} {taken:.0f} ms" for name, taken in self.taken]
        over = ", ".join(self.missed) or "none"
        return "\n".join((*lines, f"  over what was asked: {over}"))


def measure(copies: int, asked: float, seconds: float = 5.0) -> PageWaits:
    """Plans the demo's week for some seconds, puts ``copies`` of it into one store and works there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder, closing(create_store(Path(folder) / "unit.db", KEY)) as store:
        store.keep_trail(bytes(32))
        with store.begin() as work:
            work.put_all(tuple(copied_demo(copies, seconds).rows.values()))
            work.commit()
        return _work(store, Path(folder), asked)


def _work(store: SqlStore, folder: Path, asked: float) -> PageWaits:
    from PySide6.QtWidgets import QApplication

    from desktop.ui import dressing
    from tests.ui.kit import context_of

    app = QApplication.instance() or QApplication(["Sikkerplan"])
    assert isinstance(app, QApplication)
    dressing.install(app)
    # As in the app: nothing else than its own timer looks for garbage.
    with garbage_kept_here():
        return _in_window(app, context_of(store, folder, lambda _: None), asked)


def _in_window(app: QApplication, context: WindowContext, asked: float) -> PageWaits:
    from desktop.ui.main_window import MainWindow
    from desktop.ui.shell.pages import load_pages

    taken: list[tuple[str, float]] = []

    def timed(name: str, act: Callable[[], object]) -> None:
        begun = time.process_time()
        act()
        app.processEvents()
        taken.append((name, 1000 * (time.process_time() - begun)))

    window = MainWindow(context)
    window.resize(1280, 720)
    window.show()
    app.processEvents()
    # As the app does in a thread of its own, once the first page can be seen.
    load_pages()
    shell, editing = window.shell, context.editing
    assert shell is not None
    gc.collect()
    gc.freeze()
    # While somebody reads the first page.
    timed("week made ahead, unseen", window.make_ahead)
    for key in PAGES[1:]:
        timed(f"{key} first", partial(shell.show_page, key))
    for key in PAGES:
        timed(f"{key} again", partial(shell.show_page, key))
    for key in PAGES:
        shell.show_page(key)
        app.processEvents()
        one = _noted(editing.unit().citizens[0], len(taken))
        timed(f"edit on {key}", partial(editing.save, "person_saved", [one]))
    for key in PAGES:
        editing.save("person_saved", [_noted(editing.unit().citizens[0], len(taken))])
        timed(f"{key} after an edit elsewhere", partial(shell.show_page, key))
    for key in PLANNED:
        shell.show_page(key)
        app.processEvents()
        timed(f"absence on {key}", partial(editing.save, "absence_saved", [_ill(editing.unit(), len(taken))]))
        level = editing.unit().levels[0]
        stricter = replace(level, max_group=level.max_group - 1)
        timed(f"stricter level on {key}", partial(editing.save, "level_saved", [stricter]))
        editing.save("level_saved", [level])
    for key in ("week", "people"):
        shell.show_page(key)
        app.processEvents()
        timed(f"undo on {key}", editing.undo)
        timed(f"names concealed on {key}", partial(editing.conceal, True))
        timed(f"names shown on {key}", partial(editing.conceal, False))
    people = len(editing.unit().citizens)
    window.close()
    return PageWaits(people, tuple(taken), asked)


def _ill(unit: Unit, number: int) -> Absence:
    """An absence that makes another week of the plan's."""
    person = unit.citizens[number % len(unit.citizens)].id
    day = datetime.combine(MONDAY + timedelta(days=3), datetime.min.time())
    return Absence(f"ill-{number}", person, AbsenceKind.ILLNESS, TimeSpan(day, day + timedelta(days=2)))


def _noted(person: Citizen, number: int) -> Citizen:
    return replace(person, note=f"{number}")
