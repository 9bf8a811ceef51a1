"""Sites, the way between them, and their rooms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.time import TimeSpan, WeeklyBlock


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


@dataclass(frozen=True, slots=True)
class Travel:
    """Minutes between two sites, both ways."""

    id: str
    site_a: str
    site_b: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Room:
    """``features`` are words that levels and activities ask for, such as ``alarm`` or ``two_exits``."""

    id: str
    site: str
    name: str
    capacity: int
    features: frozenset[str] = frozenset()
    closed: tuple[TimeSpan, ...] = ()
