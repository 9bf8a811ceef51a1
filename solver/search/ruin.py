"""Taking part of a week apart, so that filling it again may find a better one.

After Schrimpf et al., "Record breaking optimization results using the ruin and recreate principle" (2000),
and Christiaens and Vanden Berghe, "Slack induction by string removals" (2020): what is removed lies near
together. Each kind returns the weekdays on which it removed something, a bit each.
"""

from __future__ import annotations

from solver.compiled import Ints, Longs, compiled
from solver.search import fields as f
from solver.search.board import crew_size, lift, some_session, take_out
from solver.search.fields import at1, at2, at3, draw

#: Slots that an owed duty counts for when somebody is drawn whose week is taken apart.
OWED = 40
#: Sites beside the first that a ruin in a unit of many sites reaches at most.
OTHER_SITES = 3


@compiled
def _spread(mem: Ints, big: Longs, site: int) -> int:
    """A few sites, the one given first, into ``ROUND_SITES``; how many. All of them where they are few."""
    if mem[f.N_SITES] <= OTHER_SITES + 1:
        for s in range(mem[f.N_SITES]):
            mem[at1(mem, f.ROUND_SITES, s)] = s
        return mem[f.N_SITES]
    mem[at1(mem, f.ROUND_SITES, 0)] = site
    n = 1 + draw(big, OTHER_SITES + 1)
    for x in range(1, n):
        mem[at1(mem, f.ROUND_SITES, x)] = draw(big, mem[f.N_SITES])
    return n


@compiled
def _among(mem: Ints, big: Longs, n_sites: int, site: int) -> bool:
    found = False
    for x in range(n_sites):
        found = found or mem[at1(mem, f.ROUND_SITES, x)] == site
    return found


@compiled
def _window(mem: Ints, big: Longs) -> int:
    """Everything that touches a stretch of a few hours, on one site or on several."""
    seed = some_session(mem, big)
    hour = mem[f.DAY_SLOTS] // 24
    width = (1 + draw(big, 6)) * hour
    first = mem[at1(mem, f.START, seed)] - draw(big, width)
    n_sites = _spread(mem, big, mem[at1(mem, f.SITE, seed)])
    if draw(big, 2):
        mem[at1(mem, f.ROUND_SITES, 0)] = mem[at1(mem, f.SITE, seed)]
        n_sites = 1
    x = big[at1(big, f.COUNT, 0)] - 1
    while x >= 0:
        q = mem[at1(mem, f.LIVE, x)]
        touches = first - mem[at1(mem, f.LENGTH, q)] < mem[at1(mem, f.START, q)] < first + width
        if touches and _among(mem, big, n_sites, mem[at1(mem, f.SITE, q)]):
            lift(mem, big, q)
        x -= 1
    return 1 << (mem[at1(mem, f.START, seed)] // mem[f.DAY_SLOTS])


@compiled
def _owes(mem: Ints, big: Longs, i: int) -> int:
    """How many duties a citizen is still owed (goal duties)."""
    owed = 1 if mem[at1(mem, f.UNSEEN, i)] and mem[at1(mem, f.SEEN, i)] == 0 else 0
    for a in range(mem[f.N_ACTIVITIES]):
        owed += max(0, mem[at2(mem, f.MISSING, i, a)])
    return owed


@compiled
def _citizen(mem: Ints, big: Longs) -> int:
    """The week of somebody who still lacks hours, and what stands in their way on a day."""
    total = 0
    for i in range(mem[f.N]):
        total += mem[at1(mem, f.WEEK_LEFT, i)] + OWED * _owes(mem, big, i)
    if total == 0:
        return _window(mem, big)
    at, i = draw(big, total), 0
    while True:
        at -= mem[at1(mem, f.WEEK_LEFT, i)] + OWED * _owes(mem, big, i)
        if at < 0:
            break
        i += 1
    clearing = 2 if _owes(mem, big, i) else 4
    n_sites = _spread(mem, big, mem[at1(mem, f.SITE, some_session(mem, big))])
    days = _take_out_of_all(mem, big, i, 100)
    day = (
        mem[at1(mem, f.START, some_session(mem, big))] // mem[f.DAY_SLOTS]
        if big[at1(big, f.COUNT, 0)]
        else draw(big, 7)
    )
    x = big[at1(big, f.COUNT, 0)] - 1
    while x >= 0:
        q = mem[at1(mem, f.LIVE, x)]
        if mem[at1(mem, f.START, q)] // mem[f.DAY_SLOTS] == day and _among(
            mem, big, n_sites, mem[at1(mem, f.SITE, q)]
        ):
            if draw(big, clearing) == 0:
                lift(mem, big, q)
            else:
                for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
                    if mem[at2(mem, f.RIVAL, i, mem[at2(mem, f.CITIZENS, q, y)])]:
                        lift(mem, big, q)
                        break
        x -= 1
    return days | 1 << day


@compiled
def _staff_day(mem: Ints, big: Longs) -> int:
    """The day of one staff member or two."""
    seed = some_session(mem, big)
    day = mem[at1(mem, f.START, seed)] // mem[f.DAY_SLOTS]
    other = some_session(mem, big)
    for q in (seed, other):
        if q == other and mem[at1(mem, f.START, q)] // mem[f.DAY_SLOTS] != day:
            continue
        m = mem[at2(mem, f.STAFF, q, draw(big, crew_size(mem, q)))]
        x = mem[at2(mem, f.N_ON_DUTY, m, day)] - 1
        while x >= 0:
            lift(mem, big, mem[at3(mem, f.ON_DUTY, m, day, x)])
            x -= 1
    return 1 << day


@compiled
def _few_sessions(mem: Ints, big: Longs) -> int:
    """One to four sessions of a day, wherever they are."""
    day = mem[at1(mem, f.START, some_session(mem, big))] // mem[f.DAY_SLOTS]
    for _ in range(1 + draw(big, 4)):
        for _ in range(20):
            if big[at1(big, f.COUNT, 0)]:
                q = some_session(mem, big)
                if mem[at1(mem, f.START, q)] // mem[f.DAY_SLOTS] == day:
                    lift(mem, big, q)
                    break
    return 1 << day


@compiled
def _few_people(mem: Ints, big: Longs) -> int:
    """A few citizens out of most of their sessions."""
    days = 0
    for _ in range(2 + draw(big, 4)):
        days |= _take_out_of_all(mem, big, draw(big, mem[f.N]), 70)
    return days if days else _window(mem, big)


@compiled
def _take_out_of_all(mem: Ints, big: Longs, i: int, percent: int) -> int:
    """Takes a citizen out of so many in a hundred of their sessions; the weekdays of those, a bit each."""
    days = 0
    for day in range(7):
        x = mem[at2(mem, f.N_VISITS, i, day)] - 1
        while x >= 0:
            q = mem[at3(mem, f.VISITS, i, day, x)]
            if draw(big, 100) < percent:
                days |= 1 << day
                take_out(mem, big, q, i)
            x -= 1
    return days


@compiled
def ruin(mem: Ints, big: Longs) -> int:
    """One ruin, of a kind drawn by chance."""
    if big[at1(big, f.COUNT, 0)] == 0:
        return 127
    kind = draw(big, 100)
    if kind < 40:
        return _window(mem, big)
    if kind < 60:
        return _citizen(mem, big)
    if kind < 75:
        return _staff_day(mem, big)
    if kind < 85:
        return _few_people(mem, big)
    return _few_sessions(mem, big)
