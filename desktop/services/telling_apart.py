"""Names by which people can't be taken for each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from desktop.domain.people import Citizen


def told_apart(people: Iterable[Citizen]) -> dict[str, str]:
    """What each is called, by id: the name, with the case number where another one has the same name.

    Two of one name in a list to choose from would be a separation of the wrong one.
    """
    listed = tuple(people)
    count = Counter(_folded(each.name) for each in listed)
    return {
        each.id: f"{each.name} · {each.case_number}" if count[_folded(each.name)] > 1 else each.name
        for each in listed
    }


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
