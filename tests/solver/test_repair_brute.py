"""Repairs of tiny weeks against the best of all that there are, found by trying everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple
from unittest import mock

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from solver.check import check
from solver.limits import Limits
from solver.plan import Plan, Session
from solver.problem import Interval, Problem, Scope, Separation
from solver.repair import Options, Repair, exact, repair
from solver.repair.first import safe
from solver.repair.given import given as parted
from solver.repair.harm import harm
from solver.repair.keep import days_alone, everybody
from solver.repair.least import fewest_changed, least_changed
from solver.repair.losses import Before
from tests.solver import brute
from tests.solver.problems import small_problems

Cost = tuple[int, int, int]
"""Duties lost, minutes lost, people changed."""


class Cheapest(brute._Search):
    """Takes each session in or leaves it out, as ``brute`` does, for the least cost of a repair."""

    def __init__(self, problem: Problem, old: Sequence[Session], fixed: list[Session], now: int) -> None:
        self.now = now
        self.site = {room.id: room.site for room in problem.rooms}
        rules = brute.Rules(problem)
        self.old = {each.id: self.visits(each.id, old) for each in problem.citizens}
        self.missed = self.missing(rules, old)
        self.had = {who: self.counted(rules, visits) for who, visits in self.old.items()}
        super().__init__(rules, fixed, 3_000)

    def visits(self, who: str, sessions: Sequence[Session]) -> set[tuple[Any, ...]]:
        return {
            (s.activity, self.site[s.room], s.start, s.end)
            for s in sessions
            if who in s.citizens and s.start >= self.now
        }

    def missing(self, rules: brute.Rules, sessions: Sequence[Session]) -> Counter[tuple[str, str]]:
        found = Counter[tuple[str, str]]()
        for citizen in rules.problem.citizens:
            attended = Counter(each.activity for each in sessions if citizen.id in each.citizens)
            for each in citizen.activities:
                found[citizen.id, each.activity] = max(0, each.min_sessions - attended[each.activity])
            seen = rules.given(citizen) or attended[rules.problem.idle_interview or ""]
            found[citizen.id, ""] = not (seen or any(rules.activities[each].counts for each in attended))
        return found

    @staticmethod
    def counted(rules: brute.Rules, visits: set[tuple[Any, ...]]) -> int:
        return sum(end - start for activity, _, start, end in visits if rules.activities[activity].counts)

    def _value(self, sessions: list[Session]) -> Cost:
        minutes, people = 0, 0
        for who, old in self.old.items():
            new = self.visits(who, sessions)
            minutes += max(0, self.had[who] - self.counted(self.rules, new))
            people += new != old
        return (self.missing(self.rules, sessions) - self.missed).total(), minutes, people

    def _at_best(self, taken: list[Session], left: int) -> Cost:
        """As if everybody could attend all that is left at once, and was changed only by what is sure."""
        some = [each for number, each in enumerate(self.row) if left >> number & 1]
        minutes, people = 0, 0
        for who, old in self.old.items():
            new, could = self.visits(who, taken), self.visits(who, some)
            minutes += max(0, self.had[who] - self.counted(self.rules, new | could))
            people += bool(new - old) or not old <= new | could
        return (self.missing(self.rules, [*taken, *some]) - self.missed).total(), minutes, people


class FewestPeople(Cheapest):
    """The same weeks, but people are what counts first: so many must change whatever else is given up."""

    def _value(self, sessions: list[Session]) -> Cost:
        return self._people_first(super()._value(sessions))

    def _at_best(self, taken: list[Session], left: int) -> Cost:
        return self._people_first(super()._at_best(taken, left))

    @staticmethod
    def _people_first(cost: Cost) -> Cost:
        return cost[2], cost[0], cost[1]


@st.composite
def changed(draw: st.DrawFn, problem: Problem, plan: Sequence[Session]) -> Problem:
    """Something has happened to a tiny week."""
    kind = draw(st.sampled_from(["ill", "away", "shut", "rivals", "level", "locked", "hours"]))
    citizen = draw(st.sampled_from(problem.citizens))

    def with_citizen(**fields: Any) -> Problem:
        people = (replace(each, **fields) if each is citizen else each for each in problem.citizens)
        return replace(problem, citizens=tuple(people))

    if kind == "ill":
        return with_citizen(available=draw(st.sampled_from([(), citizen.available[1:]])))
    if kind == "level":
        return with_citizen(level=3 - citizen.level)
    if kind == "hours":
        return with_citizen(
            max_minutes=citizen.max_minutes // 2 // problem.slot_minutes * problem.slot_minutes
        )
    if kind == "away":
        gone = draw(st.sampled_from(problem.staff))
        staff = (
            replace(each, available=each.available[1:]) if each is gone else each for each in problem.staff
        )
        return replace(problem, staff=tuple(staff))
    if kind == "shut":
        shut = draw(st.sampled_from(problem.rooms))
        rooms = (
            replace(each, closed=(Interval(0, 1440),)) if each is shut else each for each in problem.rooms
        )
        return replace(problem, rooms=tuple(rooms))
    if kind == "locked" and plan:
        one = draw(st.sampled_from(list(plan)))
        fewer = one.citizens[:1] if draw(st.booleans()) else one.citizens
        shift = draw(st.sampled_from([0, problem.slot_minutes]))
        moved = replace(one, citizens=fewer, start=one.start + shift, end=one.end + shift)
        others = [each for each in problem.locked if each.id != moved.id]
        return replace(problem, locked=(*others, moved))
    assume(len(problem.citizens) > 1)
    other = draw(st.sampled_from([each for each in problem.citizens if each is not citizen]))
    scope: Scope = draw(st.sampled_from(["session", "site"]))
    apart = Separation((citizen.id, other.id), scope, draw(st.sampled_from([0, problem.slot_minutes])))
    return replace(problem, separations=(*problem.separations, apart))


class Judged(NamedTuple):
    """A repair, what it costs, what is known of its costs, and the least of all that there are."""

    problem: Problem
    repaired: Repair
    cost: Cost
    bounds: Cost
    cheapest: Cost


def judged(data: st.DataObject, problem: Problem, limits: Limits) -> Judged:
    """Something happens to a tiny week; it is repaired, and every other week tried.

    Where what stands breaks rules, brute force knows of no plan: only that is told then.
    """
    old, after, now = _happening(data, problem)
    repaired = repair(after, Plan(after.week, "feasible", sessions=old), now, Options(workers=1), limits)
    fixed = _standing(after, old, now)
    if not brute.is_plan(after, fixed):
        assert bool(repaired.reasons) == _contradict(after, fixed, now)
        assume(False)
    try:
        search = Cheapest(after, old, fixed, now)
        cheapest = search._value(search.run())
    except brute.TooLargeError:
        assume(False)
    assert check(after, repaired.plan).clean
    assert set(fixed) <= set(repaired.plan.sessions)
    cost = (round(repaired.duties.value), round(repaired.hours.value * 60), round(repaired.people.value))
    assert search._value(list(repaired.plan.sessions)) == cost
    bounds = (round(repaired.duties.bound), round(repaired.hours.bound * 60), round(repaired.people.bound))
    return Judged(after, repaired, cost, bounds, cheapest)


@given(data=st.data(), problem=small_problems())
@settings(max_examples=80, derandomize=True, phases=[Phase.generate], deadline=None)
def test_a_tiny_week_is_repaired_as_well_as_trying_everything_does(
    data: st.DataObject, problem: Problem
) -> None:
    found = judged(data, problem, Limits(20))
    assert found.cost == found.bounds == found.cheapest


@given(data=st.data(), problem=small_problems())
@settings(max_examples=80, derandomize=True, phases=[Phase.generate], deadline=None)
def test_what_is_said_of_a_large_week_is_true_of_a_tiny_one(data: st.DataObject, problem: Problem) -> None:
    with mock.patch.object(exact, "LARGEST", 0):
        found = judged(data, problem, Limits(0.5))
    assert found.cheapest <= found.cost
    duties, minutes, people = found.cheapest
    assert found.bounds[0] <= duties
    if found.cost[0] == duties:
        assert found.bounds[1] <= minutes
        if found.cost[1] == minutes:
            assert found.bounds[2] <= people


@given(data=st.data(), problem=small_problems())
@settings(max_examples=120, derandomize=True, phases=[Phase.generate], deadline=None)
def test_no_tiny_week_changes_fewer_people_than_the_model_of_visits_says(
    data: st.DataObject, problem: Problem
) -> None:
    old, after, now = _happening(data, problem)
    fixed = _standing(after, old, now)
    assume(brute.is_plan(after, fixed))
    before = Before(parted(after, Plan(after.week, "feasible", sessions=old), now))
    start, most, limits = safe(before.given), len(after.citizens), Limits(20)
    week = everybody(before, start, limits.go_on)
    fewest = fewest_changed(week, 0, most, limits, limits.left, 1, 1)
    days = {before.visit(session).day for session in before.given.coming}
    by_days = [
        least_changed(days_alone(before, start, some, limits.go_on), 0, limits, limits.left, 1, 1)
        for some in ({day} for day in sorted(days))
    ]
    try:
        search = FewestPeople(after, old, fixed, now)
        people, _, _ = search._value(search.run())
    except brute.TooLargeError:
        assume(False)
    assert max([harm(before).least, fewest.least, *by_days]) <= people
    # A tiny week has groups of one size: the model leaves nothing out that would matter.
    assert fewest.reached or fewest.least == most


def _happening(data: st.DataObject, problem: Problem) -> tuple[tuple[Session, ...], Problem, int]:
    try:
        planned = brute.best_plan(problem, most_steps=4_000)
    except brute.TooLargeError:
        assume(False)
    assume(planned)
    assert planned is not None
    old = tuple(replace(each, id=f"s{number}") for number, each in enumerate(planned))
    after = data.draw(changed(replace(problem, locked=()), old))
    return old, after, data.draw(st.sampled_from([0, 0, 9 * 60, 1440]))


def _standing(problem: Problem, old: Sequence[Session], now: int) -> list[Session]:
    ids = {each.id for each in problem.locked}
    held = {(each.activity, each.room, each.start, each.end) for each in problem.locked}
    past = [
        each
        for each in old
        if each.start < now
        and each.id not in ids
        and (each.activity, each.room, each.start, each.end) not in held
    ]
    return [*past, *problem.locked]


def _contradict(problem: Problem, fixed: Sequence[Session], now: int) -> bool:
    free = replace(problem, locked=())
    past = [each for each in fixed if each.start < now]
    told = Counter(check(free, Plan(free.week, "unknown", sessions=tuple(past))).violations)
    found = Counter(check(problem, Plan(problem.week, "unknown", sessions=tuple(fixed))).violations)
    return bool(found - told)
