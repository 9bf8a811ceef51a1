"""Which offers could matter: what they would free in the week as it stands, counted without a search.

An offer's *promise* is the sum over people of the longest session that stands open to them with it and did
not before. It orders the offers for the search, and is never told as a gain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from solver.explain.additions import Addition, Standing
from solver.explain.offers import Kind, Offer
from solver.explain.rules import R1, R2, R3, R4, R5, R10, R11
from solver.frame import bits, span_mask
from solver.plan import Session

#: The rules that an offer of a kind can mend.
MENDS: Mapping[Kind, int] = {
    "staff": R4 | R5,
    "room": R2 | R3,
    "opening": R1,
    "gap": R11,
    "separation": R10 | R11,
    "level": 0,
}


class Screening:
    """The promise of offers for the people who are asked about."""

    def __init__(
        self, standing: Standing, people: Sequence[int], keep_going: Callable[[], bool] = lambda: True
    ) -> None:
        self.standing, self.people = standing, people
        self._blocked: dict[int, list[tuple[int, Addition]]] = {}
        self._open = dict.fromkeys(people, 0)
        for i in people:
            if not keep_going():
                break
            for addition in standing.additions(i, most=1):
                if addition.breaks:
                    self._blocked.setdefault(addition.breaks, []).append((i, addition))
                else:
                    self._open[i] = max(self._open[i], addition.length)

    def promise(self, offer: Offer, sessions: Sequence[Session]) -> int:
        """In slots, nobody's beyond what they miss."""
        if offer.kind == "level":
            return self._renewed(offer, sessions)
        standing = Standing(offer.problem, sessions)
        mended = _MENDED[offer.kind]
        best: dict[int, int] = {}
        for rule in bits(MENDS[offer.kind]):
            for i, addition in self._blocked.get(1 << rule, ()):
                longer = addition.length > best.get(i, 0) and self._concerns(offer, addition)
                if longer and mended(standing, i, addition):
                    best[i] = addition.length
        return sum(min(length, self.standing.missing(i)) for i, length in best.items())

    def _concerns(self, offer: Offer, addition: Addition) -> bool:
        return offer.day is None or offer.day == self.standing.frame.day_of(addition.start)

    def _renewed(self, offer: Offer, sessions: Sequence[Session]) -> int:
        """A lower level is only looked at for the person themself, though others may come closer by it."""
        i = self.standing.frame.citizen_index[offer.ids[0]]
        if i not in self._open:
            return 0
        standing = Standing(offer.problem, sessions)
        longest = max((each.length for each in standing.additions(i, most=0)), default=0)
        return min(longest, standing.missing(i)) if longest > self._open[i] else 0


def _staffed(standing: Standing, i: int, addition: Addition) -> bool:
    return any(broken == 0 for broken, _ in standing.choices(i, addition))


def _roomy(standing: Standing, i: int, addition: Addition) -> bool:
    """The offered room is the last one."""
    problem, frame = standing.problem, standing.frame
    room = problem.rooms[-1]
    return (
        addition.joins is None
        and frame.room_site[-1] == addition.site
        and frame.room_suits(problem.activities[addition.activity], len(problem.rooms) - 1)
        and frame.level[i].room_features <= room.features
    )


def _open(standing: Standing, _i: int, addition: Addition) -> bool:
    stay = span_mask(addition.start, addition.end)
    return not stay & ~standing.frame.site_open[addition.site]


def _apart(standing: Standing, i: int, addition: Addition) -> bool:
    return not standing.kept_apart(i, addition)


_MENDED: Mapping[Kind, Callable[[Standing, int, Addition], bool]] = {
    "staff": _staffed,
    "room": _roomy,
    "opening": _open,
    "gap": _apart,
    "separation": _apart,
}
