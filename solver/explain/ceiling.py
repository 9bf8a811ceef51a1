"""What no plan of a problem can pass in hours: the one place where the explanations ask for a bound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from solver.bounds import own_weeks
from solver.frame import Frame
from solver.problem import Problem

GoOn = Callable[[], bool]


def caps(problem: Problem) -> int:
    """In slots: everybody's cap. Always there, and never passed."""
    frame = Frame(problem, problem.locked)
    return frame.hours_before + sum(frame.week_left)


def own_slots(
    problem: Problem,
    known: Sequence[int] | None = None,
    only: str | None = None,
    keep_going: GoOn = lambda: True,
) -> list[int] | None:
    """By citizen: the slots of their best own week in new sessions. None where stopped.

    ``known`` are those of the same citizens in a problem of which this is a relaxation: who reached their cap
    there reaches it here, so that it is not worked out again. ``only``: the one whose own week alone is not
    the same as there.
    """
    frame = Frame(problem, problem.locked)
    if known is None:
        return own_weeks(frame, keep_going)
    open_ones = [
        slots < left and only in (None, citizen.id)
        for citizen, slots, left in zip(problem.citizens, known, frame.week_left, strict=True)
    ]
    people = tuple(
        each if again else replace(each, max_minutes=0)
        for each, again in zip(problem.citizens, open_ones, strict=True)
    )
    again = own_weeks(Frame(replace(problem, citizens=people), problem.locked), keep_going)
    if again is None:
        return None
    return [
        new if is_open else before for new, is_open, before in zip(again, open_ones, known, strict=True)
    ]


def hours_bound(problem: Problem, own: Sequence[int]) -> int:
    """In slots, locked sessions included: everybody's own best week, in new sessions, together."""
    return Frame(problem, problem.locked).hours_before + sum(own)


def same_bound(problem: Problem) -> bool:
    """Whether separations have no say in the bounds: nobody is anywhere already."""
    return not problem.locked and all(each.site is None for each in problem.commitments)
