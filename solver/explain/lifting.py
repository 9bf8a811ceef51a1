"""Problems without one thing that could stand in the way of a wish: each function leaves one out.

What is lifted concerns the people and the activities of the wish alone, where it is theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from solver.explain.crew import GUARD
from solver.explain.wish import Wish
from solver.problem import DAY_MINUTES, Activity, Citizen, Enrolment, Interval, Problem, Room, StaffMember

ALWAYS = tuple(Interval(day * DAY_MINUTES, (day + 1) * DAY_MINUTES) for day in range(7))
#: Sessions of an activity a week, and a day, where nothing much limits them.
MANY_A_WEEK, MANY_A_DAY = 7, 48


def unused(name: str, taken: Iterable[str]) -> str:
    """The name, lengthened where it is taken already; ids have at most 64 letters."""
    known = set(taken)
    name = name[:48]
    return next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(known) + 3))) if n not in known)


def _with_people(problem: Problem, wish: Wish, change: Callable[[Citizen], Citizen]) -> Problem:
    wishing = set(wish.citizens)
    return replace(
        problem, citizens=tuple(change(each) if each.id in wishing else each for each in problem.citizens)
    )


def _with_activities(problem: Problem, wish: Wish, change: Callable[[Activity], Activity]) -> Problem:
    return replace(
        problem,
        activities=tuple(change(each) if each.id in wish.activities else each for each in problem.activities),
    )


def opened(problem: Problem, _wish: Wish) -> Problem:
    sites = tuple(replace(site, open_hours=None) for site in problem.sites)
    return replace(problem, open_hours=ALWAYS, sites=sites)


def roomy(problem: Problem, wish: Wish) -> Problem:
    features = {feature for level in problem.levels for feature in level.room_features}
    features |= {feature for each in problem.activities for feature in each.room_features}
    most = max([1, len(problem.citizens)])
    taken = {room.id for room in problem.rooms}
    names = (name for k in count(1) if (name := f"room-{k}") not in taken)
    added = tuple(Room(next(names), site.id, most, frozenset(features)) for site in problem.sites)
    more = frozenset(room.id for room in added)
    problem = _with_activities(
        problem, wish, lambda each: each if each.rooms is None else replace(each, rooms=each.rooms | more)
    )
    return replace(problem, rooms=(*problem.rooms, *added))


def staffed(problem: Problem, wish: Wish) -> Problem:
    skills = frozenset((GUARD, *(each.skill for each in wish.offered(problem))))
    most = sum(
        max((getattr(level, kind) for level in problem.levels), default=0) for kind in ("staff", "guards")
    ) + max((each.staff for each in problem.activities), default=0)
    taken = {member.id for member in problem.staff}
    added = tuple(
        StaffMember(unused(f"staff-{k}", taken), skills, ALWAYS, 7 * DAY_MINUTES) for k in range(1, most + 2)
    )
    return replace(problem, staff=(*problem.staff, *added))


def available(problem: Problem, wish: Wish) -> Problem:
    return _with_people(problem, wish, lambda each: replace(each, available=ALWAYS))


def uncommitted(problem: Problem, wish: Wish) -> Problem:
    return replace(
        problem,
        commitments=tuple(
            replace(each, citizens=tuple(c for c in each.citizens if c not in wish.citizens))
            for each in problem.commitments
        ),
    )


def hours(problem: Problem, wish: Wish) -> Problem:
    return _with_people(
        problem, wish, lambda each: replace(each, max_minutes=7 * DAY_MINUTES, max_daily_minutes=DAY_MINUTES)
    )


def hours_a_day(problem: Problem, wish: Wish) -> Problem:
    return _with_people(problem, wish, lambda each: replace(each, max_daily_minutes=DAY_MINUTES))


def enrolled(problem: Problem, wish: Wish) -> Problem:
    """Many sessions of what they are enrolled in already; of everything where that is nothing."""

    def enrol(citizen: Citizen) -> Citizen:
        known = {each.activity: each for each in citizen.activities}
        mine = [name for name in wish.activities if name in known and known[name].max_sessions > 0]
        for name in mine or wish.activities:
            before = known.get(name, Enrolment(name, 0, 0))
            known[name] = replace(before, max_sessions=max(MANY_A_WEEK, before.max_sessions))
        return replace(citizen, activities=tuple(known.values()))

    return _with_people(problem, wish, enrol)


def often(problem: Problem, wish: Wish) -> Problem:
    return _with_activities(
        problem, wish, lambda each: replace(each, max_per_day=max(MANY_A_DAY, each.max_per_day))
    )


def once_more(problem: Problem, wish: Wish) -> Problem:
    return _with_activities(problem, wish, lambda each: replace(each, max_per_day=each.max_per_day + 1))


def any_group(problem: Problem, wish: Wish) -> Problem:
    problem = _with_activities(
        problem, wish, lambda each: replace(each, min_group=0, max_group=max(1, each.max_group))
    )
    return replace(
        problem, levels=tuple(replace(each, max_group=max(1, each.max_group)) for each in problem.levels)
    )


def anywhere(problem: Problem, wish: Wish) -> Problem:
    return _with_people(problem, wish, lambda each: replace(each, avoid_sites=frozenset()))


def unseparated(problem: Problem, _wish: Wish) -> Problem:
    levels = tuple(replace(each, alone_on_site=False) for each in problem.levels)
    return replace(problem, separations=(), levels=levels)


def unlocked(problem: Problem, _wish: Wish) -> Problem:
    return replace(problem, locked=())
