"""The board with its controls: which site, which day, how large."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.sheet import Sheet, site_sheet
from desktop.printing.words import short_day_text
from desktop.qt.settings import MAX_ZOOM, MIN_ZOOM
from desktop.ui.board.view import BoardView
from desktop.ui.theme import GRID, tokens
from desktop.ui.widgets.boxes import clear, column, frame, row
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.text import heading, label, tooltip

ZOOM_STEP = 10
ALL_WEEK = 7
"""Behind the seven days; the others are days of the week, Monday 0."""


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """Where on the board one looks: the number of the site's tab, the day, how far it is scrolled."""

    site: int
    day: int
    across: int
    down: int


class BoardPanel(QWidget):
    """``chosen`` carries the session that somebody chose; ``zoomed`` the new zoom in percent."""

    chosen = Signal(str)
    zoomed = Signal(int)

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = zoom
        self._unit: Unit | None = None
        self._version: PlanVersion | None = None
        self._conflicts: frozenset[str] = frozenset()
        self._days: tuple[date, ...] = ()
        self._day = ALL_WEEK
        self._sites: tuple[str, ...] = ()
        self.tabs = QTabBar()
        self.days = QButtonGroup(self)
        self.view = BoardView()
        self._empty_title = heading("", 2)
        self._empty_text = label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._day_row = row(gap=4)
        self._percent = QToolButton()
        self._build()

    def show_version(self, unit: Unit | None, version: PlanVersion | None, conflicts: frozenset[str]) -> None:
        """Shows a version of a week; None for no plan. ``conflicts`` are sessions that break a rule."""
        self._unit, self._version, self._conflicts = unit, version, conflicts
        self._fill_sites()
        self._fill_days()
        self._refresh()

    def show_empty(self, title: str, text: str) -> None:
        """What stands there while there is no plan."""
        self._empty_title.setText(title)
        self._empty_text.setText(text)

    def empty_words(self) -> str:
        """What stands there while there is no plan; nothing where there is one."""
        shown = self._stack.currentIndex() == 1
        return f"{self._empty_title.text()}\n{self._empty_text.text()}" if shown else ""

    def select(self, session: str | None) -> None:
        """Turns to the chosen session's site and day and marks it."""
        found = self._find(session)
        if found is not None and session is not None:
            site, day = found
            if site in self._sites and site != self._site():
                self.tabs.setCurrentIndex(self._sites.index(site))
            if self._day not in (ALL_WEEK, day):
                self._choose_day(day)
        self.view.select(session)

    def place(self) -> BoardPlace:
        """Where one looks."""
        view = self.view
        return BoardPlace(
            self.tabs.currentIndex(),
            self._day,
            view.horizontalScrollBar().value(),
            view.verticalScrollBar().value(),
        )

    def go_to(self, place: BoardPlace) -> None:
        """Looks there again, as far as that is still there."""
        if 0 <= place.site < self.tabs.count():
            self.tabs.setCurrentIndex(place.site)
        if self.days.button(place.day) is not None:
            self._choose_day(place.day)
        # The bars know how far they go once the board has its size.
        QTimer.singleShot(0, self, partial(self._scroll_to, place))

    def _scroll_to(self, place: BoardPlace) -> None:
        self.view.horizontalScrollBar().setValue(place.across)
        self.view.verticalScrollBar().setValue(place.down)

    def mark(self, sessions: frozenset[str] | None) -> None:
        """Keeps these sessions bright and pales the others; None pales none.

        Where the site in sight has none of them, the board turns to the one with the most.
        """
        held = Counter(found[0] for session in sessions or () if (found := self._find(session)) is not None)
        if held and self._site() not in held:
            self.tabs.setCurrentIndex(self._sites.index(held.most_common(1)[0][0]))
        self.view.canvas.mark(sessions)

    @Slot()
    def zoom_in(self) -> None:
        self._zoom_by(1)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom_by(-1)

    @Slot()
    def zoom_reset(self) -> None:
        self._set_zoom(100)

    def _build(self) -> None:
        box = column(self, gap=0)
        bar = frame("bar")
        across = row(bar, gap=GRID)
        across.setContentsMargins(GRID, 0, GRID, 0)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Site"))
        self.tabs.currentChanged.connect(self._refresh)
        across.addWidget(self.tabs, 1)
        across.addLayout(self._zoom_buttons())
        box.addWidget(bar)
        self._day_row.setContentsMargins(GRID, GRID, GRID, GRID)
        holder = frame("bar")
        holder.setLayout(self._day_row)
        box.addWidget(holder)
        self.days.setExclusive(True)
        self.days.idClicked.connect(self._choose_day)
        self.view.clicked.connect(self.chosen)
        self.view.reached.connect(self.chosen)
        self.view.zoom_asked.connect(self._zoom_by)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty_page())
        box.addWidget(self._stack, 1)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        box: QVBoxLayout = column(page, margin=GRID * 4)
        box.addStretch(2)
        for text in (self._empty_title, self._empty_text):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(text)
        box.addStretch(3)
        return page

    def _zoom_buttons(self) -> QHBoxLayout:
        colour = tokens(self.palette()).text
        buttons = row(gap=0)
        for name, text, act in (
            ("zoom-out", self.tr("Zoom out"), self.zoom_out),
            ("", self.tr("Zoom to 100 %"), self.zoom_reset),
            ("zoom-in", self.tr("Zoom in"), self.zoom_in),
        ):
            button = QToolButton() if name else self._percent
            button.setProperty("look", "plain")
            button.setToolTip(tooltip(text))
            button.setAccessibleName(text)
            if name:
                button.setIcon(icon(name, colour))
            button.clicked.connect(act)
            buttons.addWidget(button)
        self._percent.setText(self._zoom_text())
        return buttons

    def _fill_sites(self) -> None:
        unit, version = self._unit, self._version
        sites = (
            tuple(site for site in unit.sites if any(room.site == site.id for room in unit.rooms))
            if unit
            else ()
        )
        before = self._site()
        rooms = {room.id: room.site for room in unit.rooms} if unit else {}
        held = [rooms.get(session.room) for session in version.sessions] if version else []
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._sites = tuple(site.id for site in sites)
        for site in sites:
            text = self.tr("%1 · %2", "site, number of sessions")
            place = self.tabs.addTab(
                text.replace("%2", str(held.count(site.id))).replace("%1", site.name.replace("&", "&&"))
            )
            self.tabs.setTabToolTip(place, tooltip(site.address or site.name))
        if before in self._sites:
            self.tabs.setCurrentIndex(self._sites.index(before))
        self.tabs.blockSignals(False)

    def _fill_days(self) -> None:
        week = self._version.week if self._version else None
        used = {session.start.date() for session in self._version.sessions} if self._version else set()
        days = week.days if week else ()
        shown = tuple(day for number, day in enumerate(days) if number < 5 or day in used)
        if shown == self._days:
            return
        if not shown or not self._days or shown[0] != self._days[0]:
            self._day = ALL_WEEK
        self._days = shown
        for button in self.days.buttons():
            self.days.removeButton(button)
        clear(self._day_row)
        self._add_day(ALL_WEEK, self.tr("Whole week"))
        for number, day in enumerate(shown):
            self._add_day(number, short_day_text(day))
        self._day_row.addStretch(1)

    def _add_day(self, number: int, text: str) -> None:
        button = QToolButton()
        button.setProperty("look", "segment")
        button.setCheckable(True)
        button.setText(text)
        button.setChecked(number == self._day)
        self.days.addButton(button, number)
        self._day_row.addWidget(button)

    @Slot(int)
    def _choose_day(self, day: int) -> None:
        self._day = day
        button = self.days.button(day)
        if button is not None:
            button.setChecked(True)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        sheet = self._sheet()
        self._stack.setCurrentIndex(0 if sheet is not None else 1)
        self.view.show_sheet(sheet, zoom=self._zoom, conflicts=self._conflicts)

    def _sheet(self) -> Sheet | None:
        site = self._site()
        if self._unit is None or self._version is None or site is None:
            return None
        days = None if self._day == ALL_WEEK else (self._days[self._day],)
        return site_sheet(self._unit, self._version, site, days)

    def _site(self) -> str | None:
        place = self.tabs.currentIndex()
        return self._sites[place] if 0 <= place < len(self._sites) else None

    def _find(self, session: str | None) -> tuple[str, int] | None:
        """A session's site and the number of its day."""
        if self._unit is None or self._version is None:
            return None
        found = next((each for each in self._version.sessions if each.id == session), None)
        if found is None:
            return None
        site = next(room.site for room in self._unit.rooms if room.id == found.room)
        return site, found.start.weekday() if found.start.date() in self._days else ALL_WEEK

    @Slot(int)
    def _zoom_by(self, steps: int) -> None:
        self._set_zoom(self._zoom + steps * ZOOM_STEP)

    def _set_zoom(self, percent: int) -> None:
        self._zoom = min(max(percent, MIN_ZOOM), MAX_ZOOM)
        self._percent.setText(self._zoom_text())
        self._refresh()
        self.zoomed.emit(self._zoom)

    def _zoom_text(self) -> str:
        return self.tr("%1 %").replace("%1", str(self._zoom))
