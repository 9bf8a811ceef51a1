"""A week that has begun: what people went by until now stands, and nothing new is placed before now.

That is what has begun of the version in force, or of the newest draft where none was published: nobody knows
that it was not held, and what was held counts. Of a week without any version nothing has been held.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.domain.plans import PlanVersion
from desktop.domain.time import WEEK_MINUTES, IsoWeek
from desktop.services.week.checks import happened
from desktop.services.week.locking import readable, with_begun
from desktop.services.week.versions import session_of
from desktop.services.week.week_time import begun, minute_now
from solver.problem import Problem


class PastBroken(Exception):
    """What has begun breaks a rule as the unit stands now, or can't be written down any more."""


def first_minute(week: IsoWeek, now: datetime, seconds: float, slot: int) -> int:
    """The minute of the week from which on a plan can still be another that takes ``seconds`` to be made at a
    local moment. A multiple of ``slot`` minutes, from 0 to the week's end."""
    minute = minute_now(week, now)
    if minute:
        minute = minute_now(week, now + timedelta(seconds=seconds))
    return min(-(-minute // slot) * slot, WEEK_MINUTES)


def rest_of(problem: Problem, version: PlanVersion | None, minute: int) -> Problem:
    """The problem of what is left of a week from a minute on, ``version`` being the one that people go by.

    Raises ``PastBroken``.
    """
    if not minute or version is None:
        return with_begun(problem, (), minute)
    past = sorted(begun(version, minute), key=lambda session: session.id)
    sessions = tuple(session_of(version.week, each) for each in past)
    fits = all(readable(problem, each) for each in sessions)
    if not fits or happened(problem, sessions, minute):
        raise PastBroken
    return with_begun(problem, sessions, minute)
