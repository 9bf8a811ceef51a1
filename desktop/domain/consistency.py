"""What must hold between the entities of a unit, beyond each one's own rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol, TypeVar

from desktop.domain.levels import ThreatLevel
from desktop.domain.settings import LimitKey
from desktop.domain.unit import Unit


@dataclass(frozen=True, slots=True)
class UnitFault:
    """A rule between entities that does not hold: at which entity and field, and why."""

    entity: str
    field: str
    key: str


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def unit_faults(unit: Unit) -> tuple[UnitFault, ...]:
    """Every rule that does not hold: none where the unit is consistent."""
    return (
        *_repeated(unit.citizens, "case_number", lambda citizen: citizen.case_number.strip()),
        *_repeated(unit.travels, "site_b", lambda travel: frozenset((travel.site_a, travel.site_b))),
        *_sides(unit),
        *_startups(unit),
        *_levels(unit.levels),
        *_assessed(unit),
    )


def _repeated(entities: Iterable[N], field: str, key: Callable[[N], Hashable]) -> Iterator[UnitFault]:
    seen: set[Hashable] = set()
    for entity in entities:
        if key(entity) in seen:
            yield UnitFault(entity.id, field, "duplicate")
        seen.add(key(entity))


def _sides(unit: Unit) -> Iterator[UnitFault]:
    """Nobody is kept apart from themself; a group may be, from its own members."""
    people = {citizen.id for citizen in unit.citizens}
    for separation in unit.separations:
        if separation.side_a == separation.side_b and separation.side_a in people:
            yield UnitFault(separation.id, "side_b", "same")


def _startups(unit: Unit) -> Iterator[UnitFault]:
    """A clarifying start lasts at most the limit that holds on any day of the offer."""
    limits = [limit for limit in unit.limits if limit.key == LimitKey.MENTOR_STARTUP_WEEKS]
    for offer in unit.offers:
        most = min((limit.value for limit in limits if limit.span.meets(offer.span)), default=None)
        if offer.startup_weeks is not None and most is not None and offer.startup_weeks > most:
            yield UnitFault(offer.id, "startup_weeks", "over_limit")


def _levels(levels: Iterable[ThreatLevel]) -> Iterator[UnitFault]:
    """One row a level at a time, and no level laxer than the one below.

    A level that has run out counts as one higher; that is the safe side only while higher asks for more.
    """
    ordered = sorted(levels, key=lambda level: (level.level, level.span.first))
    for lower, higher in combinations(ordered, 2):
        if not lower.span.meets(higher.span):
            continue
        if lower.level == higher.level:
            yield UnitFault(higher.id, "span", "overlap")
        elif _laxer(higher, lower):
            yield UnitFault(higher.id, "level", "laxer_than_lower")


def _assessed(unit: Unit) -> Iterator[UnitFault]:
    """Nobody is assessed above the highest level that the unit has ever described."""
    highest = max((level.level for level in unit.levels), default=0)
    for citizen in unit.citizens:
        for at, assessment in enumerate(citizen.assessments):
            if assessment.level > highest:
                yield UnitFault(citizen.id, f"assessments[{at}].level", "unknown_reference")


def _laxer(level: ThreatLevel, lower: ThreatLevel) -> bool:
    return (
        level.max_group > lower.max_group
        or level.staff < lower.staff
        or level.guards < lower.guards
        or not level.room_features >= lower.room_features
        or (lower.alone_on_site and not level.alone_on_site)
        or (lower.needs_approval and not level.needs_approval)
        or (lower.never_automatic and not level.never_automatic)
    )
