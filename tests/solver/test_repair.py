"""Repairs of small weeks whose least change is known by hand, an event at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from solver.check import check
from solver.exchange import ExchangeError
from solver.limits import Limits
from solver.plan import Plan, Session
from solver.problem import Citizen, Interval, Level, Problem, Room, Separation, StaffMember
from solver.repair import Options, Repair, repair
from tests.solver.good_week import PROBLEM, SESSIONS
from tests.solver.problems import hour, tiny

OPEN = (Interval(hour(0), hour(4)), Interval(hour(0, 1), hour(4, 1)))
LEVELS = (Level(1, 4, 1, 0), Level(2, 4, 1, 1), Level(3, 1, 1, 0), Level(4, 4, 1, 0, alone_on_site=True))


def teacher(name: str, skills: str = "teach") -> StaffMember:
    return StaffMember(name, frozenset(skills.split()), OPEN, 2400)


def week(**other: Any) -> Problem:
    """Monday and Tuesday from 08:00 to 12:00, two rooms on one site, two teachers, four people with time for
    two classes.
    """
    base = tiny(4, people=4, open_hours=OPEN)
    problem = replace(
        base,
        rooms=(Room("n1", "north", 4), Room("n2", "north", 4)),
        staff=(teacher("t1"), teacher("t2")),
        levels=LEVELS,
        citizens=tuple(replace(each, available=OPEN, max_minutes=120) for each in base.citizens),
    )
    return replace(problem, **other)


def held(name: str, start: int, citizens: str, room: str = "n1", staff: str = "t1", day: int = 0) -> Session:
    return Session(
        name,
        "class",
        room,
        hour(start, day),
        hour(start + 1, day),
        tuple(staff.split()),
        tuple(citizens.split()),
    )


#: Two classes, one after the other, for all four.
OLD = (held("a", 0, "c1 c2 c3 c4"), held("b", 1, "c1 c2 c3 c4"))


def mended(problem: Problem, old: Sequence[Session] = OLD, now: int = 0, seconds: float = 20) -> Repair:
    """The repair, held against the check: nothing is broken but what has happened."""
    plan = Plan(problem.week, "feasible", sessions=tuple(old))
    repaired = repair(problem, plan, now, Options(workers=1), Limits(seconds))
    report = check(problem, repaired.plan)
    assert report.violations == repaired.happened
    assert not report.wrong
    return repaired


def costs(repaired: Repair) -> tuple[float, float, float]:
    """Duties and hours lost, people changed; every one of them proven."""
    for least in (repaired.duties, repaired.hours, repaired.people):
        assert least.proven
    return repaired.duties.value, repaired.hours.value, repaired.people.value


def names(repaired: Repair) -> list[str]:
    return [each.citizen for each in repaired.changes.people]


def with_citizen(problem: Problem, name: str, **fields: Any) -> Problem:
    people: list[Citizen] = []
    for each in problem.citizens:
        people.append(replace(each, **fields) if each.id == name else each)
    return replace(problem, citizens=tuple(people))


def test_where_nothing_is_broken_the_plan_stays_as_it_is() -> None:
    repaired = mended(week())
    assert repaired.plan.sessions == OLD
    assert costs(repaired) == (0, 0, 0)
    assert not repaired.changes.people
    assert not repaired.changes.sessions


def test_people_who_may_share_the_site_are_parted_by_a_wall() -> None:
    repaired = mended(week(separations=(Separation(("c1", "c2"), "session", 0),)))
    assert costs(repaired) == (0, 0, 0)
    at_eight = [each for each in repaired.plan.sessions if each.start == hour(0)]
    assert sorted(len({"c1", "c2"} & set(each.citizens)) for each in at_eight) == [1, 1]


def test_people_who_may_not_share_the_site_cost_one_of_them_a_change_and_no_hours() -> None:
    repaired = mended(week(separations=(Separation(("c1", "c2"), "site", 60),)))
    assert costs(repaired) == (0, 0, 1)
    assert names(repaired)[0] in ("c1", "c2")


def test_one_who_is_ill_is_alone_to_lose_hours() -> None:
    repaired = mended(with_citizen(week(), "c2", available=()))
    assert costs(repaired) == (2, 2, 1)
    (change,) = repaired.changes.people
    assert (change.citizen, change.added) == ("c2", ())
    assert [(visit.activity, visit.site, visit.start) for visit in change.removed] == [
        ("class", "north", hour(0)),
        ("class", "north", hour(1)),
    ]


def test_one_who_is_ill_on_monday_comes_on_tuesday() -> None:
    repaired = mended(with_citizen(week(), "c2", available=OPEN[1:]))
    assert costs(repaired) == (0, 0, 1)
    (change,) = repaired.changes.people
    assert [visit.start // 1440 for visit in change.added] == [1, 1]


def test_another_room_of_the_site_changes_nobodys_week_and_is_told() -> None:
    shut = Room("n1", "north", 4, closed=OPEN[:1])
    repaired = mended(week(rooms=(shut, Room("n2", "north", 4))))
    assert costs(repaired) == (0, 0, 0)
    told = [(each.before.room, each.after.room, each.after.id) for each in repaired.changes.sessions]
    assert told == [("n1", "n2", "a"), ("n1", "n2", "b")]


def test_where_no_room_is_left_at_the_time_everybody_in_it_changes() -> None:
    rooms = tuple(Room(name, "north", 4, closed=(Interval(hour(0), hour(1)),)) for name in ("n1", "n2"))
    repaired = mended(week(rooms=rooms))
    assert costs(repaired) == (0, 0, 4)


def test_other_staff_changes_nobodys_week_and_is_told() -> None:
    ill = replace(teacher("t1"), available=OPEN[1:])
    repaired = mended(week(staff=(ill, teacher("t2"))))
    assert costs(repaired) == (0, 0, 0)
    assert [(each.before.staff, each.after.staff) for each in repaired.changes.sessions] == [
        (("t1",), ("t2",)),
        (("t1",), ("t2",)),
    ]


def test_a_guard_who_is_missing_is_stood_in_for_or_the_one_who_needs_a_guard_stays_away() -> None:
    guarded = with_citizen(week(), "c1", level=2)
    gone = replace(teacher("g1", "guard"), available=())
    old = tuple(replace(each, staff=("t1", "g1")) for each in OLD)
    instead = mended(replace(guarded, staff=(*guarded.staff, gone, teacher("g2", "guard"))), old)
    assert costs(instead) == (0, 0, 0)
    assert all("g2" in each.staff for each in instead.plan.sessions)
    nobody = mended(replace(guarded, staff=(*guarded.staff, gone)), old)
    assert costs(nobody) == (2, 2, 1)
    assert names(nobody) == ["c1"]


def test_a_raised_level_that_must_be_alone_takes_its_one_citizen_out() -> None:
    repaired = mended(with_citizen(week(), "c3", level=4))
    assert costs(repaired) == (0, 0, 1)
    assert names(repaired) == ["c3"]


def test_a_raised_level_that_takes_no_group_gets_a_room_of_its_own() -> None:
    repaired = mended(with_citizen(week(), "c3", level=3))
    assert costs(repaired) == (0, 0, 0)
    assert sorted(len(each.citizens) for each in repaired.plan.sessions) == [1, 1, 3, 3]


def test_a_newly_locked_session_stands_and_its_people_change() -> None:
    locked = held("new", 0, "c1 c2", room="n2", staff="t2", day=1)
    repaired = mended(week(locked=(locked,)))
    assert locked in repaired.plan.sessions
    # Each has hours for two classes: one of the old ones goes.
    assert costs(repaired) == (0, 0, 2)
    assert names(repaired) == ["c1", "c2"]


def test_a_locked_session_stands_in_the_place_of_the_planned_one() -> None:
    locked = replace(OLD[0], staff=("t2",))
    repaired = mended(week(locked=(locked,)))
    assert repaired.plan.sessions == (locked, OLD[1])
    assert costs(repaired) == (0, 0, 0)
    other_name = replace(OLD[0], id="desk", citizens=("c1", "c2"))
    assert costs(mended(week(locked=(other_name,)))) == (0, 0, 0)


def test_hours_come_before_people() -> None:
    """Where a group has become too small, somebody else comes along, though that is one change more."""
    base = week(activities=(replace(week().activities[0], min_group=2),))
    ill = with_citizen(with_citizen(base, "c1", available=()), "c3", max_minutes=180)
    old = (held("a", 0, "c1 c2"), held("b", 1, "c2 c3 c4"), held("c", 2, "c3 c4"))
    repaired = mended(ill, old)
    assert (repaired.hours.value, repaired.people.value) == (1, 2)
    assert "c2" not in names(repaired)


def test_what_somebody_else_wins_does_not_make_up_for_hours_lost() -> None:
    repaired = mended(with_citizen(week(), "c2", available=()), (held("a", 0, "c1 c2"),))
    assert (repaired.hours.value, repaired.people.value) == (1, 1)


def test_duties_are_only_weighed_where_they_are_a_goal() -> None:
    repaired = mended(with_citizen(week(goals=("hours",)), "c2", available=()))
    assert costs(repaired) == (0, 2, 1)


# --- the past --------------------------------------------------------------------------------------------


def test_the_past_stays_and_what_it_breaks_is_told() -> None:
    old = (held("a", 0, "c1 c2"), held("b", 0, "c1 c2", day=1))
    apart = week(separations=(Separation(("c1", "c2"), "site", 0),))
    repaired = mended(apart, old, now=hour(1))
    assert old[0] in repaired.plan.sessions
    assert [(each.rule, each.ids) for each in repaired.happened] == [("R10", ("a", "c1", "c2"))]
    assert costs(repaired) == (0, 0, 1)


def test_what_has_begun_has_happened() -> None:
    ill = with_citizen(week(), "c1", available=())
    begun = mended(ill, now=hour(0) + 1)
    assert OLD[0] in begun.plan.sessions
    assert "c1" not in begun.plan.sessions[1].citizens
    just_before = mended(ill, now=hour(0))
    assert all("c1" not in each.citizens for each in just_before.plan.sessions)


def test_hours_already_beyond_the_cap_just_lead_to_no_more() -> None:
    capped = with_citizen(week(), "c1", max_minutes=60)
    old = (*OLD, held("c", 0, "c1", day=1))
    repaired = mended(capped, old, now=hour(0, 1))
    assert [each.rule for each in repaired.happened] == ["R7"]
    assert repaired.plan.sessions == OLD
    assert names(repaired) == ["c1"]


def test_a_budget_already_overspent_pays_for_nothing_more() -> None:
    paid = replace(week().activities[0], cost_per_session=100)
    repaired = mended(week(activities=(paid,), budget=50), now=hour(1))
    assert [each.rule for each in repaired.happened] == ["R15"]
    assert repaired.plan.sessions == OLD[:1]


# --- who and what is gone ---------------------------------------------------------------------------------


def gone(repaired: Repair) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.kind, each.id, each.sessions) for each in repaired.changes.gone]


def test_a_citizen_who_left_is_out_of_the_plan_and_changes_nobody_else() -> None:
    left = replace(week(), citizens=week().citizens[1:])
    repaired = mended(left)
    assert costs(repaired) == (0, 0, 0)
    assert [each.citizens for each in repaired.plan.sessions] == [("c2", "c3", "c4")] * 2
    assert gone(repaired) == [("citizen", "c1", ("a", "b"))]


def test_a_session_of_one_who_left_is_no_more() -> None:
    left = replace(week(), citizens=week().citizens[1:])
    repaired = mended(left, (*OLD, held("c", 0, "c1", day=1)))
    assert [each.id for each in repaired.plan.sessions] == ["a", "b"]


def test_staff_who_left_are_stood_in_for() -> None:
    repaired = mended(week(staff=(teacher("t2"),)))
    assert costs(repaired) == (0, 0, 0)
    assert [each.staff for each in repaired.plan.sessions] == [("t2",), ("t2",)]
    assert gone(repaired) == [("staff", "t1", ("a", "b"))]


def test_who_was_in_a_room_given_up_gets_as_many_hours_elsewhere() -> None:
    """Nobody knows any more on which site it was: their week is another one."""
    repaired = mended(week(rooms=(Room("n2", "north", 4),)))
    assert costs(repaired) == (0, 0, 4)
    assert {each.room for each in repaired.plan.sessions} == {"n2"}
    assert {visit.site for each in repaired.changes.people for visit in each.removed} == {""}
    assert gone(repaired) == [("room", "n1", ("a", "b"))]


def test_an_activity_given_up_takes_its_hours_with_it() -> None:
    """How many of them counted was written down nowhere but in the activity."""
    dance = replace(OLD[1], activity="dance")
    repaired = mended(week(), (OLD[0], dance))
    assert costs(repaired) == (0, 0, 4)
    assert OLD[0] in repaired.plan.sessions
    assert gone(repaired) == [("activity", "dance", ("b",))]


def test_a_duty_that_a_room_given_up_held_is_not_lost_where_there_is_another_room() -> None:
    base = week(rooms=(Room("n2", "north", 4),))
    people = tuple(
        replace(each, activities=tuple(replace(one, min_sessions=1) for one in each.activities))
        for each in base.citizens
    )
    repaired = mended(replace(base, citizens=people), OLD[:1])
    assert costs(repaired) == (0, 0, 4)
    assert not repaired.plan.unmet


def test_the_past_is_kept_without_those_who_left_and_what_it_lacks_is_told() -> None:
    left = replace(week(staff=(teacher("t2"),)), citizens=week().citizens[1:])
    repaired = mended(left, now=hour(1))
    past = next(each for each in repaired.plan.sessions if each.id == "a")
    assert (past.citizens, past.staff) == (("c2", "c3", "c4"), ())
    assert {each.rule for each in repaired.happened} == {"R5"}
    assert gone(repaired) == [("citizen", "c1", ("a", "b")), ("staff", "t1", ("a", "b"))]
    assert not repaired.changes.left_out


@pytest.mark.parametrize("change", [{"room": "n9"}, {"activity": "dance"}, {"citizens": ("c8", "c9")}])
def test_a_past_session_that_cannot_be_written_down_is_left_out_and_told(change: dict[str, Any]) -> None:
    was = replace(OLD[0], **change)
    repaired = mended(week(), (was, OLD[1]), now=hour(1))
    assert repaired.changes.left_out == (was,)
    assert repaired.plan.sessions == OLD[1:]
    assert costs(repaired) == (0, 0, 0)


# --- no plan, and bad input --------------------------------------------------------------------------------


def test_locked_sessions_that_contradict_are_told_and_nothing_is_planned() -> None:
    one, other = held("x", 2, "c1"), held("y", 2, "c2")
    repaired = mended(week(locked=(one, other)))
    assert (repaired.plan.status, repaired.plan.sessions) == ("infeasible", ())
    assert {"R3", "R4"} <= {each.rule for each in repaired.plan.reasons}
    assert repaired.reasons == repaired.plan.reasons
    assert not repaired.changes.people


def test_a_locked_session_that_the_past_leaves_no_room_for_is_told() -> None:
    repaired = mended(week(locked=(held("x", 0, "c1", day=1),)), now=hour(3))
    # The format's word "infeasible" is for locked sessions that contradict by themselves.
    assert (repaired.plan.status, repaired.plan.sessions) == ("unknown", ())
    assert [each.rule for each in repaired.reasons] == ["R7", "R8"]


@pytest.mark.parametrize(
    ("old", "path"),
    [
        (replace(OLD[0], citizens=("c1", "c1")), "sessions[0].citizens[1]"),
        (replace(OLD[0], citizens=("c9", "c9")), "sessions[0].citizens[1]"),
        (replace(OLD[0], staff=("t1", "t1")), "sessions[0].staff[1]"),
        (replace(OLD[0], start=hour(0) + 30), "sessions[0].start"),
    ],
)
def test_a_plan_of_another_problem_is_told_at_its_place(old: Session, path: str) -> None:
    with pytest.raises(ExchangeError) as told:
        mended(week(), (old,))
    assert [each.path for each in told.value.errors] == [path]


def test_a_plan_of_another_week_is_told() -> None:
    with pytest.raises(ExchangeError) as told:
        repair(week(), Plan("2026-W47", "feasible"), 0, Options(), Limits(5))
    assert [each.path for each in told.value.errors] == ["week"]


# --- a week with something of everything -------------------------------------------------------------------


def test_a_good_week_stays_whole_for_everybody_else_with_its_staff_and_ids() -> None:
    people = (
        replace(each, available=each.available[:2]) if each.id == "c07" else each for each in PROBLEM.citizens
    )
    repaired = mended(replace(PROBLEM, citizens=tuple(people)), SESSIONS, seconds=2)
    assert names(repaired) == ["c07"]
    kept = {each.id: each for each in repaired.plan.sessions}
    for session in SESSIONS:
        if session.citizens != ("c07",):
            others = set(session.citizens) - {"c07"}
            assert set(kept[session.id].citizens) - {"c07"} == others
            assert kept[session.id].room == session.room
            assert set(kept[session.id].staff) == set(session.staff)
