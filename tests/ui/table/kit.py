"""A table of people, as the tests and pictures of the table kit want it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from desktop.qt.settings import Settings
from desktop.ui.table.columns import RIGHT, Column, LevelMark, Tone
from desktop.ui.table.filter_bar import Filter, Option
from desktop.ui.table.panel import TablePanel


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    level: int
    hours: float | None
    review: date | None
    group: str | None


COLUMNS = (
    Column[Person]("name", "Name", lambda one: one.name, width=24),
    Column[Person](
        "level",
        "Level",
        lambda one: f"Level {one.level}",
        badge=lambda one: LevelMark(one.level, one.level == 4),
    ),
    Column[Person](
        "hours",
        "Hours",
        lambda one: None if one.hours is None else f"{one.hours:g}",
        sort=lambda one: one.hours,
        align=RIGHT,
    ),
    Column[Person](
        "review",
        "Review",
        lambda one: one.review.isoformat() if one.review else None,
        sort=lambda one: one.review,
        badge=lambda one: Tone.WARN if one.review and one.review.day < 10 else None,
        icon=lambda one: "warn" if one.review and one.review.day < 10 else None,
    ),
    Column[Person]("group", "Group", lambda one: one.group, visible=False),
)


def _level(level: int) -> Option[Person]:
    return Option(f"Level {level}", lambda one: one.level == level, f"l{level}")


FILTERS = (
    Filter[Person]("level", "Level", tuple(map(_level, range(1, 5)))),
    Filter[Person]("group", "Group", (Option("Nord", lambda one: one.group == "Nord"),)),
)
NAMES = ("Østergaard, Søren", "Ågård, Åse", "Zoe", "=SUM(A1)", "Ærtholm, René")
PEOPLE = [
    Person("p0", NAMES[0], 1, 12.5, date(2026, 12, 4), "Nord"),
    Person("p1", NAMES[1], 4, None, None, "Syd"),
    Person("p2", NAMES[2], 2, 20, date(2026, 11, 20), None),
    Person("p3", NAMES[3], 3, 3, date(2027, 1, 2), "Nord"),
    Person("p4", NAMES[4], 2, 7, None, "Syd"),
]


def many(count: int) -> list[Person]:
    return [
        Person(
            f"p{place}",
            f"Person {place * 7919 % count:03} {NAMES[place % 5]}",
            place % 4 + 1,
            None if place % 6 == 0 else place % 37 / 2,
            None if place % 5 == 0 else date(2026, 11, 1) + timedelta(days=place % 90),
            ("Nord", "Syd", None)[place % 3],
        )
        for place in range(count)
    ]


def panel(folder: Path) -> TablePanel[Person]:
    return TablePanel(
        COLUMNS,
        lambda one: one.id,
        name="people",
        title="People",
        settings=Settings(folder / "sikkerplan.ini"),
        filters=FILTERS,
        empty="No people yet.",
    )
