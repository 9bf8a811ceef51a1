"""What an old plan names and the problem has no longer: people who left, rooms and activities given up.

They are no error. A citizen or staff member is taken out of their sessions. A session without an activity or
a room that anybody knows cannot stand, and where it was to be held nobody knows: its *homeless* people have
to be given something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from solver.plan import Session
from solver.problem import Problem

Kind = Literal["citizen", "staff", "room", "activity"]


@dataclass(frozen=True, slots=True)
class Gone:
    """What the problem has no longer, and the ids of the old plan's sessions that name it."""

    kind: Kind
    id: str
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The old plan as far as the problem knows it.

    ``sessions`` can be written down still. ``homeless`` cannot: their activity or room is gone. Neither has
    anybody in it who is gone; where no citizen is left, there is no session.
    """

    sessions: tuple[Session, ...]
    homeless: tuple[Session, ...]
    gone: tuple[Gone, ...]


def known(problem: Problem, sessions: Iterable[Session]) -> Known:
    """Parts the sessions of an old plan by what of them the problem has."""
    citizens = {each.id for each in problem.citizens}
    staff = {each.id for each in problem.staff}
    rooms = {each.id for each in problem.rooms}
    activities = {each.id for each in problem.activities}
    gone: dict[tuple[Kind, str], list[str]] = defaultdict(list)
    kept: list[Session] = []
    homeless: list[Session] = []
    for session in sessions:
        named: list[tuple[Kind, str]] = []
        named += [("citizen", each) for each in session.citizens if each not in citizens]
        named += [("staff", each) for each in session.staff if each not in staff]
        named += [("room", session.room)] if session.room not in rooms else []
        named += [("activity", session.activity)] if session.activity not in activities else []
        for one in named:
            gone[one].append(session.id)
        still = replace(
            session,
            citizens=tuple(each for each in session.citizens if each in citizens),
            staff=tuple(each for each in session.staff if each in staff),
        )
        if still.citizens or not session.citizens:
            known_place = session.room in rooms and session.activity in activities
            (kept if known_place else homeless).append(still)
    told = (Gone(kind, name, tuple(ids)) for (kind, name), ids in sorted(gone.items()))
    return Known(tuple(kept), tuple(homeless), tuple(told))
