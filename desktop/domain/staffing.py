"""The people who carry out the activation."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.time import WeeklyBlock


@dataclass(frozen=True, slots=True)
class Supplier:
    id: str
    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """``supplier`` is None for the unit's own staff. ``availability`` is their weekly pattern."""

    id: str
    name: str
    supplier: str | None
    skills: frozenset[str]
    availability: tuple[WeeklyBlock, ...]
    max_weekly_minutes: int
