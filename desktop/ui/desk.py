"""The week on the desk: what is shown and what is being planned. The widgets watch it and hold no state."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.locks import Approval
from desktop.domain.plans import PlanVersion, VersionState, gone_by, in_force, newest
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.qt.planning_run import PlanningRun, RunFailure, Step
from desktop.services.change import Change, Edit
from desktop.services.ports import local_time
from desktop.services.week.building import CannotPlan
from desktop.services.week.in_force import running_of
from desktop.services.week.planned_weeks import meetings_now
from desktop.services.week.planning import Accepted, Prepared
from desktop.services.week.summary import Summary, summarize
from desktop.services.week.unsafe import UnsafeSession, looked_back, running_now
from desktop.services.week.when_broken import Judged, plain
from desktop.ui.context import WindowContext
from desktop.ui.desk_reports import Reports
from desktop.ui.desk_run import HeldPlanning, Notice, NoticeKind
from solver.problem import Problem

REDRAW_MS = 500
"""Milliseconds between two previews: plans may come faster than anybody can look at them."""


class Desk(QObject):
    """One week, the version shown of it, the session chosen in it, and the run that plans it.

    ``changed`` is sent when the week or the version shown changed, ``planning_changed`` when a run began,
    was asked to stop or ended, ``progressed`` at each of its steps, ``chosen`` when another session was,
    ``planned`` with the version that was shown before when a run has brought another.

    After an edit of the unit the week is made ready anew only when somebody asks for it: ``outdated`` is
    sent, and whoever asks for the week, its versions or the report gets them as they are then.
    """

    changed = Signal()
    outdated = Signal()
    planning_changed = Signal()
    progressed = Signal()
    chosen = Signal()
    planned = Signal(object)

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._run: PlanningRun | None = None
        self.week = IsoWeek.containing(context.clock.today())
        self._prepared: Prepared | None = None
        self._versions: tuple[PlanVersion, ...] = ()
        self._version: PlanVersion | None = None
        self._report: Judged | None = None
        self._missed: list[Change | None] = []
        self.session: str | None = None
        self.steps: list[Step] = []
        self.seconds = float(context.settings.seconds)
        self.stopping = False
        self.notice: Notice | None = None
        self.preview = False
        self._found: tuple[PlanVersion, Judged] | None = None
        self.redraw = QTimer(self)
        self.redraw.setSingleShot(True)
        self.redraw.setInterval(REDRAW_MS)
        self.redraw.timeout.connect(self._show_found)
        self._noting = False
        self._before: PlanVersion | None = None
        self._reports = Reports()
        self.proven: dict[str, Problem] = {}
        """By version: the problem that its bounds were found for, where that is known."""
        context.editing.changed.connect(self._on_edited)

    @property
    def planning(self) -> bool:
        return self._run is not None

    @property
    def concealed(self) -> bool:
        """Whether names are hidden on the screen."""
        return self._context.editing.concealed

    @property
    def prepared(self) -> Prepared | None:
        """The week as the unit stands; None where it can't be planned."""
        self.catch_up()
        return self._prepared

    @property
    def versions(self) -> tuple[PlanVersion, ...]:
        """The week's versions."""
        self.catch_up()
        return self._versions

    @property
    def version(self) -> PlanVersion | None:
        """The version shown; None where there is none."""
        self.catch_up()
        return self._version

    @property
    def report(self) -> Judged | None:
        """What the check finds in the version shown, as the unit stands."""
        self.catch_up()
        return self._report

    @property
    def judged(self) -> Judged | None:
        """As ``report``; None for a week that is over, whose own figures stand."""
        return None if self.is_over else self.report

    @property
    def running(self) -> tuple[UnsafeSession, ...]:
        """What of the version shown runs at this moment and breaks a rule: also of one that nobody goes by
        it does where it is as in the one that they do."""
        version, report = self.version, self.judged
        return () if version is None or report is None else running_now(version, report, self.now)

    @property
    def goes(self) -> bool:
        """Whether people go by the version shown: it is in force, or the newest draft where none is."""
        version, given = self.version, gone_by(self.versions)
        return version is not None and given is not None and version.id == given.id

    def in_force_report(self) -> Judged | None:
        """The check of the version of the week that people were told last; None where there is none, or the
        week is over."""
        given = in_force(self.versions)
        return None if given is None or self.is_over else self._check(given)

    def gone_by_running(self) -> tuple[UnsafeSession, ...]:
        """What runs at this moment and breaks a rule in the plan that people go by, whatever is shown."""
        given = gone_by(self._versions) if self.week == self.this_week else None
        if given is not None and given == self._version and self._report is not None:
            return running_now(given, self._report, self.now)
        return running_of(self._context.planning, self.this_week)

    def together_now(self) -> int:
        """How often placements bring two together at this moment who must not be, whatever is shown."""
        return len(meetings_now(self._context.planning))

    @property
    def now(self) -> datetime:
        """The local moment."""
        return local_time(self._context.clock)

    @property
    def is_outdated(self) -> bool:
        """Whether something has changed since the week was last asked for."""
        return bool(self._missed)

    @property
    def number(self) -> int | None:
        """The number of the stored version that was last shown, without bringing the week up to date."""
        return None if self._version is None or self.preview else self._version.number

    @property
    def is_fixed(self) -> bool:
        """Whether the version that was last shown is published, without bringing the week up to date."""
        return self._version is not None and self._version.state is VersionState.PUBLISHED

    @property
    def has_plan(self) -> bool:
        """Whether a stored version was last shown, or will be first, without making the week ready."""
        if None in self._missed:
            return bool(self._context.planning.versions(self.week))
        return self.number is not None

    @property
    def is_over(self) -> bool:
        """Whether the week's last day has passed."""
        return self.week < self.this_week

    @property
    def read_only(self) -> bool:
        """Whether nothing can be planned, because nothing can be stored."""
        return self._context.read_only

    @property
    def summary(self) -> Summary | None:
        """The figures of the version shown; None where there is none."""
        if self.prepared is None or self.version is None:
            return None
        return summarize(self.prepared, self.version, self.judged)

    @property
    def this_week(self) -> IsoWeek:
        return IsoWeek.containing(self._context.clock.today())

    def show_week(self, week: IsoWeek) -> None:
        """Turns to a week and its newest version. Not while a week is being planned."""
        if self.planning:
            return
        self.week = week
        self.notice = None
        self.reload()

    def turn_to(self, week: IsoWeek) -> None:
        """Turns to a week and its newest version, which are read once somebody asks for them."""
        self.week = week
        self._missed = [None]

    @Slot()
    def go_back(self) -> None:
        self.show_week(self.week.previous())

    @Slot()
    def go_on(self) -> None:
        self.show_week(self.week.next())

    @Slot()
    def go_home(self) -> None:
        self.show_week(self.this_week)

    def catch_up(self) -> None:
        """Brings the week up to date with what was changed since somebody last asked for it."""
        missed, self._missed = self._missed, []
        if not missed:
            return
        edits = [edit for change in missed if change is not None for edit in change.edits]
        shown = None if self._version is None else self._version.id
        try:
            if None in missed or not all(_is_of_plan(edit) for edit in edits):
                self._prepare()
            else:
                # The week's problem is the same, and the newest version that was made is shown.
                made = [edit.after.id for edit in edits if isinstance(edit.after, PlanVersion)]
                shown = made[-1] if made else shown
            self._show_newest(shown)
        except Exception:
            self._missed = missed + self._missed
            raise

    def reload(self) -> None:
        """Reads the week anew: the unit or its plans have changed."""
        self._missed = []
        self._prepare()
        self._show_newest(None)

    def show_version(self, version: PlanVersion) -> None:
        """Shows another of the week's versions, checked against the unit as it stands now."""
        if not self.planning:
            self.catch_up()
            self._show(version)

    def show_number(self, number: int | None) -> None:
        """Shows the week's version of that number, where there is one."""
        found = next((version for version in self.versions if version.number == number), None)
        if found is not None and found is not self.version:
            self.show_version(found)

    def look_again(self) -> None:
        """Time has passed: of a version that breaks rules others may run now, and others be over."""
        report, version = self._report, self._version
        if self.is_outdated or self.planning or self.preview or version is None or report is None:
            return
        if not (report.violations or report.running):
            return
        self._reports.clear()
        found = self._check(version)
        if found != report:
            self._show(version)

    def choose(self, session: str | None) -> None:
        """Chooses a session of the version shown; None chooses none."""
        if session != self.session:
            self.session = session
            self.chosen.emit()

    def plan(self, seconds: float, *, whole: bool = False) -> None:
        """Plans the week for at most ``seconds``, unless a run is under way or the vault is open to read.

        ``whole``: also what is over of a week that was never planned.
        """
        if self.planning or self.read_only:
            return
        if self.is_over:
            # What was held then can't be decided now, and attendance must not be asked of a plan made since.
            self.notice = Notice(NoticeKind.FAILED, RunFailure.OVER)
            self.planning_changed.emit()
            return
        run = self._context.new_run()
        self._watch(run)
        self.steps = []
        self.seconds = seconds
        self.stopping = False
        self.notice = None
        self._before = self.version
        self.planning_changed.emit()
        run.start(self.week, seconds=seconds, whole=whole)

    def stop(self) -> None:
        """Asks the run to end soon with its best plan."""
        if self._run is not None and not self.stopping:
            self.stopping = True
            self._run.stop()
            self.planning_changed.emit()

    def hold(self) -> HeldPlanning | None:
        """The vault is locked: the run goes on by itself and is handed over. The desk is done with."""
        self._drop_found()
        run, self._run = self._run, None
        held = None
        if run is not None and run.running:
            run.hold(self._context.seal)
            run.setParent(None)
            run.disconnect(self)
            held = HeldPlanning(run, tuple(self.steps), self.seconds, self.stopping)
        for ended in self.findChildren(PlanningRun):
            ended.close()
        self._missed = []
        self._prepared = self._version = self._report = self.session = None
        self._versions = ()
        return held

    def take_up(self, held: HeldPlanning) -> None:
        """The vault is open again: the run that went on is the desk's once more, or tells how it ended."""
        self._watch(held.run)
        self.steps = list(held.steps)
        self.seconds, self.stopping = held.seconds, held.stopping
        self.planning_changed.emit()
        held.run.resume(self._context.planning, self._context.unseal)

    def close(self, *, drop: bool = False) -> Accepted | None:
        """Ends a run at once; its best plan is stored and returned.

        Raises ``NotStored`` where it can't be stored: then the run goes on, unless it may ``drop``.
        """
        accepted = None if self._run is None else self._run.close(drop=drop)
        self._drop_found()
        self._run = None
        for ended in self.findChildren(PlanningRun):
            ended.close()
        return accepted

    def _watch(self, run: PlanningRun) -> None:
        run.setParent(self)
        run.progressed.connect(self._on_progressed)
        run.improved.connect(self._on_improved)
        run.cut_short.connect(self._on_cut_short)
        run.finished.connect(self._on_finished)
        run.failed.connect(self._on_failed)
        self._run = run

    def _prepare(self) -> None:
        self._reports.clear()
        try:
            self._prepared = self._shown(self._context.planning.prepare(self.week))
        except (LookupError, CannotPlan):
            self._prepared = None

    def _show(self, version: PlanVersion | None, report: Judged | None = None) -> None:
        """``report`` comes with a preview, whose check has just been made; a version is checked anew."""
        self.preview = report is not None
        self._version = version
        self._report = report or (None if version is None else self._check(version))
        sessions = {session.id for session in version.sessions} if version else set()
        if self.session not in sessions:
            self.session = None
        self.changed.emit()
        self.chosen.emit()

    def _shown(self, prepared: Prepared) -> Prepared:
        """The week as the screen may show it; its problem knows no names anyway."""
        unit = self._context.editing.shown(prepared.unit)
        return prepared if unit is prepared.unit else replace(prepared, unit=unit)

    def check(self, version: PlanVersion) -> Judged | None:
        """What the check finds in one of the week's versions, as the unit stands; None where the week can't
        be planned any more, and then the version is not to be shown."""
        self.catch_up()
        return self._check(version)

    def remember(self, version: PlanVersion, report: Judged) -> None:
        """Takes in the check's report of a version of the week as it stands now."""
        others = (each for each in self._versions if each.id != version.id)
        self._reports.keep(version, (*others, version), report)

    def _check(self, version: PlanVersion) -> Judged | None:
        """Every version is checked before it is shown, and again once the week has changed."""
        if self._prepared is None:
            return None
        report = self._reports.of(version, self._versions)
        if report is None:
            report = self._context.planning.recheck(self._prepared, version)
            report = looked_back(report) if self.is_over else report
            self._reports.keep(version, self._versions, report)
        return report

    @Slot(object)
    def _on_edited(self, change: Change | None) -> None:
        """The unit or a plan was changed by hand, by undoing, or names were concealed."""
        if self._noting:
            return
        if self._run is not None:
            self._keep_up(self._run)
            return
        self._missed.append(change)
        self.outdated.emit()

    def _keep_up(self, run: PlanningRun) -> None:
        """Something was changed while the week is planned: what is shown stays true, or the run ends."""
        if not run.running or not run.keep_up() or run.prepared is None:
            return
        self._reports.clear()
        self._prepared = self._shown(run.prepared)
        self._versions = self._context.planning.versions(self.week)
        self._show(self._version, self._report if self.preview else None)

    def _show_newest(self, wanted: str | None) -> None:
        """Reads the versions anew and shows the wanted one, the newest where it is gone or none is named."""
        self._versions = self._context.planning.versions(self.week)
        found = next((each for each in self._versions if each.id == wanted), None)
        self._show(found or newest(self._versions))

    @Slot(object)
    def _on_progressed(self, step: Step) -> None:
        self.steps.append(step)
        self.progressed.emit()

    @Slot(object)
    def _on_improved(self, version: PlanVersion) -> None:
        """The first plan is shown at once, of those that follow soon after it only the newest."""
        if self._run is None or self._run.report is None:
            return
        self._found = (version, plain(self._run.report))
        if not self.redraw.isActive():
            self._show_found()

    @Slot()
    def _show_found(self) -> None:
        if self._found is None or self._run is None:
            return
        (version, report), self._found = self._found, None
        prepared = self._run.prepared
        self._reports.clear()
        self._prepared = None if prepared is None else self._shown(prepared)
        self.redraw.start()
        self._show(version, report)

    def _drop_found(self) -> None:
        self.redraw.stop()
        self._found = None

    @Slot(object)
    def _on_cut_short(self, failure: RunFailure) -> None:
        self.notice = Notice(NoticeKind.CUT_SHORT, failure)

    @Slot(object)
    def _on_finished(self, accepted: Accepted) -> None:
        self._end_run()
        before = self._before
        if accepted.problem is not None:
            self.proven[accepted.version.id] = accepted.problem
        if self._prepared is not None and self._prepared.minute:
            # What has begun bound the planning engine; by hand the whole week can be put right.
            self._prepare()
        self._versions = self._context.planning.versions(self.week)
        self._noting = True
        self._context.editing.note(accepted.change)
        self._noting = False
        self._show(accepted.version)
        if before is not None:
            self.planned.emit(before)

    @Slot(object)
    def _on_failed(self, failure: RunFailure) -> None:
        reasons = () if self._run is None else tuple(reason.text for reason in self._run.reasons)
        self.notice = Notice(NoticeKind.FAILED, failure, reasons)
        self._end_run()
        self.reload()

    def _end_run(self) -> None:
        self._drop_found()
        run, self._run = self._run, None
        if run is not None:
            # Not from inside its own signal: its engine may not have gone yet.
            QTimer.singleShot(0, run, partial(_let_go, run))
        self.stopping = False
        self.planning_changed.emit()


def _is_of_plan(edit: Edit) -> bool:
    """Whether an edit leaves the unit as it is."""
    return isinstance(edit.after or edit.before, PlanVersion | Approval | Told)


def _let_go(run: PlanningRun) -> None:
    run.close()
    run.deleteLater()
