"""A week from the unit to a checked, stored plan version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.locks import Lock
from desktop.domain.plans import PlannedSession, PlanVersion, gone_by, newest
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.change import Change, Edit
from desktop.services.ports import Clock, Store, local_time
from desktop.services.tellings import untell
from desktop.services.week.broken_past import BrokenPast, broken_past, with_past
from desktop.services.week.building import CannotPlan, placed_by_hand, without_locks
from desktop.services.week.checks import Checks
from desktop.services.week.locking import automatic, binding, locks_of, with_locks
from desktop.services.week.mild import mild_of
from desktop.services.week.underway import PastBroken, first_minute, rest_of
from desktop.services.week.versions import digest, next_number, plan_of, planned_of, version_of
from desktop.services.week.warning_kinds import PlanWarning
from desktop.services.week.warnings import warnings_of
from desktop.services.week.week_parts import WeekParts
from desktop.services.week.week_time import begun, minute_now
from desktop.services.week.when_broken import Judged, judged, judged_to_publish, plain
from solver.check import check
from solver.plan import Plan
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Prepared:
    """A week ready to be planned: the problem, the unit that it was made of, and what to look at first.

    ``problem`` is for the planning engine. ``by_hand`` is what a plan is checked against where that is
    another, since only a person places some people. ``minute`` is that of the week from which on it is
    planned: what people went by and begins before it stands in ``problem``, or in ``past`` where that breaks
    a rule by now.
    """

    week: IsoWeek
    problem: Problem
    unit: Unit
    warnings: tuple[PlanWarning, ...] = ()
    locks: tuple[Lock, ...] = ()
    by_hand: Problem | None = None
    minute: int = 0
    past: BrokenPast | None = None

    @property
    def asked(self) -> Problem:
        """The problem that the planning engine is to solve."""
        return self.problem if self.past is None else self.past.asked

    def same(self, other: Prepared) -> bool:
        """Whether the other one asks the same of the engine, and holds what comes out against the same."""
        return (self.problem, self.checked, self.past) == (other.problem, other.checked, other.past)

    @property
    def checked(self) -> Problem:
        """The problem that every plan of the week is checked against, whoever made it."""
        return self.problem if self.by_hand is None else self.by_hand


@dataclass(frozen=True, slots=True)
class Accepted:
    """A plan that the independent check found clean, now stored. ``problem`` is what its bounds hold for."""

    version: PlanVersion
    report: Judged
    change: Change
    problem: Problem | None = None


class UnsafePlan(Exception):
    """The independent check refused a plan; nothing was stored. ``report`` says which rules it breaks."""

    def __init__(self, report: Judged) -> None:
        rules = sorted({found.rule for found in (*report.violations, *report.wrong)})
        super().__init__(f"the plan is not clean: {', '.join(rules)}")
        self.report = report


class NoPlan(Exception):
    """The planning engine found no plan; there is nothing to store. ``plan.reasons`` may say why."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(f"there is no plan: {plan.status}")
        self.plan = plan


class UnitChanged(Exception):
    """The unit was changed while the week was planned, so the plan may no longer be safe: plan again."""


class Overtaken(Exception):
    """A session that the plan changes has begun while the week was planned: plan again."""


_MOST_KNOWN = 16
"""How many weeks are kept ready."""


