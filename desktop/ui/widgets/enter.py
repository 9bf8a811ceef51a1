"""Enter presses the button that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget


class EnterPresses(QObject):
    """Without it, Enter on a button does nothing, or what the form around it does with Enter: on *Cancel*
    it would save. It watches only the button that has the keyboard."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QPushButton | QToolButton)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            if not event.isAutoRepeat():
                watched.click()
            return True
        return super().eventFilter(watched, event)

    @Slot("QWidget*", "QWidget*")
    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QPushButton | QToolButton):
            before.removeEventFilter(self)
        if isinstance(now, QPushButton | QToolButton):
            now.installEventFilter(self)
