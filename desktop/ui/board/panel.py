"""The board with its controls: which view of the plan, which site, which people, which day, how large."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Unit
from desktop.printing.sheet import Sheet
from desktop.ui.board.day_row import ALL_WEEK, DayRow
from desktop.ui.board.look import BoardLook, BoardPlace
from desktop.ui.board.mode_buttons import mode_buttons
from desktop.ui.board.modes import Mode, Sheets, mode_hint
from desktop.ui.board.people_bar import PeopleBar
from desktop.ui.board.view import BoardView
from desktop.ui.board.zoom import ZoomButtons
from desktop.ui.theme import GRID
from desktop.ui.widgets.beside import Beside
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.later import Later
from desktop.ui.widgets.tabs import NarrowTabs
from desktop.ui.widgets.text import heading, label, tooltip

_LEAST_TAB = 96


class BoardPanel(QWidget):
    """``chosen`` carries the session that somebody chose; ``zoomed`` the new zoom in percent; ``shown`` is
    sent when another sheet stands on the board."""

    chosen = Signal(str)
    zoomed = Signal(int)
    shown = Signal()

    def __init__(self, zoom: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._version: PlanVersion | None = None
        self._conflicts: frozenset[str] = frozenset()
        self._locked: frozenset[str] = frozenset()
        self._sites: tuple[str, ...] = ()
        self._left_site = -1
        self._left_people = ("", "")
        self._selected: str | None = None
        self._sheets: Sheets | None = None
        self.mode = Mode.ROOMS
        self.modes = QButtonGroup(self)
        self.tabs = NarrowTabs(_LEAST_TAB)
        self._people_place = Later(self._make_people_bar)
        self.day_row = DayRow()
        self.days = self.day_row.group
        self.zoom = ZoomButtons(zoom)
        self.view = BoardView()
        self._empty_title = heading("", 2)
        self._empty_text = label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._build()

    @property
    def people_bar(self) -> PeopleBar:
        """Whose lanes are shown, in what order."""
        return self._people_place.widget()

    def forget_search(self) -> None:
        """Drops what was searched for."""
        if self._people_place.made is not None:
            self._people_place.made.search.clear()

    @property
    def unit(self) -> Unit | None:
        return self._unit

    @property
    def version(self) -> PlanVersion | None:
        return self._version

    def show_version(
        self,
        unit: Unit | None,
        version: PlanVersion | None,
        conflicts: frozenset[str],
        locked: frozenset[str] = frozenset(),
    ) -> None:
        """Shows a version of a week; None for no plan. ``conflicts`` are sessions that break a rule,
        ``locked`` those that are held fast."""
        self._unit, self._version, self._conflicts, self._locked = unit, version, conflicts, locked
        self._fill_sites()
        if self._people_place.made is not None:
            self._people_place.made.show_unit(unit, version.week if version else None)
        self.day_row.show_version(version)
        self._refresh()

    def show_now(self, now: datetime) -> None:
        """Marks the local moment, where the board shows its day."""
        self.view.show_now(now)

    def show_empty(self, title: str, text: str) -> None:
        """What stands there while there is no plan."""
        self._empty_title.setText(title)
        self._empty_text.setText(text)

    def empty_words(self) -> str:
        """What stands there while there is no plan; nothing where there is one."""
        shown = self._stack.currentIndex() == 1
        return f"{self._empty_title.text()}\n{self._empty_text.text()}" if shown else ""

    def show_mode(self, mode: Mode) -> None:
        """Turns to a view of the plan; what is chosen stays in sight."""
        if mode is self.mode:
            return
        self.mode = mode
        self._button_of(mode).setChecked(True)
        self._show_controls()
        self._refresh()
        chosen = next((each.session for each in self.view.canvas.buttons() if each.isChecked()), None)
        if chosen is not None:
            self.view.select(chosen)

    def select(self, session: str | None) -> None:
        """Marks the chosen session, and turns to it where another one was chosen before: the same one, shown
        anew, leaves one where one looks."""
        if session == self._selected:
            self.view.canvas.select(session)
        else:
            self.turn_to(session)

    def turn_to(self, session: str | None) -> None:
        """Turns to a session's site and day and marks it."""
        self._selected = session
        found = self._find(session)
        if found is not None and session is not None:
            site, day = found
            if self.mode.by_site and site in self._sites and site != self._site():
                self.tabs.setCurrentIndex(self._sites.index(site))
            if self.day_row.day not in (ALL_WEEK, day):
                self.day_row.choose(day)
        self.view.select(session)

    def place(self) -> BoardPlace:
        """Where one looks."""
        view = self.view
        return BoardPlace(
            self.tabs.currentIndex(),
            self.day_row.day,
            view.horizontalScrollBar().value(),
            view.verticalScrollBar().value(),
            self.mode,
        )

    def go_to(self, place: BoardPlace) -> None:
        """Looks there again, as far as that is still there."""
        self.show_mode(place.mode)
        if 0 <= place.site < self.tabs.count():
            self.tabs.setCurrentIndex(place.site)
        if self.days.button(place.day) is not None:
            self.day_row.choose(place.day)
        # The bars know how far they go once the board has its size.
        QTimer.singleShot(0, self, partial(self._scroll_to, place))

    def look(self) -> BoardLook | None:
        """How it is looked at, with nothing in it that comes from the unit; None while there is no plan."""
        if self._version is None or not self._sites:
            return None
        bar = self._people_place.made
        people, order = self._left_people if bar is None else bar.look()
        monday = self._version.week.monday
        return BoardLook(self.mode, self.tabs.currentIndex(), monday, self.day_row.day, people, order)

    def recall(self, look: BoardLook) -> None:
        """Is looked at in the same way once there is a plan, as far as that is still there."""
        self._left_site, self._left_people = look.site, (look.people, look.order)
        self.day_row.recall(look.monday, look.day)
        self.show_mode(look.mode)

    def mark(self, sessions: frozenset[str] | None) -> None:
        """Keeps these sessions bright and pales the others; None pales none."""
        self.view.canvas.mark(sessions)

    def turn_to_marked(self, sessions: frozenset[str]) -> None:
        """Where the site in sight has none of them, turns to the one with the most."""
        held = Counter(found[0] for session in sessions if (found := self._find(session)) is not None)
        if self.mode.by_site and held and self._site() not in held:
            self.tabs.setCurrentIndex(self._sites.index(held.most_common(1)[0][0]))
        self.view.bring_one_into_sight(sessions)

    @Slot(str)
    def show_person(self, citizen: str) -> None:
        """Scrolls to somebody's lane."""
        sheet = self.view.canvas.sheet
        place = (
            next((at for at, each in enumerate(sheet.columns) if each.key == citizen), None)
            if sheet
            else None
        )
        if place is not None:
            self.view.bring_column_into_sight(place)

    def turn_site(self, steps: int) -> None:
        """Turns to the site before or after the one in sight."""
        at = self.tabs.currentIndex() + steps
        if self.mode.by_site and 0 <= at < self.tabs.count():
            self.tabs.setCurrentIndex(at)

    def turn_at(self, point: QPoint) -> None:
        """Turns to the site or the day whose button lies under a point of the screen."""
        tab = self.tabs.tabAt(self.tabs.mapFromGlobal(point)) if self.tabs.isVisible() else -1
        if tab >= 0 and tab != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(tab)
        for button in self.days.buttons():
            number, inside = self.days.id(button), button.rect().contains(button.mapFromGlobal(point))
            if inside and button.isVisible() and number != self.day_row.day:
                self.day_row.choose(number)

    def _build(self) -> None:
        box = column(self, gap=0)
        bar, holder = frame("bar"), frame("bar")
        for widget in (bar, holder):
            box.addWidget(widget)
        box.addWidget(self._stack, 1)
        across = row(bar)
        across.setContentsMargins(GRID, 0, GRID, 0)
        self.tabs.setAccessibleName(self.tr("Site"))
        self.tabs.currentChanged.connect(self._refresh)
        across.addWidget(Beside(self._mode_buttons(), self.tabs), 1)
        line = column(holder, gap=0)
        days = row(gap=0)
        days.addWidget(self.day_row, 1)
        days.addWidget(self.zoom)
        line.addLayout(days)
        line.addWidget(self._people_place)
        self.day_row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.day_row.picked.connect(self._refresh)
        self.view.clicked.connect(self.chosen)
        self.view.led_to.connect(self.chosen)
        self.view.zoom_asked.connect(self.zoom.zoom_by)
        self.zoom.zoomed.connect(self._refresh)
        self.zoom.zoomed.connect(self.zoomed)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty_page())
        self._show_controls()

    def _make_people_bar(self, place: QWidget) -> PeopleBar:
        made = PeopleBar(place)
        made.recall(*self._left_people)
        made.show_unit(self._unit, self._version.week if self._version else None)
        made.changed.connect(self._refresh)
        made.sought.connect(self.show_person)
        return made

    def _mode_buttons(self) -> QWidget:
        holder = QWidget()
        buttons = row(holder, gap=4)
        for button in mode_buttons(self.modes, self.mode, self.show_mode):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return holder

    def _button_of(self, mode: Mode) -> QToolButton:
        button = self.modes.button(list(Mode).index(mode))
        assert isinstance(button, QToolButton)
        return button

    def _show_controls(self) -> None:
        self.tabs.setVisible(self.mode.by_site and bool(self._sites))
        self._people_place.setVisible(self.mode is Mode.PEOPLE)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        box: QVBoxLayout = column(page, margin=GRID * 4)
        box.addStretch(2)
        for text in (self._empty_title, self._empty_text):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(text)
        box.addStretch(3)
        return page

    def _scroll_to(self, place: BoardPlace) -> None:
        self.view.horizontalScrollBar().setValue(place.across)
        self.view.verticalScrollBar().setValue(place.down)

    def _fill_sites(self) -> None:
        unit, version = self._unit, self._version
        with_rooms = {room.site for room in unit.rooms} if unit else set()
        sites = tuple(site for site in unit.sites if site.id in with_rooms) if unit else ()
        before = self._site()
        rooms = {room.id: room.site for room in unit.rooms} if unit else {}
        held = Counter(rooms.get(session.room) for session in version.sessions) if version else Counter()
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._sites = tuple(site.id for site in sites)
        for site in sites:
            text = self.tr("%1 · %2", "site, number of sessions")
            text = text.replace("%2", str(held[site.id])).replace("%1", site.name)
            place = self.tabs.addTab(text.replace("&", "&&"))
            self.tabs.setTabToolTip(place, tooltip("\n".join(filter(None, (text, site.address)))))
        if before in self._sites:
            self.tabs.setCurrentIndex(self._sites.index(before))
        if self._sites and 0 <= self._left_site < len(self._sites):
            self.tabs.setCurrentIndex(self._left_site)
            self._left_site = -1
        self.tabs.blockSignals(False)
        self._show_controls()

    @Slot()
    def _refresh(self) -> None:
        sheet = self._sheet()
        self._stack.setCurrentIndex(0 if sheet is not None else 1)
        self.view.show_sheet(
            sheet,
            zoom=self.zoom.percent,
            conflicts=self._conflicts,
            locked=self._locked,
            lanes_told=self.mode is Mode.GROUPS,
        )
        self.view.setAccessibleDescription(mode_hint(self.mode))
        self.shown.emit()

    def _sheet(self) -> Sheet | None:
        site = self._site()
        if self._unit is None or self._version is None or site is None:
            return None
        known = self._sheets
        if known is None or known.unit is not self._unit or known.version is not self._version:
            known = self._sheets = Sheets(self._unit, self._version)
        people = self.people_bar.people() if self.mode is Mode.PEOPLE else ()
        return known.sheet(self.mode, site, self.day_row.chosen_days(), people)

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
        site = next((room.site for room in self._unit.rooms if room.id == found.room), "")
        return site, found.start.weekday() if found.start.date() in self.day_row.days else ALL_WEEK
