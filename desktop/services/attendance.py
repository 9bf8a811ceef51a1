"""Who came: what was planned and has begun, what was noted of it, what still has to be done about it.

A session counts once it has begun. Of a week's versions the one in force is what was carried out; a draft was
handed to nobody, so nobody can have stayed away from it. What nobody has noted is unknown, and is never
counted as came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop.domain.attendance import Attendance, AttendanceState
from desktop.domain.plans import PlannedSession, in_force
from desktop.domain.time import IsoWeek
from desktop.services.ids import NewId
from desktop.services.ports import Store, UnitOfWork

WEEKS_BACK = 8
"""How many weeks are looked back on where nobody says otherwise, this one included."""


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session that somebody was to come to and that has begun. ``noted`` None: nothing was noted."""

    week: IsoWeek
    session: PlannedSession
    citizen: str
    noted: Attendance | None

    @property
    def state(self) -> AttendanceState:
        return AttendanceState.UNKNOWN if self.noted is None else self.noted.state


@dataclass(frozen=True, slots=True)
class AttendanceRate:
    """How often somebody came, was excused, did not show up, and how often that is unknown."""

    came: int = 0
    excused: int = 0
    no_shows: int = 0
    unknown: int = 0

    @property
    def noted(self) -> int:
        return self.came + self.excused + self.no_shows

    @property
    def share(self) -> float | None:
        """Of what was noted, the share to which they came; None where nothing was."""
        return self.came / self.noted if self.noted else None


def weeks_back(today: date, weeks: int = WEEKS_BACK) -> tuple[IsoWeek, ...]:
    """The last so many weeks, the oldest first; the last of them holds ``today``."""
    found = [IsoWeek.containing(today)]
    while len(found) < weeks:
        found.append(found[-1].previous())
    return tuple(reversed(found))


def past_sessions(work: UnitOfWork, week: IsoWeek, now: datetime) -> tuple[PastSession, ...]:
    """Everybody's sessions of a week that have begun by the local moment ``now``, by their start.

    What was over before anything of the week was published was never held by that plan: nobody was called.
    """
    versions = work.versions(week)
    version = in_force(versions)
    if version is None:
        return ()
    first = min(each.published_at for each in versions if each.published_at is not None)
    handed_out = first.astimezone().replace(tzinfo=None)
    noted = {(each.citizen, each.start): each for each in work.attendances(week.monday, week.sunday)}
    begun = sorted(
        (each for each in version.sessions if each.start <= now and each.end > handed_out),
        key=lambda one: (one.start, one.id),
    )
    return tuple(
        PastSession(week, session, citizen, noted.get((citizen, session.start)))
        for session in begun
        for citizen in session.citizens
    )


def register_of(
    work: UnitOfWork, week: IsoWeek, session: PlannedSession, now: datetime
) -> tuple[PastSession, ...]:
    """The people of one session that has begun, each with what was noted; nobody where it did not take
    place. Another version may call it by another id."""
    return tuple(each for each in past_sessions(work, week, now) if _place(each.session) == _place(session))


def no_shows_without_follow_up(
    store: Store, now: datetime, weeks: int = WEEKS_BACK
) -> tuple[Attendance, ...]:
    """No-shows that nobody has followed up, the oldest first, whatever became of their plans."""
    first = weeks_back(now.date(), weeks)[0].monday
    with store.begin() as work:
        held = work.attendances(first, now.date())
    return tuple(each for each in held if each.open)


def attendance_rate(sessions: Iterable[PastSession]) -> AttendanceRate:
    """How often somebody came to these."""
    counts = dict.fromkeys(AttendanceState, 0)
    for each in sessions:
        counts[each.state] += 1
    return AttendanceRate(
        came=counts[AttendanceState.CAME],
        excused=counts[AttendanceState.ABSENT_EXCUSED],
        no_shows=counts[AttendanceState.NO_SHOW],
        unknown=counts[AttendanceState.UNKNOWN],
    )


def _place(session: PlannedSession) -> tuple[str, str, datetime]:
    return session.activity, session.room, session.start


def noted(past: PastSession, state: AttendanceState, *, by: str, at: datetime, new_id: NewId) -> Attendance:
    """What is to be kept once somebody has said how it was. ``at`` is aware, UTC.

    What was followed up of a no-show goes where it was none.
    """
    before = past.noted
    if before is None:
        return Attendance(
            new_id("attendance"), past.week, past.session.id, past.session.start, past.citizen, state, by, at
        )
    if state is before.state:
        return before
    if state is AttendanceState.NO_SHOW:
        return replace(before, state=state, noted_by=by, noted_at=at)
    return replace(before, state=state, noted_by=by, noted_at=at, follow_up="", follow_up_on=None)


class PastWeeks:
    """The last weeks' sessions by person, read a week at a time and kept until something changes."""

    def __init__(self, store: Store, now: datetime, weeks: int = WEEKS_BACK) -> None:
        """``now`` is local."""
        self._store = store
        self._now = now
        self._missing = list(weeks_back(now.date(), weeks))
        self._found: dict[str, list[PastSession]] = {}

    @property
    def complete(self) -> bool:
        return not self._missing

    def read_one(self) -> bool:
        """Reads the newest week that is missing; whether another one is."""
        if self._missing:
            with self._store.begin() as work:
                for each in past_sessions(work, self._missing.pop(), self._now):
                    self._found.setdefault(each.citizen, []).append(each)
        return bool(self._missing)

    def of(self, citizen: str) -> tuple[PastSession, ...]:
        """Somebody's sessions that were read so far, the newest first."""
        return tuple(sorted(self._found.get(citizen, ()), key=lambda each: each.session.start, reverse=True))

    def note(self, changed: Sequence[Attendance], gone: Iterable[Attendance] = ()) -> None:
        """Takes in what was noted since, and what was taken back."""
        for each in gone:
            self._put(each, None)
        for each in changed:
            self._put(each, each)

    def _put(self, of: Attendance, kept: Attendance | None) -> None:
        held = self._found.get(of.citizen, [])
        for at, past in enumerate(held):
            if past.session.start == of.start:
                held[at] = replace(past, noted=kept)
