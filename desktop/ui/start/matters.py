"""The list of what needs attention: a card a matter, a line for each person or thing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.unit import Unit
from desktop.services.attention import Item, Matter
from desktop.ui.start.words import is_urgent, item_text, matter_title, page_of, subject_of
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, frame, row
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label

FEW = 4
"""How many lines of a matter stand there before somebody asks for all of them."""


class Matters(QWidget):
    """``asked`` carries the key of a page and the id of what to show there."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = column(self, gap=GRID)
        self._open: set[Matter] = set()
        self._shown: tuple[Unit, tuple[Item, ...], datetime] | None = None
        self._columns = 2
        self.lines: list[QPushButton] = []

    def stand_in(self, columns: int) -> None:
        """Puts the cards in one column or in two."""
        if columns != self._columns:
            self._columns = columns
            if self._shown is not None:
                self.show_items(*self._shown)

    def show_items(self, unit: Unit, items: Sequence[Item], now: datetime) -> None:
        """Shows the items, which come sorted by their matter."""
        self._shown = (unit, tuple(items), now)
        clear(self._box)
        self.lines = []
        if not items:
            self._box.addWidget(label(self.tr("Nothing needs your attention today."), "muted"))
        columns = row(gap=GRID * 2)
        sides = tuple(column(gap=GRID) for _ in range(self._columns))
        heights = [0] * self._columns
        for matter, group in groupby(items, key=lambda item: item.matter):
            card = self._card(unit, matter, tuple(group), now)
            # Into the shorter column, so that what is urgent stays above.
            at = heights.index(min(heights))
            sides[at].addWidget(card)
            heights[at] += card.sizeHint().height() + GRID
        for side in sides:
            side.addStretch(1)
            columns.addLayout(side, 1)
        self._box.addLayout(columns)

    def _card(self, unit: Unit, matter: Matter, items: tuple[Item, ...], now: datetime) -> QWidget:
        card = frame("card")
        box = column(card, gap=2)
        box.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        colours = tokens(self.palette())
        head = row(gap=GRID)
        sign, colour = ("warn", colours.warn) if is_urgent(matter) else ("info", colours.accent)
        if matter is Matter.PLACED_TOGETHER:
            sign, colour = "danger", colours.danger
        mark = QLabel()
        mark.setPixmap(pixmap(sign, colour, 16, self.devicePixelRatioF()))
        head.addWidget(mark)
        head.addWidget(heading(f"{matter_title(matter)} · {len(items)}", 0, wrap=True), 1)
        box.addLayout(head)
        shown = items if matter in self._open or len(items) <= FEW + 1 else items[:FEW]
        for item in shown:
            line = QPushButton(item_text(unit, item, now).replace("&", "&&"))
            line.setProperty("look", "line")
            line.clicked.connect(partial(self.asked.emit, page_of(matter), subject_of(item)))
            box.addWidget(line)
            self.lines.append(line)
        if len(shown) < len(items):
            more = QPushButton(self.tr("Show all %1").replace("%1", str(len(items))))
            more.setProperty("look", "line")
            more.clicked.connect(partial(self._show_all, matter))
            box.addWidget(more)
        return card

    def _show_all(self, matter: Matter) -> None:
        self._open.add(matter)
        if self._shown is not None:
            self.show_items(*self._shown)
