"""What a repair begins with: the week as it was planned, what of it has happened, what is still to come.

A session that began before ``now`` has happened: it stays as it is, even where it breaks a rule by now. A
locked session stands in the place of the planned one with its id, or with its activity, room and time. All
other sessions are *coming*: they may be changed. What has happened and cannot be written down any more, since
its room, its activity or all its people are gone, is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from solver.check import Violation, check
from solver.exchange import ExchangeError, InputError
from solver.frame import Frame
from solver.plan import Plan, Session
from solver.problem import Problem
from solver.repair.gone import Gone, known


@dataclass(frozen=True)
class Given:
    """``problem`` is the changed one, ``before`` the whole old plan's sessions as far as the problem knows
    them, ``now`` a minute of the week.

    ``fixed`` are the sessions that stand: those that have happened, and the locked ones. ``homeless`` ones
    (see ``solver.repair.gone``), still to come, are in neither, nor in ``before``.
    """

    problem: Problem
    now: int
    before: tuple[Session, ...]
    fixed: tuple[Session, ...]
    coming: tuple[Session, ...]
    homeless: tuple[Session, ...] = ()
    gone: tuple[Gone, ...] = ()
    left_out: tuple[Session, ...] = ()

    @cached_property
    def happened(self) -> tuple[Violation, ...]:
        """The rules that what stands breaks all by itself."""
        return self.violations(self.fixed)

    @cached_property
    def workable(self) -> Problem:
        """The problem for whoever plans what is coming: an overspent budget is just used up."""
        left = Frame(self.problem, self.fixed).budget_left
        if left is None or left >= 0:
            return self.problem
        assert self.problem.budget is not None
        return replace(self.problem, budget=self.problem.budget - left)

    @cached_property
    def contradictions(self) -> tuple[Violation, ...]:
        """The rules that a locked session still to come breaks: there is no plan that holds it."""
        free = replace(self.problem, locked=())
        past = tuple(session for session in self.fixed if session.start < self.now)
        told = check(free, Plan(free.week, "unknown", sessions=past)).violations
        return _beyond(self.happened, told)

    @cached_property
    def damage(self) -> tuple[Violation, ...]:
        """The rules that the old plan's coming sessions break now."""
        return self.broken(self.coming)

    def broken(self, sessions: Iterable[Session]) -> tuple[Violation, ...]:
        """The rules broken by ``sessions`` beside those that stand, apart from what has happened."""
        return _beyond(self.violations((*self.fixed, *sessions)), self.happened)

    def holds(self, sessions: Iterable[Session]) -> bool:
        """Whether what is broken with ``sessions`` is what has happened, no more and no less."""
        found = self.violations((*self.fixed, *sessions))
        return Counter(found) == Counter(self.happened)

    def violations(self, sessions: Sequence[Session]) -> tuple[Violation, ...]:
        """Every broken rule of a whole week."""
        return check(self.problem, Plan(self.problem.week, "feasible", sessions=tuple(sessions))).violations


def _beyond(found: Iterable[Violation], told: Iterable[Violation]) -> tuple[Violation, ...]:
    left = Counter(told)
    more = []
    for violation in found:
        if left[violation]:
            left[violation] -= 1
        else:
            more.append(violation)
    return tuple(more)


def given(problem: Problem, plan: Plan, now: int) -> Given:
    """Parts the old plan into what stands and what is coming.

    Raises ``ExchangeError`` where the plan is not one of this problem's week and grid, or names somebody
    twice in a session.
    """
    if errors := [*_not_of(problem, plan)]:
        raise ExchangeError(errors)
    old = known(problem, plan.sessions)
    ids = {session.id for session in problem.locked}
    held = {(s.activity, s.room, s.start, s.end) for s in problem.locked}
    others = [s for s in old.sessions if s.id not in ids and (s.activity, s.room, s.start, s.end) not in held]
    past = tuple(session for session in others if session.start < now)
    coming = tuple(session for session in others if session.start >= now)
    stands = {session.id for session in old.sessions} | ids
    return Given(
        problem,
        now,
        old.sessions,
        (*past, *problem.locked),
        coming,
        tuple(session for session in old.homeless if session.start >= now),
        old.gone,
        tuple(s for s in plan.sessions if s.start < now and s.id not in stands),
    )


def _not_of(problem: Problem, plan: Plan) -> Iterator[InputError]:
    """Everything that makes the plan one of another problem, each with its path in the plan."""
    if plan.week != problem.week:
        yield InputError("week", f"the plan is for week {plan.week}, the problem for {problem.week}")
        return
    for number, session in enumerate(plan.sessions):
        path = f"sessions[{number}]"
        for key, names in (("staff", session.staff), ("citizens", session.citizens)):
            for place, name in enumerate(names):
                if name in names[:place]:
                    yield InputError(f"{path}.{key}[{place}]", f"{name} is in the session already")
        for key, minute in (("start", session.start), ("end", session.end)):
            if minute % problem.slot_minutes:
                what = f"off the problem's grid of {problem.slot_minutes} minutes from midnight"
                yield InputError(f"{path}.{key}", what)
