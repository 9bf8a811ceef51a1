"""Windows that have heard all that was said before they were shown: a test may keep hold of their parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from desktop.ui.main_window import MainWindow


@pytest.fixture
def open_window(open_window: Callable[..., MainWindow]) -> Callable[..., MainWindow]:
    """As everywhere; a change of the language has already built the window anew."""

    def open_it(*given: object, **named: object) -> MainWindow:
        window = open_window(*given, **named)
        for _ in range(2):
            QTest.qWait(0)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return window

    return open_it
