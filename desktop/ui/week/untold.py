"""Above the board: how many people are not told yet of the version in force, and the way to their list."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.call_lists import list_in_force
from desktop.services.ports import local_time
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.week.sentence import Sentence
from desktop.ui.words import show_list_words, untold_words


class Untold(Sentence):
    """``asked`` carries the id of the version whose list of people to call is wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("note", show_list_words(), parent)
        self._version = ""
        self.text.setProperty("look", "warn")
        self.away.clicked.connect(self._ask)

    def show_for(self, desk: Desk, context: WindowContext) -> None:
        """Says it of the week on the desk, where somebody is left to be told of something to come."""
        found = None
        if not desk.is_over:
            with context.store.begin() as work:
                found = list_in_force(work, desk.versions)
        left = 0 if found is None else len(found.left(local_time(context.clock)))
        self.setVisible(bool(left))
        if found is not None and left:
            self._version = found.after.id
            self.text.setText(untold_words(left, found.after.week, found.after.number))
            self.away.setAccessibleName(f"{self.away.text()}: {self.text.text()}")

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._version)
