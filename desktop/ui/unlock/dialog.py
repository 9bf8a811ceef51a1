"""Making a vault on the first start, unlocking it later."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.context import Door


class UnlockDialog(QDialog):
    """Accepted once the door is open; rejected where the user gives up."""

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
