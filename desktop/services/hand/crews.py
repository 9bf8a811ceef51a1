"""Who serves in a session that somebody moves or makes by hand: the same staff where they can, and as few
others as will do.

It is a proposal: whether the staff may serve there is for ``solver.check`` to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.staffing import GUARD
from desktop.services.hand.week_index import House, SessionIndex
from solver.plan import Session
from solver.problem import StaffMember


@dataclass(frozen=True, slots=True)
class Need:
    """R5 for one session: so many guards, so many others, one of whom has the skill."""

    guards: int
    others: int
    skill: str | None

    def lacking(self, crew: Iterable[StaffMember]) -> int:
        """How many more would have to be found, a missing skill counted as one."""
        members = tuple(crew)
        able = sum(GUARD in each.skills for each in members)
        serving = min(self.guards, able)
        short = self.guards - serving + max(0, self.others - (len(members) - serving))
        return short + (not self.skill_serves(members))

    def skill_serves(self, crew: Iterable[StaffMember]) -> bool:
        """Whether somebody of the crew has the skill and need not be one of the guards."""
        members = tuple(crew)
        if self.skill is None:
            return True
        skilled = [each for each in members if self.skill in each.skills]
        able = sum(GUARD in each.skills for each in members)
        return any(GUARD not in each.skills for each in skilled) or (bool(skilled) and able > self.guards)


def need_of(house: House, session: Session) -> Need:
    """What staff a session asks for, by its activity and its people's levels."""
    people = (house.citizens[each] for each in session.citizens if each in house.citizens)
    levels = [house.levels[each.level] for each in people]
    activity = house.activities.get(session.activity)
    return Need(
        guards=max((each.guards for each in levels), default=0),
        others=max([activity.staff if activity else 0, *(each.staff for each in levels)]),
        skill=activity.skill if activity else None,
    )


def crew_for(index: SessionIndex, session: Session) -> tuple[str, ...]:
    """The staff for a session that takes the place of the one of its id.

    Of those in it everybody who can serve stays; then the one who helps most is taken, again and again, the
    one with the fewest minutes first. Where nobody is left to help, those who are in it stay: the check
    tells what is wrong.
    """
    house = index.house
    need = need_of(house, session)
    avoided = {
        member
        for each in session.citizens
        if each in house.citizens
        for member in house.citizens[each].avoid_staff
    }

    def free(member: str) -> bool:
        return member in house.staff and member not in avoided and _free(index, member, session)

    crew = [member for member in session.staff if free(member)]
    if len(crew) == len(session.staff) and not need.lacking(house.staff[each] for each in crew):
        return session.staff
    others: list[str] | None = None
    while lacking := need.lacking(house.staff[each] for each in crew):
        if others is None:
            others = [each for each in house.staff if each not in crew and free(each)]
        best = _best(index, need, crew, others, lacking)
        if best is None:
            return session.staff
        crew.append(best)
        others.remove(best)
    return tuple(crew)


def _best(
    index: SessionIndex, need: Need, crew: Iterable[str], others: Iterable[str], lacking: int
) -> str | None:
    """Who of the others leaves the least lacking; None where none leaves less."""
    house = index.house
    members = [house.staff[each] for each in crew]
    # Two who are alike in the skills that count leave the same lacking.
    known: dict[tuple[bool, bool], int] = {}

    def left(member: StaffMember) -> int:
        alike = (GUARD in member.skills, need.skill in member.skills)
        if alike not in known:
            known[alike] = need.lacking((*members, member))
        return known[alike]

    def rank(member: str) -> tuple[int, int, int, str]:
        # Who can do more than is asked for is kept for where that is needed.
        return (
            left(house.staff[member]), len(house.staff[member].skills), index.staff_minutes[member], member
        )  # fmt: skip

    helpful = [each for each in others if left(house.staff[each]) < lacking]
    return min(helpful, key=rank, default=None)


def _free(index: SessionIndex, member: str, session: Session) -> bool:
    """R4 for one staff member and a session, whatever the session of its id was before."""
    house, start, end = index.house, session.start, session.end
    if not any(each.start <= start and end <= each.end for each in house.staff_times[member]):
        return False
    minutes, site, longest = end - start, house.site(session), house.longest_travel
    for other in index.of_staff.get(member, ()):
        if other.id == session.id:
            minutes -= other.end - other.start
        elif other.start < end + longest and start < other.end + longest:
            way = house.travel(site, house.site(other))
            if other.start < end + way and start < other.end + way:
                return False
    return index.staff_minutes[member] + minutes <= house.staff[member].max_minutes
