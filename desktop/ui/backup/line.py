"""The line in the window's header that says when the last good backup was made."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.services.ports import Clock
from desktop.ui.backup.keeper import BackupKeeper
from desktop.ui.backup.words import state_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label, restyle


class BackupLine(QFrame):
    """``asked``: somebody wants to see the backups."""

    asked = Signal()

    def __init__(self, keeper: BackupKeeper, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("guide", "backup")
        self._keeper = keeper
        self._clock = clock
        self.setProperty("look", "bar")
        self.text = label("", "muted")
        self.button = QPushButton(self.tr("Backups …"))
        self.button.setProperty("look", "chip")
        self.button.clicked.connect(self.asked)
        box = row(self, gap=GRID)
        box.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        box.addWidget(self.text)
        box.addStretch(1)
        box.addWidget(self.button)
        keeper.changed.connect(self.show_state)
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Says what the keeper knows by now."""
        state = self._keeper.state
        if self._keeper.busy and (state is None or state.fault is None):
            self._say(self.tr("A backup is being made …"), "muted")
        elif state is not None:
            late = state.fault is not None or state.last is None
            self._say(state_words(state, self._clock.today()), "danger" if late else "muted")

    def _say(self, text: str, look: str) -> None:
        self.text.setText(text)
        self.text.setProperty("look", look)
        restyle(self.text)
