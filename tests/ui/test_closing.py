"""Closing the window: what would be lost is said first, and somebody may stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.services.week.planning import PlanningService
from desktop.ui.door import LockReason
from desktop.ui.levels.page import LevelsPage
from desktop.ui.main_window import MainWindow
from tests.services.fakes import FakeClock
from tests.ui.kit import Bench, FakeDoor, plan, unit
from tests.ui.test_not_stored import FullStore

OpenWindow = Callable[..., MainWindow]


class FullBench(Bench):
    """Its store can be full."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, unit())
        self.full = FullStore(unit())
        self.store = self.full
        self.planning = PlanningService(self.store, FakeClock(), "Koordinator")


@pytest.fixture
def bench(tmp_path: Path) -> FullBench:
    return FullBench(tmp_path)


@pytest.fixture
def window(bench: FullBench, open_window: OpenWindow) -> MainWindow:
    return open_window(bench)


def asked(window: MainWindow) -> QMessageBox:
    box = window.closing.box
    assert box is not None
    assert box.isVisible()
    assert window.isVisible()
    return box


def answer(window: MainWindow, text: str) -> None:
    box = asked(window)
    next(each for each in box.buttons() if each.text() == text).click()


def test_a_plan_that_does_not_fit_on_the_disk_is_not_dropped_unsaid(
    bench: FullBench, window: MainWindow
) -> None:
    window.plan()
    bench.engine.find()
    bench.full.full = True
    window.close()
    assert "could not be stored" in asked(window).informativeText()
    answer(window, "Stay")
    assert window.isVisible()
    assert window.desk.planning
    assert not bench.engine.closed
    bench.full.full = False
    bench.engine.finish(plan)
    assert len(bench.planning.versions(bench.week)) == 1
    window.close()
    assert not window.isVisible()


def test_somebody_may_lose_it(bench: FullBench, window: MainWindow) -> None:
    window.plan()
    bench.engine.find()
    bench.full.full = True
    window.close()
    answer(window, "Close and lose it")
    assert not window.isVisible()
    assert bench.engine.closed


def test_what_is_typed_and_can_not_be_saved_is_said(bench: FullBench, window: MainWindow) -> None:
    assert window.shell is not None
    window.shell.show_page("levels")
    page = window.shell.page("levels")
    assert isinstance(page, LevelsPage)
    assert page.panel.open(page.panel.table.model.rows()[-1].id)
    form = page.panel.form
    assert form is not None
    form.fields["max_group"].set_value(1)
    bench.full.full = True
    window.close()
    assert "typed is not saved" in asked(window).informativeText()
    answer(window, "Stay")
    bench.full.full = False
    window.close()
    assert not window.isVisible()
    with bench.store.begin() as work:
        assert min(level.max_group for level in work.unit().levels) == 1


def test_a_plan_that_is_looked_for_behind_the_lock_is_not_dropped_unsaid(
    bench: FullBench, window: MainWindow
) -> None:
    window.plan()
    window.lock(FakeDoor(exists=True), LockReason.ASKED)
    window.close()
    assert "while Sikkerplan is locked" in asked(window).informativeText()
    answer(window, "Close and lose it")
    assert not window.isVisible()
    assert bench.engine.closed


def test_a_question_that_is_put_away_by_the_lock_is_asked_again(bench: FullBench, window: MainWindow) -> None:
    window.plan()
    bench.engine.find()
    bench.full.full = True
    window.close()
    asked(window)
    window.lock(FakeDoor(exists=True), LockReason.IDLE)
    assert window.closing.box is None or not window.closing.box.isVisible()
    window.close()
    assert "while Sikkerplan is locked" in asked(window).informativeText()


def test_nothing_is_asked_where_nothing_is_lost(bench: FullBench, window: MainWindow) -> None:
    window.plan()
    bench.engine.find()
    window.close()
    assert not window.isVisible()
    assert len(bench.planning.versions(bench.week)) == 1
