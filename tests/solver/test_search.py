"""The search: every week it holds is legal and weighed as the check does, and what it takes back is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from solver.check import check
from solver.frame import Frame
from solver.plan import GOAL_NAMES, GoalName, Plan, Session
from solver.problem import Problem
from solver.search import Search
from solver.search import fields as f
from solver.search.anneal import stages, typical
from solver.search.board import undo
from solver.search.fields import view
from solver.search.insert import fill
from solver.search.ruin import ruin
from solver.week import Week, attendances, weigh
from tests.bench.instances import realistic
from tests.solver.good_week import PROBLEM

EVERY: tuple[GoalName, ...] = GOAL_NAMES


def steps(count: int) -> Callable[[], float]:
    """A share of the time that is used up after so many looks at the clock."""
    left = iter(range(count + 1))
    return lambda: next(left) / count


def with_reference(problem: Problem) -> Problem:
    """All six goals, and a reference that is another plan of the same week."""
    other = Search(Frame(problem, problem.locked), seed=5).start()
    return replace(problem, reference=(*problem.locked, *other.sessions), goals=EVERY)


def problems() -> list[Problem]:
    small, alone = PROBLEM, realistic(35, seed=3)
    quarters = replace(realistic(35, seed=4), slot_minutes=15)
    return [with_reference(replace(small, reference=None)), with_reference(alone), with_reference(quarters)]


def assert_sound(problem: Problem, week: Week) -> None:
    report = check(problem, Plan(problem.week, "unknown", sessions=(*problem.locked, *week.sessions)))
    assert report.violations == ()
    assert week == weigh(Frame(problem, problem.locked), week.sessions)


@pytest.mark.parametrize("problem", problems())
def test_every_week_kept_is_legal_and_its_goals_are_what_they_come_to(problem: Problem) -> None:
    search = Search(Frame(problem, problem.locked), seed=1)
    assert_sound(problem, search.start())
    for stage in range(len(search.stages)):
        search.run(stage, steps(4))
        assert_sound(problem, search.best())


@pytest.mark.parametrize("problem", problems())
def test_taking_a_round_back_leaves_no_trace(problem: Problem) -> None:
    search = Search(Frame(problem, problem.locked), seed=2)
    search.start()
    search.run(0, steps(2))
    mem, big = search._mem, search._big
    used = [f.BUSY, f.ROOM_BUSY, f.NEAR_THERE, f.PEOPLE_THERE, f.ALONE_THERE, f.WEEK_LEFT, f.DAY_LEFT]
    used += [f.LEFT, f.PER_DAY, f.MISSING, f.SEEN, f.STAFF_LEFT, f.N_VISITS, f.N_ON_DUTY]

    def image() -> list[list[int]]:
        # A field's table ends where the next one begins.
        begins = sorted({*(int(mem[x]) for x in range(f.SEEN_BY, f.MEM_END, f.ENTRY)), len(mem)})
        ends = dict(pairwise(begins))
        tables = [mem[mem[field] : ends[int(mem[field])]].tolist() for field in used]
        return [*tables, view(big, f.GOALS, len(GOAL_NAMES)).tolist(), [int(view(big, f.BUDGET, 1)[0])]]

    before = image()
    for _ in range(50):
        days = ruin(mem, big)
        for day in range(7):
            if days >> day & 1:
                fill(mem, big, day)
        undo(mem, big)
        assert image() == before


def test_who_must_be_alone_has_no_company_even_where_the_level_would_hold_two() -> None:
    """R12 speaks of the site, and a session's company is on it."""
    problem = realistic(35, seed=3)
    roomy = tuple(replace(level, max_group=6, alone_on_site=level.level == 4) for level in problem.levels)
    problem = replace(problem, levels=roomy)
    week = Search(Frame(problem), seed=1).start()
    alone = {citizen.id for citizen in problem.citizens if citizen.level == 4}
    held = [session for session in week.sessions if alone & set(session.citizens)]
    assert held
    assert all(len(session.citizens) == 1 for session in held)
    assert_sound(problem, week)


def test_a_level_that_is_hard_in_one_way_alone_does_not_need_what_another_is_hard_in() -> None:
    """Small groups without guards, and guards in large groups: neither level is milder than the other."""
    problem = realistic(35, seed=3)
    small = replace(problem.levels[0], level=3, max_group=1, staff=1, guards=0)
    guarded = replace(problem.levels[0], level=2, max_group=4, staff=1, guards=9)
    problem = replace(problem, levels=(problem.levels[0], guarded, small, replace(small, level=4)))
    week = Search(Frame(problem), seed=1).start()
    single = {citizen.id for citizen in problem.citizens if citizen.level >= 3}
    assert any(single & set(session.citizens) for session in week.sessions)
    assert_sound(problem, week)


def test_more_rounds_never_give_up_the_best_week() -> None:
    search = Search(Frame(realistic(35, seed=3)), seed=1)
    ranks = [search.start().rank]
    for _ in range(4):
        search.run(0, steps(3))
        ranks.append(search.rank())
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] < ranks[0]


def test_a_later_goal_never_costs_an_earlier_one() -> None:
    problem = with_reference(realistic(35, seed=3))
    search = Search(Frame(problem), seed=1)
    search.start()
    search.run(0, steps(4))
    before = search.rank()
    for stage in range(1, len(search.stages)):
        search.run(stage, steps(4))
        assert search.rank() <= before
        before = search.rank()


