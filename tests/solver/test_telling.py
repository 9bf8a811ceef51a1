"""What is told of a search: not too often, nothing twice, and no plan that the check has not found clean."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from solver import limits as limits_module
from solver.check import check
from solver.frame import Frame
from solver.limits import Limits
from solver.plan import Plan
from solver.solve import Options, solve
from solver.standing import Standing
from solver.telling import Observer, Progress, Teller, UnsoundPlanError
from solver.week import Week, weigh
from tests.solver.problems import BY_HAND, hour, tiny

PROBLEM = tiny()
#: One of the sessions that are best there.
FIRST, SECOND = solve(PROBLEM, Options(seconds=5, workers=1)).sessions


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The time of the limits, told by hand."""
    hand = SimpleNamespace(now=0.0)
    monkeypatch.setattr(limits_module, "time", SimpleNamespace(monotonic=lambda: hand.now))
    return hand


def teller(observer: Observer) -> tuple[Teller, Standing]:
    frame = Frame(PROBLEM)
    standing = Standing(frame, weigh(frame, ()))
    return Teller(PROBLEM, standing, observer, Limits(900)), standing


def test_at_most_five_events_come_in_a_second_and_the_first_one_at_once(clock: SimpleNamespace) -> None:
    events: list[float] = []
    tells, standing = teller(Observer(lambda _: events.append(clock.now), lambda _: events.append(clock.now)))
    frame = Frame(PROBLEM)
    tells.tell()
    assert events == [0.0, 0.0]
    for step in range(1, 1000):
        clock.now = step / 100
        better = weigh(frame, (FIRST,) if step < 500 else (FIRST, SECOND))
        standing.found(better)
        tells.tell()
    # With the last word of all, which may come at any moment, there are five.
    for begun in (step / 100 for step in range(900)):
        assert 2 <= sum(begun <= at < begun + 1 for at in events) <= 4


def test_a_plan_is_told_once_and_only_where_it_is_better(clock: SimpleNamespace) -> None:
    plans: list[Plan] = []
    tells, standing = teller(Observer(plan=plans.append))
    frame = Frame(PROBLEM)
    for number, sessions in enumerate(((), (), (FIRST,), (), (FIRST, SECOND), (FIRST,))):
        clock.now = number
        standing.found(weigh(frame, sessions))
        tells.tell()
    assert [len(plan.sessions) for plan in plans] == [0, 1, 2]
    assert all(check(PROBLEM, plan).clean for plan in plans)


def test_a_week_that_breaks_a_rule_or_is_not_worth_what_it_says_goes_nowhere() -> None:
    tells, _ = teller(Observer())
    frame = Frame(PROBLEM)
    late = replace(FIRST, start=hour(7), end=hour(8))
    with pytest.raises(UnsoundPlanError, match="R1"):
        tells.checked(weigh(frame, (late,)))
    with pytest.raises(UnsoundPlanError, match="goals"):
        tells.checked(Week((0, -9), (FIRST,)))


def test_what_goes_wrong_while_it_is_told_ends_the_search() -> None:
    """The observer is told from a thread of its own; its error must not be lost there."""
    words: list[Progress] = []

    def fail(word: Progress) -> None:
        words.append(word)
        if len(words) == 2:
            raise OSError("nobody reads this")

    problem = BY_HAND["everybody attends both hours"].problem
    frame = Frame(problem)
    limits = Limits(900)
    tells = Teller(problem, Standing(frame, weigh(frame, ())), Observer(progress=fail), limits)
    tells.tell()

    def search() -> None:
        with tells.ticking(lambda: None):
            limits._stop.wait()

    with pytest.raises(OSError, match="nobody reads this"):
        search()
    assert limits.stopped
