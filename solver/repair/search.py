"""Better and better repairs: what breaks a rule is mended first, then hours that were lost are looked for.

Each step plans a part of the week anew by the model and keeps everything else, so that it takes a few tenths
of a second at 70 people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random

from solver.limits import Limits
from solver.model.week import ModelTooLargeError
from solver.plan import Session
from solver.repair.bounds import duties_lost_at_least, slots_lost_at_least
from solver.repair.changes import renamed
from solver.repair.exact import exactly
from solver.repair.first import safe
from solver.repair.harm import harm
from solver.repair.keep import as_planned, beside, days_alone, everybody, kept, on_days
from solver.repair.least import fewest_changed, least_changed
from solver.repair.losses import Before, Loss
from solver.repair.model import RepairModel
from solver.repair.rebuild import rebuild
from solver.telling import UnsoundPlanError

#: People whose new visits are looked for at once.
TOGETHER = 4
#: Seconds that one step may take.
STEP = 0.35
#: The share of the time left in which it is asked how few people need to change.
WEEK = 0.6
#: The share of the time that is kept for rooms and staff as they were.
CALM = 0.12


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
        self._improve()

    def _improve(self) -> None:
        if self.harm.broken:
            # Where it takes too long, the time is up.
            with suppress(ModelTooLargeError):
                self._keep()
        self._regain()
        self._bound_losses()
        while self._goes_on():
            if self.loss[:3] == self.bound[:3]:
                break
            self._widen()
        self._calm()

    def _goes_on(self) -> bool:
        """The last part of the time is kept for rooms and staff."""
        return self.limits.go_on() and self.limits.until(self.limits.seconds) < 1.0 - CALM

    # --- steps ------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """As many of the old visits as possible, in other rooms and with other staff: of what is broken; then
        of each day that holds it; then of the whole week, where not more people need to change than must.
        """
        before, limits, go_on = self.before, self.limits, self.limits.go_on
        self._better(self._kept(beside(before, self.best, self.harm.broken, go_on), STEP, 1))
        days = sorted(self.harm.days)
        if self._may_keep_more() > 1 and len(days) == 1:
            alone = days_alone(before, self.best, days, go_on)
            self._must_change(least_changed(alone, self.bound.people, limits, STEP, 1, self.seed))
        for day in days:
            if self._may_keep_more() > 1:
                model = on_days(before, self.best, {day}, go_on)
                self._better(self._kept(model, STEP / min(2, len(days)), 1))
        if self._may_keep_more():
            week = everybody(before, self.best, go_on)
            known, below, seconds = self.bound.people, self.loss.people, WEEK * limits.left
            fewest = fewest_changed(week, known, below, limits, seconds, self.workers, self.seed)
            self._must_change(fewest.least)
            if fewest.reached or self._may_keep_more():
                self._better(self._kept(week, STEP, self.workers))

    def _may_keep_more(self) -> int:
        """So many might keep their week who do not, as far as is known."""
        return self.loss.people - self.bound.people

    def _must_change(self, least: int) -> None:
        self.bound = self.bound._replace(people=least)

    def _kept(self, model: RepairModel, seconds: float, workers: int) -> tuple[Session, ...] | None:
        return kept(model, self.limits, seconds, workers, self.seed)

    def _regain(self) -> None:
        changed = self._changed()
        for first in range(0, len(changed), TOGETHER):
            self._rebuild(changed[first : first + TOGETHER])

    def _widen(self) -> None:
        """A step by chance: all rooms and staff anew, or new visits for some who lost and some others."""
        if self.harm.broken and self.random.random() < 0.1:
            with suppress(ModelTooLargeError):
                week = everybody(self.before, self.best, self.limits.go_on)
                self._better(self._kept(week, STEP, self.workers))
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

    def _rebuild(self, people: Sequence[str]) -> None:
        if people and self.limits.go_on():
            who = frozenset(people)
            self._better(rebuild(self.before, self.best, who, self.limits, STEP, self.workers, self.seed))

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
                raise UnsoundPlanError(", ".join(sorted({v.rule for v in self.before.given.broken(week)})))
            self.best, self.loss = week, loss
            self._found()

    # --- bounds -----------------------------------------------------------------------------------------

    def _bound_losses(self) -> None:
        """What each of those who lost hours loses at least; and the duties that are hopeless."""
        go_on, changed = self.limits.go_on, self._changed()
        slots = slots_lost_at_least(self.before, changed, go_on) if self.loss.slots else {}
        duties = duties_lost_at_least(self.before, changed, go_on) if self.loss.duties else 0
        self.bound = self.bound._replace(duties=duties, slots=sum(slots.values()))
