"""What citizens could have, each alone in the world, and which of their own data limit it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from solver.bounds import Means, own_weeks
from solver.explain.cause_words import Cause
from solver.explain.causes import (
    AVAILABLE,
    AVOIDED,
    ENROLLED,
    HOURS_A_DAY,
    ONCE_MORE_A_DAY,
    OPEN_HOURS,
    ROOMS,
    SKILLS_AND_STAFF,
    Lift,
)
from solver.explain.wish import Wish
from solver.frame import Frame
from solver.problem import Problem

#: What can keep somebody's own best week below their cap, where other data would mend it.
OWN: tuple[Lift, ...] = (
    AVAILABLE,
    HOURS_A_DAY,
    ENROLLED,
    ONCE_MORE_A_DAY,
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

    ``limits`` is empty where they reach the cap, and where nothing does it alone.
    """

    minutes: int
    limits: tuple[Limit, ...] = ()


def own_best(
    problem: Problem, citizens: Sequence[str], keep_going: Callable[[], bool] = lambda: True
) -> dict[str, OwnWeek]:
    """The best week that each of these could have alone in the world; without those not reached by a stop."""
    known: dict[Means, int] = {}
    best = _minutes(problem, citizens, keep_going, known)
    cap = {each.id: each.max_minutes for each in problem.citizens}
    short = [name for name, minutes in best.items() if minutes < cap[name]]
    limits: dict[str, list[Limit]] = {name: [] for name in best}
    wish = Wish(tuple(short), tuple(each.id for each in problem.activities if each.counts))
    for lift in OWN if short else ():
        for name, minutes in _minutes(lift.lift(problem, wish), short, keep_going, known).items():
            if minutes > best[name]:
                cause = lift.tell(problem, _told(problem, name, wish))
                limits[name].append(Limit(cause, minutes - best[name]))
    return {
        name: OwnWeek(minutes, tuple(sorted(limits[name], key=lambda limit: -limit.minutes)))
        for name, minutes in best.items()
    }


def _told(problem: Problem, name: str, wish: Wish) -> Wish:
    """The wish as it is spoken of: of what the citizen is enrolled in, where that is anything."""
    own = replace(wish, citizens=(name,))
    mine = {each.activity for each in own.person(problem).activities if each.max_sessions > 0}
    counted = tuple(each for each in wish.activities if each in mine)
    return replace(own, activities=counted) if counted else own


def _minutes(
    problem: Problem, citizens: Sequence[str], keep_going: Callable[[], bool], known: dict[Means, int]
) -> Mapping[str, int]:
    """By citizen: counted minutes of the best own week. Nobody else's is worked out.

    ``known``: weeks worked out before, since most people's week is the same without a cause.
    """
    asked = set(citizens)
    people = tuple(each if each.id in asked else replace(each, max_minutes=0) for each in problem.citizens)
    frame = Frame(replace(problem, citizens=people), problem.locked)
    own = own_weeks(frame, keep_going, known)
    if own is None:
        return {}
    return {
        name: (sum(frame.counted[i]) + own[i]) * problem.slot_minutes
        for name in citizens
        for i in (frame.citizen_index[name],)
    }
