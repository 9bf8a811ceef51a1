"""What may not be kept any longer: the rules in force, what is due by them, and changing a rule.

Nothing is erased here and nothing by itself: what is due is proposed, somebody confirms it, ``erasure``
does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import Membership, Separation
from desktop.domain.levels import newest_assessment
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.offers import Enrolment, Placement, Referral
from desktop.domain.people import Absence, Citizen, LevelAssessment
from desktop.domain.plans import PlanVersion, VersionState
from desktop.domain.retention import PERSONS, DataKind, RetentionRule, months_after, rule_on
from desktop.domain.staffing import StaffMember
from desktop.domain.telling import Told
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Entity
from desktop.services.change import Change, Edit
from desktop.services.ids import NewId
from desktop.services.ports import Store, UnitOfWork

GDPR = "databeskyttelsesforordningen, art. 5, stk. 1, litra e (opbevaringsbegrænsning)"
PROPOSED: dict[DataKind, tuple[int, str]] = {
    DataKind.CITIZENS: (60, f"Forslag: {GDPR}; arkivlovens regler om bevaring og kassation går forud"),
    DataKind.STAFF: (60, f"Forslag: {GDPR}; så længe som de ugeplaner, der nævner medarbejderen"),
    DataKind.ABSENCES: (24, f"Forslag: {GDPR}"),
    DataKind.MEMBERSHIPS: (24, f"Forslag: {GDPR}"),
    DataKind.SEPARATIONS: (24, f"Forslag: {GDPR}; aftales med politiet"),
    DataKind.ASSESSMENTS: (24, f"Forslag: {GDPR}; aftales med politiet"),
    DataKind.OFFERS: (60, f"Forslag: {GDPR}"),
    DataKind.DRAFTS: (3, f"Forslag: {GDPR}"),
    DataKind.PLANS: (60, f"Forslag: {GDPR}; arkivlovens regler om bevaring og kassation går forud"),
    DataKind.AUDIT: (24, f"Forslag: {GDPR}; databeskyttelsesforordningen, art. 32 (sikkerhed)"),
}
"""Months and source by kind where the unit has decided nothing: a proposal and no legal advice.

To be confirmed by the unit's data protection officer and its archive.
"""


@dataclass(frozen=True, slots=True)
class InForce:
    """The rule of a kind on a day, and since when; ``since`` None: nobody has decided it yet."""

    kind: DataKind
    months: int
    source: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Something that may go. ``counted`` is the day from which the months run, None where nothing tells of
    one, ``since`` when they were over.

    ``part`` is the part of the entity that is meant where it is not all of it. ``planned``: somebody whom a
    plan of this week or a later one still names; they can't be erased before that is over.
    """

    kind: DataKind
    entity: Entity
    counted: date | None
    since: date
    part: LevelAssessment | None = None
    planned: bool = False


def rules_in_force(work: UnitOfWork, today: date) -> tuple[InForce, ...]:
    """One a kind, in the order of the kinds."""
    decided = work.all(RetentionRule)
    found = []
    for kind in DataKind:
        rule = rule_on(decided, kind, today)
        months, source = PROPOSED[kind]
        found.append(
            InForce(kind, months, source)
            if rule is None
            else InForce(kind, rule.months, rule.source, rule.span.first)
        )
    return tuple(found)


def set_rule(store: Store, kind: DataKind, months: int, source: str, today: date, new_id: NewId) -> Change:
    """Decides a rule from today on; the one before ends yesterday and stays on record.

    Raises ``DomainError`` where months or source make no rule.
    """
    made = RetentionRule(new_id("rule"), kind, months, DateSpan(today), source.strip())
    edits = []
    with store.begin() as work:
        for rule in work.all(RetentionRule):
            if rule.kind is not kind or not rule.span.meets(made.span):
                continue
            if rule.span.first >= today:
                work.remove(RetentionRule, rule.id)
                edits.append(Edit(rule, None))
                continue
            ended = RetentionRule(
                rule.id, kind, rule.months, DateSpan(rule.span.first, today - timedelta(days=1)), rule.source
            )
            work.put(ended)
            edits.append(Edit(rule, ended))
        work.put(made)
        work.commit()
    return Change("retention_rule_set", (*edits, Edit(None, made)))


def due(work: UnitOfWork, today: date) -> tuple[Due, ...]:
    """Everything that is due on a day, by kind, the longest overdue first.

    Somebody who is due with all that is theirs stands there once, and not again with each part. What the
    audit holds is not listed here: it is no entity.
    """
    if work.is_empty():
        return ()
    months = {rule.kind: rule.months for rule in rules_in_force(work, today)}
    found = [each for each in _candidates(work, today, months) if each.since <= today]
    whole = {each.entity.id for each in found if each.kind in PERSONS}
    kept = [each for each in found if each.kind in PERSONS or _owner(each.entity) not in whole]
    order = list(DataKind)
    return tuple(sorted(kept, key=lambda each: (order.index(each.kind), each.since, each.entity.id)))


