"""Who and what is free: what a session in the making is asked about, one person or room at a time."""

from __future__ import annotations

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.fields import at1, at2, at3


@compiled
def _reachable(mem: Ints, rows: int, n_rows: int, site: int, start: int, end: int) -> bool:
    """Whether somebody in the sessions listed from ``rows`` on has the way to and from another (R4, R6)."""
    for x in range(n_rows):
        q = mem[rows + x]
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
    day = start // mem[f.DAY_SLOTS]
    if not _reachable(
        mem, at3(mem, f.VISITS, i, day, 0), mem[at2(mem, f.N_VISITS, i, day)], site, start, end
    ):
        return False
    if mem[f.OVERNIGHT]:
        for other in (day - 1, day + 1):
            if 0 <= other < 7 and not _reachable(
                mem, at3(mem, f.VISITS, i, other, 0), mem[at2(mem, f.N_VISITS, i, other)], site, start, end
            ):
                return False
    return True


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
    day = start // mem[f.DAY_SLOTS]
    if not _reachable(
        mem, at3(mem, f.ON_DUTY, m, day, 0), mem[at2(mem, f.N_ON_DUTY, m, day)], site, start, end
    ):
        return False
    if mem[f.OVERNIGHT]:
        for other in (day - 1, day + 1):
            if 0 <= other < 7 and not _reachable(
                mem, at3(mem, f.ON_DUTY, m, other, 0), mem[at2(mem, f.N_ON_DUTY, m, other)], site, start, end
            ):
                return False
    return True
