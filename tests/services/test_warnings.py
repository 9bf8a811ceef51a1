from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.conflicts import Membership, Scope
from desktop.domain.offers import Enrolment, Offer, OfferKind, Placement, PlacementKind, Referral
from desktop.domain.people import HoursCap, LevelAssessment
from desktop.domain.settings import ClosedDays, Limit
from desktop.domain.time import DateSpan, WeeklyBlock
from desktop.domain.unit import Unit
from desktop.services.week.building import build_problem
from desktop.services.week.warning_kinds import PlanWarning, WarningKind
from desktop.services.week.warnings import week_warnings
from solver.check import check
from solver.plan import Plan
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.test_building import with_citizen

BEFORE = DateSpan(date(2026, 1, 1), WEEK.previous().sunday)


def warnings(unit: Unit) -> list[PlanWarning]:
    return list(week_warnings(unit, WEEK, build_problem(unit, WEEK)))


def placed(entity_id: str, citizen: str, *blocks: WeeklyBlock, site: str | None = "s2") -> Placement:
    return Placement(entity_id, citizen, PlacementKind.COMMUNITY_WORK, "Depotet", site, blocks, SINCE)


def test_a_week_in_order_warns_of_nothing() -> None:
    assert warnings(UNIT) == []


def test_levels_that_have_run_out_or_are_missing_are_told() -> None:
    old = LevelAssessment(1, "Koordinator", date(2026, 1, 1), WEEK.days[3])
    unit = with_citizen(with_citizen(UNIT, "c2", assessments=(old,)), "c1", assessments=())
    assert warnings(unit) == [
        PlanWarning(WarningKind.LEVEL_RUN_OUT, ("c2",)),
        PlanWarning(WarningKind.LEVEL_NONE, ("c1",)),
    ]


def test_a_level_without_measures_is_told_and_for_whom() -> None:
    lapsed = replace(UNIT.levels[1], span=DateSpan(SINCE.first, WEEK.days[1]))
    unit = with_citizen(replace(UNIT, levels=(UNIT.levels[0], lapsed)), "c1", assessments=())
    assert warnings(unit) == [
        PlanWarning(WarningKind.LEVEL_NONE, ("c1",)),
        PlanWarning(WarningKind.LEVEL_WITHOUT_MEASURES, ("c1",)),
        PlanWarning(WarningKind.LEVEL_GAP, ("2",)),
    ]
    gap = replace(UNIT, levels=(lapsed, replace(UNIT.levels[1], id="l3", level=3)))
    assert warnings(gap) == [
        PlanWarning(WarningKind.LEVEL_GAP, ("1",)),
        PlanWarning(WarningKind.LEVEL_GAP, ("2",)),
    ]


def test_a_level_that_needs_a_yes_is_told_for_whom_it_holds() -> None:
    strict = replace(UNIT.levels[1], needs_approval=True)
    unit = replace(with_citizen(UNIT, "c3", assessments=()), levels=(UNIT.levels[0], strict))
    assert PlanWarning(WarningKind.NEEDS_APPROVAL, ("c3",)) in warnings(unit)
    assert sum(warning.kind is WarningKind.NEEDS_APPROVAL for warning in warnings(unit)) == 1


def test_unknown_hours_are_told() -> None:
    ends = HoursCap(DateSpan(SINCE.first, WEEK.days[2]), 600, 300, "Enheden", review_on=WEEK.sunday)
    unit = with_citizen(with_citizen(UNIT, "c1", caps=()), "c2", caps=(ends,))
    assert warnings(unit) == [
        PlanWarning(WarningKind.NO_CAP, ("c1",)),
        PlanWarning(WarningKind.CAP_PART_OF_WEEK, ("c2",)),
        PlanWarning(WarningKind.CAP_REVIEW_DUE, ("c2",)),
    ]


def test_a_review_after_the_week_is_not_due() -> None:
    cap = replace(UNIT.citizens[0].caps[0], review_on=WEEK.sunday + timedelta(days=1))
    assert warnings(with_citizen(UNIT, "c1", caps=(cap,))) == []


def test_somebody_who_can_never_come_is_told() -> None:
    unit = with_citizen(UNIT, "c1", availability=())
    assert warnings(unit) == [PlanWarning(WarningKind.NO_AVAILABILITY, ("c1",))]


def test_no_group_on_record_is_told_as_unknown() -> None:
    ended = replace(UNIT.memberships[0], span=BEFORE)
    unit = replace(UNIT, memberships=(ended, *UNIT.memberships[1:]))
    assert warnings(unit) == [PlanWarning(WarningKind.MEMBERSHIP_UNKNOWN, ("c1",))]


