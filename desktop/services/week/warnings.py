"""What a coordinator should look at before planning a week: data, worded by the interface."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.locks import Lock
from desktop.domain.time import IsoWeek
from desktop.domain.unit import Unit
from desktop.services.week.warning_kinds import PlanWarning, WarningKind
from desktop.services.week.week_parts import Parts, WeekParts
from solver.problem import Problem


def week_warnings(
    unit: Unit, week: IsoWeek, problem: Problem, locks: tuple[Lock, ...] = ()
) -> tuple[PlanWarning, ...]:
    """All warnings of a week, in the order of their kinds and then of their ids.

    ``problem`` is the one that ``build_problem`` makes of the unit, the week and its ``locks``.
    """
    kept = WeekParts(week)
    return warnings_of(kept, kept.of(unit), problem, locks)


def warnings_of(
    kept: WeekParts, parts: Parts, problem: Problem, locks: tuple[Lock, ...] = ()
) -> tuple[PlanWarning, ...]:
    """The same for a week whose parts are kept."""
    found = {warning for about in kept.person_warnings(parts).values() for warning in about}
    found.update(_levels(parts))
    found.update(kept.problem_warnings(problem, locks))
    found.update(_placements(parts))
    found.update(kept.house_warnings(parts))
    places = {kind: place for place, kind in enumerate(WarningKind)}
    return tuple(sorted(found, key=lambda warning: (places[warning.kind], warning.ids)))


def _levels(parts: Parts) -> Iterator[PlanWarning]:
    """The levels in use that have no measures throughout the week."""
    numbers = {row.level for row in parts.unit.levels}
    numbers.update(part.level.asked for part in parts.people.values() if part.enrolled)
    for number in numbers - parts.house.levels.measured:
        yield PlanWarning(WarningKind.LEVEL_GAP, (str(number),))


def _placements(parts: Parts) -> Iterator[PlanWarning]:
    week = parts.house.week
    for name, part in parts.people.items():
        if part.citizen is None:
            continue
        if not part.enrolled:
            yield PlanWarning(WarningKind.PLACED_NOT_ENROLLED, (name,))
        for placement in parts.records[name].placements:
            if placement.site is None and placement.span.overlaps(week):
                yield PlanWarning(WarningKind.PLACEMENT_SITE_UNKNOWN, (name, placement.id))
