"""The rest of a week whose past breaks a rule as the unit stands now.

What is over can't be helped any more and stands. What still runs no plan can end: it is told until it is over
or somebody was called out of it, and stands as well, so that the rest keeps apart from those who are there.
The planning engine, for which every rule holds of every session, is asked for the rest alone: to it what has
begun is given as commitments, and what that used up (seats, staff, hours, money, sessions of each activity)
is no longer to be had. This is no more than a question. The answer is put together with the past and held
against the whole week as it is: all that it breaks beyond what the past breaks all by itself refuses it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from desktop.domain.intervals import Stretch, of_days, shrink, split_days, subtract, union
from desktop.domain.plans import PlanVersion
from desktop.domain.time import IsoWeek
from desktop.services.week.checks import broken_by
from desktop.services.week.hand_made import hand_made, most_minutes
from desktop.services.week.locking import readable
from desktop.services.week.underway import PastBroken
from desktop.services.week.versions import planned_of, session_of
from desktop.services.week.week_time import begun
from desktop.services.week.when_broken import Judged, by_time, plain
from solver.check import Violation, check
from solver.plan import GoalName, GoalResult, Plan, Session
from solver.problem import (
    DAY_MINUTES,
    Activity,
    Citizen,
    Commitment,
    Interval,
    Problem,
    Room,
    Site,
    StaffMember,
)


@dataclass(frozen=True, slots=True)
class BrokenPast:
    """``sessions`` have begun before ``minute`` of the week and stand; ``broken`` is what they break by
    themselves.

    ``whole`` is the problem of the whole week, which the plan that comes out is held against, ``asked`` what
    the planning engine is asked. ``rest`` is the whole with everybody's hours in the past used up and taken
    away: no plan of the whole beside what stands can have more. ``exact``: what is asked forbids nothing that
    the whole allows beside what stands. ``interviewed`` are the people without counted hours until now who
    have had the interview: the rest, which can't know it, misses one duty more for each that gets no hours.
    """

    whole: Problem
    asked: Problem
    sessions: tuple[Session, ...]
    broken: tuple[Violation, ...]
    minute: int
    rest: Problem
    exact: bool
    interviewed: int = 0

    @property
    def hours(self) -> float:
        """The counted hours of all citizens in the sessions that stand."""
        people = {each.id for each in self.whole.citizens}
        counting = {each.id for each in self.whole.activities if each.counts}
        return (
            sum(
                (each.end - each.start) * len(people & set(each.citizens))
                for each in self.sessions
                if each.activity in counting
            )
            / 60
        )

    @property
    def most_hours(self) -> float:
        """Counted hours that no plan of the whole beside what stands passes, by everybody's own hours."""
        return self.hours + most_minutes(self.rest) / 60

    def known(self, goals: Iterable[GoalResult]) -> tuple[GoalResult, ...]:
        """What the bounds that the engine found for the rest say of the whole: nothing where it was asked for
        less than the whole allows, since what it has proven of that is proven of no more.

        Otherwise a plan of the rest and the same with what stands differ in their hours by those that stand,
        and in their duties by those who were interviewed and get no hours. Where that is everybody who was,
        and fewer duties can't be missing, it is so in every plan of as few duties, and the bound on its hours
        holds. Of the goals after these nothing is said.
        """
        found = {each.goal: each for each in goals} if self.exact else {}
        if self.interviewed and not ("duties" in found and found["duties"].proven):
            return ()
        more: dict[GoalName, float] = {"duties": -self.interviewed, "hours": self.hours}
        return tuple(
            replace(found[goal], value=found[goal].value + had, bound=found[goal].bound + had)
            for goal, had in more.items()
            if goal in found
        )


def broken_past(problem: Problem, version: PlanVersion, minute: int) -> BrokenPast:
    """The past of the version that people go by, whose sessions before ``minute`` of the week break a rule of
    its problem.

    Raises ``PastBroken`` where what has begun can't be written down any more.
    """
    sessions = tuple(
        session_of(version.week, each)
        for each in sorted(begun(version, minute), key=lambda session: (session.start, session.id))
    )
    ids = {each.id for each in sessions}
    locked = tuple(each for each in problem.locked if each.id not in ids)
    # Of people whom the week no longer knows the check itself tells.
    placeable = all(readable(problem, replace(each, staff=(), citizens=())) for each in sessions)
    if not placeable or any(each.start < minute for each in locked):
        raise PastBroken
    whole = replace(problem, locked=locked)
    used = _Used(whole, sessions, minute)
    asked = used.rest()
    broken = broken_by(problem, sessions)
    own, exact = used.own_hours(), used.is_exact(asked)
    return BrokenPast(whole, asked, sessions, broken, minute, own, exact, used.interviewed())


