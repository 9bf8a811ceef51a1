"""What an edit of a plan would do, told while somebody drags: allowed, at a cost, or forbidden and why.

The planning engine's plans, a drag and the check of a whole week are judged by the same rules, those of
``solver.check``; here they are asked of a slice of the week (``week_slices``). An edit is forbidden where it
breaks a rule that is not broken now, or breaks one further; a plan that is unsafe already may be improved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.locks import LockKind
from desktop.domain.plans import PlannedSession, PlanVersion
from desktop.services.hand.week_edits import Join, Make, Move, Outcome, WeekEdit, outcome_of
from desktop.services.hand.week_index import House, SessionIndex
from desktop.services.hand.week_slices import Touched, checked_alone, checked_slice
from desktop.services.hand.worse import breaks_further
from desktop.services.week.planning import Prepared
from desktop.services.week.versions import planned_of, session_of
from desktop.services.week.when_broken import plain
from solver.check import Report, Violation, check
from solver.plan import Plan, Session, Unmet
from solver.problem import DAY_MINUTES


class VerdictKind(StrEnum):
    ALLOWED = "allowed"
    SOFT = "soft"
    FORBIDDEN = "forbidden"


class SoftCost(StrEnum):
    """What an edit that breaks no rule costs all the same."""

    HOURS_LOST = "hours_lost"
    DUTY_LOST = "duty_lost"
    MORE_MONEY = "more_money"
    OTHER_STAFF = "other_staff"
    PEOPLE_TO_TELL = "people_to_tell"


@dataclass(frozen=True, slots=True)
class StaffChange:
    """Another crew for a session that was there before."""

    session: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an edit would do.

    ``past``: it would change what has begun, or make something begin before now, in a week that people
    know of. ``broken`` are the rules that it would break: none where it is allowed. ``minutes_won`` are
    counted minutes by citizen, less than 0 where they lose some; who wins and loses none is not among them.
    ``duties_met`` and ``duties_lost`` are those that are no longer missing, and those that are from then on.
    ``cost`` is in kroner, less than 0 where it saves. ``told`` are the citizens and staff whose week would
    then be another than in the published version; none where there is none. ``locks`` are the ids of those
    that hold fast what the edit touches. ``sessions`` are those that it makes or changes, as they would be.
    """

    edit: WeekEdit
    broken: tuple[Violation, ...] = ()
    soft: tuple[SoftCost, ...] = ()
    minutes_won: tuple[tuple[str, int], ...] = ()
    duties_met: tuple[Unmet, ...] = ()
    duties_lost: tuple[Unmet, ...] = ()
    cost: int = 0
    staff_changed: tuple[StaffChange, ...] = ()
    told: tuple[str, ...] = ()
    locks: tuple[str, ...] = ()
    sessions: tuple[PlannedSession, ...] = ()
    past: bool = False

    @property
    def kind(self) -> VerdictKind:
        if not self.allowed:
            return VerdictKind.FORBIDDEN
        return VerdictKind.SOFT if self.soft else VerdictKind.ALLOWED

    @property
    def allowed(self) -> bool:
        """Whether the edit may be made, at whatever cost."""
        return not self.broken and not self.past

    @property
    def minutes(self) -> int:
        """Counted minutes that all citizens together win; less than 0 where they lose."""
        return sum(minutes for _, minutes in self.minutes_won)


@dataclass(frozen=True, slots=True)
class Place:
    """A room and a time for a session. ``thorough`` False: of a forbidden one not every reason is told."""

    room: str
    start: datetime
    verdict: Verdict
    thorough: bool = True


