"""How long somebody waits for the board: another view, a session taken up, a place told, an edit made.

The demo unit, and ten of it side by side in one.
"""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar, cast

from desktop.domain.people import Citizen
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, Unit, entities_of
from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import import_unit
from desktop.services.ids import sequential_ids
from desktop.services.week.planning import PlanningService
from solver.solve import Options, solve
from tests.services.fakes import FakeClock, FakeStore

T = TypeVar("T")
COPIES = (1, 10)
MONDAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class BoardWaits:
    """Milliseconds by what was done."""

    people: int
    sessions: int
    taken: tuple[tuple[str, float], ...]

    def words(self) -> str:
        figures = ", ".join(f"{name} {taken:.0f} ms" for name, taken in self.taken)
        return f"Board, {self.people} people, {self.sessions} sessions: {figures}"


def measure(copies: int, seconds: float = 5.0) -> BoardWaits:
    """Plans the demo's week for some seconds and works on its board, ``copies`` times as large."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    store = copied_demo(copies, seconds)
    session = next(row for row in store.rows.values() if isinstance(row, PlanVersion)).sessions[0].id
    with TemporaryDirectory() as folder:
        return _work(store, Path(folder), session)


def copied_demo(copies: int, seconds: float) -> FakeStore:
    """The demo with its week planned for some seconds, so often side by side in one unit."""
    small = FakeStore()
    import_unit(small, demo_unit_text(1, MONDAY), sequential_ids())
    planning = PlanningService(small, FakeClock(), "Koordinator")
    prepared = planning.prepare(IsoWeek.containing(MONDAY))
    plan = solve(prepared.problem, Options(seconds=seconds))
    version = planning.accept(prepared, plan, seconds, whole=True).version
    return _store(version, prepared.unit, copies)


def _work(store: FakeStore, folder: Path, session: str) -> BoardWaits:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QApplication

    from desktop.services.hand.week_edits import Remove
    from desktop.ui import dressing
    from desktop.ui.board.modes import Mode
    from desktop.ui.main_window import MainWindow
    from desktop.ui.moving.subjects import CarriedSession
    from tests.ui.kit import context_of

    app = QApplication.instance() or QApplication(["Sikkerplan"])
    assert isinstance(app, QApplication)
    dressing.install(app)
    window = MainWindow(context_of(store, folder, lambda _: None))
    window.resize(1280, 720)
    window.show()
    app.processEvents()
    page, desk = window.week, window.desk
    assert window.shell is not None and page is not None and desk.version is not None
    window.shell.show_page("week")
    app.processEvents()
    gc.collect()
    gc.freeze()
    taken: list[tuple[str, float]] = []

    def timed(name: str, act: Callable[[], object]) -> None:
        begun = time.process_time()
        act()
        app.processEvents()
        taken.append((name, 1000 * (time.process_time() - begun)))

    for name in ("first", "again"):
        for mode in (Mode.STAFF, Mode.PEOPLE, Mode.GROUPS, Mode.ROOMS):
            timed(f"{mode} {name}", partial(page.board.show_mode, mode))
    held = next(each for each in desk.version.sessions if each.id == session)
    desk.choose(session)
    mover, view = page.commands.mover, page.board.view
    corner = view.mapToGlobal(QPoint(300, 200))
    timed("taken up", lambda: mover.pick_up(CarriedSession(held, held.room), corner))
    places = []
    for number in range(40):
        begun = time.process_time()
        mover._aim_at(corner + QPoint(0, 10 * number))
        places.append(1000 * (time.process_time() - begun))
        app.processEvents()
    taken.append(("longest verdict under the pointer", max(places)))
    mover.cancel()
    timed("edit", lambda: page.hand.make(Remove(session)))
    timed("undo", window.menus.undo.trigger)
    people = len(desk.prepared.problem.citizens) if desk.prepared else 0
    window.close()
    return BoardWaits(people, len(desk.version.sessions), tuple(taken))


def _store(version: PlanVersion, unit: Unit, copies: int) -> FakeStore:
    """The unit and its plan as often as that, each copy with ids and case numbers of its own."""
    shared: tuple[Entity, ...] = (unit.settings, *unit.limits, *unit.levels, *unit.closed_days)
    ids = {each.id for each in entities_of(unit)} - {each.id for each in shared}
    settings = _named(unit.settings, ids, 0)
    limits = (
        replace(each, value=each.value * copies) if "budget" in each.key else each for each in unit.limits
    )
    own = [each for each in entities_of(unit) if each not in shared]
    store = FakeStore()
    store.put(settings, *limits, *unit.levels, *unit.closed_days)
    store.put(*(_named(each, ids, number) for number in range(copies) for each in own))
    many = (
        replace(_named(each, ids, number), id=f"{each.id}-{number}")
        for number in range(copies)
        for each in version.sessions
    )
    store.put(replace(version, sessions=tuple(many), goals=(), unmet=()))
    return store


def _named(value: T, ids: set[str], number: int) -> T:
    """A value with every id in it made that of a copy."""
    made: Any = value
    if isinstance(value, str):
        made = f"{value}-{number}" if value in ids else value
    elif isinstance(value, tuple):
        made = tuple(_named(each, ids, number) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: _named(getattr(value, each.name), ids, number) for each in fields(value)}
        if isinstance(value, Citizen):
            changed["case_number"] = f"{value.case_number}-{number}"
        made = replace(value, **changed)
    return cast(T, made)
