"""Causes in words: what of the problem stands in the way of a wish, with its rule and the ids concerned.

A function for each that ``lifting`` can leave out, by the same name. Ids and times, never a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from solver.check import span
from solver.explain.crew import GUARD
from solver.explain.wish import Wish
from solver.problem import Interval, Problem

#: Times and ids told of each kind; the rest is counted.
TOLD = 5


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause in words: its rule, the ids concerned, and a sentence."""

    rule: str
    ids: tuple[str, ...]
    text: str


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
    return some(span(each.start, each.end) for each in sorted(intervals))


def _one_of(wish: Wish) -> str:
    return some(wish.activities) if wish.activities else "anything that counts"


def opened(problem: Problem, wish: Wish) -> Cause:
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


def roomy(problem: Problem, wish: Wish) -> Cause:
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


def staffed(problem: Problem, wish: Wish) -> Cause:
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


def available(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    return Cause("R6", (person.id,), f"{person.id} is available {times(person.available)}.")


def uncommitted(problem: Problem, wish: Wish) -> Cause:
    mine = [each for each in problem.commitments if wish.citizen in each.citizens]
    ids = tuple(each.id for each in mine)
    held = times([Interval(each.start, each.end) for each in mine])
    return Cause("R6", (wish.citizen, *ids), f"{wish.citizen} is in commitments {some(ids)} ({held}).")


def hours(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    text = f"{person.id} may have {person.max_minutes / 60:g} h a week"
    counted = [each for each in problem.commitments if each.counts and person.id in each.citizens]
    spent = sum(each.end - each.start for each in counted)
    text += f" and {person.max_daily_minutes / 60:g} h a day"
    text += f", of which commitments take {spent / 60:g} h." if spent else "."
    return Cause("R7", (person.id, *(each.id for each in counted)), text)


def hours_a_day(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    return Cause("R7", (person.id,), f"{person.id} may have {person.max_daily_minutes / 60:g} h a day.")


def enrolled(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    mine = [each for each in person.activities if each.activity in wish.activities and each.max_sessions]
    if not mine:
        return Cause("R8", (person.id, *wish.activities), f"{person.id} is not enrolled in {_one_of(wish)}.")
    most = some(f"{each.max_sessions} of {each.activity}" for each in mine)
    return Cause("R8", (person.id, *(e.activity for e in mine)), f"{person.id} may attend {most} a week.")


def often(problem: Problem, wish: Wish) -> Cause:
    most = some(f"{each.max_per_day} of {each.id}" for each in wish.offered(problem))
    return Cause("R8", wish.activities, f"Nobody attends more than {most} a day.")


def any_group(problem: Problem, wish: Wish) -> Cause:
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


def anywhere(problem: Problem, wish: Wish) -> Cause:
    person = wish.person(problem)
    sites = tuple(sorted(person.avoid_sites))
    return Cause("R13", (person.id, *sites), f"{person.id} avoids {some(sites)}.")


def unseparated(problem: Problem, wish: Wish) -> Cause:
    held = (*(each.id for each in problem.locked), *(each.id for each in problem.commitments))
    text = f"{wish.citizen} must not meet people in locked sessions or commitments: {some(held)}."
    return Cause("R11", (*held, wish.citizen), text)


def unlocked(problem: Problem, wish: Wish) -> Cause:
    held = tuple(each.id for each in problem.locked)
    text = f"Locked sessions take the time, the rooms or the staff that {wish.citizen} needs: {some(held)}."
    return Cause("R14", held, text)
