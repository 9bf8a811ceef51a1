"""New visits for those who must change: everybody else's stay as they are.

The people named may leave what they are in, join the others' sessions as these stand, or be in new sessions
that the rooms and staff left over allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from solver.frame import Frame, bits, span_mask
from solver.limits import Limits
from solver.model.candidates import Candidate, able, candidate, welcome
from solver.model.week import ModelTooLargeError, WeekModel
from solver.plan import Session
from solver.repair.losses import Before
from solver.repair.model import DUTIES, PEOPLE, SLOTS, VISITS, RepairModel, sessions

#: Attendances up to which new visits are looked for at once.
LARGEST = 12_000
#: Rooms of one site that are offered for a session: those with most features first.
ROOMS = 2


@dataclass(frozen=True, slots=True)
class _Open:
    """A session that may be joined or left: as a candidate, with those in it who stay."""

    candidate: Candidate
    staying: tuple[int, ...]


def rebuild(
    before: Before,
    coming: Sequence[Session],
    people: frozenset[str],
    limits: Limits,
    seconds: float,
    workers: int,
    seed: int,
) -> tuple[Session, ...] | None:
    """The best that was found for ``people``, beside everybody else's visits in ``coming``; None where
    nothing was.
    """
    part = _Part(before, coming, people)
    try:
        possible = [each.candidate for each in part.open] + list(part.new())
        week = WeekModel(part.frame, possible, largest=LARGEST, keep_going=limits.go_on)
        model = RepairModel(before, week)
    except ModelTooLargeError:
        return None
    for k, each in enumerate(part.open):
        for i in each.staying:
            week.model.add(week.variables.attends[k][i] == 1)
    week.hint(coming)
    solver = model.solved(((DUTIES, SLOTS, PEOPLE, VISITS),), limits, seconds, workers, seed)
    return None if solver is None else (*part.closed, *sessions(week, solver))


class _Part:
    """The week parted into what some people may be in, and what is closed to them."""

    def __init__(self, before: Before, coming: Sequence[Session], people: frozenset[str]) -> None:
        given = before.given
        self.problem = given.workable
        others = [
            replace(session, citizens=staying)
            for session in coming
            if (staying := tuple(each for each in session.citizens if each not in people))
        ]
        #: What is free for the people beside everybody else.
        self.beside = Frame(self.problem, (*given.fixed, *others))
        self.people = frozenset(self.beside.citizen_index[each] for each in people)
        open_ids = {s.id for s in coming if people & set(s.citizens) or self._may_join(s)}
        self.closed = tuple(session for session in coming if session.id not in open_ids)
        self.frame = Frame(self.problem, (*given.fixed, *self.closed))
        self.open = [
            opened
            for session in coming
            if session.id in open_ids and (opened := self._opened(session)) is not None
        ]

    def _place(self, session: Session) -> tuple[int, int, int, int, int]:
        frame = self.beside
        room = frame.room_index[session.room]
        start = session.start // frame.slot
        length = session.end // frame.slot - start
        return frame.activity_index[session.activity], room, frame.room_site[room], start, length

    def _may_join(self, session: Session) -> tuple[int, ...]:
        """Who of the people could come to a session of others."""
        frame = self.beside
        a, room, site, start, length = self._place(session)
        there = [frame.citizen_index[each] for each in session.citizens]
        most = min(
            frame.problem.activities[a].max_group,
            frame.problem.rooms[room].capacity,
            *(frame.level[i].max_group for i in there),
        )
        if len(there) >= most:
            return ()
        mask = sum(1 << i for i in there)
        some = [i for i in welcome(frame, a, room) if i in self.people and not frame.rivals[i] & mask]
        return able(frame, some, a, site, start, length)

    def _opened(self, session: Session) -> _Open | None:
        """A session as it stands, with whoever else of the people could be in it, and staff to spare."""
        a, room, site, start, length = self._place(session)
        there = {self.beside.citizen_index[each] for each in session.citizens}
        staying = tuple(sorted(there - self.people))
        # Somebody who is there now may be so, whatever their own other visits are by now.
        some = [i for i in welcome(self.frame, a, room) if i in there or i in self.people]
        found = candidate(self.frame, a, room, start, length, some)
        if found is None:
            return None
        own = {self.beside.staff_index[member] for member in session.staff}
        stay = span_mask(start, start + length)
        staff = tuple(m for m in found.staff if m in own or not stay & ~self.beside.staff_free[m][site])
        return _Open(replace(found, staff=staff), staying)

    def new(self) -> Iterator[Candidate]:
        """Sessions for the people alone, in rooms and with staff that nobody else has."""
        frame = self.beside
        taken = {
            (o.candidate.activity, o.candidate.room, o.candidate.start, o.candidate.length) for o in self.open
        }
        for a, activity in enumerate(frame.problem.activities):
            lengths = sorted({minutes // frame.slot for minutes in activity.minutes})
            places: dict[tuple[int, int, int], list[Candidate]] = defaultdict(list)
            for r in self._rooms(a):
                some = [i for i in welcome(frame, a, r) if i in self.people]
                site = frame.room_site[r]
                reachable = 0
                for i in some:
                    reachable |= frame.may_attend[i][site]
                for start in bits(frame.room_free[r] & reachable):
                    for length in lengths:
                        place = places[site, start, length]
                        if len(place) < ROOMS and (a, r, start, length) not in taken:
                            found = candidate(frame, a, r, start, length, some)
                            if found is not None:
                                place.append(found)
            for place in places.values():
                yield from place

    def _rooms(self, activity: int) -> list[int]:
        """The rooms that suit an activity, those that suit most people first."""
        frame, rooms = self.beside, self.beside.problem.rooms
        offered = frame.problem.activities[activity]
        suiting = [r for r in range(len(rooms)) if rooms[r].capacity and frame.room_suits(offered, r)]
        return sorted(suiting, key=lambda r: (-len(rooms[r].features), rooms[r].capacity, r))