class PlanningService:
    """Prepares weeks and keeps their plans. ``user`` is who is named as the maker of a version."""

    def __init__(self, store: Store, clock: Clock, user: str) -> None:
        self._store = store
        self._clock = clock
        self._user = user
        self._unit: Unit | None = None
        self._known: dict[IsoWeek, Prepared] = {}
        self._parts: dict[IsoWeek, WeekParts] = {}
        self.checks = Checks()

    @property
    def user(self) -> str:
        """Who works, as versions and notes name them."""
        return self._user

    @property
    def now(self) -> datetime:
        """The local moment that plans are judged at."""
        return local_time(self._clock)

    def prepare(self, week: IsoWeek) -> Prepared:
        """The week's problem and warnings. Raises ``LookupError`` on an empty store, ``CannotPlan``.

        The same object until the unit or the week's locks are others.
        """
        try:
            with self._store.begin() as work:
                unit = work.unit()
                locks = locks_of(work.all(Lock), week)
        except LookupError:
            self.forget()
            raise
        known = self._known.get(week)
        if known is not None and known.unit == unit and known.locks == locks:
            return known
        if week not in self._parts and len(self._parts) >= _MOST_KNOWN:
            self.forget()
        if unit != self._unit:
            self._unit = unit
            self._known.clear()
            for each in self._parts.values():
                each.keep(unit)
        kept = self._parts.setdefault(week, WeekParts(week))
        prepared = self._known[week] = prepared_of(unit, week, locks, kept)
        return prepared

    def imagined(self, prepared: Prepared, unit: Unit) -> Prepared:
        """A prepared week as it would be if the unit were this one. Raises ``CannotPlan``."""
        week = prepared.week
        return prepared_of(unit, week, prepared.locks, self._parts.get(week))

    def rest(self, week: IsoWeek, *, seconds: float = 0.0, minute: int | None = None) -> Prepared:
        """The week to be planned within ``seconds``: of one that has begun, what begins after that.

        ``minute`` is that of the week from which on it is planned, where that is settled. Raises
        ``LookupError`` on an empty store, ``CannotPlan``, ``PastBroken``.
        """
        prepared = self.prepare(week)
        if minute is None:
            minute = first_minute(week, local_time(self._clock), seconds, prepared.problem.slot_minutes)
        return _rest(prepared, gone_by(self.versions(week)), minute)

    def nothing_left(self, rest: Prepared) -> bool:
        """Whether a week that has begun leaves nobody any time to come to anything; they had some before."""
        return _time_ends(self.prepare(rest.week)) > 0 and 0 < rest.minute >= _time_ends(rest)

    def forget(self) -> None:
        """The vault is locked: nothing of the unit is kept."""
        self._unit = None
        self._known.clear()
        self._parts.clear()
        self.checks.clear()

    def accept(self, prepared: Prepared, plan: Plan, seconds: float, *, whole: bool = False) -> Accepted:
        """Checks a plan and stores it as the week's next version, a draft.

        ``seconds`` is how long it was planned. ``whole``: of a week never planned it may say what has begun.
        Raises ``NoPlan`` where the plan is none, ``UnsafePlan`` where the check finds anything,
        ``UnitChanged`` where the unit in the store is another by now, is gone or leaves nobody to be planned,
        ``Overtaken`` where something that it changes has begun; then nothing is stored.
        """
        if plan.status not in ("optimal", "feasible"):
            raise NoPlan(plan)
        made, report = held_whole(prepared, plan)
        if not report.clean:
            raise UnsafePlan(report)
        with self._store.begin() as work:
            versions = work.versions(prepared.week)
            given = gone_by(versions)
            try:
                now = _rest(
                    prepared_of(work.unit(), prepared.week, locks_of(work.all(Lock), prepared.week)),
                    given,
                    prepared.minute,
                )
            except (LookupError, CannotPlan, PastBroken):
                raise UnitChanged from None
            if not now.same(prepared):
                raise UnitChanged
            minute = minute_now(prepared.week, local_time(self._clock))
            number = next_number(versions)
            version = version_of(
                made,
                week=prepared.week,
                number=number,
                created_at=self._clock.now(),
                created_by=self._user,
                seconds=seconds,
            )
            had = frozenset[PlannedSession]() if given is None else begun(given, minute)
            if begun(version, minute) != had and not (whole and given is None):
                raise Overtaken
            untell(work, version.id)
            work.put(version)
            work.commit()
        change = Change("plan_accepted", (Edit(None, version),))
        return Accepted(version, report, change, prepared.problem if prepared.past is None else None)

    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        """The week's plan versions, the oldest first."""
        with self._store.begin() as work:
            versions = work.versions(week)
        self.checks.keep(week, versions)
        return versions

    def latest(self, week: IsoWeek) -> PlanVersion | None:
        """The week's version that was made, changed or published last; None where it was never planned."""
        return newest(self.versions(week))

    def recheck(self, prepared: Prepared, version: PlanVersion) -> Judged:
        """Checks a stored version against the week as the unit stands now, before it is shown or printed.

        ``violations`` may appear after a change of the unit. Figures that were right then and are others now
        are worked out anew and break no rule; a version of another week is ``wrong`` as a whole. What has
        begun and stands is told apart.
        Raises ``ValueError`` for a version that holds a word unknown to the exchange format.
        """
        bound = self.bound_by(prepared, version)
        held = bound.checked
        given = None
        if self.checks.report(held, version).violations:
            given = gone_by(self.versions(version.week))
        report = judged(held, bound.unit, version, local_time(self._clock), self.checks, given)
        if report.wrong and version.week == prepared.week and digest(plan_of(version)) == version.digest:
            # What it states of itself was true when it was made, unless it was damaged: nobody is in danger.
            return replace(report, wrong=())
        return report

    def to_publish(self, prepared: Prepared, draft: PlanVersion) -> Judged:
        """The check by which a draft may be published. Raises as ``recheck``."""
        versions = self.versions(draft.week)
        return judged_to_publish(
            prepared.checked, prepared.unit, draft, local_time(self._clock), versions, self.checks
        )

    def bound_by(self, prepared: Prepared, version: PlanVersion) -> Prepared:
        """The week as a version of it is judged and repaired: of a published one by the locks that hold it as
        it was handed out. The others were set in a draft, and bind what is made of that."""
        locks = binding(prepared.locks, version)
        if locks == prepared.locks:
            return prepared
        kept = self._parts.get(prepared.week)
        return prepared_of(prepared.unit, prepared.week, locks, kept)


