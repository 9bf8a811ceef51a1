"""The way to the placements of people whom they bring together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.services.week.placed_meetings import PlacedMeeting
from desktop.ui.acute.words import SessionWords
from desktop.ui.health.meetings import meeting_help
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column
from desktop.ui.widgets.text import label, tooltip

translate = QCoreApplication.translate


class PlacedBox(QWidget):
    """``asked`` carries the person whose placements somebody wants to see."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._box = column(self, margin=GRID, gap=4)
        self.hide()

    def show_meeting(self, meeting: PlacedMeeting | None, words: SessionWords) -> None:
        """Says what can be done about a meeting; None hides it."""
        clear(self._box)
        self.buttons = []
        self.setVisible(meeting is not None)
        if meeting is None:
            return
        self._box.addWidget(label(meeting_help(), "danger", wrap=True))
        for person in meeting.people:
            text = translate("PlacedTogether", "Placements of %1").replace("%1", words.person(person))
            # The name alone: the words would make the panel too wide for a small window.
            button = QPushButton(words.person(person).replace("&", "&&"))
            button.setAccessibleName(text)
            button.setToolTip(tooltip(text))
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.asked.emit, person))
            self._box.addWidget(button)
            self.buttons.append(button)
