"""The reference's visits in a week: those who had them come back to them, as far as the rules let them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.compiled import Ints, Longs, compiled
from solver.frame import Frame
from solver.plan import Session
from solver.search import fields as f
from solver.search.board import (
    JOINED,
    PLACED,
    in_reference,
    is_in,
    join,
    key_of,
    leave,
    lift,
    new_row,
    place,
    visit_of,
)
from solver.search.fields import at1, at2, draw, row
from solver.search.insert import fill
from solver.search.pool import POOL
from solver.search.possible import can_come, can_serve, fits, may_take

#: Draws until a visit of the reference is found that somebody lacks.
DRAWS = 12


@compiled
def _could_come_back(mem: Ints, big: Longs, i: int, key: int) -> bool:
    """Whether a citizen lacks a visit of the reference, and nothing of their own stands against it."""
    a, _, start, length = visit_of(key, mem[f.SLOTS])
    for t in range(start, start + length):
        if mem[at2(mem, f.BUSY, i, t)]:
            return False
    return may_take(mem, big, i, a, start // mem[f.DAY_SLOTS], length)


@compiled
def come_back(mem: Ints, big: Longs) -> None:
    """Lets citizens join the sessions on the board that the reference has them in."""
    for i in range(mem[f.N]):
        for x in range(mem[at1(mem, f.REFERENCE_FROM, i)], mem[at1(mem, f.REFERENCE_FROM, i + 1)]):
            key = big[at1(big, f.REFERENCE, x)]
            a = visit_of(key, mem[f.SLOTS])[0]
            if big[at1(big, f.BUDGET, 0)] < big[at1(big, f.PERSON_COST, a)]:
                continue
            if not _could_come_back(mem, big, i, key):
                continue
            for y in range(big[at1(big, f.COUNT, 0)]):
                q = mem[at1(mem, f.LIVE, y)]
                if _key(mem, q) == key and fits(mem, big, q, i):
                    join(mem, big, q, i)
                    break


@compiled
def _key(mem: Ints, q: int) -> int:
    """The visit that a session is for those in it, as in the reference."""
    return key_of(
        mem[at1(mem, f.ACTIVITY, q)],
        mem[at1(mem, f.SITE, q)],
        mem[at1(mem, f.START, q)],
        mem[at1(mem, f.LENGTH, q)],
        mem[f.SLOTS],
    )


@compiled
def recall(mem: Ints, big: Longs, days: int) -> None:
    """Holds a session anew for those who lack a visit of the reference, drawn by chance among some days."""
    day = _pool_of_lost(mem, big, days)
    if day < 0:
        return
    step = big[at1(big, f.COUNT, 2)]
    fill(mem, big, day)
    # Filling gives them whatever they can have: only what the reference has as well was asked for.
    for x in range(step, big[at1(big, f.COUNT, 2)]):
        kind, q = mem[at2(mem, f.LOG, x, 0)], mem[at2(mem, f.LOG, x, 1)]
        if kind == PLACED:
            key, known = _key(mem, q), 0
            for y in range(mem[at1(mem, f.N_CITIZENS, q)]):
                known += in_reference(mem, big, mem[at2(mem, f.CITIZENS, q, y)], key)
            if known < mem[at1(mem, f.N_CITIZENS, q)]:
                lift(mem, big, q)
        elif kind == JOINED:
            i = mem[at2(mem, f.LOG, x, 2)]
            if not in_reference(mem, big, i, _key(mem, q)) and is_in(mem, q, i):
                leave(mem, big, q, i)


@compiled
def _pool_of_lost(mem: Ints, big: Longs, days: int) -> int:
    """Makes a pool of all who lack one visit of the reference, drawn by chance among those of some days.

    Leaves its site as the one of the round; returns the weekday, -1 where none was found.
    """
    for _ in range(DRAWS):
        i = draw(big, mem[f.N])
        first, n = mem[at1(mem, f.REFERENCE_FROM, i)], mem[at1(mem, f.REFERENCE_FROM, i + 1)]
        if n == first:
            continue
        key = big[at1(big, f.REFERENCE, first + draw(big, n - first))]
        _, site, start, _ = visit_of(key, mem[f.SLOTS])
        day = start // mem[f.DAY_SLOTS]
        if not days >> day & 1 or not _could_come_back(mem, big, i, key):
            continue
        people = 0
        for j in range(mem[f.N]):
            if people < POOL and in_reference(mem, big, j, key) and _could_come_back(mem, big, j, key):
                mem[at1(mem, f.POOL_OF, people)] = j
                people += 1
        big[at1(big, f.ROUND_COUNT, 0)] = people
        mem[at1(mem, f.ROUND_SITES, 0)] = site
        big[at1(big, f.ROUND_COUNT, 1)] = 1
        return day
    return -1


def hold_again(mem: Ints, big: Longs, frame: Frame, sessions: Sequence[Session]) -> None:
    """Puts sessions onto the board as far as the rules let them, beside what is there.

    Each is held at its time and on its site: with whom of its citizens it can be, in its room or another,
    with its staff or others. Those that can be held as they were come first, so that no other takes their
    place.
    """
    ordered = sorted(sessions, key=lambda s: (s.start, s.room))
    for as_it_was in (True, False):
        ordered = [each for each in ordered if not _held_again(mem, big, frame, each, as_it_was)]


def _held_again(mem: Ints, big: Longs, frame: Frame, session: Session, as_it_was: bool) -> bool:
    """Whether a session could be held, ``as_it_was`` with all its citizens, in its room, with its staff."""
    a = frame.activity_index[session.activity]
    activity, first = frame.problem.activities[a], frame.room_index[session.room]
    if session.end - session.start not in activity.minutes:
        return False
    site, start, end = frame.room_site[first], session.start // frame.slot, session.end // frame.slot
    rooms = [first] if as_it_was else range(len(frame.problem.rooms))
    people = _able(mem, big, frame, session, site)
    suiting = [
        r for r in rooms
        if frame.room_site[r] == site and frame.room_suits(activity, r) and _is_free(mem, r, start, end)
    ]  # fmt: skip
    seated = [(r, _seated(mem, big, frame, a, r, people)) for r in suiting]
    best: tuple[int, list[int]] = max(seated, key=lambda found: len(found[1]), default=(first, []))
    room, citizens = best
    if as_it_was and len(citizens) < len(session.citizens):
        return False
    staff = [frame.staff_index[m] for m in session.staff]
    if not as_it_was:
        staff += [m for m in range(len(frame.problem.staff)) if m not in staff]
    while len(citizens) >= max(1, activity.min_group):
        if (crew := _crew(mem, big, frame, a, citizens, staff, site, start, end)) is not None:
            put(mem, big, (a, room, site, start, end - start), citizens, crew)
            return True
        if as_it_was:
            return False
        # With fewer of those who ask for most, fewer staff may do.
        asked = {i: (frame.level[i].guards, frame.level[i].staff, i) for i in citizens}
        citizens.remove(max(citizens, key=asked.__getitem__))
    return False


def _is_free(mem: Ints, r: int, start: int, end: int) -> bool:
    busy = row(mem, f.ROOM_BUSY, r, end)[start:]
    return not busy.any() and int(mem[at2(mem, f.ROOM_UNTIL, r, start)]) >= end


def _able(mem: Ints, big: Longs, frame: Frame, session: Session, site: int) -> list[int]:
    """Those of a session's citizens who could be in it alone."""
    a = frame.activity_index[session.activity]
    start, end = session.start // frame.slot, session.end // frame.slot
    every = (frame.citizen_index[each] for each in session.citizens)
    return [
        i for i in every
        if may_take(mem, big, i, a, frame.day_of(start), end - start)
        and can_come(mem, big, i, site, start, end)
    ]  # fmt: skip


