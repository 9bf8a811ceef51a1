"""The part of a week that an edit can make unsafe, small enough to be checked while somebody drags.

The rules are the check's and nobody else's. What is cut away is what they would not look at: sessions that
share no citizen, no staff, no room and no site at that time with what the edit touches, and of the others
those people on whom none of the rules that they are there for depends. A rule that is broken in the slice and
is about the edit is broken in the whole week, and the other way round; tests hold that against the check of
the whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.services.hand.week_index import House, SessionIndex
from solver.check import Violation, judge
from solver.plan import Plan, Session, Unmet
from solver.problem import Commitment, Problem

BEHIND = {"R3": 1, "R4": 1, "R6": 1, "R7": 1, "R8": 2, "R11": 2, "R12": 2, "R15": 0}
"""How many ids of a broken rule follow those of its sessions and commitments, where only the first is not
one."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What an edit touches. ``cost_besides`` is what all the other sessions cost, in kroner."""

    removed: tuple[Session, ...]
    added: tuple[Session, ...]
    cost_besides: int

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(each.id for each in (*self.removed, *self.added))

    @property
    def citizens(self) -> frozenset[str]:
        return frozenset(person for each in (*self.removed, *self.added) for person in each.citizens)

    @property
    def staff(self) -> frozenset[str]:
        return frozenset(person for each in (*self.removed, *self.added) for person in each.staff)


def checked_slice(index: SessionIndex, touched: Touched) -> tuple[tuple[Violation, ...], tuple[Unmet, ...]]:
    """The broken rules that are about an edit, in the week as it would be, and its people's missing duties.

    The sentence of R15 tells of the touched sessions' share of the money.
    """
    found, unmet = _judge(index.house, touched, _neighbours(index, touched))
    return (
        tuple(each for each in found if _concerns(each, touched)),
        tuple(each for each in unmet if each.citizen in touched.citizens),
    )


def checked_alone(house: House, touched: Touched) -> tuple[Violation, ...]:
    """The broken rules of the touched sessions in themselves, as if nothing else were in the week: fewer
    than there may be, and each of them true."""
    found, _ = _judge(house, replace(touched, removed=()), _Neighbours())
    return tuple(each for each in found if _concerns(each, touched))


class _Neighbours:
    """The sessions around, each with those of its people for whose sake it is there."""

    def __init__(self) -> None:
        self._sessions: dict[str, tuple[Session, set[str], set[str]]] = {}
        self.commitments: dict[str, Commitment] = {}

    def add(self, session: Session, citizens: Iterable[str] = (), staff: Iterable[str] = ()) -> None:
        _, people, members = self._sessions.setdefault(session.id, (session, set(), set()))
        people.update(citizens)
        members.update(staff)

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(
            replace(session, citizens=tuple(people), staff=tuple(members))
            for session, people, members in self._sessions.values()
        )


def _neighbours(index: SessionIndex, touched: Touched) -> _Neighbours:
    house, own = index.house, touched.ids
    found = _Neighbours()

    def around(sessions: Iterable[Session]) -> Iterable[Session]:
        return (each for each in sessions if each.id not in own)

    for person in touched.citizens:
        for each in around(index.of_citizen.get(person, ())):
            found.add(each, citizens=(person,))
        for commitment in house.commitments_of.get(person, ()):
            found.commitments[commitment.id] = commitment
    for session in touched.added:
        for member in session.staff:
            for each in around(index.of_staff.get(member, ())):
                found.add(each, staff=(member,))
        for each in around(index.in_room.get(session.room, ())):
            if each.start < session.end and session.start < each.end:
                found.add(each)
        first, last = session.start - house.longest_gap, session.end + house.longest_gap
        site = house.site(session) or ""
        for each in around(index.on_site.get(site, ())):
            if each.start < last and first < each.end:
                found.add(each, citizens=each.citizens)
        for commitment in house.commitments_on.get(site, ()):
            if commitment.start < last and first < commitment.end:
                found.commitments[commitment.id] = commitment
    return found


def _judge(
    house: House, touched: Touched, around: _Neighbours
) -> tuple[tuple[Violation, ...], tuple[Unmet, ...]]:
    sessions = (*touched.added, *around.sessions)
    problem = _problem(house, touched, sessions, tuple(around.commitments.values()))
    return judge(problem, Plan(problem.week, "feasible", sessions=sessions), touched.ids)


def _problem(
    house: House, touched: Touched, sessions: tuple[Session, ...], commitments: tuple[Commitment, ...]
) -> Problem:
    """The problem with what the sessions and commitments name, and no more."""
    whole = house.problem
    named = {person for session in sessions for person in session.citizens} | touched.citizens
    named.update(person for commitment in commitments for person in commitment.citizens)
    citizens = tuple(house.citizens[each] for each in named if each in house.citizens)
    groups = {group for each in citizens for group in each.groups}
    rooms = tuple(house.rooms[each] for each in {each.room for each in sessions} if each in house.rooms)
    sites = {each.site for each in rooms} | {each.site for each in commitments if each.site is not None}
    staff = {member for each in sessions for member in each.staff}
    activities = {each.activity for each in sessions}
    activities.update(each.activity for citizen in citizens for each in citizen.activities)
    budget = whole.budget
    if budget is not None:
        budget += sum(house.cost(each) for each in sessions)
        budget -= touched.cost_besides + sum(house.cost(each) for each in touched.added)
    return replace(
        whole,
        sites=tuple(house.sites[each] for each in sites),
        rooms=rooms,
        staff=tuple(house.staff[each] for each in staff if each in house.staff),
        levels=tuple(house.levels[each] for each in {each.level for each in citizens}),
        activities=tuple(house.activities[each] for each in activities if each in house.activities),
        citizens=citizens,
        travel=tuple(each for each in whole.travel if each.from_site in sites and each.to_site in sites),
        groups=tuple(groups),
        separations=house.separations((*named, *groups)),
        commitments=commitments,
        budget=budget,
        locked=tuple(house.locked[each] for each in touched.ids if each in house.locked),
        reference=None,
        goals=(),
    )


def sessions_in(found: Violation) -> tuple[str, ...]:
    """The ids of a broken rule that are those of sessions or commitments."""
    behind = BEHIND.get(found.rule)
    if behind is None:
        return found.ids[:1]
    return found.ids[: max(0, len(found.ids) - behind)]


def _concerns(found: Violation, touched: Touched) -> bool:
    """Whether a rule that is broken in the slice is about what the edit touches."""
    named = sessions_in(found)
    if named:
        return not touched.ids.isdisjoint(named)
    people = touched.staff if found.rule == "R4" else touched.citizens
    return found.rule == "R15" or found.ids[0] in people
