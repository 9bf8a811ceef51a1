"""No plan passes a bound: not a solver's, not one that brute force finds."""

from __future__ import annotations

from hypothesis import given, settings

from solver.bounds import duties_bound, hours_bound
from solver.frame import Frame
from solver.limits import Limits
from solver.problem import Problem
from solver.search import Annealing, Order
from tests.bench.instances import realistic
from tests.solver import brute
from tests.solver.problems import small_problems


@settings(max_examples=60)
@given(small_problems())
def test_no_plan_of_a_tiny_week_passes_the_bounds(problem: Problem) -> None:
    best = brute.best(problem)
    if best is None:
        return
    frame = Frame(problem, problem.locked)
    hours = hours_bound(frame)
    assert hours is not None
    duties, reached = best
    least = duties_bound(frame)
    assert least is not None
    assert least <= duties
    assert reached <= hours * problem.slot_minutes / 60


def test_the_bound_on_hours_lies_between_the_search_and_the_caps() -> None:
    frame = Frame(realistic(70))
    bound = hours_bound(frame)
    search = Annealing(frame, Order(("duties", "hours")), seed=1)
    found = search.start()
    assert bound is not None
    assert found.slots <= bound < sum(frame.week_left)


def test_a_bound_that_is_stopped_says_nothing() -> None:
    limits = Limits(100)
    limits.stop()
    assert hours_bound(Frame(realistic(70)), limits.go_on) is None
    assert duties_bound(Frame(realistic(70)), limits.go_on) is None
