"""What no plan can pass in the goals after ``duties`` and ``hours``: safe lower bounds, by exact arithmetic.

A bound may lean on the values reached for the goals before: a week with fewer hours is cheaper, so what a
week costs at least is only known for so many hours. Leaving rules out can only make a bound lower.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from solver.bounds import Chances, Opportunity
from solver.frame import Frame, bits, span_mask
from solver.money import Before, Money
from solver.plan import GoalName
from solver.week import attendances


class GoalBounds:
    """Lower bounds on ``fairness``, ``changes``, ``gaps`` and ``cost``, in the units of ``Week.rank``.

    What they need to know of the week is worked out when it is first asked for.
    """

    def __init__(
        self, frame: Frame, own: Sequence[int] | None = None, keep_going: Callable[[], bool] = lambda: True
    ) -> None:
        """``own``: by citizen the most counted slots in new sessions, None where only the limits of R7 are
        known. ``keep_going`` is asked on the way; once it says no, a bound is what is known without."""
        self._frame = frame
        self._most = own or [min(w, sum(d)) for w, d in zip(frame.week_left, frame.day_left, strict=True)]
        self._keep_going = keep_going
        self._chances = Chances(frame)
        self._money = Money(frame, self._most)
        self._bounds: dict[GoalName, _Bound] = {}
        self._said: dict[tuple[GoalName, int, tuple[int, ...]], int] = {}

    def least(self, goal: GoalName, before: Before, hours: int) -> int:
        """What no week can be below that reaches the values ``before`` in the goals before this one.

        ``hours``: the rank in ``hours`` that no week at all can be below.
        """
        asked = (goal, hours, tuple(before.values()))
        if asked not in self._said:
            self._said[asked] = self._worked_out(goal, before, hours)
        return self._said[asked]

    def least_hours(self, before: Before) -> int:
        """The rank in ``hours`` that no week can be below, by what it may spend.

        That is the budget (R15), or the cost that is among the values ``before``.
        """
        kroner = before.get("cost", self._frame.problem.budget)
        if kroner is None:
            return -sys.maxsize
        return -self._money.most_slots(kroner, before.get("duties"))

    def _worked_out(self, goal: GoalName, before: Before, hours: int) -> int:
        if goal not in self._bounds:
            self._bounds[goal] = self._made(goal)
        # More hours never make a week less fair, so that the bound on them serves where they are not known.
        known = {"hours": hours, **before} if goal == "fairness" else before
        return self._bounds[goal](known)

    def _made(self, goal: GoalName) -> _Bound:
        match goal:
            case "fairness":
                return _fairness(self._frame, self._most)
            case "changes":
                return self._changes()
            case "gaps":
                gaps = self._gaps()
                return lambda _: gaps
            case "cost":
                return self._money.least_cost
            case _:
                raise ValueError(goal)

    def _changes(self) -> _Bound:
        """Visits of the reference that cannot be had, and those that so many hours leave out or ask for."""
        frame, problem = self._frame, self._frame.problem
        if problem.reference is None:
            return lambda _: 0
        wanted = attendances(frame, problem.reference)
        fixed = attendances(frame, frame.fixed)
        possible: dict[int, list[Opportunity]] = defaultdict(list)
        for i, row in self._by_citizen(wanted - fixed).items():
            if not self._keep_going():
                return lambda _: 0
            # A stay can be had where it is among those that could be held with this citizen at all.
            for day in {frame.day_of(visit.start) for visit in row}:
                could = set(self._chances.of(i, day))
                possible[i] += [visit for visit in row if visit in could]
        kept = sum(_most_kept(frame, i, row) for i, row in possible.items())
        dropped = sum(map(len, possible.values())) - kept
        lengths = sorted(
            (v.length for row in possible.values() for v in row if problem.activities[v.activity].counts),
            reverse=True,
        )
        always = len(wanted ^ fixed) - sum(map(len, possible.values()))
        longest = max(
            (minutes // frame.slot for a in problem.activities if a.counts for minutes in a.minutes),
            default=0,
        )

        def least(before: Before) -> int:
            if "hours" not in before or not longest:
                return always + dropped
            beyond = -before["hours"] - frame.hours_before - sum(lengths)
            if beyond >= 0:
                return always + dropped + -(-beyond // longest)
            return always + max(dropped, _fewest(lengths, -beyond))

        return least

    def _by_citizen(self, visits: set[tuple[str, str, int, int, int]]) -> dict[int, list[Opportunity]]:
        frame = self._frame
        rows: dict[int, list[Opportunity]] = defaultdict(list)
        for citizen, activity, site, start, end in sorted(visits):
            length = (end - start) // frame.slot
            stay = Opportunity(frame.activity_index[activity], start // frame.slot, length, site)
            rows[frame.citizen_index[citizen]].append(stay)
        return rows

    def _gaps(self) -> int:
        """Minutes between fixed stays of a day that no session could fill."""
        frame = self._frame
        slots = 0
        for i, taken in enumerate(frame.taken):
            if not self._keep_going():
                break
            for day in {frame.day_of(slot) for slot in bits(taken)}:
                today = taken & span_mask(day * frame.day_slots, (day + 1) * frame.day_slots)
                between = span_mask((today & -today).bit_length() - 1, today.bit_length()) & ~today
                if between:
                    slots += self._unfilled(i, day, between)
        return slots * frame.slot

    def _unfilled(self, i: int, day: int, between: int) -> int:
        frame = self._frame
        filled, counted = 0, True
        for chance in self._chances.of(i, day):
            stay = span_mask(chance.start, chance.start + chance.length)
            if not stay & ~between:
                filled |= stay
                counted = counted and frame.problem.activities[chance.activity].counts
        most = filled.bit_count()
        if counted:
            most = min(most, frame.day_left[i][day], self._most[i])
        return between.bit_count() - most


_Bound = Callable[[Before], int]


def _fairness(frame: Frame, most: Sequence[int]) -> _Bound:
    """What is lacking, spread as evenly as can be: a slot more costs the less, the fewer are lacking already.

    The square of what somebody lacks is a sum of odd numbers, so that the cheapest slots come first.
    """
    left = frame.week_left
    least = [mine - reached for mine, reached in zip(left, most, strict=True)]
    alone = sum(lacking * lacking for lacking in least)
    # By slots that somebody lacks already: how many could lack one more.
    steps = [0] * (max(left, default=0) + 1)
    for low, high in zip(least, left, strict=True):
        steps[low] += 1
        steps[high] -= 1
    for k in range(1, len(steps)):
        steps[k] += steps[k - 1]

    def bound(before: Before) -> int:
        more = sum(most) - (-before["hours"] - frame.hours_before)
        total = alone
        for k, people in enumerate(steps):
            taken = min(people, max(0, more))
            total += (2 * k + 1) * taken
            more -= taken
        return total

    return bound


def _most_kept(frame: Frame, i: int, visits: Sequence[Opportunity]) -> int:
    """The most of these visits that one person can make: one at a time, and so many of an activity."""
    count, until = 0, 0
    for visit in sorted(visits, key=lambda v: v.start + v.length):
        if visit.start >= until:
            count, until = count + 1, visit.start + visit.length
    of_activity = Counter(visit.activity for visit in visits)
    return min(count, sum(min(n, frame.sessions_left[i].get(a, 0)) for a, n in of_activity.items()))


def _fewest(lengths: Sequence[int], slots: int) -> int:
    """How few of these lengths, longest first, come to at least so many slots."""
    count = 0
    for length in lengths:
        if slots <= 0:
            break
        count, slots = count + 1, slots - length
    return count
