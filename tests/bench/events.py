"""Things that happen to a planned week: one of each kind, drawn by a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from solver.check import check
from solver.plan import Plan, Session
from solver.problem import DAY_MINUTES, Interval, Problem, Separation


def events(
    problem: Problem, sessions: tuple[Session, ...], now: int, seed: int
) -> Iterator[tuple[str, Problem]]:
    """What happened, and the problem as it is since then; all of it concerns sessions from ``now`` on."""
    chance = Random(seed)
    coming = [session for session in sessions if session.start >= now]
    busy = [c for c in problem.citizens if sum(c.id in s.citizens for s in coming) >= 2]
    rest = range(now // DAY_MINUTES, 7)

    ill = chance.choice(busy)
    yield (
        "ill for the rest of the week",
        _other(problem, "citizens", ill.id, available=_not_on(ill.available, rest)),
    )
    ill = chance.choice(busy)
    day = _day(chance, [s for s in coming if ill.id in s.citizens])
    yield "ill for a day", _other(problem, "citizens", ill.id, available=_not_on(ill.available, [day]))

    shut = chance.choice(coming)
    day = shut.start // DAY_MINUTES
    closed = (Interval(day * DAY_MINUTES, (day + 1) * DAY_MINUTES),)
    yield "room shut for a day", _other(problem, "rooms", shut.room, closed=closed)

    for kind, skill in (("guard", "guard"), ("staff member", "")):
        able = [m for m in problem.staff if skill in m.skills or not skill]
        gone = chance.choice([m for m in able if any(m.id in s.staff for s in coming)])
        day = _day(chance, [s for s in coming if gone.id in s.staff])
        yield (
            f"{kind} missing for a day",
            _other(problem, "staff", gone.id, available=_not_on(gone.available, [day])),
        )

    together = chance.choice([s for s in coming if len(s.citizens) >= 2])
    one, other = chance.sample(together.citizens, 2)
    yield "two kept from one session", _apart(problem, Separation((one, other), "session", 0))
    yield "two kept from one site", _apart(problem, Separation((one, other), "site", 30))
    taken = {frozenset(each.between) for each in problem.separations}
    pairs = [
        (a, b) for a in problem.groups for b in problem.groups if a < b and frozenset((a, b)) not in taken
    ]
    yield "two groups kept from one session", _apart(problem, Separation(chance.choice(pairs), "session", 0))

    hardest = max(level.level for level in problem.levels)
    raised = chance.choice([c for c in busy if c.level < hardest])
    yield "level raised by one", _other(problem, "citizens", raised.id, level=raised.level + 1)
    yield "level raised to the hardest", _other(problem, "citizens", raised.id, level=hardest)

    yield "somebody has left", _without_citizen(problem, busy[-1].id)
    yield "a staff member has left", _without_staff(problem, coming[-1].staff[0])

    past = tuple(session for session in sessions if session.start < now)
    for later in chance.sample(coming, len(coming)):
        earlier = replace(
            later, id="locked", start=later.start - 60, end=later.end - 60, citizens=later.citizens[:1]
        )
        alone = Plan(problem.week, "unknown", sessions=(*past, earlier))
        if earlier.start >= now and not check(problem, alone).violations:
            yield "a session locked an hour earlier", replace(problem, locked=(earlier,))
            return


def _other(problem: Problem, kind: str, name: str, **new: Any) -> Problem:
    things = (replace(each, **new) if each.id == name else each for each in getattr(problem, kind))
    fields: dict[str, Any] = {kind: tuple(things)}
    return replace(problem, **fields)


def _without_citizen(problem: Problem, name: str) -> Problem:
    return replace(
        problem,
        citizens=tuple(each for each in problem.citizens if each.id != name),
        commitments=tuple(each for each in problem.commitments if name not in each.citizens),
    )


def _without_staff(problem: Problem, name: str) -> Problem:
    return replace(
        problem,
        staff=tuple(each for each in problem.staff if each.id != name),
        citizens=tuple(replace(each, avoid_staff=each.avoid_staff - {name}) for each in problem.citizens),
    )


def _apart(problem: Problem, separation: Separation) -> Problem:
    return replace(problem, separations=(*problem.separations, separation))


def _not_on(times: tuple[Interval, ...], days: range | list[int]) -> tuple[Interval, ...]:
    return tuple(each for each in times if each.start // DAY_MINUTES not in days)


def _day(chance: Random, sessions: list[Session]) -> int:
    return chance.choice(sorted({session.start // DAY_MINUTES for session in sessions}))
