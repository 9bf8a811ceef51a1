"""Whatever can have the focus says what it is, on every page and in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QTabBar, QWidget

from desktop.qt.language import Language
from desktop.ui.levels.page import LevelsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.records.page import RecordsPage
from tests.ui.kit import Bench

OpenWindow = Callable[..., MainWindow]


def unnamed(page: QWidget) -> Iterator[str]:
    """Controls that can have the focus and say nothing to a screen reader, by class and place."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget, QScrollArea | QScrollBar | QTabBar) or widget.focusProxy() is not None:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            parent = widget.parentWidget()
            yield f"{type(widget).__name__} in {type(parent).__name__}"


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_control_of_every_page_has_a_name(
    code: str, bench: Bench, open_window: OpenWindow, language: Language
) -> None:
    language.install(code)
    bench.keep_plan()
    window = open_window(bench)
    assert window.shell is not None
    found: dict[str, set[str]] = {}
    for key, _, _ in window.shell.entries():
        window.shell.show_page(key)
        QApplication.processEvents()
        found[key] = set(unnamed(window.shell.page(key)))
    assert found == {key: set() for key in found}


@pytest.mark.parametrize("key", ["resources", "levels"])
def test_every_control_of_a_records_form_has_a_name(key: str, bench: Bench, open_window: OpenWindow) -> None:
    window = open_window(bench)
    assert window.shell is not None
    window.shell.show_page(key)
    page = window.shell.page(key)
    assert isinstance(page, RecordsPage | LevelsPage)
    for tab in page.kinds if isinstance(page, RecordsPage) else ("levels",):
        if isinstance(page, RecordsPage):
            page.show_tab(tab)
        panel = page.panel(tab) if isinstance(page, RecordsPage) else page.panel
        if panel.kind.id_word:
            panel.begin()
        else:
            panel.open(panel.table.model.rows()[0].id)
        QApplication.processEvents()
        assert set(unnamed(page)) == set(), tab
