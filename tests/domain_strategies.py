"""Hypothesis strategies for everything that the domain knows: valid by itself, and whole units.

``units()`` makes units whose references all lead somewhere. It does not promise that a unit makes sense as
a whole: levels may be laxer above than below, and nobody need be at work.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from string import ascii_letters, digits

from hypothesis import strategies as st

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
from desktop.domain.errors import LARGEST
from desktop.domain.levels import ThreatLevel
from desktop.domain.locks import Approval, Lock, LockKind
from desktop.domain.offers import (
    Activity,
    ActivityKind,
    Enrolment,
    Offer,
    OfferKind,
    Placement,
    PlacementKind,
    Referral,
)
from desktop.domain.people import Absence, AbsenceKind, Citizen, HoursCap, LevelAssessment
from desktop.domain.places import Room, Site, SiteKind, Travel
from desktop.domain.plans import GoalValue, PlannedSession, PlanVersion, UnmetDuty, VersionState
from desktop.domain.retention import MOST_MONTHS, DataKind, RetentionRule
from desktop.domain.settings import SLOT_LENGTHS, ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.telling import Told
from desktop.domain.time import DAY_MINUTES, DateSpan, IsoWeek, TimeSpan, WeeklyBlock, weeks_in_year
from desktop.domain.unit import Entity, Unit

ids = st.text(ascii_letters + digits + "_.-", min_size=1, max_size=64)
# No NUL: not every database keeps one in a text.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
names = texts.filter(lambda text: bool(text.strip()))
counts = st.integers(0, LARGEST)
at_least_one = st.integers(1, LARGEST)
features = st.frozensets(names, max_size=3)
moments = st.datetimes()
numbers = st.floats(allow_nan=False)


@st.composite
def date_spans(draw: st.DrawFn) -> DateSpan:
    first = draw(st.dates())
    return DateSpan(first, draw(st.none() | st.dates(min_value=first)))


@st.composite
def time_spans(draw: st.DrawFn) -> TimeSpan:
    start = draw(st.datetimes(max_value=datetime.combine(date.max, time())))
    return TimeSpan(start, draw(st.datetimes(min_value=start + timedelta(microseconds=1))))


@st.composite
def iso_weeks(draw: st.DrawFn) -> IsoWeek:
    year = draw(st.integers(1900, 2999))
    return IsoWeek(year, draw(st.integers(1, weeks_in_year(year))))


@st.composite
def patterns(draw: st.DrawFn, least: int = 0) -> tuple[WeeklyBlock, ...]:
    """Weekly blocks, none overlapping, in any order."""
    hours = draw(
        st.lists(st.tuples(st.integers(0, 6), st.integers(0, 23)), min_size=least, max_size=6, unique=True)
    )
    blocks = []
    for weekday, hour in hours:
        start = draw(st.integers(0, 59))
        end = draw(st.integers(start + 1, 60))
        blocks.append(WeeklyBlock(weekday, hour * 60 + start, hour * 60 + end))
    return tuple(blocks)


def some(values: tuple[str, ...], most: int = 4, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the values, none twice, in any order."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


def maybe(values: tuple[str, ...]) -> st.SearchStrategy[str | None]:
    """One of the values, or None."""
    return st.none() | st.sampled_from(values) if values else st.none()


def settings(activities: tuple[str, ...]) -> st.SearchStrategy[UnitSettings]:
    return st.builds(
        UnitSettings,
        id=st.just("unit"),
        name=names,
        slot_minutes=st.sampled_from(SLOT_LENGTHS),
        opening=patterns(),
        idle_interview=maybe(activities),
        holidays=st.sampled_from(["DK", "SE", "DE"]),
    )


def limits(entity_id: str) -> st.SearchStrategy[Limit]:
    return st.builds(Limit, id=st.just(entity_id), key=names, value=counts, span=date_spans(), source=names)


def closed_days(entity_id: str) -> st.SearchStrategy[ClosedDays]:
    return st.builds(ClosedDays, id=st.just(entity_id), span=date_spans(), reason=names)


def levels(entity_id: str) -> st.SearchStrategy[ThreatLevel]:
    return st.builds(
        ThreatLevel,
        id=st.just(entity_id),
        level=at_least_one,
        name=names,
        max_group=at_least_one,
        staff=at_least_one,
        guards=counts,
        room_features=features,
        alone_on_site=st.booleans(),
        needs_approval=st.booleans(),
        span=date_spans(),
        source=names,
        never_automatic=st.booleans(),
    )


def sites(entity_id: str) -> st.SearchStrategy[Site]:
    return st.builds(
        Site,
        id=st.just(entity_id),
        name=names,
        kind=st.sampled_from(SiteKind),
        address=texts,
        opening=st.none() | patterns(),
    )


def travels(entity_id: str, ends: tuple[str, ...]) -> st.SearchStrategy[Travel]:
    """``ends``: at least two sites."""
    pair = st.permutations(ends).map(lambda order: order[:2])
    return st.tuples(pair, st.integers(0, 1440)).map(
        lambda drawn: Travel(entity_id, drawn[0][0], drawn[0][1], drawn[1])
    )


def rooms(entity_id: str, at: tuple[str, ...]) -> st.SearchStrategy[Room]:
    return st.builds(
        Room,
        id=st.just(entity_id),
        site=st.sampled_from(at),
        name=names,
        capacity=at_least_one,
        features=features,
        closed=st.lists(time_spans(), max_size=3).map(tuple),
    )


def suppliers(entity_id: str) -> st.SearchStrategy[Supplier]:
    return st.builds(Supplier, id=st.just(entity_id), name=names, contact=texts)


def staff(entity_id: str, of: tuple[str, ...]) -> st.SearchStrategy[StaffMember]:
    return st.builds(
        StaffMember,
        id=st.just(entity_id),
        name=names,
        supplier=maybe(of),
        skills=features,
        availability=patterns(),
        max_weekly_minutes=st.integers(0, 7 * 1440),
    )


@st.composite
def offers(draw: st.DrawFn, entity_id: str, of: tuple[str, ...]) -> Offer:
    kind = draw(st.sampled_from(OfferKind))
    weeks = draw(st.integers(1, 4)) if kind is OfferKind.MENTOR_COMPANY else None
    return Offer(entity_id, draw(names), kind, draw(maybe(of)), draw(date_spans()), weeks)


@st.composite
def activities(draw: st.DrawFn, entity_id: str, of: tuple[str, ...], at: tuple[str, ...]) -> Activity:
    least = draw(st.integers(1, 20))
    return Activity(
        id=entity_id,
        name=draw(names),
        kind=draw(st.sampled_from(ActivityKind)),
        offer=draw(maybe(of)),
        counts=draw(st.booleans()),
        lengths=tuple(draw(st.lists(st.integers(1, DAY_MINUTES), min_size=1, max_size=4, unique=True))),
        min_group=least,
        max_group=draw(st.integers(least, 40)),
        staff=draw(st.integers(1, 9)),
        skill=draw(names),
        room_features=draw(features),
        rooms=draw(st.none() | some(at, least=1)) if at else None,
        max_per_day=draw(at_least_one),
        cost_per_session=draw(counts),
        cost_per_citizen=draw(counts),
    )


def groups(entity_id: str) -> st.SearchStrategy[ConflictGroup]:
    return st.builds(ConflictGroup, id=st.just(entity_id), name=names, note=texts)


def caps() -> st.SearchStrategy[HoursCap]:
    return st.builds(
        HoursCap,
        span=date_spans(),
        weekly_minutes=st.integers(0, 7 * 1440),
        daily_minutes=st.integers(0, 1440),
        decided_by=names,
        review_on=st.none() | st.dates(),
        note=texts,
    )


@st.composite
def assessments(draw: st.DrawFn) -> LevelAssessment:
    made = draw(st.dates())
    return LevelAssessment(
        level=draw(at_least_one),
        assessed_by=draw(names),
        assessed_on=made,
        valid_until=draw(st.dates(min_value=made)),
        note=draw(texts),
    )


def citizens(
    entity_id: str, avoidable: tuple[str, ...] = (), at: tuple[str, ...] = ()
) -> st.SearchStrategy[Citizen]:
    """``avoidable``: staff; ``at``: sites."""
    return st.builds(
        Citizen,
        id=st.just(entity_id),
        name=names,
        case_number=names,
        enrolled=date_spans(),
        caps=st.lists(caps(), max_size=3).map(tuple),
        assessments=st.lists(assessments(), max_size=3).map(tuple),
        availability=patterns(),
        avoid_staff=some(avoidable),
        avoid_sites=some(at),
        note=texts,
    )


def memberships(entity_id: str, of: tuple[str, ...], among: tuple[str, ...]) -> st.SearchStrategy[Membership]:
    return st.builds(
        Membership,
        id=st.just(entity_id),
        citizen=st.sampled_from(of),
        group=st.sampled_from(among),
        span=date_spans(),
        source=texts,
        end_reviewed=st.none() | st.dates(),
    )


@st.composite
def separations(draw: st.DrawFn, entity_id: str, between: tuple[str, ...]) -> Separation:
    """``between``: citizens and groups. Both sides may be the same one."""
    scope = draw(st.sampled_from(Scope))
    return Separation(
        id=entity_id,
        side_a=draw(st.sampled_from(between)),
        side_b=draw(st.sampled_from(between)),
        scope=scope,
        gap_minutes=draw(counts) if scope is Scope.SITE else 0,
        reason=draw(names),
        span=draw(date_spans()),
        source=draw(names),
        end_reviewed=draw(st.none() | st.dates()),
    )


def referrals(entity_id: str, of: tuple[str, ...], to: tuple[str, ...]) -> st.SearchStrategy[Referral]:
    return st.builds(
        Referral,
        id=st.just(entity_id),
        citizen=st.sampled_from(of),
        offer=st.sampled_from(to),
        span=date_spans(),
    )


@st.composite
def enrolments(draw: st.DrawFn, entity_id: str, of: tuple[str, ...], to: tuple[str, ...]) -> Enrolment:
    most = draw(st.integers(1, 40))
    return Enrolment(
        id=entity_id,
        citizen=draw(st.sampled_from(of)),
        activity=draw(st.sampled_from(to)),
        min_sessions=draw(st.integers(0, most)),
        max_sessions=most,
        span=draw(date_spans()),
    )


def placements(
    entity_id: str, of: tuple[str, ...], at: tuple[str, ...], by: tuple[str, ...]
) -> st.SearchStrategy[Placement]:
    """``of``: citizens; ``at``: sites; ``by``: offers."""
    return st.builds(
        Placement,
        id=st.just(entity_id),
        citizen=st.sampled_from(of),
        kind=st.sampled_from(PlacementKind),
        employer=names,
        site=maybe(at),
        blocks=patterns(least=1),
        span=date_spans(),
        offer=maybe(by),
    )


def absences(entity_id: str, of: tuple[str, ...]) -> st.SearchStrategy[Absence]:
    """``of``: citizens and staff."""
    return st.builds(
        Absence,
        id=st.just(entity_id),
        person=st.sampled_from(of),
        kind=st.sampled_from(AbsenceKind),
        span=time_spans(),
        note=texts,
    )


def rules(entity_id: str) -> st.SearchStrategy[RetentionRule]:
    return st.builds(
        RetentionRule,
        id=st.just(entity_id),
        kind=st.sampled_from(DataKind),
        months=st.integers(0, MOST_MONTHS),
        span=date_spans(),
        source=names,
    )


def alike(entity: Entity, unit: Unit) -> st.SearchStrategy[Entity]:
    """Entities of the same kind and id, naming what is in the unit."""
    key = entity.id
    at, firms = _ids(unit.sites), _ids(unit.suppliers)
    offered, done, places = _ids(unit.offers), _ids(unit.activities), _ids(unit.rooms)
    people, rivals, crew = _ids(unit.citizens), _ids(unit.groups), _ids(unit.staff)
    makers: dict[type[Entity], Callable[[], st.SearchStrategy[Entity]]] = {
        UnitSettings: lambda: settings(done),
        Limit: lambda: limits(key),
        ClosedDays: lambda: closed_days(key),
        ThreatLevel: lambda: levels(key),
        Site: lambda: sites(key),
        Travel: lambda: travels(key, at),
        Room: lambda: rooms(key, at),
        Supplier: lambda: suppliers(key),
        StaffMember: lambda: staff(key, firms),
        Offer: lambda: offers(key, firms),
        Activity: lambda: activities(key, offered, places),
        ConflictGroup: lambda: groups(key),
        Citizen: lambda: citizens(key, crew, at),
        Membership: lambda: memberships(key, people, rivals),
        Separation: lambda: separations(key, people + rivals),
        Referral: lambda: referrals(key, people, offered),
        Enrolment: lambda: enrolments(key, people, done),
        Placement: lambda: placements(key, people, at, offered),
        Absence: lambda: absences(key, people + crew),
        PlanVersion: lambda: plan_versions(unit, key),
        RetentionRule: lambda: rules(key),
        Lock: lambda: locks(unit, key),
        Approval: lambda: approvals(unit, key),
        Attendance: lambda: attendances(unit, key),
        Told: lambda: tellings(unit, key),
    }
    return makers[type(entity)]()


def _ids(entities: tuple[Entity, ...]) -> tuple[str, ...]:
    return tuple(entity.id for entity in entities)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A whole unit with at least one of everything; ids of different kinds may be equal where they may."""
    subjects = draw(st.lists(ids, min_size=4, max_size=9, unique=True))
    people, rivals, crew = tuple(subjects[:-2]), (subjects[-2],), (subjects[-1],)
    places = draw(_kind_ids(2))
    places_in, firms, offered, done = (draw(_kind_ids()) for _ in range(4))
    return Unit(
        settings=draw(settings(done)),
        limits=tuple(draw(limits(key)) for key in draw(_kind_ids())),
        closed_days=tuple(draw(closed_days(key)) for key in draw(_kind_ids())),
        levels=tuple(draw(levels(key)) for key in draw(_kind_ids())),
        sites=tuple(draw(sites(key)) for key in places),
        travels=tuple(draw(travels(key, places)) for key in draw(_kind_ids())),
        rooms=tuple(draw(rooms(key, places)) for key in places_in),
        suppliers=tuple(draw(suppliers(key)) for key in firms),
        staff=tuple(draw(staff(key, firms)) for key in sorted(crew)),
        offers=tuple(draw(offers(key, firms)) for key in offered),
        activities=tuple(draw(activities(key, offered, places_in)) for key in done),
        groups=tuple(draw(groups(key)) for key in sorted(rivals)),
        citizens=tuple(draw(citizens(key, crew, places)) for key in sorted(people)),
        memberships=tuple(draw(memberships(key, people, rivals)) for key in draw(_kind_ids())),
        separations=tuple(draw(separations(key, people + rivals)) for key in draw(_kind_ids())),
        referrals=tuple(draw(referrals(key, people, offered)) for key in draw(_kind_ids())),
        enrolments=tuple(draw(enrolments(key, people, done)) for key in draw(_kind_ids())),
        placements=tuple(draw(placements(key, people, places, offered)) for key in draw(_kind_ids())),
        absences=tuple(draw(absences(key, people + crew)) for key in draw(_kind_ids())),
    )


