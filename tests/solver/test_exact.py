"""What CP-SAT claims is told only where a second solve, with another presolve and search, agrees."""

from __future__ import annotations

import pytest

from solver import exact
from solver.frame import Frame
from solver.limits import Limits
from solver.problem import Problem
from solver.standing import Standing
from solver.week import weigh
from tests.solver.problems import tiny

#: Two people of whom each can have two hours: four hours are the most.
PROBLEM = tiny(2, people=2, goals=("hours",))
#: What is known before: the most that the two may have in a week.
BEFORE = -80


def proven(problem: Problem, monkeypatch: pytest.MonkeyPatch, claim: int | None) -> Standing:
    """How things stand where the first solve finds nothing new and claims that no week is below a rank."""
    frame = Frame(problem)
    standing = Standing(frame, weigh(frame, ()))
    monkeypatch.setattr(exact, "_solve", lambda *_: claim)
    exact.prove(frame, standing, exact.Effort(Limits(20), 1, 1), 10)
    return standing


@pytest.mark.parametrize("claim", [-3, -1, 0])
def test_a_claim_that_some_week_disproves_is_not_told(claim: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert proven(PROBLEM, monkeypatch, claim).bounds((0,)) == [BEFORE]


@pytest.mark.parametrize("claim", [-4, -5, -7])
def test_a_claim_short_of_the_optimum_is_told_where_it_holds(
    claim: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing = proven(PROBLEM, monkeypatch, claim)
    assert standing.bounds((0,)) == [claim]
    assert not standing.settled()


def test_no_claim_is_no_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proven(PROBLEM, monkeypatch, None).bounds((0,)) == [BEFORE]


def test_the_first_goals_may_take_most_of_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds: list[float] = []

    def solve(*given: object) -> None:
        assert isinstance(given[-1], float)
        seconds.append(given[-1])

    problem = tiny(2, people=2, goals=("hours", "fairness", "gaps"))
    frame = Frame(problem)
    standing = Standing(frame, weigh(frame, ()))
    monkeypatch.setattr(standing, "is_best", lambda *_: False)
    monkeypatch.setattr(exact, "_solve", solve)
    exact.prove(frame, standing, exact.Effort(Limits(1000), 1, 1), 800)
    hours, fairness, gaps = (round(each, -1) for each in seconds)
    # A half of each share is for the second solve. Nothing was used: each sees the same time left.
    assert (hours, fairness, gaps) == (200, 200, 400)
