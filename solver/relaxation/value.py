"""What a relaxed week is worth at given prices: compiled, in whole numbers alone.

Every rule that ties people together is given a price; what is left falls apart into the best group for each
session that could be held, and the best week for each staff member, both of which are found exactly.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from solver.bounds import GRAIN
from solver.compiled import Longs, compiled
from solver.relaxation.unit import Unit

#: Less than anything that can be reached.
NEVER = -(1 << 60)
#: What a staff member does in a slot, in the table of choices; from LEAD on, leading a session.
NOTHING, HELP, STAND_GUARD, LEAD = range(4)


class Prices(NamedTuple):
    """Or, in the same form, how much of each is used. Index names as in ``Unit``; d: weekday."""

    time: Longs  # n, t: to be somewhere
    week: Longs  # n: a counted slot
    day: Longs  # n, d: a counted slot
    visits: Longs  # n, a: a session
    day_visits: Longs  # n, a, d: a session
    help: Longs  # t: a staff member beside the one who leads
    guards: Longs  # t
    owed: Longs  # n, a: what a session is worth to whoever is owed one
    seen: Longs  # n: what a session is worth that ends idleness


class Best(NamedTuple):
    """The best group of each session that could be: its worth, how it is filled, from which set; a, l, t."""

    worth: Longs
    group: Longs
    peaceful: Longs


def best_tables(unit: Unit) -> Best:
    """Room for the best groups."""
    shape = unit.could_start.shape
    return Best(np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, np.int64))


@compiled
def _summed(prices: Longs) -> Longs:
    rows, columns = prices.shape
    sums = np.zeros((rows, columns + 1), np.int64)
    for row in range(rows):
        for t in range(columns):
            sums[row, t + 1] = sums[row, t] + prices[row, t]
    return sums


@compiled
def _summed_line(prices: Longs) -> Longs:
    sums = np.zeros(len(prices) + 1, np.int64)
    for t in range(len(prices)):
        sums[t + 1] = sums[t] + prices[t]
    return sums


@compiled
def _gain(
    unit: Unit, prices: Prices, sums: Longs, ends: Longs, i: int, a: int, start: int, length: int
) -> int:
    """What a visit is worth beyond its prices. ``ends``: by activity, whether it ends idleness."""
    day = start // unit.day_slots
    gain = prices.owed[i, a] - prices.visits[i, a] - prices.day_visits[i, a, day]
    gain -= sums[i, start + length] - sums[i, start]
    if unit.counts[a]:
        gain += length * (GRAIN - prices.week[i] - prices.day[i, day])
    if ends[a]:
        gain += prices.seen[i]
    return gain


@compiled
def _in_order(
    unit: Unit,
    prices: Prices,
    sums: Longs,
    ends: Longs,
    a: int,
    kind: int,
    start: int,
    order: Longs,
    gains: Longs,
) -> int:
    """Everybody whose visit is worth something, the best first, into ``order``; how many."""
    n = 0
    for x in range(unit.enrolled_from[a], unit.enrolled_from[a + 1]):
        i = unit.enrolled[x]
        if unit.could_come[i, a, kind, start]:
            gain = _gain(unit, prices, sums, ends, i, a, start, unit.lengths[a, kind])
            if gain > 0:
                gains[i] = gain
                at = n
                while at and gains[order[at - 1]] < gain:
                    order[at] = order[at - 1]
                    at -= 1
                order[at] = i
                n += 1
    return n


@compiled
def fill_groups(unit: Unit, prices: Prices, ends: Longs, best: Best) -> None:
    """Works out the best group of every session that could be held."""
    sums = _summed(prices.time)
    help_sums, guard_sums = _summed_line(prices.help), _summed_line(prices.guards)
    n_people = len(prices.week)
    order, gains = np.zeros(n_people, np.int64), np.zeros(n_people, np.int64)
    for a in range(len(unit.counts)):
        for kind in range(unit.n_lengths[a]):
            length = unit.lengths[a, kind]
            for start in range(unit.could_start.shape[2]):
                if not unit.could_start[a, kind, start]:
                    continue
                n = _in_order(unit, prices, sums, ends, a, kind, start, order, gains)
                top, top_group, top_set = 0, 0, 0
                for g in range(unit.groups_from[a], unit.groups_from[a + 1]) if n else range(0):
                    cost = unit.group_helpers[g] * (help_sums[start + length] - help_sums[start])
                    cost += unit.group_guards[g] * (guard_sums[start + length] - guard_sums[start])
                    for p in range(len(unit.peaceful)):
                        worth, members = -cost, 0
                        for x in range(n):
                            i = order[x]
                            if unit.group_people[g, i] and unit.peaceful[p, i]:
                                worth += gains[i]
                                members += 1
                                if members == unit.group_most[g]:
                                    break
                        if worth > top:
                            top, top_group, top_set = worth, g, p
                best.worth[a, kind, start] = top
                best.group[a, kind, start] = top_group
                best.peaceful[a, kind, start] = top_set


@compiled
def _day_of(unit: Unit, prices: Prices, best: Best, m: int, day: int, reach: Longs, choice: Longs) -> None:
    """The best day of a staff member for each number of slots worked: ``reach[slot of the day, slots]``."""
    first, last = unit.first[day], unit.last[day]
    width = last - first
    for t in range(width + 1):
        for worked in range(width + 1):
            reach[t, worked], choice[t, worked] = NEVER, NOTHING
    reach[0, 0] = 0
    for t in range(width):
        at = day * unit.day_slots + first + t
        until = unit.free_until[m, at]
        for worked in range(t + 1):
            here = reach[t, worked]
            if here == NEVER:
                continue
            if here > reach[t + 1, worked]:
                reach[t + 1, worked], choice[t + 1, worked] = here, NOTHING
            if until <= at:
                continue
            helping = here + prices.help[at]
            if prices.help[at] > 0 and helping > reach[t + 1, worked + 1]:
                reach[t + 1, worked + 1], choice[t + 1, worked + 1] = helping, HELP
            guarding = here + prices.guards[at]
            if unit.guard[m] and prices.guards[at] > 0 and guarding > reach[t + 1, worked + 1]:
                reach[t + 1, worked + 1], choice[t + 1, worked + 1] = guarding, STAND_GUARD
            for a in range(len(unit.counts)):
                if not unit.leads[m, a]:
                    continue
                for kind in range(unit.n_lengths[a]):
                    length, leading = unit.lengths[a, kind], here + best.worth[a, kind, at]
                    fits = until >= at + length and t + length <= width
                    if fits and leading > max(here, reach[t + length, worked + length]):
                        reach[t + length, worked + length] = leading
                        choice[t + length, worked + length] = LEAD + a * unit.lengths.shape[1] + kind


@compiled
def _use(
    unit: Unit, prices: Prices, ends: Longs, best: Best, sums: Longs, a: int, kind: int, start: int,
    used: Prices, order: Longs, gains: Longs,
) -> None:  # fmt: skip
    """Adds what a session with its best group uses."""
    length, day = unit.lengths[a, kind], start // unit.day_slots
    g, p = best.group[a, kind, start], best.peaceful[a, kind, start]
    for t in range(start, start + length):
        used.help[t] += unit.group_helpers[g]
        used.guards[t] += unit.group_guards[g]
    members = 0
    for x in range(_in_order(unit, prices, sums, ends, a, kind, start, order, gains)):
        i = order[x]
        if unit.group_people[g, i] and unit.peaceful[p, i]:
            for t in range(start, start + length):
                used.time[i, t] += 1
            if unit.counts[a]:
                used.week[i] += length
                used.day[i, day] += length
            used.visits[i, a] += 1
            used.day_visits[i, a, day] += 1
            used.owed[i, a] -= 1
            if ends[a]:
                used.seen[i] -= 1
            members += 1
            if members == unit.group_most[g]:
                break


@compiled
def staff_weeks(unit: Unit, prices: Prices, ends: Longs, best: Best, used: Prices) -> int:
    """The worth of the best week of every staff member (R4), in parts of a slot; adds up what they use."""
    sums = _summed(prices.time)
    n_people = len(prices.week)
    order, gains = np.zeros(n_people, np.int64), np.zeros(n_people, np.int64)
    widest = 1
    for day in range(7):
        widest = max(widest, unit.last[day] - unit.first[day] + 1)
    reach = np.zeros((7, widest, widest), np.int64)
    choice = np.zeros((7, widest, widest), np.int64)
    total = 0
    for m in range(len(unit.hours)):
        hours = min(unit.hours[m], 7 * widest)
        week = np.full((8, hours + 1), NEVER, np.int64)
        worked_on = np.zeros((8, hours + 1), np.int64)
        week[0, 0] = 0
        for day in range(7):
            _day_of(unit, prices, best, m, day, reach[day], choice[day])
            width = unit.last[day] - unit.first[day]
            for before in range(hours + 1):
                if week[day, before] == NEVER:
                    continue
                for worked in range(min(width, hours - before) + 1):
                    today = reach[day, width, worked]
                    if today != NEVER and week[day, before] + today > week[day + 1, before + worked]:
                        week[day + 1, before + worked] = week[day, before] + today
                        worked_on[day + 1, before + worked] = worked
        at = 0
        for worked in range(hours + 1):
            if week[7, worked] > week[7, at]:
                at = worked
        total += week[7, at]
        for back in range(7):
            day = 6 - back
            worked = worked_on[day + 1, at]
            at -= worked
            t = unit.last[day] - unit.first[day]
            while t > 0:
                what = choice[day, t, worked]
                if what == NOTHING:
                    t -= 1
                elif what < LEAD:
                    t -= 1
                    worked -= 1
                    slot = day * unit.day_slots + unit.first[day] + t
                    if what == HELP:
                        used.help[slot] -= 1
                    else:
                        used.guards[slot] -= 1
                else:
                    a, kind = (what - LEAD) // unit.lengths.shape[1], (what - LEAD) % unit.lengths.shape[1]
                    t -= unit.lengths[a, kind]
                    worked -= unit.lengths[a, kind]
                    start = day * unit.day_slots + unit.first[day] + t
                    _use(unit, prices, ends, best, sums, a, kind, start, used, order, gains)
    return total


@compiled
def worth(prices: Longs, limits: Longs) -> int:
    """The prices times what there is of each."""
    total = 0
    for x in range(len(prices)):
        total += prices[x] * limits[x]
    return total
