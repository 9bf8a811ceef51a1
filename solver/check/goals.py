"""The six goals, recomputed, and what a plan states about itself held against them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from solver.check.facts import Facts, Visit, merged
from solver.check.report import Violation
from solver.plan import GOAL_NAMES, GoalName, GoalResult, Session, Unmet
from solver.problem import DAY_MINUTES, Interval

INTERVIEW: Final = "interview"
TOLERANCE: Final = 1e-6
"""What a stated value may differ by: the rounding of a number written to a file."""
Values: TypeAlias = tuple[tuple[GoalName, float], ...]


def unmet(facts: Facts) -> tuple[Unmet, ...]:
    """The goal ``duties``, one entry for each unit: the ``min_sessions`` that are missing, plus one for each
    citizen with no counted hours this week, in sessions or commitments, and no session of ``idle_interview``.

    Where no activity is named for idle citizens' interviews, nobody can have had one.
    """
    attended: Counter[tuple[str, str]] = Counter()
    for visit, session in facts.sessions:
        attended.update((person, session.activity) for person in visit.citizens)
    missing: list[Unmet] = []
    interview = facts.problem.idle_interview
    for citizen in facts.problem.citizens:
        for enrolment in citizen.activities:
            lacking = enrolment.min_sessions - attended[citizen.id, enrolment.activity]
            missing += [Unmet(citizen.id, enrolment.activity)] * max(0, lacking)
        idle = not any(visit.counts for visit in facts.visits_of_citizen[citizen.id])
        if idle and (interview is None or not attended[citizen.id, interview]):
            missing.append(Unmet(citizen.id, INTERVIEW))
    return tuple(missing)


def planned_hours(facts: Facts) -> float:
    """``hours`` (most): the counted hours of all citizens in sessions."""
    return sum(visit.minutes * len(visit.citizens) for visit, _ in facts.sessions if visit.counts) / 60


def fairness(facts: Facts) -> float:
    """``fairness`` (least): the sum over citizens of the square of (``max_hours`` less counted hours,
    sessions and commitments), measured in slots, nobody below 0.
    """
    total = 0.0
    for citizen in facts.problem.citizens:
        counted = sum(visit.minutes for visit in facts.visits_of_citizen[citizen.id] if visit.counts)
        total += (max(0, citizen.max_minutes - counted) / facts.problem.slot_minutes) ** 2
    return total


def changes(facts: Facts) -> float:
    """``changes`` (least): the number of (citizen, activity, site, start, end) in exactly one of the plan and
    the ``reference``; 0 where that is null.
    """
    if facts.problem.reference is None:
        return 0
    return len(_attendances(facts, facts.plan.sessions) ^ _attendances(facts, facts.problem.reference))


def _attendances(facts: Facts, sessions: Iterable[Session]) -> set[tuple[str, str, str | None, int, int]]:
    sites = {room.id: room.site for room in facts.problem.rooms}
    return {
        (citizen, session.activity, sites.get(session.room), session.start, session.end)
        for session in sessions
        for citizen in session.citizens
    }


def gaps(facts: Facts) -> float:
    """``gaps`` (least): minutes between a citizen's first start and last end of a day, less those spent in
    sessions and commitments, over all citizens and days. A minute spent in two of them at once is spent once.
    """
    total = 0
    for visits in facts.visits_of_citizen.values():
        days: dict[int, list[Visit]] = defaultdict(list)
        for visit in visits:
            days[visit.start // DAY_MINUTES].append(visit)
        for on_day in days.values():
            if len(on_day) == 1:
                continue
            spent = merged(Interval(visit.start, visit.end) for visit in on_day)
            total += sum(later.start - earlier.end for earlier, later in pairwise(spent))
    return total


def cost(facts: Facts) -> float:
    """``cost`` (least): ``cost_per_session`` of every session plus ``cost_per_citizen`` of everyone in it, in
    kroner.
    """
    total = 0
    for _, session in facts.sessions:
        activity = facts.activities.get(session.activity)
        if activity:
            total += activity.cost_per_session + activity.cost_per_citizen * len(set(session.citizens))
    return total


_GOALS: Mapping[GoalName, Callable[[Facts], float]] = {
    "hours": planned_hours,
    "fairness": fairness,
    "changes": changes,
    "gaps": gaps,
    "cost": cost,
}


def values(facts: Facts, missing: Sequence[Unmet]) -> Values:
    """The value of every goal that there is, in the order in which the format lists them.

    ``missing`` is what ``unmet`` tells: ``duties`` (least) is how many of them there are.
    """
    return tuple((goal, len(missing) if goal == "duties" else _GOALS[goal](facts)) for goal in GOAL_NAMES)


def false_statements(facts: Facts, truth: Values, missing: Sequence[Unmet]) -> Iterator[Violation]:
    """What the plan states about itself and is not so: week, status, goals, unmet duties, reasons.

    ``truth`` is what ``values`` tells, ``missing`` what ``unmet`` does.
    """
    plan = facts.plan
    if plan.week != facts.problem.week:
        yield Violation(
            "week", (), f"The plan is for week {plan.week}, the problem for {facts.problem.week}."
        )
    if plan.reasons and plan.status != "infeasible":
        yield Violation("status", (), f"The plan is {plan.status} and gives reasons for being infeasible.")
    if plan.status == "infeasible" and not plan.reasons:
        yield Violation("status", (), "The plan is infeasible and gives no reason.")
    if plan.status in ("infeasible", "unknown"):
        if plan.sessions or plan.goals or plan.unmet:
            text = f"The plan is {plan.status} and not empty."
            yield Violation("status", tuple(session.id for session in plan.sessions), text)
        return
    yield from _goal_statements(facts, dict(truth))
    yield from _unmet_statements(facts, missing)


def _goal_statements(facts: Facts, truth: Mapping[GoalName, float]) -> Iterator[Violation]:
    plan, wanted = facts.plan, facts.problem.goals
    stated = tuple(result.goal for result in plan.goals)
    if stated != wanted:
        text = f"The plan states the goals {_row(stated)}; the problem has {_row(wanted)}."
        yield Violation("goal", (), text)
    for result in plan.goals:
        if result.goal in truth:
            yield from _goal_statement(result, truth[result.goal])
    proven = all(result.proven for result in plan.goals)
    if proven != (plan.status == "optimal"):
        text = f"The plan is {plan.status} and {'every goal is' if proven else 'not every goal is'} proven."
        yield Violation("status", (), text)


def _goal_statement(result: GoalResult, truth: float) -> Iterator[Violation]:
    """Worded so that a number that is none (NaN) is wrong in each of the comparisons."""
    name, value, bound = result.goal, result.value, result.bound
    if not abs(value - truth) <= TOLERANCE:
        yield Violation("goal", (), f"The plan states {name} {value:g}; it is {truth:g}.")
    passed = value - bound if name == "hours" else bound - value
    if not passed <= TOLERANCE:
        yield Violation("goal", (), f"The plan states {name} {value:g}, past its own bound of {bound:g}.")
    if result.proven != (abs(value - bound) <= TOLERANCE):
        says = "proven" if result.proven else "not proven"
        yield Violation(
            "goal", (), f"The plan states {name} {value:g} with bound {bound:g} and calls it {says}."
        )


def _row(goals: Iterable[str]) -> str:
    return ", ".join(goals) or "none"


def _unmet_statements(facts: Facts, missing: Sequence[Unmet]) -> Iterator[Violation]:
    truth, stated = Counter(missing), Counter(facts.plan.unmet)
    for duty in sorted(truth.keys() | stated.keys(), key=lambda each: (each.citizen, each.duty)):
        if truth[duty] != stated[duty]:
            text = f"The plan states {stated[duty]} unmet {duty.duty} of {duty.citizen}; it is {truth[duty]}."
            yield Violation("unmet", (duty.citizen,), text)
