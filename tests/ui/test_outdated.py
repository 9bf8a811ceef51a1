"""An edit on another page: the week waits until somebody asks for it, and is never shown as it was before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.time import DateSpan
from desktop.ui.main_window import MainWindow
from tests.services.small_unit import UNIT
from tests.ui.kit import Bench

RIVALRY = Separation(
    "x1", "c1", "c2", Scope.SESSION, 0, "Trussel", DateSpan(UNIT.citizens[0].enrolled.first), "Politi"
)
"""Between the two who share Monday's session."""


@pytest.fixture
def window(bench: Bench, open_window: Callable[..., MainWindow]) -> MainWindow:
    bench.keep_plan()
    opened = open_window(bench)
    assert opened.shell is not None
    opened.shell.show_page("week")
    opened.shell.show_page("levels")
    return opened


def rivals(window: MainWindow) -> None:
    window.context.editing.save("separation_saved", [RIVALRY])


def broken(window: MainWindow) -> str:
    assert window.week is not None
    return window.week.strip.check.text()


def test_the_week_is_left_alone_until_its_page_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shell is not None
    before = broken(window)
    with qtbot.assertNotEmitted(window.desk.changed):
        rivals(window)
    with qtbot.waitSignal(window.desk.changed):
        window.shell.show_page("week")
    assert broken(window) != before
    window.commands.undoing.undo()
    assert broken(window) == before


def test_who_asks_for_the_week_meanwhile_gets_it_as_it_is(window: MainWindow) -> None:
    assert window.shell is not None
    rivals(window)
    report = window.desk.report
    assert report is not None and not report.clean
    # The page has not been drawn; it must be all the same once it is seen.
    window.shell.show_page("week")
    assert "rule" in broken(window)


def test_nothing_is_printed_that_has_become_unsafe(window: MainWindow) -> None:
    rivals(window)
    assert window.commands.prints.dialog() is None
    assert window.statusBar().currentMessage() == "Not printed: the plan breaks a rule by now."
    window.statusBar().clearMessage()
    window.menus.print.trigger()
    assert window.statusBar().currentMessage() == "Not printed: the plan breaks a rule by now."


def test_what_can_be_printed_again_is(window: MainWindow) -> None:
    rivals(window)
    assert window.commands.prints.dialog() is None
    window.commands.undoing.undo()
    assert window.menus.print.isEnabled()
    dialog = window.commands.prints.dialog()
    assert dialog is not None
    dialog.deleteLater()


def test_names_concealed_meanwhile_are_concealed_on_the_board(window: MainWindow) -> None:
    assert window.shell is not None
    window.context.editing.conceal(True)
    assert not window.menus.print.isEnabled()
    window.shell.show_page("week")
    assert window.week is not None and window.week.board.unit is not None
    assert "Bo Bertelsen" not in {each.name for each in window.week.board.unit.citizens}


def test_a_copy_of_the_week_is_of_the_week_as_it_is(window: MainWindow) -> None:
    person = next(each for each in window.context.editing.unit().citizens if each.id == "c2")
    window.context.editing.save("person_saved", [replace(person, name="Nyt Navn")])
    window.menus.copy_week.trigger()
    assert window.week is not None and window.week.board.unit is not None
    assert "Nyt Navn" in {each.name for each in window.week.board.unit.citizens}