@st.composite
def plan_versions(draw: st.DrawFn, unit: Unit, entity_id: str, number: int = 1) -> PlanVersion:
    """A version that names only what is in the unit."""
    people, crew = _ids(unit.citizens), _ids(unit.staff)
    done, places = _ids(unit.activities), _ids(unit.rooms)
    sessions = [
        _session(draw, key, (done, places, crew, people))
        for key in draw(st.lists(ids, max_size=4, unique=True))
    ]
    duties = st.builds(UnmetDuty, st.sampled_from(people), st.just("interview") | st.sampled_from(done))
    goals = st.builds(GoalValue, names, numbers, numbers, st.booleans())
    state = draw(st.sampled_from(VersionState))
    published_at = draw(moments).replace(tzinfo=UTC) if state is VersionState.PUBLISHED else None
    return PlanVersion(
        id=entity_id,
        week=draw(iso_weeks()),
        number=number,
        state=state,
        created_at=draw(moments).replace(tzinfo=UTC),
        created_by=draw(texts),
        status=draw(texts),
        seconds=draw(st.floats(0, allow_nan=False, allow_infinity=False)),
        goals=tuple(draw(st.lists(goals, max_size=6))),
        sessions=tuple(sessions),
        unmet=tuple(draw(st.lists(duties, max_size=4))),
        digest=draw(texts),
        published_at=published_at,
    )


