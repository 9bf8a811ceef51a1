"""Fixtures for tests of the window. The theme is the light one; texts are English unless a test says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.qt.language import Language
from desktop.ui import dressing
from desktop.ui.main_window import MainWindow
from tests.ui.kit import Bench, context_of, unit


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the offscreen platform says of itself is no fault of ours."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """The light theme."""
    dressing.install(qapp, Qt.ColorScheme.Light)


@pytest.fixture(scope="session")
def spoken(dressed: None) -> Language:
    """One for all tests: a translator that goes when Python finds the time would have the window of some
    other test built anew in the middle of it."""
    return Language()


@pytest.fixture(autouse=True)
def language(spoken: Language) -> Iterator[Language]:
    """English. Windows of the test before are really gone, so that none hears of another language."""
    spoken.install("en")
    # Told now, while there is no window.
    QCoreApplication.sendPostedEvents()
    yield spoken
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    spoken.install("en")


@pytest.fixture(autouse=True)
def held(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """Every widget that a test has shown, until it is gone: a window that nobody holds any more would be
    collected at any time, also while it is being drawn, which ends the process."""
    shown: list[QWidget] = []
    add = QtBot.addWidget

    def add_and_hold(bot: QtBot, widget: QWidget, **how: Any) -> None:
        shown.append(widget)
        add(bot, widget, **how)

    monkeypatch.setattr(QtBot, "addWidget", add_and_hold)
    return shown


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A unit that has not been planned yet."""
    return Bench(tmp_path, unit())


@pytest.fixture
def open_window(qtbot: QtBot, language: Language) -> Callable[..., MainWindow]:
    """Opens a main window around a bench."""

    def open_it(bench: Bench, *, demo: bool = False) -> MainWindow:
        context = context_of(
            bench.store,
            bench.folder,
            language.install,
            new_run=bench.new_run,
            demo=demo,
            clock=bench.clock,
            audit=bench.recorder,
        )
        window = MainWindow(context)
        qtbot.addWidget(window)
        # The screen that tests have would make it smaller.
        window.resize(1280, 720)
        window.show()
        qtbot.waitExposed(window)
        if window.shell is not None:
            window.shell.show_page("week")
        return window

    return open_it


@pytest.fixture
def planned(bench: Bench, open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window with a planned week."""
    bench.keep_plan()
    return open_window(bench)
