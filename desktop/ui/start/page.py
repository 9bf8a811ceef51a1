"""The first page: the week's state, what needs attention, and the way to the first planned week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.locks import Approval
from desktop.domain.time import IsoWeek
from desktop.services.attendance import no_shows_without_follow_up
from desktop.services.attention import attention, first_steps
from desktop.services.awaiting import awaiting_in
from desktop.services.call_lists import lists_in_force
from desktop.services.change import Change
from desktop.services.locks import MissingApproval
from desktop.services.ports import local_time
from desktop.services.week.planned_weeks import planned_weeks
from desktop.ui.context import WindowContext
from desktop.ui.page import Page
from desktop.ui.start.first_steps import FirstSteps
from desktop.ui.start.matters import Matters
from desktop.ui.start.week_card import WeekCard
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, scrolled
from desktop.ui.widgets.text import heading, label
from desktop.ui.words import day_title

WIDTH = 1100
MINUTE_MS = 60_000
NARROW = 940
"""Below this width what needs attention stands in one column."""


class StartPage(Page):
    """``show_week`` is called with a week before its page is gone to."""

    key = "start"

    def __init__(
        self, context: WindowContext, show_week: Callable[[IsoWeek], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._show_week = show_week
        self.title = heading("", 3)
        self.unit = label("", "muted")
        self.weeks = (WeekCard(self.tr("This week")), WeekCard(self.tr("Next week")))
        self.steps = FirstSteps()
        self.matters = Matters()
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._pass_time)
        self._build()
        for card in self.weeks:
            card.asked.connect(self._open_week)
            card.repair_asked.connect(lambda week: self.navigate.emit("acute", str(week)))
        self.steps.asked.connect(lambda page: self.navigate.emit(page, ""))
        self.matters.asked.connect(self.navigate)

    def refresh(self, change: Change | None) -> None:
        del change
        unit = self._context.editing.unit()
        today = self._context.clock.today()
        now = local_time(self._context.clock)
        no_shows = no_shows_without_follow_up(self._context.store, now)
        lists = lists_in_force(self._context.store, today)
        untold = {each.after.id: len(each.left(now)) for each in lists}
        found = attention(unit, self._context.planning, today, no_shows, untold, self._unapproved(today, now))
        self.unit.setText(unit.settings.name)
        self.title.setText(day_title(today))
        for card, state in zip(self.weeks, found.weeks, strict=True):
            card.show_state(state, unit)
        planned = [state.version for state in found.weeks if state.version is not None]
        steps = first_steps(unit, planned)
        self.steps.setVisible(not all(step.done for step in steps))
        self.steps.show_steps(steps)
        self.matters.show_items(unit, found.items, now)

    @Slot()
    def _pass_time(self) -> None:
        """What runs now is another by now."""
        self.refresh(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _unapproved(self, today: date, now: datetime) -> dict[str, tuple[MissingApproval, ...]]:
        weeks = planned_weeks(self._context.planning, today)
        with self._context.store.begin() as work:
            return awaiting_in(weeks, work.all(Approval), now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.matters.stand_in(2 if self.width() >= NARROW else 1)

    def _build(self) -> None:
        content = QWidget()
        outer = QGridLayout(content)
        outer.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 3)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        outer.addWidget(inner, 0, 1)
        outer.setColumnStretch(0, 1)
        outer.setColumnStretch(1, 100)
        outer.setColumnStretch(2, 1)
        outer.setRowStretch(1, 1)
        box = column(inner, gap=GRID * 2)
        head = column(gap=0)
        head.addWidget(self.title)
        head.addWidget(self.unit)
        box.addLayout(head)
        cards = QGridLayout()
        cards.setSpacing(GRID * 2)
        for number, card in enumerate(self.weeks):
            cards.addWidget(card, 0, number)
            cards.setColumnStretch(number, 1)
        box.addLayout(cards)
        box.addWidget(self.steps)
        box.addWidget(heading(self.tr("Needs attention"), 1))
        box.addWidget(self.matters)
        box.addStretch(1)
        column(self, gap=0).addWidget(scrolled(content))

    @Slot(object)
    def _open_week(self, week: IsoWeek) -> None:
        self._show_week(week)
        self.navigate.emit("week", "")
