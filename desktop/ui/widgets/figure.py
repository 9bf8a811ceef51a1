"""A number with the words that say what it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.boxes import column, row
from desktop.ui.widgets.text import heading, label, tooltip


class Figure(QWidget):
    """A large value above a small caption, perhaps with a note beside it; read out as one."""

    def __init__(self, caption: str, parent: QWidget | None = None, *, step: int = 2) -> None:
        super().__init__(parent)
        self._caption = label(caption, "muted")
        self._value = heading("–", step)
        self._note = label("", "muted")
        line = row(gap=6)
        line.addWidget(self._value, alignment=Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self._note, alignment=Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        box = column(self, gap=0)
        box.addLayout(line)
        box.addWidget(self._caption)
        self.show_value("–")

    def show_value(self, value: str, hint: str = "") -> None:
        """Shows a value, with a hint for the pointer, and no note."""
        self._value.setText(value)
        self._note.setText("")
        self.setToolTip(tooltip(hint))
        self.setAccessibleName(f"{self._caption.text()}: {value}")

    def show_note(self, note: str) -> None:
        """Shows a few words beside the value."""
        self._note.setText(note)
        self.setAccessibleName(f"{self._caption.text()}: {self._value.text()}, {note}")

    def value(self) -> str:
        return self._value.text()
