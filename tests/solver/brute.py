"""The best week of a tiny problem by trying everything: rules read off the format once more, the slowest way.

It knows all six goals, in any order. It shares no code with the solver or its checker. Time is a set of
slots, people are compared pair by pair, and every session that could be held at all is a candidate. Only what
can do no good is left out: staff whom R5 does not ask for, and sets of sessions that cannot better the best
one found even if nothing stood between the sessions left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations, product
from typing import NamedTuple

from solver.plan import GoalName, Session
from solver.problem import Activity, Citizen, Interval, Problem

DAY = 1440


class TooLargeError(Exception):
    """The problem has more plans than anybody wants to try."""


class Stay(NamedTuple):
    """A session or a commitment."""

    start: int
    end: int
    room: str | None
    site: str | None
    staff: frozenset[str]
    citizens: frozenset[str]
    session: Session | None


class Rules:
    """The rules of a problem, asked of one session, of two stays, or of a whole set."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.slot = problem.slot_minutes
        self.activities = {each.id: each for each in problem.activities}
        self.rooms = {each.id: each for each in problem.rooms}
        self.staff = {each.id: each for each in problem.staff}
        self.citizens = {each.id: each for each in problem.citizens}
        self.levels = {
            citizen.id: next(each for each in problem.levels if each.level == citizen.level)
            for citizen in problem.citizens
        }
        self.commitments = [
            Stay(each.start, each.end, None, each.site, frozenset(), frozenset(each.citizens), None)
            for each in problem.commitments
        ]

    def slots(self, intervals: Iterable[Interval]) -> set[int]:
        return {slot for each in intervals for slot in range(each.start, each.end, self.slot)}

    def stay(self, session: Session) -> Stay:
        site = self.rooms[session.room].site
        return Stay(
            session.start,
            session.end,
            session.room,
            site,
            frozenset(session.staff),
            frozenset(session.citizens),
            session,
        )

    @cached_property
    def rivals(self) -> list[tuple[str, str, str, int]]:
        """(one, other, scope, gap) of each two different citizens whom a separation keeps apart."""

        def side(name: str) -> list[str]:
            if name in self.problem.groups:
                return [each.id for each in self.problem.citizens if name in each.groups]
            return [name]

        return [
            (one, other, each.scope, each.gap_minutes)
            for each in self.problem.separations
            for one, other in product(side(each.between[0]), side(each.between[1]))
            if one != other
        ]

    @cached_property
    def open_slots(self) -> dict[str, set[int]]:
        """By room: the slots in which it can be used."""
        sites = {each.id: each.open_hours for each in self.problem.sites}
        found = {}
        for room in self.problem.rooms:
            own = sites[room.site]
            found[room.id] = self.slots(self.problem.open_hours if own is None else own) - self.slots(
                room.closed
            )
        return found

    @cached_property
    def free_slots(self) -> dict[tuple[str, str], set[int]]:
        """By kind and id: the slots in which a citizen or staff member is available."""
        return {("citizen", each.id): self.slots(each.available) for each in self.problem.citizens} | {
            ("staff", each.id): self.slots(each.available) for each in self.problem.staff
        }

    def fits(self, activity: str, room: str, start: int, end: int) -> bool:
        """R1 and R2 as far as they concern no person."""
        doing, place = self.activities[activity], self.rooms[room]
        return (
            end - start in doing.minutes
            and start // DAY == (end - 1) // DAY
            and set(range(start, end, self.slot)) <= self.open_slots[room]
            and (doing.rooms is None or room in doing.rooms)
            and doing.room_features <= place.features
        )

    def may_attend(self, citizen: str, activity: str, room: str, start: int, end: int) -> bool:
        """R2, R6, R8 and R13 as far as they concern one citizen and one session, commitments aside."""
        who, place = self.citizens[citizen], self.rooms[room]
        return (
            set(range(start, end, self.slot)) <= self.free_slots["citizen", citizen]
            and self.levels[citizen].room_features <= place.features
            and place.site not in who.avoid_sites
            and any(each.activity == activity and each.max_sessions > 0 for each in who.activities)
        )

    def group_is_good(self, session: Session) -> bool:
        """R9, R10, the capacity of R2, and R12 within the session."""
        people = session.citizens
        doing = self.activities[session.activity]
        levels = [self.levels[each] for each in people]
        return (
            doing.min_group <= len(people) <= min(doing.max_group, self.rooms[session.room].capacity)
            and all(len(people) <= each.max_group for each in levels)
            and not (len(people) > 1 and any(each.alone_on_site for each in levels))
            and not any(one in people and other in people for one, other, _, _ in self.rivals)
        )

    def staff_is_good(self, session: Session) -> bool:
        """R5 by trying every way to share the work out, the rest of R4 for one session, and R13."""
        team = set(session.staff)
        held = set(range(session.start, session.end, self.slot))
        if any(not held <= self.free_slots["staff", each] for each in team):
            return False
        if any(self.citizens[each].avoid_staff & team for each in session.citizens):
            return False
        doing = self.activities[session.activity]
        levels = [self.levels[each] for each in session.citizens]
        guards = max([each.guards for each in levels], default=0)
        others = max([doing.staff, *(each.staff for each in levels)])
        able = [each for each in team if "guard" in self.staff[each].skills]
        for serving in subsets(able):
            rest = team - set(serving)
            skilled = any(doing.skill in self.staff[each].skills for each in rest)
            if len(serving) >= guards and len(rest) >= others and skilled:
                return True
        return False

    def travel(self, one: str, other: str) -> int:
        return max(
            (each.minutes for each in self.problem.travel if {each.from_site, each.to_site} == {one, other}),
            default=0,
        )

    def bear(self, one: Stay, other: Stay) -> bool:
        """R3, R4, R6, R11, R12 between two stays, one of them planned."""
        first, second = sorted((one, other), key=lambda each: (each.start, each.end))
        pause = second.start - first.end
        here = first.site is not None and first.site == second.site
        if one.room is not None and one.room == other.room and pause < 0:
            return False
        if one.staff & other.staff or one.citizens & other.citizens:
            away = first.site is not None and second.site is not None and not here
            if pause < (self.travel(str(first.site), str(second.site)) if away else 0):
                return False
        if not here:
            return True
        for a, b, scope, gap in self.rivals:
            both = (a in one.citizens and b in other.citizens) or (b in one.citizens and a in other.citizens)
            if both and scope == "site" and pause < gap:
                return False
        if pause < 0:
            for mine, theirs in ((one, other), (other, one)):
                for each in mine.citizens:
                    if mine.session and self.levels[each].alone_on_site and theirs.citizens - {each}:
                        return False
        return True

    def alone_is_good(self, session: Session) -> bool:
        """Every rule but R14, for a plan of this session alone."""
        held = (session.activity, session.room, session.start, session.end)
        return (
            len(set(session.citizens)) == len(session.citizens)
            and len(set(session.staff)) == len(session.staff)
            # First what most often says no.
            and self.staff_is_good(session)
            and self.fits(*held)
            and all(self.may_attend(each, *held) for each in session.citizens)
            and self.group_is_good(session)
            and all(self.bear(self.stay(session), each) for each in self.commitments)
            and self.within_limits([session])
        )

    def within_limits(self, sessions: Sequence[Session]) -> bool:
        """R4's, R7's, R8's and R15's sums."""
        problem = self.problem
        for member in problem.staff:
            if (
                sum(each.end - each.start for each in sessions if member.id in each.staff)
                > member.max_minutes
            ):
                return False
        for citizen in problem.citizens:
            attended = [each for each in sessions if citizen.id in each.citizens]
            if attended and not (
                self._hours_are_good(citizen, attended) and self._list_is_good(citizen, attended)
            ):
                return False
        return problem.budget is None or sum(self.cost(each) for each in sessions) <= problem.budget

    def given(self, citizen: Citizen) -> list[tuple[int, int]]:
        """Start and end of each commitment whose hours count."""
        return self._given[citizen.id]

    @cached_property
    def _given(self) -> dict[str, list[tuple[int, int]]]:
        counted = [each for each in self.problem.commitments if each.counts]
        return {
            citizen: [(each.start, each.end) for each in counted if citizen in each.citizens]
            for citizen in self.citizens
        }

    def _hours_are_good(self, citizen: Citizen, attended: list[Session]) -> bool:
        new = [(each.start, each.end) for each in attended if self.activities[each.activity].counts]
        given = self.given(citizen)
        if new and sum(end - start for start, end in new + given) > citizen.max_minutes:
            return False
        for day in {start // DAY for start, _ in new}:
            total = sum(end - start for start, end in new + given if start // DAY == day)
            if total > citizen.max_daily_minutes:
                return False
        return True

    def _list_is_good(self, citizen: Citizen, attended: list[Session]) -> bool:
        for enrolment in citizen.activities:
            days = [each.start // DAY for each in attended if each.activity == enrolment.activity]
            if len(days) > enrolment.max_sessions:
                return False
            if max(map(days.count, days), default=0) > self.activities[enrolment.activity].max_per_day:
                return False
        return True

    def cost(self, session: Session) -> int:
        doing = self.activities[session.activity]
        return doing.cost_per_session + doing.cost_per_citizen * len(session.citizens)

    def duties(self, sessions: Iterable[Session]) -> int:
        held = list(sessions)
        missing = 0
        for citizen in self.problem.citizens:
            attended = Counter(each.activity for each in held if citizen.id in each.citizens)
            missing += sum(max(0, each.min_sessions - attended[each.activity]) for each in citizen.activities)
            counted = bool(self.given(citizen)) or any(self.activities[each].counts for each in attended)
            missing += not counted and not attended[self.problem.idle_interview or ""]
        return missing

    def fairness(self, sessions: Iterable[Session]) -> int:
        held = list(sessions)
        total = 0
        for citizen in self.problem.citizens:
            minutes = sum(end - start for start, end in self.given(citizen)) + sum(
                each.end - each.start
                for each in held
                if citizen.id in each.citizens and self.activities[each.activity].counts
            )
            total += (max(0, citizen.max_minutes - minutes) // self.slot) ** 2
        return total

    def visits(self, sessions: Iterable[Session]) -> set[tuple[str, str, str, int, int]]:
        return {
            (citizen, each.activity, self.rooms[each.room].site, each.start, each.end)
            for each in sessions
            for citizen in each.citizens
        }

    def changes(self, sessions: Iterable[Session]) -> int:
        if self.problem.reference is None:
            return 0
        now, before = self.visits(sessions), self.visits(self.problem.reference)
        return len(now - before) + len(before - now)

    def gaps(self, sessions: Iterable[Session]) -> int:
        """Slot by slot: those with one spent before and one spent after, on the same day."""
        stays = [*self.commitments, *(self.stay(each) for each in sessions)]
        waiting = 0
        for citizen in self.citizens:
            spent = {
                slot
                for each in stays
                if citizen in each.citizens
                for slot in range(each.start, each.end, self.slot)
            }
            for day in {slot // DAY for slot in spent}:
                today = [slot for slot in spent if slot // DAY == day]
                waiting += len(set(range(min(today), max(today), self.slot)) - spent)
        return waiting * self.slot

    def rank(self, sessions: Iterable[Session]) -> tuple[int, ...]:
        """What each goal of the problem comes to, smaller being better: hours as minutes below zero."""
        held = list(sessions)
        worth: dict[GoalName, Callable[[], int]] = {
            "duties": lambda: self.duties(held),
            "hours": lambda: -sum(self.minutes(each) for each in held),
            "fairness": lambda: self.fairness(held),
            "changes": lambda: self.changes(held),
            "gaps": lambda: self.gaps(held),
            "cost": lambda: sum(self.cost(each) for each in held),
        }
        return tuple(worth[goal]() for goal in self.problem.goals)

    def minutes(self, session: Session) -> int:
        """The counted minutes that a session adds, of all in it."""
        counts = self.activities[session.activity].counts
        return (session.end - session.start) * len(session.citizens) if counts else 0


def subsets(things: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every subset, smaller ones first."""
    row = sorted(things)
    for size in range(len(row) + 1):
        yield from combinations(row, size)


def candidates(problem: Problem) -> list[Session]:
    """Every session that would be good alone, with no more staff than it needs."""
    rules = Rules(problem)
    found: list[Session] = []
    for activity, room in product(problem.activities, problem.rooms):
        for start, length in product(sorted(rules.open_slots[room.id]), sorted(set(activity.minutes))):
            held = (activity.id, room.id, start, start + length)
            if rules.fits(*held):
                found += _with_people(rules, activity, *held)
    return found


def _with_people(rules: Rules, activity: Activity, *held: str | int) -> Iterator[Session]:
    name, room, start, end = str(held[0]), str(held[1]), int(held[2]), int(held[3])
    coming = [each for each in rules.citizens if rules.may_attend(each, name, room, start, end)]
    for citizens in subsets(coming):
        if not citizens or not rules.group_is_good(Session("", name, room, start, end, (), citizens)):
            continue
        enough: list[set[str]] = []
        for team in subsets(rules.staff):
            session = Session(
                f"{name}-{room}-{start}-{end}-{'-'.join((*team, *citizens))}",
                name,
                room,
                start,
                end,
                team,
                citizens,
            )
            if not any(each <= set(team) for each in enough) and rules.alone_is_good(session):
                enough.append(set(team))
                yield session


def best(problem: Problem, *, most_steps: int = 20_000) -> tuple[int, float] | None:
    """The fewest ``duties`` and, with those, the most ``hours`` of any plan; None where there is none.

    Raises ``TooLargeError`` after ``most_steps``.
    """
    found = best_plan(replace(problem, goals=("duties", "hours")), most_steps=most_steps)
    return None if found is None else worth(problem, found)


def worth(problem: Problem, sessions: Sequence[Session]) -> tuple[int, float]:
    """The ``duties`` and ``hours`` that sessions come to."""
    rules = Rules(problem)
    return rules.duties(sessions), sum(rules.minutes(each) for each in sessions) / 60


def best_plan(problem: Problem, *, most_steps: int = 20_000) -> list[Session] | None:
    """The sessions of one of the best plans by the problem's goals."""
    if not is_plan(problem, problem.locked):
        return None
    return _Search(Rules(problem), list(problem.locked), most_steps).run()


def is_plan(problem: Problem, sessions: Sequence[Session]) -> bool:
    """Whether these sessions break no rule but, perhaps, R14. They may have any people, rooms and times that
    are there.
    """
    rules = Rules(problem)
    stays = [rules.stay(each) for each in sessions]
    return (
        all(rules.alone_is_good(each) for each in sessions)
        and all(rules.bear(one, other) for one, other in combinations(stays, 2))
        and rules.within_limits(sessions)
    )


class _Search:
    """Takes each candidate in or leaves it out, one by one. Sets of candidates are bits of a number."""

    def __init__(self, rules: Rules, locked: list[Session], most_steps: int) -> None:
        self.rules = rules
        self.locked = locked
        self.steps_left = most_steps
        stays = [rules.stay(each) for each in locked]
        self.row = [
            each
            for each in candidates(rules.problem)
            if all(rules.bear(rules.stay(each), other) for other in stays)
        ]
        # What gives most hours first, so that a good plan is found soon.
        self.row.sort(key=lambda each: (-rules.minutes(each), each.start, each.id))
        own = [rules.stay(each) for each in self.row]
        self.bearing = [
            sum(1 << other for other in range(one + 1, len(own)) if rules.bear(own[one], own[other]))
            for one in range(len(own))
        ]
        self.of_activity: dict[tuple[str, str], int] = defaultdict(int)
        at_slot: dict[str, dict[int, dict[int, int]]] = defaultdict(
            lambda: defaultdict(lambda: defaultdict(int))
        )
        for number, each in enumerate(self.row):
            for citizen in each.citizens:
                self.of_activity[citizen, each.activity] |= 1 << number
                if rules.activities[each.activity].counts:
                    for slot in range(each.start, each.end, rules.slot):
                        at_slot[citizen][slot // DAY][slot] |= 1 << number
        #: By citizen: each day on which they could attend anything, and what there is in each of its slots.
        self.days = {
            citizen: [(day, list(slots.values())) for day, slots in days.items()]
            for citizen, days in at_slot.items()
        }
        self.mine: dict[str, int] = defaultdict(int)
        for (citizen, _), numbers in self.of_activity.items():
            self.mine[citizen] |= numbers
        self.parts: dict[tuple[str, int, tuple[str, ...]], tuple[int, int, int]] = {}
        self.best = locked
        self.value = self._value(locked)

    def run(self) -> list[Session]:
        self._try(self.locked, (1 << len(self.row)) - 1)
        return self.best

    def _value(self, sessions: list[Session]) -> tuple[int, ...]:
        return self.rules.rank(sessions)

    def _try(self, taken: list[Session], left: int) -> None:
        value = self._value(taken)
        if value < self.value:
            self.best, self.value = taken, value
        while left and self._at_best(taken, left) < self.value:
            self.steps_left -= 1
            if self.steps_left < 0:
                raise TooLargeError
            number = (left & -left).bit_length() - 1
            left &= ~(1 << number)
            more = [*taken, self.row[number]]
            if self.rules.within_limits(more):
                self._try(more, left & self.bearing[number])

    def _at_best(self, taken: list[Session], left: int) -> tuple[int, ...]:
        """What no plan can pass that holds those taken and any of those left: as if each citizen could attend
        all that is left of their list, one thing at a time, within their hours.
        """
        parts = [self._of_citizen(citizen, taken, left) for citizen in self.rules.problem.citizens]
        worth: dict[GoalName, int] = {
            "duties": sum(missing for missing, _, _ in parts),
            "hours": -sum(minutes for _, minutes, _ in parts),
            "fairness": sum(lacking for _, _, lacking in parts),
            "changes": self._changed_at_least(taken),
            "gaps": 0,
            "cost": sum(self.rules.cost(each) for each in taken),
        }
        return tuple(worth[goal] for goal in self.rules.problem.goals)

    def _of_citizen(self, citizen: Citizen, taken: list[Session], left: int) -> tuple[int, int, int]:
        """One citizen's part of that: duties missing, minutes, and what they lack of their cap, squared.

        From one step to the next it is the same for most people, and kept.
        """
        attended = [each for each in taken if citizen.id in each.citizens]
        known = (citizen.id, left & self.mine[citizen.id], tuple(each.id for each in attended))
        if known in self.parts:
            return self.parts[known]
        most = self._minutes_at_best(citizen, attended, left)
        had = most + sum(end - start for start, end in self.rules.given(citizen))
        lacking = (max(0, citizen.max_minutes - had) // self.rules.slot) ** 2
        seen = bool(self.rules.given(citizen))
        for activity, doing in self.rules.activities.items():
            if doing.counts or activity == self.rules.problem.idle_interview:
                seen = seen or any(each.activity == activity for each in attended)
                seen = seen or bool(left & self.of_activity[citizen.id, activity])
        missing = int(not seen)
        for each in citizen.activities:
            done = sum(session.activity == each.activity for session in attended)
            could = (left & self.of_activity[citizen.id, each.activity]).bit_count()
            missing += max(0, each.min_sessions - done - could)
        return self.parts.setdefault(known, (missing, most, lacking))

    def _changed_at_least(self, taken: list[Session]) -> int:
        reference = self.rules.problem.reference
        return 0 if reference is None else len(self.rules.visits(taken) - self.rules.visits(reference))

    def _minutes_at_best(self, citizen: Citizen, attended: list[Session], left: int) -> int:
        rules = self.rules
        counted = [each for each in attended if rules.activities[each.activity].counts]
        spent = [(each.start, each.end) for each in counted] + rules.given(citizen)
        in_days = 0
        for day, masks in self.days.get(citizen.id, ()):
            slots = sum(1 for mask in masks if left & mask)
            if slots:
                today = sum(end - start for start, end in spent if start // DAY == day)
                in_days += max(0, min(slots * rules.slot, citizen.max_daily_minutes - today))
        in_list = 0
        for each in citizen.activities:
            doing = rules.activities[each.activity]
            could = (left & self.of_activity[citizen.id, each.activity]).bit_count()
            more = each.max_sessions - sum(session.activity == each.activity for session in attended)
            in_list += doing.counts * max(0, min(could, more)) * max(doing.minutes)
        in_week = max(0, citizen.max_minutes - sum(end - start for start, end in spent))
        return sum(each.end - each.start for each in counted) + min(in_days, in_list, in_week)
