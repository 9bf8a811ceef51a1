"""The problem of the exchange format: a week to plan.

Every time is a whole number of minutes from Monday 00:00 of the problem's ISO week, local
wall-clock time, on the grid of ``slot_minutes``; every duration is in minutes. The file's hours
(``max_hours``) are kept as minutes (``max_minutes``). ``exchange`` reads and checks the file; a
``Problem`` that it returns is sound: every reference exists, every time lies on the grid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from solver.plan import GoalName, Session

Scope = Literal["session", "site"]
WEEK_MINUTES = 7 * 24 * 60
DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Half-open: holds ``start`` and not ``end``. Never crosses midnight; may end at it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Site:
    """``open_hours`` is None where the unit's own hours hold."""

    id: str
    open_hours: tuple[Interval, ...] | None = None


@dataclass(frozen=True, slots=True)
class Travel:
    """Minutes between two different sites, both ways. A pair that is not named takes 0."""

    from_site: str
    to_site: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Room:
    id: str
    site: str
    capacity: int
    features: frozenset[str] = frozenset()
    closed: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffMember:
    id: str
    skills: frozenset[str]
    available: tuple[Interval, ...]
    max_minutes: int


@dataclass(frozen=True, slots=True)
class Separation:
    """``between`` names a group or a citizen each; both may be the same group."""

    between: tuple[str, str]
    scope: Scope
    gap_minutes: int


@dataclass(frozen=True, slots=True)
class Level:
    level: int
    max_group: int
    staff: int
    guards: int
    room_features: frozenset[str] = frozenset()
    alone_on_site: bool = False


@dataclass(frozen=True, slots=True)
class Activity:
    """``minutes`` are the lengths a session may have; ``rooms`` None means any room will do."""

    id: str
    counts: bool
    minutes: tuple[int, ...]
    min_group: int
    max_group: int
    staff: int
    skill: str
    room_features: frozenset[str] = frozenset()
    rooms: frozenset[str] | None = None
    max_per_day: int = 1
    cost_per_session: int = 0
    cost_per_citizen: int = 0


@dataclass(frozen=True, slots=True)
class Enrolment:
    """How many sessions of an activity a citizen should (``min``) and may (``max``) attend this week."""

    activity: str
    min_sessions: int
    max_sessions: int


@dataclass(frozen=True, slots=True)
class Citizen:
    id: str
    level: int
    groups: tuple[str, ...]
    available: tuple[Interval, ...]
    max_minutes: int
    max_daily_minutes: int
    activities: tuple[Enrolment, ...] = ()
    avoid_staff: frozenset[str] = frozenset()
    avoid_sites: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Commitment:
    """A fixed block that the planner does not move: a placement, a court date. ``site`` may be unknown."""

    id: str
    citizens: tuple[str, ...]
    site: str | None
    start: int
    end: int
    counts: bool


@dataclass(frozen=True, slots=True)
class Problem:
    """A week to plan. ``week`` is an ISO week, ``"2026-W48"``; ``budget`` is whole kroner."""

    week: str
    slot_minutes: int
    open_hours: tuple[Interval, ...]
    sites: tuple[Site, ...]
    rooms: tuple[Room, ...]
    staff: tuple[StaffMember, ...]
    levels: tuple[Level, ...]
    activities: tuple[Activity, ...]
    citizens: tuple[Citizen, ...]
    travel: tuple[Travel, ...] = ()
    groups: tuple[str, ...] = ()
    separations: tuple[Separation, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    idle_interview: str | None = None
    budget: int | None = None
    locked: tuple[Session, ...] = ()
    reference: tuple[Session, ...] | None = None
    goals: tuple[GoalName, ...] = ("duties", "hours")
