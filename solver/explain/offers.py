"""What could be offered to win hours: each offer is the week's problem with one thing in it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from solver.check import clock
from solver.explain.crew import GUARD
from solver.explain.lifting import unused
from solver.plan import GoalName
from solver.problem import (
    DAY_MINUTES,
    Activity,
    Citizen,
    Interval,
    Level,
    Problem,
    Room,
    Separation,
    StaffMember,
)

Kind = Literal["staff", "room", "opening", "gap", "separation", "level"]
#: How much longer a day is open in an offer, in minutes.
LONGER = 60
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Offer:
    """``ids`` are what it concerns: skill, site, sides of a separation, citizen. ``day`` is 0 for Monday.

    ``text`` says what is offered: ``one more staff member with the skill teach on Tuesday``.
    """

    kind: Kind
    ids: tuple[str, ...]
    day: int | None
    text: str
    problem: Problem


def offers(problem: Problem, apart: Sequence[tuple[str, str]] | None = None) -> list[Offer]:
    """Everything that is worth asking about, for a problem whose goals end with the hours.

    With ``apart``, only that those pairs of sides are no longer kept apart.
    """
    if apart is not None:
        asked = {frozenset(each) for each in apart}
        return [each for each in _separations(problem) if frozenset(each.ids) in asked]
    found: list[Offer] = []
    for kind in (_staff, _rooms, _opening, _gaps, _separations, _levels):
        found += kind(problem)
    return found


def for_hours(problem: Problem) -> Problem:
    """The same week with no goal after the hours: nothing else is weighed against them."""
    goals: list[GoalName] = []
    for goal in problem.goals:
        goals.append(goal)
        if goal == "hours":
            break
    else:
        goals.append("hours")
    return replace(problem, goals=tuple(goals))


def hours_of(problem: Problem, site: str) -> tuple[Interval, ...]:
    """When a site is open."""
    own = next(each.open_hours for each in problem.sites if each.id == site)
    return problem.open_hours if own is None else own


def _days(intervals: Sequence[Interval]) -> dict[int, Interval]:
    """By day: from the first to the last minute of it."""
    found: dict[int, Interval] = {}
    for day, some in groupby(sorted(intervals), key=lambda each: each.start // DAY_MINUTES):
        row = list(some)
        found[day] = Interval(row[0].start, max(each.end for each in row))
    return found


def _staff(problem: Problem) -> Iterator[Offer]:
    """One more staff member with a skill on a day, for the whole of the opening hours."""
    open_days = _days([each for site in problem.sites for each in hours_of(problem, site.id)])
    skills = dict.fromkeys(each.skill for each in problem.activities if each.counts)
    if any(level.guards for level in problem.levels):
        skills[GUARD] = None
    name = unused("one-more", (each.id for each in problem.staff))
    for skill in skills:
        for day, held in open_days.items():
            member = StaffMember(name, frozenset((skill,)), (held,), held.end - held.start)
            text = f"one more staff member with the skill {skill} on {DAYS[day]}"
            yield Offer("staff", (skill,), day, text, replace(problem, staff=(*problem.staff, member)))


def _rooms(problem: Problem) -> Iterator[Offer]:
    """One more room on a site with the features that a level asks for, as large as the largest there."""
    kinds = dict.fromkeys(level.room_features for level in problem.levels)
    name = unused("one-more", (each.id for each in problem.rooms))
    for site in problem.sites:
        here = [room for room in problem.rooms if room.site == site.id]
        capacity = max([room.capacity for room in here or problem.rooms], default=1)
        for features in kinds:
            room = Room(name, site.id, capacity, features)
            activities = tuple(_also_in(each, room, here) for each in problem.activities)
            having = f" with {', '.join(sorted(features))}" if features else ""
            yield Offer(
                "room",
                (site.id, *sorted(features)),
                None,
                f"one more room{having} on site {site.id}",
                replace(problem, rooms=(*problem.rooms, room), activities=activities),
            )


def _also_in(activity: Activity, room: Room, here: Sequence[Room]) -> Activity:
    """Activities with a list of rooms may use the new one where they use one on its site."""
    if activity.rooms is None or not any(each.id in activity.rooms for each in here):
        return activity
    return replace(activity, rooms=activity.rooms | {room.id})


def _opening(problem: Problem) -> Iterator[Offer]:
    """An hour more on a day, earlier or later: of the whole unit, then of each site where it has several."""
    places: list[str | None] = [None]
    places += [site.id for site in problem.sites] if len(problem.sites) > 1 else []
    for place in places:
        hours = problem.open_hours if place is None else hours_of(problem, place)
        for day, held in _days(hours).items():
            midnight = day * DAY_MINUTES
            earlier = Interval(max(midnight, held.start - LONGER), held.start)
            later = Interval(held.end, min(midnight + DAY_MINUTES, held.end + LONGER))
            for more, what in ((earlier, "from"), (later, "until")):
                if more.start == more.end:
                    continue
                at = clock(more.start if what == "from" else more.end - 1)
                moment = at.split()[1] if what == "from" else _moment(more.end - midnight)
                where = "all sites" if place is None else f"site {place}"
                text = f"{where} open {what} {moment} on {DAYS[day]}"
                ids = () if place is None else (place,)
                yield Offer("opening", ids, day, text, _opened(problem, place, more))


def _moment(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _opened(problem: Problem, place: str | None, more: Interval) -> Problem:
    """The unit's hours lengthen those of every site, its own or not."""
    sites = tuple(
        replace(site, open_hours=(*hours_of(problem, site.id), more))
        if site.id == place or (place is None and site.open_hours is not None)
        else site
        for site in problem.sites
    )
    hours = (*problem.open_hours, more) if place is None else problem.open_hours
    return replace(problem, open_hours=hours, sites=sites)