def still_planned(work: UnitOfWork, person: str, today: date) -> bool:
    """Whether a plan of this week or a later one names a citizen or somebody of the staff, who is then not to
    be erased yet."""
    return person in _planned(work, today)


def _planned(work: UnitOfWork, today: date) -> frozenset[str]:
    this_week = IsoWeek.containing(today)
    return frozenset(
        person
        for version in work.all(PlanVersion)
        if version.week >= this_week
        for session in version.sessions
        for person in (*session.citizens, *session.staff)
    )


def _last_days(work: UnitOfWork) -> dict[str, date]:
    """The last day that tells of each of the staff at work: of a week's plan, its locks, its approvals, what
    was told of it, or of an absence."""
    days: dict[str, date] = {}

    def tell(person: str, day: date) -> None:
        days[person] = max(day, days.get(person, day))

    weeks = (
        *((each.week, each.sessions) for each in work.all(PlanVersion)),
        *((each.week, each.sessions) for each in work.all(Lock)),
        *((each.week, (each.session,)) for each in work.all(Approval)),
    )
    for week, sessions in weeks:
        for session in sessions:
            for member in session.staff:
                tell(member, week.sunday)
    for lock in work.all(Lock):
        if lock.kind is LockKind.PERSON:
            tell(lock.subject, lock.week.sunday)
    for told in work.all(Told):
        tell(told.person, told.week.sunday)
    for absence in work.all(Absence):
        tell(absence.person, absence.span.end.date())
    return days


def _candidates(work: UnitOfWork, today: date, months: dict[DataKind, int]) -> Iterator[Due]:
    def item(kind: DataKind, entity: Entity, counted: date, part: LevelAssessment | None = None) -> Due:
        return Due(kind, entity, counted, months_after(counted, months[kind]), part)

    planned = _planned(work, today)
    for citizen in work.all(Citizen):
        if citizen.enrolled.last is not None:
            last = citizen.enrolled.last
            since = months_after(last, months[DataKind.CITIZENS])
            yield Due(DataKind.CITIZENS, citizen, last, since, planned=citizen.id in planned)
        # What the effective level is made of stays: without it a lower one of the same day would count.
        latest = newest_assessment(citizen.assessments, today)
        for assessment in citizen.assessments:
            if assessment is not latest and assessment.valid_until < today:
                yield item(DataKind.ASSESSMENTS, citizen, assessment.valid_until, assessment)
    last_days = _last_days(work)
    for member in work.all(StaffMember):
        if member.at_work:
            continue
        told = last_days.get(member.id)
        since = today if told is None else months_after(told, months[DataKind.STAFF])
        yield Due(DataKind.STAFF, member, told, since, planned=member.id in planned)
    for absence in work.all(Absence):
        yield item(DataKind.ABSENCES, absence, absence.span.end.date())
    for noted in work.all(Attendance):
        yield item(DataKind.ABSENCES, noted, noted.start.date())
    dated: tuple[
        tuple[DataKind, tuple[Membership | Separation | Referral | Enrolment | Placement, ...]], ...
    ] = (
        (DataKind.MEMBERSHIPS, work.all(Membership)),
        (DataKind.SEPARATIONS, work.all(Separation)),
        (DataKind.OFFERS, (*work.all(Referral), *work.all(Enrolment), *work.all(Placement))),
    )
    for kind, entities in dated:
        for entity in entities:
            if entity.span.last is not None:
                yield item(kind, entity, entity.span.last)
    published = set()
    for version in work.all(PlanVersion):
        if version.state is VersionState.PUBLISHED:
            published.add(version.week)
        kind = DataKind.PLANS if version.state is VersionState.PUBLISHED else DataKind.DRAFTS
        yield item(kind, version, version.week.sunday)
    # What was held fast, approved and told explains the plan that came of it, and stays as long.
    beside: tuple[Lock | Approval | Told, ...] = (*work.all(Lock), *work.all(Approval), *work.all(Told))
    for held in beside:
        kind = DataKind.PLANS if held.week in published else DataKind.DRAFTS
        yield item(kind, held, held.week.sunday)


def _owner(entity: Entity) -> str:
    if isinstance(entity, Membership | Referral | Enrolment | Placement | Attendance):
        return entity.citizen
    if isinstance(entity, Absence | Told):
        return entity.person
    return entity.id if isinstance(entity, Citizen | StaffMember) else ""
