"""A week that is kept up to date is the one that would be made anew, whatever was changed, undone or locked.

Were one of the things that a part of the week depends on forgotten, an edit of it would leave the part as it
was, and the two would differ.
"""

from __future__ import annotations

import gc
from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.conflicts import Scope, Separation
from desktop.domain.locks import Lock, LockKind
from desktop.domain.offers import Offer, OfferKind, Placement, PlacementKind
from desktop.domain.people import Absence, AbsenceKind
from desktop.domain.plans import PlannedSession, PlanVersion, VersionState, gone_by
from desktop.domain.settings import ClosedDays
from desktop.domain.time import DateSpan, IsoWeek, TimeSpan, WeeklyBlock
from desktop.domain.unit import Entity, Unit
from desktop.services.change import Edit
from desktop.services.demo import demo_unit_text
from desktop.services.files.importing import import_unit
from desktop.services.ports import local_time
from desktop.services.week import week_parts
from desktop.services.week.building import CannotPlan, build_problem, checked_problem
from desktop.services.week.locking import binding, locks_of
from desktop.services.week.person_part import PersonPart, person_part
from desktop.services.week.planning import PlanningService, Prepared, prepared_of
from desktop.services.week.unit_parts import PersonRecords, UnitHouse
from desktop.services.week.unsafe import danger
from desktop.services.week.versions import plan_of, version_id
from desktop.services.week.week_parts import WeekParts
from desktop.services.week.when_broken import judged
from solver.check import broken, check, figures
from solver.check import given as given_in
from tests.services.fakes import FakeStore
from tests.services.small_unit import SINCE, UNIT, WEEK
from tests.services.unit_edits import any_unit_edit

WEEKS = (WEEK, WEEK.next(), WEEK.previous())
FULL = replace(
    UNIT,
    closed_days=(ClosedDays("d1", DateSpan(WEEK.days[4], WEEK.days[4]), "Personaledag"),),
    offers=(
        *UNIT.offers,
        Offer("o2", "Mentorforløb", OfferKind.MENTOR_COMPANY, "u1", SINCE, 4),
        Offer("o3", "Nytteindsats", OfferKind.COMMUNITY_WORK, None, SINCE),
    ),
    separations=(
        *UNIT.separations,
        Separation("x2", "c1", "c4", Scope.SESSION, 0, "Trussel", SINCE, "Politiet"),
    ),
    placements=(
        Placement("p1", "c1", PlacementKind.INTERNSHIP, "Firma", "s2", (WeeklyBlock(0, 500, 700),), SINCE),
        Placement(
            "p2", "c3", PlacementKind.COMMUNITY_WORK, "Kommunen", "s2", (WeeklyBlock(0, 515, 700),), SINCE
        ),
    ),
    absences=(Absence("a1", "c2", AbsenceKind.ILLNESS, TimeSpan(WEEK.moment(1920), WEEK.moment(3600))),),
)


