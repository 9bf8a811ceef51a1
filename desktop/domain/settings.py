"""The unit's own settings and the dated limits from law, budget and police."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.time import DateSpan, WeeklyBlock


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Days on which the unit is closed beside the public holidays."""

    id: str
    span: DateSpan
    reason: str


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """``id`` is always ``"unit"``: there is one. ``holidays`` is an ISO 3166 country code."""

    id: str
    name: str
    slot_minutes: int
    opening: tuple[WeeklyBlock, ...]
    idle_interview: str | None
    holidays: str = "DK"


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit from outside: dated, editable, with its source.

    Known keys: ``offers_budget_per_year`` (kroner), ``mentor_startup_weeks`` (weeks),
    ``weekly_activation_minutes`` (minutes a citizen a week).
    """

    id: str
    key: str
    value: int
    span: DateSpan
    source: str
