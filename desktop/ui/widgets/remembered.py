"""How somebody has shared out a window is there again the next time: splitters, headers, sizes of dialogs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from desktop.qt.settings import Settings


def remember_split(splitter: QSplitter, name: str, settings: Settings) -> None:
    """Shares a splitter out as it was left under a name, and keeps how it is shared out from now on."""
    state = settings.state(name)
    if state is not None:
        splitter.restoreState(state)
    splitter.splitterMoved.connect(lambda *_: settings.keep_state(name, splitter.saveState()))


def remember_header(header: QHeaderView, name: str, settings: Settings, *, widths: bool = True) -> None:
    """The same for the order of a table's columns and by which it is sorted, and for their ``widths`` where
    they are somebody's to choose."""
    state = settings.state(name)
    if state is not None:
        header.restoreState(state)

    def keep(*_: object) -> None:
        settings.keep_state(name, header.saveState())

    header.sortIndicatorChanged.connect(keep)
    header.sectionMoved.connect(keep)
    if widths:
        header.sectionResized.connect(keep)


def remember_size(window: QWidget, name: str, settings: Settings) -> None:
    """Gives a dialog or a window of its own the size and place that it was left with."""
    state = settings.state(name)
    if state is not None:
        window.restoreGeometry(state)
    window.installEventFilter(_Sizes(window, name, settings))


class _Sizes(QObject):
    """Keeps a window's size and place when it goes."""

    def __init__(self, window: QWidget, name: str, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._name, self._settings = window, name, settings

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Hide:
            self._settings.keep_state(self._name, self._window.saveGeometry())
        return super().eventFilter(watched, event)
