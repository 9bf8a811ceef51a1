"""Threat levels and the security measures that each asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import blank, outside, refuse
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.time import DateSpan, IsoWeek, covered


@dataclass(frozen=True, slots=True)
class ThreatLevel:
    """A level's measures: dated, editable, with the source that decided them.

    ``needs_approval``: a manual yes before each session. ``never_automatic``: only a person places somebody
    on the level, never the planner. Two rows may share a ``level`` with spans that follow each other.
    """

    id: str
    level: int
    name: str
    max_group: int
    staff: int
    guards: int
    room_features: frozenset[str]
    alone_on_site: bool
    needs_approval: bool
    span: DateSpan
    source: str
    never_automatic: bool = False

    def __post_init__(self) -> None:
        refuse(
            self,
            outside("level", self.level, 1),
            blank("name", self.name),
            outside("max_group", self.max_group, 1),
            outside("staff", self.staff, 1),
            outside("guards", self.guards, 0),
            blank("source", self.source),
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """What a level asks for during a whole week: the strictest of what holds on any of its days."""

    level: int
    max_group: int
    staff: int
    guards: int
    room_features: frozenset[str]
    alone_on_site: bool
    needs_approval: bool
    never_automatic: bool = False


class LevelState(StrEnum):
    """Where an effective level comes from."""

    CURRENT = "current"
    RUN_OUT = "run_out"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class KnownLevels:
    """What a week's levels are judged by.

    ``highest`` is the highest level that the unit has ever known, whether it has measures in the week or
    not; 0 where it knows none. ``measured`` are the levels with measures on each of the week's days.
    """

    highest: int
    measured: frozenset[int]


@dataclass(frozen=True, slots=True)
class EffectiveLevel:
    """The level to act on, and why it is that one.

    ``asked`` is the level that the assessment leads to; ``level`` the lowest from there that has measures.
    Where none has, ``level`` is ``asked`` and ``measured`` False: then nobody knows what would be safe, and
    no session may be planned.
    """

    level: int
    state: LevelState
    asked: int
    measured: bool


def measures_in(levels: Iterable[ThreatLevel], week: IsoWeek) -> tuple[Measures, ...]:
    """The measures of every level that has them on each day of the week, the lowest level first.

    A level with measures on some days only has none for the week: what the other days ask for is unknown.
    """
    held = _by_level(level for level in levels if level.span.overlaps(week))
    return tuple(
        _strictest(number, rows) for number, rows in held if covered((row.span for row in rows), week.days)
    )


def measures_on(levels: Iterable[ThreatLevel], day: date) -> tuple[Measures, ...]:
    """The measures of every level that has them on a day, the lowest level first."""
    held = _by_level(level for level in levels if level.span.holds(day))
    return tuple(_strictest(number, rows) for number, rows in held)


def _by_level(levels: Iterable[ThreatLevel]) -> list[tuple[int, list[ThreatLevel]]]:
    held: dict[int, list[ThreatLevel]] = {}
    for level in levels:
        held.setdefault(level.level, []).append(level)
    return sorted(held.items())


def _strictest(number: int, rows: Sequence[ThreatLevel]) -> Measures:
    """What all of a level's rows ask for together."""
    return Measures(
        level=number,
        max_group=min(row.max_group for row in rows),
        staff=max(row.staff for row in rows),
        guards=max(row.guards for row in rows),
        room_features=frozenset[str]().union(*(row.room_features for row in rows)),
        alone_on_site=any(row.alone_on_site for row in rows),
        needs_approval=any(row.needs_approval for row in rows),
        never_automatic=any(row.never_automatic for row in rows),
    )


def known_levels(levels: Iterable[ThreatLevel], citizens: Iterable[Citizen], week: IsoWeek) -> KnownLevels:
    """The unit's levels as a week sees them. Rows of any time and every assessment tell the highest."""
    rows = tuple(levels)
    assessed = (assessment.level for citizen in citizens for assessment in citizen.assessments)
    return KnownLevels(
        highest=max((*(row.level for row in rows), *assessed), default=0),
        measured=frozenset(row.level for row in measures_in(rows, week)),
    )


def newest_assessment(assessments: Iterable[LevelAssessment], day: date) -> LevelAssessment | None:
    """The assessment that counts on a day, run out or not: the newest made by then; of two made on one day,
    the higher."""
    made = (assessment for assessment in assessments if assessment.assessed_on <= day)
    return max(made, key=lambda assessment: (assessment.assessed_on, assessment.level), default=None)


def effective_level(assessments: Iterable[LevelAssessment], day: date, known: KnownLevels) -> EffectiveLevel:
    """The level to act on for a person on a day.

    The newest assessment made by that day holds; of two made on one day, the higher. One that has run out
    counts as one level higher until it is renewed, capped at the highest; a person without any counts
    as the highest. A level without measures counts as the next one above that has them, never as one below.
    """
    newest = newest_assessment(assessments, day)
    if newest is None:
        return _measured(known.highest, LevelState.NONE, known)
    if newest.valid_until >= day:
        return _measured(newest.level, LevelState.CURRENT, known)
    raised = max(newest.level, min(newest.level + 1, known.highest))
    return _measured(raised, LevelState.RUN_OUT, known)


def level_in(citizen: Citizen, week: IsoWeek, known: KnownLevels) -> EffectiveLevel:
    """The strictest effective level of the citizen's enrolled days in the week; of all its days where they
    are enrolled on none.

    A level without measures is stricter than any that has them. Of equal levels the least certain tells its
    state.
    """
    days = _days_of_change(citizen.assessments, citizen.enrolled_days(week) or week.days)
    found = [effective_level(citizen.assessments, day, known) for day in days]
    if len(found) == 1:
        return found[0]
    doubt = (LevelState.CURRENT, LevelState.RUN_OUT, LevelState.NONE)
    return max(
        found, key=lambda effective: (not effective.measured, effective.level, doubt.index(effective.state))
    )


def _days_of_change(assessments: Sequence[LevelAssessment], days: Sequence[date]) -> Iterator[date]:
    """Of days in a row the first, and each on which an assessment begins to hold or has run out."""
    made = {each.assessed_on for each in assessments}
    last = {each.valid_until for each in assessments}
    return (
        day
        for at, day in enumerate(days)
        # The days are in a row, so that the one before is the day before.
        if at == 0 or day in made or days[at - 1] in last
    )


def _measured(asked: int, state: LevelState, known: KnownLevels) -> EffectiveLevel:
    level = min((number for number in known.measured if number >= asked), default=None)
    return EffectiveLevel(asked if level is None else level, state, asked, measured=level is not None)
