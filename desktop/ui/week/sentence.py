"""A sentence above or below the board that somebody can put away."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import row
from desktop.ui.widgets.text import label


class Sentence(QFrame):
    """``text`` is what it says, ``away`` the button that puts it away, ``way`` one that leads to what helps,
    where ``offer`` says that there is something. It begins hidden."""

    def __init__(self, look: str, away: str, parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.text = label("", wrap=wrap)
        self.way = QPushButton()
        self.way.hide()
        self.away = QPushButton(away)
        line = row(self, gap=GRID)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        line.addWidget(self.text, 1)
        line.addWidget(self.way)
        line.addWidget(self.away)
        self.hide()

    def offer(self, words: str) -> None:
        """Offers a way out under these words; none where they are empty."""
        self.way.setText(words)
        self.way.setVisible(bool(words))
