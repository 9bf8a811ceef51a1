"""Who could staff a session, and which rule stands in the way where nobody can."""

from __future__ import annotations

from dataclasses import dataclass

from solver.explain.rules import R4, R5, R13
from solver.frame import Frame, bits, span_mask
from solver.problem import Activity, Level

GUARD = "guard"


@dataclass(frozen=True, slots=True)
class Demand:
    """What R5 asks of a session: ``others`` beside ``guards``, one of the others with ``skill``."""

    others: int
    guards: int
    skill: str


def demand(activity: Activity, levels: list[Level]) -> Demand:
    """What a session of an activity asks for, with citizens of these levels in it."""
    return Demand(
        max([activity.staff, *(level.staff for level in levels)]),
        max((level.guards for level in levels), default=0),
        activity.skill,
    )


class Crews:
    """Staff for one session more beside a week that stands. Masks have one bit a staff member."""

    def __init__(self, frame: Frame) -> None:
        """``frame`` holds the whole week as fixed."""
        self._frame = frame
        members = frame.problem.staff
        self._everybody = (1 << len(members)) - 1
        self._skilled: dict[str, int] = {}
        for m, member in enumerate(members):
            for skill in member.skills:
                self._skilled[skill] = self._skilled.get(skill, 0) | 1 << m
        #: Those with few skills first, guards last, so that nobody is taken who will be missed.
        self._order = sorted(
            range(len(members)), key=lambda m: (GUARD in members[m].skills, len(members[m].skills), m)
        )
        self._free: dict[tuple[int, int, int], int] = {}
        self._known: dict[tuple[Demand, int, int, int, int, int], tuple[tuple[int, int], ...]] = {}

    def free(self, site: int, start: int, length: int) -> int:
        """Who is free for the whole of a session, in slots, with that much work left in the week (R4)."""
        key = (site, start, length)
        if key not in self._free:
            stay = span_mask(start, start + length)
            frame = self._frame
            self._free[key] = sum(
                1 << m
                for m, slots in enumerate(frame.staff_free)
                if not stay & ~slots[site] and frame.staff_left[m] >= length
            )
        return self._free[key]

    def choices(
        self, asked: Demand, avoided: int, site: int, start: int, length: int, base: int = 0
    ) -> tuple[tuple[int, int], ...]:
        """(rules broken, crew) of the crews that break least; ``base`` are in the session already.

        One that breaks nothing is the only one told. A want of staff who are there but not free is told as
        R4, of those whom somebody avoids as R13; R5 itself only where neither alone would do.
        """
        key = (asked, avoided, site, start, length, base)
        if key not in self._known:
            self._known[key] = self._choices(*key)
        return self._known[key]

    def _choices(
        self, asked: Demand, avoided: int, site: int, start: int, length: int, base: int
    ) -> tuple[tuple[int, int], ...]:
        free = self.free(site, start, length)
        crew = self.crew(asked, base, free & ~avoided)
        if crew is not None:
            return ((0, crew),)
        found = []
        for broken, pool in ((R4, self._everybody & ~avoided), (R13, free)):
            crew = self.crew(asked, base, pool, free & ~avoided)
            if crew is not None:
                found.append((broken, crew))
        if found:
            return tuple(found)
        found.append((R5, self._some(asked, base, free & ~avoided)))
        crew = self.crew(asked, base, self._everybody, free)
        if crew is not None:
            found.append((R4 | R13, crew))
        return tuple(found)

    def crew(self, asked: Demand, base: int, pool: int, rather: int = 0) -> int | None:
        """``base`` and as few of ``pool`` as R5 asks for, of ``rather`` first; None where that fails."""
        skilled = self._skilled.get(asked.skill, 0)
        guards = self._skilled.get(GUARD, 0)
        every = base | pool
        if every.bit_count() < asked.others + asked.guards:
            return None
        order = [m for m in self._order if rather >> m & 1] + [m for m in self._order if not rather >> m & 1]
        there, new = skilled & base, skilled & pool & ~base
        for teacher in [m for m in order if there >> m & 1] + [m for m in order if new >> m & 1]:
            if (every & guards & ~(1 << teacher)).bit_count() < asked.guards:
                continue
            crew = base | 1 << teacher
            for m in order:
                if (crew & guards & ~(1 << teacher)).bit_count() >= asked.guards:
                    break
                if guards & pool & 1 << m and m != teacher:
                    crew |= 1 << m
            for m in order:
                if crew.bit_count() >= asked.others + asked.guards:
                    break
                if pool >> m & 1:
                    crew |= 1 << m
            return crew
        return None

    def _some(self, asked: Demand, base: int, pool: int) -> int:
        """Those of the pool who would be of use, though they are too few."""
        crew, wanted = base, asked.others + asked.guards
        useful = self._skilled.get(asked.skill, 0), self._skilled.get(GUARD, 0), pool
        for some in useful[:1] + (useful[1:] if asked.guards else useful[2:]):
            for m in self._order:
                if crew.bit_count() < wanted and some & pool & 1 << m:
                    crew |= 1 << m
        return crew

    def least(self, asked: Demand, staff: int) -> int:
        """As few of a session's own staff as R5 asks for."""
        crew = self.crew(asked, 0, staff)
        return staff if crew is None else crew

    def mask(self, ids: frozenset[str] | tuple[str, ...]) -> int:
        return sum(1 << self._frame.staff_index[m] for m in set(ids))

    def ids(self, mask: int) -> tuple[str, ...]:
        return tuple(self._frame.problem.staff[m].id for m in bits(mask))
