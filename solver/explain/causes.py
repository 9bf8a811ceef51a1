"""What could keep one citizen from something even if they had the week to themself, each as a thing to lift.

A *cause* is a part of the problem: the hours that somebody is available, the rooms there are. ``lift`` gives
the problem without it; so a cause is shown to matter by solving without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from solver.check import clock
from solver.explain.crew import GUARD
from solver.problem import DAY_MINUTES, Activity, Citizen, Enrolment, Interval, Problem, Room, StaffMember

ALWAYS = tuple(Interval(day * DAY_MINUTES, (day + 1) * DAY_MINUTES) for day in range(7))
#: Sessions of an activity a week, and a day, where nothing much limits them.
MANY_A_WEEK, MANY_A_DAY = 7, 48
#: Times and ids told of each kind; the rest is counted.
TOLD = 5


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause in words: its rule, the ids concerned, and a sentence."""

    rule: str
    ids: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What some citizens want to attend: any of some activities. In words, the first of them is spoken of."""

    citizens: tuple[str, ...]
    activities: tuple[str, ...]

    @property
    def citizen(self) -> str:
        return self.citizens[0]

    def person(self, problem: Problem) -> Citizen:
        return next(each for each in problem.citizens if each.id == self.citizen)

    def offered(self, problem: Problem) -> list[Activity]:
        return [each for each in problem.activities if each.id in self.activities]


@dataclass(frozen=True, slots=True)
class Lift:
    """``lift`` gives the problem without the cause, ``tell`` the cause in words."""

    lift: Callable[[Problem, Wish], Problem]
    tell: Callable[[Problem, Wish], Cause]


def alone(problem: Problem, citizen: str) -> Problem:
    """The same week with no more people than what one citizen could have alone in it depends on.

    Others stay where they are in a locked session or a commitment, or make up the least group of an activity;
    they ask for nothing themselves.
    """
    person = next(each for each in problem.citizens if each.id == citizen)
    kept = {citizen}
    # A commitment nowhere in particular concerns its own people alone.
    commitments = tuple(
        each if each.site is not None else replace(each, citizens=(citizen,))
        for each in problem.commitments
        if each.site is not None or citizen in each.citizens
    )
    for session in problem.locked:
        kept.update(session.citizens)
    for commitment in commitments:
        kept.update(commitment.citizens)
    kept.update(side for each in problem.separations for side in each.between)
    least = {each.id: each.min_group for each in problem.activities}
    for enrolment in person.activities:
        fellows = [
            each.id
            for each in problem.citizens
            if any(e.activity == enrolment.activity and e.max_sessions > 0 for e in each.activities)
        ]
        kept.update(fellows[: least[enrolment.activity]])
    citizens = tuple(
        each if each.id == citizen else replace(each, max_minutes=0)
        for each in problem.citizens
        if each.id in kept
    )
    # Only stays that are given make anybody travel.
    travel = problem.travel if problem.locked or commitments else ()
    return replace(problem, citizens=citizens, commitments=commitments, travel=travel, reference=None)


# --- lifting ------------------------------------------------------------------------------------------------


def _with_people(problem: Problem, wish: Wish, change: Callable[[Citizen], Citizen]) -> Problem:
    wishing = set(wish.citizens)
    return replace(
        problem, citizens=tuple(change(each) if each.id in wishing else each for each in problem.citizens)
    )


def _with_activities(problem: Problem, wish: Wish, change: Callable[[Activity], Activity]) -> Problem:
    return replace(
        problem,
        activities=tuple(change(each) if each.id in wish.activities else each for each in problem.activities),
    )


def _opened(problem: Problem, _wish: Wish) -> Problem:
    sites = tuple(replace(site, open_hours=None) for site in problem.sites)
    return replace(problem, open_hours=ALWAYS, sites=sites)


def _roomy(problem: Problem, wish: Wish) -> Problem:
    features = {feature for level in problem.levels for feature in level.room_features}
    features |= {feature for each in problem.activities for feature in each.room_features}
    most = max([1, len(problem.citizens)])
    taken = {room.id for room in problem.rooms}
    names = (name for k in count(1) if (name := f"room-{k}") not in taken)
    added = tuple(Room(next(names), site.id, most, frozenset(features)) for site in problem.sites)
    more = frozenset(room.id for room in added)
    problem = _with_activities(
        problem, wish, lambda each: each if each.rooms is None else replace(each, rooms=each.rooms | more)
    )
    return replace(problem, rooms=(*problem.rooms, *added))


def _staffed(problem: Problem, wish: Wish) -> Problem:
    skills = frozenset((GUARD, *(each.skill for each in wish.offered(problem))))
    most = sum(
        max((getattr(level, kind) for level in problem.levels), default=0) for kind in ("staff", "guards")
    ) + max((each.staff for each in problem.activities), default=0)
    taken = {member.id for member in problem.staff}
    added = tuple(
        StaffMember(unused(f"staff-{k}", taken), skills, ALWAYS, 7 * DAY_MINUTES) for k in range(1, most + 2)
    )
    return replace(problem, staff=(*problem.staff, *added))


def _available(problem: Problem, wish: Wish) -> Problem:
    return _with_people(problem, wish, lambda each: replace(each, available=ALWAYS))


def _uncommitted(problem: Problem, wish: Wish) -> Problem:
    return replace(
        problem,
        commitments=tuple(
            replace(each, citizens=tuple(c for c in each.citizens if c not in wish.citizens))
            for each in problem.commitments
        ),
    )


def _hours(problem: Problem, wish: Wish) -> Problem:
    return _with_people(
        problem, wish, lambda each: replace(each, max_minutes=7 * DAY_MINUTES, max_daily_minutes=DAY_MINUTES)
    )


def _hours_a_day(problem: Problem, wish: Wish) -> Problem:
    return _with_people(problem, wish, lambda each: replace(each, max_daily_minutes=DAY_MINUTES))


def _enrolled(problem: Problem, wish: Wish) -> Problem:
    """Many sessions of what they are enrolled in already; of everything where that is nothing."""

    def enrol(citizen: Citizen) -> Citizen:
        known = {each.activity: each for each in citizen.activities}
        mine = [name for name in wish.activities if name in known and known[name].max_sessions > 0]
        for name in mine or wish.activities:
            before = known.get(name, Enrolment(name, 0, 0))
            known[name] = replace(before, max_sessions=max(MANY_A_WEEK, before.max_sessions))
        return replace(citizen, activities=tuple(known.values()))

    return _with_people(problem, wish, enrol)


def _often(problem: Problem, wish: Wish) -> Problem:
    return _with_activities(
        problem, wish, lambda each: replace(each, max_per_day=max(MANY_A_DAY, each.max_per_day))
    )


def _once_more(problem: Problem, wish: Wish) -> Problem:
    return _with_activities(problem, wish, lambda each: replace(each, max_per_day=each.max_per_day + 1))


def _any_group(problem: Problem, wish: Wish) -> Problem:
    problem = _with_activities(
        problem, wish, lambda each: replace(each, min_group=0, max_group=max(1, each.max_group))
    )
    return replace(
        problem, levels=tuple(replace(each, max_group=max(1, each.max_group)) for each in problem.levels)
    )


def _anywhere(problem: Problem, wish: Wish) -> Problem:
    return _with_people(problem, wish, lambda each: replace(each, avoid_sites=frozenset()))


def _unseparated(problem: Problem, _wish: Wish) -> Problem:
    levels = tuple(replace(each, alone_on_site=False) for each in problem.levels)
    return replace(problem, separations=(), levels=levels)


def _unlocked(problem: Problem, _wish: Wish) -> Problem:
    return replace(problem, locked=())


# --- in words -----------------------------------------------------------------------------------------------


def some(things: Iterable[str]) -> str:
    """A few of these, and how many more there are: ``a, b and 3 more``."""
    row = list(things)
    if len(row) <= TOLD:
        return ", ".join(row)
    return f"{', '.join(row[: TOLD - 1])} and {len(row) - TOLD + 1} more"


def times(intervals: Sequence[Interval]) -> str:
    """``Mon 08:00–10:00, Tue …``; ``never`` where there are none."""
    if not intervals:
        return "never"
    return some(f"{clock(each.start)}–{_end(each)}" for each in sorted(intervals))


def _end(interval: Interval) -> str:
    minute = interval.end - interval.start // DAY_MINUTES * DAY_MINUTES
    return f"{minute // 60:02d}:{minute % 60:02d}"


def unused(name: str, taken: Iterable[str]) -> str:
    """The name, lengthened where it is taken already; ids have at most 64 letters."""
    known = set(taken)
    name = name[:48]
    return next(n for n in (name, *(f"{name}-{k}" for k in range(2, len(known) + 3))) if n not in known)


def _one_of(wish: Wish) -> str:
    return some(wish.activities) if wish.activities else "anything that counts"


def _tell_opened(problem: Problem, wish: Wish) -> Cause:
    avoided = wish.person(problem).avoid_sites
    hours = {
        site.id: problem.open_hours if site.open_hours is None else site.open_hours
        for site in problem.sites
        if site.id not in avoided
    }
    if len(set(hours.values())) == 1:
        return Cause("R1", tuple(hours), f"The sites are open {times(next(iter(hours.values())))}.")
    said = "; ".join(f"{site} {times(each)}" for site, each in list(hours.items())[:TOLD])
    return Cause("R1", tuple(hours), f"The sites are open: {said}.")


def _tell_roomy(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    level = next(each for each in problem.levels if each.level == person.level)
    offered = wish.offered(problem)
    needed = sorted(level.room_features.union(*(each.room_features for each in offered[:1])))
    suiting = [
        room
        for room in problem.rooms
        if any(
            (each.rooms is None or room.id in each.rooms)
            and each.room_features | level.room_features <= room.features
            and room.capacity >= max(1, each.min_group)
            for each in offered
        )
    ]
    here = [room for room in suiting if room.site not in person.avoid_sites]
    name = _one_of(wish)
    asked = f", which asks for {', '.join(needed)}" if needed else ""
    if not suiting:
        return Cause("R2", wish.activities, f"No room suits {name} with {person.id} in it{asked}.")
    if not here:
        away = tuple(room.id for room in suiting)
        return Cause("R2", away, f"Only {some(away)} on sites that {person.id} avoids suits {name}{asked}.")
    ids = tuple(room.id for room in here)
    return Cause("R2", ids, f"Of the rooms only {some(ids)} suits {name} with {person.id} in it{asked}.")


def _tell_staffed(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    level = next(each for each in problem.levels if each.level == person.level)
    offered = wish.offered(problem)
    skills = sorted({each.skill for each in offered})
    skilled = tuple(each.id for each in problem.staff if each.skills & set(skills))
    guards = tuple(each.id for each in problem.staff if GUARD in each.skills)
    asked = level.guards + max([level.staff, *(each.staff for each in offered)])
    if not skilled:
        return Cause("R5", tuple(skills), f"No staff member has the skill {' or '.join(skills)}.")
    if len(guards) < level.guards:
        text = f"The level of {person.id} asks for {level.guards} guards, and there are {len(guards)}."
        return Cause("R5", (person.id, *guards), text)
    if len(problem.staff) < asked:
        text = f"A session with {person.id} asks for {asked} staff, and there are {len(problem.staff)}."
        return Cause("R5", (person.id,), text)
    text = f"Too few staff are there at once: {some(skilled)} can hold {_one_of(wish)}"
    text += f", and {level.guards} guards must be there too." if level.guards else "."
    return Cause("R4", skilled, text)


def _tell_available(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    return Cause("R6", (person.id,), f"{person.id} is available {times(person.available)}.")


def _tell_uncommitted(problem: Problem, wish: Wish) -> Cause:
    mine = [each for each in problem.commitments if wish.citizen in each.citizens]
    ids = tuple(each.id for each in mine)
    held = times([Interval(each.start, each.end) for each in mine])
    return Cause("R6", (wish.citizen, *ids), f"{wish.citizen} is in commitments {some(ids)} ({held}).")


def _tell_hours(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    text = f"{person.id} may have {person.max_minutes / 60:g} h a week"
    counted = [each for each in problem.commitments if each.counts and person.id in each.citizens]
    spent = sum(each.end - each.start for each in counted)
    text += f" and {person.max_daily_minutes / 60:g} h a day"
    text += f", of which commitments take {spent / 60:g} h." if spent else "."
    return Cause("R7", (person.id, *(each.id for each in counted)), text)


def _tell_hours_a_day(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    return Cause("R7", (person.id,), f"{person.id} may have {person.max_daily_minutes / 60:g} h a day.")


def _tell_enrolled(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    mine = [each for each in person.activities if each.activity in wish.activities and each.max_sessions]
    if not mine:
        return Cause("R8", (person.id, *wish.activities), f"{person.id} is not enrolled in {_one_of(wish)}.")
    most = some(f"{each.max_sessions} of {each.activity}" for each in mine)
    return Cause("R8", (person.id, *(e.activity for e in mine)), f"{person.id} may attend {most} a week.")


def _tell_often(problem: Problem, wish: Wish) -> Cause:
    most = some(f"{each.max_per_day} of {each.id}" for each in wish.offered(problem))
    return Cause("R8", wish.activities, f"Nobody attends more than {most} a day.")


def _tell_any_group(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    level = next(each for each in problem.levels if each.level == person.level)
    said = []
    for each in wish.offered(problem):
        fellows = sum(
            any(e.activity == each.id and e.max_sessions > 0 for e in citizen.activities)
            for citizen in problem.citizens
        )
        most = min(each.max_group, level.max_group)
        said.append(f"{each.id} takes {each.min_group} to {most} with {person.id}, {fellows} are enrolled")
    return Cause("R9", (person.id, *wish.activities), f"{'; '.join(said[:TOLD])}.")


def _tell_anywhere(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    sites = tuple(sorted(person.avoid_sites))
    return Cause("R13", (person.id, *sites), f"{person.id} avoids {some(sites)}.")


def _tell_unseparated(problem: Problem, wish: Wish) -> Cause:
    held = (*(each.id for each in problem.locked), *(each.id for each in problem.commitments))
    text = f"{wish.citizen} must not meet people in locked sessions or commitments: {some(held)}."
    return Cause("R11", (*held, wish.citizen), text)


def _tell_unlocked(problem: Problem, wish: Wish) -> Cause:
    held = tuple(each.id for each in problem.locked)
    text = f"Locked sessions take the time, the rooms or the staff that {wish.citizen} needs: {some(held)}."
    return Cause("R14", held, text)


SKILLS_AND_STAFF = Lift(_staffed, _tell_staffed)
ROOMS = Lift(_roomy, _tell_roomy)
AVAILABLE = Lift(_available, _tell_available)
HOURS_A_DAY = Lift(_hours_a_day, _tell_hours_a_day)
ENROLLED = Lift(_enrolled, _tell_enrolled)
A_DAY = Lift(_often, _tell_often)
ONCE_MORE_A_DAY = Lift(_once_more, _tell_often)
OPEN_HOURS = Lift(_opened, _tell_opened)
AVOIDED = Lift(_anywhere, _tell_anywhere)
#: Everything that can keep somebody from a session alone in the world, what is most often at fault first.
LIFTS: tuple[Lift, ...] = (
    SKILLS_AND_STAFF,
    ROOMS,
    ENROLLED,
    AVAILABLE,
    A_DAY,
    Lift(_any_group, _tell_any_group),
    Lift(_hours, _tell_hours),
    AVOIDED,
    OPEN_HOURS,
    Lift(_uncommitted, _tell_uncommitted),
    Lift(_unseparated, _tell_unseparated),
    Lift(_unlocked, _tell_unlocked),
)
