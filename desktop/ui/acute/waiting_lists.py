"""The lists of people to call that are not done with: how many are left, and the way back to each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.services.call_lists import CallList
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, frame
from desktop.ui.widgets.text import label
from desktop.ui.words import show_list_words, untold_words


class WaitingLists(QWidget):
    """``asked`` carries the id of the version whose list is wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._box = column(self, gap=GRID)

    def show_lists(self, lists: Sequence[CallList], now: datetime) -> None:
        """Shows each list in a card; those in which somebody is left are marked."""
        clear(self._box)
        self.buttons = []
        for each in lists:
            left = len(each.left(now))
            card = frame("note" if left else "card")
            inside = column(card, margin=GRID, gap=GRID)
            text = untold_words(left, each.after.week, each.after.number)
            inside.addWidget(label(text, "warn" if left else "muted", wrap=True))
            button = QPushButton(show_list_words())
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()}: {text}")
            button.clicked.connect(partial(self.asked.emit, each.after.id))
            inside.addWidget(button)
            self._box.addWidget(card)
            self.buttons.append(button)

    def texts(self) -> tuple[str, ...]:
        """What the cards say."""
        return tuple(each.accessibleName() for each in self.buttons)
