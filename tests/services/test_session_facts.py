"""What is to be watched in a session, with its own numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.domain.plans import PlannedSession, PlanVersion, VersionState
from desktop.domain.unit import Unit
from desktop.services.facts import (
    AloneBeside,
    AloneOnSite,
    Avoids,
    Cost,
    Fact,
    GroupSize,
    KeptApart,
    LevelGroupSize,
    NeedsApproval,
    RoomFeatures,
    RoomHolds,
    SessionFacts,
    Staffing,
)
from desktop.services.session_facts import session_facts
from desktop.services.week.planning import PlanningService, Prepared
from desktop.services.week.versions import session_of
from solver.check import check
from solver.plan import Plan
from tests.services.fakes import FakeClock, FakeStore
from tests.services.small_unit import UNIT, WEEK, citizen


def session(
    name: str, start: tuple[int, int], end: tuple[int, int], *citizens: str, room: str = "r1", day: int = 23
) -> PlannedSession:
    """A job club, Monday unless another day is given."""
    first, last = (WEEK.moment((day - 23) * 1440 + hour * 60 + minute) for hour, minute in (start, end))
    return PlannedSession(name, "club", room, first, last, ("m2",), citizens)


def facts_of(unit: Unit, *sessions: PlannedSession) -> SessionFacts:
    """The facts of the first of the sessions."""
    prepared = prepared_for(unit)
    version = PlanVersion(
        "v", WEEK, 1, VersionState.DRAFT, FakeClock().now(), "K", "feasible", 1.0, (), sessions, (), "0"
    )
    return session_facts(prepared, version, sessions[0].id)


def prepared_for(unit: Unit) -> Prepared:
    return PlanningService(FakeStore(unit), FakeClock(), "K").prepare(WEEK)


def only(facts: SessionFacts, kind: type[Fact]) -> Fact:
    (found,) = [fact for fact in facts.facts if isinstance(fact, kind)]
    return found


def test_room_group_staff_and_cost() -> None:
    facts = facts_of(UNIT, session("a", (9, 0), (11, 0), "c1", "c2"))
    assert only(facts, RoomHolds) == RoomHolds(8, 2)
    assert only(facts, GroupSize) == GroupSize(1, 6, 2)
    assert only(facts, LevelGroupSize) == LevelGroupSize(1, 6, 2)
    assert only(facts, Staffing) == Staffing(1, 0, None, 1, 0, 1, 0)
    assert only(facts, Cost) == Cost(0, 0, 5_300_000 // 53)
    assert all(fact.holds for fact in facts.facts)


def test_people_and_staff() -> None:
    facts = facts_of(UNIT, session("a", (9, 0), (11, 0), "c1"))
    (person,) = facts.people
    assert (person.citizen, person.level, person.groups) == ("c1", 1, ("g1",))
    (carrier,) = facts.staff
    assert (carrier.staff, carrier.skilled, carrier.guard) == ("m2", True, False)


def test_a_higher_level_asks_for_more_staff_and_a_smaller_group() -> None:
    unit = replace(UNIT, citizens=(citizen("c1", level=2), *UNIT.citizens[1:]))
    facts = facts_of(unit, session("a", (9, 0), (11, 0), "c1", "c2"))
    assert only(facts, LevelGroupSize) == LevelGroupSize(2, 2, 2)
    staffing = only(facts, Staffing)
    assert staffing == Staffing(2, 0, 2, 1, 0, 1, 1)
    assert not staffing.holds


def test_the_only_one_with_the_skill_does_not_count_while_bound_as_the_guard() -> None:
    levels = (replace(UNIT.levels[0], guards=1), UNIT.levels[1])
    other, teacher = UNIT.staff
    guard = replace(teacher, skills=teacher.skills | {"guard"})
    unit = replace(UNIT, levels=levels, staff=(other, guard))
    both = replace(session("a", (9, 0), (11, 0), "c1"), staff=(other.id, guard.id))
    staffing = only(facts_of(unit, both), Staffing)
    assert isinstance(staffing, Staffing)
    assert (staffing.guards_given, staffing.given, staffing.skilled) == (1, 2, 1)
    assert not staffing.holds
    assert staffing.skill_guards
    prepared = prepared_for(unit)
    plan = Plan(prepared.problem.week, "feasible", sessions=(session_of(WEEK, both),))
    assert any(broken.rule == "R5" for broken in check(prepared.problem, plan).violations)


def test_a_room_that_is_too_small_or_lacks_something_does_not_hold() -> None:
    levels = (replace(UNIT.levels[0], room_features=frozenset({"alarm"})), UNIT.levels[1])
    rooms = (UNIT.rooms[0], replace(UNIT.rooms[1], capacity=1))
    unit = replace(UNIT, levels=levels, rooms=rooms)
    facts = facts_of(unit, session("a", (9, 0), (11, 0), "c1", "c2", room="r2"))
    assert not only(facts, RoomHolds).holds
    features = only(facts, RoomFeatures)
    assert features == RoomFeatures(frozenset({"alarm"}), frozenset({"alarm"}))
    assert not features.holds


@pytest.mark.parametrize(
    ("start", "end", "minutes", "after", "holds"),
    [
        ((11, 30), (13, 30), 30, True, True),
        ((11, 0), (13, 0), 0, True, False),
        ((13, 0), (15, 0), 120, True, True),
        ((8, 0), (8, 30), 30, False, True),
        ((8, 0), (9, 0), 0, False, False),
    ],
)
def test_the_nearest_rival_on_the_site_is_told_with_the_minutes_between(
    start: tuple[int, int], end: tuple[int, int], minutes: int, after: bool, holds: bool
) -> None:
    facts = facts_of(
        UNIT, session("a", (9, 0), (11, 0), "c1", "c2"), session("b", start, end, "c3", room="r2")
    )
    apart = only(facts, KeptApart)
    assert isinstance(apart, KeptApart)
    assert (apart.citizens, apart.against, apart.on_site) == (("c1", "c2"), "g2", True)
    assert (apart.gap_minutes, apart.rivals) == (30, 2)
    assert apart.nearest is not None
    assert (apart.nearest.citizen, apart.nearest.minutes, apart.nearest.after) == ("c3", minutes, after)
    assert apart.holds is holds


def test_rivals_of_another_day_or_site_are_not_near() -> None:
    facts = facts_of(UNIT, session("a", (9, 0), (11, 0), "c1"), session("b", (9, 0), (11, 0), "c3", day=24))
    apart = only(facts, KeptApart)
    assert isinstance(apart, KeptApart)
    assert apart.nearest is None
    assert apart.holds


def test_rivals_in_the_session_break_it() -> None:
    facts = facts_of(UNIT, session("a", (9, 0), (11, 0), "c1", "c3"))
    apart = {fact.citizens: fact for fact in facts.facts if isinstance(fact, KeptApart)}
    assert apart["c1",].together == ("c3",)
    assert apart["c3",].together == ("c1",)
    assert not any(fact.holds for fact in apart.values())


def test_alone_on_site_and_a_manual_yes() -> None:
    strict = replace(UNIT.levels[1], alone_on_site=True, needs_approval=True)
    unit = replace(UNIT, levels=(UNIT.levels[0], strict), citizens=(citizen("c1", 2), *UNIT.citizens[1:]))
    calm = facts_of(
        unit, session("a", (9, 0), (11, 0), "c1"), session("b", (12, 0), (14, 0), "c2", room="r2")
    )
    assert only(calm, NeedsApproval) == NeedsApproval(("c1",))
    alone = only(calm, AloneOnSite)
    assert isinstance(alone, AloneOnSite)
    assert alone.nearest is not None
    assert (alone.nearest.citizen, alone.nearest.minutes) == ("c2", 60)
    assert alone.holds
    met = facts_of(unit, session("a", (9, 0), (11, 0), "c1"), session("b", (10, 0), (12, 0), "c2", room="r2"))
    assert not only(met, AloneOnSite).holds


def test_avoided_staff_and_sites() -> None:
    shy = replace(UNIT.citizens[0], avoid_staff=("m1",), avoid_sites=("s2",))
    facts = facts_of(replace(UNIT, citizens=(shy, *UNIT.citizens[1:])), session("a", (9, 0), (11, 0), "c1"))
    assert only(facts, Avoids) == Avoids("c1", ("m1",), ("s2",), False)


def test_without_a_budget_on_record_none_is_told() -> None:
    cost = only(facts_of(replace(UNIT, limits=()), session("a", (9, 0), (11, 0), "c1")), Cost)
    assert isinstance(cost, Cost)
    assert cost.budget is None


def test_a_session_that_is_not_in_the_plan_is_refused() -> None:
    prepared = prepared_for(UNIT)
    version = PlanVersion(
        "v", WEEK, 1, VersionState.DRAFT, FakeClock().now(), "K", "feasible", 1.0, (), (), (), "0"
    )
    with pytest.raises(LookupError):
        session_facts(prepared, version, "none")


def test_somebody_else_who_must_be_alone_on_the_site_is_told_of() -> None:
    strict = replace(UNIT.levels[1], alone_on_site=True)
    unit = replace(UNIT, levels=(UNIT.levels[0], strict), citizens=(citizen("c1", 2), *UNIT.citizens[1:]))
    alone = session("b", (8, 0), (9, 0), "c1", room="r2")
    beside = only(facts_of(unit, session("a", (10, 0), (12, 0), "c2"), alone), AloneBeside)
    assert isinstance(beside, AloneBeside)
    assert beside.nearest is not None
    assert (beside.citizen, beside.nearest.minutes, beside.nearest.after) == ("c1", 60, False)
    assert beside.holds
    assert not only(facts_of(unit, session("a", (8, 30), (10, 0), "c2"), alone), AloneBeside).holds
    other_day = facts_of(unit, session("a", (8, 30), (10, 0), "c2", day=24), alone)
    assert not [fact for fact in other_day.facts if isinstance(fact, AloneBeside)]
