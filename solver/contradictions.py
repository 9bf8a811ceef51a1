"""The smallest set of locked sessions and commitments that already contradicts the rules.

Found and verified by the checker alone: it reports a broken rule for the set, and none where any one of it is
left out. Leaving sessions out never breaks a rule, so a set contradicts wherever a part of it does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import comb

from solver.check import Violation, check
from solver.plan import Plan, Reason, Session
from solver.problem import Commitment, Problem

Item = Session | Commitment
#: Things in a set up to which every set is tried, and the most sets tried for one broken rule.
LARGEST, MOST_SETS = 3, 3_000
#: Sets told.
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Ids of locked ``sessions`` and ``commitments`` that cannot be in one plan, and what they break.

    Without any one of them nothing is broken. ``smallest`` says that no smaller set contradicts; otherwise it
    is only known that nothing of it can be left out.
    """

    sessions: tuple[str, ...]
    commitments: tuple[str, ...]
    broken: tuple[Violation, ...]
    smallest: bool

    @property
    def size(self) -> int:
        return len(self.sessions) + len(self.commitments)


def contradictions(
    problem: Problem, keep_going: Callable[[], bool] = lambda: True
) -> tuple[Contradiction, ...]:
    """Sets that contradict, smallest first, each once; empty where the locked sessions can be kept.

    A set for each broken rule, since mending one may leave another; the first ten of them. Stopped, it tells
    those found by then.
    """
    search = _Search(problem, keep_going)
    found = sorted(search.run(), key=len)[:MOST_TOLD]
    least = len(found[0]) if found and search.exact >= len(found[0]) - 1 else 0
    return tuple(search.told(numbers, len(numbers) == least) for numbers in found)


def reasons(problem: Problem) -> tuple[Reason, ...]:
    """Why there is no plan: what the smallest contradicting set breaks; empty where there may be one."""
    return tuple(
        Reason(violation.rule, violation.ids, violation.text)
        for smallest in contradictions(problem)[:1]
        for violation in smallest.broken
    )


class _Search:
    """Sets of the locked sessions and then the commitments, by number."""

    def __init__(self, problem: Problem, keep_going: Callable[[], bool]) -> None:
        self.problem, self.keep_going = problem, keep_going
        self.every: tuple[Item, ...] = (*problem.locked, *problem.commitments)
        #: Every set of so many things was tried, for every broken rule.
        self.exact = LARGEST

    def run(self) -> list[tuple[int, ...]]:
        """A smallest set for each rule that the whole of them breaks."""
        pools = dict.fromkeys(
            self._pool(violation) for violation in self._broken(range(len(self.every))) if self.keep_going()
        )
        found: dict[tuple[int, ...], None] = {}
        for size in range(1, LARGEST + 1):
            for pool in [pool for pool in pools if not any(set(known) <= set(pool) for known in found)]:
                if comb(len(pool), size) > MOST_SETS:
                    self.exact = min(self.exact, size - 1)
                    continue
                for some in combinations(pool, size):
                    if not self.keep_going():
                        self.exact = 0
                        return list(found)
                    if self._broken(some):
                        found[some] = None
                        break
        for pool in pools:
            if not any(set(known) <= set(pool) for known in found):
                some = self._minimal(pool)
                if not self.keep_going():
                    break
                found[some] = None
        return list(found)

    def told(self, numbers: Sequence[int], smallest: bool) -> Contradiction:
        items = [self.every[n] for n in numbers]
        return Contradiction(
            tuple(each.id for each in items if isinstance(each, Session)),
            tuple(each.id for each in items if isinstance(each, Commitment)),
            self._broken(numbers),
            smallest,
        )

    def _broken(self, numbers: Iterable[int]) -> tuple[Violation, ...]:
        """What these break, with no others there."""
        items = [self.every[n] for n in numbers]
        sessions = tuple(each for each in items if isinstance(each, Session))
        people = {citizen for each in items for citizen in each.citizens}
        people |= {side for each in self.problem.separations for side in each.between}
        part = replace(
            self.problem,
            locked=sessions,
            commitments=tuple(each for each in items if isinstance(each, Commitment)),
            citizens=tuple(each for each in self.problem.citizens if each.id in people),
        )
        return check(part, Plan(part.week, "feasible", sessions=sessions)).violations

    def _pool(self, violation: Violation) -> tuple[int, ...]:
        """What could bring a violation about: the sessions and commitments that it names; where it is a sum,
        all that the people it names are in; else everything.
        """
        named = set(violation.ids)
        by_id = tuple(n for n, each in enumerate(self.every) if each.id in named)
        by_people = tuple(n for n, each in enumerate(self.every) if named & set(_people(each)))
        for pool in (by_id, by_people):
            # A session may bear the same id as a person or an activity, and then is not what is meant.
            if any(v.rule == violation.rule and v.ids == violation.ids for v in self._broken(pool)):
                return pool
        return tuple(range(len(self.every)))

    def _minimal(self, pool: Sequence[int]) -> tuple[int, ...]:
        """A part of the pool of which nothing can be left out; all that is left of it where stopped."""
        kept = list(pool)
        for each in pool:
            if not self.keep_going():
                break
            without = [other for other in kept if other != each]
            if self._broken(without):
                kept = without
        return tuple(kept)


def _people(item: Item) -> Iterator[str]:
    yield from item.citizens
    if isinstance(item, Session):
        yield from item.staff
