"""How many people must change at least, whatever else is given up.

Take any safe week and leave out of its sessions everybody whose week is another. What is left holds exactly
the old visits of the others, and breaks no rule but perhaps the least size of a group: every other rule asks
for less where fewer people come. So if at most ``k`` people can keep their visits by those rules, all others
must change.

Rooms, staff and how a group is split over rooms are free. On the days that hold what is broken every rule is
stated; of all other days nothing, or only that the sessions of those who keep their week need staff who are
there, in one session at a time, within their hours. That leaves rules out, and so keeps it a bound.
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
#: The share of the time left that a question may take where nothing else goes on meanwhile.
SHARE = 0.15


class LeastChanged:
    """The bound ``least``, better and better: no safe week changes fewer people.

    Each day that holds what is broken is asked by itself first; where more than one makes somebody change,
    those days together; then each day once more with the staff of all others, which takes longer. A question
    is put together by whoever calls ``go_on``, since two threads of Python only slow each other down; it is
    solved in a thread beside, where there is one (``beside``).
    """

    def __init__(
        self, before: Before, harm: Harm, safe: Sequence[Session], limits: Limits, seed: int, *, beside: bool
    ) -> None:
        """``safe`` is a week to begin the search from."""
        self._before, self._harm, self._safe = before, harm, safe
        self._seed, self._beside = seed, beside
        # In a thread it can be ended where its answer is no longer asked for.
        self._limits = Limits(limits.left) if beside else limits
        self.least = harm.least
        days = [frozenset({day}) for day in sorted(harm.days)]
        self._left = deque([*((day, False) for day in days), *((day, True) for day in days)])
        self._hard: frozenset[int] = frozenset()
        self._asked: tuple[frozenset[int], bool] | None = None
        self._answer: int | None = None
        self._thread: threading.Thread | None = None

    def go_on(self) -> None:
        """Takes what was found, if it was, and asks on."""
        if self._thread is not None and self._thread.is_alive():
            return
        self._take()
        if self._left and self._limits.go_on():
            self._asked = self._left.popleft()
            question = _question(self._before, self._harm, *self._asked, self._safe, self._limits.go_on)
            if question is None:
                self._answer = 0
            elif self._beside:
                self._thread = threading.Thread(target=self._solve, args=(question,), daemon=True)
                self._thread.start()
            else:
                self._solve(question)

    def end(self) -> None:
        """Takes what was found, and ends what is still asked."""
        if self._thread is not None:
            self._limits.stop()
            self._thread.join()
        self._take()

    def _solve(self, question: _Question) -> None:
        left = self._limits.left
        self._answer = question.answer(self._limits, left if self._beside else left * SHARE, self._seed)

    def _take(self) -> None:
        if self._asked is None:
            return
        days, elsewhere = self._asked
        if self._answer:
            self.least = max(self.least, len(self._harm.forced) + self._answer)
            if not elsewhere:
                self._hard |= days
        self._asked = self._answer = self._thread = None
        if len(days) == 1 and not elsewhere and self._left[0][1] and len(self._hard) > 1:
            self._left.appendleft((self._hard, False))


@dataclass(frozen=True, slots=True)
class _Question:
    """How many must change beside those who are forced to."""

    model: cp_model.CpModel
    changed: cp_model.LinearExpr

    def answer(self, limits: Limits, seconds: float, seed: int) -> int:
        """0 where two solves of at most so many ``seconds`` do not agree."""
        self.model.minimize(self.changed)
        solver = solver_for(limits, seconds, 1, seed)
        with limits.stopping(solver):
            if solver.solve(self.model) != cp_model.OPTIMAL:
                return 0
        least = int(solver.value(self.changed))
        agreed = not least or nothing_below(self.model, self.changed, least, limits, seconds, seed)
        return least if agreed else 0


def _question(
    before: Before,
    harm: Harm,
    days: frozenset[int],
    elsewhere: bool,
    safe: Sequence[Session],
    keep_going: Callable[[], bool],
) -> _Question | None:
    """``elsewhere``: whether the staff of other days counts. None where it is too large, or time is up."""
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
    if elsewhere:
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
