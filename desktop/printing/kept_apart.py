"""Who of a group's lane must stay away from a site because of one person there. No Qt, no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desktop.domain.conflicts import Scope, groups_in, separations_in
from desktop.domain.intervals import Stretch
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.printing.sheet import Apart, Book, Person
from desktop.printing.stays import Stays

_Pairs = tuple[tuple[Person, tuple[Person, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Near:
    """Somebody who is there, with those whom they keep away; nobody named are all others of the group."""

    there: Person
    away: tuple[Person, ...]
    stay: Stretch
    gap: int

    @property
    def whole(self) -> Stretch:
        """The stay and the time around it."""
        return Stretch(self.stay.start - self.gap, self.stay.end + self.gap)


class KeptApart:
    """The separations on a site that are not between two different groups: those are of whole lanes."""

    def __init__(self, unit: Unit, week: IsoWeek, stays: Stays, book: Book) -> None:
        self._stays = stays
        self._book = book
        self._away: dict[str, dict[str, int]] = defaultdict(dict)
        self._alone: dict[str, int] = {}
        groups = {group.id for group in unit.groups}
        members: dict[str, set[str]] = defaultdict(set)
        for citizen, belongs in groups_in(unit.memberships, week).items():
            for group in belongs:
                members[group].add(citizen)
        for each in separations_in(unit.separations, week):
            sides = (each.side_a, each.side_b)
            if each.scope is not Scope.SITE:
                continue
            if groups.issuperset(sides):
                if sides[0] == sides[1]:
                    self._alone[sides[0]] = max(each.gap_minutes, self._alone.get(sides[0], 0))
                continue
            left, right = (members[side] if side in groups else {side} for side in sides)
            self._keep(left, right, each.gap_minutes)
            self._keep(right, left, each.gap_minutes)

    def lanes(self, days: Iterable[date]) -> frozenset[str]:
        """The lanes of those who must stay away on one of these days at least."""
        there = {citizen for day in days for citizen in self._stays.visits(day)}
        away = {other for citizen in there for other in self._away.get(citizen, ())}
        return frozenset(lane for citizen in away for lane in self._stays.of(citizen))

    def on(self, lane: str, day: date, first: int, last: int) -> tuple[Apart, ...]:
        """What holds of a lane on a day, one after another, between two minutes of the day."""
        near = tuple(self._near(lane, day))
        edges = {edge for each in near for span in (each.stay, each.whole) for edge in span}
        made: list[Apart] = []
        for start, end in pairwise(sorted({min(max(edge, first), last) for edge in edges})):
            here = [each for each in near if each.whole.start <= start and end <= each.whole.end]
            if not here:
                continue
            stays = any(each.stay.start <= start and end <= each.stay.end for each in here)
            minutes = 0 if stays else max(each.gap for each in here)
            pairs: _Pairs = tuple(
                sorted(
                    {(each.there, each.away) for each in here}, key=lambda pair: (pair[0].name, pair[0].id)
                )
            )
            before = made[-1] if made else None
            if (
                before is not None
                and before.end == start
                and (before.minutes, before.pairs) == (minutes, pairs)
            ):
                made[-1] = replace(before, end=end)
            else:
                made.append(Apart(start, end, minutes, pairs))
        return tuple(made)

    def _keep(self, away: Iterable[str], there: Iterable[str], gap: int) -> None:
        for one in there:
            for other in away:
                if one != other:
                    self._away[one][other] = max(gap, self._away[one].get(other, 0))

    def _near(self, lane: str, day: date) -> Iterator[_Near]:
        for citizen, times in self._stays.visits(day).items():
            person = self._book.person(citizen)
            by_gap: dict[int, list[Person]] = defaultdict(list)
            for other, gap in self._away.get(citizen, {}).items():
                if lane in self._stays.of(other):
                    by_gap[gap].append(self._book.person(other))
            for stay in times:
                for gap, away in by_gap.items():
                    yield _Near(person, tuple(sorted(away, key=lambda each: (each.name, each.id))), stay, gap)
                if lane in self._alone and lane in self._stays.of(citizen):
                    yield _Near(person, (), stay, self._alone[lane])
