"""A card that tells how far a week is, and leads to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.words import hours_text
from desktop.services.attention import WeekStand, WeekState
from desktop.ui.health.running import running_text
from desktop.ui.start.words import stand_text
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, row
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import week_title


class WeekCard(QFrame):
    """``asked`` carries the week that somebody wants to see, ``repair_asked`` the one to be repaired."""

    asked = Signal(IsoWeek)
    repair_asked = Signal(IsoWeek)

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._caption = caption
        self._box = column(self, margin=GRID * 2)
        self.state = label("", wrap=True)
        self.running = label("", wrap=True)
        self.button = QPushButton()
        self.repair = QPushButton()

    def show_state(self, state: WeekState, unit: Unit) -> None:
        """Shows how far the week is, and before that what runs now and breaks a rule."""
        ready = bool(unit.citizens)
        clear(self._box)
        colours = tokens(self.palette())
        self._box.addWidget(label(self._caption, "muted"))
        self._box.addWidget(heading(week_title(state.week), 1, wrap=True))
        look, sign, colour = {
            WeekStand.CANNOT: ("danger", "danger", colours.danger),
            WeekStand.NOT_PLANNED: ("", "info", colours.muted),
            WeekStand.DRAFT: ("warn", "warn", colours.warn),
            WeekStand.PUBLISHED: ("ok", "ok", colours.ok),
            WeekStand.UNSAFE: ("danger", "danger", colours.danger),
        }[state.stand]
        if state.mild and state.stand is WeekStand.PUBLISHED:
            look, sign, colour = "warn", "warn", colours.warn
        self.running = label(running_text(unit, state.running), "danger", wrap=True)
        if state.running:
            now = row(gap=GRID)
            alarm = QLabel()
            alarm.setPixmap(pixmap("danger", colours.danger, 16, self.devicePixelRatioF()))
            now.addWidget(alarm)
            now.addWidget(self.running, 1)
            self._box.addLayout(now)
        line = row(gap=GRID)
        mark = QLabel()
        mark.setPixmap(pixmap(sign, colour, 16, self.devicePixelRatioF()))
        self.state = label(stand_text(state), look, wrap=True)
        line.addWidget(mark)
        line.addWidget(self.state, 1)
        self._box.addLayout(line)
        if state.version is not None and state.stand is not WeekStand.CANNOT:
            self._add_figures(state)
        self._box.addStretch(1)
        self.button = QPushButton(self._button_text(state.stand))
        if ready and state.stand in (WeekStand.UNSAFE, WeekStand.NOT_PLANNED):
            self.button.setProperty("look", "primary")
        self.button.setAccessibleName(f"{self.button.text()}: {week_title(state.week)}")
        self.button.clicked.connect(partial(self.asked.emit, state.week))
        foot = row()
        foot.addWidget(self.button)
        if state.stand is WeekStand.UNSAFE and ready:
            self.repair = QPushButton(self.tr("Repair it"))
            self.repair.setAccessibleName(f"{self.repair.text()}: {week_title(state.week)}")
            self.repair.clicked.connect(partial(self.repair_asked.emit, state.week))
            foot.addWidget(self.repair)
        foot.addStretch(1)
        self._box.addLayout(foot)

    def _add_figures(self, state: WeekState) -> None:
        line = row(gap=GRID * 3)
        sessions = len(state.version.sessions) if state.version is not None else 0
        for caption, value in (
            (self.tr("Planned hours"), hours_text(state.hours)),
            (self.tr("Sessions"), str(sessions)),
            (self.tr("Unmet duties"), str(sum(state.missing.values()))),
        ):
            figure = Figure(caption, step=1)
            figure.show_value(value)
            line.addWidget(figure)
        line.addStretch(1)
        self._box.addLayout(line)

    def _button_text(self, stand: WeekStand) -> str:
        if stand is WeekStand.NOT_PLANNED:
            return self.tr("Go and plan it")
        if stand is WeekStand.UNSAFE:
            return self.tr("See what is unsafe")
        return self.tr("Open the week")
