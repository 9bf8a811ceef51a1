"""What needs somebody's attention today: data, worded by the interface. Ids, days and numbers, no names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.attendance import Attendance
from desktop.domain.conflicts import Membership, Separation
from desktop.domain.hours import cap_in
from desktop.domain.levels import LevelState, known_levels, level_in, measures_in, newest_assessment
from desktop.domain.plans import PlanVersion, VersionState, gone_by, newest
from desktop.domain.time import DateSpan, IsoWeek
from desktop.domain.unit import Unit
from desktop.services.locks import MissingApproval
from desktop.services.people_overview import next_review
from desktop.services.rivalries import SOON_DAYS, Stand, due
from desktop.services.week.building import CannotPlan, planned_citizens
from desktop.services.week.placed_meetings import PlacedMeeting
from desktop.services.week.planned_weeks import meetings_ahead
from desktop.services.week.planning import PlanningService
from desktop.services.week.unsafe import UnsafeSession, danger, running_now

INTERVIEW = "interview"
"""How a plan calls the duty of an interview, whatever its activity is."""


class Matter(StrEnum):
    """What it is about. Each says what its subject is."""

    PLACED_TOGETHER = "placed_together"
    """(citizen, the day): placements bring them together with whom they must not meet, or must be alone."""
    UNAPPROVED = "unapproved"
    """(plan version, the first one's day, count): so many of its sessions to come lack their manual yes."""
    UNTOLD = "untold"
    """(plan version, count): so many people are not told yet what it changes for them."""
    LEVEL_NONE = "level_none"
    """(citizen): no threat level on record; counted as the highest."""
    LEVEL_RUN_OUT = "level_run_out"
    """(citizen, the last day): the assessment has run out; counted one level higher."""
    LEVEL_SOON = "level_soon"
    """(citizen, the last day): the assessment runs out soon."""
    SEPARATION_RUN_OUT = "separation_run_out"
    """(separation, the last day): it no longer keeps anybody apart; is that right?"""
    SEPARATION_SOON = "separation_soon"
    """(separation, the last day): it runs out soon."""
    NO_INTERVIEW = "no_interview"
    """(unit, count): so many people have no activation this week, and no activity is chosen as the interview
    that they would be called to."""
    MEMBERSHIP_RUN_OUT = "membership_run_out"
    """(membership, the last day): the group's separations no longer hold for the person; is that right?"""
    MEMBERSHIP_SOON = "membership_soon"
    """(membership, the last day): it runs out soon."""
    NO_SHOW = "no_show"
    """(citizen, the day): they did not show up, and nobody has followed it up."""
    CAP_NONE = "cap_none"
    """(citizen): no weekly hours on record; nothing that counts is planned."""
    REVIEW_DUE = "review_due"
    """(citizen, the day): the weekly hours are to be judged anew."""
    MISSING_DUTY = "missing_duty"
    """(citizen, count): this week's plan gives them fewer sessions than they must have."""
    ENROLMENT_SOON = "enrolment_soon"
    """(citizen, the last day): their enrolment with the unit ends soon."""
    MEASURES_SOON = "measures_soon"
    """(threat level row, the last day): a level's measures run out soon and nothing follows them."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at. ``subject`` is an id, ``day`` the day that matters, ``count`` how many,
    ``meeting`` who meets whom where."""

    matter: Matter
    subject: str
    day: date | None = None
    count: int = 0
    meeting: PlacedMeeting | None = None


class WeekStand(StrEnum):
    """How far a week is."""

    CANNOT = "cannot"
    NOT_PLANNED = "not_planned"
    DRAFT = "draft"
    PUBLISHED = "published"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class WeekState:
    """The version that people go by against the unit as it stands now. ``hours`` are those that count in
    sessions.

    ``missing`` counts by citizen the sessions that they must have and do not get. ``newer_draft``: a draft
    was made or changed since the version was published. ``broken`` counts the rules that it breaks by now and
    by which somebody may be in danger, ``mild`` the sessions in which somebody can't come or whose room is
    shut, and that is all; ``running`` are the sessions that run at this moment and break one. ``version`` is
    None where there is none.
    """

    week: IsoWeek
    stand: WeekStand
    version: PlanVersion | None = None
    hours: float = 0.0
    missing: Mapping[str, int] = field(default_factory=dict)
    broken: int = 0
    mild: int = 0
    running: tuple[UnsafeSession, ...] = ()
    newer_draft: bool = False


@dataclass(frozen=True, slots=True)
class Attention:
    """``weeks`` are this week and the next; ``items`` are in the order of ``Matter``."""

    weeks: tuple[WeekState, ...]
    items: tuple[Item, ...] = field(default=())


def attention(
    unit: Unit,
    planning: PlanningService,
    today: date,
    no_shows: Iterable[Attendance] = (),
    untold: Mapping[str, int] | None = None,
    unapproved: Mapping[str, Sequence[MissingApproval]] | None = None,
) -> Attention:
    """Everything that needs attention on a day. ``no_shows`` are those that nobody has followed up;
    ``untold`` is how many people are not told yet of a version in force,
    ``unapproved`` which sessions of one to come lack their manual yes, by its id."""
    week = IsoWeek.containing(today)
    states = tuple(week_state(unit, planning, each) for each in (week, week.next()))
    items = (
        *(
            Item(Matter.PLACED_TOGETHER, each.people[0], each.times[0][0].date(), meeting=each)
            for each in meetings_ahead(planning, today)
        ),
        *_levels(unit, week, today),
        *_separations(unit, today),
        *_interview(unit, week, states[0].version),
        *_caps(unit, week, today),
        *(
            Item(Matter.UNAPPROVED, version, missing[0].session.start.date(), len(missing))
            for version, missing in (unapproved or {}).items()
        ),
        *(Item(Matter.UNTOLD, version, count=count) for version, count in (untold or {}).items() if count),
        *(Item(Matter.NO_SHOW, each.citizen, each.start.date()) for each in no_shows),
        *(Item(Matter.MISSING_DUTY, each, count=count) for each, count in states[0].missing.items()),
        *_enrolments(unit, today),
        *_measures(unit, today),
    )
    order = list(Matter)
    last = date.max
    return Attention(
        states,
        tuple(sorted(items, key=lambda item: (order.index(item.matter), item.day or last, item.subject))),
    )


def week_state(unit: Unit, planning: PlanningService, week: IsoWeek) -> WeekState:
    """How far a week is, judged by the version that people go by: a draft only where none is in force."""
    versions = planning.versions(week)
    if not measures_in(unit.levels, week):
        return WeekState(week, WeekStand.CANNOT, gone_by(versions))
    shown, last = gone_by(versions), newest(versions)
    if shown is None or last is None:
        return WeekState(week, WeekStand.NOT_PLANNED)
    try:
        prepared = planning.prepare(week)
    except (LookupError, CannotPlan):
        return WeekState(week, WeekStand.CANNOT, shown)
    report = planning.recheck(prepared, shown)
    held = planning.bound_by(prepared, shown)
    found = danger(held.checked, held.unit, shown, planning.now, checks=planning.checks)
    broken = len(report.grave)
    published = shown.state is VersionState.PUBLISHED
    stand = WeekStand.PUBLISHED if published else WeekStand.DRAFT
    return WeekState(
        week,
        WeekStand.UNSAFE if broken else stand,
        shown,
        hours=dict(report.goals).get("hours", 0.0),
        missing=Counter(each.citizen for each in report.unmet),
        broken=broken,
        mild=len(found.mild),
        running=running_now(shown, report, planning.now),
        newer_draft=published and last.state is VersionState.DRAFT,
    )


def _levels(unit: Unit, week: IsoWeek, today: date) -> Iterator[Item]:
    known = known_levels(unit.levels, unit.citizens, week)
    for citizen in planned_citizens(unit, week):
        state = level_in(citizen, week, known).state
        newest = newest_assessment(citizen.assessments, today)
        last = None if newest is None else newest.valid_until
        if state is LevelState.NONE:
            yield Item(Matter.LEVEL_NONE, citizen.id)
        elif last is not None and last < today:
            yield Item(Matter.LEVEL_RUN_OUT, citizen.id, last)
        elif last is not None and last <= today + timedelta(days=SOON_DAYS):
            yield Item(Matter.LEVEL_SOON, citizen.id, last)


def _separations(unit: Unit, today: date) -> Iterator[Item]:
    matters = {
        (Separation, Stand.RUN_OUT): Matter.SEPARATION_RUN_OUT,
        (Separation, Stand.SOON): Matter.SEPARATION_SOON,
        (Membership, Stand.RUN_OUT): Matter.MEMBERSHIP_RUN_OUT,
        (Membership, Stand.SOON): Matter.MEMBERSHIP_SOON,
    }
    for each in due(unit, today):
        yield Item(matters[type(each.record), each.stand], each.record.id, each.last)


def _interview(unit: Unit, week: IsoWeek, version: PlanVersion | None) -> Iterator[Item]:
    if unit.settings.idle_interview is not None:
        return
    counted = {each.id for each in unit.activities if each.counts}
    busy = {each.citizen for each in unit.enrolments if each.activity in counted and each.span.overlaps(week)}
    busy |= {each.citizen for each in unit.placements if each.span.overlaps(week)}
    unmet = set() if version is None else {each.citizen for each in version.unmet if each.duty == INTERVIEW}
    idle = {each.id for each in planned_citizens(unit, week) if each.id not in busy} | unmet
    if idle:
        yield Item(Matter.NO_INTERVIEW, unit.settings.id, count=len(idle))


def _caps(unit: Unit, week: IsoWeek, today: date) -> Iterator[Item]:
    for citizen in planned_citizens(unit, week):
        if not cap_in(citizen, week, unit.limits).known:
            yield Item(Matter.CAP_NONE, citizen.id)
            continue
        review = next_review(citizen.caps, today)
        if review is not None and review <= today + timedelta(days=SOON_DAYS):
            yield Item(Matter.REVIEW_DUE, citizen.id, review)


def _enrolments(unit: Unit, today: date) -> Iterator[Item]:
    for citizen in unit.citizens:
        if _ends_soon(citizen.enrolled, today):
            yield Item(Matter.ENROLMENT_SOON, citizen.id, citizen.enrolled.last)


def _measures(unit: Unit, today: date) -> Iterator[Item]:
    for level in unit.levels:
        others = (each.span for each in unit.levels if each.level == level.level and each.id != level.id)
        if (
            level.span.last is not None
            and _ends_soon(level.span, today)
            and not _goes_on(level.span.last, others)
        ):
            yield Item(Matter.MEASURES_SOON, level.id, level.span.last)


def _ends_soon(span: DateSpan, today: date) -> bool:
    return span.last is not None and today <= span.last <= today + timedelta(days=SOON_DAYS)


def _goes_on(last: date, others: Iterable[DateSpan]) -> bool:
    """Whether any of the others holds on the day after."""
    return any(other.holds(last + timedelta(days=1)) for other in others)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the steps from an empty vault to a planned week: ``key`` is worded by the interface."""

    key: str
    page: str
    count: int

    @property
    def done(self) -> bool:
        return self.count > 0


def first_steps(unit: Unit, versions: Sequence[PlanVersion]) -> tuple[Step, ...]:
    """The short path from an empty unit to a planned week, in the order in which it is gone."""
    return (
        Step("rooms", "resources", len(unit.rooms)),
        Step("staff", "resources", len(unit.staff)),
        Step("activities", "resources", len(unit.activities)),
        Step("levels", "levels", len(unit.levels)),
        Step("groups", "conflicts", len(unit.groups)),
        Step("people", "people", len(unit.citizens)),
        Step("enrolments", "people", len(unit.enrolments)),
        Step("week", "week", len(versions)),
    )
