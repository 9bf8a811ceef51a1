"""Proof and polish with the model: the whole week where it is small enough, else a part of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from ortools.sat.python import cp_model

from solver.frame import Frame, span_mask
from solver.limits import Limits
from solver.model.candidates import Region, candidates, whole_week
from solver.model.goals import Expression
from solver.model.solving import new_solver, nothing_below
from solver.model.week import ModelTooLargeError, WeekModel, held_outside
from solver.plan import GoalName
from solver.standing import Standing
from solver.week import Week, better, weigh

#: Attendances (citizens times sessions they could be in) up to which a whole week is tried at once.
LARGEST_WEEK = 25_000
#: The same for a part of a week that is polished in a second or two.
LARGEST_PART = 20_000


@dataclass(frozen=True, slots=True)
class Effort:
    """What a solve may take: seconds on some workers, or ``units`` of deterministic time with one of them,
    which makes it come out the same on every machine."""

    limits: Limits
    workers: int
    seed: int
    units: float | None = None


def _solver(effort: Effort, seconds: float) -> cp_model.CpSolver:
    """A solver for at most so many seconds: in deterministic time only what ``effort`` allows counts."""
    solver = new_solver(effort.workers if effort.units is None else 1, effort.seed)
    if effort.units is None:
        solver.parameters.max_time_in_seconds = max(0.01, min(seconds, effort.limits.left))
    else:
        solver.parameters.max_deterministic_time = effort.units
    return solver


def _second(effort: Effort, seconds: float) -> cp_model.CpSolver:
    """Another one, to make sure of what the first one claims."""
    return _solver(replace(effort, workers=1, seed=effort.seed + 1), seconds)


def _read(week: WeekModel, solver: cp_model.CpSolver, base: Frame) -> Week:
    """The week that the solver found, beside the sessions fixed in ``base``."""
    taken = {session.id for session in week.frame.fixed}
    names = (name for k in count(1) if (name := f"s{k}") not in taken)
    new = week.sessions(lambda literal: bool(solver.boolean_value(literal)), names)
    locked = {session.id for session in base.fixed}
    kept = [session for session in week.frame.fixed if session.id not in locked]
    return weigh(base, sorted([*kept, *new], key=lambda s: (s.start, s.room)))


def is_small(frame: Frame, keep_going: Callable[[], bool] = lambda: True) -> bool:
    """Whether the whole week can be given to the model at once, and somebody still wants to know."""
    attendances = 0
    for candidate in candidates(frame, whole_week(frame)):
        attendances += len(candidate.citizens)
        if attendances > LARGEST_WEEK or not keep_going():
            return False
    return True


def prove(
    frame: Frame,
    standing: Standing,
    effort: Effort,
    seconds: float,
    turn: Callable[[GoalName], None] = lambda _: None,
) -> None:
    """Solves a small week for one goal after the other, in about so many seconds.

    Better weeks, and what is shown of a goal, go to ``standing``: only what two solves with different
    presolves and searches agree on. A goal may take half of the time that is left, the last one all of it:
    the earlier ones are the harder ones. Where it runs out of that, it keeps the value that it has, and the
    next one takes its turn, of which ``turn`` is told.
    """
    limits, goals = effort.limits, frame.problem.goals
    until = limits.elapsed + min(seconds, limits.left)
    try:
        week = WeekModel(frame, candidates(frame, whole_week(frame)), keep_going=limits.go_on)
        for number, goal in enumerate(goals):
            if not limits.go_on():
                break
            turn(goal)
            expression = week.goal(goal)
            if not standing.is_best(standing.best, number):
                share = max(0.0, until - limits.elapsed) / (2 if number + 1 < len(goals) else 1)
                end = limits.elapsed + share
                least = _solve(week, expression, standing, effort, share / 2)
                best = standing.best
                # What the solver only claims is told no more than a claim of the optimum is.
                if (
                    least is not None
                    and least > standing.bounds(best.rank)[number]
                    and least <= best.rank[number]
                    and nothing_below(
                        week.model, expression, least, _second(effort, end - limits.elapsed), limits
                    )
                ):
                    standing.shown((*best.rank[:number], least))
            week.model.add(expression <= standing.best.rank[number])
    except ModelTooLargeError:
        return


def _solve(
    week: WeekModel, expression: Expression, standing: Standing, effort: Effort, seconds: float
) -> int | None:
    """Looks for the best week in a goal; what the solver claims that no week is below, if anything."""
    # OR-Tools gives it no types.
    week.model.clear_hints()  # type: ignore[no-untyped-call]
    week.hint(standing.best.sessions)
    week.model.minimize(expression)
    solver = _solver(effort, seconds)
    with effort.limits.stopping(solver):
        status = solver.solve(week.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    standing.found(_read(week, solver, week.frame))
    # A whole number that was rounded on the way; whether it was one too high, the second solve sees.
    return round(solver.objective_value if status == cp_model.OPTIMAL else solver.best_objective_bound)


class Polish:
    """Takes a day of one or two sites out of a week and solves it to the best, everything else kept."""

    def __init__(self, frame: Frame, effort: Effort) -> None:
        self.frame = frame
        self.effort = effort
        self.random = Random(effort.seed)

    def _region(self) -> Region:
        """A day on one or two sites, by chance, out of those on which any site is open."""
        frame = self.frame
        opened = 0
        for slots in frame.site_open:
            opened |= slots
        days = [day for d in range(7) if (day := _day(frame, d)) & opened] or [0]
        sites = range(len(frame.problem.sites))
        chosen = self.random.sample(sites, min(len(sites), self.random.choice((1, 1, 2))))
        return Region(days[self.random.randrange(len(days))], frozenset(chosen))

    def once(self, best: Week, seconds: float, aims: Sequence[int]) -> Week:
        """The best week found in one part: the same one where nothing better was.

        ``aims``: goals by number, one of which is drawn to be made better. The ones before it stay as good.
        """
        region = self._region()
        every = [*self.frame.fixed, *best.sessions]
        kept = held_outside(every, self.frame, region)
        kept += [s for s in self.frame.fixed if s not in kept]
        part = Frame(self.frame.problem, kept)
        goals, limits = self.frame.problem.goals, self.effort.limits
        aim = self.random.choice(aims)
        try:
            possible = candidates(part, region)
            week = WeekModel(part, possible, largest=LARGEST_PART, keep_going=limits.go_on)
            for goal, rank in zip(goals[:aim], best.rank, strict=False):
                week.model.add(week.goal(goal) <= rank)
            week.model.minimize(self._objective(week, goals[aim : aim + 2]))
        except ModelTooLargeError:
            return best
        week.hint([s for s in best.sessions if s not in kept])
        solver = _solver(self.effort, seconds)
        with limits.stopping(solver):
            status = solver.solve(week.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return best
        reached = _read(week, solver, self.frame)
        return reached if better(reached, best) else best

    def _objective(self, week: WeekModel, goals: Sequence[GoalName]) -> Expression:
        """The first goal; duties or hours after it as well, in one sum that keeps their order."""
        first, *rest = (week.goal(goal) for goal in goals)
        if not rest or goals[1] not in ("duties", "hours"):
            return first
        part = week.frame
        # More than duties or hours can change in this part.
        heavy = 1 + sum(part.week_left) + sum(sum(need.values()) for need in part.missing) + part.n
        return heavy * first + rest[0]


def _day(frame: Frame, day: int) -> int:
    return span_mask(day * frame.day_slots, (day + 1) * frame.day_slots)
