"""Why a session stands as it does: what is to be watched, read from the week's problem and plan."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.levels import known_levels, level_in
from desktop.domain.plans import PlanVersion
from desktop.domain.staffing import GUARD
from desktop.services.facts import (
    AloneBeside,
    AloneOnSite,
    Attendee,
    Avoids,
    Carrier,
    Cost,
    Fact,
    GroupSize,
    KeptApart,
    LevelGroupSize,
    NeedsApproval,
    RoomFeatures,
    RoomHolds,
    SessionFacts,
    Staffing,
    Stay,
)
from desktop.services.hand.crews import need_of
from desktop.services.hand.week_index import House
from desktop.services.locks import needing_approval
from desktop.services.week.planning import Prepared
from desktop.services.week.versions import plan_of
from solver.problem import DAY_MINUTES, Activity, Citizen, Level, Problem, StaffMember


def session_facts(prepared: Prepared, version: PlanVersion, session_id: str) -> SessionFacts:
    """The facts of one session of a version. Raises ``LookupError`` for a session that is not in it."""
    return _Reader(prepared, version, session_id).read()


class _Reader:
    def __init__(self, prepared: Prepared, version: PlanVersion, session_id: str) -> None:
        planned = next((found for found in version.sessions if found.id == session_id), None)
        if planned is None:
            raise LookupError("no such session")
        self._prepared = prepared
        self._planned = planned
        self._plan = plan_of(version)
        self._session = next(found for found in self._plan.sessions if found.id == session_id)
        problem = prepared.problem
        self._problem: Problem = problem
        self._house = House(problem)
        self._people = [
            self._house.citizens[each] for each in self._session.citizens if each in self._house.citizens
        ]
        self._site = next(room.site for room in prepared.unit.rooms if room.id == planned.room)

    def read(self) -> SessionFacts:
        return SessionFacts(
            self._planned, self._site, tuple(self._attendees()), tuple(self._carriers()), tuple(self._facts())
        )

    def _attendees(self) -> Iterator[Attendee]:
        unit, week = self._prepared.unit, self._prepared.week
        known = known_levels(unit.levels, unit.citizens, week)
        people = {citizen.id: citizen for citizen in unit.citizens}
        for citizen in self._people:
            state = level_in(people[citizen.id], week, known).state
            yield Attendee(citizen.id, citizen.level, state, citizen.groups)

    def _carriers(self) -> Iterator[Carrier]:
        activity = self._house.activities.get(self._session.activity)
        for member in self._members():
            skilled = activity is not None and activity.skill in member.skills
            yield Carrier(member.id, skilled, GUARD in member.skills)

    def _members(self) -> list[StaffMember]:
        return [self._house.staff[member] for member in self._session.staff if member in self._house.staff]

    def _facts(self) -> Iterator[Fact]:
        activity = self._house.activities.get(self._session.activity)
        levels = [self._house.levels[citizen.level] for citizen in self._people]
        approval = tuple(self._needing_approval())
        if approval:
            yield NeedsApproval(approval)
        yield from self._sizes(activity, levels)
        if activity is not None:
            yield self._staffing(activity, levels)
        yield from self._room(activity, levels)
        for citizen in self._people:
            yield from self._alone(citizen)
        yield from self._alone_beside()
        yield from self._apart()
        yield from self._avoids()
        if activity is not None:
            yield self._cost()

    def _needing_approval(self) -> Iterator[str]:
        asking = needing_approval(self._prepared)
        return (citizen.id for citizen in self._people if citizen.id in asking)

    def _sizes(self, activity: Activity | None, levels: list[Level]) -> Iterator[Fact]:
        count = len(self._session.citizens)
        if levels:
            strictest = min(levels, key=lambda level: level.max_group)
            yield LevelGroupSize(strictest.level, strictest.max_group, count)
        if activity is not None:
            yield GroupSize(activity.min_group, activity.max_group, count)

    def _staffing(self, activity: Activity, levels: list[Level]) -> Staffing:
        by_level = max(levels, key=lambda level: (level.staff, level.guards), default=None)
        more = by_level is not None and (by_level.staff > activity.staff or by_level.guards > 0)
        need, crew = need_of(self._house, self._session), self._members()
        return Staffing(
            needed=need.others,
            guards_needed=need.guards,
            level=by_level.level if by_level is not None and more else None,
            given=len(crew),
            guards_given=sum(GUARD in member.skills for member in crew),
            skilled=sum(activity.skill in member.skills for member in crew),
            lacking=need.lacking(crew),
        )

    def _room(self, activity: Activity | None, levels: list[Level]) -> Iterator[Fact]:
        room = self._house.rooms.get(self._session.room)
        if room is None:
            return
        yield RoomHolds(room.capacity, len(self._session.citizens))
        asked = frozenset[str]().union(*(level.room_features for level in levels))
        if activity is not None:
            asked |= activity.room_features
        if asked:
            yield RoomFeatures(asked, asked - room.features)

    def _avoids(self) -> Iterator[Avoids]:
        for citizen in self._people:
            if citizen.avoid_staff or citizen.avoid_sites:
                met = (
                    bool(citizen.avoid_staff & set(self._session.staff)) or self._site in citizen.avoid_sites
                )
                staff, sites = tuple(sorted(citizen.avoid_staff)), tuple(sorted(citizen.avoid_sites))
                yield Avoids(citizen.id, staff, sites, met)

    def _cost(self) -> Cost:
        week = sum(map(self._house.cost, self._plan.sessions))
        return Cost(self._house.cost(self._session), week, self._problem.budget)

    def _alone(self, citizen: Citizen) -> Iterator[AloneOnSite]:
        level = self._house.levels[citizen.level]
        if level.alone_on_site:
            rest = {other for other in self._house.citizens if other != citizen.id}
            nearest = self._nearest(rest, besides=self._session.id)
            yield AloneOnSite(citizen.id, level.level, len(self._session.citizens) - 1, nearest)

    def _alone_beside(self) -> Iterator[AloneBeside]:
        """Those outside the session whom everybody in it must leave the site to."""
        elsewhere = self._at_unknown_places()
        for citizen in self._problem.citizens:
            if citizen.id in self._session.citizens or not self._house.levels[citizen.level].alone_on_site:
                continue
            nearest = self._nearest({citizen.id}, besides=self._session.id)
            if nearest is not None or citizen.id in elsewhere:
                yield AloneBeside(citizen.id, nearest)

    def _apart(self) -> Iterator[KeptApart]:
        """One fact for each other side and the strictest way in which it is kept apart from somebody here."""
        strictest: dict[tuple[str, str], tuple[bool, int]] = {}
        for separation in self._problem.separations:
            rule = (separation.scope == "site", separation.gap_minutes)
            for citizen in self._people:
                for own, against in (separation.between, separation.between[::-1]):
                    if own == citizen.id or own in citizen.groups:
                        known = strictest.get((citizen.id, against), rule)
                        strictest[citizen.id, against] = max(known, rule)
        together: dict[tuple[str, bool, int], list[str]] = {}
        for (citizen_id, against), (on_site, gap) in strictest.items():
            together.setdefault((against, on_site, gap), []).append(citizen_id)
        facts = [self._kept_apart(tuple(who), *rule) for rule, who in together.items()]
        yield from sorted(facts, key=_urgency)

    def _kept_apart(
        self, citizens: tuple[str, ...], against: str, on_site: bool, gap_minutes: int
    ) -> KeptApart:
        rivals = {
            other.id
            for other in self._problem.citizens
            if (other.id == against or against in other.groups) and {other.id} != set(citizens)
        }
        return KeptApart(
            citizens=citizens,
            against=against,
            on_site=on_site,
            gap_minutes=gap_minutes,
            rivals=len(rivals),
            together=tuple(sorted(rivals & set(self._session.citizens))),
            nearest=self._nearest(rivals - set(self._session.citizens), besides=self._session.id),
            unknown_places=len(self._at_unknown_places() & rivals),
        )

    def _at_unknown_places(self) -> set[str]:
        day = self._session.start // DAY_MINUTES
        return {
            citizen
            for commitment in self._problem.commitments
            if commitment.site is None and commitment.start // DAY_MINUTES == day
            for citizen in commitment.citizens
        }

    def _nearest(self, people: set[str], *, besides: str) -> Stay | None:
        """The stay of any of the people on this site on this day that lies nearest to the session."""
        stays = [
            self._stay(citizen, start, end)
            for start, end, citizens in self._stays_on_site(besides)
            for citizen in citizens
            if citizen in people
        ]
        return min(
            stays, key=lambda stay: (not stay.overlaps, stay.minutes, stay.start, stay.citizen), default=None
        )

    def _stays_on_site(self, besides: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        day = self._session.start // DAY_MINUTES
        for session in self._plan.sessions:
            room = self._house.rooms.get(session.room)
            here = room is not None and room.site == self._site
            if session.id != besides and here and session.start // DAY_MINUTES == day:
                yield session.start, session.end, session.citizens
        for commitment in self._problem.commitments:
            if commitment.site == self._site and commitment.start // DAY_MINUTES == day:
                yield commitment.start, commitment.end, commitment.citizens

    def _stay(self, citizen: str, start: int, end: int) -> Stay:
        session, week = self._session, self._prepared.week
        return Stay(
            citizen=citizen,
            start=week.moment(start),
            end=week.moment(end),
            minutes=max(start - session.end, session.start - end, 0),
            after=start >= session.end,
            overlaps=start < session.end and session.start < end,
        )


def _urgency(fact: KeptApart) -> tuple[bool, bool, bool, int, str]:
    """Broken ones first, then those with a rival nearest in time, then those for the whole site."""
    near = fact.nearest
    return (fact.holds, near is None, not fact.on_site, near.minutes if near else 0, fact.against)
