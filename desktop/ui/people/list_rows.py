"""The people of the unit as the list shows them: names in the place of ids, ready to be read and sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.unit import Unit
from desktop.services.people_overview import PersonOverview
from desktop.ui.people.words import missing_words


@dataclass(frozen=True, slots=True)
class ListRow:
    """``duties`` is None where there is no plan yet, or where they are not planned in the week."""

    id: str
    person: PersonOverview
    groups: tuple[str, ...]
    offers: tuple[str, ...]
    activities: tuple[str, ...]
    duties: tuple[str, ...] | None
    today: date

    @property
    def name(self) -> str:
        return self.person.citizen.name


def list_rows(unit: Unit, people: Iterable[PersonOverview], today: date) -> list[ListRow]:
    """A row for each person, in the order given."""
    groups = {each.id: each.name for each in unit.groups}
    offers = {each.id: each.name for each in unit.offers}
    activities = {each.id: each.name for each in unit.activities}
    return [
        ListRow(
            id=person.citizen.id,
            person=person,
            groups=_named(person.groups, groups),
            offers=_named(person.offers, offers),
            activities=_named(person.activities, activities),
            duties=None
            if person.week is None or person.week.unmet is None
            else missing_words(person.week.unmet, activities),
            today=today,
        )
        for person in people
    ]


def _named(ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names.get(each, each) for each in ids)
