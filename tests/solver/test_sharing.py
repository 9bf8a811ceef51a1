"""Time is shared among the goals: every one has its turn, and what one leaves goes to the next."""

from __future__ import annotations

import pytest

from solver.sharing import LATER, Window, in_turn


def turns(stages: int, begin: float, until: float, spent: dict[int, float]) -> list[Window]:
    """Each stage's window, where a stage takes all of it, or so much as is named."""
    now = begin
    windows: list[Window] = []

    def take(number: int, window: Window) -> None:
        nonlocal now
        windows.append(window)
        now += min(spent.get(number, 1.0), window.end - window.begin)

    in_turn(stages, lambda: now, until, take)
    return windows


def test_every_later_goal_has_its_own_share_where_each_takes_all_it_can() -> None:
    windows = turns(5, 0.1, 0.9, {})
    shares = [window.end - window.begin for window in windows]
    assert shares[1:] == pytest.approx([LATER * 0.8] * 4)
    assert shares[0] == pytest.approx(0.8 - sum(shares[1:]))
    assert windows[-1].end == pytest.approx(0.9)


def test_what_the_first_one_leaves_goes_to_those_after_it() -> None:
    first, second, third = turns(3, 0.0, 1.0, {0: 0.2})
    assert first.end == pytest.approx(1 - 2 * LATER)
    assert second.begin == pytest.approx(0.2)
    assert second.end == pytest.approx(1 - LATER)
    assert third.end == 1.0


def test_one_that_overruns_its_share_takes_no_other_s_window_below_nothing() -> None:
    now = 0.0
    seen: list[float] = []

    def take(number: int, window: Window) -> None:
        nonlocal now
        seen.append(window.used(now))
        now = max(now, window.end) + 0.5

    in_turn(3, lambda: now, 1.0, take)
    assert seen[0] == 0.0
    assert seen[-1] == 1.0


def test_a_window_is_used_up_at_its_end_however_short_it_is() -> None:
    assert Window(0.5, 0.5).used(0.5) == 1.0
    assert Window(0.2, 0.6).used(0.1) == 0.0
    assert Window(0.2, 0.6).used(0.4) == pytest.approx(0.5)
    assert Window(0.2, 0.6).used(0.7) == 1.0
