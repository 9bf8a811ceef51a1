"""A stop counts at any moment of an explanation: nothing new is begun, and what there is by then is told."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from solver.explain import explanation
from solver.explain import help as help_module
from solver.explain.ceiling import Ceiling
from solver.explain.explanation import Explanation, Observer, Options, explain
from solver.explain.gains import Gains
from solver.explain.offers import for_hours, offers
from solver.explain.screening import Screening
from solver.limits import Limits
from solver.plan import Plan
from solver.problem import Problem
from solver.search import Search
from solver.solve import Options as Effort
from solver.solve import solve
from tests.bench.instances import realistic
from tests.solver.test_stopping import stopping

#: Where a stop comes: what is called then, and of what it is a part.
PHASES: dict[str, tuple[Any, str]] = {
    "contradictions are looked for": (explanation, "contradictions"),
    "duties out of reach are looked for": (explanation, "hopeless"),
    "obstacles are looked for": (explanation, "obstacles"),
    "own limits are looked for": (explanation, "own_best"),
    "offers are screened": (Screening, "promise"),
    "the bound is brought down": (Ceiling, "sharpen"),
    "the week without an offer is improved": (Gains, "improve"),
    "offers have a first look": (Gains, "glance"),
    "offers are looked at again": (Gains, "round"),
    "an offer is searched": (Search, "run"),
    "gains are held against the week without": (Gains, "settle"),
    "bounds of offers are worked out": (Ceiling, "with_offer"),
}
#: Phases in which nobody's obstacles are looked for yet.
EARLY = tuple(PHASES)[:2]


@cache
def planned() -> tuple[Problem, Plan]:
    problem = realistic(14)
    return problem, solve(problem, Effort(1.0, 1, 1, work=200))


@pytest.mark.parametrize("phase", PHASES)
def test_a_stop_in_any_phase_ends_it_with_what_there_is(phase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    problem, plan = planned()
    owner, name = PHASES[phase]
    limits = Limits(900)
    began: list[str] = []
    after: list[tuple[str, int]] = []

    def progress(step: str, done: int, _of: int) -> None:
        if limits.stopped and done:
            after.append((step, done))

    monkeypatch.setattr(owner, name, stopping(getattr(owner, name), limits, began))
    told = explain(problem, plan, Options(None, 1, 1, work=400), limits, Observer(progress))
    assert began
    # What was under way may be finished; there is no second one of it.
    assert len(after) <= 1
    assert bool(told.people) == (phase not in EARLY)
    if told.help is not None:
        for gain in told.help.gains:
            assert 0 <= gain.minutes <= gain.bound


def test_what_there_is_so_far_is_handed_over_before_offers_are_looked_at() -> None:
    problem, plan = planned()
    limits = Limits(900)
    kept: list[Explanation] = []

    def keep(so_far: Explanation) -> None:
        kept.append(so_far)
        limits.stop()

    told = explain(problem, plan, Options(None, 1, 1, work=400), limits, Observer(so_far=keep))
    assert kept == [told]
    assert told.people
    assert told.help is None


def test_with_time_for_everything_no_offer_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    # What an offer wins is not asked here: few rounds for each let all of them be looked at in seconds.
    for name, rounds in (("GLANCE", 20), ("FEWEST", 40), ("PLENTY", 80)):
        monkeypatch.setattr(help_module, name, rounds)
    problem = realistic(12)
    plan = solve(problem, Effort(1.0, 1, 1, work=200))
    every = offers(for_hours(problem))
    # Seconds enough for a machine that does little else; where it does, once more with many.
    told = explain(problem, plan, Options(None, 2, 1), Limits(12)).help
    if told is not None and told.not_examined:
        told = explain(problem, plan, Options(None, 2, 1), Limits(120)).help
    assert told is not None
    assert told.not_examined == ()
    assert len(told.gains) == len(every)
    assert all(0 <= gain.minutes <= gain.bound for gain in told.gains)
