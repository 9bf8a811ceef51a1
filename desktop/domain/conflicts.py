"""Conflict groups, who belongs to them, and who must be kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.time import DateSpan


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    id: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A citizen's dated membership of a conflict group."""

    id: str
    citizen: str
    group: str
    span: DateSpan
    source: str = ""


class Scope(StrEnum):
    """How far apart: never in one session, or never on one site at the same time."""

    SESSION = "session"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Separation:
    """Two sides that must not meet, from the span's first to its last day.

    A side is the id of a group or of a citizen; both sides may be the same group, whose own members
    then must not meet. ``gap_minutes`` is the time that must lie between their stays on a site.
    """

    id: str
    side_a: str
    side_b: str
    scope: Scope
    gap_minutes: int
    reason: str
    span: DateSpan
    source: str
