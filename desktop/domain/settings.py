"""The unit's own settings and the dated limits from law, budget and police."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.calendar import is_known_country
from desktop.domain.errors import blank, fault_if, outside, refuse
from desktop.domain.time import DateSpan, IsoWeek, WeeklyBlock

SLOT_LENGTHS = (15, 30, 60)


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Days on which the unit is closed beside the public holidays."""

    id: str
    span: DateSpan
    reason: str

    def __post_init__(self) -> None:
        refuse(self, blank("reason", self.reason))


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """``id`` is always ``"unit"``: there is one. ``holidays`` is an ISO 3166 country code."""

    id: str
    name: str
    slot_minutes: int
    opening: tuple[WeeklyBlock, ...]
    idle_interview: str | None
    holidays: str = "DK"

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("name", self.name),
            fault_if(self.slot_minutes not in SLOT_LENGTHS, "slot_minutes", "not_a_slot"),
            fault_if(not is_known_country(self.holidays), "holidays", "unknown_country"),
        )


class LimitKey(StrEnum):
    """The limits that this version acts on, and their units."""

    OFFERS_BUDGET_PER_YEAR = "offers_budget_per_year"
    """Whole kroner a calendar year."""
    MENTOR_STARTUP_WEEKS = "mentor_startup_weeks"
    """Weeks of clarifying start of a mentor-based company offer."""
    WEEKLY_ACTIVATION_MINUTES = "weekly_activation_minutes"
    """Minutes of activation a citizen a week."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit from outside: dated, editable, with its source.

    ``key`` is one of ``LimitKey``, or another that later versions know.
    """

    id: str
    key: str
    value: int
    span: DateSpan
    source: str

    def __post_init__(self) -> None:
        refuse(
            self,
            blank("key", self.key),
            outside("value", self.value, 0),
            blank("source", self.source),
        )


def limit_in(limits: Iterable[Limit], key: LimitKey, week: IsoWeek) -> int | None:
    """The lowest value of a limit that holds on any day of the week; None where none is on record."""
    return min(
        (limit.value for limit in limits if limit.key == key and limit.span.overlaps(week)), default=None
    )
