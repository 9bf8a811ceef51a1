"""Who has the vault open, told before a passphrase is typed in vain."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop.ui.door import Door, Holder
from desktop.ui.theme import GRID
from desktop.ui.unlock.words import holder_text
from desktop.ui.widgets.boxes import column
from desktop.ui.widgets.text import label

LOOK_MS = 1000


class HolderNote(QFrame):
    """Seen while another process has the vault open. ``changed`` is sent when one has, or has no longer."""

    changed = Signal()

    def __init__(self, door: Door, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "note")
        self._door = door
        self.holder: Holder | None = None
        self.text: QLabel = label("", wrap=True)
        box = column(self, margin=GRID)
        box.addWidget(label(self.tr("This vault is open already"), wrap=True))
        box.addWidget(self.text)
        told = self.tr("You can open it read-only. Nothing can be changed here until it is closed there.")
        box.addWidget(label(told, "muted", wrap=True))
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)
        self.look()

    @property
    def held(self) -> bool:
        return self.holder is not None

    @Slot()
    def look(self) -> None:
        """Finds out who has it."""
        before, self.holder = self.holder, self._door.holder()
        if self.holder is None:
            self.timer.stop()
        else:
            self.text.setText(holder_text(self.holder))
            self.timer.start()
        self.setVisible(self.held)
        if (before is None) != (self.holder is None):
            self.changed.emit()
