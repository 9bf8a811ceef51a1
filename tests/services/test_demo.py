from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from itertools import combinations

import pytest

from desktop.domain.conflicts import Scope, groups_in, separations_in
from desktop.domain.offers import OfferKind, PlacementKind
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.demo import demo_unit_text
from desktop.services.demo_names import LAST_NAMES
from desktop.services.files.importing import import_unit, read_unit
from desktop.services.ids import sequential_ids
from desktop.services.week.building import build_problem
from desktop.services.week.planning import PlanningService
from desktop.services.week.warning_kinds import WarningKind
from desktop.services.week.warnings import week_warnings
from solver.check import check
from solver.exchange import read_problem, write_problem
from solver.plan import Plan
from solver.problem import Problem
from tests.services.fakes import FakeClock, FakeStore

TODAY = date(2026, 11, 25)
WEEK = IsoWeek(2026, 48)
SEEDS = [1, 2, 3]
seeds = pytest.mark.parametrize("seed", SEEDS)


@cache
def demo(seed: int) -> Unit:
    return read_unit(demo_unit_text(seed, TODAY), sequential_ids())


@cache
def problem(seed: int) -> Problem:
    return build_problem(demo(seed), WEEK)


def test_the_same_seed_and_week_give_the_same_text() -> None:
    assert demo_unit_text(1, TODAY) == demo_unit_text(1, WEEK.monday)
    assert demo_unit_text(1, TODAY) != demo_unit_text(2, TODAY)
    assert demo_unit_text(1, TODAY) != demo_unit_text(1, WEEK.next().monday)


@pytest.mark.parametrize(
    "today", [date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2030, 6, 15)]
)
def test_it_loads_whatever_day_it_is(today: date) -> None:
    store = FakeStore()
    import_unit(store, demo_unit_text(7, today), sequential_ids())
    prepared = PlanningService(store, FakeClock(), "Koordinator").prepare(IsoWeek.containing(today))
    assert len(prepared.problem.citizens) == 70
    assert read_problem(write_problem(prepared.problem)) == prepared.problem


@seeds
def test_its_people_are_shaped_by_the_memo(seed: int) -> None:
    unit = demo(seed)
    kinds = Counter(placement.kind for placement in unit.placements)
    assert len(unit.citizens) == 70
    assert kinds[PlacementKind.COMMUNITY_WORK] == 14
    assert kinds[PlacementKind.INTERNSHIP] + kinds[PlacementKind.WAGE_SUBSIDY] == 9
    assert len({placement.citizen for placement in unit.placements}) == 23
    assert len({citizen.name for citizen in unit.citizens}) == 70
    assessed = Counter(citizen.assessments[-1].level for citizen in unit.citizens if citizen.assessments)
    shares = [round(100 * assessed[level] / 70) for level in (1, 2, 3, 4)]
    assert all(abs(share - wanted) <= 4 for share, wanted in zip(shares, (55, 25, 14, 6), strict=True))
    assert {offer.kind for offer in unit.offers} == set(OfferKind)
    assert any(limit.value == 15_000_000 for limit in unit.limits)


@seeds
def test_its_house_is_a_dozen_staff_of_the_unit_and_two_suppliers_on_three_sites(seed: int) -> None:
    unit = demo(seed)
    assert 12 <= len(unit.staff) <= 14
    assert {member.supplier for member in unit.staff} == {None, *(supplier.id for supplier in unit.suppliers)}
    assert len(unit.suppliers) == 2
    with_rooms = Counter(room.site for room in unit.rooms)
    assert sorted(with_rooms.values()) == [4, 4, 5]
    assert len({room.features for room in unit.rooms}) >= 4


@seeds
def test_its_rivalries_are_dated_and_of_every_sort(seed: int) -> None:
    unit = demo(seed)
    groups = {group.id for group in unit.groups}
    assert len(groups) == 8
    held = separations_in(unit.separations, WEEK)
    later = [row for row in unit.separations if row.span.first > WEEK.sunday]
    over = [row for row in unit.separations if row.span.last is not None and row.span.last < WEEK.monday]
    assert len(later) == 1
    assert len(over) == 1
    assert sum(row.side_a == row.side_b for row in held) == 1
    assert sum(row.scope is Scope.SITE and row.gap_minutes >= 30 for row in held) >= 3
    assert sum(row.side_a not in groups and row.side_b not in groups for row in held) == 3


