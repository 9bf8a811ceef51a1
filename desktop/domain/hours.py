"""How many hours a week a citizen can carry, and on which days that is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.people import Citizen
from desktop.domain.settings import Limit, LimitKey, limit_in
from desktop.domain.time import IsoWeek


@dataclass(frozen=True, slots=True)
class WeekCap:
    """The cap to plan a week by. ``days`` are the enrolled days on which sessions may be planned.

    ``known`` is False where no cap is on record: then no counted hour may be planned. That is never the
    same as having no limit.
    """

    weekly_minutes: int
    daily_minutes: int
    days: tuple[date, ...]
    known: bool


def cap_in(citizen: Citizen, week: IsoWeek, limits: Iterable[Limit]) -> WeekCap:
    """The lowest of the caps that hold in the week, and of the law's limit.

    A day for which no cap is on record gets no sessions where other days of the week have one. Where none
    has, all enrolled days stay open, but only for what does not count as hours, such as the interview.
    """
    enrolled = citizen.enrolled_days(week)
    held = [(cap, days) for cap in citizen.caps if (days := tuple(filter(cap.span.holds, enrolled)))]
    if not held:
        return WeekCap(0, 0, enrolled, known=False)
    weekly = min(cap.weekly_minutes for cap, _ in held)
    by_law = limit_in(limits, LimitKey.WEEKLY_ACTIVATION_MINUTES, week)
    return WeekCap(
        weekly_minutes=weekly if by_law is None else min(weekly, by_law),
        daily_minutes=min(cap.daily_minutes for cap, _ in held),
        days=held[0][1] if len(held) == 1 else tuple(sorted({day for _, days in held for day in days})),
        known=True,
    )
