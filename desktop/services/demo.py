"""The demo unit: 70 invented people, laid around a given day, as a unit file.

``demo_unit_text(seed, today)`` is deterministic: the same seed and week give the same text. It loads
through the same import as a user's own file. What is fixed stands in ``demo_tables``; drawn by the seed are
the people, so that their sum is shaped by the city's memo:

- 14 in community work (20 %) and 9 in internship or wage subsidy (12 %), rivals never at one workplace;
- threat levels 1 to 4 for about 55, 25, 14 and 6 % of them; four assessments have run out, two people have
  none, one of whom has just joined and has no weekly hours decided either;
- eight conflict groups; three people have no group on record, two belong to two groups;
- each citizen's own weekly hours, 8 to 37, most of them 15 to 25, dated, with a day of review;
- a few absences: illness, a holiday, a day in court, a detention;
- duties that can be met, but for the interviews of those who are away all week or have no hours decided.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from random import Random

from desktop.domain.time import IsoWeek
from desktop.services import demo_tables as tables
from desktop.services.demo_names import FIRST_NAMES, LAST_NAMES
from desktop.services.demo_tables import Row, blocks, group_id, span
from desktop.services.files.unit_format import FORMAT

PEOPLE = 70
_COMMUNITY, _COMPANY = 14, 9
_LEVELS = {4: 4, 3: 10, 2: 17, 1: 39}
_WEEKLY_HOURS = (8, 10, 12, 15, 15, 18, 18, 20, 20, 20, 22, 22, 25, 25, 25, 28, 30, 37)


@dataclass(slots=True)
class _Person:
    """What has been drawn for one citizen so far. ``placed`` is ``"community"``, ``"company"`` or empty."""

    number: int
    level: int
    groups: list[str]
    weekly: float
    placed: str = ""
    site: str = ""
    assessed: bool = True
    run_out: bool = False
    newcomer: bool = False
    apart_from: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        return f"citizen-{self.number:02d}"

    @property
    def alone(self) -> bool:
        """Whether the level to act on is the highest, at which nobody joins a group."""
        return not self.assessed or self.level + self.run_out >= max(_LEVELS)

    def rival_of(self, other: _Person) -> bool:
        return other.id in self.apart_from or any(
            {one, two} == {side_a, side_b}
            for one in self.groups
            for two in other.groups
            for side_a, side_b, *_ in tables.RIVALRIES
        )


def demo_unit_text(seed: int, today: date) -> str:
    """The demo unit as a unit file, laid around the week that holds ``today``."""
    monday = IsoWeek.containing(today).monday
    draw = Random(seed)
    people = _people(draw)
    separations = [*_rivalries(monday), *_feuds(draw, monday, people)]
    _place(draw, people)
    names = draw.sample([f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES], PEOPLE)
    cases = draw.sample(range(1000, 9999), PEOPLE)
    citizens = [
        _citizen(draw, monday, person, name, f"DEMO-{case}")
        for person, name, case in zip(people, names, cases, strict=True)
    ]
    _add_absences(monday, people, citizens)
    file: Row = {
        "format": FORMAT,
        "settings": tables.settings(),
        "limits": tables.limits(monday),
        "closed_days": tables.closed_days(monday),
        "levels": tables.levels(monday),
        "sites": tables.sites(),
        "travel": tables.travel(),
        "rooms": tables.rooms(monday),
        "suppliers": tables.suppliers(),
        "staff": tables.staff(monday),
        "offers": tables.offers(monday),
        "activities": tables.activities(),
        "groups": tables.groups(),
        "citizens": citizens,
        "separations": separations,
    }
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def _people(draw: Random) -> list[_Person]:
    levels = [level for level, count in _LEVELS.items() for _ in range(count)]
    groups = [name for name, members in tables.GROUPS for _ in range(members)]
    draw.shuffle(levels)
    draw.shuffle(groups)
    memberships = [[name] for name in groups] + [[] for _ in range(PEOPLE - len(groups))]
    people = [
        _Person(number, level, own, draw.choice(_WEEKLY_HOURS))
        for number, (level, own) in enumerate(zip(levels, memberships, strict=True), start=1)
    ]
    draw.shuffle(people)
    for number, person in enumerate(people, start=1):
        person.number = number
        if person.level == 4:
            person.weekly = min(person.weekly, 15)
    for person, second in zip(
        _drawn(draw, [person for person in people if person.groups], 2, levels=(1, 2)),
        ("Hvidoxgruppen", "Gråmoxgruppen"),
        strict=True,
    ):
        if second not in person.groups:
            person.groups.append(second)
    low = _drawn(draw, people, 5, levels=(1, 2))
    for person in low[:3]:
        person.run_out = True
    low[3].assessed = False
    low[4].assessed, low[4].newcomer = False, True
    _drawn(draw, people, 1, levels=(3,))[0].run_out = True
    return people


def _drawn(draw: Random, people: Sequence[_Person], count: int, levels: tuple[int, ...]) -> list[_Person]:
    return draw.sample([person for person in people if person.level in levels], count)


def _rivalries(monday: date) -> list[Row]:
    return [
        {
            "between": [group_id(side_a), group_id(side_b)],
            "scope": scope,
            "gap_minutes": gap,
            "reason": "Konflikt mellem grupperne" if side_a != side_b else "Intern strid",
            **span(monday + timedelta(days=first), None if last is None else monday + timedelta(days=last)),
            "source": "Trusselsvurdering (demo)",
        }
        for side_a, side_b, scope, gap, first, last in tables.RIVALRIES
    ]


def _feuds(draw: Random, monday: date, people: Sequence[_Person]) -> list[Row]:
    """Three separations between two persons each, who are in no group that is kept apart anyway."""
    found: list[Row] = []
    while len(found) < 3:
        one, other = _drawn(draw, people, 2, levels=(1, 2, 3))
        if one.rival_of(other) or set(one.groups) & set(other.groups):
            continue
        one.apart_from.add(other.id)
        other.apart_from.add(one.id)
        site = len(found) == 0
        found.append(
            {
                "between": [one.id, other.id],
                "scope": "site" if site else "session",
                "gap_minutes": 30 if site else 0,
                "reason": "Personligt opgør",
                **span(monday - timedelta(days=20), monday + timedelta(days=70)),
                "source": "Enhedens egen vurdering (demo)",
            }
        )
    return found


def _place(draw: Random, people: Sequence[_Person]) -> None:
    """Gives placements to people of the levels 1 and 2, no two rivals at one workplace."""
    open_to = [person for person in people if person.level <= 2 and person.assessed and person.groups]
    draw.shuffle(open_to)
    kinds = ["community"] * _COMMUNITY + ["company"] * _COMPANY
    at_site: dict[str, list[_Person]] = {}
    for person in open_to:
        if not kinds:
            break
        known = tables.COMMUNITY_SITES if kinds[0] == "community" else tables.COMPANY_SITES
        free = [
            site
            for site in draw.sample(known, len(known))
            if not any(person.rival_of(other) for other in at_site.get(site, ()))
        ]
        if free:
            person.placed, person.site = kinds.pop(0), min(free, key=lambda site: len(at_site.get(site, ())))
            at_site.setdefault(person.site, []).append(person)


def _citizen(draw: Random, monday: date, person: _Person, name: str, case_number: str) -> Row:
    joined = monday + timedelta(days=2) if person.newcomer else monday - timedelta(days=draw.randint(30, 500))
    start = draw.choice((8, 9, 9, 10))
    end = draw.choice((14.5, 15, 15, 15.5))
    days: range | tuple[int, ...] = draw.choice((range(5), range(5), range(5), (0, 1, 2, 3), (0, 1, 3, 4)))
    since = joined if joined < monday - timedelta(days=40) else monday - timedelta(days=14)
    if person.newcomer:
        since = joined
    row: Row = {
        "id": person.id,
        "name": name,
        "case_number": case_number,
        **span(joined),
        "caps": [],
        "assessments": _assessments(draw, monday, person),
        "availability": blocks(days, start, end),
        "groups": [
            {"group": group_id(group), **span(joined), "source": "Politiet (demo)"} for group in person.groups
        ],
        "referrals": [],
        "enrolments": [],
        "placements": [],
        "absences": [],
    }
    if person.placed:
        _add_placement(draw, monday, person, row)
    if not person.newcomer:
        row["caps"] = _caps(draw, monday, joined, person.weekly)
    _enrol(draw, monday, since, person, row)
    return row


def _assessments(draw: Random, monday: date, person: _Person) -> list[Row]:
    if not person.assessed:
        return []
    made = monday - timedelta(days=draw.randint(190, 220) if person.run_out else draw.randint(5, 120))
    return [
        {
            "level": person.level,
            "assessed_by": "Sikkerhedskoordinator (demo)",
            "assessed_on": made.isoformat(),
            "valid_until": (made + timedelta(days=180)).isoformat(),
        }
    ]


def _caps(draw: Random, monday: date, joined: date, weekly: float) -> list[Row]:
    """The weekly hours as decided: an earlier, lower figure until some weeks ago, then today's."""
    changed = max(joined, monday - timedelta(days=7 * draw.randint(1, 10)))
    review = monday + timedelta(days=7 * draw.randint(1, 12) + 2)
    decided = {"daily_hours": min(7.5, max(3, ceil(weekly / 2) / 2 + 1)), "decided_by": "Enheden (demo)"}
    rows: list[Row] = [
        {**span(changed), "weekly_hours": weekly, **decided, "review_on": review.isoformat()},
    ]
    if joined < changed:
        earlier = span(joined, changed - timedelta(days=1))
        rows.insert(0, {**earlier, "weekly_hours": max(6, weekly - 5), **decided, "review_on": None})
    return rows


