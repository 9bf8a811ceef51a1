"""Who was told of which version: what somebody was told last is what they know.

A draft that somebody was told of stays as they heard it, and their ticks go with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.domain.plans import PlanVersion
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.services.change import Edit
from desktop.services.ports import UnitOfWork


def last_told(tellings: Iterable[Told]) -> dict[str, Told]:
    """By person: the newest of what they were told; of two at one moment the last one. Whatever they were
    told before that counts for nothing: it is not what they know any more."""
    newest: dict[str, Told] = {}
    for each in tellings:
        if each.told_at >= newest.get(each.person, each).told_at:
            newest[each.person] = each
    return newest


def next_moment(heard: Iterable[Told], now: datetime) -> datetime:
    """When somebody is told once more, of whom it was noted what they ``heard``: the aware UTC time ``now``,
    but after all that also where the clock was set back since."""
    return max((now, *(each.told_at + timedelta(microseconds=1) for each in heard)))


def is_told(work: UnitOfWork, version: str) -> bool:
    """Whether somebody was told of the version of that id."""
    return any(each.version == version for each in work.all(Told))


def heard_last(work: UnitOfWork, version: PlanVersion) -> set[str]:
    """Whom a version of a week is the last that they were told of, by their ids."""
    newest = last_told(each for each in work.all(Told) if each.week == version.week)
    return {person for person, told in newest.items() if told.version == version.id}


def is_week_told(work: UnitOfWork, week: IsoWeek) -> bool:
    """Whether somebody was told of any version of the week."""
    return any(each.week == week for each in work.all(Told))


def untell(
    work: UnitOfWork, version: str, after: str | None = None, heard: Collection[str] = ()
) -> tuple[Edit, ...]:
    """Removes who was told of the version of that id: the id may be given to another one later.

    Of those ``heard``, by their ids, it is kept as told of the version ``after``, which says the same for
    them.
    """
    told = work.all(Told)
    there = {each.person: each for each in told if each.version == after}
    edits: list[Edit] = []
    for each in told:
        if each.version != version:
            continue
        known = there.get(each.person)
        if after is not None and each.person in heard and known is None:
            edits.append(Edit(each, replace(each, version=after)))
            continue
        edits.append(Edit(each, None))
        if known is not None and each.person in heard and each.told_at > known.told_at:
            edits.append(Edit(known, replace(known, told_at=each.told_at, told_by=each.told_by)))
    for edit in edits:
        if edit.after is None and isinstance(edit.before, Told):
            work.remove(Told, edit.before.id)
    work.put_all(tuple(edit.after for edit in edits if edit.after is not None))
    return tuple(edits)
