"""Several versions of a week beside one of them: what is otherwise in each, by session and by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.services.differences import PersonDifference, differences, to_tell
from desktop.services.people_weeks import people_weeks
from desktop.services.week.planning import Prepared
from solver.check import Report


class Mark(StrEnum):
    """What is otherwise with a session. ``OTHERS``: at its time and place, with other people or staff."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class SessionMarks:
    """A version's sessions against those of the base, by their ids.

    ``marks`` are those of the version that are otherwise, ``gone`` those of the base that it lacks,
    ``base_of`` which of the base each of the version's stands for, ``changed`` those of the base that are
    otherwise in it.
    """

    marks: Mapping[str, Mark] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    base_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> frozenset[str]:
        return self.gone | {self.base_of[each] for each in self.marks if each in self.base_of}


@dataclass(frozen=True, slots=True)
class WeekBeside:
    """Somebody's week in one version. ``minutes`` are counted ones of a citizen, served ones of the staff;
    None where they can't be told. ``missing``: how many duties. ``against``: what is otherwise than in the
    base; None for nothing."""

    minutes: int | None
    missing: int
    against: PersonDifference | None


@dataclass(frozen=True, slots=True)
class PersonBeside:
    """Somebody's weeks, one for each version in their order."""

    person: str
    serves: bool
    weeks: tuple[WeekBeside, ...]

    @property
    def differs(self) -> bool:
        """Whether the versions are not all the same for them."""
        first = self.weeks[0]
        return any(
            week.against is not None or (week.minutes, week.missing) != (first.minutes, first.missing)
            for week in self.weeks
        )


def to_be_told(base: PlanVersion, version: PlanVersion, now: datetime) -> tuple[int, int]:
    """How many citizens and how many of the staff must be told where a version takes the base's place. Nobody
    must be told of what has begun by a local moment."""
    found = to_tell(base, version, now)
    staff = sum(each.serves for each in found)
    return len(found) - staff, staff


def session_marks(base: PlanVersion, version: PlanVersion) -> SessionMarks:
    """What is otherwise in a version than in the base.

    Two runs name their sessions as they like: two sessions are one where time, place and activity are the
    same, or else the activity and at least one of the people, first those of one id and then those who share
    most.
    """
    if base.sessions == version.sessions:
        return SessionMarks(base_of={each.id: each.id for each in version.sessions})
    pairs = _paired(base.sessions, version.sessions)
    marks: dict[str, Mark] = {}
    for session in version.sessions:
        before = pairs.get(session.id)
        if before is None:
            marks[session.id] = Mark.NEW
        elif _visit(before) != _visit(session):
            marks[session.id] = Mark.MOVED
        elif _company(before) != _company(session):
            marks[session.id] = Mark.OTHERS
    found = {each.id for each in pairs.values()}
    return SessionMarks(
        marks,
        frozenset(each.id for each in base.sessions if each.id not in found),
        {session: before.id for session, before in pairs.items()},
    )


def people_beside(
    prepared: Prepared, versions: Sequence[tuple[PlanVersion, Report]], base: PlanVersion
) -> tuple[PersonBeside, ...]:
    """Everybody of the versions, each with its check as the unit stands, which says what is missing by now:
    the citizens in the unit's order, then the staff."""
    weeks = [
        _weeks(prepared, each, report, {} if each.id == base.id else _against(base, each))
        for each, report in versions
    ]
    unit = prepared.unit
    known = [*((each.id, False) for each in unit.citizens), *((each.id, True) for each in unit.staff)]
    # Somebody whom the unit no longer knows stands in a version all the same.
    order = dict.fromkeys([*known, *(key for week in weeks for key in week)])
    nothing = WeekBeside(None, 0, None)
    return tuple(
        PersonBeside(person, serves, tuple(week.get((person, serves), nothing) for week in weeks))
        for person, serves in order
        if any((person, serves) in week for week in weeks)
    )


def _against(base: PlanVersion, version: PlanVersion) -> dict[tuple[str, bool], PersonDifference]:
    return {(each.person, each.serves): each for each in differences(base, version)}


def _weeks(
    prepared: Prepared,
    version: PlanVersion,
    report: Report,
    against: dict[tuple[str, bool], PersonDifference],
) -> dict[tuple[str, bool], WeekBeside]:
    found: dict[tuple[str, bool], WeekBeside] = {}
    for week in people_weeks(prepared, version, report):
        key = (week.citizen, False)
        found[key] = WeekBeside(week.counted_minutes, len(week.unmet or ()), against.get(key))
    served = {(each.id, True): 0 for each in prepared.unit.staff}
    for session in version.sessions:
        for member in session.staff:
            length = int((session.end - session.start).total_seconds()) // 60
            served[member, True] = served.get((member, True), 0) + length
    for key, minutes in served.items():
        found[key] = WeekBeside(minutes, 0, against.get(key))
    for key, otherwise in against.items():
        found.setdefault(key, WeekBeside(None if not key[1] else 0, 0, otherwise))
    return found


def _paired(base: Iterable[PlannedSession], version: Iterable[PlannedSession]) -> dict[str, PlannedSession]:
    """By session of the version: the one of the base that it stands for."""
    left, right = list(base), list(version)
    pairs: dict[str, PlannedSession] = {}
    for key in (_whole, _visit):
        left, right = _match(left, right, key, pairs)
    by_activity: dict[str, list[PlannedSession]] = defaultdict(list)
    for each in left:
        by_activity[each.activity].append(each)
    for session in right:
        rest = by_activity[session.activity]
        people = set(session.citizens)
        shared = [(len(people.intersection(each.citizens)), each) for each in rest]
        near = [(each.id == session.id, count, each) for count, each in shared if count]
        if near:
            best = max(near, key=lambda each: each[:2])[2]
            rest.remove(best)
            pairs[session.id] = best
    return pairs


def _match(
    left: list[PlannedSession],
    right: list[PlannedSession],
    key: Callable[[PlannedSession], object],
    pairs: dict[str, PlannedSession],
) -> tuple[list[PlannedSession], list[PlannedSession]]:
    """Pairs what has one key; returns those that are left."""
    waiting: dict[object, list[PlannedSession]] = defaultdict(list)
    for each in left:
        waiting[key(each)].append(each)
    rest = []
    for each in right:
        same = waiting.get(key(each))
        if same:
            pairs[each.id] = same.pop(0)
        else:
            rest.append(each)
    return [each for same in waiting.values() for each in same], rest


def _visit(session: PlannedSession) -> tuple[object, ...]:
    return session.activity, session.room, session.start, session.end


def _company(session: PlannedSession) -> tuple[object, ...]:
    return frozenset(session.citizens), frozenset(session.staff)


def _whole(session: PlannedSession) -> tuple[object, ...]:
    return *_visit(session), *_company(session)
