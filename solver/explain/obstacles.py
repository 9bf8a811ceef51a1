"""Why somebody has no more hours: the rules that stand in the way, each verified by the checker.

Everybody else's week stands. A rule stands in the way where the citizen could have more counted hours if it
alone did not hold for them: their own week is solved again without it, and the week with those sessions must
break that rule and no other in the eyes of the checker. Only where no single rule does, and nothing is left
free, are two looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver.check import Violation, check
from solver.explain.additions import Addition, Standing
from solver.explain.rules import R4, R6, R7, R8, R15, named
from solver.frame import bits
from solver.plan import Plan, Session

#: Sets of additions tried for one rule; the best one found by then is told.
TRIES = 300
#: Pairs of rules told where no single rule stands in the way.
PAIRS = 3


@dataclass(frozen=True, slots=True)
class Obstacle:
    """``rules`` that, were they lifted for this citizen, would free ``minutes``, by these ``sessions``.

    The sessions are as they would be: one that is there already is joined. ``broken`` is what the checker
    says of the week with them; it names these rules and no others. ``rules`` is empty where nothing stands in
    the way at all. ``minutes`` are those reached, so that there may be more.
    """

    rules: tuple[str, ...]
    minutes: int
    sessions: tuple[Session, ...]
    joined: frozenset[str]
    broken: tuple[Violation, ...]


@dataclass(frozen=True, slots=True)
class Obstacles:
    """``free`` is what could be added without breaking a rule, None where nothing can.

    ``found`` is ranked by the hours freed, of single rules or, where none of them frees any, of two.
    """

    free: Obstacle | None
    found: tuple[Obstacle, ...]


def obstacles(standing: Standing, i: int) -> Obstacles:
    """What stands in the way of more hours for citizen ``i``, who is below their cap."""
    possible = standing.additions(i, most=1)
    free = _lifted(standing, i, possible, 0, 0)
    least = free.minutes if free else 0
    single = _rules_in(possible)
    found = [_lifted(standing, i, possible, rule, least) for rule in single]
    if free is None and not any(found):
        found = _pairs(standing, i)
    return Obstacles(free, tuple(sorted((each for each in found if each), key=_order)))


def _rules_in(possible: Sequence[Addition]) -> list[int]:
    return sorted({addition.breaks for addition in possible} - {0})


def _pairs(standing: Standing, i: int) -> list[Obstacle | None]:
    possible = standing.additions(i, most=2)
    most = dict.fromkeys(_rules_in(possible), 0)
    for addition in possible:
        most[addition.breaks] = max(most[addition.breaks], addition.length)
    found: list[Obstacle | None] = []
    for pair in sorted(most, key=lambda pair: (-most[pair], pair)):
        if sum(each is not None for each in found) == PAIRS:
            break
        found.append(_lifted(standing, i, possible, pair, 0))
    return found


def _order(obstacle: Obstacle) -> tuple[object, ...]:
    return (-obstacle.minutes, tuple(int(rule[1:]) for rule in obstacle.rules))


def _lifted(
    standing: Standing, i: int, possible: Sequence[Addition], rules: int, least: int
) -> Obstacle | None:
    """The most that lifting these rules frees, beyond ``least`` minutes; None where it frees nothing more."""
    slot = standing.problem.slot_minutes
    usable = [addition for addition in possible if not addition.breaks & ~rules]
    chosen = _Best(standing, i, rules).of(usable)
    if rules & R7 and not chosen:
        # No length fits into what is left of the week: the shortest one goes beyond it.
        chosen = [min(usable, key=lambda each: (each.length, _taste(each)))] if usable else []
    minutes = sum(addition.length for addition in chosen) * slot
    minutes = min(minutes, standing.missing(i) * slot)
    if not chosen or minutes <= least:
        return None
    sessions = standing.with_additions(i, chosen)
    broken = check(standing.problem, Plan(standing.problem.week, "unknown", sessions=sessions)).violations
    if {violation.rule for violation in broken} != set(named(rules)):
        return None
    before = {session.id for session in standing.sessions}
    more = tuple(sorted(set(sessions) - set(standing.sessions), key=lambda session: session.start))
    joined = frozenset(session.id for session in more if session.id in before)
    return Obstacle(named(rules), minutes - least, more, joined, broken)


def _taste(addition: Addition) -> tuple[int, ...]:
    """Sessions that are there already come before new ones, long ones before short ones, then early ones."""
    return (
        -addition.length,
        addition.joins is None,
        addition.extra.bit_count(),
        addition.start,
        addition.room,
    )


class _Best:
    """The additions that together give the most hours, the rules lifted aside, by branch and bound."""

    def __init__(self, standing: Standing, i: int, rules: int) -> None:
        self.standing, self.i, self.rules = standing, i, rules
        self.frame = standing.frame
        self.tries = TRIES
        self.best: list[Addition] = []
        self.most = 0

    def of(self, usable: Sequence[Addition]) -> list[Addition]:
        self._extend([], sorted(usable, key=lambda each: (*_taste(each), each.breaks)), 0)
        return self.best

    def _extend(self, chosen: list[Addition], rest: Sequence[Addition], total: int) -> None:
        if total > self.most:
            self.most, self.best = total, list(chosen)
        limit = self.frame.week_left[self.i]
        for number, addition in enumerate(rest):
            if self.most == limit or not self.tries:
                return
            if total + addition.length > limit:
                continue
            later = [each for each in rest[number + 1 :] if self._beside(addition, each)]
            self.tries -= 1
            chosen.append(addition)
            if self._bearable(chosen):
                self._extend(chosen, later, total + addition.length)
            chosen.pop()

    def _beside(self, one: Addition, other: Addition) -> bool:
        """Whether the citizen, and staff who would come to both, could be in both."""
        if one.start < other.end and other.start < one.end:
            return False
        early, late = (one, other) if one.start < other.start else (other, one)
        in_time = late.start - early.end >= self.frame.travel[early.site][late.site]
        return in_time or bool(self.rules & R6 and (self.rules & R4 or not one.extra & other.extra))

    def _bearable(self, chosen: Sequence[Addition]) -> bool:
        """The limits of days, weeks and money (R4, R7, R8, R15)."""
        frame, i, problem, rules = self.frame, self.i, self.standing.problem, self.rules
        for day in {frame.day_of(each.start) for each in chosen}:
            today = [each for each in chosen if frame.day_of(each.start) == day]
            if not rules & R7 and sum(each.length for each in today) > frame.day_left[i][day]:
                return False
            if not rules & R8:
                for a in {each.activity for each in today}:
                    if sum(each.activity == a for each in today) > frame.per_day_left(i, a, day):
                        return False
        if not rules & R8:
            for a in {each.activity for each in chosen}:
                if sum(each.activity == a for each in chosen) > frame.sessions_left[i].get(a, 0):
                    return False
        if not rules & R15 and frame.budget_left is not None:
            cost = sum(
                problem.activities[each.activity].cost_per_citizen
                + (0 if each.joins is not None else problem.activities[each.activity].cost_per_session)
                for each in chosen
            )
            if cost > frame.budget_left:
                return False
        if not rules & R4:
            for one, other in combinations(chosen, 2):
                for m in bits(one.extra & other.extra):
                    if sum(e.length for e in chosen if e.extra >> m & 1) > frame.staff_left[m]:
                        return False
        return True


def everybody_below(standing: Standing) -> Iterator[int]:
    """The citizens below their caps, those who miss most first."""
    short = [i for i in range(standing.frame.n) if standing.missing(i) > 0]
    yield from sorted(short, key=lambda i: (-standing.missing(i), i))
