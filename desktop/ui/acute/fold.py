"""What a form begins with and seldom asks for: told in one line until somebody wants to change it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.forms.dates import written_day
from desktop.ui.forms.field import Field, plain
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate


class Fold(QWidget):
    """Stands in the place of some fields of a form."""

    def __init__(self, fields: Sequence[Field[Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self.summary = label("", "muted", wrap=True)
        self.button = QPushButton(translate("AcuteFold", "Change the rest …"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._open_and_go)
        box = column(self, gap=GRID)
        box.addWidget(self.summary)
        box.addWidget(self.button)
        for field in self._fields:
            field.hide()
            field.changed.connect(self._tell)
        self._tell()

    @property
    def opened(self) -> bool:
        """Whether the fields can be seen."""
        return self.isHidden()

    def open(self) -> None:
        """Shows the fields."""
        self.hide()
        for field in self._fields:
            field.show()

    @Slot()
    def _open_and_go(self) -> None:
        self.open()
        self._fields[0].setFocus()

    @Slot()
    def _tell(self) -> None:
        said = [f"{plain(field.caption.text())}: {_words(field)}" for field in self._fields]
        self.summary.setText(" · ".join(said))
        self.button.setAccessibleDescription(self.summary.text())


def _words(field: Field[Any]) -> str:
    value = field.value() if field.is_readable() else ""
    if value is None:
        return translate("Acute", "Until further notice")
    return written_day(value) if isinstance(value, date) else str(value)
