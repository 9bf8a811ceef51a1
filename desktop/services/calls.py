"""Who must be told what when one plan of a week takes the place of another, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.services.differences import Moved, PersonDifference, to_tell


@dataclass(frozen=True, slots=True)
class Call:
    """What one person must be told. Sessions in order of time.

    ``cancelled`` and ``added`` are without a counterpart; ``moved`` are at another time or in another room.
    ``company``, for staff: sessions of theirs in which somebody else takes part. ``first`` is the earliest of
    the moments that they would come in vain to or miss. ``at_the_door``: they come at the same times to the
    same sites all the same, and can be told then.
    """

    person: str
    staff: bool
    first: datetime
    cancelled: tuple[PlannedSession, ...] = ()
    added: tuple[PlannedSession, ...] = ()
    moved: tuple[Moved, ...] = ()
    company: tuple[PlannedSession, ...] = ()
    at_the_door: bool = False

    @property
    def over(self) -> datetime:
        """The end of the latest session that it is about: whoever was not told may be in it until then, or
        may still come to it."""
        moved = (side for each in self.moved for side in (each.before, each.after))
        return max(each.end for each in (*self.cancelled, *self.added, *moved, *self.company))


def calls(
    before: PlanVersion, after: PlanVersion, now: datetime, site_of: Mapping[str, str]
) -> tuple[Call, ...]:
    """Everybody whose sessions from the local moment ``now`` on are others: those to call first, by how soon
    it concerns them. ``site_of`` is each room's site."""
    return in_order(_call(each, site_of) for each in to_tell(before, after, now))


def in_order(found: Iterable[Call]) -> tuple[Call, ...]:
    """Those to call first, by how soon it concerns them."""
    return tuple(sorted(found, key=lambda call: (call.at_the_door, call.first, call.staff, call.person)))


def _call(each: PersonDifference, site_of: Mapping[str, str]) -> Call:
    # Other staff is nothing that a citizen has to know beforehand.
    moved = tuple(pair for pair in each.moved if pair.elsewhere)
    beside = tuple(pair.after for pair in each.company)
    concerned = [
        *each.removed,
        *each.added,
        *beside,
        *(side for pair in moved for side in (pair.before, pair.after)),
    ]
    return Call(
        person=each.person,
        staff=each.serves,
        first=min(session.start for session in concerned),
        cancelled=each.removed,
        added=each.added,
        moved=moved,
        company=beside,
        at_the_door=not (each.removed or each.added) and all(_same_way(pair, site_of) for pair in moved),
    )


def _same_way(pair: Moved, site_of: Mapping[str, str]) -> bool:
    before, after = pair.before, pair.after
    return (before.start, before.end, before.activity, site_of.get(before.room)) == (
        after.start,
        after.end,
        after.activity,
        site_of.get(after.room),
    )


def sessions_before(found: Iterable[Call]) -> frozenset[str]:
    """The ids of the sessions of the old plan that somebody is told about."""
    return frozenset(
        session.id
        for call in found
        for session in (*call.cancelled, *call.company, *(each.before for each in call.moved))
    )


def sessions_after(found: Iterable[Call]) -> frozenset[str]:
    """The ids of the sessions of the new plan that somebody is told about."""
    return frozenset(
        session.id
        for call in found
        for session in (*call.added, *call.company, *(each.after for each in call.moved))
    )
