"""The keyboard's focus is never nowhere: what goes or is switched off passes it on to what is near."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import ref

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_LOSES = (QEvent.Type.Hide, QEvent.Type.EnabledChange)


class FocusKeeper(QObject):
    """Looks after the windows of an app for as long as it lives. Holds no widget."""

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near: tuple[ref[QWidget], ...] = ()
        app.focusChanged.connect(self._on_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of what has the focus. Where its page is turned away from, Qt may leave the focus there."""
        if event.type() in _LOSES:
            QTimer.singleShot(0, self, self.look)
        return False

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)
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
        stops = list(_stops(window))
        for near in (*_around(focus), *before, window):
            found = next((each for each in stops if each is near or near.isAncestorOf(each)), None)
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


def _stops(window: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in a window."""
    # Not by nextInFocusChain: see tab_order. And of the window alone: PySide takes what findChildren returns
    # for children of the one who was asked, and forgets them all with it, as with a part of Qt's own that
    # Python sees for this moment only.
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and _takes_keys(widget):
            yield widget
