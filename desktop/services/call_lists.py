"""Who must still be told of the plan in force, made of the versions of its week and of who was told of each.

Nothing of a list is stored but the ticks: whoever was not told of one version is told of the next what
differs from the last one that they know.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from desktop.domain.places import Room
from desktop.domain.plans import PlannedSession, PlanVersion, gone_by
from desktop.domain.telling import Told
from desktop.domain.time import IsoWeek
from desktop.services.calls import Call, calls, in_order
from desktop.services.ports import Store, UnitOfWork
from desktop.services.tellings import heard_last, last_told
from desktop.services.week.planned_weeks import WEEKS_AHEAD
from desktop.services.week.week_time import in_order as in_week_order
from desktop.services.week.week_time import runs


@dataclass(frozen=True, slots=True)
class CallList:
    """Who is to be told that ``after`` took the place of ``before``. ``told`` are those who have been, by
    their ids."""

    before: PlanVersion
    after: PlanVersion
    calls: tuple[Call, ...]
    told: Mapping[str, Told] = field(default_factory=dict)

    def left(self, now: datetime) -> tuple[Call, ...]:
        """Those who have not been told, as long as it concerns something that is not over at the local moment
        ``now``."""
        return tuple(each for each in self.calls if each.person not in self.told and each.over > now)


def call_list(chain: Sequence[PlanVersion], tellings: Iterable[Told], site_of: Mapping[str, str]) -> CallList:
    """``chain``: the versions that people went by one after the other, two or more; the last is the one that
    they are told of. A tick counts unless they were told of one of those before it later on."""
    told: dict[str, list[Told]] = defaultdict(list)
    for each in tellings:
        told[each.version].append(each)
    behind: dict[str, PlanVersion] = {}
    found: tuple[Call, ...] = ()
    heard: dict[str, Told] = {}
    known = {chain[0].id: told[chain[0].id]}
    for before, after in pairwise(chain):
        known[after.id] = told[after.id]
        newest = last_told(each for ticks in known.values() for each in ticks)
        heard = {person: each for person, each in newest.items() if each.version == after.id}
        found = in_order(_calls(before, behind, after, site_of))
        behind = {each.person: behind.get(each.person, before) for each in found if each.person not in heard}
    return CallList(chain[-2], chain[-1], found, heard)


def chain_to(
    versions: Sequence[PlanVersion], base: PlanVersion, tellings: Iterable[Told]
) -> tuple[PlanVersion, ...]:
    """The versions that people went by one after the other until ``base``, which is the last of them: those
    published, and the drafts that somebody was told of."""
    first: dict[str, datetime] = {}
    for heard in tellings:
        first[heard.version] = min(heard.told_at, first.get(heard.version, heard.told_at))
    until = base.published_at
    given: list[tuple[datetime, int, PlanVersion]] = []
    for each in versions:
        at, told = each.published_at, first.get(each.id)
        # A draft counts whenever they were told of it: that is never news that they need not get.
        if each.id != base.id and (told if at is None else until is None or at < until):
            given.append((at or told or each.created_at, each.number, each))
    chain = (*(each for _, _, each in sorted(given, key=lambda each: each[:2])), base)
    if chain[0].id in first:
        # Nothing was published before: they went by the draft before it.
        older = [each for each in versions if each.number < chain[0].number]
        chain = (*sorted(older, key=lambda each: each.number)[-1:], *chain)
    return chain


def list_in_force(work: UnitOfWork, versions: tuple[PlanVersion, ...]) -> CallList | None:
    """The list of that of a week's versions that people go by; None where it has taken no other's place.

    A draft takes a place once somebody was told of it: before that nobody goes by it.
    """
    version = gone_by(versions)
    if version is None or len(versions) < 2:
        return None
    tellings = work.all(Told)
    chain = chain_to(versions, version, tellings)
    return call_list(chain, tellings, sites_of(work)) if len(chain) > 1 else None


def lists_in_force(store: Store, today: date) -> tuple[CallList, ...]:
    """The lists of the weeks from today's on that somebody is on."""
    weeks = (IsoWeek.containing(today + timedelta(weeks=ahead)) for ahead in range(WEEKS_AHEAD + 1))
    with store.begin() as work:
        found = (list_in_force(work, work.versions(week)) for week in weeks)
        return tuple(each for each in found if each is not None and each.calls)


def heard_in_vain(
    work: UnitOfWork, version: PlanVersion, after: PlanVersion | None, now: datetime
) -> frozenset[str]:
    """Whom a version is the last that they were told of, and who must be called if ``after`` takes its
    place, or nothing, about anything that begins at the local moment ``now`` or later; by their ids."""
    heard = heard_last(work, version)
    if not heard:
        return frozenset()
    found = calls(version, after or replace(version, sessions=()), now, sites_of(work))
    return frozenset(each.person for each in found if each.person in heard)


def held_for(
    work: UnitOfWork, version: PlanVersion, after: PlanVersion | None, now: datetime
) -> frozenset[str]:
    """Whom a version is the last that they were told of, and who are by it in a session that runs at the
    local moment ``now`` and is not in ``after``, or in nothing, which takes its place; by their ids."""
    heard = heard_last(work, version)
    if not heard:
        return frozenset()
    kept = set() if after is None else {in_week_order(each) for each in after.sessions}
    held = (each for each in version.sessions if runs(each, now) and in_week_order(each) not in kept)
    return frozenset(heard.intersection(one for each in held for one in (*each.citizens, *each.staff)))


def sites_of(work: UnitOfWork) -> dict[str, str]:
    """The site of each room."""
    return {room.id: room.site for room in work.all(Room)}


def said_in(call: Call) -> str:
    """The same for all calls in which somebody is told the same, whatever the ids of the sessions are."""
    parts = (
        [_told_of(each) for each in call.cancelled],
        [_told_of(each) for each in call.added],
        [(_told_of(each.before), _told_of(each.after)) for each in call.moved],
        [(*_told_of(each), sorted(each.citizens)) for each in call.company],
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _calls(
    before: PlanVersion, behind: Mapping[str, PlanVersion], after: PlanVersion, site_of: Mapping[str, str]
) -> Iterator[Call]:
    """Everybody's call against the version that they know; ``behind`` are those who know an older one."""
    since = (after.published_at or after.created_at).astimezone().replace(tzinfo=None)
    yield from (each for each in calls(before, after, since, site_of) if each.person not in behind)
    older: dict[str, set[str]] = defaultdict(set)
    for person, version in behind.items():
        older[version.id].add(person)
    for known in {each.id: each for each in behind.values()}.values():
        people = older[known.id]
        # Few of them are still behind: what concerns nobody of them takes no time.
        sides = (_of(known, people), _of(after, people))
        yield from (each for each in calls(*sides, since, site_of) if each.person in people)


def _of(version: PlanVersion, people: set[str]) -> PlanVersion:
    """The version with their sessions alone."""
    concerned = (
        each
        for each in version.sessions
        if not people.isdisjoint(each.citizens) or not people.isdisjoint(each.staff)
    )
    return replace(version, sessions=tuple(concerned))


def _told_of(session: PlannedSession) -> tuple[str, ...]:
    return (session.activity, session.room, session.start.isoformat(), session.end.isoformat())
