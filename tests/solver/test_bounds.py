"""No plan passes a bound: not a solver's, not one that brute force finds."""

from __future__ import annotations

from hypothesis import assume, given, settings

from solver.bounds import hopeless_duties, own_weeks
from solver.frame import Frame
from solver.limits import Limits
from solver.problem import Problem
from solver.relaxation import staffed_hours_bound
from solver.search import Search
from tests.bench.instances import realistic
from tests.solver import brute
from tests.solver.problems import small_problems


@settings(max_examples=80, derandomize=True)
@given(small_problems())
def test_no_plan_of_a_tiny_week_passes_the_bounds(problem: Problem) -> None:
    try:
        best = brute.best(problem)
    except brute.TooLargeError:
        assume(False)
    if best is None:
        return
    duties, reached = best
    frame = Frame(problem, problem.locked)
    hopeless, own = hopeless_duties(frame), own_weeks(frame)
    assert hopeless is not None
    assert own is not None
    staffed = staffed_hours_bound(frame, own, seconds=10)
    assert staffed is not None
    hour = 60 / problem.slot_minutes
    assert sum(hopeless) <= duties
    assert reached * hour <= staffed <= frame.hours_before + sum(own)


def test_a_bound_that_knows_the_staff_is_nearer_and_still_above_what_is_found() -> None:
    frame = Frame(realistic(70))
    own = own_weeks(frame)
    assert own is not None
    staffed = staffed_hours_bound(frame, own, seconds=60)
    search = Search(frame, seed=1)
    search.start()
    rounds = iter(range(100))
    search.run(0, lambda: next(rounds) / 99)
    assert staffed is not None
    assert -search.rank()[1] <= staffed < sum(own) < sum(frame.week_left)


def test_a_bound_that_is_stopped_says_nothing() -> None:
    limits = Limits(100)
    limits.stop()
    frame = Frame(realistic(70))
    assert own_weeks(frame, limits.go_on) is None
    assert hopeless_duties(frame, limits.go_on) is None
    assert staffed_hours_bound(frame, [0] * frame.n, 60, limits.go_on) is None
