"""Proof and polish with the model: the whole week where it is small enough, else a part of it at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from random import Random

from ortools.sat.python import cp_model

from solver.frame import Frame, span_mask
from solver.limits import Limits
from solver.model.candidates import Region, candidates, whole_week
from solver.model.week import ModelTooLargeError, WeekModel, held_outside
from solver.plan import GoalName
from solver.search import Order, Week

#: Attendances (citizens times sessions they could be in) up to which a whole week is tried at once.
LARGEST_WEEK = 25_000
#: The same for a part of a week that is polished in a second or two.
LARGEST_PART = 20_000


@dataclass(frozen=True, slots=True)
class Proven:
    """What the model showed of the whole week: the best value of each goal in turn, as far as it got.

    A value is here only if two solves with different presolves and searches agree that no better one exists.
    """

    week: Week
    values: dict[GoalName, int]


def _solver(limits: Limits, seconds: float, workers: int, seed: int) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.01, min(seconds, limits.left))
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
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
    return Week(
        int(solver.value(week.duties)),
        int(solver.value(week.hours)) + week.frame.hours_before,
        tuple(sorted([*kept, *new], key=lambda s: (s.start, s.room))),
    )


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
    order: Order,
    limits: Limits,
    workers: int,
    seed: int,
    found: Callable[[Week], None],
) -> Proven | None:
    """Solves a small week for one goal after the other; None where time ran out before anything was shown."""
    try:
        week = WeekModel(frame, candidates(frame, whole_week(frame)), keep_going=limits.go_on)
    except ModelTooLargeError:
        return None
    week.hint(start.sessions)
    best, values = start, dict[GoalName, int]()
    for goal in order.goals:
        expression = week.duties if goal == "duties" else -week.hours
        week.model.minimize(expression)
        solver = _solver(limits, limits.left / 2, workers, seed)
        with limits.stopping(solver):
            status = solver.solve(week.model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            reached = _read(week, solver, frame)
            if order.better(reached, best):
                best = reached
                found(best)
        if status != cp_model.OPTIMAL:
            break
        value = int(solver.value(expression))
        if not _nothing_below(week, expression, value, limits, seed):
            break
        week.model.add(expression <= value)
        values[goal] = value if goal == "duties" else frame.hours_before - value
    return Proven(best, values) if values else None


def _nothing_below(
    week: WeekModel, expression: cp_model.LinearExpr, value: int, limits: Limits, seed: int
) -> bool:
    """Asks once more, without presolve and with one worker, whether a better value exists."""
    second = week.model.clone()
    second.minimize(0)
    second.add(expression <= value - 1)
    solver = _solver(limits, limits.left, 1, seed + 1)
    solver.parameters.cp_model_presolve = False
    with limits.stopping(solver):
        return bool(solver.solve(second) == cp_model.INFEASIBLE)


class Polish:
    """Takes a day of one or two sites out of a week and solves it to the best, everything else kept."""

    def __init__(self, frame: Frame, order: Order, limits: Limits, workers: int, seed: int) -> None:
        self.frame = frame
        self.order = order
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
        duty, slot = self.order.weights(1 + sum(part.week_left) + best.duties)
        week.model.minimize(duty * week.duties - slot * week.hours)
        solver = _solver(self.limits, seconds, self.workers, self.seed)
        with self.limits.stopping(solver):
            status = solver.solve(week.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return best
        reached = _read(week, solver, self.frame)
        return reached if self.order.better(reached, best) else best


def _day(frame: Frame, day: int) -> int:
    return span_mask(day * frame.day_slots, (day + 1) * frame.day_slots)
