"""Timefold, in its own manner: local search over sessions and visits, every rule a constraint stream.

A *shell* is a session that may be held: an activity in a room, a time, somebody who leads it, and perhaps a
second one and a guard. A *visit* is a citizen's place in a shell, or in none. There are as many shells as the
staff have hours for, and for each citizen as many visits as they could make. Shells start as an empty
timetable: each staff member's days filled with what they can lead; a shell without visits counts for nothing
and breaks nothing. So the search starts from a week without fault and needs no construction phase, which
would take too long for 700 people. Then Timefold's default local search (late acceptance) changes it, most
often a visit. Hard: every rule that is broken. Medium: duties. Soft: hours.

What concerns a single person, room or time is settled before by ``solver.frame``, as for the other peers. The
community edition searches with one thread. Levels that ask for more than two staff or one guard are not
modelled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Annotated, Any

from timefold.solver import SolutionManager, SolverFactory
from timefold.solver.config import (
    Duration,
    EnvironmentMode,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    SolverConfigOverride,
    TerminationConfig,
)
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardMediumSoftScore,
    Joiners,
    constraint_provider,
)

from solver.frame import bits
from solver.plan import Session
from solver.problem import Problem
from tests.bench.peers.best import Best
from tests.bench.sheet import Sheet

#: Of ten moves six change a visit, two a session, and one each swaps two visits or two sessions.
MOVES = (("changeMoveSelector", "Visit", 6), ("changeMoveSelector", "Shell", 2),
         ("swapMoveSelector", "Visit", 1), ("swapMoveSelector", "Shell", 1))  # fmt: skip


@dataclass(eq=False)
class What:
    """An activity in a room. ``people``: a mask of those who may be in it; ``lengths``: of the lengths in
    slots; ``ways``: slots to each site."""

    id: int
    activity: int
    room: int
    site: int
    counts: int
    seats: int
    least: int
    asked_staff: int
    skill: str
    ends_idleness: bool
    cost: int
    cost_each: int
    people: int
    lengths: int
    ways: list[int]


@dataclass(eq=False)
class When:
    """Slots of the week. ``rooms``: a mask of those that are free; by site, masks of ``people`` and
    ``staff``.
    """

    id: int
    day: int
    start: int
    end: int
    rooms: int
    people: list[int]
    staff: list[int]


@dataclass(eq=False)
class Member:
    """Somebody of the staff; ``left``: slots of work."""

    id: int
    bit: int
    skills: set[str]
    left: int


@dataclass(eq=False)
class Person:
    """A citizen; ``near``: by other citizen, the slots that must lie between them on a site."""

    id: int
    bit: int
    max_group: int
    staff: int
    guards: int
    alone: bool
    week_left: int
    day_left: list[int]
    sessions_left: dict[int, int]
    per_day: dict[int, int]
    missing: dict[int, int]
    idle: bool
    rivals: set[int]
    near: dict[int, int]
    avoids: set[int]


@planning_entity
@dataclass(eq=False)
class Shell:
    id: Annotated[int, PlanningId]
    what: Annotated[What, PlanningVariable]
    when: Annotated[When, PlanningVariable]
    lead: Annotated[Member, PlanningVariable]
    second: Annotated[Member | None, PlanningVariable(allows_unassigned=True)] = field(default=None)
    guard: Annotated[Member | None, PlanningVariable(allows_unassigned=True)] = field(default=None)


@planning_entity
@dataclass(eq=False)
class Visit:
    id: Annotated[int, PlanningId]
    person: Person
    shell: Annotated[Shell | None, PlanningVariable(allows_unassigned=True)] = field(default=None)


@dataclass(eq=False)
class Unit:
    """The money left in the whole unit."""

    budget: int


@planning_solution
@dataclass(eq=False)
class Week:
    units: Annotated[list[Unit], ProblemFactCollectionProperty]
    offered: Annotated[list[What], ProblemFactCollectionProperty, ValueRangeProvider]
    times: Annotated[list[When], ProblemFactCollectionProperty, ValueRangeProvider]
    members: Annotated[list[Member], ProblemFactCollectionProperty, ValueRangeProvider]
    shells: Annotated[list[Shell], PlanningEntityCollectionProperty, ValueRangeProvider]
    visits: Annotated[list[Visit], PlanningEntityCollectionProperty]
    score: Annotated[HardMediumSoftScore, PlanningScore] = field(default=None)


HARD, MEDIUM, SOFT = (
    HardMediumSoftScore.ONE_HARD,
    HardMediumSoftScore.ONE_MEDIUM,
    HardMediumSoftScore.ONE_SOFT,
)


def near(one: When, other: When, gap: int) -> bool:
    """Whether the two overlap, or fewer than ``gap`` slots lie between them."""
    return one.start < other.end + gap and other.start < one.end + gap


def crew(shell: Shell) -> list[Member]:
    found = [shell.lead]
    if shell.second is not None:
        found.append(shell.second)
    if shell.guard is not None:
        found.append(shell.guard)
    return found


def apart(one: Person, other: Person, here: bool, first: When, second: When) -> bool:
    """R10, R11 and R12 for two people on one site; ``here``: in one session."""
    if here:
        return other.id in one.rivals or one.alone or other.alone
    if (one.alone or other.alone) and near(first, second, 0):
        return True
    return other.id in one.near and near(first, second, one.near[other.id])


def lacking(shell: Shell, staff: int, guards: int) -> int:
    """R1 to R5: what is wrong with the room, the time and who works in a session."""
    what, when = shell.what, shell.when
    wrong = 0
    if (what.lengths >> (when.end - when.start)) & 1 == 0 or (when.rooms >> what.room) & 1 == 0:
        wrong += 1
    if what.skill not in shell.lead.skills:
        wrong += 1
    if (staff > 1 or what.asked_staff > 1) and shell.second is None:
        wrong += 1
    if guards > 0 and (shell.guard is None or "guard" not in shell.guard.skills):
        wrong += 1
    people = crew(shell)
    for member in people:
        if when.staff[what.site] & member.bit == 0:
            wrong += 1
    return wrong + repeated(shell)


def repeated(shell: Shell) -> int:
    wrong = 0
    if shell.second is not None and shell.second.id == shell.lead.id:
        wrong += 1
    if shell.guard is not None:
        if shell.guard.id == shell.lead.id:
            wrong += 1
        if shell.second is not None and shell.guard.id == shell.second.id:
            wrong += 1
    return wrong


def met(avoids: set[int], shell: Shell) -> int:
    found = 0
    for member in crew(shell):
        if member.id in avoids:
            found += 1
    return found


def owed(person: Person, activity: int, count: int) -> int:
    """How many duties so many sessions of an activity meet."""
    return min(count, person.missing.get(activity, 0))


def too_many(limits: dict[int, int], activity: int, count: int) -> int:
    return max(0, count - limits.get(activity, 0))


def too_large(what: What, count: int, level: int) -> int:
    """R9, and the capacity of R2."""
    return max(0, count - min(what.seats, level)) + max(0, what.least - count)


@constraint_provider
def rules(factory: ConstraintFactory) -> list[Constraint]:
    collect = ConstraintCollectors

    def shells() -> Any:
        # Those without a second or a guard count as well.
        return factory.for_each_including_unassigned(Shell)

    def attending() -> Any:
        return factory.for_each(Visit).join(shells(), Joiners.equal(lambda v: v.shell.id, lambda s: s.id))

    def held() -> Any:
        return shells().if_exists(Visit, Joiners.equal(lambda s: s.id, lambda v: v.shell.id))

    def working() -> Any:
        return held().expand(crew).flatten_last(lambda members: members)

    return [
        # What concerns one person in one session: R1, R2, R6, R8 and R13, commitments and locked sessions.
        attending()
        .filter(lambda v, s: s.what.people & s.when.people[s.what.site] & v.person.bit == 0)
        .penalize(HARD)
        .as_constraint("may attend"),
        attending()
        .group_by(lambda v, s: s, collect.count_bi(), collect.min(lambda v, s: v.person.max_group))
        .penalize(HARD, lambda s, n, level: too_large(s.what, n, level))
        .as_constraint("R9 group size"),
        attending()
        .group_by(
            lambda v, s: s,
            collect.max(lambda v, s: v.person.staff),
            collect.max(lambda v, s: v.person.guards),
        )
        .penalize(HARD, lacking)
        .as_constraint("R5 staffing"),
        held()
        .join(
            shells(),
            Joiners.equal(lambda s: s.what.room, lambda t: t.what.room),
            Joiners.less_than(lambda s: s.id, lambda t: t.id),
        )
        .filter(lambda s, t: near(s.when, t.when, 0))
        .if_exists(Visit, Joiners.equal(lambda s, t: t.id, lambda v: v.shell.id))
        .penalize(HARD)
        .as_constraint("R3 room once"),
        working()
        .join(
            shells(),
            Joiners.equal(lambda s, m: s.when.day, lambda t: t.when.day),
            Joiners.less_than(lambda s, m: s.id, lambda t: t.id),
        )
        .filter(lambda s, m, t: m in crew(t))
        .if_exists(Visit, Joiners.equal(lambda s, m, t: t.id, lambda v: v.shell.id))
        .filter(lambda s, m, t: near(s.when, t.when, s.what.ways[t.what.site]))
        .penalize(HARD)
        .as_constraint("R4 staff free"),
        working()
        .group_by(lambda s, m: m, collect.sum(lambda s, m: s.when.end - s.when.start))
        .filter(lambda m, slots: slots > m.left)
        .penalize(HARD, lambda m, slots: slots - m.left)
        .as_constraint("R4 staff hours"),
        attending()
        .join(
            Visit,
            Joiners.equal(lambda v, s: v.person.id, lambda w: w.person.id),
            Joiners.less_than(lambda v, s: v.id, lambda w: w.id),
        )
        .join(shells(), Joiners.equal(lambda v, s, w: w.shell.id, lambda t: t.id))
        .filter(lambda v, s, w, t: near(s.when, t.when, s.what.ways[t.what.site]))
        .penalize(HARD)
        .as_constraint("R6 citizen free"),
        attending()
        .filter(lambda v, s: s.what.counts > 0)
        .group_by(
            lambda v, s: v.person, collect.sum(lambda v, s: s.what.counts * (s.when.end - s.when.start))
        )
        .filter(lambda p, slots: slots > p.week_left)
        .penalize(HARD, lambda p, slots: slots - p.week_left)
        .as_constraint("R7 hours of the week"),
        attending()
        .filter(lambda v, s: s.what.counts > 0)
        .group_by(
            lambda v, s: v.person,
            lambda v, s: s.when.day,
            collect.sum(lambda v, s: s.what.counts * (s.when.end - s.when.start)),
        )
        .filter(lambda p, day, slots: slots > p.day_left[day])
        .penalize(HARD, lambda p, day, slots: slots - p.day_left[day])
        .as_constraint("R7 hours of the day"),
        attending()
        .group_by(lambda v, s: v.person, lambda v, s: s.what.activity, collect.count_bi())
        .penalize(HARD, lambda p, activity, n: too_many(p.sessions_left, activity, n))
        .as_constraint("R8 sessions of the week"),
        attending()
        .group_by(
            lambda v, s: v.person, lambda v, s: s.what.activity, lambda v, s: s.when.day, collect.count_bi()
        )
        .penalize(HARD, lambda p, activity, day, n: too_many(p.per_day, activity * 7 + day, n))
        .as_constraint("R8 sessions of the day"),
        attending()
        .join(
            shells(),
            Joiners.equal(lambda v, s: s.what.site, lambda t: t.what.site),
            Joiners.equal(lambda v, s: s.when.day, lambda t: t.when.day),
        )
        .join(
            Visit,
            Joiners.equal(lambda v, s, t: t.id, lambda w: w.shell.id),
            Joiners.less_than(lambda v, s, t: v.id, lambda w: w.id),
        )
        .filter(lambda v, s, t, w: apart(v.person, w.person, s.id == t.id, s.when, t.when))
        .penalize(HARD)
        .as_constraint("R10, R11, R12 apart"),
        attending()
        .filter(lambda v, s: len(v.person.avoids) > 0)
        .penalize(HARD, lambda v, s: met(v.person.avoids, s))
        .as_constraint("R13 avoid"),
        attending()
        .group_by(lambda v, s: s, collect.sum(lambda v, s: s.what.cost_each))
        .group_by(collect.sum(lambda s, money: s.what.cost + money))
        .join(Unit)
        .filter(lambda money, u: money > u.budget)
        .penalize(HARD, lambda money, u: money - u.budget)
        .as_constraint("R15 budget"),
        attending()
        .group_by(lambda v, s: v.person, lambda v, s: s.what.activity, collect.count_bi())
        .reward(MEDIUM, owed)
        .as_constraint("duties"),
        attending()
        .filter(lambda v, s: v.person.idle and s.what.ends_idleness)
        .group_by(lambda v, s: v.person, collect.count_bi())
        .reward(MEDIUM)
        .as_constraint("idle citizens"),
        attending()
        .reward(SOFT, lambda v, s: s.what.counts * (s.when.end - s.when.start))
        .as_constraint("hours"),
    ]


def run(best: Best) -> str:
    week, sheet = _week(best.problem)
    config = SolverConfig.create_from_xml_text(_local_search())
    config.solution_class = Week
    config.entity_class_list = [Shell, Visit]
    config.score_director_factory_config = ScoreDirectorFactoryConfig(constraint_provider_function=rules)
    config.environment_mode = EnvironmentMode.NO_ASSERT
    # Handing a week over to Java and back takes a while, so that better ones are not read out on the way.
    factory = SolverFactory.create(config)
    begun = best.left
    SolutionManager.create(factory).update(week)
    there_and_back = begun - best.left
    spent = Duration(milliseconds=max(1, round((best.left - there_and_back) * 1000)))
    override = SolverConfigOverride(termination_config=TerminationConfig(spent_limit=spent))
    week = factory.build_solver(override).solve(week)
    if week.score is not None and week.score.hard_score == 0:
        best.show(_sessions(sheet, week))
    return "time"


def _local_search() -> str:
    """Timefold's settings: the moves, whose classes it knows by the names that its interpreter gave them."""
    moves = "".join(
        f"<{kind}><fixedProbabilityWeight>{weight}</fixedProbabilityWeight><entitySelector>"
        f"<entityClass>org.jpyinterpreter.user.{__name__}.{entity}</entityClass></entitySelector></{kind}>"
        for kind, entity, weight in MOVES
    )
    return f"<solver><localSearch><unionMoveSelector>{moves}</unionMoveSelector></localSearch></solver>"