def _add_placement(draw: Random, monday: date, person: _Person, row: Row) -> None:
    """Fixed blocks at the workplace, and weekly hours that leave at most a few for anything else."""
    community = person.placed == "community"
    days = draw.choice((range(3), range(4), (0, 1, 3, 4))) if community else draw.choice((range(4), range(5)))
    start = draw.choice((8, 8.5, 9))
    length = draw.choice((4, 5, 6)) if community else draw.choice((5, 6, 7))
    kind = "community_work" if community else draw.choice(("internship", "internship", "wage_subsidy"))
    since = monday - timedelta(days=7 * draw.randint(1, 8))
    row["placements"] = [
        {
            "kind": kind,
            "employer": tables.SITE_NAMES[person.site],
            "site": person.site,
            "blocks": blocks(tuple(days), start, start + length),
            **span(since, monday + timedelta(days=7 * draw.randint(2, 13) + 4)),
            "offer": "community" if community else "company",
        }
    ]
    row["availability"] = blocks(tables.WORKDAYS, 8, 15.5)
    person.weekly = min(37, len(days) * length + draw.choice((0, 2, 4, 6)))


def _enrol(draw: Random, monday: date, since: date, person: _Person, row: Row) -> None:
    """Offers and activities by what the person's level and weekly hours have room for."""
    closely = not person.placed and (person.level >= 3 or draw.random() < 0.4)
    wanted: list[tuple[str, int, int]] = [("mentor", 1 if closely else 0, 2)]
    offers: list[tuple[str, date]] = []
    if person.placed:
        offers.append(("community" if person.placed == "community" else "company", since))
        if person.placed == "company":
            wanted.append(("company-mentor", 0, 1))
        elif person.weekly > 20:
            offers.append(("special-birk", since))
            wanted.append(("anger", 0, 1))
    elif person.newcomer:
        wanted = [("mentor", 0, 2)]
    elif person.alone:
        offers += [("special-kompas", since), ("special-birk", since)]
        wanted = [("mentor", 1, 3), ("job-search", 0, 3), ("teaching", 0, 2)]
    elif draw.random() < 0.15 and person.level <= 2:
        start = monday - timedelta(days=7 * draw.randint(0, 2))
        offers += [("company", start), ("special-kompas", since)]
        wanted += [("startup", 2, 4), ("company-mentor", 0, 2), ("workshop", 0, 2)]
    else:
        wanted += _special(draw, person, offers, since)
    row["referrals"] = [{"offer": offer, **span(first)} for offer, first in offers]
    started = dict(offers)
    row["enrolments"] = [
        {
            "activity": activity,
            "min_sessions": least,
            "max_sessions": most,
            **span(started["company"] if activity in ("startup", "company-mentor") else since),
        }
        for activity, least, most in wanted
    ]


