"""A field for a passphrase: hidden, with a way to look at it, that notices a locked shift key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.theme import tokens
from desktop.ui.widgets.icons import icon


class PassphraseEdit(QLineEdit):
    """``caps_lock`` says whether the last letter was typed with Caps Lock on, as far as a key tells it."""

    caps_lock = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMinimumWidth(320)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._look = QAction(self)
        self._look.setCheckable(True)
        self._look.toggled.connect(self._show_text)
        self.addAction(self._look, QLineEdit.ActionPosition.TrailingPosition)
        self._show_text(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._note_case(event)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.caps_lock.emit(False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_text(self._look.isChecked())
        super().changeEvent(event)

    def _note_case(self, event: QKeyEvent) -> None:
        """Qt knows no Caps Lock: a capital without Shift, or a small letter with it, gives it away."""
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.emit(False)
        elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() != shift)

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._look.setIcon(icon("eye-off" if shown else "eye", tokens(self.palette()).muted))
        self._look.setText(self.tr("Hide the passphrase") if shown else self.tr("Show the passphrase"))
