"""The search: every week it holds is legal, and what it takes back leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from solver.check import check
from solver.frame import Frame
from solver.plan import GoalName, Plan
from solver.problem import Problem
from solver.search import Annealing, Order, Week
from solver.search.insert import Filler, Taste
from solver.search.ruin import Ruin
from solver.search.state import State
from tests.bench.instances import realistic
from tests.solver.good_week import PROBLEM

ORDER = Order(("duties", "hours"))


def problems() -> list[Problem]:
    return [PROBLEM, realistic(35, seed=3)]


def image(state: State) -> object:
    """All that a state knows, as a value."""
    return [
        list(state.own),
        list(state.near),
        list(state.staff_own),
        list(state.rooms),
        list(state.week_left),
        [list(days) for days in state.day_left],
        list(state.staff_left),
        [dict(left) for left in state.left],
        [[list(day) for day in days] for days in state.per_day],
        [dict(need) for need in state.missing],
        list(state.seen),
        state.budget,
        state.duties,
        state.hours,
        dict(state.week_fits),
        [dict(fits) for fits in state.day_fits],
        dict(state.staff_fits),
        list(state.open),
        [list(day) for day in state.open_day],
        sorted((s.activity, s.room, s.start, s.end, s.staff, s.citizens) for s in state.sessions()),
    ]


@pytest.mark.parametrize("problem", problems())
def test_every_week_held_is_legal_and_its_goals_are_what_the_check_says(problem: Problem) -> None:
    state = State(Frame(problem, problem.locked))
    random = Random(1)
    filler, ruin = Filler(state, random), Ruin(state, random)
    for _ in range(60):
        taste = Taste(random.choice((0.0, 1.0)), [random.random() for _ in range(state.n)])
        filler.fill(range(7), taste)
        plan = Plan(problem.week, "unknown", sessions=(*problem.locked, *state.sessions()))
        report = check(problem, plan)
        assert report.violations == ()
        goals = dict(report.goals)
        assert goals["duties"] == state.duties
        assert goals["hours"] == state.hours * problem.slot_minutes / 60
        ruin.once()


def test_who_must_be_alone_has_no_company_even_where_the_level_would_hold_two() -> None:
    """R12 speaks of the site, and a session's company is on it."""
    problem = realistic(35, seed=3)
    roomy = tuple(replace(level, max_group=6, alone_on_site=level.level == 4) for level in problem.levels)
    problem = replace(problem, levels=roomy)
    search = Annealing(Frame(problem), ORDER, seed=1)
    week = search.start()
    alone = {citizen.id for citizen in problem.citizens if citizen.level == 4}
    held = [session for session in week.sessions if alone & set(session.citizens)]
    assert held
    assert all(len(session.citizens) == 1 for session in held)
    assert check(problem, Plan(problem.week, "unknown", sessions=week.sessions)).violations == ()


@pytest.mark.parametrize("problem", problems())
def test_taking_a_round_back_leaves_no_trace(problem: Problem) -> None:
    state = State(Frame(problem, problem.locked))
    random = Random(2)
    filler, ruin = Filler(state, random), Ruin(state, random)
    taste = Taste(1.0, [random.random() for _ in range(state.n)])
    filler.fill(range(7), taste)
    state.log.clear()
    before = image(state)
    for _ in range(80):
        ruin.once()
        ruin.once()
        filler.fill(range(7), Taste(0.5, [random.random() for _ in range(state.n)]))
        state.undo()
        assert image(state) == before


def test_a_search_never_gives_up_its_best_week() -> None:
    search = Annealing(Frame(realistic(35, seed=3)), ORDER, seed=1)
    first = search.start()
    found: list[Week] = []
    rounds = iter(range(400))
    search.run(lambda: next(rounds) / 399, found.append)
    ranks = [ORDER.rank(week.duties, week.slots) for week in (first, *found)]
    assert ranks == sorted(ranks, reverse=True)
    assert search.best == found[-1]


def test_the_same_seed_finds_the_same_weeks() -> None:
    def weeks() -> list[object]:
        search = Annealing(Frame(realistic(35, seed=3)), ORDER, seed=7)
        found: list[object] = [search.start()]
        rounds = iter(range(150))
        search.run(lambda: next(rounds) / 149, found.append)
        return found

    assert weeks() == weeks()


@pytest.mark.parametrize(
    ("goals", "better", "worse"),
    [
        (("duties", "hours"), (0, 1), (1, 100)),
        (("hours", "duties"), (5, 2), (0, 1)),
        (("hours",), (5, 2), (0, 1)),
    ],
)
def test_goals_are_strictly_one_after_another(
    goals: tuple[GoalName, ...], better: tuple[int, int], worse: tuple[int, int]
) -> None:
    order = Order(goals)
    assert order.rank(*better) < order.rank(*worse)
