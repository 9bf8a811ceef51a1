"""The short path from an empty unit to a planned week, with what is done already."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop.services.attention import Step
from desktop.ui.start.words import step_text
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, row
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label


class FirstSteps(QFrame):
    """``asked`` carries the key of the page on which a step is gone."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._box = column(self, margin=GRID * 2, gap=2)
        self.lines: dict[str, QPushButton] = {}

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Shows the steps; the first one that is not done stands out."""
        clear(self._box)
        self.lines = {}
        self._box.addWidget(heading(self.tr("To the first planned week"), 1))
        text = self.tr(
            "Each step leads to its page. What is entered is kept at once, and Ctrl+Z takes it back."
        )
        self._box.addWidget(label(text, "muted", wrap=True))
        colours = tokens(self.palette())
        following = next((step.key for step in steps if not step.done), "")
        for number, step in enumerate(steps, start=1):
            line = row(gap=GRID)
            mark = QLabel()
            sign = (
                ("ok", colours.ok)
                if step.done
                else ("next", colours.accent if step.key == following else colours.muted)
            )
            mark.setPixmap(pixmap(*sign, 16, self.devicePixelRatioF()))
            line.addWidget(mark)
            words = f"{number}. {step_text(step)}"
            done = self.tr("%1 entered").replace("%1", str(step.count)) if step.done else self.tr("not yet")
            button = QPushButton(f"{words} · {done}")
            button.setProperty("look", "line")
            font = button.font()
            font.setBold(step.key == following)
            button.setFont(font)
            button.clicked.connect(partial(self.asked.emit, step.page))
            line.addWidget(button, 1)
            self._box.addLayout(line)
            self.lines[step.key] = button
