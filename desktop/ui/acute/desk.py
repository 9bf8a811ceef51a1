"""The acute day at hand: what happened, what it makes unsafe, the repair. The widgets watch it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.locks import Approval, Lock
from desktop.domain.plans import PlanVersion, VersionState, gone_by
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Entity, Unit
from desktop.qt.repair_run import RepairFailure, RepairRun
from desktop.services.awaiting import awaiting
from desktop.services.change import Change
from desktop.services.change_labels import ChangeLabel
from desktop.services.happenings import Happening, effects, label_of, unit_with
from desktop.services.ports import NotStored, local_time
from desktop.services.repairs import Outdone, PastChanged, Repaired, overtaken
from desktop.services.week.placed_meetings import PlacedMeeting
from desktop.services.week.planned_weeks import PlannedWeek, locks_in_the_way, meetings_ahead, planned_weeks
from desktop.services.week.planning import Accepted, Prepared, UnitChanged, UnsafePlan
from desktop.services.week.unsafe import Danger, UnsafeSession, danger
from desktop.services.week.versions import next_number
from desktop.ui.acute.parts import Parts
from desktop.ui.acute.telling import Telling


class Stage(StrEnum):
    """How far one is."""

    TELLING = "telling"
    REPAIRING = "repairing"
    REPAIRED = "repaired"
    ACCEPTED = "accepted"


class AcuteDesk(QObject):
    """One acute day.

    ``changed`` is sent when the stage, the weeks or what happened are others, ``looked`` when the danger of
    what might be recorded is known anew, ``improved`` at each better repair.
    """

    changed = Signal()
    looked = Signal()
    improved = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._run: RepairRun | None = None
        self._recording = False
        self._known: dict[IsoWeek, Danger] = {}
        self._dangers: dict[IsoWeek, Danger] = {}
        self._meetings: tuple[PlacedMeeting, ...] = ()
        self._still: Danger | None = None
        self._at: datetime | None = None
        self.stage = Stage.TELLING
        self.weeks: tuple[PlannedWeek, ...] = ()
        self.week: IsoWeek = IsoWeek.containing(parts.clock.today())
        self.happening: Happening | None = None
        self.repaired: Repaired | None = None
        self.failure: RepairFailure | None = None
        self.telling = Telling(parts, self._save)

    @property
    def now(self) -> datetime:
        """The local moment that everything is judged from."""
        return local_time(self._parts.clock)

    @property
    def shown(self) -> PlannedWeek | None:
        """The week that is looked at; None where it has no plan."""
        return next((each for each in self.weeks if each.version.week == self.week), None)

    @property
    def unchecked(self) -> bool:
        """Whether the week that is looked at has a plan, but nobody can say whether it is safe."""
        return self.shown is None and gone_by(self._parts.planning.versions(self.week)) is not None

    @property
    def undecided(self) -> bool:
        """Whether a repair was found that is neither accepted nor thrown away."""
        return self.repaired is not None

    @property
    def searching(self) -> bool:
        """Whether the engine still looks for a better repair."""
        return self._run is not None

    @property
    def running(self) -> tuple[UnsafeSession, ...]:
        """What runs at this moment and is not safe: with the repair, where one was found. A session that only
        breaks a rule together with what the repair moves away need not be ended."""
        if self.repaired is not None and self._still is not None:
            return self._still.running
        return self.danger_in(self.week).running

    @property
    def meetings(self) -> tuple[PlacedMeeting, ...]:
        """Whom placements bring together who must not be, with what happened: no repair can help it."""
        return self._meetings

    def danger_in(self, week: IsoWeek) -> Danger:
        """What of a week is not safe, with what happened; nothing is known of a week without a plan."""
        return self._dangers.get(week, Danger())

    @property
    def read_only(self) -> bool:
        """Whether nothing can be recorded."""
        return self._parts.editing.read_only

    @property
    def unit(self) -> Unit:
        """The unit as the screen may show it."""
        return self._parts.editing.unit()

    def unapproved(self) -> int:
        """How many sessions still to come of the repaired week, or else of the one that is looked at, need a
        manual yes and have none."""
        week = self.repaired or self.shown
        if week is None:
            return 0
        with self._parts.store.begin() as work:
            return len(awaiting(week.prepared, week.version, work.all(Approval), self.now))

    def reload(self) -> None:
        """Reads the weeks anew. A repair of what was before is thrown away; accepted ones stay."""
        if self.stage is Stage.ACCEPTED and not self.telling.reread():
            self._forget()
        if self.stage is not Stage.ACCEPTED:
            self._drop()
            self.stage = Stage.TELLING
        self._read()
        self.changed.emit()

    def turn_to(self, week: IsoWeek) -> None:
        """Looks at another of the weeks."""
        if week != self.week and not self.searching:
            self._forget()
            self.week = week
            self.changed.emit()

    def look(self, happening: Happening | None) -> None:
        """Works out what would not be safe any more, without keeping anything.

        Raises what ``effects`` raises; then nothing is shown of it.
        """
        self.happening = None
        try:
            if happening is not None:
                effects(happening, self._true_unit(), self._parts.new_id)
            self.happening = happening
        finally:
            self._judge()
            self.looked.emit()

    def look_again(self) -> None:
        """Time has passed: what runs now and what is over are others, and a repair may come too late."""
        if self.repaired is not None and overtaken(self.repaired, self._parts.clock):
            self._lose()
            return
        self._known = {}
        self._judge()
        self.looked.emit()

    def _lose(self) -> None:
        """A session that the repair would change has begun: it is thrown away, and that is told."""
        self._drop()
        self.stage, self.failure = Stage.TELLING, RepairFailure.OVERTAKEN
        self._read()
        self.changed.emit()

    def record(self, happening: Happening) -> Change:
        """Keeps what happened, and repairs the week where that makes it unsafe.

        Raises what ``effects`` and ``Editing.save`` raise; then nothing is kept.
        """
        told = effects(happening, self._true_unit(), self._parts.new_id)
        self._begin_anew()
        self.happening = happening
        self._judge()
        self._turn_to_danger()
        shown = self.shown
        if shown is not None and self.danger_in(self.week).mendable:
            # The engine needs half a second to start: the pages can take the change in meanwhile.
            unit = unit_with(shown.prepared.unit, told)
            self._begin(self._parts.planning.imagined(shown.prepared, unit), shown.version)
        try:
            change = self._save(label_of(happening), told.put, told.remove)
        except Exception:
            self._forget()
            raise
        finally:
            self.happening = None
        self._read()
        self.changed.emit()
        return change

    def repair(self) -> None:
        """Looks for a safe week near the one that is shown, unless it is safe as it is."""
        shown = self.shown
        if shown is None or self.searching or not self.danger_in(self.week).mendable:
            return
        self._begin_anew()
        self._begin(shown.prepared, shown.version)
        self.changed.emit()

    def locked_in_the_way(self) -> tuple[Lock, ...]:
        """The locks that hold sessions still to come which break a rule by now."""
        shown = self.shown
        return () if shown is None else locks_in_the_way(shown.prepared, self.now)

    def unlock_and_repair(self) -> None:
        """Lifts the locks that are in the way, and repairs the week. Raises what ``Editing.save`` raises."""
        self._save("lock_lifted", (), self.locked_in_the_way())
        self.failure = None
        self.reload()
        self.repair()

    def settle(self) -> None:
        """Ends the search at once; the best repair stands."""
        if self._run is not None:
            self._run.close()
            self._end(None if self.repaired is not None else RepairFailure.KILLED)

    def discard(self) -> None:
        """Throws the repaired week away, or puts the call list away. What happened stays on record."""
        self._drop()
        self._forget()
        self.reload()

    def accept(self, *, adapt: bool = False) -> Accepted:
        """Keeps the repaired week: in force at once where the week was published, unless it is to be adapted.

        Raises ``UnitChanged``, ``Outdone``, ``UnsafePlan``, ``PastChanged``; then nothing is kept.
        """
        repaired, at = self.repaired, self._at
        if repaired is None or at is None:
            raise Outdone
        self._drop(keep_repaired=True)
        publish = repaired.base.state is VersionState.PUBLISHED and not adapt
        try:
            accepted = self._parts.repairs.accept(repaired, publish=publish)
        except PastChanged:
            self._lose()
            raise
        except (UnitChanged, Outdone, UnsafePlan):
            self._drop()
            self.stage = Stage.TELLING
            self.reload()
            raise
        except NotStored:
            # The repair stands, and can be taken once there is room.
            self._end(None)
            raise
        self.repaired = None
        self.stage = Stage.ACCEPTED
        self._recording = True
        try:
            self._parts.editing.note(accepted.change)
            if adapt:
                # What is still changed by hand is another week than the one that they were told of.
                self.telling.forget()
            self.telling.settle(repaired.base, accepted.version)
        finally:
            self._recording = False
        self.reload()
        return accepted

    def take_up(self, before: PlanVersion, after: PlanVersion) -> None:
        """Shows the call list of a version that was accepted before."""
        self._forget()
        self.telling.take_up(before, after)
        self.week = after.week
        self.stage = Stage.ACCEPTED
        if not self.telling.reread():
            self._forget()
        self.changed.emit()

    def repair_again(self, ticks: Mapping[str, str]) -> None:
        """As ``repair``, for one that was not accepted when the vault was locked, with who was ticked."""
        self.repair()
        if self.stage is not Stage.TELLING:
            self.telling.tick_again(ticks)

    def _save(self, label: ChangeLabel, put: Iterable[Entity], remove: Iterable[Entity]) -> Change:
        """Stores something that this desk knows of itself. Raises what ``Editing.save`` raises."""
        before, self._recording = self._recording, True
        try:
            return self._parts.editing.save(label, put, remove)
        finally:
            self._recording = before

    def refresh(self) -> None:
        """The unit or its plans have changed, by somebody else than this desk."""
        if not self._recording:
            self.reload()

    def close(self) -> None:
        """Ends the engine at once; nothing is told any more."""
        self._drop()

    def _true_unit(self) -> Unit:
        """The unit with its names: what is stored is made of it."""
        if self.weeks:
            return self.weeks[0].prepared.unit
        with self._parts.store.begin() as work:
            return work.unit()

    def _judge(self) -> None:
        """Finds out what is not safe in each week, with what happened in mind."""
        self._dangers = {each.version.week: self._danger(each) for each in self.weeks}
        self._meetings = self._found_meetings()
        self._judge_repaired()

    def _judge_repaired(self) -> None:
        """Finds out what is not safe even if the repair is accepted."""
        found, checks = self.repaired, self._parts.planning.checks
        self._still = None
        if found is not None:
            self._still = danger(
                found.prepared.checked, found.prepared.unit, found.version, self.now, checks=checks
            )

    def _found_meetings(self) -> tuple[PlacedMeeting, ...]:
        planning, today = self._parts.planning, self._parts.clock.today()
        known = meetings_ahead(planning, today)
        if self.happening is None:
            return known
        before = {each.key for each in known}
        unit = self._true_unit()
        after = unit_with(unit, effects(self.happening, unit, self._parts.new_id))
        found = (replace(each, before=each.key in before) for each in meetings_ahead(planning, today, after))
        return tuple(sorted(found, key=lambda each: each.before))

    def _read(self) -> None:
        self.weeks = planned_weeks(self._parts.planning, self._parts.clock.today())
        self.telling.look_for_waiting()
        self._known = {}
        self._judge()

    def _begin(self, prepared: Prepared, version: PlanVersion) -> None:
        """Sends the engine to work."""
        run = self._parts.new_run()
        run.setParent(self)
        run.improved.connect(self._on_improved)
        run.finished.connect(self._on_finished)
        run.failed.connect(self._on_failed)
        self._run = run
        self._at = self.now
        self.stage = Stage.REPAIRING
        number = next_number(self._parts.planning.versions(version.week))
        run.start(prepared, version, self._at, number=number)

    def _danger(self, week: PlannedWeek) -> Danger:
        before, version, planning = week.prepared, week.version, self._parts.planning
        known = self._known.get(version.week)
        if known is None:
            known = danger(before.checked, before.unit, version, self.now, checks=planning.checks)
            self._known[version.week] = known
        if self.happening is None:
            return known
        unit = unit_with(before.unit, effects(self.happening, before.unit, self._parts.new_id))
        after = planning.imagined(before, unit)
        return danger(after.checked, after.unit, version, self.now, known, planning.checks)

    def _turn_to_danger(self) -> None:
        """Looks at the first week that is not safe, where the one that is shown is."""
        weeks = (each.version.week for each in self.weeks)
        unsafe = [week for week in weeks if self.danger_in(week).mendable]
        if unsafe and self.danger_in(self.week).none:
            self.week = unsafe[0]

    @Slot(object)
    def _on_improved(self, repaired: Repaired) -> None:
        self._take(repaired)
        self.improved.emit()

    def _take(self, repaired: Repaired) -> None:
        self.repaired = repaired
        self._judge_repaired()
        self.telling.follow(repaired)

    @Slot(object)
    def _on_finished(self, repaired: Repaired) -> None:
        self._take(repaired)
        self._end(None)

    @Slot(object)
    def _on_failed(self, failure: RepairFailure) -> None:
        self._end(failure)

    def _end(self, failure: RepairFailure | None) -> None:
        run, self._run = self._run, None
        if run is not None:
            # Not from inside its own signal: its engine may not have gone yet.
            QTimer.singleShot(0, run, partial(_let_go, run))
        self.failure = failure
        self.stage = Stage.REPAIRED if self.repaired is not None else Stage.TELLING
        self.changed.emit()

    def _drop(self, *, keep_repaired: bool = False) -> None:
        """Ends a search that is under way, and throws away what it found."""
        run, self._run = self._run, None
        if run is not None:
            run.close()
            run.deleteLater()
        if not keep_repaired:
            self.repaired = self._at = None
            self.telling.let_go()

    def _forget(self) -> None:
        """Something else begins."""
        self._begin_anew()
        self.telling.forget()

    def _begin_anew(self) -> None:
        """The same, but whoever was told something of a repair has been told it all the same."""
        self._drop()
        self.stage = Stage.TELLING
        self.failure = None


def _let_go(run: RepairRun) -> None:
    run.close()
    run.deleteLater()
