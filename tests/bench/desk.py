"""How long somebody who drags waits for a verdict, on weeks of any size."""

from __future__ import annotations

import gc
import statistics
import time
from dataclasses import dataclass
from random import Random

from desktop.domain.settings import UnitSettings
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.hand.verdicts import Verdicts
from desktop.services.hand.week_edits import Join, Leave, Move, Remove, WeekEdit
from desktop.services.week.planning import Prepared
from desktop.services.week.versions import planned_of
from solver.plan import Plan
from solver.problem import DAY_MINUTES, Problem
from solver.solve import Options, solve
from tests.bench.instances import realistic

#: People, and the milliseconds that a verdict may take.
SIZES = ((70, 5.0), (700, 16.0))
EDITS = 500


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds: for the verdicts of a plan to be ready, and for each of many edits drawn by chance.

    ``places`` are the seconds for every place of one session.
    """

    people: int
    sessions: int
    ready: float
    verdicts: tuple[float, ...]
    places: float
    asked: float

    def words(self) -> str:
        ordered = sorted(self.verdicts)
        return (
            f"Verdict of a drag, {self.people} people, {self.sessions} sessions: "
            f"median {statistics.median(ordered):.1f} ms, 99 of 100 within "
            f"{ordered[len(ordered) * 99 // 100]:.1f} ms, longest {ordered[-1]:.1f} ms "
            f"(asked: {self.asked:g} ms); ready in {self.ready:.0f} ms; all places {self.places:.1f} s"
        )


def measure(people: int, asked: float, seconds: float = 5.0) -> Waits:
    """Plans a week for some seconds and edits it."""
    problem = realistic(people)
    return waits(problem, solve(problem, Options(seconds=seconds)), asked)


def waits(problem: Problem, plan: Plan, asked: float) -> Waits:
    week, random = IsoWeek.parse(problem.week), Random(1)
    prepared = Prepared(week, problem, Unit(UnitSettings("unit", "-", problem.slot_minutes, (), None)))
    sessions = tuple(planned_of(week, each) for each in plan.sessions)
    # The planner's own objects are never in the app's process: its collector must not wade through them.
    gc.collect()
    gc.freeze()
    begun = time.perf_counter()
    verdicts = Verdicts(prepared, sessions)
    ready = time.perf_counter() - begun
    taken = []
    for _ in range(EDITS):
        edit = _edit(problem, plan, week, random)
        begun = time.perf_counter()
        verdicts.verdict(edit)
        taken.append(1000 * (time.perf_counter() - begun))
    begun = time.perf_counter()
    for _ in verdicts.places(plan.sessions[0].id):
        pass
    places = time.perf_counter() - begun
    return Waits(len(problem.citizens), len(sessions), 1000 * ready, tuple(taken), places, asked)


def _edit(problem: Problem, plan: Plan, week: IsoWeek, random: Random) -> WeekEdit:
    session = random.choice(plan.sessions)
    start = random.randrange(5) * DAY_MINUTES + random.randrange(16, 32) * 30
    move = Move(session.id, random.choice(problem.rooms).id, week.moment(start))
    return random.choice(
        (
            move,
            move,
            Join(session.id, random.choice(problem.citizens).id),
            Leave(session.id, random.choice(session.citizens)),
            Remove(session.id),
        )
    )
