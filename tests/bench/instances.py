"""Weeks made by formula, of any size: what the benchmarks measure on and what tests need that never ends."""

from __future__ import annotations

from random import Random

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

LEVELS = (
    Level(1, 6, 1, 0),
    Level(2, 4, 1, 0, frozenset({"alarm"})),
    Level(3, 2, 2, 0, frozenset({"alarm", "two_exits"})),
    Level(4, 1, 2, 1, frozenset({"alarm", "two_exits"}), alone_on_site=True),
)
TEACHING = ("job_club", "anger", "workshop", "danish")
SKILLS = (*TEACHING, "mentor", "interview")


def realistic(people: int = 70, seed: int = 1) -> Problem:
    """A week shaped by the city's memo: tight staff, four levels, eight groups for every 70 people.

    Sites, staff, groups and money grow with the number of people. The best plan is unknown.
    """
    random = Random(seed)
    scale = max(1, people // 70)
    sites = [f"p{s}" for s in range(3 * scale)]
    groups = tuple(f"g{g}" for g in range(8 * scale))
    citizens, commitments = [], []
    for c in range(people):
        citizen = _citizen(random, c, groups, scale)
        if random.random() < 0.32:
            commitments += [
                Commitment(f"k{c}d{day}", (citizen.id,), None, _at(day, 9), _at(day, 14), counts=True)
                for day in sorted(random.sample(range(5), 2))
            ]
        citizens.append(citizen)
    return Problem(
        "2026-W48",
        30,
        _weekdays(8, 16),
        tuple(Site(site) for site in sites),
        tuple(room for site in sites for room in _rooms(random, site)),
        tuple(_staff(random, m) for m in range(12 * scale)),
        LEVELS,
        _activities(sites),
        tuple(citizens),
        tuple(Travel(a, b, random.choice((30, 30, 60))) for k, a in enumerate(sites) for b in sites[:k]),
        groups,
        _separations(random, groups, scale),
        tuple(commitments),
        "interview",
        288_000 * scale,
    )


def _at(day: int, hour: int) -> int:
    return day * DAY_MINUTES + hour * 60


def _weekdays(first: int, last: int) -> tuple[Interval, ...]:
    return tuple(Interval(_at(day, first), _at(day, last)) for day in range(5))


def _rooms(random: Random, site: str) -> list[Room]:
    """Four rooms: a large one, and others of which two have all that the hardest level asks for."""
    return [
        Room(
            f"{site}r{r}",
            site,
            random.choice((4, 6, 8)) if r else 10,
            frozenset(feature for feature, least in (("alarm", 3), ("two_exits", 2)) if r < least),
        )
        for r in range(4)
    ]


def _activities(sites: list[str]) -> tuple[Activity, ...]:
    large = frozenset(f"{site}r0" for site in sites)
    lengths = {"job_club": (60, 120), "anger": (90, 120), "workshop": (120, 180), "danish": (60, 90)}
    return (
        *(
            Activity(
                name,
                True,
                lengths[name],
                1,
                6,
                1,
                name,
                rooms=large if name == "workshop" else None,
                cost_per_session=700,
                cost_per_citizen=120,
            )
            for name in TEACHING
        ),
        Activity("mentor", True, (60,), 1, 1, 1, "mentor", cost_per_session=400),
        Activity("interview", False, (30,), 1, 1, 1, "interview"),
    )


def _staff(random: Random, m: int) -> StaffMember:
    skills = frozenset(random.sample(SKILLS, random.choice((2, 3, 3, 4))))
    days = tuple(day for day in _weekdays(8, 16) if random.random() < 0.92)
    return StaffMember(
        f"m{m}", skills | {"guard"} if m % 3 == 0 else skills, days, random.choice((20, 25, 30)) * 60
    )


def _citizen(random: Random, c: int, groups: tuple[str, ...], scale: int) -> Citizen:
    enrolments = [
        Enrolment(name, random.choice((0, 0, 1)), random.choice((2, 3, 4)))
        for name in random.sample((*TEACHING, "mentor"), random.choice((3, 4)))
    ]
    available = tuple(
        Interval(_at(day, random.choice((8, 8, 9, 10))), _at(day, random.choice((13, 14, 15, 16))))
        for day in range(5)
        if random.random() < 0.9
    )
    return Citizen(
        f"c{c}",
        random.choices((1, 2, 3, 4), (55, 25, 14, 6))[0],
        tuple(random.sample(groups, 1)) if random.random() < 0.85 else (),
        available,
        random.choice((8, 12, 15, 15, 20, 20, 25, 30, 37)) * 60,
        6 * 60,
        (*enrolments, Enrolment("interview", 0, 1)),
        frozenset({f"m{random.randrange(12 * scale)}"}) if random.random() < 0.1 else frozenset(),
    )


def _separations(random: Random, groups: tuple[str, ...], scale: int) -> tuple[Separation, ...]:
    """Each pair of groups with the same chance, so that a group has about two rivals whatever the size."""
    return tuple(
        Separation((one, other), random.choice(("site", "site", "session")), random.choice((0, 30, 60)))
        for k, one in enumerate(groups)
        for other in groups[:k]
        if random.random() < 0.3 / scale
    )
