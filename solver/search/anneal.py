"""The search as the rest of the engine sees it: a first week at once, then better ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

import numpy as np

from solver.compiled import Ints, Longs, seeded
from solver.frame import Frame
from solver.plan import GOAL_NAMES, GoalName, Session
from solver.search import fields as f
from solver.search.board import board_tables, keep
from solver.search.fields import laid_out, row, view
from solver.search.insert import SLOT, fill, heap_tables
from solver.search.known import DUTIES, GAPS, HOURS, N_AIMS, STAFF_TIME, known
from solver.search.lean import hold_back, shed
from solver.search.pool import CREW_WEIGHT, LEAST_WORTH, POOL, SITES, pool_tables
from solver.search.recall import hold_again, put
from solver.search.rounds import GRAIN, N_SIZES, aim_tables, anneal, hungry, rank_pool, restore, store
from solver.week import Week, all_ranks

#: Rounds between two looks at the clock: a few milliseconds.
CHUNK = 256
#: Temperatures at the beginning and at the end, in units of the goal that is aimed at: for hours, slots.
HOT, COLD = 1.5, 0.1
#: Other goals than duties and hours: the part of what a round loses by the median that stands for a unit, and
#: the losses that must be seen before anything but a gain is kept (measured).
SCALE, SEEN = 0.2, 32
#: Rounds a citizen for which that is hot enough; with fewer it begins cooler, by the cube root (measured).
PLENTY = 4_000
#: Units of another goal that a missing duty weighs against while annealing for both: far more than a round
#: loses of it. Gaps are in slots.
DUTY: Mapping[GoalName, int] = {
    "hours": 150, "fairness": 3_000, "changes": 100, "gaps": 150, "cost": 20_000,
}  # fmt: skip
#: The first week is filled in passes: first only with sessions that win more slots than this for each of
#: staff time, so that no day spends the staff that another has a better use for.
LEAST_FIRST = tuple(halves / 2 for halves in range(11, -1, -1))
#: What a goal's unit weighs in the sum that is annealed, and a slot of staff time beside the hours: of two
#: weeks with as many hours the one that leaves staff free has more room for more. The second is for a search
#: beside another: which of them does better depends on how scarce staff is.
UNIT, STAFF_SLOTS = 16, (3, 8)


class Search:
    """Holds one week and keeps the best one seen. The same calls with the same seed find the same weeks."""

    def __init__(self, frame: Frame, seed: int, staff_slot: int = STAFF_SLOTS[0]) -> None:
        """``staff_slot``: what a slot of staff time weighs, where a counted one weighs ``UNIT``."""
        self.frame, self._staff_slot = frame, staff_slot
        ranks = list(all_ranks(frame, ()))
        ranks[GAPS] //= frame.slot
        facts = known(frame, ranks)
        mem, big = dict(facts.mem), dict(facts.big)
        for made in (board_tables, pool_tables, heap_tables, aim_tables):
            more_mem, more_big = made(facts.sizes)
            mem.update(more_mem)
            big.update(more_big)
        mem[f.ROW_CITIZENS], mem[f.ROW_STAFF] = facts.sizes.in_session, facts.sizes.crew
        big[f.RANDOM] = np.array([seeded(seed)], dtype=np.int64)
        self._mem: Ints = laid_out(mem, f.MEM_END, np.int32)
        self._big: Longs = laid_out(big, f.BIG_END, np.int64)
        self._random = Random(seed)
        self.stages = stages(frame.problem.goals)
        self._big[f.LEAN] = is_lean(frame.problem.goals)
        self._big[f.THRIFTY] = frame.problem.goals[:1] == ("cost",)
        #: Nothing can be added where no session can be held or nobody asks for one.
        self.idle = not self._mem[f.N_RECIPES] or not self.stages

    @property
    def rounds(self) -> int:
        """Rounds of ruin and recreate so far."""
        return int(view(self._big, f.COUNT, 4)[3])

    def start(self, go_on: Callable[[], bool] = lambda: True) -> Week:
        """The first week, greedily; in a large unit a few people and sites at a time."""
        mem, big = self._mem, self._big
        if not self.idle:
            taste = view(big, f.TASTE, 6)
            taste[:] = 0
            taste[CREW_WEIGHT] = SLOT
            for least in LEAST_FIRST:
                taste[LEAST_WORTH] = round(least * SLOT)
                for day in range(7):
                    self._fill_day(day, go_on)
        store(mem, big)
        return self.best()

    def recall(self, go_on: Callable[[], bool] = lambda: True) -> Week:
        """Starts from what of the reference can still be held, and from what can be added to it.

        Without a reference it adds to nothing.
        """
        mem, big = self._mem, self._big
        view(mem, f.KEPT_COUNT, 1)[0] = 0
        restore(mem, big)
        hold_again(mem, big, self.frame, self.frame.problem.reference or ())
        keep(mem, big)
        taste = view(big, f.TASTE, 6)
        taste[:] = 0
        taste[CREW_WEIGHT] = SLOT
        for day in range(0 if self.idle else 7):
            self._fill_day(day, go_on)
        store(mem, big)
        return self.best()

    def _fill_day(self, day: int, go_on: Callable[[], bool]) -> None:
        people = [i for i in range(self.frame.n) if hungry(self._mem, self._big, i)]
        if len(people) > POOL:
            self._random.shuffle(people)
        for first in range(0, len(people), POOL):
            for site in range(0, len(self.frame.problem.sites), SITES):
                if not go_on():
                    return
                self._fill(people[first : first + POOL], site, day)

    def _fill(self, people: Sequence[int], site: int, day: int) -> None:
        """Adds what these people can have on a day on a few sites from one on."""
        mem, big = self._mem, self._big
        view(mem, f.POOL_OF, len(people))[:] = people
        rank_pool(mem, big, len(people))
        sites = range(site, min(len(self.frame.problem.sites), site + SITES))
        view(mem, f.ROUND_SITES, len(sites))[:] = sites
        view(big, f.ROUND_COUNT, 4)[1] = len(sites)
        held_back = hold_back(mem, big)
        fill(mem, big, day)
        view(big, f.BUDGET, 1)[0] += held_back
        if big[f.LEAN]:
            shed(mem, big)
        keep(mem, big)

    def hold(self, sessions: Sequence[Session]) -> Week:
        """Starts from sessions that break no rule instead of from what was found before."""
        mem, big, frame = self._mem, self._big, self.frame
        view(mem, f.KEPT_COUNT, 1)[0] = 0
        restore(mem, big)
        for session in sessions:
            room = frame.room_index[session.room]
            start, end = session.start // frame.slot, session.end // frame.slot
            what = (frame.activity_index[session.activity], room, frame.room_site[room], start, end - start)
            put(mem, big, what, [frame.citizen_index[i] for i in session.citizens], self._roles(session))
        keep(mem, big)
        store(mem, big)
        return self.best()

    def _roles(self, session: Session) -> tuple[list[int], list[int]]:
        """Who of a session's staff serve as guards: as many as its levels ask for, with few other skills."""
        frame = self.frame
        members = frame.problem.staff
        wanted = max((frame.level[frame.citizen_index[i]].guards for i in session.citizens), default=0)
        skill = frame.activity_of(session).skill
        crew = sorted(
            (frame.staff_index[m] for m in session.staff),
            key=lambda m: ("guard" not in members[m].skills, skill in members[m].skills, m),
        )
        return crew[wanted:], crew[:wanted]

    def best(self) -> Week:
        """The best week so far."""
        mem, frame = self._mem, self.frame
        problem, slot = frame.problem, frame.slot
        count = int(view(mem, f.KEPT_COUNT, 1)[0])
        columns = zip(
            *(
                view(mem, field, count).tolist()
                for field in (
                    f.KEPT_START, f.KEPT_ROOM, f.KEPT_ACTIVITY, f.KEPT_LENGTH,
                    f.KEPT_N_CITIZENS, f.KEPT_N_OTHERS, f.KEPT_N_GUARDS,
                )
            ),
            strict=True,
        )  # fmt: skip
        found = [
            (
                start,
                room,
                activity,
                length,
                row(mem, f.KEPT_STAFF, x, others + guards).tolist(),
                row(mem, f.KEPT_CITIZENS, x, people).tolist(),
            )
            for x, (start, room, activity, length, people, others, guards) in enumerate(columns)
        ]
        found.sort()
        taken = {session.id for session in frame.fixed}
        names = (name for x in range(1, len(found) + len(taken) + 1) if (name := f"s{x}") not in taken)
        sessions = tuple(
            Session(
                next(names),
                problem.activities[activity].id,
                problem.rooms[room].id,
                start * slot,
                (start + length) * slot,
                tuple(problem.staff[m].id for m in sorted(crew)),
                tuple(problem.citizens[i].id for i in sorted(people)),
            )
            for start, room, activity, length, crew, people in found
        )
        return Week(self.rank(), sessions)

    def rank(self) -> tuple[int, ...]:
        """The rank of the best week so far."""
        goals = [int(goal) for goal in view(self._big, f.KEPT_GOALS, len(GOAL_NAMES))]
        goals[GAPS] *= self.frame.slot
        return tuple(goals[GOAL_NAMES.index(goal)] for goal in self.frame.problem.goals)

    def run(self, stage: int, share: Callable[[], float]) -> None:
        """Searches for the goals of a stage until ``share`` (of its time, 0 to 1) is used up.

        Begins with the best week. The temperature falls with the share, from some units of the goal to a
        fraction of one; what a unit is follows from the losses that the rounds meet. Goals of earlier stages
        stay as good as they are.
        """
        if self.idle:
            return
        self._aim(stage)
        restore(self._mem, self._big)
        begun = self.rounds
        losses = view(self._big, f.LOSSES, N_SIZES)
        losses[:] = 0
        measured = not {*self.stages[stage]} <= {"duties", "hours"}
        while (used := share()) < 1.0:
            expected = (self.rounds - begun) / max(1, self.frame.n) / used if used else PLENTY
            hot = HOT * min(1.0, (max(1.0, expected) / PLENTY) ** (1 / 3))
            unit = typical(losses.tolist()) * SCALE if measured else UNIT
            temperature = round(GRAIN * unit * hot * (COLD / hot) ** used)
            anneal(self._mem, self._big, CHUNK, temperature)

    def _aim(self, stage: int) -> None:
        weights = view(self._big, f.WEIGHTS, N_AIMS)
        weights[:] = 0
        goals = self.stages[stage]
        for goal in goals:
            weights[GOAL_NAMES.index(goal)] = UNIT
        if goals[0] == "duties" and len(goals) > 1:
            weights[DUTIES] = DUTY[goals[1]] * UNIT
        elif goals == ("hours", "duties"):
            weights[HOURS] = DUTY["hours"] * UNIT
        if "hours" in goals:
            weights[STAFF_TIME] = self._staff_slot
        firm = sum(len(earlier) for earlier in self.stages[:stage])
        self._big[f.FIRM] = firm
        self._big[f.THRIFTY] = "cost" in (*self.frame.problem.goals[:firm], *self.frame.problem.goals[:1])


def typical(losses: Sequence[int]) -> float:
    """The median of losses, by how many there were from each power of two on; 0 before enough were seen."""
    half, found = sum(losses) / 2, 0
    if sum(losses) < SEEN:
        return 0.0
    for power, count in enumerate(losses):
        if found + count >= half:
            return float(2**power) * (1 + (half - found) / count)
        found += count
    raise AssertionError


def is_lean(goals: Sequence[GoalName]) -> bool:
    """Whether a goal that sessions cost something in comes before those that every counted hour serves."""
    first = next((goal for goal in goals if goal != "duties"), None)
    return first in ("changes", "gaps", "cost")


def stages(goals: Sequence[GoalName]) -> tuple[tuple[GoalName, ...], ...]:
    """The goals in their order, one a stage; duties and the goal after it are searched for together.

    Hours and the duties after them are too. Annealing may trade one of the two for the other on the way; the
    week kept never does.
    """
    found: list[tuple[GoalName, ...]] = []
    for goal in goals:
        if found and (found[-1] == ("duties",) or (*found[-1], goal) == ("hours", "duties")):
            found[-1] = (*found[-1], goal)
        else:
            found.append((goal,))
    return tuple(found)
