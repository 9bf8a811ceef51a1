"""What a person has in the week that is looked at, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListWidgetItem

from desktop.domain.unit import Unit
from desktop.printing.kind_words import placement_name
from desktop.printing.words import day_text, people_text, sessions_text
from desktop.ui.people.person_words import stand_words
from desktop.ui.people.sections.section import Section, Subject
from desktop.ui.people.words import hours_words
from desktop.ui.theme import GRID
from desktop.ui.widgets.boxes import column, frame
from desktop.ui.widgets.lists import GrowingList
from desktop.ui.widgets.text import label
from desktop.ui.words import listed, times, week_title

translate = QCoreApplication.translate
MOST_HEIGHT = 640


@dataclass(frozen=True, slots=True)
class Stay:
    """A session or a placement's block. ``site`` None: unknown."""

    start: datetime
    end: datetime
    site: str | None
    text: str


class WeekSection(Section):
    """Sessions and placements, with the time between them and the way from one site to the next."""

    def __init__(self) -> None:
        super().__init__(translate("PersonPage", "Their week"), read_only=False)
        self.unsafe = label(
            translate(
                "PersonPage",
                "This plan breaks a safety rule as the unit stands now. See the week before use.",
            ),
            wrap=True,
        )
        self._unsafe_box = frame("problem")
        column(self._unsafe_box, margin=GRID).addWidget(self.unsafe)
        self.summary = label("", "muted", wrap=True)
        self.list = GrowingList(MOST_HEIGHT)
        self.list.setAccessibleName(translate("PersonPage", "Their week"))
        for widget in (self._unsafe_box, self.summary, self.list):
            self.box.addWidget(widget)

    def show_subject(self, subject: Subject) -> None:
        super().show_subject(subject)
        title = week_title(subject.week)
        if subject.version is not None:
            title = f"{title} · {stand_words(subject.version, forced=subject.forced)}"
        self.title.setText(title)
        stays = list(stays_of(subject))
        self._unsafe_box.setVisible(subject.version is not None and not subject.safe)
        self.summary.setText(_summary(subject))
        lines = list(_lines(subject.unit, stays))
        self.list.clear()
        for text in lines:
            self.list.addItem(QListWidgetItem(text))
        self.list.setVisible(bool(lines))
        self.list.fit()


def stays_of(subject: Subject) -> Iterator[Stay]:
    """What somebody has in the week, by its start."""
    yield from sorted([*_sessions(subject), *_placed(subject)], key=lambda stay: (stay.start, stay.end))


def _summary(subject: Subject) -> str:
    week = subject.person.week
    if subject.prepared is None:
        return translate("PersonPage", "Unknown: this week can't be planned as the unit stands.")
    if week is None:
        return translate("PersonPage", "Not enrolled with the unit in this week, so not planned.")
    if subject.version is None:
        return translate("PersonPage", "This week is not planned yet: sessions unknown.")
    text = translate("PersonPage", "%1 hours · %2")
    return text.replace("%2", sessions_text(week.sessions)).replace("%1", hours_words(week))


def _sessions(subject: Subject) -> Iterator[Stay]:
    unit, me = subject.unit, subject.citizen.id
    activities = {each.id: each.name for each in unit.activities}
    rooms = {each.id: each for each in unit.rooms}
    sites = {each.id: each.name for each in unit.sites}
    staff = {each.id: each.name for each in unit.staff}
    for session in subject.version.sessions if subject.version else ():
        if me not in session.citizens:
            continue
        room = rooms.get(session.room)
        where = "?" if room is None else f"{room.name}, {sites.get(room.site, room.site)}"
        crew = listed([staff.get(each, each) for each in session.staff])
        text = f"{activities.get(session.activity, session.activity)} · {where} · {crew}"
        count = people_text(len(session.citizens))
        site = None if room is None else room.site
        yield Stay(session.start, session.end, site, f"{text} · {count}")


def _placed(subject: Subject) -> Iterator[Stay]:
    if subject.prepared is None:
        return
    week = subject.week
    sites = {each.id: each.name for each in subject.unit.sites}
    placements = {each.id: each for each in subject.unit.placements}
    for held in subject.prepared.problem.commitments:
        if subject.citizen.id not in held.citizens:
            continue
        placement = placements.get(held.id.rpartition(".")[0])
        unknown = translate("PersonPage", "site unknown")
        where = unknown if held.site is None else sites.get(held.site, held.site)
        what = "" if placement is None else f"{placement_name(placement.kind)}, {placement.employer} · "
        yield Stay(week.moment(held.start), week.moment(held.end), held.site, f"{what}{where}")


def _lines(unit: Unit, stays: Sequence[Stay]) -> Iterator[str]:
    for day, of_day in groupby(stays, key=lambda stay: stay.start.date()):
        here = list(of_day)
        after = [_between(unit, one, other) for one, other in pairwise(here)] + [""]
        for number, (stay, gap) in enumerate(zip(here, after, strict=True)):
            head = f"{day_text(day)}\n" if number == 0 else ""
            tail = f"\n   ↓ {gap}" if gap else ""
            yield f"{head}{times(stay.start, stay.end)}  {stay.text}{tail}"


def _between(unit: Unit, one: Stay, other: Stay) -> str:
    """The time between two stays of a day, and the way where they are on two sites."""
    minutes = int((other.start - one.end).total_seconds()) // 60
    text = translate("PersonPage", "%1 minutes between").replace("%1", str(minutes))
    if not minutes:
        text = translate("PersonPage", "straight after each other")
    if one.site == other.site and one.site is not None:
        return text
    sides = {one.site, other.site}
    way = next((each.minutes for each in unit.travels if {each.site_a, each.site_b} == sides), None)
    if way is None:
        unknown = translate("PersonPage", "the way is unknown")
        return f"{text}, {unknown}"
    told = translate("PersonPage", "of which %1 for the way").replace("%1", str(way))
    return f"{text}, {told}"
