"""What a repair costs the people whose week it is: the measure by which two repaired weeks are compared.

A person's *week* is the set of their visits still to come: activity, site, start and end, as in the goal
``changes``. Other staff, or another room on the same site, changes nobody's week.

- *Duties lost*, where ``duties`` is a goal: a person's missing duties of each kind, above those that the old
  plan left missing under the same problem.
- *Hours lost*: the counted hours that a person had in the old plan and has not in the new one, added up over
  people. What somebody else wins does not make up for it: a repair is not a new plan.
- *People changed*: those whose week is another.
- *Visits changed*: those in exactly one of a person's two weeks, added up.
- *Told anew*: other rooms and other staff of sessions that hold kept visits.

The first of these that differs decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from solver.frame import Frame, bits
from solver.plan import Session
from solver.problem import DAY_MINUTES
from solver.repair.given import Given

#: A citizen and an activity, both by index, or ``IDLE``: the duty to be seen at all.
Duty = tuple[int, int]
IDLE = -1


class Visit(NamedTuple):
    """Where and when somebody is in a session. ``start`` and ``end`` are minutes of the week; ``site`` is
    empty where the room is gone, and with it what was known of the site.
    """

    start: int
    end: int
    activity: str
    site: str

    @property
    def day(self) -> int:
        """The weekday, 0 for Monday."""
        return self.start // DAY_MINUTES


class Loss(NamedTuple):
    """Smaller is better, the first number that differs decides. ``slots`` are of the problem's grid."""

    duties: int
    slots: int
    people: int
    visits: int
    told: int


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A session that holds kept visits and was ``before``, with other staff or in another room."""

    before: Session
    after: Session

    @property
    def differences(self) -> int:
        """The room, and each staff member who is new; 1 where somebody only stays away."""
        new = len(set(self.after.staff) - set(self.before.staff))
        return max(1, (self.before.room != self.after.room) + new)


class Before:
    """The old plan's week, as far as it is still to come, to measure new ones against."""

    def __init__(self, given: Given) -> None:
        self.given = given
        problem = given.problem
        self.site = {room.id: room.site for room in problem.rooms}
        self.counted = {activity.id for activity in problem.activities if activity.counts}
        self.weighs_duties = "duties" in problem.goals
        self.visits = self.visits_of((*given.before, *given.homeless))
        self.slots = self.slots_of(self.visits)

    def visit(self, session: Session) -> Visit:
        return Visit(session.start, session.end, session.activity, self.site.get(session.room, ""))

    def visits_of(self, sessions: Iterable[Session]) -> Mapping[str, frozenset[Visit]]:
        """By citizen: their visits from now on."""
        found: dict[str, set[Visit]] = defaultdict(set)
        for session in sessions:
            if session.start >= self.given.now:
                visit = self.visit(session)
                for citizen in session.citizens:
                    found[citizen].add(visit)
        return {each.id: frozenset(found[each.id]) for each in self.given.problem.citizens}

    def slots_of(self, visits: Mapping[str, frozenset[Visit]]) -> Mapping[str, int]:
        """By citizen: the counted slots of their visits."""
        slot = self.given.problem.slot_minutes
        return {
            citizen: sum((v.end - v.start) // slot for v in some if v.activity in self.counted)
            for citizen, some in visits.items()
        }

    def missing(self, sessions: Iterable[Session]) -> Counter[Duty]:
        """How many of each duty are missing in a whole week (exchange format, goal ``duties``)."""
        week = Frame(self.given.problem, tuple(sessions))
        missing = Counter[Duty]()
        for citizen, need in enumerate(week.missing):
            for activity, count in need.items():
                missing[citizen, activity] = count
        for citizen in bits(week.idle):
            missing[citizen, IDLE] = 1
        return missing

    @cached_property
    def missing_before(self) -> Counter[Duty]:
        """The duties that the old plan leaves missing."""
        missing = self.missing(self.given.before)
        frame = Frame(self.given.problem)
        for session in self.given.homeless:
            activity = frame.activity_index.get(session.activity)
            if activity is not None:
                done = (activity, IDLE) if frame.ends_idleness(activity) else (activity,)
                missing -= Counter(
                    (frame.citizen_index[citizen], duty) for citizen in session.citizens for duty in done
                )
        return missing

    def duties_lost(self, sessions: Iterable[Session]) -> Counter[Duty]:
        """How many of each duty are missing in the whole new week that were not before."""
        return self.missing(sessions) - self.missing_before if self.weighs_duties else Counter()

    def loss(self, coming: Sequence[Session]) -> Loss:
        """What a week of the sessions that stand and those ``coming`` costs."""
        week = (*self.given.fixed, *coming)
        visits = self.visits_of(week)
        slots = self.slots_of(visits)
        differing = [self.visits[citizen] ^ visits[citizen] for citizen in visits]
        return Loss(
            self.duties_lost(week).total(),
            sum(max(0, self.slots[citizen] - slots[citizen]) for citizen in visits),
            sum(1 for some in differing if some),
            sum(len(some) for some in differing),
            sum(each.differences for each in self.otherwise(week)),
        )

    def otherwise(self, sessions: Iterable[Session]) -> list[Otherwise]:
        """The sessions of a new week that somebody must be told of, though no visit in them is another."""
        held: dict[Visit, list[Session]] = defaultdict(list)
        for session in self.given.before:
            if session.start >= self.given.now:
                held[self.visit(session)].append(session)
        found = []
        for session in sessions:
            if session.start < self.given.now:
                continue
            before = most_alike(session, held[self.visit(session)])
            if before is not None and (
                before.room != session.room or set(before.staff) != set(session.staff)
            ):
                found.append(Otherwise(before, session))
        return found


def most_alike(session: Session, others: Iterable[Session]) -> Session | None:
    """The one that shares most citizens, then staff and the room, with a session; None where nobody does."""

    def shared(other: Session) -> tuple[int, int, bool]:
        return (
            len(set(other.citizens) & set(session.citizens)),
            len(set(other.staff) & set(session.staff)),
            other.room == session.room,
        )

    best = max(others, key=shared, default=None)
    return best if best is not None and shared(best)[0] else None
