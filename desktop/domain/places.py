"""Sites, the way between them, and their rooms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import blank, fault_if, outside, refuse
from desktop.domain.time import DAY_MINUTES, TimeSpan, WeeklyBlock


class SiteKind(StrEnum):
    UNIT = "unit"
    SUPPLIER = "supplier"
    WORKPLACE = "workplace"


@dataclass(frozen=True, slots=True)
class Site:
    """A building. ``opening`` is its own weekly pattern; None where the unit's hours hold."""

    id: str
    name: str
    kind: SiteKind
    address: str = ""
    opening: tuple[WeeklyBlock, ...] | None = None

    def __post_init__(self) -> None:
        refuse(self, blank("name", self.name))


@dataclass(frozen=True, slots=True)
class Travel:
    """Minutes between two sites, both ways."""

    id: str
    site_a: str
    site_b: str
    minutes: int

    def __post_init__(self) -> None:
        refuse(
            self,
            fault_if(self.site_a == self.site_b, "site_b", "same"),
            outside("minutes", self.minutes, 0, DAY_MINUTES),
        )


@dataclass(frozen=True, slots=True)
class Room:
    """``features`` are words that levels and activities ask for, such as ``alarm`` or ``two_exits``."""

    id: str
    site: str
    name: str
    capacity: int
    features: frozenset[str] = frozenset()
    closed: tuple[TimeSpan, ...] = ()

    def __post_init__(self) -> None:
        refuse(self, blank("name", self.name), outside("capacity", self.capacity, 1))
