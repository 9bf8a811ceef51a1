"""A unit of four people that tests change one thing of."""

from __future__ import annotations

from datetime import date

from desktop.domain.conflicts import ConflictGroup, Membership, Scope, Separation
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import Activity, ActivityKind, Enrolment, Offer, OfferKind, Referral
from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.places import Room, Site, SiteKind, Travel
from desktop.domain.settings import Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.time import DateSpan, IsoWeek, WeeklyBlock
from desktop.domain.unit import Unit
from solver.problem import Citizen as ProblemCitizen
from solver.problem import Problem

WEEK = IsoWeek(2026, 48)
SINCE = DateSpan(date(2026, 1, 1))
WORKDAYS = tuple(WeeklyBlock(day, 480, 960) for day in range(5))
ALARM = frozenset({"alarm"})


def citizen(entity_id: str, level: int = 1, hours: int = 20) -> Citizen:
    return Citizen(
        entity_id,
        f"Navn {entity_id}",
        f"sag-{entity_id}",
        SINCE,
        caps=(HoursCap(SINCE, hours * 60, 360, "Enheden"),),
        assessments=(LevelAssessment(level, "Koordinator", date(2026, 9, 1), date(2027, 3, 1)),),
        availability=WORKDAYS,
    )


def level(number: int, most: int, staff: int) -> ThreatLevel:
    return ThreatLevel(
        f"l{number}", number, f"Niveau {number}", most, staff, 0, frozenset(), False, False, SINCE, "Instruks"
    )


UNIT = Unit(
    settings=UnitSettings("unit", "Enheden", 30, WORKDAYS, "interview"),
    limits=(
        Limit("i1", "offers_budget_per_year", 5_300_000, SINCE, "Budget"),
        Limit("i2", "weekly_activation_minutes", 2220, SINCE, "Loven"),
    ),
    levels=(level(1, 6, 1), level(2, 2, 2)),
    sites=(Site("s1", "Huset", SiteKind.UNIT), Site("s2", "Depotet", SiteKind.WORKPLACE)),
    travels=(Travel("t1", "s1", "s2", 20),),
    rooms=(Room("r1", "s1", "Lokale 1", 8, ALARM), Room("r2", "s1", "Lokale 2", 4)),
    suppliers=(Supplier("u1", "Leverandør"),),
    staff=(
        StaffMember("m1", "Medarbejder", None, frozenset({"mentor", "interview"}), WORKDAYS, 1800),
        StaffMember("m2", "Underviser", "u1", frozenset({"teaching"}), WORKDAYS, 1800),
    ),
    offers=(Offer("o1", "Særligt forløb", OfferKind.SPECIAL, "u1", SINCE),),
    activities=(
        Activity("club", "Jobklub", ActivityKind.GROUP_TEACHING, "o1", True, (120, 180), 1, 6, 1, "teaching"),
        Activity("interview", "Samtale", ActivityKind.INTERVIEW, None, False, (30,), 1, 1, 1, "interview"),
        Activity("mentor", "Mentor", ActivityKind.MENTORING, None, True, (60,), 1, 1, 1, "mentor"),
    ),
    groups=(ConflictGroup("g1", "Gruppe 1"), ConflictGroup("g2", "Gruppe 2")),
    citizens=tuple(citizen(f"c{number}") for number in (1, 2, 3, 4)),
    memberships=tuple(
        Membership(f"b{number}", f"c{number}", group, SINCE)
        for number, group in ((1, "g1"), (2, "g1"), (3, "g2"), (4, "g2"))
    ),
    separations=(Separation("x1", "g1", "g2", Scope.SITE, 30, "Konflikt", SINCE, "Politiet"),),
    referrals=tuple(Referral(f"f{number}", f"c{number}", "o1", SINCE) for number in (1, 2, 3, 4)),
    enrolments=tuple(Enrolment(f"e{number}", f"c{number}", "club", 1, 3, SINCE) for number in (1, 2, 3, 4)),
)


def of(problem: Problem, entity_id: str) -> ProblemCitizen:
    """The problem's citizen of that id."""
    return next(citizen for citizen in problem.citizens if citizen.id == entity_id)
