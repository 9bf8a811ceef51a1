"""Better and better repairs: what breaks a rule is mended first, then hours that were lost are looked for.

Each step plans a part of the week anew by the model and keeps everything else, so that it takes a few tenths
of a second at 70 people. Meanwhile a second thread works out how few people could be changed at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import repeat
from random import Random

from solver.limits import Limits
from solver.plan import Session
from solver.repair.bounds import duties_lost_at_least, slots_lost_at_least
from solver.repair.changes import renamed
from solver.repair.exact import exactly
from solver.repair.first import safe
from solver.repair.harm import harm
from solver.repair.keep import as_planned, held
from solver.repair.least import LeastChanged
from solver.repair.losses import Before, Loss, Visit
from solver.repair.rebuild import rebuild

#: People whose new visits are looked for at once.
TOGETHER = 4
#: Seconds that one step may take.
STEP = 0.35
#: The share of the time that is kept for rooms and staff as they were.
CALM = 0.12


class UnsoundRepairError(Exception):
    """A repaired week breaks a rule: a fault of the program. The plan goes nowhere."""


class Search:
    """``best`` is a safe week at any time. No safe week loses fewer duties, or fewer slots, or changes fewer
    people, than ``bound`` says; each by itself, whatever the others come to.
    """

    def __init__(self, before: Before, limits: Limits, workers: int, seed: int) -> None:
        self.before, self.limits = before, limits
        self.workers, self.seed = workers, seed
        self.random = Random(seed)
        self._found: Callable[[], None] = lambda: None
        self.best = safe(before.given)
        self.loss = before.loss(self.best)
        self.harm = harm(before)
        self.bound = Loss(0, 0, self.harm.least, 0, 0)

    def run(self, found: Callable[[], None] = lambda: None) -> None:
        """Goes on until everything is proven or the time is up; ``found`` is called for each better week."""
        self._found = found
        found()
        if not any(self.loss[:3]):
            return
        shown = exactly(self.before, self.best, self.limits, self.workers, self.seed, self._better)
        if shown is not None:
            self.bound = shown._replace(people=max(shown.people, self.harm.least))
            return
        bounding = LeastChanged(
            self.before, self.harm, self.best, self.limits, self.seed, beside=self.workers > 1
        )
        try:
            self._improve(bounding)
        finally:
            bounding.end()
            self.bound = self.bound._replace(people=bounding.least)

    def _improve(self, bounding: LeastChanged) -> None:
        self._mend()
        self._bound_losses()
        steps = self._steps()
        while self._goes_on():
            if self.loss.people > bounding.least:
                bounding.go_on()
            if self.loss[:2] == self.bound[:2] and self.loss.people <= bounding.least:
                break
            next(steps)()
        self._calm()

    def _goes_on(self) -> bool:
        """The last part of the time is kept for rooms and staff."""
        return self.limits.go_on() and self.limits.until(self.limits.seconds) < 1.0 - CALM

    # --- steps ------------------------------------------------------------------------------------------

    def _mend(self) -> None:
        """Other rooms and staff for what is broken; then new visits for those who lost some."""
        if self.harm.broken:
            self._hold(self.harm.broken)
        self._regain()

    def _steps(self) -> Iterator[Callable[[], None]]:
        for day in sorted(self.harm.days):
            yield partial(self._anew, day)
        yield from repeat(self._widen)

    def _anew(self, day: int) -> None:
        """All rooms and staff of a day anew, and the staff of all others; then new visits once more."""
        before = self.loss
        self._hold(self._of_days({day}), other_staff=True)
        if self.loss < before:
            self._regain()

    def _regain(self) -> None:
        changed = self._changed()
        for first in range(0, len(changed), TOGETHER):
            self._rebuild(changed[first : first + TOGETHER])

    def _widen(self) -> None:
        """A step by chance: a day's rooms and staff anew, or new visits for some who lost and some others."""
        if self.harm.days and self.random.random() < 0.3:
            days = {self.random.choice(sorted(self.harm.days)), self.random.randrange(7)}
            self._hold(self._of_days(days))
            return
        changed = self._changed()
        others = [each.id for each in self.before.given.problem.citizens if each.id not in changed]
        some = self.random.sample(changed, min(len(changed), self.random.choice((1, 2, 3))))
        more = min(len(others), TOGETHER - len(some))
        self._rebuild(some + self.random.sample(others, more))

    def _calm(self) -> None:
        """Everybody's visits as they are, and the old rooms and staff again where that is possible."""
        if self.loss.told:
            left = self.limits.left
            self._better(as_planned(self.before, self.best, self.limits, left, self.workers, self.seed))

    def _of_days(self, days: set[int]) -> set[Visit]:
        return {visit for some in self.before.visits.values() for visit in some if visit.day in days}

    def _hold(self, wanted: Collection[Visit], *, other_staff: bool = False) -> None:
        if self.limits.go_on():
            before, best, limits = self.before, self.best, self.limits
            seconds = 2 * STEP if other_staff else STEP
            threads, seed = self._threads, self.seed
            self._better(held(before, wanted, best, limits, seconds, threads, seed, other_staff=other_staff))

    def _rebuild(self, people: Sequence[str]) -> None:
        if people and self.limits.go_on():
            who = frozenset(people)
            self._better(rebuild(self.before, self.best, who, self.limits, STEP, self._threads, self.seed))

    @property
    def _threads(self) -> int:
        return max(1, self.workers - 1)

    def _changed(self) -> list[str]:
        """Whose week is another, those who lost most hours first."""
        visits = self.before.visits_of((*self.before.given.fixed, *self.best))
        slots = self.before.slots_of(visits)
        changed = [who for who, some in visits.items() if some != self.before.visits[who]]
        return sorted(changed, key=lambda who: (slots[who] - self.before.slots[who], who))

    def _better(self, coming: Sequence[Session] | None) -> None:
        if coming is None:
            return
        week = renamed(self.before, coming)
        loss = self.before.loss(week)
        if loss < self.loss:
            if not self.before.given.holds(week):
                raise UnsoundRepairError(", ".join(sorted({v.rule for v in self.before.given.broken(week)})))
            self.best, self.loss = week, loss
            self._found()

    # --- bounds -----------------------------------------------------------------------------------------

    def _bound_losses(self) -> None:
        """What each of those who lost hours loses at least; and the duties that are hopeless."""
        go_on, changed = self.limits.go_on, self._changed()
        slots = slots_lost_at_least(self.before, changed, go_on) if self.loss.slots else {}
        duties = duties_lost_at_least(self.before, changed, go_on) if self.loss.duties else 0
        self.bound = self.bound._replace(duties=duties, slots=sum(slots.values()))
