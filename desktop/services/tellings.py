"""Who was told of a draft: such a draft stays as they heard it, and their ticks go with it."""

from __future__ import annotations

from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.services.change import Edit
from desktop.services.ports import UnitOfWork


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
