"""A planned week repaired after something happened: held against the check and the old plan, then stored.

Nothing that the planning engine says of its repair is taken on trust. The plan goes through the independent
check; what had begun must stand as it stood; hours and people are counted here, and a proof counts only where
the engine speaks of the same numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isclose, isfinite

from desktop.domain.locks import Lock
from desktop.domain.plans import PlanVersion, gone_by, handed_out
from desktop.services.change import Change, Edit
from desktop.services.ports import Clock, Store, UnitOfWork, local_time
from desktop.services.tellings import untell
from desktop.services.week.building import CannotPlan, checked_problem
from desktop.services.week.checks import happened
from desktop.services.week.locking import binding, locks_of
from desktop.services.week.planning import Accepted, NoPlan, Prepared, UnitChanged, UnsafePlan
from desktop.services.week.versions import next_number, plan_of, version_of
from desktop.services.week.week_time import minute_now
from desktop.services.week.when_broken import Judged, by_time, plain
from solver.check import check
from solver.plan import Plan, Session
from solver.problem import Problem


class PastChanged(Exception):
    """A repaired plan says something else of what had begun before the repair."""


class Outdone(Exception):
    """The plan that was repaired is no longer the one in force: another version came in between."""


@dataclass(frozen=True, slots=True)
class Least:
    """A cost of a repair. ``bound``: no safe week has less; None where that is not known."""

    value: float
    bound: float | None = None

    @property
    def proven(self) -> bool:
        return self.bound is not None and isclose(self.value, self.bound, abs_tol=1e-9)


@dataclass(frozen=True, slots=True)
class Costs:
    """What a repair takes: duties, counted hours, and people whose week is another.

    ``hours_of`` says it by citizen, the hours that they had and have no longer.
    """

    duties: Least
    hours: Least
    people: Least
    hours_of: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A plan that was found safe but for what had happened already.

    ``minute`` is the minute of the week that the repair begins at, ``base`` the version that was repaired,
    ``version`` the repaired week, not stored.
    """

    prepared: Prepared
    base: PlanVersion
    minute: int
    plan: Plan
    version: PlanVersion
    report: Judged
    costs: Costs
    seconds: float


def held_against(problem: Problem, old: Plan, plan: Plan, minute: int) -> Judged:
    """Checks a repaired plan. The report's violations are those to come alone: what had begun before
    ``minute`` stands as it stood, whatever it breaks.

    Raises ``NoPlan``, ``UnsafePlan``, ``PastChanged``.
    """
    if plan.status not in ("optimal", "feasible"):
        raise NoPlan(plan)
    report = check(problem, plan)
    running = {each.id for each in plan.sessions if each.start < minute <= each.end}
    found = by_time(report.violations, happened(problem, plan.sessions, minute), running)
    left = replace(plain(report), violations=found.coming, running=found.running, over=found.over)
    if not left.clean:
        raise UnsafePlan(left)
    locked = {session.id for session in problem.locked}
    if _begun(problem, old, minute, locked) != _begun(problem, plan, minute, locked):
        raise PastChanged
    return left


def overtaken(repaired: Repaired, clock: Clock) -> bool:
    """Whether a session that the repair would change has begun since: then it can't be taken any more."""
    problem, minute = repaired.prepared.checked, _now(repaired, clock)
    locked = {session.id for session in problem.locked}
    old, new = (_begun(problem, plan, minute, locked) for plan in (plan_of(repaired.base), repaired.plan))
    return old != new


def costs_of(prepared: Prepared, old: Plan, plan: Plan, minute: int, said: object) -> Costs:
    """What a repair takes, counted here; ``said`` is what the engine says of it (``repair.schema.json``)."""
    problem = prepared.checked
    counting = {activity.id for activity in problem.activities if activity.counts}
    sites = {room.id: room.site for room in problem.rooms}
    hours: dict[str, float] = {}
    people = 0
    for citizen in problem.citizens:
        before, after = (_visits(each, citizen.id, minute, sites) for each in (old, plan))
        people += before != after
        lost = (_minutes(before, counting) - _minutes(after, counting)) / 60
        if lost > 0:
            hours[citizen.id] = lost
    missing = Counter((each.citizen, each.duty) for each in check(problem, plan).unmet)
    had = Counter((each.citizen, each.duty) for each in check(problem, _known(problem, old)).unmet)
    duties = (missing - had).total() if "duties" in problem.goals else 0
    return Costs(
        duties=_least(duties, said, "duties_lost"),
        hours=_least(sum(hours.values()), said, "hours_lost"),
        people=_least(people, said, "people_changed"),
        hours_of=hours,
    )


