"""Conflict groups, who belongs to them, and who must be kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import blank, fault_if, outside, refuse
from desktop.domain.time import DateSpan, IsoWeek


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    id: str
    name: str
    note: str = ""

    def __post_init__(self) -> None:
        refuse(self, blank("name", self.name))


@dataclass(frozen=True, slots=True)
class Membership:
    """A citizen's dated membership of a conflict group. ``end_reviewed``: as for ``Separation``."""

    id: str
    citizen: str
    group: str
    span: DateSpan
    source: str = ""
    end_reviewed: date | None = None

    @property
    def is_let_end(self) -> bool:
        """Whether somebody has judged that it may end on its last day."""
        return self.end_reviewed is not None and self.end_reviewed == self.span.last


class Scope(StrEnum):
    """How far apart: never in one session, or never on one site at the same time."""

    SESSION = "session"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Separation:
    """Two sides that must not meet, from the span's first to its last day.

    A side is the id of a group or of a citizen; both sides may be the same group, whose own members
    then must not meet. ``gap_minutes`` is the time that must lie between their stays on a site.
    ``end_reviewed`` is the last day that somebody has judged to be right; it says nothing once the span ends
    on another day.
    """

    id: str
    side_a: str
    side_b: str
    scope: Scope
    gap_minutes: int
    reason: str
    span: DateSpan
    source: str
    end_reviewed: date | None = None

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("gap_minutes", self.gap_minutes, 0),
            # Sides that never share a room may still follow each other on a site: a gap says nothing there.
            fault_if(self.scope is Scope.SESSION and self.gap_minutes > 0, "gap_minutes", "only_for_site"),
            blank("reason", self.reason),
            blank("source", self.source),
        )

    @property
    def sides(self) -> tuple[str, str]:
        """Both sides in the order of their ids: the same for every separation of the two."""
        return (min(self.side_a, self.side_b), max(self.side_a, self.side_b))

    @property
    def is_let_end(self) -> bool:
        """Whether somebody has judged that it may end on its last day."""
        return self.end_reviewed is not None and self.end_reviewed == self.span.last

    def keeps_apart_like(self, other: Separation) -> bool:
        """Whether it asks for no less than ``other``, whenever either of them holds."""
        wider = self.scope is Scope.SITE or other.scope is Scope.SESSION
        return wider and self.gap_minutes >= other.gap_minutes


def groups_in(memberships: Iterable[Membership], week: IsoWeek) -> dict[str, tuple[str, ...]]:
    """Each citizen's groups, sorted: every one they belong to on any day of the week."""
    found: dict[str, set[str]] = {}
    for membership in memberships:
        if membership.span.overlaps(week):
            found.setdefault(membership.citizen, set()).add(membership.group)
    return {citizen: tuple(sorted(groups)) for citizen, groups in found.items()}


def separations_in(separations: Iterable[Separation], week: IsoWeek) -> tuple[Separation, ...]:
    """The separations that hold on any day of the week."""
    return tuple(separation for separation in separations if separation.span.overlaps(week))
