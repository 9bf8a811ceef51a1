"""A week from the unit to a checked, stored plan version."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.locks import Lock
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.building import CannotPlan, build_problem, checked_problem, placed_by_hand
from desktop.services.change import Change, Edit
from desktop.services.locking import automatic, locks_of
from desktop.services.ports import Clock, Store, local_time
from desktop.services.unsafe import judged
from desktop.services.versions import version_of
from desktop.services.warnings import PlanWarning, week_warnings
from solver.check import Report, check
from solver.plan import Plan
from solver.problem import Problem


@dataclass(frozen=True, slots=True)
class Prepared:
    """A week ready to be planned: the problem, the unit that it was made of, and what to look at first.

    ``problem`` is for the planning engine. ``by_hand`` is what a plan is checked against where that is
    another, since only a person places some people.
    """

    week: IsoWeek
    problem: Problem
    unit: Unit
    warnings: tuple[PlanWarning, ...] = ()
    locks: tuple[Lock, ...] = ()
    by_hand: Problem | None = None

    @property
    def checked(self) -> Problem:
        """The problem that every plan of the week is checked against, whoever made it."""
        return self.problem if self.by_hand is None else self.by_hand


@dataclass(frozen=True, slots=True)
class Accepted:
    """A plan that the independent check found clean, now stored."""

    version: PlanVersion
    report: Report
    change: Change


class UnsafePlan(Exception):
    """The independent check refused a plan; nothing was stored. ``report`` says which rules it breaks."""

    def __init__(self, report: Report) -> None:
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


_MOST_KNOWN = 16
"""How many weeks are kept ready."""


class PlanningService:
    """Prepares weeks and keeps their plans. ``user`` is who is named as the maker of a version."""

    def __init__(self, store: Store, clock: Clock, user: str) -> None:
        self._store = store
        self._clock = clock
        self._user = user
        self._known: dict[IsoWeek, Prepared] = {}

    @property
    def user(self) -> str:
        """Who works, as versions and notes name them."""
        return self._user

    def prepare(self, week: IsoWeek) -> Prepared:
        """The week's problem and warnings. Raises ``LookupError`` on an empty store, ``CannotPlan``.

        The same object until the unit or the week's locks are others.
        """
        with self._store.begin() as work:
            unit = work.unit()
            locks = locks_of(work.all(Lock), week)
        known = self._known.get(week)
        if known is not None and known.unit == unit and known.locks == locks:
            return known
        if len(self._known) >= _MOST_KNOWN or any(each.unit != unit for each in self._known.values()):
            self._known.clear()
        prepared = self._known[week] = prepared_of(unit, week, locks)
        return prepared

    def forget(self) -> None:
        """The vault is locked: nothing of the unit is kept."""
        self._known.clear()

    def accept(self, prepared: Prepared, plan: Plan, seconds: float) -> Accepted:
        """Checks a plan and stores it as the week's next version, a draft.

        ``seconds`` is how long it was planned. Raises ``NoPlan`` where the plan is none, ``UnsafePlan`` where
        the check finds anything, ``UnitChanged`` where the unit in the store is another by now, is gone or
        leaves nobody to be planned; then nothing is stored.
        """
        if plan.status not in ("optimal", "feasible"):
            raise NoPlan(plan)
        report = check(prepared.problem, plan)
        if not report.clean:
            raise UnsafePlan(report)
        with self._store.begin() as work:
            try:
                now = build_problem(work.unit(), prepared.week, work.all(Lock))
            except (LookupError, CannotPlan):
                raise UnitChanged from None
            if now != prepared.problem:
                raise UnitChanged
            number = max((version.number for version in work.versions(prepared.week)), default=0) + 1
            version = version_of(
                plan,
                week=prepared.week,
                number=number,
                created_at=self._clock.now(),
                created_by=self._user,
                seconds=seconds,
            )
            work.put(version)
            work.commit()
        return Accepted(version, report, Change("plan_accepted", (Edit(None, version),)))

    def versions(self, week: IsoWeek) -> tuple[PlanVersion, ...]:
        """The week's plan versions, the oldest first."""
        with self._store.begin() as work:
            return work.versions(week)

    def latest(self, week: IsoWeek) -> PlanVersion | None:
        """The week's newest plan version; None where it was never planned."""
        return max(self.versions(week), key=lambda version: version.number, default=None)

    def recheck(self, prepared: Prepared, version: PlanVersion) -> Report:
        """Checks a stored version against the week as the unit stands now, before it is shown or printed.

        ``violations`` may appear after a change of the unit, and goals that were right then be ``wrong``; a
        version of another week is ``wrong`` as a whole. For what has happened see ``judged``.
        Raises ``ValueError`` for a version that holds a word unknown to the exchange format.
        """
        return judged(prepared.checked, version, local_time(self._clock))


def prepared_of(unit: Unit, week: IsoWeek, locks: tuple[Lock, ...] = ()) -> Prepared:
    """A week of a unit with its locks, ready to be planned. Raises ``CannotPlan``."""
    checked = checked_problem(unit, week, locks)
    problem = automatic(checked, placed_by_hand(unit, week))
    warnings = week_warnings(unit, week, problem, locks)
    return Prepared(week, problem, unit, warnings, locks, None if problem == checked else checked)
