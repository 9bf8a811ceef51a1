"""Edits of a week's plan by hand, as values, and what a plan's sessions are after one.

Every time lies on the planning grid afterwards: a start is taken back to the slot that holds it, a length is
kept. Where the staff of a session can't serve any more, others are proposed (``crews``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.plans import PlannedSession
from desktop.domain.time import IsoWeek
from desktop.services.hand.crews import crew_for
from desktop.services.hand.week_index import House, SessionIndex
from desktop.services.week.planning import Prepared
from desktop.services.week.versions import planned_of, session_of
from solver.plan import Session


@dataclass(frozen=True, slots=True)
class Move:
    """A session to another room, or another time, or both. It keeps its length."""

    session: str
    room: str
    start: datetime


@dataclass(frozen=True, slots=True)
class Resize:
    """Another start, another end, or both, in the same room."""

    session: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Join:
    """A citizen into a session."""

    session: str
    citizen: str


@dataclass(frozen=True, slots=True)
class Leave:
    """A citizen out of a session. With the last one the session goes."""

    session: str
    citizen: str


@dataclass(frozen=True, slots=True)
class Make:
    """A new session. ``staff`` empty: somebody free is chosen."""

    activity: str
    room: str
    start: datetime
    end: datetime
    citizens: tuple[str, ...]
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """A session out of the plan."""

    session: str


@dataclass(frozen=True, slots=True)
class Staff:
    """These staff and no others for a session."""

    session: str
    staff: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Several:
    """Edits one after the other that are one to whoever makes them: somebody from one session to another."""

    edits: tuple[WeekEdit, ...]


WeekEdit = Move | Resize | Join | Leave | Make | Remove | Staff | Several


@dataclass(frozen=True, slots=True)
class Outcome:
    """The sessions that an edit takes out of a plan and those that it puts in; one that changes is both."""

    removed: tuple[Session, ...]
    added: tuple[Session, ...]


def applied(
    prepared: Prepared, sessions: Iterable[PlannedSession], edit: WeekEdit
) -> tuple[PlannedSession, ...]:
    """A plan's sessions after an edit, whether that is allowed or not; see ``verdicts``.

    Raises ``LookupError`` for a session that is not there.
    """
    week = prepared.week
    index = SessionIndex(House(prepared.checked), (session_of(week, each) for each in sessions))
    outcome = outcome_of(index, week, edit)
    after = index.with_changed(outcome.removed, outcome.added)
    return tuple(planned_of(week, each) for each in after.sessions)


def outcome_of(index: SessionIndex, week: IsoWeek, edit: WeekEdit) -> Outcome:
    """What an edit takes out and puts in. Raises ``LookupError`` for a session that is not there."""
    if isinstance(edit, Several):
        return _several(index, week, edit)
    if isinstance(edit, Make):
        made = _made(index, week, edit)
        return Outcome((), (made if edit.staff else replace(made, staff=crew_for(index, made)),))
    before = index.by_id.get(edit.session)
    if before is None:
        raise LookupError("no such session")
    after = _changed(index, week, before, edit)
    if after is None:
        return Outcome((before,), ())
    if not isinstance(edit, Staff):
        after = replace(after, staff=crew_for(index, after))
    return Outcome((), ()) if after == before else Outcome((before,), (after,))


def _changed(
    index: SessionIndex, week: IsoWeek, before: Session, edit: Move | Resize | Join | Leave | Remove | Staff
) -> Session | None:
    """The session after the edit, with the staff that it had; None where it goes."""

    match edit:
        case Move():
            start = _on_grid(index, week, edit.start)
            return replace(before, room=edit.room, start=start, end=start + before.end - before.start)
        case Resize():
            start, end = _time(index, week, edit.start, edit.end)
            return replace(before, start=start, end=end)
        case Join():
            joined = edit.citizen not in before.citizens
            return replace(before, citizens=(*before.citizens, edit.citizen)) if joined else before
        case Leave():
            left = tuple(each for each in before.citizens if each != edit.citizen)
            return replace(before, citizens=left) if left else None
        case Staff():
            return replace(before, staff=edit.staff)
        case Remove():
            return None


def _made(index: SessionIndex, week: IsoWeek, edit: Make) -> Session:
    start, end = _time(index, week, edit.start, edit.end)
    taken = index.by_id.keys() | index.house.locked.keys()
    number = 1
    while f"h{number}" in taken:
        number += 1
    return Session(f"h{number}", edit.activity, edit.room, start, end, edit.staff, edit.citizens)


def _several(index: SessionIndex, week: IsoWeek, edit: Several) -> Outcome:
    now = index
    for each in edit.edits:
        step = outcome_of(now, week, each)
        now = now.with_changed(step.removed, step.added)
    return Outcome(
        tuple(each for each in index.by_id.values() if now.by_id.get(each.id) != each),
        tuple(each for each in now.by_id.values() if index.by_id.get(each.id) != each),
    )


def _time(index: SessionIndex, week: IsoWeek, start: datetime, end: datetime) -> tuple[int, int]:
    """A start and an end on the grid, at least one slot apart."""
    first = _on_grid(index, week, start)
    return first, max(_on_grid(index, week, end), first + index.house.problem.slot_minutes)


def _on_grid(index: SessionIndex, week: IsoWeek, moment: datetime) -> int:
    slot = index.house.problem.slot_minutes
    return week.minute_of(moment) // slot * slot
