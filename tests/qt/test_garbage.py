"""Objects of Qt's that only refer to themselves go in their own thread, whichever thread needs memory."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desktop.qt.garbage import garbage_kept_here


class Circle(QObject):
    """Nothing refers to it but itself."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.me = self
        self.destroyed.connect(lambda: gone.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


def make_garbage() -> None:
    """As much as makes Python look for what can go, all of it in circles."""
    for _ in range(20 * gc.get_threshold()[0]):
        circle: list[object] = []
        circle.append(circle)


def test_a_thread_that_needs_memory_ends_nothing_of_the_window(qtbot: QtBot) -> None:
    gone: list[int] = []
    with garbage_kept_here(every_ms=1, first_ms=1):
        Circle(gone)
        thread = threading.Thread(target=make_garbage)
        thread.start()
        thread.join()
        assert not gone
        qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()]


def test_python_collects_by_itself_again_afterwards(qtbot: QtBot) -> None:
    before = gc.isenabled()
    with garbage_kept_here():
        assert not gc.isenabled()
    assert gc.isenabled() == before
