"""No plan passes a bound: not a solver's, not one that brute force finds."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import assume, given, settings

from solver.bounds import HoursBound, hopeless_duties, own_weeks
from solver.frame import Frame
from solver.limits import Limits
from solver.problem import Problem
from solver.relaxation import hours_bounds
from solver.search import Search
from tests.bench.instances import realistic
from tests.solver import brute
from tests.solver.problems import small_problems


def steps(most: int) -> Callable[[], float]:
    """A share of the time that is used up by being asked."""
    asked = iter(range(most + 1))
    return lambda: next(asked) / most


def relaxed(frame: Frame, own: list[int], duties: int | None) -> list[HoursBound]:
    return list(hours_bounds(frame, own, duties, steps(60)))


@settings(max_examples=50, derandomize=True)
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
    assert sum(hopeless) <= duties
    hour = 60 / problem.slot_minutes
    for bound in relaxed(frame, own, sum(hopeless)):
        # Given the duties that the best plan misses: the bound is one for all plans that miss no more.
        assert reached * hour <= bound.slots(duties)
    for bound in relaxed(frame, own, None):
        assert reached * hour <= bound.slots(0) <= frame.hours_before + sum(own)


def test_a_bound_that_knows_groups_and_staff_is_nearer_and_still_above_what_is_found() -> None:
    frame = Frame(realistic(70))
    own = own_weeks(frame)
    assert own is not None
    lowest = list(hours_bounds(frame, own, None, steps(1_500)))[-1].slots(0)
    search = Search(frame, seed=1)
    search.start()
    rounds = iter(range(100))
    search.run(0, lambda: next(rounds) / 99)
    assert -search.rank()[1] <= lowest < 0.97 * sum(own) < sum(own) < sum(frame.week_left)


def test_a_bound_that_is_stopped_says_nothing_new() -> None:
    limits = Limits(100)
    limits.stop()
    frame = Frame(realistic(70))
    assert own_weeks(frame, limits.go_on) is None
    assert hopeless_duties(frame, limits.go_on) is None
    own = [2] * frame.n
    assert list(hours_bounds(frame, own, None, lambda: 1.0)) == [HoursBound.of_slots(2 * frame.n)]
