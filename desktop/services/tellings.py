"""Who was told of which version: what somebody was told last is what they know.

A draft that somebody was told of stays as they heard it, and their ticks go with it.
"""

from __future__ import annotations

from collections.abc import Iterable

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


def is_told(work: UnitOfWork, version: str) -> bool:
    """Whether somebody was told of the version of that id."""
    return any(each.version == version for each in work.all(Told))


def is_heard(work: UnitOfWork, week: IsoWeek) -> bool:
    """Whether somebody was told of any version of the week."""
    return any(each.week == week for each in work.all(Told))


def untell(work: UnitOfWork, version: str) -> tuple[Edit, ...]:
    """Removes who was told of the version of that id: the id may be given to another one later."""
    gone = [each for each in work.all(Told) if each.version == version]
    for each in gone:
        work.remove(Told, each.id)
    return tuple(Edit(each, None) for each in gone)
