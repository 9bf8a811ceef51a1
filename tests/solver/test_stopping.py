"""A stop counts at any moment: nothing new is begun after it, and the best plan so far is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from ortools.sat.python import cp_model

from solver import background, exact, machine_code
from solver import limits as limits_module
from solver import solve as solve_module
from solver.check import check
from solver.frame import Frame
from solver.limits import Limits
from solver.model import apart, goals, people, sessions
from solver.search import Search
from solver.solve import Observer, Options, Progress, solve
from solver.telling import Teller
from solver.terminal.running import Nobody, Running
from tests.bench.instances import realistic
from tests.solver.good_week import PROBLEM, monday

MONDAY = monday(PROBLEM)

#: Where a stop comes: what is called then, of what it is a part, and how.
PHASES: dict[str, tuple[Any, str]] = {
    "what is known is gathered": (solve_module, "Search"),
    "the first week is made": (Search, "start"),
    "the first plan is told": (Teller, "tell"),
    "duties are bounded": (solve_module, "hopeless_duties"),
    "hours are bounded": (background, "own_weeks"),
    "the week is counted": (exact, "candidates"),
    "sessions are stated": (sessions, "state"),
    "people are stated": (people, "state"),
    "rivals are stated": (apart, "state"),
    "the budget is stated": (goals, "state_budget"),
    "a goal is stated": (goals, "state"),
    "the model is solved": (cp_model.CpSolver, "solve"),
    "rounds are searched": (Search, "run"),
}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look at the clock takes a hundredth of a second, so that nothing lasts as long as it may."""
    clock = SimpleNamespace(monotonic=count(0.0, 0.01).__next__)
    monkeypatch.setattr(limits_module, "time", clock)


def stopping(original: Callable[..., Any], limits: Limits, began: list[str]) -> Callable[..., Any]:
    def stop_first(*arguments: Any, **named: Any) -> Any:
        limits.stop()
        began.append("")
        return original(*arguments, **named)

    return stop_first


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("phase", PHASES)
def test_a_stop_in_any_phase_ends_it_with_a_clean_plan(phase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, name = PHASES[phase]
    limits = Limits(900)
    began: list[str] = []
    monkeypatch.setattr(owner, name, stopping(getattr(owner, name), limits, began))
    plan = solve(MONDAY, Options(seconds=900, workers=1), limits=limits)
    assert began
    assert limits.stopped
    assert check(MONDAY, plan).clean
    assert plan.status == "feasible"


@pytest.mark.usefixtures("quick")
def test_a_model_is_not_built_to_its_end_after_a_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(900)
    built: list[str] = []
    monkeypatch.setattr(sessions, "_staffing", stopping(sessions._staffing, limits, built))
    monkeypatch.setattr(people, "state", stopping(people.state, limits, built))
    solve(MONDAY, Options(seconds=900, workers=1), limits=limits)
    assert len(built) == 1


def test_a_stop_while_parts_are_polished_keeps_the_best_plan() -> None:
    problem = realistic(35, seed=3)
    limits = Limits(900)
    frame = Frame(problem)
    start = Search(frame, 1).start()
    polish = exact.Polish(frame, exact.Effort(limits, 1, 1))
    limits.stop()
    assert polish.once(start, 60, [0, 1]) is start


def test_work_that_hears_no_stop_is_left_with_what_it_had_so_far() -> None:
    limits = Limits(900)
    deaf = threading.Event()

    def work() -> str:
        running.keep("so far")
        limits.stop()
        deaf.wait()
        return "all of it"

    running = Running(work, limits)
    assert running.watch(Nobody(), lambda _: None) == "so far"
    deaf.set()


def test_work_that_hears_a_stop_hands_over_all_that_it_has() -> None:
    limits = Limits(900)

    def work() -> str:
        running.keep("so far")
        limits.stop()
        return "the best"

    running = Running(work, limits)
    assert running.watch(Nobody(), lambda _: None) == "the best"


def test_compiling_is_told_and_takes_none_of_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(limits_module, "time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr(machine_code, "is_made", lambda: False)

    def make() -> None:
        clock.now += 100.0

    monkeypatch.setattr(machine_code, "make", make)
    words: list[Progress] = []
    solve(MONDAY, Options(seconds=5, workers=1, work=64), Observer(words.append))
    assert [word.preparing for word in words[:2]] == [True, False]
    assert words[0].goals == ()
    assert words[1].elapsed == 0.0


def test_machine_code_is_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    marker = tmp_path / "made"
    monkeypatch.setattr(machine_code, "_marker", lambda: marker)
    assert not machine_code.is_made()
    machine_code.make()
    assert machine_code.is_made()


def test_machine_code_of_sources_that_changed_meanwhile_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    folder = tmp_path / "compiled"
    folder.mkdir()
    (folder / "search.nbc").write_bytes(b"of one version or the other")
    monkeypatch.setattr(machine_code, "_marker", lambda: folder / "made")
    monkeypatch.setattr(machine_code, "sources_digest", lambda: "of a checkout")
    with pytest.raises(machine_code.SourcesChangedError, match="files were changed"):
        machine_code.make()
    assert not folder.exists()
