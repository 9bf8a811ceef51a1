"""Offers of the three kinds, their activities, and who takes part in what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.time import DateSpan, WeeklyBlock


class OfferKind(StrEnum):
    """The three kinds of the city's memo."""

    SPECIAL = "special"
    MENTOR_COMPANY = "mentor_company"
    COMMUNITY_WORK = "community_work"


@dataclass(frozen=True, slots=True)
class Offer:
    """``supplier`` is None for a municipal offer. ``startup_weeks`` is the clarifying start of a
    mentor-based company offer, at most the limit ``mentor_startup_weeks``; None for the other kinds."""

    id: str
    name: str
    kind: OfferKind
    supplier: str | None
    span: DateSpan
    startup_weeks: int | None = None


class ActivityKind(StrEnum):
    GROUP_TEACHING = "group_teaching"
    MENTORING = "mentoring"
    INTERVIEW = "interview"
    WORKSHOP = "workshop"


@dataclass(frozen=True, slots=True)
class Activity:
    """What sessions are planned of. ``lengths`` in minutes; costs in whole kroner; ``offer`` None for
    the unit's own activities; ``rooms`` None where any room will do."""

    id: str
    name: str
    kind: ActivityKind
    offer: str | None
    counts: bool
    lengths: tuple[int, ...]
    min_group: int
    max_group: int
    staff: int
    skill: str
    room_features: frozenset[str] = frozenset()
    rooms: tuple[str, ...] | None = None
    max_per_day: int = 1
    cost_per_session: int = 0
    cost_per_citizen: int = 0


@dataclass(frozen=True, slots=True)
class Referral:
    """A citizen is referred to an offer."""

    id: str
    citizen: str
    offer: str
    span: DateSpan


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A citizen takes part in an activity: sessions a week at least and at most."""

    id: str
    citizen: str
    activity: str
    min_sessions: int
    max_sessions: int
    span: DateSpan


class PlacementKind(StrEnum):
    INTERNSHIP = "internship"
    WAGE_SUBSIDY = "wage_subsidy"
    COMMUNITY_WORK = "community_work"


@dataclass(frozen=True, slots=True)
class Placement:
    """Fixed weekly blocks at a workplace; they count as hours. ``site`` None where it is unknown."""

    id: str
    citizen: str
    kind: PlacementKind
    employer: str
    site: str | None
    blocks: tuple[WeeklyBlock, ...]
    span: DateSpan
    offer: str | None = None
