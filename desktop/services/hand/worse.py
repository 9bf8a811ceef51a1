"""Whether an edit breaks further a rule that is broken already, or makes it less broken.

The check tells that a rule is broken before and after, of the same ids and in other words; here only the
direction is read from what the edit adds and takes. Where that can't be told it counts as further: an edit is
then refused that might have been allowed, and never the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop.services.hand.crews import need_of
from desktop.services.hand.week_index import SessionIndex
from solver.check import Violation
from solver.plan import Session

Sessions = tuple[Session, ...]


def breaks_further(found: Violation, index: SessionIndex, removed: Sessions, added: Sessions) -> bool:
    """``found`` is broken after the edit, and before it a rule of the same number and ids was.

    ``index`` holds the plan before the edit, which takes out ``removed`` and puts in ``added``.
    """
    measure = _MEASURES.get(found.rule)
    if measure is None:
        return True
    before, after = measure(found, index, removed), measure(found, index, added)
    # The money is told of every edit; the others only where their words, and so their numbers, differ.
    return after > before if found.rule == "R15" else not _less(after, before)


def _less(after: tuple[float, ...], before: tuple[float, ...]) -> bool:
    """Nowhere more and somewhere less."""
    return (
        len(after) == len(before)
        and after != before
        and all(one <= other for one, other in zip(after, before, strict=True))
    )


def _money(_: Violation, index: SessionIndex, sessions: Sessions) -> tuple[float, ...]:
    return (sum(index.house.cost(each) for each in sessions),)


def _hours(found: Violation, index: SessionIndex, sessions: Sessions) -> tuple[float, ...]:
    """By day what the touched sessions count for a citizen: nowhere may it be more."""
    return _by_day(index, (each for each in sessions if found.ids[0] in each.citizens), index.house.counted)


def _attended(found: Violation, index: SessionIndex, sessions: Sessions) -> tuple[float, ...]:
    if len(found.ids) > 2:
        return ()
    citizen, activity = found.ids
    own = (each for each in sessions if each.activity == activity and citizen in each.citizens)
    return _by_day(index, own, lambda _: 1)


def _work(found: Violation, index: SessionIndex, sessions: Sessions) -> tuple[float, ...]:
    if len(found.ids) > 1:
        return ()
    return (sum(each.end - each.start for each in sessions if found.ids[0] in each.staff),)


def _crowd(found: Violation, index: SessionIndex, sessions: Sessions) -> tuple[float, ...]:
    """How far a session's people are from what the room holds, or the activity and their levels allow."""
    session = _same(found, sessions)
    if session is None:
        return ()
    house, people = index.house, len(set(session.citizens))
    activity, room = house.activities.get(session.activity), house.rooms.get(session.room)
    known = (house.citizens[each] for each in session.citizens if each in house.citizens)
    allowed = [house.levels[each.level].max_group for each in known]
    most = min([*allowed, *([activity.max_group] if activity else [])], default=people)
    too_few = max(0, activity.min_group - people) if activity else 0
    too_many = max(0, people - most)
    beyond = max(0, people - room.capacity) if room else 0
    return (too_few, too_many, beyond)


def _crew(found: Violation, index: SessionIndex, sessions: Sessions) -> tuple[float, ...]:
    session = _same(found, sessions)
    if session is None:
        return ()
    house = index.house
    members = [house.staff[each] for each in set(session.staff) if each in house.staff]
    return (need_of(house, session).lacking(members),)


def _same(found: Violation, sessions: Sessions) -> Session | None:
    """The session that the rule names."""
    return next((each for each in sessions if each.id == found.ids[0]), None)


def _by_day(
    index: SessionIndex, sessions: Iterable[Session], size: Callable[[Session], float]
) -> tuple[float, ...]:
    days = [0.0] * 7
    for each in sessions:
        days[each.start // 1440 % 7] += size(each)
    return tuple(days)


_MEASURES: dict[str, Callable[[Violation, SessionIndex, Sessions], tuple[float, ...]]] = {
    "R2": _crowd,
    "R4": _work,
    "R5": _crew,
    "R7": _hours,
    "R8": _attended,
    "R9": _crowd,
    "R15": _money,
}
