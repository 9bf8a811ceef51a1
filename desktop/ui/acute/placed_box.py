"""People whom placements bring together: who, where, when, whom to call, and the way to their placements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.services.placed_meetings import PlacedMeeting
from desktop.ui.acute.words import SessionWords
from desktop.ui.health.meetings import meeting_help, meeting_line, to_call
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, frame, row, scrolled
from desktop.ui.widgets.text import label

translate = QCoreApplication.translate
MOST_HIGH = 320
"""Pixels that the box takes before it scrolls."""


class PlacedBox(QWidget):
    """``asked`` carries the person whose placements somebody wants to see."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._inside = QWidget()
        self._box = column(self._inside, gap=GRID)
        self._scroll = scrolled(self._inside)
        self._scroll.setMaximumHeight(MOST_HIGH)
        column(self, gap=0).addWidget(self._scroll)
        self.hide()

    def show_meetings(self, meetings: Sequence[PlacedMeeting], words: SessionWords) -> None:
        """Shows what takes place now first, then what is new, then what was so before."""
        clear(self._box)
        self.buttons = []
        self.setVisible(bool(meetings))
        for each in sorted(meetings, key=lambda one: (not one.runs(words.now), one.before)):
            self._box.addWidget(self._card(each, words))
        self._box.addStretch(1)

    def texts(self) -> tuple[str, ...]:
        """What is said, from top to bottom."""
        return tuple(each.text() for each in self._inside.findChildren(QLabel) if each.text())

    def _card(self, meeting: PlacedMeeting, words: SessionWords) -> QWidget:
        card = frame("problem")
        box = column(card, margin=GRID, gap=4)
        box.addWidget(label(meeting_line(words.unit, meeting, words.now), "danger", wrap=True))
        call = to_call(words.unit, meeting)
        box.addWidget(label(f"{call} {meeting_help()}", wrap=True))
        foot = row(gap=GRID)
        for person in meeting.people:
            text = translate("PlacedTogether", "Placements of %1").replace("%1", words.person(person))
            button = QPushButton(text.replace("&", "&&"))
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.asked.emit, person))
            foot.addWidget(button)
            self.buttons.append(button)
        foot.addStretch(1)
        box.addLayout(foot)
        return card
