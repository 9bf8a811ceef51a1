"""Threat levels and the security measures that each asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import blank, outside, refuse
from desktop.domain.people import Citizen, LevelAssessment
from desktop.domain.time import DateSpan, IsoWeek


@dataclass(frozen=True, slots=True)
class ThreatLevel:
    """A level's measures: dated, editable, with the source that decided them.

    ``needs_approval``: a manual yes before each session. Two rows may share a ``level`` with spans that
    follow each other.
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


class LevelState(StrEnum):
    """Where an effective level comes from."""

    CURRENT = "current"
    RUN_OUT = "run_out"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class EffectiveLevel:
    """The level to act on, and why it is that one."""

    level: int
    state: LevelState


def measures_in(levels: Iterable[ThreatLevel], week: IsoWeek) -> tuple[Measures, ...]:
    """The measures of every level that holds on any day of the week, the lowest level first."""
    held: dict[int, list[ThreatLevel]] = {}
    for level in levels:
        if level.span.overlaps(week):
            held.setdefault(level.level, []).append(level)
    return tuple(
        Measures(
            level=number,
            max_group=min(row.max_group for row in rows),
            staff=max(row.staff for row in rows),
            guards=max(row.guards for row in rows),
            room_features=frozenset[str]().union(*(row.room_features for row in rows)),
            alone_on_site=any(row.alone_on_site for row in rows),
            needs_approval=any(row.needs_approval for row in rows),
        )
        for number, rows in sorted(held.items())
    )


def effective_level(
    assessments: Iterable[LevelAssessment], day: date, known: Sequence[int]
) -> EffectiveLevel:
    """The level to act on for a person on a day.

    The newest assessment made by that day holds; of two made on one day, the higher. One that has run out
    counts as one level higher until it is renewed, capped at the highest; a person without any counts
    as the highest. An assessed level without measures counts as the next one above that has them.
    ``known`` are the levels that have measures, in any order. Raises ``ValueError`` where there are none.
    """
    highest = max(known)
    made = [assessment for assessment in assessments if assessment.assessed_on <= day]
    if not made:
        return EffectiveLevel(highest, LevelState.NONE)
    newest = max(made, key=lambda assessment: (assessment.assessed_on, assessment.level))
    run_out = newest.valid_until < day
    level = newest.level + 1 if run_out else newest.level
    at_least = min((number for number in known if number >= level), default=highest)
    return EffectiveLevel(at_least, LevelState.RUN_OUT if run_out else LevelState.CURRENT)


def level_in(citizen: Citizen, week: IsoWeek, known: Sequence[int]) -> EffectiveLevel:
    """The highest effective level of the citizen's enrolled days in the week.

    Of equal levels the least certain tells its state. Raises ``ValueError`` where ``known`` is empty or the
    citizen is not enrolled on any day of the week.
    """
    doubt = (LevelState.CURRENT, LevelState.RUN_OUT, LevelState.NONE)
    return max(
        (effective_level(citizen.assessments, day, known) for day in citizen.enrolled_days(week)),
        key=lambda effective: (effective.level, doubt.index(effective.state)),
    )