@st.composite
def locks(draw: st.DrawFn, unit: Unit, entity_id: str) -> Lock:
    """A lock that names only what is in the unit."""
    people, crew = _ids(unit.citizens), _ids(unit.staff)
    of = (_ids(unit.activities), _ids(unit.rooms), crew, people)
    kind = draw(st.sampled_from(LockKind))
    most = 1 if kind is LockKind.SESSION else 4
    keys = draw(st.lists(ids, min_size=1 if kind is LockKind.SESSION else 0, max_size=most, unique=True))
    week = draw(iso_weeks())
    subjects = {
        LockKind.SESSION: st.sampled_from(keys or ["-"]),
        LockKind.PERSON: st.sampled_from(people + crew),
        LockKind.DAY: st.sampled_from([day.isoformat() for day in week.days]),
    }
    return Lock(
        id=entity_id,
        week=week,
        kind=kind,
        subject=draw(subjects[kind]),
        sessions=tuple(_session(draw, key, of) for key in keys),
        locked_by=draw(names),
        locked_at=draw(moments).replace(tzinfo=UTC),
        reason=draw(texts),
    )


@st.composite
def attendances(draw: st.DrawFn, unit: Unit, entity_id: str) -> Attendance:
    """What was noted of somebody of the unit."""
    start = draw(st.datetimes(min_value=datetime(1900, 1, 2), max_value=datetime(2999, 12, 30)))  # noqa: DTZ001 wall clock
    state = draw(st.sampled_from(AttendanceState))
    told = state is AttendanceState.NO_SHOW and draw(st.booleans())
    return Attendance(
        id=entity_id,
        week=IsoWeek.containing(start.date()),
        session=draw(ids),
        start=start,
        citizen=draw(st.sampled_from(_ids(unit.citizens))),
        state=state,
        noted_by=draw(names),
        noted_at=draw(moments).replace(tzinfo=UTC),
        note=draw(texts),
        follow_up=draw(names) if told else "",
        follow_up_on=draw(st.dates()) if told else None,
    )