def test_nobody_outside_the_week_is_told() -> None:
    unit = with_citizen(UNIT, "c1", enrolled=BEFORE, caps=(), assessments=(), availability=())
    assert warnings(unit) == []


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (WeeklyBlock(0, 600, 720), True),
        (WeeklyBlock(0, 720, 780), True),
        (WeeklyBlock(0, 749, 780), True),
        (WeeklyBlock(0, 750, 780), False),
        (WeeklyBlock(0, 390, 450), False),
        (WeeklyBlock(0, 390, 451), True),
        (WeeklyBlock(1, 600, 720), False),
    ],
)
def test_rivals_placed_together_or_too_close_are_told(block: WeeklyBlock, told: bool) -> None:
    """The separation asks for 30 minutes between; the first is at the workplace from 8 to 12."""
    unit = replace(UNIT, placements=(placed("p1", "c4", WeeklyBlock(0, 480, 720)), placed("p2", "c1", block)))
    expected = [PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, ("c1", "c4", "s2"))] if told else []
    assert warnings(unit) == expected
    assert bool(check(build_problem(unit, WEEK), Plan("2026-W48", "feasible")).warnings) == told


def test_rivals_of_the_session_scope_meet_at_work_too() -> None:
    apart = replace(UNIT.separations[0], scope=Scope.SESSION, gap_minutes=0)
    blocks = (WeeklyBlock(0, 480, 720), WeeklyBlock(0, 700, 800))
    unit = replace(
        UNIT, separations=(apart,), placements=(placed("p1", "c1", blocks[0]), placed("p2", "c3", blocks[1]))
    )
    assert [warning.kind for warning in warnings(unit)] == [WarningKind.RIVALS_PLACED_TOGETHER]


def test_friends_and_unknown_workplaces_bring_no_rivals_together() -> None:
    block = WeeklyBlock(0, 480, 720)
    friends = replace(UNIT, placements=(placed("p1", "c1", block), placed("p2", "c2", block)))
    assert warnings(friends) == []
    unknown = (placed("p1", "c1", block, site=None), placed("p2", "c3", block, site=None))
    assert warnings(replace(UNIT, placements=unknown)) == [
        PlanWarning(WarningKind.PLACEMENT_SITE_UNKNOWN, ("c1", "p1")),
        PlanWarning(WarningKind.PLACEMENT_SITE_UNKNOWN, ("c3", "p2")),
    ]


def test_somebody_on_both_sides_is_no_rival_of_themself() -> None:
    both = Membership("b9", "c1", "g2", SINCE)
    blocks = (WeeklyBlock(0, 480, 720), WeeklyBlock(0, 720, 800))
    unit = replace(
        UNIT,
        memberships=(*UNIT.memberships, both),
        placements=(placed("p1", "c1", blocks[0]), placed("p2", "c1", blocks[1])),
    )
    assert warnings(unit) == []


@pytest.mark.parametrize(("weeks", "told"), [(3, False), (4, True)])
def test_a_clarifying_start_that_is_over_without_a_placement_is_told(weeks: int, told: bool) -> None:
    offer = Offer("o2", "Virksomhedsforløb", OfferKind.MENTOR_COMPANY, None, SINCE, 4)
    started = DateSpan(WEEK.monday - timedelta(weeks=weeks))
    unit = replace(
        UNIT,
        offers=(*UNIT.offers, offer),
        referrals=(*UNIT.referrals, Referral("f9", "c1", "o2", started)),
        limits=(*UNIT.limits, Limit("i3", "mentor_startup_weeks", 4, SINCE, "Notat")),
    )
    expected = [PlanWarning(WarningKind.STARTUP_OVER, ("c1", "o2"))] if told else []
    assert warnings(unit) == expected
    internship = replace(placed("p1", "c1", WeeklyBlock(0, 480, 720)), kind=PlacementKind.INTERNSHIP)
    assert warnings(replace(unit, placements=(internship,))) == []


