"""What could keep one citizen from something even if they had the week to themself, each as a thing to lift.

A *cause* is a part of the problem: the hours that somebody is available, the rooms there are. ``lift`` gives
the problem without it; so a cause is shown to matter by solving without it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from solver.explain import cause_words, lifting
from solver.explain.cause_words import Cause
from solver.explain.wish import Wish
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Lift:
    """``lift`` gives the problem without the cause, ``tell`` the cause in words."""

    lift: Callable[[Problem, Wish], Problem]
    tell: Callable[[Problem, Wish], Cause]


def alone(problem: Problem, citizen: str) -> Problem:
    """The same week with no more people than what one citizen could have alone in it depends on.

    Others stay where they are in a locked session or a commitment, or make up the least group of an activity;
    they ask for nothing themselves.
    """
    person = next(each for each in problem.citizens if each.id == citizen)
    kept = {citizen}
    # A commitment nowhere in particular concerns its own people alone.
    commitments = tuple(
        each if each.site is not None else replace(each, citizens=(citizen,))
        for each in problem.commitments
        if each.site is not None or citizen in each.citizens
    )
    for session in problem.locked:
        kept.update(session.citizens)
    for commitment in commitments:
        kept.update(commitment.citizens)
    kept.update(side for each in problem.separations for side in each.between)
    least = {each.id: each.min_group for each in problem.activities}
    for enrolment in person.activities:
        fellows = [
            each.id
            for each in problem.citizens
            if any(e.activity == enrolment.activity and e.max_sessions > 0 for e in each.activities)
        ]
        kept.update(fellows[: least[enrolment.activity]])
    citizens = tuple(
        each if each.id == citizen else replace(each, max_minutes=0)
        for each in problem.citizens
        if each.id in kept
    )
    # Only stays that are given make anybody travel.
    travel = problem.travel if problem.locked or commitments else ()
    return replace(problem, citizens=citizens, commitments=commitments, travel=travel, reference=None)


SKILLS_AND_STAFF = Lift(lifting.staffed, cause_words.staffed)
ROOMS = Lift(lifting.roomy, cause_words.roomy)
AVAILABLE = Lift(lifting.available, cause_words.available)
HOURS_A_DAY = Lift(lifting.hours_a_day, cause_words.hours_a_day)
ENROLLED = Lift(lifting.enrolled, cause_words.enrolled)
A_DAY = Lift(lifting.often, cause_words.often)
ONCE_MORE_A_DAY = Lift(lifting.once_more, cause_words.often)
OPEN_HOURS = Lift(lifting.opened, cause_words.opened)
AVOIDED = Lift(lifting.anywhere, cause_words.anywhere)
#: Everything that can keep somebody from a session alone in the world, what is most often at fault first.
LIFTS: tuple[Lift, ...] = (
    SKILLS_AND_STAFF,
    ROOMS,
    ENROLLED,
    AVAILABLE,
    A_DAY,
    Lift(lifting.any_group, cause_words.any_group),
    Lift(lifting.hours, cause_words.hours),
    AVOIDED,
    OPEN_HOURS,
    Lift(lifting.uncommitted, cause_words.uncommitted),
    Lift(lifting.unseparated, cause_words.unseparated),
    Lift(lifting.unlocked, cause_words.unlocked),
)
