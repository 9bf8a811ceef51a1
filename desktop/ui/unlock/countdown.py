"""The wait after wrong passphrases, counted down before the user's eyes."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.door import Door
from desktop.ui.unlock.words import wait_text
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import label

TICK_MS = 250


class Countdown(QWidget):
    """Seen while no passphrase may be tried. ``over`` is sent when the next one may be."""

    over = Signal()

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self.text: QLabel = label("", "muted", wrap=True)
        column(self).addWidget(self.text)
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self.timer.timeout.connect(self.look)
        self.waiting = False
        self.hide()

    @Slot()
    def look(self) -> None:
        """Asks the door how long to wait."""
        left = self._door.wait()
        before, self.waiting = self.waiting, left > 0
        if self.waiting:
            self.text.setText(wait_text(left))
            self.timer.start()
        else:
            self.timer.stop()
        self.setVisible(self.waiting)
        if before and not self.waiting:
            self.over.emit()
