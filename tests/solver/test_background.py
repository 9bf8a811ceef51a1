"""Bounds found by a process of their own: the same as found here, and gone with whoever asked."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path
from threading import Event

from solver.background import HoursBounds, OwnWeeks
from solver.bounds import HoursBound, own_weeks
from solver.frame import Frame
from solver.solve import Observer, Options, Progress, solve
from tests.bench.instances import realistic

PROBLEM = realistic(70)
ROOT = Path(__file__).resolve().parents[2]


def test_the_process_tells_bounds_each_lower_than_the_one_before() -> None:
    found: list[HoursBound | OwnWeeks] = []
    pause = Event()
    with HoursBounds(PROBLEM, seconds=120) as elsewhere:
        for _ in range(1200):
            found += elsewhere.found()
            if len(found) >= 4 or pause.wait(0.1):
                break
    first, *bounds = found
    assert first == OwnWeeks(own_weeks(Frame(PROBLEM)) or [])
    lowest = [bound.slots(duties=1) for bound in bounds if isinstance(bound, HoursBound)]
    assert len(lowest) >= 3
    assert lowest == sorted(lowest, reverse=True)


def test_nothing_is_left_running_when_nobody_waits_for_it() -> None:
    with HoursBounds(PROBLEM, seconds=120) as elsewhere:
        assert elsewhere.found() == []
    assert multiprocessing.active_children() == []
    assert elsewhere.found() == []


def test_a_search_on_two_cores_ends_with_a_bound_that_knows_the_staff() -> None:
    words: list[Progress] = []
    plan = solve(PROBLEM, Options(seconds=8, workers=2), Observer(progress=words.append))
    hours = next(goal for goal in plan.goals if goal.goal == "hours")
    stands = [word.of("hours") for word in words]
    bounds = [each.bound for each in stands if each is not None]
    assert bounds == sorted(bounds, reverse=True)
    assert hours.value <= hours.bound <= bounds[-1] < bounds[0]
    assert multiprocessing.active_children() == []


def test_a_search_that_is_ended_while_it_begins_leaves_no_complaint() -> None:
    """Whoever asked goes away, as a stop that cannot wait does, before its process has read the problem."""
    program = (
        "import os; from solver.background import HoursBounds; from tests.bench.instances import realistic\n"
        "HoursBounds(realistic(700), 60); os._exit(0)"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    # Its process inherits standard error: the end of that is the end of the process as well.
    assert ended.stderr == b""
