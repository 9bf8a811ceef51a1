"""Weeks full of mistakes and edits of them, made by chance: what tests of the engine by hand begin from."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek
from desktop.services.hand.week_edits import (
    Join,
    Leave,
    Make,
    Move,
    Remove,
    Resize,
    Several,
    Staff,
    WeekEdit,
)
from desktop.services.week.planning import Prepared
from desktop.services.week.versions import planned_of
from solver.plan import Session
from solver.problem import DAY_MINUTES, Interval, Problem
from tests.bench.instances import realistic
from tests.services.small_unit import UNIT

WEEK = IsoWeek(2026, 48)
DAYS, FIRST, LAST = 5, 7, 17
"""Hours a little beyond the open ones, so that some sessions lie outside."""


def prepared(problem: Problem) -> Prepared:
    """A week of that problem. Nothing of the unit beside it counts here."""
    return Prepared(WEEK, problem, UNIT)


def small_problem(random: Random) -> Problem:
    """Few people and rooms, so that nearly everything touches: closed rooms, workplaces, little money."""
    problem = realistic(random.choice((6, 10, 16)), random.randrange(1000))
    sites = [site.id for site in problem.sites]
    day = random.randrange(DAYS) * DAY_MINUTES
    return replace(
        problem,
        rooms=tuple(
            replace(room, closed=(Interval(day + 600, day + 720),)) if random.random() < 0.2 else room
            for room in problem.rooms
        ),
        staff=problem.staff[: random.choice((3, 6, 12))],
        commitments=tuple(
            replace(each, site=random.choice((None, *sites)), counts=random.random() < 0.7)
            for each in problem.commitments
        ),
        budget=random.choice((None, 2_000, 8_000, 30_000)),
    )


def any_session(problem: Problem, random: Random, name: str) -> Session:
    activity = random.choice(problem.activities)
    start = any_start(random)
    return Session(
        name,
        activity.id,
        random.choice(problem.rooms).id,
        start,
        start + random.choice((*activity.minutes, 30, 90)),
        some(problem.staff, random, 3),
        some(problem.citizens, random, 4),
    )


def any_week(problem: Problem, random: Random) -> tuple[tuple[PlannedSession, ...], Problem]:
    """Sessions of which most break something, and the problem with some of them locked."""
    sessions = tuple(any_session(problem, random, f"s{number}") for number in range(random.randrange(14)))
    locked = tuple(each for each in sessions if random.random() < 0.15)
    if locked and random.random() < 0.3:
        locked = (replace(locked[0], staff=()), *locked[1:])
    return tuple(planned_of(WEEK, each) for each in sessions), replace(problem, locked=locked)


def any_edit(problem: Problem, sessions: tuple[PlannedSession, ...], random: Random) -> WeekEdit:
    """An edit of any kind, sensible or not."""
    start = WEEK.moment(any_start(random))
    if not sessions or random.random() < 0.15:
        made = any_session(problem, random, "-")
        end = WEEK.moment(WEEK.minute_of(start) + made.end - made.start)
        staff = made.staff if random.random() < 0.3 else ()
        return Make(made.activity, made.room, start, end, made.citizens, staff)
    session = random.choice(sessions)
    other = random.choice(sessions)
    citizen = random.choice(problem.citizens).id
    room = random.choice((session.room, random.choice(problem.rooms).id))
    out = random.choice((*session.citizens, citizen))
    return random.choice(
        (
            Move(session.id, room, random.choice((session.start, start))),
            Move(session.id, room, start),
            Resize(session.id, session.start, start),
            Join(session.id, citizen),
            Leave(session.id, out),
            Remove(session.id),
            Staff(session.id, some(problem.staff, random, 3)),
            Several((Leave(session.id, out), Join(other.id, out))) if other != session else Remove(other.id),
        )
    )


def any_start(random: Random) -> int:
    return random.randrange(DAYS) * DAY_MINUTES + 30 * random.randrange(FIRST * 2, LAST * 2)


def some(of: tuple[object, ...], random: Random, most: int) -> tuple[str, ...]:
    chosen = random.sample(of, min(len(of), random.randint(1, most)))
    return tuple(str(getattr(each, "id", "")) for each in chosen)
