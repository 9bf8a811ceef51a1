"""The six goals of a week as expressions to be made least, and R15.

Each is the whole week's, fixed sessions included, in the units of ``Week.rank``. Helping variables are only
held from below, so an expression is what the goal comes to where it is made least, and never less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from ortools.sat.python import cp_model

from solver.frame import bits, span_mask
from solver.model.variables import Literals, Variables
from solver.plan import GoalName
from solver.week import attendances

Expression = cp_model.LinearExpr


def state_budget(v: Variables) -> None:
    """R15: the week's cost stays within the budget."""
    budget = v.frame.problem.budget
    if budget is not None:
        v.model.add(_cost(v) <= budget)


def state(v: Variables, goal: GoalName) -> Expression:
    """Adds what a goal needs to the model; what it comes to, smaller is better."""
    return _GOALS[goal](v)


def _duties(v: Variables) -> Expression:
    """Sessions missing to the least ones, plus citizens not seen at all."""
    attended: dict[tuple[int, int], Literals] = defaultdict(list)
    seen: dict[int, Literals] = defaultdict(list)
    for i, mine in v.going(enumerate(v.by_citizen)):
        for k, literal in mine:
            activity = v.candidates[k].activity
            attended[i, activity].append(literal)
            if v.frame.ends_idleness(activity):
                seen[i].append(literal)
    terms: list[Expression] = []
    for i, need in enumerate(v.frame.missing):
        for activity, count in need.items():
            missing = v.model.new_int_var(0, count, f"{i} misses {activity}")
            v.model.add(missing >= count - _sum(attended[i, activity]))
            terms.append(missing)
    for i in bits(v.frame.idle):
        idle = v.model.new_bool_var(f"{i} idle")
        v.model.add_bool_or([idle, *seen[i]])
        terms.append(idle)
    return _sum(terms)


def _hours(v: Variables) -> Expression:
    """Counted slots of all citizens in sessions, below zero."""
    terms = [term for mine in _counted(v) for term in mine]
    return -v.frame.hours_before - _sum(terms)


def _fairness(v: Variables) -> Expression:
    """The squares of what each citizen lacks to their most hours, in slots.

    A square is a sum of odd numbers, 1 + 3 + 5 …: the first slot that is lacking costs 1, the next one 3. The
    costs rise, so that the cheapest ones are taken first where the sum is made least.
    """
    terms: list[Expression] = []
    known = 0
    for left, mine in zip(v.frame.week_left, _counted(v), strict=True):
        if not mine:
            known += left * left
            continue
        lacking = [v.model.new_bool_var("lacks") for _ in range(left)]
        v.model.add(_sum(lacking) >= left - _sum(mine))
        terms += [(2 * k + 1) * literal for k, literal in enumerate(lacking)]
    return known + _sum(terms)


def _counted(v: Variables) -> list[list[Expression]]:
    """By citizen: the counted slots of each new session that they may be in."""
    return [
        [
            v.candidates[k].length * literal
            for k, literal in mine
            if v.frame.problem.activities[v.candidates[k].activity].counts
        ]
        for mine in v.by_citizen
    ]


def _changes(v: Variables) -> Expression:
    """Attendances (citizen, activity, site, start, end) in exactly one of the plan and the reference."""
    frame, problem = v.frame, v.frame.problem
    if problem.reference is None:
        return _sum([])
    wanted = attendances(frame, problem.reference)
    # New sessions never repeat a fixed one: nobody is in both.
    before = len(wanted ^ attendances(frame, frame.fixed))
    terms: list[Expression] = []
    for c, people in v.going(zip(v.candidates, v.attends, strict=True)):
        activity, start, end = problem.activities[c.activity].id, c.start * frame.slot, c.end * frame.slot
        for i, literal in people.items():
            visit = (problem.citizens[i].id, activity, c.site, start, end)
            terms.append(-literal if visit in wanted else 1 * literal)
    return before + _sum(terms)


def _gaps(v: Variables) -> Expression:
    """Minutes between the first start and the last end of a citizen's day, less those spent."""
    frame = v.frame
    terms: list[Expression] = []
    known = 0
    for i, mine in v.going(enumerate(v.by_citizen)):
        days: dict[int, list[tuple[int, cp_model.IntVar]]] = defaultdict(list)
        for k, literal in mine:
            days[frame.day_of(v.candidates[k].start)].append((k, literal))
        for day in range(7):
            begin, end = day * frame.day_slots, (day + 1) * frame.day_slots
            taken = frame.taken[i] & span_mask(begin, end)
            if day not in days:
                known += _span(taken) - taken.bit_count()
                continue
            # Where nothing is taken and nobody comes, the two may meet anywhere.
            low, high = _ends(taken) if taken else (end, begin)
            first = v.model.new_int_var(begin, min(low, end), "first start")
            last = v.model.new_int_var(max(high, begin), end, "last end")
            if not taken:
                v.model.add(first <= last)
            for k, literal in days[day]:
                v.model.add(first <= v.candidates[k].start).only_enforce_if(literal)
                v.model.add(last >= v.candidates[k].end).only_enforce_if(literal)
            spent = [v.candidates[k].length * literal for k, literal in days[day]]
            known -= taken.bit_count()
            terms.append(last - first - _sum(spent))
    return frame.slot * (known + _sum(terms))


def _ends(taken: int) -> tuple[int, int]:
    """First slot taken, and the one after the last."""
    return (taken & -taken).bit_length() - 1, taken.bit_length()


def _span(taken: int) -> int:
    """Slots from the first one taken to the last one."""
    low, high = _ends(taken)
    return high - low if taken else 0


def _cost(v: Variables) -> Expression:
    """Kroner for every session and for everybody in it."""
    terms: list[Expression] = []
    for candidate, held, people in v.going(zip(v.candidates, v.held, v.attends, strict=True)):
        activity = v.frame.problem.activities[candidate.activity]
        terms.append(activity.cost_per_session * held)
        terms += [activity.cost_per_citizen * literal for literal in people.values()]
    return v.frame.cost_before + _sum(terms)


def _sum(terms: list[Expression] | Literals) -> Expression:
    total: Expression = cp_model.LinearExpr.sum(list(terms))
    return total


_GOALS: Mapping[GoalName, Callable[[Variables], Expression]] = {
    "duties": _duties,
    "hours": _hours,
    "fairness": _fairness,
    "changes": _changes,
    "gaps": _gaps,
    "cost": _cost,
}
