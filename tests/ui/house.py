"""A main window with everything that it can have: a planned week, keys, backups, an audit trail, erasure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.audit import Actor, AuditEvent, AuditKind
from desktop.qt.language import Language
from desktop.services.erasure import Eraser
from desktop.services.keys import SlotInfo, SlotKind
from desktop.services.trail.audit import AuditService
from desktop.store import create_store
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Page
from desktop.ui.people.page import PeoplePage
from desktop.ui.resources.page import ResourcesPage
from desktop.ui.week.page import WeekPage
from tests.services.fakes import FakeClock
from tests.torture.audit import DATABASE_KEY, open_trail
from tests.ui.conflicts.kit import conflict_unit
from tests.ui.kit import Bench, FakeBackups, FakeKeys, context_of

P = TypeVar("P", bound=Page)
PATIENCE_MS = 10_000


class House:
    """Stays open while everything in it is looked at. ``folder`` is empty at first."""

    def __init__(self, folder: Path, language: Language, size: tuple[int, int]) -> None:
        self.folder = folder
        self.kept: list[QWidget] = []
        """Windows of no parent, which must not go while somebody looks at them."""
        self.language = language
        self.bench = Bench(folder, conflict_unit())
        self.bench.keep_plan()
        self.clock = FakeClock()
        self.backups = FakeBackups(folder, self.clock, self.clock.now() - timedelta(days=1))
        self.backups.kept = 1
        self.keys = FakeKeys(*(SlotInfo(kind, self.clock.now()) for kind in SlotKind))
        create_store(folder / "trail.db", DATABASE_KEY).close()
        self._trail = open_trail(folder / "trail.db")
        self._trail.trail.who = Actor("lnx01", "Bodil Berg")
        self._trail.trail.append(
            [
                AuditEvent(AuditKind.FAILED_UNLOCK, "vault"),
                AuditEvent(AuditKind.READ, "citizen", "c3"),
                AuditEvent(
                    AuditKind.EXPORT, "plan_version", "v1", "bedt om af politiet", {"week": "2026-W48"}
                ),
            ]
        )
        self.trail = AuditService(lambda: self._trail.trail)
        context = context_of(
            self.bench.store,
            folder,
            language.install,
            new_run=self.bench.new_run,
            backups=self.backups,
            eraser=Eraser(self.bench.store, lambda: None),
            audit=self.bench.recorder,
            trail=self.trail,
            keys=self.keys,
        )
        self.window = MainWindow(replace(context, export=lambda *_: None))
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.window.vault.keeper is not None and not self.window.vault.keeper.busy)
        self.settle()

    def close(self) -> None:
        """Closes the window and what it stands on."""
        self.window.close()
        self._trail.close()

    def page(self, key: str, kind: type[P]) -> P:
        """Turns to a page."""
        shell = self.window.shell
        assert shell is not None
        shell.show_page(key)
        self.settle()
        page = shell.page(key)
        assert isinstance(page, kind)
        return page

    @property
    def week(self) -> WeekPage:
        return self.page("week", WeekPage)

    @property
    def people(self) -> PeoplePage:
        return self.page("people", PeoplePage)

    @property
    def conflicts(self) -> ConflictsPage:
        return self.page("conflicts", ConflictsPage)

    @property
    def resources(self) -> ResourcesPage:
        return self.page("resources", ResourcesPage)

    @property
    def now(self) -> datetime:
        return self.clock.now().astimezone(UTC)

    def session(self, name: str) -> QWidget:
        """The button of a session on the board."""
        found = self.week.board.view.canvas.button(name)
        assert found is not None
        return found

    @staticmethod
    def settle() -> None:
        for _ in range(6):
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()

    @staticmethod
    def wait(until: Callable[[], object]) -> None:
        """Lets Qt work until something is so."""
        given_up: list[bool] = []
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: given_up.append(True))
        timer.start(PATIENCE_MS)
        while not until():
            assert not given_up
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        timer.stop()
