"""What one citizen could have alone in the world, and which of their own data limit it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from solver.bounds import own_weeks
from solver.explain.causes import (
    A_DAY,
    AVAILABLE,
    AVOIDED,
    ENROLLED,
    HOURS_A_DAY,
    OPEN_HOURS,
    ROOMS,
    SKILLS_AND_STAFF,
    Cause,
    Lift,
    Wish,
    alone,
)
from solver.frame import Frame
from solver.problem import Problem

#: What can keep somebody's own best week below their cap, as far as another number would mend it.
OWN: tuple[Lift, ...] = (
    AVAILABLE,
    HOURS_A_DAY,
    ENROLLED,
    A_DAY,
    AVOIDED,
    SKILLS_AND_STAFF,
    ROOMS,
    OPEN_HOURS,
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A cause, and the ``minutes`` by which the best own week would be longer without it."""

    cause: Cause
    minutes: int


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """Counted ``minutes``, commitments included, that no plan could give more of, and what limits them.

    ``limits`` is empty where they reach the cap, and where no single one of a citizen's own data does it.
    """

    minutes: int
    limits: tuple[Limit, ...]


def own_week(
    problem: Problem, citizen: str, keep_going: Callable[[], bool] = lambda: True
) -> OwnWeek | None:
    """The best week that the citizen could have alone in the world. None where stopped."""
    part = alone(problem, citizen)
    minutes = _minutes(part, citizen, keep_going)
    if minutes is None:
        return None
    cap = next(each.max_minutes for each in problem.citizens if each.id == citizen)
    limits = _limits(part, citizen, minutes, keep_going) if minutes < cap else ()
    return OwnWeek(minutes, tuple(sorted(limits, key=lambda limit: -limit.minutes)))


def _limits(
    problem: Problem, citizen: str, minutes: int, keep_going: Callable[[], bool]
) -> Iterator[Limit]:
    wish = Wish(citizen, tuple(each.id for each in problem.activities if each.counts))
    for lift in OWN:
        lifted = _minutes(lift.lift(problem, wish), citizen, keep_going)
        if lifted is not None and lifted > minutes:
            told = replace(wish, activities=_mine(problem, wish)) if lift is not ENROLLED else wish
            yield Limit(lift.tell(problem, told), lifted - minutes)


def _mine(problem: Problem, wish: Wish) -> tuple[str, ...]:
    """The activities that the citizen is enrolled in, of those wished for; all where there are none."""
    mine = {each.activity for each in wish.person(problem).activities if each.max_sessions > 0}
    return tuple(each for each in wish.activities if each in mine) or wish.activities


def _minutes(problem: Problem, citizen: str, keep_going: Callable[[], bool]) -> int | None:
    frame = Frame(problem, problem.locked)
    own = own_weeks(frame, keep_going)
    if own is None:
        return None
    i = frame.citizen_index[citizen]
    return (sum(frame.counted[i]) + own[i]) * problem.slot_minutes
