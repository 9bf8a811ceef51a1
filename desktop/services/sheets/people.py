"""Rows about citizens: master data, hours, level, groups, offers, activities, when they can come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.conflicts import Membership
from desktop.domain.levels import newest_assessment
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.time import DAY_MINUTES, WEEK_MINUTES, DateSpan
from desktop.domain.unit import Entity
from desktop.services.hours_decisions import decided
from desktop.services.sheets.row import House, N, Record, Row, called
from desktop.services.sheets.values import folded, parts_of, sessions_of

HOURS = ("weekly_hours", "daily_hours", "decided_by", "review_on", "hours_from", "hours_until")
LEVEL = ("level", "assessed_by", "assessed_on", "valid_until")


def read_person(row: Row, house: House) -> tuple[Record | None, Record | None]:
    """The citizen before and after the row; None before for a new one, None after where anything is wrong."""
    case, name = row.text("case_number"), row.text("name")
    row.subject = name or case or ""
    row.missing(case_number=case)
    old = house.cases.get(folded(case)) if case else None
    row.identity = folded(case) if case else None
    first = row.day("enrolled_from") or (old.enrolled.first if old else None)
    last = row.day("enrolled_until") or (old.enrolled.last if old else None)
    name = name or (old.name if old else None)
    row.missing(name=name, enrolled_from=first)
    enrolled = row.span(first, last, "enrolled_until")
    # What is new of somebody who is here already holds from today, of somebody new from their first day.
    since = max(house.today, old.enrolled.first) if old else first or house.today
    row.subject = name or row.subject
    caps = _caps(row, old.caps if old else (), since)
    assessments = _assessments(row, old.assessments if old else (), house)
    availability = row.week(old.availability if old else ())
    note = row.long_text("note")
    citizen = old.id if old else house.new_id("citizen")
    parts: tuple[Entity, ...] = (
        *_memberships(row, house, citizen, since),
        *_referrals(row, house, citizen, since),
        *_enrolments(row, house, citizen, since),
    )
    before = None if old is None else house.record(old)
    if row.faults or case is None or name is None or enrolled is None:
        return before, None
    base = old or Citizen(citizen, name, case, enrolled)
    after = replace(
        base,
        name=name,
        enrolled=enrolled,
        caps=caps,
        assessments=assessments,
        availability=availability,
        note=base.note if note is None else note,
    )
    return before, Record(after, parts)


def shown_cap(caps: Iterable[HoursCap], day: date) -> HoursCap | None:
    """The hours that hold on a day; otherwise those that hold next, and otherwise the last that held."""
    listed = sorted(caps, key=lambda cap: cap.span.first)
    held = [cap for cap in listed if cap.span.holds(day)]
    ahead = [cap for cap in listed if cap.span.first > day]
    if held:
        return held[-1]
    return ahead[0] if ahead else max(listed, key=lambda cap: cap.span.last or date.max, default=None)


def _caps(row: Row, caps: tuple[HoursCap, ...], since: date) -> tuple[HoursCap, ...]:
    weekly = row.minutes("weekly_hours", WEEK_MINUTES)
    daily = row.minutes("daily_hours", DAY_MINUTES)
    by, review = row.text("decided_by"), row.day("review_on")
    start, last = row.day("hours_from"), row.day("hours_until")
    if not row.has(*HOURS):
        return caps
    if start is None:
        coming = shown_cap(caps, since)
        start = coming.span.first if coming is not None and coming.span.first > since else since
    exact = next((cap for cap in caps if cap.span.first == start), None)
    base = exact or max(
        (cap for cap in caps if cap.span.holds(start)), key=lambda cap: cap.span.first, default=None
    )
    if base is not None:
        told = [weekly, daily, by, review, last]
        held = [base.weekly_minutes, base.daily_minutes, base.decided_by, base.review_on, base.span.last]
        if all(new is None or new == old for new, old in zip(told, held, strict=True)):
            return caps
        hours = (
            base.weekly_minutes if weekly is None else weekly,
            base.daily_minutes if daily is None else daily,
        )
        if by is None and hours != (base.weekly_minutes, base.daily_minutes):
            # Other hours are another decision: whoever decided the ones before has not decided these.
            row.missing(decided_by=by)
        weekly, daily = hours
        by, review, last = by or base.decided_by, review or base.review_on, last or base.span.last
    if row.missing(weekly_hours=weekly, daily_hours=daily, decided_by=by):
        return caps
    span = row.span(start, last, "hours_until")
    if span is None or weekly is None or daily is None or by is None:
        return caps
    note = exact.note if exact else ""
    new = row.made(lambda: HoursCap(span, weekly, daily, by, review, note), {"decided_by": "decided_by"})
    if new is None:
        return caps
    return decided(caps, new)


def _assessments(row: Row, made: tuple[LevelAssessment, ...], house: House) -> tuple[LevelAssessment, ...]:
    level, by = row.whole("level", 1), row.text("assessed_by")
    on, until = row.day("assessed_on"), row.day("valid_until")
    if not row.has(*LEVEL):
        return made
    told = (level, by, on, until)
    for known in made:
        held = (known.level, known.assessed_by, known.assessed_on, known.valid_until)
        whole = known is newest_assessment(made, date.max) or None not in told
        if whole and all(new is None or new == old for new, old in zip(told, held, strict=True)):
            return made
    if level is not None and level not in house.levels:
        row.wrong("level", "unknown_level")
    if on is not None and on > house.today:
        row.wrong("assessed_on", "in_future")
    row.missing(level=level, assessed_by=by, assessed_on=on, valid_until=until)
    if level is None or by is None or on is None or until is None:
        return made
    new = row.made(lambda: LevelAssessment(level, by, on, until), {"valid_until": "valid_until"})
    if new is None:
        return made
    # The same assessment told otherwise is a correction of it.
    others = tuple(known for known in made if (known.assessed_on, known.assessed_by) != (on, by))
    return (*others, new)


def _memberships(row: Row, house: House, citizen: str, since: date) -> tuple[Membership, ...]:
    held = house.memberships.get(citizen, ())
    found = list(held)
    for group in _listed(row, "groups", house.unit.groups, "unknown_group"):
        span = _open_span([each.span for each in held if each.group == group.id], since)
        if span is not None:
            found.append(Membership(house.new_id("membership"), citizen, group.id, span))
    return tuple(found)


def _referrals(row: Row, house: House, citizen: str, since: date) -> tuple[Referral, ...]:
    held = house.referrals.get(citizen, ())
    found = list(held)
    for offer in _listed(row, "offers", house.unit.offers, "unknown_offer"):
        span = _open_span([each.span for each in held if each.offer == offer.id], since)
        if span is not None:
            found.append(Referral(house.new_id("referral"), citizen, offer.id, span))
    return tuple(found)


def _enrolments(row: Row, house: House, citizen: str, since: date) -> tuple[Enrolment, ...]:
    held = house.enrolments.get(citizen, ())
    found = list(held)
    seen: set[str] = set()

    def known(entry: str) -> bool:
        told = sessions_of(entry)
        return told is not None and bool(called(house.unit.activities, told[0]))

    for entry in parts_of(row.long_text("activities") or "", known):
        told = sessions_of(entry)
        activities = called(house.unit.activities, told[0]) if told else []
        if told is None:
            row.wrong("activities", "needs_sessions", entry)
        elif len(activities) != 1:
            row.wrong("activities", "ambiguous" if activities else "unknown_activity", told[0])
        elif activities[0].id in seen:
            row.wrong("activities", "twice", told[0])
        else:
            seen.add(activities[0].id)
            found = _enrolled(row, house, found, citizen, activities[0].id, (told[1], told[2]), since)
    return tuple(found)


def _enrolled(
    row: Row,
    house: House,
    held: list[Enrolment],
    citizen: str,
    activity: str,
    sessions: tuple[int, int],
    since: date,
) -> list[Enrolment]:
    """The enrolments with one of an activity: the one that runs, or a new one."""
    least, most = sessions
    same = [each for each in held if each.activity == activity]
    running = [each for each in same if each.span.holds(since)]
    old = min(running, key=lambda each: each.span.first, default=None)

    def make() -> Enrolment:
        if old is not None:
            return replace(old, min_sessions=least, max_sessions=most)
        span = _open_span([each.span for each in same], since) or DateSpan(since)
        return Enrolment(house.new_id("enrolment"), citizen, activity, least, most, span)

    new = row.made(make, dict.fromkeys(("min_sessions", "max_sessions"), "activities"))
    if new is None:
        return held
    return [new if each is old else each for each in held] + ([new] if old is None else [])


def _listed(row: Row, column: str, named: Sequence[N], unknown: str) -> list[N]:
    """Those that a cell lists; a name may hold a comma, a list by commas is taken apart where it doesn't."""
    found: list[N] = []
    for entry in parts_of(row.long_text(column) or "", lambda text: bool(called(named, text))):
        whole = called(named, entry)
        names = [entry] if whole else [name for name in re.split(r",| og | and ", entry) if name.strip()]
        for name in names:
            known = called(named, name)
            if len(known) == 1:
                found.append(known[0])
            else:
                row.wrong(column, "ambiguous" if known else unknown, " ".join(name.split()))
    return list({each.id: each for each in found}.values())


def _open_span(spans: Sequence[DateSpan], since: date) -> DateSpan | None:
    """From a day on, as far as nothing holds yet; None where something holds on the day."""
    if any(span.holds(since) for span in spans):
        return None
    ahead = min((span.first for span in spans if span.first > since), default=None)
    return DateSpan(since, ahead - timedelta(days=1) if ahead else None)
