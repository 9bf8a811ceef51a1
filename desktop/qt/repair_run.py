"""A planned week repaired before the user's eyes: what the engine sends is checked before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.plans import PlanVersion
from desktop.qt.engine_run import EngineRun
from desktop.qt.solver_process import Failed, Finished, SolverProcess, engine_cores
from desktop.services.ports import Clock
from desktop.services.repairs import PastChanged, Repaired, repaired_week
from desktop.services.week.building import placed_by_hand
from desktop.services.week.locking import automatic
from desktop.services.week.planning import NoPlan, Prepared, UnsafePlan
from desktop.services.week.versions import plan_of
from desktop.services.week.week_time import minute_now
from solver.plan import Plan

SECONDS = 10.0
"""How long a repair is looked for at most. The first one comes within a second, and can be taken at once."""


class RepairFailure(StrEnum):
    """Why there is no repaired week."""

    NOT_STARTED = "not_started"
    CRASHED = "crashed"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    KILLED = "killed"
    UNSAFE = "unsafe"
    PAST_CHANGED = "past_changed"
    CONTRADICTION = "contradiction"
    NO_PLAN = "no_plan"
    OVERTAKEN = "overtaken"


class RepairRun(EngineRun):
    """Repairs one planned week once. Nothing is shown that the independent check has not found safe.

    ``improved`` carries each ``Repaired`` that is better than the one before, ``finished`` the last one, and
    ``failed`` a ``RepairFailure``. Exactly one of the last two comes, and it comes last. Nothing is stored:
    the engine needs seconds, so a run is thrown away where the vault is locked.
    """

    improved = Signal(object)

    def __init__(
        self,
        clock: Clock,
        new_process: Callable[[], SolverProcess] = SolverProcess,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._new_process = new_process
        self._asked: tuple[Prepared, PlanVersion, int] | None = None
        self._number: int | None = None
        self._best: Repaired | None = None
        self._fault: RepairFailure | None = None

    @property
    def best(self) -> Repaired | None:
        """The best repaired week so far."""
        return self._best

    def start(
        self,
        prepared: Prepared,
        version: PlanVersion,
        now: datetime,
        *,
        seconds: float = SECONDS,
        workers: int | None = None,
        seed: int = 1,
        number: int | None = None,
    ) -> None:
        """Repairs ``version`` from the local moment ``now`` on. ``prepared`` is the week as it is since,
        ``number`` the one that the repaired week would be stored under.

        Where the version can't be understood, ``failed`` comes once the event loop runs again.
        """
        minute = minute_now(version.week, now)
        try:
            old = plan_of(version)
        except ValueError:
            self._fail_soon(RepairFailure.REFUSED)
            return
        self._asked = (prepared, version, minute)
        self._number = number
        process = self._new_process()
        process.setParent(self)
        process.plan_found.connect(self._on_plan)
        process.finished.connect(self._on_finished)
        process.failed.connect(self._on_failed)
        self._process = process
        cores = workers or engine_cores()
        # Whom only a person places keeps what they have, and gets nothing else.
        by_hand = placed_by_hand(prepared.unit, prepared.week)
        problem = automatic(prepared.checked, by_hand, old.sessions)
        process.start_repair(problem, old, minute, seconds=seconds, workers=cores, seed=seed)

    @Slot(object)
    def _on_plan(self, plan: Plan) -> None:
        if not self._ended and self._keep(self._examined(plan, None, 0.0)) and self._best is not None:
            self.improved.emit(self._best)

    @Slot(object)
    def _on_finished(self, done: Finished) -> None:
        if self._ended:
            return
        self._keep(self._examined(done.plan, done.changes, done.elapsed))
        if _contradicts(done):
            self._fault = RepairFailure.CONTRADICTION
        self._end(self._fault or RepairFailure.NO_PLAN)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if not self._ended:
            self._end(self._fault or RepairFailure(failed.reason.value))

    def _examined(self, plan: Plan, said: object, seconds: float) -> Repaired | None:
        """The repaired week where it is safe and leaves alone what has begun; None otherwise."""
        if self._asked is None:
            return None
        prepared, version, minute = self._asked
        try:
            return repaired_week(prepared, version, minute, plan, said, self._clock, seconds, self._number)
        except NoPlan:
            return None
        except UnsafePlan:
            self._fault = RepairFailure.UNSAFE
        except PastChanged:
            self._fault = RepairFailure.PAST_CHANGED
        return None

    def _keep(self, found: Repaired | None) -> bool:
        """Keeps a repaired week unless it takes more than the one that is kept."""
        if found is None or (self._best is not None and _takes(found) > _takes(self._best)):
            return False
        self._best = found
        return True

    def _end(self, failure: RepairFailure) -> None:
        """The engine has ended: the best safe week stands, whatever else it sent."""
        if self._best is None:
            self._fail(failure)
        else:
            self._finish(self._best)


def _takes(repaired: Repaired) -> tuple[float, float, float]:
    costs = repaired.costs
    return (costs.duties.value, costs.hours.value, costs.people.value)


def _contradicts(done: Finished) -> bool:
    """Whether what is locked breaks a rule, so that no safe week can hold it."""
    said = done.changes
    told = isinstance(said, dict) and bool(said.get("reasons"))
    return done.plan.status == "infeasible" or (done.plan.status == "unknown" and told)