def _with_separation(problem: Problem, number: int, other: Separation) -> Problem:
    row = list(problem.separations)
    row[number] = other
    return replace(problem, separations=tuple(row))


def _gaps(problem: Problem) -> Iterator[Offer]:
    """A separation's gap halved, and none."""
    for number, separation in enumerate(problem.separations):
        if separation.scope != "site" or not separation.gap_minutes:
            continue
        half = separation.gap_minutes // 2 // problem.slot_minutes * problem.slot_minutes
        for gap in sorted({half, 0}, reverse=True):
            one, other = separation.between
            text = f"a gap of {gap} instead of {separation.gap_minutes} minutes between {one} and {other}"
            changed = _with_separation(problem, number, replace(separation, gap_minutes=gap))
            yield Offer("gap", separation.between, None, text, changed)


def _separations(problem: Problem) -> Iterator[Offer]:
    """Two sides no longer kept apart: all that separates them gone."""
    pairs = {frozenset(each.between): each.between for each in reversed(problem.separations)}
    for sides, between in reversed(pairs.items()):
        one, other = between
        text = f"{one} and {other} no longer kept apart"
        if one == other:
            text = f"the members of {one} no longer kept apart"
        left = tuple(each for each in problem.separations if frozenset(each.between) != sides)
        yield Offer("separation", between, None, text, replace(problem, separations=left))


def _levels(problem: Problem) -> Iterator[Offer]:
    """One person's level renewed as the next one below, where that asks for nothing more."""
    below: dict[int, Level] = {}
    ordered = sorted(problem.levels, key=lambda level: level.level)
    for lower, level in pairwise(ordered):
        if (
            lower.max_group >= level.max_group
            and lower.staff <= level.staff
            and lower.guards <= level.guards
            and lower.room_features <= level.room_features
            and lower.alone_on_site <= level.alone_on_site
        ):
            below[level.level] = lower
    for citizen in problem.citizens:
        lower_one = below.get(citizen.level)
        if lower_one is not None:
            text = f"{citizen.id} at level {lower_one.level} instead of {citizen.level}"
            changed = replace(problem, citizens=tuple(_at_level(problem, citizen, lower_one)))
            yield Offer("level", (citizen.id,), None, text, changed)


def _at_level(problem: Problem, citizen: Citizen, level: Level) -> Iterator[Citizen]:
    for each in problem.citizens:
        yield replace(each, level=level.level) if each is citizen else each
