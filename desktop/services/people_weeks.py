"""What a week gives each citizen: hours against the cap, what is missing. Data, worded by the interface."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.conflicts import groups_in
from desktop.domain.hours import cap_in
from desktop.domain.levels import LevelState, known_levels, level_in
from desktop.domain.offers import PlacementKind
from desktop.domain.plans import PlanVersion
from desktop.services.week.planning import Prepared
from solver.check import Report


@dataclass(frozen=True, slots=True)
class PersonWeek:
    """A citizen's week.

    ``session_minutes`` and ``placement_minutes`` are those that count as hours. ``cap_minutes`` is None
    where no cap is on record, which is not the same as 0. ``groups`` is empty where none is on record.
    ``unmet`` holds ``"interview"`` or an activity's id, once for each session that is missing; None where
    there is no plan yet.
    """

    citizen: str
    level: int
    level_state: LevelState
    groups: tuple[str, ...]
    session_minutes: int
    placement_minutes: int
    cap_minutes: int | None
    sessions: int
    placements: tuple[PlacementKind, ...]
    unmet: tuple[str, ...] | None

    @property
    def counted_minutes(self) -> int:
        return self.session_minutes + self.placement_minutes


def people_weeks(
    prepared: Prepared, version: PlanVersion | None, report: Report | None = None
) -> tuple[PersonWeek, ...]:
    """Everybody of the prepared week, in the unit's order. ``version`` None: not planned yet.

    ``report`` is the check of the version as the unit stands, which says what is missing by now; without it
    that is what the version says, as it was when that was made.
    """
    unit, week = prepared.unit, prepared.week
    planned = {citizen.id for citizen in prepared.problem.citizens}
    counting = {activity.id for activity in prepared.problem.activities if activity.counts}
    minutes: Counter[str] = Counter()
    sessions: Counter[str] = Counter()
    for session in version.sessions if version else ():
        length = int((session.end - session.start).total_seconds()) // 60
        for citizen in session.citizens:
            sessions[citizen] += 1
            minutes[citizen] += length if session.activity in counting else 0
    placed: Counter[str] = Counter()
    for commitment in prepared.problem.commitments:
        for citizen in commitment.citizens if commitment.counts else ():
            placed[citizen] += commitment.end - commitment.start
    known = known_levels(unit.levels, unit.citizens, week)
    groups = groups_in(unit.memberships, week)
    placements: dict[str, list[PlacementKind]] = defaultdict(list)
    for placement in unit.placements:
        if placement.span.overlaps(week):
            placements[placement.citizen].append(placement.kind)
    unmet: dict[str, list[str]] = defaultdict(list)
    for citizen, duty in _missing(version, report) if version else ():
        unmet[citizen].append(duty)
    found = []
    for person in unit.citizens:
        if person.id not in planned:
            continue
        effective = level_in(person, week, known)
        cap = cap_in(person, week, unit.limits)
        found.append(
            PersonWeek(
                citizen=person.id,
                level=effective.level,
                level_state=effective.state,
                groups=groups.get(person.id, ()),
                session_minutes=minutes[person.id],
                placement_minutes=placed[person.id],
                cap_minutes=cap.weekly_minutes if cap.known else None,
                sessions=sessions[person.id],
                placements=tuple(placements[person.id]),
                unmet=None if version is None else tuple(unmet[person.id]),
            )
        )
    return tuple(found)


def _missing(version: PlanVersion, report: Report | None) -> Iterator[tuple[str, str]]:
    for each in version.unmet if report is None else report.unmet:
        yield each.citizen, each.duty
