"""A number with the words that say what it counts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import heading, label, tooltip


class Figure(QWidget):
    """A large value above a small caption; read out as one."""

    def __init__(self, caption: str, parent: QWidget | None = None, *, step: int = 2) -> None:
        super().__init__(parent)
        self._caption = label(caption, "muted")
        self._value = heading("–", step)
        box = column(self, gap=0)
        box.addWidget(self._value)
        box.addWidget(self._caption)
        self.show_value("–")

    def show_value(self, value: str, hint: str = "") -> None:
        """Shows a value, with a hint for the pointer."""
        self._value.setText(value)
        self.setToolTip(tooltip(hint))
        self.setAccessibleName(f"{self._caption.text()}: {value}")

    def value(self) -> str:
        return self._value.text()
