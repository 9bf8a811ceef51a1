"""A small unit with one or two of everything, each naming others, for tests of the store."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
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
from desktop.domain.retention import DataKind, RetentionRule
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.telling import Told
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan, WeeklyBlock
from desktop.domain.unit import Entity, Unit

NEEDLE = "Nåleøje Hemmelighedssen"
"""A name that must be found nowhere in plain."""

WEEK = IsoWeek(2026, 48)
SPAN = DateSpan(date(2026, 1, 1))
MORNING = WeeklyBlock(0, 480, 720)


def citizen(entity_id: str, name: str = NEEDLE, *, level: int = 2) -> Citizen:
    return Citizen(
        id=entity_id,
        name=name,
        case_number="S-1",
        enrolled=SPAN,
        caps=(HoursCap(SPAN, 1200, 300, "K"), HoursCap(DateSpan(date(2027, 1, 1)), 600, 300, "K")),
        assessments=(LevelAssessment(level, "P", date(2026, 1, 1), date(2026, 12, 31)),),
        availability=(WeeklyBlock(3, 480, 900), MORNING),
        avoid_staff=("m1",),
        avoid_sites=("s2", "s1"),
    )


UNIT = Unit(
    settings=UnitSettings("unit", "The unit", 15, (MORNING,), "a1"),
    limits=(Limit("l1", "offers_budget_per_year", 15_000_000, SPAN, "memo"),),
    closed_days=(ClosedDays("d1", DateSpan(date(2026, 12, 24), date(2026, 12, 31)), "Christmas"),),
    levels=(ThreatLevel("t1", 1, "low", 6, 1, 0, frozenset({"alarm"}), False, False, SPAN, "memo"),),
    sites=(Site("s1", "Here", SiteKind.UNIT), Site("s2", "There", SiteKind.SUPPLIER, opening=(MORNING,))),
    travels=(Travel("w1", "s1", "s2", 25),),
    rooms=(Room("r1", "s1", "Blue", 6, frozenset({"alarm"})), Room("r2", "s2", "Red", 4)),
    suppliers=(Supplier("p1", "Supplier"),),
    staff=(StaffMember("m1", "Somebody", "p1", frozenset({"guard"}), (MORNING,), 2220),),
    offers=(Offer("o1", "Offer", OfferKind.SPECIAL, "p1", SPAN),),
    activities=(
        Activity("a1", "Talk", ActivityKind.INTERVIEW, None, False, (60, 30), 1, 1, 1, "talk"),
        Activity(
            "a2", "Club", ActivityKind.GROUP_TEACHING, "o1", True, (120,), 2, 6, 1, "club", rooms=("r2", "r1")
        ),
    ),
    groups=(ConflictGroup("g1", "One"), ConflictGroup("g2", "Two")),
    citizens=(citizen("c1"), citizen("c2", "Somebody else")),
    memberships=(Membership("b1", "c1", "g1", SPAN),),
    separations=(
        Separation("x1", "g1", "g2", Scope.SITE, 30, "rivals", SPAN, "police"),
        Separation("x2", "c1", "c2", Scope.SESSION, 0, "quarrel", SPAN, "police"),
    ),
    referrals=(Referral("f1", "c1", "o1", SPAN),),
    enrolments=(Enrolment("e1", "c1", "a2", 1, 3, SPAN),),
    placements=(Placement("q1", "c2", PlacementKind.INTERNSHIP, "Works", "s2", (MORNING,), SPAN, "o1"),),
    absences=(
        Absence("h1", "c1", AbsenceKind.ILLNESS, TimeSpan(WEEK.moment(0), WEEK.moment(1440))),
        Absence("h2", "m1", AbsenceKind.HOLIDAY, TimeSpan(WEEK.moment(0), WEEK.moment(2880))),
    ),
)


MADE_AT = datetime(2026, 11, 20, 12, 30, 15, 250, tzinfo=UTC)


def version(entity_id: str, number: int, state: VersionState = VersionState.DRAFT) -> PlanVersion:
    day = WEEK.monday
    return PlanVersion(
        id=entity_id,
        week=WEEK,
        number=number,
        state=state,
        created_at=MADE_AT,
        published_at=MADE_AT if state is VersionState.PUBLISHED else None,
        created_by="coordinator",
        status="feasible",
        seconds=9.5,
        goals=(GoalValue("duties", 1, 0, False), GoalValue("hours", 2.5, 3.75, False)),
        sessions=(
            PlannedSession(
                "z2",
                "a2",
                "r1",
                datetime.combine(day, time(8)),
                datetime.combine(day, time(10)),
                ("m1",),
                ("c2", "c1"),
            ),
            PlannedSession(
                "z1",
                "a1",
                "r2",
                datetime.combine(day, time(10)),
                datetime.combine(day, time(11)),
                ("m1",),
                ("c1",),
            ),
        ),
        unmet=(UnmetDuty("c2", "interview"), UnmetDuty("c1", "a2")),
        digest="0" * 64,
    )


def entities(unit: Unit) -> list[Entity]:
    """Every entity of the unit, the settings first."""
    parts = [getattr(unit, each.name) for each in fields(unit) if each.name != "settings"]
    return [unit.settings, *(entity for part in parts for entity in part)]


RULE = RetentionRule("k1", DataKind.ABSENCES, 12, SPAN, "the law")
LOCKED_AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
LOCK = Lock("y1", WEEK, LockKind.PERSON, "c1", version("v1", 1).sessions, "coordinator", LOCKED_AT, "agreed")
APPROVAL = Approval("y2", WEEK, version("v1", 1).sessions[0], "head of the unit", LOCKED_AT, "by phone")
NOTED = Attendance(
    "y3",
    WEEK,
    "n1",
    version("v1", 1).sessions[0].start,
    "c1",
    AttendanceState.NO_SHOW,
    "coordinator",
    LOCKED_AT,
    "nobody at the door",
    "phoned",
    WEEK.sunday,
)
TOLD = Told("y4", WEEK, "v1", "c1", "coordinator", LOCKED_AT)
EVERYTHING = [*entities(UNIT), version("v1", 1), RULE, LOCK, APPROVAL, NOTED, TOLD]
ONE_OF_EACH = list({type(entity): entity for entity in EVERYTHING}.values())
