"""Week plans and their versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.errors import fault_if, outside, refuse
from desktop.domain.time import IsoWeek


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of a plan version. Local wall-clock times without zone, on one day."""

    id: str
    activity: str
    room: str
    start: datetime
    end: datetime
    staff: tuple[str, ...]
    citizens: tuple[str, ...]

    def __post_init__(self) -> None:
        zoned = self.start.tzinfo is not None or self.end.tzinfo is not None
        refuse(self, fault_if(zoned, "start", "not_local"))
        refuse(self, fault_if(self.end <= self.start, "end", "not_after_start"))


@dataclass(frozen=True, slots=True)
class GoalValue:
    """As in the exchange format: ``hours`` in hours, the others as counted there."""

    goal: str
    value: float
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True)
class UnmetDuty:
    citizen: str
    duty: str


class VersionState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """One version of a week's plan. A published one never changes.

    ``created_at`` and ``published_at``, which a draft has not, are aware UTC times. ``digest`` is the SHA-256
    of the plan's exchange form, in hex: the same plan has the same digest, which is printed on each page.
    """

    id: str
    week: IsoWeek
    number: int
    state: VersionState
    created_at: datetime
    created_by: str
    status: str
    seconds: float
    goals: tuple[GoalValue, ...]
    sessions: tuple[PlannedSession, ...]
    unmet: tuple[UnmetDuty, ...]
    digest: str
    published_at: datetime | None = None

    def __post_init__(self) -> None:
        published, at = self.state is VersionState.PUBLISHED, self.published_at
        refuse(
            self,
            outside("number", self.number, 1),
            fault_if(self.created_at.utcoffset() != timedelta(0), "created_at", "not_utc"),
            fault_if(published and at is None, "published_at", "missing"),
            fault_if(not published and at is not None, "published_at", "not_published"),
            fault_if(at is not None and at.utcoffset() != timedelta(0), "published_at", "not_utc"),
            fault_if(self.seconds < 0, "seconds", "too_small"),
        )


def in_force(versions: Iterable[PlanVersion]) -> PlanVersion | None:
    """Of a week's versions the one that people were told last, whatever its number is: the one that was
    published last. None where none was published."""
    return newest(each for each in versions if each.state is VersionState.PUBLISHED)


def gone_by(versions: Iterable[PlanVersion]) -> PlanVersion | None:
    """Of a week's versions the one that people go by: the one in force, the newest draft where none is."""
    held = tuple(versions)
    return in_force(held) or max(held, key=lambda each: each.number, default=None)


def newest(versions: Iterable[PlanVersion]) -> PlanVersion | None:
    """Of a week's versions the one that somebody made, changed or published last; None of none."""
    return max(versions, key=lambda each: (each.published_at or each.created_at, each.number), default=None)


def handed_out(draft: PlanVersion, versions: Iterable[PlanVersion], now: datetime) -> PlanVersion:
    """A draft as it is once it is published, at the aware UTC time ``now``, beside the week's ``versions``.

    Where the clock was set back since another one was published, it is just after that one: what is
    published last is in force.
    """
    last = in_force(versions)
    before = None if last is None else last.published_at
    at = now if before is None else max(now, before + timedelta(microseconds=1))
    return replace(draft, state=VersionState.PUBLISHED, published_at=at)
