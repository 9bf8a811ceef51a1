"""The greedy that a careful coordinator would use: no step back, the same plan every time.

First the duties: the people who are hardest to place come first, and each session that one of them needs is
filled with as many others as it can hold. Then the fullest sessions first: the one that gives the most people
an hour for each hour of staff, the longer one where two are alike, until none is left that gives anybody an
hour. Whoever is hardest to place is also asked first when a session is filled.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from solver.frame import bits
from solver.plan import Session
from solver.problem import Problem
from tests.bench.peers.best import Best
from tests.bench.sheet import Choice, Sheet, Spot


def run(best: Best) -> str:
    best.show(plan(best.problem))
    return "done"


def plan(problem: Problem) -> tuple[Session, ...]:
    """The sessions beside the locked ones."""
    sheet = Sheet(problem)
    hardest = _hardest_first(sheet)
    rank = {i: place for place, i in enumerate(hardest)}
    spots = list(sheet.spots())
    _duties(sheet, spots, hardest, rank)
    _fullest(sheet, [spot for spot in spots if problem.activities[spot.activity].counts], rank)
    return tuple(sheet.sessions)


def _hardest_first(sheet: Sheet) -> list[int]:
    """Small groups, many rivals, little time."""
    frame = sheet.frame

    def key(i: int) -> tuple[int, int, int, int]:
        time = sum(slots.bit_count() for slots in frame.may_attend[i])
        return frame.level[i].max_group, -frame.rivals[i].bit_count(), time, i

    return sorted(range(frame.n), key=key)


def _duties(sheet: Sheet, spots: list[Spot], hardest: list[int], rank: dict[int, int]) -> None:
    by_activity: dict[int, list[Spot]] = {}
    for spot in sorted(spots, key=lambda spot: -spot.length):
        by_activity.setdefault(spot.activity, []).append(spot)
    for i in hardest:
        for activity in sorted(sheet.missing[i]):
            while sheet.missing[i][activity] > 0 and _place(sheet, i, by_activity.get(activity, ()), rank):
                pass
        if sheet.idle >> i & 1:
            _place(
                sheet,
                i,
                [spot for a in by_activity if sheet.frame.ends_idleness(a) for spot in by_activity[a]],
                rank,
            )


def _place(sheet: Sheet, i: int, spots: Sequence[Spot], rank: dict[int, int]) -> bool:
    """Holds the session that serves a citizen and the most others; the first that is full will do."""
    best: tuple[tuple[float, int], Choice] | None = None
    level = sheet.frame.level[i]
    for spot in spots:
        activity = sheet.problem.activities[spot.activity]
        full = min(level.max_group, activity.max_group) / (max(1, level.staff, activity.staff) + level.guards)
        if best is not None and best[0] >= (full, spot.length):
            continue
        if not sheet.may_begin(i, spot):
            continue
        could = sheet.could(spot)
        # No more than those who could be there come; a group that cannot be better is not looked for.
        if best is not None and best[0] >= (min(full, could.bit_count()), spot.length):
            continue
        if could >> i & 1:
            others = sorted(bits(could & ~(1 << i)), key=rank.__getitem__)
            choice = sheet.choose(spot, [i, *others])
            if choice is not None and (best is None or _worth(choice) > best[0]):
                best = _worth(choice), choice
    if best is not None:
        sheet.hold(best[1])
    return best is not None


def _worth(choice: Choice) -> tuple[float, int]:
    return len(choice.citizens) / len(choice.staff), choice.spot.length


def _fullest(sheet: Sheet, spots: list[Spot], rank: dict[int, int]) -> None:
    """A session's worth only falls as others are held: still best when asked again is best."""
    heap: list[tuple[float, int, int, int]] = [(-1e9, 0, number, -1) for number in range(len(spots))]
    held = 0
    chosen: dict[int, Choice] = {}
    while heap:
        _, _, number, asked = heapq.heappop(heap)
        if asked == held:
            sheet.hold(chosen[number])
            held += 1
        choice = _best_group(sheet, spots[number], rank)
        if choice is not None:
            chosen[number] = choice
            worth, length = _worth(choice)
            heapq.heappush(heap, (-worth, -length, number, held))


def _best_group(sheet: Sheet, spot: Spot, rank: dict[int, int]) -> Choice | None:
    """The better of two groups: hardest people first, and those who fit into large groups first."""
    could = sorted(bits(sheet.could(spot)), key=rank.__getitem__)
    if not could:
        return None
    found = [c for order in (could, could[::-1]) if (c := sheet.choose(spot, order)) is not None]
    return max(found, key=_worth, default=None)
