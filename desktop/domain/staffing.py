"""The people who carry out the activation."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.errors import blank, fault_if, outside, refuse
from desktop.domain.time import WEEK_MINUTES, WeeklyBlock

GUARD = "guard"
"""The skill that rule R5 speaks of."""


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
            outside("max_weekly_minutes", self.max_weekly_minutes, 0, WEEK_MINUTES),
        )

    @property
    def at_work(self) -> bool:
        """Whether they have any hours: nobody without can be planned."""
        return bool(self.availability) and self.max_weekly_minutes > 0
