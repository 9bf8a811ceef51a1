"""What each person loses at least: by their own best week, every room and all staff at hand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from solver.bounds import hopeless_duties, own_weeks
from solver.frame import Frame
from solver.repair.losses import Before


def slots_lost_at_least(
    before: Before, people: Collection[str], keep_going: Callable[[], bool]
) -> dict[str, int]:
    """By citizen, of those named: the counted slots that they cannot have any more in any safe week.

    The week's bound of ``solver.bounds`` on what they can still be given, beside what stands. Empty where
    stopped.
    """
    frame = _asked(before, people)
    best = own_weeks(frame, keep_going)
    if best is None:
        return {}
    given = before.given
    stands = before.slots_of(before.visits_of(given.fixed))
    return {who: max(0, before.slots[who] - stands[who] - best[frame.citizen_index[who]]) for who in people}


def duties_lost_at_least(before: Before, people: Collection[str], keep_going: Callable[[], bool]) -> int:
    """Duties of those named that no safe week gives back, beside those that the old plan left missing."""
    frame = _asked(before, people)
    hopeless = hopeless_duties(frame, keep_going)
    if hopeless is None or not before.weighs_duties:
        return 0
    missing = [0] * frame.n
    for (citizen, _), count in before.missing_before.items():
        missing[citizen] += count
    asked = (frame.citizen_index[who] for who in people)
    return sum(max(0, hopeless[i] - missing[i]) for i in asked)


def _asked(before: Before, people: Collection[str]) -> Frame:
    """What stands, and the week of the people asked about: others may have no hours, which costs no time."""
    given = before.given
    citizens = tuple(
        citizen
        if citizen.id in people
        else replace(
            citizen,
            max_minutes=0,
            activities=tuple(replace(each, min_sessions=0) for each in citizen.activities),
        )
        for citizen in given.problem.citizens
    )
    return Frame(replace(given.problem, citizens=citizens), given.fixed)