class MovingClock:
    """Goes on when a test says so."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class Office:
    """A unit that is edited by chance, and one service that keeps its weeks."""

    def __init__(self, unit: Unit, random: Random) -> None:
        self.store, self.clock, self.random = FakeStore(unit), MovingClock(), random
        self.planning = PlanningService(self.store, self.clock, "Koordinator")
        self._parts = {week: WeekParts(week) for week in WEEKS}
        self._done: list[Edit] = []
        for _ in WEEKS:
            self._version()

    def unit(self) -> Unit:
        with self.store.begin() as work:
            return work.unit()

    def do(self) -> None:
        """An edit, one undone, a lock, another version, or some hours that pass."""
        random = self.random
        act = random.choice(
            (self._edit,) * 6 + (self._undo, self._undo, self._lock, self._version, self._wait)
        )
        act()

    def holds(self) -> None:
        """What is kept equals what is made anew, and so does what the check says of it."""
        for week in WEEKS:
            self._holds_in(week)

    def _holds_in(self, week: IsoWeek) -> None:
        now = local_time(self.clock)
        fresh = self._fresh(week)
        if fresh is None:
            with pytest.raises(CannotPlan):
                self.planning.prepare(week)
            return
        kept = self.planning.prepare(week)
        assert kept == fresh
        # Also where nothing is forgotten that is another by now.
        assert prepared_of(fresh.unit, week, fresh.locks, self._parts[week]) == fresh
        for version in self.planning.versions(week):
            given = gone_by(self.planning.versions(week))
            bound = prepared_of(fresh.unit, week, binding(fresh.locks, version))
            assert self.planning.recheck(kept, version) == judged(
                bound.checked, bound.unit, version, now, given=given
            )
            told = danger(kept.checked, kept.unit, version, now, checks=self.planning.checks)
            assert told == danger(fresh.checked, fresh.unit, version, now)

    def _fresh(self, week: IsoWeek) -> Prepared | None:
        with self.store.begin() as work:
            unit, locks = work.unit(), locks_of(work.all(Lock), week)
        try:
            fresh = prepared_of(unit, week, locks)
        except CannotPlan:
            return None
        # One week is enough to see that the parts are put together alike, and two more take as long again.
        if week == WEEK:
            assert fresh.problem == build_problem(unit, week, locks)
            assert fresh.checked == checked_problem(unit, week, locks)
        return fresh

    def _edit(self) -> None:
        edit = any_unit_edit(self.unit(), self.random.choice(WEEKS), self.random)
        self._apply(edit)
        self._done.append(edit)

    def _undo(self) -> None:
        if self._done:
            edit = self._done.pop()
            self._apply(Edit(edit.after, edit.before))

    def _apply(self, edit: Edit) -> None:
        with self.store.begin() as work:
            if edit.after is not None:
                work.put(edit.after)
            elif edit.before is not None and work.get(type(edit.before), edit.before.id) is not None:
                work.remove(type(edit.before), edit.before.id)
            work.commit()

    def _wait(self) -> None:
        self.clock.moment += timedelta(hours=self.random.choice((1, 9, 30)))

    def _version(self) -> None:
        week = self.random.choice(WEEKS)
        number = self.random.randrange(1, 3)
        state = self.random.choice(tuple(VersionState))
        self.store.put(
            PlanVersion(
                id=version_id(week, number),
                week=week,
                number=number,
                state=state,
                published_at=self.clock.now() if state is VersionState.PUBLISHED else None,
                created_at=self.clock.now(),
                created_by="Koordinator",
                seconds=1.0,
                status="feasible",
                goals=(),
                sessions=tuple(self._session(week, f"s{at}") for at in range(self.random.randrange(6))),
                unmet=(),
                digest=f"{self.random.random()}",
            )
        )

    def _lock(self) -> None:
        week, kind = self.random.choice(WEEKS), self.random.choice(tuple(LockKind))
        session = self._session(week, f"s{self.random.randrange(3)}")
        subject = {
            LockKind.SESSION: session.id,
            LockKind.PERSON: self.random.choice((*session.citizens, *session.staff, "m1")),
            LockKind.DAY: self.random.choice(week.days).isoformat(),
        }
        name = f"k{self.random.randrange(2)}"
        made = Lock(name, week, kind, subject[kind], (session,), "Koordinator", self.clock.now())
        if self.random.random() < 0.4:
            self._apply(Edit(made, None))
        else:
            self.store.put(made)

    def _session(self, week: IsoWeek, name: str) -> PlannedSession:
        unit, random = self.unit(), self.random
        start = week.moment(random.randrange(5) * 1440 + random.randrange(450, 900, 15))

        def some(ids: list[str], most: int) -> tuple[str, ...]:
            return tuple(random.sample(ids, min(len(ids), random.randrange(most))))

        return PlannedSession(
            name,
            random.choice(unit.activities).id,
            random.choice(unit.rooms).id,
            start,
            start + timedelta(minutes=random.choice((30, 60, 120, 180))),
            some([each.id for each in unit.staff], 3),
            some([each.id for each in unit.citizens], 5),
        )


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), length=st.integers(1, 20))
def test_what_is_kept_of_a_week_equals_what_is_made_anew(seed: int, length: int) -> None:
    office = Office(FULL, Random(seed))
    for _ in range(length):
        office.do()
        office.holds()
    for _ in range(length):
        office.do()
    office.holds()


@pytest.fixture(scope="module")
def demo() -> Unit:
    store = FakeStore()
    import_unit(store, demo_unit_text(1, WEEK.monday))
    with store.begin() as work:
        return work.unit()


@pytest.mark.parametrize("seed", range(2))
def test_so_it_does_in_the_demo_unit(demo: Unit, seed: int) -> None:
    office = Office(demo, Random(seed))
    for _ in range(8):
        office.do()
        office.holds()


def test_the_edits_are_of_every_kind_and_every_field() -> None:
    random = Random(4)
    changed: Counter[tuple[str, str]] = Counter()
    for _ in range(12_000):
        edit = any_unit_edit(FULL, WEEK, random)
        if edit.before is not None and edit.after is not None:
            for field in fields(edit.after):
                if getattr(edit.before, field.name) != getattr(edit.after, field.name):
                    changed[type(edit.after).__name__, field.name] += 1
    wanted = {
        (type(entity).__name__, field.name)
        for part in fields(Unit)
        for entity in _entities(getattr(FULL, part.name))
        for field in fields(entity)
    }
    assert {field for _, field in wanted - changed.keys()} == {"id", "end_reviewed"}


def _entities(value: Entity | tuple[Entity, ...]) -> tuple[Entity, ...]:
    return value if isinstance(value, tuple) else (value,)


def test_after_a_change_of_one_person_nobody_else_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []

    def watched(house: UnitHouse, records: PersonRecords) -> PersonPart:
        worked.append(records.citizen.id)
        return person_part(house, records)

    monkeypatch.setattr(week_parts, "person_part", watched)
    store = FakeStore(FULL)
    planning = PlanningService(store, MovingClock(), "Koordinator")
    planning.prepare(WEEK)
    assert worked == [each.id for each in FULL.citizens]
    worked.clear()
    store.put(replace(FULL.citizens[1], availability=()))
    assert planning.prepare(WEEK).problem.citizens[1].available == ()
    assert worked == ["c2"]


def test_of_somebody_who_is_gone_nothing_is_kept() -> None:
    store = FakeStore(replace(FULL, memberships=(), referrals=(), enrolments=()))
    planning = PlanningService(store, MovingClock(), "Koordinator")
    for week in WEEKS:
        planning.prepare(week)
    with store.begin() as work:
        work.remove(type(FULL.citizens[3]), "c4")
        work.commit()
    planning.prepare(WEEK)
    assert kept_of(planning, "c4") == []
    assert kept_of(planning, "c1")
    planning.forget()
    assert kept_of(planning, "c1") == []


def kept_of(planning: PlanningService, citizen: str) -> list[PersonRecords]:
    """What the service holds of somebody, however deep."""
    seen: set[int] = set()
    left: list[object] = [vars(planning)]
    found = []
    while left:
        each = left.pop()
        if id(each) in seen or isinstance(each, type) or each is planning:
            continue
        seen.add(id(each))
        if isinstance(each, PersonRecords) and each.citizen.id == citizen:
            found.append(each)
        left.extend(gc.get_referents(each))
    return found


def test_the_parts_of_a_check_are_those_of_the_whole() -> None:
    office = Office(FULL, Random(1))
    for _ in range(8):
        office._version()
    problem = build_problem(FULL, WEEK)
    versions = office.planning.versions(WEEK)
    assert versions
    for version in versions:
        plan = plan_of(version)
        report = check(problem, plan)
        assert broken(problem, plan) == report.violations
        assert given_in(problem, plan) == report.warnings
        assert figures(problem, plan) == (report.goals, report.unmet)
