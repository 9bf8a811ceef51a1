"""How many people must change at least, whatever else is given up.

Take any safe week and leave out of its sessions everybody whose week is another. What is left holds exactly
the old visits of the others, and breaks no rule but perhaps the least size of a group: every other rule asks
for less where fewer people come. So if at most ``k`` people can keep their visits by those rules, all others
must change.

Rooms, staff and how a group is split over rooms are free. On the days that hold what is broken every rule is
stated; of all other days only that the sessions of those who keep their week need staff who are there, in one
session at a time, within their hours. That leaves rules out, and so keeps it a bound.
"""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from solver.frame import Frame, span_mask
from solver.limits import Limits
from solver.model.week import ModelTooLargeError
from solver.plan import Session
from solver.repair.harm import Harm
from solver.repair.keep import Visits, offered, only
from solver.repair.losses import Before, Visit
from solver.repair.model import RepairModel, nothing_below, solver_for

#: Attendances up to which the days looked at are given to the model.
LARGEST = 20_000


class LeastChanged:
    """The bound ``least``, better and better: no safe week changes fewer people.

    Each day that holds what is broken is asked by itself first; where more than one makes somebody change,
    those days together. A question is put together by whoever calls ``go_on``, since two threads of Python
    only slow each other down; it is solved in a thread beside, where there is one (``beside``).
    """

    def __init__(
        self, before: Before, harm: Harm, safe: Sequence[Session], limits: Limits, seed: int, *, beside: bool
    ) -> None:
        """``safe`` is a week to begin the search from."""
        self._before, self._harm, self._safe = before, harm, safe
        self._seed, self._beside = seed, beside
        #: Of its own, so that it can be ended where its answer is no longer asked for.
        self._limits = Limits(limits.left)
        self.least = harm.least
        self._days = deque(frozenset({day}) for day in sorted(harm.days))
        self._hard: frozenset[int] = frozenset()
        self._asked: frozenset[int] | None = None
        self._answer: int | None = None
        self._thread: threading.Thread | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self._asked is None and not self._days

    def go_on(self, seconds: float = 0.0) -> None:
        """Takes what was found and asks on; waits no longer than ``seconds`` for an answer."""
        if self._thread is not None:
            self._thread.join(seconds)
            if self._thread.is_alive():
                return
        self._take()
        if self._days and self._limits.go_on():
            self._asked = self._days.popleft()
            question = _question(self._before, self._harm, self._asked, self._safe, self._limits.go_on)
            if question is None:
                self._answer = 0
            elif self._beside:
                self._thread = threading.Thread(target=self._solve, args=(question,), daemon=True)
                self._thread.start()
            else:
                self._solve(question)
        elif self._days:
            self._days.clear()

    def end(self) -> None:
        """Takes what was found, and ends what is still asked."""
        self._limits.stop()
        self._days.clear()
        if self._thread is not None:
            self._thread.join()
        self._take()

    def _solve(self, question: _Question) -> None:
        self._answer = question.answer(self._limits, self._seed)

    def _take(self) -> None:
        if self._asked is None:
            return
        if self._answer:
            self.least = max(self.least, len(self._harm.forced) + self._answer)
            if len(self._asked) == 1:
                self._hard |= self._asked
        together = len(self._asked) > 1
        self._asked = self._answer = self._thread = None
        if not self._days and not together and len(self._hard) > 1:
            self._days.append(self._hard)


@dataclass(frozen=True, slots=True)
class _Question:
    """How many must change beside those who are forced to."""

    model: cp_model.CpModel
    changed: cp_model.LinearExpr

    def answer(self, limits: Limits, seed: int) -> int:
        """0 where two solves do not agree in time."""
        self.model.minimize(self.changed)
        solver = solver_for(limits, limits.left, 1, seed)
        with limits.stopping(solver):
            if solver.solve(self.model) != cp_model.OPTIMAL:
                return 0
        least = int(solver.value(self.changed))
        return least if not least or nothing_below(self.model, self.changed, least, limits, seed) else 0


def _question(
    before: Before,
    harm: Harm,
    days: frozenset[int],
    safe: Sequence[Session],
    keep_going: Callable[[], bool],
) -> _Question | None:
    """None where it is too large, or the time is up."""
    given = before.given
    alone = tuple(replace(activity, min_group=1) for activity in given.workable.activities)
    frame = Frame(replace(given.workable, activities=alone), given.fixed)
    standing = before.visits_of(given.fixed)
    coming = {who: visits - standing[who] for who, visits in before.visits.items() if who not in harm.forced}
    here = only({visit for some in coming.values() for visit in some if visit.day in days}, coming)
    whose = {who: some | standing[who] for who, some in here.items()}
    try:
        model = RepairModel(before, frame, offered(frame, here), keep_going, largest=LARGEST, whose=whose)
    except ModelTooLargeError:
        return None
    _staff_elsewhere(model, {who: visits - here[who] for who, visits in coming.items()})
    model.week.hint([session for session in safe if before.visit(session).day in days])
    return _Question(model.model, cp_model.LinearExpr.sum(list(model.changed.values())))


def _staff_elsewhere(model: RepairModel, visits: Visits) -> None:
    """R4 and R5 of the other days, without rooms, rivals and ways: somebody with the skill, and enough staff,
    for every visit of anybody who keeps their week.
    """
    frame, v = model.frame, model.week.variables
    people: dict[Visit, list[int]] = defaultdict(list)
    for who, some in visits.items():
        i = frame.citizen_index[who]
        for visit in some:
            people[visit].append(i)
            if i not in model.changed:
                model.changed[i] = model.model.new_bool_var("changed")
    work: list[list[cp_model.LinearExpr]] = [[] for _ in frame.problem.staff]
    at_slot: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for visit, had in sorted(people.items()):
        start, end = visit.start // frame.slot, visit.end // frame.slot
        serving = {m: model.model.new_bool_var("serves") for m in _there(frame, visit, span_mask(start, end))}
        activity = frame.problem.activities[frame.activity_index[visit.activity]]
        members = frame.problem.staff
        skilled = [literal for m, literal in serving.items() if activity.skill in members[m].skills]
        for i in had:
            kept = 1 - model.changed[i]
            need = max(1, activity.staff, frame.level[i].staff) + frame.level[i].guards
            model.model.add(cp_model.LinearExpr.sum(skilled) >= kept)
            model.model.add(cp_model.LinearExpr.sum(list(serving.values())) >= need * kept)
        for m, literal in serving.items():
            work[m].append((end - start) * literal)
            for slot in range(start, end):
                at_slot[m, slot].append(literal)
    for literals in at_slot.values():
        model.model.add_at_most_one(literals)
    for m, mine in enumerate(work):
        here = [v.candidates[k].length * literal for k, literal in v.by_staff[m]]
        model.model.add(cp_model.LinearExpr.sum([*mine, *here]) <= max(0, frame.staff_left[m]))


def _there(frame: Frame, visit: Visit, stay: int) -> list[int]:
    """The staff who could be on a site for the whole of a visit."""
    site = frame.site_index[visit.site]
    return [m for m, free in enumerate(frame.staff_free) if not stay & ~free[site]]
