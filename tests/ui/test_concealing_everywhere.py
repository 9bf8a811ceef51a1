"""While names are concealed, none of them is anywhere on any page: not in a hint, a completion or what a
screen reader says, though every page was looked at before."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.people.page import PeoplePage
from desktop.ui.records.page import RecordsPage
from desktop.ui.shell.shell import Shell
from desktop.ui.week.page import WeekPage

SHEETS = ("person", "hours", "groups", "times", "offers", "week", "attendance", "trail")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.EditRole,
)


def of_model(model: QAbstractItemModel | None) -> Iterator[str]:
    """Everything a model hands out, headings included."""
    if model is None:
        return
    # A list's own count of columns is out of reach of Python.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            yield from (str(model.index(row, column).data(role) or "") for role in ROLES)
    for column in range(columns):
        for role in ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def told_by(widget: QWidget) -> Iterator[str]:
    """Everything a widget says to eyes, pointers and screen readers."""
    yield from (
        widget.toolTip(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.whatsThis(),
        widget.statusTip(),
        widget.windowTitle(),
    )
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
            if widget.completer() is not None:
                yield from of_model(widget.completer().model())
        case QPlainTextEdit() | QTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from of_model(widget.model())
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QAbstractItemView():
            yield from of_model(widget.model())


def everything(window: MainWindow) -> Iterator[str]:
    """What the window says now; a page that is turned away from is brought up to date before it is seen."""
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible() or (widget.isWindow() and widget.windowTitle()):
                yield from told_by(widget)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.iconText())
    yield window.statusBar().currentMessage()


def looks(shell: Shell) -> Iterator[None]:
    """Every page, tab and sheet, with somebody on each."""
    for key, _, _ in shell.entries():
        shell.show_page(key)
        page = shell.page(key)
        yield
        if isinstance(page, PeoplePage):
            for person in ("c1", "c2", "c3", "c4"):
                page.list.choose(person)
                for sheet in SHEETS:
                    page.person.open_sheet(sheet)
                    yield
            page.list.view.selectAll()
        elif isinstance(page, ConflictsPage):
            for tab in range(page.tabs.count()):
                page.tabs.setCurrentIndex(tab)
                page.show_pair(("g1", "g2"))
                yield
                page.show_group("g1")
                yield
        elif isinstance(page, RecordsPage):
            for name in page.kinds:
                page.show_tab(name)
                view = page.panel(name).table.view
                if view.proxy.rowCount():
                    view.selectRow(0)
                yield
        elif isinstance(page, WeekPage):
            page.people.table.selectRow(0)
            for session in page.board.view.canvas.buttons():
                session.click()
                yield
            for at in range(page.side.count()):
                page.side.setCurrentIndex(at)
                yield
            page.versioning.show_beside()
            page.versioning.beside.steps.finish()
            yield


def settle() -> None:
    for _ in range(2):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def found(window: MainWindow, names: list[str]) -> set[tuple[str, str]]:
    settle()
    return {(name, text) for text in everything(window) for name in names if name in text}


def test_no_name_is_anywhere_while_names_are_concealed(planned: MainWindow) -> None:
    unit = planned.context.editing.unit()
    names = [
        *(each.name for each in unit.citizens),
        *(each.case_number for each in unit.citizens),
        *(each.name for each in unit.staff),
        *(each.name for each in unit.groups),
    ]
    assert planned.shell is not None
    planned.show()
    for _ in looks(planned.shell):
        QCoreApplication.processEvents()
    planned.shell.show_page("people")
    assert found(planned, names)
    planned.menus.conceal.trigger()
    left = found(planned, names)
    for _ in looks(planned.shell):
        left |= found(planned, names)
    assert left == set()
