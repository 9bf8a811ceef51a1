"""What the bar says of a search: that it is being compiled, and the later goals while they are worked on."""

from __future__ import annotations

import pytest

from solver.plan import GoalResult
from solver.telling import Progress
from solver.terminal.bar import Bar

GOALS = (
    GoalResult("duties", 2, 0, proven=False),
    GoalResult("hours", 90, 100, proven=False),
    GoalResult("gaps", 240, 0, proven=False),
)


def said(progress: Progress, capsys: pytest.CaptureFixture[str]) -> str:
    bar = Bar(None, quiet=False)
    bar.show(progress)
    bar.draw(progress.elapsed)
    return capsys.readouterr().err


def test_that_the_search_is_being_compiled_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert "making the search ready" in said(Progress(0.0, preparing=True), capsys)


def test_a_later_goal_is_shown_while_it_is_worked_on(capsys: pytest.CaptureFixture[str]) -> None:
    first = "hours 90  bound 100  gap 10.0%  duties missing 2"
    assert f"{first}  1.0 s" in said(Progress(1.0, "hours", GOALS), capsys)
    assert f"{first}  gaps 240  1.0 s" in said(Progress(1.0, "gaps", GOALS), capsys)


def test_a_week_without_the_goal_hours_shows_its_first_goal(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(Progress(1.0, "gaps", GOALS[2:]), capsys).startswith("gaps 240")
