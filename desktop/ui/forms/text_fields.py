"""Words, and yes or no."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.forms.field import Field
from desktop.ui.theme import GRID


class TextField(Field[str]):
    """One line of text; white space around it is dropped. Whether it may be empty is the domain's rule."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        super().__init__(self.edit, self.edit, parent)
        self.edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        self.edit.setText(value)
        self.edit.setCursorPosition(0)

    def stand_ins(self) -> tuple[str, str]:
        return "–", "–"


class NoteField(Field[str]):
    """Several lines of text. Tab leaves the field."""

    def __init__(self, *, lines: int = 3, parent: QWidget | None = None) -> None:
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        super().__init__(self.edit, self.edit, parent)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * lines + GRID * 2 + 4)
        self.edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self.edit.setPlainText(value)

    def stand_ins(self) -> tuple[str, str]:
        return "", ""


class SwitchField(Field[bool]):
    """Yes or no: a box to tick, with the label beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = QCheckBox()
        super().__init__(self.box, self.box, parent)
        self.box.toggled.connect(self.changed)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def stand_ins(self) -> tuple[bool, bool]:
        return False, True

    def set_label(self, text: str, help_text: str = "") -> None:
        super().set_label(text, help_text)
        self.caption.hide()
        self.box.setText(text)
