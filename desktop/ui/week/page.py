"""The week: bar, figures, progress, board and the panels beside it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPoint, QTimer, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import DomainError
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.time import IsoWeek
from desktop.services.trail.audit_changes import read_event, session_read_event
from desktop.services.week.planning import Prepared
from desktop.ui.audit.reads import Reads, unrecorded_words
from desktop.ui.board.look import BoardPlace
from desktop.ui.board.panel import BoardPanel
from desktop.ui.board.remembered import remember_board
from desktop.ui.context import WindowContext
from desktop.ui.desk import Desk
from desktop.ui.health.panel import HealthPanel
from desktop.ui.moving.sources import DragSource
from desktop.ui.moving.subjects import CarriedPerson
from desktop.ui.page import Page
from desktop.ui.people.panel import PeoplePanel
from desktop.ui.progress.panel import ProgressPanel
from desktop.ui.week.bar import WeekBar
from desktop.ui.week.chosen_session import ChosenSession, SessionSide
from desktop.ui.week.commands import SessionCommands
from desktop.ui.week.findings import Findings
from desktop.ui.week.handwork import Handwork
from desktop.ui.week.locks_panel import LocksPanel, held_sessions
from desktop.ui.week.sentence import Sentence
from desktop.ui.week.sides import Sides
from desktop.ui.week.strip import FiguresStrip
from desktop.ui.week.untold import Untold
from desktop.ui.week.versioning import Versioning
from desktop.ui.week.words import empty_board_words, notice_words, way_out_words
from desktop.ui.widgets.boxes import column, frame
from desktop.ui.widgets.later import Later
from desktop.ui.widgets.remembered import remember_header


@dataclass(frozen=True, slots=True)
class WeekView:
    """What is looked at in a week: ids and numbers, so that it can be kept while the vault is locked.

    ``beside`` are the versions that stand beside each other, ``base`` the one that they are held against.
    """

    panel: str
    person: str
    missing_only: bool
    board: BoardPlace
    beside: tuple[str, ...] = ()
    base: str = ""


class WeekPage(Page):
    """Joins the widgets of a week to the desk. It holds no state of its own beyond how it looks."""

    key = "week"

    def __init__(self, context: WindowContext, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk = desk
        self._outdated = False
        self.bar = WeekBar(desk.this_week, context.settings.seconds, self)
        self.strip = FiguresStrip(self)
        self._progress_box = frame("bar", self)
        self._progress = Later(self._make_progress, self._progress_box)
        self.notice_box = Sentence("problem", self.tr("Dismiss"), self)
        self.told_box = Sentence("calm", self.tr("Dismiss"), self)
        self.untold_box = Untold(self)
        self.hand = Handwork(desk, context, self)
        self.versioning = Versioning(desk, self.hand, context, self)
        self._session = ChosenSession(desk, context, self)
        self._people = Later(PeoplePanel)
        self.splitter = Sides(self.versioning.centre, self._people, self)
        self.side, self.far_side = self.splitter.side, self.splitter.far_side
        middle = self._build()
        self.board = BoardPanel(context.settings.zoom, middle)
        self.marked_box = Sentence("note", self.tr("Show everybody"), middle, wrap=False)
        self._findings = Findings(desk, self.hand, context.settings, self)
        self._fill(middle)
        self.people = self._people.widget()
        self.commands = SessionCommands(desk, self.hand, self.board, self)
        self.person_reads = Reads(context.audit, self)
        self.session_reads = Reads(context.audit, self)
        self.notice, self.told, self.marked = (
            each.text for each in (self.notice_box, self.told_box, self.marked_box)
        )
        header = self.people.table.horizontalHeader()
        remember_header(header, "week.people", context.settings, widths=False)
        only = context.settings.table_state("week.people").get("missing") is True
        self.people.missing_only.setChecked(only)
        remember_board(self.board, context.settings)
        self._connect()
        self._show_desk()
        self._on_chosen()
        self._on_planning()

    @property
    def progress(self) -> ProgressPanel:
        """What is seen of a run."""
        return self._progress.widget()

    @property
    def session(self) -> SessionSide:
        """The chosen session."""
        return self._session.place.widget()

    @property
    def health(self) -> HealthPanel:
        """What the check found, and what is worth a look."""
        return self._findings.health.widget()

    @property
    def locks(self) -> LocksPanel:
        """The locks of the week."""
        return self._findings.locks.widget()

    def state(self) -> QByteArray:
        """How the width is shared, to be remembered."""
        return self.splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        self.splitter.restoreState(state)

    def view(self) -> WeekView:
        """What is looked at. What was searched for is left out: it is likely to be a name."""
        people, beside = self.people, self.versioning.beside_now
        return WeekView(
            self.splitter.shown(),
            people.chosen(),
            people.missing_only.isChecked(),
            self.board.place(),
            *(((), "") if beside is None else (beside.chosen, beside.base)),
        )

    def show_view(self, view: WeekView) -> None:
        """Looks at the same again, as far as it is still there."""
        self.people.missing_only.setChecked(view.missing_only)
        if view.person:
            self.people.choose(view.person)
        self.splitter.show_panel(view.panel)
        self.board.go_to(view.board)
        if view.beside:
            self.versioning.put_beside(view.beside, view.base)

    @Slot()
    def focus_search(self) -> None:
        """Leads to the search box of the people."""
        if self.versioning.beside_now is not None:
            self.versioning.beside_now.focus_search()
            return
        self.splitter.show_panel("people")
        self.people.focus_search()

    def tell(self, text: str) -> None:
        """Says that something was done, until another week, version or plan is shown."""
        self.told.setText(text)
        self.told_box.show()

    def forget_typed(self) -> None:
        self.people.search.clear()
        self.board.forget_search()
        if self.versioning.beside_place.made is not None:
            self.versioning.beside_place.made.forget_typed()
        self.commands.mover.cancel()

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

    @Slot()
    def catch_up(self) -> None:
        """Shows the week as it stands now."""
        self._desk.catch_up()
        if self._outdated:
            self._show_desk()

    def showEvent(self, event: QShowEvent) -> None:
        self.catch_up()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.splitter.share(self.width())

    def _build(self) -> QWidget:
        """Puts together what holds the rest, and gives the place of the board.

        Whatever is put elsewhere is dressed once more with all that it holds: it is filled where it stands.
        """
        box = column(self, gap=0)
        sentences = (self.notice_box, self.told_box, self.untold_box)
        for widget in (self.bar, self.strip, self._progress_box, *sentences):
            box.addWidget(widget)
        column(self._progress_box, gap=0).addWidget(self._progress)
        box.addWidget(self.versioning.result)
        box.addWidget(self.splitter, 1)
        box.addWidget(self.versioning.beside_place, 1)
        middle = QWidget()
        self.versioning.centre.addWidget(middle)
        return middle

    def _fill(self, middle: QWidget) -> None:
        board = column(middle, gap=0)
        board.addWidget(self.board, 1)
        # Below: what is pressed in the list must not move the board away from under the pointer.
        board.addWidget(self.marked_box)
        self.splitter.fill(
            {
                "session": self._session.place,
                "people": self._people,
                "health": self._findings.health,
                "locks": self._findings.locks,
                "versions": self.versioning.place,
            }
        )

    def _make_progress(self, place: QWidget) -> ProgressPanel:
        desk, made = self._desk, ProgressPanel(place)
        made.stop_asked.connect(desk.stop)
        made.show_steps(desk.steps, desk.seconds, stopping=desk.stopping)
        return made

    def _connect(self) -> None:
        self.people.missing_only.toggled.connect(self._remember_filter)
        for sentence in (self.notice_box, self.told_box):
            sentence.away.clicked.connect(sentence.hide)
        self.untold_box.asked.connect(lambda version: self.navigate.emit("acute", version))
        self.marked_box.away.clicked.connect(self.people.table.clearSelection)
        desk = self._desk
        desk.changed.connect(self._on_changed)
        minute = QTimer(self)
        minute.setInterval(60_000)
        minute.timeout.connect(self._pass_time)
        minute.start()
        desk.outdated.connect(self._on_outdated)
        desk.chosen.connect(self._on_chosen)
        desk.planning_changed.connect(self._on_planning)
        desk.progressed.connect(self._on_progressed)
        self.bar.picker.picked.connect(desk.show_week)
        self.bar.plan_asked.connect(self._plan)
        self.bar.versions.picked.connect(desk.show_version)
        self._findings.session_chosen.connect(self._choose)
        self._findings.person_chosen.connect(self._show_person)
        self.strip.health_asked.connect(self._show_health)
        self.board.chosen.connect(self._choose)
        self.board.zoomed.connect(self._remember_zoom)
        self.people.person_chosen.connect(self._turn_to_person)
        self.people.person_chosen.connect(self._read_person)
        for reads in (self.person_reads, self.session_reads):
            reads.failed.connect(self._tell_unrecorded)
        DragSource(self.people.table.viewport(), self._person_in_list, self.commands.mover)
        self._session.said.connect(self.tell)
        self._session.row_made.connect(self._make_draggable)
        self._session.person_menu_asked.connect(self._person_menu)
        self.people.menu_asked.connect(self._person_menu)
        self.hand.told.connect(self.said)
        self.notice_box.way.clicked.connect(self._go_to_repair)
        self.versioning.person_chosen.connect(self._show_person)
        self.versioning.beside_shown.connect(self._on_beside)
        self.versioning.person_marked.connect(self._read_person)
        self.versioning.session_read.connect(self._read_beside)

    @Slot()
    def _pass_time(self) -> None:
        if not self.isHidden():
            self.board.show_now(self._desk.now)

    @Slot()
    def _go_to_repair(self) -> None:
        """What has begun can be repaired where it is told what happened."""
        self.navigate.emit("acute", str(self._desk.week))

    @Slot()
    def _on_outdated(self) -> None:
        if not self.isHidden():
            self._desk.catch_up()

    @Slot()
    def _on_changed(self) -> None:
        """While another page is shown, nothing is drawn that nobody sees."""
        self._outdated = self.isHidden()
        if not self._outdated:
            self._show_desk()

    def _show_desk(self) -> None:
        self._outdated = False
        desk = self._desk
        prepared, version = desk.prepared, desk.version
        self.told_box.hide()
        self.bar.picker.show_week(desk.week)
        self.strip.show_summary(desk.summary, len(prepared.problem.citizens) if prepared else 0)
        empty = version is not None and not version.sessions
        warnings = len(prepared.warnings) if prepared else None
        self.strip.show_health(desk.report, warnings, empty=empty, over=desk.is_over, goes=desk.goes)
        self.bar.versions.show_versions(desk.versions, version, preview=desk.preview)
        self.bar.fit()
        self._tell_empty()
        broken = desk.report.broken_now if desk.report else ()
        self.board.show_version(
            prepared.unit if prepared else None,
            version,
            frozenset(each for found in broken for each in found.ids),
            held_sessions(prepared, version),
        )
        self.board.show_now(desk.now)
        self._show_held(prepared)
        self.untold_box.show_for(desk, self._context)
        self.people.show_week(prepared, version, desk.judged)
        self._findings.refresh()
        self._mark(self.people.chosen())

    def _tell_empty(self) -> None:
        desk = self._desk
        self.board.show_empty(
            *empty_board_words(
                planning=desk.planning, possible=desk.prepared is not None, read_only=desk.read_only
            )
        )

    @Slot()
    def _on_chosen(self) -> None:
        self._session.refresh()
        self._read_session()
        self.board.select(self._desk.session)

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
        self.strip.setVisible(not desk.planning and self.versioning.beside_now is None)
        self._tell_empty()
        self._on_progressed()
        self._show_held(desk.prepared)
        notice = desk.notice
        self.notice_box.setVisible(notice is not None)
        self.notice.setText(notice_words(notice) if notice else "")
        self.notice_box.offer(way_out_words(notice))
        if ended and lost:
            (self.bar.plan if self.bar.plan.isEnabled() else self.board).setFocus()

    @Slot()
    def _on_progressed(self) -> None:
        desk = self._desk
        if self._progress.made is not None:
            self._progress.made.show_steps(desk.steps, desk.seconds, stopping=desk.stopping)

    @Slot(int)
    def _plan(self, seconds: int) -> None:
        self._context.settings.seconds = seconds
        self._desk.plan(seconds)

    @Slot(str)
    def _choose(self, session: str) -> None:
        self._desk.choose(session)
        self.board.turn_to(session)
        self.splitter.show_panel("session")

    @Slot()
    def _show_health(self) -> None:
        self.splitter.show_panel("health")

    @Slot(str)
    def _show_person(self, citizen: str) -> None:
        self.splitter.show_panel("people")
        self.people.search.clear()
        self.people.choose(citizen)

    @Slot(str)
    def _turn_to_person(self, citizen: str) -> None:
        self.board.turn_to_marked(self._mark(citizen))

    def _mark(self, citizen: str) -> frozenset[str]:
        """Keeps a person's sessions bright on the board and says whose they are. Gives these."""
        prepared, version = self._desk.prepared, self._desk.version
        person = next(
            (found for found in prepared.unit.citizens if found.id == citizen) if prepared else iter(()), None
        )
        self.marked_box.setVisible(person is not None)
        if person is None or version is None:
            self.board.mark(None)
            return frozenset()
        sessions = frozenset(each.id for each in version.sessions if citizen in each.citizens)
        self.board.mark(sessions)
        text = self.tr("Only the sessions of %1 stand out: %2 on all sites.")
        self.marked.setText(text.replace("%2", str(len(sessions))).replace("%1", person.name))
        return sessions

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

    @Slot(object, object)
    def _read_beside(self, version: PlanVersion, session: PlannedSession) -> None:
        self.session_reads.opened(session_read_event(version, session))

    @Slot(bool)
    def _on_beside(self, shown: bool) -> None:
        """Versions beside each other take the place of the figures, the board and what is beside it."""
        self.splitter.setVisible(not shown)
        self.strip.setVisible(not shown and not self._desk.planning)
        if not shown:
            self._read_person(self.people.chosen())
            self._read_session()
            self.bar.versions.setFocus()

    @Slot()
    def _tell_unrecorded(self) -> None:
        self.tell(unrecorded_words())

    @Slot(bool)
    def _remember_filter(self, only: bool) -> None:
        self._context.settings.keep_table_state("week.people", {"missing": only})

    @Slot(int)
    def _remember_zoom(self, percent: int) -> None:
        self._context.settings.zoom = percent

    def _show_held(self, prepared: Prepared | None) -> None:
        """Locks and versions, as they stand."""
        self.splitter.number("locks", self._findings.refresh_locks())
        self.versioning.refresh()
        if prepared is not None:
            self.commands.drawer.begin_with(prepared.problem.slot_minutes)

    def _person_in_list(self, at: QPoint) -> CarriedPerson | None:
        return self.commands.carried_from_list(self.people.person_at(at))

    @Slot(object, str)
    def _make_draggable(self, widget: QWidget, citizen: str) -> None:
        session = self._desk.session
        DragSource(widget, lambda _: CarriedPerson(citizen, session), self.commands.mover)

    @Slot(str, QPoint)
    def _person_menu(self, person: str, at: QPoint) -> None:
        menu = self.commands.person_menu(person, at)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