def _special(
    draw: Random, person: _Person, offers: list[tuple[str, date]], since: date
) -> list[tuple[str, int, int]]:
    """The mix of a special offer: one supplier, or both where the week holds 18 hours or more."""
    first = draw.choice(("special-birk", "special-kompas"))
    both = person.weekly >= 18
    found: list[tuple[str, int, int]] = []
    if both or first == "special-birk":
        offers.append(("special-birk", since))
        found += [("job-club", 1, 3), ("teaching", 0, 3)]
        if draw.random() < 0.6:
            found.append(("anger", 1, 2))
    if both or first == "special-kompas":
        offers.append(("special-kompas", since))
        # At level 3 two exits, two staff and one companion at most: no workshop is promised then.
        found += [("workshop", 0 if person.level == 3 else 1, 4)]
        if person.level == 3 or draw.random() < 0.3:
            found.append(("job-search", 0, 2))
    return found


def _add_absences(monday: date, people: Sequence[_Person], citizens: Sequence[Row]) -> None:
    """Illness, a holiday, court and a detention, for the first people who have no placement.

    Nothing is asked of those who are away all week.
    """
    rows = [
        ("illness", 0, "00:00", 2, "00:00"),
        ("court", 2, "09:00", 2, "12:00"),
        ("holiday", 0, "00:00", 7, "00:00"),
        ("detained", -9, "14:00", 21, "00:00"),
        ("illness", 3, "00:00", 5, "00:00"),
    ]
    free = [at for at, person in enumerate(people) if not (person.placed or person.newcomer or person.alone)]
    for at, (kind, first, start, last, end) in zip(free, rows, strict=False):
        citizens[at]["absences"] = [
            {
                "kind": kind,
                "start": f"{(monday + timedelta(days=first)).isoformat()}T{start}",
                "end": f"{(monday + timedelta(days=last)).isoformat()}T{end}",
            }
        ]
        if first <= 0 and last >= 7:
            for enrolment in citizens[at]["enrolments"]:
                enrolment["min_sessions"] = 0
