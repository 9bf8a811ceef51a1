"""One change for many people at once: what is to be put and removed, and who stays as they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.conflicts import Membership
from desktop.domain.offers import Enrolment, Referral
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.time import DateSpan, TimeSpan
from desktop.domain.unit import Entity, Unit
from desktop.services.hours_decisions import decided
from desktop.services.ids import NewId


@dataclass(frozen=True, slots=True)
class Bulk:
    """``unchanged`` are those for whom it is so already."""

    put: tuple[Entity, ...] = ()
    remove: tuple[Entity, ...] = ()
    unchanged: tuple[str, ...] = ()


def add_to_group(
    unit: Unit, people: Collection[str], group: str, span: DateSpan, source: str, new_id: NewId
) -> Bulk:
    """Makes them members of a group. Who is one on any of the days stays as they are."""
    there = {each.citizen for each in unit.memberships if each.group == group and each.span.meets(span)}
    made = tuple(
        Membership(new_id("membership"), each, group, span, source) for each in people if each not in there
    )
    return Bulk(put=made, unchanged=tuple(each for each in people if each in there))


def refer(unit: Unit, people: Collection[str], offer: str, span: DateSpan, new_id: NewId) -> Bulk:
    """Refers them to an offer. Who is referred to it on any of the days stays as they are."""
    there = {each.citizen for each in unit.referrals if each.offer == offer and each.span.meets(span)}
    made = tuple(Referral(new_id("referral"), each, offer, span) for each in people if each not in there)
    return Bulk(put=made, unchanged=tuple(each for each in people if each in there))


def enrol(
    unit: Unit,
    people: Collection[str],
    activity: str,
    sessions: tuple[int, int],
    span: DateSpan,
    new_id: NewId,
) -> Bulk:
    """Enrols them in an activity, with so many ``sessions`` a week at least and at most.

    Who is enrolled in it on any of the days stays as they are. Raises ``DomainError``.
    """
    there = {each.citizen for each in unit.enrolments if each.activity == activity and each.span.meets(span)}
    made = tuple(
        Enrolment(new_id("enrolment"), each, activity, *sessions, span)
        for each in people
        if each not in there
    )
    return Bulk(put=made, unchanged=tuple(each for each in people if each in there))


def decide_hours(unit: Unit, people: Collection[str], cap: HoursCap) -> Bulk:
    """Decides their hours. Who has this very decision on record stays as they are."""

    def told(each: HoursCap) -> tuple[object, ...]:
        return each.span, each.weekly_minutes, each.daily_minutes, each.decided_by, each.review_on

    held = [each for each in unit.citizens if each.id in people]
    put = tuple(
        replace(each, caps=decided(each.caps, cap)) for each in held if told(cap) not in map(told, each.caps)
    )
    return _changed(people, put)


def assess(unit: Unit, people: Collection[str], made: LevelAssessment) -> Bulk:
    """Puts an assessment beside those on record. Who has it already stays as they are."""

    def told(each: LevelAssessment) -> tuple[object, ...]:
        return each.level, each.assessed_by, each.assessed_on, each.valid_until

    held = [each for each in unit.citizens if each.id in people]
    put = tuple(
        replace(each, assessments=(*each.assessments, made))
        for each in held
        if told(made) not in map(told, each.assessments)
    )
    return _changed(people, put)


def end_enrolments(unit: Unit, people: Collection[str], activity: str, last: date) -> Bulk:
    """Ends their enrolments in an activity with a last day; one that would only begin after it goes."""
    put: list[Entity] = []
    remove: list[Entity] = []
    changed: set[str] = set()
    for each in unit.enrolments:
        ends = each.span.last is None or each.span.last > last
        if each.activity != activity or each.citizen not in people or not ends:
            continue
        changed.add(each.citizen)
        if each.span.first > last:
            remove.append(each)
        else:
            put.append(replace(each, span=DateSpan(each.span.first, last)))
    return Bulk(tuple(put), tuple(remove), tuple(each for each in people if each not in changed))


def absent(people: Collection[str], kind: AbsenceKind, span: TimeSpan, note: str, new_id: NewId) -> Bulk:
    """None of them can come for a while."""
    return Bulk(put=tuple(Absence(new_id("absence"), each, kind, span, note) for each in people))


def avoid_site(unit: Unit, people: Collection[str], site: str) -> Bulk:
    """Plans none of them on a site any more. Who avoids it already stays as they are."""
    held = {each.id: each for each in unit.citizens if each.id in people}
    put = tuple(
        replace(each, avoid_sites=(*each.avoid_sites, site))
        for each in held.values()
        if site not in each.avoid_sites
    )
    return _changed(people, put)


def _changed(people: Collection[str], put: tuple[Citizen, ...]) -> Bulk:
    changed = {each.id for each in put}
    return Bulk(put=put, unchanged=tuple(each for each in people if each not in changed))