def with_past(past: BrokenPast, plan: Plan) -> tuple[Plan, Judged]:
    """The engine's plan of the rest put together with the past, and the check's report of the whole.

    Its violations are those alone that the past does not break all by itself; these are ``running`` where a
    session lasts into the rest, and else ``over``. A plan that is not clean as the answer to what was asked
    comes back as it is, with the report of that.
    """
    report = plain(check(past.asked, plan))
    if not report.clean:
        return plan, report
    week = IsoWeek.parse(past.whole.week)
    sessions = (*past.sessions, *_named_apart(plan.sessions, past))
    known = past.known(plan.goals)
    made, found = hand_made(past.whole, (planned_of(week, each) for each in sessions), known, past.most_hours)
    runs_on = {each.id for each in past.sessions if each.end > past.minute}
    told = by_time(found.violations, past.broken, runs_on)
    return made, replace(plain(found), violations=told.coming, running=told.running, over=told.over)


def _named_apart(sessions: Iterable[Session], past: BrokenPast) -> tuple[Session, ...]:
    """The engine's sessions, none with an id that one of the past has."""
    coming, taken = tuple(sessions), {each.id for each in past.sessions}
    known = taken | {each.id for each in coming}
    found = []
    for each in coming:
        name = each.id
        if name in taken:
            name = next(other for at in count(2) if (other := f"{each.id}.{at}") not in known)
            known.add(name)
        found.append(replace(each, id=name))
    return tuple(found)


