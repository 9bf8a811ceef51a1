"""What the change does to the old plan: whose week cannot stay as it is, and which days are to be looked at.

Read off the independent check's findings. A violation names its sessions and commitments first, then the
citizens, then staff, rooms, sites and activities (see ``solver.check``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from solver.check import Violation
from solver.frame import Frame
from solver.plan import Session
from solver.repair.losses import Before, Visit


@dataclass(frozen=True)
class Harm:
    """``forced``: citizens whose week is another in every safe plan, each by a rule that concerns nobody else
    whose week may change. ``rivals``: pairs of others of whom one must change, since their visits as they
    are bring them together. ``broken``: the visits of sessions that break a rule beyond what forces anybody:
    they need another room, other staff or other people.
    """

    forced: frozenset[str]
    rivals: frozenset[frozenset[str]]
    broken: frozenset[Visit]

    @cached_property
    def least(self) -> int:
        """So many people must change at least: who is forced to, and enough to part the rivals."""
        return len(self.forced) + _cover(self.rivals)

    @property
    def days(self) -> frozenset[int]:
        """The weekdays of what is broken."""
        return frozenset(visit.day for visit in self.broken)


def harm(before: Before) -> Harm:
    """Judges what is broken in the old plan's coming sessions, beside those that stand."""
    return _Judge(before).harm()


#: Pairs of rivals up to which the fewest people who part them are looked for.
MOST_PAIRS = 40


def _cover(pairs: frozenset[frozenset[str]]) -> int:
    """The fewest people of whom every pair has one; where there are many pairs, no more than that."""
    if not pairs:
        return 0
    if len(pairs) > MOST_PAIRS:
        one = next(iter(sorted(pairs, key=sorted)))
        return 1 + _cover(frozenset(pair for pair in pairs if not pair & one))
    times = Counter(who for pair in pairs for who in pair)
    who, most = max(times.items(), key=lambda item: (item[1], item[0]))
    if most == 1:
        return len(pairs)
    others = frozenset(next(iter(pair - {who})) for pair in pairs if who in pair)
    without = 1 + _cover(frozenset(pair for pair in pairs if who not in pair))
    if len(others) >= without:
        return without
    return min(without, len(others) + _cover(frozenset(pair for pair in pairs if not pair & others)))


class _Judge:
    def __init__(self, before: Before) -> None:
        self.before = before
        self.given = before.given
        self.citizens = {each.id: each for each in self.given.problem.citizens}
        self.frame = Frame(self.given.problem)
        self.coming = {session.id: session for session in self.given.coming}
        #: With an id of these, a session that is coming cannot be told from a commitment.
        self.unclear = {each.id for each in self.given.problem.commitments} & self.coming.keys()

    def harm(self) -> Harm:
        broken = self.given.damage
        standing = self.before.visits_of(self.given.fixed)
        forced = {who for who, visits in standing.items() if visits - self.before.visits[who]}
        forced.update(who for session in self.given.homeless for who in session.citizens)
        for violation in broken:
            forced.update(self._forced(violation))
        broken_visits, rivals = set[Visit](), set[frozenset[str]]()
        for violation in broken:
            named = self._named(violation)
            if not forced.isdisjoint(named):
                continue
            if self._meet_whatever(violation):
                rivals.add(frozenset(named))
            broken_visits.update(self.before.visit(session) for session in self._sessions(violation))
        still = self.before.visits_of((*self.given.fixed, *self.given.coming))
        for who, visits in self.before.visits.items():
            # A locked session that stands in the place of one that they were in.
            if who not in forced:
                broken_visits |= visits - still[who]
        return Harm(frozenset(forced), frozenset(rivals), frozenset(broken_visits))

    def _meet_whatever(self, violation: Violation) -> bool:
        """Whether two people cannot both keep their visits, in whatever rooms and sessions these are held."""
        match violation.rule:
            case "R11" | "R12":
                return True
            case "R10":
                one, other = (self.frame.citizen_index[who] for who in violation.ids[-2:])
                return any(people >> other & 1 for _, people in self.frame.site_rivals[one])
        return False

    def _forced(self, violation: Violation) -> Iterable[str]:
        """Whom a violation alone forces to change, whoever else comes and whatever room there is."""
        rule, ids = violation.rule, violation.ids
        match rule:
            case "R1":
                return self.coming[ids[0]].citizens if ids[0] in self.coming else ()
            case "R6" | "R7" | "R8":
                return self._named(violation)
            case "R11" | "R12" if len(ids) == 4 and not self.unclear & set(ids[:2]):
                # The other visit is given, or stands.
                one, other, a, b = ids
                coming = {one, other} & self.coming.keys()
                return [who for visit, who in ((one, a), (other, b)) if coming == {visit}]
            case "R13":
                site = self.before.site[self.coming[ids[0]].room]
                return ids[1:2] if site == ids[2] and site in self.citizens[ids[1]].avoid_sites else ()
        return ()

    @staticmethod
    def _named(violation: Violation) -> tuple[str, ...]:
        """The citizens whom a violation names."""
        ids = violation.ids
        match violation.rule:
            case "R6" | "R7":
                return ids[-1:]
            case "R8":
                return ids[-2:-1]
            case "R10" | "R11" | "R12":
                return ids[-2:]
            case "R13":
                return ids[1:2]
            case "R9":
                return ids[1:]
            case "R2":
                return ids[1:-1]
        return ()

    def _sessions(self, violation: Violation) -> Iterator[Session]:
        """The coming sessions that a violation concerns; for a sum all of the person's or the week's."""
        ids = violation.ids
        match violation.rule:
            case "R15":
                yield from self.given.coming
                return
            case "R4" if len(ids) == 1:
                yield from (session for session in self.given.coming if ids[0] in session.staff)
                return
            case "R3" | "R4":
                ids = ids[:-1]
            case "R11" | "R12":
                ids = ids[:-2]
            case _:
                ids = ids[:1]
        yield from (self.coming[name] for name in ids if name in self.coming)
