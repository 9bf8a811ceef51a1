"""The peers are given an honest model: what they find is a plan, and as good as trying everything."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from solver.check import check
from solver.exchange import read_plan
from solver.frame import Frame
from solver.plan import Plan, Session
from solver.problem import Problem
from tests.bench import contest
from tests.bench.instances import realistic
from tests.bench.known_best import known_best
from tests.bench.peers import cp_sat, greedy
from tests.bench.peers.best import Best
from tests.bench.peers.encoding import Encoding
from tests.solver import brute
from tests.solver.problems import BY_HAND, small_problems

NOBODY = "no-such-python"


def counted(problem: Problem, sessions: tuple[Session, ...]) -> tuple[float, float]:
    """Duties and hours of a plan that breaks no rule."""
    report = check(problem, Plan(problem.week, "feasible", sessions=(*problem.locked, *sessions)))
    assert not report.violations
    values = dict(report.goals)
    return values["duties"], values["hours"]


def by_cp_sat(problem: Problem, file: Path) -> tuple[float, float]:
    """What the shared program comes to when it is solved to the end."""
    file.unlink(missing_ok=True)
    assert cp_sat.run(Best(problem, file, 20)) == "optimal"
    return counted(problem, read_plan(file.read_bytes()).sessions[len(problem.locked) :])


def has_two_alike(problem: Problem, sessions: list[Session]) -> bool:
    """Whether two differ in room and people alone: the shared program has one such group."""
    site = {room.id: room.site for room in problem.rooms}
    kinds = [(s.activity, site[s.room], s.start, s.end) for s in sessions]
    return len(set(kinds)) < len(kinds)


@pytest.mark.parametrize("name", BY_HAND)
def test_the_shared_program_has_the_best_that_was_worked_out_by_hand(name: str, tmp_path: Path) -> None:
    problem, best = BY_HAND[name]
    if best is not None:
        assert by_cp_sat(problem, tmp_path / "plan.json") == best


@given(problem=small_problems())
@settings(max_examples=40, derandomize=True, phases=[Phase.generate])
def test_the_shared_program_is_as_good_as_trying_everything(
    problem: Problem, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        plan = brute.best_plan(problem)
        best = brute.best(problem)
    except brute.TooLargeError:
        return
    if plan is None or best is None:
        return
    duties, hours = by_cp_sat(problem, tmp_path_factory.getbasetemp() / "peer.json")
    assert (duties, -hours) >= (best[0], -best[1])
    if not has_two_alike(problem, plan):
        assert (duties, hours) == best


@given(problem=small_problems())
@settings(max_examples=60, derandomize=True, phases=[Phase.generate])
def test_the_greedy_breaks_no_rule(problem: Problem) -> None:
    if not check(problem, Plan(problem.week, "feasible", sessions=problem.locked)).violations:
        counted(problem, greedy.plan(problem))


def test_the_greedy_comes_near_the_best_that_is_known() -> None:
    known = known_best(70, 1)
    _, hours = counted(known.problem, greedy.plan(known.problem))
    assert 0.9 < hours / known.hours <= 1


def test_a_week_that_the_program_takes_is_read_back_as_it_was() -> None:
    problem = realistic(20)
    encoding, frame = Encoding(problem), Frame(problem, problem.locked)
    held = Counter((s.activity, s.start, s.end) for s in greedy.plan(problem))
    # Which of two sessions that are alike is which does not matter: those are left out.
    week = [s for s in greedy.plan(problem) if held[s.activity, s.start, s.end] == 1]
    assert len(week) > 10
    ones: set[int] = set()
    for session in week:
        activity, room = frame.activity_index[session.activity], frame.room_index[session.room]
        span = (activity, session.start // frame.slot, session.end // frame.slot)
        found = next(
            each
            for each in encoding.possible
            if (each.spot.activity, each.spot.start, each.spot.end) == span and room in each.rooms
        )
        ones.add(found.rooms[room])
        ones.update(found.citizens[frame.citizen_index[i]] for i in session.citizens)
        ones.update(found.serves[frame.staff_index[m]] for m in session.staff)

    def told(sessions: Iterable[Session]) -> set[tuple[object, ...]]:
        return {(s.activity, s.room, s.start, s.end, *sorted(s.staff), *sorted(s.citizens)) for s in sessions}

    assert told(encoding.sessions(ones.__contains__)) == told(week)


def test_the_best_plan_so_far_is_the_one_in_the_file(tmp_path: Path) -> None:
    known = known_best(12, 1)
    best = Best(known.problem, tmp_path / "plan.json", 1)
    best.show(known.hidden)
    best.show(known.hidden[:1])
    assert read_plan((tmp_path / "plan.json").read_bytes()).sessions == known.hidden


def test_a_peer_is_measured_by_the_checker_and_named_where_it_is_missing() -> None:
    problem = realistic(10)
    here = contest.peer("greedy", problem, 20, sys.executable)
    assert (here.status, here.duties) == ("done", 0)
    assert here.hours == counted(problem, greedy.plan(problem))[1]
    away = contest.peer("HiGHS", problem, 20, NOBODY)
    assert away.hours is None
    assert away.status.startswith("not here")