class RepairService:
    """Keeps repaired weeks. ``user`` is who is named as the maker of a version."""

    def __init__(self, store: Store, clock: Clock, user: str) -> None:
        self._store = store
        self._clock = clock
        self._user = user

    def accept(self, repaired: Repaired, *, publish: bool) -> Accepted:
        """Stores a repaired week as the next version: a draft, or published in one step.

        Raises ``UnitChanged`` where the unit is another by now, ``Outdone`` where the week has another plan
        in force than the one that was repaired, ``PastChanged`` where a session that the repair would change
        has begun meanwhile; then nothing is stored.
        """
        prepared, plan = repaired.prepared, repaired.plan
        report = held_against(prepared.checked, plan_of(repaired.base), plan, _now(repaired, self._clock))
        with self._store.begin() as work:
            if not _same(work, prepared, repaired.base):
                raise UnitChanged
            versions = work.versions(prepared.week)
            if gone_by(versions) != repaired.base:
                raise Outdone
            drafted = version_of(
                plan,
                week=prepared.week,
                number=next_number(versions),
                created_at=self._clock.now(),
                created_by=self._user,
                seconds=repaired.seconds,
            )
            version = handed_out(drafted, versions, drafted.created_at) if publish else drafted
            untell(work, version.id)
            work.put(version)
            work.commit()
        return Accepted(version, report, Change("repair_accepted", (Edit(None, version),)))


def repaired_week(
    prepared: Prepared,
    base: PlanVersion,
    minute: int,
    plan: Plan,
    said: object,
    clock: Clock,
    seconds: float,
    number: int | None = None,
) -> Repaired:
    """A repaired plan as the engine sent it, checked. ``number`` is the one that it would be stored under,
    None for the one after the base's. Raises ``NoPlan``, ``UnsafePlan``, ``PastChanged``."""
    old = plan_of(base)
    report = held_against(prepared.checked, old, plan, minute)
    version = version_of(
        plan,
        week=prepared.week,
        number=base.number + 1 if number is None else number,
        created_at=clock.now(),
        created_by="",
        seconds=seconds,
    )
    costs = costs_of(prepared, old, plan, minute, said)
    return Repaired(prepared, base, minute, plan, version, report, costs, seconds)


def _now(repaired: Repaired, clock: Clock) -> int:
    """The first minute of the week that has not begun, by now."""
    return max(repaired.minute, minute_now(repaired.prepared.week, local_time(clock)))


Visit = tuple[int, int, str, str]
"""Start and end in minutes of the week, activity, site."""


def _visits(plan: Plan, citizen: str, minute: int, sites: Mapping[str, str]) -> frozenset[Visit]:
    return frozenset(
        (session.start, session.end, session.activity, sites.get(session.room, ""))
        for session in plan.sessions
        if session.start >= minute and citizen in session.citizens
    )


def _minutes(visits: frozenset[Visit], counting: set[str]) -> int:
    return sum(end - start for start, end, activity, _ in visits if activity in counting)


def _known(problem: Problem, plan: Plan) -> Plan:
    """The plan without whom and what the problem has no longer."""
    citizens = {each.id for each in problem.citizens}
    staff = {each.id for each in problem.staff}
    rooms = {each.id for each in problem.rooms}
    activities = {each.id for each in problem.activities}
    left = (
        replace(
            session,
            citizens=tuple(each for each in session.citizens if each in citizens),
            staff=tuple(each for each in session.staff if each in staff),
        )
        for session in plan.sessions
        if session.room in rooms and session.activity in activities
    )
    return replace(plan, status="feasible", sessions=tuple(each for each in left if each.citizens))


def _begun(problem: Problem, plan: Plan, minute: int, locked: set[str]) -> set[tuple[object, ...]]:
    """What a plan says of the time before a minute, in whatever order; what is locked stands by the lock."""
    known = _known(problem, plan).sessions
    return {_as_it_stood(each) for each in known if each.start < minute and each.id not in locked}


def _as_it_stood(session: Session) -> tuple[object, ...]:
    where = (session.id, session.activity, session.room, session.start, session.end)
    return (*where, frozenset(session.staff), frozenset(session.citizens))


def _least(value: float, said: object, key: str) -> Least:
    """What was counted here, with the engine's bound where it speaks of the same number."""
    told = said.get(key) if isinstance(said, Mapping) else None
    if not isinstance(told, Mapping):
        return Least(value)
    its, bound = _number(told.get("value")), _number(told.get("bound"))
    same = its is not None and isclose(its, value, abs_tol=1e-9)
    return Least(value, bound if same and bound is not None and bound <= value else None)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value)


def _same(work: UnitOfWork, prepared: Prepared, base: PlanVersion) -> bool:
    try:
        locks = binding(locks_of(work.all(Lock), prepared.week), base)
        return checked_problem(work.unit(), prepared.week, locks) == prepared.checked
    except CannotPlan:
        return False