class _Used:
    """What the sessions that have begun use up."""

    def __init__(self, problem: Problem, past: tuple[Session, ...], minute: int) -> None:
        self._problem, self._past, self._minute = problem, past, minute
        self._sites = {room.id: room.site for room in problem.rooms}
        self._activities: dict[str, Activity] = {each.id: each for each in problem.activities}
        self._people = {each.id: each for each in problem.citizens}
        self._alone = {each.level for each in problem.levels if each.alone_on_site}
        self._attended = Counter((person, each.activity) for each in past for person in set(each.citizens))
        self._on_day = Counter(
            (person, each.activity, each.start // DAY_MINUTES)
            for each in past
            for person in set(each.citizens)
        )
        self._served: dict[str, list[Session]] = defaultdict(list)
        for each in past:
            for person in set(each.staff):
                self._served[person].append(each)

    def rest(self) -> Problem:
        """What is left to be planned from the minute on beside what has begun."""
        problem, budget = self._problem, self._problem.budget
        return replace(
            problem,
            sites=tuple(map(self.site, problem.sites)),
            rooms=tuple(map(self.room, problem.rooms)),
            staff=tuple(map(self.member, problem.staff)),
            citizens=tuple(map(self.citizen, problem.citizens)),
            commitments=(*problem.commitments, *self.commitments()),
            budget=None if budget is None else max(0, budget - self.cost()),
        )

    def own_hours(self) -> Problem:
        """The whole with everybody's time before the minute taken away, and what they have had given."""
        gone = (Stretch(0, self._minute),)
        return replace(
            self._problem,
            citizens=tuple(
                replace(each, available=self._less(each.available, gone)) for each in self._problem.citizens
            ),
            commitments=(*self._problem.commitments, *self.commitments()),
        )

    def is_exact(self, rest: Problem) -> bool:
        """Whether what is left is no narrower than the whole is beside what has begun.

        It is narrower where somebody who has had as much of something as a day may have is offered nothing
        else that day, or where staff have the longest way before them although they may stay where they are.
        """
        free = {each.id: each.available for each in self.own_hours().citizens}
        ways = self._ways()
        on_the_way = any(
            each.end + way > self._minute
            for each in self._past
            if (way := ways.get(self._sites[each.room], 0))
        )
        return not on_the_way and all(free[each.id] == each.available for each in rest.citizens)

    def interviewed(self) -> int:
        """How many without counted hours until now have had the interview."""
        blocks = (*self._problem.commitments, *self.commitments())
        counted = {person for each in blocks if each.counts for person in each.citizens}
        interview = self._problem.idle_interview
        had = {person for person, activity in self._attended if activity == interview}
        return len((had & self._people.keys()) - counted)

    def commitments(self) -> tuple[Commitment, ...]:
        """What has begun, as the engine is given it: rivals are kept apart from it, its hours are counted."""
        return tuple(
            Commitment(
                f"begun.{number}",
                people,
                self._sites[each.room],
                each.start,
                each.end,
                self._activities[each.activity].counts,
            )
            for number, each in enumerate(self._past, start=1)
            if (people := tuple(sorted(set(each.citizens) & self._people.keys())))
        )

    def site(self, site: Site) -> Site:
        """Closed while somebody is there who must be alone."""
        taken = [
            Stretch(each.start, each.end)
            for each in self._past
            if self._sites[each.room] == site.id
            and any(self._people[one].level in self._alone for one in each.citizens if one in self._people)
        ]
        if not taken:
            return site
        hours = self._problem.open_hours if site.open_hours is None else site.open_hours
        return replace(site, open_hours=self._less(hours, taken))

    def room(self, room: Room) -> Room:
        """Closed while a session that has begun is in it."""
        taken = [Stretch(each.start, each.end) for each in self._past if each.room == room.id]
        closed = union((*taken, *(Stretch(each.start, each.end) for each in room.closed)))
        return replace(room, closed=_intervals(split_days(closed))) if taken else room

    def member(self, member: StaffMember) -> StaffMember:
        """Not to be had while they serve, nor on their way from there; their minutes are used up."""
        served = self._served[member.id]
        if not served:
            return member
        ways = self._ways()
        taken = [Stretch(each.start, each.end + ways.get(self._sites[each.room], 0)) for each in served]
        minutes = sum(each.end - each.start for each in served)
        return replace(
            member,
            available=self._less(member.available, taken),
            max_minutes=max(0, member.max_minutes - minutes),
        )

    def citizen(self, citizen: Citizen) -> Citizen:
        """To be had from the minute on, for what they may still attend; no more on a day on which they have
        had as much of something as there may be in a day."""
        left = []
        full: set[int] = set()
        for each in citizen.activities:
            had = self._attended[citizen.id, each.activity]
            most = each.max_sessions - had
            if most > 0:
                left.append(replace(each, min_sessions=max(0, each.min_sessions - had), max_sessions=most))
                a_day = self._activities[each.activity].max_per_day
                days = range(7)
                full |= {day for day in days if self._on_day[citizen.id, each.activity, day] >= a_day}
        # What is locked of such a day is the check's to judge.
        locked = (each for each in self._problem.locked if citizen.id in each.citizens)
        held = [Stretch(each.start, each.end) for each in locked]
        taken = (Stretch(0, self._minute), *subtract(of_days(full), held))
        return replace(citizen, available=self._less(citizen.available, taken), activities=tuple(left))

    def cost(self) -> int:
        """In kroner."""
        activities = self._activities
        return sum(
            activities[each.activity].cost_per_session
            + activities[each.activity].cost_per_citizen * len(set(each.citizens))
            for each in self._past
        )

    def _ways(self) -> dict[str, int]:
        """By site the longest way, in minutes, to another one that has a room."""
        there = set(self._sites.values())
        ways: dict[str, int] = defaultdict(int)
        for way in self._problem.travel:
            for one, other in ((way.from_site, way.to_site), (way.to_site, way.from_site)):
                if other in there:
                    ways[one] = max(ways[one], way.minutes)
        return ways

    def _less(self, hours: Iterable[Interval], taken: Iterable[Stretch]) -> tuple[Interval, ...]:
        left = subtract((Stretch(each.start, each.end) for each in hours), taken)
        return _intervals(split_days(shrink(left, self._problem.slot_minutes)))


def _intervals(stretches: Iterable[Stretch]) -> tuple[Interval, ...]:
    return tuple(Interval(start, end) for start, end in stretches)
