"""Something happened: a few fields, then what is unsafe, the repaired week, and the people to call."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QStackedWidget, QWidget

from desktop.domain.errors import DomainError
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.time import IsoWeek
from desktop.printing.words import with_capital
from desktop.qt.repair_run import RepairFailure
from desktop.services.calls import sessions_after, sessions_before
from desktop.services.change import Change
from desktop.services.editing import Refused
from desktop.services.happenings import Happening, LowersLevel, NothingNew, Released
from desktop.services.ports import NotRecorded, NotStored, Rejected
from desktop.services.repairs import Outdone, PastChanged
from desktop.services.week.planning import UnitChanged, UnsafePlan
from desktop.services.week.unsafe import Danger
from desktop.ui.acute.boards import Boards, Shown
from desktop.ui.acute.danger_panel import DangerPanel
from desktop.ui.acute.desk import AcuteDesk, Stage
from desktop.ui.acute.list_export import ListExport
from desktop.ui.acute.parts import Parts
from desktop.ui.acute.repair_panel import RepairPanel
from desktop.ui.acute.tell_panel import TellPanel
from desktop.ui.acute.words import SessionWords, danger_text, failure_text, placed_text, refusal_text
from desktop.ui.context import WindowContext
from desktop.ui.page import Page
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame, row
from desktop.ui.widgets.text import heading, label, restyle
from desktop.ui.words import not_stored_words, week_title

translate = QCoreApplication.translate

MINUTE_MS = 60_000
WIDE = 1120
"""Below this width the list of unsafe sessions stands under the board."""
LEFT = 412
RIGHT = 290
TICKED = "ticked:"
"""Before the id of somebody who was ticked, where the page's place is told."""


