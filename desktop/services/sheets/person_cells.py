"""What a row about a citizen says, so that reading it again changes nothing."""

from __future__ import annotations

from datetime import date

from desktop.domain.conflicts import Membership
from desktop.domain.levels import newest_assessment
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Citizen
from desktop.domain.time import DateSpan
from desktop.services.sheets.cells import Cells, Value, hours_value, list_value, week_values
from desktop.services.sheets.people import shown_cap
from desktop.services.sheets.row import House, Record


def person_cells(record: Record, house: House) -> Cells:
    citizen = record.main
    assert isinstance(citizen, Citizen)
    unit = house.unit
    groups = {group.id: group.name for group in unit.groups}
    offers = {offer.id: offer.name for offer in unit.offers}
    activities = {activity.id: activity.name for activity in unit.activities}
    # Of somebody who is not here yet, what will hold then.
    day = max(house.today, citizen.enrolled.first)

    def runs(span: DateSpan) -> bool:
        return span.holds(day)

    runs_first = sorted(
        (each for each in record.parts if isinstance(each, Enrolment) and runs(each.span)),
        key=lambda each: each.span.first,
        reverse=True,
    )
    enrolled = {each.activity: each for each in runs_first}
    return {
        "case_number": citizen.case_number,
        "name": citizen.name,
        "enrolled_from": citizen.enrolled.first,
        "enrolled_until": citizen.enrolled.last,
        **_hours(citizen, house),
        **_level(citizen),
        "groups": list_value(
            groups[each.group] for each in record.parts if isinstance(each, Membership) and runs(each.span)
        )
        or None,
        "offers": list_value(
            offers[each.offer] for each in record.parts if isinstance(each, Referral) and runs(each.span)
        )
        or None,
        "activities": list_value(
            f"{activities[key]} {each.min_sessions}-{each.max_sessions}" for key, each in enrolled.items()
        )
        or None,
        **week_values(citizen.availability),
        "note": citizen.note or None,
    }


def _hours(citizen: Citizen, house: House) -> dict[str, Value]:
    cap = shown_cap(citizen.caps, house.today)
    return {
        "weekly_hours": hours_value(cap.weekly_minutes) if cap else None,
        "daily_hours": hours_value(cap.daily_minutes) if cap else None,
        "decided_by": cap.decided_by if cap else None,
        "hours_from": cap.span.first if cap else None,
        "hours_until": cap.span.last if cap else None,
        "review_on": cap.review_on if cap else None,
    }


def _level(citizen: Citizen) -> dict[str, Value]:
    made = newest_assessment(citizen.assessments, date.max)
    return {
        "level": made.level if made else None,
        "assessed_by": made.assessed_by if made else None,
        "assessed_on": made.assessed_on if made else None,
        "valid_until": made.valid_until if made else None,
    }
