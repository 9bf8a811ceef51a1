"""What is known of everybody at a glance, whether they are planned in the week or not. Data, no words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.conflicts import groups_in
from desktop.domain.hours import cap_in
from desktop.domain.levels import EffectiveLevel, known_levels, level_in, newest_assessment
from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Unit
from desktop.services.people_weeks import PersonWeek
from desktop.services.rivalries import SOON_DAYS


class Standing(StrEnum):
    """Whether the unit activates somebody on a day."""

    CURRENT = "current"
    COMING = "coming"
    ENDED = "ended"


class Due(StrEnum):
    """How near a day is on which something runs out or is to be looked at."""

    OVER = "over"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class PersonOverview:
    """One person as a list shows them.

    ``assessment`` is the newest one made by today, None where there is none on record. ``cap_minutes`` are
    those of the week, None where none are on record; ``next_review`` the first review of a cap that has not
    ended. ``groups``, ``offers`` and ``activities`` are those of the week by id. ``week`` is None where
    somebody is not planned in it.
    """

    citizen: Citizen
    standing: Standing
    level: EffectiveLevel
    assessment: LevelAssessment | None
    groups: tuple[str, ...]
    cap_minutes: int | None
    next_review: date | None
    offers: tuple[str, ...]
    activities: tuple[str, ...]
    week: PersonWeek | None

    @property
    def minutes_below_cap(self) -> int | None:
        """Minutes that are missing up to the cap; None where there is no cap on record or no plan."""
        if self.week is None or self.week.unmet is None or self.cap_minutes is None:
            return None
        return max(0, self.cap_minutes - self.week.counted_minutes)


def people_overview(
    unit: Unit, week: IsoWeek, today: date, weeks: Iterable[PersonWeek] = ()
) -> tuple[PersonOverview, ...]:
    """Everybody of the unit, in its order. ``weeks`` are what the plan of the week gives them."""
    planned = {each.citizen: each for each in weeks}
    known = known_levels(unit.levels, unit.citizens, week)
    groups = groups_in(unit.memberships, week)
    offers = _in_week(((each.citizen, each.offer, each.span) for each in unit.referrals), week)
    activities = _in_week(((each.citizen, each.activity, each.span) for each in unit.enrolments), week)
    found = []
    for person in unit.citizens:
        newest = newest_assessment(person.assessments, today)
        cap = cap_in(person, week, unit.limits)
        found.append(
            PersonOverview(
                citizen=person,
                standing=standing(person.enrolled, today),
                level=level_in(person, week, known),
                assessment=newest,
                groups=groups.get(person.id, ()),
                cap_minutes=cap.weekly_minutes if cap.known else None,
                next_review=next_review(person.caps, today),
                offers=offers.get(person.id, ()),
                activities=activities.get(person.id, ()),
                week=planned.get(person.id),
            )
        )
    return tuple(found)


def next_review(caps: Iterable[HoursCap], day: date) -> date | None:
    """The first day on which a cap that has not ended is to be looked at again; it may have passed."""
    held = (each for each in caps if each.span.last is None or each.span.last >= day)
    return min((each.review_on for each in held if each.review_on is not None), default=None)


def standing(span: DateSpan, day: date) -> Standing:
    """Whether a span holds on a day, lies ahead of it or behind."""
    if span.holds(day):
        return Standing.CURRENT
    return Standing.COMING if span.first > day else Standing.ENDED


def due(day: date, today: date) -> Due:
    """How near a day is; on the day itself it is not over yet."""
    if day < today:
        return Due.OVER
    return Due.SOON if (day - today).days <= SOON_DAYS else Due.LATER


def _in_week(rows: Iterable[tuple[str, str, DateSpan]], week: IsoWeek) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for citizen, subject, span in rows:
        if span.overlaps(week):
            found.setdefault(citizen, set()).add(subject)
    return {citizen: tuple(sorted(subjects)) for citizen, subjects in found.items()}
