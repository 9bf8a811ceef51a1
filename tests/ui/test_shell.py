"""The frame of the window: undo and redo in the menu, names concealed, pages by the rail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.unit import Entity
from desktop.qt.language import Language
from desktop.qt.planning_run import RunFailure
from desktop.qt.run_words import failure_text
from desktop.ui.board.modes import Mode
from desktop.ui.desk_run import Notice, NoticeKind
from desktop.ui.door import LockReason
from desktop.ui.guide.pages import pages
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Page
from desktop.ui.start.page import StartPage
from desktop.ui.week.page import WeekPage
from desktop.ui.week.words import way_out_words
from tests.services.small_unit import UNIT
from tests.ui.kit import Bench, FakeDoor, context_of
from tests.ui.test_outdated import RIVALRY

OpenWindow = Callable[..., MainWindow]


def test_undo_takes_a_planned_week_back_and_redo_brings_it_again(
    bench: Bench, open_window: OpenWindow
) -> None:
    window = open_window(bench)
    window.plan()
    bench.engine.finish()
    assert window.menus.undo.text() == "&Undo: week planned"
    window.menus.undo.trigger()
    assert window.desk.version is None
    assert bench.planning.versions(bench.week) == ()
    assert window.statusBar().currentMessage() == "Undone: week planned: week 48, version 1"
    window.menus.redo.trigger()
    assert len(bench.planning.versions(bench.week)) == 1
    assert not window.menus.redo.isEnabled()


def test_what_something_else_changed_is_told_and_not_undone(bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    editing = window.context.editing
    person = editing.unit().citizens[1]
    editing.save("plan_accepted", [replace(person, note="one")])
    bench.store.put(replace(person, note="two"))
    window.menus.undo.trigger()
    assert "can no longer be undone" in window.statusBar().currentMessage()
    assert [done.change.label for done in editing.history] == ["plan_accepted"]


def test_concealed_names_are_nowhere_on_the_screen_and_come_back(planned: MainWindow) -> None:
    page = planned.week
    assert page is not None

    def texts() -> str:
        model = page.people.table.model()
        rows, columns = range(model.rowCount()), range(model.columnCount())
        cells = [model.index(row, column) for row in rows for column in columns]
        blocks = [button.accessibleName() for button in page.board.view.canvas.buttons()]
        return " ".join([*(str(cell.data()) for cell in cells), *blocks])

    assert "Bo Bertelsen" in texts()
    planned.menus.conceal.trigger()
    assert "Bo Bertelsen" not in texts()
    assert "Citizen " in texts()
    assert not planned.menus.print.isEnabled()
    planned.menus.conceal.trigger()
    assert "Bo Bertelsen" in texts()


def test_the_rail_shows_the_page_and_has_a_name_for_screen_readers(planned: MainWindow) -> None:
    assert planned.shell is not None
    button = planned.shell.rail.button("week")
    assert button.isChecked()
    assert button.accessibleName() == "Week"


@pytest.mark.parametrize(("code", "name"), [("en", "Something happened"), ("da", "Noget er sket")])
def test_the_page_of_the_acute_day_has_one_name_everywhere(
    code: str, name: str, bench: Bench, language: Language, open_window: Callable[..., MainWindow]
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    assert window.shell is not None
    assert window.shell.rail.button("acute").accessibleName() == name
    assert name in [each.text() for menu in window.menuBar().findChildren(QMenu) for each in menu.actions()]
    assert name in failure_text(RunFailure.PAST_BROKEN)
    assert name in way_out_words(Notice(NoticeKind.FAILED, RunFailure.PAST_BROKEN))
    (page,) = (each for each in pages(code) if each.name == "something-happened")
    assert page.title == name
    assert f"**{name}** (Ctrl+3)" in page.markdown


def started(bench: Bench, language: Language, qtbot: QtBot, *since: Entity) -> MainWindow:
    """A window as the app opens it: it can be seen before its first page is made. ``since``: what was stored
    after the week was planned."""
    bench.keep_plan()
    bench.store.put(*since)
    window = MainWindow(context_of(bench.store, bench.folder, language.install), fill=False)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def page_of(window: MainWindow) -> Page | None:
    return None if window.shell is None else window.shell.shown()


def test_the_window_can_be_seen_before_its_first_page(bench: Bench, language: Language, qtbot: QtBot) -> None:
    window = started(bench, language, qtbot)
    assert window.shell is not None
    assert page_of(window) is None
    assert window.shell.rail.button("start").isChecked()
    assert window.menus.conceal.isEnabled() and window.menus.print.isEnabled()
    window.fill()
    assert isinstance(page_of(window), StartPage)
    assert window.focusWidget() is window.shell.rail.button("start")


def test_a_window_that_is_locked_before_its_first_page_shows_it_once_it_is_unlocked(
    bench: Bench, language: Language, qtbot: QtBot
) -> None:
    window = started(bench, language, qtbot)
    window.lock(FakeDoor(exists=True), LockReason.ASKED)
    window.fill()
    assert window.locked and page_of(window) is None
    window.open_again(context_of(bench.store, bench.folder, language.install))
    assert isinstance(page_of(window), StartPage)


@pytest.mark.parametrize("ahead", [False, True])
def test_the_commands_of_the_week_work_before_anybody_has_looked_at_it(
    bench: Bench, language: Language, qtbot: QtBot, ahead: bool
) -> None:
    window = started(bench, language, qtbot)
    window.fill()
    if ahead:
        window.make_ahead()
    assert window.shell is not None and window.shell.page_made("week") is None
    window.menus.zoom_in.trigger()
    assert window.settings.zoom == 110
    assert window.week is not None and window.week.board.zoom.percent == 110
    window.menus.copy_week.trigger()
    assert "Copied for a spreadsheet" in window.statusBar().currentMessage()
    assert window.shell.current == "start"


def test_a_page_made_ahead_is_the_one_that_is_shown_and_is_seen_by_nobody_before(
    bench: Bench, language: Language, qtbot: QtBot
) -> None:
    bench.keep_plan()
    window = started(bench, language, qtbot)
    window.fill()
    for _ in range(2):
        window.make_ahead()
    (week,) = window.findChildren(WeekPage)
    assert not week.isVisible()
    assert window.shell is not None
    assert window.shell.page_made("week") is None
    window.context.editing.save("person_saved", [replace(UNIT.citizens[0], name="Kaj Karlsen")])
    window.context.editing.conceal(True)
    window.shell.show_page("week")
    assert window.findChildren(WeekPage) == [week]
    assert week.board.view.canvas.boxes()
    assert "Kaj Karlsen" not in " ".join(each.text() for each in week.findChildren(QLabel))


def test_a_page_made_ahead_goes_with_the_lock(bench: Bench, language: Language, qtbot: QtBot) -> None:
    window = started(bench, language, qtbot)
    window.fill()
    window.make_ahead()
    window.lock(FakeDoor(exists=True), LockReason.ASKED)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(WeekPage) == []
    window.make_ahead()
    assert window.findChildren(WeekPage) == []


def test_a_page_that_is_not_looked_at_comes_back_as_it_was(planned: MainWindow) -> None:
    assert planned.week is not None and planned.shell is not None
    planned.week.splitter.show_panel("health")
    planned.week.board.show_mode(Mode.PEOPLE)
    planned.shell.show_page("start")
    for _ in range(2):
        planned._build()
        assert planned.shell.page_made("week") is None
        assert planned.shell.current == "start"
    planned.shell.show_page("week")
    assert planned.week.splitter.shown() == "health"
    assert planned.week.board.mode is Mode.PEOPLE


def test_the_rail_warns_of_a_week_that_nobody_has_looked_at(
    bench: Bench, language: Language, qtbot: QtBot
) -> None:
    window = started(bench, language, qtbot, RIVALRY)
    window.fill()
    assert window.shell is not None
    week = window.shell.rail.button("week")
    qtbot.waitUntil(lambda: "not safe" in week.accessibleDescription())
    assert window.shell.page_made("week") is None


def test_the_demo_says_that_it_never_locks_by_itself(
    bench: Bench, open_window: Callable[..., MainWindow]
) -> None:
    assert open_window(bench).menus.lock_minutes.actions()
    window = open_window(bench, demo=True)
    assert not window.menus.lock_minutes.actions()
    titles = [each for menu in window.menuBar().findChildren(QMenu) for each in menu.actions()]
    (told,) = (each for each in titles if each.text() == "Never locks by itself: this is the demo")
    assert not told.isEnabled()