def _week(problem: Problem) -> tuple[Week, Sheet]:
    """The facts, the empty timetable, and everybody's visits."""
    sheet = Sheet(problem)
    offered, times = _offered(sheet), _times(sheet)
    members = [
        Member(m, 1 << m, set(member.skills), max(0, sheet.staff_left[m]))
        for m, member in enumerate(problem.staff)
    ]
    people = [_person(sheet, i) for i in range(sheet.frame.n)]
    numbers = count()
    shortest = min(
        (minutes // sheet.frame.slot for a in problem.activities if a.counts for minutes in a.minutes),
        default=1,
    )
    visits = []
    for person in people:
        left = person.sessions_left
        uncounted = sum(n for a, n in left.items() if not problem.activities[a].counts)
        for _ in range(min(sum(left.values()), person.week_left // shortest + uncounted)):
            visits.append(Visit(next(numbers), person))
    budget = 10**9 if sheet.frame.budget_left is None else sheet.frame.budget_left
    shells = _timetable(offered, times, members)
    return Week([Unit(budget)], offered, times, members, shells, visits), sheet


def _offered(sheet: Sheet) -> list[What]:
    frame, problem = sheet.frame, sheet.problem
    found: list[What] = []
    for a, activity in enumerate(problem.activities):
        for r, room in enumerate(problem.rooms):
            people = sum(
                1 << i
                for i in range(frame.n)
                if a in frame.sessions_left[i] and frame.level[i].room_features <= room.features
            )
            if people and frame.room_suits(activity, r):
                site = frame.room_site[r]
                found.append(
                    What(
                        len(found), a, r, site, int(activity.counts), min(activity.max_group, room.capacity),
                        activity.min_group, activity.staff, activity.skill, frame.ends_idleness(a),
                        activity.cost_per_session, activity.cost_per_citizen, people,
                        sum(1 << minutes // frame.slot for minutes in set(activity.minutes)),
                        frame.travel[site],
                    )
                )  # fmt: skip
    return found


def _times(sheet: Sheet) -> list[When]:
    frame, problem = sheet.frame, sheet.problem
    sites = range(len(problem.sites))
    found: list[When] = []
    every = {(spot.start, spot.end) for spot in sheet.spots()}
    for start, end in sorted(every, key=lambda span: (span[0], -span[1])):
        stay = ((1 << end - start) - 1) << start
        found.append(
            When(
                len(found), frame.day_of(start), start, end,
                sum(1 << r for r, free in enumerate(frame.room_free) if not stay & ~free),
                [sum(1 << i for i in range(frame.n) if not stay & ~frame.may_attend[i][s]) for s in sites],
                [
                    sum(1 << m for m, free in enumerate(frame.staff_free) if not stay & ~free[s])
                    for s in sites
                ],
            )
        )  # fmt: skip
    return found


def _person(sheet: Sheet, i: int) -> Person:
    frame, problem = sheet.frame, sheet.problem
    level = frame.level[i]
    if level.staff > 2 or level.guards > 1:
        raise ValueError("more than two staff or one guard in a session are not modelled")
    number = {member.id: m for m, member in enumerate(problem.staff)}
    close: dict[int, int] = {}
    for gap, rivals in frame.site_rivals[i]:
        for other in bits(rivals):
            close[other] = max(gap, close.get(other, 0))
    return Person(
        i, 1 << i, level.max_group, level.staff, level.guards, level.alone_on_site, frame.week_left[i],
        frame.day_left[i], dict(frame.sessions_left[i]),
        {7 * a + d: frame.per_day_left(i, a, d) for a in range(len(problem.activities)) for d in range(7)},
        dict(frame.missing[i]), bool(frame.idle >> i & 1), set(bits(frame.rivals[i])), close,
        {number[m] for m in frame.citizens[i].avoid_staff},
    )  # fmt: skip


def _timetable(offered: list[What], times: list[When], members: list[Member]) -> list[Shell]:
    """Each staff member's days, one session after the other in rooms that are free, by chance but always
    alike.
    """
    random = Random(1)
    taken: dict[int, int] = {}
    shells: list[Shell] = []
    for member in members:
        mine = [what for what in offered if what.skill in member.skills]
        left, day, until, site = member.left, -1, 0, -1
        for when in times:
            length = when.end - when.start
            if length > left or (when.day == day and when.start < until):
                continue
            stay = ((1 << length) - 1) << when.start
            possible = [
                what
                for what in mine
                if what.lengths >> length & 1
                and when.rooms >> what.room & 1
                and when.staff[what.site] & member.bit
                and not taken.get(what.room, 0) & stay
                and (when.day != day or what.site == site)
            ]
            if possible:
                what = random.choice(possible)
                shells.append(Shell(len(shells), what, when, member))
                taken[what.room] = taken.get(what.room, 0) | stay
                left -= length
                day, until, site = when.day, when.end, what.site
    return shells


def _sessions(sheet: Sheet, week: Week) -> tuple[Session, ...]:
    problem, slot = sheet.problem, sheet.frame.slot
    taken = {session.id for session in problem.locked}
    names = (name for k in count(1) if (name := f"s{k}") not in taken)
    groups: dict[int, list[int]] = {}
    for visit in week.visits:
        if visit.shell is not None:
            groups.setdefault(visit.shell.id, []).append(visit.person.id)
    return tuple(
        Session(
            next(names),
            problem.activities[shell.what.activity].id,
            problem.rooms[shell.what.room].id,
            shell.when.start * slot,
            shell.when.end * slot,
            tuple(problem.staff[member.id].id for member in crew(shell)),
            tuple(problem.citizens[i].id for i in sorted(groups[shell.id])),
        )
        for shell in week.shells
        if shell.id in groups
    )
