"""Every value object refuses what cannot be, and says where, without repeating it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.domain.conflicts import ConflictGroup, Scope, Separation
from desktop.domain.errors import DomainError, refuse
from desktop.domain.levels import ThreatLevel
from desktop.domain.offers import (
    Activity,
    ActivityKind,
    Enrolment,
    Offer,
    OfferKind,
    Placement,
    PlacementKind,
)
from desktop.domain.people import Citizen, HoursCap, LevelAssessment
from desktop.domain.places import Room, Site, SiteKind, Travel
from desktop.domain.plans import PlannedSession, PlanVersion, VersionState
from desktop.domain.settings import ClosedDays, Limit, UnitSettings
from desktop.domain.staffing import StaffMember, Supplier
from desktop.domain.time import DateSpan, IsoWeek, WeeklyBlock

SPAN = DateSpan(date(2026, 1, 1))
WEEK = IsoWeek(2026, 48)
SECRET = "Hemmelig Person"
GOOD: tuple[Any, ...] = (
    ConflictGroup("g1", SECRET),
    Separation("x1", "g1", "g2", Scope.SITE, 30, "Strid", SPAN, "Politiet"),
    ThreatLevel("l1", 1, "Lav", 6, 1, 0, frozenset(), False, False, SPAN, "Instruks"),
    Offer("o1", SECRET, OfferKind.SPECIAL, None, SPAN),
    Activity("a1", SECRET, ActivityKind.WORKSHOP, None, True, (60, 120), 1, 6, 1, "workshop"),
    Enrolment("e1", "c1", "a1", 0, 2, SPAN),
    Placement("p1", "c1", PlacementKind.INTERNSHIP, SECRET, None, (WeeklyBlock(0, 0, 60),), SPAN),
    Citizen("c1", SECRET, "1", SPAN),
    HoursCap(SPAN, 600, 300, SECRET),
    LevelAssessment(1, SECRET, date(2026, 1, 1), date(2026, 6, 1)),
    Room("r1", "s1", SECRET, 4),
    Site("s1", SECRET, SiteKind.UNIT),
    Travel("t1", "s1", "s2", 20),
    ClosedDays("d1", SPAN, SECRET),
    Limit("i1", "offers_budget_per_year", 15_000_000, SPAN, "Budget"),
    UnitSettings("unit", SECRET, 30, (), None),
    StaffMember("m1", SECRET, None, frozenset({"guard"}), (), 600),
    Supplier("u1", SECRET),
    PlannedSession("s1", "a1", "r1", WEEK.moment(480), WEEK.moment(540), ("m1",), ("c1",)),
    PlanVersion(
        "v1", WEEK, 1, VersionState.DRAFT, datetime(2026, 11, 23, tzinfo=UTC), SECRET, "feasible", 1.0,
        (), (), (), "0",
    ),
)  # fmt: skip
BY_KIND = {type(value).__name__: value for value in GOOD}
BLOCK = WeeklyBlock(0, 0, 60)


@pytest.mark.parametrize(
    ("kind", "changes", "field", "key"),
    [
        ("ConflictGroup", {"name": " "}, "name", "empty"),
        ("Separation", {"gap_minutes": -1}, "gap_minutes", "too_small"),
        ("Separation", {"scope": Scope.SESSION}, "gap_minutes", "only_for_site"),
        ("Separation", {"reason": ""}, "reason", "empty"),
        ("Separation", {"source": ""}, "source", "empty"),
        ("ThreatLevel", {"level": 0}, "level", "too_small"),
        ("ThreatLevel", {"max_group": 0}, "max_group", "too_small"),
        ("ThreatLevel", {"staff": 0}, "staff", "too_small"),
        ("ThreatLevel", {"guards": -1}, "guards", "too_small"),
        ("Offer", {"startup_weeks": 4}, "startup_weeks", "only_for_mentor_company"),
        ("Offer", {"kind": OfferKind.MENTOR_COMPANY}, "startup_weeks", "empty"),
        ("Offer", {"kind": OfferKind.MENTOR_COMPANY, "startup_weeks": 0}, "startup_weeks", "too_small"),
        ("Activity", {"lengths": ()}, "lengths", "empty"),
        ("Activity", {"lengths": (60, 60)}, "lengths", "duplicate"),
        ("Activity", {"lengths": (0,)}, "lengths", "too_small"),
        ("Activity", {"min_group": 0}, "min_group", "too_small"),
        ("Activity", {"min_group": 7}, "max_group", "too_small"),
        ("Activity", {"rooms": ()}, "rooms", "empty"),
        ("Activity", {"max_per_day": 0}, "max_per_day", "too_small"),
        ("Activity", {"cost_per_session": -1}, "cost_per_session", "too_small"),
        ("Activity", {"skill": ""}, "skill", "empty"),
        ("Enrolment", {"min_sessions": 3}, "max_sessions", "too_small"),
        ("Enrolment", {"min_sessions": -1}, "min_sessions", "too_small"),
        ("Enrolment", {"max_sessions": 0}, "max_sessions", "too_small"),
        ("Placement", {"blocks": ()}, "blocks", "empty"),
        ("Placement", {"blocks": (BLOCK, WeeklyBlock(0, 30, 90))}, "blocks", "overlap"),
        ("Citizen", {"case_number": ""}, "case_number", "empty"),
        ("Citizen", {"avoid_staff": ("m1", "m1")}, "avoid_staff", "duplicate"),
        ("HoursCap", {"weekly_minutes": -1}, "weekly_minutes", "too_small"),
        ("HoursCap", {"daily_minutes": 1441}, "daily_minutes", "too_large"),
        ("LevelAssessment", {"valid_until": date(2025, 12, 31)}, "valid_until", "before_assessed"),
        ("LevelAssessment", {"level": 0}, "level", "too_small"),
        ("Room", {"capacity": 0}, "capacity", "too_small"),
        ("Site", {"name": ""}, "name", "empty"),
        ("Travel", {"site_b": "s1"}, "site_b", "same"),
        ("Travel", {"minutes": -1}, "minutes", "too_small"),
        ("ClosedDays", {"reason": ""}, "reason", "empty"),
        ("Limit", {"value": -1}, "value", "too_small"),
        ("Limit", {"source": ""}, "source", "empty"),
        ("UnitSettings", {"slot_minutes": 20}, "slot_minutes", "not_a_slot"),
        ("UnitSettings", {"holidays": "??"}, "holidays", "unknown_country"),
        ("StaffMember", {"skills": frozenset({" "})}, "skills", "empty"),
        ("StaffMember", {"max_weekly_minutes": -1}, "max_weekly_minutes", "too_small"),
        ("Supplier", {"name": ""}, "name", "empty"),
        ("PlannedSession", {"end": WEEK.moment(480)}, "end", "not_after_start"),
        ("PlannedSession", {"start": datetime(2026, 11, 23, tzinfo=UTC)}, "start", "not_local"),
        ("PlanVersion", {"number": 0}, "number", "too_small"),
        ("PlanVersion", {"created_at": WEEK.moment(0)}, "created_at", "not_utc"),
        ("PlanVersion", {"seconds": -0.1}, "seconds", "too_small"),
    ],
)
def test_a_value_that_cannot_be_is_refused(kind: str, changes: dict[str, Any], field: str, key: str) -> None:
    with pytest.raises(DomainError) as refused:
        replace(BY_KIND[kind], **changes)
    assert (refused.value.kind, refused.value.field, refused.value.key) == (kind, field, key)
    assert SECRET not in str(refused.value)


def test_all_faults_of_a_value_are_told_at_once() -> None:
    with pytest.raises(DomainError) as refused:
        replace(BY_KIND["Room"], name="", capacity=0)
    assert [(fault.field, fault.key) for fault in refused.value.faults] == [
        ("name", "empty"),
        ("capacity", "too_small"),
    ]
    assert str(refused.value) == "Room.name: empty, Room.capacity: too_small"


def test_nothing_is_refused_without_a_fault() -> None:
    refuse(object(), None, None)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("Enrolment", {"min_sessions": 2}),
        ("Placement", {"blocks": (BLOCK, WeeklyBlock(0, 60, 90), WeeklyBlock(1, 0, 60))}),
        ("LevelAssessment", {"valid_until": date(2026, 1, 1)}),
        ("Separation", {"scope": Scope.SESSION, "gap_minutes": 0}),
        ("HoursCap", {"weekly_minutes": 0, "daily_minutes": 0}),
    ],
)
def test_the_edge_of_what_can_be_is_accepted(kind: str, changes: dict[str, Any]) -> None:
    assert replace(BY_KIND[kind], **changes)