def test_what_concerns_the_whole_unit_is_told() -> None:
    mentor = replace(UNIT.activities[2], lengths=(50,))
    closed = ClosedDays("d1", DateSpan(WEEK.monday, WEEK.sunday), "Ferielukket")
    own = Enrolment("e9", "c1", "mentor", 0, 1, SINCE)
    unit = replace(
        UNIT,
        activities=(*UNIT.activities[:2], mentor),
        enrolments=(*UNIT.enrolments, own),
        travels=(),
        limits=(),
        offers=(*UNIT.offers, Offer("o2", "Virksomhedsforløb", OfferKind.MENTOR_COMPANY, None, SINCE, 9)),
        closed_days=(closed,),
    )
    assert warnings(unit) == [
        PlanWarning(WarningKind.ACTIVITY_OFF_GRID, ("mentor",)),
        PlanWarning(WarningKind.TRAVEL_UNKNOWN, ("s1", "s2")),
        PlanWarning(WarningKind.NO_HOURS_LIMIT),
        PlanWarning(WarningKind.NO_STARTUP_LIMIT, ("o2",)),
        PlanWarning(WarningKind.NO_BUDGET),
        PlanWarning(WarningKind.CLOSED),
    ]


def test_limits_of_another_time_are_told_as_missing() -> None:
    ended = tuple(replace(row, span=BEFORE) for row in UNIT.limits)
    assert warnings(replace(UNIT, limits=ended)) == [
        PlanWarning(WarningKind.NO_HOURS_LIMIT),
        PlanWarning(WarningKind.NO_BUDGET),
    ]


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        ((WeeklyBlock(0, 480, 720), WeeklyBlock(0, 690, 780)), True),
        ((WeeklyBlock(0, 480, 720), WeeklyBlock(0, 720, 780)), False),
    ],
)
def test_somebody_who_must_be_alone_is_told_of_before_planning(
    blocks: tuple[WeeklyBlock, WeeklyBlock], told: bool
) -> None:
    """c1 and c2 are of one group: no separation brings this up, only the level of c2 does."""
    alone = replace(UNIT.levels[1], alone_on_site=True)
    unit = replace(
        with_citizen(UNIT, "c2", assessments=(LevelAssessment(2, "K", date(2026, 9, 1), date(2027, 3, 1)),)),
        levels=(UNIT.levels[0], alone),
        placements=(placed("p1", "c1", blocks[0]), placed("p2", "c2", blocks[1])),
    )
    expected = [PlanWarning(WarningKind.ALONE_SHARES_SITE, ("c2", "c1", "s2"))] if told else []
    assert warnings(unit) == expected


def test_a_rival_who_has_left_and_is_still_placed_is_told_of_and_kept_in_the_problem() -> None:
    block = WeeklyBlock(0, 480, 720)
    unit = replace(
        with_citizen(UNIT, "c4", enrolled=BEFORE),
        placements=(placed("p1", "c1", block), placed("p2", "c4", block)),
    )
    assert warnings(unit) == [
        PlanWarning(WarningKind.RIVALS_PLACED_TOGETHER, ("c1", "c4", "s2")),
        PlanWarning(WarningKind.PLACED_NOT_ENROLLED, ("c4",)),
    ]


@pytest.mark.parametrize("part", ["enrolments", "referrals", "offers"])
def test_an_activity_that_is_not_planned_is_told(part: str) -> None:
    def told(span: DateSpan) -> set[PlanWarning]:
        rows: dict[str, Any] = {part: tuple(replace(row, span=span) for row in getattr(UNIT, part))}
        return {warning for warning in warnings(replace(UNIT, **rows)) if warning.ids[0] == "c1"}

    assert told(DateSpan(WEEK.monday, WEEK.days[4])) == set()
    for partly in (DateSpan(WEEK.days[1]), DateSpan(SINCE.first, WEEK.days[3])):
        assert told(partly) == {PlanWarning(WarningKind.ENROLMENT_PART_OF_WEEK, ("c1", "club"))}
    over = {PlanWarning(WarningKind.ENROLMENT_NOT_BOUGHT, ("c1", "club"))}
    assert told(BEFORE) == (set() if part == "enrolments" else over)


def test_an_interview_that_is_not_offered_is_told() -> None:
    interview = replace(UNIT.activities[1], offer="o2")
    unit = replace(UNIT, activities=(UNIT.activities[0], interview, UNIT.activities[2]))
    runs = Offer("o2", "Samtaler", OfferKind.SPECIAL, None, SINCE)
    assert warnings(replace(unit, offers=(*UNIT.offers, runs))) == []
    ends = replace(runs, span=DateSpan(SINCE.first, WEEK.days[3]))
    assert warnings(replace(unit, offers=(*UNIT.offers, ends))) == [
        PlanWarning(WarningKind.INTERVIEW_NOT_OFFERED, ("interview",))
    ]


def test_that_no_interview_is_chosen_is_told() -> None:
    silent = replace(UNIT, settings=replace(UNIT.settings, idle_interview=None))
    assert warnings(silent) == [PlanWarning(WarningKind.NO_INTERVIEW)]
