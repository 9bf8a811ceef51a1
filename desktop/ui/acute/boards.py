"""The present week and the repaired one beside it: one choice of site and day for both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QWidget

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.sheet import Sheet, site_sheet
from desktop.printing.words import day_text, only_weekday_text
from desktop.ui.board.view import BoardView
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import clear, column, frame, row
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.segment import segment
from desktop.ui.widgets.tab_order import lead_through
from desktop.ui.widgets.tabs import NarrowTabs
from desktop.ui.widgets.text import label, tooltip

_LEAST_TAB = 96
_ALL = 7
"""Behind the seven days: all that are left of the week."""


class Side(StrEnum):
    """Which of the weeks is looked at."""

    BOTH = "both"
    PRESENT = "present"
    REPAIRED = "repaired"


@dataclass(frozen=True, slots=True)
class Shown:
    """A version on a board. ``unsafe`` sessions are marked as such, ``others`` are those that change; where
    there are any of either, the rest is paled."""

    version: PlanVersion
    title: str
    unsafe: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @property
    def bright(self) -> frozenset[str]:
        return self.unsafe | self.others


class _Half(QWidget):
    """A board with its title."""

    def __init__(self) -> None:
        super().__init__()
        self.title: QLabel = label("", "muted")
        self.title.setContentsMargins(GRID, 4, GRID, 4)
        self.view = BoardView()
        box = column(self, gap=0)
        box.addWidget(self.title)
        box.addWidget(self.view, 1)


class Boards(QWidget):
    """``chosen`` carries the session of the present week that somebody chose."""

    chosen = Signal(str)

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = zoom
        self._unit: Unit | None = None
        self._shown: tuple[Shown, ...] = ()
        self._days: tuple[date, ...] = ()
        self._sites: tuple[str, ...] = ()
        self._first: date | None = None
        self.tabs = NarrowTabs(_LEAST_TAB)
        self.tabs.setAccessibleName(self.tr("Site"))
        self.days = QButtonGroup(self)
        self.sides = QButtonGroup(self)
        self.halves = (_Half(), _Half())
        self._day_box = QWidget()
        self._day_row = FlowLayout(self._day_box, gap=4)
        self._side_box = QWidget()
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self._look_where_it_differs)
        self._build()

    @property
    def side(self) -> Side:
        return tuple(Side)[max(self.sides.checkedId(), 0)]

    def show_weeks(self, unit: Unit, first: date, present: Shown | None, repaired: Shown | None) -> None:
        """Shows a week from a day on, and its repair beside it; None for a week without a plan."""
        shown = tuple(each for each in (present, repaired) if each is not None)
        if unit is self._unit and (first, shown) == (self._first, self._shown):
            return
        again = self._first == first and bool(self._shown)
        looked_at = any(each.bright for each in self._shown), len(self._shown)
        self._unit, self._first, self._shown = unit, first, shown
        self._side_box.setVisible(repaired is not None)
        self._fill_days()
        self._fill_sites(keep=again)
        self._refresh()
        if not again or looked_at != (any(each.bright for each in shown), len(shown)):
            self._look_soon.start()

    def select(self, session: str) -> None:
        """Turns to a session of the present week and marks it."""
        found = next((each for each in self._sessions() if each.id == session), None)
        if found is None or self._unit is None:
            return
        site = next(room.site for room in self._unit.rooms if room.id == found.room)
        if site in self._sites:
            self.tabs.setCurrentIndex(self._sites.index(site))
        if self.days.checkedId() not in (_ALL, found.start.weekday()):
            self._choose_day(_ALL)
        if self.side is Side.REPAIRED and len(self._shown) > 1:
            self.choose_side(Side.BOTH)
        self.halves[0].view.select(session)

    def choose_side(self, side: Side) -> None:
        """Looks at both weeks or at one of them."""
        button = self.sides.button(tuple(Side).index(side))
        if button is not None:
            button.setChecked(True)
        self._refresh()

    def _build(self) -> None:
        bar = frame("bar")
        controls = column(bar, gap=4)
        controls.setContentsMargins(GRID, 4, GRID, 4)
        upper = row(gap=GRID)
        upper.addWidget(self.tabs, 1)
        upper.addWidget(self._side_box)
        controls.addLayout(upper)
        controls.addWidget(self._day_box)
        side_row = row(self._side_box, gap=4)
        for number, text in enumerate((self.tr("Side by side"), self.tr("Present"), self.tr("Repaired"))):
            button = segment(text)
            button.setChecked(number == 0)
            self.sides.addButton(button, number)
            side_row.addWidget(button)
        self._side_box.hide()
        both = row(gap=1)
        for half in self.halves:
            both.addWidget(half, 1)
        self.halves[0].view.clicked.connect(self.chosen)
        for view, moved in zip((half.view for half in self.halves), (self._follow, self._lead), strict=True):
            view.horizontalScrollBar().valueChanged.connect(moved)
            view.verticalScrollBar().valueChanged.connect(moved)
            # A board that has just come into sight learns only then how far it goes.
            view.horizontalScrollBar().rangeChanged.connect(self._follow)
            view.verticalScrollBar().rangeChanged.connect(self._follow)
        box = column(self, gap=0)
        box.addWidget(bar)
        box.addLayout(both, 1)
        self.tabs.currentChanged.connect(self._refresh)
        self.tabs.currentChanged.connect(self._look_soon.start)
        self.days.idClicked.connect(self._choose_day)
        self.sides.idClicked.connect(self._refresh)

    def _sessions(self) -> tuple[PlannedSession, ...]:
        return self._shown[0].version.sessions if self._shown else ()

    def _fill_days(self) -> None:
        version = self._shown[0].version if self._shown else None
        used = {each.start.date() for shown in self._shown for each in shown.version.sessions}
        week = version.week.days if version is not None else ()
        days = tuple(
            day
            for day in week
            if (day.weekday() < 5 or day in used) and (self._first is None or day >= self._first)
        )
        if days == self._days and self.days.buttons():
            return
        self._days = days
        for button in self.days.buttons():
            self.days.removeButton(button)
        clear(self._day_row)
        rest = self.tr("Whole week") if len(days) > 4 else self.tr("Rest of the week")
        texts = ((day.weekday(), only_weekday_text(day), day_text(day)) for day in days)
        for number, text, name in ((_ALL, rest, ""), *texts):
            button = segment(text, name)
            button.setChecked(number == _ALL)
            self.days.addButton(button, number)
            self._day_row.addWidget(button)
        lead_through(self.tabs, *self.days.buttons())

    def _fill_sites(self, *, keep: bool) -> None:
        """Each site with how many sessions change there; the one with the most is shown first."""
        unit = self._unit
        if unit is None:
            return
        held = {room.id: room.site for room in unit.rooms}
        concerned = Counter(
            held.get(each.room, "")
            for shown in self._shown[-1:]
            for each in shown.version.sessions
            if each.id in shown.bright
        )
        sites = [site for site in unit.sites if site.id in set(held.values())]
        before = self._site()
        with QSignalBlocker(self.tabs):
            while self.tabs.count():
                self.tabs.removeTab(0)
            self._sites = tuple(site.id for site in sites)
            for site in sites:
                name = site.name.replace("&", "&&")
                count = concerned[site.id]
                place = self.tabs.addTab(f"{name} · {count}" if count else name)
                self.tabs.setTabToolTip(place, tooltip(site.name))
            most = concerned.most_common(1)
            wanted = before if keep and concerned[before or ""] else (most[0][0] if most else before)
            if wanted in self._sites:
                self.tabs.setCurrentIndex(self._sites.index(wanted))

    @Slot(int)
    def _choose_day(self, day: int) -> None:
        button = self.days.button(day)
        if button is not None:
            button.setChecked(True)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        two = len(self._shown) > 1
        for number, half in enumerate(self.halves):
            there = number < len(self._shown)
            wanted = self.side is Side.BOTH or self.side is (Side.PRESENT, Side.REPAIRED)[number]
            half.setVisible((there and wanted) if two else number == 0)
            half.title.setVisible(there)
            shown = self._shown[number] if there else None
            half.title.setText(shown.title if shown is not None else "")
            sheet = None if shown is None else self._sheet(shown)
            conflicts = frozenset[str]() if shown is None else shown.unsafe
            half.view.show_sheet(sheet, zoom=self._zoom, conflicts=conflicts)
            half.view.canvas.mark(None if shown is None or not shown.bright else shown.bright)

    @Slot()
    def _look_where_it_differs(self) -> None:
        """Scrolls to the first session that is unsafe or changes, once the boards have their size."""
        for half, shown in zip(self.halves, self._shown, strict=False):
            if half.isVisible() and shown.bright & {each.block.session for each in half.view.canvas.boxes()}:
                half.view.bring_one_into_sight(shown.bright)
                return

    @Slot()
    def _follow(self) -> None:
        """Scrolls the second board to where the first one is."""
        _scroll(self.halves[1].view, self.halves[0].view)

    @Slot()
    def _lead(self) -> None:
        """The other way round."""
        _scroll(self.halves[0].view, self.halves[1].view)

    def _sheet(self, shown: Shown) -> Sheet | None:
        site, day = self._site(), self.days.checkedId()
        if self._unit is None or site is None:
            return None
        days = (
            self._days if day in (_ALL, -1) else tuple(each for each in self._days if each.weekday() == day)
        )
        return site_sheet(self._unit, shown.version, site, days)

    def _site(self) -> str | None:
        at = self.tabs.currentIndex()
        return self._sites[at] if 0 <= at < len(self._sites) else None


def _scroll(view: BoardView, other: BoardView) -> None:
    view.horizontalScrollBar().setValue(other.horizontalScrollBar().value())
    view.verticalScrollBar().setValue(other.verticalScrollBar().value())
