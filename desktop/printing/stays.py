"""Who is on a site when, by conflict group."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from desktop.domain.conflicts import groups_in
from desktop.domain.intervals import Stretch, Stretches, union
from desktop.domain.plans import PlanVersion
from desktop.domain.time import DAY_MINUTES
from desktop.domain.unit import Unit
from desktop.printing.lane_frame import Frame, placed_stretches, placement_block
from desktop.printing.sheet import Block, Book, minute_of, one_line

NO_GROUP = ""
"""The lane of those who have no conflict group on record."""


class Stays:
    """The sessions and placements of a site, by the groups of those who are there."""

    def __init__(self, unit: Unit, version: PlanVersion, site: str, book: Book) -> None:
        self._unit, self._week, self._site = unit, version.week, site
        self._book = book
        self._groups = groups_in(unit.memberships, version.week)
        self._rooms = {room.id: one_line(room.name) for room in unit.rooms if room.site == site}
        self._sessions = sorted(
            (each for each in version.sessions if each.room in self._rooms),
            key=lambda each: (each.start, each.id),
        )
        self._visits: dict[date, dict[str, Stretches]] = {}
        self._placements = [
            (each, start, end)
            for each in unit.placements
            if each.site == site
            for start, end in placed_stretches(unit, version.week, each)
        ]

    def of(self, citizen: str) -> tuple[str, ...]:
        return self._groups.get(citizen, (NO_GROUP,))

    def groups(self) -> frozenset[str]:
        """Every group of which somebody is there in the week."""
        people = {citizen for each in self._sessions for citizen in each.citizens}
        people |= {each.citizen for each, _, _ in self._placements}
        return frozenset(group for citizen in people for group in self.of(citizen))

    def blocks(self, frame: Frame) -> list[Block]:
        """A session stands in the lane of every group that somebody in it belongs to, with those people."""
        blocks: list[Block] = []
        for session in self._sessions:
            by_group: dict[str, list[str]] = defaultdict(list)
            for citizen in session.citizens:
                for group in self.of(citizen):
                    by_group[group].append(citizen)
            block = replace(self._book.block(session, 0), where=self._rooms[session.room], staffed=False)
            for group, people in by_group.items():
                place = frame.at(session.start.date(), group)
                if place is not None:
                    listed = tuple(self._book.person(each) for each in people)
                    blocks.append(replace(block, column=place, listed=listed))
        for placement, start, end in self._placements:
            for group in self.of(placement.citizen):
                place = frame.at(self._week.days[start // DAY_MINUTES], group)
                if place is not None:
                    blocks.append(placement_block(self._book, placement, place, start, end, {}, named=True))
        return blocks

    def times(self, group: str, day: date) -> Stretches:
        """When somebody of a group is there on a day, in minutes of that day."""
        there = self.visits(day).items()
        return union(stay for citizen, times in there if group in self.of(citizen) for stay in times)

    def visits(self, day: date) -> dict[str, Stretches]:
        """When each citizen is there on a day, in minutes of that day; those who are not have no entry."""
        if day not in self._visits:
            found: dict[str, list[Stretch]] = defaultdict(list)
            for each in self._sessions:
                if each.start.date() == day:
                    stay = Stretch(minute_of(each.start, day), minute_of(each.end, day))
                    for citizen in each.citizens:
                        found[citizen].append(stay)
            for placement, start, end in self._placements:
                if self._week.days[start // DAY_MINUTES] == day:
                    midnight = start // DAY_MINUTES * DAY_MINUTES
                    found[placement.citizen].append(Stretch(start - midnight, end - midnight))
            self._visits[day] = {citizen: union(times) for citizen, times in found.items()}
        return self._visits[day]
