"""Who is brought together by placements and must not be: nothing that a plan of the sessions could help.

Placements are given, not planned, so whom they bring together is told and not prevented. What the rules say
of it is the check's to tell. No rule keeps apart at work those whose separation has the scope ``session``;
but two people at work in one place meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.services.week.versions import plan_of
from solver.check import given
from solver.plan import Plan, Session
from solver.problem import Commitment, Problem

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class PlacedMeeting:
    """Two people at one site. ``alone``: the first of them must be alone there; else they must be kept apart.

    ``placements`` are the ids of those that bring them there, ``times`` when they are there together, or too
    close, in order. ``before``: it was so before anything happened.
    """

    people: tuple[str, str]
    site: str
    alone: bool
    placements: tuple[str, ...]
    times: tuple[Span, ...]
    before: bool = False

    @property
    def key(self) -> tuple[tuple[str, str], str, bool]:
        return self.people, self.site, self.alone

    def runs(self, now: datetime) -> bool:
        """Whether they are together at a local moment."""
        return any(start <= now < end for start, end in self.times)


@dataclass(frozen=True, slots=True)
class GivenMeeting:
    """The same as the exchange format tells it, once a time. ``start`` and ``end`` in minutes of the week."""

    people: tuple[str, str]
    site: str
    alone: bool
    blocks: tuple[str, ...]
    start: int
    end: int


def given_meetings(problem: Problem, plan: Plan) -> Iterator[GivenMeeting]:
    """Whom the commitments of a week bring together, or one of them and a session of ``plan``."""
    sites = {room.id: room.site for room in problem.rooms}
    blocks: dict[str, Commitment | Session] = {each.id: each for each in plan.sessions}
    blocks |= {each.id: each for each in problem.commitments}
    alone = {row.level for row in problem.levels if row.alone_on_site}
    on_their_own = {citizen.id for citizen in problem.citizens if citizen.level in alone}
    for found in given(problem, plan):
        ids = found.ids[:-2]
        held = [blocks[each] for each in ids]
        where = next((each.site for each in held if isinstance(each, Commitment)), None)
        site = where or next((sites.get(each.room, "") for each in held if isinstance(each, Session)), "")
        only = found.rule == "R12"
        one, other = sorted(found.ids[-2:], key=lambda each: (only and each not in on_their_own, each))
        yield GivenMeeting((one, other), site, only, ids, *_together(held))
    yield from _working_together(problem)


def placed_meetings(
    problem: Problem, version: PlanVersion | None, week: IsoWeek, now: datetime
) -> tuple[PlacedMeeting, ...]:
    """Those of a week that are not over at a local moment, by when they are. ``version`` is the plan that
    people go by, where there is one. Raises ``ValueError`` for one that holds a word unknown to the exchange
    format."""
    plan = Plan(problem.week, "feasible") if version is None else plan_of(version)
    found = []
    for each in given_meetings(problem, plan):
        span = (week.moment(each.start), week.moment(each.end))
        if span[1] > now:
            placements = tuple(block.rpartition(".")[0] for block in each.blocks if "." in block)
            found.append(PlacedMeeting(each.people, each.site, each.alone, placements, (span,)))
    return together(found)


def together(found: Iterable[PlacedMeeting]) -> tuple[PlacedMeeting, ...]:
    """Each meeting once with all its times, the earliest first."""
    alike: dict[tuple[tuple[str, str], str, bool], list[PlacedMeeting]] = defaultdict(list)
    for each in found:
        alike[each.key].append(each)
    merged = (
        replace(
            group[0],
            placements=tuple(dict.fromkeys(one for each in group for one in each.placements)),
            times=tuple(sorted({span for each in group for span in each.times})),
        )
        for group in alike.values()
    )
    return tuple(sorted(merged, key=lambda each: (each.times[0], each.people)))


def _together(held: Iterable[Commitment | Session]) -> tuple[int, int]:
    """When they are there at once; where they are not, but too close, from the first to the last of it."""
    starts, ends = [each.start for each in held], [each.end for each in held]
    start, end = max(starts), min(ends)
    return (start, end) if start < end else (min(starts), max(ends))


def _working_together(problem: Problem) -> Iterator[GivenMeeting]:
    rivals: dict[str, set[str]] = defaultdict(set)
    for row in problem.separations:
        if row.scope == "session":
            left, right = row.between
            rivals[left].add(right)
            rivals[right].add(left)
    if not rivals:
        return
    sides = {citizen.id: {citizen.id, *citizen.groups} for citizen in problem.citizens}
    kept_from: dict[str, frozenset[str]] = {
        person: frozenset[str]().union(*(rivals.get(side, ()) for side in own))
        for person, own in sides.items()
    }
    at_work: dict[str, list[Commitment]] = {}
    for block in problem.commitments:
        if block.site is not None:
            at_work.setdefault(block.site, []).append(block)
    pairs = ((site, *pair) for site, blocks in at_work.items() for pair in combinations(blocks, 2))
    for site, first, second in pairs:
        start, end = max(first.start, second.start), min(first.end, second.end)
        if start >= end:
            continue
        for one, other in ((a, b) for a in first.citizens for b in second.citizens if a != b):
            if not kept_from[one].isdisjoint(sides[other]):
                a, b = sorted((one, other))
                yield GivenMeeting((a, b), site, False, (first.id, second.id), start, end)
