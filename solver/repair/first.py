"""A safe week at once: what is broken is left out, until the check finds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from solver.check import Violation
from solver.plan import Session
from solver.repair.given import Given

#: A session and one of its citizens, or None for the whole session.
Part = tuple[str, str | None]


def safe(given: Given) -> tuple[Session, ...]:
    """The old plan's coming sessions without those, and without the people in them, that break a rule now.

    Not the best that there is: whoever is named in most of what is broken goes first.
    """
    coming, broken = given.coming, given.damage
    while coming and broken:
        coming = _without(coming, _to_leave_out(given, coming, broken))
        broken = given.broken(coming)
    return coming


def _to_leave_out(given: Given, coming: Sequence[Session], broken: Sequence[Violation]) -> set[Part]:
    """For each violation one part of the week, the same one for many where that is possible."""
    choices = [choice for violation in broken if (choice := list(_cures(given, coming, violation)))]
    if not choices:
        # Nothing is known that would help: what is left out breaks no rule.
        return {(session.id, None) for session in coming}
    times = Counter(part for choice in choices for part in choice)
    chosen = set[Part]()
    for choice in choices:
        if chosen.isdisjoint(choice):
            chosen.add(max(choice, key=lambda part: times[part]))
    return chosen


def _cures(given: Given, coming: Sequence[Session], violation: Violation) -> Iterator[Part]:
    """The parts of the week of which any one, left out, may end a violation."""
    sessions = {session.id: session for session in coming}
    named = [sessions[name] for name in violation.ids if name in sessions]
    people = {each.id for each in given.problem.citizens} & set(violation.ids)
    staff = {each.id for each in given.problem.staff} & set(violation.ids)
    if violation.rule in ("R7", "R8") and not named:
        named = [session for session in coming if people & set(session.citizens)][-1:]
    elif violation.rule == "R4" and len(violation.ids) == 1:
        named = [session for session in coming if staff & set(session.staff)][-1:]
    elif violation.rule == "R15":
        named = list(coming[-1:])
    for session in named:
        attending = people & set(session.citizens)
        if violation.rule in ("R2", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13") and attending:
            yield from ((session.id, citizen) for citizen in sorted(attending))
        else:
            yield session.id, None


def _without(coming: Sequence[Session], left_out: set[Part]) -> tuple[Session, ...]:
    kept = []
    for session in coming:
        citizens = tuple(each for each in session.citizens if (session.id, each) not in left_out)
        if citizens and (session.id, None) not in left_out:
            kept.append(session if citizens == session.citizens else replace(session, citizens=citizens))
    return tuple(kept)
