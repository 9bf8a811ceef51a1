"""The week: bar, figures, progress, board and the panels beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QTabWidget, QWidget

from desktop.domain.errors import DomainError
from desktop.domain.time import IsoWeek
from desktop.services.audit_changes import read_event, session_read_event
from desktop.ui.audit.reads import Reads
from desktop.ui.board.panel import BoardPanel, BoardPlace
from desktop.ui.context import WindowContext
from desktop.ui.health.panel import HealthPanel
from desktop.ui.people.panel import PeoplePanel
from desktop.ui.progress.panel import ProgressPanel
from desktop.ui.session.panel import SessionPanel
from desktop.ui.shell.page import Page
from desktop.ui.theme import GRID
from desktop.ui.week.bar import WeekBar
from desktop.ui.week.desk import Desk
from desktop.ui.week.strip import FiguresStrip
from desktop.ui.week.words import notice_words
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.text import label

WIDE = 1640
"""From this width on the people have a column of their own."""
SIDE = 360


@dataclass(frozen=True, slots=True)
class WeekView:
    """What is looked at in a week: ids and numbers, so that it can be kept while the vault is locked."""

    panel: str
    person: str
    missing_only: bool
    board: BoardPlace


class WeekPage(Page):
    """Joins the widgets of a week to the desk. It holds no state of its own beyond how it looks."""

    key = "week"

    def __init__(self, context: WindowContext, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self.bar = WeekBar(desk.this_week, context.settings.seconds)
        self.strip = FiguresStrip()
        self.progress = ProgressPanel()
        self.board = BoardPanel(context.settings.zoom)
        self.session = SessionPanel()
        self.people = PeoplePanel()
        self.health = HealthPanel()
        self._panels: dict[str, QWidget] = {
            "session": self.session,
            "people": self.people,
            "health": self.health,
        }
        self.person_reads = Reads(context.audit, self)
        self.session_reads = Reads(context.audit, self)
        self.side = QTabWidget()
        self.far_side = QTabWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.notice = label("", wrap=True)
        self.notice_box = frame("problem")
        self.told = label("", wrap=True)
        self.told_box = frame("calm")
        self.marked = label("")
        self.marked_box = frame("note")
        self._progress_box = frame("bar")
        self._build()
        self._connect()
        self._on_changed()
        self._on_chosen()
        self._on_planning()

    def state(self) -> QByteArray:
        """How the width is shared, to be remembered."""
        return self.splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        self.splitter.restoreState(state)

    def view(self) -> WeekView:
        """What is looked at. What was searched for is left out: it is likely to be a name."""
        shown = self.side.currentWidget()
        panel = next((name for name, widget in self._panels.items() if widget is shown), "")
        people = self.people
        return WeekView(panel, people.chosen(), people.missing_only.isChecked(), self.board.place())

    def show_view(self, view: WeekView) -> None:
        """Looks at the same again, as far as it is still there."""
        self.people.missing_only.setChecked(view.missing_only)
        if view.person:
            self.people.choose(view.person)
        panel = self._panels.get(view.panel)
        if panel is not None and self.side.indexOf(panel) >= 0:
            self.side.setCurrentWidget(panel)
        self.board.go_to(view.board)

    @Slot()
    def focus_search(self) -> None:
        """Leads to the search box of the people."""
        for tabs in (self.side, self.far_side):
            if tabs.indexOf(self.people) >= 0:
                tabs.setCurrentWidget(self.people)
        self.people.focus_search()

    def tell(self, text: str) -> None:
        """Says that something was done, until another week, version or plan is shown."""
        self.told.setText(text)
        self.told_box.show()

    def open(self, subject: str) -> None:
        """``subject`` is the id of a version, ``2026-W48.3``."""
        week, _, number = subject.partition(".")
        try:
            self._desk.show_week(IsoWeek.parse(week))
        except DomainError:
            return
        if number.isdecimal():
            self._desk.show_number(int(number))

    def leave(self) -> None:
        """Records what was opened just now."""
        self.person_reads.flush()
        self.session_reads.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _build(self) -> None:
        box = column(self, gap=0)
        box.addWidget(self.bar)
        box.addWidget(self.strip)
        column(self._progress_box, gap=0).addWidget(self.progress)
        box.addWidget(self._progress_box)
        box.addWidget(self._dismissible(self.notice_box, self.notice, self.tr("Dismiss")))
        box.addWidget(self._dismissible(self.told_box, self.told, self.tr("Dismiss")))
        self.side.addTab(self.session, self.tr("Session"))
        self.side.addTab(self.people, self.tr("People"))
        self.side.addTab(self.health, self.tr("Check"))
        self.side.setCurrentWidget(self.people)
        for tabs in (self.side, self.far_side):
            tabs.setDocumentMode(True)
            tabs.setMinimumWidth(300)
        middle = QWidget()
        board = column(middle, gap=0)
        board.addWidget(self._dismissible(self.marked_box, self.marked, self.tr("Show everybody")))
        board.addWidget(self.board, 1)
        for widget in (middle, self.side, self.far_side):
            self.splitter.addWidget(widget)
            self.splitter.setCollapsible(self.splitter.indexOf(widget), False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([1000, SIDE, SIDE])
        self.far_side.hide()
        box.addWidget(self.splitter, 1)

    def _dismissible(self, holder: QFrame, text: QWidget, dismiss: str) -> QFrame:
        line = row(holder, gap=GRID)
        line.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        line.addWidget(text, 1)
        button = QPushButton(dismiss)
        line.addWidget(button)
        if holder is self.marked_box:
            button.clicked.connect(self.people.table.clearSelection)
        else:
            button.clicked.connect(holder.hide)
        holder.hide()
        return holder

    def _connect(self) -> None:
        desk = self._desk
        desk.changed.connect(self._on_changed)
        desk.chosen.connect(self._on_chosen)
        desk.planning_changed.connect(self._on_planning)
        desk.progressed.connect(self._on_progressed)
        self.bar.picker.picked.connect(desk.show_week)
        self.bar.plan_asked.connect(self._plan)
        self.progress.stop_asked.connect(desk.stop)
        self.bar.versions.picked.connect(desk.show_version)
        self.strip.health_asked.connect(self._show_health)
        self.board.chosen.connect(self._choose)
        self.board.zoomed.connect(self._remember_zoom)
        self.people.person_chosen.connect(self._mark)
        self.people.person_chosen.connect(self._read_person)
        for reads in (self.person_reads, self.session_reads):
            reads.failed.connect(self._tell_unrecorded)
        self.health.session_chosen.connect(self._choose)
        self.health.person_chosen.connect(self._show_person)

    @Slot()
    def _on_changed(self) -> None:
        desk = self._desk
        prepared, version = desk.prepared, desk.version
        self.told_box.hide()
        self.bar.picker.show_week(desk.week)
        self.strip.show_summary(desk.summary, len(prepared.problem.citizens) if prepared else 0)
        empty = version is not None and not version.sessions
        self.strip.show_health(desk.report, len(prepared.warnings) if prepared else None, empty=empty)
        self.bar.versions.show_versions(desk.versions, version, preview=desk.preview)
        self._tell_empty()
        broken = desk.report.violations if desk.report else ()
        self.board.show_version(
            prepared.unit if prepared else None,
            version,
            frozenset(each for found in broken for each in found.ids),
        )
        self.people.show_week(prepared, version)
        self.health.show_findings(prepared, version, desk.report)
        self._mark(self.people.chosen())

    def _tell_empty(self) -> None:
        if self._desk.planning:
            self.board.show_empty(
                self.tr("Looking for the first plan …"),
                self.tr("Sessions appear here as soon as a plan has been found and checked."),
            )
        elif self._desk.prepared is None:
            self.board.show_empty(
                self.tr("This week cannot be planned"),
                self.tr("No threat level with its measures is on record for it."),
            )
        elif self._desk.read_only:
            self.board.show_empty(
                self.tr("This week has not been planned yet"),
                self.tr("The vault is open read-only here. Plan the week where it is open for changes."),
            )
        else:
            self.board.show_empty(
                self.tr("This week has not been planned yet"),
                self.tr("Choose how long the planning may take and press Plan the week (F5)."),
            )

    @Slot()
    def _on_chosen(self) -> None:
        desk = self._desk
        self.session.show_session(desk.prepared, desk.version, desk.session)
        self._read_session()
        self.board.select(desk.session)

    @Slot()
    def _on_planning(self) -> None:
        desk = self._desk
        ended = self._progress_box.isVisible() and not desk.planning
        focused: QWidget | None = self.window().focusWidget()
        if desk.planning:
            self.told_box.hide()
        # Stop goes with its panel, and Plan could not keep the focus while it was switched off.
        lost = focused is None or not self.splitter.isAncestorOf(focused)
        possible = desk.prepared is not None and not desk.read_only
        self.bar.set_planning(desk.planning, possible=possible)
        self.bar.picker.show_week(desk.week)
        self._progress_box.setVisible(desk.planning)
        self.strip.setVisible(not desk.planning)
        self._tell_empty()
        self._on_progressed()
        notice = desk.notice
        self.notice_box.setVisible(notice is not None)
        self.notice.setText(notice_words(notice) if notice else "")
        if ended and lost:
            (self.bar.plan if self.bar.plan.isEnabled() else self.board).setFocus()

    @Slot()
    def _on_progressed(self) -> None:
        desk = self._desk
        self.progress.show_steps(desk.steps, desk.seconds, stopping=desk.stopping)

    @Slot(int)
    def _plan(self, seconds: int) -> None:
        self._context.settings.seconds = seconds
        self._desk.plan(seconds)

    @Slot(str)
    def _choose(self, session: str) -> None:
        self._desk.choose(session)
        self.side.setCurrentWidget(self.session)

    @Slot()
    def _show_health(self) -> None:
        self.side.setCurrentWidget(self.health)

    @Slot(str)
    def _show_person(self, citizen: str) -> None:
        if self.side.indexOf(self.people) >= 0:
            self.side.setCurrentWidget(self.people)
        self.people.search.clear()
        self.people.choose(citizen)

    @Slot(str)
    def _mark(self, citizen: str) -> None:
        """Keeps a person's sessions bright on the board and says whose they are."""
        prepared, version = self._desk.prepared, self._desk.version
        person = next(
            (found for found in prepared.unit.citizens if found.id == citizen) if prepared else iter(()), None
        )
        self.marked_box.setVisible(person is not None)
        if person is None or version is None:
            self.board.mark(None)
            return
        sessions = frozenset(each.id for each in version.sessions if citizen in each.citizens)
        self.board.mark(sessions)
        text = self.tr("Only the sessions of %1 stand out: %2 on all sites.")
        self.marked.setText(text.replace("%2", str(len(sessions))).replace("%1", person.name))

    @Slot(str)
    def _read_person(self, citizen: str) -> None:
        self.person_reads.opened(read_event("citizen", citizen) if citizen else None)

    def _read_session(self) -> None:
        version, chosen = self._desk.version, self._desk.session
        session = next((each for each in version.sessions if each.id == chosen), None) if version else None
        if session is None or self._desk.preview:
            self.session_reads.opened(None)
        elif version is not None:
            self.session_reads.opened(session_read_event(version, session))

    @Slot()
    def _tell_unrecorded(self) -> None:
        self.tell(self.tr("The audit trail could not be written: who looks at what is not recorded now."))

    @Slot(int)
    def _remember_zoom(self, percent: int) -> None:
        self._context.settings.zoom = percent

    def _share_width(self) -> None:
        """Gives the people a column of their own where there is room for it."""
        wide = self.width() >= WIDE
        if wide == (self.far_side.count() > 0):
            return
        current = self.side.currentWidget()
        if wide:
            self.far_side.addTab(self.people, self.tr("People"))
        else:
            self.side.insertTab(1, self.people, self.tr("People"))
        self.far_side.setVisible(wide)
        if current is not self.people:
            self.side.setCurrentWidget(current)
        whole = self.splitter.width()
        if wide:
            self.splitter.setSizes([whole - 2 * SIDE - 40, SIDE, SIDE + 40])
        else:
            self.splitter.setSizes([whole - SIDE, SIDE, 0])