def prepared_of(
    unit: Unit, week: IsoWeek, locks: tuple[Lock, ...] = (), kept: WeekParts | None = None
) -> Prepared:
    """A week of a unit with its locks, ready to be planned. Raises ``CannotPlan``.

    ``kept`` are the week's parts as they were last: what is made of them is what is made from nothing.
    """
    kept = kept or WeekParts(week)
    parts = kept.of(unit)
    checked = with_locks(without_locks(parts), locks)
    problem = automatic(checked, parts.by_hand)
    warnings = warnings_of(kept, parts, problem, locks)
    return Prepared(week, problem, unit, warnings, locks, None if problem == checked else checked)


def held_whole(prepared: Prepared, plan: Plan) -> tuple[Plan, Judged]:
    """A plan that the engine sent, with all of the week in it, and the check's report of it."""
    if prepared.past is not None:
        whole, report = with_past(prepared.past, plan)
        week, broken = prepared.week, report.broken_now
        sessions = (planned_of(week, each) for each in whole.sessions)
        now = week.moment(prepared.past.minute)
        mild = mild_of(prepared.past.whole, prepared.unit, sessions, broken, now)
        return whole, replace(report, mild=mild)
    return plan, plain(check(prepared.problem, plan))


def _rest(prepared: Prepared, given: PlanVersion | None, minute: int) -> Prepared:
    """A week from a minute on, ``given`` being the version that people go by. Raises ``PastBroken``."""
    if not minute:
        return prepared
    by_hand = placed_by_hand(prepared.unit, prepared.week)
    try:
        checked = rest_of(prepared.checked, given, minute)
    except PastBroken:
        if given is None:
            raise
        past = broken_past(prepared.checked, given, minute)
        asked = automatic(past.asked, by_hand)
        return replace(prepared, minute=minute, past=replace(past, asked=asked))
    problem = automatic(checked, by_hand)
    return replace(prepared, problem=problem, by_hand=None if problem == checked else checked, minute=minute)


def _time_ends(prepared: Prepared) -> int:
    """The minute of the week that the last citizen's time to come to anything ends at; 0 for none."""
    people = prepared.asked.citizens
    return max((each.end for person in people for each in person.available), default=0)
