"""Offers of the three kinds, their activities, and who takes part in what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import below, blank, fault_if, none_in, refuse, twice
from desktop.domain.time import DateSpan, WeeklyBlock, overlapping


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
            fault_if(self.startup_weeks is not None and self.startup_weeks < 1, "startup_weeks", "too_small"),
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
            fault_if(any(length < 1 for length in self.lengths), "lengths", "too_small"),
            below("min_group", self.min_group, 1),
            below("max_group", self.max_group, max(1, self.min_group)),
            below("staff", self.staff, 1),
            blank("skill", self.skill),
            none_in("rooms", self.rooms) if self.rooms is not None else None,
            twice("rooms", self.rooms or ()),
            below("max_per_day", self.max_per_day, 1),
            below("cost_per_session", self.cost_per_session, 0),
            below("cost_per_citizen", self.cost_per_citizen, 0),
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
            below("min_sessions", self.min_sessions, 0),
            below("max_sessions", self.max_sessions, max(1, self.min_sessions)),
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