def test_a_search_goes_on_from_a_week_that_it_is_given() -> None:
    problem = with_reference(PROBLEM)
    frame = Frame(problem, problem.locked)
    given = Search(frame, seed=3).start()
    search = Search(frame, seed=4)
    assert search.hold(given.sessions).rank == given.rank
    assert_sound(problem, search.best())
    search.run(0, steps(3))
    assert search.rank() <= given.rank


def planned(problem: Problem) -> tuple[Session, ...]:
    search = Search(Frame(problem), seed=5)
    search.start()
    search.run(0, steps(4))
    return search.best().sessions


@pytest.mark.parametrize("goals", [("changes", "hours"), ("duties", "changes"), EVERY], ids="-".join)
def test_a_reference_that_breaks_no_rule_is_held_as_it_was(goals: tuple[GoalName, ...]) -> None:
    problem = realistic(35, seed=3)
    problem = replace(problem, reference=planned(problem), goals=goals)
    frame = Frame(problem)
    week = Search(frame, seed=1).recall()
    assert_sound(problem, week)
    assert attendances(frame, problem.reference or ()) <= attendances(frame, week.sessions)


def test_of_a_reference_that_breaks_rules_the_rest_is_held() -> None:
    """Somebody is ill, and a room is shut."""
    problem = realistic(35, seed=3)
    reference = planned(problem)
    ill, room = reference[0].citizens[0], "p2r3"
    problem = replace(
        problem,
        citizens=tuple(replace(c, available=()) if c.id == ill else c for c in problem.citizens),
        rooms=tuple(replace(r, closed=problem.open_hours) if r.id == room else r for r in problem.rooms),
        reference=reference,
        goals=("changes", "hours"),
    )
    frame = Frame(problem)
    week = Search(frame, seed=1).recall()
    assert_sound(problem, week)
    before, after = attendances(frame, reference), attendances(frame, week.sessions)
    lost = before - after
    theirs = {visit for visit in before if visit[0] == ill}
    had_to_move = attendances(frame, [s for s in reference if s.room == room])
    assert after <= before
    # Most of those who had to move keep their hours and the site, in another room.
    assert theirs <= lost <= theirs | had_to_move
    assert len(lost - theirs) < len(had_to_move - theirs) / 2


@pytest.mark.parametrize("goals", [("cost", "hours"), ("cost", "duties", "hours")], ids="-".join)
def test_where_nothing_may_be_spent_what_is_free_is_held(goals: tuple[GoalName, ...]) -> None:
    problem = realistic(35, seed=3)
    free = tuple(replace(a, cost_per_session=0) if a.id == "mentor" else a for a in problem.activities)
    problem = replace(problem, activities=free, goals=goals)
    search = Search(Frame(problem), seed=1)
    first = search.start()
    search.run(1, steps(4))
    best = search.best()
    assert_sound(problem, best)
    assert best.rank < first.rank
    assert {session.activity for session in best.sessions} <= {"mentor", "interview"}
    assert sum(session.activity == "mentor" for session in best.sessions) > 20


@pytest.mark.parametrize(
    ("losses", "expected"),
    [([0] * 63, 0), ([31], 0), ([32], 1.5), ([0, 0, 40], 6), ([16, 0, 0, 48], 8 * 4 / 3), ([90, 10], 14 / 9)],
)
def test_the_typical_loss_lies_in_the_middle(losses: list[int], expected: float) -> None:
    assert typical(losses) == pytest.approx(expected)


def test_the_same_seed_finds_the_same_week_and_another_seed_another() -> None:
    def week(seed: int) -> Week:
        search = Search(Frame(realistic(35, seed=3)), seed)
        search.start()
        search.run(0, steps(3))
        return search.best()

    assert week(7) == week(7)
    assert week(7) != week(8)


def test_a_unit_larger_than_a_round_looks_at_is_planned_whole() -> None:
    problem = realistic(280, seed=2)
    search = Search(Frame(problem), seed=1)
    first = search.start()
    assert_sound(problem, first)
    served = {citizen for session in first.sessions for citizen in session.citizens}
    assert len(served) > 0.9 * len(problem.citizens)
    assert {session.room for session in first.sessions} > {"p0r0", "p11r0"}
    search.run(0, steps(3))
    assert search.rank() < first.rank
    assert_sound(problem, search.best())


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        (("duties", "hours", "gaps"), (("duties", "hours"), ("gaps",))),
        (("hours", "duties"), (("hours", "duties"),)),
        (("duties", "fairness", "hours"), (("duties", "fairness"), ("hours",))),
        (("fairness", "duties", "gaps", "hours"), (("fairness",), ("duties", "gaps"), ("hours",))),
        (("gaps", "duties"), (("gaps",), ("duties",))),
        ((), ()),
    ],
)
def test_duties_and_the_goal_after_them_are_searched_for_together(
    goals: tuple[GoalName, ...], expected: tuple[tuple[GoalName, ...], ...]
) -> None:
    assert stages(goals) == expected


def test_numbers_drawn_are_spread_over_what_was_asked_for() -> None:
    search = Search(Frame(realistic(35, seed=3)), seed=1)
    drawn = [f.draw(search._big, 7) for _ in range(700)]
    counts = np.bincount(drawn, minlength=7)
    assert len(counts) == 7
    assert counts.min() > 60