@seeds
def test_rivals_are_never_placed_at_one_workplace(seed: int) -> None:
    unit = demo(seed)
    assert check(problem(seed), Plan("2026-W48", "feasible")).warnings == ()
    groups = groups_in(unit.memberships, WEEK)
    for one, other in combinations(unit.placements, 2):
        sides = {
            frozenset((here, there))
            for here in (one.citizen, *groups.get(one.citizen, ()))
            for there in (other.citizen, *groups.get(other.citizen, ()))
        }
        rivals = any(frozenset((row.side_a, row.side_b)) in sides for row in unit.separations)
        assert not (rivals and one.site == other.site)


@seeds
def test_its_warnings_are_those_it_is_made_to_show(seed: int) -> None:
    found = Counter(warning.kind for warning in week_warnings(demo(seed), WEEK, problem(seed)))
    assert found[WarningKind.LEVEL_RUN_OUT] == 4
    assert found[WarningKind.LEVEL_NONE] == 2
    assert found[WarningKind.NO_CAP] == 1
    assert found[WarningKind.MEMBERSHIP_UNKNOWN] == 3
    assert set(found) <= {
        WarningKind.LEVEL_RUN_OUT,
        WarningKind.LEVEL_NONE,
        WarningKind.NO_CAP,
        WarningKind.MEMBERSHIP_UNKNOWN,
        WarningKind.NEEDS_APPROVAL,
    }


@seeds
def test_its_week_asks_for_more_hours_than_its_staff_can_give_alone(seed: int) -> None:
    """There is something to plan: hours enough to want, staff too few to give each one alone."""
    week = problem(seed)
    lengths = {activity.id: max(activity.minutes) for activity in week.activities if activity.counts}
    wanted = 0
    for citizen in week.citizens:
        placed = sum(block.end - block.start for block in week.commitments if citizen.id in block.citizens)
        offered = sum(row.max_sessions * lengths.get(row.activity, 0) for row in citizen.activities)
        wanted += min(offered, max(0, citizen.max_minutes - placed))
    staffed = sum(member.max_minutes for member in week.staff)
    assert 800 <= wanted / 60 <= 1100
    assert 350 <= staffed / 60 <= 420
    assert week.budget is not None
    assert 280_000 <= week.budget <= 290_000


@seeds
def test_few_of_its_duties_can_never_be_met(seed: int) -> None:
    """Nobody must join a group that is too large for them, or come while they are away."""
    week = problem(seed)
    largest = {level.level: level.max_group for level in week.levels}
    smallest = {activity.id: activity.min_group for activity in week.activities}
    idle = week.idle_interview
    away = [citizen for citizen in week.citizens if not citizen.available]
    for citizen in week.citizens:
        for row in citizen.activities:
            asked = row.min_sessions and row.activity != idle
            assert not (asked and smallest[row.activity] > largest[citizen.level])
            assert not (asked and (citizen in away or citizen.max_minutes == 0))
    assert 1 <= len(away) <= 2


@seeds
def test_its_money_nearly_binds(seed: int) -> None:
    """What the suppliers' staff could carry out costs more than the week's money where the sessions are
    short, less where they are long: a plan must look at prices, but is not stopped by them."""
    unit, week = demo(seed), problem(seed)
    assert week.budget is not None
    bought = {row.id for row in unit.activities if row.offer is not None}
    assert all((row.cost_per_session > 0) == (row.id in bought) for row in week.activities)
    suppliers = {member.id for member in unit.staff if member.supplier is not None}
    hours = sum(member.max_minutes for member in week.staff if member.id in suppliers) / 60
    prices = [
        (row.cost_per_session + row.min_group * row.cost_per_citizen) * 60 / length
        for row in week.activities
        if row.id in bought
        for length in row.minutes
    ]
    assert hours * min(prices) < week.budget < hours * max(prices)


@seeds
def test_its_names_are_invented_and_its_groups_are_named_after_nothing(seed: int) -> None:
    unit = demo(seed)
    assert all(member.name.split()[-1] in LAST_NAMES for member in unit.staff)
    names = {member.name for member in unit.staff} | {citizen.name for citizen in unit.citizens}
    assert len(names) == 70 + len(unit.staff)
    assert all(group.name.endswith("gruppen") for group in unit.groups)
    words = " ".join([*(site.name for site in unit.sites), *LAST_NAMES])
    assert not any(group.name.removesuffix("gruppen") in words for group in unit.groups)


@seeds
def test_no_file_of_its_week_tells_a_name(seed: int) -> None:
    text = write_problem(problem(seed))
    unit = demo(seed)
    names = [citizen.name for citizen in unit.citizens] + [member.name for member in unit.staff]
    for name in (*names, *(group.name for group in unit.groups)):
        assert name not in text
