"""Proof and polish with the model: the whole week where it is small enough, else a part of it at a time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from random import Random

from ortools.sat.python import cp_model

from solver.frame import Frame, span_mask
from solver.limits import Limits
from solver.model.candidates import Region, candidates, whole_week
from solver.model.week import ModelTooLargeError, WeekModel, held_outside
from solver.plan import GoalName
from solver.week import Week, better, weigh

#: Attendances (citizens times sessions they could be in) up to which a whole week is tried at once.
LARGEST_WEEK = 25_000
#: The same for a part of a week that is polished in a second or two.
LARGEST_PART = 20_000


def _solver(
    limits: Limits, seconds: float, workers: int, seed: int, units: float | None = None
) -> cp_model.CpSolver:
    """``units``: deterministic time instead of seconds, with one worker."""
    solver = cp_model.CpSolver()
    if units is None:
        solver.parameters.max_time_in_seconds = max(0.01, min(seconds, limits.left))
        solver.parameters.num_workers = workers
    else:
        solver.parameters.max_deterministic_time = units
        solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    # Who may interrupt is decided by the process that runs us.
    solver.parameters.catch_sigint_signal = False
    # OR-tools issue 5293: presolve can claim a wrong optimum by this step.
    solver.parameters.presolve_inclusion_work_limit = 0
    return solver


def _read(week: WeekModel, solver: cp_model.CpSolver, base: Frame) -> Week:
    """The week that the solver found, beside the sessions fixed in ``base``."""
    taken = {session.id for session in week.frame.fixed}
    names = (name for k in count(1) if (name := f"s{k}") not in taken)
    new = week.sessions(lambda literal: bool(solver.boolean_value(literal)), names)
    locked = {session.id for session in base.fixed}
    kept = [session for session in week.frame.fixed if session.id not in locked]
    return weigh(base, sorted([*kept, *new], key=lambda s: (s.start, s.room)))


def is_small(frame: Frame) -> bool:
    """Whether the whole week can be given to the model at once."""
    attendances = 0
    for candidate in candidates(frame, whole_week(frame)):
        attendances += len(candidate.citizens)
        if attendances > LARGEST_WEEK:
            return False
    return True


def prove(
    frame: Frame,
    start: Week,
    limits: Limits,
    workers: int,
    seed: int,
    found: Callable[[Week], None],
    units: float | None = None,
) -> dict[GoalName, int]:
    """Solves a small week for one goal after the other, and says what it showed: goal → best rank.

    A value is there only if two solves with different presolves and searches agree that no better one exists.
    It goes as far as time, and the goals that the model states, allow. ``units`` of deterministic time for
    each solve make it come out the same on every machine.
    """
    values = dict[GoalName, int]()
    try:
        week = WeekModel(frame, candidates(frame, whole_week(frame)), keep_going=limits.go_on)
    except ModelTooLargeError:
        return values
    week.hint(start.sessions)
    best = start
    for goal in frame.problem.goals:
        expression = _expression(week, goal)
        if expression is None:
            break
        week.model.minimize(expression)
        solver = _solver(limits, limits.left / 2, workers, seed, units)
        with limits.stopping(solver):
            status = solver.solve(week.model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            reached = _read(week, solver, frame)
            if better(reached, best):
                best = reached
                found(best)
        if status != cp_model.OPTIMAL:
            break
        value = int(solver.value(expression))
        if not _nothing_below(week, expression, value, limits, seed, units):
            break
        week.model.add(expression <= value)
        values[goal] = value if goal == "duties" else value - frame.hours_before
    return values


def _expression(week: WeekModel, goal: GoalName) -> cp_model.LinearExpr | None:
    """What is to be made least for a goal; None where the model does not state it."""
    if goal == "duties":
        return week.duties
    return -week.hours if goal == "hours" else None


def _nothing_below(
    week: WeekModel,
    expression: cp_model.LinearExpr,
    value: int,
    limits: Limits,
    seed: int,
    units: float | None,
) -> bool:
    """Asks once more, without presolve and with one worker, whether a better value exists."""
    second = week.model.clone()
    second.minimize(0)
    second.add(expression <= value - 1)
    solver = _solver(limits, limits.left, 1, seed + 1, units)
    solver.parameters.cp_model_presolve = False
    with limits.stopping(solver):
        return bool(solver.solve(second) == cp_model.INFEASIBLE)


class Polish:
    """Takes a day of one or two sites out of a week and solves it to the best, everything else kept."""

    def __init__(self, frame: Frame, limits: Limits, workers: int, seed: int) -> None:
        self.frame = frame
        goals = frame.problem.goals
        #: The model states the first goals only: with others before them it is no help.
        self.can = bool(goals) and goals[0] in ("duties", "hours")
        self.limits = limits
        self.workers = workers
        self.random = Random(seed)
        self.seed = seed

    def _region(self) -> Region:
        """A day on one or two sites, by chance, out of those on which any site is open."""
        frame = self.frame
        opened = 0
        for slots in frame.site_open:
            opened |= slots
        days = [day for d in range(7) if (day := _day(frame, d)) & opened]
        sites = range(len(frame.problem.sites))
        chosen = self.random.sample(sites, min(len(sites), self.random.choice((1, 1, 2))))
        return Region(days[self.random.randrange(len(days))], frozenset(chosen))

    def _sum(self, week: WeekModel, heavy: int) -> cp_model.LinearExpr:
        """The first goal, and the second where the model states it, in one sum that keeps their order.

        ``heavy`` is more than the second one can change.
        """
        terms = [expression for goal in self.frame.problem.goals[:2]
                 if (expression := _expression(week, goal)) is not None]  # fmt: skip
        return terms[0] if len(terms) == 1 else heavy * terms[0] + terms[1]

    def once(self, best: Week, seconds: float) -> Week:
        """The best week found in one part: the same one where nothing better was."""
        region = self._region()
        every = [*self.frame.fixed, *best.sessions]
        kept = held_outside(every, self.frame, region)
        kept += [s for s in self.frame.fixed if s not in kept]
        part = Frame(self.frame.problem, kept)
        try:
            possible = candidates(part, region)
            week = WeekModel(part, possible, largest=LARGEST_PART, keep_going=self.limits.go_on)
        except ModelTooLargeError:
            return best
        week.hint([s for s in best.sessions if s not in kept])
        week.model.minimize(
            self._sum(
                week, 1 + sum(part.week_left) + sum(sum(need.values()) for need in part.missing) + part.n
            )
        )
        solver = _solver(self.limits, seconds, self.workers, self.seed)
        with self.limits.stopping(solver):
            status = solver.solve(week.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return best
        reached = _read(week, solver, self.frame)
        return reached if better(reached, best) else best


def _day(frame: Frame, day: int) -> int:
    return span_mask(day * frame.day_slots, (day + 1) * frame.day_slots)
