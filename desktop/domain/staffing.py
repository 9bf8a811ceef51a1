"""The people who carry out the activation."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.errors import above, below, blank, fault_if, refuse
from desktop.domain.time import WEEK_MINUTES, WeeklyBlock


@dataclass(frozen=True, slots=True)
class Supplier:
    id: str
    name: str
    contact: str = ""

    def __post_init__(self) -> None:
        refuse(self, blank("name", self.name))


@dataclass(frozen=True, slots=True)
class StaffMember:
    """``supplier`` is None for the unit's own staff. ``availability`` is their weekly pattern."""

    id: str
    name: str
    supplier: str | None
    skills: frozenset[str]
    availability: tuple[WeeklyBlock, ...]
    max_weekly_minutes: int

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("name", self.name),
            fault_if(any(not skill.strip() for skill in self.skills), "skills", "empty"),
            below("max_weekly_minutes", self.max_weekly_minutes, 0),
            above("max_weekly_minutes", self.max_weekly_minutes, WEEK_MINUTES),
        )
