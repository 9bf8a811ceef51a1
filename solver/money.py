"""What counted hours and fulfilled duties cost at least, and so how many hours a sum of money buys at most.

Exact arithmetic in whole kroner and fractions of them. Whoever is in a session bears a part of what it costs:
no less than if it were as large as the activity, the rooms, those enrolled and their own level let it be. The
cheapest slots come first, as many as somebody could have at most, so that no other way to as many is cheaper.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from solver.frame import Frame, largest_group
from solver.plan import GoalName

#: Ranks of the goals before one, by name: see ``Week.rank``.
Before = Mapping[GoalName, int]


class Money:
    """Bounds that tie the cost of a week to its counted slots and to the duties it fulfils."""

    def __init__(self, frame: Frame, most: Sequence[int]) -> None:
        """``most``: by citizen the most counted slots in new sessions."""
        self._frame = frame
        activities = frame.problem.activities
        enrolled = [sum(a in row for row in frame.sessions_left) for a in range(len(activities))]
        rates: list[tuple[Fraction, int, int]] = []  # Kroner a slot, citizen, most slots of the activity.
        visits: list[Fraction] = []  # Kroner for each uncounted session that somebody lacks.
        every: list[Fraction] = []  # The same for all sessions.
        for i, row in enumerate(frame.sessions_left):
            for a, sessions in row.items():
                share, activity = _share(frame, i, a, enrolled[a]), activities[a]
                missing = min(frame.missing[i].get(a, 0), sessions)
                every += [share] * missing
                if activity.counts:
                    longest = max(activity.minutes) // frame.slot
                    rates.append((share / longest, i, sessions * longest))
                else:
                    visits += [share] * missing
        self._visits, self._every = _summed(sorted(visits)), _summed(sorted(every))
        self._lacking = sum(sum(need.values()) for need in frame.missing)
        self._uncounted = sum(
            count for need in frame.missing for a, count in need.items() if not activities[a].counts
        )
        self._steps = _steps(rates, most)
        self._bought: dict[tuple[int, int | None], int] = {}

    def least_cost(self, before: Before) -> int:
        """Kroner that no week is below with these hours (a rank) and duties, where they are known."""
        total = Fraction(self._frame.cost_before)
        if "hours" in before:
            total += self._slots_cost(-before["hours"] - self._frame.hours_before)
            if "duties" in before:
                total += self._visits_cost(before["duties"])
        elif "duties" in before:
            total += _of(self._every, self._lacking - before["duties"])
        return math.ceil(total)

    def most_slots(self, kroner: int, duties: int | None) -> int:
        """Counted slots, those of fixed sessions included, beyond which no week goes that costs no more.

        ``duties``: how many are missing, where that is known.
        """
        asked = (kroner, duties)
        if asked not in self._bought:
            self._bought[asked] = self._most_bought(kroner, duties)
        return self._bought[asked]

    def _most_bought(self, kroner: int, duties: int | None) -> int:
        money = Fraction(kroner - self._frame.cost_before)
        if duties is not None:
            money -= self._visits_cost(duties)
        slots = 0
        for rate, limit in self._steps:
            bought = min(limit, int(money / rate)) if rate else limit
            if money < 0 or bought <= 0:
                break
            slots, money = slots + bought, money - rate * bought
        return self._frame.hours_before + slots

    def _slots_cost(self, slots: int) -> Fraction:
        total = Fraction(0)
        for rate, limit in self._steps:
            if slots <= 0:
                break
            taken = min(limit, slots)
            total, slots = total + rate * taken, slots - taken
        return total

    def _visits_cost(self, duties: int) -> Fraction:
        """Sessions of uncounted activities that somebody lacked and must have had; they buy no hours."""
        return _of(self._visits, self._uncounted - duties)


def _share(frame: Frame, i: int, a: int, enrolled: int) -> Fraction:
    """The least kroner that one citizen's part in a session comes to."""
    activity, level = frame.problem.activities[a], frame.level[i]
    places = max(
        (
            room.capacity
            for r, room in enumerate(frame.problem.rooms)
            if frame.room_suits(activity, r) and level.room_features <= room.features
        ),
        default=1,
    )
    group = max(1, min(activity.max_group, largest_group(level), places, enrolled))
    return activity.cost_per_citizen + Fraction(activity.cost_per_session, group)


def _steps(rates: list[tuple[Fraction, int, int]], most: Sequence[int]) -> list[tuple[Fraction, int]]:
    """Kroner a slot, the cheapest first, and how many slots can be had for that: limits within limits."""
    found: list[tuple[Fraction, int]] = []
    left = list(most)
    for rate, i, limit in sorted(rates):
        taken = min(limit, left[i])
        left[i] -= taken
        if taken:
            found.append((rate, taken))
    return found


def _summed(shares: Sequence[Fraction]) -> list[Fraction]:
    sums = [Fraction(0)]
    for share in shares:
        sums.append(sums[-1] + share)
    return sums


def _of(sums: Sequence[Fraction], count: int) -> Fraction:
    """What the first so many of some shares come to; all of them where there are no more."""
    return sums[max(0, min(count, len(sums) - 1))]
