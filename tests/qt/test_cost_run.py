"""The engine asked what separations cost: once, of a clean plan, its answer read with suspicion."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.domain.conflicts import Scope, Separation
from desktop.qt.cost_run import CostRun
from desktop.qt.explain_process import Explained, ExplainProcess
from desktop.qt.explaining_run import ExplainFailure
from desktop.qt.solver_process import Failed, Failure
from desktop.services.separation_costs import Cost, Costs
from desktop.services.week.planning import PlanningService
from solver.check import check
from solver.problem import Problem
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import SINCE, WEEK
from tests.ui.kit import plan, unit

PAIR = ("g1", "g2")


class Process(QObject):
    """Answers what a test tells it."""

    stepped = Signal(object)
    explained = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: tuple[Any, ...] = ()
        self.clean = False
        self.closed = False

    def start_costs(self, problem: Problem, plan: Any, apart: Any, **_: object) -> None:
        self.asked = tuple(apart)
        self.clean = check(problem, plan).clean

    def close(self) -> None:
        self.closed = True


class Asking:
    """A planned week, and a run that is to ask about it."""

    def __init__(self) -> None:
        self.store = FakeStore(unit())
        self.planning = PlanningService(self.store, FakeClock(), "K")
        prepared = self.planning.prepare(WEEK)
        self.version = self.planning.accept(prepared, plan(prepared.problem), 1.0).version
        self.process = Process()
        self.run = CostRun(lambda: cast(ExplainProcess, self.process))
        self.told: list[object] = []
        self.run.finished.connect(self.told.append)
        self.run.failed.connect(self.told.append)

    def start(self) -> None:
        self.run.start(self.planning.prepare(WEEK), self.version, [PAIR])


@pytest.fixture
def asking(qapp: object) -> Asking:
    return Asking()


def answer(hours: float = 1.5) -> Explained:
    offer = {"kind": "separation", "ids": list(PAIR), "hours": hours, "bound": 3.0}
    return Explained({"help": {"plan_hours": 4, "best_hours": 4.5, "offers": [offer]}}, False)


def test_the_pairs_are_asked_of_a_plan_that_states_what_is_so(asking: Asking) -> None:
    asking.start()
    assert asking.process.asked == (PAIR,)
    assert asking.process.clean
    assert asking.run.running
    asking.process.explained.emit(answer())
    (costs,) = asking.told
    assert isinstance(costs, Costs)
    assert costs.found == {PAIR: Cost(1.5, 3.0)}
    assert not asking.run.running


@pytest.mark.parametrize(
    ("word", "failure"),
    [
        (answer(9.0), ExplainFailure.UNREADABLE),
        (Explained("nonsense", False), ExplainFailure.UNREADABLE),
        (Explained(None, True), ExplainFailure.STOPPED),
    ],
)
def test_an_answer_that_is_none_is_told_as_such(
    asking: Asking, word: Explained, failure: ExplainFailure
) -> None:
    asking.start()
    asking.process.explained.emit(word)
    assert asking.told == [failure]


def test_an_engine_that_dies_is_told_and_one_that_was_closed_is_not(asking: Asking) -> None:
    asking.start()
    asking.process.failed.emit(Failed(Failure.CRASHED))
    assert asking.told == [ExplainFailure.CRASHED]
    other = Asking()
    other.start()
    other.run.close()
    other.process.explained.emit(answer())
    assert other.told == []
    assert other.process.closed


def test_a_plan_that_is_no_longer_safe_is_not_asked_about(asking: Asking, qtbot: QtBot) -> None:
    """c1 and c2 share Monday's session."""
    asking.store.put(Separation("new", "c1", "c2", Scope.SESSION, 0, "Konflikt", SINCE, "Politiet"))
    with qtbot.waitSignal(asking.run.failed):
        asking.start()
    assert asking.told == [ExplainFailure.UNSAFE]
    assert asking.process.asked == ()
