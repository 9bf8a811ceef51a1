"""The locked window: nothing of the unit is in it, nothing can be done, and what was shown comes back."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui.door import LockReason
from desktop.ui.main_window import MainWindow
from desktop.ui.people.table_model import PERSON_ROLE, PersonRow
from tests.ui.kit import MARKUP, PASSPHRASE, Bench, FakeDoor, context_of, plan, poorer

OpenWindow = Callable[..., MainWindow]
NAMES = (MARKUP, "Bo Bertelsen", "Carl Carlsen", "Dan Dahl", "Samtaler", "Huset", "sag-")


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor(exists=True)


def texts(window: QWidget) -> str:
    """Everything that a window says to eyes and to screen readers."""
    said = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        said += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            said.append(widget.text())
        if isinstance(widget, QTabBar):
            said += [widget.tabText(place) for place in range(widget.count())]
    return "\n".join(said)


def settle() -> None:
    """Lets go of what was put away."""
    QApplication.sendPostedEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def reopened(window: MainWindow, bench: Bench, language: Language, *, read_only: bool = False) -> None:
    """The vault is open again, as the app does it."""
    window.open_again(
        context_of(bench.store, bench.folder, language.install, new_run=bench.new_run, read_only=read_only)
    )


def test_a_locked_window_says_nothing_of_anybody(planned: MainWindow, door: FakeDoor, qtbot: QtBot) -> None:
    planned.desk.choose("n2")
    before = texts(planned)
    assert "Carl Carlsen" in before
    planned.lock(door, LockReason.ASKED)
    assert planned.lock_page is not None
    assert planned.lock_page.isVisible()
    settle()
    after = texts(planned)
    for name in NAMES:
        assert name not in after
    assert "Sikkerplan is locked" in after
    assert "You have locked it." in after
    assert planned.windowTitle() == "Sikkerplan"


def test_nothing_of_the_unit_stays_in_memory_with_the_window(planned: MainWindow, door: FakeDoor) -> None:
    # Its own alone: a window that a test before has closed may still be about to go.
    assert planned.week is not None
    model = planned.week.people.table.model()
    own = {id(model.index(row, 0).data(PERSON_ROLE)) for row in range(model.rowCount())}
    planned.lock(door, LockReason.IDLE)
    settle()
    assert own
    assert [found for found in gc.get_objects() if isinstance(found, PersonRow) and id(found) in own] == []
    assert planned.desk.prepared is None
    assert planned.desk.version is None
    assert planned.desk.versions == ()


def test_the_reason_is_told(bench: Bench, open_window: OpenWindow, door: FakeDoor) -> None:
    for reason, told in (
        (LockReason.IDLE, "nobody had touched it"),
        (LockReason.SYSTEM, "along with the computer"),
    ):
        window = open_window(bench)
        window.lock(door, reason)
        assert told in texts(window)


def test_only_quit_language_guide_and_about_are_left(planned: MainWindow, door: FakeDoor) -> None:
    planned.lock(door, LockReason.ASKED)
    left = {
        action.text()
        for menu in planned.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.isEnabled() and action.menu() is None and not action.isSeparator()
    }
    assert left == {"&Quit", "&Guide", "&About Sikkerplan", "Dansk", "English"}
    planned.plan()
    assert not planned.desk.planning


def test_unlocking_brings_back_what_was_shown(
    bench: Bench, open_window: OpenWindow, door: FakeDoor, language: Language, qtbot: QtBot
) -> None:
    prepared = bench.keep_plan()
    bench.planning.accept(prepared, poorer(prepared.problem), 1.0)
    window = open_window(bench)
    window.resize(1400, 800)
    assert window.week is not None
    first = next(version for version in window.desk.versions if version.number == 1)
    window.desk.show_version(first)
    window.desk.choose("n2")
    window.week.people.choose("c2")
    window.week.splitter.show_panel("session")
    window.week.board.days.button(1).click()
    geometry = window.saveGeometry()
    window.lock(door, LockReason.ASKED)
    reopened(window, bench, language)
    page = window.week
    assert page is not None
    assert window.desk.version is not None
    assert window.desk.version.number == 1
    assert window.desk.session == "n2"
    assert page.people.chosen() == "c2"
    assert page.splitter.shown() == "session"
    assert page.board.days.checkedId() == 1
    assert window.saveGeometry() == geometry
    assert not window.locked


def test_another_week_comes_back(
    planned: MainWindow, bench: Bench, door: FakeDoor, language: Language
) -> None:
    planned.menus.next.trigger()
    week = planned.desk.week
    planned.lock(door, LockReason.ASKED)
    reopened(planned, bench, language)
    assert planned.desk.week == week != bench.week


def test_what_was_searched_for_is_forgotten(
    planned: MainWindow, bench: Bench, door: FakeDoor, language: Language
) -> None:
    assert planned.week is not None
    planned.week.people.search.setText("Carl Carlsen")
    planned.lock(door, LockReason.ASKED)
    reopened(planned, bench, language)
    assert planned.week is not None
    assert planned.week.people.search.text() == ""


def test_an_empty_vault_is_locked_and_unlocked_too(
    bench: Bench, open_window: OpenWindow, door: FakeDoor, language: Language
) -> None:
    bench.store.rows.clear()
    window = open_window(bench)
    window.lock(door, LockReason.ASKED)
    settle()
    assert "Welcome" not in texts(window)
    reopened(window, bench, language)
    assert window.welcome is not None


def test_the_page_unlocks_with_the_passphrase_and_tells_a_wrong_one(
    planned: MainWindow, door: FakeDoor, qtbot: QtBot
) -> None:
    planned.lock(door, LockReason.ASKED)
    page = planned.lock_page
    assert page is not None
    QTest.keyClicks(page.unlock.first, "not this one")
    page.unlock.ok.click()
    qtbot.waitUntil(page.unlock.message.isVisible)
    assert planned.locked
    page.unlock.first.setText(PASSPHRASE)
    with qtbot.waitSignal(planned.unlocked):
        page.unlock.ok.click()
    assert page.unlock.first.text() == ""
    assert door.asked == ["not this one", PASSPHRASE]


def test_escape_neither_closes_nor_empties_the_page(planned: MainWindow, door: FakeDoor) -> None:
    planned.lock(door, LockReason.ASKED)
    page = planned.lock_page
    assert page is not None
    page.unlock.reject()
    assert page.unlock.isVisible()
    assert not page.unlock.cancel.isVisible()
    assert planned.isVisible()


def test_every_dialog_goes_and_does_nothing(
    planned: MainWindow, door: FakeDoor, bench: Bench, qtbot: QtBot
) -> None:
    seen: list[bool] = []

    def lock() -> None:
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        seen.append(any(each.isVisible() for each in dialogs))
        planned.lock(door, LockReason.IDLE)

    QTimer.singleShot(0, planned, lock)
    # Holds an event loop of its own until the lock ends it.
    planned.menus.print.trigger()
    assert seen == [True]
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [planned]
    assert planned.lock_page is not None


def test_the_question_for_a_file_name_goes_and_nothing_is_written(
    planned: MainWindow, door: FakeDoor, bench: Bench
) -> None:
    QTimer.singleShot(0, planned, lambda: planned.lock(door, LockReason.IDLE))
    planned.menus.pdf.trigger()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [planned]
    assert list(bench.folder.glob("*.pdf")) == []


def test_menus_and_stubborn_dialogs_go_too(planned: MainWindow, door: FakeDoor, qtbot: QtBot) -> None:
    class Stubborn(QDialog):
        def reject(self) -> None:
            """At work, and not to be disturbed."""

    dialog, menu = Stubborn(planned), QMenu(planned)
    qtbot.addWidget(dialog)
    menu.addAction(MARKUP)
    dialog.open()
    menu.popup(planned.mapToGlobal(planned.rect().center()))
    assert menu.isVisible()
    planned.lock(door, LockReason.SYSTEM)
    assert not menu.isVisible()
    assert not dialog.isVisible()


def test_planning_goes_on_while_locked_and_its_plan_is_there_afterwards(
    bench: Bench, open_window: OpenWindow, door: FakeDoor, language: Language
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.step(1.0, 4, 8)
    bench.engine.find(poorer)
    window.lock(door, LockReason.IDLE)
    assert "still being planned" in texts(window)
    assert not bench.engine.stopped
    assert not bench.engine.closed
    bench.engine.step(2.0, 6, 8)
    bench.engine.finish(plan)
    assert bench.planning.versions(bench.week) == ()
    reopened(window, bench, language)
    assert len(bench.planning.versions(bench.week)) == 1
    assert window.week is not None
    assert window.week.strip.sessions.value() == "3"
    assert not window.desk.planning


def test_planning_that_goes_on_can_be_watched_and_stopped_after_unlocking(
    bench: Bench, open_window: OpenWindow, door: FakeDoor, language: Language, qtbot: QtBot
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find(poorer)
    window.lock(door, LockReason.IDLE)
    bench.engine.find(plan)
    reopened(window, bench, language)
    assert window.week is not None
    qtbot.waitUntil(window.week.progress.isVisible)
    assert window.week.strip.sessions.value() == "3"
    assert bench.planning.versions(bench.week) == ()
    window.menus.stop.trigger()
    assert bench.engine.stopped
    bench.engine.finish(plan)
    assert len(bench.planning.versions(bench.week)) == 1


def test_closing_a_locked_window_throws_the_plan_away_once_somebody_agrees(
    bench: Bench, open_window: OpenWindow, door: FakeDoor
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.find(plan)
    window.lock(door, LockReason.ASKED)
    window.close()
    assert window.closing.box is not None
    next(each for each in window.closing.box.buttons() if each.text() == "Close and lose it").click()
    assert bench.engine.closed
    assert bench.planning.versions(bench.week) == ()


def test_a_locked_window_speaks_another_language_at_once(
    planned: MainWindow, door: FakeDoor, qtbot: QtBot, language: Language
) -> None:
    planned.lock(door, LockReason.ASKED)
    language.install("da")
    qtbot.waitUntil(lambda: "Sikkerplan er låst" in texts(planned))
    assert planned.locked
    assert not planned.menus.plan.isEnabled()


def test_locking_twice_keeps_what_was_shown(
    planned: MainWindow, bench: Bench, door: FakeDoor, language: Language
) -> None:
    planned.desk.choose("n2")
    planned.lock(door, LockReason.ASKED)
    planned.lock(door, LockReason.SYSTEM)
    reopened(planned, bench, language)
    assert planned.desk.session == "n2"


def test_the_key_and_the_minutes_are_in_the_menu(planned: MainWindow, qtbot: QtBot) -> None:
    assert planned.menus.lock.shortcut().toString() == "Ctrl+L"
    with qtbot.waitSignal(planned.lock_asked):
        planned.menus.lock.trigger()
    chosen = [action for action in planned.menus.lock_minutes.actions() if action.isChecked()]
    assert [action.data() for action in chosen] == [5]
    next(each for each in planned.menus.lock_minutes.actions() if each.data() == 15).trigger()
    assert planned.settings.lock_minutes == 15


def test_a_vault_open_read_only_says_so_and_offers_nothing_that_writes(
    bench: Bench, door: FakeDoor, language: Language, open_window: OpenWindow, qtbot: QtBot
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    window.lock(door, LockReason.ASKED)
    reopened(window, bench, language, read_only=True)
    assert window.reading is not None
    qtbot.waitUntil(window.reading.isVisible)
    assert "nothing can be changed" in texts(window.reading)
    assert window.week is not None
    for action in (window.menus.plan, window.menus.import_unit):
        assert not action.isEnabled()
    assert not window.week.bar.plan.isEnabled()
    assert not window.week.bar.seconds.isEnabled()
    window.desk.plan(5)
    assert bench.engines == []
    assert window.week.strip.sessions.value() == "3"
    assert window.menus.print.isEnabled()


def test_an_empty_vault_open_read_only_imports_nothing(
    bench: Bench, door: FakeDoor, language: Language, open_window: OpenWindow
) -> None:
    bench.store.rows.clear()
    window = open_window(bench)
    window.lock(door, LockReason.ASKED)
    reopened(window, bench, language, read_only=True)
    assert window.welcome is not None
    assert not window.welcome.import_button.isEnabled()
    assert not window.menus.import_unit.isEnabled()
