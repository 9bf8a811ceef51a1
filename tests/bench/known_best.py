"""Weeks whose best is known: the week is planned first, each cap is then set to what it gave.

A unit is drawn by chance from a seed: people with levels, groups, rivals, lists of activities and times of
their own; sites, rooms and scarce staff in proportion. Its week is then filled from Monday morning on, each
session with as many people as go together (``tests.bench.sheet``), until nobody on the staff has time left or
everybody has what was meant for them. Afterwards each citizen's ``max_hours`` is what they got. No week can
give more than the sum of these caps, and the hidden one gives just that, with no duty missing: the best is
known.

What else a real unit would set down is not tighter than it would be: somebody is enrolled for what they
attended and sometimes one session more, the least number of sessions is none or one, a staff member's hours
are rounded up to whole ones and the budget to thousands. Whoever got nothing is on a placement at a workplace
that fills their cap.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from random import Random

from solver.frame import bits
from solver.plan import Session
from solver.problem import (
    DAY_MINUTES,
    Activity,
    Citizen,
    Commitment,
    Enrolment,
    Interval,
    Level,
    Problem,
    Room,
    Separation,
    Site,
    StaffMember,
    Travel,
)
from tests.bench.sheet import Sheet, Spot

HOUR = 60
LEVELS = (
    Level(1, 6, 1, 0),
    Level(2, 4, 1, 0, frozenset({"alarm"})),
    Level(3, 2, 2, 0, frozenset({"alarm", "two_exits"})),
    Level(4, 1, 2, 1, frozenset({"alarm", "two_exits"}), alone_on_site=True),
)
GROUP_ACTIVITIES = ("job_club", "anger", "workshop", "danish")
SKILLS = (*GROUP_ACTIVITIES, "mentor")
#: People for whom a unit has three sites, twelve of staff and eight groups.
UNIT = 70
#: The most sessions of one activity that a plan may give somebody before the caps are set.
MOST = 6


@dataclass(frozen=True, slots=True)
class Known:
    """A problem, and a plan of it that gives everybody their cap."""

    problem: Problem
    hidden: tuple[Session, ...]
    hours: float


def known_best(people: int, seed: int) -> Known:
    """The same for the same arguments, on every machine."""
    random = Random(f"known best {people} {seed}")
    unit = _unit(random, people)
    sheet = Sheet(unit)
    _fill(random, sheet)
    return _capped(random, unit, tuple(sheet.sessions))


def _unit(random: Random, people: int) -> Problem:
    scale = max(1, round(people / UNIT))
    sites = tuple(f"p{s}" for s in range(3 * scale))
    groups = tuple(f"g{g}" for g in range(8 * scale))
    return Problem(
        week="2026-W48",
        slot_minutes=30,
        open_hours=_weekdays(8, 16),
        sites=tuple(Site(site) for site in sites),
        rooms=tuple(room for site in sites for room in _rooms(site)),
        staff=tuple(_staff(random, m) for m in range(12 * scale)),
        levels=LEVELS,
        activities=_activities(),
        citizens=tuple(_citizen(random, c, groups) for c in range(people)),
        travel=tuple(
            Travel(a, b, random.choice((30, 30, 60))) for k, a in enumerate(sites) for b in sites[:k]
        ),
        groups=groups,
        separations=tuple(
            Separation((a, b), random.choice(("site", "site", "session")), random.choice((0, 30, 60)))
            for k, a in enumerate(groups)
            for b in groups[:k]
            if random.random() < 0.3 / scale
        ),
        idle_interview=None,
    )


def _weekdays(first: int, last: int) -> tuple[Interval, ...]:
    return tuple(
        Interval(day * DAY_MINUTES + first * HOUR, day * DAY_MINUTES + last * HOUR) for day in range(5)
    )


def _rooms(site: str) -> list[Room]:
    seats = (10, 6, 6, 4)
    features = (("alarm", "two_exits"), ("alarm", "two_exits"), ("alarm",), ())
    return [Room(f"{site}r{r}", site, seats[r], frozenset(features[r])) for r in range(4)]


def _activities() -> tuple[Activity, ...]:
    lengths = {"job_club": (60, 120), "anger": (90, 120), "workshop": (120, 180), "danish": (60, 90)}
    return (
        *(
            Activity(name, True, lengths[name], 1, 6, 1, name, cost_per_session=700, cost_per_citizen=120)
            for name in GROUP_ACTIVITIES
        ),
        Activity("mentor", True, (60,), 1, 1, 1, "mentor", cost_per_session=400),
    )


def _staff(random: Random, m: int) -> StaffMember:
    """Two or three skills each, so that every skill is there twice in twelve at the least."""
    skills = frozenset((SKILLS[m % len(SKILLS)], *random.sample(SKILLS, random.choice((1, 1, 2)))))
    days = tuple(day for day in _weekdays(8, 16) if random.random() < 0.92)
    hours = random.choice((20, 25, 30))
    return StaffMember(f"m{m}", skills | {"guard"} if m % 3 == 0 else skills, days, hours * HOUR)


def _citizen(random: Random, c: int, groups: tuple[str, ...]) -> Citizen:
    enrolments = tuple(Enrolment(name, 0, MOST) for name in random.sample(SKILLS, random.choice((3, 4))))
    available = tuple(
        Interval(
            day * DAY_MINUTES + random.choice((8, 8, 9, 10)) * HOUR,
            day * DAY_MINUTES + random.choice((13, 14, 15, 16)) * HOUR,
        )
        for day in range(5)
        if random.random() < 0.9
    )
    return Citizen(
        f"c{c}",
        random.choices((1, 2, 3, 4), (55, 25, 14, 6))[0],
        (random.choice(groups),) if random.random() < 0.85 else (),
        available,
        random.choice((8, 12, 15, 15, 20, 20, 25, 30)) * HOUR,
        6 * HOUR,
        enrolments,
    )


def _fill(random: Random, sheet: Sheet) -> None:
    """From the first slot to the last, sites in an order by chance; who has most to come goes first."""
    moments: dict[tuple[int, int], list[Spot]] = {}
    for spot in sheet.spots():
        moments.setdefault((spot.start, spot.site), []).append(spot)
    starts = sorted({start for start, _ in moments})
    for start in starts:
        sites = [site for at, site in moments if at == start]
        random.shuffle(sites)
        for site in sites:
            spots = moments[start, site]
            random.shuffle(spots)
            for spot in spots:
                could = bits(sheet.could(spot))
                if could:
                    luck = {i: random.random() for i in could}
                    could.sort(key=lambda i: (-sheet.week_left[i] * (0.5 + luck[i]), i))
                    choice = sheet.choose(spot, could)
                    if choice is not None:
                        sheet.hold(choice)


def _capped(random: Random, unit: Problem, hidden: tuple[Session, ...]) -> Known:
    minutes: Counter[str] = Counter()
    worked: Counter[str] = Counter()
    attended: Counter[tuple[str, str]] = Counter()
    cost = 0
    activities = {activity.id: activity for activity in unit.activities}
    for session in hidden:
        length, activity = session.end - session.start, activities[session.activity]
        worked.update(dict.fromkeys(session.staff, length))
        minutes.update(dict.fromkeys(session.citizens, length))
        attended.update((citizen, activity.id) for citizen in session.citizens)
        cost += activity.cost_per_session + activity.cost_per_citizen * len(session.citizens)
    citizens, placements = [], []
    for citizen in unit.citizens:
        enrolments = []
        for enrolment in citizen.activities:
            got = attended[citizen.id, enrolment.activity]
            least = min(got, random.choice((0, 0, 1)))
            enrolments.append(Enrolment(enrolment.activity, least, max(1, got + random.choice((0, 0, 1)))))
        cap = minutes[citizen.id]
        if not cap:
            day = random.randrange(5) * DAY_MINUTES
            placements.append(
                Commitment(
                    f"k-{citizen.id}", (citizen.id,), None, day + 9 * HOUR, day + 14 * HOUR, counts=True
                )
            )
            cap = 5 * HOUR
        citizens.append(replace(citizen, max_minutes=cap, activities=tuple(enrolments)))
    problem = replace(
        unit,
        citizens=tuple(citizens),
        staff=tuple(
            replace(member, max_minutes=-(-worked[member.id] // HOUR) * HOUR) for member in unit.staff
        ),
        commitments=tuple(placements),
        budget=-(-cost // 1000) * 1000,
    )
    return Known(problem, hidden, sum(minutes.values()) / HOUR)
