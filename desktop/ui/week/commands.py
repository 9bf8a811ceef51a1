"""What can be done to a session on the board: menu, keys, pointer, each ending in one edit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.locks import LockKind
from desktop.domain.plans import PlannedSession
from desktop.printing.words import day_inside, sessions_text
from desktop.services.hand.week_edits import Join, Leave, Remove
from desktop.ui.board.panel import BoardPanel
from desktop.ui.board.session_button import SessionButton
from desktop.ui.desk import Desk
from desktop.ui.moving.drawing import Drawer
from desktop.ui.moving.length_popover import LengthPopover
from desktop.ui.moving.making import MakePopover
from desktop.ui.moving.mover import Mover
from desktop.ui.moving.placing import Outline
from desktop.ui.moving.popovers import FieldsPopover, PeoplePopover, StaffPopover, joining, leaving
from desktop.ui.moving.subjects import CarriedEdge, CarriedPerson, CarriedSession
from desktop.ui.moving.words import VerdictWords
from desktop.ui.week.copying import copy_sessions
from desktop.ui.week.handwork import Handwork
from desktop.ui.widgets.popover import Popover


class SessionCommands(QObject):
    """``popover`` is the question that was asked last."""

    def __init__(self, desk: Desk, hand: Handwork, board: BoardPanel, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._hand, self._board, self._page = desk, hand, board, page
        self.mover = Mover(board, hand.verdicts, page)
        self.mover.dropped.connect(hand.make)
        self.mover.told.connect(hand.told)
        self.drawer = Drawer(board, self.mover.layer)
        self.drawer.drawn.connect(self._draw)
        self.popover: Popover | None = None
        canvas = board.view.canvas
        canvas.pulled.connect(self._pull)
        canvas.menu_asked.connect(self._open_menu)
        canvas.move_asked.connect(self.move)
        canvas.remove_asked.connect(self.remove)
        canvas.make_asked.connect(self.make)
        canvas.copy_asked.connect(self.copy)
        canvas.length_asked.connect(self.resize)

    @Slot(str)
    def move(self, session: str) -> None:
        """Carries a session with the keys."""
        held = self._held(session)
        if held is not None:
            self.mover.pick_up_by_keys(CarriedSession(held, self._lane(session)))

    @Slot(str, int)
    def resize(self, session: str, longer: int) -> None:
        """Makes a session longer (1) or shorter (-1) with the keys."""
        held = self._held(session)
        if held is not None:
            self.mover.resize_by_keys(CarriedEdge(held), longer)

    def length(self, session: str) -> None:
        """Asks how long a session is to be."""
        verdicts, unit, held = self._hand.verdicts(), self._board.unit, self._held(session)
        if verdicts is None or unit is None or held is None:
            return
        asked = LengthPopover(verdicts, unit, held, self._page)
        asked.picked.connect(self._hand.make)
        self._open(asked, session)

    @Slot()
    @Slot(str)
    def make(self, session: str | bool = "") -> None:
        """Asks for a new session: after one of the board's, or at the beginning of what the board shows."""
        unit, sheet = self._board.unit, self._board.view.canvas.sheet
        held = self._held(session) if isinstance(session, str) and session else None
        if unit is None or sheet is None or not sheet.columns or not unit.rooms:
            self._hand.told.emit(self._hand.why_not())
            return
        first = sheet.columns[0]
        room = held.room if held else next((r.id for r in unit.rooms if r.id == first.key), unit.rooms[0].id)
        start = held.end if held else datetime.combine(first.day, time()) + timedelta(minutes=sheet.first)
        beside = self._board.view.canvas.button(held.id) if held else self._board.view.viewport()
        assert beside is not None
        self._draw(
            Outline(room, start, start + timedelta(hours=1)),
            QRect(beside.mapToGlobal(QPoint()), beside.size().boundedTo(QSize(200, 60))),
        )

    @Slot(str)
    def remove(self, session: str) -> None:
        """Takes a session out of the plan; undo brings it back."""
        self._hand.make(Remove(session))

    @Slot()
    @Slot(str)
    def copy(self, session: str | bool = "") -> None:
        """Copies what the board shows for a spreadsheet, or one session alone."""
        unit, version, sheet = self._board.unit, self._board.version, self._board.view.canvas.sheet
        if not self._hand.is_clean:
            self._hand.told.emit(self.tr("Not copied: the plan breaks a rule by now."))
        elif unit is not None and version is not None and sheet is not None:
            shown = {session} if session else {block.session for block in sheet.blocks}
            count = copy_sessions(unit, version, shown)
            text = self.tr("Copied for a spreadsheet: %1.")
            self._hand.told.emit(text.replace("%1", sessions_text(count)))

    def add_person(self, session: str) -> None:
        """Asks who is to come into a session."""
        verdicts, unit = self._hand.verdicts(), self._board.unit
        if verdicts is None or unit is None:
            return
        people = PeoplePopover(
            self.tr("Who comes into the session?"),
            joining(verdicts, unit, session),
            VerdictWords(unit),
            self._page,
        )
        people.picked.connect(lambda citizen: self._hand.make(Join(session, citizen)))
        self._open(people, session)

    def take_out(self, session: str) -> None:
        """Asks who is to go out of a session."""
        verdicts, unit, held = self._hand.verdicts(), self._board.unit, self._held(session)
        if verdicts is None or unit is None or held is None:
            return
        people = PeoplePopover(
            self.tr("Who goes out of the session?"),
            leaving(verdicts, unit, held),
            VerdictWords(unit),
            self._page,
            leaving=True,
        )
        people.picked.connect(lambda citizen: self._hand.make(Leave(session, citizen)))
        self._open(people, session)

    def staff(self, session: str) -> None:
        """Asks who serves in a session."""
        verdicts, unit, held = self._hand.verdicts(), self._board.unit, self._held(session)
        if verdicts is None or unit is None or held is None:
            return
        staff = StaffPopover(self.tr("Staff of the session"), verdicts, unit, held, self._page)
        staff.picked.connect(self._hand.make)
        self._open(staff, session)

    def lock(self, session: str) -> None:
        """Locks a session, or lifts its lock."""
        known = self._hand.lock_on(session)
        if known is not None:
            self._hand.unlock(known)
            return
        self._ask_why(
            self.tr("Lock the session"), lambda reason: self._hand.lock_session(session, reason), session
        )

    def lock_person(self, person: str, at: QPoint) -> None:
        """Locks somebody's week."""
        title = self.tr("Lock this person's week")
        self._ask_why(title, lambda reason: self._hand.lock_person(person, reason), beside=at)

    def lock_day(self, day: date) -> None:
        """Locks a day."""
        title = self.tr("Lock the day: %1").replace("%1", day_inside(day))
        self._ask_why(title, lambda reason: self._hand.lock_day(day, reason), beside=self._board.day_row)

    def approve(self, session: str) -> None:
        """Records a yes to a session, or takes it back."""
        given = self._hand.approval_of(session)
        if given is not None:
            self._hand.withdraw(given.id)
            return
        if self._hand.why_not():
            self._hand.told.emit(self._hand.why_not())
            return
        asked = FieldsPopover(
            self.tr("Approve the session"),
            self.tr("The yes is for the session as it stands: of a change it says nothing."),
            ((self.tr("Approved by"), ""), (self.tr("Note"), "")),
            self.tr("Approve"),
            self._page,
            needed=frozenset({0}),
        )
        asked.answered.connect(lambda texts: self._hand.approve(session, *texts))
        self._open(asked, session)

    def carried_from_list(self, citizen: str) -> CarriedPerson | None:
        """What a drag of somebody in the list carries."""
        return CarriedPerson(citizen) if citizen else None

    def person_menu(self, person: str, at: QPoint) -> QMenu:
        """What can be done to somebody's week."""
        menu, version = QMenu(self._page), self._desk.version
        reason, chosen = self._hand.why_not(), self._desk.session
        held = self._held(chosen) if chosen else None
        if held is not None:
            inside = person in held.citizens
            edit = Leave(held.id, person) if inside else Join(held.id, person)
            text = (
                self.tr("&Take out of the chosen session")
                if inside
                else self.tr("&Add to the chosen session")
            )
            self._add(menu, text, lambda: self._hand.make(edit))
        lock = self._hand.lock_on(person, LockKind.PERSON)
        if lock is None:
            self._add(menu, self.tr("&Lock this person's week …"), lambda: self.lock_person(person, at))
        else:
            self._add(menu, self.tr("Un&lock this person's week"), lambda: self._hand.unlock(lock))
        for action in menu.actions():
            action.setEnabled(not reason and version is not None)
        return menu

    def menu(self, session: str) -> QMenu:
        """The menu of a session, or of the bare board."""
        menu = QMenu(self._page)
        reason = self._hand.why_not()
        if session:
            self._session_actions(menu, session)
        self._add(menu, self.tr("&New session …") + "\tN", lambda: self.make(session))
        menu.addSeparator()
        version = self._desk.version
        for day in self._board.day_row.days if version else ():
            text = self.tr("Lock the day: %1 …").replace("%1", day_inside(day))
            if self._board.day_row.chosen_days() == (day,) or self._is_on(session, day):
                self._add(menu, text, partial(self.lock_day, day))
        for action in menu.actions():
            action.setEnabled(not reason)
            action.setToolTip(reason)
        menu.setToolTipsVisible(bool(reason))
        copy = menu.addAction(self.tr("&Copy the week for a spreadsheet"))
        copy.triggered.connect(self.copy)
        return menu

    def _session_actions(self, menu: QMenu, session: str) -> None:
        locked = self._hand.lock_on(session) is not None
        approved = self._hand.approval_of(session) is not None
        self._add(menu, self.tr("&Move …") + "\tM", lambda: self.move(session))
        length = QCoreApplication.translate("SessionLength", "Len&gth …", "menu of a session")
        self._add(menu, length, lambda: self.length(session))
        self._add(menu, self.tr("&Add a person …"), lambda: self.add_person(session))
        self._add(menu, self.tr("&Take a person out …"), lambda: self.take_out(session))
        self._add(menu, self.tr("&Staff …"), lambda: self.staff(session))
        menu.addSeparator()
        self._add(menu, self.tr("Un&lock") if locked else self.tr("&Lock …"), lambda: self.lock(session))
        self._add(
            menu,
            self.tr("Ta&ke the approval back") if approved else self.tr("A&pprove …"),
            lambda: self.approve(session),
        )
        menu.addSeparator()
        self._add(menu, self.tr("&Remove the session") + "\t" + self.tr("Del"), lambda: self.remove(session))

    def _add(self, menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked: act())
        return action

    def _is_on(self, session: str, day: date) -> bool:
        held = self._held(session)
        return held is not None and held.start.date() == day

    @Slot(str, QPoint)
    def _open_menu(self, session: str, at: QPoint) -> None:
        if self._desk.version is None:
            return
        menu = self.menu(session)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @Slot(object, QPoint, QPoint)
    def _pull(self, button: SessionButton, pressed: QPoint, now: QPoint) -> None:
        held, sheet = self._held(button.session), self._board.view.canvas.sheet
        if held is None or sheet is None:
            return
        if button.on_edge(pressed):
            self.mover.pick_up(CarriedEdge(held), now)
            return
        person = self._board.view.canvas.person_at(button, pressed)
        if person is not None:
            self.mover.pick_up(CarriedPerson(person, button.session), now)
            return
        long = (held.end - held.start).total_seconds() / 60
        grip = round(pressed.y() / max(1, button.height()) * long)
        self.mover.pick_up(CarriedSession(held, sheet.columns[button.column].key, grip), now)

    @Slot(object, QRect)
    def _draw(self, outline: Outline, on_screen: QRect) -> None:
        verdicts, unit = self._hand.verdicts(), self._board.unit
        if verdicts is None or unit is None:
            return
        made = MakePopover(verdicts, unit, outline, self._page)
        made.picked.connect(self._hand.make)
        self.popover = made
        made.open_at(on_screen)

    def _ask_why(
        self,
        title: str,
        act: Callable[[str], None],
        session: str = "",
        *,
        beside: QWidget | QPoint | None = None,
    ) -> None:
        if self._hand.why_not():
            self._hand.told.emit(self._hand.why_not())
            return
        asked = FieldsPopover(
            title,
            self.tr("It stays as it is when the week is planned anew, until the lock is lifted."),
            ((self.tr("Why"), ""),),
            self.tr("Lock"),
            self._page,
        )
        asked.answered.connect(lambda texts: act(texts[0]))
        self._open(asked, session, beside)

    def _open(self, popover: Popover, session: str, beside: QWidget | QPoint | None = None) -> None:
        self.popover = popover
        if isinstance(beside, QPoint):
            popover.open_at(QRect(beside, QSize(1, 1)))
            return
        widget = beside or self._board.view.canvas.button(session) or self._board
        popover.open_at(QRect(widget.mapToGlobal(QPoint()), widget.size().boundedTo(QSize(400, 300))))

    def _held(self, session: str) -> PlannedSession | None:
        version = self._desk.version
        return next((each for each in version.sessions if each.id == session), None) if version else None

    def _lane(self, session: str) -> str:
        sheet = self._board.view.canvas.sheet
        blocks = (each for each in sheet.blocks if each.session == session) if sheet else iter(())
        block = next(blocks, None)
        return sheet.columns[block.column].key if sheet and block else ""
