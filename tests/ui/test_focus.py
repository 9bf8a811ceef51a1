"""The keyboard's focus is never nowhere, and never on what nobody sees."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from desktop.ui.main_window import MainWindow
from desktop.ui.widgets.focus import FocusKeeper
from tests.ui.kit import Bench


class Rows(QWidget):
    """Two rows of two buttons, each row on a page of a stack of its own beside the other."""

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        self.buttons: list[list[QPushButton]] = []
        self.rows: list[QWidget] = []
        for _ in range(2):
            row = QWidget()
            line = QHBoxLayout(row)
            made = [QPushButton("a"), QPushButton("b")]
            for button in made:
                line.addWidget(button)
            self.buttons.append(made)
            self.rows.append(row)
            whole.addWidget(row)


@pytest.fixture
def rows(qtbot: QtBot, qapp: QApplication) -> Iterator[Rows]:
    window = Rows()
    keeper = FocusKeeper(qapp)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield window
    delete(keeper)


def settled() -> QWidget | None:
    for _ in range(3):
        QApplication.processEvents()
    return QApplication.focusWidget()


def test_what_goes_passes_the_focus_on_to_its_neighbour(rows: Rows) -> None:
    first, second = rows.buttons[1]
    second.setFocus()
    assert settled() is second
    delete(second)
    assert settled() is first


def test_what_is_switched_off_passes_it_on(rows: Rows) -> None:
    rows.buttons[0][0].setFocus()
    rows.rows[0].setEnabled(False)
    assert settled() in rows.buttons[1]


def test_a_page_that_is_turned_to_has_the_focus_where_it_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    stack = QStackedWidget()
    pages = [Rows(), Rows()]
    for page in pages:
        stack.addWidget(page)
    keeper = FocusKeeper(qapp)
    qtbot.addWidget(stack)
    stack.show()
    stack.activateWindow()
    qtbot.waitExposed(stack)
    was = pages[0].buttons[0][1]
    was.setFocus()
    settled()
    stack.setCurrentIndex(1)
    was.hide()
    settled()
    stack.setCurrentIndex(0)
    focus = settled()
    delete(keeper)
    assert focus is not None
    assert focus.isVisible()
    assert pages[0].isAncestorOf(focus)


def test_looking_for_a_place_leaves_everything_known_to_python(qtbot: QtBot, qapp: QApplication) -> None:
    """A part of Qt's own between a tab's page and the tabs is seen for a moment only."""
    tabs, page = QTabWidget(), QWidget()
    table, button = QTableView(page), QPushButton(page)
    header = table.horizontalHeader()
    tabs.addTab(page, "Page")
    keeper = FocusKeeper(qapp)
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.activateWindow()
    qtbot.waitExposed(tabs)
    button.setFocus()
    settled()
    page.setEnabled(False)
    settled()
    gc.collect()
    delete(keeper)
    assert isValid(header)


@pytest.mark.parametrize("key", ["start", "week", "acute", "people", "conflicts", "levels", "resources"])
def test_every_page_of_the_window_has_it_once_it_was_hidden_and_concealed(
    bench: Bench, open_window: Callable[..., MainWindow], key: str
) -> None:
    bench.keep_plan()
    window = open_window(bench)
    window.activateWindow()
    assert window.shell is not None
    for action in (window.menus.conceal, window.menus.conceal):
        window.shell.show_page(key)
        action.trigger()
        focus = settled()
        assert focus is not None
        assert focus.isVisible()
        window.shell.show_page("start" if key != "start" else "week")
        settled()
