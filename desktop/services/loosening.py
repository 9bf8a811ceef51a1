"""What of the protection of people is less after some edits than before: data, worded by the interface.

It is read record by record: that another one keeps the same people apart all the same is not looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.conflicts import Membership, Scope, Separation
from desktop.domain.levels import KnownLevels, ThreatLevel, effective_level
from desktop.domain.people import Citizen
from desktop.domain.time import DateSpan
from desktop.services.change import Edit


class Less(StrEnum):
    """What is less. Each says what ``was`` and ``now`` are."""

    APART = "apart"
    """A separation or a membership is gone, or is one of others. Neither."""
    SITE = "site"
    """Two are kept out of the same session alone, and no longer apart on a site. Neither."""
    GAP = "gap"
    """Less time lies between their stays on a site: minutes."""
    DAYS = "days"
    """A separation or a membership does not hold on every day on which it held. Neither."""
    LEVEL = "level"
    """Somebody is met at a lower level: the levels."""
    AVOIDED = "avoided"
    """Somebody is no longer kept from the staff and the sites whose ids are in ``ids``. Neither."""
    GROUP = "group"
    """A level allows a larger group: how many."""
    STAFF = "staff"
    """A level asks for fewer staff: how many."""
    GUARDS = "guards"
    """A level asks for fewer guards: how many."""
    FEATURES = "features"
    """A level no longer asks for the features in ``ids`` of a room. Neither."""
    ALONE = "alone"
    """A level no longer asks that its people are alone on a site. Neither."""
    APPROVAL = "approval"
    """A level no longer asks for a manual yes before each session. Neither."""
    BY_HAND = "by_hand"
    """A level no longer asks that only a person places its people. Neither."""


@dataclass(frozen=True, slots=True)
class Loosened:
    """One thing that is less. ``record`` is what it is read from, as it was before."""

    less: Less
    record: Separation | Membership | Citizen | ThreatLevel
    was: int = 0
    now: int = 0
    ids: tuple[str, ...] = ()


def loosened(edits: Iterable[Edit], today: date, known: KnownLevels) -> tuple[Loosened, ...]:
    """What holds less from ``today`` on, in the order of the edits; ``known`` are the levels that the unit
    knows by then."""
    return tuple(found for edit in edits for found in _of(edit, today, known))


def _of(edit: Edit, today: date, known: KnownLevels) -> Iterator[Loosened]:
    match edit.before, edit.after:
        case Separation() | Membership() as was, now:
            yield from _apart(was, now, today)
        case Citizen() as was, Citizen() as now:
            yield from _person(was, now, today, known)
        case ThreatLevel() as was, ThreatLevel() as now:
            yield from _measures(was, now)


def _apart(was: Separation | Membership, now: object, today: date) -> Iterator[Loosened]:
    if was.span.last is not None and was.span.last < today:
        return
    if not isinstance(now, Separation | Membership) or _whom(was) != _whom(now):
        yield Loosened(Less.APART, was)
        return
    if isinstance(was, Separation) and isinstance(now, Separation):
        if was.scope is Scope.SITE and now.scope is Scope.SESSION:
            yield Loosened(Less.SITE, was)
        elif now.gap_minutes < was.gap_minutes:
            yield Loosened(Less.GAP, was, was.gap_minutes, now.gap_minutes)
    if not _holds_as_long(was.span, now.span, today):
        yield Loosened(Less.DAYS, was)


def _whom(record: Separation | Membership) -> tuple[str, str]:
    return record.sides if isinstance(record, Separation) else (record.citizen, record.group)


def _holds_as_long(was: DateSpan, now: DateSpan, today: date) -> bool:
    """Whether it holds on every day from today on on which it held."""
    begins = now.first <= max(was.first, today)
    return begins and (now.last is None or (was.last is not None and now.last >= was.last))


def _person(was: Citizen, now: Citizen, today: date, known: KnownLevels) -> Iterator[Loosened]:
    for day in _days_of_change(was, now, today):
        before, after = (effective_level(each.assessments, day, known).asked for each in (was, now))
        if after < before:
            yield Loosened(Less.LEVEL, was, before, after)
            break
    gone = (
        *sorted({*was.avoid_staff} - {*now.avoid_staff}),
        *sorted({*was.avoid_sites} - {*now.avoid_sites}),
    )
    if gone:
        yield Loosened(Less.AVOIDED, was, ids=gone)


def _days_of_change(was: Citizen, now: Citizen, today: date) -> list[date]:
    """The days from today on from which one of them may be met at another level than the day before."""
    made = [each for one in (was, now) for each in one.assessments]
    changes = {each.assessed_on for each in made}
    changes |= {each.valid_until + timedelta(days=1) for each in made if each.valid_until < date.max}
    return sorted({today, *(day for day in changes if day > today)})


def _measures(was: ThreatLevel, now: ThreatLevel) -> Iterator[Loosened]:
    if now.max_group > was.max_group:
        yield Loosened(Less.GROUP, was, was.max_group, now.max_group)
    if now.staff < was.staff:
        yield Loosened(Less.STAFF, was, was.staff, now.staff)
    if now.guards < was.guards:
        yield Loosened(Less.GUARDS, was, was.guards, now.guards)
    if was.room_features - now.room_features:
        yield Loosened(Less.FEATURES, was, ids=tuple(sorted(was.room_features - now.room_features)))
    for less, before, after in (
        (Less.ALONE, was.alone_on_site, now.alone_on_site),
        (Less.APPROVAL, was.needs_approval, now.needs_approval),
        (Less.BY_HAND, was.never_automatic, now.never_automatic),
    ):
        if before and not after:
            yield Loosened(less, was)
