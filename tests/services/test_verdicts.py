"""What a drag is told on a small week: allowed, at a cost, or forbidden and by which rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.domain.staffing import StaffMember
from desktop.domain.time import TimeSpan
from desktop.domain.unit import Unit
from desktop.services.hand.verdicts import SoftCost, Verdict, VerdictKind, Verdicts
from desktop.services.hand.week_edits import (
    Join,
    Leave,
    Make,
    Move,
    Remove,
    Resize,
    Several,
    Staff,
    WeekEdit,
    applied,
)
from desktop.services.week.hand_made import hand_made
from desktop.services.week.planning import prepared_of
from desktop.services.week.versions import planned_of, version_of
from solver.plan import Session, Unmet
from tests.services.fakes import FakeClock
from tests.services.small_unit import UNIT, WEEK, WORKDAYS, level
from tests.services.test_building import with_citizen
from tests.services.test_locking import DAY, HARD, PERSON, lock
from tests.services.test_planning import MONDAY, PLAN, TUESDAY

SECOND = StaffMember("m3", "Vikar", None, frozenset({"teaching"}), WORKDAYS, 1800)
STAFFED = replace(UNIT, staff=(*UNIT.staff, SECOND))
SESSIONS = tuple(planned_of(WEEK, each) for each in PLAN.sessions)


def version(*sessions: Session) -> PlanVersion:
    plan = replace(PLAN, sessions=sessions or PLAN.sessions)
    return version_of(plan, week=WEEK, number=1, created_at=FakeClock().now(), created_by="K", seconds=1.0)


def verdict(
    edit: WeekEdit,
    unit: Unit = UNIT,
    sessions: tuple[PlannedSession, ...] = SESSIONS,
    published: PlanVersion | None = None,
) -> Verdict:
    return Verdicts(prepared_of(unit, WEEK), sessions, published).verdict(edit)


def broken(unit: Unit, sessions: tuple[PlannedSession, ...]) -> set[str]:
    """The rules that a plan breaks as it stands."""
    return {each.rule for each in hand_made(prepared_of(unit, WEEK).checked, sessions)[1].violations}


def rules(found: Verdict) -> set[str]:
    return {each.rule for each in found.broken}


def test_a_free_place_is_allowed_and_costs_nothing() -> None:
    found = verdict(Move("s1", "r1", WEEK.moment(4320 + 540)))
    assert (found.kind, found.soft, found.minutes, found.cost) == (VerdictKind.ALLOWED, (), 0, 0)
    assert [(each.start, each.end, each.staff) for each in found.sessions] == [
        (WEEK.moment(4860), WEEK.moment(5040), ("m2",))
    ]


def test_a_start_is_put_on_the_grid_and_the_length_kept() -> None:
    found = verdict(Move("s1", "r1", WEEK.moment(4320 + 554)))
    assert [(each.start, each.end) for each in found.sessions] == [(WEEK.moment(4860), WEEK.moment(5040))]


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (Move("s1", "r1", WEEK.moment(420)), "R1"),
        (Move("s1", "r1", WEEK.moment(7200)), "R1"),
        (Resize("s1", WEEK.moment(540), WEEK.moment(690)), "R1"),
        (Move("s1", "r1", WEEK.moment(1980)), "R3"),
        (Move("s1", "r2", WEEK.moment(2100)), "R11"),
        (Join("s1", "c3"), "R10"),
        (Staff("s1", ("m1",)), "R5"),
        (Staff("s1", ()), "R5"),
        (Make("club", "r1", WEEK.moment(4860), WEEK.moment(4980), ()), "R9"),
        (Make("mentor", "r1", WEEK.moment(4860), WEEK.moment(4920), ("c1",)), "R8"),
        (Make("club", "r2", WEEK.moment(600), WEEK.moment(720), ("c1",)), "R6"),
    ],
)
def test_a_place_that_breaks_a_rule_is_forbidden_and_says_which(edit: WeekEdit, rule: str) -> None:
    found = verdict(edit)
    assert found.kind is VerdictKind.FORBIDDEN
    assert rule in rules(found)


def test_hours_won_and_lost_are_told_for_each_person_and_in_all() -> None:
    longer = verdict(Resize("s2", WEEK.moment(1980), WEEK.moment(2160)))
    assert (longer.minutes_won, longer.minutes, longer.kind) == ((("c3", 60),), 60, VerdictKind.ALLOWED)
    gone = verdict(Remove("s1"))
    assert gone.minutes_won == (("c1", -180), ("c2", -180))
    assert gone.duties_lost == tuple(Unmet(c, d) for c in ("c1", "c2") for d in ("club", "interview"))
    assert gone.soft == (SoftCost.HOURS_LOST, SoftCost.DUTY_LOST)
    joined = verdict(Join("s2", "c4"))
    assert joined.duties_met == (Unmet("c4", "club"), Unmet("c4", "interview"))
    assert joined.kind is VerdictKind.ALLOWED
    left = verdict(Leave("s1", "c2"))
    assert [each.citizens for each in left.sessions] == [("c1",)]
    assert left.duties_lost == (Unmet("c2", "club"), Unmet("c2", "interview"))


def test_money_is_told_in_kroner_and_the_budget_holds() -> None:
    club = replace(UNIT.activities[0], cost_per_session=700, cost_per_citizen=120)
    dear = replace(UNIT, activities=(club, *UNIT.activities[1:]))
    assert (verdict(Remove("s1"), dear).cost, verdict(Join("s2", "c4"), dear).cost) == (-940, 120)
    assert SoftCost.MORE_MONEY in verdict(Join("s2", "c4"), dear).soft
    poor = replace(dear, limits=(replace(UNIT.limits[0], value=1700 * 53), UNIT.limits[1]))
    assert rules(verdict(Join("s2", "c4"), poor)) == {"R15"}
    assert verdict(Leave("s1", "c2"), poor).allowed
    assert verdict(Move("s1", "r1", WEEK.moment(4860)), poor).allowed


def test_where_the_same_staff_cannot_serve_somebody_free_is_chosen() -> None:
    away = Absence("a1", "m2", AbsenceKind.HOLIDAY, TimeSpan(WEEK.moment(4320), WEEK.moment(5760)))
    unit = replace(STAFFED, absences=(away,))
    found = verdict(Move("s1", "r1", WEEK.moment(4860)), unit)
    assert [each.staff for each in found.sessions] == [("m3",)]
    assert [(each.session, each.before, each.after) for each in found.staff_changed] == [
        ("s1", ("m2",), ("m3",))
    ]
    assert (found.kind, found.soft) == (VerdictKind.SOFT, (SoftCost.OTHER_STAFF,))
    nobody = verdict(Move("s1", "r1", WEEK.moment(4860)), replace(UNIT, absences=(away,)))
    assert rules(nobody) == {"R4"}


def test_the_fewest_staff_are_changed_when_somebody_asks_for_more() -> None:
    """c4 is on level 2, which asks for two staff: the one who is there stays."""
    unit = with_citizen(STAFFED, "c4", assessments=())
    found = verdict(Join("s2", "c4"), unit)
    assert found.allowed
    assert len(found.sessions[0].staff) == 2
    assert "m2" in found.sessions[0].staff


def test_somebody_whom_a_citizen_avoids_is_not_chosen() -> None:
    unit = with_citizen(STAFFED, "c4", avoid_staff=("m2",))
    assert verdict(Join("s2", "c4"), unit).sessions[0].staff == ("m3",)


def test_staff_are_chosen_for_a_new_session_too() -> None:
    found = verdict(Make("club", "r1", WEEK.moment(4860), WEEK.moment(4980), ("c4",)))
    assert (found.kind, found.sessions[0].staff, found.sessions[0].id) == (VerdictKind.ALLOWED, ("m2",), "h1")
    again = (*SESSIONS, found.sessions[0])
    second = verdict(Make("club", "r1", WEEK.moment(6300), WEEK.moment(6420), ("c4",)), sessions=again)
    assert second.sessions[0].id == "h2"


def test_somebody_goes_from_one_session_to_another_in_one_edit() -> None:
    wednesday = planned_of(WEEK, replace(MONDAY, id="s3", start=3420, end=3600, citizens=("c2",)))
    over = Several((Leave("s1", "c1"), Join("s3", "c1")))
    found = verdict(over, sessions=(*SESSIONS, wednesday))
    assert (found.kind, found.minutes_won) == (VerdictKind.ALLOWED, ())
    assert {each.id: each.citizens for each in found.sessions} == {"s1": ("c2",), "s3": ("c2", "c1")}


def test_whose_week_is_not_as_published_must_be_told() -> None:
    moved = verdict(Move("s1", "r2", WEEK.moment(540)), published=version())
    assert moved.told == ("c1", "c2", "m2")
    assert moved.soft == (SoftCost.PEOPLE_TO_TELL,)
    assert verdict(Move("s1", "r2", WEEK.moment(540))).told == ()
    away = applied(prepared_of(UNIT, WEEK), SESSIONS, Move("s1", "r2", WEEK.moment(540)))
    back = verdict(Move("s1", "r1", WEEK.moment(540)), sessions=away, published=version())
    assert (back.told, back.kind) == ((), VerdictKind.ALLOWED)
    # The staff hear whom they meet.
    assert verdict(Join("s2", "c4"), published=version()).told == ("c4", "m2")


def test_an_unsafe_plan_may_be_made_better_and_not_worse() -> None:
    """All four are on level 2 by now: at most two in a session, and two staff in each."""
    unit = replace(
        STAFFED,
        levels=(level(1, 6, 1), level(2, 2, 1)),
        citizens=tuple(replace(each, assessments=()) for each in UNIT.citizens),
        separations=(),
    )
    full = (planned_of(WEEK, replace(MONDAY, citizens=("c1", "c2", "c3"))),)
    assert broken(unit, full) == {"R9"}
    week = Verdicts(prepared_of(unit, WEEK), full)
    assert week.verdict(Leave("s1", "c3")).allowed
    assert rules(week.verdict(Join("s1", "c4"))) == {"R9"}
    crowd = (planned_of(WEEK, replace(MONDAY, citizens=("c1", "c2", "c3", "c4"))),)
    fewer = Verdicts(prepared_of(unit, WEEK), crowd).verdict(Leave("s1", "c4"))
    assert fewer.allowed
    assert fewer.minutes == -180


def test_rivals_who_meet_may_be_taken_apart() -> None:
    clash = (planned_of(WEEK, MONDAY), planned_of(WEEK, replace(TUESDAY, room="r2", start=720, end=840)))
    assert broken(UNIT, clash) == {"R11"}
    week = Verdicts(prepared_of(UNIT, WEEK), clash)
    assert week.verdict(Move("s2", "r1", WEEK.moment(1980))).allowed
    assert rules(week.verdict(Move("s2", "r2", WEEK.moment(690)))) >= {"R11"}
    assert week.verdict(Staff("s1", ("m2",))).kind is VerdictKind.ALLOWED


def test_what_a_lock_holds_is_forbidden_and_the_lock_is_named() -> None:
    held = prepared_of(UNIT, WEEK, (lock(MONDAY),))
    moved = Verdicts(held, SESSIONS).verdict(Move("s1", "r2", WEEK.moment(540)))
    assert (rules(moved), moved.locks) == ({"R14"}, ("k1",))
    day = Verdicts(prepared_of(UNIT, WEEK, (DAY,)), SESSIONS)
    onto = day.verdict(Make("club", "r1", WEEK.moment(780), WEEK.moment(900), ("c4",)))
    assert (rules(onto), onto.locks) == ({"R6"}, ("k1",))
    person = Verdicts(prepared_of(UNIT, WEEK, (PERSON,)), SESSIONS)
    more = person.verdict(Make("club", "r1", WEEK.moment(4860), WEEK.moment(4980), ("c3",)))
    assert (rules(more), more.locks) == ({"R6"}, ("k1",))
    assert person.verdict(Move("s1", "r2", WEEK.moment(540))).allowed


def test_a_person_may_place_whom_the_planner_may_not() -> None:
    make = Make("club", "r1", WEEK.moment(540), WEEK.moment(660), ("c1",))
    assert Verdicts(prepared_of(HARD, WEEK), ()).verdict(make).allowed


def test_every_place_on_the_grid_is_told_with_its_reason() -> None:
    week = Verdicts(prepared_of(UNIT, WEEK), SESSIONS)
    found = {(each.room, each.start): each for each in week.places("s1")}
    assert len(found) == 2 * 5 * 11
    here = found["r1", WEEK.moment(540)].verdict
    assert (here.kind, here.sessions) == (VerdictKind.ALLOWED, ())
    taken = found["r1", WEEK.moment(1980)]
    assert (taken.verdict.kind, "R3" in rules(taken.verdict)) == (VerdictKind.FORBIDDEN, True)
    assert found["r2", WEEK.moment(4860)].verdict.kind is VerdictKind.ALLOWED
    assert {each.room for each in week.places("s1", ["r2"])} == {"r2"}


def test_a_place_where_somebody_cannot_come_says_so_at_once() -> None:
    unit = with_citizen(UNIT, "c1", availability=WORKDAYS[:2])
    place = next(
        each
        for each in Verdicts(prepared_of(unit, WEEK), SESSIONS).places("s1")
        if each.start == WEEK.moment(4860)
    )
    assert (place.thorough, rules(place.verdict)) == (False, {"R6"})


def test_who_could_join_is_told_person_by_person() -> None:
    week = Verdicts(prepared_of(UNIT, WEEK), SESSIONS)
    kinds = {found.edit.citizen: found.kind for found in week.joining("s2") if isinstance(found.edit, Join)}
    assert kinds == {
        "c1": VerdictKind.FORBIDDEN,
        "c2": VerdictKind.FORBIDDEN,
        "c4": VerdictKind.ALLOWED,
    }
    make = Make("club", "r2", WEEK.moment(4860), WEEK.moment(4980), ("c1",))
    able = {
        found.edit.citizens[-1]
        for found in week.making(make)
        if isinstance(found.edit, Make) and found.allowed
    }
    assert able == {"c2"}


@pytest.mark.parametrize("edit", [Move("gone", "r1", WEEK.moment(540)), Remove("gone"), Join("gone", "c1")])
def test_an_edit_of_what_is_not_there_is_refused(edit: WeekEdit) -> None:
    with pytest.raises(LookupError):
        verdict(edit)