@st.composite
def tellings(draw: st.DrawFn, unit: Unit, entity_id: str) -> Told:
    """Somebody of the unit was told."""
    return Told(
        id=entity_id,
        week=draw(iso_weeks()),
        version=draw(ids),
        person=draw(st.sampled_from(_ids(unit.citizens) + _ids(unit.staff))),
        told_by=draw(names),
        told_at=draw(moments).replace(tzinfo=UTC),
    )


@st.composite
def approvals(draw: st.DrawFn, unit: Unit, entity_id: str) -> Approval:
    of = (_ids(unit.activities), _ids(unit.rooms), _ids(unit.staff), _ids(unit.citizens))
    return Approval(
        id=entity_id,
        week=draw(iso_weeks()),
        session=_session(draw, draw(ids), of),
        approved_by=draw(names),
        approved_at=draw(moments).replace(tzinfo=UTC),
        note=draw(texts),
    )


def _session(draw: st.DrawFn, key: str, of: tuple[tuple[str, ...], ...]) -> PlannedSession:
    done, places, crew, people = of
    day = draw(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
    start = draw(st.integers(0, 1439))
    end = draw(st.integers(start + 1, 1440))
    midnight = datetime.combine(day, time())
    return PlannedSession(
        id=key,
        activity=draw(st.sampled_from(done)),
        room=draw(st.sampled_from(places)),
        start=midnight + timedelta(minutes=start),
        end=midnight + timedelta(minutes=end),
        staff=draw(some(crew)),
        citizens=draw(some(people)),
    )


def _kind_ids(least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(ids, min_size=least, max_size=3, unique=True).map(lambda drawn: tuple(sorted(drawn)))
