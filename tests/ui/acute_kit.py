"""The page of an acute day around a small planned week, with an engine that a test plays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import cast

from desktop.domain.plans import PlanVersion
from desktop.domain.unit import Entity
from desktop.qt.repair_run import RepairRun
from desktop.qt.solver_process import Finished, SolverProcess
from desktop.ui.acute.kinds import Kind
from desktop.ui.acute.page import AcutePage
from desktop.ui.context import WindowContext
from solver.plan import Plan, Session
from solver.problem import Problem
from tests.services.acute_week import NOW, plan_of_sessions
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK
from tests.ui.kit import Engine, Recorder, context_of


class RepairEngine(Engine):
    """Repairs as a test says."""

    def __init__(self) -> None:
        super().__init__()
        self.now = -1

    def start_repair(
        self, problem: Problem, plan: Plan, now: int, *, seconds: float, workers: int, seed: int
    ) -> None:
        del plan, seconds, workers, seed
        self.problem, self.now = problem, now

    def offer(self, *sessions: Session) -> None:
        """A better repair."""
        assert self.problem is not None
        self.plan_found.emit(plan_of_sessions(self.problem, *sessions))

    def end(self, *sessions: Session, changes: object = None) -> None:
        """The last one."""
        assert self.problem is not None
        plan = plan_of_sessions(self.problem, *sessions)
        self.finished.emit(Finished(plan, 1.5, stopped=False, changes=changes))

    def contradict(self) -> None:
        """What is locked breaks a rule."""
        nothing = Plan(str(WEEK), "infeasible")
        self.finished.emit(Finished(nothing, 1.0, stopped=False))


class AcuteBench:
    """A store with the planned week, on Wednesday at ten; ``kept`` None: nothing is planned."""

    def __init__(self, folder: Path, *, version: PlanVersion | None, read_only: bool = False) -> None:
        self.store = FakeStore(UNIT)
        if version is not None:
            self.store.put(version)
        self.clock = FakeClock(NOW.astimezone(UTC))
        self.engines: list[RepairEngine] = []
        self.recorder = Recorder()
        self.context: WindowContext = context_of(
            self.store,
            folder,
            lambda _: None,
            clock=self.clock,
            new_repair=lambda: RepairRun(self.clock, self._new_engine),
            audit=self.recorder,
            read_only=read_only,
        )

    @property
    def engine(self) -> RepairEngine:
        """The newest engine."""
        return self.engines[-1]

    @property
    def versions(self) -> tuple[PlanVersion, ...]:
        with self.store.begin() as work:
            return work.versions(WEEK)

    def all(self, kind: type[Entity]) -> tuple[Entity, ...]:
        with self.store.begin() as work:
            return work.all(kind)

    def _new_engine(self) -> SolverProcess:
        engine = RepairEngine()
        self.engines.append(engine)
        return cast(SolverProcess, engine)


Open = Callable[..., AcutePage]


def fill(page: AcutePage, kind: Kind, **values: object) -> None:
    """Chooses what happened and fills in its fields."""
    page.tell.choose(kind)
    assert page.tell.form is not None
    for name, value in values.items():
        page.tell.form.fields[name].set_value(value)
    page.tell.look()
