"""A bound on hours that knows how much staff there is, rebuilt exactly from a linear program's prices.

Each citizen's week is relaxed to fractions of sessions; what ties the citizens together is staff time. A
session of ``n`` citizens takes at least the staff that its hardest level asks for, and ``n`` is at most the
group that each one's level allows, so a citizen takes at least their own level's staff divided by the largest
group they may be in. The shares of a session never add up to more staff than it has.

GLOP solves the program in floating point, and its objective is only believed as far as it can be rebuilt: any
prices that are not negative give a bound (weak duality), so the prices are rounded to whole numbers and the
bound is added up again in integers (Neumaier and Shcherbina, "Safe bounds in linear and mixed-integer linear
programming", 2004).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from ortools.linear_solver import pywraplp

from solver.bounds import Chances
from solver.frame import Frame, bits

#: Prices are rounded to this part of a slot.
GRAIN = 1 << 24
#: Fractions of sessions up to which the program is worth its time: about 300 citizens.
LARGEST = 80_000


@dataclass(slots=True)
class _Program:
    """Maximise ``worth`` x over x in [0, 1], each row at most its limit; whole numbers throughout."""

    worth: list[int] = field(default_factory=list)
    rows: list[tuple[list[int], list[int], int]] = field(default_factory=list)

    def at_most(self, columns: list[int], weights: list[int], limit: int) -> None:
        if sum(weights) > limit:
            self.rows.append((columns, weights, limit))


def staffed_hours_bound(
    frame: Frame, own: list[int], seconds: float, keep_going: Callable[[], bool] = lambda: True
) -> int | None:
    """The most counted slots of all citizens in sessions, fixed ones included.

    ``own`` is each citizen's best own week. None where it was stopped, the program took longer than
    ``seconds``, or the week is too large for it.
    """
    program = _program(frame, own, keep_going)
    if program is None:
        return None
    prices = _prices(program, seconds)
    return None if prices is None else frame.hours_before + _rebuilt(program, prices)


def _program(frame: Frame, own: list[int], keep_going: Callable[[], bool]) -> _Program | None:
    problem = frame.problem
    chances = Chances(frame)
    program = _Program()
    share: list[tuple[int, int]] = []  # By column: staff asked for, largest group.
    at_slot: dict[int, list[int]] = defaultdict(list)
    for i in range(frame.n):
        if not keep_going() or len(program.worth) > LARGEST:
            return None
        level = frame.level[i]
        week: list[int] = []
        of_activity: dict[int, list[int]] = defaultdict(list)
        for day in range(7):
            mine: dict[int, list[int]] = defaultdict(list)
            today: dict[int, list[int]] = defaultdict(list)
            stays = {(o.activity, o.start, o.length) for o in chances.of(i, day)}
            for a, start, length in sorted(stays):
                activity = problem.activities[a]
                if not activity.counts:
                    continue
                column = len(program.worth)
                program.worth.append(length)
                group = 1 if level.alone_on_site else min(activity.max_group, level.max_group)
                share.append((max(1, activity.staff, level.staff) + level.guards, max(1, group)))
                today[a].append(column)
                for slot in range(start, start + length):
                    mine[slot].append(column)
                    at_slot[slot].append(column)
            for columns in mine.values():
                program.at_most(columns, [1] * len(columns), 1)
            for a, columns in today.items():
                program.at_most(columns, [1] * len(columns), frame.per_day_left(i, a, day))
                of_activity[a] += columns
            columns = [column for some in today.values() for column in some]
            program.at_most(columns, [program.worth[c] for c in columns], frame.day_left[i][day])
            week += columns
        for a, columns in of_activity.items():
            program.at_most(columns, [1] * len(columns), frame.sessions_left[i][a])
        program.at_most(week, [program.worth[c] for c in week], own[i])
    _share_staff(frame, program, share, at_slot)
    return program


def _share_staff(
    frame: Frame, program: _Program, share: list[tuple[int, int]], at_slot: dict[int, list[int]]
) -> None:
    """R4 and R5 for all staff together: their hours of the week, and how many are there in each slot."""
    scale = math.lcm(*{group for _, group in share}) if share else 1
    each = [staff * scale // group for staff, group in share]
    columns = list(range(len(share)))
    hours = sum(max(0, left) for left in frame.staff_left)
    program.at_most(columns, [each[c] * program.worth[c] for c in columns], scale * hours)
    present: dict[int, int] = defaultdict(int)
    for sites in frame.staff_free:
        anywhere = 0
        for slots in sites:
            anywhere |= slots
        for slot in bits(anywhere):
            present[slot] += 1
    for slot, some in at_slot.items():
        program.at_most(some, [each[c] for c in some], scale * present[slot])


def _prices(program: _Program, seconds: float) -> list[int] | None:
    """What a unit of each row's limit is worth, in ``GRAIN`` parts of a slot; None where time ran out."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    solver.SetTimeLimit(max(1, int(seconds * 1000)))
    variables = [solver.NumVar(0.0, 1.0, "") for _ in program.worth]
    objective = solver.Objective()
    objective.SetMaximization()
    for variable, worth in zip(variables, program.worth, strict=True):
        objective.SetCoefficient(variable, float(worth))
    rows = []
    for columns, weights, limit in program.rows:
        row = solver.Constraint(-solver.infinity(), float(limit))
        for column, weight in zip(columns, weights, strict=True):
            row.SetCoefficient(variables[column], float(weight))
        rows.append(row)
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return None
    return [max(0, round(row.dual_value() * GRAIN)) for row in rows]


def _rebuilt(program: _Program, prices: list[int]) -> int:
    """The bound that the prices give, in whole slots, by integer arithmetic alone."""
    left = [worth * GRAIN for worth in program.worth]
    total = 0
    for (columns, weights, limit), price in zip(program.rows, prices, strict=True):
        if price:
            total += price * limit
            for column, weight in zip(columns, weights, strict=True):
                left[column] -= price * weight
    return (total + sum(rest for rest in left if rest > 0)) // GRAIN
