"""A search whose time is nearly over before it begins still ends in time."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from solver.limits import Limits
from solver.plan import Plan
from solver.sharing import Window
from solver.solve import Options, solve
from tests.solver.good_week import PROBLEM

#: Seconds until a search of half a second that has not ended never will.
PATIENCE = 60


class LateLimits(Limits):
    """Most of the time went by while the problem was read."""

    @property
    def elapsed(self) -> float:
        return 0.9 * self.seconds + super().elapsed


def test_a_stretch_of_the_time_ends_with_it() -> None:
    assert Window(0.5, 1.0).used(1.0) == 1.0
    assert Window(0.95, 1.1).used(1.0) == 1.0


@pytest.mark.parametrize("seconds", [0.5, 5.0])
def test_a_late_search_ends(seconds: float) -> None:
    plans: list[Plan] = []
    limits = LateLimits(seconds)
    problem = replace(PROBLEM, locked=())
    searching = threading.Thread(
        target=lambda: plans.append(solve(problem, Options(seconds), limits=limits)), daemon=True
    )
    searching.start()
    searching.join(PATIENCE)
    assert [bool(plan.sessions) for plan in plans] == [True]
