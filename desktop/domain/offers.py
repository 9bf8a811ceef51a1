"""Offers of the three kinds, their activities, and who takes part in what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import blank, fault_if, none_in, outside, refuse, twice
from desktop.domain.time import DAY_MINUTES, DateSpan, WeeklyBlock, overlapping


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

    def __post_init__(self) -> None:
        mentor = self.kind is OfferKind.MENTOR_COMPANY
        refuse(
            self,
            blank("name", self.name),
            fault_if(mentor and self.startup_weeks is None, "startup_weeks", "empty"),
            fault_if(
                not mentor and self.startup_weeks is not None, "startup_weeks", "only_for_mentor_company"
            ),
            outside("startup_weeks", self.startup_weeks or 0, 1) if self.startup_weeks is not None else None,
        )


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

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("name", self.name),
            none_in("lengths", self.lengths),
            twice("lengths", self.lengths),
            *(outside("lengths", length, 1, DAY_MINUTES) for length in self.lengths),
            outside("min_group", self.min_group, 1),
            outside("max_group", self.max_group, max(1, self.min_group)),
            outside("staff", self.staff, 1),
            blank("skill", self.skill),
            none_in("rooms", self.rooms) if self.rooms is not None else None,
            twice("rooms", self.rooms or ()),
            outside("max_per_day", self.max_per_day, 1),
            outside("cost_per_session", self.cost_per_session, 0),
            outside("cost_per_citizen", self.cost_per_citizen, 0),
        )


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

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("min_sessions", self.min_sessions, 0),
            outside("max_sessions", self.max_sessions, max(1, self.min_sessions)),
        )


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

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("employer", self.employer),
            none_in("blocks", self.blocks),
            overlapping("blocks", self.blocks),
        )