class Verdicts:
    """The verdicts of one shown plan. Made once for it: an edit that is made asks for another.

    ``published`` is the version in force, where there is one; ``report`` the check's of this very
    plan against ``prepared.checked``, where it is at hand. What begins before ``minute`` of the week
    stands.
    """

    def __init__(
        self,
        prepared: Prepared,
        sessions: Iterable[PlannedSession],
        published: PlanVersion | None = None,
        report: Report | None = None,
        minute: int = 0,
    ) -> None:
        self.prepared = prepared
        self.minute = minute
        self.published = published
        self.sessions = tuple(sessions)
        self._week = prepared.week
        self._house = House(prepared.checked)
        self._index = SessionIndex(self._house, (session_of(self._week, each) for each in self.sessions))
        plan = Plan(str(self._week), "feasible", sessions=self._index.sessions)
        report = report or check(prepared.checked, plan)
        judged = plain(report)
        broken = (*judged.over, *judged.broken_now)
        self._known = {_key(each) for each in broken}
        self._texts = {(*_key(each), each.text) for each in broken}
        self._unmet: dict[str, Counter[Unmet]] = defaultdict(Counter)
        for missing in report.unmet:
            self._unmet[missing.citizen][missing] += 1
        self._cost = sum(self._house.cost(each) for each in self._index.sessions)
        self._published = (
            None
            if published is None
            else _visits(session_of(self._week, each) for each in published.sessions)
        )

    def verdict(self, edit: WeekEdit) -> Verdict:
        """What an edit would do. Raises ``LookupError`` for a session that is not in the plan."""
        return self._judge(edit, outcome_of(self._index, self._week, edit))

    def places(self, session: str, rooms: Iterable[str] | None = None) -> Iterator[Place]:
        """Every place on the grid for a session, room by room; of all rooms unless some are named.

        A generator to be asked for a few at a time. Raises ``LookupError`` for an unknown session.
        """
        moved = self._index.by_id.get(session)
        if moved is None:
            raise LookupError("no such session")
        starts = tuple(self._starts(moved.end - moved.start))
        absent: dict[int, tuple[Violation, ...]] = {}
        for room in self._house.rooms if rooms is None else rooms:
            for start in starts:
                if start not in absent:
                    # When its people can come is the same whatever the room.
                    found = self._alone(moved, moved.room, start)
                    absent[start] = tuple(each for each in found if each.rule == "R6")
                yield self._place(moved, room, start, absent[start])

    def joining(self, session: str) -> Iterator[Verdict]:
        """The verdict of each citizen who is enrolled in a session's activity and not in it joining it."""
        into = self._index.by_id.get(session)
        if into is None:
            raise LookupError("no such session")
        for citizen in self._house.citizens.values():
            enrolled = any(each.activity == into.activity for each in citizen.activities)
            if enrolled and citizen.id not in into.citizens:
                yield self.verdict(Join(session, citizen.id))

    def making(self, make: Make) -> Iterator[Verdict]:
        """The verdict of each citizen who is enrolled in its activity being one more in a new session."""
        for citizen in self._house.citizens.values():
            enrolled = any(each.activity == make.activity for each in citizen.activities)
            if enrolled and citizen.id not in make.citizens:
                yield self.verdict(replace(make, citizens=(*make.citizens, citizen.id)))

    def _starts(self, length: int) -> Iterator[int]:
        """Every start on the grid from the first to the last open minute of a day, of whatever site."""
        problem = self._house.problem
        hours = [*problem.open_hours, *(each for site in problem.sites for each in site.open_hours or ())]
        for day in range(7):
            open_now = [each for each in hours if each.start // DAY_MINUTES == day]
            if open_now:
                first, last = min(each.start for each in open_now), max(each.end for each in open_now)
                yield from range(first, last - length + 1, problem.slot_minutes)

    def _place(self, moved: Session, room: str, start: int, absent: tuple[Violation, ...]) -> Place:
        edit = Move(moved.id, room, self._week.moment(start))
        if min(start, moved.start) < self.minute:
            return Place(room, edit.start, Verdict(edit, past=True))
        known = absent or self._alone(moved, room, start)
        if known:
            return Place(room, edit.start, Verdict(edit, known), thorough=False)
        return Place(room, edit.start, self.verdict(edit))

    def _alone(self, moved: Session, room: str, start: int) -> tuple[Violation, ...]:
        """What a session breaks at a place whoever serves and whatever else is in the week."""
        there = replace(moved, room=room, start=start, end=start + moved.end - moved.start, staff=())
        touched = Touched((moved,), (there,), self._cost - self._house.cost(moved))
        return tuple(
            each
            for each in checked_alone(self._house, touched)
            # Staff are still to be chosen, and what it costs and whether it is locked is the whole week's.
            if each.rule not in ("R4", "R5", "R14", "R15") and _key(each) not in self._known
        )

    def _judge(self, edit: WeekEdit, outcome: Outcome) -> Verdict:
        removed, added = outcome.removed, outcome.added
        if not removed and not added:
            return Verdict(edit)
        if any(each.start < self.minute for each in (*removed, *added)):
            there = tuple(planned_of(self._week, each) for each in added if _whole(each))
            return Verdict(edit, sessions=there, past=True)
        spent = sum(self._house.cost(each) for each in added)
        saved = sum(self._house.cost(each) for each in removed)
        touched = Touched(removed, added, self._cost - saved)
        found, unmet = checked_slice(self._index, touched)
        met, lost = self._duties(touched, unmet)
        verdict = Verdict(
            edit,
            broken=self._new(found, outcome),
            minutes_won=self._minutes(removed, added),
            duties_met=met,
            duties_lost=lost,
            cost=spent - saved,
            staff_changed=_staff_changed(removed, added),
            told=tuple(self._told(removed, added)),
            locks=tuple(self._locks(touched)),
            sessions=tuple(planned_of(self._week, each) for each in added if _whole(each)),
        )
        return replace(verdict, soft=tuple(_soft(verdict)))

    def _new(self, found: Iterable[Violation], outcome: Outcome) -> tuple[Violation, ...]:
        """Of the rules broken after an edit those that it breaks, or breaks further."""
        return tuple(
            each
            for each in found
            if (*_key(each), each.text) not in self._texts
            and (
                _key(each) not in self._known
                or breaks_further(each, self._index, outcome.removed, outcome.added)
            )
        )

    def _duties(
        self, touched: Touched, unmet: Iterable[Unmet]
    ) -> tuple[tuple[Unmet, ...], tuple[Unmet, ...]]:
        after = Counter(unmet)
        before: Counter[Unmet] = Counter()
        for citizen in touched.citizens:
            before.update(self._unmet.get(citizen, ()))
        met, lost = before - after, after - before
        return tuple(sorted(met.elements(), key=_duty)), tuple(sorted(lost.elements(), key=_duty))

    def _minutes(self, removed: Iterable[Session], added: Iterable[Session]) -> tuple[tuple[str, int], ...]:
        won: Counter[str] = Counter()
        for sessions, sign in ((removed, -1), (added, 1)):
            for session in sessions:
                for citizen in session.citizens:
                    won[citizen] += sign * self._house.counted(session)
        return tuple(sorted((citizen, minutes) for citizen, minutes in won.items() if minutes))

    def _told(self, removed: tuple[Session, ...], added: tuple[Session, ...]) -> Iterator[str]:
        if self._published is None:
            return
        people = {each for session in (*removed, *added) for each in (*session.citizens, *session.staff)}
        gone = {each.id for each in removed}
        for person in sorted(people):
            held = (*self._index.of_citizen.get(person, ()), *self._index.of_staff.get(person, ()))
            kept = [each for each in held if each.id not in gone]
            new = [each for each in added if person in each.citizens or person in each.staff]
            here = Counter(_visit(each, person) for each in (*kept, *new))
            if here != self._published.get(person, Counter()):
                yield person

    def _locks(self, touched: Touched) -> Iterator[str]:
        people = touched.citizens | touched.staff
        days = {each.start // DAY_MINUTES for each in (*touched.removed, *touched.added)}
        for lock in self.prepared.locks:
            holds = {
                LockKind.SESSION: lock.subject in touched.ids,
                LockKind.PERSON: lock.subject in people,
                LockKind.DAY: lock.day is not None and lock.day.weekday() in days,
            }
            if holds[lock.kind]:
                yield lock.id


def _key(found: Violation) -> tuple[str, tuple[str, ...]]:
    return found.rule, found.ids


def _duty(unmet: Unmet) -> tuple[str, str]:
    return unmet.citizen, unmet.duty


def _whole(session: Session) -> bool:
    return session.start < session.end


Visit = tuple[str, str, int, int, frozenset[str]]


def _visit(session: Session, person: str) -> Visit:
    """What somebody is told of a session; staff hear of whom they meet in it as well."""
    met = frozenset(session.citizens) if person in session.staff else frozenset[str]()
    return session.activity, session.room, session.start, session.end, met


def _visits(sessions: Iterable[Session]) -> dict[str, Counter[Visit]]:
    found: dict[str, Counter[Visit]] = defaultdict(Counter)
    for session in sessions:
        for person in (*session.citizens, *session.staff):
            found[person][_visit(session, person)] += 1
    return found


def _staff_changed(removed: Iterable[Session], added: Iterable[Session]) -> tuple[StaffChange, ...]:
    before = {each.id: each.staff for each in removed}
    return tuple(
        StaffChange(each.id, before[each.id], each.staff)
        for each in added
        if each.id in before and set(before[each.id]) != set(each.staff)
    )


def _soft(verdict: Verdict) -> Iterator[SoftCost]:
    if any(minutes < 0 for _, minutes in verdict.minutes_won):
        yield SoftCost.HOURS_LOST
    if verdict.duties_lost:
        yield SoftCost.DUTY_LOST
    if verdict.cost > 0:
        yield SoftCost.MORE_MONEY
    if verdict.staff_changed:
        yield SoftCost.OTHER_STAFF
    if verdict.told:
        yield SoftCost.PEOPLE_TO_TELL
