"""What a week was made of last, so that after a change only what the change touches is made anew.

Each part is made by a function of nothing but what it is kept by: what is put together of kept parts equals
what is made from nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.locks import Lock
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.house_part import HousePart, house_alone, house_part, staff_alone, staff_part
from desktop.services.week.house_warnings import house_warnings
from desktop.services.week.person_part import PersonPart, person_part
from desktop.services.week.person_warnings import person_warnings
from desktop.services.week.problem_warnings import problem_warnings
from desktop.services.week.remembered import Remembered
from desktop.services.week.unit_parts import (
    PersonRecords,
    StaffRecords,
    UnitHouse,
    house_of,
    person_records,
    staff_records,
)
from desktop.services.week.warning_kinds import PlanWarning
from solver.problem import Problem, StaffMember


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one week of a unit; those of people and staff by their ids, in the unit's order."""

    unit: Unit
    house: UnitHouse
    shared: HousePart
    staff: Mapping[str, StaffMember]
    people: Mapping[str, PersonPart]
    records: Mapping[str, PersonRecords]

    @property
    def by_hand(self) -> frozenset[str]:
        """Whoever is on a level on which only a person places anybody."""
        return frozenset(name for name, part in self.people.items() if part.by_hand)


class WeekParts:
    """The parts of one week, kept. They hold names: see ``keep``."""

    def __init__(self, week: IsoWeek) -> None:
        self.week = week
        self._house: UnitHouse | None = None
        self._shared: Remembered[IsoWeek, Unit, HousePart] = Remembered(house_part)
        self._staff: Remembered[tuple[IsoWeek, Unit], StaffRecords, StaffMember] = Remembered(staff_part)
        self._people: Remembered[UnitHouse, PersonRecords, PersonPart] = Remembered(person_part)
        self._told: Remembered[UnitHouse, PersonRecords, tuple[PlanWarning, ...]] = Remembered(
            person_warnings
        )
        self._house_told: Remembered[IsoWeek, Unit, tuple[PlanWarning, ...]] = Remembered(house_warnings)
        self._problem_told: Remembered[tuple[Lock, ...], Problem, tuple[PlanWarning, ...]] = Remembered(
            problem_warnings
        )

    def of(self, unit: Unit) -> Parts:
        """The parts of the week as the unit stands."""
        house = house_of(unit, self.week)
        if self._house is not None and house == self._house:
            # What it has worked out once it need not work out again.
            house = self._house
        self._house = house
        records = person_records(unit)
        return Parts(
            unit=unit,
            house=house,
            shared=self._shared.answers(self.week, {"": house_alone(unit)})[""],
            staff=self._staff.answers((self.week, staff_alone(unit)), staff_records(unit)),
            people=self._people.answers(house, records),
            records=records,
        )

    def person_warnings(self, parts: Parts) -> Mapping[str, tuple[PlanWarning, ...]]:
        """By person: what is to be told of them alone."""
        return self._told.answers(parts.house, parts.records)

    def house_warnings(self, parts: Parts) -> tuple[PlanWarning, ...]:
        """What the house tells."""
        return self._house_told.answers(self.week, {"": house_alone(parts.unit)})[""]

    def problem_warnings(self, problem: Problem, locks: tuple[Lock, ...]) -> tuple[PlanWarning, ...]:
        """What the week's problem with its locks tells."""
        return self._problem_told.answers(locks, {"": problem})[""]

    def keep(self, unit: Unit) -> None:
        """Forgets everybody who is not in the unit any more, and whatever was another of them."""
        people = person_records(unit)
        self._people.keep(people)
        self._told.keep(people)
        self._staff.keep(staff_records(unit))
