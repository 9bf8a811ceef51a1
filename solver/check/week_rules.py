"""The hard rules that look at the week as a whole, as the exchange format words them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from solver.check.facts import Facts, Visit, closer_than, holds
from solver.check.goals import cost
from solver.check.report import Violation, clock, hours, weekday
from solver.plan import Session
from solver.problem import DAY_MINUTES

Meeting = tuple[Visit, str, Visit, str]
"""A visit and somebody in it, another (or the same) and somebody else in that."""


def r3_room_once(facts: Facts) -> Iterator[Violation]:
    """R3 *room once*: two sessions in one room do not overlap."""
    in_room: dict[str, list[Visit]] = defaultdict(list)
    for visit, session in facts.sessions:
        if session.room in facts.rooms:
            in_room[session.room].append(visit)
    for room, visits in in_room.items():
        ordered = sorted(visits, key=lambda visit: (visit.start, visit.end, visit.id))
        for index, one in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if other.start >= one.end:
                    break
                yield Violation("R3", (one.id, other.id, room), f"Room {room} has {one} and {other} at once.")


def r4_staff_free(facts: Facts) -> Iterator[Violation]:
    """R4 *staff free*: a staff member is available for the whole session, in no other at the same time, has
    the travel time between two sessions at different sites, and stays within ``max_hours`` a week.

    The travel time lies between any two sessions, also where a third at a site between them would shorten the
    way.
    """
    for member in facts.problem.staff:
        visits = facts.visits_of_staff[member.id]
        available = facts.staff_available(member.id)
        for visit in visits:
            if not holds(available, visit.start, visit.end):
                text = f"Staff member {member.id} is not available for all of {visit}."
                yield Violation("R4", (visit.id, member.id), text)
        for one, other in facts.too_close(visits):
            text = f"Staff member {member.id} {_clash(facts, one, other)}."
            yield Violation("R4", (one.id, other.id, member.id), text)
        total = sum(visit.minutes for visit in visits)
        if total > member.max_minutes:
            most = hours(member.max_minutes)
            text = f"Staff member {member.id} has {hours(total)} this week, more than {most}."
            yield Violation("R4", (member.id,), text)


def r6_citizen_free(facts: Facts) -> Iterator[Violation]:
    """R6 *citizen free*: a citizen is available for the whole session, in no other session or commitment at
    the same time, and has the travel time between two sessions or commitments at different sites.

    Two commitments are given, not planned: what is wrong between them is no fault of the plan.
    """
    for citizen in facts.problem.citizens:
        visits = facts.visits_of_citizen[citizen.id]
        available = facts.citizen_available(citizen.id)
        for visit in visits:
            if visit.planned and not holds(available, visit.start, visit.end):
                text = f"Citizen {citizen.id} is not available for all of {visit}."
                yield Violation("R6", (visit.id, citizen.id), text)
        for one, other in facts.too_close(visits):
            if one.planned or other.planned:
                text = f"Citizen {citizen.id} {_clash(facts, one, other)}."
                yield Violation("R6", (one.id, other.id, citizen.id), text)


def _clash(facts: Facts, one: Visit, other: Visit) -> str:
    if other.start < one.end:
        return f"is in {one} and {other} at once"
    return f"has {other.start - one.end} minutes from {one} to {other}, and needs {facts.travel(one, other)}"


def r7_hours(facts: Facts) -> Iterator[Violation]:
    """R7 *hours*: a citizen's counted hours, sessions and commitments together, stay within ``max_hours`` a
    week and ``max_daily_hours`` a day. Only what ``counts`` is counted. (Commitments alone may exceed them;
    then no counted session is added.)
    """
    for citizen in facts.problem.citizens:
        counted = [visit for visit in facts.visits_of_citizen[citizen.id] if visit.counts]
        if _over(counted, citizen.max_minutes):
            total, most = sum(visit.minutes for visit in counted), citizen.max_minutes
            text = f"Citizen {citizen.id} has {hours(total)} this week, more than {hours(most)}."
            yield Violation("R7", (citizen.id,), text)
        for day, visits in sorted(_by_day(counted).items()):
            if _over(visits, citizen.max_daily_minutes):
                total, most = sum(visit.minutes for visit in visits), citizen.max_daily_minutes
                text = f"Citizen {citizen.id} has {hours(total)} on {weekday(day)}, more than {hours(most)}."
                yield Violation("R7", (citizen.id,), text)


def _over(counted: Sequence[Visit], most: int) -> bool:
    return any(visit.planned for visit in counted) and sum(visit.minutes for visit in counted) > most


def _by_day(visits: Iterable[Visit]) -> Mapping[int, list[Visit]]:
    days: dict[int, list[Visit]] = defaultdict(list)
    for visit in visits:
        days[visit.start // DAY_MINUTES].append(visit)
    return days


def r8_enrolled(facts: Facts) -> Iterator[Violation]:
    """R8 *enrolled*: a citizen attends only activities on their list, at most ``max_sessions`` of each a week
    and at most the activity's ``max_per_day`` a day.
    """
    attended: dict[tuple[str, str], list[Visit]] = defaultdict(list)
    for visit, session in facts.sessions:
        if session.activity in facts.activities:
            for person in visit.citizens:
                attended[person, session.activity].append(visit)
    for (person, name), visits in sorted(attended.items()):
        enrolment = next((each for each in facts.citizens[person].activities if each.activity == name), None)
        if enrolment is None:
            for visit in visits:
                text = f"Citizen {person} is in {visit} and not enrolled in activity {name}."
                yield Violation("R8", (visit.id, person, name), text)
            continue
        if len(visits) > enrolment.max_sessions:
            text = (
                f"Citizen {person} is in {len(visits)} sessions of activity {name} this week, "
                f"more than {enrolment.max_sessions}."
            )
            yield Violation("R8", (person, name), text)
        most = facts.activities[name].max_per_day
        if len(visits) <= most:
            continue
        for day, on_day in sorted(_by_day(visits).items()):
            if len(on_day) > most:
                text = (
                    f"Citizen {person} is in {len(on_day)} sessions of activity {name} on {weekday(day)}, "
                    f"more than {most}."
                )
                yield Violation("R8", (person, name), text)


def r11_apart_on_site(facts: Facts) -> Iterator[Violation]:
    """R11 *apart on site*: for scope ``site``, if one side attends a session (or a commitment with a site)
    and the other side one on the same site, then one of them ends at least ``gap_minutes`` before the other
    starts.

    Both sides in one and the same session is R10's to tell.
    """
    for (one, a, other, b), gap in _rivals_meeting(facts, facts.visits_of_citizen).items():
        if (one.planned or other.planned) and one is not other:
            text = _too_near(a, one, b, other, gap)
            yield Violation("R11", (one.id, other.id, a, b), text)


def r11_given(facts: Facts) -> Iterator[Violation]:
    """R11 where two commitments, or one, bring both sides of a separation together: a warning, never a broken
    rule.
    """
    given: dict[str, list[Visit]] = defaultdict(list)
    for visit in facts.commitments:
        for person in visit.citizens:
            given[person].append(visit)
    for (one, a, other, b), gap in _rivals_meeting(facts, given).items():
        if one is other:
            yield Violation("R11", (one.id, a, b), f"{a} and {b}, who must be kept apart, are both in {one}.")
        else:
            yield Violation("R11", (one.id, other.id, a, b), _too_near(a, one, b, other, gap))


def _too_near(a: str, one: Visit, b: str, other: Visit, gap: int) -> str:
    return f"{a} in {one} and {b} in {other} are on site {one.site} without {gap} minutes between them."


def _rivals_meeting(facts: Facts, visits_of: Mapping[str, Sequence[Visit]]) -> dict[Meeting, int]:
    """Each meeting of two separated citizens on a site, with the longest gap that it leaves too short, in
    minutes.
    """
    found: dict[Meeting, int] = {}
    for separation in facts.problem.separations:
        if separation.scope != "site":
            continue
        left, right = (_on_sites(facts.members[side], visits_of) for side in separation.between)
        for site in left.keys() & right.keys():
            for one, other in closer_than(left[site], right[site], separation.gap_minutes):
                for a in left[site][one]:
                    for b in right[site][other]:
                        if a != b:
                            meeting = _ordered(one, a, other, b)
                            found[meeting] = max(separation.gap_minutes, found.get(meeting, 0))
    return dict(sorted(found.items(), key=lambda item: _sorting(item[0])))


def _on_sites(
    people: Iterable[str], visits_of: Mapping[str, Sequence[Visit]]
) -> dict[str, dict[Visit, list[str]]]:
    """By site: the visits of these people there, each with those of them who are in it."""
    sites: dict[str, dict[Visit, list[str]]] = defaultdict(lambda: defaultdict(list))
    for person in sorted(people):
        for visit in visits_of.get(person, ()):
            if visit.site is not None:
                sites[visit.site][visit].append(person)
    return sites


def _ordered(one: Visit, a: str, other: Visit, b: str) -> Meeting:
    """The same meeting however it was found: the earlier visit first."""
    first, second = (one.start, one.end, one.id, a), (other.start, other.end, other.id, b)
    return (one, a, other, b) if first <= second else (other, b, one, a)


def _sorting(meeting: Meeting) -> tuple[int, str, str, str, str]:
    one, a, other, b = meeting
    return (one.start, one.id, other.id, a, b)


def r12_alone_on_site(facts: Facts) -> Iterator[Violation]:
    """R12 *alone on site*: while a citizen whose level says ``alone_on_site`` is in a session, no other
    citizen is in a session or commitment on that site.

    The others in the same session are on that site too.
    """
    for one, a, other, b in _alone_meeting(facts, planned=True):
        yield Violation("R12", *_not_alone(one, a, other, b))


def r12_given(facts: Facts) -> Iterator[Violation]:
    """R12 where it is a commitment that such a citizen is in: a warning, never a broken rule.

    The rule speaks of sessions alone; but whoever must be alone and is not should be told of.
    """
    broken = set(_alone_meeting(facts, planned=True))
    for meeting in _alone_meeting(facts, planned=False):
        if meeting not in broken:
            yield Violation("R12", *_not_alone(*meeting))


def _not_alone(one: Visit, a: str, other: Visit, b: str) -> tuple[tuple[str, ...], str]:
    if one is other:
        return (one.id, a, b), f"{a} and {b} are both in {one}; one of them must be alone on site {one.site}."
    text = f"{a} in {one} and {b} in {other}: one of them must be alone on site {one.site}."
    return (one.id, other.id, a, b), text


def _alone_meeting(facts: Facts, *, planned: bool) -> list[Meeting]:
    """Each meeting, on a site, of somebody who must be alone and is in a session (or else in a commitment)
    with somebody else in a session or commitment.
    """
    alone = {name for name in facts.citizens if facts.level(name).alone_on_site}
    guarded: dict[str, list[Visit]] = defaultdict(list)
    everybody: dict[str, list[Visit]] = defaultdict(list)
    for visit in (*facts.commitments, *(visit for visit, _ in facts.sessions)):
        if visit.site is not None:
            everybody[visit.site].append(visit)
            if visit.planned == planned and visit.citizens & alone:
                guarded[visit.site].append(visit)
    meetings = {
        _ordered(one, a, other, b)
        for site, visits in guarded.items()
        for one, other in closer_than(visits, everybody[site])
        for a in one.citizens & alone
        for b in other.citizens
        if a != b
    }
    return sorted(meetings, key=_sorting)


def r14_locked(facts: Facts) -> Iterator[Violation]:
    """R14 *locked*: every locked session is in the plan as it stands.

    As it stands: with the same id, activity, room, start and end, and the same staff and citizens in any
    order.
    """
    present = {_as_it_stands(session) for session in facts.plan.sessions}
    for session in facts.problem.locked:
        if _as_it_stands(session) not in present:
            text = (
                f"The locked session {session.id} ({clock(session.start)}) is not in the plan as it stands."
            )
            yield Violation("R14", (session.id,), text)


def _as_it_stands(session: Session) -> tuple[object, ...]:
    people = (frozenset(session.staff), frozenset(session.citizens))
    return (session.id, session.activity, session.room, session.start, session.end, *people)


def r15_budget(facts: Facts) -> Iterator[Violation]:
    """R15 *budget*: the week's cost stays within ``budget``, where one is given."""
    budget, spent = facts.problem.budget, cost(facts)
    if budget is not None and spent > budget:
        yield Violation("R15", (), f"The week costs {spent:.0f} kroner, more than the budget of {budget}.")