def _seated(mem: Ints, big: Longs, frame: Frame, a: int, r: int, people: Sequence[int]) -> list[int]:
    """Those of some people who fit in a room together (R2, R9, R10, R15), one after the other."""
    activity = frame.problem.activities[a]
    money = int(big[at1(big, f.BUDGET, 0)]) - activity.cost_per_session
    most = min(activity.max_group, frame.problem.rooms[r].capacity)
    if activity.cost_per_citizen:
        most = min(most, money // activity.cost_per_citizen)
    chosen: list[int] = []
    for i in people:
        largest = min([most, *(int(mem[at1(mem, f.LEVEL_MOST, j)]) for j in (i, *chosen))])
        suits = mem[at2(mem, f.LEVEL_ROOMS, i, r)]
        if len(chosen) < largest and suits and not any(mem[at2(mem, f.RIVAL, i, j)] for j in chosen):
            chosen.append(i)
    return chosen if money >= 0 else []


def _crew(
    mem: Ints, big: Longs, frame: Frame, a: int, citizens: Sequence[int], staff: Sequence[int],
    site: int, start: int, end: int,
) -> tuple[list[int], list[int]] | None:  # fmt: skip
    """Who of the staff serves (R4, R5, R13): others and guards; None where they are too few."""
    activity, members = frame.problem.activities[a], frame.problem.staff
    guards = max(frame.level[i].guards for i in citizens)
    others = max(1, activity.staff, *(frame.level[i].staff for i in citizens))
    able = [
        m for m in staff
        if can_serve(mem, big, m, site, start, end)
        and not any(mem[at2(mem, f.AVOIDS, i, m)] for i in citizens)
    ]  # fmt: skip

    def plain(some: Iterator[int]) -> list[int]:
        """Whoever may be needed as a guard comes last."""
        return sorted(some, key=lambda m: "guard" in members[m].skills)

    leading = plain(m for m in able if activity.skill in members[m].skills)[:1]
    guarding = [m for m in able if "guard" in members[m].skills and m not in leading][:guards]
    taken = {*leading, *guarding}
    rest = plain(m for m in able if m not in taken)[: others - 1]
    if not leading or len(guarding) < guards or len(rest) < others - 1:
        return None
    return [*leading, *rest], guarding


def put(
    mem: Ints, big: Longs, what: tuple[int, int, int, int, int], citizens: Sequence[int],
    crew: tuple[Sequence[int], Sequence[int]],
) -> None:  # fmt: skip
    """Puts a session onto the board. ``what``: its activity, room, site, start and length in slots.

    ``crew``: the others of its staff, and the guards.
    """
    q = new_row(mem, big)
    others, guards = crew
    fields = (f.ACTIVITY, f.ROOM, f.SITE, f.START, f.LENGTH, f.N_CITIZENS, f.N_OTHERS, f.N_GUARDS)
    for field, value in zip(fields, (*what, len(citizens), len(others), len(guards)), strict=True):
        mem[mem[field] + q] = value
    row(mem, f.CITIZENS, q, len(citizens))[:] = citizens
    row(mem, f.STAFF, q, len(others) + len(guards))[:] = [*others, *guards]
    place(mem, big, q)
