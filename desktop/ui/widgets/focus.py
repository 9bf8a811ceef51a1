"""The keyboard's focus is never nowhere: what goes or is switched off passes it on to what is near."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import ref

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Looks after the windows of an app for as long as it lives. Holds no widget."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near: tuple[ref[QWidget], ...] = ()
        app.focusChanged.connect(self._on_focus)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and _takes_keys(now):
            self._near = tuple(ref(each) for each in _around(now))
        else:
            # Whoever builds something anew may be about to say where the focus goes.
            QTimer.singleShot(0, self, self.look)

    @Slot()
    def look(self) -> None:
        """Puts the focus near where it was, if it is nowhere, or where nobody sees it."""
        window, focus = QApplication.activeWindow(), QApplication.focusWidget()
        if window is None or QApplication.activePopupWidget() is not None:
            return
        if focus is not None and _takes_keys(focus):
            return
        before = [each for kept in self._near if (each := kept()) is not None and isValid(each)]
        for near in (*_around(focus), *before, window):
            if near.isVisible() and near.window() is window:
                found = next(_stops(near), None)
                if found is not None:
                    found.setFocus(Qt.FocusReason.OtherFocusReason)
                    return


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and those around it, from the inside out."""
    while widget is not None:
        yield widget
        widget = None if widget.isWindow() else widget.parentWidget()


def _stops(around: QWidget) -> Iterator[QWidget]:
    """A widget and those in it that Tab stops at."""
    # Not by nextInFocusChain: see tab_order.
    for widget in (around, *around.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and _takes_keys(widget):
            yield widget
