"""The demo unit's fixed parts: its house rules, places, staff, offers and conflict groups.

All of it is invented. The shape follows the city's budget memo for 2021-2024 (BI9): about 70 people, three
kinds of offer, external suppliers, 15.0 million kroner a year. The suppliers' prices are such that a good
week takes most of its share of that. The conflict groups have words for names that mean nothing: no place,
no family, no gang and no club.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

from desktop.services.demo_names import LAST_NAMES
from desktop.services.files.shapes import clock_text
from desktop.services.files.unit_common import WEEKDAYS

Row = dict[str, Any]
WORKDAYS = range(5)


def blocks(days: range | tuple[int, ...], start: float, end: float) -> list[Row]:
    """The same hours on several weekdays; 8.5 is half past eight."""
    clocks = {"start": clock_text(int(start * 60)), "end": clock_text(int(end * 60))}
    return [{"day": WEEKDAYS[day]} | clocks for day in days]


def span(first: date, last: date | None = None) -> Row:
    return {"from": first.isoformat(), "until": last.isoformat() if last else None}


def settings() -> Row:
    return {
        "name": "Demoenheden",
        "slot_minutes": 30,
        "opening": blocks(range(4), 8, 16) + blocks((4,), 8, 15),
        "idle_interview": "interview",
        "holidays": "DK",
    }


def limits(monday: date) -> list[Row]:
    since = span(date(monday.year - 1, 1, 1))
    memo = "Københavns Kommune, budgetnotat BI9, Sikker By 2021-2024"
    return [
        {"key": "offers_budget_per_year", "value": 15_000_000, **since, "source": memo},
        {"key": "mentor_startup_weeks", "value": 4, **since, "source": memo},
        {
            "key": "weekly_activation_minutes",
            "value": 37 * 60,
            **since,
            "source": "Arbejdspligt på op til 37 timer om ugen (2025)",
        },
    ]


def closed_days(monday: date) -> list[Row]:
    found = []
    for year in (monday.year, monday.year + 1):
        found += [
            {**span(date(year, 6, 5), date(year, 6, 5)), "reason": "Grundlovsdag"},
            {**span(date(year, 12, 24), date(year, 12, 24)), "reason": "Juleaftensdag"},
            {**span(date(year, 12, 31), date(year, 12, 31)), "reason": "Nytårsaftensdag"},
        ]
    return found


def levels(monday: date) -> list[Row]:
    """The first set of levels that the memo proposes."""
    rows: list[tuple[int, str, int, int, int, list[str], bool]] = [
        (1, "Lav", 6, 1, 0, [], False),
        (2, "Forhøjet", 4, 1, 0, ["alarm"], False),
        (3, "Høj", 2, 2, 0, ["alarm", "two_exits"], False),
        (4, "Meget høj", 1, 2, 1, ["alarm", "two_exits"], True),
    ]
    return [
        {
            "level": level,
            "name": name,
            "max_group": most,
            "staff": staff,
            "guards": guards,
            "room_features": features,
            "alone_on_site": alone,
            "needs_approval": alone,
            **span(date(monday.year - 1, 1, 1)),
            "source": "Demoenhedens sikkerhedsinstruks",
        }
        for level, name, most, staff, guards, features, alone in rows
    ]


# id, name, kind, hours of its own (None: the unit's), east and north in minutes of travel
_SITES: list[tuple[str, str, str, list[Row] | None, int, int]] = [
    ("unit-house", "Enhedens Hus", "unit", None, 0, 0),
    ("course-house", "Kursushuset Ahornen", "supplier", blocks(WORKDAYS, 8, 15.5), 14, 8),
    ("work-hall", "Værkstedshallen Eg", "supplier", blocks(WORKDAYS, 7.5, 15.5), -10, 16),
    ("park-depot", "Parkdepotet", "workplace", None, 8, -12),
    ("cycle-depot", "Cykeldepotet", "workplace", None, -16, -6),
    ("reuse-hall", "Genbrugshallen", "workplace", None, 18, 20),
    ("book-store", "Bogmagasinet", "workplace", None, -4, -18),
    ("harbour-clean", "Havneoprydningen", "workplace", None, 22, -4),
    ("timber-yard", "Tømmergården Pil", "workplace", blocks(range(6), 7, 17), -20, 10),
    ("canteen", "Kantinen Røn", "workplace", None, 6, 14),
    ("tyre-shop", "Dækværkstedet Tjørn", "workplace", blocks(range(6), 8, 17), 16, -16),
    ("warehouse", "Lageret Lind", "workplace", blocks(range(6), 6, 18), -14, -18),
    ("bakery", "Bageriet Hyld", "workplace", blocks(range(7), 5, 15), 2, 24),
    ("gardener", "Gartneriet Bøg", "workplace", blocks(range(6), 7, 16), 28, 12),
]
COMMUNITY_SITES = tuple(row[0] for row in _SITES[3:8])
COMPANY_SITES = tuple(row[0] for row in _SITES[8:])
SITE_NAMES = {row[0]: row[1] for row in _SITES}


def sites() -> list[Row]:
    return [
        {"id": site, "name": name, "kind": kind, "address": "", "opening": opening}
        for site, name, kind, opening, _, _ in _SITES
    ]


def travel() -> list[Row]:
    """Every pair of sites: ten minutes and the way in a city of right angles, in steps of five."""
    found = []
    for one, other in combinations(_SITES, 2):
        minutes = 10 + abs(one[4] - other[4]) + abs(one[5] - other[5])
        found.append({"between": [one[0], other[0]], "minutes": round(minutes / 5) * 5})
    return found


def rooms(monday: date) -> list[Row]:
    safe = ["alarm", "two_exits"]
    rows: list[tuple[str, str, str, int, list[str]]] = [
        ("unit-1", "unit-house", "Samtale 1", 4, safe),
        ("unit-2", "unit-house", "Samtale 2", 4, ["alarm"]),
        ("unit-3", "unit-house", "Samtale 3", 3, safe),
        ("unit-4", "unit-house", "Mødelokalet", 9, ["alarm", "computers"]),
        ("unit-5", "unit-house", "Sikret lokale", 6, [*safe, "computers"]),
        ("course-1", "course-house", "Lokale A", 10, ["computers"]),
        ("course-2", "course-house", "Lokale B", 8, ["alarm", "computers"]),
        ("course-3", "course-house", "Lokale C", 6, safe),
        ("course-4", "course-house", "Lokale D", 4, safe),
        ("hall-1", "work-hall", "Træværkstedet", 8, ["alarm", "workshop"]),
        ("hall-2", "work-hall", "Metalværkstedet", 6, [*safe, "workshop"]),
        ("hall-3", "work-hall", "Undervisning", 8, ["alarm", "computers"]),
        ("hall-4", "work-hall", "Samtalerum", 4, safe),
    ]
    found: list[Row] = [
        {"id": room, "site": site, "name": name, "capacity": capacity, "features": features, "closed": []}
        for room, site, name, capacity, features in rows
    ]
    tuesday = (monday + timedelta(days=1)).isoformat()
    found[5]["closed"] = [{"start": f"{tuesday}T12:00", "end": f"{tuesday}T16:00"}]
    return found


def suppliers() -> list[Row]:
    return [
        {"id": "birk", "name": "Birkestien Kursus (demo)", "contact": ""},
        {"id": "kompas", "name": "Kompasværket (demo)", "contact": ""},
    ]


def staff(monday: date) -> list[Row]:
    rows: list[tuple[str, str | None, list[str], float, float, float]] = [
        ("Ditte", None, ["interview", "mentor"], 8, 16, 30),
        ("Holger", None, ["mentor", "interview", "anger_management"], 8, 16, 30),
        ("Signe", None, ["mentor", "job_club"], 8, 16, 30),
        ("Torben", None, ["guard", "mentor"], 8, 16, 32),
        ("Merete", None, ["guard"], 8, 16, 32),
        ("Anker", "birk", ["job_club", "teaching"], 8, 15.5, 30),
        ("Vibe", "birk", ["job_club", "anger_management"], 8, 15.5, 30),
        ("Rune", "birk", ["anger_management", "mentor"], 8.5, 15.5, 30),
        ("Karla", "birk", ["teaching", "mentor", "job_club"], 8, 15.5, 28),
        ("Jens-Ole", "kompas", ["workshop"], 7.5, 15.5, 32),
        ("Lone", "kompas", ["workshop", "teaching"], 7.5, 15.5, 32),
        ("Mikkel", "kompas", ["workshop", "company", "guard"], 7.5, 15.5, 32),
        ("Astrid", "kompas", ["company", "mentor", "teaching"], 8, 15.5, 30),
    ]
    found: list[Row] = [
        {
            "id": f"staff-{number}",
            "name": f"{first} {last}",
            "supplier": supplier,
            "skills": skills,
            "availability": blocks(WORKDAYS, start, end),
            "weekly_hours": hours,
            "absences": [],
        }
        for number, ((first, supplier, skills, start, end, hours), last) in enumerate(
            zip(rows, LAST_NAMES, strict=False), start=1
        )
    ]
    friday = monday + timedelta(days=4)
    found[8]["absences"] = [
        {
            "kind": "holiday",
            "start": f"{friday.isoformat()}T00:00",
            "end": f"{(friday + timedelta(days=10)).isoformat()}T00:00",
        }
    ]
    return found


def offers(monday: date) -> list[Row]:
    since = span(date(monday.year - 1, 1, 1))
    return [
        {
            "id": "special-birk",
            "name": "Særligt forløb, kursus",
            "kind": "special",
            "supplier": "birk",
            **since,
        },
        {
            "id": "special-kompas",
            "name": "Særligt forløb, værksted",
            "kind": "special",
            "supplier": "kompas",
            **since,
        },
        {
            "id": "company",
            "name": "Mentorbaseret virksomhedsforløb",
            "kind": "mentor_company",
            "supplier": "kompas",
            **since,
            "startup_weeks": 4,
        },
        {"id": "community", "name": "Nytteindsats", "kind": "community_work", "supplier": None, **since},
    ]


def _activity(
    names: tuple[str, str],
    offer: str | None,
    skill: str,
    lengths: list[int],
    group: tuple[int, int],
    prices: tuple[int, int],
    kind: str = "group_teaching",
    features: tuple[str, ...] = (),
) -> Row:
    """``group``: people at least and at most. ``prices``: kroner a session, and a citizen in it."""
    return {
        "id": names[0],
        "name": names[1],
        "kind": kind,
        "offer": offer,
        "counts": kind != "interview",
        "lengths": lengths,
        "min_group": group[0],
        "max_group": group[1],
        "staff": 1,
        "skill": skill,
        "room_features": list(features),
        "rooms": None,
        "max_per_day": 1,
        "cost_per_session": prices[0],
        "cost_per_citizen": prices[1],
    }


def activities() -> list[Row]:
    """Group teaching for many hours, mentoring for one; the interview does not count as hours."""
    birk, kompas, company = "special-birk", "special-kompas", "company"
    small, alone = (2, 6), (1, 1)
    mentoring, long = [60, 90], [120, 180]
    return [
        _activity(("job-club", "Jobklub"), birk, "job_club", long, small, (2700, 200)),
        _activity(("anger", "Vredeshåndtering"), birk, "anger_management", [90, 120], small, (2900, 200)),
        _activity(("teaching", "Dansk og regning"), birk, "teaching", long, (1, 6), (2700, 200)),
        _activity(
            ("workshop", "Praktisk værksted"),
            kompas,
            "workshop",
            [180, 240],
            small,
            (3200, 250),
            kind="workshop",
            features=("workshop",),
        ),
        _activity(
            ("job-search", "Individuel jobsøgning"), kompas, "teaching", [60, 120], (1, 2), (1600, 150)
        ),
        _activity(("startup", "Afklarende opstart"), company, "company", long, small, (2700, 200)),
        _activity(
            ("company-mentor", "Virksomhedsmentor"),
            company,
            "company",
            mentoring,
            alone,
            (1300, 100),
            kind="mentoring",
        ),
        _activity(("mentor", "Mentorstøtte"), None, "mentor", mentoring, alone, (0, 0), kind="mentoring"),
        _activity(
            ("interview", "Ugentlig samtale"),
            None,
            "interview",
            [30],
            alone,
            (0, 0),
            kind="interview",
            features=("alarm",),
        ),
    ]


# Name and members, of 70; three more people have no group on record.
GROUPS: tuple[tuple[str, int], ...] = (
    ("Blånixgruppen", 13),
    ("Rødaxgruppen", 12),
    ("Grønixgruppen", 10),
    ("Gulmixgruppen", 9),
    ("Lilloxgruppen", 8),
    ("Brunixgruppen", 6),
    ("Gråmoxgruppen", 5),
    ("Hvidoxgruppen", 4),
)


def group_id(name: str) -> str:
    return f"group-{[known for known, _ in GROUPS].index(name) + 1}"


def groups() -> list[Row]:
    return [{"id": group_id(name), "name": name, "note": "Opdigtet gruppe"} for name, _ in GROUPS]


# side, side, scope, gap in minutes, first day and last day in days from this week's Monday
RIVALRIES: tuple[tuple[str, str, str, int, int, int | None], ...] = (
    ("Blånixgruppen", "Rødaxgruppen", "site", 60, -200, None),
    ("Gulmixgruppen", "Lilloxgruppen", "site", 30, -90, None),
    ("Grønixgruppen", "Gråmoxgruppen", "site", 30, -45, 120),
    ("Blånixgruppen", "Brunixgruppen", "session", 0, -150, None),
    ("Rødaxgruppen", "Grønixgruppen", "session", 0, -120, None),
    ("Lilloxgruppen", "Gråmoxgruppen", "session", 0, -60, 90),
    ("Hvidoxgruppen", "Hvidoxgruppen", "session", 0, -30, 150),
    ("Gulmixgruppen", "Brunixgruppen", "site", 30, -300, -3),
    ("Rødaxgruppen", "Gulmixgruppen", "session", 0, 30, None),
)
