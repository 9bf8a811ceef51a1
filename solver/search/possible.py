"""Who is free, and whether they may be in a session: what is asked exactly, one person at a time."""

from __future__ import annotations

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.fields import at1, at2, at3


@compiled
def _has_way(mem: Ints, rows_of: int, count_of: int, who: int, site: int, start: int, end: int) -> bool:
    """R4, R6: whether somebody has the way to a site and from it beside their other sessions.

    ``rows_of`` and ``count_of`` are the fields that hold those by weekday: ``VISITS`` or ``ON_DUTY``.
    """
    day, nights = start // mem[f.DAY_SLOTS], 1 if mem[f.OVERNIGHT] else 0
    for other in range(max(0, day - nights), min(7, day + nights + 1)):
        for x in range(mem[at2(mem, count_of, who, other)]):
            q = mem[at3(mem, rows_of, who, other, x)]
            way = mem[at2(mem, f.TRAVEL, site, mem[at1(mem, f.SITE, q)])]
            if (
                start < mem[at1(mem, f.START, q)] + mem[at1(mem, f.LENGTH, q)] + way
                and mem[at1(mem, f.START, q)] < end + way
            ):
                return False
    return True


@compiled
def can_come(mem: Ints, big: Longs, i: int, site: int, start: int, end: int) -> bool:
    """R6, R11, R12, R13: whether a citizen may be on a site from ``start`` to ``end``, with who is there."""
    if mem[at2(mem, f.UNTIL, mem[at2(mem, f.PATTERN, i, site)], start)] < end:
        return False
    cls = mem[at1(mem, f.CLASS_OF, i)]
    for t in range(start, end):
        if (
            mem[at2(mem, f.BUSY, i, t)]
            or mem[at3(mem, f.NEAR_THERE, cls, site, t)]
            or mem[at2(mem, f.ALONE_THERE, site, t)]
        ):
            return False
    if mem[at1(mem, f.MUST_BE_ALONE, i)]:
        for t in range(start, end):
            if mem[at2(mem, f.PEOPLE_THERE, site, t)]:
                return False
    return _has_way(mem, f.VISITS, f.N_VISITS, i, site, start, end)


@compiled
def may_take(mem: Ints, big: Longs, i: int, a: int, day: int, length: int) -> bool:
    """R7 and R8: whether a citizen may take one more session of an activity on a day."""
    if mem[at2(mem, f.LEFT, i, a)] <= 0 or mem[at3(mem, f.PER_DAY, i, day, a)] <= 0:
        return False
    return not mem[at1(mem, f.COUNTS, a)] or (
        mem[at1(mem, f.WEEK_LEFT, i)] >= length and mem[at2(mem, f.DAY_LEFT, i, day)] >= length
    )


@compiled
def can_serve(mem: Ints, big: Longs, m: int, site: int, start: int, end: int) -> bool:
    """R4: whether a staff member may be on a site from ``start`` to ``end``."""
    if (
        mem[at1(mem, f.STAFF_LEFT, m)] < end - start
        or mem[at2(mem, f.STAFF_UNTIL, mem[at2(mem, f.STAFF_PATTERN, m, site)], start)] < end
    ):
        return False
    return _has_way(mem, f.ON_DUTY, f.N_ON_DUTY, m, site, start, end)


@compiled
def fits(mem: Ints, big: Longs, q: int, i: int) -> bool:
    """Whether a citizen may join: rivals, sizes, rooms and staff of the session as it stands."""
    size = mem[at1(mem, f.N_CITIZENS, q)] + 1
    a, r = mem[at1(mem, f.ACTIVITY, q)], mem[at1(mem, f.ROOM, q)]
    most = min(mem[at1(mem, f.MOST, a)], mem[at1(mem, f.ROOM_CAPACITY, r)], mem[f.ROW_CITIZENS])
    if size > min(most, mem[at1(mem, f.LEVEL_MOST, i)]) or not mem[at2(mem, f.LEVEL_ROOMS, i, r)]:
        return False
    others, guards = mem[at1(mem, f.N_OTHERS, q)], mem[at1(mem, f.N_GUARDS, q)]
    if mem[at1(mem, f.LEVEL_STAFF, i)] > others or mem[at1(mem, f.LEVEL_GUARDS, i)] > guards:
        return False
    for x in range(size - 1):
        j = mem[at2(mem, f.CITIZENS, q, x)]
        if j == i or mem[at2(mem, f.RIVAL, i, j)] or size > mem[at1(mem, f.LEVEL_MOST, j)]:
            return False
    for x in range(others + guards):
        if mem[at2(mem, f.AVOIDS, i, mem[at2(mem, f.STAFF, q, x)])]:
            return False
    start = mem[at1(mem, f.START, q)]
    return can_come(mem, big, i, mem[at1(mem, f.SITE, q)], start, start + mem[at1(mem, f.LENGTH, q)])