class AcutePage(Page):
    """Joins the widgets of the acute day to its desk."""

    key = "acute"

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.desk = AcuteDesk(
            Parts(
                context.store,
                context.planning,
                context.repairs,
                context.editing,
                context.clock,
                context.new_repair,
            ),
            self,
        )
        self.export = ListExport(self.desk, context.audit, self)
        self.tell = TellPanel(self.desk)
        self.repair = RepairPanel()
        self.boards = Boards(context.settings.zoom)
        self.danger = DangerPanel()
        self.week = QComboBox()
        self.only_week = heading("", 1)
        self.state = label("", wrap=True)
        self.mend = QPushButton(self.tr("Repair the week"))
        self.notice = label("", wrap=True)
        self.unlock = QPushButton(self.tr("Unlock and repair"))
        self._notice_box = frame("problem")
        self._left = QStackedWidget()
        self._parts = QSplitter()
        self._clock = QTimer(self)
        self._clock.setInterval(MINUTE_MS)
        self._clock.timeout.connect(self.desk.look_again)
        self._build()
        self.desk.changed.connect(self._show)
        self.desk.looked.connect(self._show_danger)
        self.desk.improved.connect(self._on_improved)

    def refresh(self, change: Change | None) -> None:
        del change
        self.desk.refresh()

    def forget_typed(self) -> None:
        self.tell.ask_anew()

    @property
    def unsaved(self) -> bool:
        return self.tell.form is not None and self.tell.form.dirty

    @property
    def undecided(self) -> bool:
        return self.desk.undecided

    def open(self, subject: str) -> None:
        """``subject`` is a week, ``2026-W48``, to be looked at and repaired, or a version, ``2026-W48.3``,
        whose list of people to call is wanted."""
        week, _, number = subject.partition(".")
        try:
            asked = IsoWeek.parse(week)
        except DomainError:
            return
        if self.desk.undecided:
            self._say(self.tr("First accept or discard the repair that was found."))
        elif number:
            self._show_list(subject)
        else:
            self.desk.turn_to(asked)
            self.desk.repair()

    def place(self) -> dict[str, str]:
        desk, settled = self.desk, self.desk.telling.accepted
        found = {"stage": desk.stage.value, "week": str(desk.week)}
        if settled is not None:
            found |= {"before": settled.before.id, "after": settled.after.id}
        ticks = desk.telling.ticks
        return found | {f"{TICKED}{person}": said for person, said in ticks.items()}

    def go_to(self, place: dict[str, str]) -> None:
        """A list of people to call is there again; a repair that was not accepted is made anew."""
        try:
            week = IsoWeek.parse(place.get("week", ""))
        except DomainError:
            return
        versions = {each.id: each for each in self._context.planning.versions(week)}
        before, after = versions.get(place.get("before", "")), versions.get(place.get("after", ""))
        stage = place.get("stage", "")
        if stage == Stage.ACCEPTED and before is not None and after is not None:
            self.desk.take_up(before, after)
            return
        self.desk.turn_to(week)
        if stage in (Stage.REPAIRING, Stage.REPAIRED):
            ticks = {key.removeprefix(TICKED): said for key, said in place.items() if key.startswith(TICKED)}
            self.desk.repair_again(ticks)
            self.said.emit(
                self.tr("The repair that was not accepted yet is being looked for again.")
                if self.desk.stage is Stage.REPAIRING
                else self.tr("The repair that was not accepted is gone: the week needs none any more.")
            )

    def leave(self) -> None:
        self.desk.settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way != self._parts.orientation():
            self._parts.setOrientation(way)
            self._share()
            # Beside the buttons there is no room for a sentence then.
            (self._head if wide else self._top).removeWidget(self.state)
            if wide:
                self._top.insertWidget(2, self.state, 1)
            else:
                self._head.addWidget(self.state)

    def _share(self) -> None:
        """Shares out the board and the list as they were left, which is one way beside each other and another
        one below each other."""
        state = self._context.settings.state(self._split_name())
        if state is None or not self._parts.restoreState(state):
            wide = self._parts.orientation() == Qt.Orientation.Horizontal
            self._parts.setSizes([10_000, RIGHT] if wide else [70, 30])

    def _split_name(self) -> str:
        wide = self._parts.orientation() == Qt.Orientation.Horizontal
        return "acute.wide" if wide else "acute.narrow"

    @Slot()
    def _keep_share(self) -> None:
        self._context.settings.keep_state(self._split_name(), self._parts.saveState())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    @Slot(object)
    def record(self, happening: Happening) -> None:
        """Keeps what happened, and repairs the week where that makes it unsafe."""
        try:
            self.desk.record(happening)
        except (DomainError, LookupError, Refused, Rejected, LowersLevel, NothingNew) as error:
            self.tell.fault(refusal_text(error))
        except NotStored:
            self.tell.fault(not_stored_words())
        except NotRecorded:
            self.tell.fault(self.tr("Nothing was recorded: the audit trail could not be written."))
        else:
            self.tell.ask(None)
            self.said.emit(self.tr("Recorded. Undo with Ctrl+Z."))
            (self.tell if self.desk.stage is Stage.TELLING else self.repair).setFocus()

    @Slot()
    def accept(self) -> None:
        """Keeps the repaired week; the people to call stay in sight."""
        if self._accepted(adapt=False) is not None:
            # On nothing that a key presses: what is pressed once more must not put the list away.
            self.repair.setFocus()

    @Slot()
    def adapt(self) -> None:
        """Keeps the repaired week as a draft and turns to it."""
        told = self._words().names(sorted(self.desk.telling.told))
        version = self._accepted(adapt=True)
        if version is not None:
            if told:
                text = self.tr("Told already, and to be called again once the week is published: %1.")
                self.said.emit(text.replace("%1", told))
            self.desk.discard()
            self.navigate.emit("week", version.id)

    @Slot()
    def unlock_and_repair(self) -> None:
        """Lifts the locks that stand in the way of a safe week; that can be undone."""
        try:
            self.desk.unlock_and_repair()
        except NotStored:
            self._say(not_stored_words())
        except NotRecorded:
            self._say(self.tr("Nothing was recorded: the audit trail could not be written."))

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Something happened"))
        self.setProperty("guide", "something-happened")
        side, right, bar = frame("side"), QWidget(), frame("bar")
        whole = row(self, gap=0)
        whole.addWidget(side)
        whole.addWidget(right, 1)
        side.setFixedWidth(LEFT)
        column(side, gap=0).addWidget(self._left)
        self._left.addWidget(self.tell)
        self._left.addWidget(self.repair)
        box = column(right, gap=0)
        box.addWidget(bar)
        box.addWidget(self._notice_box)
        box.addWidget(self._parts, 1)
        head = column(bar, gap=4)
        head.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        self._head, self._top = head, row(gap=GRID)
        top = self._top
        head.addLayout(top)
        self.week.setAccessibleName(self.tr("Week"))
        self.mend.setAutoDefault(False)
        top.addWidget(self.week)
        top.addWidget(self.only_week)
        top.addWidget(self.state, 1)
        top.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignRight)
        told = row(self._notice_box, margin=GRID)
        told.addWidget(self.notice, 1)
        told.addWidget(self.unlock)
        self.unlock.setAutoDefault(False)
        self.unlock.hide()
        self._parts.addWidget(self.boards)
        self._parts.addWidget(self.danger)
        self._parts.setStretchFactor(0, 1)
        self._parts.setChildrenCollapsible(False)
        self._share()
        self._parts.splitterMoved.connect(self._keep_share)
        self.danger.setMinimumWidth(RIGHT - 60)
        self._notice_box.hide()
        self.tell.record_asked.connect(self.record)
        self.tell.list_asked.connect(self._show_list)
        self.danger.chosen.connect(self.boards.select)
        self.danger.placements_asked.connect(lambda person: self.navigate.emit("people", f"{person}#offers"))
        self.mend.clicked.connect(self.desk.repair)
        self.unlock.clicked.connect(self.unlock_and_repair)
        self.week.activated.connect(self._on_week)
        self.repair.accept_asked.connect(self.accept)
        self.repair.adapt_asked.connect(self.adapt)
        self.repair.too_soon.connect(self._on_too_soon)
        self.repair.discard_asked.connect(self._on_discard)
        self.repair.done_asked.connect(self._on_discard)
        self.repair.calls.ticked.connect(self._on_ticked)
        self.repair.calls.copy_asked.connect(self.export.copy)
        self.repair.calls.pdf_asked.connect(self.export.ask_for_pdf)
        self.export.done.connect(self.said)
        self.export.failed.connect(self._say)

    @Slot()
    def _show(self) -> None:
        desk = self.desk
        telling = desk.stage is Stage.TELLING
        self.tell.show_waiting()
        self._left.setCurrentWidget(self.tell if telling else self.repair)
        if not telling:
            self.repair.show_desk(desk, self._words())
        self._say("" if desk.failure is None else self._failure_text(desk.failure))
        self._fill_weeks()
        self._show_danger()

    @Slot()
    def _show_danger(self) -> None:
        desk = self.desk
        danger = desk.danger_in(desk.week)
        happened = desk.happening is not None
        planned = desk.shown is not None
        unchecked = desk.unchecked
        bad = bool(danger.grave or danger.week or desk.meetings or unchecked)
        unapproved = desk.unapproved() if planned and danger.none and not bad else 0
        text = danger_text(danger, unapproved, happened=happened)
        if unchecked:
            text = translate(
                "UncheckedWeek", "The plan of this week can't be checked: enter the measures of the levels"
            )
        elif not planned:
            text = self.tr("This week has no plan yet")
        if desk.meetings:
            text = f"{placed_text(len(desk.meetings))} · {text}"
        self.state.setText(text)
        good = "muted" if not planned else "warn" if unapproved or danger.mild else "ok"
        self.state.setProperty("look", "danger" if bad else good)
        restyle(self.state)
        telling, listed = desk.stage is Stage.TELLING, desk.telling.version is not None
        accepted = desk.telling.accepted is not None
        self.mend.setVisible((telling or accepted) and not happened and danger.mendable)
        self.mend.setEnabled(not desk.read_only)
        if listed and not accepted:
            # What is to come is what the repair mends; what runs now it can't.
            danger = Danger(desk.running)
        self.danger.setVisible(telling or not listed or not danger.none or bool(desk.meetings))
        title, hint = self._danger_title(happened), self._hint(happened)
        self.danger.show_danger(danger, desk.meetings, self._words(), title, hint)
        self.repair.calls.show_now(self.export.now())
        self._show_boards()

    def _show_boards(self) -> None:
        desk = self.desk
        shown, repaired, settled = desk.shown, desk.repaired, desk.telling.accepted
        now = desk.now.date()
        first = now if IsoWeek.containing(now) == desk.week else desk.week.monday
        before = after = None
        changed = desk.telling.calls
        running = frozenset(each.session.id for each in desk.running)
        if settled is not None:
            present = shown is not None and shown.version.id == settled.after.id
            unsafe = desk.danger_in(desk.week).ids if present else running
            before = Shown(settled.before, self.tr("Before"), running, sessions_before(changed))
            after = Shown(settled.after, self.tr("Accepted"), unsafe, sessions_after(changed))
        elif repaired is not None:
            unsafe = desk.danger_in(desk.week).ids
            before = Shown(repaired.base, self._before_title(repaired.base), unsafe, sessions_before(changed))
            after = Shown(repaired.version, self.tr("Repaired"), running, sessions_after(changed))
        elif shown is not None:
            before = Shown(shown.version, self._before_title(shown.version), desk.danger_in(desk.week).ids)
        self.boards.show_weeks(desk.unit, first, before, after)

    def _before_title(self, version: PlanVersion) -> str:
        published = version.state is VersionState.PUBLISHED
        state = self.tr("published") if published else self.tr("draft")
        text = self.tr("Present week · version %1, %2", "number, draft or published")
        return text.replace("%1", str(version.number)).replace("%2", state)

    def _danger_title(self, happened: bool) -> str:
        if not happened:
            return self.tr("As it stands")
        return self.tr("Once this is recorded")

    def _hint(self, happened: bool) -> str:
        if self.desk.unchecked:
            return translate(
                "UncheckedWeek",
                "No level has measures on every day of this week, so nobody can say which sessions are safe.",
            )
        if self.desk.shown is None:
            return self.tr("There is no plan to look at. What you record counts when the week is planned.")
        happening = self.desk.happening
        if isinstance(happening, Released) and not happening.leaves:
            return self.tr("This makes no session unsafe. To give them hours again, change or plan the week.")
        if happened:
            return self.tr("This makes no session unsafe.")
        return self.tr("Choose what happened. At once you see here which sessions it makes unsafe.")

    def _words(self) -> SessionWords:
        return self.export.words()

    def _fill_weeks(self) -> None:
        """The weeks that can be looked at, each with how much of it is not safe."""
        desk = self.desk
        weeks = [each.version.week for each in desk.weeks]
        weeks = weeks if desk.week in weeks else [desk.week, *weeks]
        self.week.clear()
        for week in weeks:
            count = len(desk.danger_in(week).sessions)
            text = week_title(week)
            if count:
                text = self.tr("%1 · %2 not safe").replace("%2", str(count)).replace("%1", text)
            self.week.addItem(text, str(week))
        self.week.setCurrentIndex(weeks.index(desk.week))
        several = desk.stage is Stage.TELLING and len(weeks) > 1
        self.week.setVisible(several)
        self.only_week.setVisible(not several)
        self.only_week.setText(self.tr("Week %1").replace("%1", str(desk.week.week)))

    def _accepted(self, *, adapt: bool) -> PlanVersion | None:
        try:
            return self.desk.accept(adapt=adapt).version
        except UnitChanged:
            self._say(self.tr("The unit was changed since. Nothing was kept: repair the week again."))
        except Outdone:
            self._say(self.tr("Another plan came in between. Nothing was kept: repair the week again."))
        except UnsafePlan:
            self._say(failure_text(RepairFailure.UNSAFE))
        except PastChanged:
            self._say(failure_text(RepairFailure.OVERTAKEN))
        except NotStored:
            self._say(not_stored_words())
        except NotRecorded:
            self._say(self.tr("Nothing was kept: the audit trail could not be written."))
        return None

    def _failure_text(self, failure: RepairFailure) -> str:
        locks = self.desk.locked_in_the_way() if failure is RepairFailure.CONTRADICTION else ()
        if not locks:
            return failure_text(failure)
        words = self._words()
        held = "; ".join(with_capital(words.session(each)) for lock in locks for each in lock.sessions)
        text = self.tr("What is locked breaks a rule since this happened, so there is no safe week: %1.")
        return text.replace("%1", held)

    def _say(self, text: str) -> None:
        contradicts = self.desk.failure is RepairFailure.CONTRADICTION
        self.unlock.setVisible(
            contradicts and not self.desk.read_only and bool(self.desk.locked_in_the_way())
        )
        self.notice.setText(text)
        self._notice_box.setVisible(bool(text))

    @Slot(int)
    def _on_week(self, at: int) -> None:
        self.desk.turn_to(IsoWeek.parse(self.week.itemData(at)))

    @Slot()
    def _on_improved(self) -> None:
        waiting = self.repair.hasFocus()
        self._show()
        if waiting:
            self.repair.accept.setFocus()

    @Slot()
    def _on_too_soon(self) -> None:
        text = self.tr("A better repair has just taken its place. Look at it, then accept it.")
        self.said.emit(text)

    @Slot()
    def _on_discard(self) -> None:
        telling = self.desk.telling
        told = self._words().names(sorted((*telling.told, *telling.misled))) if not telling.accepted else ""
        self.desk.discard()
        if told:
            text = self.tr("Told of the repair that was discarded, so call them again: %1.")
            self._say(text.replace("%1", told))
        next(iter(self.tell.kinds.values())).setFocus()

    @Slot(str)
    def _show_list(self, version: str) -> None:
        """Shows the list of people to call of a version in force, by its id."""
        found = next((each for each in self.desk.telling.waiting if each.after.id == version), None)
        if found is None:
            self._say(self.tr("Nobody has to be told of that version any more."))
            return
        self.tell.ask(None)
        self.desk.take_up(found.before, found.after)
        self.repair.setFocus()

    @Slot(str, bool)
    def _on_ticked(self, person: str, told: bool) -> None:
        try:
            self.desk.telling.tick(person, told=told)
        except NotStored:
            self._say(not_stored_words())
        except (Refused, Rejected):
            self._say(self.tr("This could not be noted: the person is no longer on record."))
        self.repair.calls.show_told(self.desk.telling.told)
        self.repair.show_misled(self.desk.telling.misled, self._words())
