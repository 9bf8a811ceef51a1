"""A run while the vault is locked: nothing is told, what is found is sealed, and it is checked afterwards."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from desktop.domain.people import Citizen
from desktop.domain.plans import PlanVersion
from desktop.qt.planning_run import PlanningRun, RunFailure
from desktop.qt.solver_process import Failed, Failure, SolverProcess
from desktop.services.week.planning import Accepted, PlanningService, Prepared
from desktop.vault.sealing import Opener
from solver.plan import Plan
from solver.problem import Problem
from tests.services.fakes import FakeClock, FakeStore
from tests.ui.kit import Bench, Engine, plan, poorer, unit

NAMES = ("progressed", "improved", "cut_short", "finished", "failed")


def in_memory() -> list[object]:
    """Everything in this process that holds a plan or a week with its names."""
    gc.collect()
    return [found for found in gc.get_objects() if isinstance(found, Plan | Prepared | PlanVersion)]


class Held:
    """A run with a first plan, whose vault has just been locked."""

    def __init__(self, folder: Path, first: Callable[[Problem], Plan] | None = poorer) -> None:
        bench = Bench(folder, unit())
        self.before = in_memory()
        self.store = bench.store
        self.planning = bench.planning
        self.week = bench.week
        self.opener = Opener(os.urandom(32))
        self.sealed: list[bytes] = []
        self.engine = Engine()
        self.run = PlanningRun(self.planning, lambda: cast(SolverProcess, self.engine))
        self.told: list[tuple[str, object]] = []
        for name in NAMES:
            getattr(self.run, name).connect(lambda event, name=name: self.told.append((name, event)))
        self.run.start(self.week, seconds=5)
        if first is not None:
            self.engine.find(first)
        self.told.clear()
        self.run.hold(self.seal)
        # As the window does with its own at the lock.
        self.planning.forget()

    def seal(self, message: bytes) -> bytes:
        self.sealed.append(self.opener.seal().close(message))
        return self.sealed[-1]

    def resume(self, unseal: Callable[[bytes], bytes] | None = None) -> None:
        self.run.resume(self.planning, unseal or self.opener.open)

    def names(self) -> list[str]:
        return [name for name, _ in self.told]

    @property
    def last(self) -> object:
        return self.told[-1][1]

    def stored(self) -> int:
        return len(self.planning.versions(self.week))


@pytest.fixture
def held(tmp_path: Path) -> Held:
    return Held(tmp_path)


def test_while_it_is_locked_nothing_is_told_or_stored(held: Held) -> None:
    held.engine.step(1.0, 4, 8)
    held.engine.find(plan)
    held.engine.finish(plan)
    assert held.told == []
    assert held.stored() == 0
    assert held.run.prepared is None
    assert held.run.report is None


def test_a_plan_finished_meanwhile_is_checked_and_stored_afterwards(held: Held) -> None:
    held.engine.finish(plan)
    held.resume()
    assert held.names() == ["improved", "finished"]
    accepted = held.last
    assert isinstance(accepted, Accepted)
    assert accepted.report.clean
    assert len(accepted.version.sessions) == 3
    assert held.stored() == 1
    assert not held.run.running


def test_a_run_that_still_goes_on_shows_its_best_and_ends_as_ever(held: Held) -> None:
    held.engine.find(plan)
    held.resume()
    assert held.names() == ["improved"]
    assert held.run.running
    held.engine.step(2.0, 6, 8)
    held.engine.finish(plan)
    assert held.names() == ["improved", "progressed", "finished"]
    assert held.stored() == 1


def test_what_was_found_before_the_lock_is_not_lost(held: Held) -> None:
    held.engine.fail(Failed(Failure.CRASHED, None, 3.0))
    held.resume()
    assert held.names() == ["improved", "cut_short", "finished"]
    assert held.told[1] == ("cut_short", RunFailure.CRASHED)
    assert held.stored() == 1


def test_an_engine_that_failed_without_a_plan_is_told(tmp_path: Path) -> None:
    held = Held(tmp_path, None)
    held.engine.fail(Failed(Failure.CRASHED, None, 3.0))
    held.resume()
    assert held.told == [("failed", RunFailure.CRASHED)]


def test_that_there_is_no_plan_is_told_with_its_reasons(tmp_path: Path) -> None:
    held = Held(tmp_path, None)
    held.engine.prove_infeasible()
    held.resume()
    assert held.told == [("failed", RunFailure.INFEASIBLE)]
    assert held.run.reasons[0].text == "Two locked sessions in one room."


def test_what_is_kept_can_be_read_by_nobody(held: Held) -> None:
    held.engine.find(plan)
    held.engine.finish(plan)
    assert len(held.sealed) == 3
    for sealed in held.sealed:
        # Marks that are too long to turn up by chance.
        for private in (b'"n1"', b"club", b'"c1"', b"session"):
            assert private not in sealed
    assert [found for found in in_memory() if all(found is not each for each in held.before)] == []


def test_a_plan_sealed_for_another_vault_is_thrown_away(held: Held) -> None:
    held.engine.finish(plan)
    held.resume(Opener(os.urandom(32)).open)
    assert held.told == [("failed", RunFailure.NO_PLAN)]
    assert held.stored() == 0


def test_a_plan_that_breaks_a_rule_is_never_stored(held: Held) -> None:
    def unsafe(problem: Problem) -> Plan:
        clean = plan(problem)
        first, *rest = clean.sessions
        return replace(clean, sessions=(replace(first, citizens=("c1", "c2", "c3")), *rest))

    held.engine.finish(unsafe)
    held.resume()
    assert held.names() == ["improved", "cut_short", "finished"]
    assert held.told[1] == ("cut_short", RunFailure.UNSAFE)
    accepted = held.last
    assert isinstance(accepted, Accepted)
    assert len(accepted.version.sessions) == 1


def test_where_the_week_is_another_by_now_nothing_is_stored(held: Held) -> None:
    with held.store.begin() as work:
        citizen = work.all(Citizen)[1]
        work.put(replace(citizen, caps=()))
        work.commit()
    held.engine.finish(plan)
    held.resume()
    assert held.told == [("failed", RunFailure.UNIT_CHANGED)]
    assert held.engine.closed
    assert held.stored() == 0


def test_where_the_week_is_gone_nothing_is_stored(held: Held) -> None:
    held.engine.finish(plan)
    held.run.resume(PlanningService(FakeStore(), FakeClock(), "K"), held.opener.open)
    assert held.told == [("failed", RunFailure.UNIT_CHANGED)]


def test_closing_a_held_run_ends_the_engine_and_throws_its_plan_away(held: Held) -> None:
    held.engine.find(plan)
    assert held.run.close() is None
    assert held.engine.closed
    assert held.stored() == 0


def test_a_run_that_is_over_is_not_held(tmp_path: Path) -> None:
    held = Held(tmp_path)
    held.engine.finish(plan)
    held.resume()
    held.told.clear()
    held.run.hold(held.seal)
    held.resume()
    assert held.told == []
