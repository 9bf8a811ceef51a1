"""Whatever can have the focus says what it is, on every page and in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from desktop.qt.language import Language
from desktop.ui.levels.page import LevelsPage
from desktop.ui.main_window import MainWindow
from desktop.ui.records.page import RecordsPage
from tests.ui.kit import Bench
from tests.ui.looking import unnamed

OpenWindow = Callable[..., MainWindow]


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
