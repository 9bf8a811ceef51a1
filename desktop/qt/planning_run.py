"""A week planned before the user's eyes: prepared, run, each plan checked before anybody sees it, stored.

A run goes on while the vault is locked. It then knows of the week nothing but its number, and what the engine
finds is encrypted for the vault at once; it is checked and stored when the vault is open again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.qt.held_run import HeldRun
from desktop.qt.solver_process import Failed, Finished, Progress, SolverProcess, engine_cores
from desktop.services.ports import NotStored
from desktop.services.week.building import CannotPlan
from desktop.services.week.planning import (
    Accepted,
    NoPlan,
    Overtaken,
    PlanningService,
    Prepared,
    UnitChanged,
    UnsafePlan,
    held_whole,
)
from desktop.services.week.summary import gap
from desktop.services.week.underway import PastBroken
from desktop.services.week.versions import next_number, version_of
from solver.check import Report
from solver.plan import Plan, Reason


@dataclass(frozen=True, slots=True)
class Step:
    """How far the planning is. Hours and seconds; ``gap`` is the share of the bound not reached, 0 to 1.
    None is unknown yet. ``preparing``: the engine is made ready, once on a machine, and its time has not
    begun."""

    elapsed: float
    duties: int | None
    duties_bound: int | None
    hours: float | None
    hours_bound: float | None
    gap: float | None
    preparing: bool = False


class RunFailure(StrEnum):
    """Why a run ended without a new version."""

    EMPTY = "empty"
    CANNOT_PLAN = "cannot_plan"
    NOT_STARTED = "not_started"
    CRASHED = "crashed"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    KILLED = "killed"
    UNSAFE = "unsafe"
    INFEASIBLE = "infeasible"
    NO_PLAN = "no_plan"
    UNIT_CHANGED = "unit_changed"
    PAST_BROKEN = "past_broken"
    OVERTAKEN = "overtaken"
    NOT_STORED = "not_stored"
    OVER = "over"
    NOTHING_LEFT = "nothing_left"


class PlanningRun(QObject):
    """Plans one week once. Nothing is shown or stored that the independent check has not found clean.

    ``progressed`` carries a ``Step``; ``improved`` a ``PlanVersion`` that is not stored, for the board;
    ``finished`` the stored plan as ``Accepted``; ``failed`` a ``RunFailure``. Exactly one of the last two
    comes, and it comes last. ``cut_short`` carries a ``RunFailure`` just before ``finished`` where the
    engine ended badly and the best plan that it had found was kept.
    """

    progressed = Signal(object)
    improved = Signal(object)
    cut_short = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        planning: PlanningService,
        new_process: Callable[[], SolverProcess] = SolverProcess,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._planning: PlanningService | None = planning
        self._new_process = new_process
        self._process: SolverProcess | None = None
        self._prepared: Prepared | None = None
        self._number = 1
        self._best: tuple[Plan, float] | None = None
        self._elapsed = 0.0
        self._unsafe = False
        self._ended = False
        self._whole = False
        self._held: HeldRun | None = None
        self._report: Report | None = None
        self._reasons: tuple[Reason, ...] = ()

    @property
    def prepared(self) -> Prepared | None:
        """The week that is planned; None before the start and where it could not be prepared."""
        return self._prepared

    @property
    def report(self) -> Report | None:
        """What the check found of the newest plan that ``improved`` carried; None before the first."""
        return self._report

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why there is no plan, where the engine proved that there is none."""
        return self._reasons

    @property
    def running(self) -> bool:
        """Whether the run was started and has not ended."""
        return self._process is not None and not self._ended

    def start(
        self,
        week: IsoWeek,
        *,
        seconds: float,
        workers: int | None = None,
        seed: int = 1,
        whole: bool = False,
    ) -> None:
        """Plans a week for at most ``seconds``, on as many cores as there are, at most eight.

        ``whole``: a week that was never planned is planned as if it had not begun, for trying things on.
        Where the week cannot be planned at all, ``failed`` comes once the event loop runs again.
        """
        planning = self._planning
        if planning is None:
            raise RuntimeError("the vault is locked")
        try:
            first = 0 if whole and not planning.versions(week) else None
            prepared = planning.rest(week, seconds=seconds, minute=first)
        except LookupError:
            self._fail_soon(RunFailure.EMPTY)
            return
        except CannotPlan:
            self._fail_soon(RunFailure.CANNOT_PLAN)
            return
        except PastBroken:
            self._fail_soon(RunFailure.PAST_BROKEN)
            return
        if planning.nothing_left(prepared):
            self._fail_soon(RunFailure.NOTHING_LEFT)
            return
        self._prepared = prepared
        self._whole = whole
        self._number = next_number(planning.versions(week))
        process = self._new_process()
        process.setParent(self)
        process.progressed.connect(self._on_progress)
        process.plan_found.connect(self._on_plan)
        process.finished.connect(self._on_finished)
        process.failed.connect(self._on_failed)
        self._process = process
        cores = workers or engine_cores()
        process.start(prepared.asked, seconds=seconds, workers=cores, seed=seed)

    def stop(self) -> None:
        """Ends the search soon; the best plan is kept, and ``finished`` or ``failed`` follows."""
        if self._process is not None:
            self._process.stop()

    def keep_up(self) -> bool:
        """The unit or its plans were changed: the run goes on where the week that it plans is the same still,
        and ends with ``UNIT_CHANGED`` where it is another. Returns whether it goes on."""
        if self._prepared is None or self._planning is None or self._process is None or self._ended:
            return False
        now = _again(self._planning, self._prepared.week, self._prepared.minute)
        if now is None or not now.same(self._prepared):
            self._process.close()
            self._fail(RunFailure.UNIT_CHANGED)
            return False
        self._prepared = now
        return True

    def hold(self, seal: Callable[[bytes], bytes]) -> None:
        """The vault is locked: the engine goes on, and everything else about the week is let go of.

        What it finds is kept as ``seal`` encrypts it, and nothing is told until ``resume``.
        """
        prepared, process = self._prepared, self._process
        if prepared is None or process is None or self._ended:
            return
        self._held = HeldRun(prepared, seal)
        if self._best is not None:
            self._held.keep_best(*self._best)
        self._planning = self._prepared = self._best = self._report = None
        process.forget()

    def resume(self, planning: PlanningService, unseal: Callable[[bytes], bytes]) -> None:
        """The vault is open again: what was found meanwhile is checked, told and stored as ever.

        ``unseal`` raises ``ValueError`` for what was not sealed for this vault; that is thrown away. Where
        the week is another by now, the run ends with ``UNIT_CHANGED``.
        """
        held, self._held, self._planning = self._held, None, planning
        if held is None:
            return
        prepared = _prepared_again(planning, held)
        if prepared is None:
            if self._process is not None:
                self._process.close()
            self._fail(RunFailure.UNIT_CHANGED)
            return
        self._prepared = prepared
        self._number = next_number(planning.versions(held.week))
        best, last = held.best(unseal), held.last(unseal)
        if best is not None:
            now, self._elapsed = self._elapsed, best[1]
            self._on_plan(best[0])
            self._elapsed = now
        if isinstance(last, Finished):
            self._on_finished(last)
        elif last is not None:
            self._on_failed(last)
        elif held.over:
            self._keep_best(RunFailure.NO_PLAN)

    def close(self, *, drop: bool = False) -> Accepted | None:
        """Stores the best plan so far and ends the engine at once; nothing is told any more.

        Returns what was stored; None where nothing was under way or no plan had been found. Called after the
        run's end, it ends an engine that has answered and not gone yet.

        Raises ``NotStored`` where the plan can't be stored: then the run goes on. ``drop`` ends it all the
        same.
        """
        if self._process is None:
            self._ended = True
            return None
        accepted = None
        try:
            if self.running:
                accepted = self._accept_best()
        except (UnitChanged, Overtaken):
            # Nobody is there any more to be told of a plan that does not fit.
            pass
        except NotStored:
            if not drop:
                raise
        self._ended = True
        self._process.close()
        return accepted

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._elapsed = progress.elapsed
        if self._held is not None:
            return
        past = None if self._prepared is None else self._prepared.past
        # To the engine the hours of a past that it can't plan are none that it has planned.
        had = 0.0 if past is None else past.hours
        hours = None if progress.hours is None else progress.hours + had
        bound = None if progress.hours_bound is None else progress.hours_bound + had
        self.progressed.emit(
            Step(
                elapsed=progress.elapsed,
                duties=progress.duties,
                duties_bound=progress.duties_bound,
                hours=hours,
                hours_bound=bound,
                gap=None if hours is None or bound is None else gap(hours, bound),
                preparing=progress.preparing,
            )
        )

    @Slot(object)
    def _on_plan(self, plan: Plan) -> None:
        """A better plan: shown once the independent check has found it clean, and not otherwise."""
        if self._held is not None:
            self._held.keep_best(plan, self._elapsed)
            self._forget()
            return
        if self._prepared is None or self._ended:
            return
        whole, report = held_whole(self._prepared, plan)
        if report.clean:
            self._report = report
            self._best = (plan, self._elapsed)
            self.improved.emit(self._preview(whole, self._prepared.week))
        else:
            self._unsafe = True

    @Slot(object)
    def _on_finished(self, done: Finished) -> None:
        self._elapsed = done.elapsed
        if self._held is not None:
            self._held.keep_last(done)
            self._forget()
            return
        try:
            accepted = self._accept(done.plan, done.elapsed)
        except UnsafePlan:
            self._keep_best(RunFailure.UNSAFE)
        except NoPlan:
            self._reasons = done.plan.reasons
            infeasible = done.plan.status == "infeasible"
            self._keep_best(RunFailure.INFEASIBLE if infeasible else RunFailure.NO_PLAN)
        except UnitChanged:
            self._fail(RunFailure.UNIT_CHANGED)
        except Overtaken:
            self._fail(RunFailure.OVERTAKEN)
        except NotStored:
            self._fail(RunFailure.NOT_STORED)
        else:
            self._finish(accepted)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self._elapsed = max(self._elapsed, failed.elapsed)
        if self._held is not None:
            self._held.keep_failure(failed)
            self._forget()
            return
        reason = RunFailure.UNSAFE if self._unsafe and self._best is None else RunFailure(failed.reason.value)
        self._keep_best(reason)

    def _forget(self) -> None:
        if self._process is not None:
            self._process.forget()

    def _preview(self, plan: Plan, week: IsoWeek) -> PlanVersion:
        return version_of(
            plan,
            week=week,
            number=self._number,
            created_at=datetime.now(UTC),
            created_by="",
            seconds=self._elapsed,
        )

    def _accept(self, plan: Plan, seconds: float) -> Accepted:
        if self._prepared is None or self._planning is None:
            raise NoPlan(plan)
        return self._planning.accept(self._prepared, plan, seconds, whole=self._whole)

    def _accept_best(self) -> Accepted | None:
        """Stores the best plan that was found clean; None where there is none. Raises ``NotStored``,
        ``UnitChanged``, ``Overtaken``."""
        if self._best is None:
            return None
        try:
            return self._accept(*self._best)
        except UnsafePlan:
            return None

    def _keep_best(self, reason: RunFailure) -> None:
        """The engine gave no good last answer: its best clean plan is stored, where there is one."""
        try:
            accepted = self._accept_best()
        except NotStored:
            self._fail(RunFailure.NOT_STORED)
            return
        except UnitChanged:
            self._fail(RunFailure.UNIT_CHANGED)
            return
        except Overtaken:
            self._fail(RunFailure.OVERTAKEN)
            return
        if accepted is None:
            self._fail(reason)
        else:
            self.cut_short.emit(reason)
            self._finish(accepted)

    def _finish(self, accepted: Accepted) -> None:
        self._ended = True
        self.finished.emit(accepted)

    def _fail(self, reason: RunFailure) -> None:
        self._ended = True
        self.failed.emit(reason)

    def _fail_soon(self, reason: RunFailure) -> None:
        QTimer.singleShot(0, self, lambda: None if self._ended else self._fail(reason))


def _prepared_again(planning: PlanningService, held: HeldRun) -> Prepared | None:
    """The week as it was when the vault was locked; None where it is another by now."""
    prepared = _again(planning, held.week, held.minute)
    return prepared if prepared is not None and held.fits(prepared) else None


def _again(planning: PlanningService, week: IsoWeek, minute: int) -> Prepared | None:
    """The week from a minute on, as the unit stands; None where it can't be planned."""
    try:
        return planning.rest(week, minute=minute)
    except (LookupError, CannotPlan, PastBroken):
        return None
